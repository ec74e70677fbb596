"""What the families share: columns and conditions in SQL, and the words around them."""

import random
from collections.abc import Callable

from helpers.practice.grammar.domain import Column, Table, quoted
from helpers.practice.grammar.phrases import Condition, columns, counted, noun_phrase, predicate
from helpers.practice.grammar.query import Test
from helpers.practice.grammar.scene import Scene

TIME = ("year", "date")
NUMERALS = {2: "two", 3: "three", 4: "four", 5: "five"}
_QUANTITIES = {
    ">": ("more than {}", "over {}"),
    ">=": ("at least {}", "{} or more"),
    "<": ("fewer than {}",),
    "<=": ("at most {}",),
    "=": ("exactly {}",),
}
# What is called long is not called high.
_ENDS = {"longest": ("shortest", "longest"), "largest": ("smallest", "largest"), "widest": ("narrowest", "widest")}
_COMPARATIVES = {"longest": (("longer", "shorter"),), "largest": (("larger", "smaller"),), "widest": (("greater", "smaller"),)}


def names(shown: list[Column]) -> tuple[str, ...]:
    """Write columns for SELECT."""
    return tuple(quoted(column.name) for column in shown)


def tests(conditions: list[Condition]) -> tuple[Test, ...]:
    """Return the SQL side of conditions."""
    return tuple(condition.test for condition in conditions)


def fixed(conditions: list[Condition]) -> tuple[str, ...]:
    """Return the columns that conditions fix to one value: nobody asks for the genre of jazz songs."""
    return tuple(test.left.rpartition(".")[2].strip('"') for test in tests(conditions) if test.op == "=")


def be(items: list) -> str:
    """Return the verb for one or several things."""
    return "is" if len(items) == 1 else "are"


def quantity(rng: random.Random, op: str, number: int) -> str:
    """Say how many: "more than 3"."""
    return rng.choice(_QUANTITIES[op]).format(number)


def row_names(table: Table, value: str) -> tuple[str, ...]:
    """Return the ways to name a row: a person by name, a thing mostly with its noun."""
    return (value,) if table.people else (f"the {table.one} {value}", f"the {table.one} {value}", value)


def some_condition(scene: Scene, rng: random.Random, table: Table, share: float, avoid: tuple[str, ...] = ()) -> list[Condition]:
    """Draw one condition or none."""
    condition = scene.condition(rng, table, avoid=avoid) if rng.random() < share else None
    return [condition] if condition else []


def comparative(rng: random.Random, column: Column, more: bool) -> str:
    """Say which way a row differs: higher, lower, longer, later."""
    if column.kind in TIME:
        return "later" if more else "earlier"
    pairs = _COMPARATIVES.get("" if counted(column) else column.most, (("higher", "lower"), ("greater", "smaller")))
    return rng.choice(pairs)[not more]


def bounds(column: Column, descending: bool) -> str:
    """Say which end of a column is meant: highest, lowest, longest, latest."""
    if column.kind in TIME:
        return "latest" if descending else "earliest"
    return _ENDS.get("" if counted(column) else column.most, ("lowest", "highest"))[descending]


def rows_said(shown: list[Column], table: Table, conditions: list[Condition], connector: str = "and") -> Callable:
    """Return the `say` of a question for columns of the rows that meet conditions."""

    def say(rng: random.Random) -> dict[str, str]:
        slots = {"noun": table.many, "things": noun_phrase(rng, table, conditions, connector=connector)}
        if shown:
            slots |= {"cols": columns(shown), "col": columns(shown, many=False)}
        if connector == "and":
            slots["thing"] = noun_phrase(rng, table, conditions, many=False)
        if conditions and (said := predicate(rng, conditions, connector)):
            slots["pred"] = said
        parts = [[text for kind, text in condition.forms if kind == "whose"] for condition in conditions]
        if parts and all(parts):
            slots["whose"] = "whose " + f" {connector} whose ".join(rng.choice(texts) for texts in parts)
        return slots

    return say
