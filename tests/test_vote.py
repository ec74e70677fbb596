"""The vote among several answers: what they return on made databases decides, whatever they say, and no gold query plays a part."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import ROOT
from datasets import Dataset

from helpers import UserError
from helpers.ask.model import own_questions
from helpers.data.load import load
from helpers.evaluation.exam import Exam
from helpers.evaluation.generation import Generation
from helpers.evaluation.vote import Ballot, hold_ballots, reliability
from helpers.plots.votes import rates_over, reliability_curve
from helpers.scoring.execution.schemas import open_memory
from helpers.scoring.generated.mutants import make_mutants
from helpers.scoring.generated.suites import Problem
from helpers.scoring.measures import passed
from helpers.scoring.statistics import rate_with_interval

SCHEMA = (
    "CREATE TABLE singer (id INTEGER PRIMARY KEY, name TEXT, age INT, country TEXT);"
    "CREATE TABLE song (id INTEGER PRIMARY KEY, singer_id INT REFERENCES singer(id), title TEXT, year INT)"
)
QUESTION = "Which singers from France are older than 30?"
OLDER = "SELECT name FROM singer WHERE age > 30 AND country = 'France'"
SAME = "SELECT T1.name FROM singer AS T1 WHERE T1.country = 'France' AND 30 < T1.age"
NOT_YOUNGER = "SELECT name FROM singer WHERE age >= 30 AND country = 'France'"
HOSTILE = [
    "DROP TABLE singer", "ATTACH DATABASE '{}/stolen.db' AS stolen", "INSERT INTO singer VALUES (1, 'x', 2, 'y')",
    "SELECT load_extension('{}/x')", "SELECT 1; DROP TABLE singer", "PRAGMA writable_schema = 1",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "SELECT count(*) FROM singer a, singer b, singer c, singer d, singer e, singer f, song g, song h",
    "SELECT replace(hex(zeroblob(500000)), '00', hex(zeroblob(500000)))", "\ud800", "\0", "", "(" * 5000, "SELECT " + "1 + " * 20_000 + "1",
]  # fmt: skip


def ballot(*answers, **options):
    return hold_ballots([options.pop("question", QUESTION)], [options.pop("schema", SCHEMA)], [answers], **options)[0]


def groups(*answers, **options):
    return ballot(*answers, **options).vote().groups


def test_answers_that_return_the_same_are_one_group_and_one_operator_makes_two():
    found = ballot(OLDER, NOT_YOUNGER, SAME).vote()
    assert found.groups == [[0, 2], [1]]
    assert (found.winner, found.runner_up, found.confidence) == (OLDER, NOT_YOUNGER, 2 / 3)


@pytest.mark.parametrize(("one", "other"), [
    ("SELECT count(*) FROM song", "SELECT count(id) FROM song"),
    ("SELECT name, age FROM singer", "SELECT age, name FROM singer"),
    ("SELECT name FROM singer WHERE NOT age <= 20", "SELECT name FROM singer WHERE age > 20"),
    ("SELECT name FROM singer WHERE age BETWEEN 20 AND 30", "SELECT name FROM singer WHERE age >= 20 AND age <= 30"),
    ("SELECT name FROM singer WHERE id IN (SELECT singer_id FROM song)",
     "SELECT name FROM singer WHERE EXISTS (SELECT 1 FROM song WHERE song.singer_id = singer.id)"),
    ("SELECT country, count(*) FROM singer GROUP BY country", "SELECT country, count(1) FROM singer GROUP BY 1"),
    ("SELECT name FROM singer ORDER BY age DESC LIMIT 1", "SELECT s.name FROM singer s ORDER BY s.age DESC LIMIT 1"),
    ("SELECT max(age) FROM singer", "SELECT age FROM singer WHERE age = (SELECT max(age) FROM singer) LIMIT 1"),
])  # fmt: skip
def test_two_ways_to_say_the_same_are_one_group(one, other):
    assert groups(one, other) == [[0, 1]]


@pytest.mark.parametrize(("one", "other"), [
    ("SELECT name FROM singer", "SELECT DISTINCT name FROM singer"),
    ("SELECT name FROM singer ORDER BY age", "SELECT name FROM singer ORDER BY age DESC"),
    ("SELECT name FROM singer ORDER BY age", "SELECT name FROM singer"),
    ("SELECT title FROM song WHERE year = 1999", "SELECT title FROM song WHERE year = 1998"),
    ("SELECT title FROM song WHERE title LIKE 'L%'", "SELECT title FROM song WHERE title LIKE '%L%'"),
    ("SELECT count(*) FROM singer WHERE country = 'France'", "SELECT count(*) FROM singer WHERE country = 'france'"),
    ("SELECT avg(age) FROM singer", "SELECT sum(age) FROM singer"),
    ("SELECT name FROM singer WHERE age > 80 AND country = 'Chad' AND name LIKE 'Z%'",
     "SELECT name FROM singer WHERE age < 80 AND country = 'Chad' AND name LIKE 'Z%'"),
    ("SELECT name FROM singer ORDER BY age LIMIT 1", "SELECT name FROM singer ORDER BY age DESC LIMIT 1"),
])  # fmt: skip
def test_two_queries_that_differ_by_one_word_are_two_groups(one, other):
    assert groups(one, other) == [[0], [1]]


def test_what_depends_on_the_order_of_insertion_splits_no_group_by_luck():
    """A tie for the oldest is broken by luck on some databases; on the others all three return the same."""
    top = "SELECT name FROM singer ORDER BY age DESC LIMIT 1"
    joined = "SELECT singer.name FROM singer LEFT JOIN (SELECT 1) ORDER BY singer.age DESC LIMIT 1"
    assert groups(top, joined) == [[0, 1]]
    assert groups("SELECT title FROM song LIMIT 1", "SELECT title FROM song ORDER BY title LIMIT 1") == [[0], [1]]


def test_a_failing_answer_comes_last_whatever_its_number():
    found = ballot("SELECT nothing FROM singer", "SELECT nothing FROM singer", "SELECT nothing FROM singer", OLDER).vote()
    assert (found.winner, found.confidence, found.groups, found.runner_up) == (OLDER, 0.25, [[3]], "")


def test_where_all_fail_the_greedy_answer_stands_with_no_confidence():
    found = ballot("SELECT a FROM x", "SELECT b FROM x", greedy=["SELECT c FROM x"], log_probabilities=[[-2.0, -1.0]]).vote()
    assert (found.winner, found.confidence, found.groups) == ("SELECT c FROM x", 0.0, [])
    assert ballot("SELECT a FROM x", "SELECT b FROM x", log_probabilities=[[-2.0, -1.0]]).vote().winner == "SELECT b FROM x"
    assert ballot("SELECT a FROM x", greedy=[OLDER]).vote().winner == OLDER, "one that runs is better than those that fail"


def test_equal_groups_are_decided_by_their_mean_log_probability_and_then_by_the_greedy_answer():
    assert ballot(OLDER, NOT_YOUNGER, log_probabilities=[[-0.9, -0.1]]).vote().winner == NOT_YOUNGER
    assert ballot(OLDER, NOT_YOUNGER, log_probabilities=[[-0.1, -0.9]]).vote().winner == OLDER
    for greedy in (OLDER, NOT_YOUNGER):
        assert ballot(OLDER, NOT_YOUNGER, greedy=[greedy]).vote().winner == greedy
    assert ballot(OLDER, NOT_YOUNGER, SAME, greedy=[NOT_YOUNGER], log_probabilities=[[-9, -0.1, -9]]).vote().confidence == 2 / 3


def test_the_greedy_answer_has_no_vote_and_stands_for_its_group():
    found = ballot(NOT_YOUNGER, NOT_YOUNGER, OLDER, greedy=[SAME]).vote()
    assert (found.winner, found.confidence, found.runner_up) == (NOT_YOUNGER, 2 / 3, SAME)
    assert ballot(OLDER, OLDER, greedy=[SAME]).vote().winner == SAME


def test_fewer_answers_and_fewer_databases_are_counted_without_another_run():
    whole = ballot(OLDER, NOT_YOUNGER, NOT_YOUNGER, SAME, SAME)
    assert whole.vote(1).winner == OLDER and whole.vote(1).confidence == 1.0
    assert whole.vote(3).winner == NOT_YOUNGER
    assert whole.vote(5).groups == [[0, 3, 4], [1, 2]]
    assert ballot(OLDER, NOT_YOUNGER, NOT_YOUNGER, SAME, SAME, databases=4).vote() == whole.vote(databases=4)


def test_no_gold_query_is_needed_and_none_changes_a_winner():
    rows = [{"question": QUESTION, "schema": SCHEMA, "sql": gold} for gold in (OLDER, "", NOT_YOUNGER)]
    answers = [[OLDER, NOT_YOUNGER, SAME]] * 3
    found = hold_ballots([row["question"] for row in rows], [row["schema"] for row in rows], answers)
    assert found[0].codes == found[1].codes == found[2].codes
    assert len({held.vote().winner for held in found}) == 1


def test_the_same_seed_gives_the_same_ballots_with_one_and_with_two_workers_and_in_any_company(tmp_path):
    top = "SELECT name FROM singer ORDER BY age DESC LIMIT 1"
    questions = [QUESTION, "Oldest singer?", "How many songs are there?"]
    answers = [[OLDER, NOT_YOUNGER, SAME], [top, "SELECT max(age) FROM singer", "SELECT no"], ["SELECT count(*) FROM song"] * 2]
    one = hold_ballots(questions, [SCHEMA] * 3, answers, workers=1)
    assert hold_ballots(questions, [SCHEMA] * 3, answers, workers=2) == one
    assert [ballot(*several, question=question) for question, several in zip(questions, answers, strict=True)] == one


def test_what_was_found_out_is_kept_and_not_run_again(tmp_path, monkeypatch):
    first = ballot(OLDER, NOT_YOUNGER, folder=tmp_path)
    monkeypatch.setattr("helpers.evaluation.vote.run_many", lambda *a, **k: pytest.fail("it runs again"))
    assert ballot(OLDER, NOT_YOUNGER, folder=tmp_path) == first
    (kept,) = tmp_path.glob("*.json")
    kept.write_text(json.dumps({"codes": "damaged"}))
    monkeypatch.undo()
    assert ballot(OLDER, NOT_YOUNGER, folder=tmp_path) == first


def test_hostile_answers_neither_write_nor_hang_nor_kill_and_lose(tmp_path):
    hostile = [text.format(tmp_path) if "{}" in text else text for text in HOSTILE]
    found = ballot(*hostile, OLDER, SAME, databases=3, workers=2)
    last = len(hostile)
    assert found.vote().groups[0] == [last, last + 1] and found.vote().winner in (OLDER, SAME)
    assert not {place for group in found.vote().groups for place in group} & set(range(6))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("schema", ["", "no DDL at all", "CREATE TABLE t (", "CREATE TABLE sqlite_x (a)"])
def test_without_a_usable_schema_answers_are_compared_as_texts_and_it_says_why(schema):
    found = ballot(OLDER, SAME, SAME, schema=schema)
    assert found.fault and found.databases == 0
    assert (found.vote().winner, found.vote().confidence, found.vote().groups) == (SAME, 2 / 3, [[1, 2], [0]])


@pytest.mark.parametrize("kind", ["INTEGER", "REAL", "DECIMAL(5, 2)", "BIT", "DATE", "DATETIME", "TIMESTAMP", "TIME", "TEXT", "BLOB", ""])
def test_a_column_of_any_type_has_a_database(kind):
    """A DATETIME left a quarter of Spider's questions without one."""
    schema = f"CREATE TABLE t (id INT, a {kind})"
    found = ballot("SELECT a FROM t", "SELECT a FROM t WHERE id > 1", question="Who was 'Ann' in 1968?", schema=schema)
    assert not found.fault and len(found.vote().groups) == 2


