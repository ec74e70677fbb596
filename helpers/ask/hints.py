"""Where the texts of a query that finds nothing do occur in a database."""

import re

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from helpers.ask.database import Database, Table
from helpers.scoring.execution.schemas import quote

_LOOKED_AT = 100_000  # rows of a table that are searched for a text, in _SEARCH seconds for all tables
_SEARCH = 5.0


def said(found: dict[str, list[tuple[str, str, str]]]) -> str:
    """Say in words where texts stand."""
    return "; ".join(f"{text!r} stands in {' and '.join(_place(text, *place) for place in places)}" for text, places in found.items())


def _place(text: str, table: str, column: str, value: str) -> str:
    return f"{table}.{column}" + (f" as {value!r}" if value != text else "")


def places(database: Database, sql: str) -> dict[str, list[tuple[str, str, str]]]:
    """Return where the texts that a query compares a column with occur, in any case of letters: {text: [(table, column, value)]}."""
    try:
        tree = sqlglot.parse_one(sql, read=database.engine)
    except (SqlglotError, RecursionError, ValueError):
        return {}
    compared: dict[str, set[str]] = {}
    for comparison in tree.find_all(exp.EQ, exp.In, exp.Like, exp.ILike):
        if comparison.args.get("negate") or isinstance(comparison.parent, exp.Not):
            continue
        for text in (node.this.strip("% ") for node in comparison.find_all(exp.Literal) if node.is_string):
            if 2 <= len(text) <= 100 and (text in compared or len(compared) < 3):
                compared.setdefault(text, set()).update(column.name.lower() for column in comparison.find_all(exp.Column))
    texts = [(table, [column.name for column in table.columns if _may_hold_text(column.type)]) for table in database.tables.values()]
    jobs = [(table, columns[:100], text) for text in compared for table, columns in texts if columns and not table.view]
    found = database.run_all([_search(*job, database.engine) for job in jobs], _SEARCH / 5, total=_SEARCH)
    standing: dict[str, list[tuple[str, str, str]]] = {}
    for (table, columns, text), (result, _) in zip(jobs, found, strict=True):
        for name, value in zip(columns, result.rows[0] if result.rows else (), strict=False):
            if value is not None and len(standing.get(text, [])) < 3:
                standing.setdefault(text, []).append((table.name, name, str(value)))
    asked = {table.name.lower() for table in tree.find_all(exp.Table)}
    elsewhere = {
        text: [
            (table, column, value)
            for table, column, value in found
            if value != text or column.lower() not in compared[text] or table.rpartition(".")[2].lower() not in asked
        ]
        for text, found in standing.items()
    }
    return {text: found for text, found in elsewhere.items() if found}


def _may_hold_text(kind: str) -> bool:
    return not kind or bool(re.search(r"CHAR|TEXT|CLOB|STRING|ENUM", kind.upper()))


def _search(table: Table, columns: list[str], text: str, engine: str) -> str:
    """Return the query for one value of each column that is the text, whatever the case of its letters."""
    literal = "'" + text.replace("'", "''") + "'"
    found = []
    for name in map(quote, columns):
        same = f"{name} = {literal} COLLATE NOCASE" if engine == "sqlite" else f"lower(CAST({name} AS VARCHAR)) = lower({literal})"
        found.append(f"max(CASE WHEN {same} THEN {name} END)")
    return f"SELECT {', '.join(found)} FROM (SELECT * FROM {table.sql} LIMIT {_LOOKED_AT}) AS looked_at"
