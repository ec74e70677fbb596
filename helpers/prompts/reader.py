"""Read one SQL query out of a text, token by token, until something ends it that SQL cannot hold. `answers` finds where it begins."""

import re
from dataclasses import dataclass, replace
from html import unescape

MAX_QUERY = 100_000  # characters; no evaluator here takes half as many

THOUGHT = r"(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|scratchpad|analysis|seed:think)"
THOUGHT_OUT = rf"</{THOUGHT}>|<\|(?:/|end_of_){THOUGHT}\|?>|\[/THINK\]|◁/think▷|<\|END_THINKING\|>|<\|channel\|>\s*+final\b|<channel\|>"
# Marks of chat templates and of HTML. `x<y>z` is SQL: a bare tag counts if it closes something, or if nothing that SQL allows follows.
MARK = (r"<[|｜](?!channel)[^|｜<>\n]{1,60}[|｜]>|</\w{1,30}>|<(?:end|start)_of_turn>"
        r"|<(?:s|eos|bos|pad|unk|EOT|p|[bh]r ?/?)>(?=[ \t]*+(?:[<\n]|\Z))|^<(?:p|[bh]r ?/?|ul|div|details)>"
        r"|\[/?INST\]|\[/\w{1,20}\]|<</?SYS>>")  # fmt: skip
TOKEN = re.compile(
    r"(?P<blank>(?:[\s\u200b\ufeff]|\\[nrt]|<0x0A>)++)|(?P<comment>--(?:(?!\\n)[^\n])*+(?:\n|\\n|\Z)|/\*.*?(?:\*/|\Z))"
    rf"|(?P<answer>{THOUGHT_OUT})|(?P<mark>{MARK})|(?P<fence>```|~~~)|(?P<hash>\#(?=[^>\-=])[^\n]*+)"
    r"|(?P<text>(?-i:'(?:[A-Z]'[A-Z][a-z]|[\w ]{1,40}'s\b)[^'\n;]{0,60}'(?=[\s;),]))"  # an apostrophe, not doubled: 'O'Brien'
    r"|'(?:[^'\\]|\\'(?=\w)|\\)*+(?:'|\Z))|(?P<name>\"[^\"]*+(?:\"|\Z)|`[^`]*+(?:`|\Z)|\[[^\]]*+(?:\]|\Z))"
    r"|(?P<number>\d\w*(?:\.\d\w*)?)|(?P<word>[^\W\d](?:[\w$]|\\_)*+)|(?P<slash>\\(?=[*<>=\n]))|(?P<entity>&(?:gt|lt);)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_FILLED = re.compile(r"\) ?as (?:select|with|values)\b", re.IGNORECASE)  # a table made from a query is a command
_CLAUSES = set(
    "from where group order having limit offset union intersect except minus join inner left right full outer cross natural on using "
    "and or window fetch as asc desc is in not like between collate when then else end over set values returning select qualify".split()
)
_GOES_ON = _CLAUSES - {"as", "asc", "desc", "is", "in", "not", "like", "set", "values", "select", "end", "over"}  # behind a blank line
_ENDING = set("end null true false asc desc first last only current_date current_timestamp current_time nulls isnull notnull row".split())
_KEYWORDS = _CLAUSES | _ENDING | set(
    "all distinct case exists with recursive by any some interval date time timestamp zone at cast filter partition within rows range "
    "groups preceding following unbounded current materialized ilike similar rlike regexp match glob escape lateral tablesample pivot "
    "unpivot sample to for next top into div mod xor both leading trailing separator ordinality ties no if nocase sounds binary rollup "
    "asof semi anti positional straight_join".split()
)  # fmt: skip
_JOINING = _CLAUSES | {"null", "true", "false", "distinct"}  # behind a word that begins a line, they make it an alias or a name
_UNNAMED = set("where on using having order limit offset".split())  # clauses whose expressions take no alias
_SOFT = set("as in for with if is on and or by to at then when not like all any first last current only end null some next top no".split())
_NEVER = set("the an your our these those which is are was to of and or with for that".split())  # no column's and no table's name


def is_certain(mark: re.Match) -> bool:
    """Tell whether what was found by `MARK` is one whatever follows: `20<p>` may go on as a comparison."""
    return not re.match(r"<\w", mark[0]) or bool(re.compile(r"[ \t]*+[^ \t]").match(mark.string, mark.end()))


