"""Which checkpoint can be trusted: the trainer writes it file by file, and a seal over all of them comes last.

What a killed process left half written has no seal, and what was damaged later does not agree with its own. Copies go to a folder that
outlives the session, such as a mounted drive (CHECKPOINT_COPY). Below it every recipe has a folder, where a new session finds them.
"""

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import xxhash  # comes with datasets

from helpers import UserError
from helpers.files import as_dict, read_json, to_json, write_whole
from helpers.models.hub import clear_hub_errors
from helpers.parameters import of_role
from helpers.parameters.trainer import copies_place
from helpers.runs import Run

SEAL = "saved.json"  # in a checkpoint: size and checksum of each file, the costs of training so far, the parameters
KEPT = 2  # checkpoints of a run, and copies of one recipe: the newest may be half written
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NO_ROOM_WORDS = re.compile("(?i)os error (28|122|27)|no space left|failed writing file|file write failed|iostream error|unexpected pos")


def checkpoints(folder: Path) -> list[Path]:
    """Return the checkpoints in a folder, newest first, whole or not."""
    found = [path for path in folder.glob("checkpoint-*") if path.name.removeprefix("checkpoint-").isdigit()]
    return sorted(found, key=checkpoint_step, reverse=True)


def checkpoint_step(checkpoint: Path) -> int:
    """Return after which step a checkpoint was written."""
    return int(checkpoint.name.removeprefix("checkpoint-"))


def last_checkpoint(folder: Path, resume: str = "auto") -> str | None:
    """Return the newest whole checkpoint below a run folder, or None to start anew (`resume` "never"). Say which ones are passed over."""
    for path in checkpoints(folder) if resume != "never" else ():
        if not (fault := checkpoint_fault(path)):
            return str(path)
        print(f"{path.name} is damaged ({fault}); looking for the one before it.")
    return None


def seal(checkpoint: Path, facts: dict) -> None:
    """Flush a checkpoint's files to the disk; then write their sizes and checksums, beside some facts, to its seal."""
    files = sorted(path for path in checkpoint.rglob("*") if path.is_file() and path != checkpoint / SEAL)
    sizes, sums = {}, {}
    for path in files:
        with path.open("rb") as file:
            os.fsync(file.fileno())
        name = path.relative_to(checkpoint).as_posix()
        sizes[name], sums[name] = path.stat().st_size, checksum(path)
    write_whole(checkpoint / SEAL, to_json({**facts, "files": sizes, "checksums": sums}, indent=1) + "\n")


def read_seal(checkpoint: Path | str | None) -> dict:
    """Return what a seal holds: `seconds` and `peak_gib` until then, `parameters`, `costs` if training ended there. No seal: {}."""
    return as_dict(read_json(Path(checkpoint, SEAL))) if checkpoint else {}


def checkpoint_fault(checkpoint: Path) -> str:
    """Say what is wrong with a checkpoint, or "" if it can be resumed from: it is sealed, and no file has changed since."""
    if not (checkpoint / SEAL).is_file():
        return "it was interrupted while it was written"
    saved = read_seal(checkpoint)
    try:
        for name, size in saved["files"].items():
            if not (checkpoint / name).is_file() or (checkpoint / name).stat().st_size != size:
                return f"{name} is missing or cut off"
        for name, written in saved.get("checksums", {}).items():  # older seals have none
            if checksum(checkpoint / name) != written:
                return f"{name} has changed since it was written"
    except OSError as error:
        return str(error).splitlines()[0]
    except (KeyError, TypeError, AttributeError):
        return f"{SEAL} is damaged"
    return ""


