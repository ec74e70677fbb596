"""Every notebook from end to end, through papermill, on a random tiny model: seconds each. What it shows, it shows by effects."""

import json
import math
import os
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def run_notebook(*arguments, **environment):
    command = [sys.executable, "-m", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, env={**os.environ, **environment})


@pytest.fixture(scope="session")
def smoke_runs(tmp_path_factory):
    """Run each notebook once with the runner and keep its folder: {stem: (folder, finished process)}."""
    done = {}

    def get(path):
        if path.stem not in done:
            folder = tmp_path_factory.mktemp(path.stem) / "run"
            process = run_notebook("helpers.run", path.stem, "--profile", "smoke", "-p", f"output_dir={folder}")
            done[path.stem] = folder, process
        return done[path.stem]

    return get


def trains(path) -> bool:
    return "## Training" in path.read_text()


@every_notebook
def test_a_notebook_runs_and_its_record_says_so(path, smoke_runs):
    folder, process = smoke_runs(path)
    assert process.returncode == 0, process.stdout[-3000:] + process.stderr[-3000:]
    record = json.loads((folder / "run.json").read_text())
    assert record["status"] == "finished"
    assert record["profile"] == "smoke"
    metrics = json.loads((folder / "metrics.json").read_text())
    if trains(path):
        assert 0 <= metrics["headline"]["rate"] <= 1
        assert metrics["headline"]["n"] > 0


@pytest.mark.parametrize("path", [path for path in NOTEBOOKS if path.stem[:2] in "01 02 03 04 06".split()], ids=lambda path: path.stem)
def test_the_test_questions_are_asked_again_with_other_tables_beside(path, smoke_runs):
    folder, _ = smoke_runs(path)
    metrics = json.loads((folder / "metrics.json").read_text())
    assert list(metrics["wider"]["models"]) == metrics["models"]
    assert json.loads((folder / "run.json").read_text())["parameters"]["other_tables"] == 3
    schemas = [json.loads(line)["schema"] for line in (folder / "predictions_wider.jsonl").read_text().splitlines()]
    assert min(schema.upper().count("CREATE TABLE") for schema in schemas) > 1


@pytest.mark.parametrize("stem", ["02", *(pytest.param(stem, marks=pytest.mark.long) for stem in ("01", "03", "04", "06"))])
def test_a_run_without_other_tables_and_worked_examples_trains_on_the_schemas_as_they_are_and_asks_once(stem, tmp_path):
    folder = tmp_path / "run"
    settings = {"output_dir": folder, "other_tables": 0, "wider_examples": 0, "shots": 0}
    asked = [part for name, value in settings.items() for part in ("-p", f"{name}={value}")]
    process = run_notebook("helpers.run", stem, "--profile", "smoke", *asked)
    assert process.returncode == 0, process.stdout[-3000:] + process.stderr[-3000:]
    assert "other tables beside" not in process.stdout
    metrics = json.loads((folder / "metrics.json").read_text())
    assert "wider" not in metrics and "comparison_shots" not in metrics
    assert not any("shot" in name for name in metrics["models"])


@pytest.mark.parametrize("path", [path for path in NOTEBOOKS if path.stem[:2] in "01 02 04 06".split()], ids=lambda path: path.stem)
def test_the_untuned_model_is_asked_behind_worked_examples_too(path, smoke_runs):
    folder, process = smoke_runs(path)
    metrics = json.loads((folder / "metrics.json").read_text())
    assert "base, 1 shot" in metrics["models"], "the smoke profile asks for one"
    assert metrics["base, 1 shot"]["n"] == metrics["base"]["n"]
    assert metrics["comparison_shots"]["measure"] == metrics["headline"]["measure"]
    assert "tokens of worked examples before each question" in process.stdout


