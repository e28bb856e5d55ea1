"""What a person names, a file, a folder, a store or a server, → its reports, each with its graphs as text.

Reports come one by one, in the order of their files. The graphs of the newest one are at hand; those of others are
read again when they are asked for, so that a hundred reports take no more memory than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapporteur.errors import UnusableInput
from rapporteur.store import open_store
from rapporteur.store.bundle import Bundle, GraphText, built_files, graph_text, read_bundles, report_graphs
from rapporteur.store.folder import MARK


class _Newest:
    """The bundle that was read last."""

    def __init__(self) -> None:
        self._bundle: Bundle | None = None

    def put(self, bundle: Bundle) -> Bundle:
        """Let go of the one before."""
        self._bundle = bundle
        return bundle

    def get(self, document: str, read: Callable[[], Bundle]) -> Bundle:
        """The bundle of a report, read unless it is at hand."""
        at_hand = self._bundle
        return at_hand if at_hand is not None and at_hand.document == document else self.put(read())


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


def read_sources(named: str | Path) -> Iterator[Source]:
    """The reports of a ``NAME.trig``, a folder of them, the folder of a store, or a SPARQL server.

    :raises UnusableInput: if they cannot be read, or one is there twice.
    :raises UnusableStore: if the store cannot be opened or is empty.
    """
    path = Path(named)
    address = str(named)
    if not address.startswith(("http://", "https://")) and not (path / MARK).exists():
        yield from _of_files(path)
    else:
        yield from _of_store(address)


def _of_files(path: Path) -> Iterator[Source]:
    found: dict[str, Path] = {}
    newest = _Newest()
    for file in built_files([path]):
        for bundle in read_bundles(file):
            if bundle.document in found:
                raise UnusableInput(
                    f"The report <{bundle.document}> a second time.",
                    where=str(file),
                    expected=f"each report once; it came from {found[bundle.document]} already.",
                    remedy="Give a folder with one of the two files.",
                )
            found[bundle.document] = file
            newest.put(bundle)
            yield Source(bundle.document, file, partial(newest.get, bundle.document, _from_file(file, bundle.document)))


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


def _of_store(address: str) -> Iterator[Source]:
    store = open_store(address, there=True)
    newest = _Newest()

    def reader(document: str) -> Callable[[], Bundle]:
        def read() -> Bundle:
            graphs = [graph_text(name, store.graph(name)) for name in report_graphs(document)]
            return Bundle(document, tuple(graph for graph in graphs if graph.text))

        return read

    files = {entry.document: entry.file for entry in store.entries() if not entry.shared}
    for document, file in sorted(files.items()):
        built = Path(file) if file and Path(file).suffix == ".trig" else None
        yield Source(document, built, partial(newest.get, document, reader(document)))
