"""What SQL and the prose around it are made of: tokens, and the words that carry a query on."""

import re

THOUGHT = (r"(?:(?:think(?:ing)?|(?:inner_)?thoughts?)(?:_process)?|inner_monologue|reason(?:ing)?|reflection|scratchpad|analysis"
           r"|plan(?:ning)?|seed:think|longcat_think|cot|chain_of_thought|draft|internal)")  # fmt: skip
THOUGHT_OUT = (rf"</{THOUGHT}>|<\|(?:/|end_of_){THOUGHT}\|?>|<\|{THOUGHT}_end\|>|\[/(?:THINK|REASONING)\]|◁/think▷|<\|END_THINKING\|>"
               r"|<\|channel\|>\s*+final\b|<channel\|>")  # fmt: skip
# Marks of chat templates, and HTML's closing tags; the last may be cut off by the budget.
MARK = (r"<[|｜](?!channel)[^|｜<>\n]{0,60}+(?:[|｜]>|[|｜]?\Z)|</\w{0,30}(?:>|\Z)|<(?:end|start)_of_turn>|<turn\|>|<seed:eos>"
        r"|\[(?:INST|EOS|PAD|EOT)\]|\[\|[a-z]{1,20}\|\]|\[/\w{0,20}(?:\]|\Z)|<</?SYS>>")  # fmt: skip
CLAUSES = set(
    "from where group order having limit offset union intersect except minus join inner left right full outer cross natural on using "
    "and or window fetch as asc desc is in not like between collate when then else end over set values returning select qualify".split()
)
ENDING = set("end null true false asc desc first last only current_date current_timestamp current_time nulls isnull notnull row rows ties "
              "date time timestamp zone match cast sample groups range filter current top nocase binary rollup".split())
# Between two strings that code puts together, with a blank at their seam; and what may still become that, where the answer ends.
JOINED = re.compile(r"(?P<mark>[\"'])(?:(?<=\s.)|(?<=\\[nt].)|(?=[\s+.\\]++f?(?P=mark)(?:\s|\\[nt])))[\s+.\\]++f?(?P=mark)")
JOINING = re.compile(r"(?P<mark>[\"'])[\s+.\\]*+f?(?:(?P=mark)\\?)?\Z")
NEWLINE = re.compile(r"(?i)\n|\\n|<0x0A>|<br")
TOKEN = re.compile(
    r"(?P<blank>(?:[\s\u200b\ufeff]|\\[nrt]|<0x0A>|<br ?/?>|\.\.\.>(?= ))++)"
    r"|(?P<comment>--(?:(?!\\n)[^\n])*+(?:\n|\\n|\Z)|/\*.*?(?:\*/|\Z))"
    rf"|(?P<answer>{THOUGHT_OUT})|(?P<mark>{MARK})|(?P<fence>```|~~~)|(?P<hash>\#(?=[^>\-=])[^\n]*+)"
    r"|(?P<text>(?-i:'(?:[A-Z]'[A-Z][a-z]|[\w ]{1,40}'(?:[dmst]|[rv]e|ll)\b|[\w ]{0,40}\b[DLdl]'[A-Z]|[\w ]{1,40}s' "
    rf"(?:(?!(?i:\b(?:{'|'.join(CLAUSES | ENDING)})\b))[\w ])++(?<! )(?='))"
    r"[^'\n;]{0,60}'(?=[\s;),]|\Z))"  # an apostrophe, not doubled: 'O'Brien', 'Don't Stop', 'players' choice'
    r"|'(?:[^'\\]|\\'(?=\w)|\\)*+(?:'|\Z))|(?P<name>\"[^\"]*+(?:\"|\Z)|`[^`]*+(?:`|\Z)|\[(?:[^\[\]]|\[[^\]]*+(?:\]|\Z))*+(?:\]|\Z))"
    r"|(?P<number>\d+(?=(?:assistant|user|system)\b)|\d\w*(?:\.\d\w*)?)"
    r"|(?P<word>[^\W\d](?:[\w$\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e]|\\_)*+)|(?P<slash>\\(?=[*<>=|\n]))"
    r"|(?P<entity>&(?:gt|lt|amp|quot|apos|\#x?[\da-f]{1,5});)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
KEYWORDS = CLAUSES | ENDING | set(
    "all distinct case exists with recursive by any some interval at partition within preceding following unbounded materialized "
    "ilike similar rlike regexp glob escape lateral tablesample pivot unpivot to for next into div mod xor both leading trailing "
    "separator ordinality no if sounds percent asof semi anti positional straight_join".split()
)  # fmt: skip
SPEAKERS = set("user assistant human system model question answer instruction input output response".split())  # of a next turn
# Words that open a sentence, with a comma behind.
OPENERS = set(
    "As Here Sorry In For On With To By If Next First Then Last However Alternatively Therefore Thus Hence So But Also Now Note Finally "
    "Additionally Moreover Furthermore Otherwise Instead Similarly Overall Specifically Unfortunately Essentially".split()
)
UNNAMED = set("where on using group having order limit offset".split())  # clauses whose expressions take no alias
NEVER = set("the an your our these those which is are was to of and or with for that".split())  # no column's and no table's name
