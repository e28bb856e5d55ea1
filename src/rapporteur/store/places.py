"""Places: what a person names, a folder, a file or an address, → the store that it is."""

from __future__ import annotations

import os
from pathlib import Path

from rapporteur.errors import UnusableInput, UnusableStore
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import RAP
from rapporteur.store.asking import Store
from rapporteur.store.embedded import EmbeddedStore, MemoryStore
from rapporteur.store.folder import MARK
from rapporteur.store.keep import load

SETTING = "RAPPORTEUR_STORE"
"""Environment variable that names the store where no option does."""

_BUILT = (".trig", ".ttl", ".nq", ".nt", ".jsonld")
"""How files of graphs end, which nobody calls a store."""


def default_store() -> str:
    """The setting ``RAPPORTEUR_STORE``, else ``rapporteur/store`` in the user's data folder (XDG Base Directory)."""
    if named := os.environ.get(SETTING):
        return named
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(data) / "rapporteur" / "store")


def open_store(address: str | Path, *, there: bool = False) -> Store:
    """The store at ``address``: the folder of a store, the address of a SPARQL server, or built graphs.

    Built graphs, a ``NAME.trig`` or a folder of them, are loaded into memory.

    :param there: refuse a folder in which nothing was ever loaded.
    :raises UnusableStore: if it cannot be opened.
    :raises UnusableInput: if built graphs cannot be read, or are not there.
    """
    iris = Iris.from_setting()
    manifest = str(iris.graph("manifest"))
    if str(address).startswith(("http://", "https://")):
        from rapporteur.store.server import ServerStore  # a store on disk needs no network library

        server = ServerStore(str(address), manifest, str(iris.graph("union")))
        return _filled(server) if there else server
    path = Path(address)
    if path.is_file() or (path.is_dir() and not (path / MARK).exists() and any(path.glob("*.trig"))):
        memory = MemoryStore(str(address), manifest)
        for _ in load(memory, [path]):
            pass
        return memory
    if there and path.suffix in _BUILT and not path.exists():
        raise UnusableInput(
            "There is no such file.",
            where=str(path),
            expected="a built graph, a folder of them, a store, or the address of a server.",
            remedy="Check the path, or build the report first: rapporteur build REPORT --out FOLDER",
        )
    store = EmbeddedStore(path, manifest)
    return _filled(store) if there else store


def _filled(store: Store) -> Store:
    """The store, if a report is in it."""
    if not store.entries() and not store.select(f"SELECT ?r WHERE {{ ?r a <{RAP['Report']}> }} LIMIT 1").rows:
        local = not store.address.startswith("http")
        raise UnusableStore(
            "There is no store yet." if local and not Path(store.address).exists() else "The store is empty.",
            where=store.address,
            expected="a store with a report in it.",
            remedy=f"Load one first: rapporteur store load NAME.trig --store {store.address}",
        )
    return store
