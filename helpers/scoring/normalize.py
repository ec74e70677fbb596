"""One spelling for queries that differ only in spelling, for string exact match."""

import re
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from sqlglot import Dialect, ErrorLevel, exp
from sqlglot.parser import Parser
from sqlglot.tokens import TokenType

from helpers.scoring.execution.schemas import statements
from helpers.scoring.execution.sql import MAX_PARSED, parse_statement, without_comments

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)  # SQLite folds the case of ASCII letters only
_WORD = re.compile(r"[a-z_][a-z0-9_]*")
_QUOTED = re.compile(r"""('(?:[^']|'')*'|"(?:[^"]|"")*")""")
_NAMES = re.compile(r'\w+|"[^"]*"?|`[^`]*`?|\[[^]]*\]?')
_UNEVEN = re.compile(r"--|/\*|[`\[\0]|[^\x00-\x7f]")  # where a blank or a letter may be more than that
# Words that the normal form neither adds nor drops: where they are no names, it has as many as the text.
_COUNTED = re.compile(
    r"(?<!\bas )\b(?:select|where|group|having|limit|union|intersect|except"
    r"|desc(?=\s*(?:$|;|\)|limit\b))|(?:count|sum|avg|min|max)(?=\s*\())"
)
_CALL = re.compile(r"\b([A-Za-z_]\w*)\s*\(")

# The functions of SQLite (and words before a parenthesis) that sqlglot writes back with the same meaning. Others it translates:
# `LEN(a)`, which SQLite refuses, becomes `LENGTH(a)`, and `CAST(a AS DATE)` becomes `DATE(a)`, which is another value.
_SAME_CALLS = set((
    "abs acos and asin atan atan2 avg case cast ceil ceiling coalesce cos count cume_dist date datetime degrees dense_rank "
    "exists exp first_value floor format glob group_concat hex ifnull iif in instr julianday lag last_value lead length "
    "like ln lower ltrim max min not nth_value ntile nullif or percent_rank pi pow power quote radians random rank replace "
    "round row_number rtrim sign sin sqrt strftime string_agg substr substring sum tan time total trim typeof unicode "
    "unixepoch upper values"
).split())  # fmt: skip
_SAME_TYPES = {"int", "integer", "bigint", "smallint", "text", "varchar", "char", "real", "float", "double", "blob"}
_CAST = re.compile(r"\bcast\s*\((?:(?!\bcast\s*\().)*?\bas\s+(\w+)", re.IGNORECASE | re.DOTALL)
_OPERANDS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Like, exp.Glob)


@lru_cache(maxsize=4_096)
def normalize_sql(sql: str, schema: str = "") -> str:
    """Rewrite a statement so that spellings of the same query become the same text.

    Made equal: letter case outside quotes, whitespace, comments, semicolons at the end; `!=` and `<>`; `JOIN` and
    `INNER JOIN`; ASC written or not; parentheses around one column; names of functions with two names; table aliases,
    unless one table goes by two names; qualifiers where there is one table; output names that nothing refers to; strings in
    double quotes, where they cannot be columns: with the schema's CREATE statements that is known, without them only the
    right side of a comparison counts, if the query uses the name nowhere else.
    Kept apart: everything that may change the result, so `1` and `1.0`, `'1'` and `1`, `'a'` and `'A'`; and the order of
    columns, conditions and joins, which string exact match is about.
    Not covered: a text that sqlglot cannot parse, or that uses what SQLite lacks, gets its whitespace and case folded only; one
    that is too long to be run stays as it is.

    >>> normalize_sql('select T1.name from Singer as T1 where T1.city != "Paris";')
    "SELECT name FROM singer WHERE city <> 'Paris'"
    """
    if len(sql) > MAX_PARSED:
        return sql
    try:
        tree = parse_statement(sql)
    except ValueError:
        return _as_text(sql)
    text = _QUOTED.sub("''", sql)
    calls = {name.lower() for name in _CALL.findall(text)} - _SAME_CALLS
    types = {name.lower() for name in _CAST.findall(text)} - _SAME_TYPES
    foreign = "::" in text or types or any(name.upper() in Parser.FUNCTIONS for name in calls)
    return _as_text(sql) if foreign else _rewritten(tree, sql, schema)


def _rewritten(tree: exp.Expression, sql: str, schema: str) -> str:
    try:
        requote_strings(tree, sql, schema)
        for name in tree.find_all(exp.Identifier):
            folded = name.name.translate(_LOWER)
            name.set("this", folded)
            name.set("quoted", not _WORD.fullmatch(folded))
        _drop_noise(tree)
        _resolve_aliases(tree)
        return tree.sql(dialect="sqlite", comments=False, unsupported_level=ErrorLevel.IGNORE)
    except RecursionError:
        return _as_text(sql)


def same_text(one: str, other: str) -> bool:
    """Tell whether two texts differ in whitespace and case outside quotes alone: that needs no parser.

    >>> same_text("select  A from T where b = 'X y';", "SELECT a FROM t WHERE b = 'X y'"), same_text("SELECT 'a'", "SELECT 'A'")
    (True, False)
    """
    return one == other or (not _UNEVEN.search(one + other) and _as_text(one) == _as_text(other))


