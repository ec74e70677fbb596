"""What a reader can check without running anything: answers, numbers in prose, links, commands, and what a published run shows."""

import ast
import contextlib
import importlib
import json
import re
import shlex
import statistics
import subprocess
import sys
from dataclasses import replace
from functools import cache
from graphlib import TopologicalSorter

import nbformat
import pytest
from conftest import ROOT
from test_notebooks import NOTEBOOKS, SECTIONS, TEACHING, code_cells, every_notebook, functions, markdown, read

from helpers import hosts
from helpers.memory.estimate import footprint
from helpers.parameters import DEFAULT_PROFILE, convert, find_notebook, profile_names, read_parameters, read_profile
from helpers.run.__main__ import parser as run_parser
from helpers.run.console import banner, differences
from helpers.run.plan import plan
from helpers.score import parser as score_parser
from helpers.scoring.statistics import paired_difference
from helpers.sharing import readme_tables

pytestmark = pytest.mark.once

EXECUTED = sorted((ROOT / "notebooks/executed").glob("*/*.ipynb"))
READMES = [ROOT / name for name in (
    "README.md", "CONTRIBUTING.md", "notebooks/README.md", "helpers/README.md", "figures/README.md", "tests/README.md",
    "tests/benchmarks/README.md", "helpers/practice/README.md", "helpers/models/T5_STANDIN.md",
)]  # fmt: skip
TRAINING = [path for path in NOTEBOOKS if "## Training" in path.read_text(encoding="utf-8")]
WORDS = {"four": 4, "seven": 7, "once": 1, "twice": 2, "three times": 3, "half": 0.5, "a tenth": 0.1}
# What prose says of a setting: a pattern whose first group is the value, and the parameter that it must agree with.
CLAIMS = {
    r"\brank (?:is |of |at )?(\d+)\b": "lora_rank",
    r"\b(four|seven) (?:linear )?layers|\brecipe has (four|seven)\b|\ball (seven) linear layers": "target_modules",
    r"learning rate (?:stays|is) (constant)|\b(cosine|linear) schedule": "scheduler",
    r"trains on ([\d,]+) rows|settings on ([\d,]+) rows": "train_examples",
    r"rows (once|twice|three times)\b": "num_epochs",
    r"budget of (\d+) tokens": "max_new_tokens",
    r"\b(half|a tenth) of (?:its|04's|phase 1's) learning rate": "learning_rate",
    r"(\d+) examples a step": "batch_size",
    r"\bscales (?:it )?by (\d+)": "lora_alpha",
}


def prose_claims(text):
    """Return (parameter, value, clause) for every setting that a text claims, clause by clause, without code and lists of things to try."""
    text = re.sub(r"```.*?```|\*\*Try it\.?\*\*\n+.*?(?=\n\n|\Z)", "", text, flags=re.DOTALL)
    found = []
    for clause in re.split(r"(?<=[.;:)])\s|, (?=the published|the default)|\n", text):
        for pattern, name in CLAIMS.items():
            for match in re.finditer(pattern, clause):
                value = next(group for group in match.groups() if group)
                found.append((name, WORDS.get(value, value.replace(",", "")), clause.strip()))
    return found


def agrees(name, value, parameters, first):
    """Tell whether a claimed value is that of the parameters; `first` are those of phase 1."""
    if name not in parameters:
        return True
    held = parameters[name]
    if name == "target_modules":
        held = len(held)
    if name == "batch_size":
        held = held * parameters["gradient_accumulation"]
    if name == "lora_alpha":
        held = held / parameters.get("lora_rank", first["lora_rank"])
    if name == "learning_rate":
        held = held / first["learning_rate"]
    if name == "scheduler":
        return str(held).startswith(str(value))
    return float(held) == pytest.approx(float(value))


@cache
def values(stem, profile=DEFAULT_PROFILE):
    declared = read_parameters(find_notebook(stem))
    chosen = {} if profile == DEFAULT_PROFILE else read_profile(profile, stem, declared)
    return {name: parameter.default for name, parameter in declared.items()} | chosen


