import json
import random

import pytest

from helpers import data
from helpers.errors import UserError


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


@pytest.fixture
def hub_rows(monkeypatch):
    def give(rows):
        monkeypatch.setattr(data, "read_rows", lambda dataset_id: rows)

    return give


def load(train=40, validation=10, test=20, seed=0, **more):
    return data.load("b-mc2/sql-create-context", train, validation, test, seed, **more)


def test_splits_share_no_question_and_no_query(hub_rows):
    hub_rows(made_rows(60))
    splits = load()
    sets = [splits.train, splits.validation, splits.test]
    assert [len(rows) for rows in sets] == [40, 10, 20]
    for one in range(3):
        for other in range(one):
            assert data.leaks(sets[one], sets[other]) == set()
    assert "training and test share: 0" in splits.summary()


def test_the_leak_check_finds_what_differs_only_in_blanks_case_and_quotes():
    def rows(question, sql):
        return data._dataset([{**dict.fromkeys(data.COLUMNS, ""), "question": question, "sql": sql}])

    assert data.leaks(rows("How old?", "SELECT 1"), rows("how  old ?", "SELECT 2"))
    assert data.leaks(rows("a?", "SELECT x FROM t WHERE n = 'A'"), rows("b?", 'select x  from t where n = "a";'))
    assert not data.leaks(rows("a?", "SELECT x FROM t WHERE n > 1"), rows("b?", "SELECT x FROM t WHERE n < 1"))


def test_rows_that_do_not_run_and_copies_are_left_out_and_counted(hub_rows):
    hub_rows(made_rows(30))
    splits = load(train=-1, validation=5, test=5)
    assert all("height" not in sql for rows in (splits.train, splits.validation, splits.test) for sql in rows["sql"])
    assert splits.left_out["copies of another row"] == 30
    assert splits.left_out["whose query does not run on its own schema"] == 30
    assert "left out: 30 rows" in splits.summary()


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
    splits = load(train=-1, validation=5, test=5, exclude=["HOW OLD is singer 7 ?"])
    for rows in (splits.train, splits.validation, splits.test):
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
    splits = load(train=-1, validation=100, test=200, seed=42, exclude=[rows[0]["question"]])
    faulty = splits.left_out["whose query does not run on its own schema"]
    assert faulty / len(rows) < 0.05
    assert data.leaks(splits.train, splits.test) == set() == data.leaks(splits.validation, splits.test)
    assert set(splits.test["hardness"]) <= {"easy", "medium", "hard", "extra", "unknown"}
    assert splits.test["hardness"][:].count("unknown") < 5
    assert "older than 56" not in " ".join(splits.train["question"])


@pytest.mark.parametrize("dataset_id", ["practice/spider", "practice/create-context", "practice/create-context-core"])
def test_practice_data_has_four_test_sets_with_databases_and_shares_nothing_with_training(dataset_id):
    splits = data.load(dataset_id, 200, 20, 64, 0)
    assert len(splits.train) == 200
    assert sorted(set(splits.test["group"])) == sorted(data.PRACTICE_TEST_GROUPS.values())
    assert data.leaks(splits.train, splits.test) == set() == data.leaks(splits.validation, splits.test)
    row = random.Random(0).choice(splits.test.to_list())
    assert row["database"].endswith(".sqlite")
    assert row["schema"].startswith("CREATE TABLE")


def test_the_rehearsals_test_questions_are_not_trivial():
    splits = data.load("practice/create-context-core", 1, 1, 256, 0)
    easy = splits.test["hardness"][:].count("easy")
    assert easy / len(splits.test) <= 0.6, "at least 40 % are medium or harder"


def test_full_schemas_are_never_trimmed_to_what_the_answer_needs_except_in_the_create_context_shape():
    full = data.load("practice/spider", 300, 1, 4, 0).train
    trimmed = data.load("practice/create-context", 300, 1, 4, 0).train
    assert sum(schema.count("CREATE TABLE") for schema in full["schema"]) > 2 * sum(s.count("CREATE TABLE") for s in trimmed["schema"])
    assert max(map(len, trimmed["schema"])) < max(map(len, full["schema"]))
