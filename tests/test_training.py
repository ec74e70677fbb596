"""The traps of 01's original recipe that a CPU can show, on the random Mistral: labels, padding, start tokens, dtypes, resuming."""

import copy
import json
import math
import re

import pytest
import torch
from datasets import Dataset
from peft import LoraConfig
from transformers import TrainerControl, TrainerState
from trl import SFTConfig, SFTTrainer

from helpers import UserError
from helpers.data import batches
from helpers.memory.device import precision_flags
from helpers.models.workarounds import adapters_to_float32, skip_head_on_prompts
from helpers.prompts.render import to_prompt_completion
from helpers.training import checkpoints
from helpers.training import train as training

EXAMPLES = [
    {"question": f"How many singers are older than {n}?" + " Please." * (n % 3), "schema": "CREATE TABLE singer (age INTEGER)",
     "sql": f"SELECT COUNT(*) FROM singer WHERE age > {n}"}
    for n in range(20, 44)
]  # fmt: skip


def make_trainer(tiny, folder, **settings):
    model, tokenizer = copy.deepcopy(tiny[0]), tiny[1]
    defaults = dict(
        output_dir=str(folder), max_steps=6, per_device_train_batch_size=4, learning_rate=1e-2, logging_steps=1, save_steps=2,
        train_sampling_strategy="sequential", report_to="none", seed=0, use_cpu=True, disable_tqdm=True, gradient_checkpointing=False,
        **precision_flags(torch.float32),
    )  # fmt: skip
    rows = Dataset.from_list([to_prompt_completion(example, "headed") for example in EXAMPLES])
    torch.manual_seed(0)
    trainer = SFTTrainer(
        model=model, args=SFTConfig(**(defaults | settings)), train_dataset=rows, processing_class=tokenizer,
        peft_config=LoraConfig(r=4, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM"),
    )  # fmt: skip
    adapters_to_float32(trainer.model)
    return trainer


@pytest.fixture
def trainer(tiny_mistral, tmp_path):
    return make_trainer(tiny_mistral, tmp_path)


@pytest.fixture
def batch(trainer):
    return trainer.data_collator([trainer.train_dataset[i] for i in range(4)])


def test_the_loss_sees_the_query_and_the_end_token_and_nothing_of_the_prompt(trainer, batch, tiny_mistral):
    """The original's own label mask is dead: its loss includes the constant prompt, and no end token is taught."""
    tokenizer = tiny_mistral[1]
    for ids, labels, example in zip(batch["input_ids"], batch["labels"], EXAMPLES, strict=False):
        learned = labels[labels != -100]
        assert tokenizer.decode(learned) == example["sql"] + tokenizer.eos_token
        assert learned[-1] == tokenizer.eos_token_id
        assert torch.equal(ids[labels != -100], learned)


def test_there_is_one_start_token_in_a_training_example(batch, tiny_mistral):
    assert ((batch["input_ids"] == tiny_mistral[1].bos_token_id).sum(dim=1) == 1).all()
    assert (batch["input_ids"][:, 0] == tiny_mistral[1].bos_token_id).all()


def test_training_pads_on_the_right_to_the_longest_row_of_the_batch(batch):
    mask = batch["attention_mask"]
    assert mask[:, 0].all()
    assert not mask[:, -1].all()
    assert mask.shape[1] == mask.sum(dim=1).max() < 512


def test_the_prompt_is_tokenized_alike_in_training_and_in_asking(batch, tiny_mistral):
    tokenizer = tiny_mistral[1]
    prompt = tokenizer(to_prompt_completion(EXAMPLES[0], "headed")["prompt"])["input_ids"]
    assert batch["input_ids"][0, : len(prompt)].tolist() == prompt


def test_training_moves_the_adapter_and_the_loss_falls_over_more_than_two_points(trainer):
    before = {name: tensor.clone() for name, tensor in trainer.model.named_parameters()}
    trainer.train()
    losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
    assert len(losses) == 6
    assert all(math.isfinite(loss) for loss in losses)
    assert losses[-1] < losses[0]
    for name, tensor in trainer.model.named_parameters():
        assert torch.equal(tensor, before[name]) == ("lora_" not in name), f"{name} moved or should have"


def test_adapters_of_a_quantized_model_are_float32_when_training_starts(tmp_path):
    """TRL leaves them in bfloat16; the gradient scaler of a T4's float16 training then fails at step 0."""
    from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig

    from helpers.models.standins import standin_folder

    folder = standin_folder("standin/tiny-mistral")
    quantization = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.float16)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float16, quantization_config=quantization, device_map={"": "cpu"})
    trainer = make_trainer((model, AutoTokenizer.from_pretrained(folder)), tmp_path)
    assert {p.dtype for p in trainer.model.parameters() if p.requires_grad} == {torch.float32}
    flags = precision_flags(torch.float16)
    assert flags == {"fp16": True, "bf16": False}, "both are given: what is left out is guessed"