def test_databases_that_are_given_take_the_place_of_made_ones(tmp_path):
    with_rows = open_memory(SCHEMA)
    with_rows.executescript("INSERT INTO singer VALUES (1, 'Ann', 30, 'France'), (2, 'Bo', 40, 'France')")
    (tmp_path / "own.sqlite").write_bytes(with_rows.serialize())
    found = ballot(OLDER, NOT_YOUNGER, SAME, "SELECT name FROM singer WHERE age = 40", files=[[tmp_path / "own.sqlite"]])
    assert found.vote().groups == [[0, 2, 3], [1]], "one database takes two answers for the same by luck"


def test_the_numbers_and_names_of_the_question_are_planted(monkeypatch):
    from sqlglot import exp

    from helpers.evaluation.vote.databases import _plant

    problem = Problem(SCHEMA, exp.Tuple(expressions=[]))
    _plant(problem, "Which songs of Serge Gainsbourg came out in 1968, with 'La Javanaise' before 12.5?")
    (group,) = problem.hints.groups
    assert group["singer", "name"] == [("=", "Serge Gainsbourg"), ("=", "La Javanaise")]
    assert group["song", "year"] == [("=", 1968), ("=", 12.5)]
    assert not {("singer", "id"), ("song", "singer_id")} & set(group)


