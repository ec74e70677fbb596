"""Random and mutated statements: none writes, leaks, hangs or raises, and results are compared as all permutations would have it."""

import contextlib
import hashlib
import itertools
import os
import sqlite3
import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlglot import exp, parse_one

from helpers.scoring.execution import pool
from helpers.scoring.execution.queries import check_many, run_query
from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.normalize import normalize_sql
from helpers.scoring.spider.hardness import hardness
from helpers.scoring.spider.official import Rules, flat, plugged
from helpers.scoring.verdicts import suite_verdicts

pytestmark = pytest.mark.sql

SEEDS = [
    "SELECT count(*) FROM singer",
    "SELECT name, age FROM singer WHERE age > 20 AND country = 'France' ORDER BY age DESC LIMIT 3",
    "SELECT DISTINCT country FROM singer WHERE name LIKE '%a%' OR age BETWEEN 1 AND 30",
    "SELECT T1.name, count(*) FROM singer AS T1 JOIN concert AS T2 ON T1.id = T2.singer_id GROUP BY T1.id HAVING count(*) >= 1",
    "SELECT country, avg(age), max(age) FROM singer GROUP BY country ORDER BY avg(age)",
    "SELECT name FROM singer WHERE id NOT IN (SELECT singer_id FROM concert WHERE year = 2014)",
    "SELECT name FROM singer WHERE age > (SELECT avg(age) FROM singer) UNION SELECT title FROM concert",
    "SELECT id FROM singer EXCEPT SELECT singer_id FROM concert INTERSECT SELECT 1",
    "SELECT * FROM singer LEFT JOIN concert ON singer.id = concert.singer_id AND concert.year IS NOT NULL",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT n, n * n FROM r",
    "SELECT CASE WHEN age > 30 THEN 'old' ELSE substr(name, 1, 2) END, length(name) FROM singer",
    "SELECT name, row_number() OVER (PARTITION BY country ORDER BY age) FROM singer",
    "SELECT CAST(age AS TEXT) || '-' || printf('%05d', id), x'00ff', NULL, 1.5e3 FROM singer s, concert c WHERE EXISTS (SELECT 1)",
    "SELECT value FROM json_each('[1, 2]') WHERE value IN (1, 2, NULL)",
]
WORDS = """SELECT FROM WHERE ( ) , ; * = < > != . singer concert name id age year JOIN ON USING GROUP BY ORDER HAVING LIMIT OFFSET AS T1
T1.id AND OR NOT IN EXISTS BETWEEN LIKE GLOB IS NULL DISTINCT UNION ALL EXCEPT INTERSECT WITH RECURSIVE VALUES CASE WHEN END
CAST COLLATE OVER FILTER RETURNING count(*) max( 'x' "y" `z` [w] 1 -1 1e999 0x7fffffffffffffff x'00' ? :a @b -- /* */ DROP
DELETE INSERT UPDATE INTO SET TABLE CREATE TEMP ATTACH PRAGMA EXPLAIN VACUUM REPLACE BEGIN COMMIT sqlite_master
pragma_table_info('singer') load_extension('x') readfile('/etc/passwd') randomblob(9) zeroblob(9) printf('%999999999d',1)
group_concat(name) random() date('now') MATCH REGEXP ESCAPE ' " ` [ é \0 \ud800 \U0001f4a9""".split()


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / "music.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE singer (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, country TEXT)")
        connection.execute("CREATE TABLE concert (title TEXT, year INTEGER, singer_id INTEGER REFERENCES singer (id))")
        people = [(1, "Ann", 20, "France"), (2, "Bob", 30, "France"), (3, "Cy", 30, None), (4, "Ann", 45, "Japan")]
        connection.executemany("INSERT INTO singer VALUES (?, ?, ?, ?)", people)
        connection.executemany("INSERT INTO concert VALUES (?, ?, ?)", [("A", 2014, 1), ("B", 2015, 1), ("C", None, 2), ("A", 2014, 9)])
    connection.close()
    return path


