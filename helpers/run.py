"""Run notebooks without a browser: `python -m helpers.run 01 --profile rehearsal -p lora_rank=8`.

A thin layer over papermill. It refuses unknown names and wrong types before anything is loaded, opens the folder of the
run, shows one line a section and the lines that cells print, and judges the run by its exit and by its record.
Exit codes: 0 finished, 1 failed, 2 something the user can put right, 130 or 143 stopped.
"""

import argparse
import contextlib
import dataclasses
import datetime
import hashlib
import importlib.util
import itertools
import os
import re
import signal
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import NamedTuple

from helpers import parameters as declared_parameters
from helpers import results
from helpers.errors import UserError
from helpers.hosts import repository_root
from helpers.parameters import DEFAULT_PROFILE, Parameter, check_names, convert, project_root

STDERR_LINES = 20  # how much of the cells' stderr is shown when a run fails


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


class Stopped(KeyboardInterrupt):
    """A signal asked the runner to stop. Derived from KeyboardInterrupt, the only kind that asyncio lets through."""


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
    told = results.to_json([job.profile, grid, job.changed])
    sweep = options.sweep_name or f"sweep-{job.profile}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
    jobs = []
    for point in (dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())):
        label = ",".join(f"{name}={results.to_json(value).strip(chr(34))}" for name, value in point.items())
        safe = re.sub(r"[^\w=,.+-]", "-", label)
        if safe != label or len(safe) > 150:  # two values must not share a folder
            safe = f"{safe[:150]}-{hashlib.sha256(label.encode()).hexdigest()[:6]}"
        folder = project_root() / "runs" / job.stem / sweep / safe
        jobs.append(dataclasses.replace(job, values=job.values | point, sweep=sweep, folder=folder, label=label))
        record = results.read_run(folder).record.get("parameters", {})
        if any(name not in ("output_dir", "resume") and record.get(name, value) != value
               for name, value in jobs[-1].values.items()):
            raise UserError(f"{_short(folder)} was run with other parameters: choose another --sweep-name.")
    return jobs


def _resumed(run: results.RunRecord) -> Job:
    if run.status == "damaged":
        raise UserError(f"{_short(run.folder)} has no readable run.json: it cannot be resumed.")
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
        raise UserError(f"{_short(folder)} is being written by another run.")
    values = job.values | {"output_dir": _short(folder)} | ({"resume": _short(folder)} if job.resume else {})
    job = dataclasses.replace(job, values=values)
    named = {"TEXT_TO_SQL_PROFILE": job.profile, "TEXT_TO_SQL_SWEEP": job.sweep, "TEXT_TO_SQL_HEADLESS": "1"}
    with environment(**{name: value for name, value in results.env_file().items() if name not in os.environ} | named):
        results.start_run(job.stem, values, str(folder))  # a run that dies before its first cell leaves a record too
        say(f"{job.label}, profile {job.profile or 'unknown'}: {_short(folder)}")
        started = time.monotonic()
        try:
            failure = execute(job, folder)
        except KeyboardInterrupt as stop:
            reason = f"stopped by {signal.Signals(stop.args[0] if stop.args else signal.SIGINT).name}"
            results.amend_run(folder, status="interrupted", message=reason, seconds=round(time.monotonic() - started, 1))
            say(f"{job.label} {reason}. To go on: python -m helpers.run --resume {_short(folder)}")
            raise
    run = results.read_run(folder)
    if failure is None and run.status == "finished":
        say(f"{job.label} finished: {run.score or 'no score'}")
        for name in ("metrics.json", "figures", f"{job.stem}.ipynb"):
            if (folder / name).exists():
                say(f"  {_short(folder / name)}")
        return 0, run
    failure = failure or Failure("Error", "the notebook ended without run.finish(metrics)", "")
    results.amend_run(folder, status="failed", message=f"{failure.name}: {failure.message}"[:2000],
                      seconds=round(time.monotonic() - started, 1))
    if failure.name == "UserError":
        print(failure.message, file=sys.stderr)
        return 2, results.read_run(folder)
    print(f"{job.label} failed{failure.where}: {failure.name}: {failure.message}", file=sys.stderr)
    print(f"The notebook as far as it got: {_short(folder / job.stem)}.ipynb", file=sys.stderr)
    return 1, results.read_run(folder)


def _folder(job: Job) -> Path:
    named = job.folder or job.values["output_dir"]
    if named:
        return (project_root() / Path(named).expanduser()).resolve()
    stamp = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
    return results.new_folder(project_root() / "runs" / job.stem, f"{job.profile}-{stamp}")


class Failure(NamedTuple):
    """Why a notebook stopped: exception, message and the section it was in."""

    name: str
    message: str
    where: str