def false_claims(stem, text, record=None):
    """Return the claims of a notebook's prose that its parameters contradict, those of every profile that is read, or of one record."""
    wrong = []
    for name, value, clause in prose_claims(text):
        if re.search(r"original|published|guide", clause):
            known = read_profile("original", stem, read_parameters(find_notebook(stem)))
            held = [known] if name in known else []
        elif re.search(r"\b01\b", clause):
            held = [values("01_mistral_qlora")]
        elif "default" in clause.lower() and record is None:
            held = [values(stem)]
        elif record is not None:
            held = [] if "default" in clause.lower() else [record]
        else:
            held = [values(stem, profile) for profile in profile_names(stem) if profile not in ("original", "smoke")]
        if not all(agrees(name, value, parameters, values("04_nemo_phase1_syntax")) for parameters in held):
            wrong.append(f"{clause} ({name})")
    return wrong


def pinned(stem, text):
    """Return the sentences with a number that is a default of the notebook's and another value in one of its profiles.

    Numbers below 20, of bits and in code or tables are passed over, and sentences that say whose number it is.
    """
    profiles = [values(stem, profile) for profile in profile_names(stem) if profile not in ("original", "smoke")]
    moving = {value for name, value in values(stem).items() if isinstance(value, int | float) and value >= 20
              and any(profile[name] != value for profile in profiles)}  # fmt: skip
    text = re.sub(r"(?m:^\|.*$)|```.*?```|`[^`]*`|\]\([^)]*\)|\*\*Try it\.?\*\*\n+.*?(?=\n\n|\Z)", "", text, flags=re.DOTALL)
    owned, number = re.compile(r"original|published|default|estimate|runs of"), re.compile(r"(?<![-\w.,])\d[\d,]*\b(?![- ]bit)")
    parts = [part for part in re.split(r"(?<=[.;:?])\s|\n", text) if not owned.search(part)]
    return [part for part in parts if moving & {float(found.replace(",", "")) for found in number.findall(part)}]


@every_notebook
def test_no_sentence_states_a_default_that_a_profile_changes(path):
    assert not pinned(path.stem, markdown(path))


@pytest.mark.parametrize(("stem", "planted"), [
    ("01_mistral_qlora", "We train on 1,000 rows and ask 200 questions."),
    ("02_qwen_lora", "An answer has at most 128 tokens."),
    ("04_nemo_phase1_syntax", "A sample is taken every 100 steps."),
])  # fmt: skip
def test_a_planted_default_is_found(stem, planted):
    assert pinned(stem, planted) == [planted]
    assert not pinned(stem, f"By default: {planted}".replace(": ", " "))


@every_notebook
def test_no_sentence_states_a_setting_that_the_parameters_contradict(path):
    """Accident: "the learning rate stays constant" stood above a log that fell along a cosine (and two more of the kind)."""
    assert not false_claims(path.stem, markdown(path))


@pytest.mark.parametrize(("stem", "planted"), [
    ("06_llama_qlora", "The learning rate stays constant after the warmup."),
    ("05_nemo_phase2_logic", "As in 04, with a tenth of its learning rate."),
    ("04_nemo_phase1_syntax", "It sits on all seven linear layers, where 01's recipe has seven."),
    ("01_mistral_qlora", "The adapter has rank 8."),
    ("06_llama_qlora", "The default trains on 1,000 rows once."),
    ("06_llama_qlora", "The published rank is 16."),
    ("01_mistral_qlora", "The adapter is put into seven layers."),
    ("02_qwen_lora", "The adapter scales by 1."),
])  # fmt: skip
def test_a_planted_false_setting_is_found(stem, planted):
    assert false_claims(stem, planted)


def test_a_true_setting_is_not_called_false():
    text = "It sits on all seven linear layers of each block. (01's recipe has four.) The published rank is 256."
    assert not false_claims("06_llama_qlora", text)
    assert false_claims("06_llama_qlora", "The adapter has rank 16.", {"lora_rank": 4})
    assert not false_claims("06_llama_qlora", "The adapter has rank 16.", {"lora_rank": 16})


@pytest.mark.parametrize("path", TRAINING, ids=lambda path: path.stem)
def test_headers_give_the_memory_and_the_minutes_of_the_estimate(path):
    """Accident: the header of 03 said 4 GiB where the project's own estimate says 9.9."""
    header = read(path).cells[0].source
    _, shape, settings, needs, minutes = readme_tables.on_a_t4(path.stem[:2])
    assert int(re.search(r"Peak memory\*\* \| about (\d+) GiB", header)[1]) == round(needs.peak)
    if older := re.search(r"(\d+) with the TRL 0\.29", header):
        assert int(older[1]) == round(footprint(shape, replace(settings, fused_head=False)).peak)
    said, unit = re.search(r"of which about (\d+) (minutes|h)\b.* training", header).groups()
    assert int(said) == round(minutes / (60 if unit == "h" else 1))
    whole, unit = re.search(r"Time\*\* \| about (\d+) (minutes|h)\b", header).groups()
    assert int(whole) * (60 if unit == "h" else 1) >= minutes


