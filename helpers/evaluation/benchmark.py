"""Spider's development set as a benchmark: asked, written in Spider's file format, scored as `python -m helpers.score` does."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pandas as pd
from datasets import Dataset
from IPython.display import display
from transformers import PreTrainedModel

from helpers.data.sources import read_records
from helpers.data.spider import find_spider
from helpers.evaluation.exam_record import file_name
from helpers.files import write_whole
from helpers.hosts import is_main
from helpers.scoring.execution.sql import used_tables
from helpers.scoring.measures import MEASURES, compare, headline, of_rows, rates_cell, schema_use_sentence, summary_table, verdicts
from helpers.scoring.report import score_predictions
from helpers.scoring.spider.files import suite_files
from helpers.scoring.spider.hardness import grade
from helpers.scoring.spider.official import Rules
from helpers.scoring.statistics import rate_with_interval

RULES = Rules(official=True)  # the evaluators' own verdicts: `python -m helpers.score --official` on the answers gives the same
VERDICTS = ("spider_em", "execution", "test_suite", "valid")  # of each question and model, in `predictions_spider.jsonl`


def score_untuned(exam, model: PreTrainedModel, train_set: Dataset, shots: int, seed: int, spider_dir: str | None = None):
    """Score the untuned model as the cell `baseline` of 01 does, without and with worked examples, and return the table.

    `spider_dir` is that of `spider_development`; None asks no benchmark.
    """
    for name in ("base", exam.with_shots(model, train_set, shots, seed)):
        if spider_dir is not None:
            spider_development(exam, model, spider_dir, name)
        table = exam.score(model, name)
    return table


def spider_development(exam, model: PreTrainedModel, spider_dir: str, name: str = "tuned") -> None:
    """Ask a model Spider's development questions and score the answers by the official evaluators, DISTINCT removed (their default).

    Exact set match counts on all questions, execution and test suite on those whose database is in the folder. Each model is compared
    with the first in pairs; the reports go into the run's record with the exam's. Leaves in the run's folder `predictions_spider.jsonl`,
    with every model's verdict on each question, and for other evaluators `spider_gold.sql` and `spider_predictions.sql`, of a model
    other than the tuned one with its name at the end.

    `name` is "base", "tuned" or what `exam.with_shots` returned. `spider_dir` is a folder with `dev.json`, `tables.json` and databases,
    `name/name.sqlite` at any depth, the other files of a test suite beside, or "hub" for a copy on the Hub. With "" for one of both
    nothing is asked. Raise UserError where the folder lacks a file.
    """
    if not spider_dir and name:
        print("no spider_dir: Spider's development set is left out")
    if not spider_dir or not name or not is_main():
        return
    files = find_spider(spider_dir)
    records = read_records("xlangai/spider", "test", "", files)
    rows = [{**row, "hardness": grade(row["sql"]), "parts": _parts(row["sql"])} for row in with_suites(records, files.entries)]
    ending = "" if name == "tuned" else f"_{file_name(name)}"
    answers = exam.ask(model, rows, f"{name} model, Spider", exam.run.answers_file(f"spider{ending}"), exam.shots.get(name))
    predictions = [exam.query(answer) for answer in answers]
    lines = {"gold": [f"{row['sql']}\t{row['db_id']}" for row in rows], f"predictions{ending}": predictions}
    for file, texts in lines.items():
        write_whole(exam.run.folder / f"spider_{file}.sql", "".join(re.sub(r"[\r\n]+", " ", text) + "\n" for text in texts))
    report = exam.benchmark[name] = score_predictions(rows, predictions, rules=RULES)
    report["by_tables"] = {part: _rates(report, rows, part) for part in ("one table", "several tables", "with a JOIN")}
    exam.benchmark_answers[name] = predictions
    print(f"on Spider's development set: {schema_use_sentence(report['schema_use'])}")
    display(spider_table(exam.benchmark))
    first = next(iter(exam.benchmark))
    if name != first:
        report["comparison"] = compare(exam.benchmark[first], report)
        print(f"on Spider's development set, {first} to {name}: {report['comparison']['sentence']}")
    _write(exam, rows)
    print("; ".join(f"{rule}: {text}" for rule, text in RULES.describe().items()))


def with_suites(rows: Sequence[dict], entries: dict[str, dict]) -> list[dict]:
    """Give rows what Spider's evaluators need, where it is known: their database's entry of tables.json, the files of its test suite."""
    return [{**row, "entry": entries.get(row.get("db_id")), "suite": _suite(row.get("database") or "")} for row in rows]


@cache
def _suite(database: str) -> list[Path]:
    """Return the files that stand beside a database `name/name.sqlite`, the original first; none where it is alone."""
    path = Path(database)
    files = suite_files(path.parent.parent, path.stem) if database and path.parent.name == path.stem else []
    return files if len(files) > 1 else []


def spider_table(reports: dict[str, dict]) -> pd.DataFrame:
    """Return the table of Spider reports, a row a model: every rate, and the headline's by the tables that the gold query reads."""
    measure = headline(next(iter(reports.values())))["measure"]
    parts = {
        f"{MEASURES[measure][0]}, {part}": {name: rates_cell(report["by_tables"][part].get(measure)) for name, report in reports.items()}
        for part in next(iter(reports.values()))["by_tables"]
    }
    return pd.concat([summary_table(reports), pd.DataFrame(parts, index=list(reports))], axis=1)


def _rates(report: dict, rows: list[dict], part: str) -> dict[str, dict]:
    inside = of_rows(report, [index for index, row in enumerate(rows) if part in row["parts"]])
    rates = {measure: rate_with_interval(verdicts(inside, measure)) for measure in MEASURES if report.get(measure)}
    return {measure: rate for measure, rate in rates.items() if rate["n"]}


def _parts(gold: str) -> list[str]:
    """Say which parts of the questions a gold query belongs to, by how many tables it reads."""
    try:
        count = len(used_tables(gold))
    except ValueError:
        return []
    return ["one table" if count < 2 else "several tables"] + ["with a JOIN"] * bool(re.search(r"\bJOIN\b", gold, re.IGNORECASE))


def _write(exam, rows: list[dict]) -> None:
    """Write one line a question: its id, what it is, and of every model so far the query and the verdicts."""
    exam.run.write_lines("predictions_spider.jsonl", [
        {"id": f"spider-dev-{index}", **{key: row[key] for key in ("db_id", "hardness", "question", "sql", "parts")},
         **{name: sqls[index] for name, sqls in exam.benchmark_answers.items()},
         "verdicts": {
             name: {key: report["rows"][index].get(key) for key in (*VERDICTS, "reason")} for name, report in exam.benchmark.items()
         }}
        for index, row in enumerate(rows)
    ])  # fmt: skip
