"""What a command line asks for: which notebooks, with which values, in which folders. Everything is checked, nothing is started."""

import argparse
import dataclasses
import hashlib
import itertools
import re
import shlex
from pathlib import Path

from helpers import UserError, parameters
from helpers import runs as results
from helpers.files import REDACTED, to_json
from helpers.files.packages import project_root
from helpers.parameters import DEFAULT_PROFILE, ROLES, Parameter, check_names, convert, find_notebook, of_role
from helpers.parameters.trainer import check_trainer
from helpers.run.console import short
from helpers.run.launch import Launch, check


@dataclasses.dataclass
class Job:
    """One run that was asked for: everything is checked, nothing is started."""

    notebook: Path
    declared: dict[str, Parameter]
    values: dict[str, object]
    profile: str
    sweep: str = ""
    point: dict[str, object] = dataclasses.field(default_factory=dict)  # what a sweep sets in this member
    folder: Path | None = None  # None: a new one is made when the run starts
    label: str = ""
    resume: bool = False
    launch: Launch | None = None  # None: one process, papermill's kernel

    @property
    def stem(self) -> str:
        """Return the notebook's name, which the run's folder and files share."""
        return self.notebook.stem

    @property
    def changed(self) -> dict[str, object]:
        """Return the values that differ from the notebook's defaults."""
        return {name: value for name, value in self.values.items() if value != self.declared[name].default}


def plan(options: argparse.Namespace) -> list[Job]:
    """Turn the command line into checked jobs. Raise UserError for anything that cannot be run as asked."""
    if options.resume:
        if options.parameter or options.sweep or options.profile or options.sweep_name:
            raise UserError("--resume takes its values from the run's record: leave out -p, --profile, --sweep and --sweep-name.")
        run = results.find_run(options.resume)
        job = _resumed(run)
        if any(find_notebook(name).stem != run.stem for name in options.notebooks):
            raise UserError(f"--resume {options.resume} goes on with a run of {run.stem}: leave out {', '.join(options.notebooks)}.")
        return _launched([job], options)
    given = _pairs(options.parameter, "-p")
    named = given.pop("profile", "")
    if named and options.profile not in ("", named):
        raise UserError(f"--profile {options.profile} and -p profile={named} are two profiles: name one.")
    profile = options.profile or named or DEFAULT_PROFILE
    if not options.notebooks:
        raise UserError("Name a notebook, such as 01, or `all`; --list prints them.")
    if "all" in options.notebooks and len(options.notebooks) > 1:
        others = ", ".join(name for name in options.notebooks if name != "all")
        raise UserError(f"`all` stands for every notebook: name it alone, or leave it out and run {others or 'one'}.")
    if options.notebooks == ["all"]:
        paths = [path for stem, path in parameters.notebooks().items() if profile in parameters.profile_names(stem)]
        if not paths:
            raise UserError(f"No notebook has a profile {profile}.")
    else:
        paths = [find_notebook(name) for name in options.notebooks]
    jobs = [_job(path, given, profile) for path in paths]
    if not options.prepare:  # elsewhere it is a run of the host
        for job in jobs:
            job.folder = results.resumed_folder(str(job.values.get("resume", "never")), str(job.values["output_dir"]))
    if (len(jobs) > 1 or options.sweep) and any(job.values["output_dir"] or job.folder for job in jobs):
        raise UserError("output_dir names one folder: it cannot be set for several runs, and neither can a run's name as resume.")
    if options.sweep:
        jobs = [point for job in jobs for point in _sweep(job, given, options)]
    if (options.on or options.sweep_name) and not options.sweep:
        raise UserError(f"{f'--on {options.on}' if options.on else '--sweep-name'} is for sweeps: add --sweep NAME=A,B.")
    return _launched(jobs, options)


def as_options(option: str, values: dict[str, object]) -> list[str]:
    """Return values as a command line gives them, such as -p lora_rank=8."""
    texts = [f"{name}={value if isinstance(value, str) else to_json(value)}" for name, value in values.items()]
    return [part for text in texts for part in (option, text)]


