"""How a schema is written in a prompt: one form for training and for asking, whatever file or data set it comes from."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass

from helpers import UserError
from helpers.scoring.execution.schemas import PARTS, TABLE, quoted, statements

FORMS = {
    "ddl": "the CREATE statements as they are",
    "narrow": "CREATE TABLE with INTEGER or VARCHAR columns and no keys, as sql-create-context has them",
    "keys": "the narrow form with primary and foreign keys",
    "names": "each table's name and its columns' names",
    "rows": "the narrow form with keys, and three rows of each table where its database is at hand",
}
CONSTRAINT = re.compile(r"(PRIMARY|FOREIGN)\s+KEY|(CONSTRAINT|UNIQUE|CHECK)\b", re.IGNORECASE)
_WITH_COLUMNS = re.compile(TABLE.pattern + r"\s*\(", re.IGNORECASE)
_ROWS = 3
_LONGEST = 24  # characters of a value that is shown
_NUMBER, _TEXT = re.compile(r"INT|REAL|FLOA|DOUB|NUM|DEC|BOOL"), re.compile(r"CHAR|TEXT|INTERVAL|POINT")
_PRIMARY = re.compile(r"PRIMARY\s+KEY\s*\(([^)]*)\)", re.IGNORECASE)
_FOREIGN = re.compile(r"FOREIGN\s+KEY\s*\(([^)]*)\)\s*REFERENCES\s+([^\s(]+)\s*(?:\(([^)]*)\))?", re.IGNORECASE)
_NAME = re.compile(r'"(?:[^"]|"")*"|`[^`]*`|\[[^]]*\]|[^\s,]+')


@dataclass(frozen=True)
class TableText:
    """One CREATE TABLE statement: its name in lower case, its columns by lower-case name, and the words of all these names."""

    name: str
    columns: dict[str, str]
    text: str
    words: frozenset[str]


def shown_schema(row: dict, form: str) -> str:
    r"""Return a record's schema as a prompt shows it.

    Args:
        row: `schema` (CREATE statements), and for "rows" the path of its `database`, or "".
        form: a key of `FORMS`.

    Raises:
        UserError: there is no such form.

    >>> shown_schema({"schema": 'CREATE TABLE "head" (\n  id NUMERIC,\n  name TEXT,\n  PRIMARY KEY (id)\n);'}, "keys")
    'CREATE TABLE head (id INTEGER, name VARCHAR, PRIMARY KEY (id))'
    """
    if form not in FORMS:
        raise UserError(f"schema_form {form!r} is none of {', '.join(FORMS)}.")
    tables = read_tables(row["schema"])
    if form == "ddl" or not tables:
        return row["schema"]
    if form == "names":
        return "; ".join(f"{_own_name(table)}({', '.join(map(_named, table.columns.values()))})" for table in tables)
    texts = [_statement(table, keys=form != "narrow") for table in tables]
    if form == "rows" and row.get("database"):
        shown = _rows(row["database"], [table.name for table in tables])
        texts = [text + shown.get(table.name, "") for text, table in zip(texts, tables, strict=True)]
    return "; ".join(texts)


def is_number(kind: str) -> bool:
    """Tell whether a declared type holds numbers, as SQLite's affinities go; dates and times are stored as text."""
    return bool(_NUMBER.search(kind.upper())) and not _TEXT.search(kind.upper())


def _statement(table: TableText, keys: bool) -> str:
    parts = []
    for part in table.columns.values():
        kind = part[len(_NAME.match(part)[0]) :].strip()
        parts.append(f"{_named(part)} {'INTEGER' if is_number(kind) else 'VARCHAR'}")
        if keys and "PRIMARY KEY" in kind.upper():
            parts[-1] += " PRIMARY KEY"
    if keys:
        parts += [f"PRIMARY KEY ({_plain_list(names)})" for names in _PRIMARY.findall(table.text)]
        for own, other, theirs in _FOREIGN.findall(table.text):
            parts.append(f"FOREIGN KEY ({_plain_list(own)}) REFERENCES {_plain(other)}" + (f" ({_plain_list(theirs)})" if theirs else ""))
    return f"CREATE TABLE {_own_name(table)} ({', '.join(parts)})"


def _own_name(table: TableText) -> str:
    return _plain(TABLE.match(table.text)[1])


def _rows(database: str, names: list[str]) -> dict[str, str]:
    """Write the first rows of each table as a comment behind it; a table that cannot be read has none."""
    shown = {}
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = lambda text: text.decode(errors="replace")
        for name in names:
            try:
                rows = connection.execute(f"SELECT * FROM {quoted(name)} LIMIT {_ROWS}").fetchall()
            except sqlite3.Error:
                continue
            lines = [", ".join(str(value)[:_LONGEST].replace("*/", "") for value in row) for row in rows]
            shown[name] = f" /* {' | '.join(lines)} */" if lines else ""
    return shown


def _named(part: str) -> str:
    return _plain(_NAME.match(part)[0])


def _plain(name: str) -> str:
    """Write a name without quotes where SQLite needs none."""
    return quoted(re.sub(r'^["`\[]|["`\]]$', "", name).replace('""', '"'))


def _plain_list(names: str) -> str:
    return ", ".join(map(_plain, _NAME.findall(names)))


def read_tables(schema: str) -> list[TableText]:
    """Read the CREATE TABLE statements of a schema that list their columns."""
    found = []
    for text in parts_of(schema):
        if match := _WITH_COLUMNS.match(text):
            parts = [part.strip() for part in PARTS.findall(text.partition("(")[2].rpartition(")")[0])]
            columns = {_folded(_first(part)): part for part in parts if part and not CONSTRAINT.match(part)}
            name = _folded(match[1])
            found.append(TableText(name, columns, text, frozenset().union(words_of(name), *map(words_of, columns))))
    return found


def parts_of(schema: str) -> list[str]:
    return [text for statement in statements(schema) if (text := statement.strip().rstrip(";").strip())]


def _first(part: str) -> str:
    return re.match(r'"[^"]+"|`[^`]+`|\[[^]]+\]|\S+', part)[0]


def _folded(name: str) -> str:
    return name.strip('"`[]').lower()


def words_of(text: str) -> frozenset[str]:
    """Return the words of a name or a question, without those of two letters and without an s at the end."""
    return frozenset(word.lower().rstrip("s") for word in re.findall(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}", text)) - {"table", "the", "what"}
