"""Files written whole and without secrets, and read by lines that end at a line feed and nowhere else.

A reader sees the old text of a file or the new one, never half of it and never a token.
"""

import base64
import contextlib
import csv
import functools
import html
import io
import itertools
import json
import math
import os
import re
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

from helpers import UserError
from helpers.hosts import env_file

REDACTED = "[redacted]"
_SECRET_NAME = re.compile(
    r"(?!.*(?:FILE|PATH|DIR|SOCK)$).*(?:TOKEN(?!IZ)|SECRET|CREDENTIAL|AUTHORIZATION|PASSW|PASSPHRASE|(?<!BY)PASS(?:_|$)"
    r"|(?:_PWD?|KEYS?|(?:^|_)PATS?)(?:[_\d]|$))"
)
TOKENS = (
    r"(?<![A-Za-z0-9])(?:hf_[A-Za-z0-9]{20,}|api_org_[A-Za-z0-9]{20,}|wandb_v\d+_\w{20,}"  # Hugging Face, newer Weights & Biases
    r"|github_pat_\w{20,}|gh[pousr]_[A-Za-z0-9]{20,}|glpat-[\w-]{20,}|(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])"  # GitHub, GitLab, AWS
    r"|sk-(?:(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[A-Z])[\w-]{20,}|(?=\w{0,200}\d)\w{20,})"  # OpenAI and others
    r"|AIza[\w-]{35}|xox[abprs]-[\w-]{10,})"  # Google, Slack
)
_TOKEN = re.compile(TOKENS)
_HEX = re.compile(r"\b[0-9a-f]{40}\b")  # a commit, or an older key of Weights & Biases: what stands before it tells
_KEY_BEFORE = re.compile(r"(?i)(?:(?:wandb|api[ _-]?key|secret|password|token\b)[^\n]{0,80}|\bkey[\"']?\s?[=:]\s?[\"']?)\Z")
_URL_PASSWORD = re.compile(r"(://[^\s/:@]{0,100}:)([^\s/@\"'<>`]{1,200})(?=@)")
_BETWEEN = re.compile(r"[\s,\[\]]*")
_NO_SECRETS = {"true", "false", "none", "null", "auto", "default"}
_MARKS = re.compile("[\x85\u2028\u2029\ud800-\udfff]")  # line ends for other readers, and halves of characters that UTF-8 lacks
_STARTS = {
    b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x1f\x8b": "compressed by gzip", b"PK\x03\x04": "a zip archive, as .xlsx files are",
    b"PAR1": "a Parquet file", b"SQLite format 3": "a SQLite database",
}  # fmt: skip


def secrets() -> frozenset[str]:
    """Return the values that must not be written: what environment variables and `.env` hold under names such as TOKEN or PASSWD.

    Passwords inside the addresses of databases are among them. A flag, a number below 100,000, or a short word that is called a
    key and no password, is no secret.
    """
    variables, found = [*os.environ.items(), *env_file().items()], set()
    for name, value in variables:
        if _SECRET_NAME.match(name.upper()) and (len(value) >= 8 or not value.isalpha() or re.search("(?i)PASS|PW|SECRET|CRED", name)):
            found.add(value.strip())
        found |= {form for word in _URL_PASSWORD.findall(value) for form in (word[1], urllib.parse.unquote(word[1]))}
        found |= set(re.findall(r"(?i)\b(?:password|passwd|pwd)=([^;&\s]+)", value))
    return frozenset(v for v in found if len(v) >= 4 and v.lower() not in _NO_SECRETS and not (v.isdecimal() and len(v) < 6))


def redact(text: str, hidden: frozenset[str] | None = None) -> str:
    """Replace every secret value, as it is or encoded, and every string in the form of a token. A bare commit hash stays."""
    for form, pattern in _forms(secrets() if hidden is None else frozenset(hidden)):
        text = pattern.sub(REDACTED, text) if form in text else text
    text = _URL_PASSWORD.sub(rf"\1{REDACTED}", _TOKEN.sub(REDACTED, text))
    return _HEX.sub(lambda hex: REDACTED if _KEY_BEFORE.search(text[max(0, hex.start() - 100) : hex.start()]) else hex[0], text)


