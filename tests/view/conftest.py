"""What the tests of the view room share: the built main report, loaded once, and its network."""

from __future__ import annotations

import networkx as nx
import pytest
from rdflib import Graph

from rapporteur.query import load_dataset
from rapporteur.view import to_networkx


@pytest.fixture(scope="session")
def graph() -> Graph:
    return load_dataset()


@pytest.fixture(scope="session")
def network(graph: Graph) -> nx.MultiDiGraph:
    return to_networkx(graph)
