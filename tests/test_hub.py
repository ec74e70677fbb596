import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import local_hub
import pytest
from conftest import ROOT

from helpers import UserError
from helpers.data.load import load
from helpers.data.sources import SOURCES
from helpers.models import hub
from helpers.models.standins import standin_folder

REPLIES = {
    "gated": (403, "GatedRepo"),
    "missing": (404, "RepoNotFound"),
    "private": (401, "RepoNotFound"),
    "empty": (404, "EntryNotFound"),
}


@pytest.fixture(scope="module")
def fake_hub():
    """Serve a Hub on this machine that refuses every repository in the way its name says."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            status, code = REPLIES.get(self.path.split("/")[2], (404, "RepoNotFound"))
            self.send_response(status)
            self.send_header("X-Error-Code", code)
            self.send_header("X-Error-Message", code)
            self.send_header("X-Repo-Commit", "0" * 40)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _locate(model_id: str, **environment: str) -> str:
    """Ask for a model in a fresh process, as a notebook does, and return its one message."""
    code = (
        "import time\ntime.sleep = lambda seconds: None\n"  # huggingface_hub waits 24 s for a network that is not there
        "from helpers.models.hub import locate_model\nfrom helpers import UserError\n"
        f"try:\n    locate_model({model_id!r})\nexcept UserError as error:\n    print(error)"
    )
    kept = {name: value for name, value in os.environ.items() if name not in ("HF_HUB_OFFLINE", "HF_TOKEN")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**kept, **environment}, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("repository", "words"),
    [
        ("gated", ["is gated", "https://huggingface.co/someone/gated", "accept its terms", "HF_TOKEN"]),
        ("missing", ["has no model 'someone/missing'", "Check the spelling"]),
        ("private", ["has no model 'someone/private'", "HF_TOKEN"]),
        ("empty", ["lacks a file", "config.json"]),
    ],
)
def test_a_model_that_the_hub_refuses_gets_one_sentence(fake_hub, tmp_path, repository, words):
    message = _locate(f"someone/{repository}", HF_ENDPOINT=fake_hub, HF_HOME=str(tmp_path))
    assert len(message.splitlines()) == 1
    for word in words:
        assert word in message


def test_no_network_says_so_and_what_to_do(tmp_path):
    message = _locate("someone/model", HF_ENDPOINT="http://127.0.0.1:9", HF_HOME=str(tmp_path), KAGGLE_KERNEL_RUN_TYPE="Interactive")
    assert "cannot be downloaded" in message
    assert "Internet" in message
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize("page", [b"<html>Sign in to the network</html>", b"\xff\xfe\x00login"])
def test_an_answer_that_is_no_json_is_one_sentence(page):
    """A proxy's login page once ended a finished training in a UnicodeDecodeError."""
    words = "for the model someone/model is not what a Hub says, but mostly a proxy's login page"
    with pytest.raises(UserError, match=words), hub.clear_hub_errors("someone/model", "model"):
        json.loads(page.decode())


def test_offline_mode_says_that_it_is_on(tmp_path):
    message = _locate("someone/model", HF_HUB_OFFLINE="1", HF_HOME=str(tmp_path))
    assert "HF_HUB_OFFLINE is set" in message


@pytest.mark.parametrize(("cause", "words"), [
    (ValueError("names\ndon't match"), "is there, but cannot be read as it stands: names don't match. Its files have changed"),
    (OSError(28, "No space left on device"), "The disk is full while loading the data set ada/rows"),
    (None, "cannot be read as it stands: An error occurred"),
])  # fmt: skip
def test_a_data_set_that_cannot_be_read_says_why(cause, words):
    """Columns of two files that differ once ended in a traceback."""
    from datasets.exceptions import DatasetGenerationError

    with pytest.raises(UserError) as caught, hub.clear_hub_errors("ada/rows", "data set"):
        raise DatasetGenerationError("An error occurred while generating the dataset") from cause
    assert words in str(caught.value) and "\n" not in str(caught.value)


def test_an_upload_that_breaks_off_says_so():
    words = "The upload to ada/sql broke off: 403 Forbidden: storage limit reached. Run the cell again"
    with pytest.raises(UserError, match=words), hub.clear_hub_errors("ada/sql", "model"):
        raise RuntimeError("Error while uploading 'model.gguf' to the Hub.") from OSError("403 Forbidden: storage limit reached")


def test_a_missing_folder_is_not_taken_for_a_hub_model(tmp_path):
    with pytest.raises(UserError, match="no such folder"):
        hub.locate_model(str(tmp_path / "model"))


def test_a_folder_without_a_model_says_what_is_missing(tmp_path):
    with pytest.raises(UserError, match=r"no config.json and no tokenizer_config.json"):
        hub.locate_model(str(tmp_path))


def test_an_adapter_in_place_of_a_model_names_its_base(tmp_path):
    (tmp_path / "adapter_config.json").write_text('{"base_model_name_or_path": "ada/sql"}')
    with pytest.raises(UserError, match="is an adapter of ada/sql. Give that model"):
        hub.locate_model(str(tmp_path))


