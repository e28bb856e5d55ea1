"""The agenda that an annex prints: numbered paragraphs, or lines "Item 1. Opening of the session", under "Agenda".

Takes the passages of a report in whose body no agenda was adopted word for word, gives an `AgendaMention` an item. The
provisional agenda of another session is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.passages import Passage
from rapporteur.find.scenes import place
from rapporteur.model import PartKind, Report
from rapporteur.model.actors import ActorMentions, AgendaMention
from rapporteur.patterns import PatternFile, load_patterns


def with_annexed_agenda(report: Report, passages: Sequence[Passage], actors: ActorMentions) -> ActorMentions:
    """The mentions with the agenda of an annex, where the body of the report holds none."""
    if actors.agenda or not any(section.path.startswith("annex") for section in report.sections):
        return actors
    patterns = load_patterns("agenda")
    found: list[AgendaMention] = []
    for passage in passages:
        if passage.part.kind not in (PartKind.SECTION, PartKind.PARAGRAPH) or not _in_agenda(passage, patterns):
            continue
        found += _of_paragraph(passage) if passage.part.kind is PartKind.PARAGRAPH else _of_lines(passage, patterns)
    return replace(actors, agenda=tuple(found))


def _in_agenda(passage: Passage, patterns: PatternFile) -> bool:
    """Is the passage under the heading of an annex that is the agenda of the session, or that heading itself?"""
    report = passage.report
    paragraph = report.paragraph(passage.part) if passage.part.kind is PartKind.PARAGRAPH else None
    path = paragraph.section if paragraph is not None else "/".join(passage.part.path)
    chain = report.section_chain(path)
    if not chain or not chain[0].path.startswith("annex") or (paragraph is not None and not paragraph.annex):
        return False
    return any(patterns["agenda/annexed"].regex.match(heading.title.text) for heading in chain)


def _of_paragraph(passage: Passage) -> Iterator[AgendaMention]:
    """The item that a numbered paragraph is, and those that its lettered parts are."""
    paragraph = passage.report.paragraph(passage.part)
    if paragraph is None or paragraph.copy > 1 or not paragraph.number.isdigit():
        return
    items = [item for item in paragraph.subparagraphs if len(item.body)]
    first = passage.clean.index(items[0].span.start) if items else len(passage.text)
    yield from _item(passage, 0, first, paragraph.number)
    starts = [passage.clean.index(item.body.offsets[0]) for item in items]
    ends = [*(passage.clean.index(item.span.start) for item in items[1:]), len(passage.text)]
    for item, start, end in zip(items, starts, ends, strict=False):
        yield from _item(passage, start, end, f"{paragraph.number}({item.label})", paragraph.number)


def _of_lines(passage: Passage, patterns: PatternFile) -> Iterator[AgendaMention]:
    """The items of words without paragraph numbers, each behind "Item 3." or, below one, "(a)"."""
    heads = list(patterns["agenda/item-head"].regex.finditer(passage.text))
    ends = [*(head.start() for head in heads[1:]), len(passage.text)]
    for head, end in zip(heads, ends, strict=False):
        parts = list(_LETTER.finditer(passage.text, head.end(), end))
        first = parts[0].start() if parts else end
        yield from _item(passage, head.end(), first, head["number"])
        for part, stop in zip(parts, [*(part.start() for part in parts[1:]), end], strict=False):
            yield from _item(passage, part.end(), stop, f"{head['number']}({part['letter']})", head["number"])


_LETTER = re.compile(r"(?<!\S)\((?P<letter>[a-z])\)\s+(?=[A-ZÀ-Þ])")


def _item(passage: Passage, start: int, end: int, number: str, parent: str = "") -> Iterator[AgendaMention]:
    """The item whose title stands between two places, without the signs at its end."""
    patterns = load_patterns("agenda")
    tail = patterns["agenda/title-end"].regex.search(passage.text[start:end].rstrip())
    stop = start + (tail.start() if tail else len(passage.text[start:end].rstrip()))
    if start < stop:
        rule = patterns["agenda/annexed"].rule
        yield AgendaMention(**place(passage, start, stop, rule) | {"part": passage.part}, number=number, parent=parent)
