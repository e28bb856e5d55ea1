"""What a person names, a file, a folder, a store or a server, → its reports, each with its graphs as text.

Graphs are read when they are asked for and not kept, so that a hundred reports take no more memory than one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rapporteur.errors import UnusableInput
from rapporteur.store import open_store
from rapporteur.store.bundle import Bundle, GraphText, built_files, graph_text, read_bundles, report_graphs
from rapporteur.store.folder import MARK


@dataclass(frozen=True, slots=True)
class Source:
    """One report that can be read again.

    :ivar document: its IRI.
    :ivar file: the ``NAME.trig`` it was read from; None where a store does not say.
    """

    document: str
    file: Path | None
    read: Callable[[], Bundle]

    def graphs(self) -> dict[str, GraphText]:
        """The graphs by what stands after ``/graph`` in their names: "" the facts, "evidence", "inferred"."""
        begin = f"{self.document}/graph"
        return {graph.name[len(begin) :].lstrip("/"): graph for graph in self.read().graphs}


def read_sources(named: str | Path) -> list[Source]:
    """The reports of a ``NAME.trig``, a folder of them, the folder of a store, or a SPARQL server, by IRI.

    :raises UnusableInput: if they cannot be read, or one is there twice.
    :raises UnusableStore: if the store cannot be opened or is empty.
    """
    path = Path(named)
    address = str(named)
    if not address.startswith(("http://", "https://")) and not (path / MARK).exists():
        found = _of_files(path)
    else:
        found = _of_store(address)
    return sorted(found, key=lambda source: source.document)


def _of_files(path: Path) -> list[Source]:
    found: dict[str, Source] = {}
    for file in built_files([path]):
        for bundle in read_bundles(file):
            if bundle.document in found:
                raise UnusableInput(
                    f"The report <{bundle.document}> a second time.",
                    where=str(file),
                    expected=f"each report once; it came from {found[bundle.document].file} already.",
                    remedy="Give a folder with one of the two files.",
                )
            found[bundle.document] = Source(bundle.document, file, _from_file(file, bundle.document))
    return list(found.values())


def _from_file(file: Path, document: str) -> Callable[[], Bundle]:
    def read() -> Bundle:
        for bundle in read_bundles(file):
            if bundle.document == document:
                return bundle
        raise UnusableInput(
            f"The report <{document}> is gone from the file.",
            where=str(file),
            expected="the file as it was when publishing began.",
            remedy="Publish again once nobody builds into that folder.",
        )

    return read


def _of_store(address: str) -> list[Source]:
    store = open_store(address, there=True)

    def reader(document: str) -> Callable[[], Bundle]:
        def read() -> Bundle:
            graphs = [graph_text(name, store.graph(name)) for name in report_graphs(document)]
            return Bundle(document, tuple(graph for graph in graphs if graph.text))

        return read

    files = {entry.document: entry.file for entry in store.entries() if not entry.shared}
    return [
        Source(document, Path(file) if file and Path(file).suffix == ".trig" else None, reader(document))
        for document, file in files.items()
    ]
