import copy
import itertools
import json

import pytest
from transformers import GenerationConfig

from helpers.generation import generate

PROMPTS = [f"### QUESTION\nHow many singers are older than {n}?{' In which country?' * (n % 4)}\n" for n in range(20, 31)]


def test_a_batch_gives_the_same_text_as_one_by_one_in_float32(tiny_mistral):
    model, tokenizer = tiny_mistral
    together = generate(model, tokenizer, PROMPTS, max_new_tokens=12, batch_size=4)
    alone = [generate(model, tokenizer, [prompt], max_new_tokens=12)[0] for prompt in PROMPTS]
    assert [answer.text for answer in together] == [answer.text for answer in alone]
    assert any(answer.text for answer in together)


def test_prompts_are_padded_behind_what_they_share_and_the_tokenizer_is_put_back(tiny_mistral, monkeypatch):
    model, tokenizer = tiny_mistral
    tokenizer.padding_side, tokenizer.pad_token = "left", None
    seen = []
    original = model.generate
    monkeypatch.setattr(model, "generate", lambda **kwargs: seen.append(kwargs) or original(**kwargs))
    generate(model, tokenizer, PROMPTS[:4], max_new_tokens=2)
    mask, shared = seen[0]["attention_mask"], seen[0]["past_key_values"]
    columns = zip(*tokenizer(PROMPTS[:4])["input_ids"], strict=False)
    first = len(list(itertools.takewhile(lambda column: len(set(column)) == 1, columns)))
    assert shared.get_seq_length() >= first >= 8, "what generating added to it included"
    assert mask[:, :first].all(), "what the prompts share is not padded"
    assert mask[:, -1].all(), "every prompt ends where its answer begins"
    assert not mask[:, first].all(), "shorter prompts are padded between"
    assert (tokenizer.padding_side, tokenizer.pad_token) == ("left", None)


@pytest.mark.parametrize("name", ["standin/tiny-mistral", "standin/tiny-qwen2", "standin/tiny-t5"])
def test_long_answers_that_leave_their_batch_and_a_shared_beginning_change_no_text(name, monkeypatch):
    from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer

    from helpers.standins import standin_folder

    folder = standin_folder(name)
    kind = AutoModelForSeq2SeqLM if "t5" in name else AutoModelForCausalLM
    model, tokenizer = kind.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)
    prompts = [" ".join(prompt.split()) for prompt in PROMPTS]
    expected = generate(model, tokenizer, prompts, max_new_tokens=23, batch_size=len(prompts))
    assert any(answer.tokens == 23 for answer in expected)
    monkeypatch.setattr("helpers.decoding.STRETCH", 5)
    monkeypatch.setattr("helpers.decoding.PIECE", 2)
    for shared in (8, 1000):
        monkeypatch.setattr("helpers.kv_cache.WORTH_SHARING", shared)
        assert generate(model, tokenizer, prompts, max_new_tokens=23, batch_size=3) == expected


def test_there_is_one_start_token_in_front_of_every_prompt(tiny_mistral, monkeypatch):
    model, tokenizer = tiny_mistral
    seen = []
    original = model.generate
    monkeypatch.setattr(model, "generate", lambda **kwargs: seen.append(kwargs["input_ids"]) or original(**kwargs))
    generate(model, tokenizer, PROMPTS[:1], max_new_tokens=2)
    generate(model, tokenizer, [tokenizer.bos_token + PROMPTS[0]], max_new_tokens=2)
    for ids in seen:
        assert (ids == tokenizer.bos_token_id).sum() == 1


