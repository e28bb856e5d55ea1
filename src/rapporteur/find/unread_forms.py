"""Recommendations and decisions in forms that nothing reads: tables of them, and labels over words that ask nothing.

Takes a report and its units, gives a line for each such table and label that holds no unit, for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.model import Report
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_QUOTED = 80
"""Characters of a table or a text that its line holds."""


def unread_forms(report: Report, units: Sequence[UnitMention]) -> tuple[str, ...]:
    """A line for each table of recommendations or decisions, and each labelled section, in which no unit was found."""
    return (*_tables(report, units), *_labelled(report, units), *_operative(report, units))


def _tables(report: Report, units: Sequence[UnitMention]) -> Iterator[str]:
    head, read = load_patterns("unread")["unread/table"].regex, {unit.paragraph for unit in units}
    for part, clean in report.texts():
        match = head.search(clean.text) if "|" in clean.text and part not in read and part.path else None
        if match is not None:
            words = clean.text[match.start() :].strip()[:_QUOTED]
            place = f"{part.kind.value} {part.path[0]}"
            yield f"recommendations: {place} holds a table of {match['noun'].lower().rstrip('s')}s: not read: “{words}”"


def _operative(report: Report, units: Sequence[UnitMention]) -> Iterator[str]:
    """Paragraphs among those of a resolution whose first word is no verb that is known."""
    verbs = load_patterns("operative", report.house.style)["operative/paragraph"].regex
    other, read = load_patterns("unread")["unread/operative"].regex, {unit.paragraph for unit in units}
    resolved = {p.section for p in report.paragraphs if p.ref in read and verbs.match(p.body.text)}
    for paragraph in report.paragraphs:
        words = paragraph.body.text
        if (
            paragraph.section in resolved
            and paragraph.ref not in read
            and not verbs.match(words)
            and other.match(words)
        ):
            told = f"paragraph {paragraph.key} opens with no verb that is known"
            yield f"recommendations: {told}: not read: “{words[:_QUOTED]}”"


def _labelled(report: Report, units: Sequence[UnitMention]) -> Iterator[str]:
    label = load_patterns("unread")["unread/labelled"].regex
    read = {heading.path for unit in units for heading in report.section_chain(unit.section)}
    for section in report.sections:
        if section.path in read or label.match(section.title.text) is None:
            continue
        held = [paragraph.body.text for paragraph in report.paragraphs if paragraph.section == section.path]
        words = " ".join([*([section.unnumbered.text] if section.unnumbered is not None else []), *held]).strip()
        if words:
            label_and_words = f"“{section.title.text}” asks in no form that is known: not read: “{words[:_QUOTED]}”"
            yield f"recommendations: {label_and_words}"
