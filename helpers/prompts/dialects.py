"""A query in another SQL dialect, and back to SQLite's, where it can be run."""

import re
import sqlite3

from sqlglot import exp
from sqlglot.errors import SqlglotError

from helpers import UserError
from helpers.prompts.dates import Untranslatable, moved, of_days, to_text
from helpers.prompts.functions import cast, function, lacking, like_pattern, name_columns, refused, with_each
from helpers.prompts.render import DIALECTS
from helpers.scoring.execution.sql import quiet, read_statements
from helpers.scoring.generated.catalog import read_catalog
from helpers.scoring.generated.names import Names
from helpers.scoring.normalize import normalize_sql, requote_strings

_TEXT = re.compile(r"""'((?:[^']|'')*)'|"([^"]*)\"""")
_NAME = re.compile(r"""('(?:[^']|'')*')|"((?:[^"]|"")*)\"""")  # in double quotes, behind the texts
_COLLATION = re.compile(r"(nocase|\w+_ci)|c|posix|ucs_basic|binary|\w+_bin", re.IGNORECASE)  # those that fold case, and by bytes
# What SQLite has and the others lack, or read in another way: with this a query is wrong there, and none is taught.
_NOWHERE = r"\bDATE\([^()]*,|\b(?<!WITH )(?:JULIANDAY|TOTAL|DATETIME|UNIXEPOCH"
_ABSENT = {
    "postgres": rf"{_NOWHERE}|PRINTF|STRFTIME|IFNULL|INSTR|TYPEOF)\s*\((?!\d)|\bGLOB\b|\bSUBSTR\w*\([^()]*(?:,|FROM) -\d",
    "mysql": rf"{_NOWHERE}|PRINTF|STRFTIME|TYPEOF)\s*\((?!\d)|\bGLOB\b|\(\s*'NOW'\s*\)",
    "duckdb": rf"{_NOWHERE})\s*\((?!\d)",
}
# A day's begin as a time, which SQLite takes for later than the day itself.
_MIDNIGHT = re.compile(r"(>=|<) (?:DATETIME|CAST)\('(\d{4}-\d\d-\d\d)(?: 00:00(?::00)?)?'(?: AS (?:DATETIME|TIMESTAMP))?\)")
_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In)
_KINDS_THERE = {"integer": "number", "real": "number", "rowid": "number", "moment": "date"}
_FOLDING = (exp.EQ, exp.NEQ, exp.NullSafeEQ, exp.NullSafeNEQ, exp.In, exp.Between)  # of texts, in MySQL


def to_dialect(sql: str, dialect: str, schema: str = "") -> str:
    """Write a SQLite query in another dialect, or return "" where it would be refused there, or mean another thing when brought back.

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
        if '"' in sql and (names := _names(tree, schema)):
            names.requote()
        else:
            requote_strings(tree, sql, schema)
        if (names := _names(tree, schema)) and _too_loose(names, dialect):
            return ""
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
    bare = _TEXT.sub(lambda text: text[0] if text[1] in ("now", "NOW") else "''", sql)
    if absent := re.search(_ABSENT[dialect], bare, re.IGNORECASE):
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
        return _MIDNIGHT.sub(r"\1 '\2'", written), lacking(written)
    except (Untranslatable, SqlglotError, RecursionError) as error:
        return sql, str(error)


def _names(tree: exp.Query, schema: str) -> Names | None:
    """Return what the names in a query mean; None without a schema, or where SQLite refuses it."""
    try:
        return Names(tree, read_catalog(schema)) if schema else None
    except sqlite3.Error:
        return None


def _too_loose(names: Names, dialect: str) -> bool:
    """Tell whether a query shows a column beside groups, or to Postgres compares a text with a number: SQLite alone takes that."""
    for node in names.tree.find_all(*_COMPARED) if dialect == "postgres" else ():
        sides = [node.this, *(node.expressions or [part for part in (node.args.get("expression"),) if part])]
        kinds = {"number" if isinstance(side, exp.Literal) else _KINDS_THERE.get(kind := names.kind(side), kind) for side in sides
                 if isinstance(side, exp.Column) or (isinstance(side, exp.Literal) and not side.is_string)}  # fmt: skip
        if len(kinds - {""}) > 1:
            return True
    return any(_shows_ungrouped(select, names, dialect) for select in names.tree.find_all(exp.Select))


def _shows_ungrouped(select: exp.Select, names: Names, dialect: str) -> bool:
    """Tell whether a SELECT with groups shows a column that is neither grouped nor known by a grouped key."""
    group = select.args.get("group")
    if not group and not any(node.find_ancestor(exp.Select, exp.Window) is select for node in select.find_all(exp.AggFunc)):
        return False
    grouped = [names.meant(item, select) for item in (group.expressions if group else [])]
    keys = [place for place in map(names.place, grouped) if place and names.catalog[place[0]].unique[:1] == [place[1:]]]
    whole = {table for table, _ in keys} if dialect != "duckdb" else set()  # by its key, a table's other columns are known
    texts, aliases = {names.text(item) for item in grouped}, {item.alias.lower() for item in select.selects if item.alias}

    def within(node: exp.Expression) -> bool:
        return isinstance(node, (exp.AggFunc, exp.Query)) or names.text(node) in texts

    parts = [*select.selects, *(select.args[name] for name in ("having", "order") if select.args.get(name))]
    found = [node for part in parts for node in part.walk(prune=within) if isinstance(node, (exp.Column, exp.Star)) and not within(node)]
    places = [names.place(node) for node in found if not isinstance(node.parent, exp.AggFunc) and node.name.lower() not in aliases]
    return any(place is None or place[0] not in whole for place in places)


def _take_case(tree: exp.Expression, gold: str) -> None:
    """Write the texts of comparisons in the gold query's letter case, except where BINARY or COLLATE asks for the exact text."""
    texts = [single.replace("''", "'") or double for single, double in _TEXT.findall(gold)]
    known = {text.lower(): text for text in texts}
    for literal in tree.find_all(exp.Literal):
        compared = literal.parent if literal.arg_key != "expressions" or isinstance(literal.parent, exp.In) else literal.parent.parent
        if isinstance(compared, exp.If) and literal.arg_key == "this":  # CASE name WHEN 'it'
            compared = compared.parent.this if isinstance(compared.parent, exp.Case) else None
        elif not isinstance(compared, _FOLDING):
            continue
        if literal.is_string and literal.name not in texts and compared and not compared.find(exp.Cast, exp.Collate):
            text = known.get(literal.name.lower(), literal.name)
            literal.set("this", text)
            for call in list(compared.find_all(exp.Lower, exp.Upper)):  # that gives no such text: there, no more is asked than name = 'Ann'
                if text != (text.lower() if isinstance(call, exp.Lower) else text.upper()):
                    call.replace(call.this)


