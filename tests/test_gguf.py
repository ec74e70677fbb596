"""GGUF is written by llama.cpp's own converter and read back as the same model; where it cannot be, one sentence says so.

The quick tests put a stand-in in the converter's place. The long ones need the real one: a folder named by LLAMA_CPP, or PATH.
"""

import io
import os
import shutil
import tarfile
from pathlib import Path

import pytest
import sentencepiece
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import (
    AutoModelForCausalLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    LlamaConfig,
    MistralConfig,
    Qwen2Config,
    T5Config,
    T5Tokenizer,
)

from helpers import UserError
from helpers.data.load import load as load_rows
from helpers.evaluation.generation import generate
from helpers.models.standins import TINY_CORPUS, standin_folder
from helpers.prompts.render import render
from helpers.sharing import gguf
from helpers.sharing.gguf import check_gguf, export_gguf, find_converter, load_gguf
from helpers.sharing.share import merge_adapter

FAKE = """
import sys
from pathlib import Path

arguments = sys.argv[1:]
config = Path(arguments[0], "config.json").read_text()
if "GPT2" in config:
    sys.exit("ERROR:hf-to-gguf:Model GPT2LMHeadModel is not supported")
target = Path(arguments[arguments.index("--outfile") + 1])
target.write_text("half of it" if "slow" in config else " ".join(arguments[3:]))
if "slow" in config:
    sys.exit(f"OSError: [Errno 28] No space left on device: '{target}'")
"""


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Put a script in the place of llama.cpp's, and return a folder with a configuration."""
    (tmp_path / "llama.cpp").mkdir()
    (tmp_path / "llama.cpp" / gguf.SCRIPT).write_text(FAKE)
    monkeypatch.setenv("LLAMA_CPP", str(tmp_path / "llama.cpp"))
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text('{"architectures": ["LlamaForCausalLM"]}')
    return tmp_path / "model"


@pytest.mark.parametrize(("kind", "written"), [("float32", "f32"), ("float16", "f16"), ("bfloat16", "bf16"), ("q8_0", "q8_0")])
def test_the_converter_is_asked_for_the_kind_and_the_file_appears_under_its_name(fake, tmp_path, kind, written):
    target = tmp_path / "gguf" / "model.gguf"
    assert export_gguf(fake, target, kind).startswith(f"model.gguf: {kind}, ")
    assert target.read_text() == f"--model-name model --outtype {written}"
    assert os.listdir(target.parent) == ["model.gguf"]


@pytest.mark.parametrize(("what", "words"), [
    ("adapter", "model cannot be written as GGUF: it is an adapter: merge it first"), ("nothing", "it has no config.json"),
    ("GPT2", "cannot write model as GGUF: Model GPT2LMHeadModel is not supported. Set gguf to false"),
    ("slow", r"No space left on device"), ("kind", "no GGUF kind 'q4'. Known: float32"),
])  # fmt: skip
def test_what_cannot_be_written_gets_one_sentence_and_leaves_the_old_file_whole(fake, tmp_path, what, words):
    target = tmp_path / "gguf" / "model.gguf"
    export_gguf(fake, target, "float32")
    before = target.read_bytes()
    if what in ("adapter", "nothing"):
        (fake / "config.json").rename(fake / ("adapter_config.json" if what == "adapter" else "other.json"))
    elif what != "kind":
        (fake / "config.json").write_text(what)
    with pytest.raises(UserError, match=words) as caught:
        export_gguf(fake, target, "q4" if what == "kind" else "float32")
    assert str(tmp_path) not in str(caught.value) and "\n" not in str(caught.value)
    assert target.read_bytes() == before and os.listdir(target.parent) == ["model.gguf"]


def test_an_unknown_architecture_is_refused_before_training_and_a_rehearsal_goes_on_with_the_reason(fake, capsys):
    assert check_gguf(fake)
    (fake / "config.json").write_text('{"architectures": ["GPT2LMHeadModel"]}')
    with pytest.raises(UserError, match="GPT2LMHeadModel is not supported"):
        check_gguf(str(fake))
    assert check_gguf(fake, optional=True) is False
    assert capsys.readouterr().out.startswith("no GGUF file in this rehearsal: llama.cpp's convert_hf_to_gguf.py cannot write model")


def test_a_model_of_the_hub_is_tried_by_its_small_files(fake, tmp_path, monkeypatch):
    place = tmp_path / "hub" / "models--ada--llama"
    (place / "snapshots" / ("a" * 40)).mkdir(parents=True)
    (place / "refs").mkdir()
    (place / "refs" / "main").write_text("a" * 40)
    shutil.copy(fake / "config.json", place / "snapshots" / ("a" * 40))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    assert check_gguf("ada/llama")
    (place / "snapshots" / ("a" * 40) / "config.json").write_text("GPT2")
    with pytest.raises(UserError, match="cannot write llama as GGUF: Model GPT2LMHeadModel"):
        check_gguf("ada/llama")


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """Hide every converter of this machine, and give an empty cache."""
    monkeypatch.delenv("LLAMA_CPP", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "cache"))


