"""The parameters cell, the values of profiles and command lines, and what a notebook collects."""

import json
import re

import pytest

from helpers import UserError
from helpers.parameters import (
    RULES,
    Parameter,
    check_names,
    collect,
    convert,
    find_notebook,
    notebooks,
    profile_names,
    read_parameters,
    read_profile,
)
from helpers.parameters.trainer import check_trainer
from helpers.run.__main__ import parser
from helpers.run.plan import plan

CELL = """\
# Recipe
model_id: str = "standin/tiny"  # any id of the Hub
lora_rank: int = 16  # higher learns more and costs memory
learning_rate: float = 0.0002  # the step
load_in_4bit: bool = True
target_modules: list = ["q_proj", "v_proj"]

# Run and sharing
max_steps: int = -1
steps_to_try: list = [1, 2]
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Make a project of two notebooks and return a function that replaces the first one's parameters cell."""
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))

    def write(source, stem="01_tiny"):
        cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source.splitlines(keepends=True)}
        path = tmp_path / "notebooks" / f"{stem}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
        return path

    write(CELL)
    write(CELL, "02_other")
    return write


@pytest.fixture
def declared(project):
    return read_parameters(find_notebook("01"))


def write_profile(tmp_path, text, profile="rehearsal", stem="01_tiny"):
    path = tmp_path / "notebooks" / "profiles" / profile / f"{stem}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_parameters_cell_gives_type_default_comment_and_group_in_order(declared):
    assert list(declared) == ["model_id", "lora_rank", "learning_rate", "load_in_4bit", "target_modules", "max_steps", "steps_to_try"]
    assert declared["lora_rank"] == Parameter("int", 16, "higher learns more and costs memory", "Recipe")
    assert declared["max_steps"] == Parameter("int", -1, "", "Run and sharing")
    assert declared["target_modules"].default == ["q_proj", "v_proj"]


@pytest.mark.parametrize("line", [
    "lora_rank = 16", "lora_rank: int = 2 * 8", "lora_rank: int = 1.5", "lora_rank: float = 1", "lora_rank: int | None = 1",
    "lora_rank: int = None", "url: str = 'a=b'", "color: str = '#fff'", "rank: int = 4  # see #3", "mixed: list = [1, 'a']",
    "import os", "    indented: int = 1", "broken: list = [1,",
])  # fmt: skip
def test_a_line_that_papermill_would_misread_is_refused_with_notebook_and_line(project, line):
    with pytest.raises(UserError, match="01_tiny, line 2 of the parameters cell"):
        read_parameters(project(f"# Recipe\n{line}\n"))


def test_a_name_declared_twice_and_a_missing_cell_are_refused(project, tmp_path):
    with pytest.raises(UserError, match="declared twice"):
        read_parameters(project("rank: int = 1\nrank: int = 2"))
    path = tmp_path / "notebooks" / "03_bare.ipynb"
    path.write_text('{"cells": []}')
    with pytest.raises(UserError, match="no cells tagged `parameters`"):
        read_parameters(path)
    path.write_text("not json")
    with pytest.raises(UserError, match="not a notebook"):
        read_parameters(path)


@pytest.mark.parametrize(("name", "given", "expected"), [
    ("load_in_4bit", "true", True), ("load_in_4bit", "False", False), ("load_in_4bit", "yes", True), ("load_in_4bit", "no", False),
    ("load_in_4bit", "1", True), ("load_in_4bit", 0, False), ("load_in_4bit", False, False),
    ("learning_rate", "1e-4", 1e-4), ("learning_rate", 1, 1.0), ("learning_rate", "2", 2.0), ("learning_rate", 0.5, 0.5),
    ("lora_rank", "8", 8), ("lora_rank", 8, 8), ("max_steps", "-1", -1),
    ("target_modules", "q_proj, k_proj", ["q_proj", "k_proj"]), ("target_modules", "['a', 'b']", ["a", "b"]), ("target_modules", "", []),
    ("target_modules", '["a"]', ["a"]), ("target_modules", ["a"], ["a"]), ("steps_to_try", "3,4", [3, 4]), ("steps_to_try", [3], [3]),
    ("model_id", "5", "5"), ("model_id", "true", "true"),
])  # fmt: skip
def test_texts_and_yaml_values_become_the_declared_type(declared, name, given, expected):
    converted = convert(name, given, declared[name])
    assert converted == expected
    assert type(converted) is type(expected)


