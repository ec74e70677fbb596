"""What a domain file is written in: a database's tables and columns, with the words people use for them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from helpers.scoring.execution import schemas
from helpers.scoring.execution.schemas import quote

_ALSO = {"by", "cast", "index", "match"}  # words of SQL that SQLite takes for names in places: people quote them


@dataclass(frozen=True)
class Column:
    """Hold one column: its type, its values' source and its words. Made by the functions below, not directly."""

    name: str
    kind: str  # label, text, category, number, year, date or reference
    type: str  # INTEGER, REAL or TEXT
    one: str  # the words for it, singular
    many: str  # and plural
    values: tuple = ()  # a pool to draw from, or ("range", low, high, step)
    null: float = 0.0  # share of rows without a value
    says: tuple[str, ...] = ()  # category: "from {}", or with the noun as a star, "{} *"
    unit: str = ""
    over: tuple[str, ...] = ()  # phrases that read well after the noun and after "are"
    under: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    most: str = ""  # superlatives: oldest, youngest
    least: str = ""
    adds: bool = False  # a sum means something
    averages: bool = True
    missing: str = ""  # what NULL means, as a phrase after the noun
    present: str = ""
    to: str = ""  # reference: the table it points to
    of: str = ""  # "by {}": songs by singers
    has: str | None = ""  # "recorded": singers who have recorded songs; "" for plain "have"; None if it cannot be said
    partner: str = ""  # self-reference: what the other row is called, "manager"


@dataclass(frozen=True)
class Many:
    """Say in words what a link table means: holders *has* (taken) helds, helds *of* (taken by {}) holders."""

    holder: str  # the reference column of the holder
    held: str
    has: str
    of: str


@dataclass(frozen=True)
class Table:
    """Hold one table. Rows are hand-written (`rows`, one a line, fields between bars) or drawn (`count`)."""

    name: str
    one: str
    many: str
    columns: tuple[Column, ...]
    people: bool = False
    rows: str = ""
    count: int = 0
    key: str = "id"
    unique: tuple[str, ...] = ()  # drawn rows do not repeat these columns together
    link: Many | None = None
    span: tuple[str, str, str] | None = None  # two dates and what lasted from one to the other: "kept"
    spoken: bool = True  # False: only a link, never asked about by itself

    @property
    def label(self) -> Column | None:
        """Return the column that names a row, if there is one."""
        return next((column for column in self.columns if column.kind == "label"), None)

    def column(self, name: str) -> Column:
        """Return a column by name. Raises KeyError naming the table."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"The table {self.name} has no column {name!r}.")

    @property
    def who(self) -> str:
        """Return the relative pronoun: who for people, that for the rest."""
        return "who" if self.people else "that"

    def ddl(self, keys: dict[str, str]) -> str:
        """Return CREATE TABLE on one line, as the schema is shown to a model; `keys` are the tables' primary keys."""
        parts = [f"{quoted(self.key)} INTEGER PRIMARY KEY"]
        for column in self.columns:
            target = f" REFERENCES {quoted(column.to)}({quoted(keys[column.to])})" if column.to else ""
            parts.append(f"{quoted(column.name)} {column.type}{target}")
        return f"CREATE TABLE {quoted(self.name)} ({', '.join(parts)})"


@dataclass(frozen=True)
class Database:
    """Hold one database: its id, what it is about in a few words, its tables (parents before children)."""

    db_id: str
    about: str
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """Return a table by name. Raises KeyError naming the database."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(f"The database {self.db_id} has no table {name!r}.")

    def ddl(self) -> str:
        """Return all CREATE TABLE statements, one line a table."""
        return "\n".join(table.ddl(self.keys) for table in self.tables)

    @cached_property
    def keys(self) -> dict[str, str]:
        """Return each table's primary key."""
        return {table.name: table.key for table in self.tables}


def quoted(name: str) -> str:
    """Quote a name where SQLite needs it.

    >>> quoted("price"), quoted("unit price"), quoted("order")
    ('price', '"unit price"', '"order"')
    """
    return quote(name) if name.lower() in _ALSO else schemas.quoted(name)


