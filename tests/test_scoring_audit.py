"""The audit of gold queries: planted bad ones of every kind are found, on data and without, and none in a clean file."""

import contextlib
import json
import sqlite3

import pytest

from helpers.practice import build
from helpers.score import main
from helpers.scoring.audit import KINDS, audit, audit_sentences
from helpers.scoring.execution.schemas import turned_copy
from helpers.scoring.report import score_predictions
from helpers.scoring.spider.files import spider_rows

pytestmark = pytest.mark.sql

SCHEMA = """CREATE TABLE team (id INTEGER PRIMARY KEY, city TEXT, founded INTEGER);
CREATE TABLE player (id INTEGER PRIMARY KEY, name TEXT, height TEXT, goals INTEGER, team_id INTEGER REFERENCES team (id));"""
TEAMS = [(1, "Oslo", 1901), (2, "Rome", 1920), (3, "Oslo", 1933)]
PLAYERS = [(1, "Ann", "99", 5, 1), (2, "Bob", "181", 5, 1), (3, "Cy", "170", 2, 2), (4, "Di", "null", 1, None)]
PLAYERS += [(i, f"P{i}", str(150 + i), i - 10, 2) for i in range(5, 20)]
BAD = [  # kind, gold query
    ("fails", "SELECT nope FROM player"),
    ("fails", "SELEC name FROM player"),
    ("empty", "SELECT name FROM player WHERE goals > 100"),
    ("empty", "SELECT max(goals) FROM player WHERE goals > 100"),
    ("undetermined", "SELECT name, count(*) FROM player GROUP BY team_id"),
    ("undetermined", "SELECT city, founded, count(*) FROM team GROUP BY city"),
    ("undetermined", "SELECT p.name, avg(p.goals) FROM player AS p JOIN team AS t ON p.team_id = t.id GROUP BY t.city"),
    ("day", "SELECT name FROM player WHERE height > strftime('%Y', 'now') - 2000"),
    ("day", "SELECT name, strftime('%Y') FROM player"),
    ("day", "SELECT city, date() FROM team WHERE founded < CURRENT_TIMESTAMP"),
    ("cut", "SELECT name FROM player LIMIT 3"),
    ("cut", "SELECT name FROM player ORDER BY goals >= 5 DESC LIMIT 1"),
    ("cut", "SELECT goals FROM player GROUP BY goals ORDER BY count(*) LIMIT 1"),
    ("cut", "SELECT city FROM team WHERE id IN (SELECT team_id FROM player WHERE goals > 4 LIMIT 1)"),
    ("order", "SELECT name FROM player ORDER BY team_id"),
    ("order", "SELECT group_concat(name) FROM player"),
    ("text", "SELECT name FROM player WHERE height > 160"),
    ("text", "SELECT max(height) FROM player"),
    ("text", "SELECT name FROM player WHERE height BETWEEN '95' AND '165'"),
    ("text", "SELECT count(*) FROM player WHERE height > (SELECT avg(height) FROM player)"),
]
CLEAN = [
    "SELECT count(*) FROM player WHERE goals > 100",
    "SELECT name FROM player ORDER BY id LIMIT 3",
    "SELECT name, goals FROM player WHERE team_id = 1 ORDER BY goals DESC, name",
    "SELECT t.city, t.founded, count(*) FROM player AS p JOIN team AS t ON p.team_id = t.id GROUP BY p.team_id",
    "SELECT city, count(*) FROM team GROUP BY city ORDER BY count(*) DESC LIMIT 1",
    "SELECT city, count(*) FROM team WHERE city = 'Oslo'",
    "SELECT city, min(founded) FROM team",
    "SELECT name FROM player WHERE CAST(height AS INTEGER) > 160",
    "SELECT name FROM player WHERE height = '181'",
    "SELECT name FROM player WHERE name > 'B'",
    "SELECT name, date('2020-01-01', '+1 day') FROM player WHERE name <> 'now'",
    "SELECT DISTINCT city FROM team UNION SELECT name FROM player",
    "SELECT max(goals), min(goals), avg(goals) FROM player",
    "SELECT name FROM player WHERE id = (SELECT id FROM player ORDER BY id DESC LIMIT 1)",
    "SELECT a.name, b.city FROM player AS a JOIN team AS b ON a.team_id = b.id GROUP BY a.id",
    "SELECT strftime('%Y', founded) AS y, count(*) FROM team GROUP BY y HAVING y <> '1' ORDER BY y",
    "SELECT substr(t.city, 1, 1) || '.', count(*) FROM team AS t GROUP BY substr(city, 1, 1)",
    "SELECT CASE WHEN goals > 3 THEN 'a' ELSE 'b' END, count(*) FROM player GROUP BY 1",
    "SELECT city, count(*) FROM team WHERE city IN ('Oslo')",
    "SELECT sum(goals) FROM player ORDER BY goals",
    "SELECT *, count(*) FROM team GROUP BY id",
    "SELECT count(*) FROM (SELECT * FROM player GROUP BY goals)",
    "SELECT name FROM player WHERE name <> 'current_date'",
    "SELECT name FROM player WHERE id = 5 LIMIT 1",
    "SELECT name FROM player LIMIT -1",
    "SELECT name FROM player LIMIT 1000000",
]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("audit") / "club.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO team VALUES (?, ?, ?)", TEAMS)
    connection.executemany("INSERT INTO player VALUES (?, ?, ?, ?, ?)", PLAYERS)
    connection.execute("CREATE TABLE odd (a TEXT COLLATE NOCASE, b AS (a || '!'))")
    connection.execute("INSERT INTO odd VALUES ('a'), ('A'), (CAST(x'ff41' AS TEXT)), (x'ff'), (NULL)")
    connection.execute("CREATE VIEW tall AS SELECT name FROM player WHERE goals > 3")
    connection.commit()
    connection.close()
    return str(path)


