"""Greedy decoding of many prompts on the model's own `generate`: batches that pad little and wait for nobody.

Beside sorting by length: what all prompts begin with (the instruction) is computed once. Prompts are computed with others of
like lengths (see `kv_cache`). An answer that has ended leaves its batch after `PIECE` tokens at most; one that is still going on
after `STRETCH` tokens leaves it, too, and all of those go on together, so that one that never ends does not hold up thirty that
are done. Nothing of this changes a text in float32.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from transformers import Cache, PreTrainedModel, PreTrainedTokenizerBase, StoppingCriteria, StoppingCriteriaList

from helpers.answers import is_complete
from helpers.kv_cache import can_be_read, read_beginning, read_rows

PIECE = 8  # tokens of an answer after which those that have ended leave their batch
STRETCH = 48  # tokens of an answer after which it goes on apart from its batch; most queries are shorter


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
    longest = max(map(len, prompts), default=0)
    beginning = read_beginning(model, prompts) if prompts and can_be_read(model, longest + max_new_tokens) else None
    going = dict.fromkeys(range(len(prompts)), ())  # place: what it has said so far
    said = 0
    while going:
        budget = min(STRETCH, max_new_tokens) if said == 0 else max_new_tokens - said
        order = sorted(going, key=lambda place: (-len(prompts[place]), place))
        for batch in _batched(order, batch_size):
            asked, answered = [prompts[place] for place in batch], [going[place] for place in batch]
            inputs = _inputs(model, tokenizer, asked, answered, beginning, budget)
            rows = _go_on(model, tokenizer, inputs, said, said + budget)
            going.update(zip(batch, rows, strict=True))
            over = [len(row) == max_new_tokens or _has_ended(model, tokenizer, row) for row in rows]
            yield {place: going.pop(place) for place, ended in zip(batch, over, strict=True) if ended}
        said += budget


def _go_on(model, tokenizer, inputs: dict, said: int, length: int) -> list[list[int]]:
    """Return the answers of a batch, of up to `length` tokens, of which it has `said` some. Every `PIECE` tokens those that have
    ended leave the batch, where its keys and values can be divided.
    """
    name = "decoder_input_ids" if model.config.is_encoder_decoder else "input_ids"
    first = inputs[name].shape[1] - said  # where the answers begin
    stop = StoppingCriteriaList([_QueryComplete(tokenizer, first)])
    answers, places = {}, list(range(len(inputs[name])))
    while places:
        piece = min(PIECE, length - said) if "past_key_values" in inputs else length - said
        with torch.inference_mode():
            made = model.generate(**inputs, max_new_tokens=piece, stopping_criteria=stop)
        rows = made[:, first:].tolist()
        answers.update(zip(places, rows, strict=True))
        said += piece
        left = [i for i, row in enumerate(rows) if len(row) == said < length and not _has_ended(model, tokenizer, row)]
        places = [places[i] for i in left]
        if left:
            mask = inputs["attention_mask"][left]
            inputs |= {"input_ids": made[left], "attention_mask": torch.cat([mask, mask.new_ones(len(left), piece)], dim=1)}
            if len(left) < len(rows):
                inputs["past_key_values"].batch_select_indices(torch.tensor(left, device=made.device))
    return [answers[place] for place in sorted(answers)]


def _batched(order: list[int], size: int) -> Iterator[list[int]]:
    return (order[first : first + size] for first in range(0, len(order), size))


def _has_ended(model, tokenizer, row: list[int]) -> bool:
    ends = model.generation_config.eos_token_id
    return any(token in ends for token in row) or is_complete(tokenizer.decode(row, skip_special_tokens=True))


def _inputs(model, tokenizer, prompts: list[list[int]], said: list[list[int]], beginning: Cache | None, room: int) -> dict:
    """Return a batch for `model.generate`: what the prompts share, padding, what each goes on with, what it has said so far.

    An encoder's prompts are padded on the right; what was said stands apart.
    """
    shared, width, fill = beginning.get_seq_length() if beginning is not None else 0, max(map(len, prompts)), tokenizer.pad_token_id
    padding = [width - len(prompt) for prompt in prompts]
    if model.config.is_encoder_decoder:
        rows = [[*prompt, *[fill] * pad] for prompt, pad in zip(prompts, padding, strict=True)]
        masks = [[1] * len(prompt) + [0] * pad for prompt, pad in zip(prompts, padding, strict=True)]
    else:
        batch = list(zip(prompts, padding, said, strict=True))
        rows = [[*prompt[:shared], *[fill] * pad, *prompt[shared:], *more] for prompt, pad, more in batch]
        masks = [[1] * shared + [0] * pad + [1] * (len(prompt) - shared + len(more)) for prompt, pad, more in batch]
    made = {"input_ids": torch.tensor(rows, device=model.device), "attention_mask": torch.tensor(masks, device=model.device)}
    if model.config.is_encoder_decoder:
        start = model.generation_config.decoder_start_token_id
        made["decoder_input_ids"] = torch.tensor([[start, *more] for more in said], device=model.device)
    elif beginning is not None and width > 1:
        made["past_key_values"] = read_rows(model, beginning, made["input_ids"], made["attention_mask"], room)
    return made


class _QueryComplete(StoppingCriteria):
    """Stop each sequence as soon as its query is complete (see `prompts.is_complete`)."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase, first: int):
        self.tokenizer, self.first = tokenizer, first  # where the answers begin

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor, **kwargs) -> torch.BoolTensor:
        texts = self.tokenizer.batch_decode(input_ids[:, self.first :], skip_special_tokens=True)
        return torch.tensor([is_complete(text) for text in texts], device=input_ids.device)
