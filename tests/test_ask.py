"""A question to a database of your own: what is read, kept, checked, refused, tried again, drawn and exported."""

import csv
import hashlib
import json
import os
import sqlite3
import time
from contextlib import closing
from importlib.metadata import version

import pytest

from helpers import UserError
from helpers.ask.ask import Dictated, ask
from helpers.ask.check import check, refused
from helpers.ask.database import open_database
from helpers.ask.examples import export_examples
from helpers.ask.schema import link, schema_text, stems
from helpers.plots.answer import answer_plot, plottable
from helpers.prompts.answers import extract_sql
from helpers.scoring.execution.sandbox import Result

SCHEMA = """
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, town TEXT);
CREATE TABLE "order" (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer(id), "order date" TEXT, total REAL);
CREATE TABLE line (order_id INTEGER REFERENCES "order", product_id INTEGER REFERENCES product(id), PRIMARY KEY (order_id, product_id));
CREATE TABLE product (id INTEGER PRIMARY KEY, title TEXT, price REAL);
CREATE TABLE weather (day DATE, rain REAL);
CREATE VIEW rich AS SELECT name FROM customer WHERE id < 3;
"""


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        connection.executemany("INSERT INTO customer VALUES (?, ?, ?)", [(i, f"n{i}", "Oslo" if i % 3 else "Rome") for i in range(1200)])
        connection.executemany('INSERT INTO "order" VALUES (?, ?, ?, ?)', [(i, i, f"2024-01-{i:02}", 2.5 * i) for i in range(1, 29)])
        connection.commit()
    return path


def contents(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def test_a_schema_is_read_with_keys_references_and_views(shop):
    database = open_database(shop)
    assert list(database.tables) == ["customer", "order", "line", "product", "weather", "rich"]
    assert [column.name for column in database.tables["line"].columns if column.key] == ["order_id", "product_id"]
    assert [(link.columns, link.table, link.targets) for link in database.tables["line"].links] == [
        (("order_id",), "order", ("id",)),  # written without a column: it is the key
        (("product_id",), "product", ("id",)),
    ]
    assert [column.name for column in database.tables["rich"].columns] == ["name"]


def test_a_schema_is_written_in_the_form_of_the_training_data(shop):
    tables = open_database(shop).tables
    assert schema_text([tables["customer"]], "ddl") == "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, town TEXT)"
    assert schema_text([tables["order"], tables["weather"]], "narrow") == (
        'CREATE TABLE "order" (id INTEGER, customer_id INTEGER, "order date" VARCHAR, total INTEGER); '
        "CREATE TABLE weather (day VARCHAR, rain INTEGER)"
    )
    assert "/* town: 'Oslo' */" in schema_text([tables["customer"]], "ddl", {"customer": {"town": ["Oslo"]}})
    made = schema_text([tables["line"].only({"order_id"})], "ddl")
    assert made == 'CREATE TABLE line (order_id INTEGER, PRIMARY KEY (order_id), FOREIGN KEY (order_id) REFERENCES "order" (id))'


def test_names_are_split_at_case_and_signs():
    assert stems("OrderItems_total URLPath cities") == {"order", "item", "total", "url", "path", "city"}


def test_linking_keeps_the_tables_of_the_question_and_those_between(shop):
    tables = open_database(shop).tables
    linked = link("Which customers bought the product with title X?", tables, lambda some: len(some) <= 4)
    assert [table.name for table in linked.tables] == ["customer", "order", "line", "product"]
    assert linked.reasons["order"] == linked.reasons["line"] == "connects others"
    assert linked.left_out == ["weather", "rich"]
    assert "left out: weather, rich" in linked.summary()


def test_linking_finds_a_table_by_a_value_and_leaves_out_columns_only_where_no_table_fits(shop):
    tables = open_database(shop).tables
    found = link("Who is from Rome?", tables, lambda some: len(some) <= 1, {"customer": {"town": ["Rome"]}})
    assert [table.name for table in found.tables] == ["customer"]
    narrow = link("towns?", tables, lambda some: sum(len(table.columns) for table in some) <= 2)
    assert narrow.columns_left_out == {"customer": ["name"]}
    assert "these columns are left out: name" in narrow.summary()


def test_everything_is_kept_where_it_fits_unless_only_related_tables_are_wanted(shop):
    tables = open_database(shop).tables
    assert len(link("weather?", tables, lambda some: True).tables) == 6
    assert [table.name for table in link("weather?", tables, lambda some: True, related=True).tables] == ["weather"]


@pytest.mark.parametrize(
    ("sql", "error", "words"),
    [
        ("SELECT nam FROM customer", "no such column", "did you mean name?"),
        ("SELECT c.nme FROM customer c", "no such column", "no column nme in c; did you mean name?"),
        ("SELECT price FROM customer", "no such column", "product has one"),
        ("SELECT * FROM customers", "no such table", "did you mean customer?"),
        ("SELECT customer.name FROM customer c", "no such column", "not in the FROM"),
        ("WITH c AS (SELECT name AS n FROM customer) SELECT x FROM c", "no such column", "no column x"),
        ("SELECT 1; SELECT 2", "several statements", "2 statements"),
        ("WITH c AS (SELECT 1) DELETE FROM customer", "not a query", "DELETE"),
        ("SELECT FROM", "syntax", "SQLite refuses"),
        ("no idea", "not a query", "wrote no query"),
        ("SELECT name INTO copy FROM customer", "not a query", "SELECT INTO is not a query"),
        ("", "empty", "wrote no query"),
        ("-- the tables do not say", "empty", "wrote no query"),
        (";", "empty", "wrote no query"),
    ],
)
def test_the_check_names_the_fault(shop, sql, error, words):
    checked = check(sql, open_database(shop))
    assert checked.error == error
    assert words in checked.message


def test_a_comment_behind_the_semicolon_is_no_second_statement(shop):
    assert not check("SELECT name FROM customer; -- done", open_database(shop)).error


@pytest.mark.parametrize(
    ("message", "what"),
    [("more than 1,000 rows", "answer"), ("string or blob too big", "answer"), ("at most 64 tables in a join", "query"),
     ("FTS expression tree is too large (maximum depth 12)", "query"), ("the statement has 200,000 characters", "query")],
)  # fmt: skip
def test_what_is_too_large_is_named(message, what):
    assert refused(Result(None, error="too long", message=message), "sqlite", 3).startswith(f"The {what} is too large: {message}. ")


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT name FROM customer WHERE town = "Oslo"',  # text in double quotes
        "SELECT name AS n FROM customer ORDER BY n",
        "SELECT rowid, Name FROM CUSTOMER",
        'SELECT name FROM customer WHERE EXISTS (SELECT 1 FROM "order" WHERE customer_id = customer.id)',
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5) SELECT x FROM n",
        "SELECT t.n FROM (SELECT COUNT(*) AS n FROM customer) AS t",
        "SELECT name FROM customer UNION SELECT title FROM product ORDER BY name",
        "SELECT value FROM json_each('[1]')",
    ],
)
def test_the_check_lets_through_what_sqlite_runs(shop, sql):
    database = open_database(shop)
    assert check(sql, database).message == ""
    assert database.run(sql)[0].error == ""


def test_an_answer_has_its_table_with_the_names_of_its_columns(shop):
    answer = ask(open_database(shop), Dictated(["SELECT c.*, COUNT(*) FROM customer c GROUP BY town"]), "How many?")
    assert answer.message == ""
    assert list(answer.table.columns) == ["id", "name", "town", "COUNT(*)"]
    assert answer.table["COUNT(*)"].tolist() == [800, 400]


