"""Names in lists: who is meant by a name that fills a place of a list, or why nobody can be said to be.

A name of the authorities with one bearer is that bearer. A name in no authority may be one edit away from exactly one
name of the report's date (grade ``similar``); else an organization is coined from its printed name, a State stays open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rapporteur.authorities import Authorities
from rapporteur.model import Because, Entity, Grade, OrganizationRef, StateRef
from rapporteur.model.actors import ListedName
from rapporteur.model.slugs import slug

Who = StateRef | OrganizationRef

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u2011": "-"})
_SHORTEST_STATE = 4
_SHORTEST_ORGANIZATION = 10


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
            return Resolved(None, candidates=bearers, because=Because.SEVERAL_CANDIDATES)
        near = self._near(mention)
        if len(near) == 1:
            longest = max(len(mention.words), 1)
            return Resolved(near[0], Grade.SIMILAR, round(1 - 1 / longest, 6))
        if near:
            return Resolved(None, candidates=near, because=Because.SEVERAL_CANDIDATES)
        is_organization = mention.expects == "organization" or (not mention.expects and mention.institution)
        ref = OrganizationRef(slug(mention.words))
        if coin and is_organization and ref.id:
            return Resolved(ref, coined=True)
        partial = tuple(dict.fromkeys(c for name in mention.partial for c in name.candidates))
        return Resolved(None, candidates=partial)

    def _near(self, mention: ListedName) -> tuple[Who, ...]:
        """Those of whom a name lies within one edit of the words, in a stable order."""
        words = mention.words.translate(_STRAIGHT)
        found: set[Who] = set()
        if mention.expects != "organization" and len(words) >= _SHORTEST_STATE:
            for label in self._state_labels:
                if within_one_edit(words, label):
                    found.update(self._authorities.states_named(label, self._on))
        if mention.expects != "state" and len(words) >= _SHORTEST_ORGANIZATION and not found:
            found.update(ref for label, ref in self._organization_labels if within_one_edit(words, label))
        return tuple(sorted(found, key=repr))

    @cached_property
    def _state_labels(self) -> tuple[str, ...]:
        return tuple(sorted({label.translate(_STRAIGHT) for label, _ in self._authorities.state_names()}))

    @cached_property
    def _organization_labels(self) -> tuple[tuple[str, OrganizationRef], ...]:
        return tuple(self._labels_of_organizations())

    def _labels_of_organizations(self) -> Iterator[tuple[str, OrganizationRef]]:
        for organization in self._authorities.organizations.values():
            for label in (organization.label, *(name.label for name in organization.names)):
                yield label.translate(_STRAIGHT), organization.ref


def within_one_edit(left: str, right: str) -> bool:
    """Does one insertion, deletion or replacement of a character, or none, turn one string into the other?

    >>> within_one_edit("Azurja", "Azuria"), within_one_edit("Azura", "Azuria"), within_one_edit("Azruia", "Azuria")
    (True, True, False)
    """
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    at = 0
    while at < len(left) and left[at] == right[at]:
        at += 1
    skip = 1 if len(left) == len(right) else 0
    return left[at + skip :] == right[at + 1 :]
