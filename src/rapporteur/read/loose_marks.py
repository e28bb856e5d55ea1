"""Numbers of notes that a copy left glued to its sentences, without the notes: "human rights.2" → one finding a text.

Takes paragraphs, tells the numbers behind the ends of their sentences that count on from one to the next. They stand in
the text as words, for nothing says what they call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from rapporteur.model import Finding, Paragraph, Span
from rapporteur.read.labels import LAYOUT

_NOTE = LAYOUT["run-on/note"].regex
_FEWEST = 3
"""Numbers that count on, at least: fewer may be anything."""

Tell = Callable[[str, str, Span, str, str, str], Finding]
"""Makes a finding of its code, what was seen, where, what was expected, what to do, and how grave it is."""


def said_of_marks(paragraphs: Sequence[Paragraph], tell: Tell) -> Iterator[Finding]:
    """That numbers of notes stand in the text, whose notes do not; nothing where too few count on."""
    row: list[int] = []
    first: Paragraph | None = None
    for paragraph in paragraphs:
        for match in _NOTE.finditer(paragraph.body.text):
            for number in map(int, re.findall(r"\d+", match[0])):
                if not row or number == row[-1] + 1:
                    row.append(number)
                    first = first or paragraph
    if first is None or len(row) < _FEWEST:
        return
    yield tell(
        "marks-in-words",
        f"The numbers {row[0]} to {row[-1]} behind the ends of sentences seem to call notes that do not stand in the "
        "text: they are read as words.",
        first.span,
        "the notes at the foot of their pages, or under the word “Notes” at the end.",
        "Add the notes if the copy left them out; else take the numbers away.",
        "warning",
    )
