"""Spider's tables.json as CREATE TABLE statements, and names that say key where a schema declares none."""

import contextlib
import json
import re
from pathlib import Path

from helpers import UserError
from helpers.scoring.execution.schemas import quoted

_TYPES = {"text": "TEXT", "number": "NUMERIC", "time": "DATETIME", "boolean": "BOOLEAN", "others": "BLOB"}
_NEEDED = ("db_id", "table_names_original", "column_names_original", "column_types", "primary_keys", "foreign_keys")
BARE = ("id", "code", "uid")  # names that say "key" and not of what
_KEY = re.compile(r"(?P<stem>.*?)_?(id|code|no|num|number|key)")
_PREFIX = re.compile("^(ref|tbl|dim)_")


def tables(path: Path | str) -> dict[str, dict]:
    """Read tables.json: the entry of each database, by its db_id.

    Raise UserError where the file is missing, is not JSON, or an entry lacks a field.
    """
    path = Path(path)
    try:
        entries = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UserError(f"Spider's {path} cannot be opened: {error.strerror}. Check the path.") from error
    except (ValueError, RecursionError) as error:  # a hundred thousand brackets are too deep
        raise UserError(f"{path} is not JSON: {error}. Fetch Spider's tables.json again.") from error
    if not isinstance(entries, list) or not entries:
        raise UserError(f"{path} does not hold a list of databases. Expected Spider's tables.json.")
    for number, entry in enumerate(entries, 1):
        if lacking := [field for field in _NEEDED if not isinstance(entry, dict) or field not in entry]:
            raise UserError(f"Entry {number} of {path} lacks {lacking[0]!r}. Expected Spider's tables.json.")
        if name := _fault(entry):
            raise UserError(f"Entry {number} of {path}, the database {entry['db_id']!r}, has {name} that are malformed or point at "
                            f"what is not there: {str(entry[name])[:60]}. Fetch Spider's tables.json again.")  # fmt: skip
    return {entry["db_id"]: entry for entry in entries}


def _fault(entry: dict) -> str:
    """Return the first field of an entry that is malformed, or points at a table or column that is not there; or ""."""
    _, names, columns, types, primary, foreign = fields = [entry[name] for name in _NEEDED]

    def texts(values: list) -> bool:
        return all(isinstance(value, str) for value in values)

    def column(place: object) -> bool:
        return type(place) is int and 0 <= place < len(columns)

    checks = [
        lambda: isinstance(entry["db_id"], str),
        lambda: texts(names),
        lambda: texts(name for _, name in columns) and all(type(table) is int and -1 <= table < len(names) for table, _ in columns),
        lambda: texts(types) and len(types) == len(columns),
        lambda: all(map(column, _flat(primary))),
        lambda: all(column(one) and column(other) for one, other in foreign),
    ]
    for name, field, check in zip(_NEEDED, fields, checks, strict=True):
        with contextlib.suppress(TypeError, ValueError):
            if isinstance(field, str if name == "db_id" else list) and check():
                continue
        return name
    return ""


def ddl(entry: dict) -> str:
    """Write the CREATE TABLE statements of one entry, with types, primary keys and foreign keys.

    Of a primary key of several columns, tables.json names the first only, so that taking it at its word would forbid a
    country its second language. It is seen by that column being a foreign key as well, or being called like another table or
    its key; then the table's other foreign keys are taken into the key, or else the next column, unless the column is called
    plainly "id". Of 20 such keys in 31 databases, 17 have several columns.
    Not covered: tables that SQLite keeps for itself are left out.

    >>> print(ddl({"table_names_original": ["singer"], "column_names_original": [[-1, "*"], [0, "id"], [0, "full name"]],
    ...            "column_types": ["text", "number", "text"], "primary_keys": [1], "foreign_keys": []}))
    CREATE TABLE singer (
      id NUMERIC,
      "full name" TEXT,
      PRIMARY KEY (id)
    );
    """
    names = [quoted(name) for name in entry["table_names_original"]]
    places = [(table, quoted(column)) for table, column in entry["column_names_original"]]
    hidden = {i for i, name in enumerate(entry["table_names_original"]) if name.lower().startswith("sqlite_")}
    statements = []
    for number, name in enumerate(names):
        columns = [i for i, (table, _) in enumerate(places) if table == number]
        if number in hidden or not columns:
            continue
        foreign = [(a, b) for a, b in entry["foreign_keys"] if a in columns and places[b][0] not in hidden]
        lines = [f"{places[i][1]} {_TYPES.get(entry['column_types'][i], 'TEXT')}" for i in columns]
        if key := _key(entry, number, columns, [a for a, _ in foreign]):
            lines.append(f"PRIMARY KEY ({', '.join(places[i][1] for i in key)})")
        lines += [f"FOREIGN KEY ({places[a][1]}) REFERENCES {names[places[b][0]]} ({places[b][1]})" for a, b in foreign]
        body = ",\n  ".join(lines)
        statements.append(f"CREATE TABLE {name} (\n  {body}\n);")
    return "\n".join(statements)


def _key(entry: dict, table: int, columns: list[int], foreign: list[int]) -> list[int]:
    """Return the columns of a table's primary key."""
    key = [i for i in _flat(entry["primary_keys"]) if i in columns]
    if len(key) != 1 or not (key[0] in foreign or _borrowed(entry, table, key[0])):
        return key
    if entry["column_names_original"][key[0]][1].lower() == "id":
        return key
    others = [i for i in dict.fromkeys(foreign) if i != key[0]] or [i for i in columns if i > key[0]][:1]
    return key + others if others else []


def _flat(keys: list) -> list:
    """Return the columns of all primary keys; newer copies of the file hold a list where a key has several."""
    return [place for key in keys for place in (key if isinstance(key, list) else [key])]


def _borrowed(entry: dict, table: int, key: int) -> bool:
    """Tell whether a key is another table's by its name, and nothing refers to it here."""
    name = entry["column_names_original"][key][1].lower()
    if any(parent == key for _, parent in entry["foreign_keys"]) or is_key(entry["table_names_original"][table].lower(), name):
        return False
    keys = [item for item in entry["primary_keys"] if isinstance(item, int) and item != key]
    others = [other.lower() for i, other in enumerate(entry["table_names_original"]) if i != table]
    owned = {entry["column_names_original"][i][1].lower() for i in keys if entry["column_names_original"][i][0] != table}
    return name in owned or any(name in (other, singular(other)) or (name not in BARE and is_key(other, name)) for other in others)


def is_key(table: str, column: str) -> bool:
    """Tell whether a column is called as the key of a table would be.

    >>> [is_key(*pair) for pair in (("student", "stuid"), ("countries", "country_id"), ("student_courses", "student_id"))]
    [True, True, False]
    """
    match = _KEY.fullmatch(column)
    if not match:
        return False
    stem, name = match["stem"].replace("_", ""), _PREFIX.sub("", table)
    plain = singular(name.replace("_", ""))
    return column in BARE or singular(stem) == plain or (len(stem) >= 3 and "_" not in name and plain.startswith(stem))


def singular(name: str) -> str:
    """Take the plural's ending from a name."""
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
