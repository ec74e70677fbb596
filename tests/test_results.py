"""The record of a run: what is written, what is found again, and what never gets in."""

import json
import math
import os
import secrets as random
import signal
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers import UserError
from helpers.ask.model import load_writer
from helpers.files import REDACTED
from helpers.runs import amend_run, fetch, find_run, list_runs, read_run, start_run
from helpers.runs.facts import peaks
from helpers.runs.fetch import fetch_folder, find_trained, unpack
from helpers.training.phases import check_base

REPOSITORY = Path(__file__).resolve().parent.parent
HEADLINE = {"headline": {"name": "execution accuracy", "rate": 0.523, "interval": [0.469, 0.577], "n": 300}}


@pytest.fixture(autouse=True)
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    return tmp_path


def edit(folder, **fields):
    path = folder / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def every_text(folder):
    return "".join(path.read_text() for path in folder.rglob("*") if path.is_file())


def test_a_run_starts_with_a_record_of_what_is_run_and_on_what(root, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_PROFILE", "rehearsal")
    monkeypatch.setenv("TEXT_TO_SQL_SWEEP", "ranks")
    run = start_run("01_tiny", {"seed": 7, "lora_rank": 8})
    record = json.loads((run.folder / "run.json").read_text())
    assert run.folder.parent == root / "runs" / "01_tiny"
    assert record["status"] == "running" and record["stem"] == "01_tiny" and record["parameters"] == {"seed": 7, "lora_rank": 8}
    assert (record["seed"], record["device"], record["profile"], record["sweep"]) == (7, "", "rehearsal", "ranks")
    assert record["pid"] == os.getpid() and record["host"] == socket.gethostname()
    assert record["versions"]["numpy"] and record["python"] and record["platform"] and record["started"]
    assert record["commit"] == "" or len(record["commit"]) == 40


def test_a_finished_run_has_its_score_time_and_memory():
    run = start_run("01_tiny", {})
    run.update(peak_gpu_gib=7.9)
    run.finish(HEADLINE)
    found = read_run(run.folder)
    assert found.status == "finished"
    assert found.metrics == HEADLINE
    assert found.score == "execution accuracy 52.3 % [46.9, 57.7] of 300"
    assert found.record["seconds"] >= 0 and found.record["finished"] and found.record["peak_gpu_gib"] == pytest.approx(7.9)
    if sys.platform != "win32":
        assert found.record["peak_ram_gib"] > 0


def test_the_peaks_of_a_run_cover_its_training_in_an_earlier_session(monkeypatch):
    """On a T4 the run's own peak stood nowhere, and its last sentence gave the host's."""
    record = {"training_peak_gib": 1e3, "arms": {"lora": {"training_peak_gib": 2e3}}}
    assert peaks(record) == {"peak_gpu_gib": None, "peak_ram_gib": 2e3}
    gpu = SimpleNamespace(is_initialized=lambda: True, max_memory_reserved=lambda: 3 * 2**30)
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(cuda=gpu))
    assert peaks({"training_peak_gib": 7.9})["peak_gpu_gib"] == 7.9 and peaks({})["peak_gpu_gib"] == 3


def test_two_runs_that_start_in_the_same_second_get_two_folders():
    folders = {start_run("01_tiny", {}).folder for _ in range(3)}
    assert len(folders) == 3


def test_json_is_strict_and_takes_what_training_code_hands_over():
    import numpy as np

    run = start_run("01_tiny", {})
    run.write_json("log_history.json", [{
        "loss": math.nan, "grad_norm": np.float32("inf"), "step": np.int64(3), "rates": np.array([0.5, np.nan]),
        "folder": Path("a/b"), "pair": (1, 2), "none": None, 5: True,
    }])  # fmt: skip
    text = (run.folder / "log_history.json").read_text()
    assert json.loads(text, parse_constant=pytest.fail) == [{
        "loss": None, "grad_norm": None, "step": 3, "rates": [0.5, None], "folder": "a/b", "pair": [1, 2], "none": None, "5": True,
    }]  # fmt: skip
    with pytest.raises(TypeError, match="object has no form in JSON"):
        run.write_json("metrics.json", {"x": object()})


