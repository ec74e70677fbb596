import json
import re
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transformers import LlamaTokenizer

from helpers import UserError
from helpers.prompts.answers import extract_sql, is_complete
from helpers.prompts.render import render, renderer, to_prompt_completion
from helpers.prompts.schema_form import shown_schema

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


@pytest.fixture(scope="module")
def tiny_qwen():
    from transformers import AutoTokenizer

    from helpers.models.standins import standin_folder

    return AutoTokenizer.from_pretrained(standin_folder("standin/tiny-qwen2"))


def test_a_chat_prompt_is_the_models_own_template_up_to_where_it_answers(tiny_qwen):
    prompt = render("chat", "Who?", "CREATE TABLE t (a INTEGER)", dialect="postgres", tokenizer=tiny_qwen)
    assert prompt.startswith("<|im_start|>system\nYou are an expert in SQL. Write one PostgreSQL query")
    assert prompt.endswith("CREATE TABLE t (a INTEGER)\n\nWho?<|im_end|>\n<|im_start|>assistant\n")


def test_a_template_with_a_start_token_does_not_give_two_of_them():
    """The Llama original applied its template and then tokenized with special tokens: two start tokens."""
    from transformers import AutoTokenizer

    from helpers.models.standins import standin_folder

    tokenizer = AutoTokenizer.from_pretrained(standin_folder("standin/tiny-llama"))
    tokenizer.chat_template = "{{ bos_token }}{% for message in messages %}{{ message['content'] }}{% endfor %}"
    ids = tokenizer(render("chat", "Who?", "", tokenizer=tokenizer))["input_ids"]
    assert ids.count(tokenizer.bos_token_id) == 1


def test_a_start_token_that_the_tokenizer_does_not_add_itself_stays():
    """SmolLM2's start token is the one that opens a turn: taken off, the first turn had no beginning."""
    from transformers import AutoTokenizer

    from helpers.models.standins import standin_folder

    tokenizer = AutoTokenizer.from_pretrained(standin_folder("standin/smollm2-135m"))
    assert tokenizer.bos_token == "<|im_start|>"
    assert render("chat", "Who?", "", tokenizer=tokenizer).startswith("<|im_start|>system")


def test_a_template_without_a_system_turn_gets_the_task_in_the_users(tiny_qwen):
    no_system = "{% for message in messages %}{% if message['role'] == 'system' %}{{ raise_exception('no') }}{% endif %}[INST]{{ message['content'] }}[/INST]{% endfor %}"  # noqa: E501
    tiny_qwen.chat_template, before = no_system, tiny_qwen.chat_template
    try:
        assert render("chat", "Who?", "", tokenizer=tiny_qwen).startswith("[INST]You are an expert in SQL.")
    finally:
        tiny_qwen.chat_template = before


def test_a_template_that_opens_a_think_block_leaves_that_to_the_model(tiny_qwen):
    """DeepSeek R1's template does: drafts came without the mark that tells them from the answer, and stopped generation."""
    opens = "{% for message in messages %}{{ message['content'] }}{% endfor %}<|Assistant|><think>\n"
    tiny_qwen.chat_template, before = opens, tiny_qwen.chat_template
    try:
        assert render("chat", "Who?", "", tokenizer=tiny_qwen).endswith("Who?<|Assistant|>")
    finally:
        tiny_qwen.chat_template = before


@pytest.mark.parametrize("broken", ["{% for turn in messages %}{{ turn }}", "{{ messages | nothing }}", "{{ raise_exception('no') }}"])
def test_a_template_that_cannot_be_rendered_is_one_sentence(tiny_qwen, broken):
    tiny_qwen.chat_template, before = broken, tiny_qwen.chat_template
    try:
        with pytest.raises(UserError, match=r"chat template cannot be rendered: [^\n]*\. Set prompt_style to headed or turns"):
            render("chat", "Who?", "", tokenizer=tiny_qwen)
    finally:
        tiny_qwen.chat_template = before


