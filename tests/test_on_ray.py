"""A sweep on Ray: the same folders and summary, each member once, a failure that stops no other. Ray itself is an optional extra."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from textwrap import dedent
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers.run import ray_sweep as on_ray
from helpers.run.__main__ import main, parser
from helpers.run.launch import Launch
from helpers.run.plan import plan
from helpers.runs import list_runs, read_run, start_run

PARAMETERS = """
    # Recipe
    lora_rank: int = 16  # costs memory
    mode: str = "good"  # what happens
    target_modules: list = ["q_proj"]  # layers
    # Run and sharing
    output_dir: str = ""
    resume: str = "auto"
"""
TRAINING = """
    import os, time
    from helpers.parameters import collect
    from helpers.runs import start_run

    run = start_run("01_tiny", collect("01_tiny", globals()), output_dir)
    (run.folder / "begun").open("a").write("x")
    if mode == "bug":
        raise ValueError("a bug")
    if mode == "hang":
        time.sleep(300)
    run.finish({"headline": {"name": "execution accuracy", "rate": lora_rank / 100, "interval": [0.1, 0.2], "n": 50}})
"""
NO_RAY = "Ray is an optional extra: pip install 'ray>=2.40'"


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    cells = [new_code_cell(dedent(PARAMETERS).strip(), metadata={"tags": ["parameters"]}), new_markdown_cell("## Training")]
    (tmp_path / "notebooks").mkdir()
    nbformat.write(new_notebook(cells=[*cells, new_code_cell(dedent(TRAINING).strip())]), tmp_path / "notebooks/01_tiny.ipynb")
    return tmp_path


def planned(*arguments):
    return plan(parser().parse_args(arguments))


def test_without_ray_one_sentence_says_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, find=importlib.util.find_spec: None if name == "ray" else find(name))
    assert main(["01", "--sweep", "lora_rank=4,8", "--on", "ray"]) == 2
    assert capsys.readouterr().err == '--on ray needs the package ray, which is optional: pip install "ray>=2.40"\n'
    assert list_runs() == []


def test_ray_is_for_sweeps(capsys):
    assert main(["01", "--on", "ray"]) == 2
    assert "--on ray is for sweeps: add --sweep NAME=A,B" in capsys.readouterr().err


def test_members_of_two_notebooks_with_the_same_values_are_told_apart(project, monkeypatch):
    text = (project / "notebooks/01_tiny.ipynb").read_text()
    (project / "notebooks/02_tiny.ipynb").write_text(text.replace("01_tiny", "02_tiny"))
    jobs = planned("01", "02", "--sweep", "lora_rank=4,8")
    waited = []
    ray = SimpleNamespace(
        init=lambda **options: None, shutdown=lambda: None, cancel=lambda task, force: None, cluster_resources=dict,
        remote=lambda **options: lambda run: SimpleNamespace(remote=lambda line, *more: str(line)),
        wait=lambda tasks, timeout: (tasks, []), get=lambda task: (waited.append(task), (0, ""))[1],
        exceptions=SimpleNamespace(RayError=RuntimeError),
    )  # fmt: skip
    monkeypatch.setitem(sys.modules, "ray", ray)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    with on_ray.members(jobs) as wait:
        for job in jobs:
            wait(job)
    assert waited == [str(on_ray.command(job)) for job in jobs] and len(set(waited)) == 4


def test_the_command_of_a_member_is_that_member_and_no_other(project):
    values = ["-p", 'target_modules=["a", "b"]', "--sweep", "lora_rank=4,8", "--sweep", "mode=good,ba d", "--sweep-name", "ranks"]
    jobs = planned("01", *values)
    for job in jobs:
        (again,) = planned(*on_ray.command(job)[3:])
        assert (again.folder, again.values, again.sweep, again.label) == (job.folder, job.values, job.sweep, job.label)
    assert len({job.folder for job in jobs}) == 4


def test_a_member_asks_for_a_gpu_a_process_or_for_the_cpus_that_pytorch_uses(monkeypatch):
    (job,) = planned("01", "--sweep", "lora_rank=4")
    assert on_ray.needs(job, gpus=2, cpus=8) == {"num_gpus": 1, "num_cpus": 1}
    assert on_ray.needs(job, gpus=0, cpus=8) == {"num_gpus": 0, "num_cpus": 1}  # OMP_NUM_THREADS is 1
    monkeypatch.delenv("OMP_NUM_THREADS")
    assert on_ray.needs(job, gpus=0, cpus=8)["num_cpus"] == 8
    job.launch = Launch(2, 2, ROOT)
    assert on_ray.needs(job, gpus=2, cpus=8)["num_gpus"] == 2


def sweep(*more, **options):
    line = [sys.executable, "-m", "helpers.run", "01", "--sweep", "lora_rank=4,8", "--sweep-name", "ranks", "--on", "ray", *more]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(line, cwd=ROOT, preexec_fn=heard, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


@pytest.mark.long
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason=NO_RAY)
def test_a_sweep_on_local_ray_survives_a_failing_member_and_repeats_only_what_is_missing(project):
    grid = ["--sweep", "mode=good,bug"]
    process = sweep(*grid)
    out, error = process.communicate(timeout=300)
    assert process.returncode == 1, error
    table = out.split("\n\n")[-1].splitlines()
    assert [line.split()[:2] for line in table[1:]] == [
        ["lora_rank=4,mode=good", "finished"], ["lora_rank=4,mode=bug", "failed"],
        ["lora_rank=8,mode=good", "finished"], ["lora_rank=8,mode=bug", "failed"],
    ]  # fmt: skip
    assert "ValueError: a bug" in error
    assert {run.record["sweep"] for run in list_runs()} == {"ranks"}
    assert (project / "runs/01_tiny/ranks/lora_rank=8,mode=good").is_dir()
    notebook = project / "notebooks/01_tiny.ipynb"
    notebook.write_text(notebook.read_text().replace("raise ValueError", "print"))
    process = sweep(*grid)
    out, error = process.communicate(timeout=300)
    assert process.returncode == 0, error
    assert out.count("already finished") == 2
    begun = {run.folder.name: (run.folder / "begun").read_text() for run in list_runs()}
    assert begun == {
        "lora_rank=4,mode=good": "x", "lora_rank=8,mode=good": "x", "lora_rank=4,mode=bug": "xx", "lora_rank=8,mode=bug": "xx",
    }  # fmt: skip


@pytest.mark.long
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason=NO_RAY)
def test_ctrl_c_ends_a_sweep_on_ray_and_all_that_it_started(project):
    process = sweep("-p", "mode=hang")
    deadline = time.monotonic() + 240
    while not any((run.folder / "begun").exists() for run in list_runs()):
        assert time.monotonic() < deadline and process.poll() is None, process.communicate()
        time.sleep(0.2)
    family = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=90)
    assert process.returncode == 130 and "Traceback" not in error
    assert "interrupted" in out
    psutil.wait_procs(family, timeout=20)
    assert not [child for child in family if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
    assert {run.status for run in list_runs()} == {"interrupted"}


def test_a_member_that_is_finished_is_not_given_to_ray(project, monkeypatch):
    """Ray by a stand-in that runs a task when it is waited for."""
    asked = []

    class Ray:
        __spec__ = "installed"

        class exceptions:
            RayError = RuntimeError

        init = shutdown = cancel = staticmethod(lambda *args, **options: None)
        cluster_resources = staticmethod(lambda: {"CPU": 2})
        wait = staticmethod(lambda tasks, timeout: (tasks, []))
        get = staticmethod(lambda task: task())

        @staticmethod
        def remote(**wanted):
            asked.append(wanted)
            return lambda run: type("Task", (), {"remote": staticmethod(lambda *args: lambda: run(*args))})

    monkeypatch.setitem(sys.modules, "ray", Ray)
    first, _ = planned("01", "--sweep", "lora_rank=4,8", "--sweep-name", "ranks")
    start_run("01_tiny", first.values, str(first.folder)).finish({})
    assert main(["01", "--sweep", "lora_rank=4,8", "--sweep-name", "ranks", "--on", "ray"]) == 0
    assert asked == [{"max_retries": 0, "num_gpus": 0, "num_cpus": 1}]
    other = read_run(first.folder.parent / "lora_rank=8")
    assert other.status == "finished" and other.record["sweep"] == "ranks"
    assert json.loads((other.folder / "metrics.json").read_text())["headline"]["rate"] == 0.08
    assert os.environ["TEXT_TO_SQL_ROOT"] == str(project)
