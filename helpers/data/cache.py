"""Prepared data sets on disk, so that a second run need not read, check and split again."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from datasets import Dataset, disable_progress_bars, load_from_disk

from helpers.files import folder_whole
from helpers.hosts import cache_folder

LAYOUT = 2  # raise it when loaders or splits change
SPLITS = ("train", "validation", "test")


def prepared(asked: tuple, files: list[Path], make: Callable[[], dict]) -> dict:
    """Return what `make` returns (three data sets and notes such as `left_out`), from the cache folder if it was made before.

    Kept under a name made from what was asked and the local files' sizes and times. Written beside its place and renamed when
    whole; what cannot be read is made again.
    Not covered: a data set that changes on the Hub under the same id. Delete the cache folder's `prepared` to make it anew.
    """
    stamps = [[str(path), *_stamp(path)] for file in files for path in (file, *sorted(file.glob("*.json")))]
    name = hashlib.sha256(json.dumps([LAYOUT, asked, stamps]).encode()).hexdigest()[:20]
    folder = prepared_folder() / name
    try:
        notes = json.loads((folder / "notes.json").read_text(encoding="utf-8"))
        found = {split: load_from_disk(str(folder / split)) for split in SPLITS}
        if all(not path or os.path.exists(path) for path in found["test"]["database"]):
            return {**found, **notes}
    except (OSError, ValueError):  # not there, or damaged
        pass
    made = make()
    _save(folder, made)
    return made


def prepared_folder() -> Path:
    """Return where prepared data sets are kept."""
    return cache_folder() / "prepared"


def _save(folder: Path, made: dict) -> None:
    disable_progress_bars()  # of writing, which takes no time
    with contextlib.suppress(OSError), folder_whole(folder, replace=True) as unfinished:  # a full disk: the next run prepares again
        for split in SPLITS:
            rows: Dataset = made[split]
            rows.save_to_disk(str(unfinished / split))
        notes = {name: value for name, value in made.items() if name not in SPLITS}
        (unfinished / "notes.json").write_text(json.dumps(notes), encoding="utf-8")


def _stamp(path: Path) -> list[int]:
    try:
        status = path.stat()
    except OSError:
        return []
    return [status.st_mtime_ns, status.st_size]
