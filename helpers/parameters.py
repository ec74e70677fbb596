"""The parameters of a notebook: what its cell declares, what a profile sets, values of the declared type and in their range.

The cell tagged `parameters` in `notebooks/<stem>.ipynb` is the only list of names, types and defaults. The runner checks
against it before anything is loaded; `collect` checks again inside the notebook, where plain papermill may have injected
an unknown name (it only warns) or the text `false` (which Python takes for true).
"""

import ast
import difflib
import json
import math
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from helpers import UserError
from helpers.files import TOKENS
from helpers.hosts import project_root
from helpers.prompts.render import DIALECTS, STYLES
from helpers.prompts.schema_form import FORMS

TOKEN_SHAPES = re.compile(TOKENS + r"|(?<![0-9A-Za-z])[0-9a-f]{40}(?![0-9A-Za-z])")  # older Weights & Biases
DEFAULT_PROFILE = "t4"  # the name of the defaults themselves; it needs no file
_LINE = re.compile(
    r"^(?P<name>[A-Za-z_]\w*)\s*:\s*(?P<type>str|int|float|bool|list)"
    r"\s*=\s*(?P<value>[^#]+?)\s*(?:#\s*(?P<comment>.*))?$"
)
_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Parameter(NamedTuple):
    """One line of the parameters cell."""

    type: str
    default: object
    comment: str
    group: str


class Rule(NamedTuple):
    """Tell whether a value of the right type may be used, and say which ones may. The default always may."""

    allows: Callable[[object], bool]
    expected: str


def _least(number: int) -> Rule:
    return Rule(lambda value: value >= number, f"at least {number}")


def _least_or_all(number: int, word: str = "for all") -> Rule:
    return Rule(lambda value: value == -1 or value >= number, f"at least {number}, or -1 {word}")


def _among(names: Iterable[str]) -> Rule:
    return Rule(lambda value: value in names, f"one of {', '.join(names)}")


ARMS = ("full", "lora", "qlora")
RULES = {
    **dict.fromkeys(("train_examples", "eval_examples"), _least_or_all(1)),
    "validation_examples": _least_or_all(0),
    "max_steps": _least_or_all(1, "for no such limit"),
    **dict.fromkeys(("lora_rank", "lora_alpha", "batch_size", "gradient_accumulation", "generation_batch_size", "max_length"), _least(1)),
    **dict.fromkeys(("max_new_tokens", "save_steps", "rows_each", "attempts", "examples", "models_shown"), _least(1)),
    **dict.fromkeys(("checkpointing_every", "sample_steps", "sample_values", "flips_shown"), _least(0)),
    "lora_dropout": Rule(lambda value: 0 <= value < 1, "at least 0 and below 1"),
    "warmup": Rule(lambda value: 0 <= value < 1 or (value >= 1 and value == int(value)), "a share from 0 to below 1, or a number of steps"),
    **dict.fromkeys(("learning_rate", "full_learning_rate", "num_epochs", "seconds"), Rule(lambda value: value > 0, "above 0")),
    "adapter_epochs": Rule(lambda value: value > 0 or value == -1, "above 0, or -1 for as many as the full arm"),
    "seed": Rule(lambda value: 0 <= value < 2**32, "at least 0 and at most 4294967295"),
    "prompt_style": _among(STYLES),
    "dialect": _among(DIALECTS),
    "schema_form": _among(FORMS),
    "schema_scope": _among(("auto", "linked", "full")),
    "compute_dtype": _among(("auto", "float16", "bfloat16", "float32")),
    "arms": Rule(lambda value: value and len({*value} & {*ARMS}) == len(value), f"some of {', '.join(ARMS)}, each once"),
}
TRACKER_PACKAGES = {"azure_ml": "azureml-core azureml-mlflow", "flyte": "flytekit"}  # others are named as their package is
TRACKER_LOGINS = {  # where each looks for its key: it would ask for it in the middle of a run that nobody watches
    "wandb": ("WANDB_API_KEY", "WANDB_MODE", "~/.netrc"),
    "comet_ml": ("COMET_API_KEY", "COMET_START_ONLINE", "~/.comet.config"),
    "neptune": ("NEPTUNE_API_TOKEN", "NEPTUNE_MODE", ""),
    "swanlab": ("SWANLAB_API_KEY", "SWANLAB_MODE", "~/.swanlab/.netrc"),
}


def notebooks() -> dict[str, Path]:
    """Return the numbered notebooks by stem, in order."""
    return {path.stem: path for path in sorted((project_root() / "notebooks").glob("[0-9][0-9]_*.ipynb"))}


