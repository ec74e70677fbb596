"""SQL text to sqlglot's tree, quietly."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlglot import exp, parse
from sqlglot.errors import SqlglotError

MAX_PARSED = 50_000  # characters

_COMMENT = re.compile(r"""('(?:[^']|'')*'?|"(?:[^"]|"")*"?|`[^`]*`?|\[[^\]]*\]?)|--[^\n]*|/\*.*?(?:\*/|$)""", re.DOTALL)


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

    Not covered: that sqlglot parses a text does not make it valid SQL; it accepts `SELECT FROM t` and `a::int`.

    Raises:
        ValueError: the text is not one statement, is longer than 50,000 characters, or is nested too deeply.
    """
    if len(sql) > MAX_PARSED:
        raise ValueError(f"Cannot parse {len(sql):,} characters of SQL; the limit is {MAX_PARSED:,}.")
    try:
        with quiet():
            trees = parse(without_comments(sql), read="sqlite")
    except (SqlglotError, RecursionError) as error:
        raise ValueError(f"Cannot parse {sql!r} as SQL: {error}") from error
    trees = [tree for tree in trees if tree is not None and not isinstance(tree, exp.Semicolon)]
    if len(trees) != 1:
        raise ValueError(f"Not one statement but {len(trees)}: {sql!r}.")
    return _negations_outside(trees[0])


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
    """Parse exactly one query: a SELECT, a set operation, or either in parentheses.

    Raises:
        ValueError: the text is not one query that sqlglot can parse.
    """
    tree = parse_statement(sql)
    if not isinstance(tree, exp.Query):
        raise ValueError(f"Not a query: {sql!r}. Expected one SELECT.")
    return tree
