"""Parts of a list that no line breaks part: "The Board decided: (a) To meet; (b) To close the port." → two parts.

Takes a text and where it begins, gives the parts behind a colon, labelled from the first letter or number on, each
after the end of the one before. The last ends with its sentence.
"""

from __future__ import annotations

import re

from rapporteur.find.deontic import Part
from rapporteur.find.sentences import sentence_ranges
from rapporteur.patterns import load_patterns

_ORDERS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
    tuple(str(number) for number in range(1, 31)),
)
"""The labels of lists in their order."""
_FEWEST = 2
"""Parts of a list."""


def parts_within(text: str, begins: int = 0) -> tuple[Part, ...]:
    """The parts of the first list within ``text[begins:]``; none where it holds no list of two at least.

    >>> [part.label for part in parts_within("The Board decided: (a) To meet; and (b) To rise.")]
    ['a', 'b']
    """
    if ":" not in text[begins:]:
        return ()
    matches = list(load_patterns("decided")["list/within"].regex.finditer(text, begins))
    for order in _ORDERS:
        labels: list[re.Match[str]] = []
        for match in matches:
            label = match["whole"] or match["half"]
            due = len(labels) < len(order) and label == order[len(labels)]
            if due and (labels or text[: match.start()].rstrip().endswith((":", "—", "–"))):
                labels.append(match)
        if len(labels) >= _FEWEST:
            last = labels[-1].end()
            ends = [*(match.start() for match in labels[1:]), sentence_ranges(text, last, len(text))[0][1]]
            return tuple(
                Part(match["whole"] or match["half"], match.start(), (match.end(), end))
                for match, end in zip(labels, ends, strict=True)
            )
    return ()
