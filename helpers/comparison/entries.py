"""Read everything that can be compared: run folders or, on a fresh clone, the published results."""

from collections import Counter
from pathlib import Path

from helpers import UserError
from helpers.comparison.entry import (
    ANSWERS,
    COSTS,
    SPOILED,
    Entry,
    as_dict,
    is_number,
    published_lines,
    question_keys,
    read_json,
    read_lines,
)
from helpers.hosts import project_root
from helpers.runs import SCORED, RunRecord, list_runs
from helpers.runs.fetch import fetch_folder
from helpers.scoring.measures import MEASURES

PUBLISHED = "figures/results"  # one file a run, as helpers/sharing/showcase.py writes them: <profile>/<stem>.json


def read_entries(runs_dir: str = "", own: Path | None = None) -> tuple[list[Entry], list[dict], str]:
    """Read what there is to compare, and never stop at a damaged file.

    Args:
        runs_dir: a folder with runs or with published results, from the repository's root, the zip file of a run, or the name on the
            Hub of a model that a run shared; empty takes `runs/`, and the published
            results if no run there has a score.
        own: the folder of the run that asks, which is left out.

    Returns:
        the entries, the runs that have no score (run, status, message, started), and a sentence that says what was read.

    Raises:
        UserError: the folder does not exist, or nothing there has a score.
    """
    places = (Path(runs_dir).expanduser(), project_root() / runs_dir)
    if runs_dir.count("/") != 1 and not any(place.exists() for place in places):
        raise UserError(f"runs_dir {runs_dir}: there is no such folder or zip file. Leave it empty to read runs/.")
    here = project_root() / (runs_dir or "runs")
    folder = here if not runs_dir or here.is_dir() else fetch_folder(runs_dir, "runs_dir", ("*.json",))
    found = [run for run in list_runs(folder) if own is None or run.folder.resolve() != Path(own).resolve()]
    entries, others = _recorded(found, folder)
    what = f"read from {runs_dir or 'runs'}: {len(found)} runs, {len({entry.source for entry in entries})} of them with scores"
    if not entries and not (runs_dir and found):
        published = folder if runs_dir else project_root() / PUBLISHED
        entries, spoiled = _published(published)
        others += spoiled
        where = published.relative_to(project_root()).as_posix() if published.is_relative_to(project_root()) else str(runs_dir)
        why = "" if runs_dir else "no run in runs/ has a score yet, so these are the published results, "
        what = f"{why}read from {where}: {len({entry.source for entry in entries})} published runs"
    if not entries and not others:
        raise UserError(f"{runs_dir or 'runs/'} holds no run, and no published results. Make one: python -m helpers.run 01")
    if not entries:
        shown = "; ".join(f"{other['run']} is {other['status']} ({other['message'][:100] or 'no message'})" for other in others[:3])
        more = f"; and {len(others) - 3} others" if len(others) > 3 else ""
        raise UserError(
            f"There is nothing to compare in {runs_dir or 'runs/'}: of {len(others)} runs or results, none has a score: {shown}{more}. "
            "Make a run with python -m helpers.run 01, or go on with one: python -m helpers.run --resume RUN"
        )
    _label(entries := _once(entries))
    return entries, others, what


def _recorded(runs: list[RunRecord], root: Path) -> tuple[list[Entry], list[dict]]:
    entries, others = [], []
    for run in runs:
        place = run.folder.relative_to(root).as_posix() if run.folder.is_relative_to(root) else run.folder.name
        name = place if place not in (".", "") else run.folder.name
        status, message, new = run.status, str(run.record.get("message") or ""), []
        if status in SCORED:
            metrics = run.metrics
            lines = read_lines(run.predictions_file()) if metrics.get("models") else []
            try:
                new = _models(name, run.stem, run.record, metrics, run.record, lines, run.folder) if metrics.get("models") else []
                message = message or "names no model that it scored: it trains nothing, or is of an older version"
            except SPOILED:
                new = []
            if not metrics or (metrics.get("models") and not new):
                status, message = "damaged", "metrics.json cannot be read"
        elif status == "damaged":
            message = "run.json cannot be read"
        entries += new
        if not new:
            others.append({"run": name, "status": status, "message": message, "started": str(run.record.get("started", ""))})
    return entries, others


