"""Recommendations that were lost: lists that are announced and not there, numbers left out, text without numbers.

Takes a report and the paragraphs that were read as numbered recommendations, gives lines for a person to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from rapporteur.find.deontic import bullets_of, holds_recommendations, of_a_speaker, parts_of, states_in
from rapporteur.find.names import by_part
from rapporteur.find.operators import find_operators
from rapporteur.find.sentences import sentence_ranges
from rapporteur.model import PartRef, Report
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_QUOTED = 80
"""Characters of a list that its line holds."""


def unread_lists(report: Report, taken: Container[PartRef]) -> tuple[str, ...]:
    """What is missing, each with its place: "paragraph 6: The recommendations listed below …"."""
    return (*_without_a_list(report, taken), *_gaps(report, taken))


def unread_decision(report: Report, units: Sequence[UnitMention]) -> tuple[str, ...]:
    """A line where the document is, by its symbol, one decision or resolution and no part of it was read as a unit."""
    series = (report.symbol or "").split("/")
    if units or not {"DEC", "RES"}.intersection(series):
        return ()
    noun = "decision" if "DEC" in series else "resolution"
    return (f"recommendations: the document {report.symbol} is one {noun}, and nothing of it was read as one",)


def unread_sections(report: Report, taken: Container[PartRef] = ()) -> tuple[str, ...]:
    """Sections of recommendations that ask for something in a text without paragraph numbers, each with the text.

    :param taken: sections that were read.
    """
    found = []
    for section in report.sections:
        if section.ref in taken:
            continue
        text = section.unnumbered.text.strip() if section.unnumbered is not None else ""
        if text and find_operators(text, 0, len(text)) and holds_recommendations(report, section.path):
            found.append(f"section {section.path}: {text}")
    return tuple(found)


def unread_parts(report: Report, units: Sequence[UnitMention]) -> tuple[str, ...]:
    """Parts of lists that announce recommendations, which hold no unit, each with its words."""
    announces, bullets = load_patterns("units")["numbered/chapeau"].regex, bullets_of(report)
    asked: dict[PartRef, list[int]] = defaultdict(list)
    for unit in units:
        asked[unit.paragraph].append(unit.at[0])
    found = []
    for paragraph in report.paragraphs:
        text, starts = paragraph.body.text, asked.get(paragraph.ref)
        if not starts or not holds_recommendations(report, paragraph.section):
            continue
        parts = parts_of(paragraph, bullets)
        words = text[: parts[0].begins].rstrip() if parts else ""
        if words.endswith(":") and announces.search(words):
            empty = [part for part in parts if not any(part.at[0] <= start < part.at[1] for start in starts)]
            found += [f"paragraph {paragraph.key}: {text[part.begins : part.at[1]].strip()}" for part in empty]
    return tuple(found)


def unread_speakers(report: Report, names: Sequence[NameMention], taken: Container[PartRef]) -> tuple[str, ...]:
    """A line for each list in a chapter of recommendations that somebody who took the floor is told to have said.

    :param taken: paragraphs that were read in another way.
    """
    found, named = [], by_part(names)
    for paragraph in report.paragraphs:
        text = paragraph.body.text
        if ":" not in text or paragraph.ref in taken or not holds_recommendations(report, paragraph.section):
            continue
        states = states_in(named.get(paragraph.ref, ()))
        for start, end in sentence_ranges(text, 0, len(text)):
            if of_a_speaker(text, start, end, states) and find_operators(text, start, len(text)):
                told = f"paragraph {paragraph.key} lists what somebody said who took the floor"
                found.append(f"recommendations: {told}: not read: “{text[start:end][:_QUOTED]}”")
    return tuple(found)


def unread_views(report: Report) -> tuple[str, ...]:
    """Sections of a session report in which each paragraph tells what one speaker said, where no style reads them."""
    if any(report.house.style.does("statements", way) for way in ("speaker-paragraph", "views")):
        return ()
    views = load_patterns("statements")["section/views"].regex
    found = []
    for section in report.sections:
        held = (
            [p.key for p in report.paragraphs if p.section == section.path] if views.search(section.title.text) else []
        )
        if held:
            told = f"paragraph {held[0]}" if len(held) == 1 else f"paragraphs {held[0]} to {held[-1]}"
            found.append(f"statements: {told}, “{section.title.text}”, of one speaker each: not read as statements")
    return tuple(found)


def _without_a_list(report: Report, taken: Container[PartRef]) -> Iterator[str]:
    """Paragraphs that announce a list of recommendations and have none below them that could be read."""
    announces = load_patterns("units")["numbered/announced"].regex
    for paragraph in report.paragraphs:
        if paragraph.ref not in taken and not paragraph.annex and announces.search(paragraph.body.text):
            yield f"paragraph {paragraph.key}: {paragraph.body.text}"


def _gaps(report: Report, taken: Container[PartRef]) -> Iterator[str]:
    """Numbers that stand between two numbers of one list and were not found."""
    lists: dict[str, list[int]] = defaultdict(list)
    for paragraph in report.paragraphs:
        above, _, last = paragraph.number.rpartition(".")
        if _is_listed(paragraph, taken) and above and last.isdigit():
            lists[above].append(int(last))
    for above, numbers in lists.items():
        present = set(numbers)
        missing = [number for number in range(1, max(numbers) + 1) if number not in present]
        if missing:
            told = ", ".join(f"{above}.{number}" for number in missing[:10]) + (" …" if len(missing) > 10 else "")
            yield f"paragraph {above}: of its list the numbers {told} were not found"


def _is_listed(paragraph: Paragraph, taken: Container[PartRef]) -> bool:
    return paragraph.ref in taken and paragraph.copy == 1 and not paragraph.annex
