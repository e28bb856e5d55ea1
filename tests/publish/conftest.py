"""One publication of the bundled report, which the tests of this room share and only read."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapporteur.publish import Published, Site, publish_site, read_site

ROOT = Path(__file__).parent.parent.parent
GRAPHS = ROOT / "graphs"
NAME = "CTOC-COP-WG.4-2010-6"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The publication, in a folder of its own."""
    return publish_site(tmp_path_factory.mktemp("publication") / "site", GRAPHS)


@pytest.fixture(scope="session")
def out(published: Published) -> Path:
    """Where it lies."""
    return published.out


@pytest.fixture(scope="session")
def data(out: Path) -> Path:
    """The folder of the report's files, and what they are called before their endings."""
    return out / "data" / NAME / NAME


@pytest.fixture(scope="session")
def site() -> Site:
    """What was published."""
    return read_site(GRAPHS)
