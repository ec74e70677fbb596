"""All scores of one set of predictions, in one call."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from helpers.scoring.execution.verdict import UNREAD, Verdict
from helpers.scoring.measures import schema_use
from helpers.scoring.rouge import rouge_means, rouge_scores
from helpers.scoring.spider.exact_match import Match, exact_set_match
from helpers.scoring.spider.hardness import easy_first
from helpers.scoring.spider.official import KEPT, Rules
from helpers.scoring.spider.parse import Schema
from helpers.scoring.statistics import rate_with_interval
from helpers.scoring.verdicts import exact_verdicts, generated_verdicts, suite_verdicts, validity_verdicts

UNJUDGED = "unjudged"  # the class of a prediction in another dialect that has no equal here
LEFT_OUT = "left out"  # the class of a row whose gold query is at fault, by a rule that the caller has printed

_EVERY = 5.0  # seconds between two lines of progress
_BATCH = 50  # rows whose databases lie on the disk at one time
_UNKNOWN = re.compile(r"no such (table|column): (.+)")

Progress = Callable[[str, int, int], None]  # what is run, how many are done, of how many


def score_predictions(
    rows: Iterable[dict],
    predictions: Sequence[str],
    *,
    rules: Rules = KEPT,
    generate: bool = False,
    folder: Path | str | None = None,
    workers: int = 0,
    progress: Progress = lambda *_: None,
    unjudged: Sequence[str] = (),
    left_out: Sequence[str] = (),
    diagnostics: bool = True,
) -> dict:
    """Score one prediction a row and return every rate with n and a 95 % interval, by hardness, and each row's verdicts.

    A row is a record with `question`, `schema` (CREATE statements), `sql`, and where known `db_id`, `database` (a path, or
    ""), `hardness`, `suite` (the files of a test suite) and `entry` (the database's, of Spider's tables.json).

    - `exact_match`: the same text once normalized. Not Spider's exact set match.
    - `spider_em`: Spider's exact set match; only where rows have an `entry`.
    - `execution_accuracy`: the same rows on the row's database; None where no row has a database. Left out and counted: rows
      without one, and rows whose gold query fails. A query that reads no table, such as `SELECT 1`, is right only where the
      gold reads none either, except by official rules; `read_no_table` counts those that would have been right by luck.
    - `test_suite`: the same rows on every file of the row's `suite`; only where rows have one. With `generate`, rows without
      files are judged on databases made from the gold query (`generated.verdicts`) and on their own where they have one; `generated`
      counts these databases and the mutants of the golds that they tell from them. They are kept in `folder` for a next call.
    - `validity`: SQLite accepts the query on the database or on the schema's tables, with the classes of errors. Left out
      and counted: rows whose gold query it does not accept, because the schema lacks something. `hallucinated` counts the
      rows in which SQLite first stumbles over a table or a column that does not exist. Not covered: a second such name in the
      same query, and a column in double quotes, which SQLite takes for a string.
    - `schema_use`: which of the tables that they are shown the answers use, and the gold queries do not (`measures.schema_use`).
    - `unjudged`: one text a row where given: why a prediction cannot be run here, though it may be right in its own SQL dialect.
      Such rows are left out of the three rates above, and counted there under `unjudged`.
    - `left_out`: one text a row where given: what is wrong with its gold query (`audit`). Such rows are counted and left out alike.
    - `rouge`: means; a diagnostic that cannot see operators (`rouge_scores`), left out without `diagnostics`.
    - `rows`: what each row got, with one sentence where it is wrong. Two runs' lists go into `statistics.mcnemar`.

    Without `rules`, DISTINCT is kept, and rows come in order where the gold asks for one. The result holds plain values only,
    for JSON, and is the same each time. `progress` is told what is run, and how far it is.
    Not covered: one database can agree by luck (`SELECT max(a)` and `SELECT a ... LIMIT 1` on one row); test suites see more. Raise
    ValueError where there are not as many predictions as rows, UserError where a database is missing or damaged.
    """
    rows = list(rows)
    if len(rows) != len(predictions):
        raise ValueError(f"{len(predictions)} predictions for {len(rows)} rows: expected one each.")
    golds, schemas = [row["sql"] for row in rows], [row["schema"] for row in rows]
    databases, suites = [row.get("database") or "" for row in rows], [row.get("suite") or () for row in rows]
    levels = [row.get("hardness") or "unknown" for row in rows]
    running = {"rules": rules, "workers": workers}
    rouge = rouge_means(rouge_scores(predictions, golds)) if diagnostics else {}
    verdicts = {"exact": [Verdict(same) for same in exact_verdicts(predictions, golds, schemas)]}
    matches = _spider(golds, predictions, rows) if any(row.get("entry") for row in rows) else []
    if matches:
        verdicts["spider_em"] = [Verdict(match and match.exact) for match in matches]
    alone = [[database] if database else [] for database in databases]
    verdicts["execution"] = suite_verdicts(predictions, golds, alone, **running, progress=partial(progress, "execution"))
    if generate or any(suites):
        verdicts["test_suite"] = suite_verdicts(predictions, golds, suites, **running, progress=partial(progress, "test suite"))
    generated = _judge_generated(verdicts, rows, predictions, running, folder, progress) if generate else None
    verdicts["valid"] = validity_verdicts(predictions, schemas, databases, golds, workers=workers)
    _set_aside(verdicts, unjudged, "cannot be brought to SQLite: ", UNJUDGED)
    _set_aside(verdicts, left_out, "", LEFT_OUT)
    members = {level: [i for i, other in enumerate(levels) if other == level] for level in easy_first(sorted(levels))}
    judged = [dict(zip(verdicts, row, strict=True)) for row in zip(*verdicts.values(), strict=True)]
    return {
        **_rates(verdicts, range(len(rows))),
        **({"generated": generated} if generate else {}),
        "schema_use": schema_use(golds, predictions, schemas, [match and match.tables for match in matches]),
        "rouge": rouge,
        "by_hardness": {level: _rates(verdicts, indexes) for level, indexes in members.items()},
        "rows": [
            {
                "index": index,
                "db_id": row.get("db_id", ""),
                "hardness": levels[index],
                **({"parsed": matches[index] and matches[index].parsed} if matches else {}),
                **{name: verdict.right for name, verdict in own.items()},
                "reason": _reason(own),
            }
            for index, (row, own) in enumerate(zip(rows, judged, strict=True))
        ],
    }


def _set_aside(verdicts: dict[str, list[Verdict]], reasons: Sequence[str], said: str, error: str) -> None:
    """Leave rows with a reason out of the rates of what is run, in place; an `unjudged` one that ran and is right stays."""
    for index, reason in enumerate(reasons):
        for name in {"execution", "test_suite", "valid"} & verdicts.keys() if reason else ():
            known = verdicts[name][index]
            if (known.right is not None or known.error) and (error == LEFT_OUT or not known.right):
                verdicts[name][index] = Verdict(None, said + reason, error)


def _spider(golds: Sequence[str], predictions: Sequence[str], rows: Sequence[dict]) -> list[Match | None]:
    """Return what Spider's exact set match says of each row that has an entry."""
    entries = {id(row["entry"]): row["entry"] for row in rows if row.get("entry")}
    schemas = {key: Schema(entry) for key, entry in entries.items()}
    return [
        exact_set_match(gold, sql, schemas[id(row["entry"])]) if row.get("entry") else None
        for gold, sql, row in zip(golds, predictions, rows, strict=True)
    ]