def plural(words: str) -> str:
    """Form a regular English plural of the last word.

    >>> plural("release date"), plural("city"), plural("address"), plural("birthday")
    ('release dates', 'cities', 'addresses', 'birthdays')
    """
    if re.search(r"[^aeiou]y$", words):
        return words[:-1] + "ies"
    return words + ("es" if re.search(r"(s|x|ch|sh)$", words) else "s")


def _words(name: str, words: str) -> tuple[str, str]:
    """Return the words for a column: "weight/weights", "weight" or "" for the name with blanks."""
    one, _, many = (words or name.replace("_", " ")).partition("/")
    return one, many or plural(one)


def _all(phrases: str | tuple[str, ...]) -> tuple[str, ...]:
    return (phrases,) if isinstance(phrases, str) and phrases else tuple(phrases)


def label(name: str = "name", words: str = "", values: tuple = ()) -> Column:
    """Describe the column by which people name a row; its values are unique."""
    return Column(name, "label", "TEXT", *_words(name, words), values=values)


def text(name: str, words: str = "", **more) -> Column:
    """Describe a text that is shown and searched but not grouped by. `more`: `values`, `null`, `missing`, `present`."""
    return Column(name, "text", "TEXT", *_words(name, words), **more)


def category(name: str, says: str | tuple[str, ...] = (), words: str = "", **more) -> Column:
    """Describe a text that repeats: a city, a kind. `says` are phrases for a value: "from {}", or with the noun, "{} *"."""
    return Column(name, "category", "TEXT", *_words(name, words), says=_all(says), **more)


def number(name: str, words: str = "", real: bool = False, **more) -> Column:
    """Describe a quantity. `more`: `values` (a pool, or ("range", low, high, step)), `unit`, `over`, `under`, `most`, `least`, ...

    With the words "number of rooms" it is said as people say it, "with more than 3 rooms".
    """
    for phrases in ("over", "under", "at_least", "at_most"):
        more[phrases] = _all(more.get(phrases, ()))
    return Column(name, "number", "REAL" if real else "INTEGER", *_words(name, words), **more)


def age() -> Column:
    """Describe the age of people in years."""
    over, under = ("older than {}", "over {} years old"), ("younger than {}", "under {} years old")
    return number(
        "age",
        over=over,
        under=under,
        at_least=("at least {} years old",),
        at_most=("at most {} years old",),
        most="oldest",
        least="youngest",
    )


def year(name: str, done: str, words: str = "", most: str = "newest", least: str = "oldest", **more) -> Column:
    """Describe a year as a number. `done` is what happened then: "founded", "built"."""
    later = (f"{done} in {{}} or later",), (f"{done} in {{}} or earlier",)
    return _in_time(Column(name, "year", "INTEGER", *_words(name, words), most=most, least=least, **more), done, *later)


def date(name: str, done: str, words: str = "", most: str = "latest", least: str = "earliest", **more) -> Column:
    """Describe an ISO date as text. `done` is what happened then; `values`: ("dates", first, last) or ("after", column, low, high)."""
    later = (f"{done} on {{}} or later",), (f"{done} on {{}} or earlier",)
    return _in_time(Column(name, "date", "TEXT", *_words(name, words), most=most, least=least, **more), done, *later)


def _in_time(column: Column, done: str, at_least: tuple[str, ...], at_most: tuple[str, ...]) -> Column:
    after, before = (f"{done} after {{}}",), (f"{done} before {{}}",)
    return replace(column, says=(done,), over=after, under=before, at_least=at_least, at_most=at_most, averages=False)


def reference(name: str, to: str, of: str, has: str | None = "", **more) -> Column:
    """Describe a foreign key. `of` follows the child ("by {}"), `has` stands between "have" and the children ("recorded").

    `has` is None where no short verb says it: teams "have" matches at home and away, so one of the two keys goes without.

    A key into its own table has `partner` in place of them, what the other row is called: "manager".
    """
    one = name.removesuffix("_id").replace("_", " ")
    return Column(name, "reference", "INTEGER", one, plural(one), to=to, of=of, has=has, **more)
