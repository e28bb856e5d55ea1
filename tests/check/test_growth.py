"""Growth: the time of a check grows as the graph does, so that a long report can be checked at all."""

from __future__ import annotations

from time import process_time

from rapporteur.authorities import load_authorities
from rapporteur.check import check_graph
from rapporteur.graph import build_graph
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_bytes


def _report(paragraphs: int) -> bytes:
    """An invented report whose paragraphs all name the same treaty, and leave one body open."""
    lines = (
        f"{number}. The Working Group heard Kenya on article 26 of the Organized Crime Convention.\n\n"
        for number in range(1, paragraphs + 1)
    )
    return ("# Report of the Board of Azurite\n\nABZ/2031/7\n\n## I. Matters\n\n" + "".join(lines)).encode()


def _seconds(paragraphs: int) -> float:
    built = build_graph(link_report(report_from_bytes(_report(paragraphs), "azurite.md")), load_authorities())
    assert len(built.linked.report.paragraphs) == paragraphs
    start = process_time()
    check_graph(built)
    return process_time() - start


def test_a_check_takes_as_much_longer_as_the_report_is() -> None:
    """Does a report of four times the length take about four times as long to check, and not sixteen?"""
    _seconds(20)  # loads shapes and ontology once
    short, long = _seconds(100), _seconds(400)
    assert long < 7 * short
