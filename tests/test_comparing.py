"""What 07 reads, groups, tests and draws: runs of any state, published results, a hundred runs; its numbers are counted again by hand."""

import fractions
import json
import math
import os
import random
import subprocess
import sys
import time

import pytest
from conftest import ROOT

from helpers import UserError
from helpers import runs as results
from helpers.comparison.paired import compared, pair, pair_by, winner
from helpers.comparison.results import read_results
from helpers.comparison.sweeps import find_sweep, learning_curves
from helpers.comparison.tables import (
    brief,
    choose_measure,
    choose_pair,
    choose_test_set,
    costs_table,
    differ_in,
    find_model,
    rates_by,
    results_table,
    seeds_table,
    stand_in_note,
    test_sets,
)
from helpers.parameters import find_notebook, read_parameters, read_profile
from helpers.plots.comparison import (
    choose_colors,
    learning_curve,
    loss_overlay,
    paired_differences,
    score_against_cost,
    sweep_map,
)
from helpers.plots.scores import score_bars
from helpers.scoring.spider.hardness import LEVELS

PNG = b"\x89PNG"
PARAMETERS = {
    "model_id": "standin/smollm2-135m", "dataset_id": "practice/create-context", "train_examples": 800, "num_epochs": 1.0, "max_steps": -1,
    "lora_rank": 16, "learning_rate": 1e-3, "seed": 42, "output_dir": "", "resume": "auto",
}  # fmt: skip


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    (tmp_path / "runs").mkdir()
    return tmp_path


def questions(count, first=0):
    return [
        {
            "question": f"How many of kind {number}?", "sql": f"SELECT count(*) FROM t WHERE kind = {number}", "db_id": f"db{number % 3}",
            "hardness": LEVELS[number % 4], "group": "seen wordings" if number % 2 else "unseen databases",
        }
        for number in range(first, first + count)
    ]  # fmt: skip


def write_run(root, name, asked, verdicts, stem="01_mistral_qlora", status="finished", costs=None, sweep="", **parameters):
    """Write the folder of a run as the notebooks leave it: `verdicts` hold one True, False or None a question for each model."""
    folder = root / "runs" / stem / name
    folder.mkdir(parents=True)
    record = {
        "stem": stem, "status": status, "message": "", "profile": "rehearsal", "sweep": sweep, "parameters": PARAMETERS | parameters,
        "device": "two cores", "started": "2026-01-01T00:00:00+00:00", "trainable_parameters": 1000, "training_seconds": 90.0,
        "training_peak_gib": 1.5, "examples_a_second": 8.9,
    }  # fmt: skip
    (folder / "run.json").write_text(json.dumps(record | (costs or {})))
    metrics = {"models": list(verdicts)}
    for model, values in verdicts.items():
        metrics[model] = {"n": len(asked), "rows": [
            {"index": index, "db_id": row["db_id"], "hardness": row["hardness"], "exact": value, "execution": value, "test_suite": value,
             "valid": True, "reason": "" if value else "returns 1 row, the gold returns 2"}
            for index, (row, value) in enumerate(zip(asked, values, strict=True))
        ]}  # fmt: skip
    (folder / "metrics.json").write_text(json.dumps(metrics))
    lines = [
        {"index": index, **row, **{model: f"SELECT {model} {values[index]}" for model, values in verdicts.items()}}
        | {"test_suite": list(verdicts.values())[-1][index]}
        for index, row in enumerate(asked)
    ]
    (folder / "predictions.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    history = [{"step": step, "loss": 2 / step} for step in range(1, 21)] + [
        {"step": 20, "eval_loss": 0.3},
        {"step": 20, "train_runtime": 1},
    ]
    (folder / "log_history.json").write_text(json.dumps(history))
    return folder


def coins(seed, count, share):
    chance = random.Random(seed)
    return [chance.random() < share for _ in range(count)]


def binomial_p(gained, lost):
    """Return the exact two-sided p value by the definition: the share of all outcomes of n coins that fall at least as unevenly."""
    n = gained + lost
    uneven = sum(math.comb(n, heads) for heads in range(n + 1) if abs(heads - n / 2) >= abs(gained - n / 2))
    return float(fractions.Fraction(uneven, 2**n))


def one_group(results):
    assert len(test_sets(results)) == 1
    return results


