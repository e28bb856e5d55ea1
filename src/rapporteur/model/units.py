"""Recommendations as found: one operator with the words that say whom it addresses, and the words its themes rest on.

`rapporteur.find` gives these; which addressee, organization or State the words mean is decided by `rapporteur.link`.
Index ranges ``at`` count the clean text of the whole paragraph; spans count the text as read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapporteur.model.actors import ListedName
from rapporteur.model.mentions import Mention
from rapporteur.model.refs import InstrumentRef, OrganizationRef, PartRef, StateRef
from rapporteur.model.swift import swift
from rapporteur.model.text import Span

SubjectForm = Literal["own", "chapeau", "shared", "agentless", "list", "before", "none"]
"""Where a unit's addressee stands: in its own clause, in the chapeau, in the clause before it whose subject it
shares, or nowhere, because the clause is passive or its subject is a thing; of a numbered recommendation in the words
over the whole list; of a conclusion in the words before it that a pronoun takes up, or nowhere, whatever went
before."""

ThemeBasis = Literal["words", "heading", "shared"]
"""What a theme rests on: words of the unit or its chapeau, a heading, or the unit whose sentence it continues."""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """Somebody who is addressed, or whom the addressee is to turn to.

    :ivar at: index range in the paragraph's clean text, determiners left out.
    :ivar concept: id in the scheme "addressee" where the words are one of its settled names, else "".
    :ivar candidates: who bore the name, where it is a name of the authorities.
    :ivar is_set: the words name a set nobody can list ("relevant organizations").
    """

    at: tuple[int, int]
    concept: str = ""
    candidates: tuple[StateRef | OrganizationRef | InstrumentRef, ...] = ()
    is_set: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorMention(Mention):
    """The deontic phrase of a unit; ``words`` are as written, a split phrase whole.

    :ivar norm: normalised, "should continue to"; "also" and what splits the phrase are left out.
    :ivar strength: id in the scheme "strength", the narrowest.
    """

    norm: str
    strength: str


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class WordingMention(Mention):
    """One text of a numbered recommendation, with those who made it; one number may hold several.

    :ivar recommenders: the names in the brackets that close it.
    :ivar actions: lemma of each main verb.
    """

    recommenders: tuple[ListedName, ...]
    actions: tuple[str, ...]


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMention(Mention):
    """One deontic operator with its addressee; ``words`` is the unit's own text.

    :ivar number: printed id, "23.1" or "31(b).1".
    :ivar paragraph: the numbered paragraph whose clean text ``at`` and ``chapeau_at`` count.
    :ivar section: path of the innermost section.
    :ivar subject: where its addressee stands.
    :ivar addressees: those named in its own clause or, with ``subject`` "chapeau", in the chapeau.
    :ivar actions: lemma of each main verb.
    :ivar secondary: organizations that the addressee is to ask, or that act beside it.
    :ivar chapeau_in: the paragraph that holds the chapeau, where that is another than the unit's own.
    :ivar wordings: of a numbered recommendation its texts, each with those who made it; of any other none.
    """

    number: str
    paragraph: PartRef
    section: str
    at: tuple[int, int]
    operator: OperatorMention
    subject: SubjectForm
    addressees: tuple[ActorMention, ...]
    actions: tuple[str, ...]
    secondary: tuple[ActorMention, ...] = ()
    chapeau: str | None = None
    chapeau_span: Span | None = None
    chapeau_at: tuple[int, int] | None = None
    chapeau_in: PartRef | None = None
    wordings: tuple[WordingMention, ...] = ()


@swift
@dataclass(frozen=True, slots=True)
class UnitMentions:
    """All units of a report, in reading order.

    :ivar unread: what looks like a recommendation and could not be read, with its place.
    """

    units: tuple[UnitMention, ...]
    unread: tuple[str, ...] = ()


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMention(Mention):
    """A theme of a unit and the words it rests on, in the unit, its chapeau, a heading or the unit before.

    :ivar unit: the unit's number.
    :ivar theme: id of the theme scheme.
    """

    unit: str
    theme: str
    basis: ThemeBasis
