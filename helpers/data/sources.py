"""Where rows come from: the data sets' layouts in one table, and readers that turn each into the same kind of record."""

import difflib
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers import UserError
from helpers.data.golds import LeftOut
from helpers.data.spider import SpiderFiles, file_schema
from helpers.files import as_dict, beside, csv_rows, json_rows, path_of
from helpers.models.hub import clear_hub_errors
from helpers.scoring.execution.queries import checked_file
from helpers.scoring.execution.schemas import TABLE, separated


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
_PAIRS = re.compile(r"[,;](?=\s*\w+\s*:)")  # between pairs: a column's name may hold a comma
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

    Raise UserError where there is no such data set and no such file, or the mapping cannot be read.
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
    given: dict[str, str] = {}
    for pair in filter(None, (part.strip(", ") for part in _PAIRS.split(field_mapping))):
        name, _, column = (part.strip() for part in pair.partition(":"))
        if not column or name not in ALSO_CALLED:
            raise UserError(f"field_mapping has {pair!r}; expected pairs such as question:q,schema:ddl,sql:answer.")
        if name in given:
            raise UserError(f"field_mapping names {name} twice: leave one of both out.")
        given[name] = column
    mapping = {name: given.get(name, name) for name in ALSO_CALLED}
    if twice := [name for name in mapping if list(mapping.values()).count(mapping[name]) > 1]:
        raise UserError(f"field_mapping makes {mapping[twice[0]]!r} both {' and '.join(twice)}: name a column for each.")
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

    Rows that lack a text, or a database that they name, are left out and counted in `left_out`. A row of your own that names a
    database and no table gets the database's schema, and is counted there too. Raise UserError without a network, and for a gated data set,
    a field that no row has, or a file that cannot be read.
    """
    source, left_out = find_source(dataset_id, field_mapping), LeftOut() if left_out is None else left_out
    path = path_of(dataset_id, "dataset_id") if own_file(dataset_id) else None
    if path:
        unit, numbered = "line", read_file(path)
        for _, row in numbered:
            if row.get("database") and row.get(source.schema) is None:  # that database has one
                row[source.schema] = ""
    else:
        here = spider and dataset_id == "xlangai/spider" and spider.has(part)
        unit, numbered = "row", list(enumerate(spider.rows(part) if here else read_rows(dataset_id, getattr(source, part)), 1))
    _check_fields([row for _, row in numbered], dataset_id, source)
    records, opened = [], cache(_opened)
    for number, row in numbered:
        place = {"number": number, "place": f"{unit} {number:,} of {dataset_id}"}
        made = record(row, dataset_id, source) if not (fault := _text_fault(row, source)) else {}
        if made and path and made["database"]:
            schema, fault = opened(database := beside(path, made["database"]))
            both = bool(TABLE.search(made["schema"]))  # then the query must be readable on either, see `golds.gold_fault`
            made |= {"database": database, "both": both, "schema": made["schema"] if both else schema}
            left_out.shown += not (both or fault)
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

    Raise UserError as `files.json_rows` and `files.csv_rows` do, and where there are no rows at all.
    """
    rows = csv_rows(path) if path.suffix.lower() in (".csv", ".tsv") else _unfolded(json_rows(path), path)
    if not rows:
        raise UserError(f"{path} has no rows{' beside blank lines or a header' if path.stat().st_size else ': it is empty'}.")
    for _, row in rows:
        for name in (names := list(row)):
            row.update(inner := {f"{name}.{key}": value for key, value in as_dict(row[name]).items()})
            names += inner
        for name in [name for name in row if name != name.strip()]:
            row.setdefault(name.strip(), row.pop(name))
    return rows


