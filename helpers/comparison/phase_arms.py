"""The two-phase experiment: every model that its arms scored, side by side and in pairs. An arm is a run of 05."""

import re
from collections.abc import Sequence

import pandas as pd

from helpers.comparison.arms import find_arms
from helpers.comparison.results import change_text, rate_text
from helpers.files import cut
from helpers.runs import Run
from helpers.scoring.measures import MEASURES, compare, headline, of_rows, rates_by_group
from helpers.scoring.spider.hardness import easy_first
from helpers.scoring.statistics import p_text, rate_with_interval

NAMES = ["include_schema", "phase1_adapter"]  # what the arms differ in
UNSEEN = "unseen databases"


def phase_reports(run: Run) -> dict[str, dict]:
    """Return the report of every model that the finished arms scored, such as {"both phases, schema": ...}, this run's included."""
    reports = {}
    for arm in find_arms(run, NAMES):
        asked = arm.record["parameters"]
        last = "phase 2 only" if asked["phase1_adapter"] == "none" else "both phases"
        schema = "schema" if asked["include_schema"] else "no schema"
        for model in arm.metrics.get("models", []):
            name = {"phase 1": "phase 1 only", "tuned": last}.get(model, model)
            reports[f"{name}, {schema}"] = arm.metrics[model]
    return reports


def clauses(sql: str) -> str:
    """Say which of JOIN and GROUP BY a query has.

    >>> clauses("SELECT a FROM t JOIN u ON t.i = u.i GROUP BY a")
    'JOIN and GROUP BY'
    """
    patterns = {"JOIN": r"\bJOIN\b", "GROUP BY": r"\bGROUP\s+BY\b"}
    found = [name for name, pattern in patterns.items() if re.search(pattern, sql, re.IGNORECASE)]
    return " and ".join(found) or "neither"


def rates_table(reports: dict[str, dict], groups: Sequence[str], measure: str) -> pd.DataFrame:
    """Show a measure's rates with their 95 % intervals, a row a trained model and a column a group of questions, the easy ones first."""
    reports = {name: report for name, report in reports.items() if not name.startswith("base,")} or reports
    found = rates_by_group(reports, groups, measure)
    sizes = {group: max(score["n"] for score in found[group].values()) for group in easy_first(found)}
    columns = {f"{group} (n {n})": {name: rate_text(found[group].get(name)) for name in reports} for group, n in sizes.items()}
    return pd.DataFrame(columns, index=list(reports))


def invented_names(reports: dict[str, dict]) -> pd.DataFrame:
    """Count the queries that fail for a table or a column that does not exist, a row a model, with the commonest such names."""
    rows = {}
    for name, report in reports.items():
        valid = report["validity"]
        found = valid["hallucinated"]
        bad = found["tables"] + found["columns"]
        rows[name] = {
            "unknown tables": found["tables"], "unknown columns": found["columns"],
            "share of queries": rate_text(rate_with_interval([True] * bad + [False] * (valid["n"] - bad))),
            "commonest": ", ".join(cut(name, 30) for name in list(found["names"])[:4]),
        }  # fmt: skip
    return pd.DataFrame(rows).T


def paired_table(reports: dict[str, dict], groups: Sequence[str]) -> pd.DataFrame:
    """Compare models in pairs on the same questions: all of them, and those about databases that training never saw.

    The pairs: both phases against one, and each trained model with and without the schema. A pair of which an arm was not run is
    left out.
    """
    ones = ("phase 1 only", "phase 2 only")
    pairs = [(f"both phases, {schema}", f"{before}, {schema}") for schema in ("schema", "no schema") for before in ones]
    pairs += [(f"{name}, schema", f"{name}, no schema") for name in (*ones, "both phases")]
    parts = {"all": list(range(len(groups))), UNSEEN: [i for i, group in enumerate(groups) if group == UNSEEN]}
    if len(parts[UNSEEN]) in (0, len(groups)):
        parts = {UNSEEN if parts[UNSEEN] else "all": parts["all"]}
    rows = []
    for after, before in (pair for pair in pairs if set(pair) <= set(reports)):
        for part, indexes in parts.items():
            old, new = of_rows(reports[before], indexes), of_rows(reports[after], indexes)
            valid = compare(old, new, "validity")
            rows.append({
                "comparison": f"{after} against {before}", "questions": part, **paired(compare(old, new)),
                "change of valid": change_text(valid) if valid["n"] else "-",
            })  # fmt: skip
    return pd.DataFrame(rows)


def paired(found: dict) -> dict[str, object]:
    """Return what `compare` found as the cells of a table."""
    return {
        "n": found["n"], f"change of {MEASURES[found['measure']][0]}": change_text(found),
        "gained": len(found["gained"]), "lost": len(found["lost"]),
        "p": p_text(found["p_value"]).removeprefix("= "),
    }  # fmt: skip


def forgetting_table(run: Run) -> pd.DataFrame:
    """Show each arm that went on from phase 1: its score on phase 1's test set after phase 1 and after phase 2, and the change."""
    rows = []
    for arm in find_arms(run, NAMES):
        found = arm.metrics.get("forgetting")
        if found:
            schema = "schema" if arm.record["parameters"]["include_schema"] else "no schema"
            before, after = (rate_text(headline(found[name])) for name in ("before", "after"))
            rows.append({"phase 2 with": schema, "after phase 1": before, "after phase 2": after, **paired(found["comparison"])})
    return pd.DataFrame(rows)
