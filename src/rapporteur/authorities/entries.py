"""What an entry of the reference books holds: frozen values, one type a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rapporteur.model import InstrumentRef, OrganizationRef, StateRef


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its time.

    :ivar language: BCP 47 tag, "en".
    :ivar valid_from: first day of official use, None where open or unknown; ``valid_until`` is the last.
    :ivar kind: of a State's name "short", "formal", "former" or "variant"; of an organization's "full", "acronym",
        "former" or "variant".
    :ivar source: where the name and its dates were read.
    """

    label: str
    language: str = "en"
    kind: str = "short"
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""

    def borne_on(self, day: date) -> bool:
        """Was this name in use on a day, as far as its dates say?

        >>> Name("Turkey", valid_until=date(2022, 5, 31)).borne_on(date(2010, 1, 27))
        True
        """
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class State:
    """A State, former State, entity or area of the M49 tables.

    :ivar kind: "state", "former-state", "entity" (Palestine, whose class in a report of 2010 is an organization) or
        "area" (a territory of M49); an area is never linked from a name.
    :ivar labels: language tag → current preferred label in the six UN languages; of a former State those that a
        source gives, English always.
    :ivar names: every English name it is linked under, with its time.
    :ivar iso3: ISO 3166-1 alpha-3, of a former State the withdrawn code; "" where it never had one.
    :ivar m49: three digits.
    :ivar valid_until: of a former State the day its code was withdrawn or it ended, where a source says so.
    """

    ref: StateRef
    kind: str
    labels: Mapping[str, str]
    names: tuple[Name, ...]
    iso3: str = ""
    m49: str = ""
    wikidata: str = ""
    unbis: str = ""
    iso2: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""

    @property
    def linkable(self) -> bool:
        """May a name be linked to it? To an area never."""
        return self.kind != "area"


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization, treaty body or entity.

    :ivar kind: concept id: un, treaty-body, intergovernmental, non-governmental, other-entity, group.
    :ivar names: full names, variants and acronyms under which it is linked wherever they stand; the label among them.
    :ivar short_names: names that mean it only in a report of its own family or after its full name: "Conference".
    :ivar spoken_names: of a group, words that mean it only where somebody spoke on its behalf: "LDCs". Its label, if
        among them, is none of its names.
    :ivar families: symbol prefixes of the reports in which the short names mean it without more ("CTOC/COP"); "*"
        for every report of the United Nations.
    :ivar code: series of its documents, which its decisions and resolutions are numbered in: "CTOC/COP", "A/HRC".
    """

    ref: OrganizationRef
    label: str
    kind: str
    acronym: str = ""
    names: tuple[Name, ...] = ()
    short_names: tuple[str, ...] = ()
    parent: str = ""
    wikidata: str = ""
    families: tuple[str, ...] = ()
    source: str = ""
    code: str = ""
    spoken_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or rules of procedure.

    :ivar names: settled short titles ("Organized Crime Convention") and variants of the full title.
    :ivar generic: the noun that an anaphor uses: "Convention", "Protocol", "rules of procedure".
    :ivar unit: of its provisions: "article" or "rule".
    :ivar provisions: number → title of each article; empty where the authorities do not list them.
    :ivar parent: id of the convention that a protocol supplements, or "".
    :ivar unts: "2225/39574" where known.
    :ivar body: id of the organization whose rules these are, or that the instrument set up.
    :ivar families: symbol prefixes of the reports whose subject it is.
    :ivar acronyms: letters that mean it wherever they stand: "ICCPR".
    :ivar shared_acronyms: letters that its committee bears too: "CRC".
    :ivar topics: of a protocol with sisters, what it is on, as titles say it: "a communications procedure".
    :ivar ordinals: of a protocol that is counted: "second".
    :ivar year: of its adoption, by which reports call it: "the 1989 Convention"; "" where no source of it was read.
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
    families: tuple[str, ...] = ()
    source: str = ""
    acronyms: tuple[str, ...] = ()
    shared_acronyms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A concept of another scheme that a theme is matched to.

    :ivar scheme: "unbis" or "eurovoc".
    :ivar relation: exactMatch, closeMatch, broadMatch or narrowMatch of SKOS: the outside concept is equal, near,
        broader or narrower.
    :ivar label: the preferred label there.
    """

    scheme: str
    uri: str
    relation: str
    label: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A concept of the theme scheme; a grouping one is never linked."""

    id: str
    label: str
    broader: str = ""
    scope_note: str = ""
    grouping: bool = False
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of one of the other schemes: capacity, strength, addressee, grade, because, origin, kind, role.

    :ivar broader: id of the broader concept in the same scheme, or "".
    :ivar rank: of a strength: the higher, the stronger; None elsewhere.
    :ivar focus: of an addressee that is a body: the id of that organization.
    :ivar names: further wordings of the label.
    """

    scheme: str
    id: str
    label: str
    definition: str
    broader: str = ""
    rank: int | None = None
    focus: str = ""
    names: tuple[str, ...] = ()
