"""Killed at any moment, resumed to the same adapter bit for bit: notebook 01's own cells train, in processes that are killed."""

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CELLS = [
    "derived",
    "machine",
    "data",
    "prompt",
    "lengths",
    "load",
    "adapter",
    "trainer-config",
    "trainer",
    "train",
]  # of notebook 01
SETTINGS = {
    "train_examples": 20, "validation_examples": 4, "eval_examples": 4, "max_steps": 12, "save_steps": 2, "lora_dropout": 0.2,
    "load_in_4bit": False, "checkpointing_every": 0, "target_modules": ["q_proj", "v_proj"], "optimizer": "adamw_torch",
    "learning_rate": 1e-2,
    "output_dir": "runs/01_mistral_qlora/it",
}  # fmt: skip


# ---- what runs in the processes that are killed


class Moments:
    """Count what a process does to its files, and its training steps; end it with SIGKILL at the moment that is asked for."""

    def __init__(self, folder: str, kill_at: int):
        self.folder, self.kill_at, self.names, self.busy = folder, kill_at, [], False

    def pass_one(self, name: str, half_written: str = "") -> None:
        """Note a moment. If it is the one, cut the file that is being written to its half, and die."""
        self.names.append(name)
        if len(self.names) - 1 == self.kill_at:
            if half_written:
                os.truncate(half_written, os.path.getsize(half_written) // 2)
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, args: tuple) -> None:
        """See Python's own opening for writing, renaming and removing of files in the folder."""
        if event == "open" and isinstance(args[0], (str, Path)) and self.folder in str(args[0]) and args[2] & (os.O_WRONLY | os.O_RDWR):
            self.pass_one(f"write {self.short(args[0])}")
        elif event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir") and (self.folder in str(args[0]) or args[-1] not in (-1, 0o777)):
            self.pass_one(f"{event.removeprefix('os.')} {self.short(args[0])}")

    def short(self, path: object) -> str:
        return str(path).replace(self.folder, "").strip("/")

    def saver(self, original):
        """Wrap a function that saves tensors without Python seeing it: before, half written, after."""

        def save(value, file, *args, **kwargs):
            self.pass_one(f"before {self.short(file)}")
            original(value, file, *args, **kwargs)
            self.pass_one(f"half of {self.short(file)}", half_written=str(file))
            self.pass_one(f"after {self.short(file)}")

        return save


def train_as_notebook_01(root: str, settings: dict, kill_at: int = -1) -> None:
    """Run the notebook's cells up to the end of training; write the trained weights to `trained.pt` and the moments to `moments.json`."""
    import nbformat
    import safetensors.torch
    import torch
    import transformers

    if not Path(root, "notebooks").exists():
        Path(root, "notebooks").symlink_to(ROOT / "notebooks")
    os.environ["TEXT_TO_SQL_ROOT"] = root
    os.environ["TEXT_TO_SQL_HEADLESS"] = "1"
    cells = {cell.id: cell.source for cell in nbformat.read(ROOT / "notebooks" / "01_mistral_qlora.ipynb", 4).cells}
    from helpers.parameters import read_parameters, read_profile

    notebook = ROOT / "notebooks" / "01_mistral_qlora.ipynb"
    given = read_profile("smoke", notebook.stem, read_parameters(notebook)) | settings
    scope: dict = {"__name__": "notebook"}
    exec(cells["parameters"], scope)
    limit_after_step = given.pop("limit_after_step", None)
    scope |= given
    moments = Moments(str(Path(root, "runs")), kill_at)

    class Steps(transformers.TrainerCallback):
        def on_step_begin(self, args, state, control, **kwargs):
            moments.pass_one(f"begin of step {state.global_step + 1}")

        def on_step_end(self, args, state, control, **kwargs):
            moments.pass_one(f"end of step {state.global_step}")
            if state.global_step == limit_after_step:
                resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))  # bytes; the adapter alone has 28,672

    for name in CELLS:
        if name == "train":
            scope["trainer"].add_callback(Steps())
            sys.addaudithook(moments.audit)
            plain = safetensors.torch.save_file
            for module in list(sys.modules.values()):
                for attribute in [key for key, value in list(vars(module).items()) if value is plain]:
                    setattr(module, attribute, moments.saver(plain))
            torch.save = moments.saver(torch.save)
        exec(cells[name], scope)
    names = list(moments.names)
    weights = {name: tensor.detach() for name, tensor in scope["trainer"].model.named_parameters() if tensor.requires_grad}
    safetensors.torch.save_file(weights, Path(root, "trained.safetensors"))
    Path(root, "result.json").write_text(
        json.dumps({"moments": names, "step": scope["trainer"].state.global_step, "costs": scope["costs"]})
    )


