"""Practice rows in the shapes of three public data sets, and a database's schema as text."""

import hashlib
import re
import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from sqlglot import exp, parse_one

from helpers.practice.catalog import databases
from helpers.practice.grammar.domain import quoted
from helpers.scoring.execution.schemas import columns_of, file_uri, relations

_COMPLEXITY = {
    "basic SQL": "basic SQL with a simple select statement",
    "aggregation": "aggregation functions (COUNT, SUM, AVG, MIN, MAX, etc.), and HAVING clause",
    "single join": "only one join (specify inner, outer, cross)",
    "multiple_joins": "two or more joins (specify inner, outer, cross)",
    "subqueries": "subqueries, including correlated and nested subqueries",
    "set operations": "UNION, INTERSECT, and EXCEPT",
}


def schema_text(folder: Path, db_id: str) -> str:
    """Return a database's CREATE TABLE statements as its SQLite file has them, one line a table, ready to be run."""
    return ";\n".join(_statements(str(database_file(folder, db_id))).values())


def to_spider(row: dict) -> dict:
    """Return a row as Spider has it: `db_id`, `question`, `query`."""
    return {"db_id": row["db_id"], "question": row["question"], "query": row["sql"]}


def to_create_context(row: dict, folder: Path) -> dict:
    """Return a row as sql-create-context has it: `question`, `context`, `answer`.

    The context is as narrow as there: only the tables and columns that the answer uses, INTEGER or VARCHAR, no keys. So it
    tells the answer's columns to whoever reads it, which a real schema does not: scores on it are higher than they would be
    on whole schemas. A table of which only the rows count (`COUNT(*)`) keeps its key.
    """
    types = _columns(str(database_file(folder, row["db_id"])))
    used = used_columns(row["sql"], types)
    tables = []
    for table, columns in used.items():
        kept = columns or [next(iter(types[table]))]
        fields = [f"{quoted(column)} {'VARCHAR' if types[table][column] == 'TEXT' else 'INTEGER'}" for column in kept]
        tables.append(f"CREATE TABLE {quoted(table)} ({', '.join(fields)})")
    return {"question": row["question"], "context": "; ".join(tables), "answer": row["sql"]}


def to_gretel(row: dict, folder: Path, filled: bool = True) -> dict:
    """Return a row with the fields of gretelai/synthetic_text_to_sql; the context creates and, if `filled`, fills the tables it uses.

    All rows of these tables are there, so that the query gives the same answer on the context as on the file. The task
    type is always "analytics and reporting" (nothing here writes), and there is no explanation.
    """
    about = _about()[row["db_id"]]
    complexity = _complexity(row["sql"])
    path = str(database_file(folder, row["db_id"]))
    statements = _statements(path)
    used = used_columns(row["sql"], _columns(path))
    # Parents before children, as the file has them.
    inserts = {table: f"; {_insert(path, table)}; " if filled else ";\n" for table in statements if table in used}
    context = "".join(statements[table] + insert for table, insert in inserts.items()).strip().removesuffix("" if filled else ";")
    return {
        "id": _identity(row),
        "domain": row["db_id"].replace("_", " "),
        "domain_description": f"Practice data about {about}.",
        "sql_complexity": complexity,
        "sql_complexity_description": _COMPLEXITY[complexity],
        "sql_task_type": "analytics and reporting",
        "sql_task_type_description": "generating reports, dashboards, and analytical insights",
        "sql_prompt": row["question"],
        "sql_context": context,
        "sql": row["sql"],
        "sql_explanation": "",
    }


def folded(text: str) -> str:
    """Fold what does not make another question or query: case, blanks, quotes."""
    return re.sub(r"[\s\"'`]+", " ", text).strip(" ?.;").lower()


def used_columns(sql: str, schema: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Return the tables of a query with the columns it uses, both in the order of the schema.

    Covers what the practice queries are made of: qualified columns, and columns without a table in a SELECT over one table,
    nested at any depth. Not covered: tables made by a query (CTEs, subqueries in FROM).
    """
    tree = parse_one(sql, read="sqlite")
    used: dict[str, set[str]] = {}
    for select in tree.find_all(exp.Select):
        for table in _tables(select).values():
            used.setdefault(table, set())
    for column in tree.find_all(exp.Column):
        select = column.find_ancestor(exp.Select)
        while select is not None:
            found = [table for alias, table in _tables(select).items() if column.table in ("", alias) and column.name in schema[table]]
            if found:
                used[found[0]].add(column.name)
                break
            select = select.find_ancestor(exp.Select)
    return {table: [column for column in columns if column in used[table]] for table, columns in schema.items() if table in used}


def _tables(select: exp.Select) -> dict[str, str]:
    """Return a SELECT's own tables by the names that its columns use."""
    clause = select.args.get("from") or select.args.get("from_")  # sqlglot 28 renamed the key
    sources = [clause.this, *(join.this for join in select.args.get("joins") or [])]
    return {source.alias_or_name: source.name for source in sources}


def _complexity(sql: str) -> str:
    tree = parse_one(sql, read="sqlite")
    joins = len(list(tree.find_all(exp.Join)))
    if isinstance(tree, exp.SetOperation):
        return "set operations"
    if len(list(tree.find_all(exp.Select))) > 1:
        return "subqueries"
    if joins:
        return "single join" if joins == 1 else "multiple_joins"
    return "aggregation" if list(tree.find_all(exp.AggFunc)) else "basic SQL"


def _identity(row: dict) -> int:
    """Return a number that stays with the row when others are added."""
    return int.from_bytes(hashlib.sha256(f"{row['db_id']} {row['question']}".encode()).digest()[:4], "big")


def database_file(folder: Path, db_id: str) -> Path:
    """Return where a database lies in the folder of the practice data."""
    return Path(folder) / "database" / db_id / f"{db_id}.sqlite"


def _open(path: str) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(file_uri(path), uri=True))


@lru_cache(maxsize=64)
def _statements(path: str) -> dict[str, str]:
    with _open(path) as connection:
        return {name: statement for name, kind, statement in relations(connection) if kind == "table"}


@lru_cache(maxsize=64)
def _columns(path: str) -> dict[str, dict[str, str]]:
    with _open(path) as connection:
        return {table: {column.name: column.type for column in columns_of(connection, table)} for table in _statements(path)}


@lru_cache(maxsize=256)
def _insert(path: str, table: str) -> str:
    quotes = ", ".join(f"quote({quoted(column)})" for column in _columns(path)[table])
    with _open(path) as connection:
        rows = [f"({', '.join(row)})" for row in connection.execute(f"SELECT {quotes} FROM {quoted(table)} ORDER BY rowid")]
    columns = ", ".join(quoted(column) for column in _columns(path)[table])
    return f"INSERT INTO {quoted(table)} ({columns}) VALUES {', '.join(rows)}"


@lru_cache(maxsize=1)
def _about() -> dict[str, str]:
    return {database.db_id: database.about for database in databases()}
