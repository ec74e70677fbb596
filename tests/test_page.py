"""The page, in a real headless browser where there is one: a question typed, a table seen, hostile queries refused."""

import hashlib
import shutil
import socket
import sqlite3
from contextlib import closing

import pytest

from helpers import UserError
from helpers.ask.ask import Dictated
from helpers.page import ADDRESS, build_page, check_port, launch, main, respond

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HOSTILE = {
    "drop": "DROP TABLE singer",
    "attach": "ATTACH DATABASE 'other.db' AS other",
    "read": "SELECT * FROM read_text('x')",
    "copy": "COPY singer TO 'out.csv'",
    "cross": "SELECT * FROM singer a, singer b",
}


class ByQuestion(Dictated):
    """Answer each question with the query that the test gives it."""

    def answer(self, prompt):
        question = prompt.rpartition("\n")[2] if "-- " not in prompt else ""
        return {**HOSTILE, "ages": "SELECT name, age FROM singer LIMIT 3"}.get(question, "SELECT nothing FROM nowhere")


@pytest.fixture
def singers(tmp_path):
    path = tmp_path / "singers.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE singer (id INTEGER PRIMARY KEY, name TEXT, age INTEGER)")
        connection.executemany("INSERT INTO singer VALUES (?, ?, ?)", [(i, f"Singer{i}", 20 + i % 50) for i in range(1000)])
        connection.commit()
    return path


def test_what_the_page_shows_is_what_asking_returns(singers):
    message, sql, table, fig, story = respond({"singers": singers}, ByQuestion([""]), "singers", "ages")
    assert message == "3 rows"
    assert sql.startswith("SELECT name")
    assert table["name"].tolist() == ["Singer0", "Singer1", "Singer2"]
    assert fig is not None
    assert "the whole schema fits" in story


def test_what_goes_wrong_is_a_message_on_the_page(singers, tmp_path):
    databases = {"singers": singers, "gone": tmp_path / "gone.db"}
    assert "no question" in respond(databases, ByQuestion([""]), "singers", "")[0]
    assert "There is no file" in respond(databases, ByQuestion([""]), "gone", "ages")[0]
    assert "no database" in respond(databases, ByQuestion([""]), "elsewhere", "ages")[0]


def test_without_gradio_one_sentence_says_what_to_install(singers, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "gradio", None)
    with pytest.raises(UserError, match="pip install gradio"):
        build_page({"singers": singers}, ByQuestion([""]), "a test")
    monkeypatch.setattr("helpers.ask.model.load_writer", lambda *_: pytest.fail("a model is loaded first"))
    monkeypatch.setattr("sys.argv", ["page", "--database", str(singers)])
    with pytest.raises(UserError, match="pip install gradio"):
        main.__wrapped__()


def test_a_port_that_cannot_be_had_is_one_sentence_before_a_model_is_loaded(singers, monkeypatch):
    """A port in use ended in a traceback of gradio's, after the model had been loaded."""
    monkeypatch.setattr("helpers.ask.model.load_writer", lambda *_: pytest.fail("a model is loaded first"))
    with socket.socket() as taken:
        taken.bind((ADDRESS, 0))
        taken.listen()
        for port, words in ((taken.getsockname()[1], "cannot be opened"), (70_000, "is no port"), (-1, "is no port")):
            monkeypatch.setattr("sys.argv", ["page", "--database", str(singers), "--port", str(port)])
            with pytest.raises(UserError, match=f"--port {port} {words}.*leave --port out"):
                main.__wrapped__()
    check_port(0)


@pytest.mark.long
def test_in_a_browser_a_question_is_typed_a_table_seen_and_hostile_queries_are_refused(singers):
    pytest.importorskip("gradio")
    playwright = pytest.importorskip("playwright.sync_api")
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        pytest.skip(f"no browser here: none of {', '.join(BROWSERS)}")
    before = hashlib.sha256(singers.read_bytes()).hexdigest()
    page = build_page({"singers": singers}, ByQuestion([""]), "a test")
    address = launch(page, wait=False)
    assert address.startswith("http://127.0.0.1:")
    outside = []
    try:
        with playwright.sync_playwright() as started:
            browser = started.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
            tab = browser.new_page()
            tab.set_default_timeout(120_000)
            tab.on("request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url else None)
            tab.route(lambda url: "127.0.0.1" not in url and not url.startswith(("data:", "blob:")), lambda route: route.abort())
            tab.goto(address)
            tab.fill("#question textarea", "ages")
            tab.click("#ask")
            tab.wait_for_function("document.querySelector('#message textarea').value == '3 rows'")
            tab.wait_for_selector("#table >> text=Singer2")
            tab.wait_for_selector("#plot img")
            assert "SELECT name, age" in tab.input_value("#sql textarea")
            shown = "3 rows"
            for question in HOSTILE:
                tab.fill("#question textarea", question)
                tab.click("#ask")
                tab.wait_for_function("old => document.querySelector('#message textarea').value != old", arg=shown)
                shown = tab.input_value("#message textarea")
                assert "\n" not in shown
                assert "Traceback" not in shown
                assert any(word in shown for word in ("nothing was changed", "not allowed", "too large", "no such table", "There is no")), (
                    shown
                )
                assert "Singer2" not in tab.inner_text("#table")
            browser.close()
    finally:
        page.close()
    assert hashlib.sha256(singers.read_bytes()).hexdigest() == before
    assert [file.name for file in singers.parent.iterdir()] == ["singers.sqlite"]
    assert not outside, "the page asks nobody else for fonts, scripts or news"
