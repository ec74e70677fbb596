"""Functions that other SQL dialects have, written with those that SQLite has."""

import re
import sqlite3
from contextlib import closing
from functools import reduce

from sqlglot import exp
from sqlglot.parser import Parser

from helpers.prompts.dates import PARTS, Untranslatable, inner, part, time_function, to_text

_ALIASES = {
    "DAYOFMONTH": "DAY", "DAYOFYEAR": "DOY", "STRPOS": "POSITION", "LOCATE": "POSITION", "INSTR": "POSITION", "STRPOSITION": "POSITION",
    "TRUNCATE": "TRUNC", "SPLIT_PART": "SPLITPART", "SUBSTRING_INDEX": "SPLITPART", "SUBSTRINGINDEX": "SPLITPART",
    "CURDATE": "CURRENT_DATE", "NOW": "CURRENT_TIMESTAMP", "CONCAT_WS": "CONCATWS", "TIMESTAMPTRUNC": "DATETRUNC",
    "DAYOFWEEKISO": "ISODOW",
}  # fmt: skip
_RENAMED = {
    "MID": "SUBSTR", "EVERY": "MIN", "JSON_BUILD_OBJECT": "JSON_OBJECT", "CHAR_LENGTH": "LENGTH", "CHARACTER_LENGTH": "LENGTH",
}  # fmt: skip
# Words before a parenthesis that sqlglot takes for functions, and functions that it does not know by name.
_WORDS = set(
    "AND OR NOT IN AS CASE CAST EXISTS VALUES FILTER OVER USING ON LIKE GLOB ANY ALL INT INTEGER CHAR VARCHAR DECIMAL NUMERIC".split()
)
_OTHERS = set(
    "AGE MAKE_DATE TO_CHAR TO_NUMBER SPLIT_PART FIELD ELT FIND_IN_SET DAYNAME MONTHNAME WEEKDAY SUBSTRING_INDEX "
    "YEARWEEK SEC_TO_TIME TIME_TO_SEC PERIOD_DIFF MAKEDATE ADDDATE SUBDATE STR_TO_DATE DATE_FORMAT BIT_COUNT "
    "REGEXP_COUNT MODE LAST_DAY PERCENTILE_CONT PERCENTILE_DISC WIDTH_BUCKET JUSTIFY_DAYS ISFINITE INET_ATON "
    "UNIX_TIMESTAMP JSON_UNQUOTE ROLLUP CUBE REVERSE JSON_ARRAYAGG JSON_OBJECTAGG JSON_AGG JSONB_AGG "
    "JSONB_BUILD_OBJECT STRCMP TIME_FORMAT TIMESTAMPADD ADDTIME SUBTIME MAKE_INTERVAL MAKE_TIMESTAMP REGEXP_MATCH "
    "OVERLAY MEAN PRODUCT PREFIX SUFFIX".split()
)


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
    kinds = {exp.Bracket: "part of a text or list in brackets", exp.TableSample: "sample of rows", exp.Pivot: "PIVOT"}
    kinds |= {exp.TryCast: "cast that gives NULL where a value does not fit"} if dialect == "duckdb" else {}
    return kinds.get(type(node), "")


def lacking(sql: str) -> str:
    """Say which function or syntax of a written query SQLite lacks, of those that other dialects have."""
    bare = re.sub(r"'(?:[^']|'')*'|`(?:[^`]|``)*`", "''", sql)
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


def cast(node: exp.Cast, dialect: str) -> str:
    """Round and cut where the other dialects do; SQLite cuts whole numbers off and keeps all digits and letters."""
    kind = node.to.sql("sqlite").upper()
    if dialect == "mysql" and node.to.sql("mysql").upper() in ("DECIMAL", "NUMERIC"):
        return f"ROUND({to_text(node.this)})"
    if dialect == "mysql" and kind == "BLOB":  # BINARY: compare by bytes, as SQLite does with all texts
        return "" if isinstance(node.parent, (exp.Like, exp.RegexpLike)) else to_text(node.this)
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
    name, values = _call(node)
    texts = [to_text(value) for value in values]
    if name in PARTS:
        name = "DOW" if dialect == "duckdb" and name in ("WEEKDAY", "DAYOFWEEK") else name
        return part(name, to_text(inner(values[0])))
    if name in _RENAMED:
        return f"{_RENAMED[name]}({', '.join(texts)})"
    if name in ("CURRENT_DATE", "CURRENT_TIMESTAMP"):
        return name
    if name == "GROUPCONCAT":
        return _joined(node)
    return _text_function(name, dialect, texts) or time_function(name, dialect, values, *[*texts, "", "", ""][:3])


