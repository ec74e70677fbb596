"""What can be said of a query before it is run: one statement, a query, and tables and columns that exist, or nearly do."""

import difflib
import re
from dataclasses import dataclass

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.scope import Scope, traverse_scope

from helpers.ask.database import Database, Table
from helpers.scoring.execution.queries import check_many
from helpers.scoring.execution.sandbox import MAX_SQL
from helpers.scoring.execution.sql import quiet

MAX_TOKENS = 20_000
MAX_DEPTH = 500  # of nested expressions, as SQLite's
_ROWIDS = {"rowid", "oid", "_rowid_"}
_FREE_FUNCTIONS = {"generate_series", "generateseries", "range", "unnest", "json_each", "json_tree"}  # in FROM; other ones read files
_TELLING = re.compile(
    r"current_setting|getenv|getvariable|current_query|query(_table)?|which_secret|write_log|(duckdb|pragma)_\w+|pg_(?!typeof)\w+"
)
_INNER = re.compile(
    r"sqlite_(master|schema|temp_master|temp_schema|sequence|stat\d)|duckdb_\w+|pragma_\w+|pg_\w+|dbstat|sqlite_dbpage|sqlite_stmt"
)
COMMANDS = set("ALTER ANALYZE ATTACH BEGIN CALL COMMIT COPY CREATE DELETE DETACH DROP EXPLAIN EXPORT IMPORT INSERT INSTALL LOAD PRAGMA "
               "REINDEX REPLACE ROLLBACK SET TRUNCATE UPDATE USE VACUUM".split())  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """The query as it will be run, or the class of its fault and a message that says how to go on; `note` is said with the answer."""

    sql: str
    error: str = ""
    message: str = ""
    note: str = ""


class _TooLargeError(Exception):
    """A query that takes too long to be read."""


def check(sql: str, database: Database, dialect: str = "sqlite") -> Checked:
    """Look at a query that a model wrote in `dialect`, and write it for the database's engine.

    A name is only said to be unknown where that is certain; the engine has the last word. Text in double quotes that is no
    column is text, as SQLite has it. Length, depth and the time of reading are bounded.
    """
    if len(sql) > MAX_SQL:
        return Checked("", "too long", f"The model wrote a query of {len(sql):,} characters, and {MAX_SQL:,} are read. Ask for less.")
    if re.search("[\0\ud800-\udfff]", sql):
        return Checked(sql, "syntax", "The query holds a character that SQL cannot hold.")
    word = re.match(r"\s*(\w*)", sql)[1].upper()
    if not sql.strip():
        return Checked(sql, "empty", "The model wrote no query.")
    if word in COMMANDS:
        return Checked(sql, "not a query", f"{word} is no question: only queries are run, and nothing was changed.")
    try:
        trees = _parsed(sql, dialect)
        if isinstance(trees, str):
            return _by_engine(sql, trees, database, dialect)
        return _checked(sql, word, trees, database, dialect)
    except (_TooLargeError, RecursionError):
        return Checked(sql, "too long", "The query is too large or too deeply nested to be checked. Ask for less.")


def _parsed(sql: str, dialect: str) -> list[exp.Expression] | str:
    """Return the statements, or why they cannot be read. The parser's steps are counted: some nested texts make it try for hours.

    Raises:
        _TooLargeError: too many words, too many steps, or too deep.
    """
    try:
        spoken = Dialect.get_or_raise(dialect)
        tokens = spoken.tokenize(sql)
        if len(tokens) > MAX_TOKENS:
            raise _TooLargeError
        parser, steps = spoken.parser(), iter(range(min(20 * len(tokens) + 2_000, 3 * MAX_TOKENS)))
        advance = parser._advance

        def counted(*arguments) -> None:
            if next(steps, None) is None:
                raise _TooLargeError
            advance(*arguments)

        parser._advance = counted
        with quiet():
            trees = [tree for tree in parser.parse(tokens, sql) if tree is not None]
    except (SqlglotError, ValueError) as error:
        return re.sub(r"\x1b\[\d+m", "", str(error).splitlines()[0]) if str(error) else type(error).__name__
    waiting = [(tree, 0) for tree in trees]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise _TooLargeError
        waiting += [(child, depth + 1) for child in node.iter_expressions()]
    return trees


