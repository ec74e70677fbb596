"""Practice data on disk: SQLite databases, Spider's tables.json and the examples; also a command that makes them."""

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path

from helpers import UserError
from helpers.files import folder_whole
from helpers.hosts import cache_folder
from helpers.practice.catalog import FAMILIES, HELD_OUT_DATABASES, HELD_OUT_FAMILIES, databases
from helpers.practice.examples import SPLITS, make_examples
from helpers.practice.formats import database_file, schema_text
from helpers.practice.rows import database_rows, spider_tables, write_sqlite

_PACKAGE = Path(__file__).resolve().parent
_STAMP = "version.txt"
GRADES = ("easy", "medium", "hard", "extra")


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
    entries = []
    for database in databases():
        path = database_file(folder, database.db_id)
        path.parent.mkdir(parents=True)
        write_sqlite(database, database_rows(database, seed), path).close()
        entries.append(spider_tables(database))
    (folder / "tables.json").write_text(json.dumps(entries, indent=1) + "\n")
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
    path = str(database_file(folder, db_id))
    return {"db_id": db_id, "schema": schema_text(folder, db_id), "database": path, "entry": entries[db_id]}


def counts(rows: list[dict]) -> str:
    """Return how many examples there are by split and hardness, and by family and split, as Markdown."""
    found = Counter((row["family"], row["split"]) for row in rows)
    body = [[f"`{family.name}`", *(found[family.name, split] for split in SPLITS)] for family in FAMILIES]
    return f"{_split_table(rows)}\n\n{_table(['family', *SPLITS], body)}\n"


def tables(rows: list[dict]) -> str:
    """Return the README's tables as Markdown."""
    parts = {
        "### Databases": _database_table(rows),
        "### Examples by split and hardness": _split_table(rows),
        "### Families": _family_table(rows),
    }
    return "\n\n".join(f"{title}\n\n{table}" for title, table in parts.items()) + "\n"


def _table(head: list[str], body: list[list]) -> str:
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def _database_table(rows: list[dict]) -> str:
    examples = Counter(row["db_id"] for row in rows)
    body = []
    for database in databases():
        names = ", ".join(f"`{table.name}`" for table in database.tables)
        name = f"`{database.db_id}`{' (held out)' * (database.db_id in HELD_OUT_DATABASES)}"
        body.append([name, database.about, names, len(database.ddl()), examples[database.db_id]])
    return _table(["database", "about", "tables", "characters of schema", "examples"], body)


def _split_table(rows: list[dict]) -> str:
    found = Counter((row["split"], row["hardness"]) for row in rows)
    body = [[f"`{split}`", *(found[split, grade] for grade in GRADES)] for split in SPLITS]
    body.append(["all", *(sum(found[split, grade] for split in SPLITS) for grade in GRADES)])
    return _table(["split", *GRADES, "all"], [[*line, sum(line[1:])] for line in body])


def _family_table(rows: list[dict]) -> str:
    body = []
    for family in FAMILIES:
        own = sorted((row for row in rows if row["family"] == family.name), key=lambda row: (len(row["sql"]), row["question"]))
        example = own[len(own) // 3]  # somewhat shorter than most: it has to fit a table
        name = f"`{family.name}`{' (held out)' * (family.name in HELD_OUT_FAMILIES)}"
        body.append([name, f"{example['question']}<br>`{example['sql']}`", f"{len(family.wordings)} + {len(family.kept)}", len(own)])
    return _table(["family", "example", "wordings", "examples"], body)


def main() -> None:
    """Build into the folder named on the command line and print the counts, or the README's tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--tables", action="store_true", help="print the tables of this package's README")
    given = parser.parse_args()
    folder = build(given.folder, given.seed)
    rows = [row for split in SPLITS for row in read(folder, split)]
    print(tables(rows) if given.tables else counts(rows), end="")


if __name__ == "__main__":
    main()
