"""How a schema is written in a prompt: one form for training and for asking, whatever file or data set it comes from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from helpers import UserError
from helpers.scoring.execution.queries import run_many
from helpers.scoring.execution.schemas import quoted, statements
from helpers.scoring.execution.sql import without_comments

FORMS = {
    "ddl": "the CREATE statements as they are",
    "narrow": "CREATE TABLE with INTEGER or VARCHAR columns and no keys, as sql-create-context has them",
    "keys": "the narrow form with primary and foreign keys",
    "names": "each table's name and its columns' names",
    "rows": "the narrow form with keys, and three rows of each table where its database is at hand",
}
ROWS = 3  # of each table, that the form "rows" shows
_LONGEST = 24  # characters of a value that is shown
_NUMBER = re.compile(r"INT|REAL|FLOA|DOUB|NUM|DEC|BOOL|YEAR|MONEY|SERIAL")
_OTHER = re.compile(r"CHAR|TEXT|CLOB|STRING|ENUM|INTERVAL|POINT|\[|STRUCT|MAP|UNION")
_NAME = r"""(?:"(?:[^"]|"")+"|'(?:[^']|'')+'|`(?:[^`]|``)+`|\[[^]]+\]|[^\s.,;()"'`\[\]]+)"""
_PATH = rf"{_NAME}(?:\s*\.\s*{_NAME})?"
_LIST = rf"\(\s*({_NAME}(?:\s+(?:ASC|DESC))?(?:\s*,\s*{_NAME}(?:\s+(?:ASC|DESC))?)*)\s*\)"
_HEAD = re.compile(
    rf"CREATE\s+(?:(?:TEMP|TEMPORARY|GLOBAL|LOCAL|UNLOGGED)\s+)*TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?({_PATH})\s*(?=\()", re.IGNORECASE
)
_FIRST = re.compile(_NAME)
_OF_TABLE = re.compile(
    rf"(?:CONSTRAINT\s+{_NAME}\s+)?(?:PRIMARY\s+KEY\s*{_LIST}|FOREIGN\s+KEY\s*{_LIST}\s*(?=REFERENCES\b))", re.IGNORECASE
)
_REFERENCE = re.compile(rf"REFERENCES\s+({_PATH})\s*(?:{_LIST})?", re.IGNORECASE)
_SHOWN = re.compile(r"CREATE\s+(?:\w+\s+){0,3}?(?:TABLE|VIEW)\b", re.IGNORECASE)
CONSTRAINT = re.compile(  # KEY by_name (name) is an index, `key VARCHAR(10)` a column
    rf"(PRIMARY|FOREIGN)\s+KEY|(CONSTRAINT|UNIQUE|CHECK)\b|((FULLTEXT|SPATIAL)\s+)?(KEY|INDEX)\s+({_NAME}\s*)?\((?!\s*[\d'])", re.IGNORECASE
)
# The words that end a column's type; a text does, too.
_BEHIND = set(
    "CONSTRAINT PRIMARY NOT NULL UNIQUE CHECK DEFAULT COLLATE REFERENCES GENERATED AS ON AUTOINCREMENT AUTO_INCREMENT COMMENT".split()
)
_TOKEN = re.compile(r"""'(?:[^']|'')*+'?|"(?:[^"]|"")*+"?|`(?:[^`]|``)*+`?|\[[^]]*+\]?|\w+|\s+|.""", re.DOTALL)
_OPEN = {"'": "'", '"': '"', "`": "`", "[": "]"}


@dataclass(frozen=True)
class TableText:
    """One CREATE TABLE statement: its name in lower case, what it lists, its columns by lower-case name, the words of all these names."""

    name: str
    parts: list[str]
    columns: dict[str, str]
    text: str
    words: frozenset[str]


class Shown(NamedTuple):
    """What a prompt may show of a table. Names are written as SQL takes them; a reference is (columns, table, its columns)."""

    name: str
    columns: Sequence[tuple[str, str]]  # name and declared type
    key: Sequence[str] = ()
    references: Sequence[tuple[Sequence[str], str, Sequence[str]]] = ()