def serve() -> None:
    """Load the libraries once, then fork a process for each job that comes in as a line; answer with its exit status."""
    import matplotlib

    matplotlib.use("Agg")
    import bitsandbytes  # noqa: F401
    import torch
    import trl  # noqa: F401

    from helpers.training import train as training  # noqa: F401

    torch.set_num_threads(1)
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            with open(job["log"], "ab", buffering=0) as log:
                os.dup2(log.fileno(), 1)
                os.dup2(log.fileno(), 2)
            status = 1
            try:
                train_as_notebook_01(job["root"], job["settings"], job["kill_at"])
                status = 0
            except BaseException:
                import traceback

                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))  # for the log
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                os._exit(status)
        limit = time.monotonic() + job["seconds"]
        done, status = os.waitpid(child, os.WNOHANG)
        while not done:
            time.sleep(0.01)
            if time.monotonic() > limit:
                os.kill(child, signal.SIGKILL)
                limit = float("inf")
            done, status = os.waitpid(child, os.WNOHANG)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)


# ---- what asks them


class Trainings:
    def __init__(self, folder: Path):
        self.folder = folder
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
        environment |= {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
        command = [sys.executable, "-c", "import test_survival; test_survival.serve()"]
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)

    def __call__(self, root: Path, kill_at: int = -1, seconds: float = 300, **settings) -> tuple[int, str]:
        """Train in a process of its own; return its exit code and what it said."""
        root.mkdir(parents=True, exist_ok=True)
        log = root / f"log-{time.monotonic_ns()}.txt"
        job = {"root": str(root), "settings": SETTINGS | settings, "kill_at": kill_at, "seconds": seconds, "log": str(log)}
        self.server.stdin.write(json.dumps(job) + "\n")
        self.server.stdin.flush()
        code = json.loads(self.server.stdout.readline())
        return code, log.read_text(errors="replace")


@pytest.fixture(scope="module")
def trainings(tmp_path_factory):
    started = Trainings(tmp_path_factory.mktemp("trainings"))
    yield started
    started.server.kill()  # it holds nothing that is still needed, and a busy machine takes long over an orderly end
    started.server.wait()


@pytest.fixture(scope="module")
def whole(trainings):
    """Train once without interruption; return what the process noted, and its folder."""
    root = trainings.folder / "whole"
    began = time.monotonic()
    code, said = trainings(root)
    assert code == 0, said[-3000:]
    return json.loads((root / "result.json").read_text()) | {"root": root, "seconds": time.monotonic() - began}


def same_weights(one: Path, other: Path) -> None:
    from safetensors.torch import load_file

    expected, found = (load_file(root / "trained.safetensors") for root in (one, other))
    assert expected.keys() == found.keys()
    assert len(expected) == 8
    for name, tensor in expected.items():
        assert tensor.equal(found[name]), f"{name} differs"


def resumes_to_the_same(trainings, whole, root: Path, **settings) -> str:
    """Go on with a killed run until its end and compare; before that, a sealed checkpoint stands beside each half one but the first."""
    from helpers.training.checkpoints import checkpoint_fault, checkpoints

    folder = root / SETTINGS["output_dir"]
    found = checkpoints(folder)
    torn = [checkpoint for checkpoint in found if checkpoint_fault(checkpoint)]
    sealed = [checkpoint for checkpoint in found if checkpoint not in torn]
    assert sealed or len(found) < 2
    code, said = trainings(root, **settings)
    assert code == 0, said[-3000:]
    if sealed:
        assert f"Training from step {sealed[0].name.removeprefix('checkpoint-')} " in said or "nothing is left to train" in said
    for checkpoint in torn:
        assert f"{checkpoint.name} is removed (" in said, "and the user is told"
    result = json.loads((root / "result.json").read_text())
    assert result["step"] == whole["step"]
    assert not [checkpoint for checkpoint in checkpoints(folder) if checkpoint_fault(checkpoint)]
    same_weights(whole["root"], root)
    return said


