"""Does a finding tell a person where to look: paragraph, words, what to do?"""

from __future__ import annotations

from pathlib import Path

import broken_graphs as broken
import pytest
from rdflib import RDFS, Graph, Literal, URIRef
from sample_graph import sample
from test_constraints import ROWS, check, spoil

from rapporteur.check.places import label

MESSAGES = {
    "PartHasAPlaceInTheOrder": "paragraph 13 (“With a view to safer crossings, …”): This text part has no place",
    "OperatorHasAnAddresseeOrAnOpenMention": "recommendation 13(b).1, in paragraph 13 (b) (“Are urged to close",
    "ThemeIsUsable": "Prevention, used by recommendation 12.1: This is used as a theme and only groups other themes.",
    "StateIsNoOrganization": "Kenya, used by participation of Kenia: This is a State and an organization at once.",
    "LinksOfOneSpanAreOfOneList": "link p2 (“article 9, paragraphs 2 and 3”): “article 9, paragraphs 2 and 3” is",
    "SpeakerWasRecordedAsAttending": "statement of Kenia, in paragraph 41 (“Kenia”): Kenia spoke and is not recorded",
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_finding_names_paragraph_and_words(name: str, tmp_path: Path) -> None:
    """Does the finding open with the place and its words, and close with what to do?"""
    row = next(row for row in ROWS if row.constraint == name)
    said = str(check(spoil(sample(), row), tmp_path).findings[0])
    assert said.startswith(MESSAGES[name])
    assert " Expected: " in said and " To do: " in said


def test_the_label_is_the_same_on_every_run() -> None:
    """Of labels in six languages, is the English one shown, and the first where there is none?"""
    graph, node = Graph(), URIRef("http://x/a")
    assert label(graph, node) == "http://x/a"
    graph.add((node, RDFS.label, Literal("Б", lang="ru")))
    graph.add((node, RDFS.label, Literal("B", lang="fr")))
    assert label(graph, node) == "B"
    graph.add((node, RDFS.label, Literal("Z", lang="en")))
    assert label(graph, node) == "Z"


def test_findings_come_in_one_order(tmp_path: Path) -> None:
    """Violations before warnings, each by constraint and node, whatever the run?"""
    rows = [row for row in (*broken.WARNINGS, *broken.UNITS) if row.constraint in ("ReportIsDated", "ChapeauIsOneText")]
    dataset = sample()
    for row in rows:
        spoil(dataset, row)
    assert [finding.code for finding in check(dataset, tmp_path).findings] == ["ChapeauIsOneText", "ReportIsDated"]
