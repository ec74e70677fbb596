"""A query in another SQL dialect, and back to SQLite's, where it can be run."""

import re
import sqlite3
from contextlib import closing

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.parser import Parser

from helpers import UserError
from helpers.prompts.render import DIALECTS
from helpers.scoring.execution.sql import quiet
from helpers.scoring.normalize import normalize_sql

_PARTS = {"YEAR": "%Y", "MONTH": "%m", "DAY": "%d", "HOUR": "%H", "MINUTE": "%M", "SECOND": "%S", "DOY": "%j", "DOW": "%w", "EPOCH": "%s"}
_STARTS = {"YEAR": "%Y-01-01", "MONTH": "%Y-%m-01", "DAY": "%Y-%m-%d", "HOUR": "%Y-%m-%d %H:00:00", "MINUTE": "%Y-%m-%d %H:%M:00"}
_SPANS = {"WEEK": 604_800, "DAY": 86_400, "HOUR": 3_600, "MINUTE": 60, "SECOND": 1}  # seconds
_ALIASES = {
    "DAYOFMONTH": "DAY", "DAYOFYEAR": "DOY", "STRPOS": "POSITION", "LOCATE": "POSITION", "INSTR": "POSITION", "STRPOSITION": "POSITION",
    "TRUNCATE": "TRUNC", "SPLIT_PART": "SPLITPART", "SUBSTRING_INDEX": "SPLITPART", "SUBSTRINGINDEX": "SPLITPART",
    "CHAR_LENGTH": "LENGTH", "CHARACTER_LENGTH": "LENGTH", "CURDATE": "CURRENT_DATE", "NOW": "CURRENT_TIMESTAMP",
    "TIMESTAMPTRUNC": "DATETRUNC",
}  # fmt: skip
_TEXT = re.compile(r"""'((?:[^']|'')*)'|"([^"]*)\"""")
_FORMATS = set("dfHjJmMsSwWY%")  # what SQLite's strftime knows in every version
# Words before a parenthesis that sqlglot takes for functions, and functions that it does not know by name.
_WORDS = set(
    "AND OR NOT IN AS CASE CAST EXISTS VALUES FILTER OVER USING ON LIKE GLOB ANY ALL INT INTEGER CHAR VARCHAR DECIMAL NUMERIC".split()
)
_OTHERS = set("AGE MAKE_DATE TO_CHAR TO_NUMBER SPLIT_PART FIELD ELT FIND_IN_SET DAYNAME MONTHNAME WEEKDAY SUBSTRING_INDEX YEARWEEK "
              "SEC_TO_TIME TIME_TO_SEC PERIOD_DIFF MAKEDATE ADDDATE SUBDATE STR_TO_DATE DATE_FORMAT BIT_COUNT REGEXP_COUNT MODE LAST_DAY "
              "PERCENTILE_CONT PERCENTILE_DISC WIDTH_BUCKET JUSTIFY_DAYS ISFINITE INET_ATON".split())  # fmt: skip


class _Foreign(ValueError):
    """Something that SQLite has no equal of."""


def to_dialect(sql: str, dialect: str) -> str:
    """Write a SQLite query in another dialect, or return "" where it would not mean the same when it is brought back.

    Raises:
        UserError: the dialect is unknown.

    >>> to_dialect("SELECT name FROM singer WHERE age > 5 LIMIT 3", "postgres")
    'SELECT name FROM singer WHERE age > 5 LIMIT 3'
    """
    if dialect not in DIALECTS:
        raise UserError(f"There is no dialect {dialect!r}. Known: {', '.join(DIALECTS)}.")
    if dialect == "sqlite":
        return sql
    try:
        tree = _parsed(sql, "sqlite")
        for like in list(tree.find_all(exp.Like)) if dialect != "mysql" else []:  # SQLite's and MySQL's fold case
            like.replace(exp.ILike(**like.args))
        there = tree.sql(dialect)
        back, reason = bring(there, dialect)
        return there if not reason and normalize_sql(back) == normalize_sql(sql) else ""
    except (SqlglotError, RecursionError, ValueError):
        return ""


def to_sqlite(sql: str, dialect: str) -> str:
    """Write a query of another dialect as SQLite takes it; what cannot be read or brought over stays as it is."""
    return bring(sql, dialect)[0]


