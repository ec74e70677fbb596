"""Where each GiB of a GPU goes: arithmetic from the parts of a model, its adapter, its optimizer and its batch.

Nothing is fitted to a measurement. Weights and adapters are counted module by module on the meta device; activations by what
autograd keeps (tests compare the formulas with PyTorch's own saved tensors); the rest is stated as an assumption.
T is the number of tokens computed together, c the bytes of a number in the compute format (2 or 4), h, q, k and f the widths of
the hidden state, of all query heads, of all key heads and of the feed-forward part.
"""

from dataclasses import dataclass, field

from helpers import UserError
from helpers.memory.model_shape import Shape

GIB = 2**30
CONTEXT_GIB = 0.6  # CUDA context, kernels, cuBLAS workspace: assumed; a T4's context alone is .3 to .5
FRAGMENTATION = 0.10  # of everything that comes and goes: assumed, the allocator's rounding and gaps
READ_TOGETHER = 4096  # tokens of a batch's prompts that `evaluation.decoding` reads at once: bounds what stands beside its cache
FUSED_TILE = (4096, 32768)  # tokens, vocabulary: TRL's tile of logits (trl/kernels/chunked_logprob.py, trl/trainer/utils.py)


@dataclass(frozen=True)
class Settings:
    """What decides the memory, in the words of the notebooks. `lora_rank` 0 trains all weights; `bytes` is of a computed number.

    These defaults are the only ones: the command's, and a notebook's where it has no parameter of the name (but see `check.LACKING`).
    """

    batch_size: int = 1
    max_length: int = 1024
    lora_rank: int = 16
    target_modules: tuple[str, ...] = ("all-linear",)
    lora_dropout: float = 0.05
    load_in_4bit: bool = True
    double_quantization: bool = False
    optimizer: str = "paged_adamw_8bit"
    checkpointing_every: int = 1
    generation_batch_size: int = 16
    eval_batch_size: int = 0  # 0: as batch_size
    max_new_tokens: int = 128
    gradient_accumulation: int = 8
    packing: bool = False
    bytes: int = 2
    multiply_bytes: int = 0  # of unpacked 4-bit weights; 0: as `bytes`
    fused_head: bool = True
    gpu: bool = True

    def __post_init__(self):
        for name in ("batch_size", "max_length", "generation_batch_size", "max_new_tokens", "gradient_accumulation"):
            if getattr(self, name) < 1:
                raise UserError(f"{name} is {getattr(self, name)}; expected at least 1.")
        for name in ("lora_rank", "checkpointing_every", "eval_batch_size"):
            if getattr(self, name) < 0:
                raise UserError(f"{name} is {getattr(self, name)}; expected at least 0.")


@dataclass(frozen=True)
class Footprint:
    """GiB by part for the three stages, with the token counts that were assumed."""

    train: dict[str, float]
    eval: dict[str, float]
    generate: dict[str, float]
    tokens: dict[str, int] = field(default_factory=dict)

    def total(self, stage: str) -> float:
        """Return the sum of a stage, in GiB."""
        return sum(getattr(self, stage).values())

    @property
    def peak(self) -> float:
        """Return the sum of the largest stage, in GiB."""
        return max(self.total(stage) for stage in ("train", "eval", "generate"))


