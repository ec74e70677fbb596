import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.prompts import extract_sql, is_complete, render, to_prompt_completion

QUERY = "SELECT name FROM head WHERE age > 56"


def test_the_prompt_holds_the_question_and_the_whole_schema_and_ends_in_a_newline():
    prompt = render("headed", "Who is older than 56?", "CREATE TABLE head (name TEXT, age INTEGER)")
    assert "Who is older than 56?" in prompt
    assert "CREATE TABLE head (name TEXT, age INTEGER)" in prompt
    assert prompt.endswith("\n")


def test_the_prompt_without_a_schema_names_no_table_and_no_schema():
    prompt = render("headed", "Who is older than 56?", "CREATE TABLE head (age INTEGER)", include_schema=False)
    assert "CREATE TABLE" not in prompt
    assert "schema" not in prompt.lower()


def test_training_and_asking_use_the_same_prompt():
    example = {"question": "Who?", "schema": "CREATE TABLE t (a INTEGER)", "sql": "SELECT a FROM t"}
    assert to_prompt_completion(example, "headed")["prompt"] == render("headed", example["question"], example["schema"])


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (QUERY, QUERY),
        (QUERY + ";", QUERY),
        (f"```sql\n{QUERY}\n```", QUERY),
        (f"```\n{QUERY};\n```\nThis lists the heads.", QUERY),
        (f"Here is the query:\n\n```SQL\n{QUERY}\n```", QUERY),
        (f"{QUERY}\n\n### QUESTION\nHow many heads are there?\n\n### RESPONSE\nSELECT COUNT(*) FROM head", QUERY),
        (f"{QUERY}<|im_end|>\n<|im_start|>assistant\nSELECT 1", QUERY),
        (f"To select the heads, use this.\n{QUERY}", QUERY),
        ("SELECT name\n  FROM head\n WHERE age > 56", QUERY),
        ("select name from head", "select name from head"),
        ("SELECT job FROM staff WHERE job = 'assistant'", "SELECT job FROM staff WHERE job = 'assistant'"),
        ("SELECT a FROM t WHERE b = 'x; y'; SELECT 2", "SELECT a FROM t WHERE b = 'x; y'"),
        ("SELECT a FROM t WHERE b = 'two\n\nlines'", "SELECT a FROM t WHERE b = 'two\n\nlines'"),
        ("WITH x AS (SELECT 1) SELECT * FROM x", "WITH x AS (SELECT 1) SELECT * FROM x"),
        ("INSERT INTO t SELECT a FROM u", "INSERT INTO t SELECT a FROM u"),
        ("DROP TABLE head", "DROP TABLE head"),
        ("I do not know.", "I do not know."),
        ("", ""),
        ("  \n ", ""),
    ],
)
def test_the_extractor_takes_the_first_query_and_nothing_else(answer, expected):
    assert extract_sql(answer) == expected


@given(st.text(), st.text())
def test_once_an_answer_is_complete_more_text_changes_nothing(answer, more):
    if is_complete(answer):
        assert extract_sql(answer + more) == extract_sql(answer)


@given(
    st.lists(st.sampled_from(["SELECT", " a", "'", '"', ";", "\n\n", "```sql\n", "```", "\n", "###", "text ", "WITH x AS (", "''"])),
    st.data(),
)
def test_a_complete_answer_stays_the_same_on_text_made_of_marks(parts, data):
    text = "".join(parts)
    cut = data.draw(st.integers(0, len(text)))
    if is_complete(text[:cut]):
        assert extract_sql(text) == extract_sql(text[:cut])
