"""Units glued to their numbers: "article15", "para.4,art.9(2)", "paras. 1and2" → the same words with a space between.

Takes a clean text, gives it with spaces where a copy lost them; a space that is put in remembers the place of the
character before it, so that a quote is what the source prints. Where a number may be that of a note, "the article3",
none is put.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rapporteur.model import CleanText
from rapporteur.model.text import NoteMarker

_PLACES = (
    re.compile(r"[0-9IVX(](?<=[A-Za-z.].)"),
    re.compile(r",(?=[a-z]{3})"),
    re.compile(r"[0-9](?=(?:and|to)\s?[0-9])"),
)
"""Where a space may be lost: before a number or its brackets, behind a comma, before "and"; each form by itself, which
is searched for five times as fast as all in one."""
_UNIT = re.compile(
    r"(?<![\w/.-])(?<!\bthe\s)(?<!\bthis\s)(?<!\bthat\s)(?<!\bits\s)(?<!\beach\s)(?<!\ba\s)(?<!\ban\s)(?<!\bsaid\s)"
    r"(?:[Aa]rticles?|[Aa]rts?\.|[Pp]aragraphs?|[Pp]aras?\.|[Ss]ub-?paragraphs?|[Ss]ub-?paras?\.|[Rr]ules?|[Ss]ections?|"
    r"[Ss]ects?\.|[Cc]hapters?|[Cc]haps?\.|[Aa]nnex(?:es)?)\Z"
)
_NUMBERED = re.compile(r"(?<![\w/.-])(?:[Dd]ecisions?|[Rr]esolutions?|[Rr]ecommendations?)\Z")
"""Nouns whose number has a stroke or a point in it; without one it is that of a note."""
_PARTED = re.compile(r"[0-9]+[/.][0-9A-Z]")
_NUMBER = re.compile(r"[0-9]|[IVX]+\b|\([0-9a-z]{1,4}\)")
_JOINT = re.compile(r"(?:[0-9)]\s?(?:and|to|or))\Z")
_ANNOUNCED = re.compile(
    r"\b(?:[Aa]rticles|[Aa]rts\.|[Pp]aragraphs|[Pp]aras\.|[Rr]ules|[Rr]ecommendations)[\s\d().,and-]*\Z"
)
_BEHIND = re.compile(
    r",(?:arts?\.|articles?(?![a-z])|paras?\.|paragraphs?(?![a-z])|sub-?para|annex(?![a-z])|sect\.|chap\.)"
)
_REACH = 60
"""Characters before a number that are looked at for what announced it; ``_WORD`` for the word right before it."""
_WORD = 24


def unglued(clean: CleanText) -> CleanText:
    """The text with a space between every unit and its number.

    >>> unglued(CleanText("see article15", range(13))).text
    'see article 15'
    """
    text = clean.text
    cuts = sorted({at for place in _PLACES for match in place.finditer(text) if (at := _cut(text, match))})
    if not cuts:
        return clean
    chars: list[str] = []
    offsets: list[int] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        chars += [" "] if start else []
        offsets += [clean.offsets[start - 1]] if start else []
        chars.append(text[start:end])
        offsets.extend(clean.offsets[start:end])
    markers = tuple(NoteMarker(m.number, m.at + bisect_right(cuts, m.at - 1), m.span) for m in clean.markers)
    emphasis = tuple((a + bisect_right(cuts, a), b + bisect_right(cuts, b - 1)) for a, b in clean.emphasis)
    return CleanText("".join(chars), tuple(offsets), emphasis, markers, clean.wide)


def _cut(text: str, match: re.Match[str]) -> int:
    """Index before which a space was lost at a place that may be one; 0 where none was."""
    at = match.start()
    if match[0] == ",":
        return at + 1 if _BEHIND.match(text, at) else 0
    if match.re is _PLACES[2]:
        return at + 1 if _ANNOUNCED.search(text[max(0, at - _REACH) : at + 1]) else 0
    if _NUMBER.match(text, at) is None:
        return 0
    before = text[max(0, at - _WORD) : at]
    if _JOINT.search(before):
        return at if _ANNOUNCED.search(text[max(0, at - _REACH) : at]) else 0
    if _UNIT.search(before):
        return at
    return at if _NUMBERED.search(before) and _PARTED.match(text, at) else 0
