"""Mountains, climbers, and ascents."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, text, year

DATABASE = Database(
    "mountain",
    "mountains and climbers",
    (
        Table(
            "mountain", "mountain", "mountains",
            (
                label(),
                category("country", "in {}"),
                category("chain", "in the {}", "mountain range"),
                number("height", unit="meters", over="higher than {} meters", under="lower than {} meters", most="highest", least="lowest"),
                year(
                    "first_climbed", "first climbed", "year of the first ascent/years of the first ascent", most="", least="",
                    missing="never climbed so far",
                ),
            ),
            rows="""
            Monte Alto | Italy | Southern Alps | 3420 | 1857
            Cima Rossa | Italy | Southern Alps | 2985 | 1871
            Dente Nero | Italy | Southern Alps | 3105 | 1894
            Graukogel | Austria | High Tauern | 3250 | 1848
            Eisspitze | Austria | High Tauern | 3498 | 1863
            Falkenstein | Austria | Northern Alps | 2260 | 1830
            Hochwand | Germany | Northern Alps | 2710 | 1820
            Bergfried | Germany | Northern Alps | 2415 | 1844
            Pic Blanc | France | Western Alps | 3870 | 1868
            Aiguille Noire | France | Western Alps | 3690 | 1902
            Grand Cornu | France | Western Alps | 3333 | 1877
            Tour Grise | France | Western Alps | 2840 |
            Piz Sorell | Switzerland | Western Alps | 3560 | 1859
            Weissgrat | Switzerland | High Tauern | 3015 |
            Schattenhorn | Switzerland | Southern Alps | 3190 | 1885
            """,
        ),
        Table(
            "climber", "climber", "climbers",
            (
                label(),
                category("club", "from the {} club"),
                year("birth_year", "born", most="youngest", least="oldest"),
                text("email", "email address", missing="without an email address", present="with an email address"),
            ),
            people=True,
            rows="""
            Andrea Moser | Edelweiss | 1984 | moser@post.example
            Bernd Faller | Gipfel | 1971 | faller@post.example
            Claire Dumont | Altitude | 1990 |
            Davide Greco | Vetta | 1979 | greco@mail.example
            Emma Zuber | Edelweiss | 1995 | zuber@post.example
            Fabien Leroy | Altitude | 1968 | leroy@mail.example
            Gerda Hofer | Gipfel | 1959 |
            Hannes Koch | Gipfel | 1987 | koch@post.example
            Ilaria Conti | Vetta | 1992 | conti@mail.example
            Jean Pasquier | Altitude | 1975 |
            Kaspar Ruf | Edelweiss | 1963 | ruf@post.example
            Livia Bruni | Vetta | 2000 | bruni@post.example
            """,
        ),
        Table(
            "ascent", "ascent", "ascents",
            (
                reference("mountain_id", "mountain", "of {}"),
                reference("climber_id", "climber", "made by {}", "made"),
                date("day", "completed", values=("dates", "2021-06-05", "2024-09-28")),
                number(
                    "hours", "duration", unit="hours", values=("range", 3, 19, 1), over="longer than {} hours",
                    under="shorter than {} hours", most="longest", least="shortest", adds=True,
                ),
                category(
                    "route", "on the {}",
                    values=("north face", "south ridge", "south ridge", "normal route", "normal route", "glacier"),
                ),
            ),
            count=54,
        ),
    ),
)  # fmt: skip
