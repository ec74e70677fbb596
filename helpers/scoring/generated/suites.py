"""Suites of small databases made from a schema and a gold query, for data sets that come without rows.

A suite is a list of seeds: `build_database` makes the same bytes of one again. It is chosen so that the gold query's answers
differ from those of its mutants (`mutants`), after the test suites of Zhong et al. 2020 (https://arxiv.org/abs/2010.02840).
Only golds and their mutants are run here, read-only and bounded, in this process; predictions run in workers (`generated.verdicts`).
"""

import random
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from sqlglot import exp

from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.sql import parse_query
from helpers.scoring.execution.verdict import FLOAT_TOLERANCE, short, ties_broken
from helpers.scoring.generated.catalog import Engine, Place, read_catalog
from helpers.scoring.generated.databases import RowMaker, Rows
from helpers.scoring.generated.hints import Hints, read_hints
from helpers.scoring.generated.mutants import make_mutants
from helpers.scoring.generated.names import Names, repeats
from helpers.scoring.spider.tables import BARE, is_key

MAX_SEEDS = 200
PATIENCE = 60  # seeds in a row that tell nothing new
MIN_KEPT = 8  # databases, where so many can be used: predictions make other mistakes than mutants
MAX_WORK = 80_000_000  # steps of SQLite's virtual machine, some two seconds, after which what is left alive stays so
SEARCH = 24  # seeds looked at for one on which a query with conditions returns nothing
SHUFFLES = 4  # other orders of insertion that the gold's answer must stand
# Texts, names and comments first: in them nothing asks for today.
_TODAY = re.compile(r"""(?i)'(now)'|(?<=\()"(now)"|'(?:[^']|'')*'|"[^"]*"|`[^`]*`|--[^\n]*|\b(CURRENT_(?:DATE|TIMESTAMP|TIME))\b""")
_NOW = "2024-06-15 12:00:00"


@dataclass(frozen=True)
class Suite:
    """The seeds of the databases to judge by, or why the gold query cannot be judged."""

    seeds: list[int] = field(default_factory=list)
    fault: str = ""
    non_empty: bool = False  # the gold returns something other than zeros and NULLs on at least one of them
    mutants: int = 0  # of the gold that run
    killed: int = 0  # of these told from it; some of the others mean the same as the gold


def suite_for(schema: str, gold: str, *, seed: int = 0, ordered: bool | None = None) -> Suite:
    """Choose databases that tell a gold query from others; the same for the same arguments, always.

    `ordered` says whether rows count in order; without it they do where the gold asks for an order.
    A database is dropped where the gold's answer depends on the order in which rows were inserted: ties under LIMIT, columns
    beside a GROUP BY that does not determine them. A gold that names a column which its schema lacks gets a fault: columns are never
    invented. Today is a day of its own there (`on_fixed_day`).
    """
    gold = on_fixed_day(gold)
    try:
        problem = Problem(schema, gold)
    except ValueError as error:
        return Suite(fault=f"the gold query cannot be parsed: {short(str(error))}")
    except RecursionError:
        return Suite(fault="the gold query cannot be parsed: it is too deep, or a WITH reads itself")
    except sqlite3.Error as error:
        return Suite(fault=f"the schema fails: {short(str(error))}")
    with closing(problem.engine) as engine:
        if error := engine.compile(gold):
            return Suite(fault=f"the gold query fails: {short(str(error))}")
        return _choose(problem, gold, order_matters(gold) if ordered is None else ordered, seed)


def build_database(schema: str, gold: str, seed: int, path: Path | str | None = None) -> bytes:
    """Make the database of one seed: the bytes of a SQLite file, also written to `path` if one is given.

    Raise ValueError where the gold cannot be parsed, sqlite3.Error where SQLite refuses the schema.
    """
    problem = Problem(schema, gold)
    with closing(problem.engine):
        data = problem.database(seed)
    if path is not None:
        Path(path).write_bytes(data)
    return data


