"""Recommendations in prose: a report → its units, one a deontic operator with its addressee.

Only chapters of recommendations are read, and in them only what grammar shows to be asked of somebody: an introduction
that tells how the recommendations came about has no operator. Lettered subparagraphs and the points of a list take
operator and addressee from their chapeau where they have none of their own; under one that announces recommendations
a bare imperative recommends.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from rapporteur.find.addressees import Actor, actors_after, find_actors_in
from rapporteur.find.clauses import Clause, find_clauses
from rapporteur.find.imperatives import read_imperative
from rapporteur.find.names import by_part
from rapporteur.find.operators import OperatorForm, item_operator
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.find.verbs import lexicon
from rapporteur.model import CleanText, Furniture, PartRef, Report
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.model.swift import lazy
from rapporteur.model.units import ActorMention, OperatorMention, SubjectForm, UnitMention
from rapporteur.patterns import load_patterns

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LABELS = "abcdefgh"
_OPENING_OPERATOR = re.compile(r"(?:Should|Shall|Must|May|Might|Are|Is|Were|Was)\b")


@dataclass(frozen=True, slots=True)
class _Chapeau:
    """What lettered parts take from the words above them."""

    at: Range
    clause: Clause | None
    actors: tuple[Actor, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A lettered part, or a point of a list, which has no label.

    :ivar begins: index of its label; ``at`` the range of its words.
    """

    label: str
    begins: int
    at: Range


@dataclass(frozen=True)
class _Reading:
    """One paragraph while it is read.

    :ivar bullets: the signs of the points of lists in the whole report.
    :ivar states: where the names of States begin and end in it.
    """

    report: Report
    paragraph: Paragraph
    actors: tuple[Actor, ...]
    bullets: tuple[Furniture, ...] = ()
    states: tuple[Range, ...] = ()

    @property
    def clean(self) -> CleanText:
        return self.paragraph.body

    @lazy
    def text(self) -> str:
        """The paragraph's text; the operator that a lettered part begins with ("Should adopt") in lower case."""
        text = self.paragraph.body.text
        for item in self.paragraph.subparagraphs:
            if len(item.body) and _OPENING_OPERATOR.match(item.body.text):
                at = self.paragraph.body.index(item.body.offsets[0])
                text = text[:at] + text[at].lower() + text[at + 1 :]
        return text


def find_deontic_units(
    report: Report, names: Sequence[NameMention], taken: Container[PartRef] = ()
) -> tuple[UnitMention, ...]:
    """The units of the chapters of recommendations, in reading order.

    :param taken: paragraphs that were read in another way and stay out here.
    """
    known: dict[str, bool] = {}
    wanted = []
    for paragraph in report.paragraphs:
        if paragraph.section not in known:
            known[paragraph.section] = holds_recommendations(report, paragraph.section)
        if known[paragraph.section] and paragraph.ref not in taken:
            wanted.append(paragraph)
    return units_in(report, wanted, names)


def units_in(report: Report, paragraphs: Sequence[Paragraph], names: Sequence[NameMention]) -> tuple[UnitMention, ...]:
    """The units of paragraphs that are taken for those of a chapter of recommendations."""
    named, bullets = by_part(names), bullets_of(report)
    found: list[UnitMention] = []
    for paragraph in paragraphs:
        actors = find_actors_in(paragraph.body.text, named.get(paragraph.ref, ()))
        states = states_in(named.get(paragraph.ref, ()))
        found.extend(_units(_Reading(report, paragraph, actors, bullets, states)))
    return tuple(found)


def bullets_of(report: Report) -> tuple[Furniture, ...]:
    """The signs of the points of lists in a report."""
    return tuple(sign for sign in report.furniture if sign.kind == "bullet")


def holds_recommendations(report: Report, section: str) -> bool:
    """Does the section, or the nearest one above it that says either way, hold recommendations?"""
    patterns = load_patterns("units")
    for heading in reversed(report.section_chain(section)):
        if patterns["section/recommendations"].regex.search(heading.title.text):
            return True
        if patterns["section/deliberations"].regex.search(heading.title.text):
            return False
    return False


