"""Words in, references out: what a passage names, by the finder and linker that read whole reports.

A treaty may be called by its id or its acronym in any case, before its article or after it: "untoc art. 26 (2)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapporteur.authorities import Authorities, name_key
from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import (
    DecisionPartRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Entity,
    InstrumentRef,
    OrganizationRef,
    PersonRef,
    ProvisionRef,
    PublicationRef,
    StateRef,
)
from rapporteur.read.passage import passage_report
from rapporteur.resolving.typed import treaties_called

_PROVISION = re.compile(r"(?:art(?:icles?|s?\.)?|rules?)\s*\d.*", re.IGNORECASE)
_GAP = re.compile(r"[\s,:]+(?:of\s+(?:the\s+)?)?|(?<=\))(?=[A-Za-z])", re.IGNORECASE)
"""What may stand between a provision and its treaty."""
_FILLING = re.compile(
    r"\b(?:un|u\.n\.|united nations|docs?\.?|document|see|the|of|in|to|and|no\.|its)\b", re.IGNORECASE
)
_SHORTEST = 4
"""Letters of an acronym that may be written small: "who" is a word."""
_LETTER = re.compile(r"\w")
_WHOLE = (DocumentRef, DecisionRef, DocumentPartRef, DecisionPartRef, DocumentUnitRef, ProvisionRef, PublicationRef)
_NAMED = (StateRef, OrganizationRef, InstrumentRef, *_WHOLE)


def references(text: str, books: Authorities) -> tuple[list[Entity], list[Entity], bool]:
    """What the words name for sure, what else they may mean, and whether a part of them was not understood.

    Of a provision and its treaty, or a paragraph and its document, the narrower is what is named.
    """
    linked = link_mentions(find_mentions(passage_report(text, "words"), books), books)
    cited = [link for link in linked.links if link.property == "cites"]
    sure = _distinct(link.target for link in (cited or linked.links) if isinstance(link.target, _NAMED))
    sure = [one for one in sure if not any(_is_above(one, other) for other in sure)]
    if cited:  # who took a decision, and which treaty an article is of, is said by the citation
        sure += _distinct(link.target for link in linked.links if isinstance(link.target, StateRef))
    open_ = [one for one in linked.unlinked if one.property in ("cites", "mentions")]
    rivals = _distinct(each for one in open_ for each in one.candidates if not isinstance(each, PersonRef))
    spans = [one.span for one in linked.links] + [one.span for one in open_]
    left = "".join(sign for at, sign in enumerate(text) if not any(span.start <= at < span.end for span in spans))
    return sure, rivals, bool(open_) or bool(_LETTER.search(_FILLING.sub("", left)))


def in_any_case(words: str, books: Authorities) -> list[Entity]:
    """What bears the whole of the words as its name, in any case: a State in the six languages, a body in English.

    >>> from rapporteur.authorities import load_authorities
    >>> in_any_case("côte d’ivoire", load_authorities())
    [StateRef(code='CIV')]
    >>> in_any_case("who", load_authorities())
    []
    """
    key = name_key(words.strip(" ,.").casefold())
    states = [(label, one.ref) for one in books.states.values() if one.linkable for label in one.labels.values()]
    bodies = [(name, ref) for name, ref in books.organization_names() if len(name) >= _SHORTEST or not name.isupper()]
    named: list[tuple[str, Entity]] = [*books.state_names(), *states, *bodies, *books.instrument_names()]
    return _distinct(ref for name, ref in named if name_key(name.casefold()) == key)


def in_order(words: str, books: Authorities) -> list[str]:
    """The words with the treaty behind its provision and by its title, as reports write it, where they name one by id.

    A short name that is used for several treaties gives one text for each; everything else one.

    >>> from rapporteur.authorities import load_authorities
    >>> in_order("untoc art. 26 (2)", load_authorities())
    ['art. 26 (2) of the United Nations Convention against Transnational Organized Crime']
    >>> len(in_order("art 3 (a) Palermo Protocol", load_authorities()))
    3
    >>> in_order("article 3 of Albania", load_authorities())
    ['article 3 of Albania']
    """
    text = " ".join(words.split())
    if titles := _treaties(text, books):
        return titles
    for gap in _GAP.finditer(text):
        before, after = text[: gap.start()], text[gap.end() :]
        for treaty, provision in ((before, after), (after, before)):
            if _PROVISION.fullmatch(provision) and (titles := _treaties(treaty, books)):
                dotted = re.sub(r"^(art|arts)(?=\s*\d)", r"\1.", provision.strip(" ,"), flags=re.IGNORECASE)
                return [f"{dotted} of the {title}" for title in titles]
    return [text]


def _treaties(name: str, books: Authorities) -> list[str]:
    """The title of the treaty with this id, acronym or title, in any case, or of those that a short name may mean."""
    key = name.strip(" ,.").casefold()
    key = key.removeprefix("the ")
    found = {
        book.title
        for id_, book in books.instruments.items()
        if key in (id_, book.title.casefold(), *(one.casefold() for one in (*book.acronyms, *book.names)))
    }
    if not found:
        return [books.instruments[id_].title for id_ in treaties_called(key)]
    return [found.pop()] if len(found) == 1 else []


def _is_above(one: Entity, other: Entity) -> bool:
    """Whether the one is what the other is a part of."""
    match other:
        case ProvisionRef():
            if isinstance(one, ProvisionRef):
                inner = one.instrument == other.instrument and len(one.steps) < len(other.steps)
                return inner and other.steps[: len(one.steps)] == one.steps
            return one == other.instrument
        case DocumentPartRef() | DocumentUnitRef():
            return one == other.document
        case DecisionPartRef():
            return one == other.decision
    return False


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    return list(dict.fromkeys(entities))