def bring(sql: str, dialect: str, gold: str = "") -> tuple[str, str]:
    """Write a query of another dialect as SQLite takes it, and say why it cannot be judged there, or "" if it can.

    What sqlglot cannot read in its own dialect stays as it is, for SQLite to reject: that is the model's fault. What is right
    there but has no equal here is not. Dates are texts, as SQLite has them; DATE_TRUNC gives a date for whole days.
    MySQL's `=` folds case: a text that a query compares with is written as `gold`, in SQLite's dialect, has it.
    Not covered, for want of types: a difference of two columns that hold dates.

    >>> bring("SELECT id FROM t WHERE name = 'ann'", "mysql", "SELECT id FROM t WHERE name = 'Ann'")[0]
    "SELECT id FROM t WHERE name = 'Ann'"
    """
    if dialect == "sqlite":
        return sql, ""
    try:
        tree = _parsed(sql, dialect)
    except (SqlglotError, RecursionError, ValueError):
        return sql, "this sqlglot reads no DIV or MOD" if dialect == "mysql" and re.search(r"\b(?:DIV|MOD)\b(?! ?\()", sql) else ""
    if dialect == "mysql":
        _take_case(tree, gold)
    try:
        for node in list(tree.walk())[::-1]:  # children first
            text = _rewritten(node, dialect)
            if text and node.parent:
                node.replace(exp.Var(this=text))
        written = tree.sql("sqlite")
        return written, _lacking(written)
    except (_Foreign, SqlglotError, RecursionError) as error:
        return sql, str(error)


def _take_case(tree: exp.Expression, gold: str) -> None:
    """Write the texts of comparisons in the gold query's letter case, except where BINARY or COLLATE asks for the exact text."""
    texts = [single.replace("''", "'") or double for single, double in _TEXT.findall(gold)]
    known = {text.lower(): text for text in texts}
    for literal in tree.find_all(exp.Literal):
        compared = literal.parent
        folded = literal.is_string and literal.name not in texts and isinstance(compared, (exp.EQ, exp.NEQ, exp.In))
        if folded and not compared.find(exp.Cast, exp.Collate):
            literal.set("this", known.get(literal.name.lower(), literal.name))


def _parsed(sql: str, dialect: str) -> exp.Expression:
    with quiet():
        trees = [tree for tree in sqlglot.parse(sql, read=dialect) if tree is not None]
    if len(trees) != 1 or not isinstance(trees[0], exp.Query):
        raise ValueError("not one query")
    return trees[0]


def _lacking(sql: str) -> str:
    """Say which function or syntax of a written query SQLite lacks, of those that other dialects have."""
    bare = re.sub(r"""'(?:[^']|'')*'|"(?:[^"]|"")*\"""", "''", sql)
    with closing(sqlite3.connect(":memory:")) as connection:
        own = {row[0].upper() for row in connection.execute("SELECT name FROM pragma_function_list")} | _WORDS
        for name in re.findall(r"\b([A-Za-z_]\w*)\s*\(", bare):
            if name.upper() not in own and (name.upper() in Parser.FUNCTIONS or name.upper() in _OTHERS):
                return f"SQLite has no {name.upper()}"
        try:
            connection.execute(f"EXPLAIN {sql}")
        except sqlite3.Error as error:
            return f"SQLite has no such syntax, {error}" if "syntax error" in str(error) or "unrecognized token" in str(error) else ""
    return ""


def _rewritten(node: exp.Expression, dialect: str) -> str:
    """Return SQLite's text for what sqlglot leaves as it is, or writes with another meaning; "" where it is right.

    Raises:
        _Foreign: SQLite has no equal.
    """
    if isinstance(node, (exp.Like, exp.ILike, exp.RegexpLike, exp.RegexpILike)):
        return _pattern(node, dialect)
    if isinstance(node, (exp.Add, exp.Sub)) and isinstance(node.expression, exp.Interval):
        amount = node.expression
        return _moved(node.this, amount.this, amount.args.get("unit"), isinstance(node, exp.Sub))
    if isinstance(node, (exp.DateAdd, exp.DateSub)):
        amount = node.expression.this if isinstance(node.expression, exp.Interval) else node.expression
        return _moved(node.this, amount, node.args.get("unit") or node.expression.args.get("unit"), isinstance(node, exp.DateSub))
    if isinstance(node, exp.EQ) and isinstance(node.expression, exp.Any) and (found := node.expression.find(exp.Array)):
        return f"{_sql(node.this)} IN ({', '.join(map(_sql, found.expressions))})"
    if isinstance(node, exp.Count) and isinstance(node.this, exp.Distinct) and len(node.this.expressions) > 1:
        raise _Foreign("SQLite counts no combinations of columns")
    if type(node) is exp.Cast:
        return _cast(node)
    return _function(node, dialect) if isinstance(node, exp.Func) else ""


