"""Decisions and resolutions: whose they are.

Takes decision mentions in their context, gives links and open mentions. "Decision 4/4" is of the body named beside it,
else of the one its sentence names, else of the body whose report it is; a subsidiary body takes no numbered decisions,
so that the body above it is meant. A number that the report gives one body elsewhere is that body's; so is, where
nothing else tells, one of a session whose numbers it gives to that body alone. "That same decision" is the one named
last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from rapporteur.link.context import Context, Outcome, linked, undecided, unlinked
from rapporteur.link.organizations import BodyResolver
from rapporteur.model import (
    DecisionPartRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    Entity,
    Grade,
    OrganizationRef,
    PartRef,
)
from rapporteur.model.citations import DecisionMention, DecisionPartMention
from rapporteur.patterns import load_patterns

AnyDecision = DecisionMention | DecisionPartMention
Target = DecisionRef | DocumentRef

_SUBSIDIARY = re.compile(r"/(?:WG|SC|AC|IG|IWG)\.\d+(?:/.*)?$")
"""Elements of a symbol that stand for a working group, subcommittee or ad hoc committee (UN Editorial Manual)."""

_SESSIONED = re.compile(r"^(?P<code>A/HRC|A)/(?P<session>\d{1,3})/")
"""Symbols that name the session of the body that the report is of or for."""

_MANY_SESSIONS = ("A", "A/HRC", "E")
_COMMISSIONS = "E/CN."
"""How the codes begin of the commissions of a council, which meet every year."""
_MOST_SESSIONS = 30
"""A conference of parties has had no more regular sessions; a higher number is of another body."""

_RUNNING = {
    "S": re.compile(r"\((?:19|20)\d\d\)$"),
    "A": re.compile(r"\((?:E?S-)?[IVXLC]+\)$"),
    "E": re.compile(r"\([IVXLC]+\)$"),
}
"""How bodies that number their resolutions through tell them apart: by the year, or by the session in Roman numbers."""

_ROMAN = "IVXLC"
"""Bodies whose codes the authorities hold number their sessions in Arabic figures: "decision IX/3" is of another."""

_RUNS = re.compile(r"\d+[A-Z]?")
"""A running number alone, with its letter where it has one: "999", "999A"."""

_BY_SESSION = re.compile(r"^(?P<session>\d{1,3})/\d")


@dataclass
class DecisionResolver:
    """Decides whose decision a number is."""

    context: Context
    bodies: BodyResolver
    _given: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _sessions: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _wholes: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.context.of_type(DecisionMention):
            if mention.bodies and mention.number:
                code = self._plenary(self.bodies.resolve(mention.bodies, mention)[0])
                if code:
                    self._given.setdefault((mention.noun, mention.number), set()).add(code)
        for mention in self.context.of_type(DecisionMention):
            code, grade = self._code(mention) if mention.number else ("", Grade.CONTEXT)
            if code and grade is Grade.EXPLICIT:
                self._sessions.setdefault((mention.noun, _session(mention.number)), set()).add(code)
            if code and mention.noun == "resolution" and "(" in mention.number:
                self._wholes.setdefault(mention.number.partition("(")[0], set()).add((code, mention.number))

    def target(self, mention: AnyDecision) -> tuple[Target | None, Grade]:
        """The decision or resolution a mention with a number means."""
        if _RUNS.fullmatch(mention.number) is not None:
            return self._running(mention), Grade.CONTEXT
        code, grade = self._code(mention)
        if not code:
            return None, grade
        if mention.noun == "resolution":
            return DocumentRef(f"{code}/RES/{mention.number}"), grade
        return DecisionRef(code, mention.number), grade

    def _running(self, mention: AnyDecision) -> DocumentRef | None:
        """The resolution of a number without year or session: the one of that number that the report prints whole."""
        wholes = self._wholes.get(mention.number, set())
        if mention.foreign:
            return None
        named = mention.bodies or mention.sentence_bodies
        of = mention.body or (self._plenary(self.bodies.resolve(named, mention)[0]) if named else "")
        if mention.body or mention.bodies or any(code == of for code, _ in wholes):
            wholes = {(code, number) for code, number in wholes if code == of}
        return DocumentRef("/RES/".join(next(iter(wholes)))) if len(wholes) == 1 else None

    def _code(self, mention: AnyDecision) -> tuple[str, Grade]:
        """Code of the body and how it was found; a number with session or year in brackets needs a body named."""
        if mention.body:
            return mention.body, Grade.EXPLICIT
        code, grade = ("", Grade.CONTEXT) if mention.foreign else self._unlettered(mention)
        return ("" if code in _lettered() else code), grade

    def _unlettered(self, mention: AnyDecision) -> tuple[str, Grade]:
        """Code of the body of a number that does not name it, "4/4"."""
        if mention.bodies:
            return self._plenary(self.bodies.resolve(mention.bodies, mention)[0]), Grade.EXPLICIT
        given = self._given.get((mention.noun, mention.number), set())
        body = self.bodies.resolve(mention.sentence_bodies, mention)[0]
        code = self._plenary(body)
        if code and (not given or code in given) and self._had_session(code, mention.number):
            return code, Grade.EXPLICIT
        if len(given) == 1:
            return next(iter(given)), Grade.CONTEXT
        if given:
            return "", Grade.CONTEXT
        if "(" in mention.number:
            return self._author(mention), Grade.CONTEXT
        if len(mention.sentence_bodies) > 1 and body is None and self.context.body not in mention.sentence_bodies:
            return "", Grade.CONTEXT
        own = self._plenary(self.context.body)
        if (
            own
            and mention.number[0] not in _ROMAN
            and own not in _lettered()
            and self._had_session(own, mention.number)
        ):
            return own, Grade.CONTEXT
        mates = self._sessions.get((mention.noun, _session(mention.number)), set())
        return next(iter(mates)) if len(mates) == 1 else "", Grade.CONTEXT

    def _author(self, mention: AnyDecision) -> str:
        """Code of the body whose own resolution the document is, if it numbers its resolutions so; else ""."""
        code, _, own = (self.context.report.symbol or "").partition("/RES/")
        form = _RUNNING.get(code)
        if form is None or not own or mention.noun != "resolution" or form.search(mention.number) is None:
            return ""
        later = form.search(own) is not None and _count(mention.number) > _count(own)
        return "" if later else code

    def _had_session(self, code: str, number: str) -> bool:
        """Had the body had the session that a number names, when the report was made for it?

        "Resolution 60/251" in a report to the forty-third session of a body is another body's.
        """
        report = _SESSIONED.match(self.context.report.symbol or "")
        session = _BY_SESSION.match(number)
        many = code in _MANY_SESSIONS or code.startswith(_COMMISSIONS)
        if session is None or (many and (report is None or report["code"] != code)):
            return True
        most = int(report["session"]) if report is not None and report["code"] == code else _MOST_SESSIONS
        return int(session["session"]) <= most

    def _plenary(self, body: OrganizationRef | None) -> str:
        """Code of the body that takes numbered decisions: the body itself, or the one it is subsidiary to.

        Of a body that is not of the report's own family, nor a working group, no decision is another body's.
        """
        own = self.context.lineage(self.context.body)
        for ref in self.context.lineage(body):
            code = self.context.authorities.organizations[ref.id].code
            if code and not _SUBSIDIARY.search(code):
                return code
            if not code and ref not in own:
                return ""
        return ""


@cache
def _lettered() -> frozenset[str]:
    """Codes of the bodies whose every number bears letters that tell it: "4/4" is none of "4/CP.4"."""
    patterns = load_patterns("citations")
    ids = ("decision/number-cp", "decision/number-cmp", "decision/number-cma")
    return frozenset(patterns[id].field("body") for id in ids)


def _count(number: str) -> int:
    """The running number itself: 999 of "999A(XIX)"."""
    figures = re.match(r"\d+", number)
    return int(figures.group()) if figures is not None else 0


def _session(number: str) -> str:
    """The session or year of a number, "39" of "39/85"; the number itself where it has none."""
    return number.rpartition("/")[0] or number


def link_decisions(context: Context, resolver: DecisionResolver) -> Iterator[Outcome]:
    """A link for every decision whose body is known; "that same decision" links to the one named last."""
    last: dict[str, tuple[AnyDecision, Target]] = {}
    named: dict[tuple[str, int, int], set[Target]] = {}
    its_own: set[tuple[str, int]] = set()
    mentions: list[AnyDecision] = [*context.of_type(DecisionMention), *context.of_type(DecisionPartMention)]
    for mention in sorted(mentions, key=lambda m: (m.order, m.at[1])):
        rivals: tuple[Entity, ...] = ()
        if mention.number:
            target, grade = resolver.target(mention)
            if target is not None:
                last[mention.noun] = (mention, target)
                named.setdefault((mention.noun, mention.order[0], mention.sentence), set()).add(target)
        elif mention.own:
            text = (mention.noun, mention.order[0])
            target, grade = (None if text in its_own else _this(context, mention, named)), Grade.CONTEXT
            if target is None:
                its_own.add(text)
            if target is None and mention.noun not in last and isinstance(mention, DecisionMention):
                continue
        else:
            before = last.get(mention.noun)
            near = before is not None and before[0].order[0] >= mention.order[0] - 1
            if before is None:
                continue
            target, grade, rivals = (before[1] if near else None), Grade.CONTEXT, (before[1],)
        yield from _outcomes(context, mention, target, grade, rivals)


def _this(context: Context, mention: AnyDecision, named: Mapping[tuple[str, int, int], set[Target]]) -> Target | None:
    """What "this decision" is: the document, where it is a resolution; else the only one of the sentence before.

    In a text that a body adopts the words mean that text, which need not bear a number.
    """
    if "/RES/" in (context.report.symbol or ""):
        return context.document if mention.noun == "resolution" else None
    before = named.get((mention.noun, mention.order[0], mention.sentence - 1), set())
    return next(iter(before)) if len(before) == 1 else None


def _outcomes(
    context: Context, mention: AnyDecision, target: Target | None, grade: Grade, rivals: tuple[Entity, ...]
) -> Iterator[Outcome]:
    kind = "footnote-document" if mention.bibliographic else "decision"
    if target is None:
        yield unlinked(mention, context.report, kind, undecided(rivals), rivals)
    elif isinstance(mention, DecisionPartMention):
        kind = "report-paragraph" if isinstance(target, DocumentRef) else "decision"
        for part in mention.parts:
            yield linked(mention, context.report, part_of(target, part), kind, grade)
    else:
        yield linked(mention, context.report, target, kind, grade)


def part_of(whole: Target, part: PartRef) -> DocumentPartRef | DecisionPartRef:
    """A part of a resolution, which is a document, or of a decision."""
    return DocumentPartRef(whole, part) if isinstance(whole, DocumentRef) else DecisionPartRef(whole, part)
