"""A database of your own, SQLite or DuckDB: what is in it, and queries on it, without a change to a byte of it."""

import codecs
import sqlite3
import stat
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers import UserError
from helpers.ask import duckdb_file
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.schemas import quote

SECONDS = 10.0  # one query's time
MAX_ROWS = 10_000  # of a result
_STEPS = 10_000_000_000  # on a database of one's own the clock is the bound: it need not give the same verdict everywhere
_SAMPLED = 1_000  # rows of a table that are looked at for values, fewer of a wide one:
_CELLS = 100_000
_KEPT: "OrderedDict[tuple, dict]" = OrderedDict()  # the values of the databases asked last, by file and time of change
_HOT_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"  # how a journal begins that a writer has not finished with


@dataclass(frozen=True)
class Column:
    """One column: its name, the type it was declared with, and whether it is in the primary key."""

    name: str
    type: str
    key: bool = False


@dataclass(frozen=True)
class Link:
    """A foreign key: these columns refer to those of another table."""

    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table or view, named with its schema where that is not the main one. `hidden` columns can be asked for but are not shown."""

    name: str
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()
    view: bool = False
    whole: bool = True  # False where columns were left out
    hidden: tuple[str, ...] = ()
    schema: str = ""  # that `name` begins with

    @property
    def names(self) -> list[str]:
        """Return the names of its columns."""
        return [column.name for column in self.columns]

    @property
    def sql(self) -> str:
        """Return its name as every engine takes it."""
        return self.written(quote)

    def written(self, spell: Callable[[str], str], name: str = "") -> str:
        """Return its name, or that of another table of its schema, spelled by a function that puts names in quotes."""
        name = name or self.name
        return f"{spell(self.schema)}.{spell(name[len(self.schema) + 1 :])}" if self.schema else spell(name)

    def only(self, names: set[str]) -> "Table":
        """Return the table with these columns only, in their order."""
        columns = tuple(column for column in self.columns if column.name in names)
        links = tuple(link for link in self.links if set(link.columns) <= names)
        return replace(self, columns=columns, links=links, whole=False)


@dataclass(frozen=True)
class Database:
    """A file that was read: its engine ("sqlite" or "duckdb"), its tables by name, and what in it cannot be asked about and why."""

    path: Path
    engine: str
    tables: dict[str, Table]
    unreadable: dict[str, str] = field(default_factory=dict)

    def run(self, sql: str, seconds: float = SECONDS, max_rows: int = MAX_ROWS) -> tuple[Result, list[str]]:
        """Run one query in a process of its own, read-only and within limits; return its result and its columns' names.

        Raises:
            UserError: the file is no longer there, or another program is changing it.
        """
        return next(self.run_all([sql], seconds, max_rows))

    def run_all(
        self, statements: list[str], seconds: float, max_rows: int = MAX_ROWS, total: float = 1e9
    ) -> Iterator[tuple[Result, list[str]]]:
        """Run queries as `run` does, in one process, each for `seconds` and all for `total`; what comes too late is a timeout."""
        _checked(self.path)
        if self.engine == "duckdb":
            yield from duckdb_file.run_all(self.path, statements, seconds, max_rows, total)
            return
        ends = time.monotonic() + total
        for sql in statements:
            if (left := ends - time.monotonic()) <= 0:
                yield Result(None, error="timeout", message=f"not run: the {total:g} s for all of them were over"), []
                continue
            with closing(dispatch([(str(self.path), "", sql, "any", max_rows, _STEPS, min(seconds, left))], 1)) as answers:
                _, result = next(answers)
            if result.error == "damaged":
                raise UserError(f"The database {self.path} cannot be read: {result.message}. Take a fresh copy.")
            yield result, list(result.names)

    def samples(self, count: int, seconds: float = 6.0) -> dict[str, dict[str, list]]:
        """Return up to `count` different short values of each column of each table, out of its first thousand rows.

        One query a table, `seconds` for all, views last; a table that is too slow has none. Values are kept until the file changes.
        """
        return self._read(_SAMPLED if count > 0 else 0, seconds, lambda table, rows: _different(table, rows, count), ("values", count))

    def first_rows(self, count: int, seconds: float = 6.0) -> dict[str, list[tuple]]:
        """Return the first rows of each table, with long texts cut; the limits are those of `samples`."""
        return self._read(count, seconds, lambda table, rows: rows, ("rows", count))

    def _read(self, most: int, seconds: float, keep: Callable[[Table, list[tuple]], object], what: tuple) -> dict:
        status = self.path.stat()
        key = (self.path, status.st_ino, status.st_mtime_ns, status.st_size, *what)
        if key not in _KEPT:
            tables = sorted(self.tables.values(), key=lambda table: table.view) if most else []
            results = self.run_all([_first_rows(table, self.engine, most) for table in tables], seconds / 6, _SAMPLED, seconds)
            _KEPT[key] = {table.name: keep(table, result.rows or []) for table, (result, _) in zip(tables, results, strict=True)}
            while len(_KEPT) > 3:
                _KEPT.popitem(last=False)
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

    Not covered: attached databases, temporary tables, and what an unfinished transaction has not yet written.

    Raises:
        UserError: no such file, a folder, no database, one without tables, damaged, or in use by a program that writes.
    """
    try:
        path = Path(path).expanduser()
        engine = _checked(path)
    except (RuntimeError, ValueError) as error:  # no such user, a NUL
        raise UserError(f"{str(path)!r} is no path: {error}. Name a SQLite or DuckDB file.") from None
    path = path.resolve()
    if engine == "duckdb":
        tables, unreadable = _duckdb_tables(path)
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
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserError(f"{path} is a folder, not a database. Name the file in it.")
        if not stat.S_ISREG(mode):
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
        advice = "A csv file has to be imported first." if _is_text(head) else "It may be encrypted, packed or damaged: name a plain file."
        raise UserError(f"{path} is no SQLite and no DuckDB file: it starts with {head[:16]!r}. {advice}")
    _refuse_unfinished(path, path.with_name(f"{path.name}-wal"), "run `PRAGMA wal_checkpoint(TRUNCATE)` on it")
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.read_bytes()[:8] == _HOT_JOURNAL:
        _refuse_unfinished(path, journal, "let it finish its transaction")
    if head[18] == 1:  # without a write-ahead log, a lock says whether somebody is writing
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
                connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise UserError(f"The database {path} is locked by a program that writes to it. Close that program first.") from None
        except sqlite3.Error:
            pass  # damaged: the reader says so
    return "sqlite"


