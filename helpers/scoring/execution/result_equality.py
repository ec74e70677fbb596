"""Are two results the same answer? The official test-suite comparison, without its exponential search."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress

from sqlglot import exp

from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.sql import parse_query, without_comments

_MAX_TRIES = 1_000  # column assignments looked at; real results need one or two
_MAX_PAIRED = 200  # rows of which each may be close to many
_MAX_CELLS = 5_000_000  # compared for this, about a second
_TINY = 1e-12  # numbers this close are the same near zero

_QUOTED = re.compile(r"""'(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?""")
_LANDMARK = re.compile(r"[()]|\border\s+by\b", re.IGNORECASE)

Column = tuple
Row = tuple


def same_result(gold: Result, predicted: Result, *, ordered: bool, float_tolerance: float = 0.0) -> bool:
    """Tell whether two results hold the same rows, under some order of the columns.

    The rule is that of https://github.com/taoyds/test-suite-sql-eval (Zhong et al. 2020): as many rows, as many columns
    (two empty results are equal whatever their columns), and a permutation of the columns that makes the rows equal, as a
    list where `ordered`, else as a bag. Values by Python's equality: 1 equals 1.0, '1' differs from 1, NULL equals NULL.
    A result with an error equals nothing. `float_tolerance` (relative, 1e-6 say) also accepts a number that is off by
    rounding, unless both are whole numbers: then rows are the same that can be paired so that each cell is.
    Not covered: where more than 1,000 assignments of columns stay open after comparing all that they contain, fewer in a large
    result (5 million cells are looked at), or more than 200 rows of numbers that are close, yet not all to each other. All of
    these take results made for the purpose; the answer is False.
    """
    if gold.rows is None or predicted.rows is None or len(gold.rows) != len(predicted.rows):
        return False
    if not gold.rows:
        return True
    if gold.columns != predicted.columns:
        return False
    if _permuted(gold.rows, predicted.rows, ordered):
        return True
    near = _Near([*gold.rows, *predicted.rows], float_tolerance)
    return bool(near.names) and _permuted(gold.rows, predicted.rows, ordered, near)


def order_matters(sql: str) -> bool:
    """Tell whether a query asks for its rows in an order: an ORDER BY of its own, not of a subquery.

    The official evaluator looks for the words "order by" anywhere, so that a subquery switches the order on and two
    blanks switch it off. Here quotes, comments and parentheses are left out, except parentheses around the whole query.

    >>> order_matters("SELECT name FROM singer ORDER  BY age")
    True
    >>> order_matters("SELECT name FROM singer WHERE id = (SELECT id FROM concert ORDER BY year LIMIT 1)")
    False
    """
    if sql.lstrip()[:1] == "(":
        with suppress(ValueError):
            query = parse_query(sql)
            while isinstance(query, exp.Subquery) and not query.args.get("order"):
                query = query.this
            return bool(query.args.get("order"))
    depth = 0
    for found in _LANDMARK.findall(_QUOTED.sub("''", without_comments(sql))):
        depth += (found == "(") - (found == ")")
        if found not in "()" and depth <= 0:
            return True
    return False


class _Near:
    """Which numbers are the same but for rounding: a chain of close ones gets one name, by which columns are matched.

    Closeness does not carry over: where a chain is longer than the tolerance, rows are paired by their cells.
    """

    def __init__(self, rows: Sequence[Row], tolerance: float) -> None:
        self.tolerance = tolerance
        self.names: dict[float, float] = {}  # a number in a chain of several: the chain's first
        self.loose = False  # a chain holds numbers that are not close
        self.left = _MAX_CELLS
        found = {value for row in rows for value in row if _is_number(value)} if tolerance else set()
        numbers = sorted(found) if any(isinstance(number, float) and not number.is_integer() for number in found) else []
        chain = numbers[:1]
        for number in [*numbers[1:], math.inf]:
            if chain and math.isclose(chain[-1], number, rel_tol=tolerance, abs_tol=_TINY):
                chain.append(number)
                continue
            whole = sum(float(member).is_integer() for member in chain) if len(chain) > 1 else 1
            if whole < len(chain):
                self.names |= dict.fromkeys(chain, chain[0])
                self.loose |= whole > 1 or not self.close(chain[0], chain[-1])
            chain = [number]

    def named(self, rows: Iterable[Row]) -> list[Row]:
        """Write each number as its chain's name."""
        return [tuple(self.names.get(value, value) if _is_number(value) else value for value in row) for row in rows]

    def close(self, left: object, right: object) -> bool:
        """Compare two cells; two whole numbers are counts or keys, and are the same or not."""
        if left == right or not (_is_number(left) and _is_number(right)):
            return left == right
        if float(left).is_integer() and float(right).is_integer():
            return False
        return math.isclose(left, right, rel_tol=self.tolerance, abs_tol=_TINY)

    def paired(self, gold: Sequence[Row], predicted: Sequence[Row]) -> bool:
        """Tell whether the rows can be paired so that all cells of a pair are close."""
        left, right = self._grouped(gold), self._grouped(predicted)
        return left.keys() == right.keys() and all(self._matched(rows, right[name]) for name, rows in left.items())

    def _grouped(self, rows: Sequence[Row]) -> dict[Row, list[Row]]:
        found: dict[Row, list[Row]] = {}
        for name, row in zip(self.named(rows), rows, strict=True):
            found.setdefault(name, []).append(row)
        return found

    def _matched(self, gold: list[Row], predicted: list[Row]) -> bool:
        """Pair rows whose names are equal: in order of size, else along augmenting paths."""
        if len(gold) != len(predicted):
            return False
        left, right = sorted(gold, key=_numbers), sorted(predicted, key=_numbers)
        if not self.loose or all(map(self._alike, left, right)):
            return True
        self.left -= len(left) ** 2 * len(left[0])
        if len(left) > _MAX_PAIRED or self.left < 0:
            return False
        partners = [[j for j, other in enumerate(right) if self._alike(row, other)] for row in left]
        taken: dict[int, int] = {}

        def place(i: int, tried: set[int]) -> bool:
            for j in partners[i]:
                if j not in tried:
                    tried.add(j)
                    if j not in taken or place(taken[j], tried):
                        taken[j] = i
                        return True
            return False

        return all(place(i, set()) for i in range(len(left)))

    def _alike(self, left: Row, right: Row) -> bool:
        return all(map(self.close, left, right))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and math.isfinite(value)


