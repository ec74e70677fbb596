"""Spider's development set as a benchmark, on practice data laid out as Spider's download has it."""

import json
import shutil
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest
from datasets import Dataset

from helpers import score
from helpers.evaluation import exam_record
from helpers.evaluation.benchmark import spider_development
from helpers.evaluation.exam import Exam
from helpers.evaluation.generation import Generation
from helpers.practice import build, formats
from helpers.runs import Run
from helpers.scoring.measures import used_tables


@pytest.fixture
def spider_folder(tmp_path):
    folder = build.practice_folder()
    rows = build.read(folder, "test_unseen_databases")[:12]
    target = tmp_path / "spider"
    shutil.copytree(folder / "database", target / "database")
    shutil.copy(folder / "tables.json", target)
    (target / "dev.json").write_text(json.dumps([formats.to_spider(row) for row in rows]))
    return target


def examined(folder, answers):
    """Make an exam in which each model, by its name, gives the answers of a function of question number and gold query."""
    exam = Exam(None, None, [], [], Run(folder, {}), 10, 10)
    exam.ask = lambda model, rows, *_: [Generation(answers[model](i, row["sql"]), 5, False) for i, row in enumerate(rows)]
    return exam


def test_the_benchmark_asks_every_development_question_and_leaves_files_for_any_evaluator(spider_folder, tmp_path, capsys):
    exam = examined(tmp_path, {"tuned": lambda i, gold: gold if i else "SELECT 1"})
    spider_development(exam, "tuned", str(spider_folder))
    report = exam.benchmark["tuned"]
    assert report["execution_accuracy"]["rate"] == pytest.approx(11 / 12)
    assert report["spider_em"]["n"] == 12
    assert "distinct: removed from gold and prediction" in capsys.readouterr().out
    files = ["--gold", str(tmp_path / "spider_gold.sql"), "--predictions", str(tmp_path / "spider_predictions.sql")]
    places = ["--tables", str(spider_folder / "tables.json"), "--databases", str(spider_folder / "database")]
    assert score.main([*files, *places, "--json", str(tmp_path / "again.json")]) == 0
    again = json.loads((tmp_path / "again.json").read_text())
    assert again["summary"]["all"]["ex"]["rate"] == pytest.approx(report["execution_accuracy"]["rate"])


def test_databases_are_found_behind_a_link_too(spider_folder, tmp_path):
    exam, linked = examined(tmp_path, {"tuned": lambda i, gold: gold}), tmp_path / "linked"
    linked.mkdir()
    for path in spider_folder.iterdir():
        (linked / path.name).symlink_to(path)
    spider_development(exam, "tuned", str(linked))
    assert exam.benchmark["tuned"]["execution_accuracy"]["n"] == 12


def test_without_spiders_folder_nothing_is_asked_and_it_says_so(capsys):
    spider_development(None, None, "")
    assert "no spider_dir" in capsys.readouterr().out


def test_where_a_database_has_several_files_an_answer_must_be_right_on_all_and_what_has_no_database_is_not_run(spider_folder, tmp_path):
    questions = json.loads((spider_folder / "dev.json").read_text())
    names = list(dict.fromkeys(row["db_id"] for row in questions))
    lacking = names[0] if len(names) > 1 else ""
    for name in names:
        original = spider_folder / "database" / name / f"{name}.sqlite"
        shutil.copy(original, original.with_name(f"{name}_emptied.sqlite"))
        with closing(sqlite3.connect(original.with_name(f"{name}_emptied.sqlite"))) as connection:
            connection.execute("PRAGMA foreign_keys = off")
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                connection.execute(f'DELETE FROM "{table}"')
            connection.commit()
    if lacking:
        shutil.rmtree(spider_folder / "database" / lacking)
    judged = sum(row["db_id"] != lacking for row in questions)
    with_rows = {}
    for number, row in enumerate(questions):
        if row["db_id"] != lacking:
            with closing(sqlite3.connect(spider_folder / "database" / row["db_id"] / f"{row['db_id']}.sqlite")) as connection:
                with_rows[number] = connection.execute(row["query"]).fetchall()
    fixed = next(number for number, rows in with_rows.items() if len(rows) == 1 and len(rows[0]) == 1 and rows[0][0])
    value, table = repr(with_rows[fixed][0][0]), min(used_tables(questions[fixed]["query"]))
    lucky = f'SELECT x FROM (SELECT {value} AS x, count(*) FROM "{table}")'  # right on the original, and on it alone

    exam = examined(tmp_path, {"base": lambda i, gold: lucky if i == fixed else gold, "tuned": lambda i, gold: gold})
    for name in ("base", "tuned"):
        spider_development(exam, name, str(spider_folder), name)
    base, tuned = exam.benchmark["base"], exam.benchmark["tuned"]
    assert base["spider_em"]["n"] == len(questions)
    assert base["execution_accuracy"]["n"] == base["test_suite"]["n"] == judged
    assert base["execution_accuracy"]["rate"] == 1
    assert base["test_suite"]["rate"] == pytest.approx((judged - 1) / judged)
    assert tuned["comparison"]["gained"] == [fixed]
    parts = tuned["by_tables"]
    assert sum(parts[part]["spider_em"]["n"] for part in ("one table", "several tables") if parts[part]) == len(questions)
    lines = [json.loads(line) for line in (tmp_path / "predictions_spider.jsonl").read_text().splitlines()]
    assert [line["id"] for line in lines] == [f"spider-dev-{i}" for i in range(len(questions))]
    assert lines[fixed]["verdicts"]["base"]["execution"] and not lines[fixed]["verdicts"]["base"]["test_suite"]
    assert lines[fixed]["verdicts"]["tuned"]["test_suite"] and lines[fixed]["base"] == lucky
    assert all(line["verdicts"]["tuned"]["test_suite"] is None for line in lines if line["db_id"] == lacking)


