"""A small clinic: doctors, patients, and the visits of patients to doctors."""

from helpers.practice.grammar.domain import Database, Table, category, date, label, number, reference, year

DATABASE = Database(
    "clinic",
    "a small clinic",
    (
        Table(
            "doctor", "doctor", "doctors",
            (
                label(),
                category("specialty", "specialized in {}"),
                number(
                    "experience", "number of years of experience/numbers of years of experience",
                    most="most experienced", least="least experienced",
                ),
            ),
            people=True,
            rows="""
            Dr. Alma Rees | cardiology | 18
            Dr. Ben Osei | dermatology | 7
            Dr. Cora Haas | pediatrics | 12
            Dr. David Lin | cardiology | 25
            Dr. Eva Sorel | neurology | 15
            Dr. Frank Ode | pediatrics | 3
            Dr. Gina Pohl | dermatology | 21
            Dr. Henry Cole | orthopedics | 30
            Dr. Irina Dal | neurology | 9
            Dr. Jack Moss | orthopedics | 5
            Dr. Kira Noll | pediatrics | 27
            Dr. Luis Vega | cardiology | 10
            """,
        ),
        Table(
            "patient", "patient", "patients",
            (
                label(),
                category("city", ("from {}", "living in {}")),
                year("birth_year", "born", most="youngest", least="oldest"),
                category("insurance", "insured with {}", "insurance company/insurance companies"),
                reference("doctor_id", "doctor", "registered with {}", "registered", null=0.1),
            ),
            people=True,
            rows="""
            Adam Pike | Bristol | 1958 | Medica | Dr. Alma Rees
            Bella Crane | Bath | 1990 | Aviva Plus | Dr. Cora Haas
            Colin Dray | Bristol | 1975 | Medica | Dr. David Lin
            Dora Evans | Wells | 2012 | Careline | Dr. Cora Haas
            Edwin Frost | Bath | 1943 | Careline | Dr. Henry Cole
            Faye Gould | Bristol | 1988 | Aviva Plus | Dr. Ben Osei
            Gavin Hobbs | Taunton | 1967 | Medica | Dr. Alma Rees
            Hattie Ingram | Wells | 2009 | Medica | Dr. Kira Noll
            Isaac Jarvis | Bristol | 1951 | Careline | Dr. Eva Sorel
            Jenny Kirk | Bath | 1999 | | Dr. Ben Osei
            Keith Lowe | Taunton | 1970 | Aviva Plus | Dr. Henry Cole
            Lily Marsh | Bristol | 2015 | Medica | Dr. Kira Noll
            Martin Nash | Wells | 1962 | |
            Nina Orton | Bath | 1984 | Medica | Dr. Gina Pohl
            Oliver Peck | Bristol | 1993 | Careline | Dr. Luis Vega
            Polly Quick | Taunton | 1955 | Medica | Dr. Alma Rees
            Ralph Stone | Bristol | 1947 | Aviva Plus | Dr. Irina Dal
            Sara Tate | Bath | 2001 | | Dr. Jack Moss
            Victor Unwin | Wells | 1979 | Careline |
            """,
        ),
        Table(
            "visit", "visit", "visits",
            (
                reference("patient_id", "patient", "by {}", "made"),
                reference("doctor_id", "doctor", "to {}", "received"),
                date("visit_date", "recorded", values=("dates", "2022-02-01", "2024-11-30")),
                category("reason", "for the reason {}", values=("checkup", "checkup", "pain", "fever", "rash", "injury", "headache")),
                number(
                    "cost", unit="dollars", values=(40, 45, 60, 75, 80, 95, 120, 150, 180, 240), adds=True,
                    most="most expensive", least="cheapest",
                ),
            ),
            count=48,
        ),
    ),
)  # fmt: skip
