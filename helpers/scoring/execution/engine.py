"""One in-memory database, filled again and again, for golds and their mutants: fast, because it stays in one process.

Never for predictions: `execution.py` runs those in workers. Here a query has been parsed as one SELECT and compiled under an
authorizer that allows only reading before it is run. Not covered: one long call inside SQLite; `generated.py` has a process for it.
"""

import sqlite3
from contextlib import suppress

from helpers.scoring.execution.catalog import Table
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.schemas import MAX_STEPS, open_memory, quote
from helpers.scoring.generated.databases import Rows

MAX_ROWS = 2_000  # of an answer: the tables hold few

_EVERY = 10_000
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_FAILURES = (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError)


class Engine:
    """The database of one schema. Close it after use.

    Raises:
        sqlite3.Error: SQLite refuses the schema.
    """

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
            except sqlite3.Error:  # a value of the wrong type, say: the others may go in
                for row in found:
                    with suppress(sqlite3.Error):
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
        self._connection.set_authorizer(_authorize)
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


def _authorize(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY
