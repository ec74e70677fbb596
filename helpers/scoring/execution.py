"""Run SQL that a model wrote: read-only, bounded, in worker processes that can be stopped."""

import atexit
import os
import queue
import subprocess
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from helpers.errors import UserError

from .comparison import order_matters, same_result
from .sandbox import Result
from .worker import read, write

__all__ = ["Result", "check_many", "order_matters", "run_many", "run_query", "same_result"]

MAX_ROWS = 10_000
MAX_STEPS = 50_000_000  # of SQLite's virtual machine, 1 to 3 s: the verdict is the same on a slow machine
TIMEOUT = 30.0  # seconds, the backstop where single steps are slow
GRACE = 2.0  # seconds more before the process is stopped: for the one long call that no handler interrupts

_START = "import sys; sys.path.insert(0, sys.argv[1]); from helpers.scoring.worker import main; main()"
_MAX_CACHED = 4_000  # results, none of more than 1,000 rows

_idle: list["_Worker"] = []
_cache: "OrderedDict[tuple, Result]" = OrderedDict()


def run_query(
    database: Path | str, sql: str, *, max_rows: int = MAX_ROWS, max_steps: int = MAX_STEPS, timeout: float = TIMEOUT
) -> Result:
    """Run one query on a SQLite file and return its rows or the class of its error.

    Nothing that a model can write raises, writes, or runs without end. `max_steps` counts steps of SQLite's virtual
    machine, so that a verdict does not depend on the machine; `timeout` (seconds) is the backstop.
    Not covered: `date('now')` and its like are run, and answer differently tomorrow.

    Raises:
        UserError: the database is missing, is no SQLite file, or is damaged.
    """
    return next(run_many([(database, sql)], max_rows=max_rows, max_steps=max_steps, timeout=timeout, workers=1))


def run_many(
    jobs: Iterable[tuple[Path | str, str]],
    *,
    max_rows: int = MAX_ROWS,
    max_steps: int = MAX_STEPS,
    timeout: float = TIMEOUT,
    workers: int = 0,
    cached: bool = False,
) -> Iterator[Result]:
    """Run (database, sql) pairs in worker processes and yield one Result each, in the order of the jobs.

    Results come as they are ready and few are held at a time: score them as they come. `workers` 0 means one a core, 8 at
    most; the results do not depend on it. `cached` keeps results by file, time of change and text: for gold queries.

    Raises:
        UserError: a database is missing, is no SQLite file, or is damaged.
    """
    limits = (max_rows, max_steps, timeout)
    full = ((_checked(database), "", sql, True, *limits) for database, sql in jobs)
    return _dispatch(full, workers, cached)


def check_many(
    jobs: Iterable[tuple[Path | str, str, str]], *, timeout: float = TIMEOUT, workers: int = 0
) -> Iterator[Result]:
    """Compile (database, schema, sql) triples without running them, and yield one Result each, in order.

    Where the database is "", the tables are made from the schema's CREATE statements; the class "schema" says that
    SQLite refuses those. A Result without an error says that SQLite accepts `EXPLAIN` and the query.

    Raises:
        UserError: a database is missing, is no SQLite file, or is damaged.
    """
    limits = (1_000_000, MAX_STEPS, timeout)
    full = ((_checked(database) if database else "", schema, sql, False, *limits) for database, schema, sql in jobs)
    return _dispatch(full, workers, cached=False)


def _dispatch(jobs: Iterable[tuple], workers: int, cached: bool) -> Iterator[Result]:
    """Hand jobs to workers, stop those that take too long, and yield the results in order."""
    workers = workers or min(8, os.cpu_count() or 1)
    waiting = enumerate(jobs)
    team: list[_Worker] = []
    done: dict[int, Result] = {}
    answers: queue.SimpleQueue = queue.SimpleQueue()
    turn, more = 0, True
    try:
        while more or done or any(worker.job for worker in team):
            # Few results are ahead of the one that is awaited: memory stays small.
            while more and len(done) < 8 * workers and (worker := _free(team, workers, answers)):
                index, job = next(waiting, (-1, None))
                more = job is not None
                if more and cached and (known := _recall(job)) is not None:
                    done[index] = known
                elif more:
                    worker.send(index, job)
            if turn not in done and any(worker.job for worker in team):
                for index, job, result in _collect(team, answers):
                    done[index] = _raise_if_damaged(job, result)
                    if cached:
                        _remember(job, result)
            while turn in done:
                yield done.pop(turn)
                turn += 1
    finally:
        for worker in team:
            worker.dismiss()


