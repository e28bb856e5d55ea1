"""The meeting: which of the meetings that a report tells of is the one it reports, and when a day without a year was.

The title decides; what it leaves out is taken from the paragraph that tells of the body's own meeting, the latest that
was over when the report was issued, and what both leave out from the front.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rapporteur.authorities import Authorities
from rapporteur.model import Meeting, OrganizationRef, Report
from rapporteur.model.actors import MeetingMention
from rapporteur.model.slugs import slug
from rapporteur.model.symbol import SymbolError, parse_symbol

Day = tuple[int, int, int | None]


def link_meeting(
    report: Report, mentions: Sequence[MeetingMention], authorities: Authorities | None = None
) -> Meeting | None:
    """The meeting that a report reports, or None where no words tell of one.

    :param authorities: know the code of a body that reports under the symbol of the body above it.
    """
    titled = next((m for m in mentions if m.form == "title"), None)
    held = _own(report, [m for m in mentions if m.form == "held"])
    told = [m for m in (titled, held) if m is not None]
    if not told:
        return None
    told += [m for m in mentions if m.form == "front"]
    dated = next((m for m in told if m.start is not None), None)
    bodies = next((m.bodies for m in told if len(m.bodies) == 1), ())
    body_name = next((m.body_name for m in told if m.body_name), "")
    title = titled.title if titled is not None else report.title_text
    return Meeting(
        title=title,
        code=_code(report, bodies, body_name or title, authorities),
        body=bodies[0] if bodies else None,
        start=dated.start if dated else None,
        end=dated.end if dated else None,
        location=next((m.location for m in told if m.location), None),
    )


def dates_of(days: Sequence[Day], meeting: Meeting | None) -> tuple[date, ...]:
    """Days of a meeting as dates: a day without a year lies within the meeting, else in the year it began.

    >>> dates_of([(2, 1, None)], Meeting("", "", start=date(2009, 12, 30), end=date(2010, 1, 4)))
    (datetime.date(2010, 1, 2),)
    """
    found: list[date] = []
    for day, month, year in days:
        years = [year] if year is not None else _years(meeting)
        dates = [d for y in years if (d := _date(y, month, day)) is not None]
        inside = [d for d in dates if meeting and meeting.start and meeting.end and meeting.start <= d <= meeting.end]
        found += (inside or dates)[:1]
    return tuple(dict.fromkeys(found))


def _own(report: Report, held: Sequence[MeetingMention]) -> MeetingMention | None:
    """The latest of the body's own meetings that was over, else begun, when the report was issued.

    Some bodies print the first day of the session as the date of issue.
    """
    issued = report.issued or report.record.issued
    own = [m for m in held if m.own and m.start is not None and m.end is not None]
    begun = [m for m in own if issued is None or m.start is None or m.start <= issued]
    over = [m for m in begun if issued is None or m.end is None or m.end <= issued]
    return max(over or begun, key=lambda m: (m.end or date.min, -m.span.start), default=None)


def _code(report: Report, bodies: Sequence[OrganizationRef], name: str, authorities: Authorities | None) -> str:
    """The body's code from the report's symbol, or its own below that, else the slug of its name."""
    book = authorities.organizations.get(bodies[0].id) if authorities is not None and bodies else None
    try:
        code = parse_symbol(report.symbol or "").body
    except SymbolError:
        return bodies[0].id if bodies else slug(name)
    return book.code if book is not None and book.code.startswith(f"{code}/") else code


def _years(meeting: Meeting | None) -> list[int]:
    if meeting is None or meeting.start is None:
        return []
    return sorted({meeting.start.year, (meeting.end or meeting.start).year})


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
