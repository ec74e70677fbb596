"""A tokenizer as a GGUF file carries it: tokens with their kinds, merges or scores, special tokens, chat template."""

import json
from pathlib import Path

from helpers import UserError

NORMAL, UNKNOWN, CONTROL, USER_DEFINED, UNUSED, BYTE = 1, 2, 3, 4, 5, 6  # gguf.TokenType
CONTRACTIONS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)"
TAIL = r"\s*[\r\n]+|\s+(?!\S)|\s+"
UPPER, LOWER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
SIGNS = r" ?[^\s\p{L}\p{N}]+"
# What llama.cpp calls a way of splitting text before the merges, and the expression that it stands for.
SPLITS = {
    "llama-bpe": rf"{CONTRACTIONS}|[^\r\n\p{{L}}\p{{N}}]?\p{{L}}+|\p{{N}}{{1,3}}|{SIGNS}[\r\n]*|{TAIL}",
    "qwen2": rf"{CONTRACTIONS}|[^\r\n\p{{L}}\p{{N}}]?\p{{L}}+|\p{{N}}|{SIGNS}[\r\n]*|{TAIL}",
    "tekken": rf"[^\r\n\p{{L}}\p{{N}}]?{UPPER}*{LOWER}+|[^\r\n\p{{L}}\p{{N}}]?{UPPER}+{LOWER}*|\p{{N}}|{SIGNS}[\r\n/]*|{TAIL}",
}
# Text on which every two of the splits differ: digits, capitals inside a word, contractions, slashes and line breaks after signs.
PROBE = "It's I'M camelCase HTTPServer 12345 a1b22c333 x/y://z (a)\n\n  b\t c  \r\n ''' --\n\n e\u0301 Ünïcode 日本語 SELECT*FROM t1; "


def add_vocabulary(writer, folder: Path, config) -> None:
    """Write a folder's tokenizer into a GGUF file that is being made.

    Raises:
        UserError: a tokenizer that is neither byte-level BPE nor SentencePiece's BPE, one that splits text in an unknown way, or
            one with more tokens than the model has rows.
    """
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    saved = json.loads(tokenizer.backend_tokenizer.to_str())
    model = saved["model"]
    if model["type"] != "BPE":
        raise UserError(f"The tokenizer in {folder.name} is a {model['type']} model; GGUF is written for BPE only.")
    merges = [merge.split(" ") if isinstance(merge, str) else merge for merge in model["merges"]]
    added = {token["id"]: token for token in saved["added_tokens"]}
    tokens = {number: token for token, number in model["vocab"].items()} | {number: token["content"] for number, token in added.items()}
    if max(tokens) >= config.vocab_size:
        raise UserError(f"The tokenizer in {folder.name} has token {max(tokens)}, and the model {config.vocab_size} rows: they do not fit.")
    pieces = bool(model.get("byte_fallback"))
    texts = [tokens.get(number, f"[PAD{number}]") for number in range(config.vocab_size)]  # rows without a token, as Qwen has
    kinds = [_kind(number, tokens, added, tokenizer.unk_token_id, pieces) for number in range(config.vocab_size)]
    writer.add_tokenizer_model("llama" if pieces else "gpt2")
    writer.add_tokenizer_pre("default" if pieces else split_name(tokenizer, folder.name))
    writer.add_token_list(texts)
    writer.add_token_types(kinds)
    if pieces:
        writer.add_token_scores(_scores(texts, merges))
    writer.add_token_merges([" ".join(pair) for pair in merges])
    _add_special(writer, tokenizer, config)


def split_name(tokenizer, called: str) -> str:
    """Return llama.cpp's name for how a byte-level tokenizer splits text, found by what it does and not by the model's name.

    Raises:
        UserError: no known way: a file with a wrong name would be read without a complaint, into other tokens.
    """
    from tokenizers import Regex
    from tokenizers.pre_tokenizers import ByteLevel, Digits, Sequence, Split

    known = {
        name: Sequence([Split(Regex(pattern), "isolated"), ByteLevel(add_prefix_space=False, use_regex=False)])
        for name, pattern in SPLITS.items()
    }
    known["gpt-2"] = ByteLevel(add_prefix_space=False)
    known["smollm"] = Sequence([Digits(individual_digits=True), ByteLevel(add_prefix_space=False)])
    own = tokenizer.backend_tokenizer.pre_tokenizer
    found = own.pre_tokenize_str(PROBE) if own else None
    for name, way in known.items():
        if way.pre_tokenize_str(PROBE) == found:
            return name
    raise UserError(f"The tokenizer in {called} splits text in none of the ways that are known here ({', '.join(known)}): no GGUF of it.")


def _kind(number: int, tokens: dict, added: dict, unknown: int | None, pieces: bool) -> int:
    if number not in tokens:
        return UNUSED
    if pieces and number == unknown:
        return UNKNOWN
    if number in added:
        return CONTROL if added[number]["special"] else USER_DEFINED
    return BYTE if pieces and len(text := tokens[number]) == 6 and text.startswith("<0x") and text.endswith(">") else NORMAL


def _scores(texts: list[str], merges: list[list[str]]) -> list[float]:
    """Return SentencePiece's scores: llama.cpp merges the pair whose sum has the highest, so the first merges get the highest.

    A folder holds the merges; the scores are in a file that newer versions of transformers do not save.
    """
    ranks: dict[str, int] = {}
    for rank, (left, right) in enumerate(merges):
        ranks.setdefault(left + right, rank)
    return [-float(ranks.get(text, len(merges))) for text in texts]


def _add_special(writer, tokenizer, config) -> None:
    ids = tokenizer("a")["input_ids"]
    eos = tokenizer.eos_token_id
    start = tokenizer.bos_token_id
    if start is None:  # llama.cpp would take token 11
        start = config.bos_token_id if isinstance(config.bos_token_id, int) else eos
    writer.add_bos_token_id(start)
    writer.add_eos_token_id(eos)
    if tokenizer.unk_token_id is not None:
        writer.add_unk_token_id(tokenizer.unk_token_id)
    if tokenizer.pad_token_id is not None:
        writer.add_pad_token_id(tokenizer.pad_token_id)
    writer.add_add_bos_token(tokenizer.bos_token_id is not None and ids[0] == tokenizer.bos_token_id)
    writer.add_add_eos_token(ids[-1] == eos)
    writer.add_add_space_prefix(tokenizer.tokenize("a")[0].startswith("▁"))
    if isinstance(tokenizer.chat_template, str):
        writer.add_chat_template(tokenizer.chat_template)
