"""A query as parts, so that its near neighbors (`>` for `>=`, MAX for MIN, a condition dropped) can be written down."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

_COMPARISONS = {">": (">=", "<"), ">=": (">", "<="), "<": ("<=", ">"), "<=": ("<", ">="), "=": ("!=",), "!=": ("=",)}
_OPPOSITES = {"IN": "NOT IN", "LIKE": "NOT LIKE", "IS NULL": "IS NOT NULL"}
_OPPOSITES |= {after: before for before, after in _OPPOSITES.items()}
_AGGREGATES = {"MAX(": ("MIN(", "AVG("), "MIN(": ("MAX(", "AVG("), "AVG(": ("MAX(", "SUM("), "SUM(": ("AVG(", "MAX(")}
_SETS = ("INTERSECT", "UNION", "EXCEPT")


@dataclass(frozen=True)
class Test:
    """Hold one condition. `right` is SQL text, a pair of texts for BETWEEN, or a query."""

    left: str
    op: str
    right: "str | tuple[str, str] | Query" = ""

    def sql(self) -> str:
        """Write the condition."""
        if self.op == "BETWEEN":
            return f"{self.left} BETWEEN {self.right[0]} AND {self.right[1]}"
        right = f"({self.right.sql()})" if isinstance(self.right, Query) else self.right
        return f"{self.left} {self.op} {right}".rstrip()

    @property
    def right_varies(self) -> bool:
        """Tell whether the right side is an average or another row's column, not a value that was chosen."""
        return "AVG" in self.right.select[0] if isinstance(self.right, Query) else str(self.right).startswith("T2.")

    def neighbors(self) -> Iterator["Test"]:
        """Yield conditions that a careless reader could have written instead."""
        if self.op == "BETWEEN":
            low, high = self.right
            yield Test(self.left, ">", f"{low} AND {self.left} <= {high}")
            yield Test(self.left, ">=", f"{low} AND {self.left} < {high}")
        elif self.op in _OPPOSITES:
            yield replace(self, op=_OPPOSITES[self.op])
        else:
            # No value need equal an average or another row's value: `>` and `>=` may then mean the same.
            exact = self.op not in "><" or not self.right_varies
            yield from (replace(self, op=op) for op in _COMPARISONS[self.op][not exact :])
        if isinstance(self.right, Query):
            yield from (replace(self, right=inner) for inner in self.right.neighbors())


@dataclass(frozen=True)
class Query:
    """Hold one SELECT, or two joined by a set operation (`then`)."""

    select: tuple[str, ...]
    table: str  # what follows FROM, joins included
    where: tuple[Test, ...] = ()
    connector: str = "AND"
    distinct: bool = False
    group: str = ""
    having: Test | None = None
    order: str = ""
    descending: bool = False
    limit: int = 0
    then: "tuple[str, Query] | None" = None
    once: str = ""  # a key that the join must not repeat: else COUNT and SUM count a row twice

    def sql(self) -> str:
        """Write the query in the one style of the practice data."""
        parts = [f"SELECT {'DISTINCT ' * self.distinct}{', '.join(self.select)} FROM {self.table}"]
        if self.where:
            parts.append("WHERE " + f" {self.connector} ".join(test.sql() for test in self.where))
        if self.group:
            parts.append(f"GROUP BY {self.group}")
        if self.having:
            parts.append(f"HAVING {self.having.sql()}")
        if self.order:
            parts.append(f"ORDER BY {self.order}{' DESC' * self.descending}")
        if self.limit:
            parts.append(f"LIMIT {self.limit}")
        if self.then:
            parts.append(f"{self.then[0]} {self.then[1].sql()}")
        return " ".join(parts)

    @property
    def aggregates(self) -> bool:
        """Tell whether the rows are groups or sums rather than rows of a table."""
        return bool(self.group) or "(" in self.select[0]

    def neighbors(self) -> Iterator["Query"]:
        """Yield queries that differ by one slip and that the rows have to tell from this one."""
        for place, test in enumerate(self.where):
            rest = self.where[:place], self.where[place + 1 :]
            yield replace(self, where=rest[0] + rest[1])
            yield from (replace(self, where=(*rest[0], other, *rest[1])) for other in test.neighbors())
        if len(self.where) > 1:
            yield replace(self, where=())
            yield replace(self, connector="OR" if self.connector == "AND" else "AND")
        if self.distinct:
            yield replace(self, distinct=False)
        yield from self._other_aggregates()
        if self.having:
            yield replace(self, having=None)
            yield from (replace(self, having=other) for other in self.having.neighbors())
        if self.order:
            yield replace(self, descending=not self.descending)
            yield replace(self, order="", descending=False)
        if self.limit:
            yield replace(self, limit=0)
        if self.then:
            op, other = self.then
            yield replace(self, then=None)
            yield from (replace(self, then=(name, other)) for name in _SETS if name != op)
            yield from (replace(self, then=(op, changed)) for changed in other.neighbors())

    def _other_aggregates(self) -> Iterator["Query"]:
        for place, item in enumerate(self.select):
            others = [item.replace(name, other) for name, swaps in _AGGREGATES.items() if item.startswith(name) for other in swaps]
            if item.startswith("COUNT(DISTINCT "):
                others.append(item.replace("DISTINCT ", ""))
            yield from (replace(self, select=(*self.select[:place], other, *self.select[place + 1 :])) for other in others)
