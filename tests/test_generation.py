import copy
import json
from dataclasses import replace

import pytest
import torch
from transformers import GenerationConfig

from helpers import UserError
from helpers.evaluation.decoding import Draw, decode
from helpers.evaluation.generation import Sampling, generate, greedy_config, sample

PROMPTS = [f"### QUESTION\nHow many singers are older than {n}?{' In which country?' * (n % 4)}\n" for n in range(20, 31)]


def test_a_batch_gives_the_same_text_as_one_by_one_in_float32(tiny_mistral):
    model, tokenizer = tiny_mistral
    together = generate(model, tokenizer, PROMPTS, max_new_tokens=12, batch_size=4)
    alone = [generate(model, tokenizer, [prompt], max_new_tokens=12)[0] for prompt in PROMPTS]
    assert [answer.text for answer in together] == [answer.text for answer in alone]
    assert any(answer.text for answer in together)


def test_what_neighbours_begin_with_is_computed_once_and_no_text_changes(tiny_mistral, monkeypatch):
    model, tokenizer = tiny_mistral
    tokenizer.padding_side, tokenizer.pad_token = "left", None
    schemas = [f"CREATE TABLE singer_{'x' * number} (" + "name TEXT, age INTEGER, country TEXT, " * 9 for number in range(3)]
    prompts = [f"{schema}\n{prompt}" for prompt in PROMPTS for schema in schemas] + ["Hello", "1"]
    computed = []
    decoder = model.get_decoder()
    original = decoder.forward
    def counting(*args, **kwargs):
        computed.append(kwargs["input_ids"].numel())
        return original(*args, **kwargs)

    monkeypatch.setattr(decoder, "forward", counting)
    together = generate(model, tokenizer, prompts, max_new_tokens=1, batch_size=64)
    whole = sum(len(tokenizer(prompt)["input_ids"]) for prompt in prompts)
    assert sum(computed) < whole / 2, "each schema is read once, and no prompt whole"
    computed.clear()
    alone = [generate(model, tokenizer, [prompt], max_new_tokens=1)[0] for prompt in prompts]
    assert sum(computed) == whole
    assert together == alone == generate(model, tokenizer, prompts, max_new_tokens=1, batch_size=5)
    assert (tokenizer.padding_side, tokenizer.pad_token) == ("left", None)


def test_a_window_shorter_than_the_prompts_changes_no_text():
    from transformers import MistralConfig, MistralForCausalLM

    window = MistralConfig(vocab_size=99, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
                           num_key_value_heads=2, sliding_window=8, eos_token_id=98)  # fmt: skip
    torch.manual_seed(0)
    model = MistralForCausalLM(window).eval()
    model.generation_config = greedy_config(_NoText(), 12, [98])
    prompts = [[*range(20, 32), *range(40, 40 + own)] for own in (23, 22, 20, 11, 10, 3, 1)]
    answers = {}
    for ended in decode(model, _NoText(), prompts, 12, 3):
        answers |= ended
    for place, prompt in enumerate(prompts):
        expected = model.generate(input_ids=torch.tensor([prompt]), attention_mask=torch.ones(1, len(prompt)))[0, len(prompt) :]
        assert answers[place][0][: len(expected)] == expected.tolist()


class _NoText:
    """Stand for a tokenizer of a model whose tokens are no text."""

    pad_token_id, bos_token_id = 0, None

    def batch_decode(self, rows, skip_special_tokens):
        return ["" for _ in rows]


SAMPLING = Sampling(samples=3, temperature=1.0, top_p=0.9, seed=7)


def test_drawn_answers_are_the_same_in_every_batch_and_differ_by_seed_and_number(tiny_mistral):
    model, tokenizer = tiny_mistral
    together = sample(model, tokenizer, PROMPTS, SAMPLING, max_new_tokens=8, batch_size=64)
    assert [len(answers) for answers in together] == [3] * len(PROMPTS)
    assert together == sample(model, tokenizer, PROMPTS, SAMPLING, max_new_tokens=8, batch_size=1)
    assert together[::-1] == sample(model, tokenizer, PROMPTS[::-1], SAMPLING, max_new_tokens=8, batch_size=7)
    assert len({answer.text for answers in together for answer in answers}) > len(PROMPTS)
    assert together != sample(model, tokenizer, PROMPTS, replace(SAMPLING, seed=8), max_new_tokens=8)


def test_what_a_batch_writes_behind_an_end_token_does_not_count(tiny_mistral, monkeypatch):
    """An answer that ends early is padded until the longest ends: its log-probability came to depend on its company."""
    model, tokenizer = tiny_mistral
    ends = [tokenizer.eos_token_id, *range(60, len(tokenizer), 9)]
    monkeypatch.setattr(model.generation_config, "eos_token_id", ends)
    together = sample(model, tokenizer, PROMPTS, SAMPLING, max_new_tokens=12, batch_size=64)
    assert len({answer.tokens for answers in together for answer in answers}) > 4
    assert together == sample(model, tokenizer, PROMPTS, SAMPLING, max_new_tokens=12, batch_size=1)