def rows(golds, database=""):
    return [{"schema": SCHEMA, "sql": sql, "db_id": "club", "database": database} for sql in golds]


def kinds(golds, database=""):
    return [[finding.kind for finding in found] for found in audit(rows(golds, database))]


def test_every_kind_of_bad_gold_is_found_on_a_database(database):
    planted, golds = zip(*BAD, strict=True)
    found = kinds(golds, database)
    assert [(kind, sql, own) for kind, sql, own in zip(planted, golds, found, strict=True) if kind not in own] == []
    assert set(planted) == set(KINDS)


def test_nothing_is_found_among_clean_golds(database):
    assert [(sql, own) for sql, own in zip(CLEAN, kinds(CLEAN, database), strict=True) if own] == []
    free_of_data = [sql for sql in CLEAN if "goals > 100" not in sql]
    assert [(sql, own) for sql, own in zip(free_of_data, kinds(free_of_data), strict=True) if own] == []


@pytest.mark.parametrize(
    "sql", ["SELECT count(DISTINCT a) FROM odd", "SELECT b FROM odd WHERE a = 'A'", "SELECT a FROM odd", "SELECT * FROM tall"]
)
def test_collations_generated_columns_views_and_odd_values_are_carried_over_to_the_turned_copy(database, sql):
    assert kinds([sql], database) == [[]]


