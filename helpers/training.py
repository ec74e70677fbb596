"""What stands beside the trainer: log lines, a stop for lost runs, the last good checkpoint, what padding costs."""

import json
import math
import random
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import torch
import transformers
from transformers import PrinterCallback, ProgressCallback, Trainer, TrainerCallback, TrainingArguments
from trl.trainer import utils as trl_utils

from helpers.device import Machine, peak_memory_gib
from helpers.errors import UserError
from helpers.hosts import in_notebook
from helpers.plots import loss_curve

POOL = 50  # batches whose rows are sorted together: enough to pad little, few enough to mix


class LogLines(TrainerCallback):
    """Print one line a log step: step, loss, learning rate, tokens a second, memory, time left.

    The usual progress bar is one HTML object that prints nothing when papermill runs a notebook.
    """

    def __init__(self, machine: Machine):
        self.machine, self.started, self.first_step, self.evaluated = machine, 0.0, 0, ""

    def on_train_begin(self, args, state, control, **kwargs):
        self.started, self.first_step = time.monotonic(), state.global_step
        where = f"from step {state.global_step} " if state.global_step else ""
        print(f"Training {where}to step {state.max_steps}, {state.num_train_epochs} epoch(s)", flush=True)

    def on_log(self, args, state, control, logs=None, **kwargs):
        logs = logs or {}
        if "eval_loss" in logs:
            print(f"step {state.global_step:>5}/{state.max_steps}  validation loss {logs['eval_loss']:.4f}", flush=True)
        elif "loss" in logs:
            seconds = time.monotonic() - self.started
            steps = max(state.global_step - self.first_step, 1)
            left = seconds / steps * (state.max_steps - state.global_step)
            print(
                f"step {state.global_step:>5}/{state.max_steps}  loss {float(logs['loss']):.4f}  "
                f"learning rate {float(logs.get('learning_rate', 0)):.1e}  {seconds / steps:.2f} s a step  "
                f"peak {peak_memory_gib(self.machine):.1f} GiB  about {_minutes(left)} left",
                flush=True,
            )


class LiveCurve(TrainerCallback):
    """Show the loss curve below the cell while it grows, for a person who watches: one picture, redrawn at each log step."""

    def __init__(self):
        self.handle = None

    def on_log(self, args, state, control, logs=None, **kwargs):
        from IPython.display import display

        if sum("loss" in entry for entry in state.log_history) < 2:
            return
        fig = loss_curve(state.log_history, f"step {state.global_step} of {state.max_steps}")
        if self.handle is None:
            self.handle = display(fig, display_id=True)
        else:
            self.handle.update(fig)


class StopOnLostLoss(TrainerCallback):
    """Stop when the loss is no longer a number, before the adapter is saved over a good one.

    In float16 the first steps may be skipped while the gradient scaler settles: their gradient norm is not finite, their loss is.
    """

    def on_log(self, args, state, control, logs=None, **kwargs):
        loss = next((float(logs[key]) for key in ("loss", "eval_loss") if key in (logs or {})), 0.0)
        if not math.isfinite(loss):
            raise UserError(
                f"The loss is {loss} at step {state.global_step}: the run is lost. Lower learning_rate "
                f"({args.learning_rate:g} now), or raise warmup; the last checkpoint is in {args.output_dir}."
            )


def use_log_lines(trainer: Trainer, machine: Machine) -> None:
    """Replace the trainer's own progress output with `LogLines` (and a live curve in a notebook), and stop on a lost loss."""
    trainer.remove_callback(PrinterCallback)
    trainer.remove_callback(ProgressCallback)
    for callback in list(trainer.callback_handler.callbacks):
        if type(callback).__name__ == "NotebookProgressCallback":  # the class exists only where IPython does
            trainer.remove_callback(callback)
    trainer.args.logging_nan_inf_filter = False  # otherwise a lost loss is logged as the mean before it
    trainer.add_callback(LogLines(machine))
    trainer.add_callback(StopOnLostLoss())
    if in_notebook():
        trainer.add_callback(LiveCurve())


