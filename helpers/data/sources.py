"""Where rows come from: the data sets' layouts in one table, and readers that turn each into the same kind of record."""

import difflib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from helpers import UserError
from helpers.data.golds import LeftOut
from helpers.data.spider import SpiderFiles
from helpers.files import csv_rows, json_rows, path_of
from helpers.models.hub import clear_hub_errors


@dataclass(frozen=True)
class Source:
    """Say where a data set keeps a record's fields, in which of its splits, and under which licence it comes.

    `schema` is "" where a row names its database only. `test` is "" where the data set has no test split of its own.
    """

    question: str
    schema: str
    sql: str
    licence: str
    train: str = "train"
    test: str = ""


# Other names of a column, likeliest first.
ALSO_CALLED = {
    "question": ("question", "prompt", "instruction", "utterance", "nl", "text", "input"),
    "schema": ("schema", "context", "ddl", "create", "tables", "input"),
    "sql": ("sql", "query", "answer", "gold", "response", "output", "completion"),
}
_QUERY = re.compile(r"(?:[\s(;]|--[^\n]*(?:\n|$)|/\*.*?\*/)*+(?:(SELECT|WITH|VALUES)\b|(\w*))", re.IGNORECASE | re.DOTALL)
_SIGNS = re.compile(r"""'[^']*'|"[^"]*"|`[^`]*`|\[[^]]*\]|--[^\n]*|/\*.*?\*/|[()]""", re.DOTALL)
_CHANGES = set("ALTER BEGIN CALL COMMIT COPY CREATE DELETE DROP GRANT INSERT MERGE REPLACE ROLLBACK SET TRUNCATE UPDATE VACUUM".split())
CHANGING, NO_QUERY = "that change data instead of asking, such as INSERT", "whose query is none: no SELECT, WITH or VALUES"
OWN_ENDINGS = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
OWN = "practice data of this project, Apache-2.0"
SOURCES = {
    "b-mc2/sql-create-context": Source("question", "context", "answer", "CC-BY-4.0"),
    "gretelai/synthetic_text_to_sql": Source("sql_prompt", "sql_context", "sql", "Apache-2.0", test="test"),
    "xlangai/spider": Source("question", "", "query", "CC-BY-SA-4.0", test="validation"),
    "Clinton/Text-to-sql-v1": Source("instruction", "input", "response", "Apache-2.0 on its card, which gathers others"),
    "knowrohit07/know_sql": Source("question", "context", "answer", "OpenRAIL", train="validation"),
    "practice/create-context": Source("question", "context", "answer", OWN),
    "practice/create-context-core": Source("question", "context", "answer", OWN),
    "practice/create-context-joins": Source("question", "context", "answer", OWN),
    "practice/gretel": Source("sql_prompt", "sql_context", "sql", OWN, test="test"),
    "practice/gretel-single": Source("sql_prompt", "sql_context", "sql", OWN, test="test"),
    "practice/spider": Source("question", "schema", "query", OWN),
}


def find_source(dataset_id: str, field_mapping: str = "") -> Source:
    """Return the layout of a data set, or of your own file from a mapping such as `question:q,schema:ddl,sql:answer`.

    Raises:
        UserError: there is no such data set and no such file, or the mapping cannot be read.
    """
    if dataset_id in SOURCES:
        return SOURCES[dataset_id]
    if not own_file(dataset_id):
        raise UserError(
            f"There is no loader for the data set {dataset_id!r}. Known: {', '.join(sorted(SOURCES))}; "
            f"or give the path of a file of your own that ends in {', '.join(OWN_ENDINGS)}."
        )
    if not (path := path_of(dataset_id, "dataset_id")).is_file():
        found = f"{dataset_id} is a folder" if path.is_dir() else f"There is no file {dataset_id}"
        raise UserError(f"{found}. Give the path of a file that ends in {', '.join(OWN_ENDINGS)}.")
    mapping = {name: name for name in ALSO_CALLED}
    for pair in filter(None, (part.strip() for part in field_mapping.split(","))):
        name, colon, column = (part.strip() for part in pair.partition(":"))
        if not colon or not column or name not in mapping:
            raise UserError(f"field_mapping has {pair!r}; expected pairs such as question:q,schema:ddl,sql:answer.")
        mapping[name] = column
    return Source(**mapping, licence="your own data")


