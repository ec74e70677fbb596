"""The record of a run: a folder that says what was run, on what, and what came out.

`run.json` (parameters, versions, device, commit, times, status), `log_history.json`, `metrics.json`, `predictions.jsonl`,
`figures/`, `adapter/` and the executed notebook.
"""

import contextlib
import dataclasses
import datetime
import hashlib
import importlib.metadata
import io
import itertools
import json
import os
import platform
import re
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from helpers import UserError
from helpers.files import check_writable, explain_unwritable, secrets, to_json, write_whole
from helpers.hosts import cache_folder, project_root, repository_root

PACKAGES = [
    "torch", "transformers", "trl", "peft", "accelerate", "bitsandbytes", "datasets", "evaluate", "tokenizers", "huggingface_hub",
    "sqlglot", "numpy", "matplotlib", "papermill",
]  # fmt: skip
COUNT = "TEXT_TO_SQL_PROCESSES"  # in the environment: how many train together
SCORED = ("finished", "scored")  # the states of a run whose metrics are whole
HEARTBEAT_SECONDS = 30 * 60  # a run on another machine counts as running while one of its files is younger
UNPACKED_GIB, UNPACKED_FILES = 32, 10_000  # the most that is taken out of one zip file
COPIED_SECONDS = 5 * 60  # a record that is so much younger than what it says of itself was copied here: nobody writes into a copy


def count() -> int:
    """Return how many processes train together."""
    return int(os.environ.get(COUNT) or 1)


def is_main() -> bool:
    """Tell whether this process scores, draws and writes: the only one, or the first of several."""
    return count() == 1 or os.environ.get("RANK") == "0"


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

    def scored(self, metrics: dict) -> None:
        """Write `metrics.json` of a run that has more to do, such as a merge: its score stands, whatever becomes of that."""
        self.write_json("metrics.json", metrics)
        self.update(status="scored")

    def finish(self, metrics: dict | None = None) -> None:
        """Write `metrics.json`, unless `scored` did, and mark the run as finished. Without this call a run counts as failed.

        `metrics["headline"]` is the one score that lists and tables show:
        `{"name": "execution accuracy", "rate": 0.52, "interval": [0.47, 0.57], "n": 300}`.
        """
        if metrics is not None:
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
    parameters = dict(parameters)
    profile = parameters.pop("profile", "") or os.environ.get("TEXT_TO_SQL_PROFILE", "")  # its values stand in the other parameters
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
        "profile": profile, "sweep": os.environ.get("TEXT_TO_SQL_SWEEP", ""),
        "parameters": parameters, "seed": parameters.get("seed"), "device": device,
        "peak_gpu_gib": None, "peak_ram_gib": None, "versions": _versions(), "python": platform.python_version(),
        "platform": platform.platform(), "commit": commit, "dirty": dirty, "started": _now(), "finished": "",
        "seconds": None, "processes": count(),
        "host": socket.gethostname(), "pid": os.getpid(), "process_started": _process_started(os.getpid()),
    })
    run.update()
    return run


