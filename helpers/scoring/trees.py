"""SQL text to sqlglot's tree, quietly."""

import logging

from sqlglot import exp, parse
from sqlglot.errors import SqlglotError

MAX_PARSED = 50_000  # characters


def parse_statement(sql: str) -> exp.Expression:
    """Parse exactly one statement in SQLite's dialect.

    Not covered: that sqlglot parses a text does not make it valid SQL; it accepts `SELECT FROM t` and `a::int`.

    Raises:
        ValueError: the text is not one statement, is longer than 50,000 characters, or is nested too deeply.
    """
    if len(sql) > MAX_PARSED:
        raise ValueError(f"Cannot parse {len(sql):,} characters of SQL; the limit is {MAX_PARSED:,}.")
    logger = logging.getLogger("sqlglot")
    disabled, logger.disabled = logger.disabled, True  # it warns of each statement that it does not know
    try:
        trees = [tree for tree in parse(sql, read="sqlite") if tree is not None and not isinstance(tree, exp.Semicolon)]
    except (SqlglotError, RecursionError) as error:
        raise ValueError(f"Cannot parse {sql!r} as SQL: {error}") from error
    finally:
        logger.disabled = disabled
    if len(trees) != 1:
        raise ValueError(f"Not one statement but {len(trees)}: {sql!r}.")
    return trees[0]


def parse_query(sql: str) -> exp.Query:
    """Parse exactly one query: a SELECT, a set operation, or either in parentheses.

    Raises:
        ValueError: the text is not one query that sqlglot can parse.
    """
    tree = parse_statement(sql)
    if not isinstance(tree, exp.Query):
        raise ValueError(f"Not a query: {sql!r}. Expected one SELECT.")
    return tree