@every_notebook
def test_the_last_section_answers_the_title_from_the_records(path):
    after = "\n".join(cell.source for cell in last_section(read(path)) if cell.cell_type == "code")
    assert re.search(r"conclu\w+\(", after)


def last_section(notebook):
    heads = [number for number, cell in enumerate(notebook.cells) if cell.source.startswith("## What we learned")]
    return notebook.cells[heads[0] :] if heads else []


@every_notebook
def test_a_notebook_ends_with_takeaways_things_to_try_reading_and_what_is_next(path):
    text = markdown(path)
    for head in ("Takeaways", "Try it"):
        listed = re.search(rf"\*\*{head}\.?\*\*\n+((?:- .+\n?)+)", text)[1]
        assert len(listed.strip().splitlines()) >= 3
    assert text.index("**Takeaways") < text.index("**Try it") < text.index("**Read more.**") < text.index("**Next.**")


@every_notebook
def test_what_a_reader_is_told_to_try_is_a_parameter_with_another_value(path):
    declared = read_parameters(path)
    tries = re.search(r"\*\*Try it\.?\*\*\n+(.*?)(?=\n\n)", markdown(path), re.DOTALL)[1]
    for name, text in re.findall(r"\b([a-z_]\w+) = ((?:\[.*?\]|\"[^\"]*\"|[\w.-]+))", tries):
        assert convert(name, json.loads(text.replace("True", "true").replace("False", "false")), declared[name]) != declared[name].default


def words(notebook):
    """Count the words of the Markdown cells, tables and links included."""
    return sum(len(cell.source.split()) for cell in notebook.cells if cell.cell_type == "markdown")


@every_notebook
def test_a_notebook_has_a_thousand_to_sixteen_hundred_words(path):
    assert 1000 <= words(read(path)) <= 1600


def test_words_are_counted_in_prose_and_tables_and_not_in_code():
    cells = [nbformat.v4.new_markdown_cell("One *two*\n\n| a | b |"), nbformat.v4.new_code_cell("x = 1")]
    assert words(nbformat.v4.new_notebook(cells=cells)) == 7


@pytest.mark.parametrize("path", TRAINING, ids=lambda path: path.stem)
def test_every_curve_and_chart_is_read_in_a_sentence(path):
    drawn = [cell.source for cell in code_cells(path)] + [functions("show_curve"), functions("show_scores")]
    assert not unread(drawn)
    shown = "\n".join(drawn[:-2])
    assert re.search(r"\b(loss_curves?|show_curve)\(", shown) and re.search(r"\b(score_bars|show_scores)\(", shown)


def unread(texts):
    """Return the pieces of code that draw a curve or a chart and do not say in a sentence what it shows."""
    reads = {r"\bloss_curves?\(": "read_curve(", r"\bscore_bars\(": "read_scores("}
    return [text for text in texts for draws, said in reads.items() if re.search(draws, text) and said not in text]


def test_a_planted_chart_without_its_sentence_is_found():
    assert unread(["fig = score_bars(exam.bars(), subject, name)\nfig"]) and not unread(["loss_curve(history)\nread_curve(history)"])


TEMPLATE = ROOT / "notebooks/templates/model_notebook.ipynb"


def test_the_template_has_every_section_and_the_parameters_of_the_teaching_notebook():
    assert [title for title in re.findall(r"^## (.+)$", markdown(TEMPLATE), re.MULTILINE)] == SECTIONS
    cells = code_cells(TEMPLATE)
    assert cells[0].source == hosts.setup_cell()
    assert set(read_parameters(TEMPLATE)) <= set(read_parameters(find_notebook(TEACHING)))
    assert all(cell.outputs == [] for cell in cells)


@pytest.mark.parametrize("path", [*NOTEBOOKS, TEMPLATE], ids=lambda path: path.stem)
def test_every_name_that_a_notebook_imports_from_helpers_is_there(path):
    """Accident: a function moved to another module, and the notebooks' imports did not."""
    missing = []
    for cell in code_cells(path):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.ImportFrom) and node.module.split(".")[0] == "helpers":
                names = [alias.name for alias in node.names]
                missing += [f"{node.module}.{name}" for name in names if not importable(node.module, name)]
    assert not missing


