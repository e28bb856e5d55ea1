"""Organizations: which body a name, a short name or "an open-ended working group" means.

Takes organization mentions in their context, gives links, open mentions and the bodies minted from lists. A short
name means the body of the report's own family; else the one that was fully named before; else it stays open, as it does
in a recommendation that one State made to another, whose own working group may be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.shortened import is_shortened
from rapporteur.model import Coined, Grade, Linked, OrganizationRef, PartKind, PartRef
from rapporteur.model.citations import CitationMention, EstablishmentMention, OrganizationMention
from rapporteur.model.slugs import slug
from rapporteur.model.swift import lazy

_SERVED = ("un", "treaty-body")
"""Kinds of the bodies that the Secretariat of the United Nations serves."""

_ARTICLES = ("the", "a", "an")
_FEWEST = 3
"""Words of a name that may be a longer one shortened."""


@dataclass
class BodyResolver:
    """Decides between the bodies that share a short name."""

    context: Context
    _named: dict[OrganizationRef, list[CitationMention]] = field(default_factory=lambda: defaultdict(list))
    _of_text: dict[PartRef, list[OrganizationMention]] = field(default_factory=lambda: defaultdict(list))
    _letters: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._letters = _letters(self.context.of_type(OrganizationMention))
        for mention in self.context.of_type(OrganizationMention):
            if mention.form in ("name", "unknown"):
                self._of_text[mention.text_part].append(mention)
            if mention.form == "name" and len(mention.candidates) == 1:
                self._named[mention.candidates[0]].append(mention)

    def resolve(
        self, candidates: Sequence[OrganizationRef], at: CitationMention
    ) -> tuple[OrganizationRef | None, tuple[OrganizationRef, ...]]:
        """The body that ``candidates`` mean at a mention, and the rivals where none is decided."""
        if len(candidates) < 2:
            return (candidates[0], ()) if candidates else (None, ())
        family = [ref for ref in self.context.family_names.values() if ref in candidates]
        if len(set(family)) == 1:
            return family[0], ()
        lineage = [ref for ref in self.context.lineage(self.context.body) if ref in candidates]
        if lineage:
            return lineage[0], ()
        last: dict[OrganizationRef, CitationMention] = {}
        for ref in candidates:
            named = self._named.get(ref, [])
            index = bisect_left(named, at.order, key=lambda mention: mention.order)
            if index:
                last[ref] = named[index - 1]
        here = [ref for ref, mention in last.items() if mention.text_part == at.text_part]
        if here:
            return max(here, key=lambda ref: last[ref].order), ()
        if len(last) == 1:
            return next(iter(last)), ()
        return None, tuple(last or candidates)

    def short(self, mention: OrganizationMention) -> tuple[OrganizationRef | None, tuple[OrganizationRef, ...]]:
        """The body that a short name means, unless the same text named another that may be called so since."""
        target, rivals = self._short(mention)
        other = self._namesake(mention, target) if target is not None else None
        return (None, (target, other)) if target is not None and other is not None else (target, rivals)

    def _namesake(self, mention: OrganizationMention, meant: OrganizationRef) -> OrganizationRef | None:
        """The body of which ``mention`` may be the short name too: named before it in the same text, and later than
        the body that is ``meant``, by a name that begins or ends with it, as "Council for Lamps" and "Lamp Council".
        """
        last: OrganizationRef | None = None
        for named in self._of_text.get(mention.text_part, ()):
            if named.order >= mention.order:
                break
            words = named.name.split()
            if named.candidates == (meant,):
                last = None
            elif len(words) > 1 and mention.name in (words[0], words[-1]) and len(named.candidates) < 2:
                last = named.candidates[0] if named.candidates else self.coined(named)
            last = None if last == meant else last
        return last

    def shortened(self, mention: OrganizationMention) -> OrganizationRef | None:
        """The one body named in full before, of whose name this is a shortened form; None where none or several are."""
        words = tuple(mention.name.split())
        if len(words) < _FEWEST or mention.form not in ("unknown", "name"):
            return None
        found = {
            ref
            for order, longer, ref in self._full_names
            if order < mention.order and len(longer) > len(words) and is_shortened(words, longer)
        }
        return next(iter(found)) if len(found) == 1 else None

    @lazy
    def _full_names(self) -> Sequence[tuple[tuple[int, int], tuple[str, ...], OrganizationRef]]:
        """The full names of bodies, each where it stands first, without "United Nations", which is left out first."""
        found: dict[str, tuple[tuple[int, int], tuple[str, ...], OrganizationRef]] = {}
        for mention in self.context.of_type(OrganizationMention):
            if mention.form == "unknown" or (mention.form == "name" and len(mention.candidates) == 1):
                ref = mention.candidates[0] if mention.candidates else self.coined(mention)
                words = tuple(mention.name.replace("United Nations ", "").split())
                found.setdefault(mention.name, (mention.order, words, ref))
        return tuple(found.values())

    def coined(self, mention: OrganizationMention) -> OrganizationRef:
        """The body that no authority holds: by the letters that the report prints behind its name anywhere."""
        letters = mention.acronym or self._letters.get(_spelling(mention.name), "")
        return OrganizationRef(slug(letters or mention.name))

    def _own(self, noun: str) -> OrganizationRef | None:
        """The one body that the title of the report names by a noun, as the body whose meeting it was."""
        named = self._of_text.get(PartRef(PartKind.REPORT), ())
        found = {
            mention.candidates[0] if mention.candidates else self.coined(mention)
            for mention in named
            if len(mention.candidates) < 2 and f" {mention.name} ".find(f" {noun} ") >= 0
        }
        return next(iter(found)) if len(found) == 1 and len(named) == 1 else None

    def _short(self, mention: OrganizationMention) -> tuple[OrganizationRef | None, tuple[OrganizationRef, ...]]:
        """The body that a short name means: that of the family first, whoever else bears it.

        A name in the report's title is that of its own meeting; bodies that the report never names are no rivals.
        """
        family = self.context.family_names.get(mention.name)
        if family is not None and family in mention.candidates:
            return family, ()
        if len(mention.candidates) == 1 and not self._reached(mention.candidates[0], mention):
            return None, tuple(ref for ref in mention.candidates if self.may_be_meant(ref))
        meant = None if self.context.is_passage else self._own(mention.name)
        if meant is not None and not any(self.may_be_meant(ref) for ref in mention.candidates if ref != meant):
            return meant, ()
        target, rivals = self.resolve(mention.candidates, mention)
        title = self.context.report.title_text.casefold()
        own = mention.name.casefold() in title and not any(self._named.get(ref) for ref in rivals)
        if own and target is None and self._is_called(mention.name):
            return self.context.body, ()
        return target, () if own else tuple(ref for ref in rivals if self.may_be_meant(ref))

    def serves(self, mention: OrganizationMention) -> bool:
        """May a full name that is a body's short name too ("Secretariat") mean it in this report?

        Not in the report of a body outside the United Nations and its treaties, nor of one that is not known: each
        has a secretariat of its own.
        """
        body = self.context.authorities.organizations.get(mention.candidates[0].id) if mention.candidates else None
        if body is None or mention.name not in body.short_names or self.context.is_passage:
            return True
        if self.context.report.house.style.does("secretariat", "own") and mention.name == body.label:
            return False
        lineage = self.context.lineage(self.context.body)
        if not lineage:
            return self.context.report.symbol is not None
        return self.context.authorities.organizations[lineage[-1].id].kind in _SERVED

    def may_be_meant(self, body: OrganizationRef) -> bool:
        """Is a body a rival here: named in the report, or above its own body? In a passage any body is."""
        return self.context.is_passage or bool(self._named.get(body)) or body in self.context.lineage(self.context.body)

    def same(self, mention: OrganizationMention) -> OrganizationRef | None:
        """The body that "the same Committee" means: the last one named before that is a Committee."""
        last: tuple[tuple[int, int], OrganizationRef] | None = None
        for ref, named in self._named.items():
            index = bisect_left(named, mention.order, key=lambda before: before.order)
            book = self.context.authorities.organizations.get(ref.id)
            called = book is not None and any(f" {mention.name} " in f" {known.label} " for known in book.names)
            if index and called and (last is None or named[index - 1].order > last[0]):
                last = (named[index - 1].order, ref)
        return last[1] if last is not None else None

    def _is_called(self, name: str) -> bool:
        """Is a short name the noun of the full name of the body whose report it is, as "Conference" of a Conference?"""
        body = self.context.body
        book = self.context.authorities.organizations.get(body.id) if body is not None else None
        return book is not None and any(name in known.label.split() for known in book.names)

    def _reached(self, body: OrganizationRef, at: CitationMention) -> bool:
        """Was the body named in full before, or is it one that the reporting body stands under?"""
        named = self._named.get(body, [])
        return bool(named and named[0].order < at.order) or body in self.context.lineage(self.context.body)


def link_organizations(context: Context, bodies: BodyResolver) -> Iterator[Outcome]:
    """Links for every organization mention, occurrence by occurrence."""
    coined: set[OrganizationRef] = set()
    for mention in context.of_type(OrganizationMention):
        known = None
        if mention.form == "unknown" or not mention.candidates:
            known = context.family_names.get(mention.name) or bodies.shortened(mention)
        if known is not None:
            yield _link(context, mention, known, Grade.CONTEXT)
            continue
        if mention.form == "unknown":
            ref = bodies.coined(mention)
            listed = mention.text_part.kind is PartKind.NOTE
            yield _link(context, mention, ref, Grade.STRUCTURE if listed else Grade.EXPLICIT)
            if ref not in coined:
                coined.add(ref)
                yield Coined(ref, mention.name)
            continue
        target: OrganizationRef | None
        rivals: tuple[OrganizationRef, ...]
        if mention.form == "established":
            target, rivals = _established(context, bodies, mention)
        elif mention.form == "same":
            target, rivals = bodies.same(mention), ()
        elif mention.form == "short":
            target, rivals = bodies.short(mention)
            if target is not None and _may_be_national(context, mention):
                rivals, target = (target,), None
        elif not bodies.serves(mention):
            target, rivals = None, ()
        else:
            target, rivals = bodies.resolve(mention.candidates, mention)
        if target is not None:
            yield _link(context, mention, target, Grade.EXPLICIT if mention.form == "name" else Grade.CONTEXT)
        else:
            because = undecided(rivals)
            yield unlinked(mention, context.report, "organization", because, rivals, property="mentions")


def _letters(mentions: Sequence[OrganizationMention]) -> Mapping[str, str]:
    """The letters that the report prints behind a name somewhere, by the name's spelling; none where it prints two."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.form == "unknown" and mention.acronym:
            found[_spelling(mention.name)].add(mention.acronym)
    return {name: next(iter(letters)) for name, letters in found.items() if len(letters) == 1}


