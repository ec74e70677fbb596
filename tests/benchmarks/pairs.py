"""Two sides measured in turns: A B A B, so that what the machine does meanwhile falls on both."""

import statistics
import time
from collections.abc import Callable, Sequence

Side = Callable[[int], dict[str, float]]  # does the work of one round and returns what it did, such as {"examples": 16}


def interleave(sides: dict[str, Side], rounds: int, deadline: float, say: Callable[[str], None] = print) -> dict[str, list[dict]]:
    """Run every side once a round, in turns, and return what each did in each round with its `seconds`.

    Stops after a whole round, never within one, when the next would end behind `deadline` (of `time.monotonic`); two rounds
    are always run, because one has no spread.
    """
    found: dict[str, list[dict]] = {name: [] for name in sides}
    for number in range(rounds):
        began = time.monotonic()
        for name, side in sides.items():
            start = time.perf_counter()
            work = side(number)
            found[name].append({"seconds": time.perf_counter() - start, **work})
        took = time.monotonic() - began
        say(f"  round {number + 1} of {rounds}: " + ", ".join(f"{name} {rows[-1]['seconds']:.1f} s" for name, rows in found.items()))
        if number >= 1 and time.monotonic() + took > deadline and number + 1 < rounds:
            say(f"  the time for this section allows {number + 1} rounds")
            break
    return found


def speeds(rounds: Sequence[dict], unit: str) -> list[float]:
    """Return units a second, one number a round."""
    return [row[unit] / row["seconds"] for row in rounds]


def spread(values: Sequence[float]) -> dict:
    """Return median, lowest, highest and how many there were.

    >>> spread([3.0, 1.0, 2.0])
    {'median': 2.0, 'low': 1.0, 'high': 3.0, 'rounds': 3}
    """
    return {"median": statistics.median(values), "low": min(values), "high": max(values), "rounds": len(values)}


def compare_sides(found: dict[str, list[dict]], ours: str, other: str, unit: str, same: Sequence[str], bar: float = 0.0) -> dict:
    """Return how many times as fast as `other` `ours` is: the median of the rounds' ratios, with the lowest and the highest.

    Args:
        found: from `interleave`.
        ours: a key of it.
        other: another.
        unit: what is counted, such as `examples`: a ratio of units a second.
        same: counts that have to be equal on both sides over all rounds; `equal_work` says whether they are. None of them: null.
        bar: the ratio to reach, or 0 for none.
    """
    ratios = [one / two for one, two in zip(speeds(found[ours], unit), speeds(found[other], unit), strict=True)]
    totals = {side: {name: sum(row[name] for row in found[side]) for name in same} for side in (ours, other)}
    result = {
        "ours": ours, "other": other, "unit": f"{unit} a second",
        "ratio": spread(ratios), "ratios": ratios,
        "ours_speed": spread(speeds(found[ours], unit)), "other_speed": spread(speeds(found[other], unit)),
        "work": totals, "equal_work": totals[ours] == totals[other] if same else None,
    }  # fmt: skip
    if bar:
        result |= {"bar": bar, "reached": result["ratio"]["median"] >= bar}
    return result
