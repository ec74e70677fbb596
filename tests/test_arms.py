"""An experiment's table shows every arm that was run under the same conditions, and no other run."""

import pytest

from helpers.comparison.arms import arms_in_pairs, arms_table, find_arms
from helpers.parameters import ROLES, notebooks, read_parameters
from helpers.runs import Run, start_run
from helpers.training.checkpoints import recipe


def finished(tmp_path, name, rate=0.5, **parameters) -> Run:
    values = {"model_id": "standin/x", "seed": 1, "load_in_4bit": False, "save_steps": 5, **parameters}
    run = start_run("02_tiny", values, str(tmp_path / name))
    run.update(training_seconds=60.0, training_peak_gib=1.5, examples_a_second=3.0)
    run.finish({"headline": {"name": "execution accuracy", "rate": rate, "interval": [0.4, 0.6], "n": 10}})
    return run


def test_arms_differ_in_what_is_compared_and_in_nothing_else(tmp_path):
    own = finished(tmp_path, "a")
    finished(tmp_path, "b", load_in_4bit=True, save_steps=50, sample_steps=7, resume_from_hub=True)
    finished(tmp_path, "c", load_in_4bit=True, seed=2)
    finished(tmp_path, "d", model_id="standin/y")
    start_run("02_tiny", {**own.record["parameters"], "load_in_4bit": True}, str(tmp_path / "unfinished"))
    assert [arm.folder.name for arm in find_arms(own, ["load_in_4bit"])] == ["a", "b"]


def test_the_latest_run_of_an_arm_counts_and_the_table_says_what_it_cost(tmp_path):
    own = finished(tmp_path, "a")
    finished(tmp_path, "b", rate=0.75)
    table = arms_table(own, ["load_in_4bit"])
    assert len(table) == 1
    assert table.loc[0, "execution accuracy"] == "0.75 [0.40, 0.60] of 10"
    assert table.loc[0, "training (min)"] == "1.0" and "weights (GiB)" not in table
    other = finished(tmp_path, "c", load_in_4bit=True)
    headline = {"name": "execution accuracy", "rate": 0.75, "interval": [0.4, 0.6], "n": 10}
    other.write_json("metrics.json", {"headline": headline, "weights_gib": 0.25, "wider": {"headline": {**headline, "rate": 0.5}}})
    table = arms_table(own, ["load_in_4bit"])
    assert list(table["weights (GiB)"]) == ["-", "0.25"], "4 bits save weights, which the peak of a process on a CPU does not show"
    assert list(table["other tables beside"]) == ["-", "0.50 [0.40, 0.60] of 10"]


def report(*right):
    rows = [{"execution": verdict} for verdict in right]
    return {"rows": rows, "execution_accuracy": {"rate": sum(right) / len(right), "interval": [0, 1], "n": len(right)}}


def test_the_last_models_of_two_arms_are_compared_question_by_question(tmp_path):
    own = finished(tmp_path, "a")
    assert arms_in_pairs(own, ["load_in_4bit"]) == ["One arm alone: run the others for a comparison in pairs."]
    other = finished(tmp_path, "b", load_in_4bit=True)
    own.write_json("metrics.json", {"models": ["base", "tuned"], "base": report(0, 0, 0, 0), "tuned": report(1, 1, 0, 1)})
    other.write_json("metrics.json", {"models": ["base", "tuned"], "base": report(0, 0, 0, 0), "tuned": report(1, 0, 1, 0)})
    (sentence,) = arms_in_pairs(own, ["load_in_4bit"])
    assert sentence.startswith("load_in_4bit False against load_in_4bit True: execution accuracy changed by +25.0 points")
    assert "2 of 4 questions gained, 1 lost" in sentence


@pytest.mark.parametrize("name", [name for role in ("place", "watch") for name in ROLES[role]])
def test_an_arm_that_differs_in_where_its_files_go_or_how_it_was_watched_stays_in_its_experiments_table(tmp_path, name):
    """`sample_steps` and `resume_from_hub` of 05 were a recipe for one module and a condition for another: the arm dropped out."""
    own = finished(tmp_path, "a", **{name: 1})
    finished(tmp_path, "b", load_in_4bit=True, **{name: 2})
    assert [arm.folder.name for arm in find_arms(own, ["load_in_4bit"])] == ["a", "b"]
    assert recipe(own.record["parameters"]) == {"model_id": "standin/x", "seed": 1, "load_in_4bit": False}


def test_a_budget_of_tokens_is_a_condition_of_a_score_and_no_part_of_a_training(tmp_path):
    own = finished(tmp_path, "a", max_new_tokens=64)
    finished(tmp_path, "b", load_in_4bit=True, max_new_tokens=128)
    assert [arm.folder.name for arm in find_arms(own, ["load_in_4bit"])] == ["a"]
    assert "max_new_tokens" not in recipe(own.record["parameters"])


def test_every_name_in_the_table_of_roles_is_a_parameter_of_some_notebook_and_has_one_role():
    declared = {name for path in notebooks().values() for name in read_parameters(path)}
    named = [name for names in ROLES.values() for name in names]
    assert set(named) <= declared and len(named) == len(set(named))
