"""Names in lists: who is meant by a name that fills a place of a list, or why nobody can be said to be.

A name of the authorities with one bearer is that bearer. A name in no authority may be one edit away from exactly one
name of the report's date (grade ``similar``); else an organization is coined from its printed name, a State stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rapporteur.authorities import Authorities
from rapporteur.link.context import undecided
from rapporteur.model import Because, Entity, Grade, OrganizationRef, StateRef
from rapporteur.model.actors import ListedName
from rapporteur.model.slugs import slug
from rapporteur.model.swift import swift

Who = StateRef | OrganizationRef


@swift
@dataclass(frozen=True, slots=True)
class Resolved:
    """What a listed name means.

    :ivar who: the State or organization, or None.
    :ivar coined: it is named here only.
    :ivar candidates: the rivals, where ``who`` is None; ``because`` says why none was taken.
    """

    who: Who | None
    grade: Grade = Grade.EXPLICIT
    score: float | None = None
    coined: bool = False
    candidates: tuple[Entity, ...] = ()
    because: Because = Because.NO_CANDIDATE


class NameShelf:
    """The names of the authorities for one date, ready to be asked for near ones.

    :param on: the report's date, None where it has none: then all names ever borne count.
    """

    def __init__(self, authorities: Authorities, on: date | None) -> None:
        self._authorities = authorities
        self._on = on

    def resolve(self, mention: ListedName, *, coin: bool = True) -> Resolved:
        """Who is meant by a listed name.

        :param coin: an organization in no authority is made from its name; else it stays open.
        """
        if mention.name is not None:
            bearers = tuple(c for c in mention.name.candidates if isinstance(c, StateRef | OrganizationRef))
            if len(bearers) == 1:
                return Resolved(bearers[0])
            return Resolved(None, candidates=bearers, because=undecided(bearers))
        near = self._near(mention)
        if len(near) == 1:
            longest = max(len(mention.words), 1)
            return Resolved(near[0], Grade.SIMILAR, round(1 - 1 / longest, 6))
        if near:
            return Resolved(None, candidates=near, because=Because.SEVERAL_CANDIDATES)
        is_organization = mention.expects == "organization" or (not mention.expects and mention.institution)
        ref = OrganizationRef(slug(mention.acronym or mention.words))
        if coin and is_organization and ref.id:
            return Resolved(ref, coined=True)
        partial = tuple(dict.fromkeys(c for name in mention.partial for c in name.candidates))
        return Resolved(None, candidates=partial, because=undecided(partial))

    def spoken_for(self, mention: ListedName) -> Resolved:
        """Who is meant by the name of somebody on whose behalf a statement was made: a group by its members, too."""
        if mention.name is not None:
            return self.resolve(mention)
        groups = self._groups(mention.words)
        bodies = groups or self._bodies(mention.words)
        return Resolved(bodies[0]) if len(bodies) == 1 else self.resolve(mention)

    def bears(self, words: str) -> bool:
        """Does exactly one State or organization bear the name, or one group go by it?"""
        named = self._authorities.states_named(" ".join(words.split()), self._on)
        return any(len(those) == 1 for those in (named, self._groups(words), self._bodies(words)))

    def _groups(self, words: str) -> tuple[OrganizationRef, ...]:
        """The organizations that words name, by a name or by their members, in capitals or not."""
        low = " ".join(words.split()).lower()
        return tuple(
            organization.ref
            for organization in self._authorities.organizations.values()
            if any(low == name.lower() for name in organization.spoken_names)
        )

    def _bodies(self, words: str) -> tuple[OrganizationRef, ...]:
        """The organizations that bear a name in full, as it is printed."""
        plain = " ".join(words.split())
        organizations = self._authorities.organizations.values()
        return tuple(body.ref for body in organizations if any(plain == name.label for name in body.names))

    def _near(self, mention: ListedName) -> tuple[Who, ...]:
        """Those of whom a name lies within one edit of the words, in a stable order; States before organizations."""
        found: tuple[Who, ...] = ()
        if mention.expects != "organization":
            found = self._authorities.similar_states(mention.words, self._on)
        if not found and mention.expects != "state":
            found = self._authorities.similar_organizations(mention.words)
        return tuple(sorted(found, key=repr))
