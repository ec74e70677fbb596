"""The card of a model, written from the records of its run (`card.md` is its template): no number on it comes from the keyboard."""

import html
import re
import shutil
from pathlib import Path

from helpers import UserError
from helpers.data.sources import SOURCES, own_file, source_names
from helpers.files import as_dict, read_json, redact, write_whole
from helpers.models.standins import is_standin
from helpers.parameters import ROLES
from helpers.parameters.trainer import with_owner
from helpers.prompts.render import DIALECTS, render
from helpers.run.console import markdown
from helpers.runs import Run, read_run
from helpers.scoring.measures import BESIDE, MEASURES, both, headline, summary_table

TEMPLATE = Path(__file__).with_name("card.md")
# Under which licence a base model's descendants may be given away, by the beginning of its name. Others have to be looked up.
LICENCES = {
    "meta-llama/Llama-3.1": "llama3.1", "mistralai/Mistral-7B": "apache-2.0", "mistralai/Mistral-Nemo": "apache-2.0",
    "Qwen/Qwen2.5-7B": "apache-2.0", "Qwen/Qwen2.5-1.5B": "apache-2.0", "google-t5/": "apache-2.0", "standin/": "apache-2.0",
}  # fmt: skip
ELSEWHERE = {*ROLES["run"], *ROLES["place"], "model_id", "dataset_id", "field_mapping", "spider_dir"}  # not in the table of settings


def write_card(run: Run, target: Path) -> Path:
    """Write the model's card, README.md, from the run's own records: data, scores with intervals, settings, limits, loading.

    A file that was exported and scored again carries its own scores and no other's. Raise UserError where the run has no scores yet.
    """
    from huggingface_hub import ModelCard

    metrics, parameters = read_run(run.folder).metrics, run.record["parameters"]
    if "headline" not in metrics:
        raise UserError(f"{run.name} has no metrics.json: score and finish the run before its card is written.")
    base, data = parameters["model_id"], source_names(parameters["dataset_id"])
    file = next((found.name for found in target.glob("*.gguf")), "")
    kind = "gguf" if file else "adapter" if (target / "adapter_config.json").exists() else "model"
    name = with_owner(parameters.get("hub_model_id", ""))
    name = name if re.fullmatch(r"([\w-][\w.-]*/)?[\w-][\w.-]*", name) else ""  # checked before only where it is uploaded
    title = name.split("/")[-1] or run.record["stem"]
    scored = _scores(metrics, kind, parameters)
    shown = {key: value if isinstance(value, list) else [value] for key, value in parameters.items() if key not in ELSEWHERE}
    settings = _table(["parameter", "value"], [[key, ", ".join(map(str, value))] for key, value in shown.items()])
    card = ModelCard.from_template(
        _header(parameters, [] if scored["unscored"] else scored["results"], title, kind), template_path=str(TEMPLATE), p=parameters,
        title=title, kind=kind, file=file, place=f"{name}-GGUF" if name and kind == "gguf" else name or target.name,
        known=_base(base), standin=is_standin(base), dialect=DIALECTS[parameters.get("dialect", "sqlite")],
        data=[_licence(part) for part in data], settings=settings, **scored, **_training(run, metrics, target),
        pair=_is_encoder_decoder(target, parameters), prompt=_prompt(parameters),
    )  # fmt: skip
    write_whole(target / "README.md", redact(str(card).strip()) + "\n")
    return target / "README.md"


def _base(base: str) -> str:
    if is_standin(base):
        return f"{_code(base)}, a small stand-in model"
    if _is_hub_id(base):
        return f"[{base}](https://huggingface.co/{base})"
    return _code(Path(base.replace("\\", "/")).name) + ", a local model"


def _is_hub_id(base: str) -> bool:
    """Tell whether a base model is one of the Hub: a folder may be gone, and a record may hold anything."""
    return bool(re.fullmatch(r"[\w-][\w.-]*/[\w.-]+", base)) and not Path(base).exists() and not is_standin(base)


def _scores(metrics: dict, kind: str, parameters: dict) -> dict:
    """Return what the card says of scores: those of this file where it was scored itself, else those of all models of the run."""
    last, wider = metrics["models"][-1], metrics.get("wider", {}).get("models", {})
    reports, changed = {name: metrics[name] for name in metrics["models"]}, metrics.get("comparison", {}).get("sentence", "")
    benchmark = metrics.get("benchmark") or {}
    made = "gguf" if kind == "gguf" else "merged" if kind == "model" and parameters.get("merge") else ""
    own = metrics.get("exports", {}).get(made)
    if own:
        last, benchmark, changed = made, {}, own["comparison"]
        reports, wider = {made: own["report"]}, {made: own["wider"]} if own.get("wider") else {}
    table = summary_table(both(reports, wider)).drop(columns="ROUGE-L (diagnostic)", errors="ignore")
    data = source_names(parameters["dataset_id"])
    return {
        "scores": _table(["", *table.columns], [list(row) for row in table.itertuples()]), "wider": bool(wider),
        "changed": changed, "prompted": "" if own else metrics.get("comparison_shots", {}).get("sentence", ""),
        "overlap": bool(metrics.get("allow_overlap")), "exported": bool(own), "unscored": bool(made and not own),
        "best": headline(own["report"]) if own else metrics["headline"],
        "results": [
            _result(report[measure], measure, where, beside)
            for report, where, beside in (
                (reports[last], data, ""), (wider.get(last, {}), data, BESIDE), (benchmark, ["xlangai/spider"], ""),
            )
            for measure in MEASURES if (report.get(measure) or {}).get("rate") is not None  # nothing was judged by it
        ],
    }  # fmt: skip


