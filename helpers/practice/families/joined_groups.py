"""Families that join two or three tables and group the rows by the holder: singers and how many songs they recorded."""

import random

from helpers.practice.domain import quoted
from helpers.practice.families.asking import NUMERALS, quantity, tests
from helpers.practice.families.family import Candidate, Family
from helpers.practice.families.joins import drawn_relation
from helpers.practice.phrases import noun_phrase
from helpers.practice.query import Query, Test
from helpers.practice.scene import Scene, key, qualified


def _join_group(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (relation := drawn_relation(scene, rng, labeled=True)):
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
            "such": f"{'such ' * bool(conditions)}{held.many}",
            # An inner join leaves out holders that have none: the question says so.
            "active": f"{holder.one} {holder.who} {verb} any {things}",
            "actives": f"{holder.many} {holder.who} {verb.replace('has', 'have', 1)} any {things}",
        }  # fmt: skip

    return Candidate(query, say)


def _join_most(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (relation := drawn_relation(scene, rng, labeled=True)):
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
            **({"owner": f"{number}{noun}"} if relation.owns else {}),
        }  # fmt: skip

    return Candidate(query, say)


def _join_having(scene: Scene, rng: random.Random) -> Candidate | None:
    if not (relation := drawn_relation(scene, rng, labeled=True)):
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