@every_notebook
def test_training_left_a_finite_falling_loss_and_an_adapter_that_moved(path, smoke_runs):
    folder, _ = smoke_runs(path)
    from safetensors.torch import load_file

    histories = list(folder.glob("log_history*.json"))
    adapters = [*folder.glob("adapter/adapter_model.safetensors"), *folder.glob("*/saved/adapter_model.safetensors")]
    assert bool(histories) == bool(adapters) == trains(path)
    for file in histories:
        history = json.loads(file.read_text())
        losses = [entry["loss"] for entry in history if "loss" in entry]
        assert len(losses) > 2
        assert all(math.isfinite(loss) for loss in losses)
        assert any("eval_loss" in entry for entry in history)
    for file in adapters:
        moved = [tensor.abs().max() > 0 for name, tensor in load_file(file).items() if "lora_B" in name]
        assert moved and all(moved), "B starts at zero"


@every_notebook
def test_predictions_and_figures_are_in_the_run_folder(path, smoke_runs):
    folder, _ = smoke_runs(path)
    metrics = json.loads((folder / "metrics.json").read_text())
    rows = [json.loads(line) for line in (folder / "predictions.jsonl").read_text().splitlines()]
    assert {"question", "sql", "reason", *metrics.get("models", [])} <= set(rows[0])
    for name in metrics.get("models", []):
        assert len(rows) == metrics[name]["n"]
    for name in ("loss", "scores") if trains(path) else ("samples",) if path.stem[:2] == "09" else ("verdicts",):
        assert (folder / "figures" / f"{name}.png").read_bytes().startswith(b"\x89PNG")


@every_notebook
def test_the_executed_notebook_counts_its_cells_and_shows_no_warning_or_progress_widget(path, smoke_runs):
    folder, _ = smoke_runs(path)
    notebook = nbformat.read(folder / path.name, as_version=4)
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert not (output.output_type == "stream" and output.name == "stderr"), output.text[:500]
            assert "application/vnd.jupyter.widget-view+json" not in output.get("data", {})


@every_notebook
def test_the_runner_streams_a_line_a_log_step_and_says_where_things_are(path, smoke_runs):
    _, process = smoke_runs(path)
    assert ("step     1/4  loss" in process.stdout) == trains(path)
    assert path.name in process.stdout.splitlines()[-1] + process.stdout.splitlines()[-2] + process.stdout.splitlines()[-3]
    assert "\r" not in process.stdout


def test_plain_papermill_runs_a_notebook_with_a_profile(tmp_path):
    path = [path for path in NOTEBOOKS if trains(path)][-1]
    profile = ROOT / "notebooks/profiles/smoke" / f"{path.stem}.yml"
    process = run_notebook(
        "papermill",
        path,
        tmp_path / "out.ipynb",
        "-f",
        profile,
        "-p",
        "output_dir",
        tmp_path / "run",
        "-p",
        "max_steps",
        3,
        "--no-progress-bar",
    )
    assert process.returncode == 0, process.stderr[-3000:]
    assert json.loads((tmp_path / "run" / "run.json").read_text())["status"] == "finished"


@pytest.mark.once
@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        ("model_id=./no-such-model", "no such folder"),
        ("model_id=someone/model", "HF_HUB_OFFLINE is set"),
        ("dataset_id=b-mc2/sql-create-contexts", "no loader"),
        ("eval_examples=100000", "Ask for fewer"),
    ],
)
def test_bad_input_gets_one_sentence_and_no_traceback(tmp_path, parameter, words):
    process = run_notebook("helpers.run", "01", "--profile", "smoke", "-p", parameter, "-p", f"output_dir={tmp_path / 'run'}")
    assert process.returncode == 2
    shown = process.stdout + process.stderr
    assert words in shown
    assert "Traceback" not in shown
    assert len([line for line in process.stderr.splitlines() if line.strip()]) <= 3


@pytest.mark.once
def test_a_secret_gets_into_no_file_of_a_run(tmp_path):
    token = "hf_" + "Zq4" * 12
    process = run_notebook(
        "helpers.run", "01", "--profile", "smoke", "-p", f"output_dir={tmp_path / 'run'}", HF_TOKEN=token, WANDB_API_KEY=token[::-1]
    )
    assert process.returncode == 0, process.stderr[-2000:]
    for file in (tmp_path / "run").rglob("*"):
        if file.is_file():
            assert token.encode() not in file.read_bytes(), file
            assert token[::-1].encode() not in file.read_bytes(), file
