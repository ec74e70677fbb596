"""A chess association: players with their coaches, tournaments, and who entered which."""

from helpers.practice.grammar.domain import Database, Many, Table, category, date, label, number, reference, year

DATABASE = Database(
    "chess",
    "chess players and tournaments",
    (
        Table(
            "player", "player", "players",
            (
                label(),
                category("country", "from {}"),
                year("birth_year", "born", most="youngest", least="oldest"),
                number(
                    "rating", unit="points", over="rated above {} points", under="rated below {} points", most="highest rated",
                    least="lowest rated",
                ),
                reference("coach_id", "player", "", partner="coach"),
            ),
            people=True,
            rows="""
            Arkady Belov | Latvia | 1955 | 2410 |
            Brigitte Noel | Belgium | 1968 | 2285 |
            Csaba Toth | Hungary | 1972 | 2520 |
            Dana Ozola | Latvia | 1994 | 2330 | Arkady Belov
            Egils Krumins | Latvia | 2001 | 2475 | Arkady Belov
            Femke Claes | Belgium | 1999 | 2190 | Brigitte Noel
            Gabor Nagy | Hungary | 1988 | 2560 | Csaba Toth
            Hanna Szabo | Hungary | 2004 | 2395 | Gabor Nagy
            Ivo Peeters | Belgium | 1983 | 2240 | Brigitte Noel
            Jana Liepa | Latvia | 2008 | 2105 | Dana Ozola
            Karel Dvorak | Czechia | 1979 | 2445 | Csaba Toth
            Lucie Mala | Czechia | 2003 | 2310 | Karel Dvorak
            Milan Horak | Czechia | 1991 | 2490 | Karel Dvorak
            Nora Fekete | Hungary | 1996 | 2265 | Gabor Nagy
            Otto Maes | Belgium | 2010 | 1980 | Femke Claes
            """,
        ),
        Table(
            "tournament", "tournament", "tournaments",
            (
                label(),
                category("city", "in {}"),
                date("start date", "started", most="newest", least="oldest"),
                number("prize", "prize money/amounts of prize money", unit="euros", adds=True),
                number("rounds", "number of rounds/numbers of rounds"),
            ),
            rows="""
            Amber Open | Riga | 2022-01-15 | 8000 | 9
            Danube Masters | Budapest | 2022-05-07 | 25000 | 11
            Brussels Rapid | Brussels | 2022-09-17 | 3000 | 7
            Golden Rook | Prague | 2023-02-11 | 12000 | 9
            Riga Winter Cup | Riga | 2023-12-02 | 5000 | 8
            Budapest Spring | Budapest | 2023-04-22 | 9500 | 9
            Queen's Gambit | Brussels | 2023-10-14 | 15000 | 10
            Castle Classic | Prague | 2024-03-16 | 18000 | 13
            Baltic Blitz | Riga | 2024-06-08 | 2000 | 15
            Young Kings | Budapest | 2024-08-24 | 4000 | 7
            """,
        ),
        Table(
            "entry", "entry", "entries",
            (
                reference("player_id", "player", ""),
                reference("tournament_id", "tournament", ""),
                number("points", values=("range", 1, 9, 1)),
            ),
            count=44, unique=("player_id", "tournament_id"),
            link=Many("player_id", "tournament_id", "entered", "entered by {}"), spoken=False,
        ),
    ),
)  # fmt: skip
