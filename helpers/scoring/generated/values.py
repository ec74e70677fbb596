"""Values for made-up tables: what meets a condition, what nearly meets it, and fillers that have nothing to do with it."""

import json
import random
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import permutations, product

from helpers.scoring.execution.sql import ASKED, Condition, apart, computed, evaluate, holds, number
from helpers.scoring.generated.catalog import NUMBERS, fitted
from helpers.scoring.generated.hints import DISTANCE

_WORDS = [first + last for last in ("a", "in", "os", "ek", "ur") for first in "B C D F G K L M N P R S T V".split()]
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(.*)", re.DOTALL)
_CLOCK = re.compile(r"(?<=\d[ T])\d\d:\d\d")
_LITERAL = re.compile(r"'((?:[^']|'')*)'|(?<![\w.'])(\d+(?:\.\d+)?)(?![\w.])")
_MOST = 12  # values made for one condition
_DIGITS = re.compile(r"\d+", re.ASCII)


def instances(operator: str, constant: object, source: random.Random, kinds: set[str]) -> list:
    """Return values for the constant of a condition: itself, texts that a pattern matches, or what SQLite accepts, first what suits."""
    if constant is None:
        return []
    if operator in ASKED:
        found = [value for value in solutions([constant]) if holds((operator, constant), value)]
        return sorted(found, key=lambda value: not any(fitted(kind, value) for kind in kinds))[: 3 if operator == "edge" else _MOST]
    if not operator.endswith("like"):
        return [constant]
    text = str(constant)
    bare = text.replace("%", "").replace("_", "a")
    padded = "".join(source.choice(("", "x", "qu")) if character == "%" else "z" if character == "_" else character for character in text)
    digits = [text.replace("_", "3").replace("%", fill) for fill in ("", "1")] if re.fullmatch(r"[\d_%]+", text) else []
    return [bare, padded, text.replace("%", "o").replace("_", "u"), *digits] if re.search("[%_]", text) else [text]


def solutions(conditions: Iterable[str]) -> list:
    """Guess values that conditions on VALUE may hold for, from the literals in them: parts of dates, patterns, sizes, JSON."""
    found = [literal for condition in conditions for literal in _LITERAL.findall(condition)]
    texts = list(dict.fromkeys(text.replace("''", "'") for text, _ in found if 0 < len(text) <= 200))[:40]
    numbers = list(dict.fromkeys(number(digits) for _, digits in found if 0 < len(digits) < 15))[:40]
    values = [*texts, *_from_texts(texts), *_dates([*texts, *map(str, numbers)]), *_from_numbers(numbers), *_documents(texts, numbers)]
    return apart(values[:400])


