"""What all tests share: no network, the real rows if they are at hand, the tiny models."""

import os
from pathlib import Path

import pytest

os.environ["HF_HUB_OFFLINE"] = "1"  # before any import that reads it: a test that needs the network is a wrong test
os.environ["TOKENIZERS_PARALLELISM"] = "false"

ROOT = Path(__file__).resolve().parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"  # rows of the public data sets, where a developer has put them; see tests/README.md


def pytest_report_header():
    return f"real rows of the public data sets: {'found' if REAL_DATA.exists() else 'not here, their tests are skipped'}"


@pytest.fixture(scope="session")
def real_data() -> Path:
    if not REAL_DATA.exists():
        pytest.skip("the public data sets' rows are not at hand (tests/README.md says where they are looked for)")
    return REAL_DATA


@pytest.fixture(scope="module")
def tiny_mistral():
    """Load the random Mistral and its tokenizer, anew for each file, because training changes both: (model, tokenizer)."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from helpers.models.standins import standin_folder

    folder = standin_folder("standin/tiny-mistral")
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32), AutoTokenizer.from_pretrained(folder)
