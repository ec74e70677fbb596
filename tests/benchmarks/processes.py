"""A command of its own, timed, with the most memory that it and its workers held together."""

import os
import subprocess
import threading
import time
from pathlib import Path

from helpers import UserError
from helpers.files.packages import ROOT

_PAGE = os.sysconf("SC_PAGE_SIZE") / 2**20 if hasattr(os, "sysconf") else 0.0


def watched(command: list[str], folder: Path | str = "") -> dict:
    """Run a command to its end; return `seconds`, `peak_mib` of it and all its children together (None where /proc is not), `output`.

    Pages that a child shares with its parent count in both: the sum is an upper bound.

    Raises:
        UserError: it cannot be started, or fails; the last line that it wrote says why.
    """
    peak, over = [0.0], threading.Event()
    start = time.perf_counter()
    try:
        process = subprocess.Popen(command, cwd=folder or ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace")
    except OSError as error:
        raise UserError(f"{command[0]} cannot be started: {error}.") from error

    def watch() -> None:
        while not over.wait(0.05):
            peak[0] = max(peak[0], _tree_mib(process.pid))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        output, errors = process.communicate()
    except BaseException:
        process.kill()
        raise
    finally:
        over.set()
        watcher.join()
    seconds = time.perf_counter() - start
    if process.returncode:
        last = (errors.strip() or output.strip() or "it says nothing").splitlines()[-1]
        raise UserError(f"{' '.join(map(str, command[:3]))} ... ends with code {process.returncode}: {last}")
    return {"seconds": seconds, "peak_mib": peak[0] or None, "output": output}


def _tree_mib(pid: int) -> float:
    total, left = 0.0, [pid]
    while left:
        one = left.pop()
        try:
            total += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * _PAGE
            for thread in os.listdir(f"/proc/{one}/task"):
                left += map(int, Path(f"/proc/{one}/task/{thread}/children").read_text().split())
        except (OSError, IndexError, ValueError):
            continue  # it ended meanwhile
    return total
