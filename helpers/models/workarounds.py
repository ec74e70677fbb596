"""Every repair of a library's fault, in one list: the fault, the versions that have it, how it is tested, when to remove it.

Most repairs stand below; those that belong to a room of their own are named here. Tests say which ones an installed version may no
longer need.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import torch
from packaging.version import Version  # comes with transformers


class Workaround(NamedTuple):
    """Describe one repair. `versions` are those of `package` that are known to have the fault; `touches` is what is patched there."""

    fault: str
    repair: str  # module:function
    package: str
    versions: str
    touches: str  # module:name, which must exist as long as the repair is needed
    test: str  # file::test
    remove: str


WORKAROUNDS = (
    Workaround(
        "on CPUs with AVX512-BF16 a forward pass without gradients repacks 4-bit weights; every backward pass after it is wrong",
        "helpers.models.workarounds:repair_4bit_on_cpu", "bitsandbytes", "<=0.50.2", "bitsandbytes.nn:Linear4bit",
        "test_device.py::test_without_the_repair_the_fault_is_there_on_processors_that_have_it",
        "when that test fails on a processor that has AVX512-BF16",
    ),
    Workaround(
        "the manager of 8-bit optimizers keeps the embedding of each model that was trained, deleted or not",
        "helpers.models.workarounds:forget_trained_embeddings", "bitsandbytes", "<=0.50.2", "bitsandbytes.optim:GlobalOptimManager",
        "test_device.py::test_bitsandbytes_lets_go_of_the_embedding_of_a_deleted_model", "when the manager holds weak references",
    ),
    Workaround(
        "the adapters of a quantized model become bfloat16, and the gradient scaler of float16 training fails at step 0",
        "helpers.models.workarounds:adapters_to_float32", "trl", "<=1.16.0", "trl:SFTTrainer",
        "test_training.py::test_adapters_of_a_quantized_model_are_float32_when_training_starts",
        "when a trainer with fp16=True leaves the adapters in float32",
    ),
    Workaround(
        "the fused head computes the positions of the prompt too, except on GPUs",
        "helpers.models.workarounds:skip_head_on_prompts", "trl", ">=1.0,<=1.16.0", "trl.trainer.utils:_use_triton",
        "test_training.py::test_a_head_computed_for_the_answers_alone_gives_the_same_loss_and_gradients",
        "when TRL leaves prompts out on CPUs",
    ),
    Workaround(
        "grouped queries without a mask get the slow math kernel on GPUs that FlashAttention does not support, such as the T4",
        "helpers.models.workarounds:use_fast_attention", "torch", "<2.14", "transformers.integrations.sdpa_attention:use_gqa_in_sdpa",
        "test_device.py::test_grouped_queries_get_the_fast_kernel_on_a_t4_only", "when no host has a PyTorch before 2.14",
    ),
    Workaround(
        "cuDNN's attention on Hopper gives NaN gradients on padded rows whose length is 64 more than a multiple of 128 "
        "(pytorch/pytorch#196678; on an H200 with torch 2.11, 4 of 6 trainings became NaN, none of 6 without it)",
        "helpers.models.workarounds:use_fast_attention", "torch", ">=2.11,<2.16", "torch.backends.cuda:enable_cudnn_sdp",
        "test_device.py::test_attention_on_hopper_is_not_cudnns_where_its_gradients_are_spoiled", "when that issue is closed in a release",
    ),
    Workaround(
        "T5 is taken for a model that divides its loss by num_items_in_batch, and ignores it: loss and gradients are scaled by the "
        "batches of a step",
        "helpers.models.workarounds:loss_weighed_by_tokens", "transformers", "<=5.23.0", "transformers:T5ForConditionalGeneration",
        "test_t5.py::test_the_loss_of_two_batches_a_step_is_that_of_one_batch", "when that test passes without the repair",
    ),
    Workaround(
        "a loss that is no number is logged as the mean before it, so that a lost run looks healthy",
        "helpers.training.train:use_log_lines", "transformers", "<=5.23.0", "transformers:TrainingArguments.logging_nan_inf_filter",
        "test_training.py::test_a_run_that_is_lost_stops_in_training_although_the_trainer_would_log_the_mean_before_it",
        "when logging_nan_inf_filter is off by default",
    ),
    Workaround(
        "where mistral-common is installed, its tokenizer replaces the model's own, which alone has the chat template",
        "helpers.models.hub:load_tokenizer", "transformers", "<=5.23.0", "transformers:AutoTokenizer",
        "test_hub.py::test_mistral_common_does_not_replace_the_tokenizer_that_has_the_chat_template",
        "when AutoTokenizer prefers the model's own format",
    ),
    Workaround(
        "the trainer takes batch_size and accumulation for those of each process: a step would hold more examples",
        "helpers.run.ranks:_share_batches", "transformers", "<=5.23.0", "transformers:TrainingArguments.__post_init__",
        "test_processes.py::test_the_processes_shares_make_up_the_step", "when a step's examples can be given for all processes together",
    ),
    Workaround(
        "FSDP shards only tensors of one number format together, and 4-bit weights are stored as bytes by default",
        "helpers.run.ranks:_store_as_computed", "transformers", "<=5.23.0", "transformers:BitsAndBytesConfig.__init__",
        "", "when quantized weights are stored in the format they are unpacked to (nothing tests it here: it needs several GPUs)",
    ),
    Workaround(
        "T5's vocabulary has no `<`, braces, backtick and others that SQL needs: no version of the model will have them",
        "helpers.models.t5:add_missing_tokens", "transformers", ">=5", "transformers:T5ForConditionalGeneration",
        "test_t5_standin.py::test_its_vocabulary_has_the_defect_of_t5_and_the_repair_restores_every_query", "never, for T5",
    ),
    Workaround(
        "the reader of GGUF files draws a bar that takes no switch, and leaves a dead widget in a saved notebook",
        "helpers.sharing.gguf:load_gguf", "transformers", "<=5.23.0", "transformers.modeling_gguf_pytorch_utils:tqdm",
        "", "when the bar has a switch (nothing tests it: a published run of 06 would show it)",
    ),
    Workaround(
        "a metric keeps its inputs in files in the home folder, where two processes may meet, or none may write",
        "helpers.evaluation.metrics:_Metric", "evaluate", "<=0.4.6", "evaluate:Metric._build_data_dir",
        "test_scoring_metrics.py::test_metrics_need_no_network_and_no_home_folder_that_can_be_written_and_say_nothing",
        "when keep_in_memory makes no folder",
    ),
    Workaround(
        "NOT LIKE is noted inside the LIKE, and by older versions around it: hardness, hints and mutants would differ",
        "helpers.scoring.execution.sql:_negations_outside", "sqlglot", ">=26,<=30.30.0", "sqlglot.expressions:Like",
        "test_scoring_hardness.py::test_an_oddity_of_the_official_rules_is_kept", "when requirements.txt begins with a version that has it",
    ),
)  # fmt: skip


def repair_4bit_on_cpu(model: torch.nn.Module) -> int:
    """Keep bitsandbytes from repacking 4-bit weights on a CPU, and return how many layers that concerns. Call it right after loading."""
    layers = [module for module in model.modules() if hasattr(module, "support_avx512bf16_for_cpu")]
    for layer in layers:
        layer.support_avx512bf16_for_cpu = False
    return len(layers)


def forget_trained_embeddings() -> None:
    """Let bitsandbytes forget the embeddings of models that its 8-bit optimizers trained: 1.25 GiB of NeMo's."""
    if loaded := sys.modules.get("bitsandbytes.optim"):
        loaded.GlobalOptimManager.get_instance().module_weight_config_triple.clear()


