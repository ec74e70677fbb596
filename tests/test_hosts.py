"""The first minutes on Colab and Kaggle, on simulated hosts: a real clone, a real pip, a real environment of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile

import pytest
from conftest import ROOT

from helpers import hosts
from helpers.errors import UserError

COLAB = {"COLAB_RELEASE_TAG": "release-colab_2026-08"}
KAGGLE = {"KAGGLE_KERNEL_RUN_TYPE": "Interactive", **COLAB}  # its image derives from Colab's


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    """Make a repository out of the working tree, in which one more package is required: {address for git's insteadOf}."""
    folder = tmp_path_factory.mktemp("origin") / "repository"
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in files.stdout.splitlines():
        if name.split("/")[0] in ("helpers", "requirements.txt") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    with (folder / "requirements.txt").open("a") as file:
        file.write("hostpackage>=2\n")
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*identity, "commit", "-q", "-m", "everything"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Make a folder with two versions of a package that pip can install without a network."""
    folder = tmp_path_factory.mktemp("packages")
    for version in ("1.0", "2.0"):
        with zipfile.ZipFile(folder / f"hostpackage-{version}-py3-none-any.whl", "w") as wheel:
            info = f"hostpackage-{version}.dist-info"
            wheel.writestr("hostpackage.py", f"__version__ = '{version}'\n")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: hostpackage\nVersion: {version}\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
    return folder


@pytest.fixture
def a_host(tmp_path, origin, packages):
    """Make an environment that sees this one's packages and can install its own. Return a function that runs the Setup cell there."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "uninstall", "--quiet", "--yes", "setuptools"], check=True)  # Python 3.11's is an old one
    place = subprocess.run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True)
    with open(f"{place.stdout.strip()}/host.pth", "w") as file:
        file.write(sysconfig.get_path("purelib") + "\n")
    content = tmp_path / "content"
    content.mkdir()

    def run_setup(host: dict, before: str = "", after: str = "", **environment: str):
        variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("KAGGLE", "COLAB", "PYTHONPATH", "PIP_"))},
            "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.file://{origin}.insteadOf", "GIT_CONFIG_VALUE_0": hosts.REPOSITORY,
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(packages), **host, **environment,
        }  # fmt: skip
        script = "\n".join([before, hosts.SETUP, after])
        return subprocess.run([python, "-c", script], cwd=content, capture_output=True, text=True, env=variables, timeout=300)

    run_setup.content = content
    return run_setup


def versions():
    """Return the installed versions of what must not move."""
    return {name: version for name in hosts.KEPT if (version := hosts._installed(name))}


def test_setup_clones_and_installs_on_a_bare_host_and_moves_nothing(a_host):
    before = versions()
    show = "import hostpackage, os; print(hostpackage.__version__, os.getcwd(), os.environ.get('CUDA_VISIBLE_DEVICES'))"
    first = a_host(COLAB, after=show)
    assert first.returncode == 0, first.stderr
    assert "fetching" in first.stdout
    assert "installing" in first.stdout
    assert first.stdout.splitlines()[-1] == f"2.0 {a_host.content / hosts.REPOSITORY.rsplit('/', 1)[1]} None"
    assert versions() == before
    second = a_host(COLAB, after=show)
    assert second.returncode == 0, second.stderr
    assert "fetching" not in second.stdout and "installing" not in second.stdout, "the second time does nothing"


def test_setup_twice_in_one_session_is_harmless(a_host):
    done = a_host(COLAB, after=hosts.SETUP)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("fetching") == done.stdout.count("installing") == 1


def test_kaggle_is_told_from_colab_and_gets_one_gpu(a_host):
    done = a_host(KAGGLE, after="import os; print(hosts.host(), os.environ['CUDA_VISIBLE_DEVICES'])")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "kaggle 0"


def test_kaggle_without_internet_says_where_to_switch_it_on(a_host, tmp_path):
    done = a_host(KAGGLE, PIP_FIND_LINKS=str(tmp_path / "nothing"))
    assert done.returncode == 1
    assert "Settings > Internet" in done.stderr.splitlines()[-1]