def _by_engine(sql: str, fault: str, database: Database, dialect: str) -> Checked:
    """Let SQLite compile, without running it, what sqlglot cannot read; another engine gets no second opinion."""
    if database.engine == dialect == "sqlite":
        result = next(check_many([(str(database.path), "", sql)], workers=1))
        return Checked(sql, result.error, f"SQLite refuses the query: {result.message}." if result.error else "")
    return Checked(sql, "syntax", f"The query cannot be read: {fault.rstrip('.')}.")


def _checked(sql: str, word: str, trees: list[exp.Expression], database: Database, dialect: str) -> Checked:
    if len(trees) != 1:
        return Checked(sql, "several statements", f"These are {len(trees)} statements: only one query is run, and nothing was changed.")
    tree = trees[0]
    change = tree.find(exp.Insert, exp.Update, exp.Delete, exp.Create, exp.Drop, exp.Command)
    asks = exp.Query | exp.Values | exp.Pivot if database.engine == "duckdb" else exp.Query | exp.Values
    if change or not isinstance(tree, asks):
        word = change.key.upper() if change and not isinstance(change, exp.Command) else word
        if not change and word not in {"REPLACE", "WITH", "SUMMARIZE", "DESCRIBE", "SHOW", "PIVOT"}:
            return Checked(sql, "not a query", f"The model wrote no query: {sql[:60]!r}.")
        return Checked(sql, "not a query", f"{word} is no question: only queries are run, and nothing was changed.")
    if fault := _forbidden(tree, database) or _unknown_table(tree, database) or _unknown_column(tree, database):
        return Checked(sql, *fault)
    if dialect == database.engine:
        return Checked(sql)
    note = _as_sqlite_means(tree, database) if (dialect, database.engine) == ("sqlite", "duckdb") else ""
    return Checked(tree.sql(dialect=database.engine), note=note)


def _forbidden(tree: exp.Expression, database: Database) -> tuple[str, str] | None:
    """Find a function that reads more than the tables: in FROM all but some, elsewhere those that tell of the machine."""
    if database.engine != "duckdb":
        return None
    for function in tree.find_all(exp.Func):
        name = function.name if isinstance(function, exp.Anonymous) else function.sql_names()[0] if function.sql_names() else function.key
        if _TELLING.fullmatch(name.lower()):
            return "forbidden", f"{name.lower()} is not allowed: a query may read the tables of this database only."
    for table in tree.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier):
            name = table.this.name if isinstance(table.this, exp.Anonymous) else table.this.sql_names()[0]
            if name.lower() not in _FREE_FUNCTIONS:
                return "forbidden", f"{name.lower()} is not allowed: a query may read the tables of this database only."
    return None


def _unknown_table(tree: exp.Expression, database: Database) -> tuple[str, str] | None:
    ctes = {cte.alias.lower() for cte in tree.find_all(exp.CTE)}
    for table in tree.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier) or _known(table, database) or (table.name.lower() in ctes and not table.db):
            continue
        name = f"{table.db}.{table.name}" if table.db else table.name
        unreadable = {other.lower(): reason for other, reason in database.unreadable.items()}
        if reason := unreadable.get(name.lower()) or unreadable.get(table.name.lower()):
            return "no such table", f"{name} cannot be read: {reason.rstrip('.!')}."
        if _INNER.fullmatch(table.name.lower()) or table.db.lower() in {"information_schema", "pg_catalog"}:
            tables = ", ".join(list(database.tables)[:20])
            return "forbidden", f"{name} is the database's own list and cannot be asked; the tables are {tables}."
        return "no such table", _sentence(f"There is no table {name}{_near(name, database.tables)}")
    return None


