"""Is a query worth asking? It has one answer, and the rows tell it from its near neighbors."""

import sqlite3
from collections import Counter
from dataclasses import replace

from helpers.practice.grammar.query import Query

MOST_ROWS = 80


def is_sound(connection: sqlite3.Connection, query: Query) -> bool:
    """Tell whether a query can serve as gold on this database.

    It returns rows with a value in them; rows do not repeat unless that is what DISTINCT or a group is about, so that
    nobody has to guess whether DISTINCT is meant; no tie decides what a LIMIT keeps or in which order rows come; and every
    near neighbor (`Query.neighbors`) gives another answer or none.

    Not covered: whether the question says what the query does. That is for the wordings, and for readers.
    """
    rows = _answer(connection, query)
    if not rows or len(rows) > MOST_ROWS or all(value in (None, 0) for row in rows for value in row):
        return False
    if len(set(rows)) < len(rows) and not query.aggregates:
        return False
    if query.once and _repeats(connection, query):
        return False
    if query.order and not _order_is_total(connection, query):
        return False
    wanted = _comparable(query, rows)
    for neighbor in query.neighbors():
        try:
            other = _answer(connection, neighbor)
        except sqlite3.Error:
            continue
        if _comparable(query, other) == wanted:
            return False
    return True


def _answer(connection: sqlite3.Connection, query: Query) -> list[tuple]:
    return connection.execute(query.sql()).fetchall()


def _comparable(query: Query, rows: list[tuple]) -> object:
    """Return rows as a list where order is asked for, as a set after a set operation, else as a bag."""
    if query.then:
        return set(rows)
    return rows if query.order else Counter(rows)


def _repeats(connection: sqlite3.Connection, query: Query) -> bool:
    keys = _answer(connection, replace(query, select=(query.once,)))
    return len(set(keys)) < len(keys)


def _order_is_total(connection: sqlite3.Connection, query: Query) -> bool:
    """Tell whether no two neighboring rows tie, up to one row after the limit, and no key is NULL."""
    whole = replace(query, select=(*query.select, query.order), limit=query.limit and query.limit + 1)
    keys = [row[-1] for row in _answer(connection, whole)]
    return None not in keys and len(set(keys)) == len(keys)
