"""Families about dates: rows of a year or month, counts by year, days between two dates."""

import random

from helpers.practice.domain import Column, Table, quoted
from helpers.practice.families.family import Candidate, Family
from helpers.practice.families.single import names, rows_said
from helpers.practice.families.sorting import some_condition, tests
from helpers.practice.phrases import COUNTED, Condition, noun_phrase
from helpers.practice.query import Query, Test
from helpers.practice.scene import Scene

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def _dated(scene: Scene, rng: random.Random) -> tuple[Table, Column] | None:
    dated = [(table, column) for table in scene.tables for column in scene.of_kind(table, "date")]
    return rng.choice(dated) if dated else None


def _in_year(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _dated(scene, rng)):
        return None
    table, column = drawn
    value = rng.choice(scene.values(table, column))
    if rng.random() < 0.7:
        part, wanted, said = "%Y", value[:4], f"in {value[:4]}"
    else:
        part, wanted, said = "%m", value[5:7], f"in the month of {_MONTHS[int(value[5:7]) - 1]}"
    test = Test(f"strftime('{part}', {quoted(column.name)})", "=", f"'{wanted}'")
    conditions = [Condition(test, (("be", f"{column.says[0]} {said}"),)), *some_condition(scene, rng, table, 0.35, (column.name,))]
    if rng.random() < 0.35:
        say = rows_said([], table, conditions)
        return Candidate(Query(("COUNT(*)",), quoted(table.name), tests(conditions)), lambda rng: {"counted": say(rng)["things"]})
    shown = scene.shown(rng, table)
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


def _days_between(scene: Scene, rng: random.Random) -> Candidate | None:
    table = rng.choice(scene.tables)
    if not table.span:
        return None
    start, end, done = table.span
    days = f"julianday({quoted(end)}) - julianday({quoted(start)})"
    number = rng.choice(scene.days(table, start, end))
    op = rng.choice((">", ">", "<", "<", ">=", "<="))
    said = f"{done} for {COUNTED[op].format(number)} {'day' if number == 1 else 'days'}"
    conditions = [Condition(Test(days, op, str(number)), (("be", said),)), *some_condition(scene, rng, table, 0.35, (start, end))]
    if rng.random() < 0.35:
        say = rows_said([], table, conditions)
        return Candidate(Query(("COUNT(*)",), quoted(table.name), tests(conditions)), lambda rng: {"counted": say(rng)["things"]})
    shown = scene.shown(rng, table)
    return Candidate(Query(names(shown), quoted(table.name), tests(conditions)), rows_said(shown, table, conditions))


DATES = (
    Family(
        "in_year",
        _in_year,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of {things}.",
            "Find the {cols} of all {things}.",
            "Show the {col} of every {thing}.",
            "How many {counted} are there?",
            "Count the {counted}.",
            "Give the {cols} of the {things}.",
        ),
        ("Please show the {cols} of {things}.", "Find out how many {counted} there are."),
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
            "How many {counted} are there?",
            "Count the {counted}.",
        ),
        ("Tell me the {cols} of the {things}.", "What is the number of {counted}?"),
        weight=8,
    ),
)