def _function(node: exp.Func, dialect: str) -> str:
    name = (node.name if isinstance(node, exp.Anonymous) else type(node).__name__).upper()
    name = _ALIASES.get(name, name)
    own = list(node.expressions) if isinstance(node, exp.Anonymous) else [node.this, node.args.get("expression")]
    first, second = ([_sql(value) if isinstance(value, exp.Expression) else "" for value in own] + ["", ""])[:2]
    if name == "EXTRACT" or (name == "DATE_PART" and second):
        return _part(first.strip("'").upper(), second)
    if name in _PARTS or name in ("QUARTER", "WEEKDAY", "DAYOFWEEK"):
        return _part(name, _sql(_inner(own[0])))
    if name == "DATETRUNC":
        unit = node.args["unit"].name.upper()
        if unit in _STARTS:
            return f"STRFTIME('{_STARTS[unit]}', {first})"
        raise _Foreign(f"SQLite has no start of a {unit.lower()}")
    if name in ("LEFT", "RIGHT"):
        return f"SUBSTR({first}, 1, {second})" if name == "LEFT" else f"SUBSTR({first}, -({second}))"
    if name == "CONCAT":
        parts = [_sql(part) for part in node.expressions]
        return f"({' || '.join(parts if dialect == 'mysql' else [f'COALESCE({part}, {_EMPTY})' for part in parts])})"
    if name in ("GREATEST", "LEAST"):
        return _extreme("MAX" if name == "GREATEST" else "MIN", [first, *map(_sql, node.expressions)], dialect)
    if name == "POSITION":
        return _position(node, own, dialect)
    if name == "GROUPCONCAT":
        return _joined(node)
    if name == "LENGTH" and isinstance(node, exp.Anonymous):
        return f"LENGTH({first})"
    if name in ("CURRENT_DATE", "CURRENT_TIMESTAMP") and isinstance(node, exp.Anonymous):
        return name
    if name == "SPLITPART":
        return _before(node, own, dialect)
    return _time_function(name, node, first, second)


_EMPTY = "''"


def _time_function(name: str, node: exp.Func, first: str, second: str) -> str:
    if name == "TRUNC" and (digits := _sql(node.args.get("decimals")) or second):
        if not digits.isdigit():
            raise _Foreign("SQLite cuts no number to a computed count of digits")
        return f"(CAST({first} * 1e{digits} AS INTEGER) / 1e{digits})"
    if name == "DATEDIFF" and not node.args.get("unit"):
        return f"CAST(JULIANDAY(DATE({first})) - JULIANDAY(DATE({second})) AS INTEGER)"
    if name in ("TIMESTAMPDIFF", "DATEDIFF"):
        return _between(second, first, node.args["unit"].name.upper())
    if name == "LASTDAY":
        return f"DATE({_sql(_inner(node.this))}, 'start of month', '+1 month', '-1 day')"
    if name in ("TIMETOSTR", "STRTODATE", "STRTOTIME", "TOCHAR", "TSORDSTODATE"):
        return _formatted(name, node)
    return ""


def _sql(node: exp.Expression | None) -> str:
    return node.sql("sqlite") if node is not None else ""


def _inner(node: exp.Expression) -> exp.Expression:
    return node.this if isinstance(node, (exp.TsOrDsToDate, exp.TsOrDsToTimestamp)) else node


def _part(unit: str, value: str) -> str:
    """Return a part of a date as a number."""
    if unit in _PARTS:
        return f"CAST(STRFTIME('{_PARTS[unit]}', {value}) AS INTEGER)"
    month, day = (f"CAST(STRFTIME('{code}', {value}) AS INTEGER)" for code in ("%m", "%w"))
    known = {
        "QUARTER": f"(({month} + 2) / 3)",
        "DAYOFWEEK": f"({day} + 1)",
        "WEEKDAY": f"(({day} + 6) % 7)",
        "ISODOW": f"(({day} + 6) % 7 + 1)",
    }
    if unit not in known:
        raise _Foreign(f"SQLite has no {unit.lower()} of a date")
    return known[unit]


