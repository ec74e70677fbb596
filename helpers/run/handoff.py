"""Take a notebook to a host that takes no parameters, and bring its run home: `python -m helpers.run 01 --prepare kaggle`.

The file that leaves has its values set and no secret in it: a host keeps those in its own store.
"""

import contextlib
import json
import os
import re
import shlex
import zipfile
from pathlib import Path

from helpers import UserError
from helpers.files import as_dict, explain_unwritable, path_of, read_json, redact, write_whole
from helpers.files.packages import project_root
from helpers.hosts import REPOSITORY, host, setup_cell
from helpers.parameters import notebooks
from helpers.run.console import say, short
from helpers.run.kernel import with_values
from helpers.run.plan import Job, as_options
from helpers.runs import Run, find_run, list_runs, named_folder

HOSTS = ("colab", "kaggle")
NO_NAME = "YOUR-KAGGLE-NAME"
# The parameters that may name what lies on this machine, and what else than an uploaded copy a host can be given.
PLACES = {
    **dict.fromkeys(("dataset_id", "dataset_ids"), "a data set of the Hub"), "spider_dir": "hub", "database": "",
    **dict.fromkeys(("model_id", "tokenizer_ids", "trained_run", "phase1_adapter", "runs_dir"), "its name on the Hub"),
    "resume": "never, for a new run",
}  # fmt: skip
UPLOAD = {
    "kaggle": "Upload each as a data set of Kaggle, name that in dataset_sources of kernel-metadata.json, and give the path that it has "
              "there, such as /kaggle/input/NAME/FILE",
    "colab": "Upload each to the session, or to a mounted Drive, and give the path that it has there, such as /content/FILE",
}  # fmt: skip
MARK = {"text_to_sql": "prepared"}  # in the metadata of a notebook that was written here, which may be written over


def prepare(jobs: list[Job], where: str, to: str) -> int:
    """Write a notebook with its values set: for `where`, with what that host needs beside it, or as it is. Return the exit code."""
    option = f"--prepare {where}" if where else "--prepare-only"
    if len(jobs) != 1:
        raise UserError(f"{option} writes one notebook: name one, without --sweep.")
    (job,) = jobs
    if job.launch and where != "kaggle":
        raise UserError("Several processes are for Kaggle's two GPUs: use --prepare kaggle, or leave --processes out.")
    if not where and job.values["output_dir"]:  # elsewhere it is a folder of the host
        named_folder(str(job.values["output_dir"]))
    if where and (left_behind := _only_here(job.values)):
        raise UserError(f"{option} takes no files along, and these are on this machine only: {'; '.join(left_behind)}. {UPLOAD[where]}.")
    kaggle = where == "kaggle"
    suffix = "" if kaggle else ".ipynb"
    target = Path(to or project_root() / "runs" / "prepared" / where / f"{job.stem}{suffix}").expanduser()
    folder, file = (target, target / f"{job.stem}.ipynb") if kaggle else (target.parent, target)
    written = _notebook(job, where)
    with explain_unwritable(str(target)):
        sources = {path.resolve() for path in (job.notebook, *notebooks().values())}
        if target.suffix != suffix or file.resolve() in sources or (kaggle and target.is_file()):
            wanted = "a folder of its own" if kaggle else f"a new file such as {job.stem}-prepared.ipynb"
            raise UserError(f"{option} wants {wanted}, not {target}.")
        if (file.exists() or (kaggle and (folder / "kernel-metadata.json").exists())) and not _prepared(file):
            raise UserError(
                f"{target} is there and was not written by {option}, or has been run since: name another place, or move it away."
            )
        write_whole(file, written)
    say(f"{short(file)} is written, with {len(job.changed)} of {len(job.declared)} parameters changed.")
    if kaggle:
        metadata = kaggle_metadata(job)
        write_whole(folder / "kernel-metadata.json", json.dumps(metadata, indent=2) + "\n")
        folder, output, zips = (shlex.quote(f"{short(folder)}{end}") for end in ("", "/output", "/output/*.zip"))
        say(KAGGLE_STEPS.format(folder=folder, kernel=metadata["id"], output=output, zips=zips))
        if metadata["id"].startswith(NO_NAME):
            say(f"First put your name on Kaggle in place of {NO_NAME} in kernel-metadata.json, or set KAGGLE_USERNAME and prepare again.")
    elif where == "colab":
        say(COLAB_STEPS.format(file=short(file)))
    return 0


