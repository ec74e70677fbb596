"""Spider's exact set match: the official evaluator's verdicts, recorded and on statements that show its faults."""

import doctest
import json

import pytest

from helpers.scoring.execution.sql import used_tables
from helpers.scoring.spider import exact_match
from helpers.scoring.spider.exact_match import exact_set_match
from helpers.scoring.spider.tables import tables
from helpers.scoring.spider.tokens import tokenize

pytestmark = pytest.mark.sql

SYSTEMS = ["codes-1b", "dail-gpt4", "dbgpthub", "dts-mistral", "gold-vs-gold"]
COLUMNS = [(0, "id"), (0, "name"), (0, "age"), (1, "id"), (1, "singer_id"), (1, "year")]
ENTRY = {
    "table_names_original": ["singer", "concert"],
    "column_names_original": [[-1, "*"], *map(list, COLUMNS)],
    "foreign_keys": [[5, 1]],
}


def test_the_example_in_the_docstring_is_true():
    assert doctest.testmod(exact_match).failed == 0


@pytest.mark.parametrize("system", SYSTEMS)
def test_verdicts_are_the_official_ones_on_every_row(real_data, system):
    entries = tables(real_data / "spider" / "tables.json")
    golds = [line.split("\t") for line in (real_data / "spider" / "dev_gold.sql").read_text("utf-8").splitlines() if line.strip()]
    recorded = [json.loads(line) for line in (real_data / "verdicts" / f"{system}.jsonl").open(encoding="utf-8")]
    if system == "gold-vs-gold":
        predictions = [gold for gold, _ in golds]
    else:
        predictions = (real_data / "predictions" / f"{system}.txt").read_text("utf-8").split("\n")[:1034]
    found = [exact_set_match(gold, sql, entries[name.strip()]) for (gold, name), sql in zip(golds, predictions, strict=True)]
    assert [(int(match.exact), int(match.parsed)) for match in found] == [(row["em"], row["parse"]) for row in recorded]
    named = [(match.tables, sql) for match, sql in zip(found, predictions, strict=True) if match.tables is not None]
    assert len(named) > 600 and all(read == used_tables(sql) for read, sql in named), "the tables are those that sqlglot finds too"


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("SELECT name FROM singer WHERE id IN (SELECT singer_id FROM concert)", {"singer", "concert"}),
        ("SELECT name FROM singer EXCEPT SELECT T1.name FROM singer AS T1 JOIN concert AS T2 ON T1.id = T2.id", {"singer", "concert"}),
        ("SELECT count(*) FROM singer", {"singer"}),
        ("SELECT count(*) FROM singer ) JOIN concert", None),  # the grammar stops before the end
        ("SELECT count(*) FROM singer\t JOIN concert", None),
        ("SELECT name FROM nowhere", None),
    ],
)
def test_a_match_names_the_tables_that_a_query_reads_where_it_was_read_whole(sql, read):
    assert exact_set_match("SELECT name FROM singer", sql, ENTRY).tables == read


def test_odd_signs_and_english_contractions_are_split_as_among_other_words():
    assert tokenize("SELECT cannot FROM gonna_t -- x")[1:3] == ["can", "not"]
    assert "--" in tokenize("SELECT a FROM t --") and tokenize("SELECT é, a..b FROM t")[1:] == ["é", ",", "a", "..", "b", "from", "t"]


JOINED = "SELECT T1.name FROM singer AS T1 JOIN concert AS T2 ON T1.id = T2.singer_id WHERE T2.year > 2000"


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("SELECT name FROM singer WHERE age > 56", "SELECT name FROM singer WHERE age > 1"),
        ("SELECT name FROM singer ORDER BY age LIMIT 1", "SELECT name FROM singer ORDER BY age LIMIT 3"),
        ("SELECT DISTINCT name FROM singer", "SELECT name FROM singer"),
        (JOINED, JOINED.replace("T1.id = T2.singer_id", "T1.age = T2.year")),
        ("SELECT singer_id FROM concert JOIN singer ON singer.id = concert.singer_id",
         "SELECT singer.id FROM concert JOIN singer ON singer.id = concert.singer_id"),
        ("SELECT name FROM singer ORDER BY age DESC, id ASC", "SELECT name FROM singer ORDER BY age ASC, id ASC"),
        ("SELECT name, age FROM singer", "SELECT age, name FROM singer"),
    ],
)  # fmt: skip
def test_what_is_counted_as_equal(gold, predicted):
    assert exact_set_match(gold, predicted, ENTRY).exact


@pytest.mark.parametrize(
    "predicted",
    [
        JOINED.replace("JOIN", "INNER JOIN"),
        JOINED.replace("JOIN", "LEFT JOIN"),
        JOINED.replace(" AS ", " "),
        "SELECT name FROM singer WHERE age <> 56",
        "WITH x AS (SELECT name FROM singer) SELECT name FROM x",
        "SELECT name FROM singer UNION ALL SELECT name FROM singer",
        "SELECT nothing FROM singer",
        "SELECT name FROM nowhere",
        "SELECT name FROM singer WHERE name = 'it''s",
        "I cannot answer this.",
        "",
        "\t",
        "(" * 5_000 + "SELECT name FROM singer",
        "SELECT name FROM singer WHERE age IN " + "(SELECT age FROM singer WHERE age IN " * 2_000,
        "SELECT " + "name, " * 40_000 + "name FROM singer",
        "SELECT name FROM singer\0 WHERE age > \ud800",
    ],
)
def test_what_the_grammar_cannot_read_is_wrong_and_raises_nothing(predicted):
    match = exact_set_match("SELECT name FROM singer WHERE age > 56", predicted, ENTRY)
    assert (match.exact, match.parsed) == (False, False)


@pytest.mark.parametrize(
    "predicted",
    ["SELECT name FROM singer WHERE age < 56", "SELECT max(name) FROM singer WHERE age > 56", "SELECT name FROM singer",
     "SELECT name FROM singer WHERE age > 56 OR id = 1", "SELECT name FROM concert JOIN singer WHERE age > 56"],
)  # fmt: skip
def test_what_differs_in_a_clause_is_wrong(predicted):
    match = exact_set_match("SELECT name FROM singer WHERE age > 56", predicted, ENTRY)
    assert match.parsed and not match.exact


def test_partial_scores_say_which_clause_differs():
    partial = exact_set_match("SELECT name FROM singer WHERE age > 56", "SELECT name FROM singer WHERE age < 56", ENTRY).partial
    assert {name for name, score in partial.items() if score["f1"] != 1} == {"where"}


def test_a_text_is_split_as_english_and_operators_are_put_together_again():
    assert tokenize("SELECT a FROM t WHERE b >= 'x  Y' AND c != 1.5;") == [
        "select", "a", "from", "t", "where", "b", ">=", '"x  Y"', "and", "c", "!=", "1.5", ";",
    ]  # fmt: skip
