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

    Scores go into the run's metrics, from where the card of each file takes its own. `loads` says how to load each form, by its name:
    adapter, merged, gguf; one is in memory at a time. `count` of the questions are asked; -1 for all.

    Returns:
        a row a form: its score, with other tables beside too, and what changed against the first form.
    """
    parts = {"report": exam.test_set, "wider": exam.wider}
    asked = {part: rows.select(range(min(len(rows), count) if count >= 0 else len(rows))) for part, rows in parts.items() if rows}
    run, forms, rows, first = exam.run, {}, {}, next(iter(loads))
    for name, load in loads.items():
        model, form = load(), {}
        for part, questions in asked.items():
            wider = part == "wider"
            label, file = f"exported {name}{f', {BESIDE}' * wider}", run.answers_file(f"exported_{name}", wider)
            form[part] = exam.scored(questions, exam.ask(model, questions, label, file))
        del model
        free_memory()
        forms[name] = form
        paired, best = compare(forms[first]["report"], form["report"]), headline(form["report"])
        form["comparison"] = paired["sentence"]
        rows[name] = {
            best["name"]: rates_cell(best),
            **({BESIDE: rates_cell(headline(form["wider"]))} if "wider" in form else {}),
            f"against the {first}, in pairs": "-" if name == first else change_text(paired),
            "gained, lost": "-" if name == first else f"{len(paired['gained'])}, {len(paired['lost'])}",
        }
    run.scored(read_run(run.folder).metrics | {"exports": forms})
    return pd.DataFrame.from_dict(rows, orient="index")
