"""A web page that asks a database, on this machine only: what notebook 08 does. Needs the extra `page` (gradio)."""

from helpers.files.packages import check_command

if __name__ == "__main__":
    check_command("page")  # before anything is imported that a bare Python lacks

import argparse
import contextlib
import io
import os
import socket
import sys
from pathlib import Path

from PIL import Image

from helpers import UserError, command
from helpers.ask.ask import ask
from helpers.ask.database import open_database
from helpers.plots.answer import answer_plot

ADDRESS = "127.0.0.1"  # nobody else's machine can reach it


def respond(databases: dict[str, Path], writer, name: str, question: str, attempts: int = 3) -> tuple:
    """Ask one question and return what the page shows: message (never a traceback), query, table, plot, attempts and tables used."""
    try:
        if name not in databases:
            raise UserError(f"There is no database {name!r} on this page.")
        answer = ask(open_database(databases[name]), writer, question or "", attempts=attempts)
    except UserError as error:
        return str(error), "", None, None, ""
    fig = answer_plot(answer.names, answer.rows, answer.question) if not answer.message else None
    table = answer.table.where(answer.table.notna(), None) if not answer.message else None
    lines = [f"{number}. {tried.how}: {tried.sql}\n   {tried.message or 'ran'}" for number, tried in enumerate(answer.attempts, 1)]
    story = "\n".join([*lines, "", answer.linked.summary()])
    return ". ".join(filter(None, (answer.message or answer.size, answer.note))), answer.sql, table, fig, story


def build_page(databases: dict[str, Path], writer, about: str, attempts: int = 3):
    """Return the Gradio page, not yet started. `about` says which model answers. Raise UserError where gradio is not installed."""
    gradio = _gradio()
    with gradio.Blocks(title="Ask your database", analytics_enabled=False) as page:
        gradio.Markdown("# Ask your database")
        gradio.Textbox(f"Answers come from {about}. Read the query: it may run and still be wrong.", show_label=False, interactive=False)
        name = gradio.Dropdown(list(databases), value=next(iter(databases)), label="Database", elem_id="database")
        question = gradio.Textbox(label="Question", elem_id="question")
        button = gradio.Button("Ask", elem_id="ask")
        message = gradio.Textbox(label="Message", interactive=False, elem_id="message")
        sql = gradio.Textbox(label="Query", interactive=False, elem_id="sql")
        table = gradio.Dataframe(label="Table", interactive=False, elem_id="table", wrap=True)
        plot = gradio.Image(label="Plot", interactive=False, elem_id="plot")
        story = gradio.Textbox(label="Attempts, and what of the schema was asked about", interactive=False, elem_id="story")

        def answer(chosen: str, text: str) -> tuple:
            *texts, fig, told = respond(databases, writer, chosen, text, attempts)
            return *texts, fig and Image.open(io.BytesIO(fig._repr_png_())), told

        for event in (button.click, question.submit):
            event(answer, [name, question], [message, sql, table, plot, story], api_name=False)
    return page


def _gradio():
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when it is imported: nothing is sent anywhere
    try:
        import gradio
    except ImportError:
        raise UserError("The page needs the package gradio. Run `pip install gradio`, or use notebook 08.") from None
    return gradio


def launch(page, port: int = 0, wait: bool = True) -> str:
    """Start a page on this machine only and return its address; see `check_port`. `port` 0 takes a free one of 7860 and up."""
    check_port(port)
    _, address, _ = page.launch(
        server_name=ADDRESS, server_port=port or None, share=False, quiet=True, inbrowser=False, prevent_thread_lock=True, ssr_mode=False
    )
    print(f"the page is at {address}; end it with Ctrl+C", flush=True)
    if wait:
        page.block_thread()
    return address


def check_port(port: int) -> None:
    """Raise UserError where the page cannot have a port: it is none, it is in use, or this user may not open it."""
    advice = "Name another from 1024 to 65535, or leave --port out for a free one."
    if not 0 <= port <= 65535:
        raise UserError(f"--port {port} is no port. {advice}")
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")  # one that was just left counts as free
            probe.bind((ADDRESS, port))
    except OSError as error:
        raise UserError(f"--port {port} cannot be opened: {error.strerror}. {advice}") from None


@command
def main() -> None:
    """Start the page from the command line."""
    parser = argparse.ArgumentParser(prog="python -m helpers.page", description=__doc__)
    parser.add_argument("--database", type=Path, action="append", default=[], help="a SQLite or DuckDB file; may be given several times")
    parser.add_argument("--run", default="", help="a run's folder or the end of its path, or base; without it the newest finished run")
    parser.add_argument("--attempts", type=int, default=3)
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    if given.attempts < 1:
        parser.error(f"--attempts is {given.attempts}: expected at least 1")
    check_port(given.port)
    with contextlib.suppress(KeyboardInterrupt):
        for path in given.database:
            open_database(path)  # what is wrong with a file is said before a model is loaded
        _gradio()  # and that it is missing, too
        from helpers.ask.model import load_writer
        from helpers.practice.build import practice_database
        from helpers.practice.catalog import HELD_OUT_DATABASES

        databases = {str(path): path for path in given.database}
        if not databases:
            databases = {f"practice: {name}": Path(practice_database(name)["database"]) for name in HELD_OUT_DATABASES}
        writer = load_writer(given.run)
        launch(build_page(databases, writer, writer.name, given.attempts), given.port)


if __name__ == "__main__":
    sys.exit(main())
