"""One store with the bundled report, made once, and one application over it, with its workers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra `serve` is not installed")

sys.path.insert(0, str(Path(__file__).parent.parent / "store"))
sys.path.insert(0, str(Path(__file__).parent))

from calling import Calling
from small import ID, build, symbol

from rapporteur.serve import Settings, make_app
from rapporteur.store import load, open_store

TESTS = Path(__file__).parent.parent
GRAPH = TESTS.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"

sys.path.insert(0, str(TESTS / "query"))


@pytest.fixture(scope="session")
def main_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the bundled report; to be read only."""
    folder = tmp_path_factory.mktemp("served") / "store"
    assert [outcome.done for outcome in load(open_store(folder), [GRAPH])] == ["loaded"] * 3
    return folder


@pytest.fixture(scope="session")
def ferry_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with two small invented reports; to be read only."""
    folder = tmp_path_factory.mktemp("ferry")
    files = [build(folder / "built", number, paragraphs=5) for number in (1, 2)]
    for number, file in enumerate(files, start=1):
        kind = f"<{ID}document/{symbol(number)}> a <https://w3id.org/rapporteur/ontology#Report> .\n"
        file.write_text(file.read_text("utf-8").replace("{\n", "{\n" + kind, 1), "utf-8")
    assert [outcome.done for outcome in load(open_store(folder / "store"), files)] == ["loaded"] * 4
    return folder / "store"


@pytest.fixture(scope="session")
def ferry(ferry_store: Path) -> Iterator[Calling]:
    """A client of an application over that store, with caps that are soon reached."""
    settings = Settings(
        ferry_store,
        workers=2,
        long_workers=1,
        seconds=3,
        quick=0.2,
        memory=96 * 2**20,
        rows=40,
        size=2**20,
        body=2000,
        url=2000,
        patience=1,
    )
    with Calling(make_app(settings)) as found:
        yield found


@pytest.fixture(scope="session")
def client(main_store: Path) -> Iterator[Calling]:
    """A client of an application over that store."""
    app = make_app(Settings(main_store, workers=2, long_workers=1))
    with Calling(app) as found:
        yield found
