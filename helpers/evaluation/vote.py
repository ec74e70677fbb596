"""Which answer most of several agree on, by what they return on databases that are made from the schema, never from a gold query."""

import hashlib
import json
import logging
import re
import statistics
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, groupby
from pathlib import Path

from sqlglot import exp

from helpers.files import write_whole
from helpers.scoring.execution.pool import dispatch
from helpers.scoring.execution.queries import TIMEOUT, Result, run_many
from helpers.scoring.execution.result_equality import order_matters, same_result
from helpers.scoring.execution.sql import number, parse_query
from helpers.scoring.execution.verdict import FLOAT_TOLERANCE, short
from helpers.scoring.execution.worker import serve
from helpers.scoring.generated.suites import MAX_WORK, Problem
from helpers.scoring.generated.verdicts import version
from helpers.scoring.statistics import rate_with_interval

DATABASES = 16
SEEDS = 40  # databases looked at for those that tell the answers apart
MAX_ROWS = 2_000  # of an answer: the tables hold few
MAX_STEPS = 5_000_000  # of an answer on one database, some 0.2 s
SECONDS = 5.0  # the backstop where single steps are slow
MAX_READ = 4_000  # characters of an answer whose conditions are planted

_BATCH = 20  # questions whose databases lie on the disk at one time
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?!\w)")
_NAMED = re.compile(r"""'([^']+)'(?!\w)|"([^"]+)"|“([^”]+)”|‘([^’]+)’|(?<!^)\b([A-Z][\w'-]*(?: [A-Z][\w'-]*)*)""")


@dataclass(frozen=True)
class Vote:
    """The answer that most agree on.

    Args:
        winner: one of the largest group's answers: the greedy one if it is there.
        confidence: the share of all answers that are in its group.
        runner_up: the best answer of the next group, or "" where there is none.
        groups: places of the answers that return the same, the winner's first; those that fail are in none.
    """

    winner: str
    confidence: float
    runner_up: str
    groups: list[list[int]]


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
        order = sorted(
            (text for text in self.texts if places[text] or text == self.greedy),
            key=lambda text: (-len(places[text]), -self._mean(places[text]), text != self.greedy, places[text]),
        )
        groups: list[list[str]] = []
        for text in order:
            if self.fails.get(self.texts.index(text), databases) < databases:
                continue
            fitting = next((group for group in groups if all(self._same(text, other, databases) for other in group)), None)
            if fitting is None:
                groups.append([text])
            else:
                fitting.append(text)
        held = {id(group): [place for text in group for place in places[text]] for group in groups}
        groups.sort(key=lambda group: (-len(held[id(group)]), -self._mean(held[id(group)]), self.greedy not in group, held[id(group)]))
        shown = [self.greedy if self.greedy in group else group[0] for group in groups]
        counted = [sorted(held[id(group)]) for group in groups if held[id(group)]]
        best = shown[0] if shown else self.greedy or max(self.answers[:samples], key=lambda a: self._mean(places[a]))
        return Vote(best, len(counted[0]) / samples if counted else 0.0, shown[1] if len(counted) > 1 else "", counted)

    def _mean(self, places: Sequence[int]) -> float:
        return statistics.fmean(self.log_probabilities[place] for place in places) if places else float("-inf")

    def _same(self, text: str, other: str, databases: int) -> bool:
        i, j = sorted((self.texts.index(text), self.texts.index(other)))
        signs = self.codes.get((i, j), "")[:databases]
        return bool(signs) and "!" not in signs and ("=" in signs or "?" not in signs)