def _only_here(values: dict[str, object]) -> list[str]:
    """Return each parameter with a place of this machine, and what a host can be given in its stead."""
    found = []
    for name, instead in PLACES.items():
        value = values.get(name, "")
        texts = value if isinstance(value, list) else [str(value), *str(value).split(" + ")]
        if here := next((text for text in texts if text and _is_here(name, text)), ""):
            found.append(f"{name} {here}{f' (or give {instead})' * bool(instead)}")
    return found


def _is_here(name: str, text: str) -> bool:
    path, root = path_of(text, name), project_root()
    if text in ("auto", "none", "never", "base", "hub") or text.startswith(("/kaggle", "/content", "practice/", "standin/")):
        return False
    if text.startswith(("/tmp/", "/mnt/")) and not path.exists():  # the host's own
        return False
    as_id = name in ("dataset_id", "dataset_ids", "model_id", "tokenizer_ids") and re.fullmatch(r"(?!runs/)\w[\w.-]*/[\w.-]+", text)
    if as_id and not path.is_file():  # a folder that is called like an id: on the host, the Hub has it
        return False
    if path.is_absolute() or path.exists() or (root / path).exists():
        return not (root / path).resolve().is_relative_to(root / "figures")
    with contextlib.suppress(UserError):  # the end of a run's path
        return name in ("trained_run", "resume") and bool(find_run(text))
    return False


def _prepared(file: Path) -> bool:
    """Tell whether a file is a notebook that was prepared here and has no outputs: writing it again loses nothing."""
    made = as_dict(read_json(file))
    return as_dict(made.get("metadata")).items() >= MARK.items() and not any(as_dict(cell).get("outputs") for cell in made.get("cells", []))


def _notebook(job: Job, where: str) -> str:
    """Return the notebook that leaves. Raise UserError if it would carry a secret of this machine."""
    import nbformat
    from nbformat.v4 import new_code_cell
    from papermill.utils import find_first_tagged_cell_index

    notebook = with_values(job.notebook, job.changed, prepare_only=True)
    del notebook.metadata["papermill"]  # paths of this machine
    notebook.metadata |= MARK
    if job.launch:
        command = ["-m", "helpers.run", job.stem, "--profile", job.profile, "--processes", str(job.launch.processes)]
        command += as_options("-p", job.changed)
        notebook.cells = [cell for cell in notebook.cells[:1] if cell.cell_type == "markdown"]
        notebook.cells += [new_code_cell(setup_cell(), id="setup"), new_code_cell(RUNNER.format(command=command), id="run")]
    elif where and job.profile:
        setting = PROFILE.format(profile=job.profile)
        notebook.cells.insert(find_first_tagged_cell_index(notebook, "parameters"), new_code_cell(setting, id="profile"))
    if where:
        notebook.cells = [cell for cell in notebook.cells if cell.get("id") != "bring-home"]
        notebook.cells.append(new_code_cell(HOME.format(run="" if job.launch else "run"), id="bring-home"))
    written = nbformat.writes(notebook) + "\n"
    if redact(written) != written:
        raise UserError("The notebook would carry a secret of .env or of the environment. Put it into the host's secrets instead.")
    return written


PROFILE = """# The record of the run names the profile that its values come from.
import os

os.environ["TEXT_TO_SQL_PROFILE"] = "{profile}\""""
RUNNER = """# Every GPU trains: the notebook's code runs as a script, once for each.
import subprocess

command = {command}
if subprocess.run([sys.executable, *command]).returncode:
    raise SystemExit("The run failed: its error stands above.")"""