def test_the_turned_copy_has_the_encoding_of_its_file(tmp_path):
    with contextlib.closing(sqlite3.connect(tmp_path / "wide.sqlite")) as wide:
        wide.executescript("PRAGMA encoding = 'UTF-16'; CREATE TABLE town (name TEXT, size INTEGER); "
                           "INSERT INTO town VALUES ('Köln', 1), ('Ō', 2)")  # fmt: skip
    with contextlib.closing(sqlite3.connect(turned_copy(str(tmp_path / "wide.sqlite"), tmp_path / "turned.sqlite"))) as copy:
        assert copy.execute("SELECT * FROM town").fetchall() == [("Ō", 2), ("Köln", 1)]


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("fails", "SELECT nope FROM player"),
        ("empty", "SELECT name FROM player WHERE goals > 3 AND goals < 2"),
        ("undetermined", "SELECT name, count(*) FROM player GROUP BY team_id"),
        ("undetermined", "SELECT * FROM team GROUP BY city"),
        ("undetermined", "SELECT t.*, max(goals), min(goals) FROM team AS t JOIN player ON team_id = t.id GROUP BY city"),
        ("undetermined", "SELECT city, count(*) FROM team GROUP BY lower(city)"),
        ("undetermined", "SELECT substr(city, 1, 1), city, count(*) FROM team GROUP BY 1"),
        ("fails", "SELECT name FROM player ORDER BY RANDOM() LIMIT 1"),
        ("day", "SELECT name FROM player WHERE name <> date(\"now\")"),
        ("day", "SELECT name FROM player WHERE name <> 'it''s' AND name < strftime('%Y', \"now\")"),
        ("cut", "SELECT name FROM player LIMIT 3"),
        ("cut", "SELECT name FROM player WHERE goals = 5 LIMIT 1"),
        ("cut", "SELECT name FROM player LIMIT -1 OFFSET 2"),
        ("order", "SELECT group_concat(name) FROM player"),
        ("order", "SELECT json_group_array(name) FROM player"),
        ("text", "SELECT name FROM player WHERE height > 160"),
        ("text", "SELECT name FROM player WHERE '160' >= height"),
    ],
)
def test_without_data_golds_are_judged_by_their_text_and_on_generated_databases(kind, sql):
    assert kinds([sql]) == [[kind]]


def test_a_schema_without_keys_gets_the_benefit_of_the_doubt():
    bare = "CREATE TABLE student (stuid VARCHAR, name VARCHAR); CREATE TABLE enrolled (stuid VARCHAR, course VARCHAR)"
    fine = "SELECT T1.name, count(*) FROM student AS T1 JOIN enrolled AS T2 ON T1.stuid = T2.stuid GROUP BY T2.stuid"
    itself = "SELECT b.name, count(*) FROM student AS a JOIN student AS b ON a.name = b.stuid GROUP BY a.name"
    bad = "SELECT T2.course, count(*) FROM student AS T1 JOIN enrolled AS T2 ON T1.stuid = T2.stuid GROUP BY T1.name"
    many = "SELECT T1.name, T2.course FROM student AS T1 JOIN enrolled AS T2 ON T1.stuid = T2.stuid GROUP BY T1.stuid"
    found = audit([{"schema": bare, "sql": sql} for sql in (fine, itself, bad, many)])
    assert [[finding.kind for finding in own] for own in found] == [[], [], ["undetermined"], ["undetermined"]]


def test_a_column_that_a_join_brings_in_ascending_order_is_found_on_data(tmp_path):
    """SQLite's own index sorted each group by the column, so that rows in another order changed nothing."""
    schema = "CREATE TABLE s (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE c (id INTEGER PRIMARY KEY, s_id INT, year INT)"
    path = tmp_path / "d.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.executescript(f"{schema}; INSERT INTO s VALUES (1, 'Ann'), (2, 'Bob'); "
                           "INSERT INTO c VALUES (1, 1, 2014), (2, 1, 2015), (3, 2, 2014)")  # fmt: skip
    golds = ["SELECT s.name, c.year, count(*) FROM s JOIN c ON s.id = c.s_id GROUP BY s.id",
             "SELECT s.name, count(*) FROM s JOIN c ON s.id = c.s_id GROUP BY s.id",
             "SELECT s.name, c.year FROM s JOIN c ON s.id = c.s_id WHERE s.id = 2 GROUP BY s.id"]  # fmt: skip
    found = audit([{"schema": schema, "sql": sql, "database": str(path)} for sql in golds])
    assert [[finding.kind for finding in own] for own in found] == [["undetermined"], [], []]


