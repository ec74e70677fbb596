"""The only place that draws. Every function returns a figure, 6 x 3.5 inches, in Okabe and Ito's colors."""

import io
import itertools
import math
import textwrap

from matplotlib import ticker
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

ORANGE, SKY, GREEN, YELLOW, BLUE, VERMILION, PURPLE, BLACK = (
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#000000",
)  # fmt: skip
CYCLE = (BLUE, ORANGE, GREEN, PURPLE, VERMILION, SKY, YELLOW, BLACK)  # of models that are compared, in their order
COLORS = {"base": SKY, "tuned": BLUE, "train": BLUE, "validation": VERMILION, "executed": GREEN}


class Picture(Figure):
    """A figure that a notebook shows as the last value of a cell, once, with or without pyplot."""

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", dpi=self.dpi)
        return buffer.getvalue()


def _figure(title: str) -> tuple[Figure, object]:
    fig = Picture(figsize=(6, 3.5), dpi=150, layout="constrained", facecolor="white")
    ax = fig.add_subplot()
    lines = [part for line in title.split("\n") for part in textwrap.wrap(line, 64)]
    ax.set_title("\n".join(lines), fontsize=10, loc="left")
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", color="0.9", linewidth=0.8)
    ax.set_axisbelow(True)
    return fig, ax


def loss_curve(log_history: list[dict], title: str) -> Figure:
    """Draw training (solid) and validation (dashed) loss over steps.

    Args:
        log_history: `trainer.state.log_history`; entries with `loss` or `eval_loss`, and `step`.
        title: says which model and data; a stand-in says so here.
    """
    fig, ax = _figure(title)
    train = [(entry["step"], entry["loss"]) for entry in log_history if "loss" in entry]
    validation = [(entry["step"], entry["eval_loss"]) for entry in log_history if "eval_loss" in entry]
    if train:
        ax.plot(*zip(*train, strict=True), color=COLORS["train"], linewidth=1.5, label="training (mean since the last log)")
    if validation:
        ax.plot(*zip(*validation, strict=True), color=COLORS["validation"], linestyle="--", marker="o", markersize=4, label="validation")
    ax.set_xlabel("optimizer step")
    ax.set_ylabel("loss on the answer (nats a token)")
    ax.set_xlim(left=0)
    highest = max((value for _, value in train + validation if math.isfinite(value)), default=1.0)
    ax.set_ylim(0, 1.1 * highest)
    if executed := [(entry["step"], entry["eval_execution"]) for entry in log_history if "eval_execution" in entry]:
        right = ax.twinx()
        ax.plot([], [], color=COLORS["executed"], linestyle=":", marker="s", markersize=4, label="validation, by execution (right axis)")
        right.plot(*zip(*executed, strict=True), color=COLORS["executed"], linestyle=":", marker="s", markersize=4)
        right.set_ylim(0, 1)
        right.set_ylabel("share of questions right")
        right.spines["top"].set_visible(False)
    ax.legend(frameon=False, fontsize=8)
    return fig


def loss_curves(histories: dict[str, list[dict]], title: str) -> Figure:
    """Draw the loss of several models over the share of their training: training solid, validation dashed, one color a model.

    Args:
        histories: {model: its `log_history`}. The share makes arms of different lengths comparable.
        title: says which data; a stand-in says so here.
    """
    fig, ax = _figure(title)
    for color, (name, history) in zip(CYCLE, histories.items(), strict=False):
        last = max((entry["step"] for entry in history), default=1)
        for key, style in (("loss", "-"), ("eval_loss", "--")):
            points = [(entry["step"] / last, entry[key]) for entry in history if key in entry]
            if points:
                ax.plot(*zip(*points, strict=True), style, color=color, linewidth=1.5, label=name if key == "loss" else None)
    ax.set_xlabel("share of the training (solid: training, dashed: validation)")
    ax.set_ylabel("loss on the answer (nats a token)")
    ax.set_xlim(0, 1)
    ax.set_ylim(bottom=0)
    ax.legend(frameon=False, fontsize=8)
    return fig


def token_lengths(lengths: list[int], max_length: int, title: str) -> Figure:
    """Draw a histogram of tokens per example, with the mean and, if it is near, the limit."""
    fig, ax = _figure(title)
    ax.hist(lengths, bins=30, color=COLORS["train"], alpha=0.8)
    mean = sum(lengths) / len(lengths)
    ax.axvline(mean, color=BLACK, linewidth=1)
    ax.annotate(f" mean {mean:.0f}", (mean, 0.94), xycoords=("data", "axes fraction"), fontsize=8)
    if max_length < 3 * max(lengths):
        ax.axvline(max_length, color=VERMILION, linestyle="--", linewidth=1)
        ax.annotate(
            f"max_length {max_length} ", (max_length, 0.94), xycoords=("data", "axes fraction"), fontsize=8, ha="right", color=VERMILION
        )
    ax.set_xlabel("tokens (prompt and answer)")
    ax.set_ylabel("examples")
    return fig


