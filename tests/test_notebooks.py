"""What every notebook in notebooks/ keeps to, read as a file: nothing is run here. New notebooks are found by themselves."""

import ast
import builtins
import re
import statistics

import nbformat
import pytest
import yaml
from conftest import ROOT

from helpers import hosts
from helpers.parameters import profile_names, read_parameters, read_profile
from helpers.scoring.generated.suites import suite_for

pytestmark = pytest.mark.once

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
SECTIONS = [
    "Setup", "Parameters", "Machine", "The data", "Before training", "The adapter", "Training", "After training", "Saving and sharing",
    "What we learned",
]  # fmt: skip
# The groups of a parameter cell, and the shared names in the order in which each group has those that it uses.
GROUPS = ["change these first", "the rest of the recipe", "the run and sharing", "this notebook"]
OLD_GROUPS = {"": GROUPS[0], "the recipe": GROUPS[1]}  # as 09 still names them, whose code waits for its next run
FIRST = 15  # names at most that a learner sees first
SHARED = (
    "profile model_id dataset_id train_examples eval_examples other_tables include_schema load_in_4bit lora_rank max_length num_epochs "
    "batch_size learning_rate other_columns both_forms prompt_style schema_form double_quantization lora_alpha lora_dropout target_modules "
    "max_steps gradient_accumulation scheduler warmup optimizer packing checkpointing_every seed output_dir resume save_steps "
    "report_to field_mapping spider_dir allow_overlap push_to_hub hub_model_id hub_private"
).split()
# Where a default differs from what the original published, and why.
OTHER_TABLES = "a data set that lists only the tables of the answer teaches to use every table; 0 is what the original did"
WIDER = {
    "other_tables": OTHER_TABLES,
    "other_columns": "the data set lists only the columns of the answer as well; five beside measured best with a small model",
    "schema_form": "one form for training and asking; with the keys shown, a small model answered most of Spider's questions",
}
REPAIRED = {
    "01_mistral_qlora": {
        **WIDER,
        "both_forms": "other tables beside every schema teach to join too rarely; with each schema alone as well, both kinds are learned",
        "warmup": "the original rises at once; a short rise avoids a jump in the first steps",
    },
    "02_qwen_lora": {
        **WIDER,
        "load_in_4bit": "titled LoRA, it trains QLoRA; 1.5B fit a T4 in 16 bits, which is faster: the notebook compares both",
        "warmup": "the original rises at once; a short rise avoids a jump in the first steps",
        "max_new_tokens": "50 tokens cut longer answers off",
    },
    "03_t5_qlora_vs_full": {
        "other_tables": OTHER_TABLES,
        "train_examples": "all rows take longer than a session of a T4 for three arms",
        "validation_examples": "an evaluation of 14,835 rows at each log would take longer than the training",
        "eval_examples": "200 answers are scored by running them; the original scored 25 by ROUGE",
        "arms": "LoRA without 4 bits is added, to tell what the adapter costs from what the 4 bits cost",
        "full_learning_rate": "5e-3 with AdamW is at the edge of diverging on a subset; 1e-3 is the usual one for T5",
        "adapter_epochs": "the same number of epochs for every arm, or the comparison is not one",
        "warmup": "the original rises at once; a short rise avoids a jump in the first steps",
    },
    "04_nemo_phase1_syntax": {
        "other_tables": OTHER_TABLES,
        "compute_dtype": "float32 has no tensor cores on a T4, and others trained this model there in float16",
    },
    "05_nemo_phase2_logic": {
        "compute_dtype": "as in 04",
        "train_examples": "all rows with their schemas take longer than a session of a T4",
        "include_schema": "the original's key finding is that it was missing; the notebook compares both",
    },
    "06_llama_qlora": {
        **WIDER,
        "train_examples": "10,000 rows three times take longer than a session of a T4",
        "num_epochs": "new rows teach more than the same rows again, at the same cost",
        "validation_examples": "eight evaluations of 1,500 rows would take longer than the training",
        "eval_examples": "1,000 answers of both models take hours of a T4",
        "lora_rank": "rank 256 with its optimizer takes more memory than a T4 has",
        "lora_alpha": "goes with the rank, as in 01",
        "double_quantization": "costs 5 to 17 % speed, and 8B fit a T4 without it",
        "max_length": "rows with prompt have 153 tokens on average; what is longer than 1,024 is counted aloud",
        "optimizer": "a quarter of the memory for its state",
        "scheduler": "the scheduler named constant takes no warmup, so the published warmup has no effect",
        "generation_batch_size": "the original asks one at a time; 16 rows of 2,048 tokens do not fit beside rank 256",
    },
}