def alike(one: str, other: str) -> bool:
    """Tell whether two texts may have one normal form: as many of each clause and aggregate, counted without a parser.

    >>> alike("SELECT max(a) FROM t", "SELECT min(a) FROM t"), alike("SELECT t.a AS b FROM t", "select a from t")
    (False, True)
    """
    if _UNEVEN.search(one + other):
        return True
    first, second = (sorted(_COUNTED.findall(_QUOTED.sub("''", sql).translate(_LOWER))) for sql in (one, other))
    return first == second


def _as_text(sql: str) -> str:
    parts = _QUOTED.split(sql.strip("; \t\r\n"))
    return "".join(part if i % 2 else re.sub(r"\s+", " ", part).translate(_LOWER) for i, part in enumerate(parts))


def requote_strings(tree: exp.Expression, sql: str, schema: str) -> None:
    """Turn names in double quotes that cannot be columns into strings, as SQLite does when it finds no such column."""
    if '"' not in sql:
        return
    sql = without_comments(sql)  # as it was parsed
    tokens = Dialect.get_or_raise("sqlite").tokenize(sql)
    quoted = {token.text for token in tokens if token.token_type == TokenType.IDENTIFIER and sql[token.start] == '"'}
    names = [node for node in tree.find_all(exp.Identifier) if not (node.quoted and node.name in quoted)]
    known = {node.name.translate(_LOWER) for node in names}
    known |= {alias.alias.translate(_LOWER) for alias in tree.find_all(exp.Alias)}
    if schema:
        tables = " ".join(text for text in statements(schema) if text.lstrip()[:6].upper() == "CREATE").translate(_LOWER)
        known |= {name.strip('"`[]') for name in _NAMES.findall(tables)}
    for column in list(tree.find_all(exp.Column)):
        name = column.this
        if not (isinstance(name, exp.Identifier) and name.quoted and name.name in quoted) or column.table:
            continue
        parent = column.parent  # a value is usual right of a comparison, in a list, at an end of BETWEEN
        usual = parent.expression is column if isinstance(parent, _OPERANDS) else isinstance(parent, (exp.In, exp.Between))
        if name.name.translate(_LOWER) not in known and (schema or (usual and parent.this is not column)):
            column.replace(exp.Literal.string(name.name))


def _drop_noise(tree: exp.Expression) -> None:
    for join in tree.find_all(exp.Join):
        if join.args.get("kind") == "INNER" or (join.args.get("kind") == "OUTER" and join.args.get("side")):
            join.set("kind", None)
    for call in tree.find_all(exp.Anonymous):
        if call.name.upper() == "SUBSTR":  # sqlglot 25 does not know the name
            call.set("this", "SUBSTRING")
    for item in tree.find_all(exp.Ordered):
        item.set("desc", item.args.get("desc") or None)
    for paren in list(tree.find_all(exp.Paren)):
        bare = isinstance(paren.this, (exp.Column, exp.Literal, exp.Func)) and not isinstance(paren.this, exp.Binary)  # And is a Func
        if bare and paren.parent is not None:
            paren.replace(paren.this)
    if isinstance(tree, exp.Select):
        used = {column.name for column in tree.find_all(exp.Column)}
        for item in list(tree.expressions):
            if isinstance(item, exp.Alias) and item.alias not in used:
                item.replace(item.this)


def _resolve_aliases(tree: exp.Expression) -> None:
    """Call each table by its own name where that is clear, else by its number; drop qualifiers where there is one table."""
    tables = list(tree.find_all(exp.Table))
    others = {source.alias for source in tree.find_all(exp.Subquery, exp.CTE) if source.alias}
    if any(not isinstance(table.this, exp.Identifier) or table.args.get("db") for table in tables):
        return
    labels: dict[str, list[str]] = {}  # what it is called -> the tables that are called so, one entry for each place
    called: dict[str, set[str]] = {}
    for table in tables:
        labels.setdefault(table.alias_or_name, []).append(table.name)
        called.setdefault(table.name, set()).add(table.alias_or_name)
    renamed: dict[str, str] = {}
    for number, table in enumerate(tables, 1):
        label, name = table.alias_or_name, table.name
        if label in others or not table.alias:
            continue
        if called[name] == {label} and set(labels[label]) == {name} and name not in labels.keys() | others:
            renamed[label] = name
        elif len(labels[label]) == 1:
            renamed[label] = f"_{number}"
    for table in tables:
        label = table.alias_or_name
        if label in renamed:
            alias = None if renamed[label] == table.name else exp.TableAlias(this=exp.to_identifier(renamed[label]))
            table.set("alias", alias)
    alone = len(called) == 1 and not others and all(len(names) == 1 for names in called.values())
    for column in tree.find_all(exp.Column):
        qualifier = renamed.get(column.table, column.table)
        if alone and qualifier in called:
            column.set("table", None)
        elif qualifier:
            column.set("table", exp.to_identifier(qualifier))
