"""DuckDB, an optional extra: schema and queries in a process of its own, which can be ended, locked to one file that it only reads."""

import contextlib
import importlib.util
import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from helpers import UserError
from helpers.scoring.execution.sandbox import MAX_RESULT, MAX_SQL, Result
from helpers.scoring.execution.worker import read, write

MEMORY = "700MB"  # of what DuckDB accounts for; what it does not (printf, lists made into text) the system bounds:
PROCESS_MEMORY = 3 * 2**29  # bytes of address space for the whole process, of which it takes half a GiB by starting
START = 60.0  # seconds for the process to start, on a busy machine
GRACE = 1.0  # seconds after a query's own time: then it is inside a call that only the process's end interrupts
# Whatever a model writes: no file but this one, no network, no extension, nothing spilled beside the file, no variable of ours.
_CONFIG = {
    "access_mode": "READ_ONLY", "enable_external_access": "false", "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false", "allow_community_extensions": "false", "python_enable_replacements": "false",
    "memory_limit": MEMORY, "temp_directory": "", "threads": "1",
}  # fmt: skip
_START = "import sys; sys.path[:0] = sys.argv[1:3]; from helpers.ask.duckdb_file import main; main()"
PLAIN = set(
    "BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT FLOAT DOUBLE VARCHAR BLOB".split()
)
_NAME = "CASE WHEN {0}schema_name = 'main' THEN {0}table_name ELSE {0}schema_name || '.' || {0}table_name END"
_COLUMNS = f"""SELECT {_NAME.format("c.")}, c.column_name, c.data_type, EXISTS (SELECT 1 FROM duckdb_constraints() AS k WHERE
    k.constraint_type = 'PRIMARY KEY' AND k.table_oid = c.table_oid AND list_contains(k.constraint_column_names, c.column_name)),
    EXISTS (SELECT 1 FROM duckdb_views() AS v WHERE v.view_oid = c.table_oid),
    CASE WHEN c.schema_name = 'main' THEN '' ELSE c.schema_name END
    FROM duckdb_columns() AS c WHERE NOT c.internal AND c.database_name = current_database()
    ORDER BY c.schema_name <> 'main', c.schema_name, c.table_oid, c.column_index"""
_LINKS = f"""SELECT {_NAME.format("")}, array_to_string(constraint_column_names, chr(0)),
    CASE WHEN schema_name = 'main' THEN referenced_table ELSE schema_name || '.' || referenced_table END,
    array_to_string(referenced_column_names, chr(0)) FROM duckdb_constraints()
    WHERE constraint_type = 'FOREIGN KEY' AND database_name = current_database() ORDER BY table_oid, constraint_index"""


def schema(path: Path) -> tuple[list, list]:
    """Return a file's columns (table, name, type, whether in the key, of a view, its schema) and foreign keys.

    A key is (table, columns, table, columns). A table outside the schema `main` is named with its schema: `core.bars`.

    Raises:
        UserError: the package duckdb is missing, or the file cannot be read.
    """
    (columns, _), (links, _) = run_all(path, [_COLUMNS, _LINKS], 10.0, 1_000_000)
    if columns.error or links.error:
        raise UserError(f"The schema of {path} cannot be read: {columns.message or links.message}. It may be damaged: take a fresh copy.")
    return columns.rows, [(table, own.split("\0"), other, targets.split("\0")) for table, own, other, targets in links.rows]


def run(path: Path, sql: str, seconds: float, max_rows: int) -> tuple[Result, list[str]]:
    """Run one query on a DuckDB file; return a Result, and the names of its columns.

    Raises:
        UserError: the package duckdb is missing, or the file cannot be read.
    """
    return next(run_all(path, [sql], seconds, max_rows))


def run_all(path: Path, statements: list[str], seconds: float, max_rows: int, total: float = 1e9) -> Iterator[tuple[Result, list[str]]]:
    """Run queries one after the other in one process, each for `seconds`, all for `total`, and yield what `run` returns.

    A query that ends the process does not end those behind it: they get another one.

    Raises:
        UserError: the package duckdb is missing, or the file cannot be read.
    """
    left, ends = list(statements), time.monotonic() + total
    while left and time.monotonic() < ends:
        with _process(path) as process:
            answer, late = _started(process, (str(path), left, max_rows, seconds))
            while answer is not None and left and time.monotonic() < ends:
                answer, late = _within(seconds + GRACE, process)
                if answer is not None:
                    left.pop(0)
                    rows, names, error, message = answer
                    yield Result(rows, len(names), error, message), names
        if answer is None and left:
            left.pop(0)
            yield _lost(late, seconds), []
    for _ in left:
        yield Result(None, error="timeout", message=f"not run: the {total:g} s for all of them were over"), []


def _lost(late: bool, seconds: float) -> Result:
    if late:
        return Result(None, error="timeout", message=f"stopped after {seconds:g} s")
    return Result(None, error="too long", message="the process that ran the query ended, as it does when memory is short")


