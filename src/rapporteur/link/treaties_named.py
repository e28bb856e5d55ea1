"""Treaties that a report names: in which texts, under which noun and of which year.

Takes the namings of one noun in reading order, gives what "the Protocol" and "the 1931 Protocol" may mean by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapporteur.model import InstrumentRef, PartRef
from rapporteur.model.citations import CitationMention, TreatyMention

Naming = tuple[TreatyMention, InstrumentRef | None]
"""A treaty's name, and the treaty: None for words that are not sure to be a treaty's title."""

Answer = tuple[InstrumentRef | None, tuple[InstrumentRef, ...]]
"""What is meant, or None and the rivals."""


@dataclass(frozen=True)
class Named:
    """The treaties that one noun fits, as far as the report names them.

    :ivar by_part: in each text, in reading order.
    :ivar pairs: all, in reading order.
    :ivar defining: those that the text gives a short form.
    :ivar headed: those of the title and headings, each once, not of the text right below a heading; ``refs`` all.
    :ivar count: how often they are named.
    """

    by_part: Mapping[PartRef, Sequence[Naming]]
    defining: tuple[Naming, ...] = ()
    headed: tuple[InstrumentRef | None, ...] = ()
    refs: tuple[InstrumentRef | None, ...] = ()
    count: int = 0
    pairs: tuple[Naming, ...] = ()

    @classmethod
    def of(cls, pairs: Sequence[Naming], is_head: Callable[[TreatyMention], bool]) -> Named:
        """Those of one noun.

        :param is_head: whether a name stands in the title or a heading.
        """
        by_part: dict[PartRef, list[Naming]] = defaultdict(list)
        for mention, ref in pairs:
            by_part[mention.text_part].append((mention, ref))
        return cls(
            by_part,
            tuple((mention, ref) for mention, ref in pairs if mention.defines),
            distinct(ref for mention, ref in pairs if is_head(mention)),
            distinct(ref for _, ref in pairs),
            len(pairs),
            tuple(pairs),
        )

    def before(self, at: CitationMention) -> tuple[InstrumentRef | None, ...]:
        """Those named before a mention, each once."""
        return distinct(ref for mention, ref in self.pairs if mention.order < at.order)

    def of_year(self, year: str, adopted: Mapping[str, str]) -> Answer:
        """The one treaty named that is of this year, by the words or the authorities; else those it may be, as rivals.

        :param adopted: instrument id → year of adoption, where the authorities hold it.
        """
        dated = {ref: mention.year for mention, ref in self.pairs if ref is not None and mention.year}
        answer = only(ref for mention, ref in self.pairs if mention.year == year)
        if answer[0] is not None or answer[1]:
            return answer
        undated = [ref for ref in self.refs if ref is not None and ref not in dated]
        known = [ref for ref in undated if adopted.get(ref.id) == year]
        rest = tuple(ref for ref in undated if not adopted.get(ref.id) or ref in known)
        return (known[0], ()) if len(known) == 1 else (None, rest)


def only(refs: Iterable[InstrumentRef | None]) -> Answer:
    """The one treaty among ``refs``; a title that the authorities do not hold is a rival without a reference."""
    found = distinct(refs)
    return (found[0], ()) if len(found) == 1 else (None, tuple(ref for ref in found if ref is not None))


_Ref = TypeVar("_Ref", InstrumentRef, InstrumentRef | None)


def distinct(refs: Iterable[_Ref]) -> tuple[_Ref, ...]:
    return tuple(dict.fromkeys(refs))


NOTHING = Named({})
