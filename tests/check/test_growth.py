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


def _ranged(cited: int) -> bytes:
    """An invented report with one paragraph, which cites a range of many paragraphs of another report in one breath."""
    words = f"1. The Board noted paragraphs 1 to {cited} of document CTOC/COP/WG.9/1999/3.\n"
    return ("# Report of the Board of Azurite\n\nABZ/2031/7\n\n## I. Matters\n\n" + words).encode()


def _seconds(paragraphs: int) -> float:
    return _checking(_report(paragraphs), paragraphs)


def _checking(report: bytes, links: int) -> float:
    """The seconds that the check of a report takes.

    :param links: how many it has, at the least.
    """
    built = build_graph(link_report(report_from_bytes(report, "azurite.md")), load_authorities())
    assert len(built.linked.links) >= links
    start = process_time()
    check_graph(built)
    return process_time() - start


def test_a_check_takes_as_much_longer_as_the_report_is() -> None:
    """Does a report of four times the length take about four times as long to check, and not sixteen?"""
    _seconds(20)  # loads shapes and ontology once
    short, long = _seconds(100), _seconds(400)
    assert long < 7 * short


def test_a_long_range_takes_as_much_longer_as_it_is() -> None:
    """Is each of the links of one range checked once, and not against each of the others?"""
    _checking(_ranged(10), 10)
    short, long = _checking(_ranged(50), 50), _checking(_ranged(200), 200)
    assert long < 5 * short