def footprint(shape: Shape, s: Settings) -> Footprint:
    """Add up the three stages.

    Every row is taken to have `max_length` tokens, and every answer `max_new_tokens`: the largest batch that can come, not the
    usual one. The optimizer's state is counted in all three, because validation and the questions afterwards find it there;
    that of a paged optimizer too, because it leaves the GPU only when something else needs the room, slowly.
    """
    fixed = weight_parts(shape, s) | adapter_parts(shape, s)
    gradients = fixed.pop("gradients")
    casts = fixed.pop("copies in half precision", 0.0)
    rows = s.eval_batch_size or s.batch_size
    answer = min(s.max_new_tokens, s.max_length)
    dequantized = {"largest unpacked weight": _unpacked(shape, s)} if s.load_in_4bit else {}
    kept, work = activation_bytes(shape, s, s.batch_size)
    train = fixed | {"gradients": gradients, "copies in half precision": casts} | dequantized
    train |= {"kept activations": kept, "work of one layer": work, "head and loss": head_bytes(shape, s, s.batch_size, train=True)}
    evaluate = fixed | {"copies in half precision": casts} | dequantized
    evaluate |= {"work of one layer": forward_bytes(shape, s, rows), "head and loss": head_bytes(shape, s, rows, train=False)}
    prompts = s.generation_batch_size
    together = prompts if shape.encoder_decoder else read_together(s)
    generate = fixed | dequantized | {
        "work of one layer": forward_bytes(shape, s, together, autocast=False),
        "keys and values": cache_bytes(shape, s),
        "head and loss": prompts * shape.vocabulary * (s.bytes + 12),  # logits, in float32, two copies while the next word is chosen
    }  # fmt: skip
    tokens = {
        "train": s.batch_size * s.max_length, "eval": rows * s.max_length,
        "generate": prompts * (s.max_length + answer), "answer": answer,
    }  # fmt: skip
    return Footprint(*(_closed(stage, s, fixed) for stage in (train, evaluate, generate)), tokens)


def _closed(parts: dict[str, float], s: Settings, fixed: dict) -> dict[str, float]:
    moving = sum(size for name, size in parts.items() if name not in fixed)
    parts = parts | {"fragmentation (assumed)": FRAGMENTATION * moving}
    place = "CUDA context and workspace (assumed)" if s.gpu else "Python and libraries (assumed)"
    parts = {name: size / GIB for name, size in parts.items() if size} | {place: CONTEXT_GIB if s.gpu else 1.0}
    return parts


def weight_parts(shape: Shape, s: Settings) -> dict[str, float]:
    """Return the bytes of the weights.

    4 bits are half a byte and one float32 scale for 64 weights; with double quantization the scale is one byte, and one float32
    for 256 scales (Dettmers et al. 2023, arXiv 2305.14314, section 3). The embedding, the output head and the norms stay as they
    are, and so does what transformers keeps in float32 (T5's `wo`). Training everything keeps all weights in float32: the
    gradient scaler of float16 accepts nothing less, and bfloat16 loses small updates.
    """
    size = 4 if not s.lora_rank else s.bytes
    if s.load_in_4bit:
        packed = 0.5 + (1 / 64 + 4 / (64 * 256) if s.double_quantization else 4 / 64)
        linears = sum(x.size * packed for x in shape.linears if not x.keep) + sum(x.size * 4 for x in shape.linears if x.keep)
        name = "linear layers, 4 bits"
    else:
        linears, name = sum(x.size for x in shape.linears) * size, f"linear layers, {8 * size} bits"
    return {
        name: linears,
        "embedding": shape.embedding * size,
        "output head": shape.head * size,
        "norms and the rest": shape.rest * size,
    }


def adapter_parts(shape: Shape, s: Settings) -> dict[str, float]:
    """Return the bytes of what is trained, of its gradients and of the optimizer's state.

    An adapter of rank r beside a layer of a by b numbers has r (a + b) parameters (Hu et al. 2021, arXiv 2106.09685), in float32 as
    the notebooks keep them; under half precision autocast keeps a copy in 2 bytes.
    """
    trained = adapter_parameters(shape, s)
    parts = {"adapter, 32 bits": trained * 4} if s.lora_rank else {}
    parts |= {"optimizer": trained * optimizer_bytes(s.optimizer), "gradients": trained * 4}
    return parts | ({"copies in half precision": trained * 2} if s.bytes == 2 else {})


def adapter_parameters(shape: Shape, s: Settings) -> int:
    """Count the trained parameters, exactly.

    Raises:
        UserError: no layer has one of the names in `target_modules`.
    """
    if not s.lora_rank:
        return shape.parameters
    adapted = targets(shape, s)
    return sum(s.lora_rank * (x.inputs + x.outputs) * x.count for x in shape.linears if x.name in adapted)


def targets(shape: Shape, s: Settings) -> set[str]:
    """Return the names of the layers that get an adapter."""
    names = {linear.name for linear in shape.linears}
    if s.target_modules in (("all-linear",), "all-linear"):
        return names
    if unknown := sorted(set(s.target_modules) - names):
        raise UserError(f"target_modules has {', '.join(unknown)}, and the model's linear layers are {', '.join(sorted(names))}.")
    return set(s.target_modules)


