"""One statement a model wrote, run read-only and within bounds, in this process.

`queries` is the front door: it runs this module in worker processes, because a single long call inside SQLite
(one `LIKE` over a megabyte) can only be stopped by ending the process. Standard library only, so that workers start fast.
"""

import itertools
import re
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field

from helpers.scoring.execution.schemas import create_tables, file_uri, quote

MAX_SQL = 50_000  # characters
MAX_READ = 20_000_000  # bytes of one value or stored row that a statement may meet; what it makes, the heap limit bounds too
MAX_VALUE = 2_000_000  # bytes of one value that it returns
MAX_RESULT = 32_000_000  # bytes that a result takes in memory: a character beyond U+FFFF makes each of its text take four
MAX_TABLES = 64_000_000  # bytes of the tables that a schema makes
EVERY = 10_000  # steps between two looks at the budget

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_READ,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 4 * MAX_SQL + 100,  # bytes
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 500,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1_000_000,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
# What SQLite does itself to open json_each or a full-text table. Nobody can write to sqlite_master this way.
OPENING = {(sqlite3.SQLITE_UPDATE, "sqlite_master"), (sqlite3.SQLITE_PRAGMA, "data_version")}
_DENIED = {"load_extension", "randomblob", "zeroblob", "readfile", "writefile", "edit", "fts3_tokenizer", "fts5", "sqlite_log"}
# Tables that every database has and no question is about: pages and sizes of the file, statements of the connection.
_INNER_TABLES = {"dbstat", "sqlite_dbpage", "sqlite_stmt"}
# Denied where rows are compared, not where validity is asked: a verdict on a random answer does not hold a second time.
_RANDOM = {"random"}

_FIRST_WORD = re.compile(r"(?:[\s;]+|--[^\n]*+|/\*.*?(?:\*/|\Z))*+(\w*)", re.DOTALL)
_UNFIT = re.compile("[\0\ud800-\udfff]")  # the end of a C string, and halves of characters
_NOT_QUERIES = set("ALTER ANALYZE ATTACH BEGIN COMMIT CREATE DELETE DETACH DROP END EXPLAIN INSERT PRAGMA REINDEX RELEASE REPLACE "
                   "ROLLBACK SAVEPOINT UPDATE VACUUM".split())  # fmt: skip
_LARGE_VALUE = f"a value of the result is larger than {MAX_VALUE:,} bytes"
_LARGE_RESULT = f"the result is larger than {MAX_RESULT:,} bytes"
_CLASSES = [  # of SQLite's messages; the first that is found names the class
    ("no such table", r"^no such table"),
    ("no such column", r"^no such column|^cannot join using column"),
    ("no such function", r"^no such function|^unknown function"),
    ("ambiguous column", r"^ambiguous column"),
    ("aggregate misuse", r"^misuse of|^aggregate functions are not|^a GROUP BY clause is|^HAVING clause"),
    ("several statements", r"one statement at a time"),
    ("forbidden", r"not authorized|^authorization denied|is prohibited$|readonly database|^too many attached"),
    ("timeout", r"^interrupted$"),
    ("syntax", r"syntax error|^incomplete input|^unrecognized token"),
    ("too long", r"too (big|long|large|complex)|^out of memory|^parser stack|^too many (terms|col)|^at most"),
    ("damaged", r"^file is not a database|image is malformed$|^malformed database|^unable to open|^disk I/O error|locked$"),
]


@dataclass(frozen=True)
class Result:
    """What one statement returned: its rows, or the class of its error and a message that names the fault.

    The classes: syntax, no such table, no such column, no such function, ambiguous column, aggregate misuse, not a query,
    several statements, forbidden, timeout, too many rows, too long, empty, other.
    """

    rows: list[tuple] | None  # None exactly where `error` is not ""
    columns: int = 0
    error: str = ""
    message: str = ""
    names: tuple[str, ...] = ()  # of the columns, as SQLite calls them
    size: int = field(default=0, compare=False)  # bytes that the rows take in memory


def failed(error: str, message: str) -> Result:
    """Return the result of a statement that failed."""
    return Result(None, error=error, message=message)


@dataclass(frozen=True)
class Limits:
    """How much one statement may do: rows returned, steps of SQLite's virtual machine, seconds."""

    max_rows: int
    max_steps: int
    timeout: float


def execute(database: str, sql: str, limits: Limits, random: bool = False) -> Result:
    """Run one query on a SQLite file and return its rows; nothing a model can write raises or writes.

    The file is opened read-only and immutable, so that no journal appears beside it; only reading is authorized; steps,
    seconds, rows, and the sizes of values and results are bounded. `random` lets `random()` through: where nothing is compared.
    Not covered: one long call inside SQLite runs on past the timeout, and only a worker bounds the memory of a sort.
    The class "damaged" speaks of the file, not of the query: callers raise it.
    """
    return _attempt(database, "", sql, limits, _DENIED if random else _DENIED | _RANDOM)


def explain(database: str, schema: str, sql: str, limits: Limits) -> Result:
    """Compile one query without running it, on a SQLite file or, where that is "", on tables made from CREATE statements.

    Whether SQLite can compile a query is what validity means here. The rows are always empty.
    The class "schema" speaks of the CREATE statements, not of the query.
    """
    return _attempt(database, schema, sql, limits, _DENIED, compiling=True)


