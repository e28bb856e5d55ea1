"""Days and place of a meeting that only the front of its report says."""

from __future__ import annotations

from datetime import date

import pytest

from rapporteur.model import Meeting
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

TITLE = "Report of the Lighthouse Board on the work of its ninth session"


def _meeting(line: str, first: str = "The ninth session was opened by the keeper.") -> Meeting | None:
    text = (
        f"LB/2031/4\n\nDistr.: General\n\n9 June 2031\n\nLighthouse Board\nNinth session\n{line}\n\n"
        f"     {TITLE}\n\nI.   Opening\n\n1.   {first}\n\n2.   It rose.\n"
    )
    return link_report(report_from_text(text, "lamps.txt")).meeting


@pytest.mark.parametrize(
    ("line", "place", "start", "end"),
    [
        ("Zenda, Ruritania, 3–5 May 2031", "Zenda, Ruritania", date(2031, 5, 3), date(2031, 5, 5)),
        ("Online, 30 April–2 May 2031", None, date(2031, 4, 30), date(2031, 5, 2)),
        ("Strelsau, 3 and 4 May 2031", "Strelsau", date(2031, 5, 3), date(2031, 5, 4)),
        ("3–5 May 2031", None, None, None),
        ("Zenda, 3 May 2031", None, None, None),
    ],
)
def test_the_front_dates_the_meeting(line: str, place: str | None, start: date | None, end: date | None) -> None:
    """Are several days behind a place those of the meeting, and one day, or days of whoever, not?"""
    meeting = _meeting(line)
    assert meeting is not None
    assert (meeting.location, meeting.start, meeting.end) == (place, start, end)


def test_the_body_goes_before_the_front() -> None:
    """Does what a paragraph says of the session count, where the front says otherwise?"""
    meeting = _meeting("Zenda, 3–5 May 2031", "The Board held its ninth session in Strelsau from 6 to 8 May 2031.")
    assert meeting is not None
    assert (meeting.location, meeting.start) == ("Strelsau", date(2031, 5, 6))
