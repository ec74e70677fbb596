"""From answers to queries: what real models write, run on a database, and what may follow once an answer is complete."""

import json
import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.prompts import extract_sql, is_complete  # the address that other programs know

pytestmark = pytest.mark.once

CASES = [json.loads(line) for line in Path(__file__).with_name("answers.jsonl").read_text(encoding="utf-8").split("\n") if line]
ROWS = """
CREATE TABLE head (id INTEGER, name TEXT, age INTEGER, city TEXT, `a;b` TEXT);
INSERT INTO head VALUES (1, 'Ann', 50, 'Oslo', 'x'), (2, 'Bob', 60, 'Rome', 'q; r'), (3, 'Cy', 70, NULL, NULL);
CREATE TABLE pay (head_id INTEGER, year INTEGER);
INSERT INTO pay VALUES (2, 2020);
"""
PIECES = ["~~", "~~SELECT a FROM t"]
PIECES += (
    "SELECT~select~ a~ name~FROM head~\nFROM head~ WHERE age > 55~'~\"~;~\n\n~\n~\n\n\n~```sql\n~```~'''~###~ text ~WITH x AS (~)~(~''"
    "~<think>~</think>~<|im_end|>~-- c\n~/* x */~/*~Explanation:~This query lists~It's~\n- The ~\n2. ~.~. ~`~[~]~**~SQL: ~The ~Question:"
    '~\nUser:~\\n~\\"~{"sql": "~DROP TABLE t~EXPLAIN SELECT~\nIn this query~UNION ~\nSELECT b FROM t~CREATE TABLE t (~\n#~assistantfinal'
    "~analysisWe~:~::~<|channel|>final<|message|>~VALUES (1)~FROM t\n~INSERT INTO t ~ AS~|~&gt;~!"
    '~Wait, ~\nThe ~final query~ is~ not ~correct~:\n~\u3002~\u2013~USE x;\n'
    '~"SELECT a FROM t~ "\n  "~" + "~" \\\n"~sql = `\n~\n`;\n~1. ~Step 2: ~Putting it together~So, ~\\~+~players\' choice\''
    '~ // ~\n===\n~*~<end>~<|im~?~$~[END]~\nor~\n(3 rows)~“~”~ - ~<br>~"SELECT \\"a\\" FROM t~**SELECT** ~**FROM** ~```diff\n~\n-'
    '~\nmysql> ~\n    -> ~\ndb=# ~\ndb-# ~_~{"sql": ["~", "~]~Désolé, ~\nDie ~1. SELECT a\n2. FROM t~\n3. '
).split("~")


@pytest.fixture(scope="module")
def database():
    connection = sqlite3.connect(":memory:")
    connection.executescript(ROWS)
    yield connection
    connection.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']} {case['answer'][:40]!r}")
def test_an_answer_is_cut_to_the_query_that_was_meant(case, database):
    sql = extract_sql(case["answer"])
    if "rows" in case:
        assert [list(row) for row in database.execute(sql)] == case["rows"], sql
    else:
        assert sql == case["sql"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']} {case['answer'][:40]!r}")
def test_generation_does_not_stop_before_the_query_is_written(case):
    answer = case["answer"]
    stopped = next((answer[:end] for end in range(len(answer)) if is_complete(answer[:end])), answer)
    assert extract_sql(stopped) == extract_sql(answer)


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.data())
def test_what_is_complete_stays_the_same_whatever_follows(parts, data):
    text = "".join(parts)
    cut = data.draw(st.integers(0, len(text)))
    if is_complete(text[:cut]):
        assert extract_sql(text) == extract_sql(text[:cut])
        assert is_complete(text)


@pytest.mark.parametrize("thought", ["<think>", "<thinking>", "<reasoning>", "<|channel|>analysis<|message|>", "[THINK]"])
def test_nothing_is_complete_in_a_think_block_and_nothing_there_is_an_answer(thought):
    draft = f"{thought}\n```sql\nSELECT 1;\n```\n\n### QUESTION\n\n\nDROP TABLE t;<|im_end|>\n"
    assert not any(is_complete(draft[:end]) for end in range(len(draft) + 1))
    assert extract_sql(draft) == ""


@pytest.mark.parametrize("before", ["", "SELECT a FROM t WHERE b = "])
@pytest.mark.parametrize(
    "part",
    ["[", "(", "`", "'", '"', "\n", " ", "<", "-", "/*", "{", "<|", "</", "\\", "SELECT ", "WITH ", "with x as (", "SELECT the name ",
     "-- x\n", "DROP ", '"sql": "', "<think>", "\n#", "```", "\n\nx", "copy t ("],
)  # fmt: skip
def test_a_megabyte_of_anything_is_read_in_linear_time(before, part):
    """400,000 blank lines or brackets took minutes, and one such prediction held up all scoring."""
    start = time.process_time()
    extract_sql(before + part * (1_000_000 // len(part)))
    assert time.process_time() - start < 60  # some seconds at most, where a quadratic reading takes an hour


@pytest.mark.parametrize("text", ["'O'Brien'", "'D'Angelo Russell'", "'Valentine's Day'", "'the king's men'", "'Don't Stop'",
                                  "'Côte d'Ivoire'", "'L'Avventura'", "'We're One'"])  # fmt: skip
@pytest.mark.parametrize("end", [";\nIt lists them.", "\n\nThis query lists all that is asked for.", " AND age > 5;\nDone"])
def test_an_apostrophe_that_is_not_doubled_does_not_swallow_what_follows_the_query(text, end):
    """Such a query is wrong, and was never complete: generation went on to the end of its budget."""
    answer = f"SELECT id FROM player WHERE name = {text}{end}"
    assert is_complete(answer)
    assert extract_sql(answer) == f"SELECT id FROM player WHERE name = {text}" + " AND age > 5" * ("AND" in end)


@pytest.mark.parametrize("turn", [
    "Step 2: Final query", "Now, combining this with the names, the final SQL is:", "Finally, the full SQL query:",
    "However, the column is `name`, so the correct query is:", "But this returns ids. The correct query is:",
    "Upon review, here is the revised query:", "Then the complete query is:",
])  # fmt: skip
def test_a_query_that_is_built_in_steps_is_the_last_one(turn):
    first, last = "SELECT avg(age) FROM singer", "SELECT name FROM singer WHERE age > (SELECT avg(age) FROM singer)"
    answer = f"First the average:\n```sql\n{first}\n```\n{turn}\n```sql\n{last}\n```\n"
    assert extract_sql(answer) == last and not is_complete(answer[: answer.index(turn) + len(turn) // 2])


@pytest.mark.parametrize("turn", ["However, if you want names, use:", "Now you can run it:", "Alternatively:"])
def test_a_query_that_only_follows_is_another(turn):
    answer = f"```sql\nSELECT avg(age) FROM singer\n```\n{turn}\n```sql\nSELECT name FROM singer\n```\n"
    assert extract_sql(answer) == "SELECT avg(age) FROM singer"


@pytest.mark.parametrize("text", ["'Don't Stop'", "'O'Brien'", "'rock 'n' roll'", "'Côte d'Ivoire'"])
def test_no_beginning_of_such_a_text_counts_as_a_whole_query(text):
    """Generation stopped behind 'Don', which runs, and can be right where nothing has that name."""
    query = f"SELECT count(*) FROM song WHERE title <> {text}"
    assert not any(is_complete(query[:end]) for end in range(len(query)))
    assert extract_sql(query) == query
