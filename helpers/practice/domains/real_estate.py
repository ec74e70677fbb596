"""A real estate agency, with more tables than the others: districts, agents, houses, clients and viewings."""

from helpers.practice.grammar.domain import Database, Table, age, category, date, label, number, reference, text, year

DATABASE = Database(
    "real_estate",
    "a real estate agency",
    (
        Table(
            "district", "district", "districts",
            (label(), number("population", most="most populous", least="least populous", adds=True), category("zone", "in the {} zone")),
            rows="""
            Ferry Quay | 8200 | inner
            Garden Hill | 15400 | outer
            Market End | 6100 | inner
            New Brighton | 21900 | outer
            Old Mint | 4700 | inner
            Station Side | 11800 | middle
            Windmill Park | 17300 | middle
            """,
        ),
        Table(
            "agent", "agent", "agents",
            (
                label(),
                date("start_date", "hired", "starting date", most="newest", least="longest serving"),
                number("commission", "commission rate", unit="percent"),
                text("mobile", "mobile number", missing="without a mobile number", present="with a mobile number"),
            ),
            people=True,
            rows="""
            Amelia Hart | 2014-02-03 | 3 | 555-7101
            Basil Crane | 2009-06-22 | 5 |
            Cynthia Loo | 2018-10-15 | 2 | 555-7118
            Dexter Pike | 2021-01-11 | 1 | 555-7126
            Esther Mole | 2005-04-18 | 6 | 555-7133
            Foster Lane | 2016-08-29 | 4 |
            Gloria Penn | 2022-05-09 | 2 | 555-7149
            """,
        ),
        Table(
            "house", "house", "houses",
            (
                label("address"),
                reference("district_id", "district", "in {}"),
                reference("agent_id", "agent", "offered by {}", "offered", null=0.1),
                number("asking price", unit="thousand dollars", most="most expensive", least="cheapest", adds=True),
                number("bedrooms", "number of bedrooms/numbers of bedrooms", adds=True),
                year("built", "built", "construction year"),
            ),
            rows="""
            3 Anchor Row | Ferry Quay | Amelia Hart | 420 | 3 | 1932
            18 Anchor Row | Ferry Quay | Basil Crane | 515 | 4 | 1928
            7 Bell Lane | Market End | Amelia Hart | 360 | 2 | 1890
            22 Bell Lane | Market End | Cynthia Loo | 310 | 1 | 1885
            5 Cedar Drive | Garden Hill | Esther Mole | 690 | 5 | 1988
            11 Cedar Drive | Garden Hill | Esther Mole | 735 | 6 | 1991
            40 Cedar Drive | Garden Hill | Foster Lane | 580 | 4 | 1979
            2 Coin Street | Old Mint | Basil Crane | 455 | 2 | 1904
            9 Coin Street | Old Mint | | 395 | 2 | 1911
            14 Depot Road | Station Side | Dexter Pike | 275 | 2 | 1956
            31 Depot Road | Station Side | Cynthia Loo | 248 | 1 | 1961
            56 Depot Road | Station Side | Dexter Pike | 330 | 3 | 1949
            1 Mill View | Windmill Park | Foster Lane | 470 | 4 | 2002
            8 Mill View | Windmill Park | Foster Lane | 440 | 3 | 2004
            15 Mill View | Windmill Park | Esther Mole | 525 | 5 | 2010
            27 Pier Avenue | New Brighton | Basil Crane | 385 | 3 | 1967
            33 Pier Avenue | New Brighton | | 405 | 4 | 1972
            60 Pier Avenue | New Brighton | Amelia Hart | 640 | 5 | 2015
            72 Pier Avenue | New Brighton | Esther Mole | 350 | 3 | 1965
            """,
        ),
        Table(
            "client", "client", "clients",
            (label(), age(), number("budget", unit="thousand dollars"), category("status", "with the status {}", "status")),
            people=True,
            rows="""
            Ada Winslow | 31 | 320 | renting
            Bernard Oaks | 58 | 700 | selling
            Carmen Diaz | 42 | 480 | renting
            Dev Anand | 37 | 410 | owner
            Edna Frost | 66 | 350 | selling
            Felipe Mora | 29 | 260 | renting
            Grace Lim | 45 | 620 | owner
            Hugh Barrow | 53 | 530 | owner
            Inga Lind | 34 | 390 | renting
            Jamal Keys | 27 | 240 | renting
            Kirsten Vale | 49 | 760 | selling
            """,
        ),
        Table(
            "viewing", "viewing", "viewings",
            (
                reference("house_id", "house", "of {}"),
                reference("client_id", "client", "requested by {}", "requested"),
                date("day", "held", values=("dates", "2023-03-01", "2024-09-30")),
                number(
                    "offer", unit="thousand dollars", values=("range", 230, 720, 10), null=0.3, missing="without an offer",
                    present="with an offer",
                ),
                number("score", "satisfaction score", values=(1, 2, 3, 4, 5)),
            ),
            count=48,
        ),
    ),
)  # fmt: skip
