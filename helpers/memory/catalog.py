"""What is known of models and GPUs without a network: the configurations of the recipes' models, and what each GPU has.

A configuration is what the model's `config.json` on the Hub says (https://huggingface.co/ID/blob/main/config.json). Of Llama, whose
page is gated, the numbers are also in the paper (arXiv 2407.21783, table 3). GPUs are from NVIDIA's data sheets: dense tensor-core
rates with float32 accumulation (T4 DS-09132, V100 DA-08808, P100 DS-08188, L4, A10, A100, L40S, H100, H200; Ada and Ampere GA102 white
papers for the RTX cards). Memory is the data sheet's size less 3 %, an estimate of what driver and error correction keep.
"""

import difflib
import json
import re
from pathlib import Path
from typing import NamedTuple

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
        "max_position_embeddings": 32768,
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
        "max_position_embeddings": 131072,
    },
}  # fmt: skip


def config_of(model: str):
    """Return the configuration of a recipe's model (no network), of a stand-in, a folder, or a model on the Hub, or raise UserError."""
    if model in PUBLISHED:
        from transformers import AutoConfig

        return AutoConfig.for_model(**PUBLISHED[model])
    from helpers.models.hub import locate_model, read_config

    return read_config(locate_model(model))


def config_from_file(file: str):
    """Read a `config.json`, or that of a folder. Raise UserError where it makes no model that transformers knows."""
    from transformers import AutoConfig

    path = Path(file) / "config.json" if Path(file).is_dir() else Path(file)
    if not path.is_file():
        raise UserError(f"There is no configuration at {file}: give the path of a model's config.json.")
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        facts.pop("quantization_config", None)  # the estimate quantizes by its own options
        return AutoConfig.for_model(facts.pop("model_type"), **facts)
    except Exception as error:  # each architecture validates in its own way
        reason = str(error).partition("\n")[0]
        raise UserError(f"{file} makes no model: expected a JSON object with a known model_type, and got {reason}") from None


class Gpu(NamedTuple):
    """Describe one kind of GPU. Rates are peaks in TFLOP/s; `half` is bfloat16 where it is fast, else float16."""

    name: str
    memory_gib: float
    half: float
    single: float
    capability: tuple[int, int]


_DATA_SHEETS = (  # by memory
    ("T4", 16, 65, 8.1, (7, 5)),
    ("P100", 16, 18.7, 9.3, (6, 0)),  # no tensor cores; current PyTorch builds no longer run on it
    ("V100", 16, 125, 15.7, (7, 0)),
    ("L4", 24, 121, 30.3, (8, 9)),
    ("A10G", 24, 70, 31.2, (8, 6)),
    ("RTX 3090", 24, 71, 35.6, (8, 6)),
    ("RTX 4090", 24, 165, 82.6, (8, 9)),
    ("V100-32", 32, 125, 15.7, (7, 0)),
    ("A100-40", 40, 312, 19.5, (8, 0)),
    ("L40S", 48, 362, 91.6, (8, 9)),
    ("A100-80", 80, 312, 19.5, (8, 0)),
    ("H100", 80, 989, 67, (9, 0)),
    ("H200", 141, 989, 67, (9, 0)),
)
GPUS = {name: Gpu(name, round(size * 0.97, 2), *others) for name, size, *others in _DATA_SHEETS}
GPUS["T4"] = GPUS["T4"]._replace(memory_gib=14.56)  # as PyTorch reports it there


def find_gpu(name: str) -> Gpu:
    """Return the GPU of a name such as T4, "RTX 3090" or rtx-3090. Raise UserError with the nearest names for an unknown one.

    >>> find_gpu("rtx3090").memory_gib
    23.28
    """
    plain = {re.sub("[^A-Z0-9]", "", known.upper()): gpu for known, gpu in GPUS.items()}
    wanted = re.sub("[^A-Z0-9]", "", name.upper())
    wanted = {"A100": "A10040", "TESLAT4": "T4", "A10": "A10G"}.get(wanted, wanted)
    if wanted not in plain:
        near = [plain[match].name for match in difflib.get_close_matches(wanted, plain, n=3, cutoff=0.3)]
        hint = f"Nearest: {', '.join(near)}. " if near else ""
        raise UserError(f"There is no GPU {name!r} in the list. {hint}Known: {', '.join(GPUS)}.")
    return plain[wanted]


def same_gpu(device_name: str, memory_gib: float) -> Gpu | None:
    """Return the listed GPU that a device's own name ("Tesla T4", "NVIDIA A100-SXM4-40GB") means, or None: an L40 is no L4."""
    words = f" {' '.join(re.findall('[A-Z0-9]+', device_name.upper()))} ".replace(" A10 ", " A10G ")
    found = [gpu for gpu in GPUS.values() if f" {gpu.name.partition('-')[0]} " in words]
    return min(found, key=lambda gpu: abs(gpu.memory_gib - memory_gib), default=None)
