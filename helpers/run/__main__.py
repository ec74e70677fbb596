"""The command that runs notebooks without a browser: `python -m helpers.run 01 --profile rehearsal -p lora_rank=8`.

Exit codes: 0 finished, 1 failed, 2 something the user can put right, 130 or 143 stopped.
"""

from helpers.files.packages import check_command

if __name__ == "__main__":
    check_command("run")  # before anything is imported that a bare Python lacks

import argparse
import contextlib
import dataclasses
import datetime
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from helpers import UserError, command, parameters
from helpers import runs as results
from helpers.files import is_number
from helpers.files.packages import ROOT, env_file
from helpers.parameters import find_notebook
from helpers.run import launch, ray_sweep
from helpers.run.console import describe, print_list, resume_command, say, short, table
from helpers.run.handoff import HOSTS, prepare
from helpers.run.kernel import Failure, execute, stopping_on_signals
from helpers.run.plan import Job, plan
from helpers.runs.folder import METRICS


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    made = argparse.ArgumentParser(prog="python -m helpers.run", description="Run notebooks headlessly and record the runs.")
    made.add_argument("notebooks", nargs="*", help="number (01), stem or path; `all` for all that have the profile")
    made.add_argument("--profile", default="", help="a file of values, notebooks/profiles/PROFILE/STEM.yml (default: t4)")
    made.add_argument("-p", "--parameter", action="append", default=[], metavar="NAME=VALUE", help="set one parameter")
    made.add_argument("--sweep", action="append", default=[], metavar="NAME=A,B,...", help="run every combination")
    made.add_argument("--on", choices=["ray"], help="hand the members of a sweep to Ray: as many at once as it has GPUs or CPUs for")
    made.add_argument("--sweep-name", default="", help="folder of the sweep; the same name continues it")
    made.add_argument("--processes", type=int, default=1, metavar="N", help="train in N processes, one a GPU; the first one scores")
    made.add_argument("--launch-config", default="", metavar="FILE", help="for `accelerate launch`, such as notebooks/accelerate/*.yaml")
    made.add_argument("--resume", default="", metavar="RUN", help="go on with a run in its own folder")
    made.add_argument("--prepare-only", default="", metavar="FILE", help="write the notebook with its values, do not run it")
    made.add_argument("--prepare", choices=HOSTS, help="write it for a host, with what else that needs, and say how to go on")
    made.add_argument("--to", default="", metavar="PATH", help="where --prepare writes: a file for Colab, a folder for Kaggle")
    made.add_argument("--describe", action="store_true", help="print the parameters of the notebooks")
    made.add_argument("--list", action="store_true", help="print the notebooks and the runs")
    return made


