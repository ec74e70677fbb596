"""Suites of databases for gold queries, made in processes that can be stopped, and kept as files."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from helpers.files import folder_whole
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.queries import TIMEOUT, version
from helpers.scoring.execution.sandbox import Result, failed
from helpers.scoring.execution.verdict import short
from helpers.scoring.generated.suites import Problem, Suite, files_of, suite_for

_NOTE = "suite.json"


def load_all(rows: Sequence[tuple], workers: int) -> list[tuple[Suite, list[Path]]]:
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
    try:
        load_suite(*job[:-1])
    except Exception as error:  # whatever a foreign query leads to costs its own row only
        return failed("other", f"{type(error).__name__} {error}".strip())
    return Result([])


def load_suite(schema: str, gold: str, folder: Path | str, ordered: bool | None = None) -> tuple[Suite, list[Path]]:
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
