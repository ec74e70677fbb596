"""What a model writes while it learns: the fixed questions asked every so many steps, kept in the run's record."""

import pandas as pd
from accelerate.utils import broadcast_object_list
from datasets import Dataset
from transformers import TrainerCallback

from helpers.files import cut, read_json
from helpers.hosts import is_main
from helpers.runs import Run
from helpers.scoring.measures import headline

FILE = "samples.json"
QUESTIONS = 64  # validation questions that are answered and run at once


class SampleQueries(TrainerCallback):
    """Ask an exam's demonstrations before the first step and every `every` steps, and write the queries to `samples.json`.

    Greedy decoding in eval mode draws no random numbers, so that sampling changes no weight. A resumed run keeps what was
    written up to its checkpoint. `every` 0 asks nothing.
    """

    def __init__(self, exam, every: int):
        self.exam, self.every, self.rows = exam, every, []

    def on_train_begin(self, args, state, control, model=None, **kwargs):
        self.rows = [row for row in read_samples(self.exam.run) if row["step"] <= state.global_step]
        if state.global_step == 0 and self.every > 0:
            self.ask(model, 0)

    def on_step_end(self, args, state, control, model=None, **kwargs):
        if self.every > 0 and state.global_step % self.every == 0:
            self.ask(model, state.global_step)

    def ask(self, model, step: int) -> None:
        """Ask now, and write all samples so far."""
        answers = self.exam.ask(model, self.exam.demonstrations)
        for row, answer in zip(self.exam.demonstrations, answers, strict=True):
            self.rows.append({"step": step, "question": row["question"], "sql": self.exam.query(answer)})
        self.exam.run.write_json(FILE, self.rows)


class ExecutionCurve(TrainerCallback):
    """Answer validation questions whenever the trainer validates, and log the share of right queries as its metric `eval_execution`."""

    def __init__(self, exam, rows: Dataset):
        self.exam, self.rows = exam, rows.select(range(min(QUESTIONS, len(rows))))

    def on_evaluate(self, args, state, control, model=None, metrics=None, **kwargs):
        rate = broadcast_object_list([self.score(model) if is_main() else None])[0]
        metrics["eval_execution"] = state.log_history[-1]["eval_execution"] = rate
        share = f"{100 * rate:.1f} % of {len(self.rows)} validation questions right"
        print(f"step {state.global_step:>5}/{state.max_steps}  {share}", flush=True)

    def score(self, model) -> float:
        """Return the share of the questions whose query returns what it should, on the databases that the test set is judged by."""
        return headline(self.exam.scored(self.rows, self.exam.ask(model, self.rows)))["rate"]


def validation(rows: int, every: int, save_steps: int, best_checkpoint: str) -> dict:
    """Return the trainer's settings that say when to validate, when to save, and which checkpoint to keep.

    `rows` of the validation set, without which there is no validation; `every` and `save_steps` in steps; `best_checkpoint` "last",
    "loss" (the lowest of the validation) or "execution" (see `ExecutionCurve`), for which each validation has a checkpoint.
    """
    if not rows:
        return {"eval_strategy": "no", "save_steps": save_steps}
    settings = {"eval_strategy": "steps", "eval_steps": every, "save_steps": save_steps}
    if best_checkpoint == "last":
        return settings
    best = {"load_best_model_at_end": True, "metric_for_best_model": best_checkpoint, "greater_is_better": best_checkpoint == "execution"}
    return settings | best | dict.fromkeys(("eval_steps", "save_steps"), min(every, save_steps))


def read_samples(run: Run) -> list[dict]:
    """Return the samples that a run has written: `step`, `question`, `sql`."""
    return read_json(run.folder / FILE) or []


def samples_table(run: Run) -> pd.DataFrame:
    """Show a run's samples: a row a question and step, queries cut after 120 characters."""
    rows = [{**row, "sql": cut(row["sql"], 120)} for row in read_samples(run)]
    table = pd.DataFrame(rows, columns=["question", "step", "sql"])
    pd.set_option("display.max_colwidth", None)  # else pandas cuts the queries once more
    return table.sort_values(["question", "step"], kind="stable").set_index(["question", "step"])
