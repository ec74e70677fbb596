"""A trained model as the writer of queries: loaded as its run recorded it, asked in the prompt it was trained with."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM, BitsAndBytesConfig

from helpers import UserError
from helpers.data.load import tested_rows
from helpers.data.sources import own_file, source_names
from helpers.evaluation.generation import Sampling, beam_answers, generate, sample
from helpers.files import as_dict, is_number, read_lines
from helpers.memory.device import SMALL_PARAMETERS, check_machine, compute_dtype, find_machine, named_dtype, quiet_logs
from helpers.models.hub import count_parameters, fetch_model, load_tokenizer, locate_model, read_config
from helpers.models.t5 import add_missing_tokens, fit_embeddings
from helpers.models.weights import check_adapter, check_weights, put_adapter
from helpers.models.workarounds import repair_4bit_on_cpu, use_fast_attention
from helpers.prompts.render import render
from helpers.runs import RunRecord, list_runs
from helpers.runs.fetch import adapter_base, find_trained

BASE = "base"  # asks for the untuned model where a run is named
_NARROW = ("create-context", "text-to-sql-v1", "know_sql")  # data sets whose schemas are INTEGER or VARCHAR, without keys
_USED_ONLY = (*_NARROW, "gretel")  # and those whose schemas hold what the answer uses and nothing beside it
_LENGTH = 2048  # tokens of an untuned model's prompt and answer


@dataclass
class Writer:
    """Write SQL for a question and a schema. What `helpers.ask.ask` needs of a model; tests put their own in its place."""

    model: torch.nn.Module
    tokenizer: object
    name: str  # a sentence on where it comes from
    prompt_style: str
    include_schema: bool
    dialect: str  # what it was taught to write
    form: str  # of the schema, a key of `schema_form.FORMS`
    max_length: int  # tokens of prompt and answer
    max_new_tokens: int
    related_only: bool = False  # trained on schemas of what the answer uses and nothing beside it
    model_id: str = ""  # the base model

    @property
    def caution(self) -> str:
        """Say what such a training does on a schema that holds more; "" where it does not apply."""
        return (
            "This adapter was trained on schemas that list only what the answer uses (other_tables is 0 in its record). On Spider's full "
            "schemas the same training took a 0.5B model from .374 to .176 of 972 questions right, by the official test suite, "
            "because it joins every table it is shown."
        ) * self.related_only

    def prompt(self, question: str, schema: str) -> str:
        """Render a question as in training."""
        return render(self.prompt_style, question, schema, self.include_schema, dialect=self.dialect, tokenizer=self.tokenizer)

    def fits(self, prompt: str) -> bool:
        """Tell whether a prompt leaves room for an answer."""
        return len(self.tokenizer(prompt)["input_ids"]) + self.max_new_tokens <= self.max_length

    def answer(self, prompt: str) -> str:
        """Return the answer of greedy decoding."""
        return generate(self.model, self.tokenizer, [prompt], self.max_new_tokens)[0].text

    def others(self, prompt: str, count: int) -> list[str]:
        """Return the likeliest answers that a beam search of `count` beams finds, likeliest first; the greedy one may be among them."""
        return beam_answers(self.model, self.tokenizer, prompt, self.max_new_tokens, max(2, count))

    def drawn(self, prompt: str, count: int) -> list[tuple[str, float]]:
        """Return so many answers that are drawn, each with its mean log-probability; the same every time."""
        (several,) = sample(self.model, self.tokenizer, [prompt], Sampling(count), self.max_new_tokens)
        return [(answer.text, answer.log_probability) for answer in several]


def choose_run(run: str) -> RunRecord | None:
    """Find the run to ask: the one that is named, else the newest finished one with saved weights; None for the untuned model.

    Runs of the random models that tests use are passed over, and so are runs trained without a schema, unless named. Raise UserError where
    there is no such run, or it has saved nothing.
    """
    if run == BASE:
        return None
    if run:
        found = find_trained(run)
        if not saved_folder(found):
            raise UserError(f"The run {run} ({found.status}) has no saved model. Name another, or `{BASE}` for the untuned model.")
        return found
    runs = [found for found in list_runs() if found.status == "finished" and saved_folder(found)]
    asked = [(found, found.record.get("parameters", {})) for found in runs]
    real = [found for found, own in asked if "standin/tiny-" not in str(own.get("model_id")) and own.get("include_schema", True)]
    return real[-1] if real else None


def saved_folder(run: RunRecord) -> Path | None:
    """Return where a run saved its model; of several arms, that of the last one scored, which is the run's headline."""
    arms = [run.folder / name / "saved" for name in reversed(run.metrics.get("models") or []) if isinstance(name, str)]
    for folder in (run.adapter, *arms, run.folder):  # the last where a saved folder came without its run
        if (folder / "adapter_config.json").is_file() or (folder / "config.json").is_file():
            return folder
    return None


