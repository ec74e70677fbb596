"""Texts, lines, JSON and csv read from files: what cannot be read is named by its line, in one sentence."""

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

from helpers import UserError

_BETWEEN = re.compile(r"[\s,\[\]]*")
_STARTS = {
    b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16",
    b"\x1f\x8b": "compressed by gzip", b"BZh": "compressed by bzip2", b"\xfd7zXZ": "compressed by xz",
    b"\x28\xb5\x2f\xfd": "compressed by zstd", b"7z\xbc\xaf": "a 7z archive", b"PK\x03\x04": "a zip archive, as .xlsx files are",
    b"\xd0\xcf\x11\xe0": "an .xls file of an old Excel", b"PAR1": "a Parquet file", b"SQLite format 3": "a SQLite database",
}  # fmt: skip
_IN_ITS_PLACE = {"version https://git-lfs": "a pointer of git-lfs", "<!doctype html": "a web page", "<html": "a web page"}


def read_text(path: Path | str) -> str:
    """Return a file's text with its line ends as they are, without Excel's mark (BOM). Raise UserError for what is no UTF-8 text."""
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
    """Split a text at line feeds alone (`str.splitlines` knows ten more marks, which texts hold); one at its end starts no line."""
    return text.removesuffix("\n").split("\n") if text else []


def read_lines(path: Path) -> list:
    """Return the values of a file that `to_json` wrote one a line. Raise OSError or ValueError where it cannot be read."""
    return [json.loads(line) for line in lines(path.read_text(encoding="utf-8"))]


def read_json(path: Path) -> object:
    """Return what a JSON file holds, or None where it is missing or damaged."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # a hundred thousand brackets are too deep
        return None


def as_dict(value: object) -> dict:
    """Return a value of a file if it is a dict, else an empty one."""
    return value if isinstance(value, dict) else {}


def is_number(value: object) -> bool:
    """Say whether a value of a file is a number that can be computed and printed: neither NaN nor infinite nor beyond a float."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300


def json_rows(path: Path | str) -> list[tuple[int, dict]]:
    """Return (line, object) of a file of JSON objects: one a line, each over several lines, or all in one array.

    Raise UserError as `read_text` does; what is not JSON, or no object, is named by its line.
    """
    text, found = _rows_text(path), []
    try:
        for number, line in enumerate(lines(text), 1):
            if line.strip("[], \t\r"):
                found.append((number, json.loads(line.strip().strip("\ufeff").rstrip(","))))
    except (ValueError, RecursionError) as fault:
        try:
            found = list(_spread_values(text))
        except (ValueError, RecursionError) as error:
            spread = not found and re.match(r"\s*(\[|\{\s*\n)", text)  # no row a line: the parser knows where it breaks
            raise (_not_json(path, getattr(error, "lineno", 1), error) if spread else _not_json(path, number, fault)) from None
    a_line = len(found) > 1 and isinstance(found[0][1], list)  # an array on a line of its own is no object, and not cut off
    if text.lstrip()[:1] == "[" and text.rstrip()[-1:] != "]" and not a_line:
        raise UserError(f"{path} begins as a JSON array and does not end as one: it was cut off. Fetch or write it again.")
    if len(found) == 1 and isinstance(found[0][1], list):
        found = [(found[0][0], row) for row in found[0][1]]
    for number, row in found:
        if not isinstance(row, dict):
            raise UserError(f"Line {number:,} of {path} is not an object with fields.")
    return found


def _rows_text(path: Path | str) -> str:
    """Return the text of a file of rows. Raise UserError as `read_text` does, and for what is often fetched in its place."""
    text = read_text(path)
    if kind := next((kind for start, kind in _IN_ITS_PLACE.items() if text[:200].lstrip().lower().startswith(start)), ""):
        raise UserError(f"{path} is {kind} in place of the file itself. Fetch the file{' with git lfs pull' * ('lfs' in kind)}.")
    return text


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

    Raise UserError as `read_text` does, and for open quotes, a column that stands twice, a row with more cells than the header.
    """
    text = _rows_text(path)
    csv.field_size_limit(2**31 - 1)  # a long schema is longer than the 131,072 characters that csv allows
    told = re.match(r"sep=(.)\r?\n", text)  # by Excel

    def reader(mark: str, **options):
        return csv.reader(io.StringIO(text[told.end() if told else 0 :], newline=""), delimiter=mark, skipinitialspace=True, **options)

    def pieces(mark: str) -> tuple[bool, int]:  # in the header, and whether the first row has as many: both may hold other marks
        widths = [len(row) for row in itertools.islice(filter(any, reader(mark)), 2)] or [0]
        return widths[0] == widths[-1] > 1, widths[0]

    delimiter = told[1] if told else max(",;\t|", key=pieces)
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
