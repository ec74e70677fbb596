"""The members of a sweep as tasks of Ray (`--on ray`), which has the queue, the resources and the other machines.

A task is `python -m helpers.run` for one member, so that folders, records and what counts as finished are the runner's own.
RAY_ADDRESS names a cluster whose machines see this clone at the same path.
"""

import contextlib
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator

from helpers import UserError
from helpers import runs as results
from helpers.files import redact
from helpers.files.packages import ROOT
from helpers.run.console import say, short
from helpers.run.plan import Job, as_options


def command(job: Job) -> list[str]:
    """Return the command that runs one member: a sweep of one point, with the same name and so in the same folder."""
    given = {name: value for name, value in job.changed.items() if name not in job.point}
    made = [sys.executable, "-m", "helpers.run", str(job.notebook), "--profile", job.profile, "--sweep-name", job.sweep]
    made += as_options("-p", given) + as_options("--sweep", job.point)
    if job.launch:
        made += ["--processes", str(job.launch.processes), "--launch-config", str(job.launch.config)]
    return made


def needs(job: Job, gpus: float, cpus: float) -> dict[str, float]:
    """Return what a member asks Ray for: a GPU for each process, or, where there is none, the CPUs that PyTorch would use."""
    processes = job.launch.processes if job.launch else 1
    if gpus:
        return {"num_gpus": processes, "num_cpus": processes}
    return {"num_gpus": 0, "num_cpus": min(int(os.environ.get("OMP_NUM_THREADS") or cpus) * processes, cpus)}


@contextlib.contextmanager
def members(jobs: list[Job]) -> Iterator[Callable[[Job], tuple[int, results.RunRecord]]]:
    """Hand the members to Ray and give what waits for one of them. When this ends, by an error or Ctrl-C too, they end."""
    if importlib.util.find_spec("ray") is None:
        raise UserError('--on ray needs the package ray, which is optional: pip install "ray>=2.40"')
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # a task without a GPU keeps CUDA_VISIBLE_DEVICES as it is
    import ray

    here = not os.environ.get("RAY_ADDRESS")
    ray.init(logging_level="ERROR", log_to_driver=False, **({"include_dashboard": False} if here else {}))
    found = ray.cluster_resources()
    gpus, cpus = found.get("GPU", 0), found.get("CPU", 1)
    passed = {name: value for name, value in os.environ.items() if name.startswith(("TEXT_TO_SQL_", "HF_"))}

    def run(line: list[str], folder: str, extra: dict[str, str]) -> tuple[int, str]:
        import os  # it names nothing of this module, because Ray sends its code to other machines
        import subprocess

        done = subprocess.run(line, cwd=folder, env=os.environ | extra, capture_output=True, text=True, errors="replace")
        return done.returncode, done.stderr

    tasks = {}
    try:
        for job in jobs:
            if results.read_run(job.folder).status != "finished":
                task = ray.remote(max_retries=0, **needs(job, gpus, cpus))(run)
                tasks[job.folder] = task.remote(command(job), str(ROOT), passed)
        yield lambda job: _wait(ray, job, tasks.get(job.folder))
    finally:
        _stop(ray, list(tasks.values()), here)


def _wait(ray, job: Job, task) -> tuple[int, results.RunRecord]:
    """Wait for a member's task and return exit code and record; one without a task has finished before."""
    if task is None:
        say(f"{job.label}: already finished")
        return 0, results.read_run(job.folder)
    while not ray.wait([task], timeout=1)[0]:
        pass  # a signal gets through between two looks
    try:
        code, errors = ray.get(task)
    except ray.exceptions.RayError as error:
        code, errors = 1, str(error)
    shown = results.read_run(job.folder)
    say(f"{job.label} {shown.status}: {shown.score or short(job.folder)}")
    if code:
        print(redact("\n".join(errors.strip().splitlines()[-5:])), file=sys.stderr)  # the rest is in its folder
    return code, shown


def _stop(ray, tasks: list, here: bool) -> None:
    """End what still runs: here with a signal that each member records, elsewhere by cancelling, which kills it there."""
    import psutil

    for task in tasks:
        with contextlib.suppress(Exception):  # it is done
            ray.cancel(task, force=not here)
    family = psutil.Process().children(recursive=True) if here else []
    asked = []
    for process in family:
        with contextlib.suppress(psutil.Error):
            if "helpers.run" in process.cmdline():
                process.terminate()
                asked.append(process)
    psutil.wait_procs(asked, timeout=20)
    ray.shutdown()
    for process in family:
        with contextlib.suppress(psutil.Error):
            process.kill()
