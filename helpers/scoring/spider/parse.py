"""Spider's grammar: the queries that its exact set match can read, and no others.

It cannot read INNER, LEFT and other joins than plain JOIN, aliases without AS, `<>`, common table expressions, UNION ALL, CASE, and
functions other than five aggregates. After https://github.com/taoyds/spider (Yu et al. 2018), reimplemented.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from helpers.scoring.spider.tokens import tokenize

MAX_READ = 100_000  # characters
_MAX_DEPTH, _MAX_BLOCKS = 100, 500
SET_OPERATIONS = ("intersect", "union", "except")
_CLAUSES = ("select", "from", "where", "group", "order", "limit", *SET_OPERATIONS)
_JOINS = ("join", "on", "as")
_ENDS = (*_CLAUSES, ")", ";")
_COMPARISONS = ("not", "between", "=", ">", "<", ">=", "<=", "!=", "in", "like", "is", "exists")
_AGGREGATES = ("none", "max", "min", "count", "sum", "avg")
_OPERATORS = ("none", "-", "+", "*", "/")


class Condition(NamedTuple):
    """One comparison: whether NOT precedes the operator, the operator, its operand and one or two values."""

    negated: bool
    operator: str
    operand: tuple
    value: object
    second: object


@dataclass
class Query:
    """One SELECT and what a set operation joins to it. Conditions alternate with "and" and "or"."""

    select: list = field(default_factory=list)
    distinct: bool | None = False
    tables: list = field(default_factory=list)
    on: list = field(default_factory=list)
    where: list = field(default_factory=list)
    group: list = field(default_factory=list)
    having: list = field(default_factory=list)
    order: tuple = ()
    limit: bool = False
    operation: str = ""
    operand: "Query | None" = None
    read: frozenset[str] | None = field(default=None, compare=False)  # all tables, of nested queries too, if nothing stands behind it


class Schema:
    """The names of one entry of tables.json, and the columns that foreign keys make one."""

    def __init__(self, entry: dict) -> None:
        names = [name.lower() for name in entry["table_names_original"]]
        columns = [(names[t], c.lower()) if t >= 0 else ("", "*") for t, c in entry["column_names_original"]]
        self.tables = {name: {column for table, column in columns if table == name} for name in names}
        self.ids = {"*", *names, *(f"{t}.{c}" for t, c in columns if t)}
        groups: list[set[int]] = []
        for pair in entry["foreign_keys"]:
            found = next((group for group in groups if group & set(pair)), None)
            if found is None:
                groups.append(found := set())
            found |= set(pair)
        self.linked = {".".join(columns[i]): ".".join(columns[min(group)]) for group in groups for i in group}


def parse_spider(sql: str, schema: Schema) -> Query:
    """Read a query; raise ValueError where Spider's grammar cannot."""
    if len(sql) > MAX_READ:
        raise ValueError("The text is too long.")
    try:
        tokens = tokenize(sql)
        aliases = {tokens[i + 1]: tokens[i - 1] for i, token in enumerate(tokens) if token == "as"}
        if aliases.keys() & schema.tables.keys():
            raise ValueError("An alias has the name of a table.")
        reader = _Reader(tokens, aliases | {name: name for name in schema.tables}, schema)
        query = reader.query()
        query.read = frozenset(reader.read) if reader.at == len(tokens) else None
        return query
    except (LookupError, RecursionError) as error:
        raise ValueError(f"Spider's grammar cannot read it: {error!r}") from error


