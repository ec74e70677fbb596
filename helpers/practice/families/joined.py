"""Families of joins that ask more: rows grouped by their holder, such as singers by their songs, and a table joined with itself."""

import random

from helpers.practice.families.joins import drawn_relation
from helpers.practice.grammar.asking import NUMERALS, TIME, comparative, quantity, rows_said, tests
from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import Condition, article, columns, noun_phrase
from helpers.practice.grammar.query import Query, Test
from helpers.practice.grammar.scene import Relation, Scene, key, literal, qualified


def _held(scene: Scene, rng: random.Random, share: float) -> tuple[Relation, Table, Table, list[Condition]] | None:
    """Draw a relation, its two tables, and in this share of cases a condition on what is held."""
    if not (relation := drawn_relation(scene, rng, labeled=True)):
        return None
    condition = scene.condition(rng, relation.held, f"{quoted(relation.held.name)}.") if rng.random() < share else None
    return relation, relation.holder, relation.held, [condition] if condition else []


def _join_group(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _held(scene, rng, 0.6)):
        return None
    relation, holder, held, conditions = drawn
    label = qualified(holder, holder.label.name)
    query = Query((label, "COUNT(*)"), relation.joined(holder), tests(conditions), group=key(holder))

    def say(rng: random.Random) -> dict[str, str]:
        things = noun_phrase(rng, held, conditions)
        verb = f"has {relation.has}".strip()
        return {
            "label": holder.label.one, "labels": holder.label.many, "holder": holder.one, "things": things,
            "such": f"{'such ' * bool(conditions)}{held.many}",
            # An inner join leaves out holders that have none: the question says so.
            "active": f"{holder.one} {holder.who} {verb} any {things}",
            "actives": f"{holder.many} {holder.who} {verb.replace('has', 'have', 1)} any {things}",
        }  # fmt: skip

    return Candidate(query, say)


def _join_most(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _held(scene, rng, 0.55)):
        return None
    relation, holder, held, conditions = drawn
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
            **({"owner": f"{number}{noun}"} if relation.owns else {}),
        }  # fmt: skip

    return Candidate(query, say)


def _join_having(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (drawn := _held(scene, rng, 0.4)):
        return None
    relation, holder, held, conditions = drawn
    op, number = rng.choice((">", ">", ">=", ">=", "=")), rng.randint(2, 6)
    having = Test("COUNT(*)", op, str(number))
    query = Query((qualified(holder, holder.label.name),), relation.joined(holder), tests(conditions), group=key(holder), having=having)

    def say(rng: random.Random) -> dict[str, str]:
        return {
            "labels": holder.label.many, "holders": holder.many, "who": holder.who, "done": f"have {relation.has}".strip(),
            "some": f"{quantity(rng, op, number)} {noun_phrase(rng, held, conditions)}",
            **({"owners": holder.many} if relation.owns else {}),
        }  # fmt: skip

    return Candidate(query, say)


JOINED_GROUPS = (
    Family(
        "join_group",
        _join_group,
        (
            "For each {active}, show the {label} and how many {such} there are.",
            "Show the {label} of each {active}, with the number of {such}.",
            "List the {labels} of {actives}, and the number of {such} of each.",
            "Give the {label} of every {active} together with the count of {such}.",
            "What are the {labels} of {actives}, and how many {such} does each one have?",
        ),
        (
            "Taking each {active}, give the {label} and the number of {such}.",
            "Count the {things} for each {holder} with any, and show the {label} and the count.",
        ),
        weight=4,
    ),
    Family(
        "join_most",
        _join_most,
        (
            "What {be} the {label} of the {holder} {who} {done} the most {things}?",
            "Which {holder} {done} the most {things}? Give the {label}.",
            "Find the {label} of the {owner} with the most {things}.",
            "Show the {label} of the {holder} {who} {done} the largest number of {things}.",
            "Give the {label} of the {owner} with the highest number of {things}.",
        ),
        (
            "Counting {things}, which {holder} {done} the most? State the {label}.",
            "I am interested in the {holder} {who} {done} the most {things}: give the {label}.",
        ),
        weight=4,
    ),
    Family(
        "join_having",
        _join_having,
        (
            "Which {holders} {done} {some}? Give their {labels}.",
            "What are the {labels} of {holders} {who} {done} {some}?",
            "Find the {labels} of the {owners} with {some}.",
            "List the {labels} of all {holders} {who} {done} {some}.",
            "Show the {labels} of {owners} with {some}.",
        ),
        ("Name the {holders} {who} {done} {some}, by their {labels}.", "Some {holders} {done} {some}; what are their {labels}?"),
        weight=4,
    ),
)


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
