"""The agenda: which sections treat an item, when it was taken up, what lay before the body; and the item of a passage.

A section treats an item where a paragraph of it says so by number, where its heading names the item, or where its title
says the same as the item's. An item whose parts are treated in the subsections of one section is treated there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapporteur.link.meeting import dates_of
from rapporteur.link.titles import TitleScale
from rapporteur.model import AgendaItem, DocumentRef, Grade, ItemRef, Meeting, PartRef, Report, Section
from rapporteur.model.actors import ActorMentions, AgendaMention, ConsiderationMention

_SAME = 0.6
"""A section's title says the same as an item's from this likeness on: "reducing" for "discouraging" stays above it."""
_SAME_TOLD = 0.95
"""The same where headings and sentences tell the items one by one: such a section is named by its item."""
_TOLD = frozenset(("agenda/heading", "agenda/heading-first", "agenda/entitled"))
"""Rules of items that no printed agenda gives."""
_SAID = "agenda/entitled"
"""The rule of those that a sentence gives: such a sentence tells of its section only at the beginning of it."""
_FORMS = ("heading", "considered", "treated")
"""Which words about an item weigh more, the strongest first."""
_HEADINGS = 3
"""Of so many items named by headings on, a report names each item over its section, and none in passing."""
_MUCH_LESS = 0.75
_OF_CHAIN = 0.5
"""Of the sections around a paragraph, one as like as this to the item is the one that treats it."""


@dataclass(frozen=True)
class ItemsOfSections:
    """Which item a section treats, and how that is known.

    :ivar by_section: path → item.
    :ivar considered: path → (offset, item) of each sentence that takes an item up there, in reading order; "" of one
        that takes up an item which is not on an agenda that is printed nowhere.
    """

    report: Report
    by_section: dict[str, tuple[str, Grade]]
    considered: dict[str, list[tuple[int, str]]]

    def item_at(self, part: PartRef, offset: int) -> tuple[ItemRef, Grade] | None:
        """The agenda item under which the words at an offset stand: the one last taken up in the same section, else
        the one that the section, or a section around it, treats by its title."""
        paragraph = self.report.paragraph(part)
        if paragraph is None:
            return None
        taken_up = self.considered.get(paragraph.section, [])
        last = bisect_right(taken_up, offset, key=lambda entry: entry[0])
        if last:
            item = taken_up[last - 1][1]
            return (ItemRef(item), Grade.CONTEXT) if item else None
        for section in reversed(self.report.section_chain(paragraph.section)):
            if section.path in self.by_section:
                item, grade = self.by_section[section.path]
                return ItemRef(item), grade
        return None


def link_agenda(
    report: Report, mentions: ActorMentions, meeting: Meeting | None
) -> tuple[tuple[AgendaItem, ...], ItemsOfSections]:
    """The agenda items with all that is said of them, in the order of the agenda, and the item of every section."""
    items = {m.number: m for m in reversed(mentions.agenda)}
    items = {m.number: items[m.number] for m in mentions.agenda}
    unprinted = any(m.rule.id in _TOLD for m in mentions.agenda)
    told = _of_sections(
        [c for c in mentions.considerations if unprinted or any(i in items for i in c.items) or not c.items]
    )
    by_section = _sections(report, items, told)
    considered: dict[str, list[tuple[int, str]]] = defaultdict(list)
    sections: dict[str, list[PartRef]] = defaultdict(list)
    for path, (item, _) in by_section.items():
        sections[item].append(report.section_by_path[path].ref)
    for mention in told:
        path = _section_of(report, mention)
        known = [item for item in mention.items if item in items]
        if mention.this and (meant := _meant(report, by_section, items, mention)):
            considered[path].append((mention.span.start, meant))
        if mention.form == "considered" and len(mention.items) == 1 and known:
            considered[path].append((mention.span.start, known[0]))
            if unprinted and path:
                sections[known[0]].append(report.section_by_path[path].ref)
        elif mention.form == "considered" and mention.items and unprinted:
            considered[path].append((mention.span.start, ""))
        elif len(mention.items) > 1 and path:
            for item in known:
                sections[item].append(report.section_by_path[path].ref)
    order = {section.ref: section.order for section in report.sections}
    places = ItemsOfSections(report, by_section, considered)
    days = _days(report, places, items, told, meeting)
    documents = _documents(places, items, mentions)
    agenda = tuple(
        AgendaItem(
            number=m.number,
            title=m.words,
            span=m.span,
            recorded_in=m.part,
            parent=m.parent if m.parent in items else None,
            discussed_in=tuple(sorted(set(sections[m.number]), key=lambda ref: order[ref])),
            had_before=tuple(documents[m.number]),
            considered_on=tuple(sorted(days[m.number])),
        )
        for m in items.values()
    )
    return agenda, places


def _of_sections(told: list[ConsiderationMention]) -> list[ConsiderationMention]:
    """What says which item a section treats: where headings name the items, nothing that is told in passing."""
    in_headings = {item for mention in told if mention.form == "heading" for item in mention.items}
    return [c for c in told if c.form != "treated"] if len(in_headings) >= _HEADINGS else told


def _sections(
    report: Report, items: dict[str, AgendaMention], told: Sequence[ConsiderationMention]
) -> dict[str, tuple[str, Grade]]:
    """Section path → the item it treats: as said by number, then by title, then around the parts of an item."""
    scale = TitleScale([m.words for m in items.values()])
    found: dict[str, tuple[str, Grade]] = {}
    numbered: set[str] = set()
    nearest = {
        number: max((scale.likeness(m.words, s.title.text) for s in report.sections), default=0.0)
        for number, m in items.items()
    }

    def _is_like(path: str, item: str) -> bool:
        return scale.likeness(items[item].words, report.section_by_path[path].title.text) >= _OF_CHAIN

    for form in _FORMS:
        for mention in told:
            if mention.form != form or len(mention.items) != 1 or mention.items[0] not in items:
                continue
            item = mention.items[0]
            if form == "treated" and item in numbered:
                continue
            path = _section_said(report, mention, items[item], scale, nearest[item])
            if path and (items[item].rule.id != _SAID or _begins(report, path, mention) or _is_like(path, item)):
                found.setdefault(path, (item, Grade.EXPLICIT))
                numbered.add(item)
    for section in report.sections:
        if section.path in found:
            continue
        around = next((found[s.path][0] for s in reversed(report.section_chain(section.parent)) if s.path in found), "")
        open_to = [m for m in items.values() if m.parent == around] if around else list(items.values())
        likely = _alike(section, open_to, scale)
        if likely:
            found[section.path] = (likely, Grade.STRUCTURE)
    for path, item in _around_parts(report, items, found):
        found.setdefault(path, (item, Grade.STRUCTURE))
    return found


def _begins(report: Report, path: str, mention: ConsiderationMention) -> bool:
    """Does a sentence stand in the first paragraph of a section?"""
    first = next((p for p in report.paragraphs if p.section == path), None)
    return first is not None and first.ref == mention.text_part


def _alike(section: Section, items: Sequence[AgendaMention], scale: TitleScale) -> str:
    """The one item whose title says the same as the section's, or ""."""
    ranked = sorted(((scale.likeness(m.words, section.title.text), m.number) for m in items), reverse=True)
    told = any(m.rule.id in _TOLD for m in items)
    if not ranked or ranked[0][0] < (_SAME_TOLD if told else _SAME):
        return ""
    return "" if len(ranked) > 1 and ranked[1][0] == ranked[0][0] else ranked[0][1]


