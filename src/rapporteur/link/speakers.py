"""Attendance, statements and accessions: each listed name becomes a node of the meeting with a link to who it was.

Takes the mentions and the item of every passage, adds participations, statements and accessions to a `Tray`. A name
that cannot be linked gives an open mention; a statement by such a speaker is kept, without a speaker.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rapporteur.link.agenda import ItemsOfSections
from rapporteur.link.joined import apart
from rapporteur.link.listed import NameShelf, Resolved
from rapporteur.model import (
    Accession,
    AgendaItem,
    Because,
    Coined,
    ConceptRef,
    Entity,
    Grade,
    ItemRef,
    Linked,
    NodeRef,
    OrganizationRef,
    Participation,
    PartRef,
    Person,
    PersonRef,
    Presentation,
    Report,
    Source,
    Span,
    Statement,
    StateRef,
    Unlinked,
)
from rapporteur.model.actors import (
    AccessionMention,
    ActorMention,
    AttendanceMention,
    ListedName,
    PersonMention,
    StatementMention,
)
from rapporteur.model.citations import NameMention


@dataclass
class Tray:
    """What linking has made so far; the ids of nodes are given out in reading order.

    :ivar seats: places of the States that panellists represent; no mention of a State stands on them.
    """

    report: Report
    persons: list[Person] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    presentations: list[Presentation] = field(default_factory=list)
    accessions: list[Accession] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    unlinked: list[Unlinked] = field(default_factory=list)
    coined: dict[OrganizationRef, Coined] = field(default_factory=dict)
    seats: set[tuple[PartRef, Span]] = field(default_factory=set)
    _keys: Counter[NodeRef] = field(default_factory=Counter)
    _done: set[tuple[str, PersonRef, ItemRef | ConceptRef | None]] = field(default_factory=set)

    def node(self, kind: str, *key: str) -> NodeRef:
        """A node of that key; a second one is told apart by "~2"."""
        plain = NodeRef(kind, key)
        self._keys[plain] += 1
        return plain if self._keys[plain] == 1 else NodeRef(kind, (*key, f"~{self._keys[plain]}"))

    def first(self, kind: str, person: PersonRef, what: ItemRef | ConceptRef | None) -> bool:
        """Is this the first node of the kind for a person and an item or a role? From now on it no longer is."""
        key = (kind, person, what)
        known = key in self._done
        self._done.add(key)
        return not known

    def link(
        self,
        source: Source,
        property: str,
        target: Entity,
        mention: ActorMention | NameMention,
        kind: str,
        grade: Grade = Grade.EXPLICIT,
        score: float | None = None,
    ) -> None:
        """Add a link that rests on the words of a mention."""
        quote = self.report.quote(mention.span)
        part, rule = mention.part, mention.rule
        self.links.append(Linked(source, property, target, mention.span, quote, kind, part, grade, rule, score=score))

    def open(
        self,
        source: Source,
        property: str,
        mention: ActorMention | NameMention,
        kind: str,
        because: Because,
        candidates: tuple[Entity, ...] = (),
    ) -> None:
        """Add an open mention of the words of a mention."""
        quote = self.report.quote(mention.span)
        part, rule = mention.part, mention.rule
        self.unlinked.append(Unlinked(source, property, mention.span, quote, kind, part, because, rule, candidates))

    def coin(self, resolved: Resolved, mention: ListedName, kind: str) -> None:
        """Remember an organization that is named here only, by its first printed name."""
        if resolved.coined and isinstance(resolved.who, OrganizationRef):
            self.coined.setdefault(resolved.who, Coined(resolved.who, mention.words, kind))


def code_of(who: StateRef | OrganizationRef) -> str:
    """The element of a node's key that stands for a State or organization."""
    return who.code if isinstance(who, StateRef) else who.id


def link_attendance(tray: Tray, mention: AttendanceMention, shelf: NameShelf) -> None:
    """A participation of whoever is meant, or an open mention."""
    resolved = shelf.resolve(mention)
    if resolved.who is None:
        tray.open(mention.part, "participant", mention, "participation", resolved.because, resolved.candidates)
        return
    tray.coin(resolved, mention, mention.kind)
    node = tray.node("participation", code_of(resolved.who))
    tray.participations.append(
        Participation(
            node,
            resolved.who,
            mention.part,
            mention.words,
            mention.span,
            ConceptRef("capacity", mention.capacity) if mention.capacity else None,
            ConceptRef("role", mention.role) if mention.role else None,
        )
    )
    tray.link(node, "participant", resolved.who, mention, "participation", resolved.grade, resolved.score)


def link_statements(
    tray: Tray,
    mentions: tuple[StatementMention, ...],
    agenda: tuple[AgendaItem, ...],
    places: ItemsOfSections,
    shelf: NameShelf,
) -> None:
    """A statement of each speaker, under the item that its sentence, an earlier one or its section says."""
    numbers = {item.number for item in agenda}
    said: dict[PartRef, str] = {}
    for mention in mentions:
        if mention.item in numbers:
            said[mention.text_part] = mention.item
        if mention.is_set:
            tray.open(mention.part, "speaker", mention, "statement", Because.NAMES_A_SET)
            continue
        item: ItemRef | None
        if mention.item:
            item, grade = (ItemRef(mention.item) if mention.item in numbers else None), Grade.EXPLICIT
        elif mention.text_part in said:
            item, grade = ItemRef(said[mention.text_part]), Grade.CONTEXT
        else:
            placed = places.item_at(mention.part, mention.span.start)
            item, grade = placed if placed is not None else (None, Grade.EXPLICIT)
            grade = Grade.CONTEXT if placed is not None and grade is Grade.EXPLICIT else grade
        if mention.spoken_for:
            _link_spoken_for(tray, mention, item, shelf)
        else:
            _link_statement(tray, mention, item, grade, shelf)


