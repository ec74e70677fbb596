"""Where rows come from: the data sets' layouts in one table, and readers that turn each into the same kind of record."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import UserError
from helpers.hub import clear_hub_errors
from helpers.spider import SpiderFiles


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


OWN = "practice data of this project, Apache-2.0"
SOURCES = {
    "b-mc2/sql-create-context": Source("question", "context", "answer", "CC-BY-4.0"),
    "gretelai/synthetic_text_to_sql": Source("sql_prompt", "sql_context", "sql", "Apache-2.0", test="test"),
    "xlangai/spider": Source("question", "", "query", "CC-BY-SA-4.0", test="validation"),
    "Clinton/Text-to-sql-v1": Source("instruction", "input", "response", "Apache-2.0 on its card, which gathers others"),
    "knowrohit07/know_sql": Source("question", "context", "answer", "OpenRAIL", train="validation"),
    "practice/create-context": Source("question", "context", "answer", OWN),
    "practice/create-context-core": Source("question", "context", "answer", OWN),
    "practice/gretel": Source("sql_prompt", "sql_context", "sql", OWN, test="test"),
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
            "or give the path of a .jsonl or .csv file of your own."
        )
    if not Path(dataset_id).expanduser().is_file():
        raise UserError(f"There is no file {dataset_id}. Give the path of a .jsonl or .csv file.")
    mapping = {"question": "question", "schema": "schema", "sql": "sql"}
    for pair in filter(None, (part.strip() for part in field_mapping.split(","))):
        name, colon, column = (part.strip() for part in pair.partition(":"))
        if not colon or not column or name not in mapping:
            raise UserError(f"field_mapping has {pair!r}; expected pairs such as question:q,schema:ddl,sql:answer.")
        mapping[name] = column
    return Source(mapping["question"], mapping["schema"], mapping["sql"], "your own data")


def own_file(dataset_id: str) -> bool:
    """Tell whether an id names a file of the user's, by its ending."""
    return Path(dataset_id).suffix.lower() in (".jsonl", ".csv")


def read_records(dataset_id: str, part: str, field_mapping: str = "", spider: SpiderFiles | None = None) -> list[dict]:
    """Return the records of one part ("train" or "test") of a data set, all of them, in its own order.

    Raises:
        UserError: no network, a gated data set, a missing or renamed field, a file that cannot be read.
    """
    source = find_source(dataset_id, field_mapping)
    if own_file(dataset_id):
        rows = read_file(Path(dataset_id).expanduser())
    elif spider and dataset_id == "xlangai/spider" and spider.has(part):
        rows = spider.rows(part)
    else:
        rows = read_rows(dataset_id, getattr(source, part))
    records = [record(row, dataset_id, source) for row in rows]
    return spider.joined(records) if spider and not source.schema else records


def read_rows(dataset_id: str, split: str) -> list[dict]:
    """Download a split of a data set of the Hub, or take it from the local cache, as a list of its own rows.

    Raises:
        UserError: see `hub.clear_hub_errors`.
    """
    from datasets import load_dataset

    with clear_hub_errors(dataset_id, "data set"):
        return load_dataset(dataset_id, split=split).to_list()


def read_file(path: Path) -> list[dict]:
    """Read the rows of a jsonl or csv file.

    Raises:
        UserError: not UTF-8, a line that is not a JSON object, a csv file without a header, no rows at all.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path} is not UTF-8 at byte {error.start}. Save it again as UTF-8.") from None
    if path.suffix.lower() == ".csv":
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
    else:
        rows = []
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    rows.append(json.loads(line))
                except ValueError as error:
                    raise UserError(f"Line {number} of {path} is not JSON: {error}.") from None
                if not isinstance(rows[-1], dict):
                    raise UserError(f"Line {number} of {path} is not an object with fields.")
    if not rows:
        raise UserError(f"{path} has no rows.")
    return rows


def record(row: dict, dataset_id: str, source: Source) -> dict:
    """Turn one row of a data set into a record.

    Raises:
        UserError: a field is missing, because the data set was changed on the Hub or the mapping names another.
    """
    try:
        return {
            "question": " ".join(row[source.question].split()),
            "schema": row[source.schema].strip() if source.schema else "",
            "sql": row[source.sql].strip().rstrip(";").strip(),
            "db_id": row.get("db_id") or "",
            "source": dataset_id,
            "database": row.get("database") or "",
            "hardness": "",
            "group": "test",
        }
    except (KeyError, AttributeError) as error:
        missing = [name for name in (source.question, source.schema, source.sql) if name and not isinstance(row.get(name), str)]
        advice = "Name its columns with field_mapping." if own_file(dataset_id) else "Its layout has changed: correct helpers/sources.py."
        raise UserError(
            f"{dataset_id} has no field {missing[0] if missing else error.args[0]!r} with a text in it; its rows have "
            f"{', '.join(sorted(map(str, row)))}. {advice}"
        ) from None


