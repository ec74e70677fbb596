"""Spider's own rules over a query's tree: the hardness of a query."""

from collections.abc import Iterable

from sqlglot import exp

from helpers.scoring.execution.sql import parse_query

LEVELS = ["easy", "medium", "hard", "extra"]  # in their order

# Spider's grammar knows these five; any other function is not an aggregate to it.
_AGGREGATES = (exp.Max, exp.Min, exp.Count, exp.Sum, exp.Avg)
_LIKES = (exp.Like, exp.ILike)
_COMPARISONS = (exp.In, exp.Between, *_LIKES)


def easy_first(values: Iterable[str]) -> list[str]:
    """Return the distinct values, grades of hardness in their order and others behind them as they come.

    >>> easy_first(["hard", "unknown", "easy", "hard"])
    ['easy', 'hard', 'unknown']
    """
    return sorted(dict.fromkeys(values), key=lambda value: LEVELS.index(value) if value in LEVELS else len(LEVELS))


def hardness(sql: str) -> str:
    """Grade a query "easy", "medium", "hard" or "extra" by Spider's rules.

    Scores are read by hardness because a rate over a mix of queries says as much about the mix as about the model.
    The rules count clauses, joins, ORs and LIKEs (first), nested queries and set operations (second), and four signs of
    length (third): more than one aggregate, selected column, WHERE condition or GROUP BY column.
    They are those of `Evaluator.eval_hardness` in https://github.com/taoyds/spider (Yu et al. 2018), its oddities
    included wherever they decide a label; each is named beside the line that keeps it.

    Not covered: what Spider's grammar cannot read has no official label. A common table expression and a subquery
    under EXISTS or in the select list are counted here as nested queries, so that no such query is called easy. Raise ValueError where the
    text is not one query that sqlglot can parse.

    >>> hardness("SELECT count(*) FROM singer")
    'easy'
    >>> hardness("SELECT name FROM singer WHERE age > (SELECT avg(age) FROM singer)")
    'hard'
    """
    query = parse_query(sql)
    ctes = len(list(query.find_all(exp.CTE)))
    combined = 0
    # `A UNION B UNION C` reads as A with one nested query, (B UNION C): a chain counts once.
    while isinstance(query, (exp.SetOperation, exp.Subquery)):
        combined = 1 if isinstance(query, exp.SetOperation) else combined
        # ORDER BY and LIMIT after a set operation belong to the last query in Spider's reading: they are not counted.
        query = query.this
    if not isinstance(query, exp.Select):
        raise ValueError(f"Not a query: {sql!r}. Expected one SELECT.")
    joins = query.args.get("joins") or []
    where, having, group, order = (query.args.get(name) for name in ("where", "having", "group", "order"))
    where, having = (_Conditions(clause and clause.this) for clause in (where, having))
    group, order = (clause.expressions if clause else [] for clause in (group, order))
    conditions = [where, having, *(_Conditions(join.args.get("on")) for join in joins)]
    leaves = [leaf for part in conditions for leaf in part.leaves]
    # Clauses, joined tables, ORs and LIKEs (`count_component1`); HAVING alone is not a component.
    components = sum(map(bool, (where.leaves, group, order, query.args.get("limit")))) + len(joins)
    components += sum(part.ors for part in conditions) + sum(isinstance(leaf, _LIKES) for leaf in leaves)
    # Queries inside conditions (`count_component2`); one in FROM is a table to Spider, and not counted.
    nested = combined + ctes + sum(map(_queries, (*leaves, *query.expressions)))
    # The official count looks for an aggregate in the first field of each unit. In a WHERE or HAVING condition
    # that field is its NOT, in a connector of HAVING it is the letter of AND or OR: those are counted instead.
    aggregates = sum(map(_leads_with_aggregate, query.expressions)) + where.nots + having.nots + having.connectors
    # Among the operands of an ORDER BY or GROUP BY item, both sides of an operator are looked at.
    found = (node for item in (*order, *group) for node in item.find_all(*_AGGREGATES))
    aggregates += sum(not isinstance(node.parent, _AGGREGATES) for node in found)
    return _grade(components, nested, sum(count > 1 for count in (aggregates, len(query.expressions), len(where.leaves), len(group))))


def grade(sql: str) -> str:
    """Return a query's hardness, or "unknown" where it cannot be parsed."""
    try:
        return hardness(sql)
    except ValueError:
        return "unknown"


def _grade(components: int, nested: int, lengths: int) -> str:
    """Map the three counts to a grade, as `Evaluator.eval_hardness` does."""
    if nested == 0:
        if components <= 1 and lengths == 0:
            return "easy"
        if (components <= 1 and lengths <= 2) or (components <= 2 and lengths < 2):
            return "medium"
        if (components <= 2 and lengths > 2) or (components == 3 and lengths <= 2):
            return "hard"
    elif nested == 1 and components <= 1 and lengths == 0:
        return "hard"
    return "extra"


class _Conditions:
    """A condition flattened: its leaves, and how many ORs, ANDs and NOTs join them."""

    def __init__(self, root: exp.Expression | None) -> None:
        self.leaves: list[exp.Expression] = []
        self.connectors = self.ors = self.nots = 0
        waiting, joined, hidden = [root] if root is not None else [], set(), False
        while waiting:  # from left to right
            node = waiting.pop()
            if isinstance(node, exp.Connector) and id(node) not in joined:
                joined.add(id(node))
                waiting += [node.expression, node, node.this]
                continue
            hidden = hidden and not isinstance(node, exp.And)
            if isinstance(node, (exp.Paren, exp.Not)):
                waiting.append(node.this)
                # IS NOT NULL is an operator with a value to Spider, not a negated condition.
                self.nots += not hidden and isinstance(node, exp.Not) and isinstance(node.this.unnest(), _COMPARISONS)
            elif isinstance(node, exp.Connector):
                self.connectors += not hidden
                self.ors += not hidden and isinstance(node, exp.Or)
            elif not hidden:
                self.leaves.append(node)
                # A column on the right of an operator hides all up to the next AND; what stands in double quotes is a text to Spider.
                right = node.args.get("expression")
                hidden = isinstance(node, exp.Predicate) and isinstance(right, exp.Column) and not right.this.args.get("quoted")


def _queries(root: exp.Expression) -> int:
    """Count the outermost queries inside an expression: what they contain is theirs."""
    queries = (exp.Select, exp.SetOperation)
    return sum(isinstance(node, queries) for node in root.walk(prune=lambda node: isinstance(node, queries)))


def _leads_with_aggregate(item: exp.Expression) -> bool:
    """Tell whether a selected item starts with an aggregate: of `max(a) - min(b)` Spider counts the first only."""
    node = item.unalias()
    while isinstance(node, exp.Binary):
        node = node.this
    return isinstance(node, _AGGREGATES)
