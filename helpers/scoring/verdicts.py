"""One verdict a row, with its reason: exact match and validity; `suite_execution.py` has those of queries that are run."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.scoring.comparison import same_result
from helpers.scoring.execution import check_many
from helpers.scoring.normalize import normalize_sql
from helpers.scoring.sandbox import Result

FLOAT_TOLERANCE = 1e-6  # relative; the official evaluator has none

Database = Path | str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Right, wrong, or None where the row cannot be judged; and why in one short sentence, or the class of an error."""

    right: bool | None
    reason: str = ""
    error: str = ""


def exact_verdicts(predictions: Sequence[str], references: Sequence[str], schemas: Sequence[str]) -> list[bool]:
    """Tell for each row whether prediction and reference are the same text once normalized (`normalize_sql`)."""
    known = cache(normalize_sql)  # of golds, many of which come again
    rows = zip(predictions, references, schemas, strict=True)
    return [predicted == gold or normalize_sql(predicted, schema) == known(gold, schema) for predicted, gold, schema in rows]


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
    statements fail, and, if references are given, where the reference is not accepted: then the schema lacks something.

    Raises:
        UserError: a database is missing or damaged.
    """
    places = list(zip(databases, schemas, strict=True))
    # Without references, each row's reference is one that any schema accepts.
    golds = _checks(places, references or ["SELECT 1"] * len(places), workers)
    checks = _checks(places, predictions, workers)
    verdicts = []
    with closing(golds), closing(checks):
        for (database, schema), gold, check in zip(places, golds, checks, strict=True):
            if not database and not schema.strip():
                verdicts.append(Verdict(None, "neither a schema nor a database"))
            elif check.error == "schema":
                verdicts.append(Verdict(None, f"the schema fails: {short(check.message)}", "schema"))
            elif gold.error:
                verdicts.append(Verdict(None, f"the gold query fails: {short(gold.message)}", gold.error))
            else:
                verdicts.append(Verdict(not check.error, short(check.message), check.error))
    return verdicts


def _checks(places: Sequence[tuple[Database, str]], sqls: Sequence[str], workers: int) -> Generator[Result]:
    return check_many(((*place, sql) for place, sql in zip(places, sqls, strict=True)), workers=workers)


def difference(gold: Result, answer: Result, ordered: bool, float_tolerance: float = FLOAT_TOLERANCE) -> Verdict:
    """Say in one sentence how a wrong answer differs from the gold query's."""
    if answer.error:
        return Verdict(False, short(answer.message), answer.error)
    expected, found = len(gold.rows), len(answer.rows)
    if gold.columns != answer.columns:
        return Verdict(False, f"returns {_count(answer.columns, 'column')}, the gold returns {gold.columns}")
    if expected != found and set(gold.rows) == set(answer.rows):
        return Verdict(False, f"returns {_count(found, 'row')}, the gold returns {expected}: only repeats differ")
    if expected != found:
        return Verdict(False, f"returns {_count(found, 'row')}, the gold returns {expected}")
    if ordered and same_result(gold, answer, ordered=False, float_tolerance=float_tolerance):
        return Verdict(False, "returns the same rows in another order")
    return Verdict(False, f"returns as many rows as the gold ({expected}), but other values")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def short(message: str) -> str:
    """Keep a message to one line: what SQLite quotes of a query can be long."""
    line = " ".join(message.split())
    return line if len(line) <= 160 else f"{line[:157]}..."
