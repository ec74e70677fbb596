"""The metrics, their report, and the examples in the docstrings."""

import doctest
import importlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import UserError
from helpers.evaluation.metrics import (
    ExecutionAccuracy,
    GeneratedSuiteAccuracy,
    NormalizedExactMatch,
    Rouge,
    SpiderExactMatch,
    SuiteAccuracy,
    Validity,
)
from helpers.scoring.measures import compare, headline, summary_table
from helpers.scoring.report import score_predictions
from helpers.scoring.rouge import rouge_scores
from helpers.scoring.spider.official import Rules
from helpers.scoring.statistics import mcnemar, wilson_interval

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = "CREATE TABLE head (id INTEGER, name TEXT, age INTEGER)"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("metrics") / "head.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(SCHEMA)
    connection.executemany("INSERT INTO head VALUES (?, ?, ?)", [(1, "Ann", 60), (2, "Bob", 50), (3, "Cy", 70), (4, "Ann", 40)])
    connection.commit()
    connection.close()
    return str(path)


MODULES = sorted(path.relative_to(ROOT) for path in (ROOT / "helpers" / "scoring").rglob("*.py"))


@pytest.mark.parametrize("module", [".".join(path.with_suffix("").parts) for path in MODULES if path.stem != "__init__"])
def test_the_examples_in_the_docstrings_are_true(module):
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_the_rooms_of_scoring_point_one_way_and_hold_at_most_eight_modules():
    """execution <- spider <- generated <- the modules at the top; two rooms that need each other are one room."""
    below = {"execution": [], "spider": ["execution"], "generated": ["execution", "spider"]}
    for room in [*below, "scoring"]:
        assert sum(path.parent.name == room and path.stem != "__init__" for path in MODULES) <= 8, room
        code = "\n".join((ROOT / path).read_text("utf-8") for path in MODULES if path.parent.name == room)
        found = set(re.findall(r"from helpers\.scoring\.?(\w*)", code)) - {room}
        assert room == "scoring" or found <= set(below[room]), (room, found)


def test_rouge_cannot_see_operators():
    (scores,) = rouge_scores(["SELECT count(*) FROM head WHERE age > 56"], ["SELECT count(*) FROM head WHERE age < 56"])
    assert scores == {"rouge1": 1.0, "rouge2": 1.0, "rougeL": 1.0, "rougeLsum": 1.0}


def test_exact_match_counts_spellings_of_the_reference():
    found = NormalizedExactMatch().compute(
        predictions=["select NAME from head", "SELECT age FROM head"], references=["SELECT name FROM head;", "SELECT name FROM head"]
    )
    assert found == {"exact_match": 0.5, "n": 2, "interval": list(wilson_interval(1, 2)), "verdicts": [True, False]}


def test_execution_accuracy_leaves_out_references_that_fail_and_counts_them(database):
    found = ExecutionAccuracy().compute(
        predictions=["SELECT count(id) FROM head", "SELECT 5", "SELECT 1", ""],
        references=[
            "SELECT count(*) FROM head",
            "SELECT count(*) FROM head",
            "SELECT nope FROM head",
            "SELECT name FROM head WHERE id > 9",
        ],
        databases=database,
    )
    assert found["verdicts"] == [True, False, None, False]  # the empty answer is wrong, though the gold returns nothing
    assert (found["execution_accuracy"], found["n"], found["golds_failed"]) == (1 / 3, 3, 1)


def test_execution_accuracy_has_the_official_rule_for_floats_as_an_option(database):
    case = {"predictions": ["SELECT 0.1 + 0.2"], "references": ["SELECT 0.3"], "databases": [database]}
    assert ExecutionAccuracy().compute(**case)["execution_accuracy"] == 1.0
    assert ExecutionAccuracy().compute(**case, float_tolerance=0.0)["execution_accuracy"] == 0.0


def test_validity_counts_classes_of_errors_on_a_schema_or_a_database(database):
    predictions = ["SELECT name FROM head", "SELECT nam FROM head", "SELECT FROM head", "SELECT ag FROM head"]
    for place in ({"schemas": SCHEMA}, {"databases": [database] * 4}):
        found = Validity().compute(predictions=predictions, **place)
        assert found["validity"] == 0.25
        assert found["errors"] == {"no such column": 2, "syntax": 1}
    found = Validity().compute(predictions=["SELECT 1", "SELECT 1"], schemas=[SCHEMA, "CREATE TABLE broken ("])
    assert (found["n"], found["schemas_failed"], found["verdicts"]) == (1, 1, [True, None])
    with pytest.raises(ValueError, match="Neither schemas nor databases"):
        Validity().compute(predictions=["SELECT 1"])


