"""Random rows for a schema, made so that a gold query and others like it give different answers."""

import json
import random

from helpers.scoring.execution.sql import ASKED, Condition, apart, evaluate, holds
from helpers.scoring.generated.catalog import NUMBERS, Place, Rows, Table, fitted, parents_first
from helpers.scoring.generated.hints import Group, Hints
from helpers.scoring.generated.mutants import unescaped
from helpers.scoring.generated.values import altered, as_long, best_kind, combined, fillers, instances, near_misses, solutions, spelled_out

LARGEST = 800  # rows of a table, where HAVING COUNT(*) > 100 asks for so many

_SIZES = (8, 20, 3, 40, 12, 20, 1, 8)  # rows of a table, by seed
_PLANTED, _BROKEN = 0.6, 0.5  # rows that meet a SELECT's conditions, and those of them that fail one
_EXHAUSTED = object()  # a key has no value left: the row is left out


class RowMaker:
    """Make the rows of every table of one database; the same for the same arguments, always.

    Columns that are compared with each other draw from one pool, small as a rule, with the query's constants and near misses of them.
    Of each table's rows, 60 % are planted: they meet the literal conditions of one SELECT, or, half of them, all but one. Keys are
    respected; some rows are repeated but for their keys; some values are NULL, unless the query joins, sorts, counts or aggregates them:
    real data is mostly filled there, and the official test suites do not tell apart queries that differ by NULL alone either.
    """

    def __init__(self, catalog: dict[str, Table], hints: Hints, seed: int) -> None:
        self.catalog, self.hints, self.seed = catalog, hints, seed
        self.random = random.Random(f"rows {seed}")  # a text is hashed by SHA-512, the same in every process
        self.nulls = self.random.choice((0.0, 0.04, 0.04, 0.1))
        self.repeats = self.random.choice((0.0, 0.15, 0.15))
        self.made: Rows = {}
        self.sizes = {name: self._size(table) for name, table in catalog.items()}
        self.classes: dict[Place, list[Place]] = {}
        places = [(name, column) for name, table in catalog.items() for column in table.columns]
        for place in places:
            self.classes.setdefault(hints.root(place), []).append(place)
        self.nullable = {(name, column) for name, column in places if column not in catalog[name].filled}
        if not hints.outer:
            self.nullable.difference_update(*(members for members in self.classes.values() if len(members) > 1))
            self.nullable -= hints.sorted | hints.measured
        trees = {(name, column) for name, table in catalog.items() for column, parent in table.parents.items() if parent[0] == name}
        self.optional = {(name, column) for name, column in hints.optional | trees if column not in catalog[name].filled}
        self.nullable |= self.optional
        self.pools: dict[Place, list] = {}

    def rows(self) -> Rows:
        for name in parents_first(self.catalog):
            self.made[name] = self._fill(name)
        for name in self.catalog:
            self._mend(name)
        return self.made

    def _mend(self, name: str) -> None:
        """Let a table's references lead to rows that are there: in a circle, it was filled before its parent. Keys stay."""
        table = self.catalog[name]
        for column, parent in table.parents.items():
            at, known = list(table.columns).index(column), self.held(parent)
            if known and not any(column in key for key in self.unique(name)):
                self.made[name] = [
                    row if row[at] is None or row[at] in known else (*row[:at], self.random.choice(known), *row[at + 1 :])
                    for row in self.made[name]
                ]

    def held(self, place: Place) -> list:
        """Return the different values, but for NULL, in a column of a table that is made."""
        at = list(self.catalog[place[0]].columns).index(place[1])
        return list(dict.fromkeys(row[at] for row in self.made[place[0]] if row[at] is not None))

    def _size(self, table: Table) -> int:
        base = _SIZES[self.seed % len(_SIZES)]
        if base >= 8:
            base = max(base, self.hints.rows)
        if table.parents and base > 1:
            base *= 2  # a parent has several children
        return max(1, min(LARGEST, int(base * self.random.choice((0.5, 1, 1, 1.5)))))

    def unique(self, name: str) -> list[tuple[str, ...]]:
        """Return a table's keys, with the columns that the query takes for one by grouping by them."""
        table, single = self.catalog[name], self.hints.single.keys() - self.hints.alone  # others, and references, may repeat
        guessed = [(column,) for column in table.columns if (name, column) in single and column not in table.parents]
        return [*table.unique, *(key for key in guessed if key not in table.unique)]

    def pool(self, place: Place) -> list:
        """Return the values that the columns compared with this one draw from, the query's constants first."""
        root = self.hints.root(place)
        if root not in self.pools:
            self.pools[root] = self._new_pool(self.classes[root])
        return self.pools[root]

    def _new_pool(self, members: list[Place]) -> list:
        kinds = {self.catalog[name].columns[column][1] for name, column in members}
        kinds |= {kind for member, kind in self.hints.read_as.items() if member in members}
        conditions = [condition for group in self.hints.groups for member in members for condition in group.get(member, [])]
        constants = [value for operator, constant in conditions for value in instances(operator, constant, self.random, kinds)]
        asked = [constant for operator, constant in conditions if operator in ASKED]
        if len(asked) > 1:
            several = [value for value in solutions(asked) if sum(evaluate(text, value) is True for text in asked) > 1]
            constants += several[:12]
        compared = [(operator, constant) for operator, constant in conditions if operator not in ASKED and constant is not None]
        known = [constant for _, constant in compared] if kinds & {*NUMBERS} else constants  # not what a condition was solved with
        kind = best_kind(kinds, known, not self.hints.numeric.isdisjoint(members), compared)
        more, holdable = spelled_out(kind, compared)
        constants += [*more, *(combined(conditions) if kind == "text" else ())]
        near = [value for constant in dict.fromkeys(constants) for value in near_misses(constant)]
        largest = max(self.sizes[name] for name, _ in members)
        if unique := any((column,) in self.unique(name) for name, column in members):
            size = largest + 2
        elif self.hints.sorted.intersection(members) and self.random.random() < 0.8:
            size = 3 * largest
        else:
            size = self.random.choice((self.random.randint(1, 4), self.random.randint(2, 5), largest, 2 * largest))
        near = self.random.sample(near, min(len(near), 2 + size // 2))
        numbers = [value for value in constants if isinstance(value, (int, float)) and abs(value) < 2**62]
        distances = [distance for member in members for distance in self.hints.distances.get(member, ())]
        distance = self.random.choice(distances) if distances and self.random.random() < 0.6 else ""
        functions = dict.fromkeys(text for place in members for text in self.hints.functions.get(place, ()))
        more = fillers(kind, size, numbers, self.random, distance)
        if kind == "text" and functions.keys() & {"LOWER(VALUE)", "UPPER(VALUE)"}:
            more = [self.random.choice((text, text.lower())) for text in more]  # in another order where case counts
        near += [pattern.replace("%", "ab").replace("_", "c") for text in asked for pattern in unescaped(text)]
        values = apart([*constants, *near, *more])
        if kinds == {"text"} and not unique and (alike := as_long(compared, size, self.random)):
            values = values if _lost(conditions, values, alike) else alike
        values = apart([*values, *(value for text in functions for value in altered(text, kind, values))])
        return self._passing(members, _as_typed(kind, values, conditions) if holdable else values)

    def _passing(self, members: list[Place], values: list) -> list:
        """Drop the values that a CHECK refuses; where there is one, add some that it may ask for. NULL is no violation."""
        checks = [text for name, column in members for text in self.catalog[name].checks.get(column, [])]
        if not checks:
            return values
        cased = [text for value in values if isinstance(value, str) for text in (value.upper(), value.lower())]
        asked = "\n".join(checks).lower()
        if "date" in asked:  # nor has date(VALUE) IS NOT NULL
            cased += ["2020-05-15", "2021-01-31", "2020-05-15 10:20:30"]
        if "json" in asked:  # json_valid(VALUE) has no literal to go by
            cased += [text for value in values if isinstance(value, (str, int)) for text in (json.dumps(value), json.dumps({"a": value}))]
        passing = apart([*values, *solutions(checks), *cased])
        for check in checks:
            passing = [value for value in passing if evaluate(check, value) is not False]
        return passing[: len(values) + 12]

    def _fill(self, name: str) -> list[tuple]:
        table = self.catalog[name]
        at = {column: i for i, column in enumerate(table.columns)}
        keys = self.unique(name)
        lone = {key[0] for key in keys if len(key) == 1}
        columns = [_Column(self, name, column, column in lone) for column in table.columns]
        groups = [group for group in self.hints.groups if any(place[0] == name for place in group)]
        carried = {  # what the query shows beside a column that it groups by is the same wherever that column is
            at[column]: [at[other] for other in self.hints.single[name, column] if other not in lone]
            for column in table.columns
            if (name, column) in self.hints.single and column not in lone
        }
        settled: dict[tuple[int, str], list] = {}
        rows: list[tuple] = []
        taken: set[tuple] = set()  # a key, and a row's values in it
        for _ in range(self.sizes[name]):
            repeated = self.random.choice(rows) if rows and self.random.random() < self.repeats else None
            group, broken = {}, None
            if groups and self.random.random() < _PLANTED:
                group = self.random.choice(groups)
                if self.random.random() < _BROKEN:
                    broken = self.random.choice([place for place in group if place[0] == name])
            cells = [
                repeated[i] if repeated and not column.unique else column.draw(group, column.place == broken)
                for i, column in enumerate(columns)
            ]
            for i, shown in carried.items():
                known = settled.setdefault((i, str(cells[i])), [cells[j] for j in shown])
                for j, value in zip(shown, known, strict=True):
                    cells[j] = value
            found = {(key, *(str(cells[at[column]]) for column in key)) for key in keys}
            if _EXHAUSTED not in cells and taken.isdisjoint(found):
                rows.append(tuple(cells))
                taken |= found
        return rows


def _as_typed(kind: str, values: list, conditions: list[Condition]) -> list:
    """Write values as a column of a kind holds them, unless none is then left for a condition that one met; constants of = stay."""
    same = {constant for operator, constant in conditions if operator in ("=", "!=")}
    typed: list = []
    for value in values:
        typed += [value, *fitted(kind, value)] if value in same else fitted(kind, value)
    typed = apart(typed)
    asked = [condition for condition in conditions if condition[0] in ("sql", "not sql")]
    return values if _lost(asked, values, typed) or not typed else typed


def _lost(conditions: list[Condition], values: list, kept: list) -> bool:
    """Tell whether none of the values that are kept meets a condition that one of all values met."""
    met = (each for each in conditions if any(holds(each, value) for value in values))
    return not all(any(holds(each, value) for value in kept) for each in met)


class _Column:
    """Draw values for one column of one database."""

    def __init__(self, maker: RowMaker, table: str, name: str, unique: bool) -> None:
        self.place, self.unique, self.random = (table, name), unique, maker.random
        entry = maker.catalog[table]
        parent = entry.parents.get(name)
        values = maker.held(parent) if parent and parent[0] != table and parent[0] in maker.made else maker.pool(self.place)
        if entry.columns[name][1] == "rowid":
            values = [value for value in values if isinstance(value, int)]
        self.filled = unique or name in entry.filled
        least = 0.1 if self.place in maker.optional else 0.0
        self.nulls = max(maker.nulls, least) if self.place in maker.nullable and not unique else 0.0
        self.skew = self.random.choice((1, 1, 2, 3))  # some values are commoner than others: groups of many sizes
        head = min(len(values), maker.sizes[table]) if unique else len(values)  # a key takes constants before others
        self.values = self.random.sample(values[:head], head) + values[head:]
        if self.place in maker.hints.grouped and not unique and self.random.random() < 0.6:
            self.values = self.values[: self.random.randint(1, 4)]
        self.unused = dict.fromkeys(self.values)
        self._sorted_out: dict[int, tuple[list, list, list]] = {}

    def draw(self, group: Group, broken: bool) -> object:
        """Return a value that meets a SELECT's conditions on this column, or, if broken, fails one."""
        conditions = group.get(self.place)
        if conditions is None:
            return None if self.random.random() < self.nulls else self._pick(self.values)
        if id(group) not in self._sorted_out:
            self._sorted_out[id(group)] = _sort_out(self.values if self.filled else [*self.values, None], conditions)
        best, some, bad = self._sorted_out[id(group)]
        if broken:
            return self._pick(bad or self.values)
        return self._pick((best if self.random.random() < 0.8 else some) or self.values)

    def _pick(self, values: list) -> object:
        if not self.unique:
            return values[int(len(values) * self.random.random() ** self.skew)] if values else (_EXHAUSTED if self.filled else None)
        value = next((value for value in values if value in self.unused), next(iter(self.unused), _EXHAUSTED))
        self.unused.pop(value, None)
        return value


def _sort_out(values: list, conditions: list[Condition]) -> tuple[list, list, list]:
    """Split values into those that meet most conditions, those that meet any, and those that fail some of what others meet.

    >>> _sort_out([1, 5, 9], [(">", 2), ("<", 8)])
    ([5], [1, 5, 9], [1, 9])
    """
    conditions = [condition for condition in conditions if condition[0] != "edge"]
    scores = [(sum(holds(condition, value) for condition in conditions), value) for value in values]
    top = max((score for score, _ in scores), default=0)
    best = [value for score, value in scores if score == top and score]
    return best, [value for score, value in scores if score], [value for score, value in scores if score < top or not score]
