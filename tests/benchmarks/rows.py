"""Training rows with the lengths of sql-create-context, drawn from the practice data."""

import random
import statistics
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from helpers.data.load import load
from tests.benchmarks.sizes import Bench

MEAN, DEVIATION, SHORTEST = 152.7, 21.1, 101  # tokens of its 78,577 rows with prompt, as 01's original counted them


def practice_rows(bench: Bench, train: int, evaluate: int, validate: int) -> tuple[list[dict], list[dict], list[dict]]:
    """Return training, test and validation records: the questions of `practice/create-context-core`, with whole tables in the schema.

    The narrow schemas of create-context make rows of about 105 tokens; the same questions beside whole tables have up to twice
    as many, from which the lengths can be drawn. -1 takes all. At toy size, the narrow ones and few.
    """
    made = _few() if bench.toy else _all()
    return tuple(list(rows if count < 0 else rows[:count]) for rows, count in zip(made, (train, evaluate, validate), strict=True))


@lru_cache(maxsize=1)
def _all() -> tuple[list[dict], ...]:
    core, whole = load("practice/create-context-core", -1, -1, -1, 42), load("practice/gretel", -1, -1, -1, 42)
    parts = []
    for name in ("train", "test", "validation"):
        asked = set(getattr(core, name)["question"][:])
        parts.append([row for row in getattr(whole, name) if row["question"] in asked])
    groups = [[row for row in parts[1] if row["group"] == group] for group in dict.fromkeys(row["group"] for row in parts[1])]
    parts[1] = [row for turn in zip(*groups, strict=False) for row in turn]  # in turns, so that a small test set has all groups
    return tuple(parts)


@lru_cache(maxsize=1)
def _few() -> tuple[list[dict], ...]:
    splits = load("practice/create-context-core", 64, 8, 8, 42)
    return tuple(rows.to_list() for rows in (splits.train, splits.test, splits.validation))


def draw_lengths(lengths: Sequence[int], count: int, seed: int, mean: float = MEAN, deviation: float = DEVIATION) -> list[int]:
    """Return the places of `count` rows whose lengths follow a normal distribution cut off at `SHORTEST`, in random order.

    For each wanted length the nearest row that is left is taken, so that few rows give a distribution that is off: the caller
    reports what it got.

    >>> lengths = [100, 130, 152, 153, 175, 300]
    >>> sorted(lengths[i] for i in draw_lengths(lengths, 3, seed=0))
    [130, 153, 175]
    """
    normal = statistics.NormalDist(mean, deviation)
    wanted = [max(SHORTEST, normal.inv_cdf((i + 0.5) / count)) for i in range(count)]
    left = sorted((length, i) for i, length in enumerate(lengths))
    drawn = []
    generator = random.Random(seed)
    for target in generator.sample(wanted, len(wanted)):
        place = bisect_left(left, (target, -1))
        near = [i for i in (place - 1, place) if 0 <= i < len(left)]
        drawn.append(left.pop(min(near, key=lambda i: abs(left[i][0] - target)))[1])
    return drawn


def describe_lengths(lengths: Sequence[int]) -> dict:
    """Return count, mean, deviation, shortest and longest."""
    return {
        "rows": len(lengths), "mean": statistics.fmean(lengths), "deviation": statistics.pstdev(lengths),
        "shortest": min(lengths), "longest": max(lengths),
    }  # fmt: skip
