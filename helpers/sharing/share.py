"""Give a trained model to others: as an adapter, merged into the unquantized weights of its base model, or as a GGUF file."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from helpers import UserError
from helpers.comparison.recorded import COSTS
from helpers.files import as_dict, read_json, to_json, write_whole
from helpers.memory.costs import free_gib
from helpers.memory.device import free_memory
from helpers.models.hub import clear_hub_errors, count_parameters, fetch_model, load_tokenizer, read_config
from helpers.models.weights import put_adapter, quantization
from helpers.parameters.trainer import repository_name
from helpers.runs import Run
from helpers.sharing.card import write_card


def share(folder: Path, run: Run, push_to_hub: bool, hub_model_id: str, hub_private: bool) -> None:
    """Write the card of a saved model (an adapter, or whole), upload its folder to the Hub if asked, and say where it is.

    Raise UserError for no name, no token, one that may not write, or a public repository of that name where a private one is asked.
    """
    write_card(run, folder)
    _write_record(run, folder)
    if not push_to_hub:
        print(f"not uploaded; the model and its card are in {run.name}/{folder.relative_to(run.folder).as_posix()}")
        return
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    name = repository_name(hub_model_id)
    run.update(message=f"the upload to {name} did not end")  # which is what a kill leaves: the runner then tries it again
    with clear_hub_errors(name, "model"):
        try:
            HfApi().create_repo(name, private=hub_private, exist_ok=True)
            if hub_private and not HfApi().model_info(name).private:
                raise UserError(
                    f"{name} exists already and is public, and hub_private asks for a private one: choose another hub_model_id, or make "
                    f"it private at https://huggingface.co/{name}/settings."
                )
            _without_path(folder)
            HfApi().upload_folder(repo_id=name, folder_path=folder)
        except HfHubHTTPError as error:
            if error.response is not None and error.response.status_code == 403:
                raise UserError(f"HF_TOKEN may not write to {name}: use a token with write access to it.") from None
            raise
    run.update(message="")
    print(f"uploaded to https://huggingface.co/{name}{', which only you can see' if hub_private else ''}")


def save_adapter(trainer, tokenizer, run: Run) -> Path:
    """Save a trained adapter with its tokenizer in the run's folder and return where, as the cell `save` of 01 does."""
    trainer.model.save_pretrained(run.adapter)
    tokenizer.save_pretrained(run.adapter)
    return run.adapter


def load_adapter(load_base: Callable, folder: Path):
    """Put a saved adapter on a fresh base model, once the memory of the trained one is free."""
    free_memory()
    return put_adapter(load_base(), folder)


def _write_record(run: Run, folder: Path) -> None:
    """Put the run's record, scores and losses beside its model, without paths of this machine: 07 and 08 read them there."""
    if folder == run.folder:
        return  # the record is there, whole
    parameters = {
        name: Path(value).name if isinstance(value, str) and Path(value).expanduser().is_absolute() else value
        for name, value in run.record["parameters"].items() if name not in ("output_dir", "resume", "spider_dir")
    }  # fmt: skip
    names = "stem status profile seed device versions commit dirty revisions questions started finished seconds".split()
    record = {name: run.record[name] for name in (*names, *COSTS) if name in run.record} | {"message": "", "parameters": parameters}
    write_whole(folder / "run.json", to_json(record, indent=1) + "\n")
    for file in (run.folder / "metrics.json", *run.folder.glob("log_history*.json")):
        shutil.copyfile(file, folder / file.name)


def _without_path(folder: Path) -> None:
    """Leave the folder's name alone where PEFT wrote the path that a local base model was loaded from. Phase 2 compares names."""
    config = as_dict(read_json(folder / "adapter_config.json"))
    base = Path(str(config.get("base_model_name_or_path")))
    if base.is_absolute():
        write_whole(folder / "adapter_config.json", json.dumps(config | {"base_model_name_or_path": base.name}, indent=2) + "\n")


def merge_room(model_path: str, folder: Path, dtype, gguf: bool = False) -> str:
    """Say what a merge into `folder`, which need not exist yet, takes of host memory and disk; a GGUF file takes as much disk again.

    Raise UserError where too little is free, or the base model is quantized as it was saved. `dtype` is that of the merged weights.
    """
    import psutil  # comes with ipykernel

    if method := quantization(read_config(model_path)):
        raise UserError(f"{model_path} is quantized by {method}, and a merge takes the original weights. Set merge and gguf to false.")
    weights = count_parameters(model_path) * dtype.itemsize / 2**30
    memory = weights * 1.05 + 0.5  # one layer at a time is computed in float32
    disk = weights * (2 if gguf else 1) * 1.02
    memory_free, disk_free = psutil.virtual_memory().available / 2**30, free_gib(folder)[0]
    for needed, free, what in ((memory, memory_free, "host memory"), (disk, disk_free, "disk")):
        if needed > free:
            raise UserError(
                f"A merge into unquantized weights takes about {needed:.1f} GiB of {what}, and {free:.1f} GiB are free. "
                "Set merge and gguf to false and share the adapter, or merge on a larger machine."
            )
    return f"a merge takes about {memory:.1f} GiB of host memory and {disk:.1f} GiB of disk: both are free"


def merge_adapter(model_path: str, adapter_folder: Path, target: Path, dtype) -> dict[str, float]:
    """Add an adapter to its base model's unquantized weights on the CPU and save the sum, with the adapter's tokenizer.

    Never into 4-bit weights: rounding the sum to them again costs more than the adapter adds. Not covered: encoder-decoder models.
    Raise UserError as `merge_room` does.

    Returns:
        For "16 bits" (or 32) and "4 bits", how far rounding the sum moves the weights of the first adapted layer, as a
        multiple of how far the adapter moves them (Frobenius norms); empty where it moves none.
    """
    from transformers import AutoModelForCausalLM

    print(merge_room(model_path, target, dtype))
    base = AutoModelForCausalLM.from_pretrained(model_path, dtype=dtype, device_map={"": "cpu"})
    model = put_adapter(base, adapter_folder)
    errors = _rounding_errors(model, dtype)
    merged = model.merge_and_unload(safe_merge=True)  # refuses sums that are not finite
    merged.save_pretrained(target)
    load_tokenizer(adapter_folder).save_pretrained(target)
    for pieces in fetch_model(model_path, weights=False).glob("*.model"):  # SentencePiece's, which transformers no longer writes
        shutil.copyfile(pieces, target / pieces.name)
    return errors


def _rounding_errors(model, dtype) -> dict[str, float]:
    from bitsandbytes.functional import dequantize_4bit, quantize_4bit
    from peft.tuners.lora import LoraLayer

    layer = next(module for module in model.modules() if isinstance(module, LoraLayer))
    adapter = layer.get_delta_weight(layer.active_adapters[0]).float()
    if not adapter.any():  # after a single step at the rate of 0, say: there is nothing to compare with
        return {}
    whole = layer.get_base_layer().weight.detach().float() + adapter
    rounded = {f"{8 * dtype.itemsize} bits": whole.to(dtype), "4 bits": dequantize_4bit(*quantize_4bit(whole, quant_type="nf4"))}
    return {name: ((weights.float() - whole).norm() / adapter.norm()).item() for name, weights in rounded.items()}
