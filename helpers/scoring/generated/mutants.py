"""Queries that are one mistake away from a gold query: what a suite of databases has to tell from it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import zip_longest

from sqlglot import exp

from helpers.scoring.execution.sql import compared
from helpers.scoring.generated.hints import LISTED
from helpers.scoring.generated.names import DATED, Names, applied, cast_text, equal, equated, has_partners, is_distinct, needs

MAX_MUTANTS = 150

_SWAPS = {  # what a model writes in the place of an operator or aggregate, behind the kind of mistake
    exp.EQ: ("comparison", exp.NEQ, exp.GTE, exp.LTE),
    exp.NEQ: ("comparison", exp.EQ),
    exp.LT: ("comparison", exp.GT, exp.LTE),
    exp.LTE: ("comparison", exp.GTE, exp.LT),
    exp.GT: ("comparison", exp.LT, exp.GTE),
    exp.GTE: ("comparison", exp.LTE, exp.GT),
    exp.Like: ("comparison", exp.EQ),
    exp.NullSafeEQ: ("comparison", exp.EQ),
    exp.NullSafeNEQ: ("comparison", exp.NEQ),
    exp.And: ("AND and OR", exp.Or),
    exp.Or: ("AND and OR", exp.And),
    exp.Add: ("arithmetic", exp.Sub),
    exp.Sub: ("arithmetic", exp.Add),
    exp.Mul: ("arithmetic", exp.Div),
    exp.Div: ("arithmetic", exp.Mul),
    exp.Max: ("aggregate", exp.Min),
    exp.Min: ("aggregate", exp.Max),
    exp.Sum: ("aggregate", exp.Avg, exp.Max),
    exp.Avg: ("aggregate", exp.Sum, exp.Max),
    exp.Union: ("set operation", exp.Intersect, exp.Except),
    exp.Intersect: ("set operation", exp.Union, exp.Except),
    exp.Except: ("set operation", exp.Union, exp.Intersect),
}
_RANKS = ("ROW_NUMBER", "RANK", "DENSE_RANK")  # of a window: they differ where values are equal
_AS_NUMBERS = (exp.Sum, exp.Avg, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.EQ, exp.NEQ, exp.In)  # texts of digits give the same there
_CLAUSES = ("where", "having", "limit", "offset", "group", "order", "distinct")


def make_mutants(tree: exp.Query, names: Names) -> list[tuple[str, str]]:
    """Return (kind of mistake, SQL) pairs, each SQL once, at most 150, in an order that does not depend on chance.

    Where there are more, each kind keeps its share. The tree is changed while they are written, and left as it was.
    """
    kinds: dict[str, list[tuple[str, str]]] = {}
    full: set[str] = set()  # the kinds of which no more are written: of a long query each costs much
    seen = {tree.sql("sqlite")}
    for kind, sql in _all(tree, names, full):
        if sql not in seen:
            seen.add(sql)
            kinds.setdefault(kind, []).append((kind, sql))
            full |= {kind} if len(kinds[kind]) == MAX_MUTANTS else set()
    return [mutant for turn in zip_longest(*kinds.values()) for mutant in turn if mutant][:MAX_MUTANTS]


def unescaped(condition: str) -> list[str]:
    """Return the pattern of a LIKE with ESCAPE as a query has it that forgets ESCAPE, and that forgets the escaping signs as well.

    Of `VALUE LIKE '5!%%' ESCAPE '!'` these are `5!%%` and `5%%`.
    """
    found = re.search(r"LIKE '((?:[^']|'')*)' ESCAPE '(.)'", condition)
    return [pattern.replace("''", "'") for pattern in (found[1], found[1].replace(found[2], ""))] if found else []


def _all(tree: exp.Query, names: Names, full: set[str]) -> Iterator[tuple[str, str]]:
    for node in list(tree.find_all(*_SWAPS, exp.Func, exp.Not, exp.Escape, exp.Literal, exp.Column, exp.Ordered, exp.Between, exp.Query)):
        for kind, other in _replacements(node, names):
            if kind in full:
                continue
            node.replace(other)  # which does nothing to the tree's root
            yield kind, (other if node is tree else tree).sql("sqlite")
            other.replace(node)
        for kind, changed, key, value in _changes(node, names):
            if kind in full:
                continue
            old = changed.args.get(key)
            changed.set(key, value)
            yield kind, tree.sql("sqlite")
            changed.set(key, old)


def _replacements(node: exp.Expression, names: Names) -> Iterator[tuple[str, exp.Expression]]:
    kind, *others = _SWAPS.get(type(node), ("",))
    for other in others:
        yield kind, other(**node.copy().args)
    if isinstance(node, (exp.And, exp.Or)):
        yield from (("dropped condition", side.copy()) for side in (node.this, node.expression))
    elif isinstance(node, exp.Not):
        yield "dropped NOT", node.this.copy()
    elif isinstance(node, exp.Escape) and isinstance(node.this, exp.Like):
        for pattern in unescaped(node.sql("sqlite")):
            yield "dropped ESCAPE", compared(exp.Like, node.this.this, exp.Literal.string(pattern))
    elif isinstance(node, exp.Count):
        yield from _other_counts(node, names)
    elif isinstance(node, (exp.Sum, exp.Avg)):
        yield "aggregate", exp.Count(this=node.this.copy())
    elif isinstance(node, exp.Between):
        low, high = node.args["low"], node.args["high"]
        yield "comparison", compared(exp.GTE, node.this, low)
        yield "comparison", compared(exp.LTE, node.this, high)
        for above, below in ((exp.GT, exp.LTE), (exp.GTE, exp.LT)):
            yield "comparison", exp.paren(exp.and_(compared(above, node.this, low), compared(below, node.this, high)))
    elif isinstance(node, exp.EQ) and isinstance(node.this, exp.Tuple):
        for pair in zip(node.this.expressions, node.expression.expressions, strict=False):
            yield "dropped condition", compared(exp.EQ, *pair)
    elif isinstance(node, exp.Literal):
        yield from _moved(node)
    elif isinstance(node, exp.Column):
        yield from _other_columns(node, names)
    elif isinstance(node.parent, exp.Window) and (rank := node.sql("sqlite").removesuffix("()")) in _RANKS:
        yield from (("ties", exp.Anonymous(this=other)) for other in _RANKS if other != rank)
    elif isinstance(node, exp.Select):
        yield from _ties(node)
    elif (found := applied(node)) and not (DATED.match(found[1]) and names.kind(found[0]) != "moment"):
        yield "dropped function", found[0].copy()
    elif cast_text(node, names) and not isinstance(node.parent, _AS_NUMBERS):
        yield "dropped function", node.this.copy()
    if isinstance(node, exp.SetOperation):
        yield from _other_sets(node)


def _other_sets(node: exp.SetOperation) -> Iterator[tuple[str, exp.Expression]]:
    copied = node.copy().args
    changed = [node.this.copy(), node.expression.copy()]
    if isinstance(node, exp.Except):
        changed.append(exp.Except(**copied | {"this": copied["expression"], "expression": copied["this"]}))
    elif isinstance(node, exp.Union):
        changed.append(exp.Union(**copied | {"distinct": not copied.get("distinct")}))
    yield from (("set operation", other) for other in changed)


def _other_counts(node: exp.Count, names: Names) -> Iterator[tuple[str, exp.Expression]]:
    inside = node.this
    if isinstance(node.parent, exp.Ordered):
        select = node.find_ancestor(exp.Select)
        for alias, table in names.tables(select).items() if select else []:
            for written in [written for written, kind in names.catalog[table].columns.values() if kind in ("integer", "real")][:2]:
                yield "aggregate", exp.Sum(this=exp.column(written, alias, quoted=True))
    if isinstance(inside, exp.Distinct) and len(inside.expressions) == 1:
        yield "dropped DISTINCT", exp.Count(this=inside.expressions[0].copy())
    elif isinstance(inside, exp.Column):
        yield "added DISTINCT", exp.Count(this=exp.Distinct(expressions=[inside.copy()]))
        yield "aggregate", exp.Sum(this=inside.copy())


def _ties(select: exp.Select) -> Iterator[tuple[str, exp.Expression]]:
    """Yield a query for all rows with the largest value where the gold sorts and takes one, as models often write it; or the reverse."""
    order, limit, having = (select.args.get(name) for name in ("order", "limit", "having"))
    if having and isinstance(having.this, (exp.EQ, exp.GTE)) and having.this.this.find(exp.AggFunc) and having.this.find(exp.Query):
        first = select.copy()
        first.set("having", None)
        for descending in (True, False):
            yield "ties", first.order_by(exp.Ordered(this=having.this.this.copy(), desc=descending), append=False).limit(1)
    first = order.expressions[0] if order and limit and limit.expression.name == "1" and not select.args.get("group") else None
    if not first or not isinstance(first.this, exp.Column):
        return
    every = select.copy()
    every.set("order", None)
    every.set("limit", None)
    extreme = exp.Max if first.args.get("desc") else exp.Min
    largest = every.select(extreme(this=first.this.copy()), append=False)
    yield "ties", every.where(compared(exp.EQ, first.this, largest.subquery()))


def _moved(node: exp.Literal) -> Iterator[tuple[str, exp.Expression]]:
    if isinstance(node.parent, (exp.Limit, exp.Offset)):
        with suppress(ValueError):
            yield "literal", exp.Literal.number(int(node.this) + 1)
    elif isinstance(node.parent, exp.In) and (node.index or 0) >= LISTED:
        return
    elif node.is_string:
        text = str(node.this)
        patterns = text.strip("%"), text.rstrip("%") + "%", "%" + text.lstrip("%")
        for other in patterns if isinstance(node.parent, exp.Like) else (text[:-1], text.swapcase()):
            yield "literal", exp.Literal.string(other)
    elif isinstance(node.parent, (exp.Binary, exp.Between, exp.In)):
        with suppress(ValueError):
            value = float(node.this) if "." in node.this else int(node.this)
            yield from (("literal", exp.Literal.number(other)) for other in (value + 1, value - 1) if other >= 0 or other > value)


def _other_columns(node: exp.Column, names: Names) -> Iterator[tuple[str, exp.Expression]]:
    """Yield the other columns of the tables that the SELECT reads, those of the same table first."""
    select = node.find_ancestor(exp.Select)
    if select is None or isinstance(node.this, exp.Star):
        return
    own = names.place(node)
    classes = equated(select)
    for alias, table in sorted(names.tables(select).items(), key=lambda item: own is None or item[1] != own[0]):
        for column, (written, _) in list(names.catalog[table].columns.items())[:6]:
            if own != (table, column) and not equal(node, (alias, column), classes):
                yield "column", exp.column(written, alias, quoted=True)


def _without_one(items: list) -> list[list]:
    return [items[:i] + items[i + 1 :] for i in range(len(items))] if len(items) > 1 else []


def _changes(node: exp.Expression, names: Names) -> Iterator[tuple[str, exp.Expression, str, object]]:
    """Yield changes within a node, each with the argument that gets another value: a clause dropped, a direction turned, a join gone."""
    if isinstance(node, exp.Ordered):
        yield "direction", node, "desc", not node.args.get("desc")
        if node.args.get("nulls_first", False) == bool(node.args.get("desc")):  # not where SQLite puts NULLs by itself
            yield "dropped NULLS", node, "nulls_first", not node.args.get("nulls_first")
    if isinstance(node, exp.Query):
        for clause in _CLAUSES:
            if node.args.get(clause) and (clause != "distinct" or isinstance(node, exp.Select)):
                yield f"dropped {clause.upper()}", node, clause, None
        order = node.args.get("order")
        if order and len(order.expressions) > 1:
            yield "dropped ORDER", order, "expressions", order.expressions[:-1]
            yield "dropped ORDER", order, "expressions", order.expressions[1:]
    if not isinstance(node, exp.Select):
        return
    group = node.args.get("group")
    for fewer in _without_one(group.expressions) if group else []:
        yield "dropped GROUP", group, "expressions", fewer
    if not node.args.get("distinct") and not is_distinct(node, names):
        yield "added DISTINCT", node, "distinct", exp.Distinct()
    for fewer in _without_one(node.selects):
        yield "dropped column", node, "expressions", fewer
    joins = node.args.get("joins") or []
    for i, join in enumerate(joins):
        yield "dropped JOIN", node, "joins", joins[:i] + joins[i + 1 :]
        if join.args.get("on"):
            yield "dropped ON", join, "on", None
        if join.args.get("side"):
            yield "inner JOIN", join, "side", None
        elif not has_partners(join, names) and not needs(node, join, joins[i + 1 :]):
            yield "LEFT JOIN", join, "side", "LEFT"
