"""Schema linking: of a schema too large for a prompt, the tables that a question seems to be about, and those that connect them."""

import math
import re
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from helpers import UserError
from helpers.prompts.schema_form import ROWS, Shown, in_comment, written
from helpers.scoring.execution.schemas import Column, Link, quote, quoted

_STOP = set("a all an and any are at be by did do does each every find for from give had has have how in is it list many me much of on or "
            "per show that the their there these to was were what when where which who whose with".split())  # fmt: skip
_VALUES = 200  # of a column, to find the question's words among them
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+")


@dataclass(frozen=True)
class Table:
    """One table or view, named with its schema where that is not the main one. `hidden` columns can be asked for but are not shown."""

    name: str
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()
    view: bool = False
    whole: bool = True  # False where columns were left out
    hidden: tuple[str, ...] = ()
    schema: str = ""  # that `name` begins with

    @property
    def names(self) -> list[str]:
        """Return the names of its columns."""
        return [column.name for column in self.columns]

    @property
    def sql(self) -> str:
        """Return its name as every engine takes it."""
        return self.written(quote)

    def written(self, spell: Callable[[str], str], name: str = "") -> str:
        """Return its name, or that of another table of its schema, spelled by a function that puts names in quotes."""
        name = name or self.name
        return f"{spell(self.schema)}.{spell(name[len(self.schema) + 1 :])}" if self.schema else spell(name)

    def only(self, names: set[str]) -> "Table":
        """Return the table with these columns only, in their order."""
        columns = tuple(column for column in self.columns if column.name in names)
        links = tuple(link for link in self.links if set(link.columns) <= names)
        return replace(self, columns=columns, links=links, whole=False)


@dataclass(frozen=True)
class Linked:
    """What of a schema is asked about: the tables kept, why, and what was left out (tables; columns by table)."""

    tables: list[Table]
    reasons: dict[str, str]
    left_out: list[str]
    columns_left_out: dict[str, list[str]]

    def summary(self) -> str:
        """Say in a few lines what was kept and why, and what was left out."""
        if not self.left_out and not self.columns_left_out:
            return f"the whole schema fits: {len(self.tables)} tables, {sum(len(table.columns) for table in self.tables)} columns"
        lines = [f"kept {len(self.tables)} of {len(self.tables) + len(self.left_out)} tables:"]
        lines += [f"  {table.name}: {self.reasons[table.name]}" for table in self.tables]
        lines += [f"  of {name}, these columns are left out: {', '.join(columns)}" for name, columns in self.columns_left_out.items()]
        return "\n".join(lines + ([f"left out: {', '.join(self.left_out)}"] if self.left_out else []))


def shown_part(database, writer, question: str, sample_values: int, related: bool, needed: set[str] = frozenset()) -> tuple[str, Linked]:
    """Return as much of the schema as fits, or of it what is related to the question, as text, and say what that is."""
    tables = database.tables
    if not writer.include_schema:
        return "", Linked([], {}, list(tables), {})
    samples = database.samples(sample_values) if sample_values else {}
    rows = database.first_rows(ROWS) if writer.form == "rows" else {}

    def text(some: list[Table]) -> str:
        return schema_text(some, writer.form, samples, rows).encode(errors="replace").decode()

    def fits(some: list[Table]) -> bool:
        return writer.fits(writer.prompt(question, text(some)))

    whole = not related and fits(list(tables.values()))
    linked = link(question, tables, fits, {} if whole else database.samples(_VALUES), needed, related=related)
    if not fits(linked.tables):
        raise UserError("The question leaves no room for a single column of the schema. Ask a shorter one, or raise max_length.")
    return text(linked.tables), linked


def link(
    question: str, tables: dict[str, Table], fits: Callable[[list[Table]], bool], values: dict[str, dict[str, list]] | None = None,
    needed: set[str] = frozenset(), related: bool = False,
) -> Linked:  # fmt: skip
    """Keep the whole schema if it fits, else the tables nearest to the question and those that join them.

    A table's score adds up the question's words that stand in its name (thrice), its columns' names, or its values (twice);
    a word that stands in few tables counts more. Tables come in by score, each with the tables on the shortest way of foreign
    keys to those already in, as long as all fit. Where not even one fits, columns are left out. Synonyms are not known:
    "clients" does not find `customer`, unless a value or a neighbor does.

    `fits` says whether tables fit the prompt; `values`, {table: {column: values}}, are found in the question too; the tables in `needed`
    are kept, as those of a gold query. `related` leaves out the tables that score less than half of the best one, even if all would fit:
    for a model that has only seen schemas of what the answer uses.
    """
    whole = list(tables.values())
    scores, found = rank(question, tables, values or {})
    if related and any(scores.values()):
        scores = {name: score if 2 * score >= max(scores.values()) else 0.0 for name, score in scores.items()}
    elif fits(whole):
        return Linked(whole, dict.fromkeys(tables, "all fit"), [], {})
    order = sorted(tables, key=lambda name: (name not in needed, -scores[name]))
    if not any(scores.values()) and not needed:  # nothing to go by: the tables that most others refer to
        referred = Counter(link.table for table in whole for link in table.links)
        order = sorted(tables, key=lambda name: -referred[name])
        scores, found = dict.fromkeys(tables, 1.0), dict.fromkeys(tables, "no word of the question is in the schema; often referred to")
    kept = _joined([name for name in order if scores[name] or name in needed], found, tables, fits)
    cut: dict[str, list[str]] = {}
    chosen = _in_order(kept, tables)
    if not kept:
        smaller, left = _fewer_columns(question, tables[order[0]], fits)
        kept, chosen, cut = {order[0]: found[order[0]] or "needed"}, [smaller], {order[0]: left}
    return Linked(chosen, kept, [name for name in tables if name not in kept], cut)


