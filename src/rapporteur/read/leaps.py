"""Labels of headings that leap: "VI. Ports" behind chapter III, in an excerpt or where chapters were lost.

Takes a `Position` and a heading that the outline does not await, says whether what stands below makes it one; and
gives `Finding`s of labels that were left out, and of what looks like a heading but was not read as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapporteur.model import Finding, Span
from rapporteur.read.bare_headings import MOST_LINES
from rapporteur.read.drafts import Drafts, SectionDraft
from rapporteur.read.labels import HeadingLabel, choose_label, heading_labels, letter_value, roman_value
from rapporteur.read.layout import LineKind
from rapporteur.read.position import Position, goes_on_after_gap
from rapporteur.read.title_lines import rest_of_heading

_CHAPTERS = 40
"""Chapters of a report, at most; greater roman numbers are letters."""
_LONGEST = 240
"""Characters of what looks like a heading, at most."""

Tell = Callable[[str, str, Span, str, str, str], Finding]
"""Makes a finding of its code, what was seen, where, what was expected, what to do, and how grave it is."""


def over_leap(at: Position, i: int, end: int, readings: tuple[HeadingLabel, ...]) -> bool:
    """Is a heading of lines ``i`` to ``end``, further on than the outline awaits, one by what stands below it?

    It stands over the paragraph whose number is due, or over a later one, between blank lines or where numbers count on
    from that; first headings below it may stand in between.
    """
    if at.last_number is None:
        return False
    chosen, last = choose_label(readings, at.outline.last()), at.outline.last()
    if chosen.style not in ("roman", "letter") or chosen.value <= last.get(chosen.style, 0):
        return False
    if (chosen.style == "roman" and chosen.value > _CHAPTERS) or (chosen.style == "letter" and not last):
        return False
    below = _first_paragraph(at, end)
    number = at.number(at.lines[below]) if below is not None else None
    if below is None or number is None:
        return False
    apart = number > at.last_number and at.begins(i) and at.begins(below)
    return number == at.last_number + 1 or apart or goes_on_after_gap(at, below)


def _first_paragraph(at: Position, i: int) -> int | None:
    """Index of the line of the paragraph that begins at line ``i``, or below the first headings there; else None."""
    last = i + MOST_LINES
    while i < min(last, len(at.lines)):
        line = at.lines[i]
        number = at.number(line)
        if number is not None and number != 1:
            return i
        if not any(r.value == 1 and r.style != "annex" for r in heading_labels(at.head(line))):
            return None
        i = rest_of_heading(at, i)
    return None


def passed_over(at: Position, i: int) -> bool:
    """Does line ``i``, which is taken into the text above, look like a heading all the same?

    It bears a roman number, or between blank lines a letter, and words that end as no sentence does, behind a sentence
    that has ended and over a numbered paragraph.
    """
    line = at.lines[i]
    if line.kind is not LineKind.TEXT or line.bullet or not at.finished or at.announced:
        return False
    styles = ("roman", "letter") if at.begins(i) else ("roman",)
    readings = [r for r in heading_labels(at.head(line)) if r.style in styles]
    end = rest_of_heading(at, i) if readings else i
    if not readings or end >= len(at.lines) or at.number(at.lines[end]) is None:
        return False
    if at.begins(i) and not at.begins(end):
        return False
    words = at.cleaner.clean(x.span for x in at.lines[i:end]).text
    title = words[readings[0].end :]
    return title[:1].isupper() and len(words) <= _LONGEST and not words.endswith((".", ",", ";", ":"))


def said_of_labels(drafts: Drafts, quote: Callable[[Span], str], tell: Tell) -> Iterator[Finding]:
    """Findings of chapters and lettered headings that are left out though the paragraphs go on, and of headings that
    were passed over."""
    for span in drafts.passed_over:
        words = " ".join(quote(span).split())[:80]
        yield tell(
            "heading-unread",
            f"“{words}” looks like a heading, but its label follows none that is open: it is read as text.",
            span,
            "a label that goes on with those of the headings before.",
            "Correct the label if the conversion damaged it, or mark the line as a heading.",
            "warning",
        )
    before: dict[tuple[str, str], SectionDraft] = {}
    for draft in drafts.sections:
        kind = "roman" if draft.place.level == 1 else "letter"
        value, key = _value(draft, kind), (draft.place.parent, kind)
        above = before.get(key)
        if value and above is not None:
            lost = value - _value(above, kind) - 1
            if lost > 0 and _go_on(drafts, draft):
                yield tell(
                    "missing-heading",
                    f"The heading “{draft.place.label}” follows “{above.place.label}”, though the paragraphs count on: "
                    f"{lost} {'is' if lost == 1 else 'are'} left out between them.",
                    Span(draft.start, draft.start + len(draft.place.label)),
                    "labels that rise by one.",
                    "Look for a heading that was lost in the conversion, or correct the label.",
                    "warning",
                )
        if value:
            before[key] = draft


def _value(draft: SectionDraft, kind: str) -> int:
    label = draft.place.label
    if draft.place.path.startswith("annex"):
        return 0
    return (roman_value(label) if kind == "roman" else letter_value(label) if label.isupper() else None) or 0


def _go_on(drafts: Drafts, draft: SectionDraft) -> bool:
    """Do the numbers of the paragraphs before and behind a heading count on?"""
    numbers = _around(drafts, draft.start)
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1


def _around(drafts: Drafts, start: int) -> Sequence[int]:
    own = [p for p in drafts.paragraphs if p.number.isdecimal()]
    before = [int(p.number) for p in own if p.start < start][-1:]
    return [*before, *[int(p.number) for p in own if p.start > start][:1]]