def test_a_base_model_without_a_template_is_refused_with_what_to_do():
    with pytest.raises(UserError, match="Set prompt_style to headed"):
        render("chat", "Who?", "", tokenizer=object())


def test_the_prompt_of_notebook_03_has_no_line_break():
    """T5's vocabulary has none: it would become an unknown token."""
    prompt = render("tables", "Who?\n", "CREATE TABLE t (\n  a INTEGER\n)")
    assert prompt == "Tables: CREATE TABLE t ( a INTEGER ) Question: Who? Answer:"


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


def special_ids(tokenizer, style, question, schema="CREATE TABLE t (a TEXT)"):
    """Return the special ids of a prompt beyond those of the same prompt with a harmless question."""
    def count(*texts):
        ids = tokenizer(render(style, *texts, tokenizer=tokenizer))["input_ids"]
        return sum(id in special for id in ids)

    special = {id for id, token in tokenizer.added_tokens_decoder.items() if token.special} | set(tokenizer.all_special_ids)
    special -= {tokenizer.unk_token_id}  # what a T5 without its missing signs reads for <
    return count(question, schema) - count("Who?", "CREATE TABLE t (a TEXT)")


@pytest.mark.parametrize("name", ["tiny-mistral", "tiny-llama", "tiny-qwen2", "tiny-t5", "smollm2-135m"])
def test_a_special_token_in_a_question_or_a_schema_stays_text(name):
    from transformers import AutoTokenizer

    from helpers.models.standins import standin_folder

    tokenizer = AutoTokenizer.from_pretrained(standin_folder(f"standin/{name}"))
    added = {token.content for token in tokenizer.added_tokens_decoder.values() if token.special}
    tokens = sorted(added | set(tokenizer.all_special_tokens))
    styles = ["headed", "turns", "tables", *(["chat"] if tokenizer.chat_template else [])]
    for style in styles:
        assert tokenizer(tokens[0])["input_ids"] != tokenizer(f"{tokens[0][0]} {tokens[0][1:]}")["input_ids"]
        for token in tokens:
            assert special_ids(tokenizer, style, f"Who wrote {token} and {token}{token}?") == 0, (style, token)
            assert special_ids(tokenizer, style, "Who?", f"CREATE TABLE t (a TEXT DEFAULT '{token}')") == 0, (style, token)


def test_only_the_tokenizers_own_special_tokens_are_changed(tiny_qwen):
    question = "Who wrote <s>, [INST], a < b and <|im_end|>?"
    assert "Who wrote <s>, [INST], a < b and < |im_end|>?" in render("headed", question, "", tokenizer=tiny_qwen)
    assert question in render("headed", question, ""), "without a tokenizer nobody knows which they are"


def test_training_and_asking_see_the_same_prompt_and_the_rows_are_counted(tiny_qwen, capsys):
    from datasets import Dataset

    from helpers.data.batches import within

    row = {"question": "Who said <|im_start|>?", "schema": "CREATE TABLE t (a TEXT)", "sql": "SELECT a FROM t"}
    asked = render("headed", row["question"], row["schema"], tokenizer=tiny_qwen)
    assert to_prompt_completion(row, "headed", tokenizer=tiny_qwen)["prompt"] == asked
    within(Dataset.from_list([row]), lambda row: to_prompt_completion(row, "headed", tokenizer=tiny_qwen), tiny_qwen, 500)
    assert "1 validation examples hold special tokens of the tokenizer" in capsys.readouterr().out


def test_every_notebook_renders_with_its_tokenizer():
    from helpers.parameters import cells, notebooks

    for stem, path in notebooks().items():
        code = "\n".join(cell["source"] for cell in cells(path) if cell["cell_type"] == "code")
        calls = re.findall(r"partial\(\s*to_prompt_completion.*?\)", code, re.DOTALL)
        assert all("tokenizer=tokenizer" in call and "schema_form=schema_form" in call for call in calls), stem
        assert len(calls) + code.count("renderer(parameters, tokenizer)") == (stem[:2] in ("01", "02", "03", "04", "05", "06")), stem
        assert "return render(" not in code, "training and asking have one renderer"