def _moved(date: exp.Expression, amount: exp.Expression, unit: exp.Expression | None, back: bool) -> str:
    """Return a date moved by an interval, with its time if it has one; by months, it stays within the month that it comes to."""
    name, value = (unit.name.upper().rstrip("S") if unit else ""), _sql(_inner(date))
    number = amount.name if isinstance(amount, exp.Literal) else ""
    if not re.fullmatch(r"-?\d+", number) or name not in ("YEAR", "QUARTER", "MONTH", *_SPANS):
        raise _Foreign("SQLite moves dates by whole years to seconds only")
    count = -int(number) if back else int(number)
    if name in _SPANS:
        seconds = count * _SPANS[name]
        if name in ("HOUR", "MINUTE", "SECOND"):
            return f"DATETIME({value}, '{seconds:+} seconds')"
        return f"(DATE({value}, '{seconds // 86_400:+} days') || SUBSTR({value}, 11))"
    months = count * {"YEAR": 12, "QUARTER": 3, "MONTH": 1}[name]
    moved, last = f"DATE({value}, '{months:+} months')", f"DATE({value}, 'start of month', '{months + 1:+} months', '-1 day')"
    return f"(MIN({moved}, {last}) || SUBSTR({value}, 11))"


def _between(start: str, end: str, unit: str) -> str:
    """Return the count of whole units from one time to another."""
    if unit in _SPANS:
        return f"((CAST(STRFTIME('%s', {end}) AS INTEGER) - CAST(STRFTIME('%s', {start}) AS INTEGER)) / {_SPANS[unit]})"
    if unit not in ("YEAR", "QUARTER", "MONTH"):
        raise _Foreign(f"SQLite counts no {unit.lower()}s between two times")

    def months(start: str, end: str) -> str:
        whole = " + ".join(f"(STRFTIME('{code}', {end}) - STRFTIME('{code}', {start})) * {size}" for code, size in (("%Y", 12), ("%m", 1)))
        return f"({whole} - (STRFTIME('%d %H:%M:%S', {end}) < STRFTIME('%d %H:%M:%S', {start})))"

    size = {"YEAR": 12, "QUARTER": 3, "MONTH": 1}[unit]
    return f"(IIF({end} >= {start}, {months(start, end)}, -{months(end, start)}) / {size})"


def _formatted(name: str, node: exp.Func) -> str:
    """Leave a date as text to sqlglot where SQLite knows each code of the format; read a date in SQLite's own format only."""
    layout = node.args.get("format")
    text = layout.name if isinstance(layout, exp.Literal) else ""
    if name == "TSORDSTODATE":
        return ""
    if name == "TIMETOSTR":
        if "%" in text and set(re.findall(r"%(-?.)", text)) <= _FORMATS:
            return f"STRFTIME({_sql(layout)}, {_sql(_inner(node.this))})"
    elif text == "%Y-%m-%d":
        return f"DATE({_sql(node.this)})"
    raise _Foreign("SQLite has no such format of a date or number")


def _extreme(name: str, values: list[str], dialect: str) -> str:
    """Return the greatest or least of values; only MySQL's is NULL if one of them is."""
    if dialect == "mysql":
        return f"{name}({', '.join(values)})"
    best = values[0]
    for value in values[1:]:
        best = f"COALESCE({name}({best}, {value}), {best}, {value})"
    return best


def _position(node: exp.Func, own: list[exp.Expression], dialect: str) -> str:
    if isinstance(node, exp.Anonymous):
        text, part, rest = (own[1], own[0], own[2:]) if node.name.upper() == "LOCATE" else (own[0], own[1], own[2:])
    else:
        text, part, rest = node.this, node.args.get("substr"), node.args.get("position")
    if rest:
        raise _Foreign("SQLite looks for a text from its beginning only")
    return f"INSTR(LOWER({_sql(text)}), LOWER({_sql(part)}))" if dialect == "mysql" else f"INSTR({_sql(text)}, {_sql(part)})"


