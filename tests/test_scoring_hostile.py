"""A list of hostile statements beyond those of test_scoring_execution.py: each is answered in time, and nothing is written or told."""

import hashlib
import os
import re
import sqlite3
import time

import pytest

from helpers.prompts.dialects import bring
from helpers.prompts.render import DIALECTS
from helpers.scoring.execution import pool
from helpers.scoring.execution.queries import check_many, run_query
from helpers.scoring.execution.sandbox import Limits, explain
from helpers.scoring.execution.schemas import statements
from helpers.scoring.execution.sql import parse_statement
from helpers.scoring.generated import verdicts as generated
from helpers.scoring.normalize import normalize_sql
from helpers.scoring.report import score_predictions
from helpers.scoring.spider.official import Rules, flat
from helpers.scoring.verdicts import generated_verdicts

pytestmark = pytest.mark.sql

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
        "SELECT printf('%s%s%s', " + ", ".join(["printf('%9000000d', 1)"] * 3) + ")",
        "SELECT printf('%1000000000d', 1)",
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


@pytest.mark.parametrize("repeated", ["JOIN t ", "STRAIGHT_JOIN t ", "LEFT JOIN t u ", "STRUCT(", "decimal("])
def test_an_answer_that_repeats_what_sqlglot_tries_twice_is_judged(repeated):
    """A T5 answered `... WHERE t JOIN t JOIN t ...` up to its budget: sqlglot's time doubles with each, and a run stood still."""
    sql = "SELECT " * ("(" in repeated) + "SELECT a FROM t WHERE a " * ("(" not in repeated) + repeated * 40
    row = {"question": "?", "sql": "SELECT a FROM t", "schema": "CREATE TABLE t (a INTEGER)", "suite": (), "database": ""}
    report = score_predictions([row], [sql], generate=True)
    assert report["test_suite"]["rate"] == report["exact_match"]["rate"] == report["validity"]["rate"] == 0
    with pytest.raises(ValueError, match="Cannot parse"):
        parse_statement(sql)
    for dialect in DIALECTS:
        assert bring(sql, dialect)[0]


def test_blanks_behind_a_limit_are_read_once():
    """Of 4,000 of them a second reading, which looks for a % behind LIMIT, made minutes."""
    start = time.process_time()
    with pytest.raises(ValueError, match="Cannot parse"):
        parse_statement("SELECT a FROM t WHERE a % ( LIMIT" + " " * 20_000 + "x" * 400)
    assert time.process_time() - start < 60
    read = parse_statement("SELECT a FROM t LIMIT 2 - (SELECT 1) % 2 OFFSET 3")
    assert re.search(r"LIMIT \(?2 - \(SELECT 1\) % 2\)? OFFSET 3$", read.sql("sqlite")), "older releases of sqlglot need no parentheses"


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


HOG = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"
BIG = "printf('%900000d', a)"
# A place for an expression, and expressions that fill the memory, take for ever or reach for what is not data.
PLACES = [
    "SELECT {} FROM t",
    "SELECT a FROM t WHERE a = {}",
    "SELECT a FROM t GROUP BY {}",
    "SELECT max(a) FROM t HAVING {} = 1",
    "SELECT a FROM t ORDER BY {}",
    "SELECT 1 LIMIT {}",
    "SELECT 1 LIMIT 1 OFFSET {}",
    "SELECT sum(a) OVER (PARTITION BY {}) FROM t",
    "SELECT * FROM t x JOIN t y ON {} = x.a",
    "WITH q(x) AS (SELECT {} FROM t) SELECT * FROM q x, q y",
    "SELECT 1 UNION SELECT {} FROM t",
    "SELECT CASE WHEN a >= 0 THEN {} END FROM t",
    "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM t u WHERE u.a = {} AND u.b = t.b)",
    "SELECT a FROM t WHERE a IN (1, {})",
    "VALUES ({})",
]
ENDLESS = ["(SELECT count(*) FROM (" + HOG + " SELECT n FROM r))", "(SELECT sum(x.n * y.n) FROM (" + HOG + " SELECT n FROM r) x, t y)"]
DENIED = [
    "randomblob(100)",
    "hex(zeroblob(100000000))",
    "load_extension('x')",
    "readfile('PLACE/secret.txt')",
    "writefile('PLACE/new', 'x')",
    "edit('x')",
    "fts3_tokenizer('simple')",
    "(SELECT x FROM pragma_table_list('t'))",
    "random()",
]