def test_a_notebooks_parameters_make_the_renderer_that_01_writes_out(tiny_qwen):
    row = {"question": "How old is Ann?", "schema": "CREATE TABLE t (a TEXT)", "sql": "SELECT a FROM t"}
    parameters = {"prompt_style": "turns", "include_schema": True, "schema_form": "narrow", "dialect": "postgres", "lora_rank": 4}
    made = renderer(parameters, tiny_qwen)
    wanted = to_prompt_completion(row, "turns", schema_form="narrow", dialect="postgres", tokenizer=tiny_qwen)
    assert made(row) == wanted and "PostgreSQL" in wanted["prompt"] and "VARCHAR" in wanted["prompt"]
    assert "t (" not in made(row, include_schema=False)["prompt"]


@pytest.mark.long
def test_a_special_token_in_a_question_stays_text_with_the_real_tokenizer_of_nemo():
    """mistral-common ships it: a question about [INST] was read as the beginning of a turn."""
    pytest.importorskip("mistral_common")
    import mistral_common
    from transformers.integrations import mistral

    tekken = Path(mistral_common.__file__).parent / "data" / "tekken_240718.json"
    tokenizer = mistral.convert_tekken_tokenizer(str(tekken))
    for token in ("<s>", "</s>", "[INST]", "[/INST]", "[TOOL_CALLS]", "<pad>", "<SPECIAL_20>"):
        assert len(tokenizer(token, add_special_tokens=False)["input_ids"]) == 1, token
        assert special_ids(tokenizer, "headed", f"What does {token} mean?") == 0, token


@pytest.mark.long
@pytest.mark.parametrize("file", ["tokenizer.model.v1", "mistral_instruct_tokenizer_240323.model.v3"])
def test_a_prompt_begins_its_training_text_token_for_token_with_the_real_sentencepiece_of_mistral(file, tmp_path):
    pytest.importorskip("google.protobuf")
    data = Path(pytest.importorskip("mistral_common").__file__).parent / "data"
    shutil.copy(data / file, tmp_path / "tokenizer.model")
    tokenizer = LlamaTokenizer.from_pretrained(tmp_path)
    for row in (ASKED | {"sql": "SELECT name FROM person WHERE age <= 60"}, ASKED | {"sql": "SELECT 'ü  €\n'", "schema": ""}):
        made = to_prompt_completion(row, "headed", tokenizer=tokenizer)
        prompt, whole = (tokenizer(text)["input_ids"] for text in (made["prompt"], made["prompt"] + made["completion"]))
        assert whole[: len(prompt)] == prompt
        assert tokenizer.decode(whole[len(prompt) :]).strip() == row["sql"]
    for token in {"<s>", "</s>", "[INST]", "[TOOL_CALLS]"} & {*tokenizer.get_vocab()}:
        assert special_ids(tokenizer, "headed", f"What does {token} mean?") == 0, token


EXAMPLES = [
    {"question": "How many heads?", "schema": "CREATE TABLE head (age INTEGER)", "sql": "SELECT count(*) FROM head"},
    {"question": "Which cities?", "schema": "CREATE TABLE city (name VARCHAR)", "sql": "SELECT name FROM city"},
]
ASKED = {"question": "Who is old?", "schema": "CREATE TABLE person (name VARCHAR)"}


@pytest.mark.parametrize("style", ["headed", "turns", "tables"])
def test_worked_examples_stand_before_a_question_in_the_form_of_training_each_with_its_answer(style):
    plain, shown = (to_prompt_completion(row, style)["prompt"] for row in (ASKED, {**ASKED, "shots": EXAMPLES}))
    assert shown.endswith(plain)
    before = shown.removesuffix(plain)
    places = [before.index(text) for row in EXAMPLES for text in (row["schema"], row["question"], f"\n{row['sql']}\n")]
    assert places == sorted(places)
    assert to_prompt_completion({**ASKED, "shots": ()}, style)["prompt"] == plain