def test_lines_are_one_json_object_each_whatever_the_text_holds():
    run = start_run("01_tiny", {})
    rows = [{"question": "Wer?\nJulia König", "sql": "SELECT 1"}, {"question": "\u2028", "sql": ""}]
    path = run.write_lines("predictions.jsonl", iter(rows))
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]] == rows


def test_a_figure_is_saved_in_the_run():
    plt = pytest.importorskip("matplotlib.figure")
    run = start_run("01_tiny", {})
    path = run.save_figure(plt.Figure(figsize=(6, 3.5)), "loss")
    assert path == run.folder / "figures" / "loss.png"
    assert int.from_bytes(path.read_bytes()[16:20], "big") == 900  # 6 inches at 150 dpi
    assert [path.name for path in path.parent.iterdir()] == ["loss.png"]


def test_the_folder_of_a_finished_run_is_not_written_over(root):
    run = start_run("01_tiny", {}, output_dir="runs/mine")
    assert run.folder == root / "runs" / "mine" and run.name == "runs/mine"
    start_run("01_tiny", {}, output_dir="runs/mine")  # unfinished: it may be done again
    run.finish({})
    for resume in ("auto", "never"):
        with pytest.raises(UserError, match="holds a finished run"):
            start_run("01_tiny", {"resume": resume}, output_dir="runs/mine")
    assert start_run("01_tiny", {"resume": "runs/mine"}, output_dir="runs/mine").folder == run.folder


def test_resume_goes_on_in_the_folder_of_the_named_run():
    run = start_run("01_tiny", {})
    for name in (str(run.folder), f"runs/01_tiny/{run.folder.name}", f"01_tiny/{run.folder.name}", run.folder.name):
        assert start_run("01_tiny", {"resume": name}).folder == run.folder
    with pytest.raises(UserError, match="There is no run nowhere"):
        start_run("01_tiny", {"resume": "nowhere"})


@pytest.mark.parametrize(("stem", "changed", "finished", "words"), [
    ("02_other", {}, True, "holds a run of 01_tiny, not of 02_other"),
    ("01_tiny", {"lora_rank": 8}, True, "other parameters \\(lora_rank 8, was 16\\)"),
    ("01_tiny", {"seed": 2}, True, "other parameters \\(seed 2, was 1\\)"),
    ("01_tiny", {"lora_rank": 8}, False, "other parameters \\(lora_rank 8, was 16\\)"),
    ("01_tiny", {"output_dir": "runs/else"}, False, "resume names the run runs/mine and output_dir another folder, runs/else"),
    ("01_tiny", {"seed": 2}, False, ""), ("01_tiny", {"target_modules": ("a",)}, True, ""),
])  # fmt: skip
def test_resume_does_not_write_over_what_other_parameters_or_another_notebook_made(stem, changed, finished, words):
    """A finished run of rank 16 was named with rank 8: its record then said finished and rank 8, beside the scores of rank 16."""
    asked = {"lora_rank": 16, "seed": 1, "target_modules": ["a"], "resume": "runs/mine", "output_dir": ""}
    run = start_run("01_tiny", asked | {"resume": "never"}, "runs/mine")
    if finished:
        run.finish(HEADLINE)
    before, asked = (run.folder / "run.json").read_bytes(), asked | changed
    if words:
        with pytest.raises(UserError, match=words):
            start_run(stem, asked, asked["output_dir"])
        assert (run.folder / "run.json").read_bytes() == before
    else:
        assert start_run(stem, asked, asked["output_dir"]).folder == run.folder


