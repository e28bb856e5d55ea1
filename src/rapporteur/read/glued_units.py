"""Units glued to their numbers: "article15", "para.4,art.9(2)", "paras. 1and2" → the same words with a space between.

Takes a clean text, gives it with spaces where a copy lost them; a space that is put in remembers the place of the
character before it, so that a quote is what the source prints. Where a number may be that of a note, "the article3",
none is put: `glued.toml` has the words that leave no room for that.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rapporteur.model import CleanText
from rapporteur.model.text import NoteMarker
from rapporteur.patterns import load_patterns

_PLACES = (
    re.compile(r"[0-9IVX(](?<=[A-Za-z.].)"),
    re.compile(r",(?=[a-z]{3})"),
    re.compile(r"[0-9](?=(?:and|to)\s?[0-9])"),
)
"""Where a space may be lost: before a number or its brackets, behind a comma, before "and"; each form by itself, which
is searched for five times as fast as all in one."""
_NUMBER = re.compile(r"[0-9]|[IVX]+\b|\((?!s\))[0-9a-z]\)|\((?:[0-9]{2}|[ivx]{2,4})\)")
_REACH = 60
"""Characters before a number that are looked at for what announced it; ``_WORD`` for the word right before it."""
_WORD = 24


def unglued(clean: CleanText) -> CleanText:
    """The text with a space between every unit and its number.

    >>> unglued(CleanText("see article15(2)", range(16))).text
    'see article 15(2)'
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


def _regex(name: str) -> re.Pattern[str]:
    return load_patterns("glued")[f"glued/{name}"].regex.regex


def _cut(text: str, match: re.Match[str]) -> int:
    """Index before which a space was lost at a place that may be one; 0 where none was."""
    at = match.start()
    if match[0] == ",":
        return at + 1 if _regex("behind").match(text[at : at + _WORD]) else 0
    if match.re is _PLACES[2]:
        return at + 1 if _regex("announced").search(text, max(0, at - _REACH), at + 1) else 0
    number = _NUMBER.match(text, at)
    return at if number is not None and _is_cut(text, at, number[0]) else 0


def _is_cut(text: str, at: int, number: str) -> bool:
    """Was a space lost before a number, which can be that of no note?"""
    before, behind = max(0, at - _WORD), text[at : at + _REACH]
    if number[0] in "IVX":
        return _regex("roman").search(text, before, at) is not None
    if number[0] == "(":
        return _regex("lettered").search(text, before, at) is not None
    if _regex("joined").search(text, before, at) is not None:
        return _regex("announced").search(text, max(0, at - _REACH), at) is not None
    if _regex("parted-noun").search(text, before, at) is not None:
        return _regex("parted").match(behind) is not None
    unit = _regex("unit").search(text, before, at)
    if unit is None or unit["para"] is not None or (unit["short"] is not None and unit["sure"] is not None):
        return unit is not None
    forms = ["list"] if unit["plural"] else ["follows", "list"] if unit["short"] else ["follows"]
    forms += ["closed"] if (unit["sure"] or "")[:1] in ("(", "[") and not unit["plural"] else []
    return any(_regex(form).match(behind) for form in forms)
