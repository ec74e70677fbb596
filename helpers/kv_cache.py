"""Keys and values of a batch of prompts: computed without much padding, held with room for the answers."""

from collections.abc import Iterator
from itertools import takewhile

import torch
from transformers import Cache, DynamicCache, PreTrainedModel
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer

LIKE = 0.85  # of the longest prompt's length: as short as a prompt may be that is computed beside it
WORTH_SHARING = 8  # tokens at which all prompts have to begin alike for a pass of their own


class RoomyLayer(DynamicLayer):
    """Hold one layer's keys and values with room behind them, into which a new token's are written.

    The layer of transformers copies all that it holds, for every token: half of the time of an answer on a CPU. This one is for
    greedy decoding: rows may leave, and are not reordered.

    Args:
        keys: [rows, heads, positions, size], of which the first `length` positions are filled, and no more are there to fill.
        values: of the same shape.
        length: positions.
    """

    def __init__(self, keys: torch.Tensor, values: torch.Tensor, length: int):
        super().__init__()
        self.lazy_initialization(keys, values)
        self._show(keys, values, length)

    def _show(self, keys: torch.Tensor, values: torch.Tensor, length: int) -> None:
        self._all = keys, values
        self.keys, self.values = keys[:, :, :length], values[:, :, :length]

    def update(self, key_states: torch.Tensor, value_states: torch.Tensor, *args, **kwargs) -> tuple[torch.Tensor, torch.Tensor]:
        """Write the new keys and values behind the others; return all."""
        keys, values = self._all
        first = self.get_seq_length()
        length = first + key_states.shape[-2]
        keys[:, :, first:length], values[:, :, first:length] = key_states, value_states
        self._show(keys, values, length)
        return self.keys, self.values

    def batch_select_indices(self, indices: torch.Tensor) -> None:
        """Keep these rows, in this order."""
        keys, values = self._all
        self._show(keys[indices], values[indices], self.get_seq_length())


def can_be_read(model: PreTrainedModel, positions: int) -> bool:
    """Tell whether all that the model remembers of a text of so many positions is keys and values of each: no encoder, no other
    state, and no window that would count the padding between what prompts share and what they go on with.
    """
    if model.config.is_encoder_decoder:
        return False
    layers = DynamicCache(config=model.config).layers
    return all(
        type(layer) is DynamicLayer or (type(layer) is DynamicSlidingWindowLayer and positions <= layer.sliding_window)
        for layer in layers
    )  # fmt: skip


def read_beginning(model: PreTrainedModel, prompts: list[list[int]]) -> Cache:
    """Return the keys and values of what all prompts begin with, one row; empty if that is not worth a pass of its own."""
    beginning = DynamicCache()
    low, high = min(prompts), max(prompts)  # what these two share, all between them share
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))
    shared = [token for token, _ in alike][: min(map(len, prompts)) - 1]  # each prompt keeps a token that is its own
    if len(prompts) > 1 and len(shared) >= WORTH_SHARING:
        ids = torch.tensor([shared], device=model.device)
        _read_on(model, beginning, ids, torch.ones_like(ids))
    return beginning


def read_rows(model: PreTrainedModel, beginning: Cache, ids: torch.Tensor, mask: torch.Tensor, room: int) -> Cache:
    """Return the keys and values of a batch, of all positions but the last, as `model.generate` goes on from.

    Args:
        model: in eval mode; `can_be_read` is true of it.
        beginning: what all rows begin with, from `read_beginning`.
        ids: tokens, [rows, two or more positions], longest rows first: the shared beginning, padding, the rest.
        mask: of the same shape: 1, and 0 where there is padding.
        room: positions that the answers will need.
    """
    shared, end = beginning.get_seq_length(), ids.shape[1] - 1
    lengths = mask[:, shared:end].sum(dim=1).tolist()
    held: list[list[torch.Tensor]] = []  # of each layer: keys, values
    for rows in _of_like_lengths(lengths):
        first = end - lengths[rows.start]  # where the longest of these rows goes on
        group = DynamicCache()
        for number, layer in enumerate(beginning.layers):
            group.update(*(part.expand(len(ids[rows]), -1, -1, -1) for part in (layer.keys, layer.values)), number)
        if first < end:
            _read_on(model, group, ids[rows, first:end], torch.cat([mask[rows, :shared], mask[rows, first:end]], dim=1))
        for number, layer in enumerate(group.layers):
            if number == len(held):
                held.append([part.new_zeros(len(ids), part.shape[1], end + room, part.shape[3]) for part in (layer.keys, layer.values)])
            for whole, part in zip(held[number], (layer.keys, layer.values), strict=True):
                whole[rows, :, :shared], whole[rows, :, first:end] = part[:, :, :shared], part[:, :, shared:]
            layer.keys = layer.values = None  # so that a batch of like lengths is never held twice
    return Cache(layers=[RoomyLayer(keys, values, end) for keys, values in held])


def _of_like_lengths(lengths: list[int]) -> Iterator[slice]:
    """Divide rows, longest first, so that little of each part is padding."""
    start = 0
    for end in range(1, len(lengths) + 1):
        if end == len(lengths) or lengths[end] < LIKE * lengths[start]:
            yield slice(start, end)
            start = end


def _read_on(model: PreTrainedModel, cache: Cache, ids: torch.Tensor, mask: torch.Tensor) -> None:
    """Add the keys and values of `ids` to the cache. `mask` covers what is in the cache, too."""
    positions = (mask.cumsum(dim=1) - 1).clamp(min=0)[:, -ids.shape[1] :]
    decoder = (model.get_base_model() if hasattr(model, "get_base_model") else model).get_decoder()  # no head: it says nothing yet
    with torch.inference_mode():
        decoder(input_ids=ids, attention_mask=mask, position_ids=positions, past_key_values=cache, use_cache=True)
