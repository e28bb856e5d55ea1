"""A text whose front was cut off: it opens with sentences, and only the heads of its pages name it.

Takes a `Position`, says where such a text begins, and by which symbol its pages are headed. Without this its first
pages were taken for a masthead, and left out. A document that opens with a disclaimer or an abstract has its front
still: a symbol stands at its top, or a title below the sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapporteur.read.front import Group, is_sentence, lines_together
from rapporteur.read.position import Position

_SYMBOL = re.compile(r"[A-Z][A-Z0-9.]{0,11}(?:/[A-Z0-9][A-Za-z0-9.()-]{0,23}){1,8}(?<=\d)(?<!\.)")
"""A symbol alone on its line."""
_HEAD = re.compile(rf"(?:{_SYMBOL.pattern})?(?:\s*(?:GE\.)?[0-9-]{{1,12}})?")
"""What the head or the foot of a page prints."""
_OFTEN = 2
_LONGEST = 160
"""Characters of a line of a masthead; a sentence that names a day is longer."""
_CLOSES = (".", ":", ";", ",")
_SENTENCE = 60
"""Characters of a sentence with which a text begins that has lost its front."""


def begins_in_midst(at: Position, end: int) -> int | None:
    """Index of the first words of a text whose front is no front: sentences, and nothing above them; else None.

    A symbol above the sentences is a masthead, unless it is the head of a page as others are and the numbers go on.

    :param end: index of the first heading or paragraph. No title or masthead stands before it.
    """
    top = list(lines_together(at, end))
    groups = [group for group in top if not _HEAD.fullmatch(group.text)]
    if not groups or any(_is_front(group) for group in groups) or _is_titled(at, groups, end):
        return None
    first = groups[0]
    symbols = {group.text for group in top[: top.index(first)] if _SYMBOL.fullmatch(group.text)}
    if symbols and not (_goes_on(at, end) and symbols == {running_symbol(at)}):
        return None
    opens = is_sentence(first) or first.text[:1].islower()
    if not opens or not any(is_sentence(group) and len(group.text) >= _SENTENCE for group in groups):
        return None
    return next(i for i, line in enumerate(at.lines) if line is first.lines[0])


def _is_front(group: Group) -> bool:
    """Is it a title, a heading of the first depth, as a title has, or a line of a masthead?"""
    titled = (group.says_report and not group.text.endswith(".")) or (group.heading and group.lines[0].depth == 1)
    return titled or (group.masthead and len(group.text) <= _LONGEST)


def _is_titled(at: Position, groups: Sequence[Group], end: int) -> bool:
    """Does a line that is no sentence stand among the groups, as a title does?

    One right above a paragraph whose number is not the first heads that paragraph, where the text was cut off.
    """
    below = [group.text for group in groups[1:]] + [""]
    titles = [group for group, after in zip(groups, below, strict=True) if _is_title(group, after)]
    return bool(titles) and not (titles == groups[-1:] and _goes_on(at, end))


def _goes_on(at: Position, end: int) -> bool:
    """Is the number of the first paragraph not the first number, as where a text was cut off?"""
    return at.numbers(at.lines[end]) and at.number(at.lines[end]) != 1


def _is_title(group: Group, below: str) -> bool:
    """Is it a heading, or a short line that begins as a sentence does and does not end as one, here or below it?"""
    opens = next((sign for sign in group.text if sign.isalnum()), "")
    whole = opens.isupper() and not below[:1].islower() and not group.text.endswith(_CLOSES)
    return group.heading or (whole and len(group.text) <= _LONGEST and not is_sentence(group))


def running_symbol(at: Position) -> str | None:
    """The symbol that the heads of pages print again and again, where the text has lost its masthead; None without."""
    spans = [piece.span for piece in at.drafts.furniture if piece.kind == "running-head"]
    spans += [mark.span for mark in at.cleaner.marks if mark.kind == "running-head"]
    words = Counter(at.text[span.start : span.end].strip() for span in spans)
    symbols = [word for word in words if _SYMBOL.fullmatch(word)]
    return symbols[0] if len(symbols) == 1 and words[symbols[0]] >= _OFTEN else None
