"""A passage that is no report: any text in, a `Report` of unnumbered paragraphs out.

For people who have only some words: every character keeps its offset, and nothing of the text is taken for a heading
or a number. A blank line parts two paragraphs, and in a long stretch without one a line that ends with a sentence does,
so that a long text is read in time that grows as it does.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from rapporteur.errors import UnusableInput
from rapporteur.model import CleanText, Paragraph, Record, Report, Span, TextAsRead
from rapporteur.model.offsets import Offsets
from rapporteur.patterns.styles import style_for
from rapporteur.read.clean import Cleaner
from rapporteur.read.glued_units import unglued
from rapporteur.read.layout import Layout, Line, LineKind
from rapporteur.read.unseen import as_seen, holds_accents, holds_unseen, with_unseen

_PARTING = re.compile(r"\n[^\S\n]*\n\s*|\f")
_LINE_PARTING = re.compile(r"(?<=[a-z)\d]{4}[.;])[^\S\n]*\n\s*")
_LONG = 3_000
"""Characters after which a stretch without blank lines is cut where a line ends with a sentence."""
_GAP = re.compile(r"\s\s+")


def passage_report(text: str, name: str = "passage", record: Record | None = None) -> Report:
    """The text cut into paragraphs 1, 2, ..., white space collapsed.

    :param record: what is known of the document it comes from: symbol, date of issue, house style.
    :raises UnusableInput: if the text is empty, or the record names a style that is not known.

    >>> report = passage_report("article 6\\n of the Protocol")
    >>> report.paragraphs[0].body.text, report.paragraphs[0].span
    ('article 6 of the Protocol', Span(start=0, end=26))
    """
    record = record or Record()
    made: list[Paragraph] = []
    stretches = list(_stretches(text))
    cleaner = _cleaner(text, stretches) if holds_unseen(text) or holds_accents(text) else None
    for start, end in stretches:
        if body := _collapsed(text, start, end, cleaner):
            span = body.whole
            made.append(Paragraph(str(len(made) + 1), "", body, span, (span,), len(made)))
    if not made:
        raise UnusableInput(
            "The text holds no words.", where=name, expected="a passage to link.", remedy="Give some text."
        )
    source = TextAsRead(name, text, hashlib.sha256(text.encode()).hexdigest())
    house = style_for(record.style, as_seen(text), record.symbol)
    return Report(source, record, None, (), tuple(made), (), (), issued=record.issued, house=house)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the text is cut: at blank lines and page turns, and in long stretches at lines that end a sentence."""
    start = 0
    for parting in (*_PARTING.finditer(text), None):
        end = parting.start() if parting else len(text)
        while end - start > _LONG and (line := _LINE_PARTING.search(text, start + _LONG, end)):
            yield start, line.start()
            start = line.end()
        yield start, end
        start = parting.end() if parting else end


def _cleaner(text: str, stretches: Sequence[tuple[int, int]]) -> Cleaner:
    """What reads the words of a text that holds signs which print nothing, ligatures, or accents apart from letters."""
    lines = tuple(Line(Span(start, end), LineKind.TEXT, True) for start, end in stretches if start < end)
    return Cleaner(with_unseen(Layout(text, lines, (), (), ())))


def _collapsed(text: str, start: int, end: int, cleaner: Cleaner | None) -> CleanText | None:
    """The words of a stretch, one space between them; None where there are none.

    :param cleaner: reads them where they are not just the signs that stand there.
    """
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    if cleaner is not None:
        return (cleaner.clean((Span(start, end),)) or None) if start < end else None
    joined = " ".join(text[start:end].split())
    if len(joined) == end - start:
        return unglued(CleanText(joined, range(start, end))) if joined else None
    gaps = [gap.span() for gap in _GAP.finditer(text, start, end)]
    starts, ends = [start, *(after for _, after in gaps)], [*(before + 1 for before, _ in gaps), end]
    return unglued(CleanText(joined, Offsets(map(range, starts, ends))))
