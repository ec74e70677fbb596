"""DuckDB, an optional extra: how its schema is read, and the process that runs queries on one file, which it only reads."""

import itertools
import os
import re
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from helpers import UserError
from helpers.scoring.execution.sandbox import MAX_RESULT, MAX_SQL, Result
from helpers.scoring.execution.worker import serve

MEMORY = "700MB"  # of what DuckDB accounts for; what it does not (printf, lists made into text) the system bounds:
PROCESS_MEMORY = 3 * 2**29  # bytes of address space for the whole process, of which it takes half a GiB by starting
COMPILE = -1  # in place of the most rows: the query is compiled and not run
START = 5.0  # seconds to open the file, on a busy machine
_open: dict = {}  # connections by path
# Whatever a model writes: no file but this one, no network, no extension, nothing spilled beside the file, no variable of ours.
_CONFIG = {
    "access_mode": "READ_ONLY", "enable_external_access": "false", "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false", "allow_community_extensions": "false", "python_enable_replacements": "false",
    "memory_limit": MEMORY, "temp_directory": "", "threads": "1",
}  # fmt: skip
PLAIN = set(
    "BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT FLOAT DOUBLE VARCHAR BLOB".split()
)
# A table outside the schema `main` is named with its schema: `core.bars`.
_NAME = "CASE WHEN {0}schema_name = 'main' THEN {0}table_name ELSE {0}schema_name || '.' || {0}table_name END"
# A row a column: table, name, type, whether in the primary key, whether of a view, its schema ("" for `main`).
_COLUMNS = f"""SELECT {_NAME.format("c.")}, c.column_name, c.data_type, EXISTS (SELECT 1 FROM duckdb_constraints() AS k WHERE
    k.constraint_type = 'PRIMARY KEY' AND k.table_oid = c.table_oid AND list_contains(k.constraint_column_names, c.column_name)),
    EXISTS (SELECT 1 FROM duckdb_views() AS v WHERE v.view_oid = c.table_oid),
    CASE WHEN c.schema_name = 'main' THEN '' ELSE c.schema_name END
    FROM duckdb_columns() AS c WHERE NOT c.internal AND c.database_name = current_database()
    ORDER BY c.schema_name <> 'main', c.schema_name, c.table_oid, c.column_index"""
# A row a foreign key: table, its columns, the other table, its columns; names of columns are joined by NUL.
_LINKS = f"""SELECT {_NAME.format("")}, array_to_string(constraint_column_names, chr(0)),
    CASE WHEN schema_name = 'main' THEN referenced_table ELSE schema_name || '.' || referenced_table END,
    array_to_string(referenced_column_names, chr(0)) FROM duckdb_constraints()
    WHERE constraint_type = 'FOREIGN KEY' AND database_name = current_database() ORDER BY table_oid, constraint_index"""


def read_tables(path: Path, run_all: Callable) -> tuple[dict, dict[str, str]]:
    """Return a file's tables by name, and what cannot be read and why, by its `Database.run_all`. Raise UserError if it is damaged."""
    from helpers.ask.schema import Table  # the process that runs queries does without
    from helpers.scoring.execution.schemas import Column, Link

    if "?" in str(path):
        raise UserError(f"DuckDB cannot open {path}: it takes what stands behind the ? for settings. Rename the file.")
    (columns, _), (links, _) = run_all([_COLUMNS, _LINKS], 10.0, 1_000_000)
    if fault := columns.message or links.message:
        raise UserError(f"The schema of {path} cannot be read: {fault}. It may be damaged: take a fresh copy.")
    tables, unreadable = {}, {}
    for name, column, kind, key, view, schema in columns.rows:
        known = tables.get(name, Table(name, (), view=view, schema=schema))
        if known.schema != schema:
            unreadable[name] = "two tables are called so: one is in a schema, and the other has a dot in its name"
        if schema.lower() == path.stem.lower():
            unreadable[name] = "its schema is called as the file is, which DuckDB cannot tell apart: rename the file"
        tables[name] = replace(known, columns=(*known.columns, Column(column, kind, key)))
    views = [name for name, table in tables.items() if table.view]
    tried = run_all([f"SELECT * FROM {tables[name].sql} LIMIT 0" for name in views], 2.0, 1, 10.0)
    unreadable |= {name: result.message for name, (result, _) in zip(views, tried, strict=True) if result.error not in ("", "timeout")}
    tables = {name: table for name, table in tables.items() if name not in unreadable}
    for name, own, other, targets in links.rows:
        if name in tables and other in tables:
            link = Link(tuple(own.split("\0")), other, tuple(targets.split("\0")))
            tables[name] = replace(tables[name], links=(*tables[name].links, link))
    return tables, unreadable


