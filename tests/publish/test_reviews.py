"""Reviews of States: is a State shown what it was recommended, and a fact that two reports state counted once?"""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from rapporteur.graph.vocabulary import LABEL, RAP, TYPE
from rapporteur.publish import Site, read_site
from rapporteur.publish.counts import count
from rapporteur.publish.pages import write_pages
from rapporteur.publish.writer import Writer

_PREFIXES = """@prefix rap: <https://w3id.org/rapporteur/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @base <https://w3id.org/rapporteur/id/> .
"""
_UNIT = """
<document/{symbol}> a rap:Report ; rdfs:label "{symbol}"@en ; rap:symbol "{symbol}" ; dcterms:title "Review"@en ;
  rap:reports <meeting/{symbol}> .
<meeting/{symbol}> a rap:Meeting ; rdfs:label "Review, {symbol}"@en .
<document/{symbol}/paragraph/7> a rap:Paragraph ; rdfs:label "{symbol}, paragraph 7"@en ; rap:number "7" ;
  rap:order 0 ; rap:inDocument <document/{symbol}> ; dcterms:isPartOf <document/{symbol}> ;
  rap:text "Paint the lamps."@en .
<document/{symbol}/recommendation/7.1> a rap:Recommendation ; rdfs:label "{symbol}, recommendation 7.1"@en ;
  rap:number "7.1" ; rap:recordedIn <document/{symbol}/paragraph/7> ; rap:text "Paint the lamps."@en ;
  rap:recommendedBy <state/AGO> ; rap:addressee <addressee/state-under-review> .
<state/AGO> a rap:State ; rdfs:label "Angola"@en . <state/ALB> a rap:State ; rdfs:label "Albania"@en .
<state/FJI> a rap:State ; rdfs:label "Fiji"@en .
"""
_CONCERNED = """
<meeting/{symbol}/participation/{state}> a rap:Participation ; rdfs:label "{state}"@en ;
  rap:participant <state/{state}> ; rap:meeting <meeting/{symbol}> ; rap:capacity <capacity/concerned-state> ;
  rap:recordedIn <document/{symbol}/paragraph/7> .
"""
_RULE = '<rule/names/state> a rap:Rule ; rdfs:label "A name of a State."@en .'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    """A review of Albania, and a report that records two States as concerned."""
    folder = tmp_path_factory.mktemp("reviews")
    for symbol, states in (("LAMP/1", ("ALB",)), ("LAMP/2", ("ALB", "FJI"))):
        facts = _UNIT.format(symbol=symbol) + "".join(_CONCERNED.format(symbol=symbol, state=one) for one in states)
        graphs = f"<document/{symbol}/graph> {{ {facts} }}\n<document/{symbol}/graph/evidence> {{ {_RULE} }}\n"
        (folder / f"{symbol.replace('/', '-')}.trig").write_text(_PREFIXES + graphs, "utf-8")
    site = read_site(folder)
    with pytest.MonkeyPatch.context() as patch, Writer(folder / "out") as writer:
        patch.setattr("rapporteur.publish.pages.write_questions", lambda pages: 0)
        write_pages(site, writer)
    return site, folder / "out"


def _sections(out: Path, path: str) -> dict[str, str]:
    page = LexborHTMLParser((out / path / "index.html").read_text("utf-8"))
    found = {}
    for section in page.css("section"):
        head = section.css_first("h2")
        assert head is not None
        found[head.text()] = " ".join(section.text(separator=" ").split())
    return found


def test_a_state_is_shown_what_it_was_recommended(made: tuple[Site, Path]) -> None:
    """Has the State under review each recommendation with its number, words, maker and report?"""
    said = _sections(made[1], "id/state/ALB")["Recommendations made to it as the State under review 1"]
    assert "no. recommendation by report 7.1 Paint the lamps." in said and " Angola " in said
    assert said.endswith("LAMP/1") and "LAMP/2" not in said


def test_a_recommendation_names_the_state_under_review(made: tuple[Site, Path]) -> None:
    """Does its page lead to the State that its report records, and to none where the report records two?"""
    one, two = (_sections(made[1], f"id/document/LAMP/{number}/recommendation/7.1") for number in (1, 2))
    assert one["State under review 1"].endswith("Albania")
    assert not [head for head in two if head.startswith("State under review")]
    assert not [head for head in _sections(made[1], "id/state/FJI") if "State under review" in head]


def test_a_fact_of_two_reports_is_counted_once(made: tuple[Site, Path]) -> None:
    """Are the counts of each report, less what is repeated, those of all graphs read as one?"""
    site, _ = made
    whole = count([graph.text for report in site.reports for graph in report.graphs().values()], site.root)
    counted = {
        term: sum(report.counts.classes.get(term, 0) + report.counts.properties.get(term, 0) for report in site.reports)
        for term in (*whole.classes, *whole.properties)
    }
    assert {term: number - site.repeated[term] for term, number in counted.items()} == whole.classes | whole.properties
    assert (counted[RAP["State"]], whole.classes[RAP["State"]], site.repeated[RAP["Rule"]]) == (6, 3, 1)
    assert site.repeated[TYPE] == site.repeated[LABEL] == 4