TEACHING = "01_mistral_qlora"  # shows in the open what the others do in one call
REPEATING = [path for path in NOTEBOOKS if path.stem[:2] in ("02", "03", "04", "05", "06")]
IN_VIEW = {"setup", "parameters", "load", "adapter", "trainer-config"}  # cells that each notebook shows, because they hold its settings

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def markdown(path):
    return "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


def lines(cell):
    return [line for line in cell.source.splitlines() if line.strip()]


def test_there_are_notebooks():
    assert NOTEBOOKS


@every_notebook
def test_a_source_is_valid_and_carries_no_outputs(path):
    notebook = read(path)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) >= (4, 5)
    for cell in code_cells(path):
        assert cell.outputs == []
        assert cell.execution_count is None


@every_notebook
def test_the_setup_cell_is_first_and_the_same_in_all(path):
    assert code_cells(path)[0].source == hosts.setup_cell()


def faults_of_parameters(declared):
    """Return what is wrong with the groups of a parameter cell and with the order of the names in them, the shared ones first."""
    groups, faults = {}, []
    for name, parameter in declared.items():
        groups.setdefault(OLD_GROUPS.get(parameter.group, parameter.group), []).append(name)
    if list(groups) != [group for group in GROUPS if group in groups]:
        faults.append(f"its groups are {list(groups)}")
    for group, names in groups.items():
        shared = sorted((name for name in names if name in SHARED), key=SHARED.index)
        if names[: len(shared)] != shared:
            faults.append(f"the order of the names in {group!r}")
    if len(groups.get(GROUPS[0], [])) > FIRST:
        faults.append(f"more than {FIRST} names come first")
    return faults


@every_notebook
def test_the_parameters_cell_is_second_and_shows_first_what_a_learner_changes_first(path):
    tagged = [number for number, cell in enumerate(code_cells(path)) if "parameters" in cell.metadata.get("tags", [])]
    assert tagged == [1]
    assert not faults_of_parameters(read_parameters(path))


def test_planted_faults_of_a_parameter_cell_are_found():
    declared = read_parameters(teaching())
    late = {name: value for name, value in declared.items() if name != "model_id"} | {"model_id": declared["model_id"]}
    assert len(faults_of_parameters(late)) == 1, "it comes behind the names of its group"
    renamed = {name: value._replace(group="options") if name == "profile" else value for name, value in declared.items()}
    assert len(faults_of_parameters(renamed)) == 1
    assert faults_of_parameters({name: value._replace(group=GROUPS[0]) for name, value in declared.items()})


@every_notebook
def test_papermill_sees_every_parameter_that_the_cell_declares(path):
    from papermill.inspection import inspect_notebook

    seen = inspect_notebook(str(path))
    declared = read_parameters(path)
    assert list(seen) == list(declared)
    for name, parameter in declared.items():
        assert seen[name]["help"].strip() == parameter.comment.strip()


def functions(*names):
    """Return the text of the functions of helpers with these names."""
    files = [path.read_text(encoding="utf-8") for path in (ROOT / "helpers").rglob("*.py")]
    return "\n".join(
        ast.get_source_segment(text, node) for text in files if any(f"def {name}(" in text for name in names)
        for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and node.name in names
    )  # fmt: skip


@every_notebook
def test_every_parameter_is_used(path):
    code = "\n".join(cell.source for number, cell in enumerate(code_cells(path)) if number != 1)
    code += "".join((ROOT / "helpers" / room / "__init__.py").read_text() for room in ("parameters", "runs"))
    taken = {"load": "load_for", **{name: name for name in ("renderer", "fit_rows", "begin", "set_exam")}}  # they take `parameters` whole
    code += functions(*(name for name, call in taken.items() if f"{call}(" in code))
    for name in read_parameters(path):
        assert re.search(rf"\b{name}\b", code), f"{name} changes nothing"


def test_no_cell_of_four_lines_stands_in_two_notebooks_but_setup_and_what_a_reader_must_see():
    """Logic that two notebooks need belongs to helpers; quantization, adapter and trainer stand in full view in each."""
    calls = {"prompt", "save", "train"}  # a few calls of helpers each
    seen = {}
    for path in NOTEBOOKS:
        for cell in code_cells(path):
            if cell.id not in IN_VIEW | calls and len(lines(cell)) >= 4:
                other = seen.setdefault("\n".join(lines(cell)), path.stem)
                assert other == path.stem, f"the cell {cell.id!r} of {path.stem} stands in {other} too"


def statements(source):
    """Return the statements of a cell without its imports, each as one text without comments."""
    return [ast.unparse(node) for node in ast.parse(source).body if not isinstance(node, ast.Import | ast.ImportFrom)]


