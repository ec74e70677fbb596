"""Functions that other SQL dialects have, written with those that SQLite has."""

import re
from functools import reduce

from sqlglot import exp

_PARTS = {"YEAR": "%Y", "MONTH": "%m", "DAY": "%d", "HOUR": "%H", "MINUTE": "%M", "SECOND": "%S", "DOY": "%j", "DOW": "%w", "EPOCH": "%s"}
_STARTS = {"YEAR": "%Y-01-01", "MONTH": "%Y-%m-01", "DAY": "%Y-%m-%d", "HOUR": "%Y-%m-%d %H:00:00", "MINUTE": "%Y-%m-%d %H:%M:00"}
_SPANS = {"WEEK": 604_800, "DAY": 86_400, "HOUR": 3_600, "MINUTE": 60, "SECOND": 1}  # seconds
_MONTHS = {"YEAR": 12, "QUARTER": 3, "MONTH": 1}
_ALIASES = {
    "DAYOFMONTH": "DAY", "DAYOFYEAR": "DOY", "STRPOS": "POSITION", "LOCATE": "POSITION", "INSTR": "POSITION", "STRPOSITION": "POSITION",
    "TRUNCATE": "TRUNC", "SPLIT_PART": "SPLITPART", "SUBSTRING_INDEX": "SPLITPART", "SUBSTRINGINDEX": "SPLITPART",
    "CHAR_LENGTH": "LENGTH", "CHARACTER_LENGTH": "LENGTH", "CURDATE": "CURRENT_DATE", "NOW": "CURRENT_TIMESTAMP",
    "TIMESTAMPTRUNC": "DATETRUNC", "DAYOFWEEKISO": "ISODOW",
}  # fmt: skip
_RENAMED = {"MID": "SUBSTR", "EVERY": "MIN", "JSON_BUILD_OBJECT": "JSON_OBJECT"}
_FORMATS = "dHjmMsSwY%"  # what SQLite's strftime knows in every version, and takes for the same


class Untranslatable(ValueError):
    """Something that SQLite has no equal of."""


def refused(node: exp.Expression, dialect: str) -> str:
    """Name what SQLite refuses at run time alone, or reads something else into; "" for what it has."""
    if isinstance(node, exp.Join):
        words = {str(node.args.get(part) or "").upper() for part in ("kind", "side", "method")} & {"SEMI", "ANTI", "ASOF", "POSITIONAL"}
        return " ".join([*words, "JOIN"]) if words else ""
    if isinstance(node, exp.Count) and isinstance(node.this, exp.Distinct):
        counted = node.this.expressions
        return "count of combinations of columns" if len(counted) > 1 or isinstance(counted[0], exp.Tuple) else ""
    if isinstance(node, exp.Select) and dialect == "mysql" and node.args.get("having") and not node.args.get("group"):
        return "" if node.find(exp.AggFunc) else "HAVING without groups"
    if isinstance(node, exp.Select) and node.args.get("distinct") and node.args["distinct"].args.get("on"):
        ordered = node.args.get("order")
        return "DISTINCT ON with LIMIT or DESC" if node.args.get("limit") or (ordered and ordered.expressions[0].args.get("desc")) else ""
    kinds = {exp.Bracket: "part of a text or list in brackets", exp.TableSample: "sample of rows"}
    kinds |= {exp.TryCast: "cast that gives NULL where a value does not fit"} if dialect == "duckdb" else {}
    return kinds.get(type(node), "")


def cast(node: exp.Cast, dialect: str) -> str:
    """Round and cut where the other dialects do; SQLite cuts whole numbers off and keeps all digits and letters."""
    kind = node.to.sql("sqlite").upper()
    if kind in ("JSON", "JSONB"):
        return to_text(node.this)
    if dialect != "duckdb" and (found := re.fullmatch(r"(?:TEXT|(?:VAR)?CHAR) ?\((\d+)\)", kind)):
        return f"SUBSTR({to_text(node.this)}, 1, {found[1]})"
    if re.fullmatch("U?(BIG|SMALL|TINY)?INT(EGER)?", kind) and not isinstance(node.this, (exp.Var, exp.Cast)):
        return f"CAST(ROUND({to_text(node.this)}) AS INTEGER)"
    if found := re.fullmatch(r"\w+ ?\(\d+, (\d+)\)", kind):
        return f"ROUND({to_text(node.this)}, {found[1]})"
    return ""


