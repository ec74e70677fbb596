"""Tables made from the CREATE statements that data sets ship as a schema, and the tables of a file. Standard library only."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

MAX_STEPS = 2_000_000  # of SQLite's virtual machine in one statement, some 50 ms
MAX_DATABASE = 8 * 2**20  # bytes

_BLANK = r"(?:\s|--[^\n]*(?:\n|$)|/\*(?:[^*]|\*(?!/))*(?:\*/|$))"
_CREATE = re.compile(rf"{_BLANK}*CREATE\s+(TEMP\w*\s+)?(?:TABLE|VIEW)\b", re.IGNORECASE)
_MODULE = re.compile(r"CREATE\s+VIRTUAL.*?\bUSING\W+(\w+)", re.IGNORECASE | re.DOTALL)
# How the tables end that a virtual one keeps beside it, by its module; of any other module, those of full text.
_SHADOWS = {"fts5": "config content data docsize idx", **dict.fromkeys(("rtree", "rtree_i32", "geopoly"), "node parent rowid")}
_FTS = "content docsize segdir segments stat"
_CONTENT = re.compile(r"\bcontent\s*=", re.IGNORECASE)  # the text is in a table of one's own
_TOKEN = re.compile(r"""--[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?|'[^']*'?|"[^"]*"?|`[^`]*`?|\[[^]]*\]?|\w+|\S""")
TABLE = re.compile(r'CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?("[^"]+"|`[^`]+`|\[[^]]+\]|\w+)', re.IGNORECASE)
# One column definition or constraint: everything up to a comma that stands in no quotes and no parentheses.
PARTS = re.compile(r"""(?:'[^']*'|"[^"]*"|`[^`]*`|\[[^]]*\]|\((?:[^()]|\([^()]*\))*\)|[^,'"`\[(])+""")

_UNENDED = re.compile(  # names, texts and comments are passed over
    r"""(?P<none>```\w*|(?<=\bCREATE)\s++OR\s++REPLACE(?=\s++(?:TABLE|VIEW)\b))|(?P<go>(?m:^)GO[ \t]*+(?m:$))"""
    r"""|(?P<kept>'(?:[^']|'')*+'|"(?:[^"]|"")*+"|`[^`]*+`|\[[^]]*+(?:\]|$)|--[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|$))"""
    r"""|(?P<end>\)(?:\s*+(?:,\s*+)?(?:STRICT|WITHOUT\s++ROWID)\b)*+)(?=(?:\s|--[^\n]*+\n|/\*(?:[^*]|\*(?!/))*+\*/)++"""
    r"""(?:INSERT\s++INTO|CREATE\s++(?:OR\s++REPLACE\s++)?(?:(?:TEMP|TEMPORARY|UNIQUE)\s++)?(?:TABLE|VIEW|INDEX))\b)""",
    re.IGNORECASE,
)
_FOREIGN = re.compile(  # what SQLite does not read in a CREATE TABLE; an ENUM or SET becomes TEXT
    r"(?i)\bAUTO_?INCREMENT\b|\bGENERATED (?:ALWAYS|BY DEFAULT) AS IDENTITY(?: ?\([^)]*\))?|\bDEFAULT [\w.]+ ?\([^()]*\)"
    r"|\bCOMMENT '(?:[^']|'')*'|\b(?:CHARACTER SET|COLLATE) (?!NOCASE|BINARY|RTRIM)\w+|\bON UPDATE \w+(?:\(\))?(?=\s*[,)])|\(MAX\)"
    r"|\b(ENUM|SET) ?\(\s*'[^)]*\)|(?<=\))(?:\s+(?:UNSIGNED|SIGNED|ZEROFILL))+\b|\b(?:NON)?CLUSTERED\b|(?<=DEFAULT )b(?=')"
    r"|(?<=\d) (?:BYTE|CHAR)(?=\))|::\s*\w+(?: varying| precision)?(?:\(\d+\))?(?:\[\])?|,(?=\s*\)\W*\Z)"
    r"|,\s*(?:(?:UNIQUE|FULLTEXT|SPATIAL)\s+)?(?:KEY|INDEX)\s[^(),]*\((?!\s*[\d'])(?:[^()]|\(\d+\))*\)[^(),']*(?=[,)])"
    r"|(?<![\w.'])[\"`[]?(?:public|dbo)[\"`\]]?\s*\.(?=\s*[\"`[\w])"
)
_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)
# SQLite's keywords that it does not take for a name without quotes.
_RESERVED = set(
    "ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CAST CHECK COLLATE COMMIT CONSTRAINT CREATE CROSS CURRENT_DATE CURRENT_TIME "
    "CURRENT_TIMESTAMP DEFAULT DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM FULL GROUP HAVING IF IN INDEX "
    "INNER INSERT INTERSECT INTO IS ISNULL JOIN LEFT LIMIT NATURAL NOT NOTHING NOTNULL NULL ON OR ORDER OUTER PRIMARY RAISE REFERENCES "
    "RETURNING RIGHT SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES WHEN WHERE".split()
)


