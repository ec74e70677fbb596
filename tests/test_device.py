import importlib
import pkgutil
import sys
import types
from importlib import metadata, util
from pathlib import Path

import pytest
import torch
from packaging.specifiers import SpecifierSet
from transformers import AutoModelForCausalLM, BitsAndBytesConfig

from helpers import UserError
from helpers.memory import device
from helpers.memory.device import Machine
from helpers.models import workarounds
from helpers.models.hub import count_parameters
from helpers.models.standins import standin_folder
from helpers.runs import start_run

T4 = Machine("cuda", "Tesla T4", (7, 5), 14.56)


def test_a_t4_computes_in_float16_although_it_claims_bfloat16(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda *args, **kwargs: True)  # emulation counts there
    dtype, reason = device.compute_dtype(T4)
    assert dtype is torch.float16
    assert "7.5" in reason
    assert device.precision_flags(dtype) == {"fp16": True, "bf16": False}


def test_a_gpu_with_bfloat16_tensor_cores_uses_them():
    dtype, _ = device.compute_dtype(Machine("cuda", "NVIDIA L4", (8, 9), 22.0, fast_bf16=True))
    assert dtype is torch.bfloat16


def test_a_cpu_never_computes_in_float16():
    for fast in (True, False):
        dtype, reason = device.compute_dtype(Machine("cpu", "some CPU", fast_bf16=fast))
        assert dtype is (torch.bfloat16 if fast else torch.float32)
        assert reason


def test_the_speed_of_a_machine_is_measured_so_that_minutes_can_be_compared():
    assert device.measured_gflops(Machine("cpu", "some CPU"), seconds=0.05) > 0.1


def test_a_simulated_t4_is_found_with_float16(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index: "Tesla T4")
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda index: (7, 5))
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda index: type("P", (), {"total_memory": 14.56 * 2**30})())
    monkeypatch.setattr(torch, "ones", lambda *size, **kwargs: torch.zeros(*size))
    machine = device.find_machine()
    assert (machine.kind, machine.capability, machine.fast_bf16) == ("cuda", (7, 5), False)


def test_a_gpu_that_cannot_run_this_pytorch_says_which_one_to_choose(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("CUDA error: no kernel image is available for execution on the device\nmore lines")

    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Interactive")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda index: "Tesla P100-PCIE-16GB")
    monkeypatch.setattr(torch, "ones", fail)
    with pytest.raises(UserError, match="P100.*no kernel image.*GPU T4 x2") as error:
        device.find_machine()
    assert "more lines" not in str(error.value)


@pytest.mark.parametrize(
    ("variable", "menu"),
    [("KAGGLE_KERNEL_RUN_TYPE", "GPU T4 x2"), ("COLAB_RELEASE_TAG", "T4 GPU"), ("NOWHERE", "profile `rehearsal`")],
)
def test_a_large_model_without_a_gpu_names_the_menu_to_click(monkeypatch, variable, menu):
    monkeypatch.setenv(variable, "x")
    with pytest.raises(UserError, match=menu):
        device.check_machine(Machine("cpu", "some CPU", memory_gib=12), "mistralai/Mistral-7B-v0.1", 7_241_732_096)


def test_a_small_model_may_run_on_a_cpu():
    assert "135" in device.check_machine(Machine("cpu", "some CPU", memory_gib=12), "standin/smollm2-135m", 134_515_008)


def test_the_small_profile_may_give_a_cpu_a_model_that_takes_hours():
    machine, model = Machine("cpu", "some CPU", memory_gib=12), ("Qwen/Qwen2.5-Coder-1.5B-Instruct", 1_543_714_304)
    assert "1.54B" in device.check_machine(machine, *model, most=device.SMALL_PARAMETERS)
    with pytest.raises(UserError, match="profile `small`"):
        device.check_machine(machine, *model)


def test_weights_that_cannot_fit_are_refused_with_what_to_change():
    assert "runs on this GPU" in device.check_machine(T4, "mistralai/Mistral-7B-v0.1", 7_241_732_096, bits=4)
    with pytest.raises(UserError, match="load_in_4bit"):
        device.check_machine(T4, "meta-llama/Llama-3.1-8B", 8_030_261_248, bits=16)


def test_adapters_become_float32_and_frozen_weights_stay():
    model = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Linear(4, 4)).to(torch.bfloat16)
    model[0].requires_grad_(False)
    assert workarounds.adapters_to_float32(model) == 20
    assert model[0].weight.dtype is torch.bfloat16
    assert model[1].weight.dtype is torch.float32


def test_grouped_queries_get_the_fast_kernel_on_a_t4_only(monkeypatch):
    from transformers.integrations import sdpa_attention

    before = sdpa_attention.use_gqa_in_sdpa
    monkeypatch.setattr(sdpa_attention, "use_gqa_in_sdpa", before)
    workarounds.use_fast_attention(Machine("cpu", "some CPU"))
    assert sdpa_attention.use_gqa_in_sdpa is before
    monkeypatch.setattr(torch, "__version__", "2.11.0+cu128")
    assert "keys repeated" in workarounds.use_fast_attention(T4)
    assert sdpa_attention.use_gqa_in_sdpa(None, None) is False


