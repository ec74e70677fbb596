"""Answers to many prompts on the model's own `generate`: every beginning that prompts share is computed once, then a static cache.

Prompts are put in the order of their tokens, so that those of one schema stand together. Of each group of neighbours the common
beginning is read once; of each prompt only the rest. Keys and values then stand in transformers' own `StaticCache`, which is written
in place. Nothing of this changes a text in float32.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch.nn.utils.rnn import pad_sequence
from transformers import (
    DynamicCache,
    LogitsProcessor,
    LogitsProcessorList,
    PreTrainedModel,
    PreTrainedTokenizerBase,
    StaticCache,
    StoppingCriteria,
    StoppingCriteriaList,
)
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer

from helpers.memory.estimate import READ_TOGETHER
from helpers.prompts.answers import is_complete

ALIKE = 0.5  # of a prompt, behind what all begin with, that must be as its neighbour's to share a computed beginning with it


def decode(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    prompts: list[list[int]],
    max_new_tokens: int,
    batch_size: int,
    draw: "Draw | None" = None,
) -> Iterator[dict[int, list[list[int]]]]:
    """Yield, batch by batch, the answers: {place in `prompts`: tokens of each of its answers}.

    The model is in eval mode, with the configuration that counts as its own; `batch_size` counts answers. Without `draw` each prompt
    has one answer, the greedy one.
    """
    copies = draw.sampling.samples if draw else 1
    # Else all that the model remembers of a text is keys and values of its positions, as `StaticCache` holds them.
    own_way = model.config.is_encoder_decoder or not all(
        type(layer) in (DynamicLayer, DynamicSlidingWindowLayer) for layer in DynamicCache(config=model.config).layers
    )
    beginning = _Beginning()
    for batch in _batches(prompts, max(1, batch_size // copies), own_way):
        texts = [prompts[place] for place in batch]
        inputs, first = padded_inputs(model, tokenizer, texts, copies)
        if not own_way and first > 1:
            inputs["past_key_values"] = _read(model, texts, copies, max_new_tokens, beginning)
        stop = _QueryComplete(tokenizer, first)
        if draw:
            draw.rows = [(place, copy) for place in batch for copy in range(copies)]
        chosen = LogitsProcessorList([draw] if draw else [])
        with torch.inference_mode():
            made = model.generate(**inputs, stopping_criteria=StoppingCriteriaList([stop]), logits_processor=chosen)
        answers = [tokens[: stop.ends.get(row)] for row, tokens in enumerate(made[:, first:].tolist())]
        yield {place: answers[copies * at : copies * (at + 1)] for at, place in enumerate(batch)}


def _batches(prompts: list[list[int]], size: int, own_way: bool) -> Iterator[list[int]]:
    """Deal out places: longest first where every prompt is computed whole, else group by group. The longest leads its batch."""

    def longest_first(places: list[int]) -> list[int]:
        return sorted(places, key=lambda place: -len(prompts[place]))

    groups = [list(range(len(prompts)))] if own_way else sorted(_groups(prompts), key=lambda group: -min(len(prompts[i]) for i in group))
    order = [place for group in groups for place in longest_first(group)]
    for first in range(0, len(order), size):
        yield longest_first(order[first : first + size])


def _groups(prompts: list[list[int]]) -> list[list[int]]:
    """Group the places of prompts that begin alike, behind what all of them begin with; those that are like no other form one group."""
    shared = _common(prompts) if prompts else 0
    order = sorted(range(len(prompts)), key=prompts.__getitem__)
    groups: list[list[int]] = []
    for before, place in zip([None, *order], order, strict=False):
        if before is not None and _common([prompts[before], prompts[place]]) - shared >= ALIKE * (len(prompts[place]) - shared):
            groups[-1].append(place)
        else:
            groups.append([place])
    lonely = [group[0] for group in groups if len(group) == 1]
    return [group for group in groups if len(group) > 1] + [lonely] * bool(lonely)


def _common(prompts: list[list[int]]) -> int:
    """Count the tokens that all prompts begin with; each keeps one that is its own."""
    low, high = min(prompts), max(prompts)
    same = next((i for i, pair in enumerate(zip(low, high, strict=False)) if pair[0] != pair[1]), min(len(low), len(high)))
    return min(same, min(map(len, prompts)) - 1)


@dataclass
class _Beginning:
    """Hold the last beginning that was computed, for the next batch may begin alike."""

    tokens: list[int] = field(default_factory=list)
    cache: DynamicCache = field(default_factory=DynamicCache)

    def read(self, model: PreTrainedModel, tokens: list[int]) -> DynamicCache:
        """Return keys and values of `tokens`, [1, heads, positions, size] a layer, computed unless they are at hand."""
        if self.tokens != tokens:
            self.tokens, self.cache = tokens, DynamicCache()
            if tokens:
                _forward(model, self.cache, torch.tensor([tokens], device=model.device))
        return self.cache


def _read(model, prompts: list[list[int]], copies: int, room: int, beginning: _Beginning) -> StaticCache:
    """Return the keys and values of a batch, of all positions but the last, each row at the right end, as `generate` goes on from."""
    width = max(map(len, prompts)) - 1
    cache = StaticCache(config=model.config, max_cache_len=width + 1 + room)
    whole: list[list[torch.Tensor]] = []  # of each layer: keys and values of the batch
    for rows in _alike(prompts):
        texts = [prompts[row][:-1] for row in rows]
        start = beginning.read(model, prompts[rows[0]][: _common([prompts[row] for row in rows])] if len(rows) > 1 else [])
        shared = start.get_seq_length()
        longest = max(map(len, texts))
        group = DynamicCache()
        for number, layer in enumerate(start.layers):
            group.update(*(part.expand(len(rows), -1, -1, -1) for part in (layer.keys, layer.values)), number)
        if longest > shared:  # padded on the right: no token sees what stands behind it
            ids = [text[shared:] + [0] * (longest - len(text)) for text in texts]
            _forward(model, group, torch.tensor(ids, device=model.device))
        for number, layer in enumerate(group.layers):
            if number == len(whole):
                whole.append([part.new_zeros(len(prompts), part.shape[1], width, part.shape[3]) for part in (layer.keys, layer.values)])
            for target, part in zip(whole[number], (layer.keys, layer.values), strict=True):
                for row, values, text in zip(rows, part, texts, strict=True):
                    target[row, :, width - len(text) :] = values[:, : len(text)]
            layer.keys = layer.values = None
    positions = {"cache_position": torch.arange(width, device=model.device)}
    for layer in cache.layers:
        keys, values = whole.pop(0)  # so that a batch is never held twice
        layer.update(keys.repeat_interleave(copies, 0), values.repeat_interleave(copies, 0), positions)
    return cache


def _alike(prompts: list[list[int]]) -> Iterator[list[int]]:
    """Divide the rows of a batch into those that begin alike, of `READ_TOGETHER` tokens at most, or one."""
    for group in _groups(prompts):
        group = sorted(group, key=lambda row: -len(prompts[row]))
        while group:
            count = max(1, READ_TOGETHER // max(1, len(prompts[group[0]])))
            yield group[:count]
            del group[:count]


def _forward(model: PreTrainedModel, cache: DynamicCache, ids: torch.Tensor) -> None:
    """Add keys and values of `ids`, [rows, positions], to the cache. The output head has nothing to say yet and is left out."""
    decoder = (model.get_base_model() if hasattr(model, "get_base_model") else model).get_decoder()
    with torch.inference_mode():
        decoder(input_ids=ids, past_key_values=cache, use_cache=True)


def padded_inputs(model, tokenizer, prompts: list[list[int]], copies: int = 1) -> tuple[dict, int]:
    """Return a batch for `model.generate`, each prompt `copies` times, and where the answers will begin.

    Prompts are padded on the left, an encoder's on the right.
    """
    encoder = model.config.is_encoder_decoder

    def padded(rows: list[list[int]], fill: int) -> torch.Tensor:
        texts = [torch.tensor(row, dtype=torch.long) for row in rows for _ in range(copies)]
        return pad_sequence(texts, batch_first=True, padding_value=fill, padding_side="right" if encoder else "left").to(model.device)

    ids, mask = padded(prompts, tokenizer.pad_token_id), padded([[1] * len(prompt) for prompt in prompts], 0)
    return {"input_ids": ids, "attention_mask": mask}, 1 if encoder else ids.shape[1]


class _QueryComplete(StoppingCriteria):
    """Stop each sequence as soon as its query is complete (see `prompts.answers.is_complete`)."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase, first: int):
        self.tokenizer, self.first = tokenizer, first  # where the answers begin
        self.ends: dict[int, int] = {}  # of each row that is complete: its tokens

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor, **kwargs) -> torch.BoolTensor:
        going = [row for row in range(len(input_ids)) if row not in self.ends]
        texts = self.tokenizer.batch_decode(input_ids[going, self.first :], skip_special_tokens=True)
        self.ends |= {row: input_ids.shape[1] - self.first for row, text in zip(going, texts, strict=True) if is_complete(text)}
        return torch.tensor([row in self.ends for row in range(len(input_ids))], device=input_ids.device)


