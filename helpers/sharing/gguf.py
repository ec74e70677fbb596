"""A merged model as one GGUF file for llama.cpp and Ollama: written by llama.cpp's own converter, read back with transformers.

The converter knows every architecture that llama.cpp can run, and is kept by its authors. It loads a tensor at a time.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
from http.client import HTTPException
from pathlib import Path
from unittest import mock

from helpers import UserError
from helpers.files import folder_whole
from helpers.hosts import cache_folder
from helpers.models.hub import fetch_model
from helpers.models.standins import unpacked

SCRIPT = "convert_hf_to_gguf.py"
PINNED = "0c1e57098"  # of llama.cpp: the commit that this project was tested with
ADDRESS = f"https://github.com/ggml-org/llama.cpp/archive/{PINNED}.tar.gz"
# How matrices are stored; vectors are float32. q8_0 has 8 bits and a scale for every 32 weights.
KINDS = {"float32": "f32", "float16": "f16", "bfloat16": "bf16", "q8_0": "q8_0"}


def find_converter() -> Path:
    """Return llama.cpp's script: of LLAMA_CPP, on PATH, in the cache, else fetched from GitHub once. Raise UserError where it cannot be."""
    missing = "GGUF is written by llama.cpp's {}, which is not {}. Set LLAMA_CPP to a folder with llama.cpp's source, or gguf to false."
    named, folder = os.environ.get("LLAMA_CPP"), cache_folder() / f"llama.cpp-{PINNED}"
    places = [Path(named).expanduser()] if named else [*map(Path, os.get_exec_path()), folder]
    if found := next((place / SCRIPT for place in places if (place / SCRIPT).is_file()), None):
        return found.resolve()
    offline = os.environ.get("HF_HUB_OFFLINE", "0").upper() in ("1", "ON", "YES", "TRUE")
    if named or offline:
        where = f"in {named} (LLAMA_CPP)" if named else "on this machine, and HF_HUB_OFFLINE forbids to fetch it"
        raise UserError(missing.format(SCRIPT, where))
    try:
        with folder_whole(folder) as made:
            with urllib.request.urlopen(ADDRESS, timeout=60) as answer, tarfile.open(fileobj=answer, mode="r|gz") as packed:
                for member in packed:
                    member.name = member.name.partition("/")[2]
                    if member.name.startswith((SCRIPT, "conversion/", "gguf-py/", "LICENSE")):
                        packed.extract(member, made, filter="data")  # nothing else of llama.cpp is kept
            if not (made / SCRIPT).is_file():
                raise OSError(f"{ADDRESS} holds no {SCRIPT}")
    except (OSError, EOFError, HTTPException, tarfile.TarError) as error:
        raise UserError(missing.format(SCRIPT, f"on this machine and cannot be fetched ({error})")) from None
    return folder / SCRIPT


def check_gguf(model_path: str | Path, optional: bool = False) -> bool:
    """Try, before hours are spent, whether a model's architecture and tokenizer can be written. Of the Hub, only small files are loaded.

    Raise UserError where not, with the converter's last words; with `optional`, as in a rehearsal, print why and return False.
    """
    try:
        with tempfile.TemporaryDirectory() as made:
            folder = fetch_model(str(model_path), weights=False)
            _convert(folder, Path(model_path).name, Path(made, "vocabulary.gguf"), "--vocab-only")
        return True
    except UserError as problem:
        if not optional:
            raise
        print(f"no GGUF file in this rehearsal: {problem}")
        return False


def export_gguf(folder: Path, target: Path, kind: str) -> str:
    """Write a folder's model and tokenizer as one GGUF file, whole or not at all, and say so. Raise UserError as `check_gguf` does."""
    if kind not in KINDS:
        raise UserError(f"There is no GGUF kind {kind!r}. Known: {', '.join(KINDS)}.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=target.parent) as made:
        _convert(folder, folder.name, Path(made, target.name), "--outtype", KINDS[kind])
        os.replace(Path(made, target.name), target)
    return f"{target.name}: {kind}, {target.stat().st_size / 2**20:,.0f} MiB"


def _convert(folder: Path, name: str, target: Path, *options: str) -> None:
    if not (folder / "config.json").is_file():
        adapter = (folder / "adapter_config.json").is_file()
        why = "it is an adapter: merge it first (merge=true)" if adapter else "it has no config.json"
        raise UserError(f"{name} cannot be written as GGUF: {why}.")
    command = [sys.executable, find_converter(), folder, "--outfile", target, "--model-name", name, *options]
    done = subprocess.run(command, env=os.environ | {"HF_HUB_OFFLINE": "1"}, capture_output=True, text=True, errors="replace")
    if done.returncode or not target.is_file():
        words = (done.stderr.strip().splitlines() or ["no message"])[-1].removeprefix("ERROR:hf-to-gguf:")
        for place in (folder, target):
            words = words.replace(f"{place.parent}/", "")
        raise UserError(f"llama.cpp's {SCRIPT} cannot write {name} as GGUF: {words}. Set gguf to false, or take another model.")


def load_gguf(path: Path, dtype, config=None, place: str = "cpu"):
    """Load a GGUF file's weights with transformers, unpacked; on `place` where its memory holds them, else on the CPU.

    Give the exported model's `config` where positions are scaled (Llama 3.1), attention has biases, or it is a T5: only llama.cpp reads
    these from the file.
    """
    import torch
    import transformers
    from transformers import modeling_gguf_pytorch_utils as reader

    auto = transformers.AutoModelForSeq2SeqLM if getattr(config, "is_encoder_decoder", False) else transformers.AutoModelForCausalLM
    # Its bar takes no switch, and leaves a dead widget in a saved notebook.
    with mock.patch.object(reader, "tqdm", lambda items, **_: items):
        model = auto.from_pretrained(path.parent, gguf_file=path.name, dtype=dtype, config=config, **unpacked()).eval()
    return model.to(place) if place == "cpu" or 1.2 * model.get_memory_footprint() < torch.cuda.mem_get_info(place)[0] else model
