"""`python -m helpers.score`: score a file of predictions and say by which rules.

Spider's files: `--gold dev_gold.sql --predictions pred.txt --tables tables.json --databases DIR [--suite DIR]`.
Data sets without databases: `--rows FILE`, JSON lines with `schema`, `gold` and `prediction`, or a list `predictions`.
`--audit` looks at the gold queries first, or alone where there are no predictions.
"""

from helpers.files.packages import check_command

if __name__ == "__main__":
    check_command("score")  # before anything is imported that a bare Python lacks

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from helpers import UserError, command, say, table
from helpers.files import check_target, explain_unwritable, write_whole
from helpers.prompts.answers import extract_sql
from helpers.scoring.execution.verdict import KINDS
from helpers.scoring.measures import HEADLINES, MEASURES, compare, headline, passed, per_cent, schema_use_sentence, verdicts
from helpers.scoring.report import progress_lines, score_predictions
from helpers.scoring.spider.files import check_same_rows, read_gold, read_predictions, read_rows, read_scores, spider_rows
from helpers.scoring.spider.official import Rules
from helpers.scoring.statistics import rate_with_interval

_QUERY = re.compile(r"[\s(]*(?:select|with|values)\b", re.IGNORECASE)
SHORT = {"spider_em": "em", "execution_accuracy": "ex", "test_suite": "ts", "validity": "valid"}  # what JSON calls a measure


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    made = argparse.ArgumentParser(prog="python -m helpers.score", description="Score predicted SQL, with 95 % intervals, by hardness.")
    made.add_argument("--gold", metavar="FILE", help="gold queries, each with a tab and its database")
    made.add_argument("--predictions", metavar="FILE", help="predicted queries, one a line")
    made.add_argument("--tables", metavar="FILE", help="Spider's tables.json")
    made.add_argument("--databases", default="", metavar="DIR", help="SQLite files, DIR/name/name.sqlite")
    made.add_argument("--suite", default="", metavar="DIR", help="test suite, DIR/name/*.sqlite")
    made.add_argument("--rows", metavar="FILE", help="JSON lines with schema, gold and prediction(s), scored on generated databases")
    made.add_argument("--answers", action="store_true", help="the predictions are whole answers: cut the query out of each first")
    made.add_argument("--audit", action="store_true", help="name the gold queries that fail, return nothing or are decided by chance")
    made.add_argument("--leave-out", nargs="+", default=[], metavar="KIND", help=f"audit, and do not score these: {', '.join(KINDS)}")
    made.add_argument("--keep-distinct", action="store_true", help="do not remove DISTINCT from gold and prediction")
    made.add_argument("--plug-value", action="store_true", help="also try the gold query's values in the prediction")
    made.add_argument("--official", action="store_true", help="the official verdicts, also where they are wrong")
    made.add_argument("--json", metavar="FILE", help="write summary and verdicts")
    made.add_argument("--compare", metavar="FILE", help="an earlier --json of the same rows: what was gained and lost since")
    made.add_argument("--jobs", type=int, default=0, metavar="N", help="processes that run SQL; one a core if not given")
    return made


