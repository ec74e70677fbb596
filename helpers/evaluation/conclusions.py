"""The answer to a notebook's title question in words, made from the run's own records and from nothing else."""

import math
import re
from collections.abc import Sequence

from helpers.files import read_lines
from helpers.memory.catalog import RECIPES
from helpers.runs import read_run
from helpers.scoring.measures import BESIDE, MEASURES, compare, headline
from helpers.scoring.statistics import paired_difference

SAME = 0.02  # a validation loss that is at most so far above its lowest, in proportion, has stood still
SMALLEST_GROUP = 10  # a group of fewer questions is not read: its interval spans most of the scale
UNANSWERED = "**Not measured.** This run has no score of a trained model, so it does not answer the question."
SPECIAL = re.compile(r"[\\`*_{}\[\]<>|$~&#!]")  # what Markdown, HTML or a formula would take for more than a character
UNPAIRED = "The two cannot be compared in pairs: their verdicts are not on the same questions."


class Facts:
    """What one run recorded, from a run, a run's record, a dict of `metrics` and the fields of `run.json`, or a published result."""

    def __init__(self, source):
        if isinstance(source, dict):
            self.record, metrics, self.folder = source, source.get("metrics", source), None
        else:
            self.record, self.folder = source.record, source.folder
            metrics = read_run(source.folder).metrics
        if "scores" in metrics:  # a published result keeps the verdicts of all models in one list
            rows = metrics.get("rows", [])
            reports = {name: {**report, "rows": [row | row[name] for row in rows]} for name, report in metrics["scores"].items()}
            self.record = {**self.record, **(self.record.get("costs") or {})}
            metrics = {**metrics, **reports, "models": list(reports)}
        self.metrics = metrics if isinstance(metrics, dict) else {}
        self.parameters = self.record.get("parameters") or {}
        self.models = [name for name in self.metrics.get("models") or [] if _scored(self.metrics.get(name))]
        self.wider = (self.metrics.get("wider") or {}).get("models") or {}
        self.model = plain(self.parameters.get("model_id") or self.record.get("model_id") or "the model").split("/")[-1]
        self.device = plain(self.record.get("device") or "a machine that is not recorded")
        self.standin = str(self.parameters.get("model_id") or self.record.get("model_id") or "").startswith("standin/")

    @property
    def last(self) -> dict:
        """Return the report of the model that the run ends with."""
        return self.metrics[self.models[-1]]

    def predictions(self) -> list[dict]:
        """Return the lines of `predictions.jsonl`, or of the same key of a dict; [] if there are none."""
        if self.folder is None:
            return self.record.get("predictions") or []
        path = self.folder / "predictions.jsonl"
        return read_lines(path) if path.is_file() else []


def conclude(stem: str, record, others: Sequence = ()) -> str:
    """Answer the title question of a notebook in Markdown: what changed, by how much, at what cost, and what is not known.

    Args:
        stem: of the notebook, such as `01_mistral_qlora`; its number is enough.
        record: a `Run` or a `RunRecord`, or a dict with `metrics`, `parameters` and the other fields of `run.json`.
        others: records of runs that differ in what the question is about, such as `find_arms` returns; this run may be among them.
    """
    facts, number = Facts(record), stem[:2]
    if number in ("00", "07", "08"):
        return {"00": _scores_disagree, "07": _which_won, "08": _asked}[number](facts)
    if not facts.models or (len(facts.models) < 2 and number != "05"):
        return UNANSWERED
    special = {"01": _on_a_t4, "02": _four_bits, "03": _methods, "04": _anchored, "05": _phases, "06": _published, "09": _votes}
    arms = [Facts(other) for other in others]
    parts = special[number](facts, arms) if number in special else [_learned(facts)]
    shared = [say(facts) for say in (_better_prompt, _costs, _wider, _benchmark, _seed)]
    return "\n\n".join(part for part in [_standin(number) if facts.standin else "", *parts, *shared] if part)


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
    shown = (low > 0 or high < 0) and found.get("p_value", 0) < 0.05
    return "same" if not shown else "better" if found["difference"] > 0 else "worse"


