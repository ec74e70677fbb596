"""Splits that share no question and no query, from rows that run; what is left out is counted."""

import hashlib
import json
import random
import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from datasets import Dataset

from helpers.data.golds import FAULTY, LeftOut, first_that_run, gold_fault, runtime_faults
from helpers.data.sources import own_file
from helpers.data.wider import BESIDE, read_tables
from helpers.practice.formats import folded as key
from helpers.scoring.normalize import normalize_sql
from helpers.scoring.spider.hardness import grade

COLUMNS = ["id", "question", "schema", "sql", "db_id", "source", "database", "hardness", "group"]
WINDOW = 13  # words in a row that two texts share where one repeats the other; of a shorter text, all its words
HELD_DATABASES = 10  # that validation rows are about, where a data set names databases


@dataclass
class Splits:
    """Hold three `Dataset`s of records, a second test set with wider schemas, what was left out on the way, and the licences.

    A record's columns: `id` (the same in every run), `question`, `schema` (DDL), `sql`, `db_id`, `source`, `database` (path of a
    SQLite file, or ""), `hardness` (Spider's), `group` (which test set it belongs to); of training rows that got other tables,
    `narrow`: the schema as the data set has it.
    """

    train: Dataset
    validation: Dataset
    test: Dataset
    wider: Dataset | None = None  # test questions again, with other tables of test rows beside the right ones
    left_out: dict[str, int] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)  # the first row that was left out for each reason, and its fault
    shown: int = 0  # rows of the files that show their database's schema, for their own names no table
    licences: dict[str, str] = field(default_factory=dict)
    repeats: int | None = None  # training rows that repeat what is scored, across sources; None where there is nothing to compare

    def __post_init__(self):
        self.test.info.description = self.digest()  # for the record of the run, see `Exam`

    def digest(self) -> str:
        """Return a hash of the rows of all three splits, in their order."""
        ids = [part["id"][:] for part in (self.train, self.validation, self.test)]
        return hashlib.sha256(json.dumps(ids).encode()).hexdigest()[:16]

    def summary(self) -> str:
        """Say in a few lines how many rows each split has, what was left out and why, and under which licences the data are."""
        lines = [f"{len(self.train)} training, {len(self.validation)} validation, {len(self.test)} test examples"]
        lines.append("test sets: " + ", ".join(f"{count} {name}" for name, count in Counter(self.test["group"][:]).items()))
        if len(sources := Counter(self.train["source"][:])) > 1:
            lines.append("training rows: " + ", ".join(f"{count} of {name}" for name, count in sources.items()))
        if "narrow" in self.train.column_names:
            added = [len(read_tables(row["schema"])) - len(read_tables(row["narrow"])) for row in self.train]
            mean, none = sum(added) / len(added), added.count(0)
            lines.append(f"other tables beside the right ones: {mean:.1f} a training row on average; {none} rows have none")
        if self.wider is not None and len(self.wider):
            lines.append(f"asked a second time with up to {BESIDE} tables of other test rows beside: {len(self.wider)} test questions")
        if without := sum(not path for path in self.test["database"]):
            judged = "judged on generated ones" + ", or not at all where other rows have official suites" * (without < len(self.test))
            lines.append(f"{without} test rows have no database: {judged}")
        if failing := runtime_faults([row for row in self.test if row["database"] and own_file(row["source"])]):
            lines.append(f"not judged: {len(failing)} test queries that fail when they run on their own database; the first, {failing[0]}")
        database = [f"{self.shown} rows have no CREATE TABLE of their own: they show their database's"] * (self.shown > 0)
        lines += database + [f"left out: {text}" for text in self.reasons()]
        lines.append(f"questions or queries that training and test share: {len(leaks(self.train, self.test))}")
        if self.repeats is not None:
            lines.append(f"training rows that repeat what is scored, across sources ({WINDOW} words in a row): {self.repeats}")
        return "\n".join(lines + [f"licence of {name}: {licence}" for name, licence in self.licences.items()])

    def reasons(self) -> list[str]:
        """Say how many rows were left out for each reason, and where the first of them stands."""
        firsts = {reason: f" (the first: {place})" for reason, place in self.first.items()}
        return [f"{count} rows {reason}{firsts.get(reason, '')}" for reason, count in self.left_out.items()]


def merged(lists: list[list[dict]], left_out: LeftOut) -> list[dict]:
    """Take rows from several sources in turn, without those that another source already gave."""
    seen: dict[tuple[str, str], str] = {}
    kept = []
    for row in _in_turn(lists):
        if seen.setdefault((key(row["question"]), key(row["sql"])), row["source"]) == row["source"]:
            kept.append(row)
        else:
            left_out.add("that another of the sources has too", row)
    return kept


def _in_turn(lists: Iterable[list[dict]]) -> list[dict]:
    return [row for turn in zip_longest(*lists) for row in turn if row]


