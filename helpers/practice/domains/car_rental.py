"""A car rental: cars, drivers, and rentals."""

from helpers.practice.grammar.domain import Database, Table, age, category, date, label, number, reference, year

DATABASE = Database(
    "car_rental",
    "a car rental company",
    (
        Table(
            "car", "car", "cars",
            (
                label("model"),
                category("maker", "made by {}"),
                category("fuel", "running on {}", "fuel type"),
                year("year", "built", "construction year"),
                number("daily rate", unit="dollars", most="most expensive", least="cheapest"),
            ),
            rows="""
            Comet 3 | Astra | petrol | 2016 | 38
            Comet 5 | Astra | petrol | 2019 | 46
            Comet E | Astra | electric | 2022 | 72
            Pico | Brix | petrol | 2014 | 25
            Pico Plus | Brix | diesel | 2018 | 33
            Volta | Brix | electric | 2021 | 64
            Ranger | Dorado | diesel | 2017 | 81
            Ranger XL | Dorado | diesel | 2020 | 95
            Sierra Van | Dorado | diesel | 2015 | 70
            Lumen | Elektra | electric | 2023 | 88
            Lumen Mini | Elektra | electric | 2020 | 54
            Tempo | Fidelis | petrol | 2013 | 29
            Tempo Duo | Fidelis | hybrid | 2019 | 51
            Nova | Fidelis | hybrid | 2022 | 60
            Harrier | Astra | hybrid | 2018 | 67
            """,
        ),
        Table(
            "driver", "driver", "drivers",
            (label(), category("country", "from {}"), age(), year("license_year", "licensed", "license year", most="", least="")),
            people=True,
            rows="""
            Amir Shah | India | 34 | 2009
            Bonnie Clark | Canada | 27 | 2016
            Cesar Lopez | Mexico | 51 | 1992
            Dina Farouk | Egypt | 45 | 2001
            Erik Dahl | Norway | 39 | 2004
            Fay Kim | Korea | 23 | 2020
            Glen Ross | Canada | 62 | 1980
            Hema Rao | India | 30 | 2013
            Ivar Lie | Norway | 57 | 1986
            Jose Cruz | Mexico | 42 | 1999
            Kate Wynn | Canada | 48 | 1995
            Leila Aziz | Egypt | 26 | 2017
            Mohan Das | India | 66 | 1978
            """,
        ),
        Table(
            "rental", "rental", "rentals",
            (
                reference("car_id", "car", "of {}"),
                reference("driver_id", "driver", "booked by {}", "booked"),
                date("pickup", "started", "pickup date", values=("dates", "2023-01-04", "2024-11-20"), most="", least=""),
                date(
                    "dropoff", "ended", "dropoff date", values=("after", "pickup", 1, 21), null=0.14, missing="still running",
                    most="", least="",
                ),
                number("mileage", unit="miles", values=("range", 20, 1900, 20), adds=True),
            ),
            count=52, span=("pickup", "dropoff", "lasting"),
        ),
    ),
)  # fmt: skip
