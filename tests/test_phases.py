"""Two phases, one adapter: the second starts where the first ended, stacks nothing, and says in one sentence what is missing."""

import copy
import json
import os
import shutil
import subprocess
import sys

import pytest
import torch
from conftest import ROOT
from datasets import Dataset
from peft import LoraConfig, get_peft_model
from trl import SFTConfig, SFTTrainer

from helpers import UserError
from helpers.comparison import phase_arms
from helpers.data.load import load
from helpers.memory.device import named_dtype, precision_flags
from helpers.models.workarounds import adapters_to_float32
from helpers.prompts.render import to_prompt_completion
from helpers.runs import start_run
from helpers.runs.facts import questions_hash
from helpers.training import checkpoints, phases

ROWS = [
    to_prompt_completion({"question": f"Older than {n}?", "schema": "", "sql": f"SELECT name FROM singer WHERE age > {n}"}, "headed")
    for n in range(20, 32)
]


@pytest.fixture
def phase_one(tiny_mistral, tmp_path):
    """Save an adapter as a first phase leaves it, with weights that are not where an adapter starts."""
    model = get_peft_model(copy.deepcopy(tiny_mistral[0]), LoraConfig(r=4, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM"))
    torch.manual_seed(1)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.02)
    model.save_pretrained(tmp_path / "first" / "adapter")
    return tmp_path / "first" / "adapter"


def adapter_weights(model) -> dict[str, torch.Tensor]:
    return {name: parameter.detach().clone() for name, parameter in model.named_parameters() if "lora_" in name}


def second_phase(model, tokenizer, folder) -> SFTTrainer:
    settings = SFTConfig(
        output_dir=str(folder), max_steps=3, per_device_train_batch_size=4, learning_rate=1e-2, logging_steps=1, save_steps=2,
        report_to="none", seed=0,
        use_cpu=True, disable_tqdm=True, gradient_checkpointing=False, **precision_flags(torch.float32),
    )  # fmt: skip
    trainer = SFTTrainer(model=model, args=settings, train_dataset=Dataset.from_list(ROWS), processing_class=tokenizer, peft_config=None)
    adapters_to_float32(trainer.model)
    return trainer


def test_phase_2_starts_from_the_weights_of_phase_1_and_changes_all_of_them(tiny_mistral, phase_one, tmp_path):
    from safetensors.torch import load_file

    trainer = second_phase(phases.continue_adapter(copy.deepcopy(tiny_mistral[0]), phase_one), tiny_mistral[1], tmp_path / "second")
    before = adapter_weights(trainer.model)
    saved = load_file(phase_one / "adapter_model.safetensors")
    assert len(saved) == len(before) > 0
    for name, tensor in saved.items():
        assert torch.equal(before[name.replace(".weight", ".default.weight")], tensor), name
    trainer.train()
    for name, tensor in adapter_weights(trainer.model).items():
        assert not torch.equal(tensor, before[name]), name


def test_phase_2_stacks_no_second_adapter_on_the_first(tiny_mistral, phase_one, tmp_path):
    model = phases.continue_adapter(copy.deepcopy(tiny_mistral[0]), phase_one)
    trainer = second_phase(model, tiny_mistral[1], tmp_path / "second")
    assert list(trainer.model.peft_config) == ["default"]
    assert len(trainer.model.active_adapters) == 1
    trainable = {name for name, parameter in trainer.model.named_parameters() if parameter.requires_grad}
    assert trainable == set(adapter_weights(trainer.model)), "an adapter loaded as usual is frozen; the base model stays so"
    assert not any(name.count("lora_A") > 1 or name.count("base_layer") > 1 for name, _ in trainer.model.named_parameters())


def test_a_resumed_phase_2_ends_in_the_same_single_adapter(tiny_mistral, phase_one, tmp_path):
    ends = []
    for resume in ("never", "auto"):
        model = phases.continue_adapter(copy.deepcopy(tiny_mistral[0]), phase_one)
        trainer = second_phase(model, tiny_mistral[1], tmp_path / "second")
        shutil.rmtree(tmp_path / "second" / "checkpoint-3", ignore_errors=True)
        last = checkpoints.last_checkpoint(tmp_path / "second", resume)
        assert bool(last) == (resume == "auto")
        trainer.train(resume_from_checkpoint=last)
        for made in checkpoints.checkpoints(tmp_path / "second"):
            checkpoints.seal(made, {})
        assert trainer.state.global_step == 3
        assert list(trainer.model.peft_config) == ["default"]
        ends.append(adapter_weights(trainer.model))
    for name, tensor in ends[0].items():
        assert torch.equal(tensor, ends[1][name]), name


def test_an_adapter_of_another_base_model_is_refused(tiny_mistral, phase_one):
    from helpers.models.standins import standin_folder

    with pytest.raises(UserError, match="was trained on tiny-mistral.* asked to go on with tiny-llama"):
        phases.check_base(phase_one, str(standin_folder("standin/tiny-llama")))
    config = json.loads((phase_one / "adapter_config.json").read_text())
    (phase_one / "adapter_config.json").write_text(json.dumps(config | {"base_model_name_or_path": "mistralai/Mistral-7B-v0.1"}))
    with pytest.raises(UserError, match="was trained on .*Mistral-7B-v0.1"):
        phases.continue_adapter(copy.deepcopy(tiny_mistral[0]), phase_one)
    with pytest.raises(UserError, match="was trained on mistralai/Mistral-7B-v0.1"):
        phases.check_base(phase_one, "mistralai/Mistral-Nemo-Instruct-2407")


def first_run(root, name, adapter, model_id="standin/tiny-mistral", finish=True):
    """Make a run of phase 1 under `root`/runs, with a copy of an adapter."""
    folder = root / "runs" / phases.PHASE_1 / name
    run = start_run(phases.PHASE_1, {"model_id": model_id}, str(folder))
    shutil.copytree(adapter, folder / "adapter")
    if finish:
        run.finish({"headline": {}, "excluded": []})
    return run


@pytest.fixture
def found(monkeypatch, tmp_path, tiny_mistral):
    """Return a function that looks for phase 1 in a project of its own, for a new run of phase 2."""
    monkeypatch.setattr(phases, "project_root", lambda: tmp_path)
    monkeypatch.setattr("helpers.runs.project_root", lambda: tmp_path)
    monkeypatch.setattr("helpers.runs.record.project_root", lambda: tmp_path)

    def find(asked="auto", model_id="standin/tiny-mistral", run="second"):
        second = start_run("05_nemo_phase2_logic", {}, str(tmp_path / run))
        return phases.find_phase_one(asked, model_id, tiny_mistral[0].name_or_path, second)

    return find


def test_phase_2_finds_the_last_finished_run_of_phase_1_with_its_model(found, phase_one, tmp_path):
    first_run(tmp_path, "a", phase_one)
    newest = first_run(tmp_path, "b", phase_one)
    first_run(tmp_path, "c", phase_one, model_id="standin/other")
    first_run(tmp_path, "d", phase_one, finish=False)
    result = found()
    assert result.folder == newest.folder / "adapter"
    assert result.run.folder == newest.folder
    assert result.name == f"runs/{phases.PHASE_1}/b/adapter"


def test_an_interrupted_phase_2_goes_on_from_the_adapter_that_it_began_with(found, phase_one, tmp_path):
    first_run(tmp_path, "a", phase_one)
    assert found().folder.parent.name == "a"
    first_run(tmp_path, "b", phase_one)
    assert found().folder.parent.name == "a"
    assert found(run="another").folder.parent.name == "b"


def test_without_phase_1_one_sentence_says_how_to_make_it(found, phase_one, tmp_path, monkeypatch):
    with pytest.raises(UserError, match=r"no finished run of phase 1 .*helpers.run 04 .*phase1_adapter=none"):
        found()
    first_run(tmp_path, "a", phase_one, model_id="standin/other")
    monkeypatch.setenv("TEXT_TO_SQL_PROFILE", "rehearsal")
    with pytest.raises(UserError, match=r"there are runs with standin/other.*helpers.run 04 --profile rehearsal"):
        found()
    assert found("none") is None


def test_an_adapter_can_be_named_by_its_folder_or_its_runs_folder(found, phase_one, tmp_path):
    assert found(str(phase_one)).folder == phase_one
    assert found(str(phase_one.parent), run="another").folder == phase_one
    assert found(str(phase_one), run="third").run is None
    first = first_run(tmp_path, "an-arm", phase_one)
    assert found("an-arm", run="by its end").folder == first.folder / "adapter"
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="holds no adapter"):
        found(str(tmp_path / "empty"), run="fourth")
    with pytest.raises(UserError, match="no folder or zip file nowhere"):
        found("nowhere", run="fourth")
    with pytest.raises(UserError, match="someone/adapter is not in the local cache"):
        found("someone/adapter", run="fourth")


