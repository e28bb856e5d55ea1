"""The shapes files → shapes that pyshacl can run, and what each constraint expects.

A constraint is named by an IRI whose local part is a sentence. Its ``rdfs:comment`` says what is expected; the last
sentence of its ``sh:message`` says what to do, the sentences before it what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace, URIRef

from rapporteur.check.parsing import Unparsable, parse
from rapporteur.errors import UnusableShapes
from rapporteur.resources import resource

SHAPE = Namespace("https://w3id.org/rapporteur/shapes#")
GRAPH_RULE = SHAPE["GraphRule"]

ASSERTED = ("must", "evidence", "concepts", "should")
"""The files of pass one."""
CLOSED = ("consistency",)
"""The file of pass two."""
ONTOLOGY = ("ontology",)
"""The file about the ontology itself."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of a shapes file.

    :ivar expected: what should hold.
    :ivar message: fault and remedy, where the constraint fills in nothing.
    :ivar file: name of the shapes file, without its ending.
    :ivar warning: a violation of it is a warning.
    :ivar once: it targets the report once and gives back the node at fault as its value.
    """

    iri: URIRef
    expected: str
    message: str
    file: str
    warning: bool = False
    once: bool = False

    @property
    def name(self) -> str:
        """The sentence: "LinkQuotesItsWords"."""
        return str(self.iri).removeprefix(str(SHAPE))


def split_message(message: str) -> tuple[str, str]:
    """Fault and remedy: the last sentence is the remedy.

    >>> split_message("This note is of two things. Point it to one.")
    ('This note is of two things.', 'Point it to one.')
    """
    fault, _, remedy = message.rpartition(". ")
    return f"{fault.rstrip('.')}.", remedy


def shapes_graph(files: tuple[str, ...], folder: Path | None = None) -> Graph:
    """The shapes of these files together.

    :param folder: where the files lie; the package's own without it, which are read once a process.
    :raises UnusableShapes: if a file is missing or is no Turtle; it names the line.
    """
    return _packaged(files) if folder is None else _read(files, folder)


@lru_cache(maxsize=8)
def _packaged(files: tuple[str, ...]) -> Graph:
    return _read(files, resource("shapes"))


def _read(files: tuple[str, ...], folder: Path) -> Graph:
    graph = Graph()
    for name in files:
        path = folder / f"{name}.ttl"
        try:
            parse(graph, path.read_bytes().decode("utf-8"), "turtle", path)
        except FileNotFoundError as fault:
            raise UnusableShapes(
                "There is no such shapes file.",
                where=str(path),
                expected="the shapes that the package carries.",
                remedy="Put the file back, or install the package again.",
            ) from fault
        except Unparsable as fault:
            raise UnusableShapes(
                f"This is no Turtle: {fault.reason}.",
                where=f"{path}, line {fault.line}",
                expected="shapes in Turtle.",
                remedy="Correct the file at that line.",
            ) from fault
        except UnicodeDecodeError as fault:
            raise UnusableShapes(
                "This is no UTF-8 text.",
                where=str(path),
                expected="shapes in Turtle, as UTF-8.",
                remedy="Save the file as UTF-8.",
            ) from fault
    return graph


def constraints(files: tuple[str, ...], folder: Path | None = None) -> Iterator[Constraint]:
    """Every constraint of these files, in the order of its name."""
    for name in files:
        graph = shapes_graph((name,), folder)
        for iri in sorted({shape for shape in graph.subjects(SH.message) if isinstance(shape, URIRef)}):
            yield _constraint(graph, iri, name)
        for iri in sorted({shape for shape in graph.subjects(SH.sparql) if isinstance(shape, URIRef)}):
            yield _constraint(graph, iri, name)


def _constraint(graph: Graph, iri: URIRef, file: str) -> Constraint:
    sparql = graph.value(iri, SH.sparql)
    message = graph.value(sparql if sparql is not None else iri, SH.message)
    expected = graph.value(iri, RDFS.comment)
    if not isinstance(message, Literal) or not isinstance(expected, Literal):
        raise UnusableShapes(
            "A constraint does not say what it expects, or what is wrong.",
            where=f"{file}.ttl, {iri}",
            expected="an rdfs:comment and an sh:message.",
            remedy="Write both.",
        )
    return Constraint(
        iri, str(expected), str(message), file,
        warning=graph.value(iri, SH.severity) == SH.Warning,
        once=sparql is not None and (iri, RDF.type, GRAPH_RULE) not in graph,
    )  # fmt: skip


@lru_cache(maxsize=1)
def packaged_constraints() -> dict[str, Constraint]:
    """The constraints that the package carries, by IRI."""
    return {str(it.iri): it for it in constraints(ASSERTED + CLOSED + ONTOLOGY)}
