"""What every notebook in notebooks/ keeps to, read as a file: nothing is run here. New notebooks are found by themselves."""

import re
import statistics

import nbformat
import pytest
import yaml
from conftest import ROOT

from helpers import hosts
from helpers.parameters import profile_names, read_parameters, read_profile

NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
SECTIONS = [
    "Setup", "Parameters", "Machine", "The data", "Before training", "The adapter", "Training", "After training", "Saving and sharing",
    "What we learned",
]  # fmt: skip
# The shared names, in the order in which every parameter cell has those that it uses.
SHARED = (
    "profile model_id dataset_id train_examples eval_examples other_tables other_columns prompt_style schema_form include_schema "
    "load_in_4bit double_quantization lora_rank lora_alpha lora_dropout target_modules max_length num_epochs max_steps batch_size "
    "gradient_accumulation learning_rate scheduler warmup optimizer packing checkpointing_every seed output_dir resume save_steps "
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
        "warmup": "the original rises at once; a short rise avoids a jump in the first steps",
    },
    "02_qwen_lora": {
        **WIDER,
        "load_in_4bit": "titled LoRA, it trains QLoRA; 1.5B fit a T4 in 16 bits, which is faster: the notebook compares both",
        "warmup": "the original rises at once; a short rise avoids a jump in the first steps",
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
    assert code_cells(path)[0].source == hosts.SETUP.strip()


@every_notebook
def test_the_parameters_cell_is_second_and_holds_literals_with_the_shared_names_in_order(path):
    tagged = [number for number, cell in enumerate(code_cells(path)) if "parameters" in cell.metadata.get("tags", [])]
    assert tagged == [1]
    names = list(read_parameters(path))
    shared = [name for name in names if name in SHARED]
    assert shared == sorted(shared, key=SHARED.index)
    assert names[: len(shared)] == shared, "a notebook's own parameters come last"


@every_notebook
def test_papermill_sees_every_parameter_that_the_cell_declares(path):
    from papermill.inspection import inspect_notebook

    seen = inspect_notebook(str(path))
    declared = read_parameters(path)
    assert list(seen) == list(declared)
    for name, parameter in declared.items():
        assert seen[name]["help"].strip() == parameter.comment.strip()


@every_notebook
def test_every_parameter_is_used(path):
    code = "\n".join(cell.source for number, cell in enumerate(code_cells(path)) if number != 1)
    code += "".join((ROOT / "helpers" / room / "__init__.py").read_text() for room in ("parameters", "runs"))
    for name in read_parameters(path):
        assert re.search(rf"\b{name}\b", code), f"{name} changes nothing"


def test_no_cell_of_four_lines_stands_in_two_notebooks_but_setup_and_what_a_reader_must_see():
    """Logic that two notebooks need belongs to helpers; quantization, adapter, trainer and the reload stand in full view in each."""
    shown = {"setup", "load", "adapter", "trainer-config", "trainer", "save"}
    seen = {}
    for path in NOTEBOOKS:
        for cell in code_cells(path):
            if cell.id not in shown and len(lines(cell)) >= 4:
                other = seen.setdefault("\n".join(lines(cell)), path.stem)
                assert other == path.stem, f"the cell {cell.id!r} of {path.stem} stands in {other} too"


@every_notebook
def test_metadata_opens_the_right_machine(path):
    metadata = read(path).metadata
    if "| **You need** | a T4" in markdown(path):
        assert metadata.accelerator == "GPU"
        assert metadata.colab.gpuType == "T4"
    else:
        assert "accelerator" not in metadata, "a GPU's hours are limited"
    assert metadata.kernelspec.name == "python3"


@every_notebook
def test_cells_are_short_and_few_enough_to_read(path):
    cells = [cell for number, cell in enumerate(code_cells(path)) if number > 1]
    assert 12 <= len(cells) <= (30 if path.stem == TEACHING else 28)
    sizes = [len(lines(cell)) for cell in cells]
    assert max(sizes) <= 30
    assert statistics.median(sizes) <= 9


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
