"""Greedy decoding of many prompts on the model's own `generate`: batches that pad little and wait for nobody.

Two things beside sorting by length. What all prompts begin with (the instruction) is computed once, and its keys and values
serve every batch. And an answer that is still going on after `STRETCH` tokens leaves its batch; all of those go on together, so
that one answer that never ends does not hold up thirty that are done. Neither changes a text in float32.
"""

import copy
import itertools
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from transformers import Cache, PreTrainedModel, PreTrainedTokenizerBase, StoppingCriteria, StoppingCriteriaList

from helpers.prompts import is_complete

STRETCH = 48  # tokens of an answer after which it goes on apart from its batch; most queries are shorter
WORTH_SHARING = 8  # tokens at which all prompts have to begin alike for a pass of their own


def decode(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, prompts: list[list[int]], max_new_tokens: int, batch_size: int
) -> Iterator[dict[int, list[int]]]:
    """Yield, batch by batch, the tokens of answers that have ended: {place in `prompts`: tokens}. A batch may have ended none.

    Args:
        model: with the greedy configuration that counts as its own, in eval mode.
        tokenizer: to tell a complete query; it has a padding token.
        prompts: the tokens of each.
        max_new_tokens: the budget of each answer.
        batch_size: how many run together.
    """
    with _whole_rows_for_the_head(model):
        yield from _decode(model, tokenizer, prompts, max_new_tokens, batch_size)


@contextmanager
def _whole_rows_for_the_head(model: PreTrainedModel) -> Iterator[None]:
    """Hand the output head the last positions as a tensor of their own.

    As a slice of all positions, PyTorch multiplies them row by row, each with a copy of the head's weights: 32 x 576 x 49,152
    numbers for 32 prompts of SmolLM2, a third and more of the time that the prompts took on a CPU in bfloat16.
    """
    hook = model.get_output_embeddings().register_forward_pre_hook(lambda head, inputs: (inputs[0].contiguous(), *inputs[1:]))
    try:
        yield
    finally:
        hook.remove()


def _decode(model, tokenizer, prompts: list[list[int]], max_new_tokens: int, batch_size: int) -> Iterator[dict[int, list[int]]]:
    beginning = _read_beginning(model, prompts)
    ends = model.generation_config.eos_token_id
    going = dict.fromkeys(range(len(prompts)), ())  # place: what it has said so far
    said = 0
    while going:
        budget = min(STRETCH, max_new_tokens) if said == 0 else max_new_tokens - said
        order = sorted(going, key=lambda place: (-len(prompts[place]), place))
        for batch in _batched(order, batch_size):
            inputs = _pad(model, tokenizer, [prompts[place] for place in batch], [list(going[place]) for place in batch], beginning)
            with torch.inference_mode():
                first = 1 if model.config.is_encoder_decoder else inputs["input_ids"].shape[1] - said  # where the answers begin
                stop = StoppingCriteriaList([_QueryComplete(tokenizer, first)])
                rows = model.generate(**inputs, max_new_tokens=budget, stopping_criteria=stop)[:, first:].tolist()
            ended = {}
            for place, row in zip(batch, rows, strict=True):
                if len(row) >= max_new_tokens or len(row) < said + budget or _has_ended(tokenizer, row, ends):
                    ended[place] = row
                    del going[place]
                else:
                    going[place] = row
            yield ended
        said += budget


def _batched(order: list[int], size: int) -> Iterator[list[int]]:
    return (order[first : first + size] for first in range(0, len(order), size))


def _has_ended(tokenizer: PreTrainedTokenizerBase, row: list[int], ends: list[int]) -> bool:
    return any(token in ends for token in row) or is_complete(tokenizer.decode(row, skip_special_tokens=True))


def _read_beginning(model: PreTrainedModel, prompts: list[list[int]]) -> Cache | None:
    """Return the keys and values of what all prompts begin with; None for an encoder, or if they do not."""
    if len(prompts) < 2 or model.config.is_encoder_decoder:
        return None
    low, high = min(prompts), max(prompts)  # what these two share, all between them share
    alike = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))
    shared = [token for token, _ in alike][: min(map(len, prompts)) - 1]  # each prompt keeps a token that is its own
    if len(shared) < WORTH_SHARING:
        return None
    ids = torch.tensor([shared], device=model.device)
    with torch.inference_mode():
        return model(input_ids=ids, attention_mask=torch.ones_like(ids), use_cache=True).past_key_values


def _pad(model, tokenizer, prompts: list[list[int]], said: list[list[int]], beginning: Cache | None) -> dict:
    """Return a batch for `model.generate`: the shared beginning, padding, what each prompt goes on with, what it has said so far.

    An encoder's prompts are padded on the right; what was said stands apart.
    """
    shared, width, fill = beginning.get_seq_length() if beginning is not None else 0, max(map(len, prompts)), tokenizer.pad_token_id
    if model.config.is_encoder_decoder:
        rows = [prompt + [fill] * (width - len(prompt)) for prompt in prompts]
        masks = [[1] * len(prompt) + [0] * (width - len(prompt)) for prompt in prompts]
    else:
        rows = [
            [*prompt[:shared], *[fill] * (width - len(prompt)), *prompt[shared:], *more]
            for prompt, more in zip(prompts, said, strict=True)
        ]  # fmt: skip
        masks = [
            [1] * shared + [0] * (width - len(prompt)) + [1] * (len(prompt) - shared + len(more))
            for prompt, more in zip(prompts, said, strict=True)
        ]  # fmt: skip
    made = {"input_ids": torch.tensor(rows, device=model.device), "attention_mask": torch.tensor(masks, device=model.device)}
    if model.config.is_encoder_decoder:
        start = model.generation_config.decoder_start_token_id
        made["decoder_input_ids"] = torch.tensor([[start, *more] for more in said], device=model.device)
    elif beginning is not None:
        made["past_key_values"] = copy.deepcopy(beginning)  # generating adds to it
        made["past_key_values"].batch_repeat_interleave(len(prompts))
    return made


class _QueryComplete(StoppingCriteria):
    """Stop each sequence as soon as its query is complete (see `prompts.is_complete`)."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase, first: int):
        self.tokenizer, self.first = tokenizer, first  # where the answers begin

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor, **kwargs) -> torch.BoolTensor:
        texts = self.tokenizer.batch_decode(input_ids[:, self.first :], skip_special_tokens=True)
        return torch.tensor([is_complete(text) for text in texts], device=input_ids.device)
