"""Weights that do not fit were once random numbers in silence, and a damaged file a traceback: one sentence, before anything is loaded."""

import json
import shutil
from fnmatch import fnmatch
from pathlib import Path

import huggingface_hub
import pytest
import torch
import transformers
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file, save_file

from helpers import UserError
from helpers.models.hub import fetch_model, load_causal, load_tokenizer, locate_model, read_config
from helpers.models.standins import standin_folder, untrained
from helpers.models.t5 import add_missing_tokens, fit_embeddings
from helpers.models.weights import check_adapter, put_adapter
from helpers.runs.fetch import fetch_folder
from helpers.training import phases

SMALL = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1,
         "vocab_size": 99}  # fmt: skip
FAMILIES = {
    "gpt2": {"n_embd": 32, "n_layer": 2, "n_head": 2, "vocab_size": 99},
    "mixtral": SMALL | {"num_local_experts": 2},  # its experts are joined while they are loaded
    "gemma2": SMALL | {"head_dim": 16},
    "qwen3": SMALL | {"head_dim": 16},
    "phi3": SMALL | {"pad_token_id": 0},
    "bart": {"d_model": 32, "encoder_layers": 2, "decoder_layers": 2, "encoder_ffn_dim": 64, "decoder_ffn_dim": 64, "vocab_size": 99,
             "encoder_attention_heads": 2, "decoder_attention_heads": 2},
}  # fmt: skip


@pytest.fixture
def copied(tmp_path):
    """Give a function that copies a stand-in's folder, so that it can be damaged."""
    return lambda kind="qwen2": Path(shutil.copytree(standin_folder(f"standin/tiny-{kind}"), tmp_path / kind))


def renamed(file: Path, change) -> None:
    """Give the tensors of a file new names; one whose new name is empty is left out."""
    save_file({change(name): tensor for name, tensor in load_file(file).items() if change(name)}, file, {"format": "pt"})


@pytest.mark.parametrize("model_id", ["tiny-mistral", "tiny-qwen2", "tiny-llama", "tiny-t5", "t5-practice"])
def test_a_stand_in_fits(model_id):
    folder = standin_folder(f"standin/{model_id}")
    assert fetch_model(str(folder)) == folder


@pytest.mark.parametrize("form", ["whole", "sharded", "without a prefix"])
@pytest.mark.parametrize("family", FAMILIES)
def test_no_good_model_is_refused_whatever_its_family_names_its_weights(tmp_path, family, form):
    model = untrained(transformers.AutoConfig.for_model(family, **FAMILIES[family]))
    tied = form.startswith("without") and model.config.tie_word_embeddings
    (model.base_model if tied else model).save_pretrained(tmp_path, **({"max_shard_size": "20KB"} if form == "sharded" else {}))
    assert fetch_model(str(tmp_path)) == tmp_path


def test_weights_in_the_older_form_and_in_4_bits_fit(copied):
    folder = copied("llama")
    settings = transformers.BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.float32)
    quantized = load_causal(str(folder), torch.float32, settings, "cpu")
    torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    assert fetch_model(str(folder)) == folder
    quantized.save_pretrained(folder)
    (folder / "pytorch_model.bin").unlink()
    layer = "model.layers.1.mlp.up_proj"
    for given in (settings, None):
        again = load_causal(str(folder), torch.float32, given, "cpu").get_submodule(layer)
        assert torch.equal(again.weight.data, quantized.get_submodule(layer).weight.data), "None once hid that they are in 4 bits"
    renamed(folder / "model.safetensors", lambda name: name.replace("up_proj", "up"))
    with pytest.raises(UserError, match=f"2 tensors are missing, such as {layer.replace('1', '0')}"):
        fetch_model(str(folder))


