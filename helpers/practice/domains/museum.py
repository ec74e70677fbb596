"""Painters, their paintings, and the exhibitions that show them."""

from helpers.practice.grammar.domain import Database, Many, Table, category, label, number, reference, year

DATABASE = Database(
    "museum",
    "paintings and exhibitions",
    (
        Table(
            "painter", "painter", "painters",
            (
                label(),
                category("style", "of the {} school", "school"),
                year("birth_year", "born", most="youngest", least="oldest"),
                year("death_year", "deceased", missing="still alive", most="", least=""),
            ),
            people=True,
            rows="""
            Albin Kreis | expressionist | 1880 | 1941
            Beatrix Hume | impressionist | 1851 | 1920
            Cosimo Neri | baroque | 1590 | 1652
            Dora Velde | modern | 1938 |
            Etienne Roche | impressionist | 1844 | 1911
            Fausto Bini | baroque | 1611 | 1680
            Greet Maas | expressionist | 1893 | 1967
            Hugo Stern | modern | 1945 | 2009
            Isolde Brandt | expressionist | 1887 | 1950
            Jun Arakawa | modern | 1956 |
            Klara Wolf | modern | 1962 |
            Leon Duval | impressionist | 1860 | 1932
            """,
        ),
        Table(
            "painting", "painting", "paintings",
            (
                label("title"),
                reference("painter_id", "painter", "painted by {}", "painted"),
                year("year", "completed", "year of completion/years of completion"),
                category("material", "on {}"),
                number(
                    "width", unit="centimeters", over="wider than {} centimeters", under="narrower than {} centimeters",
                    most="widest", least="narrowest",
                ),
            ),
            rows="""
            Screaming Street | Albin Kreis | 1913 | canvas | 120
            The Yellow Bridge | Albin Kreis | 1921 | wood | 85
            Red Horses | Albin Kreis | 1908 | canvas | 160
            Harvest at Noon | Beatrix Hume | 1889 | canvas | 95
            Boats near Rouen | Beatrix Hume | 1895 | canvas | 110
            Saint with Lamp | Cosimo Neri | 1625 | wood | 140
            The Feast | Cosimo Neri | 1640 | canvas | 310
            Square 14 | Dora Velde | 1971 | metal | 100
            Square 22 | Dora Velde | 1983 | metal | 150
            Morning Mist | Etienne Roche | 1877 | canvas | 72
            The Orchard | Etienne Roche | 1885 | canvas | 90
            Women Washing | Etienne Roche | 1890 | paper | 48
            Stormy Sea | Fausto Bini | 1655 | canvas | 260
            Portrait of a Merchant | Fausto Bini | 1648 | wood | 64
            Blue Dancers | Greet Maas | 1924 | canvas | 130
            Night Cafe | Greet Maas | 1931 | paper | 55
            Parking Lot | Hugo Stern | 1979 | paper | 70
            Silent Factory | Hugo Stern | 1991 | canvas | 200
            The Quarrel | Isolde Brandt | 1919 | wood | 92
            Floating World | Jun Arakawa | 1998 | paper | 180
            Garden of Wires | Klara Wolf | 2004 | metal | 240
            Bathers | Leon Duval | 1899 | canvas | 145
            The Blue Umbrella | Leon Duval | 1905 | canvas | 66
            """,
        ),
        Table(
            "exhibition", "exhibition", "exhibitions",
            (
                label("title"),
                category("city", "in {}"),
                year("year", "held", "year"),
                number("visitors", "number of visitors/numbers of visitors", most="best attended", least="worst attended", adds=True),
            ),
            rows="""
            Light and Water | Paris | 2015 | 182000
            Angry Colors | Berlin | 2017 | 96000
            Three Centuries | Vienna | 2018 | 140000
            Paper Works | Berlin | 2019 | 41000
            The Modern Eye | Basel | 2019 | 77000
            Masters of the Baroque | Vienna | 2021 | 118000
            Streets and Squares | Berlin | 2022 | 63000
            Women Who Paint | Paris | 2022 | 155000
            At the Seaside | Basel | 2023 | 52000
            The Human Figure | Paris | 2024 | 127000
            """,
        ),
        Table(
            "loaned", "loan", "loans",
            (reference("exhibition_id", "exhibition", ""), reference("painting_id", "painting", "")),
            count=42, unique=("exhibition_id", "painting_id"),
            link=Many("exhibition_id", "painting_id", "shown", "shown in {}"), spoken=False,
        ),
    ),
)  # fmt: skip