def main() -> None:
    """Answer jobs for `pool.dispatch`: (path, query, most rows, whether more of this file follow, seconds, seconds with opening it)."""
    import duckdb  # noqa: F401  here, so that no query's time pays for it

    os.environ.clear()  # no home, no token
    sys.stdout = os.fdopen(os.dup(1), "w")
    for number in (1, 2):  # DuckDB prints a bar of progress after two seconds
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    serve(_run, PROCESS_MEMORY)


def _run(job: tuple) -> Result:
    import duckdb

    path, sql, max_rows, more, seconds, _ = job
    try:
        if path not in _open:
            _open[path] = duckdb.connect(path, read_only=True, config=_CONFIG)
            _open[path].execute("SET lock_configuration = true")
    except duckdb.Error as error:
        return _fault("damaged", _first_line(error))
    clock = threading.Timer(seconds, _open[path].interrupt)
    clock.start()
    result = _answer(_open[path], sql, max_rows, seconds)
    clock.cancel()
    if not more:
        _open.pop(path).close()  # an open file is locked for those that write
    return result


def _answer(connection, sql: str, max_rows: int, seconds: float) -> Result:
    import duckdb

    try:
        if len(sql) > MAX_SQL:
            return _fault("too long", f"the statement has {len(sql):,} characters, the limit is {MAX_SQL:,}")
        sql.encode()  # a lone surrogate is no text
        statements = connection.extract_statements(sql)
        if len(statements) != 1:
            return _fault("several statements", f"one statement is run at a time, and these are {len(statements)}")
        pivots = statements[0].type == duckdb.StatementType.MULTI and re.search(r"\bpivot\b", sql, re.IGNORECASE)  # finds its columns first
        if statements[0].type != duckdb.StatementType.SELECT and not pivots:
            return _fault("not a query", f"{statements[0].type.name} does not ask for rows")
        return _rows(connection, sql, max_rows)
    except UnicodeError:
        return _fault("syntax", "the statement holds a character that SQL cannot hold")
    except duckdb.InterruptException:
        return _fault("timeout", f"stopped after {seconds:g} s")
    except duckdb.PermissionException as error:
        return _fault("forbidden", _first_line(error))
    except (duckdb.OutOfMemoryException, MemoryError):
        return _fault("too long", f"the query needs more than {MEMORY} of memory")
    except duckdb.ParserException as error:
        return _fault("syntax", _first_line(error))
    except (duckdb.Error, RuntimeError, ValueError) as error:
        return _fault("too long" if "bad_alloc" in str(error) else "other", _first_line(error))


def _rows(connection, sql: str, max_rows: int) -> Result:
    """Fetch the rows, every value that is no number, text, truth or bytes as the text that DuckDB writes for it."""
    answer = connection.sql(sql)
    if max_rows == COMPILE:
        return Result([])
    names = tuple(name[:200] for name in answer.columns)
    kinds = enumerate(map(str, answer.types), 1)
    wanted = (f"#{place}" if kind in PLAIN else f"CAST(#{place} AS VARCHAR)" for place, kind in kinds)
    cursor = connection.execute(answer.limit(max_rows + 1).project(", ".join(wanted)).sql_query())
    rows, size = [], 0
    while batch := cursor.fetchmany(100):
        rows += batch
        size += sum(map(sys.getsizeof, itertools.chain(*batch)))  # a character may take four bytes
        if len(rows) > max_rows:
            return _fault("too many rows", f"more than {max_rows:,} rows")
        if size > MAX_RESULT:
            return _fault("too long", f"the result is larger than {MAX_RESULT:,} bytes")
    return Result(rows, len(names), names=names, size=size)


def _fault(error: str, message: str) -> Result:
    return Result(None, error=error, message=message)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]