def change(before: dict, after: dict, names: tuple[str, str], found: dict | None = None) -> str:
    """Say in one sentence how a score differs between two reports, with n and the interval of the paired difference."""
    found = _pair(before, after) if found is None else found
    best = headline(after)
    measure, b, a = best["measure"], before.get(best["measure"]), after[best["measure"]]
    rates = f"{MEASURES[measure][0]} is {_rate(b)} for {names[0]} and {_rate(a)} for {names[1]}, on {a['n']} questions"
    if found is None:
        return f"{rates[0].upper()}{rates[1:]}. {UNPAIRED}"
    end = {"same": f"{found['n']} questions cannot tell the two apart", "better": "the difference is more than chance explains"}
    words = end.get(branch(found), "that is a loss that chance does not explain")
    return f"{rates[0].upper()}{rates[1:]}: {_points(found)}. {words[0].upper()}{words[1:]}."


def read_curve(log_history: Sequence[dict]) -> str:
    """Read a loss curve in words: start, end, the lowest validation loss and where, and whether the model began to overfit."""
    train, lost = _series(log_history, "loss")
    validation, lost_too = _series(log_history, "eval_loss")
    said = [f"{lost + lost_too} logged losses are no numbers and are left out."] if lost + lost_too else []
    if not train and not validation:
        return " ".join(["No loss was logged, so there is no curve to read.", *said])
    if train:
        (start, first), (end, last) = train[0], train[-1]
        said.append(f"The training loss went from {first:.2f} (step {start}) to {last:.2f} (step {end})." if len(train) > 1
                    else f"The training loss was logged once: {first:.2f} at step {start}.")  # fmt: skip
    if len(train) > 1 and train[-1][1] >= train[0][1]:
        said.append("It did not fall: the model has not learned.")
    said += _read_validation(train, validation)
    execution, _ = _series(log_history, "eval_execution")
    if execution:
        step, best = max(execution, key=lambda point: (point[1], -point[0]))
        said.append(f"Execution accuracy on validation questions went from {execution[0][1]:.0%} to {execution[-1][1]:.0%}, "
                    f"highest at step {step} ({best:.0%}).")  # fmt: skip
    return " ".join(said)


def _read_validation(train: list, validation: list) -> list[str]:
    if not validation:
        return ["No validation loss was measured, so nothing can be said about overfitting."]
    (start, first), (end, last) = validation[0], validation[-1]
    if len(validation) == 1:
        return [f"The validation loss was measured once, {first:.2f} at step {start}: one point shows no trend."]
    lowest_at, lowest = min(validation, key=lambda point: (point[1], point[0]))
    where = "the last evaluation" if lowest_at == end else f"step {lowest_at} of {max(end, train[-1][0] if train else end)}"
    said = [f"The validation loss went from {first:.2f} to {last:.2f}; its lowest is {lowest:.2f}, at {where}."]
    stood = min(step for step, loss in validation if loss <= lowest * (1 + SAME))
    if last > lowest * (1 + SAME):
        falling = not train or train[-1][1] < next((loss for step, loss in train if step >= lowest_at), train[-1][1] + 1)
        why = "while the training loss went on falling: the model has begun to overfit" if falling else "and so has the training loss"
        said.append(f"It has risen since, {why}. The checkpoint of step {lowest_at} was better.")
    elif stood < end and stood <= 0.75 * end:
        said.append(f"It has hardly moved since step {stood}: longer training would gain little, and no overfitting shows.")
    else:
        how = "still falling" if last < validation[-2][1] else "level"
        said.append(f"It was {how} at the end: the model has not begun to overfit.")
    return said


def read_scores(reports: dict[str, dict], wider_reports: dict[str, dict] | None = None, groups: dict | None = None) -> str:
    """Read a chart of scores in words.

    Args:
        reports: {model: report}, the first one the baseline.
        wider_reports: the same with other tables beside the right ones.
        groups: what the bars stand for, {group: {model: rate}}; the weakest and the strongest with at least ten questions are named.
    """
    scored = {name: report for name, report in reports.items() if _scored(report)}
    if not scored:
        return "No model has a score, so there is nothing to read."
    (first, base), *others = scored.items()
    said = [change(base, report, _called(first, name)) for name, report in others]
    if not others:
        best = headline(base)
        said = [f"{best['name'].capitalize()} of {_called(first)[0]} is {_rate(best)} on {best['n']} questions. No other model is shown."]
    last = list(scored)[-1]
    beside = [name for name in scored if _scored((wider_reports or {}).get(name))]
    if beside:
        rates = [f"{_rate(headline(wider_reports[name]))} ({plain(name)})" for name in beside]
        said.append(f"With {BESIDE} the right ones it is {' and '.join(rates) if len(rates) < 3 else ', '.join(rates)}.")
    return " ".join([*said, read_groups(groups or {}, last)]).rstrip()


