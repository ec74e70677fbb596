"""Splits that share no question and no query, from rows that run; what is left out is counted."""

import hashlib
import json
import random
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import zip_longest

from datasets import Dataset

from helpers.data.gretel import running_query, with_shipped_rows
from helpers.practice.formats import folded as key
from helpers.scoring.execution.queries import check_many
from helpers.scoring.execution.sandbox import Limits, explain
from helpers.scoring.normalize import normalize_sql
from helpers.scoring.spider.hardness import hardness

COLUMNS = ["id", "question", "schema", "sql", "db_id", "source", "database", "hardness", "group"]
COMPILING = Limits(max_rows=1, max_steps=1_000_000, timeout=5.0)
WINDOW = 13  # words in a row that two texts share where one repeats the other; of a shorter text, all its words
HELD_DATABASES = 10  # that validation rows are about, where a data set names databases
_COMPUTES = re.compile(r"\b(?:AS|CHECK)\b|\bDEFAULT\s*\(", re.IGNORECASE)
FAULTY = "whose query does not run on its own schema"


class LeftOut(Counter):
    """Count the rows that are left out, by reason; `first` says of each reason which row of the file is the first, and its fault."""

    def __init__(self):
        super().__init__()
        self.first: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def add(self, reason: str, row: dict, fault: str = "") -> None:
        """Count one row. Rows come in any order."""
        self[reason] += 1
        if row["number"] < self._numbers.get(reason, row["number"] + 1):
            self._numbers[reason] = row["number"]
            self.first[reason] = ": ".join(filter(None, (row["place"], fault)))


def merged(lists: list[list[dict]], left_out: LeftOut) -> list[dict]:
    """Take rows from several sources in turn, without those that another source already gave."""
    seen: dict[tuple[str, str], str] = {}
    merged = []
    for turn in range(max(map(len, lists))):
        for rows in lists:
            if turn < len(rows):
                row = rows[turn]
                first = seen.setdefault((key(row["question"]), key(row["sql"])), row["source"])
                if first == row["source"]:
                    merged.append(row)
                else:
                    left_out.add("that another of the sources has too", row)
    return merged


def split_with_test(
    train: list[dict], test: list[dict], train_examples: int, validation_examples: int, eval_examples: int, seed: int, left_out: LeftOut
) -> dict[str, Dataset]:
    """Keep a data set's own split into training and test; take what the test rows say out of training.

    Where rows name their databases, validation rows are about databases of their own as well: about ten of them (a quarter of
    all at most, unless more are needed), in turn, so that the validation loss is not that of one database.
    """
    generator = random.Random(seed)
    generator.shuffle(train)
    generator.shuffle(test)
    test = _first_that_run(test, eval_examples, left_out, with_rows=True)
    known = {key(row[name]) for row in test for name in ("question", "sql")}
    clean = [row for row in train if not {key(row["question"]), key(row["sql"])} & known]
    left_out["of training that a test row repeats"] += len(train) - len(clean)
    held: dict[str, list[dict]] = {}
    if clean and clean[0]["db_id"] and validation_examples:
        names = list(dict.fromkeys(row["db_id"] for row in clean))
        for db_id in names:
            if sum(map(len, held.values())) >= validation_examples and len(held) >= min(HELD_DATABASES, len(names) // 4):
                break
            held[db_id] = [row for row in clean if row["db_id"] == db_id]
        clean = [row for row in clean if row["db_id"] not in held]
    validation = [row for turn in zip_longest(*held.values()) for row in turn if row]
    validation = _first_that_run(validation or clean, validation_examples, left_out)
    known = {key(row[name]) for row in validation for name in ("question", "sql")}
    clean = [row for row in clean if not {key(row["question"]), key(row["sql"])} & known]
    taken = {"train": _first_that_run(clean, train_examples, left_out), "validation": validation, "test": test}
    return {name: to_dataset([{**row, "hardness": _hardness(row["sql"])} for row in rows]) for name, rows in taken.items()}


def _first_that_run(rows: list[dict], count: int, left_out: LeftOut, with_rows: bool = False) -> list[dict]:
    """Take rows until there are enough of which the query runs; give test rows of gretel the rows that their context inserts."""
    taken: list[dict] = []
    for row in rows:
        if 0 <= count <= len(taken):
            break
        shipped = "INSERT" in row["schema"].upper()
        sql = running_query(row["schema"], row["sql"]) if shipped else "" if gold_fault(row) else row["sql"]
        if not sql:
            left_out.add(FAULTY, row, gold_fault(row) or "it runs in no dialect that is tried, or its answer changes with the day")
        else:
            taken.append({**(with_shipped_rows(row, keep=with_rows) if shipped else row), "sql": sql})
    return taken


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
    taken: dict[str, list[dict]] = {"test": [], "validation": [], "train": []}
    wanted = {"test": eval_examples, "validation": validation_examples, "train": train_examples}
    for name, rows_of_split in taken.items():
        while groups and (wanted[name] < 0 or len(rows_of_split) < wanted[name]):
            group = groups.popleft()
            faults = [gold_fault(row) for row in group]
            for row, fault in zip(group, faults, strict=True):
                if fault:
                    left_out.add(FAULTY, row, fault)
            runs = [row for row, fault in zip(group, faults, strict=True) if not fault]
            rows_of_split += runs if name == "train" else runs[:1]
            for row in runs[1:] if name != "train" else []:
                left_out.add("that share a question or a query with a row set aside", row)
    if wanted["train"] >= 0:
        taken["train"] = taken["train"][: wanted["train"]]
    return {name: to_dataset([{**row, "hardness": _hardness(row["sql"])} for row in rows]) for name, rows in taken.items()}


def gold_fault(row: dict) -> str:
    """Say why a record's own query cannot run on its own database, or on an empty one made from its schema; or "".

    A schema that may compute something while it is made (of AS, CHECK or DEFAULT) is made in a process that can be ended.
    """
    job = row.get("database", ""), row["schema"], row["sql"]
    if not job[0] and _COMPUTES.search(row["schema"]):
        with closing(check_many([job], timeout=COMPILING.timeout, workers=1)) as results:
            result = next(results)
    else:
        result = explain(*job, COMPILING)
    return result.message if result.message.startswith(result.error) else f"{result.error}: {result.message}"


def leaks(one: Dataset, other: Dataset) -> set[str]:
    """Return the questions and queries (case, blanks and quotes folded) that two sets of records share."""
    return {text for name in ("question", "sql") for text in set(map(key, one[name])) & set(map(key, other[name]))}


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
    """Join rows that share a question or a query, in the order of their first rows (union-find over both texts)."""
    parent = list(range(len(rows)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    seen: dict[tuple[str, str], int] = {}
    for i, row in enumerate(rows):
        for name in ("question", "sql"):
            first = seen.setdefault((name, key(row[name])), i)
            one, two = sorted((find(i), find(first)))
            parent[two] = one
    groups: dict[int, list[dict]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(find(i), []).append(row)
    return list(groups.values())


def _hardness(sql: str) -> str:
    try:
        return hardness(sql)
    except ValueError:
        return "unknown"
