"""Data sets: the Hub's, your own and the embedded ones as one kind of record, in seeded splits that share nothing."""

import hashlib
import inspect
import json
import os
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from datasets import Dataset

from helpers import UserError
from helpers.data.sources import SOURCES, find_source, no_query, own_file, read_records, record, source_names, unwrapped
from helpers.data.spider import HUB, find_spider
from helpers.data.splits import COLUMNS, WINDOW, LeftOut, key, leaks, merged, repeated, split_rows, split_with_test, to_dataset
from helpers.data.wider import BESIDE, read_tables, widen, widened_test
from helpers.files import write_whole
from helpers.hosts import cache_folder
from helpers.practice import build, formats
from helpers.prompts.dialects import to_dialect
from helpers.scoring.measures import used_tables

# The kinds of questions (families) that a rehearsal of minutes can learn on a CPU: the fifteen commonest, and the two that are
# compositions of these and held out of training. `practice/create-context` and `practice/spider` have all families.
CORE_FAMILIES = frozenset(
    "count filter lookup both between aggregate distinct like sorted superlative top group_count having join_filter join_count "
    "aggregate_between join_aggregate".split()
)
# What the ending of a practice set's name keeps: the two phases of 04 and 05 are about one table, then about joins.
PICKED = {
    "core": lambda row: row["family"] in CORE_FAMILIES,
    "single": lambda row: len(used_tables(row["sql"])) == 1,
    "joins": lambda row: row["family"].startswith("join_"),
}
LAYOUT = 3  # of prepared data sets; raise it when loaders or splits change
PRACTICE_TEST_GROUPS = {
    "test_seen_wordings": "seen wordings",
    "test_unseen_wordings": "unseen wordings",
    "test_unseen_families": "unseen families",
    "test_unseen_databases": "unseen databases",
}


@dataclass
class Splits:
    """Hold three `Dataset`s of records, a second test set with wider schemas, what was left out on the way, and the licences.

    A record's columns: `id` (the same in every run), `question`, `schema` (DDL), `sql`, `db_id`, `source`, `database` (path of a
    SQLite file, or ""), `hardness` (Spider's), `group` (which test set it belongs to); of training rows that got other tables,
    `narrow`: the schema as the data set has it. `wider` holds test questions again, with three tables of other test rows beside
    the right ones.
    """

    train: Dataset
    validation: Dataset
    test: Dataset
    wider: Dataset | None = None
    left_out: dict[str, int] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)  # the first row that was left out for each reason, and its fault
    licences: dict[str, str] = field(default_factory=dict)
    repeats: int | None = None  # training rows that repeat what is scored, across sources; None where there is nothing to compare

    def summary(self) -> str:
        """Say in a few lines how many rows each split has, what was left out and why, and under which licences the data are."""
        lines = [f"{len(self.train)} training, {len(self.validation)} validation, {len(self.test)} test examples"]
        groups = Counter(self.test["group"][:])
        lines.append("test sets: " + ", ".join(f"{count} {name}" for name, count in groups.items()))
        if len(sources := Counter(self.train["source"][:])) > 1:
            lines.append("training rows: " + ", ".join(f"{count} of {name}" for name, count in sources.items()))
        if "narrow" in self.train.column_names:
            added = [len(read_tables(row["schema"])) - len(read_tables(row["narrow"])) for row in self.train]
            lines.append(f"other tables beside the right ones: {sum(added) / len(added):.1f} a training row, none in {added.count(0)} rows")
        if self.wider is not None and len(self.wider):
            lines.append(f"asked a second time with up to {BESIDE} tables of other test rows beside: {len(self.wider)} test questions")
        without = sum(not path for path in self.test["database"])
        if without:
            lines.append(f"{without} test rows have no database: judged on generated ones, or not run where others have official suites")
        lines += [f"left out: {text}" for text in self.reasons()]
        shared = leaks(self.train, self.test)
        lines.append(f"questions or queries that training and test share: {len(shared)}")
        if self.repeats is not None:
            lines.append(f"training rows that repeat what is scored, across sources ({WINDOW} words in a row): {self.repeats}")
        lines += [f"licence of {name}: {licence}" for name, licence in self.licences.items()]
        return "\n".join(lines)

    def reasons(self) -> list[str]:
        """Say how many rows were left out for each reason, and where the first of them stands."""
        return [f"{count} rows {reason}{f' (the first: {first})' if (first := self.first.get(reason)) else ''}"
                for reason, count in self.left_out.items()]  # fmt: skip


