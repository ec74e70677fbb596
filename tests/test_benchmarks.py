"""The machinery of the benchmarks at toy size: that both sides do the same work, and that results are kept. No speed is tested."""

import contextlib
import io
import json
import math
import sys
import time
from dataclasses import replace

import pytest
import torch

from helpers import UserError, score
from helpers.files import to_json
from helpers.memory.device import find_machine
from helpers.models.standins import standin_folder
from tests.benchmarks import __main__ as command
from tests.benchmarks import arms, generation, growth, levers, pairs, plots, processes, recipes, rows, scoring, training
from tests.benchmarks.record import Record
from tests.benchmarks.settings import original_01, ours_01
from tests.benchmarks.sizes import TOY, Bench

TINY = "standin/tiny-qwen2"


@pytest.fixture
def bench(tmp_path):
    return Bench(TOY, time.monotonic() + 600, tmp_path, toy=True)


@pytest.fixture(autouse=True)
def in_process(monkeypatch):
    """Score in this process: starting Python takes longer than all toy sections together."""

    def run(words, folder=""):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            if words[2] == "helpers.score":
                assert score.main([*words[3:], "--jobs", "1"]) == 0
            else:
                print(json.dumps(growth.prepare_and_train(int(words[3]), words[4])))
        return {"seconds": 0.5, "peak_mib": 100.0, "output": said.getvalue()}

    monkeypatch.setattr(scoring, "watched", run)
    monkeypatch.setattr(growth, "watched", run)


