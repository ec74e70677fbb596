"""The models of finished runs side by side: who may be compared with whom, by which score, in one table."""

import difflib
from collections.abc import Collection

import pandas as pd

from helpers import UserError
from helpers.comparison.results import Results, number_text, rate_text
from helpers.parameters import of_role
from helpers.scoring.measures import BESIDE, HEADLINES, MEASURES
from helpers.scoring.spider.hardness import easy_first
from helpers.scoring.statistics import rate_of


def test_sets(results: Results) -> pd.DataFrame:
    """Show the sets of questions, a row a letter: models, questions, data, and what a set shares with the first one.

    Rates over different questions say nothing about each other, so models are ranked within a letter only. A results file that
    does not say which questions it is about is a set of its own.
    """
    rows, keys = {}, {}
    for letter, group in results.models.groupby("letter"):
        model = group.iloc[0]
        keys[letter] = {*results.asked(group.index[0])["key"]} - {""}
        shared = f"{len(keys[letter] & keys['A'])} of {model['n']}" if model["test_set"] else "its file does not say"
        rows[letter] = {"models": len(group), "questions": model["n"], "data": ", ".join(sorted(set(group["dataset_id"]))),
                        "questions shared with A": "-" if letter == "A" else shared}  # fmt: skip
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("test set")


test_sets.__test__ = False  # its name is not that of a test


def choose_test_set(results: Results, letter: str = "", first: str = "", second: str = "") -> tuple[Results, str]:
    """Return one test set's models, and say which: as asked, a named model's, or the first. Raise UserError for an unknown name."""
    letters = sorted(set(results.models["letter"]), key=lambda name: (len(name), name))
    if letter and letter.upper() not in letters:
        raise UserError(f"test_set {letter}: there is no such test set. Take one of {', '.join(letters)}, or leave it empty.")
    named = [results.models["letter"][find_model(name, results, what)] for name, what in ((first, "first"), (second, "second")) if name]
    chosen = letter.upper() or (named or letters)[0]
    focus = results.only(results.models.index[results.models["letter"] == chosen])
    others = len(letters) - 1
    why = (f". The other {others} test set{'s hold' if others > 1 else ' holds'} other questions or only a part of these, so their models "
           "are not ranked against these; they stand in table.csv" if others else "")  # fmt: skip
    return focus, f"the {len(focus.models)} models of test set {chosen}{why}"


def choose_measure(results: Results, asked: str = "") -> tuple[str, str]:
    """Return the measure to compare models by, and why: the strictest that all have. Raise UserError where there is no such measure."""
    if asked and asked not in MEASURES:
        raise UserError(f"measure {asked}: there is no such score. Take one of {', '.join(MEASURES)}, or leave it empty.")
    labels = results.models.index
    if asked:
        missing = sum(results.score(label, asked)["n"] == 0 for label in labels)
        return asked, f"{MEASURES[asked][0]}, as asked" + (f"; {missing} of {len(labels)} models do not have it" if missing else "")
    for measure in HEADLINES:
        if all(results.score(label, measure)["n"] for label in labels):
            return measure, f"{MEASURES[measure][0]}, the strictest score that all of them have"
    return "exact_match", "exact match, though not all of them have it"


def results_table(results: Results, measure: str) -> pd.DataFrame:
    """Show a row a model, best first within its test set: every rate with its 95 % interval; a dash if it was not measured.

    The measure that ranks them stands first, and beside it the same with other tables in the schemas.
    """
    shown = [name for name in MEASURES if name != measure and (name != "spider_em" or results.answers[name].notna().any())]
    seeds = {label: "one" if label in results.trained else "-" for label in results.models.index}  # "one": its spread is not known
    for group in differ_in(results, ["seed"], without_letter=True):
        if (several := len(_seeds(results, group))) > 1:
            seeds |= dict.fromkeys(group, str(several))
    rows = []
    for label, model in _in_order(results, measure):
        same = f" (the same in {len(model['also']) + 1} runs)" if model["also"] else ""
        first, *others = ((MEASURES[name][0].removesuffix(" accuracy"), rate_text(results.score(label, name), model["n"]))
                          for name in (measure, *shown))  # fmt: skip
        wider = {BESIDE: rate_text(model["wider"].get(measure), model["n"])} if any(results.models["wider"]) else {}
        rows.append({
            "test set": model["letter"], "model": label + same, **dict([first]), **wider, "n": model["n"], **dict(others),
            "seeds": seeds[label],
        })  # fmt: skip
    return pd.DataFrame(rows).set_index(["test set", "model"])


