"""An online shop: customers, products, and purchases."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference

DATABASE = Database(
    "online_shop",
    "an online shop",
    (
        Table(
            "customer", "customer", "customers",
            (
                label(),
                category("country", "from {}"),
                date("signup", "registered", "signup date", most="newest", least="longest standing"),
                category("newsletter", "with a {} newsletter", "newsletter frequency", missing="without a newsletter"),
            ),
            people=True,
            rows="""
            Abigail Stone | Canada | 2019-06-12 | weekly
            Bruno Alves | Brazil | 2020-02-28 |
            Chloe Martin | France | 2021-07-19 | monthly
            Daniel Kim | Canada | 2018-11-05 | weekly
            Elena Popa | Romania | 2022-04-02 | monthly
            Farid Nasser | France | 2020-09-23 |
            Gisele Moura | Brazil | 2021-01-15 | weekly
            Howard Pell | Canada | 2017-03-30 | monthly
            Irene Duval | France | 2019-12-08 | weekly
            Jason Reid | Canada | 2022-08-26 |
            Karin Olsen | Denmark | 2020-05-11 | monthly
            Lucas Prado | Brazil | 2018-07-21 | monthly
            Mihai Stan | Romania | 2021-10-14 | weekly
            Noah Birk | Denmark | 2019-03-03 |
            Olivia Chen | Canada | 2023-01-29 | weekly
            Pierre Lacroix | France | 2018-04-17 | monthly
            """,
        ),
        Table(
            "product", "product", "products",
            (
                label(),
                category("category", "in the {} category"),
                number(
                    "unit price", unit="dollars", over="more expensive than {} dollars", under="cheaper than {} dollars",
                    most="most expensive", least="cheapest",
                ),
                number("stock", "number of items in stock/numbers of items in stock", adds=True),
                number(
                    "weight", unit="grams", over="heavier than {} grams", under="lighter than {} grams", most="heaviest",
                    least="lightest",
                ),
            ),
            rows="""
            Desk Lamp | home | 35 | 120 | 900
            Wool Blanket | home | 60 | 45 | 1400
            Wall Clock | home | 28 | 80 | 650
            Coffee Grinder | kitchen | 49 | 62 | 1250
            Bread Knife | kitchen | 22 | 150 | 210
            Cast Iron Pan | kitchen | 55 | 38 | 2600
            Tea Kettle | kitchen | 40 | 74 | 1100
            Running Shoes | sports | 95 | 56 | 700
            Yoga Mat | sports | 30 | 200 | 1000
            Tennis Racket | sports | 130 | 24 | 310
            Water Bottle | sports | 18 | 310 | 180
            Chess Set | games | 45 | 33 | 1500
            Puzzle Box | games | 25 | 90 | 780
            Card Game | games | 15 | 240 | 260
            Desk Organizer | office | 20 | 130 | 560
            Office Chair | office | 180 | 12 | 9800
            Notebook Pack | office | 12 | 400 | 480
            Desk Mat | office | 26 | 65 | 430
            """,
        ),
        Table(
            "purchase", "purchase", "purchases",
            (
                reference("customer_id", "customer", "made by {}", "made"),
                reference("product_id", "product", "of {}"),
                number("quantity", values=(1, 1, 1, 2, 2, 3, 4, 5, 6, 10), adds=True, most="largest", least="smallest"),
                date("day", "completed", values=("dates", "2022-01-08", "2024-12-28")),
                category("payment", "paid by {}", "payment method", values=("card", "card", "transfer", "voucher", "invoice")),
            ),
            count=56,
        ),
    ),
)  # fmt: skip
