"""A look at the gold queries before anything is scored: which of them say nothing about a prediction, and why."""

import itertools
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlglot import exp

from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.queries import TIMEOUT, run_many
from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sandbox import Result
from helpers.scoring.execution.schemas import quote, turned_copy
from helpers.scoring.execution.sql import NONE, NUMBER, conjuncts, literal
from helpers.scoring.execution.verdict import FLOAT_TOLERANCE, KINDS, extremes, short, ties_broken
from helpers.scoring.generated.catalog import Place
from helpers.scoring.generated.suites import Problem, suite_for
from helpers.scoring.spider.tables import is_key

_MOSTLY = 0.9  # of a column's texts are numbers: real columns hold 'null' and '-' too
_LOOKED_AT = 2_000  # texts of a column
_LISTING = re.compile(r"(group_concat|string_agg|json_group_\w+)\b", re.IGNORECASE)
_WHOLE = 10_000  # rows: a LIMIT from here on cuts nothing
_RANDOM = re.compile(r"random(blob)?\b", re.IGNORECASE)
_TODAY = re.compile(  # in the group; texts and names in quotes are passed over
    r"""'(?:[^']|'')*'|"[^"]*"|(\bcurrent_(?:date|time|timestamp)\b|\bstrftime\s*\(\s*(?:'[^']*'|"[^"]*")\s*\)"""
    r"""|\b(?:date|time|datetime|julianday|unixepoch|strftime|timediff)\s*\((?:[^()]*['"]now['"]|\s*\)))""", re.IGNORECASE
)  # fmt: skip
_ORDERINGS = (exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Between, exp.Ordered, exp.Max, exp.Min)


@dataclass(frozen=True)
class Finding:
    """A fault of one gold query: its kind (a key of KINDS), and a sentence."""

    kind: str
    reason: str


def audit(rows: Sequence[dict], *, workers: int = 0, progress: Callable[[str, int, int], None] = lambda *_: None) -> list[list[Finding]]:
    """Run each gold query and return what is wrong with it, a list for each row, empty where nothing is.

    A row is a record as `report.score_predictions` takes it. Where it has a `database`, the gold runs there and on a copy
    whose rows lie in reverse order and have no keys: an answer that differs is decided by the order of insertion. Without
    one, it runs on databases made from it (`generated.suites`), and its text and schema are read: LIMIT without ORDER BY,
    columns beside a GROUP BY that does not determine them, columns of text compared with numbers. Ties show in data alone. Raise UserError
    where a database is missing or damaged.
    """
    found: list[list[Finding]] = []
    with tempfile.TemporaryDirectory(prefix="audit-") as folder, closing(_readings(rows, workers)) as readings:
        copies: dict[str, Path] = {}
        for row, reading in zip(rows, readings, strict=True):
            database = str(row.get("database") or "")
            if database and database not in copies:
                copies[database] = turned_copy(database, Path(folder) / f"{len(copies)}.sqlite")
            faults = _on_data(row["sql"], database, copies[database], reading) if database else (Finding(*one) for one in reading["faults"])
            found.append(list(faults))
            progress("audit", len(found), len(rows))
    return found


def audit_sentences(rows: Sequence[dict], found: Sequence[list[Finding]]) -> list[str]:
    """Return the report: a line with the counts, and a line for each row at fault."""
    kinds = Counter(kind for findings in found for kind in {finding.kind for finding in findings})
    counts = "; ".join(f"{name}: {kinds[kind]:,}" for kind, name in KINDS.items())
    lines = [f"audit: {len(rows):,} gold queries, {sum(map(bool, found)):,} with a fault; {counts}"]
    for number, (row, findings) in enumerate(zip(rows, found, strict=True)):
        place = f"row {number}" + (f", {row['db_id']}" if row.get("db_id") else "")
        lines += [f"{place}: {KINDS[finding.kind]} ({finding.reason})" for finding in findings]
    return lines


