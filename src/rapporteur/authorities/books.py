"""All books together, and the questions asked of them.

Takes a name (and a date), gives the references of those that bear it. An answer of several is a true answer: the link
room decides, or leaves the mention open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from rapporteur.authorities.entries import Concept, Instrument, Name, Organization, State, Theme
from rapporteur.authorities.labels import name_key, spellings, within_one_edit
from rapporteur.model import InstrumentRef, OrganizationRef, StateRef

_Ref = TypeVar("_Ref", StateRef, OrganizationRef, InstrumentRef)

SHORTEST_SIMILAR = 4
"""Letters a misspelt State must have: a shorter word is nobody's slip."""

SHORTEST_SIMILAR_BODY = 10
"""Letters a misspelt organization must have: a slip in an acronym makes another body."""


@dataclass(frozen=True)
class Authorities:
    """All books together.

    :ivar states: by code; ``organizations``, ``instruments`` and ``themes`` by id, ``concepts`` by scheme and id.
    """

    states: Mapping[str, State]
    organizations: Mapping[str, Organization]
    instruments: Mapping[str, Instrument]
    themes: Mapping[str, Theme]
    concepts: Mapping[tuple[str, str], Concept]

    def states_named(self, name: str, on: date | None = None) -> tuple[StateRef, ...]:
        """The States and entities that bore ``name`` on a date; all that ever bore it where ``on`` is None.

        Case and letters count; apostrophes, spaces and a leading "the" do not. Where nobody bore the name on that
        day, those that bore it at another time are given: a report of 2023 that still writes a name given up in 2022
        means the same State, and one that names a State after its end means that State, never its successor.
        """
        bearers = self._states_by_name.get(name_key(name), ())
        if on is not None:
            bearers = tuple(b for b in bearers if b[0].borne_on(on)) or bearers
        return _distinct(ref for _, ref in bearers)

    def similar_states(self, name: str, on: date | None = None) -> tuple[StateRef, ...]:
        """The States one of whose names of that date is a single slip of the pen away; link only where it is one.

        A name that is somebody's own, or shorter than four letters, is similar to none: ask where a State must stand.
        """
        key = name_key(name)
        if len(key) < SHORTEST_SIMILAR or key in self._states_by_name:
            return ()
        return _distinct(
            ref
            for other, bearers in self._states_by_name.items()
            if within_one_edit(key, other)
            for borne, ref in bearers
            if on is None or borne.borne_on(on)
        )

    def organizations_named(self, name: str) -> tuple[OrganizationRef, ...]:
        """The organizations with this full name, variant or acronym."""
        return self._organizations_by_name.get(name_key(name), ())

    def similar_organizations(self, name: str) -> tuple[OrganizationRef, ...]:
        """The organizations one of whose names is a single slip of the pen away; link only where it is one.

        A name that is somebody's own, or shorter than ten letters, is similar to none.
        """
        key = name_key(name)
        if len(key) < SHORTEST_SIMILAR_BODY or key in self._organizations_by_name:
            return ()
        return _distinct(
            ref for other, refs in self._organizations_by_name.items() if within_one_edit(key, other) for ref in refs
        )

    def instruments_named(self, name: str) -> tuple[InstrumentRef, ...]:
        """The instruments with this title or settled short title."""
        return self._instruments_by_name.get(name_key(name), ())

    def short_names_in(self, symbol: str) -> Mapping[str, OrganizationRef]:
        """What "Conference", "Secretariat" and the like mean without more in a report with this symbol.

        Of two organizations that share a short name the one with the longer symbol prefix has it.

        >>> from rapporteur.authorities import load_authorities
        >>> load_authorities().short_names_in("CTOC/COP/WG.4/2010/6")["Conference"].id
        'ctoc-cop'
        """
        found: dict[str, tuple[int, OrganizationRef]] = {}
        for organization in self.organizations.values():
            depth = max((_depth(family, symbol) for family in organization.families), default=-1)
            if depth < 0:
                continue
            for short in organization.short_names:
                if short not in found or found[short][0] < depth:
                    found[short] = (depth, organization.ref)
        return {short: ref for short, (_, ref) in found.items()}

    def state_names(self) -> Iterator[tuple[str, StateRef]]:
        """Each linkable English name of a State with the State, further spellings included; a name may come twice."""
        for bearers in self._states_by_name.values():
            for name, ref in bearers:
                yield name.label, ref

    def area_names(self) -> Iterator[tuple[str, StateRef]]:
        """Each English name of an area, which is linked to nothing and yet holds the name of a State.

        A gazetteer needs them as shadows: "French Southern Territories" is no mention of France, an island of another
        State that is named with it no mention of that State.
        """
        for state in self.states.values():
            if not state.linkable:
                for name in state.names:
                    yield name.label, state.ref

    def organization_names(self) -> Iterator[tuple[str, OrganizationRef]]:
        """Each full name, variant and acronym with its organization; a name may come twice. No short names."""
        for organization in self.organizations.values():
            for name in organization.names:
                yield name.label, organization.ref

    def instrument_names(self) -> Iterator[tuple[str, InstrumentRef]]:
        """Each full and settled short title with its instrument."""
        for instrument in self.instruments.values():
            for label in dict.fromkeys((instrument.title, *instrument.names)):
                yield label, instrument.ref

    @cached_property
    def _states_by_name(self) -> dict[str, tuple[tuple[Name, StateRef], ...]]:
        found: dict[str, list[tuple[Name, StateRef]]] = {}
        for state in self.states.values():
            if state.linkable:
                for name in state.names:
                    found.setdefault(name_key(name.label), []).append((name, state.ref))
        for state in self.states.values():
            for name in state.names if state.linkable else ():
                for label in spellings(name.label):
                    bearers = found.setdefault(name_key(label), [])
                    if all(ref == state.ref for _, ref in bearers) and name not in (borne for borne, _ in bearers):
                        bearers.append((replace(name, label=label, kind="variant"), state.ref))
        return {key: tuple(bearers) for key, bearers in found.items()}

    @cached_property
    def _organizations_by_name(self) -> dict[str, tuple[OrganizationRef, ...]]:
        return _index(self.organization_names())

    @cached_property
    def _instruments_by_name(self) -> dict[str, tuple[InstrumentRef, ...]]:
        return _index(self.instrument_names())


def _index(names: Iterable[tuple[str, _Ref]]) -> dict[str, tuple[_Ref, ...]]:
    found: dict[str, list[_Ref]] = {}
    for label, ref in names:
        found.setdefault(name_key(label), []).append(ref)
    return {key: _distinct(refs) for key, refs in found.items()}


def _distinct(refs: Iterable[_Ref]) -> tuple[_Ref, ...]:
    return tuple(dict.fromkeys(refs))


def _depth(family: str, symbol: str) -> int:
    if family == "*":
        return 0
    return len(family) if symbol == family or symbol.startswith(family + "/") else -1
