"""Are the words that a link rests on marked where they were printed, whatever a page turn or a printer's sign did?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rapporteur
from rapporteur.query import Collection
from rapporteur.query.evidence import mark_of

GRAPH = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
WORD = re.compile(r"[^\W_]+")


@pytest.fixture(scope="module")
def collection() -> Collection:
    """The bundled report."""
    return rapporteur.open(GRAPH)


@pytest.mark.parametrize(
    ("part", "property_", "quote", "nth", "shown"),
    [
        ("note/2", "cites", "Ibid.*, vol. 2237, No. 39574", 0, "⟦Ibid., vol. 2237, No. 39574⟧."),
        ("note/14", "cites", "United Nations, *Treaty", 0, "⟦United Nations, Treaty Series, vol. 12349, No. 42146⟧."),
        ("recommendation/24.1", "strength", "should, further", 0, "States parties ⟦should, further to the"),
        ("paragraph/85", "mentions", "Protocol to Prevent", 0, "the ⟦Protocol to Prevent, Suppress and Punish"),
        ("paragraph/104", "cites", "Recommended\n", 0, "the ⟦Recommended Principles and Guidelines on Human Rights"),
        ("paragraph/3", "mentions", "Conference", 0, "In its decision 4/4, the ⟦Conference⟧ decided"),
        ("paragraph/3", "mentions", "Conference", 1, "the fifth session of the ⟦Conference⟧ and"),
        ("paragraph/3", "mentions", "Conference", 2, "before that session. The ⟦Conference⟧ requested"),
        ("paragraph/83", "mentions", "UNODC", 1, "as well as on the ⟦UNODC⟧ website. UNODC had"),
        ("paragraph/83", "mentions", "UNODC", 2, "on the UNODC website. ⟦UNODC⟧ had also published"),
        ("paragraph/83", "mentions", "UNODC", 9, "downloaded from the ⟦UNODC⟧ website, was"),
        ("recommendation/32.b.1", "mentions", "the Protocol", 1, "consistent with ⟦the Protocol⟧, States parties"),
        ("recommendation/62.3", "theme", "training", 0, "Such ⟦training⟧ should also be extended"),
    ],
)
def test_words_are_marked_where_they_were_printed(
    collection: Collection, part: str, property_: str, quote: str, nth: int, shown: str
) -> None:
    """Does a person who reads the report find the mark at the place that the link is about?"""
    links = collection.ask(
        "evidence-of-a-link", source=f"CTOC/COP/WG.4/2010/6/{part}", property=property_
    ).drop_duplicates("start")
    link = links[links["quote"].str.startswith(quote)].sort_values("start").iloc[nth]
    evidence = collection.evidence(link["evidence"])
    assert shown in str(evidence)
    before, words, after = evidence._parts()
    assert before + words + after == evidence.sentence
    assert f"<mark>{words}</mark>" in evidence._repr_html_()


def test_every_link_of_the_report_can_be_marked(collection: Collection) -> None:
    """Is there no quote, of whatever kind of link, whose words are not found in the sentence that is shown for it?"""
    links = collection.ask("evidence-of-a-link")
    assert len(links) > 1000 and links["property_name"].nunique() == 10
    for quote, sentence in zip(links["quote"], links["sentence"], strict=True):
        mark = mark_of(sentence, quote)
        assert mark is not None, quote
        words = WORD.findall(sentence[slice(*mark)])
        printed = iter(WORD.findall(quote))
        assert words and all(word in printed for word in words), quote


@pytest.mark.parametrize(
    ("sentence", "quote", "near", "shown"),
    [
        ("kelp and kelp and kelp", "kelp", 10, "kelp and [kelp] and kelp"),
        ("kelp and kelp and kelp", "kelp", 99, "kelp and kelp and [kelp]"),
        ("the law of reefs", "law of\n\n---\n\n<sup>4</sup> A note.\n\nreefs", 0, "the [law of reefs]"),
        ("the law of reefs", "law of tides", 0, None),
        ("the law of reefs", "", 0, None),
        ("", "reefs", 0, None),
        ("reefs, a, b", "reefs" + " x" * 40 + " b", 0, None),
    ],
)
def test_a_mark_is_found_or_none_is_made(sentence: str, quote: str, near: int, shown: str | None) -> None:
    """Is the nearest place marked, print that is gone passed over, and nothing marked that was not quoted?"""
    mark = mark_of(sentence, quote, near)
    got = None if mark is None else sentence[: mark[0]] + "[" + sentence[slice(*mark)] + "]" + sentence[mark[1] :]
    assert got == shown


def test_a_collection_shows_what_it_holds(collection: Collection) -> None:
    """Are its reports a typed frame with figures counted by hand, and the same said in a notebook?"""
    (report,) = collection.reports().to_dict("records")
    assert (report["report"], report["paragraphs"]) == ("document/CTOC/COP/WG.4/2010/6", 115)
    assert report["recommendations"] == 77 and report["issued"].isoformat()[:10] == "2010-02-17"
    said = collection._repr_html_()
    assert "1 report, 115 paragraphs, 77 recommendations" in said and report["title"] in said
    assert repr(collection).startswith("<Collection of 1 report at ")


def test_a_thing_is_told_from_what_it_is_downwards(collection: Collection) -> None:
    """Does a description begin with the label and the type, and name the values?"""
    said = collection.describe("document/CTOC/COP/WG.4/2010/6/recommendation/24.1")
    assert list(said["property"][:2]) == ["rdfs:label", "rdf:type"]
    assert said.set_index("property").loc["rap:addressee", "label"] == "States parties"
