"""Values: what resolving gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resolved:
    """One thing.

    :ivar iri: ours.
    :ivar label: words for a person, such as ``A/RES/55/25`` or ``Organized Crime Convention, article 26``.
    :ivar kind: the family of its IRI: document, decision, instrument, publication, state, organization, …
    :ivar words: what was resolved.
    :ivar official: where whoever issued it gives it out: a document by its symbol, a part by its document, a treaty
        and its provisions by the page of the depositary; "" where no address follows from what is known.
    :ivar akn: its IRI as the United Nations guidelines for Akoma Ntoso form it; "" where a part of that is not known.
    :ivar akn_number: the last part of that IRI, which follows from the symbol alone; "" for what has no symbol.
    """

    iri: str
    label: str
    kind: str
    words: str
    official: str = ""
    akn: str = ""
    akn_number: str = ""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that mean no thing, or more than one.

    :ivar because: why, in a sentence.
    :ivar rivals: what they may mean.
    """

    words: str
    because: str
    rivals: tuple[Resolved, ...] = ()
