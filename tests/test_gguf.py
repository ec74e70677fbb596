"""A model written as GGUF, read back by transformers, is the same model: weights, tokens, answers. And what cannot be written is said."""

import itertools
import json
import math

import gguf
import pytest
import sentencepiece
import torch
import transformers
from tokenizers import Regex, Tokenizer, models, pre_tokenizers
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig, MistralConfig, Qwen2Config

from helpers import UserError
from helpers.models.standins import TINY_CORPUS, standin_folder
from helpers.sharing import gguf_export
from helpers.sharing.gguf_export import KINDS, export_gguf
from helpers.sharing.gguf_reading import load_gguf
from helpers.sharing.gguf_vocabulary import PROBE, SPLITS, split_name

SIZES = {
    "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2,
    "max_position_embeddings": 2048,
}  # fmt: skip
LLAMA3 = {"rope_type": "llama3", "rope_theta": 500000.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
          "original_max_position_embeddings": 8192}  # fmt: skip
NETWORKS = {
    "Llama 3.1": LlamaConfig(**SIZES | {"max_position_embeddings": 131072}, rope_parameters=LLAMA3),
    "Llama with tied heads and biases": LlamaConfig(**SIZES, tie_word_embeddings=True, attention_bias=True),
    "Mistral": MistralConfig(**SIZES, rope_parameters={"rope_type": "default", "rope_theta": 1e6}),
    "NeMo, whose heads are narrower than its width": MistralConfig(**SIZES | {"hidden_size": 80}, head_dim=16, sliding_window=None),
    "Qwen2 with tied heads": Qwen2Config(**SIZES, tie_word_embeddings=True),
    "Qwen2": Qwen2Config(**SIZES, rope_parameters={"rope_type": "default", "rope_theta": 1e6}),
}
TEXTS = [*TINY_CORPUS, "  SELECT\n\n'It''s' 12345 <> -- Ünïcode 日本語\t1e-3"]


def make(folder, config, standin="standin/tiny-llama", shards="5GB"):
    """Save a random network with a stand-in's tokenizer, every weight of it random: fresh norms are all one, and biases all zero."""
    tokenizer = AutoTokenizer.from_pretrained(standin_folder(standin))
    config = type(config)(**config.to_dict() | {
        "vocab_size": len(tokenizer) + 5, "bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id,
    })  # fmt: skip
    torch.manual_seed(1)
    model = AutoModelForCausalLM.from_config(config)
    with torch.no_grad():
        for weights in model.parameters():
            weights.normal_(mean=1.0 if weights.dim() == 1 else 0.0, std=0.3)
    model.save_pretrained(folder, max_shard_size=shards)
    tokenizer.save_pretrained(folder)
    return model.eval(), tokenizer


def logits(model, tokenizer, text=TEXTS[0]):
    with torch.inference_mode():
        return model(**tokenizer(text, return_tensors="pt")).logits


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_read_back_computes_the_same_numbers(tmp_path, name):
    model, tokenizer = make(tmp_path / "model", NETWORKS[name])
    export_gguf(tmp_path / "model", tmp_path / "model.gguf", "float32")
    unread = name in ("Llama 3.1", "Llama with tied heads and biases")  # transformers reads neither from the file
    again = load_gguf(tmp_path / "model.gguf", config=model.config if unread else None).eval()
    assert torch.equal(logits(again, tokenizer), logits(model, tokenizer))
    assert again.config.tie_word_embeddings == model.config.tie_word_embeddings


def test_the_order_of_rows_for_rotation_matters(tmp_path, monkeypatch):
    """The test above would be blind if it passed without it."""
    model, tokenizer = make(tmp_path / "model", NETWORKS["Mistral"])
    monkeypatch.setattr(gguf_export, "_interleave", lambda weights, heads: weights)
    export_gguf(tmp_path / "model", tmp_path / "model.gguf", "float32")
    assert (logits(load_gguf(tmp_path / "model.gguf"), tokenizer) - logits(model, tokenizer)).abs().max() > 0.1


