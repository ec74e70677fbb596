"""From an adapter to a published model, on the random Llama: it learns to stop, is merged, and its card says what the records say."""

import contextlib
import io
import json
import re
import shutil
from functools import partial

import huggingface_hub
import psutil
import pytest
import torch
from conftest import ROOT
from datasets import Dataset
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

from helpers import UserError
from helpers.data.load import load as load_rows
from helpers.evaluation.exam import Exam
from helpers.evaluation.generation import generate
from helpers.memory.device import precision_flags
from helpers.models.standins import standin_folder
from helpers.parameters import read_parameters, read_profile
from helpers.prompts.render import render, to_prompt_completion
from helpers.runs import Run, read_run
from helpers.sharing import share as publish
from helpers.sharing.card import write_card
from helpers.sharing.exports import score_exports
from helpers.sharing.ollama import model_ends, write_modelfile

BASE = "standin/tiny-llama"
ROWS = [
    {"question": question, "schema": "CREATE TABLE singer (name TEXT, age INTEGER)", "sql": sql}
    for question, sql in [
        ("How many singers?", "SELECT count(*) FROM singer"),
        ("Who is oldest?", "SELECT name FROM singer ORDER BY age DESC LIMIT 1"),
        ("List all names.", "SELECT name FROM singer"),
        ("Average age?", "SELECT AVG(age) FROM singer"),
        ("Who is over 30?", "SELECT name FROM singer WHERE age > 30"),
    ]
]
TEXTS = [to_prompt_completion(row, "turns") for row in ROWS]
STEPS = 150
BUDGET = 60  # tokens; the longest of these answers takes about half of it


def load(folder=None):
    return AutoModelForCausalLM.from_pretrained(folder or standin_folder(BASE), dtype=torch.float32)


def answer(model, tokenizer, prompt):
    """Return the tokens that a model writes, with nothing to stop it but its own end token and the budget."""
    inputs = tokenizer(prompt, return_tensors="pt")
    with torch.inference_mode():
        written = model.generate(**inputs, max_new_tokens=BUDGET, do_sample=False, pad_token_id=tokenizer.eos_token_id)
    return written[0, inputs["input_ids"].shape[1] :].tolist()


@pytest.fixture(scope="module")
def tuned(tmp_path_factory):
    """Tune the tiny Llama until it knows five rows, and save the adapter: (model, tokenizer, adapter folder)."""
    folder = tmp_path_factory.mktemp("llama")
    tokenizer = AutoTokenizer.from_pretrained(standin_folder(BASE))
    torch.manual_seed(0)
    trainer = SFTTrainer(
        model=load(),
        args=SFTConfig(
            output_dir=str(folder), max_steps=STEPS, per_device_train_batch_size=5, learning_rate=1e-2, logging_steps=STEPS,
            save_strategy="no", report_to="none", seed=0, use_cpu=True, disable_tqdm=True, gradient_checkpointing=False,
            **precision_flags(torch.float32),
        ),
        train_dataset=Dataset.from_list(TEXTS),
        processing_class=tokenizer,
        peft_config=LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="CAUSAL_LM"),
    )  # fmt: skip
    trainer.train()
    trainer.model.save_pretrained(folder / "adapter")
    tokenizer.save_pretrained(folder / "adapter")
    return trainer.model.eval(), tokenizer, folder / "adapter"


def test_a_base_model_learns_to_end_its_turn_with_the_end_of_text_it_has_had_all_along(tuned):
    """Turn tokens of a base model are untrained, and new ones would need an embedding; without a learned end it runs on."""
    model, tokenizer, _ = tuned
    assert tokenizer.eos_token == "<|end_of_text|>"
    assert len(tokenizer) == model.config.vocab_size == load().config.vocab_size, "no token is added"
    base = load()
    for row, text in zip(ROWS, TEXTS, strict=True):
        assert tokenizer.eos_token_id not in answer(base, tokenizer, text["prompt"])
        written = answer(model, tokenizer, text["prompt"])
        assert written[-1] == tokenizer.eos_token_id
        assert len(written) < BUDGET
        assert tokenizer.decode(written[:-1]) == row["sql"]


