"""The same questions before and after training: asked, scored and compared in one way, so that only the model differs."""

import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from datasets import Dataset
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from helpers.data.spider import find_spider
from helpers.data.splits import without
from helpers.evaluation.benchmark import RULES, with_suites
from helpers.evaluation.exam_record import file_name, write_record
from helpers.evaluation.generation import Generation, generate
from helpers.files import cut
from helpers.hosts import is_main
from helpers.prompts.answers import extract_sql
from helpers.prompts.dialects import bring
from helpers.runs import Run
from helpers.scoring.execution.queries import run_query
from helpers.scoring.measures import BESIDE, both, compare, headline, rates_by_group, schema_use_sentence, summary_table, verdicts
from helpers.scoring.report import score_predictions
from helpers.scoring.spider.hardness import easy_first

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
        self.test_set, self.demonstrations, self.wider = test_set, demonstrations, wider or None  # without rows, none
        if digest := getattr(getattr(test_set, "info", None), "description", ""):  # of the rows, if `load` made them
            run.settle_data(digest)
        self.max_new_tokens, self.batch_size, self.dialect = max_new_tokens, batch_size, dialect
        self.suites = tempfile.TemporaryDirectory(prefix="suites-")  # databases made from the gold queries, for every model the same
        self.shots: dict[str, list[dict]] = {}  # worked examples, of the models that are asked with some
        self.shown: dict[str, list[Generation]] = {}  # answers to the demonstrations
        self.answers: dict[str, list[Generation]] = {}
        self.reports: dict[str, dict] = {}
        self.wider_answers, self.wider_reports = {}, {}  # as `answers` and `reports`
        self.benchmark: dict[str, dict] = {}  # reports on Spider's development set (benchmark.py)
        self.benchmark_answers: dict[str, list[str]] = {}

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

    def with_shots(self, model: PreTrainedModel, train_set: Dataset, shots: int, seed: int, asked: str = "base") -> str:
        """Choose worked examples of the training rows, say what they cost, and return the name to score the model `asked` with them under.

        They stand before each question in the form of training: a better prompt, against tuning or a vote. The budget of the
        answer and the extraction stay the same. Where a prompt would get too long for the model, there are fewer. 0 gives "".
        """
        longest = max([*self.test_set, *(self.wider or ())], key=lambda row: len(self.to_prompt({**row, "shots": ()})))

        def tokens(rows: list[dict]) -> int:
            return len(self.tokenizer(self.to_prompt({**longest, "shots": rows}))["input_ids"])

        positions = getattr(model.config, "max_position_embeddings", None) or self.tokenizer.model_max_length
        room = min(self.tokenizer.model_max_length, positions) - self.max_new_tokens
        others = without(train_set.to_list(), self.test_set.to_list())  # none says what is asked
        rows = random.Random(seed).sample(others, min(max(shots, 0), len(others)))
        while rows and tokens(rows) > room:
            rows.pop()
        if not rows:
            why = f"no worked example fits into {room} tokens" if shots > 0 else "shots is 0"
            print(f"{why}: the model is asked without examples")
            return ""
        name = f"{asked}, {len(rows)} shot{'s' * (len(rows) > 1)}"
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
                print(f"  in full: {cut(self.shown[name][number].text, SHOWN)!r}")
            for model_name, answers in self.shown.items():
                print(f"  {model_name + ':':<7} {cut(extract_sql(answers[number].text), SHOWN)}")
            print()

    def run_demonstration(self, name: str, number: int) -> None:
        """Run one fixed question's gold query and a model's on the question's own database, and print what each returns."""
        row = self.demonstrations[number]
        for label, sql in (("gold", row["sql"]), (name, self.query(self.shown[name][number]))):
            result = run_query(row["database"], sql)
            print(f"{label + ':':<7} {sql}\n        returns {(result.message or result.error) if result.error else result.rows}")

    def check(self, model: PreTrainedModel, form: str = "") -> None:
        """Ask the fixed questions of a model that was saved and loaded again, or of another `form`, and compare its answers."""
        name, before = list(self.shown.items())[-1]
        again = self.ask(model, self.demonstrations)
        same = sum(old.text == new.text for old, new in zip(before, again, strict=True))
        told = f"the {form} model gives the same answer as the {name} one" if form else f"the {name} model gives the same answer"
        print(f"loaded again, {told} to {same} of {len(before)} questions")

    def score(self, model: PreTrainedModel, name: str):
        """Answer and score the test set; print what it says against the baseline, and return the table of all models so far.

        Finished answers are kept in the run's folder: an interrupted run asks only what is missing. With the name "" nothing is asked.
        """
        if not is_main():
            return None
        if not name:
            return self.table()
        self._ask_all(model, name, self.test_set, self.answers, self.reports)
        print(f"{self.truncated(name)} of {len(self.test_set)} answers reached the budget of {self.max_new_tokens} tokens")
        if self.wider:
            self._ask_all(model, name, self.wider, self.wider_answers, self.wider_reports)
            print(f"{BESIDE}: {schema_use_sentence(self.wider_reports[name]['schema_use'])}")
        return self.table()

    def _ask_all(self, model: PreTrainedModel, name: str, rows: Dataset, answers: dict, reports: dict) -> None:
        """Answer and score rows, and print the comparison with each model before."""
        wider = rows is self.wider
        file, label = self.run.answers_file(file_name(name), wider), f"{name} model" + f", {BESIDE}" * wider
        answers[name] = self.ask(model, rows, label, file, self.shots.get(name))
        reports[name] = self.scored(rows, answers[name])
        for other in list(reports)[:-1]:
            print(f"{BESIDE}, " * wider + f"against {other}: {compare(reports[other], reports[name])['sentence']}")

    def mark(self, name: str, answers: list[Generation]):
        """Score answers that are there already, one a test question, as `score` does those that it asks for."""
        self.answers[name], self.reports[name] = answers, self.scored(self.test_set, answers)
        if len(self.reports) > 1:
            print(self.comparison(name)["sentence"])
        return self.table()

    def judge(self, answers: list[list[Generation]]) -> list[dict[str, bool | None]]:
        """Tell of several answers to each test question whether their queries are right: {query: verdict}, each run once."""
        known = [{self.query(answer): answer for answer in several} for several in answers]
        rows = self.test_set.select([place for place, several in enumerate(known) for _ in several])
        report = self.scored(rows, [answer for several in known for answer in several.values()])
        found = iter(verdicts(report, headline(report)["measure"]))
        return [{query: next(found) for query in several} for several in known]

    def scored(self, rows: Dataset, answers: list[Generation]) -> dict:
        """Score answers by the official rules and test suites where the rows have some, else on databases made from the gold queries."""
        asked = zip(answers, rows["sql"], strict=True)
        queries, unjudged = zip(*(bring(extract_sql(answer.text), self.dialect, gold) for answer, gold in asked), strict=True)
        if count := sum(map(bool, unjudged)):
            print(f"{count} of {len(unjudged)} answers cannot be brought to SQLite: counted apart, neither right nor wrong")
        judged = with_suites(rows.to_list(), self.entries)
        ways = {"rules": RULES} if any(row["suite"] for row in judged) else {"generate": True, "folder": self.suites.name}
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

    @property
    def best(self) -> dict:
        """Return the headline of the last model that was scored (`scoring.measures.headline`)."""
        return headline(list(self.reports.values())[-1])

    def by_group(self, column: str = "group") -> dict[str, dict[str, dict]]:
        """Return the headline's rates for each value of a column of the test set, such as `group` or `hardness` (easy first)."""
        rates = rates_by_group(self.reports, self.test_set[column][:], self.best["measure"])
        return {name: rates[name] for name in easy_first(rates)}

    def bars(self, column: str = "group") -> dict[str, dict[str, dict]]:
        """Return `by_group`, and after it the headline's rates of the questions with other tables beside."""
        measure = self.best["measure"]
        wider = {name: report[measure] for name, report in self.wider_reports.items() if report.get(measure)}
        return {**self.by_group(column), **({"\n".join(BESIDE.rsplit(" ", 1)): wider} if wider else {})}

    def side_by_side(self, *names: str) -> None:
        """Print one question with its schema as the data set has it and with other tables beside, and what each model answers to both.

        It is the first question to which some model answers otherwise once other tables stand beside, or else the first of all.
        """
        places = {(row["question"], row["sql"]): index for index, row in enumerate(self.test_set)}
        pairs = [(places[row["question"], row["sql"]], index) for index, row in enumerate(self.wider or ())]
        changed = [
            (at, beside) for at, beside in pairs
            if any(self.query(self.answers[name][at]) != self.query(self.wider_answers[name][beside]) for name in names)
        ]  # fmt: skip
        sources = ((self.test_set, self.answers, self.reports), (self.wider, self.wider_answers, self.wider_reports))
        for pair in (changed or pairs)[:1]:
            print(f"question: {self.test_set[pair[0]]['question']}\ngold:     {self.test_set[pair[0]]['sql']}")
            for at, (rows, answers, reports) in zip(pair, sources, strict=True):
                print(f"\n{rows[at]['schema']}")
                for name in names:
                    print(f"  {name}: {cut(self.query(answers[name][at]), SHOWN)}\n    {reports[name]['rows'][at]['reason'] or 'right'}")

    def finish(self, done: bool = True, **more: object) -> None:
        """Write the run's predictions and metrics, `more` among them, and mark it as finished. The last model scored is its headline.

        Where more is to be done, such as a merge (`done` is false), the run is marked as scored: `run.finish()` ends it.
        """
        write_record(self, self.run.finish if done else self.run.scored, more)


def set_exam(
    parameters: dict, tokenizer: PreTrainedTokenizerBase, to_text: Callable[[dict], dict], test_set: Dataset, demonstrations: list[dict],
    run: Run, wider: Dataset | None = None,
) -> Exam:  # fmt: skip
    """Return an exam with the renderer of training and a notebook's budget, as the cell `ask-before` of 01 makes it."""
    budget = parameters["max_new_tokens"], parameters["generation_batch_size"], parameters.get("dialect", "sqlite")
    return Exam(tokenizer, lambda row: to_text(row)["prompt"], test_set, demonstrations, run, *budget, wider)
