"""What PostgreSQL's and MySQL's queries return in SQLite: the rows that they return there, or a reason why they cannot be judged."""

import json
import sqlite3

import pytest

from helpers.prompts.dialects import bring, to_dialect
from helpers.scoring.measures import headline
from helpers.scoring.report import score_predictions

pytestmark = pytest.mark.sql

ROWS = """
CREATE TABLE t (id INTEGER, name TEXT, n REAL, d TEXT, ts TEXT);
INSERT INTO t VALUES (1, 'Ann-Lee', 7.5, '2020-01-31', '2020-01-31 10:20:30'), (2, 'bob', 2, '2021-11-05', '2021-11-05 23:00:00'),
                     (3, NULL, NULL, NULL, NULL);
"""
# dialect | query | the rows that it returns there, written by hand; or what it lacks here, behind a "!"
TABLE = """
postgres|SELECT EXTRACT(YEAR FROM d) FROM t WHERE id < 3|[[2020], [2021]]
postgres|SELECT EXTRACT(DOW FROM d), EXTRACT(QUARTER FROM d), EXTRACT(DOY FROM d) FROM t WHERE id = 1|[[5, 1, 31]]
postgres|SELECT EXTRACT(HOUR FROM ts), EXTRACT(MINUTE FROM ts), EXTRACT(SECOND FROM ts) FROM t WHERE id = 1|[[10, 20, 30]]
postgres|SELECT EXTRACT(ISODOW FROM d) FROM t WHERE id = 2|[[5]]
postgres|SELECT DATE_PART('month', d), DATE_PART('day', d) FROM t WHERE id = 2|[[11, 5]]
postgres|SELECT EXTRACT(CENTURY FROM d) FROM t|!century
postgres|SELECT COUNT(*) FROM t WHERE EXTRACT(YEAR FROM d) = 2020|[[1]]
postgres|SELECT EXTRACT(YEAR FROM d) AS y, COUNT(*) FROM t WHERE id < 3 GROUP BY EXTRACT(YEAR FROM d) ORDER BY y DESC|[[2021, 1], [2020, 1]]
postgres|SELECT DATE_TRUNC('month', d) FROM t WHERE id < 3|[["2020-01-01"], ["2021-11-01"]]
postgres|SELECT DATE_TRUNC('year', d)::date FROM t WHERE id = 2|[["2021-01-01"]]
postgres|SELECT DATE_TRUNC('hour', ts) FROM t WHERE id = 1|[["2020-01-31 10:00:00"]]
postgres|SELECT DATE_TRUNC('week', d) FROM t|!week
postgres|SELECT d + INTERVAL '1 day' FROM t WHERE id = 1|[["2020-02-01"]]
postgres|SELECT d + INTERVAL '1 month' FROM t WHERE id = 1|[["2020-02-29"]]
postgres|SELECT d - INTERVAL '2 years' FROM t WHERE id = 2|[["2019-11-05"]]
postgres|SELECT ts + INTERVAL '2 hours', ts - INTERVAL '1 week' FROM t WHERE id = 2|[["2021-11-06 01:00:00", "2021-10-29 23:00:00"]]
postgres|SELECT name FROM t WHERE d > DATE '2021-12-05' - INTERVAL '1 month'|[]
postgres|SELECT name FROM t WHERE d >= DATE '2021-12-05' - INTERVAL '1 month'|[["bob"]]
postgres|SELECT LEFT(name, 2), RIGHT(name, 3) FROM t WHERE id = 1|[["An", "Lee"]]
postgres|SELECT LEFT(name, -1) FROM t|!last characters
postgres|SELECT JSON_BUILD_OBJECT('name', name) FROM t WHERE id = 2|[["{\\"name\\":\\"bob\\"}"]]
postgres|SELECT CONCAT(name, '/', d) FROM t WHERE id > 1|[["bob/2021-11-05"], ["/"]]
postgres|SELECT name || '/' || d FROM t WHERE id > 1|[["bob/2021-11-05"], [null]]
postgres|SELECT name FROM t WHERE name ~ '^A'|[["Ann-Lee"]]
postgres|SELECT name FROM t WHERE name ~ '^a'|[]
postgres|SELECT name FROM t WHERE name ~* '^a'|[["Ann-Lee"]]
postgres|SELECT name FROM t WHERE name !~ 'n.*e$'|[["bob"]]
postgres|SELECT name FROM t WHERE name ~ '^[A-C]nn'|[["Ann-Lee"]]
postgres|SELECT name FROM t WHERE name ~ '(a|b)+'|!regular expression
postgres|SELECT STRING_AGG(name, ', ') FROM t|[["Ann-Lee, bob"]]
postgres|SELECT STRING_AGG(name, ',' ORDER BY name DESC) FROM t|[["bob,Ann-Lee"]]!
postgres|SELECT name FROM t WHERE name LIKE 'a%'|[]
postgres|SELECT name FROM t WHERE name LIKE 'A%'|[["Ann-Lee"]]
postgres|SELECT name FROM t WHERE name NOT LIKE '%B%'|[["Ann-Lee"], ["bob"]]
postgres|SELECT name FROM t WHERE name NOT ILIKE '%B%'|[["Ann-Lee"]]
postgres|SELECT name FROM t WHERE name LIKE '_nn*'|[]
postgres|SELECT name FROM t WHERE name LIKE name || '%'|!pattern
postgres|SELECT name FROM t WHERE id < 3 ORDER BY name COLLATE "C" DESC|[["bob"], ["Ann-Lee"]]
postgres|SELECT name FROM t ORDER BY name COLLATE "de_DE"|!collation de_DE
mysql|SELECT SQL_CALC_FOUND_ROWS STRAIGHT_JOIN a.id FROM t AS a STRAIGHT_JOIN t AS b ON a.id = b.id WHERE a.n > 5|[[1]]!
mysql|SELECT id FROM t WHERE name COLLATE utf8mb4_general_ci = 'BOB'|[[2]]
mysql|SELECT id FROM t WHERE name = 'BOB' COLLATE utf8mb4_bin|[]
postgres|SELECT 7 / 2, 7 % 2, ROUND(7.0 / 2, 1)|[[3, 1, 3.5]]
postgres|SELECT n::int, CAST(n AS INTEGER) FROM t WHERE id = 1|[[8, 8]]
postgres|SELECT CAST(n / 7 AS DECIMAL(10, 2)) FROM t WHERE id = 1|[[1.07]]
postgres|SELECT TO_CHAR(d, 'YYYY-MM') FROM t WHERE id = 1|[["2020-01"]]
postgres|SELECT TO_CHAR(d, 'Month') FROM t|!format
postgres|SELECT AGE(d) FROM t|!AGE
postgres|SELECT POSITION('n' IN name), STRPOS(name, 'N') FROM t WHERE id = 1|[[2, 0]]
postgres|SELECT SPLIT_PART(name, '-', 1) FROM t WHERE id < 3|[["Ann"], ["bob"]]
postgres|SELECT SPLIT_PART(name, '-', 2) FROM t|!between two marks
postgres|SELECT GREATEST(n, 5), LEAST(n, 5) FROM t|[[7.5, 5], [5, 2], [5, 5]]
postgres|SELECT name FROM t WHERE id = ANY(ARRAY[1, 3])|[["Ann-Lee"], [null]]
postgres|SELECT id FROM t ORDER BY n|[[2], [1], [3]]
postgres|SELECT DISTINCT ON (EXTRACT(YEAR FROM d)) id FROM t WHERE id < 3 ORDER BY EXTRACT(YEAR FROM d)|[[1], [2]]
postgres|SELECT INITCAP(name) FROM t|!INITCAP
postgres|SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY n) FROM t|!PERCENTILE_CONT
postgres|SELECT TO_DATE('2020-05-06', 'YYYY-MM-DD')|[["2020-05-06"]]
postgres|SELECT name FROM t WHERE name SIMILAR TO 'A%'|!SIMILAR
postgres|SELECT BOOL_OR(n > 3), COUNT(*) FILTER (WHERE n > 3) FROM t|[[1, 1]]
mysql|SELECT YEAR(d), MONTH(d), DAY(d), QUARTER(d), DAYOFWEEK(d), HOUR(ts) FROM t WHERE id = 1|[[2020, 1, 31, 1, 6, 10]]
mysql|SELECT WEEKDAY(d), DAYOFYEAR(d), LAST_DAY(d) FROM t WHERE id = 2|[[4, 309, "2021-11-30"]]
mysql|SELECT DATE_SUB(d, INTERVAL 1 DAY), DATE_ADD(d, INTERVAL 1 MONTH) FROM t WHERE id = 1|[["2020-01-30", "2020-02-29"]]
mysql|SELECT DATE_SUB(ts, INTERVAL 30 MINUTE) FROM t WHERE id = 1|[["2020-01-31 09:50:30"]]
mysql|SELECT TIMESTAMPDIFF(YEAR, '2020-02-29', '2021-02-28'), TIMESTAMPDIFF(MONTH, '2021-03-01', '2021-01-15')|[[0, -1]]
mysql|SELECT TIMESTAMPDIFF(DAY, d, ts), TIMESTAMPDIFF(HOUR, d, ts) FROM t WHERE id = 2|[[0, 23]]
mysql|SELECT DATEDIFF(ts, '2021-11-01') FROM t WHERE id = 2|[[4]]
mysql|SELECT LEFT(name, 2), RIGHT(name, 2), CONCAT(name, d) FROM t WHERE id > 1|[["bo", "ob", "bob2021-11-05"], [null, null, null]]
mysql|SELECT name FROM t WHERE name LIKE 'a%'|[["Ann-Lee"]]
mysql|SELECT name FROM t WHERE name LIKE BINARY 'a%'|[]
mysql|SELECT name FROM t WHERE CONCAT('blob', name) LIKE CONCAT('BLOB', name)|[["Ann-Lee"], ["bob"]]
mysql|SELECT name FROM t WHERE name REGEXP '^a'|[["Ann-Lee"]]
mysql|SELECT 7 / 2, 7 % 2|[[3.5, 1]]
mysql|SELECT 7 MOD 2|[[1]]!
mysql|SELECT 7 DIV 2|[[3]]!
mysql|SELECT IF(n > 3, 'x', 'y'), IFNULL(n, 0) FROM t|[["x", 7.5], ["y", 2], ["y", 0]]
mysql|SELECT GROUP_CONCAT(name ORDER BY id DESC SEPARATOR ';') FROM t|[["bob;Ann-Lee"]]!
mysql|SELECT DATE_FORMAT(d, '%Y-%m') FROM t WHERE id = 1|[["2020-01"]]
mysql|SELECT DATE_FORMAT(d, '%M') FROM t|!format
mysql|SELECT SUBSTRING_INDEX(name, '-', 1), LOCATE('N', name) FROM t WHERE id = 1|[["Ann", 2]]
mysql|SELECT COUNT(DISTINCT name, d) FROM t|!combinations
mysql|SELECT TRUNCATE(n * 1.11, 1), CAST(n AS SIGNED) FROM t WHERE id = 1|[[8.3, 8]]
mysql|SELECT MAX(n) FROM t GROUP BY id WITH ROLLUP|!syntax
mysql|SELECT GREATEST(n, 5) FROM t|[[7.5], [5], [null]]
mysql|SELECT name FROM t LIMIT 1, 1|[["bob"]]
mysql|SELECT CONCAT_WS(' ', name, d), CONCAT_WS(', ', id, NULL, id) FROM t WHERE id > 1|[["bob 2021-11-05", "2, 2"], ["", "3, 3"]]
postgres|SELECT CONCAT_WS('-', name, id), REPEAT('ab', 3) FROM t WHERE id = 3|[["3", "ababab"]]
postgres|SELECT LPAD(id::text, 3, '0'), RPAD(name, 5, '.'), LPAD(name, 2) FROM t WHERE id = 2|[["002", "bob..", "bo"]]
postgres|SELECT id FROM t WHERE n >= ALL (SELECT u.n FROM t AS u WHERE NOT u.n IS NULL)|[[1]]
postgres|SELECT id FROM t WHERE n >= ALL (SELECT n FROM t)|[]
mysql|SELECT id FROM t WHERE n > ANY (SELECT u.n FROM t AS u WHERE u.id <> t.id)|[[1]]
postgres|SELECT id FROM t WHERE id <> ALL (SELECT id FROM t WHERE n > 5)|[[2], [3]]
postgres|SELECT id FROM t WHERE NOT (n > ALL (SELECT n FROM t))|!negated
mysql|SELECT ADDDATE(d, INTERVAL 1 DAY), DATE(SUBDATE(d, INTERVAL 1 DAY)) FROM t WHERE id = 1|[["2020-02-01", "2020-01-30"]]
duckdb|SELECT id FROM t WHERE contains(name, 'nn')|[[1]]
mysql|SELECT REVERSE(name) FROM t|!REVERSE
mysql|SELECT id FROM t WHERE BINARY name = 'bob' OR name = BINARY 'ann-lee'|[[2]]
postgres|SELECT x.b FROM (SELECT n, id FROM t UNION SELECT 1, 9) AS x(a, b) WHERE a < 3|[[9], [2]]
postgres|SELECT a FROM (VALUES (1)) AS x(a)|!names for such columns
postgres|WITH x(a) AS (SELECT id FROM t) SELECT MAX(a) FROM x|[[3]]
mysql|SELECT CAST(AVG(n) AS DECIMAL) FROM t|[[5.0]]
duckdb|SELECT format('{}-{}', name, id) FROM t|!braces
mysql|SELECT RIGHT(name, 0), RIGHT(name, 2), RIGHT(name, 20) FROM t WHERE id = 2|[["", "ob", "bob"]]
mysql|SELECT STRCMP(name, 'x') FROM t|!STRCMP
duckdb|SELECT year(d), name LIKE 'a%', 7 // 2 FROM t WHERE id = 1|[[2020, 0, 3]]
duckdb|SELECT list(name) FROM t|!SQLite has no
postgres|SELECT DATE '2020-03-01' - d::date, (ts::date - DATE '2020-01-01') / 7, d::date + 1 FROM t WHERE id = 1|[[30, 4, "2020-02-01"]]
postgres|SELECT id FROM t WHERE d > CURRENT_DATE - 7|[]
postgres|SELECT EXTRACT(EPOCH FROM (ts::timestamp - d::timestamp)) FROM t|!arithmetic of dates
postgres|SELECT CURRENT_DATE - d FROM t|!arithmetic of dates
mysql|SELECT CURDATE() - DATE(d) FROM t|!arithmetic of dates
duckdb|SELECT date_diff('year', DATE '2019-12-31', DATE '2020-01-01'), date_diff('month', d, '2020-03-01') FROM t WHERE id = 1|[[1, 2]]
duckdb|SELECT date_diff('hour', '1969-12-31 10:59:00', '1969-12-31 11:01:00'), date_diff('day', '2020-01-01', '2019-12-31')|[[1, -1]]
duckdb|SELECT date_diff('week', d, ts) FROM t|!weeks
duckdb|SELECT dayofweek(d::date), weekday(d::date), isodow(d::date) FROM t WHERE id = 1|[[5, 5, 5]]
duckdb|SELECT t.id FROM t ANTI JOIN (SELECT 1 AS id) AS u USING (id)|!ANTI JOIN
duckdb|SELECT name[1:3] FROM t|!brackets
duckdb|SELECT TRY_CAST(name AS INTEGER) FROM t|!NULL
duckdb|SELECT id FROM t USING SAMPLE 1|!sample
postgres|SELECT STRING_AGG(DISTINCT name, ','), EVERY(id > 0) FROM t|[["Ann-Lee,bob", 1]]
postgres|SELECT STRING_AGG(DISTINCT name, ', ') FROM t|!commas
postgres|SELECT COUNT(DISTINCT (name, d)) FROM t|!combinations
postgres|SELECT id FROM t GROUP BY ROLLUP (id)|!ROLLUP
postgres|SELECT public.t.id FROM "public".t WHERE id = 1|[[1]]
mysql|SELECT GROUP_CONCAT(DISTINCT name SEPARATOR ', ') FROM t|!commas
mysql|SELECT id AS x FROM t HAVING x > 2|!HAVING
mysql|SELECT COUNT(*) AS x FROM t HAVING x > 2|[[3]]
mysql|SELECT MID(name, 2, 2), CAST(n AS UNSIGNED), CAST(name AS CHAR(3)) FROM t WHERE id = 1|[["nn", 8, "Ann"]]
mysql|SELECT UNIX_TIMESTAMP(d) FROM t|!UNIX_TIMESTAMP
mysql|SELECT TIMEDIFF(ts, ts) FROM t|!TIMEDIFF
mysql|SELECT JSON_UNQUOTE(name) FROM t|!JSON_UNQUOTE
mysql|SELECT ROUND(155, -1)|!tens
mysql|SELECT DATE_FORMAT(d, '%u') FROM t|!format
mysql|SELECT id FROM t WHERE DATE_FORMAT(d, '%Y') = 2020|[[1]]
mysql|SELECT id FROM t WHERE LEFT(d, 4) IN (2021) AND DATE_FORMAT(d, '%m') > 9|[[2]]
mysql|SELECT id FROM t WHERE DATE_FORMAT(d, '%Y%m') >= 202012|[[2]]
mysql|SELECT id FROM t WHERE JSON_EXTRACT('{"a":"x"}', '$.a') = 'x' AND id = 1|[[1]]
mysql|SELECT id FROM t WHERE d >= CAST('2021-11-05' AS DATETIME)|[[2]]
postgres|SELECT id FROM t WHERE d >= '2021-11-05'::timestamp AND ts < TIMESTAMP '2021-11-06 00:00:00'|[[2]]
postgres|SELECT id FROM t WHERE '{"a":"x"}'::json->>'a' = 'x' AND id = 1|[[1]]
postgres|SELECT id FROM t WHERE d > DATE '2021-12-05' - '2 months'::interval|[[2]]
postgres|SELECT INTERVAL '1 day' + d FROM t WHERE id = 1|[["2020-02-01"]]
postgres|SELECT id FROM t WHERE id = ANY(SELECT id FROM t WHERE n > 5)|[[1]]
postgres|SELECT d + (id || ' days')::interval FROM t|!interval
postgres|SELECT EXTRACT(EPOCH FROM (ts - d)) / 3600 FROM t|!arithmetic of dates
postgres|SELECT DISTINCT ON (name) name, id FROM t ORDER BY name, id LIMIT 2|!DISTINCT ON
postgres|SELECT TO_CHAR(d, 'Mon YYYY') FROM t|!format
postgres|SELECT SUBSTRING(name FROM '[A-Z]+') FROM t|!regular expression
postgres|SELECT name::varchar(3) FROM t WHERE id = 1|[["Ann"]]
duckdb|SELECT name::varchar(3) FROM t WHERE id = 1|[["Ann-Lee"]]
"""
CASES = [line.split("|", 2) for line in TABLE.strip().split("\n")]
CASES = [(dialect, sql, rows) for dialect, sql, rows in (
    (case[0], case[1], case[2]) if case[2][0] in "[!" else (case[0], *f"{case[1]}|{case[2]}".rsplit("|", 1)) for case in CASES
)]  # fmt: skip


