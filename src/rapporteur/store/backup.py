"""A copy of a store as a file: the reports of any store in, sorted N-Quads out.

One file that `store load` and every SPARQL server read.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from rapporteur.errors import UnusableStore
from rapporteur.store.asking import Store
from rapporteur.store.bundle import graph_text


def write_quads(store: Store, target: Path) -> None:
    """Write the reports of a store to ``target``, which ends in ``.nq`` or ``.nq.gz`` and must not exist.

    :raises UnusableStore: if there is such a file already, or it has another ending.
    """
    if not target.name.endswith((".nq", ".nq.gz")):
        raise UnusableStore(
            f"A copy under the name {target.name}.",
            where=str(target),
            expected="a name that ends in .nq or .nq.gz.",
            remedy="Name such a file; only a store on disk can be copied as a folder.",
        )
    refuse_taken(target)
    with gzip.open(target, "wb") if target.suffix == ".gz" else target.open("wb") as file:
        for entry in store.entries():
            if not entry.shared:
                file.write(graph_text(entry.graph, store.graph(entry.graph)).quads())


def refuse_taken(target: Path) -> None:
    """
    :raises UnusableStore: if there is something under this name.
    """
    if target.exists():
        raise UnusableStore(
            "Something is there already.",
            where=str(target),
            expected="a name that is not taken, so that no backup is written over another.",
            remedy="Name another file or folder.",
        )
