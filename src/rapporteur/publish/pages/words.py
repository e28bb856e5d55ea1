"""The words of a part of a report, beside the text as read: offsets of the one in, places in the other out.

A part's text in the graph is the text as read without markup, note markers and page turns. Both are walked word by
word, so that a link, whose offsets count the text as read, can be shown in the text that people read. What was left out
between two words tells where emphasis and note markers stood.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_MARKER = re.compile(r"<sup>([^<]*)</sup>", re.IGNORECASE)
_MARKUP = re.compile(r"<sup>[^<]*</sup>|</?[a-z][^<>]{0,40}>|\*+", re.IGNORECASE)
"""What stands between words and is no word of the text."""
_AHEAD = (3, 2)
"""Words that must agree before the walk leaps over what was left out; fewer where no place has so many."""
_NEAR = 2
"""Words left out at most before one that agrees alone."""
_STOP = re.compile(r"[.;:!?][\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-z])")
LONGEST_SENTENCE = 420
"""Characters; of a longer one, such as a list of all speakers, only what stands around the words is shown."""


@dataclass(frozen=True)
class Passage:
    """One part's words.

    :ivar text: as the graph has it.
    :ivar notes: where a note marker stood: place in ``text`` and number of the note.
    :ivar emphasis: half-open ranges of ``text`` that were set in italics.
    :ivar offset: where the part begins in the text as read.
    """

    text: str
    _raw_starts: list[int] = field(default_factory=list)
    _raw_ends: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    notes: tuple[tuple[int, str], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    offset: int = 0

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words between two offsets of the text as read stand in ``text``; None where none of them does."""
        first = bisect_right(self._raw_ends, start)
        last = bisect_left(self._raw_starts, end) - 1
        if first > last:
            return None
        return self._starts[first], self._ends[last]


def passage(text: str, raw: str, offset: int = 0, numbers: Iterable[str] = ()) -> Passage:
    """Walk a part's text beside its piece of the text as read.

    :param offset: of ``raw`` in the text as read, in code points.
    :param numbers: of the notes whose markers stand in it.

    >>> found = passage("The Global Report said so.", "9. The *Global Report*<sup>4</sup> said so.", 100, ["4"])
    >>> start, end = found.place(107, 122)
    >>> found.text[start:end], found.notes, found.text[slice(*found.emphasis[0])]
    ('Global Report', ((17, '4'),), 'Global Report')
    """
    ours = list(_TOKEN.finditer(text))
    theirs = list(_TOKEN.finditer(_MARKUP.sub(lambda found: " " * len(found.group()), raw)))
    our_words, their_words = [m.group() for m in ours], [m.group() for m in theirs]
    pairs = _walk(our_words, their_words)
    wanted = set(numbers)
    notes: list[tuple[int, str]] = []
    italics: list[tuple[int, int]] = []
    opened: int | None = None
    before = None
    for i, j in pairs:
        gap = raw[theirs[before].end() if before is not None else 0 : theirs[j].start()]
        if before is not None and gap.strip():
            notes += [(ours[i - 1].end(), number) for number in _markers(gap, wanted)]
        if re.search(r"(?<!\*)\*(?!\*)", _MARKER.sub("", gap)):
            if opened is not None and i:
                italics.append((opened, ours[i - 1].end()))
                opened = None
            if re.search(r"(?<!\*)\*$", gap):
                opened = ours[i].start()
        before = j
    if opened is not None and ours:
        italics.append((opened, ours[-1].end()))
    if before is not None:
        notes += [(len(text), number) for number in _markers(raw[theirs[before].end() :], wanted)]
    return Passage(
        text,
        [offset + theirs[j].start() for _, j in pairs],
        [offset + theirs[j].end() for _, j in pairs],
        [ours[i].start() for i, _ in pairs],
        [ours[i].end() for i, _ in pairs],
        tuple(notes),
        tuple(italics),
        offset,
    )


def _walk(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """Which word of ours is which of theirs, in order; theirs has more."""
    where: dict[str, list[int]] = {}
    for j, word in enumerate(theirs):
        where.setdefault(word, []).append(j)
    pairs: list[tuple[int, int]] = []
    j = 0
    for i, word in enumerate(ours):
        if j < len(theirs) and theirs[j] == word and (not i or (pairs and pairs[-1] == (i - 1, j - 1))):
            pairs.append((i, j))
            j += 1
            continue
        places = where.get(word, [])
        later = places[bisect_left(places, j) :]
        for number in _AHEAD:
            ahead = ours[i : i + number]
            at = next((one for one in later if theirs[one : one + len(ahead)] == ahead), -1)
            if at >= 0:
                break
        else:
            if not (later and later[0] <= j + _NEAR):
                continue
            at = later[0]
        pairs.append((i, at))
        j = at + 1
    return pairs


def _markers(gap: str, wanted: set[str]) -> list[str]:
    """Numbers of notes in what was left out between two words."""
    marked = " ".join(_MARKER.findall(gap)) or gap
    return [number for number in re.findall(r"[\w*†‡§]+", marked) if number in wanted]


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence around some words, cut between words where it is very long.

    >>> text = "First one. The Group met in Vienna. Last one."
    >>> begin, stop = sentence(text, 15, 20)
    >>> text[begin:stop]
    'The Group met in Vienna.'
    """
    begin, stop = 0, len(text)
    for found in _STOP.finditer(text):
        if found.end() <= start:
            begin = found.end()
        elif found.start() >= end - 1:
            stop = found.end() - (len(found.group()) - len(found.group().rstrip()))
            break
    if stop - begin > LONGEST_SENTENCE:
        half = max(40, (LONGEST_SENTENCE - (end - start)) // 2)
        if start - begin > half:
            begin = text.rfind(" ", begin, start - half) + 1 or begin
        if stop - end > half:
            stop = max(end, text.find(" ", end + half, stop))
    return begin, stop