@pytest.mark.parametrize("sql", [place.format(one) for place in PLACES for one in (*ENDLESS[:1], *DENIED[:3], DENIED[5])])
def test_an_expression_that_is_endless_or_denied_gets_no_rows_in_any_clause(place, sql):
    result = _answer(place, sql)
    assert result.rows is None or sql.startswith("SELECT 1 LIMIT 1 OFFSET"), result


@pytest.mark.parametrize(
    "sql",
    [PLACES[0].format(one) for one in (*ENDLESS, *DENIED)]
    + [
        # What is made grows past the memory, or the result does.
        f"SELECT count(DISTINCT {BIG}) FROM t",
        f"SELECT {BIG} FROM t",
        f"SELECT {', '.join([BIG] * 200)} FROM t",
        f"SELECT group_concat({BIG}) FROM t",
        f"SELECT json_group_array({BIG}) FROM t",
        f"SELECT json_group_object(a, {BIG}) FROM t",
        f"SELECT json_object({', '.join(f'{i}, {BIG}' for i in range(40))}) FROM t",
        f"SELECT string_agg({BIG}, ',') FROM t",
        f"SELECT a FROM t ORDER BY {BIG} DESC, a LIMIT 1000",
        f"SELECT a FROM t GROUP BY {BIG}",
        f"SELECT {BIG} FROM t UNION SELECT {BIG} || 'x' FROM t",
        f"SELECT last_value({BIG}) OVER (ORDER BY a ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM t",
        f"SELECT group_concat({BIG}) OVER (ORDER BY a) FROM t",
        f"WITH q AS MATERIALIZED (SELECT {BIG} AS x FROM t) SELECT count(*) FROM q x, q y WHERE x.x < y.x",
        "SELECT hex(hex(hex(hex(hex(printf('%900000d', 1))))))",
        "SELECT replace(replace(printf('%900000d', 1), ' ', 'xxxxxxxxxxxxxxx'), 'x', 'yyyyyyyyyyyyyyyyyyyy')",
        "SELECT CAST(printf('%2500000d', 1) AS BLOB)",
        "SELECT " + ", ".join(["x"] * 30) + " FROM (SELECT char(128512) || printf('%990000s', 'N') AS x LIMIT 1)",
        "SELECT " + ", ".join(["CAST(x AS BLOB)"] * 99) + " FROM (SELECT printf('%990000s', 'N') AS x LIMIT 1)",
        "SELECT " + ", ".join(["x"] * 1_999) + " FROM (SELECT printf('%990000s', 'N') AS x LIMIT 1)",
        "SELECT quote(printf('%19999999d', 1))",
        "WITH RECURSIVE r(s) AS (SELECT printf('%900000d', 1) UNION ALL SELECT s FROM r) SELECT s FROM r",
        "WITH RECURSIVE r(s, n) AS (SELECT '', 1 UNION SELECT s || printf('%9000d', n), n + 1 FROM r) SELECT max(length(s)) FROM r",
        f"{HOG} SELECT n FROM r",
        f"{HOG} SELECT group_concat(n) FROM r",
        f"{HOG} SELECT json_group_array(n) FROM r",
        f"{HOG} SELECT DISTINCT n FROM r ORDER BY n DESC",
        f"{HOG} SELECT 1 WHERE 0 = (SELECT max(n) FROM r)",
        f"{HOG} SELECT a FROM t WHERE a = (SELECT n FROM r WHERE n < 0)",
        f"{HOG} SELECT * FROM r x, r y, r z",
        f"{HOG} SELECT row_number() OVER (ORDER BY n) FROM r",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r), s(n) AS (SELECT n FROM r) SELECT count(*) FROM s",
        # The text itself.
        "SELECT " + ", ".join(f"a AS a{i}" for i in range(2_500)) + " FROM t",
        "SELECT " + "abs(" * 600 + "1" + ")" * 600,
        "SELECT " + "-" * 700 + "1",
        "SELECT " + "a IN (SELECT " * 120 + "1" + ")" * 120 + " FROM nope",
        "WITH " + ", ".join(f"c{i} AS (SELECT * FROM {f'c{i - 1}' if i else 'nope'})" for i in range(300)) + " SELECT * FROM c299",
        "SELECT * FROM " + " JOIN ".join(["t"] * 80),
        "SELECT 1" + " UNION ALL SELECT 1" * 200,
        "SELECT " + "[" * 400_000,
        "SELECT " + "(" * 400_000,
        "SELECT " + "'" * 400_001,
        "SELECT " + "\n" * 400_000,
        "SELECT " + "/*" * 200_000,
        "SELECT 1 " + "-- x\n" * 100_000,
        "SELECT 1\0",
        "\0SELECT 1",
        "SELECT 'a\0b'",
        "SELECT \ud800",
        "SELECT '\udfff' FROM t",
        "ＳＥＬＥＣＴ 1",
        "SELECT\u20281",
        "\u200bSELECT 1",
        "SELECT 1\uff1b DROP TABLE t",
        # Several statements, or none that asks.
        "SELECT 1; SELECT 2",
        "SELECT 1;\n--\nDELETE FROM t",
        "SELECT 1; PRAGMA journal_mode = DELETE",
        "BEGIN EXCLUSIVE",
        "SAVEPOINT x",
        "ANALYZE",
        "REINDEX",
        "PRAGMA user_version = 7",
        "PRAGMA main.application_id(7)",
        "CREATE TABLE PLACE (a)",
        "CREATE TEMP VIEW z AS SELECT 1",
        "CREATE TEMP TRIGGER z AFTER INSERT ON t BEGIN SELECT 1; END",
        "WITH q AS (SELECT 1) INSERT INTO t SELECT 1, 2 FROM q",
        "WITH q AS (SELECT 1) UPDATE t SET a = 5",
        "WITH q AS (SELECT 1) DELETE FROM f_content",
        "WITH q AS (SELECT 1) INSERT INTO f(f) VALUES ('rebuild')",
        "WITH q AS (SELECT 1) REPLACE INTO f_segdir VALUES (1, 2, 3, 4, 5, 6)",
        "ATTACH ':memory:' AS m",
        "DETACH main",
        "VACUUM",
        "vacuum into 'PLACE/copy'",
        "EXPLAIN ATTACH 'x' AS y",
        "SELECT * FROM pragma_user_version",
        "SELECT * FROM pragma_database_list x LEFT JOIN sqlite_temp_master y",
        "SELECT * FROM sqlite_stmt x, t",
        "SELECT f FROM f WHERE f MATCH fts3_tokenizer('simple', x'00')",
    ],
)
def test_further_hostile_statements_get_no_rows(place, sql):
    assert _answer(place, sql).rows is None


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the peak memory of a process is read from Linux's /proc")
def test_the_processes_that_ran_all_this_stayed_small(place):
    """One row of 30 texts with a character beyond U+FFFF took 1.2 GiB of a worker, because only whole rows were measured."""
    wide = "SELECT " + ", ".join(["x"] * 150) + " FROM (SELECT char(128512) || printf('%990000s', 'N') AS x LIMIT 1)"
    pool.stop_idle()
    for sql in (wide, wide.replace("x,", "CAST(x AS BLOB),"), f"SELECT count(DISTINCT {BIG}) FROM t", f"SELECT {BIG} FROM t ORDER BY 1"):
        assert run_query(place / "x.sqlite", sql).error == "too long"
    (worker,) = pool._idle
    with open(f"/proc/{worker.process.pid}/status") as status:
        assert int(status.read().split("VmHWM:")[1].split()[0]) < 400 * 1024