def _units(reading: _Reading) -> Iterator[UnitMention]:
    paragraph, text = reading.paragraph, reading.text
    parts = parts_of(paragraph, reading.bullets)
    if not parts:
        own = [s for s in sentence_ranges(text, 0, len(text)) if not of_a_speaker(text, *s, reading.states)]
        clauses = [c for s in own for c in find_clauses(text, *s, reading.actors)]
        for count, clause in enumerate(clauses, 1):
            yield _unit(reading, f"{paragraph.key}.{count}", clause, None)
        return
    sentences = sentence_ranges(text, *trimmed(text, 0, parts[0].begins))
    if sentences and of_a_speaker(text, *sentences[-1], reading.states):
        parts = ()
    count = 0
    for sentence in sentences[:-1]:
        for clause in find_clauses(text, *sentence, reading.actors):
            count += 1
            yield _unit(reading, f"{paragraph.key}.{count}", clause, None)
    chapeau = _chapeau(reading, sentences[-1]) if sentences else None
    for part in parts:
        for count_here, clause in enumerate(_item_clauses(reading, *part.at, chapeau), 1):
            count += not part.label
            number = f"{paragraph.key}({part.label}).{count_here}" if part.label else f"{paragraph.key}.{count}"
            yield _unit(reading, number, clause, chapeau)


def parts_of(paragraph: Paragraph, bullets: Sequence[Furniture]) -> tuple[Part, ...]:
    """The lettered parts of a paragraph, else the points of its list.

    :param bullets: the signs of the points of lists in the whole report.
    """
    body, span = paragraph.body, paragraph.span
    begun = [
        (item.label, body.index(item.span.start), body.index(item.body.offsets[0]) if len(item.body) else len(body))
        for item in paragraph.subparagraphs
    ]
    if not begun:
        points = [sign.span.end for sign in bullets if span.contains(sign.span)]
        begun = [("", body.index(point), body.index(point)) for point in points]
    begun = begun or _labelled_within(body.text)
    ends = [*(begins for _, begins, _ in begun), len(body)][1:]
    return tuple(
        Part(label, begins, (min(start, end), end)) for (label, begins, start), end in zip(begun, ends, strict=True)
    )


def _labelled_within(text: str) -> list[tuple[str, int, int]]:
    """The parts "i. …; ii. …" or "a. …; b. …" of a list behind a colon, in order from the first."""
    if ": i. " not in text and ": a. " not in text:
        return []
    found: list[tuple[str, int, int]] = []
    for match in load_patterns("unread")["list/roman"].regex.finditer(text):
        due = _LABELS if found and found[0][0] == "a" else _ROMANS
        first = match["label"] in ("i", "a") and text[: match.start()].rstrip().endswith(":")
        if (not found and first) or (found and match["label"] == due[min(len(found), len(due) - 1)]):
            found.append((match["label"], match.start(), match.end()))
    return found if len(found) > 1 else []


def states_in(names: Sequence[NameMention]) -> tuple[Range, ...]:
    """The index ranges of the States that are named."""
    return tuple(name.at for name in names if name.kind == "state")


def of_a_speaker(text: str, start: int, end: int, states: Sequence[Range]) -> bool:
    """Do the words of a sentence before a colon, or over a list, say that somebody who took the floor said the rest?

    :param states: index ranges of the States named in the text.
    """
    patterns, sentence = load_patterns("unread"), text[start:end]
    if ":" not in sentence:
        return False
    named = next((high for low, high in states if low - start in (0, len("The "))), -1)
    return (
        patterns["unread/speaker"].regex.match(sentence) is not None
        or patterns["unread/says"].regex.match(text[named:end] if named >= 0 else "") is not None
    )


def _chapeau(reading: _Reading, at: Range) -> _Chapeau:
    """The operator and addressee that a chapeau hands down, if it has any."""
    clauses = find_clauses(reading.text, *at, reading.actors)
    if clauses:
        rest = reading.text[clauses[-1].operator.end : at[1]].strip(" :,;—–")
        named = clauses[-1].operator.kind == "recommended" or clauses[-1].operator.kind == "operative"
        open_ended = not rest or (named and not clauses[-1].operator.actions)
        if clauses[-1].subject == "shared" and len(clauses) > 1:
            return _Chapeau(at, clauses[-1], clauses[0].actors, open_ended)
        return _Chapeau(at, clauses[-1], clauses[-1].actors, open_ended)
    tail = load_patterns("units")["subject/tail"].regex
    last = [a for a in reading.actors if at[0] <= a.start and a.end <= at[1]][-1:]
    ends = last and tail.search(reading.text[last[0].end : at[1]].rstrip(":"))
    return _Chapeau(at, None, tuple(last) if ends else (), False)