def _judge_generated(
    verdicts: dict[str, list[Verdict]], rows: Sequence[dict], predictions: Sequence[str], running: dict, folder: Path | str | None,
    progress: Progress,
) -> dict:  # fmt: skip
    """Judge the rows without suite files on databases made from their gold queries, and on their own where they have one.

    Where none can be made, a row's own database is a suite of one. Returns what is known of the generated ones.
    """
    bare = [i for i, row in enumerate(rows) if not row.get("suite")]
    known = {"rows": len(bare), "own_database_only": 0, "databases": 0, "mutants": 0, "killed": 0}
    for start in range(0, len(bare), _BATCH):
        batch = bare[start : start + _BATCH]
        texts = [predictions[i] for i in batch], [rows[i]["sql"] for i in batch], [rows[i]["schema"] for i in batch]
        found, suites = generated_verdicts(*texts, **running, folder=folder)
        for i, verdict, suite in zip(batch, found, suites, strict=True):
            own = verdicts["execution"][i]
            alone = bool(suite.fault) and own.right is not None
            known["own_database_only"] += alone
            known["databases"] += len(suite.seeds)
            known["mutants"] += suite.mutants
            known["killed"] += suite.killed
            verdicts["test_suite"][i] = own if alone or own.right is False or own.error else verdict
        progress("generated databases", start + len(batch), len(bare))
    return known