@pytest.mark.parametrize(("dialect", "sql", "rows"), CASES)
def test_a_query_of_another_dialect_returns_its_own_rows_or_says_why_it_cannot(dialect, sql, rows):
    written, reason = bring(sql, dialect)
    if rows.startswith("!"):
        assert rows[1:] in reason
        return
    if rows.endswith("!") and reason:  # an older SQLite or sqlglot lacks it: counted apart, never wrong
        assert "DIV" in reason or 'near "ORDER"' in reason
        return
    assert reason == ""
    connection = sqlite3.connect(":memory:")
    connection.executescript(ROWS)
    assert [list(row) for row in connection.execute(written)] == json.loads(rows.rstrip("!")), written


def test_what_a_model_writes_wrongly_in_its_own_dialect_is_wrong_and_not_counted_apart():
    assert bring("SELECT name FROM", "postgres")[1] == ""
    assert bring("SELECT no_such_function(name) FROM t", "postgres")[1] == ""
    assert bring("DROP TABLE t", "mysql") == ("DROP TABLE t", "")
    said = bring("SELECT STRFTIME('%Y', d) FROM t", "postgres")
    assert said == ("postgres has no STRFTIME: SELECT STRFTIME('%Y', d) FROM t", "")
    assert not bring("WITH total (n) AS (SELECT 1) SELECT n FROM total", "postgres")[0].startswith("postgres has no")


