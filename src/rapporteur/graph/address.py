"""Addresses for those who need no graph: a linked report in, a function from reference to IRI out."""

from __future__ import annotations

from collections.abc import Callable

from rapporteur.authorities import Authorities
from rapporteur.graph.iris import Iris, ReportIris
from rapporteur.graph.labels import document_ref
from rapporteur.model import Entity, LinkedReport


def address_of(linked: LinkedReport, authorities: Authorities, base: str | None = None) -> Callable[[Entity], str]:
    """The IRI that the graph of this report would use for an entity, as text."""
    own = report_iris(linked, base)
    return lambda ref: str(own.entity(ref))


def report_iris(linked: LinkedReport, base: str | None = None) -> ReportIris:
    """The addresses of what belongs to one report."""
    iris = Iris.from_setting(base)
    document = iris.document(document_ref(linked))
    meeting = linked.meeting
    return ReportIris(iris, document, iris.meeting(meeting.code, meeting.start) if meeting else document)
