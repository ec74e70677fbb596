"""A database as the families see it: what can be asked about, and draws of tables, columns, values and conditions."""

import random
import sqlite3
from dataclasses import dataclass, replace
from datetime import date

from helpers.practice.grammar.domain import Column, Database, Table, quoted
from helpers.practice.grammar.phrases import Condition, compared, null_forms, valued
from helpers.practice.grammar.query import Test


@dataclass(frozen=True)
class Relation:
    """Hold how two tables are joined, in SQL and in words: a holder (singer) has (recorded) helds (songs by ...)."""

    holder: Table
    held: Table
    has: str | None
    of: str
    reference: str = ""  # the held table's column, if it points at the holder
    link: Table | None = None  # else the table between them
    link_holder: str = ""
    link_held: str = ""
    alone: bool = True  # the only relation between the two tables: no verb is needed to say which is meant

    @property
    def owns(self) -> bool:
        """Tell whether "singers with songs" says it: trains serve stations, but have none."""
        return self.alone and not (self.link and self.has)

    def joined(self, first: Table) -> str:
        """Write FROM with both tables, beginning with one of them."""
        other = self.held if first is self.holder else self.holder
        if not self.link:
            return f"{quoted(first.name)} JOIN {quoted(other.name)} ON {qualified(self.held, self.reference)} = {key(self.holder)}"
        ends = {self.holder.name: self.link_holder, self.held.name: self.link_held}
        link = quoted(self.link.name)
        return (
            f"{quoted(first.name)} JOIN {link} ON {key(first)} = {qualified(self.link, ends[first.name])} "
            f"JOIN {quoted(other.name)} ON {qualified(self.link, ends[other.name])} = {key(other)}"
        )

    @property
    def inner(self) -> tuple[Table, str]:
        """Return the table and column that hold the holder's key."""
        return (self.link, self.link_holder) if self.link else (self.held, self.reference)


class Scene:
    """Offer seeded draws over one database and its rows."""

    def __init__(self, database: Database, rows: dict[str, list[tuple]], connection: sqlite3.Connection) -> None:
        self.database = database
        self.connection = connection
        self.tables = [table for table in database.tables if table.spoken]
        self._columns = {
            (table.name, column.name): [row[place] for row in rows[table.name]]
            for table in database.tables
            for place, column in enumerate(table.columns, start=1)
        }
        found = [*self._by_reference(), *self._by_link()]
        pairs = [(relation.holder.name, relation.held.name) for relation in found]
        self.relations = [replace(relation, alone=pairs.count(pair) == 1) for relation, pair in zip(found, pairs, strict=True)]

    def values(self, table: Table, column: Column) -> list:
        """Return a column's values without NULLs, one a row."""
        return [value for value in self._columns[table.name, column.name] if value is not None]

    def days(self, table: Table, start: str, end: str) -> list[int]:
        """Return how many days lie between two dates of each row that has both."""
        first, last = (self._columns[table.name, name] for name in (start, end))
        return [(date.fromisoformat(b) - date.fromisoformat(a)).days for a, b in zip(first, last, strict=True) if a and b]

    def complete(self, table: Table, column: Column) -> bool:
        """Tell whether a column has no NULL."""
        return None not in self._columns[table.name, column.name]

    def nullable(self, table: Table) -> list[Column]:
        """Return a table's columns that have a NULL, keys aside."""
        return [column for column in table.columns if not column.to and not self.complete(table, column)]

    def table(self, rng: random.Random, labeled: bool = False) -> Table:
        """Draw a table that people ask about."""
        return rng.choice([table for table in self.tables if table.label or not labeled])

    def of_kind(self, table: Table, *kinds: str) -> list[Column]:
        """Return a table's columns of some kinds."""
        return [column for column in table.columns if column.kind in kinds]

    def shown(self, rng: random.Random, table: Table, avoid: tuple[str, ...] = (), extra: float = 0.35) -> list[Column]:
        """Draw the columns that a question asks for: the label, now and then with another; without a label, one or two."""
        possible = [column for column in table.columns if column.kind not in ("reference", "label")]
        others = [column for column in possible if column.name not in avoid] or possible
        rng.shuffle(others)
        if table.label:
            return [table.label, *others[: rng.random() < extra]]
        return others[: 2 + (rng.random() < extra)]

    def number(self, rng: random.Random, table: Table, kinds: tuple[str, ...] = ("number",), complete: bool = False) -> Column | None:
        """Draw a column of a kind that compares."""
        found = [column for column in self.of_kind(table, *kinds) if not complete or self.complete(table, column)]
        return rng.choice(found) if found else None

    def category(self, rng: random.Random, table: Table) -> Column | None:
        """Draw a column whose values repeat."""
        found = self.of_kind(table, "category")
        return rng.choice(found) if found else None

    def condition(
        self, rng: random.Random, table: Table, prefix: str = "", avoid: tuple[str, ...] = (), exactly: int = 1
    ) -> Condition | None:
        """Draw a condition on a column of a table with a value that occurs in it; `exactly` weighs `=` on numbers."""
        usable = [column for column in self.of_kind(table, "category", "number", "year", "date") if column.name not in avoid]
        if not usable:
            return None
        column = rng.choice(usable)
        if column.kind == "category":
            # "Not from Bath" and a NULL: nobody could say whether that row is meant.
            negated = self.complete(table, column) and rng.random() < 0.15
            return self.equals(rng, table, column, prefix, negated)
        op = rng.choices((">", "<", ">=", "<=", "="), (4, 4, 2, 2, exactly))[0]
        return self.compares(rng, table, column, op, prefix)

    def equals(self, rng: random.Random, table: Table, column: Column, prefix: str = "", negated: bool = False) -> Condition:
        """Draw a condition that a text is (not) one of the column's values."""
        value = rng.choice(self.values(table, column))
        return valued(Test(prefix + quoted(column.name), "!=" if negated else "=", literal(value)), column, value)

    def compares(self, rng: random.Random, table: Table, column: Column, op: str, prefix: str = "") -> Condition:
        """Draw a comparison of a number, year or date with values that occur."""
        left, values = prefix + quoted(column.name), sorted(set(self.values(table, column)))
        if op == "BETWEEN":
            low, high = sorted(rng.sample(values, 2))
            return compared(Test(left, op, (literal(low), literal(high))), column, [low, high])
        value = rng.choice(values)
        return compared(Test(left, op, literal(value)), column, [value])

    def null(self, table: Table, column: Column, missing: bool) -> Condition:
        """Make a condition that a value is missing, or is there."""
        return Condition(Test(quoted(column.name), "IS NULL" if missing else "IS NOT NULL"), null_forms(column, missing))

    def _by_reference(self) -> list[Relation]:
        return [
            Relation(self.database.table(column.to), table, column.has, column.of, column.name)
            for table in self.tables
            for column in table.columns
            if column.to and column.of and column.to != table.name
        ]

    def _by_link(self) -> list[Relation]:
        found = []
        for table in self.database.tables:
            if many := table.link:
                holder, held = (self.database.table(table.column(name).to) for name in (many.holder, many.held))
                found.append(Relation(holder, held, many.has, many.of, link=table, link_holder=many.holder, link_held=many.held))
        return found


def literal(value: object) -> str:
    """Write a value as SQL."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def qualified(table: Table, column: str) -> str:
    """Write a column with its table's name, as queries with joins do."""
    return f"{quoted(table.name)}.{quoted(column)}"


def key(table: Table) -> str:
    """Write a table's key with its table's name."""
    return qualified(table, table.key)
