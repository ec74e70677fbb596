"""Where each GiB of a GPU goes: arithmetic from the parts of a model, its adapter, its optimizer and its batch.

Nothing is fitted to a measurement. Weights and adapters are counted module by module on the meta device; activations by what
autograd keeps (tests compare the formulas with PyTorch's own saved tensors); the rest is stated as an assumption.
T is the number of tokens computed together, c the bytes of a number in the compute format (2 or 4), h, q, k and f the widths of
the hidden state, of all query heads, of all key heads and of the feed-forward part.
"""

from dataclasses import dataclass

from helpers.memory.model_shape import Settings, Shape, adapter_parameters, optimizer_bytes, targets, weight_parts

GIB = 2**30
CONTEXT_GIB = 0.6  # CUDA context, kernels, cuBLAS workspace: assumed; a T4's context alone is .3 to .5
FRAGMENTATION = 0.10  # of everything that comes and goes: assumed, the allocator's rounding and gaps
READ_TOGETHER = 4096  # tokens of a batch's prompts that `evaluation.decoding` reads at once: bounds what stands beside its cache
FUSED_TILE = (4096, 32768)  # tokens, vocabulary: TRL's tile of logits (trl/kernels/chunked_logprob.py, trl/trainer/utils.py)


@dataclass(frozen=True)
class Footprint:
    """GiB by part for the stages "train", "eval" and "generate", with the token counts that were assumed."""

    stages: dict[str, dict[str, float]]
    tokens: dict[str, int]

    def total(self, stage: str) -> float:
        """Return the sum of a stage, in GiB."""
        return sum(self.stages[stage].values())

    @property
    def peak(self) -> float:
        """Return the sum of the largest stage, in GiB."""
        return max(map(self.total, self.stages))


def footprint(shape: Shape, s: Settings) -> Footprint:
    """Add up the three stages, for the largest batch that can come: rows of `max_length` tokens, answers of `max_new_tokens`.

    The optimizer's state is counted in all three: a paged optimizer's leaves the GPU only when something else needs the room, slowly.
    Adapters are in float32, as the notebooks keep them; under half precision autocast keeps a copy in 2 bytes.
    """
    trained, rows = adapter_parameters(shape, s), s.eval_batch_size or s.batch_size
    fixed = weight_parts(shape, s)
    fixed["adapter, 32 bits"] = trained * 4 if s.lora_rank else 0
    fixed["optimizer"] = trained * optimizer_bytes(s.optimizer)
    casts = {"copies in half precision": trained * 2 if s.bytes == 2 else 0}
    largest = max(x.inputs * x.outputs for x in shape.linears) * (s.multiply_bytes or s.bytes)
    unpacked = {"largest unpacked weight": largest if s.load_in_4bit else 0}
    kept, work = activation_bytes(shape, s)
    train = {"gradients": trained * 4, **casts, **unpacked, "kept activations": kept, "work of one layer": work,
             "head and loss": head_bytes(shape, s, s.batch_size, train=True)}  # fmt: skip
    evaluate = {**casts, **unpacked, "work of one layer": forward_bytes(shape, s, rows),
                "head and loss": head_bytes(shape, s, rows, train=False)}  # fmt: skip
    prompts = s.generation_batch_size
    together = prompts if shape.encoder_decoder else read_together(s)
    generate = {
        **unpacked, "work of one layer": forward_bytes(shape, s, together, autocast=False), "keys and values": cache_bytes(shape, s),
        "head and loss": prompts * shape.vocabulary * (s.bytes + 12),  # logits, in float32, two copies while the next word is chosen
    }  # fmt: skip
    tokens = {
        "train": s.batch_size * s.max_length, "eval": rows * s.max_length,
        "generate": prompts * (s.max_length + s.max_new_tokens), "answer": _answer(s),
    }  # fmt: skip
    stages = {"train": train, "eval": evaluate, "generate": generate}
    return Footprint({stage: _stage(fixed, moving, s) for stage, moving in stages.items()}, tokens)