def test_a_low_temperature_draws_the_greedy_answer_and_its_probability_is_the_models(tiny_mistral):
    model, tokenizer = tiny_mistral
    greedy = generate(model, tokenizer, PROMPTS[:3], max_new_tokens=5)
    drawn = sample(model, tokenizer, PROMPTS[:3], replace(SAMPLING, temperature=1e-6), max_new_tokens=5)
    assert all(answer.text == expected.text for answers, expected in zip(drawn, greedy, strict=True) for answer in answers)
    ids = tokenizer(PROMPTS[0], return_tensors="pt")["input_ids"]
    with torch.inference_mode():
        made = model.generate(input_ids=ids, attention_mask=torch.ones_like(ids), generation_config=greedy_config(tokenizer, 5, [2]))
        known = model(made).logits[0, ids.shape[1] - 1 : -1].log_softmax(-1)
    expected = known.gather(1, made[0, ids.shape[1] :, None]).mean().item()
    assert drawn[0][0].log_probability == pytest.approx(expected, abs=1e-3)


def test_tokens_are_drawn_as_often_as_the_model_says(tiny_mistral):
    draw = Draw(Sampling(temperature=1.0, top_p=0.9), ["question"])
    scores = torch.tensor([[0.5, 0.3, 0.15, 0.05]]).log()
    counts = [0] * 4
    for number in range(2000):
        draw.rows = [(0, number)]
        counts[draw(None, scores).argmax().item()] += 1
    shares = [count / 2000 for count in counts]
    assert shares == pytest.approx([0.5 / 0.95, 0.3 / 0.95, 0.15 / 0.95, 0], abs=0.04)


def test_equally_likely_tokens_are_drawn_alike_in_whatever_order_a_batch_brings_them():
    """In half precision many scores are equal, and a batch of another size sorts them otherwise."""
    scores = torch.zeros(40, 12)
    scores[:, 5] += 1e-7
    drawn = []
    for found in (scores, scores.flip(0), scores + torch.linspace(0, 1e-7, 12), scores - torch.linspace(0, 1e-7, 12)):
        draw = Draw(Sampling(temperature=1.0, top_p=1.0), ["question"])
        draw.rows = [(0, number) for number in range(40)]
        drawn.append(draw(None, found).argmax(-1).tolist())
    assert drawn[0] == drawn[1] == drawn[2] == drawn[3]
    assert len(set(drawn[0])) > 6


def test_drawing_goes_on_where_it_was_interrupted(tiny_mistral, tmp_path):
    model, tokenizer = tiny_mistral
    file = tmp_path / "drawn.jsonl"
    expected = sample(model, tokenizer, PROMPTS, SAMPLING, 4, resume_file=file)
    lines = file.read_text().split("\n")
    file.write_text("\n".join(lines[:4]) + "\n" + lines[4][:20])
    assert sample(model, tokenizer, PROMPTS, SAMPLING, 4, resume_file=file) == expected


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
    monkeypatch.setattr(model.generation_config, "eos_token_id", list(range(len(tokenizer))))
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


def test_prompts_longer_than_the_model_can_read_are_refused_before_any_is_asked(tiny_mistral, tmp_path):
    model, tokenizer = tiny_mistral
    with pytest.raises(UserError, match="1 of 3 prompts are longer than the 2,048 tokens .* has 4,00. and ends '.* 1, end'.* shorten"):
        generate(model, tokenizer, [PROMPTS[0], "1, " * 2000 + "end", PROMPTS[1]], 6, resume_file=tmp_path / "answers.jsonl")
    assert not (tmp_path / "answers.jsonl").exists()


@pytest.mark.parametrize("seconds, counts", [(0.0, {2, 3}), (1000.0, {1})])
def test_progress_is_one_line_at_the_end_and_one_after_batches_that_take_long(tiny_mistral, capsys, monkeypatch, seconds, counts):
    model, tokenizer = tiny_mistral
    monkeypatch.setattr("helpers.evaluation.generation.EVERY", seconds)
    generate(model, tokenizer, PROMPTS, max_new_tokens=2, batch_size=4, label="baseline")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) in counts, "each line waits for a third of the time so far"
    assert all(line.startswith("baseline:") for line in lines)
    assert "11/11" in lines[-1] and "left" not in lines[-1]


@pytest.mark.parametrize("batch_size", [1, 3])
def test_no_prompts_give_no_answers(tiny_mistral, batch_size):
    model, tokenizer = tiny_mistral
    assert generate(model, tokenizer, [], batch_size=batch_size) == []


def test_an_encoder_and_decoder_answers_in_batches_as_alone_and_starts_at_the_decoders_start():
    """Text-to-text pipelines are gone from transformers; and replacing a configuration loses where the decoder starts."""
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

    from helpers.models.standins import standin_folder

    folder = standin_folder("standin/tiny-t5")
    model, tokenizer = AutoModelForSeq2SeqLM.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)
    prompts = [" ".join(prompt.split()) for prompt in PROMPTS]
    together = generate(model, tokenizer, prompts, max_new_tokens=6, batch_size=4)
    alone = [generate(model, tokenizer, [prompt], max_new_tokens=6)[0] for prompt in prompts]
    assert [answer.text for answer in together] == [answer.text for answer in alone]
    assert {answer.tokens for answer in together} != {0}


def test_prompts_behind_the_same_long_beginning_are_still_grouped_by_what_follows():
    """Worked examples made more than half of every prompt, so that the questions about all databases were one group, by length."""
    from helpers.evaluation.decoding import _groups

    examples, schemas = list(range(100)), [[200 + n] * 40 for n in range(3)]
    prompts = [[*examples, *schemas[n % 3], 300 + n] for n in range(9)]
    assert sorted(map(sorted, _groups(prompts))) == [[0, 3, 6], [1, 4, 7], [2, 5, 8]]
    assert [sorted(group) for group in _groups([[*examples, 400 + n, *range(500 + n, 540)] for n in range(4)])] == [[0, 1, 2, 3]]
