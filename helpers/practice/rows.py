"""Rows of a practice database, and the SQLite file and Spider tables made from them."""

import random
import sqlite3
from datetime import date, timedelta
from pathlib import Path

from helpers.practice.grammar.domain import Column, Database, Table, quoted

PAGE_SIZE = 1024  # small files; fixed, so that the bytes do not depend on how SQLite was compiled
_SPIDER_TYPES = {"label": "text", "text": "text", "category": "text", "date": "time"}


def database_rows(database: Database, seed: int) -> dict[str, list[tuple]]:
    """Return each table's rows with their keys, hand-written ones as they stand and drawn ones from the seed.

    Raises:
        ValueError: a hand-written row has too few fields, or names a row of another table that is not there.
    """
    made: dict[str, list[tuple]] = {}
    for table in database.tables:
        rng = random.Random(f"{seed}/{database.db_id}/{table.name}")
        rows = _written(table, made, database) if table.rows else _drawn(table, made, rng)
        made[table.name] = [(number, *row) for number, row in enumerate(rows, start=1)]
    return made


def _written(table: Table, made: dict[str, list[tuple]], database: Database) -> list[tuple]:
    """Read hand-written rows; a reference is written as the label of the row it points to."""
    lines = [[field.strip() for field in line.split("|")] for line in table.rows.strip().splitlines()]
    for line in lines:
        if len(line) != len(table.columns):
            raise ValueError(f"{database.db_id}.{table.name}: {' | '.join(line)!r} has {len(line)} fields, not {len(table.columns)}.")
    own = {line[0]: number for number, line in enumerate(lines, start=1)}
    rows = []
    for line in lines:
        row = []
        for field, column in zip(line, table.columns, strict=True):
            if not field:
                row.append(None)
            elif column.to:
                known = own if column.to == table.name else {row[1]: row[0] for row in made[column.to]}
                if field not in known:
                    raise ValueError(f"{database.db_id}.{table.name}: no row of {column.to} is called {field!r}.")
                row.append(known[field])
            else:
                row.append({"INTEGER": int, "REAL": float, "TEXT": str}[column.type](field))
        rows.append(tuple(row))
    return rows


def _drawn(table: Table, made: dict[str, list[tuple]], rng: random.Random) -> list[tuple]:
    sources = [_source(column, made, rng) for column in table.columns]
    places = [place for place, column in enumerate(table.columns) if column.name in table.unique]
    rows, seen = [], set()
    for number in range(table.count * 50):
        drawn: dict[str, object] = {}
        for column, source in zip(table.columns, sources, strict=True):
            drawn[column.name] = None if rng.random() < column.null else source(number, drawn)
        row = tuple(drawn.values())
        mark = tuple(row[place] for place in places) or number
        if mark not in seen:
            seen.add(mark)
            rows.append(row)
        if len(rows) == table.count:
            break
    dates = [place for place, column in enumerate(table.columns) if column.kind == "date"]
    # Records are numbered as they come in: the first date rises with the key.
    return sorted(rows, key=lambda row: row[dates[0]] or "") if dates else rows


def _source(column: Column, made: dict[str, list[tuple]], rng: random.Random):
    """Return a function that draws a value, given the row's number and its columns so far."""
    if column.to:
        keys = [row[0] for row in made[column.to]]
        rng.shuffle(keys)
        # Some rows are never referred to, and the others unequally often: else "the most" would always be a tie.
        keys = keys[: max(2, round(len(keys) * 0.8))]
        weights = [1 / (place + 2) ** 0.7 for place in range(len(keys))]
        return lambda number, row: rng.choices(keys, weights)[0]
    if column.kind == "label":
        return lambda number, row: column.values[number]
    if column.values[0] == "range":
        low, high, step = column.values[1:]
        steps = round((high - low) / step)
        return lambda number, row: round(low + step * rng.randint(0, steps), 2)
    if column.values[0] == "dates":
        first, last = (date.fromisoformat(value) for value in column.values[1:])
        return lambda number, row: str(first + timedelta(days=rng.randint(0, (last - first).days)))
    if column.values[0] == "after":
        earlier, low, high = column.values[1:]
        return lambda number, row: str(date.fromisoformat(row[earlier]) + timedelta(days=rng.randint(low, high)))
    return lambda number, row: rng.choice(column.values)


def write_sqlite(database: Database, rows: dict[str, list[tuple]], path: Path | str) -> sqlite3.Connection:
    """Create the database in a file (or `:memory:`) and return the open connection. The same rows give the same bytes."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")  # the folder is renamed into place when complete: nothing to recover
    connection.execute("BEGIN")
    for table in database.tables:
        connection.execute(table.ddl(database.keys))
        marks = ", ".join("?" * (len(table.columns) + 1))
        connection.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", rows[table.name])
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    return connection


def spider_tables(database: Database) -> dict:
    """Describe the database with exactly the fields of an entry of Spider's tables.json."""
    columns: list[tuple[int, str, str, str]] = [(-1, "*", "*", "text")]
    primary, places = [], {}
    for number, table in enumerate(database.tables):
        primary.append(len(columns))
        places[table.name, table.key] = len(columns)
        columns.append((number, table.key, table.key.replace("_", " "), "number"))
        for column in table.columns:
            places[table.name, column.name] = len(columns)
            columns.append((number, column.name, column.name.replace("_", " "), _SPIDER_TYPES.get(column.kind, "number")))
    foreign = [
        [places[table.name, column.name], places[column.to, database.keys[column.to]]]
        for table in database.tables
        for column in table.columns
        if column.to
    ]
    return {
        "db_id": database.db_id,
        "table_names": [table.name.replace("_", " ") for table in database.tables],
        "table_names_original": [table.name for table in database.tables],
        "column_names": [[number, words] for number, _, words, _ in columns],
        "column_names_original": [[number, name] for number, name, _, _ in columns],
        "column_types": [kind for *_, kind in columns],
        "primary_keys": primary,
        "foreign_keys": foreign,
    }
