"""The sentences of which answers are made: how one begins, a rate, a difference between two reports, what a curve or a chart shows."""

import math
import re
from collections.abc import Sequence

from helpers.scoring.measures import BESIDE, HEADLINES, MEASURES, compare, headline, per_cent
from helpers.scoring.statistics import FEWEST

SPECIAL = re.compile(r"[\\`*_{}\[\]<>|$~&#!]")  # what Markdown, HTML or a formula would take for more than a character
SHOWN = {
    "better": "The difference is more than chance explains.", "worse": "That is a loss that chance does not explain.",
    "same": "{n} questions cannot tell the two apart.",
    "close": "The interval leaves out 0, yet McNemar's exact test cannot tell the two apart on {n} questions.",
}  # fmt: skip
SAME = 0.02  # a validation loss that differs by at most this share has stood still
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
    return dict(zip(BRANCHES, LEADS[question], strict=False)).get(branch(found), "**Not measured in pairs.**").format(**names)


def pair(before: dict, after: dict, measure: str = "") -> dict | None:
    """Compare two reports in pairs, as `compare` does; None where their verdicts are not recorded or not on the same questions."""
    one, other = before.get("rows") or [], after.get("rows") or []
    same = one and [row.get("db_id") for row in one] == [row.get("db_id") for row in other]
    key = MEASURES[measure or headline(after)["measure"]][1]
    judged = same and any(None not in (old.get(key), new.get(key)) for old, new in zip(one, other, strict=True))
    return compare(before, after, measure) if judged else None


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
    return isinstance(report, dict) and any((report.get(name) or {}).get("rate") is not None for name in HEADLINES)


def rate(score: dict | None) -> str:
    """Write a rate and its interval in per cent."""
    return per_cent(score) if score and score.get("rate") is not None else "not measured"


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
    parts = [name.partition(", ") for name in names]  # such as "base, 3 shots"
    return tuple(f"the {plain(kind)} model" + f" with {shots}" * bool(shots) for kind, _, shots in parts)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def read_curve(log_history: Sequence[dict]) -> str:
    """Read a loss curve in words: start, end, the lowest validation loss and where, and whether the model began to overfit."""
    train, lost = _series(log_history, "loss")
    validation, lost_too = _series(log_history, "eval_loss")
    said = [f"{lost + lost_too} logged losses are no numbers and are left out."] if lost + lost_too else []
    if not train and not validation:
        return " ".join(["No loss was logged, so there is no curve to read.", *said])
    if len(train) == 1:
        said.append(f"The training loss was logged once: {_loss(train[0][1])} at step {train[0][0]}.")
    elif train:
        (start, first), (end, last) = train[0], train[-1]
        said.append(f"The training loss went from {_loss(first)} (step {start}) to {_loss(last)} (step {end}).")
        said += ["It did not fall: the model has not learned."] if last >= first else []
    said += _read_validation(train, validation)
    execution, _ = _series(log_history, "eval_execution")
    if execution:
        step, best = max(execution, key=lambda point: (point[1], -point[0]))
        first, last = (100 * execution[place][1] for place in (0, -1))
        said.append(f"Execution accuracy on validation questions went from {first:.0f} % to {last:.0f} %, "
                    f"highest at step {step} ({100 * best:.0f} %).")  # fmt: skip
    return " ".join(said)


def _read_validation(train: list, validation: list) -> list[str]:
    if not validation:
        return ["No validation loss was measured, so nothing can be said about overfitting."]
    (start, first), (end, last) = validation[0], validation[-1]
    if len(validation) == 1:
        return [f"The validation loss was measured once, {_loss(first)} at step {start}: one point shows no trend."]
    lowest_at, lowest = min(validation, key=lambda point: (point[1], point[0]))
    where = "the last evaluation" if lowest_at == end else f"step {lowest_at} of {max(end, train[-1][0] if train else end)}"
    said = f"The validation loss went from {_loss(first)} to {_loss(last)}; its lowest is {_loss(lowest)}, at {where}."
    stood = min(step for step, loss in validation if loss <= lowest * (1 + SAME))
    if last > lowest * (1 + SAME):
        falling = not train or train[-1][1] < next((loss for step, loss in train if step >= lowest_at), train[-1][1] + 1)
        why = "while the training loss went on falling: the model has begun to overfit" if falling else "and so has the training loss"
        return [said, f"It has risen since, {why}. By this loss, the weights of step {lowest_at} were better."]
    if last < validation[-2][1] * (1 - SAME):
        return [said, "It was still falling at the end: the model has not begun to overfit."]
    known = train[-1][1] if train else last
    gap = f"It ends {_loss(last - known)} above the last training loss, which is that of a few rows."
    moved = f"After step {stood} it moved by at most {100 * SAME:.0f} %: whether longer training would gain anything is not shown."
    level = moved if stood < end else "It was level at the end."
    return [said, level, *[gap] * (last > known * (1 + SAME))]


def _loss(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def _series(log_history: Sequence[dict], key: str) -> tuple[list[tuple[int, float]], int]:
    """Return the (step, value) points of a key, and how many values are no finite numbers."""
    logged = [(entry.get("step", 0), entry[key]) for entry in log_history if isinstance(entry.get(key), (int, float))]
    points = [point for point in logged if math.isfinite(point[1])]
    return points, len(logged) - len(points)


def read_scores(reports: dict[str, dict], wider_reports: dict[str, dict] | None = None, groups: dict | None = None) -> str:
    """Read a chart of scores in words: reports by model, the first one the baseline, and the same with other tables beside.

    `groups` is what the bars stand for, {group: {model: rate}}; the weakest and the strongest with at least ten questions are named.
    """
    shown = {name: report for name, report in reports.items() if scored(report)}
    if not shown:
        return "No model has a score, so there is nothing to read."
    (first, base), *others = shown.items()
    none = [name for name, report in others if headline(report)["rate"] == headline(base)["rate"] == 0]
    said = [change(base, report, called(first, name)) for name, report in others if name not in none]
    if none:
        said.append(f"{capital(listed([*called(first, *none)]))} get none of the {headline(base)['n']} questions right.")
    if not others:
        best = headline(base)
        said = [f"{capital(best['name'])} of {called(first)[0]} is {rate(best)} on {best['n']} questions. No other model is shown."]
    beside = {name: wider_reports[name] for name in shown if scored((wider_reports or {}).get(name))}
    if beside:
        rates = [f"{rate(headline(report))} ({plain(name)})" for name, report in beside.items()]
        said.append(f"With {BESIDE} the right ones it is {' and '.join(rates) if len(rates) < 3 else ', '.join(rates)}.")
    return " ".join([*said, read_groups(groups or {}, list(shown)[-1])]).rstrip()


def read_groups(groups: dict[str, dict[str, dict]], model: str) -> str:
    """Say on which group of questions a model is best and weakest; nothing where fewer than two have at least ten questions."""
    rates = {" ".join(name.split()): row[model] for name, row in groups.items() if (row.get(model) or {}).get("n", 0) >= FEWEST}
    if len(rates) < 2:
        return ""
    shares = [each["rate"] for each in rates.values()]
    low, high = ([name for name in rates if rates[name]["rate"] == edge] for edge in (min(shares), max(shares)))
    apart = rates[high[0]]["interval"][0] > rates[low[0]]["interval"][1]
    sure = "" if apart else " The intervals overlap, so this may be chance."
    best, weakest = (f"{listed([plain(name) for name in names])} ({rate(rates[names[0]])})" for names in (high, low))
    return f"{plain(capital(model))} does best on {best} and worst on {weakest}.{sure}"
