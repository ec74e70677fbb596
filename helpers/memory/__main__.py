"""`python -m helpers.memory --model mistralai/Mistral-7B-v0.1 --gpu T4`: where each GiB of a GPU goes. An estimate."""

from helpers.files.packages import check_command

if __name__ == "__main__":
    check_command("memory")  # before anything is imported that a bare Python lacks

import argparse
import json
import sys
from dataclasses import fields, replace

from helpers import command
from helpers.memory.catalog import GPUS, config_from_file, config_of, find_gpu
from helpers.memory.check import advise, as_table, fused_head, sentence
from helpers.memory.costs import time_sentence
from helpers.memory.estimate import footprint
from helpers.memory.model_shape import Settings, read_shape

HELP = {"max_length": "tokens of the longest row", "eval_batch_size": "0 (default): as --batch-size"}
ELSEWHERE = ("target_modules", "bytes", "multiply_bytes", "fused_head", "gpu")  # settings that other options decide


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser: an option for each setting of the estimate, with its default."""
    made = argparse.ArgumentParser(prog="python -m helpers.memory", description="Where each GiB of a GPU goes. An estimate.")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--model", help="an id of the Hub, a stand-in or a folder; the recipes' own models need no network")
    which.add_argument("--config", help="a config.json")
    made.add_argument("--gpu", default="T4", help="T4 (default), L4, A100-40, RTX 3090 ...")
    for field in fields(Settings):
        if field.name not in ELSEWHERE:
            kind = {"action": argparse.BooleanOptionalAction} if field.type is bool else {"type": field.type}
            made.add_argument(f"--{field.name.replace('_', '-')}", default=field.default, help=HELP.get(field.name), **kind)
    made.add_argument("--target-modules", default="all-linear", help="names with commas, or all-linear (default)")
    made.add_argument("--full", action="store_true", help="train everything, without an adapter")
    formats = ["auto", "float16", "bfloat16", "float32"]
    made.add_argument("--dtype", default="auto", choices=formats, help="auto: float32 for T5, else 16 bits")
    made.add_argument("--head", default="auto", choices=["auto", "fused", "full"], help="auto: as the installed TRL computes it")
    made.add_argument("--json", action="store_true")
    return made


@command
def main(argv: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code: 0 it fits, 1 it does not, 2 something the user can put right."""
    options = parser().parse_args(argv)
    gpu = find_gpu(options.gpu)
    config = config_from_file(options.config) if options.config else config_of(options.model)
    shape = read_shape(config, options.model or options.config)
    wide = options.dtype == "float32" or (options.dtype == "auto" and config.model_type in ("t5", "mt5", "umt5"))
    settings = Settings(
        **{field.name: getattr(options, field.name) for field in fields(Settings) if field.name not in ELSEWHERE},
        target_modules=tuple(name.strip() for name in options.target_modules.split(",") if name.strip()), bytes=4 if wide else 2,
        fused_head=fused_head() if options.head == "auto" else options.head == "fused",
    )  # fmt: skip
    if options.full:
        settings = replace(settings, load_in_4bit=False, lora_rank=0)
    needs = footprint(shape, settings)
    fits = needs.peak <= gpu.memory_gib
    advice = "" if fits else advise(shape, settings, gpu.memory_gib, vars(options))
    said = sentence(shape, settings, needs, gpu.name, gpu.memory_gib)
    time = time_sentence(shape, settings, gpu, {})
    if options.json:
        stages = {stage: {"parts": parts, "total_gib": needs.total(stage)} for stage, parts in needs.stages.items()}
        fitting = [card.name for card in GPUS.values() if card.memory_gib >= needs.peak]
        told = {"fits": fits, "verdict": said, "advice": advice, "gpu": gpu._asdict(), "assumed_tokens": needs.tokens,
                "parameters": shape.parameters, "time": time, "gpus_that_fit": fitting}  # fmt: skip
        print(json.dumps(stages | told, indent=1))
    else:
        print(as_table(needs, gpu.memory_gib, gpu.name).to_string(), said, advice, time, sep="\n")
    return 0 if fits else 1


if __name__ == "__main__":
    sys.exit(main())