ROWS = [
    {"question": f"How many of {n}?", "schema": f"CREATE TABLE t{n} (a INTEGER)", "sql": f"SELECT count(*) FROM t{n}", "db_id": "",
     "hardness": "easy", "group": "test", "database": "", "source": ""}
    for n in range(12)
]  # fmt: skip


class Words:
    """A tokenizer whose tokens are words."""

    model_max_length = 10_000

    def __call__(self, text):
        return {"input_ids": text.split()}


def few_shot_exam(folder, monkeypatch, room=10_000):
    asked = []

    def generate(model, tokenizer, prompts, *more):
        asked.append(prompts)
        return [Generation("SELECT count(*) FROM t0" if model == "base" else "SELECT count(*) FROM " + prompt.split()[-1], 5, False)
                for prompt in prompts]  # fmt: skip

    monkeypatch.setattr("helpers.evaluation.exam.generate", generate)

    def to_prompt(row):
        return "".join(f"{shot['question']} {shot['sql']} " for shot in row["shots"]) + f"{row['question']} {row['schema'].split()[2]}"

    exam = Exam(Words(), to_prompt, Dataset.from_list(ROWS[:4]), [], Run(folder, {"parameters": {"dataset_id": "practice/spider"}}), 10, 10)
    return exam, asked, SimpleNamespace(config=SimpleNamespace(max_position_embeddings=room))


def test_a_few_shot_baseline_is_asked_behind_seeded_training_rows_and_stands_in_table_and_record(tmp_path, monkeypatch, capsys):
    exam, asked, model = few_shot_exam(tmp_path, monkeypatch)
    train = Dataset.from_list(ROWS[4:])
    exam.score("base", "base")
    few = exam.with_shots(model, train, 3, 42)
    assert few == "base, 3 shots"
    assert "24 tokens of worked examples before each question, whose own prompt has 5 at most" in capsys.readouterr().out
    exam.score("shots", few)
    table = exam.score("tuned", "tuned")
    assert list(table.index) == ["base", "base, 3 shots", "tuned"]
    beginnings = {prompt.partition(row["question"])[0] for prompt, row in zip(asked[1], ROWS[:4], strict=True)}
    assert len(beginnings) == 1, "one beginning for all, so that it is computed once"
    assert sum(row["sql"] in beginnings.copy().pop() for row in train) == 3
    assert exam.shots[few] == exam_of_seed(tmp_path, monkeypatch, train, 42) != exam_of_seed(tmp_path, monkeypatch, train, 43)
    assert [prompt.count("SELECT") for prompt in asked[0] + asked[2]] == [0] * 8, "the others are asked without"
    exam.finish()
    assert json.loads((tmp_path / "run.json").read_text())["origins"] == {"rows": "practice/spider, embedded"}
    metrics = json.loads((tmp_path / "metrics.json").read_text())
    assert metrics["models"] == ["base", few, "tuned"]
    assert metrics["comparison"]["gained"] == [1, 2, 3] and metrics["comparison_shots"]["gained"] == []
    assert {"base", few, "tuned"} <= set(json.loads((tmp_path / "predictions.jsonl").read_text().splitlines()[0]))


def exam_of_seed(folder, monkeypatch, train, seed):
    exam, _, model = few_shot_exam(folder, monkeypatch)
    return exam.shots[exam.with_shots(model, train, 3, seed)]


