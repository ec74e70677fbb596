"""Two models question by question: the paired test, the questions that flipped, and what may be concluded from it."""

import pandas as pd

from helpers.comparison.results import Results, rate_text
from helpers.comparison.tables import seeds_table
from helpers.scoring.measures import BESIDE, MEASURES
from helpers.scoring.spider.hardness import easy_first
from helpers.scoring.statistics import mcnemar, p_text, paired_difference, points_text

CHANCE = 0.05  # the p value from which two models cannot be told apart


def pair(results: Results, first: str, second: str, measure: str, shared_only: bool = False) -> dict:
    """Compare two models question by question: the same question about the same database with the same gold query.

    Questions that a run could not judge are left out of both, and counted. With `shared_only` two models with different test sets are
    compared on what both answered.

    Returns:
        "sentence", which says the result or why there is none, and if there is one: n, the paired difference with its 95 % interval,
        McNemar's exact p_value, how many were gained and lost, and `pairs`, a frame with a row a question, its `outcome` among them.
    """
    pairs, refused = _joined(results, first, second, shared_only)
    judged = pairs if refused else pairs.dropna(subset=[measure, f"{measure}_second"])
    if not refused and judged.empty:
        refused = f"{first} and {second} have no question in common that {MEASURES[measure][0]} could judge."
    if refused:
        return {"sentence": refused, "shared": len(pairs)}
    outcomes = {(0, 1): "gained", (1, 0): "lost", (1, 1): "both right", (0, 0): "both wrong"}
    judged = judged.assign(outcome=[outcomes[both] for both in zip(judged[measure], judged[f"{measure}_second"], strict=True)])
    found = _tested(judged, measure)
    left = f" ({len(pairs) - len(judged)} could not be judged)" if len(judged) < len(pairs) else ""
    better = f"{second if found['difference'] > 0 else first} is better."
    sentence = (
        f"From {first} to {second}, {MEASURES[measure][0]} changes by {points_text(found)} on {found['n']} shared questions{left}: "
        f"{found['gained']} gained, {found['lost']} lost; McNemar's exact test p {p_text(found['p_value'])}. "
        f"{'They cannot be told apart by this.' if found['p_value'] >= CHANCE else better}"
    )
    return {"sentence": sentence, "measure": measure, "shared": len(pairs), "pairs": judged, **found}


def _joined(results: Results, first: str, second: str, shared_only: bool) -> tuple[pd.DataFrame, str]:
    """Return the questions that two models share, and why they are not compared, if they are not."""
    if first == second:
        return pd.DataFrame(), f"{first} is compared with itself: name two models."
    one, other = results.models.loc[first], results.models.loc[second]
    old, new = (results.asked(label).reset_index(drop=True) for label in (first, second))
    if one["source"] == other["source"] and len(old) == len(new):  # one file, one list of questions
        return old.join(new.add_suffix("_second")), ""
    if not (one["test_set"] and other["test_set"]):
        lacking = first if not one["test_set"] else second
        return pd.DataFrame(), f"{first} and {second} cannot be paired: the results of {lacking} do not say which questions they answer."
    pairs = old.merge(new, on="key", suffixes=("", "_second"))
    if one["test_set"] == other["test_set"] or (shared_only and len(pairs)):
        return pairs, ""
    only = f"{len(pairs)} are shared, {len(old) - len(pairs)} only by the first, {len(new) - len(pairs)} only by the second"
    todo = "shared_only compares these." if len(pairs) else "There is nothing to compare in pairs."
    return pairs, f"{first} and {second} answered different questions: {only}. {todo}"


def _tested(pairs: pd.DataFrame, measure: str) -> dict:
    old, new = (pairs[name].astype(bool).tolist() for name in (measure, f"{measure}_second"))
    return {**mcnemar(old, new), **paired_difference(old, new)}


def pair_by(found: dict, column: str = "hardness") -> dict[str, dict]:
    """Return a pair's difference with interval, gained and lost: over all questions and by a column of theirs."""
    pairs, measure = found["pairs"], found["measure"]
    parts = {"all": pairs, **{value: pairs[pairs[column] == value] for value in easy_first(pairs[column])}}
    return {name: _tested(rows, measure) for name, rows in parts.items()}


def compared(found: dict, results: Results, first: str, second: str) -> pd.DataFrame:
    """Return a pair's questions, each with its gold query, both queries, who was right, why the other is not; "" where not recorded."""
    pairs = found["pairs"]
    one, other = (results.asked(label).drop_duplicates("key").set_index("key").loc[pairs["key"]] for label in (first, second))
    texts = one[["question", "sql"]].assign(first=one["answer"], second=other["answer"]).set_axis(pairs.index)
    wrong = pairs["reason_second"].where(pairs[found["measure"]] == 1, pairs["reason"])
    return pairs[["outcome", "db_id", "hardness", "group"]].join(texts).assign(reason=wrong)


