"""Views on the outcome of a review, in the report of a session: one paragraph a speaker, under headings that say whose.

Takes the passages of a report, gives a `StatementMention` for each paragraph that opens with its speaker. Under the
heading of the State under review that State speaks, once for paragraphs that stand in a row. Under that of States and
under that of others, a paragraph which no speaker opens goes on with the one above; the first of them comes back as
unread, as does one whose first words may be a name that no verb of speaking follows, and each that a speaker opens
where the text begins behind the heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.cut_off import cut_sections
from rapporteur.find.passages import Passage
from rapporteur.find.scenes import place
from rapporteur.find.speaker_paragraphs import CONCERNED, Opening, opening_of
from rapporteur.model import PartKind, Report
from rapporteur.model.actors import ActorMention, StatementMention
from rapporteur.patterns import load_patterns

_OWN, _STATES, _OTHERS, _CUT = "own", "states", "others", "cut"


def find_views(
    report: Report, passages: Sequence[Passage]
) -> tuple[tuple[StatementMention, ...], tuple[ActorMention, ...]]:
    """The statements of all sections of views, and the paragraphs of them whose speaker could not be read."""
    where: str | None
    found: list[StatementMention] = []
    unread: list[ActorMention] = []
    kinds = {section.path: kind for section in report.sections if (kind := _kind(section.title.text))}
    kinds |= {path: _CUT for path in cut_sections(report) if not path}
    where, open_floor = None, False
    rule = load_patterns("statements")["dialogue/speaker"].rule
    for passage in passages:
        paragraph = report.paragraph(passage.part) if passage.part.kind is PartKind.PARAGRAPH else None
        if paragraph is None or not passage.text or paragraph.section not in kinds or paragraph.annex:
            continue
        if paragraph.section != where:
            where, open_floor = paragraph.section, False
        opening = opening_of(passage, frozenset())
        spoke = tuple(_speakers(passage, opening, kinds[where])) if opening is not None else ()
        if kinds[where] == _CUT:
            unread += [ActorMention(**place(passage, 0, len(passage.text), rule))] if spoke else []
        elif spoke and not (kinds[where] == _OWN and open_floor):
            found += spoke
        elif not spoke and kinds[where] != _OWN and (not open_floor or opening is not None or _maybe(passage)):
            unread.append(ActorMention(**place(passage, 0, len(passage.text), rule)))
        open_floor = open_floor or bool(spoke)
    return tuple(found), tuple(unread)


def _kind(title: str) -> str:
    """Whose views stand under a heading: of the State under review, of States, of others; "" under any other."""
    patterns = load_patterns("statements")
    if patterns["section/views"].regex.search(title) is None:
        return ""
    if patterns["views/own"].regex.search(title):
        return _OWN
    return _STATES if patterns["views/states"].regex.search(title) else _OTHERS


def _speakers(passage: Passage, opening: Opening, kind: str) -> Iterator[StatementMention]:
    """Who opens a paragraph under a heading of that kind: names before a verb of speaking, or words in their place."""
    if not opening.speakers:
        return
    last = opening.speakers[-1]
    speaks = load_patterns("statements")["dialogue/verb"].regex
    if last.name is not None and speaks.match(passage.text[last.at[1] :]) is None:
        return
    for spoke in opening.speakers:
        state = spoke.name is not None and spoke.name.kind == "state"
        if kind == _OWN and state:
            yield replace(spoke, capacity=CONCERNED)
        elif kind in (_STATES, _CUT):
            yield spoke
        elif kind == _OTHERS:
            yield replace(spoke, capacity="observer", expects="" if state else "organization")


def _maybe(passage: Passage) -> bool:
    """Does a paragraph open with words that may be a speaker's name, before a verb that is none of speaking?"""
    patterns = load_patterns("statements")
    match = patterns["views/maybe"].regex.match(passage.text)
    return match is not None and patterns["dialogue/no-speaker"].regex.search(match["who"]) is None
