"""A run for people to read: curve and scores with a sentence, samples and failures with verdicts, a table to mark and its agreement."""

import csv
import io
import re
from pathlib import Path

import pandas as pd
from IPython.display import Markdown, display

from helpers import UserError
from helpers.evaluation.conclusions import plain, read_curve, read_scores
from helpers.files import csv_rows, cut, read_lines, redact, write_whole
from helpers.plots.scores import score_bars
from helpers.plots.training import loss_curve
from helpers.runs import Run, read_run
from helpers.scoring.measures import JUDGED, MEASURES, failures, headline, per_cent
from helpers.scoring.report import score_predictions
from helpers.scoring.statistics import rate_with_interval

FORMULA = re.compile(r"[\t\r\n']|\s[\s']*[=+@-]|[=+@-]")  # a cell that begins so may be run by a spreadsheet, or lose its line end
RIGHT, WRONG = {"right", "r", "yes", "y", "true", "1", "ok", "correct"}, {"wrong", "w", "no", "n", "false", "0", "incorrect"}
YES, SAID = {True: "yes", False: "no", None: "-"}, {True: "right", False: "wrong", None: ""}
LONGEST = 200  # characters of an answer that is shown beside others


class TextTable(pd.DataFrame):
    """A table of queries that a notebook and GitHub show left-aligned, every cell as the text that it is.

    With more than three columns, each row is a block of lines, a column a line: so that long queries can be read on a phone.
    """

    @property
    def _constructor(self):
        return TextTable

    def _repr_html_(self) -> None:
        return None  # GitHub takes the alignment off HTML tables

    def _repr_markdown_(self) -> str:
        head = [plain(name) for name in self.columns]
        rows = [list(map(self._cell, self.columns, row)) for row in self.itertuples(index=False)]
        if len(head) > 3:
            blocks = [[(head[0], f"**{row[0]}**"), *zip(head[1:], row[1:], strict=True)] for row in rows]
            head, rows = ["", ""], [line for block in blocks for line in block]
        return "\n".join(f"| {' | '.join(line)} |" for line in (head, [":---"] * len(head), *rows))

    def _cell(self, name: str, value: object) -> str:
        text = plain(value)
        code = name in self.attrs.get("code", ()) and text not in ("", "-")
        return f"<code>{text}</code>" if code else text


def show_curve(run: Run, log_history: list[dict], subject: str) -> None:
    """Draw and read the loss curve, as the cell `train` of 01 does."""
    fig = loss_curve(log_history, subject)
    run.save_figure(fig, "loss")
    display(fig, Markdown(read_curve(log_history)))


def show_scores(exam, subject: str, column: str = "hardness") -> None:
    """Draw and read the headline score by a column of the test set, as the cell `score-figure` of 01 does."""
    fig = score_bars(exam.bars(column), subject, exam.best["name"])
    exam.run.save_figure(fig, "scores")
    display(fig, Markdown(read_scores(exam.reports, exam.wider_reports, exam.by_group(column))))


def samples_table(exam) -> TextTable:
    """Show what each model answers to the fixed questions and to three of the test set, and whether the last one's runs and is right.

    Of each grade of hardness the first test question is taken, of the easy ones one that the last model gets right, if there is one.
    A dash means that there is no gold query to judge by. What goes on without end is cut.
    """
    said = {name: [exam.query(answer) for answer in answers] for name, answers in exam.shown.items()}
    last, shown = list(said)[-1], []  # question, gold query, each model's query, verdict, and whether it is right
    asked = [{**row, "sql": row.get("sql") or "SELECT 1"} for row in exam.demonstrations]  # with any gold that runs, validity is judged
    verdicts = score_predictions(asked, said[last], generate=True)["rows"] if asked else []
    for at, (row, verdict) in enumerate(zip(exam.demonstrations, verdicts, strict=True)):
        known = [verdict[name] for name in ("test_suite", "execution", "exact") if row.get("sql") and verdict.get(name) is not None]
        queries = {name: sqls[at] for name, sqls in said.items()}
        shown.append((row["question"], row.get("sql", ""), queries, verdict, next(iter(known), None)))
    queries = {name: exam.sql(name) for name in said if name in exam.answers}
    for level in ("easy", "medium", "hard") if last in queries else ():
        key, judged = MEASURES[headline(exam.reports[last])["measure"]][1], exam.reports[last]["rows"]
        found = [at for at, row in enumerate(exam.test_set) if row["hardness"] == level]
        found = sorted(found, key=lambda at: judged[at][key] is not True) if level == "easy" else found
        for at in found[:1]:
            row, own = exam.test_set[at], {name: sqls[at] for name, sqls in queries.items()}
            shown.append((f"{row['question']} (test set, {level})", row["sql"], own, judged[at], judged[at][key]))
    rows = [
        {"question": question, "gold": gold, **own, f"{last} runs": YES[verdict["valid"]],
         f"{last} is right": f"no: {verdict['reason']}" if right is False and verdict.get("reason") else YES[right]}
        for question, gold, own, verdict, right in shown
    ]  # fmt: skip
    table = TextTable(rows, columns=["question", "gold", *said, f"{last} runs", f"{last} is right"]).fillna("-")
    for name in said:
        table[name] = [cut(cell, LONGEST) for cell in table[name]]
    table.attrs["code"] = ("gold", *said)
    return table


