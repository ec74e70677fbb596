"""Run SQL that a model wrote: read-only, bounded, in worker processes that can be stopped."""

import hashlib
import marshal
import os
import sqlite3
import sys
from collections import OrderedDict
from collections.abc import Generator, Iterable
from contextlib import closing, suppress
from pathlib import Path

from helpers import UserError
from helpers.hosts import cache_folder
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.sandbox import Result

MAX_ROWS = 10_000
MAX_STEPS = 50_000_000  # of SQLite's virtual machine, 1 to 3 s: the verdict is the same on a slow machine
TIMEOUT = 30.0  # seconds, the backstop where single steps are slow

KEPT_GOLDS = "golds.sqlite"  # in the cache folder: answers of gold queries, for the next process

_MAX_CACHED = 64_000_000  # bytes of all results
_MAX_ONE = 4_000_000  # bytes of one
_MAX_ON_DISK = 256_000_000  # bytes of all results there; then the older half goes
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
    jobs: Iterable[tuple[Path | str, str] | tuple[Path | str, str, bool, bool]],
    *,
    max_rows: int = MAX_ROWS,
    max_steps: int = MAX_STEPS,
    timeout: float = TIMEOUT,
    workers: int = 0,
    cached: bool = False,
) -> Generator[Result]:
    """Run (database, sql) pairs in worker processes and yield one Result each, in the order of the jobs.

    Results come as they are ready and few are held at a time: score them as they come. `workers` 0 means one a core, 8 at
    most; the results do not depend on it. `cached` keeps results by file, time of change and text: for gold queries. A third and
    a fourth field of a job say it for this one: kept in memory, and kept on the disk for other processes.

    Raises:
        UserError: a database is missing, is no SQLite file, or is damaged.
    """
    limits = (max_rows, max_steps, timeout)
    kept: dict[tuple, tuple[bool, bool]] = {}  # jobs that are under way
    disk = _Disk()

    def full() -> Generator[tuple]:
        for database, sql, *own in jobs:
            job = (_checked(database), "", sql, True, *limits)
            if any(own or [cached]):
                kept[job] = (own[0], own[1]) if own else (cached, False)
            yield job

    def recall(job: tuple) -> Result | None:
        memory, stored = kept.get(job, (False, False))
        return (_recall(job) if memory else None) or (disk.recall(job) if stored else None)

    with closing(disk), closing(dispatch(full(), workers, recall)) as answers:
        for job, result in answers:
            _raise_if_damaged(job, result)
            memory, stored = kept.pop(job, (False, False))
            # Not what depends on the machine: another time, the same query may finish.
            if result.size <= _MAX_ONE and result.error not in {"timeout", "other"}:
                if memory:
                    _remember(job, result)
                if stored:
                    disk.remember(job, result)
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
    return (*job, status.st_mtime_ns, status.st_ctime_ns, status.st_size)


def _recall(job: tuple) -> Result | None:
    key = _key(job)
    if key in _cache:
        _cache.move_to_end(key)
    return _cache.get(key)


def _remember(job: tuple, result: Result) -> None:
    global _cached_size
    if (key := _key(job)) in _cache:
        return
    _cache[key] = result
    _cached_size += _size(key, result)
    while _cached_size > _MAX_CACHED and _cache:
        _cached_size -= _size(*_cache.popitem(last=False))


def _size(key: tuple, result: Result) -> int:
    return result.size + sys.getsizeof(key[2]) + 1_000


class _Disk:
    """Results of gold queries in a file of the cache folder, for later processes. What is damaged there counts as absent."""

    def __init__(self) -> None:
        self._path: Path | None = None  # set by the first use
        self._file: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, bytes]] = []

    def recall(self, job: tuple) -> Result | None:
        """Return what is stored for a job, if it is whole."""
        found = self._run("SELECT value FROM golds WHERE key = ?", [(self._name(job),)])
        if found and found[0][0][:16] == hashlib.sha256(found[0][0][16:]).digest()[:16]:
            return Result(*marshal.loads(found[0][0][16:]))
        return None

    def remember(self, job: tuple, result: Result) -> None:
        """Store a result with the next ones."""
        data = marshal.dumps((result.rows, result.columns, result.error, result.message, result.names, result.size))
        self._new.append((self._name(job), hashlib.sha256(data).digest()[:16] + data))
        if len(self._new) >= 500:
            self._store()

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
            self._run("INSERT OR REPLACE INTO golds (key, value) VALUES (?, ?)", self._new)
            self._run("COMMIT")
            self._new = []

    def _name(self, job: tuple) -> bytes:
        return hashlib.sha256(repr((_key(job), sqlite3.sqlite_version, sys.version_info[:2])).encode(errors="replace")).digest()

    def _run(self, sql: str, rows: Iterable[tuple] = ((),)) -> list[tuple]:
        found: list[tuple] = []
        try:
            if self._path is None:
                self._path = Path()  # where the folder cannot be written, nothing is kept
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