def _free(team: list["_Worker"], workers: int, answers: queue.SimpleQueue) -> "_Worker | None":
    """Return a worker without a job: of the team, left idle by an earlier call, or new; None where all are busy."""
    for worker in team:
        if worker.job is None:
            return worker
    if len(team) == workers:
        return None
    worker = None
    with suppress(IndexError):
        while worker is None or not worker.usable():
            worker = _idle.pop()
    if worker is None or not worker.usable():
        worker = _Worker()
    worker.answers = answers
    team.append(worker)
    return worker


def _collect(team: list["_Worker"], answers: queue.SimpleQueue) -> Iterator[tuple[int, tuple, Result]]:
    """Wait for an answer or for the first deadline, and yield the finished jobs."""
    busy = [worker for worker in team if worker.job]
    wait = min(worker.deadline for worker in busy) - time.monotonic()
    try:
        worker, answer = answers.get(timeout=max(wait, 0.001))
    except queue.Empty:
        late = min(busy, key=lambda worker: worker.deadline)
        if late.deadline > time.monotonic():
            return
        worker, answer = late, None
        error, message = "timeout", f"stopped after {late.job[-1]:g} s inside one call"
    else:
        error, message = "other", "the process that ran the statement ended"
    if worker not in team or worker.job is None:
        return  # a word from a worker that was stopped already
    index, job, worker.job = worker.index, worker.job, None
    if answer is None:
        worker.stop()
        team.remove(worker)
        answer = (None, 0, error, message)
    yield index, job, Result(*answer)


def _raise_if_damaged(job: tuple, result: Result) -> Result:
    if result.error == "damaged":
        raise UserError(f"The database {job[0]} cannot be read: {result.message}. Fetch or build it again.")
    return result


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
            f"uses it, or run `PRAGMA wal_checkpoint(TRUNCATE)` on it."
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
    # Not what depends on the machine: another time, the same query may finish.
    if len(result.rows or []) <= 1_000 and result.error not in {"timeout", "other"}:
        _cache[_key(job)] = result
        while len(_cache) > _MAX_CACHED:
            _cache.popitem(last=False)


class _Worker:
    """One worker process, the thread that reads its answers, and the job it is at."""

    def __init__(self) -> None:
        root = Path(__file__).resolve().parents[2]
        self.process = subprocess.Popen(
            # Isolated and without site-packages: neither the notebook's folder nor its environment gets in.
            [sys.executable, "-I", "-S", "-c", _START, str(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # interrupting a notebook cell does not reach it
        )
        self.owner = os.getpid()
        self.answers: queue.SimpleQueue = queue.SimpleQueue()
        self.job: tuple | None = None
        self.index = -1
        self.deadline = 0.0
        threading.Thread(target=self._listen, daemon=True, name="sql-worker").start()

    def _listen(self) -> None:
        answer: tuple | None = ()
        while answer is not None:
            try:
                answer = read(self.process.stdout)
            except (OSError, ValueError, EOFError, TypeError):  # closed, or cut off in the middle
                answer = None
            self.answers.put((self, answer))

    def usable(self) -> bool:
        """Tell whether the process lives and is ours: after a fork, the parent's workers are not the child's."""
        return self.owner == os.getpid() and self.process.poll() is None

    def send(self, index: int, job: tuple) -> None:
        self.index, self.job = index, job
        self.deadline = time.monotonic() + job[-1] + GRACE
        with suppress(OSError):  # a process that has ended is noticed by its silence
            write(self.process.stdin, job)

    def dismiss(self) -> None:
        """Go idle, or stop if there is work that nobody waits for any more."""
        if self.job is None and self.usable():
            _idle.append(self)
        else:
            self.stop()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        with suppress(OSError):
            self.process.stdin.close()


@atexit.register
def _stop_idle() -> None:
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid():
            worker.stop()
