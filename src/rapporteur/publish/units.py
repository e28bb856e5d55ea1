"""The recommendations that a report makes: a report in, their IRIs out, without those of others that it cites."""

from __future__ import annotations

from rdflib import URIRef

from rapporteur.graph.vocabulary import RAP
from rapporteur.publish.site import PublishedReport


def recommendations(report: PublishedReport) -> list[URIRef]:
    """In the order of the graph. One that is only cited by its number has no words there."""
    return [unit for unit in report.facts.of_class(RAP["Recommendation"]) if report.facts.text(unit, RAP["text"])]
