import csv
import gzip
import io
import json
import random
import re
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from helpers import UserError
from helpers.ask.database import open_database
from helpers.ask.schema import schema_text
from helpers.data import golds, sources, spider, splits
from helpers.data import load as data
from helpers.practice import build, formats
from helpers.prompts.dialects import bring, to_dialect
from helpers.scoring.execution.queries import run_many
from helpers.scoring.generated.suites import suite_for
from helpers.scoring.normalize import normalize_sql


def made_rows(count: int) -> list[dict]:
    """Make rows in the fields of sql-create-context: pairs that share a question or a query, copies, and faulty ones."""
    rows = []
    for n in range(count):
        rows.append(
            {"question": f"How old is singer {n}?", "context": f"CREATE TABLE s{n} (age INTEGER)", "answer": f"SELECT age FROM s{n}"}
        )
        rows.append(
            {
                "question": f"What is the age of singer {n}?",
                "context": f"CREATE TABLE s{n} (age INTEGER)",
                "answer": f"SELECT age FROM s{n};",
            }
        )
        rows.append(
            {"question": f"how old is  singer {n} ?", "context": f"CREATE TABLE s{n} (age INTEGER)", "answer": f"SELECT s{n}.age FROM s{n}"}
        )
        rows.append(dict(rows[-1]))
        rows.append(
            {"question": f"How tall is singer {n}?", "context": f"CREATE TABLE s{n} (age INTEGER)", "answer": f"SELECT height FROM s{n}"}
        )
    return rows


@pytest.fixture(autouse=True)
def own_prepared_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(data, "cache_folder", lambda: tmp_path)


@pytest.fixture
def hub_rows(monkeypatch):
    """Give rows in the place of the Hub's: a list for every data set, or {(id, split): list}."""

    def give(rows):
        monkeypatch.setattr(sources, "read_rows", lambda dataset_id, split: rows[dataset_id, split] if isinstance(rows, dict) else rows)

    return give


def write_jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def load(train=40, validation=10, test=20, seed=0, **more):
    return data.load("b-mc2/sql-create-context", train, validation, test, seed, **more)


def test_the_splits_of_a_notebook_are_those_of_its_parameters_without_its_demonstrations(capsys):
    """What 01 writes out, 02 to 06 call: the same rows, and the questions that are demonstrated are held back."""
    parameters = {"dataset_id": "practice/create-context", "train_examples": 20, "validation_examples": 4, "eval_examples": 8, "seed": 7,
                  "other_tables": 2, "lora_rank": 16}  # fmt: skip
    plain = data.load("practice/create-context", 20, 4, 8, 7, other_tables=2)
    asked = plain.train[0]["question"]
    held = data.load_for(parameters, [{"question": asked}]).train
    assert asked not in held["question"][:]
    assert held.to_list() == data.load("practice/create-context", 20, 4, 8, 7, [asked], other_tables=2).train.to_list()
    assert capsys.readouterr().out.startswith("20 training, 4 validation, 8 test examples")


def test_splits_share_no_question_and_no_query(hub_rows):
    hub_rows(made_rows(60))
    found = load()
    sets = [found.train, found.validation, found.test]
    assert [len(rows) for rows in sets] == [40, 10, 20]
    for one in range(3):
        for other in range(one):
            assert splits.leaks(sets[one], sets[other]) == set()
    assert "training and test share: 0" in found.summary()
    assert "licence of b-mc2/sql-create-context: CC-BY-4.0" in found.summary()


def test_the_leak_check_finds_what_differs_only_in_blanks_case_and_quotes():
    def rows(question, sql):
        return splits.to_dataset([{**dict.fromkeys(splits.COLUMNS, ""), "question": question, "sql": sql}])

    assert splits.leaks(rows("How old?", "SELECT 1"), rows("how  old ?", "SELECT 2"))
    assert splits.leaks(rows("a?", "SELECT x FROM t WHERE n = 'A'"), rows("b?", 'select x  from t where n = "a";'))
    assert not splits.leaks(rows("a?", "SELECT x FROM t WHERE n > 1"), rows("b?", "SELECT x FROM t WHERE n < 1"))


def test_rows_that_do_not_run_and_copies_are_left_out_and_counted(hub_rows):
    hub_rows(made_rows(30))
    found = load(train=-1, validation=5, test=5)
    assert all("height" not in sql for rows in (found.train, found.validation, found.test) for sql in rows["sql"])
    assert found.left_out["that copy another row"] == 30
    assert found.left_out["whose query does not run on its own schema"] == 30
    assert "left out: 30 rows" in found.summary()


def test_the_same_seed_gives_the_same_rows_and_another_seed_others(hub_rows):
    hub_rows(made_rows(60))
    assert load(seed=1).train["question"] == load(seed=1).train["question"]
    assert load(seed=1).train["question"][:] != load(seed=2).train["question"][:]


def test_rows_are_shuffled_before_a_part_is_taken(hub_rows):
    """The original's random subset is the first 1,000 rows of an ordered data set."""
    hub_rows(made_rows(60))
    numbers = [int(question.rstrip("?").split()[-1]) for question in load().train["question"]]
    assert numbers != sorted(numbers)
    assert max(numbers) > 40


def test_questions_of_a_demonstration_are_in_no_split(hub_rows):
    """The original demonstrates on training row 0."""
    hub_rows(made_rows(30))
    found = load(train=-1, validation=5, test=5, exclude=["HOW OLD is singer 7 ?"])
    for rows in (found.train, found.validation, found.test):
        assert "How old is singer 7?" not in rows["question"][:]


def test_asking_for_more_rows_than_there_are_says_how_many_there_are(hub_rows):
    hub_rows(made_rows(10))
    with pytest.raises(UserError, match="train_examples asks for 500 rows"):
        load(train=500, validation=1, test=1)


def test_a_renamed_field_names_the_fields_that_are_there(hub_rows):
    hub_rows([{"question": "q", "context": "c", "sql": "s"}])
    with pytest.raises(UserError, match="no field 'answer'.*context, question, sql"):
        load(1, 1, 1)


def test_an_unknown_data_set_names_the_known_ones():
    with pytest.raises(UserError, match="b-mc2/sql-create-context"):
        data.load("b-mc2/sql-create-contexts", 1, 1, 1, 0)


def test_no_network_is_one_sentence(tmp_path, monkeypatch):
    with pytest.raises(UserError, match="data set b-mc2/sql-create-context is not in the local cache"):
        data.load("b-mc2/sql-create-context", 1, 1, 1, 0)


def test_real_rows_of_sql_create_context_load_and_almost_all_run(real_data, hub_rows):
    rows = [json.loads(line) for line in (real_data / "sql_create_context/rows.jsonl").read_text().splitlines()]
    for row in rows:
        row["answer"] = row["answer"].replace("[SQL]", "").replace("[/SQL]", "")  # their carrier's marks
    hub_rows(rows)
    found = load(train=-1, validation=100, test=200, seed=42, exclude=[rows[0]["question"]])
    faulty = found.left_out["whose query does not run on its own schema"]
    assert faulty / len(rows) < 0.05
    assert splits.leaks(found.train, found.test) == set() == splits.leaks(found.validation, found.test)
    assert set(found.test["hardness"]) <= {"easy", "medium", "hard", "extra", "unknown"}
    assert found.test["hardness"][:].count("unknown") < 5
    assert "older than 56" not in " ".join(found.train["question"])


@pytest.mark.parametrize("dataset_id", ["practice/spider", "practice/create-context", "practice/create-context-core", "practice/gretel"])
def test_practice_data_has_four_test_sets_with_databases_and_shares_nothing_with_training(dataset_id):
    found = data.load(dataset_id, 200, 20, 64, 0)
    assert len(found.train) == 200
    assert sorted(set(found.test["group"])) == sorted(data.PRACTICE_TEST_GROUPS.values())
    assert splits.leaks(found.train, found.test) == set() == splits.leaks(found.validation, found.test)
    row = random.Random(0).choice(found.test.to_list())
    assert row["database"].endswith(".sqlite")
    assert row["schema"].startswith("CREATE TABLE")


