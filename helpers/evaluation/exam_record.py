"""What an exam leaves in the run's folder: a line a question with every model's query, and the scores of all models."""

import re
from collections.abc import Callable

from datasets import Dataset

from helpers.data.spider import HUB
from helpers.runs.facts import origin
from helpers.scoring.measures import BESIDE, compare, headline


def write_record(exam, end: Callable[[dict], None], more: dict) -> None:
    """Write `predictions.jsonl` and the metrics of an exam's models, `more` among them, and print the headline beside the baseline.

    `end` writes the metrics, and marks the run as finished or as scored.
    """
    run, reports, models = exam.run, exam.reports, list(exam.reports)
    last, few = models[-1], next(iter(exam.shots), models[-1])
    best = exam.best
    overlap = {"allow_overlap": True} if run.record.get("parameters", {}).get("allow_overlap") else {}
    _write_predictions(exam, exam.test_set, exam.answers, reports, ("question", "sql", "group"))
    run.update(origins=_origins(run.record.get("parameters", {})))
    end({
        "headline": best, "models": models, **reports, "by_group": exam.by_group(),
        **({"comparison": exam.comparison(last)} if len(models) > 1 else {}), **_wider_record(exam),
        **({"comparison_shots": exam.comparison(last, few)} if few != last else {}),
        **{f"benchmark{'' if name == last else f'_{name}'}": {**report, "rows": []} for name, report in exam.benchmark.items()},
        **overlap, **more,
    })  # fmt: skip
    for name, found in ((best["name"], reports), (BESIDE, exam.wider_reports)):
        if found:
            rates = [headline(found[model])["rate"] for model in (last, next(iter(found)))]
            print(f"{name}: {100 * rates[0]:.1f} %, baseline {100 * rates[1]:.1f} %")
    print("training rows may repeat what is scored (allow_overlap)\n" * bool(overlap) + f"all is in {run.name}")


def _origins(parameters: dict) -> dict[str, str]:
    """Say where weights, rows and Spider's files came from: the Hub's revision, or a file's or folder's name."""
    names = {"weights": ("model_id", "model"), "rows": ("dataset_id", "dataset"), "spider": ("spider_dir", "dataset")}
    given = {part: (parameters[name], kind) for part, (name, kind) in names.items() if parameters.get(name)}
    return {part: origin("xlangai/spider" if name == HUB else name, kind) for part, (name, kind) in given.items()}


def _wider_record(exam) -> dict:
    """Return what the metrics hold of the questions with other tables beside, and write `predictions_wider.jsonl`."""
    reports = list(exam.wider_reports.values())
    if not reports:
        return {}
    _write_predictions(exam, exam.wider, exam.wider_answers, exam.wider_reports, ("question", "schema", "sql", "group"))
    comparison = {"comparison": compare(reports[0], reports[-1])} if len(reports) > 1 else {}
    return {"wider": {"headline": headline(reports[-1]), **comparison, "models": exam.wider_reports}}


def _write_predictions(exam, rows: Dataset, answers: dict, reports: dict, columns: tuple[str, ...]) -> None:
    """Write a line a question: the last model's verdicts, what the question is, and every model's query."""
    queries = {name: [exam.query(answer) for answer in answers[name]] for name in reports}
    verdicts = list(reports.values())[-1]["rows"]
    exam.run.write_lines(exam.run.predictions_file(rows is exam.wider).name, [
        {"id": row.get("id", ""), **verdict, **{key: row[key] for key in columns}, **{name: sqls[at] for name, sqls in queries.items()}}
        for at, (verdict, row) in enumerate(zip(verdicts, rows, strict=True))
    ])  # fmt: skip


def file_name(name: str) -> str:
    """Write a model's name so that it can be part of a file's.

    >>> file_name("base, 3 shots")
    'base_3_shots'
    """
    return re.sub(r"\W+", "_", name)
