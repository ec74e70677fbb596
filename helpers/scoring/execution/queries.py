"""Run SQL that a model wrote: read-only, bounded, in worker processes that can be stopped."""

import os
import sys
from collections import OrderedDict
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path

from helpers import UserError
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sandbox import Result

__all__ = ["Result", "check_many", "order_matters", "run_many", "run_query", "same_result"]

MAX_ROWS = 10_000
MAX_STEPS = 50_000_000  # of SQLite's virtual machine, 1 to 3 s: the verdict is the same on a slow machine
TIMEOUT = 30.0  # seconds, the backstop where single steps are slow

_MAX_CACHED = 64_000_000  # bytes of all results
_MAX_ONE = 4_000_000  # bytes of one
_cache: "OrderedDict[tuple, Result]" = OrderedDict()
_cached_size = 0


def run_query(database: Path | str, sql: str, *, max_rows: int = MAX_ROWS, max_steps: int = MAX_STEPS, timeout: float = TIMEOUT) -> Result:
    """Run one query on a SQLite file and return its rows or the class of its error.

    Nothing that a model can write raises, writes, or runs without end. `max_steps` counts steps of SQLite's virtual
    machine, so that a verdict does not depend on the machine; `timeout` (seconds) is the backstop.
    Not covered: `date('now')` and its like are run, and answer differently tomorrow.

    Raises:
        UserError: the database is missing, is no SQLite file, or is damaged.
    """
    limits = {"max_rows": max_rows, "max_steps": max_steps, "timeout": timeout}
    with closing(run_many([(database, sql)], workers=1, **limits)) as results:
        return next(results)


def run_many(
    jobs: Iterable[tuple[Path | str, str] | tuple[Path | str, str, bool]],
    *,
    max_rows: int = MAX_ROWS,
    max_steps: int = MAX_STEPS,
    timeout: float = TIMEOUT,
    workers: int = 0,
    cached: bool = False,
) -> Generator[Result]:
    """Run (database, sql) pairs in worker processes and yield one Result each, in the order of the jobs.

    Results come as they are ready and few are held at a time: score them as they come. `workers` 0 means one a core, 8 at
    most; the results do not depend on it. `cached` keeps results by file, time of change and text: for gold queries. A third
    field of a job says it for this one.

    Raises:
        UserError: a database is missing, is no SQLite file, or is damaged.
    """
    limits = (max_rows, max_steps, timeout)
    kept: set[tuple] = set()  # jobs that are under way

    def full() -> Generator[tuple]:
        for database, sql, *own in jobs:
            job = (_checked(database), "", sql, True, *limits)
            if own[0] if own else cached:
                kept.add(job)
            yield job

    with closing(dispatch(full(), workers, lambda job: _recall(job) if job in kept else None)) as answers:
        for job, result in answers:
            _raise_if_damaged(job, result)
            if job in kept:
                _remember(job, result)
                kept.discard(job)
            yield result


def check_many(jobs: Iterable[tuple[Path | str, str, str]], *, timeout: float = TIMEOUT, workers: int = 0) -> Generator[Result]:
    """Compile (database, schema, sql) triples without running them, and yield one Result each, in order.

    Where the database is "", the tables are made from the schema's CREATE statements; the class "schema" says that
    SQLite refuses those. A Result without an error says that SQLite accepts `EXPLAIN` and the query.

    Raises:
        UserError: a database is missing, is no SQLite file, or is damaged.
    """
    full = ((_checked(database) if database else "", schema, sql, False, MAX_ROWS, MAX_STEPS, timeout) for database, schema, sql in jobs)
    with closing(dispatch(full, workers)) as answers:
        for job, result in answers:
            _raise_if_damaged(job, result)
            yield result


def _raise_if_damaged(job: tuple, result: Result) -> None:
    if result.error == "damaged":
        raise UserError(f"The database {job[0]} cannot be read: {result.message}. Fetch or build it again.")


def _checked(database: Path | str) -> str:
    """Return the absolute path of a SQLite file, or say what is wrong with it."""
    path = Path(database).absolute()
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise UserError(f"The database {path} cannot be opened: {error.strerror}. Check the path.") from error
    if head != b"SQLite format 3\0":
        raise UserError(f"The database {path} is not a SQLite file: it starts with {head!r}. Fetch or build it again.")
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise UserError(
            f"The database {path} has changes in {log.name} that are not yet in the file itself. Close the program that "
            "uses it, or run `PRAGMA wal_checkpoint(TRUNCATE)` on it."
        )
    return str(path)


def _key(job: tuple) -> tuple:
    status = os.stat(job[0])
    return (*job, status.st_mtime_ns, status.st_size)


def _recall(job: tuple) -> Result | None:
    key = _key(job)
    if key in _cache:
        _cache.move_to_end(key)
    return _cache.get(key)


def _remember(job: tuple, result: Result) -> None:
    global _cached_size
    # Not what depends on the machine: another time, the same query may finish.
    if result.size > _MAX_ONE or result.error in {"timeout", "other"} or (key := _key(job)) in _cache:
        return
    _cache[key] = result
    _cached_size += _size(key, result)
    while _cached_size > _MAX_CACHED and _cache:
        _cached_size -= _size(*_cache.popitem(last=False))


def _size(key: tuple, result: Result) -> int:
    return result.size + sys.getsizeof(key[2]) + 1_000
