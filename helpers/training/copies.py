"""Finished checkpoints copied to a folder that outlives the session, such as a mounted Google Drive, and taken from there.

The folder is named by CHECKPOINT_COPY, in the environment or in `.env`. Below it every recipe (a notebook's parameters, without
those that say where files go) has a folder of its own, so that a new session finds the copies of a lost one. A run that finishes
removes its copies. The Hub does the same where there is no such folder: `checkpoints.fetch_last_checkpoint`.
"""

import contextlib
import hashlib
import os
import shutil
from pathlib import Path

from helpers import UserError
from helpers.files import to_json
from helpers.hosts import env_file, project_root
from helpers.parameters import of_role
from helpers.runs import Run
from helpers.training.checkpoints import checkpoint_fault, checkpoints
from helpers.training.saving import ASIDE, keep_newest, put_in_place

KEPT = 2  # copies of one recipe


def recipe(parameters: dict) -> dict:
    """Return the parameters that decide what is trained."""
    return {name: parameters[name] for name in sorted(of_role(parameters, "recipe"))}


def copies_folder(run: Run, folder: Path) -> Path | None:
    """Return where the copies of a run's checkpoints go, or None if nobody asked for copies.

    Args:
        run: whose recipe names the folder.
        folder: where the trainer saves: the run's folder or, of several arms, one below it.

    Raises:
        UserError: the folder does not exist. Made here, it would be on the disk that is lost.
    """
    named = os.environ.get("CHECKPOINT_COPY") or env_file().get("CHECKPOINT_COPY")
    if not named:
        return None
    place = project_root() / Path(named).expanduser()
    if not place.is_dir():
        raise UserError(
            f"CHECKPOINT_COPY names {named}, which is no folder. Mount the drive or make the folder, or leave CHECKPOINT_COPY empty."
        )
    key = hashlib.sha256(to_json(recipe(run.record["parameters"])).encode()).hexdigest()[:12]
    inner, whole = folder.resolve(), run.folder.resolve()
    return place / run.record["stem"] / key / (inner.relative_to(whole) if inner.is_relative_to(whole) else "")


def copy_checkpoint(checkpoint: Path, place: Path) -> None:
    """Copy a checkpoint whole and keep the newest two. A copy that fails is reported, and training goes on without it."""
    try:
        _copy_whole(checkpoint, place)
        keep_newest(place, KEPT)
    except OSError as error:
        shutil.rmtree(place / ASIDE, ignore_errors=True)
        print(f"{checkpoint.name} could not be copied to {place} ({error.strerror or error}); training goes on")


def take_copy(place: Path, folder: Path) -> None:
    """Copy the newest whole checkpoint back into a run's folder that has none, and say so."""
    for copy in checkpoints(place):
        if fault := checkpoint_fault(copy):
            print(f"the copy of {copy.name} in {place} is damaged ({fault}); looking for the one before it.")
        else:
            _copy_whole(copy, folder)
            print(f"{copy.name} comes from {place}: a run of the same parameters was lost behind it. Set resume to never to start anew.")
            return


def forget_copies(run: Run) -> None:
    """Remove the copies of a run that has finished: the next one of the same parameters starts anew."""
    with contextlib.suppress(UserError):  # a drive that is gone must not spoil the end of a finished run
        if place := copies_folder(run, run.folder):
            shutil.rmtree(place, ignore_errors=True)


def _copy_whole(checkpoint: Path, place: Path) -> None:
    made = place / ASIDE / checkpoint.name
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(checkpoint, made)
    if fault := checkpoint_fault(made):
        raise OSError(f"the copy is damaged: {fault}")
    put_in_place(made, place / checkpoint.name)
    shutil.rmtree(made.parent, ignore_errors=True)