def _unfolded(rows: list[tuple[int, dict]], path: Path) -> list[tuple[int, dict]]:
    """Return the rows of a file whose one object holds them all: `{"data": [...]}`, by their ids, or each column as a list or by index.

    Raise UserError for several lists of rows, and for pandas' "split" form.
    """
    if len(rows) != 1:
        return rows
    whole = rows[0][1]
    lists = {name: value for name, value in whole.items() if isinstance(value, list)}
    parts = [name for name, value in lists.items() if value and all(isinstance(item, dict) for item in value)]
    if {"columns", "data"} <= lists.keys() and not parts:
        raise UserError(f"{path} is in pandas' form 'split'. Write it with to_json(path, orient='records', lines=True).")
    if len(parts) > 1:
        raise UserError(f"{path} holds several lists of rows: {', '.join(parts)}. Write each into a file of its own.")
    shared = set.intersection(*(set(as_dict(value)) for value in whole.values())) if len(whole) > 1 else set()
    by_id = bool(shared & set().union(*ALSO_CALLED.values()))
    if by_id or len(lists) == len(parts) == 1:
        return list(enumerate(whole.values() if by_id else lists[parts[0]], 1))
    indexes = {tuple(value) for value in whole.values() if isinstance(value, dict)}
    columns = [[*value.values()] if isinstance(value, dict) and len(indexes) == 1 else value for value in whole.values()]
    if len(columns) > 1 and all(isinstance(value, list) for value in columns) and len(set(map(len, columns))) == 1:
        return [(number, dict(zip(whole, values, strict=True))) for number, values in enumerate(zip(*columns, strict=True), 1)]
    return rows


def record(row: dict, dataset_id: str, source: Source) -> dict:
    """Turn one row of a data set, which has the texts that its source names, into a record."""
    return {
        "question": " ".join(row[source.question].split()),
        "schema": separated(row[source.schema]).strip() if source.schema else "",
        "sql": row[source.sql].strip().rstrip(";").strip(),
        "db_id": str(row.get("db_id") or ""),
        "source": dataset_id,
        "database": str(row.get("database") or ""),
        "hardness": "",
        "group": "test",
    }


def _check_fields(rows: list[dict], dataset_id: str, source: Source) -> None:
    """Raise UserError for a field that no row has: the data set was changed on the Hub, or the mapping names another."""
    names = list(dict.fromkeys(name for row in rows for name in map(str, row)))
    for role in ALSO_CALLED:
        name = getattr(source, role)
        if rows and name and not any(isinstance(row.get(name), str) for row in rows):
            folded = {other.lower().rpartition(".")[2].strip(): other for other in names}  # is it spelt otherwise, or called as elsewhere?
            alike = difflib.get_close_matches(name.lower(), folded, 1, cutoff=0.75)
            near = next((folded[word] for word in (name.lower(), *alike, *ALSO_CALLED[role]) if word in folded), "")
            advice = "Its layout has changed: correct helpers/data/sources.py."
            if role == "schema" and {"question", "query", "db_id"} <= set(names):
                advice = "Spider's files are read together: set dataset_id to xlangai/spider and spider_dir to their folder."
            elif any(isinstance(value, list) and value and "role" in as_dict(value[0]) for value in rows[0].values()):
                advice = "Its rows are conversations: write question, schema and query into a field each."
            elif own_file(dataset_id) and name in names:
                held = next((row[name] for row in rows if row.get(name) is not None), None)
                what = "null" if held is None else f"{str(held)[:60]} ({type(held).__name__})"
                advice = f"There stands {what}: write texts there, or name another column with field_mapping."
            elif own_file(dataset_id):
                guess = f" Did you mean field_mapping={role}:{near}?" if near not in ("", name) else ""
                advice = f"Name its columns with field_mapping.{guess}"
            shown = ", ".join(sorted(names)[:40]) or "no fields at all"
            raise UserError(f"{dataset_id} has no field {name!r} with a text in it; its rows have {shown}. {advice}")


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


def _opened(path: str) -> tuple[str, str]:
    """Return a database's schema, and why it cannot be used, or ""."""
    try:
        return file_schema(checked_file(path)), ""
    except UserError as error:
        return "", str(error)
