"""The practice data: made twice the same, queries that answer, neighbors that differ, splits that share nothing."""

import json
import random
import re
import sqlite3
from collections import Counter
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlglot import exp, parse, parse_one

from helpers import UserError
from helpers.practice import build, formats
from helpers.practice.catalog import FAMILIES, HELD_OUT_DATABASES, HELD_OUT_FAMILIES, databases
from helpers.practice.examples import SPLITS
from helpers.practice.grammar.family import Family
from helpers.scoring.spider.hardness import hardness

pytestmark = pytest.mark.sql

TESTS = [split for split in SPLITS if split.startswith("test_")]
LEARNED = ("train", "validation")
README = Path(build.__file__).with_name("README.md")


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    return build.build(tmp_path_factory.mktemp("practice") / "data")


@pytest.fixture(scope="session")
def splits(folder) -> dict[str, list[dict]]:
    return {split: build.read(folder, split) for split in SPLITS}


@pytest.fixture(scope="session")
def rows(splits) -> list[dict]:
    return [row for part in splits.values() for row in part]


@pytest.fixture(scope="session")
def connections(folder) -> dict[str, sqlite3.Connection]:
    return {path.stem: sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) for path in folder.glob("database/*/*.sqlite")}


@pytest.fixture(scope="session")
def sample(rows) -> list[dict]:
    return random.Random(7).sample(rows, 400)


@cache
def kind_of_answer(sql: str) -> type:
    """Say how answers compare: as lists if the query orders them, as sets after a set operation, else as bags."""
    tree = parse_one(sql, read="sqlite")
    if isinstance(tree, exp.SetOperation):
        return set
    return list if tree.args.get("order") else Counter


def answer(connection: sqlite3.Connection, sql: str) -> object:
    return kind_of_answer(sql)(connection.execute(sql).fetchall())


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def normalized(sql: str) -> str:
    return parse_one(sql, read="sqlite").sql(dialect="sqlite", normalize=True).casefold()


def test_another_seed_gives_other_examples_and_another_version(tmp_path, folder):
    other = build.build(tmp_path / "other", seed=1)
    assert build.read(other, "train")[:20] != build.read(folder, "train")[:20]
    assert build.version(1) != build.version(2026)
    assert re.fullmatch(r"[0-9a-f]{12}", build.version(2026))


def test_a_second_call_touches_nothing(folder):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert build.build(folder) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_folder_with_something_else_in_it_is_refused_and_kept(tmp_path):
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(UserError, match="another folder"):
        build.build(tmp_path)
    assert (tmp_path / "diary.txt").read_text() == "mine"


def test_two_processes_may_build_the_same_folder_at_once_and_it_holds_the_same_bytes(folder, tmp_path):
    with get_context("spawn").Pool(2) as pool:
        again, same = pool.map(build.build, [tmp_path / "shared"] * 2)
    assert again == same == tmp_path / "shared"
    assert [path.name for path in tmp_path.iterdir()] == ["shared"]
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [name for name in names if (folder / name).read_bytes() != (again / name).read_bytes()] == []


def test_an_unknown_split_is_named_with_those_there_are(folder):
    with pytest.raises(ValueError, match="test_unseen_families"):
        build.read(folder, "dev")


def test_every_gold_query_returns_a_value(rows, connections):
    empty = [row["sql"] for row in rows if not any(v is not None for r in connections[row["db_id"]].execute(row["sql"]) for v in r)]
    assert empty == []


def test_no_answer_depends_on_the_order_in_which_rows_are_stored(rows, folder):
    for db_id in {row["db_id"] for row in rows}:
        path = folder / "database" / db_id / f"{db_id}.sqlite"
        plain, reverse = (sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) for _ in range(2))
        reverse.execute("PRAGMA reverse_unordered_selects = ON")
        for row in rows:
            if row["db_id"] == db_id:
                assert answer(plain, row["sql"]) == answer(reverse, row["sql"]), row["sql"]


