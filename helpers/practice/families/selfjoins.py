"""Families that join a table with itself: rows that share a value, rows and the row that a key in them points to."""

import random

from helpers.practice.domain import Column, Table, quoted
from helpers.practice.families.asking import TIME, comparative, rows_said, tests
from helpers.practice.families.family import Candidate, Family
from helpers.practice.phrases import Condition, article, columns, noun_phrase
from helpers.practice.query import Query, Test
from helpers.practice.scene import Scene, literal


def _same_as(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng, labeled=True)
    if not (column := scene.category(rng, table)):
        return None
    value = rng.choice(scene.values(table, table.label))
    shown = scene.shown(rng, table, avoid=(column.name,), extra=0.25)
    name, label = quoted(column.name), quoted(table.label.name)
    query = Query(
        tuple(f"T2.{quoted(shown_column.name)}" for shown_column in shown),
        f"{quoted(table.name)} AS T1 JOIN {quoted(table.name)} AS T2 ON T1.{name} = T2.{name}",
        (Test(f"T1.{label}", "=", literal(value)), Test(f"T2.{label}", "!=", literal(value))),
    )

    def say(rng: random.Random) -> dict[str, str]:
        return {"cols": columns(shown), "noun": table.many, "cat": column.one, "value": value, "who": table.who}

    return Candidate(query, say)


def _partners(scene: Scene, rng: random.Random) -> tuple[Table, Column, str] | None:
    """Draw a table with a key into itself, and write its join with itself."""
    found = [(table, column) for table in scene.tables for column in table.columns if column.partner and table.label]
    if not found:
        return None
    table, link = rng.choice(found)
    name = quoted(table.name)
    return table, link, f"{name} AS T1 JOIN {name} AS T2 ON T1.{quoted(link.name)} = T2.{quoted(table.key)}"


def _partner(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _partners(scene, rng)):
        return None
    table, link, joined = drawn
    label = quoted(table.label.name)
    condition = scene.condition(rng, table, "T1.")
    conditions = [condition] if condition else []
    # The join leaves out rows without a partner: the question says so, the query need not.
    partnered = Condition(Test(f"T1.{quoted(link.name)}", "IS NOT NULL"), (("with", article(link.partner)),))

    def say(rng: random.Random) -> dict[str, str]:
        things, thing = (noun_phrase(rng, table, [*conditions, partnered], many=many) for many in (True, False))
        return {"col": table.label.one, "cols": table.label.many, "things": things, "thing": thing, "partner": link.partner}

    return Candidate(Query((f"T1.{label}", f"T2.{label}"), joined, tests(conditions)), say)


def _partner_compared(scene: Scene, rng: random.Random) -> Candidate | None:
    drawn = _partners(scene, rng)
    if not drawn or not (column := scene.number(rng, drawn[0], ("number", *TIME), complete=True)):
        return None
    table, link, joined = drawn
    more = rng.random() < 0.5
    test = Test(f"T1.{quoted(column.name)}", ">" if more else "<", f"T2.{quoted(column.name)}")
    conditions = [Condition(test, (("whose", f"{column.one} is {comparative(rng, column, more)} than that of their {link.partner}"),))]
    if rng.random() < 0.6 and (own := scene.condition(rng, table, "T1.", avoid=(column.name,))):
        conditions.append(own)
    query = Query((f"T1.{quoted(table.label.name)}",), joined, tests(conditions))
    return Candidate(query, rows_said([table.label], table, conditions))


SELF_JOINS = (
    Family(
        "same_as",
        _same_as,
        (
            "What are the {cols} of the other {noun} with the same {cat} as {value}?",
            "Which other {noun} have the same {cat} as {value}? Give their {cols}.",
            "Find the {cols} of the other {noun} {who} share the {cat} of {value}.",
            "List the {cols} of the {noun} that have the same {cat} as {value}, leaving out {value}.",
            "Show the {cols} of all other {noun} whose {cat} is that of {value}.",
        ),
        (
            "Apart from {value}, what are the {cols} of the {noun} with the same {cat}?",
            "Take the {cat} of {value} and list the {cols} of the other {noun} {who} have it too.",
        ),
        weight=3,
    ),
    Family(
        "partner",
        _partner,
        (
            "Show the {col} of each {thing} and the {col} of the {partner}.",
            "For {things}, give the {col} and the {partner}'s {col}.",
            "What are the {cols} of {things}, and the {col} of the {partner} of each?",
            "List the {cols} of {things} together with the {partner}'s {col}.",
            "Find the {col} and the {partner}'s {col} for each {thing}.",
        ),
        (
            "Pair each {thing} with the {partner}, showing the {col} of both.",
            "Next to the {col} of each {thing}, show that of the {partner}.",
        ),
        weight=6,
    ),
    Family(
        "partner_compared",
        _partner_compared,
        (
            "Find the {cols} of {things}.",
            "What are the {cols} of {things}?",
            "Give the {cols} of all {things}.",
            "Show the {col} of each {thing}.",
            "For {things}, show the {cols}.",
        ),
        ("Tell me the {cols} of the {things}.", "I am looking for {things}: give their {cols}."),
        weight=5,
    ),
)
