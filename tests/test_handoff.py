"""A notebook that leaves for a host has its values and no secret, and the run that comes back is read like any other."""

import json
import os
import secrets as random
import shutil
import subprocess
import sys
import types
import zipfile

import nbformat
import pytest
from conftest import ROOT

from helpers import UserError
from helpers.hosts import setup_cell
from helpers.parameters import find_notebook
from helpers.run import handoff
from helpers.run.__main__ import main
from helpers.runs import find_run, list_runs, start_run

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """Make a clone that has the real notebooks and profiles and no runs; return its folder."""
    for name in ("KAGGLE_USERNAME", "KAGGLE_KERNEL_RUN_TYPE", "COLAB_RELEASE_TAG", "TEXT_TO_SQL_PROFILE", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KAGGLE_CONFIG_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path / "clone"))
    (tmp_path / "clone").mkdir()
    (tmp_path / "clone" / "notebooks").symlink_to(ROOT / "notebooks")
    return tmp_path / "clone"


def code(path):
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_kaggle_gets_a_folder_with_values_metadata_and_the_commands(project, monkeypatch, capsys):
    monkeypatch.setenv("KAGGLE_USERNAME", "somebody")
    assert main(["02", "--profile", "full", "-p", "lora_rank=4", "--prepare", "kaggle"]) == 0
    folder = project / "runs/prepared/kaggle/02_qwen_lora"
    metadata = json.loads((folder / "kernel-metadata.json").read_text())
    assert metadata["id"] == "somebody/02-qwen-lora-full"
    assert metadata["id"].split("/")[1] == metadata["title"].lower().replace(" ", "-"), "Kaggle makes the slug from the title"
    assert (metadata["enable_gpu"], metadata["enable_internet"], metadata["machine_shape"]) == (True, True, "NvidiaTeslaT4")
    assert metadata["is_private"] is True
    cells = code(folder / metadata["code_file"])
    assert cells[0].strip() == setup_cell()
    injected = next(i for i, source in enumerate(cells) if source.startswith("# Parameters\n"))
    assert "lora_rank = 4" in cells[injected]
    assert any("TEXT_TO_SQL_PROFILE" in source and "full" in source for source in cells[:injected])
    assert cells[-1].endswith("bring_home(run)")
    shown = capsys.readouterr().out
    for command in (
        "kernels push -p runs/prepared/kaggle/02_qwen_lora",
        "kernels status somebody/02-qwen-lora-full",
        "kernels output somebody/",
    ):
        assert f"kaggle {command}" in shown
    assert list_runs() == [], "what is prepared is no run"


def test_without_a_name_on_kaggle_it_says_where_to_put_it_and_reads_no_key(project, tmp_path, monkeypatch, capsys):
    assert main(["01", "--prepare", "kaggle", "--to", str(tmp_path / "there")]) == 0
    assert json.loads((tmp_path / "there/kernel-metadata.json").read_text())["id"].startswith("YOUR-KAGGLE-NAME/")
    assert "KAGGLE_USERNAME" in capsys.readouterr().out
    (tmp_path / "kaggle").mkdir()
    key = random.token_hex(16)
    (tmp_path / "kaggle/kaggle.json").write_text(json.dumps({"username": "somebody", "key": key}))
    monkeypatch.setenv("KAGGLE_CONFIG_DIR", str(tmp_path / "kaggle"))
    assert main(["01", "--prepare", "kaggle", "--to", str(tmp_path / "there")]) == 0
    assert json.loads((tmp_path / "there/kernel-metadata.json").read_text())["id"].startswith("somebody/")
    assert key not in capsys.readouterr().out + "".join(file.read_text() for file in (tmp_path / "there").iterdir())