def _header(parameters: dict, results: list, title: str, kind: str):
    """Return what the Hub reads. A score with a stand-in, or on practice or own data, is named so that it is not taken for another."""
    from huggingface_hub import ModelCardData

    base = parameters["model_id"]
    adapted = kind == "adapter" or parameters.get("merge") or parameters.get("gguf")
    return ModelCardData(
        base_model=base if _is_hub_id(base) else None,
        datasets=[part for part in source_names(parameters["dataset_id"]) if _on_hub(part)] or None,
        license=next((licence for start, licence in LICENCES.items() if base.startswith(start)), "other"),
        library_name={"adapter": "peft", "model": "transformers"}.get(kind), pipeline_tag="text-generation",
        tags=["text-to-sql", "sql", *["lora"] * bool(adapted), *["gguf"] * (kind == "gguf")],
        model_name=f"{title} (a rehearsal with the stand-in {base})" if is_standin(base) else title, eval_results=results or None,
    )  # fmt: skip


def _on_hub(part: str) -> bool:
    return not own_file(part) and not part.startswith("practice/")


def _result(score: dict, measure: str, data: list[str], schemas: str):
    from huggingface_hub import EvalResult

    if all(map(_on_hub, data)):
        type_, name = (data[0] if len(data) == 1 else "mixture"), ", ".join(data)
        source = SOURCES.get(data[0])
        split = source.test if source and source.test and len(data) == 1 else "held out of train"
    else:
        own = any(map(own_file, data))
        type_, split = ("own-data" if own else "practice-data"), "held out"
        name = "own data" if own else f"practice data that these notebooks make ({', '.join(data)})"
    return EvalResult(
        task_type="text-generation", task_name="Text to SQL", dataset_type=type_, dataset_split=split,
        dataset_name=f"{name}, {schemas}" if schemas else name, dataset_config=schemas or None,  # else both stand under one name
        metric_type=measure, metric_name=MEASURES[measure][0], metric_value=round(score["rate"], 4),
        metric_args={"n": score["n"], "interval_95": [round(bound, 4) for bound in score["interval"]]},
    )  # fmt: skip


def _licence(part: str) -> str:
    if own_file(part):
        return f"{_code(Path(part).name)}: your own data; say here under which licence"
    shown = f"`{part}`" if part.startswith("practice/") else f"[{part}](https://huggingface.co/datasets/{part})"
    return f"{shown}: {SOURCES[part].licence}"


def _training(run: Run, metrics: dict, target: Path) -> dict:
    """Return device, versions and the last losses of the model that is shared; its curve is copied beside the card."""
    record = run.record
    device = f"{record['training_seconds'] / 60:.0f} minutes on {record['device']}" if "training_seconds" in record else record["device"]
    versions = [f"{name} {version}" for name, version in record["versions"].items() if name in ("torch", "transformers", "trl", "peft")]
    entries = read_run(run.folder).curve(metrics["models"][-1])
    logged = {name: [entry[key] for entry in entries if entry.get(key) is not None]
              for name, key in (("training loss", "loss"), ("validation loss", "eval_loss"))}  # fmt: skip
    losses = ", ".join(f"{name} {values[-1]:.3f}" for name, values in logged.items() if values)
    figure = run.folder / "figures" / "loss.png"
    if curve := bool(entries) and figure.exists():
        shutil.copyfile(figure, target / "loss.png")
    return {"device": html.escape(device, quote=False), "versions": ", ".join(versions), "losses": losses, "curve": curve}


def _is_encoder_decoder(folder: Path, parameters: dict) -> bool:
    """Tell whether a folder holds a T5, whole or as an adapter."""
    whole, adapter = (as_dict(read_json(folder / name)) for name in ("config.json", "adapter_config.json"))
    if whole or adapter:
        return whole.get("is_encoder_decoder") is True or adapter.get("task_type") == "SEQ_2_SEQ_LM"
    return parameters["prompt_style"] == "tables"


class _AsCode:
    """Stand in for a tokenizer, with a chat template that writes messages as lines of Python."""

    chat_template, bos_token = "any", None

    def apply_chat_template(self, messages: list[dict], **options: object) -> str:
        turns = "\n".join(f'    {{"role": "{turn["role"]}", "content": f"""{turn["content"]}"""}},' for turn in messages)
        return f"messages = [\n{turns}\n]\nprompt = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)"


def _prompt(parameters: dict) -> str:
    """Return the lines of code that make the prompt of the training."""
    style, dialect = parameters["prompt_style"], parameters.get("dialect", "sqlite")
    text = render(style, "{question}", "{schema}", parameters["include_schema"], dialect=dialect, tokenizer=_AsCode())
    return text if style == "chat" else f'prompt = f"""{text}"""'


def _code(text: str) -> str:
    """Write a name as code on one line, in which a markdown reader sees no HTML."""
    return f"`{' '.join(text.replace('`', chr(39)).split())}`"


def _table(head: list[str], rows: list[list[str]]) -> str:
    def escaped(cell: str) -> str:
        return html.escape(cell, quote=False).replace("|", "\\|").replace("\n", " ")

    return markdown([list(map(escaped, cells)) for cells in (head, *rows)])