def test_the_rehearsals_test_questions_are_not_trivial():
    found = data.load("practice/create-context-core", 1, 1, 256, 0)
    easy = found.test["hardness"][:].count("easy")
    assert easy / len(found.test) <= 0.6, "at least 40 % are medium or harder"


def test_full_schemas_are_never_trimmed_to_what_the_answer_needs_except_in_the_create_context_shape():
    full = data.load("practice/spider", 300, 1, 4, 0).train
    trimmed = data.load("practice/create-context", 300, 1, 4, 0).train
    assert sum(schema.count("CREATE TABLE") for schema in full["schema"]) > 2 * sum(s.count("CREATE TABLE") for s in trimmed["schema"])
    assert max(map(len, trimmed["schema"])) < max(map(len, full["schema"]))


def gretel_row(n, sql, context=None, kind="analytics and reporting"):
    context = context or f"CREATE TABLE t{n} (a INT, b TEXT); INSERT INTO t{n} (a, b) VALUES ({n}, 'x'), (2, 'y');"
    return {"sql_prompt": f"What is in table {n}?", "sql_context": context, "sql": sql, "sql_task_type": kind}


def test_gretel_keeps_its_test_split_and_its_shipped_rows_and_counts_what_cannot_be_asked(hub_rows):
    serial = "CREATE TABLE t90 (a SERIAL PRIMARY KEY, b TEXT); INSERT INTO t90 VALUES (1, 'x'::text);"  # PostgreSQL's
    train = [gretel_row(n, f"SELECT a FROM t{n};") for n in range(20)]
    train += [gretel_row(30, "DELETE FROM t30", kind="data manipulation"), gretel_row(31, "SELECT c FROM t31")]
    test = [gretel_row(n, f"SELECT b FROM t{n} WHERE a = 2") for n in range(40, 46)]
    test += [gretel_row(50, "SELECT NOW() FROM t50"), gretel_row(90, "SELECT b FROM t90", serial), dict(train[0])]
    hub_rows({("gretelai/synthetic_text_to_sql", "train"): train, ("gretelai/synthetic_text_to_sql", "test"): test})
    found = data.load("gretelai/synthetic_text_to_sql", -1, 4, -1, 0)
    assert found.left_out["that change data instead of asking, such as INSERT"] == 1
    assert found.left_out[splits.FAULTY] == 2  # one column that is not there, one answer that changes with the day
    assert found.left_out["of training that a test row repeats"] == 1
    assert len(found.test) == 8
    assert not any("INSERT" in schema for schema in found.test["schema"])
    row = next(row for row in found.test if "t41" in row["sql"])
    connection = sqlite3.connect(row["database"])
    assert connection.execute(row["sql"]).fetchall() == [("y",)]
    assert all(database == "" for database in found.train["database"])


@pytest.fixture
def spider_folder(tmp_path):
    """Lay practice data out as Spider's download has it: half of its databases are for development."""
    folder = build.practice_folder()
    rows = [row for split in ("train", "test_seen_wordings") for row in build.read(folder, split)]
    names = sorted({row["db_id"] for row in rows})
    dev = set(names[::3])
    target = tmp_path / "spider"
    shutil.copytree(folder / "database", target / "database")
    shutil.copy(folder / "tables.json", target)
    for name, keep in (("train_spider.json", lambda db: db not in dev), ("dev.json", lambda db: db in dev)):
        (target / name).write_text(json.dumps([formats.to_spider(row) for row in rows if keep(row["db_id"])]))
    return target


def test_spider_is_joined_with_its_schemas_and_databases_and_split_by_database(spider_folder):
    found = data.load("xlangai/spider", 300, 40, 50, 0, spider_dir=str(spider_folder))
    sets = [set(rows["db_id"]) for rows in (found.train, found.validation, found.test)]
    assert not sets[0] & sets[1] and not sets[0] & sets[2] and not sets[1] & sets[2]
    row = found.test[0]
    assert row["group"] == "unseen databases"
    assert row["schema"].startswith("CREATE TABLE") and Path(row["database"]).is_file()
    assert splits.leaks(found.train, found.test) == set()


def test_spiders_folder_may_be_given_from_where_one_stands(spider_folder, monkeypatch):
    monkeypatch.chdir(spider_folder.parent)
    assert len(data.load("xlangai/spider", 30, 4, 5, 0, spider_dir=spider_folder.name).test) == 5


def test_without_databases_spiders_schemas_come_from_tables_json_and_the_reader_is_told(spider_folder):
    shutil.rmtree(spider_folder / "database")
    found = data.load("xlangai/spider", 50, 10, 20, 0, spider_dir=str(spider_folder))
    assert set(found.test["database"]) == {""}
    assert "PRIMARY KEY" in found.test[0]["schema"]
    assert "20 test rows have no database" in found.summary()


def test_spiders_development_questions_are_taken_out_of_other_training_sets(hub_rows, spider_folder):
    dev = json.loads((spider_folder / "dev.json").read_text())[:3]
    same = {"context": "CREATE TABLE x (a)", "answer": "SELECT a FROM x"}
    rows = made_rows(30) + [{"question": row["question"].upper(), **same} for row in dev]
    hub_rows(rows)
    found = load(train=10, validation=5, test=5, spider_dir=str(spider_folder))
    assert found.left_out["of Spider's development set, found among the training rows"] == 3


@pytest.mark.parametrize(
    ("question", "sql", "repeats"),
    [
        ("{question}", "SELECT n FROM z1 WHERE n <> 'x'", True),
        ("  {question} !", "SELECT n FROM z1 WHERE n <> 'x'", True),
        ("What else is there?", "{sql}", True),
        ("Please tell me, and do not hurry: {question} Thank you.", "SELECT n FROM z1", True),  # more than 13 words of it
        ("How many of these are there in all?", "SELECT n FROM z1 WHERE n <> 'x'", False),  # a paraphrase
    ],
)
def test_own_rows_that_repeat_spiders_development_questions_are_refused(tmp_path, spider_folder, question, sql, repeats):
    long = {"question": "Which of the many guests came more than twice to the old hotel by the sea in the winter?",
            "query": "SELECT g.name FROM guest AS g JOIN visit AS v ON g.id = v.guest_id WHERE v.n > 2"}  # fmt: skip
    dev = json.loads((spider_folder / "dev.json").read_text())
    (spider_folder / "dev.json").write_text(json.dumps([{"db_id": dev[0]["db_id"], **long}, *dev]))
    planted = {"question": question.format(question=long["question"]), "schema": "CREATE TABLE z1 (n TEXT)",
               "sql": sql.format(sql="select GUEST.name from GUEST join VISIT on GUEST.id = VISIT.guest_id where VISIT.n > 2")}  # fmt: skip
    if "GUEST" in planted["sql"]:
        planted["schema"] = "CREATE TABLE guest (id, name); CREATE TABLE visit (guest_id, n)"
    rows = [{"question": f"Name {n}?", "schema": f"CREATE TABLE y{n} (n TEXT)", "sql": f"SELECT n FROM y{n}"} for n in range(30)]
    path = write_jsonl(tmp_path / "own.jsonl", [planted, *rows])
    asked = (str(path), -1, 2, 2, 0)
    if not repeats:
        found = data.load(*asked, spider_dir=str(spider_folder))
        assert found.repeats == 0
        assert "across sources (13 words in a row): 0" in found.summary()
        return
    with pytest.raises(UserError, match="1 training rows of .*own.jsonl repeat what is scored.*set allow_overlap to true"):
        data.load(*asked, spider_dir=str(spider_folder))
    allowed = data.load(*asked, spider_dir=str(spider_folder), allow_overlap=True)
    assert allowed.repeats == 1
    assert "across sources (13 words in a row): 1" in allowed.summary()


