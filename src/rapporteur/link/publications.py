"""Publications: which document a title means: that of the note it calls, here or elsewhere, else the title itself.

Takes publication mentions in their context, gives links and the publications minted from their titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapporteur.link.context import Context, Outcome, linked
from rapporteur.link.notes import Identity, NoteBook
from rapporteur.model import Coined, Grade, PublicationRef
from rapporteur.model.citations import PublicationMention
from rapporteur.model.slugs import slug


@dataclass
class Titles:
    """The publications of a report by title."""

    context: Context
    notes: NoteBook
    _identified: dict[str, Identity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.context.of_type(PublicationMention):
            identity = self.notes.first(mention.notes)
            if identity is not None:
                self._identified.setdefault(slug(mention.title), identity)

    def with_noun(self, noun: str) -> tuple[Identity, ...]:
        """The works of the report whose title names this kind of work: "model law"."""
        titles = (mention.title for mention in self.context.of_type(PublicationMention))
        return tuple(dict.fromkeys(self.resolve(title) for title in titles if noun in title.lower()))

    def resolve(self, title: str) -> Identity:
        """The document or publication that a title means in this report."""
        return self._identified.get(slug(title), PublicationRef("title", slug(title)))


def link_publications(context: Context, titles: Titles) -> Iterator[Outcome]:
    """A link for every title; a title that no note identifies is minted once."""
    coined: set[PublicationRef] = set()
    for mention in context.of_type(PublicationMention):
        own = titles.notes.first(mention.notes)
        target = own if own is not None else titles.resolve(mention.title)
        minted = isinstance(target, PublicationRef) and target.scheme == "title"
        grade = Grade.EXPLICIT if own is not None or minted else Grade.CONTEXT
        yield linked(mention, context.report, target, "publication", grade)
        if isinstance(target, PublicationRef) and minted and target not in coined:
            coined.add(target)
            yield Coined(target, mention.title)