def optimizer_bytes(name: str) -> float:
    """Return bytes of state for one parameter: Adam keeps two numbers, in 8 bits with one float32 scale for 256 (arXiv 2110.02861).

    >>> optimizer_bytes("adamw_torch_fused"), optimizer_bytes("paged_adamw_8bit")
    (8, 2.03125)
    """
    states = 0 if name.startswith("sgd") else 1 if "lion" in name or "momentum" in name else 2
    if name == "adafactor":
        return 0.1  # a row and a column instead of a matrix
    return states * ((1 + 4 / 256) if "8bit" in name else 4)


def layer_bytes(shape: Shape, s: Settings, length: int, cross: int = 0) -> float:
    """Return the bytes a token that autograd keeps of one layer without checkpointing.

    A decoder layer with frozen weights keeps: each norm's input in float32 (4h, two norms); queries, keys repeated to as many
    heads, values likewise and the attention's result (4cq) with one float32 a head and a row of the mask; of the feed-forward part
    the gate, its activation and the other factor (3cf). Each adapter keeps its input (shared by layers with the same input when there
    is no dropout; with dropout, a dropped copy
    and a mask for each, of one byte a number on a GPU and four on a CPU) and its middle (cr). Training everything keeps
    each linear layer's input and each norm's result. Compare Korthikanti et al. 2022 (arXiv 2205.05198), section 4, for models
    without gates and grouped queries. T5's attention is counted as PyTorch's plain kernel keeps it (probabilities and their
    dropped copy), which is the worst that can be chosen.
    """
    c, h, q, f = s.bytes, shape.hidden, shape.queries, shape.feed_forward
    adapted = targets(shape, s) if s.lora_rank else set()
    attentions = 2 if cross else 1
    norms = (attentions + 1) * (4 * h + 4)
    attention = 4 * c * q + 4 * shape.heads + c * length
    if shape.encoder_decoder:
        attention = sum(4 * c * q + shape.heads * keys * (2 * c + 5) for keys in ((length, cross) if cross else (length,)))
        norms += (attentions + 1) * (h + c * h)  # dropout behind each part, and T5's norms in their own format
    feed = (3 if shape.gated else 1) * c * f + (f * (1 + c) if shape.encoder_decoder else 0)
    if not s.lora_rank:
        return norms + attention + feed + (attentions + 1) * 2 * c * h + c * f
    kept, seen = 0.0, set()
    for linear in {x.name: x for x in shape.linears}.values():
        if linear.name not in adapted:
            continue
        times = attentions if linear.name in ("q", "k", "v", "o") else 1
        kept += times * c * s.lora_rank
        if s.lora_dropout:
            kept += times * linear.inputs * (c + (1 if s.gpu else 4))
        elif c == 2:  # autocast gives each layer a copy of its own
            kept += times * c * linear.inputs
        elif linear.name not in ("o_proj", "o") and linear.source not in seen:  # kept once for all; o's is attention's result
            seen.add(linear.source)
            kept += times * c * linear.inputs
    return norms + attention + feed + kept


