"""One verdict a row, with its reason: exact match, validity, and right or wrong by running.

By running, a prediction is right if it returns what the gold query returns, on every database of its row.
"""

import tempfile
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers.scoring.execution.pool import TOGETHER
from helpers.scoring.execution.queries import Kept, check_many, run_many
from helpers.scoring.execution.sandbox import MAX_SQL
from helpers.scoring.execution.verdict import LUCKY, Verdict, difference, short, unread
from helpers.scoring.generated.suites import Suite, on_fixed_day
from helpers.scoring.generated.verdicts import load_all
from helpers.scoring.normalize import alike, normalize_sql, same_text
from helpers.scoring.spider.official import KEPT, Rules, flat

Database = Path | str
Sent = deque[tuple["_Question", int, str | None]]  # question, number of the file, text; None is the gold query


@dataclass(eq=False)
class _Question:
    """One gold query on one list of databases, and what is known of the texts that are held against it."""

    files: tuple[Database, ...]
    gold: str
    ordered: bool
    found: dict[str, Verdict] = field(default_factory=dict)
    todo: list[str] = field(default_factory=list)
    fault: Verdict | None = None

    def add(self, sql: str) -> None:
        """Take up a text: right until it fails, and to be run unless it is the gold query's own."""
        if sql not in self.found:
            self.found[sql] = Verdict(True)
            if not _same(sql, self.gold):
                self.todo.append(sql)

    def open(self) -> list[str]:
        return [sql for sql in self.todo if self.found[sql].right]


def _same(sql: str, gold: str) -> bool:
    """Tell whether a text needs no run beside the gold query: it differs in blanks alone."""
    return len(sql) <= MAX_SQL and flat(sql) == flat(gold)


def suite_verdicts(
    predictions: Sequence[str],
    references: Sequence[str],
    suites: Sequence[Sequence[Database]],
    *,
    rules: Rules = KEPT,
    workers: int = 0,
    progress: Callable[[int, int], None] = lambda *_: None,
    copies: int = 1,
) -> list[Verdict]:
    """Tell for each row whether the prediction returns what the reference returns on every file of the row's suite.

    Without `rules`, DISTINCT is kept, and rows come in order where the reference has an ORDER BY of its own. With `copies`, so many files
    in a row hold the same database, its rows inserted in other orders, and messages count them as one.
    A prediction that fails on one file is not run on the others, the same text is run once for all rows that share a
    reference, and a prediction that is the reference's text is right without a run. A row without files, and a row whose
    reference fails on the first, get None: they say nothing about the prediction. A later file on which the reference fails
    is passed over. `progress` is told how many of the distinct references are reached, and of how many. Raise UserError where a database is
    missing or damaged.
    """
    questions: dict[tuple, _Question] = {}
    asked = []
    for predicted, gold, files in zip(predictions, references, suites, strict=True):
        if not files:
            asked.append((None, []))
            continue
        sql = rules.read(gold)
        question = questions.setdefault((sql, *files), _Question(tuple(files), sql, rules.ordered(sql)))
        tries = rules.tries(gold, predicted)
        for text in tries:
            question.add(text)
        asked.append((question, tries))
    _run(list(questions.values()), rules, workers, progress, copies)
    return [_verdict(question, tries, rules) for question, tries in asked]


def generated_verdicts(
    predictions: Sequence[str],
    references: Sequence[str],
    schemas: Sequence[str],
    *,
    rules: Rules = KEPT,
    folder: Path | str | None = None,
    workers: int = 0,
) -> tuple[list[Verdict], list[Suite]]:
    """Tell for each row whether the prediction returns what the reference returns on every database of its suite.

    A row whose suite has a fault gets None. Each database is tried with its rows inserted in two orders, so that a
    prediction is not right by the luck of one. `rules` say how predictions and references are read and their answers compared.
    `folder` keeps suites and databases for the next call. Today is the day that the suites have (`on_fixed_day`).
    """
    predictions, references = map(on_fixed_day, predictions), list(map(on_fixed_day, references))
    golds = [rules.read(gold) for gold in references]
    with ExitStack() as stack:
        place = Path(folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="suites-")))
        kept = load_all([(schema, gold, str(place), rules.ordered(gold)) for gold, schema in zip(golds, schemas, strict=True)], workers)
        suites = [suite for suite, _ in kept]
        files = [files for _, files in kept]
        ran = suite_verdicts(predictions, references, files, rules=rules, workers=workers, copies=2)
        verdicts = [Verdict(None, suite.fault, "gold") if suite.fault else verdict for suite, verdict in zip(suites, ran, strict=True)]
    return verdicts, suites


