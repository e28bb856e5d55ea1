"""Links and silence: what the link room gives back, and the words every link rests on.

One candidate gives a `Linked`; none, or several that context does not decide, an `Unlinked` with the rivals and the
reason. There is no third outcome.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapporteur.model.refs import Entity, PartRef, Source
from rapporteur.model.swift import swift
from rapporteur.model.text import Span


class Grade(StrEnum):
    """How a link was reached."""

    EXPLICIT = "explicit"
    CONTEXT = "context"
    STRUCTURE = "structure"
    SIMILAR = "similar"


class Because(StrEnum):
    """Why words that were seen were not linked."""

    NO_CANDIDATE = "no-candidate"
    SEVERAL_CANDIDATES = "several-candidates"
    UNKNOWN_FORM = "unknown-form"
    OUTSIDE_AUTHORITIES = "outside-authorities"
    NAMES_A_SET = "names-a-set"


@swift
@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """The rule a link was made by: an id of a pattern file and one sentence that says what it does."""

    id: str
    label: str


@swift
@dataclass(frozen=True, slots=True)
class Linked:
    """One asserted triple with its evidence.

    :ivar source: the node the triple starts from.
    :ivar property: local name in ``rap:``: cites, mentions, theme, buildsOn, addressee, secondaryActor, strength,
        participant, representing, speaker.
    :ivar span: the words it rests on, in the text as read; ``quote`` is exactly those characters.
    :ivar kind: the kind of reference for scores and tables: decision, treaty, treaty-article, rule-of-procedure,
        national-law, document-symbol, report-paragraph, internal-paragraph, internal-section, publication,
        footnote-document, treaty-mention, state, organization, person, participation, statement, presentation,
        accession, addressee, strength, theme.
    :ivar part: the innermost text part whose words these are (the heading or chapeau where it rests on one).
    :ivar score: similarity from 0 to 1, for grade ``similar`` only.
    """

    source: Source
    property: str
    target: Entity
    span: Span
    quote: str
    kind: str
    part: PartRef
    grade: Grade
    rule: Rule
    origin: str = "automatic"
    score: float | None = None


@swift
@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that were seen and not linked, with the rivals and the reason.

    :ivar property: what the link would have been, as in `Linked`.
    :ivar candidates: the rivals, possibly none, in a stable order.
    """

    source: Source
    property: str
    span: Span
    quote: str
    kind: str
    part: PartRef
    because: Because
    rule: Rule
    candidates: tuple[Entity, ...] = ()
