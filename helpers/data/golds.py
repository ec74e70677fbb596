"""Whether a row's own query runs on its own schema, or on the rows that gretel ships with it as INSERT statements."""

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import sqlglot
from sqlglot.errors import SqlglotError

from helpers.files import write_whole
from helpers.hosts import cache_folder
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.queries import check_many, run_many
from helpers.scoring.execution.sandbox import Limits, Result, explain
from helpers.scoring.execution.schemas import lasting, statements
from helpers.scoring.execution.sql import quiet

_ALLOWED = re.compile(r"\s*(CREATE\s+(TEMP\w*\s+)?(TABLE|VIEW)|INSERT\s+INTO)\b", re.IGNORECASE)
_CREATE = re.compile(r"\s*CREATE\b", re.IGNORECASE)
_CHANGING = re.compile(r"\b(now|random|rand|newid|uuid|curdate)\s*\(|\bcurrent_(date|time|timestamp)\b|'now'", re.IGNORECASE)
_RANDOM = re.compile(r"\brandom\s*\(", re.IGNORECASE)
FAULTY = "whose query does not run on its own schema"
COMPILING = Limits(max_rows=1, max_steps=1_000_000, timeout=5.0)
_COMPUTES = re.compile(r"\b(?:AS|CHECK)\b|\bDEFAULT\s*\(", re.IGNORECASE)
SECONDS = 5.0  # for a row's script and query
_STEPS = 5_000_000  # of SQLite's virtual machine, for one script or one query
_QUERY = re.compile(r"(?:[\s(;]|--[^\n]*(?:\n|$)|/\*.*?\*/)*+(?:(SELECT|WITH|VALUES)\b|(\w*))", re.IGNORECASE | re.DOTALL)
_SIGNS = re.compile(r"""'[^']*'|"[^"]*"|`[^`]*`|\[[^]]*\]|--[^\n]*|/\*.*?\*/|[()]""", re.DOTALL)
_CHANGES = set("ALTER BEGIN CALL COMMIT COPY CREATE DELETE DROP GRANT INSERT MERGE REPLACE ROLLBACK SET TRUNCATE UPDATE VACUUM".split())
CHANGING, NO_QUERY = "that change data instead of asking, such as INSERT", "whose query is none: no SELECT, WITH or VALUES"


class LeftOut(Counter):
    """Count the rows that are left out, by reason; `first` says of each reason which row of the file is the first, and its fault."""

    def __init__(self):
        super().__init__()
        self.first: dict[str, str] = {}
        self.shown = 0  # rows that are kept and show their database's schema, for their own names no table
        self._numbers: dict[str, int] = {}

    def add(self, reason: str, row: dict, fault: str = "") -> None:
        """Count one row. Rows come in any order."""
        self[reason] += 1
        if row["number"] < self._numbers.get(reason, row["number"] + 1):
            self._numbers[reason] = row["number"]
            self.first[reason] = ": ".join(filter(None, (row["place"], fault)))


def no_query(sql: str) -> str:
    """Say why a text is no query, or "". Comments and parentheses may stand before the first word."""
    asks, word = _QUERY.match(sql).groups()
    return "" if asks else CHANGING if (word or "").upper() in _CHANGES else NO_QUERY


def unwrapped(sql: str) -> str:
    """Take away parentheses around a whole query, which SQLite refuses, up to three pairs.

    >>> unwrapped("((SELECT a FROM t WHERE b = ')'))"), unwrapped("(SELECT 1) UNION (SELECT 2)")
    ("SELECT a FROM t WHERE b = ')'", '(SELECT 1) UNION (SELECT 2)')
    """
    for _ in range(3):
        sql = _without_pair(sql)
    return sql


def _without_pair(sql: str) -> str:
    opened = depth = 0
    for sign in _SIGNS.finditer(sql):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        opened = opened or sign.end() * (sign[0] == "(")
        if opened > _QUERY.match(sql).start(1):
            break  # the first parenthesis stands inside the query
        if opened and depth == 0:
            return sql[opened:-1].strip() if sign.end() == len(sql) else sql
    return sql


def first_that_run(rows: list[dict], count: int, left_out: LeftOut, with_rows: bool = False) -> list[dict]:
    """Take rows until there are enough of which the query runs; give test rows of gretel the rows that their context inserts."""
    taken: list[dict] = []
    for row in rows:
        if 0 <= count <= len(taken):
            break
        shipped = "INSERT" in row["schema"].upper()
        sql = running_query(row["schema"], row["sql"]) if shipped else row["sql"]
        fault = gold_fault(row) if not (shipped and sql) else ""
        if fault or not sql:
            left_out.add(FAULTY, row, fault or "it runs in no dialect that is tried, or its answer changes with the day")
        else:
            taken.append({**(with_shipped_rows(row, keep=with_rows) if shipped else row), "sql": sql})
    return taken