def skip_head_on_prompts(machine: Machine) -> str:
    """Let TRL's fused head compute only the tokens that the loss counts, on a CPU too. Say what was done and why.

    TRL does so on GPUs; elsewhere it computes every position, because some accelerators recompile for each new shape. A CPU
    does not, and the head of a small model is half of its work. The loss and its gradients are the same.
    """
    if machine.kind != "cpu" or not hasattr(trl_utils, "_use_triton"):
        return "head: as TRL computes it"
    trl_utils._use_triton = lambda device: True  # asked here only to choose the positions; the kernels ask their own
    return "head: computed for the tokens of the answers only"


def last_checkpoint(folder: Path, resume: str = "auto") -> str | None:
    """Return the newest whole checkpoint below a run folder, or None to start from the beginning.

    Passing True to `Trainer.train` dies where there is no checkpoint; a process killed while it saves leaves half of one.
    Looks at the weights, the optimizer's, scheduler's and random states, and passes over damaged ones, newest first, saying so.

    Args:
        folder: where the trainer saves.
        resume: "never" ignores what is there; anything else looks.
    """
    if resume == "never":
        return None
    found = [path for path in folder.glob("checkpoint-*") if path.name.removeprefix("checkpoint-").isdigit()]
    for path in sorted(found, key=lambda path: int(path.name.removeprefix("checkpoint-")), reverse=True):
        if fault := checkpoint_fault(path):
            print(f"{path.name} is damaged ({fault}); looking for the one before it.")
        else:
            return str(path)
    return None