def test_a_damaged_adapter_of_phase_1_is_one_sentence_before_the_base_model_is_loaded(found, phase_one, tmp_path):
    """It was a traceback after the untuned model had been scored, and with other names a phase 1 that had learned nothing."""
    from safetensors.torch import load_file, save_file

    file = phase_one / "adapter_model.safetensors"
    weights, kept = load_file(file), file.read_bytes()
    file.write_bytes(kept[:-9])
    with pytest.raises(UserError, match="adapter_model.safetensors is damaged or was not fetched whole"):
        found(str(phase_one))
    save_file({name.replace("layers.0", "layers.5"): tensor for name, tensor in weights.items()}, file)
    with pytest.raises(UserError, match="does not fit .*8 of its tensors and the model's layers have different names"):
        found(str(phase_one))
    file.write_bytes(kept)
    assert found(str(phase_one)).folder == phase_one


def write_run_of_phase_one(folder):
    """Put the record of a finished run of 04 into a folder, as sharing puts it beside an adapter."""
    parameters = {
        "dataset_id": "practice/gretel-single", "train_examples": 8, "validation_examples": 4, "eval_examples": 8, "seed": 42,
        "field_mapping": "",
    }  # fmt: skip
    record = {"stem": phases.PHASE_1, "status": "scored", "started": "2026-01-01T00:00:00+00:00", "parameters": parameters}
    (folder / "run.json").write_text(json.dumps(record))
    (folder / "metrics.json").write_text(json.dumps({"models": ["tuned"], "tuned": {}, "excluded": ["Who?"]}))


