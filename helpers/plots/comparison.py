"""Figures of several models side by side: one color a model, the same in every figure, and intervals on every rate."""

from matplotlib.figure import Figure

from helpers.comparison.entry import Entry
from helpers.comparison.tables import ranked
from helpers.plots.training import BLACK, BLUE, CYCLE, VERMILION, YELLOW, Picture

GREY = "0.8"  # of what is drawn without a name
BASES = ("o", "s", "D", "^", "v", "P")  # marks of the untrained models, which have no color
PANELS = 4  # at most, of loss curves


def choose_colors(entries: list[Entry], measure: str, most: int, always: tuple[Entry | None, ...] = ()) -> tuple[dict[str, str], str]:
    """Give colors to the models that figures name, and say which those are: some always, and the best of the others.

    Args:
        entries: of one test set.
        measure: by which the best are found.
        most: how many get a color; there are seven that can be told apart on white.
        always: those that are compared in pairs.

    Returns:
        {label: color}, and a sentence.
    """
    usable = [color for color in CYCLE if color != YELLOW]
    trained = [entry for entry in ranked(entries, measure) if entry.trained]
    first = [entry for entry in trained if entry in always]
    chosen = [*first, *(entry for entry in trained if entry not in first)][: min(max(most, len(first), 1), len(usable))]
    named = [entry for entry in trained if entry in chosen]
    colors = {entry.label: color for entry, color in zip(named, usable, strict=False)}
    left = len(trained) - len(named)
    if not left:
        return colors, f"The figures name {'all ' * (len(named) > 1)}{len(named)} trained model{'s' * (len(named) != 1)} of this test set."
    return (
        colors,
        f"The figures name {len(named)} of {len(trained)} trained models, the best and those compared below; the other {left} are grey.",
    )


def loss_overlay(entries: list[Entry], colors: dict[str, str]) -> tuple[Figure | None, str]:
    """Draw the losses of trained models over the share of their training, a panel a base model: training solid, validation dashed.

    A loss is in nats a token, and tokens are a tokenizer's: curves of different base models do not share a panel. With more than four
    named models the training losses are left out, which would hide each other.
    """
    curves = [(entry, curve) for entry in entries if (curve := entry.curve())]
    panels = list(dict.fromkeys(entry.model_id for entry, _ in sorted(curves, key=lambda item: item[0].label not in colors)))
    if not curves:
        return None, "None of these models has logged losses."
    shown, both = panels[:PANELS], len(colors) <= 4
    columns, rows = min(len(shown), 2), (len(shown) + 1) // 2
    fig = picture(colors, "", 3.2 * rows)
    for number, model_id in enumerate(shown):
        ax = axes(fig, (rows, columns, number + 1), f"{model_id}{' (stand-in)' if model_id.startswith('standin/') else ''}")
        own = [(entry, curve) for entry, curve in curves if entry.model_id == model_id]
        tops = []
        for entry, curve in sorted(own, key=lambda item: item[0].label in colors):
            tops += _draw_loss(ax, curve, colors.get(entry.label), both)
        ax.set_ylim(0, 1.1 * max(tops, default=1.0))
        ax.set_xlim(0, 1.02)
        ax.set_xlabel("share of the training\n(solid: training, dashed: validation)", fontsize=8)
        ax.set_ylabel("loss on the answer (nats a token)" if number % columns == 0 else "", fontsize=8)
    legend(fig, [(label, {"color": color}) for label, color in colors.items()], len(curves) > len(colors))
    left = f" {len(panels) - PANELS} more base models have curves that are not drawn." if len(panels) > PANELS else ""
    return fig, f"{len(curves)} curves of {len(panels)} base model{'s' * (len(panels) > 1)}.{left}"