def test_a_run_from_before_a_parameter_of_the_recipe_goes_on_with_what_it_was_trained_with():
    """A finished run of 01 went on with rows in both forms, over its own checkpoints."""
    run = start_run("01_tiny", {"lora_rank": 16}, "runs/mine")
    run.finish(HEADLINE)
    asked = {"lora_rank": 16, "resume": "runs/mine"}
    with pytest.raises(UserError, match=r"other parameters \(both_forms True, was False\)"):
        start_run("01_tiny", asked | {"both_forms": True})
    assert start_run("01_tiny", asked | {"both_forms": False}).folder == run.folder


@pytest.mark.parametrize(("begun", "asked", "checkpoint", "refused"), [
    ("a1", {}, True, True), ("b2", {}, True, False), ("", {}, True, False), ("a1", {}, False, False),
    ("a1", {"resume": "never"}, True, False), ("a1", {"train_examples": 9}, True, False),
])  # fmt: skip
def test_a_run_that_goes_on_needs_the_rows_that_it_began_with(begun, asked, checkpoint, refused):
    usual = {"resume": "runs/mine", "train_examples": 8}
    run = start_run("01_tiny", usual | {"resume": "never"}, "runs/mine")
    if begun:
        run.settle_data(begun)
    (run.folder / f"check{'point' * checkpoint}-1").mkdir()
    for _ in range(2):  # the runner opens the folder, and then the notebook
        run = start_run("01_tiny", usual | asked, "runs/mine")
    if refused:
        with pytest.raises(UserError, match="The data have changed since runs/mine began.* Put them back as they were"):
            run.settle_data("b2")
    else:
        run.settle_data("b2")
        run.settle_data("c3")  # another exam of the same session, about the rows of another run
        assert read_run(run.folder).record["data"] == "b2"


@pytest.mark.parametrize(("resume", "status", "checkpoint", "refused"), [
    ("auto", "interrupted", True, True), ("auto", "scored", False, True), ("auto", "interrupted", False, False),
    ("never", "interrupted", True, False),
])  # fmt: skip
def test_a_folder_whose_checkpoints_are_of_other_parameters_is_refused_before_its_record_changes(resume, status, checkpoint, refused):
    """It was refused in the seventh of ten sections, and its record said lora_rank 8 beside a checkpoint of 16."""
    run = start_run("01_tiny", {"lora_rank": 16, "resume": "auto"}, "runs/mine")
    (run.folder / "checkpoint-2").mkdir() if checkpoint else None
    run.write_json("metrics.json", {}) if status == "scored" else None
    run.update(status=status)
    before = (run.folder / "run.json").read_bytes()
    if refused:
        with pytest.raises(UserError, match=r"other parameters \(lora_rank 8, was 16\)\. Set another output_dir"):
            start_run("01_tiny", {"lora_rank": 8, "resume": resume}, "runs/mine")
    else:
        start_run("01_tiny", {"lora_rank": 8, "resume": resume}, "runs/mine")
    assert ((run.folder / "run.json").read_bytes() == before) == refused


@pytest.mark.parametrize("name", ["runs/nope", "figures/result"])
def test_a_name_below_a_folder_that_is_here_is_not_looked_for_on_the_hub(root, name):
    (root / name).parent.mkdir()
    with pytest.raises(UserError, match=f"There is no folder or zip file {name} for runs_dir"):
        fetch_folder(name, "runs_dir")


def test_the_seconds_of_a_resumed_run_are_those_of_all_its_sessions():
    """The published minutes of a run that was stopped after its training were those of its last session."""
    run = start_run("01_tiny", {"resume": "never"}, "runs/mine")
    amend_run(run.folder, status="interrupted", seconds=100.0)
    for _ in range(2):  # the runner opens the folder, and then the notebook
        run = start_run("01_tiny", {"resume": "runs/mine"}, "runs/mine")
    run.finish({})
    assert 100 <= run.record["seconds"] < 130
    amend_run((anew := start_run("01_tiny", {"resume": "never"}, "runs/anew")).folder, status="interrupted", seconds=100.0)
    assert start_run("01_tiny", {"resume": "never"}, str(anew.folder)).record["seconds_before"] == 0


