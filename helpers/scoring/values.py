"""Values for made-up tables: what meets a condition, what nearly meets it, and fillers that have nothing to do with it."""

import random
import re

from helpers.scoring.hints import Condition

_WORDS = [first + last for last in ("a", "in", "os", "ek", "ur") for first in "B C D F G K L M N P R S T V".split()]
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(.*)", re.DOTALL)
_DIGITS = re.compile(r"\d+", re.ASCII)


def sort_out(values: list, conditions: list[Condition]) -> tuple[list, list, list]:
    """Split values into those that meet most conditions, those that meet any, and those that fail some of what others meet.

    >>> sort_out([1, 5, 9], [(">", 2), ("<", 8)])
    ([5], [1, 5, 9], [1, 9])
    """
    scores = [(sum(holds(condition, value) for condition in conditions), value) for value in values]
    top = max((score for score, _ in scores), default=0)
    best = [value for score, value in scores if score == top and score]
    return best, [value for score, value in scores if score], [value for score, value in scores if score < top or not score]


def holds(condition: Condition, value: object) -> bool:
    """Tell whether a value meets a condition, nearly as SQLite would.

    >>> holds(("like", "%an%"), "Hanna"), holds((">=", 3), 2), holds(("is", None), None)
    (True, False, True)
    """
    operator, constant = condition
    if operator in ("is", "is not"):
        return (value is None) == ((operator == "is") == (constant is None))
    if value is None or constant is None:
        return False
    if operator.endswith("like"):
        pattern = re.escape(str(constant)).replace("%", ".*").replace("_", ".")
        return bool(re.fullmatch(pattern, str(value), re.IGNORECASE | re.DOTALL)) == (operator == "like")
    if isinstance(value, str) != isinstance(constant, str):
        value, constant = str(value), str(constant)
    equal, less = value == constant, value < constant
    return {"=": equal, "!=": not equal, "<": less, "<=": less or equal, ">": not (less or equal), ">=": not less}[operator]


def instances(operator: str, constant: object, source: random.Random) -> list:
    """Return values for the constant of a condition: itself, or texts that a pattern matches."""
    if constant is None:
        return []
    if not operator.endswith("like"):
        return [constant]
    text = str(constant)
    bare = text.replace("%", "").replace("_", "a")
    padded = "".join(source.choice(("", "x", "qu")) if character == "%" else "z" if character == "_" else character for character in text)
    return [bare, padded, text.replace("%", "o").replace("_", "u")] if re.search("[%_]", text) else [text]


def near_misses(constant: object) -> list:
    """Return values that only a wrong comparison takes for the constant.

    >>> near_misses(5), near_misses("2020-01-31")
    ([6, 4, 11], ['2020-01-04', '2021-01-31', '2019-01-31'])
    >>> near_misses("Oslo")
    ['oSLO', 'Osl', 'Oslos', 'a Oslo']
    """
    if isinstance(constant, (int, float)):
        return [constant + 1, constant - 1, constant * 2 + 1]
    date = _DATE.fullmatch(constant)
    if date:
        year, month, day, rest = date.groups()
        return [
            f"{year}-{month}-{int(day) % 28 + 1:02}{rest}",
            f"{int(year) + 1:04}-{month}-{day}{rest}",
            f"{int(year) - 1:04}-{month}-{day}{rest}",
        ]
    if _DIGITS.fullmatch(constant):
        return [str(int(constant) + 1), str(max(0, int(constant) - 1)), constant + "0"]
    return [constant.swapcase(), constant[:-1], constant + "s", "a " + constant]


def best_kind(kinds: set[str], constants: list, numeric: bool) -> str:
    """Choose what fills a pool: numbers where they are added up or compared with numbers, dates where they look like dates."""
    if numeric and not kinds & {"integer", "rowid", "real"}:
        return "integer"
    texts = [value for value in constants if isinstance(value, str)]
    if texts and all(_DATE.fullmatch(text) for text in texts):
        return "date"
    if kinds & {"rowid", "integer"} or (texts and all(_DIGITS.fullmatch(text) for text in texts)):
        return "integer"
    return next(kind for kind in ("real", "truth", "date", "text") if kind in kinds)


def fillers(kind: str, size: int, constants: list, source: random.Random) -> list:
    """Return so many values of a kind, numbers often from around the query's constants; of truths there are two."""
    if kind == "truth":
        return [0, 1]
    if kind == "date":
        span = source.choice((1, 3, 30))
        return [f"{source.randint(2020 - span, 2020)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}" for _ in range(size)]
    if kind in ("rowid", "integer", "real"):
        low, high = source.choice(((1, size + 2), (1, size + 2), (1, 100), (-5, 1000)))
        if constants and source.random() < 0.7:
            low, high = int(min(constants)) - 5, int(max(constants)) + 5
        numbers = source.sample(range(low, max(high, low + size) + 1), size)
        return [value / 4 for value in numbers] if kind == "real" else numbers
    rounds = 1 + size // len(_WORDS)
    return source.sample([word + (str(i) if i else "") for i in range(rounds) for word in _WORDS], size)


def apart(values: list) -> list:
    """Drop values that a column of text could not tell from an earlier one.

    >>> apart([5, "5", "a"])
    [5, 'a']
    """
    kept: dict[str, object] = {}
    for value in values:
        kept.setdefault(str(value), value)
    return list(kept.values())