class _Reader:
    def __init__(self, tokens: list[str], aliases: dict[str, str], schema: Schema) -> None:
        self.tokens, self.aliases, self.schema = [*tokens, "", "", ""], aliases, schema  # a name may be passed over behind the end
        self.at = self.depth = self.blocks = 0
        self.read: set[str] = set()

    @property
    def token(self) -> str:
        return self.tokens[self.at]

    def take(self, *words: str) -> str:
        if (found := self.tokens[self.at]) in words:
            self.at += 1
            return found
        return ""

    def need(self, *words: str) -> str:
        found = self.take(*words)
        if not found:
            raise ValueError(f"Expected {words[0]!r}, found {self.token!r}.")
        return found

    def query(self) -> Query:
        self.depth += 1
        first = last = self.block()
        while operation := self.take(*SET_OPERATIONS):
            last.operation, last.operand = operation, self.block()
            last = last.operand
        self.depth -= 1
        return first

    def block(self) -> Query:
        self.blocks += 1
        if self.depth > _MAX_DEPTH or self.blocks > _MAX_BLOCKS:
            raise ValueError("Nested too deeply.")
        opened, query = self.take("("), Query()
        head, self.at = self.at, self.tokens.index("from", self.at) + 1
        scope = self.sources(query)
        end, self.at = self.at, head
        self.need("select")
        query.distinct = bool(self.take("distinct"))
        while self.token and self.token not in _CLAUSES:
            query.select.append((self.take(*_AGGREGATES) or "none", self.operand(scope)))
            self.take(",")
        self.at = end
        query.where = self.conditions(scope) if self.take("where") else []
        if self.take("group"):
            self.need("by")
            while self.token and self.token not in _ENDS:
                query.group.append(self.column_unit(scope))
                if not self.take(","):
                    break
        query.having = self.conditions(scope) if self.take("having") else []
        if self.take("order"):
            self.need("by")
            direction, units = "asc", []
            while self.token and self.token not in _ENDS:
                units.append(self.operand(scope))
                direction = self.take("desc", "asc") or direction
                if not self.take(","):
                    break
            query.order = (direction, units)
        if self.take("limit"):
            self.need(self.token or "a number")
            query.limit = True
        while self.take(";"):
            pass
        if opened:
            self.need(")")
        while self.take(";"):
            pass
        return query

    def sources(self, query: Query) -> list[str]:
        scope: list[str] = []
        while self.token:
            opened = self.take("(")
            if self.token == "select":
                query.tables.append(("sql", self.query()))
            else:
                self.take("join")
                name = self.aliases[self.token]
                if name not in self.schema.ids:
                    raise ValueError(f"No table {name!r}.")
                self.at += 1
                self.at += 2 if self.token == "as" else 0
                query.tables.append(("table", name))
                scope.append(name)
                self.read.add(name)
            if self.take("on"):
                found = self.conditions(scope)
                query.on += [*(["and"] if query.on else []), *found]
            if opened:
                self.need(")")
            if self.token in _ENDS:
                break
        return scope

    def conditions(self, scope: list[str]) -> list:
        found: list = []
        while self.token:
            operand, negated = self.operand(scope), bool(self.take("not"))
            operator = self.need(*_COMPARISONS)
            value, second = self.value(scope), None
            if operator == "between":
                self.need("and")
                second = self.value(scope)
            found.append(Condition(negated, operator, operand, value, second))
            if self.token in _ENDS or self.token in _JOINS:
                break
            if connector := self.take("and", "or"):
                found.append(connector)
        return found

    def value(self, scope: list[str]) -> object:
        start, opened = self.at, self.take("(")
        if self.token == "select":
            found: object = self.query()
        elif '"' in self.token:
            found, self.at = self.token, self.at + 1
        else:
            try:
                found = float(self.token)
                self.at += 1
            except ValueError:
                while self.token and self.token not in (",", ")", "and", *_CLAUSES, *_JOINS):
                    self.at += 1
                found = _Reader(self.tokens[start : self.at], self.aliases, self.schema).column_unit(scope)
        if opened:
            self.need(")")
        return found

    def operand(self, scope: list[str]) -> tuple:
        opened, left, right = self.take("("), self.column_unit(scope), None
        operator = self.take(*_OPERATORS) or "none"
        if self.at and self.tokens[self.at - 1] == operator:
            right = self.column_unit(scope)
        if opened:
            self.need(")")
        return operator, left, right

    def column_unit(self, scope: list[str]) -> tuple:
        opened, aggregate = self.take("("), self.take(*_AGGREGATES)
        if aggregate:
            self.need("(")
        distinct, column = bool(self.take("distinct")), self.column(scope)
        if aggregate or opened:
            self.need(")")
        return aggregate or "none", column, distinct

    def column(self, scope: list[str]) -> str:
        token = self.token
        self.at += 1
        if token == "*":
            return token
        if "." in token:
            alias, column = token.split(".")
            if (name := f"{self.aliases[alias]}.{column}") in self.schema.ids:
                return name
        else:
            for name in scope:
                if token in self.schema.tables[self.aliases[name]]:
                    return f"{self.aliases[name]}.{token}"
        raise ValueError(f"No column {token!r}.")