def load_for(parameters: dict, demonstrations: Sequence[dict]) -> Splits:
    """Call `load` with a notebook's parameters, by name; hold back the questions that it demonstrates with, and print the summary."""
    named = {name: value for name, value in parameters.items() if name in inspect.signature(load).parameters}
    splits = load(**named, exclude=[row["question"] for row in demonstrations])
    print(splits.summary())
    return splits


def load(
    dataset_id: str,
    train_examples: int,
    validation_examples: int,
    eval_examples: int,
    seed: int,
    exclude: Sequence[str] = (),
    *,
    field_mapping: str = "",
    spider_dir: str = "",
    dialect: str = "sqlite",
    other_tables: int = 0,
    other_columns: int = 0,
    wider_examples: int = 0,
    allow_overlap: bool = False,
) -> Splits:
    """Load a data set by its id and return shuffled splits that share no question and no query.

    What was prepared once from a data set of the Hub is kept in the cache folder and taken from there.

    Args:
        dataset_id: an id of the Hub, `practice/...` (embedded; offline), the path of a .jsonl or .csv file, or several of the
            Hub's and your own joined by ` + `. Relative paths in a file's column `database` count from the file's folder.
        train_examples: how many to train on; -1 for all that are left.
        validation_examples: how many for the validation loss.
        eval_examples: how many to score, over all test sets together.
        seed: the same seed gives the same rows in the same order. (The practice data has an order of its own, also seeded.)
        exclude: questions that must be in no split, such as those a notebook demonstrates with.
        field_mapping: the columns of your own file, such as `question:q,schema:ddl,sql:answer`.
        spider_dir: Spider's folder, or "hub" for a copy on the Hub. Its development questions are taken out of the Hub's training sets; in
            your own file they are refused.
        dialect: what the gold queries of training and validation are translated into.
        other_tables: up to how many tables of other rows of the same split stand in a training or validation schema.
        other_columns: up to how many columns more each of its own tables has.
        wider_examples: how many test questions are in `wider` too; -1 for all.
        allow_overlap: go on where training rows repeat what is scored and comes from another source.

    Raises:
        UserError: unknown id, no network, a gated data set, a field that is not there, a negative number of other tables or columns,
            training rows that repeat what is scored, or fewer rows than asked for; then it says what was left out, and why.
    """
    for name, value in {"other_tables": other_tables, "other_columns": other_columns}.items():
        if value < 0:
            raise UserError(f"{name} is {value}: expected how many are put beside a row's own at most, or 0 for none.")
    asked_for = {"train_examples": train_examples, "validation_examples": validation_examples, "eval_examples": eval_examples}
    for name, count in asked_for.items():
        if count < -1 or (count == 0 and name != "validation_examples"):
            raise UserError(f"{name} is {count}: expected a number of rows from 1, or -1 for all of them.")
    names = source_names(dataset_id)
    sources = {name: find_source(name, field_mapping) for name in names}
    excluded = set(map(key, exclude))
    if any(name.startswith("practice/") for name in names):
        if len(names) > 1:
            raise UserError(f"{dataset_id}: practice data cannot be mixed with other data. Name one data set.")
        splits = _load_practice(dataset_id, train_examples, validation_examples, eval_examples, excluded)
    else:
        own = [name for name in names if own_file(name)] + [spider_dir] * (spider_dir not in ("", HUB))
        files = [Path(name).expanduser() for name in own]
        asked = (names, train_examples, validation_examples, eval_examples, seed, sorted(excluded), field_mapping, spider_dir)
        splits = Splits(**_prepared(asked, files, partial(_load_public, *asked)))
    splits.repeats = _repeats(splits, dataset_id, spider_dir if names != ["xlangai/spider"] else "", allow_overlap)
    if other_tables or other_columns:
        for name in ("train", "validation"):
            wide = widen(getattr(splits, name).to_list(), other_tables, other_columns, seed)
            setattr(splits, name, to_dataset(wide, [*COLUMNS, "narrow"]))
    splits.wider = to_dataset(widened_test(splits.test.to_list(), wider_examples))
    splits = _in_dialect(splits, dialect)
    splits.licences = {name: source.licence for name, source in sources.items()}
    wanted = {"train_examples": (train_examples, splits.train), "eval_examples": (eval_examples, splits.test)}
    for name, (count, dataset) in wanted.items():
        if len(dataset) < max(count, 1) and (dialect == "sqlite" or not len(dataset)):
            aside = f"{len(splits.test)} rows are set aside for testing and {len(splits.validation)} for validation"
            why = "; ".join([*[f"left out: {text}" for text in splits.reasons()], *([aside] if name == "train_examples" else [])])
            asked = f"{count} rows" if count > 0 else "all rows"
            raise UserError(f"{name} asks for {asked} and {dataset_id} has {len(dataset)} for it{why and ': '}{why}. Ask for fewer"
                            f"{', or repair what is left out' if splits.left_out else ''}.")  # fmt: skip
    return splits