@pytest.mark.parametrize("dialect", ["postgres", "mysql", "duckdb"])
@pytest.mark.parametrize("value", ["julianday(d) - julianday(ts)", "total(n)", "datetime('now')", "date(d, '+1 month')"])
def test_what_a_dialect_lacks_is_not_taught(dialect, value):
    assert to_dialect(f"SELECT {value} FROM t", dialect) == ""
    assert to_dialect("SELECT d FROM t WHERE d > date('now')", "mysql") == "", "NULL there"
    assert to_dialect("SELECT substr(name, -2) FROM t", "postgres") == ""


@pytest.mark.parametrize(("sql", "taught"), [
    ("SELECT name, COUNT(*) FROM p GROUP BY town", ""),
    ("SELECT town, COUNT(*) FROM p GROUP BY town ORDER BY COUNT(*) DESC LIMIT 1", "postgres mysql duckdb"),
    ("SELECT UPPER(town), MAX(age) FROM p GROUP BY UPPER(town) HAVING MAX(age) > 3", "postgres mysql duckdb"),
    ("SELECT name, COUNT(*) AS n FROM p JOIN c ON p.id = c.owner GROUP BY p.id ORDER BY n", "postgres mysql"),
    ("SELECT name, MAX(age) FROM p", ""),
    ("SELECT * FROM p GROUP BY town", ""),
    ("SELECT name FROM p WHERE town = 5", "mysql duckdb"),
    ("SELECT name FROM p WHERE age IN (1, 2) AND town IN ('1')", "postgres mysql duckdb"),
    ("SELECT p.name FROM p JOIN c ON p.town = c.owner", "mysql duckdb"),
    ("SELECT name, RANK() OVER (ORDER BY age) FROM p WHERE age = (SELECT MAX(age) FROM p)", "postgres mysql duckdb"),
])  # fmt: skip
def test_what_a_stricter_dialect_refuses_is_not_taught(sql, taught):
    schema = "CREATE TABLE p (id INT PRIMARY KEY, name TEXT, town VARCHAR(9), age INT); CREATE TABLE c (id INT, owner INT)"
    assert " ".join(dialect for dialect in ("postgres", "mysql", "duckdb") if to_dialect(sql, dialect, schema)) == taught


