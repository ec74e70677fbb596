"""Spider's development set as a benchmark, on practice data laid out as Spider's download has it."""

import json
import shutil
from types import SimpleNamespace

import pytest

from helpers import score
from helpers.evaluation.benchmark import spider_development
from helpers.evaluation.generation import Generation
from helpers.practice import build, formats


@pytest.fixture
def spider_folder(tmp_path):
    folder = build.practice_folder()
    rows = build.read(folder, "test_unseen_databases")[:12]
    target = tmp_path / "spider"
    shutil.copytree(folder / "database", target / "database")
    shutil.copy(folder / "tables.json", target)
    (target / "dev.json").write_text(json.dumps([formats.to_spider(row) for row in rows]))
    return target


def test_the_benchmark_asks_every_development_question_and_leaves_files_for_any_evaluator(spider_folder, tmp_path, capsys):
    golds = {row["question"]: row["query"] for row in json.loads((spider_folder / "dev.json").read_text())}
    run = SimpleNamespace(folder=tmp_path)

    def ask(model, rows, label, resume_file):
        return [Generation(golds[row["question"]] if i else "SELECT 1", 5, False) for i, row in enumerate(rows)]

    exam = SimpleNamespace(ask=ask, run=run, query=lambda answer: answer.text, benchmark={})
    spider_development(exam, None, str(spider_folder))
    report = exam.benchmark["tuned"]
    assert report["execution_accuracy"]["rate"] == pytest.approx(11 / 12)
    assert report["spider_em"]["n"] == 12
    assert "distinct: removed from gold and prediction" in capsys.readouterr().out
    files = ["--gold", str(tmp_path / "spider_gold.sql"), "--predictions", str(tmp_path / "spider_predictions.sql")]
    places = ["--tables", str(spider_folder / "tables.json"), "--databases", str(spider_folder / "database")]
    assert score.main([*files, *places, "--json", str(tmp_path / "again.json")]) == 0
    again = json.loads((tmp_path / "again.json").read_text())
    assert again["summary"]["all"]["ex"]["rate"] == pytest.approx(report["execution_accuracy"]["rate"])


def test_without_spiders_folder_nothing_is_asked_and_it_says_so(capsys):
    spider_development(None, None, "")
    assert "no spider_dir" in capsys.readouterr().out
