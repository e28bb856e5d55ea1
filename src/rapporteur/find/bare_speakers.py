"""Speakers by their bare names: "Azuria and Harbour Watch said that lamps were dim" → one mention a speaker.

Takes a sentence that no other form of a statement fits, where the house lets States speak so, or where the section is
one of statements. Bodies that decide and officers that report are no speakers; a name in capitals that nobody bears and
that is built as no organization's comes back as unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.authorities import Authorities
from rapporteur.find.lists import ListPiece, read_list
from rapporteur.find.observing import spoken_until
from rapporteur.find.scenes import Sentence, place
from rapporteur.find.spokesmen import spoken_for
from rapporteur.find.statements import is_speaker, on_behalf, speakers
from rapporteur.model import PartRef, Report
from rapporteur.model.actors import ActorMention, StatementMention
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

_OUTSIDE = ("non-governmental", "intergovernmental", "other-entity", "group")
"""Kinds of organization that speak at meetings of others."""
Read = tuple[tuple[StatementMention, ...], ActorMention | None]


@dataclass(frozen=True)
class BareSpeakers:
    """Reads the sentences of one report.

    :ivar sections: paths of the sections that hold statements, and nothing but statements.
    :ivar reads: there are such sections, or the house lets States speak by their bare names.
    """

    report: Report
    authorities: Authorities
    sections: frozenset[str]
    reads: bool

    @classmethod
    def of(cls, report: Report, authorities: Authorities) -> BareSpeakers:
        title = load_patterns("statements")["section/statements"].regex
        held: set[str] = set()
        for section in report.sections:
            if section.parent in held or title.search(section.title.text):
                held.add(section.path)
        house = load_patterns("statements", report.house.style).patterns.get("statement/said")
        return cls(report, authorities, frozenset(held), bool(held) or house is not None)

    def _holds(self, part: PartRef) -> bool:
        """Does a paragraph stand in a section of statements?"""
        paragraph = self.report.paragraph(part) if self.sections else None
        return paragraph is not None and not paragraph.annex and paragraph.section in self.sections

    def read(self, sentence: Sentence, spoke: Sequence[StatementMention]) -> Read:
        """The speakers of a sentence by their bare names, and the sentence where one of them could not be read.

        :param spoke: those who spoke before: what they add in the same paragraph is no further statement.
        """
        patterns, in_section = sentence.patterns("statements"), self._holds(sentence.passage.part)
        house = patterns.patterns.get("statement/said")
        if sentence.passage.part.annex or (house is None and not in_section):
            return (), None
        pattern = patterns["statement/told"] if in_section else house
        match = pattern.regex.match(sentence.text) if pattern is not None else None
        if pattern is None or match is None:
            return (), None
        first, last = match.span("list")
        last = min(last, spoken_until(sentence, first, last))
        pieces = read_list(sentence.passage, sentence.start + first, sentence.start + last)
        known = [piece.name is not None and self._speaks(piece.name) for piece in pieces]
        if not all(known) and not (in_section and self._are_named(sentence, pieces)):
            return (), None
        if not all(sure or is_speaker(sentence, piece) for sure, piece in zip(known, pieces, strict=True)):
            return (), ActorMention(**place(sentence.passage, sentence.start, sentence.end, pattern.rule))
        said = {one.words for one in spoke if one.text_part == sentence.passage.part} if in_section else set()
        pieces = tuple(piece for piece in pieces if sentence.passage.text[slice(*piece.at)] not in said)
        one = len(pieces) == 1 and in_section
        behalf = on_behalf(sentence, last, match.end()) if one else None
        others = spoken_for(sentence, last, match.end()) if one else ()
        return tuple(speakers(sentence, pieces, "representative", "", (), behalf, pattern.rule, others)), None

    def _speaks(self, name: NameMention) -> bool:
        """May the bearer of a name speak at a meeting: a State, an organization that is not of its house?"""
        if name.kind != "organization":
            return name.kind == "state" and not name.shared
        books = [self.authorities.organizations.get(getattr(ref, "id", "")) for ref in name.candidates]
        organ = load_patterns("statements")["statement/organ"].regex
        return (
            all(
                book is not None and (book.kind in _OUTSIDE or (book.kind == "un" and not organ.search(book.label)))
                for book in books
            )
            and name.words not in self.report.title_text
        )

    def _are_named(self, sentence: Sentence, pieces: Sequence[ListPiece]) -> bool:
        """Are all pieces names in capitals, none of them an officer, a body that decides, a text or a person?"""
        no_speaker = load_patterns("statements")["statement/no-speaker"].regex
        shape = load_patterns("statements")["statement/named"].regex
        for piece in pieces:
            words = sentence.passage.text[slice(*piece.at)]
            if piece.name is not None and not self._speaks(piece.name):
                return False
            if piece.name is None and (shape.match(words) is None or no_speaker.search(words)):
                return False
            if any(name.kind == "instrument" for name in sentence.passage.names_over(*piece.at)):
                return False
        return bool(pieces)
