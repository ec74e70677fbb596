"""Rows to score from files: Spider's gold and prediction files with their databases, or one file of rows."""

import difflib
import json
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from helpers import UserError
from helpers.files import as_dict, json_rows, lines, read_text
from helpers.scoring.execution.queries import Kept, checked_file
from helpers.scoring.execution.schemas import separated
from helpers.scoring.spider.hardness import LEVELS, grade
from helpers.scoring.spider.tables import ddl, tables


def read_gold(path: Path | str) -> list[tuple[str, str]]:
    """Read Spider's gold file, on each line query, tab, database. Raise UserError where it cannot be read, or a line has no tab."""
    pairs = []
    for number, line in enumerate(lines(read_text(path).rstrip()), 1):
        sql, _, db_id = line.strip().rpartition("\t")
        if not sql:
            raise UserError(f"Line {number} of {path} is {line[:60]!r}. Expected a query, a tab and the name of its database.")
        pairs.append((sql.strip(), db_id.strip()))
    return pairs


def read_predictions(path: Path | str, db_ids: Sequence[str], *, official: bool = False) -> list[str]:
    """Read a prediction file, one query a line for each gold query; a blank line is a blank prediction.

    A tab and the name of the row's database after a query are dropped; in the official reading, all that follows a tab is. Raise UserError
    where the file cannot be read, has more or fewer lines than there are gold queries, or a line names another database.
    """
    written, known = lines(read_text(path)), set(db_ids)
    if len(written) != len(db_ids):
        raise UserError(
            f"There are {len(db_ids):,} gold queries, and {path} has {len(written):,} lines. Expected one line for each, a blank "
            "one where there is no prediction."
        )
    for number, (line, db_id) in enumerate(zip(written, db_ids, strict=True), 1):
        _, _, named = line.strip().rpartition("\t")
        if named != db_id and named in known:
            raise UserError(f"Line {number:,} of {path} names the database {named!r}, and that line of the gold file {db_id!r}. "
                            "Bring the lines into the order of the gold file.")  # fmt: skip
    if official:
        return [line.strip().partition("\t")[0] for line in written]
    return [line.strip().removesuffix(f"\t{db_id}").strip() for line, db_id in zip(written, db_ids, strict=True)]


def spider_rows(gold: Sequence[tuple[str, str]], tables_path: Path | str, databases: str = "", suite: str = "") -> list[dict]:
    """Return a record for each gold query, as `report.score_predictions` takes it: schema, entry, hardness, database, suite.

    A database that is not there leaves `database` or `suite` empty. Raise UserError where tables.json cannot be read or lacks a database, a
    folder holds none of the databases, or a file is no database.
    """
    entries = tables(tables_path)
    for number, (_, db_id) in enumerate(gold, 1):
        if db_id not in entries:
            near = difflib.get_close_matches(db_id, entries, 1)
            raise UserError(f"Line {number} of the gold file names a database {db_id!r} that {tables_path} does not have."
                            f"{f' Did you mean {near[0]}?' if near else ''}")  # fmt: skip
    names = sorted({db_id for _, db_id in gold})
    schemas = {name: ddl(entries[name]) for name in names}
    with closing(Kept()) as kept:
        levels = {sql: kept.of(grade, sql) for sql in dict.fromkeys(sql for sql, _ in gold)}
    files: dict[str, str] = {}
    suites: dict[str, list[Path]] = {}
    for name in names:
        if databases and (path := Path(databases, name, f"{name}.sqlite")).is_file():
            files[name] = str(path)
        with suppress(UserError):  # there are none
            suites[name] = suite_files(suite, name) if suite else []
    for folder, found in ((databases, files), (suite, suites)):
        if folder and names and not any(found.values()):
            raise UserError(f"{folder} holds none of the {len(names)} databases, such as {Path(names[0], f'{names[0]}.sqlite')}.")
    for file in {*files.values(), *(str(file) for several in suites.values() for file in several)}:
        checked_file(file)
    return [
        {
            "sql": sql,
            "schema": schemas[db_id],
            "entry": entries[db_id],
            "db_id": db_id,
            "hardness": levels[sql],
            "database": files.get(db_id, ""),
            "suite": suites.get(db_id, []),
        }
        for sql, db_id in gold
    ]