class Progress:
    """What a person watching sees: a line a section, and each line that cells print, without secrets.

    A progress bar rewrites its line with carriage returns: only what stands there in the end is shown.
    stderr (bars, warnings) is kept back and shown only if the run fails.
    """

    def __init__(self, notebook: Path):
        marked = [cell["source"] for cell in declared_parameters.cells(notebook) if cell["cell_type"] == "markdown"]
        self.total = sum(len(headings(source)) for source in marked)
        self.reached, self.section = 0, ""
        self.stderr: deque[str] = deque(maxlen=STDERR_LINES)
        self._rest = {"stdout": "", "stderr": ""}

    def enter(self, cell: dict) -> None:
        """Note that a cell begins."""
        for name in ("stdout", "stderr"):
            if self._rest[name]:
                self.text(name, "\n")
        for title in headings(cell["source"]) if cell["cell_type"] == "markdown" else []:
            self.reached, self.section = self.reached + 1, title
            say(f"[{self.reached}/{self.total}] {title}")

    def text(self, name: str, text: str) -> None:
        """Take a piece of a stream, in which lines may begin and end anywhere."""
        *lines, self._rest[name] = (self._rest[name] + text).split("\n")
        self._rest[name] = self._rest[name].rsplit("\r", 1)[-1] if len(self._rest[name]) > 10_000 else self._rest[name]
        for line in (results.redact(line.rstrip("\r").rsplit("\r", 1)[-1]) for line in lines):
            if name == "stderr":
                self.stderr.append(line)
            elif line.strip():
                say(f"  {line}")


def headings(source: str) -> list[str]:
    """Return the titles of the second level in a markdown cell, leaving out fenced code."""
    return re.findall(r"^##\s+(.+?)\s*#*$", re.sub(r"```.*?(```|\Z)", "", source, flags=re.DOTALL), flags=re.MULTILINE)


def execute(job: Job, folder: Path) -> Failure | None:
    """Run the cells with papermill and keep `<stem>.ipynb` in `folder` up to date, whole and without secrets.

    papermill itself writes in place and records absolute paths, so it is given no output path and its execution manager
    saves through `write_whole`. The kernel is the interpreter that runs this, whatever kernels the machine has installed.
    """
    import nbformat
    import papermill
    from ipykernel.kernelspec import get_kernel_dict
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from papermill.clientwrap import PapermillNotebookClient
    from papermill.engines import NBClientEngine, papermill_engines

    progress = Progress(job.notebook)
    python_path = os.pathsep.join(filter(None, [str(repository_root()), os.environ.get("PYTHONPATH")]))

    class ThisInterpreter(KernelSpecManager):
        def get_kernel_spec(self, kernel_name):
            quiet = [*get_kernel_dict()["argv"], "--log-level=ERROR"]  # it warns of TCP on the machine's own loopback
            return KernelSpec(name=kernel_name, **get_kernel_dict() | {"argv": quiet, "env": {"PYTHONPATH": python_path}})

    class Client(PapermillNotebookClient):
        manager = None

        def create_kernel_manager(self):
            self.km = self.manager = self.kernel_manager_class(kernel_name="python3", kernel_spec_manager=ThisInterpreter())
            return self.km

        def papermill_execute_cells(self):
            try:
                super().papermill_execute_cells()
            except BaseException:
                self.shutdown_kernel = "immediate"  # a busy kernel takes seconds to answer a polite request
                self.nb_man.cell_exception(self.cell)  # else papermill marks this cell and the later ones as completed
                raise

        def execute_cell(self, cell, cell_index, **options):
            self.cell = cell
            progress.enter(cell)
            return super().execute_cell(cell, cell_index, **options)

        def process_message(self, msg, cell, cell_index):
            if msg["msg_type"] == "stream":
                progress.text(msg["content"]["name"], msg["content"]["text"])
            return super().process_message(msg, cell, cell_index)

        def set_widgets_metadata(self):
            """Leave widget states out: they are large, and show nothing where an executed notebook is read."""

    class Engine(NBClientEngine):
        @classmethod
        def execute_managed_notebook(cls, nb_man, kernel_name, **options):
            def save(**_):
                nb_man.nb.metadata.papermill.update(input_path=_short(job.notebook), output_path=target.name)
                results.write_whole(target, nbformat.writes(nbformat.from_dict(results.redact_tree(nb_man.nb))) + "\n")
                nb_man.last_save_time = nb_man.now()

            nb_man.save = cls.save = save
            client = Client(nb_man, startup_timeout=300, iopub_timeout=120, timeout=None)
            try:
                client.execute()
            finally:
                # What the notebook started and left behind, and a kernel that was still starting. On Windows, no group.
                if group := getattr(client.manager and client.manager.provisioner, "pgid", None):
                    with contextlib.suppress(OSError):
                        os.killpg(group, signal.SIGKILL)

    target = folder / f"{job.stem}.ipynb"
    papermill_engines.register("recorded", Engine)
    try:
        papermill.execute_notebook(_escaped(job.notebook), None, job.changed, engine_name="recorded", cwd=project_root(),
                                   progress_bar=False, kernel_name="python3", language="python")
        return None
    except papermill.PapermillExecutionError as error:
        failure = Failure(error.ename, results.redact(error.evalue), f" in {progress.section}" if progress.section else "")
    except Exception as error:  # the kernel did not start, or died
        reason = " (mostly because memory ran out)" if type(error).__name__ == "DeadKernelError" else ""
        failure = Failure(type(error).__name__, f"{error}{reason}", f" in {progress.section}" if progress.section else "")
    finally:
        progress.enter({"cell_type": "code", "source": ""})  # what was printed without a line's end
        if hasattr(Engine, "save"):
            Engine.save()
    if failure.name != "UserError" and progress.stderr:
        print("\n".join(["The last lines of stderr:", *progress.stderr]), file=sys.stderr)
    return failure