def hold_ballots(
    questions: Sequence[str],
    schemas: Sequence[str],
    answers: Sequence[Sequence[str]],
    *,
    greedy: Sequence[str] = (),
    log_probabilities: Sequence[Sequence[float]] = (),
    databases: int = DATABASES,
    files: Sequence[Sequence[Path | str]] = (),
    seed: int = 0,
    folder: Path | str | None = None,
    workers: int = 0,
) -> list[Ballot]:
    """Run every question's answers on databases made from its schema and return how they compare; no gold query is asked for.

    Literals of the question and of the answers are planted in the databases, so that conditions select something. Of `SEEDS` databases
    those come first that tell most answers apart. Each is filled in two orders of insertion. What is returned counts in order
    where one of two answers asks for an order. Answers run in bounded worker processes and can write nothing.

    Args:
        questions: in words.
        schemas: CREATE statements, one text a question.
        answers: queries, several a question.
        greedy: one query a question, which decides between equal groups and has no vote itself.
        log_probabilities: one number an answer, the mean a token.
        databases: how many are made for a question.
        files: SQLite files to run on in place of made ones, a list a question.
        seed: of the databases.
        folder: keeps what was found out for the next call.
        workers: processes; the result does not depend on their number.

    Raises:
        UserError: one of `files` is missing or damaged.
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
            _run_made(found[part], asked, databases, seed, folder, workers)
    return found


def _run_made(
    ballots: Sequence[Ballot], asked: list[tuple[str, str]], databases: int, seed: int, folder: Path | str | None, workers: int
) -> None:
    """Fill ballots from what was kept, or run their texts on new databases and keep that."""
    names = [_name(ballot, *texts, databases, seed) for ballot, texts in zip(ballots, asked, strict=True)]
    known = [Path(folder) / f"{name}.json" if folder else None for name in names]
    missing = [i for i, file in enumerate(known) if not (file and _recall(ballots[i], file))]
    with tempfile.TemporaryDirectory(prefix="votes-") as place:
        made: list[list[tuple[Path, Path]]] = []
        todo = [(*asked[i], ballots[i].texts, databases, seed, str(Path(place) / names[i])) for i in missing]
        for i, (count, fault) in zip(missing, _make_all(todo, workers), strict=True):
            made.append([tuple(_files(Path(place) / names[i], number)) for number in range(count)])
            ballots[i].fault = fault
        lasting = _run([ballots[i] for i in missing], made, workers) if missing else []
    for i, lasts in zip(missing, lasting, strict=True):
        if known[i] and lasts:
            _keep(ballots[i], known[i])


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
            for pair, sign in _compare(compared, ordered[number]).items():
                ballot.codes[pair] = ballot.codes[pair][:turn] + sign + ballot.codes[pair][turn + 1 :]
    return lasting


def _compare(ran: dict[int, Sequence[Result]], ordered: Sequence[bool]) -> dict[tuple[int, int], str]:
    """Return the sign of each pair of texts on one database, of which there are several orders of insertion (see `Ballot`)."""
    steady = {place: all(_equal(found[0], other, ordered[place]) for other in found[1:]) for place, found in ran.items()}
    signs = {}
    for i, j in combinations(sorted(ran), 2):
        same = all(_equal(left, right, ordered[i] or ordered[j]) for left, right in zip(ran[i], ran[j], strict=True))
        signs[i, j] = ("=" if same else "!") if steady[i] and steady[j] else ("~" if same else "?")
    return signs


def _equal(left: Result, right: Result, ordered: bool) -> bool:
    return same_result(left, right, ordered=ordered, float_tolerance=FLOAT_TOLERANCE)


def _make_all(jobs: Sequence[tuple], workers: int) -> list[tuple[int, str]]:
    """Make the databases of each job in processes that can be stopped: how many, or why there are none.

    Where reading the answers fails or takes too long, they play no part in what the databases hold.
    """
    made: dict[int, tuple[int, str]] = {}
    for read in (True, False):
        todo = [i for i in range(len(jobs)) if not made.get(i, (0, ""))[0]]
        with closing(dispatch(((*jobs[i], read, TIMEOUT) for i in todo), workers, program=__name__)) as results:
            for i, (_, result) in zip(todo, results, strict=True):
                made[i] = (0, short(result.message)) if result.error else (result.rows[0][0], "")
    return [made[i] for i in range(len(jobs))]


def main() -> None:
    """Make databases, for the process that asks: schemas and answers may be hostile."""
    logging.disable()
    serve(_make)


def _make(job: tuple) -> Result:
    schema, question, texts, count, seed, home, read, _ = job
    try:
        trees = dict(_read(texts)) if read else {}
        problem = Problem(schema, exp.Tuple(expressions=list(trees.values())), None)
        if not problem.catalog:
            raise ValueError("the schema makes no table")
        with closing(problem.engine):
            _plant(problem, question)
            seeds = _choose(problem, list(trees), count, seed * SEEDS)
            Path(home).mkdir(exist_ok=True)
            for number, chosen in enumerate(seeds):
                for turned, file in enumerate(_files(Path(home), number)):
                    file.write_bytes(problem.database(chosen, bool(turned)))
    except Exception as error:  # whatever a foreign text leads to costs its own question only
        return Result(None, error="other", message=f"{type(error).__name__} {error}".strip())
    return Result([(len(seeds),)], 1)


def _read(texts: Sequence[str]) -> Iterator[tuple[str, exp.Query]]:
    for text in texts:
        with suppress(ValueError):
            if len(text) <= MAX_READ:
                yield text, parse_query(text)


def _files(home: Path, number: int) -> tuple[Path, Path]:
    return home / f"{number}.sqlite", home / f"{number}-turned.sqlite"


def _plant(problem: Problem, question: str) -> None:
    """Let some rows hold the question's numbers and names that no answer has: where its answers do, they are planted already."""
    known = {str(value).lower() for group in problem.hints.groups for found in group.values() for _, value in found}
    numbers = [text for text in _NUMBER.findall(question) if text not in known]
    texts = [text for found in _NAMED.findall(question) if (text := "".join(found)) and text.lower() not in known]
    years = [f"{text}-05-13" for text in numbers if re.fullmatch(r"[12]\d{3}", text)]
    values = {"integer": numbers, "real": numbers, "text": texts, "date": years, "truth": [], "rowid": []}
    group = {}
    for name, table in problem.catalog.items():
        keys = {*(column for key in table.unique for column in key), *table.parents}
        for column, (_, kind) in table.columns.items():
            if values[kind] and column not in keys:
                group[name, column] = [("=", number(v) if kind in ("integer", "real") else v) for v in values[kind]]
    problem.hints.groups += [group] * bool(group)