def repeated(source, teaching):
    """Return the long statements, and the runs of three statements, that a cell has in common with the teaching notebook."""
    own, shown = statements(source), [statements(cell.source) for cell in code_cells(teaching)]
    known = {text for cell in shown for text in cell}
    found = [text for text in own if text in known and len(text) > 120]
    runs = {tuple(cell[at : at + 3]) for cell in shown for at in range(len(cell) - 2)}
    return found + ["; ".join(own[at : at + 3]) for at in range(len(own) - 2) if tuple(own[at : at + 3]) in runs]


def common_share(path):
    """Return the share of a notebook's lines of code that stand in the teaching notebook too, without the cells that hold settings."""
    known = {line.split("  # ")[0].strip() for cell in code_cells(teaching()) for line in lines(cell)}
    own = [line.split("  # ")[0].strip() for cell in code_cells(path) if cell.id not in IN_VIEW for line in lines(cell)]
    return sum(line in known for line in own) / len(own)


def teaching():
    return next(path for path in NOTEBOOKS if path.stem == TEACHING)


@pytest.mark.parametrize("path", REPEATING, ids=lambda path: path.stem)
def test_what_01_shows_open_is_one_call_in_the_notebooks_behind_it(path):
    """Accident: half to three quarters of their lines stood in 01 too, and what differs was buried in what does not."""
    for cell in code_cells(path):
        if cell.id not in IN_VIEW:
            assert not repeated(cell.source, teaching()), cell.id
    assert common_share(path) <= 0.45, "of these lines most are imports and the calls themselves"


@pytest.mark.parametrize("cell", ["derived", "data", "lengths", "trainer", "save"])
def test_a_planted_copy_of_a_cell_of_01_is_found(cell):
    (source,) = [known.source for known in code_cells(teaching()) if known.id == cell]
    assert repeated(source, teaching())


def test_01_names_each_call_that_stands_for_one_of_its_cells():
    shown = "\n".join(cell.source for cell in code_cells(teaching()))
    named = set(" ".join(re.findall(r"# 02 to 06 call ([\w ]+)", shown)).replace(" for this cell", "").replace(" and ", " ").split())
    assert len(named) >= 10
    code = {path.stem: "\n".join(cell.source for cell in code_cells(path)) for path in REPEATING}
    for name in named:
        callers = [stem for stem, text in code.items() if re.search(rf"\b{name}\(|partial\({name}\b", text)]
        assert len(callers) >= 4, f"{name} is called by {callers}"


