"""Two results, the same answer or not."""

import itertools
import random
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sandbox import Result

pytestmark = pytest.mark.sql

CELLS = st.sampled_from([0, 1, 2, 1.0, "1", None])


def result(rows):
    return Result([tuple(row) for row in rows], columns=len(rows[0]) if rows else 1)


def by_brute_force(gold, predicted, ordered):
    if len(gold) != len(predicted):
        return False
    if not gold:
        return True
    if len(gold[0]) != len(predicted[0]):
        return False
    candidates = ([tuple(row[i] for i in order) for row in predicted] for order in itertools.permutations(range(len(gold[0]))))
    return any(gold == rows if ordered else Counter(gold) == Counter(rows) for rows in candidates)


@st.composite
def pairs(draw):
    """Draw a result and another: shuffled rows and columns of the first, perhaps with one cell changed, or unrelated."""
    width, height = draw(st.integers(1, 5)), draw(st.integers(0, 6))
    rows = [tuple(draw(CELLS) for _ in range(width)) for _ in range(height)]
    kind = draw(st.sampled_from(["columns", "rows and columns", "one cell", "unrelated"]))
    if kind == "unrelated":
        return rows, [tuple(draw(CELLS) for _ in range(width)) for _ in range(height)]
    order = draw(st.permutations(range(width)))
    others = [tuple(row[i] for i in order) for row in rows]
    if kind != "columns":
        others = list(draw(st.permutations(others)))
    if kind == "one cell" and others:
        row = draw(st.integers(0, height - 1))
        others[row] = (draw(CELLS), *others[row][1:])
    return rows, others


@settings(max_examples=400, deadline=None)
@given(pairs(), st.booleans())
def test_the_search_agrees_with_trying_all_permutations(pair, ordered):
    gold, predicted = pair
    assert same_result(result(gold), result(predicted), ordered=ordered) == by_brute_force(gold, predicted, ordered)


@settings(max_examples=200, deadline=None)
@given(pairs())
def test_equality_is_symmetric_and_a_tolerance_only_adds_to_it(pair):
    gold, predicted = map(result, pair)
    same = same_result(gold, predicted, ordered=False)
    assert same_result(predicted, gold, ordered=False) == same
    assert same_result(gold, predicted, ordered=False, float_tolerance=1e-6) >= same


@pytest.mark.parametrize(
    ("same", "gold", "predicted", "why"),
    [
        (True, [(1, "a"), (2, "b")], [("b", 2), ("a", 1)], "columns and rows in another order"),
        (False, [(1, "a"), (2, "b")], [("b", 1), ("a", 2)], "each column agrees, the rows do not"),
        (True, [(1,)], [(1.0,)], "1 equals 1.0"),
        (False, [(1,)], [("1",)], "'1' is a text"),
        (True, [(None,)], [(None,)], "NULL equals NULL"),
        (False, [(None,)], [("",)], "NULL is not empty text"),
        (False, [(1,), (1,), (2,)], [(1,), (2,), (2,)], "repeats count"),
        (False, [(1,)], [(1,), (1,)], "the number of rows counts"),
        (False, [(1, 1)], [(1,)], "the number of columns counts"),
    ],
)
def test_values_repeats_and_shapes_are_compared_as_the_official_evaluator_does(same, gold, predicted, why):
    assert same_result(result(gold), result(predicted), ordered=False) == same, why


def test_two_empty_results_are_equal_whatever_their_columns():
    assert same_result(Result([], columns=1), Result([], columns=3), ordered=True)


def test_an_error_equals_nothing_not_even_the_same_error():
    failed = Result(None, error="timeout")
    assert not same_result(failed, failed, ordered=False)
    assert not same_result(Result([]), failed, ordered=False)
    assert not same_result(failed, Result([]), ordered=False)


def test_order_decides_only_where_it_is_asked_for():
    gold, predicted = result([(1, "a"), (2, "b")]), result([("b", 2), ("a", 1)])
    assert same_result(gold, predicted, ordered=False)
    assert not same_result(gold, predicted, ordered=True)
    assert same_result(gold, result([("a", 1), ("b", 2)]), ordered=True)