@pytest.mark.parametrize(("name", "given", "message"), [
    ("lora_rank", "high", "lora_rank wants a whole number such as 16, not 'high'"),
    ("lora_rank", "4.0", "lora_rank wants a whole number such as 16, not '4.0'"),
    ("lora_rank", 4.0, "not 4.0"), ("lora_rank", True, "not True"), ("lora_rank", None, "not None"), ("lora_rank", "", "not ''"),
    ("learning_rate", "fast", "learning_rate wants a number such as 0.0002, not 'fast'"),
    ("learning_rate", "nan", "not 'nan'"), ("learning_rate", float("inf"), "not inf"), ("learning_rate", True, "not True"),
    ("learning_rate", 10**400, "wants a number"),
    ("load_in_4bit", "maybe", "load_in_4bit wants true or false, not 'maybe'"), ("load_in_4bit", 2, "not 2"),
    ("load_in_4bit", 1.0, "not 1.0"),
    ("target_modules", 3, "target_modules wants a list such as q_proj,v_proj, not 3"), ("target_modules", [3], r"not \[3\]"),
    ("target_modules", "[a", "not"), ("steps_to_try", "a,b", "wants a list such as 1,2"),
    ("model_id", 5, "model_id wants text such as 'standin/tiny', not 5"), ("model_id", False, "not False"),
])  # fmt: skip
def test_a_value_of_another_type_is_refused_with_name_value_and_example(declared, name, given, message):
    with pytest.raises(UserError, match=message):
        convert(name, given, declared[name])


def test_a_value_that_the_sessions_language_cannot_read_is_one_sentence():
    """Under LC_ALL=C a path with an accent was recorded as two halves of characters, which no file can hold."""
    with pytest.raises(UserError, match=r"dataset_id is '\\udcc3\\udca9.csv', which .* cannot read: .* Set PYTHONUTF8=1"):
        convert("dataset_id", "\udcc3\udca9.csv", Parameter("str", "", "", ""))


@pytest.mark.parametrize("token", ["hf_" + "aB3" * 10, "0123456789abcdef" * 2 + "01234567"])
def test_a_token_is_never_a_parameter_and_is_not_repeated(declared, token):
    for name, value in (("model_id", token), ("model_id", f"https://user:{token}@host"), ("target_modules", ["a", token])):
        with pytest.raises(UserError, match=f"{name} looks like an access token") as caught:
            convert(name, value, declared[name])
        assert token not in str(caught.value)


def test_an_unknown_name_is_refused_with_the_nearest_one(declared):
    with pytest.raises(UserError, match=r"^There is no parameter lora_rnk in 01_tiny: did you mean lora_rank\?$"):
        check_names(["model_id", "lora_rnk"], declared, "01_tiny")
    with pytest.raises(UserError, match="it has model_id, lora_rank"):
        check_names(["zzz"], declared, "01_tiny")


def test_a_notebook_is_found_by_number_stem_and_path(project, tmp_path):
    assert list(notebooks()) == ["01_tiny", "02_other"]
    expected = tmp_path / "notebooks" / "02_other.ipynb"
    for name in ("02", "2", "02_other", str(expected)):
        assert find_notebook(name) == expected
    with pytest.raises(UserError, match="no notebook 09: there are 01_tiny, 02_other"):
        find_notebook("09")


def test_a_profile_is_read_and_converted(declared, tmp_path):
    write_profile(tmp_path, "lora_rank: 8\nlearning_rate: 1e-4\nload_in_4bit: no\ntarget_modules: [q_proj]\n")
    assert read_profile("rehearsal", "01_tiny", declared) == {
        "lora_rank": 8, "learning_rate": 1e-4, "load_in_4bit": False, "target_modules": ["q_proj"],
    }  # fmt: skip
    assert profile_names("01_tiny") == ["t4", "rehearsal"]


def test_the_profile_t4_means_the_defaults_and_needs_no_file(declared):
    assert read_profile("t4", "01_tiny", declared) == {}


