"""Record labels, the singers they signed, and the singers' songs."""

from helpers.practice.grammar.domain import Database, Table, age, category, label, number, reference, year

DATABASE = Database(
    "music",
    "pop music and record labels",
    (
        Table(
            "label", "label", "labels",
            (label(), category("city", "based in {}"), year("founded", "founded", "founding year")),
            rows="""
            Bluebird Records | London | 1968
            North Sound | Oslo | 1994
            Casa Verde | Lisbon | 2003
            Tin Roof Music | London | 1987
            Paper Moon | Berlin | 2011
            Red Door | Berlin | 1999
            Lantern Audio | Dublin | 2008
            Golden Hour | Lisbon | 2016
            """,
        ),
        Table(
            "singer", "singer", "singers",
            (
                label(),
                category("country", "from {}"),
                age(),
                reference("label_id", "label", "signed to {}", "signed"),
            ),
            people=True,
            rows="""
            Mara Lindt | Norway | 34 | North Sound
            Joe Hartley | England | 52 | Bluebird Records
            Clara Neves | Portugal | 27 | Casa Verde
            Finn Adler | Germany | 41 | Paper Moon
            Siobhan Daly | Ireland | 38 | Lantern Audio
            Rui Costa | Portugal | 45 | Casa Verde
            Ellen Strand | Norway | 23 | North Sound
            Dev Patel | England | 31 | Tin Roof Music
            Lena Vogt | Germany | 29 | Red Door
            Tom Keane | Ireland | 60 | Lantern Audio
            Ana Sousa | Portugal | 21 | Casa Verde
            Grace Hill | England | 47 | Bluebird Records
            Max Kern | Germany | 36 | Paper Moon
            Ingrid Moe | Norway | 55 | North Sound
            Billy Nash | England | 25 |
            Orla Byrne | Ireland | 33 | Bluebird Records
            Paul Richter | Germany | 64 | Paper Moon
            Alice Wren | England | 19 |
            """,
        ),
        Table(
            "song", "song", "songs",
            (
                label("title"),
                reference("singer_id", "singer", "by {}", "recorded"),
                category("genre", "{} *"),
                number(
                    "length", unit="seconds", over="longer than {} seconds", under="shorter than {} seconds",
                    most="longest", least="shortest", adds=True,
                ),
                year("year", "released", "release year"),
            ),
            rows="""
            Silver Rain | Mara Lindt | pop | 214 | 2015
            Fjord | Mara Lindt | folk | 305 | 2018
            Home Again | Mara Lindt | pop | 198 | 2021
            Ticket to Leeds | Joe Hartley | rock | 247 | 1998
            Broken Clock | Joe Hartley | rock | 262 | 2004
            Old Friends | Joe Hartley | folk | 231 | 2012
            Saudade | Clara Neves | folk | 288 | 2019
            Summer Window | Clara Neves | pop | 187 | 2022
            Machine Heart | Finn Adler | electronic | 342 | 2014
            Night Shift | Finn Adler | electronic | 377 | 2017
            The Hills Above | Siobhan Daly | folk | 254 | 2011
            Green Coat | Siobhan Daly | folk | 219 | 2016
            Lisbon Rain | Rui Costa | rock | 271 | 2006
            Cold Light | Ellen Strand | pop | 203 | 2023
            Run to Me | Dev Patel | pop | 192 | 2018
            City of Glass | Dev Patel | electronic | 315 | 2020
            Signal | Lena Vogt | electronic | 298 | 2021
            Long Road Home | Tom Keane | folk | 333 | 1989
            The Ferry | Tom Keane | folk | 276 | 1995
            Rooftop | Grace Hill | rock | 239 | 2001
            Thunder Lane | Grace Hill | rock | 225 | 2009
            Half Past Blue | Max Kern | pop | 207 | 2013
            Winter Song | Ingrid Moe | folk | 261 | 1993
            Northern Star | Ingrid Moe | pop | 244 | 2000
            Paper Boats | Orla Byrne | pop | 211 | 2017
            Dust on the Piano | Paul Richter | rock | 359 | 1985
            Blue Hour | Mara Lindt | electronic | 322 | 2023
            """,
        ),
    ),
)  # fmt: skip
