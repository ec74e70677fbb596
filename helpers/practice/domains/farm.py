"""Farms, their fields, and the harvests of the fields."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, text, year

DATABASE = Database(
    "farm",
    "farms and harvests",
    (
        Table(
            "farm", "farm", "farms",
            (
                label(),
                category("county", "in {}"),
                year("founded", "founded", "founding year"),
                category("certificate", "with the certificate {}", missing="without a certificate"),
            ),
            rows="""
            Apple Hollow | Kent | 1912 | organic
            Broad Acre | Norfolk | 1876 |
            Chalk Down | Sussex | 1934 | organic
            Deer Park | Kent | 1958 | fair
            East Meadow | Norfolk | 1967 |
            Fox Earth | Sussex | 1890 | fair
            Green Gate | Devon | 1989 | organic
            Hawthorn | Devon | 1925 |
            Ivy Bank | Kent | 2003 | organic
            """,
        ),
        Table(
            "field", "field", "fields",
            (
                label(),
                reference("farm_id", "farm", "belonging to {}"),
                number(
                    "area", unit="hectares", over="larger than {} hectares", under="smaller than {} hectares", most="largest",
                    least="smallest", adds=True,
                ),
                category("soil", "with {} soil", "soil type"),
            ),
            rows="""
            Orchard Strip | Apple Hollow | 4 | loam
            South Slope | Apple Hollow | 7 | clay
            Long Ditch | Broad Acre | 22 | sand
            Windmill Field | Broad Acre | 31 | loam
            Marsh End | Broad Acre | 18 | peat
            White Top | Chalk Down | 15 | chalk
            Sheep Walk | Chalk Down | 12 | chalk
            Park Side | Deer Park | 9 | clay
            Oak Corner | Deer Park | 6 | loam
            Dyke Field | East Meadow | 27 | peat
            Church Piece | East Meadow | 20 | sand
            Vixen Hill | Fox Earth | 11 | chalk
            Red Gate | Green Gate | 8 | clay
            Brook Field | Green Gate | 14 | loam
            Thorn Close | Hawthorn | 5 | clay
            Upper Ham | Hawthorn | 10 | loam
            Bee Garden | Ivy Bank | 3 | loam
            """,
        ),
        Table(
            "harvest", "harvest", "harvests",
            (
                reference("field_id", "field", "from {}"),
                category("crop", "of {}", values=("wheat", "wheat", "barley", "barley", "potatoes", "beans", "oats")),
                date("day", "gathered", values=("dates", "2021-07-10", "2024-10-05")),
                number("tons", "yield", unit="tons", values=("range", 4, 120, 2), adds=True),
                text(
                    "note", values=("late frost", "dry summer", "hail damage", "good weather", "heavy rain"), null=0.4,
                    missing="without a note", present="with a note",
                ),
            ),
            count=50,
        ),
    ),
)  # fmt: skip
