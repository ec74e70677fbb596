"""The card of a model, written from the records of its run, so that no number on it comes from the keyboard."""

import html
import json
import shutil
from pathlib import Path

from helpers import UserError
from helpers.data.sources import SOURCES, own_file, source_names
from helpers.files import redact, write_whole
from helpers.models.hub import with_owner
from helpers.models.standins import is_standin
from helpers.prompts.render import DIALECTS
from helpers.runs import Run, read_run
from helpers.scoring.measures import both, summary_table
from helpers.sharing.card_header import header
from helpers.sharing.card_loading import loading

LLAMA = (
    "Built with Llama. The [Llama 3.1 Community License](https://www.llama.com/llama3_1/license/) applies to this model too; "
    "it asks that the name of the model begins with Llama."
)
OF_THE_MACHINE = (
    "model_id dataset_id output_dir resume save_steps report_to field_mapping spider_dir push_to_hub hub_model_id hub_private "
    "generation_batch_size merge gguf"
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
    base, data = parameters["model_id"], source_names(parameters["dataset_id"])
    local = Path(base).expanduser().exists()
    kind = "gguf" if any(target.glob("*.gguf")) else "adapter" if (target / "adapter_config.json").exists() else "model"
    name = with_owner(parameters.get("hub_model_id", ""))
    title = name.split("/")[-1] or run.record["stem"]
    place = f"{name}-GGUF" if name and kind == "gguf" else name or target.name
    adapted = kind == "adapter" or bool(parameters.get("merge") or parameters.get("gguf"))
    sections = [
        f"---\n{header(parameters, metrics, title, kind, adapted).strip()}\n---",
        f"# {title}",
        _what_it_is(base, local, kind, parameters),
        "## Scores\n\n" + _scores(metrics, kind),
        "## How to load it\n\n" + loading(place, target, kind, parameters),
        "## Data\n\n" + "\n".join(f"- {_licence(part)}" for part in data) + _schemas(parameters),
        "## Training\n\n" + _settings(parameters, run.record) + _curves(run, metrics, target),
        "## Limits\n\n" + _limits(base, metrics),
    ]
    write_whole(target / "README.md", redact("\n\n".join(sections)) + "\n")
    return target / "README.md"


def _what_it_is(base: str, local: bool, kind: str, parameters: dict) -> str:
    linked = f"[{base}](https://huggingface.co/{base})"
    known = f"{_code(Path(base).name)}, a local model" if local else f"`{base}`, a small stand-in model" if is_standin(base) else linked
    what = {"adapter": "A LoRA adapter for", "model": "A fine-tuned copy of", "gguf": "A fine-tuned copy, as a GGUF file, of"}[kind]
    given = "a question and the schema of its database" if parameters["include_schema"] else "a question"
    text = f"{what} {known}. From {given} it writes one {DIALECTS[parameters.get('dialect', 'sqlite')]} query."
    return f"{text}\n\n{LLAMA}" if base.startswith("meta-llama/Llama-3.1") else text


def _scores(metrics: dict, kind: str) -> str:
    wider = metrics.get("wider", {}).get("models", {})
    table = summary_table(both({name: metrics[name] for name in metrics["models"]}, wider))
    rows = [[str(measure), *cells] for measure, cells in zip(table.index, table.to_numpy().tolist(), strict=True)]
    rows = [row for row in rows if not row[0].startswith("ROUGE")]
    lines = _table(["", *table.columns], rows)
    text = "Rates with their 95 % intervals (Wilson) and the number of test questions, answered greedily by all models alike."
    changed = metrics.get("comparison", {}).get("sentence", "")
    if wider:
        text += " Other tables beside: the same questions, with three more tables in each schema, which the answer does not need."
    if metrics.get("allow_overlap"):
        text += " Training rows may repeat what is scored here: the run was told to go on (allow_overlap)."
    if kind == "gguf":
        text += " Measured before the model was written as GGUF; a file in fewer bits can answer differently."
    prompted = metrics.get("comparison_shots", {}).get("sentence", "")
    pairs = {"the base model": changed, "the base model with worked examples in its prompt": prompted}
    return f"{lines}\n\n{text}" + "".join(f" Against {model}, in pairs: {found}." for model, found in pairs.items() if found)


def _licence(part: str) -> str:
    if own_file(part):
        return f"{_code(Path(part).name)}: your own data; say here under which licence"
    shown = f"`{part}`" if part.startswith("practice/") else f"[{part}](https://huggingface.co/datasets/{part})"
    return f"{shown}: {SOURCES[part].licence}"


def _schemas(parameters: dict) -> str:
    """Say what stood in the schemas that the model was trained with; nothing of a run whose notebook has no such parameter."""
    if "other_tables" not in parameters:
        return ""
    if count := parameters["other_tables"]:
        return f"\n\nTrained with up to {count} tables of other rows in each schema, beside those that the answer uses."
    return (
        "\n\nTrained with the schemas as the data set has them. Where these list only the tables that the answer uses, a model learns "
        "to use every table that it is shown: narrow a larger schema before you ask."
    )


def _settings(parameters: dict, record: dict) -> str:
    shown = {name: value for name, value in parameters.items() if name not in OF_THE_MACHINE}
    rows = [[name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)] for name, value in shown.items()]
    packages = {name: version for name, version in record["versions"].items() if name in ("torch", "transformers", "trl", "peft")}
    versions = ", ".join(f"{name} {version}" for name, version in packages.items())
    minutes = f"{record['training_seconds'] / 60:.0f} minutes on {record['device']}" if "training_seconds" in record else record["device"]
    return f"{_table(['parameter', 'value'], rows)}\n\n{html.escape(minutes, quote=False)}; {versions}."


def _curves(run: Run, metrics: dict, target: Path) -> str:
    """Return the last losses of the model that is shared, and the curve, whose image is copied beside the card."""
    own = f"log_history_{metrics['models'][-1]}.json"
    history = run.folder / (own if (run.folder / own).exists() else "log_history.json")
    if not history.exists():
        return ""
    entries = json.loads(history.read_text(encoding="utf-8"))
    last = {key: next((entry[key] for entry in reversed(entries) if entry.get(key) is not None), None) for key in ("loss", "eval_loss")}
    names = {"loss": "training loss", "eval_loss": "validation loss"}
    text = ", ".join(f"{names[key]} {value:.3f}" for key, value in last.items() if value is not None)
    said = f"\n\nAt the end: {text}." if text else ""
    figure = run.folder / "figures" / "loss.png"
    if not figure.exists():
        return said
    shutil.copyfile(figure, target / "loss.png")
    return f"{said}\n\n![Training and validation loss by step](loss.png)"


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


def _code(text: str) -> str:
    """Write a name as code, in which a markdown reader sees no HTML."""
    return f"`{text.replace('`', chr(39))}`"


def _table(head: list[str], rows: list[list[str]]) -> str:
    shown = [[html.escape(cell, quote=False).replace("|", "\\|").replace("\n", " ") for cell in cells] for cells in (head, *rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [shown[0], ["---"] * len(head), *shown[1:]])
