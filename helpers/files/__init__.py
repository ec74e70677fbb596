"""Files written whole and without secrets (`redaction`), and read by lines that end at a line feed and nowhere else (`reading`).

A reader sees the old text of a file or the new one, never half of it and never a token.
"""

import contextlib
import errno
import json
import math
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers import UserError
from helpers.files.reading import as_dict, csv_rows, is_number, json_rows, lines, read_json, read_lines, read_text
from helpers.files.redaction import REDACTED, TOKENS, redact, secrets

__all__ = [
    "REDACTED", "TOKENS", "as_dict", "csv_rows", "is_number", "json_rows", "lines", "read_json", "read_lines", "read_text", "redact",
    "secrets",
]  # fmt: skip
_MARKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")  # line ends for other readers, and halves of characters that UTF-8 lacks


def to_json(value: object, indent: int | None = None, hidden: frozenset[str] | None = None) -> str:
    """Write strict JSON without secrets, as `plain` makes it. `hidden` saves reading the secrets again for each of many rows."""
    return json_text(plain(value, hidden), indent=indent)


def json_text(value: object, **options) -> str:
    """Write strict JSON that any reader splits into the same lines, and that UTF-8 can hold whatever the texts are."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, **options)
    return _MARKS.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def plain(value: object, hidden: frozenset[str] | None = None) -> object:
    """Return nested lists and dicts as strict JSON takes them: every text redacted, NaN and infinity as null, paths as text,
    numpy and torch values as numbers. Images are left alone, and so is a secret split over two texts. Raise TypeError for the rest.
    """
    hidden = secrets() if hidden is None else hidden
    if isinstance(value, (str, Path)):
        return redact(value if isinstance(value, str) else value.as_posix(), hidden)
    if isinstance(value, dict):
        return {
            key if re.fullmatch("[a-z_]+", key) else redact(key, hidden): item if key.startswith("image/") else plain(item, hidden)
            for key, item in zip(map(str, value), value.values(), strict=True)
        }
    if isinstance(value, (list, tuple)):
        return [plain(item, hidden) for item in value]
    if isinstance(value, float):  # also numpy.float64, which is one
        return float(value) if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int)):
        return value
    if hasattr(value, "tolist"):  # numpy and torch
        return plain(value.tolist(), hidden)
    raise TypeError(f"{type(value).__name__} has no form in JSON: {value!r}")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that a reader, or a kill at any moment, finds it whole: temporary file, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def folder_whole(folder: Path) -> Iterator[Path]:
    """Give a folder to fill that becomes `folder` when it is whole, unless another process was faster; after an error nothing stays."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent, ignore_cleanup_errors=True) as made:
        yield Path(made)
        os.chmod(made, 0o755)  # a temporary folder is private
        try:
            os.rename(made, folder)
        except OSError:
            if not folder.exists():
                raise


def path_of(text: str, name: str) -> Path:
    """Return the path that a text names, `~` as the home folder. Raise UserError, calling it `name`, where the system cannot even look."""
    try:
        path = Path(text).expanduser()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.stat()
        return path
    except (OSError, ValueError, RuntimeError) as error:
        raise UserError(f"{name} {cut(text)!r} cannot be looked for: {_reason(error)}. Check how it is written.") from None


def beside(file: Path, name: str) -> str:
    """Return the path that a file gives, counted from its own folder. One that was written on Windows is tried with slashes too."""
    places = [os.path.join(os.path.abspath(file.parent), os.path.expanduser(text)) for text in (name, name.replace("\\", "/"))]
    return next(filter(os.path.exists, places), places[0])


def cut(text: str, most: int = 120) -> str:
    """Return a text of at most so many characters; where it was longer, dots say so."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _reason(error: Exception) -> str:
    """Say what the system says; no such user behind ~ is a RuntimeError, a null byte a ValueError."""
    return ((isinstance(error, OSError) and error.strerror) or str(error)).rstrip(".")


@contextlib.contextmanager
def explain_unwritable(place: str) -> Iterator[None]:
    """Turn what the system says about a place that cannot be written into one sentence, a UserError."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        shown, reason = cut(place), _reason(error)
        raise UserError(f"{shown!r} cannot be written: {reason}. Name another place, one that is writable and has room.") from None


def check_target(path: str, inputs: Iterable[str | None]) -> None:
    """Try that a file can be written at a path. Raise UserError as `explain_unwritable` does, or where it is one of the inputs."""
    for name in filter(None, inputs):
        if os.path.exists(path) and os.path.exists(name) and os.path.samefile(name, path):
            raise UserError(f"{cut(path)!r} is the input {cut(name)} and would be overwritten. Name another file.")
    with explain_unwritable(path), contextlib.suppress(FileNotFoundError):
        if stat.S_ISDIR(os.stat(path).st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    check_writable(Path(path).absolute().parent, path)


def check_writable(folder: Path, name: str) -> None:
    """Try that files can be made in a folder, which need not exist yet, as `explain_unwritable` does; the message calls it `name`."""
    with explain_unwritable(name):
        made = [place for place in (folder, *folder.parents) if not place.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(prefix=".", dir=folder) as probe:
                probe.write(bytes(2**16))
        finally:
            for place in made:
                with contextlib.suppress(OSError):
                    place.rmdir()
