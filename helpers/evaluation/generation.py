"""Ask a model many questions at once: greedy, batched, padded where it does no harm, the same text as one at a time."""

import hashlib
import itertools
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from transformers import GenerationConfig, PreTrainedModel, PreTrainedTokenizerBase

from helpers import UserError
from helpers.evaluation.decoding import Draw, Sampling, decode, padded_inputs
from helpers.files import json_text, lines
from helpers.models.t5 import tight
from helpers.prompts.answers import is_complete
from helpers.training.checkpoints import explain_full_disk

EVERY = 30.0  # seconds between two lines of progress, and then a third of the time so far
SAMPLED = 65536  # numbers of a frozen tensor that its fingerprint looks at: a part of a large matrix, all of a norm


@dataclass(frozen=True)
class Generation:
    """Hold one answer. `truncated` says that it reached the token budget before it ended."""

    text: str
    tokens: int
    truncated: bool
    log_probability: float | None = None  # mean a token, of a drawn answer


def greedy_config(
    tokenizer: PreTrainedTokenizerBase, max_new_tokens: int, eos_token_ids: list[int], start_token_id: int | None = None
) -> GenerationConfig:
    """Return a configuration that decodes greedily and says so in every field that a checkpoint could set otherwise.

    A repetition penalty counts the prompt's tokens, so that schema names cannot be copied; sampling makes a score a lottery.
    Both come with some checkpoints' own generation_config. `start_token_id` is where a decoder behind an encoder begins.
    """
    pad = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else eos_token_ids[0]
    return GenerationConfig(
        do_sample=False, num_beams=1, temperature=None, top_p=None, top_k=None, repetition_penalty=1.0,
        no_repeat_ngram_size=0, max_new_tokens=max_new_tokens, max_length=None, eos_token_id=eos_token_ids,
        pad_token_id=pad, bos_token_id=tokenizer.bos_token_id, decoder_start_token_id=start_token_id,
        use_cache=True, disable_compile=True,  # compiling for each width of a batch costs minutes
    )  # fmt: skip


def generate(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    prompts: list[str],
    max_new_tokens: int = 128,
    batch_size: int = 32,
    resume_file: Path | None = None,
    label: str = "",
) -> list[Generation]:
    """Answer every prompt greedily and return the answers in the prompts' order.

    An answer ends at an end token, at the token budget, or as soon as more text could no longer change what `extract_sql` takes from
    it (a base model rarely stops by itself): no verdict depends on that. The model's own generation_config plays no part. In float32
    the text is the one that asking one by one gives; in half precision a batch may round differently and, rarely, choose another word.

    The model is a causal one, or an encoder and decoder such as T5; it and the tokenizer are left as they came in. `batch_size` costs
    memory only. `resume_file` is a jsonl file that takes each finished batch; a second call goes on behind it, and answers of other
    weights or another budget are set aside and asked again. `label` begins the progress lines; without it there are none.
    """
    return [answers[0] for answers in sample(model, tokenizer, prompts, None, max_new_tokens, batch_size, resume_file, label)]


def sample(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    prompts: list[str],
    sampling: Sampling | None,
    max_new_tokens: int = 128,
    batch_size: int = 32,
    resume_file: Path | None = None,
    label: str = "",
) -> list[list[Generation]]:
    """Draw several answers to every prompt, each with its mean log-probability; for the rest as `generate`.

    A prompt is computed once for all its answers. Equal prompts get equal answers. Without `sampling` there is one, the greedy one.
    """
    config = _config(model, tokenizer, max_new_tokens)
    conditions = [len(tokenizer), max_new_tokens, config.eos_token_id, *([asdict(sampling)] if sampling else [])]
    asked_of = fingerprint(model, conditions) if resume_file is not None else ""
    done = _read_done(resume_file, prompts, asked_of)
    missing = [i for i in range(len(prompts)) if i not in done]
    started = told = time.monotonic()
    asked = [prompts[i] for i in missing]
    draw = Draw(sampling, asked) if sampling else None
    with _asking(model, tokenizer, config):
        encoded = _encode(tokenizer, asked) if asked else []
        _check_lengths(model, asked, encoded)
        for batch in decode(model, tokenizer, encoded, max_new_tokens, batch_size, draw):
            answers = {
                missing[place]: [_finish(tokenizer, row, draw and draw.chosen[place, copy], config) for copy, row in enumerate(several)]
                for place, several in batch.items()
            }
            done.update(answers)
            if resume_file is not None:
                _append(resume_file, prompts, answers, asked_of)
            now, left = time.monotonic(), len(prompts) - len(done)
            if label and (not left or now - told >= max(EVERY, (now - started) / 3)):
                told, seconds = now, now - started
                about = f", about {seconds / (len(missing) - left) * left:.0f} s left" if left else ""
                print(f"{label}: {len(done):>4}/{len(prompts)} {'questions' if draw else 'answers'}, {seconds:4.0f} s{about}", flush=True)
    return [done[i] for i in range(len(prompts))]


def _check_lengths(model: PreTrainedModel, prompts: list[str], encoded: list[list[int]]) -> None:
    """Raise UserError where a prompt is longer than the model can read: minutes, or all memory, and no sense would come of it."""
    room = getattr(model.config, "max_position_embeddings", None)
    if not room or model.config.is_encoder_decoder:  # a T5 knows no positions, only distances
        return
    if long := [i for i, tokens in enumerate(encoded) if len(tokens) > room]:
        raise UserError(
            f"{len(long)} of {len(prompts)} prompts are longer than the {room:,} tokens that the model can read: one has "
            f"{len(encoded[long[0]]):,} and ends {prompts[long[0]][-120:]!r}. Take such rows out of the data, or shorten their schemas."
        )


