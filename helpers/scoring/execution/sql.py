"""SQL text to sqlglot's tree, quietly, and what literals and conditions on one column say."""

import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import lru_cache

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import SqlglotError

MAX_PARSED, MAX_TOKENS = 50_000, 20_000  # characters, words
NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*", re.IGNORECASE)  # a text that SQLite takes for a number
UNDERLINED = re.compile(r"\x1b\[\d+m")  # sqlglot's messages are made for a terminal

_CHANGING = re.compile(r"'now'|\b(current_|random)", re.IGNORECASE)  # what has another value the next time
_LIMIT = re.compile(r"(\blimit\s++)((?:[^()\s,;]++|\s++(?!offset\b|[),;]|\Z)|\((?:[^()]++|\([^()]*+\))*+\))++)", re.IGNORECASE)
_COMMENT = re.compile(r"""('(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?)|--[^\n]*|/\*.*?(?:\*/|$)""", re.DOTALL)

Condition = tuple[str, object]  # an operator such as ">" or "not like" and a literal, or "sql" or "edge" and a condition on VALUE
ASKED = ("sql", "not sql", "edge")  # SQLite is asked whether a value meets them; what meets an edge, an equality, is one step off


@contextmanager
def quiet() -> Iterator[None]:
    """Keep sqlglot from warning of each statement and function that it does not know."""
    logger = logging.getLogger("sqlglot")
    disabled, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = disabled


def parse_statement(sql: str) -> exp.Expression:
    """Parse exactly one statement in SQLite's dialect, to the same tree with every release of sqlglot.

    Not covered: that sqlglot parses a text does not make it valid SQL; it accepts `SELECT FROM t` and `a::int`. Raise ValueError where the
    text is not one statement, is longer than 50,000 characters, nested too deeply, or takes too many steps.
    """
    if len(sql) > MAX_PARSED:
        raise ValueError(f"Cannot parse {len(sql):,} characters of SQL; the limit is {MAX_PARSED:,}.")
    try:
        trees = _parsed(without_comments(sql))
    except (SqlglotError, TooLargeError, RecursionError) as error:
        raise ValueError(f"Cannot parse {sql!r} as SQL: {UNDERLINED.sub('', str(error))}") from error
    if len(trees) != 1:
        raise ValueError(f"Not one statement but {len(trees)}: {sql!r}.")
    return _negations_outside(trees[0])


class TooLargeError(ValueError):
    """A text that takes too long to be read."""


def read_statements(sql: str, dialect: str = "sqlite") -> list[exp.Expression]:
    """Parse statements with sqlglot. Its steps are counted: with each JOIN that lacks its ON, or each nested STRUCT, its time doubles.

    Raise SqlglotError where the text cannot be parsed, TooLargeError where it has too many words, or takes too many steps.
    """
    spoken = Dialect.get_or_raise(dialect)
    tokens = spoken.tokenize(sql)
    if len(tokens) > MAX_TOKENS:
        raise TooLargeError(f"{len(tokens):,} words; the limit is {MAX_TOKENS:,}")
    parser, steps = spoken.parser(), iter(range(min(20 * len(tokens) + 2_000, 3 * MAX_TOKENS)))
    advance = parser._advance

    def counted(*arguments) -> None:
        if next(steps, None) is None:
            raise TooLargeError("it takes too many steps")
        advance(*arguments)

    parser._advance = counted
    with quiet():
        return [tree for tree in parser.parse(tokens, sql) if tree is not None and not isinstance(tree, exp.Semicolon)]


def _parsed(sql: str) -> list[exp.Expression]:
    """Parse a text; if that fails, once more with what stands behind LIMIT in parentheses, since sqlglot takes a % there for PERCENT."""
    try:
        return read_statements(sql)
    except SqlglotError:
        if "%" in sql and (changed := _LIMIT.sub(r"\1(\2)", sql)) != sql:
            with suppress(SqlglotError):
                return read_statements(changed)
        raise


def without_comments(sql: str) -> str:
    """Put a blank for each comment, as SQLite does; sqlglot does not read `ORDER/**/BY` as two words that belong together.

    >>> without_comments("SELECT a FROM t ORDER/* by */BY '--' -- end")
    "SELECT a FROM t ORDER BY '--'  "
    """
    return _COMMENT.sub(lambda found: found[1] or " ", sql)


def _negations_outside(tree: exp.Expression) -> exp.Expression:
    """Write NOT LIKE as a NOT around a LIKE, as sqlglot 25 reads it; sqlglot 30 notes the NOT inside the LIKE."""
    for node in list(tree.find_all(exp.Like, exp.ILike)):
        if node.args.get("negate"):
            node.set("negate", None)
            whole = node.parent if isinstance(node.parent, exp.Escape) else node
            negated = exp.Not()
            whole.replace(negated)
            negated.set("this", whole)
    return tree


def parse_query(sql: str) -> exp.Query:
    """Parse exactly one query: a SELECT, a set operation, or either in parentheses. Raise ValueError where sqlglot cannot."""
    tree = parse_statement(sql)
    if not isinstance(tree, exp.Query):
        raise ValueError(f"Not a query: {sql!r}. Expected one SELECT.")
    return tree