def test_a_hostile_schema_and_gold_cost_their_own_rows_only(monkeypatch):
    monkeypatch.setattr("helpers.scoring.audit.TIMEOUT", 2.0)
    hog = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r"
    slow = "SELECT a FROM t WHERE instr(printf('%900000s', a), printf('%400000s', 'y')) = 0"
    hostile = [{"schema": f"CREATE TABLE t (a INT); CREATE TABLE u AS {hog}", "sql": "SELECT a FROM t"}]
    hostile += [{"schema": "CREATE TABLE t (a INT)", "sql": sql} for sql in (slow, "SELECT a FROM t WHERE a = 3")]
    found = [[finding.kind for finding in own] for own in audit(hostile)]
    assert found == [["fails"], ["fails"], []]


def test_the_practice_data_is_clean():
    folder = build.practice_folder()
    gold = [(row["sql"], row["db_id"]) for row in build.read(folder, "train")[:3000:25]]
    chosen = spider_rows(gold, folder / "tables.json", str(folder / "database"))
    found = audit(chosen)
    assert [(row["sql"], finding) for row, own in zip(chosen, found, strict=True) for finding in own] == []


def test_the_report_counts_and_names_rows(database):
    chosen = rows(["SELECT name FROM player LIMIT 3", CLEAN[0]], database)
    first, second = audit_sentences(chosen, audit(chosen))
    assert first.startswith("audit: 2 gold queries, 1 with a fault; fails: 0; returns nothing: 0;") and "cuts arbitrarily" in first
    assert second.startswith("row 0, club: cuts arbitrarily: LIMIT among rows that tie")


def test_rows_are_left_out_by_a_printed_rule_only(tmp_path, capsys):
    golds = ["SELECT name FROM player LIMIT 3", "SELECT name FROM player WHERE goals > 3"]
    lines = [{"schema": SCHEMA, "gold": sql, "prediction": sql} for sql in golds]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert main(["--rows", str(tmp_path / "rows.jsonl"), "--leave-out", "cut", "--json", str(tmp_path / "out.json")]) == 0
    printed = capsys.readouterr().out
    assert "left out: cut\nleft out: 1 rows; cuts arbitrarily (1)\n" in printed
    assert "[20.7, 100.0] of 1" in next(line for line in printed.splitlines() if line.startswith("all"))
    result = json.loads((tmp_path / "out.json").read_text())
    assert [(row["ts"], row["valid"]) for row in result["rows"]] == [(None, None), (True, True)]
    assert [(found["index"], found["kind"]) for found in result["audit"]] == [(0, "cut")]
    assert main(["--rows", str(tmp_path / "rows.jsonl"), "--leave-out", "ties"]) == 2
    assert "--leave-out names 'ties'. Expected some of: fails, empty" in capsys.readouterr().err


def test_an_audit_needs_no_predictions(tmp_path, database, capsys):
    (tmp_path / "rows.jsonl").write_text(json.dumps({"schema": SCHEMA, "gold": "SELECT name FROM player LIMIT 3"}))
    assert main(["--rows", str(tmp_path / "rows.jsonl"), "--audit", "--json", str(tmp_path / "out.json")]) == 0
    printed = capsys.readouterr().out
    assert printed.splitlines()[0].startswith("audit: 1 gold queries, 1 with a fault") and "hardness" not in printed
    assert json.loads((tmp_path / "out.json").read_text())["audit"][0]["kind"] == "cut"


def test_a_row_that_is_left_out_is_counted_apart_from_golds_that_fail(database):
    chosen = rows(["SELECT name FROM player LIMIT 3", "SELECT nope FROM player", "SELECT name FROM player"], database)
    report = score_predictions(chosen, ["SELECT name FROM player"] * 3, left_out=["cuts arbitrarily", "", ""])
    assert {key: report["execution_accuracy"][key] for key in ("n", "golds_failed", "left_out", "without_database")} == {
        "n": 1, "golds_failed": 1, "left_out": 1, "without_database": 0,
    }  # fmt: skip


@pytest.mark.long
def test_the_gold_queries_of_spiders_development_set_are_audited(real_data, capsys):
    spider = real_data / "spider"
    arguments = ["--gold", spider / "dev_gold.sql", "--tables", spider / "tables.json", "--audit"]
    assert main(list(map(str, arguments))) == 0
    assert capsys.readouterr().out.startswith("audit: 1,034 gold queries, ")
