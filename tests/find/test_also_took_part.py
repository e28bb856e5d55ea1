"""Those who also took part, members and parties: in which capacity, and what is said where it is open?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.read import report_from_text

TITLE = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n1. "

ROWS = [
    ("The European Union, a regional economic integration organization, also participated.", ["represented"], []),
    ("The following States participated: Peru, Chad. The European Union also participated.", ["represented"] * 3, []),
    ("The European Union also participated.", [], ["attendance/cue"]),
    ("The European Union also participated in the debate.", [], []),
    ("The European Union also participated as an enhanced observer.", ["observer-organization"], []),
    ("The session was attended by representatives of the following member States: Peru.", ["member-state"], []),
    ("The following Member States were represented: Peru and Chad.", ["member-state"] * 2, []),
    ("The following non-member States were represented: Peru.", ["observer-state"], []),
    ("The following parties to the Protocol were represented: Peru, World Bank.", ["state-party", "represented"], []),
    (
        "The following parties to the Protocol were represented: Peru and the European Union.",
        ["state-party", "regional-organization-party"],
        [],
    ),
]


@pytest.mark.parametrize(("words", "capacities", "unread"), ROWS, ids=[words for words, _, _ in ROWS])
def test_each_came_in_its_capacity(words: str, capacities: list[str], unread: list[str]) -> None:
    """In which capacity was each there, and which sentence is said to be unread?"""
    found = find_mentions(report_from_text(f"{TITLE}{words}\n", "x.md")).actors
    assert [one.capacity for one in found.attendance] == capacities
    assert [one.rule.id for one in found.unread] == unread


HEADS = [
    "The Board adopted the provisional agenda (LB/2031/1), as orally amended:",
    "The Board adopted its provisional agenda, contained in document LB/2031/1:",
    "The Board adopted by consensus the agenda for its ninth session, without change:",
    "The Board approved the provisional agenda, as amended:",
]


@pytest.mark.parametrize("head", HEADS)
def test_the_adopted_agenda_is_read(head: str) -> None:
    """Are the items below read whatever says how the agenda was adopted?"""
    text = f"{TITLE}{head}\n\n   1. Opening of the session\n\n   2. Lamps\n\n   3. Closure\n\n2. It met.\n"
    found = find_mentions(report_from_text(text, "x.md")).actors.agenda
    assert [item.number for item in found] == ["1", "2", "3"]


def test_a_representative_of_a_platform_disagrees() -> None:
    """Is disagreeing a way of speaking in reports of a platform too?"""
    title = "# Report of the Plenary of the Intergovernmental Platform on Lamps on the work of its third session\n\n1. "
    said = "The representative of Chad said that lamps were dim. The representative of the Republic of Korea disagreed."
    found = find_mentions(report_from_text(f"{title}{said}\n", "x.md")).actors.statements
    assert [one.words for one in found] == ["Chad", "Republic of Korea"]