def importable(module, name):
    with contextlib.suppress(ModuleNotFoundError):
        return hasattr(importlib.import_module(module), name) or bool(importlib.import_module(f"{module}.{name}"))
    return False


# What a published run shows.


def shown(cell):
    """Return the texts of a cell's outputs, HTML in preference to plain text."""
    found = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        found.append(output.get("text") or data.get("text/html") or data.get("text/markdown") or data.get("text/plain") or "")
    return ["".join(text) for text in found]


def faults_of_a_run(notebook, stem, parameters):
    """Return what a reader of an executed notebook is misled by."""
    texts = [text for cell in notebook.cells if cell.cell_type == "code" for text in shown(cell)]
    prose = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    faults = false_claims(stem, prose, parameters)
    if str(parameters.get("model_id", "")).startswith("standin/") and not any("You are reading a rehearsal" in text for text in texts):
        faults.append("a stand-in without its banner")
    if stem[:2] < "07" and not any("**" in text or "<strong>" in text for cell in last_section(notebook) for text in shown(cell)):
        faults.append("no answer in the last section")
    for text in texts:
        right = re.findall(r"<td(?![^>]*left)[^>]*>\s*((?:SELECT|WITH)\b[^<]*)", text)
        faults += [f"SQL in a column that is aligned right: {cell[:60]}" for cell in right]
        faults += [f"a rate of {n} questions" for n in re.findall(r"\[-?\d?\.\d+, -?\d?\.\d+\] of (\d+)\b", text) if int(n) < 10]
    return faults


@pytest.mark.parametrize("path", EXECUTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_published_run_misleads_nobody(path):
    result = json.loads((ROOT / "figures/results" / path.parent.name / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert not faults_of_a_run(nbformat.read(path, as_version=4), path.stem, result["parameters"])


def run_of(answer="**Yes.**", opening="> **You are reading a rehearsal.**", table="", prose="## Training"):
    def output(text, kind="text/markdown"):
        return [nbformat.v4.new_output("display_data", data={kind: text})]

    return nbformat.v4.new_notebook(cells=[
        nbformat.v4.new_code_cell("banner()", outputs=output(opening)), nbformat.v4.new_markdown_cell(prose),
        nbformat.v4.new_code_cell("table", outputs=output(table, "text/html")),
        nbformat.v4.new_markdown_cell("## What we learned"), nbformat.v4.new_code_cell("conclude()", outputs=output(answer)),
    ])  # fmt: skip


@pytest.mark.parametrize(("planted", "fault"), [
    ({}, None),
    ({"opening": "ready"}, "stand-in without its banner"),
    ({"answer": "all is in runs/x"}, "no answer"),
    ({"table": "<table><tr><td>SELECT name FROM singer</td></tr></table>"}, "aligned right"),
    ({"table": '<td style="text-align: left">SELECT name FROM singer</td>'}, None),
    ({"table": "<td>.50 [.09, .91] of 2</td>"}, "a rate of 2 questions"),
    ({"table": "<td>.50 [.40, .60] of 128</td>"}, None),
    ({"prose": "The learning rate stays constant."}, "scheduler"),
])  # fmt: skip
def test_planted_faults_of_a_published_run_are_found(planted, fault):
    found = faults_of_a_run(run_of(**planted), "06_llama_qlora", {"model_id": "standin/smollm2-135m", "scheduler": "cosine"})
    assert [fault in text for text in found] == [True] * (fault is not None) if fault else found == []


def test_a_banner_says_what_stands_in_for_what_and_a_real_run_is_no_rehearsal():
    assert "no evidence about the big model" in banner("01_mistral_qlora", "standin/smollm2-135m", "practice/create-context")
    assert "`mistralai/Mistral-7B-v0.1`" in banner("01_mistral_qlora", "standin/smollm2-135m", "practice/create-context")
    assert "random weights" in banner("01_mistral_qlora", "standin/tiny-mistral", "practice/spider")
    small = banner("02_qwen_lora", "Qwen/Qwen2.5-Coder-0.5B-Instruct", "b-mc2/sql-create-context")
    assert "rehearsal" not in small
    assert "`Qwen/Qwen2.5-Coder-0.5B-Instruct`, where the recipe takes `Qwen/Qwen2.5-1.5B-Instruct`" in small
    for model, wanted in (("Qwen/Qwen2.5-0.5B", "with a real model**: `Qwen/Qwen2.5-0.5B` answers"), ("standin/smollm2-135m", "rehearsal")):
        said = banner("08_ask_your_database", model, "practice/spider")
        assert wanted in said and "stands in for" not in said and "where the recipe takes" not in said
    assert "recipe itself" in banner("01_mistral_qlora", "mistralai/Mistral-7B-v0.1", "b-mc2/sql-create-context")


def test_the_table_of_differences_has_the_rows_that_differ_and_no_others():
    table = differences("06_llama_qlora", values("06_llama_qlora") | {"lora_rank": 4})
    assert "| `lora_rank` | 4 | 256 | 16 |" in table
    assert "| `scheduler` | constant_with_warmup | constant | cosine |" in table
    assert "`learning_rate`" not in table
    assert "`output_dir`" not in table
    assert "| `other_tables` | 5 | 0 | 5 |" in differences("01_mistral_qlora", values("01_mistral_qlora"))


# READMEs: links, commands, numbers.


def anchors(path):
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def dead_links(text, place):
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        name, _, anchor = target.partition("#")
        path = (place / name) if name else None
        if target.startswith(("https://", "#")) or path is None:
            continue
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in anchors(path)):
            dead.append(target)
    return dead


EXECUTED = sorted((ROOT / "notebooks/executed").glob("*/*.ipynb"))


@pytest.mark.parametrize("path", [*READMES, *NOTEBOOKS, *EXECUTED], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path):
    text = markdown(path) if path.suffix == ".ipynb" else path.read_text(encoding="utf-8")
    assert not dead_links(text, path.parent)


def test_a_planted_dead_link_is_found():
    assert dead_links("[a](nowhere.md) [b](README.md#no-such-heading) [c](README.md)", ROOT) == ["nowhere.md", "README.md#no-such-heading"]


def commands():
    """Return the commands in the code blocks of the READMEs: those of make and of Python."""
    texts = [path.read_text(encoding="utf-8") for path in READMES]
    blocks = [block for text in texts for block in re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]
    lines = {re.sub(r"\s+#.*", "", line).strip() for block in blocks for line in block.splitlines()}
    return sorted(line for line in lines if re.match(r"(make|python -m|papermill|pip install) ?", line))


COMMANDS = commands()


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("make")])
def test_make_knows_every_target_that_a_readme_names(line):
    done = subprocess.run([*shlex.split(line), "--dry-run"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("python -m helpers.run")])
