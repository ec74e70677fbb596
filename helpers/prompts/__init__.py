"""From a record to a prompt (`render`, `schema_form`), and from an answer to its SQL (`answers`, `dialects`)."""
