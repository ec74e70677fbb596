"""The card of a model, written from the records of its run, so that no number on it comes from the keyboard."""

from pathlib import Path

from helpers.errors import UserError
from helpers.files import redact, write_whole
from helpers.hub import with_owner
from helpers.prompts import DIALECTS, render
from helpers.results import Run, read_run
from helpers.scoring.compare import summary_table
from helpers.sources import SOURCES, own_file
from helpers.standins import is_standin

# Under which licence a base model's descendants may be given away, by the beginning of its name. Others have to be looked up.
LICENCES = {
    "meta-llama/Llama-3.1": "llama3.1", "mistralai/Mistral-7B": "apache-2.0", "mistralai/Mistral-Nemo": "apache-2.0",
    "Qwen/Qwen2.5-7B": "apache-2.0", "Qwen/Qwen2.5-1.5B": "apache-2.0", "google-t5/": "apache-2.0", "standin/": "apache-2.0",
}  # fmt: skip
LLAMA = (
    "Built with Llama. The [Llama 3.1 Community License](https://www.llama.com/llama3_1/license/) applies to this model too; "
    "it asks that the name of the model begins with Llama."
)
OF_THE_MACHINE = (
    "model_id dataset_id output_dir resume save_steps report_to field_mapping spider_dir push_to_hub hub_model_id hub_private "
    "generation_batch_size merge"
).split()  # parameters that say where a run took place, or stand elsewhere on the card


def write_card(run: Run, target: Path) -> Path:
    """Write the model's card, README.md, from the run's own records: data, scores with intervals, settings, limits, loading.

    No path of this machine and no secret gets into it. What the records do not say, such as the licence of your own data,
    it asks for in a line to fill in.

    Raises:
        UserError: the run has no scores yet.
    """
    metrics, parameters = read_run(run.folder).metrics, run.record["parameters"]
    if "headline" not in metrics:
        raise UserError(f"{run.name} has no metrics.json: score and finish the run before its card is written.")
    adapter = (target / "adapter_config.json").exists()
    base, data = parameters["model_id"], parameters["dataset_id"].split(" + ")
    local = Path(base).expanduser().exists()
    name = with_owner(parameters.get("hub_model_id", ""))
    on_hub = [part for part in data if not own_file(part) and not part.startswith("practice/")]
    header = [
        f"base_model: {base}" if not local and not is_standin(base) else "",
        f"datasets: [{', '.join(on_hub)}]" if on_hub else "",
        f"license: {next((licence for start, licence in LICENCES.items() if base.startswith(start)), 'other')}",
        f"library_name: {'peft' if adapter else 'transformers'}",
        "pipeline_tag: text-generation",
        "tags: [text-to-sql, sql, lora]",
    ]
    sections = [
        "\n".join(["---", *filter(None, header), "---"]),
        f"# {name.split('/')[-1] or run.record['stem']}",
        _what_it_is(base, local, adapter, parameters),
        "## Scores\n\n" + _scores(metrics),
        "## How to load it\n\n" + _loading(name or target.name, adapter, parameters),
        "## Data\n\n" + "\n".join(f"- {_licence(part)}" for part in data),
        "## Training\n\n" + _settings(parameters, run.record),
        "## Limits\n\n" + _limits(base, metrics),
    ]
    write_whole(target / "README.md", redact("\n\n".join(sections)) + "\n")
    return target / "README.md"


def _what_it_is(base: str, local: bool, adapter: bool, parameters: dict) -> str:
    linked = f"[{base}](https://huggingface.co/{base})"
    known = f"`{Path(base).name}`, a local model" if local else f"`{base}`, a small stand-in model" if is_standin(base) else linked
    kind = "A LoRA adapter for" if adapter else "A fine-tuned copy of"
    given = "a question and the schema of its database" if parameters["include_schema"] else "a question"
    text = f"{kind} {known}. From {given} it writes one {DIALECTS[parameters.get('dialect', 'sqlite')]} query."
    return f"{text}\n\n{LLAMA}" if base.startswith("meta-llama/Llama-3.1") else text


def _scores(metrics: dict) -> str:
    table = summary_table({name: metrics[name] for name in metrics["models"]})
    rows = [[str(measure), *cells] for measure, cells in zip(table.index, table.to_numpy().tolist(), strict=True)]
    rows = [row for row in rows if not row[0].startswith("ROUGE")]
    lines = _table(["", *table.columns], rows)
    text = "Rates with their 95 % intervals (Wilson) and the number of test questions, answered greedily by all models alike."
    changed = metrics.get("comparison", {}).get("sentence", "")
    return f"{lines}\n\n{text}" + (f" Against the base model, in pairs: {changed}." if changed else "")


def _loading(name: str, adapter: bool, parameters: dict) -> str:
    auto = "AutoPeftModelForCausalLM" if adapter else "AutoModelForCausalLM"
    from_both = f"from peft import {auto}\nfrom transformers import AutoTokenizer"
    imports = from_both if adapter else f"from transformers import {auto}, AutoTokenizer"
    style, tokens = parameters["prompt_style"], parameters["max_new_tokens"]
    if style == "chat":
        prompt = "# the system and the user turn that helpers/prompts.py renders with the tokenizer's chat template\nprompt = ..."
    else:
        dialect = parameters.get("dialect", "sqlite")
        prompt = f'prompt = f"""{render(style, "{question}", "{schema}", parameters["include_schema"], dialect=dialect)}"""'
    return f"""```python
{imports}

model = {auto}.from_pretrained("{name}", dtype="auto", device_map="auto")
tokenizer = AutoTokenizer.from_pretrained("{name}")
schema = "CREATE TABLE singer (name TEXT, age INTEGER)"
question = "How many singers are older than 40?"
{prompt}
inputs = tokenizer(prompt, return_tensors="pt").to(model.device)
answer = model.generate(**inputs, max_new_tokens={tokens}, do_sample=False)
print(tokenizer.decode(answer[0, inputs["input_ids"].shape[1]:], skip_special_tokens=True))
```

Decode greedily, with neither `repetition_penalty` nor `no_repeat_ngram_size`: both count the prompt, and then the names in the
schema cannot be copied."""


def _licence(part: str) -> str:
    if own_file(part):
        return f"`{Path(part).name}`: your own data; say here under which licence"
    shown = f"`{part}`" if part.startswith("practice/") else f"[{part}](https://huggingface.co/datasets/{part})"
    return f"{shown}: {SOURCES[part].licence}"


def _settings(parameters: dict, record: dict) -> str:
    shown = {name: value for name, value in parameters.items() if name not in OF_THE_MACHINE}
    rows = [[name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)] for name, value in shown.items()]
    packages = {name: version for name, version in record["versions"].items() if name in ("torch", "transformers", "trl", "peft")}
    versions = ", ".join(f"{name} {version}" for name, version in packages.items())
    minutes = f"{record['training_seconds'] / 60:.0f} minutes on {record['device']}" if "training_seconds" in record else record["device"]
    return f"{_table(['parameter', 'value'], rows)}\n\n{minutes}; {versions}."


def _limits(base: str, metrics: dict) -> str:
    best = metrics["headline"]
    low, high = best["interval"]
    limits = [
        f"One seed and one split. The interval of {best['name']}, {low:.2f} to {high:.2f} on {best['n']} questions, is about questions "
        "like these, not about your database.",
        "What it writes is SQL from a model: run it read-only, within limits of time and rows.",
    ]
    if is_standin(base):
        limits.insert(0, "The base model is a stand-in that rehearses a recipe on a CPU. Its scores say nothing about a larger model.")
    return "\n".join(f"- {limit}" for limit in limits)


def _table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *rows])
