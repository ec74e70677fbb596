"""The folder of a run: the names of its files, which stand here and nowhere else; a new one, a named one, one that is locked."""

import contextlib
import itertools
import os
from pathlib import Path

from helpers import UserError
from helpers.files import check_writable, explain_unwritable
from helpers.files.packages import project_root

RECORD, METRICS, PREDICTIONS, HISTORY = "run.json", "metrics.json", "predictions.jsonl", "log_history.json"


class RunFolder:
    """Know where in a run's folder everything lies."""

    folder: Path

    @property
    def adapter(self) -> Path:
        """Return the folder of the trained adapter."""
        return self.folder / "adapter"

    def predictions_file(self, wider: bool = False) -> Path:
        """Return the file of questions, verdicts and every model's queries; `wider`: with other tables beside the right ones."""
        return self.folder / ("predictions_wider.jsonl" if wider else PREDICTIONS)

    def answers_file(self, name: str, wider: bool = False) -> Path:
        """Return the file in which a model's answers are kept while it is asked."""
        return self.folder / f"answers_{name}{'_wider' * wider}.jsonl"

    def history_file(self, arm: str = "") -> Path:
        """Return the file of the trainer's log; of an arm's, where a run trains several."""
        return self.folder / (f"log_history_{arm}.json" if arm else HISTORY)


@contextlib.contextmanager
def locked(folder: Path):
    """Keep a run's folder to one runner. The lock goes with its process, however that ends, and leaves no file behind.

    Raises:
        UserError: another runner has it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UserError(f"{folder} is being written by another run: wait for it, or stop it first.") from None
        yield
    finally:
        os.close(handle)


def named_folder(output_dir: str) -> Path:
    """Return the folder that `output_dir` names, a relative one from the repository's root. Raise UserError if it cannot be written."""
    with explain_unwritable(f"output_dir {output_dir}"):
        folder = (project_root() / Path(output_dir).expanduser()).resolve()
    check_writable(folder, f"output_dir {output_dir}")
    return folder


def new_folder(parent: Path, name: str) -> Path:
    """Make a folder that did not exist: `name`, or `name-2` if two runs start in the same second."""
    check_writable(parent, str(parent))
    parent.mkdir(parents=True, exist_ok=True)
    for attempt in itertools.count(1):
        folder = parent / (name if attempt == 1 else f"{name}-{attempt}")
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
            return folder.resolve()
