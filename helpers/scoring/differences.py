"""Show why a prediction is wrong: the smallest database found on which it and the gold query answer differently."""

import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from helpers.scoring.execution.queries import run_query
from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.sql import used_tables
from helpers.scoring.execution.verdict import FLOAT_TOLERANCE
from helpers.scoring.generated.catalog import Table
from helpers.scoring.generated.databases import Rows
from helpers.scoring.generated.suites import Problem, Suite, on_fixed_day, unstable


@dataclass(frozen=True)
class Difference:
    """A small database, what the gold query returns on it, and what the prediction returns, or its error.

    `database` counts the suite's databases from 1; the tables hold what is left of that one after rows were taken away.
    """

    database: int  # of the suite, from 1
    tables: dict[str, dict[str, list]]  # what is left of it: name -> {"columns": names, "rows": lists of values}
    gold: list[list]
    predicted: list[list]
    error: str = ""


def explain_difference(schema: str, gold: str, prediction: str, suite: Suite) -> Difference | None:
    """Find the database of a suite with the fewest rows that tells a prediction from the gold, and take away what it can spare.

    Rows go as long as the two answers differ, the gold's does not depend on the order of rows, and no row loses the one it
    refers to. None where no database tells them apart; a prediction that is right on rows in order and wrong on the same rows
    in reverse is found too.
    """
    if suite.fault:
        return None
    gold, prediction = on_fixed_day(gold), on_fixed_day(prediction)
    problem = Problem(schema, gold)
    with closing(problem.engine), tempfile.TemporaryDirectory(prefix="difference-") as folder:
        answers_on = partial(_answers, problem, gold, prediction, order_matters(gold), Path(folder) / "trial.sqlite")
        telling = []
        for number, seed in enumerate(suite.seeds, 1):
            problem.engine.load(problem.rows(seed))
            stored = problem.engine.stored()
            for rows in (stored, {name: found[::-1] for name, found in stored.items()}):
                if answers := answers_on(rows):
                    telling.append((sum(map(len, rows.values())), number, rows, answers))
                    break
        if not telling:
            return None
        _, number, rows, (expected, found) = min(telling, key=lambda item: item[:2])
        if not found.error:
            rows = _shrink(rows, problem.catalog, answers_on)
            expected, found = answers_on(rows)
    named: set[str] = set()
    for sql in (gold, prediction):
        with suppress(ValueError):
            named |= used_tables(sql)
    tables = {
        table.name: {"columns": [written for written, _ in table.columns.values()], "rows": [list(row) for row in rows[name]]}
        for name, table in problem.catalog.items()
        if name in named or rows[name]
    }
    error = found.message if found.error else ""
    return Difference(number, tables, [list(row) for row in expected.rows], [list(row) for row in found.rows or []], error)


def _answers(problem: Problem, gold: str, prediction: str, ordered: bool, path: Path, rows: Rows) -> tuple[Result, Result] | None:
    """Return both answers on a database with these rows, if they differ and the gold's holds for any order of the rows."""
    engine = problem.engine
    engine.load(rows)
    expected = engine.run(gold)
    if expected is None or unstable(problem, gold, expected, ordered):
        return None
    engine.load(rows)
    path.write_bytes(engine.serialize())
    found = run_query(path, prediction)
    same = same_result(expected, found, ordered=ordered, float_tolerance=FLOAT_TOLERANCE)
    return None if same else (expected, found)


def _shrink(rows: Rows, catalog: dict[str, Table], answers_on: Callable[[Rows], object]) -> Rows:
    """Take away whole tables, halves of tables, quarters and at last single rows, until nothing more can go."""
    size = max(map(len, rows.values()))
    while size:
        trials = (rows | {name: own[:at] + own[at + size :]} for name, own in rows.items() for at in range(0, len(own), size))
        smaller = next((found for found in trials if _intact(found, catalog) and answers_on(found)), None)
        if smaller is None:
            size //= 2
        else:
            rows = smaller
    return rows


def _intact(rows: Rows, catalog: dict[str, Table]) -> bool:
    """Tell whether each reference finds what it refers to."""
    for name, table in catalog.items():
        for column, (parent, parent_column) in table.parents.items():
            here, there = list(table.columns).index(column), list(catalog[parent].columns).index(parent_column)
            known = {None, *(row[there] for row in rows[parent])}
            if any(row[here] not in known for row in rows[name]):
                return False
    return True