def own_file(dataset_id: str) -> bool:
    """Tell whether an id names a file of the user's, by its ending."""
    return Path(dataset_id).suffix.lower() in OWN_ENDINGS


def source_names(dataset_id: str) -> list[str]:
    """Split the ids that ` + ` joins; a path that holds ` + ` itself stays whole.

    >>> source_names("b-mc2/sql-create-context + practice/gretel")
    ['b-mc2/sql-create-context', 'practice/gretel']
    """
    parts, names = dataset_id.split(" + "), []
    while parts:
        joined = ((end, " + ".join(parts[:end])) for end in range(len(parts), 1, -1))
        end = next((end for end, path in joined if own_file(path) and os.path.isfile(os.path.expanduser(path))), 1)
        names.append(" + ".join(parts[:end]).strip())
        parts = parts[end:]
    return names


def read_records(
    dataset_id: str, part: str, field_mapping: str = "", spider: SpiderFiles | None = None, left_out: LeftOut | None = None
) -> list[dict]:
    """Return the records of one part ("train" or "test") of a data set, in its own order, each with the place of its row.

    Rows that lack a text, or a database that they name, are left out and counted in `left_out`.

    Raises:
        UserError: no network, a gated data set, a field that no row has, a file that cannot be read.
    """
    source, left_out = find_source(dataset_id, field_mapping), LeftOut() if left_out is None else left_out
    path = path_of(dataset_id, "dataset_id") if own_file(dataset_id) else None
    if path:
        numbered = read_file(path)
    elif spider and dataset_id == "xlangai/spider" and spider.has(part):
        numbered = list(enumerate(spider.rows(part), 1))
    else:
        numbered = list(enumerate(read_rows(dataset_id, getattr(source, part)), 1))
    _check_fields([row for _, row in numbered], dataset_id, source)
    records = []
    for number, row in numbered:
        place = {"number": number, "place": f"{'line' if path else 'row'} {number:,} of {dataset_id}"}
        made = record(row, dataset_id, source) if not (fault := _text_fault(row, source)) else {}
        if made and path and made["database"]:
            made["database"] = os.path.join(os.path.abspath(path.parent), os.path.expanduser(made["database"]))
            fault = database_fault(made["database"])
        if fault:
            left_out.add("that lack a text or the database they name", place, fault)
        else:
            records.append(made | place)
    return spider.joined(records) if spider and not source.schema else records


def read_rows(dataset_id: str, split: str) -> list[dict]:
    """Return a split of a data set of the Hub as a list of its own rows. Raise UserError as `hub.clear_hub_errors` does."""
    from datasets import load_dataset

    with clear_hub_errors(dataset_id, "data set"):
        return load_dataset(dataset_id, split=split).to_list()


def read_file(path: Path) -> list[tuple[int, dict]]:
    """Return (line, row) of a file of JSON objects or of a csv file. A field inside a field is named with a dot, `data.question`.

    Raises:
        UserError: see `files.json_rows` and `files.csv_rows`; or no rows at all.
    """
    rows = csv_rows(path) if path.suffix.lower() in (".csv", ".tsv") else _unfolded(json_rows(path))
    if not rows:
        raise UserError(f"{path} has no rows{' beside blank lines or a header' if path.stat().st_size else ': it is empty'}.")
    for _, row in rows:
        for name in [name for name, value in row.items() if isinstance(value, dict)]:
            row.update((f"{name}.{inner}", value) for inner, value in row[name].items())
    return rows


def _unfolded(rows: list[tuple[int, dict]]) -> list[tuple[int, dict]]:
    """Return the rows of a file whose one object holds them all, in a list (`{"data": [...]}`) or as a list for each column."""
    if len(rows) != 1:
        return rows
    lists = [value for value in rows[0][1].values() if isinstance(value, list)]
    if len(lists) == 1 and lists[0] and all(isinstance(item, dict) for item in lists[0]):
        return list(enumerate(lists[0], 1))
    if len(lists) == len(rows[0][1]) > 1 and len({len(value) for value in lists}) == 1:
        return [(number, dict(zip(rows[0][1], values, strict=True))) for number, values in enumerate(zip(*lists, strict=True), 1)]
    return rows


