"""Data sets: the Hub's, your own and the embedded ones as one kind of record, in seeded splits that share nothing."""

import hashlib
import inspect
import json
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from functools import partial
from itertools import islice
from pathlib import Path

from helpers import UserError
from helpers.data.golds import LeftOut, first_that_run, no_query, unwrapped
from helpers.data.sources import SOURCES, find_source, own_file, read_records, record, source_names
from helpers.data.spider import HUB, SpiderFiles, find_spider
from helpers.data.splits import COLUMNS, WINDOW, Splits, identity, key, merged, repeated, split_rows, split_with_test, to_dataset, without
from helpers.data.wider import widen, widened_test
from helpers.files import path_of, write_whole
from helpers.hosts import cache_folder
from helpers.practice import build, examples, formats
from helpers.prompts.dialects import to_dialect
from helpers.scoring.execution.queries import checked_file
from helpers.scoring.execution.sql import used_tables
from helpers.scoring.spider.hardness import grade

# The kinds of questions that a rehearsal can learn on a CPU: the fifteen commonest, and two compositions of these, held out of training.
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
DECIDERS = ("data", "scoring", "practice", "prompts")  # whose code decides which rows are kept, and how they are split
SPLITS = ("train", "validation", "test")
PRACTICE_TEST_GROUPS = {name: name.removeprefix("test_").replace("_", " ") for name in examples.SPLITS if name.startswith("test_")}


def load_for(parameters: dict, demonstrations: Sequence[dict]) -> Splits:
    """Call `load` with a notebook's parameters, by name; hold back the questions that it demonstrates with, and print the summary."""
    named = {name: value for name, value in parameters.items() if name in inspect.signature(load).parameters}
    splits = load(**named, exclude=[row["question"] for row in demonstrations])
    print(splits.summary())
    return splits


def load(
    dataset_id: str, train_examples: int, validation_examples: int, eval_examples: int, seed: int, exclude: Sequence[str] = (), *,
    field_mapping: str = "", spider_dir: str = "", dialect: str = "sqlite", other_tables: int = 0, other_columns: int = 0,
    wider_examples: int = 0, allow_overlap: bool = False,
) -> Splits:  # fmt: skip
    """Load a data set by its id and return shuffled splits that share no question and no query; keep what was prepared for the next time.

    Args:
        dataset_id: an id of the Hub, `practice/...` (embedded; offline), the path of a .jsonl or .csv file, or several of the
            Hub's and your own joined by ` + `. Relative paths in a file's column `database` count from the file's folder.
        train_examples: how many to train on; -1 for all that are left.
        validation_examples: how many for the validation loss.
        eval_examples: how many to score, over all test sets together.
        seed: of the rows and their order. The practice data has an order of its own.
        exclude: questions that must be in no split, such as those a notebook demonstrates with.
        field_mapping: the columns of your own file, such as `question:q,schema:ddl,sql:answer`.
        spider_dir: Spider's folder, or "hub". Its development questions are taken out of the Hub's training sets.
        dialect: what the gold queries of training and validation are translated into.
        other_tables: up to how many tables of other rows of the same split stand in a training or validation schema.
        other_columns: up to how many columns more each of its own tables has.
        wider_examples: how many test questions are in `wider` too; -1 for all.
        allow_overlap: go on where training rows repeat what is scored and comes from another source.

    Raises:
        UserError: unknown id, no network, a gated data set, a field that is not there, a number below its least, training rows that
            repeat what is scored, or fewer rows than asked for; then it says what was left out, and why.
    """
    counts = {"train_examples": train_examples, "validation_examples": validation_examples, "eval_examples": eval_examples}
    for name, value in {"other_tables": other_tables, "other_columns": other_columns}.items():
        if value < 0:
            raise UserError(f"{name} is {value}: expected how many are put beside a row's own at most, or 0 for none.")
    for name, count in counts.items():
        if count < -1 or (count == 0 and name != "validation_examples"):
            raise UserError(f"{name} is {count}: expected a number of rows from 1, or -1 for all of them.")
    names = source_names(dataset_id)
    sources = {name: find_source(name, field_mapping) for name in names}
    if field_mapping and exclude and not any(map(own_file, names)):  # 09, without demonstrations, hands on what its run was given
        raise UserError(f"field_mapping is for your own file, which {dataset_id} is not. Leave it out, or give the file.")
    excluded = sorted(set(map(key, exclude)))
    if any(name.startswith("practice/") for name in names):
        if len(names) > 1:
            raise UserError(f"{dataset_id}: practice data cannot be mixed with other data. Name one data set.")
        splits = _load_practice(dataset_id, *counts.values(), excluded)
    else:
        own = [name for name in names if own_file(name)] + [spider_dir] * (spider_dir not in ("", HUB))
        asked = (names, *counts.values(), seed, excluded, field_mapping, spider_dir)
        splits = Splits(**_prepared(asked, [path_of(name, "dataset_id") for name in own], partial(_load_public, *asked)))
    splits.repeats = _repeats(splits, dataset_id, spider_dir if names != ["xlangai/spider"] else "", allow_overlap)
    for name in ("train", "validation") if other_tables or other_columns else ():
        setattr(splits, name, to_dataset(widen(getattr(splits, name).to_list(), other_tables, other_columns, seed), [*COLUMNS, "narrow"]))
    splits.wider = to_dataset(widened_test(splits.test.to_list(), wider_examples))
    _translate(splits, dialect)
    splits.licences = {name: source.licence for name, source in sources.items()}
    _check_found(splits, counts, dataset_id, dialect, bool(exclude or validation_examples))
    return splits