def score_against_cost(entries: list[Entry], colors: dict[str, str], measure: str, name: str) -> tuple[Figure | None, str]:
    """Draw the score over minutes of training and over peak memory. The untrained models cost nothing and stand at zero minutes.

    Minutes and memory of one kind of machine cannot be compared with those of another: the commonest machine is drawn. Costs that
    are nearly the same are drawn side by side, a few hundredths of the axis from where they are at most.
    """
    costly = [entry for entry in entries if entry.trained and entry.costs.get("training_seconds") and entry.scores[measure]["n"]]
    if not costly:
        return None, "No run of this test set has recorded what its training cost."
    devices = [str(entry.record.get("device") or "an unknown machine") for entry in costly]
    device = max(dict.fromkeys(devices), key=devices.count)
    here = [entry for entry, own in zip(costly, devices, strict=True) if own == device]
    bases = [entry for entry in entries if not entry.trained and entry.scores[measure]["n"]]
    fig = picture(colors | {base.label: "" for base in bases[: len(BASES)]}, f"On {device}{standins(here)}")
    panels = (("training_seconds", 60, "minutes of training"), ("training_peak_gib", 1, "peak memory of training (GiB)"))
    for number, (key, unit, words) in enumerate(panels, 1):
        ax = axes(fig, (1, 2, number), "")
        known = [entry for entry in sorted(here, key=lambda entry: entry.label in colors) if entry.costs.get(key)]
        for entry, x in zip(known, _side_by_side([entry.costs[key] / unit for entry in known]), strict=True):
            color = colors.get(entry.label, GREY)
            faint = {"alpha": 0.5, "linewidth": 0.5, "markersize": 4, "capsize": 0} if color == GREY else {"zorder": 3}
            point(ax, x, entry.scores[measure], color=color, marker="o", **faint)
        for base, mark in zip(bases, BASES, strict=False):
            if number == 1:
                point(ax, 0, base.scores[measure], color="0.4", marker=mark, markerfacecolor="white")
        ax.set_xlim(left=-0.04 * ax.get_xlim()[1] if number == 1 else 0)
        ax.set_ylim(-0.02, 1.02)
        ax.set_xlabel(words, fontsize=8)
        ax.set_ylabel(f"{name} (share of 1, 95 % interval)" if number == 1 else "", fontsize=8)
    handles = [(label, {"color": color, "marker": "o", "linestyle": ""}) for label, color in colors.items()]
    legend(fig, handles + _base_handles(bases), len(here) > len(colors))
    left = len(costly) - len(here)
    return fig, f"{len(here)} models trained on {device}." + (f" {left} were trained on another machine and are left out." if left else "")


def rates_by_part(rates: dict[str, dict[str, dict]], colors: dict[str, str], bases: list[Entry], name: str, title: str) -> Figure:
    """Draw a score for each part of the test set, a point with its 95 % interval a model; the untrained models are hollow.

    Args:
        rates: {part: {label: {"rate", "n", "interval"}}}.
        colors: of the models that are named; others are left out.
        bases: the untrained models.
        name: the score's.
        title: says what is drawn.
    """
    looks = {label: {"color": color, "marker": "o"} for label, color in colors.items()}
    looks |= {base.label: {"color": "0.4", "marker": mark, "markerfacecolor": "white"} for base, mark in zip(bases, BASES, strict=False)}
    fig = picture(looks, title)
    ax = axes(fig, (1, 1, 1), "")
    step = 0.8 / max(len(looks), 1)
    for place, row in enumerate(rates.values()):
        for number, (label, look) in enumerate(looks.items()):
            if row.get(label, {}).get("n"):
                point(ax, place + (number - (len(looks) - 1) / 2) * step, row[label], **look)
        if place:
            ax.axvline(place - 0.5, color="0.9", linewidth=0.8)
    sizes = [max((score["n"] for score in row.values()), default=0) for row in rates.values()]
    ax.set_xticks(range(len(rates)), [f"{part}\nn = {n}" for part, n in zip(rates, sizes, strict=True)], fontsize=8)
    ax.tick_params(axis="x", rotation=90 if len(rates) > 6 else 0)
    ax.set_xlim(-0.5, len(rates) - 0.5)
    ax.set_ylim(-0.02, 1.02)
    ax.set_ylabel(f"{name}\n(share of 1, 95 % interval)", fontsize=8)
    named = [(label, {"color": color, "marker": "o", "linestyle": ""}) for label, color in colors.items()]
    legend(fig, named + _base_handles(bases))
    return fig


