"""An experiment of several runs: each run is one arm, and the table shows all that were made under the same conditions."""

from math import inf

import pandas as pd

from helpers.comparison.recorded import SPOILED
from helpers.comparison.results import number_text, rate_text
from helpers.files import as_dict
from helpers.parameters import of_role
from helpers.runs import Run, RunRecord, list_runs
from helpers.scoring.measures import BESIDE, headline, verdicts


def find_arms(run: Run, names: list[str]) -> list[RunRecord]:
    """Return the finished runs that differ from this one in nothing but `names`: the latest of each setting, oldest first.

    A run whose metrics are damaged is left out. Looks beside the run: among the members of its sweep, if it belongs to one, else among all
    runs of the notebook under runs/.
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


def arms_table(run: Run, names: list[str]) -> pd.DataFrame:
    """Show every finished arm: its headline score, beside it that with other tables in the schemas, and what it cost.

    `names` are the parameters that distinguish the arms. The run that asks is in the table once it is finished.
    """
    rows = {}
    for arm in find_arms(run, names):
        record, metrics = arm.record, arm.metrics
        values = record["parameters"]
        bits = {"load_in_4bit": "4 bits" if values.get("load_in_4bit") else "16 bits"}
        wider, best, weights = as_dict(metrics.get("wider")).get("headline"), as_dict(metrics.get("headline")), metrics.get("weights_gib")
        rows[", ".join(bits.get(name, f"{name} {values.get(name)}") for name in names)] = {
            str(best.get("name", "score")): rate_text(best, inf),
            BESIDE: rate_text(wider, inf),
            **({"weights (GiB)": f"{weights:.2f}"} if isinstance(weights, float) else {}),
            "training (min)": number_text(record.get("training_seconds", 0), 1, 60),
            "peak (GiB)": number_text(record.get("training_peak_gib", 0), 2),
            "examples a second": number_text(record.get("examples_a_second", 0), 2),
        }
    table = pd.DataFrame.from_dict(rows, orient="index").fillna("-")
    return table.drop(columns=BESIDE) if BESIDE in table and (table[BESIDE] == "-").all() else table
