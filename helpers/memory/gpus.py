"""What GPUs have: memory that a process can use, and peak arithmetic in each number format.

Sources: NVIDIA's data sheets, dense tensor-core rates with float32 accumulation (T4 DS-09132, V100 DA-08808, P100 DS-08188, L4, A10,
A100, L40S, H100, H200; Ada and Ampere GA102 white papers for the RTX cards). The memory of the T4 is what PyTorch reports
there; of the others it is the data sheet's size less 3 %, an estimate of what driver and error correction keep.
"""

import difflib
from typing import NamedTuple

from helpers import UserError


class Gpu(NamedTuple):
    """Describe one kind of GPU. Rates are peaks in TFLOP/s; `half` is bfloat16 where it is fast, else float16."""

    name: str
    memory_gib: float
    half: float
    single: float
    capability: tuple[int, int]


def _card(name: str, size: int, half: float, single: float, capability: tuple[int, int]) -> Gpu:
    return Gpu(name, round(size * 0.97, 2), half, single, capability)


GPUS = {
    gpu.name: gpu
    for gpu in (
        Gpu("T4", 14.56, 65, 8.1, (7, 5)),
        _card("P100", 16, 18.7, 9.3, (6, 0)),  # no tensor cores; current PyTorch builds no longer run on it
        _card("V100", 16, 125, 15.7, (7, 0)),
        _card("V100-32", 32, 125, 15.7, (7, 0)),
        _card("L4", 24, 121, 30.3, (8, 9)),
        _card("A10G", 24, 70, 31.2, (8, 6)),
        _card("RTX 3090", 24, 71, 35.6, (8, 6)),
        _card("RTX 4090", 24, 165, 82.6, (8, 9)),
        _card("A100-40", 40, 312, 19.5, (8, 0)),
        _card("L40S", 48, 362, 91.6, (8, 9)),
        _card("A100-80", 80, 312, 19.5, (8, 0)),
        _card("H100", 80, 989, 67, (9, 0)),
        _card("H200", 141, 989, 67, (9, 0)),
    )
}
BY_MEMORY = sorted(GPUS.values(), key=lambda gpu: gpu.memory_gib)


def find_gpu(name: str) -> Gpu:
    """Return the GPU of a name such as T4, "RTX 3090" or rtx-3090.

    >>> find_gpu("rtx3090").memory_gib
    23.28

    Raises:
        UserError: unknown; the message has the nearest names.
    """
    plain = {_plain(known): gpu for known, gpu in GPUS.items()}
    aliases = {"A100": "A100-40", "TESLAT4": "T4", "A10": "A10G"}
    wanted = _plain(aliases.get(_plain(name), name))
    if wanted in plain:
        return plain[wanted]
    near = difflib.get_close_matches(wanted, plain, n=3, cutoff=0.3)
    hint = f"Nearest: {', '.join(plain[match].name for match in near)}. " if near else ""
    raise UserError(f"There is no GPU {name!r} in the list. {hint}Known: {', '.join(GPUS)}.")


def same_gpu(device_name: str, memory_gib: float) -> Gpu | None:
    """Return the listed GPU that a device's own name ("Tesla T4", "NVIDIA A100-SXM4-40GB") means, or None."""
    found = [gpu for gpu in GPUS.values() if _plain(gpu.name.split("-")[0]) in _plain(device_name)]
    found = [gpu for gpu in found if len(_plain(gpu.name.split("-")[0])) == max(len(_plain(g.name.split("-")[0])) for g in found)]
    return min(found, key=lambda gpu: abs(gpu.memory_gib - memory_gib), default=None)


def _plain(name: str) -> str:
    return "".join(character for character in name.upper() if character.isalnum())
