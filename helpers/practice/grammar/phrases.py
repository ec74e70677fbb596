"""English for parts of a query: conditions, noun phrases, lists of columns."""

import random
import re
from dataclasses import dataclass

from helpers.practice.grammar.domain import Column, Table
from helpers.practice.grammar.query import Test

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
# "with more than 3 rooms", for a column that is a "number of rooms".
COUNTED = {
    ">": "more than {}", "<": "fewer than {}", ">=": "at least {}", "<=": "at most {}", "=": "exactly {}", "BETWEEN": "between {} and {}",
}  # fmt: skip
# Participles of what lasts: "are based in Berlin", but "were founded in 1990".
_LASTING = {"based", "classified", "insured", "licensed", "located", "priced", "rated", "registered", "signed", "situated", "specialized"}
_LASTING |= {"labeled", "staffed", "used"}
_OWN_WORDS = {">": "over", "<": "under", ">=": "at_least", "<=": "at_most"}


@dataclass(frozen=True)
class Condition:
    """Hold one condition in SQL and the ways to say it.

    A form is (kind, text): `be` reads well after the noun and after "are"; `with`, `have` and `whose` after these words;
    `star` holds the noun itself, as in "jazz *". The first `own` forms are the domain's, which are said more often. A
    relation comes last in a phrase, since it holds a noun of its own.
    """

    test: Test
    forms: tuple[tuple[str, str], ...]
    own: int = 0
    relation: bool = False
    named: bool = False  # a relation to one row, by its label

    def pick(self, rng: random.Random, kinds: set[str]) -> tuple[str, str] | None:
        """Draw a form of one of some kinds; None if there is none."""
        usable = [form for form in self.forms if form[0] in kinds]
        own = [form for form in self.forms[: self.own] if form[0] in kinds]
        return rng.choice(own if own and rng.random() < 0.6 else usable) if usable else None


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


def counted(column: Column) -> str:
    """Return "rooms" for a column that is a "number of rooms", else ""."""
    return column.one.removeprefix("number of ") if column.one.startswith("number of ") else ""


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


def compared(test: Test, column: Column, values: list) -> Condition:
    """Return a condition that compares a number, year or date with values, in words."""
    op = test.op
    said = [f"{value} {column.unit}".strip() for value in values]
    if op == "BETWEEN":
        said[0] = str(values[0])
    forms = [form for phrase in getattr(column, _OWN_WORDS.get(op, ""), ()) for form in own_forms(phrase, *map(str, values))]
    if column.kind in ("year", "date"):
        done, preposition = column.says[0], "in" if column.kind == "year" else "on"
        if op == "BETWEEN":
            forms.append(("be", f"{done} between {said[0]} and {said[1]}"))
        elif op == "=":
            forms.append(("be", f"{done} {preposition} {said[0]}"))
        return Condition(test, (*forms, ("whose", f"{column.one} is {_IN_TIME[op].format(*said)}")), own=len(forms))
    after_with, after_is = _COMPARED[op]
    if (things := counted(column)) and op in COUNTED:
        many = f"{COUNTED[op].format(*said)} {things}"
        forms += [("with", many), ("have", many)]
    own = len(forms)
    if not things:
        forms += [(kind, article(f"{column.one} {phrase.format(*said)}")) for phrase in after_with for kind in ("with", "have")]
    forms += [("whose", f"{column.one} is {phrase.format(*said)}") for phrase in after_is]
    return Condition(test, tuple((kind, _one(text, column.unit or things)) for kind, text in forms), own)


def _one(text: str, unit: str) -> str:
    """Write "1 euro" for "1 euros"."""
    return re.sub(rf"\b1 {unit}\b", f"1 {unit.removesuffix('s')}", text) if unit else text


def valued(test: Test, column: Column, value: str) -> Condition:
    """Return a condition that a text is, or is not, a value, in words."""
    forms = [form for phrase in column.says for form in own_forms(phrase, value)]
    if test.op == "!=":
        forms = [("be", f"not {text}") for kind, text in forms if kind == "be"]
        others = [("whose", f"{column.one} is not {value}"), ("with", article(f"{column.one} other than {value}"))]
        return Condition(test, (*forms, *others), own=len(forms))
    own = len(forms)
    if not forms:
        forms = [("with", f"{value} as their {column.one}"), ("have", f"{value} as their {column.one}")]
    return Condition(test, (*forms, ("whose", f"{column.one} is {value}")), own)


