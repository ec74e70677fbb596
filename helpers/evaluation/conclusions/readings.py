"""What a curve or a chart shows, in words."""

import math
from collections.abc import Sequence

from helpers.evaluation.conclusions.sentences import called, capital, change, listed, plain, rate, scored
from helpers.scoring.measures import BESIDE, headline
from helpers.scoring.statistics import FEWEST

SAME = 0.02  # a validation loss that differs by at most this share has stood still


def read_curve(log_history: Sequence[dict]) -> str:
    """Read a loss curve in words: start, end, the lowest validation loss and where, and whether the model began to overfit."""
    train, lost = _series(log_history, "loss")
    validation, lost_too = _series(log_history, "eval_loss")
    said = [f"{lost + lost_too} logged losses are no numbers and are left out."] if lost + lost_too else []
    if not train and not validation:
        return " ".join(["No loss was logged, so there is no curve to read.", *said])
    if len(train) == 1:
        said.append(f"The training loss was logged once: {_loss(train[0][1])} at step {train[0][0]}.")
    elif train:
        (start, first), (end, last) = train[0], train[-1]
        said.append(f"The training loss went from {_loss(first)} (step {start}) to {_loss(last)} (step {end}).")
        said += ["It did not fall: the model has not learned."] if last >= first else []
    said += _read_validation(train, validation)
    execution, _ = _series(log_history, "eval_execution")
    if execution:
        step, best = max(execution, key=lambda point: (point[1], -point[0]))
        first, last = (100 * execution[place][1] for place in (0, -1))
        said.append(f"Execution accuracy on validation questions went from {first:.0f} % to {last:.0f} %, "
                    f"highest at step {step} ({100 * best:.0f} %).")  # fmt: skip
    return " ".join(said)


def _read_validation(train: list, validation: list) -> list[str]:
    if not validation:
        return ["No validation loss was measured, so nothing can be said about overfitting."]
    (start, first), (end, last) = validation[0], validation[-1]
    if len(validation) == 1:
        return [f"The validation loss was measured once, {_loss(first)} at step {start}: one point shows no trend."]
    lowest_at, lowest = min(validation, key=lambda point: (point[1], point[0]))
    where = "the last evaluation" if lowest_at == end else f"step {lowest_at} of {max(end, train[-1][0] if train else end)}"
    said = f"The validation loss went from {_loss(first)} to {_loss(last)}; its lowest is {_loss(lowest)}, at {where}."
    stood = min(step for step, loss in validation if loss <= lowest * (1 + SAME))
    if last > lowest * (1 + SAME):
        falling = not train or train[-1][1] < next((loss for step, loss in train if step >= lowest_at), train[-1][1] + 1)
        why = "while the training loss went on falling: the model has begun to overfit" if falling else "and so has the training loss"
        return [said, f"It has risen since, {why}. By this loss, the weights of step {lowest_at} were better."]
    if last < validation[-2][1] * (1 - SAME):
        return [said, "It was still falling at the end: the model has not begun to overfit."]
    known = train[-1][1] if train else last
    gap = f"It ends {_loss(last - known)} above the last training loss, which is that of a few rows."
    moved = f"After step {stood} it moved by at most {100 * SAME:.0f} %: whether longer training would gain anything is not shown."
    level = moved if stood < end else "It was level at the end."
    return [said, level, *[gap] * (last > known * (1 + SAME))]


def _loss(value: float) -> str:
    """Write a loss as the figure does, a small one with two digits that say something."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def _series(log_history: Sequence[dict], key: str) -> tuple[list[tuple[int, float]], int]:
    """Return the (step, value) points of a key, and how many values are no finite numbers."""
    logged = [(entry.get("step", 0), entry[key]) for entry in log_history if isinstance(entry.get(key), (int, float))]
    points = [(step, value) for step, value in logged if math.isfinite(value)]
    return points, len(logged) - len(points)


def read_scores(reports: dict[str, dict], wider_reports: dict[str, dict] | None = None, groups: dict | None = None) -> str:
    """Read a chart of scores in words: reports by model, the first one the baseline, and the same with other tables beside.

    `groups` is what the bars stand for, {group: {model: rate}}; the weakest and the strongest with at least ten questions are named.
    """
    shown = {name: report for name, report in reports.items() if scored(report)}
    if not shown:
        return "No model has a score, so there is nothing to read."
    (first, base), *others = shown.items()
    none = [name for name, report in others if headline(report)["rate"] == headline(base)["rate"] == 0]
    said = [change(base, report, called(first, name)) for name, report in others if name not in none]
    if none:
        said.append(f"{capital(listed([*called(first, *none)]))} get none of the {headline(base)['n']} questions right.")
    if not others:
        best = headline(base)
        said = [f"{capital(best['name'])} of {called(first)[0]} is {rate(best)} on {best['n']} questions. No other model is shown."]
    beside = {name: wider_reports[name] for name in shown if scored((wider_reports or {}).get(name))}
    if beside:
        rates = [f"{rate(headline(report))} ({plain(name)})" for name, report in beside.items()]
        said.append(f"With {BESIDE} the right ones it is {' and '.join(rates) if len(rates) < 3 else ', '.join(rates)}.")
    return " ".join([*said, read_groups(groups or {}, list(shown)[-1])]).rstrip()


def read_groups(groups: dict[str, dict[str, dict]], model: str) -> str:
    """Say on which group of questions a model is best and weakest; nothing where fewer than two have at least ten questions."""
    rates = {" ".join(name.split()): row[model] for name, row in groups.items() if (row.get(model) or {}).get("n", 0) >= FEWEST}
    if len(rates) < 2:
        return ""
    shares = [each["rate"] for each in rates.values()]
    low, high = ([name for name in rates if rates[name]["rate"] == edge] for edge in (min(shares), max(shares)))
    apart = rates[high[0]]["interval"][0] > rates[low[0]]["interval"][1]
    sure = "" if apart else " The intervals overlap, so this may be chance."
    best, weakest = (f"{listed([plain(name) for name in names])} ({rate(rates[names[0]])})" for names in (high, low))
    return f"{plain(capital(model))} does best on {best} and worst on {weakest}.{sure}"