@command
def main(argv: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    options = parser().parse_args(argv)
    try:
        if options.list:
            print_list()
            return 0
        if options.describe:
            for name in parameters.notebooks() if options.notebooks in ([], ["all"]) else options.notebooks:
                describe(find_notebook(name))
            return 0
        jobs = plan(options)
        if options.prepare or options.prepare_only:
            return prepare(jobs, options.prepare or "", options.to if options.prepare else options.prepare_only)
        if options.to:
            raise UserError("--to says where --prepare writes: add --prepare colab or --prepare kaggle.")
        with stopping_on_signals():
            if options.on:
                with ray_sweep.members(jobs) as run_member:
                    return run_all(jobs, run_member)
            return run_all(jobs, run_job)
    except KeyboardInterrupt as stop:
        return 128 + (stop.args or [signal.SIGINT])[0]


def run_all(jobs: list[Job], run: Callable) -> int:
    """Run the jobs with `run`, one after the other, or wait for each; a failed one does not stop the others. Return the exit code."""
    if len(jobs) == 1:
        return run(jobs[0])[0]
    rows, codes = [], []
    try:
        for job in jobs:
            rows.append([job.label, "interrupted", "", ""])  # until it is known better
            try:
                code, ended = run(job)
            except UserError as problem:
                say(f"{job.label}: {problem}")
                code, ended = 2, results.RunRecord(job.folder or Path(), job.stem, "refused", {})
            seconds = ended.record.get("seconds")
            rows[-1][1:] = [ended.status, ended.score, f"{seconds / 60:.1f} min" if is_number(seconds) else ""]
            codes.append(code)
    finally:
        say("\n" + table([["run", "status", "score", "time"], *rows]))
    return int(any(codes))


def run_job(job: Job) -> tuple[int, results.RunRecord]:
    """Run one notebook into its folder, which is locked meanwhile. Return exit code and record; raise UserError if it cannot start."""
    if named := job.folder or job.values["output_dir"]:
        folder = results.named_folder(str(named), f"{job.stem}.py", f"{job.stem}.log")  # of several nodes, another may have begun
    else:
        stamp = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
        folder = results.new_folder(job.stem, f"{job.profile}-{stamp}")
    follows = bool(job.launch and job.launch.follows)  # another node's runner keeps the record, and the lock
    with contextlib.nullcontext() if follows else results.locked(folder):
        return _run_in(job, folder, follows)


def _run_in(job: Job, folder: Path, follows: bool) -> tuple[int, results.RunRecord]:
    earlier = results.read_run(folder)
    if earlier.status == "finished" and (job.sweep or job.resume):
        if not earlier.record.get("message"):
            again = f"nothing to do. To train and score again, start a new run: python -m helpers.run {job.stem[:2]}"
            say(f"{short(folder)} is finished: {again}" if job.resume else f"{job.label}: already finished")
            return 0, earlier
        job = dataclasses.replace(job, values=job.values | {"resume": short(folder)})  # what follows its metrics failed
    if earlier.status == "running" and not follows:
        raise UserError(f"{short(folder)} is being written by another run.")
    job = dataclasses.replace(job, values=job.values | {"output_dir": short(folder)})
    given = {name: value for name, value in env_file().items() if name not in os.environ} | {
        "TEXT_TO_SQL_PROFILE": job.profile, "TEXT_TO_SQL_SWEEP": job.sweep, "TEXT_TO_SQL_HEADLESS": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), (env_file() | dict(os.environ)).get("PYTHONPATH")])),
    }  # fmt: skip
    with mock.patch.dict(os.environ, given):  # which the kernel inherits
        if not follows:
            results.start_run(job.stem, job.values, str(folder))  # a run that dies before its first cell leaves a record too
        say(f"{job.label}, profile {job.profile or 'unknown'}: {short(folder)}")
        started = time.monotonic()
        try:
            if job.launch:
                failure = launch.execute(job.notebook, job.changed, folder, job.launch)
            else:
                failure = execute(job.notebook, job.changed, folder)
        except KeyboardInterrupt as stop:
            reason = f"stopped by {signal.Signals((stop.args or [signal.SIGINT])[0]).name}"
            _amend(folder, "interrupted", reason, started)
            say(f"{job.label} {reason}. To go on: {resume_command(folder)}")
            raise
    run, shown = results.read_run(folder), f"{job.stem}.{'log' if job.launch else 'ipynb'}"
    if failure is None and run.status == "finished":
        say(f"{job.label} finished: {run.score or 'no score'}")
        for name in (METRICS, "figures", shown):
            if (folder / name).exists():
                say(f"  {short(folder / name)}")
        return 0, run
    if follows and failure is None:
        return 0, run  # the first node's runner judges the record
    return _failed(job, folder, failure, run, shown, started)


def _failed(job: Job, folder: Path, failure: Failure | None, run: results.RunRecord, shown: str, started: float):
    """Record why a run failed, say it and how to go on, and return exit code and record."""
    failure = failure or Failure("Error", "the notebook ended without run.finish(metrics)")
    _amend(folder, "failed", f"{failure.name}: {failure.message}"[:2000], started)
    if run.status == "finished":
        say(
            f"{job.label} is finished ({run.score or 'no score'}); only what follows its metrics failed. "
            f"To try that again: {resume_command(folder)}"
        )
    if failure.name == "UserError":
        print(failure.message, file=sys.stderr)
    else:
        where = f" in {failure.section}" if failure.section else ""
        print(f"{job.label} failed{where}: {failure.name}: {failure.message}", file=sys.stderr)
        print(f"The notebook as far as it got: {short(folder / shown)}", file=sys.stderr)
    if failure.name in ("DeadKernelError", "ProcessKilled") or run.status == "scored" or any(folder.glob("**/checkpoint-*")):
        print(f"To go on: {resume_command(folder)}", file=sys.stderr)
    return 2 if failure.name == "UserError" else 1, results.read_run(folder)


def _amend(folder: Path, status: str, message: str, started: float) -> None:
    """Write how a run ended. One that has its score keeps its state, and a disk that is full keeps the record as it was."""
    seconds = round((results.read_run(folder).record.get("seconds_before") or 0.0) + time.monotonic() - started, 1)
    try:
        results.amend_run(folder, status=status, message=message, seconds=seconds)
    except OSError as error:
        say(f"The record of {short(folder)} cannot be written ({error.strerror}); it will be listed as interrupted.")


if __name__ == "__main__":
    sys.exit(main())
