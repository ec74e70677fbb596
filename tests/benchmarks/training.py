"""Section `training`: 01's original recipe against notebook 01, in turns on the same rows, and what each has learned from them."""

import math
import statistics
import time
from pathlib import Path

import torch
from transformers import AutoTokenizer

from helpers.evaluation.generation import generate
from helpers.memory.device import compute_dtype, find_machine
from helpers.models.hub import locate_model
from helpers.prompts.answers import extract_sql
from helpers.prompts.render import render
from helpers.scoring.measures import compare, headline
from helpers.scoring.report import score_predictions
from helpers.training.train import loss_by_part
from tests.benchmarks.arms import build_arm, count_tokens, texts
from tests.benchmarks.pairs import compare_sides, interleave, speeds, spread
from tests.benchmarks.rows import describe_lengths, draw_lengths, practice_rows
from tests.benchmarks.settings import original_01, ours_01
from tests.benchmarks.sizes import Bench
from tests.benchmarks.stretches import Arm, count_flops, recomputed_share

BAR = 4.0  # times the examples a second of 01's original recipe
OURS, ORIGINAL, SAVING = "notebook 01", "01's original recipe", "notebook 01, every layer recomputed"
SCORING_SECONDS = 90  # kept back for the scores, of the section's time


def training(bench: Bench, found: dict) -> None:
    """Train both in stretches, in turns; then ask both the same questions, and measure the loss on the same answers."""
    size, machine = bench.size, find_machine()
    path = locate_model(size.model_id)
    sides = {ORIGINAL: original_01(), OURS: ours_01(), SAVING: ours_01(checkpointing_every=1)}
    tokenizer = AutoTokenizer.from_pretrained(path)
    candidates, test, validation = practice_rows(bench, -1, size.eval_examples, size.validation_examples)
    lengths = count_tokens(sides[OURS], candidates, tokenizer)
    batch = sides[OURS].batch_size

    trial = [candidates[i] for i in draw_lengths(lengths, 2 * batch, seed=7)]
    memory = {}
    for name, settings in sides.items():
        arm = build_arm(settings, path, trial, 2, bench.folder, machine)
        arm.start()
        arm.run(1)  # the first step allocates what the others use again
        memory[name] = arm.measure_memory()
        arm.stop()
        del arm
    found["step_mib"] = {name: one["step_mib"] for name, one in memory.items()}

    left = max(0.0, bench.seconds_left - (0 if bench.toy else SCORING_SECONDS))
    affordable = int(0.9 * left / sum(one["seconds"] for one in memory.values())) * batch
    stretch = batch * size.stretch
    count = max(2 * stretch, min(size.training_examples, affordable) // stretch * stretch)
    drawn = draw_lengths(lengths, count, seed=42)
    rows = [candidates[i] for i in drawn]
    found |= {"examples": count, "lengths": describe_lengths([lengths[i] for i in drawn]), "model": size.model_id}
    arms = {name: build_arm(settings, path, rows, count // batch, bench.folder, machine) for name, settings in sides.items()}
    for arm in arms.values():
        arm.start()
    product = _products(size.product, compute_dtype(machine)[0], machine.kind)
    turns = {ORIGINAL: size.stretch, OURS: size.stretch, SAVING: max(1, size.stretch // 2)}  # the third has no score: half the rows will do
    run = {name: lambda number, name=name, arm=arm: arm.run(turns[name]) for name, arm in arms.items()}
    rounds = interleave(run | product, count // stretch, math.inf)  # to the end: both have to see the same rows
    for unit in ("examples", "useful_tokens"):
        for other, same in ((OURS, ("examples",)), (SAVING, ())):
            found[f"{unit}: {other}"] = compare_sides(rounds, other, ORIGINAL, unit, same, BAR if unit == "examples" else 0.0)
    found["tokens"] = {
        name: {unit: sum(row[unit] for row in rounds[name]) for unit in ("useful_tokens", "computed_tokens", "learned_tokens")}
        for name in sides
    }
    found["limit"] = _limit(arms, sides, rounds, product)
    arms[SAVING].stop()
    found["score"] = _score({name: arms[name] for name in (ORIGINAL, OURS)}, sides, tokenizer, test, validation, bench)


def _products(size: int, dtype: torch.dtype, device: str) -> dict:
    """Return sides that multiply square matrices: what the machine does when it does nothing else."""

    def side(kind: torch.dtype):
        one, two = (torch.randn(size, size, device=device).to(kind) for _ in range(2))

        def multiply(number: int) -> dict:
            times = 0
            until = time.perf_counter() + (0.01 if size < 256 else 1.0)
            while time.perf_counter() < until:
                (one @ two)[0, 0].item()
                times += 1
            return {"flops": times * 2 * size**3}

        return multiply

    return {f"matrix product in {str(kind).removeprefix('torch.')}": side(kind) for kind in dict.fromkeys((torch.float32, dtype))}


def _limit(arms: dict[str, Arm], sides: dict, rounds: dict, product: dict) -> dict:
    """Return floating point operations a second in training, beside the machine's own in a plain matrix product."""
    result = {name: {"flops_a_second": spread(speeds(rounds[name], "flops"))} for name in product}
    for name, arm in arms.items():
        settings, model = sides[name], arm.trainer.model
        share = recomputed_share(settings.checkpointing_every, model.config.num_hidden_layers)
        rates = []
        for row in rounds[name]:
            head = row["computed_tokens"] if settings.head_on_prompt else row["learned_tokens"]
            rates.append(count_flops(model, row, share, head) / row["seconds"])
        own = next((key for key in product if key.endswith(settings.compute_dtype)), list(product)[-1])
        limits = speeds(rounds[own], "flops")
        result[name] = {
            "flops_a_second": spread(rates), "of": own,
            "share_of_limit": spread([rate / limit for rate, limit in zip(rates, limits, strict=True)]),
            "share_that_is_text": statistics.fmean(row["useful_tokens"] / row["computed_tokens"] for row in rounds[name]),
        }  # fmt: skip
    return result


def answer_loss(model: torch.nn.Module, tokenizer, rows: list[dict], batch_size: int = 8) -> dict:
    """Return the mean loss a token on the answers of rows, without the end token, which one of the recipes never saw."""
    settings, total, tokens = ours_01(), 0.0, 0
    pairs = [
        (tokenizer(text["prompt"])["input_ids"], tokenizer(text["prompt"] + text["completion"])["input_ids"])
        for text in texts(settings, rows, tokenizer)
    ]
    for first in range(0, len(pairs), batch_size):
        part = pairs[first : first + batch_size]
        longest = max(len(ids) for _, ids in part)
        batch = {
            "input_ids": torch.tensor([ids + [0] * (longest - len(ids)) for _, ids in part]),
            "attention_mask": torch.tensor([[1] * len(ids) + [0] * (longest - len(ids)) for _, ids in part]),
            "labels": torch.tensor([[-100] * len(prompt) + ids[len(prompt) :] + [-100] * (longest - len(ids)) for prompt, ids in part]),
        }
        loss, count = loss_by_part(model, batch)["answer"]
        total, tokens = total + loss * count, tokens + count
    return {"loss": total / tokens, "tokens": tokens}


def _score(arms: dict[str, Arm], sides: dict, tokenizer, test: list[dict], validation: list[dict], bench: Bench) -> dict:
    """Ask the models of both recipes the same questions and judge the answers alike."""
    prompts = [render(sides[OURS].prompt_style, row["question"], row["schema"]) for row in test]
    reports, result = {}, {}
    for name, arm in arms.items():
        model = arm.trainer.accelerator.unwrap_model(arm.trainer.model, keep_fp32_wrapper=False)
        loss = answer_loss(model, tokenizer, validation)
        answers = generate(model, tokenizer, prompts, bench.size.max_new_tokens, bench.size.generation_batch)
        suites = Path(bench.folder, "suites")
        suites.mkdir(exist_ok=True)
        reports[name] = score_predictions(test, [extract_sql(answer.text) for answer in answers], generate=True, folder=suites)
        result[name] = {
            "answer_loss": loss["loss"], "answer_tokens": loss["tokens"], **headline(reports[name]),
            "execution_accuracy": reports[name]["execution_accuracy"]["rate"],
            "ran_into_the_budget": sum(answer.truncated for answer in answers),
        }  # fmt: skip
        print(f"  {name}: loss on answers {loss['loss']:.3f}, {headline(reports[name])['name']} {headline(reports[name])['rate']}")
    paired = compare(reports[ORIGINAL], reports[OURS])
    result["paired"] = {name: paired[name] for name in ("difference", "interval", "n", "p_value", "sentence")}
    result["not_lower"] = paired["difference"] >= 0 and result[OURS]["answer_loss"] <= result[ORIGINAL]["answer_loss"]
    return result
