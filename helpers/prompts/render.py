"""Prompts: one renderer a recipe, used for training and for asking. `answers` is the way back, from an answer to its SQL."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from jinja2.exceptions import TemplateError

from helpers import UserError
from helpers.prompts.schema_form import shown_schema

Shot = tuple[str, str, str]  # a worked example: question, schema, query
DIALECTS = {"sqlite": "SQLite", "postgres": "PostgreSQL", "mysql": "MySQL", "duckdb": "DuckDB"}


def headed(question: str, schema: str, dialect: str, tokenizer: object) -> str:
    """Render the four headed blocks of notebook 01: instruction, schema, question, response.

    The prompt ends in a newline, so that tokenizers split it from the answer at the same place in training and in asking.
    It is plain text: the base model has no chat template.
    """
    tables = f"### DATABASE SCHEMA\n{schema}\n\n" if schema else ""
    return f"### INSTRUCTION\n{_task(schema, dialect)}\n\n{tables}### QUESTION\n{question}\n\n### RESPONSE (SQL QUERY)\n"


def chat(question: str, schema: str, dialect: str, tokenizer, shots: Sequence[Shot] = ()) -> str:
    """Render a system and a user turn with the tokenizer's own chat template, up to where the assistant begins.

    Each worked example (question, schema, query) is a turn of the user and one of the assistant between the two.

    A start token that the template writes is taken off where the tokenizer adds its own: two of them are one too many. So is the
    opening of a think block at the end (DeepSeek R1's templates write it): a query that follows would count as thought. Raise UserError
    where the tokenizer has no chat template, as that of a base model, or a broken one.
    """
    if not getattr(tokenizer, "chat_template", None):
        raise UserError("prompt_style chat needs a model with a chat template; this one has none. Set prompt_style to headed or turns.")
    system = f"You are an expert in SQL. {_task(schema, dialect)} Answer with the query alone."
    said = []
    for asked, shown, sql in [*shots, (question, schema, "")]:
        said += [{"role": "user", "content": f"{shown}\n\n{asked}" if shown else asked}, {"role": "assistant", "content": sql}]
    said.pop()
    options = {"tokenize": False, "add_generation_prompt": True}
    try:
        text = tokenizer.apply_chat_template([{"role": "system", "content": system}, *said], **options)
    except TemplateError:  # a template that knows no system turn says so by raising
        said[0]["content"] = f"{system}\n\n{said[0]['content']}"
        try:
            text = tokenizer.apply_chat_template(said, **options)
        except TemplateError as error:
            why = " ".join(str(error).split()).rstrip(".")
            raise UserError(f"The model's chat template cannot be rendered: {why}. Set prompt_style to headed or turns.") from None
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
    style: str, question: str, schema: str, include_schema: bool = True, *, dialect: str = "sqlite", tokenizer: object = None,
    shots: Sequence[Shot] = (),
) -> str:  # fmt: skip
    """Render a question with its schema (CREATE statements) in a style of `STYLES`, for the tokenizer that will read it.

    What is spelled like a special token of the tokenizer, in the question or the schema, gets a blank behind its first character: `<s>`
    in a question is text, not a new beginning. `dialect` is a key of `DIALECTS`, what the model is asked to write. `shots` are worked
    examples that stand before the question in the same form: as turns in `chat`, in the other styles as whole prompts with their answers.
    """

    def clean(text: str) -> str:
        return (special.sub(lambda token: f"{token[0][0]} {token[0][1:]}", text) if special else text).strip()

    special = special_tokens(tokenizer)
    *worked, (question, schema, _) = [
        (clean(asked), clean(shown) if include_schema else "", sql.strip()) for asked, shown, sql in [*shots, (question, schema, "")]
    ]
    if style == "chat":
        return chat(question, schema, dialect, tokenizer, worked)
    before = [f"{STYLES[style](asked, shown, dialect, tokenizer).rstrip()}\n{sql}\n\n" for asked, shown, sql in worked]
    return "".join(before) + STYLES[style](question, schema, dialect, tokenizer)


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

    `schema_form` is a key of `schema_form.FORMS`. A record that is only asked needs no `sql`. Its `shots`, where it has some, are
    records that are shown before it as worked examples.
    """
    schema = shown_schema(example, schema_form)
    shots = [(row["question"], shown_schema(row, schema_form), row["sql"]) for row in example.get("shots", ())]
    prompt = render(style, example["question"], schema, include_schema, dialect=dialect, tokenizer=tokenizer, shots=shots)
    return {"prompt": prompt, "completion": example.get("sql", "")}


def renderer(parameters: dict, tokenizer: object) -> Callable[..., dict[str, str]]:
    """Return `to_prompt_completion` with the style, schema form and dialect of a notebook's parameters."""
    named = {name: parameters[name] for name in ("include_schema", "schema_form", "dialect") if name in parameters}
    return partial(to_prompt_completion, style=parameters["prompt_style"], **named, tokenizer=tokenizer)


def _task(schema: str, dialect: str) -> str:
    only = " Use only the tables and columns of the schema." if schema else ""
    return f"Write one {DIALECTS[dialect]} query that answers the question.{only}"