def test_two_processes_on_kaggle_are_one_command_in_a_notebook(tmp_path):
    target = tmp_path / "there"
    assert (
        main(
            [
                "04",
                "--prepare",
                "kaggle",
                "--to",
                str(target),
                "--processes",
                "2",
                "-p",
                "lora_rank=4",
                "-p",
                "target_modules=q_proj,v_proj",
            ]
        )
        == 0
    )
    setup, command, home = code(target / "04_nemo_phase1_syntax.ipynb")
    assert setup.strip() == setup_cell() and home.endswith("bring_home()")
    started = []
    space = {"sys": sys}
    fake = types.SimpleNamespace(run=lambda arguments: started.append(arguments) or types.SimpleNamespace(returncode=0))
    exec(command.replace("import subprocess", ""), space | {"subprocess": fake})
    from helpers.run.__main__ import parser
    from helpers.run.plan import plan

    (job,) = plan(parser().parse_args([*started[0][3:], "--prepare", "kaggle"]))  # what the host's runner will read
    assert started[0][1:3] == ["-m", "helpers.run"]
    assert job.launch.processes == 2
    assert job.changed == {"lora_rank": 4, "target_modules": ["q_proj", "v_proj"]}


def test_colab_gets_a_notebook_and_the_steps(project, capsys):
    assert main(["01", "--prepare", "colab", "-p", "max_steps=7"]) == 0
    path = project / "runs/prepared/colab/01_mistral_qlora.ipynb"
    made = nbformat.read(path, as_version=4)
    nbformat.validate(made)
    assert made.metadata["colab"]["gpuType"] == "T4" and made.metadata["accelerator"] == "GPU"
    assert str(ROOT) not in path.read_text()
    assert any("max_steps = 7" in source for source in code(path))
    shown = capsys.readouterr().out
    assert "https://colab.research.google.com" in shown and "unzip" in shown


@pytest.mark.parametrize("where", [["--prepare", "colab"], ["--prepare", "kaggle"], ["--prepare-only", "prepared.ipynb"]])
def test_a_secret_of_this_machine_is_never_baked_in(project, tmp_path, monkeypatch, capsys, where):
    monkeypatch.chdir(tmp_path)
    token = "hf_" + random.token_hex(17)
    monkeypatch.setenv("HF_TOKEN", token)
    other = random.token_hex(12)  # known as a secret only because .env holds it
    (project / ".env").write_text(f"WANDB_API_KEY={other}\n")
    assert main(["01", *where]) == 0
    written = "".join(
        file.read_text() for file in tmp_path.rglob("*") if file.is_file() and file.name != ".env" and "notebooks" not in file.parts
    )
    assert token not in written and other not in written and "bnb_4bit_quant_type" in written
    for value in (token, other):
        assert main(["01", *where, "-p", f"hub_model_id=me/{value}"]) == 2
    error = capsys.readouterr().err
    assert "looks like an access token" in error and "would carry a secret" in error and token not in error and other not in error