def _attempt(database: str, schema: str, sql: str, limits: Limits, denied: set[str], compiling: bool = False) -> Result:
    """Refuse what needs no database to be refused, run the rest, and turn whatever goes wrong into a Result."""
    if refusal := _refuse(sql):
        return refusal
    try:
        with closing(_open(database, limits)) as connection:
            if not database:
                try:
                    connection.execute(f"PRAGMA max_page_count={MAX_TABLES // 4096}")
                    create_tables(connection, schema)
                except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
                    return failed("schema", str(error))
            # What full-text and rtree tables of a file prepare to be opened is theirs, not the statement's.
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'").fetchall():
                with suppress(sqlite3.Error):  # of a module that this SQLite lacks
                    connection.execute(f"SELECT 1 FROM {quote(name)} LIMIT 0")
            refusals = _guard(connection, denied)
            result = _fetch(connection, sql.strip("; \t\r\n"), limits, compiling)
            # SQLite says only "not authorized": the authorizer knows what was asked for.
            return refusals[0] if refusals and result.error == "forbidden" else result
    except (MemoryError, RecursionError) as error:
        return failed("too long", f"out of memory ({type(error).__name__})")
    except sqlite3.Error as error:
        return _failure(str(error), limits)


def _refuse(sql: str) -> Result | None:
    if len(sql) > MAX_SQL:
        return failed("too long", f"the statement has {len(sql):,} characters, the limit is {MAX_SQL:,}")
    first = _FIRST_WORD.match(sql)
    if first.start(1) == len(sql):
        return failed("empty", "there is no statement")
    if _UNFIT.search(sql):
        return failed("syntax", "the statement holds a character that SQL cannot hold")
    word = first[1].upper()
    if word in _NOT_QUERIES:
        return failed("not a query", f"{word} does not ask for rows")
    if word == "QUERY":  # asked whether it compiles, SQLite would read EXPLAIN QUERY PLAN
        return failed("syntax", 'near "QUERY": syntax error')
    return None


def _open(database: str, limits: Limits) -> sqlite3.Connection:
    """Connect to a file, or to a new database in memory, on which whatever runs stops at the budget."""
    connection = sqlite3.connect(file_uri(database) if database else ":memory:", uri=True, isolation_level=None)
    connection.text_factory = _text_reader()
    connection.execute("PRAGMA temp_store=MEMORY")  # a large sort writes no temporary file
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    deadline = time.monotonic() + limits.timeout
    looks = itertools.count(1)
    connection.set_progress_handler(lambda: next(looks) > limits.max_steps // EVERY or time.monotonic() > deadline, EVERY)
    return connection


class _TooLargeError(Exception):
    """A result that is not read to its end."""


def _text_reader() -> Callable[[bytes], str]:
    """Return what makes texts of bytes, of which a file may hold any, and gives up, in the middle of a row, before they fill the memory."""
    left = MAX_RESULT

    def read(value: bytes) -> str:
        nonlocal left
        if len(value) > MAX_VALUE:
            raise _TooLargeError(_LARGE_VALUE)
        text = value.decode(errors="replace")
        left -= sys.getsizeof(text)
        if left < 0:
            raise _TooLargeError(_LARGE_RESULT)
        return text

    return read


def _guard(connection: sqlite3.Connection, denied: set[str]) -> list[Result]:
    """Allow only reading from now on. Return the list of what gets refused."""
    refusals: list[Result] = []

    def authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in denied:
            refusal = "forbidden", f"the function {second} is not allowed"
        elif action == sqlite3.SQLITE_READ and (first or "").lower() in _INNER_TABLES:
            refusal = "forbidden", f"the table {first} is not allowed"
        elif action in READING or (action, first) in OPENING:
            return sqlite3.SQLITE_OK
        elif action == sqlite3.SQLITE_PRAGMA:
            refusal = "forbidden", f"the pragma {first} is not allowed"
        else:
            refusal = "not a query", "the statement changes the database"
        refusals.append(failed(*refusal))
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(authorize)
    return refusals


def _fetch(connection: sqlite3.Connection, sql: str, limits: Limits, compiling: bool) -> Result:
    try:
        if compiling:
            connection.execute(f"EXPLAIN {sql}").close()
            return Result([])
        cursor = connection.execute(sql)
        rows, size = [], 0
        for row in cursor:
            if len(rows) == limits.max_rows:
                return failed("too many rows", f"more than {limits.max_rows:,} rows")
            size += sys.getsizeof(row) + sum(map(sys.getsizeof, row))
            if any(isinstance(value, bytes) and len(value) > MAX_VALUE for value in row):
                raise _TooLargeError(_LARGE_VALUE)
            if size > MAX_RESULT:
                raise _TooLargeError(_LARGE_RESULT)
            rows.append(row)
        if cursor.description is None:
            return failed("not a query", "the statement returns no rows")
        names = tuple(column[0][:200] for column in cursor.description)
        return Result(rows, columns=len(names), names=names, size=size)
    except _TooLargeError as error:
        return failed("too long", str(error))
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        return _failure(str(error), limits)


def _failure(message: str, limits: Limits) -> Result:
    error = next((name for name, pattern in _CLASSES if re.search(pattern, message)), "other")
    if error == "timeout":
        message = f"stopped after {limits.max_steps:,} steps or {limits.timeout:g} s"
    return failed(error, message)
