"""A question to a database of your own: the model writes a query, it is checked, run within limits, and tried again where it fails."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pandas as pd

from helpers import UserError
from helpers.ask.check import COMMANDS, check, refused
from helpers.ask.database import SECONDS, Database
from helpers.ask.hints import places, said
from helpers.ask.schema import Linked, Table, link, schema_text
from helpers.evaluation.vote import hold_ballots
from helpers.prompts import dialects
from helpers.prompts.answers import extract_sql
from helpers.prompts.schema_form import ROWS
from helpers.scoring.execution.sandbox import MAX_SQL

SHOWN_ROWS = 100
_FINAL = {"timeout", "too many rows", "too long"}  # the query was understood; another one would not be a smaller answer to it
SCOPES = ("auto", "linked", "full")
_VALUES = 200  # of a column, to find the question's words among them


class WritesSql(Protocol):
    """What a writer must have; `helpers.ask.model.Writer` is one."""

    include_schema: bool
    dialect: str
    form: str

    def prompt(self, question: str, schema: str) -> str: ...
    def fits(self, prompt: str) -> bool: ...
    def answer(self, prompt: str) -> str: ...
    def others(self, prompt: str, count: int) -> list[str]: ...
    def drawn(self, prompt: str, count: int) -> list[tuple[str, float]]: ...


@dataclass
class Dictated:
    """A writer that says what it is told to, one answer after the other and then the last again: to see what becomes of a query."""

    answers: list[str]
    include_schema: bool = True
    dialect: str = "sqlite"
    form: str = "ddl"
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

    def drawn(self, prompt: str, count: int) -> list[tuple[str, float]]:
        """Return the answers, over and over, each as likely as any."""
        return [(self.answers[number % len(self.answers)], 0.0) for number in range(count)]


@dataclass(frozen=True)
class Attempt:
    """One query that was tried: how it came about, and what was wrong with it ("" if nothing)."""

    sql: str
    how: str
    error: str = ""
    message: str = ""


@dataclass
class Answer:
    """What came of a question. `message` is "" where there is a table, else the one sentence to show; `note` is to be said in any case."""

    question: str
    prompt: str
    linked: Linked
    attempts: list[Attempt] = field(default_factory=list)
    sql: str = ""
    rows: list[tuple] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    error: str = ""
    message: str = ""
    note: str = ""
    samples: int = 1  # answers that voted
    confidence: float | None = None  # of a vote: the share of the answers that mean the same as the first query that was tried
    runner_up: str = ""  # the query that the next most answers agree on

    @property
    def table(self) -> pd.DataFrame:
        """Return the first rows, at most `SHOWN_ROWS`; `size` says how many there are."""
        return pd.DataFrame(
            [tuple(map(_shown, row)) for row in self.rows[:SHOWN_ROWS]], columns=list(map(_shown, self.names)), dtype=object
        )

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
    database: Database, writer: WritesSql, question: str, *, attempts: int = 3, sample_values: int = 0, seconds: float = SECONDS,
    schema_scope: str = "auto", samples: int = 1,
) -> Answer:  # fmt: skip
    """Ask a question of a database and return the query, its rows, and every attempt on the way.

    The first query is that of greedy decoding, or the one on which most of several drawn answers agree. Where it fails, the model gets
    the query and the message in its prompt. Greedy decoding answers the same prompt in the same way, and a small model may not heed the
    message: where it repeats a query that has failed, the next is the likeliest of a beam search on the first prompt that was not tried
    and that passes the check.
    A query that was stopped, or returns too much, is not tried again: it was understood. Where a query finds nothing and a text
    of it stands in another column, the model is told so, once.

    Not covered: a query that runs and answers another question. Read it.

    Args:
        database: from `reader.open_database`.
        writer: from `writer.load_writer`.
        question: in words.
        attempts: queries at most, checked or run; the one after an empty answer is not counted.
        sample_values: of each column, put into the schema as a comment; the models here were trained without.
        seconds: for each query.
        samples: answers that are drawn for a vote; 1 takes the greedy one.
        schema_scope: "linked" shows the tables nearest to the question, "full" all that fit; "auto" decides by how the model was trained.

    Raises:
        UserError: no question, one too long for the model, a value out of range, or a database that is gone or in use.
    """
    if not (question := _clean(_one_line(question))):
        raise UserError("There is no question. Type one, such as: How many rows has each table?")
    for name, value, least in (("attempts", attempts, 1), ("sample_values", sample_values, 0), ("seconds", seconds, 0.001),
                               ("samples", samples, 1)):  # fmt: skip
        if not value >= least:
            raise UserError(f"{name} is {value}: expected at least {least}.")
    if schema_scope not in SCOPES:
        raise UserError(f"schema_scope is {schema_scope!r}: expected one of {', '.join(SCOPES)}.")
    used_only = getattr(writer, "related_only", writer.form == "narrow")  # what training showed: a whole schema leads it astray
    related = schema_scope == "linked" or (schema_scope == "auto" and used_only)
    schema, linked = _schema(database, writer, question, sample_values, related)
    answer = Answer(question, writer.prompt(question, schema), linked, samples=samples)
    for text, how in _queries(database, writer, answer, schema, attempts):
        last = _try(database, writer, answer, text, how, seconds)
        if not last.error and _nothing(answer.rows):
            _ask_again(database, writer, answer, schema, sample_values, seconds)
        if not last.error or last.error in _FINAL:
            break
    if not answer.sql:
        last = answer.attempts[-1] if answer.attempts[-1].error in _FINAL else answer.attempts[0]
        answer.sql, answer.error, answer.message = last.sql, last.error, last.message
    if answer.confidence is not None:
        next_most = f", the next most with: {_one_line(answer.runner_up)}" if answer.runner_up else ""
        told = f"Of {samples} answers {answer.confidence:.0%} agree with the first query{next_most}."
        answer.note = " ".join(filter(None, (answer.note, told)))
    return answer


def _try(database: Database, writer: WritesSql, answer: Answer, text: str, how: str, seconds: float) -> Attempt:
    """Check and run what a model wrote, keep the attempt, and put what came of it into the answer if it ran."""
    sql = written_query(text)
    checked = check(sql, database, writer.dialect)
    error, message = checked.error, checked.message
    if not error:
        result, names = database.run(checked.sql, seconds)
        error, message = result.error, result.error and refused(result, database.engine, seconds)
    attempt = Attempt(_clean(sql), how, error, _clean(message))
    answer.attempts.append(attempt)
    if not error:
        answer.sql, answer.rows, answer.names = checked.sql, result.rows, _unique(names, result.columns)
        answer.note = " ".join(filter(None, (_rest(text, sql), checked.note)))
    return attempt


def written_query(text: str) -> str:
    """Cut the query out of an answer as scoring does; what is too long to be one is left as it is."""
    return text if len(text) > 4 * MAX_SQL else extract_sql(text)


def _rest(text: str, sql: str) -> str:
    """Say which further statement of an answer was not run."""
    whole, query = _one_line(text), _one_line(sql).rstrip("; ")
    rest = whole[whole.find(query) + len(query) :].lstrip("; ") if query in whole else ""
    word = re.match(r"\w*", rest)[0]
    known = word.upper() in COMMANDS | {"SELECT", "WITH"} and (word.isupper() or word.islower())  # "With this query, ..." is prose
    return f"Only the first statement was run, not what follows it: {_clean(rest[:60]).rstrip('; ')}." if known else ""


def _clean(text: str) -> str:
    """Return a text that can be shown: halves of characters become question marks, and of what is too long the beginning is kept."""
    text = text if len(text) <= MAX_SQL else f"{text[:1_000]} ..."
    return text.encode(errors="replace").decode()


def _schema(
    database: Database, writer: WritesSql, question: str, sample_values: int, related: bool, needed: set[str] = frozenset()
) -> tuple[str, Linked]:
    """Return as much of the schema as fits, or of it what is related to the question, as text, and say what that is."""
    tables = database.tables
    if not writer.include_schema:
        return "", Linked([], {}, list(tables), {})
    samples = database.samples(sample_values) if sample_values else {}
    rows = database.first_rows(ROWS) if writer.form == "rows" else {}

    def text(some: list[Table]) -> str:
        return schema_text(some, writer.form, samples, rows).encode(errors="replace").decode()

    def fits(some: list[Table]) -> bool:
        return writer.fits(writer.prompt(question, text(some)))

    whole = not related and fits(list(tables.values()))
    linked = link(question, tables, fits, {} if whole else database.samples(_VALUES), needed, related=related)
    if not fits(linked.tables):
        raise UserError("The question leaves no room for a single column of the schema. Ask a shorter one, or raise max_length.")
    return text(linked.tables), linked


def _nothing(rows: list[tuple]) -> bool:
    """Tell an empty answer: no rows, or one of nothing but zeros and NULLs."""
    return not rows or (len(rows) == 1 and not any(rows[0]))


def _ask_again(database: Database, writer: WritesSql, answer: Answer, schema: str, sample_values: int, seconds: float) -> None:
    """After an empty answer, say where its texts do occur, and ask once more with that; what then finds something is the answer."""
    found = places(database, answer.sql)
    if not found:
        return
    told = _clean(said(found))
    before = answer.sql, answer.rows, answer.names, answer.note
    shown = {table.name for table in answer.linked.tables}
    wanted = shown | {table for several in found.values() for table, _, _ in several}
    if writer.include_schema and wanted > shown:
        schema, answer.linked = _schema(database, writer, answer.question, sample_values, True, wanted)
    prompt = writer.prompt(f"{answer.question}\n-- {_one_line(answer.sql)}\n-- returns nothing: {told}", schema)
    if writer.fits(prompt):
        again = _try(database, writer, answer, writer.answer(prompt), "told where its text stands", seconds)
        if not again.error and not _nothing(answer.rows):
            return
    answer.sql, answer.rows, answer.names, note = before
    answer.note = " ".join(filter(None, (note, f"This finds nothing, but {told}.")))


def _queries(database: Database, writer: WritesSql, answer: Answer, schema: str, attempts: int) -> Iterator[tuple[str, str]]:
    """Yield queries to try, each after `answer.attempts` has got what became of the one before."""
    if answer.samples > 1:
        yield _elected(database, writer, answer), f"vote of {answer.samples}"
    else:
        yield writer.answer(answer.prompt), "greedy"
    others: list[str] | None = None
    while len(answer.attempts) < attempts:
        tried = {_same(attempt.sql) for attempt in answer.attempts}
        last = answer.attempts[-1]
        told = writer.prompt(f"{answer.question}\n-- {_one_line(last.sql)}\n-- fails: {last.message}", schema)
        text = writer.answer(told) if writer.fits(told) else ""
        if text and _same(_clean(written_query(text))) not in tried:
            yield text, "told the message"
            continue
        if others is None:
            others = writer.others(answer.prompt, 2 * attempts)
        asked = {text: written_query(text) for text in others}
        fresh = [text for text, sql in asked.items() if _same(sql) not in tried and not check(sql, database, writer.dialect).error]
        if not fresh:
            return
        yield fresh[0], "next likeliest"


def _elected(database: Database, writer: WritesSql, answer: Answer) -> str:
    """Return the answer that most of several agree on, by what they return on databases made from the schema (`evaluation.vote`)."""
    greedy, drawn = writer.answer(answer.prompt), writer.drawn(answer.prompt, answer.samples)
    sqls = {text: dialects.bring(written_query(text), writer.dialect)[0] for text in (*(text for text, _ in drawn), greedy)}
    schema = schema_text(answer.linked.tables or list(database.tables.values()), "keys", {})
    (ballot,) = hold_ballots(
        [answer.question], [schema], [[sqls[text] for text, _ in drawn]], greedy=[sqls[greedy]],
        log_probabilities=[[likely for _, likely in drawn]],
    )  # fmt: skip
    vote = ballot.vote()
    answer.confidence, answer.runner_up = vote.confidence, _clean(vote.runner_up)
    return next(text for text, sql in reversed(sqls.items()) if sql == vote.winner)


def _same(sql: str) -> str:
    return _one_line(sql[:MAX_SQL]).rstrip(";").lower()


def _one_line(text: str) -> str:
    return " ".join(text.split())


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
    return f"{len(value):,} bytes" if isinstance(value, bytes) else _clean(value) if isinstance(value, str) else value
