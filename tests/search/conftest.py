"""Indexes that the tests of the search share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lamps import LAMPS, REEFS, lamps, reefs

from rapporteur.search import SearchIndex, index_graphs

BUNDLED = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """The bundled report."""
    with index_graphs(BUNDLED, tmp_path_factory.mktemp("search") / "bundled.sqlite") as index:
        yield index


@pytest.fixture
def invented(tmp_path: Path) -> Iterator[SearchIndex]:
    """Two invented reports in one file."""
    with SearchIndex(tmp_path / "invented.sqlite", writing=True) as index:
        index.put(LAMPS, lamps())
        index.put(REEFS, reefs())
        yield index


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache that nobody else uses."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"
