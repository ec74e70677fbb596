"""Run notebooks without a browser: `python -m helpers.run 01 --profile rehearsal -p lora_rank=8`.

A thin layer over papermill. It refuses unknown names and wrong types before anything is loaded, opens the folder of the
run, shows one line a section and the lines that cells print, and judges the run by its exit and by its record.
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

from helpers import parameters as declared_parameters
from helpers import results
from helpers.errors import UserError
from helpers.files import env_file, to_json, write_whole
from helpers.headless import Failure, Stopped, environment, execute, stopping_on_signals, with_values
from helpers.listing import describe, print_list, say, short, table
from helpers.parameters import DEFAULT_PROFILE, Parameter, check_names, convert, project_root


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
            for name in options.notebooks or declared_parameters.notebooks():
                describe(declared_parameters.find_notebook(name))
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
        return 128 + (stop.args[0] if isinstance(stop, Stopped) else signal.SIGINT)


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
        known = declared_parameters.notebooks()
        paths = [path for stem, path in known.items() if profile in declared_parameters.profile_names(stem)]
        if not paths:
            raise UserError(f"No notebook has a profile {profile}.")
    else:
        paths = [declared_parameters.find_notebook(name) for name in options.notebooks]
    jobs = []
    for path in paths:
        declared = declared_parameters.read_parameters(path)
        check_names(["output_dir"], declared, path.stem)
        given = _given(options.parameter, declared, path.stem)
        values = {name: parameter.default for name, parameter in declared.items()}
        values |= declared_parameters.read_profile(profile, path.stem, declared) | given
        job = Job(path, declared, values, profile, label=path.stem)
        jobs += _sweep(job, options) if options.sweep else [job]
    if (len(jobs) > 1 or options.sweep) and any(job.values["output_dir"] for job in jobs):
        raise UserError("output_dir names one folder: it cannot be set for several runs.")
    return jobs


def _split(text: str, option: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UserError(f"{option} wants name=value, not {text!r}.")
    return name.strip(), value


def _given(texts: list[str], declared: dict[str, Parameter], stem: str) -> dict[str, object]:
    pairs = dict(_split(text, "-p") for text in texts)
    check_names(pairs, declared, stem)
    return {name: convert(name, value, declared[name]) for name, value in pairs.items()}


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
        record = results.read_run(folder).record.get("parameters", {})
        if any(name not in ("output_dir", "resume") and record.get(name, value) != value
               for name, value in jobs[-1].values.items()):
            raise UserError(f"{short(folder)} was run with other parameters: choose another --sweep-name.")
    return jobs


def _resumed(run: results.RunRecord) -> Job:
    if run.status == "damaged":
        raise UserError(f"{short(run.folder)} has no readable run.json: it cannot be resumed.")
    path = declared_parameters.find_notebook(run.stem)
    declared = declared_parameters.read_parameters(path)
    recorded = run.record.get("parameters", {})
    check_names(["resume", *recorded], declared, run.stem)
    values = {name: parameter.default for name, parameter in declared.items()}
    values |= {name: convert(name, value, declared[name]) for name, value in recorded.items()}
    profile, sweep = run.record.get("profile", ""), run.record.get("sweep", "")
    return Job(path, declared, values, profile, sweep, run.folder, run.stem, resume=True)


def run_all(jobs: list[Job]) -> int:
    """Run the jobs one after the other; a failed one does not stop the others. Return the exit code."""
    rows, codes = [], []
    try:
        for job in jobs:
            rows.append([job.label, "interrupted", "", ""])  # until it is known better
            code, run = _run_or_skip(job, alone=len(jobs) == 1)
            seconds = run.record.get("seconds")
            rows[-1][1:] = [run.status, run.score, f"{seconds / 60:.1f} min" if seconds is not None else ""]
            codes.append(code)
    finally:
        if len(jobs) > 1:
            say("\n" + table([["run", "status", "score", "time"], *rows]))
    return codes[0] if len(jobs) == 1 else int(any(codes))


def _run_or_skip(job: Job, alone: bool) -> tuple[int, results.RunRecord]:
    earlier = results.read_run(job.folder) if job.folder else None
    if job.sweep and not job.resume and earlier.status == "finished":
        say(f"{job.label}: already finished")
        return 0, earlier
    try:
        return run_job(job)
    except UserError as problem:
        if alone:
            raise
        say(f"{job.label}: {problem}")
        return 2, results.RunRecord(job.folder or Path(), job.stem, "refused", {})


def run_job(job: Job) -> tuple[int, results.RunRecord]:
    """Run one notebook into its folder. Return exit code and record; raise UserError if it cannot start."""
    if importlib.util.find_spec("papermill") is None or importlib.util.find_spec("ipykernel") is None:
        raise UserError(f"{sys.executable} lacks papermill or ipykernel: run pip install -r requirements.txt")
    folder = _folder(job)
    if results.read_run(folder).status == "running":
        raise UserError(f"{short(folder)} is being written by another run.")
    values = job.values | {"output_dir": short(folder)} | ({"resume": short(folder)} if job.resume else {})
    job = dataclasses.replace(job, values=values)
    named = {"TEXT_TO_SQL_PROFILE": job.profile, "TEXT_TO_SQL_SWEEP": job.sweep, "TEXT_TO_SQL_HEADLESS": "1"}
    with environment(**{name: value for name, value in env_file().items() if name not in os.environ} | named):
        results.start_run(job.stem, values, str(folder))  # a run that dies before its first cell leaves a record too
        say(f"{job.label}, profile {job.profile or 'unknown'}: {short(folder)}")
        started = time.monotonic()
        try:
            failure = execute(job.notebook, job.changed, folder)
        except KeyboardInterrupt as stop:
            reason = f"stopped by {signal.Signals(stop.args[0] if stop.args else signal.SIGINT).name}"
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
    named = job.folder or job.values["output_dir"]
    if named:
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