def activation_bytes(shape: Shape, s: Settings, rows: int) -> tuple[float, float]:
    """Return what stays of the forward pass until the backward pass needs it, and the work of one layer on top.

    A recomputed layer keeps its input (ch a token) and, while its turn comes, everything; `checkpointing_every` n recomputes
    layers 0, n, 2n ... The work is the larger of a forward pass and of the gradients of one layer's activations.
    """
    answer = min(s.max_new_tokens, s.max_length) if shape.encoder_decoder else 0
    kept = whole = 0.0
    for layers, tokens, length, cross in shape.stacks(rows, s.max_length, answer):
        each = layer_bytes(shape, s, length, cross) * tokens
        recomputed = -(-layers // s.checkpointing_every) if s.checkpointing_every else 0
        kept += recomputed * s.bytes * shape.hidden * tokens + (layers - recomputed) * each
        whole = max(whole, each if recomputed else 0.0)
    tokens = rows * s.max_length
    backward = tokens * (3 * s.bytes * shape.feed_forward + 3 * 4 * shape.hidden)
    kept += tokens * s.bytes * shape.hidden  # the hidden state at the end of all
    return kept, whole + max(backward, forward_bytes(shape, s, rows))


def forward_bytes(shape: Shape, s: Settings, rows: int, autocast: bool = True) -> float:
    """Return the work of one layer's forward pass that keeps nothing, at its widest place, in bytes.

    In the feed-forward part the activated gate, the other factor and their product live together (3cf a token). Beside an adapted
    layer's result w wide stand the adapter's own and its scaled copy: 2cw, or 8w without autocast (while generating), because the
    adapter is float32. Residual and input (2ch) live all the while; a norm has three float32 copies.
    """
    c, h, f, q = s.bytes, shape.hidden, shape.feed_forward, shape.queries
    adapted = targets(shape, s) if s.lora_rank else set()
    result = c + 2 * (c if autocast else 4) + (4 if s.load_in_4bit and s.multiply_bytes > c else 0)
    attention = {linear.outputs for linear in shape.linears if linear.name in adapted and linear.source == "attention"}
    others = {linear.outputs for linear in shape.linears if linear.name in adapted and linear.source != "attention"}
    scores = shape.heads * s.max_length * 3 * c if shape.encoder_decoder else 0
    places = [(3 if shape.gated else 2) * c * f, 12 * h, 4 * c * q + scores]
    places += [c * f + result * width for width in others] + [3 * c * q + result * width for width in attention]
    return rows * s.max_length * (max(places) + 2 * c * h)


def head_bytes(shape: Shape, s: Settings, rows: int, train: bool) -> float:
    """Return the bytes of the output head's work.

    Fused (newer TRL): one tile of logits, for the tokens of the answers alone on a GPU; the hidden states of those and, to train, their
    gradient in float32. Full logits (older TRL, and T5): 12 bytes a logit at the peak: the logits as accelerate hands them on in
    float32, what the loss keeps of them, and a third array (TRL's shifted copy, or the gradient).
    """
    answer = min(s.max_new_tokens, s.max_length)
    if shape.encoder_decoder:
        return rows * answer * shape.vocabulary * 12
    if not s.fused_head:
        return rows * s.max_length * shape.vocabulary * 12
    counted = rows * (s.max_length if s.packing or not s.gpu else answer)
    tile = min(counted, FUSED_TILE[0]) * min(shape.vocabulary, FUSED_TILE[1]) * (s.bytes if s.gpu else s.bytes + 16)
    gradients = counted * shape.hidden * (4 + s.bytes) if train else 0
    weights = shape.vocabulary * shape.hidden * 4 if train and not s.lora_rank else 0
    return counted * shape.hidden * s.bytes + tile + gradients + weights


def cache_bytes(shape: Shape, s: Settings) -> float:
    """Return the bytes of the keys and values while generating, 2 c k a token and layer.

    A decoder's batch has one static cache, with room for the answers. Before that its prompts are gathered, and those that are read
    together stand beside once more, with a beginning that they share. Either way one layer is copied.
    An encoder-decoder grows its cache, so that one layer is held twice.
    """
    answer = min(s.max_new_tokens, s.max_length)
    rows, one = s.generation_batch_size, 2 * shape.keys * s.bytes
    if shape.encoder_decoder:  # the encoder's for cross-attention, and its own
        return rows * (s.max_length + answer) * one * (shape.decoder_layers + 1) + rows * s.max_length * shape.hidden * s.bytes
    reading, writing = (rows + read_together(s) + 1) * s.max_length, rows * (s.max_length + answer)
    return one * (max(reading, writing) * shape.layers + writing)


def read_together(s: Settings) -> int:
    """Return how many prompts of full length are read at once before a batch is answered."""
    return min(s.generation_batch_size, max(1, READ_TOGETHER // s.max_length))


def _unpacked(shape: Shape, s: Settings) -> float:
    return max(x.inputs * x.outputs for x in shape.linears) * (s.multiply_bytes or s.bytes)
