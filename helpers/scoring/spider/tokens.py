"""A statement in the tokens of Spider's evaluator, which splits SQL as NLTK splits English."""

import re

# What NLTK's word tokenizer does to a text without quotes, in its order.
_SPACING = [(re.compile(pattern), by) for pattern, by in (
    (r"([«“‘„]|`+)", r" \1 "), (r"(``)", r" \1 "), (r"([^.])(\.)([\])}>»”’ ]*+)\s*$", r"\1 \2 \3 "),
    (r"([:,])(\D)", r" \1 \2"), (r"([:,])$", r" \1 "), (r"(\.{2,})", r" \1 "),
    (r"([;@#$%&\u2012-\u2015?!*\[\](){}<>])", r" \1 "), (r"(--)", r" \1 "), (r"([»”’])", r" \1 "),
)]  # fmt: skip
_SPLIT = [re.compile(rf"(?i)\b({a})({b})") for a, b in (
    ("can", r"not\b"), ("gim", r"me\b"), ("gon", r"na\b"), ("got", r"ta\b"), ("lem", r"me\b"), ("wan", r"na(?=\s)"))]  # fmt: skip
_RARE = re.compile(r"[^\x00-\x7f]|`|\.\.|--|(?i:cannot|gimme|gonna|gotta|lemme|wanna)")  # without these, few of them find anything:
_COMMON = [_SPACING[i] for i in (2, 3, 4, 6)]


def tokenize(sql: str) -> list[str]:
    """Split a statement as the official evaluator does; raise ValueError at an odd number of quotes."""
    parts = sql.replace("'", '"').split('"')
    if len(parts) % 2 == 0:
        raise ValueError("A quote is not closed.")
    texts, out, at = {}, [], 0
    for i, part in enumerate(parts):
        if i % 2:
            key = f"__val_{at - 1}_{at + len(part)}__"
            texts[key] = f'"{part}"'
        out.append(key if i % 2 else part)
        at += len(part) + 1
    text = "".join(out)
    rare = _RARE.search(text)
    for pattern, by in _SPACING if rare else _COMMON:
        text = pattern.sub(by, text)
    text = f" {text} "
    for pattern in _SPLIT if rare else ():
        text = pattern.sub(r" \1 \2 ", text)
    tokens: list[str] = []
    for word in map(str.lower, text.split()):
        if word == "=" and tokens and tokens[-1] in ("!", ">", "<"):
            tokens[-1] += "="
        else:
            tokens.append(texts.get(word, word))
    return tokens
