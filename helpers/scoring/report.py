"""All scores of one set of predictions, in one call."""

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.scoring.rouge import rouge_means, rouge_scores
from helpers.scoring.statistics import rate_with_interval
from helpers.scoring.verdicts import FLOAT_TOLERANCE, Verdict, exact_verdicts, execution_verdicts, validity_verdicts

LEVELS = ["easy", "medium", "hard", "extra"]


def score_predictions(
    rows: Iterable[dict], predictions: Sequence[str], *, float_tolerance: float = FLOAT_TOLERANCE, workers: int = 0
) -> dict:
    """Score one prediction a row and return every rate with n and a 95 % interval, by hardness, and each row's verdicts.

    A row is a record with `question`, `schema` (CREATE statements), `sql`, and where known `db_id`, `database` (a path, or
    "") and `hardness`.

    - `exact_match`: the same text once normalized. Not Spider's exact set match.
    - `execution_accuracy`: the same rows on the row's database, DISTINCT kept, in order where the gold asks for one; None
      where no row has a database. Left out and counted: rows without one, and rows whose gold query fails.
    - `validity`: SQLite accepts the query on the database or on the schema's tables, with the classes of errors. Left out
      and counted: rows whose gold query it does not accept, because the schema lacks something.
    - `rouge`: means; a diagnostic that cannot see operators (`rouge_scores`).
    - `rows`: what each row got, with one sentence where it is wrong. Two runs' lists go into `statistics.mcnemar`.

    The result holds plain values only, for JSON, and is the same each time.
    Not covered: one database can agree by luck (`SELECT max(a)` and `SELECT a ... LIMIT 1` on one row); test suites see more.

    Raises:
        ValueError: there are not as many predictions as rows.
        UserError: a database is missing or damaged.
    """
    rows = list(rows)
    if len(rows) != len(predictions):
        raise ValueError(f"{len(predictions)} predictions for {len(rows)} rows: expected one each.")
    golds = [row["sql"] for row in rows]
    schemas = [row["schema"] for row in rows]
    databases = [row.get("database") or "" for row in rows]
    levels = [row.get("hardness") or "unknown" for row in rows]
    exact = exact_verdicts(predictions, golds, schemas)
    execution = execution_verdicts(predictions, golds, databases, float_tolerance=float_tolerance, workers=workers)
    validity = validity_verdicts(predictions, schemas, databases, golds, workers=workers)
    details = [
        {
            "index": index,
            "db_id": row.get("db_id", ""),
            "hardness": levels[index],
            "exact": exact[index],
            "execution": execution[index].right,
            "valid": validity[index].right,
            "reason": _reason(exact[index], execution[index], validity[index]),
        }
        for index, row in enumerate(rows)
    ]
    return {
        **_rates(exact, execution, validity, range(len(rows))),
        "rouge": rouge_means(rouge_scores(predictions, golds)),
        "by_hardness": {
            level: _rates(exact, execution, validity, [i for i, other in enumerate(levels) if other == level])
            for level in sorted(set(levels), key=lambda level: (LEVELS.index(level) if level in LEVELS else 9, level))
        },
        "rows": details,
    }


def _rates(exact: list[bool], execution: list[Verdict], validity: list[Verdict], indexes: Sequence[int]) -> dict:
    run, checked = [execution[i] for i in indexes], [validity[i] for i in indexes]
    without = sum(verdict.right is None and not verdict.error for verdict in run)
    errors = Counter(verdict.error for verdict in checked if verdict.right is False)
    return {
        "n": len(indexes),
        "exact_match": rate_with_interval([exact[i] for i in indexes]),
        "execution_accuracy": None
        if without == len(run)
        else {
            **rate_with_interval([verdict.right for verdict in run]),
            "golds_failed": sum(verdict.right is None and bool(verdict.error) for verdict in run),
            "without_database": without,
        },
        "validity": {
            **rate_with_interval([verdict.right for verdict in checked]),
            "golds_failed": sum(verdict.right is None and bool(verdict.error) for verdict in checked),
            "errors": dict(sorted(errors.items(), key=lambda item: (-item[1], item[0]))),
        },
    }


def _reason(exact: bool, execution: Verdict, validity: Verdict) -> str:
    """Say in one sentence what is wrong with a row, or nothing where it is right."""
    if execution.right or (execution.right is None and not execution.error and exact):
        return ""
    if execution.right is False or execution.error:
        return execution.reason
    if not validity.right:
        return validity.reason
    return "valid, but another text than the gold query, and there is no database to run both on"
