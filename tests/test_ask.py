"""A question to a database of your own: what is read, kept, checked, refused, tried again, drawn and exported."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from helpers.answers import extract_sql
from helpers.ask import Dictated, ask
from helpers.checking import check
from helpers.errors import UserError
from helpers.linking import link, schema_text, stems
from helpers.own_examples import export_examples
from helpers.plots_answer import answer_plot, plottable
from helpers.reader import open_database

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
    assert schema_text([tables["customer"]], "full") == "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, town TEXT)"
    assert schema_text([tables["order"], tables["weather"]], "narrow") == (
        'CREATE TABLE "order" (id INTEGER, customer_id INTEGER, "order date" VARCHAR, total INTEGER); '
        "CREATE TABLE weather (day VARCHAR, rain INTEGER)"
    )
    assert "/* town: 'Oslo' */" in schema_text([tables["customer"]], "full", {"customer": {"town": ["Oslo"]}})
    made = schema_text([tables["line"].only({"order_id"})], "full")
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
        ("", "empty", "wrote no query"),
    ],
)
def test_the_check_names_the_fault(shop, sql, error, words):
    checked = check(sql, open_database(shop))
    assert checked.error == error
    assert words in checked.message


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
        "empty.db": "holds no tables", "torn.db": "cannot be read",
    }  # fmt: skip


def test_each_bad_file_gets_one_sentence_and_stays_as_it_was(tmp_path):
    for name, words in bad_files(tmp_path).items():
        before = contents(tmp_path)
        with pytest.raises(UserError, match=words):
            open_database(tmp_path / name)
        assert contents(tmp_path) == before


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
    from helpers.data import load

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
        "DROP is no question: only queries are run, and nothing was changed.",
    ]  # fmt: skip
    splits = load(str(export.path), 3, 1, 2, 0)
    assert (len(splits.train), len(splits.validation), len(splits.test)) == (3, 1, 2)
    assert splits.test[0]["database"] == str(shop)
    assert "CREATE TABLE customer" in splits.train[0]["schema"]


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


def test_a_run_that_was_trained_without_a_schema_is_asked_only_if_it_is_named(tmp_path, monkeypatch):
    from helpers.results import start_run
    from helpers.writer import choose_run

    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    for name, schema in (("first", True), ("second", False)):
        run = start_run("05_x", {"model_id": "someone/model", "include_schema": schema}, f"runs/05_x/{name}")
        (run.folder / "adapter").mkdir()
        (run.folder / "adapter/adapter_config.json").write_text("{}")
        run.finish({})
    assert choose_run("").folder.name == "first"
    assert choose_run("second").folder.name == "second"
