"""What can be said of a query before it is run: one statement, a query, and tables and columns that exist, or nearly do."""

import re
from dataclasses import dataclass

from sqlglot import exp
from sqlglot.errors import SqlglotError

from helpers.ask.database import SECONDS, Database
from helpers.ask.hints import names_given, tables_in, unknown_column, unknown_table
from helpers.prompts.answers import extract_sql
from helpers.scoring.execution.sandbox import MAX_SQL, Result
from helpers.scoring.execution.sql import UNDERLINED, TooLargeError, read_statements

MAX_DEPTH = 500  # of nested expressions, as SQLite's
_FREE_FUNCTIONS = {"generate_series", "generateseries", "range", "unnest", "json_each", "json_tree"}  # in FROM; other ones read files
_TELLING = re.compile(
    r"current_setting|getenv|getvariable|current_query|query(_table)?|which_secret|write_log|(duckdb|pragma)_\w+|pg_(?!typeof|size_pretty)\w+"
)
COMMANDS = set("ALTER ANALYZE ATTACH BEGIN CALL CHECKPOINT COMMIT COPY CREATE DELETE DETACH DROP EXPLAIN EXPORT GRANT IMPORT INSERT "
               "INSTALL LOAD MERGE PRAGMA REINDEX REPLACE RESET REVOKE ROLLBACK SET TRUNCATE UPDATE USE VACUUM".split())  # fmt: skip
_ENGINES = {"sqlite": "SQLite", "duckdb": "DuckDB"}
# How the engines say that there is no such column, or no table that a column names.
_UNKNOWN = (r'no such column: "?{spelled}"?( - .*)?', r'.*column "{name}" not found.*', r'.*column named "{name}".*',
            r'.*table "{table}" not found.*')  # fmt: skip

_TEXT = re.compile(r"'(?:[^']|'')*+'")


@dataclass(frozen=True)
class Checked:
    """The query as it will be run, or the class of its fault and a message that says how to go on; `note` is said with the answer."""

    sql: str
    error: str = ""
    message: str = ""
    note: str = ""


def check(sql: str, database: Database, dialect: str = "sqlite") -> Checked:
    """Look at a query that a model wrote in `dialect`, write it for the database's engine, and let that compile it.

    The engine alone decides whether a name is known. Text in double quotes that is no column is text, as SQLite has it.
    Length, depth and the time of reading are bounded.
    """
    if len(sql) > MAX_SQL:
        return Checked("", "too long", f"The model wrote a query of {len(sql):,} characters, and {MAX_SQL:,} are read. Ask for less.")
    if re.search("[\0\ud800-\udfff]", sql):
        return Checked(sql, "syntax", "The query holds a character that SQL cannot hold.")
    word = re.match(r"\s*(\w*)", sql)[1].upper()
    if word in COMMANDS:
        return Checked(sql, "not a query", f"{word} is not a query: only queries are run, and nothing was changed.")
    try:
        if database.engine == "duckdb" and re.search(r"""[\w)\]"]\[""", _TEXT.sub("", sql)):  # part of a list: a name in SQLite's dialect
            dialect = "duckdb"
        return _checked(sql, word, _parsed(sql, dialect), database, dialect)
    except (TooLargeError, RecursionError):
        return Checked(sql, "too long", "The query is too large or too deeply nested to be checked. Ask for less.")
    except (SqlglotError, ValueError) as error:
        if database.engine == dialect == "sqlite":  # SQLite reads more than sqlglot
            return _compiled(Checked(sql), None, database)
        why = UNDERLINED.sub("", str(error).splitlines()[0]) if str(error) else type(error).__name__
        return Checked(sql, "syntax", f"The query cannot be read: {why.rstrip('.')}.")


