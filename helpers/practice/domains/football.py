"""A football league: teams, players, and matches."""

from helpers.practice.grammar.domain import Database, Table, age, category, date, label, number, reference, year

DATABASE = Database(
    "football",
    "a football league",
    (
        Table(
            "team", "team", "teams",
            (
                label(),
                category("region", "from the {} region"),
                year("founded", "founded", "founding year"),
                number("capacity", "stadium capacity"),
            ),
            rows="""
            Ardleigh Rovers | south | 1889 | 12500
            Bexton United | north | 1902 | 31000
            Crowfield Town | east | 1911 | 8400
            Dalby Athletic | north | 1898 | 19800
            Elmswick City | south | 1920 | 42000
            Farrow Wanderers | west | 1885 | 15600
            Gorse Hill | west | 1934 | 6100
            Hadleigh Albion | east | 1907 | 23700
            Inverlea | north | 1926 | 10900
            Kelmarsh Rangers | south | 1895 | 27300
            """,
        ),
        Table(
            "player", "player", "players",
            (
                label(),
                reference("team_id", "team", "playing for {}", "signed", null=0.1),
                category("position", "playing as a {}"),
                age(),
                number("goals", "number of goals/numbers of goals", adds=True),
            ),
            people=True,
            rows="""
            Adam Croft | Ardleigh Rovers | defender | 28 | 3
            Barry Nunn | Ardleigh Rovers | striker | 24 | 14
            Carl Eden | Bexton United | goalkeeper | 33 | 0
            Dario Conte | Bexton United | striker | 27 | 21
            Ed Falkner | Bexton United | midfielder | 30 | 7
            Femi Adeyemi | Elmswick City | striker | 22 | 18
            Gareth Pugh | Crowfield Town | defender | 35 | 1
            Henrik Olsen | Elmswick City | midfielder | 26 | 9
            Ian Stubbs | Dalby Athletic | goalkeeper | 29 | 0
            Jamie Flint | Dalby Athletic | defender | 21 | 2
            Kenji Mori | Elmswick City | defender | 31 | 4
            Luke Tanner | Farrow Wanderers | midfielder | 25 | 6
            Marco Silva | Farrow Wanderers | striker | 34 | 11
            Neil Hobday | Hadleigh Albion | goalkeeper | 37 | 0
            Otis Grant | Hadleigh Albion | striker | 20 | 8
            Pete Lomax | Inverlea | midfielder | 32 | 5
            Quentin Ross | Kelmarsh Rangers | defender | 23 | 2
            Ryan Oakes | Kelmarsh Rangers | striker | 29 | 16
            Stefan Kovac | Kelmarsh Rangers | midfielder | 36 | 10
            Terry Blunt | | striker | 38 | 13
            Umar Diop | Inverlea | striker | 19 | 12
            Vince Marlow | | goalkeeper | 26 | 0
            """,
        ),
        Table(
            "match", "match", "matches",
            (
                reference("home_id", "team", "hosted by {}", "hosted"),
                reference("away_id", "team", "played away by {}", has=None),
                date("day", "played", values=("dates", "2023-08-12", "2024-05-18")),
                number("spectators", "number of spectators/numbers of spectators", values=("range", 3000, 41500, 500), adds=True),
                category("referee", "refereed by {}", values=("Jon Speight", "Moss Weaver", "Moss Weaver", "Rita Boyle", "Sam Oduya")),
            ),
            count=46,
        ),
    ),
)  # fmt: skip
