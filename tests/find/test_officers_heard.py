"""Officers among the speakers of a list: is each an open speaker, wherever in the list, and is nobody lost?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport, OrganizationRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

REPORT = """Report of the Lighthouse Board on its ninth session

I. Opening

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.

2. {said}
"""


def linked(said: str) -> LinkedReport:
    return link_report(report_from_text(REPORT.format(said=said), "x.txt"))


def heard(said: str) -> list[str]:
    """The speakers, by their ids, or as printed where nobody is meant."""
    return [
        s.speaker.code if isinstance(s.speaker, StateRef)
        else s.speaker.id if isinstance(s.speaker, OrganizationRef)
        else s.name_as_written
        for s in linked(said).statements
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        (
            "Opening statements were made by the Executive Director of UNODC, the Minister of Justice of Italy and the "
            "Deputy Minister of the Interior of Peru.",
            ["Executive Director of UNODC", "ITA", "PER"],
        ),
        (
            "Opening statements were made by the Minister of Justice of Italy, the Deputy Minister of the Interior of "
            "Peru and the Executive Director of UNODC.",
            ["ITA", "PER", "Executive Director of UNODC"],
        ),
        (
            "A statement was made by the Secretary-General of the United Nations, the representatives of Peru and Chad "
            "and the observer for UNESCO.",
            ["Secretary-General of the United Nations", "PER", "TCD", "unesco"],
        ),
        (
            "Statements were made by the representative of Peru and the Director of the Lamp Office.",
            ["PER", "Director of the Lamp Office"],
        ),
        (
            "The representatives of Peru and Chad and the Director-General of the World Trade Organization made "
            "statements.",
            ["PER", "TCD", "Director-General of the World Trade Organization"],
        ),
        (
            "Statements were made by the Attorney General of Ghana and the Chair of the Lamp Fund, and the "
            "representatives of Peru, Chad and the European Union.",
            ["GHA", "Chair of the Lamp Fund", "PER", "TCD", "eu"],
        ),
    ],
)
def test_officers_are_open_speakers(said: str, speakers: list[str]) -> None:
    """Is every speaker there in the order of the list, and is no organization coined from an office?"""
    assert heard(said) == speakers
    assert not [one.name for one in linked(said).coined if one.name.startswith(("Director", "Chair", "Chad"))]


def test_open_officers_are_told() -> None:
    """Does an officer who is no known speaker stay as an open mention with the words of the office?"""
    said = "Statements were made by the Executive Director of UNODC and the representatives of Peru and Chad."
    opened = [one for one in linked(said).unlinked if one.property == "speaker"]
    assert [one.quote for one in opened] == ["Executive Director of UNODC"]


def test_who_is_not_read_before_a_group_is_told() -> None:
    """Is the sentence said unread that names somebody before the first group who is neither known nor an officer?"""
    said = "Statements were made by the keepers of Zenda, Reefs Abroad and the representatives of Peru and Chad."
    assert heard(said) == ["PER", "TCD"]
    assert any("Reefs Abroad" in words for words in linked(said).unread)
    said = "Statements were made by Ghana, the European Union and the representatives of Peru and Chad."
    assert not linked(said).unread


def test_one_person_with_two_offices() -> None:
    """Is a second office without its article no second speaker, and the sentence said unread?"""
    said = "A statement was made by the Minister of Justice of Peru and President of the Lamp Conference."
    assert heard(said) == []
    assert any("Lamp Conference" in words for words in linked(said).unread)
