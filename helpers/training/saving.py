"""Checkpoints written whole: made aside, brought to the disk, renamed; old ones go only after that. And what a full disk means."""

import contextlib
import errno
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from transformers import Trainer, TrainerCallback

from helpers import UserError
from helpers.files import to_json, write_whole
from helpers.memory.device import Machine, peak_memory_gib
from helpers.training.checkpoints import SAVED, checkpoint_fault, checkpoints, checksum

ASIDE = "_unfinished"  # where checkpoints are made and taken apart; uploads to the Hub pass over names that begin with _
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_ROOM_WORDS = (
    "os error 28",
    "os error 122",
    "os error 27",
    "no space left",
    "failed writing file",
    "file write failed",
    "iostream error",
    "unexpected pos",
)  # of safetensors and torch


class WholeCheckpoints(TrainerCallback):
    """Let a trainer write its checkpoints so that a kill at any moment leaves whole ones only. Use it as a context.

    The trainer writes file after file into the final folder and then deletes the oldest, none of them forced to the disk: a
    killed process leaves half a checkpoint, and a lost machine can leave none. Here the trainer writes into a folder aside;
    its files are flushed to the disk, counted in `saved.json` and renamed into place in one step; only then do checkpoints
    beyond `save_total_limit` go, by a rename too. Uploads to the Hub come last, from the whole checkpoint.

    Args:
        trainer: whose `_save_checkpoint` is wrapped while the context lasts.
        machine: whose peak memory is kept in `saved.json`.
        earlier: seconds and peak of the sessions before this one (`read_saved`).
        parameters: of the run, for `saved.json`.
        finished: called with each checkpoint that is in place, such as to copy it elsewhere.
    """

    def __init__(
        self,
        trainer: Trainer,
        machine: Machine,
        earlier: dict,
        parameters: dict,
        finished: Callable[[Path], None] = lambda checkpoint: None,
    ):
        self.trainer, self.machine, self.earlier, self.parameters, self.finished = trainer, machine, earlier, parameters, finished
        self.folder = Path(trainer.args.output_dir)
        self.started = time.monotonic()

    def __enter__(self):
        if self.trainer.args.should_save:
            clear_aside(self.folder)
        self.save = self.trainer._save_checkpoint
        self.trainer._save_checkpoint = self._save_whole
        self.trainer.add_callback(self)
        return self

    def __exit__(self, *problem):
        del self.trainer._save_checkpoint  # the class's own shows again
        self.trainer.remove_callback(self)

    def on_train_begin(self, args, state, control, **kwargs):
        self.started = time.monotonic()
        self._find_best()

    def _save_whole(self, *args, **kwargs) -> None:
        trainer, step = self.trainer, self.trainer.state.global_step
        made, final = self.folder / ASIDE / f"checkpoint-{step}", self.folder / f"checkpoint-{step}"
        pushes = []
        try:
            with explain_full_disk(made, self._size):
                trainer._get_output_dir = lambda trial=None: str(made.parent)
                trainer._push_from_checkpoint = pushes.append
                try:
                    self.save(*args, **kwargs)
                finally:
                    del trainer._get_output_dir, trainer._push_from_checkpoint
                trainer.accelerator.wait_for_everyone()  # each process writes its own random state
                if trainer.args.should_save:
                    seconds = self.earlier.get("seconds", 0) + time.monotonic() - self.started
                    peak = max(self.earlier.get("peak_gib", 0), peak_memory_gib(self.machine))
                    seal(made, {"seconds": seconds, "peak_gib": peak, "parameters": self.parameters})
                    put_in_place(made, final)
        finally:
            if trainer.args.should_save:
                shutil.rmtree(made.parent, ignore_errors=True)
        self._find_best()
        if trainer.args.should_save:
            keep_newest(self.folder, trainer.args.save_total_limit, trainer.state.best_model_checkpoint)
            self.finished(final)
        trainer.accelerator.wait_for_everyone()
        for _ in pushes:
            trainer._push_from_checkpoint(str(final))

    def _find_best(self) -> None:
        """Point the trainer at the best checkpoint where it lies now: it records the place in which it was written."""
        state = self.trainer.state
        if state.best_global_step:
            place = self.folder / f"checkpoint-{state.best_global_step}"
            state.best_model_checkpoint = str(place) if place.is_dir() else None

    def _size(self) -> int:
        """Count the bytes of a checkpoint's large parts: the trained weights and the optimizer's state."""
        tensors = [parameter for parameter in self.trainer.model.parameters() if parameter.requires_grad]
        states = self.trainer.optimizer.state.values() if self.trainer.optimizer else []
        tensors += [value for state in states for value in state.values() if hasattr(value, "element_size")]
        return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


