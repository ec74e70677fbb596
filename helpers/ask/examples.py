"""Questions and queries of your own, checked by running them, as a data set that notebooks 01 and 06 train on."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlglot import exp

from helpers import UserError
from helpers.ask.check import check
from helpers.ask.database import SECONDS, Database
from helpers.ask.schema import Table, link, schema_text
from helpers.data.sources import read_file
from helpers.files import json_text, write_whole
from helpers.scoring.execution.sql import parse_statement

MAX_SCHEMA = 6_000  # characters of one row's schema, some 2,000 tokens (an estimate: three characters a token)


@dataclass(frozen=True)
class Export:
    """What was written, and what was left out and why (one row each: line, question, sql, reason)."""

    path: Path
    rows: int
    left_out: pd.DataFrame
    empty: int  # queries that return no rows: right, perhaps, but nothing was seen to prove it

    def summary(self) -> str:
        """Say what came of it in a line or two."""
        text = f"{self.rows} examples written to {self.path.name}, {len(self.left_out)} left out"
        return text + (f"; the queries of {self.empty} return no rows: look at them" if self.empty else "")


def export_examples(
    pairs: Path | str, database: Database, target: Path | str, *, question: str = "question", sql: str = "sql", form: str = "ddl",
    seconds: float = SECONDS,
) -> Export:  # fmt: skip
    """Write question and SQL pairs from a csv or jsonl file as a data set with `question`, `schema`, `sql`, `db_id`, `database`.

    A query that is refused, fails or repeats a question is left out and listed. Of a large schema each row keeps what the
    question and the query need, as asking does. Give the target's path as `dataset_id` of a training notebook.
    Not covered: whether a query answers its question. That is yours to know. Raise UserError where the file, a column or every row is of
    no use, or the database is no SQLite file.

    Args:
        pairs: a .csv (with a header) or .jsonl file.
        database: that the queries are about; a SQLite file, because training scores by running queries in SQLite.
        target: a .jsonl file to write.
        question: the column of the questions.
        sql: the column of the queries.
        form: of the schema, "ddl", "narrow" or "keys" (`schema_form.FORMS`); any other is made of "ddl" in training.
        seconds: for each query.
    """
    pairs, target = Path(pairs).expanduser(), Path(target).expanduser()
    if database.engine != "sqlite":
        raise UserError(f"{database.path} is no SQLite file, and training scores by running queries in SQLite. Export its tables to one.")
    if target.suffix.lower() != ".jsonl":
        raise UserError(f"The data set {target} has to end in .jsonl.")
    if pairs.resolve() == target.resolve():
        raise UserError(f"{pairs} would be overwritten. Name another target.")
    form = form if form in ("narrow", "keys") else "ddl"
    kept, left_out, empty = {}, [], 0
    for number, row in enumerate(_rows(pairs, question, sql), 1):
        asked, query = " ".join(row[question].split()), row[sql].strip().rstrip("; \r\n\t")
        reason, rows = ("the question stands twice", None) if asked.lower() in kept else _outcome(asked, query, database, seconds)
        if reason:
            left_out.append((number, asked, query, reason))
            continue
        empty += not rows
        kept[asked.lower()] = {
            "question": asked, "schema": _schema(asked, query, database, form), "sql": query, "db_id": database.path.stem,
            "database": str(database.path),
        }  # fmt: skip
    table = pd.DataFrame(left_out, columns=["row", "question", "sql", "reason"])
    if not kept:
        raise UserError(f"None of the {len(table)} rows of {pairs} can be used. The first: {table['reason'].iloc[0]}")
    write_whole(target, "".join(json_text(row) + "\n" for row in kept.values()))
    return Export(target, len(kept), table, empty)


def _outcome(question: str, sql: str, database: Database, seconds: float) -> tuple[str, list[tuple] | None]:
    """Return why a pair cannot be used, or "" and the rows of its query."""
    if not question:
        return "there is no question", None
    if (checked := check(sql, database)).error:
        return checked.message, None
    result, _ = database.run(checked.sql, seconds)
    return result.message, result.rows


def _rows(pairs: Path, question: str, sql: str) -> list[dict]:
    if not pairs.is_file():
        raise UserError(f"There is no file {pairs}. Give a .csv with the columns {question} and {sql}.")
    rows = [row for _, row in read_file(pairs)]
    missing = [name for name in (question, sql) if not any(isinstance(row.get(name), str) for row in rows)]
    if missing:
        raise UserError(f"{pairs} has no column {missing[0]!r} with texts in it; it has {', '.join(sorted(map(str, rows[0])))}.")
    return [{name: row.get(name) or "" for name in (question, sql)} for row in rows]


def _schema(question: str, sql: str, database: Database, form: str) -> str:
    """Return the schema for one row, with the query's own tables in any case."""
    try:
        named = {table.name.lower() for table in parse_statement(sql).find_all(exp.Table)}
    except ValueError:  # SQLite has run it, sqlglot does not know all of SQLite
        named = {name.lower() for name in database.tables if name.lower() in sql.lower()}
    used = {name for name in database.tables if name.lower() in named}

    def fits(tables: list[Table]) -> bool:
        return len(schema_text(tables, form)) <= MAX_SCHEMA or {table.name for table in tables} <= used

    return schema_text(link(question, database.tables, fits, needed=used, related=form == "narrow").tables, form)
