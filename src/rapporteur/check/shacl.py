"""A graph and shapes → findings, by pyshacl. The only module that knows pyshacl.

The data must be an rdflib memory graph that rdflib parsed or made: other stores hand back ``"a"^^xsd:string`` for
``"a"``, which rdflib takes for another literal, and every test for a value then fails.
"""

from __future__ import annotations

from pathlib import Path

import pyshacl
from pyparsing import ParseException
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import RDF, SH, Graph, URIRef
from rdflib.plugins.sparql.sparql import SPARQLError
from rdflib.term import Node

from rapporteur.check.catalogue import constraints, packaged_constraints, shapes_graph
from rapporteur.check.findings import ShapeFinding
from rapporteur.check.places import finding
from rapporteur.errors import UnusableShapes


def validate(
    graph: Graph, files: tuple[str, ...], folder: Path | None = None, words: Graph | None = None
) -> list[ShapeFinding]:
    """Validate ``graph`` against the shapes of ``files``; nothing is inferred and nothing is changed.

    :param folder: where the shapes lie; the package's own without it.
    :param words: the graph in which labels and words for messages stand, where it is another one.
    :raises UnusableShapes: if the shapes cannot be read or run.
    """
    shapes = shapes_graph(files, folder)
    known = packaged_constraints() if folder is None else {str(it.iri): it for it in constraints(files, folder)}
    try:
        conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", inplace=True)
    except (ParseException, SPARQLError) as fault:
        raise _unusable(f"a query does not parse: {fault}", files, folder) from fault
    except (ConstraintLoadError, ShapeLoadError, ReportableRuntimeError, ValidationFailure) as fault:
        raise _unusable(str(fault), files, folder) from fault
    if not isinstance(report, Graph):
        raise _unusable(str(report), files, folder)
    if conforms:
        return []
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        constraint = known.get(str(shape))
        if constraint is None:
            raise _unusable(f"a constraint has no name: {shape}", files, folder)
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        message = report.value(result, SH.resultMessage)
        node: Node = value if constraint.once and isinstance(value, URIRef) else focus or URIRef("")
        found.append(
            finding(
                constraint,
                words if words is not None else graph,
                node,
                str(message),
                None if constraint.once else value,
            )
        )
    return found


def _unusable(reason: str, files: tuple[str, ...], folder: Path | None) -> UnusableShapes:
    names = ", ".join(f"{name}.ttl" for name in files)
    return UnusableShapes(
        f"These shapes cannot be run: {' '.join(reason.split())}.",
        where=f"{folder}: {names}" if folder else names,
        expected="shapes by the W3C Recommendation SHACL.",
        remedy="Correct the shape that is named.",
    )
