"""Finished runs are fresh or absent, never stale; README's tables are what the results files say."""

import hashlib
import json
import re
import shlex
import warnings
import zipfile
from types import SimpleNamespace

import nbformat
import pytest
from conftest import ROOT

from helpers import UserError
from helpers.files import redact
from helpers.parameters import cells, find_notebook, of_role, read_parameters
from helpers.run.__main__ import parser
from helpers.run.plan import plan
from helpers.scoring.measures import MEASURES
from helpers.sharing import published, readme_tables, showcase

pytestmark = pytest.mark.once

EXECUTED = sorted((ROOT / "notebooks/executed").glob("*/*.ipynb"))
every_run = pytest.mark.parametrize("path", EXECUTED, ids=lambda path: f"{path.parent.name}/{path.stem}")


def test_where_runs_are_published_the_teaching_notebook_has_one_to_read():
    assert not EXECUTED or any(path.stem == "01_mistral_qlora" for path in EXECUTED)


@every_run
def test_a_finished_run_is_of_the_code_that_stands_in_its_source(path):
    assert published.code_digest(path) == published.code_digest(find_notebook(path.stem)), "run `make publish` for it"
    result = readme_tables.read_results(path.parent.name)[path.stem]
    assert result["code"] == published.code_digest(path)
    if result["helpers"] != published.helpers_digest():
        warnings.warn(f"helpers changed since {path.stem} was run on the profile {path.parent.name}", stacklevel=1)


@every_run
def test_a_finished_run_has_the_prose_of_its_source(path):
    text = path.read_text(encoding="utf-8")
    assert showcase.with_prose(text, path) == text, "run `python -m helpers.sharing.showcase --tables`"
    kinds = [[cell["cell_type"] for cell in cells(file)].count("markdown") for file in (path, find_notebook(path.stem))]
    assert kinds[0] == kinds[1], "run `make publish` for it"
    assert (path.parent.name == "small") == ("unpacked from 4 bits" in cells(path)[0]["source"])


def test_a_finished_run_gets_its_sources_layout_and_comments_and_no_other_code():
    path = ROOT / "notebooks/executed/rehearsal/01_mistral_qlora.ipynb"
    made = nbformat.read(find_notebook("01"), as_version=4)
    code = [cell for cell in made.cells if cell.cell_type == "code"]
    code[2].source, code[3].source = f"# as it was\n\n{code[2].source}", f"{code[3].source}\nprint()"
    renewed = nbformat.reads(showcase.with_prose(nbformat.writes(made), path), as_version=4)
    source = [cell.source for cell in nbformat.read(find_notebook("01"), as_version=4).cells if cell.cell_type == "code"]
    found = [cell.source for cell in renewed.cells if cell.cell_type == "code"]
    assert found[2] == source[2] and found[3] == f"{source[3]}\nprint()"


@every_run
def test_a_finished_run_counts_its_cells_shows_no_error_and_no_trace_of_a_machine(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) < showcase.LARGEST["ipynb"]
    notebook = nbformat.reads(text, as_version=4)
    assert set(notebook.metadata) <= {"accelerator", "colab", "kaggle", "kernelspec", "language_info"}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code:
        for output in cell.outputs:
            assert output.output_type != "error"
            assert "application/vnd.jupyter.widget-view+json" not in output.get("data", {})
    assert not re.search(r"/(home|root|Users|tmp|work|content|kaggle)/", re.sub(r'"image/png": "[^"]*"', "", text))
    assert redact(text) == text


@every_run
def test_a_finished_run_has_its_figures_and_a_small_results_file(path):
    profile, stem = path.parent.name, path.stem
    assert list((ROOT / "figures" / profile).glob(f"{stem}_*.png"))
    file = ROOT / "figures/results" / profile / f"{stem}.json"
    assert file.stat().st_size < showcase.LARGEST["json"]
    result = json.loads(file.read_text())
    if "## Training" not in path.read_text(encoding="utf-8"):
        return
    assert all(len(curve) > 2 for curve in result["curves"].values())
    assert {scores["n"] for scores in result["scores"].values()} == {len(result["rows"])}


@every_run
def test_the_rates_in_a_results_file_are_those_of_its_rows(path):
    result = readme_tables.read_results(path.parent.name)[path.stem]
    if not result["scores"]:
        return
    verdict = MEASURES[result["headline"]["measure"]][1]
    for group, models in result["by_group"].items():
        for model, score in models.items():
            judged = [row[model][verdict] for row in result["rows"] if row["group"] == group and row[model][verdict] is not None]
            assert score["n"] == len(judged)
            assert score["rate"] == pytest.approx(sum(judged) / len(judged))


