"""A theater: plays, actors, and who played in what."""

from helpers.practice.grammar.domain import Database, Many, Table, age, category, date, label, number, reference

DATABASE = Database(
    "theater",
    "a theater's plays and actors",
    (
        Table(
            "play", "play", "plays",
            (
                label("title"),
                category("kind", "{} *"),
                date("premiere", "first performed", "premiere date", most="newest", least="oldest"),
                number(
                    "duration", unit="minutes", over="longer than {} minutes", under="shorter than {} minutes",
                    most="longest", least="shortest",
                ),
                number("audience", "audience size", adds=True),
            ),
            rows="""
            The Glass Bell | drama | 2019-02-15 | 140 | 5200
            Two Left Shoes | comedy | 2019-10-04 | 95 | 7800
            The Miller's Daughter | drama | 2020-01-31 | 125 | 3100
            Midnight Post | thriller | 2021-09-17 | 110 | 4600
            Lovers on a Train | comedy | 2021-12-03 | 100 | 8900
            The Long Winter | drama | 2022-03-11 | 165 | 2700
            Singing in the Attic | musical | 2022-05-20 | 150 | 11200
            The Missing Key | thriller | 2022-11-25 | 105 | 5900
            Aunt Clara Returns | comedy | 2023-01-13 | 90 | 9600
            The Tin Crown | musical | 2023-06-09 | 135 | 12400
            Ashes | drama | 2023-10-27 | 118 | 3500
            A Room for Three | comedy | 2024-02-02 | 98 | 6400
            The Lighthouse | thriller | 2024-04-19 | 122 | 4100
            Song of the Mill | musical | 2024-09-13 | 155 | 8300
            """,
        ),
        Table(
            "actor", "actor", "actors",
            (
                label(),
                age(),
                category("hometown", "from {}"),
                number("wage", "monthly wage", unit="dollars", most="best paid", least="worst paid"),
            ),
            people=True,
            rows="""
            Abel Strand | 42 | Bergen | 3800
            Bettina Rau | 29 | Graz | 2900
            Cyril Dane | 55 | Leeds | 4400
            Delia Frost | 34 | Leeds | 3300
            Emil Hartog | 61 | Graz | 4100
            Flora Keats | 23 | York | 2400
            Gerald Innes | 47 | York | 3900
            Helga Moen | 38 | Bergen | 3500
            Jules Marten | 26 | Graz | 2600
            Kate Norrie | 50 | Leeds | 4700
            Lorenz Ott | 31 | Graz | 3000
            Mina Solheim | 44 | Bergen | 3700
            Ned Thorpe | 36 | York | 3100
            Olive Ward | 67 | Leeds | 3600
            """,
        ),
        Table(
            "cast", "part", "parts",
            (
                reference("actor_id", "actor", ""),
                reference("play_id", "play", ""),
                category("role", values=("lead", "support", "support", "understudy")),
            ),
            count=38, unique=("actor_id", "play_id"), link=Many("actor_id", "play_id", "appeared in", "performed by {}"), spoken=False,
        ),
    ),
)  # fmt: skip
