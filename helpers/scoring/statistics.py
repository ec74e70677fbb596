"""Intervals for rates, and paired tests of two models on the same questions. Standard library only."""

import math
from collections.abc import Sequence
from itertools import accumulate
from statistics import NormalDist

FEWEST = 10  # questions, or answers, of a part whose rate is shown: the interval of fewer spans most of the scale
Z = NormalDist().inv_cdf(0.975)  # standard deviations to each side that hold 95 % of a normal distribution


def wilson_interval(successes: int, n: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a rate.

    Unlike rate +- 1.96 standard errors it stays within 0 and 1, and says something sensible at 0 % and 100 %.
    Source: Wilson (1927), Journal of the American Statistical Association 22:209-212. Raise ValueError where there are no trials, or more
    successes than trials.

    >>> [round(end, 4) for end in wilson_interval(81, 263)]
    [0.2553, 0.3662]
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError(f"{successes} successes of {n}: expected 0 <= successes <= n and n > 0.")
    rate = successes / n
    center = rate + Z * Z / (2 * n)
    half = Z * math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    # The ends are exact at 0 and n; the formula misses them by a rounding error.
    low = 0.0 if successes == 0 else (center - half) / scale
    high = 1.0 if successes == n else (center + half) / scale
    return low, high


def rate_with_interval(verdicts: Sequence[bool | None]) -> dict:
    """Return {"rate", "n", "interval"} of verdicts; None counts neither for nor against, and without any the rate is None.

    >>> rate_with_interval([True, False, None, True])["n"]
    3
    """
    counted = [verdict for verdict in verdicts if verdict is not None]
    return rate_of(sum(counted), len(counted))


def rate_of(successes: int, n: int) -> dict:
    """Return {"rate", "n", "interval"} of counts; where nothing was counted, rate and interval are None."""
    if not n:
        return {"rate": None, "n": 0, "interval": None}
    return {"rate": successes / n, "n": n, "interval": list(wilson_interval(successes, n))}


def mean_with_interval(values: Sequence[float]) -> dict:
    """Return {"mean", "n", "interval"} of scores that are no rates, the normal 95 % interval; without any, mean and interval are None.

    Not covered: fewer than some 30 values, for which it is too narrow.
    """
    if not (n := len(values)):
        return {"mean": None, "n": 0, "interval": None}
    mean = math.fsum(values) / n
    variance = math.fsum((value - mean) ** 2 for value in values) / max(n - 1, 1)
    half = Z * math.sqrt(variance / n)
    return {"mean": mean, "n": n, "interval": [mean - half, mean + half]}


def mcnemar(before: Sequence[bool], after: Sequence[bool]) -> dict:
    """Test whether two models differ on the same questions, by the questions on which they disagree.

    `gained` and `lost` count the questions that only `after` or only `before` got right, `gained_at` and `lost_at` name
    them by index. `p_value` is the exact two-sided binomial one: how often a fair coin, tossed once for each disagreement,
    falls at least that unevenly. Source: McNemar (1947), Psychometrika 12:153-157, in its exact form. Raise ValueError where the two lists
    are not equally long.

    >>> mcnemar([True, False, False, False], [True, True, True, False])
    {'gained': 2, 'lost': 0, 'p_value': 0.5, 'gained_at': [1, 2], 'lost_at': []}
    """
    _check_pairs(before, after)
    pairs = list(zip(before, after, strict=True))
    gained, lost = ([i for i, pair in enumerate(pairs) if pair == flip] for flip in ((False, True), (True, False)))
    flips = len(gained) + len(lost)
    steps = range(min(len(gained), len(lost)))
    tail = sum(accumulate(steps, lambda ways, k: ways * (flips - k) // (k + 1), initial=1))  # from "k of the flips" to "k + 1 of them"
    p_value = min(1.0, 2 * tail / 2**flips)  # integers of any size: exact until the division
    return {"gained": len(gained), "lost": len(lost), "p_value": p_value, "gained_at": gained, "lost_at": lost}


def p_text(p_value: float) -> str:
    """Write a p value behind the letter p.

    >>> p_text(0.0004), p_text(0.25)
    ('< 0.001', '= 0.250')
    """
    return "< 0.001" if p_value < 0.001 else f"= {p_value:.3f}"


def paired_difference(before: Sequence[bool], after: Sequence[bool]) -> dict:
    """Return how much the rate rose from `before` to `after` on the same questions, with a 95 % interval.

    {"difference", "interval", "n"}; the two rates' own intervals are too wide for this question, because the same
    questions are hard for both models.
    Source: Newcombe (1998), Statistics in Medicine 17:2635-2650, method 10: the two Wilson intervals, squared and added,
    with the correlation of the pairs, corrected for continuity. Raise ValueError where the two lists are empty or not equally long.

    >>> paired_difference([True, False, False, False], [True, True, True, False])["difference"]
    0.5
    """
    _check_pairs(before, after)
    n = len(before)
    both = sum(map(all, zip(before, after, strict=True)))
    right_after, right_before = sum(map(bool, after)), sum(map(bool, before))
    low_after, high_after = wilson_interval(right_after, n)
    low_before, high_before = wilson_interval(right_before, n)
    rate_after, rate_before = right_after / n, right_before / n
    excess = both * n - right_after * right_before
    margins = right_after * (n - right_after) * right_before * (n - right_before)
    phi = (max(excess - n / 2, 0) if excess > 0 else excess) / math.sqrt(margins) if margins else 0.0  # their correlation
    difference = (right_after - right_before) / n
    down = _added(rate_after - low_after, high_before - rate_before, phi)
    up = _added(high_after - rate_after, rate_before - low_before, phi)
    return {"difference": difference, "interval": [difference - down, difference + up], "n": n}


def points_text(found: dict) -> str:
    """Write a paired difference with its 95 % interval, in points."""
    low, high = found["interval"]
    return f"{100 * found['difference']:+.1f} points (95 % interval {100 * low:+.1f} to {100 * high:+.1f})"


def _added(one: float, other: float, phi: float) -> float:
    return math.sqrt(max(one * one - 2 * phi * one * other + other * other, 0.0))


def _check_pairs(before: Sequence[bool], after: Sequence[bool]) -> None:
    if len(before) != len(after):
        raise ValueError(f"{len(before)} verdicts before and {len(after)} after: expected the same questions in both.")
