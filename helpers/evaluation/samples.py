"""What a model writes while it learns: the fixed questions asked every so many steps, kept in the run's record."""

import json

import pandas as pd
from transformers import TrainerCallback

from helpers.evaluation.exam import Exam
from helpers.runs import Run

FILE = "samples.json"


class SampleQueries(TrainerCallback):
    """Ask an exam's demonstrations before the first step and every `every` steps, and write the queries to `samples.json`.

    Greedy decoding in eval mode draws no random numbers, so that sampling changes no weight. A resumed run keeps what was
    written up to its checkpoint. `every` 0 asks nothing.
    """

    def __init__(self, exam: Exam, every: int):
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


def read_samples(run: Run) -> list[dict]:
    """Return the samples that a run has written: `step`, `question`, `sql`."""
    path = run.folder / FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def samples_table(run: Run, width: int = 120) -> pd.DataFrame:
    """Show a run's samples: a row a question and step, queries cut after `width` characters."""
    rows = [{**row, "sql": row["sql"][:width]} for row in read_samples(run)]
    table = pd.DataFrame(rows, columns=["question", "step", "sql"])
    pd.set_option("display.max_colwidth", None)  # else pandas cuts the queries once more
    return table.sort_values(["question", "step"], kind="stable").set_index(["question", "step"])
