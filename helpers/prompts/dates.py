"""Dates and times of other SQL dialects, written with what SQLite has."""

import re

from sqlglot import exp

PARTS = {
    "YEAR": "%Y", "MONTH": "%m", "DAY": "%d", "HOUR": "%H", "MINUTE": "%M", "SECOND": "%S", "DOY": "%j", "DOW": "%w", "EPOCH": "%s",
    "QUARTER": "%m", "DAYOFWEEK": "%w", "WEEKDAY": "%w", "ISODOW": "%w",
}  # fmt: skip
_COMPUTED = {"QUARTER": "(({} + 2) / 3)", "DAYOFWEEK": "({} + 1)", "WEEKDAY": "(({} + 6) % 7)", "ISODOW": "(({} + 6) % 7 + 1)"}
_STARTS = {"YEAR": "%Y-01-01", "MONTH": "%Y-%m-01", "DAY": "%Y-%m-%d", "HOUR": "%Y-%m-%d %H:00:00", "MINUTE": "%Y-%m-%d %H:%M:00"}
_SPANS = {"WEEK": 604_800, "DAY": 86_400, "HOUR": 3_600, "MINUTE": 60, "SECOND": 1}  # seconds
_MONTHS = {"YEAR": 12, "QUARTER": 3, "MONTH": 1}
_FORMATS = "dHjmMsSwY%"  # what SQLite's strftime knows in every version, and takes for the same


class Untranslatable(ValueError):
    """Something that SQLite has no equal of."""


def to_text(node: exp.Expression | None) -> str:
    return node.sql("sqlite") if node is not None else ""


def inner(node: exp.Expression) -> exp.Expression:
    return node.this if isinstance(node, (exp.TsOrDsToDate, exp.TsOrDsToTimestamp)) else node


def time_function(name: str, dialect: str, values: list[exp.Expression], first: str, second: str, third: str) -> str:
    """Write a function of dates, or one that cuts a number; `first` to `third` are its values as texts. "" for all others."""
    match name:
        case "EXTRACT" | "DATE_PART" if second:
            return part(first.strip("'").upper(), second)
        case "TIMEDIFF":
            raise Untranslatable("SQLite has no such TIMEDIFF")
        case "DATETRUNC" if (unit := second.strip("'").upper()) in _STARTS:
            return f"STRFTIME('{_STARTS[unit]}', {first})"
        case "DATETRUNC":
            raise Untranslatable(f"SQLite has no start of a {unit.lower()}")
        case "TRUNC" if second and not second.isdigit():
            raise Untranslatable("SQLite cuts no number to a computed count of digits")
        case "TRUNC" if second:
            return f"(CAST({first} * 1e{second} AS INTEGER) / 1e{second})"
        case "DATEDIFF" if not third:
            return f"CAST(JULIANDAY(DATE({first})) - JULIANDAY(DATE({second})) AS INTEGER)"
        case "DATEDIFF" if dialect == "duckdb":
            return _crossed(second, first, third.strip("'").upper())
        case "TIMESTAMPDIFF" | "DATEDIFF":
            return _between(second, first, third.strip("'").upper())
        case "LASTDAY":
            return f"DATE({to_text(inner(values[0]))}, 'start of month', '+1 month', '-1 day')"
        # What is left of Postgres's letters is half of a format that sqlglot does not know.
        case "TIMETOSTR" if re.fullmatch(rf"'[^%']*(%[{_FORMATS}][^%']*)+'", second) and not (
            dialect == "postgres" and re.search("[A-Za-z]", re.sub("%.", "", second))
        ):
            return f"STRFTIME({second}, {to_text(inner(values[0]))})"
        case "STRTODATE" | "STRTOTIME" | "TOCHAR" if second == "'%Y-%m-%d'":
            return f"DATE({first})"
        case "TIMETOSTR" | "STRTODATE" | "STRTOTIME" | "TOCHAR":
            raise Untranslatable("SQLite has no such format of a date or number")
    return ""


def part(unit: str, value: str) -> str:
    if unit not in PARTS:
        raise Untranslatable(f"SQLite has no {unit.lower()} of a date")
    return _COMPUTED.get(unit, "{}").format(f"CAST(STRFTIME('{PARTS[unit]}', {value}) AS INTEGER)")