def read_groups(groups: dict[str, dict[str, dict]], model: str) -> str:
    """Say on which group of questions a model is best and weakest; nothing where fewer than two have at least ten questions."""
    rates = {" ".join(name.split()): row[model] for name, row in groups.items() if (row.get(model) or {}).get("n", 0) >= SMALLEST_GROUP}
    if len(rates) < 2:
        return ""
    low, high = (pick(rates, key=lambda name: rates[name]["rate"]) for pick in (min, max))
    apart = rates[high]["interval"][0] > rates[low]["interval"][1]
    sure = "" if apart else " The two intervals overlap, so this may be chance."
    best, weakest = (f"{plain(name)} ({_rate(rates[name])})" for name in (high, low))
    return f"{plain(model[:1].upper() + model[1:])} is best on {best} and weakest on {weakest}.{sure}"


# One function a notebook: each returns paragraphs, the answer in bold first.

LEADS = {
    "better": "**Yes, in this run.** {model} learned to write SQL.", "same": "**Not shown.** No gain can be told from chance.",
    "worse": "**No.** Training made {model} worse.", "unknown": "**Not measured.** There is no comparison with the untrained model.",
}  # fmt: skip


def _learned(facts: Facts) -> str:
    found, before, after = _own_pair(facts)
    lead = LEADS[branch(found)].format(model=facts.model)
    return f"{lead} {change(before, after, ('the untrained model', 'the trained one'), found)}"


