"""Ski resorts, their slopes, ski instructors and lessons."""

from helpers.practice.grammar.domain import Database, Table, age, category, date, label, number, reference, year

DATABASE = Database(
    "ski_resort",
    "ski resorts and lessons",
    (
        Table(
            "resort", "resort", "resorts",
            (
                label(),
                category("country", "in {}"),
                number(
                    "altitude", unit="meters", over="higher than {} meters", under="lower than {} meters", most="highest",
                    least="lowest",
                ),
                number("lifts", "number of lifts/numbers of lifts", adds=True),
                number("day pass", "price of a day pass/prices of a day pass", unit="euros"),
            ),
            rows="""
            Alta Neve | Italy | 1650 | 22 | 48
            Bianca Valle | Italy | 1420 | 12 | 39
            Col Vert | France | 1850 | 34 | 57
            Hochfirn | Austria | 2010 | 41 | 61
            Klein Egg | Austria | 1180 | 7 | 33
            Lac Froid | France | 1560 | 18 | 45
            Monteluna | Italy | 1890 | 27 | 52
            Sonnberg | Austria | 1330 | 15 | 42
            Trois Cimes | France | 2120 | 46 | 66
            Zermoos | Switzerland | 1740 | 30 | 72
            Piz Lad | Switzerland | 1480 | 9 | 50
            """,
        ),
        Table(
            "instructor", "instructor", "instructors",
            (
                label(),
                reference("resort_id", "resort", "working at {}", "employed"),
                age(),
                category("language", "speaking {}"),
                year("since", "employed", "starting year", most="", least=""),
            ),
            people=True,
            rows="""
            Alois Gruber | Hochfirn | 54 | German | 1995
            Benoit Faure | Col Vert | 37 | French | 2010
            Carla Monti | Alta Neve | 29 | Italian | 2017
            Denise Roux | Trois Cimes | 43 | French | 2004
            Egon Pichler | Sonnberg | 61 | German | 1988
            Fabio Serra | Monteluna | 33 | Italian | 2014
            Greta Amann | Zermoos | 26 | German | 2020
            Hugo Lambert | Trois Cimes | 31 | French | 2015
            Irene Kofler | Hochfirn | 40 | German | 2008
            Jacopo Riva | Alta Neve | 23 | English | 2022
            Lara Costa | Bianca Valle | 35 | Italian | 2012
            Marc Tissot | Lac Froid | 48 | English | 2001
            Nadine Frey | Zermoos | 52 | English | 1998
            Oskar Thaler | Klein Egg | 45 | German | 2006
            """,
        ),
        Table(
            "lesson", "lesson", "lessons",
            (
                reference("instructor_id", "instructor", "given by {}", "given"),
                date("day", "held", values=("dates", "2022-12-10", "2024-03-30")),
                category("level", "for the {} level", values=("beginner", "beginner", "beginner", "medium", "medium", "expert")),
                number("pupils", "number of pupils/numbers of pupils", values=(1, 1, 2, 3, 4, 5, 6, 8, 9, 11), adds=True),
                number("price", unit="euros", values=("range", 40, 260, 10), most="most expensive", least="cheapest", adds=True),
            ),
            count=50,
        ),
    ),
)  # fmt: skip
