"""Other tables beside the right ones: the answer stays, nothing of the test set gets in, and a model that joins everything is seen."""

import json
import random
import sqlite3
import time

import pytest

from helpers import UserError, score
from helpers.comparison.paired import winner
from helpers.comparison.results import read_results
from helpers.comparison.tables import results_table
from helpers.data import wider
from helpers.data.batches import fewer_tables, fit
from helpers.data.load import load
from helpers.evaluation import exam
from helpers.evaluation.generation import Generation
from helpers.runs import Run, read_run
from helpers.scoring.execution.schemas import create_tables
from helpers.scoring.measures import schema_use, schema_use_sentence, table_names, used_tables
from helpers.scoring.report import score_predictions
from helpers.sharing.card import _scores

ASKED = ("practice/create-context", 300, 40, 24, 42)


@pytest.fixture(scope="module")
def wide():
    return load(*ASKED, other_tables=3, other_columns=2, wider_examples=-1)


@pytest.fixture(scope="module")
def narrow():
    return load(*ASKED)


def filled(schema, values):
    """Make a database of a schema; a column of a table holds the same values wherever it stands."""
    connection = sqlite3.connect(":memory:")
    create_tables(connection, schema)
    for (table,) in connection.execute("SELECT name FROM sqlite_master").fetchall():
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        for number in range(12):
            cells = [values(f"{table} {column} {number}".lower()) for column in columns]
            connection.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(cells))})', cells)
    return connection


def test_in_both_forms_each_row_also_stands_with_its_own_schema_alone_and_never_twice_the_same(wide, narrow, capsys):
    both = wider.in_both_forms(wide.train)
    plain, more = both.select(range(300, len(both))), [row for row in wide.train if row["schema"] != row["narrow"]]
    assert both.select(range(300)).to_list() == wide.train.to_list()
    assert plain.to_list() == [{**row, "schema": row["narrow"]} for row in more]
    assert len({(row["question"], row["sql"], row["schema"]) for row in both}) == len(both) == 300 + len(more) > 450
    assert f"{len(both)} examples to train on: {len(more)} of the 300 rows stand there in both forms" in capsys.readouterr().out
    assert wider.in_both_forms(narrow.train) == narrow.train  # nothing stands beside: one form


def test_no_answer_changes_by_what_stands_beside(wide):
    def values(name):
        return random.Random(name).randint(0, 3)

    for row in [*wide.train, *wide.validation]:
        assert filled(row["schema"], values).execute(row["sql"]).fetchall() == filled(row["narrow"], values).execute(row["sql"]).fetchall()


def test_rows_get_up_to_so_many_tables_of_training_rows_and_a_share_stays_as_it_is(wide, narrow):
    own = {name for row in narrow.train for name in table_names(row["schema"])}
    counts = []
    for row in wide.train:
        names = [table.name for table in wider.read_tables(row["schema"])]
        assert len(names) == len(set(names))
        assert set(names) <= own
        counts.append(len(names) - len(wider.read_tables(row["narrow"])))
    assert set(counts) == {0, 1, 2, 3}
    assert counts.count(0) > 40
    assert [row["narrow"] for row in wide.train] == narrow.train["schema"][:]
    assert wide.test.to_list() == narrow.test.to_list()


def test_all_that_is_put_beside_a_training_row_is_of_training_rows(wide, narrow):
    for split in ("train", "validation"):
        known = [table for row in getattr(narrow, split) for table in wider.read_tables(row["schema"])]
        texts, columns = {table.text for table in known}, {(table.name, column) for table in known for column in table.columns}
        for row in getattr(wide, split):
            right = table_names(row["narrow"])
            for table in wider.read_tables(row["schema"]):
                assert table.text in texts if table.name not in right else {(table.name, column) for column in table.columns} <= columns


def test_the_same_seed_gives_the_same_schemas_in_any_order_and_another_seed_others(narrow):
    rows = narrow.train.to_list()
    first = wider.widen(rows, 3, 2, 42)
    assert wider.widen(rows[::-1], 3, 2, 42)[::-1] == first
    other = wider.widen(rows, 3, 2, 43)
    assert sum(one["schema"] != two["schema"] for one, two in zip(first, other, strict=True)) > len(rows) / 2


