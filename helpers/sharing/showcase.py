"""Finished runs to read: `python -m helpers.sharing.showcase 01` rehearses a notebook from clean and publishes what came out.

Writes `notebooks/executed/<profile>/<stem>.ipynb`, `figures/<profile>/<stem>_*.png`, `figures/results/<profile>/<stem>.json`
and the READMEs' tables (`readme_tables.py`).
"""

import argparse
import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import nbformat

from helpers import UserError, command
from helpers import runs as results
from helpers.comparison.recorded import SPOILED
from helpers.files import as_dict, json_text, read_json, redact, write_whole
from helpers.files.packages import project_root
from helpers.hosts import cache_folder
from helpers.parameters import DEFAULT_PROFILE, cells, find_notebook, read_parameters
from helpers.run import __main__ as run
from helpers.runs.fetch import find_trained
from helpers.scoring.measures import headline
from helpers.sharing.readme_tables import write_tables

# Experiments whose arms are runs of their own: the last one is published, and its last section shows them all.
ARMS = {
    "02_qwen_lora": ["load_in_4bit=true,false"],
    "05_nemo_phase2_logic": ["include_schema=false,true", "phase1_adapter=none,auto"],
}
NO_SCORE = ("comparison", "plots", "run", "sharing")  # rooms that no score depends on
JUDGED = ("exact", "execution", "test_suite", "valid")  # the verdicts of a row that are published
LARGEST = {"ipynb": 500_000, "json": 400_000, "sql": 200_000}  # bytes; GitHub shows a larger notebook badly


@command
def main(arguments: list[str] | None = None) -> int:
    """Publish the named notebooks, or with `--tables` only draw README's tables again."""
    parser = argparse.ArgumentParser(prog="python -m helpers.sharing.showcase", description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="*", help="numbers or stems, such as 01")
    parser.add_argument("--profile", default="rehearsal")
    parser.add_argument("--run", default="", help="publish this finished run, a folder or a zip file, instead of making one")
    parser.add_argument("--arm", nargs="*", default=[], help="folders of finished runs with other values, whose results stand beside")
    parser.add_argument("--tables", action="store_true", help="draw the READMEs' tables and stop")
    options = parser.parse_args(arguments)
    for name in [] if options.tables else options.notebooks:
        stem = find_notebook(name).stem
        publish(stem, options.profile, Path(options.run) if options.run else _run(stem, options.profile), map(Path, options.arm))
    write_tables()
    return 0


def publish(stem: str, profile: str, folder: Path, beside: Iterable[Path] = ()) -> None:
    """Copy a finished run into the repository: executed notebook, figures, results; of runs `beside` it the results alone.

    Raises:
        UserError: a run is not finished, or something in it must not be published (an error, a path, a token, its size).
    """
    if folder.suffix == ".zip":
        folder = find_trained(str(folder)).folder
    record, *others = (_finished(path, stem, profile) for path in (folder, *beside))
    if profile == DEFAULT_PROFILE:
        _check_t4(record, stem, profile)
    if not (folder / f"{stem}.ipynb").is_file():
        raise UserError(f"{folder} has no {stem}.ipynb: download the notebook from the host (File > Download) and put it there.")
    root = project_root()
    text, place = _named(clean_notebook(folder / f"{stem}.ipynb"), record), root / "figures/results" / profile
    try:
        arms = others or _arms(record)
        files = _results(record, stem, profile, place / f"{stem}.json", arms)
        for arm in arms:
            if arm.folder != record.folder:
                files |= _results(arm, stem, profile, place / stem / f"{arm.folder.name}.json", arms)
    except SPOILED as error:
        raise UserError(f"{folder} is not published: its metrics or predictions are damaged ({type(error).__name__}: {error}).") from None
    _refuse_private("".join(files.values()), folder)
    _write(root / "notebooks/executed" / profile / f"{stem}.ipynb", text)
    shutil.rmtree(place / stem, ignore_errors=True)
    for old in (*(root / "figures" / profile).glob(f"{stem}_*.png"), *place.glob(f"answers/{stem}_*.sql")):
        old.unlink()
    for path, file in files.items():
        _write(path, file + "\n")
    for figure in sorted((folder / "figures").glob("*.png")):
        write_whole(root / "figures" / profile / f"{stem}_{figure.name}", figure.read_bytes())


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


