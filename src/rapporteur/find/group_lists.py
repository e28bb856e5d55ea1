"""Lists under heads: "… were represented: African States: Azuria, … Other States: …" → the stretch under each head.

Takes a passage and where a list begins in it, gives its groups in reading order. A head opens a line or follows a
semicolon or a full stop, and names a kind of participants or a group of States; it is no participant itself. Names
printed one a line are told apart by their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.find.annex_cells import cells
from rapporteur.find.annexes import read_head
from rapporteur.find.attendance import read_capacity, read_expected
from rapporteur.find.lists import ListPiece, piece
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import names_in
from rapporteur.model.actors import Expected
from rapporteur.patterns import load_patterns

_BEFORE_A_HEAD = re.compile(r"[\s*_•#>–—-]*")
_ENDS = re.compile(r"[.;]\s$")
_LONGEST_BARE = 80
"""Characters of a head that no colon ends."""
_ANOTHER_LIST = re.compile(r"\b(?:[Ff]ollowing|was|were|attended)\b")
"""Words of a sentence that opens a list of its own; a head holds none."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands under one head.

    :ivar at: of the whole group; ``names`` of what follows its head.
    :ivar expects: what the head announces: "state", "organization", or "" where it does not say.
    """

    at: Range
    names: Range
    subject: str
    expects: Expected


def find_groups(passage: Passage, start: int, end: int) -> tuple[Group, ...]:
    """The groups of the list that begins at ``start``; none where no head opens it, or where all are "Others"."""
    heads: list[tuple[int, int, str]] = []
    for at in _places(passage, start, end):
        if heads and at < heads[-1][1]:
            continue
        head = _head(passage, at, end)
        if head is not None and _ANOTHER_LIST.search(head[2]):
            end = at
            break
        if head is None and not heads:
            return ()
        heads += [head] if head is not None else []
    if not heads or all(_is_rest(subject) for _, _, subject in heads):
        return ()
    found = []
    for (begin, after, subject), last in zip(heads, [*(begin for begin, _, _ in heads[1:]), end], strict=True):
        closed = _closed(passage, after, last)
        if closed > after:
            found.append(Group((begin, closed), (after, closed), subject, _expects(subject)))
    return tuple(found)


def by_line(passage: Passage, start: int, end: int) -> bool:
    """Does nothing but the end of a line part the names of a list?"""
    return "\n" in passage.report.quote(passage.clean.span(start, end)) and not re.search(
        "[,;]", passage.text[start:end]
    )


def names_by_line(passage: Passage, start: int, end: int) -> tuple[ListPiece, ...]:
    """The names of a list that prints one a line, or one a column; none where a line holds more than a name."""
    found = []
    for cell in cells(passage, start, lambda _: ()):
        if cell.start >= end:
            break
        one = piece(passage, cell.start, min(cell.end, end), names_in(passage, cell.start, min(cell.end, end)))
        if one is None or cell.broken or (one.name is None and any(n.kind == "state" for n in one.partial)):
            return ()
        found.append(one)
    return tuple(found)


def _places(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Indexes at which a head may begin."""
    text, source, offsets = passage.text, passage.report.source.text, passage.clean.offsets
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    for at in range(first, end):
        if not text[at].isupper() or (at > first and not text[at - 1].isspace()):
            continue
        line = source[source.rfind("\n", 0, offsets[at]) + 1 : offsets[at]]
        if at == first or _BEFORE_A_HEAD.fullmatch(line) or _ENDS.search(text[at - 2 : at]):
            yield at


def _head(passage: Passage, at: int, end: int) -> tuple[int, int, str] | None:
    """Where the head that begins at ``at`` begins and ends, and its words; None where it is none."""
    patterns = load_patterns("lettered")
    match = patterns["lettered/grouped"].regex.match(passage.text, at, end)
    if match is None:
        return _bare(passage, at, end)
    subject = match["subject"]
    if any(name.kind == "state" for name in names_in(passage, *match.span("subject"))):
        return None
    known = (
        _is_rest(subject) or _is_region(subject) or read_expected(subject) or read_capacity(subject)[0] != "represented"
    )
    return (at, match.end(), subject) if known else None


def _bare(passage: Passage, at: int, end: int) -> tuple[int, int, str] | None:
    """A head without a colon: a line of its own that names a group of States or a kind of participants."""
    offsets, source = passage.clean.offsets, passage.report.source.text
    turn = source.find("\n", offsets[at])
    stop = next((i for i in range(at, min(end, at + _LONGEST_BARE)) if offsets[i] >= turn), None) if turn >= 0 else None
    subject = passage.text[at:stop].strip() if stop is not None else ""
    known = subject and (_is_region(subject) or read_head(subject) is not None)
    return (at, at + len(subject), subject) if known else None


def _is_region(subject: str) -> bool:
    match = load_patterns("lettered")["lettered/region"].regex.match(subject)
    return match is not None and match.end() == len(subject)


def _is_rest(subject: str) -> bool:
    return subject.startswith("Other") and " " not in subject


def _expects(subject: str) -> Expected:
    head = read_head(subject)
    return "state" if _is_region(subject) else head.expects if head is not None else read_expected(subject)


def _closed(passage: Passage, start: int, end: int) -> int:
    """Where the names of a group end: before the next head, or with their sentence, without the marks there."""
    last = min(end, passage.sentence_range(start)[1] if start < end else end)
    return start + len(passage.text[start:last].rstrip(" ;,."))
