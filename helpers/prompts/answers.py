"""From a model's answer to its SQL: one scanner, left to right, that cuts the query out and knows when it is whole.

It has two states. In prose it looks for where a query may begin: fences, labels, wrappers, JSON; think blocks are skipped. From
there a `Reader` reads SQL to its end. What turns out to be prose ("SELECT the name") is given up where that shows, and the search
goes on behind it, so that each character is read a bounded number of times. An end is certain if no longer answer could move it.
"""

import re
from itertools import islice

from helpers.prompts.reader import Reader
from helpers.prompts.tokens import JOINED, JOINING, KEYWORDS, MARK, THOUGHT, THOUGHT_OUT, TOKEN

_THINK = (rf"<\|?(?:begin_of_)?{THOUGHT}(?:_start)?\|?>|\[(?:THINK|REASONING)\]|◁think▷|<\|START_THINKING\|>"
          r"|<\|?channel\|?>\s*+(?:analysis|commentary(?! to=)|thought)\b"
          r"|\A\s*+analysis(?-i:(?=[A-Z]))")  # fmt: skip  # gpt-oss, its marks left out as special tokens
_ANSWER = re.compile(rf"{THOUGHT_OUT}|assistantfinal", re.IGNORECASE)
_ROLE = (r"^[ \t]*+\#{1,6} *+(?:question|instruction|database schema|input)\b"
         r"|^[ \t]*+(?:\#{1,6} *+)?\**+(?:next )?(?:question|user|human|instruction|input|system|q)(?: \d+)?\**+:")  # fmt: skip
_BEGIN = (
    "select|with|values|from|pivot|unpivot|explain|insert|replace|update|delete|merge|drop|create|alter|truncate|pragma|attach|detach"
    "|vacuum|copy|export|install|load|call|set|begin|commit|rollback|savepoint|release|reindex|analyze|grant|revoke|use|show|describe"
)
_ASIDE = r"[\w ]{0,20}(?:thought|thinking|reason|rational|explan|analys|plan|step|note|comment|descri|question|type)[\w ]{0,20}"  # in JSON
_FOUND = re.compile(
    rf"(?P<answer>{THOUGHT_OUT})|(?P<think>{_THINK})|(?P<turn>{MARK}|{_ROLE})|(?P<fence>```|~~~|'''(?=\w*\s)|\"\"\")"
    rf'|(?P<aside>"{_ASIDE}"\s{{0,20}}:\s{{0,20}}"(?:[^"\\]|\\.)*+(?:"|\Z))'
    r'|(?P<json>"[\w ]{0,20}(?:sql|query|answer|statement|code)[\w ]{0,20}"\s{0,20}:\s{0,20}"(?!"")'
    r'|"(?=(?:select|with)\b[^"\\]*+(?:\\[^"u][^"\\]*+)*+\\["u])'
    r"|'(?=(?:select|with)\b[^'\\]*+(?:\\[^'][^'\\]*+)*+\\')"
    r"|(?P<mark>[\"'])(?=(?:select|with)\b(?:(?!(?P=mark))[^\\\n]|\\.)*+(?P=mark)[\s+.\\]++f?(?P=mark)))"  # code that joins strings
    r"|(?P<comment>^[ \t>]*+(?:--|//|\#(?= ?(?:select|with)\b))[^\n]*+|^[ \t>]*+/\*.*?(?:\*/|\Z))"
    rf"|(?:(?<![A-Za-z0-9_.@])|(?<=\\[nrt])|(?<=sql)|(?<=sqlite)|(?<=assistantfinal)|(?<=^\d\.))(?P<head>{_BEGIN})(?!\w)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_STRING = {mark: re.compile(rf"((?:[^{mark}\\]|\\.)*+)({mark}?)", re.DOTALL) for mark in "\"'"}
