"""Paragraphs and recommendations: which document they are of, one link a number.

Takes paragraph mentions in their context, and what of decisions is linked already; gives links and open mentions. A
dotted number is a recommendation: of this report where it has that number, else, in an addendum, of the document that
it is added to; one without a point is of the list that the report says its numbers follow. A bare "paragraph 15 (a)" is
of the document whose paragraph 15 the same text cites before, in a note of the one document whose paragraphs it cites
before; without one it stays open, as does the paragraph of a section of a decision. In an annex with numbers of its
own, "paragraph 7 above" and "paragraph 7 of the present document" are the annex's, and so is "paragraph 7" alone where
its paragraph cites nothing else; in the body, where it also stands before those words under the same heading. Behind
"annex II to this report" in the same sentence it is that annex's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.documents import DocumentResolver
from rapporteur.link.partial import told_apart
from rapporteur.model import (
    Because,
    DecisionPartRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Entity,
    Grade,
    Linked,
    Paragraph,
    PartKind,
    PartRef,
    PublicationRef,
)
from rapporteur.model.citations import (
    DecisionMention,
    DecisionPartMention,
    IbidMention,
    ParagraphMention,
    ProvisionMention,
    ReportMention,
    SectionMention,
    SymbolMention,
    TreatyMention,
)

Whole = DocumentRef | DecisionRef | PublicationRef
Path = tuple[str, ...]
_BARE = "recommendation/bare"
"""The rule by which recommendations are cited without the paragraph they stand under."""
_ANSWERED = "recommendation/answered"
"""The rule by which the label over an answer names the recommendations answered, where such a list is named."""
_LIST = "recommendation/list"
"""The rule by which a paragraph is cited whose list gives such recommendations their numbers."""
_NAMES_REPORT = re.compile(r"\b(?:report|document|note|addendum)\Z")
_CITING = (SymbolMention, DecisionMention, DecisionPartMention, ProvisionMention, IbidMention, TreatyMention)
_GAPS = (1, 2, 3)
"""Characters between a section and the paragraph of it: a comma and white space."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The document, and the annex to it, whose paragraphs are meant."""

    whole: Whole | None
    annex: str = ""
    grade: Grade = Grade.EXPLICIT
    rivals: tuple[Entity, ...] = ()


