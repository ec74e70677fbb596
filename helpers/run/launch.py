"""Run a notebook in several processes: its code as a script, started with `accelerate launch`, watched until the last one ends.

A notebook that has touched a GPU cannot be forked. What each process does and leaves to the first one is in `ranks.py`.
"""

import ast
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

from helpers import UserError
from helpers.files import path_of, redact, write_whole
from helpers.files.packages import ROOT, project_root
from helpers.hosts import PROCESSES, host
from helpers.parameters import cells
from helpers.run import ranks
from helpers.run.kernel import LESS_MEMORY, STDERR_LINES, Failure, Progress, headings, with_values

CONFIGS = "notebooks/accelerate"  # configuration files for `accelerate launch`, in the repository
TRAIN, TRAINER = "train", "trainer"  # the cells in which the processes meet, by id


class Launch(NamedTuple):
    """Several processes that were asked for, and can be had.

    `gpus` are this machine's (0: on the CPU); `follows` says that another node's runner keeps the record.
    """

    processes: int
    gpus: int
    config: Path
    follows: bool = False


def check(notebook: Path, values: dict[str, object], processes: int, config: str = "", elsewhere: bool = False) -> Launch | None:
    """Return how to start the processes, or None for one; `elsewhere`: GPUs cannot be counted here. Raise UserError where it cannot run."""
    if processes < 1:
        raise UserError(f"--processes wants a number of processes such as 2, not {processes}.")
    if processes == 1:
        if config:
            raise UserError("--launch-config is for several processes: add --processes 2.")
        return None
    path = path_of(str(config or ROOT / CONFIGS / "ddp_2xt4.yaml"), "--launch-config")
    path = path if path.is_file() else ROOT / CONFIGS / path.name
    if not path.is_file():
        known = ", ".join(sorted(file.name for file in (ROOT / CONFIGS).glob("*.yaml")))
        raise UserError(f"There is no launch configuration {config}: {CONFIGS} has {known}.")
    if TRAIN not in [cell.get("id") for cell in cells(notebook)]:
        raise UserError(f"{notebook.stem} trains nothing: run it without --processes.")
    ranks.shared_batch(values.get("batch_size", 1), values.get("gradient_accumulation", 1), processes)
    settings = _settings(path)
    nodes = settings.get("num_machines", 1)
    if nodes > 1 and not values.get("output_dir"):
        raise UserError("Several nodes write into one folder: set it with -p output_dir=FOLDER, on a disk that all of them see.")
    gpus = 0 if elsewhere else _count_gpus()
    if 0 < gpus < processes / nodes:
        raise UserError(f"--processes {processes} wants as many GPUs, and this machine shows {gpus}.")
    return Launch(processes, gpus, path, follows=settings.get("machine_rank", 0) > 0)


def _settings(config: Path) -> dict:
    import yaml

    try:
        found = yaml.safe_load(config.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(found.get(name, 1), int) for name in ("num_machines", "machine_rank")):
        raise UserError(f"{config} is not a configuration that `accelerate launch` can read: copy one of {CONFIGS}.")
    return found


def export(notebook: Path, values: dict[str, object], target: Path) -> Path:
    """Write the code of a notebook with its parameters as a script for several processes, without the markdown.

    The cells before the training run in turn; after the cell `train` only the main process goes on.
    """
    lines = [f'"""The code of {notebook.name}, written by `python -m helpers.run` and started by it with `accelerate launch`."""']
    lines += ["from helpers.run import ranks", "", "ranks.begin()", ""]
    titles, in_turn = [], True
    for cell in with_values(notebook, values, prepare_only=True).cells:
        titles += headings(cell)
        if cell["cell_type"] == "code":
            in_turn = in_turn and cell["id"] not in (TRAINER, TRAIN)
            lines += [f"# %% {cell['id']}", f"ranks.enter({titles!r}, in_turn={in_turn})", _with_last_shown(cell["source"]), ""]
            titles = []
        if cell.get("id") == TRAIN:
            lines += ["ranks.leave(globals())", ""]
    write_whole(target, "\n".join(lines))
    return target


def _with_last_shown(source: str) -> str:
    """Return a cell's code in which a last line that is an expression is shown, as a notebook does."""
    statements = ast.parse(source).body
    last = statements[-1].value if statements and isinstance(statements[-1], ast.Expr) else None
    if last is None or (isinstance(last, ast.Call) and getattr(last.func, "id", "") == "print"):
        return source
    lines = source.splitlines(keepends=True)
    before = "".join(lines[: last.lineno - 1]) + lines[last.lineno - 1].encode()[: last.col_offset].decode()
    return f"{before}ranks.show({ast.get_source_segment(source, last)})"