def test_worked_examples_that_do_not_fit_the_model_are_fewer_and_none_if_asked_for_none(tmp_path, monkeypatch, capsys):
    exam, _, model = few_shot_exam(tmp_path, monkeypatch, room=10 + 5 + 16)
    assert exam.with_shots(model, Dataset.from_list(ROWS[4:]), 3, 42) == "base, 2 shots"
    exam, _, model = few_shot_exam(tmp_path, monkeypatch, room=10 + 5 + 7)
    assert exam.with_shots(model, Dataset.from_list(ROWS[4:]), 3, 42) == ""
    assert "no worked example fits into 12 tokens" in capsys.readouterr().out
    assert exam.with_shots(model, Dataset.from_list(ROWS[4:]), 0, 42) == "" and "shots is 0" in capsys.readouterr().out
    exam.score("base", "base")
    assert list(exam.score("base", "").index) == ["base"], "nothing is asked under no name"


def test_every_question_that_03_asks_is_limited_in_length(monkeypatch, capsys):
    """Its test set alone was: with own rows of many columns, prompts of thousands of tokens would have filled the GPU."""
    from helpers.models.hub import load_tokenizer
    from helpers.models.standins import standin_folder
    from helpers.parameters import cells, find_notebook
    from helpers.prompts.render import to_prompt_completion

    (cell,) = (cell["source"] for cell in cells(find_notebook("03")) if cell.get("id") == "lengths")
    monkeypatch.setattr("helpers.training.train.fit_rows", lambda *given: (SimpleNamespace(rows=given[0], padding={}), given[1]))
    others = [f"; CREATE TABLE other (c INTEGER{', column INTEGER' * columns})" for columns in (0, 99)]
    wide = Dataset.from_list([{**row, "schema": row["schema"] + other} for row, other in zip(ROWS, others, strict=False)])
    space = {
        "splits": SimpleNamespace(wider=wide), "tokenizer": load_tokenizer(standin_folder("standin/t5-practice")), "parameters": {},
        "max_length": 100, "run": None, "to_text": lambda row: to_prompt_completion(row, "tables"),
        **{name: Dataset.from_list(ROWS[:2]) for name in ("train_set", "val_set", "test_set")},
    }  # fmt: skip
    exec(cell, space)
    assert (len(space["test_set"]), len(space["wider"])) == (2, 1)
    assert "1 test (other tables beside) examples are longer than 100 tokens and left out" in capsys.readouterr().out


def test_one_question_is_shown_with_both_schemas_and_what_each_model_answers_to_them(tmp_path, monkeypatch, capsys):
    wide = [{**row, "schema": f"{row['schema']}; CREATE TABLE other{n} (b INTEGER)"} for n, row in enumerate(ROWS[:4])]

    def generate(model, tokenizer, prompts, *more):
        joined = [model == "tuned" and "other2" in prompt for prompt in prompts]
        golds = ["SELECT count(*) FROM " + prompt.split()[0] for prompt in prompts]
        return [Generation(gold + ", other2" * wrong, 5, False) for gold, wrong in zip(golds, joined, strict=True)]

    monkeypatch.setattr("helpers.evaluation.exam.generate", generate)
    exam = Exam(
        Words(), lambda row: f"{row['schema'].split()[2]} {row['schema']}", Dataset.from_list(ROWS[:4]), [], Run(tmp_path, {}), 10, 10,
        wider=Dataset.from_list(wide),
    )  # fmt: skip
    for name in ("base", "tuned"):
        exam.score(name, name)
    capsys.readouterr()
    exam.side_by_side("base", "tuned")
    shown = capsys.readouterr().out
    assert shown.startswith("question: How many of 2?\ngold:     SELECT count(*) FROM t2\n"), "the first that other tables change"
    narrow, wider = shown.split("\n\n")[1:3]
    assert narrow.splitlines() == [
        "CREATE TABLE t2 (a INTEGER)", "  base: SELECT count(*) FROM t2", "    right", "  tuned: SELECT count(*) FROM t2", "    right",
    ]  # fmt: skip
    assert wider.splitlines()[2:4] == ["    right", "  tuned: SELECT count(*) FROM t2, other2"]
    assert wider.splitlines()[4].strip() not in ("", "right")