def test_the_paired_test_agrees_with_a_count_by_hand_from_the_predictions_although_the_rows_stand_in_another_order(root):
    asked = questions(120)
    order = random.Random(5).sample(range(120), 120)
    old, new = coins(1, 120, 0.4), coins(2, 120, 0.55)
    folders = [
        write_run(root, "rank=4", asked, {"base": [False] * 120, "tuned": old}, lora_rank=4),
        write_run(root, "rank=8", [asked[i] for i in order], {"base": [False] * 120, "tuned": [new[i] for i in order]}, lora_rank=8),
    ]
    raw = [
        {(line["db_id"], line["question"], line["sql"]): line["test_suite"] for line in map(json.loads, file.read_text().splitlines())}
        for file in (folder / "predictions.jsonl" for folder in folders)
    ]
    gained = sum(not raw[0][key] and raw[1][key] for key in raw[0])
    lost = sum(raw[0][key] and not raw[1][key] for key in raw[0])

    focus = one_group(read_results())
    found = pair(focus, find_model("rank=4", focus), find_model("rank=8", focus), "test_suite")
    assert (found["gained"], found["lost"], found["n"]) == (gained, lost, 120)
    assert found["difference"] == pytest.approx((gained - lost) / 120)
    assert found["p_value"] == pytest.approx(binomial_p(gained, lost), abs=1e-12)
    low, high = found["interval"]
    assert low < found["difference"] < high
    # Bonett and Price's interval for paired rates, another method than the one used: near it at this n.
    p12, p21 = (gained + 1) / 122, (lost + 1) / 122
    half = 1.96 * math.sqrt((p12 + p21 - (p12 - p21) ** 2) / 122)
    assert (low, high) == pytest.approx((p12 - p21 - half, p12 - p21 + half), abs=0.02)
    assert f"{gained} gained, {lost} lost" in found["sentence"]


def test_the_flipped_questions_are_shown_with_both_queries_and_the_reason_of_the_wrong_one(root):
    asked = questions(4)
    write_run(root, "a", asked, {"tuned": [True, False, True, True]})
    write_run(root, "b", asked[::-1], {"tuned": [False, True, True, True]}, lora_rank=8)
    focus = one_group(read_results())
    one, other = find_model("01_mistral_qlora/a", focus), find_model("01_mistral_qlora/b", focus)
    rows = compared(pair(focus, one, other, "test_suite"), focus, one, other).to_dict("records")
    assert [row["outcome"] for row in rows] == ["both right", "gained", "both right", "lost"]
    assert (rows[1]["question"], rows[1]["sql"]) == (asked[1]["question"], asked[1]["sql"])
    assert (rows[1]["first"], rows[1]["second"]) == ("SELECT tuned False", "SELECT tuned True")
    assert rows[3]["first"] == "SELECT tuned True" and rows[3]["reason"] == "returns 1 row, the gold returns 2"
    parts = pair_by(pair(focus, one, other, "test_suite"))
    assert list(parts) == ["all", *LEVELS]
    assert sum(parts[level]["n"] for level in LEVELS) == parts["all"]["n"] == 4


def test_runs_with_other_questions_are_not_ranked_together_and_paired_only_on_what_they_share_if_asked_to(root):
    write_run(root, "a", questions(10), {"tuned": [True] * 10})
    write_run(root, "b", questions(8, first=6), {"tuned": [False] * 8})
    write_run(root, "c", questions(5, first=50), {"tuned": [True] * 5})
    results = read_results()
    sets = test_sets(results)
    assert list(sets["models"]) == [1, 1, 1] and list(sets["questions shared with A"]) == ["-", "4 of 8", "0 of 5"]
    assert results_table(results, "test_suite").index.get_level_values("test set").nunique() == 3
    focus, why = choose_test_set(results)
    assert "The other 2 test sets hold other questions or only a part of these" in why and why.endswith("they stand in table.csv")
    said = " ".join(winner(focus, "test_suite"))
    assert said.startswith("01 a tuned scores highest: its test suite accuracy is 1.00") and "01 b" not in said
    a, b, c = (find_model(f"01_mistral_qlora/{name}", results) for name in "abc")
    refused = pair(results, a, b, "test_suite")
    assert "pairs" not in refused and refused["shared"] == 4
    assert "4 are shared, 6 only by the first, 4 only by the second. shared_only compares these." in refused["sentence"]
    assert (allowed := pair(results, a, b, "test_suite", shared_only=True))["n"] == 4
    assert allowed["lost"] == 4
    assert "0 are shared" in pair(results, a, c, "test_suite", shared_only=True)["sentence"]


@pytest.mark.parametrize("change", ["question", "sql", "db_id"])
def test_a_question_is_the_same_only_with_the_same_text_gold_query_and_database(root, change):
    asked = questions(6)
    other = [dict(row) for row in asked]
    other[2][change] = "another"
    write_run(root, "a", asked, {"tuned": [True] * 6})
    write_run(root, "b", other, {"tuned": [True] * 6})
    results = read_results()
    assert len(test_sets(results)) == 2
    assert pair(results, *results.models.index, "test_suite")["shared"] == 5


