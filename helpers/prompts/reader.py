"""Read one SQL query out of a text, token by token, until something ends it that SQL cannot hold. `answers` finds where it begins."""

import re
from dataclasses import dataclass, replace
from html import unescape

from helpers.prompts.tokens import CLAUSES, ENDING, JOINING, KEYWORDS, NEVER, NEWLINE, OPENERS, SPEAKERS, TOKEN, UNNAMED

MAX_QUERY = 100_000  # characters; no evaluator here takes half as many

# What ends a whole query, since no SQL goes on so: a tag (`x<y>z` is SQL), a sign three times, a query behind "or", a label, (3 rows).
_ENDS = re.compile(r"(?im)<\w{1,30}>(?=[<\n]|\Z)|^<\w{1,30}>|<\w{1,30} ?/>|<!-|([=+*%:])\1\1|^\+(?:-+\+)+"
                   r"|[\\$]|!(?! ?(?:[=~]|\Z))|\.\n|\?(?:\n|\Z)|``?\Z|(?:and|or)[:,]?\s+(?:select|with)\b|or,|==?>|,\s+which\b"
                   r"|(?<=['\d)] )(?:is the|for (?:this|that|the|your)|as requested)\b"
                   r"|^\w+:(?=\s)|^\*\w+\*:?(?=\s)|^\{|^\[[('\"{]|^(?:go|/)\s*(?:```|\Z)|^\((?:\d+ rows?\b|\w+: |(?-i:[A-Z][a-z]+ \w+ \w))"
                   r"|^(?:step \#?\d|(?:order|group) (?!by\b|siblings\b)[a-z]|limit (?!all\b|null\b|cast\b|case\b)[a-z]+ [a-z]"
                   r"|(?:where|having|join|limit) (?:is|was|clauses?)\b"
                   r"|(?-i:(?:Left|Right|Full|Inner)(?: outer)? join (?:is|was|not)\b|(?:Is|When|Over|Values) [a-z\d]))")  # fmt: skip
_CLOSING = {opening: re.compile(rf"(?:\.(?!\*))?{re.escape(end)}{{1,3}}+([\s.,;:!?)\]}}*`\"']|[^\x00-\x7f]|\Z)")  # of what wraps a query
            for opening, end in "`` \"\" '' ** “” „“ ‘’ «»".split()}  # fmt: skip
_FILLED = re.compile(r"\) ?as (?:select|with|values)\b", re.IGNORECASE)  # a table made from a query is a command
_GOES_ON = CLAUSES - {"as", "asc", "desc", "is", "in", "not", "like", "set", "values", "select", "end", "over"}  # behind a blank line
_JOINING = CLAUSES | {"null", "true", "false", "distinct", "nulls"}  # behind a word that begins a line, they make it an alias or a name
_REMARK = re.compile(r"(?i)(?://|(?<=[ \t])- )[ \t]*+(?!interval\b)\w[\w']*+[ \t]++(?!is (?:not|null|distinct)\b"  # two words
                     rf"|(?:{'|'.join(KEYWORDS - set('is all by only to for'.split()))})\b)[^\W\d][^\n]*+")  # fmt: skip


