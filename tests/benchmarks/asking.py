"""How well are real databases asked: `python -m tests.benchmarks.asking --run RUN --spider DIR --questions 100`.

The same questions with all tables shown and with the linked ones only, each before and after the look-up that follows an empty
answer, judged by the rows that the gold query returns. Needs Spider's development set with its databases.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

from helpers import UserError
from helpers.ask.ask import ask
from helpers.ask.database import open_database
from helpers.data.spider import SpiderFiles
from helpers.files import write_whole
from helpers.scoring.report import score_predictions
from helpers.scoring.statistics import wilson_interval

LOOKED_UP = "told where its text stands"


def questions(folder: str, count: int, seed: int = 0) -> list[dict]:
    """Return so many questions of the development set whose database is there, database by database."""
    spider = SpiderFiles(folder)
    rows = [row for row in spider.rows("test") if spider.databases.get(row["db_id"])]
    if not rows:
        raise UserError(f"{folder} has no database for a question of its development set. Name Spider's folder with its databases.")
    chosen = random.Random(seed).sample(rows, min(count, len(rows)))
    return [{**row, "sql": row["query"]} for row in spider.joined(sorted(chosen, key=lambda row: row["db_id"]))]


def measure(rows: list[dict], writer, scopes: tuple[str, ...] = ("full", "linked")) -> dict[str, dict]:
    """Ask every question in every scope; return, by scope and with or without the look-up, how many are right, and what was asked."""
    found = {}
    for scope in scopes:
        started, answers = time.monotonic(), []
        for row in rows:
            answers.append(ask(open_database(row["database"]), writer, row["question"], schema_scope=scope))
            if len(answers) % 10 == 0:
                print(f"{scope}: {len(answers)} of {len(rows)}, {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
        seconds = time.monotonic() - started
        ways = {"look-up": [answer.sql for answer in answers], "no look-up": [_before(answer) for answer in answers]}
        for way, queries in ways.items():
            right = [bool(score["execution"]) for score in score_predictions(rows, queries)["rows"]]
            found[f"{scope}, {way}"] = {
                "right": sum(right), "of": len(rows), "interval": wilson_interval(sum(right), len(rows)), "seconds": seconds,
                "looked_up": sum(any(attempt.how == LOOKED_UP for attempt in answer.attempts) for answer in answers),
                "rows": list(zip((row["question"] for row in rows), queries, right, strict=True)),
            }  # fmt: skip
    return found


def _before(answer) -> str:
    """Return the query that would have been the answer without the look-up."""
    ran = [attempt.sql for attempt in answer.attempts if not attempt.error and attempt.how != LOOKED_UP]
    return ran[0] if ran else answer.sql


def main() -> int:
    """Measure one run, print a line a way, and keep all queries where `--out` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", default="", help="a run's folder or the end of its path, or base; without it the newest finished run")
    parser.add_argument("--model", default="standin/smollm2-135m", help="the untuned model, where no run is asked")
    parser.add_argument("--spider", required=True, help="Spider's folder, with its databases")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--out", default="", help="a .json file for the queries")
    given = parser.parse_args()
    try:
        rows = questions(given.spider, given.questions)
        from helpers.ask.model import load_writer

        writer = load_writer(given.run, given.model)
        print(f"asking {writer.name}\n{writer.caution}")
        found = measure(rows, writer)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    for way, row in found.items():
        low, high = row["interval"]
        print(f"{way:<20} {row['right']} of {row['of']} [{low:.2f}, {high:.2f}], {row['looked_up']} looked up, {row['seconds']:.0f} s")
    if given.out:
        write_whole(Path(given.out), json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
