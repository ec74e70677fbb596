"""The cheapest changes that make a recipe fit, in the words of the parameters, each tried before it is given."""

import itertools

from helpers.memory.estimate import Settings, changed, footprint
from helpers.memory.gpus import BY_MEMORY
from helpers.memory.model_shape import Shape
from helpers.parameters import partial_checkpointing


def steps(s: Settings) -> list[tuple[str, list[dict]]]:
    """Return what can be changed, from what costs least to what costs most, each with its settings from mild to strong.

    First what changes neither result nor cost much (how many are computed together), then what costs time, then what changes
    what is learned.
    """
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
        ("max_length", [{"max_length": n} for n in _halves(s.max_length, 128)]),
    ]  # fmt: skip


def find_changes(shape: Shape, s: Settings, memory_gib: float, known: set[str] | None) -> dict | None:
    """Return the cheapest changes that make it fit, or None if there are none.

    One change if one is enough, the cheapest of them at its mildest; else the fewest, and among those the cheapest.

    Args:
        shape: of the model.
        s: settings that do not fit.
        memory_gib: to fit into.
        known: names of the parameters that exist; None: all.
    """
    usable = [(name, values) for name, values in steps(s) if values and (known is None or name in known)]
    for count in range(1, len(usable) + 1):
        for chosen in itertools.combinations(usable, count):
            if not _fits(shape, changed(s, **_merged(values[-1] for _, values in chosen)), memory_gib):
                continue
            picked = [values[-1] for _, values in chosen]
            for place, (_, values) in reversed(list(enumerate(chosen))):  # what costs most is made as mild as can be first
                for value in values:
                    trial = [*picked[:place], value, *picked[place + 1 :]]
                    if _fits(shape, changed(s, **_merged(trial)), memory_gib):
                        picked = trial
                        break
            return _merged(picked)
    return None


def advise(shape: Shape, s: Settings, memory_gib: float, known: set[str] | None, arms: list | None = None) -> str:
    """Return a sentence with the changes that make it fit, or the GPUs on which it fits as it is."""
    changes = find_changes(shape, s, memory_gib, known)
    needs = footprint(shape, s).peak
    fitting = next(
        (gpu.name for gpu in BY_MEMORY if gpu.memory_gib >= needs and gpu.capability >= (7, 0)), ""
    )  # PyTorch has left older ones
    elsewhere = f"As it is, it needs a GPU such as {fitting}." if fitting else "As it is, it is too large for any single GPU in the list."
    if changes is None:
        fewer = " Or leave `full` out of arms." if arms and "full" in arms and len(arms) > 1 else ""
        return f"No change of batch, length, rank or precision is enough: choose a smaller model_id.{fewer} {elsewhere}"
    said = [f"{name} to {str(value).lower()}" for name, value in changes.items() if known is None or name in known]
    total = footprint(shape, changed(s, **changes)).peak
    return f"Set {' and '.join(said)}: then it takes about {total:.1f} GiB. {elsewhere}"


def _halves(value: int, least: int) -> list[int]:
    found = []
    while value > least:
        value = max(least, value // 2)
        found.append(value)
    return found


def _merged(values) -> dict:
    return {name: value for one in values for name, value in one.items()}


def _fits(shape: Shape, s: Settings, memory_gib: float) -> bool:
    return footprint(shape, s).peak <= memory_gib
