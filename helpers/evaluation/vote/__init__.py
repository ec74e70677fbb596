"""Which answer most of several agree on, by what they return on databases that are made from the schema, never from a gold query."""

import hashlib
import json
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from itertools import combinations, groupby
from pathlib import Path

from helpers.evaluation.vote.ballots import Ballot, Vote, reliability
from helpers.evaluation.vote.databases import compare, make_databases
from helpers.files import write_whole
from helpers.scoring.execution.queries import run_many, version
from helpers.scoring.execution.result_equality import order_matters
from helpers.scoring.generated.catalog import MAX_ROWS
from helpers.scoring.generated.suites import files_of

__all__ = ["Ballot", "Vote", "hold_ballots", "reliability"]
DATABASES = 16
MAX_STEPS = 5_000_000  # of an answer on one database, some 0.2 s
SECONDS = 5.0  # the backstop where single steps are slow
_BATCH = 20  # questions whose databases lie on the disk at one time


def hold_ballots(
    questions: Sequence[str], schemas: Sequence[str], answers: Sequence[Sequence[str]], *, greedy: Sequence[str] = (),
    log_probabilities: Sequence[Sequence[float]] = (), databases: int = DATABASES, files: Sequence[Sequence[Path | str]] = (),
    seed: int = 0, folder: Path | str | None = None, workers: int = 0,
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
        seed: of the databases.
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


def _name(ballot: Ballot, schema: str, question: str, databases: int, seed: int) -> str:
    inputs = [schema, question, ballot.texts, databases, seed, version(), *_sources()]
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