def test_worked_examples_are_turns_of_a_chat_behind_one_system_turn(tiny_qwen):
    shown = to_prompt_completion({**ASKED, "shots": EXAMPLES}, "chat", tokenizer=tiny_qwen)["prompt"]
    assert shown.count("<|im_start|>system") == 1
    assert [part.split("\n")[0] for part in shown.split("<|im_start|>")[1:]] == ["system", *["user", "assistant"] * 3]
    assert f"<|im_start|>assistant\n{EXAMPLES[1]['sql']}<|im_end|>" in shown
    assert shown.endswith(f"{ASKED['schema']}\n\n{ASKED['question']}<|im_end|>\n<|im_start|>assistant\n")


def test_without_the_schema_the_worked_examples_have_none_either(tiny_qwen):
    for style in ("headed", "turns", "chat"):
        shown = to_prompt_completion({**ASKED, "shots": EXAMPLES}, style, include_schema=False, tokenizer=tiny_qwen)["prompt"]
        assert "CREATE TABLE" not in shown and EXAMPLES[0]["sql"] in shown


def test_a_template_that_knows_no_system_turn_says_the_task_once_before_the_first_worked_example(tiny_qwen):
    import copy

    tokenizer = copy.deepcopy(tiny_qwen)
    tokenizer.chat_template = (
        "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system turn') }}{% endif %}"
        "{% for message in messages %}[{{ message['role'] }}] {{ message['content'] }}\n{% endfor %}[assistant] "
    )
    shown = to_prompt_completion({**ASKED, "shots": EXAMPLES}, "chat", tokenizer=tokenizer)["prompt"]
    assert shown.count("You are an expert in SQL.") == 1
    assert shown.startswith("[user] You are an expert in SQL.") and shown.count("[user]") == 3


WIDE = """
-- of a museum; "quoted" in a comment, and ; too
CREATE TABLE IF NOT EXISTS `art work` (
  "id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, -- the key
  [first name] varchar(40) NOT NULL DEFAULT 'PRIMARY KEY, ("x")',
  made DATE REFERENCES points(id), /* a reference ( */
  price DECIMAL(10, 2) CHECK (price > 0 AND 'CHAR' <> ')'),
  "order" text, chart INT REFERENCES charts (id) ON DELETE CASCADE
);
CREATE TABLE shown (work INT, room TEXT, "a ""b" REAL, PRIMARY KEY (work, room DESC),
  CONSTRAINT `fk` FOREIGN KEY (work, room) REFERENCES "art work" ("id", 'first name'), UNIQUE (room), CHECK (room <> ''));
CREATE VIEW dear AS SELECT id
  FROM "art work";
CREATE TABLE copied AS SELECT * FROM shown;
CREATE INDEX i ON shown (room); INSERT INTO shown VALUES (1, 'x;y', 2)"""


@pytest.mark.parametrize(
    ("form", "tables"),
    [
        ("narrow", ['CREATE TABLE "art work" (id INTEGER, "first name" VARCHAR, made VARCHAR, price INTEGER, '
                    '"order" VARCHAR, chart INTEGER)',
                    'CREATE TABLE shown (work INTEGER, room VARCHAR, "a ""b" INTEGER)']),
        ("keys", ['CREATE TABLE "art work" (id INTEGER, "first name" VARCHAR, made VARCHAR, price INTEGER, '
                  '"order" VARCHAR, chart INTEGER, '
                  "PRIMARY KEY (id), FOREIGN KEY (made) REFERENCES points (id), FOREIGN KEY (chart) REFERENCES charts (id))",
                  'CREATE TABLE shown (work INTEGER, room VARCHAR, "a ""b" INTEGER, PRIMARY KEY (work, room), '
                  'FOREIGN KEY (work, room) REFERENCES "art work" (id, "first name"))']),
        ("names", ['"art work"(id, "first name", made, price, "order", chart)', 'shown(work, room, "a ""b")']),
    ],
)  # fmt: skip
def test_a_schema_is_shown_in_one_form_however_it_is_spelled(form, tables):
    rest = ['CREATE VIEW dear AS SELECT id FROM "art work"', "CREATE TABLE copied AS SELECT * FROM shown"]
    assert shown_schema({"schema": WIDE}, form) == "; ".join(tables + rest), "what lists no columns stays as it is; the rest goes"
    assert shown_schema({"schema": WIDE}, "ddl") == WIDE