def test_phase_1s_test_set_is_known_by_its_hash_and_one_that_is_not_here_stops_nothing(found, phase_one, tmp_path, capsys):
    write_run_of_phase_one(phase_one)
    first = found(str(phase_one))
    assert phases.first_test_set(first) is None and "has changed since phase 1" in capsys.readouterr().out
    rows = load("practice/gretel-single", 8, 4, 8, 42, ["Who?"]).test
    first.run.record["questions"] = questions_hash(rows)
    assert phases.first_test_set(first)["question"][:] == rows["question"][:]
    first.run.record["parameters"]["dataset_id"] = "own.jsonl"
    assert phases.first_test_set(first) is None and "cannot be measured: There is no file own.jsonl" in capsys.readouterr().out


def test_the_adapter_of_the_hub_is_the_finished_one_and_not_the_last_checkpoint_beside_it(found, phase_one, tmp_path, monkeypatch):
    """04 uploads both into one repository; 05 once refused what 04 had made: it held two adapters."""
    import huggingface_hub

    place = tmp_path / "checkpoint-tests" / "snapshot"
    shutil.copytree(phase_one, place)
    shutil.copytree(phase_one, place / "last-checkpoint")
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **options: str(place))
    assert found("ada/phase-1").folder == place and found("ada/phase-1").run is None
    write_run_of_phase_one(place)
    assert found("ada/phase-1", run="with its record").run.metrics["excluded"] == ["Who?"]
    (place / "adapter_config.json").unlink()
    with pytest.raises(UserError, match="ada/phase-1 holds no adapters"):
        found("ada/phase-1", run="another")


def test_a_named_number_format_is_taken_and_another_word_refused():
    assert named_dtype("auto", torch.float16) is torch.float16
    assert named_dtype("float32", torch.float16) is torch.float32
    with pytest.raises(UserError, match="compute_dtype is 'fp16'; expected one of auto"):
        named_dtype("fp16", torch.float16)


