"""What decides between candidates: the report's own body and family, its headings, its notes, what was named before.

Takes citation mentions and the authorities, gives a `Context` that the linkers of each kind of mention ask. Nothing
here looks at raw text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from rapporteur.authorities import Authorities
from rapporteur.model import (
    Because,
    Coined,
    DocumentRef,
    Entity,
    Footnote,
    Grade,
    InstrumentRef,
    Linked,
    OrganizationRef,
    PartKind,
    PartRef,
    Report,
    Rule,
    StateRef,
    Unlinked,
)
from rapporteur.model.citations import CitationMention, OrganizationMention, SubjectMention
from rapporteur.model.slugs import slug
from rapporteur.model.swift import lazy
from rapporteur.model.symbol import SymbolError, parse_symbol

_Mention = TypeVar("_Mention", bound=CitationMention)

_SUBSIDIARY = ("Subsidiary Body", "Working Group", "Open-ended", "Expert", "Ad Hoc")
"""How the names of bodies begin that another body set up and whose rules they follow."""

_CONFERENCE = "CONF."
"""The element of a symbol that stands for a conference that was convened for one purpose (UN Editorial Manual)."""

Outcome = Linked | Unlinked | Coined
"""What a linker gives for a mention: links, open mentions, and things minted from their printed names."""


@dataclass(frozen=True)
class Context:
    """A report's mentions and the books, with what follows from them."""

    report: Report
    mentions: tuple[CitationMention, ...]
    authorities: Authorities

    def of_type(self, kind: type[_Mention]) -> tuple[_Mention, ...]:
        """The mentions of one kind, in reading order."""
        return cast("tuple[_Mention, ...]", self._by_type.get(kind, ()))

    @lazy
    def _by_type(self) -> Mapping[type[CitationMention], tuple[CitationMention, ...]]:
        found: dict[type[CitationMention], list[CitationMention]] = {}
        for mention in self.mentions:
            found.setdefault(type(mention), []).append(mention)
        return {kind: tuple(mentions) for kind, mentions in found.items()}

    @lazy
    def document(self) -> DocumentRef:
        """The report itself: by its symbol, else by the slug of its title and its year."""
        if self.report.symbol:
            return DocumentRef(self.report.symbol)
        year = f"-{self.report.issued.year}" if self.report.issued else ""
        name = slug(self.report.title_text) or slug(self.report.source.name) or "untitled"
        return DocumentRef(f"title/{name}{year}")

    @lazy
    def subject(self) -> StateRef | None:
        """The one State that the report says it is about; None where it names none, or several."""
        named = {ref for mention in self.of_type(SubjectMention) for ref in mention.states}
        return named.pop() if len(named) == 1 else None

    @lazy
    def main_document(self) -> DocumentRef | None:
        """Of an addendum the document that it is added to: "A/99/7" of "A/99/7/Add.1"; None of any other."""
        if not self.report.symbol:
            return None
        try:
            symbol = parse_symbol(self.report.symbol)
        except SymbolError:
            return None
        added = [suffix for suffix in symbol.suffixes if suffix.startswith("Add")]
        return DocumentRef("/".join(symbol.elements)) if added else None

    @lazy
    def series(self) -> str:
        """Symbol of the report, else of the family of the body that its title names; "" where neither is known."""
        if self.report.symbol:
            return self.report.symbol
        for ref in self._title_bodies():
            families = self.authorities.organizations[ref.id].families
            specific = [family for family in families if family != "*"]
            if specific:
                return max(specific, key=len)
        return ""

    @lazy
    def body(self) -> OrganizationRef | None:
        """The body whose report it is: by the series of the symbol, or below that body the one the title names."""
        coded = self._coded_body()
        named = next(iter(self._title_bodies()), None)
        return named if coded is None or coded in self.lineage(named) else coded

    @lazy
    def is_passage(self) -> bool:
        """Is it a loose passage, which says of itself neither what it is of nor whose: no report?"""
        return self.report.title is None and not self.report.sections and self.report.symbol is None

    @lazy
    def plenary(self) -> OrganizationRef | None:
        """The body whose rules of procedure hold: the report's own, or the one that it is a subsidiary body of."""
        for ref in self.lineage(self.body):
            if not self.authorities.organizations[ref.id].label.startswith(_SUBSIDIARY):
                return ref
        return None

    def _coded_body(self) -> OrganizationRef | None:
        """The body whose code is the longest beginning of the symbol's series.

        A conference of plenipotentiaries is a body of its own, and not the one that convened it: "A/CONF.99/7".
        """
        parts = self._series_parts
        least = max((place for place, part in enumerate(parts, 1) if part.startswith(_CONFERENCE)), default=1)
        by_code = {book.code: book.ref for book in self.authorities.organizations.values() if book.code}
        for end in range(len(parts), least - 1, -1):
            if (ref := by_code.get("/".join(parts[:end]))) is not None:
                return ref
        return None

    @lazy
    def _series_parts(self) -> tuple[str, ...]:
        try:
            return parse_symbol(self.series).series
        except SymbolError:
            return tuple(part for part in self.series.split("/") if part)

    def _title_bodies(self) -> Iterator[OrganizationRef]:
        for mention in self.of_type(OrganizationMention):
            if mention.text_part.kind is PartKind.REPORT and len(mention.candidates) == 1:
                yield mention.candidates[0]

    @lazy
    def family_names(self) -> Mapping[str, OrganizationRef]:
        """What short names of bodies mean without more in this report's house style or family."""
        books = self.authorities.organizations
        house = {name: OrganizationRef(id) for name, (kind, id) in self._house_names.items() if kind == "organization"}
        family = self.authorities.short_names_in(self.series) if self.series else {}
        return {**family, **{name: ref for name, ref in house.items() if ref.id in books}}

    def house_treaty(self, noun: str) -> InstrumentRef | None:
        """What "the Convention", "the Protocol" … stands for in this report's house style."""
        kind, id = self._house_names.get(noun, ("", ""))
        return InstrumentRef(id) if kind == "instrument" and id in self.authorities.instruments else None

    @lazy
    def _house_names(self) -> Mapping[str, tuple[str, str]]:
        """The short names of the house, without "the" → kind and id; none of a style that does not fit the report."""
        if not self.report.house.fits:
            return {}
        split = ((name, target.partition("/")) for name, target in self.report.house.style.names)
        return {name.removeprefix("the ").removeprefix("The "): (kind, id) for name, (kind, _, id) in split}

    def lineage(self, body: OrganizationRef | None) -> tuple[OrganizationRef, ...]:
        """A body and the bodies above it, innermost first."""
        found: list[OrganizationRef] = []
        while body is not None and body.id in self.authorities.organizations and body not in found:
            found.append(body)
            parent = self.authorities.organizations[body.id].parent
            body = OrganizationRef(parent) if parent else None
        return tuple(found)

    def heading_parts(self, part: PartRef) -> tuple[PartRef, ...]:
        """The headings over a text part, innermost first; of a note those over its marker."""
        if part.kind is PartKind.NOTE:
            note = self._notes.get(part.path[0])
            return self.heading_parts(note.note_of) if note is not None and note.note_of is not None else ()
        paragraph = self.report.paragraph(part)
        if paragraph is not None:
            path = paragraph.section
        elif part.kind is PartKind.SECTION:
            section = self.report.section_by_path.get(part.path[0])
            path = section.parent if section is not None else ""
        else:
            return ()
        return tuple(section.ref for section in reversed(self.report.section_chain(path)))

    @lazy
    def _notes(self) -> Mapping[str, Footnote]:
        return {note.id: note for note in self.report.footnotes}

    def note_before(self, note: str) -> str | None:
        """The id of the note printed before a note."""
        return self._notes_before.get(note)

    @lazy
    def _notes_before(self) -> Mapping[str, str]:
        ids = [footnote.id for footnote in self.report.footnotes]
        return dict(zip(ids[1:], ids, strict=False))


