"""What machine this is, and the settings that follow from it, each with its reason."""

import gc
import logging
import os
import re
import time
import warnings
from dataclasses import dataclass

import psutil  # comes with ipykernel
import torch
from transformers.utils import is_flash_attn_2_available

from helpers import UserError
from helpers.hosts import host
from helpers.memory.catalog import RECIPES
from helpers.models.hub import count_parameters, fetch_model, locate_model, read_config
from helpers.models.weights import quantization
from helpers.models.workarounds import forget_trained_embeddings, use_fast_attention
from helpers.runs import Run
from helpers.runs.facts import peak_ram_gib

GPU_MENU = {
    "colab": "Choose Runtime > Change runtime type > T4 GPU, then run again from the top.",
    "kaggle": "Choose Settings > Accelerator > GPU T4 x2 in the panel on the right, then run again from the top.",
    "local": "Run on a machine with an NVIDIA GPU, open the notebook on Colab or Kaggle, or rehearse with the profile `rehearsal`; the "
    "profile `small` trains a real model of up to 2B on a CPU, in hours.",
}
CPU_PARAMETERS, SMALL_PARAMETERS = 500e6, 2e9  # a CPU's, and in profile `small`, which is meant for hours: 1.5B took a minute a step


@dataclass(frozen=True)
class Machine:
    """Describe a GPU, or the CPU when there is none. `memory_gib` is what a process can use; `capability` is (0, 0) on a CPU."""

    kind: str  # "cuda" or "cpu"
    name: str
    capability: tuple[int, int] = (0, 0)
    memory_gib: float = 0.0
    fast_bf16: bool = False

    @property
    def place(self) -> int | str:
        """Return where a model goes, as `device_map={"": machine.place}` wants it: this process's GPU, or "cpu"."""
        return int(os.environ.get("LOCAL_RANK", 0)) if self.kind == "cuda" else "cpu"


def find_machine() -> Machine:
    """Describe this machine. Raise UserError where a GPU cannot run this build of PyTorch (Kaggle's P100 with its own image, for one)."""
    if not torch.cuda.is_available():
        return _cpu()
    name = torch.cuda.get_device_name(0)
    try:
        (torch.ones(8, 8, device="cuda") @ torch.ones(8, 8, device="cuda")).sum().item()
    except RuntimeError as error:
        raise UserError(
            f"The GPU ({name}) does not work with the installed PyTorch {torch.__version__}: {str(error).splitlines()[0]} "
            f"{GPU_MENU[host()]}"
        ) from None
    capability = torch.cuda.get_device_capability(0)
    # torch.cuda.is_bf16_supported() also says True where bf16 is emulated (2.2 TFLOP/s on a T4, against 20 in fp16)
    memory = torch.cuda.get_device_properties(0).total_memory / 2**30
    return Machine("cuda", name, capability, memory, fast_bf16=capability >= (8, 0))


def ready(run: Run, model_id: str, bits: int) -> tuple[Machine, str, torch.dtype]:
    """Find the machine and the model, refuse what cannot work before any large download, and print what was decided and why.

    Return the machine, what `from_pretrained` takes for the model, and the number format to compute in.
    """
    quiet_logs()
    machine, model_path = find_machine(), locate_model(model_id)
    check_recipe(run.record["stem"], model_id, read_config(model_path), bits)
    if os.path.isdir(model_path):
        fetch_model(model_path)  # only looks at the weights, which are here already
    most = SMALL_PARAMETERS if run.record["profile"] == "small" else CPU_PARAMETERS
    print(check_machine(machine, model_id, count_parameters(model_path, "sdpa"), bits, most))
    dtype, reason = compute_dtype(machine)
    print(f"compute in {dtype}: {reason}")
    print(use_fast_attention(machine))
    run.update(device=machine.name, dtype=str(dtype), cores=os.cpu_count(), gflops=measured_gflops(machine))
    return machine, model_path, dtype


