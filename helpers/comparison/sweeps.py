"""Runs that differ in one thing or two: the score over the number of training examples, and what a sweep found."""

from collections.abc import Sequence
from statistics import mean

from helpers import UserError
from helpers.comparison.arms import conditions
from helpers.comparison.paired import pair
from helpers.comparison.results import Results
from helpers.comparison.tables import differ_in
from helpers.scoring.measures import MEASURES

MOST_LINES = 6  # of learning curves in one figure
SIZE = "train_examples"


def learning_curves(results: Results, measure: str) -> tuple[dict[str, list[dict]], str]:
    """Return {recipe: its scores by training size} of runs that differ in `train_examples` only, and a sentence about them.

    Args:
        results: the models of one test set.
        measure: a key of `MEASURES`.
    """
    lines: dict[str, list[dict]] = {}
    for family in differ_in(results, [SIZE]):
        points = [{"value": results.models.loc[label, "train_rows"], **results.score(label, measure)} for label in family]
        points = [point for point in points if point["n"] and point["value"] == point["value"] and point["value"]]
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

    Args:
        results: the models of one test set.
        measure: a key of `MEASURES`.
        asked: the one or two parameters; without them the largest sweep decides, else the parameter in which most runs differ alone.

    Returns:
        "sentence" and, if two settings were found: `names` and `values` of the parameters, `scores` by setting, `family` (labels).

    Raises:
        UserError: more than two parameters are asked for, or one that no run has.
    """
    results = results.only([label for label in results.trained if results.score(label, measure)["n"]])
    parameters = results.models["parameters"]
    unknown = [name for name in asked if not any(name in values for values in parameters)]
    if len(asked) > 2 or (unknown and len(parameters)):
        wrong = f", not {', '.join(unknown)}." if unknown else ""
        raise UserError(f"swept {', '.join(asked)}: name one or two parameters that the runs have{wrong}")
    free = [] if "seed" in asked else ["seed"]
    groups = [(list(asked), family) for family in differ_in(results, [*asked, *free])] if asked else _sweeps(results) or _alone(results)
    groups = [(names, family) for names, family in groups if len(_settings(results, family, names)) > 1]
    if not groups:
        what = f"in {' and '.join(asked)} only" if asked else "in one or two parameters only"
        return {"sentence": f"No two runs differ {what}. To make some: --sweep lora_rank=4,8,16 --sweep learning_rate=1e-3,2e-4"}
    names, family = max(groups, key=lambda group: len(group[1]))
    note = ""
    if len(names) > 2:
        best = _best(results, family, measure)
        names = sorted(names, key=lambda name: -len(_values(results, family, [name])))
        names, fixed = names[:2], names[2:]
        family = [label for label in family if _setting(results, label, fixed) == _setting(results, best, fixed)]
        note = f" Of the other swept parameters, the best run's values are shown: {_words(results, best, fixed)}."
    left = len(groups) - 1
    note += f" {left} other group{'s' * (left > 1)} of runs could be shown: name the parameters in swept." if left else ""
    return _read_sweep(results, measure, names, family, note)


def _read_sweep(results: Results, measure: str, names: list[str], family: list[str], note: str) -> dict:
    settings = _settings(results, family, names)
    scores = {setting: _score(results, labels, measure) for setting, labels in settings.items()}
    best = max(scores, key=lambda setting: scores[setting]["rate"])
    others = [labels[-1] for setting, labels in settings.items() if setting != best]
    close = sum(pair(results, label, settings[best][-1], measure).get("p_value", 1) >= 0.05 for label in others)
    seeds = max(map(len, settings.values()))
    many = f" A point is the mean of up to {seeds} seeds, its bar goes from the lowest to the highest." if seeds > 1 else (
        " Each setting has one seed.")  # fmt: skip
    model = results.models.loc[family[0]]
    sentence = (
        f"{len(scores)} settings of {' and '.join(names)} ({model['stem']}, {model['model']}). The best {MEASURES[measure][0]} is at "
        f"{_words(results, settings[best][-1], names)}. Settings that cannot be told apart from it by McNemar's exact test "
        f"(p at least 0.05): {close} of {len(others)} others.{many}{note}"
    )
    values = [_values(results, family, [name]) for name in names]
    return {"sentence": sentence, "names": names, "values": values, "scores": scores, "family": family}


def _sweeps(results: Results) -> list[tuple[list[str], list[str]]]:
    """Return the sweeps of the runner, each with the parameters that its members vary."""
    swept = results.models[results.models["sweep"] != ""]
    groups = [list(group.index) for _, group in swept.groupby(["stem", "sweep", "model", "letter"], sort=False)]
    apart = [(sorted(name for name in _names(results, group) if len(_values(results, group, [name])) > 1), group) for group in groups]
    return [(names, group) for names, group in apart if names]


def _alone(results: Results) -> list[tuple[list[str], list[str]]]:
    """Return runs that were started one by one and differ in a single parameter, whatever their seeds."""
    names = sorted(_names(results, results.models.index) - {SIZE})
    return [([name], family) for name in names for family in differ_in(results, [name, "seed"])]


def _names(results: Results, labels) -> set[str]:
    return conditions(name for label in labels for name in results.models["parameters"][label]) - {"seed"}


def _settings(results: Results, family: list[str], names: Sequence[str]) -> dict[tuple, list[str]]:
    """Return the models of each setting, one a seed: the latest."""
    found: dict[tuple, dict] = {}
    for label in family:
        seed = str(results.models["parameters"][label].get("seed"))
        found.setdefault(_setting(results, label, names), {})[seed] = label
    return {setting: list(labels.values()) for setting, labels in found.items()}


def _score(results: Results, labels: list[str], measure: str) -> dict:
    scores = [results.score(label, measure) for label in labels]
    rates = [score["rate"] for score in scores]
    return scores[0] if len(scores) == 1 else {"rate": mean(rates), "n": scores[0]["n"], "interval": [min(rates), max(rates)]}


def _best(results: Results, family: list[str], measure: str) -> str:
    return results.only(family).ranked(measure)[0]


def _setting(results: Results, label: str, names: Sequence[str]) -> tuple:
    values = (results.models["parameters"][label].get(name) for name in names)
    return tuple(value if isinstance(value, (int, float, str)) else str(value) for value in values)


def _values(results: Results, family: Sequence[str], names: Sequence[str]) -> list:
    found = {_setting(results, label, names)[0] for label in family}
    numbers = all(isinstance(value, (int, float)) for value in found)
    return sorted(found) if numbers else sorted(found, key=str)


def _words(results: Results, label: str, names: Sequence[str]) -> str:
    return ", ".join(f"{name}={short(value)}" for name, value in zip(names, _setting(results, label, names), strict=True))


def short(value: object) -> str:
    """Write a parameter's value as a reader types it: 0.0003, not 0.00030000000000000003."""
    return f"{value:g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)
