"""Finished runs to read: `python -m helpers.sharing.showcase 01` rehearses a notebook from clean and publishes what came out.

Writes `notebooks/executed/<profile>/<stem>.ipynb`, `figures/<profile>/<stem>_*.png`, `figures/results/<profile>/<stem>.json`
and the tables of README.md and figures/README.md, which are drawn from the notebooks and the results files and from nothing else.
"""

import argparse
import contextlib
import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

import nbformat

from helpers import UserError, command
from helpers import parameters as declared
from helpers import runs as results
from helpers.data.load import PRACTICE_TEST_GROUPS
from helpers.files import json_text, redact
from helpers.hosts import cache_folder, project_root
from helpers.memory.catalog import GPUS
from helpers.parameters import cells, find_notebook
from helpers.plots.training import recipe_memory
from helpers.run import __main__ as run
from helpers.sharing import recipe_costs

MARKS = ("<!-- {name}: drawn by helpers/sharing/showcase.py from figures/results -->", "<!-- end of {name} -->")
TABLES_IN = ("README.md", "figures/README.md")
# Experiments whose arms are runs of their own: the last one is published, and its last section shows them all.
ARMS = {
    "02_qwen_lora": ["load_in_4bit=true,false"],
    "05_nemo_phase2_logic": ["include_schema=false,true", "phase1_adapter=none,auto"],
}
# The finished runs that README links to: the first of these profiles that is published, under these words.
READ_FIRST = {declared.DEFAULT_PROFILE: "run on a T4", "small": "run with a real small model", "rehearsal": "rehearsal"}
NO_SCORE = ("comparison", "plots", "run", "sharing")  # rooms that no score depends on
LARGEST = {"ipynb": 500_000, "json": 200_000}  # bytes; GitHub shows a larger notebook badly


@command
def main(arguments: list[str] | None = None) -> int:
    """Publish the named notebooks, or with `--tables` only draw README's tables again."""
    parser = argparse.ArgumentParser(prog="python -m helpers.sharing.showcase", description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="*", help="numbers or stems, such as 01")
    parser.add_argument("--profile", default="rehearsal")
    parser.add_argument("--run", default="", help="publish this finished run, a folder or a zip file, instead of making one")
    parser.add_argument("--tables", action="store_true", help="draw the READMEs' tables and stop")
    options = parser.parse_args(arguments)
    for name in [] if options.tables else options.notebooks:
        stem = find_notebook(name).stem
        folder = Path(options.run) if options.run else _run(stem, options.profile)
        publish(stem, options.profile, folder)
    write_tables()
    return 0


def publish(stem: str, profile: str, folder: Path) -> None:
    """Copy a finished run into the repository: executed notebook, figures, results.

    Raises:
        UserError: the run is not finished, or something in it must not be published (an error, a path, a token, its size).
    """
    if folder.suffix == ".zip":
        folder = results.find_trained(str(folder)).folder
    record = results.read_run(folder)
    if record.status != "finished":
        raise UserError(f"{folder} is {record.status}: only finished runs are published.")
    made_with = record.record["profile"] or declared.DEFAULT_PROFILE
    if (record.stem, made_with) != (stem, profile):
        raise UserError(f"{folder} is a run of {record.stem} with the profile {made_with}, not of {stem} with {profile}.")
    if profile == declared.DEFAULT_PROFILE:
        _check_t4(record, stem, profile)
    if not (folder / f"{stem}.ipynb").is_file():
        raise UserError(f"{folder} has no {stem}.ipynb: download the notebook from the host (File > Download) and put it there.")
    root = project_root()
    text = clean_notebook(folder / f"{stem}.ipynb")
    place = root / "figures/results" / profile
    files = _results(record, stem, profile, place / f"{stem}.json")
    for arm in _arms(record):
        if arm.folder != record.folder:
            files |= _results(arm, stem, profile, place / stem / f"{arm.folder.name}.json")
    for file in files.values():
        _refuse_private(file, folder)
    _write(root / "notebooks/executed" / profile / f"{stem}.ipynb", text)
    shutil.rmtree(place / stem, ignore_errors=True)
    for path, file in files.items():
        _write(path, file + "\n")
    for old in (root / "figures" / profile).glob(f"{stem}_*.png"):
        old.unlink()
    for figure in sorted((folder / "figures").glob("*.png")):
        target = root / "figures" / profile / f"{stem}_{figure.name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(figure, target)


