"""Write a causal model as a GGUF file, the format of llama.cpp and Ollama, tensor by tensor."""

import json
import os
import shutil
from pathlib import Path

import numpy as np
import torch

from helpers import UserError
from helpers.sharing.gguf_vocabulary import add_vocabulary

# llama.cpp reads a Mistral as a Llama: they differ in the sliding window alone, which this format does not carry.
ARCHITECTURES = {"LlamaForCausalLM": "llama", "MistralForCausalLM": "llama", "Qwen2ForCausalLM": "qwen2"}
# How matrices are stored: gguf's names of the tensor type and of the whole file's type. Vectors are always float32.
KINDS = {
    "float32": ("F32", "ALL_F32"), "float16": ("F16", "MOSTLY_F16"), "bfloat16": ("BF16", "MOSTLY_BF16"), "q8_0": ("Q8_0", "MOSTLY_Q8_0"),
}  # fmt: skip


def export_gguf(folder: Path, target: Path, kind: str = "bfloat16") -> str:
    """Write the model and the tokenizer of a folder as one GGUF file, and say what was written.

    A tensor at a time goes from the safetensors files into the new one, so that host memory holds the largest tensor and never
    the model. The file appears under its name when it is whole.

    Not in the file: a sliding window (the context length is cut to it, up to where it changes nothing), and the normalization of
    rare Unicode forms that Qwen's tokenizer begins with.

    Args:
        folder: of an unquantized Llama, Mistral or Qwen2 with its tokenizer, as `merge_adapter` writes it.
        target: the file, ending in .gguf.
        kind: float32, float16 or bfloat16, or q8_0: 8 bits with a scale for every 32 weights.

    Raises:
        UserError: another architecture, an adapter, quantized weights, a scaling of positions or a tokenizer that the format or
            this function does not know, or too little disk.
    """
    import gguf

    if kind not in KINDS:
        raise UserError(f"There is no GGUF kind {kind!r}. Known: {', '.join(KINDS)}.")
    config, architecture = _read_config(folder)
    factors = _rope_factors(config)
    writer = gguf.GGUFWriter(None, architecture)
    context = _add_settings(writer, config, folder.name, kind)
    add_vocabulary(writer, folder, config)
    tensors = _plan(folder, config, architecture, kind)
    if factors is not None:
        writer.add_tensor_info("rope_freqs.weight", factors.shape, factors.dtype, factors.nbytes)
    for name, _, _, shape, type_ in tensors:
        _announce(writer, name, shape, type_)
    size = sum(info.nbytes for info in writer.tensors[0].values())
    target.parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(target.parent).free
    if size * 1.02 + 2**26 > free:  # the vocabulary takes some MiB
        raise UserError(
            f"A GGUF file of this model in {kind} takes {size / 2**30:.1f} GiB of disk, and {free / 2**30:.1f} GiB are free. "
            "Free some space, or take the kind q8_0."
        )
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _write(writer, unfinished, factors, tensors, config, architecture)
        os.replace(unfinished, target)
    finally:
        writer.close()
        unfinished.unlink(missing_ok=True)
    return f"{target.name}: {len(tensors)} tensors in {kind}, {target.stat().st_size / 2**20:,.0f} MiB, for {context:,} tokens"


def check_gguf(model_path: str) -> None:
    """Find out from a model's configuration alone, before hours are spent, whether it can be written as GGUF.

    Raises:
        UserError: see `export_gguf`.
    """
    from transformers import AutoConfig

    config = AutoConfig.from_pretrained(model_path)
    _architecture(config, Path(model_path).name)
    _rope_factors(config)


def _read_config(folder: Path):
    from transformers import AutoConfig

    if not (folder / "config.json").exists():
        adapter = (folder / "adapter_config.json").exists()
        why = "it is an adapter: merge it first (merge=true)" if adapter else "it has no config.json"
        raise UserError(f"{folder.name} cannot be written as GGUF: {why}.")
    config = AutoConfig.from_pretrained(folder)
    if getattr(config, "quantization_config", None):
        raise UserError(f"The weights in {folder.name} are quantized. GGUF is written from unquantized ones: set merge to true.")
    return config, _architecture(config, folder.name)


def _architecture(config, called: str) -> str:
    name = (config.architectures or ["nothing"])[0]
    if name not in ARCHITECTURES:
        raise UserError(f"{called} is a {name}, and GGUF is written for {', '.join(ARCHITECTURES)} only: set gguf to false.")
    return ARCHITECTURES[name]


def _head_dim(config) -> int:
    return getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads  # NeMo's 128 are not 5120 / 32


def _rope_factors(config) -> np.ndarray | None:
    """Return by what each frequency of Llama 3.1's positions is divided, as llama.cpp reads it from `rope_freqs`, or None.

    Raises:
        UserError: another scaling, which would be lost in silence.
    """
    rope = config.rope_parameters
    kind = rope.get("rope_type", "default")
    if kind == "default":
        return None
    if kind != "llama3":
        raise UserError(f"The positions of this model are scaled by {kind!r}, which is not written to GGUF here (only llama3 is).")
    from transformers.models.llama.modeling_llama import LlamaRotaryEmbedding

    plain = rope["rope_theta"] ** -(torch.arange(0, _head_dim(config), 2, dtype=torch.float64) / _head_dim(config))
    return (plain / LlamaRotaryEmbedding(config).inv_freq.double()).float().numpy()


