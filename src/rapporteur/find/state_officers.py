"""States that a body elected to an office: "elected Azuria and Syldavia as Vice-Presidents" → one mention a State.

Takes a sentence, gives each State with the role that the office is, where a list of States stands in the office's place
and nothing else. A sentence that elects States otherwise, or lists persons by group of States without telling their
office, comes back to be said unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.find.committees import named_last
from rapporteur.find.lists import read_list
from rapporteur.find.officer_lists import office_in_list
from rapporteur.find.offices import role_of
from rapporteur.find.scenes import Range, Sentence, place
from rapporteur.model.actors import ActorMention, AttendanceMention
from rapporteur.patterns import load_patterns

_FORMS = tuple(
    f"officers/{form}" for form in ("behind", "before", "and-following", "and", "following", "were", "head", "bare")
)

_LEAD = 200
"""Characters before an office in which a committee is named whose office it is."""


def find_state_officers(sentence: Sentence) -> tuple[tuple[AttendanceMention, ...], ActorMention | None]:
    """The States of a sentence with their offices, and the sentence where it elects States or persons otherwise."""
    text = sentence.text
    if not any(name.kind == "state" for name in sentence.names):
        return (), None
    patterns = load_patterns("state_officers")
    committee = _committee(sentence)
    if patterns["officers/office"].regex.search(text) is None:
        return (), committee
    found: dict[Range, AttendanceMention] = {}
    for form in _FORMS:
        for match in patterns[form].regex.finditer(text):
            found |= {officer.at: officer for officer in _officers(sentence, match, form) if officer.at not in found}
    beside = patterns["officers/beside"]
    if any(not office_in_list(text[: match.end()], "") for match in beside.regex.finditer(text)):
        return (), ActorMention(**place(sentence.passage, sentence.start, sentence.end, beside.rule))
    elects = patterns["officers/states"]
    if found or elects.regex.search(text) is None or patterns["officers/person"].regex.search(text) is not None:
        return tuple(found[at] for at in sorted(found)), committee
    return (), ActorMention(**place(sentence.passage, sentence.start, sentence.end, elects.rule))


def _committee(sentence: Sentence) -> ActorMention | None:
    """The words that name States as the members of a committee of the meeting; persons are read by their names."""
    pattern = load_patterns("state_officers")["officers/committee"]
    for match in pattern.regex.finditer(sentence.text):
        group = next(name for name, words in match.groupdict().items() if words)
        first, last = match.span(group)
        pieces = read_list(sentence.passage, sentence.start + first, sentence.start + last, "state", True)
        if pieces and all(piece.name is not None and piece.name.kind == "state" for piece in pieces):
            return ActorMention(
                **place(sentence.passage, sentence.start + match.start(), sentence.start + match.end(), pattern.rule)
            )
    return None


def _officers(sentence: Sentence, match: re.Match[str], form: str) -> Iterator[AttendanceMention]:
    """The States of the list that a form has found; nothing where one of its items is no State."""
    first, last = match.span("list")
    pieces = read_list(sentence.passage, sentence.start + first, sentence.start + last, "state", True)
    if not all(piece.name is not None and piece.name.kind == "state" for piece in pieces):
        return
    groups = match.groupdict()
    office = groups.get("office") or groups.get("first") or groups.get("second") or ""
    lead = sentence.passage.text[max(0, sentence.start + match.start() - _LEAD) : sentence.start + match.start()]
    role = role_of(office, named_last(lead, sentence.passage.report.title_words) or "chair")
    for piece in pieces:
        yield AttendanceMention(
            **place(sentence.passage, *piece.at, load_patterns("state_officers")[form].rule),
            name=piece.name,
            expects="state",
            capacity="",
            role=role,
        )