def score_bars(rates: dict[str, dict[str, dict]], title: str, label: str) -> Figure:
    """Draw rates with their 95 % intervals, one group a test set, one bar a model.

    Args:
        rates: {test set: {"base": {"rate", "interval", "n"}, "tuned": {...}}}, rates as shares of 1.
        title: says which model and data.
        label: the score's name, for the axis.
    """
    fig, ax = _figure(title)
    models = list(dict.fromkeys(model for row in rates.values() for model in row))
    width = 0.8 / len(models)
    named = {model: COLORS[model] for model in models if model in COLORS}
    free = itertools.cycle([color for color in CYCLE if color not in named.values()])
    for number, model in enumerate(models):
        color = named.get(model) or next(free)
        for place, row in enumerate(rates.values()):
            score = row.get(model)
            if not score or score.get("rate") is None:
                continue
            x = place + (number - (len(models) - 1) / 2) * width
            low, high = score["interval"]
            rate = score["rate"]
            ax.bar(x, rate, width * 0.92, color=color, label=model if place == 0 else None)
            ax.errorbar(x, rate, [[max(rate - low, 0)], [max(high - rate, 0)]], color=BLACK, capsize=3, linewidth=1)
            ax.annotate(
                f"{rate:.2f}".lstrip("0") if rate < 1 else "1",
                (x, high),
                xytext=(0, 2),
                textcoords="offset points",
                ha="center",
                fontsize=8,
            )
    ax.set_xticks(range(len(rates)), [f"{name}\nn = {next(iter(row.values()))['n']}" for name, row in rates.items()], fontsize=8)
    ax.set_ylim(0, 1.05)
    ax.yaxis.set_major_locator(ticker.MultipleLocator(0.2))
    ax.set_ylabel(f"{label}\n(share of 1, 95 % interval)", fontsize=9)
    ax.legend(frameon=False, fontsize=8, loc="upper right")
    return fig


def verdict_grid(questions: list[str], verdicts: dict[str, list[bool | None]], rouge: list[float]) -> Figure:
    """Draw which score says right or wrong of which prediction, and each prediction's ROUGE-L.

    Args:
        questions: a word on each prediction, numbered from 1 here.
        verdicts: {score: [True, False or None for not judged, one a prediction]}.
        rouge: shares of 1, one a prediction.
    """
    fig, ax = _figure("")
    fig.suptitle("What each score says of the same predictions", fontsize=10)
    for column, values in enumerate(verdicts.values()):
        for row, right in enumerate(values):
            color, word = ("0.9", "-") if right is None else (SKY, "right") if right else (ORANGE, "wrong")
            ax.add_patch(Rectangle((column + 0.03, row + 0.05), 0.94, 0.9, color=color))
            ax.annotate(word, (column + 0.5, row + 0.5), ha="center", va="center", fontsize=7)
    for row, score in enumerate(rouge):
        ax.annotate(f"{score:.2f}", (len(verdicts) + 0.5, row + 0.5), ha="center", va="center", fontsize=7)
    names = [name.replace(" ", "\n") for name in (*verdicts, "ROUGE-L")]
    ax.set_xticks([place + 0.5 for place in range(len(names))], names, fontsize=7)
    ax.set_yticks([row + 0.5 for row in range(len(questions))], [f"{i}. {text}" for i, text in enumerate(questions, 1)], fontsize=7)
    ax.set_xlim(0, len(names))
    ax.set_ylim(len(questions), 0)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.grid(visible=False)
    return fig


def recipe_memory(parts: dict[str, dict[str, float]], peaks: dict[str, float], by_others: dict[str, float], limit: float) -> Figure:
    """Draw where each GiB goes while a recipe trains, a bar a recipe, with what generating takes and what others measured.

    Args:
        parts: {recipe: {use: GiB}}, estimates.
        peaks: GiB of the largest stage where that is not training, by recipe.
        by_others: measured peaks, in GiB, by recipe.
        limit: what the GPU has, in GiB.
    """
    fig, ax = _figure("Memory of each recipe's training on a T4 (estimates)")
    ax.grid(visible=False)
    ax.grid(axis="x", color="0.9", linewidth=0.8)
    places = {name: len(parts) - place for place, name in enumerate(parts)}
    left = dict.fromkeys(parts, 0.0)
    for color, use in zip((BLUE, ORANGE, SKY, "0.75"), next(iter(parts.values())), strict=True):
        sizes = [parts[name][use] for name in parts]
        ax.barh([places[name] for name in parts], sizes, 0.6, [left[name] for name in parts], color=color, label=use)
        left = {name: left[name] + parts[name][use] for name in parts}
    ax.plot(list(peaks.values()), [places[name] for name in peaks], "|", color=BLACK, markersize=14, label="most, to generate (estimate)")
    ax.plot(list(by_others.values()), [places[name] for name in by_others], "D", color=VERMILION, markersize=5,
            label="measured by others, another stack")  # fmt: skip
    ax.axvline(limit, color=BLACK, linestyle=":", linewidth=1)
    place = {"xy": (limit, len(parts) + 0.5), "xytext": (-3, 0), "textcoords": "offset points"}
    ax.annotate(f"a T4 has {limit:g}", **place, fontsize=7, ha="right", va="top")
    ax.set_yticks(list(places.values()), list(places), fontsize=8)
    ax.set_xlim(0, limit * 1.04)
    ax.set_xlabel("GiB, for the largest batch that can come")
    fig.legend(*ax.get_legend_handles_labels(), frameon=False, fontsize=7, loc="outside lower center", ncols=3)
    return fig