def test_an_unknown_profile_lists_those_of_the_notebook(declared, tmp_path):
    write_profile(tmp_path, "", "smoke")
    with pytest.raises(UserError, match="01_tiny has no profile smok: it has t4, smoke"):
        read_profile("smok", "01_tiny", declared)


@pytest.mark.parametrize(("text", "message"), [
    ("lora_rnk: 8", "did you mean lora_rank"), ("lora_rank: high", "wants a whole number"), ("model_id: 5", "wants text"),
    ("lora_rank: 4\nlora_rank: 8", "sets lora_rank twice"), ("output_dir: x", "no value of a profile"),
    ("- 1", "one `name: value` a line"), ("a: [", "cannot be read"), ("model_id: hf_" + "a1" * 15, "access token"),
])  # fmt: skip
def test_a_fault_in_a_profile_names_the_file(declared, tmp_path, text, message):
    write_profile(tmp_path, text)
    with pytest.raises(UserError, match=f"notebooks/profiles/rehearsal/01_tiny.yml.*{message}"):
        read_profile("rehearsal", "01_tiny", declared)


def values(**changed):
    return {
        "model_id": "m", "lora_rank": 4, "learning_rate": 1e-3, "load_in_4bit": True, "target_modules": ["q_proj"],
        "max_steps": -1, "steps_to_try": [1], "unrelated": object(),
    } | changed  # fmt: skip


def test_collect_returns_the_parameters_in_order_and_nothing_else(project, capsys):
    assert list(collect("01_tiny", values()).items())[:2] == [("model_id", "m"), ("lora_rank", 4)]
    assert capsys.readouterr().out == ""


def test_collect_converts_what_papermill_leaves_as_text_and_says_so(project, capsys):
    # plain papermill: `-p load_in_4bit false` is a text, which Python takes for true
    namespace = values(load_in_4bit="false", learning_rate="1e-4", max_steps=3)
    parameters = collect("01_tiny", namespace)
    assert namespace["load_in_4bit"] is False and parameters["load_in_4bit"] is False
    assert namespace["learning_rate"] == pytest.approx(1e-4)
    assert capsys.readouterr().out.splitlines() == [
        "learning_rate: '1e-4' is taken as 0.0001", "load_in_4bit: 'false' is taken as False",
    ]  # fmt: skip


def test_collect_takes_a_whole_number_for_a_fraction_without_a_word(project, capsys):
    parameters = collect("01_tiny", values(learning_rate=1))
    assert type(parameters["learning_rate"]) is float
    assert capsys.readouterr().out == ""


def test_collect_refuses_a_wrong_type_and_a_cell_that_was_not_run(project):
    with pytest.raises(UserError, match="lora_rank wants a whole number"):
        collect("01_tiny", values(lora_rank="high"))
    namespace = values()
    del namespace["max_steps"]
    with pytest.raises(UserError, match="max_steps has no value: run the Parameters cell first; if you have, this notebook is older"):
        collect("01_tiny", namespace)


def test_collect_finds_the_unknown_name_that_papermill_only_warned_of(project):
    injected = "# Parameters\nlora_rnk = 8\n"
    with pytest.raises(UserError, match="no parameter lora_rnk in 01_tiny: did you mean lora_rank"):
        collect("01_tiny", values(In=["", CELL, injected], lora_rnk=8))


def test_collect_does_not_mind_names_that_cells_assign(project):
    collect("01_tiny", values(In=["", CELL, "# Parameters\nlora_rank = 4\n", "lora_rnk = 8", "# Parameters of ours\nx = 1"], lora_rnk=8))


@pytest.fixture
def with_profile(project, tmp_path):
    """Make a notebook whose first parameter is `profile`; return a function that collects from its defaults and what was changed."""
    project('profile: str = ""\noutput_dir: str = ""\n' + CELL)
    write_profile(tmp_path, "lora_rank: 4\nlearning_rate: 1e-3\nmax_steps: 7\n")

    def gathered(**changed):
        namespace = {name: parameter.default for name, parameter in read_parameters(find_notebook("01")).items()} | changed
        return namespace, collect("01_tiny", namespace)

    return gathered


