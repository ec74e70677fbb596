"""Data sets: the Hub's and the embedded ones as one kind of record, in seeded splits that share nothing."""

import random
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from datasets import Dataset

from helpers.errors import UserError
from helpers.hosts import cache_folder
from helpers.hub import clear_hub_errors
from helpers.practice import build, shapes
from helpers.scoring.sandbox import Limits, explain
from helpers.scoring.spider_match import hardness

# Where each field of a record stands in a data set: question, schema, SQL.
FIELDS = {
    "b-mc2/sql-create-context": ("question", "context", "answer"),
    "practice/create-context": ("question", "context", "answer"),
    "practice/create-context-core": ("question", "context", "answer"),
    "practice/spider": ("question", "schema", "query"),
}
COMPILING = Limits(max_rows=1, max_steps=1_000_000, timeout=5.0)
COLUMNS = ["question", "schema", "sql", "db_id", "source", "database", "hardness", "group"]
# The kinds of questions (families) that a rehearsal of minutes can learn on a CPU: the fifteen commonest, and the two that are
# compositions of these and held out of training. `practice/create-context` and `practice/spider` have all families.
CORE_FAMILIES = frozenset(
    "count filter lookup both between aggregate distinct like sorted superlative top group_count having join_filter join_count "
    "aggregate_between join_aggregate".split()
)
PRACTICE_TEST_GROUPS = {
    "test_seen_wordings": "seen wordings",
    "test_unseen_wordings": "unseen wordings",
    "test_unseen_families": "unseen families",
    "test_unseen_databases": "unseen databases",
}


@dataclass
class Splits:
    """Hold three `Dataset`s of records and what was left out on the way.

    A record's columns: `question`, `schema` (DDL), `sql`, `db_id`, `source`, `database` (path of a SQLite file, or ""),
    `hardness` (Spider's), `group` (which test set it belongs to).
    """

    train: Dataset
    validation: Dataset
    test: Dataset
    left_out: dict[str, int] = field(default_factory=dict)

    def summary(self) -> str:
        """Say in a few lines how many rows each split has, and what was left out and why."""
        groups: dict[str, int] = {}
        for name in self.test["group"]:
            groups[name] = groups.get(name, 0) + 1
        lines = [f"{len(self.train)} training, {len(self.validation)} validation, {len(self.test)} test examples"]
        lines.append("test sets: " + ", ".join(f"{count} {name}" for name, count in groups.items()))
        lines += [f"left out: {count} rows, {reason}" for reason, count in self.left_out.items()]
        shared = leaks(self.train, self.test)
        lines.append(f"questions or queries that training and test share: {len(shared)}")
        return "\n".join(lines)


def load(
    dataset_id: str, train_examples: int, validation_examples: int, eval_examples: int, seed: int, exclude: Sequence[str] = ()
) -> Splits:
    """Load a data set by its id and return shuffled splits that share no question and no query.

    Args:
        dataset_id: an id of the Hub, or `practice/...` (embedded; offline).
        train_examples: how many to train on; -1 for all that are left.
        validation_examples: how many for the validation loss.
        eval_examples: how many to score, over all test sets together.
        seed: the same seed gives the same rows in the same order. (The practice data has an order of its own, also seeded.)
        exclude: questions that must be in no split, such as those a notebook demonstrates with.

    Raises:
        UserError: unknown id, no network, a gated data set, a field that is not there, or fewer rows than asked for.
    """
    if dataset_id not in FIELDS:
        raise UserError(f"There is no loader for the data set {dataset_id!r}. Known: {', '.join(sorted(FIELDS))}.")
    excluded = set(map(_key, exclude))
    if dataset_id.startswith("practice/"):
        splits = _load_practice(dataset_id, train_examples, validation_examples, eval_examples, excluded)
    else:
        if min(eval_examples, validation_examples) < 0:
            raise UserError(f"{dataset_id} has no test rows of its own: say how many eval_examples and validation_examples to set aside.")
        rows = [row for row in (record(row, dataset_id) for row in read_rows(dataset_id)) if _key(row["question"]) not in excluded]
        splits = split_rows(rows, train_examples, validation_examples, eval_examples, seed)
    wanted = {"train_examples": (train_examples, splits.train), "eval_examples": (eval_examples, splits.test)}
    for name, (count, dataset) in wanted.items():
        if len(dataset) < max(count, 1):
            raise UserError(f"{name} asks for {count} rows and {dataset_id} has {len(dataset)} for it. Ask for fewer.")
    return splits


def read_rows(dataset_id: str) -> list[dict]:
    """Download a data set of the Hub, or take it from the local cache, as a list of its own rows.

    Raises:
        UserError: see `hub.clear_hub_errors`.
    """
    from datasets import load_dataset

    with clear_hub_errors(dataset_id, "data set"):
        return load_dataset(dataset_id, split="train").to_list()


