"""English for parts of a query: conditions, noun phrases, lists of columns."""

import random
import re
from dataclasses import dataclass

from helpers.practice.domain import Column, Table
from helpers.practice.query import Test

# Ways to say a comparison where the domain has no words of its own: after "with a ...", and after "whose ... is".
_COMPARED = {
    ">": (("above {}", "of more than {}"), ("above {}", "greater than {}", "more than {}")),
    "<": (("below {}", "of less than {}"), ("below {}", "less than {}", "under {}")),
    ">=": (("of at least {}", "of {} or more"), ("at least {}", "{} or more")),
    "<=": (("of at most {}", "of {} or less"), ("at most {}", "{} or less")),
    "=": (("of {}", "of exactly {}"), ("{}", "exactly {}")),
    "!=": (("other than {}",), ("not {}",)),
    "BETWEEN": (("between {} and {}", "from {} to {}"), ("between {} and {}", "from {} to {}")),
}
_IN_TIME = {
    ">": "after {}", "<": "before {}", ">=": "{} or later", "<=": "{} or earlier",
    "=": "{}", "!=": "not {}", "BETWEEN": "between {} and {}",
}  # fmt: skip
_OWN_WORDS = {">": "over", "<": "under", ">=": "at_least", "<=": "at_most"}


@dataclass(frozen=True)
class Condition:
    """Hold one condition in SQL and the ways to say it.

    A form is (kind, text): `be` reads well after the noun and after "are"; `with`, `have` and `whose` after these words;
    `star` holds the noun itself, as in "jazz *". A relation comes last in a phrase, since it holds a noun of its own.
    """

    test: Test
    forms: tuple[tuple[str, str], ...]
    relation: bool = False


def article(words: str) -> str:
    """Put "a" or "an" before words.

    >>> article("age above 30"), article("unit price"), article("hourly rate")
    ('an age above 30', 'a unit price', 'an hourly rate')
    """
    an = re.match(r"(?i)[aeio]|u(?!ni|se|ti|ro)|hour|hono", words)
    return f"{'an' if an else 'a'} {words}"


def listed(items: list[str]) -> str:
    """Join items as in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def columns(shown: list[Column], many: bool = True) -> str:
    """Name the columns that are asked for."""
    return listed([column.many if many else column.one for column in shown])


def own_forms(phrase: str, *values: str) -> list[tuple[str, str]]:
    """Sort a phrase of a domain file into its kind and fill in the values."""
    filled = phrase.format(*values)
    if "*" in phrase:
        return [("star", filled)]
    for kind in ("with", "have", "whose"):
        if phrase.startswith(f"{kind} "):
            rest = filled.removeprefix(f"{kind} ")
            return [("with", rest), ("have", rest)] if kind == "with" else [(kind, rest)]
    return [("be", filled)]


def comparison_forms(column: Column, op: str, values: list) -> tuple[tuple[str, str], ...]:
    """Return the ways to say that a number, year or date compares to values."""
    said = [f"{value} {column.unit}".strip() for value in values]
    if op == "BETWEEN":
        said[0] = str(values[0])
    forms = []
    for phrase in getattr(column, _OWN_WORDS.get(op, ""), ()):
        forms += own_forms(phrase, *map(str, values))
    if column.kind in ("year", "date"):
        done = column.says[0]
        preposition = "in" if column.kind == "year" else "on"
        if op == "BETWEEN":
            forms.append(("be", f"{done} between {said[0]} and {said[1]}"))
        elif op in ("=", "!="):
            forms.append(("be", f"{'not ' * (op == '!=')}{done} {preposition} {said[0]}"))
        return (*forms, ("whose", f"{column.one} is {_IN_TIME[op].format(*said)}"))
    after_with, after_is = _COMPARED[op]
    forms += [(kind, article(f"{column.one} {phrase.format(*said)}")) for phrase in after_with for kind in ("with", "have")]
    forms += [("whose", f"{column.one} is {phrase.format(*said)}") for phrase in after_is]
    return tuple(forms)


def value_forms(column: Column, value: str, negated: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the ways to say that a text is, or is not, a value."""
    forms = [form for phrase in column.says for form in own_forms(phrase, value)]
    if negated:
        forms = [("be", f"not {text}") for kind, text in forms if kind == "be"]
        return (*forms, ("whose", f"{column.one} is not {value}"), ("with", article(f"{column.one} other than {value}")))
    if not forms:
        forms = [("with", f"the {column.one} {value}"), ("have", f"the {column.one} {value}")]
    return (*forms, ("whose", f"{column.one} is {value}"))


def null_forms(column: Column, missing: bool) -> tuple[tuple[str, str], ...]:
    """Return the ways to say that a value is, or is not, there."""
    own = column.missing if missing else column.present
    forms = own_forms(own) * 2 if own else []
    if missing:
        return (*forms, ("whose", f"{column.one} is missing"), ("whose", f"{column.one} is not recorded"), ("with", f"no {column.one} on record"))
    return (*forms, ("whose", f"{column.one} is recorded"), ("with", article(f"{column.one} on record")))


def noun_phrase(rng: random.Random, table: Table, conditions: list[Condition], many: bool = True, connector: str = "and", lead: str = "") -> str:
    """Say which rows are meant: "jazz songs longer than 200 seconds". `lead` goes before the noun: "oldest"."""
    noun = f"{lead} {table.many if many else table.one}".strip()
    said: list[tuple[str, str]] = []
    if connector == "or":
        kind = rng.choice(sorted(set.intersection(*({kind for kind, _ in condition.forms} for condition in conditions)) - {"star", "have"}))
        said = [(kind, _text(rng, condition, {kind})) for condition in conditions]
    else:
        allowed = {"be", "with", "whose"} | ({"have"} if many else set())
        for condition in conditions:
            stars = [text for kind, text in condition.forms if kind == "star"]
            if stars and "*" not in noun and not lead and rng.random() < 0.6:
                noun = rng.choice(stars).replace("*", noun)
            else:
                usable = [form for form in condition.forms if form[0] in allowed]
                said.append(rng.choice(usable))
        order = ("be", "with", "have", "whose")
        relations = [condition.forms[0] for condition in conditions if condition.relation]
        said.sort(key=lambda form: (form in relations, order.index(form[0])))
    parts = []
    for place, (kind, text) in enumerate(said):
        link = "" if place == 0 else f" {connector}" if connector == "or" or kind == said[place - 1][0] else ""
        opening = {"be": "", "with": "with ", "have": f"{table.who} have ", "whose": "whose "}[kind]
        parts.append(f"{link} {opening}{text}")
    return noun + "".join(parts)


def predicate(rng: random.Random, conditions: list[Condition], connector: str = "and") -> str:
    """Say conditions after a plural subject: "are from Norway and have an age above 30"; "" if one has no such form."""
    parts, last = [], ""
    for condition in conditions:
        usable = [form for form in condition.forms if form[0] in ("be", "have")]
        if not usable:
            return ""
        kind, text = rng.choice(usable)
        parts.append(text if kind == last else f"{'are' if kind == 'be' else 'have'} {text}")
        last = kind
    return f" {connector} ".join(parts)


def _text(rng: random.Random, condition: Condition, kinds: set[str]) -> str:
    return rng.choice([text for kind, text in condition.forms if kind in kinds])
