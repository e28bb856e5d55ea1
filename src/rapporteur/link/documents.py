"""Documents: symbols, sales numbers, Ibid., chapters of reports, and which document words mean.

Takes document and section mentions in their context, gives links and open mentions. Which report a paragraph or chapter
is of is said by the symbol in line, else by the note it calls, else by an earlier reference to the report of the same
body and date; "above" and "below" mean this report.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.notes import Identity, NoteBook
from rapporteur.link.organizations import BodyResolver
from rapporteur.link.partial import told_apart
from rapporteur.model import (
    Because,
    DocumentPartRef,
    DocumentRef,
    Entity,
    Grade,
    OrganizationRef,
    PartKind,
    PartRef,
    PublicationRef,
)
from rapporteur.model.citations import (
    CitationMention,
    DocumentWords,
    IbidMention,
    ReportMention,
    SalesMention,
    SectionMention,
    SeriesMention,
    SymbolMention,
)
from rapporteur.model.swift import lazy
from rapporteur.model.symbol import parse_symbol

_WITHOUT_BODY = ("PRST/", "RES/", "DEC/")
"""How a symbol begins that leaves out whose statement, resolution or decision it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Which document is meant, how that was found, and the rivals where it is not decided."""

    document: Identity | None
    grade: Grade = Grade.EXPLICIT
    rivals: tuple[Entity, ...] = ()


@dataclass
class DocumentResolver:
    """Decides which document words mean."""

    context: Context
    notes: NoteBook
    bodies: BodyResolver
    _known: list[tuple[ReportMention, Identity]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for mention in self.context.of_type(ReportMention):
            identity: Identity | None = self.notes.first(mention.notes)
            if mention.document.symbol:
                identity = DocumentRef(mention.document.symbol)
            if identity is not None:
                self._known.append((mention, identity))

    def resolve(self, words: DocumentWords, at: CitationMention) -> Answer:
        """The document that words mean at a mention."""
        if words.form == "symbol":
            return Answer(DocumentRef(words.symbol))
        if words.form == "present":
            return Answer(self.context.document)
        if words.form == "ibid":
            before = self.context.note_before(at.text_part.path[0])
            return Answer(self.notes.identity(before) if before else None, Grade.CONTEXT)
        noted = self.notes.first(at.notes)
        if noted is not None:
            return Answer(noted)
        if words.form == "that":
            return Answer(self._last_before(at), Grade.CONTEXT)
        if words.form == "none" or not words.described:
            return Answer(None, rivals=self._of_same_body(words) if words.form == "report" else ())
        fitting = self._fitting(words, at)
        return Answer(fitting[0], Grade.CONTEXT) if len(fitting) == 1 else Answer(None, rivals=fitting)

    def is_own_body(self, words: DocumentWords, at: CitationMention) -> bool:
        """Do the words say no more than that it is a report of the body whose report this is?"""
        if words.form != "report" or words.described or self.notes.first(at.notes) is not None:
            return False
        own = self.context.body
        return own is not None and self._body(words, at) in (own, None)

    def _body(self, words: DocumentWords, at: CitationMention) -> OrganizationRef | None:
        family = [ref for ref in self.context.family_names.values() if ref in words.bodies]
        return family[0] if family else self.bodies.resolve(words.bodies, at)[0]

    def _fitting(self, words: DocumentWords, at: CitationMention) -> tuple[Identity, ...]:
        """The documents that a description elsewhere in the report ties to the same body and time."""
        found: dict[Identity, None] = {}
        body = self._body(words, at)
        for mention, identity in self._known:
            other = mention.document
            same_time = set(words.years) & set(other.years)
            if words.dates and other.dates and words.dates[-1] != other.dates[-1]:
                same_time = set() if _full(words.dates[-1]) and _full(other.dates[-1]) else same_time
            other_body = self._body(other, mention)
            if same_time and (body is None or other_body is None or body == other_body):
                found.setdefault(identity)
        return tuple(found)

    def _of_same_body(self, words: DocumentWords) -> tuple[Entity, ...]:
        found = [identity for mention, identity in self._known if set(mention.document.bodies) & set(words.bodies)]
        return tuple(dict.fromkeys(found))

    def _last_before(self, at: CitationMention) -> Identity | None:
        """The report or symbol named last before, in the same text or the one before it."""
        index = bisect_left(self._in_order, at.order, key=lambda pair: pair[0])
        order, identity = self._in_order[index - 1] if index else ((-2, 0), None)
        return identity if at.order[0] - order[0] <= 1 else None

    @lazy
    def _in_order(self) -> list[tuple[tuple[int, int], Identity]]:
        known = [(mention.order, identity) for mention, identity in self._known]
        known += [
            (mention.order, DocumentRef(mention.symbol))
            for mention in self.context.of_type(SymbolMention)
            if mention.text_part.kind is not PartKind.NOTE
        ]
        return sorted(known, key=lambda pair: pair[0])


def _full(date: str) -> bool:
    """Does the date name a day, not only a month or year?"""
    return date[:1].isdigit() and " " in date


def _link_own(context: Context, symbol: SymbolMention, kind: str) -> Outcome:
    """A statement, resolution or decision by a symbol without its body, "PRST/8/1": that of the body that reports."""
    own = parse_symbol(context.report.symbol).body if context.report.symbol else ""
    if own.count("/") != 1:
        return unlinked(symbol, context.report, kind, Because.UNKNOWN_FORM)
    return linked(symbol, context.report, DocumentRef(f"{own}/{symbol.symbol}"), kind, Grade.CONTEXT)


def link_documents(context: Context, resolver: DocumentResolver) -> Iterator[Outcome]:
    """Links for every document and chapter that is cited; its own symbol, a page header, is none."""
    report = context.report
    for symbol in context.of_type(SymbolMention):
        if symbol.symbol == context.report.symbol:
            continue
        kind = "footnote-document" if symbol.bibliographic else "document-symbol"
        if symbol.symbol.startswith(_WITHOUT_BODY):
            yield _link_own(context, symbol, kind)
            continue
        yield linked(symbol, report, DocumentRef(symbol.symbol), kind, Grade.EXPLICIT)
    for sales in context.of_type(SalesMention):
        kind = "footnote-document" if sales.bibliographic else "publication"
        yield linked(sales, report, PublicationRef(sales.scheme, sales.number), kind, Grade.EXPLICIT)
    for series in context.of_type(SeriesMention):
        yield _link_series(context, resolver, series)
    for ibid in context.of_type(IbidMention):
        if ibid.bibliographic:
            before = context.note_before(ibid.text_part.path[0])
            identity = resolver.notes.identity(before) if before else None
            if identity is not None:
                yield linked(ibid, report, identity, "footnote-document", Grade.CONTEXT)
            else:
                yield unlinked(ibid, report, "footnote-document", Because.NO_CANDIDATE)
    for section in context.of_type(SectionMention):
        yield from _link_sections(context, resolver, section)


def _link_series(context: Context, resolver: DocumentResolver, mention: SeriesMention) -> Outcome:
    kind = "footnote-document" if mention.bibliographic else "publication"
    before = context.note_before(mention.text_part.path[0]) if mention.ibid and mention.text_part.path else None
    if not mention.number:
        return unlinked(mention, context.report, kind, Because.UNKNOWN_FORM)
    if mention.ibid and (before is None or not resolver.notes.series(before)):
        return unlinked(mention, context.report, kind, Because.NO_CANDIDATE)
    target = PublicationRef("unts", f"{mention.volume}/{mention.number}")
    return linked(mention, context.report, target, kind, Grade.CONTEXT if mention.ibid else Grade.EXPLICIT)


def _link_sections(context: Context, resolver: DocumentResolver, mention: SectionMention) -> Iterator[Outcome]:
    answer = resolver.resolve(mention.document, mention)
    document, grade = answer.document, answer.grade
    if resolver.is_own_body(mention.document, mention) and _has_sections(context, mention.paths):
        document, grade = context.document, Grade.CONTEXT
    own = document == context.document
    kind = "internal-section" if own else "report-paragraph"
    if not isinstance(document, DocumentRef):
        rivals = answer.rivals or ((document,) if document is not None else ())
        yield unlinked(mention, context.report, kind, undecided(rivals), rivals)
        return
    outcomes: list[tuple[Outcome, tuple[str, ...]]] = []
    for path in mention.paths:
        target = DocumentPartRef(document, PartRef(PartKind.SECTION, (path,)))
        outcome: Outcome = linked(mention, context.report, target, kind, Grade.CONTEXT if own else grade)
        if own and not _has_sections(context, (path,)):
            outcome = unlinked(mention, context.report, kind, Because.NO_CANDIDATE)
        outcomes.append((outcome, (path,)))
    yield from told_apart(context.report, outcomes)


def _has_sections(context: Context, paths: Sequence[str]) -> bool:
    return all(path in context.report.section_by_path for path in paths)
