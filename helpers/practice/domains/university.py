"""A university: students, courses, and grades in the courses that students take."""

from helpers.practice.grammar.domain import Database, Many, Table, category, label, number, reference, text, year

DATABASE = Database(
    "university",
    "students and courses of a university",
    (
        Table(
            "student", "student", "students",
            (
                label(),
                category("major", "majoring in {}"),
                year("entry_year", "enrolled", most="", least=""),
                number("points", "number of points/numbers of points"),
                text("email", "email address", missing="without an email address", present="with an email address"),
            ),
            people=True, key="student_id",
            rows="""
            Aaron Blythe | Physics | 2019 | 35 | blythe@uni.example
            Bianca Conti | History | 2020 | 31 | conti@uni.example
            Caleb Dunn | Biology | 2021 | 27 |
            Diana Egan | Physics | 2020 | 39 | egan@mail.example
            Elias Faber | Economics | 2018 | 24 | faber@uni.example
            Freya Gunn | Biology | 2022 | 33 | gunn@uni.example
            Gustav Hein | History | 2019 | 29 |
            Holly Imre | Economics | 2021 | 36 | imre@mail.example
            Ian Juhl | Physics | 2022 | 22 | juhl@uni.example
            Jade Kovac | Biology | 2020 | 38 | kovac@uni.example
            Karl Lund | Economics | 2019 | 30 | lund@mail.example
            Lydia Moss | History | 2022 | 34 |
            Mateo Nery | Physics | 2021 | 32 | nery@uni.example
            Nell Obrien | Biology | 2018 | 26 | obrien@uni.example
            Otto Pratt | Economics | 2020 | 28 | pratt@mail.example
            Petra Quist | Physics | 2018 | 37 | quist@uni.example
            Rafael Sosa | History | 2021 | 25 | sosa@uni.example
            Selma Thorn | Biology | 2019 | 40 | thorn@uni.example
            """,
        ),
        Table(
            "course", "course", "courses",
            (
                label("title"),
                category("teacher", "taught by {}"),
                number(
                    "credits", "number of credits/numbers of credits",
                    over="worth more than {} credits", under="worth less than {} credits", adds=True,
                ),
                category("term", "offered in {}"),
            ),
            key="course_id",
            rows="""
            Linear Algebra | Weiss | 6 | spring
            Quantum Mechanics | Weiss | 8 | fall
            Cell Biology | Ortega | 5 | fall
            Genetics | Ortega | 7 | spring
            Medieval Europe | Hale | 4 | fall
            World Wars | Hale | 5 | spring
            Game Theory | Chandra | 6 | fall
            Public Finance | Chandra | 4 | spring
            Statistics | Lowell | 6 | fall
            Scientific Writing | Lowell | 3 | summer
            Field Ecology | Ortega | 9 | summer
            History of Science | Hale | 2 | summer
            """,
        ),
        Table(
            "enrollment", "enrollment", "enrollments",
            (
                reference("student_id", "student", ""),
                reference("course_id", "course", ""),
                number("grade", values=("range", 50, 100, 1)),
            ),
            count=52, unique=("student_id", "course_id"), link=Many("student_id", "course_id", "taken", "taken by {}"), spoken=False,
        ),
    ),
)  # fmt: skip