@pytest.mark.parametrize(("kind", "error"), [("float16", 1e-3), ("bfloat16", 8e-3), ("q8_0", 0.02)])
def test_fewer_bits_round_the_matrices_and_leave_the_vectors_alone(tmp_path, kind, error):
    model, _ = make(tmp_path / "model", NETWORKS["Qwen2"])
    export_gguf(tmp_path / "model", tmp_path / "model.gguf", kind)
    again = load_gguf(tmp_path / "model.gguf")
    for (name, old), new in zip(model.named_parameters(), again.parameters(), strict=True):
        change = ((new - old).norm() / old.norm()).item()
        assert change == 0 if old.dim() == 1 else 0 < change < error, name
    stored = {tensor.name: tensor.tensor_type.name for tensor in gguf.GGUFReader(tmp_path / "model.gguf").tensors}
    assert stored["blk.0.ffn_down.weight"] == KINDS[kind][0]
    assert stored["blk.0.attn_norm.weight"] == "F32"


def test_a_row_that_does_not_divide_into_blocks_is_kept_in_16_bits(tmp_path):
    config = LlamaConfig(**SIZES | {"intermediate_size": 72})
    make(tmp_path / "model", config)
    export_gguf(tmp_path / "model", tmp_path / "model.gguf", "q8_0")
    stored = {tensor.name: tensor.tensor_type.name for tensor in gguf.GGUFReader(tmp_path / "model.gguf").tensors}
    assert (stored["blk.0.ffn_down.weight"], stored["blk.0.ffn_up.weight"]) == ("F16", "Q8_0")
    assert torch.isfinite(load_gguf(tmp_path / "model.gguf").model.layers[0].mlp.down_proj.weight).all()


def test_a_model_in_shards_gives_the_same_file_as_one_in_a_single_file(tmp_path):
    for name, size in (("one", "5GB"), ("many", "60KB")):
        make(tmp_path / name / "model", NETWORKS["Llama 3.1"], shards=size)
        export_gguf(tmp_path / name / "model", tmp_path / name / "model.gguf", "float32")
    assert len(list((tmp_path / "many" / "model").glob("*.safetensors"))) > 2
    read = {name: gguf.GGUFReader(tmp_path / name / "model.gguf").tensors for name in ("one", "many")}
    one, many = ({tensor.name: tensor.data.tobytes() for tensor in tensors} for tensors in read.values())
    assert one == many


def test_the_scaling_of_llama_3_1_is_written_as_the_factors_that_its_formula_gives(tmp_path):
    make(tmp_path / "model", NETWORKS["Llama 3.1"])
    export_gguf(tmp_path / "model", tmp_path / "model.gguf", "float32")
    found = next(tensor.data for tensor in gguf.GGUFReader(tmp_path / "model.gguf").tensors if tensor.name == "rope_freqs.weight")
    expected = []
    for i in range(0, 16, 2):
        length = 2 * math.pi * 500000.0 ** (i / 16)
        blend = min(1.0, max(0.0, (8192 / length - 1) / (4 - 1)))  # 0 beyond the low frequency's length, 1 below the high one's
        expected.append(1 / ((1 - blend) / 8 + blend))
    assert found.tolist() == pytest.approx(expected, rel=1e-5)
    assert expected[0] == 1 and expected[-1] == 8 and any(1 < factor < 8 for factor in expected)


def field(path, key):
    return gguf.GGUFReader(path).fields[key].contents()


def test_a_sliding_window_cuts_the_context_to_where_it_changes_nothing(tmp_path):
    make(tmp_path / "model", MistralConfig(**SIZES, sliding_window=512))
    export_gguf(tmp_path / "model", tmp_path / "model.gguf", "float32")
    assert field(tmp_path / "model.gguf", "llama.context_length") == 512