SWAPS = {
    exp.GT: (exp.GTE, exp.LT), exp.GTE: (exp.GT,), exp.LT: (exp.LTE, exp.GT), exp.LTE: (exp.LT,), exp.EQ: (exp.NEQ,), exp.NEQ: (exp.EQ,),
    exp.Max: (exp.Min,), exp.Min: (exp.Max,), exp.Avg: (exp.Sum,), exp.Sum: (exp.Avg,), exp.And: (exp.Or,), exp.Or: (exp.And,),
    exp.Intersect: (exp.Union,), exp.Union: (exp.Intersect,), exp.Except: (exp.Intersect,),
}  # fmt: skip


def neighbors(sql: str) -> list[str]:
    """Return queries that differ from this one by one slip, made from its tree alone: nothing of the generator is used."""
    found = []
    for place, node in enumerate(parse_one(sql, read="sqlite").walk()):
        for change in slips(node):
            tree = parse_one(sql, read="sqlite")
            target = list(tree.walk())[place]
            made = change(target)
            found.append((made if target is tree else tree).sql(dialect="sqlite"))
    return found


def slips(node: exp.Expression) -> list:
    """Return the changes that make sense at a node, as functions of the same node in a copy of the tree."""
    changes = []
    # No value need equal an average or a value of another row, and `>` may then mean `>=`.
    averaged = any(node.find_all(exp.Avg)) and any(node.find_all(exp.Select))
    inexact = isinstance(node, (exp.GT, exp.LT)) and (averaged or isinstance(node.expression, exp.Column))
    if node.find_ancestor(exp.Join) is None:
        kinds = [kind for kind in SWAPS.get(type(node), ()) if not (inexact and kind in (exp.GTE, exp.LTE))]
        changes += [lambda n, kind=kind: swapped(n, kind) for kind in kinds]
    if isinstance(node, (exp.And, exp.Or)):
        changes += [lambda n: n.replace(n.left), lambda n: n.replace(n.right)]
    if isinstance(node, exp.Not):
        changes.append(lambda n: n.replace(n.this))
    if isinstance(node, (exp.Where, exp.Having)) or (isinstance(node, exp.Distinct) and isinstance(node.parent, exp.Select)):
        changes.append(lambda n: n.pop())
    if isinstance(node, exp.Distinct) and isinstance(node.parent, exp.Count):
        changes.append(lambda n: n.replace(n.expressions[0]))
    if isinstance(node, exp.Between):
        changes += [lambda n: without_an_end(n, ">", "<="), lambda n: without_an_end(n, ">=", "<")]
    if isinstance(node, exp.Ordered):
        changes.append(lambda n: n.set("desc", not n.args.get("desc")))
    return changes


def without_an_end(node: exp.Between, low: str, high: str) -> exp.Expression:
    column, first, last = (part.sql(dialect="sqlite") for part in (node.this, node.args["low"], node.args["high"]))
    return node.replace(parse_one(f"{column} {low} {first} AND {column} {high} {last}", read="sqlite"))


def swapped(node: exp.Expression, kind: type) -> exp.Expression:
    new = kind(**dict(node.args))
    return new if node.parent is None else node.replace(new)


def test_near_neighbors_of_a_gold_query_answer_differently(rows, connections):
    alike, tried = [], Counter()
    for row in rows[::4]:
        gold = answer(connections[row["db_id"]], row["sql"])
        for other in set(neighbors(row["sql"])) - {row["sql"]}:
            try:
                found = answer(connections[row["db_id"]], other)
            except sqlite3.Error:
                continue
            tried[row["family"]] += 1
            if found == gold or (isinstance(gold, set) and set(found) == gold):
                alike.append((row["sql"], other))
    assert alike == []
    assert sum(tried.values()) > len(rows) / 2


def test_no_question_and_no_query_stands_in_two_splits(splits):
    for key in (
        lambda row: folded(row["question"]),
        lambda row: folded(row["sql"]),
        lambda row: (row["db_id"], normalized(row["sql"])),
    ):
        seen = {split: {key(row) for row in part} for split, part in splits.items()}
        shared = {(one, two) for one in seen for two in seen if one < two and seen[one] & seen[two]}
        assert shared == set()


