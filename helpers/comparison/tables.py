"""The models of finished runs side by side: who may be compared with whom, by which score, in one table."""

import difflib

import pandas as pd

from helpers import UserError
from helpers.comparison.entry import Entry, as_dict, is_number
from helpers.scoring.measures import MEASURES
from helpers.scoring.statistics import rate_with_interval

GRADES = ("easy", "medium", "hard", "extra")  # Spider's grades of hardness, in their order


def test_sets(entries: list[Entry]) -> dict[str, list[Entry]]:
    """Group the models by the questions that they answered, and give each group a letter: A has the most answers, questions times models.

    Rates over different questions say nothing about each other. A results file that does not say which questions it is about
    is a group of its own.
    """
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.test_set or entry.source, []).append(entry)
    ordered = sorted(groups.values(), key=lambda group: (-len(group) * len(group[0].rows), group[0].name))
    named = {_letters(number): group for number, group in enumerate(ordered)}
    for letter, group in named.items():
        for entry in group:
            entry.letter = letter
    return named


test_sets.__test__ = False  # its name is not that of a test


def choose_test_set(groups: dict[str, list[Entry]], letter: str = "", first: str = "", second: str = "") -> tuple[list[Entry], str]:
    """Return the models of one test set, and say which it is: the one asked for, that of a model that is named, or the first.

    Raises:
        UserError: there is no such letter, or no such model.
    """
    if letter and letter.upper() not in groups:
        raise UserError(f"test_set {letter}: there is no such test set. Take one of {', '.join(groups)}, or leave it empty.")
    entries = [entry for group in groups.values() for entry in group]
    named = [find_entry(name, entries, what) for name, what in ((first, "first"), (second, "second")) if name]
    chosen = letter.upper() or (named[0].letter if named else next(iter(groups)))
    left = f"; those of the other {len(groups) - 1} are in the table" if len(groups) > 1 else ""
    return groups[chosen], f"the {len(groups[chosen])} models of test set {chosen}{left}"


def choose_measure(entries: list[Entry], asked: str = "") -> tuple[str, str]:
    """Return the measure by which these models are compared, and the reason: the strictest that all of them have.

    Raises:
        UserError: there is no such measure.
    """
    if asked and asked not in MEASURES:
        raise UserError(f"measure {asked}: there is no such score. Take one of {', '.join(MEASURES)}, or leave it empty.")
    if asked:
        missing = sum(entry.scores[asked]["n"] == 0 for entry in entries)
        return asked, f"{MEASURES[asked][0]}, as asked" + (f"; {missing} of {len(entries)} models do not have it" if missing else "")
    for measure in ("test_suite", "execution_accuracy", "exact_match"):
        if all(entry.scores[measure]["n"] for entry in entries):
            return measure, f"{MEASURES[measure][0]}, the strictest score that all of them have"
    return "exact_match", "exact match, though not all of them have it"


def ranked(entries: list[Entry], measure: str) -> list[Entry]:
    """Return the models, best first; those without this score come last."""
    return sorted(entries, key=lambda entry: (-(entry.scores[measure]["rate"] if entry.scores[measure]["n"] else -1), entry.name))


def results_table(groups: dict[str, list[Entry]], measure: str) -> pd.DataFrame:
    """Show one row a model, best first within its test set: recipe, costs, and every rate with its 95 % interval; a dash if not known.

    Minutes and peak memory are those of the training: of the GPU, or of the whole process on a CPU.
    """
    shown = [name for name in MEASURES if name != "spider_em" or any(e.scores[name]["n"] for group in groups.values() for e in group)]
    rows = []
    for letter, group in groups.items():
        for entry in ranked(group, measure):
            costs, asked = entry.costs, entry.parameters.get("train_examples")
            rows.append({
                "test set": letter,
                "model": entry.label + (f" (the same in {len(entry.also) + 1} runs)" if entry.also else ""),
                "n": len(entry.rows),
                **{MEASURES[name][0].removesuffix(" accuracy"): rate_text(entry.scores[name], len(entry.rows)) for name in shown},
                **({"other tables beside": wider_text(entry, measure)} if any(e.wider for group in groups.values() for e in group) else {}),
                "of": f"{entry.model_id}{' (a stand-in)' if entry.standin else ''}",
                "data": str(entry.parameters.get("dataset_id") or "-"),
                "examples": _count(entry.train_rows, "all" if asked == -1 else "-") if entry.trained else "-",
                "minutes": _decimals(costs.get("training_seconds"), 1, 60), "peak GiB": _decimals(costs.get("training_peak_gib"), 2),
                "trained parameters": _count(costs.get("trainable_parameters")),
                "examples/s": _decimals(costs.get("examples_a_second"), 1), "tokens/s": _decimals(costs.get("tokens_a_second"), 0),
                "device": str(entry.record.get("device") or "-"), "run": entry.run,
            })  # fmt: skip
    return pd.DataFrame(rows).set_index(["test set", "model"])


