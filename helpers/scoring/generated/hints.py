"""What a gold query says of the data that would tell it from other queries: constants, joins, sizes, orders."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlglot import exp

from helpers.scoring.execution.sql import ASKED, NONE, NUMBER, Condition, compared, constant, literal, number, on_value
from helpers.scoring.generated.catalog import Place
from helpers.scoring.generated.names import CLOCK, DATED, Names, applied, cast_text, counted, is_truth

Group = dict[Place, list[Condition]]  # the literal conditions of one SELECT
Asked = tuple[exp.Expression, list[Condition]]  # a column, or what stands for one, and what is asked of it

_NULL_SAFE = {exp.NullSafeEQ: "=", exp.NullSafeNEQ: "!="}
_COMPARISONS = {exp.EQ: "=", exp.NEQ: "!=", exp.LT: "<", exp.LTE: "<=", exp.GT: ">", exp.GTE: ">=", exp.Like: "like", exp.Is: "is",
                **_NULL_SAFE}  # fmt: skip
LISTED = 40  # conditions on one column, or items of a list, that are looked at
_FLIPPED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<", "like": "not like", "is": "is not", "sql": "not sql"}
_BOUNDS = {exp.Between: ("low", "high")} | dict.fromkeys((exp.LT, exp.LTE, exp.GT, exp.GTE), ("expression",))
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
DISTANCE = re.compile(r"([+-]?)(\d{1,5} (?:second|minute|hour|day|month|year)s?)", re.IGNORECASE)


@dataclass
class Hints:
    """What the data should hold for one gold query; places not named take any values."""

    joined: dict[Place, Place] = field(default_factory=dict)  # union-find: follow to the root of a class
    groups: list[Group] = field(default_factory=list)
    numeric: set[Place] = field(default_factory=set)  # summed or averaged
    read_as: dict[Place, str] = field(default_factory=dict)  # a date, or a moment, whose time of day counts; by CAST, a number
    distances: dict[Place, list[str]] = field(default_factory=dict)  # how far from another date the query asks for one: "+7 days"
    functions: dict[Place, list[str]] = field(default_factory=dict)  # other functions of VALUE that it stands in, such as UPPER(VALUE)
    measured: set[Place] = field(default_factory=set)  # under an aggregate or a GROUP BY
    optional: set[Place] = field(default_factory=set)  # the query says what it does with NULL here
    sorted: set[Place] = field(default_factory=set)  # ties here make the answer depend on the order of insertion
    single: dict[Place, set[str]] = field(default_factory=dict)  # it groups by this and shows these columns of the table as they are
    alone: set[Place] = field(default_factory=set)  # of those, where the table is the only one: there may be several such rows
    used: set[str] = field(default_factory=set)
    grouped: set[Place] = field(default_factory=set)  # few values here make the large groups that HAVING COUNT asks for
    outer: bool = False  # it asks for rows without a partner
    rows: int = 0  # that a table should have for LIMIT and HAVING to matter

    def root(self, place: Place) -> Place:
        """Return the representative of all the columns that are compared with this one."""
        while place in self.joined:
            place = self.joined[place]
        return place

    def join(self, left: Place | None, right: Place | None) -> None:
        """Put two columns into one class, whose values come from one pool; a column compared with itself takes no NULL either."""
        if left and left == right:
            self.measured.add(left)
        elif left and right and self.root(left) != self.root(right):
            self.joined[self.root(left)] = self.root(right)


def read_hints(tree: exp.Query, names: Names) -> Hints:
    """Read a parsed gold query; names in double quotes that are no columns become strings in the tree, as in SQLite.

    Not covered: columns behind a computed column of a subquery.
    """
    names.requote()
    hints = Hints(used={table.name.lower() for table in tree.find_all(exp.Table) if table.name.lower() in names.catalog})
    for table, entry in names.catalog.items():
        for column, parent in entry.parents.items():
            hints.join((table, column), parent)
    groups: dict[int, Group] = {}  # by their SELECT
    for node in tree.walk():
        _read_use(node, names, hints)
        for column, conditions in _asked(node, names, hints):
            if (place := names.place(column)) and conditions:
                known = groups.setdefault(id(node.find_ancestor(exp.Select)), {}).setdefault(place, [])
                known += _meant(node, conditions, names.kind(column))[: max(0, LISTED - len(known))]
    for select in tree.find_all(exp.Select):  # now that all is known of what is compared with what
        _read_grouping(select, names, hints)
    hints.groups = list(groups.values())
    return hints


def _read_use(node: exp.Expression, names: Names, hints: Hints) -> None:
    """Note what is done with columns, whatever they are compared with."""
    if isinstance(node, (exp.AggFunc, exp.Group)):
        hints.measured |= names.places(node)
    if (found := applied(node)) and (place := names.place(found[0])):
        if DATED.match(found[1]):
            hints.read_as[place] = "moment" if CLOCK.search(found[1]) else hints.read_as.get(place, "date")
        else:
            hints.functions.setdefault(place, []).append(found[1])
    if (cast := cast_text(node, names)) and hints.read_as.get(place := names.place(node)) != "real":
        hints.read_as[place] = cast
    if isinstance(node, (exp.Coalesce, exp.Is, *_NULL_SAFE)) or (isinstance(node, exp.Sub) and isinstance(node.this, exp.Count)):
        hints.optional |= names.places(node)
    if isinstance(node, (exp.Sum, exp.Avg, exp.Add, exp.Sub, exp.Mul, exp.Div)):
        hints.numeric |= names.of(column for column in node.find_all(exp.Column) if counted(column, node))
    elif isinstance(node, exp.SetOperation):
        for left, right in zip(node.left.selects, node.right.selects, strict=False):
            hints.join(names.place(left), names.place(right))
    elif isinstance(node, exp.Ordered):
        hints.sorted |= names.places(node)
        if node.args.get("nulls_first", False) == bool(node.args.get("desc")):  # not where SQLite puts NULLs by itself
            hints.optional |= names.places(node)
    elif isinstance(node, (exp.Limit, exp.Offset)):
        hints.rows = max(hints.rows, 3 * _small_int(node.expression) + 2)
    elif isinstance(node, exp.Join):
        hints.outer |= bool(node.args.get("side"))


def _asked(node: exp.Expression, names: Names, hints: Hints) -> Iterator[Asked]:
    """Yield columns with what a node asks of them, and note what it compares with each other."""
    if isinstance(node, exp.In) and (query := node.args.get("query")):
        for column, other in zip(_members(node.this), query.selects, strict=False):
            hints.join(names.place(column), names.place(other))
    elif isinstance(node, exp.In) or (isinstance(node, exp.EQ) and isinstance(node.this, exp.Tuple)):
        yield from _of_function(node) or _of_list(node.this, node.expressions or [node.expression])
    elif isinstance(node, exp.Between):
        bounds = [(">=", constant(node.args["low"])), ("<=", constant(node.args["high"]))]
        if isinstance(node.this, exp.Count):
            hints.rows = max(hints.rows, 2 * _small_int(node.args["high"]) + 6)
        yield from _of_function(node) or [(node.this, [bound for bound in bounds if bound[1] is not NONE])]
    elif isinstance(node, tuple(_COMPARISONS)) and not isinstance(node.parent, exp.Escape):
        yield from _of_comparison(node, names, hints)
    elif isinstance(node, exp.Case) and node.this:
        yield from _of_list(node.this, [branch.this for branch in node.args["ifs"]])
    elif isinstance(node, (exp.Glob, exp.Escape)) or is_truth(node):
        yield from _of_function(node)


def _of_comparison(node: exp.Binary, names: Names, hints: Hints) -> Iterator[Asked]:
    operator, left, right = _COMPARISONS[type(node)], node.this, node.expression
    if constant(left) is not NONE and constant(right) is NONE:
        operator, left, right = _MIRRORED.get(operator, operator), right, left
    value = constant(right)
    _note_distance(node, names, hints)
    if value is NONE:
        hints.join(names.place(left), names.place(right))
        _join_sums(left, right, names, hints)
        yield from _of_function(node, bare=True)
        return
    found = _of_parts(left, right)
    if len(found) < 2:  # else that is all it says
        found += _of_function(node)
    if found:
        yield from found
    elif isinstance(left, exp.Count):
        hints.rows = max(hints.rows, 2 * _small_int(right) + 6)
    else:
        yield left, [(operator, value)]
        if operator == "like" and (place := names.place(left)) and "date" in place[1] and re.match(r"\d{4}[-%]", str(value)):
            hints.read_as.setdefault(place, "date")


def _note_distance(node: exp.Expression, names: Names, hints: Hints) -> None:
    """Let two dates that are compared draw from one pool, and note how far apart the query wants them."""
    text, places = node.sql("sqlite"), sorted(names.places(node))
    if len(places) != 2 or node.find(exp.Query) or not DATED.search(text):
        return
    hints.join(*places)
    units = ("seconds", "minutes", "hours", "days") if CLOCK.search(text) else ("days", "months", "years")
    found = [str(one.this) for one in node.find_all(exp.Literal)]
    distances = [one for one in found if DISTANCE.fullmatch(one)] + [f"+{one} {unit}" for one in found if one.isdecimal() for unit in units]
    hints.distances.setdefault(places[0], []).extend(distances[:12])


def _of_list(left: exp.Expression, items: list[exp.Expression]) -> Iterator[Asked]:
    """Yield what `a IN (1, 2)` asks of the column, or `(a, b) IN ((1, 2), (3, 4))` of each."""
    rows = [_members(item) for item in items]
    for i, column in enumerate(_members(left)):
        yield column, [("=", value) for row in rows for item in row[i : i + 1] if (value := literal(item)) is not NONE]


def _members(node: exp.Expression) -> list[exp.Expression]:
    return node.expressions if isinstance(node, exp.Tuple) else [node]


def _of_function(node: exp.Expression, bare: bool = False) -> list[Asked]:
    """Return a condition on a function of one column, `strftime('%Y', born) = '1990'`, which SQLite itself is asked about."""
    alone = isinstance(node.this, exp.Column) or isinstance(node.args.get("expression"), exp.Column)
    if (alone and not bare and not isinstance(node, (exp.Glob, exp.Func))) or not (text := on_value(node)):
        return []
    bounds = [node.args[key] for key in _BOUNDS.get(type(node), ())]
    edges = [("edge", on_value(compared(exp.EQ, node.this, bound))) for bound in bounds]
    return [(node.find(exp.Column), [("sql", text), *edges])]


def _join_sums(left: exp.Expression, right: exp.Expression, names: Names, hints: Hints) -> None:
    """Let a column and the columns whose sum it is compared with draw from one pool, so that a sum can be met."""
    for column, total in ((left, right), (right, left)):
        if isinstance(column, exp.Column) and isinstance(total, (exp.Add, exp.Sub, exp.Mul)):
            for part in total.find_all(exp.Column):
                hints.join(names.place(column), names.place(part))


def _of_parts(left: exp.Expression, right: exp.Expression) -> list[Asked]:
    """Return what `first || ' ' || last = 'Ann Lee'` asks of each column."""
    if not isinstance(left, (exp.DPipe, exp.Concat)):
        return []
    parts = list(left.flatten()) if isinstance(left, exp.DPipe) else left.expressions
    columns = [part for part in parts if isinstance(part, exp.Column)]
    pattern = "".join("(.+)" if isinstance(part, exp.Column) else re.escape(str(literal(part))) for part in parts)
    found = re.fullmatch(pattern, whole, re.DOTALL) if isinstance(whole := literal(right), str) and len(columns) < 5 else None
    return [(column, [("=", text)]) for column, text in zip(columns, found.groups() if found else (), strict=False)]


def _meant(node: exp.Expression, conditions: list[Condition], kind: str) -> list[Condition]:
    """Write a node's conditions on a column of a kind as they count: flipped once for each NOT around them."""
    outer, flips = node.parent, 0
    while isinstance(outer, (exp.Not, exp.Paren)):
        flips, outer = flips + isinstance(outer, exp.Not), outer.parent
    if flips % 2:
        conditions = [(_FLIPPED.get(operator, operator), value) for operator, value in conditions]
    return [(operator, value if operator in ASKED else _coerced(value, kind)) for operator, value in conditions]


