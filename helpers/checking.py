"""What can be said of a query before it is run: one statement, a query, and tables and columns that exist, or nearly do."""

import difflib
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from helpers.reader import Database
from helpers.scoring.execution import check_many

_ROWIDS = {"rowid", "oid", "_rowid_"}
_FREE_FUNCTIONS = {"generate_series", "range", "unnest", "json_each", "json_tree"}  # in FROM; the others of DuckDB read files and settings
_NOT_QUERIES = set("ALTER ANALYZE ATTACH BEGIN CALL COMMIT COPY CREATE DELETE DETACH DROP EXPLAIN EXPORT IMPORT INSERT INSTALL LOAD PRAGMA "
                   "REINDEX REPLACE ROLLBACK SET TRUNCATE UPDATE USE VACUUM".split())  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """The query as it will be run and its columns' names; or the class of its fault and a message that says how to go on."""

    sql: str
    error: str = ""
    message: str = ""
    names: list[str] = field(default_factory=list)


def check(sql: str, database: Database, dialect: str = "sqlite") -> Checked:
    """Look at a query that a model wrote in `dialect`, and write it for the database's engine.

    A name is only said to be unknown where that is certain; the engine has the last word. Text in double quotes that is no
    column is text, as SQLite has it.
    """
    word = re.match(r"\s*(\w*)", sql)[1].upper()
    if not sql.strip():
        return Checked(sql, "empty", "The model wrote no query.")
    if word in _NOT_QUERIES:
        return Checked(sql, "not a query", f"{word} is no question: only queries are run, and nothing was changed.")
    trees = _parsed(sql, dialect)
    if isinstance(trees, str):
        return _by_engine(sql, trees, database, dialect)
    if len(trees) != 1:
        return Checked(sql, "several statements", f"These are {len(trees)} statements: only one query is run, and nothing was changed.")
    tree = trees[0]
    change = tree.find(exp.Insert, exp.Update, exp.Delete, exp.Create, exp.Drop, exp.Command)
    if change or not isinstance(tree, exp.Query):
        word = change.key.upper() if change and not isinstance(change, exp.Command) else word
        if not change and word not in {"REPLACE", "WITH", "VALUES", "SUMMARIZE", "DESCRIBE", "SHOW"}:
            return Checked(sql, "not a query", f"The model wrote no query: {sql[:60]!r}.")
        return Checked(sql, "not a query", f"{word} is no question: only queries are run, and nothing was changed.")
    names = _Names(tree, database)
    fault = names.fault()
    if fault:
        return Checked(sql, *fault)
    same = dialect == database.engine or (dialect == "sqlite" and database.engine == "sqlite")
    written = sql if same else tree.sql(dialect=database.engine)
    return Checked(written, names=names.outputs(tree))


def _parsed(sql: str, dialect: str) -> list[exp.Expression] | str:
    logger = logging.getLogger("sqlglot")
    disabled, logger.disabled = logger.disabled, True  # it warns of what it takes as it is
    try:
        return [tree for tree in sqlglot.parse(sql, read=dialect) if tree is not None]
    except (SqlglotError, RecursionError, ValueError) as error:
        return re.sub(r"\x1b\[\d+m", "", str(error).splitlines()[0]) if str(error) else type(error).__name__
    finally:
        logger.disabled = disabled


def _by_engine(sql: str, fault: str, database: Database, dialect: str) -> Checked:
    """Let SQLite compile, without running it, what sqlglot cannot read; another engine gets no second opinion."""
    if database.engine == dialect == "sqlite":
        result = next(check_many([(str(database.path), "", sql)], workers=1))
        return Checked(sql, result.error, f"SQLite refuses the query: {result.message}." if result.error else "")
    return Checked(sql, "syntax", f"The query cannot be read: {fault.rstrip('.')}.")