def _prepare(tree: exp.Expression, dialect: str) -> None:
    """Turn what has a plainer form in the same dialect into that. Raise Untranslatable for lengths of time, which SQLite has not."""
    for alias in list(tree.find_all(exp.TableAlias)):
        if columns := alias.args.get("columns"):
            name_columns(alias.parent.this or alias.parent, columns)
            alias.set("columns", None)
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


def _rewritten(node: exp.Expression, dialect: str) -> str:
    """Return SQLite's text for what sqlglot leaves as it is, or writes with another meaning; "" where it is right.

    Raise Untranslatable where SQLite has no equal.
    """
    if missing := refused(node, dialect):
        raise Untranslatable(f"SQLite has no {missing}")
    if isinstance(node, exp.Select):
        node.set("operation_modifiers", None)  # such as SQL_NO_CACHE: how MySQL is to work, not what it answers
    elif isinstance(node, exp.Join) and node.args.get("kind") == "STRAIGHT_JOIN":
        node.set("kind", None)
    if isinstance(node, exp.Collate):
        if not (found := _COLLATION.fullmatch(node.expression.name)):
            raise Untranslatable(f"SQLite has no collation {node.expression.name}")
        return f"{to_text(node.this)} COLLATE {'NOCASE' if found[1] else 'BINARY'}"
    if isinstance(node, (exp.Like, exp.ILike, exp.RegexpLike, exp.RegexpILike)):
        return like_pattern(node, dialect)
    if isinstance(node, (exp.Add, exp.Sub)) and not isinstance(node.expression, exp.Interval):
        return of_days(node, dialect)
    if isinstance(node, (exp.Add, exp.Sub, exp.DateAdd, exp.DateSub)):
        span = node.expression
        amount = span.this if isinstance(span, exp.Interval) else span
        return moved(node.this, amount, node.args.get("unit") or span.args.get("unit"), isinstance(node, (exp.Sub, exp.DateSub)))
    if isinstance(node, exp.EQ) and isinstance(node.expression, exp.Any) and (found := node.expression.find(exp.Array)):
        return f"{to_text(node.this)} IN ({', '.join(map(to_text, found.expressions))})"
    if isinstance(node, _COMPARED) and isinstance(node.expression, (exp.Any, exp.All)):
        return with_each(node)
    if dialect == "mysql" and isinstance(node, exp.JSONExtract):
        return f"JSON_EXTRACT({to_text(node.this)}, {to_text(node.expression)})"
    if type(node) is exp.Cast:
        return cast(node, dialect)
    return function(node, dialect) if isinstance(node, exp.Func) else ""