@pytest.mark.parametrize("name", readme_tables.TABLES_IN)
def test_the_tables_of_a_readme_are_drawn_from_notebooks_and_results(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert readme_tables.with_tables(text) == text, "run `python -m helpers.sharing.showcase --tables`"
    assert text.count("drawn by helpers/sharing/showcase.py") >= 1


@pytest.mark.parametrize("name", readme_tables.TABLES_IN)
def test_every_picture_in_a_readme_exists_and_says_what_it_shows(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text):
        assert words
        assert target.startswith("https://") or (ROOT / name).parent.joinpath(target).is_file(), target


def executed(tmp_path, **changes):
    """Write an executed notebook of one cell, with a fault if asked for."""
    outputs = [nbformat.v4.new_output("stream", name="stdout", text=changes.get("text", "0.52")), *changes.get("more", [])]
    cell = nbformat.v4.new_code_cell("print(0.52)", execution_count=changes.get("count", 1), outputs=outputs)
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"papermill": {"input_path": "x"}, "widgets": {}})
    nbformat.write(notebook, tmp_path / "run.ipynb")
    return tmp_path / "run.ipynb"


A_RUN = SimpleNamespace(record={"parameters": {}})


def test_the_folder_of_a_run_is_published_by_its_name(tmp_path):
    """Below a link to another disk it is no relative path."""
    run = SimpleNamespace(record={"parameters": {"output_dir": f"{ROOT}/runs/01/mine"}})
    assert "all is in mine" in showcase.clean_notebook(executed(tmp_path, text=f"all is in {ROOT}/runs/01/mine"), run)


def test_cleaning_takes_away_what_papermill_and_widgets_left(tmp_path):
    assert "papermill" not in showcase.clean_notebook(executed(tmp_path), A_RUN)


def test_cleaning_takes_away_the_path_that_a_cell_returns(tmp_path):
    path = nbformat.v4.new_output("execute_result", execution_count=1, data={"text/plain": "PosixPath('/content/runs/x/a.jsonl')"})
    text = showcase.clean_notebook(executed(tmp_path, more=[path]), A_RUN)
    assert "PosixPath" not in text and "0.52" in text


def test_files_that_a_run_was_given_are_published_by_their_names():
    given = {"dataset_id": "/home/ann/my data/rows.jsonl + b-mc2/sql-create-context", "spider_dir": "/kaggle/input/spider", "seed": 42}
    text = '/x/.venv/lib/python3.11/site-packages/peft/save.py:3: rows of /kaggle/input/spider and "/kaggle/input/spider/dev.json"'
    said = published.named(text, SimpleNamespace(record={"parameters": given}))
    assert said == 'peft/save.py:3: rows of spider and "spider/dev.json"'


def test_a_changed_verdict_is_one_changed_line_of_a_results_file():
    rows = [{"index": n, "tuned": {"exact": n % 2 == 0}, "text": "a\u2028b"} for n in range(4)]
    value = {"stem": "01", "rows": rows, "predictions": {"base": ["a", "b"], "tuned": []}, "curves": {}, "device": "cpu"}
    text = published.by_rows(value)
    assert json.loads(text) == value
    rows[2] = rows[2] | {"tuned": {"exact": False}}
    changed = [(old, new) for old, new in zip(text.split("\n"), published.by_rows(value).split("\n"), strict=True) if old != new]
    assert [(json.loads(old.rstrip(","))["index"], json.loads(new.rstrip(","))["tuned"]) for old, new in changed] == [(2, {"exact": False})]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"count": 3}, "not all run once"),
        ({"text": f"saved to {ROOT}/runs/x"}, "a path of this machine"),
        ({"text": "hf_" + "a1B2" * 9}, "a token"),
    ],
)
def test_what_must_not_be_published_is_refused(tmp_path, changes, words):
    with pytest.raises(UserError, match=words):
        showcase.clean_notebook(executed(tmp_path, **changes), A_RUN)


def test_an_unfinished_run_is_not_published(tmp_path):
    with pytest.raises(UserError, match="only finished runs"):
        showcase.publish("01_mistral_qlora", "rehearsal", tmp_path)


def from_a_t4(tmp_path, **changes):
    """Write the folder of a finished run of 02 with its defaults on a T4, with a fault if asked for."""
    declared = read_parameters(find_notebook("02_qwen_lora"))
    parameters = {name: parameter.default for name, parameter in declared.items()} | changes.get("parameters", {})
    record = {"stem": "02_qwen_lora", "status": "finished", "profile": changes.get("profile", ""), "parameters": parameters,
              "device": changes.get("device", "Tesla T4"), "sweep": "", "started": "", "seconds": 60.0}  # fmt: skip
    tmp_path.mkdir(parents=True, exist_ok=True)
    (tmp_path / "run.json").write_text(json.dumps(record))
    (tmp_path / "metrics.json").write_text("{}")
    return tmp_path


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"device": "Tesla P100-PCIE-16GB"}, "made on Tesla P100"),
        ({"parameters": {"lora_rank": 4}}, "Other values: lora_rank"),
        ({"profile": "rehearsal"}, "with the profile rehearsal"),
        ({"parameters": {"output_dir": "runs/x"}}, "has no 02_qwen_lora.ipynb"),  # where files go is no other value
    ],
)
def test_only_a_t4s_run_of_the_defaults_is_published_as_one(tmp_path, changes, words):
    with pytest.raises(UserError, match=words):
        showcase.publish("02_qwen_lora", "t4", from_a_t4(tmp_path, **changes))


