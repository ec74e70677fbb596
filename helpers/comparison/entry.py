"""What is compared: one model of one finished run, read from run folders or, on a fresh clone, from the published results."""

import dataclasses
import functools
import hashlib
import json
from collections import Counter
from pathlib import Path

from helpers import files
from helpers.scoring.measures import MEASURES
from helpers.scoring.statistics import rate_with_interval

PUBLISHED = "figures/results"  # one file a run, as helpers/sharing/showcase.py writes them: <profile>/<stem>.json
ANSWERS = "answers"  # beside a results file, a folder with a file of the same name: questions, gold queries and predictions
COSTS = ("trainable_parameters", "training_seconds", "training_peak_gib", "examples_a_second", "tokens_a_second")
SPOILED = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)  # what a damaged file leads to


@dataclasses.dataclass(eq=False)
class Entry:
    """One model of one run. The untrained base of several runs, when it gives the same verdicts in all of them, is one entry."""

    run: str  # as a reader names it: 01_mistral_qlora/20260101-120000
    model: str
    stem: str
    record: dict  # profile, parameters, sweep, device
    costs: dict  # of training it; empty for a model that was not trained in this run
    rows: list[dict]  # a test question each: key (or ""), db_id, hardness, group, reason, and the verdicts
    source: Path  # the run's folder, or the results file
    last: bool = True  # the model that the run ends with
    also: list[str] = dataclasses.field(default_factory=list)  # the names of the models that are the same as this one
    also_in: list[Path] = dataclasses.field(default_factory=list)  # and their sources
    wider: dict = dataclasses.field(default_factory=dict)  # its rates on the test questions with other tables beside, by measure
    label: str = ""  # short, for figures
    letter: str = ""  # of its test set

    @property
    def name(self) -> str:
        """Return the name by which parameters call it."""
        return f"{self.run} {self.model}"

    @property
    def parameters(self) -> dict:
        """Return the run's parameters."""
        return as_dict(self.record.get("parameters"))

    @property
    def model_id(self) -> str:
        """Return the base model's name."""
        return str(self.parameters.get("model_id") or "-")

    @property
    def standin(self) -> bool:
        """Say whether a small embedded model stood in for the one that the notebook is about."""
        return self.model_id.startswith("standin/")

    @property
    def trained(self) -> bool:
        """Say whether it is more than the untrained base, which is also asked behind worked examples ("base, 3 shots")."""
        return self.model.partition(",")[0] != "base"

    @property
    def train_rows(self) -> int | None:
        """Return how many examples it was trained on; where the run took all of them, from its speed, time and epochs."""
        asked, epochs = self.parameters.get("train_examples"), self.parameters.get("num_epochs")
        if is_number(asked) and asked > 0:
            return int(asked)
        speed, seconds = self.costs.get("examples_a_second"), self.costs.get("training_seconds")
        counted = all(is_number(value) and value > 0 for value in (speed, seconds, epochs)) and self.parameters.get("max_steps", -1) == -1
        return round(speed * seconds / epochs) if counted else None

    @functools.cached_property
    def test_set(self) -> str:
        """Return a fingerprint of the questions, whatever their order; where they are not recorded, one that no other run has."""
        keys = sorted(row["key"] for row in self.rows)
        return _digest(*keys) if keys and all(keys) else ""

    @functools.cached_property
    def scores(self) -> dict[str, dict]:
        """Return {measure: {"rate", "n", "interval"}}, counted from the verdicts; the rate of what was not measured is None."""
        return {name: rate_with_interval([row[verdict] for row in self.rows]) for name, (_, verdict) in MEASURES.items()}

    def curve(self) -> list[dict]:
        """Return the logged losses of its training, read when they are asked for; [] if there are none."""
        if not self.trained:
            return []
        if self.source.is_file():
            logged = as_dict(as_dict(read_json(self.source)).get("curves")).get(self.model)
        else:
            logged = read_json(self.source / f"log_history_{self.model}.json")
            logged = read_json(self.source / "log_history.json") if logged is None and self.last else logged
        entries = [entry for entry in _list(logged) if isinstance(entry, dict) and is_number(entry.get("step"))]
        return [entry for entry in entries if is_number(entry.get("loss")) or is_number(entry.get("eval_loss"))]

    def texts(self) -> dict[str, dict[str, str]]:
        """Return {key of a question: {"question", "gold", "sql"}}, read when they are asked for; {} if they are not recorded."""
        lines = published_lines(self.source) if self.source.is_file() else read_lines(self.source / "predictions.jsonl")
        try:
            return {
                key: {"question": line["question"], "gold": line["sql"], "sql": str(line.get(self.model, ""))}
                for key, line in zip(question_keys(lines), lines, strict=True)
            }
        except SPOILED:
            return {}


def question_keys(lines: list[dict]) -> list[str]:
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


def published_lines(path: Path) -> list[dict]:
    """Return the questions and queries that stand beside a results file, one dict a question; [] if they do not."""
    found = as_dict(read_json(path.parent / ANSWERS / path.name))
    try:
        columns = {"db_id": found["db_id"], "question": found["question"], "sql": found["sql"], **found["predictions"]}
        columns |= {f"reason {model}": reasons for model, reasons in as_dict(found.get("reasons")).items()}
        return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    except SPOILED:
        return []


def read_json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def read_lines(path: Path) -> list[dict]:
    try:
        lines = files.read_lines(path)
    except (OSError, ValueError, RecursionError):
        return []
    return lines if all(isinstance(line, dict) for line in lines) else []


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()[:16]


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value and abs(value) != float("inf")


def as_dict(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list:
    return value if isinstance(value, list) else []
