"""Families over two or three joined tables."""

import random

from helpers.practice.domain import Column, Table, quoted
from helpers.practice.families.family import Candidate, Family
from helpers.practice.families.groups import quantity
from helpers.practice.families.single import rows_said
from helpers.practice.families.sorting import NUMERALS, aggregate_words, drawn_aggregate, tests
from helpers.practice.phrases import Condition, columns, noun_phrase
from helpers.practice.query import Query, Test
from helpers.practice.scene import Relation, Scene, key, literal, qualified


def drawn_relation(scene: Scene, rng: random.Random, linked: bool | None = None, labelled: bool = False) -> Relation | None:
    """Draw a relation: between two tables, over a link table, or either; with a holder that has a label if asked for."""
    found = [relation for relation in scene.relations if linked in (None, relation.link is not None)]
    found = [relation for relation in found if relation.holder.label or not labelled]
    return rng.choice(found) if found else None


def of_holder(scene: Scene, rng: random.Random, relation: Relation) -> Condition | None:
    """Draw a condition on the holder, said of the held: "by Mara Lindt", "by singers from Norway"."""
    holder, prefix = relation.holder, f"{quoted(relation.holder.name)}."
    if holder.label and rng.random() < 0.45:
        value = rng.choice(scene.values(holder, holder.label))
        named = value if holder.people else f"the {holder.one} {value}"
        test = Test(prefix + quoted(holder.label.name), "=", literal(value))
        return Condition(test, tuple(("be", relation.of.format(name)) for name in {value: 0, named: 0}), relation=True)
    if not (condition := scene.condition(rng, holder, prefix)):
        return None
    said = relation.of.format(noun_phrase(rng, holder, [condition]))
    return Condition(condition.test, (("be", said),), relation=True)


def shown_of(scene: Scene, rng: random.Random, table: Table, avoid: tuple[str, ...] = ()) -> tuple[list[Column], tuple[str, ...]]:
    """Draw columns of a table in a join, and write them for SELECT."""
    shown = scene.shown(rng, table, avoid, extra=0.25)
    return shown, tuple(qualified(table, column.name) for column in shown)


def _filtered(scene: Scene, rng: random.Random, relation: Relation | None, counted: bool = False) -> Candidate | None:
    if not relation or not (outer := of_holder(scene, rng, relation)):
        return None
    held = relation.held
    conditions = [outer]
    if rng.random() < 0.35 and (own := scene.condition(rng, held, f"{quoted(held.name)}.")):
        conditions.append(own)
    shown, select = ([], ("COUNT(*)",)) if counted else shown_of(scene, rng, held)
    return Candidate(Query(select, relation.joined(held), tests(conditions)), rows_said(shown, held, conditions))


def _join_filter(scene: Scene, rng: random.Random) -> Candidate | None:
    return _filtered(scene, rng, drawn_relation(scene, rng, linked=False))


def _many_to_many(scene: Scene, rng: random.Random) -> Candidate | None:
    return _filtered(scene, rng, drawn_relation(scene, rng, linked=True))


def _join_count(scene: Scene, rng: random.Random) -> Candidate | None:
    return _filtered(scene, rng, drawn_relation(scene, rng), counted=True)


def _join_columns(scene: Scene, rng: random.Random) -> Candidate | None:
    relation = drawn_relation(scene, rng, linked=False, labelled=True)
    condition = relation and scene.condition(rng, relation.held, f"{quoted(relation.held.name)}.")
    if not condition:
        return None
    held, holder = relation.held, relation.holder
    own = held.label or rng.choice([column for column in held.columns if column.kind != "reference"])
    other = rng.choice([holder.label, *(column for column in holder.columns if column.kind in ("label", "category", "number"))])
    select = (qualified(held, own.name), qualified(holder, other.name))

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "col": own.one, "cols": own.many, "other": f"{other.one} of the {holder.one}",
            "things": noun_phrase(rng, held, [condition]), "thing": noun_phrase(rng, held, [condition], many=False),
        }  # fmt: skip

    return Candidate(Query(select, relation.joined(held), (condition.test,)), say)