def own_questions(found: RunRecord | None, test_set, dataset_id: str):
    """Return questions that a run was tested on, where it was trained on the same data, as many as `test_set` (a `Dataset`) has at most.

    The others it may know. Another split of the data, made without the run's own questions to demonstrate with, shares few with it:
    then the run's rows are read again. Raise UserError where there are none, or the file that lists them is damaged.
    """
    if found is None or found.record["parameters"].get("dataset_id") != dataset_id:
        return test_set
    parameters, file = found.record["parameters"], found.folder / "predictions.jsonl"
    if not file.is_file():
        return test_set
    try:
        asked = {row["question"]: row.get("id") for row in read_lines(file)}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UserError(f"{file} is damaged: it does not say what the run was tested on. Fetch the run again.") from None
    kept = [index for index, question in enumerate(test_set["question"]) if question in asked]
    if (wanted := min(len(test_set), len(asked))) > len(kept) and all(asked.values()) and not dataset_id.startswith("practice/"):
        with suppress(UserError):  # Spider's folder lies elsewhere: then those that both splits share
            rows = tested_rows(dataset_id, asked, parameters.get("field_mapping", ""), parameters.get("spider_dir", ""))
            if len(rows) > len(kept):
                return rows.select(range(min(wanted, len(rows))))
    if not kept:
        raise UserError(f"The run {found.folder.name} was tested on other questions of {dataset_id}: name another dataset_id.")
    return test_set.select(kept)


def load_writer(run: str = "", model_id: str = "standin/smollm2-135m", max_length: int = -1, max_new_tokens: int = 128) -> Writer:
    """Load the model of a run as it was trained and scored, or an untuned one where there is none.

    `run` is a folder, the end of a run's path, a zip file, a name on the Hub, "" for the newest finished one, or "base"; `max_length`
    counts the tokens of prompt and answer, -1 takes what the run was trained with.
    Raise UserError where there is no such run or model, a damaged one, or one that this machine cannot load.
    """
    quiet_logs()
    found = choose_run(run)
    parameters = found.record["parameters"] if found else {"model_id": model_id}
    folder = saved_folder(found) if found else None
    adapter = folder if folder and (folder / "adapter_config.json").is_file() else None
    if adapter:
        adapter_base(adapter)  # damaged, it is said before its base model is looked for
    machine, path = find_machine(), locate_model(parameters["model_id"])
    if adapter:  # damaged or of another model, it is refused before the base model is fetched and loaded
        check_adapter(adapter, read_config(path))
    elif folder:
        check_weights(folder, read_config(str(folder)))
    four_bits = bool(folder) and parameters.get("load_in_4bit", folder.parent.name == "qlora")
    check_machine(machine, parameters["model_id"], count_parameters(path), 4 if four_bits else 16, SMALL_PARAMETERS)  # asking takes seconds
    use_fast_attention(machine)
    length = max_length if max_length > 0 else parameters.get("max_length", _LENGTH)
    length = min(length, getattr(read_config(path), "max_position_embeddings", None) or _LENGTH)
    if length <= max_new_tokens:
        raise UserError(f"max_length {length} leaves no room beside max_new_tokens {max_new_tokens}. Raise the first.")
    fetch_model(path)
    dtype = named_dtype(parameters.get("compute_dtype", "auto"), compute_dtype(machine)[0])
    tokenizer = load_tokenizer(folder if folder and (folder / "tokenizer_config.json").is_file() else path)
    source = path if adapter or folder is None else str(folder)  # fully fine-tuned: no base model beside it
    model = _load(source, adapter, tokenizer, dtype, machine, _quantized(parameters, dtype) if four_bits else None)
    style = parameters.get("prompt_style") or ("chat" if tokenizer.chat_template else "headed")
    narrow = found is not None and _related_only(parameters, found.metrics)
    return Writer(
        model, tokenizer, _described(found, parameters, run), style, parameters.get("include_schema", True),
        parameters.get("dialect", "sqlite"), _form(parameters), length, max_new_tokens, narrow, parameters["model_id"],
    )  # fmt: skip