def test_metrics_take_batches_and_single_rows_as_evaluate_offers_them(database):
    metric = ExecutionAccuracy()
    metric.add(prediction="SELECT 1", reference="SELECT 1")
    metric.add(prediction="SELECT 2", reference="SELECT 3")
    assert metric.compute(databases=database)["verdicts"] == [True, False]
    metric.add_batch(predictions=["SELECT 1", "SELECT 2"], references=["SELECT 3", "SELECT 2"])
    metric.add_batch(predictions=["SELECT 4"], references=["SELECT 5"])
    assert metric.compute(databases=database)["verdicts"] == [False, True, False]
    assert metric.compute(predictions=["SELECT 2"], references=["SELECT 2"], databases=database)["verdicts"] == [True]


def test_metrics_of_nothing_are_none_and_not_a_crash():
    for metric, name in [(NormalizedExactMatch(), "exact_match"), (Rouge(), "rougeL")]:
        found = metric.compute(predictions=[], references=[])
        assert (found[name], found["n"], found["interval"]) == (None, 0, None)


def test_metrics_need_no_network_and_no_home_folder_that_can_be_written_and_say_nothing(tmp_path):
    """evaluate puts its inputs into the home folder, under one name for all processes."""
    home = tmp_path / "home"
    home.write_text("a file where a folder would be: nobody can write below it, not even root")
    code = (
        "from helpers.evaluation.metrics import *\nimport sys\nprint('imported', file=sys.stderr)\n"
        "NormalizedExactMatch().compute(predictions=['a'], references=['b'])\n"
        f"Validity().compute(predictions=['SELECT 1'], schemas={SCHEMA!r})\n"
        "Rouge().compute(predictions=['a'], references=['b'])\n"
    )
    names = ("HF_HOME", "HF_DATASETS_CACHE", "HF_METRICS_CACHE", "HF_EVALUATE_CACHE", "XDG_CACHE_HOME")
    clean = {key: value for key, value in os.environ.items() if key not in names}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, "HOME": str(home), "USERPROFILE": str(home), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (done.stdout, done.stderr.partition("imported\n")[2]) == ("", "")


def test_the_report_imports_neither_torch_nor_transformers_nor_evaluate():
    code = "import sys, helpers.scoring.report; print([name for name in ('torch', 'transformers', 'evaluate') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


REPEATED = "returns 4 rows, the gold returns 3: only repeats differ"
REVERSED = "returns the same rows in another order"
OTHER = "returns as many rows as the gold (1), but other values"
UNRUN = "valid, but another text than the gold query, and there is no database to run both on"
NOPE = "the gold query fails: no such column: nope"
CASES = [  # gold, prediction, hardness, has a database; exact, execution, valid, reason
    ("SELECT name FROM head", "select Name from head;", "easy", True, True, True, True, ""),
    ("SELECT count(*) FROM head", "SELECT count(id) FROM head", "easy", True, False, True, True, ""),
    ("SELECT name FROM head", "SELECT nam FROM head", "easy", True, False, False, False, "no such column: nam"),
    ("SELECT id FROM head WHERE id < 4", "SELECT id FROM head", "medium", True, False, False, True, "returns 4 rows, the gold returns 3"),
    ("SELECT DISTINCT name FROM head", "SELECT name FROM head", "easy", True, False, False, True, REPEATED),
    ("SELECT name, age FROM head", "SELECT name FROM head", "medium", True, False, False, True, "returns 1 column, the gold returns 2"),
    ("SELECT id FROM head ORDER BY age", "SELECT id FROM head ORDER BY age DESC", "medium", True, False, False, True, REVERSED),
    ("SELECT max(age) FROM head", "SELECT min(age) FROM head", "easy", True, False, False, True, OTHER),
    ("SELECT name FROM head", "", "easy", True, False, False, False, "there is no statement"),
    ("SELECT name FROM head", "DROP TABLE head", "easy", True, False, False, False, "DROP does not ask for rows"),
    ("SELECT nope FROM head", "SELECT name FROM head", "easy", True, False, None, None, NOPE),
    ("SELECT name FROM head", "SELECT name FROM head", "hard", False, True, None, True, ""),
    ("SELECT name FROM head", "SELECT age FROM head", "hard", False, False, None, True, UNRUN),
    ("SELECT name FROM head", "SELECT name FRM head", "hard", False, False, None, False, 'near "head": syntax error'),
]


