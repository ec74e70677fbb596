"""One training in several processes: the same curve, one writer, one clear error, and nothing that outlives the runner."""

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from textwrap import dedent

import nbformat
import psutil
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers import UserError
from helpers.hosts import PROCESSES
from helpers.models.standins import standin_folder
from helpers.run import __main__ as runner
from helpers.run import launch as processes
from helpers.run import plan as jobs
from helpers.run import ranks
from helpers.runs import list_runs, read_run

PARAMETERS = """
    # Recipe
    batch_size: int = 2  # examples
    gradient_accumulation: int = 2  # batches
    mode: str = "good"  # what happens
    # Run and sharing
    output_dir: str = ""
    resume: str = "never"
"""
START = """
    import os, time
    from helpers import UserError
    from helpers.parameters import collect
    from helpers.hosts import is_main
    from helpers.runs import start_run

    parameters = collect("01_tiny", globals())
    run = start_run("01_tiny", parameters, output_dir)
    if is_main():
        time.sleep(1)
        (run.folder / "order").open("a").write("main ")
    else:
        (run.folder / "order").open("a").write("other ")
    run
"""
TRAIN = """
    rank = int(os.environ.get("RANK", 0))
    (run.folder / f"pid-{rank}").write_text(str(os.getpid()))
    print("rank", rank, "trains")
    if mode == "user" and rank == 1:
        raise UserError("Choose a smaller model.")
    if mode == "killed" and rank == 1:
        os.kill(os.getpid(), 9)
    if mode != "good":
        time.sleep(300)
"""
FINISH = """
    (run.folder / "after").open("a").write("main " if is_main() else "other ")
    run.finish({"headline": {"name": "execution accuracy", "rate": 0.5, "n": 50}})
"""
# What a training notebook does, on eleven examples and a random model in float32 without dropout.
TRAINING = """
    from datasets import Dataset
    from peft import LoraConfig
    from transformers import AutoModelForCausalLM, AutoTokenizer, set_seed
    from trl import SFTConfig, SFTTrainer
    from helpers.memory.device import find_machine
    from helpers.models.standins import standin_folder
    from helpers.training.train import train, use_log_lines

    folder = standin_folder("standin/tiny-mistral")
    rows = [{"prompt": f"Question {n}:" + " why" * (n % 4), "completion": f"SELECT {n}" + " + 1" * (n % 3)} for n in range(24)]
    set_seed(0)
    trainer = SFTTrainer(
        model=AutoModelForCausalLM.from_pretrained(folder), processing_class=AutoTokenizer.from_pretrained(folder),
        train_dataset=Dataset.from_list(rows), peft_config=LoraConfig(r=4, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM"),
        args=SFTConfig(output_dir=str(run.folder), per_device_train_batch_size=batch_size, learning_rate=1e-2, logging_steps=1,
                       gradient_accumulation_steps=gradient_accumulation, train_sampling_strategy="sequential", num_train_epochs=1,
                       use_cpu=True, bf16=False, fp16=False, report_to="none", disable_tqdm=True, save_steps=3),
    )
    machine = find_machine()
    use_log_lines(trainer, machine)
"""


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """Make a project with one notebook that trains and one that does not; return its folder."""
    for name in list(os.environ):
        if name.startswith("TEXT_TO_SQL_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    notebooks = tmp_path / "notebooks"
    write_notebook(notebooks / "00_plain.ipynb", start="1 + 1")
    write_notebook(notebooks / "01_tiny.ipynb", start=START, train=TRAIN, finish=FINISH)
    return tmp_path


def write_notebook(path, **sources):
    """Write a notebook: a title, the parameters, and code cells that have ids and, each, a section of its name."""
    made = [new_markdown_cell("# Title"), new_code_cell(dedent(PARAMETERS).strip(), metadata={"tags": ["parameters"]})]
    for name, source in sources.items():
        made += [new_markdown_cell(f"## {name}"), new_code_cell(dedent(source).strip(), id=name)]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=made), path)


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "helpers.run", *arguments], cwd=ROOT, capture_output=True, text=True, **options)


def planned(*arguments):
    return jobs.plan(runner.parser().parse_args(arguments))


