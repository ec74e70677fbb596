"""Intervals and paired tests against published numbers and numbers worked out by hand."""

import random

import pytest

from helpers.scoring.statistics import mcnemar, mean_with_interval, paired_difference, rate_with_interval, wilson_interval


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_the_published_one(successes, n, low, high):
    assert wilson_interval(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_wilsons_interval_is_exact_at_both_ends_and_mirrors():
    assert wilson_interval(0, 7)[0] == 0.0
    assert wilson_interval(7, 7)[1] == 1.0
    low, high = wilson_interval(3, 10)
    assert wilson_interval(7, 10) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (3, 2), (-1, 5)])
def test_an_impossible_rate_is_refused(successes, n):
    with pytest.raises(ValueError, match=f"{successes} successes of {n}"):
        wilson_interval(successes, n)


def test_rows_that_cannot_be_judged_count_neither_way():
    assert rate_with_interval([True, None, False, None]) == {"rate": 0.5, "n": 2, "interval": list(wilson_interval(1, 2))}
    assert rate_with_interval([None]) == {"rate": None, "n": 0, "interval": None}


def _pairs(both, only_after, only_before, neither):
    before = [True] * both + [False] * only_after + [True] * only_before + [False] * neither
    after = [True] * both + [True] * only_after + [False] * only_before + [False] * neither
    return before, after


@pytest.mark.parametrize(
    ("gained", "lost", "p_value"),
    [
        (0, 0, 1.0),
        (1, 0, 1.0),  # 2 / 2
        (5, 0, 0.0625),  # 2 / 32
        (6, 0, 0.03125),  # 2 / 64
        (10, 2, 158 / 4096),  # 2 (1 + 12 + 66) / 2 ** 12
        (8, 3, 464 / 2048),  # 2 (1 + 11 + 55 + 165) / 2 ** 11
        (4, 4, 1.0),
    ],
)
def test_mcnemars_p_value_is_the_binomial_one_worked_out_by_hand(gained, lost, p_value):
    found = mcnemar(*_pairs(20, gained, lost, 7))
    assert (found["gained"], found["lost"]) == (gained, lost)
    assert found["p_value"] == pytest.approx(p_value, rel=1e-12)
    assert mcnemar(*_pairs(20, lost, gained, 7))["p_value"] == found["p_value"]


def test_mcnemar_names_the_questions_that_flipped():
    found = mcnemar([True, False, True, False], [False, True, True, True])
    assert (found["gained_at"], found["lost_at"]) == ([1, 3], [0])


def test_mcnemar_holds_for_thousands_of_flips():
    assert 0 < mcnemar([False] * 1000, [True] * 1000)["p_value"] < 1e-300
    assert mcnemar(*_pairs(0, 5000, 5000, 0))["p_value"] == 1.0


@pytest.mark.parametrize(
    ("table", "difference", "low", "high", "rounding"),
    [
        # Newcombe (1998), Statistics in Medicine 17:2635-2650, the example of 36, 12, 2, 0 with method 10
        ((36, 12, 2, 0), 0.2, 0.0569, 0.3404, 5e-5),
        # Altman et al. (2000), Statistics with Confidence, table 6.2
        ((14, 5, 0, 22), 5 / 41, 0.01, 0.23, 5e-3),
    ],
)
def test_the_interval_of_a_paired_difference_is_the_published_one(table, difference, low, high, rounding):
    found = paired_difference(*_pairs(*table))
    assert found["difference"] == pytest.approx(difference)
    assert found["interval"] == pytest.approx([low, high], abs=rounding)
    assert found["n"] == sum(table)


def test_the_interval_of_a_paired_difference_mirrors_and_covers_its_estimate():
    for table in [(5, 0, 0, 5), (0, 0, 0, 4), (7, 0, 0, 0), (0, 9, 0, 0), (3, 2, 8, 1)]:
        forward, backward = paired_difference(*_pairs(*table)), paired_difference(*reversed(_pairs(*table)))
        low, high = forward["interval"]
        assert -1 <= low <= forward["difference"] <= high <= 1
        assert backward["interval"] == pytest.approx([-high, -low])


def test_the_interval_of_a_paired_difference_holds_the_truth_about_19_times_in_20():
    chance = random.Random(0)
    hits = 0
    for _ in range(1000):
        before, after = [], []
        for _ in range(60):
            easy = chance.random() < 0.5  # questions that are easy for one are easy for the other
            before.append(chance.random() < (0.7 if easy else 0.2))
            after.append(chance.random() < (0.9 if easy else 0.4))
        low, high = paired_difference(before, after)["interval"]
        hits += low <= 0.2 <= high
    assert 930 <= hits <= 975


@pytest.mark.parametrize("function", [mcnemar, paired_difference])
def test_verdicts_on_different_questions_are_not_paired(function):
    with pytest.raises(ValueError, match="2 verdicts before and 1 after"):
        function([True, False], [True])


def test_the_interval_of_a_mean_is_1_96_standard_errors_each_way():
    found = mean_with_interval([1.0, 2.0, 3.0])
    assert found["interval"] == pytest.approx([2 - 1.95996 / 3**0.5, 2 + 1.95996 / 3**0.5], abs=1e-5)
    assert mean_with_interval([4.0]) == {"mean": 4.0, "n": 1, "interval": [4.0, 4.0]}