def test_the_wider_test_set_is_the_same_for_every_run_and_every_setting(wide):
    again = load(*ASKED, other_tables=0, wider_examples=-1)
    assert again.wider.to_list() == wide.wider.to_list()
    assert wide.wider["question"][:] == wide.test["question"][:]
    for plain, row in zip(wide.test, wide.wider, strict=True):
        assert table_names(plain["schema"]) < table_names(row["schema"])
        assert len(table_names(row["schema"])) == len(table_names(plain["schema"])) + 3
    some = load(*ASKED, wider_examples=10).wider
    assert [row in wide.wider.to_list() for row in some] == [True] * 10
    assert set(some["group"]) == set(wide.test["group"]), "spread over all test sets"


def test_a_number_beyond_all_tables_ends_when_none_is_left(narrow):
    begun = time.monotonic()
    rows = wider.widen(narrow.train.to_list()[:12], 10**9, 0, 0)
    assert len(rows) == 12 and time.monotonic() - begun < 60


def test_without_other_tables_rows_stay_as_they_are(narrow):
    assert "narrow" not in narrow.train.column_names
    assert len(narrow.wider) == 0
    with pytest.raises(UserError, match="other_tables is -1"):
        load(*ASKED, other_tables=-1)


def rows_of(*schemas, sql="SELECT age FROM head", question="How old?"):
    return [{"question": question, "schema": schema, "sql": sql, "database": ""} for schema in schemas]


@pytest.mark.parametrize(
    ("own", "sql", "other"),
    [
        ("CREATE TABLE head (age INTEGER)", "SELECT T1.age FROM head AS T1", "CREATE TABLE t1 (x INTEGER)"),
        ("CREATE TABLE head (age INTEGER)", "WITH old AS (SELECT * FROM head) SELECT age FROM old", "CREATE TABLE Old (x INTEGER)"),
        ("CREATE TABLE head (age INTEGER)", "SELECT age FROM head", "CREATE TABLE HEAD (x INTEGER)"),
        ("CREATE TABLE head (age INTEGER)", "SELECT age FROM head", "CREATE TABLE heads (name VARCHAR, age INTEGER)"),
        ("CREATE TABLE table_name_49 (age INTEGER)", "SELECT age FROM table_name_49", "CREATE TABLE table_name_7 (age INTEGER, x INTEGER)"),
    ],
    ids=["alias", "with name", "same name", "same columns under a like name", "same columns under a name that says nothing"],
)
def test_a_table_that_could_be_taken_for_anothers_is_never_put_beside(own, sql, other):
    rows = rows_of(own, other, sql=sql)
    for seed in range(20):
        assert wider.beside(rows[0], wider.Pool(rows), 3, random.Random(seed)) == own


def test_a_table_with_the_same_columns_under_a_name_that_tells_them_apart_is_put_beside():
    rows = rows_of("CREATE TABLE head (age INTEGER)", "CREATE TABLE tree (age INTEGER)")
    assert "tree" in wider.beside(rows[0], wider.Pool(rows), 1, random.Random(0))


@pytest.mark.parametrize("more", ["; CREATE VIEW tree AS SELECT age FROM head", "; CREATE TABLE tree AS SELECT age FROM head"])
def test_a_schema_with_more_than_plain_tables_stays_as_it_is_and_lends_only_these(more):
    rows = rows_of("CREATE TABLE head (age INTEGER)" + more, "CREATE TABLE city (id INTEGER)")
    assert wider.beside(rows[0], wider.Pool(rows), 3, random.Random(0)) == rows[0]["schema"]
    assert {table.name for table in wider.Pool(rows).tables} == {"head", "city"}


@pytest.mark.parametrize("sql", ["SELECT * FROM head", "SELECT h.* FROM head AS h", "SELECT age FROM head NATURAL JOIN city"])
def test_a_query_that_asks_for_all_columns_gets_no_more_of_them(sql):
    rows = rows_of("CREATE TABLE head (age INTEGER)", "CREATE TABLE head (name VARCHAR)", sql=sql)
    assert wider.more_columns(rows[0], wider.Pool(rows), 3, random.Random(1)) == rows[0]["schema"]


def test_columns_come_from_tables_of_the_same_name_and_stand_before_the_constraints():
    own = "CREATE TABLE head (age INTEGER, CONSTRAINT one UNIQUE (age))"
    rows = rows_of(own, "CREATE TABLE head (name VARCHAR PRIMARY KEY, city VARCHAR)", sql="SELECT age FROM head WHERE city = 1")
    found = {wider.more_columns(rows[0], wider.Pool(rows), 3, random.Random(seed)) for seed in range(20)}
    more = {"age INTEGER, name VARCHAR, CONSTRAINT one UNIQUE (age)", "name VARCHAR, age INTEGER, CONSTRAINT one UNIQUE (age)"}
    assert found == {own, *(f"CREATE TABLE head ({text})" for text in more)}, "city is in the query"


