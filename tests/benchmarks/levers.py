"""Section `levers`: notebook 01 with one setting changed at a time, so that a reader sees what each is worth."""

import math
import time

from transformers import AutoTokenizer

from helpers import UserError
from helpers.memory.device import find_machine
from helpers.models.hub import locate_model
from tests.benchmarks.arms import build_arm, count_tokens
from tests.benchmarks.pairs import compare_sides, interleave
from tests.benchmarks.rows import describe_lengths, draw_lengths, practice_rows
from tests.benchmarks.settings import ours_01
from tests.benchmarks.sizes import Bench, Size
from tests.benchmarks.stretches import Arm

BASE = "notebook 01 as rehearsed"
# What is changed, and back to what: the name says what the base does instead.
LEVERS = {
    "products in bfloat16, not float32": {"compute_dtype": "float32"},
    "rows as long as their batch, not 512": {"pad_to_maximum": True, "like_lengths": False},
    "batches of like lengths, not random ones": {"like_lengths": False},
    "output head on answers, not on every position": {"head_on_prompt": True},
    "loss on answers, not on prompts too": {"loss_on_prompt": True, "head_on_prompt": True},
    "one example a row, not packed to 512": {"packing": True, "batch_size": 1, "like_lengths": False},
    "activations kept, not all recomputed": {"checkpointing_every": 1},
    "activations kept, not half of them recomputed": {"checkpointing_every": 2},
    "adapters in float32, not bfloat16": {"adapter_dtype": "bfloat16"},
    "attention by SDPA, not eager": {"attention": "eager"},
    "weights in 4 bits, not 16": {"load_in_4bit": False},
    "no dropout, not .05": {"lora_dropout": 0.05},
    "8-bit paged AdamW, not PyTorch's in 32 bits": {"optimizer": "adamw_torch"},
}


def levers(bench: Bench, found: dict) -> None:
    """Measure each lever against the base, in turns with it: examples a second and what a step adds to memory.

    The base is one training that goes round the same rows again for each lever; so both sides of a pair see the same rows.
    """
    size, machine = bench.size, find_machine()
    path = locate_model(size.model_id)
    tokenizer = AutoTokenizer.from_pretrained(path)
    candidates, _, _ = practice_rows(bench, -1, 0, 0)
    base = ours_01()
    lengths = count_tokens(base, candidates, tokenizer)
    steps = 1 + size.rounds * size.stretch  # one to warm up, in which memory is measured
    drawn = draw_lengths(lengths, steps * base.batch_size, seed=42)
    rows = [candidates[i] for i in drawn]
    found |= {"model": size.model_id, "lengths": describe_lengths([lengths[i] for i in drawn]), "base": {}, "levers": {}}
    found["base"] = {name: getattr(base, name) for name in sorted({name for change in LEVERS.values() for name in change})}
    if not machine.fast_bf16:
        found["note"] = "this machine computes in float32: the levers about number formats change nothing here"
    against = build_arm(base, path, rows, steps * len(LEVERS), bench.folder, machine)
    against.start()
    slowest = 0.0
    for name, change in LEVERS.items():
        if slowest > max(0.0, bench.seconds_left):
            found["levers"][name] = {"not_measured": "the time for this section was over"}
            continue
        began = time.monotonic()
        try:
            arm = build_arm(ours_01(**change), path, rows, steps, bench.folder, machine)
        except UserError as problem:  # such as partial checkpointing with an older transformers
            found["levers"][name] = {"not_measured": str(problem)}
            continue
        found["levers"][name] = {"changed": change} | _measure(name, against, arm, size, same=() if "packing" in change else ("examples",))
        slowest = max(slowest, time.monotonic() - began)
    against.stop()


def _measure(name: str, base: Arm, arm: Arm, size: Size, same: tuple[str, ...]) -> dict:
    print(f"  {name}")
    arm.start()
    memory = {BASE: base.measure_memory()["step_mib"], "changed": arm.measure_memory()["step_mib"]}
    sides = {BASE: lambda number: base.run(size.stretch), "changed": lambda number: arm.run(size.stretch)}
    rounds = interleave(sides, size.rounds, math.inf)
    arm.stop()
    # a packed row holds some examples: its turns have other rows than the base's, the speed still counts examples
    result = compare_sides(rounds, BASE, "changed", "examples", same)
    return result | {"useful_tokens": compare_sides(rounds, BASE, "changed", "useful_tokens", ())["ratio"], "step_mib": memory}
