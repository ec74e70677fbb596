"""Spider's files: questions without schemas, joined with the schemas and databases that they are about."""

import os
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from helpers import UserError
from helpers.files import json_rows, path_of
from helpers.models.hub import clear_hub_errors
from helpers.prompts.schema_form import Shown, written
from helpers.scoring.execution.queries import checked_file
from helpers.scoring.execution.schemas import columns_of, file_uri, quoted, relations
from helpers.scoring.spider.tables import ddl, tables

# Copies of Spider on the Hub that carry databases, tables.json, or both; what they have is looked at when they are used.
HUB_COPIES = ("premai-io/spider", "target-benchmark/spider-corpus", "target-benchmark/spider-corpus-dataset")
MAX_FOLDERS = 5_000  # that are looked through for databases; Spider has some 200
HUB = "hub"  # as spider_dir: take such a copy
QUESTIONS = {"train": ("train_spider.json", "train.json"), "test": ("dev.json",)}
# A text or a quoted name, which stays as it is; or blanks and comments, which become one blank.
_FOLDED = re.compile(r"""('(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^]]*\])|(?:\s|--[^\n]*|/\*.*?(?:\*/|\Z))+""", re.DOTALL)


class SpiderFiles:
    """A folder with `tables.json`, or databases `<db_id>/<db_id>.sqlite` at any depth, or both; and `train_spider.json`, `dev.json`.

    Raise UserError where there is no such folder, or neither of both in it, or tables.json cannot be read.
    """

    def __init__(self, folder: Path | str):
        self.folder = path_of(str(folder), "spider_dir").absolute()  # SQLite takes no relative path
        found = Counter(Path(place) for place, names in self._folders() for name in names if name.endswith(".sqlite"))
        largest = sorted(found, key=lambda place: (found[place], place))  # of two copies, the one with its test suite beside comes last
        self.databases = {place.name: str(path) for place in largest if (path := place / f"{place.name}.sqlite").is_file()}
        path = self.folder / "tables.json"
        if not path.is_file() and not self.databases:
            raise UserError(
                f"spider_dir {self.folder} has no tables.json and no databases. Give the folder of Spider's download (tables.json, "
                "dev.json, database/); https://yale-lily.github.io/spider says where it is."
            )
        self.entries = tables(path) if path.is_file() else {}  # by db_id

    def _folders(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each folder with the names of its files, linked folders too, but none twice."""
        seen: set[str] = set()
        for place, folders, names in os.walk(self.folder, followlinks=True):
            seen.add(os.path.realpath(place))
            folders[:] = [name for name in sorted(folders) if os.path.realpath(os.path.join(place, name)) not in seen]
            if len(seen) > MAX_FOLDERS:
                raise UserError(f"spider_dir {self.folder} has over {MAX_FOLDERS:,} folders. Give that of Spider's download.")
            yield place, names

    def check(self, rows: list[dict]) -> None:
        """Print what the development questions lack in this folder, and so which scores they cannot have, before a model is asked.

        Raise UserError where a database is there and cannot be used.
        """
        names = {row["db_id"] for row in rows}
        for name in sorted(names & self.databases.keys()):
            checked_file(self.databases[name])
        for what, known, measure in (("database", self.databases, "execution"), ("entry in tables.json", self.entries, "exact set match")):
            if lost := names - known.keys():
                named = f"{', '.join(sorted(lost)[:3])}{', ...' * (len(lost) > 3)}"
                print(f"spider_dir: {len(lost)} of {len(names)} development databases have no {what} ({named}): no {measure} of theirs")

    def has(self, part: str) -> bool:
        """Tell whether the questions of a part ("train" or "test") are in the folder."""
        return any((self.folder / name).is_file() for name in QUESTIONS[part])

    def rows(self, part: str) -> list[dict]:
        """Return the questions of a part: `db_id`, `question`, `query` and more.

        Raise UserError where the file is not JSON or holds no question, or a question lacks one of these texts.
        """
        path = next(self.folder / name for name in QUESTIONS[part] if (self.folder / name).is_file())
        rows = [row for _, row in json_rows(path)]
        if not rows:
            raise UserError(f"{path} holds no questions. Fetch Spider again.")
        for number, row in enumerate(rows, 1):
            if lacking := [name for name in ("db_id", "question", "query") if not isinstance(row.get(name), str)]:
                raise UserError(f"Question {number:,} of {path} has no text {lacking[0]!r}. Fetch Spider again.")
        return rows

    def schema(self, db_id: str) -> str:
        """Return the CREATE statements of a database: its own where there is a file, else made from tables.json.

        Raise UserError where the database cannot be read, or there is none and tables.json does not know it.
        """
        if (path := self.databases.get(db_id)) and (statements := file_schema(checked_file(path))):
            return statements
        if db_id not in self.entries:
            raise UserError(f"{self.folder} has no schema of {db_id!r}, neither a database nor in tables.json. Fetch Spider again.")
        return ddl(self.entries[db_id])

    def joined(self, records: list[dict]) -> list[dict]:
        """Give records their schema and, where there is one, their database; they are about databases that training never sees."""
        names = dict.fromkeys(row["db_id"] for row in records)
        more = {db_id: {"schema": self.schema(db_id), "database": self.databases.get(db_id, "")} for db_id in names}
        return [{**row, **more[row["db_id"]], "group": "unseen databases"} for row in records]


def file_schema(path: str) -> str:
    """Return the CREATE TABLE statements of a SQLite file, without their comments.

    A view and a virtual table are written as a table of their columns, as `ask.schema` does: a query reads them like one. What
    SQLite cannot read, such as a view of a table that is gone, is left out. Raise UserError where the file cannot be read.
    """
    try:
        with closing(sqlite3.connect(file_uri(path), uri=True)) as connection:
            tables = [sql if kind == "table" else _as_table(connection, name) for name, kind, sql in relations(connection)]
        return ";\n".join(_FOLDED.sub(lambda piece: piece[1] or " ", sql).strip() for sql in tables if sql)
    except sqlite3.Error as error:
        raise UserError(f"The database {path} cannot be read: {error}. Fetch it again.") from None


def _as_table(connection: sqlite3.Connection, name: str) -> str:
    """Return a view or a virtual table as a CREATE TABLE statement, or "" where it cannot be read."""
    with suppress(sqlite3.OperationalError):
        columns = [(quoted(column.name), column.type) for column in columns_of(connection, name) if column.hidden != 1]
        return written(Shown(quoted(name), columns), "ddl")
    return ""


def find_spider(spider_dir: str) -> SpiderFiles:
    """Return Spider's files: your folder, or with "" or "hub" a copy on the Hub, whose licence is said before it is used.

    Raise UserError where the folder lacks what is needed, or no copy on the Hub can be used.
    """
    if spider_dir not in ("", HUB):
        return SpiderFiles(spider_dir)
    from huggingface_hub import HfApi, snapshot_download

    problem = ""
    for name in HUB_COPIES:
        try:
            with clear_hub_errors(name, "data set"):
                card = HfApi().dataset_info(name).card_data
                folder = Path(snapshot_download(name, repo_type="dataset", allow_patterns=["*tables.json", "*.sqlite"]))
            found = SpiderFiles(next((path.parent for path in sorted(folder.rglob("tables.json"))), folder))
        except UserError as error:
            problem = problem or str(error)
        else:
            print(f"Spider's schemas come from {name} (licence: {getattr(card, 'license', None) or 'not named'})")
            return found
    raise UserError(f"No copy of Spider's schemas on the Hub can be used; give Spider's folder as spider_dir. {problem}")
