"""Covers: a report in, out the lines of its front that name officers, as a text that persons are read from.

"President: Mr. Karim Masri (Azuria)" on a title page is neither title nor paragraph: the report itself tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.authorities import Authorities
from rapporteur.find.names import find_names
from rapporteur.find.passages import Passage, passages
from rapporteur.find.reporting_body import body_of
from rapporteur.model import CleanText, PartKind, PartRef, Report, Span
from rapporteur.model.actors import PersonMention
from rapporteur.patterns import load_patterns

_QUOTED = 80
"""Characters of a line that is told of."""
COVER = PartRef(PartKind.REPORT, ("cover",))
"""The text of the cover among the texts of a report; links name the report itself."""


def cover_of(report: Report, authorities: Authorities) -> Passage | None:
    """The lines of the cover that name officers, and the names in them; None where there are none."""
    lines = tuple(_officers(report))
    if not lines:
        return None
    clean = _joined(report, lines)
    bare = replace(report, title=clean, sections=(), paragraphs=(), footnotes=())
    (passage,) = passages(bare, find_names(bare, authorities), {}, body_of(report, authorities))
    names = tuple(replace(name, text_part=COVER) for name in passage.names)
    return replace(passage, report=report, part=COVER, index=-1, names=names)


def of_report(mention: PersonMention) -> PersonMention:
    """A mention, with the report itself for its part where it stands on the cover."""
    if mention.text_part != COVER:
        return mention
    inside, part = mention.representing, PartRef(PartKind.REPORT)
    return replace(mention, part=part, representing=replace(inside, part=part) if inside is not None else None)


def unread_officers(report: Report, persons: Sequence[PersonMention]) -> tuple[str, ...]:
    """A line for each office on the cover behind which nobody was found, with what stands behind it."""
    found: list[str] = []
    for begins, ends in _offices(report):
        if not any(begins <= person.span.start < ends for person in persons):
            words = " ".join(report.source.text[begins:ends].split())
            found.append(f"persons: the cover names an officer in no form that is known: not read: “{words[:_QUOTED]}”")
    return tuple(found)


def _offices(report: Report) -> Iterator[tuple[int, int]]:
    """Where each line of an office begins and the one behind the last of its lines ends."""
    opens = load_patterns("offices")["cover/officer"].regex
    lines = [furniture.span for furniture in report.furniture if furniture.kind == "masthead"]
    own = set(_officers(report))
    for i, line in enumerate(lines):
        if line not in own or not opens.search(_words(report, line)):
            continue
        last = line
        for following in lines[i + 1 :]:
            if report.source.text[last.end : following.start].strip() or opens.search(_words(report, following)):
                break
            last = following
            if following not in own:
                break
        yield line.start, last.end


def _officers(report: Report) -> Iterator[Span]:
    """The lines that an office and a colon open, and those behind one that go on with names."""
    opens = load_patterns("offices")["cover/officer"].regex
    goes_on = load_patterns("offices")["cover/goes-on"].regex
    before = -1
    for furniture in report.furniture:
        if furniture.kind != "masthead":
            continue
        words = _words(report, furniture.span)
        behind = before >= 0 and not report.source.text[before : furniture.span.start].strip()
        if opens.search(words) or (behind and goes_on.search(words)):
            yield furniture.span
            before = furniture.span.end
        else:
            before = -1


def _words(report: Report, line: Span) -> str:
    return " ".join(report.quote(line).split())


def _joined(report: Report, lines: tuple[Span, ...]) -> CleanText:
    """The lines as one text, white space collapsed, each character with its offset in the text as read."""
    chars: list[str] = []
    offsets: list[int] = []
    for line in lines:
        for offset in range(line.start, line.end):
            sign = report.source.text[offset]
            if sign.isspace():
                if not chars or chars[-1] == " ":
                    continue
                sign = " "
            chars.append(sign)
            offsets.append(offset)
        if chars and chars[-1] != " ":
            chars.append(" ")
            offsets.append(line.end - 1)
    return CleanText("".join(chars[:-1]), tuple(offsets[:-1]))