def _join_group(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (relation := drawn_relation(scene, rng, labelled=True)):
        return None
    holder, held = relation.holder, relation.held
    condition = scene.condition(rng, held, f"{quoted(held.name)}.") if rng.random() < 0.6 else None
    conditions = [condition] if condition else []
    label = qualified(holder, holder.label.name)
    query = Query((label, "COUNT(*)"), relation.joined(holder), tests(conditions), group=key(holder))

    def say(rng: random.Random) -> dict[str, str]:
        things = noun_phrase(rng, held, conditions)
        verb = f"has {relation.has}".strip()
        return {
            "label": holder.label.one, "labels": holder.label.many, "holder": holder.one, "things": things,
            # An inner join leaves out holders that have none: the question says so.
            "active": f"{holder.one} {holder.who} {verb} any {things}",
            "actives": f"{holder.many} {holder.who} {verb.replace('has', 'have', 1)} any {things}",
        }  # fmt: skip

    return Candidate(query, say)


def _join_most(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (relation := drawn_relation(scene, rng, labelled=True)):
        return None
    holder, held = relation.holder, relation.held
    condition = scene.condition(rng, held, f"{quoted(held.name)}.") if rng.random() < 0.55 else None
    conditions = [condition] if condition else []
    count = rng.choice((1, 1, 1, 3, 2))
    label = qualified(holder, holder.label.name)
    query = Query((label,), relation.joined(holder), tests(conditions), group=key(holder), order="COUNT(*)", descending=True, limit=count)

    def say(rng: random.Random) -> dict[str, str]:
        things = noun_phrase(rng, held, conditions)
        number = f"{NUMERALS[count]} " if count > 1 else ""
        noun, done = (holder.many, f"have {relation.has}") if count > 1 else (holder.one, f"has {relation.has}")
        return {
            "label": holder.label.many if count > 1 else holder.label.one, "be": "are" if count > 1 else "is",
            "holder": f"{number}{noun}", "who": holder.who, "done": done.strip(), "things": things,
        }  # fmt: skip

    return Candidate(query, say)


def _join_having(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (relation := drawn_relation(scene, rng, labelled=True)):
        return None
    holder, held = relation.holder, relation.held
    condition = scene.condition(rng, held, f"{quoted(held.name)}.") if rng.random() < 0.4 else None
    conditions = [condition] if condition else []
    op, number = rng.choice((">", ">", ">=", ">=", "=")), rng.randint(2, 6)
    having = Test("COUNT(*)", op, str(number))
    query = Query((qualified(holder, holder.label.name),), relation.joined(holder), tests(conditions), group=key(holder), having=having)

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "labels": holder.label.many, "holders": holder.many, "who": holder.who, "done": f"have {relation.has}".strip(),
            "some": f"{quantity(rng, op, number)} {noun_phrase(rng, held, conditions)}",
        }  # fmt: skip

    return Candidate(query, say)


def _join_aggregate(scene: Scene, rng: random.Random) -> Candidate | None:
    relation = drawn_relation(scene, rng)
    drawn = relation and drawn_aggregate(scene, rng, relation.held)
    condition = drawn and of_holder(scene, rng, relation)
    if not condition:
        return None
    function, column = drawn
    query = Query((f"{function}({qualified(relation.held, column.name)})",), relation.joined(relation.held), (condition.test,))

    def say(rng: random.Random) -> dict[str, str]:
        return {"what": aggregate_words(rng, function, column), "things": noun_phrase(rng, relation.held, [condition])}

    return Candidate(query, say)


def _same_as(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng, labelled=True)
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


def _partner(scene: Scene, rng: random.Random) -> Candidate | None:
    found = [(table, column) for table in scene.tables for column in table.columns if column.partner and table.label]
    if not found:
        return None
    table, link = rng.choice(found)
    label = quoted(table.label.name)
    joined = f"{quoted(table.name)} AS T1 JOIN {quoted(table.name)} AS T2 ON T1.{quoted(link.name)} = T2.{quoted(table.key)}"
    if rng.random() < 0.4 and (column := scene.number(rng, table, ("number", "year", "date"), complete=True)):
        more = rng.random() < 0.5
        test = Test(f"T1.{quoted(column.name)}", ">" if more else "<", f"T2.{quoted(column.name)}")
        later = ("later", "earlier") if column.kind in ("year", "date") else ("higher", "lower")
        said = f"whose {column.one} is {later[not more]} than that of their {link.partner}"
        return Candidate(Query((f"T1.{label}",), joined, (test,)), lambda rng: {"cols": table.label.many, "compared": f"{table.many} {said}"})
    condition = scene.condition(rng, table, "T1.")
    query = Query((f"T1.{label}", f"T2.{label}"), joined, (condition.test,) if condition else ())

    def say(rng: random.Random) -> dict[str, str]:
        conditions = [condition] if condition else []
        return {"col": table.label.one, "things": noun_phrase(rng, table, conditions), "partner": link.partner, "who": table.who}

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
    Family("join_filter", _join_filter, _FRAMES, ("I need to see the {cols} of {things}.", "Pick out the {things} and report their {cols}."), weight=8),
    Family("many_to_many", _many_to_many, _FRAMES, ("I would like the {cols} of all {things}.", "Look for {things} and write down their {cols}."), weight=6),
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
        "join_group",
        _join_group,
        (
            "For each {active}, show the {label} and the number of them.",
            "Show the {label} of each {active}, with how many.",
            "List the {labels} of {actives}, and the number of these {things}.",
            "Give the {label} of every {active} and the count.",
            "What are the {labels} of {actives}, and how many are there for each?",
        ),
        ("Taking each {active}, give the {label} and how many there are.", "Count the {things} of each {holder} with any, and show the {label} and the count."),
        weight=4,
    ),
    Family(
        "join_most",
        _join_most,
        (
            "What {be} the {label} of the {holder} {who} {done} the most {things}?",
            "Which {holder} {done} the most {things}? Give the {label}.",
            "Find the {label} of the {holder} with the most {things}.",
            "Show the {label} of the {holder} {who} {done} the largest number of {things}.",
            "Give the {label} of the {holder} with the highest number of {things}.",
        ),
        ("Counting {things}, which {holder} {done} the most? State the {label}.", "I am interested in the {holder} {who} {done} the most {things}: give the {label}."),
        weight=4,
    ),
    Family(
        "join_having",
        _join_having,
        (
            "Which {holders} {done} {some}? Give their {labels}.",
            "What are the {labels} of {holders} {who} {done} {some}?",
            "Find the {labels} of the {holders} with {some}.",
            "List the {labels} of all {holders} {who} {done} {some}.",
            "Show the {labels} of {holders} with {some}.",
        ),
        ("Name the {holders} {who} {done} {some}, by their {labels}.", "Some {holders} {done} {some}; what are their {labels}?"),
        weight=4,
    ),
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
        ("Apart from {value}, what are the {cols} of the {noun} with the same {cat}?", "Take the {cat} of {value} and list the {cols} of the other {noun} {who} have it too."),
        weight=3,
    ),
    Family(
        "partner",
        _partner,
        (
            "Show the {col} of each of the {things} and the {col} of their {partner}.",
            "What are the {col} and the {col} of the {partner} for {things} {who} have one?",
            "List the {things} with their {partner}, giving the {col} of both.",
            "For {things}, give the {col} and the {partner}'s {col}.",
            "Find the {cols} of {compared}.",
            "What are the {cols} of {compared}?",
            "Give the {cols} of all {compared}.",
        ),
        ("Pair up {things} with their {partner} and show the {col} of each.", "Tell me the {cols} of the {compared}."),
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
            "Show the {what} among {things}.",
        ),
        ("Calculate the {what} of the {things}.", "Taking all {things} together, what is the {what}?"),
        weight=6,
    ),
)
