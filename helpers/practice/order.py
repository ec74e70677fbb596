"""An order of rows whose every beginning is a fair sample of the whole."""

import random
from collections import Counter


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
