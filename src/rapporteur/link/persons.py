"""Persons: who was chair, who sat on a panel and presented, and every naming of a person.

Somebody on a panel, or who opens a paragraph by presenting under an agenda item, gives a participation and a
presentation. The presentation is recorded in the paragraph that introduces the panel, else in the one that tells what
was presented. Persons who are merely named get their mentions and nothing more. The State in a panellist's brackets is
whom the panellist represents: the evidence of that, and no further naming of the State.
"""

from __future__ import annotations

from collections import defaultdict

from rapporteur.link.agenda import ItemsOfSections
from rapporteur.link.listed import NameShelf, Who
from rapporteur.link.speakers import Tray, link_behalf
from rapporteur.model import (
    Because,
    ConceptRef,
    Grade,
    NodeRef,
    Participation,
    Person,
    PersonRef,
    Presentation,
    Statement,
    StateRef,
)
from rapporteur.model.actors import ListedName, PersonMention
from rapporteur.model.slugs import slug

_MANDATE = "person/mandate-before"
"""The rule by which the words before a name say that its bearer holds a mandate."""


def link_persons(tray: Tray, mentions: tuple[PersonMention, ...], places: ItemsOfSections, shelf: NameShelf) -> None:
    """Every person with what they did, and a link for each naming."""
    by_family: dict[str, list[PersonRef]] = defaultdict(list)
    introduced: dict[PersonRef, PersonMention] = {}
    for mention in mentions:
        ref = PersonRef(slug(mention.name))
        if mention.introduces and ref not in introduced:
            introduced[ref] = mention
            by_family[slug(mention.name.rpartition(" ")[2])].append(ref)
            tray.persons.append(Person(ref, mention.name, mention.span, mention.part))
    on_panel = {PersonRef(slug(m.name)) for m in mentions if m.role == "panellist"}
    for mention in mentions:
        bearers = by_family[slug(mention.name)] if mention.short else [PersonRef(slug(mention.name))]
        if len(bearers) != 1:
            tray.open(mention.part, "mentions", mention, "person", Because.SEVERAL_CANDIDATES, tuple(bearers))
            continue
        person = bearers[0]
        grade = Grade.CONTEXT if mention.short else Grade.EXPLICIT
        tray.link(mention.part, "mentions", person, mention, "person", grade)
        participation = None
        if mention.role == "panellist" or (not mention.role and mention.presents and person not in on_panel):
            participation = _present(tray, person, mention, places, shelf)
        elif mention.role:
            _participate(tray, person, mention, mention.role, shelf)
        if mention.representing is not None:
            _link_brackets(tray, mention, mention.representing, participation, shelf)
        if mention.role == "speaker":
            _speak(tray, person, mention, places, shelf)


def _speak(tray: Tray, person: PersonRef, mention: PersonMention, places: ItemsOfSections, shelf: NameShelf) -> None:
    """A statement by a person, under the item that its section treats; none beside that of the State spoken for."""
    state = mention.representing
    if state is not None and any((one.recorded_in, one.span) == (state.part, state.span) for one in tray.statements):
        return
    placed = places.item_at(mention.part, mention.span.start)
    item = placed[0] if placed is not None else None
    node = tray.node("statement", item.number if item else "none", person.id)
    spoken = link_behalf(tray, node, mention, shelf)
    own = (mention.part, mention.words, mention.span, item)
    tray.statements.append(Statement(node, person, None, *own, spoken[0] if spoken else None, tuple(spoken[1:])))
    tray.link(node, "speaker", person, mention, "statement", Grade.CONTEXT if mention.short else Grade.EXPLICIT)


def _present(
    tray: Tray, person: PersonRef, mention: PersonMention, places: ItemsOfSections, shelf: NameShelf
) -> NodeRef | None:
    """A participation, given if it is new, and one presentation for each item: a panellist's, that of the holder of a
    mandate, or that of somebody else who presented something, which needs an item."""
    placed = places.item_at(mention.part, mention.span.start)
    mandate = mention.rule.id == _MANDATE
    if placed is None and mention.role != "panellist" and not mandate:
        return None
    item = placed[0] if placed is not None else None
    if not tray.first("presentation", person, item):
        return None
    participation = _participate(tray, person, mention, "speaker" if mandate else "panellist", shelf)
    node = tray.node("presentation", item.number if item else "none", person.id)
    tray.presentations.append(Presentation(node, person, mention.part, mention.words, mention.span, item))
    grade = Grade.EXPLICIT if mention.role == "panellist" or mandate else Grade.CONTEXT
    tray.link(node, "speaker", person, mention, "presentation", grade)
    return participation


def _participate(tray: Tray, person: PersonRef, mention: PersonMention, role: str, shelf: NameShelf) -> NodeRef | None:
    """A participation in a role, once for each role: None for the second."""
    concept = ConceptRef("role", role)
    if not tray.first("participation", person, concept):
        return None
    node = tray.node("participation", person.id)
    tray.participations.append(
        Participation(
            node,
            person,
            mention.part,
            mention.words,
            mention.span,
            role=concept,
            representing=_representing(mention, shelf),
            office=mention.office,
        )
    )
    grade = Grade.EXPLICIT if mention.role and not mention.short else Grade.CONTEXT
    tray.link(node, "participant", person, mention, "participation", grade)
    return node


def _representing(mention: PersonMention, shelf: NameShelf) -> Who | None:
    """Whom the brackets behind the name say, or the office around it, else the one State that the bearer told of."""
    if mention.representing is not None:
        return shelf.resolve(mention.representing, coin=False).who
    states = {c for name in mention.nearby for c in name.candidates if isinstance(c, StateRef)}
    return next(iter(states)) if len(states) == 1 else None


def _link_brackets(
    tray: Tray, mention: PersonMention, inside: ListedName, participation: NodeRef | None, shelf: NameShelf
) -> None:
    """What stands in brackets: whom a panellist represents, if it is a State; else a name in no authority, near to
    that of one State, is a mention of it, or stays open."""
    resolved = shelf.resolve(inside, coin=False)
    state = resolved.who if isinstance(resolved.who, StateRef) else None
    if state is not None and participation is not None and mention.role == "panellist":
        tray.link(participation, "representing", state, inside, "state", resolved.grade, resolved.score)
        tray.seats.add((inside.part, inside.span))
    elif inside.name is None and resolved.who is None:
        tray.open(inside.part, "mentions", inside, "state", resolved.because, resolved.candidates)
    elif inside.name is None and state is not None:
        tray.link(inside.part, "mentions", state, inside, "state", resolved.grade, resolved.score)