@dataclass
class Reader:
    """Read one query or command from where it begins to where it ends, and tell it from prose on the way."""

    text: str
    start: int
    kind: str  # the word it begins with; or "command", or "schema" for the CREATE TABLE that models repeat before a query
    fence: str  # that it stands in, or ""
    wrapper: str  # quotes, bold or parenthesis right before it, or ""
    strong: bool  # whether a fence, a label or the start of a line marks it
    quoted: bool = False  # whether Markdown's > stands before each line

    def __post_init__(self) -> None:
        self.trusts = bool(self.fence) or self.kind in ("command", "schema")  # else it may be prose
        self.good = 0  # 1: a query in running prose
        self.certain = False
        self.position = self.start  # where the search goes on if this is none
        self.parts: list[str] = []
        self.zone = {"with": "with", "from": "start", "select": "list"}.get(self.kind, "rest")  # of the query's own SELECT
        begin = self.text[self.start : self.start + 6]
        self.asks = self.kind in ("select", "with")
        self.takes_query = self.kind == "command" and begin.lower() in ("insert", "replac", "create", "explai")
        self.main = self.kind != "with"  # whether the query's own SELECT has been reached
        self.title = begin[:2].istitle() and not begin[:2].isupper()
        self.depth = self.lines = self.run = 0
        self.gap = self.valued = False
        self.before = self.before_kind = self.clause = self.step = ""  # `step` of a WITH: what its name has behind it
        self.suspect: tuple[int, int] | None = None  # where prose may have begun, how many words more prove it

    def trusting(self, end: int) -> str:
        """Return the query; where it was given up as prose, read up to `end` once more, taking all for SQL."""
        if not self.good:
            again = replace(self, text=self.text[:end], strong=True)
            again.trusts = True
            again.read()
        return (self if self.good else again).sql()

    def sql(self) -> str:
        """Return what was read, without the full stop of a sentence."""
        return "".join(self.parts).strip().rstrip(". ")

    def read(self) -> bool:
        """Tell whether this is a query that counts before all that follows."""
        for token in TOKEN.finditer(self.text, self.start):
            kind, value = token.lastgroup, token[0]
            self.position = token.start()
            if self.position - self.start > MAX_QUERY:
                return self._ended(True)
            if kind in ("blank", "comment") or (kind == "hash" and (self.fence or not self.lines)):
                self.gap = True
                self.lines += value.count("\n") + value.count("\\n") if kind == "blank" else value[:2] == "--" and value[-1] in "\nn"
                if value.count("\n") > 2 and not self.fence and self._may_end():
                    return self._ended(True)
                continue
            if kind == "slash" or (self.quoted and self.lines and value == ">"):
                continue
            if kind == "answer":  # all before was a thought
                self.good = -1
                return False
            word = value.lower() if kind == "word" else ""
            plain = bool(word) and word not in _KEYWORDS
            if (end := self._end(kind, value, word, plain, token)) is not None:
                return self._ended(end)
            if not self.trusts and self.depth == 0 and self._is_prose(kind, value, word, plain, token.end()):
                return False
            self._take(kind, value, word, plain)
        self.position = len(self.text)
        return self._ended(False)

    def _ended(self, certain: bool) -> bool:
        """Tell whether what was read is a query that counts, and keep whether its end is certain."""
        in_list = self.zone == "list" and not (self.valued and self.strong)  # no FROM: 1 and count(*) are queries, words are none
        if not self.trusts and (in_list or (self.zone == "with" and certain)):
            return False
        if (self.kind == "from" and self.zone == "start") or (self.kind == "schema" and not _FILLED.search(self.sql())):
            return False
        self.certain, self.good = certain and self.strong, 1
        return self.strong

    def _may_end(self) -> bool:
        """Tell whether the query could end with the token before."""
        if self.depth or not self.main:
            return False
        ending = self.before_kind == "word" and (self.before not in _KEYWORDS or self.before in _ENDING)
        return ending or self.before_kind in ("text", "name", "number") or self.before in (")", "*")

    def _end(self, kind: str, value: str, word: str, plain: bool, token: re.Match) -> bool | None:
        """Return None if the query goes on with this token, else whether its end before it is certain."""
        after = self.text[token.end() : token.end() + 1]
        if kind in ("mark", "hash", "fence") or value == ";":
            return kind != "mark" or is_certain(token)
        if self.fence in ("'''", '"""') and self.text.startswith(self.fence, token.start()) and (self.lines or self._may_end()):
            return True
        if self.depth == 0 and value in (")", "]", "}"):
            return self._unwrapped(token)
        if self.suspect and (end := self._judged(kind, value, word, after)) is not None:
            return end
        if not self._may_end():
            return None
        if self._closes(kind, value, after):
            return True
        if self.wrapper and self.wrapper in "`\"'" and value[0] == self.wrapper and not self.gap:
            following = self.text[token.start() + 1 : token.start() + 2]
            if not following or following in " \t\n.,;:!?)]}*`\"'":
                return bool(following)
        if self.lines:
            return self._new_line(kind, value, word, plain, after)
        in_rest = self.zone == "rest" and self.asks
        if not self.suspect and ((value == "." and after in (" ", "\t")) or (in_rest and (plain or word == "to"))):
            self.suspect = len(self.parts), 2
        return None

    def _closes(self, kind: str, value: str, after: str) -> bool:
        """Tell whether a sign behind what could be the last token ends the query for certain."""
        if kind == "other" and value > "\x7f":  # an arrow, a bullet, a Chinese full stop
            return value not in "‘’“”▁｜" or (value == "”" and self.wrapper == "“")  # ▁ stands inside marks that are not whole yet
        if value == "(" and self.asks:
            return self.before_kind in ("number", "text") or self.before == ")"
        if value == ":":
            return after.isspace() and not self.fence and self.zone == "rest"
        bold = value == "*" == after and self.wrapper == "**"
        return bold or (value == "!" and bool(after) and after != "=") or (value == "." and after == "\n")

    def _unwrapped(self, token: re.Match) -> bool | None:
        """End at a parenthesis that was open before the query, unless a set operation joins it with the next."""
        following = re.compile(r"\s*+(\w*)").match(self.text, token.end())
        if self.wrapper == "(" and following[1].lower() in ("union", "intersect", "except", "order", "limit"):
            self.parts.insert(0, "(")
            self.depth, self.wrapper = 1, ""
            return None
        return following.end() < len(self.text) or self.wrapper != "("

    def _new_line(self, kind: str, value: str, word: str, plain: bool, after: str) -> bool | None:
        """Judge the first token of a line, behind one that could be the query's last."""
        spelled = value in (word, word.upper()) or self.title
        goes_on = value == "," or (spelled and word in (_GOES_ON | {"select", "values", "with"} if self.takes_query else _GOES_ON))
        if self.lines > 1 and not self.fence and not goes_on:
            return bool(after) and value not in ("<", "&")
        unnamed = plain and self.asks and self.clause in _UNNAMED  # no alias can stand here
        if unnamed or kind == "number" or (value == "|" and after != "|") or (value == "*" == after and not self.fence):
            return bool(after)
        if word in ("select", "with") and self.kind in ("select", "with", "values", "schema") and spelled:
            return bool(after)  # a next query, without a semicolon between
        if value in ("-", "*", "•", ">") and after.isspace():
            self.suspect = len(self.parts), 2
        elif plain or (word in _SOFT and not spelled):
            self.suspect = len(self.parts), 1 if plain else 2
        return None

    def _judged(self, kind: str, value: str, word: str, after: str) -> bool | None:
        """Go on with a line that may be prose: two words that no clause joins are."""
        place, needed = self.suspect
        if word == "is":
            return None
        sentence = value in (":", "!") or (value == "." and (after.isspace() or not after)) or (kind == "text" and not self.gap)
        if (word and word not in _JOINING) or kind == "name":
            self.suspect = place, (needed := needed - 1)
        elif sentence or (word == "select" and self.asks) or (value in ("-", "=") and needed == 1 and len(self.parts) == place + 2):
            needed = 0  # a sentence, a next query, or a word with an operator behind it, where only an alias could stand
        else:
            self.suspect = None
            return None
        if not needed:
            del self.parts[place:]
            return bool(after)
        return None

    def _is_prose(self, kind: str, value: str, word: str, plain: bool, end: int) -> bool:
        """Tell whether this token shows that words such as "SELECT the name" are no query."""
        if self.zone == "with" and not self.main:
            return self._no_name(kind, value, word)
        if self.zone == "rest":
            return False
        if self.before in ("select", "distinct", "from", "all") and (word in _NEVER or word == "from" or value in (",", ".", ")")):
            return True
        return (value == ":" and self.text[end : end + 1].isspace()) or (self.run == 2 and (plain or word in _NEVER))

    def _no_name(self, kind: str, value: str, word: str) -> bool:
        """Follow WITH name (columns) AS (NOT) MATERIALIZED ( to its parenthesis; tell whether a token does not belong there."""
        if self.step == "body" or (not self.step and (word == "with" or (word == "recursive" and self.before == "with"))):
            return False
        follows = {"name": "as", "as": "body"}.get(self.step, "name")
        if {"name": (word or kind == "name") and word != "as", "as": word == "as", "body": value == "("}[follows]:
            self.step = follows
            return False
        return not ((self.step == "name" and value in "()") or (self.step == "as" and word in ("not", "materialized")))

    def _take(self, kind: str, value: str, word: str, plain: bool) -> None:
        """Add a token to the query, with one blank for all that stood before it."""
        if self.gap and self.parts:
            self.parts.append(" ")
        self.parts.append(unescape(value) if kind == "entity" else value.replace("\\_", "_") if word else value)
        if self.depth == 0:
            if word == "select" and (not self.main or self.zone in ("start", "table")):
                self.main, self.zone = True, "list" if self.kind == "with" else "rest"
            elif word == "from" and self.before != "distinct" and self.zone == "list":
                self.zone = "table"
            elif self.zone in ("table", "start") and self.before != "from" and word in _CLAUSES and word != "from":
                self.zone = "rest"
            self.clause = word if word in _UNNAMED or word in ("select", "from", "join", "as", "fetch", "window") else self.clause
            self.run = self.run + 1 if plain or kind == "name" else 0
            self.valued = self.valued or kind in ("number", "text") or value in ("(", "*")
        self.depth += (value in ("(", "{")) - (value in (")", "}") and self.depth > 0)
        self.before, self.before_kind, self.gap, self.lines = value.lower(), kind, False, 0
