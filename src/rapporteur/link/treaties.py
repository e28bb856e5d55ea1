"""Treaties: what a title, "the Protocol" or "its Protocols" means, and which footnoted titles are citations.

Takes treaty mentions in their context, gives links and open mentions. "The Protocol" means, in this order: what the
text itself defined; the one named before in the paragraph; the one in the headings above; the one the report is about;
the only one the report names. Two that fit equally stay open. Where the family of the report is about one treaty that
bears the noun, "the Convention" means that one, whichever else was named before; "that Convention" does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.notes import NoteBook
from rapporteur.link.set_up import treaty_of_body
from rapporteur.link.treaties_named import NOTHING, Answer, Named, Naming, distinct, only
from rapporteur.link.treaty_titles import begun_titles, led_titles, likeness, one_title
from rapporteur.model import Because, Coined, Grade, InstrumentRef, PartRef
from rapporteur.model.citations import CitationMention, OrganizationMention, TreatyMention
from rapporteur.model.slugs import slug
from rapporteur.model.swift import lazy
from rapporteur.patterns import load_patterns


@dataclass
class TreatyResolver:
    """Decides which treaty words mean."""

    context: Context
    _by_part: dict[PartRef, list[TreatyMention]] = field(default_factory=lambda: defaultdict(list))
    _fitting: dict[str, Named] = field(default_factory=dict)
    _full: dict[str, str] = field(default_factory=dict)
    _begun: dict[str, tuple[InstrumentRef, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named: dict[str, list[Naming]] = defaultdict(list)
        mentions = self.context.of_type(TreatyMention)
        self._full = one_title([m for m in mentions if m.title])
        led = led_titles([m for m in mentions if m.form == "name" and not m.shared])
        self._full = {short: led.get(slug(title), title) for short, title in self._full.items()} | led
        for short, longer in begun_titles(mentions).items():
            self._begun[short] = longer.candidates
            self._full[short] = self._full.get(slug(longer.title), longer.title or longer.words)
        for mention in mentions:
            self._by_part[mention.text_part].append(mention)
            if mention.form == "name" and not mention.shared:
                ref = self.named(mention)
                for noun in self._nouns(mention, ref):
                    named[noun].append((mention, ref))
        self._fitting = {noun: Named.of(pairs) for noun, pairs in named.items()}

    def named(self, mention: TreatyMention) -> InstrumentRef | None:
        """The treaty that a name means: of the authorities, else one named here only; None where that is not sure."""
        if mention.candidates:
            return mention.candidates[0] if len(mention.candidates) == 1 and not mention.shared else None
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
        if known := self._begun.get(slug(title)):
            return known[0]
        return InstrumentRef(f"ilo-convention-no-{number}" if number else slug(self.full_title(title)))

    def is_beginning(self, title: str) -> bool:
        """Is a title the beginning of another treaty's, which it stands for?"""
        return slug(title) in self._begun

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
        for heading in self.context.heading_parts(at.text_part):
            over = [ref for _, ref in fitting.by_part.get(heading, ())]
            if over:
                return only(over)
        own = self._own(noun, fitting)
        if own:
            return only(own)
        if fitting.refs and (fitting.count > 1 or not (here or self.context.main_document)):
            return only(fitting.refs)
        if not fitting.refs and (of_body := self._of_body(noun, at)) is not None:
            return of_body, ()
        return None, tuple(i.ref for i in self.context.authorities.instruments.values() if i.generic == noun)

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


def link_treaties(context: Context, notes: NoteBook, treaties: TreatyResolver) -> Iterator[Outcome]:
    """Links for every treaty mention that is one of its own; a treaty named here only is minted once."""
    coined: set[InstrumentRef] = set()
    for mention in context.of_type(TreatyMention):
        ref = treaties.named(mention) if mention.form == "name" else None
        known = mention.candidates or (ref is not None and ref.id in context.authorities.instruments)
        if ref is not None and not known and ref not in coined:
            coined.add(ref)
            yield Coined(ref, treaties.full_title(mention.title or mention.words))
        if mention.role == "plain":
            yield from _link(context, notes, treaties, mention)


def _link(context: Context, notes: NoteBook, treaties: TreatyResolver, mention: TreatyMention) -> Iterator[Outcome]:
    match mention.form:
        case "protocols":
            yield from _link_protocols(context, treaties, mention)
        case "set":
            yield from _link_set(context, mention)
        case "protocol-of":
            yield _link_one(context, mention, treaties.protocol_of(mention), Grade.CONTEXT)
        case "anaphor":
            yield _link_one(context, mention, treaties.resolve(mention.noun, mention, mention.year), Grade.CONTEXT)
        case "name":
            yield _link_named(context, notes, treaties, mention)


def _link_named(context: Context, notes: NoteBook, treaties: TreatyResolver, mention: TreatyMention) -> Outcome:
    ref = treaties.named(mention)
    if ref is None and mention.shared:
        because, rivals = Because.UNKNOWN_FORM, mention.candidates
        return unlinked(mention, context.report, "treaty-mention", because, rivals, property="mentions")
    if any(notes.series(note) for note in mention.notes):
        rule = load_patterns("citations")["treaty/footnoted"].rule
        if ref is not None:
            return linked(mention, context.report, ref, "treaty", Grade.EXPLICIT, rule=rule)
        return unlinked(mention, context.report, "treaty", undecided(mention.candidates), mention.candidates)
    if ref is None and not mention.candidates:
        because = Because.OUTSIDE_AUTHORITIES
        return unlinked(mention, context.report, "treaty-mention", because, property="mentions")
    answer = (ref, ()) if ref is not None else (None, mention.candidates)
    if mention.similar and ref is not None:
        titles = (context.authorities.instruments[ref.id].title, *context.authorities.instruments[ref.id].names)
        score = max(round(likeness(mention.words, title), 6) for title in titles)
        link = linked(mention, context.report, ref, "treaty-mention", Grade.SIMILAR, property="mentions")
        return replace(link, score=score)
    begun = not mention.candidates and treaties.is_beginning(mention.title)
    return _link_one(context, mention, answer, Grade.CONTEXT if begun else Grade.EXPLICIT)


def _link_set(context: Context, mention: TreatyMention) -> Iterator[Outcome]:
    """Every protocol of the set; an open mention where the words count fewer than there are, or none is known."""
    if mention.counted in ("", _COUNTS.get(len(mention.candidates), "all")) and mention.candidates:
        for ref in mention.candidates:
            yield linked(mention, context.report, ref, "treaty-mention", Grade.EXPLICIT, property="mentions")
        return
    because = Because.NAMES_A_SET
    yield unlinked(mention, context.report, "treaty-mention", because, mention.candidates, property="mentions")


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


def _points_back(at: CitationMention, noun: str) -> bool:
    """Do the words take up what was named last: "that Convention", which is not the one the report is about?"""
    return at.words.rpartition(noun)[0].rstrip().lower().endswith((" that", " this", " said", " same", "that", "this"))


REACH = 10
"""How many sentences back in one text "the Convention" may mean what was named there."""

_COUNTS = {2: "two", 3: "three"}