def test_a_generation_config_cannot_smuggle_in_sampling_or_a_repetition_penalty(tiny_mistral):
    model, tokenizer = tiny_mistral
    expected = generate(model, tokenizer, PROMPTS[:3], max_new_tokens=12)
    hostile = copy.deepcopy(model)
    hostile.generation_config = GenerationConfig(
        do_sample=True, temperature=5.0, repetition_penalty=9.0, no_repeat_ngram_size=2, max_new_tokens=3, num_beams=2,
        eos_token_id=tokenizer.eos_token_id, bad_words_ids=[[i] for i in range(40, 300)],
    )  # fmt: skip
    config = hostile.generation_config
    assert generate(hostile, tokenizer, PROMPTS[:3], max_new_tokens=12) == expected
    assert hostile.generation_config is config, "it is put back"


def test_the_mode_of_the_model_is_put_back(tiny_mistral):
    model, tokenizer = tiny_mistral
    model.train()
    generate(model, tokenizer, PROMPTS[:1], max_new_tokens=2)
    assert model.training
    model.eval()


def test_an_answer_cut_off_by_the_budget_is_marked_and_a_finished_one_is_not(tiny_mistral, monkeypatch):
    model, tokenizer = tiny_mistral
    assert generate(model, tokenizer, PROMPTS[:1], max_new_tokens=3)[0].truncated
    monkeypatch.setattr("helpers.generation._eos_token_ids", lambda model, tokenizer: list(range(len(tokenizer))))
    answer = generate(model, tokenizer, PROMPTS[:1], max_new_tokens=3)[0]
    assert (answer.text, answer.tokens, answer.truncated) == ("", 0, False)


def test_generation_goes_on_where_it_was_interrupted(tiny_mistral, tmp_path, monkeypatch):
    model, tokenizer = tiny_mistral
    file = tmp_path / "answers.jsonl"
    expected = generate(model, tokenizer, PROMPTS, max_new_tokens=6, batch_size=4)
    generate(model, tokenizer, [*PROMPTS[:5], "changed", *PROMPTS[6:]], max_new_tokens=6, batch_size=4, resume_file=file)
    lines = file.read_text().splitlines()
    file.write_text("\n".join(lines[:7]) + "\n" + lines[7][: len(lines[7]) // 2])  # killed in the middle of a line
    asked = []
    original = model.generate
    monkeypatch.setattr(model, "generate", lambda **kwargs: asked.append(len(kwargs["input_ids"])) or original(**kwargs))
    assert generate(model, tokenizer, PROMPTS, max_new_tokens=6, batch_size=4, resume_file=file) == expected
    missing = len(PROMPTS) - len([line for line in lines[:7] if json.loads(line)["index"] != 5])
    assert sum(asked) == missing, "only what was missing is asked again"
    asked.clear()
    assert generate(model, tokenizer, PROMPTS, max_new_tokens=6, batch_size=4, resume_file=file) == expected
    assert asked == [], "and what was appended behind the cut-off line is read back"


def test_progress_is_one_line_a_batch(tiny_mistral, capsys):
    model, tokenizer = tiny_mistral
    generate(model, tokenizer, PROMPTS, max_new_tokens=2, batch_size=4, label="baseline")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("baseline:") for line in lines)
    assert "11/11" in lines[-1]


@pytest.mark.parametrize("batch_size", [1, 3])
def test_no_prompts_give_no_answers(tiny_mistral, batch_size):
    model, tokenizer = tiny_mistral
    assert generate(model, tokenizer, [], batch_size=batch_size) == []


def test_an_encoder_and_decoder_answers_in_batches_as_alone_and_starts_at_the_decoders_start():
    """Text-to-text pipelines are gone from transformers; and replacing a configuration loses where the decoder starts."""
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    from helpers.standins import standin_folder

    folder = standin_folder("standin/tiny-t5")
    model, tokenizer = AutoModelForSeq2SeqLM.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)
    prompts = [" ".join(prompt.split()) for prompt in PROMPTS]
    together = generate(model, tokenizer, prompts, max_new_tokens=6, batch_size=4)
    alone = [generate(model, tokenizer, [prompt], max_new_tokens=6)[0] for prompt in prompts]
    assert [answer.text for answer in together] == [answer.text for answer in alone]
    assert {answer.tokens for answer in together} != {0}