def test_without_the_converter_and_without_a_network_one_sentence_says_what_to_do(nowhere, tmp_path, monkeypatch):
    with pytest.raises(UserError, match="HF_HUB_OFFLINE forbids to fetch it. Set LLAMA_CPP to a folder .* or gguf to false"):
        find_converter()
    monkeypatch.setenv("LLAMA_CPP", str(tmp_path))
    with pytest.raises(UserError, match=r"which is not in .* \(LLAMA_CPP\)"):
        find_converter()
    monkeypatch.delenv("LLAMA_CPP")
    monkeypatch.delenv("HF_HUB_OFFLINE")
    monkeypatch.setattr(gguf.urllib.request, "urlopen", lambda *_, **__: (_ for _ in ()).throw(OSError("no route to host")))
    with pytest.raises(UserError, match=r"cannot be fetched \(no route to host\)"):
        find_converter()
    assert not any((tmp_path / "cache").glob("*llama*"))


def archive(*files):
    """Return an archive as GitHub sends one: everything below a folder of its own."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as packed:
        for name, text in files:
            member = tarfile.TarInfo(name)
            member.size = len(text)
            packed.addfile(member, io.BytesIO(text.encode()))
    return io.BytesIO(made.getvalue())


def test_the_converter_is_fetched_once_at_the_pinned_commit_and_nothing_else_of_llama_cpp(nowhere, tmp_path, monkeypatch):
    monkeypatch.delenv("HF_HUB_OFFLINE")
    asked, root = [], f"llama.cpp-{gguf.PINNED}"
    files = [
        (f"{root}/{gguf.SCRIPT}", "x"),
        (f"{root}/gguf-py/gguf/a.py", "y"),
        (f"{root}/conversion/b.py", "z"),
        (f"{root}/src/c.cpp", ""),
    ]
    monkeypatch.setattr(gguf.urllib.request, "urlopen", lambda address, timeout: asked.append(address) or archive(*files))
    script = find_converter()
    assert find_converter() == script and asked == [gguf.ADDRESS] and gguf.PINNED in gguf.ADDRESS
    assert {path.relative_to(script.parent).as_posix() for path in script.parent.rglob("*") if path.is_file()} == {
        gguf.SCRIPT, "gguf-py/gguf/a.py", "conversion/b.py",
    }  # fmt: skip


def test_an_archive_that_leads_out_of_its_folder_is_not_unpacked(nowhere, tmp_path, monkeypatch):
    monkeypatch.delenv("HF_HUB_OFFLINE")
    bad = archive(("x/conversion/../../../../evil.py", "x"))
    monkeypatch.setattr(gguf.urllib.request, "urlopen", lambda *_, **__: bad)
    with pytest.raises(UserError, match="cannot be fetched"):
        find_converter()
    assert not list(tmp_path.rglob("evil.py"))


def test_a_converter_on_path_is_taken(nowhere, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / gguf.SCRIPT).write_text("")
    assert find_converter() == tmp_path / "bin" / gguf.SCRIPT


SIZES = {
    "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2,
    "max_position_embeddings": 2048,
}  # fmt: skip
LLAMA3 = {"rope_type": "llama3", "rope_theta": 500000.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
          "original_max_position_embeddings": 8192}  # fmt: skip
NETWORKS = {
    "Llama 3.1": LlamaConfig(**SIZES | {"max_position_embeddings": 131072}, rope_parameters=LLAMA3),
    "Llama with tied heads": LlamaConfig(**SIZES, tie_word_embeddings=True),
    "Mistral": MistralConfig(**SIZES, rope_parameters={"rope_type": "default", "rope_theta": 1e6}),
    "NeMo, whose heads are narrower than its width": MistralConfig(**SIZES | {"hidden_size": 80}, head_dim=16, sliding_window=None),
    "Qwen2 with tied heads": Qwen2Config(**SIZES, tie_word_embeddings=True),
}


@pytest.fixture(scope="module")
def converter():
    try:
        return find_converter()
    except UserError as missing:
        pytest.skip(str(missing))


NAMED = """
import runpy
import sys

sys.path[:0] = [{0!r}, {0!r} + "/gguf-py"]
from conversion.base import TextModel