def _on_data(sql: str, database: str, copy: Path, reading: dict) -> Iterator[Finding]:
    """Yield the faults that show when a gold query runs on its database."""
    with closing(run_many([(database, sql), (copy, sql), *((database, other) for other in reading["broken"])])) as results:
        answer, turned, *broken = results
    if answer.error:
        yield Finding("fails", short(answer.message))
        return
    if reading["day"]:
        yield Finding("day", reading["day"])
    if all(value is None for row in answer.rows for value in row):
        yield Finding("empty", "NULL alone" if answer.rows else "no rows")
    for other, ordered in ((turned, order_matters(sql)), *((other, False) for other in broken)):
        if not other.error and not same_result(answer, other, ordered=ordered, float_tolerance=FLOAT_TOLERANCE):
            if reading["bare"]:
                yield Finding("undetermined", f"{', '.join(reading['bare'])}: another value where the rows lie in another order")
            elif broken:
                yield Finding("cut", "rows are cut off where ties fall in another order")
            else:
                yield Finding("order", "another answer where the rows lie in another order")
            break
    for table, column, constants in reading["compared"]:
        look = f"SELECT DISTINCT {quote(column)} FROM {quote(table)} WHERE typeof({quote(column)}) = 'text' LIMIT {_LOOKED_AT}"
        with closing(run_many([(database, look)], cached=True)) as results:
            texts = [str(text) for (text,) in next(results).rows or []]
        numbers = [text for text in texts if NUMBER.fullmatch(text)]
        in_order = sorted({*numbers, *map(str, constants)})  # of texts: has it another order than the numbers?
        if len(numbers) > _MOSTLY * len(texts) and any(float(low) > float(high) for low, high in itertools.pairwise(in_order)):
            yield Finding("text", f"{table}.{column} holds numbers as text, such as {numbers[0]!r}")


def _readings(rows: Sequence[dict], workers: int) -> Iterator[dict]:
    """Read the text of each gold query, in processes that can be stopped: schema and query may be as hostile as a prediction."""
    jobs = ((row["schema"], row["sql"], bool(row.get("database")), TIMEOUT) for row in rows)
    with closing(dispatch(jobs, workers, program=__name__)) as answers:
        for _, result in answers:
            fault = [("fails", f"it cannot be judged: {short(result.message)}")] if result.error else []
            yield {"faults": fault, "bare": [], "broken": [], "day": "", "compared": [], **dict(result.rows or [])}


def answer(job: tuple) -> Result:
    schema, gold, has_database, _ = job
    try:
        problem = Problem(schema, gold)
    except (ValueError, sqlite3.Error):
        reading = {}
    else:
        with closing(problem.engine):
            reading = _reading(problem, gold)
    if not has_database:
        reading["faults"] = list(_without_data(schema, gold, reading))
    return Result(list(reading.items()))


def _reading(problem: Problem, gold: str) -> dict:
    tree = problem.tree
    compared: dict[Place, list] = {}
    for node in tree.find_all(*_ORDERINGS):
        sides = [node.this, node.args.get("expression"), node.args.get("low"), node.args.get("high")]
        for column in sides:
            if isinstance(column, exp.Column) and (place := problem.names.place(column)):
                constants = [value for side in sides if (value := literal(side)) is not NONE and NUMBER.fullmatch(str(value))]
                compared.setdefault(place, []).extend(constants)
    bare = [column for select in tree.find_all(exp.Select) for column in _undetermined(select, problem)]
    calls = [node.sql(dialect="sqlite") for node in tree.find_all(exp.Func)]
    return {
        "bare": bare, "broken": [*ties_broken(tree), *extremes(tree, bare)],
        "day": next((found[1] for found in _TODAY.finditer(gold) if found[1]), ""),
        "random": any(map(_RANDOM.match, calls)), "listed": any(map(_LISTING.match, calls)),
        "unordered": any(_cuts_blindly(query, problem) for query in tree.find_all(exp.Query)),
        "compared": [(*place, constants) for place, constants in compared.items()],
        "texts": [f"{name}.{column}" for (name, column), constants in compared.items()
                  if constants and problem.catalog[name].columns[column][1] == "text"],
    }  # fmt: skip


def _without_data(schema: str, gold: str, reading: dict) -> Iterator[tuple[str, str]]:
    fault = suite_for(schema, gold).fault
    cases = (  # of those that hold, the first decides
        ("empty", fault.endswith("returns nothing on any database") and "on any database that is made from it"),
        ("fails", not fault.endswith("depends on the order of insertion") and fault),
        ("fails", reading.get("random") and "it asks for random numbers"),
        ("day", reading.get("day")),
        ("undetermined", ", ".join(reading.get("bare", ()))),
        ("cut", reading.get("unordered") and "LIMIT without ORDER BY"),
        ("cut" if reading.get("broken") else "order", fault and "on all databases that are made from it"),
        ("order", reading.get("listed") and "a list made of rows in no order"),
    )
    yield from [(kind, reason) for kind, reason in cases if reason][:1]
    for name in reading.get("texts", ()):
        yield "text", f"{name} is a column of text"


