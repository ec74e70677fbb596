"""The command that runs notebooks without a browser: `python -m helpers.run 01 --profile rehearsal -p lora_rank=8`.

It refuses unknown names and wrong types before anything is loaded, opens the folder of each run, has it executed
(`headless.py`) and judges it by its exit and by its record.
Exit codes: 0 finished, 1 failed, 2 something the user can put right, 130 or 143 stopped.
"""

import argparse
import dataclasses
import datetime
import hashlib
import importlib.util
import itertools
import os
import re
import signal
import sys
import time
from pathlib import Path

from helpers import parameters, results
from helpers.errors import UserError
from helpers.files import to_json, write_whole
from helpers.headless import Failure, environment, execute, stopping_on_signals, with_values
from helpers.hosts import env_file, project_root
from helpers.listing import describe, print_list, say, short, table
from helpers.parameters import DEFAULT_PROFILE, Parameter, check_names, convert, find_notebook


@dataclasses.dataclass
class Job:
    """One run that was asked for: everything is checked, nothing is started."""

    notebook: Path
    declared: dict[str, Parameter]
    values: dict[str, object]
    profile: str
    sweep: str = ""
    folder: Path | None = None  # None: a new one is made when the run starts
    label: str = ""
    resume: bool = False

    @property
    def stem(self) -> str:
        """Return the notebook's name, which the run's folder and files share."""
        return self.notebook.stem

    @property
    def changed(self) -> dict[str, object]:
        """Return the values that differ from the notebook's defaults."""
        return {name: value for name, value in self.values.items() if value != self.declared[name].default}


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    made = argparse.ArgumentParser(prog="python -m helpers.run", description="Run notebooks headlessly and record the runs.")
    made.add_argument("notebooks", nargs="*", help="number (01), stem or path; `all` for all that have the profile")
    made.add_argument("--profile", default="", help="a file of values, notebooks/profiles/PROFILE/STEM.yml (default: t4)")
    made.add_argument("-p", "--parameter", action="append", default=[], metavar="NAME=VALUE", help="set one parameter")
    made.add_argument("--sweep", action="append", default=[], metavar="NAME=A,B,...", help="run every combination")
    made.add_argument("--sweep-name", default="", help="folder of the sweep; the same name continues it")
    made.add_argument("--resume", default="", metavar="RUN", help="go on with a run in its own folder")
    made.add_argument("--prepare-only", default="", metavar="FILE", help="write the notebook with its values, do not run it")
    made.add_argument("--describe", action="store_true", help="print the parameters of the notebooks")
    made.add_argument("--list", action="store_true", help="print the notebooks and the runs")
    return made


