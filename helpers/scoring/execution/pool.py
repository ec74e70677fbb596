"""Worker processes for SQL that a model wrote: jobs out, results back in order, and an end to what does not end."""

import atexit
import marshal
import math
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from pathlib import Path

from helpers.scoring.execution.sandbox import MAX_RESULT, Result
from helpers.scoring.execution.worker import read, write

MAX_WAITING = 32_000_000  # bytes of the results that wait for their turn; the rest stays in the workers, and no more jobs are sent
GRACE = 2.0  # seconds after a job's own timeout: then it is inside a call that nothing but the process's end interrupts

_START = "import sys; sys.path[:0] = sys.argv[2:]; from importlib import import_module; import_module(sys.argv[1]).main()"
SQL = read.__module__  # the program that runs queries
_idle: list["Worker"] = []  # kept for the next call: a notebook asks often, and a start takes 30 ms


def dispatch(
    jobs: Iterable[tuple], workers: int = 0, recall: Callable[[tuple], Result | None] | None = None, program: str = SQL
) -> Generator[tuple[tuple, Result]]:
    """Hand jobs to worker processes and yield each with its result, in order.

    Few results, and few bytes of results, are ahead of the one that is awaited, so that memory stays small. A worker whose
    job outlasts its timeout (the job's last field, in seconds) is stopped and replaced. `recall` answers a job that needs no
    worker. `program` is the module whose `main` does the jobs; the one for SQL starts without site-packages.
    Close the generator when the rest is not wanted. Threads may call this at the same time: each call has its own workers.

    Raises:
        RuntimeError: a worker process does not start.
    """
    workers = workers or min(8, os.cpu_count() or 1)
    waiting = enumerate(jobs)
    team: list[Worker] = []
    done: dict[int, tuple[tuple, Result]] = {}
    answers: queue.SimpleQueue = queue.SimpleQueue()
    turn, pending = 0, next(waiting, None)
    try:
        while pending or done or any(worker.job for worker in team):
            while pending and len(done) < 8 * workers and sum(result.size for _, result in done.values()) < MAX_WAITING:
                index, job = pending
                known = recall(job) if recall else None
                if known is not None:
                    done[index] = job, known
                elif (worker := _free(team, workers, answers, program)) is not None:
                    worker.send(index, job)
                else:
                    break
                pending = next(waiting, None)
            if turn in done:
                yield done.pop(turn)
                turn += 1
            else:
                _wait(team, answers)
            waited = sum(result.size for _, result in done.values())
            for worker in sorted((worker for worker in team if worker.size is not None), key=lambda worker: worker.index):
                # In memory a text may take four times its bytes, but no result more than a result may.
                if worker.index == turn or waited + min(4 * worker.size, MAX_RESULT) <= MAX_WAITING:
                    index, answer = worker.index, _take(worker, team)
                    done[index] = answer
                    waited += answer[1].size
    finally:
        for worker in team:
            worker.dismiss()


def _free(team: list["Worker"], workers: int, answers: queue.SimpleQueue, program: str) -> "Worker | None":
    """Return a worker without a job: of the team, left idle by an earlier call, or new; None where all are busy."""
    for worker in team:
        if worker.job is None:
            return worker
    if len(team) == workers:
        return None
    worker = next((idle for idle in reversed(_idle) if idle.program == program and idle.usable()), None)
    try:
        _idle.remove(worker)
    except ValueError:  # none, or another thread was faster
        worker = Worker(program)
    worker.answers = answers
    team.append(worker)
    return worker


def _wait(team: list["Worker"], answers: queue.SimpleQueue) -> None:
    """Wait until a worker has an answer, ends, or is late; note it as the size of its answer, 0 for one that has none."""
    late = min((worker for worker in team if worker.job), key=lambda worker: worker.deadline)
    try:
        worker, size = answers.get(timeout=min(max(late.deadline - time.monotonic(), 0.001), 60))
    except queue.Empty:
        if late.deadline <= time.monotonic() or late.process.poll() is not None:
            late.size = 0
        return
    if worker in team:  # else it is the last word of a worker that was stopped
        worker.size, worker.deadline = size, math.inf


def _take(worker: "Worker", team: list["Worker"]) -> tuple[tuple, Result]:
    """Return a worker's job with its result; a worker without one has ended, or is stopped in the middle of a call."""
    job, answer = worker.job, worker.take()
    worker.job, worker.size = None, None
    if answer is None:
        # One that died just now has not "stopped": its last word was still on its way.
        stopped = worker.process.poll() is None and worker.deadline != math.inf
        worker.stop()
        team.remove(worker)
        answer = (None, 0, "other", "the process that ran the statement ended")
        if stopped:
            answer = (None, 0, "timeout", f"stopped after {job[-1]:g} s, inside one call")
    return job, Result(*answer)


class Worker:
    """One worker process, the thread that reads its answers, and the job it is at."""

    def __init__(self, program: str) -> None:
        self.program = program
        root = Path(__file__).resolve().parents[__name__.count(".")]
        places = [str(root), *(filter(None, sys.path) if program != SQL else ())]
        self.process = subprocess.Popen(
            # Isolated: neither the notebook's folder nor its environment gets in.
            [sys.executable, "-I", "-S", "-c", _START, program, *places],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # interrupting a notebook cell does not reach it
        )
        if read(self.process.stdout) is None:
            message = self.process.communicate()[1].decode(errors="replace")
            raise RuntimeError(f"The process that runs SQL does not start ({sys.executable}): {message.strip()}")
        self.owner = os.getpid()
        self.answers: queue.SimpleQueue = queue.SimpleQueue()
        self.job: tuple | None = None
        self.size: int | None = None  # of its answer in bytes, once there is one
        self._taken = threading.Semaphore(0)
        self.index = -1
        self.deadline = 0.0
        threading.Thread(target=self._listen, daemon=True, name="sql-worker").start()

    def _listen(self) -> None:
        """Say of each answer how large it is, and wait until it has been taken: in one thread, whose memory comes back."""
        size = 1
        while size and self.process.returncode is None:
            try:
                size = int.from_bytes(self.process.stdout.read(4), "big")
            except (OSError, ValueError):  # closed
                size = 0
            self.answers.put((self, size))
            if size:
                self._taken.acquire()

    def take(self) -> tuple | None:
        """Return the answer that waits, or None where there is none, or it is cut off."""
        try:
            return marshal.loads(self.process.stdout.read(self.size)) if self.size else None
        except (OSError, ValueError, EOFError, TypeError):
            return None
        finally:
            self._taken.release()

    def usable(self) -> bool:
        """Tell whether the process lives and is ours: after a fork, the parent's workers are not the child's."""
        return self.owner == os.getpid() and self.process.poll() is None

    def send(self, index: int, job: tuple) -> None:
        """Give it a job; the clock runs from here."""
        self.index, self.job = index, job
        self.deadline = time.monotonic() + job[-1] + GRACE
        try:
            write(self.process.stdin, job)
        except OSError:
            self.answers.put((self, 0))

    def dismiss(self) -> None:
        """Go idle, or stop if there is work that nobody waits for any more."""
        if self.job is None and self.usable():
            _idle.append(self)
        else:
            self.stop()

    def stop(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait()
        self._taken.release()
        for pipe in (self.process.stdin, self.process.stderr):
            with suppress(OSError):
                pipe.close()


def stop_idle() -> None:
    """End the workers that wait for a next call; the interpreter's end does it anyway."""
    while _idle:
        worker = _idle.pop()
        if worker.owner == os.getpid():
            worker.stop()


atexit.register(stop_idle)
