"""A list of hostile statements beyond those of test_scoring_execution.py: each is answered in time, and nothing is written or told."""

import hashlib
import os
import sqlite3
import time

import pytest

from helpers.scoring import pool
from helpers.scoring.execution import check_many, run_query

SECRET = "the text of another file"
TIMEOUT = 1.0
MILLION = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 1000000)"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Make a database with a view, a trigger and a full-text table, and a secret in a file and a database beside it."""
    folder = tmp_path_factory.mktemp("hostile")
    connection = sqlite3.connect(folder / "x.sqlite")
    connection.execute("CREATE TABLE t (a INTEGER, b TEXT)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", [(number, f"x{number}") for number in range(1000)])
    connection.execute("CREATE VIEW v AS SELECT a FROM t")
    connection.execute("CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END")
    connection.execute("CREATE VIRTUAL TABLE f USING fts4(x)")
    connection.execute("INSERT INTO f VALUES ('one two')")
    connection.commit()
    connection.close()
    (folder / "secret.txt").write_text(SECRET)
    with sqlite3.connect(folder / "secret.sqlite") as connection:
        connection.execute(f"CREATE TABLE secret AS SELECT '{SECRET}' AS x")
    connection.close()
    return folder


@pytest.fixture(autouse=True)
def untouched(place, tmp_path, monkeypatch):
    """Check after each test that all files are the same byte for byte, and that none appeared there or in the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool, "GRACE", 0.5)
    before = _state(place)
    yield
    assert _state(place) == before
    assert os.listdir(tmp_path) == []


def _state(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def _answer(place, sql):
    started = time.monotonic()
    result = run_query(place / "x.sqlite", sql.replace("PLACE", str(place)), timeout=TIMEOUT)
    assert time.monotonic() - started < TIMEOUT + pool.GRACE + 20, sql[:100]
    assert SECRET not in str(result)
    assert (result.rows is None) == bool(result.error) == bool(result.message)
    return result


@pytest.mark.parametrize(
    "sql",
    [
        # To write, or to open another file.
        "DELETE FROM t RETURNING *",
        "UPDATE t SET a = 1 RETURNING a",
        "INSERT INTO t VALUES (1, 2) RETURNING a",
        "WITH x AS (DELETE FROM t RETURNING a) SELECT * FROM x",
        "SELECT * FROM (DELETE FROM t RETURNING a)",
        "INSERT INTO f(f) VALUES ('optimize')",
        "INSERT OR REPLACE INTO sqlite_master VALUES (1, 2, 3, 4, 5)",
        "CREATE VIRTUAL TABLE z USING csv(filename = 'PLACE/secret.txt')",
        "CREATE TEMP TABLE z (a)",
        "ALTER TABLE t RENAME TO u",
        "VACUUM main INTO 'PLACE/copy.sqlite'",
        "ATTACH 'PLACE/secret.sqlite' AS s",
        "SELECT 1; ATTACH 'PLACE/secret.sqlite' AS s",
        "SELECT * FROM 'PLACE/secret.sqlite'.secret",
        "ATTACH 'file:PLACE/new.sqlite?mode=rwc' AS m",
        "SELECT readfile('PLACE/secret.txt')",
        "SELECT writefile('PLACE/new.txt', 'x')",
        "SELECT edit('x', 'sh')",
        "SELECT * FROM fsdir('PLACE')",
        "SELECT * FROM zipfile('PLACE/secret.txt')",
        "SELECT load_extension('PLACE/x.so', 'init')",
        "SELECT fts5(NULL)",
        "SELECT sqlite_log(1, 'x')",
        # To look at or change what is not data: pragmas as tables, pages, statements.
        "pragma query_only = 0",
        "PRAGMA temp_store_directory = 'PLACE'",
        "SELECT * FROM pragma_table_list",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM pragma_function_list",
        "SELECT * FROM pragma_writable_schema",
        "SELECT * FROM pragma_journal_mode('wal')",
        "SELECT * FROM pragma_wal_checkpoint",
        "SELECT * FROM pragma_integrity_check",
        "SELECT * FROM pragma_optimize",
        "SELECT name FROM t JOIN pragma_table_info('t')",
        "SELECT * FROM sqlite_dbpage",
        "SELECT count(*) FROM sqlite_dbpage WHERE pgno = 1",
        "SELECT * FROM dbstat",
        "SELECT count(*) FROM DBSTAT",
        "SELECT * FROM sqlite_stmt",
        "SELECT * FROM bytecode('SELECT 1')",
        "SELECT * FROM tables_used('SELECT 1')",
        # To fill the memory or never to end.
        "SELECT zeroblob(1e9)",
        "SELECT quote(zeroblob(1e9))",
        "SELECT hex(hex(hex(hex(printf('%200000d', 1)))))",
        "SELECT json_group_array(printf('%90000d', a)) FROM t",
        "SELECT group_concat(b || printf('%9000d', a), '') FROM t",
        "SELECT count(DISTINCT printf('%99999d', a.a)) FROM t a, t b",
        "SELECT min(printf('%99999d', a.a) || b.b) FROM t a, t b",
        "SELECT max(length(x)) FROM (SELECT printf('%99999d', a.a) AS x FROM t a, t b UNION SELECT 1)",
        "WITH RECURSIVE r(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM r) SELECT length(s) FROM r",
        "WITH RECURSIVE r(s) AS (SELECT 'x' UNION SELECT s || 'y' FROM r) SELECT count(*) FROM r",
        f"{MILLION} SELECT count(*) FROM r a, r b",
        f"{MILLION} SELECT max(x) FROM (SELECT length(group_concat(n) OVER (ORDER BY n)) AS x FROM r)",
        f"{MILLION} SELECT min(n) OVER (ORDER BY n GROUPS 900000 PRECEDING EXCLUDE TIES) FROM r",
        f"{MILLION} SELECT n FROM r ORDER BY n % 7, n DESC",
        "WITH a AS (SELECT * FROM a) SELECT * FROM a",
        "WITH "
        + ", ".join(f"c{i} AS (SELECT a.a FROM {f'c{i - 1} a, c{i - 1} b' if i else 't a'})" for i in range(8))
        + " SELECT * FROM c7",
        "SELECT count(*) FROM t a, json_each('[1, 2, 3]'), t b, t c",
        "SELECT count(*) FROM generate_series(1, 1000000000000)",
        "SELECT a FROM t LIMIT (SELECT count(*) FROM t a, t b, t c)",
        "SELECT a FROM t ORDER BY (SELECT count(*) FROM t a, t b, t c)",
        "SELECT strftime(replace(printf('%90000d', 1), ' ', '%Y%j%s%W')) || nope",
        # To break the parser.
        "SELECT " + "(SELECT " * 400 + "1" + ")" * 400,
        "SELECT " + "CASE WHEN 1 THEN " * 400 + "1" + " END" * 400,
        "SELECT * FROM (" * 400 + "SELECT 1" + ")" * 400,
        "SELECT " + "~" * 40_000 + "1",
        "SELECT " + "'a' || " * 6_000 + "'b'",
        "SELECT * FROM t WHERE " + " OR ".join(f"a = {i}" for i in range(3_000)),
        "SELECT json_extract('" + "[" * 20_000 + "', '$')",
        "SELECT '\ud83d\ude00'",
        "SELECT\udfff 1",
        "SEL\0ECT 1",
        "SELECT\u00a01",
        "SELECT 1;;;;DROP TABLE t;",
        "SELECT 1 --; DROP TABLE t\n; DROP TABLE t",
        "/*;*/ DROP /* SELECT */ TABLE t",
        "eXpLaIn DROP TABLE t",
        "EXPLAIN QUERY PLAN SELECT 1",
        "QUERY PLAN SELECT 1",
        "SELECT RAISE(ABORT, 'x')",
        "SELECT a FROM t WHERE a = :a",
        "SELECT * FROM t('x')",
        "SELECT rtreecheck('t')",
        "SELECT 'a' MATCH 'b'",
        "SELECT random() || RANDOM()",
    ],
)
def test_a_hostile_statement_gets_no_rows(place, sql):
    assert _answer(place, sql).rows is None


@pytest.mark.parametrize(
    "sql",
    [
        # Long single calls; whether they end in rows or at the timeout is the machine's affair.
        "SELECT printf('%.*c', 900000000, 'x')",
        "SELECT printf('%*d', 2147483647, 1)",
        "SELECT replace(printf('%999999d', 1), ' ', 'a') LIKE '%a%a%a%a%a%a%a%a%a%ab'",
        "SELECT replace(printf('%500000d', 1), ' ', 'a') GLOB '*a*a*a*a*a*a*a*a*a*ab'",
        "SELECT '" + "a" * 40_000 + "' LIKE '" + "%a" * 400 + "%b'",
        "SELECT '" + "a" * 40_000 + "' LIKE '" + "%_" * 400 + "%b'",
        "SELECT count(*) FROM t WHERE printf('%900000d', a) LIKE '%1%2%3%4%5%6%7%8%9%0%'",
        "SELECT trim(replace(printf('%999999d', 1), ' ', 'a'), 'b' || replace(printf('%40000d', 2), ' ', 'c') || 'a')",
        "SELECT count(*) FROM json_each('[' || replace(printf('%400000d', 1), ' ', '1,') || '1]')",
        "SELECT count(*) FROM json_tree('" + "[" * 900 + "]" * 900 + "')",
        "SELECT json_patch('{}', printf('%900000d', 1))",
        f"{MILLION} SELECT sum(n) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM r LIMIT 5",
        f"{MILLION} SELECT DISTINCT n % 3 FROM r",
        # Odd, and no harm.
        "SELECT * FROM f WHERE f MATCH 'one'",
        "SELECT snippet(f), offsets(f) FROM f WHERE f MATCH 'one'",
        "SELECT * FROM f_content",
        "SELECT sql FROM sqlite_master",
        "SELECT * FROM v",
        "SELECT char(0, 55296, 1114111, 1114112, -1), x'00ff' || 'a', CAST(x'ff' AS TEXT)",
        'SELECT \'\u202e\' AS "\u200b", 1 AS "\U0001f4a9"',
        "\ufeffSELECT 1",
        "SELECT 1 -- \x1b[2J",
        "SELECT 1 /* ; DROP TABLE t */",
        "SELECT 1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10, 9223372036854775807 + 1, 1 / 0, 1 % 0",
        "SELECT substr('abc', -9223372036854775808, 9223372036854775807), round(1e308, 1e9), date('now', '+1e9 years')",
        "SELECT a FROM t LIMIT -1 OFFSET -1",
        "SELECT total_changes(), changes(), last_insert_rowid()",
        "SELECT a FROM t WHERE a IN (" + ",".join(map(str, range(8_000))) + ")",
        "VALUES " + ",".join(["(1)"] * 9_000),
    ],
)
def test_a_statement_made_to_take_long_or_to_confuse_is_answered_in_time(place, sql):
    result = _answer(place, sql)
    assert result.rows is not None or result.error in {"timeout", "too long", "other", "no such function", "no such column", "syntax"}
    assert result.rows is None or len(result.rows) <= 10_000


def test_query_plan_is_not_taken_for_a_query_because_explain_is_put_before_it():
    """Asked whether it compiles, SQLite read `EXPLAIN QUERY PLAN SELECT 1` and accepted what it cannot run."""
    (found,) = check_many([("", "CREATE TABLE t (a)", "QUERY PLAN SELECT 1")])
    assert found.error == "syntax"


def test_a_hostile_schema_makes_no_file_and_reads_none(place):
    schemas = [
        "ATTACH 'PLACE/secret.sqlite' AS s; CREATE TABLE t AS SELECT * FROM s.secret",
        "CREATE TABLE t AS SELECT readfile('PLACE/secret.txt') AS x",
        "CREATE VIRTUAL TABLE t USING csv(filename = 'PLACE/secret.txt')",
        "CREATE TABLE t (a); VACUUM INTO 'PLACE/copy.sqlite'; PRAGMA temp_store_directory = 'PLACE'",
        "CREATE TABLE t AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
        "CREATE TABLE t (a DEFAULT (zeroblob(1e9)), b AS (printf('%900000d', a)))",
    ]
    started = time.monotonic()
    found = list(check_many((("", schema.replace("PLACE", str(place)), "SELECT * FROM t") for schema in schemas), timeout=TIMEOUT))
    assert SECRET not in str(found)
    assert time.monotonic() - started < len(schemas) * (TIMEOUT + pool.GRACE) + 20
