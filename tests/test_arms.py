"""An experiment's table shows every arm that was run under the same conditions, and no other run."""

from helpers.arms import arms_table, find_arms
from helpers.results import Run, start_run


def finished(tmp_path, name, rate=0.5, **parameters) -> Run:
    values = {"model_id": "standin/x", "seed": 1, "load_in_4bit": False, "save_steps": 5, **parameters}
    run = start_run("02_tiny", values, str(tmp_path / name))
    run.update(training_seconds=60.0, training_peak_gib=1.5, examples_a_second=3.0)
    run.finish({"headline": {"name": "execution accuracy", "rate": rate, "interval": [0.4, 0.6], "n": 10}})
    return run


def test_arms_differ_in_what_is_compared_and_in_nothing_else(tmp_path):
    own = finished(tmp_path, "a")
    finished(tmp_path, "b", load_in_4bit=True, save_steps=50)
    finished(tmp_path, "c", load_in_4bit=True, seed=2)
    finished(tmp_path, "d", model_id="standin/y")
    start_run("02_tiny", {**own.record["parameters"], "load_in_4bit": True}, str(tmp_path / "unfinished"))
    assert [arm.folder.name for arm in find_arms(own, ["load_in_4bit"])] == ["a", "b"]


def test_the_latest_run_of_an_arm_counts_and_the_table_says_what_it_cost(tmp_path):
    own = finished(tmp_path, "a")
    finished(tmp_path, "b", rate=0.75)
    table = arms_table(own, ["load_in_4bit"])
    assert len(table) == 1
    assert table.loc[0, "execution accuracy"] == "0.750 [0.400, 0.600] of 10"
    assert table.loc[0, "training (min)"] == "1.0"
