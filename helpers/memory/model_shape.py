"""The shapes of a model, read from the model itself on the meta device: nothing is downloaded or allocated."""

from typing import NamedTuple

from helpers import UserError

# Layers that read the same tensor: autograd keeps it once for all of them.
_SAME_INPUT = {"q_proj": "attention", "k_proj": "attention", "v_proj": "attention", "gate_proj": "feed-forward", "up_proj": "feed-forward",
               "q": "attention", "k": "attention", "v": "attention", "wi_0": "feed-forward", "wi_1": "feed-forward"}  # fmt: skip


class Linear(NamedTuple):
    """Hold all linear layers of one name and shape. `keep`: transformers never quantizes it."""

    name: str
    inputs: int
    outputs: int
    count: int
    keep: bool = False

    @property
    def size(self) -> int:
        """Return the weights of all layers of this kind."""
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
    """Build a configuration's model on the meta device and read its shapes.

    Not covered: mixtures of experts and models with more than text.

    Raises:
        UserError: transformers cannot build a text model from the configuration, or its layers are of another kind.
    """
    import torch
    from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

    auto = AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM
    try:
        with torch.device("meta"):
            model = auto.from_config(config)
    except Exception as error:  # each architecture fails in its own way
        raise UserError(f"No model can be built from the configuration of {name}: {str(error).splitlines()[0]}") from None
    head = model.get_output_embeddings()
    embedding = model.get_input_embeddings().weight
    kept = getattr(model, "_keep_in_fp32_modules", None) or ()
    found: dict[tuple, int] = {}
    for path, module in model.named_modules():
        if isinstance(module, torch.nn.Linear) and module is not head:
            leaf = path.rsplit(".", 1)[-1]
            key = (leaf, module.in_features, module.out_features, any(part in kept for part in path.split(".")))
            found[key] = found.get(key, 0) + 1
    linears = tuple(Linear(leaf, inputs, outputs, count, keep) for (leaf, inputs, outputs, keep), count in found.items())
    if not linears or head is None:
        raise UserError(f"{name} has no linear layers or no output head: the estimate knows text models such as Mistral, Qwen and T5.")
    total = model.num_parameters()
    tied = head.weight is embedding
    rest = total - sum(linear.size for linear in linears) - embedding.numel() - (0 if tied else head.weight.numel())
    text = config.get_text_config()
    by_name = {linear.name: linear for linear in linears}
    first, key = (by_name.get("q_proj") or by_name.get("q")), (by_name.get("k_proj") or by_name.get("k"))
    hidden = text.hidden_size
    gates = {"gate_proj", "wi_0"} & set(by_name)
    wide = by_name.get(next(iter(gates))).outputs if gates else max(max(x.inputs, x.outputs) for x in linears)
    layers = text.num_hidden_layers
    stored = getattr(torch, str(getattr(config, "dtype", None) or "bfloat16").removeprefix("torch."), torch.bfloat16).itemsize
    return Shape(
        name, total, linears, embedding.numel(), 0 if tied else head.weight.numel(), rest, embedding.shape[0], hidden,
        text.num_attention_heads, first.outputs if first else hidden, key.outputs if key else hidden, wide, layers,
        getattr(config, "num_decoder_layers", layers) or layers, bool(config.is_encoder_decoder), bool(gates), stored,
    )  # fmt: skip
