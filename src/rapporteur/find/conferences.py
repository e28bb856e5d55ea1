"""Conferences and meetings of parties that no words make anybody's: "the International Lamp Conference".

Takes a passage and what is read already, gives `OrganizationMention`s that stay open: such a name is a body's, a
meeting's or a title's, and nothing tells which. The conference whose report it is is its meeting, and not said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.name_ends import before_day, before_place
from rapporteur.find.passages import Passage, Range
from rapporteur.find.ranges import overlapping
from rapporteur.model.citations import OrganizationMention
from rapporteur.patterns import load_patterns

_NOUN = re.compile(
    r"Conference|Summit|Congress|Symposium|Colloquium|Seminar|Workshop|Consultation|Meeting|Assembly|Forum"
)
"""What the name of every gathering holds."""
_LONE = 2
"""Words before its noun with which a seminar or meeting has a name of its own, and not only a subject."""


def find_gatherings(
    passage: Passage, closed: Sequence[Range], bodies: Sequence[Range]
) -> Iterator[OrganizationMention]:
    """Each conference, assembly or seminar by a name that tells what it was about, "Second World Assembly on Fog".

    :param closed: ranges of titles and treaties.
    :param bodies: of known bodies; one of them may lead the name, as the United Nations does.
    """
    if _NOUN.search(passage.text) is None:
        return
    own = passage.report.title_text.casefold()
    pattern = load_patterns("bodies")["body/gathering"]
    is_closed, is_body = overlapping(closed), overlapping(bodies)
    for match in pattern.regex.finditer(passage.text):
        start, end = match.span("name") if match["name"] else match.span("summit")
        end = before_place(passage, start, before_day(passage, start, end))
        name = passage.text[start:end]
        noun = next((kind for kind in ("meeting", "body") if match[kind]), "")
        if noun and not _is_named(noun, name[: match.start(noun) - start].split()):
            continue
        noun_at = _NOUN.search(passage.text, start, end)
        if noun_at is None or is_body(noun_at.span()) or is_closed((start, end)) or name.casefold() in own:
            continue
        whole = OrganizationMention(**passage.place(start, end, "organization/two"), form="name", name=name)
        yield replace(whole, rule=pattern.rule)


def _is_named(noun: str, before: Sequence[str]) -> bool:
    """Do the words before tell that a seminar, or what may be a body too, is a gathering: which of several it was?"""
    words = load_patterns("bodies").words
    if not before or before[0] in words["ordinals"]:
        return bool(before)
    return (noun == "meeting" and len(before) >= _LONE) or (len(before) == 1 and before[0] in words["leading"])


def find_conferences(passage: Passage, read: Sequence[Range]) -> Iterator[OrganizationMention]:
    """Each conference by a name in capitals of two words more, and each meeting of parties without its treaty.

    :param read: ranges of titles, treaties, and bodies that are read in another way.
    """
    if "Conference" not in passage.text and "Parties" not in passage.text:
        return
    is_read = overlapping(read)
    pattern = load_patterns("bodies")["body/conference"]
    for match in pattern.regex.finditer(passage.text):
        if not is_read(match.span()):
            name = passage.text[slice(*match.span())]
            whole = OrganizationMention(**passage.place(*match.span(), "organization/two"), form="name", name=name)
            yield replace(whole, rule=pattern.rule)