def test_the_figures_are_about_the_questions_with_the_most_answers_or_those_of_the_model_that_is_named(root):
    for name in ("smoke1", "smoke2", "smoke3"):
        write_run(root, name, questions(4), {"tuned": [False] * 4}, seed=int(name[-1]))
    write_run(root, "real", questions(100, first=10), {"base": [False] * 100, "tuned": [True] * 100})
    results = read_results()
    assert list(choose_test_set(results)[0].models["run"]) == ["01_mistral_qlora/real"] * 2
    assert len(choose_test_set(results, first="smoke2")[0].models) == len(choose_test_set(results, "b")[0].models) == 3


def test_a_question_that_stands_there_twice_is_paired_twice(root):
    asked = questions(3) + questions(1)
    write_run(root, "a", asked, {"tuned": [True, True, True, False]})
    write_run(root, "b", asked, {"tuned": [True, True, True, True]})
    results = one_group(read_results())
    assert pair(results, *results.models.index, "test_suite")["n"] == 4


def test_questions_that_could_not_be_judged_are_left_out_of_both_and_counted(root):
    asked = questions(6)
    write_run(root, "a", asked, {"tuned": [None, True, False, True, False, True]})
    write_run(root, "b", asked, {"tuned": [True, None, True, True, False, True]})
    results = one_group(read_results())
    found = pair(results, *results.models.index, "test_suite")
    assert found["n"] == 4 and "(2 could not be judged)" in found["sentence"]
    assert results_table(results, "test_suite")["test suite"].str.endswith("of 5").all()


def test_runs_that_have_no_score_are_listed_with_what_became_of_them(root):
    asked = questions(4)
    write_run(root, "good", asked, {"base": [False] * 4, "tuned": [True] * 4})
    write_run(root, "torn", asked, {"tuned": [True] * 4})
    (root / "runs/01_mistral_qlora/torn/metrics.json").write_text('{"models": ["tuned"], "tuned": {"rows"')
    write_run(root, "failed", asked, {"tuned": [True] * 4}, status="failed", costs={"message": "OutOfMemoryError: 3 GiB"})
    write_run(root, "interrupted", asked, {"tuned": [True] * 4}, status="interrupted", costs={"message": "stopped by SIGTERM"})
    write_run(root, "norecord", asked, {"tuned": [True] * 4})
    (root / "runs/01_mistral_qlora/norecord/run.json").write_text("[]")
    write_run(root, "odd", asked, {"tuned": [True] * 4})
    (root / "runs/01_mistral_qlora/odd/metrics.json").write_text('{"models": 7, "tuned": []}')
    write_run(root, "empty", [], {"tuned": []})
    results = read_results()
    assert set(results.models["run"]) == {"01_mistral_qlora/good"}
    states = {row["run"].split("/")[-1]: (row["status"], row["message"]) for row in results.others}
    assert states["failed"] == ("failed", "OutOfMemoryError: 3 GiB")
    assert states["interrupted"] == ("interrupted", "stopped by SIGTERM")
    assert {name: state for name, (state, _) in states.items()} == {
        "failed": "failed", "interrupted": "interrupted", "torn": "damaged", "norecord": "damaged", "odd": "damaged", "empty": "damaged",
    }  # fmt: skip
    assert results.said == "read from runs: 7 runs, 1 of them with scores"


@pytest.mark.parametrize("runs_dir", ["", "runs"])
def test_where_no_run_has_a_score_a_sentence_says_what_was_found_and_how_to_get_one(root, runs_dir):
    write_run(root, "failed", questions(2), {"tuned": [True] * 2}, status="failed", costs={"message": "OutOfMemoryError: 3 GiB"})
    write_run(root, "torn", questions(2), {"tuned": [True] * 2})
    (root / "runs/01_mistral_qlora/torn/run.json").write_text("[]")
    with pytest.raises(UserError) as said:
        read_results(runs_dir)
    assert "of 2 runs or results, none has a score" in str(said.value)
    assert "01_mistral_qlora/failed is failed (OutOfMemoryError: 3 GiB)" in str(said.value)
    assert str(said.value).count("torn") == 1 and "python -m helpers.run --resume RUN" in str(said.value)


def test_a_run_that_was_scored_and_not_finished_is_compared(root):
    write_run(root, "scored", questions(2), {"tuned": [True] * 2}, status="scored")
    results = read_results()
    assert list(results.models["run"]) == ["01_mistral_qlora/scored"] and not results.others


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"index": 0}\n', "\x00\xff", '"x"\n' * 4])
@pytest.mark.parametrize("file", ["predictions.jsonl", "log_history.json"])
def test_a_damaged_file_costs_what_needs_it_and_nothing_else(root, file, text):
    folder = write_run(root, "a", questions(4), {"base": [False] * 4, "tuned": [True] * 4})
    (folder / file).write_text(text, encoding="latin-1")
    focus = one_group(read_results())
    assert list(focus.models.index) == ["01 base", "01 tuned"] and not focus.others
    found = pair(focus, "01 base", "01 tuned", "test_suite")
    assert found["n"] == 4, "two models of one run answered the same questions"
    assert len(compared(found, focus, "01 base", "01 tuned")) == 4
    loss_overlay(focus, {})