def moments_of(whole, kind: str) -> list[int]:
    """Return the moments of a kind: all, "saving" (a checkpoint is written) or "removing" (an old one goes)."""
    names = whole["moments"]
    first = next(i for i, name in enumerate(names) if "/checkpoint-6" in name)  # two whole ones exist
    gone = ("remove ", "rmdir ")
    if kind == "saving":
        return [i for i, name in enumerate(names) if "/checkpoint-" in name and not name.startswith(gone)]
    if kind == "removing":
        return [i for i, name in enumerate(names) if i > first and name.startswith(gone) and not name.endswith(".tmp")]
    return list(range(len(names)))


@pytest.mark.parametrize("kind", ["any", "saving"])
def test_killed_at_a_random_moment_and_resumed_the_adapter_is_the_same_bit_for_bit(kind, trainings, whole):
    seed = int(os.environ.get("SURVIVAL_SEED", random.randrange(10**6)))
    moment = random.Random(seed).choice(moments_of(whole, kind))
    print(f"SURVIVAL_SEED={seed}: moment {moment} of {len(whole['moments'])}, {whole['moments'][moment]}")
    root = trainings.folder / f"killed-{kind}"
    code, _ = trainings(root, kill_at=moment)
    assert code == -signal.SIGKILL
    resumes_to_the_same(trainings, whole, root)


def test_the_recorded_seconds_are_those_of_all_sessions(trainings, whole):
    """A resumed session once recorded its own seconds alone; one that had nothing left to train recorded none."""
    root = trainings.folder / "seconds"
    moment = whole["moments"].index("begin of step 11")
    assert trainings(root, kill_at=moment)[0] == -signal.SIGKILL
    before = json.loads((root / SETTINGS["output_dir"] / "checkpoint-10" / "saved.json").read_text())
    said = resumes_to_the_same(trainings, whole, root)
    assert "of all sessions together" in said
    costs = json.loads((root / "result.json").read_text())["costs"]
    record = json.loads((root / SETTINGS["output_dir"] / "run.json").read_text())
    assert before["seconds"] < costs["training_seconds"] == record["training_seconds"]
    assert costs["training_peak_gib"] >= before["peak_gib"]
    said = resumes_to_the_same(trainings, whole, root)
    assert "its costs are those of the session that made it" in said
    assert json.loads((root / "result.json").read_text())["costs"] == costs
    assert json.loads((root / SETTINGS["output_dir"] / "run.json").read_text())["training_seconds"] == costs["training_seconds"]


def test_a_run_folder_that_was_copied_to_another_place_goes_on_there(trainings, whole):
    root, other = trainings.folder / "first-machine", trainings.folder / "second-machine"
    assert trainings(root, kill_at=whole["moments"].index("begin of step 8"))[0] == -signal.SIGKILL
    shutil.copytree(root / "runs", other / "runs")
    shutil.rmtree(root)
    resumes_to_the_same(trainings, whole, other)


def test_a_file_that_may_not_grow_further_gives_one_error_and_leaves_the_last_whole_checkpoint(trainings, whole):
    """The limit hits in the C++ of torch and the Rust of safetensors, each with an error of its own."""
    root = trainings.folder / "limited"
    code, said = trainings(root, limit_after_step=3)
    assert code == 1
    error = said.strip().splitlines()[-1]
    assert error.startswith("helpers.UserError: checkpoint-4 cannot be written to ")
    assert re.search(r"about [\d,.]+ MiB are needed, [\d,.]+ MiB are free.*checkpoint-2 is whole, and training goes on from it", error)
    folder = root / SETTINGS["output_dir"]
    assert [path.name for path in folder.glob("**/checkpoint-*")] == ["checkpoint-2"], "the half-written one is gone"
    resumes_to_the_same(trainings, whole, root)


