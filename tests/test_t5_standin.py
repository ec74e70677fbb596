import hashlib
import json
import random
from itertools import islice

import pytest
import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, DataCollatorForSeq2Seq

from helpers.data import load as data
from helpers.data.batches import like_lengths_together
from helpers.evaluation import generation
from helpers.hosts import cache_folder
from helpers.models import t5_texts
from helpers.models import t5_training as t5_standin
from helpers.models.standins import standin_folder
from helpers.practice import build, formats
from helpers.practice.catalog import HELD_OUT_DATABASES
from helpers.practice.examples import SPLITS
from helpers.prompts import render as prompts
from helpers.scoring.report import score_predictions

REPAIR = ["<=", "<>", "<", "{", "}"]


@pytest.fixture(scope="module")
def rows():
    return t5_texts.training_rows()


@pytest.fixture(scope="module")
def practice():
    """Read all practice rows by split, and where they lie."""
    folder = build.build(cache_folder() / "practice" / build.version())
    return folder, {split: build.read(folder, split) for split in SPLITS}


@pytest.fixture(scope="module")
def record():
    return json.loads((t5_standin.FOLDER / t5_standin.RECORD).read_text())


@pytest.fixture()
def tokenizer():
    return AutoTokenizer.from_pretrained(standin_folder("standin/t5-practice"))


def test_no_question_and_no_gold_query_of_another_split_enters_pretraining(rows, practice):
    _, splits = practice
    others = [row for split in SPLITS if split != "train" for row in splits[split]]
    questions, queries = {t5_texts.folded(row["question"]) for row in others}, {t5_texts.folded(row["sql"]) for row in others}
    for row in t5_texts.drawn_rows(rows, t5_standin.STEPS * t5_standin.BATCH):
        assert t5_texts.folded(row["question"]) not in questions
        assert t5_texts.folded(row["sql"]) not in queries


def test_no_held_out_database_enters_pretraining(rows, practice):
    folder, splits = practice
    assert not {row["db_id"] for row in splits["train"]} & set(HELD_OUT_DATABASES)
    held_out = {formats.to_create_context(row, folder)["context"] for row in splits["test_unseen_databases"]}
    trained = {formats.to_create_context(row, folder)["context"] for row in splits["train"]}
    assert {row["schema"] for row in rows} == trained
    for row in t5_texts.drawn_rows(rows, 1000):
        assert row["schema"] in trained, "only values are replaced"
    both = held_out & trained  # such as player(name), which chess and football have
    assert all(len(schema) < 60 for schema in both), both


def test_the_committed_weights_were_made_from_the_training_rows_of_today(rows, record):
    assert record["rows_sha256"] == t5_texts.digest(rows), (
        "The practice data has changed, and the stand-in may have seen what is a test row now. Run `python -m helpers.models.t5_training`."
    )


def test_the_committed_files_are_the_recorded_ones_and_take_less_than_ten_megabytes(record):
    files = [file for file in t5_standin.FOLDER.iterdir() if file.name != t5_standin.RECORD]
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == record["files"]
    assert sum(file.stat().st_size for file in t5_standin.FOLDER.iterdir()) < 10e6


def test_the_card_tells_the_recorded_numbers(record):
    card = t5_standin.FOLDER.with_name("T5_STANDIN.md").read_text()
    for told in (f"{record['parameters']:,} parameters", f"{record['steps']:,} steps", f"final loss {record['loss']}"):
        assert told in card
    assert record["files"]["model.safetensors"][:12] in card


def test_it_loads_in_float32_and_all_weights_are_finite():
    model = AutoModelForSeq2SeqLM.from_pretrained(standin_folder("standin/t5-practice"), dtype=torch.float32)
    assert model.config.tie_word_embeddings
    assert model.shared.weight.data_ptr() == model.lm_head.weight.data_ptr()
    assert all(torch.isfinite(parameter).all() for parameter in model.parameters())


def test_before_fine_tuning_it_answers_next_to_nothing(tokenizer):
    model = AutoModelForSeq2SeqLM.from_pretrained(standin_folder("standin/t5-practice"), dtype=torch.float32)
    rows = list(data.load("practice/create-context-core", 1, 1, 60, seed=0).test)
    assert _right(model, tokenizer, rows) <= 1


@pytest.mark.long
def test_full_fine_tuning_learns_unseen_wordings_in_minutes(tokenizer):
    model = AutoModelForSeq2SeqLM.from_pretrained(standin_folder("standin/t5-practice"), dtype=torch.float32)
    tokenizer.add_tokens(REPAIR)
    torch.manual_seed(0)
    model.resize_token_embeddings(len(tokenizer))
    splits = data.load("practice/create-context-core", -1, 1, 400, seed=0)
    pairs = [(tokenizer(prompts.render("tables", row["question"], row["schema"])), tokenizer(row["sql"])) for row in splits.train]
    collate, epochs = DataCollatorForSeq2Seq(tokenizer), 4
    order = [i for epoch in range(epochs) for i in like_lengths_together([len(prompt["input_ids"]) for prompt, _ in pairs], 16, seed=epoch)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-4, weight_decay=0.0)  # with 2e-3 it forgets what it was pretrained on
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step * 16 / len(order))
    for first in range(0, len(order), 16):
        batch = [{**pairs[i][0], "labels": pairs[i][1]["input_ids"]} for i in order[first : first + 16]]
        model(**{name: values for name, values in collate(batch).items() if name != "token_type_ids"}).loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
    rows = [row for row in splits.test if row["group"] == "unseen wordings"]
    assert _right(model, tokenizer, rows) >= 0.3 * len(rows)