@pytest.mark.parametrize(
    ("shape", "share"), [((1, 8, 2), (1, 4)), ((4, 1, 2), (2, 1)), ((2, 2, 4), (1, 1)), ((2, 3, 2), (1, 3)), ((4, 6, 8), (1, 3))]
)
def test_the_processes_shares_make_up_the_step(shape, share):
    batch_size, accumulation, number = shape
    assert ranks.shared_batch(*shape) == share
    assert share[0] * share[1] * number == batch_size * accumulation


@pytest.mark.parametrize(("arguments", "words"), [
    (["01", "--processes", "3"], "2 x 2 examples a step (batch_size x gradient_accumulation) cannot be divided among 3 processes"),
    (["01", "--processes", "0"], "--processes wants a number of processes such as 2, not 0"),
    (["00", "--processes", "2"], "00_plain trains nothing: run it without --processes"),
    (["01", "--processes", "2", "--launch-config", "none.yaml"], "There is no launch configuration none.yaml: notebooks/accelerate has"),
    (["01", "--processes", "2", "--launch-config", str(ROOT / "README.md")], "is not a configuration that `accelerate launch` can read"),
    (["01", "--launch-config", "ddp_2xt4.yaml"], "--launch-config is for several processes"),
])  # fmt: skip
def test_what_cannot_run_in_several_processes_is_refused_in_one_sentence(arguments, words, capsys):
    assert runner.main(arguments) == 2
    assert words in capsys.readouterr().err
    assert list_runs() == []


def test_more_processes_than_gpus_are_refused(monkeypatch, capsys):
    monkeypatch.setattr(processes, "_count_gpus", lambda: 1)
    assert runner.main(["01", "--processes", "2"]) == 2
    assert capsys.readouterr().err == "--processes 2 wants as many GPUs, and this machine shows 1.\n"


def test_one_process_is_the_usual_way(monkeypatch):
    (job,) = planned("01", "--processes", "1")
    assert job.launch is None
    monkeypatch.setattr(processes, "execute", None)  # calling it would fail
    assert runner.main(["01", "--processes", "1"]) == 0
    (record,) = list_runs()
    assert record.record["processes"] == 1 and (record.folder / "01_tiny.ipynb").exists()
    assert not (record.folder / "01_tiny.py").exists()


def test_the_script_has_the_parameters_and_the_cells_in_order_and_only_the_main_process_goes_on(project):
    script = processes.export(project / "notebooks/01_tiny.ipynb", {"mode": "other"}, project / "script.py").read_text()
    ast.parse(script)
    places = [script.index(text) for text in (
        "ranks.begin()", 'mode: str = "good"', 'mode = "other"', "in_turn=True)\nimport os", "ranks.show(run)", "in_turn=False)\nrank =",
        "ranks.leave(", "run.finish(",
    )]  # fmt: skip
    assert places == sorted(places)
    assert "Title" not in script


def test_every_training_notebook_becomes_a_script(tmp_path, monkeypatch):
    monkeypatch.delenv("TEXT_TO_SQL_ROOT")
    for notebook in sorted((ROOT / "notebooks").glob("0[1-6]_*.ipynb")):
        script = processes.export(notebook, {}, tmp_path / "script.py").read_text()
        ast.parse(script)
        assert script.index("SFTConfig(" if "SFTConfig(" in script else "TrainingArguments(") < script.index("ranks.leave(")
        assert script.index("ranks.leave(") < script.index("exam.finish(")


def test_the_last_expression_of_a_cell_is_shown_and_its_comment_goes():
    shown = processes._with_last_shown
    assert shown("a = 1\na  # read it") == "a = 1\nranks.show(a)"
    assert shown("f(\n    'é',\n)") == "ranks.show(f(\n    'é',\n))"
    assert shown("x = 'é'; f(1)") == "x = 'é'; ranks.show(f(1))"
    for same in ("a = 1", "print(a)  # as it is", "for i in a:\n    i", ""):
        assert shown(same) == same


