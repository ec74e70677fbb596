"""An experiment of several runs: each run is one arm, and the table shows all that were made under the same conditions."""

from math import inf

import pandas as pd

from helpers.comparison.results import rate_text
from helpers.parameters import of_role
from helpers.runs import Run, RunRecord, list_runs
from helpers.scoring.measures import BESIDE, compare


def find_arms(run: Run, names: list[str]) -> list[RunRecord]:
    """Return the finished runs that differ from this one in nothing but `names`: the latest of each setting, oldest first.

    Looks beside the run: among the members of its sweep, if it belongs to one, else among all runs of the notebook under runs/.
    """
    own = run.record["parameters"]
    latest: dict[tuple, RunRecord] = {}
    for found in list_runs(run.folder.parent):
        parameters = found.record.get("parameters", {})
        others = {*of_role({*own, *parameters}, "recipe", "condition")} - {*names}
        if found.status == "finished" and found.stem == run.record["stem"] and all(own.get(o) == parameters.get(o) for o in others):
            latest.pop(key := tuple(str(parameters.get(name)) for name in names), None)
            latest[key] = found
    return list(latest.values())


def arms_in_pairs(run: Run, names: list[str]) -> list[str]:
    """Compare the last model of each other arm with this run's, question by question: a sentence a pair.

    Intervals of two rates may overlap where the paired comparison shows a difference: the questions are the same.
    """
    arms = {arm.folder: arm for arm in find_arms(run, names)}
    mine = arms.pop(run.folder, None)
    if mine is None or not arms:
        return ["One arm alone: run the others for a comparison in pairs."]

    def setting(arm: RunRecord) -> str:
        return ", ".join(f"{name} {arm.record['parameters'].get(name)}" for name in names)

    report, lines = mine.metrics[mine.metrics["models"][-1]], []
    for arm in arms.values():
        other = arm.metrics[arm.metrics["models"][-1]]
        lines.append(f"{setting(mine)} against {setting(arm)}: {compare(other, report)['sentence']}")
    return lines


def arms_table(run: Run, names: list[str]) -> pd.DataFrame:
    """Show every finished arm: its setting, what it cost, its headline score, and beside it that with other tables in the schemas.

    `names` are the parameters that distinguish the arms. The run that asks is in the table once it is finished.
    """
    rows = []
    for arm in find_arms(run, names):
        record, metrics = arm.record, arm.metrics
        wider, weights = (metrics.get("wider") or {}).get("headline"), metrics.get("weights_gib")
        rows.append({
            **{name: str(record["parameters"].get(name)) for name in names},
            **({"weights (GiB)": f"{weights:.2f}"} if isinstance(weights, float) else {}),
            "training (min)": f"{record.get('training_seconds', 0) / 60:.1f}",
            "peak (GiB)": f"{record.get('training_peak_gib', 0):.2f}",
            "examples a second": f"{record.get('examples_a_second', 0):.2f}",
            metrics.get("headline", {}).get("name", "score"): rate_text(metrics.get("headline"), inf),
            **({BESIDE: rate_text(wider, inf)} if wider else {}),
        })  # fmt: skip
    return pd.DataFrame(rows).fillna("-")