class _Names:
    """Resolve the names of a query against a database. What is not sure to be wrong passes."""

    def __init__(self, tree: exp.Query, database: Database):
        self.tree, self.database = tree, database
        self.tables = {name.lower(): table for name, table in database.tables.items()}
        self.ctes = {cte.alias.lower(): cte for cte in tree.find_all(exp.CTE)}

    def fault(self) -> tuple[str, str] | None:
        for table in self.tree.find_all(exp.Table):
            if not isinstance(table.this, exp.Identifier):
                name = table.this.name if isinstance(table.this, exp.Anonymous) else table.this.key
                if self.database.engine == "duckdb" and name.lower() not in _FREE_FUNCTIONS:
                    return "forbidden", f"{name.lower()} is not allowed: a query may read the tables of this database only."
            elif table.name.lower() not in self.tables and (table.name.lower() not in self.ctes or table.db):
                return "no such table", _sentence(f"There is no table {table.name}{_near(table.name, self.database.tables)}")
        for column in list(self.tree.find_all(exp.Column)):
            message = self._column_fault(column)
            if message:
                return "no such column", message
        return None

    def _column_fault(self, column: exp.Column) -> str:
        name, alias = column.name.lower(), column.table.lower()
        if column.find_ancestor(exp.Lambda) or column.find_ancestor(exp.Select) is None or (not alias and name in _ROWIDS):
            return ""
        around = list(self._around(column))
        if alias:
            sources = [found[alias] for found in around if alias in found]
            if not sources:
                struct = any(known is None or alias in known for found in around for known in found.values())
                aliases = [other for found in around for other in found if not other.startswith("#")]
                if struct and self.database.engine == "duckdb":
                    return ""
                return _sentence(f"{column.sql()} names {column.table}, which is not in the FROM{_near(column.table, aliases)}")
            if isinstance(column.this, exp.Star) or any(known is None or name in known | _ROWIDS for known in sources):
                return ""
            return _sentence(f"There is no column {column.name} in {column.table}{self._hint(column.name, sources)}")
        if any(known is None or name in known for found in around for known in found.values()) or name in self._aliases(column):
            return ""
        if isinstance(column.this, exp.Identifier) and column.this.quoted and isinstance(column.parent, exp.Predicate | exp.Func):
            column.replace(exp.Literal.string(column.name))  # as SQLite takes it; alone in a SELECT it would be a column of one text
            return ""
        sources = [known for found in around for known in found.values()]
        return _sentence(f"There is no column {column.name} in the tables of this query{self._hint(column.name, sources)}")

    def _hint(self, name: str, sources: list[set[str]]) -> str:
        elsewhere = [table.name for table in self.database.tables.values() if any(name.lower() == c.name.lower() for c in table.columns)]
        near = _near(name, sorted(set().union(*sources)))
        return near or (f"; {' and '.join(elsewhere[:3])} has one" if elsewhere else "")

    def _around(self, node: exp.Expression) -> Iterator[dict[str, set[str] | None]]:
        select = node.find_ancestor(exp.Select)
        while select is not None:
            yield self._sources(select)
            select = select.find_ancestor(exp.Select)

    def _sources(self, select: exp.Select, depth: int = 0) -> dict[str, set[str] | None]:
        """Return what a SELECT reads: its columns' names by its alias; None where they cannot be told."""
        first = select.args.get("from") or select.args.get("from_")  # sqlglot 28 renamed the key
        items = [first.this] if first else []
        items += [join.this for join in select.args.get("joins") or []]
        if select.args.get("laterals"):
            items.append(None)
        found: dict[str, set[str] | None] = {}
        for item in items:
            alias = (item.alias_or_name if item is not None else "").lower() or f"#{len(found)}"
            found[alias] = self._columns(item, depth)
        return found

    def _columns(self, item: exp.Expression | None, depth: int) -> set[str] | None:
        if depth > 20:
            return None
        if isinstance(item, exp.Table) and isinstance(item.this, exp.Identifier) and not item.args.get("joins"):
            name = item.name.lower()
            alias = item.args.get("alias")
            if alias and alias.args.get("columns"):
                return None
            if name in self.ctes and not item.db:
                cte = self.ctes[name]
                given = cte.args["alias"].args.get("columns") if cte.args.get("alias") else None
                return {column.name.lower() for column in given} if given else self._selected(cte.this, depth + 1)
            table = self.tables.get(name)
            return {column.name.lower() for column in table.columns} | _ROWIDS if table else None
        if isinstance(item, exp.Subquery) and not (item.args.get("alias") and item.args["alias"].args.get("columns")):
            return self._selected(item.this, depth + 1)
        return None

    def _selected(self, query: exp.Expression, depth: int) -> set[str] | None:
        names = self._output_list(query, depth)
        return None if names is None else {name.lower() for name in names}

    def _output_list(self, query: exp.Expression, depth: int = 0) -> list[str] | None:
        while isinstance(query, exp.Subquery | exp.SetOperation):
            query = query.this
        if not isinstance(query, exp.Select) or depth > 20:
            return None
        names: list[str] = []
        for item in query.selects:
            if isinstance(item, exp.Star) or (isinstance(item, exp.Column) and isinstance(item.this, exp.Star)):
                wanted = item.table.lower() if isinstance(item, exp.Column) else ""
                expanded = self._expanded(query, wanted, depth)
                if expanded is None:
                    return None
                names += expanded
            else:
                named = isinstance(item, exp.Alias | exp.Column)
                names.append(item.alias_or_name if named else item.sql(dialect=self.database.engine))
        return names

    def _expanded(self, select: exp.Select, wanted: str, depth: int) -> list[str] | None:
        first = select.args.get("from") or select.args.get("from_")
        joins = select.args.get("joins") or []
        if first is None or any(join.args.get("using") or join.args.get("method") for join in joins):
            return None
        names: list[str] = []
        for item in [first.this, *(join.this for join in joins)]:
            if wanted and item.alias_or_name.lower() != wanted:
                continue
            table = self.tables.get(item.name.lower()) if isinstance(item, exp.Table) and item.name.lower() not in self.ctes else None
            inner = [column.name for column in table.columns] if table else self._output_list(self._inner(item), depth + 1)
            if inner is None:
                return None
            names += inner
        return names

    def _inner(self, item: exp.Expression) -> exp.Expression:
        cte = self.ctes.get(item.name.lower()) if isinstance(item, exp.Table) else None
        return cte.this if cte else item

    def _aliases(self, column: exp.Column) -> set[str]:
        found, select = set(), column.find_ancestor(exp.Select)
        while select is not None:
            found |= {item.alias.lower() for item in select.selects if item.alias}
            select = select.find_ancestor(exp.Select)
        return found

    def outputs(self, tree: exp.Query) -> list[str]:
        """Return the names of a query's columns, or nothing where they cannot be told."""
        return self._output_list(tree) or []


def _near(name: str, known) -> str:
    by_lower = {other.lower(): other for other in known}
    near = difflib.get_close_matches(name.lower(), by_lower, n=2, cutoff=0.6)
    return f"; did you mean {' or '.join(by_lower[other] for other in near)}?" if near else ""


def _sentence(text: str) -> str:
    return text if text.endswith("?") else f"{text}."
