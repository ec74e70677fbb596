"""The measures and their names; reports side by side: headline, table, rates by group, paired test, failures, the tables used."""

from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache

from helpers.scoring.execution.queries import Kept
from helpers.scoring.execution.schemas import TABLE
from helpers.scoring.execution.sql import used_tables
from helpers.scoring.normalize import same_text
from helpers.scoring.statistics import FEWEST, mcnemar, p_text, paired_difference, points_text, rate_with_interval

# measure: its name for readers, and the key of its verdict in a report's rows
MEASURES = {
    "test_suite": ("test suite accuracy", "test_suite"),
    "execution_accuracy": ("execution accuracy", "execution"),
    "exact_match": ("exact match", "exact"),
    "spider_em": ("Spider's exact set match", "spider_em"),
    "validity": ("valid", "valid"),
}

HEADLINES = ("test_suite", "execution_accuracy", "exact_match")  # the first that was measured stands for a report
JUDGED = ("exact", "execution", "test_suite", "valid")  # the verdicts of a row that are published and shown
BESIDE = "other tables beside"  # how the test questions with wider schemas are called, in tables, figures and cards
NEEDLESS = "uses a table that the gold query does not"  # a fault: of a model that joins whatever it is shown
OPTIONAL = ("test_suite", "spider_em")  # measured only where rows come with suites, or with entries of Spider's tables.json


def headline(report: dict) -> dict:
    """Return the score that stands for a report: test suite accuracy, else execution accuracy, else exact match.

    Returns:
        {"measure": key, "name": for readers, "rate": share of 1, "interval": [low, high], "n": rows}
    """
    measure = next((name for name in HEADLINES if report.get(name) and report[name]["rate"] is not None), "exact_match")
    score = report[measure]
    return {"measure": measure, "name": MEASURES[measure][0], **{key: score[key] for key in ("rate", "interval", "n")}}


def verdicts(report: dict, measure: str) -> list[bool | None]:
    """Return one verdict a row; None where a row could not be judged (no database, or a gold query that fails)."""
    return [row[MEASURES[measure][1]] for row in report["rows"]]


