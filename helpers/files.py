"""Files written whole and without secrets: a reader sees the old text or the new one, never half of it and never a token."""

import contextlib
import json
import math
import os
import re
from collections.abc import Iterator
from pathlib import Path

from helpers.errors import UserError
from helpers.hosts import env_file
from helpers.parameters import TOKENS

REDACTED = "[redacted]"
_SECRET_NAME = re.compile(r"(^|_)(TOKEN|KEY|SECRET|PASSWORD)S?(_|$)")
_TOKEN = re.compile(TOKENS)
_KEYED_HEX = re.compile(r"(?i)((?:wandb|api[ _-]?key|secret|password|token\b)[^\n]{0,80}?)\b[0-9a-f]{40}\b")


def secrets() -> set[str]:
    """Return the values that must not be written: secret-looking environment variables and those in `.env`.

    Values shorter than 8 characters are left alone: hiding them would hide half of every file.
    """
    found = {value for name, value in os.environ.items() if _SECRET_NAME.search(name.upper())}
    found |= {value for name, value in env_file().items() if re.search("TOKEN|KEY|SECRET|PASSWORD", name.upper())}
    return {value for value in found if len(value) >= 8}


def redact(text: str, hidden: set[str] | None = None) -> str:
    """Replace every secret value and token-shaped string in a text. A bare commit hash of 40 digits stays."""
    for value in sorted(secrets() if hidden is None else hidden, key=len, reverse=True):
        text = text.replace(value, REDACTED)
    return _KEYED_HEX.sub(rf"\1{REDACTED}", _TOKEN.sub(REDACTED, text))


def to_json(value: object, indent: int | None = None, hidden: set[str] | None = None) -> str:
    """Write strict JSON without secrets, as `plain` makes it. `hidden` saves reading the secrets again for each of many rows."""
    return json.dumps(plain(value, hidden), ensure_ascii=False, allow_nan=False, indent=indent)


def plain(value: object, hidden: set[str] | None = None) -> object:
    """Return nested lists and dicts as strict JSON takes them: every text redacted, NaN and infinity as null, paths as text,
    numpy and torch values as numbers. Images are left alone, and so is a secret split over two texts.

    Raise TypeError for what has no such form.
    """
    hidden = secrets() if hidden is None else hidden
    if isinstance(value, (str, Path)):
        return redact(value if isinstance(value, str) else value.as_posix(), hidden)
    if isinstance(value, dict):
        return {
            redact(str(key), hidden): item if str(key).startswith("image/") else plain(item, hidden)
            for key, item in value.items()
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
def explain_unwritable(place: str) -> Iterator[None]:
    """Turn what the system says about a place that cannot be written into one sentence.

    Raises:
        UserError: it is a file, below a file, read-only, full, or its name is too long or no name.
    """
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # no such user behind ~ is a RuntimeError, a null byte a ValueError
        shown = place if len(place) <= 120 else place[:117] + "..."
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise UserError(f"{shown!r} cannot be written: {reason}. Name another place, one that is writable and has room.") from None


def check_writable(folder: Path, name: str) -> None:
    """Try that files can be made in a folder, which need not exist yet; nothing stays behind.

    Raises:
        UserError: see `explain_unwritable`; `name` is what the message calls the folder.
    """
    made: list[Path] = []
    with explain_unwritable(name):
        try:
            made = [place for place in (folder, *folder.parents) if not place.exists()]
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".{os.getpid()}.tmp"
            made.insert(0, probe)
            probe.write_bytes(bytes(2**16))
        finally:
            for place in made:
                with contextlib.suppress(OSError):
                    place.rmdir() if place.is_dir() else place.unlink()
