"""Which table and column a name in a query means; and changes to a query that, by what its names mean, change nothing."""

import re
from collections.abc import Iterable, Iterator

from sqlglot import exp

from helpers.scoring.execution.sql import conjuncts, literal, on_value
from helpers.scoring.generated.catalog import Place, Table, kind

DATED = re.compile(r"(strftime|date|datetime|time|julianday|unixepoch)\(", re.IGNORECASE)  # functions that read a date
CLOCK = re.compile(r"%[HMSTRfs]|\b(?i:(date)?time)\(")  # and those that read its time of day
_KEEPING = (exp.AggFunc, exp.Connector, exp.Case, exp.If, exp.Coalesce, exp.Nullif, exp.Abs, exp.Round, exp.Cast)  # a number stays one


class Names:
    """Find the table and column that a name in a query means."""

    def __init__(self, tree: exp.Query, catalog: dict[str, Table]) -> None:
        self.tree, self.catalog = tree, catalog
        self._named = {cte.alias.lower(): cte.this for cte in tree.find_all(exp.CTE)}
        self._sources: dict[int, dict[str, str | exp.Expression]] = {}

    def requote(self) -> None:
        """Turn names in double quotes that are no columns into strings; take columns without a type for numbers where they are used so."""
        for node in self.tree.find_all(exp.Predicate, exp.Sum, exp.Avg):
            numbers = [part for part in node.iter_expressions() if isinstance(part, exp.Literal) and not part.is_string]
            if (numbers or isinstance(node, exp.AggFunc)) and (at := self.place(node.this)) and at[1] in self.catalog[at[0]].untyped:
                columns = self.catalog[at[0]].columns
                columns[at[1]] = (columns[at[1]][0], "integer")
        aliases = {alias.alias.lower() for alias in self.tree.find_all(exp.Alias)}
        for column in list(self.tree.find_all(exp.Column)):
            name = column.this
            if not isinstance(name, exp.Identifier) or not name.quoted or column.table or name.name.lower() in aliases:
                continue
            around = (source for sources in self._around(column) for source in sources.values())
            if not any(self._shown(source, name.name.lower()) for source in around):
                column.replace(exp.Literal.string(name.name))

    def kind(self, node: exp.Expression) -> str:
        """Return the kind of values of a node's place, or "" where it has none."""
        return self.catalog[place[0]].columns[place[1]][1] if (place := self.place(node)) else ""

    def places(self, node: exp.Expression) -> set[Place]:
        """Return the places of all columns in a node."""
        return self.of(node.find_all(exp.Column))

    def of(self, nodes: Iterable[exp.Expression]) -> set[Place]:
        """Return the places of those nodes that have one."""
        return set(map(self.place, nodes)) - {None}

    def place(self, node: exp.Expression | None) -> Place | None:
        """Return the place of a column, of a function or arithmetic over one column, or of a subquery's only column."""
        if isinstance(node, exp.Column):
            return self._resolve(node)
        if isinstance(node, exp.Query):
            return self.place(node.selects[0]) if node.selects else None
        if isinstance(node, (exp.Func, exp.Alias, exp.Paren, exp.Binary, exp.Distinct, exp.Neg)) and not isinstance(node, exp.Count):
            columns = list(node.find_all(exp.Column))
            return self._resolve(columns[0]) if len(columns) == 1 else None
        return None

    def sources(self, select: exp.Select) -> dict[str, str | exp.Expression]:
        """Return what a SELECT reads, by name or alias: a table of the schema, or a query."""
        if id(select) not in self._sources:
            first = select.args.get("from") or select.args.get("from_")
            found: dict[str, str | exp.Expression] = {}
            for item in [part.this for part in (first, *(select.args.get("joins") or [])) if part]:
                name = item.name.lower() if isinstance(item, exp.Table) else ""
                source = self._named.get(name, name) if name else item.unnest() if isinstance(item, exp.Subquery) else ""
                if source:
                    found.setdefault((item.alias_or_name or f"#{len(found)}").lower(), source)
            self._sources[id(select)] = found
        return self._sources[id(select)]

    def tables(self, select: exp.Select) -> dict[str, str]:
        """Return the tables of the schema that a SELECT reads, by name or alias."""
        return {alias: source for alias, source in self.sources(select).items() if isinstance(source, str) and source in self.catalog}

    def columns(self, select: exp.Select, alias: str = "") -> set[Place]:
        """Return the columns of the tables that a SELECT reads, or of one of them."""
        tables = [table for name, table in self.tables(select).items() if alias.lower() in ("", name)]
        return {(table, column) for table in tables for column in self.catalog[table].columns}

    def meant(self, item: exp.Expression, select: exp.Select) -> exp.Expression:
        """Return what an item of GROUP BY stands for: a number or an alias for an item of the answer."""
        place = literal(item)
        if isinstance(place, int) and 0 < place <= len(select.selects):
            return select.selects[place - 1].unalias()
        if isinstance(item, exp.Column) and not item.table and not self.place(item):
            return next((shown.unalias() for shown in select.selects if shown.alias.lower() == item.name.lower()), item)
        return item.unnest()

    def text(self, node: exp.Expression) -> str:
        """Write an expression so that the same one is the same text, whatever its tables are called."""
        copied = node.copy()
        for column, other in zip(node.find_all(exp.Column), copied.find_all(exp.Column), strict=True):
            if found := self.place(column):
                other.set("table", exp.to_identifier(found[0]))
        return copied.sql().lower()

    def _around(self, node: exp.Expression) -> Iterator[dict[str, str | exp.Expression]]:
        select = node.find_ancestor(exp.Select)
        if select is None and isinstance(self.tree, exp.Query):  # an ORDER BY after a set operation
            select = self.tree.find(exp.Select)
        while select is not None:
            yield self.sources(select)
            select = select.find_ancestor(exp.Select)

    def _resolve(self, column: exp.Column) -> Place | None:
        name = column.name.lower()
        for sources in self._around(column):
            if column.table:
                if (source := sources.get(column.table.lower())) is not None:
                    return self._visible(source, name)
            elif found := next(filter(None, (self._visible(source, name) for source in sources.values())), None):
                return found
        return None

    def _shown(self, source: str | exp.Expression, name: str) -> bool:
        generated = isinstance(source, str) and source in self.catalog and name in self.catalog[source].computed
        return generated or self._visible(source, name) is not None

    def _visible(self, source: str | exp.Expression, name: str) -> Place | None:
        if isinstance(source, str):
            return (source, name) if source in self.catalog and name in self.catalog[source].columns else None
        for item in source.selects if isinstance(source, exp.Query) else []:
            if item.alias_or_name.lower() == name:
                return self.place(item.unalias())
        return None


