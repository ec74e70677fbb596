"""Read a GGUF file back with transformers, and compare its answers with those of the model it was made from."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import torch


def load_gguf(path: Path, dtype: torch.dtype = torch.float32, config=None):
    """Load a GGUF file's weights with transformers on the CPU, unpacked.

    Args:
        path: of the file.
        dtype: of the weights in memory.
        config: of the model that was exported, where its positions are scaled (Llama 3.1) or its attention has biases:
            transformers does not read these from a GGUF file, llama.cpp does. Without it, the file's own settings are taken.
    """
    import transformers

    options = {"config": config} if config is not None else {}
    if hasattr(transformers, "GgufConfig"):  # newer versions keep the weights packed
        options["quantization_config"] = transformers.GgufConfig(dequantize=True)
    with _without_bar():
        return transformers.AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=dtype, **options)


@contextlib.contextmanager
def _without_bar() -> Iterator[None]:
    """Keep the reader from drawing its progress bar, which takes no switch and leaves a dead widget in a saved notebook."""
    from transformers import modeling_gguf_pytorch_utils as reader

    drawn = reader.tqdm
    reader.tqdm = lambda items, **_: items
    try:
        yield
    finally:
        reader.tqdm = drawn


def answers_alike(ask: Callable, folder: Path, gguf_file: Path, dtype: torch.dtype) -> str:
    """Ask the model of a folder and the one of the GGUF file made from it, both unquantized on the CPU, and say whether they agree.

    One is loaded after the other. Where positions are scaled, the file is read with the folder's settings (see `load_gguf`).

    Args:
        ask: takes a model and returns its answers, with a `text` each.
        folder: of the model.
        gguf_file: made from it.
        dtype: of the weights in memory.
    """
    from transformers import AutoConfig, AutoModelForCausalLM

    loads = (
        lambda: AutoModelForCausalLM.from_pretrained(folder, dtype=dtype),
        lambda: load_gguf(gguf_file, dtype, AutoConfig.from_pretrained(folder)),
    )
    before, after = ([answer.text for answer in ask(load())] for load in loads)
    same = sum(old == new for old, new in zip(before, after, strict=True))
    return f"read back from {gguf_file.name}, the model gives the same answer to {same} of {len(before)} questions"