def _brought_home(stem: str) -> Path:
    """Return the newest finished run of a notebook with its defaults, such as one that was unpacked below runs/."""
    found = [run for run in results.list_runs() if run.stem == stem and run.status == "finished" and not run.record["profile"]]
    if not found:
        raise UserError(f"There is no finished run of {stem} with its defaults below runs/: give the zip file, RUN=FILE.zip.")
    return found[-1].folder


def _check_t4(record: results.RunRecord, stem: str, profile: str) -> None:
    """Refuse a result that would stand in a T4's row without being one: another device, or other values than the defaults."""
    device = str(record.record.get("device"))
    if "model_id" in record.record["parameters"] and "T4" not in device:
        raise UserError(f"The run was made on {device}: the profile {profile} is for results of a T4.")
    parameters = declared.read_parameters(find_notebook(stem))
    recipe = {name: parameter.default for name, parameter in parameters.items() if "sharing" not in parameter.group and name != "profile"}
    changed = [name for name, default in recipe.items() if record.record["parameters"].get(name, default) != default]
    if changed:
        raise UserError(f"Only runs of the defaults of {stem} are published as {profile}. Other values: {', '.join(changed)}.")


def _arms(record: results.RunRecord) -> list[results.RunRecord]:
    """Return the finished runs of the experiment that a run is an arm of, itself included; none if it stands alone."""
    return [arm for arm in results.list_runs(record.folder.parent) if record.record["sweep"] and arm.status == "finished"]


def _results(record: results.RunRecord, stem: str, profile: str, path: Path) -> dict[Path, str]:
    """Return the results file of a run and, below `answers/` beside it, the one of its questions and queries: {path: text}."""
    values = {path: _summary(record, stem, profile)}
    with contextlib.suppress(OSError, ValueError):  # a run that was published before keeps the digest of the helpers that made it
        old = json.loads(path.read_text(encoding="utf-8"))
        if old["costs"] == json.loads(json.dumps(values[path]["costs"])) and old["code"] == values[path]["code"]:
            values[path]["helpers"] = old["helpers"]
    models = record.metrics.get("models", [])
    if models:
        lines = record.predictions()
        columns = {name: [line.get(name, "") for line in lines] for name in ("db_id", "question", "sql")}
        values[path.parent / "answers" / path.name] = {
            **columns, "predictions": {model: [line[model] for line in lines] for model in models},
            "reasons": {model: [row.get("reason", "") for row in record.metrics[model]["rows"]] for model in models},
        }  # fmt: skip
    return {name: by_rows(value) for name, value in values.items()}


def by_rows(value: object, depth: int = 0) -> str:
    """Write JSON with each row on a line of its own, so that a changed verdict is a changed line in a review."""
    if value and isinstance(value, list):
        return "[\n" + ",\n".join(json_text(row, separators=(",", ":")) for row in value) + "\n]"
    if value and isinstance(value, dict) and depth < 2:
        return "{\n" + ",\n".join(f"{json_text(name)}:{by_rows(inner, depth + 1)}" for name, inner in value.items()) + "\n}"
    return json_text(value, separators=(",", ":"))


def clean_notebook(path: Path) -> str:
    """Return an executed notebook without papermill's and the editor's traces.

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
        for output in cell.get("outputs", []):
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


def read_results(profile: str) -> dict[str, dict]:
    """Return the published results of a profile, by stem."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((project_root() / "figures/results" / profile).glob("*.json"))
    }


def write_tables() -> None:
    """Draw the tables of README.md and of figures/README.md again."""
    for readme in (project_root() / name for name in TABLES_IN):
        results.write_whole(readme, with_tables(readme.read_text(encoding="utf-8")))
    fig = recipe_memory(recipe_costs.parts_by_recipe(), *recipe_costs.marks(), GPUS["T4"].memory_gib)
    fig.savefig(project_root() / "figures/recipe_costs.png", dpi=150)