def check_recipe(stem: str, model_id: str, config, bits: int) -> None:
    """Raise UserError for a model of the kind that another notebook trains, and for one that is quantized already in another way."""
    named, wanted = f"{model_id} ({config.model_type})", stem.startswith("03_")
    if bool(config.is_encoder_decoder) != wanted:
        kinds = ("a decoder", "an encoder-decoder")
        raise UserError(
            f"{named} is {kinds[not wanted]}, and this notebook trains {kinds[wanted]} such as {RECIPES.get(stem[:2], RECIPES['01'])}. "
            f"Train it with the notebook {'01, 02 or 06' if wanted else '03'}, or choose another model_id."
        )
    method = quantization(config)
    packed = method == "bitsandbytes" and config.quantization_config.get("load_in_4bit")
    if method and not (packed and bits == 4):
        instead = ", or set load_in_4bit to true" if packed and not wanted else ""
        raise UserError(
            f"{named} is already quantized, by {method}, and the notebooks quantize the original weights themselves. "
            f"Give the model that it was made from, which its page names, as model_id{instead}."
        )


def measured_gflops(machine: Machine, seconds: float = 0.3) -> float:
    """Multiply matrices for a moment, on a GPU in float16, and return the speed in GFLOP/s: minutes of two machines can be compared."""
    size, dtype = (512, torch.float32) if machine.place == "cpu" else (4096, torch.float16)
    matrix = torch.ones(size, size, device=machine.place, dtype=dtype) / size
    (matrix @ matrix)[0, 0].item()  # the first one prepares
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        (matrix @ matrix)[0, 0].item()  # waits for the GPU
        count += 1
    return round(2 * size**3 * count / (time.perf_counter() - started) / 1e9, 1)


def check_machine(machine: Machine, model_name: str, parameters: int, bits: int = 16, most: float = CPU_PARAMETERS) -> str:
    """Say in a sentence that the model can be trained here: a first look, in which what training adds is not counted.

    `bits` are those of a weight, 4 or 16, `most` the parameters that a CPU is given. Raise UserError where the model is too large for a
    CPU, or its weights alone for the memory.
    """
    size = f"{parameters / 1e9:.2f}B" if parameters >= 1e9 else f"{parameters / 1e6:.1f}M"
    if machine.kind == "cpu" and parameters > most:
        raise UserError(f"{model_name} has {size} parameters and this machine has no GPU. {GPU_MENU[host()]}")
    where = "GPU" if machine.kind == "cuda" else "CPU"
    weights = parameters * (0.56 if bits == 4 else 2) / 2**30  # 4 bits, and one float32 scale for every 64 weights
    if weights > machine.memory_gib:
        raise UserError(
            f"The weights of {model_name} take about {weights:.1f} GiB and this {where} ({machine.name}) has {machine.memory_gib:.1f}. "
            f"{'Choose a smaller model_id' if bits == 4 else 'Set load_in_4bit to true, or choose a smaller model_id'}."
        )
    return f"{model_name} ({size} parameters) runs on this {where}: {machine.name}, {machine.memory_gib:.1f} GiB."


def compute_dtype(machine: Machine) -> tuple[torch.dtype, str]:
    """Choose the number format of the matrix multiplications, with the reason."""
    if machine.kind == "cuda":
        named = f"{machine.name} (compute capability {machine.capability[0]}.{machine.capability[1]})"
        if machine.fast_bf16:
            return torch.bfloat16, f"{named} has bfloat16 tensor cores"
        return torch.float16, f"{named} has tensor cores for float16, not for bfloat16"
    if machine.fast_bf16:
        return torch.bfloat16, "this CPU has bfloat16 instructions"
    return torch.float32, "this CPU has no bfloat16 instructions, and float16 is about 20 times slower on a CPU"