def _permuted(gold: Sequence[Row], predicted: Sequence[Row], ordered: bool, near: _Near | None = None) -> bool:
    """Search a permutation of the predicted columns that makes the rows equal, or as good as equal."""
    if gold == predicted or (not ordered and Counter(gold) == Counter(predicted)):
        return True
    columns = [list(zip(*rows, strict=True)) for rows in (gold, predicted)]
    if ordered:
        # In a list each column stands alone: the same columns, in any order, make the same rows.
        return near.paired(*columns) if near else Counter(columns[0]) == Counter(columns[1])
    return _Search(*columns, near).found({}, {})


class _Search:
    """Match columns by what they contain and by how they meet in rows, then try what is left open.

    Refinement in the manner of graph isomorphism: columns get classes by their values, rows by the classes and values of their cells,
    columns again by the classes of their rows, until nothing splits. Only columns of one class are tried against each other, so that
    nine columns of 0 and 1 take a handful of steps, not 9! permutations.
    """

    def __init__(self, gold: list[Column], predicted: list[Column], near: _Near | None = None) -> None:
        self.whole = gold, predicted  # as they are; below, close numbers have one name
        self.gold, self.predicted = (near.named(gold), near.named(predicted)) if near else (gold, predicted)
        self.near = near
        self.tries = 0
        self.left = _MAX_CELLS  # of all tries: one result of 10,000 wide rows takes a second to look at

    def found(self, gold_pins: dict[int, int], predicted_pins: dict[int, int]) -> bool:
        """Tell whether an assignment exists that agrees with the pinned columns."""
        self.tries += 1
        if self.tries > _MAX_TRIES or self.left < 0:
            return False
        classes = self._refine(gold_pins, predicted_pins)
        if classes is None:
            return False
        open_classes = [
            (left, right)
            for left, right in classes
            # Columns that are equal cell by cell need no choice: any assignment among them makes the same rows.
            if len({self.whole[0][i] for i in left}) > 1 or len({self.whole[1][i] for i in right}) > 1
        ]
        if not open_classes:
            order = {i: j for left, right in classes for i, j in zip(left, right, strict=True)}
            rows = list(zip(*(self.whole[1][order[i]] for i in range(len(self.gold))), strict=True))
            own = list(zip(*self.whole[0], strict=True))
            return self.near.paired(own, rows) if self.near else Counter(own) == Counter(rows)
        left, right = min(open_classes, key=lambda pair: len(pair[0]))
        pin = len(gold_pins)
        distinct = {self.whole[1][j]: j for j in right}.values()
        return any(self.found(gold_pins | {left[0]: pin}, predicted_pins | {j: pin}) for j in distinct)

    def _refine(self, gold_pins: dict[int, int], predicted_pins: dict[int, int]) -> list[tuple[list[int], list[int]]] | None:
        """Split the columns of both sides into common classes; None where the sides differ."""
        sides = [(self.gold, gold_pins), (self.predicted, predicted_pins)]
        classes = _numbered([(pins.get(i, -1), _bag(column)) for i, column in enumerate(columns)] for columns, pins in sides)
        while True:
            self.left -= sum(map(len, self.gold))
            if Counter(classes[0]) != Counter(classes[1]):
                return None
            rows = _numbered(
                [_bag(zip(kinds, cells, strict=True)) for cells in zip(*columns, strict=True)]
                for kinds, (columns, _) in zip(classes, sides, strict=True)
            )
            split = _numbered(
                [(kind, _bag(zip(row_kinds, column, strict=True))) for kind, column in zip(kinds, columns, strict=True)]
                for kinds, row_kinds, (columns, _) in zip(classes, rows, sides, strict=True)
            )
            if [len(set(kinds)) for kinds in split] == [len(set(kinds)) for kinds in classes]:
                break
            classes = split
        if Counter(split[0]) != Counter(split[1]):
            return None
        members = [{kind: [i for i, k in enumerate(kinds) if k == kind] for kind in kinds} for kinds in split]
        return [(left, members[1][kind]) for kind, left in members[0].items()]


def _numbers(row: Row) -> list:
    return [value if _is_number(value) else 0 for value in row]


def _numbered(sides: Iterable[list]) -> list[list[int]]:
    """Give equal things on either side equal small numbers."""
    names: dict = {}
    return [[names.setdefault(thing, len(names)) for thing in side] for side in sides]


def _bag(values: object) -> frozenset:
    """Make a bag that can be compared and hashed; values of mixed types cannot be sorted."""
    return frozenset(Counter(values).items())
