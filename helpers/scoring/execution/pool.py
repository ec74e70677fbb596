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
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from pathlib import Path

from helpers.scoring.execution.sandbox import MAX_RESULT, Result
from helpers.scoring.execution.worker import read, write

Job = tuple[int, tuple]  # its number and what the program is told
MAX_WAITING = 32_000_000  # bytes of the results that wait for their turn; the rest stays in the workers, and no more jobs are sent
TOGETHER = 8  # short jobs in one message
GRACE = 2.0  # seconds after a job's own timeout: then it is inside a call that nothing but the process's end interrupts

_START = "import sys; sys.path[:0] = sys.argv[2:]; from helpers.scoring.execution.worker import start; start(sys.argv[1])"
SQL = read.__module__  # the program that runs queries
_idle: list["Worker"] = []  # kept for the next call: a notebook asks often, and a start takes 30 ms


def dispatch(
    jobs: Iterable[tuple], workers: int = 0, recall: Callable[[tuple], Result | None] = lambda job: None, program: str = SQL,
    together: int = 1, note: Callable[[tuple, Result], None] = lambda job, result: None,
) -> Generator[tuple[tuple, Result]]:
    """Hand jobs to worker processes and yield each with its result, in order.

    Few results, and few bytes of results, are ahead of the one that is awaited, so that memory stays small. A worker whose
    job outlasts its timeout (the job's last field, in seconds) is stopped and replaced. `recall` answers a job that needs no
    worker. `program` is the module whose `main`, or whose `answer` of each job, does them; the one for SQL starts without site-packages.
    A worker gets up to `together` jobs in one message, which saves most of the time of short ones, and answers as many as it is done
    with in a moment. What is left of them is sent alone, and so are all of them where the process ended; `recall` is asked again before.
    `note` is told each result as it comes.
    Close the generator when the rest is not wanted. Threads may call this at the same time: each call has its own workers. Raise
    RuntimeError where a worker process does not start.
    """
    workers = workers or min(8, os.cpu_count() or 1)
    source, more = enumerate(jobs), True
    ready: deque[Job] = deque()  # to be sent
    alone: set[int] = set()
    team: list[Worker] = []
    done: dict[int, tuple[tuple, Result]] = {}
    answers: queue.SimpleQueue = queue.SimpleQueue()
    turn = 0

    def waiting() -> int:
        return sum(result.size for _, result in done.values())

    def room() -> bool:
        return len(done) < 8 * workers and waiting() < MAX_WAITING

    def recalled(index: int, job: tuple) -> bool:
        if (known := recall(job)) is not None:
            done[index] = job, known
        return index in done

    try:
        while more or ready or done or any(worker.jobs for worker in team):
            while more and len(ready) < together and room():
                index, job = next(source, (-1, ()))
                more = index >= 0
                if more and not recalled(index, job):
                    ready.append((index, job))
            while ready and (ready[0][0] == turn or room()) and (worker := _free(team, workers, answers, program)):
                if ready[0][0] in alone and recalled(*ready[0]):
                    ready.popleft()
                    continue
                count = 1 if ready[0][0] in alone else len(ready)  # those that go alone were drawn before the others
                worker.send([ready.popleft() for _ in range(count)])
            if turn in done:
                yield done.pop(turn)
                turn += 1
            elif any(worker.jobs for worker in team):
                _wait(team, answers)
            for worker in sorted((worker for worker in team if worker.size is not None), key=lambda worker: worker.jobs[0][0]):
                # In memory a text may take four times its bytes, but no result more than a result may.
                if worker.jobs[0][0] == turn or waiting() + min(4 * worker.size, MAX_RESULT) <= MAX_WAITING:
                    found, left = _take(worker, team)
                    done |= found
                    for job, result in found.values():
                        note(job, result)
                    alone.update(index for index, _ in left)
                    ready = deque(sorted([*left, *ready]))
    finally:
        for worker in team:
            worker.dismiss()


def _free(team: list["Worker"], workers: int, answers: queue.SimpleQueue, program: str) -> "Worker | None":
    """Return a worker without a job: of the team, left idle by an earlier call, or new; None where all are busy."""
    for worker in team:
        if not worker.jobs:
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
    late = min((worker for worker in team if worker.jobs), key=lambda worker: worker.deadline)
    try:
        worker, size = answers.get(timeout=min(max(late.deadline - time.monotonic(), 0.001), 60))
    except queue.Empty:
        if late.deadline <= time.monotonic() or late.process.poll() is not None:
            late.size = 0
        return
    if worker in team and worker.jobs:  # else it is the last word of a worker that was stopped
        worker.size, worker.deadline = size, math.inf


def _take(worker: "Worker", team: list["Worker"]) -> tuple[dict[int, tuple[tuple, Result]], list[Job]]:
    """Return a worker's results by number, and the jobs without one; a worker that answers nothing has ended, or is stopped in a call."""
    jobs, answers = worker.jobs, worker.take()
    worker.jobs, worker.size = [], None
    if answers is None:
        # One that died just now has not "stopped": its last word was still on its way.
        stopped = worker.process.poll() is None and worker.deadline != math.inf
        worker.stop()
        team.remove(worker)
        answers = []
        if len(jobs) == 1:
            ended = (None, 0, "other", "the process that ran the statement ended")
            answers = [(None, 0, "timeout", f"stopped after {jobs[0][1][-1]:g} s, inside one call") if stopped else ended]
    found = {index: (job, Result(*answer)) for (index, job), answer in zip(jobs, answers, strict=False)}
    return found, jobs[len(answers) :]


class Worker:
    """One worker process, the thread that reads its answers, and the jobs that it is at."""

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
        self.owner = os.getpid()
        self.answers: queue.SimpleQueue  # of the call that it works for
        self.jobs: list[Job] = []
        self.size: int | None = None  # of its answer in bytes, once there is one
        self._taken = threading.Semaphore(0)
        self.deadline = 0.0
        self._thread: threading.Thread | None = None

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

    def take(self) -> list[tuple] | None:
        """Return the answers that wait, or None where there are none, or they are cut off."""
        try:
            return marshal.loads(self.process.stdout.read(self.size)) if self.size else None
        except (OSError, ValueError, EOFError, TypeError):
            return None
        finally:
            self._taken.release()

    def usable(self) -> bool:
        """Tell whether the process lives and is ours: after a fork, the parent's workers are not the child's."""
        return self.owner == os.getpid() and self.process.poll() is None

    def send(self, jobs: list[Job]) -> None:
        """Give it jobs, once it is ready; the clock runs from here."""
        if not self._thread:
            if read(self.process.stdout) is None:
                message = self.process.communicate()[1].decode(errors="replace")
                raise RuntimeError(f"The process that runs SQL does not start ({sys.executable}): {message.strip()}")
            self._thread = threading.Thread(target=self._listen, daemon=True, name="sql-worker")
            self._thread.start()
        self.jobs = jobs
        self.deadline = time.monotonic() + max(job[-1] for _, job in jobs) + GRACE
        try:
            write(self.process.stdin, [job for _, job in jobs])
        except OSError:
            self.answers.put((self, 0))

    def dismiss(self) -> None:
        """Go idle, or stop if there is work that nobody waits for any more."""
        if not self.jobs and self.usable():
            _idle.append(self)
        else:
            self.stop()

    def stop(self) -> None:
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
