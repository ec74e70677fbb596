"""The record of a run: a folder that says what was run, on what, and what came out.

`run.json` (parameters, versions, device, commit, times, status), `log_history.json`, `metrics.json`, `predictions.jsonl`,
`figures/`, `adapter/` and the executed notebook.
"""

import contextlib
import dataclasses
import datetime
import importlib.metadata
import io
import itertools
import json
import os
import platform
import socket
import subprocess
import sys
import time
from pathlib import Path

from helpers.errors import UserError
from helpers.files import check_writable, explain_unwritable, secrets, to_json, write_whole
from helpers.hosts import project_root, repository_root
from helpers.ranks import count, is_main

PACKAGES = [
    "torch", "transformers", "trl", "peft", "accelerate", "bitsandbytes", "datasets", "evaluate", "tokenizers", "huggingface_hub",
    "sqlglot", "numpy", "matplotlib", "papermill",
]  # fmt: skip
HEARTBEAT_SECONDS = 30 * 60  # a run on another machine counts as running while one of its files is younger
COPIED_SECONDS = 5 * 60  # a record that is so much younger than what it says of itself was copied here: nobody writes into a copy


class Run:
    """A run that is being recorded: what `start_run` returns and the notebook writes into. Of several processes, one writes."""

    def __init__(self, folder: Path, record: dict):
        self.folder = folder
        self.record = record
        self._clock = time.monotonic()
        self.afterwards: list = []  # what to call with the run when it has finished, such as removing copies of its checkpoints

    @property
    def name(self) -> str:
        """Return the folder as a reader knows it, without the paths of this machine: `runs/01_mistral_qlora/20260101-120000`."""
        root = project_root()
        return self.folder.relative_to(root).as_posix() if self.folder.is_relative_to(root) else self.folder.name

    def write_json(self, name: str, value: object) -> Path:
        """Write `value` to a file of the run, such as `log_history.json`."""
        if is_main():
            write_whole(self.folder / name, to_json(value, indent=1) + "\n")
        return self.folder / name

    def write_lines(self, name: str, rows) -> Path:
        """Write one JSON object a line, such as `predictions.jsonl`."""
        hidden = secrets()  # read once, not once a row
        if is_main():
            write_whole(self.folder / name, "".join(to_json(row, hidden=hidden) + "\n" for row in rows))
        return self.folder / name

    def save_figure(self, fig, name: str) -> Path:
        """Save a matplotlib figure as `figures/<name>.png` at 150 dpi."""
        path, image = self.folder / "figures" / f"{name.removesuffix('.png')}.png", io.BytesIO()
        if is_main():
            fig.savefig(image, dpi=150, format="png")
            write_whole(path, image.getvalue())
        return path

    def update(self, **fields: object) -> None:
        """Put fields into `run.json`, such as `peak_gpu_gib=7.9`."""
        self.record.update(fields, written=time.time())
        self.write_json("run.json", self.record)

    def finish(self, metrics: dict) -> None:
        """Write `metrics.json` and mark the run as finished. Without this call a run counts as failed.

        `metrics["headline"]` is the one score that lists and tables show:
        `{"name": "execution accuracy", "rate": 0.52, "interval": [0.47, 0.57], "n": 300}`.
        """
        self.write_json("metrics.json", metrics)
        if self.record.get("peak_ram_gib") is None:
            self.record["peak_ram_gib"] = _peak_ram_gib()
        self.update(status="finished", finished=_now(), seconds=round(time.monotonic() - self._clock, 1))
        for action in self.afterwards:
            action(self)