def _from_texts(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (text + "x", "x" + text, f"x {text} y", text.swapcase())
        plain = re.sub(r"\[\^?(.)[^\]]*\]", r"\1", text)
        yield from (plain.replace("*", "ab").replace("?", "c"), plain.replace("%", "ab").replace("_", "c"))
        yield re.sub(r"[^\w\s%](?=[%_])", "", text)  # an escaped sign in a pattern
        yield from (plain.strip("*%"), "ab" + plain.strip("*%") + "ab")
    for text, other in permutations(texts[:6], 2):
        yield from (text.removesuffix(other), text.removeprefix(other), text.replace(other, "x"))


def _dates(digits: list[str]) -> Iterator[object]:
    years = [text for text in digits if re.fullmatch(r"\d{4}", text)]
    parts = [text.zfill(2) for text in digits if re.fullmatch(r"\d{1,2}", text)]
    months = list(product(years, [part for part in parts if "01" <= part <= "12"]))
    for year, month in [*months, *(text.split("-") for text in digits if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text))]:
        yield from (f"{year}-{month}-01", computed("DATE(VALUE, '+1 month', '-1 day')", f"{year}-{month}-01"))
    for year in years:
        yield from (f"{year}-01-01", f"{year}-12-31")
        yield from (f"{year}-01-15", f"{year}-07-04", f"{year}-12-31 10:20:30", f"{int(year) + 1:04}-02-03", f"{int(year) - 1:04}-11-20")
    for year, part in product(years, parts):
        yield from (f"{year}-{part}-15", f"{year}-05-{part}")
    for part in parts:
        yield from (f"2020-{part}-15", f"2019-05-{part}", f"2020-05-15 {part}:30:00", f"2020-05-15 10:{part}:00")
    for text in digits:
        if re.fullmatch(r"\d{4}-\d\d", text):
            yield from (f"{text}-15", f"{text}-03 10:20:30")
        elif re.fullmatch(r"\d\d-\d\d", text):
            yield from (f"2020-{text}", f"2018-{text}")
        elif re.fullmatch(r"\d\d:\d\d(:\d\d)?", text):
            yield from (f"2020-05-15 {text}", f"2020-05-15 {text}:07", "2020-05-15 23:58:57", "2020-05-15 00:01:02")
        elif _DATE.fullmatch(text):
            yield from (f"{text[:10]} 10:20:30", f"{text[:8]}28")
            ages = [int(part) for part in digits if re.fullmatch(r"\d{1,3}", part) and int(part) < int(text[:4]) - 1]
            yield from (f"{int(text[:4]) - age:04}{text[4:10]}" for part in ages for age in (part, part + 1, part - 1))
            yield from (f"{int(text[:4]) + years:04}{text[4:10]}" for years in (1, -1))
            back = [("+" if far[1] == "-" else "-") + far[2] for each in digits if (far := DISTANCE.fullmatch(each))]
            back += [f"{sign}{each} days" for each in digits if re.fullmatch(r"\d{1,4}", each) for sign in "-+"]  # JULIANDAY('now') - x
            yield from filter(None, (computed(f"DATE(VALUE, '{distance}')", text[:10]) for distance in back))
            with suppress(ValueError):  # the same day in seconds since 1970
                yield int(datetime.fromisoformat(f"{text[:10]}T12:00:00+00:00").timestamp())
    yield from (f"2020-05-{day:02}" for day in (range(1, 8) if years or parts else ()))  # one of each day of the week


def _from_numbers(numbers: list[int | float]) -> Iterator[object]:
    for one, other in permutations(numbers[:4], 2):
        quotient = one / (other or 1)
        found = one - other, one + other, one * other, int(quotient) if quotient.is_integer() else quotient
        yield from (value for value in found if abs(value) < 2**62)
    for one in numbers:
        yield from (one, one + 1, one - 1, one + 0.5, 2 * one, -one)
        sizes = range(max(1, int(one) - 1), min(300, int(one) + 2))
        yield from ("abcdefghij"[: size % 10] + "k" * (size - size % 10) for size in sizes)
        with suppress(OverflowError, ValueError, OSError):
            moment = datetime(1970, 1, 1) + timedelta(seconds=one)
            yield from (f"{moment + timedelta(days=days)}" for days in (0, 2, -2) if one > 10_000)
        yield from (str(one), f"{one} km")


def _documents(texts: list[str], numbers: list[int]) -> Iterator[str]:
    """Write JSON texts that hold each literal under each path such as $.a.b[0]."""
    for path in [text for text in texts if text.startswith("$")]:
        steps = re.findall(r"\.\"?([^.\[\"]+)\"?|\[(\d{1,3})\]", path)[:4]
        for literal in [*(text for text in texts if text != path), *numbers, *(one + 1 for one in numbers), "x"]:
            document = literal
            for name, index in reversed(steps):
                document = {name: document} if name else [document] * (min(int(index), 5) + 1)
            yield json.dumps(document)


