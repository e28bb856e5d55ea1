"""Many ranges of one text, asked again and again: does one of them overlap this one, which names begin here?

Takes ranges, or a passage, gives answers in the time of a search in order, not of a look at each: a text without
paragraph numbers is one passage, however long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model.citations import NameMention

_FEW = 24
"""So many ranges are looked at one by one in less time than they are put in order."""


def overlapping(ranges: Sequence[Range]) -> Callable[[Range], bool]:
    """What tells of a range whether it overlaps one of ``ranges``, as `covered` does.

    >>> inside = overlapping([(n, n + 5) for n in range(0, 1000, 10)])
    >>> inside((4, 6)), inside((5, 10)), inside((5, 11)), inside((2000, 2001))
    (True, False, True, False)
    """
    if len(ranges) <= _FEW:
        return lambda at: covered(at, ranges)
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(ranges):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def touches(at: Range) -> bool:
        first = bisect_right(ends, at[0])
        return first < len(starts) and starts[first] < at[1]

    return touches


def names_from(passage: Passage, start: int, end: int) -> tuple[NameMention, ...]:
    """The names of a passage that begin at ``start`` or behind it, before ``end``."""
    if not passage.names:
        return ()
    return passage.names[bisect_left(passage.name_starts, start) : bisect_left(passage.name_starts, end)]


def begun_at(passage: Passage, start: int) -> tuple[Range, ...]:
    """Where the short name of a body, or the names, that begin at ``start`` stand."""
    first = bisect_left(passage.shorts, start, key=lambda short: short.at[0])
    short = (passage.shorts[first].at,) if first < len(passage.shorts) and passage.shorts[first].at[0] == start else ()
    return (*short, *(name.at for name in names_from(passage, start, start + 1)))