def test_the_vote_knows_nothing_of_torch():
    code = "import sys; import helpers.evaluation.vote; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_mutants_of_real_gold_queries_leave_its_group(real_data):
    rows = [json.loads(line) for line in (real_data / "sql_create_context/rows.jsonl").read_text().splitlines()[:400:20]]
    apart = count = 0
    for row in rows:
        gold = row["answer"].replace("[SQL]", "").replace("[/SQL]", "").strip()
        problem = Problem(row["context"], gold)
        mutants = [sql for _, sql in make_mutants(problem.tree, problem.names) if not problem.engine.compile(sql)][:6]
        first = next(group for group in groups(gold, *mutants, question=row["question"], schema=row["context"]) if 0 in group)
        count += len(mutants)
        apart += len(mutants) + 1 - len(first)
    assert count > 60 and apart >= 0.95 * count


def test_every_query_is_judged_by_the_exams_own_score(tmp_path):
    golds = {"question": [QUESTION] * 2, "schema": [SCHEMA] * 2, "sql": [OLDER, "SELECT no FROM singer"], "db_id": [""] * 2}
    rows = Dataset.from_dict(golds | {"database": [""] * 2, "hardness": ["easy"] * 2, "group": ["test"] * 2})
    run = SimpleNamespace(folder=tmp_path, record={}, update=lambda **fields: None)
    exam = Exam(None, None, rows, [], run, 8, 1)
    same, other = (Generation(text, 8, False) for text in (f"{SAME};", NOT_YOUNGER))
    assert exam.judge([[same, other, same], [same]]) == [{SAME: True, NOT_YOUNGER: False}, {SAME: None}]
    exam.mark("greedy", [other, other])
    exam.mark("vote", [same, same])
    assert (exam.comparison("vote")["gained"], exam.comparison("vote")["n"]) == ([0], 1)


