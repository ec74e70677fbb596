"""The published configurations of the recipes' own models, as far as they decide shapes: for estimates without a network.

Each is what the model's `config.json` on the Hub says (https://huggingface.co/ID/blob/main/config.json). Of Llama, whose page is
gated, the numbers are also in the paper (arXiv 2407.21783, table 3). `checkpoint_bytes` is the size of a stored weight.
"""

import json
from pathlib import Path

from helpers import UserError

# The recipes by the number of their notebook, with the model of its defaults: what tables, figures and answers in words go by.
RECIPES = {
    "01": "mistralai/Mistral-7B-v0.1", "02": "Qwen/Qwen2.5-1.5B-Instruct", "03": "google-t5/t5-small",
    "04": "mistralai/Mistral-Nemo-Instruct-2407", "05": "mistralai/Mistral-Nemo-Instruct-2407", "06": "meta-llama/Llama-3.1-8B",
}  # fmt: skip

PUBLISHED = {
    "mistralai/Mistral-7B-v0.1": {
        "model_type": "mistral", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
        "num_key_value_heads": 8, "vocab_size": 32000, "tie_word_embeddings": False, "dtype": "bfloat16",
    },
    "Qwen/Qwen2.5-1.5B-Instruct": {
        "model_type": "qwen2", "hidden_size": 1536, "intermediate_size": 8960, "num_hidden_layers": 28, "num_attention_heads": 12,
        "num_key_value_heads": 2, "vocab_size": 151936, "tie_word_embeddings": True, "dtype": "bfloat16",
    },
    "google-t5/t5-small": {
        "model_type": "t5", "d_model": 512, "d_kv": 64, "d_ff": 2048, "num_layers": 6, "num_heads": 8, "vocab_size": 32128,
        "dtype": "float32",
    },
    "mistralai/Mistral-Nemo-Instruct-2407": {
        "model_type": "mistral", "hidden_size": 5120, "intermediate_size": 14336, "num_hidden_layers": 40, "num_attention_heads": 32,
        "num_key_value_heads": 8, "head_dim": 128, "vocab_size": 131072, "tie_word_embeddings": False, "dtype": "bfloat16",
    },
    "meta-llama/Llama-3.1-8B": {
        "model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
        "num_key_value_heads": 8, "vocab_size": 128256, "tie_word_embeddings": False, "dtype": "bfloat16",
    },
}  # fmt: skip


def published_config(model_id: str):
    """Return the transformers configuration of a recipe's own model, or None for another model. Needs no network."""
    if model_id not in PUBLISHED:
        return None
    from transformers import AutoConfig

    facts = dict(PUBLISHED[model_id])
    return AutoConfig.for_model(facts.pop("model_type"), **facts)


def config_of(model: str):
    """Return the configuration of a recipe's model (no network), of a stand-in, a folder, or a model on the Hub.

    Raises:
        UserError: it cannot be found or read.
    """
    if (config := published_config(model)) is not None:
        return config
    from transformers import AutoConfig

    from helpers.models.hub import clear_hub_errors, locate_model

    path = locate_model(model)
    with clear_hub_errors(model, "model"):
        try:
            return AutoConfig.from_pretrained(path)
        except ValueError as error:
            raise UserError(f"{model} cannot be read: {str(error).splitlines()[0]}") from None


def config_from_file(file: str):
    """Read a `config.json`.

    Raises:
        UserError: no such file, no JSON, no `model_type` that transformers knows, or values that make no model.
    """
    from transformers import AutoConfig

    path = Path(file)
    path = path / "config.json" if path.is_dir() else path
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        kind = facts.pop("model_type")
    except OSError:
        raise UserError(f"There is no configuration at {file}: give the path of a model's config.json.") from None
    except (ValueError, KeyError, AttributeError, TypeError):
        raise UserError(f"{file} is not a model's configuration: expected a JSON object with model_type.") from None
    facts.pop("quantization_config", None)  # the estimate quantizes by its own options
    try:
        return AutoConfig.for_model(kind, **facts)
    except Exception as error:  # each architecture validates in its own way
        raise UserError(f"{file} makes no model: {str(error).splitlines()[0]}") from None