def _arms(record: results.RunRecord) -> list[results.RunRecord]:
    """Return the finished runs of the experiment that a run is an arm of, itself included; none if it stands alone."""
    return [arm for arm in results.list_runs(record.folder.parent) if record.record.get("sweep") and arm.status == "finished"]


def _results(record: results.RunRecord, stem: str, profile: str, path: Path, arms: list[results.RunRecord]) -> dict[Path, str]:
    """Return the results file of a run and, below `answers/` beside it, its questions and queries: {path: text}.

    The queries on Spider's development set are files that `python -m helpers.score` and the official evaluators read.
    """
    values = {path: _summary(record, stem, profile, arms)}
    old, new = as_dict(read_json(path)), json.loads(json.dumps(values[path], default=str))
    if old and (old["costs"], old["code"]) == (new["costs"], new["code"]):
        values[path]["helpers"] = old["helpers"]  # a run that was published before keeps the digest of the helpers that made it
    models = record.metrics.get("models", [])
    if models:
        lines = record.predictions()
        columns = {name: [line.get(name, "") for line in lines] for name in ("db_id", "question", "sql")}
        values[path.parent / "answers" / path.name] = {
            **columns, "predictions": {model: [line[model] for line in lines] for model in models},
            "reasons": {model: [row.get("reason", "") for row in record.metrics[model]["rows"]] for model in models},
        }  # fmt: skip
    queries = {file: file.read_text(encoding="utf-8").rstrip("\n") for file in record.folder.glob("spider_predictions*.sql")}
    return {name: _named(by_rows(value), record) for name, value in values.items()} | {
        path.parent / "answers" / f"{path.stem}_{file.name}": text for file, text in queries.items()
    }


def _named(text: str, record: results.RunRecord) -> str:
    """Write files and folders that a run was given, such as its own data set, by their names: the way to them is its machine's.

    A library that warns is named without the way to it, too.
    """
    given = re.findall(r"(?<![\w.])/(?:[^\s/,;+]+/)+[^\s/,;+]+", " ".join(map(str, as_dict(record.record.get("parameters")).values())))
    for path in sorted(set(given), key=len, reverse=True):
        text = text.replace(path, Path(path).name)
    return re.sub(r"(?<![\w.])/[^\s\"]*/site-packages/", "", text)


def by_rows(value: object, depth: int = 0) -> str:
    """Write JSON with each row on a line of its own, so that a changed verdict is a changed line in a review."""
    if value and isinstance(value, list):
        return "[\n" + ",\n".join(json_text(row, separators=(",", ":")) for row in value) + "\n]"
    if value and isinstance(value, dict) and depth < 2:
        return "{\n" + ",\n".join(f"{json_text(name)}:{by_rows(inner, depth + 1)}" for name, inner in value.items()) + "\n}"
    return json_text(value, separators=(",", ":"))


def clean_notebook(path: Path) -> str:
    """Return an executed notebook without papermill's and the editor's traces, and without outputs that are only a file's path.

    Raises:
        UserError: a cell failed or was not run in order, or an output shows a path of this machine or a token.
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
    text = nbformat.writes(notebook) + "\n"
    _refuse_private(text, path)
    return text


def _refuse_private(text: str, path: Path) -> None:
    for place in {str(project_root()), str(Path.home()), str(cache_folder())} - {"/"}:
        if re.search(re.escape(place) + r"(?![\w-])", text):
            raise UserError(f"{path} shows a path of this machine: {place}")
    if redact(text) != text:
        raise UserError(f"{path} shows a token.")


def code_digest(notebook: Path) -> str:
    """Return a hash of a notebook's code cells, without the parameters that papermill injects."""
    code = [
        "".join(cell["source"]) for cell in cells(notebook)
        if cell["cell_type"] == "code" and "injected-parameters" not in cell.get("metadata", {}).get("tags", [])
    ]  # fmt: skip
    return hashlib.sha256("\0".join(code).encode()).hexdigest()[:16]


