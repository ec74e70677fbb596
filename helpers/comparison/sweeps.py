"""Runs that differ in one thing or two: groups of them, the score over the number of training examples, and what a sweep found."""

from collections.abc import Sequence

import pandas as pd

from helpers import UserError
from helpers.comparison.paired import pair
from helpers.comparison.results import Results
from helpers.comparison.tables import differ_in
from helpers.parameters import of_role
from helpers.scoring.measures import MEASURES

MOST_LINES = 6  # of learning curves in one figure
SIZE = "train_examples"


def learning_curves(results: Results, measure: str) -> tuple[dict[str, list[dict]], str]:
    """Return {recipe: its scores by training size} of runs of one test set that differ in `train_examples` only, and a sentence."""
    lines: dict[str, list[dict]] = {}
    for family in differ_in(results, [SIZE]):
        points = [{"value": results.models.loc[label, "train_rows"], **results.score(label, measure)} for label in family]
        points = [point for point in points if point["n"] and pd.notna(point["value"]) and point["value"] > 0]
        if len({point["value"] for point in points}) > 1:
            model = results.models.loc[family[0]]
            name = f"{model['stem'][:2]} {model['model']}"
            lines[name if name not in lines else f"{name} ({len(lines) + 1})"] = sorted(points, key=lambda point: point["value"])
    if not lines:
        return {}, "No two runs differ in train_examples only. To see what more data is worth: --sweep train_examples=200,400,800"
    shown = dict(list(lines.items())[:MOST_LINES])
    left = f"; {len(lines) - len(shown)} more recipes are left out" if len(shown) < len(lines) else ""
    total = sum(len(points) for points in shown.values())
    return shown, f"{total} runs of {len(shown)} recipe{'s' * (len(shown) > 1)} differ in train_examples only{left}."


def find_sweep(results: Results, measure: str, asked: Sequence[str] = ()) -> dict:
    """Find the runs that differ in one or two parameters, and say which settings cannot be told apart from the best.

    A sweep of more parameters is shown in two of them, the others at the values of the best run. Where a setting was run with several
    seeds, its point is the mean of their scores, and its interval goes from the lowest to the highest; the seed is no setting.

    The models are those of one test set. `asked` names one or two parameters; without them the largest sweep decides, else the
    parameter in which most runs differ alone. Raise UserError where more are asked for, or one that no run has.

    Returns:
        "sentence" and, if two settings were found: `names` and `values` of the parameters, `scores` by setting, `family` (labels).
    """
    results = results.only([label for label in results.trained if results.score(label, measure)["n"]])
    table = _settings(results.models["parameters"])
    unknown = [name for name in asked if name not in table]
    if len(asked) > 2 or (unknown and len(table)):
        wrong = f", not {', '.join(unknown)}" if unknown else ""
        raise UserError(f"swept {', '.join(asked)}: name one or two parameters that the runs have{wrong}.")
    groups = [(list(asked), family) for family in differ_in(results, {*asked, "seed"})] if asked else _sweeps(results, table)
    groups = [(names, family) for names, family in groups if len(table.loc[family, names].drop_duplicates()) > 1]
    if not groups:
        what = f"in {' and '.join(asked)} only" if asked else "in one or two parameters only"
        return {"sentence": f"No two runs differ {what}. To make some: --sweep lora_rank=4,8,16 --sweep learning_rate=1e-3,2e-4"}
    names, family = max(groups, key=lambda group: len(group[1]))
    note = ""
    if len(names) > 2:
        best = results.only(family).ranked(measure)[0]
        names = sorted(names, key=lambda name: -table.loc[family, name].nunique())
        names, fixed = names[:2], names[2:]
        family = [label for label in family if table.loc[label, fixed].equals(table.loc[best, fixed])]
        note = f" Of the other swept parameters, the best run's values are shown: {_words(table.loc[best, fixed])}."
    left = len(groups) - 1
    note += f" {left} other group{'s' * (left > 1)} of runs could be shown: name the parameters in swept." if left else ""
    return _read_sweep(results, measure, table.loc[family], names, note)


def _read_sweep(results: Results, measure: str, table: pd.DataFrame, names: list[str], note: str) -> dict:
    latest = table.drop_duplicates([*names, "seed"], keep="last")
    settings = {setting: list(rows.index) for setting, rows in latest.groupby(names, sort=False)}
    scores = {setting: _mean_score([results.score(label, measure) for label in labels]) for setting, labels in settings.items()}
    best = max(scores, key=lambda setting: scores[setting]["rate"])
    others = [labels[-1] for setting, labels in settings.items() if setting != best]
    close = sum(pair(results, label, settings[best][-1], measure).get("p_value", 1) >= 0.05 for label in others)
    seeds = max(map(len, settings.values()))
    many = f"A point is the mean of up to {seeds} seeds, its bar goes from the lowest to the highest."
    model = results.models.loc[table.index[0]]
    sentence = (
        f"{len(scores)} settings of {' and '.join(names)} ({model['stem']}, {model['model']}). The best {MEASURES[measure][0]} is at "
        f"{_words(table.loc[settings[best][-1], names])}. Others that cannot be told apart from it by McNemar's exact test "
        f"(p at least 0.05): {close} of {len(others)}. {many if seeds > 1 else 'Each setting has one seed.'}{note}"
    )
    found = [table[name].unique() for name in names]
    values = [sorted(own, key=None if all(isinstance(value, (int, float)) for value in own) else str) for own in found]
    return {"sentence": sentence, "names": names, "values": values, "scores": scores, "family": list(table.index)}


def _settings(parameters: pd.Series) -> pd.DataFrame:
    """Return a row a model and a column a parameter; lists are texts, so that values can be grouped."""
    names = dict.fromkeys(name for values in parameters for name in ("seed", *values))

    def plain(value: object) -> object:
        return value if isinstance(value, (int, float, str)) else str(value)

    rows = [[plain(values.get(name)) for name in names] for values in parameters]
    return pd.DataFrame(rows, index=parameters.index, columns=list(names), dtype=object)


def _sweeps(results: Results, table: pd.DataFrame) -> list[tuple[list[str], list[str]]]:
    """Return groups of runs and what varies in each beside the seed: the runner's sweeps, else runs that differ in a single parameter."""
    names = [name for name in sorted(of_role(table, "recipe", "condition")) if name != "seed"]
    swept = results.models[results.models["sweep"] != ""]
    groups = [list(rows.index) for _, rows in swept.groupby(["stem", "sweep", "model", "letter"], sort=False)]
    varied = [([name for name in names if table.loc[group, name].nunique() > 1], group) for group in groups]
    alone = [([name], family) for name in names if name != SIZE for family in differ_in(results, [name, "seed"])]
    return [(found, group) for found, group in varied if found] or alone


def _mean_score(scores: list[dict]) -> dict:
    if len(scores) == 1:
        return scores[0]
    rates = [score["rate"] for score in scores]
    return {"rate": sum(rates) / len(rates), "n": scores[0]["n"], "interval": [min(rates), max(rates)]}


def _words(setting: pd.Series) -> str:
    return ", ".join(f"{name}={short(value)}" for name, value in setting.items())


def short(value: object) -> str:
    """Write a parameter's value as a reader types it: 0.0003, not 0.00030000000000000003."""
    return f"{value:g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)