def named_dtype(name: str, automatic: torch.dtype) -> torch.dtype:
    """Return the number format of a name, or of "auto" the one that `compute_dtype` chose. Raise UserError for another name."""
    formats = {"auto": automatic, "float16": torch.float16, "bfloat16": torch.bfloat16, "float32": torch.float32}
    if name not in formats:
        raise UserError(f"compute_dtype is {name!r}; expected one of {', '.join(formats)}.")
    return formats[name]


def precision_flags(dtype: torch.dtype) -> dict[str, bool]:
    """Return `fp16` and `bf16` for the trainer's configuration: both, because what is left out is guessed (and guessed wrong on a T4)."""
    return {"fp16": dtype is torch.float16, "bf16": dtype is torch.bfloat16}


def count_4bit(model: torch.nn.Module) -> int:
    """Count the linear layers whose weights are in 4 bits. T5's `wo` layers are not among them: transformers keeps those as they are."""
    return sum(type(module).__name__ == "Linear4bit" for module in model.modules())


def choose_attention(machine: Machine) -> tuple[str, str]:
    """Choose FlashAttention 2 where the GPU and the package have it, else PyTorch's SDPA, with the reason."""
    if machine.kind != "cuda":
        return "sdpa", "FlashAttention 2 needs a GPU"
    if machine.capability < (8, 0):
        return "sdpa", f"FlashAttention 2 needs compute capability 8.0, {machine.name} has {machine.capability[0]}.{machine.capability[1]}"
    try:
        import flash_attn
    except (ImportError, OSError) as error:  # not there, or built for another PyTorch
        return "sdpa", f"the package flash-attn does not load: {str(error).splitlines()[0]}"
    if not is_flash_attn_2_available():
        return "sdpa", f"transformers does not take flash-attn {flash_attn.__version__}"
    return "flash_attention_2", f"{machine.name} and flash-attn {flash_attn.__version__} have it"


def peak_memory_gib(machine: Machine) -> float:
    """Return the most memory used since `reset_peak_memory` on a GPU; on a CPU, the process's peak since it started. In GiB."""
    return torch.cuda.max_memory_reserved() / 2**30 if machine.kind == "cuda" else peak_ram_gib() or 0.0


def reset_peak_memory(machine: Machine) -> None:
    """Start a new measurement of a GPU's peak. A CPU process has no such counter: its peak only grows."""
    if machine.kind == "cuda":
        torch.cuda.reset_peak_memory_stats()


def free_memory() -> None:
    """Give back what deleted models held: a T4 holds one copy of a 7B model at a time."""
    forget_trained_embeddings()
    gc.collect()
    torch.cuda.empty_cache()  # nothing where no GPU is used


def quiet_logs() -> None:
    """Turn off progress bars and warnings that would bury a notebook's own output. Errors still show."""
    import datasets
    import transformers

    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)  # it warns on every CPU about a kernel that nobody needs
    warnings.filterwarnings("ignore", category=FutureWarning)  # for the libraries' authors, not for a reader
    warnings.filterwarnings("ignore", message="Paged optimizers are not supported on CPU")  # falls back to plain ones, as it should
    warnings.filterwarnings("ignore", message="Could not find a config file in")  # PEFT, offline: no recipe changes the vocabulary
    warnings.filterwarnings("ignore", message="Setting `save_embedding_layers`")  # PEFT saves rows of added tokens, as it should
    transformers.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    datasets.disable_progress_bars()


def _cpu() -> Machine:
    """Describe the CPU; bfloat16 is fast where it is multiplied in hardware (AVX512-BF16 or AMX)."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            facts = file.read(20_000)
    except OSError:
        facts = ""
    named, count = re.search(r"^model name\s*:(.*)", facts, re.MULTILINE), torch.get_num_threads()
    fast = "AVX512" in torch.backends.cpu.get_cpu_capability() and ("avx512_bf16" in facts or "amx_bf16" in facts)
    name = f"{named[1].strip() if named else 'CPU'}, {count} thread{'s' * (count > 1)}"
    return Machine("cpu", name, memory_gib=psutil.virtual_memory().total / 2**30, fast_bf16=fast)