@pytest.mark.parametrize("kind", ["qwen2", "t5"])
@pytest.mark.parametrize(
    "change",
    [lambda name: f"base_model.{name}", lambda name: "" if ".1." in name else name],
    ids=["other names", "a layer less"],
)
def test_weights_with_other_names_are_refused_of_which_transformers_makes_random_ones(copied, kind, change):
    folder = copied(kind)
    renamed(folder / "model.safetensors", change)
    auto = transformers.AutoModelForSeq2SeqLM if kind == "t5" else transformers.AutoModelForCausalLM
    assert auto.from_pretrained(folder), "otherwise this test shows nothing"
    with pytest.raises(UserError, match=r"do not fit its config.json: \d+ tensors are missing, such as .* random numbers"):
        fetch_model(str(folder))


def test_weights_of_another_shape_are_named(copied):
    folder = copied()
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"intermediate_size": 96}))
    with pytest.raises(UserError, match=r"mlp.down_proj.weight has the shape \[64, 128\] where the configuration makes \[64, 96\]"):
        fetch_model(str(folder))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda file: cut(file), "model.safetensors is damaged or was not fetched whole"),
        (lambda file: file.write_bytes(b""), "model.safetensors is damaged"),
        (lambda file: file.write_text("version https://git-lfs.github.com/spec/v1"), "model.safetensors is damaged"),
        (lambda file: file.unlink(), "holds no weights"),
        (lambda file: file.rename(file.with_name("pytorch_model.bin")), "pytorch_model.bin is damaged"),
        (lambda file: file.rename(file.with_name("model.safetensors.index.json")), "index.json is damaged: it names no files"),
    ],
    ids=["cut", "empty", "pointer", "missing", "no pickle", "no index"],
)
def test_a_damaged_file_of_weights_is_one_sentence(copied, damage, words):
    folder = copied()
    damage(folder / "model.safetensors")
    with pytest.raises(UserError, match=f"{words}.*Save or fetch it again"):
        fetch_model(str(folder))


def test_a_missing_part_of_the_weights_is_named(tmp_path):
    untrained(transformers.AutoConfig.for_model("gpt2", **FAMILIES["gpt2"])).save_pretrained(tmp_path, max_shard_size="40KB")
    part = sorted(tmp_path.glob("*-of-*.safetensors"))[-1]
    part.unlink()
    with pytest.raises(UserError, match=f"{part.name} is missing"):
        fetch_model(str(tmp_path))


@pytest.mark.parametrize("file", ["config.json", "tokenizer_config.json"])
@pytest.mark.parametrize("text", ["", "[]", '{"model_type": "qwen2", '])
def test_a_damaged_configuration_is_one_sentence(copied, file, text):
    folder = copied()
    (folder / file).write_text(text)
    with pytest.raises(UserError, match=f"No JSON can be read in {file} of the folder"):
        locate_model(str(folder))


def test_a_configuration_that_cannot_be_is_one_sentence(copied):
    folder = copied()
    for text in ("{", "[]", '{"model_type": "qwen2", "hidden_size": "wide"}'):
        (folder / "config.json").write_text(text)
        with pytest.raises(UserError, match="cannot be read"):
            read_config(str(folder))


@pytest.mark.parametrize("kind", ["qwen2", "mistral", "t5"])
def test_a_damaged_or_missing_tokenizer_is_one_sentence(copied, kind):
    folder = copied(kind)
    for text in ('{"version": "1.0"}', "{", ""):
        (folder / "tokenizer.json").write_text(text)
        with pytest.raises(UserError, match="The tokenizer in .* is damaged"):
            load_tokenizer(folder)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(UserError, match="The tokenizer in .* (knows no words|is damaged)"):
        load_tokenizer(folder)


def test_a_tokenizer_without_a_token_that_ends_a_text_is_refused(copied):
    folder = copied("qwen2")
    settings = json.loads((folder / "tokenizer_config.json").read_text())
    (folder / "tokenizer_config.json").write_text(json.dumps({**settings, "eos_token": None}))
    (folder / "special_tokens_map.json").unlink(missing_ok=True)
    with pytest.raises(UserError, match="no token that ends a text"):
        load_tokenizer(folder)