def test_a_merged_model_answers_as_the_adapter_did(tuned, tmp_path):
    _, tokenizer, adapter = tuned
    prompts = [text["prompt"] for text in TEXTS]
    before = generate(PeftModel.from_pretrained(load(), adapter), tokenizer, prompts, BUDGET)
    errors = publish.merge_adapter(str(standin_folder(BASE)), adapter, tmp_path / "merged", torch.float32)
    after = generate(load(tmp_path / "merged"), AutoTokenizer.from_pretrained(tmp_path / "merged"), prompts, BUDGET)
    assert [one.text for one in after] == [one.text for one in before] == [row["sql"] for row in ROWS]
    assert not (tmp_path / "merged" / "adapter_config.json").exists()
    assert errors["32 bits"] < 1e-6


def practice_prompts(count=20):
    rows = load_rows("practice/create-context-core", 8, 0, count, 42).test
    return [render("turns", row["question"], row["schema"]) for row in rows]


@pytest.mark.parametrize("kind", ["model", "gguf"])
def test_the_card_of_an_exported_file_carries_the_score_of_that_file_and_no_other(tmp_path, kind):
    run = finished_run(tmp_path, merge=True, gguf=True, max_length=1024)
    own = {"test_suite": {"rate": 0.5, "interval": [0.38, 0.62], "n": 64}, "exact_match": score(0.25, 0.2, 0.3), "validity": None}
    other = {"test_suite": {"rate": 0.9, "interval": [0.8, 0.95], "n": 64}, "exact_match": score(0.8, 0.7, 0.9), "validity": None}
    name = {"model": "merged", "gguf": "gguf"}[kind]
    forms = {form: {"report": own if form == name else other, "comparison": f"changed in {form}"} for form in ("adapter", "merged", "gguf")}
    run.scored(read_run(tmp_path).metrics | {"exports": forms})
    (tmp_path / kind).mkdir()
    if kind == "gguf":
        (tmp_path / kind / "model.gguf").write_bytes(b"GGUF")
    card = write_card(run, tmp_path / kind).read_text()
    assert "0.500 [0.380, 0.620] of 64" in card and f"changed in {name}" in card and "Measured on this file." in card
    for others in ("0.715", "0.900", "0.100", "not scored itself", "changed by +0.615"):
        assert others not in card, others
    assert [one.metric_value for one in results(card)] == [0.5, 0.25]
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "adapter_config.json").write_text("{}")
    assert [one.metric_value for one in results(write_card(run, tmp_path / "adapter").read_text())] == [0.715, 0.3, 0.9]


def test_the_card_says_how_a_model_was_trained(tmp_path):
    cards = [write_card(finished_run(tmp_path, **more), tmp_path).read_text() for more in ({"other_tables": 3}, {"other_tables": 0}, {})]
    told = "Trained with up to 3 tables of other rows", "every table that it is shown"
    assert [[words in card for words in told] for card in cards] == [[True, False], [False, True], [False, False]]
    assert all("CC-BY-4.0\n\nTrained with" in card for card in cards[:2]) and "CC-BY-4.0\n\n## Training\n\n| parameter" in cards[2]


def test_a_card_escapes_what_jinja_would_read(tmp_path):
    card = write_card(finished_run(tmp_path, system="{{ 7 * 7 }} {% raw %}"), tmp_path).read_text()
    assert "| system | {{ 7 * 7 }} {% raw %} |" in card