def _joined(node: exp.GroupConcat) -> str:
    """Return GROUP_CONCAT with its order, which SQLite takes from 3.44 on."""
    value, separator = node.this, node.args.get("separator")
    order = next((part for part in (value, separator) if isinstance(part, exp.Order)), None)
    if order is None:
        return ""
    value, separator = (part.this if isinstance(part, exp.Order) else part for part in (value, separator))
    return (
        f"GROUP_CONCAT({_sql(value)}{f', {_sql(separator)}' if separator is not None else ''}{_sql(order).removeprefix(_sql(order.this))})"
    )


def _before(node: exp.Func, own: list[exp.Expression], dialect: str) -> str:
    """Return what stands before the first mark."""
    values = (
        own
        if isinstance(node, exp.Anonymous)
        else [node.this, node.args.get("delimiter"), node.args.get("part_index") or node.args.get("count")]
    )
    text, mark, number = map(_sql, values)
    if number != "1":
        raise _Foreign("SQLite takes no text between two marks")
    return f"SUBSTR({text}, 1, INSTR({text} || {mark}, {mark}) - 1)"


def _cast(node: exp.Cast) -> str:
    """Round where the other dialects do; SQLite cuts whole numbers off and keeps all digits of a DECIMAL."""
    kind = node.to.sql("sqlite").upper()
    if kind in ("INTEGER", "INT", "BIGINT", "SMALLINT", "TINYINT") and not isinstance(node.this, (exp.Var, exp.Cast)):
        return f"CAST(ROUND({_sql(node.this)}) AS INTEGER)"
    if found := re.fullmatch(r"\w+ ?\(\d+, (\d+)\)", kind):
        return f"ROUND({_sql(node.this)}, {found[1]})"
    return ""


def _pattern(node: exp.Binary, dialect: str) -> str:
    """Return LIKE or a regular expression as GLOB where case counts, else as LIKE."""
    value, pattern = _sql(node.this), node.expression
    binary = isinstance(pattern, exp.Cast) or (isinstance(pattern, exp.Var) and "BLOB" in pattern.name)
    pattern = pattern.this if isinstance(pattern, exp.Cast) else pattern
    word = "NOT " if node.args.get("negate") else ""
    like = isinstance(node, (exp.Like, exp.ILike))
    folds = isinstance(node, (exp.ILike, exp.RegexpILike)) or (dialect == "mysql" and not binary)
    if like and folds:
        escape = " ESCAPE '\\'" if isinstance(pattern, exp.Literal) and "\\" in pattern.name else ""
        return f"{value} {word}LIKE {_sql(pattern)}{escape}"
    if not isinstance(pattern, exp.Literal) or isinstance(node.parent, exp.Escape):
        raise _Foreign("SQLite has no comparison with a computed pattern in which case counts")
    pieces = re.findall(r"\\.|.", pattern.name, re.DOTALL) if like else _pieces(pattern.name)
    marks = ("%", "_", "%", "_") if folds else ("%", "_", "*", "?")
    kept = {marks[0]: marks[2], marks[1]: marks[3]}
    text = "".join(kept.get(piece) or _plain(piece, folds) for piece in pieces).replace("'", "''")
    return f"{value} {word}{'LIKE' if folds else 'GLOB'} '{text}'"


def _plain(piece: str, folds: bool) -> str:
    """Return a letter, or a class of letters, as GLOB or LIKE takes it literally."""
    if len(piece) > 2 or (folds and piece[-1] in "%_"):
        if folds:
            raise _Foreign("SQLite has no such regular expression")
        return piece
    return f"[{piece[-1]}]" if piece[-1] in "*?[" and not folds else piece[-1]


def _pieces(pattern: str) -> list[str]:
    """Return a regular expression as the pieces of a LIKE pattern.

    Raises:
        _Foreign: it holds more than letters, classes of one letter, `.`, `.*` and the two ends.
    """
    head = [] if pattern.startswith("^") else ["%"]
    tail = [] if pattern.endswith("$") and not pattern.endswith("\\$") else ["%"]
    body = pattern.removeprefix("^")
    body = body if tail else body[:-1]
    pieces = re.findall(r"\.\*|\.|\\[^\w\s]|\[[^\]\\^\[]+\]|[\w\s,;:@#&'\"<>=!~/-]", body)
    if "".join(pieces) != body:
        raise _Foreign("SQLite has no such regular expression")
    return [*head, *({".*": "%", ".": "_"}.get(piece, "\\" + piece if piece in "%_" else piece) for piece in pieces), *tail]