def test_own_rows_that_repeat_test_rows_of_another_source_are_refused(hub_rows, tmp_path):
    """Equal texts are dealt into one split as a group; these have other words around the same question."""
    hub_rows([{"question": f"In which of the {n} towns by the wide river did the old bridge of stone fall down?",
               "context": f"CREATE TABLE x{n} (a)", "answer": f"SELECT a FROM x{n}"} for n in range(20)])  # fmt: skip
    rows = [{"question": f"Now then: In which of the {n} towns by the wide river did the old bridge of stone fall down, please?",
             "schema": f"CREATE TABLE y{n} (n TEXT)", "sql": f"SELECT n FROM y{n}"} for n in range(20)]  # fmt: skip
    name = f"{write_jsonl(tmp_path / 'own.jsonl', rows)} + b-mc2/sql-create-context"
    with pytest.raises(UserError, match="repeat what is scored"):
        data.load(name, 20, 2, 10, 0)
    assert data.load(name, 20, 2, 10, 0, allow_overlap=True).repeats > 0


def test_where_there_is_nothing_to_compare_nothing_is_said(hub_rows):
    hub_rows(made_rows(30))
    found = load(train=10, validation=5, test=5)
    assert found.repeats is None
    assert "across sources" not in found.summary()


def test_real_training_rows_repeat_nothing_of_spiders_development_set_but_equal_questions(real_data):
    dev = [{"question": row["question"], "sql": row["query"]} for row in json.loads((real_data / "spider" / "dev.json").read_text())]
    known = {splits.key(text) for row in dev for text in row.values()}
    lines = (real_data / "sql_create_context" / "all_rows.jsonl").read_text().splitlines()
    rows = [{"question": row["question"], "sql": row["answer"]} for row in map(json.loads, lines)]
    equal = [row for row in rows if {splits.key(row["question"]), splits.key(row["sql"])} & known]
    assert splits.repeated(rows, dev) == equal
    assert len(equal) == 5


def test_a_record_has_the_same_id_in_every_run_however_it_is_dealt(hub_rows):
    hub_rows(made_rows(40))
    one, other = load(train=10, validation=5, test=5), load(train=20, validation=5, test=10)
    ids = {row["question"]: row["id"] for row in [*one.train, *one.validation, *one.test]}
    again = {row["question"]: row["id"] for row in [*other.train, *other.validation, *other.test]}
    assert len(set(ids.values())) == len(ids) == 20
    assert all(again.get(question, name) == name for question, name in ids.items())
    row = one.test[0]
    assert row["id"] == splits.identity(row) != splits.identity({**row, "sql": row["sql"] + " "})
    wide = data.load("b-mc2/sql-create-context", 10, 5, 5, 0, other_tables=3, wider_examples=-1, dialect="postgres")
    assert {row["question"]: row["id"] for row in wide.train}.items() <= ids.items(), "other tables and dialects change no id"
    assert [row["id"] for row in wide.wider] == [row["id"] for row in wide.test]


def test_a_folder_that_is_not_spiders_says_what_is_missing(tmp_path):
    with pytest.raises(UserError, match="has no tables.json and no databases"):
        data.load("xlangai/spider", 1, 1, 1, 0, spider_dir=str(tmp_path))


def test_a_folder_with_links_to_itself_is_looked_through_once_and_one_with_too_many_folders_refused(tmp_path, monkeypatch):
    """`spider_dir=/usr` said nothing for a minute."""
    (tmp_path / "database/shop").mkdir(parents=True)
    (tmp_path / "database/self").symlink_to(tmp_path)
    sqlite3.connect(tmp_path / "database/shop/shop.sqlite").close()
    assert spider.SpiderFiles(tmp_path).databases == {"shop": str(tmp_path / "database/shop/shop.sqlite")}
    monkeypatch.setattr(spider, "MAX_FOLDERS", 2)
    with pytest.raises(UserError, match="has over 2 folders. Give that of Spider's download"):
        spider.SpiderFiles(tmp_path)


def test_several_sources_are_interleaved_without_what_they_share(hub_rows):
    """The T5 original's three sources contain each other, also across its splits."""
    one = made_rows(20)
    other = [{"instruction": row["question"], "input": row["context"], "response": row["answer"]} for row in one[:30]]
    other += [{"instruction": f"Name {n}?", "input": f"CREATE TABLE z{n} (n TEXT)", "response": f"SELECT n FROM z{n}"} for n in range(20)]
    hub_rows({("b-mc2/sql-create-context", "train"): one, ("Clinton/Text-to-sql-v1", "train"): other})
    found = data.load("b-mc2/sql-create-context + Clinton/Text-to-sql-v1", 30, 4, 8, 0)
    assert found.left_out["that another of the sources has too"] == 30
    assert set(found.train["source"]) == {"b-mc2/sql-create-context", "Clinton/Text-to-sql-v1"}
    assert splits.leaks(found.train, found.test) == set()
    assert "of Clinton/Text-to-sql-v1" in found.summary()


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_your_own_file_is_read_through_a_field_mapping(tmp_path, suffix):
    rows = [
        {"q": f"Wie alt ist König {n}?", "ddl": f"CREATE TABLE k{n} (age INTEGER)", "answer": f"SELECT age FROM k{n}"} for n in range(30)
    ]
    path = tmp_path / f"own.{suffix}"
    if suffix == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    else:
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    found = data.load(str(path), 10, 2, 5, 0, field_mapping="question:q, schema:ddl, sql:answer")
    assert [len(part) for part in (found.train, found.validation, found.test)] == [10, 2, 5]
    assert "König" in found.train[0]["question"]


@pytest.mark.parametrize(
    ("content", "mapping", "words"),
    [
        (b"question,schema\na,b\n", "", "no field 'sql'.*field_mapping"),
        (b"question,schema,sql\na,b,c\n", "question=q", "field_mapping has 'question=q'"),
        (b"question,schema,sql\na,b,c\n", "question:sql", "field_mapping makes 'sql' both question and sql"),
        (b"question,schema,sql\na,b,c\n", "sql:sql,sql:schema", "field_mapping names sql twice"),
        (b"question,ddl,query\na,b,c\n", "schema:ddl,query:sql", "field_mapping has 'query:sql'; expected pairs such as"),
        (b"", "", "has no rows"),
        ("question,schema,sql\nK\u00f6nig,b,c\n".encode("latin-1"), "", "not UTF-8 at byte"),
    ],
)
def test_what_is_wrong_with_your_own_file_is_one_sentence(tmp_path, content, mapping, words):
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(UserError, match=words):
        data.load(str(path), 1, 1, 1, 0, field_mapping=mapping)


def test_a_column_with_a_comma_in_its_name_can_be_named(tmp_path):
    (tmp_path / "own.csv").write_text('"asked, in German",schema,sql\nWer?,CREATE TABLE t (a),SELECT a FROM t\n')
    (row,) = sources.read_records(str(tmp_path / "own.csv"), "train", "question:asked, in German, sql : sql")
    assert (row["question"], row["sql"]) == ("Wer?", "SELECT a FROM t")


def test_a_mapping_without_a_file_of_ones_own_is_refused_and_not_passed_over():
    with pytest.raises(UserError, match="field_mapping is for your own file, which practice/spider is not"):
        data.load("practice/spider", 1, 1, 1, 0, ["Who?"], field_mapping="question:q")


def test_a_missing_file_and_mixed_practice_data_are_refused(tmp_path):
    with pytest.raises(UserError, match=r"There is no file .*none\.csv"):
        data.load(str(tmp_path / "none.csv"), 1, 1, 1, 0)
    with pytest.raises(UserError, match="cannot be mixed"):
        data.load("practice/spider + practice/gretel", 1, 1, 1, 0)


def test_a_prepared_set_is_read_again_and_made_anew_where_it_is_damaged(hub_rows, tmp_path):
    hub_rows(made_rows(30))
    first = load(train=10, validation=2, test=5)
    hub_rows([])
    again = load(train=10, validation=2, test=5)
    assert again.train.to_list() == first.train.to_list()
    assert again.left_out == first.left_out
    file = next((tmp_path / "prepared").glob("*.json"))
    file.write_bytes(file.read_bytes()[:100])
    hub_rows(made_rows(30))
    assert load(train=10, validation=2, test=5).train.to_list() == first.train.to_list()


