"""What there is: the databases, the families, and which of them training never sees."""

import importlib
import pkgutil

from helpers.practice import domains
from helpers.practice.families.aggregates import AGGREGATES
from helpers.practice.families.dates import DATES
from helpers.practice.families.groups import GROUPS
from helpers.practice.families.joined import JOINED_GROUPS, SELF_JOINS
from helpers.practice.families.joins import JOINS
from helpers.practice.families.nested import NESTED
from helpers.practice.families.single import SINGLE
from helpers.practice.families.sorting import SORTING
from helpers.practice.grammar.domain import Database
from helpers.practice.grammar.family import Family

FAMILIES: tuple[Family, ...] = (*SINGLE, *AGGREGATES, *SORTING, *GROUPS, *DATES, *JOINS, *SELF_JOINS, *JOINED_GROUPS, *NESTED)
# Both are compositions of what training shows: a condition (BETWEEN; a join) and an aggregate.
HELD_OUT_FAMILIES = ("aggregate_between", "join_aggregate")
HELD_OUT_DATABASES = ("bakery", "bird_watching", "chess", "farm", "ski_resort", "theater")


def databases() -> list[Database]:
    """Return every database in `domains/`, by name. A new file there is a new database; nothing else lists them."""
    found = sorted(module.name for module in pkgutil.iter_modules(domains.__path__))
    return [importlib.import_module(f"{domains.__name__}.{name}").DATABASE for name in found]