def find_notebook(name: str) -> Path:
    """Find a notebook by number (`01`), stem or path. Raise UserError with the known stems if there is none."""
    known = notebooks()
    if name in known:
        return known[name]
    numbered = [path for stem, path in known.items() if name.isdigit() and int(stem[:2]) == int(name)]
    if len(numbered) == 1:
        return numbered[0]
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name).resolve()
    raise UserError(f"There is no notebook {name}: there are {', '.join(known) or 'none'}.")


def cells(notebook: Path) -> list[dict]:
    """Return the cells of a notebook file, each source as one text. Raise UserError if it is no notebook."""
    try:
        found = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return [cell | {"source": "".join(cell["source"])} for cell in found]
    except FileNotFoundError:
        raise UserError(f"There is no notebook at {notebook}.") from None
    except (ValueError, KeyError, TypeError):
        raise UserError(f"{notebook} is not a notebook that can be read.") from None


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Read the cell tagged `parameters`: name -> (type, default, comment, group), in the cell's order.

    Stricter than papermill, which silently skips a line with a second `=` or `#`.
    Raise UserError, naming notebook and line, for a line that cannot be read.
    """
    tagged = [cell for cell in cells(notebook) if "parameters" in cell.get("metadata", {}).get("tags", [])]
    if len(tagged) != 1:
        raise UserError(f"{notebook.stem} has {len(tagged) or 'no'} cells tagged `parameters`: it needs one.")
    found: dict[str, Parameter] = {}
    group, after_comment = "", False
    for number, line in enumerate(tagged[0]["source"].splitlines(), start=1):
        where = f"{notebook.stem}, line {number} of the parameters cell"
        if line.startswith("#"):
            text = line.lstrip("# ").strip()
            group, after_comment = (f"{group} {text}" if after_comment else text), True
        elif line.strip():
            name, parameter = _read_line(line, where, group)
            if name in found:
                raise UserError(f"{where}: {name} is declared twice.")
            found[name], after_comment = parameter, False
    return found


def _read_line(line: str, where: str, group: str) -> tuple[str, Parameter]:
    match = _LINE.match(line.rstrip())
    if not match or line.count("=") != 1 or line.count("#") > 1 or "|" in line:
        raise UserError(f"{where} cannot be read: {line.strip()!r}. Write `name: type = literal  # comment`.")
    kind = match["type"]
    try:
        default = ast.literal_eval(match["value"])
    except (ValueError, SyntaxError):
        raise UserError(f"{where}: {match['value']} is not a literal.") from None
    if type(default).__name__ != kind or (kind == "list" and len({type(item) for item in default}) > 1):
        raise UserError(f"{where}: the default {default!r} is not of type {kind}.")
    return match["name"], Parameter(kind, default, match["comment"] or "", group)


def check_names(names, known, stem: str = "the notebook") -> None:
    """Raise UserError for the first of `names` that is not in `known`, with the nearest name."""
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            secret = re.search("(^|_)(token|key)$|secret|passw|credential|apikey", name, re.IGNORECASE)
            if secret and not difflib.get_close_matches(name, known, n=1, cutoff=0.8):
                raise UserError(f"There is no parameter {name} in {stem}: secrets go to .env or to the host's secrets, not into a record.")
            hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}."
            raise UserError(f"There is no parameter {name} in {stem}: {hint}")


def convert(name: str, value: object, declared: Parameter) -> object:
    """Turn a text, or a value from YAML or a cell, into the declared type.

    Only what cannot be meant otherwise is converted: `false` is a flag and `1e-4` a number, but `4.0` is no whole number
    and a YAML `no` is no text. Raise UserError with an example for the rest, for a value outside its range (`RULES`), and
    for anything that looks like an access token (without repeating it: a run records its parameters).
    """
    if TOKEN_SHAPES.search(str(value)):
        raise UserError(f"{name} looks like an access token. Secrets are never parameters, because every run records "
                        "them: put it in .env, or in the host's secrets.")
    if re.search("[\ud800-\udfff]", str(value)):
        raise UserError(
            f"{name} is {str(value)!a}, which this session's language setting cannot read: it is no UTF-8. Set PYTHONUTF8=1 "
            "in the environment, or LANG to C.UTF-8, and run again."
        )
    try:
        made = _list(value, declared.default) if declared.type == "list" else _CONVERTERS[declared.type](value)
    except (ValueError, OverflowError):
        raise UserError(f"{name} wants {_wanted(declared)}, not {_shown(value)}") from None
    rule = RULES.get(name)
    if rule and made != declared.default and not rule.allows(made):
        raise UserError(f"{name} is {_shown(made)}; expected {rule.expected}.")
    return made


def _shown(value: object) -> str:
    return repr(value) if len(repr(value)) <= 80 else repr(value)[:77] + "..."


def _whole(value: object) -> int:
    if type(value) is int or isinstance(value, str):
        return int(value)
    raise ValueError


def _number(value: object) -> float:
    if type(value) not in (int, float, str) or not math.isfinite(float(value)):
        raise ValueError
    return float(value)


def _flag(value: object) -> bool:
    found = _FLAGS.get(str(value).strip().lower()) if type(value) in (bool, int, str) else None
    if found is None:
        raise ValueError
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


_CONVERTERS = {"int": _whole, "float": _number, "bool": _flag, "str": _text}


def _list(value: object, default: list) -> list:
    """Read `a,b`, a YAML or JSON list, or a list; its items get the type of the default's items, else text."""
    if isinstance(value, str):
        bracketed = value.lstrip().startswith("[")
        value = _yaml(value) if bracketed else [item.strip() for item in value.split(",") if item.strip()]
    if not isinstance(value, (list, tuple)):
        raise ValueError
    item_type = type(default[0]).__name__ if default else "str"
    return [_CONVERTERS[item_type](item) for item in value]


