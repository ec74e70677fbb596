"""The command `python -m helpers.score`: Spider's files and rows in, a table and JSON out."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.score import main
from helpers.scoring import report
from helpers.scoring.spider.files import read_rows

pytestmark = pytest.mark.sql

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = "CREATE TABLE item (id NUMERIC, name TEXT)"
GOLD = [
    ("SELECT count(*) FROM item", "shop"),
    ("SELECT name FROM item WHERE id > 1", "shop"),
    ("SELECT name FROM item ORDER BY id LIMIT 1", "garage"),
    ("SELECT id FROM item", "shop"),
]
PREDICTIONS = ["SELECT count(id) FROM item", "SELECT name FROM item", "SELECT name FROM item ORDER BY id LIMIT 1", ""]


@pytest.fixture
def files(tmp_path):
    """Write Spider's four inputs: two databases known, of which one is there, with a suite of two files."""
    for name, ids in (("shop", [1, 2]), ("shop2", [1, 2, 3])):
        path = tmp_path / "database" / "shop" / f"{name}.sqlite"
        path.parent.mkdir(parents=True, exist_ok=True)
        with sqlite3.connect(path) as connection:
            connection.execute(SCHEMA)
            connection.executemany("INSERT INTO item VALUES (?, ?)", [(i, f"n{i}") for i in ids])
        connection.close()
    columns = {"column_names_original": [[-1, "*"], [0, "id"], [0, "name"]], "column_types": ["text", "number", "text"]}
    columns |= {"column_names": columns["column_names_original"], "table_names": ["item"], "table_names_original": ["item"]}
    entries = [{"db_id": name, **columns, "primary_keys": [1], "foreign_keys": []} for name in ("shop", "garage")]
    (tmp_path / "tables.json").write_text(json.dumps(entries))
    (tmp_path / "gold.sql").write_text("".join(f"{sql}\t{name}\n" for sql, name in GOLD) + "\n")
    (tmp_path / "predictions.txt").write_text("\n".join(PREDICTIONS) + "\n")
    return tmp_path


def command(files, *more, **changed):
    options = {"gold": "gold.sql", "predictions": "predictions.txt", "tables": "tables.json", "databases": "database"} | changed
    return [text for name, value in options.items() if value for text in (f"--{name}", str(files / value))] + list(map(str, more))


def test_a_file_is_scored_by_hardness_with_its_flags_and_verdicts_in_json(files, capsys):
    assert main(command(files, "--json", files / "out.json", suite="database")) == 0
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert lines[0].split("  ")[0] == "hardness" and all(
        head in lines[0] for head in ("exact set match", "execution", "test suite", "valid")
    )
    assert [line.split()[:2] for line in lines[1:4]] == [["easy", "3"], ["medium", "1"], ["all", "4"]]
    for text in (
        "33.3 % [6.1, 79.2] of 3",  # one of three, Wilson's interval
        "values: as predicted (plug_value off)",
        "distinct: removed from gold and prediction (the official default)",
        "databases: 1 files of 1 databases; missing: garage, so that 1 of 4 rows are left out",
        "suite: 2 files of 1 databases; missing: garage",
    ):
        assert text in printed
    result = json.loads((files / "out.json").read_text())
    assert [list(row) for row in result["rows"]] == [["index", "db_id", "hardness", "parse", "em", "ex", "ts", "valid", "reason"]] * 4
    assert [(row["ex"], row["ts"], row["valid"], row["reason"]) for row in result["rows"]] == [
        (True, True, True, ""),
        (False, False, True, "returns 2 rows, the gold returns 1"),
        (None, None, True, ""),
        (False, False, False, "there is no statement"),
    ]
    assert result["summary"]["all"]["ex"]["rate"] == 1 / 3