def rebuilt(path):
    """Make a byte-level tokenizer from the fields of a GGUF file alone, as llama.cpp does."""
    tokens, kinds = field(path, "tokenizer.ggml.tokens"), field(path, "tokenizer.ggml.token_type")
    merges = [tuple(merge.split(" ")) for merge in field(path, "tokenizer.ggml.merges")]
    tokenizer = Tokenizer(models.BPE({token: number for number, token in enumerate(tokens)}, merges))
    tokenizer.add_special_tokens([token for token, kind in zip(tokens, kinds, strict=True) if kind == 3])
    byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=(pre := field(path, "tokenizer.ggml.pre")) == "gpt-2")
    tokenizer.pre_tokenizer = byte_level
    if pre in SPLITS:
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(SPLITS[pre]), "isolated"), byte_level])
    return tokenizer, kinds


@pytest.mark.parametrize("standin", ["standin/tiny-llama", "standin/tiny-mistral", "standin/tiny-qwen2"])
def test_the_file_cuts_text_into_the_same_tokens(tmp_path, standin):
    _, tokenizer = make(tmp_path / "model", NETWORKS["Qwen2" if "qwen" in standin else "Mistral"], standin)
    path = tmp_path / "model.gguf"
    export_gguf(tmp_path / "model", path, "float32")
    assert field(path, "tokenizer.ggml.pre") == ("qwen2" if "qwen" in standin else "gpt-2")
    again, kinds = rebuilt(path)
    for text in [*TEXTS, f"{tokenizer.eos_token}SELECT 1"]:
        assert again.encode(text).ids == tokenizer(text, add_special_tokens=False)["input_ids"]
    assert kinds[-5:] == [5] * 5, "rows without a token are called unused"
    assert field(path, "tokenizer.ggml.eos_token_id") == tokenizer.eos_token_id
    assert field(path, "tokenizer.ggml.add_bos_token") == (tokenizer.bos_token is not None)
    assert field(path, "tokenizer.chat_template") if "qwen" in standin else "tokenizer.chat_template" not in gguf.GGUFReader(path).fields


def with_split(folder, pattern):
    tokenizer = AutoTokenizer.from_pretrained(standin_folder("standin/tiny-llama"))
    byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"), byte_level])
    return tokenizer


def test_the_way_of_splitting_is_named_by_what_it_does(tmp_path):
    cut = {}
    for name, pattern in SPLITS.items():
        tokenizer = with_split(tmp_path, pattern)
        assert split_name(tokenizer, "model") == name
        cut[name] = tokenizer.backend_tokenizer.pre_tokenizer.pre_tokenize_str(PROBE)
    assert len({str(pieces) for pieces in cut.values()}) == len(SPLITS)
    with pytest.raises(UserError, match="splits text in none of the ways that are known here"):
        split_name(with_split(tmp_path, r"\w+|\W+"), "model")


def llama_cpp_pieces(text, tokens, scores):
    """Cut text as llama.cpp cuts it for SentencePiece: merge the neighbors whose sum has the highest score; what is left goes to bytes."""
    number = {token: i for i, token in enumerate(tokens)}
    symbols = list("▁" + text.replace(" ", "▁"))
    while True:
        sums = [(scores[number[a + b]], -i) for i, (a, b) in enumerate(itertools.pairwise(symbols)) if a + b in number]
        if not sums:
            break
        at = -max(sums)[1]
        symbols[at : at + 2] = [symbols[at] + symbols[at + 1]]
    return [i for s in symbols for i in ([number[s]] if s in number else [number[f"<0x{byte:02X}>"] for byte in s.encode()])]