def function(node: exp.Func, dialect: str) -> str:
    """Write a function that SQLite has under another name or not at all; "" where sqlglot writes it rightly."""
    known = not isinstance(node, exp.Anonymous)
    name = type(node).__name__.upper() if known else node.name.upper()
    values = (node.args.get(key) for key in node.arg_types) if known else [node.expressions]
    values = [one for value in values for one in (value if isinstance(value, list) else [value]) if isinstance(one, exp.Expression)]
    if name in ("LOCATE", "DATETRUNC"):  # unlike the others of their kind, these begin with what is looked for, or the unit
        values[:2] = values[1::-1]
    name, texts = _ALIASES.get(name, name), [to_text(value) for value in values]
    first, second, third = [*texts, "", "", ""][:3]
    if name in _PARTS or name in ("QUARTER", "WEEKDAY", "DAYOFWEEK", "ISODOW"):
        name = "DOW" if dialect == "duckdb" and name in ("WEEKDAY", "DAYOFWEEK") else name
        return _part(name, to_text(inner(values[0])))
    match name:
        case "EXTRACT" | "DATE_PART" if second:
            return _part(first.strip("'").upper(), second)
        case "LEFT" | "RIGHT" if second.startswith("-") and dialect != "mysql":
            raise Untranslatable("SQLite takes no text without its last characters")
        case "LEFT" | "RIGHT":
            return f"SUBSTR({first}, 1, {second})" if name == "LEFT" else f"SUBSTR({first}, -({second}))"
        case "CONCAT":
            parts = texts if dialect == "mysql" else [f"COALESCE({text}, '')" for text in texts]
            return f"({' || '.join(parts)})"
        case "GREATEST" | "LEAST":
            name = "MAX" if name == "GREATEST" else "MIN"
            if dialect == "mysql":  # there alone the whole is NULL if one of them is
                return f"{name}({', '.join(texts)})"
            return reduce(lambda best, text: f"COALESCE({name}({best}, {text}), {best}, {text})", texts)
        case "POSITION" if third:
            raise Untranslatable("SQLite looks for a text from its beginning only")
        case "POSITION":
            return f"INSTR(LOWER({first}), LOWER({second}))" if dialect == "mysql" else f"INSTR({first}, {second})"
        case "SPLITPART" if third != "1":
            raise Untranslatable("SQLite takes no text between two marks")
        case "SPLITPART":
            return f"SUBSTR({first}, 1, INSTR({first} || {second}, {second}) - 1)"
        case "GROUPCONCAT":
            return _joined(node)
        case "ROUND" if second.startswith("-"):
            raise Untranslatable("SQLite rounds to no tens")
        case "SUBSTRING" if isinstance(values[1], exp.Literal) and values[1].is_string:
            raise Untranslatable("SQLite has no such regular expression")
        case "MID" | "EVERY" | "JSON_BUILD_OBJECT" if not known:
            return f"{_RENAMED[name]}({', '.join(texts)})"
        case "TIMEDIFF":
            raise Untranslatable("SQLite has no such TIMEDIFF")
        case "LENGTH" if not known:
            return f"LENGTH({first})"
        case "CURRENT_DATE" | "CURRENT_TIMESTAMP" if not known:
            return name
    return _time_function(name, dialect, values, first, second, third)


def _time_function(name: str, dialect: str, values: list[exp.Expression], first: str, second: str, third: str) -> str:
    """Write a function of dates, or one that cuts a number."""
    match name:
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


def to_text(node: exp.Expression | None) -> str:
    return node.sql("sqlite") if node is not None else ""


def inner(node: exp.Expression) -> exp.Expression:
    return node.this if isinstance(node, (exp.TsOrDsToDate, exp.TsOrDsToTimestamp)) else node


def _part(unit: str, value: str) -> str:
    if unit in _PARTS:
        return f"CAST(STRFTIME('{_PARTS[unit]}', {value}) AS INTEGER)"
    month, day = (f"CAST(STRFTIME('{code}', {value}) AS INTEGER)" for code in ("%m", "%w"))
    computed = {"QUARTER": f"(({month} + 2) / 3)", "DAYOFWEEK": f"({day} + 1)",
                "WEEKDAY": f"(({day} + 6) % 7)", "ISODOW": f"(({day} + 6) % 7 + 1)"}  # fmt: skip
    if unit not in computed:
        raise Untranslatable(f"SQLite has no {unit.lower()} of a date")
    return computed[unit]


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


def _joined(node: exp.GroupConcat) -> str:
    """Return GROUP_CONCAT with its order, which SQLite takes from 3.44 on; sqlglot keeps it around the value or the separator."""
    if isinstance(node.this, exp.Distinct) and node.args.get("separator"):
        if to_text(node.args["separator"]) != "','":
            raise Untranslatable("SQLite joins distinct values by commas only")
        return f"GROUP_CONCAT({to_text(node.this)})"
    parts = [part for part in (node.this, node.args.get("separator")) if part is not None]
    order = next((part for part in parts if isinstance(part, exp.Order)), None)
    if order is None:
        return ""
    texts = [to_text(part.this if part is order else part) for part in parts]
    return f"GROUP_CONCAT({', '.join(texts)}{to_text(order).removeprefix(to_text(order.this))})"
