"""What a T4 runs and a CPU cannot: each notebook, up to its trainer, on a machine that says it is a T4 (float16 and no bfloat16).

Weights stay on the CPU, nothing is generated and nothing is trained, except one step of float16 by hand at the end.
"""

import os
from dataclasses import asdict, dataclass

import pytest
import torch
from bitsandbytes.nn import Linear4bit
from conftest import ROOT
from transformers.integrations import sdpa_attention

from helpers.evaluation.exam import Exam
from helpers.memory import device
from helpers.memory.device import Machine
from helpers.parameters import read_parameters, read_profile
from helpers.run.kernel import with_values

T4 = Machine("cuda", "Tesla T4", (7, 5), 14.56)
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("0[1-6]_*.ipynb"))
DECODERS = [stem for stem in NOTEBOOKS if "_t5_" not in stem]
every_decoder = pytest.mark.parametrize("stem", DECODERS)


@dataclass(frozen=True)
class SimulatedT4(Machine):
    """A T4 by its description, whose memory is this machine's."""

    @property
    def place(self):
        return "cpu"


@pytest.fixture(scope="module")
def on_a_t4(tmp_path_factory):
    """Return a function that runs a notebook's cells up to its trainer as on a T4 and gives their namespace: {name: value}."""
    patch, done = pytest.MonkeyPatch(), {}
    patch.setattr(device, "find_machine", lambda: SimulatedT4(**asdict(T4)))
    patch.setattr(sdpa_attention, "use_gqa_in_sdpa", sdpa_attention.use_gqa_in_sdpa)  # put back afterwards
    for name in ("score", "demonstrate"):
        patch.setattr(Exam, name, lambda *args, **kwargs: None)
    patch.chdir(ROOT)

    def get(stem):
        if stem not in done:
            notebook = ROOT / "notebooks" / f"{stem}.ipynb"
            declared = read_parameters(notebook)
            values = read_profile("smoke", stem, declared) | {"output_dir": str(tmp_path_factory.mktemp(stem) / "run")}
            if "load_in_4bit" in declared:
                values["load_in_4bit"] = True
            cells = [cell for cell in with_values(notebook, values, prepare_only=True).cells if cell.cell_type == "code"]
            ids = [cell.get("id") for cell in cells]
            space = {"__name__": stem}
            for cell in cells[: ids.index("trainer" if "trainer" in ids else "trainer-config") + 1]:
                exec(compile(cell.source, f"{stem}: {cell.get('id')}", "exec"), space)
            done[stem] = space
        return done[stem]

    yield get
    patch.undo()


@every_decoder
def test_a_t4_gets_float16_everywhere_and_bfloat16_nowhere(stem, on_a_t4):
    space = on_a_t4(stem)
    assert space["machine"].name == "Tesla T4" and space["dtype"] is torch.float16
    model = space["trainer"].model
    found = {tensor.dtype for tensor in [*model.parameters(), *model.buffers()]}
    assert torch.bfloat16 not in found
    assert torch.float16 in found, "what is neither quantized nor trained"
    assert model.config.dtype is torch.float16
    record = (space["run"].folder / "run.json").read_text()
    assert '"dtype": "torch.float16"' in record and '"device": "Tesla T4"' in record


@every_decoder
def test_the_quantized_layers_multiply_in_float16(stem, on_a_t4):
    space = on_a_t4(stem)
    config = space["quantization_config"]
    assert config.bnb_4bit_compute_dtype is torch.float16 and config.bnb_4bit_quant_type == "nf4"
    layers = [module for module in space["trainer"].model.modules() if isinstance(module, Linear4bit)]
    assert layers and {layer.compute_dtype for layer in layers} == {torch.float16}
    assert {layer.weight.quant_state.dtype for layer in layers} == {torch.float16}, "what a weight is unpacked to"