def failures_table(exam, name: str) -> TextTable:
    """Show one wrong answer of each kind of reason, the commonest kind first, with how many there are of it."""
    wrong, report, queries = failures(exam.reports[name]), exam.reports[name], exam.sql(name)
    kinds: dict[str, list[int]] = {}
    for index in wrong:
        kinds.setdefault(kind_of_failure(report["rows"][index]["reason"] or ""), []).append(index)
    rows = [
        {"kind": f"{kind}: {len(found)} of {len(wrong)}", "question": exam.test_set[at]["question"], "gold": exam.test_set[at]["sql"],
         name: queries[at], "reason": report["rows"][at]["reason"]}
        for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1])) for at in found[:1]
    ]  # fmt: skip
    table = TextTable(rows, columns=["kind", "question", "gold", name, "reason"])
    table.attrs["code"] = ("gold", name)
    return table


def kind_of_failure(reason: str) -> str:
    """Name the kind of a reason for which an answer is wrong.

    >>> kind_of_failure("no such column: nme"), kind_of_failure("returns 0 rows, the gold returns 15")
    ('no such column', 'wrong rows')
    """
    kinds = {
        "no such column": "no such column", "ambiguous column": "ambiguous column", "no such table": "no such table",
        "no such function": "no such function",
        "wrong rows": r"^returns|on database|other (?:values|rows)", "reads no table": "reads no table|no table",
        "no valid SQL": "syntax error|incomplete input|unrecognized token|not a query|not one query|empty|one statement",
        "too slow": "time|interrupted|seconds", "another dialect": "cannot be brought",
    }  # fmt: skip
    return next((kind for kind, pattern in kinds.items() if re.search(pattern, reason, re.IGNORECASE)), "other")


def write_review(run: Run, model: str = "", schemas: list[str] | None = None) -> Path:
    """Write `review.csv` of a finished run: question, schema or database, both queries, verdicts, reason, and an empty mark.

    A cell that a spreadsheet would run as a formula begins with an apostrophe, which `read_review` takes off again. Marks in a
    file that is already there are kept, where question and prediction are still the same. Without `model` the last one that was scored
    is taken, and without `schemas`, one a test question, the database's name stands there.
    """
    metrics = read_run(run.folder).metrics
    model = model or metrics["models"][-1]
    measure = metrics["headline"]["measure"]
    target = run.folder / "review.csv"
    marks = {_folded(row["question"], row["prediction"]): row["mark"] for row in _rows(target)} if target.exists() else {}
    rows = [
        {
            "row": index, "question": row["question"], "schema": schemas[index] if schemas is not None else row.get("db_id", ""),
            "gold": row["sql"], "prediction": row[model], "verdict": SAID[row[MEASURES[measure][1]]],
            **{name: SAID[row.get(name)] for name in JUDGED}, "reason": row["reason"] or "",
            "mark": marks.get(_folded(row["question"], row[model]), ""),
        }
        for index, row in enumerate(read_lines(run.predictions_file()))
    ]  # fmt: skip
    text = io.StringIO()
    csv.writer(text).writerows([list(rows[0]), *(map(_guarded, row.values()) for row in rows)])
    marked = "\ufeff" + redact(text.getvalue())  # without the mark at the start, Excel does not see that it is UTF-8
    write_whole(target, marked.encode(errors="replace"))
    return target


def read_review(path: Path) -> dict:
    """Compare people's marks (right or wrong, in a word, a letter or a digit) with the verdicts; rows without one are not counted.

    Also reads what spreadsheets make of the file: semicolons between cells, and marks in capitals. Raise UserError where there is no such
    file, or another kind of file, or a mark says neither.

    Returns:
        agreement: {"rate", "interval", "n"}; "rows", "marked"; "too strict" and "too kind": the rows that were marked right where
        the verdict is wrong, and the other way round; and a sentence that says it.
    """
    rows = _rows(path)
    marked = {number: mark for number, row in enumerate(rows, 1) if (mark := row["mark"].strip().lower())}
    if wrong := next((number for number, mark in marked.items() if mark not in RIGHT | WRONG), 0):
        raise UserError(f"Row {wrong} of {path.name} is marked {rows[wrong - 1]['mark']!r}: expected right or wrong, or nothing.")
    judged = [(rows[number - 1], SAID[mark in RIGHT]) for number, mark in marked.items()]
    judged = [(int(row["row"]), mark, verdict) for row, mark in judged if (verdict := row["verdict"].strip().lower()) in ("right", "wrong")]
    strict, kind = ([row for row, mark, verdict in judged if mark == said != verdict] for said in ("right", "wrong"))
    share = rate_with_interval([mark == verdict for _, mark, verdict in judged])
    sentence = f"{len(marked)} of {len(rows)} rows of {path.name} are marked: put right or wrong into the column mark"
    if share["n"]:
        sentence = f"people and verdict agree on {per_cent(share)} of {share['n']} marked rows; "
        sentence += f"the verdict is too strict in {len(strict)} and too kind in {len(kind)}"
    counts = {"rows": len(rows), "marked": len(marked), "too strict": strict, "too kind": kind}
    return {"agreement": share, **counts, "sentence": sentence}


def _rows(path: Path) -> list[dict[str, str]]:
    rows = [row for _, row in csv_rows(path)]
    if not rows or not {"row", "question", "prediction", "verdict", "mark"} <= set(rows[0]):
        raise UserError(f"{path.name} is not what write_review wrote: it lacks rows, or the columns row, verdict or mark.")
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _folded(*texts: str) -> tuple[str, ...]:
    """Return texts as they come back from a spreadsheet, which may write a line end otherwise and leave out the space around a cell."""
    return tuple(re.sub(r"\r\n?", "\n", text).encode(errors="replace").decode().strip() for text in texts)


def _guarded(value: object) -> str:
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text


def _plain(text: str) -> str:
    inner = text.removeprefix("'")
    return inner if inner != text and _guarded(inner) == text else text
