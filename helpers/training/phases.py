"""Two training phases with one adapter: find what the first phase trained, and go on training it."""

import json
import shlex
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from datasets import Dataset

from helpers import UserError
from helpers.data.load import load
from helpers.files import path_of
from helpers.files.packages import project_root
from helpers.models.hub import read_config
from helpers.models.weights import adapter_weights, check_adapter, put_adapter
from helpers.runs import Run, RunRecord, find_run, list_runs, read_run
from helpers.runs.facts import hub_name, questions_hash
from helpers.runs.fetch import adapter_base, fetch_folder
from helpers.runs.folder import METRICS, RECORD

PHASE_1 = "04_nemo_phase1_syntax"
CONFIG = "adapter_config.json"
CHOSEN = "phase1.json"  # in the folder of a phase-2 run: an interrupted run goes on from the adapter that it began with


@dataclass(frozen=True)
class PhaseOne:
    """Hold the folder of phase 1's adapter, and the run that trained it, or None where no record of it lies beside."""

    folder: Path
    run: RunRecord | None

    @property
    def name(self) -> str:
        """Return the adapter's place as a reader knows it, without the paths of this machine: that on the Hub, or below runs/."""
        return hub_name(self.folder) or Run(self.folder, {}).name


def find_phase_one(asked: str, model_id: str, model_path: str, run: Run) -> PhaseOne | None:
    """Find the adapter that phase 2 goes on training, before its base model is loaded.

    `asked` is "auto" for the last finished run of phase 1 with this model under runs/; "none"; the folder of a run, or the end of its
    path; that of an adapter; the zip file of a run; or an adapter's name on the Hub. `model_path` is what `locate_model` returned.
    The run of phase 2 remembers the choice, so that a newer run of phase 1 does not change an interrupted run.

    Raise UserError where there is none, it is damaged, or it was trained on another base model. The message says how to make one.
    """
    if asked == "none":
        return None
    chosen = run.folder / CHOSEN
    if chosen.exists() and Path(began := json.loads(chosen.read_text(encoding="utf-8"))["folder"]).is_dir():
        asked = began
    folder = (_last_run(model_id, run) if asked == "auto" else _named(asked)).resolve()
    check_base(folder, model_path)
    check_adapter(folder, read_config(model_path))
    run.write_json(CHOSEN, {"folder": str(folder)})
    records = (read_run(place) for place in (folder.parent, folder))  # a shared adapter carries its run's record
    return PhaseOne(folder, next((record for record in records if record.stem == PHASE_1 and record.metrics), None))


def _last_run(model_id: str, run: Run) -> Path:
    runs = list_runs(project_root() / "runs" / PHASE_1)
    finished = [first for first in runs if first.status == "finished" and _is_adapter(first.adapter)]
    adapters = {first.record["parameters"].get("model_id"): first.adapter for first in finished}  # the last one of each model
    if model_id not in adapters:
        others = f" (there are runs with {', '.join(sorted(map(str, adapters)))})" if adapters else ""
        profile = run.record["profile"]
        how = f"--profile {profile}" if profile else shlex.join(["-p", f"model_id={model_id}"])
        raise UserError(
            f"There is no finished run of phase 1 with {model_id} under runs/{PHASE_1}{others}. Make one with "
            f"`python -m helpers.run 04 {how}`, name an adapter as phase1_adapter, or train phase 2 alone with "
            "phase1_adapter=none."
        )
    return adapters[model_id]


def _named(asked: str) -> Path:
    with suppress(UserError):  # by the end of its path, as runs are named elsewhere
        asked = str(find_run(asked).folder)
    for place in (path_of(asked, "phase1_adapter"), project_root() / asked):
        for folder in (place, place / "adapter"):
            if _is_adapter(folder):
                return folder
        if place.is_dir():
            raise UserError(f"phase1_adapter {asked} holds no adapter ({CONFIG} and its weights). Give the folder of a finished run of 04.")
    place = fetch_folder(asked, "phase1_adapter", ("adapter_*", RECORD, METRICS))
    inside = {file.parent.relative_to(place) for file in place.rglob(CONFIG) if _is_adapter(file.parent)}
    found = [place / folder for folder in sorted(inside) if "checkpoint" not in str(folder)]  # 04 uploads its last one, too
    if len(found) != 1:
        raise UserError(f"{asked} holds {len(found) or 'no'} adapters ({CONFIG} with weights). Give the one that 04 made.")
    return found[0]


def _is_adapter(folder: Path) -> bool:
    return (folder / CONFIG).is_file() and adapter_weights(folder).is_file()


def check_base(folder: Path, model_path: str) -> None:
    """Raise UserError where an adapter's configuration is damaged or names another base model, beside which it would be noise."""
    trained_on, wanted = adapter_base(folder), model_path
    if Path(model_path).is_dir():  # an embedded model, whose place differs between machines
        trained_on, wanted = Path(trained_on).name, Path(model_path).name
    if trained_on != wanted:
        raise UserError(
            f"The adapter of phase 1 was trained on {trained_on}, and phase 2 is asked to go on with {wanted}. Set model_id to the "
            "model of phase 1, or name another phase1_adapter."
        )


def continue_adapter(model, folder: Path):
    """Put a saved adapter on its base model so that training goes on with it, and return the whole; the trainer gets no `peft_config`.

    Raise UserError as `check_base` and `put_adapter` do.
    """
    check_base(folder, model.name_or_path)
    return put_adapter(model, folder, is_trainable=True)  # loaded to be asked, it would be frozen


def first_test_set(phase_one: PhaseOne) -> Dataset | None:
    """Return the test questions of phase 1 as its run had them. Where they cannot be had any more, print why and return None."""
    if phase_one.run is None:
        print("no record lies beside the adapter of phase 1: whether it is forgotten cannot be measured")
        return None
    own, metrics = phase_one.run.record["parameters"], phase_one.run.metrics
    names = ("dataset_id", "train_examples", "validation_examples", "eval_examples", "seed")
    try:
        rows = load(*(own[name] for name in names), metrics["excluded"], field_mapping=own["field_mapping"], allow_overlap=True).test
    except UserError as problem:  # a file of one's own, say, that lies on another machine
        print(f"whether phase 1 is forgotten cannot be measured: {problem}")
        return None
    known = phase_one.run.record.get("questions")
    if not known and phase_one.run.predictions_file().is_file():  # a run of an earlier version
        known = questions_hash(phase_one.run.predictions())
    if known != questions_hash(rows):
        print(f"{own['dataset_id']} has changed since phase 1: whether it is forgotten cannot be measured in pairs")
        return None
    return rows
