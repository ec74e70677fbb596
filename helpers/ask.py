"""A question to a database of your own: the model writes a query, it is checked, run within limits, and tried again where it fails."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pandas as pd

from helpers.answers import extract_sql
from helpers.checking import Checked, check
from helpers.errors import UserError
from helpers.linking import Linked, link, schema_text
from helpers.reader import SECONDS, Database
from helpers.scoring.execution import Result

SHOWN_ROWS = 100
_FINAL = {"timeout", "too many rows", "too long"}  # the query was understood; another one would not be a smaller answer to it
_VALUES = 200  # of a column, to find the question's words among them


class WritesSql(Protocol):
    """What a writer must have; `helpers.writer.Writer` is one."""

    include_schema: bool
    dialect: str
    form: str

    def prompt(self, question: str, schema: str) -> str: ...
    def fits(self, prompt: str) -> bool: ...
    def answer(self, prompt: str) -> str: ...
    def others(self, prompt: str, count: int) -> list[str]: ...


@dataclass
class Dictated:
    """A writer that says what it is told to, one answer after the other and then the last again: to see what becomes of a query."""

    answers: list[str]
    include_schema: bool = True
    dialect: str = "sqlite"
    form: str = "full"
    prompts: list[str] = field(default_factory=list)

    def prompt(self, question: str, schema: str) -> str:
        """Put one under the other."""
        return f"{schema}\n\n{question}"

    def fits(self, prompt: str) -> bool:
        """Everything fits."""
        return True

    def answer(self, prompt: str) -> str:
        """Return the next answer, and keep the prompt."""
        self.prompts.append(prompt)
        return self.answers[min(len(self.prompts), len(self.answers)) - 1]

    def others(self, prompt: str, count: int) -> list[str]:
        """There are none."""
        return []


@dataclass(frozen=True)
class Attempt:
    """One query that was tried: how it came about, and what was wrong with it ("" if nothing)."""

    sql: str
    how: str
    error: str = ""
    message: str = ""


@dataclass
class Answer:
    """What came of a question. `message` is "" where there is a table, else the one sentence to show."""

    question: str
    prompt: str
    linked: Linked
    attempts: list[Attempt] = field(default_factory=list)
    sql: str = ""
    rows: list[tuple] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    error: str = ""
    message: str = ""

    @property
    def table(self) -> pd.DataFrame:
        """Return the first rows, at most `SHOWN_ROWS`; `size` says how many there are."""
        return pd.DataFrame([tuple(map(_shown, row)) for row in self.rows[:SHOWN_ROWS]], columns=self.names, dtype=object)

    @property
    def size(self) -> str:
        """Say how many rows there are, and how many of them the table shows."""
        if self.message:
            return ""
        count = f"{len(self.rows):,} row{'s' * (len(self.rows) != 1)}"
        return count + (f", of which the first {SHOWN_ROWS} are shown" if len(self.rows) > SHOWN_ROWS else "")

    def history(self) -> pd.DataFrame:
        """Return every attempt: its query, how it came about, and what was wrong."""
        rows = [(attempt.sql, attempt.how, attempt.message or "ran") for attempt in self.attempts]
        return pd.DataFrame(rows, columns=["query", "written", "outcome"], index=range(1, len(rows) + 1))


def ask(
    database: Database, writer: WritesSql, question: str, *, attempts: int = 3, sample_values: int = 0, seconds: float = SECONDS
) -> Answer:
    """Ask a question of a database and return the query, its rows, and every attempt on the way.

    The first query is that of greedy decoding. Where it fails, the model gets the query and the message in its prompt. Greedy
    decoding answers the same prompt in the same way, and a small model may not heed the message: where it repeats a query
    that has failed, the next is the likeliest of a beam search on the first prompt that was not tried and that passes the check.
    A query that was stopped, or returns too much, is not tried again: it was understood.

    Not covered: a query that runs and answers another question. Read it.

    Args:
        database: from `reader.open_database`.
        writer: from `writer.load_writer`.
        question: in words.
        attempts: queries at most, checked or run.
        sample_values: of each column, put into the schema as a comment; the models here were trained without.
        seconds: for each query.

    Raises:
        UserError: no question, one too long for the model, or a database that is gone or in use.
    """
    if not (question := " ".join(question.split())):
        raise UserError("There is no question. Type one, such as: How many rows has each table?")
    schema, linked = _schema(database, writer, question, sample_values)
    answer = Answer(question, writer.prompt(question, schema), linked)
    for sql, how in _queries(database, writer, answer, schema, attempts):
        checked = check(sql, database, writer.dialect)
        result = Result(None, error=checked.error, message=checked.message) if checked.error else None
        names: list[str] = []
        if result is None:
            result, names = database.run(checked.sql, seconds)
        answer.attempts.append(Attempt(sql, how, result.error, _message(result, checked, seconds)))
        if not result.error:
            answer.sql, answer.rows = checked.sql, result.rows
            answer.names = _unique(names or checked.names, result.columns)
            answer.error = answer.message = ""
            return answer
        if result.error in _FINAL:
            break
    last = answer.attempts[-1] if answer.attempts[-1].error in _FINAL else answer.attempts[0]
    answer.sql, answer.error, answer.message = last.sql, last.error, last.message
    return answer


def _schema(database: Database, writer: WritesSql, question: str, sample_values: int) -> tuple[str, Linked]:
    """Return as much of the schema as fits, as text, and say what that is."""
    tables, samples = database.tables, {}
    if not writer.include_schema:
        return "", Linked([], {}, list(tables), {})

    def text(some) -> str:
        for table in some:
            if sample_values and table.name not in samples:
                samples[table.name] = database.samples(table, sample_values)
        return schema_text(some, writer.form, samples)

    def fits(some) -> bool:
        return writer.fits(writer.prompt(question, text(some)))

    narrow = writer.form == "narrow"  # trained on schemas of what the answer uses: whole ones lead such a model astray
    whole = not narrow and fits(list(tables.values()))
    values = {} if whole else {name: database.samples(table, _VALUES) for name, table in tables.items()}
    linked = link(question, tables, fits, values, related=narrow)
    if not fits(linked.tables):
        raise UserError("The question leaves no room for a single column of the schema. Ask a shorter one, or raise max_length.")
    return text(linked.tables), linked


def _queries(database: Database, writer: WritesSql, answer: Answer, schema: str, attempts: int) -> Iterator[tuple[str, str]]:
    """Yield queries to try, each after `answer.attempts` has got what became of the one before."""
    yield extract_sql(writer.answer(answer.prompt)), "greedy"
    others: list[str] | None = None
    while len(answer.attempts) < attempts:
        tried = {_same(attempt.sql) for attempt in answer.attempts}
        last = answer.attempts[-1]
        told = writer.prompt(f"{answer.question}\n-- {last.sql}\n-- fails: {last.message}", schema)
        sql = extract_sql(writer.answer(told)) if writer.fits(told) else ""
        if sql and _same(sql) not in tried:
            yield sql, "told the message"
            continue
        if others is None:
            others = [extract_sql(text) for text in writer.others(answer.prompt, 2 * attempts)]
        fresh = [sql for sql in others if _same(sql) not in tried and not check(sql, database, writer.dialect).error]
        if not fresh:
            return
        yield fresh[0], "next likeliest"


def _same(sql: str) -> str:
    return " ".join(sql.split()).rstrip(";").lower()


def _message(result: Result, checked: Checked, seconds: float) -> str:
    """Return the one sentence for an error, with what to do where that helps."""
    if not result.error or checked.error:
        return checked.message
    if result.error == "timeout":
        return f"The query was stopped: it takes longer than {seconds:g} s. Ask about less, or raise the seconds."
    if result.error in ("too many rows", "too long"):
        return f"The answer is too large: {result.message}. Ask for a count, a total, or fewer rows."
    if result.error in ("not a query", "forbidden", "several statements"):
        return f"Only queries that read this database are run, and nothing was changed: {result.message.rstrip('.')}."
    return f"The database refuses the query: {result.message.rstrip('.')}."


def _unique(names: list[str], count: int) -> list[str]:
    """Return one name a column, numbered where they repeat or cannot be told."""
    names = names if len(names) == count else [f"column {number}" for number in range(1, count + 1)]
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    counted: dict[str, int] = {}
    unique = []
    for name in names:
        counted[name] = counted.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({counted[name]})")
    return unique


def _shown(value: object) -> object:
    return f"{len(value):,} bytes" if isinstance(value, bytes) else value