_JSON_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
# A command where a query was asked for; read off the words that a text begins with.
_COMMAND = re.compile(
    r"(?:explain|describe) (?:query plan |analyze |\( .* \) )?(?:select|with|values|insert|update|delete)\b|(?:grant|revoke) \w+ (?:on|,) "
    r"|(?:begin|commit|rollback|reindex|analyze)(?: \w+)?(?: ;|$)|(?:savepoint|release|use|show|describe)(?: \w+){1,3}(?: ;|$)"
    r"|(?:insert|replace) (?:or \w+ )?(?:into|overwrite)\b"
    r"|update (?:or \w+ )?\S+(?: \. \S+)?(?: as)?(?: \w+)? set\b|delete from\b|merge into\b|truncate (?:table )?\S"
    r"|alter (?:table|view|index|schema|database|sequence|user|role) \S"
    r"|drop (?:table|view|index|trigger|database|schema|column|materialized)\b"
    r"|create (?:or replace |temp |temporary |unique |virtual |materialized |recursive |global |local |unlogged |foreign )*"
    r"(?:table|view|index|trigger|schema|database)\b"
    r"|pragma \w|(?:attach|detach) (?:database |')|vacuum\b|copy (?:\(|\S+ (?:\( .* )?(?:to|from) ')|export database\b|install \w+(?: ;|$)"
    r"|load (?:\w+|')(?: ;|$)|call \w+ \(|set (?:(?:local|session|global) )?\w+(?: \. \w+)? (?:=|to) "
)
_PYTHON = re.compile(r"from \w+(?: \. \w+)* import |with \w+ (?:\. |\( (?:\w+ [.(]|'))")
# What models write before the query: the schema once more, or a setting. INSERT counts as such behind a table that was created.
_SETUP = re.compile(r"create (?:(?:temp|temporary) )?table (?:if not exists )?\S+(?: \. \S+)? \(|use \w|set \w|pragma \w+ =|begin\b")
_ROWS = re.compile(r"(?:insert|replace)\b(?![^;]* select\b)")
_DRAFT = re.compile(r"(?i)\b(?:(?:try|think|thought|reason|explanation|note|draft|wrong|incorrect|natsql|intermediate.representation)\w*"
                    r"(?: is)?[^\w\n]*|(?:draft|attempt|wrong|incorrect|syntax)(?: \w+)?\W{0,3}:\W*[`~]{3}\w*\s*)\Z")  # fmt: skip
_LABELLED = re.compile(r"(?i)(?:^|(?<!\w)\.|(?<=\b\d)\.|[:：)\]>=|{}•→—–-]|=\#|\\[nrt]|\bsql(?:ite)?|assistantfinal)"
                       r"[\s`\"'*_(\[“„‘«「『【\ufeff\u200b\u2060]*$")  # fmt: skip
# Behind a query: its end, words that may lead to one by which a model goes back on it, and that word or any other. What announces
# another, as in "The corrected query is:", only does so at the end of its line. No such word has a first letter like Explanation's.
_LEADING = ("i|my|but|oh|no|not|let|me|so|and|therefore|thus|now|here|is|isn|was|wasn|the|a|this|that|it|above|previous|first|query|sql"
            "|answer|quite|has|on|second|made|have|an|there|note|please|la|le|lo|die|consulta|requête|abfrage")  # fmt: skip
_ANOTHER = (r"(?:final|complete|full|main|correct(?:ed)?|updated|revised|refined|fixed|right|together)"
            r"(?:[ *_]++(?:sql|query|statement|answer|version|one)\b)*+"
            r"(?:,?[ *_]++(?:is|will|would|should|for|with|that|which|to|by|we)\b[^\n.:;!?]{0,80}+)?+[ *_\r]*+")
_COLON = r":(?![ \t]++(?!(?:select|with)\b)[\w$€-]++[^\w$€-])"  # "Final answer: 5." announces nothing
_TURNING = r"(?:(?:so|and)[ ,]++)?(?:but|however|then|finally|now|upon|step \d+|combining|putting)\b[^\n]{0,160}"  # in more words
_AFTER = re.compile(rf"[\s;`~*_#>.,)\"'”-]*+(?:(?P<turn>{_TURNING}?\b{_ANOTHER}(?:{_COLON}|\n))|(?={_TURNING}\Z)"
                    rf"|(?:(?:{_LEADING})(?:['’]\w{{0,2}})?(?![\w'’])[\s,.!:*]*+)*+"
                    r"(?:(?P<back>(?:修正|更正|改正|更新后|不对|抱歉|最终|korrektur\b|correcci[oó]n\b"
                    r"|d[ée]sol[ée]|pardon|perd[oó]n|siento\b|entschuldig|korrigiert|corrigé|corregid)"
                    r"|(?:wait|hmm+|oops|sorry(?!,? i can)|actually|correction|apolog\w+|wrong|incorrect"
                    r"|(?:(?<=a )|(?<=y ))(?:mistake|bad|typo)\b|hold on\b|instead\b"
                    r"|(?<=an )(?:error|issue)|(?<=please )(?:ignore|disregard)|scratch"
                    r"|(?<=me )(?:correct|fix|rewrite|revise|redo|(?:re-?)?check|reconsider|double|try)|(?<=second )thoughts?"
                    r"|(?:(?<=not )|(?<=['’]t )|(?<=quite ))(?:correct|right|what))\b"
                    rf"|{_ANOTHER}(?:{_COLON}|\n))|(?={_ANOTHER}\w*\Z)"
                    r"|(?P<over>(?!(?:step |hold o?)\Z|(?:(?<=an )e|(?<=[ms]e )d|d(?=[éi]|\Z)|e(?=n|\Z)|[k修更改不抱最])\w*\Z)"
                    r"(?:[^a-cfhil-uw]|\w*+\W)|)))", re.IGNORECASE)  # fmt: skip