def test_any_json_in_the_place_of_metrics_is_a_damaged_run_and_never_an_error(root):
    write_run(root, "good", questions(4), {"tuned": [True] * 4})
    folder = write_run(root, "bad", questions(4), {"tuned": [True] * 4})
    good = json.loads((folder / "metrics.json").read_text())
    chance = random.Random(0)
    for _ in range(60):
        spoiled, place = json.loads(json.dumps(good)), None
        place = spoiled
        while isinstance(place, (dict, list)) and place:
            keys = list(place) if isinstance(place, dict) else range(len(place))
            key = chance.choice(list(keys))
            if chance.random() < 0.4 or not isinstance(place[key], (dict, list)):
                place[key] = chance.choice([None, 3, "x", [], {}, [1], {"rows": 1}, True])
                break
            place = place[key]
        (folder / "metrics.json").write_text(json.dumps(spoiled))
        results = read_results()
        assert {*results.models["run"], *(row["run"] for row in results.others)} == {"01_mistral_qlora/good", "01_mistral_qlora/bad"}
        results_table(results, "test_suite")
        costs_table(results, "test_suite")


@pytest.mark.parametrize("score", [None, 3, {}, {"rate": 0.5, "n": 4, "interval": [1]}, {"rate": "x", "n": 4, "interval": [0, 1]}])
def test_a_damaged_score_with_other_tables_beside_is_a_dash(root, score):
    folder = write_run(root, "a", questions(4), {"tuned": [True] * 4})
    metrics = json.loads((folder / "metrics.json").read_text())
    (folder / "metrics.json").write_text(json.dumps(metrics | {"wider": {"models": {"tuned": {"test_suite": score}}}}))
    results = read_results()
    assert list(results_table(results, "test_suite")["other tables beside"]) == ["-"]
    assert "With other tables beside the right ones it has -." in " ".join(winner(results, "test_suite"))


def test_the_untrained_base_is_shown_once_and_found_under_every_run_that_asked_it(root):
    asked, base = questions(8), [False] * 7 + [True]
    write_run(root, "a", asked, {"base": base, "tuned": [True] * 8})
    write_run(root, "b", asked[::-1], {"base": base[::-1], "tuned": [True] * 7 + [False]}, lora_rank=8)
    write_run(root, "c", asked, {"base": [False] * 8, "tuned": [True] * 8}, prompt_style="chat")
    focus = one_group(read_results())
    assert len(focus.models) == 5 and [len(focus.models["also"][label]) for label in focus.bases] == [1, 0]
    assert find_model("01_mistral_qlora/b base", focus) == focus.bases[0]
    assert "the same in 2 runs" in " ".join(results_table(focus, "test_suite").index.get_level_values("model"))


def test_a_base_with_worked_examples_is_untrained_and_never_taken_for_the_plain_one(root):
    few = {"base": [False] * 8, "base, 3 shots": [False] * 8, "tuned": [True] * 8}
    write_run(root, "a", questions(8), few)
    write_run(root, "b", questions(8), few, lora_rank=8)
    focus = one_group(read_results())
    assert len(focus.bases) == 2 and len(focus.trained) == 2
    assert "From 01 base to 01 a tuned" in " ".join(winner(focus, "test_suite"))


def test_arms_of_one_run_have_their_own_costs_and_the_base_has_none(root):
    arms = {"full": {"training_seconds": 60.0, "trainable_parameters": 9}, "lora": {"training_seconds": 30.0, "trainable_parameters": 1}}
    verdicts = {"base": [False] * 4, "full": [True] * 4, "lora": [True, True, False, False]}
    write_run(root, "a", questions(4), verdicts, stem="03_t5_qlora_vs_full", costs={"arms": arms, "training_seconds": None})
    table = brief(costs_table(read_results(), "test_suite"), "base model", "data")
    assert list(table)[:4] == ["minutes", "peak GiB", "rows", "device"] and not {"base model", "data"} & {*table}
    assert table["minutes"].to_dict() == {"03 full": "1.0", "03 lora": "0.5", "03 base": "-"}
    assert table.index[0] == "03 full", "best first"
    assert set(table["tokens/s"]) == {"-"}
    assert (table["examples/s"] == "-").all()


def test_a_curve_of_one_validation_loss_alone_is_drawn(root):
    folder = write_run(root, "a", questions(4), {"tuned": [True] * 4})
    (folder / "log_history.json").write_text('[{"step": 4, "eval_loss": 0.5}]')
    assert loss_overlay(read_results(), {})[1] == "1 curve of 1 base model."


