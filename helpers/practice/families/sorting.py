"""Families over one table that sum up or sort: aggregates, distinct values, superlatives, order."""

import random

from helpers.practice.domain import Column, Table, quoted
from helpers.practice.families.family import Candidate, Family
from helpers.practice.families.single import names
from helpers.practice.phrases import Condition, columns, counted, noun_phrase
from helpers.practice.query import Query
from helpers.practice.scene import Scene

NUMERALS = {2: "two", 3: "three", 4: "four", 5: "five"}
_TIME = ("year", "date")


def aggregate_words(rng: random.Random, function: str, column: Column) -> str:
    """Say an aggregate of a column: "average price", "latest release date"."""
    said = {
        "AVG": ("average", "average", "mean"),
        "SUM": ("total", "total", "combined"),
        "MAX": ("highest", "maximum"),
        "MIN": ("lowest", "minimum"),
    }
    if column.kind in _TIME:
        said |= {"MAX": ("latest", "most recent"), "MIN": ("earliest",)}
    return f"{rng.choice(said[function])} {column.one}"


def drawn_aggregate(scene: Scene, rng: random.Random, table: Table, avoid: tuple[str, ...] = ()) -> tuple[str, Column] | None:
    """Draw an aggregate that means something: no sums of ages, no averages of years."""
    found = [column for column in scene.of_kind(table, "number", *_TIME) if column.name not in avoid]
    if not found:
        return None
    column = rng.choice(found)
    functions = ["MAX", "MIN"] + ["AVG", "AVG"] * column.averages + ["SUM", "SUM"] * column.adds
    return rng.choice(functions), column


def bounds(column: Column, descending: bool) -> str:
    """Say which end of a column is meant: highest, lowest, latest, earliest."""
    return ("latest" if descending else "earliest") if column.kind in _TIME else "highest" if descending else "lowest"


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
        return rng.choice(
            ("in reverse alphabetical order of {}", "sorted by {} from Z to A")
            if descending
            else ("in alphabetical order of {}", "sorted alphabetically by {}")
        ).format(column.one)
    ends = [bounds(column, False), bounds(column, True)]
    first, last = reversed(ends) if descending else ends
    named = "descending" if descending else "ascending"
    return rng.choice(
        (
            f"in {named} order of {column.one}",
            f"sorted by {column.one} from {first} to {last}",
            f"ordered by {column.one} with the {first} first",
        )
    )


def some_condition(scene: Scene, rng: random.Random, table: Table, share: float, avoid: tuple[str, ...] = ()) -> list[Condition]:
    """Draw one condition or none."""
    condition = scene.condition(rng, table, avoid=avoid) if rng.random() < share else None
    return [condition] if condition else []


def tests(conditions: list[Condition]) -> tuple:
    """Return the SQL side of conditions."""
    return tuple(condition.test for condition in conditions)


def _aggregate(scene: Scene, rng: random.Random) -> Candidate | None:
    table = scene.table(rng)
    if not (drawn := drawn_aggregate(scene, rng, table)):
        return None
    function, column = drawn
    functions = ["MIN", "MAX"] if function in ("MIN", "MAX") and rng.random() < 0.4 else [function]
    conditions = some_condition(scene, rng, table, 0.7, (column.name,))
    query = Query(tuple(f"{name}({quoted(column.name)})" for name in functions), quoted(table.name), tests(conditions))

    def say(rng: random.Random) -> dict[str, str]:
        return {"what": what(rng, functions, column), "be": be(functions), "things": noun_phrase(rng, table, conditions)}

    return Candidate(query, say)


def what(rng: random.Random, functions: list[str], column: Column) -> str:
    """Say an aggregate of a column, or MIN and MAX together: "average age", "lowest and highest ages"."""
    if len(functions) == 1:
        return aggregate_words(rng, functions[0], column)
    pairs = ("earliest and latest",) if column.kind in _TIME else ("lowest and highest", "minimum and maximum", "smallest and largest")
    return f"{rng.choice(pairs)} {column.many}"


def be(items: list) -> str:
    """Return the verb for one or several things."""
    return "is" if len(items) == 1 else "are"


def _distinct(scene: Scene, rng: random.Random) -> Candidate | None:
    return _different(scene, rng, counting=False)


def _count_distinct(scene: Scene, rng: random.Random) -> Candidate | None:
    return _different(scene, rng, counting=True)


def _different(scene: Scene, rng: random.Random, counting: bool) -> Candidate | None:
    table = scene.table(rng)
    usable = [column for column in scene.of_kind(table, "category", "year", "number") if scene.complete(table, column)]
    usable = [column for column in usable if not counted(column)]  # "the number of different numbers of rooms"
    if not usable:
        return None
    column = rng.choice(usable)
    conditions = some_condition(scene, rng, table, 0.7, (column.name,))
    name = quoted(column.name)
    select = (f"COUNT(DISTINCT {name})",) if counting else (name,)
    query = Query(select, quoted(table.name), tests(conditions), distinct=not counting)
    return Candidate(query, lambda rng: {"cols": column.many, "col": column.one, "things": noun_phrase(rng, table, conditions)})


def _superlative(scene: Scene, rng: random.Random) -> Candidate | None:
    return _first(scene, rng, 1)


def _top(scene: Scene, rng: random.Random) -> Candidate | None:
    return _first(scene, rng, rng.choice((2, 3, 3, 4, 5)))


def _first(scene: Scene, rng: random.Random, count: int) -> Candidate | None:
    table = scene.table(rng)
    if not (column := scene.number(rng, table, ("number", *_TIME), complete=True)):
        return None
    conditions = some_condition(scene, rng, table, 0.45, (column.name,))
    shown = scene.shown(rng, table, avoid=(column.name,))
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
    usable = [column for column in scene.of_kind(table, "label", "number", *_TIME) if scene.complete(table, column)]
    column = rng.choice(usable)
    conditions = some_condition(scene, rng, table, 0.5, (column.name,))
    shown = scene.shown(rng, table)
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
        "aggregate",
        _aggregate,
        (
            "What {be} the {what} of {things}?",
            "Find the {what} of all {things}.",
            "Give the {what} of {things}.",
            "For {things}, what {be} the {what}?",
            "Show the {what} among {things}.",
            "Return the {what} for all {things}.",
        ),
        ("Calculate the {what} of the {things}.", "Taking all {things} together, what {be} the {what}?"),
        weight=8,
    ),
    Family(
        "distinct",
        _distinct,
        (
            "What are the different {cols} of {things}?",
            "List the distinct {cols} of {things}.",
            "Find all the unique {cols} of {things}.",
            "Show each different {col} of {things}.",
            "Which different {cols} occur among {things}?",
            "Give the distinct {cols} found among {things}.",
        ),
        ("List the {cols} of {things} without repeating any.", "Name every {col} that occurs among {things}, each only once."),
        weight=4,
    ),
    Family(
        "count_distinct",
        _count_distinct,
        (
            "How many different {cols} do {things} have?",
            "Count the distinct {cols} of {things}.",
            "What is the number of different {cols} of {things}?",
            "How many distinct {cols} occur among {things}?",
            "Find the number of unique {cols} of {things}.",
        ),
        ("Over all {things}, how many different {cols} are there?", "Counting each only once, how many {cols} do {things} have?"),
        weight=3,
    ),
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
        ("I need the {cols} of {extreme}.", "Put the {things} {order} and keep the first {k}: what are their {cols}?"),
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