# A heading of a step or of one of several queries; what announces the last of them, on a line of its own, or ends the answer. Where
# steps are called so, each is better than the one before.
_STEP = re.compile(r"(?im)^(?![ \t>]*+(?:--|//|/\*))[^\w\n]*+_*+(?:(?P<step>step) ?|(?:part|option|candidate|attempt|approach|version) ?)?"
                   r"\#?(?P<number>\d)\b(?(step)|[.):*])")  # fmt: skip
_LAST_LINE = (rf"^[^\w\n]*+(?:\d[.):] ?)?(?:{_TURNING}|(?:(?:{_LEADING})(?:['’]\w{{0,2}})?(?![\w'’])[ ,]*+)*+)\b{_ANOTHER}"
              rf"(?::|(?<!right)(?<!correct)(?<!complete)(?<!full)\n)|(?P<end>{MARK}|{_ROLE})")  # fmt: skip
_LAST = re.compile(_LAST_LINE, re.IGNORECASE | re.MULTILINE)
_NEXT = re.compile(rf"^[^\w\n]*+step ?\#?\d\b|{_LAST_LINE}", re.IGNORECASE | re.MULTILINE)

# Layouts that no SQL parser reads: their signs are taken out before an answer is read. Each shows at its beginning, and is taken out the
# same way however the text goes on: an answer's first half reads as it does whole.
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


def extract_sql(answer: str) -> str:
    r"""Cut the first SQL query out of a model's answer, in one line, without comments.

    A fence, a label or the start of a line may begin one; a semicolon, a closing fence or wrapper, a blank line outside fences and
    parentheses, prose on the next line, or a mark of a chat template ends it. A draft in a think block is none, nor is one that the
    model goes back on right behind it. A query in running prose only counts where nothing better follows. A command,
    such as `DROP TABLE t; SELECT 1` or `EXPLAIN SELECT 1`, is what the model wrote, and comes back as it is; a setting such as USE and the
    schema once more are passed over if a query follows. What has no query in it comes back as its first line, so that an evaluator can
    say what it is; thoughts without an answer come back as "".

    >>> extract_sql("Sure:\n```sql\nSELECT name -- all\nFROM head\n```\nIt lists ...")
    'SELECT name FROM head'
    >>> extract_sql("SELECT job FROM staff WHERE job = 'assistant; cook'\n\n### QUESTION\nHow many")
    "SELECT job FROM staff WHERE job = 'assistant; cook'"
    """
    return _scan(without_layout(answer))[0]


def is_complete(answer: str) -> bool:
    """Tell whether more text could no longer change what `extract_sql` takes: generation may stop here."""
    return _scan(without_layout(answer))[1]


def without_layout(answer: str) -> str:
    r"""Return an answer whose query stands as it would be run: no prompts of a console, signs of a diff, struck text, bold keywords.

    >>> without_layout("~~SELECT id FROM t~~ **SELECT** name **FROM** t")
    ' SELECT name FROM t'
    """
    for where, what, other in _LAYOUTS:
        answer = where.sub(lambda found, what=what, other=other: what.sub(other, found[0]), answer)
    return _LINES.sub(_one_text, answer)


def _one_text(found: re.Match) -> str:
    """Write a list of lines as one text, which is open as long as the list is."""
    lines = [line[1:].removesuffix('"') for line in re.findall(_TEXT, found[2])]
    return f'{found[1]}"' + "\\n".join(lines) + '"' * bool(found[3]) if lines else found[0]


