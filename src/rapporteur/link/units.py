"""Recommendations linked: unit mentions → `Recommendation`s with addressee, strength and secondary actors, or silence.

A unit that shares the subject of the unit before it, or whose subject is a thing, has that unit's addressee (grade
``context``); under a chapeau the chapeau's (grade ``structure``). Without such words the addressee stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapporteur.authorities import Authorities
from rapporteur.link.context import undecided
from rapporteur.link.listed import NameShelf
from rapporteur.link.recommenders import link_recommenders
from rapporteur.model import (
    AgendaItem,
    Because,
    ConceptRef,
    Entity,
    Grade,
    ItemRef,
    Linked,
    OrganizationRef,
    PartRef,
    Recommendation,
    Report,
    Rule,
    Span,
    StateRef,
    UnitRef,
    Unlinked,
)
from rapporteur.model.units import ActorMention, UnitMention, UnitMentions
from rapporteur.patterns import load_patterns

Addressee = ConceptRef | StateRef | OrganizationRef

SHARED = Rule("addressee/shared", "A second operator of the same sentence has the subject of the first.")
AGENTLESS = Rule("addressee/agentless", "A unit whose subject is a thing has the addressee of the unit before it.")
BEFORE = Rule("addressee/before", "A body that binds itself is the one that the pronoun takes up.")
TAKEN_UP = Rule("addressee/taken-up", "“It”, who is asked, is the one that the unit before it asks.")
STATE_PARTY = Rule("addressee/subject", "In a document about one State “the State party” is that State.")
_DEFINITE = "addressee/state-party"
"""The form of words that finds "the State party"."""
_SECRETARIAT_OF = "agent/secretariat-of"
"""The form of words that finds a secretariat with the name of its body."""
CHAPEAU = Rule("addressee/chapeau", "A lettered part has the addressee and the operator of its chapeau.")


@dataclass(frozen=True, slots=True)
class UnitLinks:
    """Recommendations in reading order, with the evidence for their addressees, strengths and secondary actors."""

    recommendations: tuple[Recommendation, ...]
    links: tuple[Linked, ...]
    unlinked: tuple[Unlinked, ...]


@dataclass(frozen=True, slots=True)
class _Addressed:
    """What a unit hands on to the next one of its paragraph."""

    paragraph: PartRef
    actors: tuple[ActorMention, ...]


def link_units(
    report: Report,
    units: UnitMentions,
    agenda: Sequence[AgendaItem],
    authorities: Authorities,
    bodies: Mapping[Span, OrganizationRef],
    subject: StateRef | None = None,
) -> UnitLinks:
    """Link every unit of a report.

    :param agenda: the items of the meeting; a unit belongs to the item that is discussed in its innermost section,
        else in the next section above.
    :param bodies: the body that each name in the report was found to mean; a short name means no other as addressee.
    :param subject: the one State that the report says it is about.
    """
    who = _Who(authorities, bodies)
    recommendations: list[Recommendation] = []
    links: list[Linked] = []
    unlinked: list[Unlinked] = []
    before: _Addressed | None = None
    shelf = NameShelf(authorities, report.issued or report.record.issued)
    for unit in units.units:
        ref = UnitRef(unit.number)
        actors, grade, rule = _actors(unit, before)
        addressees: list[Addressee] = []
        for actor in actors:
            target = _addressee(actor, who)
            if actor.rule.id == _SECRETARIAT_OF and _is_own(report, actor):
                target = ConceptRef("addressee", "secretariat")
            if actor.rule.id == _DEFINITE and subject is not None:
                target, grade, rule = subject, Grade.CONTEXT, STATE_PARTY
            elif actor.rule.id == _DEFINITE:
                target, rule = (Because.NO_CANDIDATE, ()), actor.rule
            if isinstance(target, ConceptRef | StateRef | OrganizationRef):
                addressees.append(target)
                links.append(_link(report, ref, "addressee", target, actor, grade, rule or actor.rule))
            else:
                unlinked.append(_open(report, ref, "addressee", actor, target, rule or actor.rule))
        if not actors:
            unlinked.append(_without_addressee(report, unit, ref))
        strength = ConceptRef("strength", unit.operator.strength)
        links.append(_strength(report, unit, ref, strength))
        secondary = _secondary(report, unit, ref, who, links, unlinked)
        made = link_recommenders(report, unit, shelf)
        links += made.links
        unlinked += made.unlinked
        recommendations.append(
            Recommendation(
                ref=ref,
                text=unit.words,
                span=unit.span,
                recorded_in=unit.part,
                section=unit.section,
                operator=unit.operator.norm,
                operator_span=unit.operator.span,
                strength=strength,
                actions=unit.actions,
                addressees=tuple(dict.fromkeys(addressees)),
                secondary_actors=secondary,
                chapeau=unit.chapeau,
                chapeau_span=unit.chapeau_span,
                item=_item(report, unit.section, agenda),
                recommended_by=made.states,
                wordings=made.wordings,
                chapeau_in=unit.chapeau_in,
            )
        )
        before = _Addressed(unit.paragraph, actors)
    return UnitLinks(tuple(recommendations), tuple(links), tuple(unlinked))


def _actors(unit: UnitMention, before: _Addressed | None) -> tuple[tuple[ActorMention, ...], Grade, Rule | None]:
    """Whom the unit addresses, how that is known, and by which rule where not by the words' own."""
    said = before.actors if before is not None and before.paragraph == unit.paragraph else ()
    if unit.subject == "own":
        if [actor.words for actor in unit.addressees] == ["it"] and len(said) == 1:
            return said, Grade.CONTEXT, TAKEN_UP
        return unit.addressees, Grade.EXPLICIT, None
    if unit.subject == "chapeau":
        return unit.addressees, Grade.STRUCTURE, CHAPEAU
    if unit.subject == "list":
        return unit.addressees, Grade.STRUCTURE, None
    if unit.subject == "before":
        return unit.addressees, Grade.CONTEXT, BEFORE
    if unit.subject == "none":
        return (), Grade.CONTEXT, None
    rule = SHARED if unit.subject == "shared" else AGENTLESS
    return said, Grade.CONTEXT, rule


