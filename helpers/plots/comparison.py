"""Figures of several models side by side: one color a model, the same in every figure, and intervals on every rate."""

import numpy as np
from matplotlib.figure import Figure

from helpers.comparison.results import Results
from helpers.comparison.sweeps import short
from helpers.plots.style import BLACK, BLUE, CYCLE, GREY, SMALL, TEXT, VERMILION, axes, legend, line, percent, picture, point, rates_axis
from helpers.scoring.statistics import FEWEST

BASE = {"color": "0.4", "marker": "o", "markerfacecolor": "white"}  # of the untrained models, which have no color
PANELS = 4  # at most, of loss curves
OTHERS = ("others", {"color": GREY})


def choose_colors(results: Results, measure: str, most: int, always: tuple[str, ...] = ()) -> tuple[dict[str, str], str]:
    """Give colors to the models that figures name, and say which those are: some always, and the best of the others by a measure."""
    trained = [label for label in results.ranked(measure) if label in results.trained]
    first = [label for label in trained if label in always]
    chosen = sorted(trained, key=lambda label: label not in first)[: min(max(most, len(first), 1), len(CYCLE))]
    colors = dict(zip((label for label in trained if label in chosen), CYCLE, strict=False))
    left, count = len(trained) - len(colors), len(colors)
    if not left:
        return colors, f"The figures name {'all ' * (count > 1)}{count} trained model{'s' * (count != 1)} of this test set."
    best = f"{count} of {len(trained)} trained models, the best and those compared below"
    return colors, f"The figures name {best}; the other {f'{left} are' if left > 1 else 'one is'} grey."


def loss_overlay(results: Results, colors: dict[str, str]) -> tuple[Figure | None, str]:
    """Draw the validation losses of trained models over the share of their training, a panel a base model.

    A loss is in nats a token, and tokens are a tokenizer's: curves of different base models do not share a panel, nor its scale.
    A model without validation losses is drawn with its training losses, thin.
    """
    curves = {label: curve for label in results.trained if (curve := results.losses(label))}
    models = results.models
    panels = list(dict.fromkeys(models["model_id"][label] for label in sorted(curves, key=lambda label: label not in colors)))
    if not curves:
        return None, "None of these models has logged losses."
    shown = panels[:PANELS]
    columns, rows = min(len(shown), 2), (len(shown) + 1) // 2
    fig = picture("Validation loss while training", "Each panel has its own scale" if len(shown) > 1 else "", 0.4 + 3.2 * rows)
    for number, model_id in enumerate(shown):
        name = f"{model_id.split('/')[-1]}{' (stand-in)' if model_id.startswith('standin/') else ''}"
        ax = axes(fig, (rows, columns, number + 1), name, size=SMALL)
        own = [label for label in curves if models["model_id"][label] == model_id]
        tops = [_draw_loss(ax, curves[label], colors.get(label)) for label in sorted(own, key=lambda label: label in colors)]
        ax.set(xlim=(0, 1.02), xlabel="share of the training")
        ax.set(ylim=(0, 1.1 * max(tops)), ylabel="loss (nats a token)" if number % columns == 0 else "")
    grey = [OTHERS] * any(label not in colors for label in curves)
    legend(fig, [*((label, {"color": color, "linestyle": "--"}) for label, color in colors.items() if label in curves), *grey])
    more = len(panels) - PANELS
    left = f" {more} more base model{'s have' if more > 1 else ' has'} curves that are not drawn." if more > 0 else ""
    return fig, f"{len(curves)} curve{'s' * (len(curves) > 1)} of {len(panels)} base model{'s' * (len(panels) > 1)}.{left}"


def _draw_loss(ax, curve: list[dict], color: str | None) -> float:
    """Draw one model's losses and return the height that the axis has to show."""
    last = max(entry["step"] for entry in curve) or 1
    validation = sum("eval_loss" in entry for entry in curve) > 1 or not any("loss" in entry for entry in curve)
    key, style, width = ("eval_loss", "--", 1.8) if validation else ("loss", "-", 0.8)
    points = [(entry["step"] / last, entry[key]) for entry in curve if isinstance(entry.get(key), (int, float))]
    ax.plot(*zip(*points, strict=True), style, color=color or GREY, linewidth=width if color else 0.8, zorder=3 if color else 2)
    return max(value for _, value in points)


