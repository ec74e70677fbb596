"""Will it fit? A table of where each GiB goes, before anything is downloaded, and the cheapest changes if it does not.

`will_it_fit` is what the notebooks call; `python -m helpers.memory --model mistralai/Mistral-7B-v0.1 --gpu T4` asks for a GPU that
is not at hand. `footprint.py` has the arithmetic, `advice.py` the changes, `gpus.py` the GPUs, `costs.py` time, host memory and disk.
"""

import argparse
import json
import sys
from importlib import util
from pathlib import Path

import pandas as pd

from helpers import UserError
from helpers.memory.advice import advise
from helpers.memory.catalog import config_from_file, config_of
from helpers.memory.costs import check_disk, host_sentence, time_sentence
from helpers.memory.estimate import Footprint, Settings, changed, footprint
from helpers.memory.gpus import BY_MEMORY, find_gpu, same_gpu
from helpers.memory.model_shape import Shape, read_shape

STAGES = ("train", "eval", "generate")


def will_it_fit(run, machine, model_path: str, dtype, parameters: dict, eval_batch_size: int = 0) -> pd.DataFrame:
    """Show where each GiB will go, and say whether it fits, how long training may take and what it needs of host and disk.

    A GPU is refused when the largest batch that can come does not fit; a CPU only when weights, adapter and optimizer alone do
    not, because the rest is borrowed from the disk there.

    Args:
        run: from `start_run`; its folder says which disk takes checkpoints and the merged model.
        machine: from `find_machine`.
        model_path: what `from_pretrained` takes.
        dtype: the number format to compute in.
        parameters: the notebook's parameters by name; what a notebook lacks has its usual meaning (no `load_in_4bit` and no arms:
            not quantized, no `lora_rank`: everything is trained, no `checkpointing_every`: nothing is recomputed).
        eval_batch_size: rows of a validation batch; 0: as `batch_size`.

    Returns:
        GiB by part, with a column for each stage, their totals, and what the machine has.

    Raises:
        UserError: it does not fit; the message has the changes that make it fit, computed.
    """
    shape = read_shape(config_of(model_path), str(parameters.get("model_id", model_path)))
    on_gpu = machine.kind == "cuda"
    cases = {arm: settings_of(parameters, dtype, on_gpu, arm, eval_batch_size) for arm in parameters.get("arms") or [""]}
    found = {arm: footprint(shape, settings) for arm, settings in cases.items()}
    arm = max(found, key=lambda name: found[name].peak)
    settings, needs = cases[arm], found[arm]
    fits = needs.peak <= machine.memory_gib
    named = f", arm {arm} (the largest)" if arm else ""
    said = sentence(shape, settings, needs, machine.name, machine.memory_gib, named)
    table = as_table(needs, machine.memory_gib, "GPU" if on_gpu else "host memory (CPU, an upper estimate)")
    if on_gpu and not fits:
        print(table.to_string())
        raise UserError(f"{said} {advise(shape, settings, machine.memory_gib, set(parameters), parameters.get('arms'))}")
    if not on_gpu and fixed_gib(needs) > machine.memory_gib:
        raise UserError(
            f"Weights, adapter and optimizer alone take about {fixed_gib(needs):.1f} GiB and this machine has {machine.memory_gib:.1f}. "
            "Choose a smaller model_id, or a machine with a GPU."
        )
    print(said)
    print(time_sentence(shape, settings, same_gpu(machine.name, machine.memory_gib) if on_gpu else None, parameters))
    print(host_sentence(shape, settings, parameters, model_path, run.folder))
    check_disk(shape, settings, parameters, model_path, run.folder)
    return table


def settings_of(parameters: dict, dtype, gpu: bool, arm: str = "", eval_batch_size: int = 0) -> Settings:
    """Translate a notebook's parameters. `arm` is "full", "lora" or "qlora" where a notebook trains several ways."""
    rank = 0 if arm == "full" else int(parameters.get("lora_rank", 0))
    multiply = {"float32": 4, "float16": 2, "bfloat16": 2}.get(parameters.get("compute_dtype", "auto"), dtype.itemsize)
    wanted = {
        "batch_size": 1, "max_length": 512, "lora_dropout": 0.0, "double_quantization": False, "optimizer": "adamw_torch",
        "checkpointing_every": 0, "generation_batch_size": 32, "max_new_tokens": 128, "gradient_accumulation": 1, "packing": False,
    }  # fmt: skip
    return Settings(
        **{name: parameters.get(name, usual) for name, usual in wanted.items()},
        lora_rank=rank, target_modules=tuple(parameters.get("target_modules", ("all-linear",))), eval_batch_size=eval_batch_size,
        load_in_4bit=arm == "qlora" if arm else bool(parameters.get("load_in_4bit", False)), bytes=dtype.itemsize,
        multiply_bytes=multiply, fused_head=fused_head(), gpu=gpu,
    )  # fmt: skip


def fused_head() -> bool:
    """Tell whether the installed TRL computes the head in tiles, for answers only (1.x), or all logits (0.29). Imports nothing."""
    if (found := util.find_spec("trl")) is None or not found.origin:
        return True
    file = Path(found.origin).parent / "trainer" / "utils.py"
    return file.exists() and "def add_fused_lm_head" in file.read_text(encoding="utf-8")


