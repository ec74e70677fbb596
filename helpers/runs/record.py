"""Runs as they are found on disk: their records, what became of them, and which of them a name means."""

import contextlib
import dataclasses
import os
import socket
import time
from pathlib import Path

from helpers import UserError
from helpers.files import as_dict, is_number, path_of, read_json, read_lines, to_json, write_whole
from helpers.files.packages import project_root
from helpers.runs.facts import process_started
from helpers.runs.folder import HISTORY, METRICS, PREDICTIONS, RECORD, RunFolder

SCORED = ("finished", "scored")  # the states of a run whose metrics are whole
HEARTBEAT_SECONDS = 30 * 60  # a run on another machine counts as running while one of its files is younger
_NEEDED = ("stem", "status", "parameters")
_KINDS = {**dict.fromkeys(("stem", "status", "profile", "sweep"), (str,)), "parameters": (dict,),
          **dict.fromkeys(("seconds", "seconds_before", "written"), (int, float))}  # fmt: skip
COPIED_SECONDS = 5 * 60  # a record that is so much younger than what it says of itself was copied here: nobody writes into a copy


@dataclasses.dataclass
class RunRecord(RunFolder):
    """A run as it is found on disk.

    `status`: finished, scored (something that was asked for after the score is missing), failed, running, interrupted, damaged.
    """

    folder: Path
    stem: str
    status: str
    record: dict

    @property
    def metrics(self) -> dict:
        """Return `metrics.json`, or an empty dict."""
        return as_dict(read_json(self.folder / METRICS))

    def predictions(self) -> list[dict]:
        """Return the lines of `predictions_file`. Raise OSError or ValueError where it cannot be read."""
        return read_lines(self.predictions_file())

    def curve(self, arm: str = "") -> list[dict]:
        """Return the trainer's log of an arm, else the run's only one; empty where there is none."""
        return read_json(self.history_file(arm)) or read_json(self.history_file()) or []

    def curves(self) -> dict[str, list[dict]]:
        """Return all logs by arm; a run's only one under an empty name."""
        found = sorted(self.folder.glob("log_history*.json"))
        return {path.stem.removeprefix("log_history").lstrip("_"): read_json(path) or [] for path in found}

    @property
    def score(self) -> str:
        """Return the headline of a scored run in one line, such as `execution accuracy 52.3 % [46.9, 57.7] of 300`."""
        metrics = self.metrics if self.status in SCORED else {}
        headline, beside = as_dict(metrics.get("headline")), as_dict(as_dict(metrics.get("wider")).get("headline")).get("rate")
        if not is_number(headline.get("rate")):
            return ""
        line, interval = f"{headline.get('name', 'score')} {100 * headline['rate']:.1f} %", headline.get("interval")
        if isinstance(interval, list) and len(interval) == 2 and all(map(is_number, interval)):
            line += f" [{100 * interval[0]:.1f}, {100 * interval[1]:.1f}]"
        line += f" of {headline['n']}" if headline.get("n") else ""
        line += "; training rows may repeat what is scored (allow_overlap)" if metrics.get("allow_overlap") else ""
        return line + (f"; {100 * beside:.1f} % with other tables beside" if is_number(beside) else "")


def read_run(folder: Path) -> RunRecord:
    """Read one run. A folder without a readable `run.json`, or one with other parameters than a dict, is `damaged`, never an error."""
    record = as_dict(read_json(folder / RECORD))
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, OverflowError):
        if isinstance(record.get("parameters", {}), dict):
            return RunRecord(folder, str(record["stem"]), _status(record, folder), record)
    return RunRecord(folder, folder.parent.name, "damaged", {})


def check_record(folder: Path) -> None:
    """Raise UserError where the record of a run that is to go on cannot be used."""
    found = read_json(folder / RECORD)
    record, faults = as_dict(found), [] if isinstance(found, dict) else ["it is no JSON object"]
    for name, kinds in _KINDS.items():
        value = record.get(name)
        if (value is None and name in _NEEDED) or not isinstance(value, (*kinds, type(None))) or isinstance(value, bool):
            faults.append(f"{name} is {str(value)[:80]!r}" if name in record else f"it has no {name}")
    if faults:
        raise UserError(f"run.json is damaged: {faults[0]}. Put {folder / RECORD} right, or start a new run in another folder.")


def _status(record: dict, folder: Path) -> str:
    """Say what became of a run that says it is running: its process is asked, or, elsewhere, its files' age."""
    if record["status"] in SCORED and not isinstance(read_json(folder / METRICS), dict):
        return "interrupted"
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
    if isinstance(read_json(folder / METRICS), dict):
        fields["status"] = "scored" if record.get("status") == "scored" else "finished"
    write_whole(folder / RECORD, to_json(record | fields, indent=1) + "\n")


def list_runs(root: Path | None = None) -> list[RunRecord]:
    """Return every run under `root` (else `runs/`) at any depth, oldest first; half-written ones as `damaged`."""
    found = []
    for place, folders, files in os.walk(root or project_root() / "runs"):
        if {RECORD, METRICS, HISTORY, PREDICTIONS} & set(files):
            folders.clear()  # checkpoints and adapters are large and hold no runs
            found.append(read_run(Path(place)))
    return sorted(found, key=lambda run: (str(run.record.get("started", "")), str(run.folder)))


def find_run(name: str) -> RunRecord:
    """Find a run by its folder, or by the end of its path under `runs/`. Raise UserError if there is not exactly one."""
    for folder in (path_of(name, "run"), project_root() / name, project_root() / "runs" / name):
        if (folder / RECORD).is_file():
            return read_run(folder.resolve())
    runs = list_runs()
    matching = [run for run in runs if f"/{run.folder.as_posix()}".endswith(f"/{name}")]
    if len(matching) == 1:
        return read_run(matching[0].folder.resolve())
    latest = ", ".join(run.folder.name for run in runs[-3:]) or "none"
    raise UserError(f"There {'are several runs' if matching else 'is no run'} {name}. The latest are: {latest}.")
