"""Which table and column a name in a query means, and which of the tables that it was shown a query uses."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sqlglot import exp

from helpers.scoring.execution.catalog import Place, Table
from helpers.scoring.execution.schemas import table_names
from helpers.scoring.sql import parse_query
from helpers.scoring.statistics import rate_with_interval


class Names:
    """Find the table and column that a name in a query means."""

    def __init__(self, tree: exp.Query, catalog: dict[str, Table]) -> None:
        self.tree, self.catalog = tree, catalog
        self._named = {cte.alias.lower(): cte.this for cte in tree.find_all(exp.CTE)}
        self._sources: dict[int, dict[str, str | exp.Expression]] = {}

    def requote(self) -> None:
        """Turn names in double quotes that are no columns into strings."""
        aliases = {alias.alias.lower() for alias in self.tree.find_all(exp.Alias)}
        for column in list(self.tree.find_all(exp.Column)):
            name = column.this
            if not isinstance(name, exp.Identifier) or not name.quoted or column.table or name.name.lower() in aliases:
                continue
            if not any(self._shown(source, name.name.lower()) for sources in self._around(column) for source in sources.values()):
                column.replace(exp.Literal.string(name.name))

    def place(self, node: exp.Expression | None) -> Place | None:
        """Return the place of a column, of a function or arithmetic over one column, or of a subquery's only column."""
        if isinstance(node, exp.Column):
            return self._resolve(node)
        if isinstance(node, exp.Subquery):
            node = node.this
        if isinstance(node, exp.Query):
            return self.place(node.selects[0]) if node.selects else None
        if isinstance(node, (exp.Func, exp.Alias, exp.Paren, exp.Binary, exp.Cast, exp.Distinct, exp.Neg)) and not isinstance(
            node, exp.Count
        ):
            columns = list(node.find_all(exp.Column))
            return self._resolve(columns[0]) if len(columns) == 1 else None
        return None

    def sources(self, select: exp.Select) -> dict[str, str | exp.Expression]:
        """Return what a SELECT reads, by name or alias: a table of the schema, or a query."""
        if id(select) not in self._sources:
            first = select.args.get("from") or select.args.get("from_")
            items = [first.this] if first else []
            items += [join.this for join in select.args.get("joins") or []]
            found: dict[str, str | exp.Expression] = {}
            for item in items:
                name = item.name.lower() if isinstance(item, exp.Table) else ""
                source = self._named.get(name, name) if name else item.unnest() if isinstance(item, exp.Subquery) else ""
                if source:
                    found.setdefault((item.alias_or_name or f"#{len(found)}").lower(), source)
            self._sources[id(select)] = found
        return self._sources[id(select)]

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
                source = sources.get(column.table.lower())
                if source is not None:
                    return self._visible(source, name)
                continue
            for source in sources.values():
                if found := self._visible(source, name):
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


@lru_cache(maxsize=4096)
def used_tables(sql: str) -> frozenset[str]:
    """Return the tables that a query reads, in lower case, those of subqueries too: neither its aliases nor its own WITH names.

    >>> sorted(used_tables("WITH old AS (SELECT * FROM Head) SELECT o.id FROM old AS o WHERE o.id IN (SELECT id FROM city)"))
    ['city', 'head']

    Raises:
        ValueError: the text is not one query that sqlglot can parse.
    """
    tree = parse_query(sql)
    own = {cte.alias.lower() for cte in tree.find_all(exp.CTE)}
    return frozenset(table.name.lower() for table in tree.find_all(exp.Table) if table.name.lower() not in own)


def schema_use(golds: Sequence[str], predictions: Sequence[str], schemas: Sequence[str]) -> dict:
    """Tell what answers do with the tables that they are shown, beside what the gold queries do.

    Returns:
        - `needless`: the rate of answers with a table of the schema that the gold query does not use, over all that can be read
        - `every_table`: the rate of answers that use every table shown, where there are several and the gold query does not use all
        - `beside_gold`: tables an answer, on average, that the gold query does not use
        - `unread`: how many answers or gold queries cannot be parsed, and are left out
    """
    needless, every = [], []
    beside = unread = 0
    for gold, sql, schema in zip(golds, predictions, schemas, strict=True):
        try:
            shown = table_names(schema)
            right, used = used_tables(gold) & shown, used_tables(sql) & shown
        except ValueError:
            unread += 1
            continue
        needless.append(bool(used - right))
        beside += len(used - right)
        if len(shown) > 1 and right < shown:
            every.append(used == shown)
    return {
        "needless": rate_with_interval(needless), "every_table": rate_with_interval(every),
        "beside_gold": beside / len(needless) if needless else None, "unread": unread,
    }  # fmt: skip


def schema_use_sentence(use: dict) -> str:
    """Say in one sentence what `schema_use` found."""
    needless, every = use["needless"], use["every_table"]
    if not needless["n"]:
        return "no answer could be read as a query, so nothing is known of the tables that answers use"
    text = f"{needless['rate']:.1%} of {needless['n']} answers use a table that the gold query does not, {use['beside_gold']:.2f} a query"
    if every["n"]:
        text += f"; {every['rate']:.1%} of {every['n']} use every table shown, where the gold query does not"
    return text + (f"; {use['unread']} cannot be read as a query" if use["unread"] else "")