def _right(model, tokenizer, rows):
    asked = [prompts.render("tables", row["question"], row["schema"]) for row in rows]
    answers = generation.generate(model, tokenizer, asked, max_new_tokens=80, batch_size=64)
    return sum(row["execution"] is True for row in score_predictions(rows, [answer.text for answer in answers])["rows"])


def test_its_vocabulary_has_the_defect_of_t5_and_the_repair_restores_every_query(rows, tokenizer):
    sql = "SELECT name FROM head WHERE age <= 56 AND born < 1990"
    ids = tokenizer(sql)["input_ids"]
    assert tokenizer.decode(ids, skip_special_tokens=True).split() == "SELECT name FROM head WHERE age = 56 AND born 1990".split()
    tokenizer.add_tokens(REPAIR)
    for row in rows:
        again = tokenizer.decode(tokenizer(row["sql"])["input_ids"], skip_special_tokens=True)
        assert again.replace(" ", "") == row["sql"].replace(" ", "")
        assert tokenizer.unk_token_id not in tokenizer(row["sql"])["input_ids"]


def test_a_value_is_the_same_tokens_in_the_question_and_in_the_query(tokenizer):
    question, sql = (tokenizer.tokenize(text) for text in ("older than 2024-11-06 from New Bath?", "'2024-11-06' 'New Bath'"))
    value = tokenizer.tokenize("New Bath")
    assert any(question[i : i + len(value)] == value for i in range(len(question)))
    assert any(sql[i : i + len(value)] == value for i in range(len(sql)))


def test_the_tokenizer_is_the_same_each_time(rows):
    corpus = [row["question"] for row in rows[:500]]
    one, two = (t5_standin.t5_tokenizer(corpus, 400).backend_tokenizer.to_str() for _ in range(2))
    assert one == two, "the library's Unigram trainer gave another vocabulary at each call"


def test_a_question_never_asks_for_its_whole_query(rows, tokenizer):
    """Pretraining must leave something for fine-tuning to teach."""
    rng = random.Random(0)
    for row in islice(t5_texts.drawn_rows(rows, 300), 300):
        source, target = t5_texts.spoiled(row, tokenizer, rng)
        if "Words:" in tokenizer.decode(source):
            assert "Question:" not in tokenizer.decode(source)
            continue
        hidden = [token for token in target[:-1] if token < tokenizer.convert_tokens_to_ids("<extra_id_0>")]
        question, query = (tokenizer(row[name], add_special_tokens=False)["input_ids"] for name in ("question", "sql"))
        assert len(hidden) <= max(t5_texts.LONGEST_HIDDEN * len(query), 0.5 * (len(question) + 2)), "two tokens are `Question:`"


def test_pretraining_and_notebook_03_speak_the_same_prompt(rows, tokenizer):
    """The prompt `tables` is written a second time for pretraining: the two must not drift apart."""
    rng, seen = random.Random(0), 0
    first, last = (tokenizer.convert_tokens_to_ids(f"<extra_id_{number}>") for number in (0, t5_standin.SENTINELS - 1))
    for row in islice(t5_texts.drawn_rows(rows, 100), 100):
        source, target = t5_texts.spoiled(row, tokenizer, rng)
        if "Words:" in tokenizer.decode(source):
            continue
        hidden: dict[int, list[int]] = {}
        for token in target[:-1]:
            if first <= token <= last:
                hidden[token] = []
            else:
                hidden[list(hidden)[-1]].append(token)
        whole = [token for place in source[:-1] for token in hidden.get(place, [place])]
        asked = prompts.render("tables", row["question"], row["schema"])
        assert whole == tokenizer(f"{asked} {row['sql']}", add_special_tokens=False)["input_ids"]
        seen += 1
    assert seen > 50


def test_other_values_stand_in_question_and_query_alike():
    row = {"question": "Which pubs in Bath are older than 30 years?", "schema": "", "sql": "SELECT n FROM p WHERE c = 'Bath' AND a > 30"}
    other = t5_texts.with_other_values(row, ["Harbor", "Violet"], random.Random(1))
    city = other["sql"].split("'")[1]
    assert city != "Bath" and f"in {city} are" in other["question"]
    assert f"than {other['sql'].split()[-1]} years" in other["question"] and "30" not in other["sql"]


def test_a_new_model_leans_towards_copying():
    """From a random start, a T5 of this size copied nothing after 600 steps, and fine-tuning it reached an accuracy of 0."""
    model = t5_standin.new_model(1000).eval()
    texts = torch.stack([torch.randperm(900, generator=torch.Generator().manual_seed(number))[:20] + 50 for number in range(10)])
    with torch.no_grad():
        logits = model(input_ids=texts, decoder_input_ids=texts[:, :-1]).logits
    logits.scatter_(2, texts[:, :-1, None], -torch.inf)  # the residual stream carries the last token on
    assert (logits.argmax(-1) == texts[:, 1:]).float().mean() > 0.1, "by chance it would be 0.001"


def test_two_short_pretrainings_give_the_same_bytes(tmp_path):
    found = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        t5_standin.pretrain(tmp_path / name, steps=2)
        found.append(json.loads((tmp_path / name / t5_standin.RECORD).read_text())["files"])
    assert found[0] == found[1]