def sentence(shape: Shape, s: Settings, needs: Footprint, name: str, memory_gib: float, arm: str = "") -> str:
    """Say the verdict, with the tokens that were assumed."""
    worst = max(STAGES, key=needs.total)
    word = "fits" if needs.peak <= memory_gib else "does not fit"
    head = "" if shape.encoder_decoder else f", {'fused head' if s.fused_head else 'full logits'}"
    return (
        f"{shape.name}{arm} {word}: about {needs.peak:.1f} of {memory_gib:.1f} GiB on {name}, most to {worst} (an estimate, for the "
        f"largest batch: {s.batch_size} x {s.max_length} = {needs.tokens['train']} tokens to train, {needs.tokens['eval']} to validate, "
        f"{s.generation_batch_size} x {needs.tokens['generate'] // s.generation_batch_size} = {needs.tokens['generate']} generated{head})."
    )


def as_table(needs: Footprint, memory_gib: float, machine: str) -> pd.DataFrame:
    """Return the parts as rows and the stages as columns, in GiB, with the totals and what the machine has."""
    names = list(dict.fromkeys(name for stage in STAGES for name in getattr(needs, stage)))
    rows = {name: [getattr(needs, stage).get(name, 0.0) for stage in STAGES] for name in names}
    rows["total"] = [needs.total(stage) for stage in STAGES]
    rows[f"this {machine} has"] = [memory_gib] * len(STAGES)
    return pd.DataFrame(rows.values(), index=pd.Index(rows, name="GiB"), columns=list(STAGES)).round(2)


def fixed_gib(needs: Footprint) -> float:
    """Return the GiB of training that no batch size changes and no disk lends: weights, adapter and optimizer."""
    moving = ("work", "kept", "head and loss", "largest", "copies", "gradients", "fragmentation")
    return sum(size for name, size in needs.train.items() if not name.startswith(moving) and "assumed" not in name)


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    made = argparse.ArgumentParser(prog="python -m helpers.memory", description="Where each GiB of a GPU goes. An estimate.")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--model", help="an id of the Hub, a stand-in or a folder; the recipes' own models need no network")
    which.add_argument("--config", help="a config.json")
    flag = argparse.BooleanOptionalAction
    made.add_argument("--gpu", default="T4", help="T4 (default), L4, A100-40, RTX 3090 ...")
    made.add_argument("--batch-size", type=int, default=1)
    made.add_argument("--gradient-accumulation", type=int, default=8)
    made.add_argument("--max-length", type=int, default=1024, help="tokens of the longest row")
    made.add_argument("--lora-rank", type=int, default=16)
    made.add_argument("--target-modules", default="all-linear", help="names with commas, or all-linear (default)")
    made.add_argument("--lora-dropout", type=float, default=0.05)
    made.add_argument("--full", action="store_true", help="train everything, without an adapter")
    made.add_argument("--optimizer", default="paged_adamw_8bit")
    made.add_argument("--load-in-4bit", action=flag, default=True)
    made.add_argument("--double-quantization", action=flag, default=False)
    made.add_argument("--checkpointing-every", type=int, default=1)
    made.add_argument("--generation-batch-size", type=int, default=16)
    made.add_argument("--eval-batch-size", type=int, default=0, help="0 (default): as --batch-size")
    made.add_argument("--max-new-tokens", type=int, default=128)
    made.add_argument("--packing", action=flag, default=False)
    made.add_argument(
        "--dtype", default="auto", choices=["auto", "float16", "bfloat16", "float32"], help="auto: float32 for T5, else 16 bits"
    )
    made.add_argument("--head", default="auto", choices=["auto", "fused", "full"], help="auto: as the installed TRL computes it")
    made.add_argument("--json", action="store_true")
    return made


def main(argv: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code: 0 it fits, 1 it does not, 2 something the user can put right."""
    options = parser().parse_args(argv)
    try:
        gpu = find_gpu(options.gpu)
        config = config_from_file(options.config) if options.config else config_of(options.model)
        shape = read_shape(config, options.model or options.config)
        wide = options.dtype == "float32" or (options.dtype == "auto" and config.model_type in ("t5", "mt5", "umt5"))
        named = tuple(name.strip() for name in options.target_modules.split(",") if name.strip())
        same = ("batch_size", "gradient_accumulation", "max_length", "lora_dropout", "optimizer", "load_in_4bit", "double_quantization",
                "checkpointing_every", "generation_batch_size", "eval_batch_size", "max_new_tokens", "packing")  # fmt: skip
        settings = Settings(
            **{name: getattr(options, name) for name in same},
            lora_rank=0 if options.full else options.lora_rank, target_modules=named, bytes=4 if wide else 2,
            fused_head=fused_head() if options.head == "auto" else options.head == "fused",
        )  # fmt: skip
        if options.full:
            settings = changed(settings, load_in_4bit=False)
        needs = footprint(shape, settings)
        advice = "" if needs.peak <= gpu.memory_gib else advise(shape, settings, gpu.memory_gib, None)
    except UserError as problem:
        print(problem, file=sys.stderr)
        return 2
    fits = needs.peak <= gpu.memory_gib
    said = sentence(shape, settings, needs, gpu.name, gpu.memory_gib)
    time = time_sentence(shape, settings, gpu, {})
    if options.json:
        stages = {stage: {"parts": getattr(needs, stage), "total_gib": needs.total(stage)} for stage in STAGES}
        fitting = [card.name for card in BY_MEMORY if card.memory_gib >= needs.peak]
        told = {"fits": fits, "verdict": said, "advice": advice, "gpu": gpu._asdict(), "assumed_tokens": needs.tokens,
                "parameters": shape.parameters, "time": time, "gpus_that_fit": fitting}  # fmt: skip
        print(json.dumps(stages | told, indent=1))
    else:
        print(as_table(needs, gpu.memory_gib, gpu.name).to_string(), said, advice, time, sep="\n")
    return 0 if fits else 1


if __name__ == "__main__":
    sys.exit(main())
