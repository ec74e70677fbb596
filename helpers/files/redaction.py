"""What must not be written: the secrets of this machine, in every form in which they turn up."""

import base64
import functools
import html
import json
import os
import re
import urllib.parse

from helpers.files.packages import env_file

REDACTED = "[redacted]"
_SECRET_NAME = re.compile(
    r"(?!.*(?:FILE|PATH|DIR|SOCK)$).*(?:TOKEN(?!IZ)|SECRET|CREDENTIAL|JWT|BEARER|ACCESS_?CODE|AUTHORIZATION|(?<!BY)PASS(?:W|PHR|_|$)"
    r"|(?:_PWD?|KEYS?|(?:^|_)PATS?)(?:[_\d]|$))"
)
TOKENS = (
    r"(?<![A-Za-z0-9])(?:hf_[A-Za-z0-9]{20,}|api_org_[A-Za-z0-9]{20,}|wandb_v\d+_\w{20,}"  # Hugging Face, newer Weights & Biases
    r"|github_pat_\w{20,}|gh[pousr]_[A-Za-z0-9]{20,}|glpat-[\w-]{20,}|(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Za-z])"  # GitHub, GitLab, AWS
    r"|sk-(?:(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[A-Z])[\w-]{20,}|(?=\w{0,200}\d)\w{20,})"  # OpenAI and others
    r"|AIza[\w-]{35}|xox[abprs]-[\w-]{10,})"  # Google, Slack
)
_TOKEN = re.compile(TOKENS)
_HEX = re.compile(r"\b[0-9a-f]{40}\b")  # a commit, or an older key of Weights & Biases: what stands before it tells
_KEY_BEFORE = re.compile(r"(?i)(?:(?:wandb|api[ _-]?key|secret|password|token\b)[^\n]{0,80}|\bkey[\"']?\s?[=:]\s?[\"']?)\Z")
_URL_PASSWORD = re.compile(r"(://[^\s/:@]{0,100}:)([^\s/@\"'<>`]{1,200})(?=@)")
_NO_SECRETS = {"true", "false", "none", "null", "auto", "default"}


def secrets() -> frozenset[str]:
    """Return what must not be written: what environment variables and `.env` hold under names such as TOKEN, or in a database's address.

    A flag, a number below 100,000, or a short word that is called a key and no password, is no secret.
    """
    variables, found = [*os.environ.items(), *env_file().items()], set()
    for name, value in variables:
        if _SECRET_NAME.match(name.upper()) and (len(value) >= 8 or not value.isalpha() or re.search("(?i)PASS|PW|SECRET|CRED", name)):
            found.add(value.strip())
        passwords = [word[1] for word in _URL_PASSWORD.findall(value)]
        found |= {*passwords, *map(urllib.parse.unquote, passwords)}
        found |= set(re.findall(r"(?i)\b(?:password|passwd|pwd)=([^;&\s]+)", value))
    return frozenset(v for v in found if len(v) >= 4 and v.lower() not in _NO_SECRETS and not (v.isdecimal() and len(v) < 6))


def redact(text: str, hidden: frozenset[str] | None = None) -> str:
    """Replace every secret value, as it is or encoded, and every string in the form of a token. A bare commit hash stays."""
    for form, pattern in _forms(secrets() if hidden is None else hidden):
        text = pattern.sub(REDACTED, text) if form in text else text
    text = _URL_PASSWORD.sub(rf"\1{REDACTED}", _TOKEN.sub(REDACTED, text))
    return _HEX.sub(lambda hex: REDACTED if _KEY_BEFORE.search(text[max(0, hex.start() - 100) : hex.start()]) else hex[0], text)


@functools.lru_cache(maxsize=8)
def _forms(hidden: frozenset[str]) -> list[tuple[str, re.Pattern]]:
    """Return secrets in all their encodings, the longest first, and what finds them: a short one, or a word, as a whole word only."""
    found, forms = [], set().union(*map(_encoded, hidden))
    for form in sorted(forms, key=len, reverse=True):
        word = len(form) < 6 or (form in hidden and (form.isalpha() or form.isdecimal()))
        found.append((form, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)" if word else re.escape(form))))
    return found


def _encoded(value: str) -> set[str]:
    """Return a secret as it is, percent-encoded, escaped for JSON, Python and HTML, and in base64 at each of its three offsets."""
    percent = {urllib.parse.quote(value, safe="", errors="replace"), urllib.parse.quote(value, errors="replace")}
    percent |= {form.replace("%20", "+") for form in percent}
    percent |= {re.sub("%..", lambda code: code[0].lower(), form) for form in percent}
    escaped = {json.dumps(value, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)}
    escaped |= {json.dumps(form)[1:-1] for form in escaped} | {repr(value)[1:-1], html.escape(value), html.escape(value, quote=False)}
    raw, inside = value.encode(errors="replace"), set()
    for skipped in range(3 if len(raw) >= 6 else 1):
        text = base64.b64encode(bytes(skipped) + raw)[(0, 2, 3)[skipped] : (skipped + len(raw)) * 8 // 6].decode()
        inside |= {text, text.replace("+", "-").replace("/", "_")}
    return {value, *percent, *escaped, *inside}
