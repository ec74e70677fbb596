"""Families with a query inside a query, and set operations."""

import random

from helpers.practice.families.joins import drawn_relation
from helpers.practice.grammar.asking import TIME, bounds, comparative, names, rows_said, some_condition, tests
from helpers.practice.grammar.domain import quoted
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.phrases import Condition, article, columns, counted, noun_phrase
from helpers.practice.grammar.query import Query, Test
from helpers.practice.grammar.scene import Relation, Scene, key, literal, qualified


def _keys_of(relation: Relation, condition: Condition | None) -> Query:
    """Write the query for the keys of holders that have a held row, or one that meets a condition."""
    table, column = relation.inner
    if condition and relation.link:
        held = relation.held
        joined = f"{quoted(table.name)} JOIN {quoted(held.name)} ON {qualified(table, relation.link_held)} = {key(held)}"
        return Query((qualified(table, column),), joined, (condition.test,))
    return Query((quoted(column),), quoted(table.name), tests([condition] if condition else []))


def _related(scene: Scene, rng: random.Random, op: str, share: float) -> Candidate | None:
    """Draw holders that have, or have not, any held rows."""
    relation = drawn_relation(scene, rng, labeled=True)
    if not relation:
        return None
    holder, held = relation.holder, relation.held
    prefix = f"{quoted(held.name)}." if relation.link else ""
    condition = scene.condition(rng, held, prefix) if rng.random() < share else None
    conditions = [condition] if condition else []
    own = some_condition(scene, rng, holder, 0.2)
    shown = scene.shown(rng, holder, extra=0.25)
    where = (*tests(own), Test(quoted(holder.key), op, _keys_of(relation, condition)))
    query = Query(names(shown), quoted(holder.name), where)

    def say(rng: random.Random) -> dict[str, str]:
        things, thing = noun_phrase(rng, held, conditions), noun_phrase(rng, held, conditions, many=False)
        have = f"have {relation.has}".strip()
        slots = {
            "cols": columns(shown), "holders": noun_phrase(rng, holder, own), "noun": holder.many, "who": holder.who,
            "none": f"have not {relation.has} any {things}" if relation.has else f"have no {things}",
            "any": f"{have} any {things}", "some": f"{have} at least one {thing}", "single": f"{have} {article(thing)}",
        }  # fmt: skip
        if not own:
            slots["free"] = ""
        if relation.owns:
            slots |= {"things": things, "thing": thing}
        return slots

    return Candidate(query, say)


def _never(scene: Scene, rng: random.Random) -> Candidate | None:
    return _related(scene, rng, "NOT IN", share=0.55)


def _in_subquery(scene: Scene, rng: random.Random) -> Candidate | None:
    return _related(scene, rng, "IN", share=1.0)


