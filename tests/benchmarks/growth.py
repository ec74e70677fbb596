"""Section `growth`: time and peak memory while the rows grow: preparing and training, and scoring.

`python -m tests.benchmarks.growth ROWS MODEL` is the part that runs in a process of its own.
"""

import json
import math
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.processes import watched
from tests.benchmarks.scoring import our_command, write_files
from tests.benchmarks.sizes import Bench


def growth(bench: Bench, found: dict) -> None:
    """Measure each size in a process of its own, so that a peak is its own."""
    size = bench.size
    found["note"] = (
        "Preparing is measured as it is, with the tokenizer of the model. The training is that of a random model of some 100,000 "
        "parameters: it shows how the trainer's own work grows, not what a step of a large model takes."
    )
    found["training"], found["scoring"] = [], []
    for count in size.training_rows:
        outcome = watched([sys.executable, "-m", "tests.benchmarks.growth", str(count), size.model_id])
        parts = json.loads(outcome["output"].strip().splitlines()[-1])
        found["training"].append({"rows": count, "peak_mib": outcome["peak_mib"], **parts})
        print(f"  {count} training rows: {parts}")
    for count in size.predictions:
        before = found["scoring"][-1] if found["scoring"] else None
        estimate = before["seconds"] * count / before["rows"] if before else 0.0
        if estimate > max(bench.seconds_left, 0.0) and before and not bench.toy:
            found["scoring"].append(
                {"rows": count, "not_measured": f"some {estimate:.0f} s by the size before it, more than was left (an estimate)"}
            )
            break
        outcome = watched(our_command(write_files(bench.folder, count)))
        found["scoring"].append({"rows": count, "seconds": outcome["seconds"], "peak_mib": outcome["peak_mib"]})
        print(f"  {count} predictions: {outcome['seconds']:.1f} s, {outcome['peak_mib'] or math.nan:.0f} MiB")
    for name, key in (("training", "seconds_to_prepare"), ("training", "seconds_to_train"), ("scoring", "seconds")):
        measured = [row for row in found[name] if key in row]
        found.setdefault("power_of_the_rows", {})[f"{name}: {key}"] = power(measured, key)
    found["power_of_the_rows"]["scoring: peak_mib"] = power([row for row in found["scoring"] if row.get("peak_mib")], "peak_mib")


def power(rows: list[dict], key: str) -> float | None:
    """Return x of "grows with the rows to the power of x", between the two largest sizes: 1 is linear, 0 is flat.

    >>> power([{"rows": 10, "s": 5.0}, {"rows": 100, "s": 2.0}, {"rows": 1000, "s": 20.0}], "s")
    1.0
    """
    if len(rows) < 2 or min(row[key] for row in rows[-2:]) <= 0:
        return None
    small, large = rows[-2:]
    return round(math.log(large[key] / small[key]) / math.log(large["rows"] / small["rows"]), 3)


def prepare_and_train(count: int, model_id: str) -> dict:
    """Load, render, tokenize, batch and train `count` rows, and return the seconds of each part."""
    from transformers import AutoTokenizer

    from helpers.data.batches import fit
    from helpers.data.load import load
    from helpers.memory.device import find_machine, quiet_logs, reset_peak_memory
    from helpers.models.hub import locate_model
    from helpers.prompts.render import to_prompt_completion
    from tests.benchmarks.arms import build_arm
    from tests.benchmarks.settings import ours_01

    quiet_logs()
    settings, machine = ours_01(load_in_4bit=False), find_machine()
    reset_peak_memory(machine)
    start = time.perf_counter()
    rows = [row for name in ("practice/gretel", "practice/spider") for row in load(name, -1, 0, 4, 42).train.to_list()][:count]
    if len(rows) < count:
        raise SystemExit(f"the practice data has {len(rows)} rows for {count}")
    loaded = time.perf_counter()
    from datasets import Dataset

    tokenizer = AutoTokenizer.from_pretrained(locate_model(model_id))
    fit(Dataset.from_list(rows), lambda row: to_prompt_completion(row, settings.prompt_style), tokenizer, 1024, settings.batch_size, 42)
    batched = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        arm = build_arm(settings, locate_model("standin/tiny-qwen2"), rows, math.ceil(count / settings.batch_size), Path(folder), machine)
        arm.start()
        built = time.perf_counter()
        arm.run(math.ceil(count / settings.batch_size))
        trained = time.perf_counter()
    return {
        "seconds_to_load": loaded - start, "seconds_to_prepare": built - loaded, "of_which_batching": batched - loaded,
        "seconds_to_train": trained - built, "steps": math.ceil(count / settings.batch_size),
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(prepare_and_train(int(sys.argv[1]), sys.argv[2])))