def test_auto_goes_on_with_an_unfinished_run_of_the_same_parameters_that_left_a_checkpoint():
    settings = {"resume": "auto", "lora_rank": 4, "output_dir": ""}
    run = start_run("01_tiny", settings)
    assert start_run("01_tiny", settings).folder != run.folder  # nothing to go on from
    (run.folder / "checkpoints" / "checkpoint-10").mkdir(parents=True)
    assert start_run("01_tiny", settings | {"lora_rank": 8}).folder != run.folder
    assert start_run("01_tiny", settings | {"resume": "never"}).folder != run.folder
    assert start_run("01_tiny", settings).folder == run.folder
    run.finish({})
    assert start_run("01_tiny", settings).folder != run.folder


def test_a_run_whose_process_is_gone_is_interrupted():
    code = "import os, signal; from helpers.runs import start_run; start_run('01_tiny', {}); os.kill(os.getpid(), signal.SIGKILL)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY)
    assert done.returncode == -signal.SIGKILL
    (found,) = list_runs()
    assert found.record["status"] == "running" and found.status == "interrupted"


def test_a_run_whose_process_number_was_given_to_another_process_is_interrupted():
    run = start_run("01_tiny", {})
    assert read_run(run.folder).status == "running"
    edit(run.folder, process_started=run.record["process_started"] - 3600)
    assert read_run(run.folder).status == "interrupted"


def test_a_run_of_another_machine_counts_as_running_while_its_files_are_young():
    run = start_run("01_tiny", {})
    edit(run.folder, host="elsewhere", pid=1)
    assert read_run(run.folder).status == "running"
    hour_ago = time.time() - 3600
    os.utime(run.folder / "run.json", (hour_ago, hour_ago))
    assert read_run(run.folder).status == "interrupted"


def test_damaged_folders_are_listed_and_hide_no_other_run(root):
    good = start_run("01_tiny", {}, output_dir="runs/01_tiny/sweep/lora_rank=4")
    for name, file, text in (("a", "run.json", '{"stem": '), ("b", "run.json", "[]"), ("c", "run.json", "{}"), ("d", "metrics.json", "{}")):
        (root / "runs" / "01_tiny" / name).mkdir()
        (root / "runs" / "01_tiny" / name / file).write_text(text)
    (root / "runs" / "prepared.ipynb").write_text("{}")
    (root / "runs" / "empty").mkdir()
    found = {run.folder.name: run.status for run in list_runs()}
    assert found == {"a": "damaged", "b": "damaged", "c": "damaged", "d": "damaged", "lora_rank=4": "running"}
    assert find_run("sweep/lora_rank=4").folder == good.folder
    assert list_runs(root / "nowhere") == []


def test_runs_are_listed_oldest_first_with_odd_scores_left_blank():
    first, second = start_run("01_tiny", {}), start_run("02_other", {})
    edit(second.folder, started="2020-01-01T00:00:00+00:00")
    second.finish({"headline": {"rate": math.nan}})
    edit(second.folder, started="2020-01-01T00:00:00+00:00")
    runs = list_runs()
    assert [run.folder for run in runs] == [second.folder, first.folder]
    assert runs[0].score == ""


def test_no_secret_gets_into_any_file(root, monkeypatch):
    token, password, odd = "hf_" + random.token_hex(17), random.token_hex(10), 'quote"back\\slash' + random.token_hex(4)
    other = "hf_" + random.token_hex(17)  # not known to us, but of a token's shape
    monkeypatch.setenv("HF_TOKEN", token)
    monkeypatch.setenv("MY_API_KEY", odd)
    (root / ".env").write_text(f"HF_USERNAME=somebody\nexport DATABASE_PASSWORD='{password}'\n")
    run = start_run("01_tiny", {"note": token, "where": f"x{password}y", token: 1})
    run.update(device=odd)
    run.write_json("log_history.json", {"nested": [{"text": f"{token} {odd} {other}"}]})
    run.write_lines("predictions.jsonl", [{"sql": password}, {"sql": "somebody"}])
    run.finish({"secret": token})
    text = every_text(run.folder)
    for value in (token, password, odd, json.dumps(odd)[1:-1], other):
        assert value not in text
    assert text.count(REDACTED) >= 8
    assert "somebody" in text
    assert read_run(run.folder).status == "finished"


