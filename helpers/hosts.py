"""Where a notebook runs: which host, where the repository and its caches are, what is installed."""

import os
import sys
from pathlib import Path

REPOSITORY = "https://github.com/text-to-sql-notebooks/text-to-sql-notebooks"
RELEASE = "main"  # the tag that Setup clones; `main` until there is a first release


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
    return "ipykernel" in sys.modules and not os.environ.get("TEXT_TO_SQL_HEADLESS")
