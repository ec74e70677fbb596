"""Two models question by question: the paired test, the questions that flipped, and what may be concluded from it."""

import pandas as pd

from helpers.comparison.results import Results, rate_text
from helpers.comparison.tables import grades, seeds_table
from helpers.scoring.measures import BESIDE, MEASURES
from helpers.scoring.statistics import mcnemar, paired_difference

OUTCOMES = {(0, 1): "gained", (1, 0): "lost", (1, 1): "both right", (0, 0): "both wrong"}


def pair(results: Results, first: str, second: str, measure: str, shared_only: bool = False) -> dict:
    """Compare two models question by question: the same question about the same database with the same gold query.

    Questions that a run could not judge are left out of both, and counted.

    Args:
        results: with both models.
        first: the label of the one to start from.
        second: that of the one that is better if the difference is positive.
        measure: a key of `MEASURES`.
        shared_only: compare what both answered although each also answered other questions.

    Returns:
        "sentence", which says the result or why there is none, and if there is one: n, the paired difference with its 95 % interval,
        McNemar's exact p_value, how many were gained and lost, and `pairs`, a frame with a row a question, its `outcome` among them.
    """
    if first == second:
        return {"sentence": f"{first} is compared with itself: name two models."}
    one, other = results.models.loc[first], results.models.loc[second]
    old, new = (results.asked(label).reset_index(drop=True) for label in (first, second))
    if one["source"] == other["source"] and len(old) == len(new):
        old, new = old.assign(place=old.index), new.assign(place=new.index)  # one file, one list of questions
        pairs = old.merge(new, on="place", suffixes=("", "_second"))
    elif not (one["test_set"] and other["test_set"]):
        lacking = first if not one["test_set"] else second
        return {"sentence": f"{first} and {second} cannot be paired: the results of {lacking} do not say which questions they answer."}
    else:
        pairs = old.merge(new, on="key", suffixes=("", "_second"))
        if one["test_set"] != other["test_set"] and not (shared_only and len(pairs)):
            only = f"{len(pairs)} are shared, {len(old) - len(pairs)} only by the first, {len(new) - len(pairs)} only by the second"
            todo = "shared_only compares these." if len(pairs) else "There is nothing to compare in pairs."
            return {"sentence": f"{first} and {second} answered different questions: {only}. {todo}", "shared": len(pairs)}
    judged = pairs[pairs[measure].notna() & pairs[f"{measure}_second"].notna()]
    if judged.empty:
        sentence = f"{first} and {second} have no question in common that {MEASURES[measure][0]} could judge."
        return {"sentence": sentence, "shared": len(pairs)}
    outcome = [OUTCOMES[int(was), int(now)] for was, now in zip(judged[measure], judged[f"{measure}_second"], strict=True)]
    judged = judged.assign(outcome=outcome)
    found = {"measure": measure, "shared": len(pairs), "pairs": judged, **_tested(judged, measure)}
    left = f" ({len(pairs) - len(judged)} could not be judged)" if len(judged) < len(pairs) else ""
    return {"sentence": _sentence(found, first, second, left), **found}


def _tested(pairs: pd.DataFrame, measure: str) -> dict:
    old, new = (pairs[name].astype(bool).tolist() for name in (measure, f"{measure}_second"))
    return {**mcnemar(old, new), **paired_difference(old, new)}


def _sentence(found: dict, first: str, second: str, left: str) -> str:
    (low, high), p = found["interval"], found["p_value"]
    return (
        f"From {first} to {second}, {MEASURES[found['measure']][0]} changes by {found['difference']:+.3f} (95 % interval "
        f"{low:+.3f} to {high:+.3f}) on {found['n']} shared questions{left}: {found['gained']} gained, {found['lost']} lost; "
        f"McNemar's exact test p {'< 0.001' if p < 0.001 else f'= {p:.3f}'}. "
        + ("They cannot be told apart by this." if p >= 0.05 else f"The {'second' if found['difference'] > 0 else 'first'} is better.")
    )


def pair_by(found: dict, column: str = "hardness") -> dict[str, dict]:
    """Return a pair's difference with interval, gained and lost: over all questions and by a column of theirs."""
    pairs, measure = found["pairs"], found["measure"]
    parts = {"all": pairs, **{value: pairs[pairs[column] == value] for value in grades(pairs[column])}}
    return {name: _tested(rows, measure) for name, rows in parts.items()}