@pytest.mark.long
@pytest.mark.parametrize("number", range(10))
def test_ten_random_kills_each_resume_to_the_same_adapter(number, trainings, whole):
    """Three anywhere, three while saving (one of them between the optimizer and the trainer's state), two while an old checkpoint
    is removed, two from outside by the clock; every second resumed run is killed again.
    """
    seed = int(os.environ.get("SURVIVAL_SEED", random.randrange(10**6)))
    chance = random.Random(seed)
    names = whole["moments"]
    kind = ["any", "any", "any", "saving", "saving", "between", "removing", "removing", "clock", "clock"][number]
    root = trainings.folder / f"ten-{number}"
    for _ in range(1 + number % 2):
        if kind == "clock":
            seconds = chance.uniform(0.2, 1) * whole["seconds"]
            print(f"SURVIVAL_SEED={seed}: after {seconds:.2f} of {whole['seconds']:.2f} s")
            trainings(root, seconds=seconds)
            continue
        if kind == "between":
            choice = [i for i, name in enumerate(names) if name.startswith("after") and name.endswith(("optimizer.pt", "scheduler.pt"))]
        else:
            choice = moments_of(whole, kind)
        moment = chance.choice(choice)
        print(f"SURVIVAL_SEED={seed}: moment {moment} of {len(names)}, {names[moment]}")
        trainings(root, kill_at=moment)  # the second time there may be fewer moments left than that: then it ends
    resumes_to_the_same(trainings, whole, root)


@pytest.mark.long
def test_with_gradient_accumulation_and_rows_in_random_order_too(trainings):
    """At the end of an epoch, within one, and where a step adds up several batches."""
    settings = {"gradient_accumulation": 2, "batch_size": 2, "num_epochs": 3.0, "max_steps": -1, "save_steps": 1}
    code, said = trainings(trainings.folder / "accumulated", **settings)
    assert code == 0, said[-3000:]
    whole = json.loads((trainings.folder / "accumulated" / "result.json").read_text()) | {"root": trainings.folder / "accumulated"}
    for step in (2, 5, 6, 7, 15):
        root = trainings.folder / f"accumulated-{step}"
        assert trainings(root, kill_at=whole["moments"].index(f"begin of step {step}"), **settings)[0] == -signal.SIGKILL
        resumes_to_the_same(trainings, whole, root, **settings)


# ---- in this process


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    monkeypatch.delenv("CHECKPOINT_COPY", raising=False)
    return tmp_path


class Stop(Exception):
    """What ends a session in these tests."""


def session(tiny, parameters, stop_before=0, arm="", **settings):
    """Run one session of a training of six steps, with a checkpoint every two; return its run and trainer."""
    import transformers
    from test_training import make_trainer

    from helpers.memory.device import Machine
    from helpers.runs import start_run
    from helpers.training.train import train

    class StopBefore(transformers.TrainerCallback):
        def on_step_begin(self, args, state, control, **kwargs):
            if state.global_step + 1 == stop_before:
                raise Stop

    run = start_run("01_tiny", parameters)
    trainer = make_trainer(tiny, run.folder / arm, save_total_limit=2, **settings)
    trainer.add_callback(StopBefore())
    if stop_before:
        with pytest.raises(Stop):
            train(trainer, run, parameters["resume"], Machine("cpu", "some CPU"), arm)
    else:
        train(trainer, run, parameters["resume"], Machine("cpu", "some CPU"), arm)
    return run, trainer


AUTO = {"resume": "auto", "learning_rate": 0.01, "output_dir": ""}


def equal(one, other) -> bool:
    return all(left.equal(right) for left, right in zip(one.model.parameters(), other.model.parameters(), strict=True))


