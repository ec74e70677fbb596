"""Are two results the same answer? The official test-suite comparison, without its exponential search."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from sqlglot import exp

from helpers.scoring.sandbox import Result
from helpers.scoring.trees import parse_query

_MAX_TRIES = 1_000  # column assignments looked at; real results need one or two

_HIDDEN = re.compile(r"""'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|--[^\n]*|/\*.*?(?:\*/|$)""", re.DOTALL)
_LANDMARK = re.compile(r"[()]|\border\s+by\b", re.IGNORECASE)

Column = tuple
Row = tuple


def same_result(gold: Result, predicted: Result, *, ordered: bool, float_tolerance: float = 0.0) -> bool:
    """Tell whether two results hold the same rows, under some order of the columns.

    The rule is that of https://github.com/taoyds/test-suite-sql-eval (Zhong et al. 2020): as many rows, as many columns
    (two empty results are equal whatever their columns), and a permutation of the columns that makes the rows equal, as a
    list where `ordered`, else as a bag. Values by Python's equality: 1 equals 1.0, '1' differs from 1, NULL equals NULL.
    A result with an error equals nothing. `float_tolerance` (relative, 1e-6 say) also accepts a number that is off by
    rounding, unless both are whole numbers.
    Not covered: where more than 1,000 assignments of columns stay open after comparing all that they contain, which takes
    results made for the purpose, the answer is False.
    """
    if gold.rows is None or predicted.rows is None or len(gold.rows) != len(predicted.rows):
        return False
    if not gold.rows:
        return True
    if gold.columns != predicted.columns:
        return False
    if _permuted(gold.rows, predicted.rows, ordered):
        return True
    if not float_tolerance:
        return False
    return _permuted(gold.rows, _snapped(gold.rows, predicted.rows, float_tolerance), ordered)


def order_matters(sql: str) -> bool:
    """Tell whether a query asks for its rows in an order: an ORDER BY of its own, not of a subquery.

    The official evaluator looks for the words "order by" anywhere, so that a subquery switches the order on and two
    blanks switch it off. A text that sqlglot cannot parse is read without its quotes, comments and parentheses.

    >>> order_matters("SELECT name FROM singer ORDER  BY age")
    True
    >>> order_matters("SELECT name FROM singer WHERE id = (SELECT id FROM concert ORDER BY year LIMIT 1)")
    False
    """
    try:
        query = parse_query(sql)
    except ValueError:
        return _order_outside_parentheses(sql)
    while isinstance(query, exp.Subquery) and not query.args.get("order"):
        query = query.this
    return bool(query.args.get("order"))


def _order_outside_parentheses(sql: str) -> bool:
    depth = 0
    for found in _LANDMARK.findall(_HIDDEN.sub("''", sql)):
        depth += (found == "(") - (found == ")")
        if found not in "()" and depth <= 0:
            return True
    return False


def _permuted(gold: Sequence[Row], predicted: Sequence[Row], ordered: bool) -> bool:
    """Search a permutation of the predicted columns that makes the rows equal."""
    if gold == predicted or (not ordered and Counter(gold) == Counter(predicted)):
        return True
    gold_columns, predicted_columns = list(zip(*gold, strict=True)), list(zip(*predicted, strict=True))
    if ordered:
        # In a list each column stands alone: the same columns, in any order, make the same rows.
        return Counter(gold_columns) == Counter(predicted_columns)
    return _Search(gold_columns, predicted_columns).found({}, {})