def test_the_newest_run_of_the_defaults_is_found_whether_or_not_the_runner_named_them(tmp_path, monkeypatch):
    """A headless run records the profile t4, and was not found: `make publish PROFILE=t4` refused it."""
    from_a_t4(tmp_path / "runs" / "02_qwen_lora" / "headless", profile="t4")
    monkeypatch.setattr(showcase.results, "project_root", lambda: tmp_path)
    monkeypatch.setattr("helpers.runs.record.project_root", lambda: tmp_path)
    assert showcase._run("02_qwen_lora", "t4").name == "headless"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["01", "02", "--run", "x"], "one notebook"), (["--arm", "x"], "one notebook"), (["01", "--run", "nowhere"], "no run nowhere")],
)
def test_a_run_to_publish_is_that_of_one_notebook_and_is_there(arguments, words, capsys):
    assert showcase.main(arguments) == 2
    assert words in capsys.readouterr().err


def test_a_damaged_run_is_not_published_and_a_zip_file_is_unpacked_first(tmp_path):
    """Asked for a zip file, the command ended in an AttributeError: `runs` has no `find_trained`."""
    folder = from_a_t4(tmp_path / "runs" / "02_qwen_lora" / "home")
    (folder / "02_qwen_lora.ipynb").write_text(executed(tmp_path).read_text())
    (folder / "metrics.json").write_text('{"models": ["tuned"]}')
    with pytest.raises(UserError, match="metrics or predictions are damaged"):
        showcase.publish("02_qwen_lora", "t4", folder)
    with zipfile.ZipFile(tmp_path / "home.zip", "w") as packed:
        for file in folder.iterdir():
            packed.write(file, f"runs/02_qwen_lora/home/{file.name}")
    with pytest.raises(UserError, match="metrics or predictions are damaged"):
        showcase.publish("02_qwen_lora", "t4", tmp_path / "home.zip")


def test_the_list_of_rows_names_those_of_the_real_runs(real_data):
    lines = (real_data / "sql_create_context/all_rows.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    digests = [hashlib.sha256(f"{row['question']}\n{row['answer']}".encode()).hexdigest()[:12] for row in rows]
    assert (ROOT / "figures/results/sql_create_context_rows.txt").read_text().split() == digests and len({*digests}) == 3000


def an_arm(folder, rate):
    """Write a finished run of 02, of one question."""
    folder = from_a_t4(folder, profile="small", device="a CPU", parameters={"seed": 1, "model_id": "0.5B"})
    (folder / "run.json").write_text(json.dumps(json.loads((folder / "run.json").read_text()) | {"versions": {}}))
    score = {"rate": rate, "interval": [0, 1], "n": 1}
    report = {"rows": [{"index": 0, "db_id": "", "hardness": "easy", "exact": bool(rate)}], "exact_match": score}
    metrics = {"models": ["base", "tuned"], "base": report, "tuned": report, "headline": score | {"name": "exact match"}, "by_group": {}}
    (folder / "metrics.json").write_text(json.dumps(metrics))
    line = {"index": 0, "group": "test", "question": "How many?", "sql": "SELECT 1", "base": "SELECT 2", "tuned": "SELECT 1"}
    (folder / "predictions.jsonl").write_text(json.dumps(line) + "\n")
    return folder


def test_the_command_of_a_published_run_makes_its_parameters_again():
    found = []
    for line in readme_tables.commands("small").splitlines()[1:-1]:
        words = [word for word in shlex.split(line) if not word.startswith("OMP_NUM_THREADS=")]
        (job,) = plan(parser().parse_args(words[3:]))
        found.append({name: job.values[name] for name in of_role(job.values, "recipe", "condition", "watch")})
    runs = [run for stem, result in readme_tables.read_results("small").items()
            for run in (result, *readme_tables.read_results("small", stem).values())]  # fmt: skip
    assert len(found) == len(runs) > 15
    for values, run in zip(found, runs, strict=True):
        assert {name: values[name] for name in values if name in run["parameters"]} == {
            name: run["parameters"][name] for name in values if name in run["parameters"]
        }


def test_an_arm_is_put_beside_a_published_run_whose_folder_is_gone(tmp_path, monkeypatch):
    monkeypatch.setattr(showcase, "project_root", lambda: tmp_path)
    arms = [an_arm(tmp_path / "runs/02_qwen_lora" / name, rate) for name, rate in (("seed=1", 1.0), ("seed=2", 0.0))]
    with pytest.raises(UserError, match="is published: give one with --run"):
        showcase.publish_beside("02_qwen_lora", "small", arms)
    path = tmp_path / "figures/results/small/02_qwen_lora.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"scores": {"tuned": 0.5}}')
    showcase.publish_beside("02_qwen_lora", "small", arms)
    assert path.read_text() == '{"scores": {"tuned": 0.5}}'
    own = path.parent / "02_qwen_lora"
    assert json.loads((own / "seed=1.json").read_text())["rows"][0]["tuned"] == {"exact": True}
    assert json.loads((own / "answers/seed=2.json").read_text())["predictions"] == {"base": ["SELECT 2"], "tuned": ["SELECT 1"]}
