"""Settings that the trainer's libraries would refuse after hours: they are asked before anything is loaded."""

import difflib
import logging
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from helpers import UserError
from helpers.files import path_of
from helpers.files.packages import env_file, project_root
from helpers.parameters.values import forms, partial_checkpointing, shown

TRACKER_PACKAGES = {"azure_ml": "azureml-core azureml-mlflow", "flyte": "flytekit"}  # others are named as their package is
TRACKER_LOGINS = {  # where each looks for its key: it would ask for it in the middle of a run that nobody watches
    "wandb": ("WANDB_API_KEY", "WANDB_MODE", "~/.netrc"),
    "comet_ml": ("COMET_API_KEY", "COMET_START_ONLINE", "~/.comet.config"),
    "neptune": ("NEPTUNE_API_TOKEN", "NEPTUNE_MODE", ""),
    "swanlab": ("SWANLAB_API_KEY", "SWANLAB_MODE", "~/.swanlab/.netrc"),
}
NO_WARMUP = ("constant", "reduce_lr_on_plateau", "greedy")  # schedulers that begin with the whole learning rate


def check_trainer(values: dict) -> None:
    """Raise UserError, before anything is loaded, for what the trainer's libraries would refuse after the base model has been scored.

    They are asked themselves: for the names they know, for packages that an optimizer or a tracker needs, for settings that a
    scheduler wants and no parameter gives.
    """
    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)  # as `quiet_logs` does, which comes after its first import here
    import torch
    from transformers import Trainer, TrainingArguments, get_scheduler
    from transformers.trainer_utils import SchedulerType
    from transformers.training_args import OptimizerNames

    _check_known("scheduler", values["scheduler"], [name.value for name in SchedulerType])
    _check_known("optimizer", values["optimizer"], [name.value for name in OptimizerNames])
    if values["scheduler"] in ("reduce_lr_on_plateau", "greedy") and not values["validation_examples"]:
        raise UserError(f"scheduler {values['scheduler']} looks at the validation loss: set validation_examples above 0.")
    best, every, steps = values.get("best_checkpoint", "last"), values.get("evaluate_generation_every", 0), _most_steps(values)
    if (every or best != "last") and not values["validation_examples"]:
        raise UserError(f"{'best_checkpoint ' + best if best != 'last' else 'evaluate_generation_every'} needs validation rows: "
                        "set validation_examples above 0.")  # fmt: skip
    if best != "last" and every > values["save_steps"]:
        raise UserError(f"best_checkpoint {best} saves where evaluate_generation_every validates, each {every} steps: "
                        f"set that to save_steps ({values['save_steps']}) or less, or raise save_steps.")  # fmt: skip
    if 0 < steps < every:
        raise UserError(f"evaluate_generation_every is {every} and the training has {steps} steps at most: lower it, or nothing is asked.")
    if best == "execution" and not every:
        raise UserError("best_checkpoint is execution and evaluate_generation_every is 0; expected steps between two, such as 100.")
    layer = torch.nn.Linear(1, 1)
    defaults = {name: field.default for name, field in TrainingArguments.__dataclass_fields__.items()}  # making one would choose a device
    with _refused_by_library("optimizer", values["optimizer"]):
        Trainer.get_optimizer_cls_and_kwargs(SimpleNamespace(**defaults | {"optim": values["optimizer"]}), layer)
    for rate in (values[name] for name in ("learning_rate", "full_learning_rate") if name in values):
        with _refused_by_library("scheduler", values["scheduler"]):
            get_scheduler(values["scheduler"], torch.optim.SGD(layer.parameters(), lr=rate), num_warmup_steps=1, num_training_steps=9)
    _check_warmup(values, steps)
    if values.get("checkpointing_every", 0) > 1 and not partial_checkpointing():
        raise UserError(f"checkpointing_every is {values['checkpointing_every']}; the installed transformers knows 0 and 1 only.")
    if not values["target_modules"]:
        raise UserError("target_modules is []; expected names of layers such as q_proj,v_proj, or all-linear.")
    _check_tracker(values["report_to"])
    copies_place()
    if values["push_to_hub"] or values.get("resume_from_hub"):
        name = repository_name(values["hub_model_id"])
        repository_name(name + "-GGUF" * values.get("gguf", False))  # the file goes to a repository of its own