def test_the_records_and_the_runner_start_without_the_training_stack():
    code = (
        "import sys, helpers.run, helpers.runs, helpers.parameters\n"
        "print([name for name in ('torch', 'transformers', 'papermill', 'numpy', 'matplotlib') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], cwd=REPOSITORY, text=True).strip() == "[]"


def packed(path, *members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members:
            archive.writestr(name, text)
    return path


def test_a_trained_run_is_found_as_a_folder_a_zip_file_and_a_saved_adapter_without_its_run(root, tmp_path, monkeypatch):
    """A session's disk ends with it: what came home as a zip file had to be unpacked by hand, and in the right place."""
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "cache"))
    run = start_run("01_tiny", {"model_id": "a/b"}, str(tmp_path / "run"))
    (run.folder / "adapter").mkdir()
    (run.folder / "adapter/adapter_config.json").write_text('{"base_model_name_or_path": "a/b"}')
    run.finish({})
    file = packed(tmp_path / "x.zip", *((f"runs/01_tiny/y/{path.relative_to(run.folder)}", path.read_bytes())
                                        for path in run.folder.rglob("*") if path.is_file()))  # fmt: skip
    found = find_trained(str(file))
    assert (found.stem, found.status, found.folder.parts[-3:]) == ("01_tiny", "finished", ("runs", "01_tiny", "y"))
    assert find_trained(str(file)).folder == found.folder, "unpacked once"
    windows = packed(tmp_path / "windows.zip", ("runs\\01_tiny\\y\\run.json", (run.folder / "run.json").read_text()))
    assert find_trained(str(windows)).folder.parts[-3:] == ("runs", "01_tiny", "y")
    assert (found.folder / "adapter/adapter_config.json").is_file()
    assert find_trained(str(run.folder)).folder == run.folder
    assert find_trained(str(run.folder / "adapter")).record["parameters"] == {"model_id": "a/b"}
    config = '{"base_model_name_or_path": "a/b"}'
    parts = ("new/adapter/adapter_config.json", config), ("__MACOSX/new/._adapter", ""), (".DS_Store", "")
    zipped = packed(tmp_path / "adapter.zip", *parts)
    assert find_trained(str(zipped)).folder.parts[-2:] == ("new", "adapter")
    bare = tmp_path / "bare"
    (run.folder / "adapter").rename(bare)
    assert find_trained(str(bare)).record["parameters"]["model_id"] == "a/b"
    config = '{"base_model_name_or_path": "a/b"}'
    whole = packed(tmp_path / "whole.zip", ("adapter/adapter_config.json", config), ("__MACOSX/x", ""))
    windows = packed(tmp_path / "windows.zip", ("adapter\\adapter_config.json", config))
    for zipped in (whole, windows):
        assert find_trained(str(zipped)).record["parameters"]["model_id"] == "a/b"
    with pytest.raises(UserError, match="is damaged"):
        find_trained(str(packed(tmp_path / "torn.zip", ("run/run.json", "{"), ("run/adapter/adapter_config.json", config))))


@pytest.mark.parametrize(("name", "value"), [
    ("model_id", None), ("model_id", 5), ("max_length", "long"), ("prompt_style", "foo"), ("schema_form", "zz"), ("include_schema", None),
])  # fmt: skip
def test_a_run_is_not_asked_with_values_that_its_notebook_would_refuse(tmp_path, monkeypatch, name, value):
    """A damaged run.json ended in a traceback, some of them after the model had been loaded."""
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(REPOSITORY))
    parameters = {"model_id": "a/b", "max_length": 512}
    for broken in (False, True):
        run = start_run("01_mistral_qlora", parameters | ({name: value} if broken else {}), str(tmp_path / f"run{broken}"))
        run.finish({})
        if not broken:
            assert find_trained(str(run.folder)).stem == "01_mistral_qlora"
            continue
        with pytest.raises(UserError, match=f"run.json of .* is damaged: {name} .*. Name the folder of its adapter"):
            find_trained(str(run.folder))