def _stage(fixed: dict[str, float], moving: dict[str, float], s: Settings) -> dict[str, float]:
    parts = {**fixed, **moving, "fragmentation (assumed)": FRAGMENTATION * sum(moving.values())}
    place, context = ("CUDA context and workspace (assumed)", CONTEXT_GIB) if s.gpu else ("Python and libraries (assumed)", 1.0)
    return {name: size / GIB for name, size in parts.items() if size} | {place: context}


def _answer(s: Settings) -> int:
    """Return the tokens of an answer that is trained on. One that is written may be longer than a row."""
    return min(s.max_new_tokens, s.max_length)


def layer_bytes(shape: Shape, s: Settings, length: int, cross: int) -> float:
    """Return the bytes a token that autograd keeps of one layer without checkpointing.

    A decoder layer with frozen weights keeps: each norm's input in float32 (4h, two norms); queries, keys and values repeated to as
    many heads and the attention's result (4cq) with one float32 a head and a row of the mask; of the feed-forward part the gate, its
    activation and the other factor (3cf). Each adapter keeps its middle (cr) and its input, shared by layers that read the same; with
    dropout a dropped copy and a mask for each, of one byte a number on a GPU and four on a CPU. Training everything keeps each linear
    layer's input and each norm's result. Compare Korthikanti et al. 2022 (arXiv 2205.05198), section 4, for models without gates and
    grouped queries. T5's attention is counted as PyTorch's plain kernel keeps it (probabilities and their dropped copy), the worst
    that can be chosen.
    """
    c, h, q, f = s.bytes, shape.hidden, shape.queries, shape.feed_forward
    attentions = 2 if cross else 1
    norms = (attentions + 1) * (4 * h + 4)
    attention = 4 * c * q + 4 * shape.heads + c * length
    if shape.encoder_decoder:
        attention = sum(4 * c * q + shape.heads * keys * (2 * c + 5) for keys in ((length, cross) if cross else (length,)))
        norms += (attentions + 1) * (h + c * h)  # dropout behind each part, and T5's norms in their own format
    feed = (3 if shape.gated else 1) * c * f + (f * (1 + c) if shape.encoder_decoder else 0)
    if not s.lora_rank:
        return norms + attention + feed + (attentions + 1) * 2 * c * h + c * f
    return norms + attention + feed + _adapter_inputs(shape, s, attentions)


def _adapter_inputs(shape: Shape, s: Settings, attentions: int) -> float:
    c, kept, seen, adapted = s.bytes, 0.0, set(), targets(shape, s)
    for linear in {x.name: x for x in shape.linears if x.name in adapted}.values():
        times = attentions if linear.name in ("q", "k", "v", "o") else 1
        kept += times * c * s.lora_rank
        if s.lora_dropout:
            kept += times * linear.inputs * (c + (1 if s.gpu else 4))
        elif c == 2:  # autocast gives each layer a copy of its own
            kept += times * c * linear.inputs
        elif linear.name not in ("o_proj", "o") and linear.source not in seen:  # kept once for all; o's is attention's result
            seen.add(linear.source)
            kept += times * c * linear.inputs
    return kept


