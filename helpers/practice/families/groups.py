"""Families that group the rows of one table, by a category."""

import random

from helpers.practice.families.aggregates import aggregate_words, drawn_aggregate
from helpers.practice.grammar.asking import quantity, some_condition, tests
from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import noun_phrase
from helpers.practice.grammar.query import Query, Test
from helpers.practice.grammar.scene import Scene


def _grouped(scene: Scene, rng: random.Random) -> tuple[Table, Column] | None:
    """Draw a table and a column to group by, without NULLs: nobody asks for the group of the unknown."""
    table = scene.table(rng)
    usable = [column for column in scene.of_kind(table, "category") if scene.complete(table, column)]
    return (table, rng.choice(usable)) if usable else None


def _group_count(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _grouped(scene, rng)):
        return None
    table, column = drawn
    conditions = some_condition(scene, rng, table, 0.6, (column.name,))
    name = quoted(column.name)
    query = Query((name, "COUNT(*)"), quoted(table.name), tests(conditions), group=name)
    return Candidate(query, lambda rng: {"cat": column.one, "cats": column.many, "things": noun_phrase(rng, table, conditions)})


def _group_aggregate(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _grouped(scene, rng)):
        return None
    table, column = drawn
    if not (aggregate := drawn_aggregate(scene, rng, table)):
        return None
    function, measure = aggregate
    conditions = some_condition(scene, rng, table, 0.3, (column.name, measure.name))
    name = quoted(column.name)
    query = Query((name, f"{function}({quoted(measure.name)})"), quoted(table.name), tests(conditions), group=name)

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "cat": column.one,
            "cats": column.many,
            "what": aggregate_words(rng, function, measure),
            "things": noun_phrase(rng, table, conditions),
        }

    return Candidate(query, say)


def _having(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _grouped(scene, rng)):
        return None
    table, column = drawn
    conditions = some_condition(scene, rng, table, 0.45, (column.name,))
    op, number = rng.choice((">", ">", ">=", ">=", "<", "=")), rng.randint(1, 7)
    if (number == 1 and op != ">") or (number == 2 and op == "<"):
        return None
    name = quoted(column.name)
    query = Query((name,), quoted(table.name), tests(conditions), group=name, having=Test("COUNT(*)", op, str(number)))

    def say(rng: random.Random) -> dict[str, str]:
        many = noun_phrase(rng, table, conditions)
        return {
            "cats": column.many,
            "cat": column.one,
            "some": f"{quantity(rng, op, number)} {many}" if number > 1 else f"more than one of the {many}",
        }

    return Candidate(query, say)


def _most_common(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _grouped(scene, rng)):
        return None
    table, column = drawn
    conditions = some_condition(scene, rng, table, 0.6, (column.name,))
    descending = rng.random() < 0.75
    name = quoted(column.name)
    query = Query((name,), quoted(table.name), tests(conditions), group=name, order="COUNT(*)", descending=descending, limit=1)

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "cat": column.one, "things": noun_phrase(rng, table, conditions),
            "common": rng.choice(("most common", "most frequent") if descending else ("least common", "rarest")),
            "most": "most" if descending else "fewest",
            "largest": rng.choice(("largest", "highest") if descending else ("smallest", "lowest")),
        }  # fmt: skip

    return Candidate(query, say)


GROUPS = (
    Family(
        "group_count",
        _group_count,
        (
            "How many {things} are there for each {cat}?",
            "Show each {cat} and the number of {things}.",
            "For each {cat}, count the {things}.",
            "What is the number of {things} per {cat}?",
            "List every {cat} together with its number of {things}.",
            "Give the number of {things} for every {cat}.",
        ),
        ("Break down the number of {things} by {cat}.", "Going through the {cats} one by one, how many {things} does each have?"),
        weight=5,
    ),
    Family(
        "group_aggregate",
        _group_aggregate,
        (
            "What is the {what} of {things} for each {cat}?",
            "For each {cat}, show the {what} of {things}.",
            "Show every {cat} with the {what} of its {things}.",
            "Find the {what} of {things} per {cat}.",
            "Give the {what} of {things} for every {cat}.",
            "List each {cat} and the {what} of its {things}.",
        ),
        ("Group the {things} by {cat} and report the {what}.", "How does the {what} of {things} vary by {cat}?"),
        weight=5,
    ),
    Family(
        "having",
        _having,
        (
            "Which {cats} have {some}?",
            "Find the {cats} that have {some}.",
            "What are the {cats} with {some}?",
            "List every {cat} shared by {some}.",
            "Show the {cats} that occur for {some}.",
            "Give each {cat} that has {some}.",
        ),
        ("For which {cats} are there {some}?", "Name every {cat} that {some} have in common."),
        weight=4,
    ),
    Family(
        "most_common",
        _most_common,
        (
            "What is the {common} {cat} among {things}?",
            "Which {cat} has the {most} {things}?",
            "Find the {cat} with the {largest} number of {things}.",
            "Show the {cat} that has the {most} {things}.",
            "Give the {common} {cat} of {things}.",
        ),
        ("Looking at {things}, which {cat} occurs with the {largest} frequency?", "Name the {cat} shared by the {most} {things}."),
        weight=4,
    ),
)