@pytest.mark.parametrize("kind", ["qwen2", "t5"])
def test_a_tokenizer_with_more_tokens_than_the_model_has_rows_is_refused(copied, kind):
    """Training stopped in its middle, with an index out of range."""
    folder = copied(kind)
    config = json.loads((folder / "config.json").read_text())
    last = max(load_tokenizer(folder).vocab_size - 1, load_tokenizer(folder).eos_token_id)
    (folder / "config.json").write_text(json.dumps(config | {"vocab_size": last}))
    with pytest.raises(UserError, match=f"has {last:,} rows in its embedding .* its tokenizer numbers tokens up to {last:,}"):
        load_tokenizer(folder)
    (folder / "config.json").write_text(json.dumps(config | {"vocab_size": last + 1}))
    assert load_tokenizer(folder), "Gemma 3's last token, which stands for an image, has no row in the models that read none"


def base(kind: str):
    folder = standin_folder(f"standin/tiny-{kind}")
    model = (transformers.AutoModelForSeq2SeqLM if kind == "t5" else transformers.AutoModelForCausalLM).from_pretrained(folder)
    tokenizer = load_tokenizer(folder)
    if kind == "t5":
        fit_embeddings(model, tokenizer, add_missing_tokens(tokenizer))
    return model, tokenizer


FORMS = {
    "plain": {}, "every layer": {"target_modules": "all-linear"}, "DoRA": {"use_dora": True}, "PiSSA": {"init_lora_weights": "pissa"},
    "one layer": {"layers_to_transform": [1]}, "the head": {"modules_to_save": ["lm_head"]}, "tokens": {"trainable_token_indices": [3, 4]},
    "biases": {"bias": "lora_only"},
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_no_good_adapter_is_refused(tmp_path, form):
    settings = {"r": 2, "target_modules": ["q_proj", "v_proj"], "task_type": "CAUSAL_LM"} | FORMS[form]
    get_peft_model(base("llama")[0], LoraConfig(**settings)).save_pretrained(tmp_path)
    check_adapter(tmp_path, read_config(str(standin_folder("standin/tiny-llama"))))
    assert put_adapter(base("llama")[0], tmp_path).peft_config["default"].r == 2


def test_an_adapter_in_the_older_form_is_as_good(whole, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(whole, tmp_path / "adapter"))
    older(folder)
    check_adapter(folder, read_config(str(standin_folder("standin/tiny-qwen2"))))
    assert put_adapter(base("qwen2")[0], folder).peft_config["default"].r == 2
    assert phases._named(str(folder)) == folder
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, allow_patterns: str(folder) * any(
        fnmatch(file.name, pattern) for file in folder.glob("*.bin") for pattern in allow_patterns))  # fmt: skip
    assert fetch_folder("owner/adapter", "trained_run") == folder