def test_the_last_checkpoint_of_a_lost_session_comes_from_the_hub(tmp_path, monkeypatch, capsys):
    import huggingface_hub

    uploaded = tmp_path / "hub" / "last-checkpoint"
    uploaded.mkdir(parents=True)
    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda name, **options: str(uploaded.parent))
    with pytest.raises(UserError, match="holds no last-checkpoint"):
        checkpoints.fetch_last_checkpoint("me/model", tmp_path / "run")
    (uploaded / "trainer_state.json").write_text('{"global_step": 150}')
    checkpoints.fetch_last_checkpoint("me/model", tmp_path / "run")
    assert (tmp_path / "run" / "checkpoint-150" / "trainer_state.json").exists()
    assert checkpoints.last_checkpoint(tmp_path / "run") == str(tmp_path / "run" / "checkpoint-150"), "sealed here: the Hub's are whole"
    assert "step 150 comes from me/model" in capsys.readouterr().out


def test_samples_are_written_while_training_and_change_no_weight(tiny_mistral, phase_one, tmp_path):
    from helpers.evaluation.exam import Exam
    from helpers.training.samples import SampleQueries, read_samples, samples_table

    run = start_run("04_tiny", {}, str(tmp_path / "run"))
    questions = [{"question": "Older than 5?", "schema": ""}]
    exam = Exam(tiny_mistral[1], lambda row: row["question"], Dataset.from_list([]), questions, run, 4, 2)
    trained = []
    for every in (0, 2):
        torch.manual_seed(0)
        model = phases.continue_adapter(copy.deepcopy(tiny_mistral[0]), phase_one)
        trainer = second_phase(model, tiny_mistral[1], tmp_path / f"every{every}")
        trainer.add_callback(SampleQueries(exam, every))
        trainer.train()
        trained.append(adapter_weights(trainer.model))
        assert [row["step"] for row in read_samples(run)] == ([] if every == 0 else [0, 2])
    for name, tensor in trained[0].items():
        assert torch.equal(tensor, trained[1][name]), name
    assert list(samples_table(run).index) == [("Older than 5?", 0), ("Older than 5?", 2)]


def test_the_best_checkpoint_is_looked_for_no_less_often_than_checkpoints_are_saved():
    """With a long way between two validations save_steps was replaced by it, and only the last checkpoint was kept."""
    from helpers.training.samples import validation

    assert [validation(4, every, 50, "loss")["save_steps"] for every in (10, 1000)] == [10, 50]
    assert [validation(4, every, 50, "last")["save_steps"] for every in (10, 1000)] == [50, 50]


def trained_with_curve(tiny, phase_one, folder, rates, best, **settings):
    """Train three steps, validating at each, with rates in place of the model's own; return the trainer and its costs' run."""
    from helpers.memory.device import Machine
    from helpers.training.samples import ExecutionCurve, validation
    from helpers.training.train import train

    class Given(ExecutionCurve):
        def score(self, model):
            asked.append(model.training)
            return rates[len(asked) - 1]

    asked: list[bool] = []
    torch.manual_seed(0)
    model = phases.continue_adapter(copy.deepcopy(tiny[0]), phase_one)
    run = start_run("04_tiny", {"resume": "auto"}, str(folder))
    options = validation(4, 1, 2, best)
    arguments = SFTConfig(
        output_dir=str(folder), max_steps=3, per_device_train_batch_size=4, learning_rate=1e-2, logging_steps=1, save_total_limit=2,
        report_to="none", seed=0, use_cpu=True, disable_tqdm=True, gradient_checkpointing=False, **options,
        **precision_flags(torch.float32),
    )  # fmt: skip
    rows = Dataset.from_list(ROWS)
    trainer = SFTTrainer(model=model, args=arguments, train_dataset=rows, eval_dataset=rows.select(range(4)), processing_class=tiny[1])
    adapters_to_float32(trainer.model)
    trainer.add_callback(Given(None, rows))
    train(trainer, run, "auto", Machine("cpu", "some CPU"))
    return trainer


