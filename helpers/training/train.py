"""What stands beside the trainer: log lines, a live curve, a stop for lost runs, settings, the loss by part."""

import math
import time
from pathlib import Path

import torch
import transformers
from datasets import Dataset
from transformers import Trainer, TrainerCallback, TrainerState

from helpers import UserError
from helpers.data.batches import Batched, fit, within
from helpers.hosts import in_notebook
from helpers.memory.device import Machine, free_memory, peak_memory_gib, reset_peak_memory
from helpers.models.workarounds import adapters_to_float32, loss_weighed_by_tokens, skip_head_on_prompts
from helpers.parameters import partial_checkpointing
from helpers.plots.training import loss_curve, token_lengths
from helpers.run.ranks import together
from helpers.runs import Run
from helpers.training.checkpoints import checkpoint_step, copies_folder, explain_full_disk, forget_copies, read_seal
from helpers.training.resuming import Seals, add_costs, check_recipe, find_checkpoint


class LogLines(TrainerCallback):
    """Keep one line a log step in `training.log`; print the first, one a tenth of the way or `QUIET` seconds, and every validation."""

    QUIET = 300.0  # seconds at most between two printed lines

    def __init__(self, machine: Machine):
        self.machine, self.started, self.first_step, self.printed = machine, 0.0, 0, (-1, 0.0)  # the last line's tenth and time

    def say(self, line: str, args, state, shown: bool = True):
        """Append a line to `training.log` in the trainer's folder, behind those of the run that is resumed, and print it."""
        if shown:
            print(line, flush=True)
        if state.is_world_process_zero:
            with Path(args.output_dir, "training.log").open("a", encoding="utf-8") as file:
                file.write(line + "\n")

    def on_train_begin(self, args, state, control, **kwargs):
        self.started, self.first_step = time.monotonic(), state.global_step
        where = f"from step {state.global_step} " if state.global_step else ""
        self.say(f"Training {where}to step {state.max_steps}, epochs: {state.num_train_epochs}", args, state)

    def on_log(self, args, state, control, logs=None, **kwargs):
        step = f"step {state.global_step:>5}/{state.max_steps}"
        if "eval_loss" in logs:
            self.say(f"{step}  validation loss {logs['eval_loss']:.4f}", args, state)
        elif "loss" in logs:
            pace = (time.monotonic() - self.started) / max(state.global_step - self.first_step, 1)
            rate = float(logs.get("learning_rate", 0))
            seconds = pace * (state.max_steps - state.global_step)
            left = f"peak {peak_memory_gib(self.machine):.1f} GiB  about "
            left += f"{seconds / 60:.0f} min left" if seconds >= 90 else f"{seconds:.0f} s left"
            tenth, now = 10 * state.global_step // state.max_steps, time.monotonic()
            due = tenth > self.printed[0] or now - self.printed[1] >= self.QUIET
            self.printed = (tenth, now) if due else self.printed
            self.say(f"{step}  loss {float(logs['loss']):.4f}  learning rate {rate:.1e}  {pace:.2f} s a step  {left}", args, state, due)


class LiveCurve(TrainerCallback):
    """Show the loss curve below the cell while it grows, for a person who watches: one picture, redrawn at each log step."""

    handle = None

    def on_log(self, args, state, control, logs=None, **kwargs):
        from IPython.display import display

        if sum("loss" in entry for entry in state.log_history) < 2:
            return
        fig = loss_curve(state.log_history, f"step {state.global_step} of {state.max_steps}")
        if self.handle:
            self.handle.update(fig)
        else:
            self.handle = display(fig, display_id=True)


class StopOnLostLoss(TrainerCallback):
    """Stop when the loss is no longer a number, before the adapter is saved over a good one.

    In float16 the first steps may be skipped while the gradient scaler settles: their gradient norm is not finite, their loss is.
    A validation loss that is none stops nothing: one row without an answer token makes it so, and the model is none the worse.
    """

    def on_log(self, args, state, control, logs=None, **kwargs):
        loss = float(logs.get("loss", 0.0))
        if not math.isfinite(loss):
            raise UserError(
                f"The loss is {loss} at step {state.global_step}: the run is lost. Lower learning_rate "
                f"({args.learning_rate:g} now), or raise warmup; the last checkpoint is in {args.output_dir}."
            )


def use_log_lines(trainer: Trainer, machine: Machine) -> None:
    """Replace the trainer's own progress output with `LogLines` (and a live curve in a notebook), and stop on a lost loss."""
    own = ("PrinterCallback", "ProgressCallback", "NotebookProgressCallback")  # the last exists only where IPython does
    for callback in [each for each in trainer.callback_handler.callbacks if type(each).__name__ in own]:
        trainer.remove_callback(callback)
    trainer.args.logging_nan_inf_filter = False  # otherwise a lost loss is logged as the mean before it
    trainer.add_callback(LogLines(machine))
    trainer.add_callback(StopOnLostLoss())
    if in_notebook():
        trainer.add_callback(LiveCurve())


def fit_rows(train_set: Dataset, val_set: Dataset, to_text, tokenizer, parameters: dict, run: Run) -> tuple[Batched, Dataset]:
    """Leave out rows that are too long and put the rest into batches, as the cell `lengths` of 01 does; save the figure of lengths."""
    batched = fit(train_set, to_text, tokenizer, parameters["max_length"], parameters["batch_size"], parameters["seed"])
    val_set = within(val_set, to_text, tokenizer, parameters["max_length"])
    title = f"Tokens per training example ({parameters['dataset_id']})"
    run.save_figure(token_lengths(batched.lengths, parameters["max_length"], title), "token_lengths")
    print(f"mean {sum(batched.lengths) / len(batched.lengths):.0f} tokens, longest {max(batched.lengths)}")
    return batched, val_set


