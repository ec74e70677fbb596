"""A bird-watching club: species, observers and their sightings."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, text, year

DATABASE = Database(
    "bird_watching",
    "a bird-watching club",
    (
        Table(
            "species", "species", "species",
            (
                label(),
                category("family", "of the {} family"),
                number("wingspan", unit="centimeters"),
                number(
                    "weight", unit="grams", over="heavier than {} grams", under="lighter than {} grams", most="heaviest",
                    least="lightest",
                ),
                category("status", "classified as {}", "conservation status"),
            ),
            rows="""
            Barn Owl | owl | 90 | 350 | common
            Tawny Owl | owl | 100 | 480 | common
            Snowy Owl | owl | 145 | 2100 | vulnerable
            Little Owl | owl | 56 | 180 | declining
            Red Kite | hawk | 180 | 1050 | declining
            Marsh Harrier | hawk | 125 | 650 | common
            Golden Eagle | hawk | 210 | 4500 | declining
            Sparrowhawk | hawk | 70 | 220 | common
            Grey Heron | heron | 185 | 1600 | common
            Little Egret | heron | 95 | 500 | common
            Bittern | heron | 130 | 1300 | vulnerable
            Mute Swan | duck | 220 | 10500 | common
            Mallard | duck | 92 | 1150 | common
            Velvet Scoter | duck | 97 | 1700 | vulnerable
            House Martin | swallow | 28 | 19 | declining
            Barn Swallow | swallow | 34 | 20 | common
            """,
        ),
        Table(
            "observer", "observer", "observers",
            (
                label(),
                category("town", "from {}"),
                year("joined", "admitted", "joining year", most="", least=""),
                text("phone", "phone number", missing="without a phone number", present="with a phone number"),
            ),
            people=True,
            rows="""
            Alan Birch | Exeter | 2009 | 555-0142
            Brenda Cole | Truro | 2015 |
            Clive Dorn | Exeter | 2003 | 555-0187
            Dawn Elms | Plymouth | 2018 | 555-0119
            Ewan Firth | Truro | 2012 |
            Flora Gale | Plymouth | 2020 | 555-0163
            Grant Heath | Exeter | 1998 | 555-0175
            Hazel Ives | Torquay | 2011 |
            Ira Jay | Torquay | 2022 | 555-0128
            June Knott | Plymouth | 2007 | 555-0150
            Kim Larch | Exeter | 2019 | 555-0131
            """,
        ),
        Table(
            "sighting", "sighting", "sightings",
            (
                reference("species_id", "species", "of {}"),
                reference("observer_id", "observer", "reported by {}", "reported"),
                date("day", "recorded", values=("dates", "2023-02-01", "2024-11-15")),
                number("birds", "number of birds/numbers of birds", values=(1, 1, 1, 2, 2, 3, 4, 6, 9, 15, 24), adds=True),
                category("habitat", "in the habitat {}", values=("wetland", "wetland", "woodland", "farmland", "coast", "moor")),
            ),
            count=52,
        ),
    ),
)  # fmt: skip