def _read_grouping(select: exp.Select, names: Names, hints: Hints) -> None:
    """Note the columns that a query groups by while it shows others of the same table: it takes them for a key."""
    if not (grouping := select.args.get("group")):
        return
    grouped = names.of(grouping.expressions)
    shown = [part for part in (*select.selects, select.args.get("having"), select.args.get("order")) if part]
    if select.args.get("having"):
        hints.grouped |= grouped
    aggregates = [node for node in select.find_all(exp.AggFunc) if node.find_ancestor(exp.Select) is select]
    if len(aggregates) == 1 and isinstance(aggregates[0], (exp.Max, exp.Min)):
        # SQLite shows the columns beside a lone max or min from the row that holds it: they need not be the same in a group.
        hints.sorted |= names.places(aggregates[0])
        return
    roots = {hints.root(place) for place in grouped}
    for column in (column for part in shown for column in part.find_all(exp.Column) if not column.find_ancestor(exp.AggFunc)):
        if (place := names.place(column)) is None or place in grouped:
            continue
        for mate in ((place[0], name) for name in names.catalog[place[0]].columns):
            if hints.root(mate) in roots:
                hints.single.setdefault(mate, set()).add(place[1])
                if not select.args.get("joins"):
                    hints.alone.add(mate)


def _coerced(value: object, kind: str) -> object:
    """Turn a literal into what SQLite compares the column with: text for a text column, a number for the others."""
    if kind == "text":
        return value if value is None else str(value)
    return number(value) if isinstance(value, str) and NUMBER.fullmatch(value) else value


def _small_int(node: exp.Expression | None) -> int:
    value = literal(node)
    return min(abs(int(value)), 250) if isinstance(value, (int, float)) else 1
