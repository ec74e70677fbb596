"""Execute one notebook headlessly: its kernel, its progress on the screen, the signals that stop it, the executed file."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from typing import NamedTuple

from helpers.files import plain, redact, write_whole
from helpers.files.packages import project_root
from helpers.parameters import cells
from helpers.run.console import say, short

LESS_MEMORY = "close what else is open, or lower generation_batch_size, max_length, or batch_size and raise gradient_accumulation as much"
STDERR_LINES = 20  # how much of the cells' stderr is shown when a run fails


class Failure(NamedTuple):
    """Why a notebook stopped: exception, message and the section it was in."""

    name: str
    message: str
    section: str = ""


class Progress:
    """What a person watching sees: a line a section, each line that cells print, without secrets; stderr only if the run fails."""

    def __init__(self, notebook: Path):
        self.total = sum(len(headings(cell)) for cell in cells(notebook))
        self.reached, self.section = 0, ""
        self.stderr: deque[str] = deque(maxlen=STDERR_LINES)
        self._rest = {"stdout": "", "stderr": ""}

    def enter(self, cell: dict) -> None:
        """Note that a cell begins."""
        self.flush()
        for title in headings(cell):
            self.reached, self.section = self.reached + 1, title
            say(f"[{self.reached}/{self.total}] {title}")

    def flush(self) -> None:
        """Show what was printed without a line's end."""
        for name in filter(self._rest.get, self._rest):
            self.text(name, "\n")

    def text(self, name: str, text: str) -> None:
        """Take a piece of a stream, in which lines may begin and end anywhere."""
        *lines, rest = (self._rest[name] + text).split("\n")
        self._rest[name] = rest.rsplit("\r", 1)[-1] if len(rest) > 10_000 else rest
        for line in (redact(line.rstrip("\r").rsplit("\r", 1)[-1]) for line in lines):  # a bar rewrites its line
            if name == "stderr":
                self.stderr.append(line)
            elif line.strip():
                say(f"  {line}")


def headings(cell: dict) -> list[str]:
    """Return the titles of the second level in a markdown cell, leaving out fenced code."""
    text = re.sub(r"```.*?(```|\Z)", "", cell["source"], flags=re.DOTALL) if cell["cell_type"] == "markdown" else ""
    return re.findall(r"^##\s+(.+?)\s*#*$", text, flags=re.MULTILINE)


def execute(notebook: Path, values: dict[str, object], folder: Path) -> Failure | None:
    """Run the cells with these parameters and keep the notebook in `folder` up to date, whole and without secrets. Return why it failed."""
    from papermill import PapermillExecutionError  # here, so that a refusal takes no second
    from papermill.engines import papermill_engines

    progress = Progress(notebook)
    engine = _engine(progress, notebook, folder / notebook.name)
    papermill_engines.register("recorded", engine)
    try:
        with_values(notebook, values, engine_name="recorded", cwd=project_root(), progress_bar=False)
        return None
    except PapermillExecutionError as error:
        name, message = error.ename, error.evalue
    except Exception as error:  # the kernel did not start, or died
        name = type(error).__name__
        message = f"{error} (mostly because memory ran out: {LESS_MEMORY})" if name == "DeadKernelError" else str(error)
    finally:
        progress.flush()
        if unsaved := engine.save():
            say(unsaved)
    if name != "UserError" and progress.stderr:
        print("The last lines of stderr:", *progress.stderr, sep="\n", file=sys.stderr)
    return Failure(name, redact(message), progress.section)


def with_values(notebook: Path, values: dict[str, object], **options):
    """Return papermill's copy of a notebook with its parameters set: executed, or with `prepare_only` not."""
    import papermill

    path = str(notebook).replace("{", "{{").replace("}", "}}")  # papermill fills braces in paths with parameters
    return papermill.execute_notebook(path, None, values, kernel_name="python3", language="python", **options)


def _client(progress: Progress) -> type:
    """Return papermill's client, which reports to `progress`."""
    from jupyter_client.kernelspec import KernelSpecManager
    from papermill.clientwrap import PapermillNotebookClient

    class Client(PapermillNotebookClient):
        manager = None

        def create_kernel_manager(self):
            kernels = KernelSpecManager(kernel_dirs=[])  # of those that are installed none, but the interpreter that runs this
            self.km = self.manager = self.kernel_manager_class(kernel_name="python3", kernel_spec_manager=kernels)
            return self.km

        def papermill_execute_cells(self):
            try:
                super().papermill_execute_cells()
            except BaseException:
                self.shutdown_kernel = "immediate"  # a busy kernel takes seconds to answer a polite request
                self.nb_man.cell_exception(self.cell)  # else papermill marks this cell and the later ones as completed
                raise

        def execute_cell(self, cell, cell_index, **options):
            self.cell = cell
            progress.enter(cell)
            return super().execute_cell(cell, cell_index, **options)

        def process_message(self, msg, cell, cell_index):
            if msg["msg_type"] == "stream":
                progress.text(msg["content"]["name"], msg["content"]["text"])
            return super().process_message(msg, cell, cell_index)

        def set_widgets_metadata(self):
            """Leave widget states out: they are large, and show nothing where an executed notebook is read."""

    return Client


def _engine(progress: Progress, notebook: Path, target: Path) -> type:
    """Return a papermill engine that reports to `progress` and saves to `target`: its own way writes in place, with absolute paths."""
    import nbformat
    from papermill.engines import NBClientEngine

    class Engine(NBClientEngine):
        save = staticmethod(lambda: "")  # nothing to save before the notebook is read

        @classmethod
        def execute_managed_notebook(cls, nb_man, kernel_name, **options):
            def save(**_) -> str:  # why the notebook's file is not up to date
                nb_man.last_save_time = nb_man.now()
                nb_man.nb.metadata.papermill.update(input_path=short(notebook), output_path=target.name)
                try:
                    write_whole(target, nbformat.writes(nbformat.from_dict(plain(nb_man.nb))) + "\n")
                    return ""
                except OSError as error:  # a full disk must not hide what the cell says of it
                    return f"{short(target)} could not be written: {error.strerror}."

            nb_man.save = cls.save = save
            quiet = ["--log-level=ERROR"]  # a kernel warns of TCP on the machine's own loopback
            client = _client(progress)(nb_man, startup_timeout=300, iopub_timeout=120, timeout=None, extra_arguments=quiet)
            try:
                client.execute(stderr=subprocess.DEVNULL)  # the process's own; what cells write to stderr comes as messages
            finally:
                # What the notebook started and left behind, and a kernel that was still starting. On Windows, no group.
                if group := getattr(client.manager and client.manager.provisioner, "pgid", None):
                    with contextlib.suppress(OSError):
                        os.killpg(group, signal.SIGKILL)

    return Engine


@contextlib.contextmanager
def stopping_on_signals():
    """Turn the first Ctrl-C, SIGTERM or hang-up into KeyboardInterrupt(number), the only kind that asyncio lets through."""

    def stop(number, frame):
        for name in before:  # further ones must not interrupt the clean-up
            signal.signal(name, signal.SIG_IGN)
        raise KeyboardInterrupt(number)

    before = {}
    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
        watched = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]  # nohup ignores SIGHUP
        before = {number: signal.signal(number, stop) for number in watched}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