def record(row: dict, dataset_id: str) -> dict:
    """Turn one row of a data set into a record.

    Raises:
        UserError: a field is missing, because the data set was changed on the Hub.
    """
    question, schema, sql = FIELDS[dataset_id]
    try:
        return {
            "question": " ".join(row[question].split()),
            "schema": row[schema].strip(),
            "sql": row[sql].strip().rstrip(";").strip(),
            "db_id": row.get("db_id", ""),
            "source": dataset_id,
            "database": row.get("database", ""),
            "hardness": "",
            "group": "test",
        }
    except KeyError as error:
        raise UserError(
            f"{dataset_id} has no field {error.args[0]!r}; its rows have {', '.join(sorted(row))}. "
            "Its layout has changed: correct FIELDS in helpers/data.py."
        ) from None


def split_rows(rows: list[dict], train_examples: int, validation_examples: int, eval_examples: int, seed: int) -> Splits:
    """Shuffle records and deal them into splits so that no question and no query stands in two of them.

    Rows that share a question or a query (after folding case, blanks and quotes) form a group, and a group goes into one
    split as a whole. Test and validation take one row of a group. Exact copies are dropped. Rows whose query does not run
    on its own schema are left out of every split and counted: nobody can learn from them, or be scored on them.
    Schemas may occur in several splits: the data sets of this kind have a schema of its own for nearly every row.
    """
    unique = list({(_key(row["question"]), _key(row["schema"]), _key(row["sql"])): row for row in rows}.values())
    left_out = {"copies of another row": len(rows) - len(unique)} if len(unique) < len(rows) else {}
    random.Random(seed).shuffle(unique)
    groups = deque(_groups(unique))
    faulty = 0
    taken: dict[str, list[dict]] = {"test": [], "validation": [], "train": []}
    wanted = {"test": eval_examples, "validation": validation_examples, "train": train_examples}
    for name, rows_of_split in taken.items():
        while groups and (wanted[name] < 0 or len(rows_of_split) < wanted[name]):
            group = groups.popleft()
            runs = [row for row in group if not gold_fault(row)]
            faulty += len(group) - len(runs)
            rows_of_split += runs if name == "train" else runs[:1]
    if wanted["train"] >= 0:
        taken["train"] = taken["train"][: wanted["train"]]
    if faulty:
        left_out["whose query does not run on its own schema"] = faulty
    for rows_of_split in taken.values():
        for row in rows_of_split:
            row["hardness"] = _hardness(row["sql"])
    return Splits(*(_dataset(taken[name]) for name in ("train", "validation", "test")), left_out)


def gold_fault(row: dict) -> str:
    """Say why a record's own query cannot run on its own schema (an empty database made from the DDL), or ""."""
    result = explain("", row["schema"], row["sql"], COMPILING)
    return f"{result.error}: {result.message}" if result.error else ""


def leaks(one: Dataset, other: Dataset) -> set[str]:
    """Return the questions and queries (case, blanks and quotes folded) that two sets of records share."""
    return {text for name in ("question", "sql") for text in set(map(_key, one[name])) & set(map(_key, other[name]))}


def _load_practice(dataset_id: str, train_examples: int, validation_examples: int, eval_examples: int, excluded: set[str]) -> Splits:
    folder = build.build(cache_folder() / "practice" / build.version())

    def read(split: str, count: int, group: str) -> list[dict]:
        rows = [row for row in build.read(folder, split) if _key(row["question"]) not in excluded]
        if dataset_id.endswith("-core"):
            rows = [row for row in rows if row["family"] in CORE_FAMILIES]
        return [_practice_record(row, dataset_id, folder, group) for row in (rows if count < 0 else rows[:count])]

    each, rest = divmod(eval_examples, len(PRACTICE_TEST_GROUPS))
    test = []
    for number, (split, group) in enumerate(PRACTICE_TEST_GROUPS.items()):
        test += read(split, -1 if eval_examples < 0 else each + (number < rest), group)
    return Splits(
        _dataset(read("train", train_examples, "train")), _dataset(read("validation", validation_examples, "validation")), _dataset(test)
    )


def _practice_record(row: dict, dataset_id: str, folder: Path, group: str) -> dict:
    if dataset_id.startswith("practice/create-context"):
        public = shapes.to_create_context(row, folder)
    else:
        public = {**shapes.to_spider(row), "schema": shapes.schema_text(folder, row["db_id"])}
    made = record({**public, "db_id": row["db_id"]}, dataset_id)
    database = folder / "database" / row["db_id"] / f"{row['db_id']}.sqlite"
    return {**made, "database": str(database), "hardness": row["hardness"], "group": group}


def _dataset(rows: list[dict]) -> Dataset:
    return Dataset.from_dict({name: [row[name] for row in rows] for name in COLUMNS})


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
            first = seen.setdefault((name, _key(row[name])), i)
            one, two = sorted((find(i), find(first)))
            parent[two] = one
    groups: dict[int, list[dict]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(find(i), []).append(row)
    return list(groups.values())


def _key(text: str) -> str:
    return re.sub(r"[\s\"'`]+", " ", text).strip(" ?.;").lower()


def _hardness(sql: str) -> str:
    try:
        return hardness(sql)
    except ValueError:
        return "unknown"