@pytest.mark.parametrize(
    ("declared", "shown"),
    [
        ("INTEGER", "INTEGER"), ("bigint unsigned NOT NULL", "INTEGER"), ("DOUBLE PRECISION DEFAULT 0", "INTEGER"), ("bool", "INTEGER"),
        ("NUMERIC(8,2)", "INTEGER"), ("year", "INTEGER"), ("VARCHAR(10)", "VARCHAR"), ("TEXT DEFAULT 'INT'", "VARCHAR"), ("", "VARCHAR"),
        ("DATE DEFAULT 'INTERNAL'", "VARCHAR"), ("datetime NOT NULL", "VARCHAR"), ("INT CHECK (a <> 'TEXT')", "INTEGER"),
        ("INTEGER COLLATE NOCASE", "INTEGER"), ("int GENERATED ALWAYS AS (length('text'))", "INTEGER"), ("BLOB", "VARCHAR"),
        ("ENUM('a', 'INTEGER')", "VARCHAR"), ("POINT", "VARCHAR"), ("INTERVAL", "VARCHAR"), ("INTEGER[]", "VARCHAR"),
        ("STRUCT(a INTEGER, b VARCHAR)", "VARCHAR"), ("INT REFERENCES charts(id)", "INTEGER"),
    ],
)  # fmt: skip
def test_a_declared_type_becomes_integer_or_varchar_and_what_stands_behind_it_does_not_matter(declared, shown):
    assert shown_schema({"schema": f"CREATE TABLE t (a {declared})"}, "narrow") == f"CREATE TABLE t (a {shown})"


def test_the_narrow_form_leaves_a_narrow_schema_as_it_is():
    same = [
        "CREATE TABLE head (age INTEGER)",
        'CREATE TABLE table_name_77 (home_team VARCHAR, "1st_leg" VARCHAR, no INTEGER, date VARCHAR); CREATE TABLE b (id VARCHAR)',
        "CREATE TABLE TRACK (AlbumID VARCHAR, AlbumId VARCHAR)",  # as sql-create-context repeats columns
    ]
    for schema in same:
        assert shown_schema({"schema": schema}, "narrow") == schema
    assert shown_schema({"schema": "CREATE TABLE head\n(\n  age INTEGER\n);\n"}, "narrow") == same[0]


def test_the_narrow_form_leaves_the_schemas_of_sql_create_context_as_they_are(real_data):
    lines = (real_data / "sql_create_context" / "all_rows.jsonl").read_text().splitlines()
    schemas = [json.loads(line)["context"] for line in lines]
    assert [schema for schema in schemas if shown_schema({"schema": schema}, "narrow") != schema] == []


def test_every_form_of_spiders_schemas_can_be_run_but_the_names(real_data):
    from helpers.scoring.spider.tables import ddl, tables

    for entry in tables(real_data / "spider" / "tables.json").values():
        schema = ddl(entry)
        wanted = [table for table in entry["table_names_original"] if not table.startswith("sqlite_")]
        for form in ("narrow", "keys"):
            with closing(sqlite3.connect(":memory:")) as connection:
                connection.executescript(shown_schema({"schema": schema}, form))
                found = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
                assert [name.lower() for name in found] == [name.lower() for name in wanted], entry["db_id"]
                keys = [connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall() for name in found]
                assert sum(map(len, keys)) == (len(entry["foreign_keys"]) if form == "keys" else 0), entry["db_id"]
        assert shown_schema({"schema": schema}, "names").count("; ") == len(wanted) - 1