@pytest.fixture(scope="module")
def report(database):
    return score_predictions(*_rows(database))


def _rows(database):
    rows = [
        {"question": "?", "schema": SCHEMA, "sql": gold, "db_id": "head", "database": database if has else "", "hardness": level}
        for gold, _, level, has, *_ in CASES
    ]
    return rows, [case[1] for case in CASES]


@pytest.mark.parametrize("index", range(len(CASES)))
def test_the_report_says_of_a_row_what_it_got_and_why(report, index):
    _, _, level, _, exact, execution, valid, reason = CASES[index]
    expected = {
        "index": index,
        "db_id": "head",
        "hardness": level,
        "exact": exact,
        "execution": execution,
        "valid": valid,
        "reason": reason,
    }
    assert report["rows"][index] == expected


def test_the_report_counts_what_it_leaves_out(report):
    assert report["n"] == 14
    assert report["exact_match"] == {"rate": 2 / 14, "n": 14, "interval": list(wilson_interval(2, 14))}
    execution = report["execution_accuracy"]
    assert (execution["rate"], execution["n"], execution["golds_failed"], execution["without_database"]) == (0.2, 10, 1, 3)
    validity = report["validity"]
    assert (validity["n"], validity["golds_failed"]) == (13, 1)
    assert validity["errors"] == {"empty": 1, "no such column": 1, "not a query": 1, "syntax": 1}
    assert validity["rate"] == 9 / 13


def test_the_report_is_split_by_hardness_in_spiders_order(report):
    levels = report["by_hardness"]
    assert list(levels) == ["easy", "medium", "hard"]
    assert sum(level["n"] for level in levels.values()) == report["n"]
    assert levels["hard"]["execution_accuracy"] is None
    assert levels["medium"]["execution_accuracy"]["rate"] == 0.0
    assert "rows" not in levels["easy"]


def test_the_report_is_the_same_each_time_survives_json_and_feeds_the_paired_test(report, database):
    again = score_predictions(*_rows(database), workers=1)
    assert json.loads(json.dumps(report)) == again
    assert mcnemar([row["exact"] for row in report["rows"]], [row["exact"] for row in again["rows"]])["p_value"] == 1.0


def test_the_report_of_rows_without_databases_hardness_and_names_has_no_execution_accuracy():
    found = score_predictions([{"schema": SCHEMA, "sql": "SELECT 1"}, {"schema": "", "sql": "SELECT 1"}], ["SELECT 1", "SELECT 2"])
    assert found["execution_accuracy"] is None
    assert found["validity"]["n"] == 1  # one row has neither a schema nor a database
    assert list(found["by_hardness"]) == ["unknown"]
    assert score_predictions([], [])["n"] == 0


def test_a_prediction_too_few_and_a_missing_database_are_refused(database):
    rows, predictions = _rows(database)
    with pytest.raises(ValueError, match="13 predictions for 14 rows"):
        score_predictions(rows, predictions[1:])
    with pytest.raises(UserError, match="nowhere"):
        score_predictions([{**rows[0], "database": "nowhere.sqlite"}], ["SELECT 1"])


@pytest.fixture(scope="module")
def suite(database, tmp_path_factory):
    """Put a second database beside the first: one person only."""
    path = tmp_path_factory.mktemp("suite") / "head2.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute(SCHEMA)
        connection.execute("INSERT INTO head VALUES (1, 'Ann', 60)")
    connection.close()
    return [database, str(path)]


def test_suite_accuracy_asks_every_database(suite):
    case = {"predictions": ["SELECT 4", "SELECT name FROM head", "SELECT 1"], "suites": [suite] * 3}
    case["references"] = ["SELECT count(*) FROM head", "SELECT DISTINCT name FROM head", "SELECT nope"]
    found = SuiteAccuracy().compute(**case)
    assert (found["verdicts"], found["n"], found["golds_failed"]) == ([False, False, None], 2, 1)
    assert SuiteAccuracy().compute(**case, rules=Rules())["verdicts"] == [False, True, None]  # DISTINCT removed, as officially


