"""Figures of scores: bars with intervals, and what each score says of the same predictions."""

import itertools
import textwrap

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.plots.style import BLACK, COLORS, CYCLE, ORANGE, SKY, SMALL, TEXT, axes, cut, legend, percent, picture, point, rates_axis
from helpers.scoring.statistics import FEWEST

YES_NO = ("valid", "runs", "parsed")  # what a column asks if its name has one of these words


def score_bars(rates: dict[str, dict[str, dict]], subject: str, label: str, colors: dict[str, str] | None = None) -> Figure:
    """Draw rates with their 95 % intervals, {group of questions: {model: {"rate", "interval", "n"}}}, shares of 1, one bar a model.

    A group of fewer than ten questions is not drawn, and named below: its interval spans most of the scale. `subject` says which model
    and data, and names a stand-in; `label` is the score's name; without `colors` by model all are drawn, in the usual ones.
    """
    sizes = {name: max((score["n"] for score in row.values()), default=0) for name, row in rates.items()}
    shown = {name: row for name, row in rates.items() if sizes[name] >= FEWEST}
    models = list(colors or dict.fromkeys(model for row in shown.values() for model in row))
    named = colors or {model: COLORS[model] for model in models if model in COLORS}
    free = itertools.cycle([color for color in CYCLE if color not in named.values()])
    colors = {model: named.get(model) or next(free) for model in models}
    fig = picture(f"{label[:1].upper()}{label[1:]} by group of questions", subject, 4.2)
    ax = axes(fig)
    width = 0.84 / max(len(models), 1)
    for (place, row), (number, model) in itertools.product(enumerate(shown.values()), enumerate(models)):
        score = row.get(model)
        if score and score.get("rate") is not None:
            x = place + (number - (len(models) - 1) / 2) * width
            ax.bar(x, score["rate"], width * 0.92, color=colors[model])
            point(ax, x, score, color=BLACK, capsize=3, linewidth=1)
            top, size = min(score["interval"][1], 1.0), TEXT if width > 0.15 else 8
            ax.annotate(percent(score["rate"]), (x, top), xytext=(0, 2), textcoords="offset points", ha="center", fontsize=size)
    names = [f"{textwrap.fill(' '.join(name.split()), 16 if len(shown) < 5 else 10)}\nn = {sizes[name]}" for name in shown]
    ax.set_xticks(range(len(shown)), names)
    ax.tick_params(axis="x", rotation=90 if len(shown) > 6 else 0)
    rates_axis(ax, label)
    hidden = [f"{' '.join(name.split())} (n = {sizes[name]})" for name in rates if name not in shown]
    if hidden:
        words = ", ".join(hidden[:3]) + (f" and {len(hidden) - 3} more" if len(hidden) > 3 else "")
        ax.set_xlabel(f"not drawn, fewer than {FEWEST} questions: {words}", fontsize=SMALL, color="0.35")
    legend(fig, [(model, {"color": color, "linewidth": 8}) for model, color in colors.items()], min(len(colors), 4) or 1)
    return fig


def verdict_grid(
    questions: list[str], verdicts: dict[str, list[bool | None]], rouge: list[float],
    title: str = "What each score says of the same predictions",
) -> Figure:  # fmt: skip
    """Draw which score says right or wrong of which prediction, and each prediction's ROUGE-L. Where they disagree, the number is bold.

    `questions` hold a word on each prediction; `verdicts` {score: [True, False or None for not judged, one a prediction]}, of which what
    is valid or runs is answered with yes or no; `rouge` shares of 1, one a prediction.
    """
    texts = [textwrap.fill(f"{i}. {cut(text, 84)}", 32) for i, text in enumerate(questions, 1)]
    asked = {name: any(word in name for word in YES_NO) for name in verdicts}
    scores = [values for name, values in verdicts.items() if not asked[name]]  # that a query is valid is no disagreement with "wrong"
    several = len(scores) > 1
    height = 1.3 + 0.19 * sum(max(1.6, len(text.splitlines())) for text in texts)
    fig = picture(title, f"Bold: the {'scores' if several else 'columns'} do not agree", height)
    ax = axes(fig)
    for column, (name, values) in enumerate(verdicts.items()):
        words = ("yes", "no") if asked[name] else ("right", "wrong")
        for row, right in enumerate(values):
            color, word = ("0.9", "-") if right is None else (SKY, words[0]) if right else (ORANGE, words[1])
            ax.add_patch(Rectangle((column + 0.03, row + 0.05), 0.94, 0.9, color=color))
            ax.annotate(word, (column + 0.5, row + 0.5), ha="center", va="center", fontsize=SMALL)
    for row, score in enumerate(rouge):
        ax.annotate(f"{score:.2f}", (len(verdicts) + 0.5, row + 0.5), ha="center", va="center", fontsize=SMALL)
    names = [textwrap.fill(name, 9, break_long_words=False) for name in (*verdicts, "ROUGE-L")]
    ax.set_xticks([place + 0.5 for place in range(len(names))], names)
    ax.set_yticks([row + 0.5 for row in range(len(texts))], texts)
    for tick, judged in zip(ax.get_yticklabels(), zip(*(scores if several else verdicts.values()), strict=True), strict=True):
        tick.set_fontweight("bold" if len({right for right in judged if right is not None}) > 1 else "normal")
    ax.set(xlim=(0, len(names)), ylim=(len(questions), 0))
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.grid(visible=False)
    return fig
