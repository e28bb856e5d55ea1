"""Is a presenter told whose party has no name in English?"""

from __future__ import annotations

from rdflib import RDFS, URIRef

from rapporteur.query import load_dataset, run_query

REPRESENTING = URIRef("https://w3id.org/rapporteur/ontology#representing")


def test_a_presenter_stays_without_the_label_of_the_party() -> None:
    """Does `agenda-day-by-day` keep the names, and leave the party out, where no party bears a label?"""
    graph = load_dataset()
    told = [row for row in run_query(graph, "agenda-day-by-day")["presenters"] if row]
    for party in set(graph.objects(None, REPRESENTING)):
        graph.remove((party, RDFS.label, None))
    bare = [row for row in run_query(graph, "agenda-day-by-day")["presenters"] if row]
    assert told and all("(" in row for row in told)
    assert bare == ["; ".join(name.split(" (")[0] for name in row.split("; ")) for row in told]