def test_what_was_exported_is_scored_again_with_the_same_questions_and_compared_in_pairs(tuned, tmp_path):
    _, tokenizer, adapter = tuned
    rows = load_rows("practice/create-context-core", 8, 0, 6, 42, other_tables=0, wider_examples=2)
    run, text = finished_run(tmp_path / "run"), partial(to_prompt_completion, style="turns")
    exam = Exam(tokenizer, lambda row: text(row)["prompt"], rows.test, [], run, 24, 4, wider=rows.wider)
    loads = {"adapter": lambda: PeftModel.from_pretrained(load(), adapter), "merged": load}
    table = score_exports(exam, loads, 4)
    assert list(table.index) == ["adapter", "merged"]
    assert table.iloc[:, 0].str.endswith("of 4").all() and table["other tables beside"].str.endswith("of 2").all()
    assert table.loc["adapter", "gained, lost"] == "-" and table.loc["merged", "gained, lost"] == "0, 0"
    found = read_run(run.folder).metrics["exports"]
    assert [len(form["report"]["rows"]) for form in found.values()] == [4, 4]
    assert run.record["status"] == "scored" and read_run(run.folder).metrics["headline"]["rate"] == 0.715, "the run's own score stays"


def test_a_model_that_learned_to_end_needs_no_stop_text(tuned, tmp_path):
    model, tokenizer, _ = tuned
    known = [text["prompt"] for text in TEXTS]
    assert model_ends(model, tokenizer, known, BUDGET)
    assert not model_ends(load(), tokenizer, known[:1], BUDGET)


def test_rounding_a_sum_to_4_bits_moves_it_further_than_16_bits_do(tuned, tmp_path):
    """The original merges into 4-bit weights, where rounding costs more than a usual adapter adds."""
    _, _, adapter = tuned
    errors = publish.merge_adapter(str(standin_folder(BASE)), adapter, tmp_path / "merged", torch.bfloat16)
    assert 20 * errors["16 bits"] < errors["4 bits"]


