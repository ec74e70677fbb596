"""Will it fit? A table of where each GiB goes, before anything is downloaded, and the cheapest changes if it does not."""

import itertools
from collections import ChainMap
from collections.abc import Collection
from dataclasses import fields, replace
from importlib import util
from pathlib import Path

import pandas as pd

from helpers import UserError
from helpers.memory.catalog import GPUS, config_of, same_gpu
from helpers.memory.costs import check_disk, disk_parts, host_sentence, time_sentence
from helpers.memory.estimate import Footprint, footprint
from helpers.memory.model_shape import Settings, Shape, read_shape
from helpers.parameters import partial_checkpointing

# A notebook without one of these parameters does not quantize, trains everything, recomputes nothing.
LACKING = {"load_in_4bit": False, "lora_rank": 0, "checkpointing_every": 0}


def will_it_fit(run, machine, model_path: str, dtype, parameters: dict) -> pd.DataFrame:
    """Show where each GiB will go, and say whether it fits, how long training may take and what it needs of host and disk.

    A GPU is refused when the largest batch that can come does not fit; a CPU only when weights, adapter and optimizer alone do
    not, because the rest is borrowed from the disk there. `parameters` are the notebook's; what it lacks has its usual meaning.
    Raise UserError with the changes that make it fit, computed, or where the model cannot read so much.

    Returns:
        GiB by part, with a column for each stage, their totals, and what the machine has.
    """
    config, name = config_of(model_path), str(parameters.get("model_id", model_path))
    shape = read_shape(config, name)
    context = getattr(config.get_text_config(), "max_position_embeddings", None)
    for limit in ("max_length", "max_new_tokens"):
        if context and parameters.get(limit, 0) > context:
            raise UserError(f"{limit} is {parameters[limit]}, and {name} reads and writes {context} at most: set it lower.")
    on_gpu = machine.kind == "cuda"
    cases = {arm: settings_of(parameters, dtype, on_gpu, arm) for arm in parameters.get("arms") or [""]}
    found = {arm: footprint(shape, settings) for arm, settings in cases.items()}
    arm = max(found, key=lambda name: found[name].peak)
    settings, needs = cases[arm], found[arm]
    said = sentence(shape, settings, needs, machine.name, machine.memory_gib, f", arm {arm} (the largest)" if arm else "")
    table = as_table(needs, machine.memory_gib, "GPU" if on_gpu else "machine")
    if on_gpu and needs.peak > machine.memory_gib:
        print(table.to_string())
        raise UserError(f"{said} {advise(shape, settings, machine.memory_gib, parameters, parameters.get('arms'))}")
    lasting = ("linear", "embedding", "output head", "norms", "adapter", "optimizer")  # the rest is lent by the disk
    fixed = sum(size for name, size in needs.stages["train"].items() if name.startswith(lasting))
    if not on_gpu and fixed > machine.memory_gib:
        raise UserError(f"Weights, adapter and optimizer alone take about {fixed:.1f} GiB and this machine has {machine.memory_gib:.1f}. "
                        "Choose a smaller model_id, or a machine with a GPU.")  # fmt: skip
    print(said)
    print(time_sentence(shape, settings, same_gpu(machine.name, machine.memory_gib) if on_gpu else None, parameters))
    disk = disk_parts(shape, settings, parameters, model_path)
    print(host_sentence(shape, settings, disk, run.folder))
    check_disk(disk, run.folder)
    return table


def settings_of(parameters: dict, dtype, gpu: bool, arm: str = "") -> Settings:
    """Translate a notebook's parameters. `arm` is "full", "lora" or "qlora" where a notebook trains several ways."""
    known = {field.name for field in fields(Settings)}
    values = LACKING | {name: value for name, value in parameters.items() if name in known}
    values["target_modules"] = tuple(values.get("target_modules", ("all-linear",)))
    if arm:
        values |= {"load_in_4bit": arm == "qlora", "lora_rank": 0 if arm == "full" else values["lora_rank"]}
    multiply = {"float32": 4, "float16": 2, "bfloat16": 2}.get(parameters.get("compute_dtype", "auto"), dtype.itemsize)
    return Settings(**values, bytes=dtype.itemsize, multiply_bytes=multiply, fused_head=fused_head(), gpu=gpu)


def fused_head() -> bool:
    """Tell whether the installed TRL computes the head in tiles, for answers only (1.x), or all logits (0.29). Imports nothing."""
    if (found := util.find_spec("trl")) is None or not found.origin:
        return True
    file = Path(found.origin).parent / "trainer" / "utils.py"
    return file.exists() and "def add_fused_lm_head" in file.read_text(encoding="utf-8")