TextModel.get_vocab_base_pre = lambda self, tokenizer: "qwen2"
runpy.run_path({0!r} + "/convert_hf_to_gguf.py", run_name="__main__")
"""


def random_weights(model):
    """Make every weight random: fresh norms are all one, and biases all zero."""
    torch.manual_seed(1)
    with torch.no_grad():
        for weights in model.parameters():
            weights.normal_(mean=1.0 if weights.dim() == 1 else 0.0, std=0.3)
    return model.eval()


@pytest.mark.long
@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_read_back_computes_the_same_numbers(converter, tmp_path, monkeypatch, name):
    """The converter knows tokenizers one by one: SmolLM2's it knows, and that of the small Qwen2 it is told."""
    qwen = name.startswith("Qwen2")
    tokenizer = AutoTokenizer.from_pretrained(standin_folder("standin/tiny-qwen2" if qwen else "standin/smollm2-135m"))
    if qwen:
        (tmp_path / gguf.SCRIPT).write_text(NAMED.format(str(converter.parent)))
        monkeypatch.setenv("LLAMA_CPP", str(tmp_path))
    config = type(NETWORKS[name])(
        **NETWORKS[name].to_dict() | {"vocab_size": len(tokenizer), "bos_token_id": None if qwen else 1, "eos_token_id": 2}
    )
    model = random_weights(AutoModelForCausalLM.from_config(config))
    model.save_pretrained(tmp_path / "model")
    tokenizer.save_pretrained(tmp_path / "model")
    export_gguf(tmp_path / "model", tmp_path / "out" / "model.gguf", "float32")
    again = load_gguf(tmp_path / "out" / "model.gguf", torch.float32, model.config if name == "Llama 3.1" else None)
    inputs = tokenizer(TINY_CORPUS[0], return_tensors="pt")
    with torch.inference_mode():
        assert torch.allclose(again(**inputs).logits, model(**inputs).logits, atol=1e-4)
    written = [made.generate(**inputs, max_new_tokens=8, do_sample=False, repetition_penalty=1.0).tolist() for made in (model, again)]
    assert written[0] == written[1]


@pytest.mark.long
def test_a_t5_read_back_computes_the_same_numbers(converter, tmp_path):
    pytest.importorskip("google.protobuf")  # the converter reads SentencePiece's file with it
    (tmp_path / "corpus.txt").write_text("\n".join(TINY_CORPUS * 3))
    sentencepiece.SentencePieceTrainer.train(
        input=str(tmp_path / "corpus.txt"), model_prefix=str(tmp_path / "spiece"), vocab_size=300, model_type="unigram",
        pad_id=0, eos_id=1, unk_id=2, bos_id=-1, minloglevel=2, hard_vocab_limit=False,
    )  # fmt: skip
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(tmp_path / "spiece.model"))
    config = T5Config(vocab_size=len(pieces), d_model=64, d_kv=16, d_ff=96, num_layers=2, num_heads=4, decoder_start_token_id=0)
    model = random_weights(AutoModelForSeq2SeqLM.from_config(config))
    model.save_pretrained(tmp_path / "model")
    shutil.copyfile(tmp_path / "spiece.model", tmp_path / "model" / "spiece.model")
    T5Tokenizer(vocab=[(pieces.id_to_piece(i), pieces.get_score(i)) for i in range(len(pieces))], extra_ids=0).save_pretrained(
        tmp_path / "model"
    )
    export_gguf(tmp_path / "model", tmp_path / "out" / "model.gguf", "float32")
    again = load_gguf(tmp_path / "out" / "model.gguf", torch.float32, model.config)
    ids = torch.tensor([[*pieces.encode(TINY_CORPUS[0]), 1]])
    with torch.inference_mode():
        before, after = (made(input_ids=ids, decoder_input_ids=torch.tensor([[0, 5, 7]])).logits for made in (model, again))
    assert torch.allclose(before, after, atol=1e-4)


@pytest.mark.long
def test_adapter_merged_model_and_gguf_of_smollm2_answer_20_practice_questions_alike_in_float32(converter, tmp_path):
    """Where an adapter is merged, sums are rounded in another order: a near tie may fall the other way, and then says so here."""
    folder = standin_folder("standin/smollm2-135m")
    tokenizer, base = AutoTokenizer.from_pretrained(folder), AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    torch.manual_seed(0)
    model = get_peft_model(base, LoraConfig(r=8, target_modules="all-linear", task_type="CAUSAL_LM", init_lora_weights=False))
    with torch.no_grad():
        for name, weights in model.named_parameters():
            if "lora_B" in name:
                weights.mul_(0.1)  # a change of the size that training makes
    model.save_pretrained(tmp_path / "adapter")
    tokenizer.save_pretrained(tmp_path / "adapter")
    merge_adapter(str(folder), tmp_path / "adapter", tmp_path / "merged", torch.float32)
    export_gguf(tmp_path / "merged", tmp_path / "out" / "model.gguf", "float32")
    rows = load_rows("practice/create-context-core", 8, 0, 20, 42).test
    prompts = [render("turns", row["question"], row["schema"]) for row in rows]
    plain = lambda place: AutoModelForCausalLM.from_pretrained(place, dtype=torch.float32)  # noqa: E731
    made = (
        lambda: PeftModel.from_pretrained(plain(folder), tmp_path / "adapter"), lambda: plain(tmp_path / "merged"),
        lambda: load_gguf(tmp_path / "out" / "model.gguf", torch.float32),
    )  # fmt: skip
    answers = [[one.text for one in generate(load(), tokenizer, prompts, 40)] for load in made]
    assert answers[1] == answers[2]
    assert answers[0] == answers[1]


def test_the_converter_is_never_our_own_code():
    assert not [path for path in Path(gguf.__file__).parent.glob("*.py") if "add_tensor" in path.read_text()]
