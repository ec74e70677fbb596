"""Figures of one training: the loss, the lengths of examples, the memory of each recipe."""

import math
from collections.abc import Sequence

import pandas as pd
from matplotlib.figure import Figure

from helpers.plots.style import BLACK, BLUE, COLORS, CYCLE, GREEN, ORANGE, SKY, SMALL, TEXT, VERMILION, axes, legend, picture

SMOOTHED = 40  # logged losses from which on a running mean is drawn over them
STEEP = 8  # how many times the lowest loss the highest is, where the axis becomes logarithmic

RING = {"marker": "o", "markersize": 11, "markerfacecolor": "none", "markeredgewidth": 1.5, "linestyle": "", "color": BLACK}


def loss_curve(log_history: list[dict], subject: str = "") -> Figure:
    """Draw training and validation loss from step 0, the values at their ends, the lowest validation loss, the learning rate below.

    Execution accuracy on validation questions has a strip of its own where it was measured. `log_history` is the trainer's: entries
    with `step` and `loss`, `eval_loss`, `learning_rate` or `eval_execution`. `subject` says which model and data, and names a stand-in.
    """
    keys = ("loss", "eval_loss", "learning_rate", "eval_execution")
    train, validation, rates, execution = (_points(log_history, key) for key in keys)
    strips = [("learning\nrate", rates, "0.4"), ("execution\naccuracy", execution, GREEN)]
    strips = [strip for strip in strips if strip[1]]
    fig = picture("Loss while training", subject, 3.8 + 0.8 * len(strips))
    grid = fig.add_gridspec(1 + len(strips), 1, height_ratios=[4] + [1] * len(strips))
    ax = axes(fig, (grid[0],))
    train, handles = _training_line(ax, train)
    handles += _validation_line(ax, validation)
    _loss_axis(ax, [value for _, value in train + validation])
    _ends(ax, [(train, COLORS["train"]), (validation, COLORS["validation"])])
    for number, (name, points, color) in enumerate(strips, 1):
        strip, top = axes(fig, (grid[number],), sharex=ax), max(value for _, value in points) or 1
        strip.plot(*zip(*points, strict=True), color=color, linewidth=1.5, marker="o" if len(points) < 12 else "", markersize=3)
        strip.set_ylabel(name, fontsize=SMALL, rotation=0, ha="right", va="center")
        strip.set(ylim=(0, 1.1 * top), yticks=[0, top], yticklabels=["0", f"{top:.2g}"])
    for upper in fig.axes[:-1]:
        upper.tick_params(labelbottom=False)
    last = max((step for step, _ in train + validation + rates + execution), default=1)
    fig.axes[-1].set(xlim=(0, 1.12 * last), xlabel="optimizer step")
    legend(fig, handles)
    return fig


def _training_line(ax, points: list[tuple[int, float]]) -> tuple[list[tuple[int, float]], list]:
    """Draw the training loss, many points pale below their running mean; return the line that counts, and the legend's handles."""
    looks = {"training, as logged": (points, {"linewidth": 2})} if points else {}
    if len(points) >= SMOOTHED:
        means = pd.Series([value for _, value in points]).rolling(9, center=True, min_periods=1).mean()
        pale, points = points, [(step, mean) for (step, _), mean in zip(points, means, strict=True)]
        looks = {"training, as logged": (pale, {"linewidth": 0.8, "alpha": 0.4}), "training, running mean": (points, {"linewidth": 2})}
    for line, look in looks.values():
        ax.plot(*zip(*line, strict=True), color=COLORS["train"], **look)
    return points, [(name, {"color": COLORS["train"], **look}) for name, (_, look) in looks.items()]


def _validation_line(ax, points: list[tuple[int, float]]) -> list:
    if not points:
        return []
    look = {"color": COLORS["validation"], "linestyle": "--", "marker": "o", "markersize": 4}
    ax.plot(*zip(*points, strict=True), linewidth=2, **look)
    lowest = min(points, key=lambda point: point[1])
    ax.plot(*lowest, **RING)
    return [("validation", look), (f"lowest validation: {_short(lowest[1])} at step {lowest[0]}", RING)]


def loss_curves(histories: dict[str, list[dict]], subject: str = "") -> Figure:
    """Draw the loss of several models, {model: its `log_history`}: training solid, validation dashed, one color a model.

    It is drawn over the share of the training, which makes arms of different lengths comparable.
    """
    fig = picture("Loss while training", subject, 4)
    ax = axes(fig)
    heights, handles, ends = [], [], []
    for color, (name, history) in zip(CYCLE, histories.items(), strict=False):
        last = max((entry["step"] for entry in history), default=1)
        for key, style in (("loss", "-"), ("eval_loss", "--")):
            points = [(step / last, value) for step, value in _points(history, key)]
            if points:
                ax.plot(*zip(*points, strict=True), style, color=color, linewidth=1.8)
                handles.append((f"{name}, {'training' if key == 'loss' else 'validation'}", {"color": color, "linestyle": style}))
                heights += [value for _, value in points]
                ends += [(points, color)] if key == "eval_loss" else []
    _loss_axis(ax, heights)
    _ends(ax, ends)
    ax.set(xlim=(0, 1.14), xlabel="share of the training")
    legend(fig, handles)
    return fig


