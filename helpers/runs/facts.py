"""What a run's record says of its machine: versions, commit, revisions from the Hub, process, memory."""

import contextlib
import datetime
import hashlib
import json
import os
import platform
import re
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from helpers.files.packages import ROOT, installed
from helpers.hosts import process_count

PACKAGES = [
    "torch", "transformers", "trl", "peft", "accelerate", "bitsandbytes", "datasets", "evaluate", "tokenizers", "huggingface_hub",
    "sqlglot", "numpy", "matplotlib", "papermill",
]  # fmt: skip


def here() -> dict:
    """Return what a record says of where and with what a run started: versions, commit, system, process."""
    told, dirty = "", False  # as without git
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        options = {"cwd": ROOT, "capture_output": True, "text": True, "timeout": 10}
        head = subprocess.run(["git", "rev-parse", "HEAD"], check=True, **options).stdout.strip()
        # `git diff` would write the index, and leave its lock there where the time is up.
        asked = ["git", "--no-optional-locks", "status", "--porcelain", "--untracked-files=no"]
        told, dirty = head, bool(subprocess.run(asked, check=True, **options).stdout)
    versions = {package: version for package in PACKAGES if (version := installed(package))}
    return {
        "versions": versions, "python": platform.python_version(), "platform": platform.platform(), "commit": told, "dirty": dirty,
        "started": now(), "processes": process_count(), "host": socket.gethostname(), "pid": os.getpid(),
        "process_started": process_started(os.getpid()),
    }  # fmt: skip


def revisions(parameters: dict) -> dict[str, str]:
    """Return {name: commit} of the models and data sets of a run that came from the Hub, as its cache knows them."""
    from huggingface_hub.constants import HF_HUB_CACHE

    found, named = {}, [("models", parameters.get(name)) for name in ("model_id", "phase1_adapter")]
    named += [("datasets", part.strip()) for part in str(parameters.get("dataset_id") or "").split("+")]
    for kind, name in named:
        place = Path(str(name or "")).expanduser()
        if place.parent.name == "snapshots" and place.is_dir():
            found[hub_name(place)] = place.name
        elif re.fullmatch(r"[\w.-]+/[\w.-]+", str(name)):
            with contextlib.suppress(OSError):
                ref = Path(HF_HUB_CACHE, f"{kind}--{name.replace('/', '--')}", "refs", "main")
                found[name] = ref.read_text(encoding="utf-8").strip()
    return found


def origin(name: str, kind: str = "model") -> str:
    """Say where models or data sets (joined by ` + `) came from: the Hub's revision as the cache has it, or a file's last name."""
    if " + " in name:
        return " + ".join(origin(part.strip(), kind) for part in name.split(" + "))
    if (path := Path(name).expanduser()).exists():
        return f"{path.name}, a local {'folder' if path.is_dir() else 'file'}"
    if name.startswith(("standin/", "practice/")):
        return f"{name}, embedded"
    revision = revisions({f"{kind}_id": name}).get(name, "")
    return f"{name}, " + (f"revision {revision}" if revision.strip("0") else "local copy" if revision else "of the Hub, revision unknown")


def hub_name(place: Path) -> str:
    """Return the name on the Hub of what lies in huggingface_hub's cache, such as ada/sql, or "" of another place."""
    kept = next((part for part in place.parts if part.startswith(("models--", "datasets--"))), "")
    return kept.partition("--")[2].replace("--", "/")


def questions_hash(rows: Iterable[dict]) -> str:
    """Return a hash of test questions and their gold queries, in their order: equal where two runs answered the same ones."""
    asked = [[row.get("question", ""), row.get("sql", "")] for row in rows]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:16]


def now() -> str:
    """Return the time as a record writes it."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def process_started(pid: object) -> float | None:
    """Return the start time of a living process in seconds since the epoch, or None."""
    import psutil  # comes with ipykernel

    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except (psutil.Error, TypeError, ValueError):
        return None


def peak_ram_gib() -> float | None:
    """Return the most memory that this process has held, or None where that is not known."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / 2**30 if sys.platform == "darwin" else peak / 2**20, 2)  # bytes on a Mac, else KiB


def peaks(record: dict) -> dict[str, float | None]:
    """Return the most memory that a run has held, of a GPU's and of the host's, in GiB; its training in an earlier session counts."""
    cuda = getattr(sys.modules.get("torch"), "cuda", None)
    trained = max(costs.get("training_peak_gib") or 0.0 for costs in (record, *record.get("arms", {}).values()))
    if cuda is not None and cuda.is_initialized():  # where training_peak_gib is the GPU's
        return {"peak_gpu_gib": max(cuda.max_memory_reserved() / 2**30, trained), "peak_ram_gib": peak_ram_gib()}
    return {"peak_gpu_gib": None, "peak_ram_gib": max(peak_ram_gib() or 0.0, trained) or None}
