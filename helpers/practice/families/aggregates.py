"""Families over one table that sum up: aggregates, distinct values, and aggregates of the rows in a range."""

import random

from helpers.practice.grammar.asking import TIME, be, bounds, some_condition, tests
from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import counted, noun_phrase
from helpers.practice.grammar.query import Query
from helpers.practice.grammar.scene import Scene


def aggregate_words(rng: random.Random, function: str, column: Column) -> str:
    """Say an aggregate of a column: "average price", "latest release date"."""
    said = {"AVG": ("average", "average", "mean"), "SUM": ("total", "total", "combined")}
    said |= {"MAX": (bounds(column, True), "maximum"), "MIN": (bounds(column, False), "minimum")}
    if column.kind in TIME:
        said |= {"MAX": ("latest", "most recent"), "MIN": ("earliest",)}
    return f"{rng.choice(said[function])} {column.one}"


def what(rng: random.Random, functions: list[str], column: Column) -> str:
    """Say an aggregate of a column, or MIN and MAX together: "average age", "lowest and highest ages"."""
    if len(functions) == 1:
        return aggregate_words(rng, functions[0], column)
    pairs = [f"{bounds(column, False)} and {bounds(column, True)}"] + ["minimum and maximum"] * (column.kind not in TIME)
    return f"{rng.choice(pairs)} {column.many}"


def drawn_aggregate(scene: Scene, rng: random.Random, table: Table) -> tuple[str, Column] | None:
    """Draw an aggregate that means something: no sums of ages, no averages of years."""
    if not (found := scene.of_kind(table, "number", *TIME)):
        return None
    column = rng.choice(found)
    functions = ["MAX", "MIN"] + ["AVG", "AVG"] * column.averages + ["SUM", "SUM"] * column.adds
    return rng.choice(functions), column


def _aggregate(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    if not (drawn := drawn_aggregate(scene, rng, table)):
        return None
    function, column = drawn
    functions = ["MIN", "MAX"] if function in ("MIN", "MAX") and rng.random() < 0.4 else [function]
    conditions = some_condition(scene, rng, table, 0.7, (column.name,))
    query = Query(tuple(f"{name}({quoted(column.name)})" for name in functions), quoted(table.name), tests(conditions))

    def say(rng: random.Random) -> dict[str, str]:
        return {"what": what(rng, functions, column), "be": be(functions), "things": noun_phrase(rng, table, conditions)}

    return Candidate(query, say)


def _distinct(scene: Scene, rng: random.Random) -> Candidate | None:
    return _different(scene, rng, counting=False)


def _count_distinct(scene: Scene, rng: random.Random) -> Candidate | None:
    return _different(scene, rng, counting=True)


def _different(scene: Scene, rng: random.Random, counting: bool) -> Candidate | None:
    table = scene.table(rng)
    usable = [column for column in scene.of_kind(table, "category", "year", "number") if scene.complete(table, column)]
    usable = [column for column in usable if not counted(column)]  # "the number of different numbers of rooms"
    if not usable:
        return None
    column = rng.choice(usable)
    conditions = some_condition(scene, rng, table, 0.7, (column.name,))
    name = quoted(column.name)
    select = (f"COUNT(DISTINCT {name})",) if counting else (name,)
    query = Query(select, quoted(table.name), tests(conditions), distinct=not counting)
    return Candidate(query, lambda rng: {"cols": column.many, "col": column.one, "things": noun_phrase(rng, table, conditions)})


def _aggregate_between(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    drawn = drawn_aggregate(scene, rng, table)
    others = drawn and [column for column in scene.of_kind(table, "number", *TIME) if column is not drawn[1]]
    if not others:
        return None
    function, column = drawn
    condition = scene.compares(rng, table, rng.choice(others), "BETWEEN")
    functions = ["MIN", "MAX"] if function in ("MIN", "MAX") else [function]
    conditions = [condition, *some_condition(scene, rng, table, 0.4, (column.name, condition.test.left.strip('"')))]
    query = Query(tuple(f"{each}({quoted(column.name)})" for each in functions), quoted(table.name), tests(conditions))

    def say(rng: random.Random) -> dict[str, str]:
        return {"what": what(rng, functions, column), "be": be(functions), "things": noun_phrase(rng, table, conditions)}

    return Candidate(query, say)


AGGREGATES = (
    Family(
        "aggregate",
        _aggregate,
        (
            "What {be} the {what} of {things}?",
            "Find the {what} of all {things}.",
            "Give the {what} of {things}.",
            "For {things}, what {be} the {what}?",
            "Show the {what} across all {things}.",
            "Return the {what} for all {things}.",
        ),
        ("Calculate the {what} of the {things}.", "Taking all {things} together, what {be} the {what}?"),
        weight=8,
    ),
    Family(
        "distinct",
        _distinct,
        (
            "What are the different {cols} of {things}?",
            "List the distinct {cols} of {things}.",
            "Find all the unique {cols} of {things}.",
            "Show each different {col} of {things}.",
            "Which different {cols} occur among {things}?",
            "Give the distinct {cols} found among {things}.",
        ),
        ("List the {cols} of {things} without repeating any.", "Name every {col} that occurs among {things}, each only once."),
        weight=4,
    ),
    Family(
        "count_distinct",
        _count_distinct,
        (
            "How many different {cols} do {things} have?",
            "Count the distinct {cols} of {things}.",
            "What is the number of different {cols} of {things}?",
            "How many distinct {cols} occur among {things}?",
            "Find the number of unique {cols} of {things}.",
        ),
        ("Over all {things}, how many different {cols} are there?", "Counting each only once, how many {cols} do {things} have?"),
        weight=3,
    ),
    Family(
        "aggregate_between",
        _aggregate_between,
        (
            "What {be} the {what} of {things}?",
            "Find the {what} of all {things}.",
            "Give the {what} of {things}.",
            "For {things}, what {be} the {what}?",
            "Show the {what} across all {things}.",
        ),
        ("Calculate the {what} of the {things}.", "Taking all {things} together, what {be} the {what}?"),
        weight=4,
    ),
)