def _rates(verdicts: dict[str, list[Verdict]], indexes: Sequence[int]) -> dict:
    own = {name: [found[i] for i in indexes] for name, found in verdicts.items()}
    checked = [verdict for verdict in own["valid"] if verdict.right is False]
    unknown = [found.groups() for verdict in checked if (found := _UNKNOWN.match(verdict.reason))]
    rates = {name: rate_with_interval([verdict.right for verdict in found]) for name, found in own.items()}
    return {
        "n": len(indexes),
        "exact_match": rates["exact"],
        **({"spider_em": rates["spider_em"]} if "spider_em" in own else {}),
        "execution_accuracy": _run_rate(own["execution"]),
        **({"test_suite": _run_rate(own["test_suite"])} if "test_suite" in own else {}),
        "validity": {
            **rates["valid"],
            **_left_out(own["valid"]),
            "errors": dict(Counter(sorted(verdict.error for verdict in checked)).most_common()),
            "hallucinated": {
                "tables": sum(kind == "table" for kind, _ in unknown),
                "columns": sum(kind == "column" for kind, _ in unknown),
                "names": dict(Counter(sorted(name for _, name in unknown)).most_common(10)),
            },
        },
    }


def _run_rate(verdicts: list[Verdict]) -> dict | None:
    """Return the rate of queries that were run, and how many could not be; None where none had a database."""
    without = sum(verdict.right is None and not verdict.error for verdict in verdicts)
    if without == len(verdicts):
        return None
    return {
        **rate_with_interval([verdict.right for verdict in verdicts]),
        **_left_out(verdicts),
        "without_database": without,
        "read_no_table": sum(verdict.error == UNREAD for verdict in verdicts),
    }


def _left_out(verdicts: list[Verdict]) -> dict[str, int]:
    """Count the gold queries that fail and, if there are any, the predictions that cannot be brought to SQLite."""
    errors = [verdict.error for verdict in verdicts if verdict.right is None and verdict.error]
    others = {name: count for name, error in (("unjudged", UNJUDGED), ("left_out", LEFT_OUT)) if (count := errors.count(error))}
    return {"golds_failed": len(errors) - sum(others.values()), **others}


def _reason(verdicts: dict[str, Verdict]) -> str:
    """Say in one sentence what is wrong with a row, or nothing where it is right."""
    run = [verdicts[name] for name in ("execution", "test_suite") if name in verdicts]
    for verdict in run:
        if verdict.right is False or verdict.error:
            return verdict.reason
    if any(verdict.right for verdict in run) or verdicts["exact"].right:
        return ""
    if not verdicts["valid"].right:
        return verdicts["valid"].reason
    return "valid, but another text than the gold query, and there is no database to run both on"


def progress_lines(clock: Callable[[], float]) -> Progress:
    """Return a `progress` that prints a line every few seconds to standard error."""
    last = clock()

    def report(name: str, done: int, total: int) -> None:
        nonlocal last
        if clock() - last >= _EVERY:
            last = clock()
            print(f"{name}: {done:,} of {total:,} gold queries", file=sys.stderr, flush=True)

    return report
