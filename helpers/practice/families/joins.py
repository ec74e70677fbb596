"""Families over two or three joined tables."""

import random
from dataclasses import replace

from helpers.practice.families.aggregates import aggregate_words, drawn_aggregate
from helpers.practice.grammar.asking import fixed, row_names, rows_said, tests
from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import Condition, noun_phrase
from helpers.practice.grammar.query import Query, Test
from helpers.practice.grammar.scene import Relation, Scene, key, literal, qualified


def drawn_relation(scene: Scene, rng: random.Random, linked: bool | None = None, labeled: bool = False) -> Relation | None:
    """Draw a relation: between two tables, over a link table, or either; if asked for, one whose holders can be named and asked about."""
    found = [relation for relation in scene.relations if linked in (None, relation.link is not None)]
    found = [relation for relation in found if not labeled or (relation.holder.label and relation.has is not None)]
    return rng.choice(found) if found else None


def of_holder(scene: Scene, rng: random.Random, relation: Relation) -> Condition | None:
    """Draw a condition on the holder, said of the held: "by Mara Lindt", "by singers from Norway"."""
    holder, prefix = relation.holder, f"{quoted(relation.holder.name)}."
    if holder.label and rng.random() < 0.45:
        value = rng.choice(scene.values(holder, holder.label))
        test = Test(prefix + quoted(holder.label.name), "=", literal(value))
        forms = tuple(("be", relation.of.format(name)) for name in row_names(holder, value))
        return Condition(test, forms, relation=True, named=True)
    if not (condition := scene.condition(rng, holder, prefix)):
        return None
    said = relation.of.format(noun_phrase(rng, holder, [condition]))
    return Condition(condition.test, (("be", said),), relation=True)


def shown_of(scene: Scene, rng: random.Random, table: Table, avoid: tuple[str, ...] = ()) -> tuple[list[Column], tuple[str, ...]]:
    """Draw columns of a table in a join, and write them for SELECT."""
    shown = scene.shown(rng, table, avoid, extra=0.25)
    return shown, tuple(qualified(table, column.name) for column in shown)


def _filtered(scene: Scene, rng: random.Random, relation: Relation | None, counting: bool = False) -> Candidate | None:
    if not relation or not (outer := of_holder(scene, rng, relation)):
        return None
    held = relation.held
    conditions = [outer]
    if rng.random() < 0.35 and (own := scene.condition(rng, held, f"{quoted(held.name)}.")):
        conditions.append(own)
    shown, select = ([], ("COUNT(*)",)) if counting else shown_of(scene, rng, held, fixed(conditions[1:]))
    query = Query(select, relation.joined(held), tests(conditions), once=key(held))
    say = rows_said(shown, held, conditions)
    if not counting and relation.link and not outer.named:
        # Several holders may have the same held row: ask for different ones.
        return Candidate(replace(query, distinct=True, once=""), lambda rng: _different(say(rng)))
    return Candidate(query, say)


def _different(slots: dict[str, str]) -> dict[str, str]:
    return {**{name: text for name, text in slots.items() if name not in ("col", "thing")}, "cols": f"different {slots['cols']}"}


def _join_filter(scene: Scene, rng: random.Random) -> Candidate | None:
    return _filtered(scene, rng, drawn_relation(scene, rng, linked=False))


def _many_to_many(scene: Scene, rng: random.Random) -> Candidate | None:
    return _filtered(scene, rng, drawn_relation(scene, rng, linked=True))


def _join_count(scene: Scene, rng: random.Random) -> Candidate | None:
    return _filtered(scene, rng, drawn_relation(scene, rng), counting=True)


def _join_columns(scene: Scene, rng: random.Random) -> Candidate | None:
    relation = drawn_relation(scene, rng, linked=False, labeled=True)
    condition = relation and scene.condition(rng, relation.held, f"{quoted(relation.held.name)}.")
    if not condition:
        return None
    held, holder = relation.held, relation.holder
    if not relation.alone or not scene.complete(held, held.column(relation.reference)):
        return None  # "the name of the team": which? And an inner join leaves out rows without a holder unsaid
    own = held.label or scene.shown(rng, held, avoid=fixed([condition]))[0]
    other = rng.choice([holder.label, *(column for column in holder.columns if column.kind in ("label", "category", "number"))])
    select = (qualified(held, own.name), qualified(holder, other.name))

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "col": own.one, "cols": own.many, "other": f"{other.one} of the {holder.one}",
            "things": noun_phrase(rng, held, [condition]), "thing": noun_phrase(rng, held, [condition], many=False),
        }  # fmt: skip

    return Candidate(Query(select, relation.joined(held), (condition.test,)), say)


def _join_aggregate(scene: Scene, rng: random.Random) -> Candidate | None:
    relation = drawn_relation(scene, rng)
    drawn = relation and drawn_aggregate(scene, rng, relation.held)
    condition = drawn and of_holder(scene, rng, relation)
    if not condition:
        return None
    function, column = drawn
    held = relation.held
    query = Query((f"{function}({qualified(held, column.name)})",), relation.joined(held), (condition.test,), once=key(held))

    def say(rng: random.Random) -> dict[str, str]:
        return {"what": aggregate_words(rng, function, column), "things": noun_phrase(rng, relation.held, [condition])}

    return Candidate(query, say)


_FRAMES = (
    "What are the {cols} of {things}?",
    "List the {cols} of all {things}.",
    "Find the {cols} of {things}.",
    "Which {noun} {pred}? Give their {cols}.",
    "Show the {col} of each {thing}.",
    "For {things}, give the {cols}.",
)

JOINS = (
    Family(
        "join_filter",
        _join_filter,
        _FRAMES,
        ("I need to see the {cols} of {things}.", "Pick out the {things} and report their {cols}."),
        weight=8,
    ),
    Family(
        "many_to_many",
        _many_to_many,
        _FRAMES,
        ("I would like the {cols} of all {things}.", "Look for {things} and write down their {cols}."),
        weight=10,
    ),
    Family(
        "join_count",
        _join_count,
        (
            "How many {things} are there?",
            "Count the {things}.",
            "What is the number of {things}?",
            "Find the number of {things}.",
            "How many {noun} {pred}?",
        ),
        ("Give the total number of {things}.", "Find out how many {noun} {pred}."),
        weight=5,
    ),
    Family(
        "join_columns",
        _join_columns,
        (
            "Show the {col} of each {thing} and the {other}.",
            "For every {thing}, give the {col} and the {other}.",
            "What are the {cols} of {things}, and the {other} of each?",
            "List the {cols} of {things} together with the {other}.",
            "Find the {col} and the {other} for each {thing}.",
        ),
        ("Report the {cols} of {things}, each with the {other}.", "Next to the {col} of every {thing}, show the {other}."),
        weight=4,
    ),
    Family(
        "join_aggregate",
        _join_aggregate,
        (
            "What is the {what} of {things}?",
            "Find the {what} of all {things}.",
            "Give the {what} of {things}.",
            "For {things}, what is the {what}?",
            "Show the {what} across all {things}.",
        ),
        ("Calculate the {what} of the {things}.", "Taking all {things} together, what is the {what}?"),
        weight=4,
    ),
)