def test_the_checkpoint_that_is_right_most_often_by_execution_is_kept_and_the_curve_is_logged(tiny_mistral, phase_one, tmp_path, capsys):
    from safetensors.torch import load_file

    from helpers.plots.training import loss_curve

    rates = [0.25, 0.75, 0.5]
    last = trained_with_curve(tiny_mistral, phase_one, tmp_path / "last", rates, "last")
    best = trained_with_curve(tiny_mistral, phase_one, tmp_path / "best", rates, "execution")
    logged = [entry["eval_execution"] for entry in best.state.log_history if "eval_execution" in entry]
    assert logged == rates
    assert "kept: the weights of step 2, execution 0.7500" in capsys.readouterr().out
    saved = load_file(tmp_path / "best" / "checkpoint-2" / "adapter_model.safetensors")
    for name, tensor in adapter_weights(best.model).items():
        assert torch.equal(tensor, saved[name.replace(".default.weight", ".weight")]), name
        assert not torch.equal(tensor, adapter_weights(last.model)[name])
    assert not any(map(checkpoints.checkpoint_fault, checkpoints.checkpoints(tmp_path / "best")))
    again = trained_with_curve(tiny_mistral, phase_one, tmp_path / "best", rates, "execution")  # nothing is left to train
    for name, tensor in adapter_weights(again.model).items():
        assert torch.equal(tensor, adapter_weights(best.model)[name]), name
    assert "execution\naccuracy" in [ax.get_ylabel() for ax in loss_curve(best.state.log_history, "").axes]


def test_the_execution_curve_counts_the_queries_that_return_what_they_should(tiny_mistral, tmp_path, monkeypatch):
    from transformers import TrainerControl, TrainerState, TrainingArguments

    from helpers.evaluation import exam as exams
    from helpers.evaluation.generation import Generation
    from helpers.training.samples import ExecutionCurve

    schema = "CREATE TABLE singer (name TEXT, age INTEGER)"
    rows = [{"question": "Names?", "schema": schema, "sql": "SELECT name FROM singer", "database": ""},
            {"question": "Ages?", "schema": schema, "sql": "SELECT age FROM singer", "database": ""}]  # fmt: skip
    run = start_run("04_tiny", {}, str(tmp_path))
    exam = exams.Exam(tiny_mistral[1], lambda row: row["question"], Dataset.from_list([]), [], run, 4, 2)
    monkeypatch.setattr(exams, "generate", lambda *args: [Generation("SELECT name FROM singer", 3, False) for _ in args[2]])
    state, metrics = TrainerState(global_step=5, max_steps=9, log_history=[{"step": 5, "eval_loss": 1.0}]), {}
    arguments = TrainingArguments(output_dir=str(tmp_path), use_cpu=True, report_to="none")
    ExecutionCurve(exam, Dataset.from_list(rows)).on_evaluate(arguments, state, TrainerControl(), model=None, metrics=metrics)
    assert metrics == {"eval_execution": 0.5} and state.log_history == [{"step": 5, "eval_loss": 1.0, "eval_execution": 0.5}]


def report(right: list[bool], unknown: int = 0) -> dict:
    from helpers.scoring.statistics import rate_with_interval

    score = rate_with_interval(right)
    hallucinated = {"tables": 0, "columns": unknown, "names": {"nme": unknown} if unknown else {}}
    return {
        "test_suite": score, "execution_accuracy": score, "validity": {**score, "hallucinated": hallucinated}, "n": len(right),
        "rows": [{"test_suite": verdict, "execution": verdict, "valid": verdict} for verdict in right],
    }  # fmt: skip


def arm(tmp_path, include_schema, phase1_adapter, forgetting=None, **models):
    values = {"model_id": "standin/x", "include_schema": include_schema, "phase1_adapter": phase1_adapter}
    run = start_run("05_tiny", values, str(tmp_path / f"{include_schema}-{phase1_adapter}"))
    reports = {name.replace("_", " "): found for name, found in models.items()}
    run.finish({"headline": {}, "models": list(reports), **reports, "forgetting": forgetting})
    return run