def test_rows_that_get_too_long_keep_as_many_other_tables_as_there_is_room_for(wide, capsys):
    def tokenizer(texts):
        return {"input_ids": [text.split() for text in texts]}

    def to_text(row):
        return {"prompt": row["schema"], "completion": row["sql"]}

    longest = max(len((row["narrow"] + row["sql"]).split()) for row in wide.train) + 1
    rows, lengths = fewer_tables(wide.train, to_text, tokenizer, longest)
    assert max(lengths) <= longest
    assert "keep fewer other tables" in capsys.readouterr().out
    for before, row in zip(wide.train, rows, strict=True):
        assert table_names(row["narrow"]) <= table_names(row["schema"]) <= table_names(before["schema"])
    assert len(fit(wide.train, to_text, tokenizer, longest, 4, 0).rows) == len(wide.train), "none is left out"
    assert "0 training examples are longer" in capsys.readouterr().out


SCHEMA = "CREATE TABLE singer (id INT, name TEXT); CREATE TABLE concert (id INT, singer_id INT); CREATE TABLE stadium (id INT, seats INT)"
GOLDS = [f"SELECT name FROM singer WHERE id > {number}" for number in range(9)] + [
    "SELECT COUNT(*) FROM singer AS a JOIN concert AS b ON a.id = b.singer_id JOIN stadium AS c ON b.id = c.id"
]
EVERYTHING = "SELECT T1.name FROM singer AS T1 JOIN concert AS T2 ON T1.id = T2.singer_id JOIN stadium AS T3 WHERE T1.id > {}"


def test_ten_answers_of_a_model_that_joins_everything_are_caught():
    use = schema_use(GOLDS, [EVERYTHING.format(number) for number in range(10)], [SCHEMA] * 10)
    assert (use["every_table"]["rate"], use["every_table"]["n"]) == (1.0, 9)
    assert (use["needless"]["rate"], use["needless"]["n"]) == (0.9, 10)
    assert use["beside_gold"] == pytest.approx(1.8)
    said = schema_use_sentence(use)
    assert said.startswith("90.0 % of 10 answers use a table that the gold query does not, 1.80 such tables a query;")
    assert "of the 9 whose gold query leaves tables out, 100.0 % use every table shown" in said


def test_ten_answers_of_a_model_that_takes_what_it_needs_are_not():
    said = [gold.replace("singer", "Singer") for gold in GOLDS[:-1]] + ["SELECT COUNT(*) FROM concert WHERE id IN (SELECT id FROM stadium)"]
    use = schema_use(GOLDS, said, [SCHEMA] * 10)
    assert use["every_table"]["rate"] == use["needless"]["rate"] == use["beside_gold"] == 0


def test_answers_that_cannot_be_read_are_counted_apart_and_invented_tables_are_not_of_the_schema():
    use = schema_use(GOLDS[:3], ["I do not know", "SELECT name FROM singers", GOLDS[2]], [SCHEMA] * 3)
    assert (use["unread"], use["needless"]["n"], use["needless"]["rate"]) == (1, 2, 0.0)


def test_the_command_line_says_what_answers_do_with_a_schema(tmp_path, capsys):
    rows = [{"schema": SCHEMA, "gold": gold, "prediction": EVERYTHING.format(number)} for number, gold in enumerate(GOLDS)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert score.main(["--rows", str(tmp_path / "rows.jsonl"), "--json", str(tmp_path / "found.json")]) == 0
    assert "schema: 90.0 % of 10 answers use a table that the gold query does not, 1.80 such tables a query" in capsys.readouterr().out
    assert json.loads((tmp_path / "found.json").read_text())["schema_use"]["every_table"]["rate"] == 1.0


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("SELECT concert.name FROM singer AS concert", {"singer"}),
        ("WITH stadium AS (SELECT id FROM singer) SELECT id FROM stadium", {"singer"}),
        ("SELECT id FROM singer WHERE id IN (SELECT id FROM concert) UNION SELECT id FROM stadium", {"singer", "concert", "stadium"}),
        ('SELECT (SELECT MAX(seats) FROM "Stadium") FROM singer, concert', {"singer", "concert", "stadium"}),
    ],
)
def test_only_real_tables_count_those_of_subqueries_too(sql, tables):
    assert used_tables(sql) == tables


