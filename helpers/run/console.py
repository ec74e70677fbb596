"""What the runner prints: lines, tables, the list of notebooks and runs, the parameters of a notebook."""

import datetime
import html
import os
import re
import sys
from pathlib import Path

from helpers.hosts import project_root
from helpers.parameters import cells, notebooks, profile_names, read_parameters
from helpers.runs import list_runs


def print_list() -> None:
    """Print the notebooks with their profiles, and the runs with status, score and age."""
    rows = [[stem, title(path), ", ".join(profile_names(stem))] for stem, path in notebooks().items()]
    say(table([["notebook", "title", "profiles"], *rows]))
    rows = [[short(run.folder), run.status, run.score, age(run.record.get("started", ""))] for run in list_runs()]
    say("\n" + (table([["run", "status", "score", "started"], *rows]) if rows else "No runs yet."))


def describe(notebook: Path) -> None:
    """Print the parameters of a notebook with type, default and effect."""
    say(f"{notebook.stem}: {title(notebook)}\nProfiles: {', '.join(profile_names(notebook.stem))}")
    declared = read_parameters(notebook)
    width = max(map(len, declared), default=0)
    group = None
    for name, parameter in declared.items():
        if parameter.group != group:
            group = parameter.group
            say(f"\n{group}")
        say(f"  {name:<{width}}  {parameter.type:<5}  {parameter.default!r}  {parameter.comment}".rstrip())


def title(notebook: Path) -> str:
    """Return the first heading of a notebook, or an empty text."""
    sources = (cell["source"] for cell in cells(notebook) if cell["cell_type"] == "markdown")
    found = (re.search(r"^#\s+(.+)$", source, flags=re.MULTILINE) for source in sources)
    return next((match[1].strip() for match in found if match), "")


def age(started: str) -> str:
    """Say how long ago a time was: `3 min ago`."""
    try:
        seconds = (datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(started)).total_seconds()
    except (ValueError, TypeError):
        return ""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{int(seconds // size)} {unit} ago"
    return f"{max(0, int(seconds))} s ago"


def table(rows: list[list[str]]) -> str:
    """Align rows of texts in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def escaped(frame, form: str | None = None):
    """Return a pandas table styled for a notebook, with all texts as texts: a Styler takes `<script>` in a cell for HTML.

    `form` formats the cells, such as `{:.0%}`. Names of rows and columns are escaped too.
    """
    named = frame.rename_axis(index=_escaped, columns=_escaped)
    style = named.style.format(form, escape="html")
    return style.format_index(escape="html", axis="index").format_index(escape="html", axis="columns")


def _escaped(name: object) -> object:
    return html.escape(name) if isinstance(name, str) else name


def say(text: str) -> None:
    """Print a line at once. A closed pipe (`| head`) must not end a run of hours."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - it stays open as long as the process


def short(path: Path) -> str:
    """Return a path as a reader types it: from the repository's root, where it is inside."""
    root = project_root()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
