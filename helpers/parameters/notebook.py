"""What a notebook's cell tagged `parameters` declares: name, type, default, effect and group of each parameter."""

import ast
import json
import re
from pathlib import Path
from typing import NamedTuple

from helpers import UserError
from helpers.files.packages import project_root

_LINE = re.compile(
    r"^(?P<name>[A-Za-z_]\w*)\s*:\s*(?P<type>str|int|float|bool|list)"
    r"\s*=\s*(?P<value>[^#]+?)\s*(?:#\s*(?P<comment>.*))?$"
)


class Parameter(NamedTuple):
    """One line of the parameters cell."""

    type: str
    default: object
    comment: str
    group: str


def notebooks() -> dict[str, Path]:
    """Return the numbered notebooks by stem, in order."""
    return {path.stem: path for path in sorted((project_root() / "notebooks").glob("[0-9][0-9]_*.ipynb"))}


def find_notebook(name: str) -> Path:
    """Find a notebook by number (`01`), stem or path. Raise UserError with the known stems if there is none."""
    known = notebooks()
    numbered = [path for stem, path in known.items() if name.isdecimal() and int(stem[:2]) == int(name)]
    if len(numbered) == 1:
        return numbered[0]
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name).resolve()
    if (stem := name.removesuffix(".ipynb")) in known:
        return known[stem]
    raise UserError(f"There is no notebook {name}: there are {', '.join(known) or 'none'}.")


def cells(notebook: Path) -> list[dict]:
    """Return the cells of a notebook file, each source as one text. Raise UserError if it is no notebook."""
    try:
        found = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return [cell | {"source": "".join(cell["source"])} for cell in found]
    except FileNotFoundError:
        raise UserError(f"There is no notebook at {notebook}.") from None
    except (ValueError, KeyError, TypeError):
        raise UserError(f"{notebook} is not a notebook that can be read.") from None


def read_parameters(notebook: Path) -> dict[str, Parameter]:
    """Read the cell tagged `parameters`: name -> (type, default, comment, group), in the cell's order.

    Raise UserError for a line that cannot be read, such as one with a second `=` or `#`, which papermill silently skips.
    """
    tagged = [cell for cell in cells(notebook) if "parameters" in cell.get("metadata", {}).get("tags", [])]
    if len(tagged) != 1:
        raise UserError(f"{notebook.stem} has {len(tagged) or 'no'} cells tagged `parameters`: it needs one.")
    found: dict[str, Parameter] = {}
    group, after_comment = "", False
    for number, line in enumerate(tagged[0]["source"].splitlines(), start=1):
        where = f"{notebook.stem}, line {number} of the parameters cell"
        if line.startswith("#"):
            text = line.lstrip("# ").strip()
            group, after_comment = (f"{group} {text}" if after_comment else text), True
        elif line.strip():
            name, parameter = _read_line(line, where, group)
            if name in found:
                raise UserError(f"{where}: {name} is declared twice.")
            found[name], after_comment = parameter, False
    return found


def _read_line(line: str, where: str, group: str) -> tuple[str, Parameter]:
    match = _LINE.match(line.rstrip())
    if not match or line.count("=") != 1 or line.count("#") > 1 or "|" in line:
        raise UserError(f"{where} cannot be read: {line.strip()!r}. Write `name: type = literal  # comment`.")
    kind = match["type"]
    try:
        default = ast.literal_eval(match["value"])
    except (ValueError, SyntaxError):
        raise UserError(f"{where}: {match['value']} is not a literal.") from None
    if type(default).__name__ != kind or (kind == "list" and len({type(item) for item in default}) > 1):
        raise UserError(f"{where}: the default {default!r} is not of type {kind}.")
    return match["name"], Parameter(kind, default, match["comment"] or "", group)
