"""Drafts → `Report`: the text of every part cleaned, notes tied to their markers, parts put in reading order.

Takes a layout and what is known of its text, gives the frozen report with its findings. No file is opened here.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from rapporteur.errors import UnusableInput
from rapporteur.model import (
    CleanText,
    Footnote,
    Furniture,
    ListItem,
    NoteMarker,
    Paragraph,
    PartKind,
    PartRef,
    Record,
    Report,
    Section,
    Span,
    TextAsRead,
)
from rapporteur.model.refs import ONLY_ANNEX
from rapporteur.patterns.styles import style_for
from rapporteur.read.clean import Cleaner
from rapporteur.read.done import done_on
from rapporteur.read.drafts import Drafts, ParagraphDraft, SectionDraft
from rapporteur.read.faults import Faults
from rapporteur.read.languages import other_languages, require_english
from rapporteur.read.layout import Layout
from rapporteur.read.midst import running_symbol
from rapporteur.read.notes import match_markers, note_ids
from rapporteur.read.position import Position
from rapporteur.read.refusals import require_one_report, require_paragraphs
from rapporteur.read.run_on import said_of as run_on_said_of
from rapporteur.read.unnumbered import is_document, said_of, words_lost
from rapporteur.read.unseen import as_seen, with_unseen
from rapporteur.read.walk import walk

_ACT = re.compile(r"\bfinal\s+act\b", re.IGNORECASE)


def report_of(layout: Layout, name: str, record: Record, said: Record | None = None) -> Report:
    """The report that ``layout`` holds; its text is the text as read.

    :param name: file name without folders, for messages.
    :param said: what the file says of the report before its text; it counts where neither record nor text says it.
    :raises UnusableInput: if no numbered paragraph is found in what bears neither symbol nor title, the text is not in
        English, or it holds two reports.
    """
    source = TextAsRead(name, layout.text, hashlib.sha256(_bytes(layout.text, name)).hexdigest())
    said, layout = said or Record(), with_unseen(layout)
    printed = as_seen(layout.text)
    at = walk(layout, record.title or said.title)
    heads = running_symbol(at) if not (record.symbol or said.symbol or at.drafts.symbol) else None
    record = replace(record, symbol=heads) if heads else record
    faults = Faults(source)
    require_english(printed, name)
    if not at.drafts.paragraphs or words_lost(at):
        without = walk(layout, record.title or said.title, numbered=False)
        kept = len(without.drafts.paragraphs) >= len(at.drafts.paragraphs)
        at = without if kept and is_document(without, record) else at
    drafts, cleaner = at.drafts, at.cleaner
    if at.numbered:
        require_paragraphs(layout, drafts, name)
    require_one_report(layout, drafts, name)
    orders = _Orders(drafts)
    title = cleaner.clean(drafts.title) if drafts.title else None
    sections = tuple(_section(draft, cleaner, orders) for draft in drafts.sections)
    if at.outline.has_one_without_number:
        for draft in drafts.paragraphs:
            draft.annex = ONLY_ANNEX if draft.annex else ""
    paragraphs = _paragraphs(drafts, cleaner, orders)
    symbol = record.symbol or drafts.symbol or said.symbol
    record = replace(record, symbol=symbol, title=record.title or (None if title else said.title))
    house = style_for(record.style, f"{said.title}\n{printed}" if said.title else printed, symbol)
    report = Report(source, record, title, sections, paragraphs, (), (), house=house)
    notes, lost = _notes(report, drafts, cleaner, orders)
    dated = drafts.issued or (done_on(printed) if title is not None and _ACT.search(title.text) else None)
    front = None if dated is None else faults.date(dated)
    return replace(
        report,
        page_starts=_page_starts(layout),
        footnotes=notes,
        furniture=_furniture(at, sections, title),
        findings=(
            *faults.pictures(layout.pictures),
            *(() if at.numbered or at.drafts.paragraphs else (said_of(name),)),
            *((run_on_said_of(at.run_on, name),) if at.run_on else ()),
            *faults.languages(other_languages(layout.text)),
            *faults.of(report, drafts, notes, lost),
        ),
        issued=front or record.issued or said.issued,
        language=record.language or "en",
    )


def _bytes(text: str, name: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise UnusableInput(
            f"Half a character (U+{ord(text[fault.start]):04X}) at character {fault.start}.",
            where=name,
            expected="text that can be written in UTF-8.",
            remedy="Decode the bytes of the report anew, without replacing what cannot be decoded.",
        ) from None


def _page_starts(layout: Layout) -> tuple[tuple[int, int], ...]:
    """Where the first line of each page begins, and the page."""
    found: list[tuple[int, int]] = []
    for line in layout.lines:
        if line.page is not None and (not found or found[-1][1] != line.page):
            found.append((line.span.start, line.page))
    return tuple(found)


class _Orders:
    """The place of every part in the order of reading, from 1."""

    def __init__(self, drafts: Drafts) -> None:
        starts = [s.start for s in drafts.sections]
        starts += [p.start for p in drafts.paragraphs]
        starts += [item.start for p in drafts.paragraphs for item in p.items]
        starts += [n.label.start for n in drafts.notes]
        self._order = {start: i for i, start in enumerate(sorted(starts), start=1)}

    def __getitem__(self, start: int) -> int:
        return self._order[start]


def _section(draft: SectionDraft, cleaner: Cleaner, orders: _Orders) -> Section:
    title = cleaner.clean(draft.lines)
    heading = cleaner.clean([*draft.lines, *draft.under]) if draft.under else None
    whole = cleaner.clean([*draft.lines, *draft.under, *draft.text]) if draft.text else None
    place = draft.place
    return Section(
        path=place.path,
        label=place.label,
        level=place.level,
        title=title,
        span=title.whole if title.text else Span(draft.start, max(draft.start + 1, draft.lines[-1].end)),
        parent=place.parent,
        order=orders[draft.start],
        page=draft.page,
        heading=heading,
        whole=whole,
    )


def _paragraphs(drafts: Drafts, cleaner: Cleaner, orders: _Orders) -> tuple[Paragraph, ...]:
    """The paragraphs in the order of the text.

    Of those with one number the report's own come first, then those of resolutions and decisions that it carries.
    """
    times: Counter[tuple[str, str]] = Counter()
    copies: dict[int, int] = {}
    for draft in sorted(drafts.paragraphs, key=lambda draft: draft.enclosed):
        times[draft.annex, draft.number] += 1
        copies[draft.start] = times[draft.annex, draft.number]
    return tuple(_paragraph(draft, cleaner, orders, copies[draft.start]) for draft in drafts.paragraphs)


def _paragraph(draft: ParagraphDraft, cleaner: Cleaner, orders: _Orders, copy: int) -> Paragraph:
    body = cleaner.clean(line for segment in draft.segments for line in segment)
    segments = [Span(lines[0].start, lines[-1].end) for lines in draft.segments if lines]
    segments[0] = Span(draft.start, segments[0].end)
    items = tuple(
        ListItem(
            path=item.path,
            body=cleaner.clean(item.lines),
            span=Span(item.start, item.end),
            order=orders[item.start],
            numbered=item.numbered,
            page=item.page,
        )
        for item in draft.items
    )
    return Paragraph(
        number=draft.number,
        section=draft.section,
        body=body,
        span=Span(draft.start, segments[-1].end),
        segments=tuple(segments),
        order=orders[draft.start],
        items=items,
        crosses_page=draft.crosses_page,
        annex=draft.annex,
        page=draft.page,
        copy=copy,
    )


def _notes(
    report: Report, drafts: Drafts, cleaner: Cleaner, orders: _Orders
) -> tuple[tuple[Footnote, ...], list[tuple[NoteMarker, PartRef]]]:
    bodies = [cleaner.clean(draft.lines) for draft in drafts.notes]
    ids = note_ids(drafts.notes)
    calls = [(marker, report.innermost(ref, marker.span)) for ref, clean in report.texts() for marker in clean.markers]
    calls += [
        (marker, PartRef(PartKind.NOTE, (id,))) for id, body in zip(ids, bodies, strict=True) for marker in body.markers
    ]
    matched, lost = match_markers(drafts.notes, [*_front_calls(drafts, cleaner, report.title), *calls])
    notes = []
    for draft, id, body, call in zip(drafts.notes, ids, bodies, matched, strict=True):
        notes.append(
            Footnote(
                id=id,
                number=draft.number,
                body=body,
                span=Span(draft.lines[0].start, draft.lines[-1].end),
                order=orders[draft.label.start],
                marker=call[0] if call else None,
                note_of=call[1] if call else None,
                page=draft.page,
            )
        )
    return tuple(notes), lost


def _front_calls(drafts: Drafts, cleaner: Cleaner, title: CleanText | None) -> list[tuple[NoteMarker, PartRef]]:
    """What calls notes in the lines of the masthead that stand before the title, or below it; these call none twice."""
    known = {note.number for note in drafts.notes}
    own = {marker.number for marker in title.markers} if title is not None else set()
    lines = sorted(piece.span for piece in drafts.furniture if piece.kind == "masthead")
    markers = [marker for line in lines for marker in cleaner.clean((line,)).markers]
    return [(marker, PartRef(PartKind.REPORT)) for marker in markers if marker.number in known - own]


def _furniture(at: Position, sections: tuple[Section, ...], title: CleanText | None) -> tuple[Furniture, ...]:
    """What the walk set aside, and every mark that lies outside it, in order."""
    own = sorted(at.drafts.furniture, key=lambda f: f.span)
    starts = [f.span.start for f in own]
    heading_lines = sorted(
        [*at.drafts.title, *(line for draft in at.drafts.sections for line in (*draft.lines, *draft.under))]
    )
    heading_starts = [span.start for span in heading_lines]
    made = list(own)
    for mark in at.cleaner.marks:
        i = bisect_right(starts, mark.span.start) - 1
        if i >= 0 and own[i].span.contains(mark.span):
            continue
        kind = mark.kind
        if kind == "emphasis":
            k = bisect_right(heading_starts, mark.span.start) - 1
            if k >= 0 and heading_lines[k].contains(mark.span):
                kind = "heading-markup"
        made.append(Furniture(kind, mark.span))
    return tuple(sorted(made, key=lambda f: f.span))
