"""Pages of names and texts that were made to break them, and of words that were left open."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from rdflib import Literal, URIRef
from selectolax.lexbor import LexborHTMLParser

from rapporteur.publish import read_site
from rapporteur.publish.pages import write_pages
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer

ROOT = "https://w3id.org/rapporteur/id/"
REPORT = f"{ROOT}document/X/1"
SCRIPT = "</title><script>alert(1)</script>"
NAME = f"""{SCRIPT} "O'Hara" &amp; \u202egnp.exe\u202c {"w" * 300}"""
TEXT = f"The Chair, {NAME}, thanked the Bureau; {{{{ here }}}} and <b onclick=alert(2)>all</b> of <!-- them."


def _turtle(text: str) -> str:
    return Literal(text).n3()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    """A report of one paragraph, a person and a recommendation with hostile names, and a mention that was left open."""
    folder = tmp_path_factory.mktemp("hostile")
    person, meeting = f"{ROOT}meeting/X/2020-01-01/person/p%22q", f"{ROOT}meeting/X/2020-01-01"
    at = TEXT.index(NAME)
    bureau = TEXT.index("the Bureau")
    prefix = "@prefix rap: <https://w3id.org/rapporteur/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
    prefix += "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
    head = f'a rap:Report ; rdfs:label {_turtle(NAME)}@en ; rap:symbol "X/1" ; dcterms:title {_turtle(NAME)}@en'
    facts = f"""
<{REPORT}> {head} ; rap:reports <{meeting}> .
<{meeting}> a rap:Meeting ; rdfs:label {_turtle(NAME)}@en .
<{person}> a rap:Person ; rdfs:label {_turtle(NAME)} ; foaf:name {_turtle(NAME)} .
<{REPORT}/paragraph/1> a rap:Paragraph ; rdfs:label "X/1, paragraph 1"@en ; rap:number "1" ; rap:order 0 ;
  rap:inDocument <{REPORT}> ; dcterms:isPartOf <{REPORT}> ; rap:start 0 ; rap:end {len(TEXT)} ;
  rap:text {_turtle(TEXT)}@en ; rap:mentions <{person}> .
<{REPORT}/recommendation/1.1> a rap:Recommendation ; rdfs:label "X/1, recommendation 1.1"@en ; rap:number "1.1" ;
  rap:recordedIn <{REPORT}/paragraph/1> ; rap:start 0 ; rap:end {len(TEXT)} ; rap:text {_turtle(TEXT)}@en .
<{REPORT}/open/{bureau}-{bureau + 10}-organization> a rap:OpenMention ; rdfs:label {_turtle(NAME)}@en ;
  rap:source <{REPORT}/paragraph/1> ; rap:quote "the Bureau" ; rap:start {bureau} ; rap:end {bureau + 10} ;
  rap:because <{ROOT}because/several-candidates> ; rap:candidate <{ROOT}organization/unodc>, <{person}> .
<{ROOT}organization/unodc> a rap:Organization ; rdfs:label "UNODC"@en .
"""
    link = f"{REPORT}/link/0123456789ab"
    evidence = f"""
<{link}> a rap:Link ; rdfs:label "link"@en ; rap:source <{REPORT}/paragraph/1> ; rap:property rap:mentions ;
  rap:target <{person}> ; rap:quote {_turtle(NAME)} ; rap:start {at} ; rap:end {at + len(NAME)} ;
  rap:rule <{ROOT}rule/a/b> ; rap:grade <{ROOT}grade/explicit> ; rap:origin <{ROOT}origin/automatic> .