def score_against_cost(results: Results, colors: dict[str, str], measure: str, name: str) -> tuple[Figure | None, str]:
    """Draw the score over minutes of training and over peak memory. The untrained models cost nothing and stand at zero minutes.

    Minutes and memory of one kind of machine cannot be compared with those of another: the commonest machine is drawn.
    """
    models = results.models
    costly = [label for label in results.trained if models["training_seconds"][label] > 0 and results.score(label, measure)["n"]]
    if not costly:
        return None, "No run of this test set has recorded what its training cost."
    device = models.loc[costly, "device"].value_counts(sort=True).index[0]
    here = [label for label in costly if models["device"][label] == device]
    bases = [label for label in results.bases if results.score(label, measure)["n"]]
    fig = picture(f"{name} against cost", f"On {device}{standins(results.only(here))}", 4)
    top = max([results.score(label, measure)["interval"][1] for label in [*here, *bases]])
    panels = (("training_seconds", 60, "minutes of training"), ("training_peak_gib", 1, "peak memory (GiB)"))
    for number, (key, unit, words) in enumerate(panels, 1):
        ax = axes(fig, (1, 2, number))
        for label in sorted((label for label in here if models[key][label] > 0), key=lambda label: label in colors):
            look = {"color": colors[label], "zorder": 3} if label in colors else {"color": GREY, "markersize": 4, "capsize": 0}
            point(ax, models[key][label] / unit, results.score(label, measure), marker="o", **look)
        for label in bases if number == 1 else []:
            point(ax, 0, results.score(label, measure), **BASE)
        ax.set_xlim(left=-0.04 * ax.get_xlim()[1] if number == 1 else 0)
        rates_axis(ax, name if number == 1 else "")
        ax.set_ylim(-0.02, min(1.04, 1.15 * top))
        ax.set_xlabel(words, fontsize=SMALL)
    named = [(label, {"color": color, "marker": "o", "linestyle": ""}) for label, color in colors.items() if label in here]
    legend(fig, [*named, *[("untrained", {**BASE, "linestyle": ""})] * bool(bases), *[OTHERS] * (len(here) > len(named))])
    left = [label for label in costly if label not in here]
    which = f" ({', '.join(left[:3])}{' and more' if len(left) > 3 else ''})"
    words = f"{len(left)}{which} {'was' if len(left) == 1 else 'were'} trained on another machine and left out."
    return fig, f"{len(here)} model{'s' * (len(here) > 1)} trained on {device}." + (f" {words}" if left else "")


def paired_differences(parts: dict[str, dict], title: str, name: str) -> Figure:
    """Draw how much better the second model is than the first, over all questions and by their kind, with 95 % intervals.

    Of `parts`, {part: {"difference", "interval", "n", "gained", "lost"}}, those of fewer than ten questions are not drawn.
    """
    parts = {part: found for part, found in parts.items() if found["n"] >= FEWEST or part == "all"}
    fig = picture(f"Change of {name}", title, 1.7 + 0.42 * max(len(parts), 3))
    ax = axes(fig, grid="both")
    ax.axvline(0, color=BLACK, linewidth=1)
    for place, found in enumerate(parts.values()):
        low, high = found["interval"]
        color = "0.5" if low <= 0 <= high else BLUE if found["difference"] > 0 else VERMILION
        error = [[max(found["difference"] - low, 0)], [max(high - found["difference"], 0)]]
        ax.errorbar(found["difference"], place, xerr=error, color=color, marker="o", capsize=3, markersize=6, linewidth=1.5)
        words = f"+{found['gained']} -{found['lost']}"
        ax.annotate(words, (1.01, place), xycoords=("axes fraction", "data"), va="center", fontsize=TEXT, annotation_clip=False)
    ax.set_yticks(range(len(parts)), [f"{part} (n {found['n']})" for part, found in parts.items()], fontsize=TEXT)
    ax.set_ylim(len(parts) - 0.5, -0.5)
    ax.xaxis.set_major_formatter(lambda value, _: f"{100 * value:+.0f}" if value else "0")
    ax.set_xlabel("points, 95 % interval; right: gained and lost. Grey: chance may explain it", fontsize=SMALL)
    return fig


