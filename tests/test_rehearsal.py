"""The rehearsals, as `make run` runs them: minutes each, so only in `make test-all`."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT

REHEARSED = [
    path for path in sorted((ROOT / "notebooks/profiles/rehearsal").glob("*.yml"))
    if "## Training" in (ROOT / "notebooks" / f"{path.stem}.ipynb").read_text(encoding="utf-8")
]  # fmt: skip
# The score on unseen wordings about trained databases that a rehearsal has to reach, and the model that has to reach it.
BARS = {"01_mistral_qlora": ("tuned", 0.35), "02_qwen_lora": ("tuned", 0.35), "03_t5_qlora_vs_full": ("full", 0.30)}
pytestmark = pytest.mark.long


@pytest.mark.parametrize("profile", REHEARSED, ids=lambda path: path.stem)
def test_a_rehearsal_learns_more_than_chance_could_explain(profile, tmp_path):
    command = [sys.executable, "-m", "helpers.run", profile.stem, "--profile", "rehearsal", "-p", f"output_dir={tmp_path / 'run'}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3600)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    metrics = json.loads((tmp_path / "run" / "metrics.json").read_text())
    low, _ = metrics["comparison"]["interval"]
    assert low > 0, "the 95 % interval of the paired difference excludes 0"
    if profile.stem in BARS:
        model, bar = BARS[profile.stem]
        assert metrics["by_group"]["unseen wordings"][model]["rate"] >= bar
    hardness = [row["hardness"] for row in metrics[metrics["models"][-1]]["rows"]]
    assert hardness.count("easy") <= 0.6 * len(hardness), "at least 40 % of the questions are medium or harder"


def test_a_run_killed_in_training_is_listed_as_interrupted_and_resumes_to_the_same_adapter(tmp_path):
    """Kill the runner while the notebook trains; what it leaves is whole, and going on gives what an uninterrupted run gives."""
    from safetensors.torch import load_file

    def command(folder, *more):
        settings = ["-p", "max_steps=12", "-p", "save_steps=2", "-p", f"output_dir={folder}"]
        return [sys.executable, "-m", "helpers.run", "01", "--profile", "smoke", *settings, *more]

    subprocess.run(command(tmp_path / "whole"), cwd=ROOT, capture_output=True, timeout=600, check=True)
    process = subprocess.Popen(command(tmp_path / "killed"), cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None and not (tmp_path / "killed" / "checkpoint-4").exists():
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    time.sleep(5)  # its kernel notices that it is alone, and ends
    from helpers.runs import read_run

    assert read_run(tmp_path / "killed").status == "interrupted"
    resume = [sys.executable, "-m", "helpers.run", "--resume", str(tmp_path / "killed")]
    done = subprocess.run(resume, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "Training from step" in done.stdout
    expected, found = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("whole", "killed"))
    for name, tensor in expected.items():
        assert tensor.equal(found[name]), name