def test_the_last_section_shows_every_arm_and_pairs_what_belongs_together(tmp_path):
    yes, no = [True] * 12, [False] * 12
    own = arm(tmp_path, True, "auto", base=report(no), phase_1=report(no), tuned=report(yes))
    arm(tmp_path, False, "auto", base=report(no), phase_1=report(no), tuned=report(no, unknown=7))
    arm(tmp_path, True, "none", base=report(no), tuned=report([True] * 6 + [False] * 6))
    reports = phase_arms.phase_reports(own)
    assert set(reports) == {
        "base, schema", "phase 1 only, schema", "both phases, schema", "base, no schema", "phase 1 only, no schema",
        "both phases, no schema", "phase 2 only, schema",
    }  # fmt: skip
    groups = ["seen wordings"] * 6 + ["unseen databases"] * 6
    table = phase_arms.paired_table(reports, groups).set_index(["comparison", "questions"])
    assert table.loc[("both phases, schema against both phases, no schema", "unseen databases"), "gained"] == 6
    against = table.loc[("both phases, schema against phase 2 only, schema", "all")]
    assert against["change of test suite accuracy"].startswith("+50.0 points [+")
    same = table.loc[("phase 1 only, schema against phase 1 only, no schema", "all"), "change of test suite accuracy"]
    assert same.startswith("+0.0 points [-")
    assert not any("base" in compared for compared, _ in table.index)
    assert against["change of valid"].startswith("+50.0 points [+")
    assert set(phase_arms.paired_table(reports, ["unseen databases"] * 12)["questions"]) == {"unseen databases"}
    invented = phase_arms.invented_names(reports)
    assert invented.loc["both phases, no schema", "unknown columns"] == 7
    assert invented.loc["both phases, no schema", "commonest"] == "nme"
    reports["base, schema"]["validity"]["hallucinated"]["names"] = {"x" * 130: 1}
    assert len(phase_arms.invented_names(reports).loc["base, schema", "commonest"]) == 30, "one long name makes no column of 130"
    rates = phase_arms.rates_table(reports, groups, "test_suite")
    assert rates.loc["both phases, schema", "unseen databases (n 6)"].startswith("1.00 [")
    assert not any(name.startswith("base") for name in rates.index), "the untrained model's score stands above, once"


def test_forgetting_is_shown_for_every_arm_that_went_on_from_phase_1(tmp_path):
    from helpers.scoring.measures import compare

    before, after = report([True] * 9 + [False]), report([True] * 6 + [False] * 4)
    found = {"before": before, "after": after, "comparison": compare(before, after)}
    own = arm(tmp_path, True, "auto", forgetting=found, base=report([False]), tuned=report([True]))
    arm(tmp_path, True, "none", base=report([False]), tuned=report([True]))
    table = phase_arms.forgetting_table(own)
    assert table["phase 2 with"].tolist() == ["schema"]
    assert table["lost"].tolist() == [3]
    assert table["after phase 1"][0].startswith("0.90 [")


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("SELECT count(*) FROM a", "neither"),
        ("SELECT b FROM a GROUP\n BY b", "GROUP BY"),
        ("select b from a join c on a.i = c.i", "JOIN"),
        ("SELECT joined FROM groups", "neither"),
    ],
)
def test_a_query_is_named_after_its_clauses(sql, named):
    assert phase_arms.clauses(sql) == named


@pytest.mark.long
def test_both_notebooks_run_one_after_the_other(tmp_path):
    """The smoke profile of 05 is alone, so that it needs no run of 04: here it goes on from one."""

    def run(*arguments):
        command = [sys.executable, "-m", "helpers.run", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, env=os.environ)

    done = run("04", "--profile", "smoke", "-p", f"output_dir={tmp_path / 'first'}")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    steps = {row["step"] for row in json.loads((tmp_path / "first" / "samples.json").read_text())}
    assert steps == {0, 2, 4}
    for schema in ("true", "false"):
        folder = tmp_path / "arms" / schema
        values = [f"phase1_adapter={tmp_path / 'first'}", f"output_dir={folder}", f"include_schema={schema}"]
        done = run("05", "--profile", "smoke", *(part for value in values for part in ("-p", value)))
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        metrics = json.loads((folder / "metrics.json").read_text())
        assert metrics["models"] == ["base", "phase 1", "tuned"]
        assert metrics["forgetting"]["comparison"]["n"] == 8
    assert "both phases, no schema" in (folder / "05_nemo_phase2_logic.ipynb").read_text()
