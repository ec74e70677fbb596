"""What one run recorded, and what any run can say of itself: worked examples, its cost, wider schemas, a benchmark, its seed."""

from helpers.evaluation.conclusions.sentences import branch, called, change, listed, pair, plain, rate, scored
from helpers.memory.catalog import RECIPES
from helpers.runs import read_run
from helpers.scoring.measures import BESIDE, MEASURES, headline

NAMES = ("the untuned model", "the tuned one")


class Facts:
    """What one run recorded, from a run, a run's record or a dict of `metrics` and the fields of `run.json`."""

    def __init__(self, source):
        self.run = None if isinstance(source, dict) else read_run(source.folder)
        self.record = source.record if self.run else source
        self.metrics = metrics = self.run.metrics if self.run else source.get("metrics", source)
        self.parameters = self.record.get("parameters") or {}
        self.models = [name for name in metrics.get("models") or [] if scored(metrics.get(name))]
        self.first, self.last = (metrics[self.models[place]] if self.models else {} for place in (0, -1))
        self.arms: dict[str, dict] = self.record.get("arms") or {}  # empty where one model was trained
        model_id = str(self.parameters.get("model_id") or self.record.get("model_id") or "the model")
        self.model = plain(model_id).split("/")[-1]
        self.device = plain(self.record.get("device") or "a machine that is not recorded")
        self.standin = model_id.startswith("standin/") or "standin/" in str(metrics.get("writer"))

    @property
    def gain(self) -> dict | None:
        """Return the comparison of the last model with the first, as it was recorded or else made now."""
        return self.metrics.get("comparison") or pair(self.first, self.last)

    def learned(self, *names: str) -> str:
        """Say how the score of the last model differs from that of the first."""
        return change(self.first, self.last, names or NAMES, self.gain)

    def took(self) -> str:
        """Say how long the run took from its start to its end, where, and its peak of memory: of the GPU where that is recorded."""
        seconds, gpu = self.record.get("seconds"), self.record.get("peak_gpu_gib")
        if not seconds:
            return ""
        peak, whose = (gpu, "the GPU's memory") if gpu else (self.record.get("peak_ram_gib"), "memory")
        time = f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.1f} minutes"
        return f"The run took {time} on {self.device}{f', with a peak of {peak:.1f} GiB of {whose}' if peak else ''}."

    def before_voting(self) -> str:
        """Split the gain of a vote: what one drawn answer brings, replaced by the greedy one where it fails, and what voting adds."""
        over = (self.metrics.get("over_samples") or {}).get("vote@k") or {}
        one, best = over.get("1") or over.get(1) or {}, headline(self.last)  # a record has texts for numbers
        greedy, alone = (self.first.get(best["measure"]) or {}).get("rate"), one.get("rate")
        if len(over) < 2 or None in (greedy, alone):
            return ""
        first, both = (round(100 * (reached - greedy), 1) for reached in (alone, best["rate"]))  # so that what is shown adds up
        return (
            "Two things change here. With no vote at all, one drawn answer, replaced by the greedy one where it fails, is right for "
            f"{rate(one)} (vote@1): {first:+.1f} points against the greedy answer. "
            f"Voting adds {both - first:+.1f} points to that. {self._rescued(MEASURES[best['measure']][1])}"
        ).rstrip()

    def _rescued(self, key: str) -> str:
        """Tell the questions whose greedy query fails from the others: what the vote wins and loses of each."""
        rows = [(old.get("valid"), old.get(key), new.get(key)) for old, new in zip(self.first["rows"], self.last["rows"], strict=True)]
        failing = [new for valid, old, new in rows if valid is False and None not in (old, new)]
        others = [(old, new) for valid, old, new in rows if valid and None not in (old, new)]
        gained, lost = others.count((False, True)), others.count((True, False))
        said = (f"Of the {len(failing)} questions whose greedy query is not valid, the vote gets {sum(failing)} right; "
                f"of the {len(others)} others it wins {gained} and loses {lost}.")  # fmt: skip
        return said if failing and others else ""

    def evidence(self, number: str) -> str:
        """Say of a model that took the place of the recipe's what its scores show in this notebook; "" of the recipe's own."""
        if number not in RECIPES:
            asked = "**A small stand-in was asked.** It shows how the method works; it is no evidence about a larger model."
            return asked if self.standin else ""
        big = RECIPES[number].split("/")[-1]
        if self.standin:
            return f"**A small stand-in took the place of {big}.** It shows that the recipe works; it is no evidence about {big}."
        return "" if self.model in (plain(big), "the model") else f"**{self.model} took the place of {big}**, which was not trained here."

    def predictions(self) -> list[dict]:
        """Return the lines of `predictions.jsonl`, or of the same key of a dict; [] if there are none."""
        if self.run and self.run.predictions_file().is_file():
            return self.run.predictions()
        return [] if self.run else self.record.get("predictions") or []


