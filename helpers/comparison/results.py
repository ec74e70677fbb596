"""What is compared, in two tidy frames: a row a model of a run, and a row an answer. Read from run folders or published results."""

import functools
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from helpers import UserError, files
from helpers.hosts import project_root
from helpers.runs import SCORED, RunRecord, list_runs
from helpers.runs.fetch import fetch_folder
from helpers.scoring.measures import MEASURES
from helpers.scoring.statistics import wilson_interval

PUBLISHED = "figures/results"  # one file a run, as helpers/sharing/showcase.py writes them: <profile>/<stem>.json
ANSWERS = "answers"  # beside a results file, a folder with a file of the same name: questions, gold queries and predictions
COSTS = ("trainable_parameters", "training_seconds", "training_peak_gib", "examples_a_second", "tokens_a_second")
SPOILED = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)  # what a damaged file leads to
ABOUT = ("db_id", "hardness", "group", "reason")  # what is known of a question, and why an answer is wrong


@dataclass
class Results:
    """Hold the models of several runs and their answers.

    `models` has an index of short labels and the columns run, name, model, stem, trained, last, standin, model_id, dataset_id, device,
    sweep, parameters, train_rows, the names in `COSTS`, wider, source, also, test_set (a fingerprint of the questions) and letter.
    `answers` has the columns label, key, those in `ABOUT`, and one a measure: 1, 0, or NaN where an answer could not be judged.
    The untrained base of several runs is one model where it gives the same verdicts in all of them.
    """

    models: pd.DataFrame
    answers: pd.DataFrame
    others: list[dict] = field(default_factory=list)  # the runs without a score: run, status, message, started
    said: str = ""  # what was read

    def only(self, labels) -> "Results":
        """Return these models and their answers."""
        return Results(self.models.loc[list(labels)], self.answers[self.answers["label"].isin(list(labels))])

    @functools.cached_property
    def trained(self) -> list[str]:
        """Return the labels of the models that are more than an untrained base."""
        return list(self.models.index[self.models["trained"]])

    @property
    def bases(self) -> list[str]:
        """Return the labels of the untrained models."""
        return [label for label in self.models.index if label not in self.trained]

    @functools.cached_property
    def _counted(self) -> dict:
        grouped = self.answers.groupby("label", sort=False)[list(MEASURES)]
        sums, counts = grouped.sum(), grouped.count()
        return {(label, name): rate(sums.at[label, name], counts.at[label, name]) for label in sums.index for name in MEASURES}

    def score(self, label: str, measure: str) -> dict:
        """Return {"rate", "n", "interval"}, counted from the verdicts; the rate of what was not measured is None."""
        return self._counted[label, measure]

    def ranked(self, measure: str) -> list[str]:
        """Return the labels, best first; models without this score come last."""
        names = self.models["name"]
        return sorted(self.models.index, key=lambda label: (-(self.score(label, measure)["rate"] or 0), not self.score(label, measure)["n"],
                                                            names[label]))  # fmt: skip

    def asked(self, label: str) -> pd.DataFrame:
        """Return the answers of one model."""
        return self._parts[label]

    @functools.cached_property
    def _parts(self) -> dict[str, pd.DataFrame]:
        return dict(iter(self.answers.groupby("label", sort=False)))

    def losses(self, label: str) -> list[dict]:
        """Return the logged losses of a model's training, read when they are asked for; [] if there are none."""
        model = self.models.loc[label]
        if not model["trained"]:
            return []
        if model["source"].is_file():
            logged = _dict(_dict(_json(model["source"])).get("curves")).get(model["model"])
        else:
            logged = _json(model["source"] / f"log_history_{model['model']}.json")
            logged = _json(model["source"] / "log_history.json") if logged is None and model["last"] else logged
        entries = [entry for entry in logged if isinstance(entry, dict)] if isinstance(logged, list) else []
        entries = [entry for entry in entries if is_number(entry.get("step"))]
        return [entry for entry in entries if is_number(entry.get("loss")) or is_number(entry.get("eval_loss"))]

    def texts(self, label: str) -> pd.DataFrame:
        """Return question, gold query and the model's query, by the key of the question; empty if they are not recorded."""
        model = self.models.loc[label]
        lines = _published_lines(model["source"]) if model["source"].is_file() else _lines(model["source"] / "predictions.jsonl")
        rows = [{"key": key, "question": line["question"], "sql": line["sql"], "answer": str(line.get(model["model"], ""))}
                for key, line in zip(_keys(lines), lines, strict=True) if key]  # fmt: skip
        return pd.DataFrame(rows, columns=["key", "question", "sql", "answer"]).drop_duplicates("key").set_index("key")


def rate(right: float, n: float) -> dict:
    """Return a rate as the other rooms write it: {"rate", "n", "interval"}."""
    right, n = int(right), int(n)
    return {"rate": right / n, "n": n, "interval": list(wilson_interval(right, n))} if n else {"rate": None, "n": 0, "interval": None}


