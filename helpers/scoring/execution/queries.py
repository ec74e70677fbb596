"""Run SQL that a model wrote: read-only, bounded, in worker processes that can be stopped."""

import hashlib
import marshal
import os
import sqlite3
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, redirect_stdout, suppress
from functools import cache
from pathlib import Path

import sqlglot

from helpers import UserError
from helpers.hosts import cache_folder
from helpers.scoring.execution.pool import TOGETHER, dispatch
from helpers.scoring.execution.sandbox import Result

MAX_ROWS = 10_000
MAX_STEPS = 50_000_000  # of SQLite's virtual machine, 1 to 3 s: the verdict is the same on a slow machine
TIMEOUT = 30.0  # seconds, the backstop where single steps are slow

KEPT_GOLDS = "golds.sqlite"  # in the cache folder: what is known of gold queries, for the next process

_MAX_ONE = 4_000_000  # bytes of one result
_MAX_ON_DISK = 256_000_000  # bytes of all that is kept; then the older half goes
_MAX_RAN = 100_000
_ran: set[int] = set()  # hashes of (file with its times and size, text) of queries that ran: they need not be compiled again


def run_query(database: Path | str, sql: str, *, max_rows: int = MAX_ROWS, max_steps: int = MAX_STEPS, timeout: float = TIMEOUT) -> Result:
    """Run one query on a SQLite file and return its rows or the class of its error.

    Nothing that a model can write raises, writes, or runs without end. `max_steps` counts steps of SQLite's virtual
    machine, so that a verdict does not depend on the machine; `timeout` (seconds) is the backstop.
    Not covered: `date('now')` and its like are run, and answer differently tomorrow. Raise UserError where the database is missing, is no
    SQLite file, or is damaged.
    """
    with closing(run_many([(database, sql)], max_rows=max_rows, max_steps=max_steps, timeout=timeout, workers=1)) as results:
        return next(results)


def run_many(
    jobs: Iterable[tuple],
    *,
    max_rows: int = MAX_ROWS,
    max_steps: int = MAX_STEPS,
    timeout: float = TIMEOUT,
    workers: int = 0,
    cached: bool = False,
    together: int = 1,
) -> Generator[Result]:
    """Run (database, sql) pairs in worker processes and yield one Result each, in the order of the jobs.

    Results come as they are ready and few are held at a time: score them as they come. `workers` 0 means one a core, 8 at
    most; the results do not depend on it, nor on how many jobs go to a worker `together`. `cached` keeps results on the disk
    by file, time of change and text: for gold queries. Where some jobs are gold queries, a third field says so of each; a fourth numbers
    the suite that its database belongs to. Raise UserError where a database is missing, is no SQLite file, or is damaged.
    """
    limits = (max_rows, max_steps, timeout)
    golds: set[tuple] = set()
    suites: dict[tuple, int] = {}
    late: dict[tuple[int, str], Result] = {}  # texts that were stopped on one database of a suite: not run on its others
    checked, state = cache(checked_file), cache(_state)

    def full() -> Generator[tuple]:
        for database, sql, *own in jobs:
            job = (checked(database), "", sql, True, *limits)
            if any(own[:1] or [cached]):
                golds.add(job)
            elif own[1:]:
                suites[job] = own[1]
            yield job

    def recall(job: tuple) -> Result | None:
        found = store.get(*state(job[0]), *job) if job in golds else None
        return Result(*found) if found else late.get((suites.get(job), job[2]))

    def note(job: tuple, result: Result) -> None:
        if result.error == "timeout" and job in suites:
            late[suites[job], job[2]] = result

    with closing(Kept()) as store, closing(dispatch(full(), workers, recall, together=together, note=note)) as answers:
        for job, result in answers:
            _raise_if_damaged(job, result)
            if not result.error:
                if len(_ran) >= _MAX_RAN:
                    _ran.clear()
                _ran.add(hash((*state(job[0]), job[2])))
            # Not what depends on the machine: another time, the same query may finish.
            if job in golds and result.size <= _MAX_ONE and result.error not in {"timeout", "other"}:
                store.put(tuple(vars(result).values()), *state(job[0]), *job)
            golds.discard(job)
            suites.pop(job, None)
            yield result


def check_many(jobs: Iterable[tuple[Path | str, str, str]], *, timeout: float = TIMEOUT, workers: int = 0) -> Generator[Result]:
    """Compile (database, schema, sql) triples without running them, and yield one Result each, in order.

    Where the database is "", the tables are made from the schema's CREATE statements; the class "schema" says that
    SQLite refuses those. A Result without an error says that SQLite accepts `EXPLAIN` and the query. A query that this
    process has run on the database is not compiled again. Raise UserError where a database is missing, is no SQLite file, or is damaged.
    """
    checked, state = cache(checked_file), cache(_state)
    full = ((database and checked(database), schema, sql, False, MAX_ROWS, MAX_STEPS, timeout) for database, schema, sql in jobs)

    def recall(job: tuple) -> Result | None:
        return Result([]) if job[0] and hash((*state(job[0]), job[2])) in _ran else None

    with closing(dispatch(full, workers, recall, together=TOGETHER)) as answers:
        for job, result in answers:
            _raise_if_damaged(job, result)
            yield result