def test_a_notebook_opened_by_hand_takes_the_values_of_the_profile_it_names(with_profile, capsys):
    namespace, parameters = with_profile(profile="rehearsal")
    assert (namespace["lora_rank"], namespace["learning_rate"], namespace["max_steps"]) == (4, 0.001, 7)
    assert parameters["lora_rank"] == 4 and namespace["load_in_4bit"] is True
    assert capsys.readouterr().out == "profile rehearsal sets 3 parameters\n"
    collect("01_tiny", namespace)
    assert capsys.readouterr().out == "profile rehearsal sets 3 parameters\n", "the cell may be run twice"


def test_a_value_changed_by_hand_wins_over_the_profile(with_profile, capsys):
    namespace, _ = with_profile(profile="rehearsal", lora_rank=64)
    assert (namespace["lora_rank"], namespace["max_steps"]) == (64, 7)
    assert capsys.readouterr().out == "profile rehearsal sets 2 parameters; as you set them: lora_rank\n"


def test_a_value_that_papermill_injects_wins_over_the_profile_even_if_it_is_the_default(with_profile):
    namespace, _ = with_profile(profile="rehearsal", In=["", "# Parameters\nprofile = 'rehearsal'\nlora_rank = 16\n"])
    assert (namespace["lora_rank"], namespace["max_steps"]) == (16, 7)


def test_no_profile_and_t4_leave_the_defaults_and_an_unknown_one_is_refused_with_the_list(with_profile):
    assert with_profile()[1]["lora_rank"] == with_profile(profile="t4")[1]["lora_rank"] == 16
    with pytest.raises(UserError, match="01_tiny has no profile rehersal: it has t4, rehearsal"):
        with_profile(profile="rehersal")


def test_the_runner_reads_a_profile_once_and_records_it_like_a_notebook_run_by_hand(with_profile, project, tmp_path, monkeypatch):
    from helpers.run.__main__ import parser
    from helpers.run.plan import plan
    from helpers.runs import start_run

    for arguments in (["--profile", "rehearsal"], ["-p", "profile=rehearsal"]):
        (job,) = plan(parser().parse_args(["01", *arguments, "-p", "output_dir=x", "-p", "lora_rank=16"]))
        assert (job.profile, job.values["profile"], job.values["lora_rank"], job.values["max_steps"]) == ("rehearsal", "", 16, 7)
    with pytest.raises(UserError, match="--profile t4 and -p profile=rehearsal are two profiles"):
        plan(parser().parse_args(["01", "--profile", "t4", "-p", "profile=rehearsal"]))
    monkeypatch.delenv("TEXT_TO_SQL_PROFILE", raising=False)
    by_hand = start_run("01_tiny", with_profile(profile="rehearsal", lora_rank=64)[1], str(tmp_path / "hand")).record
    assert by_hand["profile"] == "rehearsal" and by_hand["parameters"]["lora_rank"] == 64 and "profile" not in by_hand["parameters"]


STEMS = ["00_data_and_scores", "01_mistral_qlora", "02_qwen_lora", "03_t5_qlora_vs_full", "04_nemo_phase1_syntax", "05_nemo_phase2_logic",
         "06_llama_qlora", "07_compare_runs", "08_ask_your_database", "09_more_answers"]  # fmt: skip
TRAINING = STEMS[1:7]


@pytest.mark.parametrize("stem", TRAINING)
def test_a_sweep_over_seeds_is_one_run_a_seed_in_a_folder_named_by_it(stem):
    jobs = plan(parser().parse_args([stem, "--profile", "rehearsal", "--sweep", "seed=1,2,3"]))
    assert [(job.values["seed"], job.folder.name) for job in jobs] == [(1, "seed=1"), (2, "seed=2"), (3, "seed=3")]
    assert len({job.sweep for job in jobs}) == 1
    with pytest.raises(UserError, match="output_dir cannot be swept: start one run for each value"):
        plan(parser().parse_args([stem, "--sweep", "output_dir=a,b"]))


def defaults(stem, **changed):
    return {name: parameter.default for name, parameter in read_parameters(notebooks()[stem]).items()} | changed


@pytest.mark.parametrize("stem", STEMS)
def test_every_number_of_every_notebook_has_a_range_and_every_profile_is_within(stem):
    declared = read_parameters(notebooks()[stem])
    assert {name for name, parameter in declared.items() if parameter.type in ("int", "float")} <= set(RULES)
    for profile in profile_names(stem):
        read_profile(profile, stem, declared)
    for name, parameter in declared.items():
        assert convert(name, parameter.default, parameter) == parameter.default


