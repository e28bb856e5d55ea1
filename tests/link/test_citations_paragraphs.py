"""Do numbers of paragraphs and recommendations go to the document that is meant, each number by itself?"""

from __future__ import annotations

import pytest
from citation_rows import Row, address, check_links, links_of, report_of

from rapporteur.model import Because, Grade, Record, Report
from rapporteur.model.refs import ONLY_ANNEX, DocumentPartRef
from rapporteur.pipeline import link_report, link_text
from rapporteur.read import report_from_text

MAIN = "document/A/HRC/91/7"
REC = f"{MAIN}/recommendation"
OTHER = "document/A/HRC/88/15"

IN_AN_ADDENDUM: list[Row] = [
    (f"{REC}/61.12", "See recommendation 61.12."),
    ((f"{REC}/61.12", f"{REC}/61.20"), "It accepts recommendations 61.12 and 61.20."),
    (
        tuple(f"{REC}/61.{n}" for n in (1, 17, 18, 36, 37, 38, 39, 40, 41)),
        "It accepts the following recommendations 61.1, 61.17-18, 61.36–41.",
    ),
    (tuple(f"{REC}/61.{n}" for n in (41, 42, 46)), "It accepts recommendations 61.41-42,61.46."),
    (tuple(f"{REC}/61.{n}" for n in (62, 63, 64)), "It accepts recommendations 61.62-\n64."),
    (tuple(f"{REC}/61.{n}" for n in (115, 116, 117)), "It accepts recommendations 61.115-17."),
    (f"{REC}/61.18", "It accepts recommendations 61.18-12."),
    (f"{REC}/61.42", "See recommendation 61.42 above."),
    ((f"{REC}/61.3", f"{REC}/61.5"), "It notes the recommendations contained in paragraphs 61.3 and 61.5."),
    (
        (OTHER, f"{OTHER}/recommendation/115.3", f"{OTHER}/recommendation/115.7"),
        "It recalls A/HRC/88/15, paras. 115.3 and 115.7.",
    ),
    ((OTHER, f"{OTHER}/recommendation/115.3"), "It recalls recommendation 115.3 of A/HRC/88/15."),
    (None, "Growth was 61.12 per cent."),
    (None, "It accepts 12 recommendations."),
]

OF_DOCUMENTS: list[Row] = [
    (("document/A/99/7", "document/A/99/7/paragraph/23"), "See A/99/7, paragraph 23."),
    (
        ("document/A/99/7", *(f"document/A/99/7/paragraph/{n}" for n in (4, 5, 6))),
        "See document A/99/7, paras. 4 to 6.",
    ),
    (("document/A/99/7", "document/A/99/7/annex/II/paragraph/4"), "See A/99/7, annex II, para. 4."),
    (("document/A/99/7", "document/A/99/7/paragraph/4"), "See paragraph 4 of document A/99/7."),
    (
        ("document/BUOY/C/NOR/CO/4", "document/BUOY/C/NOR/CO/4/paragraph/8"),
        "It recalled paragraph 8 of the concluding observations of the Committee (BUOY/C/NOR/CO/4).",
    ),
    (
        ("document/A/99/7", "document/A/99/7/paragraph/4/b/ii"),
        "See A/99/7, para. 4 (b) (ii).",
    ),
    (
        ("document/A/99/7", *(f"document/A/99/7/paragraph/4/{x}" for x in "abc")),
        "See A/99/7, para. 4 (a)–(c).",
    ),
    (None, "See paragraph 4."),
    (None, "Recommendation 3 was noted."),
]


@pytest.mark.parametrize("row", IN_AN_ADDENDUM, ids=lambda row: row[1][:60])
def test_recommendations_in_an_addendum(row: Row) -> None:
    """Is each number a recommendation of the report that the addendum is added to, unless another is named?"""
    check_links(row, symbol="A/HRC/91/7/Add.1")


@pytest.mark.parametrize("row", OF_DOCUMENTS, ids=lambda row: row[1][:60])
def test_paragraphs_of_other_documents(row: Row) -> None:
    """Is a paragraph one of the document named beside it, with its annex and letters, and open without one?"""
    check_links(row, symbol="A/HRC/91/7")


def test_numbers_alone_are_recommendations_where_others_are_called_so() -> None:
    """Is "61.14–15" at the head of an answer read like "recommendation 61.28" beside it, and "12.5" left alone?"""
    report = report_of(
        "See recommendation 61.28.", "61.14–15 were carried out in 12.5 hours.", symbol="A/HRC/91/7/Add.1"
    )
    found = [address(link.target) for link in links_of(report).links]
    assert found == [f"{REC}/61.28", f"{REC}/61.14", f"{REC}/61.15"]
    alone = report_of("61.14–15 were carried out.", symbol="A/HRC/91/7/Add.1")
    assert links_of(alone).links == ()