def linked(
    mention: CitationMention,
    report: Report,
    target: Entity,
    kind: str,
    grade: Grade,
    *,
    property: str = "cites",
    rule: Rule | None = None,
) -> Linked:
    """One triple that a mention bears out, from the text part that holds its words."""
    return Linked(
        source=mention.part,
        property=property,
        target=target,
        span=mention.span,
        quote=report.quote(mention.span),
        kind=kind,
        part=mention.part,
        grade=grade,
        rule=rule or mention.rule,
    )


def unlinked(
    mention: CitationMention,
    report: Report,
    kind: str,
    because: Because,
    candidates: Sequence[Entity] = (),
    *,
    property: str = "cites",
) -> Unlinked:
    """A mention that stays open, with its rivals and the reason."""
    return Unlinked(
        source=mention.part,
        property=property,
        span=mention.span,
        quote=report.quote(mention.span),
        kind=kind,
        part=mention.part,
        because=because,
        rule=mention.rule,
        candidates=tuple(candidates),
    )


def undecided(rivals: Sequence[object]) -> Because:
    """The reason for silence: several rivals, none, or one that the words do not reach."""
    if not rivals:
        return Because.NO_CANDIDATE
    return Because.SEVERAL_CANDIDATES if len(rivals) > 1 else Because.UNKNOWN_FORM
