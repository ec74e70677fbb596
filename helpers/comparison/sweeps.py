"""Runs that differ in one thing or two: the score over the number of training examples, and what a sweep found."""

import itertools
from collections.abc import Sequence

from helpers import UserError
from helpers.comparison.entry import Entry
from helpers.comparison.paired import pair
from helpers.comparison.tables import ranked
from helpers.parameters import ROLES, of_role
from helpers.scoring.measures import MEASURES

MOST_LINES = 6  # of learning curves in one figure
SIZE = "train_examples"


def families(entries: list[Entry], names: Sequence[str]) -> list[list[Entry]]:
    """Return the trained models of one recipe that differ in nothing but these parameters; groups of two and more, largest first."""
    groups: dict[tuple, list[Entry]] = {}
    for entry in entries:
        if entry.trained:
            kept = {*of_role(entry.parameters, "recipe", "condition")} - {*names}
            rest = sorted((key, str(value)) for key, value in entry.parameters.items() if key in kept)
            groups.setdefault((entry.stem, entry.model, entry.letter, *rest), []).append(entry)
    return sorted((group for group in groups.values() if len(group) > 1), key=len, reverse=True)


def learning_curves(entries: list[Entry], measure: str) -> tuple[dict[str, list[dict]], str]:
    """Return {recipe: its scores by training size} of runs that differ in `train_examples` only, and a sentence about them.

    Args:
        entries: of one test set.
        measure: a key of `MEASURES`.
    """
    lines: dict[str, list[dict]] = {}
    for family in families(entries, [SIZE]):
        points = [
            {"value": entry.train_rows, **entry.scores[measure]} for entry in family if entry.train_rows and entry.scores[measure]["n"]
        ]
        if len({point["value"] for point in points}) > 1:
            name = f"{family[0].stem[:2]} {family[0].model}"
            numbered = (name if number == 1 else f"{name} ({number})" for number in itertools.count(1))
            lines[next(label for label in numbered if label not in lines)] = sorted(points, key=lambda point: point["value"])
    if not lines:
        return {}, "No two runs differ in train_examples only. To see what more data is worth: --sweep train_examples=200,400,800"
    shown = dict(itertools.islice(lines.items(), MOST_LINES))
    left = f"; {len(lines) - len(shown)} more recipes are left out" if len(shown) < len(lines) else ""
    total = sum(len(points) for points in shown.values())
    return shown, f"{total} runs of {len(shown)} recipe{'s' * (len(shown) > 1)} differ in train_examples only{left}."


def find_sweep(entries: list[Entry], measure: str, asked: Sequence[str] = ()) -> dict:
    """Find the runs that differ in one or two parameters, and say which settings cannot be told apart from the best.

    A sweep of more parameters is shown in two of them, the others at the values of the best run.

    Args:
        entries: of one test set.
        measure: a key of `MEASURES`.
        asked: the one or two parameters; without them the largest sweep decides, else the parameter in which most runs differ alone.

    Returns:
        "sentence", and if there is something to show: `names`, `values` of each name in order, and `points`, {values: entry}.

    Raises:
        UserError: more than two parameters are asked for, or one that no run has.
    """
    entries = [entry for entry in entries if entry.trained and entry.scores[measure]["n"]]
    unknown = [name for name in asked if not any(name in entry.parameters for entry in entries)]
    if len(asked) > 2 or (unknown and entries):
        raise UserError(
            f"swept {', '.join(asked)}: name one or two parameters that the runs have" + f", not {', '.join(unknown)}." * bool(unknown)
        )
    groups = [(list(asked), family) for family in families(entries, asked)] if asked else _sweeps(entries) or _alone(entries)
    groups = [(names, family) for names, family in groups if len(_points(family, names)) > 1]
    if not groups:
        what = f"in {' and '.join(asked)} only" if asked else "in one or two parameters only"
        return {"sentence": f"No two runs differ {what}. To make some: --sweep lora_rank=4,8,16 --sweep learning_rate=1e-3,2e-4"}
    names, family = max(groups, key=lambda group: len(group[1]))
    note = ""
    if len(names) > 2:
        best = ranked(family, measure)[0]
        names, fixed = (
            sorted(names, key=lambda name: -len(_values(family, name)))[:2],
            sorted(names, key=lambda name: -len(_values(family, name)))[2:],
        )
        family = [entry for entry in family if all(_value(entry, name) == _value(best, name) for name in fixed)]
        note = f" Of the other swept parameters, the best run's values are shown: {_setting(best, fixed)}."
    points = _points(family, names)
    best, *others = ranked(list(points.values()), measure)
    pairs = [pair(entry, best, measure) for entry in others]
    close = sum(found.get("p_value", 1) >= 0.05 for found in pairs)
    sentence = (
        f"{len(points)} settings of {' and '.join(names)} ({family[0].stem}, {family[0].model}). The best {MEASURES[measure][0]} is at "
        f"{_setting(best, names)}. Settings that cannot be told apart from it by McNemar's exact test (p at least 0.05): "
        f"{close} of {len(others)} others."
    )
    left = len(groups) - 1
    sentence += note + (f" {left} other group{'s' * (left > 1)} of runs could be shown: name the parameters in swept." if left else "")
    return {"sentence": sentence, "names": names, "values": [_values(family, name) for name in names], "points": points}


def _sweeps(entries: list[Entry]) -> list[tuple[list[str], list[Entry]]]:
    """Return the sweeps of the runner, each with the parameters that its members vary."""
    groups: dict[tuple, list[Entry]] = {}
    for entry in entries:
        if entry.record.get("sweep"):
            groups.setdefault((entry.stem, entry.record["sweep"], entry.model, entry.letter), []).append(entry)
    return [
        (names, group)
        for group in groups.values()
        if (names := sorted(name for name in _names(group).difference(ROLES["run"]) if len(_values(group, name)) > 1))
    ]


def _alone(entries: list[Entry]) -> list[tuple[list[str], list[Entry]]]:
    """Return runs that were started one by one and differ in a single parameter."""
    names = sorted({*of_role(_names(entries), "recipe", "condition")} - {SIZE, "seed"})
    return [([name], family) for name in names for family in families(entries, [name])]


def _names(entries: list[Entry]) -> set[str]:
    return {name for entry in entries for name in entry.parameters}


def _points(family: list[Entry], names: Sequence[str]) -> dict[tuple, Entry]:
    return {tuple(_value(entry, name) for name in names): entry for entry in family}  # the latest of each setting


def _value(entry: Entry, name: str) -> object:
    value = entry.parameters.get(name)
    return value if isinstance(value, (int, float, str)) else str(value)


def _setting(entry: Entry, names: Sequence[str]) -> str:
    return ", ".join(f"{name}={short(_value(entry, name))}" for name in names)


def short(value: object) -> str:
    """Write a parameter's value as a reader types it: 0.0003, not 0.00030000000000000003."""
    return f"{value:g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)


def _values(family: list[Entry], name: str) -> list:
    found = {_value(entry, name) for entry in family}
    numbers = all(isinstance(value, (int, float)) for value in found)
    return sorted(found) if numbers else sorted(found, key=str)