class _Search:
    """Match columns by what they contain and by how they meet in rows, then try what is left open.

    Refinement in the manner of graph isomorphism: columns get classes by their values, rows get classes by the classes and
    values of their cells, columns again by the classes of their rows, until nothing splits. Only columns that stay in one
    class are tried against each other, and each trial splits the classes further. So nine columns of 0 and 1 take a
    handful of steps, not 9! permutations.
    """

    def __init__(self, gold: list[Column], predicted: list[Column]) -> None:
        self.gold, self.predicted = gold, predicted
        self.tries = 0

    def found(self, gold_pins: dict[int, int], predicted_pins: dict[int, int]) -> bool:
        """Tell whether an assignment exists that agrees with the pinned columns."""
        self.tries += 1
        if self.tries > _MAX_TRIES:
            return False
        classes = self._refine(gold_pins, predicted_pins)
        if classes is None:
            return False
        open_classes = [
            (left, right)
            for left, right in classes
            # Columns that are equal cell by cell need no choice: any assignment among them makes the same rows.
            if len({self.gold[i] for i in left}) > 1 or len({self.predicted[i] for i in right}) > 1
        ]
        if not open_classes:
            order = {i: j for left, right in classes for i, j in zip(left, right, strict=True)}
            rows = zip(*(self.predicted[order[i]] for i in range(len(self.gold))), strict=True)
            return Counter(zip(*self.gold, strict=True)) == Counter(rows)
        left, right = min(open_classes, key=lambda pair: len(pair[0]))
        pin = len(gold_pins)
        distinct = {self.predicted[j]: j for j in right}.values()
        return any(self.found(gold_pins | {left[0]: pin}, predicted_pins | {j: pin}) for j in distinct)

    def _refine(self, gold_pins: dict[int, int], predicted_pins: dict[int, int]) -> list[tuple[list[int], list[int]]] | None:
        """Split the columns of both sides into common classes; None where the sides differ."""
        names: dict = {}
        sides = [(self.gold, gold_pins), (self.predicted, predicted_pins)]
        classes = [[_name(names, (pins.get(i, -1), _bag(column))) for i, column in enumerate(columns)] for columns, pins in sides]
        while True:
            if Counter(classes[0]) != Counter(classes[1]):
                return None
            names = {}
            rows = [
                [_name(names, _bag(zip(kinds, cells, strict=True))) for cells in zip(*columns, strict=True)]
                for kinds, (columns, _) in zip(classes, sides, strict=True)
            ]
            if Counter(rows[0]) != Counter(rows[1]):
                return None
            names = {}
            split = [
                [_name(names, (kind, _bag(zip(row_kinds, column, strict=True)))) for kind, column in zip(kinds, columns, strict=True)]
                for kinds, row_kinds, (columns, _) in zip(classes, rows, sides, strict=True)
            ]
            if len(set(split[0])) == len(set(classes[0])) and len(set(split[1])) == len(set(classes[1])):
                break
            classes = split
        if Counter(split[0]) != Counter(split[1]):
            return None
        members = [{kind: [i for i, k in enumerate(kinds) if k == kind] for kind in kinds} for kinds in split]
        return [(left, members[1][kind]) for kind, left in members[0].items()]


def _name(names: dict, thing: object) -> int:
    """Give equal things equal small numbers."""
    return names.setdefault(thing, len(names))


def _bag(values: object) -> frozenset:
    """Make a bag that can be compared and hashed; values of mixed types cannot be sorted."""
    return frozenset(Counter(values).items())


def _snapped(gold: Sequence[Row], predicted: Sequence[Row], tolerance: float) -> list[Row]:
    """Replace each predicted number that is not in the gold result by the nearest gold number, if that is close enough.

    Replacing on one side only keeps close numbers of the gold result apart: rounding, or chains of close numbers, would
    make different rows equal.
    """
    numbers = sorted({value for row in gold for value in row if _is_number(value)})
    known = set(numbers)

    def snap(value: object) -> object:
        if not _is_number(value) or value in known:
            return value
        at = bisect_left(numbers, value)
        near = [number for number in numbers[max(at - 1, 0) : at + 1] if _close(number, value, tolerance)]
        return min(near, key=lambda number: abs(number - value), default=value)

    return [tuple(snap(value) for value in row) for row in predicted]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and math.isfinite(value)


def _close(gold: float, predicted: float, tolerance: float) -> bool:
    """Compare with relative tolerance; two whole numbers are counts or keys, and are the same or not."""
    if float(gold).is_integer() and float(predicted).is_integer():
        return False
    return math.isclose(gold, predicted, rel_tol=tolerance, abs_tol=1e-12)