def record(row: dict, dataset_id: str, source: Source) -> dict:
    """Turn one row of a data set, which has the texts that its source names, into a record."""
    return {
        "question": " ".join(row[source.question].split()),
        "schema": row[source.schema].strip() if source.schema else "",
        "sql": row[source.sql].strip().rstrip(";").strip(),
        "db_id": str(row.get("db_id") or ""),
        "source": dataset_id,
        "database": str(row.get("database") or ""),
        "hardness": "",
        "group": "test",
    }


def no_query(sql: str) -> str:
    """Say why a text is no query, or "". Comments and parentheses may stand before the first word."""
    asks, word = _QUERY.match(sql).groups()
    return "" if asks else CHANGING if (word or "").upper() in _CHANGES else NO_QUERY


def unwrapped(sql: str) -> str:
    """Take away parentheses around a whole query, which SQLite refuses.

    >>> unwrapped("(SELECT a FROM t WHERE b = ')')"), unwrapped("(SELECT 1) UNION (SELECT 2)")
    ("SELECT a FROM t WHERE b = ')'", '(SELECT 1) UNION (SELECT 2)')
    """
    opened = depth = 0
    for sign in _SIGNS.finditer(sql):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        opened = opened or sign.end() * (sign[0] == "(")
        if opened > _QUERY.match(sql).start(1):
            break  # the first parenthesis stands inside the query
        if opened and depth == 0:
            return sql[opened:-1].strip() if sign.end() == len(sql) else sql
    return sql


def _check_fields(rows: list[dict], dataset_id: str, source: Source) -> None:
    """Raise UserError for a field that no row has: the data set was changed on the Hub, or the mapping names another."""
    names = list(dict.fromkeys(name for row in rows for name in map(str, row)))
    for role in ALSO_CALLED:
        name = getattr(source, role)
        if rows and name and not any(isinstance(row.get(name), str) for row in rows):
            near, advice = _near(name, role, names), "Its layout has changed: correct helpers/data/sources.py."
            if own_file(dataset_id):
                guess = f" Did you mean field_mapping={role}:{near}?" if near not in ("", name) else ""
                advice = f"Name its columns with field_mapping.{guess}"
            shown = ", ".join(sorted(names)[:40])
            raise UserError(f"{dataset_id} has no field {name!r} with a text in it; its rows have {shown}. {advice}")


def _near(name: str, role: str, names: list[str]) -> str:
    """Return the column that a missing one was probably called: spelt alike, or by what other data sets call its role."""
    folded = {other.lower().rpartition(".")[2].strip(): other for other in names}
    near = difflib.get_close_matches(name.lower(), folded, 1, cutoff=0.75)
    return next((folded[word] for word in (name.lower(), *near, *ALSO_CALLED[role]) if word in folded), "")


def _text_fault(row: dict, source: Source) -> str:
    """Say which text a row lacks, or ""."""
    names = [name for name in (source.question, source.schema, source.sql) if name]
    for name in names:
        value = row.get(name)
        if not isinstance(value, str):
            return f"{name} is {'missing' if name not in row else 'null' if value is None else f'a {type(value).__name__}, not a text'}"
        if not value.strip() and name != source.schema:
            return f"{name} is empty"
    halves = (name for name in [*names, "db_id"] if re.search("[\ud800-\udfff]", str(row.get(name))))
    return next((f"{name} holds half of a character (a lone surrogate)" for name in halves), "")


def database_fault(path: str) -> str:
    """Say why a file cannot be used as a database, or ""."""
    if not os.path.isfile(path):  # a pipe would never end
        return f"there is no database file {path}"
    try:
        with open(path, "rb") as file:
            return "" if file.read(16) == b"SQLite format 3\0" else f"{path} is not a SQLite file"
    except OSError as error:
        return f"{path} cannot be opened: {error.strerror}"