def _run(questions: Sequence[_Question], rules: Rules, workers: int, progress: Callable[[int, int], None], copies: int) -> None:
    """Run what has to be run, in one stream, and write the verdicts into the questions."""
    sent: Sent = deque()
    # Where there are more files, a text that fails on the first is not sent to the others; small ones are faster together.
    together = TOGETHER if copies > 1 or all(len(question.files) == 1 for question in questions) else 1
    results = run_many(_jobs(questions, sent), workers=workers, together=together)
    gold, done = None, 0
    with closing(results):
        for result in results:
            question, number, sql = sent.popleft()
            if sql is None:
                gold = result
                if number == 0:
                    done += 1
                    if gold.error:
                        question.fault = Verdict(None, f"the gold query fails: {short(gold.message)}", gold.error)
                    progress(done, len(questions))
            elif not gold.error and question.found[sql].right:
                answer = rules.answer(sql, result)
                if not rules.same(gold, answer, question.ordered):
                    wrong, files = difference(gold, answer, question.ordered, rules.float_tolerance), len(question.files) // copies
                    place = f", on database {number // copies + 1} of {files}" if files > 1 and not wrong.error else ""
                    question.found[sql] = replace(wrong, reason=wrong.reason + place)


def _jobs(questions: Sequence[_Question], sent: Sent) -> Generator[tuple[Database, str, bool, int]]:
    """Yield the jobs (file, text, whether it is the gold query, suite): for each file that one, then the texts open at their turn."""
    for question in questions:
        for number, file in enumerate(question.files):
            texts = question.open()
            if number and (question.fault or not texts):
                break
            for sql in (None, *texts):
                sent.append((question, number, sql))
                yield file, question.gold if sql is None else sql, sql is None, id(question)


def _verdict(question: _Question | None, tries: list[str], rules: Rules) -> Verdict:
    if question is None:
        return Verdict(None, "no database")
    if question.fault:
        return question.fault
    right = [sql for sql in tries if question.found[sql].right]
    if right and not rules.official and all(unread(sql, question.gold) for sql in right):
        return LUCKY
    return Verdict(True) if right else question.found[tries[0]]


def exact_verdicts(predictions: Sequence[str], references: Sequence[str], schemas: Sequence[str]) -> list[bool]:
    """Tell for each row whether prediction and reference are the same text once normalized (`normalize_sql`)."""
    with closing(Kept()) as kept:
        return [
            same_text(sql, gold) or (alike(sql, gold) and normalize_sql(sql, schema) == kept.of(normalize_sql, gold, schema))
            for sql, gold, schema in zip(predictions, references, schemas, strict=True)
        ]


def validity_verdicts(
    predictions: Sequence[str],
    schemas: Sequence[str],
    databases: Sequence[Database],
    references: Sequence[str] | None = None,
    *,
    workers: int = 0,
) -> list[Verdict]:
    """Tell for each row whether SQLite accepts the prediction, on its database or on tables made from its schema.

    SQLite compiles the query without running it. A row gets None where it has neither, where its schema's CREATE
    statements fail, and, if references are given, where the reference is not accepted: then the schema lacks something. Raise UserError
    where a database is missing or damaged.
    """
    # Without references, each row's reference is one that any schema accepts.
    rows = list(zip(predictions, schemas, databases, references or ["SELECT 1"] * len(predictions), strict=True))
    # What is written as the gold query is has not been run beside it.
    texts = ((database, schema, text) for sql, schema, database, gold in rows for text in (gold, gold if _same(sql, gold) else sql))
    verdicts = []
    with closing(check_many(texts, workers=workers)) as checks:
        for _, schema, database, _ in rows:
            gold, check = next(checks), next(checks)
            if not database and not schema.strip():
                verdicts.append(Verdict(None, "neither a schema nor a database"))
            elif check.error == "schema":
                verdicts.append(Verdict(None, f"the schema fails: {short(check.message)}", "schema"))
            elif gold.error:
                verdicts.append(Verdict(None, f"the gold query fails: {short(gold.message)}", gold.error))
            else:
                verdicts.append(Verdict(not check.error, short(check.message), check.error))
    return verdicts
