"""An experiment's table shows every arm that was run under the same conditions, and no other run."""

import pytest

from helpers.comparison.arms import arms_table, find_arms
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
    assert table.loc["16 bits"].to_dict() == {
        "execution accuracy": "0.75 [0.40, 0.60] of 10", "training (min)": "1.0", "peak (GiB)": "1.50", "examples a second": "3.00",
    }  # fmt: skip
    assert table.columns[0] == "execution accuracy", "the score stands first, it is what was asked for"
    other = finished(tmp_path, "c", load_in_4bit=True)
    headline = {"name": "execution accuracy", "rate": 0.75, "interval": [0.4, 0.6], "n": 10}
    other.write_json("metrics.json", {"headline": headline, "weights_gib": 0.25, "wider": {"headline": {**headline, "rate": 0.5}}})
    table = arms_table(own, ["load_in_4bit"])
    assert list(table.index) == ["16 bits", "4 bits"]
    assert list(table["weights (GiB)"]) == ["-", "0.25"], "4 bits save weights, which the peak of a process on a CPU does not show"
    assert list(table["other tables beside"]) == ["-", "0.50 [0.40, 0.60] of 10"]


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
