"""A gym: members, classes, and who attends which class."""

from helpers.practice.grammar.domain import Database, Many, Table, age, category, date, label, number, reference

DATABASE = Database(
    "gym",
    "a gym and its classes",
    (
        Table(
            "member", "member", "members",
            (
                label(),
                age(),
                category("plan", ("on the {} plan", "with the {} plan")),
                date("joined", "enrolled", "joining date", most="newest", least="longest standing"),
                reference("referrer_id", "member", "", partner="referrer"),
            ),
            people=True,
            rows="""
            Alex Romero | 24 | basic | 2021-03-15 | Beth Carver
            Beth Carver | 37 | premium | 2019-11-02 | Eric Flood
            Chris Doyle | 45 | family | 2020-01-20 |
            Dana Elkin | 29 | basic | 2022-06-11 | Alex Romero
            Eric Flood | 61 | senior | 2018-09-05 |
            Fiona Grant | 33 | premium | 2021-10-30 | George Hall
            George Hall | 52 | family | 2020-05-17 | Ivan Jelic
            Hana Ito | 27 | basic | 2023-02-08 | Fiona Grant
            Ivan Jelic | 40 | premium | 2019-04-25 | Paula Quinn
            Julia Kemp | 68 | senior | 2017-12-13 | Paula Quinn
            Kofi Larbi | 31 | basic | 2022-01-09 | George Hall
            Lucy Moran | 22 | basic | 2023-05-21 | Hana Ito
            Miguel Nunez | 48 | family | 2018-07-14 | Eric Flood
            Nadia Osman | 35 | premium | 2020-08-03 | Beth Carver
            Oscar Price | 57 | family | 2021-12-01 | Ivan Jelic
            Paula Quinn | 73 | senior | 2016-02-27 |
            Rita Sanders | 26 | basic | 2022-09-19 |
            Sean Tully | 43 | premium | 2018-03-30 | Julia Kemp
            """,
        ),
        Table(
            "class", "class", "classes",
            (
                label(),
                category("trainer", "taught by {}"),
                category("day", "on {}", "weekday"),
                number(
                    "minutes", "length", unit="minutes", over="longer than {} minutes", under="shorter than {} minutes",
                    most="longest", least="shortest",
                ),
                number("places", "number of places/numbers of places", adds=True),
            ),
            rows="""
            Morning Yoga | Vera Stone | Monday | 60 | 20
            Spin Express | Leo Marsh | Tuesday | 35 | 16
            Deep Stretch | Vera Stone | Thursday | 50 | 18
            Boxing Basics | Carla Rossi | Wednesday | 75 | 12
            Aqua Fit | Nils Berg | Monday | 45 | 25
            Power Pilates | Carla Rossi | Friday | 55 | 15
            Core Blast | Leo Marsh | Thursday | 30 | 22
            Senior Balance | Nils Berg | Wednesday | 40 | 14
            Evening Yoga | Vera Stone | Friday | 65 | 24
            Zumba Party | Tara Vance | Tuesday | 70 | 30
            Rowing Club | Leo Marsh | Saturday | 90 | 10
            Kettlebell Hour | Tara Vance | Saturday | 62 | 13
            """,
        ),
        Table(
            "attendance", "attendance", "attendances",
            (
                reference("member_id", "member", ""),
                reference("class_id", "class", ""),
                number("visits", values=(1, 2, 3, 4, 5, 6, 8, 10, 12)),
            ),
            count=46, unique=("member_id", "class_id"), link=Many("member_id", "class_id", "attended", "attended by {}"), spoken=False,
        ),
    ),
)  # fmt: skip