def moved(date: exp.Expression, amount: exp.Expression, unit: exp.Expression | None, back: bool) -> str:
    """Return a date moved by an interval, with its time if it has one; by months, it stays within the month that it comes to."""
    name, value = (unit.name.upper().rstrip("S") if unit else ""), to_text(inner(date))
    number = amount.name if isinstance(amount, exp.Literal) else ""
    if not re.fullmatch(r"-?\d+", number) or name not in (*_MONTHS, *_SPANS):
        raise Untranslatable("SQLite moves dates by whole years to seconds only")
    count = (-int(number) if back else int(number)) * (_MONTHS | _SPANS)[name]
    if name in ("HOUR", "MINUTE", "SECOND"):
        return f"DATETIME({value}, '{count:+} seconds')"
    if name in _SPANS:
        return f"(DATE({value}, '{count // 86_400:+} days') || SUBSTR({value}, 11))"
    moved, last = f"DATE({value}, '{count:+} months')", f"DATE({value}, 'start of month', '{count + 1:+} months', '-1 day')"
    return f"(MIN({moved}, {last}) || SUBSTR({value}, 11))"


def of_days(node: exp.Add | exp.Sub, dialect: str) -> str:
    """Return the days between two dates, or a date moved by days; "" where neither side is written as a date or time.

    Raise Untranslatable where it is another sum or difference with a date or time, such as MySQL's, of numbers like 20200131.
    """
    first, second = node.this.unnest(), node.expression.unnest()
    kinds = [_written_kind(first), _written_kind(second)]
    if dialect != "mysql" and kinds == ["date", "date"] and isinstance(node, exp.Sub):
        return f"CAST(JULIANDAY({to_text(first)}) - JULIANDAY({to_text(second)}) AS INTEGER)"
    if dialect != "mysql" and kinds[0] == "date" and isinstance(second, exp.Literal):
        return moved(first, second, exp.Var(this="DAY"), isinstance(node, exp.Sub))
    if any(kinds):
        raise Untranslatable("SQLite has no such arithmetic of dates")
    return ""


def _written_kind(node: exp.Expression) -> str:
    """Return "date" or "time" where a query says that a value is one, else ""."""
    if isinstance(node, exp.Cast):
        kind = node.to.sql("postgres").upper()
        return "date" if kind == "DATE" else "time" if kind.startswith("TIME") else ""
    kinds = {exp.CurrentDate: "date", exp.Date: "date", exp.TsOrDsToDate: "date", exp.CurrentTimestamp: "time"}
    return kinds.get(type(node), "")


def _crossed(start: str, end: str, unit: str) -> str:
    """Return how many units begin between two times, as DuckDB counts them."""
    if unit in ("YEAR", "MONTH"):
        first, last = (f"STRFTIME('%Y', {time})" + f" * 12 + STRFTIME('%m', {time})" * (unit == "MONTH") for time in (start, end))
    elif unit in _SPANS and unit != "WEEK":
        first, last = (f"(STRFTIME('%s', {time}) + 62167219200) / {_SPANS[unit]}" for time in (start, end))  # since the year 0
    else:
        raise Untranslatable(f"SQLite counts no {unit.lower()}s between two times")
    return f"({last} - ({first}))"


def _between(start: str, end: str, unit: str) -> str:
    """Return the count of whole units from one time to another."""
    if unit in _SPANS:
        return f"((CAST(STRFTIME('%s', {end}) AS INTEGER) - CAST(STRFTIME('%s', {start}) AS INTEGER)) / {_SPANS[unit]})"
    if unit not in _MONTHS:
        raise Untranslatable(f"SQLite counts no {unit.lower()}s between two times")

    def months(start: str, end: str) -> str:
        whole = " + ".join(f"(STRFTIME('{code}', {end}) - STRFTIME('{code}', {start})) * {size}" for code, size in (("%Y", 12), ("%m", 1)))
        return f"({whole} - (STRFTIME('%d %H:%M:%S', {end}) < STRFTIME('%d %H:%M:%S', {start})))"

    return f"(IIF({end} >= {start}, {months(start, end)}, -{months(end, start)}) / {_MONTHS[unit]})"