def is_distinct(select: exp.Select, names: Names) -> bool:
    """Tell whether DISTINCT would change nothing: rows of a set operation or of IN, single rows, keys, and groups that show their key."""
    outer = select.parent.parent if isinstance(select.parent, exp.Subquery) else select.parent
    group, limit = select.args.get("group"), select.args.get("limit")
    if isinstance(select.parent, exp.SetOperation) or isinstance(outer, (exp.In, exp.Exists)) or (limit and limit.expression.name == "1"):
        return True
    if group:
        shown = {_name(item.unalias()) for item in select.selects}
        return all(_name(item) in shown for item in group.expressions)
    places = set() if select.args.get("joins") else names.of(select.selects)
    keys = any((column,) in names.catalog[table].unique for table, column in places)
    return keys or any(item.find(exp.AggFunc) for item in select.selects)


def has_partners(join: exp.Join, names: Names) -> bool:
    """Tell whether a join follows a foreign key from a table to its parent, so that each row has a partner."""
    on, joined = join.args.get("on"), join.this.name.lower()
    for part in on.find_all(exp.EQ) if on else []:
        ends = names.place(part.this), names.place(part.expression)
        if None not in ends and joined in (ends[0][0], ends[1][0]):
            child, parent = ends if ends[1][0] == joined else ends[::-1]
            return names.catalog[child[0]].parents.get(child[1]) == parent and child[0] != parent[0]  # the root of a tree has none
    return False