class Column(NamedTuple):
    """One column as a database lists it."""

    name: str
    type: str  # as declared
    key: int = 0  # its place in the primary key, from 1; 0 where it is in none
    filled: bool = False  # NOT NULL
    hidden: int = 0  # 1: `SELECT *` leaves it out; 2 or 3: computed from others


class Link(NamedTuple):
    """A foreign key: these columns refer to those of another table, to its key where the statement names none."""

    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


def file_uri(path: Path | str) -> str:
    """Return the address under which SQLite only reads a file: immutable, or it may put a journal or a lock beside it."""
    return f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"


def relations(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """List (name, "table", "virtual" or "view", statement) by creation, without SQLite's own and those that hold a virtual one's rows."""
    found = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid").fetchall()
    modules = {name: (module[1].lower(), sql) for name, _, sql in found if (module := _MODULE.match(sql or ""))}
    hidden = set()
    for name, (module, sql) in modules.items():
        endings = set(_SHADOWS.get(module, _FTS).split()) - ({"content"} if _CONTENT.search(sql) else set())
        hidden |= {f"{name}_{ending}" for ending in endings}
    listed = [row for row in found if row[0] not in hidden and not row[0].lower().startswith("sqlite_")]
    return [(name, "virtual" if name in modules else kind, sql) for name, kind, sql in listed]


def columns_of(connection: sqlite3.Connection, table: str) -> list[Column]:
    """List the columns of a table or view, hidden ones too."""
    return [
        Column(name, " ".join((declared or "").split()), place, bool(filled), hidden)
        for _, name, declared, filled, _, place, hidden in connection.execute(f"PRAGMA table_xinfo({quote(table)})")
    ]


def links_of(connection: sqlite3.Connection, table: str) -> list[Link]:
    """List the foreign keys of a table as its statement does; the names are spelled as there."""
    rows = connection.execute(f"PRAGMA foreign_key_list({quote(table)})").fetchall()
    grouped: dict[int, list[tuple]] = {}
    for row in sorted(rows, key=lambda row: (-row[0], row[1])):  # SQLite lists the last one first
        grouped.setdefault(row[0], []).append(row)
    return [Link(tuple(row[3] for row in parts), parts[0][2], tuple(row[4] for row in parts if row[4])) for parts in grouped.values()]


def open_memory(schema: str) -> sqlite3.Connection:
    """Make the tables of a schema in a new database in memory, within bounds of size and steps.

    Not covered: one long call inside SQLite; only the end of the process ends it. Raise sqlite3.Error where SQLite refuses a statement, or
    it passes a bound.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_000_000)
    for pragma in ("page_size = 1024", f"max_page_count = {MAX_DATABASE // 1024}", "temp_store = MEMORY"):  # small files
        connection.execute(f"PRAGMA {pragma}")
    connection.set_progress_handler(lambda: True, MAX_STEPS)  # called the first time, it stops the statement
    try:
        create_tables(connection, schema)
    except BaseException:
        connection.close()
        raise
    return connection


def create_tables(connection: sqlite3.Connection, schema: str) -> None:
    """Run the CREATE TABLE and CREATE VIEW statements of a schema, and nothing else of it.

    What sql-create-context repeats is merged: of a table that is created twice, the second adds the columns that the first
    lacks; a column that a table names twice is kept once. What is TEMP stands in the database itself.
    What other dialects say of a column or table, such as AUTO_INCREMENT and ENGINE, is left out where SQLite refuses it.
    Not covered: types that SQLite does not know are taken as it takes them. Raise sqlite3.Error where SQLite refuses a statement.
    """
    for statement in map(lasting, filter(_CREATE.match, statements(schema))):
        try:
            connection.execute(statement)
        except UnicodeEncodeError as error:
            raise sqlite3.ProgrammingError("a CREATE statement holds half of a character (a lone surrogate)") from error
        except sqlite3.OperationalError as error:
            if "duplicate column name" in str(error):
                connection.execute(_without_repeats(statement))
            elif "already exists" in str(error):
                _merge(connection, statement)
            elif "disk is full" in str(error) or (plainer := _plainer(statement)) == statement:
                raise
            else:
                connection.execute(plainer)


def _plainer(statement: str) -> str:
    """Return a CREATE TABLE without what SQLite does not read: in its columns, and behind their list, as in `) ENGINE=InnoDB`."""
    text, depth = _FOREIGN.sub(lambda found: "TEXT" if found[1] else "", statement), 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == ")" and not depth:
            return text[: token.end()]
    return text


def separated(schema: str) -> str:
    """Return the text of a schema with the semicolons that SQLite wants.

    NSText2SQL has none between its tables, SQL Server has GO. A Markdown fence and OR REPLACE are left out.
    """
    return _UNENDED.sub(lambda found: found["kept"] or f"{found['end'] or ''};" * (not found["none"]), schema)


def lasting(statement: str) -> str:
    """Return a CREATE statement without TEMP: what is temporary is in no file."""
    found = _CREATE.match(statement)
    return statement[: found.start(1)] + statement[found.end(1) :] if found and found[1] else statement


def statements(script: str) -> Iterator[str]:
    """Split a script at the semicolons that SQLite takes for ends: outside quotes, comments and the body of a trigger.

    >>> [text.strip() for text in statements("SELECT ';'; SELECT 2")]
    ["SELECT ';';", 'SELECT 2']
    """
    start, tokens, trigger = 0, [], False  # the first tokens since the last semicolon
    for found in _TOKEN.finditer(script):
        if found[0] == ";":
            if not trigger or tokens == ["END"]:
                yield script[start : found.end()]
                start, trigger = found.end(), False
            tokens = []
        elif not found[0].startswith(("--", "/*")) and len(tokens) < 4:
            tokens.append(found[0].upper())
            trigger = trigger or ((tokens[0], tokens[-1]) == ("CREATE", "TRIGGER") and tokens[1:-1] in ([], ["TEMP"], ["TEMPORARY"]))
    if script[start:].strip():
        yield script[start:]  # the last one needs no semicolon


def quote(name: str) -> str:
    """Put a name in double quotes."""
    return '"' + name.replace('"', '""') + '"'


def quoted(name: str) -> str:
    """Put a name in double quotes where SQLite needs them."""
    return name if _PLAIN.fullmatch(name) and name.upper() not in _RESERVED else quote(name)


def _merge(connection: sqlite3.Connection, statement: str) -> None:
    """Add what a second CREATE of a table names and the first does not."""
    name = TABLE.search(statement)
    if name is None:
        return  # a view: the first one stands
    bare = name[1].strip('"`[]')
    known = {column.name.lower() for column in columns_of(connection, bare)}
    with closing(open_memory(statement)) as scratch:
        for column in columns_of(scratch, bare):
            if column.name.lower() not in known and not column.hidden:
                connection.execute(f"ALTER TABLE {name[1]} ADD COLUMN {quote(column.name)} {column.type}")


def _without_repeats(statement: str) -> str:
    """Drop the second and later definitions of a column; SQLite compares names without case."""
    head, _, rest = statement.partition("(")
    body, _, tail = rest.rpartition(")")
    kept: dict[str, str] = {}
    for part in PARTS.findall(body):
        word = next(iter(part.lower().split()), "")
        kept.setdefault(part if word in ("foreign", "unique", "check", "constraint") else word.strip('"`[]'), part)
    return f"{head}({','.join(kept.values())}){tail}"


def turned_copy(database: str, path: Path) -> Path:
    """Copy the tables of a database, their rows in reverse order, without keys and indexes; views are kept."""
    address = file_uri(database)
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(path, uri=True)) as copy:
        copy.execute(f"PRAGMA encoding = '{source.execute('PRAGMA encoding').fetchone()[0]}'")
        copy.execute("ATTACH ? AS source", (address,))
        copy.execute("PRAGMA reverse_unordered_selects = 1")
        for name, kind, sql in relations(source):
            if kind == "view":
                copy.execute(sql)
            else:
                _copy_table(copy, name, columns_of(source, name), sql)
        copy.commit()
    return path


def _copy_table(copy: sqlite3.Connection, table: str, columns: list[Column], statement: str) -> None:
    written = []
    for name, declared, *_ in columns:
        collation = re.search(rf"\b{re.escape(name)}\b[^,]*\b(COLLATE\s+\w+)", statement, re.IGNORECASE)
        written.append(f"{quote(name)} {declared} {collation[1] if collation else ''}")
    copy.execute(f"CREATE TABLE main.{quote(table)} ({', '.join(written)})")
    names = ", ".join(quote(column.name) for column in columns)  # where all are asked for by *, SQLite copies pages, not in reverse
    copy.execute(f"INSERT INTO main.{quote(table)} SELECT {names} FROM source.{quote(table)}")