def on_fixed_day(sql: str) -> str:
    """Write one day into a query where it asks for today: made rows lie around it, and the answer is the same tomorrow.

    >>> on_fixed_day("SELECT id FROM sale WHERE day > date('now', '-1 year')")
    "SELECT id FROM sale WHERE day > date('2024-06-15 12:00:00', '-1 year')"
    """
    days = {"CURRENT_DATE": _NOW[:10], "CURRENT_TIME": _NOW[11:]}
    return _TODAY.sub(lambda found: f"'{days.get(found[found.lastindex].upper(), _NOW)}'" if found.lastindex else found[0], sql)


class Problem:
    """A gold query, or several queries in one parsed expression, with what its schema and its text say."""

    def __init__(self, schema: str, gold: str | exp.Expression) -> None:
        self.tree = gold if isinstance(gold, exp.Expression) else parse_query(on_fixed_day(gold))
        self.catalog = read_catalog(schema)
        self.names = Names(self.tree, self.catalog)
        self.hints = read_hints(self.tree, self.names)
        _guess_keys(self.names, self.hints)
        places = self.names.places(self.tree)
        if self.tree.find(exp.Star):
            places |= {(name, column) for name in self.hints.used for column in self.catalog[name].columns}
        # The columns that the query names, as (table, position); those of all its tables where it has a star.
        self.shown = [(name, i) for name, table in self.catalog.items() for i, at in enumerate(table.columns) if (name, at) in places]
        self.engine = Engine(schema, self.catalog)

    def rows(self, seed: int) -> Rows:
        """Return the rows of one seed, by table."""
        return RowMaker(self.catalog, self.hints, seed).rows()

    def database(self, seed: int, turned: bool = False) -> bytes:
        """Return the SQLite file of one seed, its rows inserted in order or in reverse."""
        self.engine.load(self.rows(seed))
        if turned:
            self.engine.load({name: rows[::-1] for name, rows in self.engine.stored().items()})
        return self.engine.serialize()

    def write(self, seeds: Sequence[int], folder: Path) -> None:
        """Write the two files of each seed."""
        for seed in seeds:
            for turned, file in enumerate(files_of(folder, seed)):
                file.write_bytes(self.database(seed, bool(turned)))


def files_of(folder: Path, seed: int) -> tuple[Path, Path]:
    """Return the files of a seed's database: its rows inserted in order, and in reverse."""
    return folder / f"{seed}.sqlite", folder / f"{seed}-turned.sqlite"


def _choose(problem: Problem, gold: str, ordered: bool, seed: int) -> Suite:
    """Go through seeds and keep those that kill a living mutant, the first on which the gold returns nothing, and some more."""
    engine = problem.engine
    living = [sql for _, sql in make_mutants(problem.tree, problem.names) if not engine.compile(sql)]
    total, kept, empty, filled, dropped, ran, idle = len(living), [], False, False, False, False, 0
    first, conditional = seed * MAX_SEEDS, problem.tree.find(exp.Where, exp.Having, exp.Join) is not None
    for number in range(first, first + MAX_SEEDS):
        sought = conditional and not empty and number - first < SEARCH
        if idle == PATIENCE or (filled and engine.spent > MAX_WORK) or (filled and not living and not sought and len(kept) >= MIN_KEPT):
            break
        idle += 1
        engine.load(problem.rows(number))
        if (answer := engine.run(gold)) is None:
            continue
        ran = True
        content = any(value not in (None, 0) for row in answer.rows for value in row)
        answers = {sql: other for sql in living if (other := engine.run(sql))}
        total -= len(living) - len(answers)  # what does not end here would not end on the next database either
        living = list(answers)
        left = [sql for sql in living if same_result(answer, answers[sql], ordered=ordered, float_tolerance=FLOAT_TOLERANCE)]
        wanted = not filled or len(kept) < MIN_KEPT if content else not empty
        if len(left) == len(living) and not wanted:
            continue
        if unstable(problem, gold, answer, ordered, number):
            dropped |= content
            continue
        kept.append(number)
        idle, living = 0, left
        filled |= content
        empty |= not content
    if filled:
        fault = ""
    elif not ran:
        fault = "the gold query fails or does not end"
    else:
        fault = "the gold query's answer depends on the order of insertion" if dropped else "the gold query returns nothing on any database"
    return Suite(kept, fault, filled, total, total - len(living))


