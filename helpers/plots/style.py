"""What all figures share: colors, one kind of picture, axes, a legend below them. Readable where a phone shows 330 pixels.

Figures are 6 inches wide at 150 dpi, in Okabe and Ito's colors, on white.
"""

import io
import re
import textwrap

import matplotlib
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

ORANGE, SKY, GREEN, BLUE, VERMILION, PURPLE, BLACK = (  # the palette's yellow is lost on white
    "#E69F00", "#56B4E9", "#009E73", "#0072B2", "#D55E00", "#CC79A7", "#000000",
)  # fmt: skip
CYCLE = (BLUE, ORANGE, GREEN, PURPLE, VERMILION, SKY, BLACK)  # of models that are compared, in their order: more look alike on white
COLORS = {"base": SKY, "tuned": BLUE, "train": BLUE, "validation": VERMILION}
GREY = "0.8"  # of what is drawn without a name
TITLE, TEXT, SMALL = 12, 10, 9  # points; a phone shows 9 points 7 pixels high


class Picture(Figure):
    """A figure that a notebook shows as the last value of a cell, once, with or without pyplot. A dollar in a name is a dollar."""

    subtitle = ""

    def draw(self, renderer):
        for text in self.findobj(Text):
            text.set_parse_math(False)
        with matplotlib.rc_context({"text.parse_math": False}):  # for the ticks that are made now
            return super().draw(renderer)

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        """Describe the picture by its title for those who do not see it; the picture itself comes from `_repr_png_`."""
        return {}, {"image/png": {"alt": " ".join(f"{self.get_suptitle()} {self.subtitle}".split())}}

    def _repr_png_(self) -> bytes:
        buffer = io.BytesIO()
        self.savefig(buffer, format="png", dpi=self.dpi)
        return buffer.getvalue()


def picture(title: str, subtitle: str = "", height: float = 3.8) -> Picture:
    """Return an empty figure: the title says what is drawn, a grey line below it of which model and data, files by their name alone."""
    title, subtitle = (re.sub(r"(?<![^\s(])(?:~|[A-Za-z]:)?[/\\](?:[^\s/\\]+[/\\])+", "", text) for text in (title, subtitle))
    fig = Picture(figsize=(6, height), dpi=150, layout="constrained", facecolor="white")
    lines = [textwrap.fill(title, 58), *textwrap.wrap(subtitle.replace("\n", ", "), 56, break_on_hyphens=False)]
    if title:
        fig.suptitle(lines[0], fontsize=TITLE, x=0.01, ha="left")
    fig.subtitle = "\n".join(lines[1:])
    return fig


def axes(fig: Picture, place=(1, 1, 1), title: str = "", grid: str = "y", size: int = TEXT, **shared):
    """Return axes without a frame; the first ones of a figure carry its subtitle.

    `grid` names the axis whose values have grey lines: x, y or both. `size` of the labels is in points.
    """
    ax = fig.add_subplot(*place, **shared)
    for axis in (ax.xaxis, ax.yaxis):
        axis.label.set_size(size)
    text = "\n".join(filter(None, (fig.subtitle if len(fig.axes) == 1 else "", title)))
    ax.set_title(text, fontsize=SMALL, loc="left", color="0.35" if not title else BLACK)
    ax.tick_params(labelsize=SMALL)
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis=grid, color="0.9", linewidth=0.8)
    ax.set_axisbelow(True)
    return ax


def rates_axis(ax, name: str) -> None:
    """Let an axis show a score from 0 to 100 %."""
    ax.set(ylim=(0, 1.04), yticks=[0, 0.25, 0.5, 0.75, 1], yticklabels=["0", "25", "50", "75", "100"])
    ax.set_ylabel(f"{name}\n(%, 95 % interval)" if name else "", fontsize=SMALL)


def point(ax, x: float, score: dict, **look) -> None:
    """Draw a rate with its interval."""
    low, high = score["interval"]
    error = [[max(score["rate"] - low, 0)], [max(high - score["rate"], 0)]]
    ax.errorbar(x, score["rate"], yerr=error, **{"capsize": 2, "markersize": 5, "linewidth": 1.2, **look})


def line(ax, xs, scores: list[dict], color: str, width: float = 1.3, style: str = "-") -> None:
    """Draw rates with their intervals, joined by a line."""
    ax.plot(xs, [score["rate"] for score in scores], linestyle=style, color=color, linewidth=width)
    for x, score in zip(xs, scores, strict=True):
        point(ax, x, score, color=color, marker="o")


def legend(fig: Figure, handles: list[tuple[str, dict]], columns: int = 2) -> None:
    """Put the names below the axes, where they hide nothing, each with the line or the mark that is drawn."""
    lines = [Line2D([], [], label=label, **{"linewidth": 2, "markersize": 6, **look}) for label, look in handles]
    if lines:
        columns = min(columns, max(1, 80 // (max(len(label) for label, _ in handles) + 6)))
        fig.set_figheight(fig.get_figheight() + 0.2 * -(-len(lines) // columns))
        fig.legend(handles=lines, loc="outside lower center", ncols=columns, frameon=False, fontsize=SMALL)


def cut(text: str, width: int) -> str:
    """Shorten a text at a word, with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 4].rsplit(" ", 1)[0] + " ..."


def percent(rate: float) -> str:
    """Write a rate as a figure does: 51, in per cent, a half rounded up."""
    return f"{100 * rate + 1e-9:.0f}"