def start_run(stem: str, parameters: dict, output_dir: str = "", device: str = "") -> Run:
    """Open the folder of a run and write its `run.json` with status `running`.

    The folder is `output_dir` (a relative one counts from the repository's root). Without one it is the run that
    `parameters["resume"]` names; with `auto`, the newest unfinished run of the same parameters that left a checkpoint;
    else a new one, `runs/<stem>/<date-time>`. Profile and sweep come from the runner through the environment.
    Raise UserError if the folder holds a finished run that `resume` does not name.
    """
    resume = str(parameters.get("resume", "never"))
    resumed = find_run(resume).folder if resume not in ("auto", "never", "") else None
    if output_dir:
        folder = named_folder(output_dir)
    else:
        unfinished = _last_unfinished(stem, parameters) if resume == "auto" else None
        stamp = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
        folder = resumed or unfinished or new_folder(project_root() / "runs" / stem, stamp)
    if (folder / "run.json").exists() and folder != resumed and read_run(folder).status == "finished":
        raise UserError(f"{folder} holds a finished run. Set another output_dir, or resume to that folder.")
    commit, dirty = _commit()
    run = Run(folder, {
        "stem": stem, "status": "running", "message": "",
        "profile": os.environ.get("TEXT_TO_SQL_PROFILE", ""), "sweep": os.environ.get("TEXT_TO_SQL_SWEEP", ""),
        "parameters": dict(parameters), "seed": parameters.get("seed"), "device": device,
        "peak_gpu_gib": None, "peak_ram_gib": None, "versions": _versions(), "python": platform.python_version(),
        "platform": platform.platform(), "commit": commit, "dirty": dirty, "started": _now(), "finished": "",
        "seconds": None, "processes": count(),
        "host": socket.gethostname(), "pid": os.getpid(), "process_started": _process_started(os.getpid()),
    })
    run.update()
    return run


def named_folder(output_dir: str) -> Path:
    """Return the folder that `output_dir` names, a relative one from the repository's root. Raise UserError if it cannot be written."""
    with explain_unwritable(f"output_dir {output_dir}"):
        folder = (project_root() / Path(output_dir).expanduser()).resolve()
    check_writable(folder, f"output_dir {output_dir}")
    return folder


def new_folder(parent: Path, name: str) -> Path:
    """Make a folder that did not exist: `name`, or `name-2` if two runs start in the same second."""
    check_writable(parent, str(parent))
    parent.mkdir(parents=True, exist_ok=True)
    for attempt in itertools.count(1):
        folder = parent / (name if attempt == 1 else f"{name}-{attempt}")
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
            return folder.resolve()


