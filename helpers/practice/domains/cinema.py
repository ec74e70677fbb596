"""Films, the people who directed them, and their screenings."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, year

DATABASE = Database(
    "cinema",
    "films and their screenings",
    (
        Table(
            "director", "director", "directors",
            (label(), category("country", "from {}"), year("birth_year", "born", most="youngest", least="oldest")),
            people=True,
            rows="""
            Agneta Frid | Sweden | 1951
            Bruno Salvi | Italy | 1964
            Chantal Mercier | France | 1972
            Dmitri Antonov | Bulgaria | 1958
            Emeka Obi | Nigeria | 1981
            Francesca Tozzi | Italy | 1977
            Gilles Perrin | France | 1949
            Hanna Lund | Sweden | 1985
            Igor Vasilev | Bulgaria | 1969
            Julie Armand | France | 1990
            Kwame Asante | Nigeria | 1967
            """,
        ),
        Table(
            "film", "film", "films",
            (
                label("title"),
                reference("director_id", "director", "directed by {}", "directed"),
                category("genre", "{} *"),
                year("year", "released", "release year"),
                number(
                    "minutes", "running time", unit="minutes", over="longer than {} minutes", under="shorter than {} minutes",
                    most="longest", least="shortest",
                ),
                number("budget", unit="million dollars", null=0.1, missing="without a known budget", adds=True),
            ),
            rows="""
            The Frozen Lake | Agneta Frid | drama | 1984 | 128 | 4
            Children of Frost | Agneta Frid | drama | 1996 | 142 | 7
            Night over Uppsala | Agneta Frid | thriller | 2003 | 109 |
            Four Brothers | Bruno Salvi | comedy | 1998 | 96 | 5
            The Barber of Bari | Bruno Salvi | comedy | 2007 | 101 | 8
            Via Appia | Bruno Salvi | drama | 2015 | 133 | 12
            A Winter in Lyon | Chantal Mercier | romance | 2004 | 111 | 6
            The Letter Box | Chantal Mercier | romance | 2012 | 98 | 9
            The Eighth Witness | Dmitri Antonov | thriller | 1991 | 118 | 3
            Border Station | Dmitri Antonov | thriller | 2001 | 125 | 10
            Lagos Express | Emeka Obi | action | 2014 | 104 | 15
            Thunder City | Emeka Obi | action | 2019 | 116 | 28
            Two Suitcases | Francesca Tozzi | comedy | 2010 | 93 |
            The Island Doctor | Francesca Tozzi | drama | 2017 | 121 | 11
            Paris by Bicycle | Gilles Perrin | comedy | 1979 | 89 | 2
            The Clock Tower | Gilles Perrin | thriller | 1988 | 107 | 5
            Northern Lights | Hanna Lund | romance | 2016 | 100 | 14
            The Last Ferry | Hanna Lund | action | 2022 | 131 | 34
            Rain in Sofia | Igor Vasilev | romance | 2006 | 113 | 4
            Glass Mountain | Julie Armand | action | 2021 | 138 | 41
            The Red Market | Kwame Asante | thriller | 2009 | 122 | 16
            Golden Coast | Kwame Asante | drama | 2018 | 147 | 19
            """,
        ),
        Table(
            "screening", "screening", "screenings",
            (
                reference("film_id", "film", "of {}"),
                category("hall", "in {}", values=("Hall A", "Hall A", "Hall B", "Hall B", "Hall C", "Open Air")),
                date("day", "held", values=("dates", "2023-01-07", "2024-10-30")),
                number("visitors", "number of visitors/numbers of visitors", values=("range", 5, 240, 5), adds=True),
                number("ticket_price", "ticket price", values=(6, 7, 8, 9, 10, 12), unit="euros"),
            ),
            count=50,
        ),
    ),
)  # fmt: skip
