"""A cookbook: cooks, their recipes, and the ingredients of recipes."""

from helpers.practice.grammar.domain import Database, Many, Table, age, category, label, number, reference

DATABASE = Database(
    "cookbook",
    "recipes and ingredients",
    (
        Table(
            "cook", "cook", "cooks",
            (label(), category("city", "from {}"), age()),
            people=True,
            rows="""
            Aldo Bianchi | Turin | 58
            Bea Lindqvist | Malmo | 34
            Chen Wei | London | 41
            Dolores Paz | Seville | 66
            Edgar Nowak | London | 29
            Fatima Zahra | Fez | 47
            Gwen Pritchard | London | 52
            Hiro Tanaka | Osaka | 38
            Iva Petrova | Malmo | 25
            Josep Ferrer | Seville | 44
            """,
        ),
        Table(
            "recipe", "recipe", "recipes",
            (
                label(),
                reference("cook_id", "cook", "by {}", "written"),
                category("course", "served as a {}"),
                number("minutes", "cooking time", unit="minutes", most="longest", least="quickest"),
                number("servings", "number of servings/numbers of servings", adds=True),
                category("diet", "labeled as {}", missing="without a diet label"),
            ),
            rows="""
            Mushroom Risotto | Aldo Bianchi | main | 45 | 4 | vegetarian
            Braised Beef | Aldo Bianchi | main | 180 | 6 |
            Hazelnut Cake | Aldo Bianchi | dessert | 70 | 10 | vegetarian
            Beetroot Salad | Bea Lindqvist | starter | 25 | 4 | vegan
            Salmon with Dill | Bea Lindqvist | main | 40 | 2 |
            Fried Noodles | Chen Wei | main | 20 | 2 |
            Hot and Sour Soup | Chen Wei | starter | 35 | 4 |
            Mapo Tofu | Chen Wei | main | 30 | 3 | vegan
            Cold Tomato Soup | Dolores Paz | starter | 15 | 6 | vegan
            Orange Flan | Dolores Paz | dessert | 60 | 8 | vegetarian
            Lamb Stew | Dolores Paz | main | 150 | 5 |
            Potato Dumplings | Edgar Nowak | main | 55 | 4 | vegetarian
            Poppy Seed Roll | Edgar Nowak | dessert | 95 | 12 | vegetarian
            Chickpea Tagine | Fatima Zahra | main | 75 | 6 | vegan
            Almond Pastries | Fatima Zahra | dessert | 50 | 20 | vegetarian
            Harira | Fatima Zahra | starter | 85 | 8 |
            Leek Pie | Gwen Pritchard | main | 65 | 6 | vegetarian
            Bread Pudding | Gwen Pritchard | dessert | 80 | 7 | vegetarian
            Miso Soup | Hiro Tanaka | starter | 10 | 2 | vegan
            Grilled Mackerel | Hiro Tanaka | main | 22 | 2 |
            Stuffed Peppers | Iva Petrova | main | 90 | 5 |
            Yogurt Salad | Iva Petrova | starter | 12 | 4 | vegetarian
            Seafood Rice | Josep Ferrer | main | 62 | 8 |
            """,
        ),
        Table(
            "ingredient", "ingredient", "ingredients",
            (
                label(),
                category("kind", "{} *"),
                number("price", "price per kilo/prices per kilo", unit="euros", most="most expensive", least="cheapest"),
            ),
            rows="""
            rice | grain | 3
            flour | grain | 1
            noodles | grain | 4
            onions | vegetable | 2
            tomatoes | vegetable | 5
            potatoes | vegetable | 1
            leeks | vegetable | 6
            mushrooms | vegetable | 9
            salmon | fish | 24
            mackerel | fish | 13
            lamb | meat | 19
            beef | meat | 22
            eggs | dairy | 7
            butter | dairy | 11
            yogurt | dairy | 4
            almonds | nut | 16
            hazelnuts | nut | 18
            """,
        ),
        Table(
            "uses", "use", "uses",
            (
                reference("recipe_id", "recipe", ""),
                reference("ingredient_id", "ingredient", ""),
                number("grams", values=("range", 50, 900, 50)),
            ),
            count=58, unique=("recipe_id", "ingredient_id"),
            link=Many("recipe_id", "ingredient_id", "", "used in {}"), spoken=False,
        ),
    ),
)  # fmt: skip