def test_the_runner_takes_every_line_that_a_readme_gives_it(line, capsys):
    options = run_parser().parse_args(shlex.split(line)[3:])
    if options.list or options.describe:
        assert subprocess.run([sys.executable, *shlex.split(line)[1:]], cwd=ROOT, capture_output=True).returncode == 0
    else:
        assert plan(options)


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith(("python -m helpers.score", "python -m helpers.memory"))])
def test_score_and_memory_take_every_line_that_a_readme_gives_them(line):
    made = score_parser if "helpers.score" in line else pytest.importorskip("helpers.memory.__main__").parser
    assert made().parse_args(shlex.split(line)[3:])


def test_papermills_line_names_files_that_are_there():
    lines = [line for line in COMMANDS if line.startswith("papermill")]
    assert lines
    for line in lines:
        for name in re.findall(r"notebooks/\S+", line):
            assert (ROOT / name).is_file()


def test_readme_is_one_screen_and_no_column_is_dashes():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) <= 900
    assert not re.search(r"\| - \|", text)


def test_the_first_real_runs_numbers_are_those_of_its_file():
    real = json.loads((ROOT / "figures/results/first_real_run.json").read_text(encoding="utf-8"))
    known = set()
    for part in ("own_test", "three_tables_beside", "spider"):
        for score in real[part].values():
            if isinstance(score, dict):
                known |= {score["rate"], *score.get("interval", []), score.get("joins_a_query")}
    text = (ROOT / "figures/README.md").read_text(encoding="utf-8").split("| | its own test set")[1].split("Of sql-create")[0]
    numbers = {float(number) for number in re.findall(r"(?<![\d(])\d?\.\d+", text.replace("gold .50", ""))}
    assert numbers <= known and len(numbers) > 5