def _yaml(text: str) -> object:
    import yaml  # here, because a notebook that injects nothing has no need of it

    try:
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


def profile_names(stem: str) -> list[str]:
    """Return the profiles that a notebook has, `t4` (the defaults) first."""
    folder = project_root() / "notebooks" / "profiles"
    return [DEFAULT_PROFILE, *sorted({path.parent.name for path in folder.glob(f"*/{stem}.yml")} - {DEFAULT_PROFILE})]


def read_profile(profile: str, stem: str, declared: dict[str, Parameter]) -> dict[str, object]:
    """Return the values that a profile sets, converted. Raise UserError naming the file if it cannot be used."""
    path = project_root() / "notebooks" / "profiles" / profile / f"{stem}.yml"
    if not path.is_file():
        if profile == DEFAULT_PROFILE:
            return {}
        raise UserError(f"{stem} has no profile {profile}: it has {', '.join(profile_names(stem))}.")
    where = path.relative_to(project_root()).as_posix()
    try:
        values = _yaml(path.read_text(encoding="utf-8")) or {}
        if not isinstance(values, dict) or not all(isinstance(name, str) for name in values):
            raise ValueError("it wants one `name: value` a line")
    except ValueError as problem:
        raise UserError(f"{where} cannot be read: {problem}") from None
    try:
        check_names(values, declared, stem)
        return {name: convert(name, value, declared[name]) for name, value in values.items()}
    except UserError as problem:
        raise UserError(f"{where}: {problem}") from None


def collect(stem: str, namespace: dict) -> dict[str, object]:
    """Return the parameters of the running notebook, checked; `namespace` is its `globals()`.

    Whoever set them (a hand in the cell, papermill's `-p` or `-f`), a value of another type is converted if it can be meant
    in one way only, written back into `namespace` and reported in a printed line; otherwise the notebook stops here.
    Names that papermill injected are found in the kernel's history; a name that a cell itself assigns is not looked at.
    `target_modules` that say all-linear become the text that PEFT knows.
    Raise UserError for an unknown name, a wrong type, a value that cannot be used, a token, or a parameters cell that was not run.
    """
    declared = read_parameters(project_root() / "notebooks" / f"{stem}.ipynb")
    injected = _injected_names(namespace.get("In", []))
    check_names(injected, declared, stem)
    apply_profile(stem, declared, namespace, injected)
    values: dict[str, object] = {}
    for name, parameter in declared.items():
        if name not in namespace:
            raise UserError(f"{name} has no value: run the Parameters cell first.")
        given = namespace[name]
        values[name] = convert(name, given, parameter)
        if type(given) is not type(values[name]) and (type(given), parameter.type) != (int, "float"):
            print(f"{name}: {given!r} is taken as {values[name]!r}")
    if "scheduler" in values:  # the notebook trains
        check_trainer(values)
    namespace.update(values)
    if values.get("target_modules") == ["all-linear"]:
        namespace["target_modules"] = "all-linear"
    return values


def apply_profile(stem: str, declared: dict[str, Parameter], namespace: dict, injected: list[str]) -> None:
    """Put the values of the profile that a notebook names into its `namespace`, and print which.

    What papermill injected stays, and so does a value that differs from the notebook's default: it was set by hand.
    The runner never comes here: it reads the profile itself and leaves the parameter empty.
    Raise UserError with the list of profiles for an unknown one.
    """
    asked = namespace.get("profile") if "profile" in declared else ""
    if not asked:
        return
    values = read_profile(convert("profile", asked, declared["profile"]), stem, declared)
    kept = [name for name in values if name in injected or namespace.get(name) not in (declared[name].default, values[name])]
    namespace.update({name: value for name, value in values.items() if name not in kept})
    print(f"profile {asked} sets {len(values) - len(kept)} parameters{'; as you set them: ' if kept else ''}{', '.join(kept)}")