def test_rates_of_any_and_of_all_leave_out_what_cannot_be_judged():
    right = [[True, False, True], [True, True, True], [False, False, True], [None] * 3]
    assert [(passed(right, k)["any"]["rate"], passed(right, k)["all"]["rate"]) for k in (1, 2, 3)] == [
        (pytest.approx(2 / 3), pytest.approx(2 / 3)), (pytest.approx(2 / 3), pytest.approx(1 / 3)), (1.0, pytest.approx(1 / 3)),
    ]  # fmt: skip
    assert passed(right)["any"]["n"] == 3


def test_a_run_is_asked_only_what_it_was_tested_on(tmp_path):
    rows = Dataset.from_dict({"question": ["seen in training", "tested"]})
    found = SimpleNamespace(folder=tmp_path, record={"parameters": {"dataset_id": "a/b"}})
    assert own_questions(None, rows, "a/b") is rows and own_questions(found, rows, "a/b") is rows, "nothing is known of it"
    (tmp_path / "predictions.jsonl").write_text('{"question": "tested"}\n')
    assert own_questions(found, rows, "a/b")["question"][:] == ["tested"]
    assert own_questions(found, rows, "another/set") is rows
    (tmp_path / "predictions.jsonl").write_text('{"question": "other"}\n')
    with pytest.raises(UserError, match="was tested on other questions of a/b"):
        own_questions(found, rows, "a/b")
    for text in ('{"question": "tes', '{"asked": 1}', "[1]", "\xff"):
        (tmp_path / "predictions.jsonl").write_text(text, "latin-1")
        with pytest.raises(UserError, match="predictions.jsonl is damaged"):
            own_questions(found, rows, "a/b")


