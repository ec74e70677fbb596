"""The process that runs what a model wrote: reads jobs from standard input, writes results to standard output.

`execution.py` starts it, stops it when a job takes too long, and starts another. Standard library only, and nothing of
site-packages: it starts in some 30 ms and needs some 10 MB.
"""

import contextlib
import marshal
import sqlite3
import sys
from typing import BinaryIO

from .sandbox import Limits, execute, explain

SQLITE_MEMORY = 256 * 2**20  # bytes for all of SQLite: sorts, temporary tables, compiled statements
PROCESS_MEMORY = 2 * 2**30  # bytes of address space for the whole process, where the system can say so


def main() -> None:
    """Answer jobs until standard input ends.

    A job is the arguments of `execute` or `explain`, its limits flattened; an answer is the fields of a `Result`.
    """
    _limit_memory()
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    while (job := read(jobs)) is not None:
        database, schema, sql, running, *limits = job
        if running:
            result = execute(database, sql, Limits(*limits))
        else:
            result = explain(database, schema, sql, Limits(*limits))
        write(answers, (result.rows, result.columns, result.error, result.message))


def _limit_memory() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA hard_heap_limit={SQLITE_MEMORY}")  # for the whole process; SQLite 3.31 and later
    connection.close()
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on Windows, and a system may know better
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (PROCESS_MEMORY, PROCESS_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def write(pipe: BinaryIO, value: tuple) -> None:
    """Write one value: four bytes of length, then marshal, which holds plain values only and any Unicode text."""
    data = marshal.dumps(value)
    pipe.write(len(data).to_bytes(4, "big") + data)
    pipe.flush()


def read(pipe: BinaryIO) -> tuple | None:
    """Read one value; None where the other side has ended."""
    head = pipe.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    data = pipe.read(size)
    return marshal.loads(data) if len(data) == size else None
