"""A database of your own, SQLite or DuckDB: what is in it, and queries on it, without a change to a byte of it."""

import codecs
import importlib.util
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers import UserError
from helpers.ask import duckdb_file
from helpers.ask.schema import Table
from helpers.scoring.execution.pool import SQL, dispatch
from helpers.scoring.execution.queries import checked_file
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.schemas import Link, columns_of, file_uri, links_of, quote, relations

SECONDS = 10.0  # one query's time
MAX_ROWS = 10_000  # of a result
_PROGRAMS = {"sqlite": SQL, "duckdb": duckdb_file.__name__}  # that run queries
_STEPS = 10_000_000_000  # on a database of one's own the clock is the bound: it need not give the same verdict everywhere
_OPENING = 5.0  # seconds, after which no further view is read: each may hold thousands of others
_SAMPLED = 1_000  # rows of a table that are looked at for values, fewer of a wide one:
_CELLS = 100_000
_KEPT: dict[tuple, dict] = {}  # the values of the databases asked last, by file and time of change
_HOT_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"  # how a journal begins that a writer has not finished with


@dataclass(frozen=True)
class Database:
    """A file that was read: its engine ("sqlite" or "duckdb"), its tables by name, and what in it cannot be asked about and why."""

    path: Path
    engine: str
    tables: dict[str, Table]
    unreadable: dict[str, str] = field(default_factory=dict)

    def run(self, sql: str, seconds: float = SECONDS, max_rows: int = MAX_ROWS) -> tuple[Result, list[str]]:
        """Run one query in a process of its own, read-only and within limits; return its result and its columns' names.

        Raise UserError where the file is gone or damaged, another program is changing it, or the package duckdb is missing.
        """
        return next(self.run_all([sql], seconds, max_rows))

    def compile(self, sql: str) -> Result:
        """Let the engine compile a query without running it; the rows are empty."""
        return self.run(sql, max_rows=duckdb_file.COMPILE)[0]

    def run_all(
        self, statements: list[str], seconds: float, max_rows: int = MAX_ROWS, total: float = 1e9
    ) -> Iterator[tuple[Result, list[str]]]:
        """Run queries as `run` does, one after the other, each for `seconds` and all for `total`; what comes too late is a timeout."""
        _checked(self.path)
        if self.engine == "duckdb" and importlib.util.find_spec("duckdb") is None:
            raise UserError(f"{self.path} is a DuckDB file, and the package duckdb is not installed. Run `pip install duckdb`.")
        ends, ran = time.monotonic() + total, 0
        with closing(dispatch(self._jobs(statements, seconds, max_rows), 1, program=_PROGRAMS[self.engine])) as answers:
            for _, result in answers:
                ran += 1
                yield self._understood(result), list(result.names)
                if time.monotonic() > ends:
                    break
        for _ in statements[ran:]:
            yield Result(None, error="timeout", message=f"not run: the {total:g} s for all of them were over"), []

    def _jobs(self, statements: list[str], seconds: float, max_rows: int) -> Iterator[tuple]:
        for number, sql in enumerate(statements, 1):
            if self.engine == "sqlite":
                yield str(self.path), "", sql, max_rows != duckdb_file.COMPILE and "any", max_rows, _STEPS, seconds
            else:
                more, opening = number < len(statements), duckdb_file.START * (number == 1)
                yield str(self.path), sql, max_rows, more, seconds, seconds + opening

    def _understood(self, result: Result) -> Result:
        if result.error == "damaged":
            held = re.search(r"\block", result.message)  # a block of a damaged file is none
            advice = "Close the program that uses it" if held else "It may be damaged, encrypted, or of a newer release"
            raise UserError(f"The database {self.path} cannot be read: {result.message}. {advice}.")
        if result.error == "other" and result.message.startswith("the process"):
            return replace(result, error="too long", message=f"{result.message}, as it does when memory is short")
        return result

    def samples(self, count: int) -> dict[str, dict[str, list]]:
        """Return up to `count` different short values of each column of each table, out of its first thousand rows.

        One query a table, six seconds for all, views last; a table that is too slow has none. Values are kept until the file changes.
        """
        return self._read(_SAMPLED, lambda table, rows: _different(table, rows, count), ("values", count))

    def first_rows(self, count: int) -> dict[str, list[tuple]]:
        """Return the first rows of each table, with long texts cut; the limits are those of `samples`."""
        return self._read(count, lambda table, rows: rows, ("rows", count))

    def _read(self, most: int, keep: Callable[[Table, list[tuple]], object], what: tuple) -> dict:
        status = self.path.stat()
        key = (self.path, status.st_ino, status.st_mtime_ns, status.st_size, *what)
        if key not in _KEPT:
            tables = sorted(self.tables.values(), key=lambda table: table.view)
            results = self.run_all([_first_rows(table, self.engine, most) for table in tables], 1.0, _SAMPLED, 6.0)
            _KEPT[key] = {table.name: keep(table, result.rows or []) for table, (result, _) in zip(tables, results, strict=True)}
            if len(_KEPT) > 3:
                del _KEPT[next(iter(_KEPT))]
        return _KEPT[key]