def test_held_out_wordings_families_and_databases_are_not_learned(splits):
    kept = {f"{family.name}/{len(family.wordings) + place}" for family in FAMILIES for place in range(len(family.kept))}
    for split in LEARNED:
        assert {row["wording"] for row in splits[split]} & kept == set()
        assert {row["family"] for row in splits[split]} & set(HELD_OUT_FAMILIES) == set()
        assert {row["db_id"] for row in splits[split]} & set(HELD_OUT_DATABASES) == set()


def test_each_test_set_is_what_its_name_says(splits):
    trained = {name: {row[name] for row in splits["train"]} for name in ("family", "wording", "db_id")}
    for split in ("test_seen_wordings", "validation", "test_unseen_databases"):
        assert {row["wording"] for row in splits[split]} <= trained["wording"]
    for split in ("test_seen_wordings", "test_unseen_wordings", "test_unseen_families", "validation"):
        assert {row["db_id"] for row in splits[split]} <= trained["db_id"]
    for split in ("test_seen_wordings", "test_unseen_wordings", "test_unseen_databases"):
        assert {row["family"] for row in splits[split]} <= trained["family"]
    assert {row["wording"] for row in splits["test_unseen_wordings"]} & trained["wording"] == set()
    assert {row["family"] for row in splits["test_unseen_families"]} == set(HELD_OUT_FAMILIES)
    assert {row["db_id"] for row in splits["test_unseen_databases"]} == set(HELD_OUT_DATABASES)


def test_there_are_enough_databases_families_and_examples(rows, splits):
    assert len({row["db_id"] for row in rows}) >= 20
    assert len({row["family"] for row in rows}) >= 17
    assert len(rows) >= 4000
    assert len(splits["train"]) >= 2800


@pytest.mark.parametrize("split", [*TESTS, "validation"])
def test_a_split_is_large_enough_and_not_too_easy(splits, split):
    assert len(splits[split]) >= 120
    assert sum(row["hardness"] != "easy" for row in splits[split]) >= 0.4 * len(splits[split])


def test_hardness_is_spiders(sample):
    assert [row["sql"] for row in sample if row["hardness"] != hardness(row["sql"])] == []


@pytest.mark.parametrize(("split", "first"), [("train", 400), *((split, 64) for split in TESTS)])
def test_the_first_rows_of_a_split_are_a_fair_sample_of_it(splits, split, first):
    whole = splits[split]
    for name in ("family", "db_id", "hardness"):
        shares, found = Counter(row[name] for row in whole), Counter(row[name] for row in whole[:first])
        for value, count in shares.items():
            expected = count / len(whole) * first
            assert abs(found[value] - expected) <= max(3, 0.25 * expected), (name, value, found[value], expected)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_has_enough_wordings_and_every_one_is_used(family: Family, rows):
    assert len(family.wordings) >= 5
    assert len(family.kept) >= 2
    used = {row["wording"] for row in rows if row["family"] == family.name}
    wanted = len(family.wordings) if family.name in HELD_OUT_FAMILIES else len(family.wordings) + len(family.kept)
    assert {f"{family.name}/{number}" for number in range(wanted)} - used == set()


def test_questions_read_as_sentences(rows):
    for question in (row["question"] for row in rows):
        assert question[0].isupper() or question[0].isdigit(), question
        assert question[-1] in "?.", question
        assert not re.search(r"[{}*]|  |\bNone\b| [,.?]|_", question), question
        assert not re.search(r"\b(\w+) \1\b", question, re.IGNORECASE), question
        assert not re.search(r"\ba [aeio]|\ban [^aeiouh]", question), question


def test_string_values_of_a_query_stand_in_its_question(rows):
    for row in rows:
        months = "'%m'" in row["sql"]  # "in May" is '05' there
        for literal in parse_one(row["sql"], read="sqlite").find_all(exp.Literal):
            if literal.is_string and not literal.this.startswith("%") and not months:
                assert literal.this.strip("%").casefold() in row["question"].casefold(), row


def test_queries_are_written_in_one_style(rows):
    for row in rows:
        assert not re.search(r"<>|==|;|\bcount\(|\bselect\b", row["sql"])
        assert "  " not in row["sql"]