@pytest.mark.parametrize(("arguments", "words"), [
    (["all", "--profile", "smoke", "--prepare", "kaggle"], "--prepare kaggle writes one notebook"),
    (["01", "--prepare", "colab", "--to", "folder"], "--prepare colab wants a new file such as 01_mistral_qlora-prepared.ipynb"),
    (["01", "--prepare", "kaggle", "--to", "x.ipynb"], "--prepare kaggle wants a folder"),
    (["01", "--prepare", "colab", "--processes", "2"], "Several processes are for Kaggle's two GPUs"),
    (["01", "--prepare-only", str(find_notebook("02"))], "--prepare-only wants a new file"),
    (["01", "--to", "x.ipynb"], "--to says where --prepare writes"),
])  # fmt: skip
def test_what_cannot_be_prepared_is_refused_in_one_sentence(arguments, words, capsys):
    assert main(arguments) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(("stem", "name", "instead"), [
    ("01", "dataset_id", "give a data set of the Hub"), ("00", "dataset_ids", "give a data set"), ("01", "spider_dir", "give hub"),
    ("05", "phase1_adapter", "give its name on the Hub"), ("08", "database", "Upload each"), ("08", "trained_run", "give its name"),
    ("01", "model_id", "give its name"), ("07", "runs_dir", "give its name"), ("01", "resume", "give never"),
])  # fmt: skip
def test_a_place_of_this_machine_is_refused_before_a_notebook_leaves_with_it(tmp_path, monkeypatch, capsys, stem, name, instead):
    """Notebooks left with paths of this machine, and failed on the host after its setup; or asked another model than was named."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.jsonl").write_text("{}")
    for value in (str(tmp_path / "mine.jsonl"), "mine.jsonl", "/nowhere/mine.jsonl"):
        for where, there in (("kaggle", "/kaggle/input/NAME/FILE"), ("colab", "/content/FILE")):
            assert main([stem, "--prepare", where, "-p", f"{name}={value}"]) == 2
            said = capsys.readouterr().err
            assert f"{name} {value}" in said and there in said and instead in said
    assert main([stem, "--prepare", "kaggle", "-p", f"{name}=/kaggle/input/mine/mine.jsonl"]) == 0


@pytest.mark.parametrize(("stem", "value"), [
    ("01", "dataset_id=b-mc2/sql-create-context"), ("01", "model_id=standin/smollm2-135m"), ("01", "spider_dir=hub"), ("01", "resume=auto"),
    ("01", "model_id=mistralai/Mistral-7B-v0.1"), ("05", "phase1_adapter=none"), ("00", "dataset_ids=practice/spider"),
    ("08", "database=/tmp/on-the-host/new.sqlite"),
])  # fmt: skip
def test_a_folder_that_is_called_like_a_name_of_the_hub_keeps_no_notebook_here(tmp_path, monkeypatch, stem, value):
    monkeypatch.chdir(tmp_path)
    for folder in (value.partition("=")[2].strip("/"), "hub", "auto"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    assert main([stem, "--prepare", "colab", "-p", value, "--to", str(tmp_path / "x.ipynb")]) == 0


def test_what_goes_along_or_is_on_the_hub_may_be_named_and_a_run_of_this_machine_may_not(project, monkeypatch, capsys):
    (project / "figures" / "results").mkdir(parents=True)
    assert main(["07", "--prepare", "colab", "-p", "runs_dir=figures/results"]) == 0
    assert main(["08", "--prepare", "colab", "-p", "trained_run=me/my-model"]) == 0
    run = finished_run(monkeypatch, project)
    capsys.readouterr()
    assert main(["08", "--prepare", "colab", "-p", f"trained_run={run.folder.name}", "--to", "x.ipynb"]) == 2
    assert main(["--resume", run.folder.name, "--prepare", "kaggle"]) == 2
    assert capsys.readouterr().err.count(run.folder.name) == 2


@pytest.mark.parametrize(("where", "file", "text"), [
    (["--prepare-only", "mine.ipynb"], "mine.ipynb", "{}"), (["--prepare", "colab", "--to", "mine.ipynb"], "mine.ipynb", '{"cells": []}'),
    (["--prepare", "kaggle", "--to", "mine"], "mine/01_mistral_qlora.ipynb", "x"),
    (["--prepare", "kaggle", "--to", "mine"], "mine/kernel-metadata.json", "{}"),
])  # fmt: skip
def test_what_was_not_prepared_here_is_not_written_over_and_what_was_is(tmp_path, monkeypatch, capsys, where, file, text):
    """Somebody's own notebook was replaced."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text)
    assert main(["01", *where]) == 2
    assert "is there and was not written by --prepare" in capsys.readouterr().err and (tmp_path / file).read_text() == text
    (tmp_path / file).unlink()
    assert main(["01", *where]) == main(["01", *where]) == 0
    made = next(tmp_path.glob("**/mine*/*.ipynb"), tmp_path / "mine.ipynb")
    notebook = nbformat.read(made, as_version=4)
    next(cell for cell in notebook.cells if cell.cell_type == "code").outputs = [nbformat.v4.new_output("stream", text="a result")]
    nbformat.write(notebook, made)
    assert main(["01", *where]) == 2 and "a result" in made.read_text()


def finished_run(monkeypatch, root):
    """Record a finished run as a host does, in a clone of its own; return its folder."""
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(root))
    run = start_run("01_mistral_qlora", {"lora_rank": 4}, str(root / "runs/01_mistral_qlora/20260101-120000"))
    run.update(device="Tesla T4")
    run.write_lines("predictions.jsonl", [{"question": "q", "database": "/kaggle/working/text-to-sql-notebooks/x.sqlite"}])
    (run.folder / "checkpoint-4").mkdir()
    (run.folder / "checkpoint-4" / "optimizer.pt").write_bytes(b"large")
    run.finish({"headline": {"name": "execution accuracy", "rate": 0.5, "interval": [0.4, 0.6], "n": 50}})
    run.update(host="0a1b2c", pid=17, parameters={"lora_rank": 4, "output_dir": "/kaggle/working/text-to-sql-notebooks/runs/x"})
    return run


