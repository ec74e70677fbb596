"""From an adapter to a published model, on the random Llama: it learns to stop, is merged, and its card says what the records say."""

import huggingface_hub
import psutil
import pytest
import torch
from datasets import Dataset
from peft import LoraConfig, PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

from helpers import publish
from helpers.card import write_card
from helpers.device import precision_flags
from helpers.errors import UserError
from helpers.generation import generate
from helpers.prompts import to_prompt_completion
from helpers.results import Run
from helpers.standins import standin_folder

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
    with pytest.raises(UserError, match="ada/model needs a token with write access.*HF_TOKEN in .env"):
        publish.share(tmp_path, run, True, "ada/model", True)


def test_the_name_of_an_upload_needs_an_owner_which_the_environment_may_give(monkeypatch):
    monkeypatch.setattr(huggingface_hub, "get_token", lambda: "some token")
    monkeypatch.delenv("HF_USERNAME", raising=False)
    for name in ("", "model", "a/b/c", "/model"):
        with pytest.raises(UserError, match="needs a name such as"):
            publish.repository_name(name)
    monkeypatch.setenv("HF_USERNAME", "ada")
    assert publish.repository_name("model") == "ada/model"
    assert publish.repository_name("team/model") == "team/model"


def test_a_folder_is_uploaded_as_it_is_and_stays_private_unless_told_otherwise(tmp_path, monkeypatch, capsys):
    calls = []

    class Api:
        def create_repo(self, name, **options):
            calls.append((name, options))

        def upload_folder(self, **options):
            calls.append(options)

    monkeypatch.setattr(huggingface_hub, "get_token", lambda: "some token")
    monkeypatch.setattr(huggingface_hub, "HfApi", Api)
    run = finished_run(tmp_path)
    publish.share(tmp_path, run, True, "ada/model", True)
    assert "## Scores" in (tmp_path / "README.md").read_text(), "the card goes with it"
    assert calls == [("ada/model", {"private": True, "exist_ok": True}), {"repo_id": "ada/model", "folder_path": tmp_path}]
    assert "https://huggingface.co/ada/model, which only you can see" in capsys.readouterr().out
    (tmp_path / "merged").mkdir()
    publish.share(tmp_path / "merged", run, False, "", True)
    assert "not uploaded" in capsys.readouterr().out
    assert len(calls) == 2