def _launched(jobs: list[Job], options: argparse.Namespace) -> list[Job]:
    asked = options.processes, options.launch_config, bool(options.prepare)
    return [dataclasses.replace(job, launch=check(job.notebook, job.values, *asked)) for job in jobs]


def _pairs(texts: list[str], option: str) -> dict[str, str]:
    """Return {name: value} of an option that may be given several times, once for each name."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise UserError(f"{option} wants name=value, not {text!r}.")
        if found.setdefault(name := name.strip(), value := value.strip()) != value:
            raise UserError(f"{option} gives {name} twice, {found[name]} and {value}: give it once.")
    return found


def _job(notebook: Path, given: dict[str, object], profile: str = "") -> Job:
    """Return a job whose values come from `given`, the profile and the defaults, in this order."""
    declared = parameters.read_parameters(notebook)
    check_names(["output_dir", *given], declared, notebook.stem)
    values = {name: parameter.default for name, parameter in declared.items()}
    values |= {"profile": ""} if "profile" in values else {}  # its values stand here: the notebook does not look for them again
    values |= parameters.read_profile(profile, notebook.stem, declared) if profile else {}
    values |= {name: convert(name, value, declared[name]) for name, value in given.items()}
    return Job(notebook, declared, values, profile, label=notebook.stem)


def _sweep(job: Job, given: dict[str, str], options: argparse.Namespace) -> list[Job]:
    """Return one job for each combination, in folders named by their values, so that the same command resumes."""
    grid = {}
    if options.sweep_name and not re.fullmatch(r"\w[\w.,=+ -]*", options.sweep_name):
        raise UserError(f"--sweep-name {options.sweep_name} is no name of a folder below runs/: use letters, digits, dots and dashes.")
    for name, texts in _pairs(options.sweep, "--sweep").items():
        check_names([name], job.declared, job.stem)
        if job.declared[name].type == "list" or name in ROLES["run"]:
            raise UserError(f"{name} cannot be swept: start one run for each value.")
        if name in given:
            raise UserError(f"{name} is swept and also set by -p: leave one of them out.")
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
        values, recorded = job.values | point, results.read_run(folder).record.get("parameters", {})
        if any(recorded.get(name, values[name]) != values[name] for name in of_role(values, "recipe", "condition")):
            raise UserError(f"{short(folder)} was run with other parameters: choose another --sweep-name.")
        if "scheduler" in values:  # the notebook trains: all are checked before the first of them does
            check_trainer(values)
        jobs.append(dataclasses.replace(job, values=values, sweep=sweep, point=point, folder=folder, label=label))
    return jobs


def _resumed(run: results.RunRecord) -> Job:
    results.check_record(run.folder)
    recorded = run.record["parameters"]
    if hidden := [name for name, value in recorded.items() if REDACTED in str(value)]:
        raise UserError(
            f"{short(run.folder)} does not say {' and '.join(hidden)}: the value is or holds a secret of the environment, and was not "
            f"recorded. Give the run's own command again, with -p resume={shlex.quote(short(run.folder))}."
        )
    notebook = find_notebook(run.stem)
    declared = parameters.read_parameters(notebook)
    gone, new = sorted(set(recorded) - set(declared)), sorted(set(of_role(declared, "recipe", "condition")) - set(recorded))
    if (gone or new) and run.status not in results.SCORED:
        differs = " and ".join([f"had {name}" for name in gone] + [f"had no {name}" for name in new])
        raise UserError(
            f"{short(run.folder)} was started by another version of {run.stem}, which {differs}. Go on with that version "
            f"(git checkout {run.record.get('commit') or 'of its commit'}), or start a new run."
        )
    recorded = {name: value for name, value in recorded.items() if name in declared}
    job = _job(notebook, recorded | {"resume": short(run.folder)})
    profile, sweep = run.record.get("profile", ""), run.record.get("sweep", "")
    return dataclasses.replace(job, profile=profile, sweep=sweep, folder=run.folder, resume=True)