def _first_rows(table: Table, engine: str, most: int) -> str:
    """Return the query for a table's first rows, with long texts cut and no bytes."""
    shown = []
    for column in table.columns:
        name, kind = quote(column.name), column.type
        if engine == "sqlite":
            shown.append(f"CASE typeof({name}) WHEN 'text' THEN substr({name}, 1, 100) WHEN 'blob' THEN NULL ELSE {name} END")
        elif kind == "BLOB":
            shown.append("NULL")
        else:
            shown.append(name if kind in duckdb_file.PLAIN - {"VARCHAR"} else f"left(CAST({name} AS VARCHAR), 100)")
    rows = min(most, max(10, _CELLS // max(1, len(shown))))
    return f"SELECT {', '.join(shown)} FROM {table.sql} LIMIT {rows}"


def _different(table: Table, rows: list[tuple], count: int) -> dict[str, list]:
    columns = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    return {
        name: list(dict.fromkeys(value for value in values if value is not None))[:count]
        for name, values in zip(table.names, columns, strict=True)
    }


def open_database(path: Path | str) -> Database:
    """Read the schema of a SQLite or DuckDB file; nothing is written, not even beside it.

    Not covered: attached databases, temporary tables, and what an unfinished transaction has not yet written. Raise UserError where there
    is no such file, or it is a folder, no database, one without tables, damaged, or in use by a program that writes.
    """
    if "://" in str(path):
        raise UserError("The database is an address, and files are asked here, not servers. Name a SQLite or DuckDB file.")
    try:
        path = Path(path).expanduser()
        engine = _checked(path)
    except (RuntimeError, ValueError) as error:  # no such user, a NUL
        raise UserError(f"{str(path)!r} is no path: {error}. Name a SQLite or DuckDB file.") from None
    path = path.resolve()
    if engine == "duckdb":
        tables, unreadable = duckdb_file.read_tables(path, Database(path, engine, {}).run_all)
    else:
        try:
            tables, unreadable = _sqlite_tables(path)
        except sqlite3.Error as error:
            raise UserError(f"The database {path} cannot be read: {error}. It may be damaged: take a fresh copy.") from None
    if not tables:
        why = f" that can be read ({'; '.join(f'{name}: {reason}' for name, reason in list(unreadable.items())[:3])})" if unreadable else ""
        raise UserError(f"The database {path} holds no tables{why}, so there is nothing to ask. Name the file that has your data.")
    return Database(path, engine, tables, unreadable)


def _checked(path: Path) -> str:
    """Return the engine of a file that can be read safely now, or say what is wrong with it."""
    try:
        if path.is_dir():
            raise UserError(f"{path} is a folder, not a database. Name the file in it.")
        if path.exists() and not path.is_file():
            raise UserError(f"{path} is no regular file but a pipe, a socket or a device. Name a SQLite or DuckDB file.")
        with path.open("rb") as file:
            head = file.read(20)
    except FileNotFoundError:
        raise UserError(f"There is no file {path}. Check the path of the database.") from None
    except OSError as error:
        raise UserError(f"The database {path} cannot be opened: {error.strerror}. Check the path and who may read it.") from None
    path = path.resolve()  # what is written beside a file is named after the file itself, not after a link to it
    if not head:
        raise UserError(f"The database {path} is empty: it holds no tables. Name the file that has your data.")
    if head[8:12] == b"DUCK":
        _refuse_unfinished(path, path.with_name(f"{path.name}.wal"), "run CHECKPOINT on it")
        return "duckdb"
    if head[:16] != b"SQLite format 3\0":
        text = "A csv file has to be imported first, and so has a dump: sqlite3 new.db < dump.sql."
        advice = text if _is_text(head) else "It may be encrypted, packed or damaged: name a plain file."
        raise UserError(f"{path} is no SQLite and no DuckDB file: it starts with {head[:16]!r}. {advice}")
    _refuse_busy_sqlite(path, logs=head[18:19] == b"\2")
    checked_file(path)  # or a file whose last page was cut would be read up to there
    return "sqlite"


def _refuse_busy_sqlite(path: Path, logs: bool) -> None:
    """Refuse a SQLite file that somebody is writing to. `logs` says whether it keeps a write-ahead log."""
    _refuse_unfinished(path, path.with_name(f"{path.name}-wal"), "run `PRAGMA wal_checkpoint(TRUNCATE)` on it")
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.read_bytes()[:8] == _HOT_JOURNAL:
        _refuse_unfinished(path, journal, "let it finish its transaction")
    if logs:
        return
    try:  # a lock says whether somebody is writing
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error as error:  # what is damaged, the reader says
        if "locked" in str(error):
            raise UserError(f"The database {path} is locked by a program that writes to it. Close that program first.") from None


def _is_text(head: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)  # its last character may be cut
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\t\r\n" for character in text)


def _refuse_unfinished(path: Path, log: Path, advice: str) -> None:
    if log.exists() and log.stat().st_size:
        why = f"has changes in {log.name} that are not yet in the file itself"
        raise UserError(f"The database {path} {why}. Close the program that uses it, or {advice}.")


def _sqlite_tables(path: Path) -> tuple[dict[str, Table], dict[str, str]]:
    tables, unreadable = {}, {}
    with closing(sqlite3.connect(file_uri(path), uri=True)) as connection:
        connection.text_factory = lambda value: value.decode(errors="replace")
        ends = time.monotonic() + _OPENING
        for name, kind, _ in relations(connection):
            try:
                if kind == "view":
                    if time.monotonic() > ends:
                        raise sqlite3.OperationalError("the views of this file take too long to be read")
                    connection.execute(f"EXPLAIN SELECT * FROM {quote(name)}")  # its columns may be listed and its query refused
                columns, links = columns_of(connection, name), links_of(connection, name)
                if not columns:
                    raise sqlite3.OperationalError("its name is no text in UTF-8")
            except sqlite3.Error as error:
                unreadable[name] = str(error)
                continue
            hidden = tuple(each.name for each in columns if each.hidden == 1)
            hidden += (name, "rank", "docid") * (kind == "virtual")  # of full text
            shown = tuple(column for column in columns if column.hidden != 1)
            tables[name] = Table(name, shown, tuple(links), kind == "view", hidden=hidden)
    return {name: replace(table, links=_resolved(table.links, tables)) for name, table in tables.items()}, unreadable


def _resolved(links: tuple[Link, ...], tables: dict[str, Table]) -> tuple[Link, ...]:
    """Write the tables' names as they are created, give a key without target columns those of the other table, drop what dangles."""
    by_name = {name.lower(): table for name, table in tables.items()}
    resolved = []
    for link in links:
        if other := by_name.get(link.table.lower()):
            key = sorted((column for column in other.columns if column.key), key=lambda column: column.key)
            resolved.append(Link(link.columns, other.name, link.targets or tuple(column.name for column in key)))
    return tuple(resolved)