@contextlib.contextmanager
def _process(path: Path) -> Iterator[subprocess.Popen]:
    spec = importlib.util.find_spec("duckdb")
    if spec is None or spec.origin is None:
        raise UserError(f"{path} is a DuckDB file, and the package duckdb is not installed. Run `pip install duckdb`.")
    places = [str(Path(__file__).resolve().parents[__name__.count(".")]), str(Path(spec.origin).parent.parent)]
    command = [sys.executable, "-I", "-c", _START, *places]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    own = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}  # no home, no token
    with subprocess.Popen(command, **pipes, env=own, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()
            with contextlib.suppress(OSError):  # what was not yet written to a process that is gone
                process.stdin.close()


def _started(process: subprocess.Popen, job: tuple) -> tuple[tuple | None, bool]:
    """Hand a process its job and wait until the file is open: a query's time counts from there."""
    try:
        write(process.stdin, job)
    except OSError:
        return None, False
    answer, late = _within(START, process)
    if answer:  # the file cannot be opened
        advice = "Close the program that uses it." if "set lock" in answer[0] else "It may be damaged, encrypted, or of a newer DuckDB."
        raise UserError(f"The DuckDB file {job[0]} cannot be read: {answer[0]}. {advice}")
    return answer, late


def _within(seconds: float, process: subprocess.Popen) -> tuple[tuple | None, bool]:
    """Read one value from the process: (value, False); (None, True) where the time ended first, (None, False) where the process did."""
    answers: queue.SimpleQueue = queue.SimpleQueue()

    def listen() -> None:
        try:
            answers.put(read(process.stdout))
        except (OSError, ValueError, EOFError):  # ended in the middle
            answers.put(None)

    threading.Thread(target=listen, daemon=True).start()
    try:
        return answers.get(timeout=seconds), False
    except queue.Empty:
        return None, True


def main() -> None:
    """Answer one job from standard input, (path, queries, most rows, seconds for each), with (rows, names, error, message) for each."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no `resource`; a system may forbid it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (PROCESS_MEMORY, PROCESS_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import duckdb

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # DuckDB prints a bar of progress after two seconds
    path, statements, max_rows, seconds = read(sys.stdin.buffer)
    try:
        connection = duckdb.connect(path, read_only=True, config=_CONFIG)
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        write(answers, (_first_line(error),))
        return
    write(answers, ())
    for sql in statements:
        clock = threading.Timer(seconds, connection.interrupt)
        clock.start()
        answer = _answer(connection, sql, max_rows, seconds)
        clock.cancel()
        write(answers, answer)


def _answer(connection, sql: str, max_rows: int, seconds: float) -> tuple:
    import duckdb

    try:
        if len(sql) > MAX_SQL:
            return None, [], "too long", f"the statement has {len(sql):,} characters, the limit is {MAX_SQL:,}"
        sql.encode()  # a lone surrogate is no text
        statements = connection.extract_statements(sql)
        if len(statements) != 1:
            return None, [], "several statements", f"one statement is run at a time, and these are {len(statements)}"
        pivots = statements[0].type == duckdb.StatementType.MULTI and re.search(r"\bpivot\b", sql, re.IGNORECASE)  # finds its columns first
        if statements[0].type != duckdb.StatementType.SELECT and not pivots:
            return None, [], "not a query", f"{statements[0].type.name} does not ask for rows"
        return _rows(connection, sql, max_rows)
    except UnicodeError:
        return None, [], "syntax", "the statement holds a character that SQL cannot hold"
    except duckdb.InterruptException:
        return None, [], "timeout", f"stopped after {seconds:g} s"
    except duckdb.PermissionException as error:
        return None, [], "forbidden", _first_line(error)
    except (duckdb.OutOfMemoryException, MemoryError):
        return None, [], "too long", f"the query needs more than {MEMORY} of memory"
    except duckdb.ParserException as error:
        return None, [], "syntax", _first_line(error)
    except (duckdb.Error, RuntimeError, ValueError) as error:
        return None, [], "too long" if "bad_alloc" in str(error) else "other", _first_line(error)


def _rows(connection, sql: str, max_rows: int) -> tuple:
    """Fetch the rows, every value that is no number, text, truth or bytes as the text that DuckDB writes for it."""
    answer = connection.sql(sql)
    names = [name[:200] for name in answer.columns]
    kinds = enumerate(map(str, answer.types), 1)
    wanted = (f"#{place}" if kind in PLAIN else f"CAST(#{place} AS VARCHAR)" for place, kind in kinds)
    cursor = connection.execute(answer.limit(max_rows + 1).project(", ".join(wanted)).sql_query())
    rows, size = [], 0
    while batch := cursor.fetchmany(100):
        rows += batch
        size += sum(32 + len(value) if isinstance(value, str | bytes) else 32 for row in batch for value in row)
        if len(rows) > max_rows:
            return None, [], "too many rows", f"more than {max_rows:,} rows"
        if size > MAX_RESULT:
            return None, [], "too long", f"the result is larger than {MAX_RESULT:,} bytes"
    return rows, names, "", ""


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]
