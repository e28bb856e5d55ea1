"""Does a review of the first cycle come out whole, as a page-by-page text of its PDF lays it out?

`reviews/counted_anew.txt` is invented; its turns are those of real reports: recommendations counted anew below words
that end with a full stop, further out on every other page than on the one before; a marker set apart from its words; an
annex with its title right below; a State that "made recommendations" at the end of what it said.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from rapporteur import read_report
from rapporteur.model import DocumentPartRef, LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

REVIEW = Path(__file__).parent / "reviews" / "counted_anew.txt"


@cache
def linked() -> LinkedReport:
    return link_report(read_report(REVIEW))


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    """The code or id of a State, organization or person; "-" for nobody."""
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def test_outline() -> None:
    """Are sections and paragraphs these, no recommendation among them, the third letter not lost?"""
    report = linked().report
    assert " ".join(section.path for section in report.sections) == "introduction I I.A I.B II III annex-I"
    assert report.sections[-1].title.text == "Composition of the delegation"
    assert [paragraph.key for paragraph in report.paragraphs] == [str(n) for n in range(1, 10)]
    assert [item.path for item in report.paragraphs[1].items] == [("a",), ("b",), ("c",)]
    assert all(note.marker is not None for note in report.footnotes)


def test_recommendations() -> None:
    """Has every number its text and its States, also 7 to 9, which are numbers of paragraphs as well?"""
    assert [(r.ref.number, " ".join(sorted(who(s) for s in r.recommended_by))) for r in linked().recommendations] == [
        ("7.1", "ARG DZA EGY"),
        ("7.2", "ARG ESP"),
        ("7.3", "IRN"),
        ("7.4", "AZE COL ITA"),
        ("7.5", "USA"),
        ("7.6", "GBR"),
        ("7.7", "NOR"),
        ("7.8", "MDA"),
        ("7.9", "CIV"),
    ]
    assert linked().recommendations[6].actions == ("paint",)


def test_what_the_words_over_a_list_name_is_named_there_only() -> None:
    """Does no recommendation mention the State that the words over the whole list say is to answer them?"""
    refs = {unit.ref for unit in linked().recommendations}
    named = [link for link in linked().links if link.property == "mentions" and link.source in refs]
    assert "Nauru" not in [link.quote for link in named]


@pytest.mark.parametrize(
    "words", ["Concerning lamps, Nauru considered that they were few.", "On nets, Nauru had some."]
)
def test_the_state_under_review_behind_an_adjunct_is_read(words: str) -> None:
    """Is a paragraph that the State under review opens so neither unread nor another's?"""
    read = link_report(report_from_text(DIALOGUE.format(words=words, asked="Dim the lamps (Cuba)"), "x.md"))
    assert not [line for line in read.unread if "paragraph 2" in line]
    assert not read.statements


def test_one_statement_a_paragraph() -> None:
    """Is what a speaker goes on to say no second statement, though the report counts more speakers than paragraphs?"""
    assert [(s.recorded_in.path[0], who(s.speaker)) for s in linked().statements] == [
        ("4", "ITA"),
        ("5", "IRN"),
        ("6", "NOR"),
    ]


def test_a_bare_paragraph_is_of_the_text_cited_before() -> None:
    """Are the letters of paragraph 15 those of the annex that the paragraph cites, not of the note behind them?"""
    found = [
        f"{link.target.document.symbol}/{link.target.part.annex}/{'/'.join(link.target.part.path)}"
        for link in linked().links
        if isinstance(link.target, DocumentPartRef) and link.target.part.path[0] == "15"
    ]
    assert found == [f"A/HRC/RES/5/1/annex/15{letter}" for letter in ("", "/a", "/b", "/c")]


def test_delegation() -> None:
    """Are head and members told from the page below the annex's title?"""
    persons = [p for p in linked().participations if isinstance(p.participant, PersonRef)]
    assert [(who(p.participant), p.role.id if p.role else "") for p in persons] == [
        ("ada-zedd", "head-of-delegation"),
        ("bo-orrin", "delegate"),
        ("cleo-dune", "delegate"),
    ]