def _scan(answer: str, nested: bool = False) -> tuple[str, bool]:
    """Return the query, and whether its end is certain. Inside a JSON text (`nested`), nothing is "" instead of a first line."""
    position, fence, outer, begin = 0, "", "", 0
    spare: Reader | None = None  # a query in running prose, or what looked like one: counts if nothing better comes
    while found := _FOUND.search(answer, position):
        kind, position = found.lastgroup, found.end()
        if kind == "think":
            closing = _ANSWER.search(answer, position)
            if not closing:
                return "", False
            position = closing.end()
        if kind in ("think", "answer"):
            spare, begin = None, position
        elif kind == "turn" and spare and spare.kind != "setup":
            return spare.trusting(found.start()), position < len(answer) or found[0][0] + found[0][-1] in ("<>", "[]")
        elif kind == "fence":
            fence, outer = (outer, "") if fence == found[0] else (found[0], fence)
        elif kind == "json" and not nested:
            text, position, closed = _string(answer, position)
            sql, certain = _scan(_unescaped(text), nested=True)
            if sql:
                return sql, certain or closed
        elif kind == "head" and (reader := _reader(answer, found.start("head"), found["head"], fence, spare)):
            if reader.read():
                after = _AFTER.match(answer, reader.position)
                turned, over = after["back"] or after["turn"], bool(after["over"])
                heading = [None, *_STEP.finditer(answer, max(begin, reader.start - 1_000), reader.start)][-1]
                if not turned and heading and (heading["step"] or heading["number"] == "1"):
                    after = (_NEXT if heading["step"] else _LAST).search(answer, reader.position)
                    turned, over = after and not after["end"], bool(after) and after.end() < len(answer)
                if not turned:
                    return reader.sql(), reader.certain and over
                spare, fence, begin, reader.position = reader, "", after.start(), after.end()
            position = max(reader.position, position)
            if (reader.good or (reader.strong and not reader.title)) and (not spare or spare.good < reader.good):
                spare = reader
    lines = [line.strip() for line in answer[begin:].splitlines() if line.strip(" \t`~").lower() not in ("", "sql")]
    return (spare.trusting(len(answer)) if spare else lines[0] if lines and not nested else ""), False


def _string(answer: str, start: int) -> tuple[str, int, bool]:
    """Return what stands in quotes from `start` on, with the strings that code joins to it, its end, and whether that is certain."""
    form = _STRING[answer[start - 1]]
    found = form.match(answer, start)
    texts = [found[1]]
    while more := JOINED.match(answer, found.end(1)):
        found = form.match(answer, more.end())
        texts.append(found[1])
    return "".join(texts), found.end(), bool(found[2]) and not JOINING.match(answer, found.end(1))


def _unescaped(text: str) -> str:
    """Return what a JSON text stands for; one that a model wrote may be cut off, or hold what JSON lacks."""
    plain = {"n": "\n", "t": "\t", "r": "\r"}
    return _JSON_ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if len(m[1]) == 5 else plain.get(m[1], m[1]), text)


def _reader(answer: str, start: int, head: str, fence: str, spare: Reader | None) -> Reader | None:
    """Return a reader for what begins with a head word, or None where that cannot be a query or a command."""
    before = answer[max(0, start - 80) : start]
    line = before.rpartition("\n")[2] if "\n" in before or start <= 80 else f"x{before}"
    wrapper = "(" if before.rstrip().endswith("(") else next((mark for mark in "*`\"'“„‘«" if line.endswith(mark)), "")
    wrapper = "`" if re.search(r"[=(]\s*`\s*\Z", before) else wrapper  # of JavaScript
    if wrapper not in ("", "(") and answer.startswith(wrapper, start + len(head)):  # the word itself in quotes
        return None
    strong = bool(_LABELLED.search(line) or (fence and head.isupper())) and not _DRAFT.search(before)
    word, kind = head.lower(), ""
    if _PYTHON.match(shape := _shape(answer, start)):
        return None
    if word == "with" or (word == "select" and (head != "Select" or strong or wrapper == "`")):
        kind = word if strong or word == "select" or head.isupper() or wrapper else ""
    elif word in ("from", "pivot", "unpivot", "values"):
        if strong and not spare and head in (word, word.upper()) and (word == "values") == shape.startswith("values ("):
            kind, strong = word, head.isupper() or bool(fence)
    elif (head.isupper() or (strong and (head == word or fence))) and _COMMAND.match(shape):
        made = spare and spare.kind == "setup" and answer[spare.start : spare.start + 6].lower() == "create"
        kind = "setup" if _SETUP.match(shape) or (made and _ROWS.match(shape)) else "command"
    around = wrapper or next((mark for mark in "*`" if len(re.findall(rf"\{mark}+", line)) % 2), line.lstrip()[:1])  # or a table's |
    return Reader(answer, start, kind, fence, around, strong, line.lstrip().startswith(">")) if kind else None


def _shape(answer: str, start: int) -> str:
    """Return the first words and signs of a text in small letters, without comments, and `n` for each quoted name."""
    tokens = (token for token in TOKEN.finditer(answer[start : start + 200]) if token.lastgroup not in ("blank", "comment"))
    return " ".join("n" if token.lastgroup == "name" else token[0].lower() for token in islice(tokens, 12))