def test_a_long_table_says_that_it_is_cut(shop):
    answer = ask(open_database(shop), Dictated(["SELECT name FROM customer"]), "Names?")
    assert len(answer.table) == 100
    assert answer.size == "1,200 rows, of which the first 100 are shown"


def test_after_an_error_the_model_is_told_and_tries_again(shop):
    writer = Dictated(["SELECT nam FROM customer", "SELECT name FROM customer LIMIT 1"])
    answer = ask(open_database(shop), writer, "Names?")
    assert answer.rows == [("n0",)]
    assert [attempt.how for attempt in answer.attempts] == ["greedy", "told the message"]
    assert "-- SELECT nam FROM customer" in writer.prompts[1]
    assert "did you mean name?" in writer.prompts[1]


def test_a_model_that_repeats_itself_gives_its_next_likeliest_query_that_passes(shop):
    class Stubborn(Dictated):
        def others(self, prompt, count):
            return ["SELECT nam FROM customer", "SELECT nme FROM customer", "SELECT name FROM customer LIMIT 2"]

    answer = ask(open_database(shop), Stubborn(["SELECT nam FROM customer"]), "Names?")
    assert [attempt.how for attempt in answer.attempts] == ["greedy", "next likeliest"]
    assert answer.rows == [("n0",), ("n1",)]


def test_attempts_end_and_the_first_message_is_shown(shop):
    writer = Dictated([f"SELECT x{number} FROM customer" for number in range(9)])
    answer = ask(open_database(shop), writer, "Names?", attempts=3)
    assert len(answer.attempts) == 3
    assert "x0" in answer.message


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE customer", "ATTACH DATABASE '{folder}/other.db' AS other", "PRAGMA writable_schema = 1", "PRAGMA user_version = 7",
        "COPY customer TO '{folder}/out.csv'", "INSTALL httpfs", "VACUUM INTO '{folder}/copy.db'", "DELETE FROM customer",
        "SELECT * FROM read_text('{folder}/shop.sqlite')", "SELECT load_extension('x')", "SELECT writefile('{folder}/x', 'y')",
        "SELECT * FROM customer a, customer b", "SELECT COUNT(*) FROM customer a, customer b, customer c, customer d",
        "SELECT * FROM pragma_database_list", "CREATE TABLE x AS SELECT * FROM customer", "UPDATE customer SET name = ''",
    ],
)  # fmt: skip
def test_a_hostile_query_gets_one_sentence_and_the_folder_stays_as_it_was(shop, sql):
    before = contents(shop.parent)
    answer = ask(open_database(shop), Dictated([sql.format(folder=shop.parent)]), "?", attempts=2, seconds=1.0)
    assert answer.message
    assert "\n" not in answer.message
    assert answer.rows == []
    assert contents(shop.parent) == before


def test_a_query_that_was_stopped_or_returns_too_much_is_not_tried_again(shop):
    writer = Dictated(["SELECT * FROM customer a, customer b", "SELECT 1"])
    answer = ask(open_database(shop), writer, "?")
    assert len(answer.attempts) == 1
    assert "more than 10,000 rows" in answer.message


def test_a_command_with_a_query_in_it_is_the_command():
    assert extract_sql("COPY (SELECT 1) TO 'x'") == "COPY (SELECT 1) TO 'x'"
    assert extract_sql("```sql\nSELECT 1\n```") == "SELECT 1"


def bad_files(folder):
    (folder / "text.db").write_text("name,town\n")
    (folder / "zero.db").write_bytes(b"")
    (folder / "folder.db").mkdir()
    sqlite3.connect(folder / "empty.db").executescript("CREATE TABLE t (a); DROP TABLE t;").close()
    sqlite3.connect(folder / "good.db").executescript("CREATE TABLE t (a);").close()
    (folder / "torn.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    return {
        "missing.db": "There is no file", "folder.db": "is a folder", "text.db": "no SQLite and no DuckDB file", "zero.db": "is empty",
        "empty.db": "holds no tables", "torn.db": "was cut off",
    }  # fmt: skip


def test_each_bad_file_gets_one_sentence_and_stays_as_it_was(tmp_path):
    for name, words in bad_files(tmp_path).items():
        before = contents(tmp_path)
        with pytest.raises(UserError, match=words):
            open_database(tmp_path / name)
        assert contents(tmp_path) == before
    with pytest.raises(UserError, match="files are asked here, not servers") as refused:
        open_database("postgresql://bob:S3cretPw@db.host/shop")
    assert "S3cretPw" not in str(refused.value)


def test_a_file_that_another_program_writes_to_is_refused(tmp_path):
    for number, script in enumerate(("BEGIN EXCLUSIVE", "PRAGMA journal_mode=WAL", "BEGIN; INSERT INTO t VALUES (2)")):
        path = tmp_path / f"{number}.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.executescript("PRAGMA cache_size=1; CREATE TABLE t (a); INSERT INTO t VALUES (1);")
            other.executescript(script)
            if "WAL" in script:
                other.execute("INSERT INTO t VALUES (3)")
            if "BEGIN;" in script:  # a small cache spills: the journal is hot
                other.execute("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<20000) INSERT INTO t SELECT x FROM n")
            before = contents(tmp_path)
            with pytest.raises(UserError, match="locked|not yet in the file"):
                open_database(path)
            assert contents(tmp_path) == before


def test_no_question_and_a_question_without_room_are_said_so(shop):
    class Full(Dictated):
        def fits(self, prompt):
            return False

    with pytest.raises(UserError, match="no question"):
        ask(open_database(shop), Dictated(["SELECT 1"]), " ")
    with pytest.raises(UserError, match="leaves no room"):
        ask(open_database(shop), Full(["SELECT 1"]), "Names?")


def test_what_is_plottable_is_one_label_and_one_quantity():
    rows = [("Oslo", 3), ("Rome", 5)]
    assert plottable(["town", "n"], rows) == (0, 1)
    assert plottable(["town", "customer_id"], rows) is None
    assert plottable(["n", "m"], [(1, 2), (2, 3)]) is None
    assert plottable(["town", "n"], rows[:1]) is None
    assert plottable(["town", "n"], [(str(i), i) for i in range(40)]) is None
    assert len(answer_plot(["town", "n"], rows, "?").axes[0].patches) == 2
    dates = [(f"2024-01-{day:02}", day) for day in range(1, 29)]
    assert len(answer_plot(["day", "n"], list(reversed(dates)), "?").axes[0].lines[0].get_ydata()) == 28


def test_own_examples_become_a_data_set_that_the_training_notebooks_load(shop, tmp_path, monkeypatch):
    from helpers.data.load import load

    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "cache"))
    good = [(f"How many customers number {i}?", f"SELECT COUNT(*) FROM customer WHERE id = {i};") for i in range(6)]
    bad = [
        ("How many customers number 1?", "SELECT 1"),
        ("", "SELECT 1"),
        ("Names?", "SELECT nam FROM customer"),
        ("X?", "DROP TABLE customer"),
    ]
    (tmp_path / "own.csv").write_text("frage,abfrage\n" + "".join(f'"{question}","{sql}"\n' for question, sql in good + bad))
    database = open_database(shop)
    export = export_examples(tmp_path / "own.csv", database, tmp_path / "own.jsonl", question="frage", sql="abfrage")
    assert export.rows == 6
    assert [reason.split(";")[0] for reason in export.left_out["reason"]] == [
        "the question stands twice", "there is no question", "There is no column nam in the tables of this query",
        "DROP is not a query: only queries are run, and nothing was changed.",
    ]  # fmt: skip
    splits = load(str(export.path), 3, 1, 2, 0)
    assert (len(splits.train), len(splits.validation), len(splits.test)) == (3, 1, 2)
    assert splits.test[0]["database"] == str(shop)
    assert "CREATE TABLE customer" in splits.train[0]["schema"]


