"""An experiment of several runs: each run is one arm, and the table shows all that were made under the same conditions."""

from math import inf

import pandas as pd

from helpers.comparison.recorded import SPOILED
from helpers.comparison.results import number_text, rate_text
from helpers.files import as_dict
from helpers.parameters import of_role
from helpers.runs import Run, RunRecord, list_runs
from helpers.scoring.measures import BESIDE, compare, headline, verdicts


def find_arms(run: Run, names: list[str]) -> list[RunRecord]:
    """Return the finished runs that differ from this one in nothing but `names`: the latest of each setting, oldest first.

    A run whose metrics are damaged is left out.

    Looks beside the run: among the members of its sweep, if it belongs to one, else among all runs of the notebook under runs/.
    """
    own = run.record["parameters"]
    latest: dict[tuple, RunRecord] = {}
    for found in list_runs(run.folder.parent):
        parameters = found.record.get("parameters", {})
        others = {*of_role({*own, *parameters}, "recipe", "condition")} - {*names}
        same = found.stem == run.record["stem"] and all(own.get(name) == parameters.get(name) for name in others)
        if found.status == "finished" and same and _readable(found.metrics):
            latest.pop(key := tuple(str(parameters.get(name)) for name in names), None)
            latest[key] = found
    return list(latest.values())


def _readable(metrics: dict) -> bool:
    try:
        reports = [metrics[model] for model in metrics.get("models", [])]
        return bool(metrics) and all(verdicts(report, headline(report)["measure"]) for report in reports)
    except SPOILED:
        return False


def arms_in_pairs(run: Run, names: list[str]) -> list[str]:
    """Compare the last model of each other arm with this run's, question by question: a sentence a pair.

    Intervals of two rates may overlap where the paired comparison shows a difference: the questions are the same.
    """
    arms = {arm.folder: arm for arm in find_arms(run, names) if arm.metrics.get("models")}
    mine = arms.pop(run.folder, None)
    if mine is None or not arms:
        return ["One arm alone: run the others for a comparison in pairs."]

    def setting(arm: RunRecord) -> str:
        return ", ".join(f"{name} {arm.record['parameters'].get(name)}" for name in names)

    report, lines = mine.metrics[mine.metrics["models"][-1]], []
    for arm in arms.values():
        other = arm.metrics[arm.metrics["models"][-1]]
        told = compare(other, report)["sentence"] if len(other["rows"]) == len(report["rows"]) else "they answered different questions"
        lines.append(f"{setting(mine)} against {setting(arm)}: {told}")
    return lines


def arms_table(run: Run, names: list[str]) -> pd.DataFrame:
    """Show every finished arm: its setting, what it cost, its headline score, and beside it that with other tables in the schemas.

    `names` are the parameters that distinguish the arms. The run that asks is in the table once it is finished.
    """
    rows = []
    for arm in find_arms(run, names):
        record, metrics = arm.record, arm.metrics
        wider, best, weights = as_dict(metrics.get("wider")).get("headline"), as_dict(metrics.get("headline")), metrics.get("weights_gib")
        rows.append({
            **{name: str(record["parameters"].get(name)) for name in names},
            **({"weights (GiB)": f"{weights:.2f}"} if isinstance(weights, float) else {}),
            "training (min)": number_text(record.get("training_seconds", 0), 1, 60),
            "peak (GiB)": number_text(record.get("training_peak_gib", 0), 2),
            "examples a second": number_text(record.get("examples_a_second", 0), 2),
            str(best.get("name", "score")): rate_text(best, inf),
            **({BESIDE: rate_text(wider, inf)} if wider else {}),
        })  # fmt: skip
    return pd.DataFrame(rows).fillna("-")
