"""Layouts in which a model writes a query that no SQL parser reads: what belongs to the layout is taken out before an answer is read.

Each layout shows at its beginning, and is taken out the same way however the text goes on: an answer's first half reads as it does whole.
"""

import re

from helpers.prompts.tokens import KEYWORDS

_WORDS, _CLAUSES = "|".join(KEYWORDS | {"select"}), "select|from|where|group|order|having|limit|join|left|and|or"
_FIRST = r"\A(?:(?!\b(?:select|with|values|from|insert|drop|create)\b).)*"  # nothing before it may be a query
# Where a layout begins and how far it reaches; what is taken out there, also where the answer ends in the midst of it; what replaces it.
_LAYOUTS = [
    (r"(?ms)^(?:mysql|MariaDB \[[^\]\n]{0,60}\])> .*", r"(?m)^ {4}[-'\"`]> ?|^ {0,4}[-'\"`]?\Z", ""),
    (r"(?ms)^\w+=[#>] .*", r"(?m)^\w+[-('\"](?:[#>] |[#>]?\Z)", ""),
    (r"(?is)```diff\n.*?(?:```|\Z)", r"(?m)^(?:(?:-|\+\+\+|@)[^\n]*(?:\n|\Z)|[+ ])", ""),
    (rf"(?ims){_FIRST}^1[.)] select\b[^\n;]*\n(?:2[.)] from\b|2?[.)]? ?\w*\Z).*",
     rf"(?im)^\d(?:[.)] (?=(?:{_CLAUSES})\b)|[.)]? ?\w*\Z)", ""),
    (rf"(?is){_FIRST}\*\*select\*\*(?:(?!\bselect\b)[\w .,()*])*\n?(?:(?!\bselect\b)[\w .,()*])*?\*\*from\*\*.*",
     rf"(?i)\*\*((?:(?:{_WORDS})\b ?)+)\*\*|\*\*?[a-z ]*\*?\Z", r"\1"),
    (r"(?i)(?<!~)~~(?=(?:select|with)\b|\w*\Z)[^~\n]*(?:~~|~?\Z)", r"(?s).+", ""),
    (r"(?im)(?<!\w)_(?=(?:select|with)\s)[^\n]*", r"^_|_(?=[\s.:]*\Z)", ""),
]  # fmt: skip
_LAYOUTS = [(re.compile(where), re.compile(what), other) for where, what, other in _LAYOUTS]
_TEXT = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
_LINES = re.compile(  # a JSON list of a query's lines
    rf'(?is)("[\w ]{{0,20}}(?:sql|query|statement|code)[\w ]{{0,20}}"\s{{0,20}}:\s{{0,20}})\[\s*((?:{_TEXT}\s*,\s*)*+(?:{_TEXT})?+)\s*(\]?)'
)


def without_layout(answer: str) -> str:
    r"""Return an answer whose query stands as it would be run: no prompts of a console, signs of a diff, struck text, bold keywords.

    >>> without_layout("~~SELECT id FROM t~~ **SELECT** name **FROM** t")
    ' SELECT name FROM t'
    """
    for where, what, other in _LAYOUTS:
        answer = where.sub(lambda found, what=what, other=other: what.sub(other, found[0]), answer)
    return _LINES.sub(_joined, answer)


def _joined(found: re.Match) -> str:
    """Write a list of lines as one text, which is open as long as the list is."""
    lines = [line[1:].removesuffix('"') for line in re.findall(_TEXT, found[2])]
    return f'{found[1]}"' + "\\n".join(lines) + '"' * bool(found[3]) if lines else found[0]