def test_without_a_document_a_recommendation_stays_open() -> None:
    """Is a dotted number left open in a report that neither has it nor is added to one?"""
    found = links_of(report_of("See recommendation 61.28.", symbol="A/HRC/91/7"))
    assert [(u.quote, u.because) for u in found.unlinked] == [("recommendation 61.28", Because.NO_CANDIDATE)]


def test_a_bare_paragraph_is_of_the_document_whose_paragraph_stands_before() -> None:
    """Is "paragraph 15 (a)" one of the annex whose paragraph 15 the same text cites, by context?"""
    words = "Under paragraph 15 of the annex to resolution 5/1, see paragraph 15 (a) and paragraph 16."
    found = links_of(report_of(words, symbol="A/HRC/91/7"))
    assert [(link.quote, address(link.target)) for link in found.links if link.quote.endswith("(a)")] == [
        ("paragraph 15 (a)", "document/A/HRC/RES/5/1/annex/paragraph/15/a")
    ]
    assert [u.quote for u in found.unlinked] == ["paragraph 16"]


def test_the_preceding_paragraph() -> None:
    """Is "the preceding paragraph" the one before, by context, and open in the first?"""
    report = report_of("See the preceding paragraph.", "As the preceding paragraph says.")
    found = links_of(report)
    assert [(link.quote, address(link.target)[-11:], link.grade) for link in found.links] == [
        ("the preceding paragraph", "paragraph/1", Grade.CONTEXT)
    ]
    assert [u.quote for u in found.unlinked] == ["the preceding paragraph"]


def test_the_report_s_own_recommendations() -> None:
    """Is "recommendation 61.1" in the report that makes it its own?"""
    text = (
        "## Report on a meeting\n\n### I. Harbours\n\n61. The following were made:\n\n"
        "61.1 Close the port (Norway);\n\n62. See recommendation 61.1.\n"
    )
    report: Report = report_from_text(text, "invented.md", Record(symbol="A/HRC/91/7"))
    assert "61.1" in report.paragraph_by_number
    own = [address(link.target) for link in links_of(report).links if link.kind == "internal-paragraph"]
    assert own == [f"{REC}/61.1"]


def test_the_annex_without_a_number_is_the_one_that_is_cited_so() -> None:
    """Does "paragraph 1 of the annex to the present report" lead to the annex that bears no number, to none else?"""
    words = "1. The Board recalled paragraph 1 of the annex to the present report."
    for heads, annex in ((("Annex",), ONLY_ANNEX), (("Annex I", "Annex II"), "I")):
        parts = "".join(f"## {head}\n\n### Lamps\n\n1. Each lamp of it shall be lit.\n\n" for head in heads)
        report = report_from_text(f"# Report of the Board of Lamps\n\nLB/2031/7\n\n{words}\n\n{parts}", "board.md")
        assert [p.annex for p in report.paragraphs] == ["", annex, *(["II"] if len(heads) > 1 else [])]
        cited = [link.target for link in link_report(report).links if link.property == "cites"]
        own = [ref.part for ref in cited if isinstance(ref, DocumentPartRef)]
        assert own == ([report.paragraphs[1].ref] if annex == ONLY_ANNEX else [])


def test_a_paragraph_that_an_annex_points_at_is_its_own() -> None:
    """Is "paragraph 2 above" in an annex one of the annex, and a bare "paragraph 2" where nothing else is cited?"""
    text = (
        "# Report of the Board of Lamps\n\nLB/2031/7\n\n## I. Opening\n\n1. It met.\n\n2. It sang.\n\n"
        "## Annex I\n\n### Lighting\n\n1. A lamp shall be lit under paragraph 2 below.\n\n2. Oil is used.\n\n"
        "3. The oil set out in paragraph 2 is for paragraph 2 of the present report and paragraph 1 above.\n\n"
        "## Annex II\n\n### Fog\n\n1. Horns shall sound.\n\n2. They answer paragraph 1 above.\n\n"
        "3. In LB/2031/3 they were weighed under paragraph 2.\n\n4. None is of paragraph 9.\n"
    )
    found = link_report(report_from_text(text, "board.md"))
    own = "document/LB/2031/7"
    assert [(link.quote, address(link.target)) for link in found.links if link.property == "cites"] == [
        ("paragraph 2 below", f"{own}/annex/I/paragraph/2"),
        ("paragraph 2", f"{own}/annex/I/paragraph/2"),
        ("paragraph 2 of the present report", f"{own}/paragraph/2"),
        ("paragraph 1 above", f"{own}/annex/I/paragraph/1"),
        ("paragraph 1 above", f"{own}/annex/II/paragraph/1"),
        ("LB/2031/3", "document/LB/2031/3"),
    ]
    left = {mention.quote for mention in found.unlinked if mention.kind == "report-paragraph"}
    assert left == {"paragraph 2", "paragraph 9"}


