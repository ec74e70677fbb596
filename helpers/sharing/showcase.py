"""Finished runs to read: `python -m helpers.sharing.showcase 01` rehearses a notebook from clean and publishes what came out.

Writes the executed notebook, its figures, its results file and the READMEs' tables (`readme_tables.py`).
"""

import argparse
import ast
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import nbformat

from helpers import UserError, command
from helpers import runs as results
from helpers.comparison.recorded import SPOILED
from helpers.files import redact, write_whole
from helpers.files.packages import project_root
from helpers.hosts import cache_folder
from helpers.parameters import DEFAULT_PROFILE, find_notebook, read_parameters
from helpers.run import __main__ as run
from helpers.runs.fetch import find_trained
from helpers.sharing.published import code_digest, named, results_files
from helpers.sharing.readme_tables import write_tables

# Experiments whose arms are runs of their own: the last one is published, and its last section shows them all.
ARMS = {
    "02_qwen_lora": ["load_in_4bit=true,false"],
    "05_nemo_phase2_logic": ["include_schema=false,true", "phase1_adapter=none,auto"],
}
LARGEST = {"ipynb": 500_000, "json": 800_000, "sql": 200_000}  # bytes; GitHub shows a larger notebook badly


@command
def main(arguments: list[str] | None = None) -> int:
    """Publish the named notebooks, or with `--tables` only renew the READMEs' tables and the prose of what is published."""
    parser = argparse.ArgumentParser(prog="python -m helpers.sharing.showcase", description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="*", help="numbers or stems, such as 01")
    parser.add_argument("--profile", default="rehearsal")
    parser.add_argument("--run", default="", help="publish this finished run, a folder or a zip file, instead of making one")
    parser.add_argument("--arm", nargs="*", default=[], help="folders of finished runs with other values, whose results stand beside "
                        "that run's, or without --run beside those that are published")  # fmt: skip
    parser.add_argument("--tables", action="store_true", help="draw the READMEs' tables, give finished runs their sources' prose, and stop")
    options = parser.parse_args(arguments)
    if (options.run or options.arm) and len(options.notebooks) != 1:
        raise UserError("--run and --arm are runs of one notebook: name that one.")
    for name in [] if options.tables else options.notebooks:
        stem = find_notebook(name).stem
        if options.arm and not options.run:
            publish_beside(stem, options.profile, map(Path, options.arm))
        else:
            publish(stem, options.profile, Path(options.run) if options.run else _run(stem, options.profile), map(Path, options.arm))
    for path in project_root().glob("notebooks/executed/*/*.ipynb"):  # a new one changes the links of the others
        before = code_digest(path)
        write_whole(path, with_prose(path.read_text(encoding="utf-8"), path))
        if (after := code_digest(path)) != before:
            result = project_root() / "figures/results" / path.parent.name / f"{path.stem}.json"
            write_whole(result, result.read_text(encoding="utf-8").replace(before, after))
    write_tables()
    return 0


def publish(stem: str, profile: str, folder: Path, beside: Iterable[Path] = ()) -> None:
    """Copy a finished run into the repository: executed notebook, figures, results; of runs `beside` it the results alone.

    Raise UserError where one is not finished, or something in it must not be published (an error, a path, a token, its size).
    """
    if not folder.exists():
        raise UserError(f"There is no run {folder}: give the folder or the zip file of a finished run.")
    if folder.is_file():
        folder = find_trained(str(folder)).folder
    record, *others = (_finished(path, stem, profile) for path in (folder, *beside))
    if profile == DEFAULT_PROFILE:
        _check_t4(record, stem, profile)
    if not (folder / f"{stem}.ipynb").is_file():
        raise UserError(f"{folder} has no {stem}.ipynb: download the notebook from the host (File > Download) and put it there.")
    root = project_root()
    text, place = clean_notebook(folder / f"{stem}.ipynb", record), root / "figures/results" / profile
    arms = others or [arm for arm in results.list_runs(record.folder.parent) if record.record.get("sweep") and arm.status == "finished"]
    files = _results(record, place / f"{stem}.json", profile)
    for arm in arms:
        if arm.folder != record.folder:
            own = _results(arm, place / stem / f"{arm.folder.name}.json", profile)
            files |= {path: text for path, text in own.items() if text not in files.values()}  # one untuned model has the same answers
    files |= {root / "notebooks/executed" / profile / f"{stem}.ipynb": _small(text, f"{stem}.ipynb")}
    shutil.rmtree(place / stem, ignore_errors=True)
    for old in (*(root / "figures" / profile).glob(f"{stem}_*.png"), *place.glob(f"answers/{stem}_*.sql")):
        old.unlink()
    for path, file in files.items():
        write_whole(path, file)
    for figure in sorted((folder / "figures").glob("*.png")):
        write_whole(root / "figures" / profile / f"{stem}_{figure.name}", figure.read_bytes())


def publish_beside(stem: str, profile: str, folders: Iterable[Path]) -> None:
    """Put the results of finished runs with other values beside those of a run that is published, which stay as they are.

    Raise UserError where no run is published, or as `publish` does.
    """
    place, files = project_root() / "figures/results" / profile, {}
    if not (place / f"{stem}.json").is_file():
        raise UserError(f"No run of {stem} with the profile {profile} is published: give one with --run.")
    for record in (_finished(folder, stem, profile) for folder in folders):
        files |= _results(record, place / stem / f"{record.folder.name}.json", profile)
    for path, text in files.items():
        write_whole(path, text)


def _results(record: results.RunRecord, path: Path, profile: str) -> dict[Path, str]:
    """Return the files of a run's numbers. Raise UserError where they are damaged or must not be published."""
    try:
        files = results_files(record, record.stem, profile, path)
    except SPOILED as error:
        raise UserError(
            f"{record.folder} is not published: its metrics or predictions are damaged ({type(error).__name__}: {error})."
        ) from None
    _refuse_private("".join(files.values()), record.folder)
    return {path: _small(text + "\n", path.name) for path, text in files.items()}