def read_rows(path: Path | str, *, predicted: bool = True) -> tuple[list[dict], list[list[str]]]:
    """Read a file of rows, one JSON object a line with `schema`, `gold` and `prediction`, or a list `predictions`.

    Return the records, and the predictions of each, as many for every row; none where there are none and `predicted` is false. Raise
    UserError where the file cannot be read, a line lacks a field, or has more or fewer predictions than the first.
    """
    rows, predictions = [], []
    for number, row in json_rows(path):
        for name in ("schema", "gold", "prediction")[: 3 if predicted and "predictions" not in row else 2]:
            if not isinstance(row.get(name), str):
                raise UserError(f"Line {number} of {path} has no text {name!r}. Expected schema, gold and prediction on each line.")
        several = row.get("predictions", [row["prediction"]] if "prediction" in row else [])
        if not isinstance(several, list) or not all(isinstance(sql, str) for sql in several) or len(several) < predicted:
            raise UserError(f"Line {number} of {path} has predictions {str(several)[:60]}. Expected a list of one query or more.")
        if predictions and len(several) != len(predictions[0]):
            raise UserError(f"Line {number} of {path} has {len(several)} predictions, the first row has {len(predictions[0])}. "
                            "Expected as many for each row.")  # fmt: skip
        # Half of a character (a lone surrogate) can be read from JSON, and not be printed.
        db_id = str(row.get("db_id", "")).encode(errors="backslashreplace").decode()
        level = row["hardness"] if row.get("hardness") in (*LEVELS, "unknown") else grade(row["gold"])
        question = row.get("question") if isinstance(row.get("question"), str) else ""
        rows.append({"question": question, "sql": row["gold"], "schema": separated(row["schema"]), "db_id": db_id, "hardness": level})
        predictions.append(several)
    return rows, predictions


def suite_files(folder: Path | str, db_id: str) -> list[Path]:
    """Return a database's files in a test suite, `folder/db_id/*.sqlite`, the original one first. Raise UserError where there are none."""
    place = Path(folder) / db_id
    files = sorted(place.glob("*.sqlite"), key=lambda path: (path.stem != db_id, path.name))
    if not files:
        raise UserError(f"There is no database {place / f'{db_id}.sqlite'}. Unpack the databases there, a folder for each.")
    return files


def read_scores(path: str) -> dict:
    """Read what `python -m helpers.score --json` wrote. Raise UserError for any other file."""
    try:
        earlier = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise UserError(f"{path} is not JSON: {error}. Expected what --json wrote.") from error
    flags, summary, rows = (as_dict(earlier).get(name) for name in ("flags", "summary", "rows"))
    scores = as_dict(as_dict(summary).get("all"))
    needed = {"index", "db_id", *(name for name in ("ex", "ts") if scores.get(name))}
    if not (flags == as_dict(flags) and scores and isinstance(rows, list) and all(needed <= as_dict(row).keys() for row in rows)):
        raise UserError(f"{path} is not what --json wrote: flags, summary or rows are not there, or lack what belongs there.")
    return earlier


def check_same_rows(earlier: dict, rows: list[dict]) -> None:
    """Raise UserError where an earlier result is not about these rows."""
    before = [(row["index"], row["db_id"]) for row in earlier["rows"]]
    other = next((at for at, (old, row) in enumerate(zip(before, rows, strict=False)) if old != (at, row.get("db_id", ""))), None)
    if len(before) != len(rows) or other is not None:
        what = f"{len(before):,} rows, not these {len(rows):,}" if other is None else f"another row or database at row {other + 1:,}"
        raise UserError(f"The earlier result has {what}: expected the same gold file.")
