"""Practice data on disk: SQLite databases, Spider's tables.json and the examples; also a command that makes them."""

import argparse
import hashlib
import json
from pathlib import Path

from helpers import UserError
from helpers.files import folder_whole
from helpers.hosts import cache_folder
from helpers.practice import overview
from helpers.practice.catalog import databases
from helpers.practice.examples import SPLITS, make_examples
from helpers.practice.rows import database_rows, spider_tables, write_sqlite
from helpers.practice.shapes import schema_text

_PACKAGE = Path(__file__).resolve().parent
_STAMP = "version.txt"


def version(seed: int = 2026) -> str:
    """Return a short hash of what decides the built data: this package's sources, Spider's hardness and the seed.

    Put it into the name of a cache folder, and a stale folder is never used.
    """
    sources = [*_PACKAGE.rglob("*.py"), _PACKAGE.parent / "scoring" / "spider" / "hardness.py"]
    digest = hashlib.sha256(str(seed).encode())
    for path in sorted(sources):
        digest.update(path.relative_to(_PACKAGE.parent).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def build(folder: Path, seed: int = 2026) -> Path:
    """Write the practice data into a folder and return it; return at once if it is there already.

    Writes `database/<db_id>/<db_id>.sqlite`, `tables.json` (Spider's fields) and `examples.jsonl` (`read` reads it). The
    same seed gives the same bytes. All is written beside the folder and renamed into place when complete, so that an
    interrupted build leaves no half folder, and two builds at once do no harm.

    Raises:
        UserError: the folder holds something else, or practice data of another version or seed.
    """
    folder = Path(folder)
    wanted = version(seed)
    if folder.exists() and any(folder.iterdir()):
        return _checked(folder, wanted)
    with folder_whole(folder) as unfinished:
        _write(unfinished, seed, wanted)
    return _checked(folder, wanted)


def _checked(folder: Path, wanted: str) -> Path:
    stamp = folder / _STAMP
    found = stamp.read_text().strip() if stamp.is_file() else "no practice data"
    if found != wanted:
        raise UserError(f"{folder} holds {found}, not the practice data {wanted}. Name another folder, or delete this one.")
    return folder


def _write(folder: Path, seed: int, stamp: str) -> None:
    tables = []
    for database in databases():
        path = folder / "database" / database.db_id / f"{database.db_id}.sqlite"
        path.parent.mkdir(parents=True)
        write_sqlite(database, database_rows(database, seed), path).close()
        tables.append(spider_tables(database))
    (folder / "tables.json").write_text(json.dumps(tables, indent=1) + "\n")
    (folder / "examples.jsonl").write_text("".join(json.dumps(row) + "\n" for row in make_examples(seed)))
    (folder / _STAMP).write_text(stamp + "\n")


def read(folder: Path, split: str) -> list[dict]:
    """Return a split's rows in their order: `question, sql, db_id, family, wording, hardness, split`.

    Raises:
        ValueError: there is no split of that name.
    """
    if split not in SPLITS:
        raise ValueError(f"There is no split {split!r}. The splits are {', '.join(SPLITS)}.")
    with (Path(folder) / "examples.jsonl").open() as lines:
        return [row for row in map(json.loads, lines) if row["split"] == split]


def practice_folder() -> Path:
    """Return the practice data in the cache folder; build them on first use (some 5 s)."""
    return build(cache_folder() / "practice" / version())


def practice_database(db_id: str) -> dict:
    """Return one practice database as the fields of a record: `db_id`, `schema`, `database` (a path), and its `entry` in tables.json.

    Raises:
        UserError: there is no such database.
    """
    folder = practice_folder()
    entries = {entry["db_id"]: entry for entry in json.loads((folder / "tables.json").read_text())}
    if db_id not in entries:
        raise UserError(f"There is no practice database {db_id!r}. There are {', '.join(entries)}.")
    path = folder / "database" / db_id / f"{db_id}.sqlite"
    return {"db_id": db_id, "schema": schema_text(folder, db_id), "database": str(path), "entry": entries[db_id]}


def main() -> None:
    """Build into the folder named on the command line and print the counts, or the README's tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--tables", action="store_true", help="print the tables of this package's README")
    given = parser.parse_args()
    folder = build(given.folder, given.seed)
    rows = [row for split in SPLITS for row in read(folder, split)]
    print(overview.tables(rows) if given.tables else overview.counts(rows), end="")


if __name__ == "__main__":
    main()
