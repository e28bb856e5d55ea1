"""Treaties: what a title, "the Protocol" or "its Protocols" means, and which footnoted titles are citations.

Takes treaty mentions in their context, gives links and open mentions. "The Protocol" means, in this order: what the
text itself defined; the one named before in the paragraph; the one in the headings above; the one the report is about;
the only one the report names. Two that fit equally stay open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.notes import NoteBook
from rapporteur.model import Because, Grade, InstrumentRef, PartKind, PartRef
from rapporteur.model.citations import CitationMention, TreatyMention
from rapporteur.patterns import load_patterns

Naming = tuple[TreatyMention, InstrumentRef | None]
"""A treaty's name, and the treaty: None for a title that the authorities do not hold."""

Answer = tuple[InstrumentRef | None, tuple[InstrumentRef, ...]]
"""What is meant, or None and the rivals."""


@dataclass(frozen=True)
class _Named:
    """The treaties that one noun fits, as far as the report names them.

    :ivar by_part: in each text, in reading order.
    :ivar defining: those that the text gives a short form.
    :ivar headed: those of the title and headings, each once; ``refs`` all, each once.
    """

    by_part: Mapping[PartRef, Sequence[Naming]]
    defining: tuple[Naming, ...] = ()
    headed: tuple[InstrumentRef | None, ...] = ()
    refs: tuple[InstrumentRef | None, ...] = ()

    @classmethod
    def of(cls, pairs: Sequence[Naming]) -> _Named:
        by_part: dict[PartRef, list[Naming]] = defaultdict(list)
        for mention, ref in pairs:
            by_part[mention.text_part].append((mention, ref))
        heads = (PartKind.REPORT, PartKind.SECTION)
        return cls(
            by_part,
            tuple((mention, ref) for mention, ref in pairs if mention.defines),
            _distinct(ref for mention, ref in pairs if mention.text_part.kind in heads),
            _distinct(ref for _, ref in pairs),
        )


@dataclass
class TreatyResolver:
    """Decides which treaty words mean."""

    context: Context
    _by_part: dict[PartRef, list[TreatyMention]] = field(default_factory=lambda: defaultdict(list))
    _fitting: dict[str, _Named] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named: dict[str, list[Naming]] = defaultdict(list)
        for mention in self.context.of_type(TreatyMention):
            self._by_part[mention.text_part].append(mention)
            if mention.form == "name" and len(mention.candidates) == 1:
                ref = mention.candidates[0]
                named[self.context.authorities.instruments[ref.id].generic].append((mention, ref))
            elif mention.form == "name" and not mention.candidates:
                named[mention.noun].append((mention, None))
        self._fitting = {noun: _Named.of(pairs) for noun, pairs in named.items()}

    def resolve(self, noun: str, at: CitationMention) -> Answer:
        """The treaty that "the Convention", "the Protocol" … means at a mention."""
        fitting = self._fitting.get(noun, _NOTHING)
        defined = {ref for m, ref in fitting.defining if noun == m.defines and m.order < at.order}
        if len(defined) == 1:
            return defined.pop(), ()
        here = [(m, ref) for m, ref in fitting.by_part.get(at.text_part, ()) if m.order < at.order]
        if here:
            last = here[-1][0].sentence
            return _only(ref for m, ref in here if m.sentence == last)
        for heading in self.context.heading_parts(at.text_part):
            over = [ref for _, ref in fitting.by_part.get(heading, ())]
            if over:
                return _only(over)
        own = self._own(noun, fitting)
        if own:
            return _only(own)
        if fitting.refs:
            return _only(fitting.refs)
        return None, tuple(i.ref for i in self.context.authorities.instruments.values() if i.generic == noun)

    def convention_before(self, at: CitationMention) -> Answer:
        """The convention whose protocols are meant: the treaty named directly before in the sentence, else context."""
        before = [m for m in self._by_part[at.text_part] if m.sentence == at.sentence and m.order < at.order]
        if before and before[-1].form == "name" and len(before[-1].candidates) == 1:
            ref = before[-1].candidates[0]
            return (ref, ()) if self.protocols_of(ref) else self.resolve("Convention", at)
        if before and before[-1].form == "anaphor" and before[-1].noun != "Protocol":
            return self.resolve(before[-1].noun, before[-1])
        return self.resolve("Convention", at)

    def protocols_of(self, convention: InstrumentRef) -> tuple[InstrumentRef, ...]:
        """The protocols that supplement a convention, as the authorities hold them."""
        books = self.context.authorities.instruments.values()
        return tuple(book.ref for book in books if book.parent == convention.id)

    def before(self, at: CitationMention) -> Iterator[TreatyMention]:
        """The treaties named or meant before in the same text, in reading order."""
        return (m for m in self._by_part[at.text_part] if m.order < at.order)

    def _is(self, ref: InstrumentRef, noun: str) -> bool:
        book = self.context.authorities.instruments.get(ref.id)
        return book is not None and book.generic == noun

    def _own(self, noun: str, fitting: _Named) -> tuple[InstrumentRef | None, ...]:
        """What the report is about: the treaties of its title and headings, their conventions, else of its family."""
        if fitting.headed:
            return fitting.headed
        books = self.context.authorities.instruments
        headed = [ref for named in self._fitting.values() for ref in named.headed if ref is not None]
        parents = [InstrumentRef(books[ref.id].parent) for ref in headed if books[ref.id].parent]
        if any(self._is(ref, noun) for ref in parents):
            return _distinct(ref for ref in parents if self._is(ref, noun))
        series = self.context.series
        families = [
            (len(family), book.ref)
            for book in books.values()
            for family in book.families
            if book.generic == noun and (series == family or series.startswith(family + "/"))
        ]
        nearest = max((length for length, _ in families), default=0)
        return _distinct(ref for length, ref in families if length == nearest)


