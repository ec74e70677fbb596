"""String exact match: what is the same query in another spelling, and what is not."""

import pytest

from helpers.scoring.normalize import normalize_sql

pytestmark = pytest.mark.sql

SCHEMA = "CREATE TABLE t (a INT, \"b c\" TEXT, x TEXT); INSERT INTO t VALUES (1, 'Bob', 'Ann')"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("select Name\n  from Singer ;", "SELECT name FROM singer"),
        ("SELECT a FROM t WHERE b != 1 -- comment", "SELECT a FROM t WHERE b <> 1"),
        ("SELECT a FROM t WHERE b == 1", "SELECT a FROM t WHERE b = 1"),
        ("SELECT T1.a FROM t AS T1 JOIN u AS T2 ON T1.i = T2.i", "SELECT t.a FROM t INNER JOIN u ON t.i = u.i"),
        ("SELECT a FROM t LEFT OUTER JOIN u ON t.i = u.i", "SELECT a FROM t LEFT JOIN u ON t.i = u.i"),
        ("SELECT x.a FROM t x JOIN t y ON x.i = y.j", "SELECT p.a FROM t AS p JOIN t AS q ON p.i = q.j"),
        ("SELECT t.a FROM t", "SELECT a FROM t"),
        ("SELECT a FROM t WHERE b > (SELECT avg(t.b) FROM t)", "SELECT t.a FROM t WHERE t.b > (SELECT avg(b) FROM t)"),
        ("SELECT count(*) AS n FROM t GROUP BY b ORDER BY count(*) ASC", "SELECT COUNT(*) FROM t GROUP BY b ORDER BY COUNT(*)"),
        ("SELECT DISTINCT (a) FROM t", "SELECT DISTINCT a FROM t"),
        ("SELECT substr(a, 1, 2), ifnull(a, 0) FROM t", "SELECT SUBSTRING(a, 1, 2), COALESCE(a, 0) FROM t"),
        ("SELECT [a b] FROM t", "SELECT `A B` FROM t"),
        ('SELECT "a" FROM "t"', "SELECT a FROM t"),
        ('SELECT a FROM t WHERE x = "Bob"', "SELECT a FROM t WHERE x = 'Bob'"),
        ('SELECT a FROM t WHERE x IN ("Bob", "O\'Hara")', "SELECT a FROM t WHERE x IN ('Bob', 'O''Hara')"),
        ("SELECT a FROM t LIMIT 5, 10", "SELECT a FROM t LIMIT 10 OFFSET 5"),
        ("Not a  query at all", "not a query AT ALL;"),
    ],
)
def test_spellings_of_one_query_are_equal(one, other):
    assert normalize_sql(one) == normalize_sql(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT a FROM t WHERE b = 1", "SELECT a FROM t WHERE b = '1'"),
        ("SELECT 5 / 2", "SELECT 5 / 2.0"),
        ("SELECT a FROM t WHERE b = 'A'", "SELECT a FROM t WHERE b = 'a'"),
        ("SELECT a FROM t WHERE b = 'x y'", "SELECT a FROM t WHERE b = 'x  y'"),
        ("SELECT a FROM t WHERE b < 1", "SELECT a FROM t WHERE b <= 1"),
        ("SELECT count(a) FROM t", "SELECT count(DISTINCT a) FROM t"),
        ("SELECT a FROM t ORDER BY a", "SELECT a FROM t ORDER BY a DESC"),
        ("SELECT a FROM t WHERE (a = 1 OR b = 2) AND c = 3", "SELECT a FROM t WHERE a = 1 OR b = 2 AND c = 3"),
        ("SELECT a FROM t WHERE NOT (a = 1 OR b = 2)", "SELECT a FROM t WHERE NOT a = 1 OR b = 2"),
        ("SELECT a FROM t WHERE NOT (a AND b)", "SELECT a FROM t WHERE NOT a AND b"),
        ("SELECT a FROM t WHERE a = (b REGEXP 'x')", "SELECT a FROM t WHERE a = b REGEXP 'x'"),
        ("SELECT a FROM t UNION SELECT a FROM u", "SELECT a FROM t UNION ALL SELECT a FROM u"),
        ("SELECT x.a FROM t x JOIN t y ON x.i = y.j", "SELECT y.a FROM t x JOIN t y ON x.i = y.j"),
        ("SELECT T1.a FROM t T1 INTERSECT SELECT T1.a FROM u T1", "SELECT T1.a FROM u T1 INTERSECT SELECT T1.a FROM t T1"),
        (
            "SELECT e.a FROM t e WHERE e.s > (SELECT avg(f.s) FROM t f WHERE f.d = e.d)",
            "SELECT e.a FROM t e WHERE e.s > (SELECT avg(f.s) FROM t f WHERE f.d = f.d)",
        ),
        ("SELECT a FROM t AS u, u AS t", "SELECT a FROM t, u"),
        ("SELECT len(a) FROM t", "SELECT length(a) FROM t"),  # SQLite has no LEN
        ("SELECT a::int FROM t", "SELECT CAST(a AS INT) FROM t"),
        ("SELECT CAST(a AS DATE) FROM t", "SELECT date(a) FROM t"),
        ("SELECT mod(a, 2) FROM t", "SELECT a % 2 FROM t"),
        ('SELECT a FROM t WHERE x = "a"', "SELECT a FROM t WHERE x = 'a'"),  # a column of the query
        ('SELECT "a" FROM t', "SELECT 'a' FROM t"),
        ("SELECT 'A' FROM FROM", "select 'a' from from"),
    ],
)
def test_what_may_change_the_result_stays_different(one, other):
    assert normalize_sql(one) != normalize_sql(other)


@pytest.mark.parametrize(
    ("sql", "normal"),
    [
        ('SELECT "Bob" FROM t', "SELECT 'Bob' FROM t"),  # no such column: SQLite reads a string
        ('SELECT "A" FROM t', "SELECT a FROM t"),
        ('SELECT a FROM t WHERE x = "B C"', 'SELECT a FROM t WHERE x = "b c"'),  # a column of the schema
        ('SELECT a FROM t WHERE x = "Ann"', "SELECT a FROM t WHERE x = 'Ann'"),  # in a row, not in a name
    ],
)
def test_the_schema_tells_strings_in_double_quotes_from_columns(sql, normal):
    assert normalize_sql(sql, SCHEMA) == normal


@pytest.mark.parametrize("sql", ["", ";", "SELECT '", "SELECT " + "(" * 5000, "\0", "SELECT '\ud800'", "VACUUM", "SELECT 1; SELECT 2"])
def test_any_text_has_a_normal_form_and_nothing_is_printed(sql, capfd):
    assert isinstance(normalize_sql(sql), str)
    assert capfd.readouterr() == ("", "")


def test_a_normal_form_is_its_own_normal_form(real_data):
    lines = (real_data / "spider" / "dev_gold.sql").read_text("utf-8").splitlines()[::5]
    forms = [normalize_sql(line.split("\t")[0]) for line in lines if line.strip()]
    assert [normalize_sql(form) for form in forms] == forms


@pytest.mark.parametrize("comment", ["/*", "/* never closed \" '", "-- it's", "/* a */"])
def test_a_comment_is_no_part_of_a_query_even_if_it_is_never_closed(comment):
    """Names in double quotes were looked for in the text with its comments, which sqlglot's tokenizer does not read to their end."""
    assert normalize_sql(f'SELECT a FROM t WHERE b = "x" {comment}') == normalize_sql("SELECT a FROM t WHERE b = 'x'")
    assert isinstance(normalize_sql(f'""{comment}'), str)