def test_the_real_runs_numbers_are_those_of_their_file():
    runs = json.loads((ROOT / "figures/results/real_runs_h200.json").read_text(encoding="utf-8"))["runs"]
    scores = [score["test_suite"] for run in runs for score in run.values() if isinstance(score, dict)]
    known = {round(number, 3) for score in scores for number in (score["rate"], *score["interval"])}
    text = (ROOT / "figures/README.md").read_text(encoding="utf-8").split("| trained on")[1].split("What they say")[0]
    numbers = {float(number) for number in re.findall(r"(?<![\d(])\.\d{3}", text)}
    assert numbers <= known and len(numbers) > 20


def test_readmes_first_numbers_are_those_of_published_runs_on_the_same_questions():
    place, text = ROOT / "figures/results/small", (ROOT / "README.md").read_text(encoding="utf-8")
    names = "01_mistral_qlora/other_tables=0", "01_mistral_qlora", "01_mistral_qlora/train_examples=2000"
    published, repaired, larger = (json.loads((place / f"{name}.json").read_text(encoding="utf-8")) for name in names)
    assert [[row["db_id"], row["base"]] for row in published["rows"]] == [[row["db_id"], row["base"]] for row in repaired["rows"]]

    def rates(run, model):
        parts = run["scores"], run["wider"]["models"], run["benchmark"]
        return [(part[model]["test_suite"]["rate"], *part[model]["test_suite"]["interval"]) for part in parts]

    lines = {"untuned": rates(repaired, "base"), "tuned, schemas as published": rates(published, "tuned"),
             "tuned both ways": rates(repaired, "tuned"), "tuned both ways, 2,000 rows": rates(larger, "tuned")}  # fmt: skip
    for name, wanted in lines.items():
        cells = re.search(rf"^\| {name} \|(.*)\|$", text, re.MULTILINE)[1].split("|")
        assert [tuple(map(float, re.findall(r"\.\d+", cell))) for cell in cells] == [
            tuple(round(number, 3) for number in rate) for rate in wanted
        ]  # fmt: skip
    for run, said in ((published, "-.199 [-.232, -.164] before the repair"), (repaired, "+.066 [+.036, +.096] after")):
        found = run["benchmark"]["tuned"]["comparison"]
        numbers = [float(number) for number in re.findall(r"[+-]\.\d+", said)]
        assert said in text and numbers == [round(number, 3) for number in (found["difference"], *found["interval"])]
    pairs = [(rates(run, "tuned")[part][0], rates(run, "base")[part][0]) for run in (published, repaired, larger) for part in (0, 2)]
    changes = [round(100 * (after - before)) for after, before in pairs]
    assert changes == [19, -20, 20, 7, 25, 10]
    said = "gains 19 points on its own test set and loses 20 on real schemas; repaired, it gains 20 and 7, with 2,000 rows 25 and 10"
    assert said in text


def test_the_readmes_example_is_a_published_answer_to_the_question_before_it(real_data):
    """The answer to another wording of the question stood here once."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = ".*".join(map(re.escape, re.search(r"```sql\n(.*?)\n```", text, re.DOTALL)[1].split("...")))
    answers = ROOT / "figures/results/small/01_mistral_qlora/answers/other_tables=0_spider_predictions.sql"
    asked = json.loads((real_data / "spider/dev.json").read_text(encoding="utf-8"))
    pairs = zip(asked, answers.read_text("utf-8").splitlines(), strict=True)
    assert any(f"*{row['question']}*" in text for row, sql in pairs if re.fullmatch(f"{shown}.*", sql))


def said(numbers, form=".3f"):
    value, low, high = (f"{number:{form}}".replace("0.", ".") for number in numbers)
    return f"{value} [{low}, {high}]"


def test_what_readmes_say_of_the_larger_model_is_in_the_published_run():
    """Its rates, the change in pairs, and pairs with the small model's published verdicts on the same questions."""
    place = ROOT / "figures/results/small/01_mistral_qlora"
    large, small, more = (
        json.loads((place.parent / f"01_mistral_qlora{arm}.json").read_text(encoding="utf-8"))
        for arm in ("/model_id=Qwen2.5-Coder-1.5B", "", "/train_examples=2000")
    )
    text, first = ((ROOT / name).read_text(encoding="utf-8") for name in ("figures/README.md", "README.md"))
    text = text.split("Is a larger model worth more?")[1].split("\n\n")[0]

    def right(run, model):
        return [row[model]["test_suite"] for row in run["rows"]]

    for part in (large["scores"], large["wider"]["models"]):
        for model in ("base", "tuned"):
            assert said((part[model]["test_suite"]["rate"], *part[model]["test_suite"]["interval"]), ".3f") in text
    beside, tuned = large["wider"]["comparison"], large["scores"]["tuned"]["test_suite"]
    assert said((beside["difference"], *beside["interval"]), "+.3f") in text
    assert f"from {large['scores']['base']['test_suite']['rate']:.3f} to ".replace("0.", ".") in first
    assert said((tuned["rate"], *tuned["interval"]), ".3f") in first
    pairs = [(large, "base", large, "tuned"), (small, "base", large, "base")]
    pairs += [(run, "tuned", large, "tuned") for run in (small, more)]
    for run, model, other, its in pairs:
        found = paired_difference(right(run, model), right(other, its))
        assert said((found["difference"], *found["interval"]), "+.3f") in text
    found = paired_difference(right(large, "base"), right(small, "tuned"))
    assert said((found["difference"], *found["interval"]), ".3f") in text