def _is_text(head: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)  # its last character may be cut
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\t\r\n" for character in text)


def _refuse_unfinished(path: Path, log: Path, advice: str) -> None:
    if log.exists() and log.stat().st_size:
        raise UserError(
            f"The database {path} has changes in {log.name} that are not yet in the file itself. "
            f"Close the program that uses it, or {advice}."
        )


def _sqlite_tables(path: Path) -> tuple[dict[str, Table], dict[str, str]]:
    tables, unreadable = {}, {}
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = lambda value: value.decode(errors="replace")
        try:
            shadows = {row[1] for row in connection.execute("PRAGMA table_list") if row[2] == "shadow"}
        except sqlite3.Error:  # a module that is not there
            shadows = set()
        found = connection.execute("SELECT name, sql, type FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid").fetchall()
        for name, statement, kind in found:
            if name.startswith("sqlite_") or name in shadows:
                continue
            try:
                rows = connection.execute(f"PRAGMA table_xinfo({quote(name)})").fetchall()
                links = connection.execute(f"PRAGMA foreign_key_list({quote(name)})").fetchall()
            except sqlite3.Error as error:
                unreadable[name] = str(error)
                continue
            columns = tuple(Column(row[1], " ".join((row[2] or "").split()), bool(row[5])) for row in rows if row[6] != 1)  # 1: hidden
            virtual = "VIRTUAL" in statement[:20].upper()  # of a full-text table, its own name is a column too
            hidden = tuple(row[1] for row in rows if row[6] == 1) + ((name, "rank", "docid") if virtual else ())
            tables[name] = Table(name, columns, _sqlite_links(links), kind == "view", hidden=hidden)
    keys = {name: tuple(column.name for column in table.columns if column.key) for name, table in tables.items()}
    return {name: replace(table, links=_resolved(table.links, keys)) for name, table in tables.items()}, unreadable


def _sqlite_links(rows: list[tuple]) -> tuple[Link, ...]:
    grouped: dict[int, list[tuple]] = {}
    for number, place, table, column, target, *_ in rows:
        grouped.setdefault(number, []).append((place, table, column, target))
    links = []
    for parts in grouped.values():
        parts.sort()
        targets = tuple(part[3] for part in parts if part[3])
        links.append(Link(tuple(part[2] for part in parts), parts[0][1], targets))
    return tuple(reversed(links))  # SQLite lists the last one first


def _resolved(links: tuple[Link, ...], keys: dict[str, tuple[str, ...]]) -> tuple[Link, ...]:
    """Write the tables' names as they are created, give a key without target columns those of the other table, drop what dangles."""
    names = {name.lower(): name for name in keys}
    kept = [replace(link, table=names[link.table.lower()]) for link in links if link.table.lower() in names]
    return tuple(replace(link, targets=link.targets or keys[link.table]) for link in kept)


def _duckdb_tables(path: Path) -> tuple[dict[str, Table], dict[str, str]]:
    tables: dict[str, Table] = {}
    columns, links = duckdb_file.schema(path)
    for table, column, kind, key, view, place in columns:
        known = tables.get(table, Table(table, (), view=view, schema=place))
        tables[table] = replace(known, columns=(*known.columns, Column(column, kind, key)))
    for table, own, other, targets in links:
        if table in tables and other in tables:
            tables[table] = replace(tables[table], links=(*tables[table].links, Link(tuple(own), other, tuple(targets))))
    views = [name for name, table in tables.items() if table.view]
    tried = duckdb_file.run_all(path, [f"SELECT * FROM {tables[name].sql} LIMIT 0" for name in views], 2.0, 1, SECONDS)
    unreadable = {name: result.message for name, (result, _) in zip(views, tried, strict=True) if result.error not in ("", "timeout")}
    return {name: table for name, table in tables.items() if name not in unreadable}, unreadable