def test_kaggles_hidden_gpu_comes_back_for_several_processes(monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0")
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    made = processes._environment(processes.Launch(2, 2, ROOT), "/tmp")
    assert "CUDA_VISIBLE_DEVICES" not in made and "ACCELERATE_USE_CPU" not in made
    assert made[PROCESSES] == "2"
    monkeypatch.delenv("KAGGLE_KERNEL_RUN_TYPE")
    assert processes._environment(processes.Launch(2, 2, ROOT), "/tmp")["CUDA_VISIBLE_DEVICES"] == "0"  # a person's choice elsewhere


def test_setup_hides_no_gpu_from_several_processes(monkeypatch):
    from helpers import hosts

    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    monkeypatch.setenv("HF_TOKEN", "x")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    for name in ("missing_requirements", "uninstall_old_torchao", "check_loaded_versions"):
        monkeypatch.setattr(hosts, name, lambda: None)
    monkeypatch.setenv(PROCESSES, "2")
    hosts.prepare()
    assert "CUDA_VISIBLE_DEVICES" not in os.environ
    monkeypatch.delenv(PROCESSES)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")  # so that it is put back afterwards
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    hosts.prepare()
    assert os.environ["CUDA_VISIBLE_DEVICES"] == "0"


def test_processes_that_are_not_the_main_one_write_nothing(project, monkeypatch):
    from helpers.runs import start_run

    monkeypatch.setenv(PROCESSES, "2")
    monkeypatch.setenv("RANK", "1")
    silent = start_run("01_tiny", {}, str(project / "runs/x"))
    silent.write_lines("predictions.jsonl", [{}])
    silent.save_figure(None, "loss")
    silent.finish({})
    assert not (project / "runs/x").exists()
    monkeypatch.setenv("RANK", "0")
    start_run("01_tiny", {}, str(project / "runs/x")).finish({})
    assert read_run(project / "runs/x").record["processes"] == 2


def test_two_processes_give_the_loss_curve_of_one_and_one_record(project, monkeypatch):
    """Both take the same examples in each step; only the order of additions differs."""
    import torch

    torch.set_num_threads(1)
    write_notebook(
        project / "notebooks/01_tiny.ipynb",
        start=START,
        trainer=TRAINING,
        train="costs = train(trainer, run, resume, machine)",
        finish=FINISH,
    )
    done = run("01", "--processes", "2", env={**os.environ, "OMP_NUM_THREADS": "1"})
    assert done.returncode == 0, done.stdout + done.stderr
    (record,) = list_runs()
    two = [entry["loss"] for entry in record.curve() if "loss" in entry]
    assert (record.folder / "order").read_text() == "main other ", "the main process runs a cell first"
    assert (record.folder / "after").read_text() == "main "
    assert "[2/4] trainer" in done.stdout and done.stdout.count("step     1/6") == 1
    assert "step     1/6" in (record.folder / "01_tiny.log").read_text()
    states = [file.name for file in sorted((record.folder / "checkpoint-6").glob("rng_state*"))]
    assert states == ["rng_state_0.pth", "rng_state_1.pth"]

    cells = [
        cell["source"] for cell in json.loads((project / "notebooks/01_tiny.ipynb").read_text())["cells"] if cell["cell_type"] == "code"
    ]
    space = {"__name__": "one"}
    for source in cells:
        exec("".join(source), space)
    one = [entry["loss"] for entry in list_runs()[-1].curve() if "loss" in entry]
    assert len(one) == len(two) == 6  # 24 examples, 4 a step
    assert one[-1] < one[0] - 0.05
    assert two == pytest.approx(one, rel=2e-5)


def test_a_model_in_shards_is_stored_as_it_is_computed_saved_by_all_and_not_scored(project, monkeypatch):
    """Simulated: FSDP needs several GPUs."""
    import torch
    from transformers import BitsAndBytesConfig

    from helpers.runs import start_run

    class Config(BitsAndBytesConfig):
        pass

    ranks._store_as_computed(Config)
    assert Config(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16).bnb_4bit_quant_storage is torch.bfloat16
    assert BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16).bnb_4bit_quant_storage is torch.uint8
    saved = []
    monkeypatch.setenv("ACCELERATE_USE_FSDP", "true")
    monkeypatch.setattr(torch.distributed, "destroy_process_group", lambda: saved.append("left"))
    trainer = type("Trainer", (), {"save_model": lambda self, folder: saved.append(folder)})()
    made = start_run("01_tiny", {}, str(project / "runs/x"))
    with pytest.raises(SystemExit) as end:
        ranks.leave({"trainer": trainer, "run": made})
    assert end.value.code == 0 and saved == [str(made.folder / "adapter"), "left"]
    assert read_run(made.folder).status == "finished" and read_run(made.folder).score == ""


