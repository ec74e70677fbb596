"""What each recipe costs: estimates that hang together, and no number of one kind in another's column."""

import pytest

from helpers.files.packages import project_root
from helpers.memory.catalog import GPUS, PUBLISHED, RECIPES
from helpers.parameters import notebooks, profile_names, read_parameters
from helpers.sharing import readme_tables


@pytest.mark.parametrize("number", readme_tables.RECIPES)
def test_the_defaults_of_every_recipe_fit_a_t4_by_the_estimate(number):
    _, _, settings, needs, minutes = readme_tables.on_a_t4(number)
    assert needs.peak < GPUS["T4"].memory_gib
    assert settings.gpu and settings.fused_head
    assert 1 < minutes < 9 * 60


def test_the_bars_of_the_figure_add_up_to_the_estimate():
    parts, generate, measured = readme_tables.recipe_parts()
    assert len(parts) == len(readme_tables.RECIPES)
    for number, sums in zip(readme_tables.RECIPES, parts.values(), strict=True):
        needs = readme_tables.on_a_t4(number)[3]
        assert sum(sums.values()) == pytest.approx(needs.total("train"))
        assert sums["weights"] > 0 and sums["context (assumed)"] > 0
    assert set(generate) | set(measured) <= set(parts)


def test_the_table_has_a_dash_where_nothing_was_measured():
    lines = readme_tables.costs_table({}).splitlines()[2:]
    assert [line.count("| - ") for line in lines] == [1, 2, 2, 1, 1, 1]
    costs = {"seconds": 120, "training_seconds": 60, "peak_ram_gib": 3.0}
    assert "2.0 min, 1.0 min, 3.0 GiB of RAM" in readme_tables.costs_table({"01_mistral_qlora": {"costs": costs}})
    assert len({len(line.split("|")) for line in lines}) == 1
    assert all(stage in readme_tables.costs_table({}).splitlines()[0] for stage in ("train", "generate"))
    assert len(readme_tables.on_a_t4("01")[3].stages) == 3


def test_the_table_says_what_training_takes_with_the_older_trl_that_colab_gets():
    head, _, *rows = readme_tables.costs_table({}).splitlines()
    assert "with TRL 0.29, as on Colab" in head
    assert "| 4.1 (7.9), 3.7, 4.5 |" in rows[1], "all logits of Qwen's vocabulary, as the trial of Colab's versions found"
    assert "| 9.9 (9.9), 2.6, 4.6 |" in rows[2], "T5's trainer is not TRL's"


def test_a_new_model_notebook_is_told_what_it_forgot():
    """A notebook that trains has these parameters. Without its line in RECIPES it would be missing from tables and figures silently."""
    training = {stem[:2]: (stem, path) for stem, path in notebooks().items() if "lora_rank" in read_parameters(path)}
    cards = "".join(path.read_text(encoding="utf-8") for path in (project_root() / "helpers/sharing").glob("card*.py"))
    assert set(RECIPES) == set(training), "helpers/memory/catalog.py: RECIPES has a line for each notebook that trains"
    for number, (stem, path) in training.items():
        model = read_parameters(path)["model_id"].default
        assert RECIPES[number] == model, f"{stem}: RECIPES in helpers/memory/catalog.py names another model than the notebook's default"
        assert model in PUBLISHED, f"{stem}: PUBLISHED in helpers/memory/catalog.py lacks the configuration of {model}"
        owner = model.split("/")[0]
        assert f'"{owner}/' in cards, f"{stem}: the licences of helpers/sharing lack {owner}"
        missing = {"rehearsal", "smoke", "original"} - set(profile_names(stem))
        assert not missing, f"{stem}: notebooks/profiles lacks {', '.join(sorted(missing))}"
        row = f"| {number}: {model.split('/')[-1]}"
        assert any(line.startswith(row) for line in readme_tables.costs_table({}).splitlines()), f"{stem} is not in the table of costs"
    readme = (project_root() / "README.md").read_text(encoding="utf-8")
    assert not [stem for stem, _ in training.values() if f"{stem}.ipynb" not in readme], "README.md lacks the row of a notebook"
