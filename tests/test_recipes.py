"""The trainable parameters of each recipe, counted on models without weights, against the counts that are known for it."""

import pytest
import torch
import transformers
from conftest import ROOT
from peft import LoraConfig, get_peft_model

from helpers.memory.catalog import PUBLISHED, published_config
from helpers.parameters import read_parameters, read_profile

MISTRAL_7B, QWEN_1_5B, T5_SMALL, NEMO_12B, LLAMA_8B = map(published_config, PUBLISHED)

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