def of_any_run(facts: Facts) -> list[str]:
    """Say what any run can say of itself: worked examples, the costs, wider schemas, Spider's development set, the seed."""
    seed = facts.parameters.get("seed")
    said = [_worked_examples(facts), cost(facts), _wider(facts), _benchmark(facts)]
    return [*said, f"This is one run with one seed ({seed}): another seed moves the score too." if seed is not None else ""]


def _worked_examples(facts: Facts) -> str:
    """Hold the last model against the first one with worked examples in its prompt."""
    few = next((name for name in facts.models[1:-1] if name.startswith(f"{facts.models[0]},")), "")
    if not few:
        return ""
    asked = ("one greedy answer", "the vote") if facts.models[-1] == "vote" else NAMES
    said = change(facts.metrics[few], facts.last, (f"{asked[0]} with worked examples", asked[1]))
    return f"Against worked examples in the prompt ({few.partition(', ')[2]}): {said}"


def cost(facts: Facts) -> str:
    """Say what training cost, in minutes and memory, on which machine."""
    if facts.arms:
        told = [f"{plain(name)} {arm['training_seconds'] / 60:.1f}" for name, arm in facts.arms.items() if arm.get("training_seconds")]
        return f"Minutes of training on {facts.device}: {listed(told)}." if told else ""
    seconds, peak = facts.record.get("training_seconds"), facts.record.get("training_peak_gib")
    if not seconds:
        return "What training cost was not recorded." if "training_seconds" in facts.record else ""
    memory = f", with a peak of {peak:.1f} GiB of memory" if peak else ""
    return f"Training took {seconds / 60:.1f} minutes on {facts.device}{memory}."


def _wider(facts: Facts) -> str:
    """Put the score with other tables beside the right ones beside the plain one, and say which of the two is the headline."""
    found = facts.metrics.get("wider") or {}
    reports = [(name, report) for name in facts.models if scored(report := (found.get("models") or {}).get(name))]
    if not reports:
        whole = "spider" in str(facts.parameters.get("dataset_id")).lower()  # its schemas are those of whole databases
        unknown = f"The score with {BESIDE} the right ones was not measured, so nothing is known about schemas with more tables."
        return "" if whole else unknown
    (first, before), *others = reports
    others = others if facts.arms else others[-1:]
    told = [_carried(facts, first, before, name, after) for name, after in others]
    said = " ".join(told) or f"{rate(headline(before))} on {headline(before)['n']} questions."
    return f"The scores above are the headline: each schema holds only what the answer needs. With {BESIDE} the right ones: {said}"


def _carried(facts: Facts, first: str, before: dict, name: str, after: dict) -> str:
    """Say how a model's score with other tables beside differs from the first model's, and whether its gain is still there."""
    last = name == facts.models[-1]
    found = (facts.metrics["wider"].get("comparison") if last else None) or pair(before, after)
    gained = branch(facts.gain if last else pair(facts.first, facts.metrics[name])) == "better"
    warnings = {"worse": " So the gain does not carry over to schemas that show more than the answer needs.",
                "same": " Whether the gain carries over is not shown."}  # fmt: skip
    return change(before, after, called(first, name), found) + (warnings.get(branch(found), "") if gained else "")


def _benchmark(facts: Facts) -> str:
    after, before = facts.metrics.get("benchmark"), facts.metrics.get(f"benchmark_{facts.models[0]}")
    if not scored(after):
        return ""
    if scored(before):
        told = change(before, after, NAMES, after.get("comparison"))
        return f"On Spider's development set, whose schemas are those of whole databases: {told}"
    best = headline(after)
    return f"On Spider's development set ({best['n']} questions, whole schemas), {best['name']} is {rate(best)} after training."
