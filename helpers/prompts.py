"""Prompts: one renderer a recipe, used for training and for asking; and the way back, from an answer to its SQL."""

import re
from collections.abc import Callable

HEADED = """### INSTRUCTION
Write one SQLite query that answers the question. Use only the tables and columns of the schema.

### DATABASE SCHEMA
{schema}

### QUESTION
{question}

### RESPONSE (SQL QUERY)
"""
HEADED_WITHOUT_SCHEMA = HEADED.replace("### DATABASE SCHEMA\n{schema}\n\n", "").replace(
    " Use only the tables and columns of the schema.", ""
)

# A query starts with SELECT in capitals, or in small letters at the start of a line: "To select the names, ..." is prose.
START = re.compile(r"\bSELECT\b|(?m:^)\s*select\b|\b(?i:WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([^)]*\)\s*)?AS\s*\()")
CHANGE = re.compile(r"\b(?:INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b")  # before a SELECT it is part of, or instead of one
OTHER = re.compile(r"\b(?:CREATE|DROP|ALTER)\s+\w+", re.IGNORECASE)  # only where nothing else is: models repeat the schema
# What ends a query in running text: a blank line, a fence, a heading, a semicolon. Quoted text, closed or not, is skipped.
END = re.compile(r"""'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|(?P<end>\n\s*\n|```|\n\s*#|;|<\|?/?[a-z_]+\|?>)""")
FENCE = re.compile(r"```(?:\s*sql(?:ite)?\b)?", re.IGNORECASE)


def headed(question: str, schema: str, include_schema: bool = True) -> str:
    """Render the four headed blocks of notebook 01: instruction, schema, question, response.

    The prompt ends in a newline, so that tokenizers split it from the answer at the same place in training and in asking.
    It is plain text: the base model has no chat template.
    """
    template = HEADED if include_schema else HEADED_WITHOUT_SCHEMA
    return template.format(question=question.strip(), schema=schema.strip())


STYLES: dict[str, Callable[..., str]] = {"headed": headed}


def render(style: str, question: str, schema: str, include_schema: bool = True) -> str:
    """Render a question with its schema in a named style.

    Raises:
        KeyError: the style is unknown. Notebooks check it with their parameters.
    """
    return STYLES[style](question, schema, include_schema)


def to_prompt_completion(example: dict, style: str, include_schema: bool = True) -> dict[str, str]:
    """Turn a record into the two fields that TRL trains on: loss on `completion` (and the end token it adds) only."""
    return {
        "prompt": render(style, example["question"], example["schema"], include_schema),
        "completion": example["sql"],
    }


def extract_sql(answer: str) -> str:
    r"""Cut the first SQL query out of a model's answer.

    Takes the first `SELECT` or `WITH` (inside a fence, if there is one), up to a semicolon, a blank line, a fence, a heading
    or an end-of-turn mark. Survives prose before and after, run-ons into a next question, and the word "assistant" in a value.
    What has no query in it comes back as its first line, so that an evaluator can say what it is; nothing comes back as "".

    >>> extract_sql("Sure:\n```sql\nSELECT name\nFROM head\n```\nIt lists ...")
    'SELECT name FROM head'
    >>> extract_sql("SELECT job FROM staff WHERE job = 'assistant; cook'\n\n### QUESTION\nHow many")
    "SELECT job FROM staff WHERE job = 'assistant; cook'"
    """
    text = _after_fence(answer)
    start = _start(text) or OTHER.search(text)
    if start is None:
        lines = [line.strip() for line in text.strip().splitlines()]
        return lines[0] if lines else ""
    return _one_line(_until_end(text[start.start() :])[0])


def is_complete(answer: str) -> bool:
    """Tell whether more text could no longer change what `extract_sql` takes: generation may stop here."""
    text = _after_fence(answer)
    start = _start(text)
    return start is not None and _until_end(text[start.start() :])[1]


def _after_fence(answer: str) -> str:
    """Skip to the first fenced block that holds a query; else leave the text as it is."""
    opening = FENCE.search(answer)
    if opening and _start(answer[opening.end() :]) and not _start(answer[: opening.start()]):
        return answer[opening.end() :]
    return answer


def _start(text: str) -> re.Match | None:
    found = [match for match in (START.search(text), CHANGE.search(text)) if match]
    return min(found, key=re.Match.start) if found else None


def _until_end(text: str) -> tuple[str, bool]:
    for match in END.finditer(text):
        if match.group("end") is not None:
            return text[: match.start()].strip(), True
    return text.strip(), False


def _one_line(sql: str) -> str:
    """Fold line breaks and indents outside quoted text to single blanks."""
    parts = re.split(r"""('(?:[^']|'')*'|"(?:[^"]|"")*")""", sql)
    return "".join(part if index % 2 else re.sub(r"\s+", " ", part) for index, part in enumerate(parts)).strip()
