"""A query in another SQL dialect, and back to SQLite's, where it can be run."""

import re
import sqlite3
from contextlib import closing

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.parser import Parser

from helpers import UserError
from helpers.prompts.dates import Untranslatable, moved, of_days, to_text
from helpers.prompts.functions import cast, function, refused, with_each
from helpers.prompts.render import DIALECTS
from helpers.scoring.execution.sql import quiet, read_statements
from helpers.scoring.generated.catalog import read_catalog
from helpers.scoring.generated.names import Names
from helpers.scoring.normalize import normalize_sql, requote_strings

_TEXT = re.compile(r"""'((?:[^']|'')*)'|"([^"]*)\"""")
_NAME = re.compile(r"""('(?:[^']|'')*')|"((?:[^"]|"")*)\"""")  # in double quotes, behind the texts
_COLLATION = re.compile(r"(nocase|\w+_ci)|c|posix|ucs_basic|binary|\w+_bin", re.IGNORECASE)  # those that fold case, and by bytes
# Words before a parenthesis that sqlglot takes for functions, and functions that it does not know by name.
_WORDS = set(
    "AND OR NOT IN AS CASE CAST EXISTS VALUES FILTER OVER USING ON LIKE GLOB ANY ALL INT INTEGER CHAR VARCHAR DECIMAL NUMERIC".split()
)
_OTHERS = set("AGE MAKE_DATE TO_CHAR TO_NUMBER SPLIT_PART FIELD ELT FIND_IN_SET DAYNAME MONTHNAME WEEKDAY SUBSTRING_INDEX YEARWEEK "
              "SEC_TO_TIME TIME_TO_SEC PERIOD_DIFF MAKEDATE ADDDATE SUBDATE STR_TO_DATE DATE_FORMAT BIT_COUNT REGEXP_COUNT MODE LAST_DAY "
              "PERCENTILE_CONT PERCENTILE_DISC WIDTH_BUCKET JUSTIFY_DAYS ISFINITE INET_ATON "
              "UNIX_TIMESTAMP JSON_UNQUOTE ROLLUP CUBE REVERSE".split())  # fmt: skip
# What SQLite has and the others lack, or read in another way: with this a query is wrong there, and none is taught.
_NOWHERE = r"\bDATE\([^()]*,|\b(?<!WITH )(?:JULIANDAY|TOTAL|DATETIME|UNIXEPOCH"
_ABSENT = {
    "postgres": rf"{_NOWHERE}|PRINTF|STRFTIME|IFNULL|INSTR|TYPEOF)\s*\((?!\d)|\bGLOB\b|\bSUBSTR\w*\([^()]*(?:,|FROM) -\d",
    "mysql": rf"{_NOWHERE}|PRINTF|STRFTIME|TYPEOF)\s*\((?!\d)|\bGLOB\b",
    "duckdb": rf"{_NOWHERE})\s*\((?!\d)",
}
# A day's begin as a time, which SQLite takes for later than the day itself.
_MIDNIGHT = re.compile(r"(>=|<) (?:DATETIME|CAST)\('(\d{4}-\d\d-\d\d)(?: 00:00(?::00)?)?'(?: AS (?:DATETIME|TIMESTAMP))?\)")
_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In)


def to_dialect(sql: str, dialect: str, schema: str = "") -> str:
    """Write a SQLite query in another dialect, or return "" where it would not mean the same when it is brought back.

    What stands in double quotes and is no column of the schema becomes a text, as it is to SQLite. Without a schema, only
    what stands right of a comparison does, if the query uses the name nowhere else. Raise UserError where the dialect is unknown.

    >>> to_dialect("SELECT name FROM singer WHERE age > 5 LIMIT 3", "postgres")
    'SELECT name FROM singer WHERE age > 5 LIMIT 3'
    """
    if dialect not in DIALECTS:
        raise UserError(f"There is no dialect {dialect!r}. Known: {', '.join(DIALECTS)}.")
    if dialect == "sqlite":
        return sql
    try:
        tree = _parsed(sql, "sqlite")
        _take_texts(tree, sql, schema)
        for like in list(tree.find_all(exp.Like)) if dialect != "mysql" else []:  # SQLite's and MySQL's fold case
            like.replace(exp.ILike(**like.args))
        there = tree.sql(dialect)
        back, reason = bring(there, dialect)
        return there if not reason and normalize_sql(back, schema) == normalize_sql(sql, schema) else ""
    except (SqlglotError, RecursionError, ValueError):
        return ""


