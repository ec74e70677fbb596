"""What a run costs beside GPU memory: time (from arithmetic, with a named assumption), host memory and disk."""

import shutil
from pathlib import Path

import psutil  # comes with ipykernel
from huggingface_hub.constants import HF_HUB_CACHE

from helpers import UserError
from helpers.memory.catalog import Gpu
from helpers.memory.estimate import GIB
from helpers.memory.model_shape import Settings, Shape, adapter_parameters, optimizer_bytes
from helpers.parameters import forms

# The share of the peak rate that training reaches. T4, float16: 9 to 12 useful TFLOP/s of 65, computed from the times that others'
# saved notebooks show for 7B to 12B on a T4 (Unsloth); float32: 3.1 of 8.1, from the log of the original of 01. Others: not measured.
SHARE_T4_HALF, SHARE_SINGLE, SHARE_OTHERS = 0.15, 0.38, 0.30
HOST_GIB = 3.0  # Python, PyTorch with CUDA and the data, assumed
TYPICAL_ROW = 153  # tokens of sql-create-context's mean row with 01's prompt


def flops_a_token(shape: Shape, s: Settings, length: int) -> float:
    """Return the arithmetic of training on one token, in FLOP.

    Two for each weight of a linear layer on the way forward, two for the gradient of what went in, two more for the gradient of
    the weight where it is trained, and the way forward once more where layers are recomputed (Kaplan et al. 2020, arXiv
    2001.08361, section 2.1). Attention adds 4 q for each token before and layer. The head is counted for all tokens, or, fused,
    for the answers.
    """
    linears = sum(linear.size for linear in shape.linears)
    again = (1 / s.checkpointing_every) if s.checkpointing_every else 0
    trained = 6 * adapter_parameters(shape, s) if s.lora_rank else 2 * linears
    attention = 2 * length * shape.queries * shape.layers  # half of the tokens stand before, on average
    head = shape.vocabulary * shape.hidden
    counted = min(1, s.max_new_tokens / length) if s.fused_head and not shape.encoder_decoder else 1
    return (2 * linears + 2 * attention) * (2 + again) + trained + 6 * head * counted


def speed(gpu: Gpu, s: Settings) -> tuple[float, float, str]:
    """Return the peak rate in TFLOP/s, the share of it that training is assumed to reach, and where the share is from."""
    if s.bytes == 4:
        return gpu.single, SHARE_SINGLE, "what the original of 01 reached in float32"
    if gpu.name == "T4":
        return gpu.half, SHARE_T4_HALF, "what others' saved T4 runs of 7B to 12B models come to"
    return gpu.half, SHARE_OTHERS, "an assumption that nobody has measured here"


def time_sentence(shape: Shape, s: Settings, gpu: Gpu | None, parameters: dict) -> str:
    """Say how long training may take, and what the estimate assumes. On a CPU there is no estimate."""
    if gpu is None:
        return "time: no estimate for this machine; the training cell prints what is left after its first steps"
    rate, share, why = speed(gpu, s)
    rows, epochs = int(parameters.get("train_examples", -1)), float(parameters.get("num_epochs", 1)) * forms(parameters)
    steps = int(parameters.get("max_steps", -1))
    examples = steps * s.batch_size * s.gradient_accumulation if steps > 0 else rows * epochs if rows > 0 else 1000

    def minutes(length: int) -> str:
        minutes = examples * length * flops_a_token(shape, s, length) / (rate * 1e12 * share) / 60
        return f"{max(minutes, 1):.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"

    typical = min(TYPICAL_ROW, s.max_length)
    return (
        f"time: {examples:,.0f} examples take about {minutes(typical)} if rows have {typical} tokens and {minutes(s.max_length)} if all "
        f"have {s.max_length} (an estimate: {100 * share:.0f} % of the peak of {rate:g} TFLOP/s, {why}; without validation and questions)"
    )


def disk_parts(shape: Shape, s: Settings, parameters: dict, model_path: str) -> dict[str, float]:
    """Return GiB by what needs the disk: the download less what the cache has, two checkpoints and one being written, the merge."""
    trained = adapter_parameters(shape, s)
    blobs = Path(HF_HUB_CACHE, f"models--{model_path.replace('/', '--')}", "blobs")
    cached = sum(file.stat().st_size for file in blobs.glob("*"))
    download = 0.0 if Path(model_path).is_dir() else max(0.0, shape.parameters * shape.stored_bytes - cached)
    parts = {"download": download, "checkpoints": 3 * trained * (4 + optimizer_bytes(s.optimizer)) + 3 * 20e6}
    if parameters.get("merge"):
        parts["merged model"] = shape.parameters * s.bytes * 1.02
    return {name: size / GIB for name, size in parts.items()}


def host_sentence(shape: Shape, s: Settings, parts: dict[str, float], folder: Path) -> str:
    """Say what the run needs of host memory (the process, and the largest tensor twice or the merge) and disk, and what is free."""
    largest = max(shape.embedding, *(linear.inputs * linear.outputs for linear in shape.linears)) * 4 / GIB
    merged = (shape.parameters * s.bytes * 1.05 / GIB + 0.5) if "merged model" in parts else 0.0  # as `share.merge_room`
    needed, free = (HOST_GIB if s.gpu else 1.0) + max(2 * largest, merged), psutil.virtual_memory().available / GIB
    disk = ", ".join(f"{name} {size:.1f}" for name, size in parts.items())
    short = "" if needed <= free else " That is too little: loading may be slow or be stopped by the system."
    return (
        f"host memory: about {needed:.1f} GiB, {free:.1f} are free.{short} Disk, in GiB: {disk}; "
        f"{free_gib(HF_HUB_CACHE)[0]:.1f} free for downloads, {free_gib(folder)[0]:.1f} for the run"
    )


def check_disk(parts: dict[str, float], folder: Path) -> None:
    """Raise UserError where a disk has no room for what `disk_parts` counts."""
    (free_cache, cache), (free, disk) = free_gib(HF_HUB_CACHE), free_gib(folder)
    download, total = parts["download"], sum(parts.values())
    needs = [(download, free_cache, "the model's download"), (total - download, free, "checkpoints and merge")]
    if cache == disk:
        needs = [(total, free, "the model's download, checkpoints and merge")]
    for needed, room, what in needs:
        if needed > room:
            raise UserError(
                f"The disk has {room:.1f} GiB free and {what} take about {needed:.1f}. Make room, set HF_HOME to a larger"
                f" disk for downloads or output_dir to one for the run{', or set merge to false' if 'merged model' in parts else ''}."
            )


def free_gib(folder: Path | str) -> tuple[float, int]:
    """Return what is free on the disk of a folder, which need not exist yet, and which disk that is."""
    folder = Path(folder).expanduser().resolve()
    place = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(place).free / GIB, place.stat().st_dev
