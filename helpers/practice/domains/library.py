"""A town library: authors, their books, and who borrowed them when."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, year

DATABASE = Database(
    "library",
    "a town library",
    (
        Table(
            "author", "author", "authors",
            (label(), category("country", "from {}"), year("birth_year", "born", most="youngest", least="oldest")),
            people=True,
            rows="""
            Nora Quill | Ireland | 1954
            Tomas Reyer | Germany | 1961
            Ada Mensah | Ghana | 1978
            Pavel Novak | Poland | 1949
            Ines Duarte | Portugal | 1983
            Samuel Okoro | Nigeria | 1970
            Greta Holm | Sweden | 1966
            Liam Farrell | Ireland | 1988
            Yuki Tanabe | Japan | 1975
            Marta Lis | Poland | 1991
            Jonas Weber | Germany | 1958
            Amara Diallo | Senegal | 1980
            Rosa Pinto | Portugal | 1972
            Owen Burke | Ireland | 1946
            """,
        ),
        Table(
            "book", "book", "books",
            (
                label("title"),
                reference("author_id", "author", "by {}", "written"),
                category("genre", "{} *"),
                number(
                    "pages", "number of pages/numbers of pages", over="longer than {} pages", under="shorter than {} pages",
                    most="longest", least="shortest",
                ),
                year("year", "published", "publication year"),
            ),
            rows="""
            The Salt Road | Nora Quill | novel | 312 | 1989
            A House by the River | Nora Quill | novel | 268 | 1996
            Letters from Cork | Nora Quill | biography | 190 | 2008
            Winter Engines | Tomas Reyer | science fiction | 455 | 1994
            The Glass Orbit | Tomas Reyer | science fiction | 520 | 2001
            Market Day | Ada Mensah | novel | 240 | 2009
            Songs of the Coast | Ada Mensah | poetry | 96 | 2013
            The Last Platform | Pavel Novak | crime | 298 | 1985
            Night Train to Gdansk | Pavel Novak | crime | 335 | 1992
            Silent Harbor | Pavel Novak | crime | 310 | 2003
            Blue Tiles | Ines Duarte | poetry | 88 | 2015
            The River Keeper | Samuel Okoro | novel | 402 | 2006
            Dust and Rain | Samuel Okoro | novel | 366 | 2012
            A Short History of Bread | Greta Holm | history | 275 | 1999
            The Iron Winter | Greta Holm | history | 610 | 2010
            Foxglove | Liam Farrell | crime | 284 | 2016
            The Second Witness | Liam Farrell | crime | 340 | 2019
            Paper Cranes | Yuki Tanabe | novel | 204 | 2004
            Garden of Stones | Yuki Tanabe | poetry | 120 | 2011
            Deep Field | Marta Lis | science fiction | 488 | 2020
            The Clockmakers | Jonas Weber | history | 432 | 1987
            River of Gold | Amara Diallo | history | 390 | 2014
            My Mother's Kitchen | Amara Diallo | biography | 226 | 2018
            The Silent Choir | Jonas Weber | novel | 350 | 1998
            Harbor Lights | Nora Quill | novel | 296 | 2002
            """,
        ),
        Table(
            "loan", "loan", "loans",
            (
                reference("book_id", "book", "of {}"),
                category("member", "to {}", values=("Anna Bell", "Carl Dietz", "Emma Frost", "Hugo Lang", "Maya Singh", "Sofia Marin")),
                date("loan_date", "made", values=("dates", "2022-01-10", "2024-06-20"), most="", least=""),
                date(
                    "return_date", "returned", values=("after", "loan_date", 3, 40), null=0.2,
                    missing="not yet returned", present="already returned", most="", least="",
                ),
                number("fine", values=(0, 0, 0, 1, 2, 3, 5, 8), unit="euros", adds=True),
            ),
            count=44, span=("loan_date", "return_date", "kept"),
        ),
    ),
)  # fmt: skip
