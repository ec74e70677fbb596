"""A veterinary practice: owners, their pets, and treatments of pets."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, text, year

DATABASE = Database(
    "veterinary",
    "a veterinary practice",
    (
        Table(
            "owner", "owner", "owners",
            (
                label(),
                category("town", "from {}"),
                text("phone", "phone number", missing="without a phone number", present="with a phone number"),
            ),
            people=True,
            rows="""
            Alice Moore | Kendal | 555-2201
            Brian Lee | Penrith | 555-2210
            Cathy Dunne | Kendal |
            Derek Ames | Keswick | 555-2244
            Elena Ross | Penrith | 555-2258
            Frank Osler | Kendal | 555-2263
            Gail Horne | Keswick |
            Harold Byrd | Ambleside | 555-2279
            Isla Munro | Kendal | 555-2286
            James Tate | Penrith |
            Karen Vane | Ambleside | 555-2295
            Liam Orr | Keswick | 555-2299
            """,
        ),
        Table(
            "pet", "pet", "pets",
            (
                label(),
                reference("owner_id", "owner", "owned by {}", "brought in"),
                category("species", (), "species/species"),
                year("birth_year", "born", most="youngest", least="oldest"),
                number(
                    "weight", unit="kilos", over="heavier than {} kilos", under="lighter than {} kilos", most="heaviest",
                    least="lightest",
                ),
                reference("mother_id", "pet", "", partner="mother"),
            ),
            rows="""
            Bella | Alice Moore | dog | 2012 | 28 |
            Rex | Alice Moore | dog | 2016 | 31 | Bella
            Smudge | Brian Lee | cat | 2014 | 5 |
            Pepper | Cathy Dunne | cat | 2018 | 4 | Smudge
            Thumper | Cathy Dunne | rabbit | 2020 | 2 |
            Duke | Derek Ames | dog | 2015 | 36 | Bella
            Luna | Elena Ross | cat | 2019 | 6 | Smudge
            Coco | Elena Ross | rabbit | 2017 | 3 |
            Daisy | Frank Osler | dog | 2018 | 12 |
            Max | Frank Osler | dog | 2021 | 14 | Daisy
            Nibbles | Gail Horne | rabbit | 2021 | 1 | Coco
            Shadow | Harold Byrd | cat | 2011 | 7 |
            Ginger | Isla Munro | cat | 2016 | 8 | Shadow
            Milo | Isla Munro | dog | 2022 | 9 | Daisy
            Hazel | James Tate | horse | 2009 | 480 |
            Storm | James Tate | horse | 2019 | 510 | Hazel
            Misty | Karen Vane | horse | 2013 | 455 | Hazel
            Biscuit | Liam Orr | cat | 2022 | 3 | Luna
            Oreo | Karen Vane | rabbit | 2022 | 2 | Thumper
            """,
        ),
        Table(
            "treatment", "treatment", "treatments",
            (
                reference("pet_id", "pet", "of {}", "received"),
                category("kind", "{} *", values=("vaccination", "vaccination", "surgery", "dental", "checkup", "checkup")),
                date("day", "given", values=("dates", "2022-01-05", "2024-12-10")),
                number("fee", values=("range", 20, 300, 10), unit="pounds", most="most expensive", least="cheapest", adds=True),
            ),
            count=50,
        ),
    ),
)  # fmt: skip