def compare(before: dict, after: dict, measure: str = "") -> dict:
    """Compare two reports in pairs, by a measure or their headline's. Raise ValueError where they are not about the same rows.

    Returns:
        difference and its 95 % interval, gained and lost rows (indexes), McNemar's exact p value, and a sentence that says it.
        Where no row was judged in both, the difference is 0 and its interval spans the whole scale.
    """
    if len(before["rows"]) != len(after["rows"]):
        raise ValueError(f"cannot pair {len(before['rows'])} rows with {len(after['rows'])}")
    measure = measure or headline(after)["measure"]
    judged = enumerate(zip(verdicts(before, measure), verdicts(after, measure), strict=True))
    pairs = {index: pair for index, pair in judged if None not in pair}
    places, old, new = list(pairs), [old for old, _ in pairs.values()], [new for _, new in pairs.values()]
    test, found = mcnemar(old, new), paired_difference(old, new) if pairs else {"difference": 0.0, "interval": [-1.0, 1.0], "n": 0}
    gained, lost = ([places[at] for at in test[name]] for name in ("gained_at", "lost_at"))
    return {
        "measure": measure, **found, "gained": gained, "lost": lost, "p_value": test["p_value"],
        "sentence": f"no question was judged in both by {MEASURES[measure][0]}" if not pairs else
        f"{MEASURES[measure][0]} changed by {points_text(found)}: {len(gained)} of {len(pairs)} questions gained, {len(lost)} lost; "
        f"McNemar's exact test p {p_text(test['p_value'])}",
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
    judged = [row for row in judged if set(row) - {None}]
    return {"any": rate_with_interval(list(map(any, judged))), "all": rate_with_interval(list(map(all, judged)))}


def of_rows(report: dict, indexes: Sequence[int]) -> dict:
    """Return a report with these rows alone; its rates stay those of all."""
    return {**report, "rows": [report["rows"][index] for index in indexes]}


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
    """Return a pandas table of reports: a row a model, a column a measure, rates with their 95 % intervals; a dash if not measured."""
    import pandas as pd

    shown = [measure for measure in MEASURES if measure not in OPTIONAL or any(report.get(measure) for report in reports.values())]
    table: dict[str, dict[str, str]] = {}
    for model, report in reports.items():
        cells = {MEASURES[measure][0]: rates_cell(report.get(measure)) for measure in shown}
        if any(other.get("schema_use") for other in reports.values()):
            needless = (report.get("schema_use") or {}).get("needless")  # of answers that are queries: of a base model hardly one
            cells[NEEDLESS] = rates_cell(needless if needless and needless["n"] >= FEWEST else None)
        if longest := (report.get("rouge") or {}).get("rougeL"):
            cells["ROUGE-L (diagnostic)"] = rates_cell({**longest, "rate": longest["mean"]})
        table[model] = cells
    return pd.DataFrame.from_dict(table, orient="index")


def rates_cell(score: dict | None) -> str:
    """Write a rate with its 95 % interval and n; a dash where it was not measured."""
    if not score or score.get("rate") is None:
        return "-"
    low, high = score["interval"]
    return f"{score['rate']:.3f} [{low:.3f}, {high:.3f}] of {score['n']}"


def per_cent(score: dict) -> str:
    """Write a rate that was measured, and its interval, in per cent."""
    low, high = score["interval"]
    return f"{100 * score['rate']:.1f} % [{100 * low:.1f}, {100 * high:.1f}]"


@lru_cache(maxsize=1_000)
def table_names(schema: str) -> frozenset[str]:
    """Return the names of the tables that a schema creates, in lower case."""
    return frozenset(name.strip('"`[]').lower() for name in TABLE.findall(schema))


def schema_use(
    golds: Sequence[str], predictions: Sequence[str], schemas: Sequence[str], known: Sequence[frozenset[str] | None] = ()
) -> dict:
    """Tell what answers do with the tables that they are shown, beside what the gold queries do.

    `known` holds for each prediction the tables that it reads, where somebody has parsed it already.

    Returns:
        - `needless`: the rate of answers with a table of the schema that the gold query does not use, over all that can be read
        - `every_table`: the rate of answers that use every table shown, where there are several and the gold query does not use all
        - `beside_gold`: tables an answer, on average, that the gold query does not use
        - `unread`: how many answers or gold queries cannot be parsed, and are left out
    """
    needless, every = [], []
    beside = unread = 0
    with closing(Kept()) as kept:
        for gold, sql, schema, tables in zip(golds, predictions, schemas, known or [None] * len(golds), strict=True):
            try:
                shown = table_names(schema)
                right = kept.of(used_tables, gold) & shown
                used = right if same_text(sql, gold) else shown & (used_tables(sql) if tables is None else tables)
            except ValueError:
                unread += 1
                continue
            needless.append(bool(used - right))
            beside += len(used - right)
            if len(shown) > 1 and right < shown:
                every.append(used == shown)
    return {
        "needless": rate_with_interval(needless), "every_table": rate_with_interval(every),
        "beside_gold": beside / len(needless) if needless else None, "unread": unread,
    }  # fmt: skip


def schema_use_sentence(use: dict) -> str:
    """Say in one sentence what `schema_use` found."""
    needless, every = use["needless"], use["every_table"]
    if not needless["n"]:
        return "no answer could be read as a query, so nothing is known of the tables that answers use"
    text = f"{100 * needless['rate']:.1f} % of {needless['n']} answers use a table that the gold query does not"
    text += f", {use['beside_gold']:.2f} such tables a query"
    if every["n"]:
        text += f"; of the {every['n']} whose gold query leaves tables out, {100 * every['rate']:.1f} % use every table shown"
    return text + (f"; {use['unread']} cannot be read as a query" if use["unread"] else "")
