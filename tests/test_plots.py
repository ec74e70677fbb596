"""Figures: what they must show, what they must not, and that a phone can show them."""

import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib.text import Text

from helpers.plots.scores import score_bars, verdict_grid
from helpers.plots.style import picture
from helpers.plots.training import loss_curve, loss_curves, recipe_memory, token_lengths

PNG = b"\x89PNG"
SUBJECT = "SmolLM2-135M, a stand-in for Mistral 7B, on practice data"


def score(rate, n=50):
    return {"rate": rate, "n": n, "interval": [max(rate - 0.1, 0), min(rate + 0.1, 1)]}


def history(steps=50, low=0.1):
    logged = [{"step": step, "loss": low + 2 / step, "learning_rate": 1e-3 * (1 - step / steps)} for step in range(1, steps + 1)]
    return logged + [{"step": step, "eval_loss": value} for step, value in ((0, 2.3), (25, 0.3), (50, 0.4))]


def words(fig):
    return [text.get_text() for text in fig.findobj(Text) if text.get_text()]


def figures():
    rates = {"easy": {"base": score(0.1), "tuned": score(0.8)}, "hard": {"base": score(0.0), "tuned": score(0.4)}}
    return {
        "loss": loss_curve(history(), SUBJECT), "losses": loss_curves({"full": history(), "lora": history()}, SUBJECT),
        "tokens": token_lengths([90, 100, 120, 130], 512, SUBJECT), "bars": score_bars(rates, SUBJECT, "test suite accuracy"),
        "grid": verdict_grid(["How many?", "Which?"], {"exact match": [True, False], "valid": [True, True]}, [1.0, 0.5]),
        "memory": recipe_memory({"01 Mistral": {"weights": 4, "adapter": 1, "work": 1, "context": 1}}, {}, {}, 14.6),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["loss", "losses", "tokens", "bars", "grid", "memory"])
def test_a_figure_says_what_is_drawn_and_is_readable_where_a_phone_shows_330_pixels(name):
    fig = figures()[name]
    assert fig._repr_png_().startswith(PNG)
    assert fig.get_suptitle() and fig.get_suptitle() != SUBJECT
    sizes = [text.get_fontsize() for text in fig.findobj(Text) if text.get_text() and text.get_visible()]
    shown = min(sizes) * fig.dpi / 72 * 330 / (fig.get_figwidth() * fig.dpi)
    assert shown >= 6.5, "pixels high"
    assert "goal" not in " ".join(words(fig))


def test_the_loss_starts_at_step_0_and_shows_its_ends_its_lowest_validation_and_the_learning_rate():
    fig = loss_curve([*history(), {"step": 10, "eval_execution": 0.1}, {"step": 50, "eval_execution": 0.6}], SUBJECT)
    loss, rate, execution = fig.axes
    assert loss.get_xlim()[0] == 0 and loss.get_yscale() == "log", "2.3 is more than eight times .14"
    assert {"0.40", "0.14"} <= set(words(fig)), "the last validation and training loss"
    legend = [text.get_text() for text in fig.legends[0].get_texts()]
    assert legend == ["training, as logged", "training, running mean", "validation", "lowest validation: 0.30 at step 25"]
    assert "rate" in rate.get_ylabel() and "accuracy" in execution.get_ylabel()
    assert SUBJECT[:30] in loss.get_title(loc="left")


def test_a_few_logged_losses_are_drawn_as_they_are_on_a_plain_axis():
    fig = loss_curve([{"step": 5, "loss": 0.5}, {"step": 10, "loss": 0.3}], SUBJECT)
    assert len(fig.axes) == 1 and fig.axes[0].get_yscale() == "linear" and fig.axes[0].get_ylim()[0] == 0
    assert [text.get_text() for text in fig.legends[0].get_texts()] == ["training, as logged"]


@pytest.mark.parametrize("logged", [[], [{"step": 1, "loss": float("nan")}], [{"step": 1, "eval_loss": 0.0}], [{"step": 1, "runtime": 3}]])
def test_what_was_not_logged_or_is_no_number_is_not_drawn(logged):
    assert loss_curve(logged, SUBJECT)._repr_png_().startswith(PNG)


