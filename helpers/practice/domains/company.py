"""A company: departments, employees with their managers, projects and who works on them."""

from helpers.practice.grammar.domain import Database, Many, Table, category, date, label, number, reference

DATABASE = Database(
    "company",
    "a company's staff and projects",
    (
        Table(
            "department", "department", "departments",
            (
                label(),
                category("city", "located in {}"),
                number("budget", unit="dollars", most="best funded", least="worst funded", adds=True),
            ),
            rows="""
            Sales | Boston | 420000
            Research | Denver | 910000
            Support | Austin | 260000
            Finance | Boston | 380000
            Legal | Boston | 190000
            Logistics | Austin | 540000
            Design | Denver | 310000
            """,
        ),
        Table(
            "employee", "employee", "employees",
            (
                label(),
                reference("department_id", "department", "working in {}"),
                number(
                    "salary", unit="dollars", over="earning more than {} dollars", under="earning less than {} dollars",
                    most="best paid", least="worst paid", adds=True,
                ),
                date("hire_date", "hired", most="most recently hired", least="longest serving"),
                reference("manager_id", "employee", "", partner="manager", missing="without a manager"),
            ),
            people=True,
            rows="""
            Helen Voss | Research | 148000 | 2008-04-14 |
            Mark Tran | Sales | 121000 | 2011-09-01 | Helen Voss
            Priya Nair | Research | 117000 | 2013-02-18 | Helen Voss
            Carlos Ruiz | Logistics | 99000 | 2012-06-25 | Helen Voss
            Joan Blake | Finance | 126000 | 2010-11-08 | Helen Voss
            Amy Zhou | Sales | 68000 | 2019-05-20 | Mark Tran
            Ben Stark | Sales | 124000 | 2017-03-13 | Mark Tran
            Cleo Fox | Sales | 59000 | 2021-08-30 | Mark Tran
            Derek Yule | Support | 51000 | 2020-10-12 | Carlos Ruiz
            Elsa Mann | Support | 101000 | 2011-01-17 | Carlos Ruiz
            Felix Wong | Research | 119000 | 2016-07-04 | Priya Nair
            Gloria Diaz | Research | 95000 | 2018-09-17 | Priya Nair
            Hector Lyon | Logistics | 64000 | 2010-12-06 | Carlos Ruiz
            Iris Kang | Finance | 83000 | 2016-04-11 | Joan Blake
            Jamal Reed | Finance | 77000 | 2019-10-21 | Joan Blake
            Katya Orlov | Design | 88000 | 2014-05-05 | Priya Nair
            Leon Baker | Design | 66000 | 2022-02-28 | Katya Orlov
            Mona Haddad | Logistics | 58000 | 2021-01-11 | Hector Lyon
            Noel Grant | Support | 57000 | 2022-06-06 | Elsa Mann
            Opal Jensen | Research | 109000 | 2009-08-24 | Priya Nair
            """,
        ),
        Table(
            "project", "project", "projects",
            (
                label(),
                category("status", "{} *"),
                date("start_date", "started", most="", least=""),
                date("end_date", "ended", missing="without an end date", present="with an end date", most="", least=""),
            ),
            rows="""
            Atlas | finished | 2019-01-14 | 2020-06-30
            Beacon | active | 2022-03-01 |
            Comet | finished | 2018-05-07 | 2019-03-15
            Delta | cancelled | 2020-02-10 | 2020-09-01
            Ember | active | 2023-01-09 |
            Falcon | finished | 2020-11-02 | 2022-01-28
            Granite | planned | 2024-09-02 |
            Horizon | active | 2021-06-21 |
            Indigo | cancelled | 2021-10-04 | 2022-02-11
            Juniper | finished | 2017-08-28 | 2018-12-20
            """,
            span=("start_date", "end_date", "in progress"),
        ),
        Table(
            "assignment", "assignment", "assignments",
            (
                reference("employee_id", "employee", ""),
                reference("project_id", "project", ""),
                number("hours", values=("range", 20, 400, 20)),
            ),
            count=34, unique=("employee_id", "project_id"),
            link=Many("employee_id", "project_id", "worked on", "staffed by {}"), spoken=False,
        ),
    ),
)  # fmt: skip
