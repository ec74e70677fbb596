"""Families about dates: rows of a year or month, counts by year, days between two dates."""

import random

from helpers.practice.grammar.asking import fixed, names, rows_said, some_condition, tests
from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import COUNTED, Condition, noun_phrase
from helpers.practice.grammar.query import Query, Test
from helpers.practice.grammar.scene import Scene

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def dated_condition(scene: Scene, rng: random.Random, table: Table) -> tuple[Condition, tuple[str, ...]] | None:
    """Draw a condition on the year or month of a date, or on the days between two, with the columns it reads."""
    dates = scene.of_kind(table, "date")
    if table.span and rng.random() < 0.5:
        return _lasting(scene, rng, table), table.span[:2]
    if not dates:
        return None
    column = rng.choice(dates)
    return _in_part(scene, rng, table, column), (column.name,)


def _in_part(scene: Scene, rng: random.Random, table: Table, column: Column) -> Condition:
    """Draw a condition on the year or the month of a date."""
    value = rng.choice(scene.values(table, column))
    if rng.random() < 0.7:
        part, wanted, said = "%Y", value[:4], f"in {value[:4]}"
    else:
        part, wanted, said = "%m", value[5:7], f"in the month of {_MONTHS[int(value[5:7]) - 1]}"
    test = Test(f"strftime('{part}', {quoted(column.name)})", "=", f"'{wanted}'")
    return Condition(test, (("be", f"{column.says[0]} {said}"),))


def _lasting(scene: Scene, rng: random.Random, table: Table) -> Condition:
    """Draw a condition on the days between the two dates of a table's span."""
    start, end, done = table.span
    number = rng.choice(scene.days(table, start, end))
    op = rng.choice((">", ">", "<", "<", ">=", "<="))
    said = f"{done} for {COUNTED[op].format(number)} {'day' if number == 1 else 'days'}"
    return Condition(Test(f"julianday({quoted(end)}) - julianday({quoted(start)})", op, str(number)), (("be", said),))


def _dated(scene: Scene, rng: random.Random) -> tuple[Table, Column] | None:
    dated = [(table, column) for table in scene.tables for column in scene.of_kind(table, "date")]
    return rng.choice(dated) if dated else None


def _in_year(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _dated(scene, rng)):
        return None
    table, column = drawn
    return _filtered(scene, rng, table, _in_part(scene, rng, table, column), (column.name,))


def _days_between(scene: Scene, rng: random.Random) -> Candidate | None:
    table = rng.choice(scene.tables)
    return _filtered(scene, rng, table, _lasting(scene, rng, table), table.span[:2]) if table.span else None


def _filtered(scene: Scene, rng: random.Random, table: Table, condition: Condition, avoid: tuple[str, ...]) -> Candidate:
    conditions = [condition, *some_condition(scene, rng, table, 0.35, avoid)]
    shown = scene.shown(rng, table, avoid=fixed(conditions))
    return Candidate(Query(names(shown), quoted(table.name), tests(conditions)), rows_said(shown, table, conditions))


def _per_year(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _dated(scene, rng)):
        return None
    table, column = drawn
    dates = tuple(other.name for other in scene.of_kind(table, "date"))
    conditions = some_condition(scene, rng, table, 0.8, dates)
    part, unit = ("%Y", "year") if rng.random() < 0.8 else ("%m", "month of the year")
    name = f"strftime('{part}', {quoted(column.name)})"
    if not scene.complete(table, column):
        conditions.append(Condition(Test(quoted(column.name), "IS NOT NULL"), ()))
    query = Query((name, "COUNT(*)"), quoted(table.name), tests(conditions), group=name)
    spoken = [condition for condition in conditions if condition.forms]

    def say(rng: random.Random) -> dict[str, str]:
        return {"unit": unit, "things": noun_phrase(rng, table, spoken), "done": column.says[0]}

    return Candidate(query, say)


DATES = (
    Family(
        "in_year",
        _in_year,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of {things}.",
            "Find the {cols} of all {things}.",
            "Show the {col} of every {thing}.",
            "Give the {cols} of the {things}.",
            "For {things}, give the {cols}.",
        ),
        ("Please show the {cols} of {things}.", "Find all the {things} and state their {cols}."),
        weight=4,
    ),
    Family(
        "per_year",
        _per_year,
        (
            "How many {things} were {done} in each {unit}?",
            "For each {unit}, show how many {things} were {done}.",
            "Show each {unit} and how many {things} were {done} in it.",
            "What is the number of {things} {done} per {unit}?",
            "List every {unit} with the number of {things} that were {done} in it.",
        ),
        ("Break down by {unit} how many {things} were {done}.", "Give the {unit} and the count of {things} {done} in that {unit}."),
        weight=4,
    ),
    Family(
        "days_between",
        _days_between,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of all {things}.",
            "Find the {cols} of {things}.",
            "Show the {col} of each {thing}.",
            "Give the {cols} of the {things}.",
            "For {things}, show the {cols}.",
        ),
        ("Tell me the {cols} of the {things}.", "Some {noun} {pred}: report their {cols}."),
        weight=8,
    ),
)