def brief(table: pd.DataFrame, *names: str) -> pd.DataFrame:
    """Return a table of one test set for a page: without its letter, and without the columns `names` that say the same in each row."""
    return table.droplevel("test set").drop(columns=[name for name in names if table[name].nunique() == 1])


def costs_table(results: Results, measure: str) -> pd.DataFrame:
    """Show a row a model in the same order: what it is, on what it was trained, and what that cost; a dash if it is not known.

    Minutes and peak memory are those of the training: of the GPU, or of the whole process on a CPU.
    """
    rows = []
    for label, model in _in_order(results, measure):
        all_rows = "all" if model["parameters"].get("train_examples") == -1 else "-"
        rows.append({
            "test set": model["letter"], "model": label,
            "minutes": number_text(model["training_seconds"], 1, 60), "peak GiB": number_text(model["training_peak_gib"], 2),
            "rows": number_text(model["train_rows"], other=all_rows) if model["trained"] else "-", "device": model["device"],
            "base model": model["model_id"] + (" (a stand-in)" if model["standin"] else ""), "data": model["dataset_id"],
            "trained parameters": number_text(model["trainable_parameters"]), "examples/s": number_text(model["examples_a_second"], 1),
            "tokens/s": number_text(model["tokens_a_second"]), "run": model["run"],
        })  # fmt: skip
    return pd.DataFrame(rows).set_index(["test set", "model"])


def _in_order(results: Results, measure: str):
    """Yield label and model, best first within its test set."""
    letters = results.models["letter"]
    for label in sorted(results.ranked(measure), key=lambda label: (len(letters[label]), letters[label])):
        yield label, results.models.loc[label]


def stand_in_note(results: Results) -> str:
    """Say which of the scores are those of stand-ins, or return an empty text."""
    count, total = int(results.models["standin"].sum()), len(results.models)
    if not count:
        return ""
    which = "All of these models are stand-ins" if count == total else f"{count} of these {total} models are stand-ins"
    return f"{which}: small embedded models in a rehearsal. Their scores show that a recipe works, not how well the named model would do."


def find_model(name: str, results: Results, what: str = "first") -> str:
    """Find a model by its label, by run and model, or by the run alone (its last model). Raise UserError where there is not exactly one."""
    models = results.models
    names = models.apply(lambda model: {model.name, model["name"], *(other for other, _ in model["also"])}, axis="columns")
    exact = [label for label, own in names.items() if name in own]
    ends = [label for label, model in models.iterrows() if f"/{model['name']}".endswith((f"/{name}", f" {name}"))
            or (model["last"] and f"/{model['run']}".endswith(f"/{name}"))]  # fmt: skip
    found = exact or ends
    if len(found) == 1:
        return found[0]
    near = difflib.get_close_matches(name, [*models.index, *models["name"]], 3, 0.3)
    names = found or near or list(models.index[:3])
    raise UserError(f"{what} {name}: {'several models have' if found else 'no model has'} this name. Perhaps {', or '.join(names)}.")