def rate_text(score: object, rows: float = 0) -> str:
    """Write a rate with its interval, and of how many questions where they are fewer than `rows`; a dash if it was not measured."""
    ends = score.get("interval") if isinstance(score, dict) else None
    if not isinstance(ends, list | tuple) or len(ends) != 2 or not all(map(is_number, (*ends, score.get("rate"), score.get("n")))):
        return "-"
    low, high = ends
    return f"{score['rate']:.2f} [{low:.2f}, {high:.2f}]" + (f" of {score['n']}" if score["n"] < rows else "")


def read_results(runs_dir: str = "", own: Path | None = None) -> Results:
    """Read what there is to compare, and never stop at a damaged file.

    Args:
        runs_dir: a folder with runs or with published results, from the repository's root, the zip file of a run, or the name on the
            Hub of a model that a run shared; empty takes `runs/`, and the published results if no run there has a score.
        own: the folder of the run that asks, which is left out.

    Raises:
        UserError: the folder does not exist, or nothing there has a score.
    """
    places = (Path(runs_dir).expanduser(), project_root() / runs_dir)
    if runs_dir.count("/") != 1 and not any(place.exists() for place in places):
        raise UserError(f"runs_dir {runs_dir}: there is no such folder or zip file. Leave it empty to read runs/.")
    here = project_root() / (runs_dir or "runs")
    folder = here if not runs_dir or here.is_dir() else fetch_folder(runs_dir, "runs_dir", ("*.json",))
    found = [run for run in list_runs(folder) if own is None or run.folder.resolve() != Path(own).resolve()]
    models, others = _recorded(found, folder)
    said = f"read from {runs_dir or 'runs'}: {len(found)} runs, {len({model['source'] for model in models})} of them with scores"
    if not models and not (runs_dir and found):
        published = folder if runs_dir else project_root() / PUBLISHED
        models, spoiled = _published(published)
        others += spoiled
        where = published.relative_to(project_root()).as_posix() if published.is_relative_to(project_root()) else str(runs_dir)
        why = "" if runs_dir else "no run in runs/ has a score yet, so these are the published results, "
        said = f"{why}read from {where}: {len({model['source'] for model in models})} published runs"
    if not models:
        raise UserError(_nothing(runs_dir, others))
    return Results(*_frames(_once(models)), others, said)


def _nothing(runs_dir: str, others: list[dict]) -> str:
    if not others:
        return f"{runs_dir or 'runs/'} holds no run, and no published results. Make one: python -m helpers.run 01"
    shown = "; ".join(f"{other['run']} is {other['status']} ({other['message'][:100] or 'no message'})" for other in others[:3])
    more = f"; and {len(others) - 3} others" if len(others) > 3 else ""
    return (
        f"There is nothing to compare in {runs_dir or 'runs/'}: of {len(others)} runs or results, none has a score: {shown}{more}. "
        "Make a run with python -m helpers.run 01, or go on with one: python -m helpers.run --resume RUN"
    )


def _recorded(runs: list[RunRecord], root: Path) -> tuple[list[dict], list[dict]]:
    models, others = [], []
    for run in runs:
        place = run.folder.relative_to(root).as_posix() if run.folder.is_relative_to(root) else run.folder.name
        name = place if place not in (".", "") else run.folder.name
        status, message, new = run.status, str(run.record.get("message") or ""), []
        if status in SCORED:
            metrics = run.metrics
            try:
                lines = _lines(run.folder / "predictions.jsonl")
                new = _models(name, run.stem, run.record, metrics, run.record, lines, run.folder) if metrics.get("models") else []
                message = message or "names no model that it scored: it trains nothing, or is of an older version"
            except SPOILED:
                pass
            if not metrics or (metrics.get("models") and not new):
                status, message = "damaged", "metrics.json cannot be read"
        elif status == "damaged":
            message = "run.json cannot be read"
        models += new
        if not new:
            others.append({"run": name, "status": status, "message": message, "started": str(run.record.get("started", ""))})
    return models, others


def _published(root: Path) -> tuple[list[dict], list[dict]]:
    models, others = [], []
    for path in sorted(path for path in root.rglob("*.json") if ANSWERS not in path.parts):
        result, name = _dict(_json(path)), path.relative_to(root).with_suffix("").as_posix()
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