def seal(checkpoint: Path, facts: dict) -> None:
    """Flush a checkpoint's files to the disk and write their sizes and checksums, beside some facts, to its `saved.json`."""
    files = sorted(path for path in checkpoint.rglob("*") if path.is_file() and path != checkpoint / SAVED)
    for path in files:
        with path.open("rb") as file:
            os.fsync(file.fileno())
    named = {path.relative_to(checkpoint).as_posix(): path for path in files}
    sizes = {name: path.stat().st_size for name, path in named.items()}
    sums = {name: checksum(path) for name, path in named.items()}
    write_whole(checkpoint / SAVED, to_json({**facts, "files": sizes, "checksums": sums}, indent=1) + "\n")


def put_in_place(made: Path, final: Path) -> None:
    """Rename a checkpoint to where it belongs; what lay there, damaged or of another attempt, goes aside first."""
    if final.exists():
        take_away(final)
    os.replace(made, final)
    _flush_folder(final.parent)


def keep_newest(folder: Path, limit: int | None, best: str | None = None) -> None:
    """Remove all but the newest whole checkpoints, and the damaged ones, which do not count. The best one stays as well."""
    for checkpoint in (found := checkpoints(folder)):
        if checkpoint_fault(checkpoint):
            take_away(checkpoint)
    whole = [checkpoint for checkpoint in found if checkpoint.is_dir() and str(checkpoint) != best]
    if limit:
        for checkpoint in whole[max(1, limit - (best is not None and Path(best).is_dir())) :]:
            take_away(checkpoint)


def take_away(checkpoint: Path) -> None:
    """Remove a checkpoint so that no half of it can be met: it is renamed before it is deleted."""
    aside = checkpoint.parent / ASIDE
    aside.mkdir(exist_ok=True)
    gone = aside / f"removed-{checkpoint.name}"
    shutil.rmtree(gone, ignore_errors=True)
    os.replace(checkpoint, gone)
    shutil.rmtree(gone, ignore_errors=True)
    with contextlib.suppress(OSError):
        aside.rmdir()  # unless a checkpoint is being made in it


def clear_aside(folder: Path) -> None:
    """Remove what a kill left half done, and say which checkpoint never came to its end."""
    for made in sorted((folder / ASIDE).glob("checkpoint-*")):
        print(f"{made.name} was interrupted while it was written, and is removed: the one before it counts")
    shutil.rmtree(folder / ASIDE, ignore_errors=True)


def read_saved(checkpoint: str | None) -> dict:
    """Return a checkpoint's `saved.json`: `seconds` and `peak_gib` until it was written, `parameters`, `costs` if training ended there."""
    try:
        return json.loads(Path(checkpoint, SAVED).read_text(encoding="utf-8")) if checkpoint else {}
    except (OSError, ValueError):
        return {}


def keep_costs(folder: Path, costs: dict) -> None:
    """Write the costs of a training that came to its end into its last checkpoint: a later session reports them, not its own."""
    last = next(iter(checkpoints(folder)), None)
    if last and (saved := read_saved(str(last))):
        write_whole(last / SAVED, to_json({**saved, "costs": costs}, indent=1) + "\n")


@contextlib.contextmanager
def explain_full_disk(place: Path, needed: Callable[[], int] | None = None) -> Iterator[None]:
    """Turn the many errors that a full disk causes into one that says what to do; other errors pass through.

    Args:
        place: what is being written. A folder is half written then, and is removed.
        needed: counts the bytes it takes, where that is known.

    Raises:
        UserError: names the place, the free space and, if known, the needed.
    """
    try:
        yield
    except UserError:
        raise  # said already, by the one that knows what was being written
    except Exception as error:  # safetensors, torch and Python each raise their own kind
        if not _means_no_room(error):
            raise
        if place.is_dir():
            shutil.rmtree(place, ignore_errors=True)
        folder = next(parent for parent in place.parents if parent.name != ASIDE and parent.is_dir())
        last = next((found for found in checkpoints(folder) if not checkpoint_fault(found)), None)
        before = sum(read_saved(str(last)).get("files", {}).values()) if last else 0  # the measured size of the one before
        size = f" about {_mebibytes(max(before, needed()))} are needed," if needed else ""
        raise UserError(
            f"{place.name} cannot be written to {folder}:{size} {_mebibytes(shutil.disk_usage(folder).free)} are free. Make room there "
            "(the quota counts too), or copy the folder to a larger disk, then run again: "
            + (f"{last.name} is whole, and training goes on from it." if last else "what is whole there is used.")
        ) from error


def _means_no_room(error: BaseException | None) -> bool:
    while error is not None:
        if (isinstance(error, OSError) and error.errno in NO_ROOM) or any(words in str(error).lower() for words in NO_ROOM_WORDS):
            return True
        error = error.__cause__ or error.__context__
    return False


def _mebibytes(size: int) -> str:
    return f"{size / 2**20:,.1f} MiB"


def _flush_folder(folder: Path) -> None:
    """Bring a rename to the disk. Windows and some network disks cannot, and need it less."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