def _call(node: exp.Func) -> tuple[str, list[exp.Expression]]:
    """Return a function's name, one for all that do the same, and its arguments in their usual order."""
    if isinstance(node, exp.Anonymous):
        name, values = node.name.upper(), node.expressions
    else:
        name, values = type(node).__name__.upper(), []
        for value in (node.args.get(key) for key in node.arg_types):
            values += value if isinstance(value, list) else [value]
    values = [value for value in values if isinstance(value, exp.Expression)]
    if name in ("LOCATE", "DATETRUNC"):  # unlike the others of their kind, these begin with what is looked for, or the unit
        values[:2] = values[1::-1]
    name = ("LPAD" if node.args["is_left"] else "RPAD") if name == "PAD" else name
    return _ALIASES.get(name, name), values


def _text_function(name: str, dialect: str, texts: list[str]) -> str:
    """Write a function of texts or plain values."""
    first, second, third = [*texts, "", "", ""][:3]
    match name:
        case "LEFT" | "RIGHT" if second.startswith("-") and dialect != "mysql":
            raise Untranslatable("SQLite takes no text without its last characters")
        case "LEFT" | "RIGHT":
            return f"SUBSTR({first}, 1, {second})" if name == "LEFT" else f"SUBSTR({first}, -({second}), {second})"
        case "CONCAT":
            parts = texts if dialect == "mysql" else [f"COALESCE({text}, '')" for text in texts]
            return f"({' || '.join(parts)})"
        case "CONCATWS":
            parts = [f"COALESCE({first} || {text}, '')" for text in texts[1:]]  # without what is NULL
            return f"SUBSTR({' || '.join(parts)}, LENGTH({first}) + 1)"
        case "REPEAT":
            return f"REPLACE(HEX(ZEROBLOB({second})), '00', {first})"
        case "LPAD" | "RPAD":
            marks = f"REPLACE(HEX(ZEROBLOB({second})), '00', " + (third or "' '") + ")"
            parts = [f"SUBSTR({marks}, 1, MAX({second} - LENGTH({first}), 0))", f"SUBSTR({first}, 1, {second})"]
            return f"({' || '.join(parts[:: 1 if name == 'LPAD' else -1])})"
        case "GREATEST" | "LEAST":
            name = "MAX" if name == "GREATEST" else "MIN"
            if dialect == "mysql":  # there alone the whole is NULL if one of them is
                return f"{name}({', '.join(texts)})"
            return reduce(lambda best, text: f"COALESCE({name}({best}, {text}), {best}, {text})", texts)
        case "POSITION" if third:
            raise Untranslatable("SQLite looks for a text from its beginning only")
        case "POSITION":
            return f"INSTR(LOWER({first}), LOWER({second}))" if dialect == "mysql" else f"INSTR({first}, {second})"
        case "FORMAT" if dialect == "duckdb":
            raise Untranslatable("SQLite has no format with braces")
        case "CONTAINS" if dialect == "duckdb":
            return f"(INSTR({first}, {second}) > 0)"
        case "SPLITPART" if third != "1":
            raise Untranslatable("SQLite takes no text between two marks")
        case "SPLITPART":
            return f"SUBSTR({first}, 1, INSTR({first} || {second}, {second}) - 1)"
        case "ROUND" if second.startswith("-"):
            raise Untranslatable("SQLite rounds to no tens")
        case "SUBSTRING" if second.startswith("'"):
            raise Untranslatable("SQLite has no such regular expression")
    return ""


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


