"""Which checkpoint can be trusted: a process that is killed while it saves leaves half of one."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import xxhash  # comes with datasets

from helpers import UserError
from helpers.models.hub import clear_hub_errors

SAVED = "saved.json"  # in a checkpoint: the size and the checksum of each file, the costs of training so far, the parameters


def checkpoints(folder: Path) -> list[Path]:
    """Return the checkpoints in a folder, newest first, whole or not."""
    found = [path for path in folder.glob("checkpoint-*") if path.name.removeprefix("checkpoint-").isdigit()]
    return sorted(found, key=checkpoint_step, reverse=True)


def checkpoint_step(checkpoint: Path) -> int:
    """Return after which step a checkpoint was written."""
    return int(checkpoint.name.removeprefix("checkpoint-"))


def last_checkpoint(folder: Path, resume: str = "auto") -> str | None:
    """Return the newest whole checkpoint below a run folder, or None to start from the beginning.

    Passing True to `Trainer.train` dies where there is no checkpoint; a process killed while it saves leaves half of one.
    Looks at the weights, the optimizer's, scheduler's and random states, and passes over damaged ones, newest first, saying so.

    Args:
        folder: where the trainer saves.
        resume: "never" ignores what is there; anything else looks.
    """
    if resume == "never":
        return None
    for path in checkpoints(folder):
        if fault := checkpoint_fault(path):
            print(f"{path.name} is damaged ({fault}); looking for the one before it.")
        else:
            return str(path)
    return None


def checkpoint_fault(checkpoint: Path) -> str:
    """Say what is wrong with a checkpoint folder, or "" if it can be resumed from."""
    weights = [*checkpoint.glob("adapter_model.safetensors"), *checkpoint.glob("model*.safetensors")]
    if not weights:
        return "no weights"
    try:
        for file in weights:
            _check_safetensors(file)
        for name in ("optimizer.pt", "scheduler.pt"):
            if not zipfile.is_zipfile(checkpoint / name):
                return f"{name} is missing or cut off"
        if not any(zipfile.is_zipfile(file) for file in checkpoint.glob("rng_state*.pth")):
            return "the random state is missing or cut off"
        if (checkpoint / SAVED).exists():
            saved = json.loads((checkpoint / SAVED).read_text(encoding="utf-8"))
            for name, size in saved["files"].items():
                if not (checkpoint / name).is_file() or (checkpoint / name).stat().st_size != size:
                    return f"{name} is missing or cut off"
            for name, written in saved.get("checksums", {}).items():  # older seals have none
                if checksum(checkpoint / name) != written:
                    return f"{name} has changed since it was written"
        for name in ["trainer_state.json", *(["adapter_config.json"] if weights[0].name.startswith("adapter") else [])]:
            json.loads((checkpoint / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return str(error).splitlines()[0]
    except (KeyError, TypeError, AttributeError):
        return f"{SAVED} is damaged"
    return ""


def checksum(file: Path) -> str:
    """Return a file's checksum (xxHash, as fast as memory is read). It finds damage, not a forger."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, xxhash.xxh3_64).hexdigest()


def _check_safetensors(file: Path) -> None:
    """Compare a safetensors file's size with what its header promises: a cut-off file is shorter."""
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if length > file.stat().st_size:
            raise ValueError(f"{file.name} is cut off")
        header = json.loads(stream.read(length))
    promised = max(entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__")
    if file.stat().st_size != 8 + length + promised:
        raise ValueError(f"{file.name} is cut off")


def fetch_last_checkpoint(name: str, folder: Path) -> None:
    """Copy the last checkpoint that a lost session uploaded into a run's folder, where `last_checkpoint` finds it.

    The trainer's `hub_strategy="checkpoint"` keeps it as `last-checkpoint/` of the model on the Hub. Whether it belongs to a run
    of the same parameters is for the one who asks to know.

    Raises:
        UserError: no network, no such model, or no checkpoint in it.
    """
    from huggingface_hub import snapshot_download

    with clear_hub_errors(name, "model"):
        found = Path(snapshot_download(name, allow_patterns=["last-checkpoint/*"])) / "last-checkpoint"
    if not (found / "trainer_state.json").is_file():
        raise UserError(f"{name} on the Hub holds no last-checkpoint. Set resume_from_hub to false to start from the beginning.")
    step = json.loads((found / "trainer_state.json").read_text(encoding="utf-8"))["global_step"]
    shutil.copytree(found, folder / f"checkpoint-{step}", dirs_exist_ok=True)
    print(f"the checkpoint of step {step} comes from {name}")