def undefined(sources):
    """Return the names that a cell uses and no cell before it defines."""
    known, missing = {*dir(builtins), "display"}, []
    for statement in (node for source in sources for node in ast.parse(source).body):
        inside = list(ast.walk(statement))
        names = [node for node in inside if isinstance(node, ast.Name)]
        made = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        made |= {alias.asname or alias.name.split(".")[0] for node in inside if isinstance(node, ast.Import | ast.ImportFrom)
                 for alias in node.names}  # fmt: skip
        made |= {node.name for node in inside if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        made |= {node.arg for node in inside if isinstance(node, ast.arg)}
        known |= made
        missing += [node.id for node in names if isinstance(node.ctx, ast.Load) and node.id not in known]
    return missing


@pytest.mark.parametrize("path", [*NOTEBOOKS, ROOT / "notebooks/templates/model_notebook.ipynb"], ids=lambda path: path.stem)
def test_every_name_that_a_cell_uses_is_defined_by_a_cell_before_it(path):
    """Accident: a cell was joined to another, and a name that it had imported was missing hours later, in the last section."""
    assert not undefined([cell.source for cell in code_cells(path)])


def test_a_planted_missing_name_is_found():
    assert undefined(["import json", "rows = [row for row in json.loads('[]')]\nprint(rows, excluded)"]) == ["excluded"]


@every_notebook
def test_metadata_opens_the_right_machine(path):
    metadata = read(path).metadata
    if "| **You need** | a T4" in markdown(path):
        assert metadata.accelerator == "GPU"
        assert metadata.colab.gpuType == "T4"
    else:
        assert "accelerator" not in metadata, "a GPU's hours are limited"
    assert metadata.kernelspec.name == "python3"


def faults_of_size(notebook, teaches=False):
    """Return what makes the cells of a notebook too long, too many, or too silent; Setup and parameters are not measured."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    sizes = [len(lines(cell)) for cell in code[2:]]
    said = len(notebook.cells) - len(code)
    found = {
        "a cell is longer than 25 lines": max(sizes) > 25,
        "the median of the cells is above 8 lines": statistics.median(sizes) > 8,
        "there are fewer than 15 or more than 25 cells of code": not 15 <= len(code) <= (26 if teaches else 25),
        "there is less than one Markdown cell for each cell of code": said < len(code),
    }
    return [fault for fault, there in found.items() if there]


@every_notebook
def test_cells_are_short_and_few_enough_to_read(path):
    assert not faults_of_size(read(path), path.stem == TEACHING)


def test_planted_faults_of_size_are_found():
    def notebook(*sizes, said):
        cells = [nbformat.v4.new_code_cell("\n".join(["a = 1"] * size)) for size in (1, 1, *sizes)]
        return nbformat.v4.new_notebook(cells=cells + [nbformat.v4.new_markdown_cell("Say.") for _ in range(said)])

    assert faults_of_size(notebook(*[8] * 14, said=16)) == []
    assert faults_of_size(notebook(26, *[8] * 14, said=17)) == ["a cell is longer than 25 lines"]
    assert faults_of_size(notebook(*[9] * 14, said=16)) == ["the median of the cells is above 8 lines"]
    assert len(faults_of_size(notebook(*[3] * 24, said=25))) == 2
    assert len(faults_of_size(notebook(*[3] * 10, said=12))) == 1


@every_notebook
def test_sections_come_in_the_same_order(path):
    found = [title for title in re.findall(r"^## (.+)$", markdown(path), re.MULTILINE) if title in SECTIONS]
    assert found == [title for title in SECTIONS if title in found]
    assert {"Setup", "Parameters", "What we learned"} <= set(found)


@every_notebook
def test_prose_is_plain(path):
    text = re.sub(r"!\[|`[^`]*`", "", markdown(path))
    assert "!" not in text
    assert not re.search(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]", text)
    first = next(line for line in markdown(path).splitlines() if line.startswith("# "))
    assert first.endswith("?"), "a notebook answers one question"


@every_notebook
def test_there_is_no_dead_code_and_no_path_or_token_of_a_machine(path):
    text = path.read_text()
    for sign in ("if False", "uncomment", "/root/", "/home/", "/Users/", "hf_" + "a", "notebook_login", "!pip", "%pip"):
        assert sign.lower() not in text.lower(), sign
    assert all(cell.source.strip() for cell in read(path).cells)


@every_notebook
def test_badges_point_at_the_repository(path):
    text = markdown(path)
    address = f"{hosts.REPOSITORY.removeprefix('https://')}/blob/main/notebooks/{path.name}"
    assert f"https://colab.research.google.com/{address.replace('github.com', 'github')}" in text
    assert f"https://kaggle.com/kernels/welcome?src=https://{address}" in text


@every_notebook
def test_no_explanation_of_a_number_without_saying_that_it_is_an_estimate(path):
    header = read(path).cells[0].source
    for row in ("**Time**", "**Peak memory**"):
        line = next(line for line in header.splitlines() if row in line)
        assert "estimate" in line or "measured" in line


@every_notebook
def test_profiles_fit_the_parameters(path):
    declared = read_parameters(path)
    names = profile_names(path.stem)
    assert {"rehearsal", "smoke"} <= set(names)
    for name in names:
        if name != "t4":
            assert read_profile(name, path.stem, declared)


@every_notebook
def test_profiles_work_with_plain_papermill_whose_yaml_reads_1e_4_as_text(path):
    for file in (ROOT / "notebooks/profiles").glob(f"*/{path.stem}.yml"):
        for name, value in yaml.safe_load(file.read_text()).items():
            assert not (isinstance(value, str) and read_parameters(path)[name].type in ("int", "float", "bool")), f"{file}: {name}"


@every_notebook
def test_defaults_differ_from_the_published_settings_only_where_it_is_listed_and_reasoned(path):
    if "original" not in profile_names(path.stem):
        pytest.skip("nothing published to compare with")
    declared = read_parameters(path)
    original = read_profile("original", path.stem, declared)
    different = {name for name, value in original.items() if value != declared[name].default}
    assert different == set(REPAIRED.get(path.stem, {}))


def test_01_has_a_query_to_judge_by_hand_whatever_the_data_are():
    cells = {cell.id: cell.source for path in NOTEBOOKS if path.stem == TEACHING for cell in code_cells(path)}
    assigned = {ast.unparse(node.targets[0]): node.value for node in ast.parse(cells["data"]).body if isinstance(node, ast.Assign)}
    row = ast.literal_eval(assigned["demonstrations"])[0]
    assert "for row in [*test_set, *demonstrations] if" in cells["hand"] and suite_for(row["schema"], row["sql"]).seeds