def test_a_mention_of_another_table_that_changes_nothing_is_run_and_right_and_a_join_with_it_is_wrong():
    rows = [{"question": "", "schema": SCHEMA, "sql": GOLDS[0], "database": ""}] * 2
    harmless = "SELECT name FROM singer WHERE id > 0 AND (SELECT COUNT(*) FROM stadium) >= 0"
    report = score_predictions(rows, [harmless, EVERYTHING.format(0)], generate=True)
    assert [row["test_suite"] for row in report["rows"]] == [True, False]
    assert report["schema_use"]["needless"]["rate"] == 1.0


class Model:
    """Answers with the gold query, or joins a table of the schema to it that it does not need."""

    def __init__(self, joins):
        self.joins = joins


def test_both_models_are_asked_the_same_wider_questions_and_both_scores_are_recorded(wide, tmp_path, capsys, monkeypatch):
    asked = []

    def generate(model, tokenizer, prompts, *rest):
        asked.append(prompts)
        by_question = {row["question"]: row for row in wide.test}
        golds = [by_question[prompt.split("|")[0]] for prompt in prompts]
        more = [sorted(table_names(prompt.split("|")[1]) - table_names(row["schema"])) for prompt, row in zip(prompts, golds, strict=True)]
        texts = [f"SELECT * FROM {names[0]}" if model.joins and names else row["sql"] for row, names in zip(golds, more, strict=True)]
        return [Generation(text, 5, False) for text in texts]

    monkeypatch.setattr(exam, "generate", generate)
    run = Run(tmp_path, {"stem": "02_qwen_lora", "status": "running", "parameters": {}})
    made = exam.Exam(None, lambda row: f"{row['question']}|{row['schema']}", wide.test, [], run, 8, 8, wider=wide.wider)
    assert run.record["data"] == wide.digest()
    made.score(Model(False), "base")
    table = made.score(Model(True), "tuned")
    assert asked[1] == asked[3] == [f"{row['question']}|{row['schema']}" for row in wide.wider]
    assert list(table.index) == ["base", "base, other tables beside", "tuned", "tuned, other tables beside"]
    assert list(made.bars())[-1] == "other tables\nbeside"
    made.finish()
    assert "other tables beside: 0.0 %, baseline 100.0 %" in capsys.readouterr().out
    metrics = json.loads((tmp_path / "metrics.json").read_text())
    assert metrics["headline"]["rate"] == 1.0, "the plain score stays the headline"
    assert metrics["wider"]["headline"]["rate"] == 0.0
    assert metrics["wider"]["models"]["tuned"]["schema_use"]["needless"]["rate"] == 1.0
    assert len(metrics["wider"]["comparison"]["lost"]) == metrics["wider"]["headline"]["n"]
    assert read_run(tmp_path).score.endswith("; 0.0 % with other tables beside")
    assert "| tuned, other tables beside |" in _scores(metrics, "adapter", {"dataset_id": "practice/gretel"})["scores"]
    results = read_results(str(tmp_path))
    column = results_table(results, "test_suite").droplevel("test set")["other tables beside"]
    assert column["02 base"].startswith("1.00 [")
    assert column["02 tuned"].startswith("0.00 [")
    assert "With other tables beside the right ones it has 0.00 [" in " ".join(winner(results, "test_suite"))
    lines = [json.loads(line) for line in (tmp_path / "predictions_wider.jsonl").read_text().splitlines()]
    assert [line["schema"] for line in lines] == wide.wider["schema"][:]
    assert [line["id"] for line in lines] == wide.wider["id"][:]
    plain = [json.loads(line) for line in (tmp_path / "predictions.jsonl").read_text().splitlines()]
    assert [line["id"] for line in plain] == wide.test["id"][:]
    assert "allow_overlap" not in metrics
    run.record["parameters"]["allow_overlap"] = True
    made.finish()
    assert json.loads((tmp_path / "metrics.json").read_text())["allow_overlap"] is True
    assert "training rows may repeat what is scored (allow_overlap)\n" in capsys.readouterr().out


def test_real_rows_of_sql_create_context_get_other_tables_and_still_run(real_data):
    path = real_data / "sql_create_context" / "rows.jsonl"
    rows = [json.loads(line) for line in path.read_text().splitlines()[:400]]
    made = wider.widen(
        [{"question": row["question"], "schema": row["context"], "sql": row["answer"].strip().removeprefix("[SQL]").removesuffix("[/SQL]")}
         for row in rows], 3, 2, 0,
    )  # fmt: skip
    for row in made:
        results = []
        for schema in (row["narrow"], row["schema"]):
            connection = sqlite3.connect(":memory:")
            create_tables(connection, schema)
            try:
                results.append(bool(connection.execute(f"EXPLAIN {row['sql']}").fetchall()))
            except sqlite3.Error:
                results.append(False)
        assert results[0] == results[1], row


