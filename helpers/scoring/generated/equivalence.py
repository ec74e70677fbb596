"""Changes to a query that change nothing: mutants that no database could tell from the gold are not made."""

from sqlglot import exp

from helpers.scoring.generated.names import Names


def is_distinct(select: exp.Select, names: Names) -> bool:
    """Tell whether DISTINCT would change nothing: rows of a set operation or of IN, single rows, keys, and groups that show their key."""
    if isinstance(select.parent, (exp.Union, exp.Except, exp.Intersect, exp.In, exp.Exists)):
        return True
    if isinstance(select.parent, exp.Subquery) and isinstance(select.parent.parent, (exp.In, exp.Exists)):
        return True
    group, limit = select.args.get("group"), select.args.get("limit")
    if limit and limit.expression.name == "1":
        return True
    if not group and not select.args.get("joins"):
        places = [place for item in select.selects if (place := names.place(item))]
        if any((column,) in names.catalog[table].unique for table, column in places):
            return True
    if not group:
        return select.find(exp.AggFunc) is not None and any(item.find(exp.AggFunc) for item in select.selects)
    shown = {_name(item.unalias()) for item in select.selects}
    return all(_name(item) in shown for item in group.expressions)


def has_partners(join: exp.Join, names: Names) -> bool:
    """Tell whether a join follows a foreign key from a table to its parent, so that each row has a partner."""
    on = join.args.get("on")
    for part in on.find_all(exp.EQ) if on else []:
        ends = names.place(part.this), names.place(part.expression)
        if None not in ends and join.this.name.lower() in (ends[0][0], ends[1][0]):
            child, parent = ends if ends[1][0] == join.this.name.lower() else ends[::-1]
            return names.catalog[child[0]].parents.get(child[1]) == parent
    return False


def needs(select: exp.Select, join: exp.Join, later: list[exp.Join]) -> bool:
    """Tell whether a row without a partner in a join is dropped anyway, so that a LEFT JOIN would change nothing."""
    alias = join.alias_or_name.lower()
    where = select.args.get("where")
    conditions = list(where.this.flatten() if isinstance(where.this, exp.And) else [where.this]) if where else []
    conditions += [other.args["on"] for other in later if other.args.get("on") and not other.args.get("side")]
    for condition in conditions:
        columns = {column.table.lower() for column in condition.find_all(exp.Column)}
        if columns == {alias} or (alias in columns and isinstance(condition, exp.Predicate)):
            return condition.find(exp.Is) is None
    return False


def equated(select: exp.Select) -> list[set[tuple[str, str]]]:
    """Return the classes of columns that the inner joins of a SELECT make equal, as (alias, column)."""
    classes: list[set[tuple[str, str]]] = []
    for join in select.args.get("joins") or []:
        on = join.args.get("on")
        for part in (on.flatten() if isinstance(on, exp.And) else [on]) if on and not join.args.get("side") else []:
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