def test_an_own_query_is_exported_byte_for_byte(shop, tmp_path):
    queries = [
        "SELECT id FROM customer WHERE name = 'a  b'",
        "-- all\nSELECT id -- the key\nFROM customer",
        "SELECT '\t\u2028\r\n' FROM customer",
    ]
    with (tmp_path / "own.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("question", "sql"), *((f"Question {n}?", f" {sql};\n") for n, sql in enumerate(queries))])
    export = export_examples(tmp_path / "own.csv", open_database(shop), tmp_path / "own.jsonl")
    assert list(export.left_out["reason"]) == []
    assert [row["sql"] for row in map(json.loads, export.path.read_text(encoding="utf-8").splitlines())] == queries


def test_an_export_without_a_usable_row_or_column_says_why(shop, tmp_path):
    (tmp_path / "own.csv").write_text("question,sql\nNames?,SELECT nam FROM customer\n")
    with pytest.raises(UserError, match="None of the 1 rows"):
        export_examples(tmp_path / "own.csv", open_database(shop), tmp_path / "own.jsonl")
    with pytest.raises(UserError, match="no column 'query'"):
        export_examples(tmp_path / "own.csv", open_database(shop), tmp_path / "own.jsonl", sql="query")


def test_a_duckdb_file_without_the_package_is_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "a.duckdb").write_bytes(b"\0" * 8 + b"DUCK" + b"\0" * 100)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UserError, match="pip install duckdb"):
        open_database(tmp_path / "a.duckdb")


def test_no_way_leads_over_a_duckdb_table_that_cannot_be_told_from_another(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "bar.duckdb"
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute("""CREATE SCHEMA core; CREATE TABLE core.bars (id INTEGER PRIMARY KEY, name VARCHAR);
            CREATE TABLE core.drinks (id INTEGER PRIMARY KEY, bar INTEGER REFERENCES core.bars (id));
            CREATE TABLE "core.bars" (x INTEGER); CREATE TABLE other (y INTEGER)""")
    tables = open_database(path).tables
    assert "core.bars" not in tables and not tables["core.drinks"].links
    link("how many drinks and others", tables, lambda some: len(some) < 2)


def test_a_duckdb_file_is_asked_and_nothing_else_is_reached(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "shop.duckdb"
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR, town VARCHAR)")
        connection.execute("CREATE TABLE sale (id INTEGER, customer_id INTEGER REFERENCES customer(id), amount DECIMAL(8, 2), day DATE)")
        connection.execute("INSERT INTO customer SELECT i, 'n' || i, 'Oslo' FROM range(1200) AS t(i)")
    before = contents(tmp_path)
    database = open_database(path)
    assert database.tables["sale"].links[0].table == "customer"
    answer = ask(database, Dictated(['SELECT name FROM customer WHERE town = "Oslo" LIMIT 1']), "Names?")
    assert (answer.names, answer.rows) == (["name"], [("n0",)])
    for sql in ("SELECT * FROM read_text('/etc/hosts')", f"COPY customer TO '{tmp_path}/o.csv'", "INSTALL httpfs", "ATTACH 'x.db'"):
        refused = ask(database, Dictated([sql]), "?", attempts=1)
        assert refused.message
        assert database.run(sql)[0].error in ("forbidden", "not a query"), "the engine refuses it too, without the check"
    assert "10,000" in ask(database, Dictated(["SELECT * FROM customer a, customer b"]), "?").message
    endless = database.run("SELECT COUNT(*) FROM customer a, customer b, customer c, customer d", 0.5)[0]
    assert endless.error == "timeout"
    assert contents(tmp_path) == before


WORLD = """
CREATE TABLE country (Code char(3) NOT NULL DEFAULT '', Name char(52) NOT NULL DEFAULT '', Population int, PRIMARY KEY (Code));
CREATE TABLE `city` (
 `ID` integer NOT NULL -- a number
,  `Name` char(35) NOT NULL DEFAULT ''
,  `CountryCode` char(3) NOT NULL DEFAULT ''
,  PRIMARY KEY (`ID`)
,  CONSTRAINT `x` FOREIGN KEY (`CountryCode`) REFERENCES `country` (`Code`)
);
CREATE TABLE note (id INTEGER, text TEXT);
INSERT INTO country VALUES ('FRA', 'France', 59225700), ('NLD', 'Netherlands', 15864000);
INSERT INTO city VALUES (1, 'Paris', 'FRA'), (2, 'Haag', 'NLD');
CREATE VIRTUAL TABLE docs USING fts5(title, body);
INSERT INTO docs VALUES ('first', 'an apple'), ('second', 'a pear');
CREATE VIEW broken AS SELECT * FROM gone;
"""


def test_of_several_answers_that_wins_on_which_most_agree_and_the_next_most_is_named(shop):
    oslo = "SELECT count({}) FROM customer WHERE town = 'Oslo'"
    answers = ["SELECT nam FROM customer", oslo.format("id"), "SELECT count(*) FROM customer", oslo.format("*")]
    answer = ask(open_database(shop), Dictated(answers), "How many customers live in Oslo?", samples=4)
    assert (answer.rows, answer.confidence, answer.runner_up) == ([(800,)], 0.5, "SELECT count(*) FROM customer")
    assert [attempt.how for attempt in answer.attempts] == ["vote of 4"]
    assert "Of 4 answers 50 % agree with the first query, the next most with: SELECT count(*) FROM customer." in answer.note
    one = ask(open_database(shop), Dictated(answers), "How many?")
    assert (one.attempts[0].sql, one.attempts[0].how) == (answers[0], "greedy")


def test_where_all_answers_agree_there_is_no_runner_up(shop):
    answer = ask(open_database(shop), Dictated(["SELECT count(*) FROM customer"]), "How many customers are there?", samples=3)
    assert (answer.confidence, answer.runner_up, answer.note) == (1.0, "", "Of 3 answers 100 % agree with the first query.")
    assert ask(open_database(shop), Dictated(["SELECT count(*) FROM customer"]), "How many?").confidence is None
    with pytest.raises(UserError, match="samples is 0: expected at least 1"):
        ask(open_database(shop), Dictated(["SELECT 1"]), "How many?", samples=0)


def test_where_every_answer_fails_the_vote_says_so_and_the_next_attempt_follows(shop):
    answer = ask(open_database(shop), Dictated(["SELECT nam FROM customer", "SELECT name FROM customer LIMIT 1"]), "A name?", samples=1)
    assert answer.rows
    answer = ask(open_database(shop), Dictated(["SELECT nam FROM customer"]), "A name?", samples=3)
    assert (answer.confidence, answer.error) == (0.0, "no such column")


@pytest.fixture
def world(tmp_path):
    path = tmp_path / "world.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(WORLD)
    return open_database(path)


EMPTY = "SELECT COUNT(*) FROM city WHERE CountryCode = 'france'"
FOUND = "SELECT Population FROM country WHERE Name = 'France'"


def test_the_schema_has_one_form_however_the_file_spells_its_statements(world):
    assert schema_text([world.tables["country"], world.tables["city"]], "ddl") == (
        "CREATE TABLE country (Code char(3) PRIMARY KEY, Name char(52), Population INT);\n"
        "CREATE TABLE city (ID INTEGER PRIMARY KEY, Name char(35), CountryCode char(3) REFERENCES country(Code))"
    )


def test_the_schema_is_shown_in_every_form_that_a_run_may_have_been_trained_in(world):
    def shown(form):
        writer = Dictated(["SELECT 1"], form=form)
        return ask(world, writer, "Names of cities?", schema_scope="full").prompt

    assert "CREATE TABLE city (ID INTEGER, Name VARCHAR, CountryCode VARCHAR)" in shown("narrow")
    assert "Name VARCHAR, CountryCode VARCHAR, PRIMARY KEY (ID), FOREIGN KEY (CountryCode) REFERENCES country (Code))" in shown("keys")
    assert "country(Code, Name, Population)" in shown("names") and "CREATE" not in shown("names")
    assert "CREATE TABLE country (Code VARCHAR, Name VARCHAR, Population INTEGER, PRIMARY KEY (Code)) /* FRA, France, 5922" in shown("rows")


def test_what_is_asked_with_is_written_as_what_was_trained_on(world):
    """One question was trained on with the schema of the file's own statements, and is asked with that of its catalog."""
    from helpers.prompts.schema_form import FORMS, shown_schema

    with closing(sqlite3.connect(world.path)) as connection:
        found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE name IN ('country', 'city', 'note')"))
    tables = [world.tables[name] for name in found]
    for form in set(FORMS) - {"ddl"}:
        trained = shown_schema({"schema": ";\n".join(found.values()), "database": str(world.path)}, form)
        assert schema_text(tables, form, rows=world.first_rows(3) if form == "rows" else None) == trained, form


def test_a_run_is_asked_in_the_form_of_its_record(world):
    from helpers.ask.model import _form

    rows = [
        ({"dataset_id": "b-mc2/sql-create-context"}, "narrow"), ({"dataset_id": "xlangai/spider"}, "ddl"), ({}, "ddl"),
        ({"dataset_id": "xlangai/spider", "schema_form": "narrow"}, "narrow"), ({"schema_form": "rows"}, "rows"),
        ({"dataset_id": "b-mc2/sql-create-context", "schema_form": "names"}, "names"),
        ({"dataset_id": "practice/create-context", "schema_form": "ddl"}, "narrow"),  # as the data set has them: narrow
    ]  # fmt: skip
    assert [_form(parameters) for parameters, _ in rows] == [form for _, form in rows]


def test_what_the_practice_data_trains_on_is_what_its_databases_are_asked_with():
    from helpers.practice.build import practice_database

    for name in ("theater", "museum", "airline", "library"):
        row = practice_database(name)
        assert schema_text(list(open_database(row["database"]).tables.values()), "ddl") == row["schema"]


def test_an_empty_answer_is_asked_again_with_the_place_where_its_text_stands(world):
    writer = Dictated([EMPTY, FOUND])
    answer = ask(world, writer, "What is the population of France?")
    assert (answer.rows, answer.note) == ([(59225700,)], "")
    assert [attempt.how for attempt in answer.attempts] == ["greedy", "told where its text stands"]
    assert "returns nothing: 'france' stands in country.Name as 'France'" in writer.prompts[1]


def test_an_empty_answer_that_stays_empty_says_where_its_text_stands(world):
    writer = Dictated([EMPTY.replace("COUNT(*)", "Name").replace("france", "France")])
    answer = ask(world, writer, "Which cities?", schema_scope="linked")
    assert (answer.rows, answer.message, len(writer.prompts)) == ([], "", 2)
    assert answer.note == "This finds nothing, but 'France' stands in country.Name."
    assert "CREATE TABLE country" not in writer.prompts[0]
    assert "CREATE TABLE country" in writer.prompts[1], "the table is shown where the schema was narrowed to others"
    right = ask(world, Dictated(["SELECT Name FROM city WHERE CountryCode = 'XXX'"]), "Which cities?")
    assert (right.rows, right.note, len(right.attempts)) == ([], "", 1)


def test_a_file_that_was_cut_in_its_last_page_is_not_asked(tmp_path):
    """Its first pages read well: answers lacked the rows of the last one, or failed half-way."""
    path = tmp_path / "cut.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) "
                                 "INSERT INTO t SELECT hex(i) FROM n")  # fmt: skip
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(UserError, match="cut.sqlite was cut off"):
        open_database(path)



