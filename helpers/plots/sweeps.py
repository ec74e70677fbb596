"""Figures of runs that differ in one thing or two: the score over the training size, and the map of a sweep."""

from matplotlib.figure import Figure

from helpers.comparison.sweeps import short
from helpers.plots.comparison import axes, legend, picture, point, standins
from helpers.plots.training import BLACK, BLUE, CYCLE, YELLOW


def learning_curve(lines: dict[str, list[dict]], name: str, title: str) -> Figure:
    """Draw a score over the number of training examples, with its 95 % interval, a line a recipe."""
    fig = picture(lines, title)
    ax = axes(fig, (1, 1, 1), "")
    colors = [color for color in CYCLE if color != YELLOW]
    for (label, points), color in zip(lines.items(), colors, strict=False):
        _line(ax, [point["value"] for point in points], points, color, label)
    ax.set_xscale("log")
    sizes = sorted({point["value"] for points in lines.values() for point in points})
    even = [sizes[0] * (sizes[-1] / sizes[0]) ** (part / 5) for part in range(6)]  # evenly spaced on the axis
    ax.set_xticks(sorted({min(sizes, key=lambda size: abs(size - wanted)) for wanted in even}))
    ax.set_xticks([], minor=True)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    ax.set_xlabel("training examples (log scale)", fontsize=8)
    ax.set_ylabel(f"{name}\n(share of 1, 95 % interval)", fontsize=8)
    ax.set_ylim(-0.02, 1.02)
    handles = [(label, {"color": color, "marker": "o"}) for label, color in zip(lines, colors, strict=False)]
    legend(fig, handles)
    return fig


def sweep_map(found: dict, measure: str, name: str) -> Figure:
    """Draw what a sweep found: two parameters as a map with the score and its 95 % interval in each cell, one as a line.

    Args:
        found: `names`, `values` and `points`, as `helpers.comparison.sweeps.find_sweep` returns them.
        measure: a key of a model's scores.
        name: the score's.
    """
    entries = list(found["points"].values())
    fig = picture({}, f"{entries[0].stem}, {entries[0].model}{standins(entries)}")
    ax = axes(fig, (1, 1, 1), "")
    if len(found["names"]) == 1:
        values = [value for value in found["values"][0] if (value,) in found["points"]]
        ordered = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)
        _line(ax, range(len(values)), [found["points"][value,].scores[measure] for value in values], BLUE, "", "-" if ordered else "")
        ax.set_xticks(range(len(values)), [short(value) for value in values], fontsize=8)
        ax.set_xlim(-0.5, len(values) - 0.5)
        ax.set_ylim(-0.02, 1.02)
        ax.set_xlabel(found["names"][0], fontsize=8)
        ax.set_ylabel(f"{name}\n(share of 1, 95 % interval)", fontsize=8)
        return fig
    columns, rows = found["values"]
    scores = [[found["points"][x, y].scores[measure] if (x, y) in found["points"] else None for x in columns] for y in rows]
    image = ax.imshow(
        [[score["rate"] if score else float("nan") for score in row] for row in scores], cmap="cividis", aspect="auto", origin="lower"
    )
    low, high = image.get_clim()
    for y, row in enumerate(scores):
        for x, score in enumerate(row):
            words = f"{score['rate']:.2f}\n[{score['interval'][0]:.2f}, {score['interval'][1]:.2f}]" if score else "not run"
            dark = score and score["rate"] < (low + high) / 2
            ax.annotate(words, (x, y), ha="center", va="center", fontsize=8 if len(columns) < 6 else 6, color="white" if dark else BLACK)
    ax.set_xticks(range(len(columns)), [short(value) for value in columns], fontsize=8)
    ax.set_yticks(range(len(rows)), [short(value) for value in rows], fontsize=8)
    ax.set_xlabel(found["names"][0], fontsize=8)
    ax.set_ylabel(found["names"][1], fontsize=8)
    ax.grid(visible=False)
    fig.colorbar(image, label=f"{name} (share of 1)")
    return fig


def _line(ax, xs, scores: list[dict], color: str, label: str, style: str = "-") -> None:
    ax.plot(xs, [score["rate"] for score in scores], linestyle=style or "none", color=color, linewidth=1.3, label=label)
    for x, score in zip(xs, scores, strict=True):
        point(ax, x, score, color=color, marker="o")