def _choose(problem: Problem, texts: Sequence[str], count: int, first: int) -> list[int]:
    """Return so many seeds: first those that tell most pairs of answers apart, then those on which most answers find something."""
    engine = problem.engine
    texts = [text for text in texts if not engine.compile(text)]
    ordered = [order_matters(text) for text in texts]
    told: dict[int, set[tuple[int, int]]] = {}
    filled: dict[int, int] = {}
    for seed in range(first, first + max(SEEDS, count)):
        told[seed], filled[seed] = set(), 0
        if not texts or engine.spent > MAX_WORK:
            continue
        ran: list[list[Result | None]] = []
        for turned in (False, True):
            engine.load({name: rows[::-1] for name, rows in engine.stored().items()} if turned else problem.rows(seed))
            ran.append([engine.run(text) for text in texts])
        whole = {place: found for place, found in enumerate(zip(*ran, strict=True)) if None not in found}
        told[seed] = {pair for pair, sign in _compare(whole, ordered).items() if sign == "!"}
        filled[seed] = sum(any(value not in (None, 0) for row in found[0].rows for value in row) for found in whole.values())
    left = set().union(*told.values())
    chosen: list[int] = []
    while len(chosen) < count:
        seed = max(told, key=lambda seed: (len(told[seed] & left), filled[seed], -seed))
        left -= told.pop(seed)
        chosen.append(seed)
    return chosen


def _name(ballot: Ballot, schema: str, question: str, databases: int, seed: int) -> str:
    """Digest all that decides how a ballot's texts compare."""
    inputs = [schema, question, ballot.texts, databases, seed, _version()]
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()[:24]


@cache
def _version() -> str:
    return f"{version()} {hashlib.sha256(Path(__file__).read_bytes()).hexdigest()}"


def _recall(ballot: Ballot, file: Path) -> bool:
    """Fill a ballot from the file that `_keep` wrote, and tell whether there is one that can be read."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        ballot.codes = {(i, j): signs for i, j, signs in kept["codes"]}
        ballot.fails = dict(kept["fails"])
        ballot.databases, ballot.fault = kept["databases"], kept["fault"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True


def _keep(ballot: Ballot, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    codes = [[i, j, signs] for (i, j), signs in ballot.codes.items()]
    kept = {"codes": codes, "fails": list(ballot.fails.items()), "databases": ballot.databases, "fault": ballot.fault}
    write_whole(file, json.dumps(kept))


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
