"""The record of a run: a folder that says what was run, on what, and what came out.

`run.json` (parameters, versions, device, commit, times, status), `log_history.json`, `metrics.json`, `predictions.jsonl`,
`figures/`, `adapter/` and the executed notebook.
"""

import dataclasses
import datetime
import io
import json
import os
import platform
import socket
import time
from pathlib import Path

from helpers import UserError
from helpers.files import read_lines, secrets, to_json, write_whole
from helpers.hosts import project_root
from helpers.parameters import of_role
from helpers.runs.facts import (
    COUNT,
    commit,
    count,
    is_main,
    now,
    peak_ram_gib,
    process_started,
    questions_hash,
    revisions,
    versions,
)  # fmt: skip
from helpers.runs.folder import HISTORY, METRICS, PREDICTIONS, RECORD, RunFolder, locked, named_folder, new_folder

__all__ = ["COUNT", "count", "is_main", "locked", "named_folder", "new_folder"]
SCORED = ("finished", "scored")  # the states of a run whose metrics are whole
HEARTBEAT_SECONDS = 30 * 60  # a run on another machine counts as running while one of its files is younger
COPIED_SECONDS = 5 * 60  # a record that is so much younger than what it says of itself was copied here: nobody writes into a copy


class Run(RunFolder):
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
        hidden, rows = secrets(), list(rows)  # read once, not once a row
        if name == PREDICTIONS:
            self.record["questions"] = questions_hash(rows)
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
        self.write_json(RECORD, self.record)

    def scored(self, metrics: dict) -> None:
        """Write `metrics.json` of a run that has more to do, such as a merge: its score stands, whatever becomes of that."""
        self.write_json(METRICS, metrics)
        self.update(status="scored", revisions=revisions(self.record.get("parameters", {})))

    def finish(self, metrics: dict | None = None) -> None:
        """Write `metrics.json`, unless `scored` did, and mark the run as finished. Without this call a run counts as failed.

        `metrics["headline"]` is the one score that lists and tables show:
        `{"name": "execution accuracy", "rate": 0.52, "interval": [0.47, 0.57], "n": 300}`.
        """
        if metrics is not None:
            self.write_json(METRICS, metrics)
        if self.record.get("peak_ram_gib") is None:
            self.record["peak_ram_gib"] = peak_ram_gib()
        revised = revisions(self.record.get("parameters", {}))
        self.update(status="finished", revisions=revised, finished=now(), seconds=round(time.monotonic() - self._clock, 1))
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
    if (folder / RECORD).exists() and folder != resumed and read_run(folder).status == "finished":
        raise UserError(f"{folder} holds a finished run. Set another output_dir, or resume to that folder.")
    told, dirty = commit()
    run = Run(
        folder,
        {
            "stem": stem,
            "status": "running",
            "message": "",
            "profile": profile,
            "sweep": os.environ.get("TEXT_TO_SQL_SWEEP", ""),
            "parameters": parameters,
            "seed": parameters.get("seed"),
            "device": device,
            "peak_gpu_gib": None,
            "peak_ram_gib": None,
            "versions": versions(),
            "python": platform.python_version(),
            "platform": platform.platform(),
            "commit": told,
            "dirty": dirty,
            "started": now(),
            "finished": "",
            "seconds": None,
            "processes": count(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "process_started": process_started(os.getpid()),
        },
    )
    run.update()
    return run


@dataclasses.dataclass
class RunRecord(RunFolder):
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
        found = self.read(METRICS)
        return found if isinstance(found, dict) else {}

    def predictions(self, wider: bool = False) -> list[dict]:
        """Return the lines of `predictions_file`. Raise OSError or ValueError where it cannot be read."""
        return read_lines(self.predictions_file(wider))

    def curve(self, arm: str = "") -> list[dict]:
        """Return the trainer's log of an arm, else the run's only one; empty where there is none."""
        return next((found for file in (self.history_file(arm), self.history_file()) if (found := self.read(file.name))), [])

    def curves(self) -> dict[str, list[dict]]:
        """Return all logs by arm; a run's only one under an empty name."""
        found = {path.stem.removeprefix("log_history").lstrip("_"): path.name for path in sorted(self.folder.glob("log_history*.json"))}
        return {arm: self.read(name) or [] for arm, name in found.items()}

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
        return line + (f"; {100 * beside['rate']:.1f} % with other tables beside" if told else "")


def read_run(folder: Path) -> RunRecord:
    """Read one run. A folder without a readable `run.json` is `damaged`, never an error."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return RunRecord(folder, str(record["stem"]), _status(record, folder), record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return RunRecord(folder, folder.parent.name, "damaged", {})


def _status(record: dict, folder: Path) -> str:
    """Say what became of a run that says it is running: its process is asked, or, elsewhere, its files' age."""
    if record["status"] != "running":
        return str(record["status"])
    if record.get("host") != socket.gethostname():
        if (folder / RECORD).stat().st_mtime - record.get("written", time.time()) > COPIED_SECONDS:
            return "interrupted"
        newest = max((path.stat().st_mtime for path in folder.iterdir() if path.is_file()), default=0)
        return "running" if time.time() - newest < HEARTBEAT_SECONDS else "interrupted"
    alive = process_started(record.get("pid"))  # another start time: the number was given to another process
    return "running" if alive and abs(alive - (record.get("process_started") or 0)) < 5 else "interrupted"


def amend_run(folder: Path, **fields: object) -> None:
    """Change fields of the record of a run that another process wrote, as the runner does when a notebook fails.

    A run that has its metrics stays finished, or scored, whatever fails after them: an upload, a merge.
    """
    record = read_run(folder).record
    if (folder / METRICS).is_file():
        fields["status"] = "scored" if record.get("status") == "scored" else "finished"
    write_whole(folder / RECORD, to_json(record | fields, indent=1) + "\n")


def list_runs(root: Path | str = "") -> list[RunRecord]:
    """Return every run under `root` (else `runs/`) at any depth, oldest first; half-written ones as `damaged`."""
    found = []
    for place, folders, files in os.walk(Path(root) if root else project_root() / "runs"):
        if {RECORD, METRICS, HISTORY, PREDICTIONS} & set(files):
            folders.clear()  # checkpoints and adapters are large and hold no runs
            found.append(read_run(Path(place)))
    return sorted(found, key=lambda run: (str(run.record.get("started", "")), str(run.folder)))


def find_run(name: str) -> RunRecord:
    """Find a run by its folder, or by the end of its path under `runs/`. Raise UserError if there is not exactly one."""
    for folder in (Path(name).expanduser(), project_root() / name, project_root() / "runs" / name):
        if (folder / RECORD).is_file():
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
        unfinished = mine or run.status in ("interrupted", "failed", "scored")
        recorded = run.record.get("parameters", {})
        same = all(recorded.get(name) == wanted.get(name) for name in of_role({*recorded, *wanted}, "recipe", "condition"))
        if unfinished and same and any(run.folder.glob("**/checkpoint-*")):
            return run.folder.resolve()
    return None
