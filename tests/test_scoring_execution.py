"""SQL that a model wrote: nothing is written, nothing runs without end, nothing raises."""

import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from helpers import UserError
from helpers.scoring.execution import pool, queries
from helpers.scoring.execution.queries import Kept, Result, check_many, run_many, run_query
from helpers.scoring.execution.sandbox import Limits, explain
from helpers.scoring.execution.schemas import open_memory
from helpers.scoring.verdicts import suite_verdicts

pytestmark = pytest.mark.sql

ROOT = Path(__file__).resolve().parent.parent
COUNTING = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"
FIVE_SECONDS_IN_ONE_CALL = "SELECT instr(printf('%999999d', 1), printf('%500000dx', 1))"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Make a database of 1,000 rows under a name full of what a URI takes for something else."""
    path = tmp_path_factory.mktemp("folder ?mode=rwc#%41&é") / "a b?mode=rwc#.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a INTEGER, b TEXT)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", [(number, f"x{number}") for number in range(1000)])
    connection.execute("INSERT INTO t VALUES (-1, CAST(x'ff41' AS TEXT))")
    connection.commit()
    connection.close()
    return path


@pytest.fixture(autouse=True)
def untouched(database):
    """Check after each test that the file is the same byte for byte, and that nothing appeared beside it."""
    before = hashlib.sha256(database.read_bytes()).hexdigest()
    yield
    assert hashlib.sha256(database.read_bytes()).hexdigest() == before
    assert os.listdir(database.parent) == [database.name]


@pytest.mark.parametrize(
    ("error", "sql"),
    [
        ("not a query", "DROP TABLE t"),
        ("not a query", "delete from t"),
        ("not a query", "/* hi */ -- there\n ; UPDATE t SET a = 1"),
        ("not a query", "WITH x AS (SELECT 1) DELETE FROM t"),
        ("not a query", "WITH x AS (SELECT 1) INSERT INTO t SELECT 1, 2"),
        ("not a query", "REPLACE INTO t VALUES (1, 2)"),
        ("not a query", "CREATE TEMP TABLE z AS SELECT 1"),
        ("not a query", "ATTACH 'other.sqlite' AS other"),
        ("not a query", "VACUUM INTO 'copy.sqlite'"),
        ("not a query", "PRAGMA writable_schema = 1"),
        ("not a query", "PRAGMA journal_mode = WAL"),
        ("not a query", "BEGIN"),
        ("not a query", "EXPLAIN SELECT 1"),
        ("several statements", "SELECT 1; DROP TABLE t"),
        ("several statements", "SELECT 1; SELECT 2"),
        ("forbidden", "SELECT load_extension('evil')"),
        ("forbidden", "SELECT hex(zeroblob(1000000000))"),
        ("forbidden", "SELECT randomblob(10)"),
        ("forbidden", "SELECT a FROM t ORDER BY random() LIMIT 1"),
        ("forbidden", "SELECT fts3_tokenizer('simple')"),
        ("forbidden", "SELECT * FROM pragma_table_info('t')"),
        ("no such function", "SELECT readfile('/etc/passwd')"),
        ("no such function", "SELECT writefile('x', 'y')"),
        ("no such function", "SELECT 'a' REGEXP 'b'"),
        ("timeout", f"{COUNTING} SELECT count(*) FROM r"),
        ("timeout", f"{COUNTING} SELECT n FROM r ORDER BY n DESC"),
        ("timeout", "SELECT count(*) FROM t a, t b, t c, t d"),
        ("too many rows", f"{COUNTING} SELECT n FROM r"),
        ("too many rows", "SELECT * FROM t a, t b"),
        ("too long", "SELECT group_concat(printf('%100000d', a)) FROM t"),
        ("too long", "SELECT replace(printf('%900000d', 1), ' ', 'aaaaaaaaaaaaaaaaaaaa')"),
        ("too long", "SELECT printf('%900000d', a) FROM t"),
        ("too long", "SELECT printf('%900000d', a.a) FROM t a, t b ORDER BY 1"),
        ("too long", "SELECT " + "(" * 20_000 + "1" + ")" * 20_000),
        ("too long", "SELECT 1" + " + 1" * 5_000),
        ("too long", "SELECT " + "NOT " * 10_000 + "1"),
        ("too long", " UNION ".join(["SELECT 1"] * 2_000)),
        ("too long", "SELECT " + ", ".join(["a"] * 5_000) + " FROM t"),
        ("too long", "SELECT 1 FROM " + ", ".join(f"t x{i}" for i in range(70))),
        ("too long", "SELECT '" + "x" * 60_000 + "'"),
        ("empty", ""),
        ("empty", " \n\t;; "),
        ("empty", "-- SELECT 1"),
        ("empty", "/* never closed SELECT 1"),
        ("syntax", "SELEC a FROM t"),
        ("syntax", "The answer is 42."),
        ("syntax", "```sql\nSELECT a FROM t\n```"),
        ("syntax", "SELECT a FROM"),
        ("syntax", "SELECT 'open"),
        ("syntax", "SELECT 1\0; DROP TABLE t"),
        ("syntax", "SELECT '\ud800'"),
        ("no such table", "SELECT a FROM nope"),
        ("no such column", "SELECT nope FROM t"),
        ("no such column", "SELECT 日本 FROM t"),
        ("no such function", "SELECT year(a) FROM t"),
        ("ambiguous column", "SELECT a FROM t x JOIN t y"),
        ("aggregate misuse", "SELECT a FROM t WHERE count(*) > 1"),
        ("aggregate misuse", "SELECT sum(count(a)) FROM t"),
        ("other", "SELECT a FROM t UNION SELECT a, b FROM t"),
        ("other", "SELECT abs(-9223372036854775808)"),
        ("other", "SELECT a FROM t WHERE a = ?"),
    ],
)
def test_a_hostile_or_wrong_statement_ends_in_its_class_of_error(database, error, sql):
    started = time.monotonic()
    result = run_query(database, sql)
    assert (result.rows, result.error) == (None, error), result.message
    assert result.message
    assert time.monotonic() - started < 60  # under 1 s on an idle machine


@pytest.mark.parametrize(
    ("rows", "sql"),
    [
        ([(1001,)], "SELECT count(*) FROM t"),
        ([("x1",)], "SELECT b FROM t WHERE a = 1;"),
        ([(1,)], ";; /* a */ -- b\n SELECT 1;; "),
        ([(1,)], "SELECT 1; -- said the model"),
        ([(1,), (2,)], "VALUES (1), (2)"),
        ([], "SELECT a FROM t WHERE a > 5000"),
        ([(None, 1, 1.5, "é;--", b"\x00\xff")], "SELECT NULL, 1, 1.5, 'é;--', x'00ff'"),
        ([("\ufffdA",)], "SELECT b FROM t WHERE a = -1"),
        ([(3,)], "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT max(n) FROM r"),
        ([(2,)], "SELECT value FROM json_each('[1, 2]') WHERE value > 1"),
        ([(float("inf"), -(2**63))], "SELECT 1e999, -9223372036854775808"),
    ],
)
def test_a_query_returns_its_rows(database, rows, sql):
    result = run_query(database, sql)
    assert (result.rows, result.error, len(result.names)) == (rows, "", result.columns)
    assert not rows or result.columns == len(rows[0])


def test_a_call_that_no_handler_interrupts_is_stopped_with_its_process_and_the_next_query_runs(database):
    started = time.monotonic()
    results = list(run_many([(database, FIVE_SECONDS_IN_ONE_CALL), (database, "SELECT 1")], timeout=0.1, workers=1))
    assert [result.error for result in results] == ["timeout", ""]
    assert time.monotonic() - started < 0.1 + pool.GRACE + 20


def test_the_step_budget_decides_before_the_clock_and_is_the_same_each_time(database):
    sql = "SELECT count(*) FROM t a, t b"  # some 3 million steps
    assert run_query(database, sql, max_steps=1_000_000).error == "timeout"
    assert run_query(database, sql, max_steps=10_000_000).rows == [(1001 * 1001,)]


def test_a_row_limit_is_exact(database):
    sql = "SELECT a FROM t LIMIT 7"
    assert len(run_query(database, sql, max_rows=7).rows) == 7
    assert run_query(database, sql, max_rows=6).error == "too many rows"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak memory of a process is read from Linux's /proc")
def test_memory_bombs_stay_in_the_worker_and_are_small_there(database):
    pool.stop_idle()
    bombs = [
        "SELECT printf('%900000d', a.a) FROM t a, t b ORDER BY 1",
        "SELECT group_concat(b, printf('%900000d', 1)) FROM t",
        "SELECT count(DISTINCT printf('%900000d', a)) FROM t",
        "SELECT " + ", ".join(["printf('%900000d', 1)"] * 500),
    ]
    errors = [result.error for result in run_many([(database, sql) for sql in bombs], workers=1)]
    assert errors == ["too long"] * len(bombs)
    (worker,) = pool._idle
    status = Path(f"/proc/{worker.process.pid}/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0])
    assert peak < 600 * 1024, f"{peak} kB"


def test_results_come_in_order_whatever_the_number_of_workers(database):
    jobs = [(database, f"SELECT a FROM t WHERE a < {i % 40} ORDER BY a" if i % 7 else "SELECT nope") for i in range(200)]
    one, four = list(run_many(jobs, workers=1)), list(run_many(jobs, workers=4))
    assert one == four
    assert [len(result.rows) for result in one[1:5]] == [2, 3, 4, 5]  # from -1 on


def test_few_jobs_are_ahead_of_the_result_that_is_read(database):
    taken = []
    jobs = ((database, "SELECT 1") for i in range(1000) if taken.append(i) is None)
    results = run_many(jobs, workers=2)
    next(results)
    assert len(taken) < 40
    results.close()


def test_workers_are_kept_for_the_next_call_and_busy_ones_are_stopped_when_nobody_waits(database):
    pool.stop_idle()
    run_query(database, "SELECT 1")
    (worker,) = pool._idle
    run_query(database, "SELECT 1")
    assert pool._idle == [worker]
    results = run_many([(database, "SELECT 1"), (database, FIVE_SECONDS_IN_ONE_CALL)], workers=1)
    next(results)
    results.close()
    assert pool._idle == [] and worker.process.poll() is not None


def test_a_worker_that_dies_costs_its_own_job_only(database, monkeypatch):
    send = pool.Worker.send

    def send_and_kill_once(worker, jobs):
        send(worker, jobs)
        if jobs[0][0] == 0:
            worker.process.kill()

    monkeypatch.setattr(pool.Worker, "send", send_and_kill_once)
    first, second = run_many([(database, FIVE_SECONDS_IN_ONE_CALL), (database, "SELECT 2")], workers=1)
    assert (first.error, second.rows) == ("other", [(2,)])


def test_jobs_that_go_together_get_the_results_that_they_get_alone(database, monkeypatch):
    jobs = [(database, f"SELECT a FROM t WHERE a < {i % 40} ORDER BY a" if i % 7 else "SELECT nope") for i in range(60)]
    jobs[11] = (database, "SELECT count(*) FROM t a, t b, t c")  # at its end the others of its message are handed back
    alone = list(run_many(jobs, workers=2, max_steps=3_000_000))
    assert list(run_many(jobs, workers=2, max_steps=3_000_000, together=8)) == alone
    assert alone[11].error == "timeout" and alone[12].error == ""
    send, killed = pool.Worker.send, []

    def send_and_kill_the_first(worker, jobs):
        send(worker, jobs)
        if len(jobs) > 1 and not killed:
            killed.append(len(jobs))
            worker.process.kill()

    monkeypatch.setattr(pool.Worker, "send", send_and_kill_the_first)
    assert list(run_many(jobs, workers=2, max_steps=3_000_000, together=8)) == alone and killed == [8]


def test_a_call_without_end_costs_those_that_went_with_it_nothing(database):
    jobs = [(database, sql) for sql in ("SELECT 1", FIVE_SECONDS_IN_ONE_CALL, "SELECT 2")]
    found = list(run_many(jobs, timeout=0.1, workers=1, together=8))
    assert [(result.error, result.rows) for result in found] == [("", [(1,)]), ("timeout", None), ("", [(2,)])]


def test_workers_start_without_the_notebooks_folder_and_environment(database, tmp_path):
    for trap in ("sqlite3.py", "marshal.py", "helpers.py", "sitecustomize.py"):
        (tmp_path / trap).write_text("raise SystemExit('not this one')")
    code = f"from helpers.scoring.execution.queries import run_query; print(run_query({str(database)!r}, 'SELECT 5').rows)"
    root = Path(queries.__file__).resolve().parents[3]
    starter = f"import os, sys; sys.path[0] = {str(root)!r}; os.chdir({str(tmp_path)!r}); os.environ['PYTHONPATH'] = os.getcwd(); {code}"
    done = subprocess.run([sys.executable, "-c", starter], capture_output=True, text=True)
    assert done.stdout.strip() == "[(5,)]", done.stderr


def test_threads_share_the_pool_without_mixing_answers(database):
    answers = {}

    def ask(number):
        answers[number] = [run_query(database, f"SELECT {number} + a FROM t WHERE a = {i}").rows[0][0] - i for i in range(20)]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(0, 400, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: [number] * 20 for number in range(0, 400, 100)}


def test_results_of_gold_queries_are_kept_until_the_file_changes(tmp_path, monkeypatch):
    path = tmp_path / "x.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t AS SELECT 1 AS a")
    connection.close()
    jobs = [(path, "SELECT a FROM t")]
    assert next(run_many(jobs, cached=True)).rows == [(1,)]
    with monkeypatch.context() as patched:
        patched.setattr(pool, "_free", lambda *_: pytest.fail("a worker was asked"))
        assert next(run_many(jobs, cached=True)).rows == [(1,)]
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE t SET a = 2")
    connection.close()
    os.utime(path, ns=(1, 1))  # a coarse clock may give both versions the same time
    assert next(run_many(jobs, cached=True)).rows == [(2,)]


@pytest.mark.parametrize(
    ("content", "complaint"), [(None, "cannot be opened"), (b"", "not a SQLite file"), (b"hello" * 100, "not a SQLite file")]
)
def test_a_missing_or_damaged_database_is_named_to_the_user(tmp_path, content, complaint):
    path = tmp_path / "gone.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=rf"gone\.sqlite.*{complaint}|gone\.sqlite {complaint}"):
        run_query(path, "SELECT 1")
    assert path.exists() == (content is not None)  # the official evaluator creates an empty database here


def test_a_database_torn_in_the_middle_is_named_to_the_user(database, tmp_path):
    path = tmp_path / "torn.sqlite"
    data = database.read_bytes()
    path.write_bytes(data[:4096] + os.urandom(len(data) - 4096))
    with pytest.raises(UserError, match=r"torn\.sqlite.*malformed"):
        run_query(path, "SELECT count(b) FROM t")


def test_changes_that_only_the_log_holds_are_not_ignored_in_silence(tmp_path):
    path = tmp_path / "busy.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    with pytest.raises(UserError, match=r"busy\.sqlite.*checkpoint"):
        run_query(path, "SELECT * FROM t")
    connection.close()  # writes the log into the file
    assert run_query(path, "SELECT * FROM t").rows == []


def test_validity_is_what_sqlite_compiles_on_the_schema():
    schema = "CREATE TABLE singer (id INT, name TEXT); CREATE TABLE concert (id INT, year INT)"
    checks = {
        "SELECT name FROM singer": "",
        "SELECT name FROM singer ORDER BY random()": "",  # valid, though not run
        "SELECT s.nope FROM singer s": "no such column",
        "SELECT id FROM singer, concert": "ambiguous column",
        "SELECT FROM singer": "syntax",  # sqlglot accepts these two
        "SELECT id::int FROM singer": "syntax",
        "SELECT max(id) FROM singer WHERE max(id) > 1": "aggregate misuse",
        "SELECT * FROM stadium": "no such table",
        "DROP TABLE singer": "not a query",
        "": "empty",
    }
    found = [result.error for result in check_many([("", schema, sql) for sql in checks])]
    assert found == list(checks.values())


def test_validity_of_a_query_that_would_run_for_hours_is_asked_in_no_time(database):
    slow = "SELECT count(*) FROM t a, t b, t c, t d, t e"
    assert next(check_many([(database, "", slow)])) == Result([])


def test_a_schema_with_repeats_is_merged_as_sql_create_context_needs_it():
    """Real rows create a table twice, with other columns, or name a column twice in other letters."""
    schema = (
        "CREATE TABLE employees (id VARCHAR, first_name VARCHAR); CREATE TABLE employees (first_name VARCHAR, reports_to VARCHAR);"
        "CREATE TABLE track (AlbumID VARCHAR, AlbumId VARCHAR, Price DECIMAL(10, 2)); INSERT INTO track VALUES (1, 2, 3); DROP TABLE track"
    )
    sql = "SELECT e.id, e.first_name, e.reports_to, t.albumid, t.price FROM employees e JOIN track t"
    assert explain("", schema, sql, Limits(1, 1_000_000, 5)) == Result([])


def test_a_schema_that_sqlite_refuses_is_no_fault_of_the_query():
    assert next(check_many([("", "CREATE TABLE t (a", "SELECT 1")])).error == "schema"


WIDE = "SELECT a, b || {0}, b || a, b || b FROM t WHERE a <= 1000"  # some 300 kB


def test_a_result_is_measured_by_what_its_rows_take_in_memory(database):
    narrow, wide = (run_query(database, f"SELECT printf('%100000d', 1) || {text}") for text in ("'a'", "char(128512)"))
    assert narrow.size == sys.getsizeof(narrow.rows[0]) + sys.getsizeof(narrow.rows[0][0])
    assert wide.size > 3.9 * narrow.size


def test_results_that_wait_are_bounded_by_bytes(database, monkeypatch):
    """Behind one slow job, 16 results of any size waited."""
    monkeypatch.setattr(pool, "MAX_WAITING", 700_000)
    sent = []

    def jobs():
        for number in range(30):
            sent.append(number)
            yield database, WIDE.format(number) if number else "SELECT count(*) FROM t a, t b WHERE a.a + b.a < -5"

    results = run_many(jobs(), workers=2)
    assert next(results).rows == [(0,)]
    assert len(sent) < 8
    assert len(list(results)) == 29


def test_a_process_that_died_just_before_its_time_was_up_is_called_dead(database, monkeypatch):
    """Whether the clock or the closed pipe was heard first was chance: a dead process "stopped after 10 s"."""
    send = pool.Worker.send

    class Deaf(pool.queue.SimpleQueue):
        def get(self, timeout):
            raise pool.queue.Empty

    def send_and_kill(worker, jobs):
        send(worker, jobs)
        worker.process.kill()
        worker.process.wait()

    monkeypatch.setattr(pool.queue, "SimpleQueue", Deaf)
    monkeypatch.setattr(pool.Worker, "send", send_and_kill)
    result = run_query(database, FIVE_SECONDS_IN_ONE_CALL)
    assert (result.error, result.message) == ("other", "the process that ran the statement ended")


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache" / "golds.sqlite"


def kept_on_disk(database, sql, monkeypatch):
    """Run a gold query; return its result and whether a worker was asked."""
    asked = []
    free = pool._free
    with monkeypatch.context() as patched:
        patched.setattr(pool, "_free", lambda *arguments: asked.append(1) or free(*arguments))
        (result,) = run_many([(database, sql, True)])
    return result, bool(asked)


def test_results_of_gold_queries_are_kept_on_the_disk_for_the_next_process(database, cache, monkeypatch):
    sql = "SELECT a, b, NULL, 1.5, x'00ff' FROM t WHERE a < 2 ORDER BY a"
    first, asked = kept_on_disk(database, sql, monkeypatch)
    assert asked and len(first.rows) == 3
    again, asked = kept_on_disk(database, sql, monkeypatch)
    assert (again, again.names, again.size, asked) == (first, first.names, first.size, False)
    assert kept_on_disk(database, "SELECT nope FROM t", monkeypatch)[1]
    failed, asked = kept_on_disk(database, "SELECT nope FROM t", monkeypatch)
    assert (failed.error, asked) == ("no such column", False)


def test_a_database_that_changed_and_another_release_of_sqlite_are_asked_anew(tmp_path, cache, monkeypatch):
    path = tmp_path / "x.sqlite"
    for number in (1, 2):
        with sqlite3.connect(path) as connection:
            connection.execute("DROP TABLE IF EXISTS t")
            connection.execute(f"CREATE TABLE t AS SELECT {number} AS a")
        connection.close()
        os.utime(path, ns=(1, 1))  # the same time of change and size: the time of the file's entry differs
        result, asked = kept_on_disk(path, "SELECT a FROM t", monkeypatch)
        assert (result.rows, asked) == ([(number,)], True)
    monkeypatch.setattr(queries.sqlite3, "sqlite_version", "0")
    assert kept_on_disk(path, "SELECT a FROM t", monkeypatch)[1]


@pytest.mark.parametrize("damage", ["an entry", "the head", "the middle", "no database", "a folder"])
def test_what_is_damaged_in_the_kept_results_is_asked_anew(database, cache, monkeypatch, damage):
    sql = "SELECT a FROM t WHERE a < 500"
    expected, _ = kept_on_disk(database, sql, monkeypatch)
    if damage == "an entry":
        with sqlite3.connect(cache) as connection:
            connection.execute("UPDATE golds SET value = substr(value, 1, 40) || x'00' || substr(value, 42)")
        connection.close()
    elif damage == "a folder":
        cache.unlink()
        cache.mkdir()
    else:
        data = cache.read_bytes()
        start = {"the head": 0, "the middle": 4096}.get(damage)
        cache.write_bytes(b"hello" if start is None else data[:start] + os.urandom(2000) + data[start + 2000 :])
    assert kept_on_disk(database, sql, monkeypatch)[0] == expected
    assert kept_on_disk(database, sql, monkeypatch)[0] == expected


def test_the_kept_results_are_bounded(database, cache, monkeypatch):
    monkeypatch.setattr(queries, "_MAX_ON_DISK", 100_000)
    for number in range(40):
        kept_on_disk(database, f"SELECT a, b FROM t WHERE a > {number}", monkeypatch)
    assert cache.stat().st_size < 200_000
    assert kept_on_disk(database, "SELECT a, b FROM t WHERE a > 39", monkeypatch)[1] is False


def test_a_cache_folder_that_cannot_be_written_costs_no_score(database, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("where a folder would be")
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "file" / "cache"))
    (verdict,) = suite_verdicts(["SELECT b FROM t"], ["SELECT b FROM t WHERE a > -9"], [[database]])
    assert verdict.right


def test_predictions_are_not_kept_on_the_disk(database, cache):
    suite_verdicts(["SELECT b FROM t", "SELECT a FROM t"], ["SELECT a FROM t"] * 2, [[database]] * 2)
    with sqlite3.connect(cache) as connection:
        assert connection.execute("SELECT count(*) FROM golds").fetchone() == (1,)
    connection.close()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak memory of a process is read from Linux's /proc")
def test_eight_workers_with_large_results_hold_few_of_them_in_this_process(database):
    """Each worker's thread read its answer at once, in memory that its thread kept: 463 MiB."""
    code = (
        "import sys; from pathlib import Path; from helpers.scoring.execution.queries import run_many; path = sys.argv[1];"
        "slow = 'SELECT count(*) FROM t a, t b WHERE a.a + b.a < -5';"
        "large = \"SELECT {}, \" + ', '.join(['x'] * 15) + \" FROM (SELECT printf('%1990000s', 'N') AS x)\";"
        "sizes = [result.size for result in run_many([(path, slow), *((path, large.format(i)) for i in range(24))], workers=8)];"
        "peak = Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0];"  # getrusage counts what the test process had
        "print(min(sizes[1:]), int(peak) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(database)], cwd=ROOT, capture_output=True, text=True)
    size, peak = map(int, done.stdout.split())
    assert size > 29_000_000 and peak < 250, done.stderr


def test_no_thread_is_left_behind_by_workers_that_are_stopped(database):
    pool.stop_idle()
    before = threading.active_count()
    for _ in range(3):
        results = run_many([(database, "SELECT 1"), *[(database, f"SELECT b, {i} FROM t") for i in range(40)]], workers=2)
        next(results)
        results.close()
    pool.stop_idle()
    for _ in range(100):
        if threading.active_count() <= before:
            break
        time.sleep(0.1)
    assert threading.active_count() <= before


def test_what_has_run_on_a_database_is_valid_there_without_another_look(database, monkeypatch):
    sql = "SELECT b FROM t WHERE a < 17"
    assert not next(run_many([(database, sql)])).error
    with monkeypatch.context() as patched:
        patched.setattr(pool, "_free", lambda *_: pytest.fail("a worker was asked"))
        assert next(check_many([(database, "", sql)])) == Result([])
    assert next(check_many([(database, "", "SELECT nope FROM t WHERE a < 17")])).error == "no such column"


def test_what_is_read_from_a_gold_query_is_kept_on_the_disk_and_what_fails_is_not(cache):
    asked = []

    def length(text):
        asked.append(text)
        return len(text) or int(text)

    for _ in range(2):
        with closing(Kept()) as kept:
            assert kept.of(length, "abc") == 3
            with pytest.raises(ValueError):
                kept.of(length, "")
    assert asked == ["abc", "", ""]


def test_a_schema_that_repeats_a_column_keeps_all_its_constraints():
    statement = """CREATE TABLE t (a INT, A TEXT, b INT UNIQUE, "check" INT,
        FOREIGN KEY (a) REFERENCES x (i), FOREIGN KEY (b) REFERENCES y (j), CHECK (a > 0), CHECK (b > 0))"""
    with closing(open_memory(statement)) as connection:
        assert {row[2] for row in connection.execute("PRAGMA foreign_key_list(t)")} == {"x", "y"}
        assert [row[1:3] for row in connection.execute("PRAGMA table_info(t)")] == [("a", "INT"), ("b", "INT"), ("check", "INT")]
        for row in ("(0, 1, 1)", "(1, 0, 1)"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(f"INSERT INTO t VALUES {row}")
