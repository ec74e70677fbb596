"""The answer to a notebook's title question in words, made from the run's own records and from nothing else."""

import re
from collections.abc import Sequence

from helpers.evaluation.conclusions.facts import Facts, cost, of_any_run
from helpers.evaluation.conclusions.sentences import change, lead, listed, pair, plain, points, rate, ratio, scored
from helpers.scoring.measures import MEASURES, headline, of_rows
from helpers.scoring.statistics import FEWEST, wilson_interval


def conclude(stem: str, record, others: Sequence = ()) -> str:
    """Answer the title question of a notebook in Markdown: what changed, by how much, at what cost, and what is not known.

    Of the stem its number is enough. `record` is a `Run` or a `RunRecord`, or a dict with `metrics`, `parameters` and the other fields of
    `run.json`; `others` are records of runs that differ in what the question is about, this run among them or not (`find_arms`).
    """
    facts, number = Facts(record), stem[:2]
    if number in UNTRAINED:
        parts = [UNTRAINED[number](facts)]
    elif not facts.models or (len(facts.models) < 2 and number != "05"):
        parts = ["**Not measured.** This run has no score of a trained model, so it does not answer the question."]
    else:
        arms = [arm for arm in map(Facts, [*others, record]) if arm.models]
        parts = [*TRAINED.get(number, _learned)(facts, arms), *of_any_run(facts)]
    evidence = facts.evidence(number)
    parts = [evidence, *parts] if facts.standin else [*parts, evidence]
    return "\n\n".join(part for part in dict.fromkeys(parts) if part)


def _learned(facts: Facts, _: list[Facts]) -> list[str]:
    return [f"{lead('learned', facts.gain, model=facts.model)} {facts.learned()}"]


def _on_a_t4(facts: Facts, arms: list[Facts]) -> list[str]:
    """Answer 01: can the model learn SQL on a free T4?"""
    elsewhere = f"This run was not on a T4 but on {facts.device}: what it takes on a T4 is estimated at the top."
    return [*_learned(facts, arms), "" if "T4" in facts.device else elsewhere]


def _four_bits(facts: Facts, arms: list[Facts]) -> list[str]:
    """Answer 02: is a small model enough, and are 4 bits worth it?"""
    best = headline(facts.last)
    right = f"{round(best['rate'] * best['n'])} of {best['n']} questions are right"
    parts = [f"**Is it enough?** {right}; whether that is enough is not shown here. 07 compares it with 01 where both answered the same "
             f"questions. {facts.learned()}"]  # fmt: skip
    by_bits = {bool(arm.parameters.get("load_in_4bit")): arm for arm in arms}
    if len(by_bits) < 2:
        missing, value = ("16", "false") if True in by_bits else ("4", "true")
        said = f"**Are 4 bits worth it?** Not measured: the run in {missing} bits is missing."
        return [*parts, f"{said} Make it with `-p load_in_4bit={value}`."]
    four, sixteen = by_bits[True], by_bits[False]
    found = pair(sixteen.last, four.last)
    most = f"{max(0, -100 * found['interval'][0]):.0f}" if found else ""
    said = f"**Are 4 bits worth it?** {lead('bits', found, most=most)} {change(sixteen.last, four.last, ('16 bits', '4 bits'), found)}"
    weights = [arm.metrics.get("weights_gib") for arm in (sixteen, four)]
    said += f" They save {weights[0] - weights[1]:.2f} GiB of weights." if all(weights) else ""
    seconds = [arm.record.get("training_seconds") for arm in (four, sixteen)]
    return [*parts, said + ratio(*seconds, " Training took {:.2f} times as long as in 16 bits.")]


