"""Families over one table that sort: superlatives, the first few rows, order."""

import random

from helpers.practice.grammar.asking import NUMERALS, TIME, be, bounds, fixed, names, some_condition, tests
from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import Condition, columns, counted, noun_phrase
from helpers.practice.grammar.query import Query
from helpers.practice.grammar.scene import Scene


def extreme(rng: random.Random, table: Table, column: Column, descending: bool, conditions: list[Condition], count: int = 1) -> str:
    """Say the row or rows at one end: "the oldest singer", "the three songs with the highest prices"."""
    lead = column.most if descending else column.least
    number = f"{rng.choice((NUMERALS[count], str(count)))} " if count > 1 else ""
    if lead and rng.random() < 0.7:
        return f"the {number}{noun_phrase(rng, table, conditions, count > 1, lead=lead)}"
    measure = f"{bounds(column, descending)} {column.many if count > 1 else column.one}"
    if things := counted(column):
        measure = f"{'most' if descending else 'fewest'} {things}"
    phrase = noun_phrase(rng, table, conditions, count > 1)
    joint = f"{table.who} {'have' if count > 1 else 'has'}" if " with " in phrase else "with"
    return f"the {number}{phrase} {joint} the {measure}"


def in_order(rng: random.Random, column: Column, descending: bool) -> str:
    """Say an order: "in descending order of age", "sorted by age from lowest to highest"."""
    if column.kind in ("label", "category", "text"):
        forward = ("in alphabetical order of", "sorted alphabetically by")
        backward = ("in reverse alphabetical order of", "sorted from Z to A by")
        return f"{rng.choice(backward if descending else forward)} {column.one}"
    ends = [bounds(column, False), bounds(column, True)]
    first, last = reversed(ends) if descending else ends
    named = "descending" if descending else "ascending"
    by = column.one
    return rng.choice((f"in {named} order of {by}", f"sorted by {by} from {first} to {last}", f"ordered by {by} with the {first} first"))


def _superlative(scene: Scene, rng: random.Random) -> Candidate | None:
    return _first(scene, rng, 1)


def _top(scene: Scene, rng: random.Random) -> Candidate | None:
    return _first(scene, rng, rng.choice((2, 3, 3, 4, 5)))


def _first(scene: Scene, rng: random.Random, count: int) -> Candidate | None:
    table = scene.table(rng)
    if not (column := scene.number(rng, table, ("number", *TIME), complete=True)):
        return None
    conditions = some_condition(scene, rng, table, 0.45, (column.name,))
    shown = scene.shown(rng, table, avoid=(column.name, *fixed(conditions)))
    descending = rng.random() < 0.55
    query = Query(names(shown), quoted(table.name), tests(conditions), order=quoted(column.name), descending=descending, limit=count)

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "cols": columns(shown), "col": columns(shown, many=False), "be": be(shown),
            "extreme": extreme(rng, table, column, descending, conditions, count),
            "best": bounds(column, descending), "measure": column.one, "measures": column.many,
            "things": noun_phrase(rng, table, conditions), "thing": noun_phrase(rng, table, conditions, many=False),
            "k": rng.choice((NUMERALS.get(count, ""), str(count))),
            "order": in_order(rng, column, descending),
        }  # fmt: skip

    return Candidate(query, say)


def _sorted(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    usable = [column for column in scene.of_kind(table, "label", "number", *TIME) if scene.complete(table, column)]
    column = rng.choice(usable)
    conditions = some_condition(scene, rng, table, 0.5, (column.name,))
    shown = scene.shown(rng, table, avoid=fixed(conditions))
    descending = rng.random() < 0.5
    query = Query(names(shown), quoted(table.name), tests(conditions), order=quoted(column.name), descending=descending)

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "cols": columns(shown), "col": columns(shown, many=False), "order": in_order(rng, column, descending),
            "things": noun_phrase(rng, table, conditions), "thing": noun_phrase(rng, table, conditions, many=False),
        }  # fmt: skip

    return Candidate(query, say)


SORTING = (
    Family(
        "superlative",
        _superlative,
        (
            "What {be} the {col} of {extreme}?",
            "Find the {col} of {extreme}.",
            "Give the {col} of {extreme}.",
            "Which {thing} has the {best} {measure}? Give the {col}.",
            "Return the {col} of the {thing} with the {best} {measure}.",
            "For {extreme}, show the {col}.",
        ),
        ("I want to know the {col} of {extreme}.", "Of all {things}, which one has the {best} {measure}? State the {col}."),
        weight=7,
    ),
    Family(
        "top",
        _top,
        (
            "What are the {cols} of {extreme}?",
            "List the {cols} of {extreme}.",
            "Which {k} {things} have the {best} {measures}? Give their {cols}.",
            "Show the {cols} of the {k} {things} with the {best} {measures}.",
            "Find {extreme} and give their {cols}.",
            "Show the {cols} of the first {k} {things} {order}.",
        ),
        ("I need the {cols} of {extreme}.", "Take the {things} {order} and keep only the first {k}: what are their {cols}?"),
        weight=5,
    ),
    Family(
        "sorted",
        _sorted,
        (
            "What are the {cols} of {things}, {order}?",
            "List the {cols} of {things} {order}.",
            "Show the {cols} of all {things}, {order}.",
            "Give the {col} of each {thing} {order}.",
            "Find the {cols} of {things} and show them {order}.",
        ),
        ("{order}, write down the {cols} of {things}.", "Make a list of {things} {order}, showing their {cols}."),
        weight=5,
    ),
)