def test_a_gold_like_is_taught_as_ilike_where_like_is_strict():
    assert to_dialect("SELECT name FROM t WHERE name LIKE '%a%'", "postgres") == "SELECT name FROM t WHERE name ILIKE '%a%'"
    assert to_dialect("SELECT name FROM t WHERE name NOT LIKE '%a%'", "duckdb").replace("NOT name ILIKE", "name NOT ILIKE") == (
        "SELECT name FROM t WHERE name NOT ILIKE '%a%'"
    )
    assert to_dialect("SELECT name FROM t WHERE name LIKE '%a%'", "mysql") == "SELECT name FROM t WHERE name LIKE '%a%'"


@pytest.mark.parametrize("dialect", ["postgres", "mysql", "duckdb"])
def test_a_text_in_double_quotes_is_taught_as_a_text_and_a_name_as_a_name(dialect):
    schema, mark = 'CREATE TABLE t (name TEXT, "full name" TEXT, age INTEGER)', "`" if dialect == "mysql" else '"'
    assert to_dialect('SELECT age FROM t WHERE name = "bob"', dialect) == "SELECT age FROM t WHERE name = 'bob'"
    assert to_dialect('SELECT "bob" FROM t WHERE name IN ("bo", "b")', dialect, schema) == "SELECT 'bob' FROM t WHERE name IN ('bo', 'b')"
    named = 'SELECT age AS "Age" FROM t WHERE name = "full name" ORDER BY "Age"'
    assert to_dialect(named, dialect, schema).replace(" NULLS FIRST", "") == named.replace('"', mark)