def test_the_legend_of_several_losses_names_every_line_that_is_drawn():
    fig = loss_curves({"full": history(), "lora": [{"step": 3, "loss": 1.0}, {"step": 6, "loss": 0.5}]}, SUBJECT)
    drawn = [(line.get_color(), line.get_linestyle()) for line in fig.axes[0].lines]
    named = [(line.get_color(), line.get_linestyle()) for line in fig.legends[0].get_lines()]
    assert drawn == named and len(drawn) == 3


def test_a_group_of_fewer_than_ten_questions_is_not_drawn_and_named():
    rates = {"easy": {"base": score(0.1), "tuned": score(0.8)}, "extra": {"base": score(0.0, 2), "tuned": score(0.5, 2)}}
    fig = score_bars(rates, SUBJECT, "test suite accuracy")
    (ax,) = fig.axes
    assert len(ax.patches) == 2 and [label.get_text() for label in ax.get_xticklabels()] == ["easy\nn = 50"]
    assert ax.get_xlabel() == "not drawn, fewer than 10 questions: extra (n = 2)"
    assert score_bars({"extra": rates["extra"]}, SUBJECT, "x")._repr_png_().startswith(PNG)


def test_a_grid_answers_each_column_in_its_own_words_and_marks_where_scores_disagree():
    fig = verdict_grid(["first", "second"], {"exact match": [False, True], "first query runs": [True, True]}, [0.5, 1.0], "Title")
    assert sorted(text.get_text() for text in fig.axes[0].texts) == ["0.50", "1.00", "right", "wrong", "yes", "yes"]
    assert [label.get_fontweight() for label in fig.axes[0].get_yticklabels()] == ["bold", "normal"]
    fig = verdict_grid(["1", "2"], {"exact match": [False, True], "execution": [False, False], "valid": [True, True]}, [0.5, 1.0])
    assert [label.get_fontweight() for label in fig.axes[0].get_yticklabels()] == ["normal", "bold"], "valid is no score that agrees"


def test_two_long_questions_of_a_grid_can_be_told_apart():
    questions = [f"Show the title of every play whose audience size is higher than that of {name}." for name in ("musicals", "comedies")]
    first, second = (label.get_text() for label in verdict_grid(questions, {"valid": [True, True]}, [1, 1]).axes[0].get_yticklabels())
    assert first[2:] != second[2:] and max(map(len, f"{first}\n{second}".splitlines())) <= 32


def test_the_limit_of_tokens_squeezes_no_histogram():
    far, near = token_lengths([90, 100, 120], 512, ""), token_lengths([90, 100, 120], 130, "")
    assert "limit 512: off to the right →" in words(far) and far.axes[0].get_xlim()[1] < 200
    assert "limit 130 " in words(near)


def test_a_dollar_in_a_name_is_a_dollar_and_a_long_subject_is_not_cut():
    fig = loss_curve(history(), r"model $\frac{ of $me on " + "a/very/long/name " * 8)
    assert fig._repr_png_().startswith(PNG)
    assert max(map(len, fig.axes[0].get_title(loc="left").splitlines())) <= 56
    assert picture("x $\\bad$")._repr_png_().startswith(PNG)


def test_no_picture_shows_the_way_to_a_file():
    fig = picture("Tokens per example (/tmp/rows/mine.jsonl)", "my model, on /tmp/rows/mine.jsonl")
    assert fig.get_suptitle() == "Tokens per example (mine.jsonl)" and fig.subtitle == "my model, on mine.jsonl"


def test_a_picture_is_described_by_its_title_and_a_name_in_it_is_not_broken_at_a_hyphen():
    """`create-context` stood on two lines of a subtitle."""
    fig = picture("Scores", "SmolLM2-135M-Instruct, phase 2 with the schema: practice/create-context-core")
    assert fig.subtitle.splitlines()[-1] == "practice/create-context-core"
    _, described = DisplayFormatter().format(fig)
    assert described["image/png"]["alt"] == "Scores SmolLM2-135M-Instruct, phase 2 with the schema: practice/create-context-core"
