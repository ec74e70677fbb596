"""Predictions for people to read: a table with a column to mark, and how far the marks agree with the verdicts."""

import csv
import io
import re
from pathlib import Path

from helpers import UserError
from helpers.files import csv_rows, read_lines, redact, write_whole
from helpers.runs import Run, read_run
from helpers.scoring.measures import MEASURES
from helpers.scoring.statistics import rate_with_interval

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is run by a spreadsheet, and a model may write one
RIGHT, WRONG = {"right", "r", "yes", "y", "true", "1", "ok", "correct"}, {"wrong", "w", "no", "n", "false", "0", "incorrect"}
JUDGED = ("exact", "execution", "test_suite", "valid")


def write_review(run: Run, model: str = "", schemas: list[str] | None = None) -> Path:
    """Write `review.csv` of a finished run: question, schema or database, both queries, verdicts, reason, and an empty mark.

    A cell that a spreadsheet would run as a formula begins with an apostrophe, which `read_review` takes off again. Marks in a
    file that is already there are kept, where question and prediction are still the same.

    Args:
        run: with its `predictions.jsonl`.
        model: whose answers; without it the last that was scored.
        schemas: one a test question; without them the database's name stands there.
    """
    metrics = read_run(run.folder).metrics
    model = model or metrics["models"][-1]
    measure = metrics["headline"]["measure"]
    target = run.folder / "review.csv"
    marks = {_folded(row["question"], row["prediction"]): row["mark"] for row in _rows(target)} if target.exists() else {}
    rows = []
    for index, row in enumerate(read_lines(run.predictions_file())):
        rows.append({
            "row": index, "question": row["question"],
            "schema": schemas[index] if schemas is not None else row.get("db_id", ""),
            "gold": row["sql"], "prediction": row[model], "verdict": _said(row[MEASURES[measure][1]]),
            **{name: _said(row.get(name)) for name in JUDGED}, "reason": row["reason"] or "",
            "mark": marks.get(_folded(row["question"], row[model]), ""),
        })  # fmt: skip
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    marked = "\ufeff" + redact(text.getvalue())  # without the mark at the start, Excel does not see that it is UTF-8
    write_whole(target, marked.encode(errors="replace"))
    return target


def read_review(path: Path) -> dict:
    """Compare people's marks (right or wrong, in a word, a letter or a digit) with the verdicts.

    Also reads what spreadsheets make of the file: semicolons between cells, and marks in capitals. Rows without a mark or without
    a verdict are not counted.

    Returns:
        agreement: {"rate", "interval", "n"}; "rows", "marked"; "too strict" and "too kind": the rows that were marked right where
        the verdict is wrong, and the other way round; and a sentence that says it.

    Raises:
        UserError: no such file, another kind of file, or a mark that says neither.
    """
    rows = _rows(path)
    strict, kind, agreed, marked = [], [], [], 0
    for number, row in enumerate(rows, 1):
        mark = row["mark"].strip().lower()
        if not mark:
            continue
        if mark not in RIGHT | WRONG:
            raise UserError(f"Row {number} of {path.name} is marked {row['mark']!r}: expected right or wrong, or nothing.")
        marked += 1
        verdict = row["verdict"].strip().lower()
        if verdict not in ("right", "wrong"):
            continue
        by_person = mark in RIGHT
        agreed.append(by_person == (verdict == "right"))
        if not agreed[-1]:
            (strict if by_person else kind).append(int(row["row"]))
    found = {"agreement": rate_with_interval(agreed), "rows": len(rows), "marked": marked, "too strict": strict, "too kind": kind}
    return found | {"sentence": _sentence(found, path)}


def _sentence(found: dict, path: Path) -> str:
    share = found["agreement"]
    if not share["n"]:
        return f"{found['marked']} of {found['rows']} rows of {path.name} are marked: put right or wrong into the column mark"
    low, high = share["interval"]
    return (
        f"people and verdict agree on {share['rate']:.1%} [{low:.1%}, {high:.1%}] of {share['n']} marked rows; "
        f"the verdict is too strict in {len(found['too strict'])} and too kind in {len(found['too kind'])}"
    )


def _rows(path: Path) -> list[dict[str, str]]:
    rows = [row for _, row in csv_rows(path)]
    if not rows or not {"row", "question", "prediction", "verdict", "mark"} <= set(rows[0]):
        raise UserError(f"{path.name} is not what write_review wrote: it lacks rows, or the columns row, verdict or mark.")
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _folded(*texts: str) -> tuple[str, ...]:
    """Return texts as they come back from a spreadsheet, which may write a line end otherwise."""
    return tuple(re.sub(r"\r\n?", "\n", text).encode(errors="replace").decode() for text in texts)


def _said(verdict: bool | None) -> str:
    return "" if verdict is None else "right" if verdict else "wrong"


def _guarded(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.lstrip(" \n'").startswith(FORMULA) or text.startswith("'") else text


def _plain(text: str) -> str:
    inner = text.removeprefix("'")
    return inner if inner != text and _guarded(inner) == text else text
