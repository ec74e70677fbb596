"""Keys guessed from names, for schemas that declare none."""

import re
from collections.abc import Iterable

from sqlglot import exp

from helpers.scoring.execution.catalog import Place
from helpers.scoring.generated.hints import Hints
from helpers.scoring.generated.names import Names

BARE = ("id", "code", "uid")  # names that say "key" and not of what
_KEY = re.compile(r"(?P<stem>.*?)_?(id|code|no|num|number|key)")
_PREFIX = re.compile("^(ref|tbl|dim)_")


def guess_keys(tree: exp.Query, names: Names, hints: Hints) -> None:
    """Give the tables of a schema that declares no key at all those that the names of their columns suggest.

    Data sets that list only the columns a query uses leave out the keys, yet almost every real join follows one; without
    them a right `IN (SELECT ...)` in place of a join would look wrong, because rows would match twice. A column is guessed
    to be its table's key if it is called `id`, or after the table (`student_id`, `StuID` of student), and the query does not
    itself treat it as repeated; a column that is called like another table's key, or compared with one, is guessed to refer to it.
    """
    catalog = names.catalog
    if any(table.unique or table.parents for table in catalog.values()):
        return
    repeated = _repeated(tree, names)
    keys = {}
    for name, table in catalog.items():
        column = next((column for column in table.columns if (name, column) not in repeated and is_key(name, column)), None)
        if column and not _referring((name, column), hints):
            keys[name] = column
            table.unique.append((column,))
            table.filled.add(column)
    for name, table in catalog.items():
        for column in table.columns:
            parent = _parent((name, column), keys, hints)
            if parent and keys.get(name) != column:
                table.parents[column] = parent
                hints.join((name, column), parent)


def _referring(place: Place, hints: Hints) -> bool:
    """Tell whether the query groups by a column that it compares with this one and takes that one for the key."""
    return place not in hints.single and any(hints.root(single) == hints.root(place) for single in hints.single)


def _parent(place: Place, keys: dict[str, str], hints: Hints) -> Place | None:
    for table, key in keys.items():
        if table != place[0] and hints.root((table, key)) == hints.root(place):
            return (table, key)
    for table, key in keys.items():
        if table != place[0] and (place[1] == key not in BARE or (key in BARE and place[1] not in BARE and is_key(table, place[1]))):
            return (table, key)
    return None


def is_key(table: str, column: str) -> bool:
    """Tell whether a column is called as the key of a table would be.

    >>> [is_key(*pair) for pair in (("student", "stuid"), ("countries", "country_id"), ("student_courses", "student_id"))]
    [True, True, False]
    """
    match = _KEY.fullmatch(column)
    if not match:
        return False
    stem, name = match["stem"].replace("_", ""), _PREFIX.sub("", table)
    plain = singular(name.replace("_", ""))
    return column in BARE or singular(stem) == plain or (len(stem) >= 3 and "_" not in name and plain.startswith(stem))


def singular(name: str) -> str:
    """Take the plural's ending from a name."""
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")


def _repeated(tree: exp.Query, names: Names) -> set[Place]:
    """Return the columns that the query takes to repeat: made distinct, or grouped by within one table."""
    found: list[exp.Expression] = []
    for select in tree.find_all(exp.Select):
        group = select.args.get("group")
        if group and not select.args.get("joins"):
            found += group.expressions
        if select.args.get("distinct") and not select.args.get("joins"):
            found += [item.unalias() for item in select.selects] if len(select.selects) == 1 else []
    found += [item for count in tree.find_all(exp.Count) if isinstance(count.this, exp.Distinct) for item in count.this.expressions]
    return _places(found, names)


def _places(nodes: Iterable[exp.Expression], names: Names) -> set[Place]:
    return {place for node in nodes if (place := names.place(node))}
