"""What T5's vocabulary lacks for SQL, and the repair."""

import re

import torch
from transformers import AddedToken, PreTrainedModel, PreTrainedTokenizerBase

MISSING = ("<=", "<>", "<", "{", "}", "`", "~", "^", "\\")


def add_missing_tokens(tokenizer: PreTrainedTokenizerBase) -> list[str]:
    """Add the operators, braces and quotes that the tokenizer reads as its unknown token, in place, and return them.

    T5's vocabulary has no `<`: `age < 56` is read as `age 56`, in the gold queries too. A second call adds nothing.
    Give the model rows for them with `fit_embeddings`.
    """
    lacking = [text for text in MISSING if tokenizer.unk_token_id in tokenizer(text, add_special_tokens=False)["input_ids"]]
    tokenizer.add_tokens([AddedToken(text, normalized=False) for text in lacking])
    return lacking


def fit_embeddings(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, added: list[str]) -> None:
    """Give the added tokens rows in the embedding, new or spare ones, each the mean of all that were in use, in place."""
    rows = model.get_input_embeddings().num_embeddings
    if len(tokenizer) > rows:
        model.resize_token_embeddings(len(tokenizer), mean_resizing=False)
    known = tokenizer.get_added_vocab()  # the tokenizer of an older run may have fewer than are added today
    if ids := [known[token] for token in added if token in known]:
        with torch.no_grad():
            for layer in (model.get_input_embeddings(), model.get_output_embeddings()):  # where they are tied, twice the same
                layer.weight[ids] = layer.weight[: min(ids)].mean(dim=0)


def there_and_back(tokenizer: PreTrainedTokenizerBase, text: str) -> str:
    """Encode and decode a text: what the model can see of it, and say. Blanks beside added tokens may differ, which SQL does not mind
    beside operators; inside a quoted text with braces or a backslash it does.
    """
    ids = tokenizer(text, add_special_tokens=False)["input_ids"]
    return re.sub(r"\s+", " ", tight(tokenizer.decode(ids, skip_special_tokens=True))).strip()


def tight(text: str) -> str:
    """Take out the blanks that decoding puts beside a backtick inside quoted names: they would be part of the name.

    >>> tight("SELECT ` a b` FROM ` t `")
    'SELECT `a b` FROM `t`'
    """
    return re.sub(r"`\s*([^`]*?)\s*`", r"`\1`", text)