def needs(select: exp.Select, join: exp.Join, later: list[exp.Join]) -> bool:
    """Tell whether a row without a partner in a join is dropped anyway, so that a LEFT JOIN would change nothing."""
    alias = join.alias_or_name.lower()
    joined = [other.args["on"] for other in later if other.args.get("on") and not other.args.get("side")]
    for condition in [*conjuncts(select.args.get("where")), *joined]:
        columns = {column.table.lower() for column in condition.find_all(exp.Column)}
        if columns == {alias} or (alias in columns and isinstance(condition, exp.Predicate)):
            return condition.find(exp.Is) is None
    return False


def equated(select: exp.Select) -> list[set[tuple[str, str]]]:
    """Return the classes of columns that the inner joins of a SELECT make equal, as (alias, column)."""
    classes: list[set[tuple[str, str]]] = []
    for join in select.args.get("joins") or []:
        for part in conjuncts(join.args.get("on")) if not join.args.get("side") else []:
            if isinstance(part, exp.EQ) and isinstance(part.this, exp.Column) and isinstance(part.expression, exp.Column):
                pair = {_name(part.this), _name(part.expression)}
                touching = [found for found in classes if found & pair]
                classes = [found for found in classes if not found & pair] + [pair.union(*touching)]
    return classes


def _name(node: exp.Expression) -> tuple[str, str]:
    return (node.table.lower(), node.name.lower()) if isinstance(node, exp.Column) else ("", node.sql())


def equal(node: exp.Column, other: tuple[str, str], classes: list[set[tuple[str, str]]]) -> bool:
    """Tell whether another column holds the same value as this one; in an ON that makes it so, only by way of a third."""
    same = any(_name(node) in found and other in found for found in classes)
    if not same or not isinstance(node.parent, exp.EQ) or node.find_ancestor(exp.Join, exp.Where, exp.Select).key != "join":
        return same
    sibling = node.parent.expression if node.parent.this is node else node.parent.this
    return _name(sibling) != other


def repeats(names: Names) -> set[Place]:
    """Return the columns that the query takes to repeat: made distinct, or grouped by within one table."""
    found: list[exp.Expression] = []
    for select in names.tree.find_all(exp.Select):
        if select.args.get("joins"):
            continue
        if group := select.args.get("group"):
            found += group.expressions
        if select.args.get("distinct") and len(select.selects) == 1:
            found.append(select.selects[0].unalias())
    for count in names.tree.find_all(exp.Count):
        found += count.this.expressions if isinstance(count.this, exp.Distinct) else []
    return names.of(found)


def applied(node: exp.Expression) -> tuple[exp.Column, str] | None:
    """Return the one column that a function such as upper or abs changes, and the function of VALUE; None for anything else.

    COLLATE NOCASE counts as lower.
    """
    column = node.find(exp.Column)
    if not isinstance(node, exp.Func) or isinstance(node, (exp.AggFunc, exp.Connector, exp.Cast, exp.Case, exp.If)):
        return None
    if isinstance(node, exp.Collate):
        node = exp.Lower(this=node.this.copy()) if node.expression.name.upper() == "NOCASE" else exp.Null()
    text = on_value(node)
    return (column, text) if text else None


def counted(column: exp.Expression, sum_: exp.Expression) -> bool:
    """Tell whether a sum counts a column's own value, and not what a condition or a function such as length makes of it."""
    node, outer = column, column.parent
    while node is not sum_:
        asked = isinstance(outer, (exp.Case, exp.If)) and node is outer.this
        if asked or (isinstance(outer, exp.Func) and not isinstance(outer, _KEEPING)):
            return False
        node, outer = outer, outer.parent
    return True


def is_truth(node: exp.Expression) -> bool:
    """Tell whether a function stands where a condition is expected, such as `WHERE instr(name, 'x')`."""
    if not isinstance(node, exp.Func) or isinstance(node, exp.Connector):
        return False
    outer = node.parent
    while isinstance(outer, (exp.Not, exp.Paren)):
        outer = outer.parent
    return isinstance(outer, (exp.Where, exp.Connector))


def cast_text(node: exp.Expression, names: Names) -> str:
    """Name the kind of number, integer or real, that CAST makes of a column of texts; "" for anything else."""
    if not isinstance(node, exp.Cast) or not isinstance(node.this, exp.Column) or names.kind(node.this) != "text":
        return ""
    made = kind(node.to.sql("sqlite"))
    return made if made in ("integer", "real") else ""