@command
def main(argv: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code: 0 when scored, 2 for what the user can put right."""
    return score(parser().parse_args(argv))


def score(options: argparse.Namespace) -> int:
    """Score, print the table, write the JSON. Raise UserError for anything that cannot be scored as asked."""
    rules = Rules(keep_distinct=options.keep_distinct, plug_value=options.plug_value, official=options.official)
    earlier = read_scores(options.compare) if options.compare else None
    if options.jobs < 0:
        raise UserError(f"--jobs is {options.jobs}: expected a number of processes, or 0 for one a core.")
    if unknown := sorted(set(options.leave_out) - KINDS.keys()):
        raise UserError(f"--leave-out names {unknown[0]!r}. Expected some of: {', '.join(KINDS)}.")
    rows, answers, places = _read(options, rules)
    if not rows:
        raise UserError(f"{options.rows or options.gold} holds no rows.")
    if options.json:
        files = {str(file) for row in rows for file in (row.get("database"), *row.get("suite", ()))}
        check_target(options.json, [options.gold, options.predictions, options.tables, options.rows, options.compare, *files])
    if earlier:
        check_same_rows(earlier, rows)
    answers = _queries(answers, options)
    found, progress = [], progress_lines(time.monotonic)
    if options.audit or options.leave_out:
        from helpers.scoring.audit import audit, audit_sentences  # what few calls need is imported where it is used: each costs

        say("\n".join(audit_sentences(rows, found := audit(rows, workers=options.jobs, progress=progress))))
        if not all(answers):
            _write(options.json, {"audit": _audited(rows, found)})
            return 0
    left_out = [next((f"{KINDS[one.kind]}: {one.reason}" for one in own if one.kind in options.leave_out), "") for own in found]
    scored = {"rules": rules, "generate": bool(options.rows), "workers": options.jobs, "progress": progress, "diagnostics": False}
    with tempfile.TemporaryDirectory(prefix="suites-") as folder:
        report = score_predictions(rows, [several[0] for several in answers], left_out=left_out, folder=folder, **scored)
        several = _judge_several(rows, answers, report, folder, scored) if len(answers[0]) > 1 else {}
    places |= {"answers": "the query cut out of each"} if options.answers else {}
    places |= {"left out": " ".join(options.leave_out)} if options.leave_out else {}
    flags = rules.describe() | places
    result = _result(report, flags) | ({"audit": _audited(rows, found)} if found else {}) | ({"several": several} if several else {})
    _show(report, several, flags, generated=bool(options.rows))
    _write(options.json, result)
    if earlier:
        say(_comparison(earlier, result))
    return 0


def _read(options: argparse.Namespace, rules: Rules) -> tuple[list[dict], list[list[str]], dict[str, str]]:
    """Read the files that the options name: the rows, the predictions of each, and what is said of the databases."""
    if options.rows and (options.gold or options.predictions or options.tables or options.databases or options.suite):
        raise UserError("--rows brings its own gold queries, predictions and schemas: leave out --gold, --predictions, --tables, "
                        "--databases and --suite.")  # fmt: skip
    if options.official and options.answers:
        raise UserError("--official scores the lines as they stand: leave out --answers.")
    if options.rows and (options.official or options.plug_value):
        raise UserError("--official and --plug-value are about given databases: leave them out with --rows.")
    if options.rows:
        rows, answers = read_rows(options.rows, predicted=not options.audit)
        return rows, answers, {"databases": "generated from the gold queries"}
    if not (options.gold and options.tables and (options.predictions or options.audit)):
        raise UserError("Give --gold, --predictions and --tables, or --rows. --help lists all options.")
    gold = read_gold(options.gold)
    db_ids = [db_id for _, db_id in gold]
    predictions = read_predictions(options.predictions, db_ids, official=rules.official) if options.predictions else []
    rows = spider_rows(gold, options.tables, options.databases or options.suite, options.suite)
    return rows, [[sql] for sql in predictions] or [[] for _ in rows], _places(rows, options)


def _queries(answers: list[list[str]], options: argparse.Namespace) -> list[list[str]]:
    """Cut the queries out of the answers if that is asked for; otherwise say which are no query as they stand."""
    cut = {text: extract_sql(text) for several in answers for text in several if options.answers or not _QUERY.match(text) or "```" in text}
    if options.answers:
        return [[cut[text] for text in several] for several in answers]
    if whole := [number for number, several in enumerate(answers, 1) if any(_QUERY.match(cut.get(text, "")) for text in several)]:
        say(f"Warning: {len(whole):,} of {len(answers):,} predictions hold more than a query, the first in row {whole[0]:,}. They are "
            "scored as they stand, and most count as wrong. --answers cuts the queries out first, as the notebooks do.")  # fmt: skip
    return answers


def _judge_several(rows: list[dict], answers: list[list[str]], report: dict, folder: str, scored: dict) -> dict[str, dict]:
    """Return the rates of rows with any and with all answers right, and with the right answer voted for, by the headline score."""
    from helpers.evaluation.vote import hold_ballots

    measure, count = headline(report)["measure"], len(answers[0])
    first = verdicts(report, measure)
    asked = [(i, sql) for i, several in enumerate(answers) for sql in dict.fromkeys(several) if sql != several[0] and first[i] is not None]
    more = score_predictions([rows[i] for i, _ in asked], [sql for _, sql in asked], folder=folder, **scored)
    right = {(i, several[0]): verdict for i, (several, verdict) in enumerate(zip(answers, first, strict=True))}
    right |= dict(zip(asked, verdicts(more, measure), strict=True)) if asked else {}
    rates = passed([[right.get((i, sql)) for sql in several] for i, several in enumerate(answers)])
    ballots = hold_ballots([row["question"] for row in rows], [row["schema"] for row in rows], answers, workers=scored["workers"])
    voted = rate_with_interval([right.get((i, ballot.vote().winner)) for i, ballot in enumerate(ballots)])
    return {f"pass@{count}": rates["any"], f"pass^{count}": rates["all"], f"vote of {count}": voted}


def _show(report: dict, several: dict[str, dict], flags: dict[str, str], *, generated: bool) -> None:
    """Print the table, and below it by which rules and databases it was made and what was left out."""
    unknown, rate = report["validity"]["hallucinated"], report.get("test_suite") or report["execution_accuracy"] or {}
    name = "test_suite" if report.get("test_suite") else "execution"
    why = Counter(row["reason"].split(":")[0] for row in report["rows"] if row[name] is None and row["reason"]).most_common()
    failed = rate.get("golds_failed", 0) + rate.get("left_out", 0)
    say("\n".join([
        _table(report, generated),
        *(f"{name}: {_cell(rate)}" for name, rate in several.items()),
        *(f"{name}: {text}" for name, text in flags.items()),
        *[f"left out: {failed} rows; " + ", ".join(f"{reason} ({count})" for reason, count in why)] * (failed > 0),
        f"schema: {schema_use_sentence(report['schema_use'])}",
        f"hallucinated: {unknown['tables']} rows name a table that does not exist, {unknown['columns']} a column",
    ]))  # fmt: skip


def _audited(rows: list[dict], found: list[list]) -> list[dict]:
    """Return the rows at fault as JSON holds them."""
    return [
        {"index": number, "db_id": row.get("db_id", ""), **asdict(finding)}
        for number, (row, own) in enumerate(zip(rows, found, strict=True)) for finding in own
    ]  # fmt: skip


def _write(path: str | None, result: dict) -> None:
    if path:
        with explain_unwritable(path):
            write_whole(Path(path), json.dumps(result, indent=1) + "\n")


def _places(rows: list[dict], options: argparse.Namespace) -> dict[str, str]:
    """Say which databases the rows are run on, and what is left out without one."""
    said = {}
    for option, key, folder in (("databases", "database", options.databases or options.suite), ("suite", "suite", options.suite)):
        found = {row["db_id"]: row[key] for row in rows}
        lacking, left_out = sorted(name for name in found if not found[name]), sum(not row[key] for row in rows)
        there = len(found) - len(lacking)
        files = sum(map(len, found.values())) if key == "suite" else there
        said[option] = f"{files} files of {there} databases" if folder else "none given"
        if folder and lacking:
            said[option] += f"; missing: {', '.join(lacking)}, so that {left_out} of {len(rows):,} rows are left out"
    return said


def _table(report: dict, generated: bool) -> str:
    shown = [name for name in (SHORT if report.get("spider_em") else ("exact_match", *SHORT)) if report.get(name)]
    names = {name: MEASURES[name][0].removeprefix("Spider's ").removesuffix(" accuracy") for name in shown}
    names |= {"test_suite": "generated suite"} if generated else {}
    parts = report["by_hardness"] | {"all": report}
    lines = [[level, f"{part['n']:,}", *(_cell(part.get(name)) for name in shown)] for level, part in parts.items()]
    return table([["hardness", "n", *map(names.get, shown)], *lines])


def _cell(rate: dict | None) -> str:
    if not rate or rate["rate"] is None:
        return "-"
    return f"{per_cent(rate)} of {rate['n']:,}"


def _result(report: dict, flags: dict[str, str]) -> dict:
    """Return what goes into JSON: no time, no path, so that two runs write the same bytes."""
    summary = {
        level: {"n": part["n"], "exact_match": part["exact_match"], **{short: part.get(name) for name, short in SHORT.items()}}
        for level, part in {"all": report, **report["by_hardness"]}.items()
    }
    rows = [
        {**{key: row[key] for key in ("index", "db_id", "hardness")}, "parse": row.get("parsed"),
         **{short: row.get(MEASURES[name][1]) for name, short in SHORT.items()}, "reason": row["reason"]}
        for row in report["rows"]
    ]  # fmt: skip
    return {"flags": flags, "summary": summary, "schema_use": report["schema_use"], "rows": rows}


def _comparison(before: dict, after: dict) -> str:
    """Say what changed on the same rows, by the first score that both have of some row. Raise UserError where they share no score."""
    shared = [name for name in HEADLINES[:2] if all(result["summary"]["all"].get(SHORT[name]) for result in (before, after))]
    if not shared:
        raise UserError("The earlier result and this one have neither execution nor test suite in common.")
    reports = [{"rows": [{MEASURES[name][1]: row[SHORT[name]] for name in shared} for row in result["rows"]]} for result in (before, after)]
    found = next((found for name in shared if (found := compare(*reports, name))["n"]), None)
    if not found:
        return "against the earlier result: no row was judged in both"
    lines = [f"against the earlier result: {found['sentence']}"]
    for name in ("gained", "lost"):
        if rows := found[name]:
            lines.append(f"{name} ({len(rows)} rows): {', '.join(map(str, rows[:40]))}{', ...' if rows[40:] else ''}")
    old, new = before["flags"], after["flags"]
    lines += [f"not comparable, {name} was: {old.get(name, 'not said')}" for name in old | new if old.get(name) != new.get(name)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