def test_attention_on_hopper_is_not_cudnns_where_its_gradients_are_spoiled(monkeypatch):
    """pytorch/pytorch#196678: with a mask, gradients became NaN in 4 of 6 trainings on an H200 with torch 2.11."""
    hopper, switched = Machine("cuda", "NVIDIA H200", (9, 0), 139.0, fast_bf16=True), []
    monkeypatch.setattr(torch.backends.cuda, "enable_cudnn_sdp", switched.append)
    for version, expected in (("2.10.0", []), ("2.11.0+cu128", [False])):
        monkeypatch.setattr(torch, "__version__", version)
        assert ("not cuDNN's" in workarounds.use_fast_attention(hopper)) == bool(expected)
        assert switched == expected


def due(entry: workarounds.Workaround) -> str:
    """Say why a repair should be looked at again with the installed version of its library, or "" if it need not."""
    if util.find_spec(entry.package) is None:
        return ""
    installed = metadata.version(entry.package)
    if any(not spec.contains(installed, prereleases=True) for spec in SpecifierSet(entry.versions) if spec.operator.startswith("<")):
        return (
            f"{entry.package} {installed} is newer than the versions known to have this fault ({entry.versions}): {entry.fault}. Run "
            f"{entry.test or 'it'} without {entry.repair}, then remove the repair, or widen `versions`."
        )
    try:
        pkgutil.resolve_name(entry.touches)
    except AttributeError:
        if SpecifierSet(entry.versions).contains(installed, prereleases=True):
            return f"{entry.touches} is gone from {entry.package} {installed}: {entry.repair} repairs nothing there. {entry.fault}."
    return ""


@pytest.mark.parametrize("entry", workarounds.WORKAROUNDS, ids=lambda entry: entry.repair.partition(":")[2])
def test_every_repair_of_a_library_is_still_needed_or_a_sentence_says_to_look_at_it_again(entry, monkeypatch):
    assert not due(entry)
    module, _, name = entry.repair.partition(":")
    assert callable(getattr(importlib.import_module(module), name))
    if entry.test:
        file, _, test = entry.test.partition("::")
        assert f"def {test}(" in (Path(__file__).parent / file).read_text(encoding="utf-8")
    monkeypatch.setattr(metadata, "version", lambda package: "999.0")
    said = due(entry)
    assert (f"{entry.package} 999.0 is newer than the versions known to have this fault" in said) == ("<" in entry.versions)
    assert not said or entry.repair in said


def test_a_repair_whose_symbol_is_gone_from_the_library_says_so():
    entry = workarounds.WORKAROUNDS[0]
    gone = entry._replace(touches="bitsandbytes.nn:Linear3bit")
    assert due(gone).startswith("bitsandbytes.nn:Linear3bit is gone from bitsandbytes ")
    assert not due(gone._replace(versions=">=99,<100")), "an older version never had it"


L4 = Machine("cuda", "NVIDIA L4", (8, 9), 22.0, fast_bf16=True)


@pytest.mark.parametrize(
    ("machine", "words"),
    [(Machine("cpu", "some CPU"), "needs a GPU"), (T4, "needs compute capability 8.0, Tesla T4 has 7.5"), (L4, "does not load")],
)
def test_without_the_gpu_or_the_package_for_flash_attention_it_is_sdpa_and_the_reason_is_said(monkeypatch, machine, words):
    monkeypatch.setitem(sys.modules, "flash_attn", None)  # an import of it fails
    name, reason = device.choose_attention(machine)
    assert name == "sdpa"
    assert words in reason


@pytest.mark.parametrize(("taken", "name"), [(True, "flash_attention_2"), (False, "sdpa")])
def test_flash_attention_is_chosen_where_gpu_and_package_have_it(monkeypatch, taken, name):
    package = types.ModuleType("flash_attn")
    package.__version__ = "2.8.3"
    monkeypatch.setitem(sys.modules, "flash_attn", package)
    monkeypatch.setattr(device, "is_flash_attn_2_available", lambda: taken)
    assert device.choose_attention(L4)[0] == name
    assert "2.8.3" in device.choose_attention(L4)[1]
    assert device.choose_attention(T4)[0] == "sdpa"