def refused(result: Result, engine: str, seconds: float) -> str:
    """Return the one sentence for a query that an engine refuses or stops, with what to do where that helps."""
    if result.error == "timeout":
        return f"The query was stopped: it takes longer than {seconds:g} s. Ask about less, or raise the seconds."
    if result.error == "too long" and re.search("statement|tree|terms|columns|pattern|stack|at most", result.message, re.IGNORECASE):
        return f"The query is too large: {result.message}. Ask for less."
    if result.error in ("too many rows", "too long"):
        return f"The answer is too large: {result.message}. Ask for a count, a total, or fewer rows."
    if result.error in ("not a query", "forbidden", "several statements"):
        return f"Only queries that read this database are run, and nothing was changed: {result.message.rstrip('.')}."
    return f"{_ENGINES[engine]} refuses the query: {result.message.rstrip('.!')}."


def _parsed(sql: str, dialect: str) -> list[exp.Expression]:
    """Return the statements.

    Raises:
        SqlglotError, ValueError: they cannot be read.
        TooLargeError: too many words, too many steps, or too deep.
    """
    trees = read_statements(sql, dialect)
    waiting = [(tree, 0) for tree in trees]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise TooLargeError
        waiting += [(child, depth + 1) for child in node.iter_expressions()]
    return trees


def written_query(text: str) -> str:
    """Cut the query out of an answer as scoring does; what is too long to be one is left as it is."""
    return text if len(text) > 4 * MAX_SQL else extract_sql(text)


def not_run(text: str, sql: str) -> str:
    """Say which further statement of an answer was not run."""
    whole, query = " ".join(text.split()), " ".join(sql.split()).rstrip("; ")
    rest = whole[whole.find(query) + len(query) :].lstrip("; ") if query in whole else ""
    word = re.match(r"\w*", rest)[0]
    known = word.upper() in COMMANDS | {"SELECT", "WITH"} and (word.isupper() or word.islower())  # "With this query, ..." is prose
    return f"Only the first statement was run, not what follows it: {rest[:60].rstrip('; ')}." if known else ""


def _checked(sql: str, word: str, trees: list[exp.Expression], database: Database, dialect: str) -> Checked:
    if not trees:
        return Checked(sql, "empty", "The model wrote no query.")
    if len(trees) > 1:
        return Checked(sql, "several statements", f"These are {len(trees)} statements: only one query is run, and nothing was changed.")
    tree = trees[0]
    change = tree.find(exp.Insert, exp.Update, exp.Delete, exp.Create, exp.Drop, exp.Command, exp.Into)
    asks = exp.Query | exp.Values | exp.Pivot if database.engine == "duckdb" else exp.Query | exp.Values
    if change or not isinstance(tree, asks):
        word = f"{'SELECT ' * isinstance(change, exp.Into)}{change.key.upper()}" if change and not isinstance(change, exp.Command) else word
        if not change and word not in {"WITH", "SUMMARIZE", "DESCRIBE", "SHOW", "PIVOT"}:
            return Checked(sql, "not a query", f"The model wrote no query: {sql[:60]!r}.")
        return Checked(sql, "not a query", f"{word} is not a query: only queries are run, and nothing was changed.")
    if fault := _forbidden(tree, database) or unknown_table(tree, database) or _quoted_text(tree, database):
        return Checked(sql, *fault)
    if dialect == database.engine:
        return _compiled(Checked(sql), tree, database)
    note = _as_sqlite_means(tree, database) if (dialect, database.engine) == ("sqlite", "duckdb") else ""
    return _compiled(Checked(tree.sql(dialect=database.engine), note=note), tree, database)


def _compiled(checked: Checked, tree: exp.Expression | None, database: Database) -> Checked:
    """Let the engine compile the query without running it, and say of a column that it does not find which one may be meant."""
    result = database.compile(checked.sql)
    if not result.error:
        return checked
    for column in tree.find_all(exp.Column) if tree else ():
        names = {"spelled": ".".join(part.name for part in column.parts), "name": column.name, "table": column.table}
        patterns = (pattern.format_map({key: re.escape(name) for key, name in names.items()}) for pattern in _UNKNOWN)
        if any(re.fullmatch(pattern, result.message, re.IGNORECASE) for pattern in patterns):
            if sentence := unknown_column(column, tree, database):
                return Checked(checked.sql, "no such column", sentence)
            break
    return Checked(checked.sql, result.error, refused(result, database.engine, SECONDS))