def _link_spoken_for(tray: Tray, mention: StatementMention, item: ItemRef | None, shelf: NameShelf) -> None:
    """A statement whose speaker is not named, on behalf of those who are."""
    node = tray.node("statement", item.number if item else "none", "unnamed")
    tray.open(node, "speaker", mention, "statement", Because.NAMES_A_SET)
    found = _spoken_for(tray, node, mention.spoken_for, shelf)
    tray.statements.append(
        Statement(
            node,
            None,
            ConceptRef("capacity", mention.capacity),
            mention.part,
            mention.words,
            mention.span,
            item,
            found[0] if found else None,
            tuple(found[1:]),
        )
    )


def _spoken_for(
    tray: Tray, node: NodeRef, names: tuple[ListedName, ...], shelf: NameShelf, first: NameMention | None = None
) -> list[StateRef | OrganizationRef]:
    """Those for whom a statement was made, each with its link; a name that nobody bears stays open.

    :param first: one that is linked already.
    """
    found: list[StateRef | OrganizationRef] = []
    for name in (one for listed in names for one in apart(tray.report, listed, shelf)):
        if first is not None and name.at == first.at:
            continue
        resolved = shelf.spoken_for(name)
        if resolved.who is None:
            described = name.name is None and name.expects == "state"
            is_set = described or name.words[:1].islower() or name.words[:1].isdigit()
            because = Because.NAMES_A_SET if is_set else resolved.because
            tray.open(node, "onBehalfOf", name, "statement", because, resolved.candidates)
            continue
        tray.coin(resolved, name, "group")
        tray.link(node, "onBehalfOf", resolved.who, name, "statement", resolved.grade, resolved.score)
        found.append(resolved.who)
    return found


def link_behalf(
    tray: Tray, node: NodeRef, mention: StatementMention | PersonMention, shelf: NameShelf
) -> list[StateRef | OrganizationRef]:
    """All those for whom the speaker of a statement spoke, each with its link to the node of the statement."""
    behalf = mention.on_behalf_of.candidates if mention.on_behalf_of else ()
    groups = [c for c in behalf if isinstance(c, StateRef | OrganizationRef)]
    others = _spoken_for(tray, node, mention.also_for, shelf, mention.on_behalf_of)
    if len(groups) != 1 or mention.on_behalf_of is None:
        return others
    tray.link(node, "onBehalfOf", groups[0], mention.on_behalf_of, "statement")
    return [groups[0], *others]


def _link_statement(
    tray: Tray, mention: StatementMention, item: ItemRef | None, grade: Grade, shelf: NameShelf
) -> None:
    resolved = shelf.resolve(mention)
    who = resolved.who
    node = tray.node("statement", item.number if item else "none", code_of(who) if who else "unnamed")
    spoken = link_behalf(tray, node, mention, shelf)
    tray.statements.append(
        Statement(
            node,
            who,
            ConceptRef("capacity", mention.capacity),
            mention.part,
            mention.words,
            mention.span,
            item,
            spoken[0] if spoken else None,
            tuple(spoken[1:]),
        )
    )
    if who is None:
        tray.open(node, "speaker", mention, "statement", resolved.because, resolved.candidates)
        return
    tray.coin(resolved, mention, "")
    best = resolved.grade if resolved.grade is Grade.SIMILAR else grade
    tray.link(node, "speaker", who, mention, "statement", best, resolved.score)


def link_accession(tray: Tray, mention: AccessionMention, shelf: NameShelf) -> None:
    """An accession of whoever is meant to the instrument that is meant, or an open mention."""
    resolved = shelf.resolve(mention, coin=False)
    if resolved.who is None or len(mention.instruments) != 1:
        several = len(mention.instruments) > 1 and resolved.who is not None
        because = Because.SEVERAL_CANDIDATES if several else resolved.because
        rivals: tuple[Entity, ...] = mention.instruments if resolved.who is not None else resolved.candidates
        tray.open(mention.part, "participant", mention, "accession", because, rivals)
        return
    node = tray.node("accession", mention.instruments[0].id, code_of(resolved.who))
    tray.accessions.append(
        Accession(node, resolved.who, mention.instruments[0], mention.part, mention.words, mention.span)
    )
    grade = Grade.CONTEXT if mention.anaphor and resolved.grade is Grade.EXPLICIT else resolved.grade
    tray.link(node, "participant", resolved.who, mention, "accession", grade, resolved.score)


def link_state(tray: Tray, mention: NameMention) -> None:
    """A naming of a State outside the lists: one bearer is a link, several stay open, as does what may be no State."""
    if mention.shared:
        tray.open(mention.part, "mentions", mention, "state", Because.OUTSIDE_AUTHORITIES, mention.candidates)
    elif len(mention.candidates) == 1:
        tray.link(mention.part, "mentions", mention.candidates[0], mention, "state")
    else:
        tray.open(mention.part, "mentions", mention, "state", Because.SEVERAL_CANDIDATES, mention.candidates)
