"""The same questions before and after training: asked, scored and compared in one way, so that only the model differs."""

import random
import re
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from datasets import Dataset
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from helpers.data.spider import HUB, find_spider
from helpers.evaluation.generation import Generation, generate
from helpers.models.hub import origin
from helpers.prompts.answers import extract_sql
from helpers.prompts.dialects import bring
from helpers.runs import Run, is_main
from helpers.scoring import measures
from helpers.scoring.execution.queries import run_query
from helpers.scoring.measures import BESIDE, both, compare, failures, headline, rates_by_group, schema_use_sentence, summary_table
from helpers.scoring.report import score_predictions
from helpers.scoring.spider.files import suite_files
from helpers.scoring.spider.hardness import LEVELS
from helpers.scoring.spider.official import Rules

SHOWN = 200  # characters of an answer: a model that was not tuned may go on without end


class Exam:
    """Hold the questions, and each model's answers and scores under its name ("base", "tuned", ...).

    Every model gets the same prompts, the same token budget and the same extraction of the query from the answer. The first
    model that is scored is the baseline. Questions of `wider` are asked in the same way: the same as in the test set, with other
    tables beside the right ones. Their scores stand beside the plain ones everywhere.
    """

    def __init__(
        self,
        tokenizer: PreTrainedTokenizerBase,
        to_prompt: Callable[[dict], str],
        test_set: Dataset,
        demonstrations: list[dict],
        run: Run,
        max_new_tokens: int,
        batch_size: int,
        dialect: str = "sqlite",
        wider: Dataset | None = None,
        spider_dir: str = "",
    ):
        self.tokenizer, self.to_prompt, self.run = tokenizer, to_prompt, run
        self.entries = find_spider(spider_dir).entries if spider_dir else {}
        self.test_set, self.demonstrations = test_set, demonstrations
        self.wider = wider if wider is not None and len(wider) else None
        self.max_new_tokens, self.batch_size, self.dialect = max_new_tokens, batch_size, dialect
        self.suites = tempfile.TemporaryDirectory(prefix="suites-")  # databases made from the gold queries, for every model the same
        self.shown: dict[str, list[Generation]] = {}
        self.answers: dict[str, list[Generation]] = {}
        self.reports: dict[str, dict] = {}
        self.shots: dict[str, list[dict]] = {}  # worked examples, of the models that are asked with some
        self.benchmark: dict[str, dict] = {}  # reports on Spider's development set (benchmark.py)
        self.benchmark_answers: dict[str, list[str]] = {}
        self.wider_answers: dict[str, list[Generation]] = {}
        self.wider_reports: dict[str, dict] = {}

    def ask(
        self, model: PreTrainedModel, rows: list[dict] | Dataset, label: str = "", resume_file: Path | None = None,
        shots: Sequence[dict] | None = None,
    ) -> list[Generation]:  # fmt: skip
        """Answer rows (`question`, `schema`) greedily, in their order, each behind these worked examples.

        Of several processes the main one asks, the others get nothing.
        """
        if not is_main():
            return [Generation("", 0, False)] * len(rows)
        prompts = [self.to_prompt({**row, "shots": shots or ()}) for row in rows]
        return generate(model, self.tokenizer, prompts, self.max_new_tokens, self.batch_size, resume_file, label)

    def with_shots(self, model: PreTrainedModel, train_set: Dataset, shots: int, seed: int) -> str:
        """Choose worked examples of the training rows for the untuned model, say what they cost, and return the name to score it under.

        They stand before each question in the form of training, so that tuning is held against a better prompt. The budget of the
        answer and the extraction stay the same. Where a prompt would get too long for the model, there are fewer. 0 gives "".
        """
        longest = max([*self.test_set, *(self.wider or ())], key=lambda row: len(self.to_prompt({**row, "shots": ()})))

        def tokens(rows: list[dict]) -> int:
            return len(self.tokenizer(self.to_prompt({**longest, "shots": rows}))["input_ids"])

        positions = getattr(model.config, "max_position_embeddings", None) or self.tokenizer.model_max_length
        room = min(self.tokenizer.model_max_length, positions) - self.max_new_tokens
        rows = random.Random(seed).sample(train_set.to_list(), min(max(shots, 0), len(train_set)))
        while rows and tokens(rows) > room:
            rows.pop()
        if not rows:
            why = f"no worked example fits into {room} tokens" if shots > 0 else "shots is 0"
            print(f"{why}: the base model is asked without examples")
            return ""
        name = f"base, {len(rows)} shot{'s' * (len(rows) > 1)}"
        self.shots[name], plain = rows, tokens([])
        print(f"{name}: {tokens(rows) - plain} tokens of worked examples before each question, whose own prompt has {plain} at most")
        return name

    def demonstrate(self, model: PreTrainedModel, name: str, show: bool = True) -> None:
        """Ask the fixed questions and print each with the query of every model so far; of the first model, its whole answer too."""
        first = not self.shown
        self.shown[name] = self.ask(model, self.demonstrations)
        for number, row in enumerate(self.demonstrations if show else []):
            print(row["question"])
            if first:
                print(f"  answer: {self.shown[name][number].text[:SHOWN]!r}")
            for model_name, answers in self.shown.items():
                print(f"  {model_name + ':':<7} {extract_sql(answers[number].text)[:SHOWN]}")
            print()

    def run_demonstration(self, name: str, number: int) -> None:
        """Run one fixed question's gold query and a model's on the question's own database, and print what each returns."""
        row = self.demonstrations[number]
        written = self.query(self.shown[name][number])
        for label, sql in (("gold", row["sql"]), (name, written)):
            result = run_query(row["database"], sql)
            print(f"{label + ':':<7} {sql}\n        returns {result.error + ': ' + result.message if result.error else result.rows}")

    def check(self, model: PreTrainedModel) -> None:
        """Ask the fixed questions of a model that was saved and loaded again, and say whether it answers as it did."""
        name, before = list(self.shown.items())[-1]
        again = self.ask(model, self.demonstrations)
        same = sum(old.text == new.text for old, new in zip(before, again, strict=True))
        print(f"loaded again, the {name} model gives the same answer to {same} of {len(before)} questions")

    def score(self, model: PreTrainedModel, name: str):
        """Answer and score the test set; print what it says against the baseline, and return the table of all models so far.

        Finished answers are kept in the run's folder, so that an interrupted run goes on behind them. With the name "" nothing is asked.
        """
        if not is_main():
            return None
        if not name:
            return self.table()
        file, shots = self.run.answers_file(file_name(name)), self.shots.get(name)
        self.answers[name] = self.ask(model, self.test_set, f"{name} model", file, shots)
        self.reports[name] = self._scored(self.test_set, self.answers[name])
        print(f"{self.truncated(name)} of {len(self.test_set)} answers reached the budget of {self.max_new_tokens} tokens")
        for other in list(self.reports)[:-1]:
            print(f"against {other}: {self.comparison(name, other)['sentence']}")
        if self.wider:
            file = self.run.answers_file(file_name(name), wider=True)
            self.wider_answers[name] = self.ask(model, self.wider, f"{name} model, {BESIDE}", file, shots)
            self.wider_reports[name] = self._scored(self.wider, self.wider_answers[name])
            for other in list(self.wider_reports)[:-1]:
                print(f"{BESIDE}, against {other}: {compare(self.wider_reports[other], self.wider_reports[name])['sentence']}")
            print(f"{BESIDE}: {schema_use_sentence(self.wider_reports[name]['schema_use'])}")
        return self.table()

    def mark(self, name: str, answers: list[Generation]):
        """Score answers that are there already, one a test question, as `score` does those that it asks for."""
        self.answers[name], self.reports[name] = answers, self._scored(self.test_set, answers)
        if len(self.reports) > 1:
            print(self.comparison(name)["sentence"])
        return self.table()

    def judge(self, answers: list[list[Generation]]) -> list[dict[str, bool | None]]:
        """Tell of several answers to each test question whether their queries are right: {query: verdict}, each run once."""
        known = [{self.query(answer): answer for answer in several} for several in answers]
        rows = self.test_set.select([place for place, several in enumerate(known) for _ in several])
        report = self._scored(rows, [answer for several in known for answer in several.values()])
        found = iter(measures.verdicts(report, headline(report)["measure"]))
        return [{query: next(found) for query in several} for several in known]

    def _scored(self, rows: Dataset, answers: list[Generation]) -> dict:
        """Score answers by the official rules and test suites where the rows have some, else on databases made from the gold queries."""
        asked = zip(answers, rows["sql"], strict=True)
        queries, unjudged = zip(*(bring(extract_sql(answer.text), self.dialect, gold) for answer, gold in asked), strict=True)
        if count := sum(map(bool, unjudged)):
            print(f"{count} of {len(unjudged)} answers cannot be brought to SQLite: counted apart, neither right nor wrong")
        judged = with_suites(rows.to_list(), self.entries)
        official = any(row["suite"] for row in judged)
        ways = {"rules": Rules()} if official else {"generate": True, "folder": self.suites.name}
        return score_predictions(judged, queries, unjudged=unjudged, **ways)

    def table(self):
        """Return the table of all models so far; beside each, what it scored with other tables beside the right ones."""
        return summary_table(both(self.reports, self.wider_reports))

    def sql(self, name: str) -> list[str]:
        """Return a model's queries as SQLite takes them, one a test question."""
        return [self.query(answer) for answer in self.answers[name]]

    def query(self, answer: Generation) -> str:
        """Cut the query out of an answer and, if the model was taught another dialect, translate it for SQLite."""
        return bring(extract_sql(answer.text), self.dialect)[0]

    def truncated(self, name: str) -> int:
        """Count the answers of a model that ran into the token budget."""
        return sum(answer.truncated for answer in self.answers[name])

    def comparison(self, name: str, other: str = "") -> dict:
        """Compare a model with another, or with the baseline, in pairs (`scoring.measures.compare`)."""
        return compare(self.reports[other or next(iter(self.reports))], self.reports[name])

    def by_group(self, column: str = "group") -> dict[str, dict[str, dict]]:
        """Return the headline's rates for each value of a column of the test set, such as `group` or `hardness` (easy first)."""
        measure = headline(list(self.reports.values())[-1])["measure"]
        rates = rates_by_group(self.reports, self.test_set[column][:], measure)
        return {name: rates[name] for name in sorted(rates, key=lambda name: LEVELS.index(name) if name in LEVELS else 0)}

    def bars(self, column: str = "group") -> dict[str, dict[str, dict]]:
        """Return `by_group`, and behind it the headline's rates of the questions with other tables beside."""
        measure = headline(list(self.reports.values())[-1])["measure"]
        wider = {name: report[measure] for name, report in self.wider_reports.items() if report.get(measure)}
        return {**self.by_group(column), **({"\n".join(BESIDE.rsplit(" ", 1)): wider} if wider else {})}

    def side_by_side(self, *names: str) -> None:
        """Print one question with its schema as the data set has it and with other tables beside, and what each model answers to both.

        It is the first question to which some model answers otherwise once other tables stand beside, or else the first of all.
        """
        places = {(row["question"], row["sql"]): index for index, row in enumerate(self.test_set)}
        pairs = [(places[row["question"], row["sql"]], index) for index, row in enumerate(self.wider or ())]

        def answers(narrow: int, wide: int) -> list[tuple]:
            return [(self.query(self.answers[name][narrow]), self.query(self.wider_answers[name][wide])) for name in names]

        changed = [pair for pair in pairs if any(one != other for one, other in answers(*pair))]
        for narrow, wide in (changed or pairs)[:1]:
            print(f"question: {self.test_set[narrow]['question']}\ngold:     {self.test_set[narrow]['sql']}")
            for rows, reports, index, which in (
                (self.test_set, self.reports, narrow, 0), (self.wider, self.wider_reports, wide, 1)
            ):  # fmt: skip
                print(f"\n{rows[index]['schema']}")
                for name, said in zip(names, answers(narrow, wide), strict=True):
                    verdict = reports[name]["rows"][index]["reason"] or "right"
                    print(f"  {name}: {said[which][:SHOWN]}\n    {verdict}")

    def show_failures(self, name: str, count: int = 2) -> None:
        """Print the first questions that a model gets wrong, with the reason."""
        wrong = failures(self.reports[name])
        for index in wrong[:count]:
            row = self.test_set[index]
            print(f"question: {row['question']}\ngold:     {row['sql']}\n{name + ':':<9} {self.sql(name)[index]}")
            print(f"reason:   {self.reports[name]['rows'][index]['reason']} ({row['hardness']}, {row['group']})\n")
        print(f"{len(wrong)} of {len(self.test_set)} answers are wrong by {headline(self.reports[name])['name']}")

    def finish(self, done: bool = True, **more: object) -> None:
        """Write `predictions.jsonl` and `metrics.json` of the run and mark it as finished. The last model scored is its headline.

        Where more is to be done, such as a merge (`done` is false), the run is marked as scored: `run.finish()` ends it.
        """
        last = list(self.reports)[-1]
        queries = {name: self.sql(name) for name in self.reports}
        self.run.write_lines(self.run.predictions_file().name, [
            {"id": row.get("id", ""), **verdict, "question": row["question"], "sql": row["sql"], "group": row["group"],
             **{name: sqls[index] for name, sqls in queries.items()}}
            for index, (verdict, row) in enumerate(zip(self.reports[last]["rows"], self.test_set, strict=True))
        ])  # fmt: skip
        best = headline(self.reports[last])
        overlap = {"allow_overlap": True} if self.run.record.get("parameters", {}).get("allow_overlap") else {}
        self.run.update(origins=self.origins())
        (self.run.finish if done else self.run.scored)({
            "headline": best, "models": list(self.reports), **self.reports, "by_group": self.by_group(),
            **({"comparison": self.comparison(last)} if len(self.reports) > 1 else {}), **self._wider_record(),
            **({"comparison_shots": self.comparison(last, few)} if (few := next(iter(self.shots), last)) != last else {}),
            **{f"benchmark{'' if name == last else f'_{name}'}": {**report, "rows": []} for name, report in self.benchmark.items()},
            **overlap, **more,
        })  # fmt: skip
        said = [(best["name"], self.reports)] + [(BESIDE, self.wider_reports)] * bool(self.wider_reports)
        for name, reports in said:
            print("{}: {:.1%}, baseline {:.1%}".format(name, *(headline(reports[model])["rate"] for model in (last, next(iter(reports))))))
        print("training rows may repeat what is scored (allow_overlap)\n" * bool(overlap) + f"all is in {self.run.name}")

    def origins(self) -> dict[str, str]:
        """Say where weights, rows and Spider's files came from: the Hub's revision, or a file's or folder's name."""
        asked = self.run.record.get("parameters", {})
        names = {"weights": ("model_id", "model"), "rows": ("dataset_id", "dataset"), "spider": ("spider_dir", "dataset")}
        given = {part: (asked[name], kind) for part, (name, kind) in names.items() if asked.get(name)}
        return {part: origin("xlangai/spider" if name == HUB else name, kind) for part, (name, kind) in given.items()}

    def _wider_record(self) -> dict:
        """Return what `metrics.json` holds of the questions with other tables beside, and write `predictions_wider.jsonl`."""
        if not self.wider_reports:
            return {}
        models = list(self.wider_reports)
        first, last = self.wider_reports[models[0]], self.wider_reports[models[-1]]
        queries = {name: [self.query(answer) for answer in answers] for name, answers in self.wider_answers.items()}
        self.run.write_lines(self.run.predictions_file(wider=True).name, [
            {"id": row.get("id", ""), **verdict, **{key: row[key] for key in ("question", "schema", "sql", "group")},
             **{name: sqls[index] for name, sqls in queries.items()}}
            for index, (verdict, row) in enumerate(zip(last["rows"], self.wider, strict=True))
        ])  # fmt: skip
        comparison = {"comparison": compare(first, last)} if len(models) > 1 else {}
        return {"wider": {"headline": headline(last), **comparison, "models": self.wider_reports}}


def with_suites(rows: Sequence[dict], entries: dict[str, dict]) -> list[dict]:
    """Give rows what Spider's evaluators need, where it is known: their database's entry of tables.json, the files of its test suite."""
    return [{**row, "entry": entries.get(row.get("db_id")), "suite": _suite(row.get("database") or "")} for row in rows]


@cache
def _suite(database: str) -> list[Path]:
    """Return the files that stand beside a database `name/name.sqlite`, the original first; none where it is alone."""
    path = Path(database)
    files = suite_files(path.parent.parent, path.stem) if database and path.parent.name == path.stem else []
    return files if len(files) > 1 else []


def file_name(name: str) -> str:
    """Write a model's name so that it can be part of a file's.

    >>> file_name("base, 3 shots")
    'base_3_shots'
    """
    return re.sub(r"\W+", "_", name)
