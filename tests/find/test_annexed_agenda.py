"""An agenda that an annex prints: is each item read, and no other session's?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.read import report_from_text

REPORT = """Report of the Lighthouse Board on its ninth session

I. Opening

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.{body}

Annex I

{title}

{agenda}

Annex II

List of documents

1. LB/9/1.
"""
LINES = (
    "Item 1. Opening of the session\nItem 2. Lamps\n   (a) Lamps of the coast\n   (b) Lamps of ports\nItem 3. Closure"
)
ITEMS = [("1", "Opening of the session"), ("2", "Lamps"), ("2(a)", "Lamps of the coast"), ("2(b)", "Lamps of ports")]


def agenda(title: str, printed: str, body: str = "") -> list[tuple[str, str]]:
    found = find_mentions(report_from_text(REPORT.format(title=title, agenda=printed, body=body), "x.txt"))
    return [(item.number, item.words) for item in found.actors.agenda]


@pytest.mark.parametrize(
    "printed",
    [
        LINES,
        LINES.replace("\nItem", "\n\nItem"),
        LINES.replace("Item", "Agenda item").replace(". ", ": "),
        "1. Opening of the session.\n\n2. Lamps:\n\n(a) Lamps of the coast;\n\n(b) Lamps of ports.\n\n3. Closure.",
    ],
)
@pytest.mark.parametrize("title", ["Agenda of the ninth session", "AGENDA", "Agenda as adopted by the Board"])
def test_the_agenda_of_the_session(title: str, printed: str) -> None:
    """Is each item there with its number and title, however the annex prints it?"""
    assert agenda(title, printed) == [*ITEMS, ("3", "Closure")]


def test_what_is_no_agenda_of_the_session() -> None:
    """Is the next session's provisional agenda none, and does the agenda in the body go before that of an annex?"""
    assert agenda("Provisional agenda for the tenth session", LINES) == []
    assert agenda("List of participants", LINES) == []
    body = "\n\n2. The Board adopted the following agenda:\n\n   1. Nets.\n\n   2. Reefs."
    assert agenda("Agenda", LINES, body) == [("1", "Nets"), ("2", "Reefs")]
