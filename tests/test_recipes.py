"""The trainable parameters of each recipe, counted on models without weights, against the counts that are known for it."""

import pytest
import torch
import transformers
from conftest import ROOT
from peft import LoraConfig, get_peft_model

from helpers.data.load import load
from helpers.memory.catalog import PUBLISHED, config_of
from helpers.parameters import read_parameters, read_profile
from helpers.scoring.measures import used_tables

MISTRAL_7B, QWEN_1_5B, T5_SMALL, NEMO_12B, LLAMA_8B = map(config_of, PUBLISHED)

RECIPES = [
    ("01_mistral_qlora", MISTRAL_7B, 13_631_488),
    ("02_qwen_lora", QWEN_1_5B, 4_358_144),
    ("03_t5_qlora_vs_full", T5_SMALL, 589_824),
    ("04_nemo_phase1_syntax", NEMO_12B, 57_016_320),
    ("05_nemo_phase2_logic", NEMO_12B, 57_016_320),
    ("06_llama_qlora", LLAMA_8B, {"": 41_943_040, "original": 671_088_640}),  # rank 16, and 256 as published
]


@pytest.mark.parametrize(("stem", "config", "known"), RECIPES, ids=[stem for stem, *_ in RECIPES])
@pytest.mark.parametrize("profile", ["", "original"])
def test_an_adapter_of_the_recipe_has_as_many_parameters_as_is_known(stem, config, known, profile):
    declared = read_parameters(ROOT / "notebooks" / f"{stem}.ipynb")
    values = {name: parameter.default for name, parameter in declared.items()}
    values |= read_profile(profile, stem, declared) if profile else {}
    auto = transformers.AutoModelForSeq2SeqLM if config.is_encoder_decoder else transformers.AutoModelForCausalLM
    with torch.device("meta"):
        model = get_peft_model(
            auto.from_config(config),
            LoraConfig(r=values["lora_rank"], lora_alpha=values["lora_alpha"], target_modules=values["target_modules"]),
        )
    assert sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad) == (
        known[profile] if isinstance(known, dict) else known
    )


def test_the_rehearsals_of_the_two_phases_are_about_one_table_and_then_about_joins():
    """As published, 23 % of phase 1's training queries joined tables and 14 % of phase 2's: the opposite of the experiment."""
    for stem, tables in (("04_nemo_phase1_syntax", 1), ("05_nemo_phase2_logic", 2)):
        declared = read_parameters(ROOT / "notebooks" / f"{stem}.ipynb")
        values = {name: parameter.default for name, parameter in declared.items()} | read_profile("rehearsal", stem, declared)
        counts = [values[name] for name in ("train_examples", "validation_examples", "eval_examples")]
        splits = load(values["dataset_id"], *counts, values["seed"])
        for rows in (splits.train, splits.validation, splits.test):
            assert {min(2, len(used_tables(sql))) for sql in rows["sql"]} == {tables}
        assert set(splits.train["source"]) == {values["dataset_id"]}


def test_the_small_profiles_take_a_real_model_and_real_data_and_other_tables_wherever_schemas_are_narrow():
    names = {path.stem for path in (ROOT / "notebooks/profiles/small").glob("*.yml")}
    untrained = {"08_ask_your_database", "09_more_answers"}
    assert names == {stem for stem, *_ in RECIPES} - {"03_t5_qlora_vs_full"} | untrained | {"07_compare_runs"}
    for stem in sorted(names - {"07_compare_runs"}):
        values = read_profile("small", stem, read_parameters(ROOT / "notebooks" / f"{stem}.ipynb"))
        assert values["model_id"] == "Qwen/Qwen2.5-Coder-0.5B-Instruct"
        if stem in untrained:
            continue
        assert not values["dataset_id"].startswith("practice/")
        assert (values.get("other_tables"), values.get("other_columns")) == ((None, None) if stem[:2] == "05" else (5, 5))
