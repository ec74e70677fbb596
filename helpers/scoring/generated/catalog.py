"""What a schema says of its tables, read from SQLite after running the DDL; and one database of them, filled again and again.

The database stays in this process, for gold queries and their mutants only: predictions run in workers (`execution.queries`). A
query has been parsed as one SELECT and compiled under an authorizer that allows only reading before it is run. Not covered: one
long call inside SQLite; `generated.verdicts` has a process for it.
"""

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import zip_longest

from sqlglot import exp

from helpers.scoring.execution.sandbox import OPENING, READING, Result
from helpers.scoring.execution.schemas import MAX_STEPS, columns_of, links_of, open_memory, quote, relations
from helpers.scoring.execution.sql import NUMBER, conjuncts, evaluate, number, on_value, parse_statement

Place = tuple[str, str]  # a table and a column of it, in lower case
Rows = dict[str, list[tuple]]  # of each table, by its lower-case name

MAX_ROWS = 2_000  # of an answer: the tables hold few
NUMBERS = ("integer", "rowid", "real", "truth")  # kinds of columns

_EVERY = 10_000
_KINDS = {  # of values, by a pattern in the declared type; the first that is found counts
    "BOOL|BIT": "truth",
    "DATETIME|TIMESTAMP": "moment",
    r"\ATIME\b": "time",
    "DATE|TIME": "date",
    r"\A(?!.*\(\s*\d+\s*,\s*[1-9]).*(INT|NUM|YEAR|SERIAL)": "integer",
    "REAL|FLOA|DOUB|DEC|MONEY|NUM": "real",
}
_FAILURES = (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError)


@dataclass
class Table:
    """One table: its name as written, its columns by lower-case name (as written, kind), and its keys in lower case."""

    name: str
    columns: dict[str, tuple[str, str]]
    unique: list[tuple[str, ...]] = field(default_factory=list)
    parents: dict[str, Place] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)  # columns that take no NULL
    computed: set[str] = field(default_factory=set)  # generated columns: they take no values
    untyped: set[str] = field(default_factory=set)  # columns without a type: they hold what a query compares them with
    checks: dict[str, list[str]] = field(default_factory=dict)  # a column's CHECKs, as conditions on VALUE


def read_catalog(schema: str) -> dict[str, Table]:
    """Run a schema's CREATE statements on an empty database and read back its tables, by lower-case name.

    Raise sqlite3.Error where SQLite refuses a statement.
    """
    with closing(open_memory(schema)) as connection:
        listed = relations(connection)
        catalog = {name.lower(): _read(connection, name, statement) for name, kind, statement in listed if kind == "table"}
    for table in catalog.values():
        own = [(column, parent) for column, parent in table.parents.items() if column in table.columns]
        table.parents = {column: target for column, parent in own if (target := _target(catalog, parent))}
    return catalog


def _read(connection: sqlite3.Connection, name: str, statement: str) -> Table:
    listed = columns_of(connection, name)
    columns = [column for column in listed if not column.hidden]
    key = sorted((column.key, column.name.lower()) for column in columns if column.key)
    table = Table(name, {}, checks=_checks(statement))
    table.computed = {column.name.lower() for column in listed if column.hidden in (2, 3)}
    table.filled = {column.name.lower() for column in columns if column.filled or column.key}
    table.untyped = {column.name.lower() for column in columns if not column.type}
    for column in columns:
        # A lone INTEGER PRIMARY KEY is the row's number: it takes whole numbers and nothing else.
        row_number = column.key and len(key) == 1 and column.type.upper() == "INTEGER"
        table.columns[column.name.lower()] = (column.name, "rowid" if row_number else kind(column.type))
    _add_unique(table, [column for _, column in key])
    for _, index, unique, *_ in connection.execute(f"PRAGMA index_list({quote(name)})").fetchall():
        indexed = [row[2] for row in connection.execute(f"PRAGMA index_info({quote(index)})")]
        if unique and all(indexed):
            _add_unique(table, [column.lower() for column in indexed])
    for link in reversed(links_of(connection, name)):  # where a column has several, the first counts
        for column, target in zip_longest(link.columns, link.targets, fillvalue=""):
            table.parents[column.lower()] = (link.table.lower(), target.lower())
    return table


def _checks(statement: str) -> dict[str, list[str]]:
    """Return the CHECK constraints that are about one column, or what AND joins in them, by its name."""
    found: dict[str, list[str]] = {}
    if "check" not in statement.lower():
        return found
    with suppress(ValueError):  # what sqlglot does not read
        tree = parse_statement(statement)
        columns = {column.name.lower() for column in tree.find_all(exp.ColumnDef)}
        for check in list(tree.find_all(exp.CheckColumnConstraint, exp.Check)):
            for part in conjuncts(check.this.unnest()):
                for text in [column for column in part.find_all(exp.Column) if column.name.lower() not in columns]:
                    text.replace(exp.Literal.string(text.name))  # in double quotes, or a collation
                if condition := on_value(part):
                    found.setdefault(part.find(exp.Column).name.lower(), []).append(condition)
    return found


def _add_unique(table: Table, columns: list[str]) -> None:
    if columns and table.columns.keys() >= {*columns} and tuple(columns) not in table.unique:
        table.unique.append(tuple(columns))


def _target(catalog: dict[str, Table], parent: Place) -> Place | None:
    """Find the column that a foreign key names; REFERENCES without a column means the parent's primary key."""
    table = catalog.get(parent[0])
    if table is None:
        return None
    if not parent[1]:
        return (parent[0], table.unique[0][0]) if table.unique and len(table.unique[0]) == 1 else None
    return parent if parent[1] in table.columns else None