def test_runs_that_recorded_no_cost_are_compared_and_no_chart_of_costs_is_drawn(root):
    """A run of a model's repository on the Hub once ended 07 in a TypeError."""
    nothing = dict.fromkeys(["trainable_parameters", "training_seconds", "training_peak_gib", "examples_a_second"])
    write_run(root, "a", questions(4), {"base": [False] * 4, "tuned": [True] * 4}, costs=nothing)
    results = read_results()
    assert score_against_cost(results, {}, "test_suite", "test suite accuracy")[0] is None
    assert set(costs_table(results, "test_suite")["minutes"]) == {"-"}
    assert "What they cost was not recorded." in " ".join(winner(results, "test_suite"))


def test_stand_ins_are_marked_in_the_table_and_in_every_title(root):
    write_run(root, "a", questions(4), {"base": [False] * 4, "tuned": [True] * 4})
    write_run(root, "b", questions(4), {"tuned": [True] * 4}, model_id="mistralai/Mistral-7B-v0.3")
    focus = one_group(read_results())
    table = brief(costs_table(focus, "test_suite"), "base model", "data")
    assert table["base model"].str.contains("a stand-in").sum() == 2, "what differs stays"
    assert list(results_table(focus, "exact_match"))[:2] == ["exact match", "n"], "what ranks them stands first"
    assert stand_in_note(focus).startswith("2 of these 3 models are stand-ins")
    fig, _ = loss_overlay(focus, {})
    assert [ax.get_title(loc="left") for ax in fig.axes] == [
        "Each panel has its own scale\nsmollm2-135m (stand-in)", "Mistral-7B-v0.3",
    ]
    fig, _ = score_against_cost(focus, {}, "test_suite", "score")
    assert "1 of 2 are stand-ins" in fig.axes[0].get_title(loc="left")


def test_minutes_of_two_kinds_of_machine_are_not_drawn_together(root):
    for name, device in (("a", "Tesla T4"), ("b", "Tesla T4"), ("c", "two cores")):
        write_run(root, name, questions(4), {"tuned": [True] * 4}, costs={"device": device})
    focus = one_group(read_results())
    _, said = score_against_cost(focus, {}, "test_suite", "score")
    assert said == "2 models trained on Tesla T4. 1 (01 c tuned) was trained on another machine and left out."
    fig, _ = score_against_cost(focus, {"01 a tuned": "red", "01 c tuned": "blue"}, "test_suite", "score")
    assert [text.get_text() for text in fig.legends[0].get_texts()] == ["01 a tuned", "others"]
    said = " ".join(winner(focus, "test_suite"))
    assert said.startswith("01 a tuned scores highest, but 2 others may be as good: ") and "cannot be compared" not in said
    place = root / "runs/01_mistral_qlora/b/run.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | {"device": "two cores"}))
    assert "The machines differ, so the minutes cannot be compared." in " ".join(winner(one_group(read_results()), "test_suite"))


def test_where_the_order_turns_with_other_tables_beside_the_lead_says_so():
    """Two published arms: trained as published scores higher on the plain test set, and falls behind where other tables stand."""
    profile = read_profile("small", "07_compare_runs", read_parameters(find_notebook("07")))
    focus, _ = choose_test_set(read_results("figures/results/small"), profile["test_set"])
    arms = {"01 other_tables=0 tuned", "01 both_forms=false tuned"}
    assert arms < set(focus.models.index)
    lead, *said = winner(focus.only([label for label in focus.models.index if label in {*arms, *focus.bases}]), "test_suite")
    assert lead.startswith(
        "01 other_tables=0 tuned scores highest on schemas that hold only what the answer needs, "
        "01 both_forms=false tuned with other tables beside: "
    )
    turned = "01 both_forms=false tuned 0.53 [0.46, 0.59]: there the order turns, and a database of your own has such tables."
    assert turned in " ".join(said)


@pytest.mark.parametrize("device, told", [("two cores", True), ("Tesla T4", False)])
def test_the_quickest_is_named_among_those_of_one_machine_only(root, device, told):
    write_run(root, "a", questions(4), {"tuned": [True] * 4})
    write_run(root, "b", questions(4), {"tuned": [True] * 4}, costs={"device": device})
    said = " ".join(winner(one_group(read_results()), "test_suite"))
    assert ("less time" in said) is told


def test_on_one_run_each_comparison_says_what_is_missing(root):
    write_run(root, "a", questions(4), {"tuned": [True] * 4})
    focus = one_group(read_results())
    assert choose_pair(focus, focus, "", "", "test_suite")[:2] == ("", "")
    assert "a comparison takes two" in choose_pair(focus, focus, "", "", "test_suite")[2]
    assert "another run on the same ones" in choose_pair(focus, focus, "01 tuned", "", "test_suite")[2]
    assert "compared with itself" in pair(focus, "01 tuned", "01 tuned", "test_suite")["sentence"]
    assert learning_curves(focus, "test_suite")[1].startswith("No two runs differ in train_examples only")
    assert find_sweep(focus, "test_suite")["sentence"].startswith("No two runs differ in one or two parameters only")
    said = winner(focus, "test_suite")
    assert said[0].startswith("01 tuned scores highest") and "one seed" in " ".join(said) and "no evidence about the big model" in said[-1]