def test_a_resumed_run_ends_in_the_same_adapter(tiny_mistral, tmp_path):
    whole = make_trainer(tiny_mistral, tmp_path / "whole")
    whole.train()
    resumed = make_trainer(tiny_mistral, tmp_path / "whole")
    checkpoint = str(tmp_path / "whole" / "checkpoint-4")
    resumed.train(resume_from_checkpoint=checkpoint)
    expected = dict(whole.model.named_parameters())
    for name, tensor in resumed.model.named_parameters():
        assert torch.equal(tensor, expected[name]), name


def test_resuming_without_a_checkpoint_starts_from_the_beginning(tmp_path):
    """Passing True to the trainer dies where there is none."""
    assert checkpoints.last_checkpoint(tmp_path) is None
    assert checkpoints.last_checkpoint(tmp_path / "nowhere") is None


@pytest.mark.parametrize("damage", ["cut the weights", "no optimizer", "cut the state", "no random state", "cut the optimizer"])
def test_a_damaged_checkpoint_is_passed_over_for_the_one_before_it(trainer, tmp_path, capsys, damage):
    from helpers.memory.device import Machine
    from helpers.training.resuming import Seals

    trainer.add_callback(Seals(trainer, Machine("cpu", "some CPU"), {}, {}))
    trainer.train()
    newest = tmp_path / "checkpoint-6"
    assert checkpoints.last_checkpoint(tmp_path) == str(newest)
    if damage == "cut the weights":
        file = newest / "adapter_model.safetensors"
        file.write_bytes(file.read_bytes()[:-10])
    elif damage == "cut the optimizer":
        (newest / "optimizer.pt").write_bytes((newest / "optimizer.pt").read_bytes()[:100])
    elif damage == "no optimizer":
        (newest / "optimizer.pt").unlink()
    elif damage == "no random state":
        (newest / "rng_state.pth").unlink()
    else:
        (newest / "trainer_state.json").write_text('{"epoch": 1')
    assert checkpoints.last_checkpoint(tmp_path) == str(tmp_path / "checkpoint-4")
    assert "checkpoint-6 is damaged" in capsys.readouterr().out
    assert checkpoints.last_checkpoint(tmp_path, "never") is None


def test_a_checkpoint_that_is_not_sealed_does_not_count_however_whole_it_looks(trainer, tmp_path, capsys):
    trainer.train()
    assert (tmp_path / "checkpoint-6" / "optimizer.pt").exists()
    assert checkpoints.last_checkpoint(tmp_path) is None
    assert "checkpoint-6 is damaged (it was interrupted while it was written)" in capsys.readouterr().out
    checkpoints.seal(tmp_path / "checkpoint-4", {})
    assert checkpoints.last_checkpoint(tmp_path) == str(tmp_path / "checkpoint-4")


