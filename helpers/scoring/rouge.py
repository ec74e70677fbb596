"""ROUGE between queries: a diagnostic, not a score."""

from collections.abc import Sequence

from helpers.scoring.execution.sandbox import MAX_SQL
from helpers.scoring.statistics import mean_with_interval

KINDS = ["rouge1", "rouge2", "rougeL", "rougeLsum"]


def rouge_scores(predictions: Sequence[str], references: Sequence[str]) -> list[dict[str, float]]:
    """Return the F measures of ROUGE-1, 2, L and Lsum for each pair of texts, between 0 and 1.

    Shown because published recipes report it; it is no measure of correct SQL. It compares the words of two texts and
    drops everything else, so it cannot see operators: the opposite condition scores 1.0. It counts a correct query in
    other words as wrong. A text that is too long to be run counts as empty.
    Source: Lin (2004), ROUGE: A Package for Automatic Evaluation of Summaries; computed by rouge-score, without stemming.

    >>> rouge_scores(["SELECT count(*) FROM head WHERE age > 56"], ["SELECT count(*) FROM head WHERE age < 56"])[0]["rougeL"]
    1.0
    """
    from rouge_score.rouge_scorer import RougeScorer  # imports nltk, in a second

    scorer = RougeScorer(KINDS)
    pairs = (["" if len(sql) > MAX_SQL else sql for sql in pair] for pair in zip(references, predictions, strict=True))
    return [{kind: score.fmeasure for kind, score in scorer.score(*pair).items()} for pair in pairs]


def rouge_means(scores: Sequence[dict[str, float]]) -> dict[str, dict]:
    """Average what `rouge_scores` returns: {kind: {"mean", "n", "interval"}}; None for what there is nothing to average of."""
    return {kind: mean_with_interval([score[kind] for score in scores]) for kind in KINDS}


def loved_and_wrong(rows: Sequence[dict], predictions: Sequence[str], report: dict) -> list[dict]:
    """Return the predictions with a ROUGE-L above 0.9 that are wrong when they are run, by their report, the highest first."""
    scores = rouge_scores(predictions, [row["sql"] for row in rows])
    found = [
        {"ROUGE-L": round(score["rougeL"], 3), "question": row["question"], "gold": row["sql"], "predicted": sql, "why": own["reason"]}
        for row, sql, score, own in zip(rows, predictions, scores, report["rows"], strict=True)
        if score["rougeL"] > 0.9 and (own["execution"] is False or own.get("test_suite") is False)
    ]
    return sorted(found, key=lambda row: -row["ROUGE-L"])