def _on_a_t4(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 01: can the model learn SQL on a free T4?"""
    elsewhere = f"This run was not on a T4 but on {facts.device}: what it takes on a T4 is an estimate, in the memory check above."
    return [_learned(facts), "" if "T4" in facts.device else elsewhere]


def _four_bits(facts: Facts, arms: list[Facts]) -> list[str]:
    """Answer 02: is a small model enough, and are 4 bits worth it?"""
    best, found = headline(facts.last), branch(_own_pair(facts)[0])
    enough = {
        "better": f"**Is it enough?** After training, {facts.model} answers {_rate(best)} of {best['n']} questions correctly; "
                  "07 compares it with 01 where both answered the same questions.",
        "worse": f"**Is it enough?** No: training made {facts.model} worse.",
    }.get(found, f"**Is it enough?** Not shown: no gain of {facts.model} can be told from chance.")  # fmt: skip
    by_bits = {bool(arm.parameters.get("load_in_4bit")): arm for arm in [*arms, facts] if arm.models}
    if len(by_bits) < 2:
        missing = "16" if True in by_bits else "4"
        value = str(missing == "4").lower()
        bits = f"**Are 4 bits worth it?** Not measured: the run in {missing} bits is missing. Make it with `-p load_in_4bit={value}`."
        return [f"{enough} {_paired_own(facts)}", bits]
    four, sixteen = by_bits[True], by_bits[False]
    pair = _pair(sixteen.last, four.last)
    lead = {"worse": "No: they cost accuracy.", "better": "Yes: they score better here.",
            "same": "By accuracy, nothing speaks against them.", "unknown": "The scores cannot be compared."}[branch(pair)]  # fmt: skip
    saved = _difference(sixteen.metrics.get("weights_gib"), four.metrics.get("weights_gib"), "They save {:.2f} GiB of weights.")
    slower = _ratio(four.record.get("training_seconds"), sixteen.record.get("training_seconds"),
                    "Training took {:.2f} times as long as in 16 bits.")  # fmt: skip
    said = change(sixteen.last, four.last, ("16 bits", "4 bits"), pair)
    return [f"{enough} {_paired_own(facts)}", " ".join(filter(None, ("**Are 4 bits worth it?**", lead, said, saved, slower)))]


def _methods(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 03: what does QLoRA give up against full fine-tuning, and which part of it is the price of 4 bits?"""
    reports = {name: facts.metrics[name] for name in facts.models}
    if not {"full", "qlora"} <= set(reports):
        return [f"**Not measured.** The run has {', '.join(reports)}; the question needs the arms full and qlora."]
    found = _pair(reports["full"], reports["qlora"])
    lead = {"worse": "QLoRA gives up accuracy.", "better": "QLoRA gives up nothing: it scores better here.",
            "same": "No loss of QLoRA can be told from chance.",
            "unknown": "The arms cannot be compared in pairs."}[branch(found)]  # fmt: skip
    parts = [f"**{lead}** {change(reports['full'], reports['qlora'], ('full fine-tuning', 'QLoRA'), found)}"]
    if "lora" in reports:
        parts.append(f"The price of the 4 bits alone is QLoRA against LoRA. {change(reports['lora'], reports['qlora'], ('LoRA', 'QLoRA'))}")
    costs = facts.metrics.get("arms") or facts.record.get("arms") or {}
    full, qlora = (costs.get(name) or {} for name in ("full", "qlora"))
    parts.append(" ".join(filter(None, (
        _ratio(qlora.get("trainable_parameters"), full.get("trainable_parameters"), "QLoRA trains {:.2f} times the parameters."),
        _ratio(qlora.get("training_seconds"), full.get("training_seconds"), "It took {:.2f} times as long as full fine-tuning."),
    ))))  # fmt: skip
    loved, high = facts.metrics.get("loved"), facts.metrics.get("high_rouge")
    if loved is not None:
        among = f" of {high}" if high else ""
        parts.append(f"{len(loved)}{among} answers of the arm {facts.models[1]} have a ROUGE-L above .9 and are wrong: ROUGE is no proof.")
    return parts


def _anchored(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 04: does a first phase on single-table SQL anchor the syntax? By the share of queries that the database accepts."""
    before, after = facts.metrics[facts.models[0]]["validity"], facts.last["validity"]
    found = facts.metrics.get("syntax") or _valid_pair(facts.metrics[facts.models[0]], facts.last)
    leads = {"better": "**Yes.** More queries are accepted by the database.",
             "worse": "**No.** Fewer queries are accepted by the database.",
             "same": "**Not shown.** The change in accepted queries may be chance."}  # fmt: skip
    lead = leads.get(branch(found), "**Not measured in pairs.**")
    points = f": {_points(found)}" if found else ""
    said = f"The share of queries that SQLite accepts went from {_rate(before)} to {_rate(after)}, on {after['n']} questions{points}."
    errors, names = after.get("errors") or {}, after.get("hallucinated") or {}
    refused, invented = sum(errors.values()), names.get("tables", 0) + names.get("columns", 0)
    left = f"Of the {refused} queries that are still refused, {invented} name a table or a column that does not exist." if refused else ""
    then = " That is no matter of syntax: 05 is about the schema." if refused and 2 * invented > refused else ""
    return [f"{lead} {said} {left}{then}".rstrip(), _paired_own(facts)]


def _phases(facts: Facts, arms: list[Facts]) -> list[str]:
    """Answer 05: what is the schema worth when queries need joins, does phase 1 help, and is it forgotten?"""
    found = {(bool(arm.parameters.get("include_schema")), arm.parameters.get("phase1_adapter") != "none"): arm
             for arm in [*arms, facts] if arm.models}  # fmt: skip
    both = next((pair for phase in (True, False) if None not in (pair := (found.get((False, phase)), found.get((True, phase))))), None)
    parts = []
    if both:
        without, with_schema = both
        lead = {"better": "The schema is worth accuracy.", "worse": "The schema hurts here.",
                "same": "No worth of the schema can be shown."}  # fmt: skip
        said = change(without.last, with_schema.last, ("no schema", "the schema"))
        parts.append(f"**{lead.get(branch(_pair(without.last, with_schema.last)), 'The arms cannot be compared.')}** {said}")
        parts.append(_with_joins(without, with_schema))
        rates = [(arm.last["validity"].get("hallucinated") or {}, arm.last["validity"]["n"]) for arm in (without, with_schema)]
        shares = [f"{100 * (names.get('tables', 0) + names.get('columns', 0)) / n:.0f} %" for names, n in rates if n]
        if len(shares) == 2:
            parts.append(f"Without it {shares[0]} of the queries name a table or a column that does not exist; with it {shares[1]}.")
    else:
        shown = str(not facts.parameters.get("include_schema")).lower()
        parts.append(f"**Not measured: what the schema is worth.** The other arm is missing. Make it with `-p include_schema={shown}`.")
    one, two = found.get((True, False)), found.get((True, True))
    if one and two:
        parts.append(f"Does phase 1 help? {change(one.last, two.last, ('phase 2 alone', 'both phases'))}")
    else:
        parts.append("Phase 2 alone was not run (`-p phase1_adapter=none`), so this does not say whether phase 1 helps.")
    forgotten = facts.metrics.get("forgetting")
    if forgotten:
        words = {"worse": "Phase 1 is partly forgotten.", "better": "Phase 1 is not forgotten: its own test even improved.",
                 "same": "No forgetting of phase 1 is shown."}[branch(forgotten["comparison"])]  # fmt: skip
        said = change(forgotten["before"], forgotten["after"], ("phase 1", "phase 2"), forgotten["comparison"])
        parts.append(f"**{words}** On phase 1's own test set: {said}")
    else:
        parts.append("Whether phase 1 is forgotten was not measured in this run.")
    return parts


def _with_joins(without: Facts, with_schema: Facts) -> str:
    lines = with_schema.predictions()
    if len(lines) != len(with_schema.last["rows"]) or len(lines) != len(without.last["rows"]):
        return ""
    said = []
    for words, wanted in (("that need a join", True), ("without a join", False)):
        indexes = [i for i, line in enumerate(lines) if bool(re.search(r"\bJOIN\b", line["sql"], re.IGNORECASE)) is wanted]
        if len(indexes) >= SMALLEST_GROUP:
            cut = [{**arm.last, "rows": [arm.last["rows"][i] for i in indexes]} for arm in (without, with_schema)]
            pair = _pair(*cut)
            said.append(f"On the {pair['n']} questions {words} the schema is worth {_points(pair)}." if pair else "")
    return " ".join(said)


def _published(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 06: what was done on the way from a base model to a published one."""
    asked = {"a merge into the base model": "merge", "a GGUF file": "gguf", "an upload": "push_to_hub"}
    done, left = ([words for words, name in asked.items() if bool(facts.parameters.get(name)) is wanted] for wanted in (True, False))
    steps = ["The adapter was trained, scored, saved and loaded again."]
    steps += [f"This run also made {_listed(done)}."] if done else []
    steps += [f"Not asked for: {_listed(left)}."] if left else []
    parts = [_learned(facts), " ".join(steps)]
    forms = {name: form["report"] for name, form in (facts.metrics.get("exports") or {}).items() if _scored(form.get("report"))}
    if len(forms) < 2:
        return [*parts, "Only the adapter was scored: the score says nothing about a merged or converted file."]
    (first, report), *others = forms.items()
    said = [change(report, other, (f"the {first}", f"the {name} file")) for name, other in others]
    return [*parts, f"What was exported was scored again. {' '.join(said)}"]


def _votes(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 09: what do several answers and a vote add, without training?"""
    found, before, after = _own_pair(facts)
    samples = facts.parameters.get("samples")
    many = f"{samples} answers and a vote" if samples else "Several answers and a vote"
    lead = {"better": f"**{many} add accuracy.**", "worse": f"**{many} cost accuracy.**",
            "same": f"**{many} add nothing that can be told from chance.**"}.get(branch(found), "**Not measured in pairs.**")  # fmt: skip
    parts = [f"{lead} {change(before, after, ('one greedy answer', 'the vote'), found)}"]
    ceiling, always = facts.metrics.get("pass_at_k"), facts.metrics.get("pass_all_k")
    if ceiling and ceiling.get("rate") is not None:
        sure = f" All answers are right for {_rate(always)}." if always and always.get("rate") is not None else ""
        parts.append(f"At least one answer is right for {_rate(ceiling)} of the questions: no vote can do better.{sure}")
    seconds = facts.metrics.get("seconds_a_question") or {}
    one, many = (seconds.get(name) for name in (facts.models[0], facts.models[-1]))
    parts.append(_ratio(many, one, f"A question took {one or 0:.2f} s with one answer and {{:.1f}} times as long with the vote."))
    return parts


def _scores_disagree(facts: Facts) -> str:
    """Answer 00: when is a generated query right?"""
    report = facts.metrics.get("report")
    if not report:
        return "**Not measured.** This run judged no predictions."
    counts = {MEASURES[name][0]: sum(row.get(MEASURES[name][1]) is True for row in report["rows"])
              for name in MEASURES if any(MEASURES[name][1] in row for row in report["rows"])}  # fmt: skip
    n, lucky = len(report["rows"]), len(facts.metrics.get("lucky") or [])
    said = ", ".join(f"{name} accepts {count}" for name, count in counts.items())
    luck = (f"{lucky} of them {'is' if lucky == 1 else 'are'} right on one database and wrong on another: right by luck."
            if lucky else "None of them is right by luck on one database and wrong on others.")  # fmt: skip
    return (
        "**A query is right when it returns what the gold query returns, on every database and not on one alone.** "
        f"The scores do not agree on the same {n} predictions: {said}. {luck} "
        "That is why test suite accuracy is the headline of this series. "
        f"These {n} predictions were chosen to show the differences: how often they occur is another question."
    )


def _asked(facts: Facts) -> str:
    """Answer 08: does it work on a database of one's own?"""
    verdicts, n = facts.metrics.get("verdicts") or {}, facts.metrics.get("n") or 0
    if not n:
        return "**Not measured.** No question with a known answer was asked, so this run does not say how far to trust the answers."
    runs, right = verdicts.get("some query runs", 0), verdicts.get("right rows", 0)
    lead = "**It answers, and most answers are right.**" if 2 * right > n else "**It answers, but most answers are wrong.**"
    lead = "**It does not: no answer is right.**" if not right else lead
    writer = str(facts.metrics.get("writer") or "")
    about = f" They were written by {plain(writer)}." if writer else ""
    standin = f" {_standin('08')}" if facts.standin or "standin/" in writer else ""
    return (
        f"{lead} Of {n} questions about a practice database, {runs} got a query that runs and {right} the right rows; "
        f"{max(runs - right, 0)} answers look like answers and are wrong.{about} "
        f"{n} questions give a rough idea only, and your database is another one: check answers that matter.{standin}"
    )


def _which_won(facts: Facts) -> str:
    """Answer 07: which run won, by how much, and at what cost."""
    said = [plain(sentence) for sentence in facts.metrics.get("conclusions") or []]
    if not said:
        return "**Not measured.** No trained model has a score, so no run has won."
    return "\n".join([f"**{said[0]}**", "", *(f"- {sentence}" for sentence in said[1:])])


# The sentences that several notebooks share.


def _paired_own(facts: Facts) -> str:
    found, before, after = _own_pair(facts)
    return change(before, after, ("the untrained model", "the trained one"), found)


def _better_prompt(facts: Facts) -> str:
    """Hold the trained model against the untrained one with worked examples in its prompt."""
    few = next((name for name in facts.models[1:-1] if name.startswith("base,")), "")
    if not few:
        return ""
    said = change(facts.metrics[few], facts.last, ("the untrained model with worked examples", "the trained one"))
    return f"Against a better prompt ({few.removeprefix('base, ')}): {said}"


def _costs(facts: Facts) -> str:
    """Say what training cost: minutes, peak memory, examples, machine."""
    seconds, peak = facts.record.get("training_seconds"), facts.record.get("training_peak_gib")
    arms = facts.metrics.get("arms") if isinstance(facts.metrics.get("arms"), dict) else facts.record.get("arms")
    if isinstance(arms, dict) and arms:
        told = [f"{plain(name)} {cost['training_seconds'] / 60:.1f}" for name, cost in arms.items() if cost.get("training_seconds")]
        return f"Minutes of training on {facts.device}: {_listed(told)}." if told else ""
    if not seconds:
        return "" if "training_seconds" not in facts.record else "What training cost was not recorded."
    memory = f", with a peak of {peak:.1f} GiB of memory" if peak else ""
    return f"Training took {seconds / 60:.1f} minutes on {facts.device}{memory}."


def _wider(facts: Facts) -> str:
    """Put the score with other tables beside the right ones beside the plain one, and say which of the two is the headline."""
    names = [name for name in facts.models if _scored(facts.wider.get(name))]
    if len(names) < 1:
        return f"The score with {BESIDE} the right ones was not measured, so nothing is known about schemas with more tables."
    reports = [facts.wider[name] for name in names]
    found = (facts.metrics.get("wider") or {}).get("comparison")
    said = f"{_rate(headline(reports[0]))} on {headline(reports[0])['n']} questions."
    if len(names) > 1:
        said = change(reports[0], reports[-1], _called(names[0], names[-1]), found)
    gained = branch(facts.metrics.get("comparison")) == "better"
    lost = branch(found) == "worse" or (gained and branch(found) == "same")
    warning = " So the gain does not carry over to schemas that show more than the answer needs." if lost else ""
    return f"The scores above are the headline: each schema holds only what the answer needs. With {BESIDE} the right ones: {said}{warning}"


def _benchmark(facts: Facts) -> str:
    """Say what Spider's development set says, where it was asked."""
    after, before = facts.metrics.get("benchmark"), facts.metrics.get(f"benchmark_{facts.models[0]}")
    if not _scored(after):
        return ""
    best = headline(after)
    was = f"{_rate(before.get(best['measure']))} before and " if _scored(before) and before.get(best["measure"]) else ""
    return f"On Spider's development set ({best['n']} questions, whole schemas), {best['name']} is {was}{_rate(best)} after training."


def _called(*names: str) -> tuple[str, ...]:
    return tuple(f"the {plain(name)} model" for name in names)


def _seed(facts: Facts) -> str:
    seed = facts.parameters.get("seed")
    return f"This is one run with one seed ({seed}): another seed moves the score too." if seed is not None else ""


def _standin(number: str) -> str:
    big = RECIPES.get(number, "").split("/")[-1]
    if not big:
        return "**A small stand-in was asked.** It shows how the method works; it is no evidence about a larger model."
    return f"**A small stand-in took the place of {big}.** It shows that the recipe works; it is no evidence about {big}."


def _scored(report: object) -> bool:
    if not isinstance(report, dict):
        return False
    return any((report.get(name) or {}).get("rate") is not None for name in ("test_suite", "execution_accuracy", "exact_match"))


def _own_pair(facts: Facts) -> tuple[dict | None, dict, dict]:
    before, after = facts.metrics[facts.models[0]], facts.last
    recorded = facts.metrics.get("comparison")
    return recorded if recorded else _pair(before, after), before, after


def _pair(before: dict, after: dict) -> dict | None:
    """Compare two reports in pairs; None where their verdicts are not recorded or not on the same questions."""
    one, other = before.get("rows") or [], after.get("rows") or []
    same = one and [row.get("db_id") for row in one] == [row.get("db_id") for row in other]
    key = MEASURES[headline(after)["measure"]][1]
    judged = same and any(None not in (old.get(key), new.get(key)) for old, new in zip(one, other, strict=True))
    return compare(before, after) if judged else None


def _valid_pair(before: dict, after: dict) -> dict | None:
    pairs = zip((row.get("valid") for row in before.get("rows") or []), (row.get("valid") for row in after.get("rows") or []), strict=False)
    judged = [pair for pair in pairs if None not in pair]
    return paired_difference(*zip(*judged, strict=True)) if judged else None


def _rate(score: dict | None) -> str:
    if not score or score.get("rate") is None:
        return "not measured"
    low, high = score["interval"]
    return f"{100 * score['rate']:.1f} % [{100 * low:.1f}, {100 * high:.1f}]"


def _points(found: dict) -> str:
    low, high = found["interval"]
    return f"{100 * found['difference']:+.1f} points, 95 % interval {100 * low:+.1f} to {100 * high:+.1f}"


def _ratio(value: float | None, to: float | None, words: str) -> str:
    return words.format(value / to) if value and to else ""


def _difference(value: float | None, less: float | None, words: str) -> str:
    return words.format(value - less) if value and less else ""


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _series(log_history: Sequence[dict], key: str) -> tuple[list[tuple[int, float]], int]:
    """Return the (step, value) points of a key, and how many values are no finite numbers."""
    logged = [(entry.get("step", 0), entry[key]) for entry in log_history if isinstance(entry.get(key), (int, float))]
    points = [(step, value) for step, value in logged if math.isfinite(value)]
    return points, len(logged) - len(points)
