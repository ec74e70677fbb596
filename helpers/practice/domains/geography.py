"""Invented countries, their cities, and the languages spoken there."""

from helpers.practice.grammar.domain import Database, Many, Table, category, label, number, reference, year

DATABASE = Database(
    "geography",
    "countries, cities and languages",
    (
        Table(
            "country", "country", "countries",
            (
                label(),
                category("continent", "in {}"),
                number(
                    "area", unit="square kilometers", over="larger than {} square kilometers", under="smaller than {} square kilometers",
                    most="largest", least="smallest", adds=True,
                ),
                year(
                    "independence", "independent", "year of independence/years of independence", most="", least="",
                    missing="without a year of independence",
                ),
            ),
            rows="""
            Ardonia | Westland | 84000 | 1830
            Belmaria | Westland | 132000 | 1919
            Corvia | Eastland | 415000 | 1962
            Drovania | Eastland | 276000 | 1991
            Estrella | Southland | 58000 | 1811
            Fenmark | Westland | 43000 |
            Galdor | Southland | 690000 | 1960
            Hestia | Southland | 21000 | 1975
            Ilmar | Eastland | 9500 | 2002
            Jorvik | Westland | 305000 |
            Kalindra | Southland | 512000 | 1947
            """,
        ),
        Table(
            "city", "city", "cities",
            (
                label(),
                reference("country_id", "country", "in {}"),
                number("population", most="most populous", least="least populous", adds=True),
                number("elevation", unit="meters", over="situated above {} meters", under="situated below {} meters"),
                category("climate", "with a {} climate"),
            ),
            rows="""
            Port Alba | Ardonia | 640000 | 12 | mild
            Lindale | Ardonia | 210000 | 340 | mild
            Stonehaven | Ardonia | 95000 | 610 | cold
            Marienfeld | Belmaria | 880000 | 155 | mild
            Oberau | Belmaria | 120000 | 720 | cold
            Korsk | Corvia | 2300000 | 180 | dry
            Tavrin | Corvia | 760000 | 95 | dry
            Novy Most | Corvia | 410000 | 260 | cold
            Drovgrad | Drovania | 1500000 | 130 | cold
            Belaya | Drovania | 330000 | 75 | cold
            Santa Lucia | Estrella | 950000 | 5 | tropical
            Puerto Sol | Estrella | 280000 | 8 | tropical
            Fenstad | Fenmark | 520000 | 3 | mild
            Galdor City | Galdor | 3100000 | 1150 | dry
            Red Wells | Galdor | 470000 | 830 | dry
            Sandport | Galdor | 690000 | 20 | tropical
            Hesta | Hestia | 180000 | 45 | tropical
            Ilmarin | Ilmar | 150000 | 30 | mild
            Jorby | Jorvik | 720000 | 25 | cold
            Nordfoss | Jorvik | 160000 | 410 | cold
            Kalindi | Kalindra | 2700000 | 210 | tropical
            Shantipur | Kalindra | 1250000 | 540 | dry
            Lotus Bay | Kalindra | 585000 | 10 | tropical
            """,
        ),
        Table(
            "language", "language", "languages",
            (label(), category("family", "of the {} family"), number("letters", "number of letters/numbers of letters")),
            rows="""
            Ardish | northern | 26
            Belmar | northern | 29
            Corvian | eastern | 33
            Drovan | eastern | 35
            Estrellan | southern | 27
            Galdori | central | 42
            Hestic | southern | 24
            Ilmaric | northern | 31
            Kalin | central | 48
            Sandish | central | 22
            """,
        ),
        Table(
            "speaks", "use", "uses",
            (reference("country_id", "country", ""), reference("language_id", "language", "")),
            count=26, unique=("country_id", "language_id"),
            link=Many("country_id", "language_id", "", "spoken in {}"), spoken=False,
        ),
    ),
)  # fmt: skip