def split_with_test(
    train: list[dict], test: list[dict], train_examples: int, validation_examples: int, eval_examples: int, seed: int, left_out: LeftOut
) -> dict[str, Dataset]:
    """Keep a data set's own split into training and test; leave out training rows that a test row repeats.

    Where rows name their databases, validation rows are about databases of their own as well: about ten of them (a quarter of
    all at most, unless more are needed), in turn, so that the validation loss is not that of one database.
    """
    generator = random.Random(seed)
    generator.shuffle(train)
    generator.shuffle(test)
    test = first_that_run(test, eval_examples, left_out, with_rows=True)
    clean = without(train, test)
    left_out["of training that a test row repeats"] += len(train) - len(clean)
    held: dict[str, list[dict]] = {}
    if clean and clean[0]["db_id"] and validation_examples:
        names = list(dict.fromkeys(row["db_id"] for row in clean))
        for db_id in names:
            if sum(map(len, held.values())) >= validation_examples and len(held) >= min(HELD_DATABASES, len(names) // 4):
                break
            held[db_id] = [row for row in clean if row["db_id"] == db_id]
        clean = [row for row in clean if row["db_id"] not in held]
    validation = first_that_run(_in_turn(held.values()) or clean, validation_examples, left_out)
    train = first_that_run(without(clean, validation), train_examples, left_out)
    return _graded({"train": train, "validation": validation, "test": test})


def without(rows: list[dict], others: list[dict], keep: Callable[[dict], bool] = lambda row: False) -> list[dict]:
    """Return the rows that share no question and no query with others, and those that are kept all the same."""
    known = {key(row[name]) for row in others for name in ("question", "sql")}
    return [row for row in rows if keep(row) or not {key(row["question"]), key(row["sql"])} & known]


def split_rows(
    rows: list[dict], train_examples: int, validation_examples: int, eval_examples: int, seed: int, left_out: LeftOut
) -> dict[str, Dataset]:
    """Shuffle records and deal them into splits so that no question and no query stands in two of them.

    Rows that share a question or a query (after folding case, blanks and quotes) form a group, and a group goes into one
    split as a whole. Test and validation take one row of a group. Exact copies are dropped. Rows whose query does not run
    on its own schema are left out of every split and counted: nobody can learn from them, or be scored on them.
    Schemas may occur in several splits: the data sets of this kind have a schema of its own for nearly every row.
    """
    copies: dict[tuple[str, ...], dict] = {}
    for row in rows:
        folded = key(row["question"]), key(row["schema"]), key(row["sql"])
        if folded in copies:
            left_out.add("that copy another row", row)
        copies[folded] = row
    unique = list(copies.values())
    random.Random(seed).shuffle(unique)
    groups = deque(_groups(unique))
    taken: dict[str, list[dict]] = {}
    for name, count in {"test": eval_examples, "validation": validation_examples, "train": train_examples}.items():
        chosen = taken[name] = []
        while groups and (count < 0 or len(chosen) < count):
            runs = []
            for row in groups.popleft():
                if fault := gold_fault(row):
                    left_out.add(FAULTY, row, fault)
                else:
                    runs.append(row)
            kept = runs if name == "train" else runs[:1]
            chosen += kept
            for row in runs[len(kept) :]:
                left_out.add("that share a question or a query with a row set aside", row)
    if train_examples >= 0:
        del taken["train"][train_examples:]
    return _graded(taken)


def leaks(one: Dataset, other: Dataset) -> set[str]:
    """Return the questions and queries (case, blanks and quotes folded) that two sets of records share."""
    return set().union(*(set(map(key, one[name])).intersection(map(key, other[name])) for name in ("question", "sql")))


def repeated(trained: Iterable[dict], scored: Iterable[dict]) -> list[dict]:
    """Return the rows to train on of which the question or the query repeats one that is scored: `WINDOW` words in a row.

    Case, punctuation and quotes do not count; queries are normalized, so that other aliases hide nothing. A paraphrase is none.
    """
    trained, scored, found = list(trained), list(scored), {}
    for name, plain, spelled in (("question", _words, _words), ("sql", _bare_words, _normal_words)):
        known = defaultdict(set)
        for row in scored:
            for run in _runs(plain(row[name])):
                known[run].add(row[name])
        for number, row in enumerate(trained):
            like = {text for run in _runs(plain(row[name])) for text in known.get(run, ())}
            if like and any(_runs(spelled(row[name])) & _runs(spelled(text)) for text in like):
                found[number] = row
    return [found[number] for number in sorted(found)]


def to_dataset(rows: list[dict], columns: Sequence[str] = COLUMNS) -> Dataset:
    """Make a data set of records; a row without an `id` gets one."""
    rows = [row if row.get("id") else {**row, "id": identity(row)} for row in rows]
    return Dataset.from_dict({name: [row[name] for row in rows] for name in columns})


def identity(row: dict) -> str:
    """Return what tells a record from all others, in every run and on every machine: a hash of its question, schema, query and db_id."""
    texts = [row.get(name) or "" for name in ("question", "schema", "sql", "db_id")]
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:16]


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[i : i + WINDOW] for i in range(max(1, len(words) - WINDOW + 1))} if words else set()


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+|[<>=!*]+", text.lower()))


def _bare_words(sql: str) -> tuple[str, ...]:
    """Return the words of a query without aliases and without the tables before columns: quickly, to find what may be alike."""
    return _words(re.sub(r"\bAS\s+[\w\"`\[\]]+|\b[A-Za-z_]\w*\s*\.\s*(?=[\w\"`\[*])", " ", sql, flags=re.IGNORECASE))


@lru_cache(maxsize=4096)
def _normal_words(sql: str) -> tuple[str, ...]:
    try:
        return _words(normalize_sql(sql))
    except ValueError:  # not one that sqlglot reads
        return _bare_words(sql)


def _groups(rows: list[dict]) -> list[list[dict]]:
    """Join rows that share a question or a query, in the order of their first rows."""
    import networkx  # comes with torch

    graph = networkx.Graph()
    for i, row in enumerate(rows):
        graph.add_edges_from((i, (name, key(row[name]))) for name in ("question", "sql"))
    places = set(range(len(rows)))  # the other nodes are the texts that rows share
    parts = (sorted(places & part) for part in networkx.connected_components(graph))
    return [[rows[i] for i in part] for part in sorted(parts)]


def _graded(taken: dict[str, list[dict]]) -> dict[str, Dataset]:
    return {name: to_dataset([{**row, "hardness": grade(row["sql"])} for row in rows]) for name, rows in taken.items()}
