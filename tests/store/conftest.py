"""One small store, made once, that tests copy."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small import build, copy_of

from rapporteur.store import load, open_store


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the shared graphs and the reports 1 and 2."""
    folder = tmp_path_factory.mktemp("template")
    files = [build(folder / "built", 1), build(folder / "built", 2)]
    store = open_store(folder / "store")
    assert [outcome.done for outcome in load(store, files)] == ["loaded"] * 4
    return folder / "store"


@pytest.fixture
def place(template: Path, tmp_path: Path) -> Path:
    """A copy of that store."""
    return copy_of(template, tmp_path / "store")
