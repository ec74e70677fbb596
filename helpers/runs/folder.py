"""The folder of a run: the names of its files, which stand here and nowhere else; a new one, a named one, one that is locked."""

import contextlib
import fnmatch
import itertools
import os
from pathlib import Path

from helpers import UserError
from helpers.files import as_dict, check_writable, explain_unwritable, read_json
from helpers.files.packages import project_root
from helpers.parameters.notebook import notebooks

RECORD, METRICS, PREDICTIONS, HISTORY = "run.json", "metrics.json", "predictions.jsonl", "log_history.json"
PARTS = ("figures", "helpers", "notebooks", "tests")  # the folders of the repository


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
    """Keep a run's folder to one runner, until its process ends; no file stays behind. Raise UserError where another runner has it."""
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


def named_folder(output_dir: str, *allowed: str) -> Path:
    """Return the folder that `output_dir` names, a relative one from the repository's root.

    Raise UserError where it cannot be written, is the repository's own, lies in another run's, or holds files and no run: hidden
    files count for nothing, nor do names that match `allowed`.
    """
    if "://" in output_dir or output_dir.startswith("$"):
        raise UserError(f"output_dir {output_dir} is no folder of this machine. Runs are written here; CHECKPOINT_COPY copies checkpoints.")
    with explain_unwritable(f"output_dir {output_dir}"):
        folder = (project_root() / Path(output_dir).expanduser()).resolve()
    check_writable(folder, f"output_dir {output_dir}")
    if reason := _why_not(folder, allowed):
        raise UserError(f"output_dir {output_dir} {reason}. Name a new folder, such as runs/mine, or leave it empty for one below runs/.")
    return folder


def _why_not(folder: Path, allowed: tuple[str, ...]) -> str:
    """Say why a folder cannot be a run's, or "" where it can."""
    root = project_root()
    runs, first = (root / "runs").resolve(), folder.relative_to(root).parts[:1] if folder.is_relative_to(root) else ()
    several = folder == runs or (folder.parent == runs and folder.name in notebooks())
    if root.is_relative_to(folder) or several or {*first} & {*PARTS} or "".join(first).startswith("."):
        return "is or holds a folder of the repository itself, or is one for several runs"
    if _holds_run(folder):
        return ""
    found = [path.name for path in sorted(folder.glob("*")) if not path.name.startswith(".")]
    if others := [name for name in found if not any(fnmatch.fnmatchcase(name, pattern) for pattern in allowed)]:
        return f"holds files that are no run of this project's ({others[0]}{', ...' if others[1:] else ''})"
    outer = next((place for place in folder.parents if not root.is_relative_to(place) and _holds_run(place)), None)
    return f"lies inside the run {outer}" if outer else ""


def _holds_run(folder: Path) -> bool:
    """Tell whether a folder has the record of a run: another program's run.json names no notebook."""
    return "stem" in as_dict(read_json(folder / RECORD))


def new_folder(stem: str, name: str) -> Path:
    """Make a folder for a run of a notebook that did not exist: `name`, or `name-2` if two runs start in the same second."""
    parent = project_root() / "runs" / stem
    check_writable(parent, str(parent))
    parent.mkdir(parents=True, exist_ok=True)
    for attempt in itertools.count(1):
        folder = parent / (name if attempt == 1 else f"{name}-{attempt}")
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
            return folder.resolve()