def bring(sql: str, dialect: str, gold: str = "") -> tuple[str, str]:
    """Write a query of another dialect as SQLite takes it, and say why it cannot be judged there, or "" if it can.

    What sqlglot cannot read in its own dialect stays as it is, for SQLite to reject: that is the model's fault. What is right
    there but has no equal here is not. Dates are texts, as SQLite has them; DATE_TRUNC gives a date for whole days.
    MySQL's `=` folds case: a text that a query compares with is written as `gold`, in SQLite's dialect, has it.
    Quoted names stand in backticks: SQLite would take one in double quotes that is no column for a text.
    Not covered, for want of types: a difference of two columns that hold dates.

    >>> bring("SELECT id FROM t WHERE name = 'ann'", "mysql", "SELECT id FROM t WHERE name = 'Ann'")[0]
    "SELECT id FROM t WHERE name = 'Ann'"
    """
    if dialect == "sqlite":
        return sql, ""
    if absent := re.search(_ABSENT[dialect], _TEXT.sub("''", sql), re.IGNORECASE):
        return f"{dialect} has no {absent[0].strip('( ')}: {sql}", ""  # a text that SQLite rejects, too
    try:
        tree = _parsed(sql, dialect)
    except (SqlglotError, RecursionError, ValueError):
        newer = r"\b(?:DIV|MOD)\b(?! ?\()|\bSTRAIGHT_JOIN\b"
        return sql, "this sqlglot may not read DIV, MOD or STRAIGHT_JOIN" if dialect == "mysql" and re.search(newer, sql) else ""
    if dialect == "mysql":
        _take_case(tree, gold)
    for name in list(tree.find_all(exp.Identifier)) if dialect == "postgres" else []:
        if name.arg_key == "db" and name.name.lower() == "public":  # where Postgres puts tables
            name.pop()
    try:
        _prepare(tree, dialect)
        for node in list(tree.walk())[::-1]:  # children first
            text = _rewritten(node, dialect)
            if text and node.parent:
                node.replace(exp.Var(this=text))
        with quiet():
            text = tree.sql("sqlite")
        written = _NAME.sub(lambda found: found[1] or "`" + found[2].replace('""', '"').replace("`", "``") + "`", text)
        return _MIDNIGHT.sub(r"\1 '\2'", written), _lacking(written)
    except (Untranslatable, SqlglotError, RecursionError) as error:
        return sql, str(error)


def _take_texts(tree: exp.Query, sql: str, schema: str) -> None:
    """Turn what stands in double quotes and is no column into a text."""
    try:
        if schema and '"' in sql:
            Names(tree, read_catalog(schema)).requote()
            return
    except sqlite3.Error:  # SQLite refuses the schema
        pass
    requote_strings(tree, sql, schema)


def _take_case(tree: exp.Expression, gold: str) -> None:
    """Write the texts of comparisons in the gold query's letter case, except where BINARY or COLLATE asks for the exact text."""
    texts = [single.replace("''", "'") or double for single, double in _TEXT.findall(gold)]
    known = {text.lower(): text for text in texts}
    for literal in tree.find_all(exp.Literal):
        compared = literal.parent
        folded = literal.is_string and literal.name not in texts and isinstance(compared, (exp.EQ, exp.NEQ, exp.In))
        if folded and not compared.find(exp.Cast, exp.Collate):
            literal.set("this", known.get(literal.name.lower(), literal.name))


def _prepare(tree: exp.Expression, dialect: str) -> None:
    """Turn what has a plainer form in the same dialect into that. Raise Untranslatable for lengths of time, which SQLite has not."""
    for node in list(tree.find_all(exp.Cast)):
        if node.to.this == exp.DataType.Type.INTERVAL:
            if not isinstance(node.this, exp.Literal):
                raise Untranslatable("SQLite has no interval from a column")
            node.replace(_parsed(f"SELECT INTERVAL {node.this.sql()}", dialect).selects[0])
    for node in list(tree.find_all(exp.Add, exp.Extract, *_COMPARED)):
        if isinstance(node, exp.Add) and isinstance(node.this, exp.Interval):
            node.replace(exp.Add(this=node.expression, expression=node.this))
        elif isinstance(node, exp.Extract) and isinstance(node.expression.unnest(), exp.Sub):
            raise Untranslatable("SQLite has no such arithmetic of dates")
        elif dialect == "mysql" and isinstance(node.this, (exp.TimeToStr, exp.Left, exp.Right, exp.Substring, exp.Concat)):
            others = node.expressions if isinstance(node, exp.In) else [node.expression]
            if others and all(isinstance(other, exp.Literal) and not other.is_string for other in others):  # compared as numbers
                node.this.replace(exp.Mul(this=node.this.copy(), expression=exp.Literal.number(1)))