def _around_parts(
    report: Report, items: dict[str, AgendaMention], found: dict[str, tuple[str, Grade]]
) -> Iterator[tuple[str, str]]:
    """(path, item) for items that no section treats, whose parts are all treated right under one section."""
    treated = {item for item, _ in found.values()}
    parents: dict[str, set[str]] = defaultdict(set)
    for path, (item, _) in found.items():
        above = items[item].parent
        if above and above in items and above not in treated:
            parents[above].add(report.section_by_path[path].parent)
    for above, paths in parents.items():
        if len(paths) == 1 and "" not in paths:
            yield next(iter(paths)), above


def _section_said(
    report: Report, mention: ConsiderationMention, item: AgendaMention, scale: TitleScale, nearest: float
) -> str:
    """Of the sections around the words the one most like the item, else the innermost.

    :param nearest: how like the item the title of any section is; one around the words that is much less so is no
        section of the item.
    """
    innermost = _section_of(report, mention)
    chain = report.section_chain(innermost)
    ranked = [(scale.likeness(item.words, s.title.text), -s.level, s.path) for s in chain]
    best = max(ranked, default=None)
    return best[2] if best is not None and best[0] >= max(_OF_CHAIN, _MUCH_LESS * nearest) else innermost


def _meant(
    report: Report,
    by_section: dict[str, tuple[str, Grade]],
    items: dict[str, AgendaMention],
    mention: ConsiderationMention,
) -> str:
    """The item that "this agenda item" means: the one that the section treats; of a sub-item's section its parent."""
    for section in reversed(report.section_chain(_section_of(report, mention))):
        if section.path in by_section:
            item = by_section[section.path][0]
            above = items[item].parent
            return above if mention.this == "item" and above in items else item
    return ""