def test_two_checkpoints_are_kept_where_one_is_asked_for(trainer, tmp_path):
    """The trainer removes the one before it seals the next: with one kept, a kill between would leave none."""
    from helpers.memory.device import Machine
    from helpers.training.resuming import Seals

    trainer.args.save_total_limit = 1
    trainer.add_callback(Seals(trainer, Machine("cpu", "some CPU"), {}, {}))
    trainer.train()
    assert [path.name for path in checkpoints.checkpoints(tmp_path)] == ["checkpoint-6", "checkpoint-4"]
    assert not any(map(checkpoints.checkpoint_fault, checkpoints.checkpoints(tmp_path)))


def test_of_many_log_steps_the_first_and_one_in_ten_are_printed_and_all_are_kept(tmp_path, capsys):
    from types import SimpleNamespace

    from helpers.memory.device import Machine

    log, args = training.LogLines(Machine("cpu", "some CPU")), SimpleNamespace(output_dir=str(tmp_path))
    for step in range(1, 101):
        state = SimpleNamespace(global_step=step, max_steps=100, is_world_process_zero=True)
        log.on_log(args, state, None, {"loss": 1.0})
    log.on_log(args, state, None, {"eval_loss": 2.0})
    assert [line.split("/")[0].split()[-1] for line in capsys.readouterr().out.splitlines()] == ["1", *map(str, range(10, 101, 10)), "100"]
    assert len((tmp_path / "training.log").read_text().splitlines()) == 101


def test_progress_is_one_line_a_log_step(tiny_mistral, tmp_path, capsys):
    from helpers.memory.device import Machine

    trainer = make_trainer(tiny_mistral, tmp_path)
    training.use_log_lines(trainer, Machine("cpu", "some CPU"))
    trainer.train()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert lines[1].startswith("step     1/6  loss ")
    assert "left" in lines[1]
    assert (tmp_path / "training.log").read_text().splitlines() == lines, "the log on disk has the same lines"


def test_a_lost_loss_stops_the_run_and_says_what_to_change():
    arguments = SFTConfig(output_dir="somewhere", report_to="none", use_cpu=True, bf16=False)
    state = TrainerState(global_step=7)
    callback = training.StopOnLostLoss()
    callback.on_log(arguments, state, TrainerControl(), logs={"loss": 0.5, "grad_norm": math.nan})  # the scaler settles
    with pytest.raises(UserError, match="step 7.*learning_rate"):
        callback.on_log(arguments, state, TrainerControl(), logs={"loss": math.nan})


def test_a_run_that_is_lost_stops_in_training_although_the_trainer_would_log_the_mean_before_it(tiny_mistral, tmp_path):
    from helpers.memory.device import Machine

    trainer = make_trainer(tiny_mistral, tmp_path)
    training.use_log_lines(trainer, Machine("cpu", "some CPU"))
    with torch.no_grad():
        next(p for p in trainer.model.parameters() if p.requires_grad).fill_(math.nan)
    with pytest.raises(UserError, match="the run is lost"):
        trainer.train()


def test_packed_examples_can_be_measured_too(tiny_mistral, tmp_path):
    trainer = make_trainer(tiny_mistral, tmp_path, packing=True, max_length=512, per_device_train_batch_size=1)
    batch = trainer.data_collator([trainer.train_dataset[0]])
    parts = training.loss_by_part(trainer.model, batch)
    assert all(math.isfinite(loss) and tokens > 0 for loss, tokens in parts.values())


def test_padding_shares_count_what_a_batch_computes():
    shares = list(batches.padding_shares([10, 20, 30, 40], batch_size=2, max_length=100, seed=0).values())
    assert shares[0] == pytest.approx(1 - 100 / 400)
    assert shares[2] == pytest.approx(1 - 100 / 120)
    assert shares[0] > shares[1] >= shares[2]