def test_the_report_has_test_suite_accuracy_where_rows_have_suites_and_it_is_the_headline(suite):
    rows = [{"schema": SCHEMA, "sql": "SELECT count(*) FROM head", "database": suite[0], "suite": suite}] * 2
    before, after = (score_predictions(rows, ["SELECT 4 * min(id) FROM head", sql]) for sql in ("SELECT 3", "SELECT count(id) FROM head"))
    assert [(row["execution"], row["test_suite"]) for row in after["rows"]] == [(True, False), (True, True)]
    assert after["rows"][0]["reason"] == "returns as many rows as the gold (1), but other values, on database 2 of 2"
    assert (headline(after)["measure"], headline(after)["rate"]) == ("test_suite", 0.5)
    assert compare(before, after)["gained"] == [1]
    assert list(summary_table({"before": before, "after": after}).columns)[:2] == ["test suite accuracy", "execution accuracy"]


def test_reports_without_a_row_that_was_judged_in_both_say_so():
    score = {"rate": 1.0, "interval": [0.2, 1.0], "n": 1}
    reports = [{"rows": [{"exact": one}, {"exact": other}], "exact_match": score} for one, other in ((True, None), (None, True))]
    found = compare(*reports)
    assert found["sentence"] == "no question was judged in both by exact match"
    assert (found["n"], found["difference"], found["interval"], found["p_value"]) == (0, 0.0, [-1.0, 1.0], 1.0)


def test_a_report_without_suites_has_no_word_of_them(report):
    assert "test_suite" not in report and "spider_em" not in report
    assert list(summary_table({"model": report}).columns)[:3] == ["execution accuracy", "exact match", "valid"]


def test_tables_and_columns_that_do_not_exist_are_counted_by_name(report):
    assert report["validity"]["hallucinated"] == {"tables": 0, "columns": 1, "names": {"nam": 1}}
    found = score_predictions([{"schema": SCHEMA, "sql": "SELECT 1"}] * 2, ["SELECT a FROM heads", "SELECT h.x FROM head h"])
    assert found["validity"]["hallucinated"] == {"tables": 1, "columns": 1, "names": {"h.x": 1, "heads": 1}}


def test_rows_are_judged_on_generated_databases_if_asked_for_and_on_their_own_too(suite):
    rows = [{"schema": SCHEMA, "sql": "SELECT name FROM head WHERE age > 56"}] * 2
    rows.append({**rows[0], "database": suite[0]})
    found = score_predictions(
        rows, ["SELECT name FROM head WHERE 56 < age", "SELECT name FROM head WHERE age >= 56", "SELECT 1"], generate=True
    )
    assert [(row["execution"], row["test_suite"]) for row in found["rows"]] == [(None, True), (None, False), (False, False)]
    assert found["generated"]["killed"] > 0
    assert found["rows"][0]["reason"] == ""


def test_spiders_exact_match_is_a_metric_that_needs_no_hub():
    entry = {
        "db_id": "d", "table_names_original": ["head"], "column_names_original": [[-1, "*"], [0, "name"], [0, "age"]],
        "column_types": ["text", "text", "number"], "primary_keys": [], "foreign_keys": [],
        "table_names": ["head"], "column_names": [[-1, "*"], [0, "name"], [0, "age"]],
    }  # fmt: skip
    gold = "SELECT name FROM head WHERE age > 56"
    predictions = ["SELECT name FROM head WHERE age > 1", "SELECT name FROM head WHERE age < 56", "SELECT name head"]
    found = SpiderExactMatch().compute(predictions=predictions, references=[gold] * 3, entries=[entry] * 3)
    assert found["verdicts"] == [True, False, False], "values are not compared"
    assert found["parsed"] == pytest.approx(2 / 3)


def test_generated_suites_are_a_metric_for_rows_without_databases():
    schema, gold = "CREATE TABLE head (name TEXT, age INTEGER)", "SELECT name FROM head WHERE age > 56"
    predictions = ["SELECT name FROM head WHERE 56 < age", "SELECT name FROM head WHERE age >= 56"]
    found = GeneratedSuiteAccuracy().compute(predictions=predictions, references=[gold] * 2, schemas=schema)
    assert found["verdicts"] == [True, False]
    assert found["killed"] == found["mutants"] > 0