def compared(found: dict, results: Results, first: str, second: str) -> pd.DataFrame:
    """Return every question of a pair: what was asked, the gold query, both queries, who was right, why the wrong one is wrong.

    Where a text is not recorded it is empty.
    """
    pairs = found["pairs"]
    one, other = results.texts(first).to_dict("index"), results.texts(second).to_dict("index")
    texts = [
        {**{name: one.get(key, {}).get(name, "") for name in ("question", "sql")},
         "first": one.get(key, {}).get("answer", ""), "second": other.get(key, {}).get("answer", "")} for key in pairs["key"]
    ]  # fmt: skip
    wrong = pairs["reason_second"].where(pairs[found["measure"]] == 1, pairs["reason"])
    return pairs[["outcome", "db_id", "hardness", "group"]].join(pd.DataFrame(texts, index=pairs.index)).assign(reason=wrong)


def winner(results: Results, measure: str) -> list[str]:
    """Say which trained model of a test set is best, by how much, at what cost, and which others may be as good.

    Args:
        results: the models of one test set.
        measure: a key of `MEASURES`.
    """
    trained = [label for label in results.ranked(measure) if label in results.trained and results.score(label, measure)["n"]]
    if not trained:
        return ["No trained model has been scored on these questions."]
    best, *others = trained
    model = results.models.loc[best]
    said = [f"{best} has the best {MEASURES[measure][0]}, {rate_text(results.score(best, measure), model['n'])}; n is {model['n']}."]
    said += [pair(results, others[0], best, measure)["sentence"]] if others else []
    bases = (label for label in results.bases if results.models["model"][label] == "base")  # not the one with worked examples
    base = next((label for label in bases if model["source"] in _sources(results.models.loc[label])), None)
    said += [pair(results, base, best, measure)["sentence"]] if base else []
    if model["wider"]:
        of_base = rate_text(results.models.loc[base, "wider"].get(measure)) if base else "-"
        also = f", its base {of_base}" if of_base != "-" else ""
        said.append(f"With {BESIDE} the right ones it has {rate_text(model['wider'].get(measure))}{also}. The score above is the headline.")
    tied = [label for label in others if pair(results, label, best, measure).get("p_value", 1) >= 0.05]
    if others:
        names = f": {', '.join(tied[:5])}{' and more' if len(tied) > 5 else ''}." if tied else "."
        said.append(f"Trained models that cannot be told apart from it in pairs: {len(tied)} of {len(others)} others{names}")
    said += [_cost(results, [best, *others[:1]])] if model["training_seconds"] else []
    said += _quicker(results, best, tied)
    repeated, _ = seeds_table(results, measure)
    said.append("Each recipe stands here with one seed: another seed moves the score too." if repeated.empty else
                "Recipes with several seeds are in the table of seeds; all others stand here with one.")  # fmt: skip
    if model["standin"]:
        said.append("The best one is a small stand-in: its score is no evidence about the big model of its notebook.")
    return said


def _sources(model: pd.Series) -> list:
    return [model["source"], *(source for _, source in model["also"])]


def _cost(results: Results, labels: list[str]) -> str:
    told = []
    for label in labels:
        model = results.models.loc[label]
        if model["training_seconds"] == model["training_seconds"] and model["training_seconds"]:
            peak = model["training_peak_gib"]
            memory = f" and a peak of {peak:.1f} GiB" if peak == peak and peak else ""
            told.append(f"{label} took {model['training_seconds'] / 60:.1f} minutes of training{memory} on {model['device']}")
    return "; ".join(told) + "." if told else "What they cost was not recorded."


def _quicker(results: Results, best: str, tied: list[str]) -> list[str]:
    """Say which of the models that may be as good took least time on the same machine."""
    models = results.models.loc[[best, *tied]]
    timed = models[(models["device"] == models.loc[best, "device"]) & models["training_seconds"].notna()]
    if not tied or best not in timed.index:
        return []
    quick = timed["training_seconds"].astype(float).idxmin()
    if quick == best:
        return ["None of these took less time than the best."]
    minutes = [f"{timed.loc[label, 'training_seconds'] / 60:.1f}" for label in (quick, best)]
    return [f"The fastest of these is {quick}: {minutes[0]} minutes of training instead of {minutes[1]} on the same machine."]