@st.composite
def trees(draw):
    """Draw a statement whose tree had parts dropped, repeated, or exchanged with parts of others."""
    tree, other = (parse_one(draw(st.sampled_from(SEEDS)), read="sqlite") for _ in range(2))
    for _ in range(draw(st.integers(1, 4))):
        nodes, others = list(tree.walk()), list(other.walk())
        node, new = nodes[draw(st.integers(0, len(nodes) - 1))], others[draw(st.integers(0, len(others) - 1))]
        change = draw(st.sampled_from(["exchange", "drop", "wrap", "literal"]))
        if node.parent is None:
            continue
        if change == "exchange":
            node.replace(new.copy())
        elif change == "drop":
            node.pop()
        elif change == "wrap":
            node.replace(exp.Paren(this=node.copy()))
        else:
            node.replace(exp.Literal.number(draw(st.sampled_from(["0", "-1", "1e308", "9223372036854775807", "9" * 40]))))
    try:
        return tree.sql(dialect="sqlite")
    except Exception:  # a tree that sqlglot cannot write: its affair
        return ""


@st.composite
def damaged(draw):
    """Draw a statement with bytes of it replaced by others, or by a piece of another statement."""
    data = draw(st.sampled_from(SEEDS)).encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 8)))
        data = (
            data[:start]
            + draw(st.binary(max_size=6) | st.sampled_from(WORDS).map(lambda word: word.encode(errors="surrogatepass")))
            + data[end:]
        )
    return data.decode(errors="surrogateescape")


STATEMENTS = trees() | damaged() | st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=40)
SETTINGS = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}


def _same_by_all_permutations(gold, predicted, ordered):
    if len(gold.rows) != len(predicted.rows) or not gold.rows:
        return len(gold.rows) == len(predicted.rows)
    if gold.columns != predicted.columns:
        return False
    permutations = itertools.permutations(range(gold.columns))
    candidates = ([tuple(row[i] for i in order) for row in predicted.rows] for order in permutations)
    return any(gold.rows == rows if ordered else Counter(gold.rows) == Counter(rows) for rows in candidates)


def _attack(database, sql, seed):
    """Do with a statement all that scoring does, and check what has to hold of any text."""
    before = hashlib.sha256(database.read_bytes()).digest()
    started = time.monotonic()
    limits = {"max_rows": 200, "max_steps": 200_000, "timeout": 2.0}
    result = run_query(database, sql, **limits)
    (compiled,) = check_many([(database, "", sql)], timeout=2.0, workers=1)
    (verdict,) = suite_verdicts(
        [sql], [seed], [[database]], rules=Rules(official=len(sql) % 2 == 0, plug_value=len(sql) % 3 == 0), workers=1
    )
    assert time.monotonic() - started < 60, sql
    assert (result.rows is None) == bool(result.error) == bool(result.message), sql
    assert verdict.right in (True, False) and (verdict.right or verdict.reason), sql
    assert "root:" not in str(result.rows), sql
    assert result.error or not compiled.error, f"it runs, and is called not valid: {sql!r}, {compiled}"
    normalize_sql(sql)
    order_matters(sql)
    flat(sql), list(plugged(seed, sql))
    with contextlib.suppress(ValueError):
        hardness(sql)
    gold = run_query(database, seed, **limits)
    if result.rows is not None and len(result.rows) <= 40 and result.columns <= 5:
        for ordered in (True, False):
            assert same_result(gold, result, ordered=ordered) == _same_by_all_permutations(gold, result, ordered), (seed, sql)
    assert hashlib.sha256(database.read_bytes()).digest() == before, sql
    assert os.listdir(database.parent) == [database.name], sql


@settings(max_examples=1_500, derandomize=True, **SETTINGS)
@given(sql=STATEMENTS, seed=st.sampled_from(SEEDS))
def test_no_statement_writes_hangs_or_raises(database, sql, seed):
    _attack(database, sql, seed)


@pytest.mark.long
@settings(max_examples=20_000, **SETTINGS)
@given(sql=STATEMENTS, seed=st.sampled_from(SEEDS))
def test_none_of_many_random_statements_writes_hangs_or_raises(database, sql, seed):
    _attack(database, sql, seed)


@pytest.mark.skipif(not os.path.exists("/proc/self/fd"), reason="open files are counted in Linux's /proc")
def test_many_statements_leave_no_process_and_no_open_file_behind(database):
    run_query(database, "SELECT 1")
    before, workers = len(os.listdir("/proc/self/fd")), len(pool._idle)
    for sql in [*SEEDS, "SELECT", "DROP TABLE singer", ""] * 10:
        run_query(database, sql)
    assert (len(os.listdir("/proc/self/fd")), len(pool._idle)) == (before, workers)