@pytest.mark.parametrize(("dialect", "said", "right"), [
    ("mysql", "SELECT age FROM t WHERE name = `bob`", False), ("mysql", 'SELECT age FROM t WHERE name = "bob"', True),
    ("postgres", 'SELECT age FROM t WHERE name = "bob"', False), ("postgres", """SELECT "age" FROM "t" WHERE "name" = 'bob'""", True),
])  # fmt: skip
def test_a_name_that_is_no_column_is_no_text_where_its_dialect_says_so(dialect, said, right):
    gold = 'SELECT age FROM t WHERE name = "bob"'
    row = {"question": "", "schema": "CREATE TABLE t (name TEXT, age INTEGER)", "sql": gold}
    assert score_predictions([row], [bring(said, dialect, gold)[0]], generate=True)["rows"][0]["test_suite"] is right


def test_an_answer_that_cannot_be_brought_to_sqlite_is_neither_right_nor_wrong():
    schema = "CREATE TABLE t (id INTEGER, name TEXT)"
    rows = [{"question": "", "schema": schema, "sql": sql} for sql in ("SELECT name FROM t", "SELECT id FROM t", "SELECT id FROM t")]
    said = ["SELECT INITCAP(name) FROM t", "SELECT id FROM t", "SELECT name FROM t"]
    report = score_predictions(rows, said, generate=True, unjudged=[bring(sql, "postgres")[1] for sql in said])
    assert [row["test_suite"] for row in report["rows"]] == [None, True, False]
    assert report["test_suite"]["n"] == 2
    assert report["test_suite"]["unjudged"] == report["validity"]["unjudged"] == 1
    assert report["test_suite"]["golds_failed"] == 0
    assert report["rows"][0]["reason"] == "cannot be brought to SQLite: SQLite has no INITCAP"
    alone = score_predictions(rows[:1], said[:1], generate=True, unjudged=["SQLite has no INITCAP"])
    assert headline(alone)["measure"] == "exact_match"