def _add_settings(writer, config, name: str, kind: str) -> int:
    """Write the keys that describe the network, and return the context length."""
    import gguf

    window = getattr(config, "sliding_window", None)
    context = min(config.max_position_embeddings, window or config.max_position_embeddings)
    head_dim = _head_dim(config)
    writer.add_type("model")
    writer.add_name(name)
    writer.add_context_length(context)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
    writer.add_rope_dimension_count(head_dim)
    if head_dim * config.num_attention_heads != config.hidden_size:
        writer.add_key_length(head_dim)
        writer.add_value_length(head_dim)
    writer.add_vocab_size(config.vocab_size)
    writer.add_file_type(gguf.LlamaFileType[KINDS[kind][1]])
    if kind == "q8_0":
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    return context


def _plan(folder: Path, config, architecture: str, kind: str) -> list[tuple]:
    """Return for every tensor: its name in GGUF, its file, its name there, its shape and its type in GGUF."""
    import gguf
    from safetensors import safe_open

    arch = {name: key for key, name in gguf.MODEL_ARCH_NAMES.items()}[architecture]
    names = gguf.get_tensor_name_map(arch, config.num_hidden_layers)
    files = sorted(folder.glob("*.safetensors"))
    index = folder / "model.safetensors.index.json"
    if index.exists():
        files = [folder / name for name in sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values()))]
    plan = []
    for file in files:
        if not file.exists():
            raise UserError(f"{folder.name} lacks {file.name}, which its index names: it was not saved to the end.")
        with safe_open(file, framework="pt") as tensors:
            for key in tensors.keys():  # noqa: SIM118 (it is no dict)
                if key == "lm_head.weight" and config.tie_word_embeddings:
                    continue  # the embedding again
                name = names.get_name(key, try_suffixes=(".weight", ".bias"))
                if name is None:
                    raise UserError(f"GGUF has no name for {key} of a {architecture}: {folder.name} is not a plain one.")
                shape = tensors.get_slice(key).get_shape()
                plan.append((name, file, key, shape, _type(shape, kind)))
    expected = {"token_embd.weight", "output_norm.weight", *(() if config.tie_word_embeddings else ("output.weight",))}
    expected |= {f"blk.{layer}.attn_q.weight" for layer in range(config.num_hidden_layers)}
    if missing := sorted(expected - {name for name, *_ in plan}):
        raise UserError(f"{folder.name} has no weights for {missing[0]}: it was not saved to the end.")
    return plan


def _type(shape: list[int], kind: str):
    import gguf

    if len(shape) == 1:
        return gguf.GGMLQuantizationType.F32  # llama.cpp computes norms and biases in float32
    type_ = gguf.GGMLQuantizationType[KINDS[kind][0]]
    whole = shape[-1] % gguf.GGML_QUANT_SIZES[type_][0] == 0
    return type_ if whole else gguf.GGMLQuantizationType.F16  # rows that do not divide into blocks


def _announce(writer, name: str, shape: list[int], type_) -> None:
    """Reserve a tensor's place in the file before its weights are read."""
    import gguf

    block, size = gguf.GGML_QUANT_SIZES[type_]
    bytes_ = int(np.prod(shape)) // block * size
    writer.add_tensor_info(name, shape, np.dtype(np.float32), bytes_, raw_dtype=type_)  # the data type decides nothing here


def _write(writer, path: Path, factors, tensors: list[tuple], config, architecture: str) -> None:
    from gguf.quants import quantize
    from safetensors import safe_open

    writer.write_header_to_file(path)
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    if factors is not None:
        writer.write_tensor_data(factors)
    for name, file, key, _, type_ in tensors:
        with safe_open(file, framework="pt") as opened:
            weights = opened.get_tensor(key).float().numpy()
        if architecture == "llama" and ".attn_q." in name:
            weights = _interleave(weights, config.num_attention_heads)
        elif architecture == "llama" and ".attn_k." in name:
            weights = _interleave(weights, config.num_key_value_heads)
        with np.errstate(over="ignore"):  # said below
            stored = quantize(np.ascontiguousarray(weights), type_)
        if type_.name == "F16" and not np.isfinite(stored).all():
            raise UserError(f"{key} has weights beyond what float16 holds. Take bfloat16 or float32.")
        writer.write_tensor_data(stored)
    writer.flush()
    os.fsync(writer.fout[0].fileno())
    writer.close()


def _interleave(weights: np.ndarray, heads: int) -> np.ndarray:
    """Put the rows of each head into the order in which llama.cpp rotates them: pairs side by side, not half a head apart.

    transformers pairs row i of a head with row i + half; llama.cpp, for its architecture llama, rows 2i and 2i + 1.
    """
    half = weights.shape[0] // heads // 2
    return weights.reshape(heads, 2, half, *weights.shape[1:]).swapaxes(1, 2).reshape(weights.shape)
