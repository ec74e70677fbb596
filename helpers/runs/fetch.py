"""The run behind a trained model that is not below runs/: a zip file, a saved folder without its run, or a model on the Hub."""

import hashlib
import lzma
import os
import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path

from helpers import UserError
from helpers.files import as_dict, folder_whole, path_of, read_json
from helpers.files.packages import project_root
from helpers.hosts import cache_folder
from helpers.parameters import convert, read_parameters
from helpers.parameters.notebook import notebooks
from helpers.runs import RunRecord, find_run, list_runs, read_run

UNPACKED_GIB, UNPACKED_FILES = 32, 10_000  # the most that is taken out of one zip file


def find_trained(name: str) -> RunRecord:
    """Find the run behind a trained model, also one that came as a zip file, as a saved folder without its run, or from the Hub.

    Raise UserError where there is none, its run.json or adapter_config.json is damaged, or a zip file holds several.
    """
    try:
        found = find_run(name)
    except UserError as missing:
        try:
            place = fetch_folder(name, "trained_run")
        except UserError as problem:
            raise UserError(f"{missing} {problem}") from None
        found = _found_in(place, name)
    advice = "Name the folder of its adapter, unpacked, or fetch the run again."
    if "parameters" not in found.record:
        raise UserError(f"run.json of {name} is damaged. {advice}")
    notebook, own = notebooks().get(found.stem), found.record["parameters"]
    try:  # a model is asked as it was trained, with values that the run's notebook would take
        for parameter, declared in read_parameters(notebook).items() if notebook else ():
            here = parameter == "model_id" and os.path.isdir(str(own.get(parameter)))  # a snapshot's folder is named by its commit
            if (parameter in own or parameter == "model_id") and not here:
                convert(parameter, own.get(parameter), declared)
    except UserError as problem:
        raise UserError(f"run.json of {name} is damaged: {str(problem).rstrip('.')}. {advice}") from None
    return found


def _found_in(place: Path, name: str) -> RunRecord:
    runs = list_runs(place)
    while not runs and len(inside := [part for part in place.iterdir() if not part.name.startswith((".", "__MACOSX"))]) == 1:
        if not inside[0].is_dir():
            break
        place = inside[0]
    if len(runs) > 1:
        raise UserError(f"{name} holds {len(runs)} runs: unpack it and name the folder of one.")
    found = runs[0] if runs else RunRecord(place, place.name, "finished", read_run(place.parent).record)
    if (place / "adapter_config.json").is_file():
        found.record = {"parameters": {"model_id": adapter_base(place), "load_in_4bit": True}} | found.record
    elif (place / "config.json").is_file():  # a whole model
        found.record = found.record | {"parameters": found.record.get("parameters", {}) | {"model_id": str(place)}}
    elif not runs:
        raise UserError(f"{name} holds neither a run nor a saved model (run.json, adapter_config.json or config.json).")
    return found


def adapter_base(folder: Path) -> str:
    """Return the base model that a saved adapter names. Raise UserError where its adapter_config.json is damaged."""
    base = as_dict(read_json(folder / "adapter_config.json")).get("base_model_name_or_path")
    if not isinstance(base, str):
        raise UserError(f"adapter_config.json of {folder} is damaged: it names no base model. Fetch or save the adapter again.")
    return base


def fetch_folder(
    name: str, parameter: str, patterns: tuple[str, ...] = ("*.json", "*.safetensors", "adapter_model.bin", "tokenizer*", "*.model")
) -> Path:
    """Return the folder that a parameter names: one that is there, a zip file's, unpacked, or that of a model on the Hub, downloaded.

    Raise UserError for nothing of the kind, a zip file that cannot be unpacked safely, or what the Hub says.
    """
    for place in (path_of(name, parameter), project_root() / name):
        if place.is_dir():
            return place.resolve()
        if place.is_file():
            return unpack(place)
    here = path_of(name.partition("/")[0], parameter)
    if here.is_dir() or (project_root() / here).is_dir() or not re.fullmatch(r"[\w-][\w.-]*/[\w.-]+", name) or name.endswith(".zip"):
        raise UserError(f"There is no folder or zip file {name} for {parameter}. Give one, or a name on the Hub (owner/name).")
    from huggingface_hub import snapshot_download

    from helpers.models.hub import clear_hub_errors

    with clear_hub_errors(name, "model"):
        return Path(snapshot_download(name, allow_patterns=list(patterns)))


def unpack(file: Path) -> Path:
    """Unpack the zip file of a run into the cache folder, once, and return the folder.

    Raise UserError where it is none, a name in it leads elsewhere, or it holds more than `UNPACKED_GIB` or than is free.
    """
    told = file.stat()
    mark = hashlib.sha256(f"{file.resolve()} {told.st_size} {told.st_mtime_ns}".encode()).hexdigest()[:16]
    folder = cache_folder() / "unpacked" / f"{file.stem}-{mark}"
    if folder.is_dir():
        return folder
    with folder_whole(folder) as made:
        try:
            with zipfile.ZipFile(file) as packed:
                _check_members(file.name, packed.infolist(), shutil.disk_usage(made).free)
                packed.extractall(made, packed.infolist())
        # RuntimeError: it asks for a password.
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, OSError, EOFError, ValueError) as error:
            raise UserError(f"{file.name} cannot be unpacked: {error}. A zip file that a notebook's last cell made is expected.") from None
    return folder


def _check_members(name: str, members: list[zipfile.ZipInfo], free: int) -> None:
    for member in members:
        path = member.filename = member.filename.replace("\\", "/")  # as some Windows programs write it
        outside = path.startswith("/") or ".." in path.split("/") or re.match("[A-Za-z]:", path)
        if outside or stat.S_ISLNK(member.external_attr >> 16):
            raise UserError(f"{name} was not unpacked: {member.filename!r} in it leads out of the folder.")
    size = sum(member.file_size for member in members)
    if size > min(UNPACKED_GIB * 2**30, free) or len(members) > UNPACKED_FILES:
        raise UserError(
            f"{name} was not unpacked: it holds {len(members):,} files of {size / 2**30:.1f} GiB, and {free / 2**30:.1f} GiB are free; "
            f"at most {UNPACKED_FILES:,} files of {UNPACKED_GIB} GiB are taken."
        )
