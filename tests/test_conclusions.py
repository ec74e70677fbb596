"""The answers in words: each branch of each notebook's question has a record of its own here."""

import json

import pytest
from conftest import ROOT

from helpers.evaluation.conclusions import branch, conclude, read_curve, read_scores
from helpers.evaluation.conclusions.answers import TRAINED, UNTRAINED
from helpers.runs import RunRecord
from helpers.scoring.measures import compare
from helpers.scoring.statistics import rate_with_interval

BIG = "mistralai/Mistral-7B-v0.1"


def report(right, n=100, measure="test_suite", **more):
    """A report of n questions of which the first `right` are right; valid ones are 20 more."""
    rows = [{"index": i, "db_id": "d", "exact": i < right, "execution": i < right, "test_suite": i < right, "valid": i < right + 20,
             "reason": ""} for i in range(n)]  # fmt: skip
    rate = rate_with_interval([i < right for i in range(n)])
    valid = {**rate_with_interval([i < right + 20 for i in range(n)]), "errors": {}, "hallucinated": {"tables": 0, "columns": 0}}
    return {"n": n, "exact_match": rate, "execution_accuracy": rate, measure: rate, "validity": valid, "rows": rows, **more}


def run(base=10, tuned=60, model=BIG, wider=None, names=("base", "tuned"), parameters=None, **more):
    reports = {names[0]: report(base), names[1]: report(tuned)}
    metrics = {"models": list(reports), **reports, "comparison": compare(*reports.values())}
    if wider:
        both = [report(right) for right in wider]
        metrics["wider"] = {"models": dict(zip(names, both, strict=True)), "comparison": compare(*both)}
    record = {"training_seconds": 276, "training_peak_gib": 7.25, "device": "Tesla T4"}
    return {"metrics": {**metrics, **more}, "parameters": {"model_id": model, "seed": 1, **(parameters or {})}, **record}


@pytest.mark.parametrize(
    ("tuned", "wanted", "words"),
    [
        (60, "**Mistral-7B-v0.1 learned to write SQL in this run.**", "+50.0 points, 95 % interval"),
        (12, "**No gain is shown:**", "100 questions cannot tell the two apart"),
        (15, "**No gain is shown:**", "The interval leaves out 0, yet McNemar's exact test cannot tell the two apart on 100 questions."),
        (1, "**Training made Mistral-7B-v0.1 worse.**", "a loss that chance does not explain"),
    ],
)
def test_01_says_whether_it_learned_by_how_much_and_at_what_cost(tuned, wanted, words):
    said = conclude("01_mistral_qlora", run(tuned=tuned))
    assert said.startswith(wanted) and words.lower() in said.lower()
    assert "4.6 minutes on Tesla T4, with a peak of 7.2 GiB" in said or "7.3 GiB" in said
    assert "on 100 questions" in said and "one seed (1)" in said and "not on a T4" not in said
    assert "This run was not on a T4 but on two cores" in conclude("01", {**run(tuned=tuned), "device": "two cores"})


@pytest.mark.parametrize("stem", ["01", "02", "03", "04", "06", "09"])
def test_a_run_without_a_trained_model_s_score_answers_nothing(stem):
    for record in ({}, {"metrics": {}}, {"metrics": {"models": ["base"], "base": report(3)}, "parameters": {}}):
        assert conclude(stem, record).startswith("**Not measured.**")


def test_a_stand_in_is_no_evidence_about_the_big_model_and_the_answer_begins_with_that():
    said = conclude("01", run(model="standin/smollm2-135m"))
    assert said.startswith("**A small stand-in took the place of Mistral-7B-v0.1.**") and said.count("stand-in") == 1
    assert "it is no evidence about Mistral-7B-v0.1" in said