def test_an_architecture_that_nobody_knows_is_named(tmp_path):
    (tmp_path / "config.json").write_text('{"model_type": "abacus"}')
    with pytest.raises(UserError, match="abacus"):
        hub.count_parameters(str(tmp_path))


def test_a_full_disk_is_one_sentence():
    with pytest.raises(UserError, match="disk is full"), hub.clear_hub_errors("someone/model", "model"):
        raise OSError(28, "No space left on device")


def test_weights_are_counted_from_the_configuration_alone(tmp_path):
    import transformers

    transformers.MistralConfig(
        vocab_size=32000, hidden_size=4096, intermediate_size=14336, num_hidden_layers=32, num_attention_heads=32, num_key_value_heads=8
    ).save_pretrained(tmp_path)
    assert hub.count_parameters(str(tmp_path)) == 7_241_732_096


@pytest.fixture
def small_hub(tmp_path):
    """Serve a Hub with one small model: its address and what was asked for."""
    folder = tmp_path / "hub" / "models" / "someone" / "small"
    shutil.copytree(standin_folder("standin/tiny-mistral"), folder)
    (folder / "README.md").write_text("not needed")
    with local_hub.serve(tmp_path / "hub") as served:
        yield served


@pytest.mark.parametrize(("weights", "downloads"), [(True, 1), (False, 0)])
def test_a_model_is_downloaded_once_with_lines_of_progress_and_without_what_is_not_needed(small_hub, tmp_path, weights, downloads):
    address, asked = small_hub
    code = f"from helpers.models.hub import fetch_model, locate_model; print(fetch_model(locate_model('someone/small'), {weights}))"
    environment = os.environ | local_hub.environment(address, tmp_path / "home")
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120)
        assert done.returncode == 0, done.stderr[-2000:]
        assert "\r" not in done.stdout + done.stderr
    assert (Path(done.stdout.split()[-1]) / "config.json").is_file()
    assert sum(line.startswith("GET") and line.endswith("model.safetensors") for line in asked) == downloads
    assert not any("README.md" in line for line in asked)


@pytest.mark.parametrize("sent", [0, 1000])
def test_a_download_that_breaks_off_is_one_sentence_and_the_next_one_is_whole(small_hub, tmp_path, monkeypatch, sent):
    """The connection that closed in the middle of the weights, or a proxy's page in their place, once ended in a traceback."""
    address, _ = small_hub
    code = "from helpers.models.hub import fetch_model\nfrom helpers import UserError\n"
    code += "try:\n    print(fetch_model('someone/small'))\nexcept UserError as error:\n    print(error)"
    environment = os.environ | local_hub.environment(address, tmp_path / "home")
    whole = local_hub.Handler._answer

    def fetched():
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout.strip()

    def broken(self, status, body, headers=None):
        torn = self.command == "GET" and self.path.endswith("model.safetensors")
        whole(self, status, body[:sent] or b"<html>Sign in</html>" if torn else body, headers)

    monkeypatch.setattr(local_hub.Handler, "_answer", broken)
    said = fetched()
    assert f"The connection to {address} broke off at the model someone/small: " in said and said.endswith("it goes on where it stopped.")
    monkeypatch.setattr(local_hub.Handler, "_answer", whole)
    served = standin_folder("standin/tiny-mistral") / "model.safetensors"
    assert (Path(fetched()) / "model.safetensors").read_bytes() == served.read_bytes()