def execute(notebook: Path, values: dict[str, object], folder: Path, launch: Launch) -> Failure | None:
    """Run a notebook's code in several processes, which end with this function, and keep what the main one prints. Return why it failed."""
    progress = Progress(notebook)
    script = export(notebook, values, folder / f"{notebook.stem}.py")
    kept = os.devnull if launch.follows else folder / f"{notebook.stem}.log"
    with tempfile.TemporaryDirectory(prefix="failures-") as failures, open(kept, "w", encoding="utf-8") as log:
        command = [sys.executable, "-m", "accelerate.commands.launch", "--config_file", str(launch.config)]
        started = subprocess.Popen(
            [*command, "--num_processes", str(launch.processes), str(script)], cwd=project_root(), env=_environment(launch, failures),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace", start_new_session=True,
        )  # fmt: skip
        streams = ((started.stdout, "stdout", progress, log), (started.stderr, "stderr", progress, None))
        readers = [threading.Thread(target=_read, args=stream, daemon=True) for stream in streams]
        for reader in readers:
            reader.start()
        try:
            code = started.wait()
        finally:
            stop(started.pid)
            for reader in readers:
                reader.join(timeout=10)
            progress.flush()
        return None if code == 0 else _failure(failures, progress, code)


def _environment(launch: Launch, failures: str) -> dict[str, str]:
    made = _all_gpus()
    if not launch.gpus:
        made["ACCELERATE_USE_CPU"] = "true"
        made.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // launch.processes)))
    return made | {
        "PYTHONUNBUFFERED": "1", "THP_MEM_ALLOC_ENABLE": made.get("THP_MEM_ALLOC_ENABLE", "1"),
        PROCESSES: str(launch.processes), ranks.FAILURES: failures, ranks.RUNNER: str(os.getpid()),
    }  # fmt: skip


def _all_gpus() -> dict[str, str]:
    """Return this environment without what hides a GPU: on Kaggle, Setup hides the second one from notebooks."""
    return {name: value for name, value in os.environ.items() if name != "CUDA_VISIBLE_DEVICES" or host() != "kaggle"}


def _count_gpus() -> int:
    """Count the GPUs in a process of its own, because PyTorch keeps what it once saw of CUDA_VISIBLE_DEVICES."""
    command = [sys.executable, "-c", "import torch; print(torch.cuda.device_count())"]
    done = subprocess.run(command, env=_all_gpus(), capture_output=True, text=True)
    return int(done.stdout.strip().splitlines()[-1]) if done.returncode == 0 and done.stdout.strip() else 0


def _read(stream, name: str, progress: Progress, log) -> None:
    """Pass what the processes print on to the screen, and to the log."""
    for line in stream:
        if line.startswith(ranks.SECTION):
            line = f"## {line.removeprefix(ranks.SECTION)}"
            progress.enter({"cell_type": "markdown", "source": line})
        else:
            progress.text(name, line)
        if log is not None:
            log.write(redact(line))
            log.flush()


def stop(pid: int) -> None:
    """Kill a process and everything that it started, if any of it is still there."""
    import psutil

    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
    except psutil.Error:
        return
    for process in family:  # the launcher first, or it would report the others' end
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(family, timeout=10)


def _failure(failures: str, progress: Progress, code: int) -> Failure:
    """Say why the processes ended: one was killed, or the first error that one of them told."""
    told = sorted((json.loads(file.read_text()) for file in Path(failures).glob("*.json")), key=lambda error: error["time"])
    report = "\n".join(progress.stderr)
    cause = re.search(r"Root Cause.*?rank\s*: (\d+).*?exitcode\s*: -(\d+)", report, re.DOTALL)
    if cause and int(cause[2]) != signal.SIGTERM:
        killed = f"process {cause[1]} was killed by {signal.Signals(int(cause[2])).name}"
        return Failure("ProcessKilled", f"{killed} (mostly because memory ran out: {LESS_MEMORY})", progress.section)
    if not told:
        print("The last lines of stderr:", report, sep="\n", file=sys.stderr)
        return Failure("LaunchError", f"the launcher ended with code {code}", progress.section)
    if told[0]["name"] != "UserError":
        print(*told[0]["traceback"].splitlines()[-STDERR_LINES:], sep="\n", file=sys.stderr)
    return Failure(told[0]["name"], told[0]["message"], progress.section)