@pytest.mark.parametrize(("stem", "name", "value"), [
    *(("01", "learning_rate", value) for value in (-1, 0, "nan", "inf", True)),
    *(("01", "warmup", value) for value in (-1, 1.5, -0.01)), *(("01", "lora_dropout", value) for value in (1, 2, -0.1)),
    *(("01", "seed", value) for value in (-1, 2**32, 4.5)), *(("01", "lora_rank", value) for value in (0, -4, True)),
    *(("01", "num_epochs", value) for value in (0, -1)), *(("01", "max_steps", value) for value in (0, -2)),
    *(("01", "train_examples", value) for value in (0, -5)), *(("01", "eval_examples", value) for value in (0, -2)),
    *(("01", name, 0) for name in ("lora_alpha", "batch_size", "gradient_accumulation", "max_length", "max_new_tokens", "save_steps")),
    ("01", "generation_batch_size", 0), ("01", "validation_examples", -2), ("01", "checkpointing_every", -1),
    ("01", "prompt_style", "alpaca"),
    *(("01", "model_id", value) for value in ("", " ", "a\nb")), ("01", "dataset_id", ""),
    *(("01", name, 10**20) for name in ("lora_rank", "max_length", "max_new_tokens", "gradient_accumulation")),
    *(("01", "target_modules", value) for value in (["q_proj", "q_proj"], ["all-linear", "q_proj"], "{a: 1}", ["q proj"])),
    ("02", "dialect", "oracle"), ("03", "arms", ["full", "dora"]), ("03", "arms", []), ("03", "arms", ["lora", "lora"]),
    ("01", "learning_rate", 1e300), ("01", "num_epochs", 1e300),
    ("03", "adapter_epochs", 0), ("03", "full_learning_rate", -1e-3), ("04", "compute_dtype", "int8"), ("04", "sample_steps", -1),
    ("04", "evaluate_generation_every", -1), ("04", "best_checkpoint", "best"),
    ("08", "examples", 0), ("08", "seconds", -1), ("08", "attempts", 0), ("08", "max_length", 0), ("07", "models_shown", 0),
    ("07", "split_by", "foo"), ("00", "dataset_ids", []), ("08", "seconds", 1e-9), ("09", "samples", 100_000), ("09", "databases", 10**8),
    ("00", "rows_each", 0), ("09", "samples", 0), ("09", "top_p", 1.5), ("09", "databases", 0),
    *(("09", "temperature", value) for value in (0, 1e-300, 1e9)),
])  # fmt: skip
def test_a_value_out_of_range_is_one_sentence_with_name_value_and_what_was_expected(stem, name, value):
    with pytest.raises(UserError, match=rf"^{name} (is|wants) .*") as caught:
        convert(name, value, read_parameters(find_notebook(stem))[name])
    assert "expected" in str(caught.value) or "not " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("command", "words"), [
    (["²"], "There is no notebook ²"),
    (["01", "-p", "lora_rank=4", "-p", "lora_rank=8"], "-p gives lora_rank twice, 4 and 8"),
    (["01", "--sweep", "lora_rank=4", "--sweep", "lora_rank=8"], "--sweep gives lora_rank twice"),
    (["01", "--sweep", "lora_rank=4,8", "-p", "lora_rank=16"], "lora_rank is swept and also set by -p"),
    *((["01", "--sweep", "lora_rank=4", "--sweep-name", name], "is no name of a folder") for name in ("../x", "/abs", "a/b", "..")),
    (["01", "--sweep-name", "ranks"], "--sweep-name is for sweeps"),
    (["01", "--profile", "rehearsal/../rehearsal"], "has no profile rehearsal/../rehearsal"),
])  # fmt: skip
def test_a_command_line_that_contradicts_itself_or_leads_out_of_runs_is_refused(command, words):
    with pytest.raises(UserError, match=re.escape(words)):
        plan(parser().parse_args(command))


@pytest.mark.parametrize(("name", "value"), [
    ("warmup", 0), ("warmup", 100), ("lora_dropout", 0), ("seed", 2**32 - 1), ("max_steps", -1), ("train_examples", -1),
    ("validation_examples", 0), ("checkpointing_every", 0), ("num_epochs", 0.5),
])  # fmt: skip
def test_the_ends_of_the_ranges_are_taken(name, value):
    assert convert(name, value, read_parameters(find_notebook("01"))[name]) == value