def adapters_to_float32(model: torch.nn.Module) -> int:
    """Cast the trainable parameters to float32, in place, and return how many there are. Call it once the trainer is built."""
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    for parameter in trainable:
        parameter.data = parameter.data.to(torch.float32)
    return sum(parameter.numel() for parameter in trainable)


def skip_head_on_prompts(machine) -> str:
    """Let TRL's fused head compute only the tokens that the loss counts, half of the work, on a CPU too. Say what was done and why."""
    from trl.trainer import utils

    if machine.kind != "cpu" or not hasattr(utils, "_use_triton"):
        return "head: as TRL computes it"
    utils._use_triton = lambda device: True  # asked here only to choose the positions; the kernels ask their own
    return "head: computed for the tokens of the answers only"


def use_fast_attention(machine) -> str:
    """Choose the attention kernel that is fast and right on this GPU. Say what was done and why.

    T4: grouped keys that are repeated first get the memory-efficient kernel. Measured on Kaggle's: 1.6 to 1.8 times faster generation.
    """
    from transformers.integrations import sdpa_attention

    version = Version(torch.__version__).release
    if machine.kind == "cuda" and machine.capability >= (9, 0) and version >= (2, 11):
        torch.backends.cuda.enable_cudnn_sdp(False)
        return f"attention: not cuDNN's, whose gradients PyTorch {torch.__version__} spoils on GPUs such as {machine.name}"
    if machine.kind != "cuda" or machine.capability >= (8, 0):
        return "attention: PyTorch's own choice"
    if version >= (2, 14):
        return f"attention: PyTorch's own choice; {torch.__version__} has a fast kernel for grouped queries"
    sdpa_attention.use_gqa_in_sdpa = lambda *args, **kwargs: False
    return f"attention: keys repeated before the kernel, because PyTorch {torch.__version__} is slow with grouped queries on {machine.name}"


@contextmanager
def loss_weighed_by_tokens(model) -> Iterator[None]:
    """Meanwhile, let T5's loss be the mean over the answer tokens of a whole step, as the trainer expects it. Other models do so.

    T5 returns the mean of its own batch: several batches a step, or several processes, log and clip that many times the loss.
    """

    def weigh(module, args, kwargs, output):
        tokens = kwargs.get("num_items_in_batch")
        if tokens is not None and output.loss is not None:
            output.loss = output.loss * (kwargs["labels"] != -100).sum() / tokens

    base = model.get_base_model() if hasattr(model, "get_base_model") else model
    hook = base.register_forward_hook(weigh, with_kwargs=True) if base.config.is_encoder_decoder else None
    try:
        yield
    finally:
        if hook:
            hook.remove()
