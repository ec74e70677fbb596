"""Where a notebook runs: which host, where the repository and its caches are, and what it takes to be ready.

Imports nothing but the standard library and `packaging`, because it runs before anything is installed.
"""

import argparse
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

from helpers import UserError, command
from helpers.files import packages
from helpers.files.packages import ROOT, constraints, env_file, how_to_install, install_standin, missing_requirements, uninstall_old_torchao

REPOSITORY = "https://github.com/text-to-sql-notebooks/text-to-sql-notebooks"
SECRETS = ("HF_TOKEN", "HF_USERNAME", "WANDB_API_KEY", "WANDB_PROJECT", "CHECKPOINT_COPY")  # the names of .env.example
PROCESSES = "TEXT_TO_SQL_PROCESSES"  # in the environment: how many train together
RESTART = {"colab": "Runtime > Restart session", "kaggle": "Run > Restart & clear cell outputs", "local": "restart the kernel"}
INTERNET_OFF = "Internet is off: switch on Settings > Internet in the right panel (the account's phone number must be verified once)."


def setup_cell() -> str:
    """Return the first code cell of every notebook, read from the template: tests hold all notebooks to it."""
    cells = json.loads((ROOT / "notebooks/templates/model_notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    return next("".join(cell["source"]) for cell in cells if cell["id"] == "setup")


def host() -> str:
    """Name the host: `kaggle` (whose image derives from Colab's and may carry its variables), `colab` or `local`."""
    return "kaggle" if os.environ.get("KAGGLE_KERNEL_RUN_TYPE") else "colab" if os.environ.get("COLAB_RELEASE_TAG") else "local"


def process_count() -> int:
    """Return how many processes train together."""
    return int(os.environ.get(PROCESSES) or 1)


def is_main() -> bool:
    """Tell whether this process scores, draws and writes: the only one, or the first of several."""
    return process_count() == 1 or os.environ.get("RANK") == "0"


def cache_folder() -> Path:
    """Return the folder, made if needed, for what can be made again, such as stand-in models. `TEXT_TO_SQL_CACHE` names another place."""
    if named := os.environ.get("TEXT_TO_SQL_CACHE"):
        folder = Path(named).expanduser()
    elif host() == "kaggle":  # whose working folder is kept small, for results
        folder = Path("/tmp/text-to-sql-notebooks")
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")).expanduser() / "text-to-sql-notebooks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        if named:
            raise UserError(f"TEXT_TO_SQL_CACHE is {named}, where nothing can be written: {error.strerror}. Name another folder.") from None
        made = tempfile.mkdtemp(prefix="text-to-sql-cache-")
        print(f"{folder} cannot be written ({error.strerror}): this time the cache is {made}. TEXT_TO_SQL_CACHE names another place.")
        os.environ["TEXT_TO_SQL_CACHE"] = made  # for this process and those that it starts
        os.environ.setdefault("HF_HOME", str(Path(made, "huggingface")))  # it would stand in the same home
        return Path(made)
    return folder


def in_notebook() -> bool:
    """Tell whether a person watches cells run: in a kernel, and not under papermill or the runner."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return hasattr(shell, "kernel") and not os.environ.get("TEXT_TO_SQL_HEADLESS")


def prepare() -> None:
    """Make a host ready: secrets into the environment, one GPU, missing packages installed. On a local machine, only check.

    Safe to run twice: the second time it finds everything there and does nothing.

    Raises:
        UserError: packages are missing locally; pip failed (on Kaggle mostly because Internet is off); the session must restart.
    """
    where = host()
    warnings.filterwarnings("ignore", message="IProgress not found")  # no widgets here: progress comes as lines
    os.environ.setdefault("THP_MEM_ALLOC_ENABLE", "1")  # PyTorch asks for huge pages: training on a CPU is a third faster
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # TRL asks the same variable
    if sys.platform == "linux" and not {"PYTORCH_ALLOC_CONF", "PYTORCH_CUDA_ALLOC_CONF"} & set(os.environ):
        # Batches differ in length, and in fixed segments what is free would lie in pieces. The first name is the newer one's.
        os.environ["PYTORCH_ALLOC_CONF"] = os.environ["PYTORCH_CUDA_ALLOC_CONF"] = "expandable_segments:True"
    cache_folder()  # where the home is read-only, it moves the Hub's cache too, before that is loaded
    read_secrets()
    packages.check_hub_settings()
    choose_gpu()
    if where == "local":
        if missing := missing_requirements():
            raise UserError(f"Missing here: {', '.join(missing)}. {how_to_install()}")
        return
    if missing_requirements():
        install()
    install_standin()
    uninstall_old_torchao()
    check_loaded_versions()
    print(f"{where}: ready, with PyTorch {packages.installed('torch')} and transformers {packages.installed('transformers')}")


def choose_gpu() -> None:
    """Let this process see one GPU: the trainer refuses to split a quantized model. Raise UserError if CUDA has begun with several."""
    if {PROCESSES, "LOCAL_RANK"} & set(os.environ):  # of several processes, each has its own
        return
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    several = host() == "kaggle" or _count_gpus() > 1 if visible is None else "," in visible
    if not several:
        return
    cuda = getattr(sys.modules.get("torch"), "cuda", None)
    if cuda and cuda.is_initialized() and cuda.device_count() > 1:
        raise UserError(
            f"PyTorch uses {cuda.device_count()} GPUs already, and one is wanted. Restart the session ({RESTART[host()]}) and run this "
            "cell first, or set CUDA_VISIBLE_DEVICES=0."
        )
    os.environ["CUDA_VISIBLE_DEVICES"] = (visible or "0").split(",")[0]


def _count_gpus() -> int:
    try:
        shown = subprocess.run(["nvidia-smi", "--list-gpus"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return 0
    return shown.stdout.count("GPU ")


def install() -> None:
    """Install requirements.txt as `constraints` allow. Raise UserError with pip's last words where it failed."""
    print("installing what is missing (a minute) ...", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "constraints.txt")
        kept.write_text("\n".join(constraints()), encoding="utf-8")
        done = packages.pip("install", "-r", str(ROOT / "requirements.txt"), "-c", str(kept))
    if not done.returncode:
        importlib.invalidate_caches()
        return
    lines = done.stderr.strip().splitlines() or ["pip gave no reason"]
    words = next((line for line in reversed(lines) if line.startswith("ERROR")), lines[-1])  # a notice of a newer pip may follow
    held = [name for name in packages.KEPT if name not in packages.TIED and packages.loaded(name)]
    if "No space left" in done.stderr:
        advice = "The disk is full: delete what you no longer need and run the cell again."
    elif re.search("NewConnectionError|ProxyError|Temporary failure in name resolution|No matching distribution", done.stderr):
        advice = INTERNET_OFF if host() == "kaggle" else "Check the connection and run the cell again."
    elif "ResolutionImpossible" in done.stderr and held:
        advice = f"Restart the session ({RESTART[host()]}) and run this cell first: {', '.join(held)} cannot be moved while loaded."
    else:
        advice = "Start a new session with the host's latest image and run the cell again."
    raise UserError(f"pip could not install the requirements. {advice} Its last words: {words}")


def check_loaded_versions() -> None:
    """Raise UserError if a package was loaded in another version than is installed now: the rest would fail in strange ways."""
    versions = [(name, getattr(packages.loaded(name), "__version__", None), packages.installed(name)) for name in packages.KEPT]
    moved = [
        f"{name} {before} is loaded, {now} installed"
        for name, before, now in versions if before and now and before.split("+")[0] != now.split("+")[0]
    ]  # fmt: skip
    if moved:
        raise UserError(f"Restart the session ({RESTART[host()]}), then run again from the top: {'; '.join(moved)}.")


def read_secrets() -> None:
    """Put what `.env` sets, and `SECRETS` from Colab's or Kaggle's secret store, into the environment, unless they are there already.

    Nothing is printed: a secret is never an output.
    """
    for name, value in env_file().items():
        os.environ.setdefault(name, value)
    try:
        read = _secret_store()
    except Exception:  # no such module, or no token of the host's own: there are no secrets here
        return
    for name in SECRETS if read else ():
        try:
            if not os.environ.get(name) and (value := read(name)):
                os.environ[name] = value
        except Exception as error:  # of the host's own kinds: no such secret, or not for this notebook
            if isinstance(error, OSError) or re.search("Timeout|Connection", type(error).__name__):
                return  # each further name would wait as long


def _secret_store():
    """Return the function that reads a secret of the host by name, or None."""
    if host() == "kaggle":
        from kaggle_secrets import UserSecretsClient

        return UserSecretsClient().get_secret
    if host() == "colab" and not os.environ.get("TEXT_TO_SQL_HEADLESS"):  # then nobody can be asked, and the runner has them
        from google.colab import userdata

        return userdata.get
    return None


@command
def main() -> None:
    """Put another GitHub address into every file of the clone that names this one."""
    asked = argparse.ArgumentParser(prog="python -m helpers.hosts", description="Name the repository's address in every file.")
    asked.add_argument("address", metavar="OWNER/NAME")
    new, old = asked.parse_args().address.removesuffix(".git"), REPOSITORY.removeprefix("https://github.com/")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+", new) or new.endswith(("/.", "/..")):
        raise UserError(f"An address looks like owner/name, not {new!r}: make address REPOSITORY=owner/name.")
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        raise UserError(f"git cannot list the files of {ROOT}: take a clone (git clone {REPOSITORY}), not a downloaded ZIP file.") from None
    changed = 0
    for path in (ROOT / name for name in listed if name.endswith((".py", ".ipynb", ".md", ".toml", ".yml"))):
        text = path.read_bytes()
        made = re.sub(rf"(?<=github\.com/){re.escape(old)}|(?<=/github/){re.escape(old)}".encode(), new.encode(), text)
        before, after = (f'Path.cwd() / \\"{name.rsplit("/", 1)[1]}\\"'.encode() for name in (old, new))  # as JSON writes the Setup cell
        if (made := made.replace(before, after)) != text:
            path.write_bytes(made)
            changed += 1
    print(f"{changed} files name it now; `make publish` renews what the published runs show")


if __name__ == "__main__":
    sys.exit(main())
