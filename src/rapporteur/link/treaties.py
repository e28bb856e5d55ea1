"""Treaties: what a title, "the Protocol" or "its Protocols" means.

Takes treaty mentions in their context, gives the treaties they mean or the rivals. "The Protocol" means, in this order:
what the text itself defined; the one named before in the paragraph; the one in the headings above; the one the report
is about; the one that a protocol named before is to; the only one the report names. Two that fit equally stay open.
Where the family of the report is about one treaty that bears the noun, "the Convention" means that one, whichever else
was named before; "that Convention" does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapporteur.link.context import Context
from rapporteur.link.set_up import treaty_of_body
from rapporteur.link.treaties_named import NOTHING, Answer, Named, Naming, distinct, only
from rapporteur.link.treaty_titles import begins, begun_titles, led_titles, one_title
from rapporteur.model import InstrumentRef, PartKind, PartRef
from rapporteur.model.citations import CitationMention, OrganizationMention, TreatyMention
from rapporteur.model.slugs import slug
from rapporteur.model.swift import lazy


@dataclass
class TreatyResolver:
    """Decides which treaty words mean."""

    context: Context
    _by_part: dict[PartRef, list[TreatyMention]] = field(default_factory=lambda: defaultdict(list))
    _fitting: dict[str, Named] = field(default_factory=dict)
    _full: dict[str, str] = field(default_factory=dict)
    _begun: dict[str, TreatyMention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named: dict[str, list[Naming]] = defaultdict(list)
        mentions = self.context.of_type(TreatyMention)
        self._full = one_title([m for m in mentions if m.title])
        led = led_titles([m for m in mentions if m.form == "name" and not m.shared])
        self._full = {short: led.get(slug(title), title) for short, title in self._full.items()} | led
        for short, longer in begun_titles(mentions).items():
            self._begun[short] = longer
            self._full[short] = self._full.get(slug(longer.title), longer.title or longer.words)
        for mention in mentions:
            self._by_part[mention.text_part].append(mention)
            if mention.form == "name" and not mention.shared:
                ref = self.named(mention)
                for noun in self._nouns(mention, ref):
                    named[noun].append((mention, ref))
        self._fitting = {noun: Named.of(pairs, self.is_head) for noun, pairs in named.items()}

    def is_head(self, mention: TreatyMention) -> bool:
        """Does a name stand in the title or a heading, and not in what follows the heading without a number?"""
        part = mention.text_part
        if part.kind is not PartKind.SECTION:
            return part.kind is PartKind.REPORT
        section = self.context.report.section_by_path.get(part.path[0]) if part.path else None
        return section is None or mention.at[1] <= len(section.title) + _LABEL

    def named(self, mention: TreatyMention) -> InstrumentRef | None:
        """The treaty that a name means: of the authorities, else one named here only; None where that is not sure."""
        if mention.candidates:
            return mention.candidates[0] if len(mention.candidates) == 1 and not mention.shared else None
        if self.before_its_title(mention, mention.title) or self.beginnings(mention.title):
            return None
        if mention.noun == "Optional Protocol" and (sister := self._by_topic(mention)) is not None:
            return sister
        known = mention.title or slug(mention.words) in self._full
        return self.here_only(mention.title or mention.words, mention.number) if known else None

    def _by_topic(self, mention: TreatyMention) -> InstrumentRef | None:
        """ "Optional Protocol on a buoys procedure": the one of that topic to a convention named in the same text."""
        title = mention.words.casefold()
        near = {m.candidates for m in self._by_part[mention.text_part] if m.order < mention.order}
        fitting = [
            book.ref
            for book in self.context.authorities.instruments.values()
            if any(title.endswith(topic.casefold()) for topic in book.topics) and (InstrumentRef(book.parent),) in near
        ]
        return fitting[0] if len(fitting) == 1 else None

    def here_only(self, title: str, number: str = "") -> InstrumentRef:
        """A treaty that the authorities do not hold: by its number, else by its full title in this report.

        It is one that they hold where its title is the beginning of that one's: "the Strelsau Convention".
        """
        if (longer := self._begun.get(slug(title))) is not None and longer.candidates:
            return longer.candidates[0]
        return InstrumentRef(f"ilo-convention-no-{number}" if number else slug(self.full_title(title)))

    def is_beginning(self, title: str) -> bool:
        """Is a title the beginning of another treaty's, which it stands for?"""
        return slug(title) in self._begun

    def before_its_title(self, at: CitationMention, title: str) -> bool:
        """Does a title stand before the longer one in one text? Another treaty may be meant that begins so."""
        longer = self._begun.get(slug(title))
        titles = () if longer is None else (m for m in self._by_part[at.text_part] if m.words == longer.words)
        return (first := next(iter(titles), None)) is not None and at.order < first.order

    def beginnings(self, title: str) -> tuple[InstrumentRef, ...]:
        """The treaties of the authorities that a title is the mere beginning of, where the report names none such."""
        if not title or slug(title) in self._begun or slug(self.full_title(title)) != slug(title):
            return ()
        return tuple(book.ref for book in self.context.authorities.instruments.values() if begins(title, book.title))

    def full_title(self, title: str) -> str:
        """The title that a short title stands for in this report; the title itself where it is none."""
        return self._full.get(slug(title), title)

    @lazy
    def _adopted(self) -> dict[str, str]:
        return {id: book.year for id, book in self.context.authorities.instruments.items()}

    def _nouns(self, mention: TreatyMention, ref: InstrumentRef | None) -> tuple[str, ...]:
        """By which nouns the treaty is called again: an Optional Protocol is "the Protocol" too."""
        book = self.context.authorities.instruments.get(ref.id) if ref is not None else None
        noun = book.generic if book is not None else mention.noun
        return (noun, "Protocol") if noun == "Optional Protocol" else (noun,)

    def resolve(self, noun: str, at: CitationMention, year: str = "") -> Answer:
        """The treaty that "the Convention", "the Protocol", "the 1931 Protocol" … means at a mention."""
        fitting = self._fitting.get(noun, NOTHING)
        if year:
            return fitting.of_year(year, self._adopted)
        defined = {ref for m, ref in fitting.defining if noun == m.defines and m.order < at.order}
        here = [(m, ref) for m, ref in fitting.by_part.get(at.text_part, ()) if m.order < at.order]
        near = bool(here) and at.sentence - here[-1][0].sentence <= REACH
        if len(defined) == 1 and not (near and _points_back(at, noun)):
            return defined.pop(), ()
        if near:
            last = here[-1][0].sentence
            named = only(ref for m, ref in here if m.sentence == last)
            house = () if _points_back(at, noun) else self._of_family(noun)
            if len(house) == 1 and named[0] is not None and named[0] != house[0] and house[0] in fitting.refs:
                return house[0], ()
            return named
        headings = [fitting.by_part.get(heading, ()) for heading in self.context.heading_parts(at.text_part)]
        for named_over in headings:
            over = [ref for mention, ref in named_over if self.is_head(mention)]
            if over:
                return only(over)
        own = self._own(noun, fitting)
        if own:
            return only(own)
        for named_over in headings:
            if named_over:
                return only(ref for _, ref in named_over)
        above = self._above(noun, at)
        if len(above) == 1 and set(fitting.refs) <= set(above):
            return above[0], ()
        if fitting.before(at) and (fitting.count > 1 or not (here or self.context.main_document)):
            return only((*fitting.refs, *above))
        if not fitting.refs and (of_body := self._of_body(noun, at)) is not None:
            return of_body, ()
        return None, tuple(i.ref for i in self.context.authorities.instruments.values() if i.generic == noun)

    def _above(self, noun: str, at: CitationMention) -> tuple[InstrumentRef, ...]:
        """The treaties of that noun that protocols named before in the text are to; none beside "the … Conventions"."""
        if any(mention.form == "set" and mention.noun == noun for mention in self.before(at)):
            return ()
        books = self.context.authorities.instruments
        named = (self.named(m) for m in self.before(at) if m.form == "name" and at.sentence - m.sentence <= REACH)
        parents = (books[ref.id].parent for ref in named if ref is not None and ref.id in books)
        return distinct(ref for ref in map(InstrumentRef, filter(None, parents)) if self._is(ref, noun))

    def _of_body(self, noun: str, at: CitationMention) -> InstrumentRef | None:
        """The one treaty of that noun that names of bodies before it in the text end with, where no treaty is named."""
        known = treaty_of_body(self.context.authorities)
        bodies = [
            mention.candidates[0]
            for mention in self.context.of_type(OrganizationMention)
            if mention.text_part == at.text_part and mention.order < at.order and len(mention.candidates) == 1
        ]
        of_noun = [known[ref] for ref in bodies if ref in known and self._is(known[ref], noun)]
        return of_noun[-1] if len(set(of_noun)) == 1 else None

    def convention_before(self, at: CitationMention) -> Answer:
        """The convention whose protocols are meant: the treaty named directly before in the sentence, else context."""
        before = [m for m in self._by_part[at.text_part] if m.sentence == at.sentence and m.order < at.order]
        if before and before[-1].form == "name" and len(before[-1].candidates) == 1:
            ref = before[-1].candidates[0]
            return (ref, ()) if self.protocols_of(ref) else self.resolve("Convention", at)
        if before and before[-1].form == "anaphor" and before[-1].noun != "Protocol":
            return self.resolve(before[-1].noun, before[-1], before[-1].year)
        return self.resolve("Convention", at)

    def protocol_of(self, at: TreatyMention) -> Answer:
        """ "its Optional Protocol": the one protocol to the treaty named directly before, or named with its year."""
        if at.year:
            return self.resolve(at.noun, at, at.year)
        before = [m for m in self._by_part[at.text_part] if m.order < at.order and m.sentence == at.sentence]
        if not before:
            return None, ()
        parent = self.named(before[-1]) if before[-1].form == "name" else None
        if before[-1].form == "anaphor":
            parent = self.resolve(before[-1].noun, before[-1], before[-1].year)[0]
        if parent is None:
            return None, ()
        books = self.context.authorities.instruments
        if parent.id in books and books[parent.id].parent:
            parent = InstrumentRef(books[parent.id].parent)
        fitting = [books[ref.id] for ref in self.protocols_of(parent) if books[ref.id].generic == at.noun]
        counted = [book for book in fitting if at.ordinal in book.ordinals]
        plain = [book for book in fitting if not book.topics]
        return only(book.ref for book in (counted if at.ordinal else plain if len(plain) == 1 else fitting))

    def protocols_of(self, convention: InstrumentRef) -> tuple[InstrumentRef, ...]:
        """The protocols that supplement a convention, as the authorities hold them."""
        books = self.context.authorities.instruments.values()
        return tuple(book.ref for book in books if book.parent == convention.id)

    def before(self, at: CitationMention) -> Iterator[TreatyMention]:
        """The treaties named or meant before in the same text, in reading order."""
        return (m for m in self._by_part[at.text_part] if m.order < at.order)

    def before_in(self, part: PartRef) -> Sequence[TreatyMention]:
        """The treaties that a heading or title names."""
        return self._by_part.get(part, ())

    def _is(self, ref: InstrumentRef, noun: str) -> bool:
        book = self.context.authorities.instruments.get(ref.id)
        return book is not None and book.generic == noun

    def _own(self, noun: str, fitting: Named) -> tuple[InstrumentRef | None, ...]:
        """What the report is about: those of its title and headings, their conventions, or of its house or family."""
        books = self.context.authorities.instruments
        if fitting.headed:
            family = () if any(ref is not None and ref.id in books for ref in fitting.headed) else self._of_family(noun)
            return family or fitting.headed
        headed = [
            ref for named in self._fitting.values() for ref in named.headed if ref is not None and ref.id in books
        ]
        parents = [InstrumentRef(books[ref.id].parent) for ref in headed if books[ref.id].parent]
        if any(self._is(ref, noun) for ref in parents):
            return distinct(ref for ref in parents if self._is(ref, noun))
        if (house := self.context.house_treaty(noun)) is not None:
            return (house,)
        return self._of_family(noun)

    @lazy
    def watched(self) -> InstrumentRef | None:
        """The treaty that the committee watches over whose concluding observations the report holds."""
        own = (*self._of_family("Covenant"), *self._of_family("Convention"))
        return own[0] if len(own) == 1 and self.context.report.house.style.id == "treaty-body" else None

    def _of_family(self, noun: str) -> tuple[InstrumentRef, ...]:
        """The treaties of that noun that the family of the report is about, by its symbol or the body in its title."""
        series = self.context.series
        families = [
            (len(family), book.ref)
            for book in self.context.authorities.instruments.values()
            for family in book.families
            if book.generic == noun and (series == family or series.startswith(family + "/"))
        ]
        nearest = max((length for length, _ in families), default=0)
        return distinct(ref for length, ref in families if length == nearest)


def _points_back(at: CitationMention, noun: str) -> bool:
    """Do the words take up what was named last: "that Convention", which is not the one the report is about?"""
    return at.words.rpartition(noun)[0].rstrip().lower().endswith((" that", " this", " said", " same", "that", "this"))


_LABEL = 12
"""Letters of a heading's label and star that its title may not have."""

REACH = 10
"""How many sentences back in one text "the Convention" may mean what was named there."""
