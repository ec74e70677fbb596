"""Families over one table: counts, rows that meet conditions, looking one row up."""

import random

from helpers.practice.families.dates import dated_condition
from helpers.practice.grammar.asking import TIME, be, fixed, names, rows_said, some_condition, tests
from helpers.practice.grammar.domain import quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import Condition, columns
from helpers.practice.grammar.query import Query, Test
from helpers.practice.grammar.scene import Scene, literal


def _count(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    conditions: list[Condition] = []
    if rng.random() < 0.25 and (drawn := dated_condition(scene, rng, table)):
        conditions.append(drawn[0])
    elif rng.random() < 0.15 and (holes := scene.nullable(table)):
        conditions.append(scene.null(table, rng.choice(holes), missing=rng.random() < 0.65))
    else:
        for _ in range(rng.choices((0, 1, 2), (1, 5, 3))[0]):
            conditions += some_condition(scene, rng, table, 1.0, tuple(condition.test.left.strip('"') for condition in conditions))
    return Candidate(Query(("COUNT(*)",), quoted(table.name), tests(conditions)), rows_said([], table, conditions))


def _filter(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    if not (condition := scene.condition(rng, table)):
        return None
    shown = scene.shown(rng, table, avoid=fixed([condition]))
    return Candidate(Query(names(shown), quoted(table.name), (condition.test,)), rows_said(shown, table, [condition]))


def _two(scene: Scene, rng: random.Random, connector: str) -> Candidate | None:
    table = scene.table(rng)
    one = scene.condition(rng, table)
    two = one and scene.condition(rng, table, avoid=(one.test.left.strip('"'),))
    if not one or not two:
        return None
    shown = scene.shown(rng, table, avoid=(one.test.left.strip('"'), two.test.left.strip('"')), extra=0.2)
    query = Query(names(shown), quoted(table.name), (one.test, two.test), connector.upper())
    return Candidate(query, rows_said(shown, table, [one, two], connector))


def _both(scene: Scene, rng: random.Random) -> Candidate | None:
    return _two(scene, rng, "and")


def _either(scene: Scene, rng: random.Random) -> Candidate | None:
    return _two(scene, rng, "or")


def _between(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    column = scene.number(rng, table, ("number", *TIME))
    if not column:
        return None
    condition = scene.compares(rng, table, column, "BETWEEN")
    shown = scene.shown(rng, table)
    return Candidate(Query(names(shown), quoted(table.name), (condition.test,)), rows_said(shown, table, [condition]))


def _like(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    searched = scene.of_kind(table, "label", "text")
    if not searched:
        return None
    column = rng.choice(searched)
    value = rng.choice(scene.values(table, column))
    words = [word for word in value.split() if len(word) > 3 and word.isalpha()]
    start = rng.randrange(1, len(value) - 2)
    piece = value[start : start + rng.choice((2, 3))]
    ways = [(f"{value[0]}%", (f"starts with the letter {value[0]}", f"begins with {value[0]}"))]
    if piece.isalpha() and piece.islower():
        ways.append((f"%{piece}%", (f"contains the letters {piece}",)))
    if len(words) > 1:
        word = rng.choice(words)
        ways.append((f"%{word}%", (f"contains the word {word}", f"contains {word}")))
    if len(words) > 1 and value.endswith(words[-1]):
        ways.append((f"%{words[-1]}", (f"ends with {words[-1]}", f"ends in {words[-1]}")))
    pattern, said = rng.choice(ways)
    condition = Condition(Test(quoted(column.name), "LIKE", literal(pattern)), tuple(("whose", f"{column.one} {text}") for text in said))
    shown = scene.shown(rng, table)
    return Candidate(Query(names(shown), quoted(table.name), (condition.test,)), rows_said(shown, table, [condition]))


def _null(scene: Scene, rng: random.Random) -> Candidate | None:
    holes = [(table, column) for table in scene.tables for column in scene.nullable(table)]
    if not holes:
        return None
    table, column = rng.choice(holes)
    condition = scene.null(table, column, missing=rng.random() < 0.65)
    conditions = [condition]
    if rng.random() < 0.5 and (second := scene.condition(rng, table, avoid=(column.name,))):
        conditions.append(second)
    shown = scene.shown(rng, table, avoid=(column.name, *fixed(conditions)))
    return Candidate(Query(names(shown), quoted(table.name), tests(conditions)), rows_said(shown, table, conditions))


def _lookup(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng, labeled=True)
    value = rng.choice(scene.values(table, table.label))
    others = [column for column in table.columns if column.kind not in ("reference", "label")]
    if not others:
        return None
    shown = rng.sample(others, min(len(others), rng.choices((1, 2), (2, 1))[0]))
    query = Query(names(shown), quoted(table.name), (Test(quoted(table.label.name), "=", literal(value)),))

    def say(rng: random.Random) -> dict[str, str]:
        of = value if table.people else rng.choice((value, f"the {table.one} {value}", f"the {table.one} {value}"))
        return {"col": columns(shown, many=False), "value": of, "bare": value, "one": table.one, "be": be(shown)}

    return Candidate(query, say)


SINGLE = (
    Family(
        "count",
        _count,
        (
            "How many {things} are there?",
            "Count the {things}.",
            "What is the number of {things}?",
            "Find the number of {things}.",
            "How many {noun} {pred}?",
            "Tell me how many {things} there are.",
        ),
        ("In total, how many {things} are on record?", "Give the count of {things}."),
        weight=7,
    ),
    Family(
        "lookup",
        _lookup,
        (
            "What {be} the {col} of {value}?",
            "Give the {col} of {value}.",
            "Show me the {col} of {value}.",
            "For the {one} called {bare}, what {be} the {col}?",
            "Find the {col} of the {one} named {bare}.",
            "Return the {col} for {value}.",
        ),
        ("I would like to know the {col} of {value}.", "There is a {one} named {bare}: state the {col}."),
        weight=4,
    ),
    Family(
        "filter",
        _filter,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of {things}.",
            "Find the {cols} of all {things}.",
            "Which {noun} {pred}? Give their {cols}.",
            "For {things}, show the {cols}.",
            "Show the {col} of each {thing}.",
            "Return the {cols} of the {noun} {whose}.",
        ),
        (
            "I need the {cols} of all the {things}.",
            "Some {noun} {pred}; what are their {cols}?",
            "Take every {thing} and write down the {col}.",
        ),
        weight=9,
    ),
    Family(
        "both",
        _both,
        (
            "Find the {cols} of {things}.",
            "What are the {cols} of all {things}?",
            "Which {noun} {pred}? List their {cols}.",
            "Show the {cols} for {things}.",
            "Give the {col} of every {thing}.",
            "Among the {noun}, find those that {pred} and show their {cols}.",
        ),
        ("Let me see the {cols} of the {things}.", "We are looking for {things}; report their {cols}."),
        weight=8,
    ),
    Family(
        "either",
        _either,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of all {things}.",
            "Which {noun} {pred}? Show their {cols}.",
            "Find the {cols} of the {noun} {whose}.",
            "Give the {cols} of {things}.",
        ),
        ("Report the {cols} of any {things}.", "For the {noun} {whose}, I need the {cols}."),
        weight=4,
    ),
    Family(
        "between",
        _between,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of {things}.",
            "Find the {cols} of all {noun} {whose}.",
            "Which {noun} {pred}? Give their {cols}.",
            "Show the {col} of every {thing}.",
            "For {things}, give the {cols}.",
        ),
        ("Tell me the {cols} of the {things}.", "Looking only at {things}, what are the {cols}?"),
        weight=4,
    ),
    Family(
        "like",
        _like,
        (
            "What are the {cols} of {things}?",
            "Find the {cols} of all {things}.",
            "List the {cols} of the {noun} {whose}.",
            "Show the {col} of each {thing}.",
            "Give me the {cols} of {things}.",
            "For every {thing}, show the {col}.",
        ),
        ("Search for {things} and return their {cols}.", "I am looking for {things}. What are their {cols}?"),
        weight=4,
    ),
    Family(
        "null",
        _null,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of {things}.",
            "Find the {cols} of all {noun} {whose}.",
            "Show the {col} of each {thing}.",
            "For {things}, show the {cols}.",
            "Give the {cols} of the {things}.",
        ),
        ("Tell me the {cols} of all the {things}.", "I am after the {things}: what are their {cols}?"),
        weight=3,
    ),
)
