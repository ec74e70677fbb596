"""A railway: stations, trains, and the stops of trains at stations."""

from helpers.practice.grammar.domain import Database, Many, Table, category, label, number, reference, text, year

DATABASE = Database(
    "railway",
    "trains and stations",
    (
        Table(
            "station", "station", "stations",
            (
                label(),
                category("region", "in the {} region"),
                number("platforms", "number of platforms/numbers of platforms", adds=True),
                year("opened", "opened", "opening year"),
                text("manager", "station manager", missing="without a station manager", present="with a station manager"),
            ),
            rows="""
            Ashford Junction | east | 8 | 1842 | Moira Keane
            Bellmouth | coast | 3 | 1878 |
            Carrick Road | north | 4 | 1861 | Neil Portman
            Dunmore | north | 2 | 1890 |
            Eastgate | east | 6 | 1855 | Sheila Grove
            Fernhill | west | 2 | 1903 |
            Glenbay | coast | 5 | 1872 | Arthur Dill
            Highmoor | north | 1 | 1911 |
            Ivybridge | west | 4 | 1849 | Tess Garland
            Kingsport | coast | 10 | 1838 | Rupert Hale
            Lowfield | east | 3 | 1896 |
            Millbrook | west | 7 | 1866 | Joyce Arden
            Norwick | north | 9 | 1851 | Karl Benning
            Oldquay | coast | 2 | 1924 | Fay Rowan
            """,
        ),
        Table(
            "train", "train", "trains",
            (
                label(),
                category("type", "{} *"),
                number("seats", "number of seats/numbers of seats", adds=True),
                number(
                    "top speed", unit="kilometers per hour", over="faster than {} kilometers per hour",
                    under="slower than {} kilometers per hour", most="fastest", least="slowest",
                ),
                year("built", "built", "construction year"),
            ),
            rows="""
            Coastal Star | express | 420 | 200 | 2008
            Northern Arrow | express | 510 | 230 | 2016
            Silver Gull | regional | 260 | 140 | 1999
            Valley Hopper | local | 120 | 100 | 1987
            Moorland Flyer | regional | 240 | 150 | 2004
            City Link | local | 180 | 120 | 2012
            Night Owl | sleeper | 150 | 160 | 1994
            Blue Comet | express | 480 | 220 | 2019
            Harbor Tram | local | 90 | 80 | 1979
            Western Pride | regional | 300 | 155 | 2010
            Moonlight | sleeper | 170 | 165 | 2002
            Red Kestrel | express | 390 | 210 | 2014
            """,
        ),
        Table(
            "stop", "stop", "stops",
            (
                reference("train_id", "train", ""),
                reference("station_id", "station", ""),
                number("minutes", "waiting time", values=(1, 2, 2, 3, 4, 5, 8, 10, 15)),
            ),
            count=50, unique=("train_id", "station_id"), link=Many("train_id", "station_id", "served", "served by {}"), spoken=False,
        ),
    ),
)  # fmt: skip