def _escaped(path: Path) -> str:
    return str(path).replace("{", "{{").replace("}", "}}")  # papermill fills braces in paths with parameters


@contextlib.contextmanager
def environment(**values: str):
    """Set environment variables, which the kernel inherits, for the time of a run."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@contextlib.contextmanager
def stopping_on_signals():
    """Turn the first Ctrl-C, SIGTERM or hang-up into Stopped; further ones must not interrupt the clean-up."""
    def stop(number, frame):
        for name in watched:
            signal.signal(name, signal.SIG_IGN)
        raise Stopped(number)

    watched, before = [], {}
    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
        watched = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]  # nohup ignores SIGHUP
        before = {number: signal.signal(number, stop) for number in watched}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def prepare(jobs: list[Job], target: Path) -> int:
    """Write a notebook with its values set, ready for a host that takes no parameters. Return the exit code."""
    if len(jobs) != 1:
        raise UserError("--prepare-only writes one notebook: name one, without --sweep.")
    job = jobs[0]
    if target.suffix != ".ipynb" or target.resolve() == job.notebook.resolve():
        raise UserError(f"--prepare-only wants a new file such as {job.stem}-prepared.ipynb, not {target}.")
    import nbformat
    import papermill

    notebook = papermill.execute_notebook(_escaped(job.notebook), None, job.changed, prepare_only=True,
                                          kernel_name="python3", language="python")
    del notebook.metadata["papermill"]  # paths of this machine
    results.write_whole(target, nbformat.writes(notebook) + "\n")
    say(f"{target} is written, with {len(job.changed)} of {len(job.declared)} parameters changed.")
    return 0


def describe(notebook: Path) -> None:
    """Print the parameters of a notebook with type, default and effect."""
    group = None
    say(f"{notebook.stem}: {title(notebook)}\nProfiles: {', '.join(declared_parameters.profile_names(notebook.stem))}")
    declared = declared_parameters.read_parameters(notebook)
    width = max(map(len, declared), default=0)
    for name, parameter in declared.items():
        if parameter.group != group:
            group = parameter.group
            say(f"\n{group}")
        say(f"  {name:<{width}}  {parameter.type:<5}  {parameter.default!r}  {parameter.comment}".rstrip())


def title(notebook: Path) -> str:
    """Return the first heading of a notebook, or an empty text."""
    sources = (cell["source"] for cell in declared_parameters.cells(notebook) if cell["cell_type"] == "markdown")
    found = (re.search(r"^#\s+(.+)$", source, flags=re.MULTILINE) for source in sources)
    return next((match[1].strip() for match in found if match), "")


def print_list() -> None:
    """Print the notebooks with their profiles, and the runs with status, score and age."""
    rows = [[stem, title(path), ", ".join(declared_parameters.profile_names(stem))]
            for stem, path in declared_parameters.notebooks().items()]
    say(table([["notebook", "title", "profiles"], *rows]))
    runs = results.list_runs()
    rows = [[_short(run.folder), run.status, run.score, age(run.record.get("started", ""))] for run in runs]
    say("\n" + (table([["run", "status", "score", "started"], *rows]) if rows else "No runs yet."))


def age(started: str) -> str:
    """Say how long ago a time was: `3 min ago`."""
    try:
        seconds = (datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(started)).total_seconds()
    except (ValueError, TypeError):
        return ""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{int(seconds // size)} {unit} ago"
    return f"{max(0, int(seconds))} s ago"


def table(rows: list[list[str]]) -> str:
    """Align rows of texts in columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def say(text: str) -> None:
    """Print a line at once. A closed pipe (`| head`) must not end a run of hours."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - it stays open as long as the process


def _short(path: Path) -> str:
    root = project_root()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


if __name__ == "__main__":
    sys.exit(main())
