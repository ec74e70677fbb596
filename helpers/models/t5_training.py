"""The encoder-decoder stand-in: a small T5, pretrained on the practice data's training split only.

No package ships a T5, so the project makes one, with T5's own objective (spans of a text are hidden and asked for) on
questions, schemas and queries. The finished model lies in `standin_t5/`; T5_STANDIN.md is its card. Make it again with
`python -m helpers.models.t5_training FOLDER`: one thread, so that the same machine gives the same bytes.
"""

import argparse
import hashlib
import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import tokenizers
import torch
import transformers

from helpers.models.t5_texts import SEED, digest, drawn_rows, spoiled, training_rows

FOLDER = Path(__file__).with_name("standin_t5")
RECORD = "record.json"  # beside the weights: what they were made from, in how long
VOCABULARY, SENTINELS = 1500, 32
STEPS, BATCH, LEARNING_RATE, WARMUP = 2000, 48, 1e-3, 50
JOINER = "￭"  # stands where a word follows a sign without a blank, so that 'Bath' and Bath hold the same token


def t5_tokenizer(corpus: Iterable[str], vocabulary: int, sentinels: int = 0) -> transformers.PreTrainedTokenizerFast:
    """Make a Unigram tokenizer with T5's habits and T5's defect: it has no `<`, `{`, `}` or newline.

    The pieces are those of byte-pair merges: the library's own Unigram trainer gives another vocabulary each time. Unlike T5's,
    words and signs are different tokens (`JOINER`): with few parameters, copying is only learned if a word is one token everywhere.
    """
    special = ["<pad>", "</s>", "<unk>"]
    corpus = [line.translate(str.maketrans("", "", "<{}")) for line in corpus]
    normalizer = tokenizers.normalizers.Replace(tokenizers.Regex(r"(?<=[^\w\s])(?=\w)"), f"{JOINER} ")
    parts = tokenizers.pre_tokenizers
    signs = parts.Split(tokenizers.Regex(r"▁?[^\w▁]+"), "isolated")
    pre_tokenizer = parts.Sequence([parts.WhitespaceSplit(), parts.Metaspace(), signs])  # a newline is a blank
    merged = tokenizers.Tokenizer(tokenizers.models.BPE())
    merged.normalizer, merged.pre_tokenizer = normalizer, pre_tokenizer
    trainer = tokenizers.trainers.BpeTrainer(vocab_size=vocabulary - len(special), show_progress=False)
    merged.train_from_iterator(corpus, trainer)
    counts = Counter(piece for encoding in merged.encode_batch(corpus) for piece in encoding.tokens)
    pieces = sorted(merged.get_vocab(), key=lambda piece: (-counts[piece], piece))
    scores = [(piece, math.log((counts[piece] + 0.01) / counts.total())) for piece in pieces]
    backend = tokenizers.Tokenizer(tokenizers.models.Unigram([*((name, 0.0) for name in special), *scores], unk_id=2))
    backend.normalizer, backend.pre_tokenizer = normalizer, pre_tokenizer
    decoders = tokenizers.decoders
    backend.decoder = decoders.Sequence([decoders.Metaspace(), decoders.Fuse(), decoders.Replace(f"{JOINER} ", "")])
    backend.post_processor = tokenizers.processors.TemplateProcessing(
        single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)]
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=backend, eos_token="</s>", pad_token="<pad>", unk_token="<unk>", clean_up_tokenization_spaces=False,
        extra_special_tokens=[f"<extra_id_{number}>" for number in range(sentinels)],
    )  # fmt: skip


def new_model(vocabulary: int) -> transformers.T5ForConditionalGeneration:
    """Make a T5 that leans towards copying, which one this small would need thousands of steps to discover.

    Half of the heads of the encoder's first layer look one token back, the same half of the heads that look from decoder to
    encoder search for the token that was just written, and what these find they return as it is. Training may change all of it.
    """
    config = transformers.T5Config(
        vocab_size=vocabulary, d_model=256, d_kv=64, d_ff=640, num_layers=3, num_heads=4, dropout_rate=0.0,
        pad_token_id=0, eos_token_id=1, decoder_start_token_id=0,
    )  # fmt: skip
    torch.manual_seed(SEED)
    model = transformers.T5ForConditionalGeneration(config)
    width = config.d_model
    half, heads = slice(0, width // 2), config.num_heads // 2
    current, previous = (torch.nn.init.orthogonal_(torch.empty(width, width)) for _ in range(2))
    with torch.no_grad():
        first = model.encoder.block[0].layer[0].SelfAttention
        first.v.weight[half], first.o.weight[:, half] = current[half], previous[half].T
        first.relative_attention_bias.weight[1, :heads] += 8.0  # T5's bucket 1: one token back
        for block in model.decoder.block:
            cross = block.layer[1].EncDecAttention
            cross.q.weight[half], cross.k.weight[half] = current[half] / 2, previous[half] / 2
            torch.nn.init.orthogonal_(cross.v.weight)
            cross.o.weight.copy_(cross.v.weight.T)
    return model


def pretrain(folder: Path, steps: int = STEPS) -> None:
    """Pretrain from the seed and write weights (float16), tokenizer and record into a folder."""
    torch.set_num_threads(1)  # with several, sums round differently from run to run
    started = time.monotonic()
    rows = training_rows()
    tokenizer = t5_tokenizer([text for row in rows for text in ("Tables: Question: Answer: Words:", *row.values())], VOCABULARY, SENTINELS)
    model = new_model(len(tokenizer))
    optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / WARMUP, 1 - step / steps))
    losses = []
    for step, batch in enumerate(_batches(rows, tokenizer, steps), start=1):
        with torch.autocast("cpu", torch.bfloat16):
            loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        if step % 50 == 0:
            print(f"step {step:>5}/{steps}  loss {sum(losses[-50:]) / 50:.3f}  {time.monotonic() - started:.0f} s", flush=True)
    model.half().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    record = {
        "rows": len(rows), "rows_sha256": digest(rows), "steps": steps, "batch": BATCH, "seed": SEED,
        "parameters": sum(parameter.numel() for parameter in model.parameters()),
        "loss": round(sum(losses[-50:]) / 50, 3), "minutes": round((time.monotonic() - started) / 60, 1),
        "files": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir()) if file.name != RECORD},
    }  # fmt: skip
    (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n")


def _batches(rows: list[dict[str, str]], tokenizer: transformers.PreTrainedTokenizerFast, steps: int) -> Iterator[dict]:
    """Yield batches of like lengths: 16 at a time are sorted together, then shuffled."""
    rng, drawn = random.Random(SEED), drawn_rows(rows, steps * BATCH)
    padded = transformers.DataCollatorForSeq2Seq(tokenizer)
    for first in range(0, steps, 16):
        pool = sorted((spoiled(next(drawn), tokenizer, rng) for _ in range(min(16, steps - first) * BATCH)), key=lambda pair: len(pair[0]))
        batches = [pool[start : start + BATCH] for start in range(0, len(pool), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            yield padded([{"input_ids": source, "labels": target} for source, target in batch])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--steps", type=int, default=STEPS)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    pretrain(given.folder, given.steps)
