"""Section `scoring`: `python -m helpers.score` on given databases and on generated ones, beside the official code where that is at hand."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from helpers import UserError
from helpers.hosts import cache_folder
from helpers.practice import build
from helpers.scoring.execution.queries import KEPT_GOLDS
from helpers.scoring.spider.exact_match import exact_set_match
from tests.benchmarks.pairs import compare_sides, interleave, speeds, spread
from tests.benchmarks.processes import watched
from tests.benchmarks.rows import practice_rows
from tests.benchmarks.sizes import Bench

OURS, KEPT, OFFICIAL = "helpers.score", "helpers.score, gold answers kept", "the official evaluator"


def scoring(bench: Bench, found: dict) -> None:
    """Score one file of predictions again and again; every command starts Python and reads its files, as a user's does.

    The answers of gold queries that an earlier call has kept are forgotten first, but for one side.
    """
    size = bench.size
    files = write_files(bench.folder, size.scored, plain=bool(bench.official))
    found |= {"rows": size.scored, "databases": files["databases"]}
    last: dict[str, dict] = {}
    command = our_command(files, bench.folder / "ours.json")
    sides = {OURS: _side(last, OURS, command, size.scored, forget=True), KEPT: _side(last, KEPT, command, size.scored)}
    if bench.official:
        sides[OFFICIAL] = _side(last, OFFICIAL, _official_command(bench.official, files), size.scored, Path(bench.official))
    rounds = interleave(sides, size.rounds, bench.deadline)
    report = json.loads((bench.folder / "ours.json").read_text())
    ours = {"rows_a_second": spread(speeds(rounds[OURS], "rows")), "peak_mib": max((row["peak_mib"] or 0) for row in rounds[OURS]) or None}
    ours["gold_answers_kept_rows_a_second"] = spread(speeds(rounds[KEPT], "rows"))
    found["given databases"] = ours | {"execution_accuracy": report["summary"]["all"]["ex"]["rate"]}
    if bench.official:
        found["against the official code"] = compare_sides(rounds, OURS, OFFICIAL, "rows", ("rows",)) | {
            "gold_answers_kept_ratio": compare_sides(rounds, KEPT, OFFICIAL, "rows", ("rows",))["ratio"],
            "official_peak_mib": max((row["peak_mib"] or 0) for row in rounds[OFFICIAL]) or None,
            "official_execution_accuracy": _official_accuracy(last[OFFICIAL]["output"]),
        }
    else:
        found["against the official code"] = None  # it is not on PyPI and no part of this repository: OFFICIAL=<checkout> measures it
    found["generated databases"] = _generated(bench)


def write_files(folder: Path, count: int, plain: bool = False) -> dict:
    """Write gold queries and predictions in Spider's format: every third prediction is another question's query, no two texts are alike.

    The practice data has some 4,900 questions: beyond that the gold queries come again, the predictions with other limits.
    `plain` leaves out gold queries that Spider's grammar cannot read: the official code stops at the first of them.
    """
    practice = build.practice_folder()
    rows = [row for split in build.SPLITS for row in build.read(practice, split)]
    if plain:
        entries = {entry["db_id"]: entry for entry in json.loads((practice / "tables.json").read_text(encoding="utf-8"))}
        rows = [row for row in rows[: 4 * count] if exact_set_match(row["sql"], row["sql"], entries[row["db_id"]]).parsed]
    by_database: dict[str, list[dict]] = {}
    for row in rows:
        by_database.setdefault(row["db_id"], []).append(row)
    gold, predictions = folder / f"gold_{count}.sql", folder / f"predictions_{count}.sql"
    with gold.open("w", encoding="utf-8") as golds, predictions.open("w", encoding="utf-8") as predicted:
        for number in range(count):
            row = rows[number % len(rows)]
            others = by_database[row["db_id"]]
            sql = others[number % len(others)]["sql"] if number % 3 == 0 else row["sql"]
            golds.write(f"{row['sql']}\t{row['db_id']}\n")
            predicted.write((sql if " LIMIT " in sql else f"{sql} LIMIT {100_000 + number}") + "\n")
    return {
        "gold": gold, "predictions": predictions, "tables": practice / "tables.json", "folder": practice / "database",
        "databases": len(by_database),
    }  # fmt: skip


def our_command(files: dict, result: Path | None = None) -> list[str]:
    """Return the command that scores the files."""
    command = [sys.executable, "-m", "helpers.score", "--gold", str(files["gold"]), "--predictions", str(files["predictions"])]
    command += ["--tables", str(files["tables"]), "--databases", str(files["folder"])]
    return command + (["--json", str(result)] if result else [])


def _official_command(checkout: str, files: dict) -> list[str]:
    if not (Path(checkout) / "evaluation.py").is_file():
        raise UserError(f"{checkout} has no evaluation.py: expected a checkout of taoyds/test-suite-sql-eval.")
    command = [sys.executable, "evaluation.py", "--gold", str(files["gold"]), "--pred", str(files["predictions"])]
    return [*command, "--db", str(files["folder"]), "--table", str(files["tables"]), "--etype", "all"]


def _official_accuracy(output: str) -> float | None:
    line = re.search(r"^execution\s+([\d.\s]+)$", output, re.MULTILINE)
    return float(line.group(1).split()[4]) if line and len(line.group(1).split()) > 4 else None


def _side(
    last: dict, name: str, command: list[str], rows: int, folder: Path | str = "", forget: bool = False
) -> Callable[[int], dict]:
    def turn(number: int) -> dict:
        if forget:
            (cache_folder() / KEPT_GOLDS).unlink(missing_ok=True)
        last[name] = watched(command, folder)
        return {"rows": rows, "peak_mib": last[name]["peak_mib"]}

    return turn


def _generated(bench: Bench) -> dict:
    """Score rows without databases: small databases are made from each gold query, and checked against its mutants."""
    _, rows, _ = practice_rows(bench, 0, bench.size.suites, 0)
    file = bench.folder / "rows.jsonl"
    lines = [
        {"schema": row["schema"], "gold": row["sql"], "prediction": row["sql"] if number % 3 else rows[number - 1]["sql"]}
        for number, row in enumerate(rows)
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    found = watched([sys.executable, "-m", "helpers.score", "--rows", str(file)])
    return {"rows": len(rows), "rows_a_second": len(rows) / found["seconds"], "peak_mib": found["peak_mib"], "seconds": found["seconds"]}