def _prepared(asked: tuple, files: list[Path], make: Callable[[], dict]) -> dict:
    """Return what `make` returns (three data sets and notes such as `left_out`), from the cache folder if it was made before.

    Kept under a name made from what was asked and the local files' sizes and times; what cannot be read is made again.
    Not covered: a data set that changes on the Hub under the same id. Delete the cache folder's `prepared` to make it anew.
    """
    inside = [path for file in files for path in (file, *sorted(file.glob("*.json"))) if path.exists()]
    stamps = [[str(path), path.stat().st_mtime_ns, path.stat().st_size] for path in inside]
    path = prepared_folder() / f"{hashlib.sha256(json.dumps([LAYOUT, asked, stamps]).encode()).hexdigest()[:20]}.json"
    splits = ("train", "validation", "test")
    with suppress(OSError, ValueError, KeyError, TypeError):  # not there, or damaged
        kept = json.loads(path.read_text(encoding="utf-8"))
        if all(not row["database"] or os.path.exists(row["database"]) for row in kept["test"]):
            return kept | {name: to_dataset(kept[name]) for name in splits}
    made = make()
    with suppress(OSError):  # a full disk: the next run prepares again
        write_whole(path, json.dumps(made | {name: made[name].to_list() for name in splits}))
    return made


def prepared_folder() -> Path:
    """Return where prepared data sets are kept."""
    return cache_folder() / "prepared"


def _load_public(
    names: list[str], train_examples: int, validation_examples: int, eval_examples: int, seed: int, excluded: Sequence[str],
    field_mapping: str, spider_dir: str,
) -> dict:  # fmt: skip
    """Read, clean and split; return the fields of `Splits`."""
    spider = find_spider(spider_dir) if spider_dir or "xlangai/spider" in names else None
    left_out = LeftOut()
    own_test = all(find_source(name, field_mapping).test for name in names)
    if validation_examples < 0 or (not own_test and eval_examples < 0):
        raise UserError(f"{' + '.join(names)} cannot set aside all rows: give numbers for validation_examples and eval_examples.")

    def cleaned(part: str) -> list[dict]:
        lists = [read_records(name, part, field_mapping, spider, left_out) for name in names]
        kept = []
        for row in merged(lists, left_out):
            if key(row["question"]) in excluded:
                continue
            if reason := no_query(row["sql"]):
                left_out.add(reason, row, f"it begins with {row['sql'][:30]!r}")
            else:
                kept.append(row | {"sql": unwrapped(row["sql"])})
        return kept

    train = cleaned("train")
    if spider and (spider_dir == HUB or spider.has("test")) and names != ["xlangai/spider"]:
        # What your own file repeats of it is refused (`_repeats`).
        questions = {key(row[name]) for row in read_records("xlangai/spider", "test", "", spider) for name in ("question", "sql")}
        clean = [row for row in train if own_file(row["source"]) or not {key(row["question"]), key(row["sql"])} & questions]
        left_out["of Spider's development set, found among the training rows"] += len(train) - len(clean)
        train = clean
    if own_test:
        taken = split_with_test(train, cleaned("test"), train_examples, validation_examples, eval_examples, seed, left_out)
    else:
        taken = split_rows(train, train_examples, validation_examples, eval_examples, seed, left_out)
    return {**taken, "left_out": {reason: count for reason, count in left_out.items() if count}, "first": left_out.first}