@dataclass(frozen=True)
class Sampling:
    """Say how several answers to a question are drawn."""

    samples: int = 8  # answers a question
    temperature: float = 0.7  # what the scores of the next token are divided by; lower is nearer to greedy
    top_p: float = 0.95  # the share of probability that the tokens which are drawn from hold together
    seed: int = 42  # the same seed gives the same answers, whatever the batch


class Draw(LogitsProcessor):
    """Draw each row's next token by noise of its own, so that no other row of the batch plays a part.

    Adding Gumbel noise to log-probabilities and taking the largest draws from their distribution (Gumbel 1954; Maddison et al. 2014),
    so that greedy decoding goes on from what this returns. The noise comes from the seed, the prompt, the answer's number, the step and
    the token itself: two tokens that are equally likely, which a batch may bring in either order, keep theirs.
    """

    LIKELIEST = 64  # tokens that can be drawn at most

    def __init__(self, sampling: Sampling, prompts: list[str]):
        self.sampling, self.rows = sampling, []
        self.keys = [int.from_bytes(hashlib.sha256(f"{sampling.seed} {prompt}".encode()).digest()[:8], "big") for prompt in prompts]
        self.chosen: dict[tuple[int, int], list[float]] = {}  # of each answer: the log-probability of each of its tokens

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        known = scores.float().log_softmax(dim=-1)
        best, tokens = known.topk(min(self.LIKELIEST, known.shape[-1]), dim=-1)
        drawn = (best / self.sampling.temperature).softmax(dim=-1)
        outside = drawn.cumsum(dim=-1) - drawn >= self.sampling.top_p  # the token that passes the share belongs to it
        noise = torch.from_numpy(self._noise(tokens.cpu().numpy())).to(best)
        place = (drawn.log() + noise).masked_fill(outside, -torch.inf).argmax(dim=-1, keepdim=True)
        for row, value in zip(self.rows, best.gather(1, place)[:, 0].tolist(), strict=True):
            self.chosen.setdefault(row, []).append(value)
        return torch.full_like(scores, -torch.inf).scatter(1, tokens.gather(1, place), 0.0)

    def _noise(self, tokens: np.ndarray) -> np.ndarray:
        """Return Gumbel noise for each row's tokens, hashed by SplitMix64 (Steele et al. 2014)."""
        starts = [(self.keys[place], copy << 32 | len(self.chosen.get((place, copy), ()))) for place, copy in self.rows]
        key, number = np.array(starts, dtype=np.uint64).T[:, :, None]
        mixed = _mixed(_mixed(key ^ _mixed(number)) + tokens.astype(np.uint64))
        return -np.log(-np.log(((mixed >> np.uint64(11)).astype(np.float64) + 0.5) / 2**53))


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """Spread 64-bit numbers so that neighbors have nothing in common."""
    numbers = numbers * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
