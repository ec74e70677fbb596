"""Killed at any moment, resumed to the same adapter bit for bit: notebook 01's own cells train, in processes that are killed."""

import json
import os
import random
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
    "raw",
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
    scope |= given
    moments = Moments(str(Path(root, "runs")), kill_at)

    class Steps(transformers.TrainerCallback):
        def on_step_begin(self, args, state, control, **kwargs):
            moments.pass_one(f"begin of step {state.global_step + 1}")

        def on_step_end(self, args, state, control, **kwargs):
            moments.pass_one(f"end of step {state.global_step}")

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

    from helpers import batches, data, device, plots, results, training  # noqa: F401

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
    started.server.stdin.close()
    started.server.wait(timeout=60)


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
    """Go on with a killed run until its end and compare; before that, whatever is called a checkpoint must be whole."""
    from helpers.checkpoints import checkpoint_fault, checkpoints

    folder = root / SETTINGS["output_dir"]
    found = checkpoints(folder)
    assert not [fault for checkpoint in found if (fault := checkpoint_fault(checkpoint))]
    half = bool(list(folder.glob("_unfinished/checkpoint-*")))
    code, said = trainings(root, **settings)
    assert code == 0, said[-3000:]
    if found:
        assert f"Training from step {found[0].name.removeprefix('checkpoint-')} " in said or "nothing is left to train" in said
    assert ("was interrupted while it was written" in said) == half, "and the user is told"
    result = json.loads((root / "result.json").read_text())
    assert result["step"] == whole["step"]
    assert not (folder / "_unfinished").exists()
    same_weights(whole["root"], root)
    return said


def moments_of(whole, kind: str) -> list[int]:
    """Return the moments of a kind: all, "saving" (a checkpoint is written) or "removing" (an old one goes)."""
    names = whole["moments"]
    first = next(i for i, name in enumerate(names) if "rename" in name and "_unfinished/checkpoint-4" in name)  # two whole ones exist
    if kind == "saving":
        return [i for i, name in enumerate(names) if "_unfinished/checkpoint-" in name and "removed-" not in name]
    if kind == "removing":
        return [i for i, name in enumerate(names) if i > first and (name.startswith("remove ") or "removed-" in name)]
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