def test_the_paragraph_above_is_the_last_of_its_number() -> None:
    """Where numbers begin anew, is "paragraph 1 above" the one before, and "paragraph 1 below" the one after?"""
    text = (
        "# Report of the Board of Lamps\n\nLB/2031/7\n\n## I. Opening\n\n1. It met as paragraph 2 below says.\n\n"
        "2. It sang.\n\n## Decision 1/LB.9\n\n1. Decides to light.\n\n2. Requests oil under paragraph 1 above.\n"
    )
    found = link_report(report_from_text(text, "board.md"))
    cited = [link.target for link in found.links if link.kind == "internal-paragraph"]
    assert [ref.part.path for ref in cited if isinstance(ref, DocumentPartRef)] == [("2",), ("1~2",)]


def test_a_recommendation_by_a_number_without_a_point() -> None:
    """Is it of the report that prints that number, or of a document that is named, and else left open and said?"""
    text = (
        "# Report of the Board on Lamps on its ninth session\n\nA/CONF.999/7\n\n## I. Debate\n\n"
        "1. The Board recalled recommendations 1, 9 and 12–13, recommendation No. 4 in document A/99/5 and general "
        "recommendation No. 19.\n\n## II. Recommendations\n\nRecommendation 1: States should map their reefs.\n"
    )
    report = link_report(report_from_text(text, "board.md"))
    cited = [link for link in report.links if link.rule.id == "recommendation/bare"]
    assert [(address(link.target), link.grade) for link in cited] == [
        ("document/A/CONF.999/7/recommendation/1", Grade.CONTEXT),
        ("document/A/99/5/recommendation/4", Grade.EXPLICIT),
    ]
    opened = [(open.quote, open.because) for open in report.unlinked if open.rule.id == "recommendation/bare"]
    assert opened == [(number, Because.UNKNOWN_FORM) for number in ("9", "12", "13")]


def test_a_bare_paragraph_of_the_same_heading_is_the_report_s_own() -> None:
    """Does "paragraph 2" with nothing said of a document go to the one above under its heading, and to no other?"""
    text = (
        "## Report on a meeting\n\n### I. Harbours\n\n1. The port closed.\n\n2. A fair was held.\n\n"
        "3. The fair referred to in paragraph 2 was fine, as paragraph 4 said.\n\n4. The fog rose.\n\n"
        "### II. Fog\n\n5. The fair referred to in paragraph 2 was told of again.\n\n"
        "6. The text A/99/7 and paragraph 5 were read.\n"
    )
    report = report_from_text(text, "invented.md", Record(symbol="A/HRC/91/7"))
    own = [(link.quote, address(link.target)) for link in links_of(report).links if "paragraph" in link.kind]
    assert own == [("paragraph 2", f"{MAIN}/paragraph/2"), ("A/99/7 and paragraph 5", "document/A/99/7/paragraph/5")]


def test_a_paragraph_behind_an_annex_in_its_sentence_is_the_annex_s() -> None:
    """Are "paragraphs 1 and 2" behind "annex II to this report" the annex's, and those of another sentence not?"""
    words = "The draft is in annex II to this report, without agreement on paragraphs 1 and 2. Lamps shall be lit."
    later = "The draft is in annex II to this report. There was none on paragraph 2."
    annexes = "".join(
        f"## Annex {n}\n\n### Lamps\n\n1. Lamps shall be lit.\n\n2. See paragraph 1 of the present document.\n\n"
        for n in ("I", "II")
    )
    front = (
        f"# Report of the Board of Lamps\n\nLB/2031/7\n\n## I. Work\n\n1. {words}\n\n2. No.\n\n## II. End\n\n3. {later}"
    )
    found = links_of(report_from_text(f"{front}\n\n{annexes}", "board.md"))
    own = "document/LB/2031/7"
    assert [(link.quote, address(link.target)) for link in found.links if "paragraph" in link.quote] == [
        ("paragraphs 1 and 2", f"{own}/annex/II/paragraph/1"),
        ("paragraphs 1 and 2", f"{own}/annex/II/paragraph/2"),
        ("paragraph 1 of the present document", f"{own}/annex/I/paragraph/1"),
        ("paragraph 1 of the present document", f"{own}/annex/II/paragraph/1"),
    ]
    assert [each.quote for each in found.unlinked if "paragraph" in each.quote] == ["paragraph 2"]


def test_letters_of_a_range_in_one_bracket_are_each_cited() -> None:
    """Are "(a–c)" and "8 (b)(i–ii)" read as all they name, and a paragraph again with other letters?"""
    text = (
        "as in paragraphs 4(a–c) and 5(b)(i–ii) of document A/HRC/99/7, and paragraph 8(a)(ii) and 8(b) of A/HRC/99/8"
    )
    paths = {link.target.part.path for link in link_text(text).links if isinstance(link.target, DocumentPartRef)}
    assert paths == {
        ("4", "a"),
        ("4", "b"),
        ("4", "c"),
        ("5", "b", "i"),
        ("5", "b", "ii"),
        ("8", "a", "ii"),
        ("8", "b"),
    }