def test_schema_scope_decides_whether_related_tables_or_all_are_shown(world):
    def shown(scope, **writer):
        return len(ask(world, Dictated(["SELECT 1"], **writer), "Names of cities?", schema_scope=scope).linked.tables)

    assert (shown("full"), shown("auto"), shown("linked")) == (4, 4, 1)
    assert (shown("full", form="narrow"), shown("auto", form="narrow")) == (4, 1)
    with pytest.raises(UserError, match="schema_scope is 'all': expected one of auto, linked, full"):
        shown("all")


def test_the_record_of_a_run_says_whether_its_model_is_to_see_related_tables_only():
    from helpers.ask.model import Writer, _related_only

    rows = [({"dataset_id": "b-mc2/sql-create-context"}, True), ({"dataset_id": "b-mc2/sql-create-context", "other_tables": 0}, True),
            ({"dataset_id": "/data/sql_create_context.jsonl"}, True), ({"dataset_id": "mine.jsonl"}, False),
            ({"dataset_id": "practice/create-context", "other_tables": 3}, False), ({"dataset_id": "xlangai/spider"}, False)]  # fmt: skip
    assert [_related_only(parameters, {}) for parameters, _ in rows] == [wanted for _, wanted in rows]
    fell = {"headline": {"rate": 0.6}, "wider": {"headline": {"rate": 0.1}}}
    assert _related_only({"dataset_id": "mine.jsonl"}, fell) and not _related_only({"dataset_id": "mine.jsonl", "other_tables": 3}, fell)
    writer = Writer(None, None, "x", "headed", True, "sqlite", "narrow", 100, 10, related_only=True)
    assert ".374 to .176" in writer.caution
    assert Writer(None, None, "x", "headed", True, "sqlite", "narrow", 100, 10).caution == ""


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT name FROM sqlite_master", "sqlite_master is the database's own list"),
        ("SELECT * FROM information_schema.tables", "information_schema.tables is the database's own list"),
        ("SELECT * FROM broken", "broken cannot be read: no such table: main.gone."),
        ("SELECT nam FROM (SELECT Name FROM city) AS t", "no column nam in the tables of this query; did you mean Name?"),
        ("SELECT Name FROM city WHERE ID IN (SELECT Cod FROM country)", "did you mean Code?"),
        ("SELECT '\ud800'", "a character that SQL cannot hold"),
        ("SELECT '" + "x" * 10_000_000 + "'", "10,000,009 characters"),
        ("SELECT " + "1+" * 20_000 + "ID FROM city", "too large or too deeply nested"),
        ("SELECT " + "decimal(" * 24 + "1" + ")" * 24, "too large or too deeply nested"),
        ("SELECT " + "(" * 400 + "1" + ")" * 400, "too large"),
        ("SELECT " + "[" * 20_000, "SQLite refuses"),
        ("WITH c0 AS (SELECT * FROM city), "
         + ", ".join(f"c{i} AS (SELECT * FROM c{i - 1} x, c{i - 1} y, c{i - 1} z)" for i in range(1, 21)) + " SELECT ID FROM c20", "too"),
        ("SELECT ID AS a0, " + ", ".join(f"a{i} || a{i} AS a{i + 1}" for i in range(40)) + " FROM city", "no such column: a0"),
        ("SELECT " + "+".join(["ID"] * 400) + " FROM city GROUP BY " + ",".join(["1"] * 90), ""),
    ],
)  # fmt: skip
def test_whatever_a_model_writes_is_answered_in_seconds_with_a_true_sentence(world, sql, words):
    started = time.monotonic()
    answer = ask(world, Dictated([sql]), "?", attempts=1)
    assert time.monotonic() - started < 60  # a hang, never a speed
    assert words in answer.message
    assert len(answer.sql) < 60_000
    answer.history().to_html()
    answer.table.to_html()


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT title FROM docs WHERE docs MATCH 'apple' ORDER BY rank", [("first",)]),
        ("SELECT highlight(docs, 1, '<', '>') FROM docs WHERE docs MATCH 'pear'", [("a <pear>",)]),
        ("VALUES (1, 2)", [(1, 2)]),
        ("SELECT COUNT(*) FROM (SELECT ID FROM city ORDER BY RANDOM() LIMIT 1)", [(1,)]),
        ("SELECT c.Name AS n FROM main.city c WHERE n = \"Paris\"", [("Paris",)]),
        ("SELECT Name FROM country WHERE Code = (SELECT CountryCode FROM city WHERE country.Population > 20000000)", [("France",)]),
    ],
)  # fmt: skip
def test_what_sqlite_answers_is_answered(world, sql, rows):
    assert ask(world, Dictated([sql]), "?", attempts=1).rows == rows


