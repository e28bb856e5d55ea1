"""Reports by description: "the report of the Committee on its meeting held in Strelsau on 3 May 2003".

Takes a passage and the place of "the report", gives the words that tell it from other reports, and where they end: at
the comma, note marker or verb that follows, or after the symbol in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapporteur.find.passages import Passage
from rapporteur.model import OrganizationRef, StateRef
from rapporteur.model.citations import DocumentWords, ReportMention, SubjectMention


@dataclass(slots=True)
class _Seen:
    """What the pieces of a description said so far."""

    bodies: list[OrganizationRef] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    symbol: str = ""
    described: bool = False


def read_report(passage: Passage, at: int) -> tuple[DocumentWords, int] | None:
    """The report described from ``at`` on, and where the description ends; None where no report is named there."""
    opening = passage.take("report/open", at)
    if opening is None:
        return None
    seen = _Seen()
    end = at + opening.end()
    if opening["year"]:
        seen.described = True
        if opening["year"].isdigit():
            seen.years.append(opening["year"])
    while True:
        after = _piece(passage, end, seen)
        if after is None:
            break
        end = after
    words = DocumentWords(
        form="symbol" if seen.symbol else "report",
        symbol=seen.symbol,
        bodies=tuple(dict.fromkeys(seen.bodies)),
        years=tuple(dict.fromkeys(seen.years)),
        dates=tuple(seen.dates),
        described=seen.described,
    )
    return words, end


def find_reports(passage: Passage) -> Iterator[ReportMention]:
    """Each described report, wherever it stands: they tell which document a later description means."""
    if "eport" not in passage.text:
        return
    for match in passage.search("report/open"):
        read = read_report(passage, match.start())
        if read is not None:
            words, end = read
            yield ReportMention(**passage.place(match.start(), end, "report/open"), document=words)


def find_subjects(passage: Passage) -> Iterator[SubjectMention]:
    """Each place where a report says which State it is about."""
    for name in passage.names_of("state"):
        if passage.before("report/subject", name.at[0]) is not None:
            states = tuple(ref for ref in name.candidates if isinstance(ref, StateRef))
            yield SubjectMention(**passage.place(*name.at, "report/subject"), states=states)


def _piece(passage: Passage, at: int, seen: _Seen) -> int | None:
    """One more piece of the description read from ``at``: its end, or None."""
    symbol = passage.take("report/symbol", at)
    if symbol is not None:
        match = passage.take("document/symbol", at + symbol.end())
        close = at + symbol.end() + match.end() if match else at
        if match is not None and passage.text[close : close + 1] == ")" and not seen.symbol:
            seen.symbol = match["symbol"].replace(" ", "")
            return close + 1
        return None
    meeting = passage.take("report/meeting", at)
    if meeting is not None:
        if meeting["year"]:
            seen.years.append(meeting["year"])
        seen.described = seen.described or bool(meeting["year"] or meeting["ordinal"])
        return at + meeting.end()
    of = passage.take("report/of", at)
    if of is not None:
        body = passage.body_at(at + of.end())
        if body is not None:
            seen.bodies += [ref for ref in body[1] if ref not in seen.bodies]
            return body[0]
        return None
    date = passage.take("report/date", at)
    if date is not None:
        seen.years.append(date["year"])
        seen.dates.append(date["date"])
        seen.described = True
        return at + date.end()
    rest = passage.take("report/review", at) or passage.take("report/held", at)
    return at + rest.end() if rest is not None else None
