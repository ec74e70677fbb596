"""A training of several sessions: what a session goes on from, whether it may, and what all of them cost together."""

import math
from pathlib import Path

from transformers import Trainer, TrainerState

from helpers import UserError
from helpers.files import plain
from helpers.runs import Run
from helpers.training.checkpoints import checkpoints, last_checkpoint
from helpers.training.copies import recipe, take_copy
from helpers.training.saving import take_away


def find_checkpoint(trainer: Trainer, folder: Path, resume: str, copies: Path | None) -> str | None:
    """Find what to go on from, in the run's folder or among the copies; clear away what a new beginning would be mixed up with."""
    found = last_checkpoint(folder, resume)
    if not found and trainer.args.should_save:
        for old in checkpoints(folder):
            print(f"{old.name} of an earlier attempt is removed: training starts from the beginning")
            take_away(old)
        if copies and resume != "never":
            take_copy(copies, folder)
    trainer.accelerator.wait_for_everyone()
    return found or last_checkpoint(folder, resume)


def check_recipe(run: Run, earlier: dict, resume: str, checkpoint: str | None) -> None:
    """Refuse a checkpoint of other parameters, which an output_dir that is used again may hold, unless the run was named."""
    asked, before = recipe(plain(run.record["parameters"])), recipe(earlier.get("parameters", {}))
    changed = [f"{name} {asked[name]}, was {before[name]}" for name in asked if before.get(name, asked[name]) != asked[name]]
    if not changed:
        return
    found = f"{Path(checkpoint).name} in {run.name} was made with other parameters ({'; '.join(changed)})"
    if resume == "auto":
        raise UserError(
            f"{found}. Set another output_dir, set resume to {run.name} to go on from it all the same, or resume to never to start anew."
        )
    print(f"{found}; training goes on from it, because resume names it")


def train_from(trainer: Trainer, checkpoint: str | None, began: int) -> float:
    """Train and return the seconds. A checkpoint at the last step is only loaded: the trainer itself may take one step more."""
    if not checkpoint or began < _last_step(trainer):
        return trainer.train(resume_from_checkpoint=checkpoint).metrics["train_runtime"]
    print(f"{Path(checkpoint).name} is the end of this training: nothing is left to train")
    trainer._load_from_checkpoint(checkpoint)
    trainer.state = TrainerState.load_from_json(str(Path(checkpoint, "trainer_state.json")))
    return 0.0


def _last_step(trainer: Trainer) -> int:
    """Count the steps of the whole training as the trainer does, padding, packing and the number of processes included."""
    if trainer.args.max_steps > 0:
        return trainer.args.max_steps
    steps_an_epoch = math.ceil(len(trainer.get_train_dataloader()) / trainer.args.gradient_accumulation_steps)
    return math.ceil(trainer.args.num_train_epochs * max(steps_an_epoch, 1))


def add_costs(trainer: Trainer, earlier: dict, seconds: float, began: int, peak: float) -> dict[str, float]:
    """Add this session's costs to those of the sessions before. Where these are not known, count this session's work alone."""
    steps = trainer.state.global_step
    share = 1.0 if "seconds" in earlier else (steps - began) / max(steps, 1)
    seconds += earlier.get("seconds", 0)
    return {
        "trainable_parameters": sum(parameter.numel() for parameter in trainer.model.parameters() if parameter.requires_grad),
        "training_seconds": seconds, "training_peak_gib": max(peak, earlier.get("peak_gib", 0)),
        "examples_a_second": len(trainer.train_dataset) * trainer.state.epoch * share / seconds if seconds else 0.0,
    }  # fmt: skip
