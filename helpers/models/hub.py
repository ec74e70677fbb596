"""Find a model, and say in one sentence why it cannot be had, before anything large is downloaded."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import huggingface_hub
from huggingface_hub import constants, errors
from tqdm import tqdm

from helpers import UserError
from helpers.files import as_dict, path_of, read_json
from helpers.hosts import INTERNET_OFF, host
from helpers.models.standins import is_standin, standin_folder, untrained
from helpers.models.weights import check_weights, words_of

CLIENTS = ("httpx", "httpx2", "requests", "urllib3", "aiohttp")  # huggingface_hub's and datasets' ways to the network, by version
SWITCH_ON = {
    "kaggle": INTERNET_OFF,
    "colab": "Check the connection and run the cell again.",
    "local": "Check the connection, or rehearse without a network with the profile `rehearsal`.",
}


def locate_model(model_id: str) -> str:
    """Return what `from_pretrained` takes: the folder of a stand-in, a local folder, or a Hub id that may be downloaded.

    Of a Hub model only `config.json` is fetched. Raise UserError where it is missing or gated, and for a folder that holds no model.
    """
    if is_standin(model_id):
        return str(standin_folder(model_id))
    folder = path_of(model_id, "model_id")
    if folder.is_dir():
        needed = ("config.json", "tokenizer_config.json")
        if missing := [name for name in needed if not (folder / name).exists()]:
            if base := as_dict(read_json(folder / "adapter_config.json")).get("base_model_name_or_path"):
                raise UserError(f"{model_id} is an adapter of {base}. Give that model, or in 08 and 09 the adapter's run as trained_run.")
            raise UserError(
                f"The folder {model_id} has no {' and no '.join(missing)}: it is not a model in Hugging Face's format. "
                "Give a folder that `save_pretrained` wrote, or an id of the Hub such as mistralai/Mistral-7B-v0.1."
            )
        if damaged := [name for name in needed if not isinstance(read_json(folder / name), dict)]:
            raise UserError(f"No JSON can be read in {' and '.join(damaged)} of the folder {model_id}. Save or fetch the model again.")
        return str(folder)
    if model_id.count("/") != 1 or model_id.startswith((".", "/", "~")):
        raise UserError(
            f"There is no model {model_id!r}: no such folder, and an id of the Hub looks like mistralai/Mistral-7B-v0.1. "
            "The embedded models begin with standin/."
        )
    with clear_hub_errors(model_id, "model"):
        huggingface_hub.hf_hub_download(model_id, "config.json")
    return model_id


def fetch_model(model_path: str, weights: bool = True) -> Path:
    """Download a Hub model's tokenizer, and its weights, into the local cache, and return the folder. Folders are left alone.

    Raise UserError as `clear_hub_errors` and `check_weights` do.
    """
    found = model_path
    if not Path(model_path).is_dir():
        with clear_hub_errors(model_path, "model"):
            found = huggingface_hub.snapshot_download(
                model_path,
                allow_patterns=["*.json", "tokenizer*", "*.model", "*.jinja", *["*.safetensors"] * weights],
                ignore_patterns=["consolidated*", "original/*"],  # the same weights again, in another format
                tqdm_class=Lines,
            )
    whole = any(Path(found, f"model.safetensors{end}").exists() for end in ("", ".index.json"))
    if weights and (found == model_path or whole):  # other weights of the Hub, such as *.bin, are left to transformers
        check_weights(Path(found), read_config(found))
    return Path(found)


def load_causal(model_path: str, dtype, quantization_config, place: int | str, attention: str = "sdpa"):
    """Load a causal model onto one device, as the cell `load` of 01 does. Never eager attention: it overflows float16 in Qwen2.5."""
    from transformers import AutoModelForCausalLM

    from helpers.models.workarounds import repair_4bit_on_cpu

    fetch_model(model_path)
    settings = {"dtype": dtype, "device_map": {"": place}, "attn_implementation": attention}
    if quantization_config:  # None would hide that weights are quantized already
        settings["quantization_config"] = quantization_config
    model = AutoModelForCausalLM.from_pretrained(model_path, **settings)
    repair_4bit_on_cpu(model)
    print(f"{model.get_memory_footprint() / 2**30:.2f} GiB of weights")
    return model


class Lines(tqdm):
    """A progress bar that prints lines: a drawn one floods a log, and the notebook's own shows nothing under papermill."""

    shown = 0

    def update(self, n=1):
        super().update(n)
        if self.unit == "B" and self.n - self.shown >= 2**30:
            print(f"downloaded {self.n / 2**30:.1f} GiB", flush=True)
            self.shown = self.n

    def display(self, msg=None, pos=None):
        """Draw nothing."""

    def close(self):
        self.disable = True


