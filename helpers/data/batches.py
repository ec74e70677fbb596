"""Which examples are computed together, and what padding them to one length costs."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from datasets import Dataset

from helpers import UserError
from helpers.data.wider import narrower
from helpers.prompts.render import special_tokens

POOL = 50  # batches whose rows are sorted together: enough to pad little, few enough to mix


@dataclass(frozen=True)
class Batched:
    """Examples that fit, in the order in which they are trained on, with their lengths in tokens and the cost of padding.

    `padding` maps three ways to make batches to the share of tokens that would be padding.
    """

    rows: Dataset
    lengths: list[int]
    padding: dict[str, float]


def fit(rows: Dataset, to_text: Callable[[dict], dict], tokenizer, max_length: int, batch_size: int, seed: int) -> Batched:
    """Leave out what is longer than `max_length` tokens, print how many, and put the rest into batches of like lengths.

    `to_text` turns a record into `prompt` and `completion`, whose tokens are counted together, and one for the end of the text. A row
    that other tables make too long keeps as many of them as there is room for (`fewer_tables`). Raise UserError where all are longer.
    """
    rows, lengths = _fitting(rows, to_text, tokenizer, max_length, "training")
    order = like_lengths_together(lengths, batch_size, seed)
    padding = padding_shares(lengths, batch_size, max_length, seed)
    return Batched(rows.select(order), [lengths[i] for i in order], padding)


def within(rows: Dataset, to_text: Callable[[dict], dict], tokenizer, max_length: int, name: str = "validation") -> Dataset:
    """Leave out the rows of another set that are longer than `max_length` tokens, and print how many, as `fit` does in training.

    Older versions of TRL cut such a row to its prompt: nothing is left to compute a loss of, and the mean over all is no number.
    Raise UserError where all of them are longer: the validation, or another set (`name`), was asked for.
    """
    return _fitting(rows, to_text, tokenizer, max_length, name)[0] if len(rows) else rows


def fewer_tables(rows: Dataset, to_text: Callable[[dict], dict], tokenizer, max_length: int) -> tuple[Dataset, list[int]]:
    """Take other tables (`wider.py`) out of rows that are longer than `max_length` tokens, until they fit; return rows and lengths."""

    def measured(records: Sequence[dict]) -> list[int]:
        texts = [text["prompt"] + text["completion"] for text in map(to_text, records)]
        return [len(ids) + 1 for ids in tokenizer(texts)["input_ids"]]

    records = rows.to_list()
    lengths = measured(records)
    long = [i for i, length in enumerate(lengths) if length > max_length and records[i].get("narrow")]
    for i in long:
        for row in narrower(records[i]):
            records[i], lengths[i] = row, measured([row])[0]
            if lengths[i] <= max_length:
                break
    if not long:
        return rows, lengths
    print(f"{len(long)} examples keep fewer other tables, to fit into {max_length} tokens")
    return Dataset.from_list(records, features=rows.features), lengths


def _fitting(rows: Dataset, to_text: Callable[[dict], dict], tokenizer, max_length: int, name: str) -> tuple[Dataset, list[int]]:
    """Return the rows that fit, long ones with fewer other tables, and their lengths in tokens."""
    rows, lengths = fewer_tables(rows, to_text, tokenizer, max_length)
    kept = [i for i, length in enumerate(lengths) if length <= max_length]
    if not kept:
        raise UserError(
            f"max_length {max_length} leaves no {name} example: they have {min(lengths)} to {max(lengths)} tokens. "
            f"Set it to {sorted(lengths)[len(lengths) // 2]} to keep half of them"
            f"{', or validation_examples to 0' if name == 'validation' else ''}."
        )
    print(f"{len(rows) - len(kept)} {name} examples are longer than {max_length} tokens and left out")
    if (special := special_tokens(tokenizer)) and (found := sum(bool(special.search(row["question"] + row["schema"])) for row in rows)):
        print(f"{found} {name} examples hold special tokens of the tokenizer: written with a blank in them, so that they stay text")
    return rows.select(kept), [lengths[i] for i in kept]


def like_lengths_together(lengths: Sequence[int], batch_size: int, seed: int) -> list[int]:
    """Return an order of the examples in which each batch holds like lengths and the batches come in random order.

    The trainer's own `group_by_length` pads as little, but its batches go from long to short, again and again: after each stretch
    of short answers the validation loss doubles. Train on this order with `train_sampling_strategy="sequential"`.
    Not covered: several epochs see the same batches in the same order.

    >>> sorted(like_lengths_together([5, 90, 6, 91, 7, 92], batch_size=2, seed=0))
    [0, 1, 2, 3, 4, 5]
    """
    generator, shuffled = random.Random(seed), list(range(len(lengths)))
    generator.shuffle(shuffled)
    batches = []
    for first in range(0, len(shuffled), POOL * batch_size):
        pool = sorted(shuffled[first : first + POOL * batch_size], key=lambda i: lengths[i])
        batches += [pool[i : i + batch_size] for i in range(0, len(pool), batch_size)]
    last = [batches.pop()] if batches and len(batches[-1]) < batch_size else []  # an incomplete batch can only stand last
    generator.shuffle(batches)
    return [i for batch in batches + last for i in batch]


def padding_shares(lengths: list[int], batch_size: int, max_length: int, seed: int) -> dict[str, float]:
    """Compute which share of the tokens in a training epoch would be padding, under three ways to make batches."""

    def share(order: list[int]) -> float:
        batches = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
        return 1 - sum(lengths) / sum(max(batch) * len(batch) for batch in batches)

    return {
        f"every row padded to {max_length}": 1 - sum(lengths) / (max_length * len(lengths)),
        "to the longest row of a random batch": share(random.Random(seed).sample(lengths, len(lengths))),
        "to the longest row of a batch of like lengths": share([lengths[i] for i in like_lengths_together(lengths, batch_size, seed)]),
    }