@pytest.mark.parametrize(
    ("same", "gold", "predicted"),
    [
        (True, [(0.1 + 0.2, 1)], [(0.3, 1)]),
        (True, [(3,), (2,)], [(2.9999999,), (2,)]),
        (True, [(1e9 + 0.5,)], [(1e9 + 0.25,)]),
        (True, [(0.0,)], [(1e-15,)]),
        (False, [(1_000_000,)], [(1_000_001,)]),  # two counts
        (True, [(40.1234567,), (40.1234568,)], [(40.1234567,), (40.1234567,)]),  # each within the tolerance of its partner
        (False, [(0.3,)], [(0.30001,)]),
        (False, [("0.3",)], [(0.3,)]),
        (True, [(float("inf"),)], [(float("inf"),)]),
        (False, [(float("inf"),)], [(1e300,)]),
    ],
)
def test_the_tolerance_forgives_rounding_and_nothing_else(same, gold, predicted):
    assert same_result(result(gold), result(predicted), ordered=False, float_tolerance=1e-6) == same


LOOSE = st.sampled_from([0.3, 0.1 + 0.2, 0.30000025, 0.3000005, 1e7, 1e7 + 0.5, 1e7 + 1, -0.0, 1e-13, 2.0, 2, "0.3", None])


def near(left, right):
    if not all(isinstance(value, (int, float)) for value in (left, right)) or left == right:
        return left == right
    whole = all(float(value).is_integer() for value in (left, right))
    return not whole and abs(left - right) <= max(1e-6 * max(abs(left), abs(right)), 1e-12)


@settings(max_examples=600, deadline=None)
@given(st.integers(1, 3), st.data(), st.booleans())
def test_within_the_tolerance_is_what_can_be_paired_so_that_every_cell_is_close_from_either_side(width, data, ordered):
    rows = st.lists(st.tuples(*[LOOSE] * width), min_size=1, max_size=4)
    gold = data.draw(rows)
    nudged = {0.3: [0.1 + 0.2, 0.30000025], 0.30000025: [0.3, 0.3000005], 1e7 + 0.5: [1e7, 1e7 + 1], 1e-13: [0.0]}
    other = [tuple(data.draw(st.sampled_from([cell, *nudged.get(cell, [])])) for cell in row) for row in gold]
    predicted = data.draw(st.sampled_from([data.draw(rows), other, data.draw(st.permutations(other))]))
    columns = list(itertools.permutations(range(width)))
    right = len(gold) == len(predicted) and any(
        all(near(a, b[i]) for row, b in zip(gold, pairing, strict=True) for a, i in zip(row, order, strict=True))
        for pairing in ([predicted] if ordered else itertools.permutations(predicted))
        for order in columns
    )
    sides = result(gold), result(predicted)
    assert same_result(*sides, ordered=ordered, float_tolerance=1e-6) == right
    assert same_result(*sides[::-1], ordered=ordered, float_tolerance=1e-6) == right


def test_a_number_that_the_gold_result_holds_elsewhere_may_stand_for_its_neighbor():
    # A predicted number was moved to its neighbour only where the gold result lacked it, so that these two were different.
    gold, predicted = result([(0.30000000000000004,), (0.3,)]), result([(0.3,), (0.30000000000000004,)])
    assert same_result(gold, predicted, ordered=True, float_tolerance=1e-6)


def test_the_tolerance_is_quick_on_ten_thousand_rows_of_numbers_that_are_all_close():
    chance = random.Random(0)
    gold = [(1 + i * 1e-9, chance.random()) for i in range(10_000)]
    moved = chance.sample([(b, a + 1e-10) for a, b in gold], len(gold))
    wrong = [*moved[:-1], (5.5, 1.0)]
    started = time.perf_counter()
    assert same_result(result(gold), result(moved), ordered=False, float_tolerance=1e-6)
    assert not same_result(result(gold), result(wrong), ordered=False, float_tolerance=1e-6)
    assert time.perf_counter() - started < 60  # a hang, never a speed


def _incidence(vertices, edges):
    return [tuple(int(vertex in edge) for vertex in range(vertices)) for edge in edges]


def _shuffled(rows, seed=0):
    chance = random.Random(seed)
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    return chance.sample([tuple(row[i] for i in order) for row in rows], len(rows))