def _joined(order: list[str], found: dict[str, str], tables: dict[str, Table], fits: Callable[[list[Table]], bool]) -> dict[str, str]:
    """Take tables in their order, each with those that connect it to the ones before, as long as all fit: {name: reason}."""
    kept: dict[str, str] = {}
    for name in order:
        if name not in kept:
            way = {other: "connects others" for other in _way(name, set(kept), tables) if other not in kept}
            new = {**kept, name: found[name] or "needed", **way}
            kept = new if fits(_in_order(new, tables)) else kept
    return kept


def rank(question: str, tables: dict[str, Table], values: dict[str, dict[str, list]]) -> tuple[dict[str, float], dict[str, str]]:
    """Return each table's score for a question, and in words what of the question was found in it."""
    asked = stems(question)
    lowered = _folded(question)
    inside = {name: stems(name).union(*(stems(column.name) for column in table.columns)) for name, table in tables.items()}
    tables_with = Counter(stem for own in inside.values() for stem in own)
    scores, found = {}, {}
    for name, table in tables.items():
        own, score, words = stems(name), 0.0, []
        for stem in sorted(asked & inside[name]):
            rare = math.log(1 + len(tables) / tables_with[stem])
            score += (3 if stem in own else 1) * rare
            words.append(stem)
        for column in table.columns:
            for value in values.get(name, {}).get(column.name, []):
                if isinstance(value, str) and len(value) > 2 and _folded(value) in lowered:
                    score += 2 * math.log(1 + len(tables))
                    words.append(f"{column.name} = {value!r}")
                    break
        scores[name], found[name] = score, "found " + ", ".join(words) if words else ""
    return scores, found


def stems(text: str) -> set[str]:
    """Split a text or a name at blanks, signs and changes of case, and cut the commonest English endings.

    >>> sorted(stems("OrderItems_total price"))
    ['item', 'order', 'price', 'total']
    """
    return {_stem(word.lower()) for word in _WORDS.findall(text) if word.lower() not in _STOP}


def _folded(text: str) -> str:
    return " ".join(["", *re.findall(r"[^\W_]+", text.lower()), ""])


def _stem(word: str) -> str:
    for ending, instead, least in (("ies", "y", 5), ("sses", "ss", 6), ("xes", "x", 5), ("ches", "ch", 6), ("shes", "sh", 6)):
        if word.endswith(ending) and len(word) >= least:
            return word[: -len(ending)] + instead
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _way(name: str, goal: set[str], tables: dict[str, Table]) -> list[str]:
    """Return the tables between a table and the nearest one of `goal`, over foreign keys in either direction."""
    near: dict[str, list[str]] = {table: [] for table in tables}
    for table in tables.values():
        for foreign in table.links:
            near[table.name].append(foreign.table)
            near[foreign.table].append(table.name)
    waiting, seen = deque([(name, [])]), {name}
    while waiting:
        here, way = waiting.popleft()
        if here in goal:
            return way[:-1]
        for other in near[here]:
            if other not in seen:
                seen.add(other)
                waiting.append((other, [*way, other]))
    return []


def _in_order(names: dict[str, str], tables: dict[str, Table]) -> list[Table]:
    return [table for name, table in tables.items() if name in names]


def _fewer_columns(question: str, table: Table, fits: Callable[[list[Table]], bool]) -> tuple[Table, list[str]]:
    """Keep the columns that the question names, then keys, then the first ones, as many as fit (one at the least)."""
    asked = stems(question)
    linked = {name for foreign in table.links for name in foreign.columns}
    order = sorted(table.columns, key=lambda column: (not asked & stems(column.name), not column.key, column.name not in linked))
    kept = {order[0].name}
    for column in order[1:]:
        if fits([table.only(kept | {column.name})]):
            kept.add(column.name)
    return table.only(kept), [column.name for column in table.columns if column.name not in kept]


def schema_text(tables: list[Table], form: str, samples: dict[str, dict[str, list]] | None = None, rows: dict | None = None) -> str:
    """Write tables in the form that a model was trained on (`schema_form.FORMS`), "ddl" as the practice data's statements are.

    All forms are made from the catalog: how a file spells its statements tells a model nothing. `samples`, {table: {column: values}},
    are written as a comment behind each table; most models here were trained without. `rows` by table are for the form "rows".
    """
    texts = []
    for table in tables:
        columns = [(quoted(column.name), column.type) for column in table.columns]
        links = [([*map(quoted, link.columns)], table.written(quoted, link.table), [*map(quoted, link.targets)]) for link in table.links]
        shown = Shown(table.written(quoted), columns, [quoted(column.name) for column in table.columns if column.key], links)
        text = written(shown, form, (rows or {}).get(table.name, ()), table.whole)
        known = {name: values for name, values in (samples or {}).get(table.name, {}).items() if values and name in table.names}
        comment = "; ".join(f"{name}: {', '.join(map(_short, values))}" for name, values in known.items())
        texts.append(text + (f" /* {comment} */" if comment else ""))
    return (";\n" if form == "ddl" else "; ").join(texts)


def _short(value: object) -> str:
    text = in_comment(value, 30)
    return repr(text) if isinstance(value, str) else text