def check_trainer(values: dict) -> None:
    """Refuse, before anything is loaded, what the trainer's libraries would refuse after the base model has been scored.

    They are asked themselves: for the names they know, for packages that an optimizer or a tracker needs, for settings that a
    scheduler wants and no parameter gives. An upload needs a name and a token.
    Raise UserError.
    """
    import torch
    from transformers import Trainer, TrainingArguments, get_scheduler
    from transformers.trainer_utils import SchedulerType
    from transformers.training_args import OptimizerNames

    from helpers.models.hub import repository_name

    _check_known("scheduler", values["scheduler"], [name.value for name in SchedulerType])
    _check_known("optimizer", values["optimizer"], [name.value for name in OptimizerNames])
    if values["scheduler"] in ("reduce_lr_on_plateau", "greedy") and not values["validation_examples"]:
        raise UserError(f"scheduler {values['scheduler']} looks at the validation loss: set validation_examples above 0.")
    layer = torch.nn.Linear(1, 1)
    defaults = {name: field.default for name, field in TrainingArguments.__dataclass_fields__.items()}  # making one would choose a device
    with _refused_by_library("optimizer", values["optimizer"]):
        Trainer.get_optimizer_cls_and_kwargs(SimpleNamespace(**defaults | {"optim": values["optimizer"]}), layer)
    for rate in (values[name] for name in ("learning_rate", "full_learning_rate") if name in values):
        with _refused_by_library("scheduler", values["scheduler"]):
            get_scheduler(values["scheduler"], torch.optim.SGD(layer.parameters(), lr=rate), num_warmup_steps=1, num_training_steps=9)
    if values.get("checkpointing_every", 0) > 1 and not partial_checkpointing():
        raise UserError(f"checkpointing_every is {values['checkpointing_every']}; the installed transformers knows 0 and 1 only.")
    if not values["target_modules"]:
        raise UserError("target_modules is []; expected names of layers such as q_proj,v_proj, or all-linear.")
    _check_tracker(values["report_to"])
    if values["push_to_hub"] or values.get("resume_from_hub"):
        repository_name(values["hub_model_id"] + "-GGUF" * values.get("gguf", False))


def partial_checkpointing() -> bool:
    """Tell whether the installed transformers can recompute the activations of every n-th layer only."""
    from transformers import TrainingArguments

    return "activation_checkpointing" in TrainingArguments.__dataclass_fields__


def _check_tracker(name: str) -> None:
    from transformers.integrations.integration_utils import INTEGRATION_TO_CALLBACK, get_available_reporting_integrations

    if name in ("none", "all"):
        return
    _check_known("report_to", name, ["none", *INTEGRATION_TO_CALLBACK])
    if name not in get_available_reporting_integrations():
        raise UserError(f"report_to is {name!r}, which is not installed: pip install {TRACKER_PACKAGES.get(name, name)}")
    key, mode, file = TRACKER_LOGINS.get(name, ("", "", ""))
    if key and not (os.environ.get(key) or os.environ.get(mode) or (file and Path(file).expanduser().is_file())):
        raise UserError(f"report_to is {name!r}, which needs your key: set {key} in .env, or set report_to to none.")


def _check_known(name: str, value: str, known: list[str]) -> None:
    if value not in known:
        near = [other for other in known if value and other.startswith(value)][:2]
        near = near or difflib.get_close_matches(value.lower(), known, n=2, cutoff=0.7)
        hint = f"did you mean {' or '.join(near)}?" if near else f"it knows {', '.join(known)}."
        raise UserError(f"{name} is {_shown(value)}; {hint}")


@contextmanager
def _refused_by_library(name: str, value: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # each package that is missing, and each setting, in its own way
        reason = str(error).strip().splitlines()[0].rstrip(".")
        raise UserError(f"{name} {value!r} cannot be used here: {reason}. Choose another one.") from None


def _injected_names(history: list[str]) -> list[str]:
    """Return the names assigned by papermill's own cell, which starts with the line `# Parameters` and only assigns."""
    names = []
    for source in history:
        if isinstance(source, str) and source.split("\n", 1)[0].strip() == "# Parameters":
            try:
                statements = ast.parse(source).body
            except SyntaxError:
                continue
            if all(isinstance(statement, ast.Assign) for statement in statements):
                names += [statement.targets[0].id for statement in statements if isinstance(statement.targets[0], ast.Name)]
    return names
