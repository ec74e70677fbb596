"""What each recipe costs, and where each number is from: estimated for a T4, measured there by others, measured here on stand-ins."""

from dataclasses import replace

from torch import float16, float32

from helpers.memory.catalog import GPUS, RECIPES, config_of
from helpers.memory.check import settings_of
from helpers.memory.costs import TYPICAL_ROW, flops_a_token, speed
from helpers.memory.estimate import Footprint, footprint
from helpers.memory.model_shape import Settings, Shape, read_shape
from helpers.parameters import find_notebook, read_parameters
from helpers.run.console import markdown

# Peak GB and seconds for 480 rows on a real T4, as Unsloth's saved notebooks show (https://github.com/unslothai/notebooks): another
# stack, rank 16 on seven linear layers, 2 x 4 rows a step of at most 2,048 tokens, checkpointing, float16; the first is Mistral 7B v0.3.
BY_OTHERS = {"01": (5.84, 541), "04": (10.68, 713), "05": (10.68, 713), "06": (7.92, 463)}

ROW_TOKENS = {"05": 500}  # of a training example with its prompt, where it is not sql-create-context's: Spider's whole schemas


def on_a_t4(number: str) -> tuple[str, Shape, Settings, Footprint, float]:
    """Estimate a recipe's defaults on a T4, offline: model, shape, settings of the arm that takes most, GiB by part, minutes of training.

    The minutes are those of rows that all have the mean length of the data set's, with its prompt.
    """
    parameters = {name: parameter.default for name, parameter in read_parameters(find_notebook(number)).items()}
    model = parameters["model_id"]
    shape = read_shape(config_of(model), model)
    dtype = float32 if shape.encoder_decoder else float16
    found = {}
    for arm in parameters.get("arms") or [""]:
        settings = replace(settings_of(parameters, dtype, True, arm), fused_head=True)
        found[arm] = settings, footprint(shape, settings)
    settings, needs = max(found.values(), key=lambda case: case[1].peak)
    rate, share, _ = speed(GPUS["T4"], settings)
    examples = parameters["train_examples"] * parameters["num_epochs"]
    tokens = ROW_TOKENS.get(number, TYPICAL_ROW)
    seconds = examples * tokens * flops_a_token(shape, settings, tokens) / (rate * 1e12 * share)
    return model, shape, settings, needs, seconds / 60


def costs_table(rehearsals: dict[str, dict]) -> str:
    """Draw the table, a row a recipe; `rehearsals` are the published results by stem."""
    heads = ["recipe", "GiB on a T4 to train (with TRL 0.29, as on Colab, instead of 1.x), validate, generate (estimate)",
             "minutes of training there (estimate)", "by others on a T4", "rehearsed here: all, training, peak"]  # fmt: skip
    rows = [heads]
    for number in RECIPES:
        model, shape, settings, needs, minutes = on_a_t4(number)
        older = footprint(shape, replace(settings, fused_head=False)).total("train")  # which computes all logits
        kind = "4 bits" if settings.load_in_4bit else "32 bits" if settings.bytes == 4 else "16 bits"
        peaks = f"{needs.total('train'):.1f} ({older:.1f}), {needs.total('eval'):.1f}, {needs.total('generate'):.1f}"
        others = "{:.2f} GB; 480 rows in {} s".format(*BY_OTHERS[number]) if number in BY_OTHERS else "-"
        rehearsed = next((result for stem, result in rehearsals.items() if stem.startswith(number)), None)
        rows.append([f"{number}: {model.split('/')[-1]}, {kind}", peaks, f"{minutes:.0f}", others, _rehearsed(rehearsed)])
    return markdown(rows)


def _rehearsed(result: dict | None) -> str:
    if not result:
        return "-"
    costs = result["costs"]
    arms = costs.get("arms", {}).values()
    training = costs.get("training_seconds") or sum(arm["training_seconds"] for arm in arms)
    return f"{costs['seconds'] / 60:.1f} min, {training / 60:.1f} min, {costs['peak_ram_gib']:.1f} GiB of RAM"


def marks() -> tuple[dict[str, float], dict[str, float]]:
    """Return, for the figure, the estimated GiB of generating where it takes more than training, and the GiB that others measured."""
    generate, measured = {}, {}
    for number in RECIPES:
        model, _, _, needs, _ = on_a_t4(number)
        name = f"{number} {model.split('/')[-1]}"
        if needs.total("generate") > needs.total("train"):
            generate[name] = needs.total("generate")
        if number in BY_OTHERS:
            measured[name] = BY_OTHERS[number][0] * 1e9 / 2**30
    return generate, measured


def parts_by_recipe() -> dict[str, dict[str, float]]:
    """Return GiB by kind of use while a recipe trains on a T4, for the figure."""
    kinds = {
        "weights": ("linear", "embedding", "output head", "norms"),
        "adapter, gradients, optimizer": ("adapter", "optimizer", "gradients", "trained", "copies"),
    }
    found = {}
    for number in RECIPES:
        model, _, _, needs, _ = on_a_t4(number)
        sums = dict.fromkeys([*kinds, "activations and work", "context (assumed)"], 0.0)
        for part, size in needs.train.items():
            kind = next((kind for kind, starts in kinds.items() if part.startswith(starts)), "activations and work")
            sums["context (assumed)" if part.startswith("CUDA") else kind] += size
        found[f"{number} {model.split('/')[-1]}"] = sums
    return found
