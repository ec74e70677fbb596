"""Execution verdicts for data sets without rows: predictions run on suites of databases made from the gold queries."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict
from pathlib import Path

from helpers.files import folder_whole
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.queries import TIMEOUT, version
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.verdict import Verdict, short
from helpers.scoring.generated.suites import Problem, Suite, files_of, suite_for
from helpers.scoring.spider.official import KEPT, Rules
from helpers.scoring.verdicts import suite_verdicts

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
    golds = [rules.read(gold) for gold in references]
    with ExitStack() as stack:
        place = Path(folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="suites-")))
        kept = _load_all([(schema, gold, str(place), rules.ordered(gold)) for gold, schema in zip(golds, schemas, strict=True)], workers)
        suites = [suite for suite, _ in kept]
        files = [files for _, files in kept]
        ran = suite_verdicts(predictions, references, files, rules=rules, workers=workers, copies=2)
        verdicts = [Verdict(None, suite.fault, "gold") if suite.fault else verdict for suite, verdict in zip(suites, ran, strict=True)]
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
