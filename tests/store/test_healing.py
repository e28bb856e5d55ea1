"""Healing: a server that stops between any two steps of a change, is it put right by the same replace given again?

Oxigraph does a request as a whole; other servers need not. Every beginning of the request is sent as if it were all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from servers import oxigraph, oxigraph_binary
from small import build, symbol

from rapporteur.store import Store, load, open_store, remove, verify
from rapporteur.store.asking import Change
from rapporteur.store.bundle import read_bundles
from rapporteur.store.updates import stage_of, switch

pytestmark = pytest.mark.skipif(not oxigraph_binary(), reason="the package oxigraph is not installed")
MANIFEST, UNION = (f"https://w3id.org/rapporteur/id/graph/{name}" for name in ("manifest", "union"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server with nothing in it."""
    with oxigraph() as (address, _):
        yield address


def steps(store: Store, file: Path, address: str) -> list[str]:
    """The steps that replace a report by ``file``, whose graphs are put beside the old ones."""
    (bundle,) = read_bundles(file)
    for graph in bundle.graphs:
        httpx.put(
            f"{address}/store",
            params={"graph": stage_of(graph.name)},
            content=graph.text,
            headers={"Content-Type": "application/n-triples"},
        ).raise_for_status()
    old = tuple(entry for entry in store.entries() if entry.document == bundle.document)
    assert len(old) == 3
    return switch(Change(bundle.document, old, bundle), MANIFEST, UNION).split(";\n")


@pytest.mark.parametrize("fewer", [False, True], ids=["three graphs", "two graphs"])
def test_a_change_that_stopped_after_any_step_is_healed(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch, fewer: bool
) -> None:
    """Is all right after the second try, also where the new report has a graph less, and the other one untouched?"""
    monkeypatch.setattr("rapporteur.store.keep.shared_bundles", lambda known: iter(()))
    ferries, barges, other = build(tmp_path / "old", 1, 5), build(tmp_path / "new", 1, 3, "barges"), build(tmp_path, 2)
    if fewer:
        text = barges.read_text("utf-8")
        barges.write_text(text[: text.rindex("<https://w3id.org/rapporteur/id/document/FERRY/WG.1/2031/1/graph/inf")])
    store = open_store(server)
    list(load(store, [ferries, other], replace=True))
    count = len(steps(store, barges, server))
    assert count >= 10
    for done in range(1, count + 1):
        list(load(store, [ferries], replace=True))
        every = steps(store, barges, server)
        httpx.post(f"{server}/update", data={"update": ";\n".join(every[:done])}).raise_for_status()
        list(load(store, [barges], replace=True))
        assert list(verify(store)) == [], f"after step {done} of {count}"
        found = store.select('SELECT ?s WHERE { ?s ?p ?o FILTER(CONTAINS(STR(?o), "ferries")) }').rows
        assert len(found) == 40 and all(s is not None and "/2031/2/" in s.value for (s,) in found)
    list(remove(store, [symbol(1)]))
    assert list(verify(store)) == []