def _section_of(report: Report, mention: ConsiderationMention) -> str:
    if mention.form == "heading":
        return mention.text_part.path[0]
    paragraph = report.paragraph(mention.part)
    return paragraph.section if paragraph is not None else ""


def _days(
    report: Report,
    places: ItemsOfSections,
    items: dict[str, AgendaMention],
    told: Sequence[ConsiderationMention],
    meeting: Meeting | None,
) -> dict[str, set[date]]:
    """Item → the dates on which it was taken up.

    The opening and the adoption of the agenda are dates of the item that their section treats; a meeting whose opening
    has no date of its own was opened on its first day.
    """
    found: dict[str, set[date]] = defaultdict(set)
    for mention in told:
        dates = dates_of(mention.days, meeting)
        if mention.form == "considered":
            this = (_meant(report, places.by_section, items, mention),) if mention.this else ()
            for item in (*mention.items, *filter(None, this)):
                found[item].update(dates)
        elif mention.form in ("adopted", "opened"):
            section = _section_of(report, mention)
            item_of = places.by_section.get(section)
            if mention.form == "opened" and not dates and meeting and meeting.start:
                dates = (meeting.start,)
            if item_of is not None:
                found[item_of[0]].update(dates)
    return found


def _documents(
    places: ItemsOfSections, items: dict[str, AgendaMention], mentions: ActorMentions
) -> dict[str, list[DocumentRef]]:
    """Item → the documents that lay before the body, those named with the item's number or under its section.

    Those named in a section of their own, beside the sections of an item's parts, lay before the whole meeting.
    """
    found: dict[str, list[DocumentRef]] = defaultdict(list)
    for mention in mentions.documents:
        numbers = mention.items
        if not numbers:
            item = places.item_at(mention.part, mention.span.start)
            numbers = (item[0].number,) if item is not None and not _beside_parts(places, items, mention.part) else ()
        for number in numbers:
            found[number] += [d for s in mention.symbols if (d := DocumentRef(s)) not in found[number]]
    return found


def _beside_parts(places: ItemsOfSections, items: dict[str, AgendaMention], part: PartRef) -> bool:
    """Does a text stand in a section of its own that treats no item, beside those that treat the parts of one?"""
    paragraph = places.report.paragraph(part)
    section = places.report.section_by_path.get(paragraph.section) if paragraph is not None else None
    if section is None or section.path in places.by_section or section.parent not in places.by_section:
        return False
    around = places.by_section[section.parent][0]
    beside = (s.path for s in places.report.sections if s.parent == section.parent and s.path in places.by_section)
    return any(items[places.by_section[path][0]].parent == around for path in beside)