def _repeats(splits: Splits, dataset_id: str, spider_dir: str, allowed: bool) -> int | None:
    """Count the training rows that repeat what is scored: Spider's development set, and test rows of other sources than their own.

    Within one data set, and between those of the Hub, the split itself keeps equal questions and queries apart.

    Raises:
        UserError: there are such rows, and they are not allowed.
    """
    spider = find_spider(spider_dir) if spider_dir else None
    known = spider_dir == HUB or (spider and spider.has("test"))
    scored = list(read_records("xlangai/spider", "test", "", spider)) if known else []
    train, compared = splits.train.to_list(), bool(scored)
    found = {row["id"]: row for row in repeated(train, scored)}
    for source in {row["source"] for row in train}:
        others = [row for row in splits.test.to_list() if row["source"] != source and own_file(source) | own_file(row["source"])]
        found |= {row["id"]: row for row in repeated((row for row in train if row["source"] == source), others)}
        compared = compared or bool(others)
    if found and not allowed:
        first = next(iter(found.values()))
        raise UserError(f"{len(found)} training rows of {dataset_id} repeat what is scored: {WINDOW} words in a row, or all of a shorter "
                        f"text. The first, of {first['source']}: {first['question']!r}, {first['sql']!r}. Leave them out, or set "
                        "allow_overlap to true, which every score and card then says.")  # fmt: skip
    return len(found) if compared else None


def _in_dialect(splits: Splits, dialect: str) -> Splits:
    """Translate the gold queries of training and validation; test rows keep SQLite's, to be run."""
    if dialect == "sqlite":
        return splits
    for name in ("train", "validation"):
        rows = getattr(splits, name)
        written = [to_dialect(sql, dialect) for sql in rows["sql"]]
        kept = [i for i, sql in enumerate(written) if sql]
        reason = f"whose query cannot be written in {dialect} and brought back"
        splits.left_out[reason] = splits.left_out.get(reason, 0) + len(rows) - len(kept)
        made = rows.select(kept).remove_columns("sql").add_column("sql", [written[i] for i in kept])
        setattr(splits, name, made.select_columns(rows.column_names))
    return splits


def _load_practice(dataset_id: str, train_examples: int, validation_examples: int, eval_examples: int, excluded: set[str]) -> Splits:
    folder, (whole, _, part) = build.practice_folder(), dataset_id.rpartition("-")
    keep = PICKED.get(part, lambda row: True)
    whole = whole if part in PICKED else dataset_id

    def read(split: str, count: int, group: str) -> list[dict]:
        rows = [row for row in build.read(folder, split) if key(row["question"]) not in excluded]
        rows = [row for row in rows if keep(row)]
        return [_practice_record(row, whole, folder, group) | {"source": dataset_id} for row in (rows if count < 0 else rows[:count])]

    each, rest = divmod(eval_examples, len(PRACTICE_TEST_GROUPS))
    test = []
    for number, (split, group) in enumerate(PRACTICE_TEST_GROUPS.items()):
        test += read(split, -1 if eval_examples < 0 else each + (number < rest), group)
    train, validation = read("train", train_examples, "train"), read("validation", validation_examples, "validation")
    return Splits(to_dataset(train), to_dataset(validation), to_dataset(test))


def _practice_record(row: dict, dataset_id: str, folder: Path, group: str) -> dict:
    shape: Callable[[dict], dict] = {
        "practice/spider": lambda row: {**formats.to_spider(row), "schema": formats.schema_text(folder, row["db_id"])},
        "practice/gretel": lambda row: formats.to_gretel(row, folder, filled=False),
    }.get(dataset_id, lambda row: formats.to_create_context(row, folder))
    made = record({**shape(row), "db_id": row["db_id"]}, dataset_id, SOURCES[dataset_id])
    database = folder / "database" / row["db_id"] / f"{row['db_id']}.sqlite"
    return {**made, "database": str(database), "hardness": row["hardness"], "group": group}
