"""Does the evidence of a link tell the page of its own words, where the source has pages?"""

from __future__ import annotations

from rapporteur.authorities import load_authorities
from rapporteur.graph import Built, build_graph
from rapporteur.model import Record
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_bytes

TEXT = """\
1.   The Board met in Lisbon. It heard the representative of Chile, who
{turn}
thanked Norway and sat down.

2.   The Board rose.
"""
PAGE_OF = """
PREFIX rap: <https://w3id.org/rapporteur/ontology#>
SELECT ?quote ?page WHERE { GRAPH ?g { ?link rap:quote ?quote ; rap:source ?source OPTIONAL { ?link rap:page ?page } } }
"""


def built(turn: str) -> Built:
    report = report_from_bytes(TEXT.format(turn=turn).encode(), "board.txt", Record(symbol="A/BOARD/1"))
    return build_graph(link_report(report), load_authorities())


def pages(turn: str) -> dict[str, int | None]:
    rows = built(turn).dataset.query(PAGE_OF)
    return {str(quote): None if page is None else int(page) for quote, page in rows}


def test_a_paragraph_that_runs_over_a_page() -> None:
    """Has the name after the turn the later page, though its paragraph began on the first?"""
    found = pages("\n                 1\n\f      A/BOARD/1\n")
    assert found["Chile"] == 1
    assert found["Norway"] == 2


def test_a_source_without_pages() -> None:
    """Has no link a page where the source has none?"""
    found = pages("")
    assert {"Chile", "Norway"} <= set(found)
    assert set(found.values()) == {None}
