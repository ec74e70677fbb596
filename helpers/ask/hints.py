"""What may have been meant: names near to one that a query has wrong, and the places where its texts do stand."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable

from sqlglot import exp
from sqlglot.errors import SqlglotError

from helpers.ask.database import Database
from helpers.ask.schema import Table
from helpers.scoring.execution.schemas import quote
from helpers.scoring.execution.sql import read_statements, with_names

_LOOKED_AT = 100_000  # rows of a table that are searched for a text, in _SEARCH seconds for all tables
_SEARCH = 5.0
_TEXT = re.compile(r"CHAR|TEXT|CLOB|STRING|ENUM", re.IGNORECASE)  # in the type of a column that may hold some
_INNER = re.compile(
    r"sqlite_(master|schema|temp_master|temp_schema|sequence|stat\d)|duckdb_\w+|pragma_\w+|pg_\w+|dbstat|sqlite_dbpage|sqlite_stmt"
)


def unknown_table(tree: exp.Expression, database: Database) -> tuple[str, str] | None:
    """Find a table that is not there or may not be asked: the class of the fault and a sentence."""
    ctes = with_names(tree)
    unreadable = {name.lower(): reason for name, reason in database.unreadable.items()}
    for table in tree.find_all(exp.Table):
        if not isinstance(table.this, exp.Identifier) or table_named(table, database) or (table.name.lower() in ctes and not table.db):
            continue
        name = f"{table.db}.{table.name}" if table.db else table.name
        if reason := unreadable.get(name.lower()) or unreadable.get(table.name.lower()):
            return "no such table", f"{name} cannot be read: {reason.rstrip('.!')}."
        if _INNER.fullmatch(table.name.lower()) or table.db.lower() in {"information_schema", "pg_catalog"}:
            tables = ", ".join(list(database.tables)[:20])
            return "forbidden", f"{name} is the database's own list and cannot be asked; the tables are {tables}."
        return "no such table", _sentence(f"There is no table {name}{_near(name, database.tables)}")
    return None


def table_named(table: exp.Table, database: Database) -> Table | None:
    """Return the table that a name in FROM means, with or without the schema `main` and the file's own name before it."""
    by_name = {name.lower(): known for name, known in database.tables.items()}
    place = table.db.lower()
    plain = not place or place == "main" or (database.engine == "duckdb" and not table.catalog and place == database.path.stem.lower())
    return by_name.get(table.name.lower() if plain else f"{place}.{table.name.lower()}")


def tables_in(tree: exp.Expression, database: Database) -> list[tuple[str, Table]]:
    """Return the database's tables that a query reads, each with the name that it has there in small letters."""
    return [(node.alias_or_name.lower(), known) for node in tree.find_all(exp.Table) if (known := table_named(node, database))]


def names_given(tree: exp.Expression) -> set[str]:
    """Return the names that a query gives to what it computes and reads, in small letters."""
    named = [node.alias for node in tree.find_all(exp.Alias)] + [table.alias_or_name for table in tree.find_all(exp.Table)]
    for node in tree.find_all(exp.TableAlias):
        named += [node.name, *(name.name for name in node.args.get("columns") or ())]
    return {name.lower() for name in named} | {"rowid", "oid", "_rowid_"}


def unknown_column(column: exp.Column, tree: exp.Expression, database: Database) -> str:
    """Say which column or table may be meant; "" where a name is there, only not in this place."""
    name, alias, aliases = column.name.lower(), column.table.lower(), names_given(tree)
    tables = dict(tables_in(tree, database))
    if alias in tables and alias in with_names(tree):
        return ""  # it hides the table: what its columns are, the engine says
    if alias and (alias not in aliases or name in _lowered(tables.get(alias))):
        near = _near(column.table, sorted(tables.keys() - {alias}))
        return _sentence(f"{column.sql()} names {column.table}, which is not in the FROM{near}")
    if not alias and (name in aliases or any(name in _lowered(table) for table in tables.values())):
        return ""
    near = [tables[alias]] if alias in tables else tables.values()
    hint = _near(column.name, sorted({known for table in near for known in table.names}))
    elsewhere = [table.name for table in database.tables.values() if name in _lowered(table)]
    hint = hint or (f"; {' and '.join(elsewhere[:3])} {'has' if len(elsewhere) == 1 else 'have'} one" if elsewhere else "")
    return _sentence(f"There is no column {column.name} in {column.table or 'the tables of this query'}{hint}")


def _lowered(table: Table | None) -> set[str]:
    return {name.lower() for name in table.names} if table else set()


def _near(name: str, known: Iterable[str]) -> str:
    by_lower = {other.lower(): other for other in known}
    near = difflib.get_close_matches(name.lower()[:100], by_lower, n=2, cutoff=0.6)
    endings = [other for other in known if other.lower().endswith(f".{name.lower()}")]  # of another schema
    near = endings[:2] or [by_lower[other] for other in near]
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _sentence(text: str) -> str:
    return text if text.endswith("?") else f"{text}."


def said(found: dict[str, list[tuple[str, str, str]]]) -> str:
    """Say in words where texts stand."""
    told = []
    for text, standing in found.items():
        shown = (f"{table}.{column}" + (f" as {value!r}" if value != text else "") for table, column, value in standing)
        told.append(f"{text!r} stands in {' and '.join(shown)}")
    return "; ".join(told)


def places(database: Database, sql: str) -> dict[str, list[tuple[str, str, str]]]:
    """Return where the texts that a query compares a column with occur, in any case of letters: {text: [(table, column, value)]}."""
    try:
        tree = read_statements(sql, database.engine)[0]
    except (SqlglotError, RecursionError, ValueError, IndexError):
        return {}
    compared: dict[str, set[str]] = defaultdict(set)
    for comparison in tree.find_all(exp.EQ, exp.In, exp.Like, exp.ILike):
        if comparison.args.get("negate") or isinstance(comparison.parent, exp.Not):
            continue
        for text in (node.this.strip("% ") for node in comparison.find_all(exp.Literal) if node.is_string):
            if 2 <= len(text) <= 100 and (text in compared or len(compared) < 3):
                compared[text].update(column.name.lower() for column in comparison.find_all(exp.Column))
    texts = [(table, _of_texts(table)) for table in database.tables.values() if not table.view]
    jobs = [(table, columns, text) for text in compared for table, columns in texts if columns]
    found = database.run_all([_search(*job, database.engine) for job in jobs], _SEARCH / 5, total=_SEARCH)
    standing: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for (table, columns, text), (result, _) in zip(jobs, found, strict=True):
        for name, value in zip(columns, result.rows[0] if result.rows else (), strict=False):
            if value is not None and len(standing[text]) < 3:
                standing[text].append((table.name, name, str(value)))
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


def _of_texts(table: Table) -> list[str]:
    """Name a table's columns that may hold texts, at most a hundred."""
    return [column.name for column in table.columns if not column.type or _TEXT.search(column.type)][:100]


def _search(table: Table, columns: list[str], text: str, engine: str) -> str:
    """Return the query for one value of each column that is the text, whatever the case of its letters."""
    literal = "'" + text.replace("'", "''") + "'"
    found = []
    for name in map(quote, columns):
        same = f"{name} = {literal} COLLATE NOCASE" if engine == "sqlite" else f"lower(CAST({name} AS VARCHAR)) = lower({literal})"
        found.append(f"max(CASE WHEN {same} THEN {name} END)")
    return f"SELECT {', '.join(found)} FROM (SELECT * FROM {table.sql} LIMIT {_LOOKED_AT}) AS looked_at"