def _is_own(report: Report, actor: ActorMention) -> bool:
    """Is a secretariat named by the letters that the symbols of the body's own documents begin with?

    United Nations documents of a treaty leave out its "UN": the secretariat of UNLBX in LBX/2031/4.
    """
    series = (report.symbol or "").split("/")[0]
    return len(series) > 2 and series in (word.removeprefix("UN") for word in actor.words.split())


@dataclass(frozen=True, slots=True)
class _Who:
    """What a name means: the books, and what the names of this report were found to mean."""

    authorities: Authorities
    bodies: Mapping[Span, OrganizationRef]

    def entities(self, actor: ActorMention) -> tuple[StateRef | OrganizationRef, ...]:
        """The States and organizations that bear the name; of a short name the body that it means at this place."""
        if actor.candidates:
            return tuple(ref for ref in actor.candidates if isinstance(ref, StateRef | OrganizationRef))
        return (self.bodies[actor.span],) if actor.span in self.bodies else ()

    def rivals(self, actor: ActorMention) -> tuple[OrganizationRef, ...]:
        """The bodies that bear a short name, whichever is meant."""
        books = self.authorities.organizations.values()
        return tuple(book.ref for book in books if actor.words in book.short_names)


def _addressee(actor: ActorMention, who: _Who) -> Addressee | tuple[Because, tuple[Entity, ...]]:
    """The concept, State or organization that the words mean, or why none and the rivals."""
    if actor.concept:
        return ConceptRef("addressee", actor.concept)
    found = who.entities(actor)
    if len(found) == 1:
        return _concept_of(found[0]) or found[0]
    if found:
        return Because.SEVERAL_CANDIDATES, found
    rivals = who.rivals(actor)
    return (Because.NAMES_A_SET if actor.is_set else undecided(rivals)), rivals


def _concept_of(entity: StateRef | OrganizationRef) -> ConceptRef | None:
    """The addressee concept that stands for an organization, where there is one."""
    for pattern in load_patterns("units").group("addressee"):
        if isinstance(entity, OrganizationRef) and pattern.field("organization") == entity.id:
            return ConceptRef("addressee", pattern.field("concept"))
    return None


def _secondary(
    report: Report,
    unit: UnitMention,
    ref: UnitRef,
    who: _Who,
    links: list[Linked],
    unlinked: list[Unlinked],
) -> tuple[OrganizationRef, ...]:
    """The organizations beside the addressee; those of one concept by that concept's organization."""
    found: list[OrganizationRef] = []
    for actor in unit.secondary:
        organization = load_patterns("units").patterns.get(f"addressee/{actor.concept}")
        id_ = organization.field("organization") if organization is not None else ""
        if actor.concept:
            targets: tuple[Entity, ...] = (OrganizationRef(id_),) if id_ else ()
        else:
            targets = tuple(e for e in who.entities(actor) if isinstance(e, OrganizationRef))
        if len(targets) == 1 and isinstance(targets[0], OrganizationRef):
            found.append(targets[0])
            links.append(_link(report, ref, "secondaryActor", targets[0], actor, Grade.EXPLICIT, actor.rule))
        elif targets:
            reason = (Because.SEVERAL_CANDIDATES, targets)
            unlinked.append(_open(report, ref, "secondaryActor", actor, reason, actor.rule))
    return tuple(dict.fromkeys(found))


def _link(
    report: Report, ref: UnitRef, property_: str, target: Entity, actor: ActorMention, grade: Grade, rule: Rule
) -> Linked:
    kind = "addressee" if property_ == "addressee" else "organization"
    quote = report.quote(actor.span)
    return Linked(ref, property_, target, actor.span, quote, kind, actor.part, grade, rule)


def _strength(report: Report, unit: UnitMention, ref: UnitRef, strength: ConceptRef) -> Linked:
    operator = unit.operator
    grade = Grade.EXPLICIT if unit.span.contains(operator.span) else Grade.STRUCTURE
    quote = report.quote(operator.span)
    return Linked(ref, "strength", strength, operator.span, quote, "strength", operator.part, grade, operator.rule)


def _open(
    report: Report,
    ref: UnitRef,
    property_: str,
    actor: ActorMention,
    reason: tuple[Because, tuple[Entity, ...]],
    rule: Rule,
) -> Unlinked:
    because, rivals = reason
    quote = report.quote(actor.span)
    return Unlinked(ref, property_, actor.span, quote, "addressee", actor.part, because, rule, rivals)


def _without_addressee(report: Report, unit: UnitMention, ref: UnitRef) -> Unlinked:
    operator = unit.operator
    return Unlinked(
        ref,
        "addressee",
        operator.span,
        report.quote(operator.span),
        "addressee",
        operator.part,
        Because.NO_CANDIDATE,
        AGENTLESS if unit.subject not in ("list", "none") else unit.rule,
    )


def _item(report: Report, section: str, agenda: Sequence[AgendaItem]) -> ItemRef | None:
    """The agenda item discussed in the innermost section that any item is discussed in."""
    for heading in reversed(report.section_chain(section)):
        for item in agenda:
            if heading.ref in item.discussed_in:
                return item.ref
    return None
