"""Is every quote compared with the text it is said to be from?"""

from __future__ import annotations

from pathlib import Path

from rdflib import Literal, URIRef
from sample_graph import DOC, TEXT, sample, trig

from rapporteur.check import check_file, check_quotes

LINK = URIRef(f"{DOC}/link/league")
QUOTE = URIRef("https://w3id.org/rapporteur/ontology#quote")


def test_quotes_that_stand_are_left_alone() -> None:
    """Do the quotes of a sound graph stand in its text?"""
    assert check_quotes(sample(), TEXT) == ()


def test_a_quote_of_other_words_is_found() -> None:
    """Is a quote found that has the right length and other words, and is it said what stands there?"""
    dataset = sample()
    graph = dataset.graph(URIRef(f"{DOC}/graph/evidence"))
    graph.set((LINK, QUOTE, Literal("League of Drivers!")))
    (finding,) = check_quotes(dataset, TEXT)
    assert (finding.code, finding.node) == ("QuoteStandsInTheText", str(LINK))
    assert "stands “League of Ferrymen”, not “League of Drivers!”" in finding.seen


def test_another_text_is_one_finding() -> None:
    """Is a text that is not the one that was read told once, not once for each quote?"""
    (finding,) = check_quotes(sample(), TEXT + "\n")
    assert (finding.code, finding.node) == ("TextIsTheOneThatWasRead", DOC)


def test_the_text_beside_the_graph_is_read(tmp_path: Path) -> None:
    """Does the check of a file look for NAME.txt, and read a line end as it is?"""
    (tmp_path / "sample.trig").write_bytes(trig().encode())
    (tmp_path / "sample.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    result = check_file(tmp_path / "sample.trig")
    assert [finding.code for finding in result.findings] == ["TextIsTheOneThatWasRead"]
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT.encode())
    assert check_file(tmp_path / "sample.trig", other).conforms