def changed(queries, run, model, other, its, joins=None):
    """Write the difference in pairs, of all questions or of those whose gold query has a join, or none."""
    pairs = [(row[model]["test_suite"], mate[its]["test_suite"])
             for row, mate, sql in zip(run["rows"], other["rows"], queries, strict=True)
             if row[model]["test_suite"] is not None and joins in (None, "join" in sql.lower())]  # fmt: skip
    found = paired_difference(*zip(*pairs, strict=True))
    return said((found["difference"], *found["interval"]), "+.3f")


def test_what_readmes_say_of_the_larger_model_on_spider_is_in_the_published_run():
    place = ROOT / "figures/results/small/05_nemo_phase2_logic"
    names = ("model_id=Qwen2.5-Coder-1.5B", "include_schema=true")
    large, small = (json.loads((place / f"{name}.json").read_text("utf-8")) for name in names)
    queries = json.loads((place / "answers/model_id=Qwen2.5-Coder-1.5B.json").read_text("utf-8"))["sql"]
    text, first = ((ROOT / name).read_text(encoding="utf-8") for name in ("figures/README.md", "README.md"))
    text = text.split("What does a larger model reach there?")[1].split("\n\n")[0]

    for model in ("base", "tuned"):
        score = large["scores"][model]["test_suite"]
        assert said((score["rate"], *score["interval"])) in text
    assert said((score["rate"], *score["interval"])) in first
    pairs = [(large, "base", large, "tuned", True), (large, "base", large, "tuned", False), (large, "base", large, "tuned"),
             (small, "base", large, "base"), (small, "tuned", large, "tuned"), (large, "base", small, "tuned")]  # fmt: skip
    for pair in pairs:
        assert changed(queries, *pair) in text
    wrong = [row["tuned"] for row in large["rows"] if row["tuned"]["test_suite"] is False]
    assert f"Of the {len(wrong)} that are wrong {sum(not verdict['valid'] for verdict in wrong)} do not run" in text


def test_what_readmes_say_of_a_second_pass_over_spider_is_in_the_published_run():
    place = ROOT / "figures/results/small/05_nemo_phase2_logic"
    names = ("num_epochs=2", "include_schema=true", "model_id=Qwen2.5-Coder-1.5B")
    twice, once, large = (json.loads((place / f"{name}.json").read_text("utf-8")) for name in names)
    queries = json.loads((place / "answers/num_epochs=2.json").read_text("utf-8"))["sql"]
    whole = (ROOT / "figures/README.md").read_text(encoding="utf-8")
    text = whole.split("What is a second pass worth there?")[1].split("\n\n")[0]
    for model in ("base", "tuned"):
        score = twice["scores"][model]["test_suite"]
        assert said((score["rate"], *score["interval"])) in text
    for pair in ((twice, "base", twice, "tuned"), (twice, "base", twice, "tuned", True), (twice, "base", twice, "tuned", False),
                 (once, "tuned", twice, "tuned"), (large, "base", twice, "tuned"), (twice, "tuned", large, "tuned")):  # fmt: skip
        assert changed(queries, *pair) in text
    wrong = [row["tuned"] for row in twice["rows"] if row["tuned"]["test_suite"] is False]
    assert f"Of the {len(wrong)} that are wrong {sum(not verdict['valid'] for verdict in wrong)} do not run" in text
    ends = [f"{twice['scores'][model]['test_suite']['rate']:.3f}"[1:] for model in ("base", "tuned")]
    assert f"0.5B, reading them twice, {' to '.join(ends)}" in (ROOT / "README.md").read_text(encoding="utf-8")
    gain = 100 * (score["rate"] - twice["scores"]["base"]["test_suite"]["rate"])
    assert f"{gain:.1f} with the 0.5B model that read its rows twice" in whole and gain > 15