def _above_average(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    usable = [column for column in scene.of_kind(table, "number") if column.averages]
    if not usable:
        return None
    column = rng.choice(usable)
    inside = some_condition(scene, rng, table, 0.3, (column.name,))
    shown = scene.shown(rng, table)
    more = rng.random() < 0.6
    name = quoted(column.name)
    average = Query((f"AVG({name})",), quoted(table.name), tests(inside))

    def say(rng: random.Random) -> dict[str, str]:
        whole = f"the average {column.one} of {noun_phrase(rng, table, inside) if inside else f'all {table.many}'}"
        beyond = rng.choice(("above", "higher than", "greater than") if more else ("below", "lower than", "less than"))
        slots = {
            "noun": table.many, "one": table.one, "compared": f"whose {column.one} is {beyond} {whole}",
            "above": "above" if more else "below", "than": whole,
            "cols": columns(shown), "col": columns(shown, many=False),
        }  # fmt: skip
        if not counted(column):
            slots["measure"] = article(column.one)
        return slots

    return Candidate(Query(names(shown), quoted(table.name), (Test(name, ">" if more else "<", average),)), say)


def _compare_row(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng, labeled=True)
    if not (column := scene.number(rng, table, ("number", *TIME))):
        return None
    value = rng.choice(scene.values(table, table.label))
    name, label = quoted(column.name), quoted(table.label.name)
    more = rng.random() < 0.5
    shown = scene.shown(rng, table, avoid=(column.name,))
    inner = Query((name,), quoted(table.name), (Test(label, "=", literal(value)),))
    test = Test(name, ">" if more else "<", inner)
    own = [phrase.partition("{}")[0] for phrase in (column.over if more else column.under)]
    own = [phrase for phrase in own if phrase.endswith("r than ")]  # older than 30 years: older than somebody
    forms = [("be", phrase + value) for phrase in own] + [
        ("whose", f"{column.one} is {comparative(rng, column, more)} than that of {value}")
    ]
    if things := counted(column):
        forms += [(kind, f"{'more' if more else 'fewer'} {things} than {value}") for kind in ("with", "have")]
    return Candidate(Query(names(shown), quoted(table.name), (test,)), rows_said(shown, table, [Condition(test, tuple(forms))]))


def _correlated(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    groups = [column for column in scene.of_kind(table, "category") if scene.complete(table, column)]
    measures = [column for column in scene.of_kind(table, "number") if column.averages]
    if not groups or not measures:
        return None
    group, column = rng.choice(groups), rng.choice(measures)
    function, op = rng.choice((("AVG", ">"), ("AVG", ">"), ("AVG", "<"), ("MAX", "="), ("MIN", "=")))
    shown = scene.shown(rng, table, extra=0.25)
    name, by = quoted(column.name), quoted(group.name)
    inner = Query((f"{function}(T2.{name})",), f"{quoted(table.name)} AS T2", (Test(f"T2.{by}", "=", f"T1.{by}"),))
    query = Query(tuple(f"T1.{quoted(item.name)}" for item in shown), f"{quoted(table.name)} AS T1", (Test(f"T1.{name}", op, inner),))
    if function == "AVG":
        said = f"{column.one} is {'above' if op == '>' else 'below'} the average {column.one} of {table.many} with the same {group.one}"
    else:
        said = f"{column.one} is the {bounds(column, function == 'MAX')} among {table.many} with the same {group.one}"
    return Candidate(query, rows_said(shown, table, [Condition(query.where[0], (("whose", said),))]))


def _set_operation(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    groups = [column for column in scene.of_kind(table, "category") if scene.complete(table, column)]
    if not groups:
        return None
    column = rng.choice(groups)
    one = scene.condition(rng, table, avoid=(column.name,), exactly=0)
    two = one and scene.condition(rng, table, avoid=(column.name,), exactly=0)
    if not two or one.test == two.test:
        return None
    op = rng.choice(("INTERSECT", "INTERSECT", "EXCEPT", "EXCEPT", "UNION"))
    name = quoted(column.name)
    query = Query((name,), quoted(table.name), (one.test,), then=(op, Query((name,), quoted(table.name), (two.test,))))

    def say(rng: random.Random) -> dict[str, str]:
        first, second = (noun_phrase(rng, table, [condition]) for condition in (one, two))
        combined = {
            "INTERSECT": f"both {first} and {second}",
            "EXCEPT": f"{first} but no {second}",
            "UNION": f"{first} or {second} or both",
        }[op]
        return {"cats": column.many, "cat": column.one, "combined": combined}

    return Candidate(query, say)


NESTED = (
    Family(
        "never",
        _never,
        (
            "Which {holders} {none}? Give their {cols}.",
            "What are the {cols} of {noun} {who} {none}?{free}",
            "Find the {cols} of the {holders} without any {things}.",
            "List the {cols} of all {noun} {who} {none}.{free}",
            "Show the {cols} of the {holders} with no {things}.",
            "Among the {noun}, find those {who} {none} and give their {cols}.{free}",
        ),
        ("Leaving out those {who} {any}, show the {cols} of {holders}.", "There are {noun} {who} {none}: what are their {cols}?{free}"),
        weight=6,
    ),
    Family(
        "in_subquery",
        _in_subquery,
        (
            "Which {holders} {some}? Give their {cols}.",
            "What are the {cols} of {noun} {who} {single}?{free}",
            "Find the {cols} of {holders} with at least one {thing}.",
            "List the {cols} of the {noun} {who} {any}.{free}",
            "Show the {cols} of {noun} {who} {some}, each once.{free}",
        ),
        ("Name the {cols} of any {noun} {who} {single}.{free}", "Some {holders} {some}; show their {cols}."),
        weight=5,
    ),
    Family(
        "above_average",
        _above_average,
        (
            "What are the {cols} of {noun} {compared}?",
            "List the {cols} of the {noun} {compared}.",
            "Which {noun} have {measure} {above} {than}? Give their {cols}.",
            "Show the {col} of every {one} {compared}.",
            "Give the {cols} of all {noun} {compared}.",
            "For {noun} {compared}, show the {cols}.",
        ),
        (
            "Compared with {than}, which {noun} are {above}? State their {cols}.",
            "Tell me the {cols} of any {noun} {compared}.",
        ),
        weight=4,
    ),
    Family(
        "compare_row",
        _compare_row,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of all {things}.",
            "Which {noun} {pred}? Give their {cols}.",
            "Find the {cols} of {things}.",
            "Show the {col} of each {thing}.",
        ),
        ("I would like to see the {cols} of {things}.", "Are there {things}? Show their {cols}."),
        weight=4,
    ),
    Family(
        "correlated",
        _correlated,
        (
            "What are the {cols} of {things}?",
            "List the {cols} of all {things}.",
            "Find the {cols} of the {noun} {whose}.",
            "Show the {col} of each {thing}.",
            "Give the {cols} of {things}.",
        ),
        ("Search the {noun} for those {whose} and report their {cols}.", "Tell me the {cols} of {things}."),
        weight=3,
    ),
    Family(
        "set_operation",
        _set_operation,
        (
            "Which {cats} have {combined}?",
            "Find the {cats} that have {combined}.",
            "What are the {cats} with {combined}?",
            "List each {cat} that has {combined}.",
            "Show the {cats} that occur with {combined}.",
        ),
        ("For which {cats} are there {combined}?", "Name every {cat} for which we have {combined}."),
        weight=5,
    ),
)