def test_the_record_says_where_weights_and_rows_came_from(tmp_path, monkeypatch):
    (tmp_path / "rows.jsonl").touch()
    for kind, name, revision in (("model", "a--b", "0" * 40), ("dataset", "b-mc2--sql-create-context", "ab" * 20)):
        place = tmp_path / "hub" / f"{kind}s--{name}" / "refs"
        place.mkdir(parents=True)
        (place / "main").write_text(revision)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))

    def origins(**parameters):
        return exam_record._origins(parameters)

    assert origins(model_id="a/b", dataset_id="b-mc2/sql-create-context", spider_dir="") == {
        "weights": "a/b, local copy", "rows": f"b-mc2/sql-create-context, revision {'ab' * 20}",
    }  # fmt: skip
    found = origins(model_id="standin/tiny-t5", dataset_id=f"{tmp_path / 'rows.jsonl'} + practice/gretel", spider_dir=str(tmp_path / "hub"))
    assert found == {
        "weights": "standin/tiny-t5, embedded", "rows": "rows.jsonl, a local file + practice/gretel, embedded",
        "spider": "hub, a local folder",
    }  # fmt: skip
    assert origins(spider_dir="hub")["spider"] == "xlangai/spider, of the Hub, revision unknown"


def test_with_hub_as_spider_dir_a_copy_on_the_hub_is_asked_and_kept_out_of_training(spider_folder, tmp_path, monkeypatch):
    from helpers.data import load, sources, spider

    questions = json.loads((spider_folder / "dev.json").read_text())
    (spider_folder / "dev.json").unlink()  # the Hub's copies hold schemas and databases; the questions are a data set of their own
    own = [
        {"question": f"Which a of {n}?", "context": f"CREATE TABLE t{n} (a INTEGER)", "answer": f"SELECT a FROM t{n}"} for n in range(30)
    ]
    leaked = {"question": questions[0]["question"], "context": "CREATE TABLE x (a INTEGER)", "answer": questions[0]["query"]}
    rows = {("xlangai/spider", "validation"): questions, ("b-mc2/sql-create-context", "train"): [*own, leaked]}
    monkeypatch.setattr(sources, "read_rows", lambda name, split: rows[name, split])
    copy = spider.SpiderFiles(spider_folder)
    for module in (load, spider):
        monkeypatch.setattr(module, "find_spider", lambda spider_dir: copy)
    monkeypatch.setattr("helpers.evaluation.benchmark.find_spider", lambda spider_dir: copy)
    monkeypatch.setattr(load, "_prepared", lambda asked, files, make: make())
    found = load.load("b-mc2/sql-create-context", -1, 2, 4, 0, spider_dir="hub")
    assert found.left_out["of Spider's development set, found among the training rows"] == 1
    exam = examined(tmp_path, {"tuned": lambda i, gold: gold})
    spider_development(exam, "tuned", "hub")
    assert exam.benchmark["tuned"]["execution_accuracy"]["n"] == len(questions)


def test_an_exam_on_spiders_own_questions_uses_the_official_suites_and_exact_set_match_too(spider_folder, tmp_path, monkeypatch):
    from helpers.data.sources import read_records
    from helpers.data.spider import SpiderFiles

    rows = [{**row, "hardness": "easy"} for row in read_records("xlangai/spider", "test", "", SpiderFiles(spider_folder))]
    original = spider_folder / "database" / rows[0]["db_id"] / f"{rows[0]['db_id']}.sqlite"
    shutil.copy(original, original.with_name("another.sqlite"))
    answers = iter(row["sql"] for row in rows)
    monkeypatch.setattr("helpers.evaluation.exam.generate", lambda model, tokenizer, prompts, *_: [
        Generation(next(answers), 5, False) for _ in prompts
    ])  # fmt: skip
    fields = ("question", "schema", "sql", "db_id", "database", "hardness", "group")
    test_set = Dataset.from_list([{key: row[key] for key in fields} for row in rows])
    exam = Exam(Words(), lambda row: row["question"], test_set, [], Run(tmp_path, {}), 10, 10, spider_dir=str(spider_folder))
    exam.score(None, "base")
    report = exam.reports["base"]
    with_suite = sum(row["db_id"] == rows[0]["db_id"] for row in rows)
    assert report["test_suite"]["n"] == with_suite and report["test_suite"]["rate"] == 1
    assert report["spider_em"]["n"] == len(rows) and "generated" not in report


def test_another_form_of_a_model_is_called_by_its_own_name(tmp_path, monkeypatch, capsys):
    """A merged model that answered otherwise was printed as the tuned one, loaded again."""
    exam = Exam(None, None, [], [], Run(tmp_path, {}), 10, 10)
    exam.shown = {"base": [Generation("x", 1, False)], "tuned": [Generation("a", 1, False)]}
    monkeypatch.setattr(Exam, "ask", lambda *_: [Generation("b", 1, False)])
    exam.check(None)
    exam.check(None, "merged")
    assert capsys.readouterr().out.splitlines() == [
        "loaded again, the tuned model gives the same answer to 0 of 1 questions",
        "loaded again, the merged model gives the same answer as the tuned one to 0 of 1 questions",
    ]