def test_an_adapter_with_added_tokens_is_put_on_its_t5(tmp_path):
    model, tokenizer = base("t5")
    ids = [len(tokenizer) - 2, len(tokenizer) - 1]
    form = LoraConfig(r=2, target_modules=["q", "v"], trainable_token_indices={"shared": ids}, task_type="SEQ_2_SEQ_LM")
    tuned = get_peft_model(model, form)
    with torch.no_grad():
        for name, parameter in tuned.named_parameters():
            if "lora_B" in name or "trainable_tokens_delta" in name:
                parameter.normal_()
    tuned.save_pretrained(tmp_path)
    check_adapter(tmp_path, read_config(str(standin_folder("standin/tiny-t5"))))
    question = {"input_ids": torch.tensor([[5, 6, ids[0]]]), "decoder_input_ids": torch.tensor([[0, 7]])}
    with torch.no_grad():
        assert torch.equal(put_adapter(base("t5")[0], tmp_path).eval()(**question).logits, tuned.eval()(**question).logits)
    renamed(tmp_path / "adapter_model.safetensors", lambda name: name.replace("lora_A", "lora_a"))
    with pytest.raises(UserError, match="different names"):
        put_adapter(base("t5")[0], tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Save an adapter on the random Qwen2."""
    folder = tmp_path_factory.mktemp("adapter")
    get_peft_model(base("qwen2")[0], LoraConfig(r=2, target_modules=["q_proj"], task_type="CAUSAL_LM")).save_pretrained(folder)
    return folder


def renumbered(file: Path, number: float) -> None:
    save_file({name: torch.full_like(tensor, number) for name, tensor in load_file(file).items()}, file, {"format": "pt"})


def older(folder: Path) -> None:
    """Write an adapter's weights as older versions of PEFT did."""
    file = folder / "adapter_model.safetensors"
    torch.save(load_file(file), folder / "adapter_model.bin")
    file.unlink()


def setting(**values):
    def change(folder):
        file = folder / "adapter_config.json"
        kept = json.loads(file.read_text()) | values
        file.write_text(json.dumps({name: value for name, value in kept.items() if value is not None}))

    return change


DAMAGES = {
    "no JSON": (lambda folder: (folder / "adapter_config.json").write_text("{"), "adapter_config.json of .* is damaged"),
    "no kind": (setting(peft_type=None), "adapter_config.json of .* knows no peft_type None"),
    "unknown kind": (setting(peft_type="FOO"), "adapter_config.json of .* knows no peft_type FOO"),
    "another rank": (setting(r=3), "does not fit .*size mismatch"),
    "other layers": (setting(target_modules=["nope"]), "does not fit .*nope"),
    "one layer of two": (setting(layers_to_transform=[1]), "does not fit .*2 of its tensors .*different names, such as .*layers.0"),
    "more layers": (setting(target_modules=["q_proj", "v_proj"]), "does not fit .*4 of its tensors .*different names, such as .*v_proj"),
    "other names": (
        lambda folder: renamed(folder / "adapter_model.safetensors", lambda name: name.replace("layers.0", "layers.7")),
        "does not fit .*4 of its tensors .*different names, such as .*layers.0",
    ),
    "no weights": (lambda folder: (folder / "adapter_model.safetensors").unlink(), "adapter_model.safetensors is missing"),
    "cut weights": (
        lambda folder: cut(folder / "adapter_model.safetensors"),
        "adapter_model.safetensors is damaged or was not fetched whole",
    ),
    "diverged": (
        lambda folder: renumbered(folder / "adapter_model.safetensors", float("inf")),
        "NaN or infinite, in 4 tensors such as .*layers.0.* the training diverged",
    ),
    "diverged, in the older form": (
        lambda folder: (renumbered(folder / "adapter_model.safetensors", float("nan")), older(folder)),
        "adapter_model.bin holds numbers that are NaN or infinite",
    ),
    "cut, in the older form": (
        lambda folder: (older(folder), cut(folder / "adapter_model.bin")),
        "adapter_model.bin is damaged or was not fetched whole",
    ),
    "empty weights": (lambda folder: (folder / "adapter_model.safetensors").write_bytes(b""), "adapter_model.safetensors is damaged"),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_adapter_that_is_damaged_or_does_not_fit_is_one_sentence_before_and_after_loading(whole, tmp_path, damage):
    """One with other names was once scored as tuned: PEFT only warns that its layers keep their first, empty weights."""
    folder = Path(shutil.copytree(whole, tmp_path / "adapter"))
    DAMAGES[damage][0](folder)
    with pytest.raises(UserError, match=DAMAGES[damage][1]) as early:
        check_adapter(folder, read_config(str(standin_folder("standin/tiny-qwen2"))))
    with pytest.raises(UserError, match=DAMAGES[damage][1]):
        put_adapter(base("qwen2")[0], folder)
    assert "\n" not in str(early.value)
