"""A question to a database of your own: the model writes a query, it is checked, run within limits, and tried again where it fails."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from helpers import UserError
from helpers.ask.check import check, not_run, refused, written_query
from helpers.ask.database import SECONDS, Database
from helpers.ask.hints import places, said
from helpers.ask.schema import Linked, schema_text, shown_part
from helpers.evaluation.vote import hold_ballots
from helpers.prompts import dialects
from helpers.scoring.execution.sandbox import MAX_SQL

SHOWN_ROWS = 100
SCOPES = ("auto", "linked", "full")
_FINAL = {"timeout", "too many rows", "too long"}  # the query was understood; another one would not be a smaller answer to it


@dataclass
class Dictated:
    """A writer that says what it is told to, one answer after the other and then the last again; `model.Writer` is a real one."""

    answers: list[str]
    include_schema: bool = True
    dialect: str = "sqlite"  # it writes
    form: str = "ddl"  # of the schema, a key of `schema_form.FORMS`
    prompts: list[str] = field(default_factory=list)  # it was asked

    def prompt(self, question: str, schema: str) -> str:
        return f"{schema}\n\n{question}"

    def fits(self, prompt: str) -> bool:
        return True

    def answer(self, prompt: str) -> str:
        self.prompts.append(prompt)
        return self.answers[min(len(self.prompts), len(self.answers)) - 1]

    def others(self, prompt: str, count: int) -> list[str]:
        return []

    def drawn(self, prompt: str, count: int) -> list[tuple[str, float]]:
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

    def say(self, sentence: str) -> None:
        """Add a sentence to the note."""
        self.note = f"{self.note} {sentence}".strip()

    @property
    def table(self) -> pd.DataFrame:
        """Return the first rows, at most `SHOWN_ROWS`; `size` says how many there are."""
        rows = [tuple(map(_shown, row)) for row in self.rows[:SHOWN_ROWS]]
        return pd.DataFrame(rows, columns=list(map(_shown, self.names)), dtype=object)

    @property
    def size(self) -> str:
        """Say how many rows there are, and how many of them the table shows."""
        cut = f", of which the first {SHOWN_ROWS} are shown" if len(self.rows) > SHOWN_ROWS else ""
        return "" if self.message else f"{len(self.rows):,} row{'s' * (len(self.rows) != 1)}{cut}"

    def history(self) -> pd.DataFrame:
        """Return every attempt: its query, how it came about, and what was wrong."""
        rows = {number: (tried.sql, tried.how, tried.message or "ran") for number, tried in enumerate(self.attempts, 1)}
        return pd.DataFrame.from_dict(rows, "index", columns=["query", "written", "outcome"])


def ask(
    database: Database, writer, question: str, *, attempts: int = 3, sample_values: int = 0, seconds: float = SECONDS,
    schema_scope: str = "auto", samples: int = 1,
) -> Answer:  # fmt: skip
    """Ask a question of a database and return the query, its rows, and every attempt on the way.

    Not covered: a query that runs and answers another question. Read it. Raise UserError where there is no question, one too long for the
    model, a value out of range, or a database that is gone or in use.

    Args:
        database: from `open_database`.
        writer: from `load_writer`, or a `Dictated`.
        question: in words.
        attempts: queries at most, checked or run; the one after an empty answer is not counted.
        sample_values: of each column, put into the schema as a comment; the models here were trained without.
        seconds: for each query.
        schema_scope: "linked" shows the tables nearest to the question, "full" all that fit; "auto" decides by how the model was trained.
        samples: answers that are drawn for a vote; 1 takes the greedy one.
    """
    question = _clean(_one_line(question))
    if not question:
        raise UserError("There is no question. Type one, such as: How many rows has each table?")
    numbers = (("attempts", attempts, 1), ("sample_values", sample_values, 0), ("seconds", seconds, 0.001), ("samples", samples, 1))
    for name, value, least in numbers:
        if not value >= least:
            raise UserError(f"{name} is {value}: expected at least {least}.")
    if schema_scope not in SCOPES:
        raise UserError(f"schema_scope is {schema_scope!r}: expected one of {', '.join(SCOPES)}.")
    used_only = getattr(writer, "related_only", writer.form == "narrow")  # what training showed: a whole schema leads it astray
    related = schema_scope == "linked" or (schema_scope == "auto" and used_only)
    schema, linked = shown_part(database, writer, question, sample_values, related)
    answer = Answer(question, writer.prompt(question, schema), linked, samples=samples)
    for text, how in _queries(database, writer, answer, schema, attempts):
        last = _try(database, writer, answer, text, how, seconds)
        if not last.error and _nothing(answer.rows):
            _look_up(database, writer, answer, schema, sample_values, seconds)
        if not last.error or last.error in _FINAL:
            break
    if not answer.sql:
        last = answer.attempts[-1] if answer.attempts[-1].error in _FINAL else answer.attempts[0]
        answer.sql, answer.error, answer.message = last.sql, last.error, last.message
    if answer.confidence is not None:
        next_most = f", the next most with: {_one_line(answer.runner_up)}" if answer.runner_up else ""
        answer.say(f"Of {samples} answers {100 * answer.confidence:.0f} % agree with the first query{next_most}.")
    return answer


def _try(database: Database, writer, answer: Answer, text: str, how: str, seconds: float) -> Attempt:
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
        answer.sql, answer.rows, answer.names, answer.note = checked.sql, result.rows, _unique(names), _clean(not_run(text, sql))
        answer.say(checked.note)
    return attempt


def _clean(text: str) -> str:
    """Return a text that can be shown: halves of characters become question marks, and of what is too long the beginning is kept."""
    text = text if len(text) <= MAX_SQL else f"{text[:1_000]} ..."
    return text.encode(errors="replace").decode()


def _nothing(rows: list[tuple]) -> bool:
    return not rows or (len(rows) == 1 and not any(rows[0]))  # a row of zeros and NULLs says as little


def _look_up(database: Database, writer, answer: Answer, schema: str, sample_values: int, seconds: float) -> None:
    """After an empty answer, say where its texts do occur, and ask once more with that; what then finds something is the answer."""
    if not (found := places(database, answer.sql)):
        return
    told = _clean(said(found))
    before = answer.sql, answer.rows, answer.names, answer.note
    shown = {table.name for table in answer.linked.tables}
    wanted = shown | {table for several in found.values() for table, _, _ in several}
    if writer.include_schema and wanted > shown:
        schema, answer.linked = shown_part(database, writer, answer.question, sample_values, True, wanted)
    prompt = writer.prompt(f"{answer.question}\n-- {_one_line(answer.sql)}\n-- returns nothing: {told}", schema)
    if writer.fits(prompt):
        again = _try(database, writer, answer, writer.answer(prompt), "told where its text stands", seconds)
        if not again.error and not _nothing(answer.rows):
            return
    answer.sql, answer.rows, answer.names, answer.note = before
    answer.say(f"This finds nothing, but {told}.")


def _queries(database: Database, writer, answer: Answer, schema: str, attempts: int) -> Iterator[tuple[str, str]]:
    """Yield queries to try, each after `answer.attempts` has got what became of the one before.

    After a failure the model is shown the query and the message. A small model may not heed them: where it repeats a query that
    has failed, the likeliest of a beam search on the first prompt follows that was not tried and that passes the check.
    """
    first = writer.answer(answer.prompt), "greedy"
    yield first if answer.samples == 1 else (_elected(database, writer, answer, first[0]), f"vote of {answer.samples}")
    others: list[str] | None = None
    while len(answer.attempts) < attempts:
        tried = {_same(attempt.sql) for attempt in answer.attempts}
        last = answer.attempts[-1]
        told = writer.prompt(f"{answer.question}\n-- {_one_line(last.sql)}\n-- fails: {last.message}", schema)
        text = writer.answer(told) if writer.fits(told) else ""
        if text and _same(_clean(written_query(text))) not in tried:
            yield text, "told the message"
            continue
        others = writer.others(answer.prompt, 2 * attempts) if others is None else others
        untried = [(text, sql) for text in others if _same(sql := written_query(text)) not in tried]
        text = next((text for text, sql in untried if not check(sql, database, writer.dialect).error), "")
        if not text:
            return
        yield text, "next likeliest"


def _elected(database: Database, writer, answer: Answer, greedy: str) -> str:
    """Return the answer that most of several agree on, by what they return on databases made from the schema (`evaluation.vote`)."""
    drawn = writer.drawn(answer.prompt, answer.samples)
    texts = [*(text for text, _ in drawn), greedy]
    sqls = {text: dialects.bring(written_query(text), writer.dialect)[0] for text in texts}
    schema = schema_text(answer.linked.tables or list(database.tables.values()), "keys")
    answers, likely = [sqls[text] for text, _ in drawn], [likely for _, likely in drawn]
    (ballot,) = hold_ballots([answer.question], [schema], [answers], greedy=[sqls[greedy]], log_probabilities=[likely])
    vote = ballot.vote()
    answer.confidence, answer.runner_up = vote.confidence, _clean(vote.runner_up)
    return next(text for text, sql in reversed(sqls.items()) if sql == vote.winner)


def _same(sql: str) -> str:
    return _one_line(sql[:MAX_SQL]).rstrip(";").lower()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unique(names: list[str]) -> list[str]:
    return [name if names.count(name) == 1 else f"{name} ({names[:place].count(name)})" for place, name in enumerate(names, 1)]


def _shown(value: object) -> object:
    if isinstance(value, bytes):
        return f"{len(value):,} bytes"
    return _clean(value) if isinstance(value, str) else value