@dataclass
class Reader:
    """Read one query or command from where it begins to where it ends, and tell it from prose on the way."""

    text: str
    start: int
    kind: str  # the word it begins with; or "command", or "setup" for what may stand before a query, such as CREATE TABLE and USE
    fence: str  # that it stands in, or ""
    wrapper: str  # quotes, bold or parenthesis right before it, or ""
    strong: bool  # whether a fence, a label or the start of a line marks it
    quoted: bool = False  # whether Markdown's > stands before each line

    def __post_init__(self) -> None:
        self.trusts = bool(self.fence) or self.kind in ("command", "setup")  # else it may be prose
        self.position = self.next = self.start  # where the search goes on if this is none; where the next token begins
        self.parts: list[str] = []
        self.zone = {"with": "with", "from": "start", "select": "list"}.get(self.kind, "rest")  # of the query's own SELECT, or before it
        begin = self.text[self.start : self.start + 6]
        self.takes_query = self.kind == "command" and begin.lower() in ("insert", "replac", "create", "explai")
        self.asks = self.kind in ("select", "with")
        self.title = begin[:2].istitle()
        self.good = self.depth = self.lines = self.run = 0  # good is 1 for a query in running prose
        self.certain = self.gap = self.valued = False
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
        while token := TOKEN.match(self.text, self.next):
            kind, value, (self.position, self.next) = token.lastgroup, token[0], token.span()
            if self.position - self.start > MAX_QUERY:
                return self._ended(True)
            if kind in ("blank", "comment") or (kind == "hash" and (self.fence or not self.lines)):
                self.gap = True
                self.lines += len(NEWLINE.findall(value)) if kind == "blank" else value[:2] == "--" and value[-1] in "\nn"
                if value.count("\n") > 2 and not self.fence and self._may_end():
                    return self._ended(True)
                continue
            other = self.zone == "list" or self.clause == "select" or self.suspect or (self.lines > 1 and not self.fence)  # alias, prose
            if not other and self._may_end() and (remark := _REMARK.match(self.text, self.position)):
                self.gap, self.next = True, remark.end()
                continue
            if kind == "slash" or (self.quoted and self.lines and value == ">"):
                continue
            if kind == "answer":  # all before was a thought
                self.good = -1
                return False
            word = value.lower() if kind == "word" else ""
            plain = bool(word) and word not in KEYWORDS
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
        prose = (not self.trusts or bool(self.fence)) and (in_list or (self.zone == "with" and certain))
        if prose or self.zone == "start" or (self.kind == "setup" and not _FILLED.search(self.sql())):
            return False
        self.certain, self.good = certain and self.strong, 1
        sentence = self.title and not self.fence and self.asks and "from" in self.parts
        return self.strong and not sentence and (self.kind != "from" or "select" in self.sql().lower())

    def _may_end(self) -> bool:
        """Tell whether the query could end with the token before."""
        if self.zone == "with" or self.depth:
            return False
        if self.before_kind == "word":
            whole = self.before not in KEYWORDS or self.before in ENDING or self.parts[-2:-1] == ["."]
            return whole or "".join(self.parts[-3:]).lower() == "by all"
        return self.before_kind in ("text", "name", "number") or self.before in (")", "*", "?", "}")

    def _end(self, kind: str, value: str, word: str, plain: bool, token: re.Match) -> bool | None:
        """Return None if the query goes on with this token, else whether its end before it is certain."""
        after = self.text[token.end() : token.end() + 1]
        if kind in ("mark", "hash", "fence") or value == ";":
            return kind != "mark" or value[0] + value[-1] in ("<>", "[]") or bool(after)
        if self.fence in ("'''", '"""') and self.text.startswith(self.fence, token.start()) and (self.lines or self._may_end()):
            return True
        if self.depth == 0 and value in (")", "]", "}"):
            return self._unwrapped(token)
        if self.suspect and (end := self._judged(kind, value, word, after)) is not None:
            return end
        if not self._may_end():
            return None
        if self._closes(kind, value, word, after):
            return bool(after)
        if ends := _ENDS.match(self.text, self.position):
            return ends.end() < len(self.text) or (value == "*" and self.lines > 0 and not self.fence)
        closing = _CLOSING[self.wrapper].match(self.text, self.position) if self.wrapper in _CLOSING else None
        if closing and (not self.gap or self.wrapper in ("`", "'", '"')):
            return bool(closing[1]) and not JOINING.match(self.text, self.position)
        if self.lines:
            return self._new_line(kind, value, word, plain, after)
        worded = self.zone in ("rest", "table") and self.asks and (plain or word == "to")
        if not self.suspect and ((worded and (self.gap or self.before_kind != "text")) or (value == "." and after in " \t")):
            self.suspect = len(self.parts), 1 if word in ("the", "these") else 3 if plain and self.zone == "table" else 2  # an alias
        return None

    def _closes(self, kind: str, value: str, word: str, after: str) -> bool:
        """Tell whether a token behind what could be the last one ends the query for certain."""
        unnamed = word and self.gap and self.asks and self.clause in UNNAMED  # no alias can stand here
        if value > "\x7f" and (unnamed or (kind == "other" and not self._meant(value, after))):  # an arrow, a bullet, a Chinese full stop
            return value not in "‘’“”▁｜"  # ▁ stands inside marks that are not whole yet
        if value == "(" and self.asks:
            return self.before_kind in ("number", "text") or self.before == ")"
        if value[0] == "[" and value[1:2].isalpha():
            return self.clause in UNNAMED if self.gap else self.before_kind in ("number", "text")
        again = word == "select" and self.asks and self.before != "name"  # UNION BY NAME is DuckDB's
        again |= word == "end" and after in " \n;." and "case" not in map(str.lower, self.parts)
        label = value == ":" and after.isspace() and not self.fence and self.zone == "rest"
        glued = word in SPEAKERS and not self.gap and (self.before_kind in ("text", "number") or self.before == ")")  # 'x'user
        tabbed = self.text[max(0, self.position - 3) : self.position].rstrip(" ").endswith("\t")
        tabbed = tabbed and word and word not in KEYWORDS and not self.text[self.next :].strip()  # the name of a database
        return again or label or glued or tabbed or (value == "|" == self.wrapper and not after.strip())

    def _meant(self, value: str, after: str) -> bool:
        """Tell whether a sign stands for an operator, as in `age ≥ 60` and `6–4`: cut off there, it would be another query."""
        return value in "≥≤≠≈−×÷＝＜＞＋" or (value in "–—‐‑" and self.before_kind == "number" and not self.gap and after.isdigit())

    def _unwrapped(self, token: re.Match) -> bool | None:
        """End at a parenthesis that was open before the query, unless a set operation joins it with the next."""
        following = re.compile(r"(?:\s|--[^\n]*+|/\*.{0,300}?(?:\*/|\Z))*+(?:[-/]\Z)?(\w*)", re.DOTALL).match(self.text, token.end())
        if self.wrapper == "(" and following[1].lower() in ("union", "intersect", "except", "minus", "order", "limit", "offset", "fetch"):
            self.parts.insert(0, "(")
            opened = re.search(r"[(\s]*\Z", self.text[max(0, self.start - 20) : self.start])[0].count("(")
            self.depth, self.wrapper = 1, "(" if "".join(self.parts[:opened]) != "(" * opened else ""
            return None
        return following.end() < len(self.text) or self.wrapper != "("

    def _new_line(self, kind: str, value: str, word: str, plain: bool, after: str) -> bool | None:
        """Judge the first token of a line, behind one that could be the query's last."""
        spelled = value in (word, word.upper()) or self.title or self.text.startswith(" By ", self.next)
        goes_on = value == "," or (spelled and word in (_GOES_ON | {"select", "values", "with"} if self.takes_query else _GOES_ON))
        if self.lines > 1 and not self.fence and not goes_on:
            return bool(after) and value not in ("<", "&")
        unnamed = plain and self.asks and (self.clause in UNNAMED or (self.run > 1 and self.zone != "list"))  # no alias can stand here
        again = word in ("select", "with") and self.kind in ("select", "with", "values", "setup") and spelled  # no semicolon between
        if unnamed or again or kind == "number" or (value == "|" and after != "|") or (value == "*" == after and not self.fence):
            return bool(after.strip(".") or self.text[self.next + 1 : self.next + 2])
        odd = word and (not spelled or (value == word and self.text[self.start].isupper()))  # where, under SELECT
        if plain or odd or value == "*" or kind == "name" or (value in ("-", "•", ">") and after.isspace()):
            self.suspect = len(self.parts), 1 if plain else 3 if word and spelled else 2
        return None

    def _judged(self, kind: str, value: str, word: str, after: str) -> bool | None:
        """Go on with a line that may be prose: two words that no clause joins are."""
        place, needed = self.suspect
        lone = len(self.parts) == place + 2
        if lone and value > "\x7f" and not word and needed == 3 and self.before.isascii() and self._may_end():
            return None  # a table's alias, and what ends the query
        sentence = value in (*":!：。",) or (value == "." and not after.strip()) or (kind == "text" and not self.gap) or value > "\x7f"
        opened = lone and value == "-" and not self.gap and after.isalpha()  # Cross-check
        opened = opened or (value == "," and "".join(self.parts[place + 1 : place + 2]) in OPENERS)  # As requested,
        if (word and (word not in _JOINING or (self.before == "." and value.istitle()))) or kind == "name":
            self.suspect = place, (needed := needed - 1)
        elif sentence or opened or (word == "select" and self.asks) or (needed == 1 and lone and (value[0] in "-=|" or kind == "number")):
            needed = 0  # a sentence, a next query, or a word with an operator behind it, where only an alias could stand
        else:
            self.suspect = self.suspect if word in ("is", "not") else None  # sentences have these two as well
            return None
        if needed:
            return None
        del self.parts[place:]
        return bool(after)

    def _is_prose(self, kind: str, value: str, word: str, plain: bool, end: int) -> bool:
        """Tell whether this token shows that words such as "SELECT the name" are no query."""
        if self.zone == "with":
            return self._no_name(kind, value, word)
        if self.zone == "rest":
            return False
        if self.before in ("select", "distinct", "from", "all") and (word in NEVER or word == "from" or value in (",", ".", ")")):
            return True
        if (self.run or self.before == ")") and word in NEVER - {"is", "to", "and", "or", "with", "for"}:
            return True
        listed = kind == "number" and self.before == "in"  # in 2014
        return listed or (value == ":" and self.text[end : end + 1].isspace()) or (self.run == 2 and (plain or word in NEVER))

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
        if self.gap:
            self.parts.append(" ")
        self.parts.append(unescape(value) if kind == "entity" else value.replace("\\_", "_") if word else value)
        self.title = self.title or (word in CLAUSES and value.istitle() and not self.suspect)
        if self.depth == 0:
            if word == "select" and self.zone in ("with", "start", "table"):
                self.zone = "list" if self.kind == "with" else "rest"
            elif word == "from" and self.before != "distinct" and self.zone == "list":
                self.zone = "table"
            elif self.zone in ("table", "start") and self.before != "from" and word in CLAUSES and word != "from":
                self.zone = "rest"
            self.clause = word if word in UNNAMED or word in ("select", "from", "join", "as", "fetch", "window") else self.clause
            self.run = self.run + 1 if plain or kind == "name" else 0
            self.valued = self.valued or kind in ("number", "text") or value in ("(", "*")
        self.depth += (value in ("(", "{")) - (value in (")", "}") and self.depth > 0)
        self.before, self.before_kind, self.gap, self.lines = value.lower(), kind, False, 0