def test_a_zip_file_that_leads_outside_is_too_large_or_is_none_is_refused_in_a_sentence(root, tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "cache"))
    for name in ("../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"):
        with pytest.raises(UserError, match="leads out of the folder"):
            unpack(packed(tmp_path / "bad.zip", ("run.json", "{}"), (name, "x")))
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    with pytest.raises(UserError, match="leads out of the folder"):
        unpack(packed(tmp_path / "link.zip", (link, "/etc/passwd")))
    monkeypatch.setattr(fetch, "UNPACKED_GIB", 1e-6)
    with pytest.raises(UserError, match="was not unpacked: it holds 1 files"):
        unpack(packed(tmp_path / "large.zip", ("x", "x" * 5000)))
    with zipfile.ZipFile(tmp_path / "torn.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("run.json", "".join(map(str, range(300))))
    torn = bytearray((tmp_path / "torn.zip").read_bytes())
    for place in range(38, 400, 11):  # a zlib.error at some places, a bad checksum at others
        (tmp_path / f"torn{place}.zip").write_bytes(torn[:place] + b"\xff" * 8 + torn[place + 8 :])
        with pytest.raises(UserError, match="cannot be unpacked"):
            unpack(tmp_path / f"torn{place}.zip")
    (tmp_path / "none.zip").write_text("not one")
    with pytest.raises(UserError, match="none.zip cannot be unpacked"):
        unpack(tmp_path / "none.zip")
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA):
        with zipfile.ZipFile(tmp_path / "spoiled.zip", "w", method) as archive:
            archive.writestr("run.json", "x" * 5000)
        content = bytearray((tmp_path / "spoiled.zip").read_bytes())
        content[38:60] = b"\xff" * 22  # within the packed bytes, after the name
        (tmp_path / "spoiled.zip").write_bytes(content)
        monkeypatch.setattr(fetch, "UNPACKED_GIB", 1)
        with pytest.raises(UserError, match="spoiled.zip cannot be unpacked"):
            unpack(tmp_path / "spoiled.zip")
    assert not list((tmp_path / "cache").rglob("*.txt")) and not (tmp_path / "out.txt").exists()


def test_a_name_that_is_neither_run_nor_folder_nor_on_the_hub_gets_one_sentence(root):
    with pytest.raises(UserError, match=r"There is no run nowhere.*There is no folder or zip file nowhere for trained_run.*owner/name"):
        find_trained("nowhere")
    with pytest.raises(UserError, match=r"There is no run ada/model.*ada/model is not in the local cache"):
        find_trained("ada/model")


def hub_copy(cache, kind, name, commit):
    place = cache / f"{kind}--{name.replace('/', '--')}"
    (place / "refs").mkdir(parents=True)
    (place / "refs" / "main").write_text(commit)
    (place / "snapshots" / commit).mkdir(parents=True)
    return place / "snapshots" / commit


def test_a_record_names_the_revision_of_everything_that_came_from_the_hub_and_of_nothing_else(root, tmp_path, monkeypatch):
    import huggingface_hub.constants

    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    hub_copy(tmp_path / "hub", "models", "Qwen/Qwen2.5-1.5B", "a" * 40)
    hub_copy(tmp_path / "hub", "datasets", "b-mc2/sql-create-context", "b" * 40)
    local = hub_copy(tmp_path / "elsewhere", "models", "ada/adapter", "c" * 40)
    parameters = {
        "model_id": "Qwen/Qwen2.5-1.5B", "dataset_id": "b-mc2/sql-create-context + practice/gretel", "phase1_adapter": str(local),
    }  # fmt: skip
    run = start_run("01_tiny", parameters)
    run.finish({})
    assert read_run(run.folder).record["revisions"] == {
        "Qwen/Qwen2.5-1.5B": "a" * 40, "b-mc2/sql-create-context": "b" * 40, "ada/adapter": "c" * 40,
    }  # fmt: skip
    run = start_run("01_tiny", {"model_id": "standin/x", "dataset_id": "own.jsonl"})
    run.finish({})
    assert read_run(run.folder).record["revisions"] == {}