def _small(text: str, name: str) -> str:
    if (size := len(text.encode())) > (largest := LARGEST[name.rpartition(".")[2]]):
        raise UserError(f"{name} would have {size:,} bytes; at most {largest:,} are published.")
    return text


def _finished(folder: Path, stem: str, profile: str) -> results.RunRecord:
    """Return the record of a finished run of the notebook with the profile, or raise UserError."""
    record = results.read_run(folder)
    if record.status != "finished":
        raise UserError(f"{folder} is {record.status}: only finished runs are published.")
    made_with = record.record.get("profile") or DEFAULT_PROFILE
    if (record.stem, made_with) != (stem, profile):
        raise UserError(f"{folder} is a run of {record.stem} with the profile {made_with}, not of {stem} with {profile}.")
    return record


def _check_t4(record: results.RunRecord, stem: str, profile: str) -> None:
    """Refuse a result that would stand in a T4's row without being one: another device, or other values than the defaults."""
    device = str(record.record.get("device"))
    if "model_id" in record.record["parameters"] and "T4" not in device:
        raise UserError(f"The run was made on {device}: the profile {profile} is for results of a T4.")
    parameters = read_parameters(find_notebook(stem))
    recipe = {name: parameter.default for name, parameter in parameters.items() if "sharing" not in parameter.group and name != "profile"}
    changed = [name for name, default in recipe.items() if record.record["parameters"].get(name, default) != default]
    if changed:
        raise UserError(f"Only runs of the defaults of {stem} are published as {profile}. Other values: {', '.join(changed)}.")


def clean_notebook(path: Path, record: results.RunRecord) -> str:
    """Return a run's executed notebook without papermill's and the editor's traces, and without outputs that are only a file's path.

    Raise UserError where a cell failed or was not run in order, or an output shows a path of this machine or a token.
    """
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata = {name: value for name, value in notebook.metadata.items() if name not in ("papermill", "widgets")}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if [cell.execution_count for cell in code] != list(range(1, len(code) + 1)):
        raise UserError(f"{path}: the cells were not all run once, in order.")
    for cell in notebook.cells:
        cell.metadata = {"tags": cell.metadata.tags} if cell.metadata.get("tags") else {}
        for output in list(cell.get("outputs", [])):
            if re.match(r"\w*Path\(", output.get("data", {}).get("text/plain", "")):  # returned by the way
                cell.outputs.remove(output)
            if output.output_type == "error":
                raise UserError(f"{path}: a cell ends in {output.ename}.")
            output.get("metadata", {}).clear()
    text = named(nbformat.writes(notebook) + "\n", record)
    _refuse_private(text, path)
    return text


def with_prose(text: str, place: Path) -> str:
    """Return an executed notebook with its source's prose, and its layout and comments where the code is the same.

    A link leads to another notebook's run beside this one, if there is one. What `note.md` beside the runs says of them all,
    such as where their weights are from, stands below the title.
    """

    def moved(link: re.Match) -> str:
        way = os.path.relpath(find_notebook(place.stem).parent / link[1], place.parent)
        return link[0] if (place.parent / link[1]).exists() else f"]({Path(way).as_posix()}{link[2] or ''})"

    notebook, source = nbformat.reads(text, as_version=4), nbformat.read(find_notebook(place.stem), as_version=4)
    own, new = (
        [cell for cell in cells if "injected-parameters" not in cell.metadata.get("tags", [])] for cells in (notebook.cells, source.cells)
    )
    if [cell.cell_type for cell in own] == [cell.cell_type for cell in new]:
        for cell, other in zip(own, new, strict=True):
            if cell.cell_type == "markdown":
                cell.source = re.sub(r"\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)", moved, other.source)
            elif ast.dump(ast.parse(cell.source)) == ast.dump(ast.parse(other.source)):
                cell.source = other.source
        if (note := place.with_name("note.md")).is_file():
            title, _, rest = own[0].source.partition("\n")
            own[0].source = f"{title}\n\n{note.read_text(encoding='utf-8').strip()}\n{rest}"
    return nbformat.writes(notebook) + "\n"


def _refuse_private(text: str, path: Path) -> None:
    for place in {str(project_root()), str(Path.home()), str(cache_folder())} - {"/"}:
        if re.search(re.escape(place) + r"(?![\w-])", text):
            raise UserError(f"{path} shows a path of this machine: {place}")
    if redact(text) != text:
        raise UserError(f"{path} shows a token.")


def _run(stem: str, profile: str) -> Path:
    """Return the folder of a new run, or of an experiment's last arm; for the T4's profile that of the newest run that is here."""
    if profile == DEFAULT_PROFILE:
        found = [run for run in results.list_runs() if run.stem == stem and run.status == "finished"
                 and (run.record.get("profile") or profile) == profile]  # fmt: skip
        if not found:
            raise UserError(f"There is no finished run of {stem} with its defaults below runs/: give the zip file, RUN=FILE.zip.")
        return found[-1].folder
    folder = results.new_folder(stem, f"{profile}-published")
    sweeps = [part for values in ARMS.get(stem, []) for part in ("--sweep", values)]
    asked = [*sweeps, "--sweep-name", folder.name] if sweeps else ["-p", f"output_dir={folder.relative_to(project_root())}"]
    if run.main([stem, "--profile", profile, *asked]):
        raise UserError(f"{stem} did not finish; nothing was published. Its folder is {folder}.")
    return results.list_runs(folder)[-1].folder


if __name__ == "__main__":
    sys.exit(main())
