"""Spider's exact set match (component match), with the official evaluator's verdicts, its faults included.

Counted as equal: other literals, another LIMIT, DISTINCT or not, wrong ON conditions, columns that a foreign key joins, and only the
last direction of an ORDER BY counts. Counted as wrong: what the grammar cannot read (`spider.parse`). A prediction ends at its first
tab, and `value` in it is read as `1`. Where the official evaluator fails while it compares, the verdict is wrong.
Source: `eval_exact_match` in https://github.com/taoyds/test-suite-sql-eval; equal to it in all 5,170 recorded verdicts and on
40,000 mutated statements.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from helpers.scoring.spider.parse import Query, Schema, parse_spider


@dataclass(frozen=True)
class Match:
    """Whether a prediction matches, whether the grammar reads it, the tables that it reads, if known, and each component's scores."""

    exact: bool
    parsed: bool
    tables: frozenset[str] | None = None
    partial: dict[str, dict] = field(default_factory=dict)


def exact_set_match(gold: str, predicted: str, entry: dict | Schema) -> Match:
    """Compare two queries clause by clause; never raises for a prediction. A gold that the grammar cannot read matches nothing.

    `entry` is the database's, of Spider's tables.json; for many rows, a `Schema` made of it once.

    >>> entry = {"table_names_original": ["head"], "column_names_original": [[-1, "*"], [0, "name"], [0, "age"]], "foreign_keys": []}
    >>> exact_set_match("SELECT name FROM head WHERE age > 56", "select name from head where age > 1", entry).exact
    True
    """
    schema = entry if isinstance(entry, Schema) else Schema(entry)
    text = predicted.strip().partition("\t")[0].replace("value", "1")
    if _read(gold, schema) is None:
        return Match(False, False)
    query = _read(text, schema)
    tables = query.read if query and text == predicted.strip() else None
    try:
        label, guess = _comparable(gold, schema), _comparable(text, schema)
        partial = _partial(guess, label)
        return Match(_exact(guess, label, partial), query is not None, tables, partial)
    except (TypeError, ValueError, AttributeError, IndexError, RecursionError):
        return Match(False, query is not None, tables)


@lru_cache(maxsize=1_000)
def _read(sql: str, schema: Schema) -> Query | None:
    try:
        return parse_spider(sql, schema)
    except ValueError:
        return None


@lru_cache(maxsize=1_000)
def _comparable(sql: str, schema: Schema) -> Query:
    """Return a query without what is not compared; an empty one where the grammar cannot read it."""
    query = _read(sql, schema) or Query()
    return _plain(query, schema, {name for kind, name in query.tables if kind == "table"})


def _bare(value: object) -> Query | None:
    """Take the values out of a nested query's conditions; None for any other value."""
    if not isinstance(value, Query):
        return None
    parts = {name: _without_values(getattr(value, name)) for name in ("on", "where", "having")}
    return replace(value, **parts, operand=_bare(value.operand))


def _without_values(part: list, operand: Callable[[tuple], tuple] = tuple) -> list:
    """Take the values out of conditions, and write their operands by a rule."""
    return [
        item if i % 2 else item._replace(operand=operand(item.operand), value=_bare(item.value), second=_bare(item.second))
        for i, item in enumerate(part)
    ]


def _plain(query: Query, schema: Schema, tables: set[str]) -> Query:
    """Take out DISTINCT and values, and give columns that foreign keys make one the same name."""

    def unit(own: tuple | None) -> tuple | None:
        if not own:
            return own
        aggregate, column, _ = own
        return aggregate, schema.linked.get(column, column) if column.split(".")[0] in tables else column, None

    def operand(own: tuple) -> tuple:
        operator, left, right = own
        return operator, unit(left), unit(right)

    return replace(
        query,
        select=[(aggregate, operand(own)) for aggregate, own in query.select],
        distinct=None,
        where=_without_values(query.where, operand),
        having=_without_values(query.having, operand),
        group=[unit(own) for own in query.group],
        order=query.order and (query.order[0], [operand(own) for own in query.order[1]]),
        operand=query.operand and _plain(query.operand, schema, tables),
    )


def _common(left: list, right: list) -> int:
    """Count the members that two bags share."""
    rest = list(right)
    found = [rest.remove(item) for item in left if item in rest]
    return len(found)


def _exact(guess: Query, gold: Query, partial: dict) -> bool:
    whole = all(score["f1"] == 1 for score in partial.values())
    return whole and (not gold.tables or sorted(gold.tables) == sorted(guess.tables))


def _keywords(query: Query) -> set[str]:
    parts = (query.on, query.where, query.having)
    conditions = [condition for part in parts for condition in part[::2]]
    operators = {condition.operator for condition in conditions}
    found = {name for name in ("where", "group", "having", "order", "limit") if getattr(query, name)}
    found |= {"or"} if any("or" in part[1::2] for part in parts) else set()
    found |= {"not"} if any(condition.negated for condition in conditions) else set()
    found |= operators & {"in", "like"}
    return found | ({query.order[0]} if query.order else set()) | ({query.operation} if query.operation else set())


def _partial(guess: Query, gold: Query) -> dict[str, dict]:
    """Score each component: 1 where both hold the same, with the official names."""
    where, guessed_where = gold.where[::2], guess.where[::2]
    links, guessed_links = set(gold.where[1::2]), set(guess.where[1::2])
    group, guessed_group = ([column.split(".")[-1] for _, column, _ in query.group] for query in (gold, guess))
    grouped = bool(guess.group and gold.group) and [unit[1] for unit in guess.group] == [unit[1] for unit in gold.group]
    ordered = bool(gold.order) and (guess.order, guess.limit) == (gold.order, gold.limit)
    same = guess.operation == gold.operation and bool(gold.operation)
    nested = same and _exact(guess.operand, gold.operand, _partial(guess.operand, gold.operand))
    words, guessed_words = _keywords(gold), _keywords(guess)
    lists = {  # the gold query's, the prediction's
        "select": (gold.select, guess.select),
        "select(no AGG)": ([item[1] for item in gold.select], [item[1] for item in guess.select]),
        "where": (where, guessed_where),
        "where(no OP)": ([condition.operand for condition in where], [condition.operand for condition in guessed_where]),
        "group(no Having)": (group, guessed_group),
    }
    counts = {name: (len(own), len(other), _common(other, own)) for name, (own, other) in lists.items()} | {
        "group": (bool(group), bool(guessed_group), grouped and guess.having == gold.having),
        "order": (bool(gold.order), bool(guess.order), ordered),
        "and/or": (1, 1, 1) if guessed_links == links else (len(guessed_links), len(links), 0),
        "IUEN": (bool(gold.operation), bool(guess.operation), nested),
        "keywords": (len(words), len(guessed_words), len(guessed_words & words)),
    }
    return {
        name: dict.fromkeys(("acc", "rec", "f1"), int(label == found == shared)) | {"label_total": int(label), "pred_total": int(found)}
        for name, (label, found, shared) in counts.items()
    }