def shown_schema(row: dict, form: str) -> str:
    r"""Return a record's schema in a form of `FORMS`. What cannot be read as a list of columns, such as a view, stays as it is.

    For "rows" the record has the path of its `database`, or "". Raise UserError where there is no such form.

    >>> shown_schema({"schema": 'CREATE TABLE "head" (\n  id NUMERIC,\n  name TEXT,\n  PRIMARY KEY (id)\n);'}, "keys")
    'CREATE TABLE head (id INTEGER, name VARCHAR, PRIMARY KEY (id))'
    """
    if form not in FORMS:
        raise UserError(f"schema_form {form!r} is none of {', '.join(FORMS)}.")
    if form == "ddl":
        return row["schema"]
    parts = [(text, _shown(text)) for text in parts_of(row["schema"]) if _SHOWN.match(text)]
    rows = _first_rows(row["database"], [table.name for _, table in parts if table]) if form == "rows" and row.get("database") else {}
    texts = [written(table, form, rows.get(table.name, [])) if table else " ".join(text.split()) for text, table in parts]
    return "; ".join(texts) or row["schema"]


def written(table: Shown, form: str, rows: Sequence[tuple] = (), whole: bool = True) -> str:
    """Write one table in a form of a schema, with its rows as a comment behind it.

    In the form "ddl" types stay as they are declared, and keys and references of one column stand beside it, unless columns were
    left out (`whole` is false).
    """
    if form == "names":
        return f"{table.name}({', '.join(name for name, _ in table.columns)})"
    beside, kept = form == "ddl" and whole, form != "narrow"
    single = {own[0]: (own, other, theirs) for own, other, theirs in table.references if beside and len(own) == 1}
    parts = []
    for name, kind in table.columns:
        kind = kind if form == "ddl" else "INTEGER" if is_number(kind) else "VARCHAR"
        key = "PRIMARY KEY" if beside and [*table.key] == [name] else ""
        parts.append(" ".join(filter(None, (name, kind, key, _reference(*single[name][1:], "") if name in single else ""))))
    if kept and table.key and not (beside and len(table.key) == 1):
        parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for reference in table.references if kept else []:
        if reference not in single.values():
            parts.append(f"FOREIGN KEY ({', '.join(reference[0])}) {_reference(*reference[1:], ' ')}")
    lines = [", ".join(in_comment(value, _LONGEST) for value in row) for row in rows]
    return f"CREATE TABLE {table.name} ({', '.join(parts)})" + (f" /* {' | '.join(lines)} */" if lines else "")


def _reference(table: str, columns: Sequence[str], blank: str) -> str:
    return f"REFERENCES {table}" + (f"{blank}({', '.join(columns)})" if columns else "")


def in_comment(value: object, longest: int) -> str:
    """Return a value in one line, cut, without what would end a comment."""
    return re.sub(r"\*+/+", "", " ".join(str(value)[: 4 * longest].split()))[:longest]


def is_number(kind: str) -> bool:
    """Tell whether a declared type holds numbers, as SQLite's affinities go; dates and times count as text, as which they are stored."""
    return bool(_NUMBER.search(kind.upper())) and not _OTHER.search(kind.upper())


def read_tables(schema: str) -> list[TableText]:
    """Read the CREATE TABLE statements of a schema that list their columns."""
    return [table for text in parts_of(schema) if (table := _table(text))]


def parts_of(schema: str) -> list[str]:
    """Return the statements of a schema without comments, blanks and semicolons around them."""
    whole = schema if "--" not in schema and "/*" not in schema else without_comments(schema)
    return [text for statement in statements(whole) if (text := statement.strip().rstrip(";").strip())]


