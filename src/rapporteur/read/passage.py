"""A passage that is no report: any text in, a `Report` of one unnumbered paragraph out.

For people who have only a sentence: every character keeps its offset, and nothing of the text is taken for a heading
or a number.
"""

from __future__ import annotations

import hashlib

from rapporteur.errors import UnusableInput
from rapporteur.model import CleanText, Paragraph, Record, Report, Span, TextAsRead


def passage_report(text: str, name: str = "passage") -> Report:
    """One paragraph that is the whole text, white space collapsed.

    :raises UnusableInput: if the text is empty.

    >>> report = passage_report("article 6\\n of the Protocol")
    >>> report.paragraphs[0].body.text, report.paragraphs[0].span
    ('article 6 of the Protocol', Span(start=0, end=26))
    """
    kept = [i for i, c in enumerate(text) if not c.isspace() or (i and not text[i - 1].isspace())]
    while kept and text[kept[-1]].isspace():
        kept.pop()
    if not kept:
        raise UnusableInput(
            "The text holds no words.", where=name, expected="a passage to link.", remedy="Give some text."
        )
    body = CleanText("".join(" " if text[i].isspace() else text[i] for i in kept), tuple(kept))
    span = Span(kept[0], kept[-1] + 1)
    source = TextAsRead(name, text, hashlib.sha256(text.encode()).hexdigest())
    paragraph = Paragraph("1", "", body, span, (span,), 0)
    return Report(source, Record(), None, (), (paragraph,), (), ())