@pytest.fixture(scope="module")
def uninterrupted(tiny_mistral, tmp_path_factory):
    """Train once; return the trainer and its folder with checkpoints 4 and 6."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path_factory.mktemp("uninterrupted")))
        patch.delenv("CHECKPOINT_COPY", raising=False)
        return session(tiny_mistral, AUTO | {"resume": "never"})[1]


DAMAGES = {
    "cut weights": ("adapter_model.safetensors", -1),
    "weights of zeros": ("adapter_model.safetensors", 0),
    "weights that end in zeros": ("adapter_model.safetensors", 40),
    "an optimizer that ends in zeros": ("optimizer.pt", 40),
    "a bit of the scheduler": ("scheduler.pt", 1),
    "cut optimizer": ("optimizer.pt", -1),
    "half an optimizer": ("optimizer.pt", 2),
    "half a scheduler": ("scheduler.pt", 2),
    "half a random state": ("rng_state.pth", 2),
    "half a trainer state": ("trainer_state.json", 2),
    "no trainer state": ("trainer_state.json", None),
    "no scheduler": ("scheduler.pt", None),
    "no settings of the adapter": ("adapter_config.json", None),
    "a tokenizer that was not copied": ("tokenizer.json", None),
    "half of its own record": ("saved.json", 2),
    "its own record is a list": ("saved.json", "[]"),
    "empty": ("", None),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_kind_of_damage_is_seen_and_the_checkpoint_before_is_used(damage, uninterrupted, tmp_path, capsys):
    from helpers.training.checkpoints import last_checkpoint

    name, kept = DAMAGES[damage]
    folder = tmp_path / "run"
    shutil.copytree(uninterrupted.args.output_dir, folder)
    assert last_checkpoint(folder) == str(folder / "checkpoint-6")
    file = folder / "checkpoint-6" / name
    if not name:
        shutil.rmtree(file)
        file.mkdir()
    elif kept is None:
        file.unlink()
    elif isinstance(kept, str):
        file.write_text(kept)
    else:
        content = file.read_bytes()
        changed = {0: bytes(len(content)), -1: content[:-1], 40: content[:-40] + bytes(40), 1: content[:-300] + b"\xff" + content[-299:]}
        file.write_bytes(changed.get(kept, content[: len(content) // kept if kept else 0]))
    assert last_checkpoint(folder) == str(folder / "checkpoint-4")
    assert "checkpoint-6 is damaged (" in capsys.readouterr().out


def test_a_notebook_that_is_run_again_from_the_top_goes_on_in_its_own_folder(tiny_mistral, project, uninterrupted, capsys):
    run, _ = session(tiny_mistral, AUTO, stop_before=6)
    assert run.record["status"] == "running"
    again, trainer = session(tiny_mistral, AUTO)
    assert again.folder == run.folder
    assert "of all sessions together" in capsys.readouterr().out
    assert equal(trainer, uninterrupted)
    again, trainer = session(tiny_mistral, AUTO)  # and once more, after the training has ended
    assert again.folder == run.folder
    assert trainer.state.global_step == 6
    assert equal(trainer, uninterrupted)


def test_an_arm_that_has_ended_keeps_its_costs_when_the_run_goes_on(tiny_mistral, project):
    """The resumed session of a run with several arms once wrote 0 seconds over those of the first."""
    run, _ = session(tiny_mistral, AUTO, arm="qlora")
    costs = run.record["arms"]["qlora"]
    assert costs["training_seconds"] > 0
    again, _ = session(tiny_mistral, AUTO, arm="qlora")
    assert again.folder == run.folder
    assert again.record["arms"]["qlora"] == costs


def test_a_training_whose_steps_do_not_fill_an_epoch_is_not_trained_a_step_too_far(tiny_mistral, project, uninterrupted):
    """The trainer takes one step more when it resumes at max_steps within an epoch; with a constant rate that is another adapter."""
    settings = {"max_steps": -1, "num_train_epochs": 1.5, "per_device_train_batch_size": 5, "lr_scheduler_type": "constant"}
    _, first = session(tiny_mistral, AUTO, **settings)
    _, second = session(tiny_mistral, AUTO, **settings)
    assert second.state.global_step == first.state.global_step == 8
    assert equal(first, second)


def test_checkpoints_of_other_parameters_are_not_gone_on_from_unawares(tiny_mistral, project, capsys):
    """An output_dir that is used again held a checkpoint of another learning rate, and training went on from it in silence."""
    from helpers import UserError

    run, _ = session(tiny_mistral, AUTO, stop_before=4)
    other = AUTO | {"learning_rate": 0.02, "save_steps": 7}
    with pytest.raises(UserError, match=r"other parameters \(learning_rate 0.02, was 0.01\)\. Set another output_dir"):
        session_in(tiny_mistral, run.folder, other)
    named = other | {"resume": run.folder.name}
    session_in(tiny_mistral, run.folder, named, stop_before=6)
    assert "because resume names it" in capsys.readouterr().out
    session_in(tiny_mistral, run.folder, other | {"resume": "never"}, stop_before=4)
    assert "checkpoint-4 of an earlier attempt is removed" in capsys.readouterr().out
    assert [path.name for path in run.folder.glob("checkpoint-*")] == ["checkpoint-2"]


def test_a_lost_run_goes_on_from_the_copy_of_its_checkpoint_and_a_finished_one_leaves_none(
    tiny_mistral, project, uninterrupted, monkeypatch, capsys
):
    drive = project / "drive"
    drive.mkdir()
    monkeypatch.setenv("CHECKPOINT_COPY", str(drive))
    run, _ = session(tiny_mistral, AUTO, stop_before=6, arm="qlora")
    copies = sorted(drive.glob("01_tiny/*/qlora/*"))
    assert [path.name for path in copies] == ["checkpoint-2", "checkpoint-4"]
    shutil.rmtree(run.folder)  # the session is lost, and its disk with it
    (copies[-1] / "optimizer.pt").unlink()  # and the drive had not finished
    session(tiny_mistral, AUTO | {"learning_rate": 0.02}, stop_before=2, arm="qlora")
    assert "comes from" not in capsys.readouterr().out, "another recipe has copies of its own"
    again, trainer = session(tiny_mistral, AUTO, arm="qlora")
    said = capsys.readouterr().out
    assert "the copy of checkpoint-4" in said and "is damaged (optimizer.pt" in said
    assert "checkpoint-2 comes from" in said
    assert again.folder != run.folder
    assert equal(trainer, uninterrupted)
    assert sorted(path.name for path in drive.glob("01_tiny/*/qlora/*")) == ["checkpoint-4", "checkpoint-6"]
    again.finish({})
    assert not list(drive.glob("01_tiny/*/qlora/*"))


def test_a_drive_that_is_not_there_is_said_before_training_and_one_that_fails_does_not_stop_it(
    tiny_mistral, project, uninterrupted, monkeypatch, capsys
):
    from helpers import UserError

    monkeypatch.setenv("CHECKPOINT_COPY", str(project / "not-mounted"))
    with pytest.raises(UserError, match="CHECKPOINT_COPY names .*not-mounted, which is no folder. Mount the drive"):
        session(tiny_mistral, AUTO)
    assert not (project / "not-mounted").exists()
    (project / "drive").mkdir()
    monkeypatch.setenv("CHECKPOINT_COPY", "drive")
    (project / "drive" / "01_tiny").write_text("a file where a folder should be")
    _, trainer = session(tiny_mistral, AUTO)
    assert capsys.readouterr().out.count("could not be copied to") == 3
    assert equal(trainer, uninterrupted)


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 1 MiB; skip where that is not allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        not shutil.which("mount")
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True).returncode
    ):
        pytest.skip("a disk can be mounted by root only; the test with a limit on file sizes runs everywhere")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_gives_one_error_and_leaves_the_last_whole_checkpoint(tiny_mistral, small_disk, project, uninterrupted):
    from helpers import UserError
    from helpers.training.checkpoints import checkpoint_fault

    folder = small_disk / "run"
    asked = AUTO | {"output_dir": str(folder)}
    session_in(tiny_mistral, folder, asked, stop_before=4)
    left = 90_000  # bytes: more than is tried when a run starts, less than a checkpoint
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - left))
    with pytest.raises(UserError) as caught:
        session_in(tiny_mistral, folder, asked)
    message = str(caught.value)
    assert message.startswith(f"checkpoint-4 cannot be written to {folder}: about 0.")
    assert " MiB are needed, " in message
    assert "0.1 MiB are free" in message and "checkpoint-2 is whole, and training goes on from it" in message
    assert [path.name for path in folder.glob("**/checkpoint-*")] == ["checkpoint-2"]
    assert not checkpoint_fault(folder / "checkpoint-2")
    (small_disk / "ballast").unlink()
    _, trainer = session_in(tiny_mistral, folder, asked)
    assert equal(trainer, uninterrupted)


def session_in(tiny, folder, parameters, **options):
    """Run a session in a folder that is named, as `output_dir` or the runner name it."""
    from helpers import runs as results

    with pytest.MonkeyPatch.context() as patch:
        start_run = results.start_run
        patch.setattr(results, "start_run", lambda stem, asked: start_run(stem, asked, str(folder)))
        return session(tiny, parameters, **options)


def test_the_best_checkpoint_is_found_where_the_run_lies_now(tiny_mistral, uninterrupted, tmp_path):
    """The trainer records the path of its best checkpoint: in a copied run that is nowhere, or another run's folder."""
    from test_training import make_trainer

    from helpers.memory.device import Machine
    from helpers.training.resuming import Seals

    trainer = make_trainer(tiny_mistral, tmp_path)
    shutil.copytree(uninterrupted.args.output_dir, tmp_path, dirs_exist_ok=True)
    state = tmp_path / "checkpoint-4" / "trainer_state.json"
    recorded = json.loads(state.read_text()) | {"best_global_step": 4, "best_model_checkpoint": "/elsewhere/checkpoint-4"}
    state.write_text(json.dumps(recorded))
    trainer.add_callback(Seals(trainer, Machine("cpu", "some CPU"), {}, {}))
    trainer.train(resume_from_checkpoint=str(tmp_path / "checkpoint-4"))
    assert trainer.state.best_model_checkpoint == str(tmp_path / "checkpoint-4")
    assert equal(trainer, uninterrupted)


