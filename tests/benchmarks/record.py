"""What a benchmark run leaves behind: one JSON file, written after each section, so that nothing that is finished is lost."""

import datetime
import importlib.metadata
import json
import os
import platform
import subprocess
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from helpers import UserError
from helpers.files import to_json, write_whole
from helpers.files.packages import ROOT
from helpers.memory.device import find_machine

PACKAGES = ("torch", "transformers", "trl", "peft", "accelerate", "bitsandbytes", "datasets", "tokenizers", "sqlglot", "numpy")


class Record:
    """The file of results: one entry a section with its machine, versions, status, times, load and results.

    Both sides of a ratio are measured in one section, so that sections of other machines or versions may stay beside a new one.
    Numbers of another size, real or toy, do not.
    """

    def __init__(self, path: Path, toy: bool):
        self.path = path
        machine = find_machine()
        self.setting = {
            "machine": {
                "name": machine.name, "kind": machine.kind, "cores": os.cpu_count(), "memory_gib": round(machine.memory_gib, 1),
                "fast_bf16": machine.fast_bf16, "system": platform.system(), "python": platform.python_version(),
            },
            "versions": {name: version for name in PACKAGES if (version := _version(name))},
        }  # fmt: skip
        earlier = _read(path)
        self.data = {"toy": toy, "sections": earlier["sections"] if earlier.get("toy") == toy else {}}

    def section(self, name: str, work: Callable[[dict], None]) -> bool:
        """Do a section's work, which fills the dict it is given, and write the file; return whether it went through.

        What it had found when it failed or was interrupted is kept too, and its status says so. What an earlier run had
        finished is only replaced by a run that finishes.
        """
        started, load, found = time.monotonic(), _load(), {}
        entry = {"status": "running", "started": _now(), "commit": _commit(), "load_before": load, **self.setting, "results": found}
        try:
            work(found)
            entry["status"] = "finished"
        except KeyboardInterrupt:
            entry["status"] = "interrupted"
            raise
        except UserError as problem:
            entry |= {"status": "failed", "message": str(problem)}
        except Exception as problem:  # the sections after this one are measured all the same
            traceback.print_exc()
            entry |= {"status": "failed", "message": f"{type(problem).__name__}: {problem}"}
        finally:
            entry |= {"seconds": round(time.monotonic() - started, 1), "load_after": _load()}
            before = self.data["sections"].get(name, {})
            if entry["status"] == "finished" or before.get("status") != "finished":
                self.data["sections"][name] = entry
                write_whole(self.path, to_json(_rounded(self.data), indent=1) + "\n")
        return entry["status"] == "finished"


def _read(path: Path) -> dict:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UserError(f"{path} cannot be read as results of a benchmark: {error}. Delete it, or name another file with --out.") from None
    if not isinstance(found, dict) or not isinstance(found.get("sections"), dict):
        raise UserError(f"{path} is not a file of results of a benchmark. Name another with --out.")
    return found


def _rounded(value: object) -> object:
    """Round to four significant digits: no measurement here has more."""
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(item) for item in value]
    return float(f"{value:.4g}") if isinstance(value, float) else value


def _load() -> float | None:
    """Return the machine's load of the last minute: how many processes wanted to run. None where there is no such number."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _commit() -> str:
    try:
        options = {"cwd": ROOT, "capture_output": True, "text": True, "timeout": 10, "check": True}
        return subprocess.run(["git", "rev-parse", "HEAD"], **options).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