@contextmanager
def clear_hub_errors(repo_id: str, kind: str) -> Iterator[None]:
    """Turn what goes wrong with the Hub into a UserError of one sentence that says what to do. `kind` is "model" or "data set"."""
    try:
        yield
    except Exception as error:
        if not (said := _explained(error, repo_id, kind)):
            raise
        raise UserError(said) from None


def _explained(error: Exception, repo_id: str, kind: str) -> str:
    """Say what an error of huggingface_hub or datasets means and what to do, or "" where it is of another kind."""
    from datasets.exceptions import DatasetNotFoundError, DatasetsError

    page = f"https://huggingface.co/{'datasets/' if kind == 'data set' else ''}{repo_id}"
    address = os.environ.get("HF_ENDPOINT", "https://huggingface.co")
    words = " ".join(str(error.__cause__ or error).split())[:160].rstrip(".")
    match error:
        case errors.GatedRepoError() | DatasetNotFoundError() if isinstance(error, errors.GatedRepoError) or "gated" in str(error):
            return (f"The {kind} {repo_id} is gated: open {page} while signed in, accept its terms, and give the notebook a token with "
                    "read access (HF_TOKEN, in the environment or as a secret of the host). Or choose an ungated one.")  # fmt: skip
        case errors.RepositoryNotFoundError() | DatasetNotFoundError():
            return (f"The Hub has no {kind} {repo_id!r} that this account may see. Check the spelling at {page}; "
                    "a private one needs a token (HF_TOKEN).")  # fmt: skip
        case errors.LocalEntryNotFoundError() | errors.OfflineModeIsEnabled() | ConnectionError() | TimeoutError():
            advice = f"There is no way to {address}. {SWITCH_ON[host()]}"
            if constants.HF_HUB_OFFLINE:
                advice = "HF_HUB_OFFLINE is set: unset it to download, or rehearse with the profile `rehearsal`."
            return f"The {kind} {repo_id} is not in the local cache and cannot be downloaded. {advice}"
        case errors.EntryNotFoundError():
            return f"{page} lacks a file that a {kind} of this kind has, such as config.json of a model."
        case errors.HFValidationError():
            return f"{repo_id!r} cannot be an id of the Hub: {str(error).splitlines()[0]}"
        case errors.HfHubHTTPError():
            status = error.response.status_code if error.response is not None else 0
            advice = "it does not accept HF_TOKEN: make a new one" if status == 401 else "wait a little and run the cell again"
            return f"The Hub answers {status} for the {kind} {repo_id}: {advice}."
        case DatasetsError():  # what stopped it may be the network or the disk
            return (error.__cause__ and _explained(error.__cause__, repo_id, kind)) or (
                f"The data set {repo_id} is there, but cannot be read as it stands: {words}. "
                "Its files have changed, or a download is damaged: delete its folders in the cache (HF_HOME) and try again.")  # fmt: skip
        case RuntimeError() if error.__cause__ and "uploading" in str(error):  # of one file, by huggingface_hub
            return f"The upload to {repo_id} broke off: {words}. Run the cell again: what is there already is not sent twice."
        case FileNotFoundError() if "LocalEntryNotFoundError" not in str(error):
            return ""
        case json.JSONDecodeError() | UnicodeDecodeError() | FileNotFoundError():  # the last is what `datasets` makes of it
            return (f"What answers at {address} for the {kind} {repo_id} is not what a Hub says, but mostly a proxy's login page. "
                    "Open the address in a browser, then run the cell again.")  # fmt: skip
        case OSError(errno=28):  # ENOSPC
            return f"The disk is full while loading the {kind} {repo_id}. Free some space, or set HF_HOME to a larger disk."
    if type(error).__module__.partition(".")[0] in CLIENTS or "Consistency check failed" in words:
        return f"The connection to {address} broke off at the {kind} {repo_id}: {words}. Run the cell again: it goes on where it stopped."
    return ""


