"""Ask a model many questions at once: greedy, batched, padded where it does no harm, the same text as one at a time."""

import hashlib
import itertools
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from transformers import GenerationConfig, LogitsProcessor, PreTrainedModel, PreTrainedTokenizerBase

from helpers.evaluation.decoding import decode
from helpers.files import json_text, lines
from helpers.models.t5 import tight
from helpers.prompts.answers import is_complete
from helpers.training.checkpoints import explain_full_disk

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

    How batches are made and long answers go on stands in `helpers.evaluation.decoding`. A sequence ends at an end token, at the token
    budget, or as soon as more text could no longer change what `extract_sql` takes from it (a base model rarely stops by
    itself): no verdict depends on that. The model's own generation_config plays no part. In float32 the text is the one that
    asking one by one gives; in half precision a batch may round differently and, rarely, choose another word.

    Args:
        model: a causal language model, or an encoder and decoder such as T5; its device decides where this runs. Left in the
            mode (train or eval) it came in.
        tokenizer: left as it came in.
        prompts: texts as `prompts.render` makes them.
        max_new_tokens: the budget of each answer, the same for every model that is compared.
        batch_size: how many prompts run together; costs memory only.
        resume_file: a jsonl file that takes each finished batch; a second call reads it and goes on where it stopped. Answers of
            other weights or another budget are set aside, said aloud, and asked again.
        label: a word for the progress lines; without it there are none.
    """
    return [answers[0] for answers in _answer(model, tokenizer, prompts, max_new_tokens, batch_size, resume_file, label)]


@dataclass(frozen=True)
class Sampling:
    """Say how several answers to a question are drawn.

    Args:
        samples: answers a question.
        temperature: what the scores of the next token are divided by; lower is nearer to greedy.
        top_p: the share of probability that the tokens which are drawn from hold together.
        seed: the same seed gives the same answers, whatever the batch.
    """

    samples: int = 8
    temperature: float = 0.7
    top_p: float = 0.95
    seed: int = 42


def sample(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    prompts: list[str],
    sampling: Sampling,
    max_new_tokens: int = 128,
    batch_size: int = 32,
    resume_file: Path | None = None,
    label: str = "",
) -> list[list[Generation]]:
    """Draw several answers to every prompt, each with its mean log-probability; for the rest as `generate`.

    A prompt is computed once for all its answers. Equal prompts get equal answers.
    """
    return _answer(model, tokenizer, prompts, max_new_tokens, batch_size, resume_file, label, sampling)


def _answer(
    model, tokenizer, prompts: list[str], max_new_tokens: int, batch_size: int, resume_file: Path | None, label: str,
    sampling: Sampling | None = None,
) -> list[list[Generation]]:  # fmt: skip
    eos_token_ids = _eos_token_ids(model, tokenizer)
    conditions = [len(tokenizer), max_new_tokens, eos_token_ids, *([asdict(sampling)] if sampling else [])]
    asked_of = fingerprint(model, conditions) if resume_file is not None else ""
    done = _read_done(resume_file, prompts, asked_of)
    missing = [i for i in range(len(prompts)) if i not in done]
    started = time.monotonic()
    start = getattr(model.config, "decoder_start_token_id", None) if model.config.is_encoder_decoder else None
    config = greedy_config(tokenizer, max_new_tokens, eos_token_ids, start)
    copies, chooser = (sampling.samples, _Draw(sampling, [prompts[i] for i in missing])) if sampling else (1, None)
    with _asking(model, tokenizer, config):
        encoded = _encode(tokenizer, [prompts[i] for i in missing])
        for batch in decode(model, tokenizer, encoded, max_new_tokens, batch_size, copies, chooser):
            answers = {
                missing[place]: [
                    _finish(tokenizer, row, max_new_tokens, eos_token_ids, chooser.chosen[place, copy] if chooser else None)
                    for copy, row in enumerate(rows)
                ]
                for place, rows in batch.items()
            }
            done.update(answers)
            if resume_file is not None:
                _append(resume_file, prompts, answers, asked_of)
            if label:
                seconds = time.monotonic() - started
                left = len(prompts) - len(done)
                about = f", about {seconds / (len(missing) - left) * left:.0f} s left" if len(missing) > left else ""
                print(f"{label}: {len(done):>4}/{len(prompts)} answers, {seconds:4.0f} s{about}", flush=True)
    return [done[i] for i in range(len(prompts))]


class _Draw(LogitsProcessor):
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


def _encode(tokenizer: PreTrainedTokenizerBase, prompts: list[str]) -> list[list[int]]:
    return tokenizer(prompts, add_special_tokens=not _starts_with_bos(tokenizer, prompts[0]))["input_ids"] if prompts else []


def _finish(tokenizer, row: list[int], max_new_tokens: int, eos_token_ids: list[int], known: list[float] | None) -> Generation:
    """Cut an answer at its end token. What the batch wrote behind it does not count, in the mean log-probability either."""
    end = next((i for i, token in enumerate(row) if token in eos_token_ids), None)
    kept = row if end is None else row[:end]
    mean = None
    if known is not None:
        own = known[: len(row) if end is None else end + 1]
        mean = round(sum(own) / len(own), 3)  # less than what a batch rounds otherwise
    text = tokenizer.decode(kept, skip_special_tokens=True)
    if "`" in tokenizer.get_added_vocab():  # a T5's, see `t5.MISSING`
        text = tight(text)
    return Generation(text, len(kept), end is None and len(row) >= max_new_tokens and not is_complete(text), mean)


def beam_answers(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, prompt: str, max_new_tokens: int, beams: int) -> list[str]:
    """Return the `beams` likeliest answers that a beam search finds, likeliest first; the greedy one may be among them."""
    eos_token_ids = _eos_token_ids(model, tokenizer)
    start = model.config.decoder_start_token_id if model.config.is_encoder_decoder else None
    config = greedy_config(tokenizer, max_new_tokens, eos_token_ids, start)
    config.num_beams = config.num_return_sequences = beams
    config.early_stopping = True
    with _asking(model, tokenizer, config), torch.inference_mode():
        inputs = tokenizer(prompt, return_tensors="pt", add_special_tokens=not _starts_with_bos(tokenizer, prompt))
        inputs.pop("token_type_ids", None)
        output = model.generate(**inputs.to(model.device))
    length = 1 if model.config.is_encoder_decoder else inputs["input_ids"].shape[1]
    return tokenizer.batch_decode(output[:, length:], skip_special_tokens=True)


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


def _eos_token_ids(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> list[int]:
    """Collect the end tokens of the tokenizer and of the checkpoint: instruct models have several."""
    own = getattr(model.generation_config, "eos_token_id", None)
    own = own if isinstance(own, list) else [own]
    return [token for token in dict.fromkeys([tokenizer.eos_token_id, *own]) if token is not None]


def _starts_with_bos(tokenizer: PreTrainedTokenizerBase, prompt: str) -> bool:
    """Tell whether a rendered prompt (a chat template's, say) already carries the start token, so that it is not added twice."""
    return bool(tokenizer.bos_token) and prompt.startswith(tokenizer.bos_token)


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
            try:
                row = json.loads(line)
                index, prompt, model = row.pop("index"), row.pop("prompt"), row.pop("model", "")
                others += model != asked_of
                if prompts[index] == prompt and model == asked_of:
                    done[index] = [Generation(**answer) for answer in row.get("answers", [row])]
            except (ValueError, KeyError, IndexError, TypeError, AttributeError):
                continue
        if others:
            aside = file.with_name(f"{file.stem}.stale{file.suffix}")
            file.replace(aside)
            print(f"{file.name} holds {others} answers of other weights or another budget: set aside as {aside.name}, asked again")
            _append(file, prompts, done, asked_of)
    return done


def _append(file: Path, prompts: list[str], answers: dict[int, list[Generation]], asked_of: str) -> None:
    """Add a line a prompt: an answer's fields, or a list of them where several were drawn."""
    fields = {i: [asdict(answer) for answer in several] for i, several in answers.items()}
    rows = []
    for i, several in fields.items():
        drawn = several[0]["log_probability"] is not None
        rows.append({"index": i, "prompt": prompts[i], **({"answers": several} if drawn else several[0]), "model": asked_of})
    text = "".join(json_text(row) + "\n" for row in rows)
    with explain_full_disk(file), file.open("a+b") as out:
        cut_off = out.tell() and (out.seek(-1, 2), out.read(1))[1] != b"\n"  # a killed process leaves half a line
        out.write(("\n" * bool(cut_off) + text).encode())
