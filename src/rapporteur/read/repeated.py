"""Numbers and headings that a report prints more than once → findings; one sentence for many in a row.

Takes paragraphs and headings with the copies that `rapporteur.read.assemble` and the outline counted. Where a report
begins to count anew, or a second document stands in the file, each of its numbers was there before: that is one fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from rapporteur.model import Finding, Paragraph, Report, Span
from rapporteur.read.drafts import Drafts

_RUN = 3
"""From so many in a row on, one sentence tells of them all."""

Tell = Callable[[str, str, Span, str, str], Finding]
"""Makes a finding of its code, what was seen, where, what was expected, and what to do."""


def number_span(paragraph: Paragraph) -> Span:
    """Where the number of a paragraph is printed."""
    return Span(paragraph.span.start, paragraph.span.start + len(paragraph.number))


def _of_texts_annexed(own: Sequence[Paragraph]) -> frozenset[int]:
    """Orders of the paragraphs of an annex that stand under a heading of their own, which counts from 1 and on.

    Resolutions that an act annexes, one under the other, are numbered so.
    """
    held: dict[tuple[str, str], list[Paragraph]] = {}
    for paragraph in own:
        if paragraph.annex:
            held.setdefault((paragraph.annex, paragraph.section), []).append(paragraph)
    counted = [texts for texts in held.values() if [p.number for p in texts] == [str(n + 1) for n in range(len(texts))]]
    return frozenset(paragraph.order for texts in counted for paragraph in texts)


def repeated_numbers(own: Sequence[Paragraph], tell: Tell) -> Iterator[Finding]:
    """Findings of paragraph numbers that were there before, in the body or in one annex."""
    expected = "each number once in the body, and once in an annex or under a heading of it."
    counted = _of_texts_annexed(own)
    for again, run in groupby(own, key=lambda paragraph: paragraph.copy > 1 and paragraph.order not in counted):
        repeated = list(run) if again else []
        if len(repeated) >= _RUN:
            yield tell(
                "repeated-number",
                f"From paragraph {repeated[0].number} on, {len(repeated)} numbers in a row were there before.",
                number_span(repeated[0]),
                expected,
                "If a second document begins here, cut the file and build each by itself; if the report begins to "
                f"count anew, there is nothing to do: its paragraphs are {repeated[0].key} and so on.",
            )
            continue
        for paragraph in repeated:
            yield tell(
                "repeated-number",
                f"The paragraph number {paragraph.number} was there before.",
                number_span(paragraph),
                expected,
                f"Correct the number; until then this paragraph is {paragraph.key}.",
            )


def repeated_headings(report: Report, drafts: Drafts, tell: Tell) -> Iterator[Finding]:
    """Findings of heading labels that were there before under the same parent."""
    expected = "a label of its own for each heading under one parent."
    labelled = [pair for pair in zip(report.sections, drafts.sections, strict=True) if pair[1].place.label]
    for again, run in groupby(labelled, key=lambda pair: pair[1].place.repeats):
        repeated = list(run) if again else []
        many = len(repeated) >= _RUN
        for section, draft in repeated[:1] if many else repeated:
            label, title = draft.place.label, section.title.text
            seen = f"The heading label “{label}” of “{title}” was there before."
            if many:
                seen = f"From “{label}. {title}” on, {len(repeated)} heading labels in a row were there before."
            yield tell(
                "repeated-heading",
                seen,
                Span(draft.start, max(draft.start, section.span.end)),
                expected,
                f"Correct the label; until then this section is {draft.place.path}.",
            )
