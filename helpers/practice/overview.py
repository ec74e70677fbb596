"""Tables about the practice data: counts, and for the README also the databases and the families with an example each."""

from collections import Counter

from helpers.practice.catalog import FAMILIES, HELD_OUT_DATABASES, HELD_OUT_FAMILIES, databases
from helpers.practice.examples import SPLITS

GRADES = ("easy", "medium", "hard", "extra")


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
