"""What SQL and the prose around it are made of: tokens, the words that carry a query on, and what ends it."""

import re

THOUGHT = r"(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|scratchpad|analysis|seed:think)"
THOUGHT_OUT = rf"</{THOUGHT}>|<\|(?:/|end_of_){THOUGHT}\|?>|\[/THINK\]|◁/think▷|<\|END_THINKING\|>|<\|channel\|>\s*+final\b|<channel\|>"
# Marks of chat templates, and HTML's closing tags; the last may be cut off by the budget.
MARK = (r"<[|｜](?!channel)[^|｜<>\n]{0,60}+(?:[|｜]>|[|｜]?\Z)|</\w{0,30}(?:>|\Z)|<(?:end|start)_of_turn>"
        r"|\[INST\]|\[/\w{0,20}(?:\]|\Z)|<</?SYS>>")  # fmt: skip
TOKEN = re.compile(
    r"(?P<blank>(?:[\s\u200b\ufeff]|\\[nrt]|<0x0A>)++)|(?P<comment>--(?:(?!\\n)[^\n])*+(?:\n|\\n|\Z)|/\*.*?(?:\*/|\Z))"
    rf"|(?P<answer>{THOUGHT_OUT})|(?P<mark>{MARK})|(?P<fence>```|~~~)|(?P<hash>\#(?=[^>\-=])[^\n]*+)"
    r"|(?P<text>(?-i:'(?:[A-Z]'[A-Z][a-z]|[\w ]{1,40}'s\b)[^'\n;]{0,60}'(?=[\s;),]))"  # an apostrophe, not doubled: 'O'Brien'
    r"|'(?:[^'\\]|\\'(?=\w)|\\)*+(?:'|\Z))|(?P<name>\"[^\"]*+(?:\"|\Z)|`[^`]*+(?:`|\Z)|\[(?:[^\[\]]|\[[^\]]*+(?:\]|\Z))*+(?:\]|\Z))"
    r"|(?P<number>\d\w*(?:\.\d\w*)?)|(?P<word>[^\W\d](?:[\w$\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e]|\\_)*+)|(?P<slash>\\(?=[*<>=|\n]))"
    r"|(?P<entity>&(?:gt|lt|amp|quot|apos|\#x?[\da-f]{1,5});)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
# What ends a whole query, since no SQL goes on so: a tag (`x<y>z` is SQL), a sign three times, a query behind "or", a label, (3 rows).
ENDS = re.compile(r"(?im)<\w{1,30}>(?=[<\n]|\Z)|^<\w{1,30}>|<\w{1,30} ?/>|<!-|([=+*%:])\1\1|^\+(?:-+\+)+"
                   r"|[\\$]|!(?! ?(?:[=~]|\Z))|\.\n|\?(?:\n|\Z)|``?\Z|(?:and|or)[:,]?\s+(?:select|with)\b|or,|==?>"
                   r"|^\w+:(?=\s)|^\{|^\[[('\"{]|^go\s*\Z|^\((?:\d+ rows?\b|\w+: |(?-i:[A-Z][a-z]+ \w+ \w))")  # fmt: skip
CLOSING = {opening: re.compile(rf"(?:\.(?!\*))?{re.escape(end)}{{1,3}}+([\s.,;:!?)\]}}*`\"']|\Z)")  # of what wraps a query
            for opening, end in "`` \"\" '' ** “” „“ ‘’ «»".split()}  # fmt: skip
FILLED = re.compile(r"\) ?as (?:select|with|values)\b", re.IGNORECASE)  # a table made from a query is a command
CLAUSES = set(
    "from where group order having limit offset union intersect except minus join inner left right full outer cross natural on using "
    "and or window fetch as asc desc is in not like between collate when then else end over set values returning select qualify".split()
)
GOES_ON = CLAUSES - {"as", "asc", "desc", "is", "in", "not", "like", "set", "values", "select", "end", "over"}  # behind a blank line
ENDING = set("end null true false asc desc first last only current_date current_timestamp current_time nulls isnull notnull row rows ties "
              "date time timestamp zone match cast sample groups range filter current top nocase binary rollup".split())
KEYWORDS = CLAUSES | ENDING | set(
    "all distinct case exists with recursive by any some interval at partition within preceding following unbounded materialized "
    "ilike similar rlike regexp glob escape lateral tablesample pivot unpivot to for next into div mod xor both leading trailing "
    "separator ordinality no if sounds percent asof semi anti positional straight_join".split()
)  # fmt: skip
JOINING = CLAUSES | {"null", "true", "false", "distinct", "nulls"}  # behind a word that begins a line, they make it an alias or a name
UNNAMED = set("where on using group having order limit offset".split())  # clauses whose expressions take no alias
REMARK = re.compile(r"(?i)(?://|(?<=[ \t])- )[ \t]*+(?!interval\b)\w[\w']*+[ \t]++(?!is (?:not|null|distinct)\b"  # two words
                     rf"|(?:{'|'.join(KEYWORDS - set('is all by only to for'.split()))})\b)[^\W\d][^\n]*+")  # fmt: skip
NEVER = set("the an your our these those which is are was to of and or with for that".split())  # no column's and no table's name
OPENERS = set("As In For On With To By If Next First Then Last".split())  # of sentences, with a comma behind
