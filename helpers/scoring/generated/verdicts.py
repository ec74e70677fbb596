"""Execution verdicts for data sets without rows: predictions run on suites of databases made from the gold queries."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path

from helpers.files import folder_whole
from helpers.scoring.execution.pool import TOGETHER, dispatch
from helpers.scoring.execution.queries import TIMEOUT, run_many, version
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.verdict import Verdict, difference, lucky, short, unread
from helpers.scoring.generated.suites import Problem, Suite, files_of, suite_for
from helpers.scoring.spider.official import KEPT, Rules

_NOTE = "suite.json"


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
    `folder` keeps suites and databases for the next call.
    """
    rows = [(rules.read(sql), rules.read(gold), schema) for sql, gold, schema in zip(predictions, references, schemas, strict=True)]
    with ExitStack() as stack:
        place = Path(folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="suites-")))
        kept = _load_all([(schema, gold, str(place), rules.ordered(gold)) for _, gold, schema in rows], workers)
        suites = [suite for suite, _ in kept]
        verdicts = [Verdict(None, suite.fault, "gold") if suite.fault else Verdict(True) for suite in suites]
        for turn in range(max((len(files) for _, files in kept), default=0)):
            going = [i for i, (_, files) in enumerate(kept) if verdicts[i].right and turn < len(files)]
            golds = run_many(((kept[i][1][turn], rows[i][1]) for i in going), workers=workers, cached=True, together=TOGETHER)
            answers = run_many(((kept[i][1][turn], rows[i][0]) for i in going), workers=workers, together=TOGETHER)
            with closing(golds), closing(answers):
                for i, gold, answer in zip(going, golds, answers, strict=True):
                    place = f"on database {turn // 2 + 1} of {len(suites[i].seeds)}"
                    verdicts[i] = _verdict(gold, answer, rules, rules.ordered(rows[i][1]), place)
    for i, verdict in enumerate(verdicts):
        if verdict.right and not rules.official and unread(*rows[i][:2]):
            verdicts[i] = lucky()
    return verdicts, suites


def _load_all(rows: Sequence[tuple], workers: int) -> list[tuple[Suite, list[Path]]]:
    """Load the suite of each row; what is not kept yet is made in processes that are bounded and can be stopped."""
    homes = [_home(*row) for row in rows]
    missing = {home: row for home, row in zip(homes, rows, strict=True) if not (home / _NOTE).exists()}
    faults = {}
    with closing(dispatch(((*row, TIMEOUT) for row in missing.values()), workers, program=__name__)) as answers:
        for home, (_, result) in zip(missing, answers, strict=True):
            if result.error:
                faults[home] = Suite(fault=f"no databases can be made for the gold query: {short(result.message)}")
    return [(faults[home], []) if home in faults else _kept(home) for home in homes]


def answer(job: tuple) -> Result:
    schema, gold, folder, ordered, _ = job
    try:
        load_suite(schema, gold, Path(folder), ordered)
    except Exception as error:  # whatever a foreign query leads to costs its own row only
        return Result(None, error="other", message=f"{type(error).__name__} {error}".strip())
    return Result([])


def _verdict(gold: Result, answer: Result, rules: Rules, ordered: bool, place: str) -> Verdict:
    if gold.error:  # a function that is allowed in this process only
        return Verdict(None, f"the gold query fails: {short(gold.message)}", gold.error)
    if rules.same(gold, answer, ordered):
        return Verdict(True)
    verdict = difference(gold, answer, ordered, rules.float_tolerance)
    return verdict if verdict.error else Verdict(False, f"{verdict.reason}, {place}")


def load_suite(schema: str, gold: str, folder: Path, ordered: bool | None = None) -> tuple[Suite, list[Path]]:
    """Return a gold's suite and its databases as files, two a seed: rows inserted in order, and in reverse.

    They are kept in the folder under a name made from all they depend on, the generator's code and the versions of
    SQLite and sqlglot included. `ordered` is that of `suite_for`.
    """
    home = _home(schema, gold, folder, ordered)
    if not home.exists():
        suite = suite_for(schema, gold, ordered=ordered)
        with folder_whole(home) as made:
            if not suite.fault:
                problem = Problem(schema, gold)
                with closing(problem.engine):
                    problem.write(suite.seeds, made)
            (made / _NOTE).write_text(json.dumps(asdict(suite)), "utf-8")
    return _kept(home)


def _home(schema: str, gold: str, folder: Path | str, ordered: bool | None) -> Path:
    inputs = [schema, gold, ordered, version()]
    return Path(folder) / hashlib.sha256(json.dumps(inputs).encode()).hexdigest()[:24]


def _kept(home: Path) -> tuple[Suite, list[Path]]:
    suite = Suite(**json.loads((home / _NOTE).read_text("utf-8")))
    return suite, [] if suite.fault else [file for seed in suite.seeds for file in files_of(home, seed)]