def _finish(tokenizer, row: list[int], known: list[float] | None, config: GenerationConfig) -> Generation:
    """Cut an answer at its end token. What the batch wrote behind it does not count, in the mean log-probability either."""
    end = next((i for i, token in enumerate(row) if token in config.eos_token_id), None)
    kept = row if end is None else row[:end]
    own = known[: len(kept) + (end is not None)] if known else None
    mean = round(sum(own) / len(own), 3) if own else None  # less than what a batch rounds otherwise
    text = tokenizer.decode(kept, skip_special_tokens=True)
    if "`" in tokenizer.get_added_vocab():  # a T5's, see `t5.MISSING`
        text = tight(text)
    return Generation(text, len(kept), end is None and len(row) >= config.max_new_tokens and not is_complete(text), mean)


def beam_answers(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, prompt: str, max_new_tokens: int, beams: int) -> list[str]:
    """Return the `beams` likeliest answers that a beam search finds, likeliest first; the greedy one may be among them."""
    config = _config(model, tokenizer, max_new_tokens)
    config.num_beams = config.num_return_sequences = beams
    config.early_stopping = True
    with _asking(model, tokenizer, config), torch.inference_mode():
        inputs, first = padded_inputs(model, tokenizer, _encode(tokenizer, [prompt]))
        output = model.generate(**inputs)
    return tokenizer.batch_decode(output[:, first:], skip_special_tokens=True)


def _config(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, max_new_tokens: int) -> GenerationConfig:
    start = model.config.decoder_start_token_id if model.config.is_encoder_decoder else None
    own = getattr(model.generation_config, "eos_token_id", None)  # of an instruct model several
    ends = dict.fromkeys([tokenizer.eos_token_id, *(own if isinstance(own, list) else [own])])
    return greedy_config(tokenizer, max_new_tokens, [token for token in ends if token is not None], start)


@contextmanager
def _asking(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, config: GenerationConfig) -> Iterator[None]:
    """Put the model into eval mode with our configuration in place of its own, and put everything back afterwards.

    Passing a configuration to `generate` is not enough: fields that it leaves open are filled from the model's own.
    """
    was_training, pad = model.training, tokenizer.pad_token
    base = model.get_base_model() if hasattr(model, "get_base_model") else model  # an adapter's wrapper and what it wraps
    own_config = base.generation_config
    model.eval()
    model.generation_config = base.generation_config = config
    if pad is None:
        tokenizer.pad_token = tokenizer.eos_token
    try:
        yield
    finally:
        model.generation_config = base.generation_config = own_config
        tokenizer.pad_token = pad
        model.train(was_training)


def _encode(tokenizer: PreTrainedTokenizerBase, prompts: list[str]) -> list[list[int]]:
    """Return the tokens of rendered prompts. Where they carry the start token already (a chat template's, say), it is not added twice."""
    started = bool(tokenizer.bos_token) and prompts[0].startswith(tokenizer.bos_token)
    return tokenizer(prompts, add_special_tokens=not started)["input_ids"]


def fingerprint(model: PreTrainedModel, conditions: list) -> str:
    """Digest what decides an answer beside its prompt: the model's weights and the conditions it is asked under.

    Every number of what training changes counts (adapters, weights that take a gradient), and of a frozen matrix some 65,000
    spread over it: it is what was downloaded, or it is another model. No path counts, so that a copied run keeps its answers.
    Takes a second for each GiB that is looked at.
    """
    digest = hashlib.sha256(json.dumps([model.config.model_type, *conditions]).encode())
    for name, tensor in itertools.chain(model.named_parameters(), model.named_buffers()):
        numbers = tensor.detach().reshape(-1)
        if not tensor.requires_grad and "lora_" not in name and len(numbers) > SAMPLED:
            numbers = numbers[:: len(numbers) // SAMPLED]
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}".encode())
        digest.update(numbers.contiguous().view(torch.uint8).cpu().numpy())
    return digest.hexdigest()[:16]


def _read_done(file: Path | None, prompts: list[str], asked_of: str) -> dict[int, list[Generation]]:
    """Read the finished answers of an earlier call. A line that was cut off, or belongs to another prompt, does not count.

    A file with answers of another model (or of none that is named) is renamed, so that the new answers do not mix with it.
    """
    done, others = {}, 0
    if file is not None and file.exists():
        for line in lines(file.read_text(encoding="utf-8", errors="replace")):
            with suppress(ValueError, KeyError, IndexError, TypeError, AttributeError):
                row = json.loads(line)
                index, prompt, model = row.pop("index"), row.pop("prompt"), row.pop("model", "")
                others += model != asked_of
                if prompts[index] == prompt and model == asked_of:
                    done[index] = [Generation(**answer) for answer in row.get("answers", [row])]
        if others:
            aside = file.with_name(f"{file.stem}.stale{file.suffix}")
            file.replace(aside)
            print(f"{file.name} holds {others} answers of other weights or another budget: set aside as {aside.name}, asked again")
            _append(file, prompts, done, asked_of)
    return done


def _append(file: Path, prompts: list[str], answers: dict[int, list[Generation]], asked_of: str) -> None:
    """Add a line a prompt: an answer's fields, or a list of them where several were drawn."""
    text = ""
    for i, several in answers.items():
        fields = [asdict(answer) for answer in several]
        own = fields[0] if fields[0]["log_probability"] is None else {"answers": fields}
        text += json_text({"index": i, "prompt": prompts[i], **own, "model": asked_of}) + "\n"
    with explain_full_disk(file), file.open("a+b") as out:
        cut_off = out.tell() and (out.seek(-1, 2), out.read(1))[1] != b"\n"  # a killed process leaves half a line
        out.write(("\n" * bool(cut_off) + text).encode())
