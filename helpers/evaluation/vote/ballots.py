"""How several answers to a question compare, and which of them most agree on."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpers.scoring.statistics import rate_with_interval


@dataclass(frozen=True)
class Vote:
    """The answer that most agree on."""

    winner: str  # one of the largest group's answers: the greedy one if it is there
    confidence: float  # the share of all answers that are in its group
    runner_up: str  # the best answer of the next group, or "" where there is none
    groups: list[list[int]]  # places of the answers that return the same, the winner's first; those that fail are in none


@dataclass
class Ballot:
    """A question's answers and how they compare. `vote` counts them; fewer answers or databases need no further run.

    `codes` hold a sign a database for each pair of `texts`: "=" and "!" where both return the same, or not; "~" and "?" where one of
    them depends on the order of insertion, so that the comparison may be luck; "." where one fails.
    """

    answers: list[str]
    log_probabilities: list[float]
    greedy: str
    texts: list[str]  # the different ones
    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    fails: dict[int, int] = field(default_factory=dict)  # of a text that fails: the number of the first database it fails on
    databases: int = 0  # they ran on
    fault: str = ""  # why there are no databases: then answers are the same only as texts

    def vote(self, samples: int = 0, databases: int = 0) -> Vote:
        """Count the first `samples` answers on the first `databases`; 0 means all.

        The largest group wins; of equal ones that with the higher mean log-probability, then the greedy answer's. Where every answer
        fails, the greedy one stands, or else the likeliest, with confidence 0.
        """
        samples, databases = samples or len(self.answers), databases or self.databases
        places: dict[str, list[int]] = {text: [] for text in self.texts}
        for place, answer in enumerate(self.answers[:samples]):
            places[answer].append(place)

        def held(texts: list[str]) -> list[int]:
            return [place for text in texts for place in places[text]]

        def rank(texts: list[str]) -> tuple:
            return -len(held(texts)), -self._mean(held(texts)), self.greedy not in texts, held(texts)

        groups: list[list[str]] = []
        for text in sorted((text for text in self.texts if places[text] or text == self.greedy), key=lambda text: rank([text])):
            if self.fails.get(self.texts.index(text), databases) < databases:
                continue
            fitting = next((group for group in groups if all(self._same(text, other, databases) for other in group)), None)
            if fitting is None:
                groups.append(fitting := [])
            fitting.append(text)
        groups.sort(key=rank)
        shown = [self.greedy if self.greedy in group else group[0] for group in groups]
        counted = [sorted(held(group)) for group in groups if held(group)]
        best = shown[0] if shown else self.greedy or max(self.answers[:samples], key=lambda a: self._mean(places[a]))
        return Vote(best, len(counted[0]) / samples if counted else 0.0, shown[1] if len(counted) > 1 else "", counted)

    def _mean(self, places: Sequence[int]) -> float:
        return statistics.fmean(self.log_probabilities[place] for place in places) if places else float("-inf")

    def _same(self, text: str, other: str, databases: int) -> bool:
        i, j = sorted((self.texts.index(text), self.texts.index(other)))
        signs = self.codes.get((i, j), "")[:databases]
        return bool(signs) and "!" not in signs and ("=" in signs or "?" not in signs)


def reliability(confidences: Sequence[float], verdicts: Sequence[bool | None], bins: int = 5) -> list[dict]:
    """Return how often answers of about the same confidence are right, lowest first: a calibrated confidence is that rate.

    Each is {"confidence": the mean, "rate", "interval", "n"}; bins are equally wide, empty ones are left out.

    >>> [(part["confidence"], part["rate"]) for part in reliability([0.25, 1.0, 1.0], [False, True, True])]
    [(0.25, 0.0), (1.0, 1.0)]
    """
    held: dict[int, list[tuple[float, bool]]] = {}
    for confidence, verdict in zip(confidences, verdicts, strict=True):
        if verdict is not None:
            held.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, verdict))
    return [
        {"confidence": statistics.fmean(own for own, _ in part), **rate_with_interval([verdict for _, verdict in part])}
        for _, part in sorted(held.items())
    ]
