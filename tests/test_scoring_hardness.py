"""Hardness: Spider's rules, its oddities included."""

import json

import pytest

from helpers.scoring.spider.hardness import hardness

pytestmark = pytest.mark.sql


@pytest.mark.parametrize(
    ("level", "sql"),
    [
        ("easy", "SELECT name FROM singer"),
        ("easy", "SELECT count(*) FROM singer WHERE age > 20"),
        ("medium", "SELECT name, age FROM singer WHERE age > 20"),
        ("medium", "SELECT T1.name FROM singer AS T1 JOIN concert AS T2 ON T1.id = T2.id WHERE T2.year = 2014"),
        ("hard", "SELECT name FROM singer WHERE age > (SELECT avg(age) FROM singer)"),
        ("hard", "SELECT name FROM singer EXCEPT SELECT name FROM winner"),
        ("extra", "SELECT name, age FROM singer WHERE age > (SELECT avg(age) FROM singer) ORDER BY age"),
        ("extra", "SELECT count(*), max(age), name FROM a JOIN b JOIN c WHERE x = 1 AND y = 2 GROUP BY z ORDER BY count(*) LIMIT 1"),
    ],
)
def test_a_query_of_each_level_is_graded_so(level, sql):
    assert hardness(sql) == level


@pytest.mark.parametrize(
    ("level", "sql", "why"),
    [
        ("easy", "SELECT a FROM (SELECT a, b FROM t WHERE c LIKE 'x' AND d = 1)", "a query in FROM is a table"),
        ("hard", "SELECT a FROM t UNION SELECT b FROM u UNION SELECT c FROM v", "a chain of set operations nests once"),
        ("hard", "SELECT a FROM t UNION SELECT b FROM u ORDER BY 1 LIMIT 1", "the order belongs to the last query"),
        ("easy", "SELECT a FROM t WHERE b > c OR b > 3", "a column on the right hides all up to the next AND"),
        ("medium", 'SELECT a FROM t WHERE b = "c" OR b > 3', "a text in double quotes hides nothing"),
        ("easy", "SELECT max(a) - min(b) FROM t", "only the first aggregate of an item is seen"),
        ("medium", "SELECT max(a), min(b) FROM t", "two items with one aggregate each are two"),
        ("easy", "SELECT a FROM t WHERE NOT b IN (1)", "one NOT is one aggregate to Spider, and one is not many"),
        ("medium", "SELECT count(*) FROM t WHERE b NOT LIKE 'x'", "LIKE is a component, and NOT a second aggregate"),
        ("extra", "SELECT *, sum(surfacearea) FROM country WHERE region NOT LIKE 'Caribbean'", "in every release of sqlglot"),
        ("easy", "SELECT a FROM t HAVING count(*) > 1", "HAVING alone is no component"),
    ],
)
def test_an_oddity_of_the_official_rules_is_kept(level, sql, why):
    assert hardness(sql) == level, why


@pytest.mark.parametrize("sql", ["WITH x AS (SELECT 1 AS a) SELECT a FROM x", "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u)"])
def test_what_spiders_grammar_lacks_is_never_easy(sql):
    assert hardness(sql) == "hard"


@pytest.mark.parametrize(
    "sql",
    ["", " ; ", "-- nothing", "The answer is 4", "DELETE FROM t", "SELECT 1; SELECT 2", "SELECT '", "SELECT " + "(" * 5000, "VACUUM"],
)
def test_what_is_not_one_query_is_a_value_error(sql, capfd):
    with pytest.raises(ValueError):
        hardness(sql)
    assert capfd.readouterr() == ("", "")  # sqlglot's own warnings stay out of notebooks


def test_every_development_query_gets_the_official_label(real_data):
    lines = [line for line in (real_data / "spider" / "dev_gold.sql").read_text("utf-8").splitlines() if line.strip()]
    verdicts = [json.loads(line) for line in (real_data / "verdicts" / "gold-vs-gold.jsonl").open(encoding="utf-8")]
    ours = [hardness(line.split("\t")[0]) for line in lines]
    assert len(ours) == 1034
    assert ours == [verdict["hard"] for verdict in verdicts]