def _forbidden(tree: exp.Expression, database: Database) -> tuple[str, str] | None:
    """Find a function that reads more than the tables: in FROM all but some, elsewhere those that tell of the machine."""
    if database.engine != "duckdb":
        return None
    named = [name for function in tree.find_all(exp.Func) if _TELLING.fullmatch(name := _name(function))]
    sources = [table.this for table in tree.find_all(exp.Table) if not isinstance(table.this, exp.Identifier)]
    named += [name for source in sources if (name := _name(source)) not in _FREE_FUNCTIONS]
    return ("forbidden", f"{named[0]} is not allowed: a query may read the tables of this database only.") if named else None


def _name(function: exp.Expression) -> str:
    if isinstance(function, exp.Func) and not isinstance(function, exp.Anonymous):
        return (function.sql_names() or [function.key])[0].lower()
    return (function.name or function.key).lower()


def _quoted_text(tree: exp.Expression, database: Database) -> tuple[str, str] | None:
    """Make text of names in double quotes that are no columns, as SQLite does; alone in a SELECT, such a name is a fault."""
    if any(isinstance(table.this, exp.Func) for table in tree.find_all(exp.Table)) or tree.find(exp.Pivot, exp.Unnest):
        return None
    known = {name.lower() for _, table in tables_in(tree, database) for name in (*table.names, *table.hidden)} | names_given(tree)
    for column in list(tree.find_all(exp.Column)):
        if column.table or not getattr(column.this, "quoted", False) or column.name.lower() in known:
            continue
        if isinstance(column.parent, exp.Predicate | exp.Func):
            column.replace(exp.Literal.string(column.name))
        elif sentence := unknown_column(column, tree, database):
            return "no such column", sentence
    return None


def _as_sqlite_means(tree: exp.Expression, database: Database) -> str:
    """Make DuckDB fold case in LIKE, cut fractions and divide whole numbers as SQLite does; return a sentence where that cannot be told."""
    for like in list(tree.find_all(exp.Like)):
        like.replace(exp.ILike(**like.args))
    whole: dict[str, bool] = {}
    for column in (column for _, table in tables_in(tree, database) for column in table.columns):
        name = column.name.lower()
        whole[name] = whole.get(name, True) and bool(re.fullmatch(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?", column.type.upper()))
    for cast in list(tree.find_all(exp.Cast)):
        if cast.to.is_type(*exp.DataType.INTEGER_TYPES) and not _whole(cast.this, whole):
            cast.set("this", _cut(cast.this))
    for modulo in list(tree.find_all(exp.Mod)):
        for name in ("this", "expression"):
            if not _whole(modulo.args[name], whole):
                modulo.set(name, exp.cast(_cut(modulo.args[name]), "BIGINT", copy=False))
    unsure = ""
    for division in list(tree.find_all(exp.Div)):
        kinds = [_whole(side, whole) for side in (division.this, division.expression)]
        if all(kinds):
            division.replace(exp.IntDiv(this=division.this, expression=division.expression))
        else:
            division.set("typed", False)
            unsure = unsure or ("" if False in kinds else f"{division.this.sql('sqlite')} / {division.expression.sql('sqlite')}")
    return f"SQLite, whose dialect the model was taught, would drop the fraction of {unsure[:60]} where both are whole." if unsure else ""


def _cut(number: exp.Expression) -> exp.Expression:
    """Write a number without its fraction, where DuckDB would round."""
    return exp.Anonymous(this="TRUNC", expressions=[exp.cast(number, "DOUBLE", copy=False)])


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