def _known(table: exp.Table, database: Database) -> Table | None:
    """Return the table that a name in FROM means, with or without the schema `main` and the file's own name before it."""
    by_name = {name.lower(): known for name, known in database.tables.items()}
    place = table.db.lower()
    plain = not place or place == "main" or (database.engine == "duckdb" and not table.catalog and place == database.path.stem.lower())
    return by_name.get(table.name.lower() if plain else f"{place}.{table.name.lower()}")


def _unknown_column(tree: exp.Expression, database: Database) -> tuple[str, str] | None:
    """Find a column that no table around it has, by sqlglot's scopes; text in double quotes becomes text on the way.

    `qualify` does more (it writes `*`, aliases and the numbers of GROUP BY out), and a short query can make that endless.
    """
    if tree.find(exp.Pivot):
        return None
    try:
        scopes = traverse_scope(tree)
        read = {id(scope): _sources(scope, database) for scope in scopes}
    except (SqlglotError, AttributeError, KeyError, ValueError):  # what sqlglot cannot resolve, the engine may
        return None
    aliases = {node.alias.lower() for node in tree.find_all(exp.Alias, exp.TableAlias)} | _ROWIDS
    aliases |= {name.name.lower() for node in tree.find_all(exp.Lambda) for name in node.expressions}
    aliases |= {node.expression.name.lower() for node in tree.find_all(exp.Comprehension)}
    for scope in scopes:
        around, outer, unseen = [], scope, False
        while outer is not None:
            around += [] if unseen else [read.get(id(outer), {})]
            unseen = database.engine == "sqlite" and (outer.is_derived_table or outer.is_cte)  # FROM does not see its neighbors
            outer = outer.parent
        for column in list(scope.find_all(exp.Column)) if isinstance(scope.expression, exp.Select) else ():
            if fault := _fault(column, around, aliases, database):
                return "no such column", fault
    return None


def _sources(scope: Scope, database: Database) -> dict[str, set[str] | None]:
    """Return what a SELECT reads: its columns' names by its alias."""
    named = {alias.lower(): _columns(source, database) for alias, (_, source) in scope.selected_sources.items()}
    bare = [other for other in scope.derived_table_scopes if not other.expression.parent.alias]
    return named | {f"#{number}": _columns(other, database) for number, other in enumerate(bare)}


def _columns(source: object, database: Database) -> set[str] | None:
    """Return the names of what a FROM reads in small letters, None where they cannot be told."""
    if isinstance(source, exp.Table):
        known = _known(source, database) if isinstance(source.this, exp.Identifier) else None
        named = source.args.get("alias") and source.args["alias"].args.get("columns")
        return {name.lower() for name in (*known.names, *known.hidden)} if known and not named else None
    if not isinstance(source, Scope) or not isinstance(source.expression, exp.Query):
        return None
    holder = source.expression.parent
    while isinstance(holder, exp.SetOperation):  # a recursive CTE reads its own first part
        holder = holder.parent
    given = holder.args["alias"].args.get("columns") if isinstance(holder, exp.CTE | exp.Subquery) and holder.args.get("alias") else None
    if given:
        return {name.name.lower() for name in given}
    first = source.expression
    while isinstance(first, exp.SetOperation | exp.Subquery):
        first = first.this
    selects = first.selects
    names = {item.output_name.lower() for item in selects} if isinstance(first, exp.Select) else {"*"}
    return None if names & {"", "*"} else names


def _fault(column: exp.Column, around: list[dict[str, set[str] | None]], aliases: set[str], database: Database) -> str:
    name, alias = column.name.lower(), column.table.lower()
    if alias:
        found = [known[alias] for known in around if alias in known]
        if not found:
            known = [names for one in around for names in one.values()]
            if alias in aliases or (database.engine == "duckdb" and any(names is None or alias in names for names in known)):
                return ""  # a struct, perhaps
            near = _near(column.table, sorted(other for one in around for other in one if not other.startswith("#")))
            return _sentence(f"{column.sql()} names {column.table}, which is not in the FROM{near}")
        if isinstance(column.this, exp.Star) or name in _ROWIDS or any(names is None or name in names for names in found):
            return ""
        return _sentence(f"There is no column {column.name} in {column.table}{_hint(column.name, found, database)}")
    return _alone(column, aliases, around, database)