def test_what_earlier_code_prepared_is_made_anew(hub_rows, monkeypatch):
    hub_rows(made_rows(30))
    first = load(train=10, validation=2, test=5)
    hub_rows(made_rows(60)[30:])
    assert load(train=10, validation=2, test=5).train.to_list() == first.train.to_list()
    monkeypatch.setattr(Path, "read_text", lambda path, *args, read=Path.read_text, **more: read(path, *args, **more) + "\n")
    assert {*load(train=10, validation=2, test=5).train["question"]}.isdisjoint(first.train["question"])


@pytest.mark.parametrize("dialect", ["postgres", "mysql", "duckdb"])
def test_gold_queries_are_translated_for_training_and_test_rows_keep_sqlites(dialect):
    plain, found = (data.load("practice/create-context", 300, 10, 20, 0, dialect=name) for name in ("sqlite", dialect))
    assert found.test["sql"][:] == plain.test["sql"][:]
    assert 200 < len(found.train) <= 300
    written = [(sql, to_dialect(sql, dialect)) for sql in plain.test["sql"]]
    assert all(normalize_sql(bring(there, dialect)[0]) == normalize_sql(sql) for sql, there in written if there)


def test_texts_in_double_quotes_are_told_from_names_by_the_rows_own_schema(hub_rows):
    hub_rows([row | {"answer": row["answer"].replace("SELECT age", 'SELECT "age", "x"')} for row in made_rows(30)])
    found = data.load("b-mc2/sql-create-context", 5, 2, 5, 0, dialect="mysql")
    assert sum(row["sql"].startswith("SELECT `age`, 'x' FROM") for row in found.train) > 2 and "`x`" not in str(found.train["sql"][:])


def test_real_rows_of_spider_load_with_their_twelve_databases(real_data, tmp_path):
    for name, target in (("train_sample.json", "train_spider.json"), ("dev.json", "dev.json"), ("tables.json", "tables.json")):
        shutil.copy(real_data / "spider" / name, tmp_path / target)
    shutil.copytree(real_data / "spider" / "database", tmp_path / "database")
    found = data.load("xlangai/spider", 500, 60, 200, 0, spider_dir=str(tmp_path))
    assert [len(part) for part in (found.train, found.test)] == [500, 200]
    assert all(path.endswith(".sqlite") for path in found.train["database"])
    assert found.left_out.get(splits.FAULTY, 0) < 5
    assert not set(found.train["db_id"]) & set(found.test["db_id"])


def test_real_rows_of_gretel_get_their_databases(real_data, hub_rows):
    rows = [json.loads(line) for line in (real_data / "gretel/rows.jsonl").read_text().splitlines()]
    hub_rows({("gretelai/synthetic_text_to_sql", "train"): made_gretel(), ("gretelai/synthetic_text_to_sql", "test"): rows})
    found = data.load("gretelai/synthetic_text_to_sql", 5, 2, -1, 0)
    assert len(found.test) == 4
    assert found.left_out == {splits.FAULTY: 1}  # a column that both of its tables have
    results = list(run_many((row["database"], row["sql"]) for row in found.test if row["database"]))
    assert all(not result.error for result in results)
    assert sum(result.rows not in ([], [(None,)]) for result in results) >= 3


def made_gretel():
    return [gretel_row(n, f"SELECT a FROM t{n}") for n in range(20)]


def test_a_query_of_another_system_is_run_as_sqlite_takes_it(hub_rows):
    context = "CREATE TABLE sale (day DATE, price INT); INSERT INTO sale VALUES ('2021-02-03', 5);"
    row = {"sql_prompt": "What was it worth?", "sql_context": context, "sql": "SELECT price::TEXT FROM sale"}
    hub_rows({("gretelai/synthetic_text_to_sql", "train"): made_gretel(), ("gretelai/synthetic_text_to_sql", "test"): [row]})
    found = data.load("gretelai/synthetic_text_to_sql", 5, 2, -1, 0)
    assert next(run_many([(found.test[0]["database"], found.test[0]["sql"])])).error == ""


def test_a_copy_of_spider_on_the_hub_is_looked_at_and_one_that_cannot_be_used_passed_over(spider_folder, monkeypatch, capsys, tmp_path):
    import huggingface_hub

    (tmp_path / "empty").mkdir()
    (spider_folder / "tables.json").unlink()  # a copy with databases only
    folders = dict(zip(spider.HUB_COPIES, [tmp_path / "empty", spider_folder], strict=False))
    info = type("Info", (), {"card_data": type("Card", (), {"license": "cc-by-sa-4.0"})})
    monkeypatch.setattr(huggingface_hub.HfApi, "dataset_info", lambda self, name: info)
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **options: str(folders[name]))
    found = spider.find_spider("")
    assert found.schema("library").startswith("CREATE TABLE")
    assert f"from {spider.HUB_COPIES[1]} (licence: cc-by-sa-4.0)" in capsys.readouterr().out


def own_rows(**changes):
    """Return twelve good rows; `row3={...}` changes the third, `every={...}` all."""
    rows = [
        {"question": f"How old is {n}?", "schema": f"CREATE TABLE t{n} (age INT, note TEXT)", "sql": f"SELECT age, note FROM t{n}"}
        for n in range(1, 13)
    ]
    return [row | changes.get("every", {}) | changes.get(f"row{n}", {}) for n, row in enumerate(rows, 1)]


def as_lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def as_csv(rows, delimiter=",", end="\n"):
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def load_own(folder, name, content, train=-1):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return data.load(str(folder / name), train, 2, 3, 0)


ROWS = own_rows()
SPREAD = "CREATE TABLE t2 (age INT, note TEXT, {})".format(", ".join(f"column_{n} TEXT" for n in range(1900)))
SAME_ROWS = {
    "csv of a German Excel": ("own.csv", "\ufeff" + as_csv(ROWS, ";", "\r\n")),
    "csv that says its separator": ("own.csv", "sep=;\r\n" + as_csv(ROWS, ";", "\r\n")),
    "csv with tabs": ("own.csv", as_csv(ROWS, "\t")),
    "tsv": ("own.tsv", as_csv(ROWS, "\t")),
    "csv with bars": ("own.csv", as_csv(ROWS, "|")),
    "csv of an old Mac": ("own.csv", as_csv(ROWS, end="\r")),
    "csv with mixed line ends": ("own.csv", as_csv(ROWS).replace("\n", "\r\n", 5)),
    "csv with blanks in its header": ("own.csv", as_csv(ROWS).replace("question,schema,sql", "question, schema , sql", 1)),
    "csv with empty columns and rows": ("own.csv", as_csv(ROWS).replace("\n", ",,\n") + ",,,,\n\n"),
    "lines that end in commas": ("own.jsonl", as_lines(ROWS).replace("\n", ",\n")),
    "lines with CRLF and a mark": ("own.jsonl", "\ufeff" + as_lines(ROWS).replace("\n", "\r\n")),
    "lines of an old Mac": ("own.jsonl", as_lines(ROWS).replace("\n", "\r")),
    "an array": ("own.json", json.dumps(ROWS)),
    "an array over lines": ("own.jsonl", json.dumps(ROWS, indent=2)),
    "an array with a row a line": ("own.json", "[\n" + ",\n".join(map(json.dumps, ROWS)) + "\n]"),
    "objects over several lines": ("own.jsonl", "\n".join(json.dumps(row, indent=1) for row in ROWS)),
    "blank lines": ("own.jsonl", "\n\n" + as_lines(ROWS).replace("\n", "\n\n")),
    "a plus in the path": ("a + b.jsonl", as_lines(ROWS)),
    "by their ids": ("own.json", json.dumps({f"q{number}": row for number, row in enumerate(ROWS)})),
    "two files in one": ("own.jsonl", as_lines(ROWS[:5]) + "\ufeff" + as_lines(ROWS[5:])),
    "numbers as names of databases": ("own.jsonl", as_lines([row | {"db_id": n or "x"} for n, row in enumerate(ROWS)])),
}