def _points(log_history: Sequence[dict], key: str) -> list[tuple[int, float]]:
    values = [(entry["step"], entry[key]) for entry in log_history if isinstance(entry.get(key), (int, float))]
    return [(step, value) for step, value in values if math.isfinite(value)]


def _loss_axis(ax, values: list[float]) -> None:
    """Show the losses from 0, or on a logarithmic axis where the highest is many times the lowest."""
    steep = bool(values) and min(values) > 0 and max(values) / min(values) > STEEP
    ax.set_ylabel(f"loss on the answer\n(nats a token{', log scale' * steep})", fontsize=SMALL)
    if steep:
        ax.set_yscale("log")
        low, high = min(values) / 1.3, max(values) * 1.3
        ticks = [tick for power in range(-6, 4) for digit in (1, 2, 5) if low <= (tick := digit * 10.0**power) <= high]
        ax.set_ylim(low, high)
        ax.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
        ax.set_yticks([], minor=True)
    else:
        ax.set_ylim(0, 1.1 * max(values, default=1.0) or 1.0)


def _ends(ax, lines: list[tuple[list, str]]) -> None:
    """Write each line's last value at its end, one above the other where they would meet."""
    ends = sorted(((points[-1], color) for points, color in lines if points), key=lambda end: end[0][1])
    below = -math.inf
    for (x, value), color in ends:
        height = ax.transData.transform((x, value))[1]
        shift = max(0.0, below + 24 - height)  # pixels at 150 dpi: a line of text
        below = height + shift
        place = {"xytext": (9, shift * 72 / 150), "textcoords": "offset points", "va": "center"}
        ax.annotate(_short(value), (x, value), **place, fontsize=TEXT, color=color, annotation_clip=False)


def _short(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def token_lengths(lengths: list[int], max_length: int, subject: str = "") -> Figure:
    """Draw a histogram of tokens per example with the mean, and the limit, or that it lies off to the right."""
    titles = (subject, "") if "oken" in subject else ("Tokens per training example", subject)
    fig = picture(*titles, 3.6)
    ax = axes(fig)
    ax.hist(lengths, bins=30, color=COLORS["train"], alpha=0.8)
    mean = sum(lengths) / len(lengths)
    ax.axvline(mean, color=BLACK, linewidth=1.5)
    ax.annotate(f" mean {mean:.0f}", (mean, 0.93), xycoords=("data", "axes fraction"), fontsize=TEXT)
    look = {"fontsize": TEXT, "ha": "right", "color": VERMILION}
    if max_length < 1.3 * max(lengths):
        ax.axvline(max_length, color=VERMILION, linestyle="--", linewidth=1.5)
        ax.annotate(f"limit {max_length} ", (max_length, 0.8), xycoords=("data", "axes fraction"), **look)
    else:
        ax.annotate(f"limit {max_length}: off to the right →", (1, 0.8), xycoords="axes fraction", **look)
    ax.set(xlabel="tokens (prompt and answer)", ylabel="examples")
    return fig


def recipe_memory(parts: dict[str, dict[str, float]], peaks: dict[str, float], by_others: dict[str, float], limit: float) -> Figure:
    """Draw where each GiB goes while a recipe trains, a bar a recipe, with what generating takes and what others measured.

    All in GiB: `parts` {recipe: {use: estimate}}, `peaks` of the largest stage where that is not training, `by_others` the measured ones.
    """
    fig = picture("Memory of each recipe's training on a T4", "Estimates, for the largest batch that can come", 1.2 + 0.45 * len(parts))
    ax = axes(fig, grid="x")
    names = list(parts)
    left, handles = [0.0] * len(names), []
    for color, use in zip((BLUE, ORANGE, SKY, "0.75"), next(iter(parts.values())), strict=True):
        sizes = [parts[name][use] for name in names]
        ax.barh(range(len(names)), sizes, 0.6, left, color=color)
        left = [before + size for before, size in zip(left, sizes, strict=True)]
        handles.append((use, {"color": color, "linewidth": 7}))
    marks = {
        "most, to generate (estimate)": (peaks, {"marker": "|", "color": BLACK, "markersize": 14, "linestyle": ""}),
        "measured by others, another stack": (by_others, {"marker": "D", "color": VERMILION, "markersize": 5, "linestyle": ""}),
    }
    for label, (found, look) in marks.items():
        ax.plot(list(found.values()), [names.index(name) for name in found], **look)
        handles.append((label, look))
    ax.axvline(limit, color=BLACK, linestyle=":", linewidth=1.5)
    ax.annotate(f"a T4 has {limit:g}", (limit, -0.6), xytext=(-4, 0), textcoords="offset points", fontsize=SMALL, ha="right", va="center")
    ax.set_yticks(range(len(names)), names)
    ax.set(xlim=(0, limit * 1.04), ylim=(len(names) - 0.5, -0.9), xlabel="GiB")
    legend(fig, handles)
    return fig
