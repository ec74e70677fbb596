"""A query in another SQL dialect, and back to SQLite's, where it can be run."""

import logging

import sqlglot
from sqlglot.errors import SqlglotError

from helpers.errors import UserError
from helpers.prompts import DIALECTS
from helpers.scoring.normalize import normalize_sql


def to_dialect(sql: str, dialect: str) -> str:
    """Write a SQLite query in another dialect, or return "" where it would not mean the same when it is brought back.

    Raises:
        UserError: the dialect is unknown.

    >>> to_dialect("SELECT name FROM singer WHERE age > 5 LIMIT 3", "postgres")
    'SELECT name FROM singer WHERE age > 5 LIMIT 3'
    """
    if dialect not in DIALECTS:
        raise UserError(f"There is no dialect {dialect!r}. Known: {', '.join(DIALECTS)}.")
    if dialect == "sqlite":
        return sql
    there = _transpiled(sql, "sqlite", dialect)
    return there if there and normalize_sql(_transpiled(there, dialect, "sqlite")) == normalize_sql(sql) else ""


def to_sqlite(sql: str, dialect: str) -> str:
    """Write a query of another dialect as SQLite takes it; what cannot be read stays as it is, for SQLite to reject."""
    return sql if dialect == "sqlite" else _transpiled(sql, dialect, "sqlite") or sql


def _transpiled(sql: str, source: str, target: str) -> str:
    logger = logging.getLogger("sqlglot")
    disabled, logger.disabled = logger.disabled, True  # it warns of each function that it does not know
    try:
        written = sqlglot.transpile(sql, read=source, write=target)
    except (SqlglotError, RecursionError, ValueError):
        return ""
    finally:
        logger.disabled = disabled
    return written[0] if len(written) == 1 else ""
