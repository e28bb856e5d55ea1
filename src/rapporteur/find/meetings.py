"""The meeting: which body met, where, from when to when, as the title says it, else a paragraph.

Takes a passage that is the title, or a sentence of a paragraph, gives `MeetingMention`s. An earlier meeting told of in
passing is found too; `rapporteur.link.meeting` chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rapporteur.find.cues import Cue
from rapporteur.find.dates import find_days
from rapporteur.find.masthead_meeting import find_front_meeting
from rapporteur.find.passages import Passage, organizations
from rapporteur.find.scenes import Sentence, names_in, place
from rapporteur.model.actors import MeetingMention
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

HELD_CUE = Cue(("held", "Held", "met", "gathered", "assembled", "convened", "meeting", "session", "took place"))
"""Without these words no sentence says that a meeting was held."""
_MET = re.compile(r"\b(?:[Hh]eld|met|gathered|assembled|convened|took place)\b")


def find_title_meeting(passage: Passage) -> Iterator[MeetingMention]:
    """The meeting that the title of the report names, and that of the front around it."""
    yield from find_front_meeting(passage.report)
    patterns = load_patterns("agenda")
    match = patterns["meeting/title"].regex.search(passage.text)
    if match is None:
        return
    held = read_held(passage.text) if HELD_CUE.stands_in(passage.text) else None
    bodies = _bodies(passage.text, names_in(passage, match.start("title"), len(passage.text)))
    title = _session(match["title"].rstrip(" *"))
    yield MeetingMention(
        **place(passage, match.start("title"), len(passage.text), patterns["meeting/title"].rule),
        form="title",
        title=title[0].upper() + title[1:],
        location=held[0] if held else "",
        start=held[1] if held else None,
        end=held[2] if held else None,
        bodies=organizations(bodies[0]) if bodies else (),
        body_name=_body_name(bodies),
    )


def _session(title: str) -> str:
    """What the title of a report calls its meeting; "the Board on its second session" is a session of the Board.

    >>> _session("the Lighthouse Board on its second session, held in Zenda")
    'Lighthouse Board, second session'
    """
    match = load_patterns("agenda")["meeting/of-body"].regex.match(title)
    if match is None:
        return title
    body = re.sub(r"^the\s", "", match["body"], flags=re.IGNORECASE)
    return f"{body}, {match['session']}" + (f", {match['part']}" if match["part"] else "")


def find_held(sentence: Sentence) -> Iterator[MeetingMention]:
    """Where and when a sentence says that a meeting was held."""
    held = read_held(sentence.text)
    if held is None:
        return
    met = _MET.search(sentence.text)
    before = [n for n in sentence.names if met is None or n.at[1] <= sentence.start + met.start()]
    bodies = _bodies(sentence.passage.text, before)
    own = load_patterns("agenda")["meeting/own"].regex.match(sentence.text) is not None
    yield MeetingMention(
        **place(sentence.passage, sentence.start, sentence.end, load_patterns("agenda")["meeting/held"].rule),
        form="held",
        location=held[0],
        start=held[1],
        end=held[2],
        own=held[3] or own,
        bodies=organizations(bodies[0]) if bodies else (),
        body_name=_body_name(bodies),
    )


def read_held(text: str) -> tuple[str, date, date, bool] | None:
    """Place, first and last day of a meeting that words tell of, and whether it is the body's own; else None.

    The place is "" where it is not said.

    >>> read_held("the session of the Board held in Zenda, Ruritania, from 30 March to 2 April 2009")
    ('Zenda, Ruritania', datetime.date(2009, 3, 30), datetime.date(2009, 4, 2), False)
    """
    patterns = load_patterns("agenda")
    for match in patterns["meeting/held"].regex.finditer(text):
        where = match["place"] or ""
        for (start, end), days in find_days(text[match.end() :]):
            dated = [date(year, month, day) for day, month, year in days if year is not None]
            if start == 0 and dated:
                own = match["own"] is not None
                behind = patterns["meeting/place-behind"].regex.match(text[match.end() + end :]) if not where else None
                where = behind["place"] if behind is not None else where
                head = patterns["meeting/place-head"].regex.match(where)
                return where[head.end() :] if head else where, min(dated), max(dated), own
            break
    return None


def _bodies(text: str, names: Sequence[NameMention]) -> list[NameMention]:
    """The organizations among names, but one whose name a longer one begins with: "United Nations Conference on …"."""
    longer = load_patterns("citations")["organization/longer"].regex
    return [n for n in names if n.kind == "organization" and not longer.match(text[n.at[1] : n.at[1] + 2])]


def _body_name(bodies: list[NameMention]) -> str:
    return bodies[0].words if bodies else ""
