"""Loading: TriG and Turtle files → one graph in memory, the union that every query sees.

Named graphs keep one report's statements apart for adding and removing; a question is asked of all of them
together, so here they are poured into one plain graph, where rdflib answers many times faster than over a
union of graphs.
"""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset, Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.stores.memory import SimpleMemory

from rapporteur.authorities import load_authorities
from rapporteur.errors import UnusableInput
from rapporteur.graph.books import authority_triples
from rapporteur.graph.iris import Iris
from rapporteur.graph.load import ontology_triples
from rapporteur.resources import resource

Loaded = Graph
"""What a question is asked of: the union `load_dataset` gives, or a `Dataset`, whose union is then taken."""

FORMATS = {".trig": "trig", ".ttl": "turtle", ".nq": "nquads", ".nt": "nt", ".jsonld": "json-ld"}


def load_dataset(*paths: Path | str) -> Graph:
    """The union of the graphs in ``paths``, with the ontology and the authorities that the package carries.

    Without a path: the reports bundled in a clone under ``graphs/``.

    :raises UnusableInput: if a file is missing or broken, or none is given and the installation bundles none.
    """
    union = Graph(store=_Union())
    for path in [Path(path) for path in paths] or bundled_graphs():
        _pour(path, union)
    iris = Iris.from_setting()
    for triple in ontology_triples() | authority_triples(load_authorities(), iris):
        union.add(triple)
    return union


def union_of(dataset: Graph) -> Graph:
    """One plain graph with every statement of ``dataset``; a plain graph is given back as it is."""
    if not isinstance(dataset, Dataset):
        return dataset
    union = Graph(store="SimpleMemory")
    for subject, predicate, obj, _ in dataset.quads((None, None, None, None)):
        union.add((subject, predicate, obj))
    return union


def bundled_graphs() -> list[Path]:
    """The built reports that a clone bundles, by name.

    :raises UnusableInput: if there is none, as in an installed wheel.
    """
    try:
        found = sorted(resource("graphs").glob("*.trig"))
    except FileNotFoundError:
        found = []
    if not found:
        raise UnusableInput(
            "No graph was given, and this installation bundles none.",
            where="the option --graph",
            expected="a .trig file that `rapporteur build REPORT --out FOLDER` wrote.",
            remedy="Build a report first, then name its file: --graph FOLDER/NAME.trig.",
        )
    return found


def _pour(path: Path, union: Graph) -> None:
    """Add every statement of the file at ``path`` to ``union``, whatever its graph."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UnusableInput(
            f"A file that ends in {path.suffix!r}.",
            where=str(path),
            expected=f"RDF in a file that ends in {', '.join(FORMATS)}.",
            remedy="Give the NAME.trig that the build wrote.",
        )
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnusableInput(
            f"The file cannot be read: {fault.strerror}.",
            where=str(path),
            expected="a built graph.",
            remedy="Check the path, or build the report first.",
        ) from fault
    try:
        Dataset(store=union.store).parse(data=data, format=form)
    except (BadSyntax, ParserError, ValueError) as fault:
        raise UnusableInput(
            f"The file is not {form}: {str(fault).splitlines()[0][:160]}",
            where=str(path),
            expected=f"well-formed {form}.",
            remedy="Build the report again, or mend the file.",
        ) from fault


class _Union(SimpleMemory):
    """A store that takes named graphs and keeps their statements as one graph."""

    context_aware = True
    graph_aware = True

    def add_graph(self, graph: Graph) -> None:
        """Nothing to keep: the statements are all that counts."""