def main(argv: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    options = parser().parse_args(argv)
    try:
        if options.list:
            print_list()
            return 0
        if options.describe:
            for name in options.notebooks or parameters.notebooks():
                describe(find_notebook(name))
            return 0
        jobs = plan(options)
        if options.prepare_only:
            return prepare(jobs, Path(options.prepare_only))
        with stopping_on_signals():
            return run_all(jobs)
    except UserError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt as stop:
        return 128 + (stop.args or [signal.SIGINT])[0]


def plan(options: argparse.Namespace) -> list[Job]:
    """Turn the command line into checked jobs. Raise UserError for anything that cannot be run as asked."""
    if options.resume:
        if options.parameter or options.sweep or options.profile:
            raise UserError("--resume takes its values from the run's record: leave out -p, --profile and --sweep.")
        return [_resumed(results.find_run(options.resume))]
    profile = options.profile or DEFAULT_PROFILE
    if not options.notebooks:
        raise UserError("Name a notebook, such as 01, or `all`; --list prints them.")
    if options.notebooks == ["all"]:
        paths = [path for stem, path in parameters.notebooks().items() if profile in parameters.profile_names(stem)]
        if not paths:
            raise UserError(f"No notebook has a profile {profile}.")
    else:
        paths = [find_notebook(name) for name in options.notebooks]
    given = dict(_split(text, "-p") for text in options.parameter)
    jobs = [_job(path, given, profile) for path in paths]
    if options.sweep:
        jobs = [point for job in jobs for point in _sweep(job, options)]
    if (len(jobs) > 1 or options.sweep) and any(job.values["output_dir"] for job in jobs):
        raise UserError("output_dir names one folder: it cannot be set for several runs.")
    return jobs


def _split(text: str, option: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UserError(f"{option} wants name=value, not {text!r}.")
    return name.strip(), value


def _job(notebook: Path, given: dict[str, object], profile: str = "") -> Job:
    """Return a job whose values come from `given`, the profile and the defaults, in this order."""
    declared = parameters.read_parameters(notebook)
    check_names(["output_dir", *given], declared, notebook.stem)
    values = {name: parameter.default for name, parameter in declared.items()}
    values |= parameters.read_profile(profile, notebook.stem, declared) if profile else {}
    values |= {name: convert(name, value, declared[name]) for name, value in given.items()}
    return Job(notebook, declared, values, profile, label=notebook.stem)


def _sweep(job: Job, options: argparse.Namespace) -> list[Job]:
    """Return one job for each combination, in folders named by their values, so that the same command resumes."""
    grid = {}
    for name, texts in (_split(text, "--sweep") for text in options.sweep):
        check_names([name], job.declared, job.stem)
        if job.declared[name].type == "list" or name in ("output_dir", "resume"):
            raise UserError(f"{name} cannot be swept: start one run for each value.")
        grid[name] = list(dict.fromkeys(convert(name, text, job.declared[name]) for text in texts.split(",")))
    told = to_json([job.profile, grid, job.changed])
    sweep = options.sweep_name or f"sweep-{job.profile}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
    jobs = []
    for point in (dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())):
        label = ",".join(f"{name}={to_json(value).strip(chr(34))}" for name, value in point.items())
        safe = re.sub(r"[^\w=,.+-]", "-", label)
        if safe != label or len(safe) > 150:  # two values must not share a folder
            safe = f"{safe[:150]}-{hashlib.sha256(label.encode()).hexdigest()[:6]}"
        folder = project_root() / "runs" / job.stem / sweep / safe
        jobs.append(dataclasses.replace(job, values=job.values | point, sweep=sweep, folder=folder, label=label))
        recorded = results.read_run(folder).record.get("parameters", {})
        if any(recorded.get(name, value) != value for name, value in jobs[-1].values.items() if name not in ("output_dir", "resume")):
            raise UserError(f"{short(folder)} was run with other parameters: choose another --sweep-name.")
    return jobs


def _resumed(run: results.RunRecord) -> Job:
    if run.status == "damaged":
        raise UserError(f"{short(run.folder)} has no readable run.json: it cannot be resumed.")
    job = _job(find_notebook(run.stem), run.record.get("parameters", {}) | {"resume": short(run.folder)})
    profile, sweep = run.record.get("profile", ""), run.record.get("sweep", "")
    return dataclasses.replace(job, profile=profile, sweep=sweep, folder=run.folder, resume=True)


def run_all(jobs: list[Job]) -> int:
    """Run the jobs one after the other; a failed one does not stop the others. Return the exit code."""
    rows, codes = [], []
    try:
        for job in jobs:
            rows.append([job.label, "interrupted", "", ""])  # until it is known better
            try:
                code, run = run_job(job)
            except UserError as problem:
                if len(jobs) == 1:
                    raise
                say(f"{job.label}: {problem}")
                code, run = 2, results.RunRecord(job.folder or Path(), job.stem, "refused", {})
            seconds = run.record.get("seconds")
            rows[-1][1:] = [run.status, run.score, f"{seconds / 60:.1f} min" if seconds is not None else ""]
            codes.append(code)
    finally:
        if len(jobs) > 1:
            say("\n" + table([["run", "status", "score", "time"], *rows]))
    return codes[0] if len(jobs) == 1 else int(any(codes))


def run_job(job: Job) -> tuple[int, results.RunRecord]:
    """Run one notebook into its folder. Return exit code and record; raise UserError if it cannot start.

    A member of a sweep that has finished is left as it is, so that the same command does only what is missing.
    """
    if not all(map(importlib.util.find_spec, ("papermill", "ipykernel"))):
        raise UserError(f"{sys.executable} lacks papermill or ipykernel: run pip install -r requirements.txt")
    folder = _folder(job)
    earlier = results.read_run(folder)
    if job.sweep and not job.resume and earlier.status == "finished":
        say(f"{job.label}: already finished")
        return 0, earlier
    if earlier.status == "running":
        raise UserError(f"{short(folder)} is being written by another run.")
    job = dataclasses.replace(job, values=job.values | {"output_dir": short(folder)})
    named = {"TEXT_TO_SQL_PROFILE": job.profile, "TEXT_TO_SQL_SWEEP": job.sweep, "TEXT_TO_SQL_HEADLESS": "1"}
    with environment(**{name: value for name, value in env_file().items() if name not in os.environ} | named):
        results.start_run(job.stem, job.values, str(folder))  # a run that dies before its first cell leaves a record too
        say(f"{job.label}, profile {job.profile or 'unknown'}: {short(folder)}")
        started = time.monotonic()
        try:
            failure = execute(job.notebook, job.changed, folder)
        except KeyboardInterrupt as stop:
            reason = f"stopped by {signal.Signals((stop.args or [signal.SIGINT])[0]).name}"
            results.amend_run(folder, status="interrupted", message=reason, seconds=round(time.monotonic() - started, 1))
            say(f"{job.label} {reason}. To go on: python -m helpers.run --resume {short(folder)}")
            raise
    run = results.read_run(folder)
    if failure is None and run.status == "finished":
        say(f"{job.label} finished: {run.score or 'no score'}")
        for name in ("metrics.json", "figures", f"{job.stem}.ipynb"):
            if (folder / name).exists():
                say(f"  {short(folder / name)}")
        return 0, run
    failure = failure or Failure("Error", "the notebook ended without run.finish(metrics)")
    results.amend_run(folder, status="failed", message=f"{failure.name}: {failure.message}"[:2000],
                      seconds=round(time.monotonic() - started, 1))
    if failure.name == "UserError":
        print(failure.message, file=sys.stderr)
        return 2, results.read_run(folder)
    print(f"{job.label} failed{failure.where}: {failure.name}: {failure.message}", file=sys.stderr)
    print(f"The notebook as far as it got: {short(folder / job.stem)}.ipynb", file=sys.stderr)
    return 1, results.read_run(folder)


def _folder(job: Job) -> Path:
    if named := job.folder or job.values["output_dir"]:
        return (project_root() / Path(named).expanduser()).resolve()
    stamp = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
    return results.new_folder(project_root() / "runs" / job.stem, f"{job.profile}-{stamp}")


def prepare(jobs: list[Job], target: Path) -> int:
    """Write a notebook with its values set, ready for a host that takes no parameters. Return the exit code."""
    if len(jobs) != 1:
        raise UserError("--prepare-only writes one notebook: name one, without --sweep.")
    job = jobs[0]
    if target.suffix != ".ipynb" or target.resolve() == job.notebook.resolve():
        raise UserError(f"--prepare-only wants a new file such as {job.stem}-prepared.ipynb, not {target}.")
    import nbformat

    notebook = with_values(job.notebook, job.changed, prepare_only=True)
    del notebook.metadata["papermill"]  # paths of this machine
    write_whole(target, nbformat.writes(notebook) + "\n")
    say(f"{target} is written, with {len(job.changed)} of {len(job.declared)} parameters changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
