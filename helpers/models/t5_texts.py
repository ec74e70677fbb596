"""The texts that the encoder-decoder stand-in is pretrained on: the practice data's training split, spoiled.

As T5 was, the model is asked for spans that are hidden in a text. Values are replaced, so that they are looked up in the
question and not remembered. Without torch: what enters pretraining can be listed and compared with the test rows quickly.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterator

from helpers.practice import build, formats
from helpers.practice.examples import SPLITS
from helpers.practice.formats import folded

SEED = 2026
RENAMED = 0.7  # share of the rows whose values are replaced: copying is to be learned, not the values
LONGEST_HIDDEN = 0.6  # of a query's tokens: its question never asks for all of it, which is what fine-tuning is to teach
# A value in a query: a quoted text without wildcards, or a number that stands alone.
VALUE = re.compile(r"'([^'%]+)'|(?<![\w.'-])(\d+(?:\.\d+)?)(?![\w.'-])")


def training_rows() -> list[dict[str, str]]:
    """Return `question`, `schema` and `sql` of the practice data's training split, in the shape of sql-create-context."""
    folder = build.practice_folder()
    public = (formats.to_create_context(row, folder) for row in build.read(folder, "train"))
    return [{"question": row["question"], "schema": row["context"], "sql": row["answer"]} for row in public]


def digest(rows: list[dict[str, str]]) -> str:
    """Return a hash of training rows: weights that were made from other rows may have seen what is a test row today."""
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def drawn_rows(rows: list[dict[str, str]], count: int) -> Iterator[dict[str, str]]:
    """Yield the rows that pretraining sees, in its order: the training rows again and again, most with other values."""
    rng = random.Random(SEED)
    words = sorted({word for row in rows for text, _ in VALUE.findall(row["sql"]) for word in re.findall(r"[^\W\d_]{4,}", text)})
    others = (row for split in SPLITS if split != "train" for row in build.read(build.practice_folder(), split))
    refused = {folded(row[name]) for row in others for name in ("question", "sql")}  # a replaced value might lead there by chance
    left: list[dict[str, str]] = []
    for _ in range(count):
        left = left or rng.sample(rows, len(rows))
        row = left.pop()
        changed = with_other_values(row, words, rng) if rng.random() < RENAMED else row
        yield row if {folded(changed["question"]), folded(changed["sql"])} & refused else changed


def with_other_values(row: dict[str, str], words: list[str], rng: random.Random) -> dict[str, str]:
    """Replace the values that stand once in the question and in the query by other ones of their kind, in both."""
    question, sql = row["question"], row["sql"]
    for match in VALUE.finditer(row["sql"]):
        text, number = match.groups()
        old = text or number
        asked = rf"(?<![\w.-]){re.escape(old)}(?![\w-]|\.\d)"
        if len(re.findall(asked, question)) != 1:
            continue
        new = _other_value(old, words, rng)
        question = re.sub(asked, lambda _, new=new: new, question)
        there = f"'{re.escape(old)}'" if text else rf"(?<![\w.'-]){re.escape(old)}(?![\w.'-])"
        sql = re.sub(there, lambda _, new=f"'{new}'" if text else new: new, sql)
    return {**row, "question": question, "sql": sql}


def _other_value(old: str, words: list[str], rng: random.Random) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", old):
        return f"{rng.randint(1950, 2030)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    if re.fullmatch(r"(19|20)\d\d", old):
        return str(rng.randint(1900, 2030))
    if re.fullmatch(r"[\d.]+", old):
        return re.sub(r"\d", lambda _: str(rng.randint(1, 9)), old)
    return re.sub(r"[^\W\d_]{3,}", lambda word: _other_word(word.group(), words, rng), old)


def _other_word(old: str, words: list[str], rng: random.Random) -> str:
    one, two = rng.choice(words), rng.choice(words)
    new = one[: rng.randint(2, 4)] + two[-rng.randint(1, 4) :] if rng.random() < 0.6 else one
    return new.capitalize() if old[0].isupper() else new.lower()


def spoiled(row: dict[str, str], tokenizer, rng: random.Random) -> tuple[list[int], list[int]]:
    """Make one example of a row: the text with something missing, and what is missing, as token ids.

    Most hide spans of the query or the question. Some give the query's words, mostly in random order, and ask for the query.
    """

    def ids(text: str) -> list[int]:
        return tokenizer(text, add_special_tokens=False)["input_ids"]

    end = tokenizer.eos_token_id
    tables, kind = ids(f"Tables: {row['schema']}"), rng.random()
    if kind < 0.15:
        words = row["sql"].split()
        given = rng.sample(words, len(words)) if kind < 0.1 else words
        return [*tables, *ids(f"Words: {' '.join(given)}"), end], [*ids(row["sql"]), end]
    question, sql = ids(f"Question: {row['question']}"), ids(row["sql"])
    of_question, of_sql = (rng.uniform(0.2, 0.5), 0.0) if kind < 0.3 else (0.0, rng.uniform(0.2, LONGEST_HIDDEN))
    parts = [(tables, 0.0), (question, of_question), (ids("Answer:"), 0.0), (sql, of_sql)]
    sentinel = tokenizer.convert_tokens_to_ids("<extra_id_0>")
    source, target, before = [], [], False
    for token, hidden in ((token, hidden) for part, share in parts for token, hidden in zip(part, _spans(part, share, rng), strict=True)):
        if hidden and not before:
            source.append(sentinel)
            target.append(sentinel)
            sentinel += 1
        (target if hidden else source).append(token)
        before = hidden
    return [*source, end], [*target, end]


def _spans(tokens: list[int], share: float, rng: random.Random) -> list[bool]:
    """Choose spans of three tokens on average until a share of the tokens is hidden."""
    hidden, wanted = [False] * len(tokens), int(len(tokens) * share)
    while (missing := wanted - sum(hidden)) > 0:
        length = min(max(1, round(rng.expovariate(1 / 3))), missing)
        start = rng.randint(0, len(tokens) - length)
        hidden[start : start + length] = [True] * length
    return hidden
