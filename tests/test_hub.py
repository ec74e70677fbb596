import http.server
import json
import os
import subprocess
import sys
import threading

import pytest

from helpers import UserError
from helpers.models import hub

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
    (ValueError("column names\ndon't match"), "is there, but cannot be read as it stands: column names don't match. Its files have changed"),
    (OSError(28, "No space left on device"), "The disk is full while loading the data set ada/rows"),
    (None, "cannot be read as it stands: An error occurred"),
])  # fmt: skip
def test_a_data_set_that_cannot_be_read_says_why(cause, words):
    """Columns of two files that differ once ended in a traceback."""
    from datasets.exceptions import DatasetGenerationError

    with pytest.raises(UserError) as caught, hub.clear_hub_errors("ada/rows", "data set"):
        raise DatasetGenerationError("An error occurred while generating the dataset") from cause
    assert words in str(caught.value) and "\n" not in str(caught.value)


def test_a_missing_folder_is_not_taken_for_a_hub_model(tmp_path):
    with pytest.raises(UserError, match="no such folder"):
        hub.locate_model(str(tmp_path / "model"))


def test_a_folder_without_a_model_says_what_is_missing(tmp_path):
    with pytest.raises(UserError, match=r"no config.json and no tokenizer_config.json"):
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
    """Serve a Hub with one small model, file by file, and count the weights' downloads."""
    files = {
        "config.json": b'{"model_type": "mistral"}',
        "tokenizer_config.json": b"{}",
        "model.safetensors": bytes(range(256)) * 4096,
        "README.md": b"not needed",
    }
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body, headers = self._reply()
            self.send_response(200 if body is not None else 404)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            if self.command == "GET":
                asked.append(self.path.rsplit("/", 1)[1])
                self.wfile.write(body or b"")

        do_HEAD = do_GET

        def _reply(self):
            if self.path.startswith("/api/models/someone/small/tree"):
                rows = [{"type": "file", "path": name, "size": len(body), "oid": "0" * 40} for name, body in files.items()]
                return json.dumps(rows).encode(), {"Content-Type": "application/json"}
            if self.path.startswith("/api/models/someone/small"):
                about = {"id": "someone/small", "sha": "1" * 40, "siblings": [{"rfilename": name} for name in files]}
                return json.dumps(about).encode(), {"Content-Type": "application/json"}
            body = files.get(self.path.rsplit("/", 1)[1]) if "/resolve/" in self.path else None
            name = self.path.rsplit("/", 1)[1]
            return body, {"ETag": f'"{name}"', "X-Repo-Commit": "1" * 40} if body is not None else {"X-Error-Code": "EntryNotFound"}

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def test_a_model_is_downloaded_once_with_lines_of_progress_and_without_what_is_not_needed(small_hub, tmp_path):
    address, asked = small_hub
    code = "from helpers.models.hub import fetch_model, locate_model; fetch_model(locate_model('someone/small'))"
    kept = {name: value for name, value in os.environ.items() if name not in ("HF_HUB_OFFLINE", "HF_TOKEN")}
    environment = {**kept, "HF_ENDPOINT": address, "HF_HOME": str(tmp_path / "home"), "HF_HUB_DISABLE_XET": "1"}
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=120)
        assert done.returncode == 0, done.stderr[-2000:]
        assert "\r" not in done.stdout + done.stderr
    assert asked.count("model.safetensors") == 1
    assert "README.md" not in asked
    assert list((tmp_path / "home").rglob("model.safetensors"))


def test_a_large_download_shows_a_line_a_gibibyte(capsys):
    bar = hub._lines()(total=10 * 2**30, unit="B")
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
    import shutil
    from pathlib import Path

    import mistral_common
    from transformers import AutoTokenizer

    from helpers.models.standins import standin_folder

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