def near_misses(constant: object) -> list:
    """Return values that only a wrong comparison takes for the constant.

    >>> near_misses(5), near_misses("2020-01-31")
    ([6, 4, 11], ['2020-02-01', '2020-01-30', '2021-01-31', '2019-01-31'])
    """
    if isinstance(constant, (int, float)):
        return [constant + 1, constant - 1, constant * 2 + 1]
    if found := _DATE.fullmatch(constant):
        year, month, day, rest = found.groups()
        years = [f"{int(year) + more:04}-{month}-{day}{rest}" for more in (1, -1)]
        days = [computed(f"DATE(VALUE, '{days} day')", constant[:10]) for days in ("+1", "-1")]
        return [*(other + rest for other in days if other), *years]
    if _DIGITS.fullmatch(constant):
        return [str(int(constant) + 1), str(max(0, int(constant) - 1)), constant + "0"]
    return [constant.swapcase(), constant[:-1], constant + "s", "a " + constant]


def combined(conditions: list[Condition]) -> list[str]:
    """Return texts that match several patterns at once, and such as are nearly as long as a condition on the length asks.

    >>> combined([("like", "%red%"), ("not like", "%blue%")])
    ['red blue', 'blue red']
    """
    bare = list(dict.fromkeys(str(value).replace("%", "").replace("_", "a") for sign, value in conditions if sign.endswith("like")))
    texts = [" ".join(order) for many in (2, 3) for order in permutations(bare[:3], many)] + [" ".join(bare)] * (len(bare) > 3)
    asked = re.findall(r"LENGTH\(VALUE\)[^\d']*(\d{1,3})\b", str(conditions))
    wide = [(text, size) for text in (texts or bare)[:4] for size in sorted({int(size) + more for size in asked for more in (-1, 0, 1)})]
    return texts + [fill(size, "x") for text, size in wide if size > len(text) for fill in (text.ljust, text.rjust)]


