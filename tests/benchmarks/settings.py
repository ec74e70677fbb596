"""What distinguishes one way to train from another, in one place: the notebooks', the originals', and one lever at a time."""

from dataclasses import dataclass, fields

from helpers.parameters import find_notebook, read_parameters, read_profile


@dataclass(frozen=True)
class Settings:
    """One way to train a decoder. The names that a notebook has too mean what they mean there."""

    prompt_style: str = "headed"
    include_schema: bool = True
    load_in_4bit: bool = True
    double_quantization: bool = False
    compute_dtype: str = "auto"  # what matrices are multiplied in; `auto` is what `helpers.memory.device.compute_dtype` chooses
    lora_rank: int = 16
    lora_alpha: int = 32
    lora_dropout: float = 0.05
    target_modules: tuple[str, ...] = ("q_proj", "k_proj", "v_proj", "o_proj")
    max_length: int = 512
    batch_size: int = 4
    gradient_accumulation: int = 1
    learning_rate: float = 2e-4
    scheduler: str = "cosine"
    warmup: float = 0.0
    optimizer: str = "paged_adamw_8bit"
    packing: bool = False
    checkpointing_every: int = 1
    seed: int = 42
    # what is no parameter of a notebook
    attention: str = "sdpa"
    adapter_dtype: str = "float32"
    like_lengths: bool = True  # batches of like lengths; else random ones
    pad_to_maximum: bool = False  # every row to max_length; else to the longest of its batch
    loss_on_prompt: bool = False
    head_on_prompt: bool = False  # the output head computes the prompt's positions too, whatever the loss counts
    plain_trainer: bool = False  # transformers' Trainer on rows tokenized beforehand; else TRL's


ADAPTER = ("lora_rank", "lora_alpha", "lora_dropout", "target_modules", "learning_rate")  # what a stand-in needs of its own


def from_notebook(number: str, profile: str = "t4") -> dict[str, object]:
    """Return the values that a notebook's parameters have in a profile, as far as `Settings` knows them."""
    notebook = find_notebook(number)
    declared = read_parameters(notebook)
    values = {name: parameter.default for name, parameter in declared.items()} | read_profile(profile, notebook.stem, declared)
    known = {field.name for field in fields(Settings)}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in known}


def original_01() -> Settings:
    """01's original: the published profile, and what it did beside its parameters.

    Every row padded to 512; loss on the prompt too, without an end token; products in float32; every layer recomputed.
    Of the stand-in: the adapter's shape and the learning rate, on both sides the same, so that the same thing is learned.
    """
    standin = {name: value for name, value in from_notebook("01", "rehearsal").items() if name in ADAPTER}
    published = from_notebook("01", "original") | standin | {"compute_dtype": "float32", "checkpointing_every": 1}
    return Settings(**published, like_lengths=False, pad_to_maximum=True, loss_on_prompt=True, head_on_prompt=True, plain_trainer=True)


def ours_01(**changes: object) -> Settings:
    """Return notebook 01 as it is rehearsed, with changes."""
    return Settings(**(from_notebook("01", "rehearsal") | changes))