def test_batches_hold_like_lengths_and_come_in_random_order():
    """The trainer's group_by_length ends every 50 batches on the shortest answers; the validation loss doubled there."""
    lengths = [10 * (i % 40) + 10 for i in range(803)]
    order = batches.like_lengths_together(lengths, batch_size=4, seed=0)
    assert sorted(order) == list(range(803))
    made = [[lengths[i] for i in order[first : first + 4]] for first in range(0, 800, 4)]
    assert sum(max(batch) - min(batch) for batch in made) / len(made) < 15, "a batch pads little"
    means = [sum(batch) / 4 for batch in made]
    stretches = [sum(means[first : first + 25]) / 25 for first in range(0, 200, 25)]
    assert max(stretches) - min(stretches) < 120, "no stretch of training sees only short or only long answers"
    assert order != batches.like_lengths_together(lengths, batch_size=4, seed=1)


def test_loss_by_part_agrees_with_the_models_own_loss(trainer, batch):
    parts = training.loss_by_part(trainer.model, batch)
    trainer.model.eval()
    with torch.no_grad():
        own = trainer.model(**{name: batch[name] for name in ("input_ids", "attention_mask", "labels")}).loss.item()
    assert parts["answer"][0] == pytest.approx(own, rel=1e-4)
    assert parts["answer"][1] == int((batch["labels"] != -100).sum())
    assert parts["prompt"][1] + parts["answer"][1] == int(batch["attention_mask"].sum()) - len(batch["input_ids"])


def test_steps_are_counted_as_the_trainer_counts_them(tiny_mistral, tmp_path):
    trainer = make_trainer(tiny_mistral, tmp_path, max_steps=-1, num_train_epochs=1.5, per_device_train_batch_size=5, save_strategy="no")
    trainer.train()
    assert trainer.state.global_step == training.count_steps(len(EXAMPLES), 5, 1.5, -1)


def test_a_log_history_without_numbers_still_reads():
    json.dumps(batches.padding_shares([3], 1, 5, 0))


def test_a_head_computed_for_the_answers_alone_gives_the_same_loss_and_gradients(tiny_mistral, tmp_path, monkeypatch):
    from trl.trainer import utils as trl_utils

    from helpers.memory.device import Machine

    def gradients():
        trainer = make_trainer(tiny_mistral, tmp_path)
        trainer.model.train()
        batch = trainer.data_collator([trainer.train_dataset[i] for i in range(4)])
        loss = trainer.compute_loss(trainer.model, batch)
        loss.backward()
        return loss.item(), [p.grad for p in trainer.model.parameters() if p.requires_grad]

    if not hasattr(trl_utils, "_use_triton"):  # an older TRL has no fused head, and nothing is changed
        assert skip_head_on_prompts(Machine("cpu", "some CPU")) == "head: as TRL computes it"
        return
    monkeypatch.setattr(trl_utils, "_use_triton", trl_utils._use_triton)  # put back afterwards
    loss, expected = gradients()
    skip_head_on_prompts(Machine("cpu", "some CPU"))
    again, found = gradients()
    assert again == pytest.approx(loss, rel=1e-5)
    for one, other in zip(expected, found, strict=True):
        assert torch.allclose(one, other, rtol=1e-3, atol=1e-6)


def test_a_validation_loss_that_is_no_number_does_not_stop_the_run():
    """With TRL 0.29 one validation row without an answer token makes the mean over all of them nan, and the run was stopped for it."""
    callback = training.StopOnLostLoss()
    arguments = SFTConfig(output_dir="somewhere", report_to="none", use_cpu=True, bf16=False)
    callback.on_log(arguments, TrainerState(global_step=1), TrainerControl(), logs={"eval_loss": math.nan})


def long_and_short():
    long = {**EXAMPLES[0], "schema": "CREATE TABLE singer (age INTEGER, " + ", ".join(f"column_{i} TEXT" for i in range(300)) + ")"}
    return Dataset.from_list([EXAMPLES[0], long, EXAMPLES[1]])


def to_text(row):
    return to_prompt_completion(row, "headed")


def test_validation_rows_are_left_out_and_counted_like_training_rows(tiny_mistral, capsys):
    kept = batches.within(long_and_short(), to_text, tiny_mistral[1], 512)
    assert kept["question"][:] == [EXAMPLES[0]["question"], EXAMPLES[1]["question"]]
    assert capsys.readouterr().out == "1 validation examples are longer than 512 tokens and left out\n"
    assert len(batches.within(kept.select([]), to_text, tiny_mistral[1], 512)) == 0


