"""T5's vocabulary lacks `<`, `{` and `}`: they vanish from questions, schemas and gold queries unless they are added."""

import copy

import pytest
import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

from helpers.models.standins import standin_folder
from helpers.models.t5 import MISSING, add_missing_tokens, fit_embeddings, there_and_back
from helpers.models.workarounds import loss_weighed_by_tokens
from helpers.scoring.normalize import normalize_sql
from helpers.scoring.rouge import loved_and_wrong

QUERIES = [
    "SELECT name FROM singer WHERE age < 30",
    "SELECT name FROM singer WHERE age <= 30 AND country <> 'fruit'",
    "SELECT name FROM singer WHERE country = '{fruit}' AND age >= 2",
    "SELECT COUNT(*) FROM singer GROUP BY country HAVING COUNT(*) < 2",
]


@pytest.fixture(params=["standin/tiny-t5", "standin/t5-practice"])
def folder(request):
    return standin_folder(request.param)


def test_operators_vanish_before_the_repair_and_come_back_after_it(folder):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    assert "<" not in there_and_back(tokenizer, QUERIES[0])
    assert add_missing_tokens(tokenizer) == list(MISSING)
    for query in QUERIES:
        returned = there_and_back(tokenizer, query)
        assert returned.replace(" ", "") == query.replace(" ", ""), "blanks beside the added tokens may differ"
    assert normalize_sql(there_and_back(tokenizer, QUERIES[1])) == normalize_sql(QUERIES[1]), "which SQL does not mind"
    assert add_missing_tokens(tokenizer) == []


def test_the_added_tokens_get_rows_of_their_own_that_mean_nothing_yet(folder):
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32)
    rows = model.get_input_embeddings().weight.shape[0]
    added = add_missing_tokens(tokenizer)
    fit_embeddings(model, tokenizer, added)
    weight = model.get_input_embeddings().weight
    assert weight.shape[0] == max(rows, len(tokenizer))
    ids = tokenizer.convert_tokens_to_ids(added)
    assert torch.allclose(weight[ids], weight[: min(ids)].mean(dim=0).expand(len(ids), -1))


def test_an_embedding_that_is_longer_than_the_vocabulary_is_not_cut():
    """T5's own has 32,128 rows for 32,100 tokens: resizing to the tokenizer's length would throw rows away."""
    folder = standin_folder("standin/tiny-t5")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32)
    model.resize_token_embeddings(len(tokenizer) + 28, mean_resizing=False)
    fit_embeddings(model, tokenizer, add_missing_tokens(tokenizer))
    assert model.get_input_embeddings().weight.shape[0] == len(tokenizer) - len(MISSING) + 28


def test_the_loss_of_two_batches_a_step_is_that_of_one_batch(tmp_path):
    """The trainer takes T5 for a model that weighs its loss by the step's tokens: with two batches it logged twice the loss."""
    from transformers import DataCollatorForSeq2Seq, Seq2SeqTrainer, Seq2SeqTrainingArguments

    folder = standin_folder("standin/tiny-t5")
    tokenizer = AutoTokenizer.from_pretrained(folder)
    rows = [{**tokenizer(query), "labels": tokenizer(query)["input_ids"]} for query in QUERIES]

    def losses(batches):
        model = AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32, dropout_rate=0.0)
        arguments = Seq2SeqTrainingArguments(
            output_dir=str(tmp_path), max_steps=3, per_device_train_batch_size=4 // batches, gradient_accumulation_steps=batches,
            learning_rate=1e-2, logging_steps=1, save_strategy="no", report_to="none", use_cpu=True, disable_tqdm=True,
        )  # fmt: skip
        trainer = Seq2SeqTrainer(model=model, args=arguments, train_dataset=rows, data_collator=DataCollatorForSeq2Seq(tokenizer))
        with loss_weighed_by_tokens(model):
            pass  # an earlier training of the same model leaves nothing behind
        with loss_weighed_by_tokens(model):
            trainer.train()
        return [value for entry in trainer.state.log_history for key, value in entry.items() if key in ("loss", "grad_norm")]

    assert losses(2) == pytest.approx(losses(1), rel=1e-4)


def test_what_rouge_loves_and_the_database_rejects_is_found():
    rows = [{"question": "Who is younger?", "sql": "SELECT name FROM head WHERE age < 56"}] * 3
    predictions = ["SELECT name FROM head WHERE age > 56", "SELECT name FROM head WHERE age < 56", "SELECT 1"]
    right = [False, True, False]
    report = {"rows": [{"execution": verdict, "reason": ""} for verdict in right]}
    found = loved_and_wrong(rows, predictions, report)
    assert [row["predicted"] for row in found] == predictions[:1]
    assert found[0]["ROUGE-L"] == 1.0


