"""Beside the subject: the words before a name in, out whether what the sentence tells is told of somebody else.

"The representative of Azuria, referring to the speech of the Director, Ms. Ada Zedd, said that …" has its own speaker:
who is named in what is inserted behind a subject, or is governed by a verb or a preposition, did not say it.
"""

from __future__ import annotations

import re

from rapporteur.find.around import Seen, behind_name, told_before
from rapporteur.patterns import load_patterns

_OTHER = re.compile(r",\s(?:and\s)?(?=(?:[Tt]he|[Ii]ts)\s)")
"""What leads from one office to the next."""
_JOINED = re.compile(r"\b(?:and|as\swell\sas)\s(?:the|its)\s")
"""What joins an office to who stands first in a subject."""
_OFFICES = ("office-says", "mandate-before", "chair-before")
"""The forms of an office before its bearer's name."""


def is_beside_speaker(seen: Seen) -> bool:
    """Is somebody else the one who made the statement that the words around a name tell of?"""
    patterns, told = load_patterns("beside"), told_before(seen)
    if patterns["beside/passive"].regex.search(told):
        return False
    if patterns["beside/insertion"].regex.search(told) is not None:
        return True
    persons = load_patterns("persons")
    if persons["person/office-follows"].regex.match(behind_name(persons, seen)):
        return patterns["beside/governed"].regex.search(told) is not None  # the office before is somebody else's
    return is_governed(told)


def is_governed(words: str) -> bool:
    """Does a verb or a preposition govern the name behind the words, or the office of its bearer?

    >>> is_governed("It thanked the Director of the Lamp Fund, Ms. ")
    True
    >>> is_governed("The Director of the Lamp Fund, Ms. ")
    False
    """
    return load_patterns("beside")["beside/governed"].regex.search(before_office(words)) is not None


def before_office(words: str) -> str:
    """The words before a name, without the office of its bearer that closes them, and who is joined to it by "and"."""
    starts = [start for form in _OFFICES if (start := _office_start(form, words)) is not None]
    if not starts:
        return words
    lead = f"{words[: min(starts)].rstrip()} "
    joined = load_patterns("beside")["beside/same-subject"].regex.search(lead)
    return lead[: joined.start()] if joined is not None and _JOINED.search(words, len(lead)) else lead


def _office_start(form: str, words: str) -> int | None:
    """Where the office begins that closes the words, behind the names and offices of others; None for none."""
    regex = load_patterns("persons")[f"person/{form}"].regex
    match = regex.search(words)
    for other in _OTHER.finditer(words):
        later = regex.search(words, other.end() - 1)
        match = later if later is not None and later.start() <= other.end() else match
    return match.start() if match is not None else None


def is_told_by_panellist(between: str, behind: str = "") -> bool:
    """Is somebody told of by those on a panel, and not one of them?

    :param between: the words from where the list of a panel begins to the name; an item ends with a semicolon.
    :param behind: the words behind the name.

    >>> is_told_by_panellist("Ms. Ada Zedd (Peru), who told of the trial of Mr. ")
    True
    >>> is_told_by_panellist("Ms. Ada Zedd (Peru), who told of lamps, and Mr. ")
    False
    """
    patterns, item = load_patterns("beside"), between.rpartition(";")[2]
    if patterns["beside/panellist-told"].regex.search(item) is None:
        return False
    if patterns["beside/own-clause"].regex.search(item) and patterns["beside/own-verb"].regex.match(behind):
        return False
    joined = patterns["beside/joined-next"].regex.search(item)
    if joined is not None:
        return is_told_by_panellist(item[: joined.end("lead")])  # as the one before, to whom an "and" joins the name
    named_next = patterns["beside/next-panellist"].regex.search(item) is not None
    return not named_next or patterns["beside/told-of"].regex.search(item) is not None


def is_event_told_of(seen: Seen) -> bool:
    """Did the bearer of a name lead an event that somebody describes, or that is none of the meeting's own?

    A panel or the like that the body itself notes, or all those who met, is its own.
    """
    patterns, told = load_patterns("beside"), told_before(seen)
    if patterns["beside/event-apart"].regex.match(told) is not None:
        return True
    own = seen.sentence.passage.own.leads(told) or patterns["beside/all"].regex.match(told) is not None
    own = own and patterns["beside/event-of-body"].regex.search(told) is not None
    return not own and patterns["beside/event"].regex.match(told) is not None