def test_rows_stand_behind_their_table_and_are_read_within_limits(tmp_path):
    path = tmp_path / "a 100% #1?.sqlite"
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS i FROM n"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE t (a INT, b TEXT); CREATE TABLE u (a INT); CREATE VIEW e AS {endless}")
        connection.executemany("INSERT INTO t VALUES (?, ?)", [(n, "**//\n" + "x" * 40) for n in range(5)])
        connection.commit()
    row = {"schema": "CREATE TABLE t (a INT, b TEXT); CREATE TABLE u (a INT); CREATE TABLE e (i INT); CREATE TABLE gone (a)",
           "database": str(path)}  # fmt: skip
    text = " " + "x" * 23  # 24 characters at most, no line break, and no end of a comment
    assert shown_schema(row, "rows") == (
        f"CREATE TABLE t (a INTEGER, b VARCHAR) /* 0, {text} | 1, {text} | 2, {text} */; CREATE TABLE u (a INTEGER); "
        "CREATE TABLE e (i INTEGER); CREATE TABLE gone (a VARCHAR)"
    )
    assert shown_schema(row | {"database": ""}, "rows") == shown_schema(row, "keys")


def test_an_index_in_a_table_is_no_column():
    """MySQL's dumps list them among the columns."""
    schema = "CREATE TABLE t (id INT, key VARCHAR(9), PRIMARY KEY (id), KEY by_age (age), UNIQUE KEY (id), FULLTEXT INDEX f (key))"
    assert shown_schema({"schema": schema}, "keys") == "CREATE TABLE t (id INTEGER, key VARCHAR, PRIMARY KEY (id))"


@pytest.mark.parametrize("form", ["narrow", "keys", "names", "rows"])
@pytest.mark.parametrize(
    "schema",
    ["", "no tables here", "CREATE VIEW v AS SELECT 1", "CREATE TABLE t (a INT", "CREATE TABLE t (a INT, 'b)", "CREATE TABLE (", "((((",
     "CREATE TABLE t ()", "CREATE TABLE t (a INT,)", "CREATE TABLE", ";;;", "\0", "\ud800 CREATE TABLE t (a)", "CREATE TABLE t (a INT))"],
)  # fmt: skip
def test_what_cannot_be_read_as_tables_is_shown_and_not_lost(form, schema):
    shown = shown_schema({"schema": schema, "database": ""}, form)
    assert shown == (schema if "t (a INT))" not in schema else {"names": "t(a)"}.get(form, "CREATE TABLE t (a INTEGER)"))


def test_a_name_that_sqlite_takes_for_a_word_of_its_own_is_quoted():
    """`SELECT cast.name FROM cast` is no query: a model that sees the name without quotes writes that."""
    schema = 'CREATE TABLE "cast" ("raise" INTEGER, "if" VARCHAR, "nothing" VARCHAR, "order" VARCHAR, match VARCHAR)'
    assert shown_schema({"schema": schema}, "narrow") == schema
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(shown_schema({"schema": schema}, "narrow"))
        connection.execute('SELECT "cast"."raise", "if", "nothing", "order", "cast".match FROM "cast"')


def test_an_unknown_form_is_refused_by_name():
    with pytest.raises(UserError, match="schema_form 'yaml' is none of ddl, narrow, keys, names, rows"):
        shown_schema({"schema": "CREATE TABLE t (a)"}, "yaml")


@pytest.mark.parametrize(
    "piece",
    ["a INT, ", "(", "'", '"', "`", "[", "a ", "REFERENCES [", "CREATE TABLE t (a INT); ", "CREATE TABLE t (", " ", "/*", "--\n", "a\n,"],
)
def test_no_long_schema_makes_its_reading_quadratic(piece):
    schema = f"CREATE TABLE t (b TEXT, {piece * (300_000 // len(piece))} c INT)"
    started = time.process_time()
    for form in ("narrow", "keys"):
        shown_schema({"schema": schema}, form)
    assert time.process_time() - started < 60, piece  # a hang, never a speed: some seconds at most, quadratic many minutes
