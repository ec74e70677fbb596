"""The tables of README.md and of figures/README.md, drawn from the notebooks and the published results and from nothing else."""

import json
import re
from dataclasses import replace

from torch import float16, float32

from helpers.comparison.results import rate_text
from helpers.data.load import PRACTICE_TEST_GROUPS
from helpers.files import write_whole
from helpers.files.packages import project_root
from helpers.memory.catalog import GPUS, RECIPES, config_of
from helpers.memory.check import settings_of
from helpers.memory.costs import TYPICAL_ROW, flops_a_token, speed
from helpers.memory.estimate import Footprint, footprint
from helpers.memory.model_shape import Settings, Shape, read_shape
from helpers.parameters import DEFAULT_PROFILE, cells, find_notebook, forms, notebooks, read_parameters
from helpers.plots.training import recipe_memory
from helpers.run.console import markdown
from helpers.scoring.measures import headline

MARKS = ("<!-- {name}: drawn by helpers/sharing/showcase.py from figures/results -->", "<!-- end of {name} -->")
# The finished runs that README links to: the first of these profiles that is published, under these words.
READ_FIRST = {DEFAULT_PROFILE: "run on a T4", "small": "real 0.5B model", "rehearsal": "rehearsal"}
MORE = {"wider": "other tables beside", "benchmark": "Spider's development set"}  # test sets that only some runs have
TABLES_IN = ("README.md", "figures/README.md")

# Peak GB and seconds for 480 rows on a real T4, as Unsloth's saved notebooks show (https://github.com/unslothai/notebooks): another
# stack, rank 16 on seven linear layers, 2 x 4 rows a step of at most 2,048 tokens, checkpointing, float16; the first is Mistral 7B v0.3.
BY_OTHERS = {"01": (5.84, 541), "04": (10.68, 713), "05": (10.68, 713), "06": (7.92, 463)}

ROW_TOKENS = {"05": 500}  # of a training example with its prompt, where it is not sql-create-context's: Spider's whole schemas


def read_results(profile: str) -> dict[str, dict]:
    """Return the published results of a profile, by stem."""
    files = sorted((project_root() / "figures/results" / profile).glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


def write_tables() -> None:
    """Draw the tables and the figure of costs again."""
    for readme in (project_root() / name for name in TABLES_IN):
        write_whole(readme, with_tables(readme.read_text(encoding="utf-8")))
    fig = recipe_memory(*recipe_parts(), GPUS["T4"].memory_gib)
    fig.savefig(project_root() / "figures/recipe_costs.png", dpi=150)


def with_tables(text: str) -> str:
    """Return the text of a README with its tables drawn anew."""
    tables = {
        "notebooks table": notebooks_table(), "rehearsal table": scores_table("rehearsal"), "t4 table": scores_table(DEFAULT_PROFILE),
        "small table": scores_table("small"), "costs table": costs_table(read_results("rehearsal")),
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
            rows.append(["", "", f"{arm.get('model', 'tuned')}, {arm['arm']}", *rates, str(arm["headline"]["n"]), "", ""])
    return rows


def on_a_t4(number: str) -> tuple[str, Shape, Settings, Footprint, float]:
    """Estimate a recipe's defaults on a T4: model, shape, settings of the arm that takes most, GiB by part, minutes for mean rows."""
    parameters = {name: parameter.default for name, parameter in read_parameters(find_notebook(number)).items()}
    model = parameters["model_id"]
    shape = read_shape(config_of(model), model)
    dtype = float32 if shape.encoder_decoder else float16
    arms = [replace(settings_of(parameters, dtype, True, arm), fused_head=True) for arm in parameters.get("arms") or [""]]
    settings, needs = max(((settings, footprint(shape, settings)) for settings in arms), key=lambda case: case[1].peak)
    rate, share, _ = speed(GPUS["T4"], settings)
    examples = parameters["train_examples"] * parameters["num_epochs"] * forms(parameters)
    tokens = ROW_TOKENS.get(number, TYPICAL_ROW)
    seconds = examples * tokens * flops_a_token(shape, settings, tokens) / (rate * 1e12 * share)
    return model, shape, settings, needs, seconds / 60


def costs_table(rehearsals: dict[str, dict]) -> str:
    """Draw the table, a row a recipe; `rehearsals` are the published results by stem."""
    rows = [["recipe", "GiB on a T4 to train (with TRL 0.29, as on Colab, instead of 1.x), validate, generate (estimate)",
             "minutes of training there (estimate)", "by others on a T4", "rehearsed here: all, training, peak"]]  # fmt: skip
    for number in RECIPES:
        model, shape, settings, needs, minutes = on_a_t4(number)
        older = footprint(shape, replace(settings, fused_head=False)).total("train")  # which computes all logits
        kind = "4 bits" if settings.load_in_4bit else "32 bits" if settings.bytes == 4 else "16 bits"
        peaks = f"{needs.total('train'):.1f} ({older:.1f}), {needs.total('eval'):.1f}, {needs.total('generate'):.1f}"
        others = "{:.2f} GB; 480 rows in {} s".format(*BY_OTHERS[number]) if number in BY_OTHERS else "-"
        rehearsed = "-"
        if costs := next((result["costs"] for stem, result in rehearsals.items() if stem.startswith(number)), None):
            training = costs.get("training_seconds") or sum(arm["training_seconds"] for arm in costs.get("arms", {}).values())
            rehearsed = f"{costs['seconds'] / 60:.1f} min, {training / 60:.1f} min, {costs['peak_ram_gib']:.1f} GiB of RAM"
        rows.append([f"{number}: {model.split('/')[-1]}, {kind}", peaks, f"{minutes:.0f}", others, rehearsed])
    return markdown(rows)


def recipe_parts() -> tuple[dict[str, dict[str, float]], dict[str, float], dict[str, float]]:
    """Return, for the figure, each recipe's GiB by kind of use while it trains on a T4, those of generating where it takes more, and the
    GiB that others measured.
    """
    kinds = {
        "weights": ("linear", "embedding", "output head", "norms"),
        "adapter, gradients, optimizer": ("adapter", "optimizer", "gradients", "trained", "copies"),
        "activations and work": (), "context (assumed)": ("CUDA",),
    }  # fmt: skip
    found, generate, measured = {}, {}, {}
    for number in RECIPES:
        model, _, _, needs, _ = on_a_t4(number)
        name, sums = f"{number} {model.split('/')[-1]}", dict.fromkeys(kinds, 0.0)
        for part, size in needs.train.items():
            sums[next((kind for kind, starts in kinds.items() if part.startswith(starts)), "activations and work")] += size
        found[name] = sums
        if needs.total("generate") > needs.total("train"):
            generate[name] = needs.total("generate")
        if number in BY_OTHERS:
            measured[name] = BY_OTHERS[number][0] * 1e9 / 2**30
    return found, generate, measured