def paired_differences(parts: dict[str, dict], title: str, name: str) -> Figure:
    """Draw how much better the second model is than the first, over all questions and by their kind, with 95 % intervals.

    Args:
        parts: {part: {"difference", "interval", "n", "gained", "lost"}}.
        title: says from which model to which.
        name: the score's.
    """
    fig = picture({}, title, 1.1 + 0.38 * max(len(parts), 3))
    ax = axes(fig, (1, 1, 1), "")
    ax.axvline(0, color=BLACK, linewidth=1)
    for place, found in enumerate(parts.values()):
        low, high = found["interval"]
        color = "0.5" if low <= 0 <= high else BLUE if found["difference"] > 0 else VERMILION
        error = [[max(found["difference"] - low, 0)], [max(high - found["difference"], 0)]]
        ax.errorbar(found["difference"], place, xerr=error, color=color, marker="o", capsize=3, markersize=5)
        words = f"+{found['gained']} -{found['lost']}"
        ax.annotate(words, (1.01, place), xycoords=("axes fraction", "data"), va="center", fontsize=8, annotation_clip=False)
    ax.set_yticks(range(len(parts)), [f"{part} (n {found['n']})" for part, found in parts.items()], fontsize=8)
    ax.set_ylim(len(parts) - 0.5, -0.5)
    ax.grid(axis="x", color="0.9", linewidth=0.8)
    ax.set_xlabel(f"change of {name} (share of 1, 95 % interval), and questions gained and lost", fontsize=8)
    return fig


def picture(named, title: str, height: float = 3.5) -> Figure:
    """Return an empty figure, higher by the legend that stands below it."""
    fig = Picture(figsize=(6, height + 0.17 * ((len(named) + 2) // 2)), dpi=150, layout="constrained", facecolor="white")
    if title:
        fig.suptitle(title, fontsize=9, x=0.01, ha="left")
    return fig


def axes(fig: Figure, place: tuple[int, int, int], title: str):
    ax = fig.add_subplot(*place)
    if title:
        ax.set_title(title, fontsize=8, loc="left")
    ax.tick_params(labelsize=8)
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", color="0.9", linewidth=0.8)
    ax.set_axisbelow(True)
    return ax


def _side_by_side(xs: list[float]) -> list[float]:
    """Move up to four values that would hide each other a little apart; more than that stay where they are."""
    step, groups = 0.015 * max(xs, default=0), []
    for number in sorted(range(len(xs)), key=lambda number: xs[number]):
        if groups and xs[number] - xs[groups[-1][-1]] < step:
            groups[-1].append(number)
        else:
            groups.append([number])
    moved = list(xs)
    for group in groups:
        for place, number in enumerate(group if len(group) <= 4 else []):
            moved[number] += step * (place - (len(group) - 1) / 2)
    return moved


def _draw_loss(ax, curve: list[dict], color: str | None, both: bool) -> list[float]:
    """Draw one model's losses and return the heights that the axis has to show: the first logged step may tower over the rest."""
    last, tops = max((entry["step"] for entry in curve), default=1) or 1, []
    validation = sum("eval_loss" in entry for entry in curve) > 1
    for key, style in (("loss", "-"), ("eval_loss", "--")):
        points = [(entry["step"] / last, entry[key]) for entry in curve if isinstance(entry.get(key), (int, float))]
        if not points or (key == "loss" and validation and not (both and color)):
            continue
        ax.plot(*zip(*points, strict=True), style, color=color or GREY, linewidth=1.3 if color else 0.8, zorder=3 if color else 2)
        tops.append(max(value for _, value in points))
    return tops


def point(ax, x: float, score: dict, **look) -> None:
    low, high = score["interval"]
    error = [[max(score["rate"] - low, 0)], [max(high - score["rate"], 0)]]
    ax.errorbar(x, score["rate"], yerr=error, **{"capsize": 2, "markersize": 5, "linewidth": 1, **look})


def legend(fig: Figure, handles: list[tuple[str, dict]], others: bool = False) -> None:
    """Put the names below the axes, where they hide nothing."""
    from matplotlib.lines import Line2D

    if others:
        handles = [*handles, ("others", {**handles[0][1], "color": GREY} if handles else {"color": GREY})]
    lines = [Line2D([], [], label=label, **{"linewidth": 1.5, "markersize": 5, **look}) for label, look in handles]
    fig.legend(handles=lines, loc="outside lower center", ncols=2, frameon=False, fontsize=8)


def _base_handles(bases: list[Entry]) -> list[tuple[str, dict]]:
    looks = ({"color": "0.4", "marker": mark, "markerfacecolor": "white", "linestyle": ""} for mark in BASES)
    return [(f"{base.label} (untrained)", look) for base, look in zip(bases, looks, strict=False)]


def standins(entries: list[Entry]) -> str:
    count = sum(entry.standin for entry in entries)
    return " (stand-ins)" if count == len(entries) else f" ({count} of {len(entries)} are stand-ins)" if count else ""