def test_a_second_statement_is_said_not_to_have_run(world):
    answer = ask(world, Dictated(["SELECT 1; DROP TABLE city;"]), "?", attempts=1)
    assert (answer.rows, answer.note) == ([(1,)], "Only the first statement was run, not what follows it: DROP TABLE city.")
    assert ask(world, Dictated(["SELECT 1;"]), "?").note == ""


def test_a_question_with_half_a_character_is_asked(world):
    assert ask(world, Dictated(["SELECT 1 AS '\ud800'", "SELECT 2"]), "How \udc80?").rows == [(2,)]


def test_two_hundred_tables_are_looked_into_in_seconds_and_once(tmp_path):
    path = tmp_path / "many.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        for number in range(200):
            connection.execute(f"CREATE TABLE t{number} ({', '.join(f'c{column} TEXT' for column in range(20))})")
            connection.execute(f"INSERT INTO t{number} VALUES ({', '.join(['?'] * 20)})", [f"v{number}" for _ in range(20)])
        connection.execute("CREATE VIEW slow AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT COUNT(*) AS n FROM r")
        connection.commit()
    started = time.monotonic()
    samples = open_database(path).samples(5)
    assert time.monotonic() - started < 60  # a hang, never a speed
    assert (samples["t199"]["c19"], samples["slow"]) == (["v199"], {"n": []})
    assert open_database(path).samples(5) is samples
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE t199 SET c19 = 'new and longer'")
        connection.commit()
    assert open_database(path).samples(5)["t199"]["c19"] == ["new and longer"]


def test_a_pipe_and_what_is_no_database_get_one_true_sentence(tmp_path):
    os.mkfifo(tmp_path / "pipe.db")
    (tmp_path / "random.db").write_bytes(bytes(range(200, 256)) * 9)
    (tmp_path / "torn.duckdb").write_bytes(b"\0" * 8 + b"DUCK" + bytes(range(200, 256)) * 99)
    words = {"pipe.db": "no regular file", "random.db": "encrypted", "nul\0.db": "is no path", "x" * 300: "cannot be opened"}
    for name, word in words.items():
        with pytest.raises(UserError, match=word):
            open_database(tmp_path / name)
    pytest.importorskip("duckdb")
    with pytest.raises(UserError, match="It may be damaged"):
        open_database(tmp_path / "torn.duckdb")


@pytest.fixture(scope="module")
def bars(tmp_path_factory):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path_factory.mktemp("duck") / "bars.duckdb"
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute("""
            CREATE SCHEMA core; CREATE TABLE core.country (code VARCHAR PRIMARY KEY, name VARCHAR);
            CREATE TABLE core.bars (id INTEGER PRIMARY KEY, b VARCHAR, code VARCHAR REFERENCES core.country(code));
            CREATE TABLE ev (seen TIMESTAMPTZ, i INTERVAL, d DECIMAL(18, 2), l INTEGER[], s STRUCT(a INTEGER, b VARCHAR), n INT, m INT);
            INSERT INTO core.country VALUES ('FRA', 'France'); INSERT INTO core.bars VALUES (1, 'Ann', 'FRA');
            INSERT INTO ev VALUES ('2024-01-02 03:04:05+00', INTERVAL 1 MONTH, 456.78, [1, 2], {'a': 1, 'b': 'x'}, 7, 2);
            CREATE TABLE gone (a INTEGER); CREATE VIEW broken AS SELECT * FROM gone; DROP TABLE gone;
            CREATE VIEW v AS SELECT b FROM core.bars""")
        for number in range(10):
            columns = ", ".join(f"'v' || (x % 50) AS c{column}" for column in range(10))
            connection.execute(f"CREATE TABLE t{number} AS SELECT {columns} FROM range(2000) AS r(x)")
    return open_database(path)


def test_a_duckdb_file_has_the_tables_of_all_its_schemas(bars):
    assert {"ev", "v", "core.country", "core.bars"} < set(bars.tables)
    assert bars.unreadable["broken"].startswith("Catalog Error: Table with name gone does not exist")
    assert schema_text([bars.tables["core.bars"]], "ddl") == (
        "CREATE TABLE core.bars (id INTEGER PRIMARY KEY, b VARCHAR, code VARCHAR REFERENCES core.country(code))"
    )
    assert "d INTEGER, l VARCHAR, s VARCHAR" in schema_text([bars.tables["ev"]], "narrow")


OLD_SQLGLOT = int(version("sqlglot").partition(".")[0]) < 26


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("PIVOT core.bars ON code USING count(*) GROUP BY b", [("Ann", 1)]),
        ("PIVOT core.bars ON code IN ('FRA', 'NLD') USING count(*) GROUP BY b", [("Ann", 1, 0)]),
        ("SELECT * FROM (PIVOT core.bars ON code USING count(*) GROUP BY b)", [("Ann", 1)]),
        pytest.param(
            "UNPIVOT core.bars ON b, code",
            [(1, "b", "Ann"), (1, "code", "FRA")],
            marks=pytest.mark.skipif(OLD_SQLGLOT, reason="sqlglot 25 reads no UNPIVOT: the query cannot be checked"),
        ),
    ],
)
def test_duckdb_may_be_asked_with_a_pivot(bars, sql, rows):
    answer = ask(bars, Dictated([sql], dialect="duckdb"), "Bars by country?")
    assert (answer.rows, answer.message) == (rows, "")
    wrong = ask(bars, Dictated(["PIVOT core.bar ON code USING count(*)"], dialect="duckdb"), "?", attempts=1)
    assert wrong.message.startswith("There is no table core.bar; did you mean core.bars")


