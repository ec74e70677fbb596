"""Spider's development set as a benchmark: asked, written in Spider's file format, scored as `python -m helpers.score` does."""

from transformers import PreTrainedModel

from helpers.answers import extract_sql
from helpers.exam import Exam
from helpers.files import write_whole
from helpers.scoring.compare import summary_table
from helpers.scoring.official import Rules
from helpers.scoring.report import score_predictions
from helpers.sources import read_records
from helpers.spider import SpiderFiles


def spider_development(exam: Exam, model: PreTrainedModel, spider_dir: str) -> dict | None:
    """Ask a model Spider's development questions and score the answers with values, DISTINCT removed (the official default).

    Leaves `spider_gold.sql` and `spider_predictions.sql` in the run's folder, for any evaluator that reads these files.

    Args:
        exam: whose prompt, token budget and extraction are used.
        model: what is asked.
        spider_dir: Spider's folder with `dev.json`, `tables.json` and `database/`; without one nothing is asked.

    Returns:
        the report without its rows, or None.

    Raises:
        UserError: the folder lacks a file.
    """
    if not spider_dir:
        print("no spider_dir: Spider's development set is left out")
        return None
    files = SpiderFiles(spider_dir)
    rows = [{**row, "entry": files.entries[row["db_id"]]} for row in read_records("xlangai/spider", "test", "", files)]
    answers = exam.ask(model, rows, "Spider", exam.run.folder / "answers_spider.jsonl")
    predictions = [extract_sql(answer.text) for answer in answers]
    lines = {"gold": [f"{row['sql']}\t{row['db_id']}" for row in rows], "predictions": predictions}
    for name, texts in lines.items():
        write_whole(exam.run.folder / f"spider_{name}.sql", "".join(" ".join(text.splitlines()) + "\n" for text in texts))
    rules = Rules()
    report = score_predictions(rows, predictions, rules=rules)
    print(summary_table({"on Spider's development set": report}).to_string())
    print("; ".join(f"{name}: {text}" for name, text in rules.describe().items()))
    return {key: value for key, value in report.items() if key != "rows"}