def checkpoint_fault(checkpoint: Path) -> str:
    """Say what is wrong with a checkpoint folder, or "" if it can be resumed from."""
    weights = [*checkpoint.glob("adapter_model.safetensors"), *checkpoint.glob("model*.safetensors")]
    if not weights:
        return "no weights"
    try:
        for file in weights:
            _check_safetensors(file)
        for name in ("optimizer.pt", "scheduler.pt"):
            if not zipfile.is_zipfile(checkpoint / name):
                return f"{name} is missing or cut off"
        if not any(zipfile.is_zipfile(file) for file in checkpoint.glob("rng_state*.pth")):
            return "the random state is missing or cut off"
        for name in ["trainer_state.json", *(["adapter_config.json"] if weights[0].name.startswith("adapter") else [])]:
            json.loads((checkpoint / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return str(error).splitlines()[0]
    return ""


def count_steps(examples: int, examples_a_step: int, num_epochs: float, max_steps: int) -> int:
    """Count the optimizer steps of a run, as the trainer does. With packing it is an upper bound: rows become fewer."""
    if max_steps > 0:
        return max_steps
    return max(1, math.ceil(math.ceil(examples / examples_a_step) * num_epochs))


def checkpointing(every: int) -> dict:
    """Return the trainer's settings that recompute the activations of every n-th layer instead of keeping them.

    Args:
        every: 0 keeps all activations; 1 recomputes all (least memory, a third more time); n recomputes those of every n-th layer.

    Raises:
        UserError: the installed transformers cannot do it in part.
    """
    newer = "activation_checkpointing" in TrainingArguments.__dataclass_fields__  # in newer transformers, the old name warns
    name = "activation_checkpointing" if newer else "gradient_checkpointing"
    if every > 1 and not newer:
        raise UserError(f"checkpointing_every {every} needs a newer transformers than {transformers.__version__}. Use 0 or 1.")
    return {name: every > 0, **({f"{name}_kwargs": {"every_n_layers": every}} if every > 1 else {})}


def like_lengths_together(lengths: Sequence[int], batch_size: int, seed: int) -> list[int]:
    """Return an order of the examples in which each batch holds like lengths and the batches come in random order.

    The trainer's own `group_by_length` pads as little, but sorts 50 batches at a time from the longest to the shortest: at the
    end of each such stretch the model has just seen short answers only, and the validation loss doubles. Train on this
    order with `train_sampling_strategy="sequential"`.
    Not covered: several epochs see the same batches in the same order.

    >>> order = like_lengths_together([5, 90, 6, 91, 7, 92], batch_size=2, seed=0)
    >>> sorted(order)
    [0, 1, 2, 3, 4, 5]
    """
    generator = random.Random(seed)
    shuffled = list(range(len(lengths)))
    generator.shuffle(shuffled)
    batches = []
    for first in range(0, len(shuffled), POOL * batch_size):
        pool = sorted(shuffled[first : first + POOL * batch_size], key=lambda i: lengths[i])
        batches += [pool[i : i + batch_size] for i in range(0, len(pool), batch_size)]
    last = [batches.pop()] if batches and len(batches[-1]) < batch_size else []  # an incomplete batch can only stand last
    generator.shuffle(batches)
    return [i for batch in batches + last for i in batch]


def padding_shares(lengths: list[int], batch_size: int, max_length: int, seed: int) -> dict[str, float]:
    """Compute which share of the tokens in a training epoch would be padding, under three ways to make batches.

    Args:
        lengths: tokens of each example.
        batch_size: examples a batch.
        max_length: what "pad to the maximum" pads to.
        seed: for the shuffled order.

    Returns:
        Shares of 1: every row padded to `max_length`; to the longest of a random batch; to the longest of a batch of like lengths.
    """
    shuffled = random.Random(seed).sample(lengths, len(lengths))
    real = sum(lengths)

    def padded(order: list[int]) -> int:
        batches = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
        return sum(max(batch) * len(batch) for batch in batches)

    return {
        f"every row padded to {max_length}": 1 - real / (max_length * len(lengths)),
        "to the longest row of a random batch": 1 - real / padded(shuffled),
        "to the longest row of a batch of like lengths": 1
        - real / padded([lengths[i] for i in like_lengths_together(lengths, batch_size, seed)]),
    }


def loss_by_part(model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> dict[str, tuple[float, int]]:
    """Return mean loss and number of tokens on the prompt's part and on the answer's part of a batch.

    Args:
        model: a causal language model; its mode is put back afterwards.
        batch: `input_ids`, `labels` and `attention_mask` or, for packed rows, `position_ids`, each (rows, tokens); labels are -100
            outside the answer.

    Returns:
        {"prompt": (nats a token, tokens), "answer": (nats a token, tokens)}
    """
    was_training = model.training
    model.eval()
    names = ("input_ids", "attention_mask", "position_ids")  # packed rows have positions, which keep examples apart, and no mask
    inputs = {name: batch[name].to(model.device) for name in names if name in batch}
    with torch.no_grad():
        logits = model(**inputs).logits[:, :-1].float()
    model.train(was_training)
    targets = inputs["input_ids"][:, 1:]
    losses = torch.nn.functional.cross_entropy(logits.transpose(1, 2), targets, reduction="none")
    answer = batch["labels"].to(model.device)[:, 1:] != -100
    given = inputs["attention_mask"].bool() if "attention_mask" in inputs else inputs["position_ids"] > 0
    prompt = given[:, 1:] & ~answer
    return {name: (losses[mask].mean().item(), int(mask.sum())) for name, mask in (("prompt", prompt), ("answer", answer))}


def _check_safetensors(file: Path) -> None:
    """Compare a safetensors file's size with what its header promises: a cut-off file is shorter."""
    with file.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if length > file.stat().st_size:
            raise ValueError(f"{file.name} is cut off")
        header = json.loads(stream.read(length))
    promised = max(entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__")
    if file.stat().st_size != 8 + length + promised:
        raise ValueError(f"{file.name} is cut off")


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