@pytest.mark.parametrize("kind", SAME_ROWS)
def test_the_same_rows_come_out_of_every_form_that_people_have(tmp_path, kind):
    found = load_own(tmp_path, *SAME_ROWS[kind])
    together = [row for part in (found.train, found.validation, found.test) for row in part]
    assert {(row["question"], row["schema"], row["sql"]) for row in together} == {tuple(row.values()) for row in ROWS}
    assert found.left_out == {}


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
@pytest.mark.parametrize("name", ["own.csv", "own.jsonl"])
def test_a_sign_that_some_take_for_a_line_end_stays_inside_its_row(tmp_path, sign, name):
    rows = own_rows(row2={"sql": f"SELECT '{sign}' FROM t2"})
    content = as_csv(rows) if name == "own.csv" else "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    found = load_own(tmp_path, name, content)
    assert f"SELECT '{sign}' FROM t2" in [*found.train["sql"], *found.validation["sql"], *found.test["sql"]]


def test_a_long_schema_fits_into_a_cell_of_a_csv_file(tmp_path):
    rows = own_rows(row2={"schema": SPREAD + " " * 150_000})
    assert load_own(tmp_path, "own.csv", as_csv(rows)).left_out == {}


def test_tables_without_a_semicolon_between_them_are_two(tmp_path):
    """NSText2SQL and what gathers it write them so: each row of two tables was left out, as one that does not run on its own schema."""
    found = load_own(tmp_path, "own.jsonl", as_lines([row | {"schema": f"{row['schema']}\n\nCREATE TABLE more (x)"} for row in ROWS]))
    assert found.left_out == {}
    assert all(schema.endswith(" TEXT);\n\nCREATE TABLE more (x)") for schema in found.train["schema"])


UNENDED = [
    ("CREATE TABLE a (x INT) STRICT CREATE TABLE b (y INT)", "CREATE TABLE a (x INT) STRICT; CREATE TABLE b (y INT)"),
    ("CREATE TABLE a (x INT) WITHOUT ROWID, STRICT\nCREATE VIEW v AS SELECT 1",
     "CREATE TABLE a (x INT) WITHOUT ROWID, STRICT;\nCREATE VIEW v AS SELECT 1"),
    ("CREATE TABLE a (x INT) CREATE UNIQUE INDEX i ON a (x)", "CREATE TABLE a (x INT); CREATE UNIQUE INDEX i ON a (x)"),
    ("CREATE TABLE a (x TEXT DEFAULT '() CREATE TABLE b')", "CREATE TABLE a (x TEXT DEFAULT '() CREATE TABLE b')"),
    ("CREATE TABLE a (x TEXT -- it's () CREATE TABLE q\n) CREATE TABLE b (y)",
     "CREATE TABLE a (x TEXT -- it's () CREATE TABLE q\n); CREATE TABLE b (y)"),
    ("CREATE TABLE a (x /* () CREATE TABLE q */)", "CREATE TABLE a (x /* () CREATE TABLE q */)"),
    ("CREATE TABLE a (x) -- a's\n/* b */ CREATE TABLE b (y)", "CREATE TABLE a (x); -- a's\n/* b */ CREATE TABLE b (y)"),
    ("CREATE TABLE a (x)\nGO\nCREATE TABLE b (go INT)\nGO", "CREATE TABLE a (x)\n;\nCREATE TABLE b (go INT)\n;"),
    ("CREATE TABLE a (x)\nINSERT INTO a VALUES (1)", "CREATE TABLE a (x);\nINSERT INTO a VALUES (1)"),
    ("CREATE OR REPLACE TABLE a (x)\nCREATE OR REPLACE TABLE b (y)", "CREATE TABLE a (x);\nCREATE TABLE b (y)"),
    ("```sql\nCREATE TABLE a (`x y` INT)\n```", "CREATE TABLE a (`x y` INT)"),
    ("CREATE TABLE a (x TEXT DEFAULT 'OR REPLACE ```\nGO\n')", "CREATE TABLE a (x TEXT DEFAULT 'OR REPLACE ```\nGO\n')"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), UNENDED)
def test_only_a_table_without_a_semicolon_gets_one(written, read):
    own = {"question": "How many?", "schema": written, "sql": "SELECT 1"}
    assert sources.record(own, "own.jsonl", sources.Source("question", "schema", "sql", ""))["schema"] == read


@pytest.mark.parametrize("text", [
    ")" + " " * 60_000, ") STRICT ," * 20_000, "[" * 50_000, "/*" * 50_000, ") " + "--\n" * 30_000, "\nGO" * 30_000,
    "CREATE OR REPLACE" * 9_000, "'" * 50_001,
])  # fmt: skip
def test_hostile_schemas_of_own_rows_are_read_in_no_time(text):
    start = time.monotonic()
    sources.record({"question": "q", "schema": text, "sql": "SELECT 1"}, "own.jsonl", sources.Source("question", "schema", "sql", ""))
    assert time.monotonic() - start < 60  # a hang, never a speed


def test_one_row_of_fields_in_fields_is_one_row(tmp_path):
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"input": {"question": "q", "schema": "s"}, "output": {"sql": "SELECT 1"}}), encoding="utf-8")
    ((number, row),) = sources.read_file(path)
    assert number == 1
    assert (row["input.question"], row["input.schema"], row["output.sql"]) == ("q", "s", "SELECT 1")


LEFT_OUT = {
    "schema is null": {"row5": {"schema": None}},
    "sql is a list, not a text": {"row5": {"sql": ["SELECT 1"]}},
    "question is empty": {"row5": {"question": " "}},
    "question holds half of a character": {"row5": {"question": "Who \ud83d?"}},
    "db_id holds half of a character": {"row5": {"db_id": "\udfff"}},
    "The database .*gone.sqlite cannot be opened: No such file": {"row5": {"database": "gone.sqlite"}},
    "random.. gives another answer": {"row5": {"sql": "SELECT age FROM t5 ORDER BY Random ()"}},
    "own.jsonl is not a SQLite file": {"row5": {"database": "own.jsonl"}},
    'near "KEY": syntax error': {"row5": {"schema": "CREATE TABLE t5 (age INT, note TEXT UNIQUE KEY)"}},
    "no such table: public.t5": {"row5": {"sql": "SELECT age FROM public.t5"}},
    "it begins with 'INSERT INTO t5": {"row5": {"sql": "INSERT INTO t5 VALUES (1)"}},
    "it begins with '```sql": {"row5": {"sql": "```sql\nSELECT age FROM t5\n```"}},
    "the statement holds a character that SQL cannot hold": {"row5": {"sql": "SELECT '\0' FROM t5"}},
}


@pytest.mark.parametrize("schema", [{}, {"schema": None}])
def test_a_row_that_names_its_database_needs_no_schema(tmp_path, schema):
    with closing(sqlite3.connect(tmp_path / "town.sqlite")) as connection:
        connection.execute("CREATE TABLE person (name TEXT, age INTEGER)")
    asked = {"database": "town.sqlite", **schema}
    rows = [{"question": f"Who is {i}?", "sql": f"SELECT name FROM person WHERE age = {i}", **asked} for i in range(12)]
    found = load_own(tmp_path, "own.jsonl", as_lines(rows))
    assert "CREATE TABLE person" in found.test[0]["schema"]


@pytest.mark.parametrize("words", LEFT_OUT)
def test_a_row_that_cannot_be_used_is_left_out_and_named_by_its_line(tmp_path, words):
    found = load_own(tmp_path, "own.jsonl", "\n" + as_lines(own_rows(**LEFT_OUT[words])))
    assert list(found.left_out.values()) == [1]
    assert len(found.train) + len(found.validation) + len(found.test) == 11
    assert re.search(rf"left out: 1 rows .*\(the first: line 6 of .*own.jsonl: .*{words}", found.summary())
    again = load_own(tmp_path, "own.jsonl", "\n" + as_lines(own_rows(**LEFT_OUT[words])))
    assert again.summary() == found.summary(), "also when it comes from the cache"


