"""Is what stands around the words of a report kept out of them: an officer below the title, the day of a decision?"""

from __future__ import annotations

from rapporteur.read import report_from_text


def test_an_officer_below_the_title_is_no_part_of_it() -> None:
    """Is the line of the Rapporteur left out, however close it stands?"""
    report = report_from_text(
        "A/HRC/99/2\n\nReport of the Lighthouse Board on its\nninetieth session\n"
        "Vice-President and Rapporteur: Ada Zedd (Azuria)\n\n1. The Board met.\n",
        "x.txt",
    )
    assert report.title is not None
    assert report.title.text == "Report of the Lighthouse Board on its ninetieth session"


def test_the_meeting_that_adopted_a_text_is_none_of_its_words() -> None:
    """Do the last paragraph of a decision, and the one that goes on below, end before the meeting and its day?"""
    report = report_from_text(
        "REPORT OF THE LIGHTHOUSE BOARD ON ITS NINTH SESSION\n\nI. LAMPS\n\n"
        "1. Invites the keepers to light the lamps.\n9th plenary meeting\n17 November 2031\n\n"
        "II. NETS\n\n2. The Board heard of the\n9th plenary meeting\nof the keepers.\n",
        "x.txt",
    )
    assert [p.body.text for p in report.paragraphs] == [
        "Invites the keepers to light the lamps.",
        "The Board heard of the 9th plenary meeting of the keepers.",
    ]


def test_a_heading_follows_a_sentence_whose_note_references_were_lost() -> None:
    """Is the comma between two lost references no reason to take the next heading for more of the sentence?"""
    report = report_from_text(
        "REPORT OF THE LIGHTHOUSE BOARD ON ITS NINTH SESSION\n\nI. LAMPS\n\nA. Oil\n\n1. The lamps were lit.,\n"
        "B. Wicks\n2. They were cut.\n",
        "x.txt",
    )
    assert [section.path for section in report.sections] == ["I", "I.A", "I.B"]
    assert [p.body.text for p in report.paragraphs] == ["The lamps were lit.,", "They were cut."]
