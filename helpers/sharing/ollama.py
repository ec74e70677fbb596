"""Run an exported model with Ollama or llama.cpp: the prompt of the recipe as Ollama's template, and a question asked on the spot."""

import re
import shutil
import subprocess
from pathlib import Path

from helpers import UserError
from helpers.files import write_whole
from helpers.prompts.render import render

SCHEMA, QUESTION = "{{ .System }}", "{{ .Prompt }}"  # what Ollama puts in: the system text of a request, and its prompt
# Where a model that does not end by itself would begin the next example.
NEXT = {"headed": ["### "], "turns": ["User:", "System:"], "chat": [], "tables": []}
MINUTES = 10


def template(style: str, include_schema: bool = True, *, dialect: str = "sqlite", tokenizer: object = None) -> str:
    """Return the recipe's prompt in Ollama's template language: the schema comes as the system text, the question as the prompt.

    It ends in `{{ .Response }}`, because Ollama would put its own ending there, and blanks at the end of a template may be lost.
    Raise UserError for a chat template whose own text Ollama would read as an instruction to itself.
    """
    with_schema, without = (render(style, QUESTION, schema, dialect=dialect, tokenizer=tokenizer) for schema in (SCHEMA, ""))
    text = f"{{{{ if .System }}}}{with_schema}{{{{ else }}}}{without}{{{{ end }}}}" if include_schema else without
    own = re.sub(r"\{\{ (if \.System|else|end|\.System|\.Prompt) \}\}", "", text)
    if "{{" in own or '"""' in own:
        raise UserError("This model's prompt has {{ or three quotation marks, which Ollama reads as its own: write the Modelfile by hand.")
    return text + "{{ .Response }}"


def write_modelfile(gguf_file: Path, parameters: dict, tokenizer: object, ends: bool = True) -> Path:
    """Write the Modelfile that `ollama create` reads, beside the GGUF file: template, greedy decoding, budget and context.

    `parameters` are the run's. A model that does not end its answers with its end token is stopped by the beginning of a next example.
    """
    style = parameters["prompt_style"]
    text = template(style, parameters["include_schema"], dialect=parameters.get("dialect", "sqlite"), tokenizer=tokenizer)
    lines = [
        f"FROM ./{gguf_file.name}",
        f'TEMPLATE """{text}"""',
        "PARAMETER temperature 0",
        "PARAMETER repeat_penalty 1",  # Ollama's default counts the names in the schema, which then cannot be copied
        f"PARAMETER num_ctx {parameters['max_length'] + parameters['max_new_tokens']}",
        f"PARAMETER num_predict {parameters['max_new_tokens']}",
        *(f'PARAMETER stop "{stop}"' for stop in NEXT[style] if not ends),
    ]
    path = gguf_file.with_name("Modelfile")
    write_whole(path, "\n".join(lines) + "\n")
    return path


def model_ends(model, tokenizer, prompts: list[str], max_new_tokens: int) -> bool:
    """Tell whether a model ends every answer by itself, with its end token, within the budget: what Ollama relies on."""
    import torch

    for prompt in prompts:
        inputs = tokenizer(prompt, return_tensors="pt").to(model.device)
        with torch.inference_mode():
            written = model.generate(
                **inputs, max_new_tokens=max_new_tokens, do_sample=False, eos_token_id=tokenizer.eos_token_id,
                pad_token_id=tokenizer.eos_token_id, repetition_penalty=1.0,
            )  # fmt: skip
        if written[0, -1] != tokenizer.eos_token_id:
            return False
    return True


def ask_llama_cpp(gguf_file: Path, prompt: str, max_new_tokens: int) -> str | None:
    """Ask llama.cpp itself, greedily, where one of its programs is on PATH; else say so and return None. Raise UserError where it fails."""
    program = shutil.which("llama-completion") or shutil.which("llama-cli")  # of newer and of older versions
    if program is None:
        print("llama.cpp is not on PATH: it is not asked here")
        return None
    arguments = ["-m", gguf_file, "-p", prompt, "-n", max_new_tokens, "--temp", 0, "-no-cnv", "--no-display-prompt", "--no-escape"]
    try:
        done = subprocess.run(
            [program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60 * MINUTES, check=False
        )
    except subprocess.TimeoutExpired:
        raise UserError(f"{Path(program).name} took more than {MINUTES} minutes for one question.") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise UserError(f"{Path(program).name} cannot run {gguf_file.name}: {last}")
    return done.stdout.strip().removesuffix("[end of text]").strip()
