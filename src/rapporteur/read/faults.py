"""Faults of a report as read: what its reader should know.

Takes drafts and the parts made of them, gives `Finding`s in the order of the text. A finding leaves the report usable;
what does not is in `rapporteur.read.refusals`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from rapporteur.model import (
    Finding,
    Footnote,
    NoteMarker,
    Paragraph,
    PartRef,
    Record,
    Report,
    Span,
    TextAsRead,
)
from rapporteur.model.refs import ONLY_ANNEX
from rapporteur.patterns import load_patterns
from rapporteur.read.alternatives import said_of_choices
from rapporteur.read.drafts import Drafts
from rapporteur.read.languages import Stretch
from rapporteur.read.leaps import said_of_labels
from rapporteur.read.loose_marks import said_of_marks
from rapporteur.read.repeated import number_span, repeated_headings, repeated_numbers

_HABIT = 4
"""From so many headings on that leave out the same level, leaving it out may be how the report is built."""
_TOLD = 5
"""Stretches in another language that are named one by one."""


def _habits(drafts: Drafts) -> set[tuple[int, int]]:
    """Level of heading and level above it that this report leaves out as a habit: often, and under several headings.

    Under one heading only, in a report that has that level elsewhere, a heading between was lost.
    """
    over: dict[tuple[int, int], list[str]] = defaultdict(list)
    for draft in drafts.sections:
        if draft.place.skipped:
            over[draft.place.level, draft.place.skipped].append(draft.place.parent)
    levels = {draft.place.level for draft in drafts.sections}
    return {
        (level, missing)
        for (level, missing), parents in over.items()
        if len(parents) >= _HABIT and (len(set(parents)) > 1 or missing not in levels)
    }


class Faults:
    """Collects the findings of one text."""

    def __init__(self, source: TextAsRead) -> None:
        self.source = source
        self._line_starts = [0, *(i + 1 for i, c in enumerate(source.text) if c == "\n")]

    def where(self, offset: int) -> str:
        """File and line of an offset, for messages."""
        return f"{self.source.name}, line {self._line(offset)}"

    def _line(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)

    def finding(
        self, code: str, seen: str, span: Span, expected: str, remedy: str, severity: str = "finding"
    ) -> Finding:
        """A finding at ``span``."""
        return Finding(code, seen, self.where(span.start), expected, remedy, severity, span)

    def of(
        self,
        report: Report,
        drafts: Drafts,
        notes: Sequence[Footnote],
        lost: Sequence[tuple[NoteMarker, PartRef]],
    ) -> tuple[Finding, ...]:
        """Every finding, in the order of the text."""
        found = [
            *self._outline(report, drafts),
            *self._numbers(report, drafts),
            *self._damaged(drafts),
            *self._items(report, drafts),
            *self._notes(notes, lost),
            *self._strays(drafts),
            *self._unnumbered(drafts),
            *said_of_choices(report.paragraphs, self.finding),
            *said_of_marks(report.paragraphs, self.finding),
            *self._record(report.record, drafts),
        ]
        return tuple(sorted(found, key=lambda f: f.span.start if f.span else -1))

    def pictures(self, pages: Sequence[int]) -> Iterator[Finding]:
        """Pages that hold something but no text: they are said, not passed over."""
        if pages:
            yield Finding(
                "page-without-text",
                f"No text on page{'s' if len(pages) > 1 else ''} {_ranges(pages)}, only pictures.",
                self.source.name,
                "words on each page.",
                "Run the file through text recognition (OCR); until then what stands there is not read.",
                "warning",
            )

    def languages(self, stretches: Sequence[Stretch]) -> Iterator[Finding]:
        """What of the text is in another language, one finding a language: how much, and in which lines."""
        by_language: dict[str, list[Span]] = defaultdict(list)
        for stretch in stretches:
            by_language[stretch.language].append(stretch.span)
        for language, spans in by_language.items():
            share = max(1, round(100 * sum(len(span) for span in spans) / len(self.source.text)))
            lines = [f"{self._line(span.start)} to {self._line(span.end - 1)}" for span in spans]
            further = f" and {len(lines) - _TOLD} further stretches" if len(lines) > _TOLD else ""
            words = " ".join(self.source.quote(spans[0]).split())[:60]
            yield self.finding(
                "other-language",
                f"About {share} per cent of the text is in {language}: lines {', '.join(lines[:_TOLD])}{further}; "
                f"the first begins “{words}”.",
                spans[0],
                "a report in English: the rules that read it are for English.",
                "Take that part from the English version; until then names are found there, and little else.",
            )

    def _outline(self, report: Report, drafts: Drafts) -> Iterator[Finding]:
        names = {1: "a roman number", 2: "a letter", 3: "an arabic number", 4: "a letter in parentheses"}
        has_roman = any(s.level == 1 and s.label for s in report.sections)
        habits = _habits(drafts)
        printed_so = load_patterns("layout", report.house.style).words["below_roman"]
        for section, draft in zip(report.sections, drafts.sections, strict=True):
            place = draft.place
            span = Span(draft.start, max(draft.start, section.span.end))
            missing = place.skipped
            if missing and ((place.level, missing) in habits or section.title.text in printed_so):
                missing = 0
            elif not missing and place.label and not place.parent and section.level > 1 and has_roman:
                missing = section.level - 1
            if missing:
                under = f"“{place.parent}”" if place.parent else "no other heading"
                yield self.finding(
                    "skipped-level",
                    f"The heading “{place.label}. {section.title.text}” stands directly under {under}.",
                    span,
                    f"a heading with {names.get(missing, 'a label of the level above')} between the two.",
                    "Look for a heading that was lost in the conversion, or correct the label.",
                )
        yield from repeated_headings(report, drafts, self.finding)
        yield from said_of_labels(drafts, self.source.quote, self.finding)

    def _numbers(self, report: Report, drafts: Drafts) -> Iterator[Finding]:
        """Faults of the report's own numbers; resolutions that it carries begin again at 1, each of them."""
        enclosed = {draft.start for draft in drafts.paragraphs if draft.enclosed}
        own = [paragraph for paragraph in report.paragraphs if paragraph.span.start not in enclosed]
        shared = {draft.start: draft.shared for draft in drafts.paragraphs if draft.shared}
        for annex, group in groupby(own, key=lambda p: p.annex):
            place = " of the annex" if annex == ONLY_ANNEX else f" of annex {annex}" if annex else ""
            yield from self._number_sequence([p for p in group if "." not in p.number], place, shared)
        yield from repeated_numbers(own, self.finding)

    def _damaged(self, drafts: Drafts) -> Iterator[Finding]:
        for number, span in drafts.damaged:
            yield self.finding(
                "damaged-number",
                f"“{self.source.quote(span).strip()}” is read as the number of paragraph {number}, which is due there.",
                span,
                "numbers in one form, with a full stop.",
                "Compare with the printed page, and correct the number if the conversion damaged it.",
                "warning",
            )

    def _number_sequence(
        self, paragraphs: Sequence[Paragraph], place: str, shared: Mapping[int, Sequence[int]]
    ) -> Iterator[Finding]:
        present = {int(p.number) for p in paragraphs}.union(*(shared.get(p.span.start, ()) for p in paragraphs))
        highest = 0
        for paragraph in paragraphs:
            number = int(paragraph.number)
            if also := shared.get(paragraph.span.start):
                yield self.finding(
                    "shared-number",
                    f"Paragraph {number}{place} bears further numbers: {_ranges(also)}.",
                    number_span(paragraph),
                    "one number a paragraph.",
                    f"There is nothing to do: it is paragraph {number}, and no paragraph has the other numbers.",
                    "warning",
                )
            gap = [n for n in range(highest + 1, number) if n not in present]
            if gap:
                missing = _ranges(gap)
                severity = "finding" if highest else "warning"
                after = f"follows paragraph {highest}" if highest else "is the first"
                yield self.finding(
                    "missing-number",
                    f"Paragraph {number}{place} {after}; no paragraph {missing}.",
                    number_span(paragraph),
                    f"paragraph {gap[0]}.",
                    "Look for a paragraph that was lost in the conversion, or correct the number.",
                    severity,
                )
            elif number < highest and paragraph.copy == 1:
                yield self.finding(
                    "number-out-of-order",
                    f"Paragraph {number}{place} stands after paragraph {highest}.",
                    number_span(paragraph),
                    "numbers that rise through the text.",
                    "Correct the number or the order.",
                )
            highest = max(highest, number)

    def _items(self, report: Report, drafts: Drafts) -> Iterator[Finding]:
        for paragraph, draft in zip(report.paragraphs, drafts.paragraphs, strict=True):
            for item in paragraph.items:
                if item.path in draft.faults:
                    yield self.finding(
                        "item-out-of-order",
                        f"The item “{item.label}” of paragraph {paragraph.number} does not follow the one before it.",
                        item.span,
                        "labels that rise by one, from (a).",
                        "Look for an item that was lost in the conversion, or correct the label.",
                        "warning",
                    )

    def _notes(self, notes: Sequence[Footnote], lost: Sequence[tuple[NoteMarker, PartRef]]) -> Iterator[Finding]:
        for note in notes:
            if note.marker is None:
                yield self.finding(
                    "note-without-marker",
                    f"Note {note.number}, “{note.body.text[:60]}”, is called nowhere.",
                    note.span,
                    f"a marker such as <sup>{note.number}</sup> in the text.",
                    "Put the marker back where the note belongs.",
                )
        for marker, _ in lost:
            yield self.finding(
                "marker-without-note",
                f"The marker of note {marker.number} has no note.",
                marker.span,
                f"a note that begins with <sup>{marker.number}</sup>, at the foot of a page or the end of the text.",
                "Look for a note that was lost in the conversion, or take the marker away.",
            )

    def _strays(self, drafts: Drafts) -> Iterator[Finding]:
        for span in drafts.strays:
            words = " ".join(self.source.quote(span).split())[:60]
            yield self.finding(
                "unnumbered-text",
                f"“{words}” belongs to no numbered paragraph.",
                span,
                "a heading, a numbered paragraph, a note, or page furniture.",
                "Give the paragraph its number; until then its words are not read.",
                "warning",
            )

    def _unnumbered(self, drafts: Drafts) -> Iterator[Finding]:
        for draft in drafts.sections:
            if draft.text:
                span = Span(draft.text[0].start, draft.text[-1].end)
                words = " ".join(self.source.quote(span).split())[:60]
                yield self.finding(
                    "unnumbered-text",
                    f"“{words}” stands in no numbered paragraph; it is read as text of section {draft.place.path}.",
                    span,
                    "text in numbered paragraphs, where the report numbers them.",
                    "Give the paragraph its number if the conversion lost it; else there is nothing to do.",
                    "warning",
                )

    def _record(self, record: Record, drafts: Drafts) -> Iterator[Finding]:
        pairs = [
            ("symbol", record.symbol, drafts.symbol),
            ("date of issue", record.issued, self.date(drafts.issued)),
            ("SHA-256", record.sha256 and record.sha256.lower(), self.source.sha256),
        ]
        remedies = {"SHA-256": "Write the new SHA-256 into the record if the change was meant, else restore the text."}
        for what, recorded, printed in pairs:
            if recorded and printed and recorded != printed:
                source = "the text as read has" if what == "SHA-256" else "the text prints"
                yield Finding(
                    "record-disagrees",
                    f"The record gives the {what} {recorded}, {source} {printed}.",
                    self.source.name,
                    "a record that belongs to this text.",
                    remedies.get(what, "Correct the record, or the text."),
                    "warning",
                )

    def date(self, parts: tuple[int, int, int] | None) -> date | None:
        """The date of year, month and day; None where there is no such day."""
        if parts is None:
            return None
        try:
            return date(*parts)
        except ValueError:
            return None


def _ranges(numbers: Sequence[int]) -> str:
    """Rising numbers in words.

    >>> _ranges([3, 5, 6, 7])
    '3, 5 to 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}" if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