def stand_in_note(entries: list[Entry]) -> str:
    """Say which of the scores are those of stand-ins, or return an empty text."""
    count = sum(entry.standin for entry in entries)
    if not count:
        return ""
    which = "All of these models are stand-ins" if count == len(entries) else f"{count} of these {len(entries)} models are stand-ins"
    return f"{which}: small embedded models in a rehearsal. Their scores show that a recipe works, not how well the named model would do."


def find_entry(name: str, entries: list[Entry], what: str = "first") -> Entry:
    """Find a model by its label, by run and model, or by the run alone, which stands for the model that it ends with.

    Raises:
        UserError: there is not exactly one.
    """
    exact = [entry for entry in entries if name in (entry.label, entry.name, *entry.also)]
    ends = [
        entry
        for entry in entries
        if f"/{entry.name}".endswith((f"/{name}", f" {name}")) or (entry.last and f"/{entry.run}".endswith(f"/{name}"))
    ]
    found = exact or ends
    if len(found) == 1:
        return found[0]
    near = difflib.get_close_matches(name, [entry.label for entry in entries] + [entry.name for entry in entries], 3, 0.3)
    names = [entry.label for entry in found] or near or [entry.label for entry in entries[:3]]
    raise UserError(f"{what} {name}: {'several models have' if found else 'no model has'} this name. Perhaps {', or '.join(names)}.")


def choose_pair(entries: list[Entry], focus: list[Entry], first: str, second: str, measure: str) -> tuple[Entry | None, Entry | None, str]:
    """Return the two models of the paired comparison and say how they were chosen; (None, None, what is missing) if there are none.

    Args:
        entries: all models.
        focus: those of one test set, among which is chosen what is not named.
        first: a name, or empty.
        second: likewise.
        measure: by which the best are found.

    Raises:
        UserError: a name is not that of one model.
    """
    one, other = (find_entry(name, entries, what) if name else None for name, what in ((first, "first"), (second, "second")))
    if one and other:
        return one, other, "both as asked"
    named = one or other
    here = [entry for entry in entries if entry.letter == named.letter] if named else focus
    best = [entry for entry in ranked(here, measure) if entry is not named and entry.scores[measure]["n"]]
    trained = [entry for entry in best if entry.trained]
    if named:
        if not best:
            return None, None, f"{named.label} is the only model on its questions: a comparison takes another run on the same ones."
        partner = (trained or best)[0]
        how = f"{named.label} as asked, and the best of the others on the same questions"
        return (one or partner), (other or partner), how
    if len(trained) > 1:
        return trained[1], trained[0], (
            "the two best trained models of the test set. They were picked for their scores, which flatters the better one: "
            "for a claim, name first and second before you look"
        )  # fmt: skip
    if len(best) > 1:
        return best[1], best[0], "the only trained model of the test set, and the untrained base: for more, run another recipe"
    return None, None, "There is one model on these questions: a comparison takes two."


def rates_by(entries: list[Entry], measure: str, column: str = "hardness") -> dict[str, dict[str, dict]]:
    """Return {value of a column of the questions: {label: rate with interval}}."""
    verdict = MEASURES[measure][1]
    return {
        value: {entry.label: rate_with_interval([row[verdict] for row in entry.rows if row[column] == value]) for entry in entries}
        for value in grades(row[column] for entry in entries for row in entry.rows)
    }


def grades(values) -> list[str]:
    """Return the distinct values, grades of hardness in their order and others as they come."""
    return sorted(dict.fromkeys(values), key=lambda value: GRADES.index(value) if value in GRADES else len(GRADES))


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def rate_text(score: dict, rows: int) -> str:
    """Write a rate with its interval, and of how many questions if some of the rows could not be judged."""
    if not score["n"]:
        return "-"
    low, high = score["interval"]
    return f"{score['rate']:.2f} [{low:.2f}, {high:.2f}]" + (f" of {score['n']}" if score["n"] < rows else "")


def wider_text(entry: Entry, measure: str) -> str:
    """Write a model's rate on the test questions with other tables beside the right ones; a dash where it was not asked."""
    score = as_dict(entry.wider.get(measure))
    known = is_number(score.get("rate")) and is_number(score.get("n")) and score.get("interval")
    return rate_text(score, len(entry.rows)) if known else "-"


def _count(value: object, other: str = "-") -> str:
    return other if value is None else f"{value:,.0f}"


def _decimals(value: float | None, digits: int, unit: float = 1) -> str:
    return "-" if value is None else f"{value / unit:,.{digits}f}"