@pytest.mark.parametrize(("what", "words"), [("memory", "GiB of host memory, and 0.1 GiB are free"), ("disk", "GiB of disk, and 0.0 GiB")])
def test_a_merge_that_does_not_fit_is_refused_before_anything_is_loaded(monkeypatch, tmp_path, what, words):
    if what == "memory":
        monkeypatch.setattr(psutil, "virtual_memory", lambda: type("Memory", (), {"available": 2**30 // 10})())
    else:
        monkeypatch.setattr(publish.shutil, "disk_usage", lambda path: type("Disk", (), {"free": 100})())
    with pytest.raises(UserError, match=words):
        publish.merge_adapter(str(standin_folder(BASE)), tmp_path / "nothing", tmp_path / "deep" / "merged", torch.float32)
    assert not (tmp_path / "deep").exists()


def test_a_merge_into_weights_that_are_quantized_already_is_refused_before_the_training(tmp_path):
    """06 asks for its room at the start; the merge itself failed hours later."""
    config = json.loads((standin_folder(BASE) / "config.json").read_text())
    config["quantization_config"] = {"quant_method": "bitsandbytes", "load_in_4bit": True}
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(UserError, match="is quantized by bitsandbytes, .* Set merge and gguf to false"):
        publish.merge_room(str(tmp_path), tmp_path / "merged", torch.float32)


def score(rate, low, high):
    return {"rate": rate, "interval": [low, high], "n": 200}


def finished_run(folder, **parameters):
    """Write the records of a finished run as the notebooks leave them."""
    usual = {
        "model_id": "meta-llama/Llama-3.1-8B", "dataset_id": "b-mc2/sql-create-context", "prompt_style": "turns", "include_schema": True,
        "lora_rank": 16, "target_modules": ["q_proj", "v_proj"], "learning_rate": 2e-4, "output_dir": str(folder), "max_new_tokens": 128,
        "spider_dir": str(folder / "spider"), "hub_model_id": "ada/Llama-3.1-8B-sql",
    }  # fmt: skip
    run = Run(folder, {
        "stem": "06_llama_qlora", "parameters": usual | parameters, "device": "Tesla T4", "versions": {"torch": "2.11.0", "numpy": "2.0"},
        "training_seconds": 3600.0,
    })  # fmt: skip
    models = {
        name: {"test_suite": best, "exact_match": score(0.3, 0.24, 0.37), "execution_accuracy": None, "validity": score(0.9, 0.85, 0.94)}
        for name, best in (("base", score(0.1, 0.07, 0.15)), ("tuned", score(0.715, 0.649, 0.773)))
    }
    run.finish({
        "headline": {"measure": "test_suite", "name": "test suite accuracy", **models["tuned"]["test_suite"]}, "models": list(models),
        **models, "comparison": {"sentence": "test suite accuracy changed by +0.615"},
    })  # fmt: skip
    return run


def test_a_card_says_what_was_scored_on_how_many_questions_on_which_data_and_how_to_load_it(tmp_path):
    run = finished_run(tmp_path)
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "adapter_config.json").write_text("{}")
    card = write_card(run, tmp_path / "adapter").read_text()
    for words in (
        "0.715 [0.649, 0.773] of 200", "0.100 [0.070, 0.150] of 200", "CC-BY-4.0", "license: llama3.1", "Built with Llama",
        "base_model: meta-llama/Llama-3.1-8B", "library_name: peft", 'AutoPeftModelForCausalLM.from_pretrained("ada/Llama-3.1-8B-sql"',
        "User: {question}", "| lora_rank | 16 |", "60 minutes on Tesla T4; torch 2.11.0.", "changed by +0.615", "run it read-only",
    ):  # fmt: skip
        assert words in card, words
    assert card.startswith("---\n")
    assert "library_name: transformers" in write_card(run, tmp_path).read_text(), "a merged model needs no PEFT"


def test_a_run_that_was_allowed_to_train_on_what_it_scores_says_so_on_every_score_and_on_its_card(tmp_path):
    run = finished_run(tmp_path)
    assert "repeat what is scored" not in read_run(tmp_path).score + write_card(run, tmp_path).read_text()
    metrics = json.loads((tmp_path / "metrics.json").read_text())
    (tmp_path / "metrics.json").write_text(json.dumps(metrics | {"allow_overlap": True}))
    assert "training rows may repeat what is scored (allow_overlap)" in read_run(tmp_path).score
    said = "Training rows may repeat what is scored here: the run was told to go on (allow_overlap)."
    assert said in write_card(run, tmp_path).read_text()


def test_a_card_says_how_to_load_what_was_scored_in_4_bits(tmp_path):
    four, sixteen = (write_card(finished_run(tmp_path, load_in_4bit=bits), tmp_path).read_text() for bits in (True, False))
    assert 'quantization_config=BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4")' in four
    assert "BitsAndBytesConfig" not in sixteen
    double = write_card(finished_run(tmp_path, load_in_4bit=True, double_quantization=True), tmp_path).read_text()
    assert 'bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True)`, from transformers' in double


def test_no_value_of_a_run_becomes_html_or_a_new_column_of_its_card(tmp_path):
    hostile = {"system": "<img src=x onerror=a()> | b\nc", "dataset_id": "a`<b>`.jsonl"}
    card = write_card(finished_run(tmp_path, **hostile), tmp_path).read_text()
    assert "| system | &lt;img src=x onerror=a()&gt; \\| b c |" in card
    assert "`a'<b>'.jsonl`: your own data" in card
    hostile = {"model_id": "a](http://evil)\n# evil <img>`", "hub_model_id": 'ada/x\n# evil")', "dataset_id": "a\n# evil.jsonl"}
    card = write_card(finished_run(tmp_path, **hostile), tmp_path).read_text()
    assert 'evil")' not in card and "\n# evil" not in card and "](http://evil" not in card


def results(card):
    return huggingface_hub.ModelCard(card).data.eval_results


def test_the_hub_reads_the_scores_from_the_header_with_their_n_and_interval(tmp_path):
    found = results(write_card(finished_run(tmp_path), tmp_path).read_text())
    assert [(one.metric_type, one.metric_value) for one in found] == [("test_suite", 0.715), ("exact_match", 0.3), ("validity", 0.9)]
    assert found[0].metric_args == {"n": 200, "interval_95": [0.649, 0.773]}
    assert (found[0].dataset_type, found[0].dataset_split) == ("b-mc2/sql-create-context", "held out of train")


def test_a_measure_by_which_nothing_was_judged_stands_on_no_card(tmp_path):
    run = finished_run(tmp_path)
    metrics = json.loads((tmp_path / "metrics.json").read_text())
    metrics["tuned"]["test_suite"] = {"rate": None, "n": 0, "interval": None}
    (tmp_path / "metrics.json").write_text(json.dumps(metrics))
    assert [one.metric_type for one in results(write_card(run, tmp_path).read_text())] == ["exact_match", "validity"]


def test_the_score_with_other_tables_beside_stands_under_a_name_of_its_own(tmp_path):
    """The Hub lists results of one data set, configuration and split under one name: the two sets once stood under the first one's."""
    run = finished_run(tmp_path)
    path = tmp_path / "metrics.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"wider": {"models": {"tuned": {"test_suite": score(0.1, 0.07, 0.15)}}}}))
    plain, *_, beside = results(write_card(run, tmp_path).read_text())
    assert (plain.dataset_name, plain.metric_value) == ("b-mc2/sql-create-context", 0.715)
    assert (beside.dataset_name, beside.metric_value) == ("b-mc2/sql-create-context, other tables beside", 0.1)


@pytest.mark.parametrize(("model_id", "dataset_id", "type_", "words"), [
    (BASE, "practice/create-context", "practice-data", f"(a rehearsal with the stand-in {BASE})"),
    ("Qwen/Qwen2.5-7B", "practice/gretel", "practice-data", "name: Llama-3.1-8B-sql"),
    ("Qwen/Qwen2.5-7B", "own.jsonl", "own-data", "name: own data"),
    ("Qwen/Qwen2.5-7B", "b-mc2/sql-create-context + knowrohit07/know_sql", "mixture", "b-mc2/sql-create-context, knowrohit07/know_sql"),
])  # fmt: skip
def test_a_score_on_practice_data_or_with_a_stand_in_is_not_taken_for_another(tmp_path, model_id, dataset_id, type_, words):
    card = write_card(finished_run(tmp_path, model_id=model_id, dataset_id=dataset_id), tmp_path).read_text()
    assert {one.dataset_type for one in results(card)} == {type_}
    assert words in card.split("---")[1]


def test_spiders_benchmark_stands_beside_the_test_set(tmp_path):
    run = finished_run(tmp_path)
    path = tmp_path / "metrics.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"benchmark": {"test_suite": score(0.5, 0.47, 0.53)}}))
    last = results(write_card(run, tmp_path).read_text())[-1]
    assert (last.dataset_type, last.dataset_split, last.metric_value) == ("xlangai/spider", "validation", 0.5)


def test_a_card_has_the_last_losses_and_the_curve_of_the_model_that_is_shared(tmp_path):
    run = finished_run(tmp_path)
    folder = tmp_path / "model"
    folder.mkdir()
    assert "At the end" not in write_card(run, folder).read_text()
    run.write_json("log_history.json", [{"step": 1, "loss": 2.0}, {"step": 2, "eval_loss": 1.5}, {"step": 2, "loss": 1.25}, {"step": 2}])
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "loss.png").write_bytes(b"an image")
    card = write_card(run, folder).read_text()
    assert "At the end: training loss 1.250, validation loss 1.500." in card
    assert "](loss.png)" in card and (folder / "loss.png").read_bytes() == b"an image"
    run.write_json("log_history_tuned.json", [{"step": 1, "loss": 0.5}])
    assert "training loss 0.500" in write_card(run, folder).read_text(), "an arm's own, where a run trains several"


def recorded(stem, profile, folder):
    """Return a finished run with a notebook's own parameters, as the profile sets them."""
    declared = read_parameters(ROOT / "notebooks" / f"{stem}.ipynb")
    values = {name: parameter.default for name, parameter in declared.items()} | (read_profile(profile, stem, declared) if profile else {})
    return finished_run(folder, **values, **({} if "hub_model_id" in values else {"hub_model_id": ""}))


STEMS = [path.stem for path in sorted((ROOT / "notebooks").glob("0[1-6]_*.ipynb"))]


@pytest.mark.parametrize("profile", ["", "original", "smoke"])
@pytest.mark.parametrize("stem", STEMS)
def test_every_training_notebook_gets_a_card_that_the_hub_can_read(tmp_path, stem, profile):
    run = recorded(stem, profile, tmp_path)
    card = write_card(run, tmp_path).read_text()
    merged = run.record["parameters"].get("merge")
    assert len(results(card) or []) == (0 if merged else 3), "a merged model has its own scores, or none"
    assert ("This file was not scored itself" in card) == bool(merged)
    assert ("Seq2SeqLM" in card) == (stem == "03_t5_qlora_vs_full")
    assert ("pipeline(" in card) == (stem != "03_t5_qlora_vs_full"), "transformers 5 has no pipeline for T5 any more"
    assert str(tmp_path) not in card
    assert not re.search(r"\| (push_to_hub|hub_private|merge|gguf) \|", card)


def run_code(card, folder, monkeypatch):
    """Run the code of a card as a reader would, beside the model's folder, and return what each block prints."""
    monkeypatch.chdir(folder.parent)
    names, printed = {}, []
    for block in re.findall(r"```python\n(.*?)```", card, re.DOTALL):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(block, names)
        printed.append(out.getvalue())
    return printed, names


@pytest.mark.parametrize("style", ["turns", "chat"])
@pytest.mark.parametrize("kind", ["adapter", "model"])
def test_the_code_of_a_card_loads_the_model_and_asks_with_the_prompt_of_the_training(tmp_path, monkeypatch, kind, style):
    standin = "standin/tiny-qwen2" if style == "chat" else BASE
    folder, tokenizer = tmp_path / kind, AutoTokenizer.from_pretrained(standin_folder(standin))
    if kind == "model":
        shutil.copytree(standin_folder(standin), folder)
    else:
        config = LoraConfig(r=2, target_modules="all-linear", task_type="CAUSAL_LM", init_lora_weights=False)
        get_peft_model(load(standin_folder(standin)), config).save_pretrained(folder)
        tokenizer.save_pretrained(folder)
    run = finished_run(tmp_path, model_id=standin, prompt_style=style, max_new_tokens=6, hub_model_id="")
    printed, names = run_code(write_card(run, folder).read_text(), folder, monkeypatch)
    assert names["prompt"] == render(style, names["question"], names["schema"], tokenizer=tokenizer)
    assert len(printed) == 2 and printed[0] == printed[1], "the pipeline answers as the model does"
    assert names["inputs"]["input_ids"][0].tolist() == tokenizer(names["prompt"])["input_ids"]


@pytest.mark.parametrize("kind", ["adapter", "model"])
def test_the_code_of_a_card_of_t5_loads_it_as_encoder_and_decoder(tmp_path, monkeypatch, kind):
    base, folder = standin_folder("standin/tiny-t5"), tmp_path / kind
    shutil.copytree(base, folder)
    if kind == "adapter":
        (folder / "config.json").unlink()
        (folder / "model.safetensors").unlink()
        config = LoraConfig(r=2, target_modules=["q", "v"], task_type="SEQ_2_SEQ_LM")
        get_peft_model(AutoModelForSeq2SeqLM.from_pretrained(base), config).save_pretrained(folder)
    run = finished_run(tmp_path, model_id="standin/tiny-t5", prompt_style="tables", max_new_tokens=6, hub_model_id="")
    card = write_card(run, folder).read_text()
    printed, names = run_code(card, folder, monkeypatch)
    assert names["prompt"] == render("tables", names["question"], names["schema"])
    assert len(printed) == 1
    assert ("AutoPeftModelForSeq2SeqLM" in card) == (kind == "adapter")


def test_the_card_of_a_gguf_file_says_how_to_run_it_with_ollama(tmp_path):
    (tmp_path / "gguf").mkdir()
    (tmp_path / "gguf" / "model.gguf").write_bytes(b"GGUF")
    run = finished_run(tmp_path, max_length=1024)
    write_modelfile(tmp_path / "gguf" / "model.gguf", run.record["parameters"], None)
    card = write_card(run, tmp_path / "gguf").read_text()
    assert "ollama create my-sql -f Modelfile" in card and '"system": "CREATE TABLE singer' in card
    assert "This file was not scored itself. Measured before the model was written as GGUF" in card
    assert results(card) is None, "the Hub must not read the adapter's score as the file's"
    assert "- gguf" in card and "library_name" not in card


def test_a_card_has_no_path_of_a_machine_and_no_token(tmp_path, monkeypatch):
    token = "hf_" + "Xy7" * 12
    monkeypatch.setenv("HF_TOKEN", token)
    own_model = tmp_path / "my-model"
    own_model.mkdir()
    run = finished_run(tmp_path, model_id=str(own_model), dataset_id=str(tmp_path / "own.jsonl"), scheduler=token, hub_model_id="")
    card = write_card(run, own_model).read_text()
    assert str(tmp_path) not in card
    assert token not in card
    assert "base_model" not in card
    assert "`my-model`, a local model" in card
    assert "`own.jsonl`: your own data; say here under which licence" in card
    for gone in ("/home/me/hidden/my-model", "~/hidden/my-model", "./hidden/my-model", "C:\\hidden\\my-model"):
        card = write_card(finished_run(tmp_path, model_id=gone), own_model).read_text()
        assert "hidden" not in card and "base_model" not in card and "`my-model`, a local model" in card


def test_a_card_of_a_stand_in_says_so(tmp_path):
    card = write_card(finished_run(tmp_path, model_id=BASE, dataset_id="practice/create-context"), tmp_path).read_text()
    assert "a small stand-in model" in card
    assert "scores say nothing about a larger model" in card


def test_a_card_without_scores_is_refused(tmp_path):
    run = finished_run(tmp_path)
    (tmp_path / "metrics.json").unlink()
    with pytest.raises(UserError, match="no metrics.json"):
        write_card(run, tmp_path)


def test_an_upload_without_a_token_gets_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(huggingface_hub, "get_token", lambda: None)
    run = finished_run(tmp_path)
    with pytest.raises(UserError, match="ada/model, or going on from there, needs a token with write access.*HF_TOKEN in .env"):
        publish.share(tmp_path, run, True, "ada/model", True)


def test_the_name_of_an_upload_needs_an_owner_which_the_environment_may_give(monkeypatch):
    monkeypatch.setattr(huggingface_hub, "get_token", lambda: "some token")
    monkeypatch.delenv("HF_USERNAME", raising=False)
    for name in ("", "model", "a/b/c", "/model"):
        with pytest.raises(UserError, match="need a name such as"):
            publish.repository_name(name)
    monkeypatch.setenv("HF_USERNAME", "ada")
    assert publish.repository_name("model") == "ada/model"
    assert publish.repository_name("team/model") == "team/model"


def test_a_folder_is_uploaded_as_it_is_and_stays_private_unless_told_otherwise(tmp_path, monkeypatch, capsys):
    calls = []

    class Api:
        private = True

        def create_repo(self, name, **options):
            calls.append((name, options))

        def model_info(self, name):
            return self

        def upload_folder(self, **options):
            calls.append(options)
            assert run.record["message"] == "the upload to ada/model did not end", "so that a kill is seen here, and made up for"

    monkeypatch.setattr(huggingface_hub, "get_token", lambda: "some token")
    monkeypatch.setattr(huggingface_hub, "HfApi", Api)
    run = finished_run(tmp_path)
    publish.share(tmp_path, run, True, "ada/model", True)
    assert "## Scores" in (tmp_path / "README.md").read_text(), "the card goes with it"
    assert calls == [("ada/model", {"private": True, "exist_ok": True}), {"repo_id": "ada/model", "folder_path": tmp_path}]
    assert "https://huggingface.co/ada/model, which only you can see" in capsys.readouterr().out and run.record["message"] == ""
    (tmp_path / "merged").mkdir()
    publish.share(tmp_path / "merged", run, False, "", True)
    assert "not uploaded" in capsys.readouterr().out, "a merge and no upload"
    assert len(calls) == 2
    publish.share(tmp_path, run, True, "ada/model", False)
    assert calls[2] == ("ada/model", {"private": False, "exist_ok": True})
    assert "only you can see" not in capsys.readouterr().out
    Api.private = False
    with pytest.raises(UserError, match="ada/model exists already and is public"):
        publish.share(tmp_path, run, True, "ada/model", True)
    assert not isinstance(calls[-1], dict), "nothing is uploaded: the Hub does not change who may see what exists"


@pytest.mark.parametrize(("loaded_from", "shown"), [("/data/models/my-model", "my-model"), ("Qwen/Qwen2.5-7B", "Qwen/Qwen2.5-7B")])
def test_an_uploaded_adapter_names_its_base_model_without_a_path_of_this_machine(tmp_path, monkeypatch, loaded_from, shown):
    """PEFT writes the path that the base model was loaded from."""
    uploaded = {}

    class Api:
        private = True

        def create_repo(self, name, **options):
            pass

        def model_info(self, name):
            return self

        def upload_folder(self, repo_id, folder_path):
            uploaded.update(json.loads((folder_path / "adapter_config.json").read_text()))

    monkeypatch.setattr(huggingface_hub, "get_token", lambda: "some token")
    monkeypatch.setattr(huggingface_hub, "HfApi", Api)
    run = finished_run(tmp_path)
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "adapter_config.json").write_text(json.dumps({"base_model_name_or_path": loaded_from, "r": 16}))
    publish.share(tmp_path / "adapter", run, True, "ada/model", True)
    assert uploaded == {"base_model_name_or_path": shown, "r": 16}