def test_what_is_not_named_is_chosen_and_it_is_said_how(root):
    asked = questions(8)
    for rank, right in ((4, 5), (8, 7), (16, 6)):
        write_run(root, f"rank={rank}", asked, {"base": [False] * 8, "tuned": [True] * right + [False] * (8 - right)}, lora_rank=rank)
    results = read_results()
    focus, _ = choose_test_set(results)
    one, other, how = choose_pair(results, focus, "", "", "test_suite")
    assert (one, other) == ("01 rank=16 tuned", "01 rank=8 tuned")
    assert "picked for their scores" in how
    one, other, _ = choose_pair(results, focus, "rank=4 tuned", "", "test_suite")
    assert (one, other) == ("01 rank=4 tuned", "01 rank=8 tuned")
    with pytest.raises(UserError, match=r"first rank=5: no model has this name. Perhaps .*rank="):
        choose_pair(results, focus, "rank=5", "", "test_suite")
    with pytest.raises(UserError, match="several models"):
        find_model("tuned", results)
    with pytest.raises(UserError, match="there is no such score"):
        choose_measure(results, "bleu")
    with pytest.raises(UserError, match="no such test set"):
        choose_test_set(results, "Q")


def test_a_learning_curve_takes_runs_that_differ_in_the_training_size_only(root):
    asked = questions(8)
    for size, right in ((100, 2), (400, 4), (-1, 6)):
        write_run(root, f"size={size}", asked, {"tuned": [True] * right + [False] * (8 - right)}, train_examples=size)
    write_run(root, "other", asked, {"tuned": [True] * 8}, train_examples=200, learning_rate=5e-4)
    focus = one_group(read_results())
    lines, said = learning_curves(focus, "test_suite")
    assert {name: [(point["value"], point["rate"]) for point in points] for name, points in lines.items()} == {
        "01 tuned": [(100, 0.25), (400, 0.5), (801, 0.75)],  # all rows: 8.9 a second for 90 seconds and one epoch
    }
    assert said.startswith("3 runs of 1 recipe differ")
    assert learning_curve(lines, "score", "")._repr_png_().startswith(PNG)


def test_a_sweep_of_two_parameters_is_a_map_with_holes_and_of_one_a_line_with_intervals(root):
    asked = questions(12)
    for rank in (16, 4, 8):
        for rate in (1e-3, 2e-4):
            if (rank, rate) != (8, 2e-4):
                right = rank // 2 + (rate == 1e-3)
                verdicts = {"base": [False] * 12, "tuned": [True] * right + [False] * (12 - right)}
                write_run(root, f"s/{rank},{rate}", asked, verdicts, sweep="s", lora_rank=rank, learning_rate=rate)
    focus = one_group(read_results())
    found = find_sweep(focus, "test_suite")
    assert found["names"] == ["learning_rate", "lora_rank"] and found["values"] == [[2e-4, 1e-3], [4, 8, 16]]
    assert len(found["scores"]) == 5 and "Each setting has one seed" in found["sentence"]
    assert "learning_rate=0.001, lora_rank=16" in found["sentence"]
    fig = sweep_map(found, focus, "score")
    texts = [text.get_text() for text in fig.axes[0].texts]
    assert texts.count("not run") == 1 and "75\n[47, 91]" in texts
    line = find_sweep(focus, "test_suite", ["lora_rank"])
    assert line["values"] == [[4, 8, 16]] and [len(group) for group in differ_in(focus, ["lora_rank"])] == [3, 2]
    assert sweep_map(line, focus, "score")._repr_png_().startswith(PNG)
    with pytest.raises(UserError, match="one or two parameters that the runs have"):
        find_sweep(focus, "test_suite", ["rank"])


def test_runs_started_one_by_one_make_a_sweep_too(root):
    for rank in (4, 8):
        write_run(root, f"by hand {rank}", questions(6), {"tuned": [True] * 6}, lora_rank=rank)
    found = find_sweep(one_group(read_results()), "test_suite")
    assert found["names"] == ["lora_rank"]
    assert sweep_map(found, read_results(), "score") is None, "two settings make no picture"


