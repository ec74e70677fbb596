"""A newspaper: its desks, journalists with their editors, and articles."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, year

DATABASE = Database(
    "newspaper",
    "a newspaper's articles",
    (
        Table(
            "desk", "desk", "desks",
            (label(), category("floor", "on the {} floor"), number("budget", unit="euros", adds=True)),
            rows="""
            Politics | third | 64000
            Sports | second | 52000
            Culture | second | 31000
            Science | fourth | 27000
            Business | third | 58000
            Local News | first | 45000
            Travel | fourth | 22000
            """,
        ),
        Table(
            "journalist", "journalist", "journalists",
            (
                label(),
                reference("desk_id", "desk", "working for {}"),
                year("since", "employed", "starting year", most="newest", least="longest serving"),
                number(
                    "pay", "monthly pay/monthly salaries", unit="euros", over="earning more than {} euros",
                    under="earning less than {} euros", most="best paid", least="worst paid", adds=True,
                ),
                reference("editor_id", "journalist", "", partner="editor"),
            ),
            people=True,
            rows="""
            Vera Holt | Politics | 1999 | 6900 |
            Simon Crale | Sports | 2004 | 5800 | Vera Holt
            Lotte Baum | Culture | 2001 | 5500 | Vera Holt
            Rajiv Menon | Business | 2006 | 6100 | Vera Holt
            Anna Falk | Politics | 2012 | 4300 | Vera Holt
            Boris Klein | Politics | 2017 | 3600 | Anna Falk
            Cora Winter | Sports | 2015 | 3800 | Simon Crale
            Dino Rizzo | Sports | 2020 | 2900 | Simon Crale
            Edith Lange | Culture | 1998 | 5600 | Lotte Baum
            Felix Sommer | Science | 2013 | 5700 | Lotte Baum
            Gina Torres | Science | 2019 | 3100 | Felix Sommer
            Henry Osei | Business | 2014 | 4400 | Rajiv Menon
            Ida Brenner | Business | 2021 | 2800 | Henry Osei
            Jonas Krug | Local News | 2002 | 3700 | Simon Crale
            Kira Blum | Local News | 2018 | 3900 | Jonas Krug
            Leo Marchetti | Travel | 2016 | 3300 | Edith Lange
            """,
        ),
        Table(
            "article", "article", "articles",
            (
                label("headline", values=(
                    "Council Votes on Bridge", "Harbor Team Wins Again", "Museum Opens New Wing", "Stars over the Desert", "Prices Climb",
                    "Market Hall Reopens", "A Week in Lisbon", "Minister Steps Down", "Goalkeeper Retires", "Opera Season Begins",
                    "New Comet Seen", "Bank Cuts Rates", "School Roof Repaired", "Walking in the Alps", "Budget Talks Stall",
                    "Record at the Marathon", "Young Painters Show", "Ice Core Tells Story", "Shipyard Hires", "River Floods Park",
                    "Islands by Ferry", "Election Date Set", "Tennis Club Folds", "Poet Wins Prize", "Vaccine Trial Starts",
                    "Rents Keep Rising", "Bus Line Extended", "Deserts in Bloom", "Mayor Answers Critics", "Cup Final Postponed",
                    "Film Festival Closes", "Robots on the Farm", "Startup Moves North", "Library Stays Open", "Night Train to Rome",
                    "Treaty Signed",
                )),
                reference("journalist_id", "journalist", "by {}", "written"),
                date(
                    "published", "published", "publication date", values=("dates", "2023-01-02", "2024-12-22"), most="newest",
                    least="oldest",
                ),
                number(
                    "words", "number of words/numbers of words", values=("range", 150, 2400, 50), over="longer than {} words",
                    under="shorter than {} words", most="longest", least="shortest", adds=True,
                ),
                number("clicks", "number of clicks/numbers of clicks", values=("range", 100, 9900, 100), null=0.12, adds=True),
            ),
            count=36,
        ),
    ),
)  # fmt: skip
