"""Values of parameters: the declared type, the range that may be used (`RULES`), and what each decides (`ROLES`)."""

import math
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from helpers import UserError
from helpers.files import TOKENS, cut
from helpers.parameters.notebook import Parameter
from helpers.prompts.render import DIALECTS, STYLES
from helpers.prompts.schema_form import FORMS

TOKEN_SHAPES = re.compile(TOKENS + r"|(?<![0-9A-Za-z])[0-9a-f]{40}(?![0-9A-Za-z])")  # older Weights & Biases
_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Rule(NamedTuple):
    """Tell whether a value of the right type may be used, and say which ones may. The default always may."""

    allows: Callable[[object], bool]
    expected: str


def _least(number: float) -> Rule:
    return Rule(lambda value: value >= number, f"at least {number}")


def _least_or_all(number: int, word: str = "for all") -> Rule:
    return Rule(lambda value: value == -1 or value >= number, f"at least {number}, or -1 {word}")


def _among(names: Iterable[str]) -> Rule:
    return Rule(lambda value: value in names, f"one of {', '.join(names)}")


ARMS = ("full", "lora", "qlora")
RULES = {
    **dict.fromkeys(("train_examples", "eval_examples"), _least_or_all(1)),
    **dict.fromkeys(("validation_examples", "wider_examples", "exported_examples"), _least_or_all(0)),
    "max_steps": _least_or_all(1, "for no such limit"),
    **dict.fromkeys(("lora_rank", "lora_alpha", "batch_size", "gradient_accumulation", "generation_batch_size", "max_length"), _least(1)),
    **dict.fromkeys(("max_new_tokens", "save_steps", "rows_each", "attempts", "examples", "models_shown", "hurts_shown"), _least(1)),
    **dict.fromkeys(("checkpointing_every", "sample_steps", "sample_values", "flips_shown"), _least(0)),
    **dict.fromkeys(("evaluate_generation_every", "shots", "other_tables", "other_columns"), _least(0)),
    "best_checkpoint": _among(("last", "loss", "execution")),
    "lora_dropout": Rule(lambda value: 0 <= value < 1, "at least 0 and below 1"),
    "warmup": Rule(lambda value: 0 <= value < 1 or (value >= 1 and value == int(value)), "a share from 0 to below 1, or a number of steps"),
    **dict.fromkeys(("learning_rate", "full_learning_rate"), Rule(lambda value: 0 < value <= 10, "above 0 and at most 10")),
    "num_epochs": Rule(lambda value: 0 < value <= 1e6, "above 0 and at most 1000000"),
    "seconds": _least(0.001),
    "adapter_epochs": Rule(lambda value: 0 < value <= 1e6 or value == -1, "above 0 and at most 1000000, or -1 for as many as the full arm"),
    "seed": Rule(lambda value: 0 <= value < 2**32, "at least 0 and at most 4294967295"),
    "prompt_style": _among(STYLES),
    "dialect": _among(DIALECTS),
    "schema_form": _among(FORMS),
    "schema_scope": _among(("auto", "linked", "full")),
    "compute_dtype": _among(("auto", "float16", "bfloat16", "float32")),
    **dict.fromkeys(("samples", "databases"), Rule(lambda value: 1 <= value <= 256, "at least 1 and at most 256")),
    "split_by": _among(("hardness", "group", "db_id")),
    "dataset_ids": Rule(bool, "at least one name"),
    "temperature": Rule(lambda value: 1e-3 <= value <= 100, "at least 0.001 and at most 100"),  # logits are divided by it
    "top_p": Rule(lambda value: 0 < value <= 1, "above 0 and at most 1"),
    **dict.fromkeys(("model_id", "dataset_id"), Rule(lambda value: value.strip() and "\n" not in value, "a name or a path")),
    "target_modules": Rule(
        lambda value: value == ["all-linear"] or (len({*value}) == len(value) and all(re.fullmatch(r"\w[\w.]*", name) for name in value)),
        "names of layers such as q_proj,v_proj, each once, or all-linear",
    ),
    "arms": Rule(lambda value: value and len({*value} & {*ARMS}) == len(value), f"some of {', '.join(ARMS)}, each once"),
}
# What a parameter decides. One that stands in no row is part of the recipe: it decides what is trained.
ROLES = {
    "run": "profile output_dir resume".split(),  # which run it is
    "place": (  # where files go, who sees them, what is made of the model afterwards
        "resume_from_hub save_steps report_to push_to_hub hub_model_id hub_private generation_batch_size merge gguf exported_examples"
    ).split(),
    # how far a run is watched, and with how much memory
    "watch": "checkpointing_every sample_steps evaluate_generation_every wider_examples shots".split(),
    "condition": ["max_new_tokens"],  # what a score means: it takes part in the asking alone
}
_ROLE = {name: role for role, names in ROLES.items() for name in names}


