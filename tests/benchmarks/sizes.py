"""How much is measured: the real size, and a toy size that runs the same code in seconds for a test."""

import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Size:
    """Hold what the sections measure. `shares` are of the time that the whole run may take."""

    model_id: str = "standin/smollm2-135m"
    t5_id: str = "standin/t5-practice"
    training_examples: int = 384  # of the pair whose scores are compared; fewer if the time does not allow them
    eval_examples: int = 192
    validation_examples: int = 48
    stretch: int = 4  # optimizer steps between two turns
    rounds: int = 3  # of what has no score
    questions: int = 32  # answered a turn
    generation_batch: int = 32
    max_new_tokens: int = 80
    adapter_examples: int = 240  # trained on where no tuned adapter is found, because an untuned model never stops
    scored: int = 1000
    suites: int = 120  # rows judged on generated databases
    training_rows: tuple[int, ...] = (250, 1000, 4000)
    predictions: tuple[int, ...] = (1000, 10_000, 100_000)
    product: int = 1536  # rows and columns of the matrices that measure the machine


TOY = Size(
    "standin/tiny-qwen2", "standin/tiny-t5", training_examples=8, eval_examples=4, validation_examples=4, stretch=1, rounds=2,
    questions=2, generation_batch=2, max_new_tokens=6, adapter_examples=4, scored=12, suites=2, training_rows=(8,),
    predictions=(10, 20), product=64,
)  # fmt: skip
# What share of the time a section may take, of all sections that run.
SHARES = {"training": 0.42, "levers": 0.17, "recipes": 0.13, "generation": 0.13, "scoring": 0.05, "growth": 0.10}


@dataclass(frozen=True)
class Bench:
    """What a section gets: its size, until when it may take, and what the user named."""

    size: Size
    deadline: float  # of time.monotonic
    folder: Path  # for files that nobody keeps
    toy: bool = False
    official: str = ""  # a checkout of the official evaluator
    adapter: str = ""  # a folder with a tuned adapter

    @property
    def seconds_left(self) -> float:
        """Return how long this section may still take."""
        return self.deadline - time.monotonic()
