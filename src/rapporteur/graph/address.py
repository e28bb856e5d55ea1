"""Addresses for those who need no graph: a linked report in, what mints the IRI of each of its references out."""

from __future__ import annotations

from rapporteur.graph.iris import Iris, ReportIris
from rapporteur.graph.labels import document_ref
from rapporteur.model import LinkedReport


def report_iris(linked: LinkedReport, base: str | None = None) -> ReportIris:
    """The addresses of what belongs to one report."""
    iris = Iris.from_setting(base)
    document = iris.document(document_ref(linked))
    meeting = linked.meeting
    return ReportIris(iris, document, iris.meeting(meeting.code, meeting.start) if meeting else document)
