"""A text with blank lines inside its sentences, as a typist or a converter sets it: how many belong to its spacing?

Takes pairs of lines that stand one below the other with the number of blank lines between them, gives how many of these
part nothing. A blank line before a small letter, behind words that end no sentence, parts nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_ENDS_OPEN = re.compile(r"[\w,’'–-]\s*\Z")
_FEWEST = 12
"""Lines that go on with the sentence above, at least, before they tell the spacing of a text."""
_NEARLY_ALL = 0.8


def spacing_of(pairs: Iterable[tuple[str, str, int]]) -> int:
    """The blank lines between two lines of one paragraph; 0 in a text set as usual.

    :param pairs: the words of a line, those of the next, and the blank lines between them.

    >>> spacing_of([("the lamps of", "the port", 1)] * 20)
    1
    >>> spacing_of([("the lamps of", "the port", 0)] * 20 + [("It met.", "It rose.", 1)])
    0
    """
    blanks = Counter(blank for above, below, blank in pairs if _ENDS_OPEN.search(above[-3:]) and below[:1].islower())
    goes_on = sum(blanks.values())
    if goes_on < _FEWEST:
        return 0
    usual, times = blanks.most_common(1)[0]
    return usual if times >= _NEARLY_ALL * goes_on else 0
