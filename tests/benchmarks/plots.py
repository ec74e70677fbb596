"""What the benchmarks measured, drawn: ratios of two sides, what each lever is worth, and how time and memory grow.

Like `helpers.plots`: every function returns a figure, and draws what the file of results holds, no more.
"""

from matplotlib.figure import Figure

from helpers.memory.catalog import RECIPES
from helpers.plots.style import BLUE, GREEN, ORANGE, SMALL, TEXT, axes, legend, picture


def speed(results: dict) -> Figure | None:
    """Draw how many times as fast the notebooks are as the originals: median and range of the rounds. None if nothing is measured."""
    training, generation, scoring = (_results(results, name) for name in ("training", "generation", "scoring"))
    lines = [
        ("training, 01", training.get("examples: notebook 01")),
        ("training, 01, recomputing", training.get("examples: notebook 01, every layer recomputed")),
        *((f"training, {number} {RECIPES[number].split('/')[-1]}", pair)
          for number, pair in sorted(_results(results, "recipes").get("pairs", {}).items())),
        *((f"answering, {name}", generation.get(name)) for name in ("float32", "bfloat16", "float16")),
        ("scoring", scoring.get("against the official code")),
    ]
    return _ratios([(label, pair) for label, pair in lines if pair], "How many times as fast as the original", _where(results))


def levers(results: dict) -> Figure | None:
    """Draw what each setting of notebook 01 is worth: the speed with it over the speed without it."""
    found = _results(results, "levers").get("levers", {})
    lines = [(name, pair) for name, pair in found.items() if "ratio" in pair]
    return _ratios(lines, "Speed with a setting over speed without it", _where(results))


def growth(results: dict) -> Figure | None:
    """Draw seconds and peak memory over rows, training and scoring, both axes logarithmic; the gray line is proportional growth."""
    found = _results(results, "growth")
    lines = [
        ("preparing training rows", "training", "seconds_to_prepare", BLUE),
        ("training, tiny model", "training", "seconds_to_train", GREEN),
        ("scoring predictions", "scoring", "seconds", ORANGE),
    ]
    if not any(key in row for _, name, key, _ in lines for row in found.get(name, [])):
        return None
    fig = picture("Growth with the number of rows", _where(results))
    left, right = axes(fig, (1, 2, 1)), axes(fig, (1, 2, 2))
    for label, name, key, color in lines:
        _line(left, found.get(name, []), key, color, label)
    for label, name, color in (("training", "training", GREEN), ("scoring", "scoring", ORANGE)):
        _line(right, found.get(name, []), "peak_mib", color, label)
    points = [(row["rows"], row[key]) for _, name, key, _ in lines for row in found.get(name, []) if key in row]
    few, many = min(rows for rows, _ in points), max(rows for rows, _ in points)
    low = min(value for _, value in points)
    left.plot((few, many), (low, low * many / few), color="0.7", linewidth=1, zorder=0)
    left.set_ylabel("seconds", fontsize=TEXT)
    right.set_ylabel("peak memory, all processes (MiB)", fontsize=SMALL)
    most = max((row.get("peak_mib") or 10 for name in ("training", "scoring") for row in found.get(name, [])), default=10)
    right.set_ylim(bottom=10, top=2 * most)
    for ax in (left, right):
        ax.set_xscale("log")
        ax.set_yscale("log")
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_formatter(lambda value, _: f"{value:,.0f}")
            axis.set_minor_formatter(lambda value, _: "")
        ax.set_xlabel("rows", fontsize=TEXT)
    names = [("preparing training rows", BLUE), ("training", GREEN), ("scoring predictions", ORANGE), ("proportional", "0.7")]
    legend(fig, [(label, {"color": color}) for label, color in names])
    return fig


def _line(ax, rows: list[dict], key: str, color: str, label: str) -> None:
    points = [(row["rows"], row[key]) for row in rows if row.get(key)]
    if points:
        ax.plot(*zip(*points, strict=True), color=color, marker="o", markersize=4, linewidth=1.5, label=label)


def _ratios(lines: list[tuple[str, dict]], title: str, where: str) -> Figure | None:
    """Draw a dot and its range a line, on a logarithmic axis: twice as fast and half as fast lie equally far from 1."""
    if not lines:
        return None
    fig = picture(title, where, max(3.5, 1.4 + 0.3 * len(lines)))
    ax = axes(fig)
    ax.axvline(1, color="0.6", linewidth=1)
    for place, (_, pair) in enumerate(lines):
        ratio = pair["ratio"]
        ax.plot((ratio["low"], ratio["high"]), (place, place), color=BLUE, linewidth=1.5)
        ax.plot(ratio["median"], place, "o", color=BLUE, markersize=5)
        beside = {"xytext": (5, 0), "textcoords": "offset points", "va": "center", "fontsize": SMALL}
        ax.annotate(f"{ratio['median']:.2f}", (ratio["high"], place), **beside)
    ax.set_yticks(range(len(lines)), [label for label, _ in lines], fontsize=SMALL)
    ax.invert_yaxis()
    ax.set_xscale("log")
    every = [pair["ratio"][end] for _, pair in lines for end in ("low", "high")] + [1.0]
    ax.set_xlim(min(every) / 1.2, max(every) * 1.4)
    ticks = [tick for tick in (0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 32) if min(every) / 1.2 <= tick <= max(every) * 1.4]
    ax.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    ax.minorticks_off()
    ax.set_xlabel("ratio: median of the rounds, and their range", fontsize=SMALL)
    ax.grid(axis="x", color="0.9", linewidth=0.8)
    return fig


def _results(results: dict, section: str) -> dict:
    return results.get("sections", {}).get(section, {}).get("results", {})


def _where(results: dict) -> str:
    machines = [section["machine"] for section in results.get("sections", {}).values() if "machine" in section]
    what = "random tiny models" if results.get("toy") else "stand-in SmolLM2-135M"
    names = [f"{machine['cores']} cores" if machine["kind"] == "cpu" else machine["name"] for machine in machines]
    return ", ".join([what, *dict.fromkeys(names)])
