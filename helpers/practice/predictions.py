"""Ten questions about the library, each with its gold query and a prediction of a kind that models write: notebook 00 judges them."""

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