def test_two_runs_write_the_same_bytes_whatever_the_number_of_processes(files):
    written = []
    for jobs, seed in (("1", "1"), ("2", "2")):
        out = files / f"{jobs}.json"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        arguments = command(files, "--json", out, "--jobs", jobs, suite="database")
        done = subprocess.run(
            [sys.executable, "-m", "helpers.score", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        written.append(out.read_bytes())
    assert written[0] == written[1]
    assert str(files).encode() not in written[0]


def test_a_blank_line_is_a_blank_prediction_and_the_end_of_the_last_line_is_no_row(files):
    """The official evaluator drops blank lines, after which every prediction is held against the wrong question."""
    (files / "predictions.txt").write_text("\n" + "\n".join(f"{sql}\t{name}" for sql, name in GOLD[1:]))  # no end of line, and databases
    assert main(command(files, "--json", files / "out.json")) == 0
    rows = json.loads((files / "out.json").read_text())["rows"]
    assert [row["ex"] for row in rows] == [False, True, None, True]
    assert [row["valid"] for row in rows] == [False, True, True, True]


def test_gold_queries_that_fail_are_left_out_and_counted_aloud(files, capsys):
    (files / "gold.sql").write_text("SELECT nope FROM item\tshop\n" + "".join(f"{sql}\t{name}\n" for sql, name in GOLD[1:]))
    assert main(command(files)) == 0
    printed = capsys.readouterr().out
    assert "left out: 1 rows; the gold query fails (1)" in printed
    assert "0.0 % [0.0, 65.8] of 2" in next(line for line in printed.splitlines() if line.startswith("all"))


@pytest.mark.parametrize(
    ("option", "distinct"), [("--keep-distinct", "kept"), ("--official", "removed from gold and prediction (the official default)")]
)
def test_the_options_change_the_rules_and_are_printed(files, capsys, option, distinct):
    assert main(command(files, option)) == 0
    printed = capsys.readouterr().out
    assert f"distinct: {distinct}" in printed
    assert ("(official)" in printed) == (option == "--official")


def test_the_gold_querys_values_can_be_plugged_in(files, capsys):
    (files / "predictions.txt").write_text("\n".join(sql.replace("> 1", "> 7") for sql, _ in GOLD))
    for more, right in ((), 2), (("--plug-value",), 3):
        assert main(command(files, *more, "--json", files / "out.json")) == 0
        assert json.loads((files / "out.json").read_text())["summary"]["all"]["ex"]["rate"] == right / 3
    assert "plug_value on" in capsys.readouterr().out


def test_rows_without_databases_are_scored_on_generated_ones(tmp_path, capsys):
    golds = ["SELECT name FROM item WHERE id > 3", "SELECT count(*) FROM item"]
    rows = [
        {"question": "?", "schema": SCHEMA, "gold": golds[0], "prediction": "SELECT name FROM item WHERE 3 < id"},
        {"question": "?", "schema": SCHEMA, "gold": golds[1], "prediction": "SELECT count(DISTINCT name) FROM items"},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["--rows", str(tmp_path / "rows.jsonl"), "--json", str(tmp_path / "out.json")]) == 0
    printed = capsys.readouterr().out
    assert "generated suite" in printed and "databases: generated from the gold queries" in printed
    assert "hallucinated: 1 rows name a table that does not exist" in printed
    result = json.loads((tmp_path / "out.json").read_text())
    assert [(row["ex"], row["ts"]) for row in result["rows"]] == [(None, True), (None, False)]


def test_whole_answers_are_warned_of_and_cut_where_asked(tmp_path, capsys):
    """A model's raw answers once scored 0 % without a word."""
    query = "SELECT name FROM item"
    answers = [f"```sql\n{query}\n```", f"SQL: {query};", json.dumps({"sql": query}), query]
    rows = [{"schema": SCHEMA, "gold": query, "prediction": answer} for answer in answers]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["--rows", str(tmp_path / "rows.jsonl")]) == 0
    printed = capsys.readouterr().out
    assert "3 of 4 predictions hold more than a query, the first in row 1" in printed and "--answers" in printed and "25.0 %" in printed
    assert main(["--rows", str(tmp_path / "rows.jsonl"), "--answers"]) == 0
    printed = capsys.readouterr().out
    assert "100.0 %" in printed and "Warning" not in printed and "answers: the query cut out of each" in printed


def test_a_schema_in_rows_is_read_as_own_data_are(tmp_path, capsys):
    """Tables without semicolons were not judged."""
    schema = "```sql\nCREATE TABLE a (id int(11) unsigned)\nCREATE OR REPLACE TABLE b (id INT)\nGO\n```"
    row = {"schema": schema, "gold": "SELECT id FROM b", "prediction": "SELECT id FROM a"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(row | {"prediction": "SELECT b.id FROM b"}))
    assert main(["--rows", str(tmp_path / "rows.jsonl")]) == 0
    assert "50.0 %" in capsys.readouterr().out


def test_blank_lines_and_arrays_of_rows_are_taken_as_own_data_takes_them(tmp_path, capsys):
    rows = [
        {"schema": "CREATE TABLE t (a INT)", "gold": "SELECT a FROM t", "prediction": f"SELECT a -- \u2028{n}\nFROM t"} for n in range(3)
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    for text in (lines + "\n\n\n", "\ufeff" + lines.replace("\n", "\r\n"), json.dumps(rows, indent=1)):
        (tmp_path / "rows.jsonl").write_text(text, encoding="utf-8")
        assert main(["--rows", str(tmp_path / "rows.jsonl"), "--jobs", "1"]) == 0
        assert " of 3" in capsys.readouterr().out


def test_a_prediction_may_hold_signs_that_some_take_for_line_ends(files, capsys):
    written = [f"{PREDICTIONS[0]} -- \u2028\x0b\x85 x", *PREDICTIONS[1:]]
    (files / "predictions.txt").write_bytes("".join(sql + "\r\n" for sql in written).encode())
    assert main(command(files, "--json", files / "out.json")) == 0
    assert [row["ex"] for row in json.loads((files / "out.json").read_text())["rows"]] == [True, False, None, False]


def test_an_earlier_result_is_compared_in_pairs(files, capsys):
    assert main(command(files, "--json", files / "before.json")) == 0
    (files / "predictions.txt").write_text("\n".join(["SELECT 9", *(sql for sql, _ in GOLD[1:])]))
    assert main(command(files, "--keep-distinct", "--compare", files / "before.json")) == 0
    printed = capsys.readouterr().out
    assert "execution accuracy changed by +33.3 points" in printed and "2 of 3 questions gained, 1 lost" in printed
    assert "gained (2 rows): 1, 3\nlost (1 rows): 0" in printed
    assert "not comparable, distinct was: removed" in printed and "left out was" not in printed
    assert main(command(files, "--leave-out", "empty", "--compare", files / "before.json")) == 0
    assert "not comparable, left out was: not said" in capsys.readouterr().out


def test_results_without_a_row_that_was_judged_in_both_are_scored_all_the_same(files, capsys):
    (files / "predictions.txt").write_text("SELECT 1\nSELECT 1\n")
    for golds in (["SELECT 1", "SELECT nope"], ["SELECT nope", "SELECT 1"], ["SELECT nope"] * 2):
        (files / "gold.sql").write_text("".join(f"{sql}\tshop\n" for sql in golds))
        assert main(command(files, "--json", files / f"{golds[0][7:]}{golds[1][7:]}.json")) == 0
    for name in ("1nope", "nope1", "nopenope"):
        assert main(command(files, "--compare", files / f"{name}.json")) == 0
    assert capsys.readouterr().out.count("against the earlier result: no row was judged in both") == 3


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("predictions.txt", "SELECT 1\n", "4 gold queries.*predictions.txt has 1 lines"),
        ("predictions.txt", "SELECT 1\n" * 5, "4 gold queries.*has 5 lines"),
        ("predictions.txt", "SELECT 1\tshop\nSELECT 1\tgarage\n\n\n", "Line 2 .* names the database 'garage', .* gold file 'shop'"),
        ("predictions.txt", b"\xff\xfe", "predictions.txt is not UTF-8 text at byte 0"),
        ("predictions.txt", None, "predictions.txt cannot be opened: No such file"),
        ("gold.sql", "SELECT 1\n", "Line 1 of .*gold.sql is 'SELECT 1'. Expected a query, a tab"),
        ("gold.sql", "SELECT 1\tshop\n\nSELECT 1\tshop\n", "Line 2 of .*gold.sql"),
        ("gold.sql", "SELECT 1\tshp\n" * 4, "Line 1 .* names a database 'shp' .* Did you mean shop"),
        ("gold.sql", "", "holds no rows"),
        ("gold.sql", "SELECT 1\tgarage\n" * 4, "database holds none of the 1 databases, such as garage.garage.sqlite"),
        ("tables.json", "{", "tables.json is not JSON"),
        ("tables.json", "[" * 200_000, "tables.json is not JSON"),
        ("tables.json", "[{}]", "Entry 1 of .*tables.json lacks 'db_id'"),
        *[("tables.json", {"foreign_keys": value}, "the database 'shop', has foreign_keys that") for value in ([[1]], [[1, 99]], [1], "x")],
        *[("tables.json", {"primary_keys": value}, "the database 'shop', has primary_keys that") for value in ([[99]], [-2], ["1"], 1)],
        ("tables.json", {"column_names_original": [[-1, "*"], [7, "id"]]}, "the database 'shop', has column_names_original that"),
        ("tables.json", {"column_names_original": [[-1, "*"], [0, None]]}, "the database 'shop', has column_names_original that"),
        ("tables.json", {"column_types": ["text"]}, "the database 'shop', has column_types that"),
        ("tables.json", {"table_names_original": [5]}, "the database 'shop', has table_names_original that"),
        *[
            (f"database/shop/{name}.sqlite", text, f"{name}.sqlite is not a SQLite file: ")
            for name in ("shop", "shop2")
            for text in ("no database", "")
        ],
        ("database/shop/shop2.sqlite", None, "shop2.sqlite cannot be opened: No such file"),
        ("database/shop/shop2.sqlite", 5000, "shop2.sqlite was cut off"),
    ],
)
def test_what_cannot_be_scored_is_named_and_ends_with_2(files, capsys, monkeypatch, name, text, complaint):
    monkeypatch.setattr("helpers.score.score_predictions", None)  # it is said before anything is scored
    if isinstance(text, dict):
        text = json.dumps([entry | text for entry in json.loads((files / name).read_text())])
    if isinstance(text, int):
        text = (files / name).read_bytes()[:text]
    (files / name).unlink()
    if name == "database/shop/shop2.sqlite" and text is None:
        (files / name).symlink_to("gone")
    elif text is not None:
        (files / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    if name == "gold.sql" and not text:
        (files / "predictions.txt").write_text("")
    assert main(command(files, suite="database" if "shop2" in name else "")) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert re.search(complaint, captured.err), captured.err


def test_a_command_line_that_cannot_be_followed_is_explained(files, capsys, monkeypatch):
    monkeypatch.setattr("helpers.score.score_predictions", None)  # it is said before anything is scored
    (files / "rows.jsonl").write_text('{"schema": "", "gold": "SELECT 1"}\n')
    (files / "other.json").write_text("{}")
    earlier, complaints = {"flags": {}, "summary": {"all": {"ex": {"n": 1}}}, "rows": [{"index": 0, "db_id": ""}]}, []
    for changed in ({}, {"flags": 1}, {"summary": 2}, {"rows": 3}, {"rows": [{}]}, {"summary": {}}):
        (files / f"{len(complaints)}.json").write_text(json.dumps(earlier | changed))
        complaints.append("is not what --json wrote")
    (files / f"{len(complaints)}.json").write_text("[" * 200_000)
    complaints.append("is not JSON")
    (files / "few.json").write_text(json.dumps(earlier | {"rows": [{"index": 0, "db_id": "shop", "ex": None}]}))
    (files / "moved.json").write_text(json.dumps(earlier | {"rows": [{"index": at, "db_id": "shop", "ex": None} for at in (0, 9, 2, 3)]}))
    (files / "link.txt").symlink_to("predictions.txt")
    (files / "x").mkdir()
    for arguments, complaint in [
        ([], "Give --gold, --predictions and --tables, or --rows"),
        (command(files, "--rows", files / "rows.jsonl"), "leave out --gold, --predictions, --tables, --databases and --suite"),
        (["--rows", str(files / "rows.jsonl")], "Line 1 .* has no text 'prediction'"),
        (["--rows", str(files / "rows.jsonl"), "--official"], "leave them out with --rows"),
        (command(files, "--official", "--answers"), "leave out --answers"),
        (command(files, "--compare", files / "other.json"), "is not what --json wrote"),
        *[(command(files, "--compare", files / f"{number}.json"), complaint) for number, complaint in enumerate(complaints)],
        (command(files, "--compare", files / "gone.json"), "gone.json cannot be opened"),
        (command(files, "--jobs", -1), "--jobs is -1"),
        *[(command(files, "--json", files / name), "would be overwritten") for name in ("gold.sql", "x/../tables.json", "link.txt")],
        (command(files, "--json", files / "database/shop/shop.sqlite"), "shop.sqlite and would be overwritten"),
        (command(files, "--compare", files / "few.json"), "has 1 rows, not these 4"),
        (command(files, "--compare", files / "moved.json"), "another row or database at row 2"),
        (command(files, "--json", files), "cannot be written: Is a directory"),
        (command(files, "--json", files / "gold.sql" / "out.json"), "cannot be written: Not a directory"),
    ]:
        assert main(arguments) == 2
        said = capsys.readouterr()
        assert re.search(complaint, said.err) and not said.out


def test_long_work_prints_a_line_every_few_seconds(capsys):
    times = iter([0.0, 1.0, report._EVERY, report._EVERY, report._EVERY + 1])
    tell = report.progress_lines(lambda: next(times))
    for done in (1, 400, 401):
        tell("test suite", done, 1_034)
    assert capsys.readouterr().err == "test suite: 400 of 1,034 gold queries\n"


def test_several_predictions_a_row_are_scored_as_any_and_as_all(tmp_path, capsys):
    gold, wrong = "SELECT name FROM item WHERE id > 3", "SELECT name FROM item"
    answers = [[wrong, gold, "SELECT name FROM item WHERE 3 < id"], [gold, gold, gold], [wrong, wrong, "nonsense"]]
    rows = [{"schema": SCHEMA, "gold": gold, "predictions": several} for several in answers]
    rows.append({"schema": SCHEMA, "gold": "SELECT nope FROM item", "predictions": [wrong] * 3})
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["--rows", str(tmp_path / "rows.jsonl"), "--json", str(tmp_path / "out.json")]) == 0
    printed = capsys.readouterr().out
    assert "pass@3: 66.7 % [20.8, 93.9] of 3" in printed and "pass^3: 33.3 % [6.1, 79.2] of 3" in printed
    result = json.loads((tmp_path / "out.json").read_text())
    assert [row["ts"] for row in result["rows"]] == [False, True, False, None]  # of the first of each row
    assert (result["several"]["pass@3"]["rate"], result["several"]["pass^3"]["n"]) == (2 / 3, 3)
    voted = result["several"].get("vote of 3")
    assert voted is None or voted["rate"] == 2 / 3  # where the vote is installed: the first row's two right answers return the same


