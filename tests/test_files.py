"""Files: written whole whatever happens, and what counts as a secret in them."""

import json
import os
import secrets as random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.files import redact, write_whole

REPOSITORY = Path(__file__).resolve().parent.parent


def test_a_commit_hash_stays_and_a_key_of_the_same_length_goes():
    digits = random.token_hex(20)
    assert redact(f"commit {digits}") == f"commit {digits}"
    assert redact(f"wandb api key: {digits}") == "wandb api key: [redacted]"


def test_short_values_are_not_taken_for_secrets(monkeypatch):
    monkeypatch.setenv("DEBUG_KEY", "1")
    assert redact("step 1 of 10") == "step 1 of 10"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "metrics.json"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("no space")))
    with pytest.raises(OSError, match="no space"):
        write_whole(path, "new")
    assert [found.name for found in tmp_path.iterdir()] == ["metrics.json"]
    assert path.read_text() == "old"


def test_a_reader_sees_whole_files_only_even_if_the_writer_is_killed(tmp_path):
    path = tmp_path / "metrics.json"
    code = (
        "import sys, json, itertools; from pathlib import Path; from helpers.files import write_whole\n"
        "for i in itertools.count(): write_whole(Path(sys.argv[1]), json.dumps([i] * 20000))"
    )
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=REPOSITORY)
        while not path.exists():
            time.sleep(0.01)
        for _ in range(30):
            assert len(json.loads(path.read_text())) == 20000
        process.kill()
        process.wait()
        assert len(json.loads(path.read_text())) == 20000