def _spelling(name: str) -> str:
    """A name without what print varies in it: articles, hyphens, signs, capitals.

    >>> _spelling("Lamp-Makers Committee on the Cost of Fog") == _spelling("Lamp Makers committee on Cost of Fog")
    True
    """
    return "-".join(word for word in slug(name).split("-") if word not in _ARTICLES)


def _may_be_national(context: Context, mention: OrganizationMention) -> bool:
    """Does a short name stand in a numbered recommendation of a review, and not only in the words over the list?"""
    style, part = context.report.house.style, mention.text_part
    review = style.does("recommendations", "numbered") and not style.does("recommendations", "deontic")
    return review and part.kind is PartKind.PARAGRAPH and "." in part.path[0]


def _established(
    context: Context, bodies: BodyResolver, mention: OrganizationMention
) -> tuple[OrganizationRef | None, tuple[OrganizationRef, ...]]:
    """The body that the text elsewhere says the same decision set up."""
    found: list[OrganizationRef] = []
    for establishment in context.of_type(EstablishmentMention):
        if establishment.decision == mention.decision:
            ref, rivals = bodies.resolve(establishment.bodies, establishment)
            found += [ref] if ref is not None else rivals
    distinct = tuple(dict.fromkeys(found))
    return (distinct[0], ()) if len(distinct) == 1 else (None, distinct)


def _link(context: Context, mention: OrganizationMention, target: OrganizationRef, grade: Grade) -> Linked:
    return linked(mention, context.report, target, "organization", grade, property="mentions")
