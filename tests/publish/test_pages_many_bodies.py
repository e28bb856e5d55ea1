"""Pages of reports of other bodies: recommendations without themes, States that make them, two of one title?"""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from rapporteur.publish import read_site
from rapporteur.publish.catalogue import description_of_report
from rapporteur.publish.pages import write_pages
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer

_PREFIXES = """@prefix rap: <https://w3id.org/rapporteur/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @base <https://w3id.org/rapporteur/id/> .
"""
_DIALOGUE = """
<document/LAMP/9> a rap:Report ; rdfs:label "LAMP/9"@en ; rap:symbol "LAMP/9" ; dcterms:title "Review"@en ;
  dcterms:issued "2031-05-06"^^xsd:date ; rap:reports <meeting/LAMP/2031-05-01> .
<meeting/LAMP/2031-05-01> a rap:Meeting ; rdfs:label "Lamp Board"@en ; schema:endDate "2031-05-03"^^xsd:date ;
  schema:startDate "2031-05-01"^^xsd:date .
<document/LAMP/9/paragraph/7> a rap:Paragraph ; rdfs:label "LAMP/9, paragraph 7"@en ; rap:number "7" ; rap:order 0 ;
  rap:inDocument <document/LAMP/9> ; dcterms:isPartOf <document/LAMP/9> ; rap:text "Paint the lamps."@en .
<document/LAMP/9/recommendation/7.1> a rap:Recommendation ; rdfs:label "LAMP/9, recommendation 7.1"@en ;
  rap:number "7.1" ; rap:recordedIn <document/LAMP/9/paragraph/7> ; rap:text "Paint the lamps."@en ;
  rap:recommendedBy <state/AGO> .
<meeting/LAMP/2031-05-01/participation/AGO> a rap:Participation ; rdfs:label "Participation of Angola"@en ;
  rap:participant <state/AGO> ; rap:meeting <meeting/LAMP/2031-05-01> ; rap:nameAsWritten "Angola" .
<meeting/LAMP/2031-05-01/participation/ALB> a rap:Participation ; rdfs:label "Participation of Albania"@en ;
  rap:participant <state/ALB> ; rap:meeting <meeting/LAMP/2031-05-01> ; rap:nameAsWritten "Albania" .
<state/AGO> a rap:State ; rdfs:label "Angola"@en . <state/ALB> a rap:State ; rdfs:label "Albania"@en .
"""
_REPLY = """
<document/LAMP/9/Add.1> a rap:Report ; rdfs:label "LAMP/9/Add.1"@en ; rap:symbol "LAMP/9/Add.1" ;
  dcterms:title "Review"@en .
<document/LAMP/9/Add.1/paragraph/1> a rap:Paragraph ; rdfs:label "LAMP/9/Add.1, paragraph 1"@en ; rap:number "1" ;
  rap:order 0 ; rap:inDocument <document/LAMP/9/Add.1> ; dcterms:isPartOf <document/LAMP/9/Add.1> ;
  rap:text "7.1 is accepted."@en ; rap:cites <document/LAMP/9/recommendation/7.1> .
<document/LAMP/9/recommendation/7.1> a rap:Recommendation ; rdfs:label "LAMP/9, recommendation 7.1"@en ;
  rap:number "7.1" .
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    """A report whose one recommendation a State made, and the reply that cites it."""
    folder = tmp_path_factory.mktemp("bodies")
    for name, facts in (("LAMP/9", _DIALOGUE), ("LAMP/9/Add.1", _REPLY)):
        (folder / f"{name.replace('/', '-')}.trig").write_text(
            f"{_PREFIXES}<document/{name}/graph> {{ {facts} }}\n<document/{name}/graph/evidence> {{ }}\n", "utf-8"
        )
    site = read_site(folder)
    out = folder / "out"
    with Writer(out) as writer:
        write_pages(site, writer)
    return site, out


def _page(out: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((out / path / "index.html").read_text("utf-8"))


def test_what_a_reply_cites_is_not_counted_as_its_own(made: tuple[Site, Path]) -> None:
    """Does the reply count no recommendation, on the front page, in its description and among the compendia?"""
    site, out = made
    told = {report.symbol: description_of_report(report).partition(",")[0] for report in site.reports}
    assert told == {"LAMP/9": "1 recommendations", "LAMP/9/Add.1": "0 recommendations"}
    cards = [card.text(separator=" ") for card in _page(out, "").css(".card")]
    assert [("recommendations" in card, "LAMP/9/Add.1" in card) for card in cards] == [(True, False), (False, True)]
    assert sorted(folder.name for folder in (out / "compendium").iterdir()) == ["LAMP-9", "index.html"]


def test_a_recommendation_without_theme_is_printed(made: tuple[Site, Path]) -> None:
    """Is what has no theme and cites no provision in the compendium, with the State that made it?"""
    page = _page(made[1], "compendium/LAMP-9")
    assert [row.text() for row in page.css(".units dd")] == ["Paint the lamps. made by Angola"]
    assert "By theme" not in page.body.text() and "By provision" not in page.body.text()


def test_lists_tell_their_lines_apart(made: tuple[Site, Path]) -> None:
    """Do meetings have their days, recommendations their makers, and are columns that are empty left out?"""
    _, out = made
    meetings, units = _page(out, "id/meeting"), _page(out, "recommendations")
    assert [cell.text() for cell in meetings.css("tbody td")] == [
        "Lamp Board",
        "2031-05-01",
        "2031-05-03",
        "LAMP/9",
        "2",
    ]
    assert [head.text() for head in units.css("thead th")] == ["no.", "recommendation", "by", "report"]
    assert [option.text() for option in units.css(".tools option")] == ["any", "Angola"]


def test_participants_stand_by_name_and_what_is_alike_last(made: tuple[Site, Path]) -> None:
    """Is Albania before Angola, who took part beside it, and the meeting itself, the same in each row, at the end?"""
    page = _page(made[1], "id/meeting/LAMP/2031-05-01")
    table = page.css("table")[0]
    heads = [head.text() for head in table.css("th")]
    assert heads[:3] == ["label", "participant", "name as written"] and heads[-2:] == ["meeting", "type"]
    assert [row.css("td")[1].text() for row in table.css("tbody tr")] == ["Albania", "Angola"]
    said = [term.text() for term in page.css("dl.said dt")]
    assert said.index("start date") < said.index("end date")