def build(settings, tmp_path, count=8):
    few, _, _ = rows.practice_rows(Bench(TOY, 0.0, tmp_path, toy=True), count, 0, 0)
    return arms.build_arm(settings, standin_folder(TINY), few, count // settings.batch_size, tmp_path, find_machine())


def test_training_gives_both_recipes_the_same_examples_and_scores_both(bench):
    found = {}
    training.training(bench, found)
    pair = found["examples: notebook 01"]
    assert pair["equal_work"]
    assert pair["work"]["notebook 01"]["examples"] == found["examples"] == 8
    assert pair["bar"] == 4.0
    original, ours = found["tokens"]["01's original recipe"], found["tokens"]["notebook 01"]
    assert original["computed_tokens"] == 8 * 512, "the original pads every row to 512"
    assert ours["computed_tokens"] < 8 * 512
    assert original["useful_tokens"] == ours["useful_tokens"] - 8, "the same text, but for the end token that the original leaves out"
    assert ours["learned_tokens"] < original["learned_tokens"]
    scores = [found["score"][name] for name in ("01's original recipe", "notebook 01")]
    assert scores[0]["answer_tokens"] == scores[1]["answer_tokens"] > 0
    assert all(math.isfinite(one["answer_loss"]) for one in scores)
    assert isinstance(found["score"]["not_lower"], bool)
    assert found["limit"]["notebook 01"]["share_of_limit"]["median"] > 0
    json.loads(to_json(found))


def test_levers_change_one_setting_each_and_keep_the_examples(bench, monkeypatch):
    few = ("one example a row, not packed to 512", "attention by SDPA, not eager")
    monkeypatch.setattr(levers, "LEVERS", {name: levers.LEVERS[name] for name in few})
    found = {}
    levers.levers(bench, found)
    packed, eager = (found["levers"][name] for name in few)
    assert packed["equal_work"] is None, "packed rows hold several examples"
    assert eager["equal_work"] is True
    assert eager["work"]["changed"]["examples"] == TOY.rounds * TOY.stretch * 4
    assert all(ratio > 0 for ratio in packed["ratios"] + eager["ratios"])
    assert found["base"]["attention"] == "sdpa"


def test_every_lever_changes_what_the_base_has():
    base = ours_01()
    for name, change in levers.LEVERS.items():
        assert any(getattr(base, key) != value for key, value in change.items()), name


def test_recipes_of_encoder_and_decoder_train_equal_examples(bench, monkeypatch):
    monkeypatch.setattr(recipes, "FAULTS", {"06": recipes.FAULTS["06"]})
    found = {}
    recipes.recipes(bench, found)
    assert list(found["pairs"]) == ["03", "06"]
    for pair in found["pairs"].values():
        assert pair["equal_work"] is True
        assert pair["work"]["original"]["examples"] > 0
    assert found["pairs"]["06"]["differ"]["lora_rank"] == [256, 16]


def test_generation_answers_alike_in_float32_one_by_one_and_batched(bench):
    found = {}
    generation.generation(bench, found)
    assert found["float32"]["identical_text"] == 1.0
    assert found["float32"]["equal_work"] is True
    assert found["float32"]["accuracy"]["difference"] == 0
    assert found["adapter"].startswith("trained here")


def test_scoring_and_growth_measure_the_rows_they_name(bench):
    found, grown = {}, {}
    scoring.scoring(bench, found)
    assert found["against the official code"] is None, "not measured is a dash"
    assert 0.3 < found["given databases"]["execution_accuracy"] < 1.0
    assert found["generated databases"]["rows"] == TOY.suites
    growth.growth(bench, grown)
    assert [row["rows"] for row in grown["scoring"]] == list(TOY.predictions)
    assert [row["rows"] for row in grown["training"]] == list(TOY.training_rows)
    assert grown["training"][0]["steps"] == 2
    for draw in (plots.growth, plots.speed):
        assert draw({"toy": True, "sections": {"scoring": {"results": found}, "growth": {"results": grown}}}) is not None or found


def test_a_growth_that_would_outlast_the_time_is_left_out_and_called_an_estimate(bench):
    grown = {}
    growth.growth(replace(bench, toy=False, deadline=0.0, size=replace(TOY, training_rows=())), grown)
    assert "an estimate" in grown["scoring"][1]["not_measured"]
    assert growth.power([{"rows": 10, "s": 2.0}, {"rows": 100, "s": 2.0}], "s") == 0.0
    assert growth.power([{"rows": 10, "s": 2.0}], "s") is None


def test_a_training_in_stretches_ends_in_the_weights_of_an_uninterrupted_one(tmp_path):
    whole, halting = build(ours_01(), tmp_path), build(ours_01(), tmp_path)
    whole.start()
    whole.run(2)
    halting.start()
    first = halting.run(1)
    torch.rand(3)  # what the other side draws meanwhile changes nothing
    second = halting.run(1)
    assert first["examples"] + second["examples"] == 8
    with pytest.raises(RuntimeError, match="no step left"):
        halting.run(1)
    expected = dict(whole.trainer.model.named_parameters())
    for name, tensor in halting.trainer.model.named_parameters():
        assert torch.equal(tensor, expected[name]), name


def test_an_error_in_a_training_is_raised_where_it_is_timed(tmp_path):
    arm = build(ours_01(), tmp_path)
    arm.start()
    arm.trainer.optimizer.step = None
    with pytest.raises(TypeError):
        arm.run(1)


def test_the_originals_loss_counts_the_prompt_and_no_end_token(tmp_path):
    trainer = build(original_01(), tmp_path).trainer
    batch = trainer.data_collator([trainer.train_dataset[i] for i in range(4)])
    assert batch["input_ids"].shape == (4, 512)
    assert not batch["attention_mask"][:, 0].any(), "padded on the left"
    assert torch.equal(batch["labels"] != -100, batch["attention_mask"].bool()), "all text is learned, padding is not"
    assert {p.dtype for p in trainer.model.parameters() if p.is_floating_point()} == {torch.float32}


def test_sides_take_turns_and_their_ratio_is_that_of_the_rounds():
    order = []

    def side(name, seconds):
        def turn(number):
            order.append((name, number))
            time.sleep(seconds)
            return {"rows": 10}

        return turn

    found = pairs.interleave({"a": side("a", 0.001), "b": side("b", 0.004)}, 3, math.inf)
    assert order == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2)]
    result = pairs.compare_sides(found, "a", "b", "rows", ("rows",), bar=1000.0)
    assert result["ratio"]["low"] <= result["ratio"]["median"] <= result["ratio"]["high"]
    assert result["equal_work"] is True
    assert result["reached"] is False
    found["b"][0]["rows"] = 9
    assert pairs.compare_sides(found, "a", "b", "rows", ("rows",))["equal_work"] is False
    assert len(pairs.interleave({"a": side("a", 0)}, 9, 0.0)["a"]) == 2, "at least two rounds: one has no spread"


