"""Are the resolutions, the rules and the drafts of a conference read as its final act prints them?"""

from __future__ import annotations

from rapporteur import find_mentions, link_mentions
from rapporteur.model import LinkedReport
from rapporteur.read import report_from_text

TITLE = "#### Final Act of the United Nations Conference on Lamps\n\n1. The Conference met at Lisbon in 1961.\n\n"


def linked(text: str) -> LinkedReport:
    return link_mentions(find_mentions(report_from_text(TITLE + text, "act.md")))


def test_a_resolution_may_follow_the_conference_without_a_comma() -> None:
    """Is each clause a unit where no comma stands between the conference and what it asks or decides?"""
    links = linked(
        "### I\n\nThe Conference Recommends that ports should close.\n\n### II\n\nThe Conference Resolves that "
        "the word “lamp” shall mean any light.\n"
    )
    asked = [(unit.ref.number, unit.strength.id) for unit in links.recommendations]
    assert asked == [("I.1", "recommend"), ("II.1", "decide")]


def test_lettered_resolutions_in_quotation_marks_end_where_the_next_begins() -> None:
    """Does a recommendation in quotation marks end before the head of the next one?"""
    links = linked(
        '### I\n\nThe Conference adopted unanimously the following recommendations:\n\nA "The Conference, "Considering '
        'the fog, "Urges Governments to light the lamps."\n\nB "The Conference, "Noting the nets, "Recommends Governments '
        'to close the ports."\n'
    )
    texts = [unit.text for unit in links.recommendations]
    assert [text.split()[0] for text in texts] == ["Urges", "Recommends"]
    assert texts[0].rstrip('."').endswith("lamps")