def with_tables(text: str) -> str:
    """Return the text of a README with its tables drawn from the notebooks and the results files."""
    tables = {
        "notebooks table": notebooks_table(), "rehearsal table": scores_table("rehearsal"),
        "t4 table": scores_table(declared.DEFAULT_PROFILE), "small table": scores_table("small"),
        "costs table": recipe_costs.costs_table(read_results("rehearsal")),
    }  # fmt: skip
    for name, table in tables.items():
        first, last = (mark.format(name=name) for mark in MARKS)
        if first in text:
            before, rest = text.split(first)
            text = before + first + "\n" + table + "\n" + last + rest.split(last)[1]
    return text


def notebooks_table() -> str:
    """Draw the first table of README.md: each notebook's question, its finished run or else its source, badges, time on a T4."""
    lines = ["| | question | read | open | time on a T4 (estimates) |", "|---|---|---|---|---|"]
    for stem, path in declared.notebooks().items():
        header = next(cell["source"] for cell in cells(path) if cell["cell_type"] == "markdown")
        title, badges = (next(line for line in header.splitlines() if line.startswith(start)) for start in ("# ", "[!["))
        time = re.search(r"^\| \*\*Time\*\* \| (.*) \|$", header, re.MULTILINE)[1]
        hours = re.match(r"(about [\w ]+?) on a T4", time)
        link, words = _to_read(stem, *READ_FIRST)
        badges = badges.replace("[Open in ", "[")
        lines.append(f"| {stem[:2]} | {title[2:]} | [{words}]({link}) | {badges} | {hours[1] if hours else 'needs no GPU'} |")
    return "\n".join(lines)


def _to_read(stem: str, *profiles: str) -> tuple[str, str]:
    """Return where a notebook can be read, from the repository's root, and what that is: a finished run, or else the source."""
    for profile in profiles:
        run = f"notebooks/executed/{profile}/{stem}.ipynb"
        if (project_root() / run).is_file():
            return run, READ_FIRST.get(profile, profile)
    return f"notebooks/{stem}.ipynb", "notebook"


def scores_table(profile: str) -> str:
    """Draw the published scores of a profile, a row a model and a column a test set. Stand-ins and devices are named."""
    found = read_results(profile)
    if not found:
        return "No such run has been published yet."
    groups = list(PRACTICE_TEST_GROUPS.values()) if profile == "rehearsal" else []
    heads = ["notebook", "model, data", "scored", *groups, "all", "n", "score", "minutes"]
    beside = ["other tables beside"] * any("wider" in result for result in found.values())
    heads[heads.index("n") : heads.index("n")] = beside
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for stem, result in found.items():
        if not result["scores"]:
            continue
        link = f"[{stem[:2]}](../{_to_read(stem, profile)[0]})"
        device = "" if profile == "rehearsal" else f", on {result['device']}"
        about = [link, f"{result['model_id']}, {result['dataset_id']}{device}"]
        measure, n = result["headline"]["name"], str(result["headline"]["n"])
        minutes = f"{result['costs']['seconds'] / 60:.1f}"
        for number, (model, scores) in enumerate(result["scores"].items()):
            rates = [_rate(result["by_group"].get(group, {}).get(model)) for group in groups]
            wider = result.get("wider", {}).get("models", {}).get(model, {})
            rates += [_rate(report.get(result["headline"]["measure"])) for report in [scores, *[wider] * len(beside)]]
            first, last = (about, [n, measure, minutes]) if number == 0 else (["", ""], ["", "", ""])
            name = f"{model}, {result['arm']}" if result.get("arm") and model not in ("base", "phase 1") else model
            lines.append(f"| {' | '.join([*first, name, *rates, *last])} |")
        for arm in result.get("arms", []):
            if arm["arm"] != result["arm"]:
                rates = ["-"] * len(groups) + [_rate(arm["headline"])] + ["-"] * len(beside)
                lines.append(f"|  |  | tuned, {arm['arm']} | {' | '.join(rates)} | {arm['headline']['n']} |  |  |")
    return "\n".join(lines)


