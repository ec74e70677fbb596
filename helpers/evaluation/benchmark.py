"""Spider's development set as a benchmark: asked, written in Spider's file format, scored as `python -m helpers.score` does."""

import re

from transformers import PreTrainedModel

from helpers.data.sources import read_records
from helpers.data.spider import SpiderFiles
from helpers.evaluation.exam import Exam
from helpers.files import write_whole
from helpers.runs import is_main
from helpers.scoring.generated.names import schema_use_sentence
from helpers.scoring.measures import compare, summary_table
from helpers.scoring.report import score_predictions
from helpers.scoring.spider.official import Rules


def spider_development(exam: Exam, model: PreTrainedModel, spider_dir: str, name: str = "tuned") -> None:
    """Ask a model Spider's development questions and score the answers with values, DISTINCT removed (the official default).

    The report is kept in `exam.benchmark`, and written into the run's record with the exam's; the tuned model is compared with the base.
    Leaves `spider_gold.sql` and `spider_predictions.sql` in the run's folder, for any evaluator that reads these files; those of a
    model other than the tuned one have its name at the end.

    Args:
        exam: whose prompt, token budget and extraction are used.
        model: what is asked.
        name: which model it is: "base" or "tuned".
        spider_dir: Spider's folder with `dev.json`, `tables.json` and `database/`; without one nothing is asked.

    Raises:
        UserError: the folder lacks a file.
    """
    if not spider_dir:
        print("no spider_dir: Spider's development set is left out")
        return
    if not is_main():
        return
    files = SpiderFiles(spider_dir)
    rows = [{**row, "entry": files.entries[row["db_id"]]} for row in read_records("xlangai/spider", "test", "", files)]
    ending = "" if name == "tuned" else f"_{name}"
    answers = exam.ask(model, rows, f"{name} model, Spider", exam.run.answers_file(f"spider{ending}"))
    predictions = [exam.query(answer) for answer in answers]
    lines = {"gold": [f"{row['sql']}\t{row['db_id']}" for row in rows], f"predictions{ending}": predictions}
    for file, texts in lines.items():
        write_whole(exam.run.folder / f"spider_{file}.sql", "".join(re.sub(r"[\r\n]+", " ", text) + "\n" for text in texts))
    rules = Rules()
    report = exam.benchmark[name] = score_predictions(rows, predictions, rules=rules)
    print(f"on Spider's development set:\n{summary_table(exam.benchmark).to_string()}\n{schema_use_sentence(report['schema_use'])}")
    if name != "base" and "base" in exam.benchmark:
        print(compare(exam.benchmark["base"], report)["sentence"])
    print("; ".join(f"{name}: {text}" for name, text in rules.describe().items()))
