"""The tables of README.md and of figures/README.md, drawn from the notebooks and the published results and from nothing else."""

import json
import re
import shlex
from dataclasses import replace
from statistics import mean, stdev

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
from helpers.parameters import DEFAULT_PROFILE, cells, find_notebook, forms, notebooks, of_role, read_parameters, read_profile
from helpers.plots.training import recipe_memory
from helpers.run.console import markdown, title
from helpers.run.plan import as_options
from helpers.scoring.measures import headline

MARKS = ("<!-- {name}: drawn by helpers/sharing/showcase.py from figures/results -->", "<!-- end of {name} -->")
# The finished runs that README links to: the first of these profiles that is published, under these words.
READ_FIRST = {DEFAULT_PROFILE: "run on a T4", "small": "real small model", "rehearsal": "rehearsal"}
MORE = {"wider": "other tables beside", "benchmark": "Spider's development set"}  # test sets that only some runs have
_ALONG = ("model_id", "dataset_id", "field_mapping", "spider_dir")  # said already, or by the data set's name
TABLES_IN = ("README.md", "figures/README.md")

# Peak GB and seconds for 480 rows on a real T4, as Unsloth's saved notebooks show (https://github.com/unslothai/notebooks): another
# stack, rank 16 on seven linear layers, 2 x 4 rows a step of at most 2,048 tokens, checkpointing, float16; the first is Mistral 7B v0.3.
BY_OTHERS = {"01": (5.84, 541), "04": (10.68, 713), "05": (10.68, 713), "06": (7.92, 463)}

ROW_TOKENS = {"05": 500}  # of a training example with its prompt, where it is not sql-create-context's: Spider's whole schemas


def read_results(profile: str, stem: str = "") -> dict[str, dict]:
    """Return the published results of a profile by stem; with a stem, those of that notebook's runs with other values, by their names."""
    files = sorted((project_root() / "figures/results" / profile / stem).glob("*.json"))
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
        "small table": scores_table("small"), "small commands": commands("small"), "costs table": costs_table(read_results("rehearsal")),
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
        badges = next(line for line in header.splitlines() if line.startswith("[![")).replace("[Open in ", "[")
        time = re.search(r"^\| \*\*Time\*\* \| (.*) \|$", header, re.MULTILINE)[1]
        hours = re.match(r"(about [\w ]+?) on a T4", time)
        link, words = _to_read(stem, *READ_FIRST)
        rows.append([stem[:2], title(path), f"[{words}]({link})", badges, hours[1] if hours else "needs no GPU"])
    return markdown(rows).replace("|  |", "| |", 1)


def _to_read(stem: str, *profiles: str) -> tuple[str, str]:
    """Return where a notebook can be read, from the repository's root, and what that is: a finished run, or else the source."""
    for profile in profiles:
        run = f"notebooks/executed/{profile}/{stem}.ipynb"
        if (project_root() / run).is_file():
            return run, READ_FIRST.get(profile, profile)
    return f"notebooks/{stem}.ipynb", "notebook"


def scores_table(profile: str) -> str:
    """Draw the published scores of a profile, a row a model and a column a test set. Stand-ins and devices are named.

    Below a run stand those with other values. Their untuned rows are left out where they are the run's own.
    """
    found = {stem: result for stem, result in read_results(profile).items() if result["scores"]}
    if not found:
        return "No such run has been published yet."
    groups = list(PRACTICE_TEST_GROUPS.values()) if profile == "rehearsal" else []
    more = {key: name for key, name in MORE.items() if any(key in result for result in found.values())}
    rows = [["run", "scored", *groups, "all" if groups else "its own test set", *more.values(), "n", "score", "minutes", "GiB"]]
    for stem, result in found.items():
        runs, own = [result, *read_results(profile, stem).values()], result["parameters"]
        told = ["model_id", "dataset_id", *(
            name for name in of_role(own, "recipe", "condition") if name not in _ALONG
            and any(run["parameters"].get(name, own[name]) != own[name] for run in runs)
        )]  # fmt: skip
        shown: list[list[str]] = []
        for number, run in enumerate(runs):
            known, last = [row[1:-3] for row in shown], [*run["scores"]][-1]
            models = [row for row in _score_rows(run, groups, list(more)) if row[1] == last or row[1:-3] not in known]
            values = [f"{name.removesuffix('_id')} {run['parameters'][name]}" for name in told if name in run["parameters"]
                      and (not number or run["parameters"][name] != own[name])]  # fmt: skip
            values += [f"on {run['device']}"] * (profile != "rehearsal" and (not number or run["device"] != result["device"]))
            costs = run["costs"]
            peak = costs.get("peak_gpu_gib") or max(costs.get(name) or 0.0 for name in ("training_peak_gib", "peak_ram_gib"))
            models[0][0] = f"[{stem[:2]}](../{_to_read(stem, profile)[0]}): " * (not number) + ", ".join(values)
            models[0][-3:] = [run["headline"]["name"], f"{costs['seconds'] / 60:.1f}", f"{peak:.1f}"]
            shown += models
        rows += shown + _spread(runs, groups, list(more))
    return markdown(rows)


