"""What two notebooks show besides the practice data: ten predictions that 00 judges, and the employees that 02 asks about."""

import sqlite3
from contextlib import closing
from pathlib import Path

# question, gold query, prediction
PAIRS = [
    # right: other capitals and quotes, a subquery for a join, another sign for "not equal"
    ("How many books are novels?",
     "SELECT COUNT(*) FROM book WHERE genre = 'novel'",
     'select count(*) from book where genre = "novel"'),
    ("Which books are by authors from Ireland?",
     "SELECT book.title FROM book JOIN author ON book.author_id = author.id WHERE author.country = 'Ireland'",
     "SELECT title FROM book WHERE author_id IN (SELECT id FROM author WHERE country = 'Ireland')"),
    ("Which books are not novels?",
     "SELECT title FROM book WHERE genre != 'novel'",
     "SELECT title FROM book WHERE genre <> 'novel'"),
    # DISTINCT forgotten
    ("Which genres are there?",
     "SELECT DISTINCT genre FROM book",
     "SELECT genre FROM book"),
    # the opposite; off by one; empty for another reason; another number
    ("Which books have more than 400 pages?",
     "SELECT title FROM book WHERE pages > 400",
     "SELECT title FROM book WHERE pages < 400"),
    ("Which authors were born after 1955?",
     "SELECT name FROM author WHERE birth_year > 1955",
     "SELECT name FROM author WHERE birth_year >= 1955"),
    ("Which books appeared before 1900?",
     "SELECT title FROM book WHERE year < 1900",
     "SELECT title FROM book WHERE year < 1800"),
    ("How many loans had a fine of more than 5?",
     "SELECT COUNT(*) FROM loan WHERE fine > 5",
     "SELECT COUNT(*) FROM loan WHERE fine > 2"),
    # the wrong join condition; a column that does not exist
    ("Which titles were written by whom?",
     "SELECT book.title, author.name FROM book JOIN author ON book.author_id = author.id",
     "SELECT book.title, author.name FROM book JOIN author ON book.id = author.id"),
    ("What did Nora Quill write?",
     "SELECT book.title FROM book JOIN author ON book.author_id = author.id WHERE author.name = 'Nora Quill'",
     "SELECT book.title FROM book WHERE book.author = 'Nora Quill'"),
]

# A small company: a table that refers to itself, and names that are not ASCII.
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
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(SCHEMA)
        connection.executemany("INSERT INTO employees VALUES (?, ?, ?, ?, ?)", ROWS)
    return {
        "question": "Which employees report to the manager 'Julia König'?",
        "schema": SCHEMA,
        "sql": "SELECT e.name FROM employees AS e JOIN employees AS m ON e.manager_id = m.id WHERE m.name = 'Julia König'",
        "database": str(path),
    }