def checksum(file: Path) -> str:
    """Return a file's checksum (xxHash, as fast as memory is read), which finds damage but no forgery."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, xxhash.xxh3_64).hexdigest()


def fetch_last_checkpoint(name: str, folder: Path) -> None:
    """Copy the last checkpoint that a lost session uploaded into a run's folder, where `last_checkpoint` finds it.

    The Hub has it as `last-checkpoint/` of the model, and takes an upload whole or not at all: one without a seal gets its own here.
    Not checked: whether it belongs to a run of the same parameters. Raise UserError where there is no such model, or none in it.
    """
    from huggingface_hub import snapshot_download

    with clear_hub_errors(name, "model"):
        found = Path(snapshot_download(name, allow_patterns=["last-checkpoint/*"])) / "last-checkpoint"
    if not (found / "trainer_state.json").is_file():
        raise UserError(f"{name} on the Hub holds no last-checkpoint. Set resume_from_hub to false to start from the beginning.")
    step = json.loads((found / "trainer_state.json").read_text(encoding="utf-8"))["global_step"]
    place = folder / f"checkpoint-{step}"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(found, place)
    if checkpoint_fault(place):
        seal(place, read_seal(place))
    print(f"the checkpoint of step {step} comes from {name}")


def recipe(parameters: dict) -> dict:
    """Return the parameters that decide what is trained."""
    return {name: parameters[name] for name in sorted(of_role(parameters, "recipe"))}


def copies_folder(run: Run, folder: Path) -> Path | None:
    """Return where copies of the checkpoints in `folder`, the run's or an arm's, go, or None. Raise UserError as `copies_place` does."""
    if not (place := copies_place()):
        return None
    key = hashlib.sha256(to_json(recipe(run.record["parameters"])).encode()).hexdigest()[:12]
    return place / run.record["stem"] / key / folder.resolve().relative_to(run.folder.resolve())


def copy_checkpoint(checkpoint: Path, place: Path) -> None:
    """Copy a checkpoint and keep the newest two copies. A copy that fails is reported, and training goes on without it."""
    try:
        _copy_whole(checkpoint, place)
        for old in checkpoints(place)[KEPT:]:
            shutil.rmtree(old)
    except OSError as error:
        shutil.rmtree(place / checkpoint.name, ignore_errors=True)
        print(f"{checkpoint.name} could not be copied to {place} ({error.strerror or error}); training goes on")


def take_copy(place: Path, folder: Path) -> None:
    """Copy the newest whole checkpoint back into a run's folder that has none, and say so."""
    for copy in checkpoints(place):
        if fault := checkpoint_fault(copy):
            print(f"the copy of {copy.name} in {place} is damaged ({fault}); looking for the one before it.")
        else:
            _copy_whole(copy, folder)
            print(f"{copy.name} comes from {place}: a run of the same parameters was lost after it. Set resume to never to start anew.")
            return


def forget_copies(run: Run) -> None:
    """Remove the copies of a run that has finished: the next one of the same parameters starts from the beginning."""
    with contextlib.suppress(UserError):  # a drive that is gone must not spoil the end of a finished run
        if place := copies_folder(run, run.folder):
            shutil.rmtree(place, ignore_errors=True)


def _copy_whole(checkpoint: Path, place: Path) -> None:
    """Copy a checkpoint, its seal last: a copy that breaks off does not count."""
    made = place / checkpoint.name
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(checkpoint, made, ignore=shutil.ignore_patterns(SEAL))
    write_whole(made / SEAL, (checkpoint / SEAL).read_bytes())
    if fault := checkpoint_fault(made):
        raise OSError(f"the copy is damaged: {fault}")


@contextlib.contextmanager
def explain_full_disk(place: Path, needed: Callable[[], int] | None = None) -> Iterator[None]:
    """Turn the many errors that a full disk causes at `place` into a UserError that says what to do; other errors pass through.

    `needed` counts the bytes of a checkpoint, while a trainer writes them beside `place`: a half one is meant then, and is removed.
    """
    try:
        yield
    except UserError:
        raise  # said already, by the one that knows what was being written
    except Exception as error:  # safetensors, torch and Python each raise their own kind
        if not _means_no_room(error):
            raise
        found = checkpoints(place.parent)
        half = next((checkpoint for checkpoint in found if needed and not (checkpoint / SEAL).exists()), None)
        if half:
            shutil.rmtree(half, ignore_errors=True)
        folder = next(parent for parent in place.parents if parent.is_dir())
        last = next((checkpoint for checkpoint in found if not checkpoint_fault(checkpoint)), None)
        before = sum(read_seal(last).get("files", {}).values())  # the measured size of the one before
        size = f" about {max(before, needed()) / 2**20:,.1f} MiB are needed," if half else ""
        raise UserError(
            f"{(half or place).name} cannot be written to {folder}:{size} {shutil.disk_usage(folder).free / 2**20:,.1f} MiB are free. Make "
            "room there (the quota counts too), or copy the folder to a larger disk, then run again: "
            + (f"{last.name} is whole, and training goes on from it." if last else "what is whole there is used.")
        ) from error


def _means_no_room(error: BaseException | None) -> bool:
    while error is not None:
        if (isinstance(error, OSError) and error.errno in NO_ROOM) or NO_ROOM_WORDS.search(str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False