def _item_clauses(reading: _Reading, start: int, end: int, chapeau: _Chapeau | None) -> Iterator[Clause]:
    """The clauses of one lettered part: its own, or one under the operator of the chapeau."""
    text = reading.text
    low, high = trimmed(text, start, end)
    cut = load_patterns("units")["boundary/trailing"].regex.search(text[low:high])
    high = low + cut.start() if cut and cut[0].strip() != "," else high
    own = [c for s in sentence_ranges(text, low, high) for c in find_clauses(text, *s, reading.actors)]
    first = own[0].start if own else high
    inherits = chapeau is not None and chapeau.clause is not None
    if chapeau is not None and chapeau.clause is not None and first > low and low < high:
        body_end = trimmed(text, low, first)[1]
        yield _completed(reading, chapeau, chapeau.clause.operator, low, body_end)
    for clause in own:
        if clause.operator.start == low and chapeau is not None and not inherits and chapeau.actors:
            clause = replace(clause, subject="chapeau", actors=chapeau.actors)
        yield clause
    announced = load_patterns("units")["numbered/chapeau"].regex
    if not own and chapeau is not None and chapeau.clause is None and low < high and not chapeau.actors:
        asked = read_imperative(text, low, high)
        if asked.norm.split()[0] in lexicon() and announced.search(text[slice(*chapeau.at)]):
            operator = OperatorForm(
                "modal", asked.start, asked.end, asked.norm, asked.strength, asked.rule, asked.actions, asked.end
            )
            yield Clause(low, high, operator, "none")


def _completed(reading: _Reading, chapeau: _Chapeau, operator: OperatorForm, low: int, high: int) -> Clause:
    """The operator of a chapeau as a part completes it, with its own subject behind "recommended that:"."""
    text = reading.text
    if not chapeau.open:
        return Clause(low, high, operator, "chapeau", chapeau.actors)
    named = () if chapeau.actors or operator.kind != "recommended" else actors_after(text, low, high, reading.actors)
    if named:
        after = named[-1].end + 1
        return Clause(low, high, item_operator(operator, text, after, high), "own", named)
    return Clause(low, high, item_operator(operator, text, low, high), "chapeau", chapeau.actors)


def _unit(reading: _Reading, number: str, clause: Clause, chapeau: _Chapeau | None) -> UnitMention:
    report, clean, part = reading.report, reading.clean, reading.paragraph.ref
    span = clean.span(clause.start, clause.end)
    subject: SubjectForm = clause.subject
    return UnitMention(
        part=report.innermost(part, span),
        span=span,
        words=clean.text[clause.start : clause.end],
        rule=clause.operator.rule,
        number=number,
        paragraph=part,
        section=report.section_at(reading.paragraph, span.start),
        at=(clause.start, clause.end),
        operator=_operator(reading, clause.operator),
        subject=subject,
        addressees=tuple(actor.mention(report, part, clean) for actor in clause.actors),
        actions=clause.operator.actions,
        secondary=_secondary(reading, clause),
        chapeau=None if chapeau is None else clean.text[slice(*chapeau.at)],
        chapeau_span=None if chapeau is None else clean.span(*chapeau.at),
        chapeau_at=None if chapeau is None else chapeau.at,
    )


def _operator(reading: _Reading, form: OperatorForm) -> OperatorMention:
    span = reading.clean.span(form.start, form.end)
    return OperatorMention(
        part=reading.report.innermost(reading.paragraph.ref, span),
        span=span,
        words=reading.text[form.start : form.end],
        rule=form.rule,
        norm=form.norm,
        strength=form.strength,
    )


def _secondary(reading: _Reading, clause: Clause) -> tuple[ActorMention, ...]:
    """Those whom the addressee is to ask, and those who act beside it, inside the clause."""
    patterns = load_patterns("units")
    text = reading.text
    found = []
    for actor in reading.actors:
        if actor.start < clause.operator.start or not clause.start <= actor.start < clause.end or actor.is_set:
            continue
        before = text[clause.start : actor.start]
        asked = patterns["secondary/requested"].regex.search(before)
        asked = asked if asked and clause.operator.end >= 0 else None
        beside = re.search(r"\bwith\s(?:the\s)?$", before)
        helps = beside and patterns["secondary/with"].regex.match(text[clause.start + beside.start() : clause.end])
        if asked or (helps and helps["who"] == text[actor.start : actor.end]):
            found.append(actor.mention(reading.report, reading.paragraph.ref, reading.clean))
    return tuple(found)