def helpers_digest() -> str:
    """Return a hash of everything in helpers/ that a score could depend on."""
    digest = hashlib.sha256()
    for path in sorted((project_root() / "helpers").rglob("*.py")):
        if path.parent.name not in NO_SCORE:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _summary(record: results.RunRecord, stem: str, profile: str, arms: list[results.RunRecord]) -> dict:
    """Gather what README's tables, the figures and a comparison of runs need from a run: curve, verdicts, costs, versions."""
    metrics, run_json = record.metrics, record.record
    parameters = run_json["parameters"] | {"output_dir": ""}
    reports = {name: metrics[name] for name in metrics.get("models", [])}
    common = {
        "stem": stem, "profile": profile, "sweep": run_json["sweep"], "arm": record.folder.name if run_json["sweep"] else "",
        "code": code_digest(find_notebook(stem)), "helpers": helpers_digest(),
        "model_id": parameters.get("model_id", ""), "dataset_id": parameters.get("dataset_id", ""), "parameters": parameters,
        "device": run_json["device"], "versions": run_json["versions"], "costs": _costs(run_json), "scores": _rates(reports),
    }  # fmt: skip
    if not reports:
        return common  # nothing was trained
    last, wider = metrics["models"][-1], _rates(metrics.get("wider", {}).get("models", {}))
    benchmark = _benchmark(metrics)
    return {
        **common, **({"wider": {**metrics["wider"], "models": wider}} if wider else {}), **({"benchmark": benchmark} if benchmark else {}),
        "headline": metrics["headline"], "comparison": metrics.get("comparison"), "by_group": metrics["by_group"],
        "arms": [_arm(arm) for arm in arms],
        "curves": {arm or last: _curve(entries) for arm, entries in record.curves().items()},
        "rows": [
            {**_only(row, ("index", "db_id", "hardness")), "group": line["group"],
             **{name: _only(report["rows"][row["index"]], JUDGED) for name, report in reports.items()}}
            for row, line in zip(reports[last]["rows"], record.predictions(), strict=True)
        ],
    }  # fmt: skip


def _arm(arm: results.RunRecord) -> dict:
    """Return what a table shows of another arm: its last model's rate on each of the test sets."""
    metrics = arm.metrics
    benchmark = _benchmark(metrics).get(metrics["models"][-1], {})
    rates = {"wider": as_dict(metrics.get("wider")).get("headline"), "benchmark": benchmark and headline(benchmark)}
    return {
        "arm": arm.folder.name, "headline": metrics.get("headline"), **{key: rate for key, rate in rates.items() if rate},
        "costs": _costs(arm.record),
    }  # fmt: skip


def _benchmark(metrics: dict) -> dict[str, dict]:
    """Return the rates of a run's models on Spider's development set, where they were asked."""
    names = {name: f"benchmark_{name}" for name in metrics["models"]} | {metrics["models"][-1]: "benchmark"}
    return _rates({name: metrics[key] for name, key in names.items() if metrics.get(key)})


def _rates(reports: dict[str, dict]) -> dict[str, dict]:
    return {name: {key: value for key, value in report.items() if key != "rows"} for name, report in reports.items()}


def _costs(record: dict) -> dict:
    names = ("seconds", "training_", "peak_", "trainable", "examples_a_second", "tokens_a_second", "arms")
    return {key: value for key, value in record.items() if key.startswith(names)}


def _curve(log_history: list[dict]) -> list[dict]:
    measured = [entry for entry in log_history if {"loss", "eval_loss", "eval_execution"} & {*entry}]
    return [_only(entry, ("step", "loss", "eval_loss", "eval_execution", "learning_rate")) for entry in measured]


def _only(values: dict, names: tuple[str, ...]) -> dict:
    return {name: values[name] for name in names if name in values}


def _run(stem: str, profile: str) -> Path:
    """Return the folder of a new run, or of an experiment's last arm; for the T4's profile that of the newest run that is here."""
    if profile == DEFAULT_PROFILE:
        found = [run for run in results.list_runs() if run.stem == stem and run.status == "finished" and not run.record.get("profile")]
        if not found:
            raise UserError(f"There is no finished run of {stem} with its defaults below runs/: give the zip file, RUN=FILE.zip.")
        return found[-1].folder
    folder = results.new_folder(project_root() / "runs" / stem, f"{profile}-published")
    sweeps = [part for values in ARMS.get(stem, []) for part in ("--sweep", values)]
    asked = [*sweeps, "--sweep-name", folder.name] if sweeps else ["-p", f"output_dir={folder.relative_to(project_root())}"]
    if run.main([stem, "--profile", profile, *asked]):
        raise UserError(f"{stem} did not finish; nothing was published. Its folder is {folder}.")
    return results.list_runs(folder)[-1].folder


def _write(path: Path, text: str) -> None:
    size, largest = len(text.encode()), LARGEST[path.suffix[1:]]
    if size > largest:
        raise UserError(f"{path.name} would have {size:,} bytes; at most {largest:,} are published.")
    write_whole(path, text)


if __name__ == "__main__":
    sys.exit(main())