HOME = """# The run's folder as one file, without checkpoints.
from helpers.run.handoff import bring_home

bring_home({run})"""
KAGGLE_STEPS = """
Push it, which runs it, look how it goes, and fetch what it wrote (`pip install kaggle`; the account's phone number must be verified
for Internet and GPU; a gated model needs the secret HF_TOKEN under Add-ons > Secrets, attached to the notebook, so run it there then):
  kaggle kernels push -p {folder} --accelerator NvidiaTeslaT4
  kaggle kernels status {kernel}
  kaggle kernels output {kernel} -p {output}
Then, here: unzip -o {zips}
"""
COLAB_STEPS = f"""
Open https://colab.research.google.com, choose File > Upload notebook and give it {{file}}; a GPU is asked for in it.
A gated model needs the secret HF_TOKEN (the key on the left). Then Runtime > Run all.
The last cell downloads the run's folder as a zip file; here: unzip -o FILE.zip
The notebook fetches {REPOSITORY} by itself.
"""


def kaggle_metadata(job: Job) -> dict[str, object]:
    """Return what `kaggle kernels push` reads beside a notebook. The title makes the slug: lower case, with dashes for spaces."""
    settings = Path(os.environ.get("KAGGLE_CONFIG_DIR", "~/.kaggle")).expanduser() / "kaggle.json"  # of its tool: the name alone is read
    name = os.environ.get("KAGGLE_USERNAME") or as_dict(read_json(settings)).get("username") or NO_NAME
    slug = f"{job.stem}-{job.profile}".lower().replace("_", "-").replace(".", "-")
    return {
        "id": f"{name}/{slug}", "title": slug.replace("-", " "), "code_file": f"{job.stem}.ipynb", "language": "python",
        "kernel_type": "notebook", "is_private": True, "enable_gpu": True, "enable_internet": True,
        "machine_shape": "NvidiaTeslaT4",  # two of them; the default GPU is a P100, which no longer works with Kaggle's own image
        "dataset_sources": [], "competition_sources": [], "kernel_sources": [], "model_sources": [],
    }  # fmt: skip


def take_home(run: Run) -> None:
    """Say where a run's files are at the end of a notebook; on Colab and Kaggle, whose sessions end, first pack them (`bring_home`)."""
    if host() == "local":
        print(f"everything is in {run.name}")
    else:
        bring_home(run)


def uploaded(path: str) -> str:
    """Return `path`, checked by `path_of`; where it is empty and a person sits at Colab, that of a file of theirs that they choose."""
    path_of(path, "database")
    if path or host() != "colab" or os.environ.get("TEXT_TO_SQL_HEADLESS"):
        return path
    try:
        from google.colab import files
    except ImportError:  # Colab's variables without its page
        return path
    print("Choose a SQLite or DuckDB file, or cancel to take the practice database.")
    return next(iter(files.upload() or {}), path)


def bring_home(run: Run | None = None) -> Path:
    """Pack a run's folder, else the latest one's, into a zip file without checkpoints and merged weights, and offer it on Colab."""
    folder = run.folder if run else list_runs()[-1].folder
    root = project_root()
    inside = folder.relative_to(root) if folder.is_relative_to(root) else Path("runs", folder.name)
    place = {"kaggle": Path("/kaggle/working"), "colab": Path("/content")}.get(host(), root)
    target = (place if place.is_dir() else root) / f"{'-'.join(inside.parts[1:] or inside.parts)}.zip"  # runs/ is not said
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(path for path in folder.rglob("*") if path.is_file() and path != target):
            if not re.match(r"(.*/)?(checkpoint-[^/]*|merged|gguf)/", file.relative_to(folder).as_posix()):
                packed.write(file, inside / file.relative_to(folder))
    print(f"{target} holds the run; in your clone: unzip -o {shlex.quote(target.name)}")
    if host() == "colab" and not os.environ.get("TEXT_TO_SQL_HEADLESS"):
        with contextlib.suppress(ImportError):  # Colab's variables without its page
            from google.colab import files

            files.download(str(target))
    return target
