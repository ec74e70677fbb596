"""The same questions before and after training: asked, scored and compared in one way, so that only the model differs."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from datasets import Dataset
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from helpers.evaluation.generation import Generation, generate
from helpers.prompts.answers import extract_sql
from helpers.prompts.dialects import bring
from helpers.runs import Run, is_main
from helpers.scoring import measures
from helpers.scoring.execution.queries import run_query
from helpers.scoring.generated.names import schema_use_sentence
from helpers.scoring.measures import BESIDE, both, compare, failures, headline, rates_by_group, summary_table
from helpers.scoring.report import LEVELS, score_predictions

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
    ):
        self.tokenizer, self.to_prompt, self.run = tokenizer, to_prompt, run
        self.test_set, self.demonstrations = test_set, demonstrations
        self.wider = wider if wider is not None and len(wider) else None
        self.max_new_tokens, self.batch_size, self.dialect = max_new_tokens, batch_size, dialect
        self.suites = tempfile.TemporaryDirectory(prefix="suites-")  # databases made from the gold queries, for every model the same
        self.shown: dict[str, list[Generation]] = {}
        self.answers: dict[str, list[Generation]] = {}
        self.reports: dict[str, dict] = {}
        self.benchmark: dict[str, dict] = {}  # reports on Spider's development set (benchmark.py)
        self.wider_answers: dict[str, list[Generation]] = {}
        self.wider_reports: dict[str, dict] = {}

    def ask(self, model: PreTrainedModel, rows: list[dict] | Dataset, label: str = "", resume_file: Path | None = None) -> list[Generation]:
        """Answer rows (`question`, `schema`) greedily, in their order. Of several processes the main one asks, the others get nothing."""
        if not is_main():
            return [Generation("", 0, False)] * len(rows)
        prompts = [self.to_prompt(row) for row in rows]
        return generate(model, self.tokenizer, prompts, self.max_new_tokens, self.batch_size, resume_file, label)

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

        Finished answers are kept in the run's folder, so that an interrupted run goes on behind them.
        """
        if not is_main():
            return None
        self.answers[name] = self.ask(model, self.test_set, f"{name} model", self.run.folder / f"answers_{name}.jsonl")
        self.reports[name] = self._scored(self.test_set, self.answers[name])
        print(f"{self.truncated(name)} of {len(self.test_set)} answers reached the budget of {self.max_new_tokens} tokens")
        if len(self.reports) > 1:
            print(self.comparison(name)["sentence"])
        if self.wider:
            file = self.run.folder / f"answers_{name}_wider.jsonl"
            self.wider_answers[name] = self.ask(model, self.wider, f"{name} model, {BESIDE}", file)
            self.wider_reports[name] = self._scored(self.wider, self.wider_answers[name])
            if len(self.wider_reports) > 1:
                print(f"{BESIDE}: {compare(next(iter(self.wider_reports.values())), self.wider_reports[name])['sentence']}")
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
        queries, unjudged = zip(*(bring(extract_sql(answer.text), self.dialect) for answer in answers), strict=True)
        if count := sum(map(bool, unjudged)):
            print(f"{count} of {len(unjudged)} answers cannot be brought to SQLite: counted apart, neither right nor wrong")
        return score_predictions(rows.to_list(), queries, generate=True, folder=self.suites.name, unjudged=unjudged)

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

    def comparison(self, name: str) -> dict:
        """Compare a model with the baseline in pairs (`scoring.compare.compare`)."""
        return compare(next(iter(self.reports.values())), self.reports[name])

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
        self.run.write_lines("predictions.jsonl", [
            {**verdict, "question": row["question"], "sql": row["sql"], "group": row["group"],
             **{name: sqls[index] for name, sqls in queries.items()}}
            for index, (verdict, row) in enumerate(zip(self.reports[last]["rows"], self.test_set, strict=True))
        ])  # fmt: skip
        best = headline(self.reports[last])
        (self.run.finish if done else self.run.scored)({
            "headline": best, "models": list(self.reports), **self.reports, "by_group": self.by_group(),
            **({"comparison": self.comparison(last)} if len(self.reports) > 1 else {}), **self._wider_record(),
            **{f"benchmark{'' if name == last else f'_{name}'}": {**report, "rows": []} for name, report in self.benchmark.items()}, **more,
        })  # fmt: skip
        said = [(best["name"], self.reports)] + [(BESIDE, self.wider_reports)] * bool(self.wider_reports)
        for name, reports in said:
            print("{}: {:.1%}, baseline {:.1%}".format(name, *(headline(reports[model])["rate"] for model in (last, next(iter(reports))))))
        print(f"all is in {self.run.name}")

    def _wider_record(self) -> dict:
        """Return what `metrics.json` holds of the questions with other tables beside, and write `predictions_wider.jsonl`."""
        if not self.wider_reports:
            return {}
        models = list(self.wider_reports)
        first, last = self.wider_reports[models[0]], self.wider_reports[models[-1]]
        queries = {name: [self.query(answer) for answer in answers] for name, answers in self.wider_answers.items()}
        self.run.write_lines("predictions_wider.jsonl", [
            {**verdict, **{key: row[key] for key in ("question", "schema", "sql", "group")},
             **{name: sqls[index] for name, sqls in queries.items()}}
            for index, (verdict, row) in enumerate(zip(last["rows"], self.wider, strict=True))
        ])  # fmt: skip
        comparison = {"comparison": compare(first, last)} if len(models) > 1 else {}
        return {"wider": {"headline": headline(last), **comparison, "models": self.wider_reports}}
