"""What was exported is scored again: the files that are given away, not the model in memory that they were made from."""

from collections.abc import Callable

import pandas as pd

from helpers.comparison.results import change_text
from helpers.evaluation.exam import Exam
from helpers.memory.device import free_memory
from helpers.runs import read_run
from helpers.scoring.measures import BESIDE, compare, headline, rates_cell


def score_exports(exam: Exam, loads: dict[str, Callable], count: int) -> pd.DataFrame:
    """Ask every exported form of a model the same questions, and compare each with the first, question by question.

    Scores go into the run's metrics, from where the card of each file takes its own. Finished answers are kept, so that an
    interrupted run goes on behind them. `loads` says how to load each form, by its name: adapter, merged, gguf; one is in memory at a
    time. `count` of the questions are asked; -1 for all.

    Returns:
        a row a form: its score, with other tables beside too, and what changed against the first form.
    """
    parts = {"report": exam.test_set, "wider": exam.wider}
    asked = {part: rows.select(range(min(len(rows), count) if count >= 0 else len(rows))) for part, rows in parts.items() if rows}
    forms: dict[str, dict] = {}
    for name, load in loads.items():
        model = load()
        forms[name] = {part: _scored(exam, model, f"exported_{name}", rows, part == "wider") for part, rows in asked.items()}
        del model
        free_memory()
        forms[name]["comparison"] = compare(next(iter(forms.values()))["report"], forms[name]["report"])["sentence"]
    run = exam.run
    run.scored(read_run(run.folder).metrics | {"exports": forms})
    return _table(forms)


def _scored(exam: Exam, model, name: str, rows, wider: bool) -> dict:
    label = f"{name.replace('_', ' ')}{f', {BESIDE}' * wider}"
    return exam.scored(rows, exam.ask(model, rows, label, exam.run.answers_file(name, wider)))


def _table(forms: dict[str, dict]) -> pd.DataFrame:
    first = next(iter(forms))
    rows = {}
    for name, form in forms.items():
        best = headline(form["report"])
        paired = compare(forms[first]["report"], form["report"])
        rows[name] = {
            best["name"]: rates_cell(best),
            **({BESIDE: rates_cell(headline(form["wider"]))} if form.get("wider") else {}),
            f"against the {first}, in pairs": "-" if name == first else change_text(paired),
            "gained, lost": "-" if name == first else f"{len(paired['gained'])}, {len(paired['lost'])}",
        }
    return pd.DataFrame.from_dict(rows, orient="index")