def tested_rows(dataset_id: str, ids: dict[str, str], field_mapping: str, spider_dir: str):
    """Return the rows with these questions and ids, in their order; those that are not in the data any more are missing."""
    names = source_names(dataset_id)
    part = "test" if all(find_source(name, field_mapping).test for name in names) else "train"
    spider = find_spider(spider_dir) if "xlangai/spider" in names else None
    rows = [row for name in names for row in read_records(name, part, field_mapping, spider) if row["question"] in ids]
    rows = [row | {"sql": (sql := unwrapped(row["sql"])), "hardness": grade(sql)} for row in rows]
    rows = first_that_run(rows, -1, LeftOut(), with_rows=True) if part == "test" else rows
    found = {identity(row): row for row in rows}
    return to_dataset([found[each] for each in ids.values() if each in found])


def _check_found(splits: Splits, counts: dict[str, int], dataset_id: str, dialect: str, trains: bool) -> None:
    """Raise UserError where a split has fewer rows than were asked for. What a dialect lacks may be missing, but not all rows."""
    for name, dataset in {"train_examples": splits.train, "eval_examples": splits.test}.items():
        if len(dataset) >= max(counts[name], 1) or (dialect != "sqlite" and len(dataset)):
            continue
        aside = f"{len(splits.test)} rows are set aside for testing and {len(splits.validation)} for validation"
        why = [*(f"left out: {text}" for text in splits.reasons()), *[aside] * (name == "train_examples")]
        asked, fewer = f"{counts[name]} rows" if counts[name] > 0 else "all rows", "Ask for fewer"
        if not trains and name == "train_examples":  # 09 takes its worked examples from them
            name, fewer = "shots (1 at least)", "Lower eval_examples"
        some = len(splits.train) + len(splits.validation) + len(splits.test)
        fewer = f"{fewer}{', or repair what is left out' * bool(splits.left_out)}" if some else "Repair what is left out"
        raise UserError(f"{name} asks for {asked} and {dataset_id} has {len(dataset)} for it{': ' * bool(why)}{'; '.join(why)}. {fewer}.")


def _prepared(asked: tuple, files: list[Path], make: Callable[[], dict]) -> dict:
    """Return what `make` returns (three data sets and notes such as `left_out`), from the cache folder if it was made before.

    Its name is made from what was asked, the code and the local files' sizes and times. Not covered: a data set that changes on the Hub.
    """
    inside = [path for file in files for path in (file, *sorted(file.glob("*.json"))) if path.exists()]
    stamps = [[str(path), path.stat().st_mtime_ns, path.stat().st_size] for path in inside]
    code = [path.read_text("utf-8") for name in DECIDERS for path in sorted((Path(__file__).parents[1] / name).rglob("*.py"))]
    path = cache_folder() / "prepared" / f"{hashlib.sha256(json.dumps([code, asked, stamps]).encode()).hexdigest()[:20]}.json"
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError, UserError):  # not there, or damaged
        kept = json.loads(path.read_text(encoding="utf-8"))
        if all(map(checked_file, {row["database"] for row in kept["test"]} - {""})):
            return kept | {name: to_dataset(kept[name]) for name in SPLITS}
    made = make()
    with suppress(OSError):  # a full disk: the next run prepares again
        write_whole(path, json.dumps(made | {name: made[name].to_list() for name in SPLITS}))
    return made


