"""The reference books: a label and a date in, the entities that bear it out. Nothing here guesses.

The books are the tables under ``ontology/authorities/``; they are read once a process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rapporteur.model import InstrumentRef, OrganizationRef, StateRef


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its time.

    :ivar language: BCP 47 tag, "en".
    :ivar valid_from: first day of official use, None where open; ``valid_until`` is the last.
    :ivar kind: "short", "formal", "former" or "variant".
    """

    label: str
    language: str = "en"
    kind: str = "short"
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A State, former State, or area of the M49 tables.

    :ivar kind: "state", "former-state" or "area"; only the first two are ever linked from a name.
    :ivar labels: language tag → current preferred label in the six UN languages.
    :ivar entity_of: for Palestine in 2010 the class is an entity, not a State: "other-entity", else "".
    """

    ref: StateRef
    kind: str
    labels: Mapping[str, str]
    names: tuple[Name, ...]
    iso3: str = ""
    m49: str = ""
    wikidata: str = ""
    unbis: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization, treaty body or entity.

    :ivar kind: concept id: un, treaty-body, intergovernmental, non-governmental, other-entity, group.
    :ivar names: full names and acronyms under which it is linked wherever they stand.
    :ivar short_names: names that mean it only in a report of its own family or after its full name: "Conference".
    """

    ref: OrganizationRef
    label: str
    kind: str
    acronym: str = ""
    names: tuple[Name, ...] = ()
    short_names: tuple[str, ...] = ()
    parent: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or rules of procedure.

    :ivar names: full title and settled short titles ("Organized Crime Convention").
    :ivar generic: the noun that an anaphor uses: "Convention", "Protocol", "rules of procedure".
    :ivar unit: of its provisions: "article" or "rule".
    :ivar provisions: number → title of each article; empty where the authorities do not list them.
    :ivar parent: id of the convention that a protocol supplements, or "".
    :ivar unts: "2225/39574" where known.
    """

    ref: InstrumentRef
    title: str
    names: tuple[str, ...]
    generic: str
    unit: str
    provisions: Mapping[str, str]
    parent: str = ""
    unts: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A concept of the theme scheme; a grouping one is never linked."""

    id: str
    label: str
    broader: str = ""
    scope_note: str = ""
    grouping: bool = False


@dataclass(frozen=True, slots=True)
class Authorities:
    """All books together."""

    states: Mapping[str, State]
    organizations: Mapping[str, Organization]
    instruments: Mapping[str, Instrument]
    themes: Mapping[str, Theme]
    concepts: Mapping[tuple[str, str], str]

    def states_named(self, name: str, on: date | None = None) -> tuple[StateRef, ...]:
        """The States that bore ``name`` (without "the") on a date; all that ever bore it where ``on`` is None."""
        raise NotImplementedError

    def organizations_named(self, name: str) -> tuple[OrganizationRef, ...]:
        """The organizations with this full name, variant or acronym."""
        raise NotImplementedError

    def instruments_named(self, name: str) -> tuple[InstrumentRef, ...]:
        """The instruments with this title or settled short title."""
        raise NotImplementedError

    def state_names(self) -> Iterator[tuple[str, StateRef]]:
        """Each linkable English name of a State with the State, for gazetteers; a name may come twice."""
        raise NotImplementedError


def load_authorities() -> Authorities:
    """The books that the package carries, read once a process."""
    raise NotImplementedError
