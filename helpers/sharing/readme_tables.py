"""The tables of README.md and of figures/README.md, drawn from the notebooks and the published results and from nothing else."""

import json
import re

from helpers.comparison.results import rate_text
from helpers.data.load import PRACTICE_TEST_GROUPS
from helpers.files import write_whole
from helpers.files.packages import project_root
from helpers.memory.catalog import GPUS
from helpers.parameters import DEFAULT_PROFILE, cells, notebooks
from helpers.plots.training import recipe_memory
from helpers.run.console import markdown
from helpers.scoring.measures import headline
from helpers.sharing import recipe_costs

MARKS = ("<!-- {name}: drawn by helpers/sharing/showcase.py from figures/results -->", "<!-- end of {name} -->")
# The finished runs that README links to: the first of these profiles that is published, under these words.
READ_FIRST = {DEFAULT_PROFILE: "run on a T4", "small": "real small model", "rehearsal": "rehearsal"}
MORE = {"wider": "other tables beside", "benchmark": "Spider's development set"}  # test sets that only some runs have
TABLES_IN = ("README.md", "figures/README.md")


def read_results(profile: str) -> dict[str, dict]:
    """Return the published results of a profile, by stem."""
    files = sorted((project_root() / "figures/results" / profile).glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


def write_tables() -> None:
    """Draw the tables and the figure of costs again."""
    for readme in (project_root() / name for name in TABLES_IN):
        write_whole(readme, with_tables(readme.read_text(encoding="utf-8")))
    fig = recipe_memory(recipe_costs.parts_by_recipe(), *recipe_costs.marks(), GPUS["T4"].memory_gib)
    fig.savefig(project_root() / "figures/recipe_costs.png", dpi=150)


def with_tables(text: str) -> str:
    """Return the text of a README with its tables drawn anew."""
    tables = {
        "notebooks table": notebooks_table(), "rehearsal table": scores_table("rehearsal"), "t4 table": scores_table(DEFAULT_PROFILE),
        "small table": scores_table("small"), "costs table": recipe_costs.costs_table(read_results("rehearsal")),
    }  # fmt: skip
    for name, table in tables.items():
        first, last = (mark.format(name=name) for mark in MARKS)
        if first in text:
            before, rest = text.split(first)
            text = before + first + "\n" + table + "\n" + last + rest.split(last)[1]
    return text


def notebooks_table() -> str:
    """Draw the first table of README.md: each notebook's question, its finished run or else its source, badges, time on a T4."""
    rows = [["", "question", "read", "open", "time on a T4 (estimates)"]]
    for stem, path in notebooks().items():
        header = next(cell["source"] for cell in cells(path) if cell["cell_type"] == "markdown")
        title, badges = (next(line for line in header.splitlines() if line.startswith(start)) for start in ("# ", "[!["))
        time = re.search(r"^\| \*\*Time\*\* \| (.*) \|$", header, re.MULTILINE)[1]
        hours = re.match(r"(about [\w ]+?) on a T4", time)
        link, words = _to_read(stem, *READ_FIRST)
        badges = badges.replace("[Open in ", "[")
        rows.append([stem[:2], title[2:], f"[{words}]({link})", badges, hours[1] if hours else "needs no GPU"])
    return markdown(rows).replace("|  |", "| |", 1)


def _to_read(stem: str, *profiles: str) -> tuple[str, str]:
    """Return where a notebook can be read, from the repository's root, and what that is: a finished run, or else the source."""
    for profile in profiles:
        run = f"notebooks/executed/{profile}/{stem}.ipynb"
        if (project_root() / run).is_file():
            return run, READ_FIRST.get(profile, profile)
    return f"notebooks/{stem}.ipynb", "notebook"


def scores_table(profile: str) -> str:
    """Draw the published scores of a profile, a row a model and a column a test set. Stand-ins and devices are named."""
    found = read_results(profile)
    if not found:
        return "No such run has been published yet."
    groups = list(PRACTICE_TEST_GROUPS.values()) if profile == "rehearsal" else []
    more = {key: name for key, name in MORE.items() if any(key in result for result in found.values())}
    rows = [["notebook", "model, data", "scored", *groups, "all", *more.values(), "n", "score", "minutes"]]
    for stem, result in found.items():
        if result["scores"]:
            link = f"[{stem[:2]}](../{_to_read(stem, profile)[0]})"
            device = "" if profile == "rehearsal" else f", on {result['device']}"
            models = _score_rows(result, groups, list(more))
            models[0][:2] = [link, f"{result['model_id']}, {result['dataset_id']}{device}"]
            models[0][-3:] = [str(result["headline"]["n"]), result["headline"]["name"], f"{result['costs']['seconds'] / 60:.1f}"]
            rows += models
    return markdown(rows)


def _score_rows(result: dict, groups: list[str], more: list[str]) -> list[list[str]]:
    """Return a row for each model of a run, and one for the last model of each other arm of its experiment."""
    rows, measure = [], result["headline"]["measure"]
    others = {"wider": result.get("wider", {}).get("models", {}), "benchmark": result.get("benchmark", {})}
    for model, scores in result["scores"].items():
        rates = [rate_text(result["by_group"].get(group, {}).get(model)) for group in groups] + [rate_text(scores.get(measure))]
        for report in (others[key].get(model) for key in more):
            rates.append(rate_text(headline(report)) if report else "-")
        name = f"{model}, {result['arm']}" if result.get("arm") and model not in ("base", "phase 1") else model
        rows.append(["", "", name, *rates, "", "", ""])
    for arm in result.get("arms", []):
        if arm["arm"] != result["arm"]:
            rates = ["-"] * len(groups) + [rate_text(arm.get(key)) for key in ("headline", *more)]
            rows.append(["", "", f"tuned, {arm['arm']}", *rates, str(arm["headline"]["n"]), "", ""])
    return rows