@dataclass
class ParagraphLinker:
    """Links paragraphs in reading order, and remembers them for the bare numbers that follow.

    :ivar numbered: the numbers, without a point, under which this report prints recommendations.
    """

    context: Context
    resolver: DocumentResolver
    decided: Sequence[Outcome]
    numbered: Container[str] = ()
    _cited: dict[tuple[str, str, str], dict[tuple[Whole, str], int]] = field(default_factory=lambda: defaultdict(dict))
    _texts: dict[tuple[str, str], dict[tuple[Whole, str], int]] = field(default_factory=lambda: defaultdict(dict))
    _ends: dict[tuple[PartRef, int], DocumentPartRef | DecisionPartRef] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for outcome in self.decided:
            if isinstance(outcome, Linked):
                self._remember(outcome)
                if isinstance(outcome.target, DocumentPartRef | DecisionPartRef):
                    self._ends.setdefault((outcome.part, outcome.span.end), outcome.target)

    def links(self) -> Iterator[Outcome]:
        """A link or an open mention for every number of every expression."""
        for mention in self.context.of_type(ParagraphMention):
            if mention.rule.id == _ANSWERED and not self._listed():
                continue
            yield from told_apart(self.context.report, [(self._noted(mention, path), path) for path in mention.paths])

    def _noted(self, mention: ParagraphMention, path: Path) -> Outcome:
        """What becomes of one number, remembered for those that follow."""
        outcome = self._one(mention, path)
        if isinstance(outcome, Linked):
            self._remember(outcome)
        return outcome

    def _remember(self, link: Linked) -> None:
        target = link.target
        if not isinstance(target, DocumentPartRef | DecisionPartRef) or target.part.section:
            return
        if target.part.kind is not PartKind.SECTION:
            whole: Whole = target.document if isinstance(target, DocumentPartRef) else target.decision
            key = (*_text_of(link.part), target.part.path[0])
            self._cited[key].setdefault((whole, target.part.annex), link.span.start)
            self._texts[key[:2]].setdefault((whole, target.part.annex), link.span.start)

    def _one(self, mention: ParagraphMention, path: Path) -> Outcome:
        report = self.context.report
        if mention.document.form == "preceding":
            return self._preceding(mention)
        if mention.rule.id in (_BARE, _ANSWERED):
            return self._recommendation(mention, path)
        if (section := self._section_before(mention)) is not None:
            return unlinked(mention, report, "report-paragraph", Because.UNKNOWN_FORM, (section,))
        if (near := self._near(mention, path)) is not None:
            items = (item.path for item in near.items)
            if len(path) > 1 and path[1:] not in items:
                return unlinked(mention, report, "internal-paragraph", Because.NO_CANDIDATE)
            kind_of_part = PartKind.PARAGRAPH if len(path) == 1 else PartKind.SUBPARAGRAPH
            here = PartRef(kind_of_part, (near.key, *path[1:]), near.annex)
            target = DocumentPartRef(self.context.document, here)
            return linked(mention, report, target, "internal-paragraph", Grade.CONTEXT)
        meant = self._meant(mention, path)
        own = meant.whole == self.context.document
        kind = "internal-paragraph" if own else "report-paragraph"
        if meant.whole is None:
            return unlinked(mention, report, kind, undecided(meant.rivals), meant.rivals)
        if isinstance(meant.whole, PublicationRef):
            return unlinked(mention, report, kind, Because.UNKNOWN_FORM, (meant.whole,))
        if own and not self._has(path, meant.annex):
            return unlinked(mention, report, kind, Because.NO_CANDIDATE)
        grade = Grade.CONTEXT if own else meant.grade
        if "." in path[0] and isinstance(meant.whole, DocumentRef) and not meant.annex:
            return linked(mention, report, DocumentUnitRef(meant.whole, path[0]), kind, grade)
        part = PartRef(PartKind.PARAGRAPH if len(path) == 1 else PartKind.SUBPARAGRAPH, path, meant.annex)
        if isinstance(meant.whole, DocumentRef):
            return linked(mention, report, DocumentPartRef(meant.whole, part), kind, grade)
        return linked(mention, report, DecisionPartRef(meant.whole, part), "decision", grade)

    def _recommendation(self, mention: ParagraphMention, path: Path) -> Outcome:
        """A recommendation by a bare number: of this report where it prints it, else of a document that is named."""
        report, form = self.context.report, mention.document.form
        if form in ("none", "present"):
            if len(path) == 1 and path[0] in self.numbered:
                own = DocumentUnitRef(self.context.document, path[0])
                return linked(mention, report, own, "internal-paragraph", Grade.CONTEXT)
            if form == "none" and len(path) == 1 and len(listed := self._listed()) == 1:
                unit = DocumentUnitRef(listed[0].document, f"{listed[0].part.path[0]}.{path[0]}")
                return linked(mention, report, unit, "report-paragraph", Grade.CONTEXT)
            added_to = self.context.main_document
            rivals: tuple[Entity, ...] = (added_to,) if added_to is not None else ()
            return unlinked(mention, report, "report-paragraph", Because.UNKNOWN_FORM, rivals)
        answer = self.resolver.resolve(mention.document, mention)
        if isinstance(answer.document, DocumentRef) and answer.document != self.context.document and len(path) == 1:
            target = DocumentUnitRef(answer.document, path[0])
            return linked(mention, report, target, "report-paragraph", answer.grade)
        rivals = (answer.document,) if answer.document is not None else answer.rivals
        return unlinked(mention, report, "report-paragraph", Because.UNKNOWN_FORM, rivals)

    def _listed(self) -> list[DocumentPartRef]:
        """The paragraphs of other documents by whose lists, the report says, recommendations have their numbers."""
        found: dict[DocumentPartRef, None] = {}
        for mention in self.context.of_type(ParagraphMention):
            if mention.rule.id == _LIST and len(mention.paths) == 1 and len(mention.paths[0]) == 1:
                whole = self.resolver.resolve(mention.document, mention).document
                if isinstance(whole, DocumentRef) and whole != self.context.document and not mention.annex:
                    found[DocumentPartRef(whole, PartRef(PartKind.PARAGRAPH, mention.paths[0]))] = None
        return list(found)

    def _meant(self, mention: ParagraphMention, path: Path) -> _Meant:
        added_to = self.context.main_document
        if mention.document.form == "present" and "." in path[0] and added_to is not None and not self._has(path, ""):
            return _Meant(added_to, grade=Grade.CONTEXT)
        bare = mention.document.form == "none"
        if bare and "." not in path[0]:
            before = self._before(mention, path[0]) or self._in_note(mention)
            if len(before) == 1:
                return _Meant(*before[0], Grade.CONTEXT)
        answer = self.resolver.resolve(mention.document, mention)
        if answer.document is not None or not bare:
            return _Meant(answer.document, mention.annex, answer.grade, answer.rivals)
        if "." in path[0]:
            own = path[0] in self.context.report.paragraph_by_number
            return _Meant(self.context.document if own else added_to, grade=Grade.CONTEXT)
        return _Meant(None, rivals=answer.rivals)

    def _near(self, mention: ParagraphMention, path: Path) -> Paragraph | None:
        """The paragraph that the words point at from inside its own annex, or among others of its number; else None.

        "Paragraph 3 of the present report" points at none; "paragraph 3 above" at the last one before.
        """
        report, form, annex = self.context.report, mention.document.form, mention.part.annex
        whole = _NAMES_REPORT.search(mention.words) and not (annex and mention.words.endswith("document"))
        if mention.annex or form not in ("none", "present") or whole:
            return None
        named = self._annex_before(mention) if form == "none" and not self._before(mention, path[0]) else ""
        if named and (own := self._own(path[0], named)) is not None:
            return own
        rivals = [p for p in report.paragraphs if p.annex == annex and p.number == path[0]]
        if form == "none":
            alone = len(rivals) == 1 and (annex or self._looks_back(mention, rivals[0]))
            return rivals[0] if alone and self._cites_nothing(mention) else None
        if len(rivals) < 2:
            return rivals[0] if annex and rivals else None
        before = [p for p in rivals if p.span.start <= mention.span.start]
        below = mention.words.endswith("below")
        after = [p for p in rivals if p.span.start > mention.span.start]
        return next(iter(after if below else reversed(before)), None)

    def _looks_back(self, mention: ParagraphMention, target: Paragraph) -> bool:
        """Is the paragraph in the section of the words that name it, and no later than their own?"""
        here = self.context.report.paragraph(mention.part)
        whole = "." not in target.number
        return whole and here is not None and here.section == target.section and target.span.start <= here.span.start

    def _cites_nothing(self, mention: ParagraphMention) -> bool:
        """Does the paragraph that holds the words cite no document, decision, treaty or provision?"""
        text = _text_of(mention.part)
        others = (other for kind in _CITING for other in self.context.of_type(kind))
        described = (report for report in self.context.of_type(ReportMention) if report.document.described)
        return not any(_text_of(other.part) == text for other in (*others, *described))

    def _before(self, mention: ParagraphMention, number: str) -> list[tuple[Whole, str]]:
        """The documents, with their annexes, whose paragraph of that number the same text cites before."""
        cited = self._cited.get((*_text_of(mention.part), number), {})
        return [whole for whole, place in cited.items() if place < mention.span.start]

    def _annex_before(self, mention: ParagraphMention) -> str:
        """The one annex of this report that the same sentence names before; "" if none or several."""
        before = {
            path.removeprefix("annex-")
            for other in self.context.of_type(SectionMention)
            if (other.text_part, other.sentence) == (mention.text_part, mention.sentence)
            and other.order < mention.order
            and other.document.form == "present"
            for path in other.paths
            if path.startswith("annex-")
        }
        return before.pop() if len(before) == 1 else ""

    def _in_note(self, mention: ParagraphMention) -> list[tuple[Whole, str]]:
        """In a note "See also para. 7": of the one document whose paragraph it cites before, if it names no other."""
        text = _text_of(mention.part)
        cited = self._texts.get(text, {}) if mention.part.kind is PartKind.NOTE else {}
        before = [whole for whole, place in cited.items() if place < mention.span.start]
        if len(before) != 1:
            return []
        others = (other for kind in _CITING for other in self.context.of_type(kind) if _text_of(other.part) == text)
        symbols = {other.words for other in others if other.span < mention.span}
        return before if len(symbols) == 1 else []

    def _section_before(self, mention: ParagraphMention) -> DocumentPartRef | DecisionPartRef | None:
        """The section of a decision that was named directly before: sections number their paragraphs anew."""
        if mention.document.form != "none":
            return None
        found = (self._ends.get((mention.part, mention.span.start - gap)) for gap in _GAPS)
        return next((target for target in found if target is not None and target.part.kind is PartKind.SECTION), None)

    def _preceding(self, mention: ParagraphMention) -> Outcome:
        """The paragraph of this report before the one that holds the words."""
        report = self.context.report
        here = report.paragraph(mention.part)
        place = report.paragraphs.index(here) if here is not None else 0
        before = report.paragraphs[place - 1] if place else None
        if here is None or before is None or before.annex != here.annex:
            return unlinked(mention, report, "internal-paragraph", Because.NO_CANDIDATE)
        target = DocumentPartRef(self.context.document, before.ref)
        return linked(mention, report, target, "internal-paragraph", Grade.CONTEXT)

    def _has(self, path: Path, annex: str) -> bool:
        """Has this report the paragraph, and the letter in it?"""
        paragraph = self._own(path[0], annex)
        return paragraph is not None and (len(path) == 1 or any(item.path == path[1:] for item in paragraph.items))

    def _own(self, number: str, annex: str) -> Paragraph | None:
        if not annex:
            return self.context.report.paragraph_by_number.get(number)
        fitting = (p for p in self.context.report.paragraphs if p.annex == annex and p.number == number)
        return next(fitting, None)


def _text_of(part: PartRef) -> tuple[str, str]:
    """What tells the text that a part is in from others: a paragraph with its lettered parts is one text."""
    kind = PartKind.PARAGRAPH if part.kind is PartKind.SUBPARAGRAPH else part.kind
    return (f"{kind}/{part.annex}", part.path[0] if part.path else "")