def _parsed(sql: str, dialect: str) -> exp.Expression:
    sql = re.sub(r"(?i)\b(ADD|SUB)DATE\((?=[^()]*, *INTERVAL\b)", r"DATE_\1(", sql) if dialect == "mysql" else sql
    trees = read_statements(sql, dialect)
    if len(trees) != 1 or not isinstance(trees[0], exp.Query):
        raise ValueError("not one query")
    return trees[0]


def _lacking(sql: str) -> str:
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


def _rewritten(node: exp.Expression, dialect: str) -> str:
    """Return SQLite's text for what sqlglot leaves as it is, or writes with another meaning; "" where it is right.

    Raise Untranslatable where SQLite has no equal.
    """
    if lacking := refused(node, dialect):
        raise Untranslatable(f"SQLite has no {lacking}")
    if isinstance(node, exp.Select):
        node.set("operation_modifiers", None)  # such as SQL_NO_CACHE: how MySQL is to work, not what it answers
    elif isinstance(node, exp.Join) and node.args.get("kind") == "STRAIGHT_JOIN":
        node.set("kind", None)
    if isinstance(node, exp.Collate):
        if not (found := _COLLATION.fullmatch(node.expression.name)):
            raise Untranslatable(f"SQLite has no collation {node.expression.name}")
        return f"{to_text(node.this)} COLLATE {'NOCASE' if found[1] else 'BINARY'}"
    if isinstance(node, (exp.Like, exp.ILike, exp.RegexpLike, exp.RegexpILike)):
        return _pattern(node, dialect)
    if isinstance(node, (exp.Add, exp.Sub)) and isinstance(node.expression, exp.Interval):
        amount = node.expression
        return moved(node.this, amount.this, amount.args.get("unit"), isinstance(node, exp.Sub))
    if isinstance(node, (exp.Add, exp.Sub)):
        return of_days(node, dialect)
    if isinstance(node, (exp.DateAdd, exp.DateSub)):
        amount = node.expression.this if isinstance(node.expression, exp.Interval) else node.expression
        return moved(node.this, amount, node.args.get("unit") or node.expression.args.get("unit"), isinstance(node, exp.DateSub))
    if isinstance(node, exp.EQ) and isinstance(node.expression, exp.Any) and (found := node.expression.find(exp.Array)):
        return f"{to_text(node.this)} IN ({', '.join(map(to_text, found.expressions))})"
    if isinstance(node, _COMPARED) and isinstance(node.expression, (exp.Any, exp.All)):
        return with_each(node)
    if dialect == "mysql" and isinstance(node, exp.JSONExtract):
        return f"JSON_EXTRACT({to_text(node.this)}, {to_text(node.expression)})"
    if type(node) is exp.Cast:
        return cast(node, dialect)
    return function(node, dialect) if isinstance(node, exp.Func) else ""


def _pattern(node: exp.Binary, dialect: str) -> str:
    """Return LIKE or a regular expression as GLOB where case counts, else as LIKE."""
    value, pattern = to_text(node.this), node.expression
    binary = isinstance(pattern, exp.Cast) or (isinstance(pattern, exp.Var) and "BLOB" in pattern.name)
    pattern = pattern.this if isinstance(pattern, exp.Cast) else pattern
    word = "NOT " if node.args.get("negate") else ""
    like = isinstance(node, (exp.Like, exp.ILike))
    folds = isinstance(node, (exp.ILike, exp.RegexpILike)) or (dialect == "mysql" and not binary)
    if like and folds:
        escape = " ESCAPE '\\'" if isinstance(pattern, exp.Literal) and "\\" in pattern.name else ""
        return f"{value} {word}LIKE {to_text(pattern)}{escape}"
    if not isinstance(pattern, exp.Literal) or isinstance(node.parent, exp.Escape):
        raise Untranslatable("SQLite has no comparison with a computed pattern in which case counts")
    pieces = re.findall(r"\\.|.", pattern.name, re.DOTALL) if like else _pieces(pattern.name)
    marks = ("%", "_", "%", "_") if folds else ("%", "_", "*", "?")
    kept = {marks[0]: marks[2], marks[1]: marks[3]}
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
    head = [] if pattern.startswith("^") else ["%"]
    tail = [] if pattern.endswith("$") and not pattern.endswith("\\$") else ["%"]
    body = pattern.removeprefix("^")
    body = body if tail else body[:-1]
    pieces = re.findall(r"\.\*|\.|\\[^\w\s]|\[[^\]\\^\[]+\]|[\w\s,;:@#&'\"<>=!~/-]", body)
    if "".join(pieces) != body:
        raise Untranslatable("SQLite has no such regular expression")
    return [*head, *({".*": "%", ".": "_"}.get(piece, "\\" + piece if piece in "%_" else piece) for piece in pieces), *tail]
