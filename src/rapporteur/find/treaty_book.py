"""The treaty book: what the authorities know of treaties beyond their titles, made ready for finding.

Takes the authorities, gives a `TreatyBook`: acronyms, which protocols a convention has and what tells them apart, and
the words of each title that carry its meaning. A report that prints a title with a small slip ("Convention on Rights
of the Child") still means it: all the words that count are there, and no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapporteur.authorities import Authorities, Instrument
from rapporteur.model import InstrumentRef
from rapporteur.patterns import PatternFile, load_patterns

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 2


@dataclass(frozen=True)
class TreatyBook:
    """Treaties by what reports call them.

    :ivar acronyms: letters → treaty and whether its committee bears them too.
    :ivar protocols: convention → the protocols to it.
    :ivar by_words: (noun, words that count) → treaty; see `title_words`.
    """

    instruments: Mapping[str, Instrument]
    acronyms: Mapping[str, tuple[InstrumentRef, bool]]
    protocols: Mapping[InstrumentRef, tuple[Instrument, ...]]
    by_words: Mapping[tuple[str, frozenset[str]], InstrumentRef]

    def of_words(self, noun: str, title: str) -> InstrumentRef | None:
        """The one treaty of that noun whose title has the same words that count."""
        return self.by_words.get((noun, title_words(title)))

    def sisters(self, ref: InstrumentRef) -> tuple[Instrument, ...]:
        """The protocols to the convention that a protocol is to, itself among them; none for what is no protocol."""
        parent = self.instruments[ref.id].parent
        return self.protocols.get(InstrumentRef(parent), ()) if parent else ()


_BOOKS: dict[int, tuple[Authorities, TreatyBook]] = {}


def treaty_book(authorities: Authorities) -> TreatyBook:
    """The book of the authorities, made ready once a process."""
    known = _BOOKS.get(id(authorities))
    if known is None:
        known = _BOOKS[id(authorities)] = (authorities, _make(authorities))
    return known[1]


def title_words(title: str) -> frozenset[str]:
    """The words of a treaty's title that count: no small words, no kind of treaty, no plural.

    >>> sorted(title_words("International Convention for the Protection of All Buoys"))
    ['buoy', 'protection']
    """
    words = _WORD.findall(title.lower())
    return frozenset(word.removesuffix("s") for word in words if word not in _patterns().words["title_small"])


def _patterns() -> PatternFile:
    return load_patterns("citations")


def _make(authorities: Authorities) -> TreatyBook:
    acronyms: dict[str, tuple[InstrumentRef, bool]] = {}
    protocols: dict[InstrumentRef, list[Instrument]] = {}
    by_words: dict[tuple[str, frozenset[str]], list[InstrumentRef]] = {}
    for book in authorities.instruments.values():
        acronyms |= dict.fromkeys(book.acronyms, (book.ref, False))
        acronyms |= dict.fromkeys(book.shared_acronyms, (book.ref, True))
        if book.parent:
            protocols.setdefault(InstrumentRef(book.parent), []).append(book)
        for label in (book.title, *book.names) if book.unit == "article" else ():
            words = title_words(label)
            if len(words) >= _FEWEST_WORDS:
                by_words.setdefault((book.generic, words), []).append(book.ref)
    return TreatyBook(
        authorities.instruments,
        acronyms,
        {ref: tuple(books) for ref, books in protocols.items()},
        {key: refs[0] for key, refs in by_words.items() if len(set(refs)) == 1},
    )


def chosen(
    protocols: Sequence[Instrument], topics: Sequence[str], ordinal: str, *, plural: bool
) -> tuple[InstrumentRef, ...]:
    """Which of a convention's protocols are meant: by topic, else by ordinal, else the one that needs neither.

    :param topics: what the words say they are on.
    :return: in the plural all that fit; in the singular one, or all of them where nothing tells them apart.
    """
    if topics:
        return tuple(book.ref for book in protocols if set(topics) & set(book.topics))
    if ordinal and not plural:
        counted = tuple(book.ref for book in protocols if ordinal.lower() in book.ordinals)
        return counted or tuple(book.ref for book in protocols)
    plain = tuple(book.ref for book in protocols if not book.topics)
    if not plural and len(plain) == 1:
        return plain
    return tuple(book.ref for book in protocols)
