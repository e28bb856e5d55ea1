"""Does the committed graph of the bundled report hold every constraint, and do the authorities, taken whole?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Dataset, URIRef
from sample_graph import sample

from rapporteur.authorities import load_authorities
from rapporteur.check import CheckResult, check_file, check_graph
from rapporteur.check.findings import Triple
from rapporteur.check.graphs import named_graphs
from rapporteur.check.rules import types_nobody_gave
from rapporteur.graph.books import authority_triples
from rapporteur.graph.iris import Iris
from rapporteur.graph.load import ontology_triples

TRIG = Path(__file__).parent.parent.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@cache
def _checked() -> CheckResult:
    return check_file(TRIG)


@cache
def _graphs() -> dict[str, frozenset[Triple]]:
    dataset = Dataset()
    dataset.parse(TRIG, format="trig")
    return {name: frozenset(triples) for name, triples in named_graphs(dataset).items()}


def _graph(ending: str) -> frozenset[Triple]:
    return next(triples for name, triples in _graphs().items() if name.endswith(ending))


@pytest.mark.slow
def test_the_bundled_graph_holds_every_constraint() -> None:
    """Is there no violation, and no warning, in the graph that the project ships, its text included?"""
    assert TRIG.with_suffix(".txt").is_file()
    assert [str(finding) for finding in _checked().findings] == []


@pytest.mark.slow
def test_nothing_got_a_type_that_its_builder_did_not_give() -> None:
    """Closed with our alignments, has any resource a type but those it was given and their superclasses?"""
    report = _graph("/graph")
    assert list(types_nobody_gave(report, _checked().inferred, ontology_triples())) == []
    given = {(s, o) for s, p, o in report if p == RDF.type}
    section = URIRef("http://purl.org/spar/doco/Section")
    inferred = {(s, o) for s, p, o in _checked().inferred if p == RDF.type}
    assert (
        len({s for s, o in inferred if o == section}) == len({s for s, o in given if str(o).endswith("#Section")}) > 20
    )


@pytest.mark.slow
def test_what_is_written_as_inferred_is_what_follows() -> None:
    """Does the committed graph of inferences say all that follows about the report's own things, and nothing else?"""
    written = _graph("/graph/inferred")
    shared = {s for s, _, _ in authority_triples(load_authorities(), Iris())}
    about = {s for s, _, _ in _graph("/graph")} - shared
    asserted = _graph("/graph") | _graph("/graph/evidence") | ontology_triples()
    assert written == {t for t in _checked().inferred if t[0] in about and t not in asserted}


@pytest.mark.slow
def test_the_vocabulary_of_the_graph_is_all_in_the_ontology() -> None:
    """Is each class and property of ours that the graph uses a term of the ontology?"""
    rap = "https://w3id.org/rapporteur/ontology#"
    used = {p for triples in _graphs().values() for _, p, _ in triples}
    used |= {o for triples in _graphs().values() for _, p, o in triples if p == RDF.type}
    ours = {term for term in used if str(term).startswith(rap)}
    assert len(ours) > 50
    assert ours <= {s for s, p, _ in ontology_triples() if p == RDFS.isDefinedBy}


@pytest.mark.slow
def test_the_authorities_taken_whole_hold_every_constraint() -> None:
    """Do States, organizations, treaties and concepts that no report names keep the rules as well?"""
    assert [str(finding) for finding in check_graph(sample(), all_authorities=True).findings] == []
