"""The record of a run: a folder that says what was run, on what, and what came out (`folder` has the names of its files)."""

import datetime
import io
import os
import time
from pathlib import Path

from helpers import UserError
from helpers.files import plain, secrets, to_json, write_whole
from helpers.files.packages import project_root
from helpers.hosts import is_main
from helpers.parameters import of_role
from helpers.runs.facts import here, now, peaks, questions_hash, revisions
from helpers.runs.folder import METRICS, PREDICTIONS, RECORD, RunFolder, locked, named_folder, new_folder
from helpers.runs.record import SCORED, RunRecord, amend_run, check_record, find_run, list_runs, read_run

__all__ = [
    "SCORED", "SHAPES", "RunRecord", "amend_run", "check_record", "find_run", "list_runs", "locked",
    "named_folder", "new_folder", "read_run", "recipe_changes", "resumed_folder",
]  # fmt: skip
SHAPES = {"model_id", "lora_rank", "target_modules"}  # a checkpoint of other ones cannot be loaded


class Run(RunFolder):
    """A run that is being recorded: what `start_run` returns and the notebook writes into. Of several processes, one writes."""

    def __init__(self, folder: Path, record: dict):
        self.folder = folder
        self.record = record
        self._clock = time.monotonic()
        self.begun = ""  # the hash of the rows of the sessions before, whose checkpoints are there
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

    def settle_data(self, rows: str) -> None:
        """Keep the hash of the splits (`Splits.digest`). Raise UserError where checkpoints were trained on others."""
        if self.begun not in ("", rows):
            raise UserError(f"The data have changed since {self.name} began, so that it would be scored on rows that it was trained on. "
                            "Put them back as they were, or set resume to never and output_dir to empty for a new run.")  # fmt: skip
        self.begun = ""  # a later exam of this session may be about the rows of another run
        if not self.record.get("data"):
            self.update(data=rows)

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

        Lists and tables show `metrics["headline"]`: `{"name": "execution accuracy", "rate": 0.52, "interval": [0.47, 0.57], "n": 300}`.
        """
        if metrics is not None:
            self.write_json(METRICS, metrics)
        self.record |= {name: peak for name, peak in peaks(self.record).items() if self.record.get(name) is None}
        revised = revisions(self.record.get("parameters", {}))
        seconds = round(self.record.get("seconds_before", 0.0) + time.monotonic() - self._clock, 1)  # of all sessions
        self.update(status="finished", revisions=revised, finished=now(), seconds=seconds)
        for action in self.afterwards:
            action(self)


def start_run(stem: str, parameters: dict, output_dir: str = "") -> Run:
    """Open the folder of a run and write its `run.json` with status `running`.

    The folder is `output_dir` (a relative one counts from the repository's root). Without one it is the run that
    `parameters["resume"]` names; with `auto`, the newest unfinished run of the same parameters that left a checkpoint;
    else a new one, `runs/<stem>/<date-time>`. Raise UserError if `output_dir` cannot be a run's folder (`named_folder`) or holds a
    run that this one would falsify (`_check_record`), or if `resume` names a run elsewhere.
    """
    parameters = dict(parameters)
    profile = parameters.pop("profile", "") or os.environ.get("TEXT_TO_SQL_PROFILE", "")  # its values stand in the other parameters
    recorded, resume = plain(parameters), str(parameters.get("resume", "never"))
    resumed = resumed_folder(resume, output_dir)
    if output_dir:
        # papermill writes its notebook before the first cell, and another node's runner may have been faster
        folder = resumed or named_folder(output_dir, "*.ipynb", f"{stem}.py", f"{stem}.log")
    else:
        unfinished = _last_unfinished(stem, recorded) if resume == "auto" else None
        stamp = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
        folder = resumed or unfinished or new_folder(stem, stamp)
    before, data = 0.0, ""
    if (folder / RECORD).exists():
        check_record(folder)
        earlier = read_run(folder)
        _check_record(earlier, stem, recorded, named=folder == resumed)
        if resume != "never":
            before = earlier.record.get("seconds") or earlier.record.get("seconds_before") or 0.0
            if any(folder.glob("**/checkpoint-*")) and not recipe_changes(earlier.record, recorded):
                data = earlier.record.get("data", "")
    run = Run(folder, {
        "stem": stem, "status": "running", "message": "", "profile": profile, "sweep": os.environ.get("TEXT_TO_SQL_SWEEP", ""),
        "parameters": parameters, "seed": parameters.get("seed"), "device": "", "peak_gpu_gib": None, "peak_ram_gib": None,
        **here(), "finished": "", "data": data, "seconds": None,
        "seconds_before": before,  # of sessions that were cut off, where they were noted
    })  # fmt: skip
    run.begun = data
    run.update()
    return run


def resumed_folder(resume: str, output_dir: str) -> Path | None:
    """Return the folder of the run that `resume` names, or None where it names none. Raise UserError if `output_dir` is another."""
    if resume in ("auto", "never", ""):
        return None
    folder = find_run(resume).folder
    if output_dir and named_folder(output_dir) != folder:
        raise UserError(f"resume names the run {resume} and output_dir another folder, {output_dir}: leave output_dir empty.")
    return folder


def _check_record(earlier: RunRecord, stem: str, parameters: dict, named: bool) -> None:
    """Refuse to write over a record that is another notebook's, or whose scores or checkpoints are of other parameters."""
    changed = recipe_changes(earlier.record, parameters)
    if earlier.record.get("stem", stem) != stem:
        raise UserError(f"{earlier.folder} holds a run of {earlier.stem}, not of {stem}. Set another output_dir, or another resume.")
    if earlier.status == "finished" and not named:
        raise UserError(f"{earlier.folder} holds a finished run. Set another output_dir, or resume to that folder.")
    kept = parameters.get("resume") == "auto" and (earlier.status in SCORED or any(earlier.folder.glob("**/checkpoint-*")))
    if changed and kept and not named:
        onward = "" if SHAPES & {*changed} else "resume to that folder to go on from it, "
        raise UserError(f"{earlier.folder} was run with other parameters ({'; '.join(changed.values())}). Set another output_dir, "
                        f"{onward}resume to never to start from the beginning, or the parameters as they were.")  # fmt: skip
    if named and ((earlier.status in SCORED and changed) or SHAPES & {*changed}):
        raise UserError(f"resume names {earlier.folder}, which was run with other parameters ({'; '.join(changed.values())}). "
                        "Set resume to never and output_dir to empty for a new run, or the parameters as they were.")  # fmt: skip


OLDER = {"both_forms": False}  # what a record that lacks a parameter of the recipe stands for: it is from before


def recipe_changes(record: dict, parameters: dict) -> dict[str, str]:
    """Say of each parameter of the recipe that is another than in a record, or a seal, what it is and was."""
    before = OLDER | record.get("parameters", {})
    return {name: f"{name} {parameters[name]}, was {before[name]}" for name in of_role(parameters, "recipe")
            if name in before and before[name] != parameters[name]}  # fmt: skip


def _last_unfinished(stem: str, wanted: dict) -> Path | None:
    for run in reversed(list_runs(project_root() / "runs" / stem)):
        mine = run.status == "running" and run.record.get("pid") == os.getpid()  # the notebook was run again
        unfinished = mine or run.status in ("interrupted", "failed", "scored")
        recorded = {name: value for name, value in OLDER.items() if name in wanted} | run.record.get("parameters", {})
        same = all(recorded.get(name) == wanted.get(name) for name in of_role({*recorded, *wanted}, "recipe", "condition"))
        if unfinished and same and any(run.folder.glob("**/checkpoint-*")):
            return run.folder.resolve()
    return None