@pytest.mark.parametrize(("said", "dialect", "right"), [
    ("SELECT id FROM t WHERE name = 'ann' AND town IN ('OSLO', 'Rome')", "mysql", True),
    ("SELECT id FROM t WHERE 'ANN' = name AND town IN ('Oslo', 'rome')", "mysql", True),
    ("SELECT id FROM t WHERE name = BINARY 'ann' AND town IN ('Oslo', 'Rome')", "mysql", False),
    ("SELECT id FROM t WHERE name = 'anna' AND town IN ('Oslo', 'Rome')", "mysql", False),
    ("SELECT id FROM t WHERE name = 'ann' AND town IN ('Oslo', 'Rome')", "postgres", False),
    ("SELECT id FROM t WHERE LOWER(name) = 'ann' AND town IN ('Oslo', 'Rome')", "mysql", True),
    ("SELECT id FROM t WHERE name = BINARY 'Ann' AND town IN ('Oslo', 'Rome')", "mysql", True),
    ("SELECT id FROM t WHERE name <=> 'ann' AND (town = 'OSLO' OR town BETWEEN 'rome' AND 'rome')", "mysql", True),
    ("SELECT id FROM t WHERE name = 'Ann' AND CASE town WHEN 'oslo' THEN 1 WHEN 'rome' THEN 1 END = 1", "mysql", True),
    ("SELECT id FROM t WHERE (name, town) IN (('ann', 'OSLO'), ('ann', 'Rome'))", "mysql", True),
])  # fmt: skip
def test_a_text_in_another_letter_case_is_the_same_to_mysql_alone(said, dialect, right):
    gold = """SELECT id FROM t WHERE name = 'Ann' AND town IN ("Oslo", 'Rome')"""
    row = {"question": "", "schema": "CREATE TABLE t (id INTEGER, name TEXT, town TEXT)", "sql": gold}
    report = score_predictions([row], [bring(said, dialect, gold)[0]], generate=True)
    assert report["rows"][0]["test_suite"] is right