def _load_public(
    names: list[str], train_examples: int, validation_examples: int, eval_examples: int, seed: int, excluded: list[str],
    field_mapping: str, spider_dir: str,
) -> dict:  # fmt: skip
    """Read, clean and split; return the fields of `Splits`."""
    spider = find_spider(spider_dir) if spider_dir or "xlangai/spider" in names else None
    left_out = LeftOut()
    own_test = all(find_source(name, field_mapping).test for name in names)
    set_aside = {"validation_examples": validation_examples, "eval_examples": 0 if own_test else eval_examples}
    if unsure := [name for name, count in set_aside.items() if count < 0]:
        raise UserError(f"{' + '.join(names)} cannot set aside all rows: give a number for {' and '.join(unsure)}.")

    def cleaned(part: str) -> list[dict]:
        lists = [read_records(name, part, field_mapping, spider, left_out) for name in names]
        kept = []
        for row in (row for row in merged(lists, left_out) if key(row["question"]) not in excluded):
            if reason := no_query(row["sql"]):
                left_out.add(reason, row, f"it begins with {row['sql'][:30]!r}")
            else:
                kept.append(row | {"sql": unwrapped(row["sql"])})
        return kept

    train = cleaned("train")
    if spider and names != ["xlangai/spider"]:
        scored = _development(spider, spider_dir)
        clean = without(train, scored, keep=lambda row: own_file(row["source"]))  # of those, `_repeats` refuses what repeats it
        left_out["of Spider's development set, found among the training rows"] += len(train) - len(clean)
        train = clean
    counts = train_examples, validation_examples, eval_examples, seed, left_out
    taken = split_with_test(train, cleaned("test"), *counts) if own_test else split_rows(train, *counts)
    return {**taken, "left_out": dict(+left_out), "first": left_out.first, "shown": left_out.shown}


def _development(spider: SpiderFiles, spider_dir: str) -> list[dict]:
    """Return Spider's development questions; where a folder lacks them, the Hub's, or none without a network: 00 and 05 ask for none."""
    with nullcontext() if spider_dir == HUB or spider.has("test") else suppress(UserError):
        return read_records("xlangai/spider", "test", "", spider)
    return []


def _repeats(splits: Splits, dataset_id: str, spider_dir: str, allowed: bool) -> int | None:
    """Count the training rows that repeat what is scored: Spider's development set, and test rows of other sources than their own.

    Within one data set, and between those of the Hub, the split itself keeps equal questions and queries apart.
    Raise UserError where there are such rows and they are not allowed.
    """
    scored = _development(spider := find_spider(spider_dir), spider_dir) if spider_dir else []
    if scored:
        spider.check(scored)
    train, test = splits.train.to_list(), splits.test.to_list()
    pairs = [(train, scored)] if scored else []
    for source in dict.fromkeys(row["source"] for row in train):
        if others := [row for row in test if row["source"] != source and own_file(source) | own_file(row["source"])]:
            pairs.append(([row for row in train if row["source"] == source], others))
    found = {row["id"]: row for pair in pairs for row in repeated(*pair)}
    if found and not allowed:
        shown = "; ".join(f"of {row['source']}: {row['question']!r}, {row['sql']!r}" for row in islice(found.values(), 5))
        raise UserError(
            f"{len(found)} training rows of {dataset_id} repeat what is scored: {WINDOW} words in a row, or all of a shorter text. The "
            f"first, {shown}. Leave them out, or set allow_overlap to true, which every score and card then says."
        )
    return len(found) if pairs else None


def _translate(splits: Splits, dialect: str) -> None:
    """Translate the gold queries of training and validation, in place; test rows keep SQLite's, to be run."""
    for name in ("train", "validation") if dialect != "sqlite" else ():
        rows = getattr(splits, name)
        kept = [row | {"sql": sql} for row in rows if (sql := to_dialect(row["sql"], dialect, row["schema"]))]
        reason = f"whose query cannot be written in {dialect} and brought back"
        splits.left_out[reason] = splits.left_out.get(reason, 0) + len(rows) - len(kept)
        setattr(splits, name, to_dataset(kept, rows.column_names))


def _load_practice(dataset_id: str, train_examples: int, validation_examples: int, eval_examples: int, excluded: list[str]) -> Splits:
    folder, (whole, _, part) = build.practice_folder(), dataset_id.rpartition("-")
    keep, whole = (PICKED[part], whole) if part in PICKED else (lambda row: True, dataset_id)

    def read(split: str, count: int) -> list[dict]:
        rows = [row for row in build.read(folder, split) if key(row["question"]) not in excluded and keep(row)]
        group = PRACTICE_TEST_GROUPS.get(split, split)
        return [_practice_record(row, whole, folder, group) | {"source": dataset_id} for row in (rows if count < 0 else rows[:count])]

    each, rest = divmod(eval_examples, len(PRACTICE_TEST_GROUPS))
    shares = {split: -1 if eval_examples < 0 else each + (number < rest) for number, split in enumerate(PRACTICE_TEST_GROUPS)}
    test = [row for split, count in shares.items() for row in read(split, count)]
    return Splits(*map(to_dataset, (read("train", train_examples), read("validation", validation_examples), test)))


def _practice_record(row: dict, dataset_id: str, folder: Path, group: str) -> dict:
    if dataset_id == "practice/spider":
        public = {**formats.to_spider(row), "schema": formats.schema_text(folder, row["db_id"])}
    elif dataset_id == "practice/gretel":
        public = formats.to_gretel(row, folder, filled=False)
    else:
        public = formats.to_create_context(row, folder)
    made = record({**public, "db_id": row["db_id"]}, dataset_id, SOURCES[dataset_id])
    return {**made, "database": str(formats.database_file(folder, row["db_id"])), "hardness": row["hardness"], "group": group}
