"""One way to train, ready to run: model, rows and trainer from `Settings`."""

import copy
from collections.abc import Sequence
from pathlib import Path

import torch
from datasets import Dataset
from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    DataCollatorForLanguageModeling,
    Trainer,
    TrainingArguments,
    set_seed,
)  # fmt: skip
from trl import SFTConfig, SFTTrainer

from helpers.data.batches import like_lengths_together
from helpers.memory.device import Machine, compute_dtype, named_dtype, precision_flags
from helpers.models.workarounds import adapters_to_float32, repair_4bit_on_cpu
from helpers.prompts.render import to_prompt_completion
from helpers.training.train import checkpointing
from tests.benchmarks.settings import Settings
from tests.benchmarks.stretches import Arm


def build_arm(settings: Settings, model_path: str, rows: Sequence[dict], steps: int, folder: Path, machine: Machine) -> Arm:
    """Return an arm that trains `steps` optimizer steps on rows, in their order or in batches of like lengths.

    The original of 01 runs on transformers' Trainer as it did: rows tokenized to one length beforehand, padded on the left, the
    model prepared by PEFT (every parameter that is not in 4 bits in float32, every layer recomputed), labels made by the
    collator. Its number format is asked for here: the bitsandbytes of its time fell back to float32, whatever was asked for;
    the installed one does as it is told.
    """
    set_seed(settings.seed)
    tokenizer = AutoTokenizer.from_pretrained(model_path)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    dtype = named_dtype(settings.compute_dtype, compute_dtype(machine)[0])
    model = load_decoder(settings, model_path, dtype, machine)
    made = (_plain if settings.plain_trainer else _sft)(
        settings, model, tokenizer, _ordered(settings, rows, tokenizer), steps, folder, machine, dtype
    )
    if settings.adapter_dtype == "float32":
        adapters_to_float32(made.model)
    else:
        for parameter in made.model.parameters():
            if parameter.requires_grad:
                parameter.data = parameter.data.to(named_dtype(settings.adapter_dtype, dtype))
    return Arm(made, machine, head_on_prompt=settings.head_on_prompt, pad_id=tokenizer.pad_token_id)


def load_decoder(settings: Settings, model_path: str, dtype: torch.dtype, machine: Machine) -> torch.nn.Module:
    """Load the model as the notebooks do."""
    quantization = BitsAndBytesConfig(
        load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=dtype,
        bnb_4bit_use_double_quant=settings.double_quantization,
    )  # fmt: skip
    model = AutoModelForCausalLM.from_pretrained(
        model_path, dtype=dtype, quantization_config=quantization if settings.load_in_4bit else None,
        device_map={"": 0 if machine.kind == "cuda" else "cpu"}, attn_implementation=settings.attention,
    )  # fmt: skip
    repair_4bit_on_cpu(model)
    return model


def texts(settings: Settings, rows: Sequence[dict], tokenizer) -> list[dict]:
    """Return `prompt` and `completion` of each row."""
    return [to_prompt_completion(row, settings.prompt_style, settings.include_schema, tokenizer=tokenizer) for row in rows]


def count_tokens(settings: Settings, rows: Sequence[dict], tokenizer) -> list[int]:
    """Count prompt, answer and the token that ends them, as `helpers.data.batches.fit` does."""
    written = [text["prompt"] + text["completion"] for text in texts(settings, rows, tokenizer)]
    return [len(ids) + 1 for ids in tokenizer(written)["input_ids"]]


def _ordered(settings: Settings, rows: Sequence[dict], tokenizer) -> list[dict]:
    made = texts(settings, rows, tokenizer)
    if not settings.like_lengths:
        return made
    order = like_lengths_together(count_tokens(settings, rows, tokenizer), settings.batch_size, settings.seed)
    return [made[i] for i in order]


def _lora(settings: Settings) -> LoraConfig:
    return LoraConfig(
        r=settings.lora_rank, lora_alpha=settings.lora_alpha, lora_dropout=settings.lora_dropout,
        target_modules=list(settings.target_modules), bias="none", task_type="CAUSAL_LM",
    )  # fmt: skip


def _arguments(settings: Settings, steps: int, folder: Path, machine: Machine) -> dict:
    return {
        "output_dir": str(folder), "max_steps": steps, "per_device_train_batch_size": settings.batch_size,
        "gradient_accumulation_steps": settings.gradient_accumulation, "learning_rate": settings.learning_rate,
        "lr_scheduler_type": settings.scheduler, "warmup_steps": settings.warmup, "optim": settings.optimizer,
        "train_sampling_strategy": "sequential", "logging_strategy": "no", "save_strategy": "no", "eval_strategy": "no",
        "report_to": "none", "seed": settings.seed, "disable_tqdm": True, "use_cpu": machine.kind == "cpu",
        "dataloader_pin_memory": machine.kind == "cuda",
    }  # fmt: skip


def _sft(settings, model, tokenizer, rows, steps, folder, machine, dtype) -> Trainer:
    arguments = SFTConfig(
        **_arguments(settings, steps, folder, machine), max_length=settings.max_length, packing=settings.packing,
        completion_only_loss=not settings.loss_on_prompt, pad_to_multiple_of=settings.max_length if settings.pad_to_maximum else None,
        **precision_flags(dtype), **checkpointing(settings.checkpointing_every),
    )  # fmt: skip
    return SFTTrainer(
        model=model, args=arguments, train_dataset=Dataset.from_list(rows), processing_class=tokenizer, peft_config=_lora(settings)
    )


def _plain(settings, model, tokenizer, rows, steps, folder, machine, dtype) -> Trainer:
    tokenizer = copy.deepcopy(tokenizer)
    tokenizer.padding_side, tokenizer.pad_token = "left", tokenizer.eos_token
    model = get_peft_model(prepare_model_for_kbit_training(model), _lora(settings))
    encoded = [
        tokenizer(row["prompt"] + row["completion"], truncation=True, max_length=settings.max_length, padding="max_length")
        for row in rows
    ]  # fmt: skip
    kept = [{name: one[name] for name in ("input_ids", "attention_mask")} for one in encoded]
    return Trainer(
        model=model, args=TrainingArguments(**_arguments(settings, steps, folder, machine), bf16=False, fp16=False),
        train_dataset=Dataset.from_list(kept), data_collator=DataCollatorForLanguageModeling(tokenizer=tokenizer, mlm=False),
    )  # fmt: skip
