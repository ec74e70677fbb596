"""Question and SQL pairs over all databases, dealt into splits that share nothing."""

import random
import re
from collections import Counter
from dataclasses import dataclass, replace

from helpers.practice.catalog import FAMILIES, HELD_OUT_DATABASES, HELD_OUT_FAMILIES, databases
from helpers.practice.grammar.family import Candidate, Family
from helpers.practice.grammar.query import Query
from helpers.practice.grammar.scene import Scene
from helpers.practice.rows import database_rows, write_sqlite
from helpers.practice.soundness import is_sound
from helpers.scoring.spider.hardness import hardness

SPLITS = ("train", "validation", "test_seen_wordings", "test_unseen_wordings", "test_unseen_families", "test_unseen_databases")
# Queries of a family for each unit of its weight: about trained databases, and about held-out ones.
TRAINED_SHARE, HELD_OUT_SHARE = 1.3, 0.55
# Of a family's queries about trained databases; the rest is for training.
_SHARES = {"test_unseen_wordings": 0.09, "test_seen_wordings": 0.08, "validation": 0.06}
_TRIES = 40  # draws for each query wanted: most are refused because a neighbor answers the same


@dataclass
class _Drawn:
    db_id: str
    family: Family
    candidate: Candidate
    split: str = "train"


def make_examples(seed: int) -> list[dict]:
    """Return all examples, split by split, each split in an order whose every beginning is a fair sample of it.

    A row has `question`, `sql`, `db_id`, `family`, `wording` (such as "count/3"), `hardness` and `split`. No query and no
    question stands twice, in whatever database, so no two splits share one.
    """
    drawn = _draw_all(seed)
    _deal(drawn, random.Random(f"{seed}/deal"))
    rows = _ask_all(drawn, random.Random(f"{seed}/ask"))
    by_split = {split: [row for row in rows if row["split"] == split] for split in SPLITS}
    return [row for split, part in by_split.items() for row in interleaved(part, random.Random(f"{seed}/{split}"))]


def _draw_all(seed: int) -> list[_Drawn]:
    drawn: list[_Drawn] = []
    taken: set[str] = set()
    for database in databases():
        rows = database_rows(database, seed)
        connection = write_sqlite(database, rows, ":memory:")
        scene = Scene(database, rows, connection)
        held_out = database.db_id in HELD_OUT_DATABASES
        for family in FAMILIES:
            if held_out and family.name in HELD_OUT_FAMILIES:
                continue
            wanted = round(family.weight * (HELD_OUT_SHARE if held_out else TRAINED_SHARE))
            drawn += _draw(scene, family, wanted, taken, random.Random(f"{seed}/{database.db_id}/{family.name}"))
        connection.close()
    return drawn


def _draw(scene: Scene, family: Family, wanted: int, taken: set[str], rng: random.Random) -> list[_Drawn]:
    found: list[_Drawn] = []
    for _ in range(wanted * _TRIES):
        if len(found) == wanted:
            break
        candidate = family.make(scene, rng)
        if candidate and (mark := _mark(candidate.query)) not in taken and is_sound(scene.connection, candidate.query):
            taken.add(mark)
            found.append(_Drawn(scene.database.db_id, family, candidate))
    return found


def _mark(query: Query) -> str:
    """Write a query so that the same conditions in another order are the same query."""
    return replace(query, where=tuple(sorted(query.where, key=lambda test: test.sql()))).sql().casefold()


def _deal(drawn: list[_Drawn], rng: random.Random) -> None:
    """Give every drawn query its split: by database, by family, else by the shares within each family."""
    for family in FAMILIES:
        own = [each for each in drawn if each.family is family]
        for each in own:
            if each.db_id in HELD_OUT_DATABASES:
                each.split = "test_unseen_databases"
            elif family.name in HELD_OUT_FAMILIES:
                each.split = "test_unseen_families"
        free = [each for each in own if each.split == "train"]
        rng.shuffle(free)
        start = 0
        for split, share in _SHARES.items():
            end = start + round(len(free) * share)
            for each in free[start:end]:
                each.split = split
            start = end


def _ask_all(drawn: list[_Drawn], rng: random.Random) -> list[dict]:
    used: dict[tuple[str, str, int], int] = {}
    asked: set[str] = set()
    rows = []
    for each in drawn:
        for _ in range(12):
            number, question = _ask(each, used, rng)
            if number >= 0 and question.casefold() not in asked:
                asked.add(question.casefold())
                used[each.split, each.family.name, number] = used.get((each.split, each.family.name, number), 0) + 1
                sql = each.candidate.query.sql()
                rows.append(
                    {
                        "question": question, "sql": sql, "db_id": each.db_id, "family": each.family.name,
                        "wording": f"{each.family.name}/{number}", "hardness": hardness(sql), "split": each.split,
                    }
                )  # fmt: skip
                break
    return rows


def _ask(each: _Drawn, used: dict[tuple[str, str, int], int], rng: random.Random) -> tuple[int, str]:
    """Word a question with the least used wording that fits; (-1, "") if none does."""
    slots = each.candidate.say(rng)
    family, first = each.family, len(each.family.wordings)
    numbers = range(first, first + len(family.kept)) if each.split == "test_unseen_wordings" else range(first)
    fitting = [number for number in numbers if set(re.findall(r"{(\w+)}", family.wording(number))) <= set(slots)]
    if not fitting:
        return -1, ""
    number = min(fitting, key=lambda number: (used.get((each.split, family.name, number), 0), rng.random()))
    question = re.sub(r" {2,}", " ", family.wording(number).format_map(slots))
    return number, question[0].upper() + question[1:]


def interleaved(rows: list[dict], rng: random.Random) -> list[dict]:
    """Order rows so that the first n of them have families, databases and hardness in proportion, for any n.

    Readers train and score on the first rows of a split; a plain shuffle would give 64 rows of which half of the families
    are missing. Each place goes to the family that is furthest behind its share, and within it to the row whose database
    and hardness are. The seed decides between equals.

    >>> rows = [{"family": f, "db_id": "d", "hardness": "easy"} for f in "aaaabb"]
    >>> sorted(row["family"] for row in interleaved(rows, random.Random(0))[:3])
    ['a', 'a', 'b']
    """
    left: dict[str, list[dict]] = {}
    for row in rng.sample(rows, len(rows)):
        left.setdefault(row["family"], []).append(row)
    wanted = {name: Counter(row[name] for row in rows) for name in ("family", "db_id", "hardness")}
    given: dict[str, Counter] = {name: Counter() for name in wanted}

    def behind(name: str, value: str, place: int) -> float:
        return round(place * wanted[name][value] / len(rows) - given[name][value], 6)

    ordered = []
    for place in range(1, len(rows) + 1):
        late = {name: {value: behind(name, value, place) for value in counts} for name, counts in wanted.items()}
        family = max(left, key=lambda family, late=late: (late["family"][family], rng.random()))
        row = max(left[family], key=lambda row, late=late: late["db_id"][row["db_id"]] + late["hardness"][row["hardness"]])
        left[family].remove(row)
        if not left[family]:
            del left[family]
        for name, counts in given.items():
            counts[row[name]] += 1
        ordered.append(row)
    return ordered
