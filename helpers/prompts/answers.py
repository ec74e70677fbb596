"""From a model's answer to its SQL: one scanner, left to right, that cuts the query out and knows when it is whole.

It has two states. In prose it looks for where a query may begin: fences, labels, wrappers, JSON; think blocks are skipped. From
there `_Reader` reads SQL, token by token, until something ends it that SQL cannot hold. What turns out to be prose ("SELECT the
name") is given up where that shows, and the search goes on behind it, so that each character is read a bounded number of times.
An end is certain if no longer answer could move it.
"""

import re
from html import unescape
from itertools import islice

MAX_QUERY = 100_000  # characters; no evaluator here takes half as many

_THOUGHT = r"(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|scratchpad|analysis|seed:think)"
_THINK = (rf"<\|?(?:begin_of_)?{_THOUGHT}\|?>|\[THINK\]|◁think▷|<\|START_THINKING\|>|<\|?channel\|?>\s*+(?:analysis|commentary|thought)\b"
          r"|\A\s*+analysis(?-i:(?=[A-Z]))")  # fmt: skip  # gpt-oss, its marks left out as special tokens
_THOUGHT_OUT = rf"</{_THOUGHT}>|<\|(?:/|end_of_){_THOUGHT}\|?>|\[/THINK\]|◁/think▷|<\|END_THINKING\|>|<\|channel\|>\s*+final\b|<channel\|>"
_ANSWER = re.compile(rf"{_THOUGHT_OUT}|assistantfinal", re.IGNORECASE)
# Marks of chat templates. `x<y>z` is SQL: a bare tag counts if it closes something, or if nothing that SQL allows follows.
_MARK = (r"<[|｜](?!channel)[^|｜<>\n]{1,60}[|｜]>|</\w{1,30}>|<(?:end|start)_of_turn>|<(?:s|eos|bos|pad|unk|EOT)>(?=[ \t]*+[<\n])"
         r"|\[/?INST\]|\[/\w{1,20}\]|<</?SYS>>")  # fmt: skip
_ROLE = (r"^[ \t]*+\#{1,6} *+(?:question|instruction|database schema|input)\b"
         r"|^[ \t]*+(?:\#{1,6} *+)?\**+(?:next )?(?:question|user|human|instruction|input|system|q)(?: \d+)?\**+:")  # fmt: skip
