"""Are the right parts found, in order, marked, filtered and counted? Answers were counted by hand in the texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lamps import ROOT, lamps, report

from rapporteur.errors import UnusableQuery
from rapporteur.search import Found, SearchIndex, ask, ask_related, related_parts, search_reports


def _places(found: Found) -> set[str]:
    return {hit.iri.partition("/2010/6/")[2] for hit in found.hits}


@pytest.mark.parametrize(
    ("words", "filters", "places"),
    [
        ("compensation fund", {}, {"paragraph/56", "recommendation/56.1"}),
        ("compensate", {}, {"paragraph/56", "recommendation/56.1"}),  # by its stem
        ("compens*", {"kind": "paragraph"}, {"paragraph/56"}),
        ("compensate*", {}, set()),  # no printed word begins so
        ('"fund compensation"', {}, set()),
        ("cote", {}, {"paragraph/71"}),  # without its circumflex
        (
            "consent",
            {},
            {
                "paragraph/31", "paragraph/31/b", "recommendation/31.b.1", "paragraph/32", "paragraph/32/a",
                "recommendation/32.a.1", "paragraph/94",
            },
        ),
        ("consent NOT exploitation", {}, {"paragraph/32/a", "recommendation/32.a.1"}),
        ("consent NOT exploit*", {}, {"paragraph/32/a", "recommendation/32.a.1"}),
        ("(ECPAT OR compensation) NOT availability", {}, {"note/12"}),
        ("organiz*", {"kind": "heading"}, {f"section/{path}" for path in ("II.A", "II.B", "III", "IV.A", "IV.B")}),
        ("", {"provision": "untoc/article/26"}, {"paragraph/37", "recommendation/37.1"}),
        ("", {"mentioned": "THA"}, {"paragraph/104", "paragraph/106"}),
        ("", {"state": "Thailand", "kind": "paragraph"}, {f"paragraph/{n}" for n in (70, 79, 93, 104, 106)}),
        (
            "",
            {"strength": "consider", "addressee": "Conference"},
            {f"recommendation/{number}" for number in ("23.1", "23.2", "55.3", "63.1")},
        ),
    ],
)  # fmt: skip
def test_answers_counted_by_hand(bundled: SearchIndex, words: str, filters: dict[str, str], places: set[str]) -> None:
    """Does the bundled report give what a reader finds in it?"""
    assert _places(ask(bundled, words, limit=100, **filters)) == places


def test_kinds_of_the_bundled_report(bundled: SearchIndex) -> None:
    """Are all its paragraphs, units, notes, statements and headings there, and counted?"""
    found = ask(bundled, "", limit=0)
    assert found.total == 115 + 6 + 77 + 15 + 122 + 38
    assert {count.value: count.hits for count in found.facets["kind"]} == {
        "paragraph": 115, "subparagraph": 6, "recommendation": 77, "note": 15, "statement": 122, "heading": 38,
    }  # fmt: skip
    assert {count.label: count.hits for count in found.facets["addressee"]} == {
        "States parties": 58, "Conference": 7, "Secretariat": 7, "UNODC": 2, "States": 2, "Member States": 1,
    }  # fmt: skip


def test_what_was_found_is_marked(bundled: SearchIndex) -> None:
    """Do the marks stand on the words found, in a stretch of the part's own words?"""
    (hit,) = ask(bundled, "computer* regular", kind="recommendation").hits
    assert hit.number == "23.1"
    assert hit.snippet.startswith("… ")
    (text,) = bundled.database.execute("SELECT words FROM part WHERE iri = ?", (hit.iri,)).fetchone()
    assert hit.snippet.removeprefix("… ").removesuffix(" …") in text
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["computerized", "regular"]
    assert "«computerized»" in hit.marked()
    assert (hit.start, hit.end) == (8947, 9226)


def test_pages_make_the_whole(bundled: SearchIndex) -> None:
    """Do pages follow one another without gap or repetition, best first?"""
    whole = ask(bundled, "trafficking OR victim*", limit=1000)
    pages = [ask(bundled, "trafficking OR victim*", limit=50, offset=at).hits for at in range(0, whole.total, 50)]
    assert whole.total > 100
    assert [hit for page in pages for hit in page] == list(whole.hits)
    scores = [hit.score for hit in whole.hits]
    assert scores == sorted(scores, reverse=True)
    assert ask(bundled, "trafficking", offset=10_000).hits == ()


def test_filters_of_an_invented_report(invented: SearchIndex) -> None:
    """Does each role, and each thing cited, lead to the parts that have it, by code, name, short or full IRI?"""

    def tails(**filters: str) -> list[str]:
        found = ask(invented, "", **filters)
        assert not found.notes
        return [hit.iri.removeprefix(ROOT) for hit in found.hits]

    home, spoke = "document/LAMPS/1", "meeting/LAMPS/2031-05-06/statement/none"
    assert tails(mentioned="FJI") == [f"{home}/paragraph/3", f"{spoke}/FJI"]
    assert tails(speaker="Kenya") == [f"{home}/paragraph/4", f"{spoke}/KEN"]
    assert tails(mentioned="KEN") == [f"{home}/paragraph/5", f"{home}/paragraph/5/a"]
    assert tails(recommender="state/FJI") == [f"{home}/recommendation/5.1"]
    assert tails(state=f"{ROOT}state/FJI", kind="recommendation") == [f"{home}/recommendation/5.1"]
    for provision in ("vcdr", "vcdr/article/9", "instrument/vcdr/article/9/paragraph/2"):
        assert tails(provision=provision) == [f"{home}/recommendation/5.1"]
    assert len(tails(report="REEFS/2")) == 2
    both = ask(invented, "", speaker=["KEN", "TCD"], kind="statement")
    assert both.total == 2


