"""Keys and values that are computed in groups are those of each prompt alone, and nothing of them is lost on the way."""

import pytest
import torch
from transformers import AutoModelForCausalLM, DynamicCache, MistralConfig, MistralForCausalLM

from helpers import kv_cache
from helpers.decoding import decode
from helpers.generation import greedy_config
from helpers.kv_cache import RoomyLayer, can_be_read, read_beginning, read_rows
from helpers.standins import standin_folder

SHARED = list(range(20, 32))
PROMPTS = [[*SHARED, *range(40, 40 + own)] for own in (23, 22, 20, 11, 10, 3, 1)]


@pytest.fixture(scope="module")
def models():
    """Return a model of each architecture that the notebooks ask, and one that sees eight positions back."""
    torch.manual_seed(0)
    made = {
        name: AutoModelForCausalLM.from_pretrained(standin_folder(f"standin/tiny-{name}")).eval() for name in ("mistral", "qwen2", "llama")
    }
    window = MistralConfig(vocab_size=99, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
                           num_key_value_heads=2, sliding_window=8, eos_token_id=98)  # fmt: skip
    return made | {"window": MistralForCausalLM(window).eval()}


@pytest.mark.parametrize("name", ["mistral", "qwen2", "llama"])
@pytest.mark.parametrize("worth", [8, 1000], ids=["shared", "apart"])
def test_rows_hold_what_each_prompt_holds_alone(models, name, worth, monkeypatch):
    monkeypatch.setattr(kv_cache, "WORTH_SHARING", worth)
    model = models[name]
    beginning = read_beginning(model, PROMPTS)
    shared, width = beginning.get_seq_length(), len(PROMPTS[0])
    assert shared == (12 if worth == 8 else 0)
    padding = [width - len(prompt) for prompt in PROMPTS]
    ids = torch.tensor([[*prompt[:shared], *[0] * pad, *prompt[shared:]] for prompt, pad in zip(PROMPTS, padding, strict=True)])
    mask = torch.tensor([[1] * shared + [0] * pad + [1] * (width - shared - pad) for pad in padding])
    cache = read_rows(model, beginning, ids, mask, room=5)
    assert cache.get_seq_length() == width - 1
    for row, prompt in enumerate(PROMPTS):
        alone = DynamicCache()
        with torch.inference_mode():
            model(input_ids=torch.tensor([prompt[:-1]]), past_key_values=alone)
        kept = mask[row, : width - 1].bool()
        for layer, expected in zip(cache.layers, alone.layers, strict=True):
            torch.testing.assert_close(layer.keys[row][:, kept], expected.keys[0], atol=1e-5, rtol=1e-4)
            torch.testing.assert_close(layer.values[row][:, kept], expected.values[0], atol=1e-5, rtol=1e-4)


def test_a_window_shorter_than_the_prompts_counts_no_padding(models):
    model = models["window"]
    model.generation_config = greedy_config(_NoEnd(), 12, [98])
    answers = {}
    for ended in decode(model, _NoEnd(), PROMPTS, 12, 3):
        answers |= ended
    for place, prompt in enumerate(PROMPTS):
        expected = model.generate(input_ids=torch.tensor([prompt]), attention_mask=torch.ones(1, len(prompt)))[0, len(prompt) :]
        assert answers[place][: len(expected)] == expected.tolist()


class _NoEnd:
    """Stand for a tokenizer of a model whose tokens are no text."""

    pad_token_id, bos_token_id = 0, None

    def batch_decode(self, rows, skip_special_tokens):
        return ["" for _ in rows]

    def decode(self, row, skip_special_tokens):
        return ""


def test_a_layer_with_room_grows_in_place_and_lets_rows_leave():
    keys = torch.zeros(3, 2, 6, 4)
    layer = RoomyLayer(keys, keys.clone(), 4)
    new = torch.arange(24.0).reshape(3, 2, 1, 4)
    seen, _ = layer.update(new, new)
    assert layer.get_seq_length() == 5 and seen.data_ptr() == keys.data_ptr(), "no copy"
    layer.batch_select_indices(torch.tensor([2, 0]))
    seen, values = layer.update(-new[:2], -new[:2])
    assert seen.shape == values.shape == (2, 2, 6, 4)
    assert torch.equal(seen[:, :, 4:5], new[[2, 0]]) and torch.equal(values[:, :, 5:], -new[:2])


def test_an_encoder_and_a_model_with_another_memory_are_left_to_their_own_ways(models):
    from transformers import AutoModelForSeq2SeqLM, MambaConfig, MambaForCausalLM

    window = models["window"]
    assert all(can_be_read(model, 8) for model in models.values()) and not can_be_read(window, 9)
    assert not can_be_read(AutoModelForSeq2SeqLM.from_pretrained(standin_folder("standin/tiny-t5")), 8)
    assert not can_be_read(MambaForCausalLM(MambaConfig(vocab_size=9, hidden_size=8, num_hidden_layers=1, state_size=2)), 8)