def words_of(text: str) -> frozenset[str]:
    """Return the words of a name or a question, without those of two letters and without an s at the end."""
    return frozenset(word.lower().rstrip("s") for word in re.findall(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}", text)) - {"table", "the", "what"}


def _table(text: str) -> TableText | None:
    if (parts := _body(text)) is None:
        return None
    name = _bare(_FIRST.findall(_HEAD.match(text)[1])[-1]).lower()
    columns = {_bare(_FIRST.match(part)[0]).lower(): part for part in parts if not CONSTRAINT.match(part)}
    return TableText(name, parts, columns, text, frozenset().union(words_of(name), *map(words_of, columns)))


def _body(text: str) -> list[str] | None:
    """Return what a CREATE TABLE statement lists in its parentheses; None where it lists nothing, or a quote or parenthesis stays open."""
    if not (head := _HEAD.match(text)):
        return None
    parts, depth = [[]], 0
    for token in _TOKEN.findall(text, head.end()):
        depth += (token == "(") - (token == ")")
        if depth == 0 or (token[0] in _OPEN and (len(token) < 2 or token[-1] != _OPEN[token[0]])):
            break
        if depth == 1 and token == ",":
            parts.append([])
        elif depth > 1 or token != "(":
            parts[-1].append(token)
    texts = ["".join(part).strip() for part in parts]
    return texts if depth == 0 and all(map(_FIRST.match, texts)) else None


def _shown(text: str) -> Shown | None:
    if (parts := _body(text)) is None:
        return None
    columns, key, references = [], [], []
    for part in parts:
        mine, at = [], -1
        if not CONSTRAINT.match(part):
            name, kind, is_key, at = _column(part)
            columns.append((name, kind))
            key, mine = [name] if is_key else key, [name]
        elif stated := _OF_TABLE.match(part):
            key, mine = _plain_list(stated[1]) if stated[1] else key, _plain_list(stated[2] or "")
            at = stated.end() if mine else -1
        if at >= 0 and (found := _REFERENCE.match(part, at)):
            references.append((mine, _plain_path(found[1]), _plain_list(found[2] or "")))
    return Shown(_plain_path(_HEAD.match(text)[1]), columns, key, references)


def _column(part: str) -> tuple[str, str, bool, int]:
    """Return a column's name, its declared type, whether it is the primary key, and where its reference begins (-1 if it has none)."""
    name = _FIRST.match(part)
    words, depth = [], 0  # outside parentheses, from the first that belongs to no type
    for token in _TOKEN.finditer(part, name.end()):
        depth += (token[0] == "(") - (token[0] == ")")
        if depth == 0 and not token[0].isspace() and (words or token[0].upper() in _BEHIND or token[0][0] == "'"):
            words.append((token[0].upper(), token.start()))
    kind = part[name.end() : words[0][1] if words else len(part)]
    said = [word for word, _ in words]
    return _plain(name[0]), " ".join(kind.split()), ("PRIMARY", "KEY") in pairwise(said), dict(words).get("REFERENCES", -1)


def _first_rows(database: str, tables: list[str]) -> dict[str, list[tuple]]:
    """Return the first rows of each table, read within limits; a table that cannot be read has none."""
    jobs = ((database, f"SELECT * FROM {table} LIMIT {ROWS}") for table in tables)
    found = run_many(jobs, max_steps=1_000_000, timeout=5.0, workers=1, cached=True)
    return {table: result.rows or [] for table, result in zip(tables, found, strict=True)}


def _bare(name: str) -> str:
    """Return a name without its quotes."""
    return name[1:-1].replace(name[0] * 2, name[0]) if name[0] in "\"'`[" else name


def _plain(name: str) -> str:
    return quoted(_bare(name))


def _plain_path(path: str) -> str:
    """Write a table's name, perhaps with its schema's before it."""
    return ".".join(map(_plain, _FIRST.findall(path)))


def _plain_list(names: str) -> list[str]:
    """Write the names of a list, without the order in which an index keeps them."""
    return [_plain(name) for name in re.findall(rf"({_NAME})(?:\s+(?:ASC|DESC))?", names, re.IGNORECASE)]