NUMBERS = sorted(path.name[:2] for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


@pytest.mark.parametrize("number", NUMBERS)
def test_each_notebook_has_an_answer_of_its_own_which_begins_with_the_stand_in(number):
    assert number in {**UNTRAINED, **TRAINED}
    for record in (run(model="standin/smollm2-135m"), {"parameters": {"model_id": "standin/smollm2-135m"}}):
        assert conclude(number, record).startswith("**A small stand-in ")
    assert "stand-in" not in conclude(number, run())


def test_the_wider_score_stands_beside_the_plain_one_which_is_the_headline():
    said = conclude("01", run(wider=(30, 6)))
    assert "The scores above are the headline" in said and "30.0 % [21.9, 39.6]" in said and "6.0 %" in said
    assert "does not carry over to schemas that show more than the answer needs" in said
    assert "does not carry over" not in conclude("01", run(wider=(10, 55)))
    assert "nothing is known about schemas with more tables" in conclude("01", run())
    assert "schemas with more tables" not in conclude("01", run(parameters={"dataset_id": "xlangai/spider"})), "its schemas are whole"


def test_a_gain_that_chance_may_explain_with_other_tables_beside_is_not_called_lost():
    said = conclude("01", run(wider=(5, 9)))
    assert "100 questions cannot tell the two apart. Whether the gain carries over is not shown." in said and "does not carry" not in said


def test_each_arm_s_score_with_other_tables_beside_is_told():
    record = three_ways(60, 41, 40)
    record["metrics"]["wider"] = {"models": {"base": report(0), "full": report(30), "lora": report(3), "qlora": report(2)}}
    said = conclude("03", record)
    assert "30.0 % [21.9, 39.6] for the full model" in said
    assert said.count("for the base model and") == 3 and said.count("Whether the gain carries over is not shown.") == 2


def test_spider_s_development_set_is_named_only_where_it_was_asked():
    more = {"benchmark": report(40), "benchmark_base": report(30)}
    said = conclude("01", run(**more))
    assert "On Spider's development set, whose schemas are those of whole databases: Test suite accuracy is 30.0 %" in said
    assert "on 100 questions: +10.0 points, 95 % interval +" in said.partition("Spider")[2]
    found = compare(more["benchmark_base"], more["benchmark"])
    kept = {name: {key: value for key, value in each.items() if key != "rows"} for name, each in more.items()}  # as metrics.json has them
    assert conclude("01", run(**{**kept, "benchmark": {**kept["benchmark"], "comparison": found}})) == said
    assert "Spider" not in conclude("01", run())


def test_another_real_model_in_the_recipe_s_place_is_named():
    said = conclude("01", run(model="Qwen/Qwen2.5-Coder-0.5B-Instruct"))
    assert said.endswith("**Qwen2.5-Coder-0.5B-Instruct took the place of Mistral-7B-v0.1**, which was not trained here.")
    assert "took the place" not in conclude("01", run()) + conclude("09", run(names=("greedy", "vote")))


def test_a_run_with_worked_examples_is_also_held_against_the_better_prompt():
    record = run()
    record["metrics"] |= {"models": ["base", "base, 3 shots", "tuned"], "base, 3 shots": report(58)}
    said = conclude("01", record)
    assert "Against worked examples in the prompt (3 shots): Test suite accuracy is 58.0 %" in said and "cannot tell the two apart" in said


def four_and_sixteen(four, sixteen):
    arms = {bits: run(tuned=right, weights_gib=gib, parameters={"load_in_4bit": bits})
            for bits, right, gib in ((True, four, 1.0), (False, sixteen, 2.9))}  # fmt: skip
    arms[False]["training_seconds"] = 138
    return arms


@pytest.mark.parametrize(
    ("four", "wanted"),
    [(60, "No loss can be told from chance; it may be as large as 2 points."), (40, "Not on these questions: they cost accuracy"),
     (80, "Yes: they score better here")],
)
def test_02_compares_4_bits_with_16_in_pairs_with_their_memory_and_time(four, wanted):
    arms = four_and_sixteen(four, 60)
    said = conclude("02", arms[True], list(arms.values()))
    assert wanted in said and "save 1.90 GiB of weights" in said and "2.00 times as long" in said
    assert f"{four} of 100 questions are right; whether that is enough is not shown here" in said
    assert said == conclude("02", arms[True], [arms[False]])


def test_02_says_which_run_is_missing_for_its_second_question():
    said = conclude("02", run(parameters={"load_in_4bit": True}))
    assert "the run in 16 bits is missing" in said and "-p load_in_4bit=false" in said


def three_ways(full, lora, qlora, **more):
    record = run(model="google-t5/t5-small", **more)
    reports = {"base": report(2), "full": report(full), "lora": report(lora), "qlora": report(qlora)}
    costs = {"full": {"trainable_parameters": 200, "training_seconds": 100}, "qlora": {"trainable_parameters": 10, "training_seconds": 72}}
    record["metrics"] = {"models": list(reports), **reports, "loved": [1, 2], **more}
    return {**record, "arms": costs}


@pytest.mark.parametrize(
    ("qlora", "wanted"),
    [(40, "**QLoRA gives up accuracy.**"), (59, "**No loss of QLoRA can be told from chance.**"), (75, "**QLoRA gives up nothing")],
)
def test_03_says_what_qlora_gives_up_and_what_the_4_bits_alone_cost(qlora, wanted):
    said = conclude("03", three_ways(60, 41, qlora, high_rouge=16))
    assert said.startswith(wanted) and "for LoRA and" in said
    assert "0.05 times the parameters" in said and "0.72 times as long" in said and "2 of 16 answers of the arm full with a ROUGE-L" in said


def test_03_needs_the_arms_that_its_question_names():
    record = three_ways(60, 41, 40)
    record["metrics"]["models"].remove("full")
    assert conclude("03", record).startswith("**Not measured.**")


@pytest.mark.parametrize(
    ("difference", "interval", "wanted"),
    [(0.6, [0.5, 0.7], "**Yes.**"), (0.01, [-0.05, 0.07], "**Not shown.**"), (-0.2, [-0.3, -0.1], "**No.**")],
)
def test_04_answers_by_the_queries_that_sqlite_accepts_and_counts_invented_names(difference, interval, wanted):
    record = run(syntax={"difference": difference, "interval": interval, "n": 100})
    record["metrics"]["tuned"]["validity"] |= {"errors": {"no such column": 29, "syntax": 3}, "hallucinated": {"tables": 1, "columns": 29}}
    said = conclude("04", record)
    assert said.startswith(wanted) and "Of the 32 queries that are still refused, 30 name a table or a column" in said
    assert "05 is about the schema" in said
    assert conclude("04", run()).startswith("**Yes.** More queries")  # counted from the rows
    record["metrics"] |= {"syntax": None, "base": {**report(10), "rows": []}}
    assert conclude("04", record).startswith("**Not measured in pairs.**")


def phase(schema, phase1, right, **more):
    return run(tuned=right, parameters={"include_schema": schema, "phase1_adapter": phase1}, **more)


@pytest.mark.parametrize(("without", "wanted"), [(20, "adds accuracy"), (59, "No worth of the schema"), (80, "hurts here")])
def test_05_says_what_the_schema_is_worth_with_and_without_joins(without, wanted):
    own = phase(True, "auto", 60)
    own["predictions"] = [{"sql": "SELECT 1 FROM a JOIN b" if i < 30 else "SELECT 1 FROM a"} for i in range(100)]
    said = conclude("05", own, [own, phase(False, "auto", without)])
    assert wanted in said.split("\n\n")[0] and "On the 30 questions that need a join" in said and "On the 70 questions without" in said
    assert "Phase 2 alone was not run" in said


def test_05_of_phase_2_alone_says_that_no_arm_went_on_from_phase_1():
    said = conclude("05", phase(True, "none", 60), [phase(False, "none", 20)])
    assert "No arm went on from phase 1" in said and "Phase 2 alone was not run" not in said and "in this run" not in said


def test_05_reports_both_pairs_of_arms_and_no_joins_where_every_question_needs_one():
    """One pair said that no worth of the schema can be shown, and the other, which the answer left out, showed one."""
    arms = [phase(True, "auto", 60), phase(False, "auto", 57), phase(True, "none", 50), phase(False, "none", 30)]
    for arm in arms:
        arm["predictions"] = [{"sql": "SELECT 1 FROM a JOIN b"}] * 100
    said = conclude("05", arms[0], arms)
    assert "**After both phases: no worth of the schema can be shown.**" in said and "need a join" not in said
    assert "**After phase 2 alone: showing the schema adds accuracy.**" in said and "Does phase 1 help? With the schema: " in said
    assert "Without the schema: Test suite accuracy is 30.0 % [21.9, 39.6] for phase 2 alone and 57.0 %" in said


def test_05_says_which_pair_it_compares_and_which_arm_was_not_run():
    said = conclude("05", phase(True, "auto", 60), [phase(True, "none", 50), phase(False, "none", 30)])
    assert said.startswith("**After phase 2 alone: showing the schema adds accuracy.**")
    assert "After both phases the arm without the schema was not run." in said


def test_05_says_whether_phase_1_helps_and_whether_it_is_forgotten():
    none = "**Phase 1 is forgotten: none of its 50 right answers is left.**"
    for after, wanted in ((0, none), (20, "being forgotten"), (49, "No forgetting"), (80, "not forgotten")):
        forgetting = {"before": report(50), "after": report(after), "comparison": compare(report(50), report(after))}
        said = conclude("05", phase(True, "auto", 60, forgetting=forgetting), [phase(True, "none", 30)])
        assert wanted in said and "Does phase 1 help? With the schema: " in said
        assert "for the one after both phases" in said and "phase 2 alone and 60.0 %" in said
    assert "Not measured: what the schema is worth" in said and "-p include_schema=false" in said


def test_06_lists_what_was_done_and_what_was_not_asked_for():
    said = conclude("06", run(parameters={"merge": True, "gguf": False, "push_to_hub": False}))
    assert said.startswith("**Here it took training, scoring, saving and reloading the adapter and a merge into the base model.** ")
    assert "Not asked for: a GGUF file and an upload.\n\nTraining took 4.6 minutes on Tesla T4" in said and said.count("4.6 minutes") == 1
    assert "Only the adapter was scored" in said and "not possible" not in said
    exports = {"adapter": {"report": report(60)}, "merged": {"report": report(58)}, "gguf": {"report": report(20)}}
    said = conclude("06", run(exports=exports))
    assert "a merge into the base model and a GGUF file.**" in said
    assert "for the adapter and 58.0 %" in said and "cannot tell the two apart" in said and "20.0 % [13.3, 28.9] for the gguf file" in said


@pytest.mark.parametrize("more", [{"exports": {"adapter": {}, "merged": {}}}, {"made": ["adapter", "merged"]}])
def test_06_claims_no_file_that_was_asked_for_and_not_possible(more):
    """A rehearsal said that it had made a GGUF file, because its parameter asked for one that llama.cpp could not write."""
    record = run(parameters={"merge": True, "gguf": True})
    (record if "made" in more else record["metrics"]).update(more)
    assert "GGUF" not in conclude("06", run(parameters={"merge": True, "gguf": True})), "nothing is recorded of it"
    said = conclude("06", record)
    assert "a merge into the base model.** Asked for and not possible here: a GGUF file. Not asked for: an upload." in said


@pytest.mark.parametrize(("vote", "wanted"), [(75, "add accuracy"), (61, "add nothing that can be told"), (30, "cost accuracy")])
def test_09_compares_the_vote_with_one_greedy_answer(vote, wanted):
    record = run(60, vote, names=("greedy", "vote"), parameters={"samples": 8}, pass_at_k=rate_with_interval([True] * 9 + [False]))
    said = conclude("09", record)
    assert said.startswith(f"**8 answers and a vote {wanted}") and "At least one drawn answer is right for 90.0 %" in said
    assert "vote@1" not in said and "worked examples" not in said
    record["metrics"] |= {"models": ["greedy", "greedy, 3 shots", "vote"], "greedy, 3 shots": report(65)}
    assert "Against worked examples in the prompt (3 shots): Test suite accuracy is 65.0 %" in conclude("09", record)


@pytest.mark.parametrize("key", ["1", 1])
def test_09_tells_what_one_drawn_answer_gains_from_what_the_vote_adds(key):
    over = {"vote@k": {key: rate_with_interval([i < 64 for i in range(100)]), "8": {}}}
    said = conclude("09", run(60, 75, names=("greedy", "vote"), over_samples=over))
    assert "is right for 64.0 % [54.2, 72.7] (vote@1): +4.0 points" in said and "Voting adds +11.0 points" in said
    assert "the 20 questions whose greedy query is not valid, the vote gets 0 right; of the 80 others it wins 15 and loses 0." in said
    assert "vote@1" not in conclude("09", run(60, 75, names=("greedy", "vote"), over_samples={"vote@k": {key: over["vote@k"][key]}}))
    uneven = run(60, 75, names=("greedy", "vote"), over_samples={"vote@k": {key: {"rate": 0.63456, "interval": [0.5, 0.7]}, "8": {}}})
    assert "+3.5 points against" in conclude("09", uneven) and "Voting adds +11.5 points" in conclude("09", uneven), "15 in all"


def test_00_counts_what_each_score_accepts():
    found = report(6, n=10)
    said = conclude("00", {"metrics": {"report": found, "lucky": [3]}})
    assert "on every database of a suite and not on one alone" in said
    assert "execution accuracy accepts 6" in said and "1 of them is right on one" in said
    assert conclude("00", {"metrics": {}}).startswith("**Not measured.**")


VERDICTS = [(7, "and most answers are right"), (4, "but only half of the answers are right"), (1, "but most answers are wrong"),
            (0, "It does not: no answer is right")]  # fmt: skip


@pytest.mark.parametrize(("right", "wanted"), VERDICTS)
def test_08_counts_the_answers_that_look_right_and_are_wrong(right, wanted):
    metrics = {"verdicts": {"some query runs": 7, "right rows": right}, "n": 8, "writer": "standin/smollm2-135m"}
    said = conclude("08", {"metrics": metrics})
    assert wanted in said and f"{7 - right} look like answers and are wrong" in said and "no evidence" in said
    assert "The answers were written by standin/smollm2-135m." in said and "The run took" not in said
    assert "written by" not in conclude("08", {"metrics": {**metrics, "writer": ""}})
    assert conclude("08", {"metrics": {}}).startswith("**Not measured.**")


@pytest.mark.parametrize(("costs", "wanted"), [
    ({"seconds": 99.9, "peak_ram_gib": 3.32}, "The run took 100 s on two cores, with a peak of 3.3 GiB of memory."),
    ({"seconds": 180, "peak_ram_gib": 3.32, "peak_gpu_gib": 6.04}, "3.0 minutes on two cores, with a peak of 6.0 GiB of the GPU's memory."),
    ({"seconds": 60}, "The run took 60 s on two cores."),
])  # fmt: skip
def test_08_and_09_end_with_what_the_run_took(costs, wanted):
    asked = {"metrics": {"verdicts": {"some query runs": 7, "right rows": 5}, "n": 8}, "device": "two cores", **costs}
    assert conclude("08", asked).endswith(wanted)
    assert wanted in conclude("09", run(names=("greedy", "vote")) | {"device": "two cores", **costs})


def test_07_repeats_what_the_comparison_concluded():
    assert conclude("07", {"metrics": {"conclusions": ["A won.", "By 2.", "B <b>."]}}) == "**A won.**\n\n- By 2.\n- B &#60;b&#62;."
    assert conclude("07", {"metrics": {}}).startswith("**Not measured.**")


def test_a_folder_on_the_disk_and_a_published_result_give_the_same_answer_as_a_dict(tmp_path):
    source = run(wider=(30, 6))
    metrics = source.pop("metrics")
    (tmp_path / "metrics.json").write_text(json.dumps(metrics))
    (tmp_path / "run.json").write_text(json.dumps({"stem": "01_mistral_qlora", "status": "finished", **source}))
    folder = RunRecord(tmp_path, "01_mistral_qlora", "finished", source)
    assert conclude("01", folder) == conclude("01", {"metrics": metrics, **source})


def test_a_name_in_an_answer_is_shown_as_it_is():
    hostile = "<img src=x> $a$ [b](c) `d` *e*"
    record = run(model=f"me/{hostile}")
    said = conclude("01", {**record, "device": hostile})
    assert not any(mark in said for mark in ("<", "$", "](", "`")) and "&#60;img src=x&#62;" in said
    assert "<" not in read_scores({"base": report(1), hostile: report(2)}, {hostile: report(1)}, {hostile: {hostile: {}}})


def test_a_difference_counts_as_shown_only_if_p_and_interval_agree():
    assert branch({"difference": 0.1, "interval": [0.01, 0.2], "p_value": 0.06}) == "same"
    assert branch({"difference": 0.1, "interval": [-0.01, 0.2], "p_value": 0.04}) == "same"
    assert branch({"difference": -0.1, "interval": [-0.2, -0.01], "p_value": 0.04}) == "worse"
    assert branch(None) == "unknown"


def curve(train, validation, every=10):
    return [{"step": every * i, "loss": value} for i, value in enumerate(train, 1)] + [
        {"step": every * i, "eval_loss": value} for i, value in enumerate(validation)
    ]


@pytest.mark.parametrize(
    ("history", "wanted"),
    [
        (curve([1.6, 0.5, 0.2], [2.3, 0.6, 0.3, 0.2]), "has not begun to overfit"),
        (curve([1.6, 0.5, 0.2, 0.1], [2.3, 0.4, 0.3, 0.35, 0.5]), "begun to overfit. By this loss, the weights of step 20 were better"),
        (curve([1.6, 0.5, 0.4, 0.3], [2.3, 0.401, 0.4, 0.4, 0.401]),
         "After step 10 it moved by at most 2 %: whether longer training would gain anything is not shown. It ends 0.10 above"),
        (curve([1.6, 0.6, 0.59], [0.9, 0.58, 0.578, 0.577]), "After step 10 it moved by at most 2 %: whether longer training would gain"),
        (curve([1.6, 0.6, 0.055], [0.9, 0.06, 0.0521, 0.0509]), "to 0.055 (step 30). The validation loss went from 0.90 to 0.051"),
        (curve([1.6, 0.6, 0.05], [0.9, 0.06, 0.05, 0.052]), "It has risen since"),
        (curve([1.6, 0.5], []), "nothing can be said about overfitting"),
        (curve([1.6, 0.5], [0.7]), "one point shows no trend"),
        (curve([0.5, 0.6], []), "has not learned"),
        ([], "no curve to read"),
        ([{"step": 1, "loss": float("nan")}, {"step": 2, "loss": 1.0}], "1 logged losses are no numbers"),
        ([{"step": 5, "eval_execution": 0.2, "loss": 1}, {"step": 9, "eval_execution": 0.6}], "from 20 % to 60 %, highest at step 9"),
    ],
)
def test_a_loss_curve_is_read_in_words(history, wanted):
    assert wanted in read_curve(history)


def test_the_reading_of_a_curve_names_its_ends_and_its_lowest_point():
    said = read_curve(curve([1.6, 0.5, 0.11], [2.33, 0.6, 0.3, 0.2]))
    assert "from 1.60 (step 10) to 0.11 (step 30)" in said and "from 2.33 to 0.20; its lowest is 0.20, at the last evaluation" in said


def test_a_chart_of_scores_is_read_in_words_and_small_groups_are_not():
    rates = {"easy": (45, 50), "hard": (8, 40), "extra": (0, 2)}
    groups = {name: {"tuned": rate_with_interval([True] * right + [False] * (n - right))} for name, (right, n) in rates.items()}
    said = read_scores({"base": report(10), "tuned": report(60)}, {"base": report(5), "tuned": report(8)}, groups)
    assert "10.0 % [5.5, 17.4] for the base model and 60.0 %" in said and "With other tables beside the right ones it is 5.0 %" in said
    assert "Tuned does best on easy" in said and "worst on hard" in said and "extra" not in said
    groups["medium"] = groups["easy"]  # a tie is no ranking
    assert "Tuned does best on easy and medium (90.0 %" in read_scores({"base": report(10), "tuned": report(60)}, None, groups)
    said = read_scores({"base": report(0), "base, 3 shots": report(0), "tuned": report(60)})
    assert said.endswith("The base model and the base model with 3 shots get none of the 100 questions right.")
    assert said.count("0.0 % [0.0, 3.7]") == 1
    assert "No other model is shown" in read_scores({"base": report(10)}) and "nothing to read" in read_scores({})
