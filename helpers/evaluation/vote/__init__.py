"""Which answer most of several agree on, by what they return on databases that are made from the schema, never from a gold query."""

import hashlib
import json
import statistics
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, groupby
from pathlib import Path

from helpers.evaluation.vote.databases import compare, make_databases
from helpers.files import write_whole
from helpers.scoring.execution.queries import run_many, version
from helpers.scoring.execution.result_equality import order_matters
from helpers.scoring.generated.catalog import MAX_ROWS
from helpers.scoring.generated.suites import files_of
from helpers.scoring.statistics import rate_with_interval

DATABASES = 16
MAX_STEPS = 5_000_000  # of an answer on one database, some 0.2 s
SECONDS = 5.0  # the backstop where single steps are slow
_BATCH = 20  # questions whose databases lie on the disk at one time


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


def hold_ballots(
    questions: Sequence[str], schemas: Sequence[str], answers: Sequence[Sequence[str]], *, greedy: Sequence[str] = (),
    log_probabilities: Sequence[Sequence[float]] = (), databases: int = DATABASES, files: Sequence[Sequence[Path | str]] = (),
    folder: Path | str | None = None, workers: int = 0,
) -> list[Ballot]:  # fmt: skip
    """Run every question's answers on databases made from its schema and return how they compare; no gold query is asked for.

    Each database is filled in two orders of insertion. Rows count in order where one of two answers asks for an order. Answers run in
    bounded worker processes and can write nothing. Raise UserError where one of `files` is missing or damaged.

    Args:
        questions: in words; their numbers and names are planted in the databases, so that conditions select something.
        schemas: CREATE statements, one text a question.
        answers: queries, several a question.
        greedy: one query a question, which decides between equal groups and has no vote itself.
        log_probabilities: one number an answer, the mean a token.
        databases: how many are made for a question: those that tell most answers apart.
        files: SQLite files to run on in place of made ones, a list a question.
        folder: keeps what was found out for the next call.
        workers: processes; the result does not depend on their number.
    """
    found: list[Ballot] = []
    for row, own in enumerate(answers):
        first = greedy[row] if greedy else ""
        likely = list(log_probabilities[row]) if log_probabilities else [0.0] * len(own)
        texts = sorted({*own, *([first] if greedy else [])})
        found.append(Ballot(list(own), likely, first, texts))
    for start in range(0, len(found), _BATCH):
        part = slice(start, start + _BATCH)
        if files:
            _run(found[part], [[(file,) for file in some] for some in files[part]], workers)
        else:
            asked = list(zip(schemas[part], questions[part], strict=True))
            _run_made(found[part], asked, databases, folder, workers)
    return found


def _run_made(ballots: Sequence[Ballot], asked: list[tuple[str, str]], databases: int, folder: Path | str | None, workers: int) -> None:
    """Fill ballots from what was kept, or run their texts on new databases and keep that."""
    names = [_name(ballot, *texts, databases) for ballot, texts in zip(ballots, asked, strict=True)]
    known = [Path(folder) / f"{name}.json" if folder else None for name in names]
    missing = [i for i, file in enumerate(known) if not (file and _recall(ballots[i], file))]
    with tempfile.TemporaryDirectory(prefix="votes-") as place:
        made: list[list[tuple[Path, Path]]] = []
        todo = [(*asked[i], ballots[i].texts, databases, str(Path(place) / names[i])) for i in missing]
        for i, (seeds, fault) in zip(missing, make_databases(todo, workers), strict=True):
            made.append([files_of(Path(place) / names[i], one) for one in seeds])
            ballots[i].fault = fault
        lasting = _run([ballots[i] for i in missing], made, workers) if missing else []
    for i, lasts in zip(missing, lasting, strict=True):
        if known[i] and lasts:
            ballot = ballots[i]
            codes = [[*pair, signs] for pair, signs in ballot.codes.items()]
            kept = {"codes": codes, "fails": list(ballot.fails.items()), "databases": ballot.databases, "fault": ballot.fault}
            write_whole(known[i], json.dumps(kept))


def _run(ballots: Sequence[Ballot], files: Sequence[Sequence[tuple]], workers: int) -> list[bool]:
    """Run every text of each ballot on every database, note how they compare, and tell of each whether that holds a second time.

    A database is one file, or two with the same rows inserted in two orders. A text that has failed is not run on.
    """
    sent: deque[tuple[int, int, int]] = deque()  # under way: ballot, database, text

    def jobs() -> Iterator[tuple]:
        for number, (ballot, databases) in enumerate(zip(ballots, files, strict=True)):
            for turn, database in enumerate(databases):
                for place, text in enumerate(ballot.texts):
                    for file in database if place not in ballot.fails else ():
                        sent.append((number, turn, place))
                        yield file, text

    lasting = [True] * len(ballots)
    for ballot, databases in zip(ballots, files, strict=True):
        ballot.databases = len(databases)
        ballot.codes = {pair: "." * len(databases) for pair in combinations(range(len(ballot.texts)), 2)}
    ordered = [[order_matters(text) for text in ballot.texts] for ballot in ballots]
    results = run_many(jobs(), max_rows=MAX_ROWS, max_steps=MAX_STEPS, timeout=SECONDS, workers=workers)
    with closing(results):
        answers = ((sent.popleft(), result) for result in results)
        for (number, turn), group in groupby(answers, key=lambda answer: answer[0][:2]):
            ballot, ran = ballots[number], {}
            for (_, _, place), result in group:
                if result.error:
                    ballot.fails.setdefault(place, turn)
                    lasting[number] = lasting[number] and result.error not in {"timeout", "other"}
                ran.setdefault(place, []).append(result)
            compared = {place: found for place, found in ran.items() if place not in ballot.fails}
            for pair, sign in compare(compared, ordered[number]).items():
                ballot.codes[pair] = ballot.codes[pair][:turn] + sign + ballot.codes[pair][turn + 1 :]
    return lasting


def _name(ballot: Ballot, schema: str, question: str, databases: int) -> str:
    inputs = [schema, question, ballot.texts, databases, version(), *_sources()]
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()[:24]


@cache
def _sources() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))]


def _recall(ballot: Ballot, file: Path) -> bool:
    """Fill a ballot from the file that `_run_made` wrote, and tell whether there is one that can be read."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        ballot.codes = {(i, j): signs for i, j, signs in kept["codes"]}
        ballot.fails = dict(kept["fails"])
        ballot.databases, ballot.fault = kept["databases"], kept["fault"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True


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
