"""Databases made from a schema that tell several answers to a question apart, in processes that can be stopped."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import combinations
from pathlib import Path

from sqlglot import exp

from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.queries import TIMEOUT, Result
from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sql import number, parse_query
from helpers.scoring.execution.verdict import FLOAT_TOLERANCE, short
from helpers.scoring.generated.suites import MAX_WORK, Problem

SEEDS = 40  # databases looked at for those that tell the answers apart
MAX_READ = 4_000  # characters of an answer whose conditions are planted

_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)")
_NAMED = re.compile(r"""'([^']+)'(?!\w)|"([^"]+)"|“([^”]+)”|‘([^’]+)’|(?<!^)\b([A-Z][\w'-]*(?: [A-Z][\w'-]*)*)""")


def compare(ran: dict[int, Sequence[Result]], ordered: Sequence[bool]) -> dict[tuple[int, int], str]:
    """Return the sign of each pair of texts on one database, of which there are several orders of insertion (see `Ballot`)."""
    equal = partial(same_result, float_tolerance=FLOAT_TOLERANCE)
    signs, steady = {}, {}
    for place, (first, *others) in ran.items():
        steady[place] = all(equal(first, other, ordered=ordered[place]) for other in others)
    for i, j in combinations(sorted(ran), 2):
        same = all(equal(left, right, ordered=ordered[i] or ordered[j]) for left, right in zip(ran[i], ran[j], strict=True))
        signs[i, j] = ("=" if same else "!") if steady[i] and steady[j] else ("~" if same else "?")
    return signs


def make_databases(jobs: Sequence[tuple], workers: int) -> list[tuple[list[int], str]]:
    """Make the databases of each job in processes that can be stopped: their seeds, or why there are none.

    Where reading the answers fails or takes too long, they play no part in what the databases hold.
    """
    made: list[tuple[list[int], str]] = [([], "")] * len(jobs)
    for read in (True, False):
        todo = [i for i, (seeds, _) in enumerate(made) if not seeds]
        with closing(dispatch(((*jobs[i], read, TIMEOUT) for i in todo), workers, program=__name__)) as results:
            for i, (_, result) in zip(todo, results, strict=True):
                made[i] = ([], short(result.message)) if result.error else (result.rows, "")
    return made


def answer(job: tuple) -> Result:
    schema, question, texts, count, home, read, _ = job
    try:
        trees = dict(_read(texts)) if read else {}
        problem = Problem(schema, exp.Tuple(expressions=list(trees.values())))
        if not problem.catalog:
            raise ValueError("the schema makes no table")
        with closing(problem.engine):
            _plant(problem, question)
            seeds = _choose(problem, list(trees), count)
            Path(home).mkdir(exist_ok=True)
            problem.write(seeds, Path(home))
    except Exception as error:  # whatever a foreign text leads to costs its own question only
        return Result(None, error="other", message=f"{type(error).__name__} {error}".strip())
    return Result(seeds)


def _read(texts: Sequence[str]) -> Iterator[tuple[str, exp.Query]]:
    for text in texts:
        with suppress(ValueError):
            if len(text) <= MAX_READ:
                yield text, parse_query(text)


def _plant(problem: Problem, question: str) -> None:
    """Let some rows hold the question's numbers and names that no answer has: where its answers do, they are planted already."""
    known = {str(value).lower() for group in problem.hints.groups for found in group.values() for _, value in found}
    numbers = [text for text in _NUMBER.findall(question) if text not in known]
    texts = [text for found in _NAMED.findall(question) if (text := "".join(found)) and text.lower() not in known]
    years = [f"{text}-05-13" for text in numbers if re.fullmatch(r"[12]\d{3}", text)]
    values = {"integer": numbers, "real": numbers, "text": texts, "date": years, "moment": years}
    group = {}
    for name, table in problem.catalog.items():
        keys = {*(column for key in table.unique for column in key), *table.parents}
        for column, (_, kind) in table.columns.items():
            if values.get(kind) and column not in keys:
                group[name, column] = [("=", number(v) if kind in ("integer", "real") else v) for v in values[kind]]
    problem.hints.groups += [group] * bool(group)


def _choose(problem: Problem, texts: Sequence[str], count: int) -> list[int]:
    """Return so many seeds: first those that tell most pairs of answers apart, then those on which most answers find something."""
    engine = problem.engine
    texts = [text for text in texts if not engine.compile(text)]
    ordered = [order_matters(text) for text in texts]
    told: dict[int, set[tuple[int, int]]] = {}
    filled: dict[int, int] = {}
    for seed in range(max(SEEDS, count)):
        told[seed], filled[seed] = set(), 0
        if not texts or engine.spent > MAX_WORK:
            continue
        ran: list[list[Result | None]] = []
        for turned in (False, True):
            engine.load({name: rows[::-1] for name, rows in engine.stored().items()} if turned else problem.rows(seed))
            ran.append([engine.run(text) for text in texts])
        whole = {place: found for place, found in enumerate(zip(*ran, strict=True)) if None not in found}
        told[seed] = {pair for pair, sign in compare(whole, ordered).items() if sign == "!"}
        filled[seed] = sum(any(value not in (None, 0) for row in found[0].rows for value in row) for found in whole.values())
    left = set().union(*told.values())
    chosen: list[int] = []
    while len(chosen) < count:
        seed = max(told, key=lambda seed: (len(told[seed] & left), filled[seed], -seed))
        left -= told.pop(seed)
        chosen.append(seed)
    return chosen
