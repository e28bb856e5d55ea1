"""What a link can point at, named without any IRI: the graph room alone turns a reference into an address.

A reference is a value: two references to the same provision are equal, whoever made them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapporteur.model.swift import swift


class PartKind(StrEnum):
    """The four kinds of text part, and the report itself for words in its title."""

    REPORT = "report"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    NOTE = "note"


ONLY_ANNEX = "annex"
"""The annex of a document that has one and gives it no number."""


@swift
@dataclass(frozen=True, slots=True, order=True)
class PartRef:
    """A text part of one document.

    :ivar path: the identifiers below the kind: ("31",) or ("31", "b") for paragraphs and subparagraphs, ("II.A.1",)
        for a section, ("3",) for a note, () for the report itself.
    :ivar annex: the annex it stands in ("II"), `ONLY_ANNEX` for one without number, or "" for the body.
    :ivar section: the section ("II") of a decision that numbers the paragraphs of each section anew, else "".
    """

    kind: PartKind
    path: tuple[str, ...] = ()
    annex: str = ""

    def __hash__(self) -> int:
        return hash(self.path)

    section: str = ""


@swift
@dataclass(frozen=True, slots=True, order=True)
class StateRef:
    """A State, by ISO 3166-1 alpha-3 code; a former State by its ISO 3166-3 code, else its slug."""

    code: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class OrganizationRef:
    """An organization, body or entity, by the id of the authorities or the slug of its printed name."""

    id: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class PersonRef:
    """A person at one meeting; the id is the slug of the name."""

    id: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class InstrumentRef:
    """A treaty, rules of procedure or national act: "untoc", "ctoc-cop-rules-of-procedure", "tha/some-act-2008"."""

    id: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class PublicationRef:
    """A publication: scheme "sales" ("E.09.V.11"), "unts" ("2225/39574") or "title" (a slug)."""

    scheme: str
    id: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class ProvisionRef:
    """A provision: the steps from the instrument (or publication) down to it.

    :ivar steps: pairs of unit and number, ``(("article", "26"), ("paragraph", "2"))``. Units are article, rule,
        paragraph, subparagraph, annex, section.
    """

    instrument: InstrumentRef | PublicationRef
    steps: tuple[tuple[str, str], ...]


@swift
@dataclass(frozen=True, slots=True, order=True)
class DocumentRef:
    """A document with a symbol (a resolution is one), or, without one, ``title/<slug>-<year>`` as its id."""

    symbol: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class DecisionRef:
    """A decision of a body: ("CTOC/COP", "4/4")."""

    body: str
    number: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class DocumentPartRef:
    """A paragraph, section or note of a document, in the corpus or not."""

    document: DocumentRef
    part: PartRef


@swift
@dataclass(frozen=True, slots=True, order=True)
class DecisionPartRef:
    """A paragraph or section of a decision, or of an annex to it."""

    decision: DecisionRef
    part: PartRef


@swift
@dataclass(frozen=True, slots=True, order=True)
class DocumentUnitRef:
    """A recommendation of a document that numbers its recommendations, by the printed number: "122.17"."""

    document: DocumentRef
    number: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class UnitRef:
    """A recommendation unit of this report by its printed id: "23.1", "31(b).1".

    :ivar wording: the place, from 1, of one of several texts under the same printed number; 0 for the unit itself.
    """

    number: str
    wording: int = 0


@swift
@dataclass(frozen=True, slots=True, order=True)
class ConceptRef:
    """A concept of one of the schemes: capacity, strength, addressee, theme, grade, because, origin, kind, role."""

    scheme: str
    id: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class ItemRef:
    """An agenda item of this report's meeting: "2" or "1(a)"."""

    number: str


@swift
@dataclass(frozen=True, slots=True, order=True)
class NodeRef:
    """A node of the meeting that links hang on.

    :ivar kind: participation, statement, presentation or accession.
    :ivar key: participation ("ALB",); statement (item or "none", who); presentation (item or "none", person);
        accession (instrument, who). A second node of the same key is told apart by a last element "~2".
    """

    kind: str
    key: tuple[str, ...]


Entity = (
    StateRef
    | OrganizationRef
    | PersonRef
    | InstrumentRef
    | PublicationRef
    | ProvisionRef
    | DocumentRef
    | DecisionRef
    | DocumentPartRef
    | DecisionPartRef
    | DocumentUnitRef
    | ConceptRef
)
"""What a link may have as its target."""

Source = PartRef | UnitRef | NodeRef
"""What a link may start from."""
