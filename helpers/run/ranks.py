"""One process among several that train together: which one speaks, who waits for whom, how they end.

`launch.py` starts them; all run the same script. Without other processes everything here does nothing.
"""

import datetime
import functools
import json
import math
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path

from helpers import UserError
from helpers.files import redact, write_whole
from helpers.hosts import is_main, process_count

FAILURES, RUNNER, SHARDS = "TEXT_TO_SQL_FAILURES", "TEXT_TO_SQL_RUNNER", "ACCELERATE_USE_FSDP"
SECTION = "\x1e"  # begins a line that tells the runner of a section
PATIENCE = datetime.timedelta(days=1)  # the others wait while the main process scores; whoever dies is seen by the launcher
_line = {"group": None, "behind": False}


def shared_batch(batch_size: int, gradient_accumulation: int, processes: int) -> tuple[int, int]:
    """Return what each process takes of a step, or raise UserError where its examples cannot be divided evenly.

    Batches (gradient accumulation) are divided first, because their size decides how much is padded; then the rows of a batch.

    >>> shared_batch(1, 8, 2), shared_batch(4, 1, 2)
    ((1, 4), (2, 1))
    """
    batches = math.gcd(gradient_accumulation, processes)
    rows = processes // batches
    if batch_size % rows:
        raise UserError(
            f"{batch_size} x {gradient_accumulation} examples a step (batch_size x gradient_accumulation) cannot be divided among "
            f"{processes} processes. Set gradient_accumulation to a multiple of {processes}."
        )
    return batch_size // rows, gradient_accumulation // batches


def begin() -> None:
    """Join the others, and let every process but the main one be silent."""
    threading.Thread(target=_end_with_the_runner, daemon=True).start()
    sys.excepthook = _record_failure
    import torch
    from accelerate import PartialState
    from peft import PeftModel
    from transformers import BitsAndBytesConfig, PreTrainedModel, TrainingArguments

    PartialState(cpu=not torch.cuda.is_available(), timeout=PATIENCE)
    _line["group"] = torch.distributed.new_group(backend="gloo", timeout=PATIENCE)  # NCCL waits by keeping the GPU busy
    _share_batches(TrainingArguments)
    if os.environ.get(SHARDS) == "true":
        _store_as_computed(BitsAndBytesConfig)
    if not is_main():
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, for as long as the process lives
        for model in (PreTrainedModel, PeftModel):
            model.save_pretrained = functools.partialmethod(model.save_pretrained, is_main_process=False)


def _share_batches(arguments: type) -> None:
    """Let the trainer's configuration take this process's share of a step; parameters and what is counted from them stay."""
    prepare = arguments.__post_init__

    def shared(self):
        rows, batches = shared_batch(self.per_device_train_batch_size, self.gradient_accumulation_steps, process_count())
        self.per_device_train_batch_size, self.gradient_accumulation_steps = rows, batches
        self.ddp_find_unused_parameters = False  # every adapter weight is used in every step; the search would slow each one
        prepare(self)

    arguments.__post_init__ = shared


def _store_as_computed(config: type) -> None:
    """Let 4-bit weights be stored in the number format that they are unpacked to: FSDP shards only tensors of one format together."""
    make = config.__init__

    def stored(self, *args, **settings):
        make(self, *args, **{"bnb_4bit_quant_storage": settings.get("bnb_4bit_compute_dtype"), **settings})

    config.__init__ = stored


def enter(titles: list[str], in_turn: bool) -> None:
    """Begin a cell of the notebook and tell the runner the titles of sections that begin with it.

    `in_turn`: the main process runs it first, so that downloads and files are made once, and the others follow one cell behind.
    """
    if is_main() and _line["behind"]:
        together()  # the others may run the cell that was just done
    if in_turn and not is_main():
        together()
    _line["behind"] = in_turn
    for title in titles:
        print(f"{SECTION}{title}", flush=True)


def together() -> None:
    """Wait until every process is here."""
    if _line["group"] is not None:
        import torch

        torch.distributed.barrier(group=_line["group"])


def leave(space: dict) -> None:
    """End the training together: the main process goes on alone, the others end here.

    A model in shards (FSDP) cannot be asked by one process: its adapter is put together and saved, the run is finished without
    a score, and all end. This has not been tested: the project has no machine with several GPUs. `space` is the script's
    `globals()`, of which `trainer` and `run` are used.
    """
    import torch

    sharded = os.environ.get(SHARDS) == "true"
    if sharded:
        space["trainer"].save_model(str(space["run"].adapter))
        space["run"].finish({"headline": None, "note": "trained in shards, not scored"})
        print("the adapter is saved; a model in shards is not scored")
    together()
    _line["group"] = None
    torch.distributed.destroy_process_group()
    if sharded or not is_main():
        sys.exit(0)


def show(value: object) -> None:
    """Print what a notebook would show below a cell: its last expression, except nothing and pictures."""
    if value is not None and not hasattr(value, "savefig"):
        print(value, flush=True)


def _record_failure(kind: type, error: BaseException, trace) -> None:
    """Leave a process's error for the runner, which shows the first one, and end at once: clean-up would wait for the others."""
    if not issubclass(kind, KeyboardInterrupt):
        lines = redact("".join(traceback.format_exception(kind, error, trace)))
        told = {"name": kind.__name__, "message": redact(str(error)), "traceback": lines, "time": time.time()}
        write_whole(Path(os.environ[FAILURES], f"{os.environ.get('RANK', 0)}.json"), json.dumps(told))
    sys.stdout.flush()
    os._exit(1)


def _end_with_the_runner() -> None:
    """End this process when the runner or the launcher is gone: killed, they cannot stop what they started."""
    import psutil  # comes with ipykernel

    launcher = os.getppid()
    try:
        runner = psutil.Process(int(os.environ[RUNNER]))
        while runner.is_running() and runner.status() != psutil.STATUS_ZOMBIE and os.getppid() == launcher:
            time.sleep(1)
    except psutil.Error:
        pass  # it is gone
    os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
