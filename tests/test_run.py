"""The headless runner, on notebooks small enough to run in a second."""

import errno
import json
import os
import re
import secrets as random
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from helpers import UserError
from helpers.run import __main__ as runner
from helpers.run import kernel as headless
from helpers.run.__main__ import main
from helpers.run.console import escaped
from helpers.runs import list_runs, named_folder, read_run, start_run

pytestmark = pytest.mark.once

REPOSITORY = Path(__file__).resolve().parent.parent
PARAMETERS = """
    # Recipe
    lora_rank: int = 16  # costs memory
    learning_rate: float = 0.0002
    load_in_4bit: bool = True
    mode: str = "good"  # what happens in Training
    target_modules: list = ["q_proj"]
    # Run and sharing
    output_dir: str = ""
    resume: str = "auto"
"""
START = """
    import os, sys, time
    from pathlib import Path
    from helpers import UserError
    from helpers.parameters import collect
    from helpers.runs import start_run

    parameters = collect("01_tiny", globals())
    run = start_run("01_tiny", parameters, output_dir=output_dir)
"""
TRAINING = """
    print("python", sys.executable, os.getcwd())
    print("1 %\\r50 %\\r100 %")
    print("token", os.environ.get("HF_TOKEN"))
    print("a warning", file=sys.stderr)
    if mode == "user":
        raise UserError("Choose a smaller model.")
    if mode == "bug":
        raise ValueError(f"what is {os.environ.get('HF_TOKEN')}?")
    if mode == "dead":
        os._exit(9)
    if mode == "hang":
        (run.folder / "hanging").touch()
        time.sleep(120)
    if mode == "merging":
        run.scored({"headline": {"name": "execution accuracy", "rate": 0.5, "interval": [0.4, 0.6], "n": 50}})
        raise ValueError("the merge does not fit")
    if mode == "unrecorded":
        run = start_run("01_tiny", parameters, output_dir="elsewhere")
"""
FINISH = """
    run.write_json("log_history.json", [{"loss": 1.0}])
    run.finish({"headline": {"name": "execution accuracy", "rate": lora_rank / 100, "interval": [0.1, 0.2], "n": 50}})
"""


def write_notebook(path, *sources):
    cells = []
    for number, source in enumerate(textwrap.dedent(source).strip() for source in sources):
        kind = "markdown" if source.startswith("#") and source != textwrap.dedent(PARAMETERS).strip() else "code"
        cell = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": source.splitlines(keepends=True)}
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        if source == textwrap.dedent(PARAMETERS).strip():
            cell["metadata"]["tags"] = ["parameters"]
        cells.append(cell)
    kernel = {"name": "no-such-kernel", "display_name": "x", "language": "python"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}))


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """Make a project of one notebook with the profiles rehearsal and broken; return its folder."""
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    write_notebook(
        tmp_path / "notebooks" / "01_tiny.ipynb",
        "# Can it be run?", PARAMETERS, "## Machine", START, "## Training\n```\n## no heading\n```", TRAINING, "## Saving", FINISH,
    )  # fmt: skip
    for profile, text in (("rehearsal", "lora_rank: 4\nlearning_rate: 1e-3\n"), ("broken", "lora_rnk: 4\n")):
        (tmp_path / "notebooks" / "profiles" / profile).mkdir(parents=True)
        (tmp_path / "notebooks" / "profiles" / profile / "01_tiny.yml").write_text(text)
    return tmp_path


@pytest.fixture
def started(project):
    """Return a function that starts the runner as a process; what is left is killed in the end."""
    processes = []

    def start(*arguments, **options):
        command = [sys.executable, "-m", "helpers.run", *arguments]
        heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs ignore Ctrl-C, and their children
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        processes.append(subprocess.Popen(command, cwd=REPOSITORY, preexec_fn=heard, **streams, **options))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def only_run():
    (found,) = list_runs()
    return found