def unstable(problem: Problem, gold: str, answer: Result, ordered: bool, seed: int = 0) -> bool:
    """Tell whether the rows that are loaded give another answer when they are inserted, or read, in another order.

    Which of several rows a query takes can show only in a column that it names: each table is sorted by each of these, so that
    its smallest value is met first and last. A few random orders are tried beside that, for joins. The order is not restored.
    """
    engine = problem.engine

    def same(other: Result | None) -> bool:
        return other is not None and same_result(answer, other, ordered=ordered, float_tolerance=FLOAT_TOLERANCE)

    if not all(same(other) for sql in ties_broken(problem.tree, ordered) if (other := engine.run(sql))):
        return True
    stored = {name: rows for name, rows in engine.stored().items() if name in problem.hints.used}
    source = random.Random(f"order {seed}")
    orders = [{}, {name: rows[::-1] for name, rows in stored.items()}]
    if problem.tree.find(exp.Limit, exp.Ordered, exp.Group, exp.AggFunc, exp.Window):
        shuffled = [{name: source.sample(rows, len(rows)) for name, rows in stored.items()} for _ in range(SHUFFLES)]
        orders += shuffled
        for order, (name, column) in zip(cycle(shuffled), problem.shown, strict=False):
            orders.append(order | {name: sorted(stored[name], key=lambda row: _rank(row[column]))})
    try:
        for rows in orders:
            engine.load(rows)
            for backwards in (True, False):
                engine.read_backwards(backwards)
                if not same(engine.run(gold)):
                    return True
        return False
    finally:
        engine.read_backwards(False)


def _rank(value: object) -> tuple:
    return (value is not None, isinstance(value, str), isinstance(value, bytes), value if value is not None else 0)


def _guess_keys(names: Names, hints: Hints) -> None:
    """Give the tables of a schema that declares no key at all those that the names of their columns suggest.

    Almost every real join follows a key; without it a right `IN (SELECT ...)` in place of a join would look wrong, because rows would match
    twice. A column is guessed to be its table's key if it is called `id`, or after the table (`student_id`, `StuID` of student), and the
    query does not treat it as repeated; one that is called like another table's key, or compared with it, is guessed to refer to it.
    """
    catalog = names.catalog
    if any(table.unique or table.parents for table in catalog.values()):
        return
    repeated, keys = repeats(names), {}
    grouped = {hints.root(place) for place in hints.single}  # what is compared with one of these refers to it
    for name, table in catalog.items():
        column = next((column for column in table.columns if (name, column) not in repeated and is_key(name, column)), None)
        if column and ((name, column) in hints.single or hints.root((name, column)) not in grouped):
            keys[name] = column
            table.unique.append((column,))
            table.filled.add(column)
    for name, table in catalog.items():
        for column in table.columns:
            parent = _parent((name, column), keys, hints)
            if parent and keys.get(name) != column:
                table.parents[column] = parent
                hints.join((name, column), parent)


def _parent(place: Place, keys: dict[str, str], hints: Hints) -> Place | None:
    column, others = place[1], [other for other in keys.items() if other[0] != place[0]]
    compared = [other for other in others if hints.root(other) == hints.root(place)]
    named = [(table, key) for table, key in others
             if column == key not in BARE or (key in BARE and column not in BARE and is_key(table, column))]  # fmt: skip
    return next(iter([*compared, *named]), None)
