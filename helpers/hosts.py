"""Where a notebook runs: which host, where the repository and its caches are, what is installed.

Imports nothing but the standard library and `packaging`, because it runs before anything is installed.
"""

import importlib.metadata
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

from helpers.errors import UserError

REPOSITORY = "https://github.com/text-to-sql-notebooks/text-to-sql-notebooks"
RELEASE = "main"  # the tag that Setup clones; `main` until there is a first release

# What an install on a host must not move: it may be loaded already, or is built for the host's GPU driver.
KEPT = (
    "torch torchvision torchaudio triton numpy pandas scipy pyarrow datasets transformers tokenizers peft accelerate safetensors "
    "huggingface_hub sqlglot pillow matplotlib ipykernel ipython jupyter_client pyzmq tornado protobuf fsspec requests"
).split()
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
    folder.mkdir(parents=True, exist_ok=True)
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
    read_secrets()
    if where == "local":
        if missing := missing_requirements():
            raise UserError(
                f"Missing here: {', '.join(missing)}. Run `make install`, or `pip install -r requirements.txt -c constraints.txt`."
            )
        return
    if where == "kaggle" and "torch" not in sys.modules and not os.environ.get("TEXT_TO_SQL_PROCESSES"):
        os.environ.setdefault("CUDA_VISIBLE_DEVICES", "0")  # the trainer refuses to split a quantized model over two T4s
    if missing_requirements():
        install()
    uninstall_old_torchao()
    check_loaded_versions()
    print(
        f"{where}: ready, with PyTorch {importlib.metadata.version('torch')} and transformers {importlib.metadata.version('transformers')}"
    )


def missing_requirements() -> list[str]:
    """Return the lines of requirements.txt that the installed packages do not meet."""
    from packaging.requirements import Requirement

    missing = []
    for line in (repository_root() / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if not (line := line.split("#")[0].strip()):
            continue
        requirement = Requirement(line)
        version = _installed(requirement.name)
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            missing.append(line)
    return missing


def install() -> None:
    """Install requirements.txt without moving what the host has: every version at hand is passed to pip as a constraint.

    Otherwise pip may replace the host's torch or numpy while older ones are loaded.

    Raises:
        UserError: pip failed; the message ends in pip's last words.
    """
    print("installing what is missing (a minute) ...", flush=True)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False) as file:
        file.writelines(f"{name}=={version}\n" for name in KEPT if (version := _installed(name)))
    requirements = str(repository_root() / "requirements.txt")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "-r", requirements, "-c", file.name]
    done = subprocess.run(command, capture_output=True, text=True)
    os.unlink(file.name)
    if done.returncode:
        words = (done.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        offline = any(
            sign in done.stderr for sign in ("NewConnectionError", "Temporary failure in name resolution", "No matching distribution")
        )
        advice = INTERNET_OFF if host() == "kaggle" and offline else "Restart the session and run the cell again."
        raise UserError(f"pip could not install the requirements. {advice} Its last words: {words}")
    importlib.invalidate_caches()


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
        loaded = getattr(sys.modules.get(name.replace("-", "_")), "__version__", None)
        installed = _installed(name)
        if loaded and installed and loaded.split("+")[0] != installed.split("+")[0]:
            moved.append(f"{name} {loaded} is loaded, {installed} installed")
    if moved:
        raise UserError(f"Restart the session ({RESTART[host()]}), then run again from the top: {'; '.join(moved)}.")


def read_secrets() -> None:
    """Put what `.env` sets, and the Hub's token from Kaggle's secret store, into the environment, unless it is there already.

    Colab's secret is found by huggingface_hub itself. Nothing is printed: a secret is never an output.
    """
    for name, value in env_file().items():
        os.environ.setdefault(name, value)
    if host() != "kaggle" or os.environ.get("HF_TOKEN"):
        return
    try:
        from kaggle_secrets import UserSecretsClient

        os.environ["HF_TOKEN"] = UserSecretsClient().get_secret("HF_TOKEN")
    except Exception:  # no secret, no Internet, no such module: each of them means that there is no token
        return


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


# The first code cell of every notebook, byte-identical in all: tests hold them to it.
SETUP = f'''
# Does nothing in a clone. On Colab and Kaggle it fetches the repository and installs what the host lacks.
import os
import subprocess
import sys
from pathlib import Path

places = [Path.cwd(), *Path.cwd().parents, Path.cwd() / "{REPOSITORY.rsplit("/", 1)[1]}"]
root = next((place for place in places if (place / "helpers/hosts.py").is_file()), None)
if root is None:
    root = places[-1]
    address, tag = "{REPOSITORY}", "{RELEASE}"
    print(f"fetching {{address}} at {{tag}} ...")
    if subprocess.run(["git", "clone", "--quiet", "--depth", "1", "--branch", tag, address, root]).returncode:
        raise SystemExit("The repository could not be fetched. On Kaggle, switch on Settings > Internet, then run again.")
os.chdir(root)
sys.path.insert(0, str(root))

from helpers import hosts

hosts.prepare()
'''