def _models(name: str, stem: str, record: dict, metrics: dict, costs: dict, lines: list, source: Path) -> list[dict]:
    """Return a dict a model of a run, with its `rows`. Raise one of `SPOILED` if the results are not of the expected form."""
    found, parameters = [], _dict(record.get("parameters"))
    for model in metrics["models"]:
        rows, last = metrics[model]["rows"], model == metrics["models"][-1]
        own = _dict(_dict(costs.get("arms")).get(model)) or (costs if last and not _untrained(model) else {})
        fits = len(lines) == len(rows)
        fits = fits and all(line.get("index", row["index"]) == row["index"] for line, row in zip(lines, rows, strict=True))
        keys = _keys(lines) if fits else [""] * len(rows)
        judged = [_row(row, key, line | {"reason": line.get(f"reason {model}")})
                  for row, key, line in zip(rows, keys, lines if fits else rows, strict=True)]  # fmt: skip
        if not judged:
            raise ValueError("a model without verdicts")
        model_id, data = str(parameters.get("model_id") or "-"), str(parameters.get("dataset_id") or "-")
        paid = {key: own[key] for key in COSTS if is_number(own.get(key))}
        found.append({
            "run": name, "name": f"{name} {model}", "model": model, "stem": str(stem), "trained": not _untrained(model), "last": last,
            "standin": model_id.startswith("standin/"), "model_id": model_id, "dataset_id": data,
            "device": str(record.get("device") or "-"), "sweep": str(record.get("sweep") or ""), "parameters": parameters,
            "train_rows": _train_rows(parameters, paid) if paid or last else None, **dict.fromkeys(COSTS), **paid,
            "source": source, "also": [],
            "wider": _dict(_dict(_dict(metrics.get("wider")).get("models")).get(model)), "rows": judged,
            "test_set": _digest(*sorted(keys)) if all(keys) else "",
        })  # fmt: skip
    return found


def _row(row: dict, key: str, line: dict) -> dict:
    about = {name: str(row.get(name) or line.get(name) or "-") for name in ABOUT}
    judged = {name: row.get(verdict) for name, (_, verdict) in MEASURES.items()}
    return {"key": key, **about, **{name: float(value) if isinstance(value, bool) else float("nan") for name, value in judged.items()}}


def _train_rows(parameters: dict, costs: dict) -> int | None:
    """Return how many examples a model was trained on; where the run took all of them, from its speed, time and epochs."""
    asked, epochs = parameters.get("train_examples"), parameters.get("num_epochs")
    if is_number(asked) and asked > 0:
        return int(asked)
    speed, seconds = costs.get("examples_a_second"), costs.get("training_seconds")
    counted = all(is_number(value) and value > 0 for value in (speed, seconds, epochs)) and parameters.get("max_steps", -1) == -1
    return round(speed * seconds / epochs) if counted else None


def _once(models: list[dict]) -> list[dict]:
    """Keep one of the untrained models that are the same model with the same verdicts on the same questions."""
    kept: dict[object, dict] = {}
    for model in models:
        alone = model["trained"] or not model["test_set"]
        rows = "" if alone else str(sorted((row["key"], *(row[name] for name in MEASURES)) for row in model["rows"]))
        first = kept.setdefault(id(model) if alone else (model["model"], model["stem"], model["model_id"], model["test_set"], rows), model)
        if first is not model:
            first["also"].append((model["name"], model["source"]))
    return list(kept.values())


def _frames(models: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give each model the shortest label that no other has, and each set of questions a letter: A has the most answers."""
    options = {}
    for model in models:
        parts = [part for part in model["run"].split("/") if part != model["stem"]]
        tails = [[], *(parts[-count:] for count in range(1, len(parts) + 1)), model["run"].split("/")]
        options[id(model)] = [" ".join([model["stem"][:2], *(["/".join(tail)] if tail else []), model["model"]]) for tail in tails]
    counts = Counter(label for labels in options.values() for label in set(labels))
    for model in models:
        model["label"] = next((label for label in options[id(model)] if counts[label] == 1), model["name"])
    answers = pd.DataFrame([{"label": model["label"], **row} for model in models for row in model.pop("rows")])
    frame = pd.DataFrame(models).set_index("label")
    frame["n"] = answers.groupby("label", sort=False).size()
    sets = frame["test_set"].where(frame["test_set"] != "", frame["source"].map(str))  # a file that does not say is a set of its own
    size = frame.groupby(sets).agg(total=("n", "sum"), name=("name", "min")).sort_values(["total", "name"], ascending=[False, True])
    frame["letter"] = sets.map({questions: _letters(number) for number, questions in enumerate(size.index)})
    return frame, answers


def _untrained(model: str) -> bool:
    return model.split(",")[0] == "base"  # also "base, 3 shots"


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


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
    found = _dict(_json(path.parent / ANSWERS / path.name))
    try:
        columns = {"db_id": found["db_id"], "question": found["question"], "sql": found["sql"], **found["predictions"]}
        columns |= {f"reason {model}": reasons for model, reasons in _dict(found.get("reasons")).items()}
        return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    except SPOILED:
        return []


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except SPOILED:
        return None


def _lines(path: Path) -> list[dict]:
    try:
        lines = files.read_lines(path)
    except SPOILED:
        return []
    return lines if all(isinstance(line, dict) for line in lines) else []


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()[:16]


def is_number(value: object) -> bool:
    """Say whether a value of a file is a finite number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value and abs(value) != float("inf")


def _dict(value: object) -> dict:
    return value if isinstance(value, dict) else {}