def test_a_run_that_was_copied_from_another_machine_does_not_count_as_running(project):
    """All files of a copy are young: for half an hour, a copied run once counted as running and could not be gone on with."""
    from helpers.runs import amend_run, read_run, start_run

    run = start_run("01_tiny", AUTO)
    amend_run(run.folder, host="elsewhere", pid=1)
    assert read_run(run.folder).status == "running", "it may be a shared disk"
    amend_run(run.folder, host="elsewhere", pid=1, written=time.time() - 3600)
    assert read_run(run.folder).status == "interrupted"


def answers_of(model, tokenizer, file, budget=4):
    from helpers.evaluation.generation import generate

    return generate(model, tokenizer, [f"How many singers are older than {n}?" for n in range(5)], budget, 2, resume_file=file)


def test_answers_of_other_weights_are_not_taken_for_this_models(uninterrupted, tiny_mistral, tmp_path, capsys, monkeypatch):
    """An adapter that was trained further once kept the answers that it had given before."""
    import copy

    import torch

    tuned, tokenizer, file = uninterrupted.model, tiny_mistral[1], tmp_path / "answers_tuned.jsonl"
    first = answers_of(tuned, tokenizer, file)
    lines = file.read_text()
    further = copy.deepcopy(tuned)
    with torch.no_grad():
        next(weight for name, weight in further.named_parameters() if "lora_B" in name)[0, 0] += 1e-3  # one number of one matrix
    answers_of(further, tokenizer, file)
    assert "answers_tuned.jsonl holds 5 answers of other weights or another budget: set aside as answers_tuned.stale.jsonl" in (
        capsys.readouterr().out
    )
    assert (tmp_path / "answers_tuned.stale.jsonl").read_text() == lines
    file.write_text(lines)
    answers_of(tuned, tokenizer, file, budget=5)
    assert "another budget" in capsys.readouterr().out
    copied = tmp_path / "elsewhere.jsonl"
    copied.write_text(lines[:-20])  # killed in writing, then copied
    loaded = copy.deepcopy(tuned).requires_grad_(False)  # as an adapter that was loaded to be asked
    asked, original = [], loaded.generate
    monkeypatch.setattr(loaded, "generate", lambda **inputs: asked.append(len(inputs["input_ids"])) or original(**inputs))
    assert answers_of(loaded, tokenizer, copied) == first
    assert asked == [1]


def test_answers_that_find_no_room_give_one_error():
    from helpers import UserError
    from helpers.evaluation.generation import Generation, _append

    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(UserError, match="full cannot be written to /dev: .* are free. Make room there"):
        _append(Path("/dev/full"), ["a question"], {0: [Generation("SELECT 1", 3, False)]}, "weights")
