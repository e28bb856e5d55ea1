"""Provisions: which instrument an article is of, and whether that instrument has it.

Takes provision mentions in their context, gives links and open mentions. An article goes to the instrument its words
name; "the Protocol" and "its article 10" go to what was named before, where that is one thing; an article that the
treaty does not have, or whose treaty is undecided, stays open with its rivals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.organizations import BodyResolver
from rapporteur.link.partial import told_apart
from rapporteur.link.publications import Titles
from rapporteur.link.treaties import REACH, TreatyResolver
from rapporteur.model import (
    Because,
    Coined,
    Entity,
    Grade,
    InstrumentRef,
    OrganizationRef,
    PartRef,
    ProvisionRef,
    PublicationRef,
)
from rapporteur.model.citations import (
    CitationMention,
    InstrumentWords,
    ProvisionMention,
    PublicationMention,
)
from rapporteur.model.slugs import slug
from rapporteur.model.swift import lazy

Bearer = InstrumentRef | PublicationRef


@dataclass(frozen=True, slots=True)
class Answer:
    """Whose provision it is, how that was found; the rivals and the reason where it is not decided."""

    bearer: Bearer | None
    grade: Grade = Grade.EXPLICIT
    rivals: tuple[Entity, ...] = ()
    because: Because | None = None
    coined: Coined | None = None


@dataclass
class ProvisionResolver:
    """Decides whose provisions are meant."""

    context: Context
    treaties: TreatyResolver
    titles: Titles
    bodies: BodyResolver

    def resolve(self, mention: ProvisionMention) -> Answer:
        """The instrument or publication that a provision belongs to."""
        words = mention.instrument
        if words.form == "rules" or (words.form == "none" and mention.targets[0][0][0] == "rule"):
            return self._rules(words, mention)
        match words.form:
            case "name":
                one = words.candidates[0] if len(words.candidates) == 1 else None
                grade = Grade.STRUCTURE if mention.rule.id == "provision/announced" else Grade.EXPLICIT
                return Answer(one, grade, rivals=words.candidates if one is None else ())
            case "anaphor":
                ref, rivals = self.treaties.resolve(words.noun, mention, words.year)
                return Answer(ref, Grade.CONTEXT, rivals)
            case "its":
                near = self._bearers(mention, same_sentence=True)
                of_law = words.name and not any(isinstance(bearer, PublicationRef) for bearer in near)
                return self._one_of((*near, None) if of_law else _of_pair(near, words.noun))
            case "none":
                if words.noun and (own := self.treaties.watched) is not None:
                    return Answer(own, Grade.STRUCTURE)
                if words.name:
                    return Answer(None, because=Because.UNKNOWN_FORM)
                here = self._bearers(mention, same_sentence=False)
                return self._one_of(here) if here else self._headed(mention)
            case "act":
                return self._act(words)
            case "publication":
                return self._publication(words)
            case "work":
                works = self.titles.with_noun(words.noun)
                bearers = tuple(work if isinstance(work, PublicationRef) else None for work in works)
                return self._one_of(bearers)
            case "unknown-treaty":
                if self.treaties.before_its_title(mention, words.name):
                    return Answer(None, because=Because.SEVERAL_CANDIDATES)
                if rivals := self.treaties.beginnings(words.name):
                    return Answer(None, rivals=rivals)
                title = self.treaties.full_title(words.name)
                ref = self.treaties.here_only(words.name, words.number)
                known = ref.id in self.context.authorities.instruments
                return Answer(ref, coined=None if known else Coined(ref, title))
        return Answer(None, because=Because.UNKNOWN_FORM)

    def _rules(self, words: InstrumentWords, mention: ProvisionMention) -> Answer:
        books = self.context.authorities.instruments.values()
        if words.bodies:
            body, rivals = self._body(words.bodies, mention)
            if body is None:
                return Answer(None, rivals=tuple(ref for ref in rivals if self.bodies.may_be_meant(ref)))
            known = [book.ref for book in books if book.unit == "rule" and book.body == body.id]
            if len(known) == 1:
                return Answer(known[0], Grade.CONTEXT)
            return self._rules_of(body)
        for body in self.context.lineage(self.context.body):
            for book in books:
                if book.unit == "rule" and book.body == body.id:
                    return Answer(book.ref, Grade.CONTEXT)
        own = self.context.plenary
        before = self._rules_before(mention) if words.form == "none" else None
        if before is not None:
            return replace(self.resolve(before), grade=Grade.CONTEXT, rivals=(), because=None)
        named = words.form == "rules" or (own is not None and self._only_rules_of(own, mention))
        return self._rules_of(own) if own is not None and named else Answer(None)

    def _rules_before(self, mention: ProvisionMention) -> ProvisionMention | None:
        """The rules of procedure that the same text names last before a bare rule."""
        named = self._rules_named.get(mention.text_part, ())
        return max((rules for rules in named if rules.order < mention.order), key=lambda m: m.order, default=None)

    def _only_rules_of(self, own: OrganizationRef, mention: ProvisionMention) -> bool:
        """Are the rules of procedure that the report cites before all those of its own body?"""
        before = [
            rules
            for rules in self.context.of_type(ProvisionMention)
            if rules.instrument.form == "rules" and rules.order < mention.order
        ]
        ref = self._rules_of(own).bearer
        return bool(before) and all(self._rules(rules.instrument, rules).bearer == ref for rules in before)

    def _rules_of(self, body: OrganizationRef) -> Answer:
        """Rules of procedure that no authority holds, by the body whose they are."""
        ref = InstrumentRef(f"{body.id}-rules-of-procedure")
        label = self.context.authorities.organizations[body.id].label
        return Answer(ref, Grade.CONTEXT, coined=Coined(ref, f"Rules of procedure of the {label}"))

    def _headed(self, mention: ProvisionMention) -> Answer:
        """The one treaty of the nearest heading that names any: under it a bare "article 6" is of that treaty."""
        for heading in self.context.heading_parts(mention.text_part):
            named = (m for m in self.treaties.before_in(heading) if m.form == "name" and not m.shared)
            over = [m for m in named if self.treaties.is_head(m)]
            if over:
                refs = tuple(dict.fromkeys(self.treaties.named(m) for m in over))
                return replace(self._one_of(refs), grade=Grade.STRUCTURE) if len(refs) == 1 else self._one_of(refs)
        return self._one_of(())

    def _body(
        self, candidates: tuple[OrganizationRef, ...], mention: CitationMention
    ) -> tuple[OrganizationRef | None, tuple[OrganizationRef, ...]]:
        family = [ref for ref in self.context.family_names.values() if ref in candidates]
        return (family[0], ()) if family else self.bodies.resolve(candidates, mention)

    def _act(self, words: InstrumentWords) -> Answer:
        states = words.states or ((self.context.subject,) if self.context.subject is not None else ())
        if len(states) != 1:
            return Answer(None, rivals=states)
        year = f"-{words.year}" if words.year else ""
        ref = InstrumentRef(f"{states[0].code.lower()}/{slug(words.name)}{year}")
        grade = Grade.EXPLICIT if words.states else Grade.CONTEXT
        return Answer(ref, grade, coined=Coined(ref, words.name, issued=words.year))

    def _publication(self, words: InstrumentWords) -> Answer:
        target = self.titles.resolve(words.name)
        if not isinstance(target, PublicationRef):
            return Answer(None, rivals=(target,), because=Because.UNKNOWN_FORM)
        return Answer(target, coined=Coined(target, words.name) if target.scheme == "title" else None)

    def _bearers(self, mention: ProvisionMention, *, same_sentence: bool) -> tuple[Bearer | None, ...]:
        """What was named before in the same text and has articles: treaties, titled works, acts, unread instruments.

        None stands for an instrument that was named and could not be told.
        """
        found: list[tuple[CitationMention, Bearer | None]] = []
        for treaty in self.treaties.before(mention):
            if treaty.form == "name" and not treaty.shared:
                found.append((treaty, self.treaties.named(treaty)))
            elif treaty.form == "anaphor":
                found.append((treaty, self.treaties.resolve(treaty.noun, treaty, treaty.year)[0]))
        for other in self._others.get(mention.text_part, ()):
            if other.order >= mention.order:
                continue
            if isinstance(other, PublicationMention):
                target = self.titles.resolve(other.title)
                found.append((other, target if isinstance(target, PublicationRef) else None))
            elif isinstance(other, ProvisionMention):
                found.append((other, self.resolve(other).bearer))
        if same_sentence:
            near = [bearer for m, bearer in found if m.sentence == mention.sentence]
            near = near or [bearer for m, bearer in found if m.sentence == mention.sentence - 1]
        else:
            near = [bearer for m, bearer in found if mention.sentence - m.sentence <= REACH]
        return tuple(dict.fromkeys(near))

    @lazy
    def _others(self) -> Mapping[PartRef, Sequence[CitationMention]]:
        """Titled works, and provisions of instruments that are no treaties of the authorities, by text."""
        forms = ("act", "publication", "unknown-treaty", "unread")
        found: dict[PartRef, list[CitationMention]] = defaultdict(list)
        for title in self.context.of_type(PublicationMention):
            found[title.text_part].append(title)
        for provision in self.context.of_type(ProvisionMention):
            if provision.instrument.form in forms and provision.instrument.noun != "chapter":
                found[provision.text_part].append(provision)
        return found

    @lazy
    def _rules_named(self) -> Mapping[PartRef, Sequence[ProvisionMention]]:
        """The rules of procedure that each text names."""
        found: dict[PartRef, list[ProvisionMention]] = defaultdict(list)
        for mention in self.context.of_type(ProvisionMention):
            words = mention.instrument
            if words.form == "rules" or (words.form == "unread" and words.noun == "rules"):
                found[mention.text_part].append(mention)
        return found

    def _one_of(self, bearers: tuple[Bearer | None, ...]) -> Answer:
        if len(bearers) == 1:
            return Answer(bearers[0], Grade.CONTEXT)
        return Answer(None, rivals=tuple(bearer for bearer in bearers if bearer is not None))


def _of_pair(bearers: tuple[Bearer | None, ...], which: str) -> tuple[Bearer | None, ...]:
    """ "the former", "the latter": the one of exactly two; where there are not two, all of them and an unknown one.

    Without such words all of them.
    """
    if not which:
        return bearers
    return bearers[which != "former" :][:1] if len(bearers) == 2 else (*bearers, None)


def link_provisions(context: Context, resolver: ProvisionResolver) -> Iterator[Outcome]:
    """A link or an open mention for every provision of every expression."""
    coined: set[Coined] = set()
    for mention in context.of_type(ProvisionMention):
        answer = resolver.resolve(mention)
        outcomes = [(_link_one(context, mention, answer, steps), (steps[0][1],)) for steps in mention.targets]
        yield from told_apart(context.report, outcomes)
        if answer.coined is not None and answer.coined not in coined:
            coined.add(answer.coined)
            yield answer.coined


def _link_one(
    context: Context, mention: ProvisionMention, answer: Answer, steps: tuple[tuple[str, str], ...]
) -> Outcome:
    kind = _kind(mention, answer)
    if answer.bearer is None:
        rivals = tuple(
            ProvisionRef(ref, steps) if isinstance(ref, InstrumentRef | PublicationRef) else ref
            for ref in answer.rivals
            if not isinstance(ref, InstrumentRef) or _exists(context, ref, steps)
        )
        return unlinked(mention, context.report, kind, answer.because or undecided(rivals), rivals)
    if isinstance(answer.bearer, InstrumentRef) and not _exists(context, answer.bearer, steps):
        return unlinked(mention, context.report, kind, Because.NO_CANDIDATE)
    return linked(mention, context.report, ProvisionRef(answer.bearer, steps), kind, answer.grade)


def _exists(context: Context, ref: InstrumentRef, steps: tuple[tuple[str, str], ...]) -> bool:
    """Does the treaty have the article, as far as the authorities list its articles?"""
    book = context.authorities.instruments.get(ref.id)
    if book is None or not book.provisions:
        return True
    return steps[0][0] == book.unit and steps[0][1] in book.provisions


def _kind(mention: ProvisionMention, answer: Answer) -> str:
    if mention.targets[0][0][0] == "rule":
        return "rule-of-procedure"
    if mention.instrument.form == "act" or (isinstance(answer.bearer, InstrumentRef) and "/" in answer.bearer.id):
        return "national-law"
    return "publication" if isinstance(answer.bearer, PublicationRef) else "treaty-article"