def _published(root: Path) -> tuple[list[Entry], list[dict]]:
    entries, others = [], []
    for path in sorted(path for path in root.rglob("*.json") if path.parent.name != ANSWERS and ANSWERS not in path.parts[:-1]):
        result, name = as_dict(read_json(path)), path.relative_to(root).with_suffix("").as_posix()
        if result and not result.get("scores"):
            continue  # nothing was trained there
        try:
            costs = result["costs"]
            reports = {model: {"rows": [{**row, **row[model]} for row in result["rows"]]} for model in result["scores"]}
            name += f"/{result['arm']}" if result.get("arm") and result["arm"] not in name else ""  # one of an experiment's runs
            metrics = {"models": list(reports), **reports, "wider": result.get("wider")}
            entries += _models(name, result["stem"], result, metrics, costs, published_lines(path), path)
        except SPOILED:
            others.append({"run": name, "status": "damaged", "message": "the results file cannot be read", "started": ""})
    return entries, others


def _models(name: str, stem: str, record: dict, metrics: dict, costs: dict, lines: list, source: Path) -> list[Entry]:
    """Make an entry of each model of a run. Raise one of `SPOILED` if its results are not of the expected form."""
    models, arms, entries = metrics["models"], as_dict(costs.get("arms")), []
    for model in models:
        own = as_dict(arms.get(model)) or (costs if model == models[-1] and model != "base" else {})
        rows = metrics[model]["rows"]
        fits = len(lines) == len(rows)
        fits = fits and all(line.get("index", row["index"]) == row["index"] for line, row in zip(lines, rows, strict=True))
        keys = question_keys(lines) if fits else [""] * len(rows)
        entries.append(Entry(
            name, model, str(stem), {key: record.get(key) for key in ("profile", "parameters", "sweep", "device")},
            {key: own[key] for key in COSTS if is_number(own.get(key))},
            [
                _row(row, key, line | {"reason": line.get(f"reason {model}")})
                for row, key, line in zip(rows, keys, lines if fits else rows, strict=True)
            ],
            source, model == models[-1], wider=as_dict(as_dict(as_dict(metrics.get("wider")).get("models")).get(model)),
        ))  # fmt: skip
        if not rows:
            raise ValueError("a model without verdicts")
    return entries


def _row(row: dict, key: str, line: dict) -> dict:
    about = {name: str(row.get(name) or line.get(name) or "-") for name in ("db_id", "hardness", "group", "reason")}
    return {"key": key, **about, **{name: row.get(name) if isinstance(row.get(name), bool) else None for _, name in MEASURES.values()}}


def _once(entries: list[Entry]) -> list[Entry]:
    """Keep one of the untrained models that are the same model with the same verdicts on the same questions."""
    kept: dict[object, Entry] = {}
    for entry in entries:
        rows = sorted((row["key"], *(row[verdict] for _, verdict in MEASURES.values())) for row in entry.rows) if not entry.trained else []
        same = entry.stem, entry.model_id, entry.test_set, str(rows)
        first = kept.setdefault(id(entry) if entry.trained or not entry.test_set else same, entry)
        if first is not entry:
            first.also.append(entry.name)
            first.also_in.append(entry.source)
    return list(kept.values())


def _label(entries: list[Entry]) -> None:
    """Give each entry the shortest label that no other has: `01 tuned`, else with the last parts of the run's name."""
    options = {}
    for entry in entries:
        parts = [part for part in entry.run.split("/") if part != entry.stem]
        tails = [[], *(parts[-count:] for count in range(1, len(parts) + 1)), entry.run.split("/")]
        options[id(entry)] = [" ".join([entry.stem[:2], *(["/".join(tail)] if tail else []), entry.model]) for tail in tails]
    counts = Counter(label for labels in options.values() for label in set(labels))
    for entry in entries:
        entry.label = next((label for label in options[id(entry)] if counts[label] == 1), entry.name)
