"""Two models question by question: the paired test, the questions that flipped, and what may be concluded from it."""

from helpers.comparison.entry import Entry
from helpers.comparison.tables import grades, ranked, rate_text, wider_text
from helpers.scoring.measures import MEASURES
from helpers.scoring.statistics import mcnemar, paired_difference


def pair(first: Entry, second: Entry, measure: str, shared_only: bool = False) -> dict:
    """Compare two models question by question: the same question about the same database with the same gold query.

    Questions that a run could not judge are left out of both, and counted.

    Args:
        first: the one to start from.
        second: the one that is better if the difference is positive.
        measure: a key of `MEASURES`.
        shared_only: compare what both answered although each also answered other questions.

    Returns:
        "sentence", which says the result or why there is none, and if there is one: n, the paired difference with its 95 % interval,
        McNemar's exact p_value, `pairs` (row of the first, row of the second), and those `gained` and `lost`.
    """
    names = f"{first.label} and {second.label}"
    if first is second:
        return {"sentence": f"{first.label} is compared with itself: name two models."}
    if first.source == second.source and len(first.rows) == len(second.rows):
        rows = list(zip(first.rows, second.rows, strict=True))  # one file, one list of questions
    elif not (first.test_set and second.test_set):
        lacking = first if not first.test_set else second
        return {"sentence": f"{names} cannot be paired: the results of {lacking.label} do not say which questions they answer."}
    else:
        there = {row["key"]: row for row in second.rows}
        rows = [(row, there[row["key"]]) for row in first.rows if row["key"] in there]
        if first.test_set != second.test_set and not (shared_only and rows):
            only = f"{len(first.rows) - len(rows)} only by the first, {len(second.rows) - len(rows)} only by the second"
            todo = "shared_only compares these." if rows else "There is nothing to compare in pairs."
            return {"sentence": f"{names} answered different questions: {len(rows)} are shared, {only}. {todo}", "shared": len(rows)}
    verdict = MEASURES[measure][1]
    judged = [(old, new) for old, new in rows if old[verdict] is not None and new[verdict] is not None]
    if not judged:
        return {"sentence": f"{names} have no question in common that {MEASURES[measure][0]} could judge.", "shared": len(rows)}
    found = _tested([old[verdict] for old, new in judged], [new[verdict] for old, new in judged])
    gained, lost = ([judged[index] for index in found[name]] for name in ("gained_at", "lost_at"))
    low, high = found["interval"]
    left = f" ({len(rows) - len(judged)} could not be judged)" if len(judged) < len(rows) else ""
    p = found["p_value"]
    sentence = (
        f"From {first.label} to {second.label}, {MEASURES[measure][0]} changes by {found['difference']:+.3f} (95 % interval "
        f"{low:+.3f} to {high:+.3f}) on {len(judged)} shared questions{left}: {len(gained)} gained, {len(lost)} lost; "
        f"McNemar's exact test p {'< 0.001' if p < 0.001 else f'= {p:.3f}'}. "
        + ("They cannot be told apart by this." if p >= 0.05 else f"The {'second' if found['difference'] > 0 else 'first'} is better.")
    )
    return {"sentence": sentence, "measure": measure, "shared": len(rows), "pairs": judged, **found, "gained": gained, "lost": lost}


def pair_by(found: dict, column: str = "hardness") -> dict[str, dict]:
    """Return a pair's difference with interval, gained and lost: over all questions and by a column of theirs."""
    verdict, parts = MEASURES[found["measure"]][1], {"all": found["pairs"]}
    for value in grades(row[column] for row, _ in found["pairs"]):
        parts[value] = [(old, new) for old, new in found["pairs"] if old[column] == value]
    return {
        name: _tested([old[verdict] for old, _ in rows], [new[verdict] for _, new in rows]) for name, rows in parts.items()
    }  # fmt: skip


def compared(found: dict, first: Entry, second: Entry) -> list[dict]:
    """Return every question of a pair: what was asked, the gold query, both queries, who was right, why the other one is wrong.

    Where a text is not recorded it is empty.
    """
    one, other, verdict = first.texts(), second.texts(), MEASURES[found["measure"]][1]
    outcomes = {(False, True): "gained", (True, False): "lost", (True, True): "both right", (False, False): "both wrong"}
    return [
        {
            "outcome": outcomes[old[verdict], new[verdict]], "db_id": old["db_id"], "hardness": old["hardness"], "group": old["group"],
            "question": one.get(old["key"], {}).get("question", ""), "sql": one.get(old["key"], {}).get("gold", ""),
            "first": one.get(old["key"], {}).get("sql", ""), "second": other.get(new["key"], {}).get("sql", ""),
            "reason": (new if old[verdict] else old)["reason"],
        }
        for old, new in found["pairs"]
    ]  # fmt: skip


def conclusions(entries: list[Entry], measure: str) -> list[str]:
    """Say which trained model of a test set is best, what it gained over its base, and what costs less and may be as good."""
    trained = [entry for entry in ranked(entries, measure) if entry.trained and entry.scores[measure]["n"]]
    if not trained:
        return ["No trained model has been scored on these questions."]
    best, *others = trained
    said = [f"{best.label} has the best {MEASURES[measure][0]}, {rate_text(best.scores[measure], len(best.rows))}; n is {len(best.rows)}."]
    base = next((entry for entry in entries if entry.model == "base" and best.source in (entry.source, *entry.also_in)), None)
    said += [pair(base, best, measure)["sentence"]] if base else []
    if best.wider:
        other = f", its base {wider_text(base, measure)}" if base and base.wider else ""
        said.append(f"With other tables beside the right ones it has {wider_text(best, measure)}{other}.")
    tied = [entry for entry in others if pair(entry, best, measure).get("p_value", 1) >= 0.05]
    if others:
        names = ", ".join(entry.label for entry in tied[:5]) + (" and more" if len(tied) > 5 else "")
        names = f": {names}." if tied else "."
        said.append(f"Trained models that cannot be told apart from it in pairs: {len(tied)} of {len(others)} others{names}")
    same_machine = [entry for entry in [best, *tied] if entry.record.get("device") == best.record.get("device")]
    timed = [entry for entry in same_machine if "training_seconds" in entry.costs]
    if tied and best in timed:
        quick = min(timed, key=lambda entry: entry.costs["training_seconds"])
        minutes = f"{quick.costs['training_seconds'] / 60:.1f}", f"{best.costs['training_seconds'] / 60:.1f}"
        said.append(
            "None of these took less time than the best." if quick is best
            else f"The fastest of these is {quick.label}: {minutes[0]} minutes of training instead of {minutes[1]} on the same machine."
        )  # fmt: skip
    return said


def _tested(old: list[bool], new: list[bool]) -> dict:
    return {**mcnemar(old, new), **paired_difference(old, new)}
