"""Spacing: is a text set with blank lines inside its sentences? There they part nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

_LINE_END = re.compile(r"[\w,][ \t\r]*\n\s*(?=[a-zß-ÿ])")
"""The end of a line inside a sentence: a small letter begins the next."""
_FEWEST, _MOST = 12, 500
"""Such ends that are looked at."""


@lru_cache(maxsize=4)
def is_spaced_out(text: str) -> bool:
    """Does a blank line stand at nearly every end of a line inside a sentence?

    >>> is_spaced_out("the lamps of\\n\\n" * 20 + "a port."), is_spaced_out("the lamps of\\n" * 20 + "a port.")
    (True, False)
    """
    inside = [end[0].count("\n") > 1 for end in islice(_LINE_END.finditer(text), _MOST)]
    return len(inside) >= _FEWEST and 5 * sum(inside) > 4 * len(inside)
