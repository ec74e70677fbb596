"""Figures of several answers and a vote: rates over how many there are, and how far a confidence can be trusted."""

from matplotlib.figure import Figure

from helpers.plots.style import BLACK, BLUE, GREEN, ORANGE, PURPLE, SMALL, axes, legend, line, picture, rates_axis

COLORS = (BLUE, GREEN, PURPLE)


def rates_over(lines: dict[str, dict[int, dict]], levels: dict[str, dict], subject: str, label: str, score: str) -> Figure:
    """Draw rates with their 95 % intervals over a number, {name: {number: {"rate", "interval"}}}, and `levels`, {name: rate}, dotted.

    `subject` says which model and data, `label` what the number is, such as "number of answers", `score` what the rate is.
    """
    fig = picture(f"{score[:1].upper()}{score[1:]} over the {label}", subject)
    ax = axes(fig)
    numbers = sorted({number for rates in lines.values() for number in rates})
    place = {number: at for at, number in enumerate(numbers)}  # evenly: each is a multiple of the one before
    looks = dict(zip(lines, COLORS, strict=False))
    for turn, (name, rates) in enumerate(lines.items()):
        xs = [place[number] + 0.06 * (turn - (len(lines) - 1) / 2) for number in rates]
        line(ax, xs, list(rates.values()), looks[name])
    others = dict(zip(levels, (BLACK, ORANGE), strict=False))
    for name, color in others.items():
        ax.axhline(levels[name]["rate"], color=color, linestyle=":", linewidth=2, zorder=4)  # two rates may be the same
        ax.axhspan(*levels[name]["interval"], color=color, alpha=0.08, linewidth=0)
    ax.set_xticks(range(len(numbers)), numbers)
    rates_axis(ax, score)
    ax.set_xlabel(label, fontsize=SMALL)
    lined = [(name, {"color": color, "marker": "o"}) for name, color in looks.items()]
    legend(fig, lined + [(name, {"color": color, "linestyle": ":"}) for name, color in others.items()])
    return fig


def reliability_curve(parts: list[dict], title: str) -> Figure:
    """Draw how often answers are right over the confidence of their vote; on the dashed line the confidence is the chance to be right.

    `parts` are those that `helpers.evaluation.vote.reliability` returns; the title says which model and data.
    """
    fig = picture("How often a vote is right, over its confidence", title)
    ax = axes(fig, size=SMALL)
    ax.plot([0, 1], [0, 1], color=BLACK, linestyle="--", linewidth=1)
    line(ax, [part["confidence"] for part in parts], parts, BLUE)
    for part in parts:
        ax.annotate(f"n = {part['n']}", (part["confidence"], -0.06), ha="center", va="center", fontsize=SMALL)  # below all lines
    ax.set(xlim=(-0.02, 1.08), xlabel="confidence: share of the answers that agree with the winner")
    ax.set(ylim=(-0.1, 1.05), ylabel="share of winners that are right\n(95 % interval)")
    return fig
