"""Do paragraphs, reports, decisions, notes and publications go to the document that is meant?"""

from __future__ import annotations

from citation_rows import SERIES, address, check_links, links_of, report_of

from rapporteur.model import Because, Grade, Record
from rapporteur.read import report_from_text

OLD = "document/CTOC/COP/WG.4/1998/3"
EARLIER = "See the report on the meeting of the Working Group held in Oslo on 3 and 4 May 1998 (CTOC/COP/WG.4/1998/3)."


def cited(*paragraphs: str, notes: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Kind, quote and address of each citing link of a report, in reading order."""
    links = links_of(report_of(*paragraphs, notes=notes)).links
    return [(link.kind, link.quote, address(link.target)) for link in links if link.property == "cites"]


def test_a_paragraph_of_a_report_is_found_by_its_note() -> None:
    """Is the report that a note identifies the one meant, and does the quote end before the note?"""
    words = "paragraph 8 of the report of the Working Group on its meeting held in Oslo on 3 and 4 May 1998"
    assert cited(f"Further to {words},<sup>1</sup> States met.", notes=("CTOC/COP/WG.4/1998/3.",)) == [
        ("report-paragraph", words, f"{OLD}/paragraph/8"),
        ("footnote-document", "CTOC/COP/WG.4/1998/3", OLD),
    ]


def test_a_paragraph_of_a_report_is_found_by_an_earlier_reference() -> None:
    """Is a report told by body and year the one that was named in full elsewhere, by context?"""
    found = links_of(
        report_of(EARLIER, "See paragraphs 8 and 9 of the report on the 1998 meeting of the Working Group.")
    )
    links = [link for link in found.links if link.kind == "report-paragraph"]
    assert [address(link.target) for link in links] == [f"{OLD}/paragraph/8", f"{OLD}/paragraph/9"]
    assert {link.grade for link in links} == {Grade.CONTEXT}
    other = links_of(report_of(EARLIER, "See paragraph 8 of the report on the 1997 meeting of the Working Group."))
    assert [u.because for u in other.unlinked] == [Because.NO_CANDIDATE]


def test_a_symbol_in_line_says_which_report() -> None:
    """Are paragraph and symbol each cited where the symbol stands in brackets, and "paras." after a symbol read?"""
    words = "paragraph 7 of the report of that Working Group on its 1998 meeting (CTOC/COP/WG.4/1998/3)"
    assert cited(f"Further to {words}, States met.") == [
        ("report-paragraph", words, f"{OLD}/paragraph/7"),
        ("document-symbol", "CTOC/COP/WG.4/1998/3", OLD),
    ]
    check_links(
        (
            ("document/A/99/7", "document/A/99/7/paragraph/4", "document/A/99/7/paragraph/5"),
            "See A/99/7, paras. 4 and 5.",
        )
    )


def test_above_and_below_are_this_report() -> None:
    """Does "paragraph 2 below" mean this report's own paragraph, and one that it does not have nothing?"""
    own = f"document/{SERIES}/paragraph"
    found = links_of(report_of("See paragraph 2 below and paragraph 17 above, and paragraph 9.", "Noted."))
    assert [address(link.target) for link in found.links] == [f"{own}/2"]
    assert [u.quote for u in found.unlinked] == ["paragraph 17 above", "paragraph 9"]


def test_chapters_of_the_report_being_submitted_are_its_own_sections() -> None:
    """Are chapters of "the report of the Working Group" this report's sections where it has them, else open?"""
    check_links((f"document/{SERIES}/section/I", "chapter I of the report of the Working Group would be submitted"))
    check_links((None, "chapters I and V of the report of the Working Group would be submitted"))


def test_a_body_whose_code_is_unknown_is_the_one_of_the_title() -> None:
    """Is the body of the report the one its title names, where the symbol only tells the body above it?"""
    title = "## Report on the meeting of the Working Group on the Smuggling of Migrants held in Oslo on 3 May 1999"
    body = "1. Chapter I of the report of the Working Group would be submitted."
    record = Record(symbol="CTOC/COP/WG.7/1999/2")
    report = report_from_text(f"{title}\n\n### I. Harbours\n\n{body}\n", "invented.md", record)
    sections = [address(link.target) for link in links_of(report).links if link.kind == "internal-section"]
    assert sections == ["document/CTOC/COP/WG.7/1999/2/section/I"]


def test_a_full_stop_is_no_part_of_a_symbol() -> None:
    """Does a symbol end before the full stop, and keep the points inside it?"""
    check_links(
        ("document/E/1999/68/Add.1", "See E/1999/68/Add.1."),
        (("document/FCCC/SB/1999/5", "document/FCCC/SB/1999/5/Add.1"), "See FCCC/SB/1999/5 and Add.1."),
        (None, "The HIV/AIDS and/or epidemic of 24/7."),
    )


def test_a_decision_is_of_the_body_that_takes_decisions() -> None:
    """Is "decision 4/4" the Conference's, and a resolution a document of its organ?"""
    check_links(
        ("decision/CTOC/COP/9/4", "In its decision 9/4, the Conference acted."),
        ("decision/CTOC/COP/9/4", "The Working Group recalled decision 9/4."),
        (("decision/CTOC/COP/9/4", "decision/CTOC/COP/9/5"), "Conference decisions 9/4 and 9/5 were recalled."),
        ("document/A/RES/99/25", "General Assembly resolution 99/25 was recalled."),
        ("document/A/HRC/RES/9/1", "Human Rights Council resolution 9/1 was recalled."),
        ("document/S/RES/1999(2003)", "Security Council resolution 1999 (2003) was recalled."),
        ("decision/FCCC/CP/99/7", "decision 7/CP.99 was recalled."),
    )
    check_links((None, "decision 9/4 was recalled"), symbol=None)


def test_that_same_decision_is_the_one_named_last() -> None:
    """Does "that same decision" go back to the decision named before, by context, and "a decision to meet" nowhere?"""
    found = links_of(
        report_of("In its decision 9/4, the Conference met. In that same decision, it took a decision to meet.")
    )
    links = [link for link in found.links if link.kind == "decision"]
    assert [(link.quote, link.grade) for link in links] == [
        ("decision 9/4", Grade.EXPLICIT),
        ("that same decision", Grade.CONTEXT),
    ]
    assert links[0].target == links[1].target


def test_ibid_is_what_the_note_before_cites() -> None:
    """Is Ibid. read as the series, or the document, of the note before it?"""
    assert cited(
        "Organized Crime Convention<sup>1</sup> and Smuggling of Migrants Protocol<sup>2</sup> bind.<sup>3</sup>",
        "Noted.<sup>4</sup>",
        notes=(
            "United Nations, *Treaty Series*, vol. 90, No. 12.",
            "*Ibid.*, vol. 91, No. 13.",
            "E/1999/68.",
            "*Ibid.*, para. 5.",
        ),
    ) == [
        ("treaty", "Organized Crime Convention", "instrument/untoc"),
        ("treaty", "Smuggling of Migrants Protocol", "instrument/som-protocol"),
        ("footnote-document", "United Nations, *Treaty Series*, vol. 90, No. 12", "publication/unts/90/12"),
        ("footnote-document", "Ibid.*, vol. 91, No. 13", "publication/unts/91/13"),
        ("footnote-document", "E/1999/68", "document/E/1999/68"),
        ("footnote-document", "Ibid.", "document/E/1999/68"),
        ("report-paragraph", "Ibid.*, para. 5", "document/E/1999/68/paragraph/5"),
    ]


def test_a_title_is_the_document_that_a_note_anywhere_identifies() -> None:
    """Is a title quoted alone, and one document wherever it stands, by the note that one of its places calls?"""
    found = links_of(
        report_of(
            "See the UNODC *Harbour Manual for Pilots*<sup>1</sup> and the *Tide Handbook*.",
            "It praised the Guidelines on Safe Quays of the Council of the European Union.<sup>2</sup>",
            "Copies of the Harbour Manual for Pilots and the Guidelines on Safe Quays were sold.",
            notes=("United Nations publication, Sales No. E.99.XX.7.", "E/1999/70."),
        )
    )
    titles = [(link.quote, address(link.target)) for link in found.links if link.kind == "publication"]
    assert titles == [
        ("Harbour Manual for Pilots", "publication/sales/E.99.XX.7"),
        ("Tide Handbook", "publication/tide-handbook"),
        ("Guidelines on Safe Quays", "document/E/1999/70"),
        ("Harbour Manual for Pilots", "publication/sales/E.99.XX.7"),
        ("Guidelines on Safe Quays", "document/E/1999/70"),
    ]
    assert [coined.name for coined in found.coined] == ["Tide Handbook"]
