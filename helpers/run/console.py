"""What the runner prints: lines, tables, the list of notebooks and runs, the parameters of a notebook and how they differ."""

import datetime
import html
import itertools
import re
import shlex
from pathlib import Path

from helpers import say, table
from helpers.files.packages import project_root
from helpers.models.standins import is_standin
from helpers.parameters import cells, collect, find_notebook, notebooks, profile_names, read_parameters, read_profile
from helpers.runs import Run, list_runs, start_run


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
    for group, members in itertools.groupby(declared.items(), lambda item: item[1].group):
        say(f"\n{group}")
        for name, parameter in members:
            say(f"  {name:<{width}}  {parameter.type:<5}  {parameter.default!r}  {parameter.comment}".rstrip())


def begin(stem: str, names: dict) -> tuple[dict, Run, str]:
    """Check a notebook's parameters (`names` are its `globals()`), open its run's folder, show and return what the run is about."""
    from IPython.display import Markdown, display

    values = collect(stem, names)
    run = start_run(stem, values, values["output_dir"])
    subject = f"{values['model_id']}, {'a stand-in, ' if is_standin(values['model_id']) else ''}on {values['dataset_id']}"
    batch, added = values["batch_size"], values["gradient_accumulation"]
    print(f"{batch} x {added} = {batch * added} examples a step")
    print(f"adapter outputs are scaled by {values['lora_alpha']} / {values['lora_rank']} = {values['lora_alpha'] / values['lora_rank']:g}")
    print(f"this run: {subject}; its files go to {run.name}")
    display(Markdown(banner(stem, values["model_id"], values["dataset_id"])), Markdown(differences(stem, values)))
    return values, run, subject


def banner(stem: str, model_id: str, dataset_id: str) -> str:
    """Say in Markdown, for the top of a run, what stands in for what, or that weights and rows are real ones."""
    default = read_parameters(find_notebook(stem))["model_id"].default
    rows = f"practice data made by this project (`{dataset_id}`)" if dataset_id.startswith("practice/") else f"`{dataset_id}`"
    if is_standin(model_id):
        role = "answers" if is_standin(default) else f"stands in for `{default}`"
        kind = "has random weights and learns nothing" if model_id.startswith("standin/tiny-") else "is a small model embedded here"
        return (
            f"> **You are reading a rehearsal.** `{model_id}` {role}: it {kind}. The questions are {rows}. "
            "The run shows that the recipe works from end to end. Its scores are no evidence about the big model."
        )
    if is_standin(default):  # 08 asks whichever model there is
        return f"> **You are reading a run with a real model**: `{model_id}` answers. The questions that are counted are {rows}."
    if model_id != default or dataset_id.startswith("practice/"):
        return (
            f"> **You are reading a run with other material.** The weights are those of `{model_id}`, where the recipe takes `{default}`. "
            f"The questions are {rows}. Its scores are about these two and nothing else."
        )
    return f"> **You are reading a run of the recipe itself**: `{model_id}` on {rows}."


def differences(stem: str, parameters: dict) -> str:
    """Return a Markdown table of what differs: the value here, what the original published (a dash: it does not say), the default of 01."""
    declared = read_parameters(find_notebook(stem))
    first = read_parameters(find_notebook("01_mistral_qlora"))
    original = read_profile("original", stem, declared) if "original" in profile_names(stem) else {}
    lines = []
    for name in [name for name, parameter in declared.items() if name in parameters and "sharing" not in parameter.group]:
        here, others = parameters[name], [original.get(name, "-"), first[name].default if name in first else "-"]
        if any(other not in ("-", here) for other in others):
            lines.append([f"`{name}`", *map(_cell, [here, *others])])
    heads = ["parameter", "here", "original", "01 on a T4" if stem == "01_mistral_qlora" else "01"]  # a phone shows the first ones
    dash = "\n\n-: the original does not say, or 01 has no such parameter." if any("-" in line for line in lines) else ""
    return markdown([heads, *lines]) + dash if lines else "Every value is the original's."


def _cell(value: object) -> str:
    """Write a value for a Markdown table: a list without brackets, a number without empty decimals."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else f"{value:g}" if isinstance(value, float) else str(value)
    return text.replace("|", "\\|")


def title(notebook: Path) -> str:
    """Return the first heading of a notebook, or an empty text."""
    text = "\n".join(cell["source"] for cell in cells(notebook) if cell["cell_type"] == "markdown")
    found = re.search(r"^#\s+(.+)$", text, flags=re.MULTILINE)
    return found[1].strip() if found else ""


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


def markdown(rows: list[list[str]]) -> str:
    """Write rows of cells as a table in Markdown; the first row is its head."""
    head, *others = (f"| {' | '.join(cells)} |" for cells in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *others])


def escaped(frame, form: str | None = None):
    """Return a pandas table styled for a notebook, its cells as `form` says, all texts as texts: a Styler takes `<script>` for HTML."""

    def safe(name: object) -> object:
        return html.escape(name) if isinstance(name, str) else name

    style = frame.rename_axis(index=safe, columns=safe).style.format(form, escape="html")
    return style.format_index(escape="html", axis="index").format_index(escape="html", axis="columns")


def short(path: Path) -> str:
    """Return a path as a reader types it: from the repository's root, where it is inside."""
    root = project_root()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def resume_command(folder: Path) -> str:
    """Return the command that goes on with a run, as a shell takes it."""
    return f"python -m helpers.run --resume {shlex.quote(short(folder))}"