def _quantized(parameters: dict, dtype: torch.dtype) -> BitsAndBytesConfig:
    """Return the 4-bit settings of a run: its scores are of these."""
    double = bool(parameters.get("double_quantization"))
    return BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=dtype, bnb_4bit_use_double_quant=double)


def _load(source: str, adapter: Path | None, tokenizer, dtype: torch.dtype, machine, quantized: BitsAndBytesConfig | None):
    encoder = read_config(source).is_encoder_decoder
    settings = {"dtype": dtype, "device_map": {"": 0 if machine.kind == "cuda" else "cpu"}}
    if quantized:  # None would hide that the weights are quantized already: they would be taken for plain ones, and random in part
        settings["quantization_config"] = quantized
    try:
        model = (AutoModelForSeq2SeqLM if encoder else AutoModelForCausalLM).from_pretrained(source, **settings)
    except (ImportError, ValueError) as error:  # quantized in a way that lacks a package here, or that 4 bits cannot be added to
        raise UserError(f"{source} cannot be loaded: {' '.join(str(error).split())}") from None
    repair_4bit_on_cpu(model)
    if not adapter:
        return model.eval()
    if encoder:
        fit_embeddings(model, tokenizer, add_missing_tokens(load_tokenizer(source)))
    return put_adapter(model, adapter).eval()


def _form(parameters: dict) -> str:
    """Return the form of the schemas that a model was trained on: as its record says, where "ddl" is what the data set has."""
    form = parameters.get("schema_form", "ddl")
    return "narrow" if form == "ddl" and _one_of(_NARROW, parameters) else form


def _related_only(parameters: dict, metrics: dict) -> bool:
    """Tell from a run's record whether its schemas held what the answer uses and nothing beside it.

    Of rows of one's own the scores tell it: with other tables beside, less than half of the answers that were right are so.
    """
    plain, beside = (as_dict(as_dict(part).get("headline")).get("rate") for part in (metrics, metrics.get("wider")))
    fell = is_number(plain) and is_number(beside) and beside < plain / 2
    return (fell or _one_of(_USED_ONLY, parameters)) and not int(parameters.get("other_tables") or 0) > 0


def _one_of(names: tuple[str, ...], parameters: dict) -> bool:
    """Tell whether a run's data set is one of these, or a file that is named after one."""
    data_set = parameters.get("dataset_id", "").lower().replace("_", "-")
    return any(name.replace("_", "-") in data_set for name in names)


def _described(found: RunRecord | None, parameters: dict, asked: str) -> str:
    if found is None:
        reason = "as trained_run asks" if asked == BASE else "because no finished run has a saved model"
        return f"{parameters['model_id']}, untuned, {reason}"
    score, mark, more = found.score.partition(";")
    score = f", {score} on its own test set{mark}{more}" if score else ""
    run = "/".join(found.folder.parts[-2:]) + ("" if found.status == "finished" else f" ({found.status})")
    data = " + ".join(Path(part).name if own_file(part) else part for part in source_names(parameters.get("dataset_id", "?")))
    return f"the run {run}: {parameters['model_id']} trained on {data}{score}"
