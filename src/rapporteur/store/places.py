"""Places: what a person names, a folder, a file or an address, → the store that it is."""

from __future__ import annotations

import os
from pathlib import Path

from rapporteur.errors import UnusableStore
from rapporteur.graph.iris import Iris
from rapporteur.store.asking import Store
from rapporteur.store.embedded import EmbeddedStore, MemoryStore
from rapporteur.store.folder import MARK
from rapporteur.store.keep import load

SETTING = "RAPPORTEUR_STORE"
"""Environment variable that names the store where no option does."""


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
    :raises UnusableInput: if built graphs cannot be read.
    """
    manifest = str(Iris.from_setting().graph("manifest"))
    path = Path(address)
    if path.is_file() or (path.is_dir() and not (path / MARK).exists() and any(path.glob("*.trig"))):
        memory = MemoryStore(str(address), manifest)
        for _ in load(memory, [path]):
            pass
        return memory
    store = EmbeddedStore(path, manifest)
    if there and not store.entries():
        raise UnusableStore(
            "There is no store yet." if not path.exists() else "The store is empty.",
            where=str(path),
            expected="a store with a report in it.",
            remedy="Load one first: rapporteur store load NAME.trig --store " + str(path),
        )
    return store