def of_role(parameters: Iterable[str], *roles: str) -> list[str]:
    """Return the names of parameters that have one of these roles: recipe, condition, watch, place or run.

    Two trainings are the same where the recipe is. Two scores can be compared where recipe and condition are.

    >>> of_role(["lora_rank", "sample_steps", "max_new_tokens", "output_dir"], "recipe", "condition")
    ['lora_rank', 'max_new_tokens']
    """
    return [name for name in parameters if _ROLE.get(name, "recipe") in roles]


def forms(parameters: dict) -> int:
    """Return in how many forms each row is trained on: two where its own schema alone comes after the one with more in it."""
    return 2 if parameters.get("both_forms") and (parameters.get("other_tables") or parameters.get("other_columns")) else 1


def convert(name: str, value: object, declared: Parameter) -> object:
    """Turn a text, or a value from YAML or a cell, into the declared type.

    Only what cannot be meant otherwise is converted: `false` is a flag and `1e-4` a number, but `4.0` is no whole number
    and a YAML `no` is no text. Raise UserError for the rest, outside the range (`RULES`), and for what looks like an access token.
    """
    if TOKEN_SHAPES.search(str(value)):
        raise UserError(
            f"{name} looks like an access token. Secrets are never parameters, because every run records "
            "them: put it in .env, or in the host's secrets."
        )
    if re.search("[\ud800-\udfff]", str(value)):
        raise UserError(
            f"{name} is {str(value)!a}, which this session's language setting cannot read: it is no UTF-8. Set PYTHONUTF8=1 "
            "in the environment, or LANG to C.UTF-8, and run again."
        )
    try:
        made = _list(value, declared.default) if declared.type == "list" else _scalar(value, declared.type)
    except (ValueError, OverflowError):
        raise UserError(f"{name} wants {_wanted(declared)}, not {shown(value)}") from None
    if isinstance(made, int) and abs(made) >= 2**32:
        raise UserError(f"{name} is {shown(made)}; expected a number below {2**32}.")
    rule = RULES.get(name)
    if rule and made != declared.default and not rule.allows(made):
        raise UserError(f"{name} is {shown(made)}; expected {rule.expected}.")
    return made


def shown(value: object) -> str:
    """Return a value as Python writes it, cut to 80 characters."""
    return cut(repr(value), 80)


def _scalar(value: object, kind: str) -> object:
    if kind == "str" and isinstance(value, str):
        return value
    if kind == "int" and type(value) in (int, str):
        return int(value)
    if kind == "float" and type(value) in (int, float, str) and math.isfinite(float(value)):
        return float(value)
    if kind == "bool" and type(value) in (bool, int, str) and (flag := str(value).strip().lower()) in _FLAGS:
        return _FLAGS[flag]
    raise ValueError


def _list(value: object, default: list) -> list:
    """Read `a,b`, a YAML or JSON list, or a list; its items get the type of the default's items, else text."""
    if isinstance(value, str):
        bracketed = value.lstrip().startswith("[")
        value = load_yaml(value) if bracketed else [item.strip() for item in value.split(",") if item.strip()]
    if not isinstance(value, (list, tuple)):
        raise ValueError
    return [_scalar(item, type(default[0]).__name__ if default else "str") for item in value]


def load_yaml(text: str) -> object:
    """Read YAML. Raise ValueError for what is none."""
    import yaml  # here, because a notebook that injects nothing has no need of it

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        names = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        if twice := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"it sets {twice[0]} twice: leave one out")
        return yaml.safe_load(text)
    except yaml.YAMLError as problem:
        raise ValueError(str(problem)) from None


def _wanted(declared: Parameter) -> str:
    default = declared.default
    if declared.type == "bool":
        return "true or false"
    if declared.type == "list":
        return f"a list such as {','.join(map(str, default)) or 'a,b'}"
    if declared.type == "str":
        return f"text such as '{default}'" if default else "text (quote it)"
    return f"a {'whole ' if declared.type == 'int' else ''}number such as {default}"


def partial_checkpointing() -> bool:
    """Tell whether the installed transformers can recompute the activations of every n-th layer only."""
    from transformers import TrainingArguments

    return "activation_checkpointing" in TrainingArguments.__dataclass_fields__
