"""Files: written whole whatever happens, and what counts as a secret in them."""

import base64
import json
import os
import re
import secrets as random
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import UserError, command
from helpers.files import csv_rows, folder_whole, json_rows, lines, read_lines, read_text, redact, to_json, write_whole
from helpers.files.packages import env_file
from helpers.runs import Run, read_run

pytestmark = pytest.mark.once

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("text", ["~nouser/x", "x" * 300, "a\0b"])
def test_a_text_that_can_be_no_path_is_one_sentence_wherever_a_path_is_asked_for(text):
    """Each of these was a traceback of its own kind: RuntimeError, OSError, ValueError."""
    from helpers.comparison.results import read_results
    from helpers.data.sources import find_source
    from helpers.data.spider import SpiderFiles
    from helpers.models.hub import locate_model
    from helpers.runs import find_run

    find_file = lambda name: find_source(f"{name}.csv")  # noqa: E731
    for name, ask in {
        "model_id": locate_model, "dataset_id": find_file, "spider_dir": SpiderFiles, "runs_dir": read_results, "run": find_run,
    }.items():  # fmt: skip
        with pytest.raises(UserError, match=f"^{name} .* cannot be looked for: .+ Check how it is written") as caught:
            ask(text)
        assert "\n" not in str(caught.value) and len(str(caught.value)) < 300


def test_a_commit_hash_stays_and_a_key_of_the_same_length_goes():
    digits = random.token_hex(20)
    assert redact(f"commit {digits}") == f"commit {digits}"
    assert redact(f"wandb api key: {digits}") == "wandb api key: [redacted]"


def test_short_values_are_not_taken_for_secrets(monkeypatch):
    monkeypatch.setenv("DEBUG_KEY", "1")
    assert redact("step 1 of 10") == "step 1 of 10"