<{ROOT}rule/a/b> a rap:Rule ; rdfs:label {_turtle(SCRIPT)}@en .
"""
    graphs = f"<{REPORT}/graph> {{ {facts} }}\n<{REPORT}/graph/evidence> {{ {evidence} }}\n"
    (folder / "X-1.trig").write_text(prefix + graphs, "utf-8")
    site = read_site(folder / "X-1.trig")
    with Writer(folder / "site") as writer:
        write_pages(site, writer)
    return site, folder / "site"


def test_hostile_names_stay_words(made: tuple[Site, Path]) -> None:
    """Is every name shown as it is, and does none become an element, an attribute or the end of one?"""
    site, out = made
    pages = sorted(out.rglob("*.html"))
    shown = 0
    for path in pages:
        text = path.read_text("utf-8")
        tree = LexborHTMLParser(text)
        scripts = [node.attributes.get("src") or node.attributes.get("type") for node in tree.css("script")]
        assert all(str(one).endswith((".js", "ld+json", "application/json")) for one in scripts), path
        assert tree.css_first("[onclick]") is None and "alert(1)</script>" not in text.replace("\\u003c", "<")
        shown += NAME in tree.body.text(deep=True) if tree.body else 0
    assert shown > 5
    person = next(iter(site.things["person"]))
    parser = html5lib.HTMLParser(strict=False)
    parser.parse((out / site.places.page(person)).read_text("utf-8"))
    assert parser.errors == []


def test_a_title_holds_no_control(made: tuple[Site, Path]) -> None:
    """Is a name in the title of a page, which nothing can isolate, without marks that turn the direction?"""
    site, out = made
    for iri in (URIRef(REPORT), site.things["person"][0]):
        tree = LexborHTMLParser((out / site.places.page(iri)).read_text("utf-8"))
        title = tree.css_first("title")
        assert title is not None and "\u202e" not in title.text()


def test_what_was_left_open_shows_its_rivals(made: tuple[Site, Path]) -> None:
    """Does the phrase that was not linked say so, with the reason and each of those it could be?"""
    site, out = made
    tree = LexborHTMLParser((out / site.places.page(URIRef(REPORT))).read_text("utf-8"))
    phrase = tree.css_first("a.open")
    assert phrase is not None and phrase.text() == "the Bureau"
    card = phrase.parent.css_first(".c") if phrase.parent else None
    assert card is not None
    assert "Left open: several candidates" in card.text() and "UNODC" in card.text() and NAME in card.text()
    assert [len(card.css("a"))] == [2]


def test_a_report_without_its_text_shows_its_links(made: tuple[Site, Path]) -> None:
    """Where the text as read is not at hand, is a link still shown on its words?"""
    site, out = made
    assert site.reports[0].text is None
    tree = LexborHTMLParser((out / site.places.page(URIRef(REPORT))).read_text("utf-8"))
    phrase = tree.css_first("a.explicit")
    assert phrase is not None and phrase.text() == NAME


def test_the_compendium_is_printed_as_it_stands(made: tuple[Site, Path], tmp_path: Path) -> None:
    """Does the PDF hold what the page of the compendium says, hostile names as words?"""
    pytest.importorskip("weasyprint", reason="the extra pdf is not installed", exc_type=ImportError)
    import pypdfium2

    from rapporteur.publish.pages.pdf import write_pdf

    site, _ = made
    with Writer(tmp_path / "site") as writer:
        write_pages(site, writer, pdf=True)
        write_pdf(site, writer)
    document = pypdfium2.PdfDocument(tmp_path / "site/compendium/compendium.pdf")
    words = document[0].get_textpage().get_text_range()
    assert "Compendium of recommendations" in words and "alert(1)" in words
    document.close()


def test_contents_on_paper_name_pages() -> None:
    """Does an entry of the contents say on which page its chapter begins, and how many recommendations it has?"""
    weasyprint = pytest.importorskip("weasyprint", reason="the extra pdf is not installed", exc_type=ImportError)
    import pypdfium2

    from rapporteur.publish.pages.pdf import PAPER

    contents = '<nav class=toc><a href="#x">Lamps</a> <span class=count>3</span></nav>'
    page = f'{contents}<h2 style="break-before: page" id=x>Lamps</h2>'
    made = weasyprint.HTML(string=page).write_pdf(stylesheets=[weasyprint.CSS(string=PAPER)])
    document = pypdfium2.PdfDocument(made)
    assert document[0].get_textpage().get_text_range().startswith("Lamps, p. 2 (3)")
    document.close()