def _check_warmup(values: dict, steps: int) -> None:
    """Refuse a warmup that the training ends before."""
    warmup = values["warmup"]
    if 0 < steps <= warmup and values["scheduler"] not in NO_WARMUP:
        raise UserError(f"warmup is {warmup:g} steps of {steps} at most: the learning rate would never reach its value. "
                        "Lower it, such as to 0.03, which is a share of all steps.")  # fmt: skip


def _most_steps(values: dict) -> int:
    """Return how many steps the training has at most; 0 or less if that is not known before all rows are read.

    Rows left out, packing and several processes make them fewer.
    """
    if values["max_steps"] > 0 or values["train_examples"] < 0:
        return values["max_steps"]
    epochs = max(values["num_epochs"], values.get("adapter_epochs", 0))
    rows_a_step = values["batch_size"] * values["gradient_accumulation"]
    return math.ceil(math.ceil(values["train_examples"] * forms(values) / rows_a_step) * epochs)


def with_owner(hub_model_id: str) -> str:
    """Put HF_USERNAME before a name on the Hub that has no owner, where it is set."""
    owner = os.environ.get("HF_USERNAME", "")
    return f"{owner}/{hub_model_id}" if owner and hub_model_id and "/" not in hub_model_id else hub_model_id


def repository_name(hub_model_id: str) -> str:
    """Return the name on the Hub to upload to, with its owner. Raise UserError for none, a name that the Hub does not take, or no token."""
    import huggingface_hub

    name = with_owner(hub_model_id)
    if name.count("/") != 1 or not all(name.split("/")):
        raise UserError(
            f"hub_model_id is {hub_model_id!r}; push_to_hub and resume_from_hub need a name such as your-name/Llama-3.1-8B-sql, "
            "or without the owner if .env sets HF_USERNAME."
        )
    try:
        huggingface_hub.utils.validate_repo_id(name)
    except huggingface_hub.errors.HFValidationError as error:
        raise UserError(f"hub_model_id is {hub_model_id!r}, which the Hub does not take: {str(error).splitlines()[0]}") from None
    if not huggingface_hub.get_token():
        raise UserError(
            f"An upload to {name}, or going on from there, needs a token with write access: make one at "
            "https://huggingface.co/settings/tokens and set HF_TOKEN in .env, or as a secret of the host."
        )
    return name


def _check_tracker(name: str) -> None:
    from transformers.integrations.integration_utils import INTEGRATION_TO_CALLBACK, get_available_reporting_integrations

    if name == "none":
        return
    _check_known("report_to", name, ["none", "all", *INTEGRATION_TO_CALLBACK])
    if name not in ("all", *get_available_reporting_integrations()):
        raise UserError(f"report_to is {name!r}, which is not installed: pip install {TRACKER_PACKAGES.get(name, name)}")
    for tracker in get_available_reporting_integrations() if name == "all" else [name]:
        key, mode, file = TRACKER_LOGINS.get(tracker, ("", "", ""))
        if key and not (os.environ.get(key) or os.environ.get(mode) or (file and Path(file).expanduser().is_file())):
            which = "which" if tracker == name else f"and {tracker}"
            raise UserError(f"report_to is {name!r}, {which} needs your key: set {key} in .env, or set report_to to none.")


def copies_place() -> Path | None:
    """Return the folder that CHECKPOINT_COPY names, or None. Raise UserError where it does not exist: made here, it would be lost, too."""
    named = os.environ.get("CHECKPOINT_COPY") or env_file().get("CHECKPOINT_COPY")
    if not named:
        return None
    place = project_root() / path_of(named, "CHECKPOINT_COPY")
    if not place.is_dir():
        raise UserError(
            f"CHECKPOINT_COPY names {named}, which is no folder. Mount the drive or make the folder, or leave CHECKPOINT_COPY empty."
        )
    return place


def _check_known(name: str, value: str, known: list[str]) -> None:
    if value not in known:
        near = [other for other in known if value and other.startswith(value.lower())][:2]
        near = near or difflib.get_close_matches(value.lower(), known, n=2, cutoff=0.7)
        hint = f"did you mean {' or '.join(near)}?" if near else f"it knows {', '.join(known)}."
        raise UserError(f"{name} is {shown(value)}; {hint}")


@contextmanager
def _refused_by_library(name: str, value: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # each package that is missing, and each setting, in its own way
        reason = str(error).strip().splitlines()[0].rstrip(".")
        raise UserError(f"{name} {value!r} cannot be used here: {reason}. Choose another one.") from None