def _alone(column: exp.Column, aliases: set[str], around: list[dict], database: Database) -> str:
    """Look at a name without a table: of any table around it, an alias, or in double quotes and therefore text."""
    name, known = column.name.lower(), [names for one in around for names in one.values()]
    if any(names is None or name in names for names in known) or name in aliases:
        return ""
    if database.engine == "duckdb" and any(name in one for one in around):  # a whole row
        return ""
    if isinstance(column.this, exp.Identifier) and column.this.quoted and isinstance(column.parent, exp.Predicate | exp.Func):
        column.replace(exp.Literal.string(column.name))  # as SQLite takes it; alone in a SELECT it would be a column of one text
        return ""
    return _sentence(f"There is no column {column.name} in the tables of this query{_hint(column.name, known, database)}")


def _hint(name: str, sources: list[set[str]], database: Database) -> str:
    tables = database.tables.values()
    spelled = {column.lower(): column for table in tables for column in table.names}
    near = _near(name, sorted({spelled.get(known, known) for names in sources for known in names}))
    elsewhere = [table.name for table in tables if name.lower() in {column.lower() for column in table.names}]
    return near or (f"; {' and '.join(elsewhere[:3])} has one" if elsewhere else "")


def _as_sqlite_means(tree: exp.Expression, database: Database) -> str:
    """Make DuckDB fold case in LIKE and divide whole numbers as SQLite does; return a sentence where that cannot be told."""
    for like in list(tree.find_all(exp.Like)):
        like.replace(exp.ILike(**like.args))
    tables = [known for table in tree.find_all(exp.Table) if (known := _known(table, database))]
    whole: dict[str, bool] = {}
    for column in (column for table in tables for column in table.columns):
        name = column.name.lower()
        whole[name] = whole.get(name, True) and bool(re.fullmatch(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?", column.type.upper()))
    unsure = ""
    for division in list(tree.find_all(exp.Div)):
        kinds = [_whole(side, whole) for side in (division.this, division.expression)]
        if all(kinds):
            division.replace(exp.IntDiv(this=division.this, expression=division.expression))
        else:
            division.set("typed", False)
            unsure = unsure or ("" if False in kinds else f"{division.this.sql('sqlite')} / {division.expression.sql('sqlite')}")
    return f"SQLite, whose dialect the model was taught, would drop the fraction of {unsure[:60]} where both are whole." if unsure else ""


def _whole(node: exp.Expression, whole: dict[str, bool]) -> bool | None:
    """Tell whether an expression is a whole number; None where that is not known."""
    if isinstance(node, exp.Literal):
        return node.is_int
    if isinstance(node, exp.Column):
        return whole.get(node.name.lower())
    if isinstance(node, exp.Count | exp.Length):
        return True
    if isinstance(node, exp.Avg | exp.Round):
        return False
    if isinstance(node, exp.Cast):
        return node.to.is_type(*exp.DataType.INTEGER_TYPES)
    if isinstance(node, exp.Paren | exp.Neg | exp.Sum | exp.Min | exp.Max | exp.Abs):
        return _whole(node.this, whole)
    if isinstance(node, exp.Add | exp.Sub | exp.Mul | exp.IntDiv):
        kinds = [_whole(node.this, whole), _whole(node.expression, whole)]
        return False if False in kinds else None if None in kinds else True
    return None


def _near(name: str, known) -> str:
    by_lower = {other.lower(): other for other in known}
    near = difflib.get_close_matches(name.lower()[:100], by_lower, n=2, cutoff=0.6)
    endings = [other for other in known if other.lower().endswith(f".{name.lower()}")]  # of another schema
    near = endings[:2] or [by_lower[other] for other in near]
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _sentence(text: str) -> str:
    return text if text.endswith("?") else f"{text}."
