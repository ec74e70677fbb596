"""`python -m tests.benchmarks`: measure, keep `figures/results/benchmarks.json` and draw `figures/benchmarks_*.png`."""

import argparse
import io
import os
import sys
import tempfile
import time
import warnings
from pathlib import Path

from helpers import UserError
from helpers.files import write_whole
from helpers.files.packages import ROOT

SECTIONS = ("training", "levers", "recipes", "generation", "scoring", "growth")


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser."""
    made = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure two ways of doing the same work, in turns.")
    made.add_argument("--only", default="", metavar="NAMES", help=f"sections, separated by commas: {', '.join(SECTIONS)}")
    made.add_argument("--budget", type=float, default=25.0, metavar="MINUTES", help="about how long all sections together may take (25)")
    made.add_argument("--official", default="", metavar="DIR", help="a checkout of taoyds/test-suite-sql-eval, to be measured beside ours")
    made.add_argument("--adapter", default="", metavar="DIR", help="a tuned adapter of the stand-in, instead of the newest run of 01")
    made.add_argument("--out", default="", metavar="DIR", help="a folder for results/ and figures, instead of figures/")
    made.add_argument("--toy", action="store_true", help="the same code on random tiny models, in seconds: its numbers mean nothing")
    made.add_argument("--draw", action="store_true", help="only draw what was measured before")
    return made


def main(argv: list[str] | None = None) -> int:
    """Do what the command line says: 0 when all that was asked for is measured, 1 when a section failed, 2 for a wrong command."""
    options = parser().parse_args(argv)
    try:
        return _measure(options)
    except UserError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted: what was finished is kept", file=sys.stderr)
        return 130


def _measure(options: argparse.Namespace) -> int:
    names = [name.strip() for name in options.only.split(",") if name.strip()] or list(SECTIONS)
    if unknown := [name for name in names if name not in SECTIONS]:
        raise UserError(f"There is no section {', '.join(unknown)}: there are {', '.join(SECTIONS)}.")
    if options.budget <= 0:
        raise UserError(f"--budget is {options.budget:g}: expected minutes.")
    for option in ("official", "adapter"):
        if (given := getattr(options, option)) and not Path(given).is_dir():
            raise UserError(f"--{option} {given}: there is no such folder.")
    folder = Path(options.out).expanduser() if options.out else ROOT / "figures"
    path = folder / "results" / "benchmarks.json"
    if options.draw:
        return draw(path, folder)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from helpers.memory.device import quiet_logs
    from tests.benchmarks.record import Record

    quiet_logs()
    warnings.filterwarnings("ignore", message="torch.utils.checkpoint")  # the original's way of recomputing is the older one
    record = Record(path, options.toy)
    failed = []
    left, ends = names.copy(), time.monotonic() + 60 * options.budget
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as scratch:
        for name in names:
            print(f"--- {name}", flush=True)
            if not record.section(name, lambda found, name=name: _run(name, options, Path(scratch), left, ends, found)):
                failed.append(name)
                print(f"  {name} failed: {record.data['sections'][name].get('message', 'the result of before is kept')}")
            left.remove(name)
    draw(path, folder)
    print(f"{path.name}: {', '.join(name for name in names if name not in failed) or 'nothing'} measured")
    return 1 if failed else 0


def _run(name: str, options: argparse.Namespace, scratch: Path, left: list[str], ends: float, found: dict) -> None:
    import importlib

    from tests.benchmarks.sizes import SHARES, TOY, Bench, Size

    remaining = max(0.0, ends - time.monotonic())
    own = SHARES[name] / sum(SHARES[other] for other in left)  # what one section leaves over, the next ones have
    deadline = time.monotonic() + remaining * own
    size = TOY if options.toy else Size()
    bench = Bench(size, deadline, scratch, options.toy, options.official, options.adapter)
    getattr(importlib.import_module(f"tests.benchmarks.{name}"), name)(bench, found)


def draw(path: Path, folder: Path) -> int:
    """Draw the figures of a file of results beside its folder."""
    import json

    from tests.benchmarks import plots

    try:
        results = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be read: {error}. Measure first.") from None
    for name in ("speed", "levers", "growth"):
        figure = getattr(plots, name)(results)
        if figure is not None:
            image = io.BytesIO()
            figure.savefig(image, dpi=150, format="png")
            write_whole(folder / f"benchmarks_{name}.png", image.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main())