@pytest.mark.parametrize("stem", TRAINING)
def test_what_the_notebooks_set_themselves_is_known_to_the_libraries(stem):
    check_trainer(defaults(stem))
    check_trainer(defaults(stem, warmup=7.0, max_steps=8))
    check_trainer(defaults(stem, warmup=9.0, max_steps=8, scheduler="constant"))
    check_trainer(defaults(stem, warmup=9.0, train_examples=-1))


def test_a_warmup_may_last_into_the_second_form_of_each_row():
    rows = {"train_examples": 200, "batch_size": 2, "gradient_accumulation": 1, "num_epochs": 1.0}
    check_trainer(defaults("01_mistral_qlora", warmup=101.0, **rows))
    with pytest.raises(UserError, match="101 steps of 100"):
        check_trainer(defaults("01_mistral_qlora", warmup=101.0, both_forms=False, **rows))


@pytest.mark.parametrize(("changed", "words"), [
    ({"scheduler": "cosin"}, "scheduler is 'cosin'; did you mean cosine"), ({"scheduler": "Linear"}, "did you mean linear"),
    ({"scheduler": ""}, "it knows linear, cosine"), ({"scheduler": "warmup_stable_decay"}, "cannot be used here: .*num_decay_steps"),
    ({"scheduler": "cosine_with_min_lr"}, "cannot be used here: .*min_lr"),
    ({"scheduler": "polynomial", "learning_rate": 1e-9}, "scheduler 'polynomial' cannot be used here"),
    ({"scheduler": "reduce_lr_on_plateau", "validation_examples": 0}, "set validation_examples above 0"),
    ({"optimizer": "AdamW"}, "optimizer is 'AdamW'; did you mean adamw_torch"), ({"warmup": 8.0, "max_steps": 8}, "warmup is 8 steps of 8"),
    ({"warmup": 201.0, "train_examples": 200, "batch_size": 2, "gradient_accumulation": 1, "num_epochs": 1.0}, "201 steps of [12]00"),
    ({"optimizer": "adamw"}, "optimizer is 'adamw'; did you mean adamw_torch"), ({"optimizer": "paged_adamw"}, "did you mean paged_adamw_"),
    ({"optimizer": "galore_adamw"}, "optimizer 'galore_adamw' cannot be used here: .*(galore|optim_target_modules)"),
    ({"report_to": "nonsense"}, "report_to is 'nonsense'; it knows none, .*wandb"), ({"report_to": "wandbb"}, "did you mean wandb"),
    ({"report_to": "wandb,tensorboard"}, "report_to is"), ({"target_modules": []}, "target_modules is"),
    ({"push_to_hub": True}, "hub_model_id is ''"), ({"push_to_hub": True, "hub_model_id": "a/b/c"}, "hub_model_id is 'a/b/c'"),
    ({"push_to_hub": True, "hub_model_id": "me/my model"}, "which the Hub does not take"),
])  # fmt: skip
@pytest.mark.parametrize("stem", ["01_mistral_qlora", "03_t5_qlora_vs_full"])
def test_what_only_the_libraries_know_is_refused_in_one_sentence(stem, changed, words, monkeypatch):
    monkeypatch.delenv("HF_USERNAME", raising=False)
    with pytest.raises(UserError, match=words) as caught:
        check_trainer(defaults(stem, **{"learning_rate": 1e-4} | changed))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("changed", "words"), [
    ({"best_checkpoint": "loss", "validation_examples": 0}, "best_checkpoint loss needs validation rows: set validation_examples"),
    ({"evaluate_generation_every": 5, "validation_examples": 0}, "evaluate_generation_every needs validation rows"),
    ({"evaluate_generation_every": 101, "max_steps": 100}, "is 101 and the training has 100 steps at most: lower it"),
    ({"best_checkpoint": "execution"}, "evaluate_generation_every is 0; expected steps between two"),
    ({"best_checkpoint": "loss", "evaluate_generation_every": 100_000}, r"each 100000 steps: set that to save_steps \(50\) or less"),
])  # fmt: skip
def test_a_checkpoint_cannot_be_chosen_by_what_is_not_measured(changed, words):
    check_trainer(defaults("04_nemo_phase1_syntax", best_checkpoint="execution", evaluate_generation_every=5))
    with pytest.raises(UserError, match=words):
        check_trainer(defaults("04_nemo_phase1_syntax", **changed))