def test_seeds_of_one_recipe_give_a_mean_and_a_spread_and_a_single_seed_is_marked_as_one(root):
    for seed, right in ((1, 4), (2, 6), (3, 8)):
        asked = questions(12) if seed < 3 else questions(12, first=50)
        verdicts = {"base": [False] * 12, "tuned": [True] * right + [False] * (12 - right)}
        write_run(root, f"seeds/seed={seed}", asked, verdicts, sweep="seeds", seed=seed)
    write_run(root, "alone", questions(12), {"tuned": [True] * 9 + [False] * 3}, lora_rank=64)
    results = read_results()
    table, said = seeds_table(results, "test_suite")
    row = table.loc[0]
    assert row["seeds"] == "1, 2, 3" and row["mean test suite accuracy"] == "0.500" and row["standard deviation"] == "0.167"
    assert row["lowest to highest"] == "0.333 to 0.667" and row["test questions"] == "each seed its own"
    assert said.startswith("1 recipe was run with several seeds. 1 trained model has a single seed, so how far the seed moves")
    seeds = results_table(results, "test_suite").droplevel("test set")["seeds"]
    assert seeds["01 alone tuned"] == "one" and seeds["01 seed=2 tuned"] == "3"
    focus, _ = choose_test_set(results)
    assert find_sweep(focus, "test_suite")["names"] == ["lora_rank"], "no seed is the best setting"
    assert "Recipes with several seeds" in " ".join(winner(focus, "test_suite"))


def test_a_setting_that_was_run_with_several_seeds_is_one_point_of_a_sweep(root):
    for rank, rights in ((4, (2, 4)), (8, (6, 8)), (16, (5, 5))):
        for seed, right in enumerate(rights):
            verdicts = {"tuned": [True] * right + [False] * (12 - right)}
            write_run(root, f"s/{rank},{seed}", questions(12), verdicts, sweep="s", lora_rank=rank, seed=seed)
    focus = one_group(read_results())
    found = find_sweep(focus, "test_suite")
    assert found["names"] == ["lora_rank"] and found["scores"][8,] == {"rate": pytest.approx(7 / 12), "n": 12, "interval": [0.5, 8 / 12]}
    assert "mean of up to 2 seeds" in found["sentence"] and "lora_rank=8" in found["sentence"]
    assert find_sweep(focus, "test_suite", ["seed"])["names"] == ["seed"]


def test_each_arm_of_one_run_has_the_losses_of_its_own_training(root):
    verdicts = {"base": [False] * 4, "full": [True] * 4, "qlora": [True] * 4}
    folder = write_run(root, "arms", questions(4), verdicts, stem="03_t5_qlora_vs_full")
    (folder / "log_history.json").unlink()
    for number, arm in enumerate(("full", "qlora"), 1):
        (folder / f"log_history_{arm}.json").write_text(json.dumps([{"step": number, "loss": 0.5}]))
    results = read_results()
    steps = {model["name"]: [entry["step"] for entry in results.losses(label)] for label, model in results.models.iterrows()}
    assert sorted(steps.values()) == [[], [1], [2]]


def test_on_a_fresh_clone_the_published_results_are_read_and_their_rates_are_those_of_the_files(monkeypatch, tmp_path):
    (tmp_path / "runs").mkdir()
    (tmp_path / "figures").symlink_to(ROOT / "figures")
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    results = read_results()
    assert results.said.startswith("no run in runs/ has a score yet, so these are the published results, read from figures/results")
    assert not results.others and len(results.models) > 4 and any(map(results.losses, results.models.index))
    for label, model in results.models.iterrows():
        published = json.loads(model["source"].read_text())["scores"][model["model"]]
        for measure in ("exact_match", "execution_accuracy", "test_suite", "validity"):
            if published.get(measure):
                assert results.score(label, measure)["rate"] == pytest.approx(published[measure]["rate"])
                assert results.score(label, measure)["interval"] == pytest.approx(published[measure]["interval"])
        beside = results.models["letter"] == model["letter"]
        assert model["test_set"] != "" or set(results.models["source"][beside]) == {model["source"]}


def test_published_questions_make_two_files_comparable(root):
    place = root / "figures/results/rehearsal"
    (place / "answers").mkdir(parents=True)
    asked = questions(6)
    for number, right in ((1, 3), (2, 5)):
        verdicts = [{"exact": index < right, "execution": index < right, "test_suite": index < right, "valid": True} for index in range(6)]
        rows = [{"index": i, "hardness": row["hardness"], "db_id": row["db_id"], "group": row["group"]} for i, row in enumerate(asked)]
        result = {
            "stem": f"0{number}_x", "profile": "rehearsal", "parameters": PARAMETERS, "device": "two cores", "costs": {}, "curves": {},
            "scores": {"tuned": {}}, "rows": [row | {"tuned": verdict} for row, verdict in zip(rows, verdicts, strict=True)],
        }  # fmt: skip
        (place / f"0{number}_x.json").write_text(json.dumps(result))
        answers = {name: [row[name] for row in asked] for name in ("db_id", "question", "sql")} | {
            "predictions": {"tuned": ["SELECT 1"] * 6}
        }
        (place / "answers" / f"0{number}_x.json").write_text(json.dumps(answers))
    results = one_group(read_results("figures/results/rehearsal"))
    one, other = results.models.index
    found = pair(results, one, other, "test_suite")
    assert (found["n"], found["gained"]) == (6, 2)
    assert compared(found, results, one, other)["second"].iloc[3] == "SELECT 1"
    (place / "answers/02_x.json").unlink()
    results = read_results("figures/results/rehearsal")
    assert "do not say which questions they answer" in pair(results, one, other, "test_suite")["sentence"]