def test_a_shared_model_carries_its_record_and_verdicts_without_paths_so_that_it_can_be_asked_as_it_was_trained(tmp_path):
    run = finished_run(tmp_path)
    run.record["parameters"] |= {"dataset_id": "/home/ada/own.jsonl", "output_dir": "/home/ada/x"}
    run.record["training_seconds"] = 12.5
    run.write_json("log_history.json", [{"step": 1, "loss": 2.0}])
    (tmp_path / "adapter").mkdir()
    publish.share(tmp_path / "adapter", run, False, "", True)
    record = json.loads((tmp_path / "adapter/run.json").read_text())
    assert record["parameters"]["model_id"] == run.record["parameters"]["model_id"]
    assert record["parameters"]["dataset_id"] == "own.jsonl" and "/home" not in json.dumps(record)
    assert record["training_seconds"] == 12.5 and (tmp_path / "adapter" / "log_history.json").exists(), "07 compares it, from the Hub too"
    assert json.loads((tmp_path / "adapter/metrics.json").read_text()) == json.loads((tmp_path / "metrics.json").read_text())


@pytest.mark.parametrize("kind", ["adapter", "model"])
@pytest.mark.parametrize("style", ["chat", "turns", "tables"])
def test_the_cards_code_switches_a_models_own_repetition_penalty_off(tmp_path, kind, style):
    """Qwen's own settings have 1.1: the card spoke of greedy decoding without a penalty, and its code decoded with one."""
    if kind == "adapter":
        (tmp_path / "adapter_config.json").write_text(json.dumps({"task_type": "SEQ_2_SEQ_LM" if style == "tables" else "CAUSAL_LM"}))
    text = write_card(finished_run(tmp_path, prompt_style=style, max_new_tokens=9), tmp_path).read_text()
    calls = re.findall(r"do_sample=False[^)]*\)", text) + re.findall(r'"do_sample": false[^}]*}', text)
    assert len(calls) == (1 if style == "tables" else 2 if kind == "adapter" else 3)
    assert all("repetition_penalty=1.0" in call or '"repetition_penalty": 1.0' in call for call in calls)


def test_every_call_that_decodes_greedily_outside_our_own_configuration_says_no_penalty():
    for path in [*(ROOT / "helpers").glob("**/*.py"), *(ROOT / "notebooks").glob("*.ipynb")]:
        for call in re.findall(r"do_sample=False[^)]*\)", path.read_text(encoding="utf-8")):
            assert "repetition_penalty=1.0" in call, f"{path}: {call}"