def test_a_max_length_that_leaves_no_rows_is_one_sentence(tiny_mistral):
    """Without a validation row the best checkpoint by execution was not looked for, and nothing said so."""
    with pytest.raises(UserError, match=r"leaves no validation example: .* half of them, or validation_examples to 0\.$"):
        batches.within(long_and_short(), to_text, tiny_mistral[1], 20)
    for count in (lambda rows: batches.fit(rows, to_text, tiny_mistral[1], 20, 4, 0),
                  lambda rows: batches.within(rows, to_text, tiny_mistral[1], 20, "test")):  # fmt: skip
        with pytest.raises(UserError, match=r"^max_length 20 leaves no (training|test) example: .* \d+ to \d+ tokens\. Set it to \d+"):
            count(long_and_short())


def test_every_notebook_limits_its_validation_rows_and_03_its_test_rows_too():
    from helpers.parameters import cells, notebooks

    for stem, path in notebooks().items():
        code = "\n".join(cell["source"] for cell in cells(path) if cell["cell_type"] == "code")
        if re.search(r"\b(SFTTrainer|Seq2SeqTrainer|make_trainer)\(", code):
            limits = "val_set = within(val_set, to_text, tokenizer, max_length)", "batched, val_set = fit_rows(train_set, val_set,"
            assert any(limit in code for limit in limits), stem
            assert ('within(test_set, to_text, tokenizer, max_length, "test")' in code) == stem.startswith("03")


def test_the_allocators_cache_is_emptied_before_a_training_peak_is_measured(trainer, tmp_path, monkeypatch):
    """The peak of reserved memory starts at what is reserved: what scoring the base model left cached counted as training's."""
    from helpers.memory.device import Machine
    from helpers.runs import Run

    order = []
    monkeypatch.setattr(training, "free_memory", lambda: order.append("free"))
    monkeypatch.setattr(training, "reset_peak_memory", lambda machine: order.append("reset"))
    training.train(trainer, Run(tmp_path, {"parameters": {}}), "never", Machine("cpu", "some CPU"))
    assert order == ["free", "reset"]


@pytest.mark.parametrize("every", [0, 1, 2])
def test_recomputed_layers_say_themselves_that_they_are_not_reentrant(every, monkeypatch):
    monkeypatch.setattr(training, "partial_checkpointing", lambda: True)
    settings = training.checkpointing(every)
    assert settings["activation_checkpointing"] == (every > 0)
    wanted = {"use_reentrant": False, **({"every_n_layers": 2} if every == 2 else {})}
    assert settings.get("activation_checkpointing_kwargs") == (wanted if every else None)
    monkeypatch.setattr(training, "partial_checkpointing", lambda: False)
    if every < 2:
        assert training.checkpointing(every).get("gradient_checkpointing_kwargs") == ({"use_reentrant": False} if every else None)
    else:
        with pytest.raises(UserError, match="needs a newer transformers"):
            training.checkpointing(every)


@pytest.mark.parametrize(("name", "resume", "words"), [
    ("lora_rank", "runs/mine", "does not fit"), ("lora_rank", "auto", "does not fit"), ("seed", "auto", "set resume to runs/mine"),
])  # fmt: skip
def test_a_checkpoint_of_other_parameters_is_refused_also_where_it_is_named_and_does_not_fit(name, resume, words):
    """--resume ended in a RuntimeError: size mismatch."""
    from types import SimpleNamespace

    from helpers.training.resuming import check_recipe

    run = SimpleNamespace(record={"parameters": {name: 8}}, name="runs/mine")
    with pytest.raises(UserError, match=rf"checkpoint-2 in runs/mine was made with other parameters \({name} 8, was 16\).*{words}"):
        check_recipe(run, {"parameters": {name: 16}}, resume, "x/checkpoint-2")
