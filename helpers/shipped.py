"""Rows that a data set ships as INSERT statements beside its CREATE statements: a small database is made of them."""

import hashlib
import logging
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlglot
from sqlglot.errors import SqlglotError

from helpers.hosts import cache_folder
from helpers.scoring.schemas import statements

_ALLOWED = re.compile(r"\s*(CREATE\s+(TEMP\w*\s+)?(TABLE|VIEW)|INSERT\s+INTO)\b", re.IGNORECASE)
_CREATE = re.compile(r"\s*CREATE\b", re.IGNORECASE)
_CHANGING = re.compile(r"\b(now|random|rand|newid|uuid|current_date|current_time|current_timestamp|curdate)\b|'now'", re.IGNORECASE)
_STEPS = 5_000_000  # of SQLite's virtual machine, for one script or one query


def shipped_fault(script: str, sql: str) -> str:
    """Say why a row cannot be used, or "": its script or its query fails, or its answer changes from day to day."""
    if _CHANGING.search(sql):
        return "the answer changes with the day or by chance"
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            _fill(connection, script)
            connection.execute(sql).fetchmany(1)
    except (sqlite3.Error, sqlite3.Warning, OverflowError) as error:
        return str(error)
    return ""


def with_shipped_rows(row: dict, keep: bool) -> dict:
    """Return a record whose schema is the CREATE statements alone; with `keep`, its shipped rows lie in a file named by `database`.

    The INSERT statements are left out of the schema: a model is asked from the tables, and the prompt stays short.
    """
    script = row["schema"]
    schema = ";\n".join(text.strip().rstrip(";") for text in statements(script) if _CREATE.match(text))
    return {**row, "schema": schema, "database": str(_file(script)) if keep else row["database"]}


def _file(script: str) -> Path:
    """Return the SQLite file of a script in the cache folder, and make it if it is not there."""
    folder = cache_folder() / "shipped"
    path = folder / f"{hashlib.sha256(script.encode()).hexdigest()[:24]}.sqlite"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=folder, suffix=".part")
        os.close(handle)
        with closing(sqlite3.connect(unfinished)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            _fill(connection, script)
            connection.commit()
        os.replace(unfinished, path)
    return path


def _fill(connection: sqlite3.Connection, script: str) -> None:
    """Run a script's CREATE and INSERT statements, and nothing else of it; a second time as translated from other dialects.

    Raises:
        sqlite3.Error: no reading of the script runs.
    """
    budget = iter(range(_STEPS // 10_000))
    connection.set_progress_handler(lambda: next(budget, None) is None, 10_000)
    failure: sqlite3.Error | None = None
    for text in _readings(script):
        try:
            with connection:
                connection.execute("BEGIN")
                for statement in statements(text):
                    if _ALLOWED.match(statement):
                        connection.execute(statement)
            return
        except sqlite3.Error as error:
            failure = failure or error
    raise failure


def _readings(script: str) -> Iterator[str]:
    """Yield a script as it is, then translated as if it were PostgreSQL's or MySQL's."""
    yield script
    logger = logging.getLogger("sqlglot")
    for dialect in ("postgres", "mysql"):
        disabled, logger.disabled = logger.disabled, True  # it warns of each statement that it does not know
        try:
            translated = ";\n".join(sqlglot.transpile(script, read=dialect, write="sqlite")) + ";"
        except (SqlglotError, RecursionError, ValueError):
            continue
        finally:
            logger.disabled = disabled
        yield translated
