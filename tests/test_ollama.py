"""A Modelfile asks a model as its training did, and llama.cpp is asked where it is there. Neither program is needed."""

import re

import pytest

from helpers import UserError
from helpers.prompts.render import STYLES, render
from helpers.sharing import ollama

PARAMETERS = {"prompt_style": "turns", "include_schema": True, "max_length": 1024, "max_new_tokens": 128}
SCHEMA = "CREATE TABLE singer (name TEXT)"
QUESTION = "How many singers?"


class Tokenizer:
    """Stand in for a tokenizer with a chat template."""

    chat_template, bos_token, bos_token_id = "any", None, None

    def __init__(self, extra=""):
        self.extra = extra

    def apply_chat_template(self, messages, **options):
        return "".join(f"<|{turn['role']}|>{turn['content']}<|end|>\n" for turn in messages) + f"{self.extra}<|assistant|>\n"


def filled(text, system, prompt):
    """Fill in what Ollama fills in: this part of its template language has one condition and three names."""
    with_system, without = re.fullmatch(r"\{\{ if \.System \}\}(.*)\{\{ else \}\}(.*)\{\{ end \}\}", text, re.DOTALL).groups()
    return (with_system if system else without).replace("{{ .System }}", system).replace("{{ .Prompt }}", prompt)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("schema", [SCHEMA, ""])
def test_a_template_filled_in_is_the_prompt_of_the_training(style, schema):
    tokenizer = Tokenizer()
    text = ollama.template(style, tokenizer=tokenizer)
    assert text.endswith("{{ .Response }}"), "otherwise Ollama puts its own end there, and the last line break may be lost"
    prompt = filled(text.removesuffix("{{ .Response }}"), schema, QUESTION)
    assert prompt == render(style, QUESTION, schema, tokenizer=tokenizer)


def test_without_schemas_in_training_the_template_has_no_place_for_one():
    text = ollama.template("headed", include_schema=False, dialect="postgres")
    assert text == render("headed", "{{ .Prompt }}", "", dialect="postgres") + "{{ .Response }}"
    assert "PostgreSQL" in text


@pytest.mark.parametrize("extra", ["{{ x }}", '"""'])
def test_a_prompt_that_ollama_would_read_as_its_own_is_refused(extra):
    with pytest.raises(UserError, match="which Ollama reads as its own"):
        ollama.template("chat", tokenizer=Tokenizer(extra))


def test_a_modelfile_decodes_greedily_and_has_stop_texts_only_where_the_model_does_not_end_by_itself(tmp_path):
    text = ollama.write_modelfile(tmp_path / "model.gguf", PARAMETERS, None).read_text()
    assert text.startswith('FROM ./model.gguf\nTEMPLATE """{{ if .System }}System: ')
    for line in ("PARAMETER temperature 0", "PARAMETER repeat_penalty 1", "PARAMETER num_ctx 1152", "PARAMETER num_predict 128"):
        assert line in text.splitlines()
    assert "stop" not in text
    again = ollama.write_modelfile(tmp_path / "model.gguf", PARAMETERS, None, ends=False).read_text()
    assert again == text + 'PARAMETER stop "User:"\nPARAMETER stop "System:"\n'


def program(folder, name, script):
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_llama_cpp_is_asked_where_it_is_on_path_and_its_absence_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ollama.ask_llama_cpp(tmp_path / "model.gguf", "SELECT", 8) is None
    assert "llama.cpp is not on PATH" in capsys.readouterr().out
    program(tmp_path, "llama-cli", 'echo "$@ [end of text]"')
    said = ollama.ask_llama_cpp(tmp_path / "model.gguf", "How many?", 8)
    assert said.startswith(f"-m {tmp_path / 'model.gguf'} -p How many? -n 8 --temp 0")
    assert "end of text" not in said
    program(tmp_path, "llama-completion", 'echo "unknown architecture" >&2; exit 3')
    with pytest.raises(UserError, match="llama-completion cannot run model.gguf: unknown architecture"):
        ollama.ask_llama_cpp(tmp_path / "model.gguf", "How many?", 8)