def test_a_run_comes_home_as_a_zip_that_unpacks_in_the_clone(project, tmp_path, monkeypatch, capsys):
    host = tmp_path / "host"
    (host / "notebooks").mkdir(parents=True)
    packed = handoff.bring_home(finished_run(monkeypatch, host))
    assert packed == handoff.bring_home(), "without a run it takes the latest"
    assert f"unzip -o {packed.name}" in capsys.readouterr().out
    shutil.rmtree(host / "runs")
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(project))
    with zipfile.ZipFile(packed) as archive:
        assert not [name for name in archive.namelist() if "checkpoint" in name or name.startswith("/")]
        archive.extractall(project)
    (run,) = list_runs()
    assert (run.stem, run.status, run.score) == ("01_mistral_qlora", "finished", "execution accuracy 50.0 % [40.0, 60.0] of 50")
    assert find_run("20260101-120000").folder == project / "runs/01_mistral_qlora/20260101-120000"
    assert main(["--list"]) == 0
    assert "20260101-120000  finished" in capsys.readouterr().out


def test_a_run_in_a_folder_of_ones_own_is_packed_under_its_name(project, monkeypatch):
    """With output_dir=mine the file was called .zip, which nobody sees."""
    run = start_run("01_mistral_qlora", {}, "mine")
    assert handoff.bring_home(run).name == "mine.zip"


def test_a_run_that_a_host_cut_off_is_listed_as_interrupted_once_its_files_are_old(project, tmp_path, monkeypatch):
    run = finished_run(monkeypatch, project)
    run.update(status="running")
    assert list_runs()[0].status == "running", "it may still run there"
    for file in run.folder.iterdir():
        os.utime(file, (0, 0))
    assert list_runs()[0].status == "interrupted"


def test_colab_offers_the_file_for_download(monkeypatch, tmp_path):
    offered = []
    colab = types.ModuleType("google.colab")
    colab.files = types.SimpleNamespace(download=offered.append)
    monkeypatch.setitem(sys.modules, "google", types.ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")
    packed = handoff.bring_home(finished_run(monkeypatch, tmp_path))
    assert offered == [str(packed)]


def test_preparing_needs_no_gpu_library(tmp_path):
    check = "import sys; from helpers.run.__main__ import main\n"
    check += "main(['01', '--prepare', 'kaggle', '--to', sys.argv[1]]); sys.exit('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check, str(tmp_path / "there")], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_notebook_ends_with_the_folder_here_and_with_a_zip_file_on_a_host_without_merged_weights(project, tmp_path, monkeypatch, capsys):
    run = finished_run(monkeypatch, tmp_path / "clone")
    for name in ("merged/model.safetensors", "gguf/model.gguf", "adapter/adapter_model.safetensors"):
        (run.folder / name).parent.mkdir()
        (run.folder / name).write_text("x")
    handoff.take_home(run)
    assert capsys.readouterr().out == f"everything is in {run.name}\n"
    assert not list((tmp_path / "clone").glob("*.zip"))
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")  # and no page of Colab's
    handoff.take_home(run)
    with zipfile.ZipFile(next((tmp_path / "clone").glob("*.zip"))) as packed:
        names = packed.namelist()
    assert any(name.endswith("adapter/adapter_model.safetensors") for name in names)
    assert not [name for name in names if "merged" in name or "gguf" in name or "checkpoint" in name]


def test_a_file_is_asked_for_only_on_colab_with_a_person_and_no_database(monkeypatch):
    assert handoff.uploaded("") == ""
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")
    assert handoff.uploaded("") == "", "Colab's variables without its page"
    colab = types.ModuleType("google.colab")
    colab.files = types.SimpleNamespace(upload=lambda: {"shop.sqlite": b""})
    monkeypatch.setitem(sys.modules, "google", types.ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    assert (handoff.uploaded(""), handoff.uploaded("mine.db")) == ("shop.sqlite", "mine.db")
    colab.files.upload = dict
    assert handoff.uploaded("") == "", "cancelled"
    monkeypatch.setenv("TEXT_TO_SQL_HEADLESS", "1")
    assert handoff.uploaded("") == ""
    with pytest.raises(UserError, match="database '~no-such-user/x.db' cannot be looked for"):
        handoff.uploaded("~no-such-user/x.db")
