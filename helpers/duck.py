"""DuckDB, an optional extra: schema and queries in a process of its own, which can be ended, locked to one file that it only reads."""

import importlib.util
import queue
import subprocess
import sys
import threading
from pathlib import Path

from helpers.errors import UserError
from helpers.scoring.sandbox import MAX_RESULT, Result
from helpers.scoring.worker import read, write

MEMORY = "1GB"
START = 60.0  # seconds for the process to start, on a busy machine
# Whatever a model writes: no file but this one, no network, no extension, nothing spilled beside the file, no variable of ours.
_CONFIG = {
    "access_mode": "READ_ONLY", "enable_external_access": "false", "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false", "allow_community_extensions": "false", "python_enable_replacements": "false",
    "memory_limit": MEMORY, "temp_directory": "", "threads": "2",
}  # fmt: skip
_START = "import sys; sys.path[:0] = sys.argv[1:3]; from helpers.duck import main; main()"
_COLUMNS = """SELECT c.table_name, c.column_name, c.data_type, EXISTS (SELECT 1 FROM duckdb_constraints() AS k WHERE
    k.constraint_type = 'PRIMARY KEY' AND k.table_oid = c.table_oid AND list_contains(k.constraint_column_names, c.column_name))
    FROM duckdb_columns() AS c WHERE NOT c.internal AND c.schema_name = 'main' AND c.database_name = current_database()
    ORDER BY c.table_oid, c.column_index"""
_LINKS = """SELECT table_name, constraint_column_names, referenced_table, referenced_column_names FROM duckdb_constraints()
    WHERE constraint_type = 'FOREIGN KEY' AND schema_name = 'main' ORDER BY table_oid, constraint_index"""


def schema(path: Path) -> tuple[list, list]:
    """Return a file's columns (table, name, type, whether in the key) and foreign keys (table, columns, table, columns).

    Raises:
        UserError: the package duckdb is missing, or the file cannot be read.
    """
    columns, _ = run(path, _COLUMNS, 10.0, 100_000, ours=True)
    links, _ = run(path, _LINKS, 10.0, 100_000, ours=True)
    return columns.rows or [], links.rows or []


def run(path: Path, sql: str, seconds: float, max_rows: int, ours: bool = False) -> tuple[Result, list[str]]:
    """Run one query on a DuckDB file; return a Result, and the names of its columns.

    `ours` lets through the functions that list the catalog.

    Raises:
        UserError: the package duckdb is missing, or the file cannot be read.
    """
    spec = importlib.util.find_spec("duckdb")
    if spec is None or spec.origin is None:
        raise UserError(f"{path} is a DuckDB file, and the package duckdb is not installed. Run `pip install duckdb`.")
    places = [str(Path(__file__).resolve().parent.parent), str(Path(spec.origin).parent.parent)]
    command = [sys.executable, "-I", "-c", _START, *places]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **pipes, start_new_session=True) as process:
        try:
            write(process.stdin, (str(path), sql, max_rows, ours))
            opened = _within(START, process)  # the query's time counts from where the file is open
            answer = _within(seconds, process) if opened == () else opened
        except OSError:
            answer = None
        late = process.poll() is None and answer is None
        process.kill()
    if late:
        return Result(None, error="timeout", message=f"stopped after {seconds:g} s"), []
    if answer is None:
        return Result(None, error="too long", message="the process that ran the query ended, as it does when memory is short"), []
    rows, names, error, message = answer
    if error == "damaged":
        advice = "Close the program that uses it." if "lock" in message else "It may be damaged, or of a newer DuckDB than the installed."
        raise UserError(f"The DuckDB file {path} cannot be read: {message}. {advice}")
    return Result(rows, len(names), error, message), names


def main() -> None:
    """Answer one job from standard input: (path, sql, most rows, whether it is ours) to (rows, names, error, message)."""
    import duckdb

    path, sql, max_rows, ours = read(sys.stdin.buffer)
    try:
        connection = duckdb.connect(path, read_only=True, config=_CONFIG)
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        write(sys.stdout.buffer, (None, [], "damaged", _first_line(error)))
    else:
        write(sys.stdout.buffer, ())
        write(sys.stdout.buffer, _answer(connection, sql, max_rows, ours))


def _answer(connection, sql: str, max_rows: int, ours: bool) -> tuple:
    import duckdb

    try:
        statements = connection.extract_statements(sql)
        if len(statements) != 1:
            return None, [], "several statements", f"one statement is run at a time, and these are {len(statements)}"
        if statements[0].type != duckdb.StatementType.SELECT:
            return None, [], "not a query", f"{statements[0].type.name} does not ask for rows"
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        rows, size = [], 0
        while batch := cursor.fetchmany(500):
            rows += [tuple(value if ours else _plain(value) for value in row) for row in batch]
            size += sum(32 + len(value) for row in rows[-len(batch) :] for value in row if isinstance(value, str | bytes))
            if len(rows) > max_rows:
                return None, [], "too many rows", f"more than {max_rows:,} rows"
            if size > MAX_RESULT:
                return None, [], "too long", f"the result is larger than {MAX_RESULT:,} bytes"
        return rows, names, "", ""
    except duckdb.PermissionException as error:
        return None, [], "forbidden", _first_line(error)
    except (duckdb.OutOfMemoryException, MemoryError):
        return None, [], "too long", f"the query needs more than {MEMORY} of memory"
    except duckdb.ParserException as error:
        return None, [], "syntax", _first_line(error)
    except (duckdb.Error, RuntimeError, ValueError) as error:
        return None, [], "other", _first_line(error)


def _plain(value: object) -> object:
    """Turn what marshal and a table cannot hold into a number or a text."""
    import decimal

    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if value is None or isinstance(value, bool | int | float | str | bytes) else str(value)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]


def _within(seconds: float, process: subprocess.Popen) -> tuple | None:
    """Read one value from the process; None where it ended, or where the time did."""
    answers: queue.SimpleQueue = queue.SimpleQueue()

    def listen() -> None:
        try:
            answers.put(read(process.stdout))
        except (OSError, ValueError, EOFError):  # ended in the middle
            answers.put(None)

    threading.Thread(target=listen, daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        return None