@pytest.mark.parametrize("stem", TRAINING)
def test_an_upload_without_a_token_is_refused_in_every_notebook(stem, monkeypatch):
    monkeypatch.setattr("huggingface_hub.get_token", lambda: None)
    with pytest.raises(UserError, match="An upload to me/model(-GGUF)?, or going on from there, needs a token"):
        check_trainer(defaults(stem, push_to_hub=True, hub_model_id="me/model"))


def test_a_tracker_that_is_not_installed_gets_its_line_and_one_without_a_key_is_refused(monkeypatch):
    from transformers.integrations import integration_utils

    monkeypatch.setattr(integration_utils, "get_available_reporting_integrations", lambda: ["wandb"])
    with pytest.raises(UserError, match="report_to is 'tensorboard', which is not installed: pip install tensorboard$"):
        check_trainer(defaults("01_mistral_qlora", report_to="tensorboard"))
    for name in ("WANDB_API_KEY", "WANDB_MODE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/nowhere")
    with pytest.raises(UserError, match="report_to is 'wandb', which needs your key: set WANDB_API_KEY"):
        check_trainer(defaults("01_mistral_qlora", report_to="wandb"))
    with pytest.raises(UserError, match="report_to is 'all', and wandb needs your key: set WANDB_API_KEY"):
        check_trainer(defaults("01_mistral_qlora", report_to="all"))
    monkeypatch.setenv("WANDB_MODE", "offline")
    for name in ("wandb", "all"):
        check_trainer(defaults("01_mistral_qlora", report_to=name))


@pytest.mark.parametrize("place", ["/nope", "~nouser/x", "x" * 300])
def test_a_place_for_copies_that_is_not_there_is_refused_before_the_base_model_is_scored(place, monkeypatch):
    monkeypatch.setenv("CHECKPOINT_COPY", place)
    with pytest.raises(UserError, match="^CHECKPOINT_COPY "):
        check_trainer(defaults("01_mistral_qlora"))


def test_layers_by_turns_are_refused_where_transformers_cannot_do_it(monkeypatch):
    monkeypatch.setattr("helpers.parameters.trainer.partial_checkpointing", lambda: False)
    with pytest.raises(UserError, match="checkpointing_every is 2; the installed transformers knows 0 and 1 only"):
        check_trainer(defaults("01_mistral_qlora", checkpointing_every=2))


def test_collect_asks_the_libraries_and_hands_all_linear_on_as_peft_knows_it(capsys):
    with pytest.raises(UserError, match="did you mean cosine"):
        collect("01_mistral_qlora", defaults("01_mistral_qlora", scheduler="cosin"))
    for given in ("all-linear", ["all-linear"]):
        namespace = defaults("01_mistral_qlora", target_modules=given)
        assert collect("01_mistral_qlora", namespace)["target_modules"] == ["all-linear"], "recorded as a list"
        assert namespace["target_modules"] == "all-linear"


@pytest.mark.parametrize(("model", "task"), [("standin/tiny-mistral", "CAUSAL_LM"), ("standin/tiny-t5", "SEQ_2_SEQ_LM")])
def test_all_linear_reaches_every_linear_layer(model, task):
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

    from helpers.memory.model_shape import read_shape
    from helpers.models.standins import standin_folder

    auto = AutoModelForCausalLM if task == "CAUSAL_LM" else AutoModelForSeq2SeqLM
    namespace = defaults("01_mistral_qlora", target_modules=["all-linear"])
    collect("01_mistral_qlora", namespace)
    base = auto.from_pretrained(standin_folder(model))
    linears = {linear.name for linear in read_shape(base.config).linears}
    tuned = get_peft_model(base, LoraConfig(r=2, target_modules=namespace["target_modules"], task_type=task))
    adapted = {name.split(".lora_A.")[0].rsplit(".", 1)[1] for name, _ in tuned.named_parameters() if ".lora_A." in name}
    assert adapted == linears
