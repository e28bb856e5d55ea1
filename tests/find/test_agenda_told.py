"""An agenda that is printed nowhere: is each item read whose number and title the text gives, and no other?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

HEADED = """Report of the Lighthouse Board on its ninth session

I. Opening of the session
(Agenda item 1)

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.

II. Organizational matters
(Agenda item 2)

A. Adoption of the agenda
(Agenda item 2(a))

2. Statements were made by the representatives of Ghana and Peru.

B. Election of officers (continued)
(agenda sub-item 2 (c))

3. The representative of Chad made a statement.

III. Lamps and buoys
(Agenda items 4 and 5)

4. The representative of Mali made a statement.
"""
SAID = """Report of the Lighthouse Board on its ninth session

I. Opening

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.

II. Lamps

2. {said}

3. Statements were made by the representatives of Ghana and Peru.
"""


def items(text: str) -> list[tuple[str, str, str | None]]:
    return [(item.number, item.title, item.parent) for item in link_report(report_from_text(text, "x.txt")).agenda]


def test_items_of_headings() -> None:
    """Is the title of a section the item's that its heading names, and are two items under one title told as unread?"""
    linked = link_report(report_from_text(HEADED, "x.txt"))
    assert [(item.number, item.title, item.parent) for item in linked.agenda] == [
        ("1", "Opening of the session", None),
        ("2", "Organizational matters", None),
        ("2(a)", "Adoption of the agenda", "2"),
        ("2(c)", "Election of officers", "2"),
    ]
    assert [s.item.number if s.item else None for s in linked.statements] == ["2(a)", "2(a)", "2(c)", None]
    assert any("(Agenda items 4 and 5)" in words for words in linked.unread)
    assert [[part.path for part in item.discussed_in] for item in linked.agenda] == [
        [("I",)], [("II",)], [("II.A",)], [("II.B",)]
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["Agenda item 3: Lamps of ports", "Item 3. Lamps of ports", "ITEM 3 – Lamps of ports"]
)
def test_the_number_before_the_title(heading: str) -> None:
    """Is an item read whose number stands in the heading before its title?"""
    assert items(SAID.replace("Lamps\n", f"{heading}\n").format(said="Much was said.")) == [
        ("3", "Lamps of ports", None)
    ]


@pytest.mark.parametrize(
    "said",
    [
        "At its 2nd and 3rd meetings, on 3 and 4 May, the Board considered agenda item 3, entitled “Lamps of ports”.",
        "The Lighthouse Board took up item 3 of its agenda, entitled “Lamps of ports.”",
        'Under agenda item 3 ("Lamps of ports"), the Board heard the keeper.',
        "Under item 3, entitled “Lamps of ports”, the keeper told of tides.",
        "The discussion on agenda item 3, “Lamps of ports”, was led by the keeper.",
        "At its 4th meeting, it considered agenda item 3, entitled “Lamps of ports”.",
        "The Board opened its consideration of item 3 of the agenda, titled “Lamps of ports”.",
    ],
)
def test_titles_that_a_sentence_gives(said: str) -> None:
    """Is the title in quotation marks behind the number of an item read, and have the statements behind it the item?"""
    linked = link_report(report_from_text(SAID.format(said=said), "x.txt"))
    assert [(item.number, item.title) for item in linked.agenda] == [("3", "Lamps of ports")]
    assert [s.item.number if s.item else None for s in linked.statements] == ["3", "3"]


def test_two_items_in_one_sentence() -> None:
    """Has each of two items the title that stands in its place?"""
    said = "The Board considered agenda items 3 and 4, entitled “Lamps” and “Reefs of the north”, respectively."
    assert items(SAID.format(said=said)) == [("3", "Lamps", None), ("4", "Reefs of the north", None)]


@pytest.mark.parametrize(
    "said",
    [
        "The General Assembly considered agenda item 109, entitled “Crime prevention”.",
        "At its fiftieth session, the Board had considered agenda item 3, entitled “Lamps of ports”.",
        "Under agenda item 12, entitled “Nets”, the Fog Council asked the Board to act.",
        "The Board decided that item 5 of the provisional agenda, entitled “Nets”, should stay.",
        "The Board will consider item 5, entitled “Nets”, at its next session.",
        "The Fog Council met. It considered agenda item 7, entitled “Nets”.",
        "The Board considered agenda items 3 and 4, entitled “Lamps of ports”.",
    ],
)
def test_items_that_are_none_of_this_agenda(said: str) -> None:
    """Do another body's, another session's and a future item stay out, and a title that two numbers share?"""
    assert items(SAID.format(said=said)) == []


def test_a_number_alone_is_told() -> None:
    """Is an item without a title, or with two, no item but said to be unread?"""
    linked = link_report(report_from_text(SAID.format(said="The Board considered item 2 of the agenda."), "x.txt"))
    assert not linked.agenda and any("considered item 2 of the agenda" in words for words in linked.unread)
    said = "The Board considered item 2, entitled “Lamps”. The Board then closed item 2, entitled “Reefs”."
    linked = link_report(report_from_text(SAID.format(said=said), "x.txt"))
    assert not linked.agenda and any("Reefs" in words for words in linked.unread)


SEVERAL = """Report of the Lighthouse Board on its ninth session

I. Opening

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.

II. Lamps

2. Statements were made by the representatives of Chad and Mali.

3. Under item 3, entitled “Tides”, the keeper spoke.

4. The Board took up item 6 (Nets). A statement was made by the representative of Togo.

5. The Board considered item 4, entitled “Reefs”. A statement was made by the representative of Benin.

6. Statements were made by the representatives of Ghana and Peru.
"""


def test_statements_of_other_items() -> None:
    """Has a statement no item that is told of later in its section, or that has no title?"""
    linked = link_report(report_from_text(SEVERAL, "x.txt"))
    assert [(item.number, item.title) for item in linked.agenda] == [("3", "Tides"), ("4", "Reefs")]
    spoke = {s.name_as_written: s.item.number if s.item else None for s in linked.statements}
    assert spoke == {"Chad": None, "Mali": None, "Togo": None, "Benin": "4", "Ghana": "4", "Peru": "4"}
    assert [[part.path for part in item.discussed_in] for item in linked.agenda] == [[], [("II",)]]
