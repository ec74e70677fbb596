"""Prompts: one renderer a recipe, used for training and for asking. `answers` is the way back, from an answer to its SQL."""

import re
from collections.abc import Callable
from functools import lru_cache

from jinja2.exceptions import TemplateError

from helpers import UserError
from helpers.prompts.answers import extract_sql, is_complete
from helpers.prompts.schema_form import shown_schema

__all__ = ["DIALECTS", "STYLES", "extract_sql", "is_complete", "render", "to_prompt_completion"]

TASK = "Write one {dialect} query that answers the question."
ONLY = " Use only the tables and columns of the schema."
DIALECTS = {"sqlite": "SQLite", "postgres": "PostgreSQL", "mysql": "MySQL", "duckdb": "DuckDB"}


def headed(question: str, schema: str, dialect: str, tokenizer: object) -> str:
    """Render the four headed blocks of notebook 01: instruction, schema, question, response.

    The prompt ends in a newline, so that tokenizers split it from the answer at the same place in training and in asking.
    It is plain text: the base model has no chat template.
    """
    tables = f"### DATABASE SCHEMA\n{schema}\n\n" if schema else ""
    return f"### INSTRUCTION\n{_task(schema, dialect)}\n\n{tables}### QUESTION\n{question}\n\n### RESPONSE (SQL QUERY)\n"


def chat(question: str, schema: str, dialect: str, tokenizer) -> str:
    """Render a system and a user turn with the tokenizer's own chat template, up to where the assistant begins.

    A start token that the template writes is taken off where the tokenizer adds its own: two of them are one too many. So is the
    opening of a think block at the end (DeepSeek R1's templates write it): a query that follows would count as thought.

    Raises:
        UserError: the tokenizer has no chat template, as that of a base model.
    """
    if not getattr(tokenizer, "chat_template", None):
        raise UserError("prompt_style chat needs a model with a chat template; this one has none. Set prompt_style to headed or turns.")
    system = f"You are an expert in SQL. {_task(schema, dialect)} Answer with the query alone."
    user = f"{schema}\n\n{question}" if schema else question
    options = {"tokenize": False, "add_generation_prompt": True}
    try:
        text = tokenizer.apply_chat_template([{"role": "system", "content": system}, {"role": "user", "content": user}], **options)
    except TemplateError:  # a template that knows no system turn says so by raising
        text = tokenizer.apply_chat_template([{"role": "user", "content": f"{system}\n\n{user}"}], **options)
    adds_its_own = tokenizer.bos_token and tokenizer("")["input_ids"][:1] == [tokenizer.bos_token_id]
    text = re.sub(r"<think>\s*$", "", text)  # the query is trained as what follows, and a thought is told by its opening mark
    return text.removeprefix(tokenizer.bos_token) if adds_its_own else text


def turns(question: str, schema: str, dialect: str, tokenizer: object) -> str:
    """Render plain-text turns for a base model that has no chat template and whose turn tokens are untrained."""
    tables = f"\n\n{schema}" if schema else ""
    return f"System: {_task(schema, dialect)}{tables}\n\nUser: {question}\n\nAssistant:\n"


def tables(question: str, schema: str, dialect: str, tokenizer: object) -> str:
    """Render the three parts of notebook 03 in one line, because T5's vocabulary has no line break."""
    return " ".join(f"Tables: {schema or 'unknown'} Question: {question} Answer:".split())


STYLES: dict[str, Callable[..., str]] = {"headed": headed, "chat": chat, "turns": turns, "tables": tables}


def render(
    style: str, question: str, schema: str, include_schema: bool = True, *, dialect: str = "sqlite", tokenizer: object = None
) -> str:
    """Render a question with its schema in a named style.

    Args:
        style: a key of `STYLES`. Notebooks check it with their parameters.
        question: in words. What is spelled like a special token of the tokenizer, here and in the schema, gets a blank behind its
            first character: `<s>` in a question is text, not a new beginning.
        schema: CREATE statements; left out of the prompt if `include_schema` is false.
        include_schema: see there.
        dialect: a key of `DIALECTS`, what the model is asked to write.
        tokenizer: that will read the prompt; the style `chat` uses its template.
    """
    if special := special_tokens(tokenizer):
        question, schema = (special.sub(lambda token: f"{token[0][0]} {token[0][1:]}", text) for text in (question, schema))
    return STYLES[style](question.strip(), schema.strip() if include_schema else "", dialect, tokenizer)


@lru_cache(maxsize=8)
def special_tokens(tokenizer: object) -> re.Pattern | None:
    """Return a pattern that finds a tokenizer's special tokens in a text, or None where it has none (or is none)."""
    tokens = {token.content for token in getattr(tokenizer, "added_tokens_decoder", {}).values() if token.special}
    tokens |= set(getattr(tokenizer, "all_special_tokens", ()))
    spelled = [re.escape(token) for token in sorted(tokens, key=len, reverse=True) if len(token) > 1]
    return re.compile("|".join(spelled)) if spelled else None


def to_prompt_completion(
    example: dict, style: str, include_schema: bool = True, *, schema_form: str = "ddl", dialect: str = "sqlite", tokenizer: object = None
) -> dict[str, str]:
    """Turn a record into the two fields that TRL trains on: loss on `completion` (and the end token it adds) only.

    `schema_form` is a key of `schema_form.FORMS`. A record that is only asked needs no `sql`.
    """
    schema = shown_schema(example, schema_form)
    prompt = render(style, example["question"], schema, include_schema, dialect=dialect, tokenizer=tokenizer)
    return {"prompt": prompt, "completion": example.get("sql", "")}


def _task(schema: str, dialect: str) -> str:
    return TASK.format(dialect=DIALECTS[dialect]) + (ONLY if schema else "")
