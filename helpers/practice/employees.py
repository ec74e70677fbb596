"""The employees of a small company: a table that refers to itself, and names that are not ASCII."""

import sqlite3
from pathlib import Path

SCHEMA = (
    "CREATE TABLE employees (id INTEGER PRIMARY KEY, name TEXT, department TEXT, salary INTEGER, "
    "manager_id INTEGER REFERENCES employees(id))"
)
ROWS = [
    (1, "Julia König", "Entwicklung", 9200, None),
    (2, "Åsa Lindqvist", "Entwicklung", 6100, 1),
    (3, "Tomás Peña", "Entwicklung", 5900, 1),
    (4, "Zoë Brandt", "Vertrieb", 7400, None),
    (5, "Müller", "Vertrieb", 4800, 4),
    (6, "Søren Vang", "Entwicklung", 5200, 2),
    (7, "Julia Krause", "Vertrieb", 4300, 4),
    (8, "Émile Roux", "Entwicklung", 5600, 1),
]


def build_employees(folder: Path) -> dict:
    """Write the database into a folder and return the question about Julia König as a record: the gold query needs the table twice."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "employees.sqlite"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(SCHEMA)
    connection.executemany("INSERT INTO employees VALUES (?, ?, ?, ?, ?)", ROWS)
    connection.commit()
    connection.close()
    return {
        "question": "Which employees report to the manager 'Julia König'?",
        "schema": SCHEMA,
        "sql": "SELECT e.name FROM employees AS e JOIN employees AS m ON e.manager_id = m.id WHERE m.name = 'Julia König'",
        "database": str(path),
    }
