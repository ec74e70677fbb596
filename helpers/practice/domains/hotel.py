"""Hotels, their guests, and the guests' bookings."""

from helpers.practice.grammar.domain import Database, Table, age, category, date, label, number, reference

DATABASE = Database(
    "hotel",
    "hotels and bookings",
    (
        Table(
            "hotel", "hotel", "hotels",
            (
                label(),
                category("city", "in {}"),
                number("stars", "number of stars/numbers of stars"),
                number("rooms", "number of rooms/numbers of rooms", most="largest", least="smallest", adds=True),
            ),
            rows="""
            Grand Plaza | Prague | 5 | 210
            Old Bridge Inn | Prague | 3 | 38
            Castle View | Prague | 4 | 95
            Danube Palace | Budapest | 5 | 180
            Pest Garden | Budapest | 3 | 52
            Thermal House | Budapest | 4 | 120
            Harbor Light | Split | 4 | 76
            Pension Maria | Split | 2 | 14
            Sea Breeze | Split | 3 | 44
            Alpine Rest | Innsbruck | 3 | 30
            Golden Eagle | Innsbruck | 4 | 61
            Station Hotel | Innsbruck | 2 | 25
            Hotel Aurora | Krakow | 4 | 88
            Market Square | Krakow | 3 | 47
            Budget Stay | Krakow | 1 | 70
            """,
        ),
        Table(
            "guest", "guest", "guests",
            (
                label(),
                category("country", "from {}"),
                age(),
                category("language", "speaking {}", missing="without a known language"),
            ),
            people=True,
            rows="""
            Anders Falk | Sweden | 44 | Swedish
            Birgit Maas | Germany | 61 | German
            Carmen Ortiz | Spain | 29 | Spanish
            Didier Roux | France | 37 | French
            Elin Svensson | Sweden | 25 | English
            Franz Huber | Austria | 70 | German
            Giulia Riva | Italy | 33 | Italian
            Heidi Brandt | Germany | 48 |
            Jorge Molina | Spain | 56 | Spanish
            Katrin Wolf | Austria | 39 | German
            Luca Serra | Italy | 22 | English
            Marie Blanc | France | 51 | French
            Niklas Berg | Sweden | 67 |
            Olga Kern | Germany | 35 | English
            Pablo Rey | Spain | 41 | English
            Renate Vogel | Austria | 58 |
            """,
        ),
        Table(
            "booking", "booking", "bookings",
            (
                reference("hotel_id", "hotel", "at {}"),
                reference("guest_id", "guest", "made by {}", "made"),
                date("arrival", "scheduled", "arrival date", values=("dates", "2023-03-01", "2025-02-20")),
                number(
                    "nights", "number of nights/numbers of nights", values=(1, 1, 2, 2, 3, 3, 4, 5, 7, 10, 14),
                    over="for more than {} nights", under="for fewer than {} nights", most="longest", least="shortest", adds=True,
                ),
                number(
                    "total", "price", unit="euros", values=("range", 60, 1500, 20), adds=True, most="most expensive",
                    least="cheapest",
                ),
            ),
            count=50,
        ),
    ),
)  # fmt: skip