def winner(results: Results, measure: str) -> list[str]:
    """Say which trained model of a test set is best, by how much, at what cost, and which others may be as good."""
    trained = [label for label in results.ranked(measure) if label in results.trained and results.score(label, measure)["n"]]
    if not trained:
        return ["No trained model has been scored on these questions."]
    best, *others = trained
    model = results.models.loc[best]
    base = _base_of(results, best)
    tied = [label for label in others if pair(results, label, best, measure).get("p_value", 1) >= CHANCE]
    but = f", but {len(tied)} other{'s' * (len(tied) > 1)} may be as good" if tied else ""
    score = rate_text(results.score(best, measure), model["n"])
    better = _better_beside(results, best, others, measure)
    where = f" on schemas that hold only what the answer needs, {better} with {BESIDE}" if better else ""
    whose = f"the {MEASURES[measure][0]} of {best}" if better else f"its {MEASURES[measure][0]}"
    said = [f"{best} scores highest{where}{but}: {whose} is {score} on {model['n']} questions."]
    said += [pair(results, other, best, measure)["sentence"] for other in (*others[:1], base) if other]
    if model["wider"]:
        of_base = rate_text(results.models.loc[base, "wider"].get(measure)) if base else "-"
        also = f", its base {of_base}" if of_base != "-" else ""
        turned = ""
        if better:
            rival = rate_text(results.models.loc[better, "wider"][measure])
            turned = f", {better} {rival}: there the order turns, and a database of your own has such tables"
        own = rate_text(model["wider"].get(measure))
        said.append(f"With {BESIDE} the right ones {best if better else 'it'} has {own}{also}{turned}. The score above is the headline.")
    if others:
        names = f"{', '.join(tied[:5])}{' and more' if len(tied) > 5 else ''}"
        said.append(f"Trained models that cannot be told apart from {best} in pairs ({len(tied)} of {len(others)}): {names}." if tied else
                    f"Every other trained model can be told apart from {best} in pairs.")  # fmt: skip
    said += [_cost(results, [best, *others[:1]])] if model["training_seconds"] else []
    said += _quicker(results, best, tied)
    repeated, _ = seeds_table(results, measure)
    said.append("Each recipe stands here with one seed: another seed moves the score too." if repeated.empty else
                "Recipes with several seeds are in the table of seeds; all others stand here with one.")  # fmt: skip
    if model["standin"]:
        said.append("The best one is a small stand-in: its score is no evidence about the big model of its notebook.")
    return said


def _better_beside(results: Results, best: str, others: list[str], measure: str) -> str:
    """Return the model that is better than the best with other tables beside, where their intervals do not meet; else ""."""
    beside = {label: results.models.loc[label, "wider"].get(measure) for label in (best, *others)}
    beside = {label: score for label, score in beside.items() if rate_text(score) != "-"}
    better = max(beside, key=lambda label: beside[label]["rate"], default="")
    return better if best in beside and beside[better]["interval"][0] > beside[best]["interval"][1] else ""


def _base_of(results: Results, label: str) -> str:
    """Return the untrained model of the same run, not the one with worked examples in its prompt; "" if there is none."""
    source, bases = results.models["source"][label], results.models.loc[results.bases]
    for base, model in bases.iterrows():
        if model["model"] == "base" and source in (model["source"], *(place for _, place in model["also"])):
            return base
    return ""


def _cost(results: Results, labels: list[str]) -> str:
    told, devices = [], set()
    for label in labels:
        model = results.models.loc[label]
        if model["training_seconds"] > 0:  # not so of NaN, what is not known
            peak = model["training_peak_gib"]
            memory = f" and a peak of {peak:.1f} GiB" if peak > 0 else ""
            devices.add(model["device"])
            told.append(f"{label} took {model['training_seconds'] / 60:.1f} minutes of training{memory} on {model['device']}")
    apart = " The machines differ, so the minutes cannot be compared." if len(devices) > 1 else ""
    return "; ".join(told) + "." + apart if told else "What they cost was not recorded."


def _quicker(results: Results, best: str, tied: list[str]) -> list[str]:
    """Say which of the models that may be as good took least time on the same machine."""
    models = results.models.loc[[best, *tied]]
    seconds = models.loc[models["device"] == models.loc[best, "device"], "training_seconds"].dropna().astype(float) / 60
    if len(seconds) < 2 or best not in seconds.index:
        return []
    quick = seconds.idxmin()
    if quick == best:
        return ["None of these took less time than the best."]
    times = f"{seconds[quick]:.1f} minutes of training instead of {seconds[best]:.1f}"
    return [f"The fastest of these is {quick}: {times} on the same machine."]