@pytest.mark.parametrize("said", ["LOWER(name) = 'ann'", "LOWER(name) = 'ANN'", "UPPER(name) = UPPER('ann')"])
def test_where_the_gold_itself_folds_letters_so_does_the_answer(said):
    gold = "SELECT id FROM t WHERE LOWER(name) = 'ann'"
    row = {"question": "", "schema": "CREATE TABLE t (id INTEGER, name TEXT)", "sql": gold}
    written = bring(f"SELECT id FROM t WHERE {said}", "mysql", gold)[0]
    assert score_predictions([row], [written], generate=True)["rows"][0]["test_suite"]
    assert to_dialect("SELECT a.id FROM t AS a JOIN t AS b ON LOWER(a.name) = LOWER(b.name)", "mysql", row["schema"]), "taught as it is"
    assert to_dialect(gold, "mysql", row["schema"])


def test_an_exam_in_another_dialect_says_how_many_answers_it_cannot_judge(monkeypatch, tmp_path, capsys):
    from datasets import Dataset

    from helpers.evaluation.exam import Exam
    from helpers.evaluation.generation import Generation

    class Folder:
        folder = tmp_path

        def answers_file(self, name, wider):
            return tmp_path / f"answers_{name}.jsonl"

    rows = [{"question": "", "schema": "CREATE TABLE t (id INTEGER, name TEXT)", "sql": "SELECT name FROM t"}] * 2
    exam = Exam(None, None, Dataset.from_list(rows), [], Folder(), 8, 2, "postgres")
    said = [Generation("SELECT INITCAP(name) FROM t;", 8, False), Generation("SELECT name FROM t;", 8, False)]
    monkeypatch.setattr(Exam, "ask", lambda *_: said)
    exam.score(None, "base")
    assert "1 of 2 answers cannot be brought to SQLite" in capsys.readouterr().out
    assert [row["test_suite"] for row in exam.reports["base"]["rows"]] == [None, True]