def test_foreign_keys_hold(connections):
    assert [db_id for db_id, connection in connections.items() if list(connection.execute("PRAGMA foreign_key_check"))] == []


def test_tables_json_describes_the_files_with_spiders_fields(folder, connections):
    described = {entry["db_id"]: entry for entry in json.loads((folder / "tables.json").read_text())}
    assert set(described) == set(connections)
    for db_id, connection in connections.items():
        entry = described[db_id]
        assert set(entry) == {
            "db_id", "table_names", "table_names_original", "column_names", "column_names_original", "column_types",
            "primary_keys", "foreign_keys",
        }  # fmt: skip
        columns = entry["column_names_original"]
        assert columns[0] == [-1, "*"]
        assert len(columns) == len(entry["column_names"]) == len(entry["column_types"])
        assert set(entry["column_types"]) <= {"text", "number", "time", "boolean", "others"}
        for number, table in enumerate(entry["table_names_original"]):
            info = list(connection.execute(f'PRAGMA table_info("{table}")'))
            assert [name for owner, name in columns if owner == number] == [row[1] for row in info]
            assert [columns[place] for place in entry["primary_keys"] if columns[place][0] == number] == [
                [number, row[1]] for row in info if row[5]
            ]
            keys = {(row[3], row[2], row[4]) for row in connection.execute(f'PRAGMA foreign_key_list("{table}")')}
            mine = [pair for pair in entry["foreign_keys"] if columns[pair[0]][0] == number]
            assert {(columns[a][1], entry["table_names_original"][columns[b][0]], columns[b][1]) for a, b in mine} == keys


def test_schemas_are_short_enough_for_a_small_model(folder):
    lengths = sorted(len(formats.schema_text(folder, database.db_id)) for database in databases())
    assert lengths[len(lengths) // 2] <= 550
    assert all(
        re.fullmatch(r"CREATE TABLE .*\);?", line)
        for database in databases()
        for line in formats.schema_text(folder, database.db_id).splitlines()
    )


def test_the_spider_shape_has_spiders_fields(rows):
    assert formats.to_spider(rows[0]) == {"db_id": rows[0]["db_id"], "question": rows[0]["question"], "query": rows[0]["sql"]}


def test_a_create_context_row_runs_on_its_own_context_and_needs_all_of_it(sample, folder):
    for row in sample:
        made = formats.to_create_context(row, folder)
        assert set(made) == {"question", "context", "answer"}
        assert not re.search(r"PRIMARY|REFERENCES|TEXT|REAL", made["context"])
        connection = sqlite3.connect(":memory:")
        connection.executescript(made["context"])
        connection.execute(made["answer"])
        connection.close()
        # SQLite takes a quoted name that it does not find for a string: running is not enough.
        defined = {column.name for statement in parse(made["context"], read="sqlite") for column in statement.find_all(exp.ColumnDef)}
        used = {column.name for column in parse_one(made["answer"], read="sqlite").find_all(exp.Column)}
        assert used <= defined
        assert len(defined - used) <= made["context"].count("CREATE TABLE")  # a table of which only the rows count keeps its key


def test_a_gretel_row_answers_on_its_context_as_on_the_file(sample, folder, connections):
    fields = [
        "id", "domain", "domain_description", "sql_complexity", "sql_complexity_description", "sql_task_type", "sql_task_type_description",
        "sql_prompt", "sql_context", "sql", "sql_explanation",
    ]  # fmt: skip
    for row in sample:
        made = formats.to_gretel(row, folder)
        assert list(made) == fields
        connection = sqlite3.connect(":memory:")
        connection.executescript(made["sql_context"])
        assert answer(connection, made["sql"]) == answer(connections[row["db_id"]], row["sql"])
        connection.close()


def test_the_readme_shows_the_tables_of_the_built_data(rows):
    assert build.tables(rows) in README.read_text()


def test_the_command_prints_counts_of_every_split_family_and_grade(rows):
    printed = build.counts(rows)
    for split in SPLITS:
        assert f"`{split}`" in printed
    for family in FAMILIES:
        assert f"| `{family.name}` |" in printed
    assert re.search(rf"\| all \|.* {len(rows)} \|", printed)
