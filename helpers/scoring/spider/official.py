"""How a statement is read before it is scored: the official test-suite evaluator's rules, and ours where it is wrong.

The evaluator is https://github.com/taoyds/test-suite-sql-eval (Zhong et al. 2020). What its rules do is reimplemented here.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sandbox import MAX_SQL, Result
from helpers.scoring.execution.verdict import FLOAT_TOLERANCE

MAX_PLUGGED = 300  # fillings tried a row; the official number is not bounded

# What must be taken whole: strings, names in quotes, comments. What is not closed ends with the text: nothing is read twice.
_WHOLE = r"""('(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?|--[^\n]*(?:\n|$)|/\*.*?(?:\*/|$))"""
_DISTINCT = re.compile(rf"{_WHOLE}|(\bis\s+(?:not\s+)?distinct\s+from\b)|\bdistinct\b", re.IGNORECASE | re.DOTALL)
_SPLIT_OPERATOR = re.compile(rf"{_WHOLE}|([<>!]) =", re.DOTALL)
_BLANKS = re.compile(rf"{_WHOLE}|[ \t\n\f\r]+", re.DOTALL)  # to SQLite any other blank is part of a name
_END = re.compile(rf"{_WHOLE}|[();]", re.DOTALL)
_TWICE_ENDED = re.compile(r";\s*;[\s;]*$")
_YEAR = re.compile(r"YEAR\s*\(\s*CURDATE\s*\(\s*\)\s*\)\s*", re.IGNORECASE)
_VALUE = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|(?<![\w.'"])\d+(?:\.\d+)?(?![\w.])""")


@dataclass(frozen=True)
class Rules:
    """How statements are read and results compared.

    `keep_distinct`: else every DISTINCT is removed from both queries, as the official evaluator does unless told otherwise;
    `count(a)` then equals `count(DISTINCT a)`. `plug_value`: a prediction is right too if it is with the gold query's values
    in the place of its own; for models that predict no values. `official`: the official verdict even where it is wrong:

    - the order of rows matters if the gold holds the words "order by" anywhere, and numbers have no tolerance;
    - an empty statement, a comment, or what follows a first semicolon is no fault (a wholly empty text is one where DISTINCT is
      removed: the evaluator stops there), and `value` in a prediction is read as `1`;
    - a second semicolon at the end is one, where DISTINCT is kept;
    - of two results that are equal but for `1` and `1.0`, some are taken for different.

    Not covered, because it would mean to run what writes or never ends: a statement that is no query counts officially as an
    empty result (and really writes); `random()` is run; a result of any size is held; minutes are waited for.

    >>> Rules().read("SELECT DISTINCT a FROM t WHERE b > = 1")
    'SELECT  a FROM t WHERE b >= 1'
    """

    keep_distinct: bool = False
    plug_value: bool = False
    official: bool = False
    float_tolerance: float = FLOAT_TOLERANCE

    def read(self, sql: str, *, predicted: bool = False) -> str:
        """Return the text that is run for a statement; one that is too long to be run comes back as it is."""
        if len(sql) > MAX_SQL:
            return sql
        if self.official:
            sql = sql.replace("value", "1") if predicted else sql
            sql = re.sub("([<>!]) =", r"\1=", sql)
        else:
            sql = _SPLIT_OPERATOR.sub(lambda found: found[1] or f"{found[2]}=", sql)
        if not self.keep_distinct:
            sql = without_distinct(sql)
            sql = _first_statement(sql) if self.official else sql
        return _YEAR.sub("2020", sql) if self.official else sql

    def tries(self, gold: str, predicted: str) -> list[str]:
        """Return the texts of which one has to be right: the prediction, and with `plug_value` the prediction refilled."""
        own = self.read(predicted, predicted=True)
        if not self.plug_value or len(predicted) > MAX_SQL:
            return [own]
        refilled = own.replace(";", "") if self.official else own
        return list(dict.fromkeys([own, *plugged(self.read(gold), refilled)]))

    def ordered(self, gold: str) -> bool:
        """Tell whether the rows of a gold query have to come in its order."""
        if self.official:
            return "order by" in gold.lower()
        return "order" in gold.lower() and order_matters(gold)  # most need no parser

    def same(self, gold: Result, predicted: Result, ordered: bool) -> bool:
        if not self.official:
            return same_result(gold, predicted, ordered=ordered, float_tolerance=self.float_tolerance)
        if not same_result(gold, predicted, ordered=ordered):
            return False
        # The official first test: rows equal once their values are sorted by text, which puts 1 and 1.0 in other places.
        sides = [[tuple(sorted(row, key=lambda value: f"{value}{type(value)}")) for row in side.rows] for side in (gold, predicted)]
        return sides[0] == sides[1] if ordered else set(sides[0]) == set(sides[1])

    def answer(self, sql: str, result: Result) -> Result:
        """Return what counts as the result of a text that was run."""
        if self.official and not result.error and _TWICE_ENDED.search(sql):
            return Result(None, error="several statements", message="a second semicolon counts as a second statement (official)")
        nothing = self.official and result.error == "empty" and (self.keep_distinct or sql.strip())
        return Result([]) if nothing else result

    def describe(self) -> dict[str, str]:
        """Return the flags that belong beside every score made with these rules."""
        return {
            "values": "as predicted" + (", or the gold query's in their place (plug_value on)" if self.plug_value else " (plug_value off)"),
            "distinct": "kept" if self.keep_distinct else "removed from gold and prediction (the official default)",
            "order": 'rows in order if the gold holds "order by" anywhere (official)'
            if self.official
            else "rows in order if the gold has an ORDER BY of its own",
            "numbers": "equal (official)" if self.official else f"equal within {self.float_tolerance:g}",
        }


KEPT = Rules(keep_distinct=True)


def without_distinct(sql: str) -> str:
    """Remove every DISTINCT that stands outside strings, quoted names and comments; `IS DISTINCT FROM` is an operator and stays.

    >>> without_distinct("SELECT count(DISTINCT a) FROM t WHERE b = 'distinct'")
    "SELECT count( a) FROM t WHERE b = 'distinct'"
    """
    return _DISTINCT.sub(lambda found: found[1] or found[2] or "", sql)


def flat(sql: str) -> str:
    """Write a statement with single blanks and without a last semicolon: what is the same then needs no run.

    >>> flat("SELECT  a FROM t WHERE b = 'x  y' ;")
    "SELECT a FROM t WHERE b = 'x  y'"
    """
    return _BLANKS.sub(lambda found: found[1] or " ", sql).strip(" ").removesuffix(";").rstrip(" ")


def plugged(gold: str, predicted: str) -> Iterator[str]:
    """Yield the prediction with the gold query's values in its value slots, every filling with repetition, 300 at most.

    First the fillings that come to mind: the gold's values in the gold's order. A value is a string in either quotes or a
    number that stands alone, that of LIMIT included.

    >>> list(plugged("SELECT a FROM t WHERE b = 'x' LIMIT 1", "SELECT a FROM t WHERE b = 'y'"))
    ["SELECT a FROM t WHERE b = 'x'", 'SELECT a FROM t WHERE b = 1']
    """
    values = _VALUE.findall(gold)
    parts = _VALUE.split(predicted)
    slots = len(parts) - 1
    if not slots or not values:
        return
    in_order = tuple(itertools.islice(itertools.cycle(values), slots))
    others = (filling for filling in itertools.product(dict.fromkeys(values), repeat=slots) if filling != in_order)
    for filling in itertools.islice(itertools.chain([in_order], others), MAX_PLUGGED):
        yield "".join(itertools.chain(*zip(parts, (*filling, ""), strict=True)))


def _first_statement(sql: str) -> str:
    """Cut a text behind its first semicolon outside parentheses."""
    depth = 0
    for found in _END.finditer(sql):
        depth += (found[0] == "(") - (found[0] == ")")
        if found[0] == ";" and depth <= 0:
            return sql[: found.end()]
    return sql