_BEGIN = (
    "select|with|values|from|pivot|unpivot|explain|insert|replace|update|delete|merge|drop|create|alter|truncate|pragma|attach|detach"
    "|vacuum|copy|export|install|load|call|set|begin|commit|rollback|savepoint|release|reindex|analyze|grant|revoke|use|show|describe"
)
_FOUND = re.compile(
    rf"(?P<answer>{_THOUGHT_OUT})|(?P<think>{_THINK})|(?P<turn>{_MARK}|{_ROLE})|(?P<fence>```|~~~|'''(?=\w*\s)|\"\"\")"
    r'|(?P<json>"[\w ]{0,20}(?:sql|query|answer|statement|code)[\w ]{0,20}"\s{0,20}:\s{0,20}(?="))'
    r"|(?P<comment>^[ \t>]*+--[^\n]*+|^[ \t>]*+/\*.*?(?:\*/|\Z))"
    rf"|(?:(?<![\w.@])|(?<=sql)|(?<=sqlite))(?P<head>{_BEGIN})(?!\w)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_TOKEN = re.compile(
    r"(?P<blank>(?:[\s\u200b\ufeff]|\\[nrt]|<0x0A>)++)|(?P<comment>--(?:(?!\\n)[^\n])*+(?:\n|\\n|\Z)|/\*.*?(?:\*/|\Z))"
    rf"|(?P<answer>{_THOUGHT_OUT})|(?P<mark>{_MARK})|(?P<fence>```|~~~)|(?P<hash>\#(?=[^>\-=])[^\n]*+)"
    r"|(?P<text>(?-i:'(?:[A-Z]'[A-Z][a-z]|[\w ]{1,40}'s\b)[^'\n;]{0,60}'(?=[\s;),]))"  # an apostrophe, not doubled: 'O'Brien'
    r"|'(?:[^'\\]|\\'(?=\w)|\\)*+(?:'|\Z))|(?P<name>\"[^\"]*+(?:\"|\Z)|`[^`]*+(?:`|\Z)|\[[^\]]*+(?:\]|\Z))"
    r"|(?P<number>\d\w*(?:\.\d\w*)?)|(?P<word>[^\W\d](?:[\w$]|\\_)*+)|(?P<slash>\\(?=[*<>=\n]))|(?P<entity>&(?:gt|lt);)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_JSON_TEXT = re.compile(r'"((?:[^"\\]|\\.)*+)("?)', re.DOTALL)
_JSON_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
# A command where a query was asked for; read off the words that a text begins with.
_COMMAND = re.compile(
    r"(?:explain|describe) (?:query plan |analyze |\( .* \) )?(?:select|with|values|insert|update|delete)\b|(?:grant|revoke) \w+ (?:on|,) "
    r"|(?:begin|commit|rollback|reindex|analyze)(?: \w+)?(?: ;|$)|(?:savepoint|release|use|show|describe)(?: \w+){1,3}(?: ;|$)"
    r"|(?:insert|replace) (?:or \w+ )?(?:into|overwrite)\b"
    r"|update (?:or \w+ )?\S+(?: \. \S+)?(?: as)?(?: \w+)? set\b|delete from\b|merge into\b|truncate (?:table )?\S|alter \w+ \S"
    r"|drop (?:table|view|index|trigger|database|schema|column|materialized)\b"
    r"|create (?:\w+ ){0,4}?(?:table|view|index|trigger|schema|database)\b"
    r"|pragma \w|(?:attach|detach) (?:database |')|vacuum\b|copy (?:\(|\S+ (?:\( .* )?(?:to|from) ')|export database\b|install \w+(?: ;|$)"
    r"|load (?:\w+|')(?: ;|$)|call \w+ \(|set (?:(?:local|session|global) )?\w+(?: \. \w+)? (?:=|to) "
)
_SCHEMA = re.compile(r"create (?:(?:temp|temporary) )?table (?:if not exists )?\S+(?: \. \S+)? \(")  # models repeat it before the query
_FILLED = re.compile(r"\) ?as (?:select|with|values)\b", re.IGNORECASE)  # a table made from a query is a command
_DRAFT = re.compile(r"\b(?:think|thought|reason|explanation|note|draft|wrong|incorrect)\w*\W*$", re.IGNORECASE)
_LABELLED = re.compile(r"(?:^|[:：.)\]>=|}!?-]|\bsql(?:ite)?)[\s`\"'*_(\[]*$", re.IGNORECASE)
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
_SOFT = set("as in for with if is on and or by to at then when not like all any first last current only end null some next top no".split())
_PROSE = set("set call load copy install attach detach export use show describe begin commit release analyze".split())  # if capitalized
_NEVER = set("the an your our these those which is are was to of and or with for that".split())  # no column's and no table's name


def extract_sql(answer: str) -> str:
    r"""Cut the first SQL query out of a model's answer, in one line, without comments.

    A fence, a label or the start of a line may begin one; a semicolon, a closing fence or wrapper, a blank line outside fences and
    parentheses, prose on the next line, or a mark of a chat template ends it. A draft in a think block is none, and a query in
    running prose only counts where nothing better follows. A command, such as `DROP TABLE t; SELECT 1` or `EXPLAIN SELECT 1`, is
    what the model wrote, and comes back as it is. What has no query in it comes back as its first line, so that an evaluator can
    say what it is; thoughts without an answer come back as "".

    >>> extract_sql("Sure:\n```sql\nSELECT name -- all\nFROM head\n```\nIt lists ...")
    'SELECT name FROM head'
    >>> extract_sql("SELECT job FROM staff WHERE job = 'assistant; cook'\n\n### QUESTION\nHow many")
    "SELECT job FROM staff WHERE job = 'assistant; cook'"
    """
    return _scan(answer)[0]


def is_complete(answer: str) -> bool:
    """Tell whether more text could no longer change what `extract_sql` takes: generation may stop here."""
    return _scan(answer)[1]


def _scan(answer: str, nested: bool = False) -> tuple[str, bool]:
    """Return the query, and whether its end is certain. Inside a JSON text (`nested`), nothing is "" instead of a first line."""
    position, fence, begin = 0, "", 0
    spare: _Reader | None = None  # a query in running prose, or what looked like one: counts if nothing better comes
    while found := _FOUND.search(answer, position):
        kind, position = found.lastgroup, found.end()
        if kind == "think":
            closing = _ANSWER.search(answer, position)
            if not closing:
                return "", False
            position = closing.end()
        if kind in ("think", "answer"):
            spare, begin = None, position
        elif kind == "turn" and spare and spare.kind != "schema":
            return spare.trusting(found.start()), True
        elif kind == "fence":
            fence = "" if fence == found[0] else found[0]
        elif kind == "json" and not nested:
            text = _JSON_TEXT.match(answer, position)
            sql, certain = _scan(_unescaped(text[1]), nested=True)
            if sql:
                return sql, certain or bool(text[2])
            position = text.end()
        elif kind == "head" and (reader := _reader(answer, found.start("head"), found["head"], fence, spare)):
            if reader.read():
                return reader.sql(), reader.certain
            position = max(reader.position, position)
            if (reader.good or (reader.strong and not reader.title)) and (not spare or spare.good < reader.good):
                spare = reader
    lines = [line.strip() for line in answer[begin:].splitlines() if line.strip(" \t`~").lower() not in ("", "sql")]
    return (spare.trusting(len(answer)) if spare else lines[0] if lines and not nested else ""), False


def _unescaped(text: str) -> str:
    """Return what a JSON text stands for; one that a model wrote may be cut off, or hold what JSON lacks."""
    plain = {"n": "\n", "t": "\t", "r": "\r"}
    return _JSON_ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if len(m[1]) == 5 else plain.get(m[1], m[1]), text)


def _reader(answer: str, start: int, head: str, fence: str, spare: "_Reader | None") -> "_Reader | None":
    """Return a reader for what begins with a head word, or None where that cannot be a query or a command."""
    line = answer[max(0, start - 80) : start]
    line = line.rpartition("\n")[2] if "\n" in line or start <= 80 else f"x{line}"
    wrapper = next((mark for mark in ("**", "`", '"', "'", "(") if line.endswith(mark)), "")
    strong = bool(_LABELLED.search(line) and not _DRAFT.search(line)) or (bool(fence) and head.isupper())
    word = head.lower()
    if word == "with" or (word == "select" and (head != "Select" or strong or wrapper == "`")):
        if strong or head.isupper() or wrapper:
            return _Reader(answer, start, word, fence, wrapper, strong)
    elif word in ("from", "pivot", "unpivot", "values"):
        if strong and not spare and head in (word, word.upper()) and (word != "values" or _shape(answer, start).startswith("values (")):
            return _Reader(answer, start, word, fence, wrapper, head.isupper() or bool(fence))
    elif (head.isupper() or (strong and (head == word or word not in _PROSE))) and _COMMAND.match(shape := _shape(answer, start)):
        return _Reader(answer, start, "schema" if _SCHEMA.match(shape) else "command", fence, wrapper, strong)
    return None


def _shape(answer: str, start: int) -> str:
    """Return the first words and signs of a text in small letters, without comments, and `n` for each quoted name."""
    tokens = (token for token in _TOKEN.finditer(answer[start : start + 200]) if token.lastgroup not in ("blank", "comment"))
    return " ".join("n" if token.lastgroup == "name" else token[0].lower() for token in islice(tokens, 12))


class _Reader:
    """Read one query or command from where it begins to where it ends, and tell it from prose on the way."""

    def __init__(self, answer: str, start: int, kind: str, fence: str, wrapper: str, strong: bool):
        self.args = answer, start, kind, fence, wrapper, strong
        self.text, self.start, self.kind, self.fence, self.wrapper, self.strong = self.args
        self.trusts = bool(fence) or kind in ("command", "schema")  # else it may be prose
        self.good = 0  # 1: a query in running prose
        self.certain = False
        self.position = start  # where the search goes on if this is none
        self.parts: list[str] = []
        self.zone = {"with": "with", "from": "start", "select": "list"}.get(kind, "rest")  # of the query's own SELECT
        self.takes_query = kind == "command" and answer[start : start + 6].lower() in ("insert", "replac", "create", "explai")
        self.main = kind != "with"  # whether the query's own SELECT has been reached
        self.step = ""  # of a WITH: what its name has behind it
        self.title = answer[start : start + 2].istitle() and not answer[start : start + 2].isupper()
        self.depth = self.lines = self.run = 0
        self.gap = self.valued = False
        self.before, self.before_kind = "", ""
        self.suspect: tuple[int, int] | None = None  # where prose may have begun, how many words more prove it

    def trusting(self, end: int) -> str:
        """Return the query; where it was given up as prose, read up to `end` once more, taking all for SQL."""
        if not self.good:
            self.__init__(self.text[:end], *self.args[1:])
            self.trusts = self.strong = True
            self.read()
        return self.sql()

    def sql(self) -> str:
        """Return what was read, without the full stop of a sentence."""
        return "".join(self.parts).strip().rstrip(". ")

    def read(self) -> bool:
        """Tell whether this is a query that counts before all that follows."""
        for token in _TOKEN.finditer(self.text, self.start):
            kind, value = token.lastgroup, token[0]
            self.position = token.start()
            if self.position - self.start > MAX_QUERY:
                return self._ended(True)
            if kind == "blank" or kind == "comment" or (kind == "hash" and (self.fence or not self.lines)):
                self.gap = True
                self.lines += value.count("\n") + value.count("\\n") if kind == "blank" else value[:2] == "--" and value[-1] in "\nn"
                if value.count("\n") > 2 and not self.fence and self._may_end():
                    return self._ended(True)
                continue
            if kind == "slash":
                continue
            if kind == "answer":
                self.good = -1
                return False
            word = value.lower() if kind == "word" else ""
            plain = bool(word) and word not in _KEYWORDS
            end = self._end(kind, value, word, plain, token)
            if end is not None:
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
        if kind in ("mark", "hash") or value == ";" or (kind == "fence" and value != "'''"):
            return True
        if self.fence in ("'''", '"""') and self.text.startswith(self.fence, token.start()) and (self.lines or self._may_end()):
            return True
        if self.depth == 0 and value in (")", "}"):
            return self._unwrapped(token)
        if self.suspect and (end := self._judged(kind, value, word, plain, after)) is not None:
            return end
        if not self._may_end():
            return None
        first = value[:1]
        if self.wrapper == first and first in "`\"'" and not self.gap:
            following = self.text[token.start() + 1 : token.start() + 2]
            if not following or following in " \t\n.,;:!?)]}*`\"'":
                return bool(following)
        if value == "*" == after and self.wrapper == "**":
            return True
        if (value in "—–→…•！。；" and kind == "other") or (value == "!" and after and after != "=") or (value == "." and after == "\n"):
            return True
        if value == ":" and after.isspace() and not self.fence and self.zone == "rest":
            return True
        if self.lines:
            return self._new_line(kind, value, word, plain, after)
        if self.suspect:
            return None
        if (value == "." and after in (" ", "\t")) or (self.zone == "rest" and self.kind in ("select", "with") and (plain or word == "to")):
            self.suspect = len(self.parts), 2
        return None

    def _unwrapped(self, token: re.Match) -> bool | None:
        """A parenthesis that was open before the query ends it, unless a set operation joins it with the next."""
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
        if kind == "number" or (value == "|" and after != "|") or (value == "*" == after and not self.fence):
            return bool(after)
        if word in ("select", "with") and self.kind in ("select", "with", "values", "schema") and spelled:
            return bool(after)  # a next query, without a semicolon between
        if value in ("-", "*", "•", ">") and after.isspace():
            self.suspect = len(self.parts), 2
        elif plain or (word in _SOFT and not spelled):
            self.suspect = len(self.parts), 1 if plain else 2
        return None

    def _judged(self, kind: str, value: str, word: str, plain: bool, after: str) -> bool | None:
        """Go on with a line that may be prose: two words that no clause joins are."""
        place, needed = self.suspect
        if word == "is":
            return None
        sentence = value in (":", "!") or (value == "." and (after.isspace() or not after)) or (kind == "text" and not self.gap)
        if (word and word not in _JOINING) or kind == "name":
            self.suspect = place, (needed := needed - 1)
        elif sentence or (word == "select" and self.kind in ("select", "with")):
            needed = 0
        else:
            self.suspect = None
            return None
        if needed:
            return None
        del self.parts[place:]
        return bool(after)

    def _is_prose(self, kind: str, value: str, word: str, plain: bool, end: int) -> bool:
        """Tell whether this token shows that words such as "SELECT the name" are no query."""
        if self.zone == "with" and not self.main:
            return self._no_name(kind, value, word, plain)
        if self.zone == "rest":
            return False
        first = self.before in ("select", "distinct", "from", "all")
        if first and (word in _NEVER or word == "from" or value in (",", ".", ")")):
            return True
        return (value == ":" and self.text[end : end + 1].isspace()) or (self.run == 2 and (plain or word in _NEVER))

    def _no_name(self, kind: str, value: str, word: str, plain: bool) -> bool:
        """Follow WITH name (columns) AS (NOT) MATERIALIZED ( to its parenthesis."""
        if self.step == "body":
            return False
        if not self.step and (word == "with" or (word == "recursive" and self.before == "with")):
            return False
        if word == "as" and self.step == "name":
            self.step = "as"
        elif not self.step and (word or kind == "name") and word != "as":
            self.step = "name"
        elif self.step == "as" and value == "(":
            self.step = "body"
        else:
            return not ((self.step == "name" and value in "()") or (self.step == "as" and word in ("not", "materialized")))
        return False

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
            self.run = self.run + 1 if plain or kind == "name" else 0
            self.valued = self.valued or kind in ("number", "text") or value in ("(", "*")
        self.depth += (value in ("(", "{")) - (value in (")", "}") and self.depth > 0)
        self.before, self.before_kind, self.gap, self.lines = value.lower(), kind, False, 0
