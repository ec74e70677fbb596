"""A training of several sessions: checkpoints sealed as the trainer writes them, what to go on from, what all sessions cost together."""

import shutil
import time
from pathlib import Path

from transformers import Trainer, TrainerCallback

from helpers import UserError
from helpers.files import plain, to_json, write_whole
from helpers.memory.device import Machine, peak_memory_gib
from helpers.runs import SHAPES, Run, recipe_changes
from helpers.training import checkpoints as kept
from helpers.training.checkpoints import SEAL, checkpoint_fault, checkpoints, read_seal


class Seals(TrainerCallback):
    """Seal each checkpoint when the trainer has written it, and copy it where copies are asked for.

    A kill before the seal leaves one checkpoint that does not count, beside the sealed one before it: so at least two are kept. An
    upload to the Hub begins before `on_save`, and is sealed first, unless other processes may still be writing their random states.
    A seal's seconds and peak memory are of this session together with those before (`earlier`, from `read_seal`).
    """

    def __init__(self, trainer: Trainer, machine: Machine, earlier: dict, parameters: dict, copies: Path | None = None):
        self.trainer, self.machine, self.earlier, self.parameters, self.copies = trainer, machine, earlier, parameters, copies
        self.started = time.monotonic()
        if trainer.args.save_total_limit:
            trainer.args.save_total_limit = max(kept.KEPT, trainer.args.save_total_limit)

    def on_train_begin(self, args, state, control, **kwargs):
        self.started = time.monotonic()
        if state.best_global_step:  # the trainer records the place in which it was written, not where it lies now
            place = Path(args.output_dir, f"checkpoint-{state.best_global_step}")
            state.best_model_checkpoint = str(place) if place.is_dir() else None

    def on_push_begin(self, args, state, control, **kwargs):
        checkpoint = Path(args.output_dir, f"checkpoint-{state.global_step}")
        if args.world_size == 1 and checkpoint.is_dir():
            self.seal(checkpoint)

    def on_save(self, args, state, control, **kwargs):
        self.trainer.accelerator.wait_for_everyone()  # each process writes its own random state
        checkpoint = Path(args.output_dir, f"checkpoint-{state.global_step}")
        if args.should_save:
            self.seal(checkpoint)
            if self.copies:
                kept.copy_checkpoint(checkpoint, self.copies)

    def seal(self, checkpoint: Path) -> None:
        """Seal a checkpoint that is not."""
        if not (checkpoint / SEAL).exists():
            seconds = self.earlier.get("seconds", 0) + time.monotonic() - self.started
            peak = max(self.earlier.get("peak_gib", 0), peak_memory_gib(self.machine))
            kept.seal(checkpoint, {"seconds": seconds, "peak_gib": peak, "parameters": self.parameters})

    def size(self) -> int:
        """Count the bytes of a checkpoint's large parts: the trained weights and the optimizer's state."""
        tensors = [parameter for parameter in self.trainer.model.parameters() if parameter.requires_grad]
        states = self.trainer.optimizer.state.values() if self.trainer.optimizer else []
        tensors += [value for state in states for value in state.values() if hasattr(value, "nbytes")]
        return sum(tensor.nbytes for tensor in tensors)


def find_checkpoint(trainer: Trainer, folder: Path, resume: str, copies: Path | None) -> str | None:
    """Find what to go on from, in the run's folder or among the copies; remove what is damaged or given up."""
    if trainer.args.should_save:
        for old in checkpoints(folder):
            if resume == "never":
                print(f"{old.name} of an earlier attempt is removed: training starts from the beginning")
            elif fault := checkpoint_fault(old):
                print(f"{old.name} is removed ({fault}): the one before it counts, or training starts from the beginning")
            else:
                continue
            shutil.rmtree(old)
        if copies and resume != "never" and not checkpoints(folder):
            kept.take_copy(copies, folder)
    trainer.accelerator.wait_for_everyone()
    return kept.last_checkpoint(folder, resume)


def check_recipe(run: Run, earlier: dict, resume: str, checkpoint: str | None) -> None:
    """Refuse a checkpoint of other parameters, which an output_dir that is used again may hold, unless the run was named."""
    changed = recipe_changes(earlier, plain(run.record["parameters"])) if "parameters" in earlier else {}
    if not changed:
        return
    found = f"{Path(checkpoint).name} in {run.name} was made with other parameters ({'; '.join(changed.values())})"
    if SHAPES & {*changed}:
        raise UserError(f"{found} and does not fit. Set another output_dir, the parameters as they were, or resume to never.")
    if resume == "auto":
        raise UserError(
            f"{found}. Set another output_dir, set resume to {run.name} to go on from it, or to never to start from the beginning."
        )
    print(f"{found}; training goes on from it, because resume names it")


def add_costs(trainer: Trainer, machine: Machine, earlier: dict, seconds: float, began: int) -> dict[str, float]:
    """Add this session's costs to those of the sessions before, where they are known, and write them into the last seal."""
    folder, steps = Path(trainer.args.output_dir), trainer.state.global_step
    if steps == began and earlier.get("costs"):
        print(f"training had ended in checkpoint-{began}: its costs are those of the session that made it")
        return earlier["costs"]
    share = 1.0 if "seconds" in earlier else (steps - began) / max(steps, 1)
    total = seconds + earlier.get("seconds", 0)
    costs = {
        "trainable_parameters": trainer.get_num_trainable_parameters(),
        "training_seconds": total, "training_peak_gib": max(peak_memory_gib(machine), earlier.get("peak_gib", 0)),
        "examples_a_second": len(trainer.train_dataset) * trainer.state.epoch * share / total if total else 0.0,
    }  # fmt: skip
    tokens = [entry["num_tokens"] for entry in trainer.state.log_history if "num_tokens" in entry]
    if tokens and not began:  # TRL counts what is no padding, since the session began
        costs["tokens_a_second"] = tokens[-1] / seconds
    last = next(iter(checkpoints(folder)), None)
    if saved := read_seal(last):
        write_whole(last / SEAL, to_json({**saved, "costs": costs}, indent=1) + "\n")
    return costs