def test_a_statement_alone_has_the_words_of_its_paragraph(invented: SearchIndex) -> None:
    """Is a lone speaker found by what was said, and a paragraph of many speakers found once?"""
    found = ask(invented, "keepers", kind="statement")
    assert [hit.iri.rpartition("/")[2] for hit in found.hits] == ["FJI"]
    assert [hit.kind for hit in ask(invented, '"made statements"').hits] == ["paragraph"]


def test_counts_are_those_of_what_was_found(invented: SearchIndex) -> None:
    """Do the counts follow the words and filters asked for?"""
    facets = ask(invented, "reef*", limit=1).facets
    assert [(c.value, c.hits) for c in facets["report"]] == [("LAMPS/1", 3), ("REEFS/2", 1)]
    assert [(c.value, c.label, c.hits) for c in facets["state"]] == [("KEN", "Kenya", 1)]
    assert facets["speaker"] == ()
    assert [(c.value, c.hits) for c in ask(invented, "reef*", state="KEN").facets["report"]] == [("LAMPS/1", 1)]


def test_what_a_filter_does_not_know_is_said(invented: SearchIndex) -> None:
    """Is a value that nothing has told of with the nearest, and a kind or filter that cannot be an error?"""
    found = ask(invented, "lamp", state="Kenia")
    assert found.total == 0
    assert found.notes == ("Nothing in the index has the state 'Kenia'. Near it: Kenya, KEN.",)
    with pytest.raises(UnusableQuery, match="Write recommendation"):
        ask(invented, "lamp", kind="recomendation")
    with pytest.raises(UnusableQuery, match="Write state"):
        ask(invented, "lamp", stat="KEN")
    with pytest.raises(UnusableQuery, match="whole number"):
        ask(invented, "lamp", limit=-1)


def test_related_parts_share_telling_words(bundled: SearchIndex, invented: SearchIndex) -> None:
    """Does a paragraph lead to the paragraphs on its subject, of its kind, never to itself?"""
    found = ask_related(bundled, "document/CTOC/COP/WG.4/2010/6/paragraph/33", limit=5)
    assert {hit.number for hit in found.hits[:3]} == {"31", "32", "94"}  # harbouring, receipt, the means, the acts
    assert {hit.kind for hit in found.hits} == {"paragraph"}
    assert all(not hit.iri.endswith("/paragraph/33") for hit in found.hits)
    units = ask_related(invented, "document/LAMPS/1/paragraph/5", kind="recommendation")
    assert units.total == 0  # the only unit stands in the paragraph itself
    with pytest.raises(UnusableQuery, match="No part"):
        ask_related(bundled, "document/CTOC/COP/WG.4/2010/6/paragraph/999")


def test_facts_of_rdflib_and_triples_are_searched_alike() -> None:
    """Does a `Dataset` with evidence beside it give what plain triples give, as a frame with whole numbers?"""
    from rdflib import Dataset, Literal, URIRef

    dataset = Dataset()
    for subject, predicate, obj in lamps():
        term = URIRef(obj) if obj.startswith("http") else Literal(obj, lang="en")
        dataset.graph(URIRef(ROOT + "document/LAMPS/1/graph")).add((URIRef(subject), URIRef(predicate), term))
    apart = URIRef(ROOT + "document/LAMPS/1/graph/inferred")
    note = URIRef(ROOT + "document/LAMPS/1/note/1")
    said = URIRef("https://w3id.org/rapporteur/ontology#mentions")
    dataset.graph(apart).add((note, said, URIRef(ROOT + "state/FJI")))
    frame = search_reports(dataset, "lamps", limit=50).frame()
    assert frame.equals(search_reports(lamps(), "lamps", limit=50).frame())
    assert search_reports(dataset, "", mentioned="FJI", kind="note").total == 0
    assert str(frame["start"].dtype) == "Int64"
    assert len(frame) == 9  # paragraphs 1, 2, 3 and its statement, 5 and (a) and its unit, heading, note
    assert related_parts(dataset, "document/LAMPS/1/paragraph/1").total >= 1


def test_an_answer_shows_itself_in_a_notebook(invented: SearchIndex) -> None:
    """Are hits marked, notes and what is stale said, and a text never taken for HTML?"""
    invented.put(f"{ROOT}document/NASTY/5", report("NASTY/5", "A <b> lamp & <script>alert(1)</script>"), "x")
    shown = ask(invented, "lamp", report="NASTY/5")._repr_html_()
    assert "A &lt;b&gt; <mark>lamp</mark> &amp; &lt;script&gt;" in shown and "1 of 1 found" in shown
    assert "Near it: Kenya" in ask(invented, "lamp", state="Kenia")._repr_html_()
    assert "The index is stale: 2 new." in replace(ask(invented, "lamp"), stale="2 new")._repr_html_()