def choose_pair(results: Results, focus: Results, first: str, second: str, measure: str) -> tuple[str, str, str]:
    """Return the labels of two models to pair and say how they were chosen; ("", "", what is missing) if there are none.

    `focus` holds the models of one test set, among which the best by `measure` are chosen where `first` or `second` is empty. Raise
    UserError where a name is not that of one model.
    """
    one, other = (find_model(name, results, what) if name else "" for name, what in ((first, "first"), (second, "second")))
    if one and other:
        return one, other, "both as asked"
    named = one or other
    letter = results.models["letter"]
    here = results.only(letter.index[letter == letter[named]]) if named else focus
    best = [label for label in here.ranked(measure) if label != named and here.score(label, measure)["n"]]
    trained = [label for label in best if label in here.trained]
    if named:
        if not best:
            return "", "", f"{named} is the only model on its questions: a comparison takes another run on the same ones."
        partner = (trained or best)[0]
        return one or partner, other or partner, f"{named} as asked, and the best of the others on the same questions"
    if len(trained) > 1:
        return trained[1], trained[0], (
            "the two best trained models of the test set. They were picked for their scores, which flatters the better one: "
            "for a claim, name first and second before you look"
        )  # fmt: skip
    if len(best) > 1:
        return best[1], best[0], "the only trained model of the test set, and the untrained base: for more, run another recipe"
    return "", "", "There is one model on these questions: a comparison takes two."


def rates_by(results: Results, measure: str, column: str = "hardness") -> dict[str, dict[str, dict]]:
    """Return {value of a column of the questions: {label: rate with interval}}."""
    grouped = results.answers.groupby([column, "label"], sort=False)[measure].agg(["sum", "count"])
    return {value: {label: rate_of(int(row["sum"]), int(row["count"])) for label, row in grouped.loc[value].iterrows()}
            for value in easy_first(results.answers[column])}  # fmt: skip


def differ_in(results: Results, names: Collection[str], without_letter: bool = False) -> list[list[str]]:
    """Return the trained models of one recipe that differ in nothing but these parameters; groups of two and more, largest first."""
    trained = results.models[results.models["trained"]]
    by = ["stem", "model", *["letter"] * (not without_letter)]
    same = trained["parameters"].map(
        lambda values: str(sorted((name, str(values[name])) for name in of_role(values, "recipe", "condition") if name not in names))
    )
    groups = [list(rows.index) for _, rows in trained.assign(same=same).groupby([*by, "same"], sort=False)]
    return sorted((group for group in groups if len(group) > 1), key=len, reverse=True)


def seeds_table(results: Results, measure: str) -> tuple[pd.DataFrame, str]:
    """Show each recipe that was run with several seeds: the mean of its scores and how far the seeds spread.

    A seed also draws the rows of a data set that has no order of its own, so that the test questions may differ: the table says so.
    """
    rows, several = [], 0
    for group in differ_in(results, ["seed"], without_letter=True):
        scored = [label for label in group if results.score(label, measure)["n"]]
        if len(seeds := _seeds(results, scored)) > 1:
            several += len(seeds)
            rates = pd.Series([results.score(label, measure)["rate"] for label in scored])
            models = results.models.loc[scored]
            rows.append({
                "recipe": f"{models['stem'].iloc[0][:2]} {models['model'].iloc[0]}", "seeds": ", ".join(seeds),
                f"mean {MEASURES[measure][0]}": f"{rates.mean():.3f}", "standard deviation": f"{rates.std():.3f}",
                "lowest to highest": f"{rates.min():.3f} to {rates.max():.3f}",
                "test questions": "the same" if models["letter"].nunique() == 1 else "each seed its own",
            })  # fmt: skip
    said = f"{len(rows)} recipe{'s were' if len(rows) != 1 else ' was'} run with several seeds. " if rows else ""
    alone = len(results.trained) - several
    have = "model has" if alone == 1 else "models have"
    return pd.DataFrame(rows), said + f"{alone} trained {have} a single seed, so how far the seed moves the score is not known."


def _seeds(results: Results, labels: list[str]) -> list[str]:
    return sorted({str(results.models["parameters"][label].get("seed")) for label in labels})
