"""Two reports side by side: one headline, a table, rates by group, a paired test, the failures."""

from collections.abc import Sequence

from helpers.scoring.statistics import mcnemar, paired_difference, rate_with_interval

# measure: its name for readers, and the key of its verdict in a report's rows; the first that was measured is the headline.
MEASURES = {
    "test_suite": ("test suite accuracy", "test_suite"),
    "execution_accuracy": ("execution accuracy", "execution"),
    "exact_match": ("exact match", "exact"),
    "spider_em": ("Spider's exact set match", "spider_em"),
    "validity": ("valid", "valid"),
}

BESIDE = "other tables beside"  # how the test questions with wider schemas are called, in tables, figures and cards
NEEDLESS = "uses a table that the gold query does not"  # a fault: of a model that joins whatever it is shown
OPTIONAL = ("test_suite", "spider_em")  # measured only where rows come with suites, or with entries of Spider's tables.json


def headline(report: dict) -> dict:
    """Return the score that stands for a report: test suite accuracy, else execution accuracy, else exact match.

    Returns:
        {"measure": key, "name": for readers, "rate": share of 1, "interval": [low, high], "n": rows}
    """
    names = ("test_suite", "execution_accuracy", "exact_match")
    measure = next((name for name in names if report.get(name) and report[name]["rate"] is not None), "exact_match")
    score = report[measure]
    return {"measure": measure, "name": MEASURES[measure][0], **{key: score[key] for key in ("rate", "interval", "n")}}


def verdicts(report: dict, measure: str) -> list[bool | None]:
    """Return one verdict a row; None where a row could not be judged (no database, or a gold query that fails)."""
    return [row[MEASURES[measure][1]] for row in report["rows"]]


def compare(before: dict, after: dict) -> dict:
    """Compare two reports on the same rows, in pairs, by their headline measure.

    Returns:
        difference and its 95 % interval, gained and lost rows (indexes), McNemar's exact p value, and a sentence that says it.

    Raises:
        ValueError: the reports are not about the same rows.
    """
    if len(before["rows"]) != len(after["rows"]):
        raise ValueError(f"cannot pair {len(before['rows'])} rows with {len(after['rows'])}")
    measure = headline(after)["measure"]
    pairs = [
        (index, bool(old), bool(new))
        for index, (old, new) in enumerate(zip(verdicts(before, measure), verdicts(after, measure), strict=True))
        if old is not None and new is not None
    ]
    old, new = [pair[1] for pair in pairs], [pair[2] for pair in pairs]
    test, difference = mcnemar(old, new), paired_difference(old, new)
    low, high = difference["interval"]
    gained = [index for index, was, now in pairs if now and not was]
    lost = [index for index, was, now in pairs if was and not now]
    p = test["p_value"]
    return {
        "measure": measure, "n": len(pairs), "difference": difference["difference"], "interval": [low, high],
        "gained": gained, "lost": lost, "p_value": p,
        "sentence": f"{MEASURES[measure][0]} changed by {difference['difference']:+.3f} (95 % interval {low:+.3f} to {high:+.3f}): "
        f"{len(gained)} of {len(pairs)} questions gained, {len(lost)} lost; "
        f"McNemar's exact test p {'< 0.001' if p < 0.001 else f'= {p:.3f}'}",
    }  # fmt: skip


def rates_by_group(reports: dict[str, dict], groups: Sequence[str], measure: str) -> dict[str, dict[str, dict]]:
    """Return {group: {model: {"rate", "interval", "n"}}} for reports on the same rows, groups in order of appearance."""
    rates: dict[str, dict[str, dict]] = {}
    for group in dict.fromkeys(groups):
        for model, report in reports.items():
            score = rate_with_interval([verdict for verdict, own in zip(verdicts(report, measure), groups, strict=True) if own == group])
            if score["n"]:
                rates.setdefault(group, {})[model] = score
    return rates


def passed(right: Sequence[Sequence[bool | None]], samples: int = 0) -> dict[str, dict]:
    """Return over the first `samples` answers (0 means all) the rates of questions with "any" and with "all" answers right.

    They are called pass@k, the ceiling of any vote, and pass^k, how reliable a model is. A question that cannot be judged is left out.

    >>> {name: rate["rate"] for name, rate in passed([[True, False], [True, True], [False, False], [None, None]]).items()}
    {'any': 0.6666666666666666, 'all': 0.3333333333333333}
    """
    judged = [row[: samples or len(row)] for row in right]
    judged = [[bool(verdict) for verdict in row] for row in judged if any(verdict is not None for verdict in row)]
    return {"any": rate_with_interval(list(map(any, judged))), "all": rate_with_interval(list(map(all, judged)))}


def failures(report: dict) -> list[int]:
    """Return the indexes of the rows that are wrong by the headline measure."""
    measure = headline(report)["measure"]
    return [index for index, verdict in enumerate(verdicts(report, measure)) if verdict is False]


def both(reports: dict[str, dict], wider: dict[str, dict]) -> dict[str, dict]:
    """Put each model's report with other tables beside behind its plain one, under names that say which is which."""
    return {
        f"{name}, {BESIDE}" if beside else name: source[name]
        for name in reports for beside, source in enumerate((reports, wider)) if name in source
    }  # fmt: skip


def summary_table(reports: dict[str, dict]):
    """Return a pandas table of reports: a row a measure, a column a model, rates with their 95 % intervals; a dash if not measured."""
    import pandas as pd

    shown = [measure for measure in MEASURES if measure not in OPTIONAL or any(report.get(measure) for report in reports.values())]
    table: dict[str, list[str]] = {}
    for model, report in reports.items():
        cells = {MEASURES[measure][0]: _cell(report.get(measure)) for measure in shown}
        if any(other.get("schema_use") for other in reports.values()):
            cells[NEEDLESS] = _cell((report.get("schema_use") or {}).get("needless"))
        for kind, score in (report.get("rouge") or {}).items():
            cells[f"ROUGE-{kind.removeprefix('rouge')} (diagnostic)"] = _cell({**score, "rate": score["mean"]})
        table[model] = list(cells.values())
    return pd.DataFrame(table, index=list(cells))


def _cell(score: dict | None) -> str:
    if not score or score.get("rate") is None:
        return "-"
    low, high = score["interval"]
    return f"{score['rate']:.3f} [{low:.3f}, {high:.3f}] of {score['n']}"