def _rook():
    return [(a, b) for a, b in itertools.combinations(range(16), 2) if (a // 4 == b // 4) != (a % 4 == b % 4)]


def _shrikhande():
    steps = {(0, 1), (0, 3), (1, 0), (3, 0), (1, 1), (3, 3)}
    pairs = itertools.combinations(range(16), 2)
    return [(a, b) for a, b in pairs if ((a // 4 - b // 4) % 4, (a % 4 - b % 4) % 4) in steps]


def _ring(size, start=0):
    return [(start + i, start + (i + 1) % size) for i in range(size)]


@pytest.mark.parametrize(
    ("same", "gold", "predicted"),
    [
        # Nine columns of 0 and 1: the official search takes more than a minute.
        (True, rows := [tuple(random.Random(9 * i + j).randint(0, 1) for j in range(9)) for i in range(40)], _shuffled(rows)),
        (True, square := [tuple(int(i == j) for j in range(30)) for i in range(30)], _shuffled(square)),
        # Results that look alike from every cell: the edges of graphs that are hard to tell apart.
        (False, _incidence(12, _ring(6) + _ring(6, 6)), _incidence(12, _ring(12))),
        (False, _incidence(16, _rook()), _incidence(16, _shrikhande())),
        (True, _incidence(16, _shrikhande()), _shuffled(_incidence(16, _shrikhande()))),
        (True, wide := [(i, i % 7, i % 2, str(i)) for i in range(10_000)], _shuffled(wide)),
    ],
)
def test_no_result_makes_the_search_exponential(same, gold, predicted):
    started = time.monotonic()
    assert same_result(result(gold), result(predicted), ordered=False) == same
    assert time.monotonic() - started < 60  # .3 s on an idle machine


@pytest.mark.parametrize(
    ("matters", "sql"),
    [
        (True, "SELECT a FROM t ORDER BY a"),
        (True, "SELECT a FROM t order\n  by a LIMIT 3"),
        (True, "SELECT a FROM t UNION SELECT b FROM u ORDER BY 1"),
        (True, "(SELECT a FROM t ORDER BY a)"),
        (False, "SELECT a FROM t"),
        (False, "SELECT a FROM t WHERE b IN (SELECT b FROM u ORDER BY c LIMIT 1)"),
        (False, "SELECT a FROM (SELECT a FROM t ORDER BY a)"),
        (False, "SELECT a, row_number() OVER (ORDER BY b) FROM t"),
        (False, "SELECT a FROM t WHERE b = 'order by'"),
        (True, "SELECT a FROM WHERE ( b ) ORDER BY a"),  # the last three cannot be parsed
        (False, "SELECT a FROM WHERE b IN (SELECT c ORDER BY d)"),
        (False, "SELECT 'ORDER BY' FROM WHERE -- order by"),
        (True, "SELECT a FROM t order/**/by a"),
        (True, "SELECT a FROM t order--\nby a"),
        (True, "SELECT a b c FROM t ORDER/*(*/BY a"),  # cannot be parsed
        (False, "SELECT a FROM (SELECT a FROM t order/**/by a)"),
        (False, "SELECT [order by] FROM t /* order by a */"),
    ],
)
def test_the_order_matters_where_the_query_itself_asks_for_one(matters, sql):
    assert order_matters(sql) == matters


def _rings(*lengths):
    """Make a table whose rows are the edges of rings, and whose columns are their corners: all columns look alike."""
    rows, first = [], 0
    for length in lengths:
        for i in range(length):
            row = [0] * sum(lengths)
            row[first + i] = row[first + (i + 1) % length] = 1
            rows.append(tuple(row))
        first += length
    return Result(rows, sum(lengths))


def test_large_results_made_to_look_alike_are_compared_in_seconds():
    """1,000 assignments of 240 columns in 240 rows took minutes, in the process that scores."""
    started = time.process_time()
    assert not same_result(_rings(*[6] * 40), _rings(*[6] * 39, 3, 3), ordered=False)
    assert time.process_time() - started < 60  # 2 s
    assert not same_result(_rings(6, 6), _rings(6, 3, 3), ordered=False)
    turned = [row[::-1] for row in _rings(6, 5, 4, 3).rows]
    assert same_result(_rings(6, 5, 4, 3), Result(turned, 18), ordered=False)