@contextlib.contextmanager
def locked(folder: Path):
    """Keep a run's folder to one runner. The lock goes with its process, however that ends, and leaves no file behind.

    Raises:
        UserError: another runner has it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UserError(f"{folder} is being written by another run: wait for it, or stop it first.") from None
        yield
    finally:
        os.close(handle)


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
    """A run as it is found on disk.

    `status`: finished, scored (something that was asked for after the score is missing), failed, running, interrupted, damaged.
    """

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
        """Return the headline of a scored run in one line, such as `execution accuracy 52.3 % [46.9, 57.7] of 300`."""
        headline = self.metrics.get("headline") if self.status in SCORED else None
        if not isinstance(headline, dict) or not isinstance(headline.get("rate"), (int, float)):
            return ""
        line = f"{headline.get('name', 'score')} {100 * headline['rate']:.1f} %"
        interval = headline.get("interval")
        if isinstance(interval, list) and len(interval) == 2 and None not in interval:
            line += f" [{100 * interval[0]:.1f}, {100 * interval[1]:.1f}]"
        line += f" of {headline['n']}" if headline.get("n") else ""
        wider = self.metrics.get("wider")
        beside = wider.get("headline") if isinstance(wider, dict) else None
        told = isinstance(beside, dict) and isinstance(beside.get("rate"), (int, float))
        line += "; training rows may repeat what is scored (allow_overlap)" if self.metrics.get("allow_overlap") else ""
        return line + (f"; {100 * beside['rate']:.1f} % with other tables beside" if told else "")


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


def find_trained(name: str) -> RunRecord:
    """Find the run behind a trained model, also one that came as a zip file, as a saved folder without its run, or from the Hub.

    Raises:
        UserError: there is none, or a zip file holds several.
    """
    try:
        return find_run(name)
    except UserError as missing:
        try:
            place = fetch_folder(name, "trained_run")
        except UserError as problem:
            raise UserError(f"{missing} {problem}") from None
    runs = list_runs(place)
    if len(runs) > 1:
        raise UserError(f"{name} holds {len(runs)} runs: unpack it and name the folder of one.")
    found = runs[0] if runs else RunRecord(place, place.name, "finished", read_run(place.parent).record)
    if (place / "adapter_config.json").is_file():
        base = json.loads((place / "adapter_config.json").read_text(encoding="utf-8")).get("base_model_name_or_path")
        found.record = {"parameters": {"model_id": base, "load_in_4bit": True}} | found.record
    elif (place / "config.json").is_file():  # a whole model
        found.record = found.record | {"parameters": found.record.get("parameters", {}) | {"model_id": str(place)}}
    elif not runs:
        raise UserError(f"{name} holds neither a run nor a saved model (run.json, adapter_config.json or config.json).")
    return found


def fetch_folder(name: str, parameter: str, patterns: tuple[str, ...] = ("*.json", "*.safetensors", "tokenizer*", "*.model")) -> Path:
    """Return the folder that a parameter names: one that is there, a zip file's, unpacked, or that of a model on the Hub, downloaded.

    Raises:
        UserError: nothing of the kind, a zip file that cannot be unpacked safely, or what the Hub says.
    """
    for place in (Path(name).expanduser(), project_root() / name):
        if place.is_dir():
            return place.resolve()
        if place.is_file():
            return unpack(place)
    if not re.fullmatch(r"[\w-][\w.-]*/[\w.-]+", name) or name.endswith(".zip"):
        raise UserError(f"There is no folder {name} for {parameter}. Give a folder, a run's zip file, or a name on the Hub (owner/name).")
    from huggingface_hub import snapshot_download

    from helpers.models.hub import clear_hub_errors

    with clear_hub_errors(name, "model"):
        return Path(snapshot_download(name, allow_patterns=list(patterns)))


def unpack(file: Path) -> Path:
    """Unpack the zip file of a run into the cache folder, once, and return the folder.

    Raises:
        UserError: it is no zip file, a name in it leads elsewhere, or it holds more than `UNPACKED_GIB` or than is free.
    """
    told = file.stat()
    mark = hashlib.sha256(f"{file.resolve()} {told.st_size} {told.st_mtime_ns}".encode()).hexdigest()[:16]
    folder = cache_folder() / "unpacked" / f"{file.stem}-{mark}"
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        try:
            with zipfile.ZipFile(file) as packed:
                _check_members(file.name, packed.infolist(), shutil.disk_usage(made).free)
                packed.extractall(Path(made, "whole"))
        except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, ValueError) as error:  # RuntimeError: it asks for a password
            raise UserError(f"{file.name} cannot be unpacked: {error}. A zip file that a notebook's last cell made is expected.") from None
        with contextlib.suppress(FileExistsError):
            Path(made, "whole").rename(folder)
    return folder


def _check_members(name: str, members: list[zipfile.ZipInfo], free: int) -> None:
    for member in members:
        path = member.filename.replace("\\", "/")
        outside = path.startswith("/") or ".." in path.split("/") or re.match("[A-Za-z]:", path)
        if outside or stat.S_ISLNK(member.external_attr >> 16):
            raise UserError(f"{name} was not unpacked: {member.filename!r} in it leads out of the folder.")
    size = sum(member.file_size for member in members)
    if size > min(UNPACKED_GIB * 2**30, free) or len(members) > UNPACKED_FILES:
        raise UserError(
            f"{name} was not unpacked: it holds {len(members):,} files of {size / 2**30:.1f} GiB, and {free / 2**30:.1f} GiB are free; "
            f"at most {UNPACKED_FILES:,} files of {UNPACKED_GIB} GiB are taken."
        )


def _last_unfinished(stem: str, parameters: dict) -> Path | None:
    wanted = json.loads(to_json(parameters))  # as it is recorded
    for run in reversed(list_runs(project_root() / "runs" / stem)):
        mine = run.status == "running" and run.record.get("pid") == os.getpid()  # the notebook was run again
        unfinished = mine or run.status in ("interrupted", "failed", "scored")
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
