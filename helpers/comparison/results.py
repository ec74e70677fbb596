"""What is compared, in two tidy frames: a row a model of a run, and a row an answer. Read from run folders or published results."""

import functools
from collections import Counter
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

import pandas as pd

from helpers import UserError
from helpers.comparison.recorded import COSTS, from_published, from_runs
from helpers.files import as_dict, is_number, path_of, read_json
from helpers.files.packages import project_root
from helpers.runs import RunRecord, list_runs
from helpers.runs.fetch import fetch_folder
from helpers.scoring.measures import MEASURES
from helpers.scoring.statistics import rate_of

PUBLISHED = "figures/results"  # one file a run, as helpers/sharing/showcase.py writes them: <profile>/<stem>.json


@dataclass
class Results:
    """Hold the models of several runs and their answers.

    `models` has an index of short labels and the columns run, name, model, stem, trained, last, standin, model_id, dataset_id, device,
    sweep, parameters, train_rows, the names in `COSTS`, wider, source, also, test_set (a fingerprint of the questions) and letter.
    `answers` has the columns label, key, question, sql, answer (empty where they are not recorded), those in `ABOUT`, and one a
    measure: 1, 0, or NaN where an answer could not be judged.
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
        return list(self.models.index[~self.models["trained"]])

    @functools.cached_property
    def _by_label(self):
        return self.answers.groupby("label", sort=False)

    @functools.cached_property
    def _counted(self) -> pd.DataFrame:
        return self._by_label[list(MEASURES)].agg(["sum", "count"])

    def score(self, label: str, measure: str) -> dict:
        """Return {"rate", "n", "interval"}, counted from the verdicts; the rate of what was not measured is None."""
        return rate_of(int(self._counted.at[label, (measure, "sum")]), int(self._counted.at[label, (measure, "count")]))

    def ranked(self, measure: str) -> list[str]:
        """Return the labels, best first; models without this score come last."""
        scores = {label: self.score(label, measure) for label in self.models.index}
        return sorted(scores, key=lambda label: (-(scores[label]["rate"] or 0), not scores[label]["n"], self.models["name"][label]))

    def asked(self, label: str) -> pd.DataFrame:
        """Return the answers of one model."""
        return self._by_label.get_group(label)

    def losses(self, label: str) -> list[dict]:
        """Return the logged losses of a model's training, read when they are asked for; [] if there are none."""
        model = self.models.loc[label]
        if not model["trained"]:
            return []
        if model["source"].is_file():
            logged = as_dict(as_dict(read_json(model["source"])).get("curves")).get(model["model"])
        else:
            run = RunRecord(model["source"], model["stem"], "", {})
            logged = run.curve(model["model"]) if model["last"] else read_json(run.history_file(model["model"]))
        entries = map(as_dict, logged if isinstance(logged, list) else [])
        return [entry for entry in entries
                if is_number(entry.get("step")) and (is_number(entry.get("loss")) or is_number(entry.get("eval_loss")))]  # fmt: skip


def rate_text(score: object, rows: float = 0) -> str:
    """Write a rate with its interval, and of how many questions where they are fewer than `rows`; a dash if it was not measured."""
    ends = score.get("interval") if isinstance(score, dict) else None
    if not isinstance(ends, list | tuple) or len(ends) != 2 or not all(map(is_number, (*ends, score.get("rate"), score.get("n")))):
        return "-"
    low, high = ends
    return f"{score['rate']:.2f} [{low:.2f}, {high:.2f}]" + (f" of {score['n']}" if score["n"] < rows else "")


def number_text(value: object, digits: int = 0, unit: float = 1, other: str = "-") -> str:
    """Write a number of a record in a unit, such as 60 seconds; a dash, or `other`, where it is none."""
    return f"{value / unit:,.{digits}f}" if is_number(value) else other


def change_text(found: dict) -> str:
    """Write a paired difference with its interval, in points."""
    low, high = found["interval"]
    return f"{100 * found['difference']:+.1f} points [{100 * low:+.1f}, {100 * high:+.1f}]"


def read_results(runs_dir: str = "", own: Path | None = None) -> Results:
    """Read what there is to compare, without `own`, the folder of the run that asks, and never stop at a damaged file.

    `runs_dir` is a folder with runs or with published results, from the repository's root, the zip file of a run, or the name on the
    Hub of a model that a run shared; empty takes `runs/`, and the published results if no run there has a score.
    Raise UserError where the folder does not exist, or nothing there has a score.
    """
    places = (path_of(runs_dir, "runs_dir"), project_root() / runs_dir)
    if runs_dir.count("/") != 1 and not any(place.exists() for place in places):
        raise UserError(f"runs_dir {runs_dir}: there is no such folder or zip file. Leave it empty to read runs/.")
    here = project_root() / (runs_dir or "runs")
    folder = here if not runs_dir or here.is_dir() else fetch_folder(runs_dir, "runs_dir", ("*.json",))
    found = [run for run in list_runs(folder) if own is None or run.folder.resolve() != Path(own).resolve()]
    models, others = from_runs(found, folder)
    said = f"read from {runs_dir or 'runs'}: {len(found)} runs, {len({model['source'] for model in models})} of them with scores"
    if not models and not (runs_dir and found):
        published = folder if runs_dir else project_root() / PUBLISHED
        models, spoiled = from_published(published)
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


def _once(models: list[dict]) -> list[dict]:
    """Keep one of the untrained models that are the same model with the same verdicts on the same questions."""
    kept: dict[object, dict] = {}
    for model in models:
        same: object = id(model)
        if model["test_set"] and not model["trained"]:
            verdicts = str(sorted(map(itemgetter("key", *MEASURES), model["rows"])))
            same = (model["model"], model["stem"], model["model_id"], model["test_set"], verdicts)
        first = kept.setdefault(same, model)
        if first is not model:
            first["also"].append((model["name"], model["source"]))
    return list(kept.values())


def _frames(models: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give each model the shortest label that no other has, and each set of questions a letter: A has the most answers."""
    options = [_labels(model) for model in models]
    counts = Counter(label for labels in options for label in set(labels))
    alone = Counter(labels[0] for labels in options if len(labels) == 2)  # runs without a name of their own keep the shortest label
    for model, labels in zip(models, options, strict=True):
        shortest = labels[:1] if len(labels) == 2 and alone[labels[0]] == 1 else []
        model["label"] = next((label for label in labels if counts[label] == 1 or label in shortest), model["name"])
    answers = pd.DataFrame([{"label": model["label"], **row} for model in models for row in model.pop("rows")])
    frame = pd.DataFrame(models).set_index("label").astype(dict.fromkeys(COSTS, float))  # not recorded is NaN, also where none is
    frame["n"] = answers.groupby("label", sort=False).size()
    sets = frame["test_set"].where(frame["test_set"] != "", frame["source"].map(str))  # a file that does not say is a set of its own
    size = frame.groupby(sets).agg(total=("n", "sum"), name=("name", "min")).sort_values(["total", "name"], ascending=[False, True])
    frame["letter"] = sets.map({questions: _letters(number) for number, questions in enumerate(size.index)})
    return frame, answers


def _labels(model: dict) -> list[str]:
    """Return names for a model, the shortest first: its notebook's number, more and more of its run's path, and which model it is."""
    parts = [part for part in model["run"].split("/") if part != model["stem"]]
    tails = [[], *(parts[-count:] for count in range(1, len(parts) + 1)), model["run"].split("/")]
    return [" ".join(filter(None, [model["stem"][:2], "/".join(tail), model["model"]])) for tail in tails]


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