def null_forms(column: Column, missing: bool) -> tuple[tuple[str, str], ...]:
    """Return the ways to say that a value is, or is not, there."""
    own = column.missing if missing else column.present
    forms = own_forms(own) * 2 if own else []
    if missing:
        whose = [("whose", f"{column.one} is {text}") for text in ("missing", "not recorded", "unknown")]
        return (*forms, *whose, ("with", f"no {column.one} on record"))
    return (
        *forms,
        ("whose", f"{column.one} is recorded"),
        ("whose", f"{column.one} is known"),
        ("with", article(f"{column.one} on record")),
    )


def noun_phrase(
    rng: random.Random, table: Table, conditions: list[Condition], many: bool = True, connector: str = "and", lead: str = ""
) -> str:
    """Say which rows are meant: "jazz songs longer than 200 seconds". `lead` goes before the noun: "oldest"."""
    noun = f"{lead} {table.many if many else table.one}".strip()
    said: list[tuple[tuple[str, str], Condition]] = []
    related = any(condition.relation for condition in conditions)
    # "songs longer than 200 seconds by singers from Norway": before "by", a "whose" would run on.
    kinds = {"be", "with"} if related else {"be", "with", "whose"} | ({"have"} if many else set())
    if connector == "or":
        # The same kind for all: "from Norway or older than 30", not "from Norway or whose age is above 30".
        shared = set.intersection(*({kind for kind, _ in condition.forms} for condition in conditions))
        kinds = {rng.choice(sorted(shared - {"star", "have"}))}
    for condition in conditions:
        star = condition.pick(rng, {"star"}) if connector == "and" and not lead and (related or rng.random() < 0.6) else None
        if star and noun in (table.many, table.one):
            noun = star[1].replace("*", noun)
        else:
            said.append((condition.pick(rng, kinds) or condition.pick(rng, {"whose"}), condition))
    return noun + _joined(said, table.who, connector)


def _joined(said: list[tuple[tuple[str, str], Condition]], who: str, connector: str) -> str:
    """Join forms after a noun: short ones first, a "not" after the rest of its kind, a relation last."""
    order = ("be", "with", "have", "whose")
    opening = {"be": "", "with": "with ", "have": f"{who} have ", "whose": "whose "}
    said = sorted(said, key=lambda each: (each[1].relation, order.index(each[0][0]), each[0][1].startswith("not ")))
    parts, last = [], ""
    for (kind, text), condition in said:
        link = f" {connector}" if last and (connector == "or" or kind == last) and not condition.relation else ""
        parts.append(f"{link} {opening[kind]}{text}")
        last = kind
    return "".join(parts)


def predicate(rng: random.Random, conditions: list[Condition], connector: str = "and") -> str:
    """Say conditions after a plural subject: "are from Norway and have an age above 30"; "" if one has no such form."""
    parts, last = [], ""
    for condition in conditions:
        if not (form := condition.pick(rng, {"be", "have"})):
            return ""
        verb = "have" if form[0] == "have" else copula(form[1])
        parts.append(form[1] if verb == last else f"{verb} {form[1]}")
        last = "" if form[1].startswith("not ") else verb  # "are not from Bath and are under 30": the "not" ends there
    return f" {connector} ".join(parts)


def copula(text: str) -> str:
    """Choose "were" for what happened and "are" for what lasts.

    >>> copula("founded in 1990"), copula("based in Berlin"), copula("not born after 1980")
    ('were', 'are', 'were')
    """
    first = text.removeprefix("not ").partition(" ")[0]
    happened = (first.endswith("ed") and first not in _LASTING) or first in (
        "born",
        "built",
        "made",
        "written",
        "won",
        "held",
        "sent",
        "sold",
        "bought",
        "taken",
    )
    return "were" if happened else "are"
