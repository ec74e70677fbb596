"""A bakery: its products, its customers, and their orders."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference

DATABASE = Database(
    "bakery",
    "a bakery's orders",
    (
        Table(
            "customer", "customer", "customers",
            (
                label(),
                category("district", ("from {}", "living in {}")),
                number("loyalty points", "number of loyalty points/numbers of loyalty points", adds=True),
            ),
            people=True,
            rows="""
            Agnes Holt | Old Town | 120
            Boris Petrov | Harbor | 45
            Celia Marsh | Old Town | 310
            Dan Whitley | Riverside | 80
            Edith Crowe | Harbor | 205
            Frida Lang | Hillside | 15
            Gordon Pym | Riverside | 150
            Hilda Roth | Old Town | 95
            Igor Salt | Hillside | 60
            Jean Tolley | Harbor | 275
            Kurt Ulman | Riverside | 30
            Lola Vance | Old Town | 180
            Mick Warner | Hillside | 110
            Nora Yates | Harbor | 5
            """,
        ),
        Table(
            "product", "product", "products",
            (
                label(), category("kind", "{} *"),
                number(
                    "unit price", unit="euros", most="most expensive", least="cheapest",
                    over="more expensive than {} euros", under="cheaper than {} euros",
                ),
                number("calories", "number of calories/numbers of calories"),
                category("allergen", "containing {}", missing="without any allergen"),
            ),
            rows="""
            Rye Loaf | bread | 4 | 980 | gluten
            Sourdough | bread | 5 | 1120 | gluten
            Baguette | bread | 2 | 640 | gluten
            Corn Bread | bread | 3 | 860 |
            Butter Croissant | pastry | 2 | 406 | butter
            Almond Croissant | pastry | 3 | 520 | nuts
            Cinnamon Roll | pastry | 3 | 475 | butter
            Apple Turnover | pastry | 4 | 390 | gluten
            Carrot Cake | cake | 24 | 3150 | nuts
            Cheese Cake | cake | 28 | 3480 | milk
            Walnut Cake | cake | 26 | 3900 | nuts
            Lemon Tart | cake | 19 | 2260 | eggs
            Fruit Flan | cake | 22 | 1980 |
            Oat Cookie | cookie | 1 | 150 |
            Ginger Cookie | cookie | 1 | 135 | gluten
            Peanut Cookie | cookie | 2 | 210 | nuts
            """,
        ),
        Table(
            "order", "order", "orders",
            (
                reference("customer_id", "customer", "placed by {}", "placed"),
                reference("product_id", "product", "for {}"),
                number("quantity", values=(1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12), adds=True, most="largest", least="smallest"),
                date("order date", "placed", values=("dates", "2023-01-05", "2024-12-20")),
                date(
                    "collected", "collected", "collection date", values=("after", "order date", 1, 9), null=0.15,
                    missing="not yet collected", present="already collected", most="", least="",
                ),
            ),
            count=50, span=("order date", "collected", "waiting"),
        ),
    ),
)  # fmt: skip