@pytest.fixture(scope="module")
def hub_of_models(tmp_path_factory):
    """Serve the notebooks' models (tiny) and data sets (practice rows in their layouts) under their own ids: (root, environment)."""
    root = tmp_path_factory.mktemp("hub")
    models = {"mistralai/Mistral-7B-v0.1": "mistral", "mistralai/Mistral-Nemo-Instruct-2407": "mistral", "meta-llama/Llama-3.1-8B": "llama"}
    for name, kind in models.items():
        shutil.copytree(standin_folder(f"standin/tiny-{kind}"), root / "models" / name)
    rows = load("practice/create-context", 300, 10, 100, 42)
    for name, parts in {"b-mc2/sql-create-context": ["train"], "gretelai/synthetic_text_to_sql": ["train", "test"]}.items():
        folder, source = root / "datasets" / name, SOURCES[name]
        folder.mkdir(parents=True)
        for part in parts:
            own = rows.train if part == "train" else rows.test
            lines = [{source.question: row["question"], source.schema: row["schema"], source.sql: row["sql"]} for row in own]
            (folder / f"{part}.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with local_hub.serve(root) as (address, _):
        yield root, local_hub.environment(address, tmp_path_factory.mktemp("home"))


def run_with_hub(hub, stem, **values):
    """Run a notebook as a user with a token does, and return what it printed."""
    own = [part for name, value in values.items() for part in ("-p", f"{name}={value}")]
    command = [sys.executable, "-m", "helpers.run", stem, *own, *([] if stem == "07" else ["--profile", "smoke"])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, env=os.environ | hub[1])
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@pytest.mark.long
def test_a_model_from_the_hub_is_trained_uploaded_compared_and_asked(hub_of_models, tmp_path):
    values = {"model_id": "mistralai/Mistral-7B-v0.1", "dataset_id": "b-mc2/sql-create-context", "output_dir": tmp_path / "01"}
    said = run_with_hub(hub_of_models, "01", **values, push_to_hub="true", hub_model_id="ada/sql")
    assert "uploaded to https://huggingface.co/ada/sql, which only you can see" in said
    uploaded = hub_of_models[0] / "models" / "ada" / "sql"
    assert {".private", "README.md", "adapter_model.safetensors", "run.json"} <= set(os.listdir(uploaded))
    assert hub_of_models[1]["HF_TOKEN"].encode() not in b"".join(path.read_bytes() for path in uploaded.rglob("*") if path.is_file())
    assert "1 model trained on" in run_with_hub(hub_of_models, "07", runs_dir="ada/sql", output_dir=tmp_path / "07")
    run_with_hub(hub_of_models, "08", trained_run="ada/sql", output_dir=tmp_path / "08")


@pytest.mark.long
def test_two_phases_are_trained_in_three_sessions_that_share_nothing_but_the_hub(hub_of_models, tmp_path):
    """05 once refused what 04 had uploaded, because the last checkpoint lies beside the finished adapter."""
    values = {"model_id": "mistralai/Mistral-Nemo-Instruct-2407", "prompt_style": "headed"}
    first = values | {"dataset_id": "gretelai/synthetic_text_to_sql", "hub_model_id": "ada/phase-1"}
    run_with_hub(hub_of_models, "04", **first, push_to_hub="true", output_dir=tmp_path / "04")
    assert (hub_of_models[0] / "models/ada/phase-1/last-checkpoint/trainer_state.json").is_file()
    run_with_hub(hub_of_models, "04", **first, resume_from_hub="true", output_dir=tmp_path / "again")
    assert "the checkpoint of step 4 comes from ada/phase-1" in (tmp_path / "again" / "04_nemo_phase1_syntax.ipynb").read_text()
    said = run_with_hub(hub_of_models, "05", **values, phase1_adapter="ada/phase-1", output_dir=tmp_path / "05")
    assert "phase 1: ada/phase-1" in said and "goes on with ['default']: rank" in said
    assert "phase 1's test set: 8 questions" in said, "its record lies beside: whether it is forgotten is measured"


@pytest.mark.long
def test_a_merged_model_is_uploaded_whole_and_asked_by_its_name(hub_of_models, tmp_path):
    values = {"model_id": "meta-llama/Llama-3.1-8B", "dataset_id": "b-mc2/sql-create-context", "gguf": "false"}
    run_with_hub(hub_of_models, "06", **values, output_dir=tmp_path / "06", push_to_hub="true", hub_model_id="ada/llama-sql")
    assert {"model.safetensors", "config.json"} <= set(os.listdir(hub_of_models[0] / "models/ada/llama-sql"))
    run_with_hub(hub_of_models, "08", trained_run="ada/llama-sql", output_dir=tmp_path / "08")


def test_a_large_download_shows_a_line_a_gibibyte(capsys):
    bar = hub.Lines(total=10 * 2**30, unit="B")
    for _ in range(1000):
        bar.update(10 * 2**30 // 1000)
    bar.close()
    lines = capsys.readouterr().out.splitlines()
    assert 8 <= len(lines) <= 10
    assert lines[0] == "downloaded 1.0 GiB"


@pytest.mark.long
def test_mistral_common_does_not_replace_the_tokenizer_that_has_the_chat_template(tmp_path):
    """NeMo's repository has a tekken.json: with mistral-common at hand (vllm brings it) 04 stopped for want of a chat template."""
    pytest.importorskip("mistral_common")
    import mistral_common
    from transformers import AutoTokenizer

    folder = tmp_path / "nemo"
    shutil.copytree(standin_folder("standin/tiny-mistral"), folder)
    shutil.copy(Path(mistral_common.__file__).parent / "data" / "tekken_240718.json", folder / "tekken.json")
    assert type(AutoTokenizer.from_pretrained(folder)).__name__ == "MistralCommonBackend", "otherwise this test shows nothing"
    own = AutoTokenizer.from_pretrained(standin_folder("standin/tiny-mistral"))
    loaded = hub.load_tokenizer(folder)
    assert loaded("SELECT name")["input_ids"] == own("SELECT name")["input_ids"]


def test_every_tokenizer_is_loaded_in_one_way():
    from helpers.parameters import cells, notebooks

    for stem, path in notebooks().items():
        code = "\n".join(cell["source"] for cell in cells(path) if cell["cell_type"] == "code")
        assert "AutoTokenizer.from_pretrained(" not in code, stem
