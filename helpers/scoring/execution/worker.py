"""The process that runs what a model wrote: reads jobs from standard input, writes results to standard output.

`pool` starts it, stops it when a job takes too long, and starts another. Standard library only, and nothing of
site-packages: it starts in some 30 ms and needs some 10 MB.
"""

import contextlib
import marshal
import sqlite3
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from helpers.scoring.execution.sandbox import Limits, Result, execute, explain

SQLITE_MEMORY = 192 * 2**20  # bytes for all of SQLite: sorts, temporary tables, compiled statements
MOMENT = 0.05  # seconds that a list of jobs may take before those left are handed back
LARGE = 1_000_000  # bytes of their results
PROCESS_MEMORY = 2 * 2**30  # bytes of address space for the whole process, where the system can limit it


def start(program: str) -> None:
    """Answer jobs by the `main` of a module, or with what its `answer` returns for each."""
    module = import_module(program)
    if hasattr(module, "main"):
        module.main()
    else:
        if "logging" in sys.modules:  # with sqlglot; without site-packages nobody logs
            sys.modules["logging"].disable()
        serve(module.answer)


def answer(job: tuple) -> Result:
    """Do a job of SQL: the arguments of `execute` or `explain` with the limits flattened."""
    database, schema, sql, running, *limits = job
    bounds = Limits(*limits)
    return execute(database, sql, bounds, running == "any") if running else explain(database, schema, sql, bounds)


def serve(answer: Callable[[tuple], Result], memory: int = PROCESS_MEMORY) -> None:
    """Say that all is ready, then answer lists of jobs with lists of a `Result`'s fields until standard input ends.

    A list ends early, but not without one result, when it takes longer than a moment or grows large.
    """
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA hard_heap_limit={SQLITE_MEMORY}")  # for the whole process; SQLite 3.31 and later
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no `resource`; a system may forbid it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    write(sys.stdout.buffer, [])
    while (jobs := read(sys.stdin.buffer)) is not None:
        found: list[tuple] = []
        begun, size = time.monotonic(), 0
        for job in jobs:
            result = answer(job)
            found.append(tuple(vars(result).values()))
            size += result.size
            if time.monotonic() - begun > MOMENT or size > LARGE:
                break
        write(sys.stdout.buffer, found)


def write(pipe: BinaryIO, value: list) -> None:
    """Write one value: four bytes of length, then marshal, which holds plain values only and any Unicode text."""
    data = marshal.dumps(value)
    pipe.write(len(data).to_bytes(4, "big") + data)
    pipe.flush()


def read(pipe: BinaryIO) -> list | None:
    """Read one value; None where the other side has ended."""
    head = pipe.read(4)
    size = int.from_bytes(head, "big")
    data = pipe.read(size) if len(head) == 4 else b""
    return marshal.loads(data) if data and len(data) == size else None