@dataclasses.dataclass
class RunRecord:
    """A run as it is found on disk. `status`: finished, failed, running, interrupted or damaged."""

    folder: Path
    stem: str
    status: str
    record: dict

    def read(self, name: str) -> object:
        """Return a JSON file of the run, or None if it is missing or damaged."""
        try:
            return json.loads((self.folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    @property
    def metrics(self) -> dict:
        """Return `metrics.json`, or an empty dict."""
        found = self.read("metrics.json")
        return found if isinstance(found, dict) else {}

    @property
    def score(self) -> str:
        """Return the headline of a finished run in one line, such as `execution accuracy 52.3 % [46.9, 57.7] of 300`."""
        headline = self.metrics.get("headline") if self.status == "finished" else None
        if not isinstance(headline, dict) or not isinstance(headline.get("rate"), (int, float)):
            return ""
        line = f"{headline.get('name', 'score')} {100 * headline['rate']:.1f} %"
        interval = headline.get("interval")
        if isinstance(interval, list) and len(interval) == 2 and None not in interval:
            line += f" [{100 * interval[0]:.1f}, {100 * interval[1]:.1f}]"
        return line + (f" of {headline['n']}" if headline.get("n") else "")


def read_run(folder: Path) -> RunRecord:
    """Read one run. A folder without a readable `run.json` is `damaged`, never an error."""
    try:
        record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        return RunRecord(folder, str(record["stem"]), _status(record, folder), record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return RunRecord(folder, folder.parent.name, "damaged", {})


def _status(record: dict, folder: Path) -> str:
    """Say what became of a run that says it is running: its process is asked, or, elsewhere, its files' age."""
    if record["status"] != "running":
        return str(record["status"])
    if record.get("host") != socket.gethostname():
        if (folder / "run.json").stat().st_mtime - record.get("written", time.time()) > COPIED_SECONDS:
            return "interrupted"
        newest = max((path.stat().st_mtime for path in folder.iterdir() if path.is_file()), default=0)
        return "running" if time.time() - newest < HEARTBEAT_SECONDS else "interrupted"
    alive = _process_started(record.get("pid"))  # another start time: the number was given to another process
    return "running" if alive and abs(alive - (record.get("process_started") or 0)) < 5 else "interrupted"


def amend_run(folder: Path, **fields: object) -> None:
    """Change fields of the record of a run that another process wrote, as the runner does when a notebook fails.

    A run that has its metrics stays finished, whatever fails after them: an upload, a merge.
    """
    if (folder / "metrics.json").is_file():
        fields["status"] = "finished"
    write_whole(folder / "run.json", to_json(read_run(folder).record | fields, indent=1) + "\n")


def list_runs(root: Path | str = "") -> list[RunRecord]:
    """Return every run under `root` (else `runs/`) at any depth, oldest first; half-written ones as `damaged`."""
    found = []
    for place, folders, files in os.walk(Path(root) if root else project_root() / "runs"):
        if {"run.json", "metrics.json", "log_history.json", "predictions.jsonl"} & set(files):
            folders.clear()  # checkpoints and adapters are large and hold no runs
            found.append(read_run(Path(place)))
    return sorted(found, key=lambda run: (str(run.record.get("started", "")), str(run.folder)))


def find_run(name: str) -> RunRecord:
    """Find a run by its folder, or by the end of its path under `runs/`. Raise UserError if there is not exactly one."""
    for folder in (Path(name).expanduser(), project_root() / name, project_root() / "runs" / name):
        if (folder / "run.json").is_file():
            return read_run(folder.resolve())
    runs = list_runs()
    matching = [run for run in runs if f"/{run.folder.as_posix()}".endswith(f"/{name}")]
    if len(matching) == 1:
        return read_run(matching[0].folder.resolve())
    latest = ", ".join(run.folder.name for run in runs[-3:]) or "none"
    raise UserError(f"There {'are several runs' if matching else 'is no run'} {name}. The latest are: {latest}.")


def _last_unfinished(stem: str, parameters: dict) -> Path | None:
    wanted = json.loads(to_json(parameters))  # as it is recorded
    for run in reversed(list_runs(project_root() / "runs" / stem)):
        mine = run.status == "running" and run.record.get("pid") == os.getpid()  # the notebook was run again
        unfinished = mine or run.status in ("interrupted", "failed")
        recorded = run.record.get("parameters", {})
        same = all(recorded.get(name) == wanted.get(name) for name in {*recorded, *wanted} - {"output_dir", "resume"})
        if unfinished and same and any(run.folder.glob("**/checkpoint-*")):
            return run.folder.resolve()
    return None


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _process_started(pid: object) -> float | None:
    """Return the start time of a living process in seconds since the epoch, or None."""
    import psutil  # comes with ipykernel

    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except (psutil.Error, TypeError, ValueError):
        return None


def _peak_ram_gib() -> float | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / 2**30 if sys.platform == "darwin" else peak / 2**20, 2)  # bytes on a Mac, else KiB


def _versions() -> dict[str, str]:
    found = {}
    for package in PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[package] = importlib.metadata.version(package)
    return found


def _commit() -> tuple[str, bool]:
    """Return the commit of the clone and whether tracked files were changed since; ("", False) without git."""
    try:
        options = {"cwd": repository_root(), "capture_output": True, "text": True, "timeout": 10, "check": True}
        commit = subprocess.run(["git", "rev-parse", "HEAD"], **options).stdout.strip()
        changed = subprocess.run(["git", "--no-optional-locks", "diff", "--quiet", "HEAD"], **options | {"check": False})
        return commit, changed.returncode != 0
    except (OSError, subprocess.SubprocessError):
        return "", False