def test_all_values_of_a_duckdb_file_are_looked_up_by_one_process(bars):
    started = time.monotonic()
    samples = bars.samples(3)
    assert time.monotonic() - started < 60  # a hang, never a speed
    assert samples["t9"]["c9"] == ["v0", "v1", "v2"]
    assert (samples["core.bars"]["b"], samples["ev"]["i"]) == (["Ann"], ["1 month"])


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT * FROM ev", [("2024-01-02 03:04:05+00", "1 month", "456.78", "[1, 2]", "{'a': 1, 'b': x}", 7, 2)]),
        ("SELECT bars.b, core.bars.code FROM core.bars", [("Ann", "FRA")]),
        ("SELECT * FROM range(3)", [(0,), (1,), (2,)]),
        ("SELECT * FROM generate_series(1, 2)", [(1,), (2,)]),
        ("SELECT s.b, u FROM ev, unnest(l) AS t(u)", [("x", 1), ("x", 2)]),
        ("SELECT [x * 2 FOR x IN l] FROM ev", [("[2, 4]",)]),
        ("SELECT 'NaN'::DOUBLE::VARCHAR, 170141183460469231731687303715884105727, NULL", [("nan", 2**127 - 1, None)]),
    ],
)  # fmt: skip
def test_duckdb_answers_as_it_writes_its_values(bars, sql, rows):
    answer = ask(bars, Dictated([sql], dialect="duckdb"), "?", attempts=1)
    assert (answer.message, answer.rows) == ("", rows)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT * FROM bars", "There is no table bars; did you mean core.bars?"),
        ("SELECT * FROM core.bar", "did you mean core.bars"),
        ("SELECT core.bars.x FROM core.bars", "no column x"),
        ("SELECT * FROM broken", "broken cannot be read: Catalog Error: Table with name gone"),
        ("SELECT * FROM read_csv('x')", "read_csv is not allowed"),
        ("SELECT current_setting('secret_directory')", "current_setting is not allowed"),
        ("SELECT * FROM duckdb_settings()", "duckdb_settings is not allowed"),
        ("SELECT * FROM query('SELECT 1')", "query is not allowed"),
        ("SELECT * FROM pg_catalog.pg_settings", "own list"),
        ("SELECT * FROM 'x.csv'", "There is no table x.csv"),
        ("SELECT repeat('x', 900000000)", "needs more than 700MB"),
        ("SELECT repeat('😀', 400000) FROM range(25)", "the result is larger than"),
        ("SELECT range(100000000)", "needs more than 700MB"),
        ("SELECT printf('%1000000000d', 1)", "needs more than 700MB"),
        ("SELECT COUNT(*) FROM ev a, range(100000000) b, range(100000) c", "takes longer than 3 s"),
    ],
)  # fmt: skip
def test_duckdb_refuses_what_is_large_or_tells_of_the_machine(bars, sql, words):
    assert words in ask(bars, Dictated([sql], dialect="duckdb"), "?", attempts=1, seconds=3).message


def test_a_duckdb_process_has_a_ceiling_that_the_system_keeps(bars):
    import resource

    wide = "SELECT " + ",".join(["repeat('x', 1000000)"] * 2000)
    for sql in ("SELECT damerau_levenshtein(repeat('a', 20000), repeat('b', 20000))", wide):
        assert bars.run(sql, 3)[0].error in ("too long", "timeout")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1.5 * 2**20
    results = [result for result, _ in bars.run_all(["SELECT 1", "SELECT COUNT(*) FROM range(100000000000)", "SELECT 2"], 1)]
    assert [result.rows or result.error for result in results] == [[(1,)], "timeout", [(2,)]]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT * FROM customer INTO OUTFILE 'x'", "syntax error"),
        ("/* a */ DROP TABLE customer", "DROP is not a query"),
        ("MERGE INTO customer USING product ON 1 WHEN MATCHED THEN DELETE", "MERGE is not a query"),
        ("GRANT ALL ON customer TO x", "GRANT is not a query"),
        ("EXPLAIN QUERY PLAN SELECT 1", "EXPLAIN is not a query"),
        ("WITH x AS (DELETE FROM customer RETURNING *) SELECT * FROM x", "DELETE is not a query"),
        ("SELECT * FROM [sqlite_master]", "own list"), ("SELECT (SELECT sql FROM temp.sqlite_master)", "own list"),
        ("SELECT * FROM dbstat", "own list"), ("SELECT zeroblob(2000000000)", "zeroblob is not allowed"), ("SELECT fts5(1)", "not allowed"),
        ("SELECT ?1", "bindings"), ("SELECT nosuch(1)", "no such function: nosuch"), ("SELECT ghost.* FROM customer", "ghost"),
        ('SELECT "nam" FROM customer', "did you mean name?"), ("SELECT name FROM customer ORDER BY nme", "did you mean name?"),
        ("SELECT x.name FROM (SELECT * FROM customer AS x)", "x.name names x, which is not in the FROM."),
        ("SELECT main.customer.nme FROM customer", "There is no column nme in customer; did you mean name?"),
        ("SELECT customer_id FROM weather", "order has one"), ("SELECT id FROM customer, product", "ambiguous column name: id"),
    ],
)  # fmt: skip
def test_further_hostile_and_wrong_queries_get_the_true_sentence(shop, sql, words):
    before = contents(shop.parent)
    answer = ask(open_database(shop), Dictated([sql]), "?", attempts=1, seconds=1.0)
    assert words in answer.message
    assert answer.rows == []
    assert contents(shop.parent) == before


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("FROM read_json('/etc/passwd')", "read_json is not allowed"), ("SELECT * FROM glob('/etc/*')", "glob is not allowed"),
        ("PIVOT (SELECT * FROM read_csv('/etc/passwd')) ON a USING count(*)", "read_csv is not allowed"),
        ("SELECT * FROM query_table(['ev'])", "query_table is not allowed"), ("SELECT getenv('HOME')", "getenv is not allowed"),
        ("SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))", "not allowed"),
        ("SELECT * FROM $x", "not allowed"), ("SELECT * FROM ?", "not allowed"), ("RESET memory_limit", "RESET is not a query"),
        ("CHECKPOINT", "CHECKPOINT is not a query"), ("SELECT nextval('s')", "does not exist."),
        ("SELECT ev.nn FROM ev", "There is no column nn in ev; did you mean n?"), ("SELECT x.n FROM ev", "not in the FROM"),
        ("SELECT s.c FROM ev", "Could not find key"), ("SELECT error('boom')", "boom."),
    ],
)  # fmt: skip
def test_further_hostile_and_wrong_queries_on_duckdb_get_the_true_sentence(bars, sql, words):
    answer = ask(bars, Dictated([sql], dialect="duckdb"), "?", attempts=1, seconds=3)
    assert words in answer.message
    assert answer.rows == []


def test_a_duckdb_file_that_was_asked_can_be_written_again(bars):
    """The process that runs queries is kept for the next one, and the file must not stay open in it."""
    duckdb = pytest.importorskip("duckdb")
    assert [result.rows for result, _ in bars.run_all(["SELECT 1", "SELECT 2"], 5)] == [[(1,)], [(2,)]]
    duckdb.connect(str(bars.path)).close()


def odd_files(folder):
    def made(name, script, change=lambda content: content):
        sqlite3.connect(folder / name).executescript(script).close()
        (folder / name).write_bytes(change((folder / name).read_bytes()))

    made("bytes.db", "CREATE TABLE tabcd (a); CREATE TABLE u (b)", lambda content: content.replace(b"tabcd", b"t\xff\xfecd"))
    made("circle.db", "CREATE TABLE u (b); CREATE VIEW v AS SELECT * FROM u; PRAGMA writable_schema = 1; "
         "UPDATE sqlite_master SET sql = 'CREATE VIEW v AS SELECT * FROM v' WHERE name = 'v'")  # fmt: skip
    made("names.db", 'CREATE TABLE u (b); CREATE TABLE "a""b; DROP" ("c""d" INT, "" TEXT); CREATE TABLE " " ("from" INT)')
    made("wide.db", f"CREATE TABLE u (b); CREATE TABLE w ({', '.join(f'c{number}' for number in range(2000))})")
    made("q?u#e%20s\nt.db", "CREATE TABLE u (b)")
    made("utf16.db", "PRAGMA encoding = 'UTF-16le'; CREATE TABLE u (b)")
    made("pages.db", "PRAGMA page_size = 65536; CREATE TABLE u (b)")
    made("generated.db", "CREATE TABLE u (b INT, c AS (b + 1)); CREATE TABLE s (k TEXT PRIMARY KEY) WITHOUT ROWID")
    made("rtree.db", "CREATE TABLE u (b); CREATE VIRTUAL TABLE r USING rtree(id, low, high)")
    return sorted(folder.iterdir())


