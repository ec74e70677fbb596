"""Schemas that hold more than the answer needs: tables and columns of other rows put beside a row's own.

Data sets such as sql-create-context list only what the answer uses. A model that is trained on them learns to use all that it is shown.
Pure and seeded by row: the same rows and seed give the same schemas, in whatever order the rows come.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from datasets import Dataset

from helpers.prompts.schema_form import CONSTRAINT, TableText, parts_of, read_tables, words_of

SIMILAR = 0.5  # share of the tables that are the most alike of a sample; the others come as they are drawn
SAMPLE = 24  # tables that are looked at for each that is taken
BESIDE = 3  # tables beside each question of the test set with other tables
_NAMELESS = re.compile(r"table[a-z_]*[\d_]+")  # such as table_name_49: only its columns say what the table is about
_ALL_COLUMNS = re.compile(r"(SELECT|DISTINCT|,|\.)\s*\*|\bNATURAL\b", re.IGNORECASE)


class Pool:
    """The tables that rows are about, each once, and where a word occurs among their names."""

    def __init__(self, rows: Sequence[dict]) -> None:
        found = {table.text: table for row in rows for table in read_tables(row["schema"])}
        self.tables = [found[text] for text in sorted(found)]
        self.named, self.with_word = defaultdict(list), defaultdict(list)
        for table in self.tables:
            self.named[table.name].append(table)
            for word in sorted(table.words):
                self.with_word[word].append(table)

    def sample(self, words: frozenset[str], source: random.Random) -> list[TableText]:
        """Draw tables: such as share one of these words, those that share most first, or any where none does."""
        known = sorted(word for word in words if word in self.with_word)
        if not known:
            return source.choices(self.tables, k=SAMPLE)
        drawn = [source.choice(self.with_word[source.choice(known)]) for _ in range(SAMPLE)]
        return sorted(drawn, key=lambda table: -len(words & table.words) / len(words | table.words))


def widen(rows: Sequence[dict], tables: int, columns: int, seed: int) -> list[dict]:
    """Give each row 0 to `tables` tables of other rows and each of its tables 0 to `columns` more columns; `narrow` keeps its schema.

    The answer stays the same: no name that is added occurs in the query, which therefore means what it meant.
    """
    pool = Pool(rows)
    made = []
    for row in rows:
        source = _source(row, seed)
        count = source.randint(0, tables)
        wide = more_columns(row, pool, columns, source) if columns else row["schema"]
        made.append({**row, "schema": beside({**row, "schema": wide}, pool, count, source), "narrow": row["schema"]})
    return made


def in_both_forms(train_set: Dataset) -> Dataset:
    """Return the rows of `widen` and, after them, each one with its own schema alone, where that differs; say how many there are.

    Trained on the first form alone, a small model joins too rarely on the data set's own schemas; on the second, all that it is shown.
    """
    plain = [{**row, "schema": row["narrow"]} for row in train_set if row["schema"] != row.get("narrow", row["schema"])]
    print(f"{len(train_set) + len(plain)} examples to train on: {len(plain)} of the {len(train_set)} rows stand there in both forms")
    return Dataset.from_list([*train_set, *plain], features=train_set.features) if plain else train_set


def widened_test(rows: Sequence[dict], count: int) -> list[dict]:
    """Return `count` of the test rows (-1 for all), evenly spread, each with three tables of other test rows, always the same ones.

    They name no database: they are judged on generated ones, which have the other tables too, so that a query that only mentions
    one of these is run like any other.
    """
    pool = Pool(rows)
    count = len(rows) if count < 0 else min(count, len(rows))
    asked = [rows[i * len(rows) // count] for i in range(count)]
    return [{**row, "schema": beside(row, pool, BESIDE, _source(row, 0)), "database": ""} for row in asked]


def beside(row: dict, pool: Pool, count: int, source: random.Random) -> str:
    """Return the row's schema with up to `count` other tables at random places among its own.

    Left out: a name that the query or the schema has, and a table that could give the answer in place of one of the row's own.
    """
    own, parts = read_tables(row["schema"]), parts_of(row["schema"])
    if not count or len(own) != len(parts):  # a view, say, or what cannot be read
        return row["schema"]
    taken = {table.name for table in own} | said(row["sql"])
    words = frozenset().union(words_of(row["question"]), *(table.words for table in own))
    for _ in range(min(count, len(pool.tables))):
        alike = pool.sample(words, source) if source.random() < SIMILAR else []
        for table in [*alike, *pool.sample(frozenset(), source)]:
            if table.name not in taken and not any(_could_stand_for(table, mine) for mine in own):
                taken.add(table.name)
                parts.insert(source.randint(0, len(parts)), table.text)
                break
    return _joined(parts, row["schema"])


def more_columns(row: dict, pool: Pool, count: int, source: random.Random) -> str:
    """Return the row's schema with up to `count` columns more in each table, of tables of the same name or, without one, like it.

    Left as it is: a query that asks for all columns. Left out: a column whose name the query has, anywhere.
    """
    if _ALL_COLUMNS.search(row["sql"]):
        return row["schema"]
    taken, own = said(row["sql"]), {table.text: table for table in read_tables(row["schema"])}
    parts = []
    for text in parts_of(row["schema"]):
        if table := own.get(text):
            likes = pool.sample(table.words, source)[:1] if _NAMELESS.fullmatch(table.name) else pool.named[table.name]
            known = taken.union(table.columns)
            offered = {name: kind for like in likes for name, kind in like.columns.items() if name not in known}
            names = source.sample(sorted(offered), min(source.randint(0, count), len(offered)))
            text = _with_columns(table, [" ".join(offered[name].split()[:2]) for name in names if '"' not in offered[name]], source)
        parts.append(text)
    return _joined(parts, row["schema"])


def narrower(row: dict) -> Iterator[dict]:
    """Yield the row with fewer and fewer other tables, and at last as the data set has it."""
    own = {table.name for table in read_tables(row["narrow"])}
    parts = parts_of(row["schema"])
    for text in parts[::-1]:
        if not own.issuperset(table.name for table in read_tables(text)):
            parts.remove(text)
            yield {**row, "schema": _joined(parts, row["narrow"])}
    yield {**row, "schema": row["narrow"]}


def said(sql: str) -> set[str]:
    """Return every word of a query and every text in quotes, in lower case: what a new name must not be."""
    quoted = re.findall(r'"([^"]*)"|`([^`]*)`|\[([^]]*)\]|\'([^\']*)\'', sql)
    return set(map(str.lower, chain(re.findall(r"\w+", sql), *quoted)))


def _could_stand_for(other: TableText, mine: TableText) -> bool:
    """Tell whether a table has all columns of a row's own, and a name that does not tell the two apart."""
    if not set(mine.columns) <= set(other.columns):
        return False
    names = words_of(other.name), words_of(mine.name)
    return any(_NAMELESS.fullmatch(table.name) for table in (other, mine)) or names[0] <= names[1] or names[1] <= names[0]


def _with_columns(table: TableText, columns: list[str], source: random.Random) -> str:
    head, tail, parts = table.text.partition("(")[0], table.text.rpartition(")")[2], [*table.parts]
    last = next((i for i, part in enumerate(parts) if CONSTRAINT.match(part)), len(parts))
    for number, column in enumerate(columns):
        parts.insert(source.randint(0, last + number), column)
    return f"{head}({', '.join(parts)}){tail}" if columns else table.text


def _source(row: dict, seed: int) -> random.Random:
    return random.Random(f"{seed} {row['question']} {row['sql']}")


def _joined(parts: list[str], like: str) -> str:
    return (";\n" if ";\n" in like else "; ").join(parts)