def _rate(score: dict | None) -> str:
    if not score or score["rate"] is None:
        return "-"
    return f"{score['rate']:.2f} [{score['interval'][0]:.2f}, {score['interval'][1]:.2f}]"


def _summary(record: results.RunRecord, stem: str, profile: str) -> dict:
    """Gather what README's tables, the figures and a comparison of runs need from a run: curve, verdicts, costs, versions."""
    metrics, run_json = record.metrics, record.record
    parameters = run_json["parameters"] | {"output_dir": ""}
    reports = {name: metrics[name] for name in metrics.get("models", [])}
    common = {
        "stem": stem, "profile": profile, "sweep": run_json["sweep"], "arm": record.folder.name if run_json["sweep"] else "",
        "code": code_digest(find_notebook(stem)), "helpers": helpers_digest(),
        "model_id": parameters.get("model_id", ""), "dataset_id": parameters.get("dataset_id", ""), "parameters": parameters,
        "device": run_json["device"], "versions": run_json["versions"], "costs": _costs(run_json),
        "scores": {name: {key: value for key, value in report.items() if key != "rows"} for name, report in reports.items()},
    }  # fmt: skip
    if not reports:  # nothing was trained
        return common
    last = metrics["models"][-1]
    wider = {name: {key: value for key, value in report.items() if key != "rows"}
             for name, report in metrics.get("wider", {}).get("models", {}).items()}  # fmt: skip
    return {
        **common, **({"wider": {**metrics["wider"], "models": wider}} if wider else {}),
        "headline": metrics["headline"], "comparison": metrics.get("comparison"), "by_group": metrics["by_group"],
        "arms": [
            {"arm": arm.folder.name, "headline": arm.metrics.get("headline"), "costs": _costs(arm.record)}
            for arm in _arms(record)
        ],
        "curves": {
            arm or last: _curve(entries) for arm, entries in record.curves().items()
        },
        "rows": [
            {"index": row["index"], "db_id": row["db_id"], "hardness": row["hardness"], "group": line["group"],
             **{name: _verdicts(report["rows"][row["index"]]) for name, report in reports.items()}}
            for row, line in zip(reports[last]["rows"], record.predictions(), strict=True)
        ],
    }  # fmt: skip


def _costs(record: dict) -> dict:
    names = ("seconds", "training_", "peak_", "trainable", "examples_a_second", "tokens_a_second", "arms")
    return {key: value for key, value in record.items() if key.startswith(names)}


def _curve(log_history: list[dict]) -> list[dict]:
    return [
        {key: entry[key] for key in ("step", "loss", "eval_loss", "eval_execution", "learning_rate") if key in entry}
        for entry in log_history if {"loss", "eval_loss", "eval_execution"} & {*entry}
    ]  # fmt: skip


def _verdicts(row: dict) -> dict:
    return {key: row[key] for key in ("exact", "execution", "test_suite", "valid") if key in row}


def _run(stem: str, profile: str) -> Path:
    """Run a notebook into a new folder, or every arm of an experiment, and return the folder of the last. A T4's run is looked for."""
    if profile == declared.DEFAULT_PROFILE:
        return _brought_home(stem)
    folder = results.new_folder(project_root() / "runs" / stem, f"{profile}-published")
    alone = ["-p", f"output_dir={folder.relative_to(project_root())}"]
    sweeps = [part for values in ARMS.get(stem, []) for part in ("--sweep", values)]
    asked = [*sweeps, "--sweep-name", folder.name] if sweeps else alone
    if run.main([stem, "--profile", profile, *asked]):
        raise UserError(f"{stem} did not finish; nothing was published. Its folder is {folder}.")
    return results.list_runs(folder)[-1].folder


def _write(path: Path, text: str) -> None:
    largest = LARGEST[path.suffix[1:]]
    if len(text.encode()) > largest:
        raise UserError(f"{path.name} would have {len(text.encode()):,} bytes; at most {largest:,} are published.")
    results.write_whole(path, text)


if __name__ == "__main__":
    sys.exit(main())
