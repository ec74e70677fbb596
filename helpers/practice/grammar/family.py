"""What a query family is: a way to draw queries, and the sentences that ask for them."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from helpers.practice.grammar.query import Query
from helpers.practice.grammar.scene import Scene


@dataclass(frozen=True)
class Candidate:
    """Hold a drawn query and a function that says its parts anew at each call, as slots for a wording.

    A slot that has no form for this query is left out: wordings that need it do not apply.
    """

    query: Query
    say: Callable[[random.Random], dict[str, str]]


@dataclass(frozen=True)
class Family:
    """Hold one family: how it is drawn, its wordings, those kept for the unseen-wordings test, and its share."""

    name: str
    make: Callable[[Scene, random.Random], Candidate | None]
    wordings: tuple[str, ...]
    kept: tuple[str, ...]
    weight: int = 4

    def wording(self, number: int) -> str:
        """Return a wording by its number, which counts on from `wordings` into `kept`."""
        return (*self.wordings, *self.kept)[number]
