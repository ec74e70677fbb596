"""The plot of an answer, where it is one: a text or a date against a number."""

import re

from matplotlib.figure import Figure

from helpers.files import is_number
from helpers.plots.style import BLUE, SMALL, axes, cut, picture

BARS = 30
_KEY = re.compile(r"(?:^|[_\s])(?:id|ID|Id)$|[a-z]I[dD]$")  # the name of a column that is no quantity
_DECIMAL = re.compile(r"-?\d+\.\d+")  # as DuckDB writes one: exact, therefore a text
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([ T]\d{2}:\d{2}.*)?)?)?")


def plottable(names: list[str], rows: list[tuple]) -> tuple[int, int] | None:
    """Return which columns to plot (label, number), or None.

    Among the columns there must be one of different texts or dates and one of numbers. A key is no quantity, and more than 30
    bars are no picture; dates may be up to 1,000.
    """
    if not 2 <= len(rows) <= 1_000:
        return None
    columns = list(zip(*map(_numbers, rows), strict=True))
    labels = [i for i, values in enumerate(columns) if all(isinstance(value, str) for value in values)]
    numbers = [i for i, values in enumerate(columns) if all(map(is_number, values)) and not _KEY.search(names[i])]
    if len(labels) != 1 or len(numbers) != 1 or len(set(columns[labels[0]])) < len(rows):
        return None
    dates = all(_DATE.fullmatch(value) for value in columns[labels[0]])
    return (labels[0], numbers[0]) if dates or len(rows) <= BARS else None


def answer_plot(names: list[str], rows: list[tuple], title: str) -> Figure | None:
    """Draw an answer as bars, or as a line where the labels are dates; None where it is not plottable."""
    chosen = plottable(names, rows)
    if chosen is None:
        return None
    label, number = chosen
    fig = picture(cut(title, 100))
    labels, values = [row[label] for row in rows], [_numbers(row)[number] for row in rows]
    if all(_DATE.fullmatch(text) for text in labels):
        ax = axes(fig)
        points = sorted(zip(labels, values, strict=True))
        ax.plot(range(len(points)), [value for _, value in points], color=BLUE, marker="o" if len(points) <= 60 else "", markersize=4)
        step = max(1, len(points) // 6)
        ax.set_xticks(range(0, len(points), step), [text for text, _ in points[::step]])
        ax.tick_params(axis="x", rotation=20)
        ax.set(xlabel=names[label], ylabel=names[number])
        return fig
    ax = axes(fig, grid="x")
    ax.barh(range(len(rows)), values, color=BLUE)
    ax.set_yticks(range(len(rows)), [cut(text, 28) for text in labels], fontsize=SMALL if len(rows) <= 12 else 6)
    ax.invert_yaxis()
    ax.set(xlabel=names[number], ylabel=names[label])
    return fig


def _numbers(row: tuple) -> tuple:
    return tuple(float(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else value for value in row)