def _gradients_after_a_score(repaired: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the gradient at the input of a 4-bit model before and after a forward pass without gradients."""
    quantization = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.bfloat16)
    model = AutoModelForCausalLM.from_pretrained(
        standin_folder("standin/tiny-mistral"), dtype=torch.bfloat16, quantization_config=quantization, device_map={"": "cpu"}
    )
    if repaired:
        assert workarounds.repair_4bit_on_cpu(model) == 14
    ids = torch.arange(5, 45).reshape(2, 20)

    def gradient():
        model.train()
        inputs = model.get_input_embeddings()(ids).detach().requires_grad_()
        model(inputs_embeds=inputs, labels=ids).loss.backward()
        return inputs.grad.float()

    before = gradient()
    model.eval()
    with torch.no_grad():
        model(ids)
    return before, gradient()


def test_a_score_before_training_does_not_corrupt_4_bit_training_on_a_cpu():
    """bitsandbytes 0.50.2 repacks weights in a forward pass without gradients; every backward pass after it is wrong."""
    before, after = _gradients_after_a_score(repaired=True)
    assert torch.allclose(before, after, rtol=0.05, atol=1e-4)


def test_without_the_repair_the_fault_is_there_on_processors_that_have_it():
    from bitsandbytes.nn import modules

    if not getattr(modules, "has_avx512bf16", lambda: False)():
        pytest.skip("this processor has no AVX512-BF16, the fault cannot occur")
    try:
        before, after = _gradients_after_a_score(repaired=False)
    except RuntimeError:
        return  # some versions refuse the shapes instead, which is the same fault caught by luck
    assert not torch.allclose(before, after, rtol=0.05, atol=1e-4)


def test_bitsandbytes_lets_go_of_the_embedding_of_a_deleted_model():
    """Its manager of 8-bit optimizers keeps each trained model's embedding: 1.25 GiB of NeMo's stayed on the GPU."""
    import weakref

    from bitsandbytes.optim import GlobalOptimManager

    embedding = torch.nn.Embedding(4, 2)
    GlobalOptimManager.get_instance().register_module_override(embedding, "weight", {"optim_bits": 32})
    alive = weakref.ref(embedding.weight)
    del embedding
    device.free_memory()
    assert alive() is None


def test_a_model_without_the_attention_that_it_would_be_loaded_with_is_refused_before_its_download(tmp_path):
    """Gemma 2 in newer transformers: the ValueError came after the download."""
    import transformers

    sizes = dict(hidden_size=64, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2, num_key_value_heads=1, vocab_size=99)
    transformers.Gemma2Config(**sizes, head_dim=32).save_pretrained(tmp_path / "gemma")
    transformers.MistralConfig(**sizes).save_pretrained(tmp_path / "mistral")
    assert count_parameters(str(tmp_path / "mistral"), "sdpa") > 0
    assert count_parameters(str(tmp_path / "gemma")) > 0, "08 loads it with the attention that it has"
    if transformers.Gemma2ForCausalLM._supports_sdpa:  # older transformers
        assert count_parameters(str(tmp_path / "gemma"), "sdpa") > 0
    else:
        with pytest.raises(UserError, match=r"gemma2\) has no sdpa attention in this version of transformers.*Choose a model_id"):
            count_parameters(str(tmp_path / "gemma"), "sdpa")


@pytest.mark.parametrize(("stem", "kind", "words"), [
    ("01_mistral_qlora", "t5", r"\(t5\) is an encoder-decoder, and this notebook trains a decoder such as mistralai.*the notebook 03"),
    ("NN_own", "t5", r"\(t5\) is an encoder-decoder, and this notebook trains a decoder such as mistralai.*the notebook 03"),
    ("03_t5_qlora_vs_full", "llama", r"is a decoder, and this notebook trains an encoder-decoder such as google-t5.*01, 02 or 06"),
])  # fmt: skip
def test_a_model_of_another_kind_is_sent_to_the_notebook_that_trains_it(tmp_path, stem, kind, words):
    """The cell that loads the weights once ended in transformers' list of all its configurations."""
    run = start_run(stem, {}, str(tmp_path / "run"))
    with pytest.raises(UserError, match=words):
        device.ready(run, f"standin/tiny-{kind}", 4)


@pytest.mark.parametrize(("quantized", "bits", "words"), [
    ({"quant_method": "awq", "bits": 4}, 4, "already quantized, by awq, .* Give the model that it was made from"),
    ({"quant_method": "gptq", "bits": 4}, 16, "already quantized, by gptq, .* Give the model that it was made from"),
    ({"quant_method": "fp8"}, 4, "already quantized, by fp8, .* Give the model that it was made from"),
    ({"quant_method": "bitsandbytes", "load_in_8bit": True}, 4, "already quantized, by bitsandbytes, .* as model_id\\.$"),
    ({"quant_method": "bitsandbytes", "load_in_4bit": True}, 16, "already quantized, by bitsandbytes, .*or set load_in_4bit to true"),
    ({"quant_method": "bitsandbytes", "load_in_4bit": True}, 4, ""),
])  # fmt: skip
def test_weights_that_are_quantized_already_are_refused_before_their_download(quantized, bits, words):
    """transformers refuses to quantize them again, once they are downloaded; those of bitsandbytes it takes as they are."""
    from transformers import AutoConfig

    config = AutoConfig.for_model("llama", quantization_config=quantized)
    if words:
        with pytest.raises(UserError, match=words):
            device.check_recipe("06_llama_qlora", "me/model", config, bits)
    else:
        device.check_recipe("06_llama_qlora", "me/model", config, bits)