def test_a_run_that_set_other_rows_aside_is_asked_its_own_all_the_same(tmp_path):
    """01 keeps its demonstrations out of every split: 09's own split shared 167 of its 500 test questions."""
    path, word = tmp_path / "own.jsonl", "abcdefghijklmnopqrstuvwxyz"
    rows = [{"question": f"How many {a}{b}?", "schema": f"CREATE TABLE {a}{b} (x)", "sql": f"SELECT count(*) FROM {a}{b}"}
            for a in word for b in "xyz"]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    own = load(str(path), 30, 10, 12, 3, [row["question"] for row in rows[:3]]).test
    (tmp_path / "predictions.jsonl").write_text("".join(json.dumps({"id": row["id"], "question": row["question"]}) + "\n" for row in own))
    found = SimpleNamespace(folder=tmp_path, record={"parameters": {"dataset_id": str(path)}})
    here = load(str(path), 3, 0, 8, 3).test
    assert own_questions(found, here, str(path)).to_list() == own.to_list()[:8]


def test_worked_examples_are_none_of_the_questions():
    rows = Dataset.from_list([{"question": f"q{n}", "sql": f"SELECT {n}", "schema": ""} for n in range(6)])
    exam = Exam.__new__(Exam)
    exam.test_set, exam.wider, exam.to_prompt, exam.max_new_tokens, exam.shots = rows.select(range(2, 6)), None, lambda row: "", 1, {}
    exam.tokenizer = type("Words", (), {"model_max_length": 1_000, "__call__": lambda self, text: {"input_ids": [0]}})()
    exam.with_shots(SimpleNamespace(config=SimpleNamespace()), rows, 3, 0)
    assert sorted(row["question"] for row in exam.shots["base, 2 shots"]) == ["q0", "q1"]


def test_reliability_is_the_share_that_is_right_by_confidence():
    found = reliability([0.1, 0.15, 0.5, 1.0, 0.9, 0.9], [False, True, True, True, True, None])
    assert [(part["n"], part["rate"]) for part in found] == [(2, 0.5), (1, 1.0), (2, 1.0)]
    assert [part["confidence"] for part in found] == [pytest.approx(0.125), 0.5, pytest.approx(0.95)]


def test_figures_show_every_rate_and_leave_out_none():
    rates = {1: rate_with_interval([True, False]), 8: rate_with_interval([True, True])}
    fig = rates_over({"vote@k": rates, "pass@k": rates}, {"greedy": rates[1]}, "a model", "number of answers, k", "execution accuracy")
    (ax,) = fig.axes
    assert fig.get_suptitle() == "Execution accuracy over the number of answers, k" and ax.get_xlabel() == "number of answers, k"
    (level,) = [line for line in ax.lines if line.get_linestyle() == ":"]
    assert level.get_zorder() > max(line.get_zorder() for line in ax.lines if line is not level), "a line that it meets stays in view"
    assert [text.get_text() for text in ax.get_xticklabels()] == ["1", "8"]
    assert [text.get_text() for text in fig.legends[0].get_texts()] == ["vote@k", "pass@k", "greedy"]
    (ax,) = reliability_curve(reliability([0.2, 0.9], [False, True]), "a model").axes
    assert [text.get_text() for text in ax.texts] == ["n = 1", "n = 1"]
    assert all(text.xy[1] < 0 for text in ax.texts), "below the points and both lines"


def test_an_empty_ballot_of_one_answer_is_certain_of_it():
    found = Ballot([OLDER], [0.0], None, [OLDER], {}, {}, 4)
    assert found.vote().confidence == 1.0 and found.vote().winner == OLDER