def kind(declared: str) -> str:
    """Name the kind of values that suits a declared type: integer, real, text, date, time, moment (a day and a time) or truth.

    >>> [kind(name) for name in ("INT", "VARCHAR(20)", "NUMERIC(8,2)", "DATETIME", "BOOLEAN", "TIME")]
    ['integer', 'text', 'real', 'moment', 'truth', 'time']
    """
    return next((kind for pattern, kind in _KINDS.items() if re.search(pattern, declared, re.IGNORECASE | re.DOTALL)), "text")


class Engine:
    """The database of one schema. Close it after use. Raise sqlite3.Error where SQLite refuses the schema."""

    def __init__(self, schema: str, catalog: dict[str, Table]) -> None:
        self._connection = open_memory(schema)
        self._tables = {name: quote(table.name) for name, table in catalog.items()}
        # Generated columns are left out: they take no values.
        self._columns = {name: ", ".join(quote(written) for written, _ in table.columns.values()) for name, table in catalog.items()}
        self._left = MAX_STEPS
        self.spent = 0  # steps, in all
        self._connection.set_progress_handler(self._stop, _EVERY)

    def load(self, rows: Rows) -> None:
        """Replace the rows of the tables that are given. Those that a constraint of the schema refuses are left out."""
        self._free()
        self._connection.execute("BEGIN")
        for name, found in rows.items():
            table = self._tables[name]
            self._connection.execute(f"DELETE FROM {table}")
            if not found:
                continue
            insert = f"INSERT OR IGNORE INTO {table} ({self._columns[name]}) VALUES ({','.join('?' * len(found[0]))})"
            try:
                self._connection.executemany(insert, found)
            except (sqlite3.Error, OverflowError):  # a value of the wrong type, say, or beyond 64 bits: the others may go in
                self._connection.execute(f"DELETE FROM {table}")  # the rows before it did
                for row in found:
                    with suppress(sqlite3.Error, OverflowError):
                        self._connection.execute(insert, row)
        self._connection.execute("COMMIT")

    def stored(self) -> Rows:
        """Return the rows of all tables as they lie there, without generated columns."""
        self._free()
        return {
            name: self._connection.execute(f"SELECT {self._columns[name]} FROM {table}").fetchall() for name, table in self._tables.items()
        }

    def compile(self, sql: str) -> str:
        """Return why SQLite refuses a query, or ""."""
        allowed = READING | OPENING
        self._connection.set_authorizer(lambda action, on, *_: sqlite3.SQLITE_DENY if allowed.isdisjoint({action, (action, on)}) else 0)
        try:
            self._connection.execute(f"EXPLAIN {sql}").close()
        except _FAILURES as error:
            return str(error)
        finally:
            self._free()
        return ""

    def run(self, sql: str) -> Result | None:
        """Run a query that compiles; None where it fails, or does not end within bounds."""
        self._left = MAX_STEPS
        try:
            cursor = self._connection.execute(sql)
            rows = cursor.fetchmany(MAX_ROWS + 1)
            columns = len(cursor.description)
            cursor.close()
        except _FAILURES:
            return None
        return Result(rows, columns) if len(rows) <= MAX_ROWS else None

    def read_backwards(self, on: bool) -> None:
        """Read tables from their last row to their first, where a query asks for no order."""
        self._connection.execute(f"PRAGMA reverse_unordered_selects = {int(on)}")

    def serialize(self) -> bytes:
        """Return the bytes of the database as a SQLite file."""
        return self._connection.serialize()

    def close(self) -> None:
        """Forget the database."""
        self._connection.close()

    def _free(self) -> None:
        """Let the project's own statements do what they need."""
        self._connection.set_authorizer(None)
        self._left = MAX_STEPS

    def _stop(self) -> bool:
        self._left -= _EVERY
        self.spent += _EVERY
        return self._left < 0


def fitted(kind: str, value: object) -> list:
    """Write a value as a column of a kind holds it; nothing where it cannot.

    >>> fitted("date", "2021-12-31 10:20:30"), fitted("integer", 2.5), fitted("truth", 2), fitted("moment", "2021-05-01")
    (['2021-12-31'], [], [], ['2021-05-01 00:00:00', '2021-05-01 10:20:30'])
    """
    if kind == "text" or value is None:
        return [value]
    if kind in NUMBERS:
        value = number(value) if isinstance(value, str) and NUMBER.fullmatch(value) else value
        if not isinstance(value, (int, float)):
            return []
        if kind == "real":
            return [value]
        return [int(value)] if value == value // 1 and (kind != "truth" or value in (0, 1)) else []
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)?[ T]?(\d\d:\d\d(?::\d\d)?)?", str(value))
    if not found or not found[2 if kind == "time" else 1] or evaluate("julianday(VALUE) > 0", value) is None:
        return []
    if kind != "moment":
        return [found[1 if kind == "date" else 2]]
    return [value] if found[2] else [f"{value} 00:00:00", f"{value} 10:20:30"]


def parents_first(catalog: dict[str, Table]) -> list[str]:
    """Order the tables so that a foreign key's parent comes first; in a circle, the table named first."""
    order: list[str] = []
    waiting = list(catalog)
    while waiting:
        ready = [name for name in waiting if {parent for parent, _ in catalog[name].parents.values()} <= {*order, name}]
        order.append((ready or waiting)[0])
        waiting.remove(order[-1])
    return order