def test_a_version_that_moved_under_a_loaded_package_asks_for_a_restart_and_after_it_all_is_well(a_host):
    stale = "import sqlglot\nsqlglot.__version__ = '0.0.1'\n"
    done = a_host(COLAB, before=stale)
    assert done.returncode == 1
    assert "Runtime > Restart session" in done.stderr
    assert "sqlglot 0.0.1 is loaded" in done.stderr
    assert a_host(COLAB).returncode == 0


def test_an_old_torchao_is_removed(a_host):
    fake = """
import subprocess, sys, sysconfig, pathlib
info = pathlib.Path(sysconfig.get_path("purelib")) / "torchao-0.10.0.dist-info"
info.mkdir()
(info / "METADATA").write_text("Metadata-Version: 2.1\\nName: torchao\\nVersion: 0.10.0\\n")
(info / "RECORD").write_text("torchao-0.10.0.dist-info/METADATA,,\\ntorchao-0.10.0.dist-info/RECORD,,\\n")
(info / "INSTALLER").write_text("pip\\n")
"""
    done = a_host(COLAB, before=fake, after="print(hosts._installed('torchao'))")
    assert done.returncode == 0, done.stderr
    assert "removed torchao 0.10.0" in done.stdout
    assert done.stdout.splitlines()[-1] == "None"


def test_setup_does_nothing_in_a_clone_from_the_root_and_from_notebooks():
    for place in (ROOT, ROOT / "notebooks"):
        done = subprocess.run(
            [sys.executable, "-c", hosts.SETUP + "\nprint(Path.cwd())"], cwd=place, capture_output=True, text=True, timeout=60,
            env={name: value for name, value in os.environ.items() if not name.startswith(("KAGGLE", "COLAB"))},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"{ROOT}\n"


def test_a_local_machine_without_the_packages_says_how_to_install_them(monkeypatch):
    monkeypatch.delenv("KAGGLE_KERNEL_RUN_TYPE", raising=False)
    monkeypatch.delenv("COLAB_RELEASE_TAG", raising=False)
    monkeypatch.setattr(hosts, "missing_requirements", lambda: ["trl>=0.29,<2"])
    with pytest.raises(UserError, match="Missing here: trl.*make install"):
        hosts.prepare()


def test_a_kaggle_secret_becomes_the_hubs_token_and_is_not_shown(monkeypatch, capsys):
    class UserSecretsClient:
        def get_secret(self, name):
            return "a secret value" if name == "HF_TOKEN" else None

    monkeypatch.setitem(sys.modules, "kaggle_secrets", type("M", (), {"UserSecretsClient": UserSecretsClient}))
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    hosts.read_secrets()
    assert os.environ.pop("HF_TOKEN") == "a secret value"
    assert capsys.readouterr().out == ""


def test_a_token_in_the_environment_wins_over_the_secret_store(monkeypatch):
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    monkeypatch.setenv("HF_TOKEN", "from the environment")
    hosts.read_secrets()
    assert os.environ["HF_TOKEN"] == "from the environment"


def test_a_notebook_opened_by_hand_gets_what_the_env_file_sets_and_the_environment_wins(monkeypatch, tmp_path, capsys):
    """Only the runner's kernel had it: a person in JupyterLab was told that a gated model needs a token that was there."""
    (tmp_path / ".env").write_text("HF_TOKEN='from the file'\nHF_USERNAME=from-the-file\nWANDB_API_KEY=\n", "utf-8")
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    monkeypatch.setenv("HF_USERNAME", "from-the-environment")
    for name in ("HF_TOKEN", "WANDB_API_KEY", "KAGGLE_KERNEL_RUN_TYPE", "COLAB_RELEASE_TAG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(hosts, "missing_requirements", list)
    hosts.prepare()
    assert os.environ.pop("HF_TOKEN") == "from the file"
    assert os.environ["HF_USERNAME"] == "from-the-environment"
    assert "WANDB_API_KEY" not in os.environ
    assert capsys.readouterr().out == ""


def test_the_cache_goes_where_it_fits(monkeypatch, tmp_path):
    monkeypatch.delenv("TEXT_TO_SQL_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert hosts.cache_folder() == tmp_path / "text-to-sql-notebooks"
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    assert str(hosts.cache_folder()).startswith("/tmp/")
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "mine"))
    assert hosts.cache_folder() == tmp_path / "mine"
