"""Which table and column a name in a query means."""

from collections.abc import Iterator

from sqlglot import exp

from helpers.scoring.catalog import Place, Table


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