def sentence(shape: Shape, s: Settings, needs: Footprint, name: str, memory_gib: float, arm: str = "") -> str:
    """Say the verdict, with the tokens that were assumed."""
    worst = max(needs.stages, key=needs.total)
    word = "fits" if needs.peak <= memory_gib else "does not fit"
    head = "" if shape.encoder_decoder else f", {'fused head' if s.fused_head else 'full logits'}"
    return (
        f"{shape.name}{arm} {word}: about {needs.peak:.1f} of {memory_gib:.1f} GiB on {name}, most to {worst} (an estimate, for the "
        f"largest batch: {s.batch_size} x {s.max_length} = {needs.tokens['train']} tokens to train, {needs.tokens['eval']} to validate, "
        f"{s.generation_batch_size} x {needs.tokens['generate'] // s.generation_batch_size} = {needs.tokens['generate']} generated{head})."
    )


def as_table(needs: Footprint, memory_gib: float, machine: str) -> pd.DataFrame:
    """Return the parts as rows and the stages as columns, in GiB, with the totals and what the machine has."""
    table = pd.DataFrame(needs.stages).fillna(0.0)
    table.loc["total"] = table.sum()
    table.loc[f"this {machine} has"] = memory_gib
    return table.rename_axis("GiB").round(2)


def steps(s: Settings) -> list[tuple[str, list[dict]]]:
    """Return what can be changed, from what costs least (no result, then time, then what is learned) and from mild to strong."""
    return [
        ("generation_batch_size", [{"generation_batch_size": n} for n in _halves(s.generation_batch_size, 1)]),
        ("batch_size", [
            {"batch_size": n, "gradient_accumulation": s.gradient_accumulation * s.batch_size // n} for n in _halves(s.batch_size, 1)
        ]),
        ("checkpointing_every", [
            {"checkpointing_every": n} for n in ((2, 1) if partial_checkpointing() else (1,))
            if not s.checkpointing_every or n < s.checkpointing_every
        ]),
        ("optimizer", [] if "8bit" in s.optimizer else [{"optimizer": "paged_adamw_8bit"}]),
        ("double_quantization", [{"double_quantization": True}] if s.load_in_4bit and not s.double_quantization else []),
        ("load_in_4bit", [] if s.load_in_4bit or not s.lora_rank else [{"load_in_4bit": True}]),
        ("lora_rank", [{"lora_rank": n} for n in _halves(s.lora_rank, 8)]),
        ("max_new_tokens", [{"max_new_tokens": n} for n in _halves(s.max_new_tokens, 128)]),
        ("max_length", [{"max_length": n} for n in _halves(s.max_length, 128)]),
    ]  # fmt: skip


def find_changes(shape: Shape, s: Settings, memory_gib: float, known: Collection[str]) -> dict | None:
    """Return the fewest, among those the cheapest and mildest, changes of `known` parameters that make it fit, or None."""

    def fits(picked: list[dict]) -> bool:
        return footprint(shape, replace(s, **dict(ChainMap(*picked)))).peak <= memory_gib

    usable = [(name, values) for name, values in steps(s) if values and name in known]
    for count in range(1, len(usable) + 1):
        for chosen in itertools.combinations(usable, count):
            picked = [values[-1] for _, values in chosen]
            if not fits(picked):
                continue
            for place, (_, values) in reversed(list(enumerate(chosen))):  # what costs most is made as mild as can be first
                trials = ([*picked[:place], value, *picked[place + 1 :]] for value in values)
                picked = next(filter(fits, trials), picked)
            return {name: value for change in picked for name, value in change.items()}
    return None


def advise(shape: Shape, s: Settings, memory_gib: float, known: Collection[str], arms: list | None = None) -> str:
    """Return a sentence with the changes that make it fit, or the GPUs on which it fits as it is."""
    changes = find_changes(shape, s, memory_gib, known)
    needs = footprint(shape, s).peak
    modern = (gpu for gpu in GPUS.values() if gpu.capability >= (7, 0))  # PyTorch has left older ones
    fitting = next((gpu.name for gpu in modern if gpu.memory_gib >= needs), "")
    elsewhere = f"As it is, it needs a GPU such as {fitting}." if fitting else "As it is, it is too large for any single GPU in the list."
    if changes is None:
        fewer = " Or leave `full` out of arms." if arms and "full" in arms and len(arms) > 1 else ""
        return f"No change of batch, length, rank or precision is enough: choose a smaller model_id.{fewer} {elsewhere}"
    said = [f"{name} to {str(value).lower()}" for name, value in changes.items() if name in known]
    total = footprint(shape, replace(s, **changes)).peak
    return f"Set {' and '.join(said)}: then it takes about {total:.1f} GiB. {elsewhere}"


def _halves(value: int, least: int) -> list[int]:
    halves = dict.fromkeys(max(least, value >> times) for times in range(1, value.bit_length() + 1))
    return [half for half in halves if half < value]
