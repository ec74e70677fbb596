"""Models and their answers, as the folder of a run or a published results file records them. A damaged file is never an error."""

import contextlib
import hashlib
import math
from collections import Counter
from pathlib import Path

from helpers.files import as_dict, is_number, read_json, read_lines
from helpers.runs import SCORED, RunRecord
from helpers.scoring.measures import MEASURES

ANSWERS = "answers"  # beside a results file, a folder with a file of the same name: questions, gold queries and predictions
COSTS = ("trainable_parameters", "training_seconds", "training_peak_gib", "examples_a_second", "tokens_a_second")
SPOILED = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)  # what a damaged file leads to
ABOUT = ("db_id", "hardness", "group", "reason")  # what is known of a question, and why an answer is wrong


def from_runs(runs: list[RunRecord], root: Path) -> tuple[list[dict], list[dict]]:
    """Return the scored models of runs below `root`, and the runs without a score: run, status, message, started."""
    models, others = [], []
    for run in runs:
        place = run.folder.relative_to(root).as_posix() if run.folder.is_relative_to(root) else "."
        name = place if place != "." else run.folder.name
        status, message, new = run.status, str(run.record.get("message") or ""), []
        if run.record.get("status") in SCORED:
            metrics = run.metrics
            with contextlib.suppress(*SPOILED):
                lines = _lines(run.predictions_file())
                new = _models(name, run.stem, run.record, metrics, run.record, lines, run.folder) if metrics.get("models") else []
                message = message or "names no model that it scored: it trains nothing, or is of an older version"
            if not metrics or (metrics.get("models") and not new):
                status, message = "damaged", "metrics.json cannot be read"
        elif status == "damaged":
            message = "run.json cannot be read"
        models += new
        if not new:
            others.append({"run": name, "status": status, "message": message, "started": str(run.record.get("started", ""))})
    return models, others


def from_published(root: Path) -> tuple[list[dict], list[dict]]:
    """Return the models of the results files below `root`, and the files that cannot be read, as `from_runs` does."""
    models, others = [], []
    for path in sorted(path for path in root.rglob("*.json") if ANSWERS not in path.parts):
        result, name = as_dict(read_json(path)), path.relative_to(root).with_suffix("").as_posix()
        if result and not result.get("scores"):
            continue  # nothing was trained there
        try:
            reports = {model: {"rows": [{**row, **row[model]} for row in result["rows"]]} for model in result["scores"]}
            name += f"/{result['arm']}" if result.get("arm") and result["arm"] not in name else ""  # one of an experiment's runs
            metrics = {"models": list(reports), **reports, "wider": result.get("wider")}
            models += _models(name, result["stem"], result, metrics, result["costs"], _published_lines(path), path)
        except SPOILED:
            others.append({"run": name, "status": "damaged", "message": "the results file cannot be read", "started": ""})
    return models, others


def _models(name: str, stem: str, record: dict, metrics: dict, costs: dict, lines: list[dict], source: Path) -> list[dict]:
    """Return a dict a model of a run, with its `rows`. Raise one of `SPOILED` if the results are not of the expected form."""
    found, parameters = [], as_dict(record.get("parameters"))
    model_id, data = str(parameters.get("model_id") or "-"), str(parameters.get("dataset_id") or "-")
    for model in metrics["models"]:
        rows, last, trained = metrics[model]["rows"], model == metrics["models"][-1], model.split(",")[0] != "base"  # "base, 3 shots"
        own = as_dict(as_dict(costs.get("arms")).get(model)) or (costs if last and trained else {})
        paid = {key: own[key] for key in COSTS if is_number(own.get(key))}
        fits = len(lines) == len(rows)
        fits = fits and all(line.get("index", row["index"]) == row["index"] for line, row in zip(lines, rows, strict=True))
        asked = lines if fits else [{}] * len(rows)
        keys = _keys(asked)
        judged = [_answer(row, line, key, model) for row, line, key in zip(rows, asked, keys, strict=True)]
        if not judged:
            raise ValueError("a model without verdicts")
        found.append({
            "run": name, "name": f"{name} {model}", "model": model, "stem": str(stem), "trained": trained, "last": last,
            "standin": model_id.startswith("standin/"), "model_id": model_id, "dataset_id": data,
            "device": str(record.get("device") or "-"), "sweep": str(record.get("sweep") or ""), "parameters": parameters,
            "train_rows": _train_rows(parameters, paid) if paid or last else None, **dict.fromkeys(COSTS), **paid,
            "source": source, "also": [], "wider": as_dict(as_dict(as_dict(metrics.get("wider")).get("models")).get(model)),
            "rows": judged, "test_set": _digest(*sorted(keys)) if all(keys) else "",
        })  # fmt: skip
    return found


def _answer(row: dict, line: dict, key: str, model: str) -> dict:
    """Return a row of the answers: the question, both queries, what is known of it, and each verdict as 1, 0 or NaN."""
    told = {"reason": line.get(f"reason {model}"), **{name: line.get(name) for name in ("db_id", "hardness", "group")}}
    texts = {name: str(line.get(name) or "") if key else "" for name in ("question", "sql", model)}
    found = {name: row.get(verdict) for name, (_, verdict) in MEASURES.items()}
    return {
        "key": key, "question": texts["question"], "sql": texts["sql"], "answer": texts[model],
        **{name: str(row.get(name) or told[name] or "-") for name in ABOUT},
        **{name: float(verdict) if isinstance(verdict, bool) else math.nan for name, verdict in found.items()},
    }  # fmt: skip


def _train_rows(parameters: dict, costs: dict) -> int | None:
    """Return how many rows a model was trained on; where the run took all of them, from its speed, time and epochs."""
    asked, epochs = parameters.get("train_examples"), parameters.get("num_epochs")
    if is_number(asked) and asked > 0:
        return int(asked)
    speed, seconds = costs.get("examples_a_second"), costs.get("training_seconds")
    counted = all(is_number(value) and value > 0 for value in (speed, seconds, epochs)) and parameters.get("max_steps", -1) == -1
    return round(speed * seconds / epochs) if counted else None


def _keys(lines: list[dict]) -> list[str]:
    """Identify each question by database, question and gold query; one that stands there twice is told apart by its count."""
    seen: Counter = Counter()
    keys = []
    for line in lines:
        texts = line.get("question"), line.get("sql")
        if not all(isinstance(text, str) and text for text in texts):
            return [""] * len(lines)
        key = _digest(str(line.get("db_id", "")), *texts)
        seen[key] += 1
        keys.append(f"{key}-{seen[key]}")
    return keys


def _published_lines(path: Path) -> list[dict]:
    """Return the questions and queries that stand beside a results file, one dict a question; [] if they do not."""
    found = as_dict(read_json(path.parent / ANSWERS / path.name))
    try:
        columns = {**{name: found[name] for name in ("db_id", "question", "sql")}, **found["predictions"]}
        columns |= {f"reason {model}": reasons for model, reasons in as_dict(found.get("reasons")).items()}
        return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    except SPOILED:
        return []


def _lines(path: Path) -> list[dict]:
    try:
        lines = read_lines(path)
    except SPOILED:
        return []
    return lines if all(isinstance(line, dict) for line in lines) else []


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()[:16]
