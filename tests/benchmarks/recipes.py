"""Section `recipes`: the originals of 02 to 06 as they trained, against their notebooks' defaults. Speed alone, and no bar."""

import math
from collections.abc import Callable
from dataclasses import replace

import torch
from datasets import Dataset
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, DataCollatorForSeq2Seq, Seq2SeqTrainer, Seq2SeqTrainingArguments, set_seed

from helpers.data.batches import like_lengths_together
from helpers.data.load import load
from helpers.memory.device import find_machine
from helpers.models.hub import locate_model
from helpers.models.t5 import add_missing_tokens, fit_embeddings
from tests.benchmarks.arms import build_arm, texts
from tests.benchmarks.pairs import compare_sides, interleave
from tests.benchmarks.rows import practice_rows
from tests.benchmarks.settings import Settings, from_notebook
from tests.benchmarks.sizes import Bench
from tests.benchmarks.stretches import Arm

STEPS_ADDED = 4  # batches added up before a step, at most: more of them change the examples a second by the optimizer's share alone
ROWS = {"04": "practice/gretel", "05": "practice/spider"}  # the others: whole tables, the commonest kinds of questions
# What each original did beside its parameters, as far as it is known, and what of it is assumed here.
FAULTS = {
    "02": ({"loss_on_prompt": True, "head_on_prompt": True, "like_lengths": False, "checkpointing_every": 0},
           "loss on schema and question; fp16, which a CPU lacks, is this machine's own format here"),
    "04": ({"loss_on_prompt": True, "head_on_prompt": True, "like_lengths": False},
           "products in float32; that its loss was on the whole text is assumed"),
    "05": ({"loss_on_prompt": True, "head_on_prompt": True, "like_lengths": False},
           "products in float32, no schema in the prompt; that its loss was on the whole text is assumed"),
    "06": ({"loss_on_prompt": True, "head_on_prompt": True, "like_lengths": False, "optimizer": "adamw_torch"},
           "adapters of rank 256, loss on the whole chat; its chat messages are plain turns here, on both sides"),
}  # fmt: skip


def recipes(bench: Bench, found: dict) -> None:
    """Measure examples and useful tokens a second of each pair. They differ in rank, format and prompt as the recipes do."""
    found["pairs"] = {}
    numbers = ("03", *FAULTS)
    for place, number in enumerate(numbers):
        deadline = bench.deadline - bench.seconds_left * (len(numbers) - place - 1) / (len(numbers) - place)
        print(f"  {number}")
        found["pairs"][number] = (_t5 if number == "03" else _decoder)(bench, number, deadline)


def _rows(bench: Bench, number: str, count: int) -> list[dict]:
    if number in ROWS:
        return load(ROWS[number], count, 0, 4, 42).train.to_list()
    return practice_rows(bench, count, 0, 0)[0]


def _decoder(bench: Bench, number: str, deadline: float) -> dict:
    faults, note = FAULTS[number]
    size, machine = bench.size, find_machine()
    path = locate_model(size.model_id)
    ours = Settings(**from_notebook(number))
    original = Settings(**(from_notebook(number, "original") | faults))
    if number in ("04", "05"):
        original = replace(original, compute_dtype="float32")
    sides = {
        name: replace(settings, gradient_accumulation=min(settings.gradient_accumulation, STEPS_ADDED))
        for name, settings in (("original", original), ("notebook", ours))
    }
    a_turn = math.lcm(*(settings.batch_size * settings.gradient_accumulation for settings in sides.values()))
    a_turn *= max(1, 8 // a_turn) if not bench.toy else 1
    rows = _rows(bench, number, a_turn * (size.rounds + 1))
    arms, turns = {}, {}
    for name, settings in sides.items():
        turns[name] = a_turn // (settings.batch_size * settings.gradient_accumulation)
        arms[name] = build_arm(settings, path, rows, turns[name] * (size.rounds + 1), bench.folder, machine)
    return _measure(arms, turns, size.rounds, deadline) | {
        "note": note, "differ": {
            key: [value, getattr(sides["notebook"], key)]
            for key, value in vars(sides["original"]).items() if getattr(sides["notebook"], key) != value
        },
    }  # fmt: skip


def _measure(arms: dict[str, Arm], turns: dict[str, int], rounds: int, deadline: float) -> dict:
    for name, arm in arms.items():
        arm.start()
        arm.run(turns[name])  # to warm up
    run: dict[str, Callable] = {name: lambda number, name=name, arm=arm: arm.run(turns[name]) for name, arm in arms.items()}
    found = interleave(run, rounds, deadline)
    for arm in arms.values():
        arm.stop()
    result = compare_sides(found, "notebook", "original", "examples", ("examples",))
    return result | {"useful_tokens": compare_sides(found, "notebook", "original", "useful_tokens", ())["ratio"]}


def _t5(bench: Bench, number: str, deadline: float) -> dict:
    """03's full fine-tuning: prompt and answer padded to 512 each, no mask, the loss on the padding, against batches of like lengths."""
    size, machine = bench.size, find_machine()
    values = from_notebook(number)
    batch = 2 if bench.toy else values["batch_size"]
    rows = _rows(bench, number, batch * (size.rounds + 1))
    path = locate_model(size.t5_id)
    arms = {}
    for name in ("original", "notebook"):
        set_seed(42)
        tokenizer = AutoTokenizer.from_pretrained(path)
        added = add_missing_tokens(tokenizer) if name == "notebook" else []
        model = AutoModelForSeq2SeqLM.from_pretrained(path, dtype=torch.float32)
        fit_embeddings(model, tokenizer, added)
        written = texts(Settings(prompt_style="tables"), rows, tokenizer)
        if name == "original":
            fill = {"padding": "max_length", "truncation": True, "max_length": 64 if bench.toy else values["max_length"]}
            made = [
                {"input_ids": tokenizer(text["prompt"], **fill)["input_ids"],
                 "labels": tokenizer(text_target=text["completion"], **fill)["input_ids"]}
                for text in written
            ]  # fmt: skip
        else:
            made = [{**tokenizer(text["prompt"]), "labels": tokenizer(text_target=text["completion"])["input_ids"]} for text in written]
            order = like_lengths_together([len(row["input_ids"]) for row in made], batch, 42)
            made = [made[i] for i in order]
        arguments = Seq2SeqTrainingArguments(
            output_dir=str(bench.folder), max_steps=size.rounds + 1, per_device_train_batch_size=batch, learning_rate=1e-4,
            optim=values["optimizer"], train_sampling_strategy="sequential", logging_strategy="no", save_strategy="no",
            report_to="none", seed=42, disable_tqdm=True, use_cpu=machine.kind == "cpu", dataloader_pin_memory=machine.kind == "cuda",
        )  # fmt: skip
        trainer = Seq2SeqTrainer(
            model=model, args=arguments, train_dataset=Dataset.from_list(made),
            data_collator=DataCollatorForSeq2Seq(tokenizer, label_pad_token_id=-100), processing_class=tokenizer,
        )  # fmt: skip
        arms[name] = Arm(trainer, machine, head_on_prompt=True, pad_id=tokenizer.pad_token_id)
    return _measure(arms, dict.fromkeys(arms, 1), size.rounds, deadline) | {
        "note": "full fine-tuning in float32; batches of 16 both; the original's labels are padded to 512 too, and counted by its loss",
    }  # fmt: skip