def test_labels_padded_with_minus_100_do_not_dilute_the_loss_as_padding_tokens_do():
    """In the original, labels were padded with 0: most of its loss was about predicting padding."""
    from transformers import DataCollatorForSeq2Seq

    folder = standin_folder("standin/t5-practice")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval()
    prompts = ["Tables: CREATE TABLE head (age INTEGER) Question: How many? Answer:"] * 2
    answers = ["SELECT COUNT(*) FROM head", "SELECT COUNT(*) FROM head WHERE age > 56 AND age > 57 AND age > 58 AND age > 59"]
    rows = [
        {**tokenizer(prompt), "labels": tokenizer(text_target=answer)["input_ids"]} for prompt, answer in zip(prompts, answers, strict=True)
    ]
    collator = DataCollatorForSeq2Seq(tokenizer, label_pad_token_id=-100)
    with torch.no_grad():
        alone = model(**collator(copy.deepcopy(rows[:1]))).loss  # the collator pads in place
        batch = collator(copy.deepcopy(rows))
        assert (batch["labels"][0] == -100).any()
        logits = model(**batch).logits[0]
        loss = torch.nn.functional.cross_entropy(logits, batch["labels"][0])
        padded = torch.nn.functional.cross_entropy(logits, batch["labels"][0].clamp(min=0))
    assert float(loss) == pytest.approx(float(alone), rel=1e-4)
    assert float(padded) != pytest.approx(float(alone), rel=0.2)


def test_the_attention_mask_is_kept():
    """In the original it was dropped, and the encoder read padding."""
    folder = standin_folder("standin/t5-practice")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32).eval()
    batch = tokenizer(["Tables: CREATE TABLE head (age INTEGER) Answer:", "Tables: Answer:"], padding=True, return_tensors="pt")
    alone = tokenizer(["Tables: Answer:"], return_tensors="pt")
    start = torch.zeros((2, 1), dtype=torch.long)
    with torch.no_grad():
        expected = model(input_ids=alone["input_ids"], attention_mask=alone["attention_mask"], decoder_input_ids=start[:1]).logits[0]
        kept = model(input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], decoder_input_ids=start).logits[1]
        everything = torch.ones_like(batch["attention_mask"])
        dropped = model(input_ids=batch["input_ids"], attention_mask=everything, decoder_input_ids=start).logits[1]
    assert torch.allclose(kept, expected, atol=1e-3)
    assert not torch.allclose(dropped, expected, atol=1e-3)


@pytest.mark.parametrize(("query", "returned"), [
    ("SELECT `a b` FROM `t`", "SELECT `a b` FROM `t`"), ("SELECT a FROM t WHERE b ~ 2 ^ 3", "SELECT a FROM t WHERE b ~ 2 ^ 3"),
    ("SELECT a FROM t WHERE b = 'x\\y'", "SELECT a FROM t WHERE b = 'x\\y'"),
])  # fmt: skip
def test_backticks_tilde_caret_and_backslash_come_back(folder, query, returned):
    """T5's vocabulary has none of them: SELECT `a b` FROM `t` was read, and taught, as SELECT a b FROM t."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    assert not set("`~^\\") & set(there_and_back(tokenizer, query))
    add_missing_tokens(tokenizer)
    assert there_and_back(tokenizer, query).replace(" ", "") == returned.replace(" ", "")


def test_a_quoted_name_has_no_blanks_that_decoding_put_there(folder):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    add_missing_tokens(tokenizer)
    assert "`a b`" in there_and_back(tokenizer, "SELECT `a b` FROM `t`") and "`t`" in there_and_back(tokenizer, "SELECT x FROM `t`")


def test_the_adapter_of_a_run_with_fewer_added_tokens_still_loads_beside_its_base(folder):
    """Runs made before the backtick was added saved a tokenizer without it: its id there is that of the unknown token."""
    older, model = AutoTokenizer.from_pretrained(folder), AutoModelForSeq2SeqLM.from_pretrained(folder, dtype=torch.float32)
    older.add_tokens(["<=", "<>", "<", "{", "}"])
    unknown = model.get_input_embeddings().weight[older.unk_token_id].clone()
    fit_embeddings(model, older, list(MISSING))
    assert torch.equal(model.get_input_embeddings().weight[older.unk_token_id], unknown)
