"""What is published of a finished run's numbers: the results file, its questions and queries, and by which code they were made."""

import hashlib
import re
from pathlib import Path

from helpers.files import as_dict, json_text, read_json
from helpers.files.packages import project_root
from helpers.parameters import cells, find_notebook
from helpers.runs import RunRecord
from helpers.scoring.measures import JUDGED

NO_SCORE = ("comparison", "plots", "run", "sharing")  # rooms that no score depends on


def results_files(record: RunRecord, stem: str, profile: str, path: Path) -> dict[Path, str]:
    """Return the results file of a run and, below `answers/` beside it, its questions and queries: {path: text}."""
    values = {path: _summary(record, stem, profile)}
    old, new = as_dict(read_json(path)), values[path]
    if path.stem != stem:  # an arm: no notebook of it is published, and earlier code may have made it
        del new["code"], new["helpers"]
    elif "helpers" in old and (old.get("costs"), old.get("code")) == (new["costs"], new["code"]):
        new["helpers"] = old["helpers"]  # a run that was published before keeps the digest of the helpers that made it
    models = record.metrics.get("models", [])
    if models:
        lines = record.predictions()
        columns = {name: [line.get(name, "") for line in lines] for name in ("db_id", "question", "sql")}
        values[path.parent / "answers" / path.name] = {
            **columns, "predictions": {model: [line[model] for line in lines] for model in models},
            "reasons": {model: [row.get("reason", "") for row in record.metrics[model]["rows"]] for model in models},
        }  # fmt: skip
    queries = {file: file.read_text(encoding="utf-8").rstrip("\n") for file in record.folder.glob("spider_predictions*.sql")}
    return {name: named(by_rows(value), record) for name, value in values.items()} | {
        path.parent / "answers" / f"{path.stem}_{file.name}": text for file, text in queries.items()
    }


def named(text: str, record: RunRecord) -> str:
    """Write files and folders that a run was given, and libraries that warn, by their names: the way to them is a machine's."""
    given = re.findall(r"(?<![\w.])/(?:[^\s/,;+]+/)+[^\s/,;+]+", " ".join(map(str, as_dict(record.record.get("parameters")).values())))
    for path in sorted(given, key=len, reverse=True):
        text = text.replace(path, Path(path).name)
    return re.sub(r"(?<![\w.])/[^\s\"]*/site-packages/", "", text)


def by_rows(value: object, depth: int = 0) -> str:
    """Write JSON with each row on a line of its own, so that a changed verdict is a changed line in a review."""
    if value and isinstance(value, list):
        return "[\n" + ",\n".join(json_text(row, separators=(",", ":")) for row in value) + "\n]"
    if value and isinstance(value, dict) and depth < 2:
        return "{\n" + ",\n".join(f"{json_text(name)}:{by_rows(inner, depth + 1)}" for name, inner in value.items()) + "\n}"
    return json_text(value, separators=(",", ":"))


def code_digest(notebook: Path) -> str:
    """Return a hash of a notebook's code cells, without the parameters that papermill injects."""
    code = [
        "".join(cell["source"]) for cell in cells(notebook)
        if cell["cell_type"] == "code" and "injected-parameters" not in cell.get("metadata", {}).get("tags", [])
    ]  # fmt: skip
    return hashlib.sha256("\0".join(code).encode()).hexdigest()[:16]


def helpers_digest() -> str:
    """Return a hash of everything in helpers/ that a score could depend on."""
    files = [path for path in sorted((project_root() / "helpers").rglob("*.py")) if path.parent.name not in NO_SCORE]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _summary(record: RunRecord, stem: str, profile: str) -> dict:
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
    kept, measured = ("step", "loss", "eval_loss", "eval_execution", "learning_rate"), {"loss", "eval_loss", "eval_execution"}
    last, wider = metrics["models"][-1], _rates(metrics.get("wider", {}).get("models", {}))
    benchmark = _benchmark(metrics)
    return {
        **common, **({"wider": {**metrics["wider"], "models": wider}} if wider else {}), **({"benchmark": benchmark} if benchmark else {}),
        "headline": metrics["headline"], "comparison": metrics.get("comparison"), "by_group": metrics["by_group"],
        "curves": {
            arm or last: [_only(entry, kept) for entry in entries if measured & {*entry}] for arm, entries in record.curves().items()
        },
        "rows": [
            {**_only(row, ("index", "db_id", "hardness")), "group": line["group"],
             **{name: _only(report["rows"][row["index"]], JUDGED) for name, report in reports.items()}}
            for row, line in zip(reports[last]["rows"], record.predictions(), strict=True)
        ],
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


def _only(values: dict, names: tuple[str, ...]) -> dict:
    return {name: values[name] for name in names if name in values}
