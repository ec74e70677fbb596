"""The sentences of which answers are made: how one begins, a rate, a difference between two reports."""

import re
from collections.abc import Sequence

from helpers.scoring.measures import MEASURES, compare, headline

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|$~&#!]")  # what Markdown, HTML or a formula would take for more than a character
SHOWN = {
    "better": "The difference is more than chance explains.", "worse": "That is a loss that chance does not explain.",
    "same": "{n} questions cannot tell the two apart.",
    "close": "The interval leaves out 0, yet McNemar's exact test cannot tell the two apart on {n} questions.",
}  # fmt: skip
BRANCHES = ("better", "same", "worse", "unknown")
LEADS = {  # how an answer begins, in the order of the branches
    "learned": (
        "**{model} learned to write SQL in this run.**", "**No gain is shown:** it cannot be told from chance.",
        "**Training made {model} worse.**", "**Not measured.** There is no comparison with the untuned model.",
    ),
    "bits": (
        "Yes: they score better here.", "No loss can be told from chance; it may be as large as {most} points.",
        "Not on these questions: they cost accuracy.",
    ),
    "methods": (
        "**QLoRA gives up nothing: it scores better here.**", "**No loss of QLoRA can be told from chance.**",
        "**QLoRA gives up accuracy.**",
    ),
    "accepted": (
        "**Yes.** More queries are accepted by the database.", "**Not shown.** The change in accepted queries may be chance.",
        "**No.** Fewer queries are accepted by the database.",
    ),
    "schema": ("**Showing the schema adds accuracy.**", "**No worth of the schema can be shown.**", "**The schema hurts here.**"),
    "forgotten": (
        "**Phase 1 is not forgotten: its own test even improved.**", "**No forgetting of phase 1 is shown.**",
        "**Phase 1 is being forgotten.**",
    ),
    "votes": ("**{many} add accuracy.**", "**{many} add nothing that can be told from chance.**", "**{many} cost accuracy.**"),
}  # fmt: skip


def plain(text: object) -> str:
    """Write a text on one line so that Markdown shows it as it is: a name may hold a tag, a link or a formula."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", " ".join(str(text).split()))


def branch(found: dict | None) -> str:
    """Say what a paired comparison shows: better, worse, same (no difference shown) or unknown (there is none).

    A difference is shown where McNemar's exact p is below .05 and the interval excludes 0.
    """
    if not found or found.get("difference") is None:
        return "unknown"
    low, high = found["interval"]
    if low <= 0 <= high or found.get("p_value", 0) >= 0.05:
        return "same"
    return "better" if found["difference"] > 0 else "worse"


def lead(question: str, found: dict | None, **names: object) -> str:
    """Return how the answer to a question begins, by what a paired comparison shows."""
    first = dict(zip(BRANCHES, LEADS[question], strict=False)).get(branch(found), "**Not measured in pairs.**")
    return first.format(**names)


def pair(before: dict, after: dict) -> dict | None:
    """Compare two reports in pairs; None where their verdicts are not recorded or not on the same questions."""
    one, other = before.get("rows") or [], after.get("rows") or []
    same = one and [row.get("db_id") for row in one] == [row.get("db_id") for row in other]
    key = MEASURES[headline(after)["measure"]][1]
    judged = same and any(None not in (old.get(key), new.get(key)) for old, new in zip(one, other, strict=True))
    return compare(before, after) if judged else None


def change(before: dict, after: dict, names: tuple[str, str], found: dict | None = None) -> str:
    """Say how a score differs between two reports, with n and the interval of the paired difference (`found`, if it is recorded)."""
    found = found or pair(before, after)
    best = headline(after)
    was = rate(before.get(best["measure"]))
    rates = f"{best['name']} is {was} for {names[0]} and {rate(best)} for {names[1]}, on {best['n']} questions"
    if branch(found) == "unknown":
        return f"{capital(rates)}. The two cannot be compared in pairs: no verdicts on the same questions are recorded."
    low, high = found["interval"]
    shown = "close" if branch(found) == "same" and not low <= 0 <= high else branch(found)
    return f"{capital(rates)}: {points(found)}. {SHOWN[shown].format(n=found['n'])}"


def scored(report: object) -> bool:
    """Tell whether something is a report with a score that can be its headline."""
    if not isinstance(report, dict):
        return False
    return any((report.get(name) or {}).get("rate") is not None for name in ("test_suite", "execution_accuracy", "exact_match"))


def rate(score: dict | None) -> str:
    """Write a rate and its interval in per cent."""
    if not score or score.get("rate") is None:
        return "not measured"
    low, high = score["interval"]
    return f"{100 * score['rate']:.1f} % [{100 * low:.1f}, {100 * high:.1f}]"


def points(found: dict) -> str:
    """Write a paired difference and its interval."""
    low, high = found["interval"]
    return f"{100 * found['difference']:+.1f} points, 95 % interval {100 * low:+.1f} to {100 * high:+.1f}"


def ratio(value: float | None, to: float | None, words: str) -> str:
    """Write a ratio into words with a gap; "" where one of the two is not known or 0."""
    return words.format(value / to) if value and to else ""


def listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def called(*names: str) -> tuple[str, ...]:
    return tuple(f"the {plain(kind)} model" + f" with {shots}" * bool(shots) for kind, _, shots in (name.partition(", ") for name in names))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