WHENCE = "# A/HRC/91/15 - Report: Nauru (1st cycle)\n\n**Document:** A/HRC/91/15\n\n---\n\n## Full text\n\n\n"


def test_a_text_on_pages_under_lines_of_markdown_is_read_as_on_pages(tmp_path: Path) -> None:
    """Is it the same report, though its file ends in .md and says in Markdown whence it is?"""
    for head in ("", WHENCE):
        file = tmp_path / "review.md"
        file.write_text(head + REVIEW.read_text(encoding="utf-8"), encoding="utf-8")
        report, same = read_report(file), linked().report
        assert (report.symbol, report.issued, report.title_text) == (same.symbol, same.issued, same.title_text)
        assert [p.body.text for p in report.paragraphs] == [p.body.text for p in same.paragraphs]
        assert [s.path for s in report.sections] == [s.path for s in same.sections]
        assert [n.body.text for n in report.footnotes] == [n.body.text for n in same.footnotes]


def test_bullets_kept_in_the_words_of_a_page() -> None:
    """Is a member named behind a bullet and two titles, where a format keeps bullets as words?"""
    page = """<!DOCTYPE html><html><body><h1>Report of the Working Group on the Universal Periodic Review</h1>
    <h2>Introduction</h2><p>1. The review of Nauru was held at the 2nd meeting, on 4 May 2031.</p>
    <h2>Annex</h2><h3>Composition of the delegation</h3>
    <p>The delegation of Nauru was headed by H.E. Ms Ada ZEDD, Minister for Lamps, and composed of the following
    members:</p><p>• Dr Bo Orrin, Keeper;</p><p>• H.E. Ms Cleo Dune, Ambassador for Nets.</p></body></html>"""
    read = link_report(report_from_text(page, "review.html"))
    assert [who(p.participant) for p in read.participations if isinstance(p.participant, PersonRef)] == [
        "ada-zedd",
        "bo-orrin",
        "cleo-dune",
    ]


DIALOGUE = """# Report of the Working Group on the Universal Periodic Review

Nauru

## I. Summary

### A. Interactive dialogue and responses by the State under review

1. The review of Nauru was held at the 2nd meeting, on 4 May 2031.

2. {words}

## II. Conclusions and/or recommendations

3. The recommendations listed below enjoy the support of Nauru:

3.1. {asked}

3.2. Light the reefs (Chad).
"""


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("Having thanked the delegation, Turkey remained interested in lamps.", ["TUR"]),
        ("Regarding nets, Honduras appreciated the law.", ["HND"]),
        ("Lao PDR was of the view that lamps were bright.", ["LAO"]),
        ("Regarding nets, the Nets Act of Honduras was old.", []),
        ("With regard to nets, Nauru had mended them.", []),
        ("Smuggling remained an offence.", []),
    ],
)
def test_who_speaks_behind_an_adjunct(words: str, speakers: list[str]) -> None:
    """Is the speaker behind an adjunct found, no participle taken for one, and the State under review left?"""
    found = link_report(report_from_text(DIALOGUE.format(words=words, asked="Dim the lamps (Cuba)"), "x.md")).statements
    assert [who(s.speaker) for s in found] == speakers


@pytest.mark.parametrize(
    ("asked", "by", "text"),
    [
        ("Dim the lamps, recommended by Morocco and Portugal;", "MAR PRT", "Dim the lamps"),
        ("Dim the lamps as recommended by the Committee on Lamps (Cuba);", "CUB", None),
        ("Follow what keepers recommended;", "", None),
    ],
)
def test_who_recommended_in_words(asked: str, by: str, text: str | None) -> None:
    """Are States named behind "recommended by" those that made it, and a committee none?"""
    first = link_report(
        report_from_text(DIALOGUE.format(words="Chad noted lamps.", asked=asked), "x.md")
    ).recommendations[0]
    assert " ".join(sorted(who(state) for state in first.recommended_by)) == by
    assert text is None or first.text == text