@pytest.mark.parametrize("name", "MYTOKEN PASSWD PGPASS A_PAT DB_PWD GCP_CREDENTIALS AUTH_JWT ACCESS_CODE SSH_PASSPHRASE API_KEY2".split())
@pytest.mark.parametrize("value", ["pa5s!", "s3cr3t", 'a "quoted" / key+%', "Zürich-4711-geheim", "correcthorsebatterystaple"])
def test_a_secret_is_hidden_in_every_usual_form_by_the_name_of_its_variable(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    forms = [value, urllib.parse.quote(value, safe=""), urllib.parse.quote_plus(value),
             re.sub("%..", lambda code: code[0].lower(), urllib.parse.quote(value)),
             json.dumps(value), json.dumps(value, ensure_ascii=False), repr(value), base64.b64encode(value.encode()).decode()]  # fmt: skip
    forms += [base64.b64encode(f"{user}:{value}".encode()).decode() for user in ("ann", "anna", "annab")] if len(value) > 5 else []
    for form in forms:
        shown = redact(f"?key={form}&x=1 and {form}")
        assert "[redacted]" in shown
        assert form.strip("\"'=") not in shown
    assert value not in to_json({"text": f"it is {value}!", "list": [value]})


def test_the_password_in_an_address_is_hidden_and_what_env_file_holds_too(monkeypatch, tmp_path):
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    (tmp_path / ".env").write_text("PGPASS=abc12\nUSER_NAME=ann\n")
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:p%40ss1@db.example.org:5432/shop")
    monkeypatch.setenv("ODBC", "Server=db;Uid=ann;Pwd=odbc77;")
    assert redact("ann p@ss1 p%40ss1 abc12 odbc77") == "ann [redacted] [redacted] [redacted] [redacted]"
    assert redact("mysql://bob:other1@host/x") == "mysql://bob:[redacted]@host/x"


@pytest.mark.parametrize("content", [
    line.encode() for line in (
        "WANDB_API_KEY=abc#12 # mine", 'WANDB_API_KEY = "abc#12" # mine', "\ufeffWANDB_API_KEY=abc#12\r\n", "export\tWANDB_API_KEY=abc#12",
        "WANDB_API_KEY=abc#12", "export\tWANDB_API_KEY='abc#12'\r", "set WANDB_API_KEY='abc#12'\t# it's mine", "WANDB_API_KEY=“abc#12”",
        "WANDB_API_KEY=\u200babc#12\u200b",
        "=nameless\n#WANDB=x\nWANDB= # none\nWANDB_API_KEY=abc#12",
    )
])  # fmt: skip
def test_a_secret_of_the_env_file_is_found_however_its_line_is_written(monkeypatch, tmp_path, content):
    """A comment stayed in the value, which then failed and was written into records."""
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    (tmp_path / ".env").write_bytes(content)
    assert env_file() == {"WANDB_API_KEY": "abc#12"}
    assert redact("it is abc#12") == "it is [redacted]"


@pytest.mark.parametrize("content", ["HF_TOKEN=x".encode("utf-16"), b"HF_TOKEN=x\0y\n", b"HF_TOKEN=\xe9\n"])
def test_an_env_file_that_is_no_text_is_one_sentence(monkeypatch, tmp_path, content):
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(UserError, match=r"\.env .*[Ss]ave it as UTF-8"):
        env_file()


@pytest.mark.parametrize("token", [
    "hf_" + "aB3" * 11, "sk-" + "a1b2" * 8, "github_pat_" + "11A" * 12, "ghp_" + "x1Y" * 12, "sk-proj-" + "aB3_" * 10, "AKIA" + "J3X7" * 4,
])  # fmt: skip
def test_a_string_in_the_form_of_a_token_is_hidden_whatever_its_name(token):
    assert redact(f'say {token}, and "{token}"') == 'say [redacted], and "[redacted]"'


def test_a_key_of_forty_digits_is_hidden_where_it_is_called_one():
    digits = random.token_hex(20)
    assert redact(f"key={digits} 'key': '{digits}'") == "key=[redacted] 'key': '[redacted]'"


def test_ordinary_texts_variables_and_numbers_are_no_secrets(monkeypatch):
    text = (
        "the table 4096 is false, /home/ann/key.pem; sk-learn-compatible-estimators and a task-list-of-many-small-things; "
        "WHERE password='x' AND token = 'y'; https://example.org:80/a@b\ncommit " + "0af1" * 10
    )
    harmless = {
        "TOKENIZERS_PARALLELISM": "false", "MAX_TOKENS": "4096", "SSH_KEY_PATH": "/home/ann/key.pem", "DEBUG_KEY": "1",
        "SORT_KEY": "commit",
        "KEYBOARD": "table", "COMPATIBLE": "table", "PATH_X": "commit", "API_KEY": "", "USE_TOKEN": "True",
    }  # fmt: skip
    for name, value in harmless.items():
        monkeypatch.setenv(name, value)
    assert redact(text) == text
    monkeypatch.setenv("PASSWORD", "list")
    assert redact("a list of listings") == "a [redacted] of listings", "a secret that is a word is hidden as a word only"


TEXTS = st.text(st.characters() | st.sampled_from("\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e\r\n\t\0\ud800\udfff\"',;"), max_size=30)


@settings(deadline=None)
@given(st.lists(st.dictionaries(TEXTS, TEXTS, max_size=3), max_size=5))
def test_whatever_is_written_as_lines_of_json_is_read_back(tmp_path_factory, rows):
    """A U+2028 in a query once cut its line in two: the run could not read its own predictions."""
    path = tmp_path_factory.mktemp("lines") / "predictions.jsonl"
    write_whole(path, "".join(to_json(row) + "\n" for row in rows))
    whole = json.loads(json.dumps(rows))  # two halves that meet are one character
    assert read_lines(path) == whole == [row for _, row in json_rows(path)]
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == whole, "also by readers that split elsewhere"


@settings(deadline=None)
@given(st.lists(st.dictionaries(TEXTS, TEXTS, max_size=3), max_size=5))
def test_whatever_a_run_writes_its_readers_read(tmp_path_factory, rows):
    run, whole = Run(tmp_path_factory.mktemp("run"), {}), json.loads(json.dumps(rows))
    assert read_lines(run.write_lines("predictions.jsonl", rows)) == whole
    run.write_json("metrics.json", {"rows": rows})
    assert read_run(run.folder).metrics == json.loads((run.folder / "metrics.json").read_text()) == {"rows": whole}


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_answers_that_were_written_are_not_asked_again(tmp_path_factory, pairs):
    from helpers.evaluation import generation

    file = tmp_path_factory.mktemp("answers") / "answers_base.jsonl"
    prompts, answers = ([json.loads(json.dumps(text)) for text in texts] for texts in zip(*pairs or [("", "")], strict=True))
    done = {n: [generation.Generation(text, n, False)] for n, text in enumerate(answers)}
    generation._append(file, prompts, done, "model")
    assert generation._read_done(file, prompts, "model") == done


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@settings(deadline=None)
@given(rows=st.lists(st.tuples(*[TEXTS.map(lambda text: text.encode(errors="replace").decode().replace("\0", ""))] * 2), max_size=4))
def test_whatever_is_written_as_csv_is_read_back_with_its_line(tmp_path_factory, delimiter, rows):
    import csv

    path = tmp_path_factory.mktemp("csv") / "own.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("question", "sql"), *rows])
    kept = [{"question": one, "sql": other} for one, other in rows if one.strip() or other.strip()]
    assert [row for _, row in csv_rows(path)] == kept


def test_the_mark_that_separates_is_the_one_that_gives_a_row_as_many_cells_as_the_header(tmp_path):
    (tmp_path / "own.csv").write_text('question;schema, with all tables, columns;sql\nq, r;"CREATE TABLE t (a, b)";SELECT a, b\n')
    assert [*csv_rows(tmp_path / "own.csv")[0][1]] == ["question", "schema, with all tables, columns", "sql"]


def test_lines_end_at_line_feeds_and_nowhere_else():
    assert lines("a\u2028b\x0bc\x1c\x85d\ne\n") == ["a\u2028b\x0bc\x1c\x85d", "e"]
    assert lines("") == [] and lines("\n\n") == ["", ""]


def test_a_csv_row_is_named_by_the_line_where_it_begins(tmp_path):
    (tmp_path / "own.csv").write_text('\nquestion,sql\n"a\nb",SELECT 1\n\nc,SELECT 2\n')
    assert [line for line, _ in csv_rows(tmp_path / "own.csv")] == [3, 6]


@pytest.mark.parametrize(("content", "words"), [
    (b"\xff\xfea\0", "it is UTF-16"), ("question".encode("utf-16-le") * 9, "it is UTF-16"), (b"\x1f\x8b\x08", "compressed by gzip"),
    ("\ufeffa".encode("utf-32-le"), "it is UTF-32"), ("\ufeffa".encode("utf-32-be"), "it is UTF-32"), (b"\xd0\xcf\x11\xe0", ".xls file"),
    (b"BZh9", "by bzip2"), (b"\xfd7zXZ\0", "by xz"), (b"\x28\xb5\x2f\xfd", "by zstd"), (b"7z\xbc\xaf", "7z archive"),
    (b"PK\x03\x04", "zip archive"), (b"SQLite format 3\0", "SQLite database"), (b"a\nb\xe4", "not UTF-8 at byte 3, in line 2"),
])  # fmt: skip
def test_what_is_no_text_is_called_what_it_is(tmp_path, content, words):
    (tmp_path / "own.csv").write_bytes(content)
    with pytest.raises(UserError, match=words):
        read_text(tmp_path / "own.csv")


def test_a_folder_and_a_pipe_are_no_text_files(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    for path, words in ((tmp_path, "is a folder"), (tmp_path / "pipe.csv", "no regular file"), (tmp_path / "none", "cannot be opened")):
        with pytest.raises(UserError, match=words):
            read_text(path)


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


def test_a_folder_appears_when_it_is_whole_and_an_error_leaves_the_old_one_and_nothing_else(tmp_path):
    folder = tmp_path / "deep" / "made"
    with folder_whole(folder) as unfinished:
        (unfinished / "a").write_text("first")
        assert not folder.exists()
    assert (folder / "a").read_text() == "first" and folder.stat().st_mode & 0o777 == 0o755
    with pytest.raises(RuntimeError), folder_whole(folder) as unfinished:
        (unfinished / "a").write_text("half")
        raise RuntimeError
    assert (folder / "a").read_text() == "first" and [place.name for place in folder.parent.iterdir()] == ["made"]


def test_where_another_process_was_faster_its_folder_stays(tmp_path):
    folder = tmp_path / "made"
    with folder_whole(folder) as unfinished:
        (unfinished / "a").write_text("ours")
        folder.mkdir(exist_ok=True)
        (folder / "a").write_text("theirs")
    assert (folder / "a").read_text() == "theirs" and [place.name for place in tmp_path.iterdir()] == ["made"]


def test_a_command_ends_with_one_sentence_and_code_2_where_the_user_can_put_it_right(capsys):
    @command
    def main(kind):
        if kind:
            raise kind("Name another file.")

    assert (main(None), main(UserError)) == (0, 2)
    assert capsys.readouterr().err == "Name another file.\n"
    with pytest.raises(ValueError, match="another"):
        main(ValueError)
