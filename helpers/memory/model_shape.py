"""The weights of a model and its adapter, read from the model itself on the meta device: nothing is downloaded or allocated."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from helpers import UserError
from helpers.models.standins import untrained

# Layers that read the same tensor: autograd keeps it once for all of them.
_SAME_INPUT = {name: "attention" for name in ("q_proj", "k_proj", "v_proj", "q", "k", "v")}
_SAME_INPUT |= {name: "feed-forward" for name in ("gate_proj", "up_proj", "wi_0", "wi_1")}


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
        least = dict.fromkeys(("batch_size", "max_length", "generation_batch_size", "max_new_tokens", "gradient_accumulation"), 1)
        least |= dict.fromkeys(("lora_rank", "checkpointing_every", "eval_batch_size"), 0)
        for name, number in least.items():
            if getattr(self, name) < number:
                raise UserError(f"{name} is {getattr(self, name)}; expected at least {number}.")


class Linear(NamedTuple):
    """Hold all linear layers of one name and shape. `keep`: transformers never quantizes it."""

    name: str
    inputs: int
    outputs: int
    count: int
    keep: bool = False

    @property
    def size(self) -> int:
        """Return how many weights all layers of this kind have."""
        return self.inputs * self.outputs * self.count

    @property
    def source(self) -> str:
        """Return a name for the tensor that the layer reads."""
        return _SAME_INPUT.get(self.name, self.name)


class Shape(NamedTuple):
    """Hold what the arithmetic needs of a model. `head` is 0 where the output head is the embedding (tied)."""

    name: str
    parameters: int
    linears: tuple[Linear, ...]
    embedding: int
    head: int
    rest: int
    vocabulary: int
    hidden: int
    heads: int
    queries: int
    keys: int
    feed_forward: int
    layers: int
    decoder_layers: int
    encoder_decoder: bool
    gated: bool
    stored_bytes: int

    def stacks(self, rows: int, length: int, answer: int) -> list[tuple[int, int, int, int]]:
        """Return (layers, tokens, length, length of what cross-attention reads) of each stack of layers."""
        if not self.encoder_decoder:
            return [(self.layers, rows * length, length, 0)]
        return [(self.layers, rows * length, length, 0), (self.decoder_layers, rows * answer, answer, length)]


def read_shape(config, name: str = "the model") -> Shape:
    """Build a configuration's model on the meta device and read its shapes, or raise UserError. Not covered: mixtures of experts."""
    import torch

    try:
        with torch.device("meta"):
            model = untrained(config)
    except Exception as error:  # each architecture fails in its own way
        raise UserError(f"No model can be built from the configuration of {name}: {str(error).splitlines()[0]}") from None
    head, embedding = model.get_output_embeddings(), model.get_input_embeddings().weight
    linears = _linears(model, head)
    if not linears or head is None:
        raise UserError(f"{name} has no linear layers or no output head: the estimate knows text models such as Mistral, Qwen and T5.")
    total, head_size = model.num_parameters(), 0 if head.weight is embedding else head.weight.numel()
    text, outputs = config.get_text_config(), {linear.name: linear.outputs for linear in linears}
    gate = outputs.get("gate_proj") or outputs.get("wi_0")
    return Shape(
        name=name, parameters=total, linears=linears, embedding=embedding.numel(), head=head_size,
        rest=total - sum(linear.size for linear in linears) - embedding.numel() - head_size,
        vocabulary=embedding.shape[0], hidden=text.hidden_size, heads=text.num_attention_heads,
        queries=outputs.get("q_proj") or outputs.get("q") or text.hidden_size,
        keys=outputs.get("k_proj") or outputs.get("k") or text.hidden_size,
        feed_forward=gate or max(max(x.inputs, x.outputs) for x in linears), gated=bool(gate), layers=text.num_hidden_layers,
        stored_bytes=getattr(config.dtype, "itemsize", 2),
        decoder_layers=getattr(config, "num_decoder_layers", 0) or text.num_hidden_layers, encoder_decoder=bool(config.is_encoder_decoder),
    )  # fmt: skip


def _linears(model, head) -> tuple[Linear, ...]:
    """Count the linear layers by name and shape, the output head aside."""
    import torch

    kept = getattr(model, "_keep_in_fp32_modules", None) or ()
    found = Counter(
        (path.rsplit(".", 1)[-1], module.in_features, module.out_features, any(part in kept for part in path.split(".")))
        for path, module in model.named_modules() if isinstance(module, torch.nn.Linear) and module is not head
    )  # fmt: skip
    return tuple(Linear(name, inputs, outputs, count, keep) for (name, inputs, outputs, keep), count in found.items())


def weight_parts(shape: Shape, s: Settings) -> dict[str, float]:
    """Return the bytes of the weights.

    4 bits are half a byte and one float32 scale for 64 weights; with double quantization the scale is one byte, and one float32
    for 256 scales (Dettmers et al. 2023, arXiv 2305.14314, section 3). Embedding, output head and norms stay as they are, and so
    does what transformers keeps in float32 (T5's `wo`). Training everything keeps all weights in float32: the gradient scaler of
    float16 accepts nothing less, and bfloat16 loses small updates.
    """
    size = 4 if not s.lora_rank else s.bytes
    if s.load_in_4bit:
        packed = 0.5 + (1 / 64 + 4 / (64 * 256) if s.double_quantization else 4 / 64)
        linears = sum(x.size * (4 if x.keep else packed) for x in shape.linears)
        name = "linear layers, 4 bits"
    else:
        linears, name = sum(x.size for x in shape.linears) * size, f"linear layers, {8 * size} bits"
    return {name: linears, "embedding": shape.embedding * size, "output head": shape.head * size, "norms and the rest": shape.rest * size}


def adapter_parameters(shape: Shape, s: Settings) -> int:
    """Count the trained parameters, exactly. Raise UserError where no layer has one of the names in `target_modules`.

    An adapter of rank r beside a layer of a by b numbers has r (a + b) parameters (Hu et al. 2021, arXiv 2106.09685).
    """
    if not s.lora_rank:
        return shape.parameters
    adapted = targets(shape, s)
    return sum(s.lora_rank * (x.inputs + x.outputs) * x.count for x in shape.linears if x.name in adapted)


def targets(shape: Shape, s: Settings) -> set[str]:
    """Return the names of the layers that get an adapter."""
    names = {linear.name for linear in shape.linears}
    if s.target_modules == ("all-linear",):
        return names
    if unknown := sorted(set(s.target_modules) - names):
        raise UserError(f"target_modules has {', '.join(unknown)}, and the model's linear layers are {', '.join(sorted(names))}.")
    return set(s.target_modules)


def optimizer_bytes(name: str) -> float:
    """Return bytes of state for one parameter: Adam keeps two numbers, in 8 bits with one float32 scale for 256 (arXiv 2110.02861).

    >>> optimizer_bytes("adamw_torch_fused"), optimizer_bytes("paged_adamw_8bit")
    (8, 2.03125)
    """
    if name == "adafactor":
        return 0.1  # a row and a column instead of a matrix
    states = 0 if name.startswith("sgd") else 1 if "lion" in name or "momentum" in name else 2
    return states * ((1 + 4 / 256) if "8bit" in name else 4)