def as_long(compared: list[Condition], size: int, source: random.Random) -> list[str]:
    """Return digits as many as those that a column of texts is compared with: years beside years; nothing where one is no number.

    Compared as texts, '3' and '20140' lie between '2000' and '4000', which nobody means. One constant alone bounds nothing.
    """
    constants = [str(constant) for _, constant in compared]
    alone = len({*constants}) < 2 and {operator for operator, _ in compared} <= {"=", "!="}
    if alone or not all(_DIGITS.fullmatch(text) and len(text) < 20 for text in constants):
        return []
    near = [str(int(text) + more) for text in constants for more in (1, -1)]
    for text in [source.choice(constants) for _ in range(size)]:
        bounds = (int(text) - 9, int(text) + 10) if source.random() < 0.5 else (10 ** len(text) // 10, 10 ** len(text))
        near.append(str(source.randrange(*bounds)))
    return apart([*constants, *(text for text in near if len(text) in {*map(len, constants)})])


def spelled_out(kind: str, compared: list[Condition]) -> tuple[list, bool]:
    """Return further values for a column that is compared with constants, and whether its kind can hold what all of them mean.

    Parts of a date become dates. What bounds a range gets neighbours: a moment in its day and the day before, a REAL fractions.

    >>> spelled_out("moment", [("<=", "2020-03-01")])
    (['2020-03-01 23:00:00', '2020-02-29 11:00:00'], True)
    """
    more, holdable = [], True
    for operator, constant in compared:
        if fitted(kind, constant):
            if kind == "real" and operator[0] in "<>" and not isinstance(constant, str):
                step = 0.5 / 10 ** len(str(constant).partition(".")[2])  # 50000.5 lies before 50001, and 4.55 before 4.6
                more += [constant + step, constant - step]
            elif kind == "moment" and operator != "=":
                with suppress(ValueError, OverflowError):  # 30 February
                    day = datetime.fromisoformat(constant[:10])
                    more += [str(day + timedelta(hours=hours)) for hours in (23, -13)]
                    if _CLOCK.search(constant):
                        moment, further = datetime.fromisoformat(constant), (1, -1, 3600, -3600, 18000, -18000)
                        more += [(moment + timedelta(seconds=far)).isoformat(constant[10]) for far in further]
        elif kind not in NUMBERS or not operator.endswith("like"):
            parts = re.findall(r"\d+(?:[-:]\d+)*", str(constant)) if kind in ("date", "moment") and operator not in ("=", "!=") else []
            found = [value for value in _dates(parts) if holds((operator, constant), value)][:_MOST]
            more, holdable = more + found, holdable and bool(found)
    return more, holdable


def best_kind(kinds: set[str], constants: list, numeric: bool, compared: list[Condition]) -> str:
    """Choose what fills a pool: numbers where they are added up or compared with numbers, dates where they look like dates."""
    clock = any(_CLOCK.search(str(value)) for _, value in compared)  # these the query itself names
    if "time" in kinds or (numeric and kinds.isdisjoint(NUMBERS)):
        return "time" if "time" in kinds else "integer"
    texts = [value for value in constants if isinstance(value, str)]
    if texts and all(_DATE.fullmatch(text) for text in texts):
        return "moment" if "moment" in kinds or (clock and "text" in kinds) else "date"
    if kinds & {"rowid", "integer"} or (texts and all(_DIGITS.fullmatch(text) for text in texts)):
        return "integer"
    return next(kind for kind in ("real", "truth", "moment", "date", "text") if kind in kinds)


def fillers(kind: str, size: int, constants: list, source: random.Random, distance: str = "") -> list:
    """Return so many values of a kind, numbers often from around the query's constants; at most two where they are true or false.

    With a distance such as "+1 month", a date, the one that lies so far from it, and those beside that.
    """
    if distance and kind in ("date", "moment"):
        first, step = fillers(kind, 1, [], source)[0], "second" if kind == "moment" else "day"
        moved = [f"'{distance}'", f"'{distance}', '+1 {step}'", f"'{distance}', '-1 {step}'"]
        others = [computed(f"{'DATETIME' if kind == 'moment' else 'DATE'}(VALUE, {by})", first) for by in moved]
        return [first, *(other for other in others if other)]
    if kind == "truth":
        return [0, 1]
    if kind == "date":
        span = source.choice((1, 3, 30))
        starts = [date(source.randint(2020 - span, 2020), 1, 1) for _ in range(size)]
        return [str(start + timedelta(days=source.randrange(365))) for start in starts]
    if kind == "time":
        return [text[11:] for text in fillers("moment", size, [], source)]
    if kind == "moment":  # several of one day
        days = fillers("date", 1 + size // 3, [], source)
        seconds = [source.randrange(86_400) if source.random() < 0.8 else 0 for _ in range(size)]
        return [str(datetime.fromisoformat(source.choice(days)) + timedelta(seconds=each)) for each in seconds]
    if kind in NUMBERS:
        low, high = source.choice(((1, size + 2), (1, size + 2), (1, 100), (-5, 1000)))
        if constants and source.random() < 0.7:
            low, high = int(min(constants)) - 5, int(max(constants)) + 5
        numbers = source.sample(range(low, max(high, low + size) + 1), size)
        return [value / 8 if value % 8 else value // 8 for value in numbers] if kind == "real" else numbers  # .125: ROUND(x, 2) is seen
    return source.sample([word + (str(i) if i else "") for i in range(1 + size // len(_WORDS)) for word in _WORDS], size)


def altered(function: str, kind: str, values: list) -> list:
    """Return a few values of a kind that a function of VALUE changes, so that a query without it returns something else.

    >>> altered("ABS(VALUE)", "integer", [3, 8]), altered("TRIM(VALUE)", "text", ["Oslo"])
    ([-16, -3, -8], [' Oslo', 'Oslo '])
    """
    if kind == "text":
        texts = [value for value in values if isinstance(value, str)][:3]
        tried = [other for text in texts for other in (text.swapcase(), f" {text}", f"{text} ", f"{text[:1]} {text[1:]}")]
    else:
        numbers = [value for value in values if isinstance(value, (int, float))]
        tried = [-2 * max(numbers, default=0), *(-one for one in numbers[:3]), *(one + 0.125 for one in numbers[:3] if kind == "real")]
    tried += [value for value in solutions([function]) if isinstance(value, str) == (kind == "text")]
    return [value for value in apart(tried) if evaluate(f"{function} IS NOT VALUE", value)][:3]