def test_a_record_has_a_hash_of_its_test_questions_which_models_and_verdicts_do_not_change(root):
    hashes = []
    for question, answer in (("How many?", "SELECT 1"), ("How many?", "SELECT 2"), ("How few?", "SELECT 1")):
        run = start_run("01_tiny", {})
        row = {"question": question, "sql": "SELECT count(*) FROM t", "tuned": answer}
        run.write_lines("predictions.jsonl", (row for _ in range(2)))
        run.finish({})
        hashes.append(read_run(run.folder).record["questions"])
        assert read_run(run.folder).predictions()[0]["tuned"] == answer
    assert hashes[0] == hashes[1] != hashes[2]


def test_a_record_says_which_commit_ran_and_whether_files_were_changed(root, tmp_path, monkeypatch):
    from helpers.runs import facts

    clone = tmp_path / "clone"
    clone.mkdir()
    (clone / "a.py").write_text("1")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b"]
    for words in (["init", "-q"], ["add", "a.py"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], cwd=clone, check=True)
    monkeypatch.setattr(facts, "ROOT", clone)
    head = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=clone, text=True).strip()
    record = start_run("01_tiny", {}).record
    assert (record["commit"], record["dirty"]) == (head, False) and record["versions"]["torch"]
    os.utime(clone / "a.py", (1, 1))  # git would note the new time in its index, under a lock that a stopped git leaves behind
    before = (clone / ".git/index").read_bytes()
    assert start_run("01_tiny", {}).record["dirty"] is False and (clone / ".git/index").read_bytes() == before
    (clone / "a.py").write_text("2")
    assert start_run("01_tiny", {}).record["dirty"] is True


def test_the_names_of_a_runs_files_stand_in_one_place(root):
    run = start_run("03_tiny", {})
    run.write_json(run.history_file("lora").name, [{"step": 1, "loss": 2.0}])
    run.write_json(run.history_file().name, [{"step": 2, "loss": 1.0}])
    found = read_run(run.folder)
    assert found.curve("lora") == [{"step": 1, "loss": 2.0}] and found.curve("full") == found.curve() == [{"step": 2, "loss": 1.0}]
    assert found.curves() == {"": [{"step": 2, "loss": 1.0}], "lora": [{"step": 1, "loss": 2.0}]}
    names = [*map(run.predictions_file, (False, True)), *(run.answers_file("base", wider) for wider in (False, True))]
    assert [path.name for path in (run.adapter, *names)] == [
        "adapter", "predictions.jsonl", "predictions_wider.jsonl", "answers_base.jsonl", "answers_base_wider.jsonl",
    ]  # fmt: skip


DEEP = "[" * 100_000
SCORE = {"name": "execution accuracy", "rate": 0.5, "interval": [0.4, 0.6], "n": 50}


@pytest.mark.parametrize("change", [
    DEEP, "[]", "null", "3", "", "\x00", *({"parameters": value} for value in (None, [1], "x", 3)), {"stem": None, "status": None},
    {"started": 12, "message": ["a"], "sweep": [1], "profile": 3, "seconds": "long"}, {"training_seconds": "x", "training_peak_gib": [1]},
])  # fmt: skip
def test_a_record_of_any_content_is_listed_and_stops_no_other_run(root, change, capsys):
    """Parameters that were a list, or brackets a hundred thousand deep, ended every command in a traceback."""
    from helpers.comparison.arms import arms_table, find_arms
    from helpers.run.console import print_list
    from helpers.run.plan import _resumed

    own = start_run("01_tiny", {"seed": 1, "lora_rank": 4}, "runs/01_tiny/own")
    own.finish({"headline": SCORE})
    folder = root / "runs/01_tiny/odd"
    (folder / "checkpoint-2").mkdir(parents=True)
    sound = json.loads((own.folder / "run.json").read_text()) | {"parameters": {"seed": 1, "lora_rank": 8}}
    (folder / "run.json").write_text(change if isinstance(change, str) else json.dumps(sound | change))
    (folder / "metrics.json").write_text(json.dumps({"headline": SCORE}))
    print_list()
    assert "01_tiny/odd" in capsys.readouterr().out
    assert own.folder in [arm.folder for arm in find_arms(own, ["lora_rank"])]
    assert len(arms_table(own, ["lora_rank"])) >= 1
    start_run("01_tiny", {"seed": 2, "resume": "auto"})
    if isinstance(change, str) or "parameters" in change:
        assert read_run(folder).status == "damaged"
        with pytest.raises(UserError, match="run.json is damaged: "):
            _resumed(read_run(folder))