@lru_cache(maxsize=4096)
def used_tables(sql: str) -> frozenset[str]:
    """Return the tables that a query and its subqueries read, in lower case, without WITH names. Raise ValueError where it is no query."""
    tree = parse_query(sql)
    own = with_names(tree)
    return frozenset(table.name.lower() for table in tree.find_all(exp.Table) if table.name.lower() not in own)


def with_names(tree: exp.Expression) -> set[str]:
    """Return the names that a query's WITH clauses give, in small letters."""
    return {cte.alias.lower() for cte in tree.find_all(exp.CTE)}


def conjuncts(condition: exp.Expression | None) -> list[exp.Expression]:
    """Return what AND joins in a condition, or in a clause that holds one; nothing of None."""
    if isinstance(condition, (exp.Where, exp.Having)):
        condition = condition.this
    return list(condition.flatten()) if isinstance(condition, exp.And) else [condition] if condition else []


@lru_cache(maxsize=50_000)
def computed(expression: str, value: object = None) -> object:
    """Return what SQLite makes of an expression of VALUE; None for NULL, and where it fails.

    >>> computed("DATE(VALUE, '-1 day')", "2021-03-01"), computed("VALUE / 0", 3)
    ('2021-02-28', None)
    """
    with closing(sqlite3.connect(":memory:")) as connection, suppress(sqlite3.Error, OverflowError):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 10_000)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100)
        return connection.execute(f"SELECT {expression} FROM (SELECT ? AS VALUE)", (value,)).fetchone()[0]
    return None


def evaluate(condition: str, value: object) -> bool | None:
    """Ask SQLite whether a condition on VALUE holds for a value; None for NULL, and where it fails.

    >>> evaluate("STRFTIME('%Y', VALUE) = '2021'", "2021-03-05"), evaluate("VALUE > 3", None)
    (True, None)
    """
    found = computed(f"CAST(({condition}) AS REAL)", value)
    return None if found is None else found != 0


def holds(condition: Condition, value: object) -> bool:
    """Tell whether a value meets a condition, nearly as SQLite would.

    >>> holds(("like", "%an%"), "Hanna"), holds((">=", 3), 2), holds(("is", None), None)
    (True, False, True)
    """
    operator, constant = condition
    if operator in ASKED:
        return evaluate(constant, value) == (operator != "not sql")
    if operator in ("is", "is not"):
        return (value is None) == ((operator == "is") == (constant is None))
    if value is None or constant is None:
        return False
    if operator.endswith("like"):
        pattern = "(?is)" + re.escape(str(constant)).replace("%", ".*").replace("_", ".")
        return bool(re.fullmatch(pattern, str(value))) == (operator == "like")
    if isinstance(value, str) != isinstance(constant, str):
        value, constant = str(value), str(constant)
    equal, less = value == constant, value < constant
    return {"=": equal, "!=": not equal, "<": less, "<=": less or equal, ">": not (less or equal), ">=": not less}[operator]


def apart(values: list) -> list:
    """Drop values that a column of text could not tell from an earlier one.

    >>> apart([5, "5", "a"])
    [5, 'a']
    """
    kept: dict[str, object] = {}
    for value in values:
        kept.setdefault(str(value), value)
    return list(kept.values())


def compared(kind: type[exp.Binary], left: exp.Expression, right: exp.Expression) -> exp.Binary:
    """Make a comparison of copies of two expressions."""
    return kind(this=left.copy(), expression=right.copy())


def on_value(node: exp.Expression) -> str:
    """Write a condition on one column as a condition on VALUE, or "" where it holds more than one column, or a query.

    >>> on_value(parse_statement("SELECT upper(name) = 'ANN'").selects[0])
    "UPPER(VALUE) = 'ANN'"
    """
    if node.find(exp.Query, exp.AggFunc, exp.Window) or len({column.sql().lower() for column in node.find_all(exp.Column)}) != 1:
        return ""
    condition = node.transform(lambda part: exp.column("VALUE") if isinstance(part, exp.Column) else part)
    # sqlglot 25 writes json_extract as ->, which keeps a text's quotes.
    return condition.sql("sqlite").replace(" -> ", " ->> ")


NONE = object()  # stands for "no literal", since None is the literal NULL


def literal(node: exp.Expression | None) -> object:
    """Return the value of a literal, NULL as None, or `NONE` where the node is none."""
    sign = 1
    while isinstance(node, (exp.Neg, exp.Paren)):
        sign, node = -sign if isinstance(node, exp.Neg) else sign, node.this
    if isinstance(node, exp.Null):
        return None
    if not isinstance(node, exp.Literal):
        return NONE
    return str(node.this) if node.is_string else sign * number(node.this)


def constant(node: exp.Expression) -> object:
    """Return the value of a literal, or of a function of literals such as `date('2020-03-01', '-30 days')`; else `NONE`."""
    value = literal(node)
    varying = exp.Column, exp.Query, exp.Star, exp.AggFunc
    if value is NONE and isinstance(node, exp.Func) and node.find(exp.Literal) and not node.find(*varying):
        text = node.sql("sqlite")
        found = None if _CHANGING.search(text) else computed(text)
        return NONE if found is None else found
    return value


def number(text: str) -> int | float:
    """Read a number as SQLite would: whole where it is written so."""
    return int(text) if re.fullmatch(r"\s*[+-]?\d+\s*", text) else float(text)