def activation_bytes(shape: Shape, s: Settings) -> tuple[float, float]:
    """Return what stays of the forward pass until the backward pass needs it, and the work of one layer on top.

    A recomputed layer keeps its input (ch a token) and, while its turn comes, everything; `checkpointing_every` n recomputes
    layers 0, n, 2n ... The work is the larger of a forward pass and of the gradients of one layer's activations.
    """
    answer = _answer(s) if shape.encoder_decoder else 0
    kept = whole = 0.0
    for layers, tokens, length, cross in shape.stacks(s.batch_size, s.max_length, answer):
        each = layer_bytes(shape, s, length, cross) * tokens
        recomputed = -(-layers // s.checkpointing_every) if s.checkpointing_every else 0
        kept += recomputed * s.bytes * shape.hidden * tokens + (layers - recomputed) * each
        whole = max(whole, each if recomputed else 0.0)
    tokens = s.batch_size * s.max_length
    backward = tokens * (3 * s.bytes * shape.feed_forward + 3 * 4 * shape.hidden)
    kept += tokens * s.bytes * shape.hidden  # the hidden state at the end of all
    return kept, whole + max(backward, forward_bytes(shape, s, s.batch_size))


def forward_bytes(shape: Shape, s: Settings, rows: int, autocast: bool = True) -> float:
    """Return the work of one layer's forward pass that keeps nothing, at its widest place, in bytes.

    In the feed-forward part the activated gate, the other factor and their product live together (3cf a token). Beside an adapted
    layer's result w wide stand the adapter's own and its scaled copy: 2cw, or 8w without autocast (while generating), because the
    adapter is float32. Residual and input (2ch) live all the while; a norm has three float32 copies.
    """
    c, h, f, q = s.bytes, shape.hidden, shape.feed_forward, shape.queries
    adapted = targets(shape, s) if s.lora_rank else set()
    result = c + 2 * (c if autocast else 4) + (4 if s.load_in_4bit and s.multiply_bytes > c else 0)
    scores = shape.heads * s.max_length * 3 * c if shape.encoder_decoder else 0
    places = [(3 if shape.gated else 2) * c * f, 12 * h, 4 * c * q + scores]
    for linear in shape.linears:
        if linear.name in adapted:
            places.append((3 * c * q if linear.source == "attention" else c * f) + result * linear.outputs)
    return rows * s.max_length * (max(places) + 2 * c * h)


def head_bytes(shape: Shape, s: Settings, rows: int, train: bool) -> float:
    """Return the bytes of the output head's work.

    Fused (newer TRL): one tile of logits, for the tokens of the answers alone on a GPU; the hidden states of those and, to train, their
    gradient in float32. Full logits (older TRL, and T5): 12 bytes a logit at the peak: the logits as accelerate hands them on in
    float32, what the loss keeps of them, and a third array (TRL's shifted copy, or the gradient).
    """
    if shape.encoder_decoder or not s.fused_head:
        return rows * (_answer(s) if shape.encoder_decoder else s.max_length) * shape.vocabulary * 12
    counted = rows * (s.max_length if s.packing or not s.gpu else _answer(s))
    tile = min(counted, FUSED_TILE[0]) * min(shape.vocabulary, FUSED_TILE[1]) * (s.bytes if s.gpu else s.bytes + 16)
    gradients = counted * shape.hidden * (4 + s.bytes) if train else 0
    weights = shape.vocabulary * shape.hidden * 4 if train and not s.lora_rank else 0
    return counted * shape.hidden * s.bytes + tile + gradients + weights


def cache_bytes(shape: Shape, s: Settings) -> float:
    """Return the bytes of the keys and values while generating, 2 c k a token and layer.

    A decoder's batch has one static cache, with room for the answers. While its prompts are gathered, those that are read together
    are held twice, with a beginning that they share. An encoder-decoder grows its cache. Either way one layer is held twice.
    """
    answer = s.max_new_tokens
    rows, one = s.generation_batch_size, 2 * shape.keys * s.bytes
    if shape.encoder_decoder:  # the encoder's for cross-attention, and its own
        return rows * (s.max_length + answer) * one * (shape.decoder_layers + 1) + rows * s.max_length * shape.hidden * s.bytes
    reading, writing = (rows + read_together(s) + 1) * s.max_length, rows * (s.max_length + answer)
    return one * (max(reading, writing) * shape.layers + writing)


def read_together(s: Settings) -> int:
    """Return how many prompts of full length are read at once before a batch is answered."""
    return min(s.generation_batch_size, max(1, READ_TOGETHER // s.max_length))