def test_a_sentencepiece_tokenizer_keeps_its_pieces_bytes_and_scores(tmp_path):
    """Mistral 7B has one. Newer versions of transformers save its merges, but not the file with its scores."""
    (tmp_path / "corpus.txt").write_text("\n".join(TINY_CORPUS * 3))
    sentencepiece.SentencePieceTrainer.train(
        input=str(tmp_path / "corpus.txt"), model_prefix=str(tmp_path / "spm"), vocab_size=480, model_type="bpe", byte_fallback=True,
        character_coverage=0.99, normalization_rule_name="identity", remove_extra_whitespaces=False, minloglevel=2,
    )  # fmt: skip
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(tmp_path / "spm.model"))
    make(tmp_path / "model", NETWORKS["Mistral"])
    for file in (tmp_path / "model").glob("token*"):
        file.unlink()
    vocabulary = {pieces.id_to_piece(i): i for i in range(len(pieces))}
    splits = [(text[:cut], text[cut:]) for text in vocabulary for cut in range(1, len(text)) if not text.startswith("<0x")]
    merges = [(left, right) for left, right in splits if left in vocabulary and right in vocabulary]
    merges.sort(key=lambda pair: -pieces.get_score(vocabulary["".join(pair)]))
    transformers.LlamaTokenizer(vocab=vocabulary, merges=merges).save_pretrained(tmp_path / "model")
    path = tmp_path / "model.gguf"
    export_gguf(tmp_path / "model", path, "float32")
    tokens, scores = field(path, "tokenizer.ggml.tokens"), field(path, "tokenizer.ggml.scores")
    kinds = field(path, "tokenizer.ggml.token_type")
    assert tokens[: len(pieces)] == [pieces.id_to_piece(i) for i in range(len(pieces))]
    assert (kinds[0], kinds[1], kinds[2], kinds[tokens.index("<0x0A>")]) == (2, 3, 3, 6)
    for text in [*TEXTS, "SELECT 'Ω' FROM t"]:
        assert llama_cpp_pieces(text, tokens, scores) == pieces.encode(text)
    assert field(path, "tokenizer.ggml.model") == "llama"
    assert field(path, "tokenizer.ggml.add_space_prefix") is True


def change_config(folder, **values):
    path = folder / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.mark.parametrize(("what", "words"), [
    ("adapter", "it is an adapter: merge it first"), ("nothing", "it has no config.json"), ("architecture", "is a GPT2LMHeadModel"),
    ("quantized", "are quantized"), ("scaling", "scaled by 'yarn'"), ("shard", "lacks model-00001"), ("half", "has no weights for blk.0"),
    ("disk", "GiB of disk, and 0.0 GiB are free"), ("kind", "no GGUF kind 'q4'"), ("tokens", "they do not fit"),
])  # fmt: skip
def test_what_cannot_be_written_gets_one_sentence_and_no_file(tmp_path, monkeypatch, what, words):
    folder, kind = tmp_path / "model", "q4" if what == "kind" else "float32"
    make(folder, NETWORKS["Mistral"], shards="60KB" if what == "shard" else "5GB")
    if what in ("adapter", "nothing"):
        (folder / "config.json").rename(folder / ("adapter_config.json" if what == "adapter" else "other.json"))
    elif what == "architecture":
        change_config(folder, architectures=["GPT2LMHeadModel"])
    elif what == "quantized":
        change_config(folder, quantization_config={"quant_method": "bitsandbytes", "load_in_4bit": True})
    elif what == "scaling":
        change_config(folder, rope_parameters={"rope_type": "yarn", "factor": 4.0, "rope_theta": 1e4})
    elif what == "shard":
        next(folder.glob("model-00001*")).unlink()
    elif what == "half":
        from safetensors.torch import load_file, save_file

        weights = load_file(folder / "model.safetensors")
        save_file({name: value for name, value in weights.items() if "layers.0" not in name}, folder / "model.safetensors")
    elif what == "disk":
        monkeypatch.setattr(gguf_export.shutil, "disk_usage", lambda path: type("Disk", (), {"free": 1000})())
    elif what == "tokens":
        change_config(folder, vocab_size=10)
    with pytest.raises(UserError, match=words) as caught:
        export_gguf(folder, tmp_path / "out" / "model.gguf", kind)
    assert str(tmp_path) not in str(caught.value)
    assert not list(tmp_path.glob("out/*"))


def test_a_write_that_breaks_off_leaves_no_file_and_the_old_one_whole(tmp_path, monkeypatch):
    make(tmp_path / "model", NETWORKS["Mistral"])
    target = tmp_path / "out" / "model.gguf"
    export_gguf(tmp_path / "model", target, "float32")
    before = target.read_bytes()
    monkeypatch.setattr(gguf.GGUFWriter, "write_tensor_data", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError):
        export_gguf(tmp_path / "model", target, "bfloat16")
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["model.gguf"]