def _score_rows(result: dict, groups: list[str], more: list[str]) -> list[list[str]]:
    """Return a row for each model of a run: rates on each of the test sets, and of how many questions."""
    rows = []
    for model in result["scores"]:
        reports = _reports(result, model, more)
        rates = [rate_text(result["by_group"].get(group, {}).get(model)) for group in groups] + [rate_text(report) for report in reports]
        rows.append(["", model, *rates, ", ".join(str(report["n"]) for report in reports if report), "", "", ""])
    return rows


def _reports(result: dict, model: str, more: list[str]) -> list[dict | None]:
    """Return a model's rate on its own test set, and on each of the others, where it was asked them."""
    others = {"wider": result.get("wider", {}).get("models", {}), "benchmark": result.get("benchmark", {})}
    return [result["scores"][model][result["headline"]["measure"]],
            *(headline(others[key][model]) if model in others[key] else None for key in more)]  # fmt: skip


def _spread(runs: list[dict], groups: list[str], more: list[str]) -> list[list[str]]:
    """Return a row with mean and standard deviation of the rates of runs that differ in their seed alone, where there are such."""
    alike: dict[str, list[list[float]]] = {}
    for run in runs:
        same = {name: run["parameters"][name] for name in of_role(run["parameters"], "recipe", "condition") if name != "seed"}
        rates = [report["rate"] if report else 0.0 for report in _reports(run, [*run["scores"]][-1], more)]
        alike.setdefault(json.dumps(same), []).append(rates)
    rows = []
    for several in alike.values():
        if len(several) > 1:
            cells = [f"{mean(rates):.3f} ({stdev(rates):.3f})" if any(rates) else "-" for rates in zip(*several, strict=True)]
            rows.append(["", f"mean of {len(several)} seeds (deviation)", *[""] * len(groups), *cells, "", "", "", ""])
    return rows


def commands(profile: str) -> str:
    """List the command line of every published run of a profile: what its parameters have other than the profile."""
    lines = []
    for stem, result in read_results(profile).items():
        declared = read_parameters(find_notebook(stem))
        usual = {name: parameter.default for name, parameter in declared.items()} | read_profile(profile, stem, declared)
        for run in (result, *read_results(profile, stem).values()):
            names = [*of_role(usual, "recipe", "condition", "watch"), "gguf", "merge"]
            own = {name: run["parameters"].get(name, usual[name]) for name in names if name in usual}
            changed = {name: value for name, value in own.items() if value != usual[name]}
            threads = re.search(r"(\d+) thread", run["device"] or "")
            options = shlex.join(["python", "-m", "helpers.run", stem[:2], "--profile", profile, *as_options("-p", changed)])
            lines.append(f"{f'OMP_NUM_THREADS={threads[1]} ' if threads else ''}{options}")
    return "\n".join(["```bash", *lines, "```"])


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
        for part, size in needs.stages["train"].items():
            sums[next((kind for kind, starts in kinds.items() if part.startswith(starts)), "activations and work")] += size
        found[name] = sums
        if needs.total("generate") > needs.total("train"):
            generate[name] = needs.total("generate")
        if number in BY_OTHERS:
            measured[name] = BY_OTHERS[number][0] * 1e9 / 2**30
    return found, generate, measured