def read_config(model_path: str):
    """Read a model's configuration. Raise UserError as `clear_hub_errors` does, for a damaged one and for an unknown architecture."""
    from transformers import AutoConfig

    with clear_hub_errors(model_path, "model"):
        try:
            return AutoConfig.from_pretrained(model_path)
        except Exception as error:  # each architecture checks its numbers in its own way
            if isinstance(error, OSError) and not Path(model_path).is_dir():
                raise
            raise UserError(f"{model_path} cannot be read: {str(error).strip().partition(chr(10))[0]}") from None


def count_parameters(model_path: str, attention: str = "") -> int:
    """Count a model's weights from its configuration alone, on the meta device: nothing is downloaded or allocated.

    Raise UserError where transformers does not know the architecture as one that writes, or not with the `attention` that a decoder
    will be loaded with, such as sdpa (Gemma 2 has none).
    """
    import torch

    config = read_config(model_path)
    asked = {"attn_implementation": attention} if attention and not config.is_encoder_decoder else {}
    try:
        with torch.device("meta"):
            return untrained(config, **asked).num_parameters()
    except (ValueError, ImportError) as error:
        if not (unknown := "Unrecognized configuration class" in str(error)) and (not asked or "attention" not in str(error)):
            raise
        lacks = "model that writes text" if unknown else f"{attention} attention"
        raise UserError(
            f"{model_path} ({config.model_type}) has no {lacks} in this version of transformers, and the notebooks load one. "
            "Choose a model_id of another family, such as Qwen/Qwen2.5-1.5B-Instruct."
        ) from None


def load_tokenizer(path: str | Path):
    """Load the tokenizer of a model in Hugging Face's own format, which alone has the chat template that prompts are made with.

    Raise UserError for a damaged or missing one, and where it is mistral-common's all the same.
    """
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(path, mistral_format=False)
    except Exception as error:  # each file is read by a library of its own
        if not Path(path).is_dir():
            raise
        raise UserError(f"The tokenizer in {path} is damaged ({words_of(error)}). Save or fetch the model again.") from None
    if type(tokenizer).__name__ in ("MistralCommonBackend", "MistralCommonTokenizer"):
        raise UserError("The package mistral-common replaces the model's own tokenizer: pip uninstall mistral-common, then restart.")
    if set(tokenizer("SELECT")["input_ids"]) <= set(tokenizer.all_special_ids):
        raise UserError(f"The tokenizer in {path} knows no words: its tokenizer.json is missing. Save or fetch the model again.")
    if tokenizer.eos_token is None:
        raise UserError(f"The tokenizer in {path} has no token that ends a text (eos_token), and answers would never end. Set it there.")
    if not Path(path).is_dir() or (Path(path) / "config.json").is_file():  # an adapter has its own tokenizer and no configuration
        _check_rows(tokenizer, path)
    return tokenizer


def _check_rows(tokenizer, path: str | Path) -> None:
    """Refuse a tokenizer that makes numbers for which the model has no row: training stops there. Tokens of images may have none."""
    rows = getattr(read_config(str(path)), "vocab_size", None)
    last = max(tokenizer.vocab_size - 1, *(number or 0 for number in (tokenizer.pad_token_id, tokenizer.eos_token_id)))
    if isinstance(rows, int) and last >= rows:
        raise UserError(
            f"The model in {path} has {rows:,} rows in its embedding (vocab_size of its config.json), and its tokenizer numbers tokens up "
            f"to {last:,}. Take both from the same model."
        )