def test_a_folder_without_runs_gets_one_sentence(root):
    with pytest.raises(UserError, match="there is no such folder"):
        read_results("nowhere")
    with pytest.raises(UserError, match="holds no run, and no published results"):
        read_results("runs")


def make_hundred(root):
    asked = questions(256)
    for number in range(100):
        sweep = "" if number < 60 else "grid"
        parameters = {"lora_rank": 4 * (number % 8 + 1), "learning_rate": 1e-4 * (number // 8 + 1)}
        if number < 40:
            parameters = {"train_examples": 20 * (number + 1)}
        verdicts = {"base": [False] * 256, "tuned": coins(number, 256, 0.2 + number / 200)}
        costs = {"training_seconds": 60.0 + number, "training_peak_gib": 2 + number / 50}
        write_run(root, f"run{number:03}", asked, verdicts, sweep=sweep, costs=costs, **parameters)


def draw_everything(runs_dir=""):
    results = read_results(runs_dir)
    focus, _ = choose_test_set(results)
    measure, _ = choose_measure(focus)
    one, other, _ = choose_pair(results, focus, "", "", measure)
    colors, said = choose_colors(focus, measure, 6, (one, other))
    found = pair(focus, one, other, measure)
    figures = [
        loss_overlay(focus, colors)[0],
        score_against_cost(focus, colors, measure, "score")[0],
        score_bars(rates_by(focus, measure), "", "score", colors),
        paired_differences(pair_by(found), "", "score"),
        learning_curve(learning_curves(focus, measure)[0], "score", ""),
        sweep_map(find_sweep(focus, measure), focus, "score"),
    ]
    pictures = [figure._repr_png_() for figure in figures]
    return results_table(results, measure), colors, said, pictures, winner(focus, measure)


def test_a_hundred_runs_are_read_compared_and_drawn_in_seconds_with_few_of_them_in_color(root):
    make_hundred(root)
    started = time.process_time()
    table, colors, said, pictures, learned = draw_everything()
    assert time.process_time() - started < 60  # a hang, never a speed
    assert len(table) == 101, "a hundred tuned models and the base that they share"
    assert len(colors) == len(set(colors.values())) == 6
    assert said == "The figures name 6 of 100 trained models, the best and those compared below; the other 94 are grey."
    assert all(picture.startswith(PNG) for picture in pictures)
    assert learned[0].startswith("01 ")


def test_a_comparison_loads_nothing_of_the_training_stack():
    code = (
        "import sys, helpers.comparison.results, helpers.comparison.paired, helpers.comparison.sweeps, helpers.plots.comparison\n"
        "print([name for name in ('torch', 'transformers', 'datasets', 'helpers.training.train') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).strip() == "[]"


def test_the_notebook_compares_two_runs_of_other_ranks_and_its_numbers_are_those_of_a_count_by_hand(tmp_path):
    asked, old, new = questions(60), coins(3, 60, 0.3), coins(4, 60, 0.6)
    write_run(tmp_path, "rank4", asked, {"base": [False] * 60, "tuned": old}, lora_rank=4)
    write_run(tmp_path, "rank8", asked, {"base": [False] * 60, "tuned": new}, lora_rank=8)
    write_run(tmp_path, "lost", asked, {"tuned": new}, status="failed", costs={"message": "OutOfMemoryError"})
    named = ["-p", "first=rank4", "-p", "second=rank8", "-p", f"runs_dir={tmp_path / 'runs'}", "-p", f"output_dir={tmp_path / 'out'}"]
    command = [sys.executable, "-m", "helpers.run", "07", "--profile", "smoke", *named]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, env=os.environ)
    assert process.returncode == 0, process.stdout[-2000:] + process.stderr[-2000:]
    gained, lost = (sum(one is not two and two is kind for one, two in zip(old, new, strict=True)) for kind in (True, False))
    written = results.read_run(tmp_path / "out").metrics["comparison"]
    assert written["n"] == 60 and written["difference"] == pytest.approx((gained - lost) / 60)
    assert written["p_value"] == pytest.approx(binomial_p(gained, lost))
    rows = [json.loads(line) for line in (tmp_path / "out/predictions.jsonl").read_text().splitlines()]
    assert [row["outcome"] for row in rows].count("gained") == gained
    assert {path.stem for path in (tmp_path / "out/figures").glob("*.png")} == {"loss", "cost", "hardness", "verdicts"}
    assert "OutOfMemoryError" in (tmp_path / "out/07_compare_runs.ipynb").read_text()