def with_each(node: exp.Binary) -> str:
    """Write a comparison with any or all values of a subquery as IN or EXISTS; "" where it is no subquery's."""
    if not isinstance(query := node.expression.this.unnest(), exp.Query):
        return ""
    every = isinstance(node.expression, exp.All)
    if isinstance(node, exp.NEQ if every else exp.EQ):
        return f"{to_text(node.this)} {'NOT IN' if every else 'IN'} ({to_text(query)})"
    if node.find_ancestor(exp.Not):  # EXISTS is never NULL
        raise Untranslatable("SQLite has no negated comparison with all or any rows")
    name_columns(query, [exp.to_identifier("_value")])
    compared = to_text(type(node)(this=node.this.copy(), expression=exp.column("_value")))
    return f"{'NOT ' * every}EXISTS (SELECT 1 FROM ({to_text(query)}) AS _each WHERE ({compared}) IS {'NOT ' * every}TRUE)"


def name_columns(query: exp.Expression, names: list[exp.Expression]) -> None:
    """Write `(SELECT id, n) AS t(a, b)` as `(SELECT id AS a, n AS b) AS t`. Raise Untranslatable where the columns are not listed."""
    select = query.unnest()
    while isinstance(select, exp.SetOperation):
        select = select.this.unnest()
    if not isinstance(select, exp.Select) or len(select.selects) != len(names) or any(item.is_star for item in select.selects):
        raise Untranslatable("SQLite has no names for such columns of a subquery")
    pairs = zip(select.selects, names, strict=True)
    select.set("expressions", [exp.alias_(item.unalias().copy(), name.name, quoted=name.args.get("quoted")) for item, name in pairs])


def like_pattern(node: exp.Binary, dialect: str) -> str:
    """Return LIKE or a regular expression as GLOB where case counts, else as LIKE."""
    value, pattern = to_text(node.this), node.expression
    binary = isinstance(pattern, exp.Cast)
    pattern = pattern.this if binary else pattern
    word = "NOT " if node.args.get("negate") else ""
    like = isinstance(node, (exp.Like, exp.ILike))
    folds = isinstance(node, (exp.ILike, exp.RegexpILike)) or (dialect == "mysql" and not binary)
    if like and folds:
        escape = " ESCAPE '\\'" if isinstance(pattern, exp.Literal) and "\\" in pattern.name else ""
        return f"{value} {word}LIKE {to_text(pattern)}{escape}"
    if not isinstance(pattern, exp.Literal) or isinstance(node.parent, exp.Escape):
        raise Untranslatable("SQLite has no comparison with a computed pattern in which case counts")
    pieces = re.findall(r"\\.|.", pattern.name, re.DOTALL) if like else _pieces(pattern.name)
    kept = {"%": "%", "_": "_"} if folds else {"%": "*", "_": "?"}
    text = "".join(kept.get(piece) or _plain(piece, folds) for piece in pieces).replace("'", "''")
    return f"{value} {word}{'LIKE' if folds else 'GLOB'} '{text}'"


def _plain(piece: str, folds: bool) -> str:
    """Return a letter, or a class of letters, as GLOB or LIKE takes it literally."""
    if len(piece) > 2 or (folds and piece[-1] in "%_"):
        if folds:
            raise Untranslatable("SQLite has no such regular expression")
        return piece
    return f"[{piece[-1]}]" if piece[-1] in "*?[" and not folds else piece[-1]


def _pieces(pattern: str) -> list[str]:
    """Return a regular expression as the pieces of a LIKE pattern.

    Raise Untranslatable where it holds more than letters, classes of one letter, `.`, `.*` and the two ends.
    """
    begins, body, ends = re.fullmatch(r"(\^?)(.*?)((?<!\\)\$)?", pattern, re.DOTALL).groups()
    pieces = re.findall(r"\.\*|\.|\\[^\w\s]|\[[^\]\\^\[]+\]|[\w\s,;:@#&'\"<>=!~/-]", body)
    if "".join(pieces) != body:
        raise Untranslatable("SQLite has no such regular expression")
    wild = ({".*": "%", ".": "_"}.get(piece, "\\" + piece if piece in "%_" else piece) for piece in pieces)
    return ["%"] * (not begins) + [*wild] + ["%"] * (not ends)
