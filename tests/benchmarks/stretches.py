"""A trainer that runs some steps, waits for its turn, and goes on: so that two trainings can be timed in turns."""

import ctypes
import gc
import itertools
import math
import os
import threading
import time
from contextlib import suppress

import torch
from transformers import PrinterCallback, Trainer, TrainerCallback
from trl.trainer import utils as trl_utils

from helpers.memory.device import Machine
from helpers.models.workarounds import skip_head_on_prompts


class _Enough(Exception):
    """Ends a training that is not needed to its end."""


class _Turns(TrainerCallback):
    def __init__(self, arm: "Arm"):
        self.arm = arm

    def on_step_begin(self, args, state, control, **kwargs):
        self.arm.wait_for_turn()


class Arm:
    """A training that is run in stretches of whole optimizer steps, and counted.

    The trainer runs in a thread of its own, from its first step to its last as ever, and is held between two steps: what is
    timed is what `train()` does, and what is trained is what an uninterrupted run trains. Only one arm runs at a time.
    """

    def __init__(self, trainer: Trainer, machine: Machine, head_on_prompt: bool = False, pad_id: int | None = None):
        self.trainer, self.machine, self.head_on_prompt, self.pad_id = trainer, machine, head_on_prompt, pad_id
        self._go, self._halted = threading.Semaphore(0), threading.Semaphore(0)
        self._left, self._over, self._ended, self._error, self._thread = 0, False, False, None, None
        self._counts: dict[str, float] = {}
        trainer.remove_callback(PrinterCallback)
        trainer.add_callback(_Turns(self))
        step = trainer.training_step

        def counted(model, inputs, *more, **named):
            self._count(inputs)
            return step(model, inputs, *more, **named)

        trainer.training_step = counted

    def start(self) -> None:
        """Set the training up, to where its first step would begin."""
        self._thread = threading.Thread(target=self._train, daemon=True)
        self._thread.start()
        self._halt()

    def run(self, steps: int) -> dict[str, float]:
        """Train some steps and return what they computed: examples, tokens of text, tokens with padding, learned tokens.

        Raises:
            RuntimeError: the training has no step left.
        """
        if self._ended:
            raise RuntimeError("this training has no step left")
        self._counts, self._left = {}, steps
        before = getattr(trl_utils, "_use_triton", None)
        if not self.head_on_prompt:
            skip_head_on_prompts(self.machine)
        try:
            self._go.release()
            self._halt()
        finally:
            if before is not None:
                trl_utils._use_triton = before
        return dict(self._counts)

    def measure_memory(self) -> dict:
        """Train one step, return its seconds and by how many MiB it makes the process grow (of a GPU: its peak) while it runs."""
        gc.collect()
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)  # what was freed before is no part of this step
        before, peak, running = resident_mib(), [0.0], threading.Event()

        def watch():
            while not running.wait(0.01):
                peak[0] = max(peak[0], resident_mib())

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        start = time.perf_counter()
        try:
            self.run(1)
        finally:
            running.set()
            watcher.join()
        return {"seconds": time.perf_counter() - start, "step_mib": max(0.0, peak[0] - before) if before else None}

    def stop(self) -> None:
        """End the training where it stands."""
        if self._thread is not None and not self._ended:
            self._over = True
            self._go.release()
            self._thread.join()

    def wait_for_turn(self) -> None:
        """Called by the trainer's thread where a step would begin."""
        if self._left == 0:
            self._halted.release()
            self._go.acquire()
        if self._over:
            raise _Enough
        self._left -= 1

    def _train(self) -> None:
        try:
            self.trainer.train()
        except _Enough:
            pass
        except BaseException as error:  # handed to the thread that waits
            self._error = error
        self._ended = True
        self._halted.release()

    def _halt(self) -> None:
        while not self._halted.acquire(timeout=1.0):  # with a timeout, so that Ctrl-C is heard
            pass
        if self._error is not None:
            raise self._error

    def _count(self, inputs: dict) -> None:
        ids, labels = inputs["input_ids"], inputs["labels"]
        packed = "attention_mask" not in inputs and "position_ids" in inputs
        if packed:
            starts = (inputs["position_ids"][0] == 0).nonzero().flatten().tolist()
            lengths = [end - start for start, end in itertools.pairwise([*starts, ids.numel()])]
            text = ids.numel()
        else:
            lengths = [ids.shape[1]] * ids.shape[0]
            masked = "attention_mask" in inputs and not self.trainer.model.config.is_encoder_decoder  # T5's collator makes one of ones
            text = int(inputs["attention_mask"].sum()) if masked else int((ids != self.pad_id).sum())
        learned = int((labels[:, 1:] != -100).sum())
        counts = {
            "examples": len(lengths), "useful_tokens": text, "computed_tokens": ids.numel(), "learned_tokens": learned,
            "squares": sum(length * length for length in lengths),
        }  # fmt: skip
        for name, count in counts.items():
            self._counts[name] = self._counts.get(name, 0) + count


def resident_mib() -> float:
    """Return what the process holds in memory now; 0 where the system does not say (it does on Linux). On a GPU: allocated there."""
    if torch.cuda.is_available():
        return torch.cuda.memory_allocated() / 2**20
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return 0.0


def count_flops(model: torch.nn.Module, counts: dict[str, float], recomputed: float, head_tokens: float) -> float:
    """Return the floating point operations of the training steps that gave these counts, by the usual arithmetic.

    2 for each weight of a linear layer and token, forward; as many backward, because frozen weights need no gradient of their
    own; once more for the share of layers that is recomputed; 3 times for the adapters' weights, which do. The head: forward and
    backward for the positions it computes. Attention: causal, so half of the square. Norms, rotations, softmax and the optimizer
    are left out; they are small.
    """
    config = model.config
    adapters = sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad)
    head = config.vocab_size * config.hidden_size
    size = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    layer = config.hidden_size * size * (2 * config.num_attention_heads + 2 * config.num_key_value_heads)
    linear = config.num_hidden_layers * (layer + 3 * config.hidden_size * config.intermediate_size)
    attention = config.num_hidden_layers * config.num_attention_heads * size * 2 * counts["squares"]
    passes = 2 + recomputed
    layers = 2 * (linear * passes + adapters * (passes + 1)) * counts["computed_tokens"]
    return layers + 4 * head * head_tokens + attention * (3 + recomputed)


def recomputed_share(every: int, layers: int) -> float:
    """Return the share of layers whose activations are recomputed.

    >>> recomputed_share(0, 30), recomputed_share(1, 30), recomputed_share(2, 30)
    (0.0, 1.0, 0.5)
    """
    return math.ceil(layers / every) / layers if every else 0.0