REFUSED = {
    "a comma too many": ("own.jsonl", as_lines(ROWS[:3]) + '{"question": "a",}\n', r"Line 4 of .*own.jsonl is not JSON"),
    "a first line that is broken": ("own.jsonl", '{"question": "a"\n' + as_lines(ROWS), "Line 1 of .* is not JSON"),
    "a broken array": ("own.json", json.dumps(ROWS, indent=1).replace('"sql": ', '"sql" ', 2), "Line 5 of .* is not JSON"),
    "an array that was cut off": ("own.json", json.dumps(ROWS)[:-1], "was cut off"),
    "an array on a line": ("own.jsonl", "[1]\n" + as_lines(ROWS), "Line 1 of .* is not an object"),
    "a number": ("own.jsonl", as_lines(ROWS) + "5\n", "Line 13 of .* is not an object with fields"),
    "a raw NUL": ("own.jsonl", as_lines(ROWS).replace("How old", "How\0old", 1), "Line 1 of .* is not JSON"),
    "nesting without end": ("own.jsonl", as_lines(ROWS) + '{"a": ' + "[" * 90_000 + "\n", "Line 13 of .* is not JSON"),
    "nothing": ("own.jsonl", "", "has no rows: it is empty"),
    "blank lines": ("own.jsonl", "\n \n", "has no rows beside blank lines"),
    "a header": ("own.csv", "question,schema,sql\n", "has no rows beside"),
    "a column twice": ("own.csv", "question,schema,sql,sql\na,b,c,d\n", "has two columns 'sql'"),
    "numbers": ("own.jsonl", as_lines(own_rows(every={"question": 5})), "no field 'question' .* There stands 5 .int.: write texts"),
    "nulls": ("own.jsonl", as_lines(own_rows(every={"sql": None})), r"no field 'sql' .* There stands null: write texts"),
    "an empty object": ("own.json", "{}", "its rows have no fields at all"),
    "two lists": ("own.json", json.dumps({"train": ROWS[:6], "test": ROWS[6:]}), "several lists of rows: train, test"),
    "a split table": (
        "own.json", json.dumps({"columns": ["question"], "index": [0], "data": [["Who?"]]}), "pandas' form 'split'"
    ),
    "a web page": ("own.csv", "\n<!DOCTYPE html>\n<html>", "own.csv is a web page in place of the file itself"),
    "git-lfs": ("own.jsonl", "version https://git-lfs.github.com/spec/v1\noid 5\n", "a pointer of git-lfs .* with git lfs pull"),
    "commas without quotes": ("own.csv", "question,schema,sql\na,b,SELECT a, b FROM t\n", "Line 2 of .* has 4 cells, and its header 3"),
    "a quote that does not close": ("own.csv", as_csv(ROWS[:2]) + '"a,b,c\n', "The row at line 4 of .* is no csv"),
    "Latin-1": ("own.csv", as_csv(own_rows(row3={"question": "Köln?"})).encode("latin-1"), "not UTF-8 at byte .*, in line 4"),
    "UTF-16": ("own.csv", as_csv(ROWS).encode("utf-16"), "it is UTF-16"),
    "gzip": ("own.jsonl", gzip.compress(as_lines(ROWS).encode()), "compressed by gzip"),
    "capitals": ("own.jsonl", as_lines([{"Question": "a", "schema": "b", "sql": "c"}]), r"Did you mean field_mapping=question:Question\?"),
    "a typo": ("own.csv", "question,shema,sql\na,b,c\n", r"no field 'schema'.* Did you mean field_mapping=schema:shema\?"),
    "another name": ("own.csv", "question,context,query\na,b,c\n", r"Did you mean field_mapping=schema:context\?"),
    "conversations": ("own.jsonl", as_lines([{"messages": [{"role": "user"}]}] * 2), "conversations: write question, schema and"),
    "Spider's own file": ("own.json", json.dumps([{"db_id": "a", "question": "b", "query": "c", "sql": {}}]), "dataset_id to xlangai"),
    "no row of use": ("own.jsonl", as_lines(own_rows(every={"sql": "SELECT x FROM nowhere"})), r"left out: 12 .*\. Repair what is left"),
    "fields in a field": ("own.jsonl", as_lines([{"data": ROWS[0]}]), r"Did you mean field_mapping=question:data.question\?"),
    "fields in fields": ("own.jsonl", as_lines([{"a": {"data": ROWS[0]}}]), "Did you mean field_mapping=question:a.data.question"),
    "no header": ("own.csv", as_csv(ROWS).split("\n", 1)[1], "no field 'question'"),
    "too few rows": ("own.jsonl", as_lines(ROWS[:4]), "3 rows are set aside for testing and 1 for validation. Ask for fewer"),
    "equal rows": ("own.jsonl", as_lines(ROWS[:1] * 20), "left out: 19 rows that copy another row .the first: line 2 of"),
    "equal questions": (
        "own.jsonl",
        as_lines(own_rows(every={"question": "How old?"})),
        "left out: 11 rows that share a question or a query with a row set aside .the first: line",
    ),
    "a mapping to no column": ("own.csv", "q1,schema,sql\na,b,c\n", "no field 'question'"),
    "databases that are not there": (
        "own.jsonl",
        as_lines(own_rows(every={"database": "x.sqlite"})),
        "left out: 12 rows .*the first: line 1 of .*x.sqlite",
    ),
    "prose for schemas": (
        "own.jsonl",
        as_lines(own_rows(every={"schema": "a table of ages"})),
        "left out: 12 rows .*the first: line 1 of .*no such table",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_loaded_is_said_in_one_sentence_with_its_place(tmp_path, kind):
    name, content, words = REFUSED[kind]
    with pytest.raises(UserError, match=words) as refused:
        load_own(tmp_path, name, content)
    assert "\n" not in str(refused.value)


def test_a_folder_in_place_of_a_file_is_called_one(tmp_path):
    (tmp_path / "own.jsonl").mkdir()
    with pytest.raises(UserError, match="own.jsonl is a folder"):
        data.load(str(tmp_path / "own.jsonl"), 1, 1, 1, 0)


@pytest.mark.parametrize(("counts", "words"), [
    ((-5, 1, 1), "train_examples is -5: expected a number of rows from 1, or -1 for all"), ((0, 1, 1), "train_examples is 0"),
    ((1, 1, 0), "eval_examples is 0"), ((1, -2, 1), "validation_examples is -2"),
])  # fmt: skip
@pytest.mark.parametrize("dataset_id", ["practice/create-context", "own.csv"])
def test_only_minus_one_means_all_rows(dataset_id, counts, words):
    with pytest.raises(UserError, match=words):
        data.load(dataset_id, *counts, 0)


def test_too_few_rows_are_told_by_the_parameter_that_the_notebook_has(tmp_path):
    """09, which trains nothing, spoke of train_examples and of validation_examples, which it does not have."""
    path = str(write_jsonl(tmp_path / "own.jsonl", ROWS))
    with pytest.raises(UserError, match=r"shots \(1 at least\) asks for 1 rows.*12 rows are set aside for testing.*Lower eval_examples"):
        data.load(path, 1, 0, 12, 0)
    with pytest.raises(UserError, match="cannot set aside all rows: give a number for eval_examples.$"):
        data.load(path, 1, 0, -1, 0)
    with pytest.raises(UserError, match="train_examples asks for 4 rows.*Ask for fewer"):
        data.load(path, 4, 2, 10, 0)




def test_a_gold_query_may_begin_with_comments_and_parentheses(tmp_path):
    queries = ["-- find\nSELECT age FROM t1", "/* all; of it */ SELECT age FROM t2", "(SELECT age FROM t3)", "-- (a\n(SELECT ')' FROM t4)",
               "VALUES (1, 2)", "with x as (select 1) select * from x"]  # fmt: skip
    found = load_own(tmp_path, "own.jsonl", as_lines(own_rows(**{f"row{n}": {"sql": sql} for n, sql in enumerate(queries, 1)})))
    assert found.left_out == {}
    written = [*found.train["sql"], *found.validation["sql"], *found.test["sql"]]
    assert {*queries[:2], *queries[4:], "SELECT age FROM t3", "SELECT ')' FROM t4"} <= set(written)


def test_databases_are_found_beside_their_file_and_under_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("x.sqlite", "y.sqlite"):
        with sqlite3.connect(tmp_path / name) as connection:
            connection.executescript("".join(f"CREATE TABLE t{n} (age INT, note TEXT);" for n in range(1, 13)))
    (tmp_path / "dbs").mkdir()
    (tmp_path / "x.sqlite").rename(tmp_path / "dbs" / "x.sqlite")
    rows = [row | {"database": "dbs\\x.sqlite" if n % 2 else "~/y.sqlite", "schema": "(see the file)"} for n, row in enumerate(ROWS)]
    found = load_own(tmp_path, "own.jsonl", as_lines(rows))
    assert found.left_out == {}
    assert set(found.train["database"]) == {str(tmp_path / "dbs" / "x.sqlite"), str(tmp_path / "y.sqlite")}


def test_a_schema_that_cannot_answer_is_left_out_and_a_missing_one_is_the_databases(tmp_path):
    """Prompts showed the tables of another database, or none, beside queries that the database answers."""
    with sqlite3.connect(tmp_path / "x.sqlite") as connection:
        connection.executescript("".join(f"CREATE TABLE t{n} (age INT, note TEXT);" for n in range(1, 13)))
    every = {"database": "x.sqlite", "schema": ""}
    found = load_own(tmp_path, "own.jsonl", as_lines(own_rows(every=every, row5={"schema": "CREATE TABLE other (a INT)"})))
    assert found.first == {golds.FAULTY: f"line 5 of {tmp_path / 'own.jsonl'}: no such table: t5"}
    assert all("CREATE TABLE t12 (age INT, note TEXT)" in row["schema"] for row in [*found.train, *found.validation, *found.test])
    assert "11 rows have no CREATE TABLE of their own: they show their database's" in found.summary()
    again = data.load(str(tmp_path / "own.jsonl"), -1, 2, 3, 0)
    assert again.shown == found.shown == 11, "what was prepared says it, too"
    assert "their database's" not in load_own(tmp_path, "own.jsonl", as_lines(own_rows(every={"database": "x.sqlite"}))).summary()


def test_own_test_queries_that_compile_and_fail_when_they_run_are_counted_before_the_training(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.executescript("".join(f"CREATE TABLE t{n} (age, note); INSERT INTO t{n} VALUES (1, 'x');" for n in range(1, 13)))
    rows = [row | {"database": "x.sqlite", "sql": row["sql"].replace("note", "json_extract(note, '$.a')")} for row in ROWS]
    said = load_own(tmp_path, "own.jsonl", as_lines(rows)).summary()
    assert "not judged: 3 test queries that fail when they run on their own database; the first, SELECT age, json_extract" in said
    assert "malformed JSON" in said and "not judged" not in load_own(tmp_path, "own.jsonl", as_lines(ROWS)).summary()


@pytest.mark.parametrize(("sql", "words"), [
    ("SELECT age FROM t WHERE note = 'random (draw)' -- random()", ""), ('SELECT age AS "random ()" FROM t', ""),
    ("SELECT age FROM t ORDER BY random ()", "forbidden: random()"), ("SELECT 'it''s', max(age, random()) FROM t", "forbidden: random()"),
])  # fmt: skip
def test_a_query_is_random_by_what_it_calls_and_not_by_what_it_quotes(sql, words):
    assert golds.gold_fault({"sql": sql, "schema": "CREATE TABLE t (age INT, note TEXT)"}).partition(" gives")[0] == words


def test_the_digest_of_the_splits_is_that_of_their_rows(tmp_path):
    """A file of rows that was edited between two sessions put rows that were trained on among those that are scored."""
    texts = [as_lines(ROWS), as_lines(ROWS[::-1][::-1]) + "\n", as_lines(own_rows(row3={"sql": "SELECT age FROM t3"})), as_lines(ROWS[1:])]
    first, same, *others = [load_own(tmp_path, "own.jsonl", text) for text in texts]
    assert first.test.info.description == first.digest() == same.digest()
    assert len({first.digest(), *(other.digest() for other in others)}) == 3


def test_a_database_with_changes_that_are_not_written_is_called_that(tmp_path):
    """Its rows were left out for "no such table", or the run ended after all answers were written."""
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript("".join(f"CREATE TABLE t{n} (age INT, note TEXT);" for n in range(1, 13)))
        rows = own_rows(every={"database": "x.sqlite"})
        with pytest.raises(UserError, match="12 rows .*x.sqlite has changes in x.sqlite-wal that are not yet in the file"):
            load_own(tmp_path, "own.jsonl", as_lines(rows))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert load_own(tmp_path, "own.jsonl", as_lines(rows)).left_out == {}
        connection.execute("INSERT INTO t1 VALUES (1, 'a')")
        connection.commit()
        with pytest.raises(UserError, match="x.sqlite-wal"):  # also where the rows were prepared before
            load_own(tmp_path, "own.jsonl", as_lines(rows))


@pytest.mark.parametrize("fold", [
    lambda rows: {"version": "1.0", "data": rows},
    lambda rows: [{"data": rows}],
    lambda rows: {name: [row[name] for row in rows] for name in rows[0]},
    lambda rows: {name: {str(n): row[name] for n, row in enumerate(rows)} for name in rows[0]},
])  # fmt: skip
def test_one_object_that_holds_all_rows_is_unfolded(tmp_path, fold):
    """Such a file was one row without a question, and the advice was to map question to question."""
    rows = [{"question": f"Which {n}?", "schema": "CREATE TABLE t (a INT)", "sql": f"SELECT {n}"} for n in range(3)]
    (tmp_path / "own.json").write_text(json.dumps(fold(rows), indent=1))
    assert [row["sql"] for row in sources.read_records(str(tmp_path / "own.json"), "train")] == ["SELECT 0", "SELECT 1", "SELECT 2"]


def test_a_column_without_texts_is_not_advised_to_be_itself(tmp_path):
    (tmp_path / "own.jsonl").write_text('{"question": 1, "schema": "", "sql": "SELECT 1"}')
    with pytest.raises(UserError) as said:
        sources.read_records(str(tmp_path / "own.jsonl"), "train")
    assert "no field 'question'" in str(said.value) and "question:question" not in str(said.value)


def test_a_field_inside_a_field_is_named_with_a_dot(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text(as_lines([{"data": row} for row in ROWS]))
    found = data.load(str(path), -1, 2, 3, 0, field_mapping="question:data.question,schema:data.schema,sql:data.sql")
    assert len(found.train) == 7


def test_blanks_around_the_name_of_a_field_are_passed_over(tmp_path):
    """The advice was field_mapping=question:question, which a mapping cannot say."""
    names = {"question": "question ", "schema": "\xa0schema", "sql": "sql\t"}
    found = load_own(tmp_path, "own.jsonl", as_lines([{names[name]: text for name, text in row.items()} for row in ROWS]))
    assert len(found.train) == 7


def test_comments_in_the_schema_of_a_spider_database_do_not_swallow_what_follows(tmp_path):
    folder = tmp_path / "database" / "shop"
    folder.mkdir(parents=True)
    with sqlite3.connect(folder / "shop.sqlite") as connection:
        connection.execute(
            "CREATE TABLE item ( -- what is sold; 'all' of it\n  id INT, /* the\n key */\n  \"full  name\" TEXT DEFAULT '--  x'\n)"
        )
    schema = spider.SpiderFiles(tmp_path).schema("shop")
    assert schema == "CREATE TABLE item ( id INT, \"full  name\" TEXT DEFAULT '--  x' )"
    assert golds.gold_fault({"schema": schema, "sql": 'SELECT "full  name" FROM item'}) == ""


def test_a_views_columns_are_shown_and_where_full_text_keeps_its_rows_is_not(tmp_path):
    """Prompts lacked the views that their queries read, and showed the tables in which FTS5 keeps its index."""
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.executescript("""
            CREATE TABLE t (age INT, "full name" TEXT); INSERT INTO t VALUES (1, 'a'); CREATE TABLE gone (a);
            CREATE VIEW old AS SELECT age, "full name", age > 60 AS retired FROM t; CREATE VIEW broken AS SELECT a FROM gone;
            CREATE VIRTUAL TABLE note USING fts5(title, body); CREATE VIRTUAL TABLE place USING rtree(id, a, b); DROP TABLE gone;""")
    schema = spider.file_schema(str(tmp_path / "x.sqlite"))
    assert schema.split(";\n") == [
        'CREATE TABLE t (age INT, "full name" TEXT)', 'CREATE TABLE old (age INT, "full name" TEXT, retired)',
        "CREATE TABLE note (title, body)", "CREATE TABLE place (id INT, a REAL, b REAL)",
    ]  # fmt: skip
    tables = open_database(tmp_path / "x.sqlite").tables
    assert schema == schema_text(list(tables.values()), "ddl"), "a model that is asked sees what it was trained on"
    assert suite_for(schema, "SELECT age FROM old WHERE retired").seeds


def test_a_table_of_ones_own_that_full_text_reads_is_shown(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.executescript("CREATE TABLE d_content (id INTEGER PRIMARY KEY, title); CREATE VIRTUAL TABLE d USING fts5(title, "
                                 "content='d_content', content_rowid='id');")  # fmt: skip
    assert spider.file_schema(str(tmp_path / "x.sqlite")).startswith("CREATE TABLE d_content (id INTEGER PRIMARY KEY, title)")


def test_without_development_questions_and_without_a_network_rows_are_loaded(spider_folder, monkeypatch):
    (spider_folder / "dev.json").unlink()
    monkeypatch.setattr(sources, "read_rows", lambda *_: (_ for _ in ()).throw(UserError("it cannot be downloaded")))
    assert len(data.load("practice/create-context", 3, 1, 1, 0, spider_dir=str(spider_folder)).train) == 3


def test_rows_for_temporary_tables_are_kept_in_a_file(hub_rows):
    """A script of CREATE TEMP TABLE and INSERT left a file without tables, or ended in a traceback."""
    script = "CREATE TEMP TABLE t (a INT); INSERT INTO t VALUES (7)"
    row = golds.with_shipped_rows({"schema": script, "database": ""}, keep=True)
    assert next(run_many([(row["database"], "SELECT a FROM t")])).rows == [(7,)]


@pytest.mark.parametrize(("change", "words"), [
    (lambda folder: (folder / "dev.json").write_text("[]"), "dev.json holds no questions"),
    (lambda folder: (folder / "dev.json").write_text("{"), "dev.json is not JSON"),
    (lambda folder: (folder / "tables.json").write_text('[{"db_id'), "tables.json is not JSON"),
    (lambda folder: [path.write_text("") for path in folder.glob("database/*/*.sqlite")], "is not a SQLite file"),
    (lambda folder: (folder / "tables.json").unlink(), r"databases have no entry in tables.json \(airline, .*\): no exact set match"),
    (lambda folder: shutil.rmtree(folder / "database"), r"databases have no database \(airline, .*\): no execution"),
])  # fmt: skip
@pytest.mark.parametrize("dataset_id", ["practice/create-context", "own.jsonl"])
def test_what_the_benchmark_lacks_is_said_before_a_model_is_loaded(
    tmp_path, spider_folder, monkeypatch, capsys, dataset_id, change, words
):
    """A damaged folder was found after the base model had answered, and no question at all was taken for a benchmark."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sources, "read_rows", lambda *_: (_ for _ in ()).throw(UserError("it cannot be downloaded")))
    write_jsonl(tmp_path / "own.jsonl", ROWS)
    change(spider_folder)
    if "have no" in words:
        data.load(dataset_id, 3, 1, 1, 0, spider_dir=str(spider_folder), allow_overlap=True)
        assert re.search(words, capsys.readouterr().out)
    else:
        with pytest.raises(UserError, match=words):
            data.load(dataset_id, 3, 1, 1, 0, spider_dir=str(spider_folder))


@pytest.mark.parametrize(("name", "content", "words"), [
    ("dev.json", '[{"db_id": "shop", "question": 1}]', "Question 1 of .*dev.json has no text 'question'"),
    ("dev.json", '["a"]', "not an object"), ("dev.json", "[]", "dev.json holds no questions"),
    ("database/shop/shop.sqlite", "junk" * 99, "shop.sqlite is not a SQLite file"),
    ("database/shop/shop.sqlite", "", "shop.sqlite is not a SQLite file: it starts with b''. Fetch"),  # its questions were left out
])  # fmt: skip
def test_a_faulty_file_of_spiders_is_named(tmp_path, name, content, words):
    (tmp_path / "database/shop").mkdir(parents=True)
    sqlite3.connect(tmp_path / "database/shop/shop.sqlite").close()
    (tmp_path / "dev.json").write_text('[{"db_id": "shop", "question": "a", "query": "b"}]')
    (tmp_path / name).write_text(content)
    with pytest.raises(UserError, match=words):
        sources.read_records("xlangai/spider", "test", "", spider.SpiderFiles(tmp_path))


@pytest.mark.parametrize(
    ("databases", "rows_each", "wanted", "held"), [(40, 60, 100, 10), (40, 5, 100, 20), (8, 50, 20, 2), (3, 20, 10, 1)]
)
def test_validation_rows_are_spread_over_databases_and_leave_most_to_training(databases, rows_each, wanted, held):
    """94 of 100 validation rows of Spider were about one database, and the loss was that database's."""
    rows = [
        {"question": f"What is {row} of {name}?", "schema": "CREATE TABLE t (a INTEGER)",
         "sql": f"SELECT a FROM t WHERE a = {row} + {name}",
         "db_id": f"db{name}", "source": "s", "database": "", "group": "train"}
        for name in range(databases) for row in range(rows_each)
    ]  # fmt: skip
    test = [{**rows[0], "question": "Why?", "sql": "SELECT 1"}]
    found = splits.split_with_test(rows, test, -1, wanted, -1, 0, Counter())
    counts = Counter(found["validation"]["db_id"][:])
    assert len(counts) == held and sum(counts.values()) == wanted
    assert max(counts.values()) - min(counts.values()) <= 1
    assert not set(counts) & set(found["train"]["db_id"]) and len(found["train"]) == (databases - held) * rows_each
    assert len(splits.split_with_test(list(rows), rows[:1], -1, 0, -1, 0, Counter())["validation"]) == 0


@pytest.mark.parametrize(
    "schema",
    ["CREATE TABLE t AS SELECT {} AS a", "CREATE TABLE t (a); INSERT INTO t VALUES ({})",
     "CREATE TABLE t (a CHECK ({})); INSERT INTO t VALUES (1)",
     "CREATE TABLE t (b, a AS ({}) STORED); INSERT INTO t VALUES (1)", "CREATE TABLE t (b, a DEFAULT ({})); INSERT INTO t (b) VALUES (1)"],
)
def test_a_row_that_computes_without_end_is_left_out_and_holds_nothing_up(tmp_path, schema, monkeypatch):
    """One call inside SQLite, which only the end of the process interrupts, hung the preparation of a data set."""
    monkeypatch.setattr(golds, "COMPILING", golds.Limits(max_rows=1, max_steps=1_000_000, timeout=0.5))
    monkeypatch.setattr(golds, "SECONDS", 0.5)
    endless = "instr(zeroblob(15000000), CAST(zeroblob(7000000) || 'x' AS BLOB))"
    row = {"question": "What?", "schema": schema.format(endless), "sql": "SELECT a FROM t"}
    started = time.monotonic()
    assert (golds.running_query(row["schema"], row["sql"]) if "INSERT" in schema else golds.gold_fault({**row, "database": ""})) in (
        "", "timeout: stopped after 0.5 s, inside one call")  # fmt: skip
    assert time.monotonic() - started < 60