@every_decoder
def test_the_trainer_scales_float16_gradients_of_float32_adapters(stem, on_a_t4):
    """Left out, bf16 is guessed true; and the scaler, which accelerate makes on a GPU only, refuses adapters that are not in float32."""
    trainer = on_a_t4(stem)["trainer"]
    assert (trainer.args.fp16, trainer.args.bf16) == (True, False)
    assert not trainer.args.bf16_full_eval and not trainer.args.fp16_full_eval
    assert trainer.accelerator.mixed_precision == "fp16"
    trained = [parameter for parameter in trainer.model.parameters() if parameter.requires_grad]
    assert trained and {parameter.dtype for parameter in trained} == {torch.float32}


@every_decoder
def test_attention_is_pytorchs_own_with_keys_repeated_for_grouped_queries(stem, on_a_t4):
    """On a T4 grouped queries would fall back to the slow mathematical kernel; eager attention overflows float16 in Qwen2.5."""
    space = on_a_t4(stem)
    assert space["trainer"].model.config._attn_implementation == "sdpa"
    if tuple(int(part) for part in torch.__version__.split("+")[0].split(".")[:2]) < (2, 14):
        assert sdpa_attention.use_gqa_in_sdpa(None, None) is False


def test_t5_computes_in_float32_because_it_overflows_float16(on_a_t4):
    space = on_a_t4("03_t5_qlora_vs_full")
    assert space["dtype"] is torch.float32
    assert space["quantization_config"].bnb_4bit_compute_dtype is torch.float32
    for arm in space["arms"]:
        config = space["configure"](arm)
        assert (config.fp16, config.bf16) == (False, False)


def test_a_step_in_float16_with_a_scaler_moves_the_adapters(on_a_t4):
    """The step that a T4 takes, by hand: autocast to float16, scaled loss, gradients unscaled in float32, no skipped step."""
    trainer = on_a_t4("01_mistral_qlora")["trainer"]
    model = trainer.model
    batch = trainer.data_collator([trainer.train_dataset[i] for i in range(2)])
    batch = {name: tensor[:, :256] for name, tensor in batch.items()}
    batch["labels"] = batch["input_ids"].clone()
    trained = {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}
    before = {name: parameter.detach().clone() for name, parameter in trained.items()}
    optimizer = torch.optim.AdamW(trained.values(), lr=1e-3)
    scaler = torch.amp.GradScaler("cpu", init_scale=2.0**10)
    seen = []
    hook = model.get_output_embeddings().register_forward_hook(lambda module, given, made: seen.append(made.dtype))
    with torch.autocast("cpu", dtype=torch.float16):
        loss = model(**batch).loss
    hook.remove()
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    assert {parameter.grad.dtype for parameter in trained.values()} == {torch.float32}
    assert all(parameter.grad.isfinite().all() for parameter in trained.values())
    scaler.step(optimizer)
    scaler.update()
    assert seen == [torch.float16] and loss.isfinite()
    assert scaler.get_scale() == 2.0**10, "a skipped step halves it"
    assert any(not torch.equal(parameter, before[name]) for name, parameter in trained.items())


def test_adapters_left_in_float16_are_what_the_scaler_refuses():
    weight = torch.nn.Parameter(torch.ones(4, dtype=torch.float16))
    optimizer = torch.optim.AdamW([weight], lr=1e-3)
    scaler = torch.amp.GradScaler("cpu")
    scaler.scale((weight * 2).sum()).backward()
    with pytest.raises(ValueError, match="FP16"):
        scaler.unscale_(optimizer)


def test_a_second_process_puts_its_model_on_its_own_gpu(monkeypatch):
    monkeypatch.delenv("LOCAL_RANK", raising=False)
    assert T4.place == 0
    monkeypatch.setenv("LOCAL_RANK", "1")
    assert T4.place == 1
    assert os.environ["LOCAL_RANK"] == "1" and Machine("cpu", "some CPU").place == "cpu"
