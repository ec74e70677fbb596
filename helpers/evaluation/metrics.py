"""The scores as `evaluate.Metric` classes, which need no Hub and no network and leave no files.

Importing `evaluate` takes seconds, and it imports transformers where that is installed; `report.py` gives the same numbers
without it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import evaluate
from datasets import Features, Value

from helpers.scoring.execution.verdict import FLOAT_TOLERANCE, Verdict
from helpers.scoring.rouge import rouge_means, rouge_scores
from helpers.scoring.spider.exact_match import exact_set_match
from helpers.scoring.spider.official import KEPT, Rules
from helpers.scoring.statistics import rate_with_interval
from helpers.scoring.verdicts import exact_verdicts, generated_verdicts, suite_verdicts, validity_verdicts

Place = str | Path | Sequence[str | Path]


class _Metric(evaluate.Metric):
    """Keep inputs in memory: evaluate's files go to the home folder, where two processes may meet, or none may write."""

    inputs = ("predictions", "references")

    def __init__(self, *args: object, **kwargs: object) -> None:
        if kwargs.get("num_process", 1) == 1:
            kwargs.setdefault("keep_in_memory", True)
        self._in_memory = bool(kwargs.get("keep_in_memory"))
        super().__init__(*args, **kwargs)

    def _build_data_dir(self) -> str:
        return "" if self._in_memory else super()._build_data_dir()

    def _info(self) -> evaluate.MetricInfo:
        texts, about = Features({name: Value("string") for name in self.inputs}), type(self).__doc__
        return evaluate.MetricInfo(description=about, citation="", inputs_description=about, features=texts)


class NormalizedExactMatch(_Metric):
    """Share of predictions that are the reference's text once both are normalized (`normalize_sql`).

    `compute(predictions=[...], references=[...])`, optionally `schemas=[...]` with CREATE statements, which tell strings in
    double quotes from columns. Not Spider's exact set match, and a correct query in other words counts as wrong.

    >>> NormalizedExactMatch().compute(predictions=["select a from T"], references=["SELECT a FROM t;"])["exact_match"]
    1.0
    """

    def _compute(self, predictions: list[str], references: list[str], schemas: str | Sequence[str] = "") -> dict:
        return _named("exact_match", exact_verdicts(predictions, references, _each(schemas, predictions)))


class ExecutionAccuracy(_Metric):
    """Share of predictions that return what the reference returns, on the row's SQLite file.

    `compute(predictions=[...], references=[...], databases=[...])`, or one database for all. Rows whose reference fails are left out
    and counted (`golds_failed`); their verdict is None. Options: `float_tolerance`, relative, 0 for the official rule; `workers`.
    """

    def _compute(
        self, predictions: list[str], references: list[str], databases: Place, float_tolerance: float = FLOAT_TOLERANCE, workers: int = 0
    ) -> dict:
        rules = replace(KEPT, float_tolerance=float_tolerance)
        places = [[place] if place else [] for place in _each(databases, predictions)]
        return _run("execution_accuracy", suite_verdicts(predictions, references, places, rules=rules, workers=workers))


class SuiteAccuracy(_Metric):
    """Test-suite accuracy: share of predictions that return what the reference returns on every file of the row's suite.

    `compute(predictions=[...], references=[...], suites=[[...], ...])`, `suite_files` finds a suite's files. `rules` says how
    statements are read and compared (`official.Rules`); without it DISTINCT is kept, which the official default does not.
    """

    def _compute(self, predictions: list[str], references: list[str], suites: Sequence[Sequence[Place]], rules: Rules = KEPT, **options):
        return _run("test_suite", suite_verdicts(predictions, references, suites, rules=rules, **options))


class GeneratedSuiteAccuracy(_Metric):
    """Test-suite accuracy on databases made from each reference, for data sets that ship none.

    `compute(predictions=[...], references=[...], schemas=[...])` with CREATE statements. `golds_failed` counts references
    that cannot be judged; `mutants` and `killed` say how many small changes of the references the databases tell apart.
    """

    def _compute(self, predictions: list[str], references: list[str], schemas: str | Sequence[str], workers: int = 0) -> dict:
        verdicts, suites = generated_verdicts(predictions, references, _each(schemas, predictions), workers=workers)
        counts = {name: sum(getattr(suite, name) for suite in suites) for name in ("mutants", "killed")}
        return _run("test_suite", verdicts) | counts


class SpiderExactMatch(_Metric):
    """Spider's exact set match: clause by clause, without values; its documented oddities included (`spider_exact`).

    `compute(predictions=[...], references=[...], entries=[...])`, one entry of tables.json a row. `parsed` is the share of
    predictions that Spider's grammar can read, `partial` each row's scores by component.
    """

    def _compute(self, predictions: list[str], references: list[str], entries: Sequence[dict]) -> dict:
        matches = [exact_set_match(gold, sql, entry) for gold, sql, entry in zip(references, predictions, entries, strict=True)]
        parsed = rate_with_interval([match.parsed for match in matches])["rate"]
        return _named("spider_em", [match.exact for match in matches]) | {"parsed": parsed, "partial": [match.partial for match in matches]}


class Validity(_Metric):
    """Share of predictions that SQLite accepts, compiled and not run, with the classes of errors.

    `compute(predictions=[...], schemas=[...])` with CREATE statements, or `databases=[...]` with SQLite files; one value
    serves all rows. Rows whose CREATE statements fail are left out and counted (`schemas_failed`).
    """

    inputs = ("predictions",)

    def _compute(self, predictions: list[str], schemas: str | Sequence[str] = "", databases: Place = "", workers: int = 0) -> dict:
        if not schemas and not databases:
            raise ValueError("Neither schemas nor databases: validity is asked of tables. Give one of them.")
        verdicts = validity_verdicts(predictions, _each(schemas, predictions), _each(databases, predictions), workers=workers)
        errors = Counter(sorted(verdict.error for verdict in verdicts if verdict.right is False))
        right = [verdict.right for verdict in verdicts]
        return _named("validity", right) | {"errors": dict(errors.most_common()), "schemas_failed": right.count(None)}


class Rouge(_Metric):
    """Means of ROUGE-1, 2, L and Lsum: a diagnostic. It cannot see operators, so opposite queries can score 1.0.

    The interval is that of ROUGE-L's mean, and the verdicts are each row's ROUGE-L.

    >>> Rouge().compute(predictions=["SELECT a FROM t WHERE age > 56"], references=["SELECT a FROM t WHERE age < 56"])["rougeL"]
    1.0
    """

    def _compute(self, predictions: list[str], references: list[str]) -> dict:
        scores = rouge_scores(predictions, references)
        means = rouge_means(scores)
        rates = {kind: mean["mean"] for kind, mean in means.items()}
        return {**rates, "n": len(scores), "interval": means["rougeL"]["interval"], "verdicts": [score["rougeL"] for score in scores]}


def _each(value: Place, predictions: Sequence[str]) -> Sequence[str | Path]:
    """Give each row its value: one for all, or one a row."""
    return [value] * len(predictions) if isinstance(value, (str, Path)) else value


def _run(name: str, verdicts: list[Verdict]) -> dict:
    failed = sum(verdict.right is None and bool(verdict.error) for verdict in verdicts)
    return _named(name, [verdict.right for verdict in verdicts]) | {"golds_failed": failed}


def _named(name: str, verdicts: list[bool | None]) -> dict:
    scores = rate_with_interval(verdicts)
    return {name: scores["rate"], "n": scores["n"], "interval": scores["interval"], "verdicts": verdicts}