@pytest.mark.parametrize("name", ["ddp_2xt4.yaml", "fsdp_qlora.yaml"])
def test_accelerate_reads_the_launch_configurations(name):
    from accelerate.commands.config.config_args import load_config_from_file
    from accelerate.utils import DistributedType

    config = load_config_from_file(str(ROOT / processes.CONFIGS / name))
    assert config.distributed_type == (DistributedType.MULTI_GPU if name.startswith("ddp") else DistributedType.FSDP)
    assert config.mixed_precision == "no", "the notebook's own configuration decides"


def started(*arguments):
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    command = [sys.executable, "-m", "helpers.run", *arguments]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=ROOT, preexec_fn=heard, **streams)


def wait_for(condition, seconds=180.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def alive(pids):
    return [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE]


def training_pids():
    return [int(file.read_text() or 0) for found in list_runs() for file in found.folder.glob("pid-*")]


@pytest.mark.long
@pytest.mark.parametrize(("mode", "code", "words"), [
    ("user", 2, "Choose a smaller model.\n"),
    ("killed", 1, "01_tiny failed in train: ProcessKilled: process 1 was killed by SIGKILL (mostly because memory ran out"),
])  # fmt: skip
def test_a_process_that_fails_ends_all_with_one_clear_error(mode, code, words):
    done = run("01", "--processes", "2", "-p", f"mode={mode}", timeout=600)
    assert done.returncode == code
    assert words in done.stderr and "Traceback" not in done.stderr and "Root Cause" not in done.stderr
    (record,) = list_runs()
    assert record.status == "failed" and words.split(": ")[-1].strip() in record.record["message"]
    assert not alive(training_pids())


@pytest.mark.long
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_a_runner_that_is_stopped_or_killed(number):
    process = started("01", "--processes", "2", "-p", "mode=hang")
    wait_for(lambda: len(alive(training_pids())) == 2)
    family = [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
    process.send_signal(number)
    out, error = process.communicate(timeout=120)
    assert "Traceback" not in error
    wait_for(lambda: not alive([*family, *training_pids()]))
    (record,) = list_runs()
    assert record.status == "interrupted"
    if number != signal.SIGKILL:
        assert process.returncode == 128 + number and "To go on: python -m helpers.run --resume" in out


def t5_without_dropout(folder):
    """Copy the tiny T5 to `folder` with its own dropout, which no parameter reaches, set to 0."""
    shutil.copytree(standin_folder("standin/tiny-t5"), folder)
    config = json.loads((folder / "config.json").read_text())
    assert config["dropout_rate"] > 0
    (folder / "config.json").write_text(json.dumps(config | {"dropout_rate": 0.0}))
    return folder


@pytest.mark.long
@pytest.mark.parametrize("stem", ["01_mistral_qlora", "03_t5_qlora_vs_full", "04_nemo_phase1_syntax", "06_llama_qlora"])
def test_a_notebook_gives_the_same_curves_in_two_processes_and_goes_on_to_its_end(stem, tmp_path, monkeypatch):
    monkeypatch.delenv("TEXT_TO_SQL_ROOT")
    nothing_dropped = ["-p", "lora_dropout=0"]  # each process would drop other numbers
    if stem == "03_t5_qlora_vs_full":
        nothing_dropped += ["-p", f"model_id={t5_without_dropout(tmp_path / 'model')}"]
    curves = []
    for number in ("1", "2"):
        folder = tmp_path / number
        done = run(stem, "--profile", "smoke", *nothing_dropped, "-p", f"output_dir={folder}", "--processes", number)
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert read_run(folder).status == "finished" and (folder / "predictions.jsonl").exists()
        histories = [json.loads(file.read_text()) for file in sorted(folder.glob("log_history*.json"))]
        curves.append([entry[name] for history in histories for entry in history for name in ("loss", "eval_loss") if name in entry])
    assert len(curves[0]) == len(curves[1]) >= 6  # 04 validates every second step
    assert curves[1] == pytest.approx(curves[0], rel=5e-3), "bfloat16 where the processor has it"


def test_a_share_that_cannot_be_made_is_refused_with_what_to_set():
    with pytest.raises(UserError, match="Set gradient_accumulation to a multiple of 4"):
        ranks.shared_batch(1, 2, 4)
