"""What speaks to the user: the one exception, commands that end in its words, lines and tables."""

import functools
import os
import sys
from collections.abc import Callable


class UserError(Exception):
    """Say what is wrong and what to do next, in one message, without a traceback.

    Raise it for what a user can put right: a wrong parameter, a missing model, too little memory.
    Notebooks show only the message (IPython asks `_render_traceback_`); commands print it and exit with code 2.
    A fault of the project itself stays an ordinary exception, with its traceback.
    """

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]


def command(main: Callable) -> Callable[..., int]:
    """Let a command's `main` return its exit code: 0, 2 behind one sentence on stderr where the user can put it right, 130 at Ctrl-C."""

    @functools.wraps(main)
    def ended(*arguments: object, **options: object) -> int:
        try:
            return main(*arguments, **options) or 0
        except UserError as problem:
            print(problem, file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            return 130

    return ended


def table(rows: list[list[str]]) -> str:
    """Align rows of texts in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def say(text: str) -> None:
    """Print a line at once. A closed pipe (`| head`) must not end a run of hours."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - it stays open as long as the process
