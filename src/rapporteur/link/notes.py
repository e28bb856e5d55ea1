"""Notes: which document, publication or treaty volume each note identifies.

Takes the context, gives a `NoteBook`: a title, report or treaty that calls a note is what that note refers to. "Ibid."
is what the note before it refers to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapporteur.link.context import Context
from rapporteur.model import DocumentRef, PartKind, PublicationRef
from rapporteur.model.citations import (
    CitationMention,
    IbidMention,
    SalesMention,
    SeriesMention,
    SymbolMention,
)

Identity = DocumentRef | PublicationRef


@dataclass
class NoteBook:
    """What the notes of a report identify."""

    context: Context
    _by_note: dict[str, list[CitationMention]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for mention in self.context.mentions:
            if mention.text_part.kind is PartKind.NOTE:
                self._by_note[mention.text_part.path[0]].append(mention)

    def identity(self, note: str, depth: int = 0) -> Identity | None:
        """The one document or publication that a note refers to; None where it refers to none or to several."""
        found: list[Identity] = []
        for mention in self._by_note.get(note, ()):
            if isinstance(mention, SymbolMention):
                found.append(DocumentRef(mention.symbol))
            elif isinstance(mention, SalesMention):
                found.append(PublicationRef(mention.scheme, mention.number))
            elif isinstance(mention, SeriesMention) and mention.number:
                found.append(PublicationRef("unts", f"{mention.volume}/{mention.number}"))
            elif isinstance(mention, IbidMention) and depth < 100:
                before = self.context.note_before(note)
                above = self.identity(before, depth + 1) if before is not None else None
                found += [above] if above is not None else []
        distinct = tuple(dict.fromkeys(found))
        if len(distinct) > 1:  # an ISBN beside a sales number or symbol names the same work again
            distinct = tuple(i for i in distinct if not (isinstance(i, PublicationRef) and i.scheme == "isbn"))
        return distinct[0] if len(distinct) == 1 else None

    def first(self, notes: Sequence[str]) -> Identity | None:
        """What the first of the notes that identifies anything refers to."""
        return next((found for note in notes if (found := self.identity(note)) is not None), None)

    def series(self, note: str) -> bool:
        """Does the note give a place in the Treaty Series?"""
        return any(isinstance(mention, SeriesMention) for mention in self._by_note.get(note, ()))