def gold_fault(row: dict) -> str:
    """Say why a record's own query cannot run on its own database, or on an empty one made from its schema; or "".

    Where the row came with `both`, it must run on either: a prompt shows the schema. A schema that may compute something while it
    is made (of AS, CHECK or DEFAULT) is made in a process that can be ended.
    """
    if _RANDOM.search(_SIGNS.sub(lambda sign: sign[0] if sign[0] in "()" else " ", row["sql"])):
        return "forbidden: random() gives another answer each time"
    for database in [row.get("database", "")] + [""] * row.get("both", False):
        job = database, row["schema"], row["sql"]
        if not database and _COMPUTES.search(row["schema"]):
            with closing(check_many([job], timeout=COMPILING.timeout, workers=1)) as results:
                result = next(results)
        else:
            result = explain(*job, COMPILING)
        if result.error:
            return result.message if result.message.startswith(result.error) else f"{result.error}: {result.message}"
    return ""


def runtime_faults(rows: Iterable[dict]) -> list[str]:
    """Say which records' queries compile on their own database and fail when they run, and why."""
    jobs = [(row["database"], row["sql"]) for row in rows]
    with closing(run_many(jobs, cached=True)) as results:
        return [f"{sql[:80]}: {result.message}" for (_, sql), result in zip(jobs, results, strict=True) if result.error]


def running_query(script: str, sql: str) -> str:
    """Return a row's query as SQLite runs it on the rows of its script, translated if need be; "" where it cannot be used.

    That is where script or query fails in every reading, takes too long, or gives another answer from day to day. Whatever a row
    holds is run in a process of its own.
    """
    if _CHANGING.search(sql):
        return ""
    with closing(dispatch([(script, sql, SECONDS)], 1, program=__name__)) as answers:
        _, result = next(answers)
    return result.rows[0][0] if result.rows else ""


def answer(job: tuple) -> Result:
    script, sql, _ = job
    with suppress(sqlite3.Error), closing(sqlite3.connect(":memory:")) as connection:
        _fill(connection, script)
        for text in _readings(sql):
            with suppress(sqlite3.Error, sqlite3.Warning, OverflowError):
                connection.execute(text).fetchmany(1)
                return Result([(text.rstrip("; "),)], 1)
    return Result(None, error="other")


def with_shipped_rows(row: dict, keep: bool) -> dict:
    """Return a record whose schema is the CREATE statements alone; with `keep`, its shipped rows lie in a file named by `database`.

    The INSERT statements are left out of the schema: a model is asked from the tables, and the prompt stays short.
    """
    script = row["schema"]
    schema = ";\n".join(text.strip().rstrip(";") for text in statements(script) if _CREATE.match(text))
    return {**row, "schema": schema, "database": str(_file(script)) if keep else row["database"]}


def _file(script: str) -> Path:
    """Return the SQLite file of a script in the cache folder, and make it if it is not there."""
    path = cache_folder() / "shipped" / f"{hashlib.sha256(script.encode()).hexdigest()[:24]}.sqlite"
    if not path.exists():
        with closing(sqlite3.connect(":memory:")) as connection:
            _fill(connection, script)
            write_whole(path, connection.serialize())
    return path


def _fill(connection: sqlite3.Connection, script: str) -> None:
    """Run a script's CREATE and INSERT statements alone, a second time as translated; raise sqlite3.Error where no reading of it runs."""
    budget = iter(range(_STEPS // 10_000))
    connection.set_progress_handler(lambda: next(budget, None) is None, 10_000)
    failure: sqlite3.Error | None = None
    for text in _readings(script):
        try:
            with connection:
                connection.execute("BEGIN")
                for statement in statements(text):
                    if _ALLOWED.match(statement):
                        connection.execute(lasting(statement))
            return
        except sqlite3.Error as error:
            failure = failure or error
    raise failure


def _readings(script: str) -> Iterator[str]:
    """Yield a script as it is, then translated as if it were PostgreSQL's or MySQL's."""
    yield script
    for dialect in ("postgres", "mysql"):
        with suppress(SqlglotError, RecursionError, ValueError):
            with quiet():
                translated = ";\n".join(sqlglot.transpile(script, read=dialect, write="sqlite")) + ";"
            yield translated