def test_what_is_said_of_rank_is_in_its_file():
    found = json.loads((ROOT / "figures/results/rank_on_spider.json").read_text("utf-8"))
    text = (ROOT / "figures/README.md").read_text(encoding="utf-8").split("Does rank or the choice of layers limit it?")[1].split("\n\n")[0]
    scores = [score for score in found.values() if isinstance(score, dict)]
    known = {number for score in scores for number in (score["rate"], *score["interval"], score.get("validation loss", 0))}
    known |= {abs(number) for score in scores if (pair := score.get("in pairs with rank 16"))
              for number in (pair["difference"], *pair["interval"])}  # fmt: skip
    numbers = {float(number) for number in re.findall(r"\.\d{3}", text)}
    assert len(numbers) > 15 and all(min(abs(number - one) for one in known) < 0.00051 for number in numbers)


def test_the_spread_of_three_seeds_is_that_of_the_published_runs():
    text, place = (ROOT / "figures/README.md").read_text("utf-8"), ROOT / "figures/results/small/02_qwen_lora"
    runs = [json.loads((place / f"load_in_4bit=false{seed}.json").read_text("utf-8")) for seed in ("", ",seed=1", ",seed=2")]
    recipes = [{name: value for name, value in run["parameters"].items() if name != "seed"} for run in runs]
    assert recipes[0] == recipes[1] == recipes[2] and [run["parameters"]["seed"] for run in runs] == [42, 1, 2]
    for reports in ([run["scores"] for run in runs], [run["wider"]["models"] for run in runs], [run["benchmark"] for run in runs]):
        rates = [report["tuned"]["test_suite"]["rate"] for report in reports]
        said = [f"{number:.3f}"[1:] for number in (*rates, statistics.mean(rates), statistics.stdev(rates))]
        shown = re.search(rf"{said[0]}, {said[1]}(?: \[[^]]*\])? and {said[2]}[^;]*mean {said[3]}\D*{said[4]}", text.replace("\\", ""))
        assert shown, said


def test_what_the_readme_says_of_the_vote_is_in_the_published_run():
    found = json.loads((ROOT / "figures/results/small/09_more_answers.json").read_text(encoding="utf-8"))["comparison"]
    points, low, high = (100 * number for number in (found["difference"], *found["interval"]))
    own = ROOT / "figures/results/small/09_more_answers/dataset_id=sql_create_context.jsonl.json"
    other = json.loads(own.read_text(encoding="utf-8"))["comparison"]
    more, least, most = (100 * number for number in (other["difference"], *other["interval"]))
    said = f"add {points:.1f} points [{low:+.1f}, {high:+.1f}] on {found['n']} questions of Spider, "
    said += f"{more:.1f} [{least:+.1f}, {most:+.1f}] on the {other['n']}"
    assert said in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_map_lists_every_room_of_helpers():
    rooms = {path.name for path in (ROOT / "helpers").iterdir() if (path / "__init__.py").is_file()}
    listed = set(re.findall(r"^\| \[`(\w+)`\]", (ROOT / "helpers/README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert rooms - {"parameters", "runs", "files"} == listed


def test_no_module_and_no_room_of_helpers_imports_itself_by_way_of_others():
    """Lazy imports count as well."""
    files = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in (ROOT / "helpers").rglob("*.py")}
    files = {name.removesuffix(".__init__"): path for name, path in files.items()}
    needs = {name: set() for name in files}
    for name, path in files.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                needs[name] |= set(files) & {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        needs[name] -= {name}
    TopologicalSorter(needs).prepare()  # raises CycleError
    rooms = {name: set() for name in files if name.count(".") == 1}
    for name, others in needs.items():
        if name != "helpers":
            room = ".".join(name.split(".")[:2])
            rooms[room] |= {".".join(other.split(".")[:2]) for other in others} - {room, "helpers"}
    TopologicalSorter(rooms).prepare()