def _cuts_blindly(query: exp.Query, problem: Problem) -> bool:
    limit = query.args.get("limit")
    if not limit or query.args.get("order") or isinstance(query.parent, exp.Exists):
        return False
    if isinstance(count := literal(limit.expression), int) and not 0 <= count < _WHOLE and not query.args.get("offset"):
        return False
    if not isinstance(query, exp.Select) or query.args.get("group"):
        return True
    shown = problem.names.columns(query) if len(problem.names.sources(query)) == 1 else set()
    one_row = shown and shown <= _known(query, [], problem)  # by the table's key
    return not one_row and not any(item.find(exp.AggFunc) for item in query.selects)


def _undetermined(select: exp.Select, problem: Problem) -> Iterator[str]:
    """Yield the columns that a SELECT shows beside an aggregate or a GROUP BY and that are not the same in each group.

    SQLite takes the columns beside a lone max or min from the row that holds it.
    """
    group = select.args.get("group")
    own = [node for node in select.find_all(exp.AggFunc) if node.find_ancestor(exp.Select) is select and not node.find_ancestor(exp.Window)]
    if not (group or own) or (len(own) == 1 and isinstance(own[0], (exp.Max, exp.Min))):
        return
    names = problem.names
    grouped = [names.meant(item, select) for item in (group.expressions if group else [])]
    known, texts = _known(select, grouped, problem), {names.text(item) for item in grouped}
    aliases = {item.alias.lower() for item in select.selects if item.alias}
    shown = [*select.selects, *(part for name in ("having", "order")[: 2 if group else 1] if (part := select.args.get(name)))]
    nodes = [node for part in shown for node in part.walk() if names.text(node) in texts]  # what is grouped by, shown again
    within = {id(column) for node in nodes for column in node.find_all(exp.Column)}
    stars = [item for item in select.selects if item.is_star and not isinstance(select.parent, (exp.Subquery, exp.Exists))]
    found = [item for item in stars if not names.columns(select, getattr(item, "table", "")) <= known]
    for column in (column for part in shown for column in part.find_all(exp.Column) if id(column) not in within):
        if column.find_ancestor(exp.AggFunc) or column.find_ancestor(exp.Select) is not select or column.name.lower() in aliases:
            continue
        found += [column] if (place := names.place(column)) and place not in known else []
    yield from dict.fromkeys(node.sql() for node in found)


def _known(select: exp.Select, grouped: list[exp.Expression], problem: Problem) -> set[Place]:
    """Return the columns that have one value in each group, or in all rows.

    These are what is grouped by or compared with a constant, what a join makes equal to it, and the other columns of a table
    whose key is known.
    """
    fixed = [item for item in grouped if isinstance(item, exp.Column)]
    for part in conjuncts(select.args.get("where")):
        values = [part.expression] if isinstance(part, exp.EQ) else part.expressions if isinstance(part, exp.In) else []
        fixed += [part.this] if len(values) == 1 and isinstance(values[0], exp.Literal) else []
    known = {found for item in fixed if (found := problem.names.place(item))}
    return _follow(known, list(problem.names.tables(select).values()), problem)


def _follow(known: set[Place], tables: list[str], problem: Problem) -> set[Place]:
    """Add what follows from known columns: their equals in joins, and the rest of a table whose key is known."""
    root = problem.hints.root
    while True:
        roots = {root(place) for place in known} if len(tables) > 1 else set()
        more = {(name, column) for name in tables for column in problem.catalog[name].columns if root((name, column)) in roots}
        for name in tables:
            table = problem.catalog[name]
            own = {column for other, column in known | more if other == name}
            # Where a schema declares no key, a column that is called like one, or that a join follows from elsewhere, is taken for it.
            free = own - table.parents.keys() if not table.unique else set()
            guessed = free and (len(tables) > 1 or any(is_key(name, column) for column in free))
            if guessed or any(own.issuperset(key) for key in table.unique):
                more |= {(name, column) for column in table.columns}
        if more <= known:
            return known
        known = known | more
