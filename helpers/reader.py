"""A database of your own, SQLite or DuckDB: what is in it, and queries on it, without a change to a byte of it."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers import duck
from helpers.errors import UserError
from helpers.scoring.execution import Result, run_query

SECONDS = 10.0  # one query's time
MAX_ROWS = 10_000  # of a result
_STEPS = 10_000_000_000  # on a database of one's own the clock is the bound: it need not give the same verdict everywhere
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
    """One table or view. `statement` is what it was created with, "" for a view or where columns were left out."""

    name: str
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()
    statement: str = ""

    def only(self, names: set[str]) -> "Table":
        """Return the table with these columns only, in their order."""
        columns = tuple(column for column in self.columns if column.name in names)
        links = tuple(link for link in self.links if set(link.columns) <= names)
        return replace(self, columns=columns, links=links, statement="")


@dataclass(frozen=True)
class Database:
    """A file that was read: its engine ("sqlite" or "duckdb"), its tables by name, and what in it cannot be asked about and why."""

    path: Path
    engine: str
    tables: dict[str, Table]
    unreadable: dict[str, str] = field(default_factory=dict)

    def run(self, sql: str, seconds: float = SECONDS, max_rows: int = MAX_ROWS) -> tuple[Result, list[str]]:
        """Run one query in a process of its own, read-only and within limits; return its result and, of DuckDB, its columns' names.

        Raises:
            UserError: the file is no longer there, or another program is changing it.
        """
        _checked(self.path)
        if self.engine == "duckdb":
            return duck.run(self.path, sql, seconds, max_rows)
        return run_query(self.path, sql, max_steps=_STEPS, timeout=seconds, max_rows=max_rows), []

    def samples(self, table: Table, count: int, seconds: float = 2.0) -> dict[str, list]:
        """Return up to `count` different values of each column, out of the first thousand rows; of a slow table, none."""
        found = {}
        for column in table.columns if count > 0 else ():
            name = quoted(column.name)
            inner = f"SELECT {name} FROM {quoted(table.name)} WHERE {name} IS NOT NULL LIMIT 1000"
            result, _ = self.run(f"SELECT DISTINCT {name} FROM ({inner}) AS first_rows LIMIT {int(count)}", seconds)
            found[column.name] = [row[0] for row in result.rows or []]
            if result.error == "timeout":
                break
        return found


def open_database(path: Path | str) -> Database:
    """Read the schema of a SQLite or DuckDB file; nothing is written, not even beside it.

    Not covered: attached databases, temporary tables, and what an unfinished transaction has not yet written.

    Raises:
        UserError: no such file, a folder, no database, one without tables, damaged, or in use by a program that writes.
    """
    path = Path(path).expanduser()
    engine = _checked(path)
    path = path.resolve()
    if engine == "duckdb":
        tables, unreadable = _duckdb_tables(path), {}
    else:
        try:
            tables, unreadable = _sqlite_tables(path)
        except sqlite3.Error as error:
            raise UserError(f"The database {path} cannot be read: {error}. It may be damaged: take a fresh copy.") from None
    if not tables:
        raise UserError(f"The database {path} holds no tables, so there is nothing to ask. Name the file that has your data.")
    return Database(path, engine, tables, unreadable)


def quoted(name: str) -> str:
    """Write a name as SQL takes it, in quotes only where it needs them."""
    return name if re.fullmatch(r"[A-Za-z_]\w*", name) and name.upper() not in _RESERVED else '"' + name.replace('"', '""') + '"'


def _checked(path: Path) -> str:
    """Return the engine of a file that can be read safely now, or say what is wrong with it."""
    if path.is_dir():
        raise UserError(f"{path} is a folder, not a database. Name the file in it.")
    try:
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
        raise UserError(f"{path} is no SQLite and no DuckDB file: it starts with {head[:16]!r}. A csv file has to be imported first.")
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
                rows = connection.execute(f"PRAGMA table_xinfo({_always_quoted(name)})").fetchall()
                links = connection.execute(f"PRAGMA foreign_key_list({_always_quoted(name)})").fetchall()
            except sqlite3.Error as error:
                unreadable[name] = str(error)
                continue
            columns = tuple(Column(row[1], row[2] or "", bool(row[5])) for row in rows if row[6] != 1)  # 1: hidden
            created = statement if kind == "table" and "VIRTUAL" not in statement[:20].upper() else ""
            tables[name] = Table(name, columns, _sqlite_links(links), created)
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


def _duckdb_tables(path: Path) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    columns, links = duck.schema(path)
    for table, column, kind, key in columns:
        known = tables.get(table, Table(table, ()))
        tables[table] = replace(known, columns=(*known.columns, Column(column, kind, key)))
    for table, own, other, targets in links:
        if table in tables and other in tables:
            tables[table] = replace(tables[table], links=(*tables[table].links, Link(tuple(own), other, tuple(targets))))
    return tables


def _always_quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


_RESERVED = set(
    "ADD ALL ALTER AND AS ASC BETWEEN BY CASE CAST CHECK COLLATE COLUMN COMMIT CREATE CROSS DEFAULT DELETE DESC DISTINCT DROP ELSE END "
    "EXCEPT EXISTS FOREIGN FROM FULL GROUP HAVING IN INDEX INNER INSERT INTERSECT INTO IS ISNULL JOIN KEY LEFT LIKE LIMIT NATURAL NOT "
    "NOTNULL NULL OFFSET ON OR ORDER OUTER PRIMARY REFERENCES RIGHT SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING "
    "VALUES WHEN WHERE WITH WINDOW".split()
)  # fmt: skip