def make_trainer(model, tokenizer, config, peft_config, train_set: Dataset, val_set: Dataset, to_text, machine: Machine) -> Trainer:
    """Build TRL's trainer as the cell `trainer` of 01 does: adapters in float32, log lines, loss on the answers alone."""
    from trl import SFTTrainer

    print(skip_head_on_prompts(machine))
    transformers.set_seed(config.seed)
    trainer = SFTTrainer(
        model=model,
        args=config,
        train_dataset=train_set.map(to_text, remove_columns=train_set.column_names),
        eval_dataset=val_set.map(to_text, remove_columns=val_set.column_names) if len(val_set) else None,
        peft_config=peft_config,
        processing_class=tokenizer,
    )
    count, adapters = adapters_to_float32(trainer.model), len(trainer.model.peft_config)
    print(f"{count:,} parameters are trained, in {adapters} adapter{'s' * (adapters > 1)}")
    use_log_lines(trainer, machine)
    return trainer


def train(trainer: Trainer, run: Run, resume: str, machine: Machine, name: str = "") -> dict[str, float]:
    """Train from the last good checkpoint or from the start, and put curve, time and peak memory into the run's record.

    The trainer's output folder is the run's or, of several arms, one below it; `name` is the arm's. `resume` "never" starts from the
    beginning; anything else looks for a checkpoint.

    Returns:
        trained parameters, seconds, peak memory in GiB (of the GPU, or of the whole process on a CPU), examples a second.
    """
    together()  # what the main process did first, such as fetching a checkpoint, is done
    folder = Path(trainer.args.output_dir)
    free_memory()  # what answering left in the allocator's cache would count as this training's peak
    reset_peak_memory(machine)
    if copies := copies_folder(run, folder):
        run.afterwards.append(forget_copies)
    checkpoint = find_checkpoint(trainer, folder, resume, copies)
    earlier, began = read_seal(checkpoint), checkpoint_step(Path(checkpoint)) if checkpoint else 0
    check_recipe(run, earlier, resume, checkpoint)
    seals = Seals(trainer, machine, earlier, run.record["parameters"], copies)
    trainer.add_callback(seals)
    with loss_weighed_by_tokens(trainer.model), explain_full_disk(folder / "training.log", seals.size):
        seconds = _train_from(trainer, checkpoint, began)
        trainer.remove_callback(seals)
        run.write_json(run.history_file(name).name, trainer.state.log_history)
    costs = add_costs(trainer, machine, earlier, seconds, began)
    run.update(**({"arms": run.record.get("arms", {}) | {name: costs}} if name else costs))
    state, sessions = trainer.state, " (of all sessions together)" * ("seconds" in earlier)
    if trainer.args.load_best_model_at_end and state.best_global_step:
        print(f"kept: the weights of step {state.best_global_step}, {trainer.args.metric_for_best_model} {state.best_metric:.4f}")
    minutes = costs["training_seconds"] / 60
    print(f"{state.global_step} steps in {minutes:.1f} minutes{sessions}, {costs['examples_a_second']:.2f} examples a second")
    print(f"peak memory of {'the GPU' if machine.kind == 'cuda' else 'the whole process'}: {costs['training_peak_gib']:.2f} GiB")
    return costs


def _train_from(trainer: Trainer, checkpoint: str | None, began: int) -> float:
    """Train and return the seconds. A checkpoint at the last step is only loaded: the trainer itself may take one step more."""
    args = trainer.args
    batches = len(trainer.get_train_dataloader()) if checkpoint else 0  # as packing and several processes leave them
    if not checkpoint or began < count_steps(batches, args.gradient_accumulation_steps, args.num_train_epochs, args.max_steps):
        return trainer.train(resume_from_checkpoint=checkpoint).metrics["train_runtime"]
    print(f"{Path(checkpoint).name} is the end of this training: nothing is left to train")
    trainer.state = TrainerState.load_from_json(str(Path(checkpoint, "trainer_state.json")))
    best = Path(args.output_dir, f"checkpoint-{trainer.state.best_global_step}")
    trainer._load_from_checkpoint(str(best) if args.load_best_model_at_end and best.is_dir() else checkpoint)
    return 0.0


def count_steps(examples: int, examples_a_step: int, num_epochs: float, max_steps: int) -> int:
    """Count the optimizer steps of a run, as the trainer does. With packing it is an upper bound: rows become fewer."""
    if max_steps > 0:
        return max_steps
    return max(1, math.ceil(math.ceil(examples / examples_a_step) * num_epochs))


def checkpointing(every: int) -> dict:
    """Return the trainer's settings that recompute every n-th layer's activations; 0 keeps all, 1 takes a third more time.

    Raise UserError where the installed transformers cannot do it in part.
    """
    newer = partial_checkpointing()
    name = "activation_checkpointing" if newer else "gradient_checkpointing"  # in newer transformers, the old name warns
    if every > 1 and not newer:
        raise UserError(f"checkpointing_every {every} needs a newer transformers than {transformers.__version__}. Use 0 or 1.")
    if every < 1:
        return {name: False}
    settings = {"use_reentrant": False}  # with True, frozen inputs get no gradient
    if every > 1:
        settings["every_n_layers"] = every
    return {name: True, f"{name}_kwargs": settings}


def loss_by_part(model: torch.nn.Module, batch: dict[str, torch.Tensor]) -> dict[str, tuple[float, int]]:
    """Return mean loss and number of tokens on the prompt's and the answer's part of a batch: {"prompt": (nats a token, tokens), ...}.

    `batch` has `input_ids`, `labels` and `attention_mask` or, for packed rows, `position_ids`, each (rows, tokens); labels are -100
    outside the answer.
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
