"""From a record to a prompt (`render`, `schema_form`), and from an answer to its SQL (`answers`, `dialects`)."""

from helpers.prompts.answers import extract_sql, is_complete

__all__ = ["extract_sql", "is_complete"]
