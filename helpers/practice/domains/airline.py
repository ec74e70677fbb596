"""Airports, airlines and their flights."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, year

DATABASE = Database(
    "airline",
    "airports, airlines and flights",
    (
        Table(
            "airport", "airport", "airports",
            (
                label("city"),
                category("country", "located in {}"),
                number("runways", "number of runways/numbers of runways", adds=True),
                number(
                    "elevation", unit="meters", most="highest", least="lowest", over="higher than {} meters",
                    under="lower than {} meters",
                ),
            ),
            rows="""
            Madrid | Spain | 4 | 610
            Seville | Spain | 1 | 34
            Bilbao | Spain | 2 | 42
            Munich | Germany | 3 | 453
            Hamburg | Germany | 2 | 16
            Leipzig | Germany | 2 | 143
            Vienna | Austria | 2 | 183
            Graz | Austria | 1 | 340
            Turin | Italy | 1 | 301
            Naples | Italy | 1 | 90
            Rome | Italy | 3 | 5
            Zurich | Switzerland | 3 | 432
            Geneva | Switzerland | 1 | 430
            """,
        ),
        Table(
            "airline", "airline", "airlines",
            (
                label(),
                category("country", "from {}"),
                number("fleet", "fleet size", most="largest", least="smallest", adds=True),
                year("founded", "founded", "founding year"),
            ),
            rows="""
            Alba Air | Spain | 42 | 1992
            Nordwind | Germany | 67 | 1978
            Edelweiss Jet | Switzerland | 18 | 2004
            Danube Lines | Austria | 25 | 1999
            Sole Airways | Italy | 31 | 2010
            Costa Fly | Spain | 12 | 2015
            Hansa Regional | Germany | 9 | 2008
            Monte Rosa Air | Italy | 54 | 1969
            """,
        ),
        Table(
            "flight", "flight", "flights",
            (
                reference("airline_id", "airline", "operated by {}", "operated"),
                reference("origin_id", "airport", "departing from {}"),
                date("day", "flown", "departure date", values=("dates", "2024-01-03", "2025-03-30")),
                number("price", unit="euros", values=("range", 40, 400, 5), most="most expensive", least="cheapest", adds=True),
                number(
                    "delay", unit="minutes", values=("range", 0, 90, 5), null=0.15, missing="without a recorded delay",
                    over="delayed by more than {} minutes", under="delayed by less than {} minutes",
                ),
                category("aircraft", "flown with the {}", "aircraft type", values=("A320", "A320", "A321", "B737", "E190")),
            ),
            count=54,
        ),
    ),
)  # fmt: skip