def test_drawn_lengths_follow_the_distribution_of_sql_create_context():
    lengths = list(range(60, 300)) * 4
    drawn = [lengths[i] for i in rows.draw_lengths(lengths, 200, seed=1)]
    told = rows.describe_lengths(drawn)
    assert told["mean"] == pytest.approx(rows.MEAN, abs=1)
    assert told["deviation"] == pytest.approx(rows.DEVIATION, abs=1.5)
    assert len(set(rows.draw_lengths(lengths, 200, seed=1))) == 200, "no row twice"


def test_finished_sections_stay_when_a_later_one_fails_or_is_interrupted(tmp_path, capsys):
    path = tmp_path / "benchmarks.json"
    assert Record(path, True).section("scoring", lambda found: found.update(rows=3))
    assert not Record(path, True).section("growth", lambda found: found.update(half=1) or 1 / 0)
    assert not Record(path, True).section("scoring", lambda found: 1 / 0), "a failure does not replace what was finished"

    def stopped(found):
        found["first"] = 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Record(path, True).section("levers", stopped)
    sections = json.loads(path.read_text())["sections"]
    assert sections["scoring"]["status"] == "finished"
    assert sections["scoring"]["results"] == {"rows": 3}
    assert (sections["growth"]["status"], sections["growth"]["results"]) == ("failed", {"half": 1})
    assert (sections["levers"]["status"], sections["levers"]["results"]) == ("interrupted", {"first": 1})
    assert sections["growth"]["machine"]["cores"] >= 1
    assert "torch" in sections["growth"]["versions"]
    sections["scoring"]["machine"]["name"] = "another"
    path.write_text(json.dumps({"toy": True, "sections": sections}))
    Record(path, True).section("levers", lambda found: None)
    assert json.loads(path.read_text())["sections"]["scoring"] == sections["scoring"], "a section measured elsewhere stays as it is"
    Record(path, False).section("levers", lambda found: None)
    assert list(json.loads(path.read_text())["sections"]) == ["levers"], "numbers of another size do not stay beside these"


def test_what_the_command_cannot_do_is_said_in_a_sentence(tmp_path, capsys):
    for words, message in (
        (["--only", "speed"], "There is no section speed"),
        (["--budget", "0"], "expected minutes"),
        (["--official", str(tmp_path / "none")], "no such folder"),
        (["--draw", "--out", str(tmp_path)], "Measure first"),
    ):
        assert command.main(words) == 2
        assert message in capsys.readouterr().err
    with pytest.raises(UserError, match=r"no evaluation\.py"):
        scoring._official_command(str(tmp_path), {"gold": "", "predictions": "", "folder": "", "tables": ""})


def test_a_watched_command_reports_its_memory_with_its_childrens_and_its_failure():
    hold = "x = bytearray(60_000_000); import time; time.sleep(0.4)"
    found = processes.watched([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', '''{hold}'''])"])
    assert found["seconds"] > 0.3
    assert found["peak_mib"] is None or found["peak_mib"] > 57
    with pytest.raises(UserError, match="code 3: too bad"):
        processes.watched([sys.executable, "-c", "import sys; print('too bad', file=sys.stderr); sys.exit(3)"])


def test_figures_show_what_was_measured_and_nothing_else():
    pair = {"ratio": {"median": 5.0, "low": 4.5, "high": 5.5}}
    results = {"toy": False, "sections": {
        "training": {"machine": {"kind": "cpu", "cores": 2}, "results": {"examples: notebook 01": pair}},
        "levers": {"results": {"levers": {"attention by SDPA, not eager": pair, "packing": {"not_measured": "no time"}}}},
    }}  # fmt: skip
    assert [label.get_text() for label in plots.speed(results).axes[0].get_yticklabels()] == ["training, 01"]
    assert len(plots.levers(results).axes[0].get_yticklabels()) == 1
    assert plots.growth(results) is None
    grown = {"training": [{"rows": rows, "seconds_to_train": rows / 9, "peak_mib": 100} for rows in (100, 1000)]}
    fig = plots.growth({"sections": {"growth": {"results": grown}}})
    fig.draw_without_rendering()
    assert not [text.get_text() for text in fig.axes[0].get_xticklabels() if "$" in text.get_text()], "no formula stands for a number"