def test_a_hardness_that_is_no_level_is_graded_anew(tmp_path):
    """A row of the hardness "all" took the place of the summary of all rows."""
    levels = ["all", ["easy"], "extra", "unknown", None]
    rows = [{"schema": SCHEMA, "gold": "SELECT id FROM item", "prediction": "", "hardness": level} for level in levels]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [row["hardness"] for row in read_rows(tmp_path / "rows.jsonl")[0]] == ["easy", "easy", "extra", "unknown", "easy"]


def test_a_pipe_in_a_suite_is_named_and_holds_nothing_up(files, capsys):
    os.mkfifo(files / "database/shop/shop3.sqlite")
    assert main(command(files, suite="database")) == 2
    assert "shop3.sqlite cannot be opened: it is no regular file" in capsys.readouterr().err


def test_as_many_predictions_are_expected_of_each_row(tmp_path, capsys):
    for several, complaint in (
        ([["a", "b"], ["a"]], "Line 2 of .* has 1 predictions, the first row has 2"),
        ([[]], r"Line 1 .* has predictions \[\]. Expected a list of one query or more"),
        ([[1]], r"Line 1 .* has predictions \[1\]"),
        (["a"], "Line 1 .* has predictions a"),
    ):
        rows = [{"schema": SCHEMA, "gold": "SELECT 1", "predictions": one} for one in several]
        (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
        assert main(["--rows", str(tmp_path / "rows.jsonl")]) == 2
        assert re.search(complaint, capsys.readouterr().err)


def test_a_schema_that_fails_is_not_called_a_gold_query_that_fails(tmp_path, capsys):
    rows = [{"schema": "CREATE TABLE t (a", "gold": "SELECT a FROM t", "prediction": "SELECT a FROM t"}]
    rows.append({"schema": SCHEMA, "gold": "SELECT nope FROM item", "prediction": "SELECT 1"})
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert main(["--rows", str(tmp_path / "rows.jsonl")]) == 0
    assert "left out: 2 rows; the schema fails (1), the gold query fails (1)" in capsys.readouterr().out