def test_a_statement_beyond_the_limit_costs_the_score_no_time(place):
    """The patterns that read a statement before it is run took 150 s for 400,000 opening brackets."""
    rows = [{"sql": "SELECT a FROM t", "schema": "CREATE TABLE t (a)", "database": str(place / "x.sqlite")}]
    started = time.process_time()
    for text in ("[", "(", "'", '"', "`", "\n", "/*", "--\n", "'a' ", "a=1 OR ", "cast("):
        for size in (49_000, 400_000):
            sql = "SELECT " + text * (size // len(text))
            for rules in (Rules(), Rules(official=True, plug_value=True)):
                assert flat(rules.read(sql))
                assert normalize_sql(rules.tries("SELECT a FROM t", sql)[0], "CREATE TABLE t (a TEXT DEFAULT '" + text)
            assert list(statements(sql)) == [sql]
            if size > 50_000:
                report = score_predictions(rows, [sql], rules=Rules(), workers=1)
                assert report["execution_accuracy"]["rate"] == report["rouge"]["rougeL"]["mean"] == 0
    assert time.process_time() - started < 60  # some 6 s on an idle machine


HOSTILE_ROWS = [  # schema, gold, what the row says; None where it may be judged
    (f"CREATE TABLE t (a INT); CREATE TABLE big AS {HOG} SELECT n FROM r", "SELECT a FROM t", "the schema fails"),
    (f"CREATE TABLE t (a INT); CREATE TABLE t AS {HOG} SELECT n FROM r", "SELECT a FROM t", "the schema fails"),
    ("CREATE TABLE t AS SELECT zeroblob(500000000) AS b", "SELECT b FROM t", "the schema fails"),
    ("CREATE TABLE t AS SELECT printf('%500000000d', 1) || x'00' AS b", "SELECT b FROM t", None),
    (f"CREATE TABLE t AS {HOG} SELECT printf('%90000d', n) AS b FROM r", "SELECT b FROM t", "the schema fails"),
    ("CREATE TABLE t (a INT)", "SELECT a FROM t WHERE instr(printf('%900000s', a), printf('%400000s', 'y')) = 0", "inside one call"),
    ("CREATE TABLE t (a INT, CHECK (instr(printf('%900000s', a), printf('%400000s', 'y')) = 0))", "SELECT a FROM t", "inside one call"),
    ("CREATE TABLE t (a INT, b AS (instr(printf('%900000s', a), printf('%400000s', 'y'))) STORED)", "SELECT b FROM t", "inside one call"),
    ("CREATE TABLE t (a INT, b BLOB DEFAULT (zeroblob(900000)))", "SELECT a FROM t", None),
    (f"CREATE TABLE t (a INT); CREATE VIEW v AS {HOG} SELECT n FROM r", "SELECT n FROM v", ""),
    (f"CREATE TABLE t (a INT); CREATE VIEW v AS {HOG} SELECT n FROM r", "SELECT a FROM t", None),
    ("CREATE TABLE t (a INT); CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END;", "SELECT a FROM t", None),
    ("CREATE TABLE t (a INT); ATTACH 'PLACE/new' AS n; VACUUM INTO 'PLACE/new'; PRAGMA user_version = 3", "SELECT a FROM t", None),
    ("CREATE TABLE t (a INT DEFAULT '\ud800')", "SELECT a FROM t", "surrogate"),
    ("CREATE TABLE t (a INT)", "SELECT a FROM t WHERE a = '\udfff'", "surrogate"),
    ("/**/" * 20_000 + "x", "SELECT a FROM t", "no such table"),
    ("CREATE TABLE t (a TEXT DEFAULT '" + ";" * 100_000 + "')", "SELECT a FROM t", None),
    ("CREATE TABLE t (a INT)", "SELECT " + "(" * 2_000 + "a" + ")" * 2_000 + " FROM t", ""),
    ("CREATE TABLE t (a INT)", f"SELECT a FROM t WHERE a > (SELECT count(*) FROM ({HOG} SELECT n FROM r))", ""),
]


def test_hostile_schemas_and_golds_of_a_data_set_cost_their_own_rows_only(place, tmp_path_factory, monkeypatch):
    """Schema and gold were run in this process: an endless CREATE TABLE AS took 2 GiB and never ended."""
    monkeypatch.setattr(generated, "TIMEOUT", 3.0)
    schemas, golds, reasons = zip(*HOSTILE_ROWS, strict=True)
    schemas = [schema.replace("PLACE", str(place)) for schema in schemas]
    started = time.monotonic()
    folder = tmp_path_factory.mktemp("suites")
    verdicts, suites = generated_verdicts(golds, golds, schemas, folder=folder, workers=2)
    assert time.monotonic() - started < len(golds) * (3 + pool.GRACE + 2) + 30
    for gold, reason, verdict, suite in zip(golds, reasons, verdicts, suites, strict=True):
        assert (verdict.right is None) == bool(suite.fault), gold
        assert (reason is None and verdict.right is not False) or (suite.fault and reason in suite.fault), (gold[:80], verdict, suite.fault)
    assert sum(path.stat().st_size for path in folder.rglob("*.sqlite")) < 300_000_000
    ((verdict,), _) = generated_verdicts(["SELECT a FROM t"], ["SELECT a FROM t"], ["CREATE TABLE t (a INT)"])
    assert verdict.right


def test_full_text_and_rtree_tables_are_read_and_not_written(place, tmp_path_factory):
    """SQLite prepares writes to the tables behind an rtree when it opens it: the reading query was taken for one that writes."""
    path = tmp_path_factory.mktemp("virtual") / "v.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE VIRTUAL TABLE places USING rtree(id, x0, x1, y0, y1)")
        connection.execute("INSERT INTO places VALUES (1, 0, 1, 0, 1), (2, 5, 6, 5, 6)")
        connection.execute("CREATE TABLE name (id INTEGER PRIMARY KEY, n TEXT)")
        connection.execute("INSERT INTO name VALUES (1, 'one'), (2, 'two')")
        connection.execute("CREATE VIRTUAL TABLE docs USING fts5(title, body)")
        connection.execute("INSERT INTO docs VALUES ('fruit', 'an apple'), ('war', 'peace and war')")
        connection.execute("CREATE TABLE long (title, body)")
        connection.execute("INSERT INTO long VALUES ('novel', ? || ' peace')", ["war " * 450_000])
        connection.execute("INSERT INTO long VALUES ('blob', zeroblob(5000000))")
    connection.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    reading = {
        "SELECT n FROM name JOIN places USING (id) WHERE x0 > 3": [("two",)],
        "SELECT count(*) FROM places_node": [(1,)],
        "SELECT title FROM docs WHERE docs MATCH 'apple'": [("fruit",)],
        "SELECT title FROM docs('peace OR apple') ORDER BY rank": [("fruit",), ("war",)],
        "SELECT highlight(docs, 1, '<', '>'), bm25(docs) < 0 FROM docs WHERE body MATCH 'apple'": [("an <apple>", 1)],
        "SELECT snippet(docs, 1, '', '', '', 5) FROM docs WHERE docs MATCH 'war'": [("peace and war",)],
        "SELECT title FROM long WHERE body LIKE '%peace%'": [("novel",)],
        "SELECT title, length(body) FROM long WHERE typeof(body) = 'blob'": [("blob", 5_000_000)],
        "SELECT length(body) FROM long WHERE title = 'novel'": [(1_800_006,)],
    }
    assert {sql: run_query(path, sql).rows for sql in reading} == reading
    for sql in (
        "WITH q AS (SELECT 1) DELETE FROM places",
        "WITH q AS (SELECT 1) DELETE FROM places_node",
        "WITH q AS (SELECT 1) UPDATE docs_data SET block = 1",
        "WITH q AS (SELECT 1) INSERT INTO docs(docs) VALUES ('rebuild')",
        "INSERT INTO docs(docs, rank) VALUES ('pgsz', 64)",
        "SELECT fts5(docs) FROM docs",
    ):
        assert run_query(path, sql).rows is None
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_the_tables_that_a_schema_makes_in_this_process_are_bounded(place):
    """The rows of training data are compiled here, where no heap limit holds."""
    schema = f"CREATE TABLE t AS {HOG} SELECT printf('%9000000d', n) AS b FROM r"
    found = explain("", schema, "SELECT b FROM t", Limits(max_rows=1, max_steps=1_000_000, timeout=5.0))
    assert (found.error, found.message) == ("schema", "database or disk is full")
