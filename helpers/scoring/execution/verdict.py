"""The verdict on one prediction: right, wrong or not to be judged, and why in one sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlglot import exp

from helpers.files import cut
from helpers.scoring.execution.result_equality import same_result
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.sql import conjuncts, evaluate, parse_query, parse_statement, with_names

UNREAD = "no table read"  # the class of a prediction that is right by luck alone
KINDS = {  # a fault of a gold query, and its name for readers; a row's first is the one that decides
    "fails": "fails",
    "empty": "returns nothing",
    "day": "answers otherwise on another day",
    "undetermined": "selects a column that its groups do not determine",
    "cut": "cuts arbitrarily: LIMIT among rows that tie",
    "order": "depends on the order of insertion",
    "text": "compares numbers as text",
}
# What a query without a condition on data may look like; only such a one is parsed.
_PERHAPS_UNREAD = re.compile(
    r"\b(?:where|and|on|having)\b\W*(?:\d|'|x'|null\b|false\b|true\b|not\b)|\blimit\s+0\b|\bvalues\b|\bwith\b|\bfrom\s+\w+\s*\("
    r"|\bselect\s+(?:distinct\s+)?(?:\w+\s*\(\s*)*(?:[\d'(+-]|(?:null|true|false|not|case)\b)|\bin\s*\(\s*\)",
    re.IGNORECASE,
)
FLOAT_TOLERANCE = 1e-6  # relative; the official evaluator has none


@dataclass(frozen=True, slots=True)
class Verdict:
    """Right, wrong, or None where the row cannot be judged; and why in one short sentence, or the class of an error."""

    right: bool | None
    reason: str = ""
    error: str = ""


LUCKY = Verdict(False, "reads no table, so that its answer is right by luck alone", UNREAD)


def unread(predicted: str, gold: str) -> bool:
    """Tell whether a query answers without reading a table while the gold query reads one: then it is right by luck alone.

    Such are `SELECT 1`, constants beside a FROM, and conditions that never hold (`WHERE 0`, `LIMIT 0`).

    >>> unread("SELECT 1", "SELECT count(*) FROM t"), unread("SELECT 2", "SELECT 1 + 1"), unread("SELECT a FROM t", "SELECT a FROM t")
    (True, False, False)
    """
    if "from" in predicted.lower() and not _PERHAPS_UNREAD.search(predicted):
        return False
    try:
        return _reads_nothing(parse_statement(predicted)) and not _reads_nothing(parse_query(gold))
    except ValueError:
        return False


def _reads_nothing(query: exp.Expression) -> bool:
    query = query.unnest()
    if isinstance(query, exp.SetOperation):
        return _reads_nothing(query.this) and _reads_nothing(query.expression)
    if not isinstance(query, exp.Select):
        return isinstance(query, exp.Values)
    ctes = with_names(query)
    tables = [table for table in query.find_all(exp.Table) if isinstance(table.this, exp.Identifier) and table.name.lower() not in ctes]
    limit = query.args.get("limit")
    joined = [join.args.get("on") for join in query.args.get("joins") or [] if not join.args.get("side")]
    parts = [part for clause in (query.args.get("where"), query.args.get("having"), *joined) for part in conjuncts(clause)]
    constant = [part for part in parts if not part.find(exp.Column, exp.Query, exp.AggFunc)]
    never = any(not evaluate(part.sql("sqlite"), None) for part in constant)
    never |= any(isinstance(part, exp.In) and not part.expressions and not part.args.get("query") for part in parts)
    first = query.args.get("from") or query.args.get("from_")
    inner = first.this if first and isinstance(first.this, exp.Subquery) and not query.args.get("joins") else None
    # `count(*)` asks how many rows there are, and so does `sum(1)`, but not `max(1)`.
    asks = any(item.find(exp.Column, exp.Star, exp.Table, exp.Count) for item in query.selects)
    asks |= any(total.this.sql() != "0" for item in query.selects for total in item.find_all(exp.Sum))
    none = bool(limit and limit.expression.name == "0")
    return not tables or never or none or not asks or (inner is not None and _reads_nothing(inner))


def difference(gold: Result, answer: Result, ordered: bool, float_tolerance: float = FLOAT_TOLERANCE) -> Verdict:
    """Say in one sentence how a wrong answer differs from the gold query's."""
    if answer.error:
        return Verdict(False, short(answer.message), answer.error)
    expected, found = len(gold.rows), len(answer.rows)
    if gold.columns != answer.columns:
        return Verdict(False, f"returns {_count(answer.columns, 'column')}, the gold returns {gold.columns}")
    if expected != found:
        repeats = ": only repeats differ" if set(gold.rows) == set(answer.rows) else ""
        return Verdict(False, f"returns {_count(found, 'row')}, the gold returns {expected}{repeats}")
    if ordered and same_result(gold, answer, ordered=False, float_tolerance=float_tolerance):
        return Verdict(False, "returns the same rows in another order")
    return Verdict(False, f"returns as many rows as the gold ({expected}), but other values")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def short(message: str) -> str:
    """Keep a message to one line: what SQLite quotes of a query can be long."""
    return cut(" ".join(message.split()), 160)


def ties_broken(tree: exp.Query, ordered: bool = False) -> list[str]:
    """Write a query twice, ties at each LIMIT broken by what is shown, upwards and downwards; nothing where there is no LIMIT.

    SQLite sorts to group: groups that tie come out in one order, however the rows were inserted. Where the order of the answer
    counts (`ordered`), so do ties at the query's own ORDER BY.

    >>> ties_broken(parse_statement("SELECT a FROM t GROUP BY a ORDER BY count(*) LIMIT 1"))
    ['SELECT a FROM t GROUP BY a ORDER BY COUNT(*), 1 ASC LIMIT 1', 'SELECT a FROM t GROUP BY a ORDER BY COUNT(*), 1 DESC LIMIT 1']
    """
    written = []
    for descending in (False, True) if tree.find(exp.Limit) or (ordered and tree.args.get("order")) else ():
        copied = tree.copy()
        for query in [query for query in copied.find_all(exp.Query) if query.args.get("limit") or (ordered and query is copied)]:
            for place in range(1, len(query.selects) + 1):
                key = exp.Ordered(this=exp.Literal.number(place), desc=descending, nulls_first=not descending)
                query.order_by(key, copy=False)
        written.append(copied.sql("sqlite"))
    return written


def extremes(tree: exp.Query, columns: Sequence[str]) -> list[str]:
    """Write a query that groups twice: with the greatest value of columns that it lists in the place of any, and with the least.

    >>> extremes(parse_statement("SELECT a, b FROM t GROUP BY a"), ["b"])
    ['SELECT a, MAX(b) FROM t GROUP BY a', 'SELECT a, MIN(b) FROM t GROUP BY a']
    """
    written = []
    for extreme in (exp.Max, exp.Min) if columns else ():
        copied = tree.copy()
        grouped = copied.args.get("group") or any(item.find(exp.AggFunc) for item in copied.selects)
        for column in [column for item in copied.selects for column in item.find_all(exp.Column) if column.sql() in columns]:
            if grouped and column.find_ancestor(exp.Select) is copied and not column.find_ancestor(exp.AggFunc):
                column.replace(extreme(this=column.copy()))
        written.append(copied.sql("sqlite"))
    return written