def learning_curve(lines: dict[str, list[dict]], name: str, title: str) -> Figure:
    """Draw a score over the number of training examples, with its 95 % interval, a line a recipe."""
    fig = picture(title, "", 4)
    ax = axes(fig)
    for points, color in zip(lines.values(), CYCLE, strict=False):
        line(ax, [point["value"] for point in points], points, color, 1.5)
    ax.set_xscale("log")
    sizes = sorted({point["value"] for points in lines.values() for point in points})
    even = np.geomspace(sizes[0], sizes[-1], 5)  # evenly spaced on the axis
    ticks = sorted({min(sizes, key=lambda size: abs(size - wanted)) for wanted in even})
    ax.set_xticks(ticks, [f"{tick:,.0f}" for tick in ticks])
    ax.set_xticks([], minor=True)
    ax.set_xlabel("training examples (log scale)")
    rates_axis(ax, name)
    legend(fig, [(label, {"color": color, "marker": "o"}) for label, color in zip(lines, CYCLE, strict=False)])
    return fig


def sweep_map(found: dict, results: Results, name: str) -> Figure | None:
    """Draw what `find_sweep` found: two parameters as a map of scores with intervals, one as a line; None of fewer than three settings."""
    scores, names = found["scores"], found["names"]
    if len(scores) < 3:
        return None
    model = results.models.loc[found["family"][0]]
    fig = picture(f"{name} over {' and '.join(names)}", f"{model['stem']}, {model['model']}{standins(results.only(found['family']))}", 4)
    ax = axes(fig)
    ax.set_xlabel(names[0])
    if len(names) == 1:
        values = [value for value in found["values"][0] if (value,) in scores]
        ordered = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)
        line(ax, range(len(values)), [scores[value,] for value in values], BLUE, 1.5, "-" if ordered else "none")
        ax.set_xticks(range(len(values)), [short(value) for value in values])
        ax.set_xlim(-0.5, len(values) - 0.5)
        rates_axis(ax, name)
        return fig
    columns, rows = found["values"]
    image = _cells(ax, [[scores.get((x, y)) for x in columns] for y in rows])
    ax.set_xticks(range(len(columns)), [short(value) for value in columns])
    ax.set_yticks(range(len(rows)), [short(value) for value in rows])
    ax.set_ylabel(names[1])
    fig.colorbar(image, format=lambda value, _: percent(value)).set_label(f"{name} (%)", fontsize=SMALL)
    return fig


def _cells(ax, cells: list[list[dict | None]]):
    """Draw scores as a map, each cell with its rate and interval, and return the image for a color bar."""
    shades = [[score["rate"] if score else float("nan") for score in row] for row in cells]
    ax.grid(visible=False)
    image = ax.imshow(shades, cmap="cividis", aspect="auto", origin="lower")
    middle, size = sum(image.get_clim()) / 2, TEXT if len(cells[0]) < 6 else 7
    for y, row in enumerate(cells):
        for x, score in enumerate(row):
            words = f"{percent(score['rate'])}\n[{percent(score['interval'][0])}, {percent(score['interval'][1])}]" if score else "not run"
            color = "white" if score and score["rate"] < middle else BLACK
            ax.annotate(words, (x, y), ha="center", va="center", fontsize=size, color=color)
    return image


def standins(results: Results) -> str:
    """Say for a title how many of the models are stand-ins."""
    count = int(results.models["standin"].sum())
    return " (stand-ins)" if count == len(results.models) else f" ({count} of {len(results.models)} are stand-ins)" if count else ""
