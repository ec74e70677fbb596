"""Refuse saved weights that do not fit their model: the libraries fill in random numbers for what does not, and only warn.

What fits is asked of the libraries themselves, on the meta device, where a tensor is a name and a shape: they know which weights
are tied and which names have changed since. So nothing is read but the heads of the files.
"""

import copy
import warnings
from pathlib import Path

from helpers import UserError
from helpers.files import as_dict, cut, read_json
from helpers.hosts import is_main
from helpers.models.standins import untrained

_WHOLE = ("model.safetensors", "pytorch_model.bin")  # in the order in which transformers looks for them, each before its index
_AGAIN = "Save or fetch it again."


def tensors_in(file: Path, place: str = "meta") -> dict:
    """Return a file's tensors by their names, without numbers (on the meta device). Raise UserError where it is damaged or missing."""
    from transformers.modeling_utils import load_state_dict

    if not file.is_file():
        raise UserError(f"{file} is missing: the weights are not whole. {_AGAIN}")
    try:
        return load_state_dict(file, map_location=place)
    except Exception as error:  # safetensors' own kind, or one of many of unpickling
        raise UserError(f"{file} is damaged or was not fetched whole ({words_of(error)}). {_AGAIN}") from None


def check_weights(folder: Path, config) -> None:
    """Refuse a model's folder whose weights are damaged, or lack a tensor that its configuration asks for.

    Not covered: the numbers, and quantized weights, save those of bitsandbytes.

    Raises:
        UserError: a file or tensors are missing or damaged, or have other shapes; the message names one.
    """
    quantized = quantization(config)
    if quantized not in ("", "bitsandbytes") or not is_main():
        return
    if not (known := _weights(folder)):
        raise UserError(f"The folder {folder} holds no weights (model.safetensors). {_AGAIN}")
    missing, other = _misfits(config, known)
    if missing:
        raise UserError(
            f"The weights in {folder} do not fit its config.json: {len(missing)} tensors are missing, such as {min(missing)}, and would be "
            f"random numbers. The files hold {len(known)}, such as {min(known)}. {_AGAIN}"
        )
    if other and not quantized:  # 4 bits are packed into other shapes
        name, found, wanted = min(other)
        raise UserError(
            f"The weights in {folder} do not fit its config.json: {name} has the shape {list(found)} where the configuration makes "
            f"{list(wanted)}. Take both from the same model."
        )


def quantization(config) -> str:
    """Return how a model's weights were quantized when they were saved, such as gptq; "" where they were not."""
    found = getattr(config, "quantization_config", None)
    return str(as_dict(found).get("quant_method") or "unknown") if found else ""


def _weights(folder: Path) -> dict:
    """Return the tensors of all files of a model's folder; none where it has none."""
    for name in _WHOLE:
        index = folder / f"{name}.index.json"
        if (folder / name).exists():
            return tensors_in(folder / name)
        if index.exists():
            shards = set(as_dict(as_dict(read_json(index)).get("weight_map")).values())
            if not shards or not all(isinstance(shard, str) for shard in shards):
                raise UserError(f"{index} is damaged: it names no files of weights. {_AGAIN}")
            return {key: tensor for shard in sorted(shards) for key, tensor in tensors_in(folder / shard).items()}
    return {}


def _misfits(config, known: dict) -> tuple[set, set]:
    """Return the names that a model of this configuration lacks, and (name, shape, its own shape) of what does not fit in."""
    import torch

    config = copy.deepcopy(config)
    config.__dict__.pop("quantization_config", None)
    options = {"ignore_mismatched_sizes": True, "output_loading_info": True, "device_map": {"": "meta"}}
    try:
        with torch.device("meta"):
            kind = type(untrained(config))
        _, told = kind.from_pretrained(None, config=config, state_dict=known, **options)
    except Exception:  # what an architecture cannot do without numbers is left to the loading itself
        return set(), set()
    return set(told["missing_keys"]), set(told["mismatched_keys"])


def put_adapter(model, folder: Path, is_trainable: bool = False):
    """Put a saved adapter on its base model and return the whole.

    Raises:
        UserError: its configuration or weights are damaged or do not fit the model. PEFT only warns where names do not fit.
    """
    import torch
    from peft import PeftModel

    _adapter_settings(folder)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Found missing adapter keys")
            whole = PeftModel.from_pretrained(model, folder, is_trainable=is_trainable)
        told = whole.load_adapter(folder, "default", is_trainable=is_trainable)  # a second time, because only this one tells
    except torch.OutOfMemoryError:
        raise
    except (AttributeError, KeyError, RuntimeError, TypeError, ValueError) as error:
        reason = words_of(error)
        raise UserError(f"The adapter in {folder} does not fit {model.name_or_path}: {reason}. Name another, or make it again.") from None
    wrong = [name for name in (*told.missing_keys, *told.unexpected_keys) if ".lora_" in name]  # tied weights are told, too
    if wrong:
        raise UserError(
            f"The adapter in {folder} does not fit {model.name_or_path}: {len(wrong)} of its tensors and the model's layers have different "
            f"names, such as {wrong[0]}; they would be left out in silence. Name another, or make it again."
        )
    return whole


def check_adapter(folder: Path, config) -> None:
    """Refuse an adapter that does not fit a base model, known by its configuration, before the model is loaded (`put_adapter`).

    Of an adapter for an encoder-decoder, whose vocabulary is made longer after loading, and of one that changes the base model's
    numbers first (PiSSA, OLoRA), only the files are looked at.
    """
    import torch

    if not isinstance(_adapter_settings(folder).get("init_lora_weights", True), bool) or config.is_encoder_decoder:
        return
    with torch.device("meta"):
        model = untrained(config)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that nothing is copied
        put_adapter(model, folder)


def _adapter_settings(folder: Path) -> dict:
    """Return what an adapter's configuration says. Raise UserError where it or the file of its weights is damaged or missing, or where
    its training diverged: a number that is none makes every answer empty.
    """
    from peft import PeftType

    settings = as_dict(read_json(folder / "adapter_config.json"))
    if (kind := str(settings.get("peft_type"))) not in PeftType.__members__:
        raise UserError(f"adapter_config.json of {folder} is damaged: the installed PEFT knows no peft_type {kind}. {_AGAIN}")
    file = adapter_weights(folder)
    if lost := [name for name, tensor in tensors_in(file, "cpu").items() if tensor.is_floating_point() and not tensor.isfinite().all()]:
        raise UserError(
            f"{file} holds numbers that are NaN or infinite, in {len(lost)} tensors such as {min(lost)}: the training diverged. Train "
            "again with a lower learning_rate, or name another adapter."
        )
    return settings


def adapter_weights(folder: Path) -> Path:
    """Return where an adapter's weights are, or would be: older versions of PEFT wrote a .bin."""
    older = folder / "adapter_model.bin"
    return older if older.is_file() and not (folder / "adapter_model.safetensors").is_file() else folder / "adapter_model.safetensors"


def words_of(error: Exception) -> str:
    """Return an error's kind and words on one line: a KeyError's words are but a name."""
    return f"{type(error).__name__}: {cut(' '.join(str(error).split()), 320)}".rstrip(".")
