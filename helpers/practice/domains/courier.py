"""A courier service: depots, couriers, and parcels."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, year

DATABASE = Database(
    "courier",
    "a courier service",
    (
        Table(
            "depot", "depot", "depots",
            (
                label(),
                category("state", "in {}"),
                number("vans", "number of vans/numbers of vans", adds=True),
                year("opened", "opened", "opening year"),
            ),
            rows="""
            Riverside Hub | Ohio | 24 | 2006
            Lakeview | Ohio | 11 | 2014
            Prairie Point | Kansas | 8 | 2011
            Sunset Yard | Arizona | 19 | 2009
            Canyon Gate | Arizona | 6 | 2018
            Maple Cross | Ohio | 15 | 2001
            Dust Bowl | Kansas | 4 | 2020
            Copper Street | Arizona | 13 | 2016
            """,
        ),
        Table(
            "courier", "courier", "couriers",
            (
                label(),
                reference("depot_id", "depot", "based at {}"),
                category("vehicle", "driving a {}"),
                number("rating", "customer rating", unit="points", most="best rated", least="worst rated"),
                date("hired", "hired", "hiring date", most="newest", least="longest serving"),
            ),
            people=True,
            rows="""
            Abe Linton | Riverside Hub | van | 88 | 2015-03-02
            Becky Hale | Riverside Hub | truck | 92 | 2012-07-16
            Cole Ramsey | Lakeview | van | 75 | 2019-01-21
            Dina Cortez | Sunset Yard | bike | 97 | 2020-05-11
            Ernie Boone | Prairie Point | truck | 64 | 2010-10-04
            Flo Jennings | Maple Cross | van | 81 | 2017-02-13
            Gus Whitaker | Maple Cross | truck | 70 | 2008-06-30
            Hope Delgado | Canyon Gate | bike | 90 | 2021-09-06
            Ira Monroe | Copper Street | van | 83 | 2016-11-28
            Jodie Park | Riverside Hub | bike | 95 | 2022-04-18
            Kurt Sloan | Sunset Yard | van | 59 | 2013-12-09
            Lena Fry | Copper Street | bike | 86 | 2018-08-20
            Mel Tucker | Lakeview | truck | 78 | 2014-05-05
            Nia Brooks | Sunset Yard | truck | 99 | 2023-01-30
            """,
        ),
        Table(
            "parcel", "parcel", "parcels",
            (
                reference("courier_id", "courier", "carried by {}", "carried", null=0.08),
                number(
                    "weight", unit="kilos", values=("range", 1, 30, 1), over="heavier than {} kilos", under="lighter than {} kilos",
                    most="heaviest", least="lightest", adds=True,
                ),
                date("sent", "sent", "sending date", values=("dates", "2023-02-01", "2024-10-31"), most="", least=""),
                date(
                    "delivered", "delivered", "delivery date", values=("after", "sent", 1, 12), null=0.18, missing="not yet delivered",
                    present="already delivered", most="", least="",
                ),
                category(
                    "content", "containing {}",
                    values=("books", "books", "clothes", "clothes", "clothes", "electronics", "food", "toys"),
                ),
            ),
            count=56, span=("sent", "delivered", "on the way"),
        ),
    ),
)  # fmt: skip