@functools.lru_cache(maxsize=8)
def _forms(hidden: frozenset[str]) -> list[tuple[str, re.Pattern]]:
    """Return secrets in all their encodings, the longest first, and what finds them: a short one, or a word, as a whole word only."""
    found = []
    for form in sorted({form for value in hidden for form in _encoded(value)}, key=len, reverse=True):
        word = len(form) < 6 or (form in hidden and (form.isalpha() or form.isdecimal()))
        found.append((form, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)" if word else re.escape(form))))
    return found


def _encoded(value: str) -> set[str]:
    """Return a secret as it is, percent-encoded, escaped for JSON, Python and HTML, and in base64 at each of its three offsets."""
    percent = {urllib.parse.quote(value, safe="", errors="replace"), urllib.parse.quote(value, errors="replace")}
    percent |= {form.replace("%20", "+") for form in percent}
    percent |= {re.sub("%..", lambda code: code[0].lower(), form) for form in percent}
    escaped = {json.dumps(value, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)}
    escaped |= {json.dumps(form)[1:-1] for form in escaped} | {repr(value)[1:-1], html.escape(value), html.escape(value, quote=False)}
    raw, inside = value.encode(errors="replace"), set()
    for skipped in range(3 if len(raw) >= 6 else 1):
        text = base64.b64encode(bytes(skipped) + raw)[(0, 2, 3)[skipped] : (skipped + len(raw)) * 8 // 6].decode()
        inside |= {text, text.replace("+", "-").replace("/", "_")}
    return {value, *percent, *escaped, *inside}


def to_json(value: object, indent: int | None = None, hidden: frozenset[str] | None = None) -> str:
    """Write strict JSON without secrets, as `plain` makes it. `hidden` saves reading the secrets again for each of many rows."""
    return json_text(plain(value, hidden), indent=indent)


def json_text(value: object, **options) -> str:
    """Write strict JSON that any reader splits into the same lines, and that UTF-8 can hold whatever the texts are."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, **options)
    return _MARKS.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def plain(value: object, hidden: frozenset[str] | None = None) -> object:
    """Return nested lists and dicts as strict JSON takes them: every text redacted, NaN and infinity as null, paths as text,
    numpy and torch values as numbers. Images are left alone, and so is a secret split over two texts.

    Raise TypeError for what has no such form.
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


def read_text(path: Path | str) -> str:
    """Return a file's text with its line ends as they are, without the mark (BOM) that Excel puts first.

    Raises:
        UserError: no file that can be opened, or no UTF-8 text; the message says what it is instead.
    """
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            raise UserError(f"{path} is {'a folder' if path.is_dir() else 'no regular file'}. Give the path of a text file.")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be opened: {getattr(error, 'strerror', error)}. Check the path.") from None
    kind = next((kind for start, kind in _STARTS.items() if content.startswith(start)), "")
    if not kind and 4 * content[:400].count(0) > len(content[:400]):
        kind = "UTF-16"
    if kind:
        raise UserError(f"{path} is not UTF-8 text at byte 0: it is {kind}. Unpack it, or save it as UTF-8 text (in Excel: CSV UTF-8).")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UserError(f"{path} is not UTF-8 at byte {error.start:,}, in line {line:,}. Save it as UTF-8.") from None


def lines(text: str) -> list[str]:
    """Split a text at line feeds and nowhere else; one at its end starts no further line.

    `str.splitlines` also splits at U+2028 and nine other marks, which stand inside people's texts.
    """
    return text.removesuffix("\n").split("\n") if text else []


def read_lines(path: Path) -> list:
    """Return the values of a file that `to_json` wrote one a line. Raise OSError or ValueError where it cannot be read."""
    return [json.loads(line) for line in lines(path.read_text(encoding="utf-8"))]


def json_rows(path: Path | str) -> list[tuple[int, dict]]:
    """Return (line, object) of a file of JSON objects: one a line, each over several lines, or all in one array.

    Raises:
        UserError: see `read_text`; what is not JSON, or no object, is named by its line.
    """
    text, found, fault = read_text(path), [], None
    for number, line in enumerate(lines(text), 1):
        if line.strip("[], \t\r"):
            try:
                found.append((number, json.loads(line.strip().rstrip(","))))
            except (ValueError, RecursionError) as error:
                fault = _not_json(path, number, error)
                break
    if fault:
        try:
            found = list(_spread_values(text))
        except (ValueError, RecursionError) as error:
            spread = not found and re.match(r"\s*(\[|\{\s*\n)", text)  # no row a line: the parser knows where it breaks
            raise (_not_json(path, getattr(error, "lineno", 1), error) if spread else fault) from None
    if text.lstrip()[:1] == "[" and text.rstrip()[-1:] != "]":
        raise UserError(f"{path} begins as a JSON array and does not end as one: it was cut off. Fetch or write it again.")
    if len(found) == 1 and isinstance(found[0][1], list):
        found = [(found[0][0], row) for row in found[0][1]]
    for number, row in found:
        if not isinstance(row, dict):
            raise UserError(f"Line {number:,} of {path} is not an object with fields.")
    return found


def _spread_values(text: str) -> Iterator[tuple[int, object]]:
    """Yield (line, value) of JSON values wherever they begin; brackets and commas between them count as blanks."""
    decoder, line, last, at = json.JSONDecoder(), 1, 0, 0
    while (at := _BETWEEN.match(text, at).end()) < len(text):
        line, last = line + text.count("\n", last, at), at
        value, at = decoder.raw_decode(text, at)
        yield line, value


def _not_json(path: Path | str, line: int, error: Exception) -> UserError:
    place = f" at column {error.colno:,}" if hasattr(error, "colno") else ""
    return UserError(f"Line {line:,} of {path} is not JSON: {str(getattr(error, 'msg', error)).removesuffix(' at')}{place}.")


def csv_rows(path: Path | str) -> list[tuple[int, dict[str, str]]]:
    """Return (line, row) of a csv file with a header. Commas, semicolons, tabs or bars separate; blank rows and columns are left out.

    Raises:
        UserError: see `read_text`; quotes that do not close, a column that stands twice, a row with more cells than the header.
    """
    text = read_text(path)
    csv.field_size_limit(2**31 - 1)  # a long schema is longer than the 131,072 characters that csv allows
    told = re.match(r"sep=(.)\r?\n", text)  # by Excel

    def reader(mark: str, **options):
        return csv.reader(io.StringIO(text[told.end() if told else 0 :], newline=""), delimiter=mark, skipinitialspace=True, **options)

    delimiter = told[1] if told else max(",;\t|", key=lambda mark: len(next(filter(any, reader(mark)), [])))
    cells, names, rows, following = reader(delimiter, strict=True), [], [], 1
    try:
        for row in cells:
            line, following = following, cells.line_num + 1
            if not any(map(str.strip, row)):
                continue
            if not names:
                names = [name.strip() for name in row]
                if twice := next((name for name in names if name and names.count(name) > 1), ""):
                    raise UserError(f"{path} has two columns {twice!r}. Rename or remove one.")
            elif any(map(str.strip, row[len(names) :])):
                raise UserError(f"Line {line:,} of {path} has {len(row)} cells, and its header {len(names)}. Put a cell with "
                                f"{delimiter!r} in it into double quotes.")  # fmt: skip
            else:
                rows.append((line, {name: cell for name, cell in itertools.zip_longest(names, row, fillvalue="") if name}))
    except csv.Error as error:
        raise UserError(f"The row at line {following:,} of {path} is no csv: {error}. Double the quotes inside its cells.") from None
    return rows


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
