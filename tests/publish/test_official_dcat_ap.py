"""Does the catalogue keep DCAT-AP in the European Commission's own wording (`semic/README.md`)?"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyshacl
import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, SH, Graph, Literal, URIRef

SHAPES = Path(__file__).parent / "semic" / "dcat-ap-3.0.0-SHACL.jsonld"
SHA256 = "e706a80b5431299bda8bcc8fbd436b64834de6d5e2b79fa9ed1c49cc070a48ed"


@pytest.fixture(scope="module")
def shapes() -> Graph:
    """The official shapes, as they were published."""
    assert hashlib.sha256(SHAPES.read_bytes()).hexdigest() == SHA256
    graph = Graph().parse(SHAPES, format="json-ld")
    assert len(set(graph.subjects(RDF.type, SH.NodeShape))) == 42
    return graph


def _faults(catalogue: Graph, shapes: Graph) -> set[tuple[object, object, object]]:
    """Node, path and kind of constraint of whatever does not conform."""
    _, found, _ = pyshacl.validate(catalogue, shacl_graph=shapes, inference="none")
    return {
        (found.value(r, SH.focusNode), found.value(r, SH.resultPath), found.value(r, SH.sourceConstraintComponent))
        for r in found.subjects(RDF.type, SH.ValidationResult)
    }


def test_the_catalogue_keeps_the_official_shapes(out: Path, shapes: Graph) -> None:
    """Do the official shapes find nothing, warnings included, and find each of four faults that are put in?"""
    catalogue = Graph().parse(out / "catalogue.ttl")
    assert _faults(catalogue, shapes) == set()
    whole = next(catalogue.subjects(RDF.type, DCAT.Catalog))
    distribution = min(catalogue.subjects(RDF.type, DCAT.Distribution))
    publisher = catalogue.value(whole, DCTERMS.publisher)
    dataset = min(catalogue.subjects(RDF.type, DCAT.Dataset))
    catalogue.remove((distribution, DCAT.accessURL, None))
    catalogue.remove((whole, DCTERMS.description, None))
    catalogue.remove((publisher, FOAF.name, None))
    catalogue.set((dataset, DCAT.landingPage, Literal("no page")))
    faults = _faults(catalogue, shapes)
    wanted: set[tuple[object, URIRef]] = {
        (distribution, DCAT.accessURL),
        (whole, DCTERMS.description),
        (publisher, FOAF.name),
        (dataset, DCAT.landingPage),
    }
    assert {(node, path) for node, path, _ in faults} == wanted