def _methods(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 03: what does QLoRA give up against full fine-tuning, and which part of it is the price of 4 bits?"""
    full, lora, qlora = (facts.metrics[name] if name in facts.models else None for name in ("full", "lora", "qlora"))
    if not full or not qlora:
        return [f"**Not measured.** The run has {', '.join(facts.models)}; the question needs the arms full and qlora."]
    found = pair(full, qlora)
    parts = [f"{lead('methods', found)} {change(full, qlora, ('full fine-tuning', 'QLoRA'), found)}"]
    if lora:
        parts.append(f"The price of the 4 bits alone is QLoRA against LoRA. {change(lora, qlora, ('LoRA', 'QLoRA'))}")
    own, other = (facts.arms.get(name) or {} for name in ("qlora", "full"))
    words = {"trainable_parameters": "QLoRA trains {:.2f} times the parameters. ",
             "training_seconds": "It took {:.2f} times as long as full fine-tuning."}  # fmt: skip
    parts.append("".join(ratio(own.get(name), other.get(name), text) for name, text in words.items()).rstrip())
    loved, high = facts.metrics.get("loved"), facts.metrics.get("high_rouge")
    if loved is not None:
        among = f"of {high} " if high else ""
        arm = next(name for name in facts.models if not name.startswith("base"))
        parts.append(f"{len(loved)} {among}answers of the arm {arm} with a ROUGE-L above .9 are wrong: ROUGE is no proof.")
    return parts


def _anchored(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 04: does a first phase on single-table SQL anchor the syntax? By the share of queries that the database accepts."""
    before, after = facts.first["validity"], facts.last["validity"]
    found = facts.metrics.get("syntax") or pair(facts.first, facts.last, "validity")
    more = f": {points(found)}" if found else ""
    said = f"The share of queries that SQLite accepts went from {rate(before)} to {rate(after)}, on {after['n']} questions{more}."
    refused, invented = sum((after.get("errors") or {}).values()), _invented(after)
    left = f"Of the {refused} queries that are still refused, {invented} name a table or a column that does not exist." if refused else ""
    then = " That is no matter of syntax: 05 is about the schema." if refused and 2 * invented > refused else ""
    return [f"{lead('accepted', found)} {said} {left}{then}".rstrip(), facts.learned()]


def _invented(validity: dict) -> int:
    """Count the queries that name a table or a column that does not exist."""
    return sum((validity.get("hallucinated") or {}).get(name, 0) for name in ("tables", "columns"))


def _phases(facts: Facts, arms: list[Facts]) -> list[str]:
    """Answer 05: what is the schema worth when queries need joins, does phase 1 help, and is it forgotten?"""
    found = {(bool(arm.parameters.get("include_schema")), arm.parameters.get("phase1_adapter") != "none"): arm for arm in arms}
    phases, worth, lacking = {phase for _, phase in found}, [], []
    for name, phase in (("After both phases", True), ("After phase 2 alone", False)):
        without, shown = found.get((False, phase)), found.get((True, phase))
        if without and shown:
            worth += _schema_worth(name if len(phases) > 1 else "", without, shown)
        elif without or shown:
            lacking.append(f"{name} the arm {'with' if without else 'without'} the schema was not run.")
    parts = [*worth, *lacking]
    if not worth:
        missing = str(not facts.parameters.get("include_schema")).lower()
        parts = [f"**Not measured: what the schema is worth.** The other arm is missing. Make it with `-p include_schema={missing}`."]
    helps = [f"{words} the schema: {change(one.last, two.last, ('phase 2 alone', 'both phases'))}"
             for words, schema in (("With", True), ("Without", False))
             if (one := found.get((schema, False))) and (two := found.get((schema, True)))]  # fmt: skip
    if True not in phases:
        return [*parts, "No arm went on from phase 1 (`-p phase1_adapter=auto`), so this does not say whether it helps, or is forgotten."]
    missing = "Phase 2 alone was not run (`-p phase1_adapter=none`), so this does not say whether phase 1 helps."
    parts.append(f"Does phase 1 help? {' '.join(helps)}" if helps else missing)
    kept = facts.metrics.get("forgetting")
    return [*parts, _forgotten(kept) if kept else "Whether phase 1 is forgotten was not measured in this run."]


def _forgotten(kept: dict) -> str:
    """Say what phase 2 left of phase 1, on phase 1's own test set."""
    before, after = (headline(kept[name]) for name in ("before", "after"))
    said = change(kept["before"], kept["after"], ("the model after phase 1", "the one after both phases"), kept["comparison"])
    first = lead("forgotten", kept["comparison"])
    if before["rate"] and not after["rate"]:
        first = f"**Phase 1 is forgotten: none of its {round(before['rate'] * before['n'])} right answers is left.**"
    return f"{first} On phase 1's own test set: {said}"


def _schema_worth(name: str, without: Facts, shown: Facts) -> list[str]:
    """Compare an arm whose prompts lack the schema with one whose prompts show it: over all questions, and by joins."""
    found = pair(without.last, shown.last)
    first = lead("schema", found)
    first = f"**{name}: {first[2].lower()}{first[3:]}" if name else first
    parts = [f"{first} {change(without.last, shown.last, ('no schema', 'the schema'), found)}"]
    golds = [bool(re.search(r"\bJOIN\b", line["sql"], re.IGNORECASE)) for line in shown.predictions()]
    if len(golds) == len(shown.last["rows"]) == len(without.last["rows"]) and len(set(golds)) > 1:
        said = []
        for joins, words in ((True, "that need a join"), (False, "without a join")):
            places = [place for place, joined in enumerate(golds) if joined is joins]
            if len(places) >= FEWEST and (found := pair(of_rows(without.last, places), of_rows(shown.last, places))):
                said.append(f"On the {found['n']} questions {words} the schema is worth {points(found)}.")
        parts.append(" ".join(said))
    validity = [arm.last["validity"] for arm in (without, shown)]
    if all(each["n"] for each in validity):
        shares = [f"{100 * _invented(each) / each['n']:.0f} %" for each in validity]
        parts.append(f"Without it {shares[0]} of the queries name a table or a column that does not exist; with it {shares[1]}.")
    return [" ".join(filter(None, parts))] if name else parts


def _published(facts: Facts, arms: list[Facts]) -> list[str]:
    """Answer 06: which steps were made from a base model to a published one, and at what cost."""
    exports = facts.metrics.get("exports") or {}
    made, wanted = facts.record.get("made") or [*exports], facts.parameters
    steps = {"a merge into the base model": (wanted.get("merge") or wanted.get("gguf"), "merged" in made or wanted.get("merge")),
             "a GGUF file": (wanted.get("gguf"), "gguf" in made),
             "an upload": (wanted.get("push_to_hub"), wanted.get("push_to_hub"))}  # fmt: skip
    done = ["training", "scoring", "saving and reloading the adapter", *(name for name, (_, there) in steps.items() if there)]
    lost = [name for name, (asked, there) in steps.items() if asked and not there and made]
    left = [name for name, (asked, there) in steps.items() if not asked and not there]
    said = f"**Here it took {listed(done)}.**"
    said += f" Asked for and not possible here: {listed(lost)}." if lost else ""
    said += f" Not asked for: {listed(left)}." if left else ""
    forms = {name: form["report"] for name, form in exports.items() if scored(form.get("report"))}
    exported = "Only the adapter was scored: the score says nothing about a merged or converted file."
    if len(forms) > 1:
        (first, report), *others = forms.items()
        changes = [change(report, other, (f"the {first}", f"the {name} file")) for name, other in others]
        exported = f"What was exported was scored again. {' '.join(changes)}"
    return [said, cost(facts), exported, *_learned(facts, arms)]


def _votes(facts: Facts, _: list[Facts]) -> list[str]:
    """Answer 09: what do several answers and a vote add, without training?"""
    samples = facts.parameters.get("samples")
    many = f"{samples} answers and a vote" if samples else "Several answers and a vote"
    parts = [f"{lead('votes', facts.gain, many=many)} {facts.learned('one greedy answer', 'the vote')}", facts.before_voting()]
    ceiling, always = (facts.metrics.get(name) or {} for name in ("pass_at_k", "pass_all_k"))
    if ceiling.get("rate") is not None:
        sure = f" All answers are right for {rate(always)}." if always.get("rate") is not None else ""
        parts.append(f"At least one drawn answer is right for {rate(ceiling)} of the questions: a vote among them can do no better.{sure}")
    one, several = ((facts.metrics.get("seconds_a_question") or {}).get(name) for name in (facts.models[0], facts.models[-1]))
    pace = ratio(several, one, f"A question took {one or 0:.2f} s with one answer and {{:.1f}} times as long with the vote.")
    return [*parts, pace, facts.took()]


def _scores_disagree(facts: Facts) -> str:
    """Answer 00: when is a generated query right?"""
    report = facts.metrics.get("report")
    if not report:
        return "**Not measured.** This run judged no predictions."
    rows, lucky = report["rows"], len(facts.metrics.get("lucky") or [])
    judged = set().union(*rows)
    counts = {name: sum(row.get(key) is True for row in rows) for name, key in MEASURES.values() if key in judged}
    said = ", ".join(f"{name} accepts {count}" for name, count in counts.items())
    luck = f"{lucky} of them {'is' if lucky == 1 else 'are'} right on one database and wrong on another: right by luck."
    luck = luck if lucky else "None of them is right by luck on one database and wrong on others."
    return (
        "**A query is right when it returns what the gold query returns, on every database of a suite and not on one alone.** "
        f"The scores do not agree on the same {len(rows)} predictions: {said}. {luck} "
        "That is why test suite accuracy is the headline of this series. "
        f"These {len(rows)} predictions were chosen to show the differences: how often they occur is another question."
    )


def _which_won(facts: Facts) -> str:
    """Answer 07: which run won, by how much, and at what cost."""
    said = [plain(sentence) for sentence in facts.metrics.get("conclusions") or []]
    if not said:
        return "**Not measured.** No trained model has a score, so no run has won."
    return "\n".join([f"**{said[0]}**", "", *(f"- {sentence}" for sentence in said[1:])])


def _asked(facts: Facts) -> str:
    """Answer 08: does it work on a database of one's own?"""
    verdicts, n = facts.metrics.get("verdicts") or {}, facts.metrics.get("n") or 0
    if not n:
        return "**Not measured.** No question with a known answer was asked, so this run does not say how far to trust the answers."
    runs, right = verdicts.get("some query runs", 0), verdicts.get("right rows", 0)
    low, high = (100 * end for end in wilson_interval(right, n))
    rows = f"{right} ({100 * right / n:.0f} % [{low:.0f}, {high:.0f}]) the right rows"
    few = "" if low > 50 or high < 50 else " to these few questions"
    share = "only half of the answers are right" if 2 * right == n else f"most answers{few} are {'right' if 2 * right > n else 'wrong'}"
    lead = f"It answers, {'and' if 2 * right > n else 'but'} {share}." if right else "It does not: no answer is right."
    writer = f" The answers were written by {plain(facts.metrics['writer'])}." if facts.metrics.get("writer") else ""
    return (
        f"**{lead}** Of {n} questions about a practice database, {runs} got a query that runs and {rows}; "
        f"{max(runs - right, 0)} look like answers and are wrong.{writer} So few questions give a rough idea only, and your "
        f"database is another one: check answers that matter.\n\n{facts.took()}"
    ).rstrip()


UNTRAINED = {"00": _scores_disagree, "07": _which_won, "08": _asked}
TRAINED = {"01": _on_a_t4, "02": _four_bits, "03": _methods, "04": _anchored, "05": _phases, "06": _published, "09": _votes}
