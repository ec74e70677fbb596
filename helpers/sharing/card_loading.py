"""How to load a shared model and ask it, as a card says it: code that a test runs."""

import json
from pathlib import Path

from helpers.prompts.render import render
from helpers.sharing.ollama import how_to_use

GREEDY = """Decode greedily, with a `repetition_penalty` of 1.0, which is none (some models' own settings have another), and without
`no_repeat_ngram_size`: both count the prompt, and then the names in the schema cannot be copied."""


def is_encoder_decoder(folder: Path, parameters: dict) -> bool:
    """Tell whether a folder holds a T5, whole or as an adapter."""
    for name, key, value in (("config.json", "is_encoder_decoder", True), ("adapter_config.json", "task_type", "SEQ_2_SEQ_LM")):
        if (folder / name).exists():
            return json.loads((folder / name).read_text(encoding="utf-8")).get(key) == value
    return parameters["prompt_style"] == "tables"


def loading(name: str, folder: Path, kind: str, parameters: dict) -> str:
    """Return the code that loads a model and asks one question, a pipeline call, and a note on serving it.

    Args:
        name: on the Hub, or the folder's.
        folder: of the model.
        kind: "adapter", "model" or "gguf".
        parameters: of the run.
    """
    if kind == "gguf":
        return how_to_use(next(folder.glob("*.gguf")), parameters["include_schema"])
    pair = is_encoder_decoder(folder, parameters)
    task = "Seq2SeqLM" if pair else "CausalLM"
    auto = f"AutoPeftModelFor{task}" if kind == "adapter" else f"AutoModelFor{task}"
    separate = f"from peft import {auto}\nfrom transformers import AutoTokenizer"
    imports = separate if kind == "adapter" else f"from transformers import {auto}, AutoTokenizer"
    chat = parameters["prompt_style"] == "chat"
    start = "0" if pair else '0, inputs["input_ids"].shape[1]:'
    answer = "answer[0]" if pair else f"answer[{start}]"
    alone = ", add_special_tokens=False" if chat else ""
    code = f"""```python
{imports}

model = {auto}.from_pretrained("{name}", dtype="auto", device_map="auto")
tokenizer = AutoTokenizer.from_pretrained("{name}")
schema = "CREATE TABLE singer (name TEXT, age INTEGER)"
question = "How many singers are older than 40?"
{_prompt(parameters)}
inputs = tokenizer(prompt, return_tensors="pt"{alone}).to(model.device)
answer = model.generate(**inputs, max_new_tokens={parameters["max_new_tokens"]}, do_sample=False, repetition_penalty=1.0)
print(tokenizer.decode({answer}, skip_special_tokens=True))
```

{GREEDY}"""
    return code if pair else f"{code}\n\n{_pipeline(name, kind, chat, parameters['max_new_tokens'])}"


def _pipeline(name: str, kind: str, chat: bool, tokens: int) -> str:
    asked = "messages" if chat else "prompt"
    text = f"""The same with a pipeline:

```python
from transformers import pipeline

ask = pipeline("text-generation", model="{name}", dtype="auto", device_map="auto")
print(ask({asked}, max_new_tokens={tokens}, do_sample=False, repetition_penalty=1.0, return_full_text=False)[0]["generated_text"])
```"""
    if kind == "adapter":
        return f"{text}\n\nServers such as Inference Endpoints take a merged model most easily; notebook 06 merges one."
    greedy = {"max_new_tokens": tokens, "do_sample": False, "repetition_penalty": 1.0, "return_full_text": False}
    body = {"inputs": "the prompt", "parameters": greedy}
    return f"""{text}

[Inference Endpoints](https://huggingface.co/docs/inference-endpoints) serve a model of the Hub on rented hardware, which costs
money for as long as it runs, asked or not. Choose this repository and a GPU that holds its weights, and send
`{json.dumps(body)}`. A private model is served too; requests carry a token."""


def _prompt(parameters: dict) -> str:
    style, dialect = parameters["prompt_style"], parameters.get("dialect", "sqlite")
    recorder = _Recorder()
    text = render(style, "{question}", "{schema}", parameters["include_schema"], dialect=dialect, tokenizer=recorder)
    if style != "chat":
        return f'prompt = f"""{text}"""'
    lines = "\n".join(f'    {{"role": "{turn["role"]}", "content": f"""{turn["content"]}"""}},' for turn in recorder.messages)
    return f"messages = [\n{lines}\n]\nprompt = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)"


class _Recorder:
    """Stand in for a tokenizer and keep the messages that the style chat would give it: they are written in one place only."""

    chat_template, bos_token = "any", None

    def apply_chat_template(self, messages: list[dict], **options: object) -> str:
        self.messages = messages
        return ""