def link_treaties(context: Context, notes: NoteBook, treaties: TreatyResolver) -> Iterator[Outcome]:
    """Links for every treaty mention that is one of its own."""
    for mention in context.of_type(TreatyMention):
        if mention.role == "inside":
            continue
        if mention.form == "protocols":
            yield from _link_protocols(context, treaties, mention)
        elif mention.form == "anaphor":
            yield _link_one(context, mention, treaties.resolve(mention.noun, mention), Grade.CONTEXT)
        elif any(notes.series(note) for note in mention.notes):
            answer = _only(mention.candidates)
            rule = load_patterns("citations")["treaty/footnoted"].rule
            if answer[0] is not None:
                yield linked(mention, context.report, answer[0], "treaty", Grade.EXPLICIT, rule=rule)
            else:
                yield unlinked(mention, context.report, "treaty", undecided(answer[1]), answer[1])
        elif not mention.candidates:
            because = Because.OUTSIDE_AUTHORITIES
            yield unlinked(mention, context.report, "treaty-mention", because, property="mentions")
        else:
            yield _link_one(context, mention, _only(mention.candidates), Grade.EXPLICIT)


def _link_one(context: Context, mention: TreatyMention, answer: Answer, grade: Grade) -> Outcome:
    target, rivals = answer
    if target is None:
        because = undecided(rivals)
        return unlinked(mention, context.report, "treaty-mention", because, rivals, property="mentions")
    return linked(mention, context.report, target, "treaty-mention", grade, property="mentions")


def _link_protocols(context: Context, treaties: TreatyResolver, mention: TreatyMention) -> Iterator[Outcome]:
    convention, rivals = treaties.convention_before(mention)
    protocols = treaties.protocols_of(convention) if convention is not None else ()
    for protocol in protocols:
        yield linked(mention, context.report, protocol, "treaty-mention", Grade.CONTEXT, property="mentions")
    if not protocols:
        because = Because.NAMES_A_SET if convention is not None else undecided(rivals)
        yield unlinked(mention, context.report, "treaty-mention", because, rivals, property="mentions")


def _only(refs: Iterable[InstrumentRef | None]) -> Answer:
    """The one treaty among ``refs``; a title that the authorities do not hold is a rival without a reference."""
    distinct = _distinct(refs)
    return (distinct[0], ()) if len(distinct) == 1 else (None, tuple(ref for ref in distinct if ref is not None))


_Ref = TypeVar("_Ref", InstrumentRef, InstrumentRef | None)


def _distinct(refs: Iterable[_Ref]) -> tuple[_Ref, ...]:
    return tuple(dict.fromkeys(refs))


_NOTHING = _Named({})
