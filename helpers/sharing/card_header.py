"""The part of a model card that the Hub reads: licence, base model, data sets, and the scores as evaluation results."""

from pathlib import Path

from helpers.data.sources import SOURCES, own_file, source_names
from helpers.models.standins import is_standin
from helpers.scoring.measures import BESIDE, MEASURES

# Under which licence a base model's descendants may be given away, by the beginning of its name. Others have to be looked up.
LICENCES = {
    "meta-llama/Llama-3.1": "llama3.1", "mistralai/Mistral-7B": "apache-2.0", "mistralai/Mistral-Nemo": "apache-2.0",
    "Qwen/Qwen2.5-7B": "apache-2.0", "Qwen/Qwen2.5-1.5B": "apache-2.0", "google-t5/": "apache-2.0", "standin/": "apache-2.0",
}  # fmt: skip
SPIDER = "xlangai/spider"


def header(parameters: dict, metrics: dict, title: str, kind: str, adapted: bool) -> str:
    """Return the YAML of a card, without its dashes.

    A score with a stand-in, or on practice or own data, is named as such, under a model name and a data set type that the Hub
    cannot take for another's.

    Args:
        parameters: of the run.
        metrics: its `metrics.json`.
        title: the model's name.
        kind: "adapter", "model" or "gguf".
        adapted: whether an adapter was trained, merged or not.
    """
    from huggingface_hub import ModelCardData

    base, data = parameters["model_id"], source_names(parameters["dataset_id"])
    local = Path(base).expanduser().exists()
    library = {"adapter": "peft", "model": "transformers"}.get(kind)
    return ModelCardData(
        base_model=base if not local and not is_standin(base) else None,
        datasets=[part for part in data if _on_hub(part)] or None,
        license=next((licence for start, licence in LICENCES.items() if base.startswith(start)), "other"),
        library_name=library,
        pipeline_tag="text-generation",
        tags=["text-to-sql", "sql", *(["lora"] if adapted else []), *(["gguf"] if kind == "gguf" else [])],
        model_name=f"{title} (a rehearsal with the stand-in {base})" if is_standin(base) else title,
        eval_results=_results(metrics, data),
    ).to_yaml()


def _on_hub(part: str) -> bool:
    return not own_file(part) and not part.startswith("practice/")


def _results(metrics: dict, data: list[str]) -> list:
    """Return one result a measure of the last model: on the test set, with other tables beside, and on Spider's development set."""
    report = metrics[metrics["models"][-1]]
    found = [_result(report[measure], measure, data) for measure in MEASURES if report.get(measure)]
    wider = metrics.get("wider", {}).get("models", {}).get(metrics["models"][-1], {})
    found += [_result(wider[measure], measure, data, f", {BESIDE}") for measure in MEASURES if wider.get(measure)]
    benchmark = metrics.get("benchmark") or {}
    return found + [_result(benchmark[measure], measure, [SPIDER]) for measure in MEASURES if benchmark.get(measure)]


def _result(score: dict, measure: str, data: list[str], schemas: str = ""):
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
        task_type="text-generation", task_name="Text to SQL", dataset_type=type_, dataset_name=name + schemas, dataset_split=split,
        metric_type=measure, metric_name=MEASURES[measure][0], metric_value=round(score["rate"], 4),
        metric_args={"n": score["n"], "interval_95": [round(bound, 4) for bound in score["interval"]]},
    )  # fmt: skip