def test_odd_files_are_read_as_far_as_they_can_be_and_stay_as_they_were(tmp_path):
    files = odd_files(tmp_path)
    before = contents(tmp_path)
    for path in files:
        database = open_database(path)
        assert "u" in database.tables, path.name
        assert ask(database, Dictated(["SELECT b FROM u"]), "b?").message == ""
        assert all(table.columns for table in database.tables.values()), path.name
    assert open_database(tmp_path / "bytes.db").unreadable == {"t\ufffd\ufffdcd": "its name is no text in UTF-8"}
    assert "circularly" in open_database(tmp_path / "circle.db").unreadable["v"]
    assert list(open_database(tmp_path / "rtree.db").tables) == ["u", "r"], "what an R-tree keeps beside itself is not shown"
    assert contents(tmp_path) == before


@pytest.mark.parametrize(("module", "kept"), [("fts5(t)", "content"), ("FTS4(t)", "segdir"), ('"rtree"(id, x0, x1)', "parent")])
def test_only_what_a_full_text_or_r_tree_table_makes_itself_is_hidden(tmp_path, module, kept):
    with closing(sqlite3.connect(tmp_path / "own.db")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE housing USING {module}")
        names = [name for name in ("parent", "stats", "idx", "segments") if f"housing_{name}" not in str(connection.execute(
            "SELECT group_concat(name) FROM sqlite_master").fetchall())]  # fmt: skip
        connection.executescript("".join(f"CREATE TABLE housing_{name} (id INT);" for name in names))
        assert connection.execute(f"SELECT count(*) FROM housing_{kept}").fetchone()
    assert list(open_database(tmp_path / "own.db").tables) == ["housing", *(f"housing_{name}" for name in names)]


def test_a_short_file_and_a_csv_file_with_a_mark_of_its_encoding_get_one_sentence(tmp_path):
    (tmp_path / "short.db").write_bytes(b"SQLite format 3\0")
    (tmp_path / "dump.sql").write_text("CREATE TABLE t (a INT);")
    (tmp_path / "marked.csv").write_text("name;town\nAnn;Oslo\n", encoding="utf-8-sig")
    for name, words in (("short.db", "cannot be read"), ("marked.csv", "A csv file has to be imported first"),
                        ("dump.sql", "so has a dump: sqlite3 new.db < dump.sql")):  # fmt: skip
        with pytest.raises(UserError, match=words):
            open_database(tmp_path / name)


def test_a_view_whose_query_is_refused_is_said_to_be(tmp_path):
    sqlite3.connect(tmp_path / "v.db").executescript("CREATE TABLE t (a); CREATE VIEW v (a, b) AS SELECT a FROM t;").close()
    assert "expected 2 columns" in open_database(tmp_path / "v.db").unreadable["v"]


def test_a_duckdb_file_with_a_question_mark_is_to_be_renamed(tmp_path):
    pytest.importorskip("duckdb").connect(str(tmp_path / "a.duckdb")).close()
    (tmp_path / "a.duckdb").rename(tmp_path / "why?.duckdb")
    with pytest.raises(UserError, match="Rename the file"):
        open_database(tmp_path / "why?.duckdb")


def test_views_of_views_do_not_hold_up_the_reading(tmp_path, monkeypatch):
    """Thirty views, each of four times the one before, took minutes: SQLite follows 65,535 references for each."""
    monkeypatch.setattr("helpers.ask.database._OPENING", 0.0)
    views = "".join(f"CREATE VIEW v{n} AS SELECT 1 AS a FROM v{n - 1} w, v{n - 1} x, v{n - 1} y, v{n - 1} z;" for n in range(1, 30))
    path = tmp_path / "views.db"
    sqlite3.connect(path).executescript(f"CREATE TABLE t (a); CREATE VIEW v0 AS SELECT a FROM t; {views}").close()
    database = open_database(path)
    assert list(database.tables) == ["t"]
    assert database.unreadable["v29"] == "the views of this file take too long to be read"


@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_a_part_of_a_query_that_is_called_as_a_table_is_in_the_from(tmp_path, engine):
    """"sale.town names sale, which is not in the FROM" was said, where sale is a CTE that has no town."""
    with closing((pytest.importorskip("duckdb") if engine == "duckdb" else sqlite3).connect(str(tmp_path / "shop"))) as connection:
        connection.execute("CREATE TABLE sale (amount INTEGER, town VARCHAR)")
    told = check("WITH sale AS (SELECT town AS place FROM main.sale) SELECT sale.town FROM sale", open_database(tmp_path / "shop"))
    assert told.message.startswith(f"{'DuckDB' if engine == 'duckdb' else 'SQLite'} refuses the query:") and "town" in told.message


def test_a_schema_of_duckdb_that_is_called_as_its_file_is_said_to_be(tmp_path):
    """DuckDB takes core.bars for ambiguous in core.duckdb; "There is no table core.bars; did you mean core.bars?" was said."""
    duckdb = pytest.importorskip("duckdb")
    with closing(duckdb.connect(str(tmp_path / "a.duckdb"))) as connection:
        connection.execute("CREATE SCHEMA core; CREATE TABLE core.bars (x INT); CREATE TABLE t (z INT)")
    database = open_database((tmp_path / "a.duckdb").rename(tmp_path / "Core.duckdb"))
    assert list(database.tables) == ["t"]
    assert check("SELECT x FROM core.bars", database, "duckdb").message == (
        "core.bars cannot be read: its schema is called as the file is, which DuckDB cannot tell apart: rename the file."
    )


def test_two_tables_of_duckdb_with_one_name_are_said_to_be(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "dots.duckdb"
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute('CREATE SCHEMA a; CREATE TABLE a.b (x INT); CREATE TABLE "a.b" (y INT); CREATE TABLE t (z INT)')
    database = open_database(path)
    assert list(database.tables) == ["t"]
    assert database.unreadable["a.b"].startswith("two tables are called so")


def test_a_process_that_dies_is_called_dead_and_those_behind_it_get_another(bars, monkeypatch):
    from helpers.scoring.execution import pool

    pool.stop_idle()
    monkeypatch.setattr(pool, "_START", pool._START.replace("start(sys.argv[1])", "from helpers.ask import duckdb_file as duck; "
        "was = duck._answer; import os; "
        "duck._answer = lambda c, sql, *more: os._exit(1) if 'die' in sql else was(c, sql, *more); duck.main()"))  # fmt: skip
    results = [result for result, _ in bars.run_all(["SELECT 'die'", "SELECT 2"], 5)]
    assert [result.rows or (result.error, "ended" in result.message) for result in results] == [("too long", True), [(2,)]]
    pool.stop_idle()


def test_a_sqlite_query_means_the_same_on_duckdb_or_a_sentence_says_that_it_may_not(bars):
    def asked(sql):
        answer = ask(bars, Dictated([sql]), "?", attempts=1)
        return answer.rows, answer.note

    assert asked("SELECT b FROM core.bars WHERE b LIKE 'ann'") == ([("Ann",)], "")
    assert asked("SELECT 7/2, n/m, SUM(n)/COUNT(*), 7/2.0, AVG(n)/2 FROM ev GROUP BY n, m") == ([(3, 3, 7, 3.5, 3.5)], "")
    cut = "SELECT CAST(3.7 AS INTEGER), CAST('3.7' AS INT), CAST(n + 0.6 AS INT), -3.7 % 2, n % 4 FROM ev"
    assert asked(cut) == ([(3, 3, 7, -1, 3)], "")
    assert asked("SELECT [7, 8][2], 'a[1]' || b FROM core.bars WHERE b[1:1] = 'A'") == ([(8, "a[1]Ann")], ""), "no name 2"
    rows, note = asked("SELECT (SELECT MAX(n) FROM ev)/m FROM ev")
    assert rows == [(3.5,)]
    assert note.startswith("SQLite, whose dialect the model was taught, would drop the fraction of (SELECT MAX(n) FROM ev)")


def test_exact_decimals_and_formula_marks_are_drawn():
    rows = [("a $x$", "1.50"), ("b", "2.25")]
    assert plottable(["name", "sum"], rows) == (0, 1)
    fig = answer_plot(["name", "sum $"], rows, r"What costs $\frac{ more $ than?")
    fig.canvas.draw() if fig.canvas else None
    assert [patch.get_width() for patch in fig.axes[0].patches] == [1.5, 2.25]


def test_own_queries_keep_their_blanks_and_line_breaks(shop, tmp_path):
    (tmp_path / "own.csv").write_text('question,sql\n"How many?","SELECT \'a  b\' -- all\nFROM customer LIMIT 1;"\n')
    export = export_examples(tmp_path / "own.csv", open_database(shop), tmp_path / "own.jsonl")
    import json

    assert json.loads(export.path.read_text())["sql"] == "SELECT 'a  b' -- all\nFROM customer LIMIT 1"


def test_the_benchmark_of_asking_tells_the_answer_with_and_without_the_look_up(world):
    from tests.benchmarks.asking import measure

    rows = [{"question": "Population of France?", "sql": FOUND, "database": str(world.path), "schema": "", "db_id": "world"}]
    found = measure(rows, Dictated([EMPTY, FOUND]), ("full",))
    assert {way: row["right"] for way, row in found.items()} == {"full, look-up": 1, "full, no look-up": 0}


def test_a_run_that_was_trained_without_a_schema_is_asked_only_if_it_is_named(tmp_path, monkeypatch):
    from helpers.ask.model import choose_run
    from helpers.runs import start_run

    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    for name, schema in (("first", True), ("second", False)):
        run = start_run("05_x", {"model_id": "someone/model", "include_schema": schema}, f"runs/05_x/{name}")
        (run.folder / "adapter").mkdir()
        (run.folder / "adapter/adapter_config.json").write_text("{}")
        run.finish({})
    assert choose_run("").folder.name == "first"
    assert choose_run("second").folder.name == "second"


def test_a_writer_says_what_it_was_trained_on_and_which_score_is_which(tmp_path):
    from helpers.ask.model import _described
    from helpers.runs import RunRecord

    rate = {"name": "test suite accuracy", "rate": 0.578, "interval": [0.534, 0.621], "n": 500}
    (tmp_path / "metrics.json").write_text(json.dumps({"headline": rate, "wider": {"headline": {"rate": 0.525}}}))
    own = {"model_id": "me/small", "dataset_id": "/tmp/rows.jsonl"}
    said = _described(RunRecord(tmp_path, "01_x", "finished", {"parameters": own}), own, "")
    assert said.endswith("me/small trained on rows.jsonl, test suite accuracy 57.8 % [53.4, 62.1] of 500 on its own test set; "
                         "52.5 % with other tables beside")  # fmt: skip
    assert _described(None, own, "base") == "me/small, untuned, as trained_run asks"
    assert _described(None, own, "") == "me/small, untuned, because no finished run has a saved model"


def test_a_budget_that_leaves_no_room_for_a_prompt_is_refused_before_a_model_is_loaded(monkeypatch):
    from helpers.ask import model

    monkeypatch.setattr(model, "fetch_model", lambda path: pytest.fail("the model was fetched"))
    with pytest.raises(UserError, match="max_length 5 leaves no room beside max_new_tokens 128"):
        model.load_writer("base", "standin/tiny-mistral", max_length=5)


def test_a_damaged_adapter_is_one_sentence_before_its_base_model_is_fetched(tmp_path, monkeypatch):
    """Cut, it was a traceback; with other names, the untuned model answered as if it were the tuned one."""
    from peft import LoraConfig, get_peft_model
    from safetensors.torch import load_file, save_file
    from transformers import AutoModelForCausalLM

    from helpers.ask import model
    from helpers.models.standins import standin_folder

    base = AutoModelForCausalLM.from_pretrained(standin_folder("standin/tiny-llama"))
    get_peft_model(base, LoraConfig(r=2, target_modules=["q_proj"], task_type="CAUSAL_LM")).save_pretrained(tmp_path / "adapter")
    record = {"stem": "06_llama_qlora", "status": "finished", "parameters": {"model_id": "standin/tiny-llama", "load_in_4bit": False}}
    (tmp_path / "run.json").write_text(json.dumps(record))
    assert "tiny-llama trained on" in model.load_writer(str(tmp_path)).name
    monkeypatch.setattr(model, "fetch_model", lambda path: pytest.fail("the model was fetched"))
    file = tmp_path / "adapter/adapter_model.safetensors"
    save_file({name.replace("q_proj", "query"): tensor for name, tensor in load_file(file).items()}, file)
    with pytest.raises(UserError, match="does not fit .*different names, such as .*q_proj"):
        model.load_writer(str(tmp_path))
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(UserError, match="adapter_model.safetensors is damaged"):
        model.load_writer(str(tmp_path))
    base.save_pretrained(tmp_path / "adapter")  # a whole model in its place
    (tmp_path / "adapter/adapter_config.json").unlink()
    save_file({"lm_head": base.lm_head.weight.data}, tmp_path / "adapter/model.safetensors")
    with pytest.raises(UserError, match="21 tensors are missing.* random numbers"):
        model.load_writer(str(tmp_path))


@pytest.mark.parametrize("double", [True, False])
def test_a_run_is_asked_in_the_4_bits_that_it_was_trained_and_scored_in(tmp_path, double):
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM

    from helpers.ask import model
    from helpers.models.standins import standin_folder

    base = AutoModelForCausalLM.from_pretrained(standin_folder("standin/tiny-llama"))
    get_peft_model(base, LoraConfig(r=2, target_modules=["q_proj"], task_type="CAUSAL_LM")).save_pretrained(tmp_path / "adapter")
    values = {"model_id": "standin/tiny-llama", "load_in_4bit": True, "double_quantization": double}
    (tmp_path / "run.json").write_text(json.dumps({"stem": "06_llama_qlora", "status": "finished", "parameters": values}))
    quantized = model.load_writer(str(tmp_path)).model.config.quantization_config
    assert (quantized.bnb_4bit_quant_type, quantized.bnb_4bit_use_double_quant) == ("nf4", double)


@pytest.mark.parametrize("method", ["gptq", "awq"])
def test_an_untuned_model_that_is_quantized_is_not_taken_for_a_plain_one(tmp_path, method):
    """Its layers were once random numbers: an explicit None hid from transformers that it is quantized."""
    import shutil

    from helpers.ask import model
    from helpers.models.standins import standin_folder

    folder = shutil.copytree(standin_folder("standin/tiny-qwen2"), tmp_path / "model")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"quantization_config": {"quant_method": method, "bits": 4, "group_size": 64}}))
    with pytest.raises(UserError, match="cannot be loaded: .*(requires|install|GPU)"):
        model.load_writer("base", str(folder))