def wait_for(condition, seconds=120.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def alive(pid):
    try:
        return "zombie" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def test_a_run_is_recorded_and_streams_one_line_a_section(project, capsys):
    assert main(["01", "--profile", "rehearsal", "-p", "load_in_4bit=no"]) == 0
    run = only_run()
    short = run.folder.relative_to(project).as_posix()
    assert run.folder.name.startswith("rehearsal-2")
    assert capsys.readouterr().out.splitlines() == [
        f"01_tiny, profile rehearsal: {short}",
        "[1/3] Machine", "[2/3] Training", f"  python {sys.executable} {project}", "  100 %", "  token None", "[3/3] Saving",
        "01_tiny finished: execution accuracy 4.0 % [10.0, 20.0] of 50", f"  {short}/metrics.json", f"  {short}/01_tiny.ipynb",
    ]  # fmt: skip
    assert run.status == "finished" and run.record["profile"] == "rehearsal"
    # -p before the profile, the profile before the default
    assert run.record["parameters"] == {
        "lora_rank": 4, "learning_rate": 0.001, "load_in_4bit": False, "mode": "good", "target_modules": ["q_proj"],
        "output_dir": short, "resume": "auto",
    }  # fmt: skip
    executed = json.loads((run.folder / "01_tiny.ipynb").read_text())
    assert str(project) not in json.dumps(executed["metadata"])
    injected = next(cell for cell in executed["cells"] if "injected-parameters" in cell["metadata"]["tags"])
    assert len(injected["source"]) == 5  # the comment, what differs from the defaults, output_dir
    counts = [cell["execution_count"] for cell in executed["cells"] if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.parametrize(("arguments", "message"), [
    (["01", "-p", "lora_rnk=8"], "There is no parameter lora_rnk in 01_tiny: did you mean lora_rank?"),
    (["01", "-p", "lora_rank=high"], "lora_rank wants a whole number such as 16, not 'high'"),
    (["01", "-p", "lora_rank"], "-p wants name=value, not 'lora_rank'"),
    (["01", "--profile", "rehersal"], "01_tiny has no profile rehersal: it has t4, broken, rehearsal"),
    (["01", "--profile", "broken"], "notebooks/profiles/broken/01_tiny.yml: There is no parameter lora_rnk"),
    (["all", "--profile", "nobody"], "No notebook has a profile nobody"),
    (["07"], "There is no notebook 07: there are 01_tiny"),
    ([], "Name a notebook, such as 01"),
    (["01", "--sweep", "lora_rnk=1,2"], "did you mean lora_rank?"),
    (["01", "--sweep", "lora_rank=1,high"], "not 'high'"),
    (["01", "--sweep", "target_modules=a,b"], "target_modules cannot be swept"),
    (["01", "--sweep", "lora_rank=1,2", "-p", "output_dir=runs/x"], "output_dir names one folder: it cannot be set for several runs"),
    (["01", "--sweep", "lora_rank=1,2", "-p", "resume=nothing"], "There is no run nothing"),
    (["--resume", "nothing"], "There is no run nothing"),
    (["--resume", "nothing", "--sweep-name", "x"], "leave out -p, --profile, --sweep and --sweep-name"),
    (["--resume", "nothing", "-p", "lora_rank=1"], "--resume takes its values from the run's record"),
    (["01", "--prepare-only", "file.txt"], "--prepare-only wants a new file"),
    (["01", "-p", "mode=hf_" + "a1" * 15], "mode looks like an access token"),
    (["01", "-p", "hf_token=x"], "There is no parameter hf_token in 01_tiny: secrets go to .env"),
    (["01", "-p", "WANDB_API_KEY=x"], "secrets go to .env"),
    (["01", "-p", "lora_token=x"], "secrets go to .env"),
    (["all", "01"], "`all` stands for every notebook: name it alone, or leave it out and run 01."),
])  # fmt: skip
def test_bad_input_is_refused_with_one_sentence_before_anything_runs(arguments, message, capsys):
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
    assert list_runs() == []


def test_a_refusal_is_one_sentence_without_a_traceback_and_loads_nothing_that_takes_seconds(project):
    check = "import sys; from helpers.run.__main__ import main\n"
    check += "print(main(['01', '-p', 'lora_rnk=8']), {'torch', 'transformers', 'papermill', 'pandas', 'ray'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", check], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.stdout == "2 set()\n"
    assert done.stderr == "There is no parameter lora_rnk in 01_tiny: did you mean lora_rank?\n"


def test_an_error_the_user_can_put_right_is_one_sentence_and_exit_code_2(capsys):
    assert main(["01", "-p", "mode=user"]) == 2
    assert capsys.readouterr().err == "Choose a smaller model.\n"
    assert only_run().status == "failed" and only_run().record["message"] == "UserError: Choose a smaller model."


def test_another_error_tells_section_exception_stderr_and_notebook(project, capsys):
    token = random.token_hex(12)  # known as a secret only because .env, which the kernel gets, holds it
    (project / ".env").write_text(f"# secrets\nHF_TOKEN={token}\nWANDB_API_KEY=\n")
    assert main(["01", "-p", "mode=bug"]) == 1
    shown = capsys.readouterr()
    assert "01_tiny failed in Training: ValueError: what is [redacted]?" in shown.err
    assert "a warning" in shown.err and "a warning" not in shown.out
    run = only_run()
    assert run.status == "failed" and run.record["seconds"] > 0
    assert f"{run.folder.name}/01_tiny.ipynb" in shown.err
    assert "what is [redacted]?" in (run.folder / "01_tiny.ipynb").read_text()
    # the planted token stands in no file of the run, nor on the screen
    assert token not in shown.out + shown.err + "".join(path.read_text() for path in run.folder.rglob("*") if path.is_file())


def test_a_kernel_that_dies_is_a_failed_run_and_how_to_go_on_with_less_memory_is_said(capsys):
    assert main(["01", "-p", "mode=dead"]) == 1
    said = capsys.readouterr().err
    assert "01_tiny failed in Training: DeadKernelError" in said
    assert "lower generation_batch_size, max_length, or batch_size" in said
    assert f"To go on: python -m helpers.run --resume runs/01_tiny/{only_run().folder.name}\n" in said
    assert only_run().status == "failed"


def test_a_disk_that_fills_up_does_not_hide_what_the_cell_says_of_it(monkeypatch, capsys):
    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(headless, "write_whole", full)
    assert main(["01", "-p", "mode=user"]) == 2
    shown = capsys.readouterr()
    assert shown.err == "Choose a smaller model.\n"
    assert f"{only_run().folder.name}/01_tiny.ipynb could not be written: No space left on device." in shown.out
    assert only_run().status == "failed"
    monkeypatch.setattr("helpers.runs.amend_run", lambda folder, **fields: full(folder, fields))
    assert main(["01", "-p", "mode=user"]) == 2
    shown = capsys.readouterr()
    assert shown.err == "Choose a smaller model.\n" and "cannot be written (No space left on device)" in shown.out


def test_a_run_that_stops_after_its_score_is_listed_as_scored_until_the_rest_is_there(project, capsys):
    assert main(["01", "-p", "mode=merging", "-p", "output_dir=runs/mine"]) == 1
    assert "To go on: python -m helpers.run --resume runs/mine" in capsys.readouterr().err
    run = only_run()
    assert (run.status, run.record["message"]) == ("scored", "ValueError: the merge does not fit")
    assert main(["--list"]) == 0
    assert "runs/mine  scored  execution accuracy 50.0 % [40.0, 60.0] of 50" in capsys.readouterr().out
    notebook = project / "notebooks" / "01_tiny.ipynb"
    notebook.write_text(notebook.read_text().replace("raise ValueError", "print"))
    assert main(["01", "-p", "mode=merging", "-p", "output_dir=runs/mine"]) == 0  # the folder is not taken for finished
    assert only_run().status == "finished"


def test_a_finished_run_is_not_run_again_and_no_notebook_goes_on_with_the_run_of_another(project, capsys):
    write_notebook(project / "notebooks" / "02_bare.ipynb", "# Another", PARAMETERS, "1 / 0")
    assert main(["01", "-p", "output_dir=runs/mine"]) == 0
    before = (project / "runs" / "mine" / "run.json").read_bytes()
    assert main(["--resume", "runs/mine"]) == 0
    assert "runs/mine is finished: nothing to do. To train and score again" in capsys.readouterr().out
    assert main(["02", "--resume", "runs/mine"]) == 2
    assert "--resume runs/mine goes on with a run of 01_tiny: leave out 02." in capsys.readouterr().err
    assert main(["01", "--resume", "runs/mine"]) == 0
    assert (project / "runs" / "mine" / "run.json").read_bytes() == before


@pytest.mark.parametrize("content", ['{"headline": {"na', None])
@pytest.mark.parametrize("again", ["--resume runs/01_tiny/s/learning_rate=1.0", "01 --sweep learning_rate=1 --sweep-name s"])
def test_a_finished_run_that_has_lost_its_metrics_is_scored_again(project, content, again):
    """It was called finished, with nothing to do, and its score was gone."""
    assert main(["01", "--sweep", "learning_rate=1", "--sweep-name", "s"]) == 0
    metrics = only_run().folder / "metrics.json"
    before = metrics.read_text()
    metrics.write_text(content) if content else metrics.unlink()
    assert only_run().status == "interrupted"
    assert main(again.split()) == 0
    assert (only_run().status, metrics.read_text()) == ("finished", before)


def test_a_run_of_another_version_with_a_parameter_that_is_gone_says_so(project, capsys):
    """It said that the user had given an unknown parameter."""
    assert main(["01", "-p", "output_dir=runs/mine"]) == 0
    file = project / "runs/mine/run.json"
    record = json.loads(file.read_text())
    file.write_text(json.dumps(record | {"status": "failed", "parameters": record["parameters"] | {"neftune": 5}}))
    assert main(["--resume", "runs/mine"]) == 2
    assert "another version of 01_tiny, which had neftune. Go on with that version (git checkout" in capsys.readouterr().err
    del record["parameters"]["lora_rank"]
    file.write_text(json.dumps(record | {"status": "failed"}))
    assert main(["--resume", "runs/mine"]) == 2
    assert "which had no lora_rank. Go on" in capsys.readouterr().err, "it went on with today's default"
    file.write_text(json.dumps(record))
    assert main(["--resume", "runs/mine"]) == 0, "a finished one needs no value"


def test_a_run_whose_parameter_is_a_secret_of_the_environment_is_resumed_by_its_own_command(project, monkeypatch, capsys):
    """--resume said that mode is '[redacted]', which nobody had given."""
    monkeypatch.setenv("PGPASSWORD", "user")
    assert main(["01", "-p", "mode=user", "-p", "output_dir=runs/mine"]) == 2
    capsys.readouterr()
    assert main(["--resume", "runs/mine"]) == 2
    assert re.fullmatch("runs/mine does not say mode: .* Give .* command again, with -p resume=runs/mine.\n", capsys.readouterr().err)
    assert main(["01", "-p", "mode=user", "-p", "resume=runs/mine"]) == 2
    assert capsys.readouterr().err == "Choose a smaller model.\n"
    assert only_run().folder == project / "runs" / "mine"


def test_a_run_that_a_parameter_names_is_gone_on_with_in_its_own_folder(project, capsys):
    """resume as a parameter named an interrupted run, and a new folder was trained in from step 1."""
    assert main(["01", "-p", "mode=user", "-p", "output_dir=runs/mine"]) == 2
    assert main(["01", "-p", "resume=runs/mine", "-p", "output_dir=runs/else"]) == 2
    assert main(["01", "--sweep", "learning_rate=1,2", "-p", "resume=runs/mine"]) == 2
    assert "neither can a run's name as resume" in capsys.readouterr().err
    assert main(["01", "-p", "resume=runs/mine", "-p", "lora_rank=8"]) == 2
    assert only_run().record["parameters"]["lora_rank"] == 16
    assert main(["01", "-p", "resume=runs/mine", "-p", "mode=good"]) == 0
    assert (only_run().folder, only_run().status) == (project / "runs" / "mine", "finished")


def test_of_two_that_go_on_with_a_run_at_the_same_moment_one_is_refused_and_the_other_finishes(started, project):
    assert main(["01", "-p", "mode=user", "-p", "output_dir=runs/mine"]) == 2
    notebook = project / "notebooks" / "01_tiny.ipynb"
    notebook.write_text(notebook.read_text().replace("raise UserError", "time.sleep(5); print"))
    both = [started("--resume", "runs/mine") for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 2], said
    assert any("being written by another run" in text for text in said)
    assert only_run().status == "finished"
    assert main(["--resume", "runs/mine"]) == 0  # nothing is left locked


def test_a_notebook_that_ends_without_finishing_its_record_has_failed(capsys):
    assert main(["01", "-p", "mode=unrecorded"]) == 1
    assert "the notebook ended without run.finish(metrics)" in capsys.readouterr().err
    assert only_run().status == "failed"


def test_the_kernel_is_this_interpreter_whatever_kernels_are_installed(tmp_path, monkeypatch):
    shadow = tmp_path / "jupyter" / "kernels" / "python3"
    shadow.mkdir(parents=True)
    (shadow / "kernel.json").write_text(json.dumps({"argv": ["false"], "display_name": "another", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    assert main(["01"]) == 0  # the notebook's own metadata name a kernel that does not exist, too


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_stopped_run_keeps_its_notebook_and_leaves_no_kernel(started, number, code):
    process = started("01", "-p", "mode=hang")
    wait_for(lambda: any((run.folder / "hanging").exists() for run in list_runs()))
    kernel = only_run().record["pid"]
    process.send_signal(number)
    out, error = process.communicate(timeout=120)
    assert process.returncode == code
    assert "Traceback" not in error
    run = only_run()
    assert run.record["status"] == "interrupted" and run.record["message"] == f"stopped by {number.name}"
    assert f"--resume runs/01_tiny/{run.folder.name}" in out
    assert "100 %" in (run.folder / "01_tiny.ipynb").read_text()
    assert not alive(kernel)


def test_a_killed_run_is_listed_as_interrupted_its_kernel_ends_and_it_can_be_resumed(started, project, capsys, monkeypatch):
    token = "hf_" + random.token_hex(17)
    monkeypatch.setenv("HF_TOKEN", token)
    process = started("01", "-p", "mode=hang", "-p", "lora_rank=3")
    wait_for(lambda: any((run.folder / "hanging").exists() for run in list_runs()))
    run = only_run()
    assert run.status == "running"
    assert main(["--resume", run.folder.name]) == 2
    assert "being written by another run" in capsys.readouterr().err
    process.kill()
    process.wait()
    wait_for(lambda: not alive(run.record["pid"]))
    assert main(["--list"]) == 0
    assert f"runs/01_tiny/{run.folder.name}  interrupted" in capsys.readouterr().out
    assert token not in "".join(path.read_text() for path in run.folder.iterdir())
    # the same notebook runs to its end in the same folder, with the recorded values
    notebook = project / "notebooks" / "01_tiny.ipynb"
    notebook.write_text(notebook.read_text().replace("time.sleep(120)", "pass"))
    assert main(["--resume", run.folder.name]) == 0
    again = only_run()
    assert again.folder == run.folder and again.status == "finished"
    short = f"runs/01_tiny/{run.folder.name}"
    assert again.record["parameters"] == run.record["parameters"] | {"resume": short, "output_dir": short}
    assert again.record["parameters"]["lora_rank"] == 3


def test_a_run_outlives_a_reader_that_closes_the_pipe(started):
    process = started("01")
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert only_run().status == "finished"


def test_a_sweep_survives_a_failing_member_and_repeats_only_what_is_missing(project, capsys):
    sweep = ["01", "--profile", "rehearsal", "--sweep", "lora_rank=4,8", "--sweep", "mode=good,bug"]
    assert main([*sweep, "--sweep-name", "ranks"]) == 1
    table = capsys.readouterr().out.split("\n\n")[-1].splitlines()
    assert [line.split()[:2] for line in table[1:]] == [
        ["lora_rank=4,mode=good", "finished"], ["lora_rank=4,mode=bug", "failed"],
        ["lora_rank=8,mode=good", "finished"], ["lora_rank=8,mode=bug", "failed"],
    ]  # fmt: skip
    assert "execution accuracy 8.0 % [10.0, 20.0] of 50" in table[3] and table[3].endswith(" min")
    folders = {run.folder.relative_to(project).as_posix() for run in list_runs()}
    assert "runs/01_tiny/ranks/lora_rank=8,mode=good" in folders
    assert {run.record["sweep"] for run in list_runs()} == {"ranks"}

    begun = {run.folder.name: run.record["pid"] for run in list_runs()}
    notebook = project / "notebooks" / "01_tiny.ipynb"
    notebook.write_text(notebook.read_text().replace("raise ValueError", "print"))
    assert main([*sweep, "--sweep-name", "ranks"]) == 0
    assert capsys.readouterr().out.count("already finished") == 2
    repeated = {run.folder.name for run in list_runs() if run.record["pid"] != begun[run.folder.name]}
    assert repeated == {"lora_rank=4,mode=bug", "lora_rank=8,mode=bug"}

    assert main([*sweep, "--sweep-name", "ranks", "-p", "learning_rate=1"]) == 2
    assert "was run with other parameters" in capsys.readouterr().err


def planned(*arguments):
    return runner.plan(runner.parser().parse_args(arguments))


def test_the_same_sweep_gets_the_same_folders_and_another_one_gets_others():
    command = ["01", "--sweep", "learning_rate=0.0002,1e-3"]
    folders = [job.folder for job in planned(*command)]
    assert folders == [job.folder for job in planned(*command)]
    assert [folder.name for folder in folders] == ["learning_rate=0.0002", "learning_rate=0.001"]
    assert not {*folders} & {job.folder for job in planned(*command, "-p", "lora_rank=4")}
    assert not {*folders} & {job.folder for job in planned(*command, "--profile", "rehearsal")}


def test_values_that_are_no_folder_names_keep_their_runs_apart():
    jobs = planned("01", "--sweep", "mode=a/b,a b,../x")
    assert len({job.folder for job in jobs}) == 3
    assert {job.folder.parent.parent.name for job in jobs} == {"01_tiny"}


def test_only_what_differs_from_the_defaults_is_passed_on():
    (job,) = planned("01", "-p", "lora_rank=16", "-p", "learning_rate=1e-4", "-p", "mode=a=b")
    assert job.changed == {"learning_rate": 1e-4, "mode": "a=b"}


def test_several_notebooks_end_in_a_summary_and_all_means_those_with_the_profile(project, capsys):
    write_notebook(project / "notebooks" / "02_bare.ipynb", "# Another", PARAMETERS, "1 / 0")
    assert [job.stem for job in planned("all")] == ["01_tiny", "02_bare"]
    assert [job.stem for job in planned("all", "--profile", "rehearsal")] == ["01_tiny"]
    assert main(["02", "01"]) == 1
    table = capsys.readouterr().out.split("\n\n")[-1].splitlines()
    assert [line.split()[:2] for line in table[1:]] == [["02_bare", "failed"], ["01_tiny", "finished"]]


def test_a_named_folder_is_used_and_a_finished_run_in_it_is_kept(project, capsys):
    finished = start_run("01_tiny", {}, output_dir="runs/mine")
    finished.finish({})
    assert main(["01", "-p", "output_dir=runs/mine"]) == 2
    assert "holds a finished run" in capsys.readouterr().err
    assert main(["01", "-p", "output_dir=runs/other"]) == 0
    assert read_run(project / "runs" / "other").status == "finished"


MINE = {"checkpoint-500/model.pt": "weights", "adapter/x": "x", "README.md": "mine", "metrics.json": "{}"}


@pytest.mark.parametrize(("place", "files", "words"), [
    ("runs/mine", MINE, "holds files that are no run"), ("runs/mine", MINE | {"run.json": "{}"}, "holds files that are no run"),
    ("runs/mine", {"01_tiny.ipynb": "my edited copy"}, "holds files that are no run"),
    (".", {}, "folder of the repository"), ("..", {}, "folder of the repository"),
    ("notebooks", {}, "folder of the repository"), ("helpers", {}, "folder of the repository"), (".git/x", {}, "folder of the repository"),
    ("runs", {}, "one for several runs"), ("runs/01_tiny", {}, "one for several runs"),
    ("runs/x", {"a/run.json": '{"stem": "01_tiny"}'}, "holds files that are no run"),
    ("runs/x/a", {"../run.json": '{"stem": "01_tiny"}'}, "lies inside the run"),
])  # fmt: skip
def test_a_folder_that_is_no_runs_own_is_refused_and_left_as_it_is(project, capsys, place, files, words):
    """Somebody's own training was removed as interrupted, notebooks/ lost its source, and runs/ hid every other run."""
    for name, text in files.items():
        (file := (project / place / name).resolve()).parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    before = {path: path.is_file() and path.read_bytes() for path in project.rglob("*")}
    assert main(["01", "-p", f"output_dir={place}"]) == 2
    said = capsys.readouterr().err
    assert words in said and said.count("\n") == 1
    with pytest.raises(UserError, match="output_dir"):
        start_run("01_other", {"resume": "never"}, place) if "01_tiny.ipynb" not in files else named_folder(place)
    with pytest.raises(UserError, match="output_dir / is or holds a folder of the repository"):
        named_folder("/")
    assert {path: path.is_file() and path.read_bytes() for path in project.rglob("*")} == before


@pytest.mark.parametrize("files", [[], [".DS_Store"], ["out.ipynb"], ["01_tiny.py", "01_tiny.log"]])
def test_a_folder_is_taken_that_is_empty_or_holds_what_came_before_the_first_cell(project, files):
    (project / "runs" / "mine").mkdir(parents=True)
    for name in files:  # of papermill, or of another node's runner
        (project / "runs" / "mine" / name).write_text("x")
    assert start_run("01_tiny", {}, "runs/mine").folder == project / "runs" / "mine"


def test_the_command_that_goes_on_is_one_that_a_shell_takes(project, capsys):
    assert main(["01", "-p", "mode=dead", "-p", "output_dir=runs/my run"]) == 1
    assert "--resume 'runs/my run'\n" in capsys.readouterr().err


@pytest.mark.parametrize(("change", "words"), [
    ({"parameters": None}, "it has no|parameters is 'None'"), ({"stem": 5}, "stem is '5'"), ({"profile": 7}, "profile is '7'"),
    ({"status": None}, "it has no|status is 'None'"), ({"written": "x"}, "written is 'x'"),
    ({"seconds": "x"}, "seconds is 'x'"), ({"seconds_before": True}, "seconds_before is 'True'"),
])  # fmt: skip
def test_a_run_whose_record_is_damaged_is_not_gone_on_with(project, capsys, change, words):
    """It started with the notebook's defaults, or ended in a traceback."""
    folder = start_run("01_tiny", {"lora_rank": 3}, "runs/mine").folder
    record = json.loads((folder / "run.json").read_text()) | {"status": "interrupted"} | change
    (folder / "run.json").write_text(before := json.dumps(record))
    assert main(["--resume", "runs/mine"]) == main(["01", "-p", "output_dir=runs/mine"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2 and all(re.match(f"run.json is damaged: ({words})", line) for line in said)
    assert (folder / "run.json").read_text() == before


def test_a_prepared_notebook_runs_with_plain_papermill(project, capsys):
    target = project / "prepared.ipynb"
    assert main(["01", "--profile", "rehearsal", "--prepare-only", str(target)]) == 0
    assert list_runs() == []
    assert str(project) not in target.read_text()
    done = subprocess.run(
        [sys.executable, "-m", "papermill", target, project / "out.ipynb", "-k", "python3", "--no-progress-bar"],
        cwd=REPOSITORY, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    run = only_run()
    assert run.status == "finished" and run.record["parameters"]["lora_rank"] == 4
    assert run.folder.parent == project / "runs" / "01_tiny"


def test_plain_papermill_with_an_unknown_name_stops_in_the_notebook(project):
    done = subprocess.run(
        [sys.executable, "-m", "papermill", project / "notebooks" / "01_tiny.ipynb", project / "out.ipynb", "-k", "python3",
         "-p", "lora_rnk", "8"],
        cwd=REPOSITORY, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode != 0
    assert "There is no parameter lora_rnk in 01_tiny: did you mean lora_rank?" in done.stderr


def test_the_list_shows_notebooks_profiles_and_runs(capsys):
    run = start_run("01_tiny", {})
    run.finish({"headline": {"name": "execution accuracy", "rate": 0.5, "n": 10}})
    assert main(["--list"]) == 0
    out = capsys.readouterr().out
    assert "01_tiny   Can it be run?  t4, broken, rehearsal" in out
    assert f"runs/01_tiny/{run.folder.name}  finished  execution accuracy 50.0 % of 10  " in out


def test_the_description_prints_type_default_and_effect(capsys):
    assert main(["--describe", "01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Recipe" in lines
    assert "  lora_rank       int    16  costs memory" in lines


def test_every_text_of_a_table_is_shown_as_text():
    frame = pd.DataFrame({"<b>": ["<script>1</script>"]}, index=pd.Index(["<i>"], name="<u>"))
    assert not re.search("<(script|b|i|u)>", escaped(frame).to_html())
    assert "&lt;script&gt;" in escaped(frame).to_html()
    assert ">50%<" in escaped(pd.DataFrame({"a": [0.5]}), "{:.0%}").to_html()


def test_no_notebook_has_a_styled_table_that_takes_texts_for_html():
    for path in (REPOSITORY / "notebooks").glob("*.ipynb"):
        assert not re.search(r"(?<!helpers\.plots)\.style\b", path.read_text(encoding="utf-8")), path.name


def test_pieces_of_lines_are_put_together_and_bars_cut_down_to_their_end(project, capsys):
    progress = headless.Progress(project / "notebooks" / "01_tiny.ipynb")
    for piece in ("step 1 ", "loss 2\nste", "p 2\n\n", "10%\r", "20%\r\n", "last"):
        progress.text("stdout", piece)
    for number in range(100):
        progress.text("stderr", f"warning {number}\n")
    progress.enter({"cell_type": "code", "source": ""})
    assert capsys.readouterr().out == "  step 1 loss 2\n  step 2\n  20%\n  last\n"
    assert len(progress.stderr) == headless.STDERR_LINES and progress.stderr[-1] == "warning 99"


def test_signals_and_environment_are_as_before_after_a_run():
    before = signal.getsignal(signal.SIGTERM), dict(os.environ)
    assert main(["01", "-p", "mode=user"]) == 2
    assert (signal.getsignal(signal.SIGTERM), dict(os.environ)) == before


BAD_PLACES = ["a-file", "a-file/below", "x" * 300, "x/" + "y" * 300, "/proc/nowhere", "/dev/null", "~nobody-of-this-name/x"]


@pytest.mark.parametrize("place", BAD_PLACES)
@pytest.mark.parametrize("prepare", [False, True])
def test_an_output_dir_that_cannot_be_written_is_one_sentence_before_anything_runs(project, capsys, place, prepare):
    (project / "a-file").write_text("mine")
    target = project / "prepared.ipynb"
    assert main(["01", "-p", f"output_dir={place}", *(["--prepare-only", str(target)] if prepare else [])]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith("'output_dir ") and "cannot be written: " in said and "Name another place" in said and "\n" not in said
    assert list_runs() == [] and not target.exists()
    assert (project / "a-file").read_text() == "mine" and sorted(path.name for path in project.iterdir()) == ["a-file", "notebooks"]


@pytest.mark.parametrize("place", ["s3://bucket/x", "$HOME/x"])
def test_an_address_as_an_output_dir_makes_no_folder_of_that_name(project, capsys, place):
    assert main(["01", "-p", f"output_dir={place}"]) == 2
    assert "is no folder of this machine" in capsys.readouterr().err and not (project / "s3:").exists() and list_runs() == []


def test_an_output_dir_on_a_full_disk_is_refused_before_anything_runs(project, capsys, monkeypatch):
    def full(**options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert main(["01", "-p", "output_dir=runs/mine"]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert not (project / "runs").exists(), "what was made to try it is gone"


@pytest.mark.parametrize("place", ["a-file/below.ipynb", "x" * 300 + ".ipynb", "/proc/nowhere.ipynb"])
def test_a_prepared_notebook_that_cannot_be_written_is_one_sentence(project, capsys, place):
    (project / "a-file").write_text("mine")
    assert main(["01", "--prepare-only", str(project / place)]) == 2
    assert "cannot be written: " in capsys.readouterr().err


def test_a_value_out_of_range_starts_nothing(project, capsys):
    for value in ("lora_rank=0", "learning_rate=-1"):
        assert main(["01", "-p", value]) == 2
        assert "expected" in capsys.readouterr().err
    assert main(["01", "--sweep", "lora_rank=4,0"]) == 2
    assert list_runs() == []


@pytest.mark.parametrize(("failing", "code"), [("raise UserError('It may not write there.')", 2), ("1 / 0", 1), ("os._exit(9)", 1)])
def test_a_run_that_has_its_metrics_stays_finished_whatever_fails_after_them(project, capsys, failing, code):
    """An upload that was refused made a failed run of one that was trained and scored, and 07 left it out."""
    write_notebook(project / "notebooks" / "01_tiny.ipynb", "# Can it be run?", PARAMETERS, START, FINISH, "## Sharing", failing)
    assert main(["01"]) == code, "what was asked for is not all there"
    (run,) = list_runs()
    assert run.status == "finished" and run.score.startswith("execution accuracy 16.0 %")
    assert run.record["message"]
    assert "only what follows its metrics failed" in capsys.readouterr().out
    again = "open(f'{run.folder}/uploaded', 'a').write('once ')"
    write_notebook(project / "notebooks" / "01_tiny.ipynb", "# Can it be run?", PARAMETERS, START, FINISH, "## Sharing", again)
    for _ in range(2):
        assert main(["--resume", str(run.folder)]) == 0
        assert read_run(run.folder).status == "finished" and not read_run(run.folder).record["message"]
    assert (run.folder / "uploaded").read_text() == "once ", "what failed is made up for, and then there is nothing to do"


def test_a_sweep_makes_up_for_what_failed_behind_the_metrics_of_a_member(project):
    sweep = ["01", "--sweep", "lora_rank=4,8"]
    for last, code in (("1 / (lora_rank - 8)", 1), ("open(f'{run.folder}/uploaded', 'a').write('once ')", 0)):
        write_notebook(project / "notebooks" / "01_tiny.ipynb", "# Can it be run?", PARAMETERS, START, FINISH, "## Sharing", last)
        assert main(sweep) == code
    assert main(sweep) == 0
    assert [(file.parent.name, file.read_text()) for file in project.glob("runs/**/uploaded")] == [("lora_rank=8", "once ")]
