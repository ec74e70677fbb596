"""Section `generation`: one question at a time, as the originals ask, against `generation.generate`. The same greedy answers."""

from pathlib import Path

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from helpers.evaluation.generation import generate, greedy_config
from helpers.memory.device import compute_dtype, find_machine
from helpers.models.hub import locate_model
from helpers.prompts.answers import extract_sql
from helpers.prompts.render import render
from helpers.runs import list_runs
from helpers.scoring.measures import compare, headline
from helpers.scoring.report import score_predictions
from tests.benchmarks.arms import build_arm
from tests.benchmarks.pairs import compare_sides, interleave
from tests.benchmarks.rows import practice_rows
from tests.benchmarks.settings import ours_01
from tests.benchmarks.sizes import Bench

BAR = 4.0  # times the answers a second of asking one by one
ONE, OURS = "one at a time", "sorted and batched"


def generation(bench: Bench, found: dict) -> None:
    """Answer the same questions both ways, in float32 and, where the machine has a fast half precision, in that."""
    size, machine = bench.size, find_machine()
    adapter, found["adapter"] = _adapter(bench)
    path = locate_model(size.model_id)
    _, test, _ = practice_rows(bench, 0, size.questions * size.rounds, 0)
    tokenizer = AutoTokenizer.from_pretrained(path)
    prompts = [render("headed", row["question"], row["schema"]) for row in test]
    found |= {"model": size.model_id, "questions": len(test), "batch_size": size.generation_batch}
    formats = list(dict.fromkeys((torch.float32, compute_dtype(machine)[0])))
    for number, dtype in enumerate(formats):
        deadline = bench.deadline - bench.seconds_left * (len(formats) - number - 1) / (len(formats) - number)
        model = AutoModelForCausalLM.from_pretrained(path, dtype=dtype, attn_implementation="sdpa")
        model = PeftModel.from_pretrained(model.to(machine.kind), adapter).to(dtype).eval()
        found[str(dtype).removeprefix("torch.")] = _measure(bench, model, tokenizer, prompts, test, deadline)


def _measure(bench: Bench, model, tokenizer, prompts: list[str], test: list[dict], deadline: float) -> dict:
    size = bench.size
    said: dict[str, list[str]] = {ONE: [], OURS: []}

    def side(name: str, answer) -> object:
        def turn(number: int) -> dict:
            asked = prompts[number * size.questions : (number + 1) * size.questions]
            answers = answer(asked)
            said[name] += [text for text, _ in answers]
            return {"answers": len(asked), "tokens": sum(tokens for _, tokens in answers)}

        return turn

    def one_by_one(asked: list[str]) -> list[tuple[str, int]]:
        return [_plain(model, tokenizer, prompt, size.max_new_tokens) for prompt in asked]

    def ours(asked: list[str]) -> list[tuple[str, int]]:
        answers = generate(model, tokenizer, asked, size.max_new_tokens, size.generation_batch)
        return [(answer.text, answer.tokens) for answer in answers]

    _plain(model, tokenizer, prompts[0], 2)  # to warm up
    ours(prompts[:2])
    sides = {ONE: side(ONE, one_by_one), OURS: side(OURS, ours)}
    rounds = interleave(sides, size.rounds, deadline)
    result = compare_sides(rounds, OURS, ONE, "answers", ("answers",), BAR)
    asked = len(said[ONE])
    pairs = list(zip(said[ONE], said[OURS], strict=True))
    result |= {
        "identical_text": sum(one == two for one, two in pairs) / asked,
        "identical_sql": sum(extract_sql(one) == extract_sql(two) for one, two in pairs) / asked,
    }
    folder = Path(bench.folder, "suites")
    folder.mkdir(exist_ok=True)
    reports = {
        name: score_predictions(test[:asked], [extract_sql(text) for text in said[name]], generate=True, folder=folder) for name in said
    }
    paired = compare(reports[ONE], reports[OURS])
    result["accuracy"] = {name: headline(report)["rate"] for name, report in reports.items()}
    result["accuracy"] |= {"measure": headline(reports[OURS])["name"], "difference": paired["difference"]}
    return result


def _plain(model, tokenizer, prompt: str, max_new_tokens: int) -> tuple[str, int]:
    """Answer one question as a tutorial does, but greedily: sampling could not be compared."""
    inputs = tokenizer(prompt, return_tensors="pt").to(model.device)
    inputs.pop("token_type_ids", None)
    with torch.inference_mode():
        output = model.generate(**inputs, generation_config=greedy_config(tokenizer, max_new_tokens, [tokenizer.eos_token_id]))
    answer = output[0, inputs["input_ids"].shape[1] :]
    return tokenizer.decode(answer, skip_special_tokens=True), len(answer)


def _adapter(bench: Bench) -> tuple[str, str]:
    """Return a folder with a tuned adapter, and where it is from: named, of the newest run of 01, or trained here and now."""
    if bench.adapter:
        return bench.adapter, "named on the command line"
    runs = [
        run for run in list_runs() if run.stem == "01_mistral_qlora" and run.status == "finished"
        and run.record.get("parameters", {}).get("model_id") == bench.size.model_id and (run.folder / "adapter").is_dir()
    ]  # fmt: skip
    if runs:
        return str(runs[-1].folder / "adapter"), f"the newest run of 01, {runs[-1].folder.name}"
    settings = ours_01()
    rows, _, _ = practice_rows(bench, bench.size.adapter_examples, 0, 0)
    steps = len(rows) // settings.batch_size
    print(f"  no tuned adapter is at hand: training one, {steps} steps")
    arm = build_arm(settings, locate_model(bench.size.model_id), rows, steps, bench.folder, find_machine())
    arm.start()
    arm.run(steps)
    folder = bench.folder / "adapter"
    arm.trainer.model.save_pretrained(folder)
    return str(folder), f"trained here, {steps} steps"