def _raise_if_damaged(job: tuple, result: Result) -> None:
    if result.error == "damaged":
        raise UserError(f"The database {job[0]} cannot be read: {result.message}. Fetch or build it again.")


def checked_file(database: Path | str) -> str:
    """Return a SQLite file's absolute path. Raise UserError where it is none, cannot be opened, was cut off, or has unwritten changes."""
    path = Path(database).absolute()
    try:
        if path.exists() and not path.is_file():  # a pipe would never end
            raise UserError(f"The database {path} cannot be opened: it is no regular file. Check the path.")
        with path.open("rb") as file:
            head = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except (OSError, ValueError) as error:  # a null byte in the path is a ValueError
        raise UserError(f"The database {path} cannot be opened: {getattr(error, 'strerror', error)}. Check the path.") from error
    if not head.startswith(b"SQLite format 3\0"):
        raise UserError(f"The database {path} is not a SQLite file: it starts with {head[:16]!r}. Fetch or build it again.")
    page = int.from_bytes(head[16:18], "big")
    if head[24:28] == head[92:96] and size < int.from_bytes(head[28:32], "big") * (2**16 if page == 1 else page):
        raise UserError(f"The database {path} was cut off: it is shorter than its first bytes say. Fetch or build it again.")
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise UserError(
            f"The database {path} has changes in {log.name} that are not yet in the file itself. Close the program that "
            "uses it, or run `PRAGMA wal_checkpoint(TRUNCATE)` on it."
        )
    return str(path)


def _state(path: str) -> tuple:
    """Return a file with what changes when its content does."""
    status = os.stat(path)
    return path, status.st_mtime_ns, status.st_ctime_ns, status.st_size


@cache
def version() -> str:
    """Digest all that a kept value depends on beside its key: SQLite, sqlglot, and the code of scoring."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parents[1].rglob("*.py")))
    return f"{sqlite3.sqlite_version} {sqlglot.__version__} {hashlib.sha256(code).hexdigest()}"


class Kept:
    """What is known of gold queries, in a file of the cache folder; what is damaged counts as absent. `close` writes what is new."""

    def __init__(self) -> None:
        self._path: Path | None = None  # set by the first use
        self._file: sqlite3.Connection | None = None
        self._new: dict[bytes, bytes] = {}

    def get(self, *key: object) -> object:
        for (data,) in self._run("SELECT value FROM golds WHERE key = ?", [(self._name(key),)]):
            if data[:16] == hashlib.sha256(data[16:]).digest()[:16]:
                return marshal.loads(data[16:])
        return None

    def put(self, value: object, *key: object) -> None:
        """Keep a plain value, with the next ones."""
        data = marshal.dumps(value)
        self._new[self._name(key)] = hashlib.sha256(data).digest()[:16] + data
        if len(self._new) >= 500:
            self._store()

    def of(self, function: Callable, *texts: str) -> object:
        """Return a function's value of texts, kept or computed; what it raises is not kept."""
        key = (function.__module__, function.__name__, version(), *texts)
        value = self.get(*key)
        if value is None:
            self.put(value := function(*texts), *key)
        return value

    def close(self) -> None:
        """Store what is left, and drop the older half where the file has grown too large."""
        self._store()
        if self._file:
            size, newest = (self._run("SELECT total(length(value)), max(rowid) FROM golds") or [(0, 0)])[0]
            if size > _MAX_ON_DISK:
                self._run("DELETE FROM golds WHERE rowid <= ? - (SELECT count(*) / 2 FROM golds)", [(newest,)])
                self._run("VACUUM")
            self._file.close()

    def _store(self) -> None:
        if self._new:
            self._run("BEGIN")
            self._run("INSERT OR REPLACE INTO golds (key, value) VALUES (?, ?)", self._new.items())
            self._run("COMMIT")
            self._new = {}

    def _name(self, key: tuple) -> bytes:
        return hashlib.sha256(repr((key, sqlite3.sqlite_version, sys.version_info[:2])).encode(errors="replace")).digest()

    def _run(self, sql: str, rows: Iterable[tuple] = ((),)) -> list[tuple]:
        found: list[tuple] = []
        try:
            if self._path is None:
                self._path = Path()  # where the folder cannot be written, nothing is kept
                with redirect_stdout(None):  # nobody asked for a cache
                    self._path = cache_folder() / KEPT_GOLDS
                self._file = sqlite3.connect(self._path, timeout=1.0, isolation_level=None)
                self._file.execute("PRAGMA synchronous = OFF")
                self._file.execute("CREATE TABLE IF NOT EXISTS golds (key BLOB UNIQUE, value BLOB)")
            for row in rows if self._file else ():
                found += self._file.execute(sql, row)
        except (sqlite3.Error, UserError) as error:
            if self._file:  # nothing more is read in this call: another process may hold the file for a while
                self._file.close()
                self._file = None
            if not isinstance(error, (sqlite3.OperationalError, UserError)):  # no database, or torn: the next call begins a new one
                with suppress(OSError):
                    self._path.unlink()
        return found