@pytest.mark.parametrize("metrics", [
    DEEP, *(json.dumps({"headline": {**SCORE, **change}}) for change in (
        {"interval": ["a", "b"]}, {"rate": 10**400}, {"rate": float("nan")}, {"rate": True}, {"interval": [0, float("inf")]}, {"n": {}})),
    *(json.dumps({"headline": SCORE, "models": ["tuned"], **change}) for change in (
        {}, {"tuned": 3}, {"models": [[1]]}, {"tuned": {"rows": [{}]}}, {"wider": [3]}, {"wider": {"headline": {"rate": "a"}}})),
])  # fmt: skip
def test_metrics_of_any_content_end_no_list_and_no_experiment(root, metrics, capsys):
    from helpers.comparison.arms import arms_table
    from helpers.run.console import print_list

    own = start_run("01_tiny", {"lora_rank": 4}, "runs/01_tiny/a")  # before "odd", also within one second
    report = {"rows": [{"execution": True}], "execution_accuracy": {"rate": 1.0, "interval": [0.2, 1], "n": 1}}
    own.finish({"headline": SCORE, "models": ["tuned"], "tuned": report})
    odd = start_run("01_tiny", {"lora_rank": 8}, "runs/01_tiny/odd")
    odd.finish({"headline": SCORE})
    (odd.folder / "metrics.json").write_text(metrics)
    print_list()
    assert "runs/01_tiny/odd" in capsys.readouterr().out
    assert arms_table(own, ["lora_rank"])["execution accuracy"].iloc[0] == "0.50 [0.40, 0.60] of 50"


def test_a_saved_adapter_whose_configuration_is_damaged_is_named_in_a_sentence(root):
    for number, text in enumerate((DEEP, "[]", "{}", '{"base_model_name_or_path": 3}', "")):
        place = root / f"adapter{number}"
        place.mkdir()
        (place / "adapter_config.json").write_text(text)
        with pytest.raises(UserError, match=r"adapter_config.json of .* is damaged"):
            find_trained(str(place))
        with pytest.raises(UserError, match=r"adapter_config.json of .* is damaged"):
            check_base(place, "a/b")
        run = start_run("01_tiny", {"model_id": "a/b"}, str(root / f"run{number}"))
        place.rename(run.folder / "adapter")
        run.finish({})
        with pytest.raises(UserError, match=r"adapter_config.json of .* is damaged"):
            load_writer(str(run.folder))


def test_a_run_whose_record_is_damaged_is_named_in_a_sentence_and_its_adapter_can_be_asked(root, tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "cache"))
    members = {"run.json": "{", "adapter/adapter_config.json": '{"base_model_name_or_path": "a/b"}'}
    for name, text in members.items():
        (tmp_path / "run" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "run" / name).write_text(text)
    for place in (tmp_path / "run", packed(tmp_path / "x.zip", *members.items())):
        with pytest.raises(UserError, match=r"run.json of .* is damaged. Name the folder of its adapter"):
            find_trained(str(place))
    assert find_trained(str(tmp_path / "run/adapter")).record["parameters"]["model_id"] == "a/b"
