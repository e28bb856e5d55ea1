"""Labelled recommendations: "Recommendation 3: States should …" → one unit a label, known by the number printed.

The label is a heading or opens a line of a chapter of recommendations; what follows it up to the next label is the
unit, however many sentences, whether the text has paragraph numbers or none. A title between the two is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.find.addressees import Actor, find_actors_in
from rapporteur.find.clauses import Clause, find_clauses
from rapporteur.find.deontic import holds_recommendations
from rapporteur.find.imperatives import read_imperative
from rapporteur.find.names import by_part
from rapporteur.find.operators import find_operators
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.find.verbs import base_actions, lexicon
from rapporteur.model import CleanText, PartKind, PartRef, Report, Rule
from rapporteur.model.citations import NameMention
from rapporteur.model.units import OperatorMention, UnitMention
from rapporteur.patterns import load_patterns

_LINE_HEAD = re.compile(r"[\s#>*_•–-]*(?:\(?[\w.]{1,6}[.)])?[\s*_]*")
_FINISHED = re.compile(r"[.;:?!)”]\s*$")
_LISTED = re.compile(r"[:;,]\s(?:and\s)?(?:\([a-z]{1,4}\)|[•–-])\s(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of one part in a chapter of recommendations."""

    part: PartRef
    clean: CleanText
    section: str
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the words under a label ask."""

    at: Range
    operator: Range
    norm: str
    strength: str
    rule: Rule
    actions: tuple[str, ...]
    actors: tuple[Actor, ...]


def find_labelled_units(
    report: Report, names: Sequence[NameMention], taken: Container[PartRef] = ()
) -> tuple[tuple[UnitMention, ...], set[PartRef], tuple[str, ...]]:
    """The labelled recommendations in reading order, the parts they stand in, and labels under which nothing is asked.

    :param taken: paragraphs that were read in another way and stay out here.
    """
    found: list[UnitMention] = []
    parts: set[PartRef] = set()
    unread: list[str] = []
    seen: Counter[str] = Counter()
    pending: tuple[str, _Text] | None = None
    for text in _texts(report, names, taken):
        labels = list(_labels(report, text))
        first = labels[0][1][0] if labels else len(text.clean)
        given = pending if pending is not None and pending[1].section == text.section else None
        if pending is not None and given is None:
            unread.append(_line(pending[1], f"Recommendation {pending[0]}"))
        pending = None
        ends = [at[0] for _, at in labels[1:]] + [len(text.clean)]
        whole = [(number, (at[1], end)) for (number, at), end in zip(labels, ends, strict=False)]
        if given is not None:
            whole.insert(0, (given[0], (0, first)))
        elif labels and find_operators(text.clean.text, 0, first):
            unread.append(_line(text, text.clean.text[:first].strip()))
        for number, at in whole:
            asked = _asked(report, text, at)
            if asked is not None:
                seen[number] += 1
                copy = f"~{seen[number]}" if seen[number] > 1 else ""
                found.append(_unit(report, text, number + copy, asked))
                parts.add(text.part)
            elif at == whole[-1][1]:
                pending = (number, text)
            else:
                unread.append(_line(text, f"Recommendation {number}: {text.clean.text[slice(*at)].strip()}"))
    if pending is not None:
        unread.append(_line(pending[1], f"Recommendation {pending[0]}"))
    return tuple(found), parts, tuple(unread)


def _line(text: _Text, words: str) -> str:
    return f"{text.part.kind.value} {text.part.path[0]}: {words}"


def _texts(report: Report, names: Sequence[NameMention], taken: Container[PartRef]) -> Iterator[_Text]:
    """The sections and paragraphs of chapters of recommendations, in reading order."""
    named = by_part(names)
    holds: dict[str, bool] = {}
    sections = {paragraph.ref: paragraph.section for paragraph in report.paragraphs}
    label = load_patterns("units")["labelled/number"].regex
    for part, clean in report.texts():
        section = part.path[0] if part.kind is PartKind.SECTION else sections.get(part)
        if section is None or part in taken or (section not in holds and not label.search(clean.text)):
            continue
        if section not in holds:
            holds[section] = _holds(report, section)
        if holds[section]:
            yield _Text(part, clean, section, find_actors_in(clean.text, named.get(part, ())))


def _holds(report: Report, section: str) -> bool:
    """Is it a chapter of recommendations, or a labelled one that no chapter of deliberations holds?"""
    label = load_patterns("units")["labelled/number"].regex
    above = [s.path for s in report.section_chain(section) if not label.match(s.title.text)]
    return holds_recommendations(report, above[-1] if above else section) or (
        not above and holds_recommendations(report, section)
    )


def _labels(report: Report, text: _Text) -> Iterator[tuple[str, Range]]:
    """Each label that opens a line, with its index range; the words after it begin where the range ends."""
    clean, source = text.clean, report.source.text
    for match in load_patterns("units")["labelled/number"].regex.finditer(clean.text):
        start, end = match.span()
        offset = clean.offsets[start]
        line = source[source.rfind("\n", 0, offset) + 1 : offset]
        before = clean.text[:start]
        after = source[clean.offsets[end - 1] : clean.offsets[end + 1]] if end + 1 < len(clean) else "\n"
        alone = "\n" in after and match["number"] is not None and match[0][0].isupper()
        apart = start == 0 or alone or _blank_line(report, text, start)
        if start and not (_LINE_HEAD.fullmatch(line) and (apart or _FINISHED.search(before))):
            continue
        if match["mark"] or "\n" in after:
            yield match["number"] or match["short"], (start, end)


def _asked(report: Report, text: _Text, at: Range) -> _Asked | None:
    """What is asked there, the title before it left out; None where nothing is."""
    words = text.clean.text
    low, high = trimmed(words, *at)
    low = _after_title(report, text, low, high)
    if low >= high:
        return None
    clauses = [c for s in sentence_ranges(words, low, high) for c in find_clauses(words, *s, text.actors)]
    if clauses:
        operator = clauses[0].operator
        return _Asked(
            (low, high),
            (operator.start, operator.end),
            operator.norm,
            operator.strength,
            operator.rule,
            tuple(dict.fromkeys(action for clause in clauses for action in _actions(words, clause, high))),
            tuple(dict.fromkeys(actor for clause in clauses for actor in clause.actors if not actor.is_set))
            or clauses[0].actors,
        )
    imperative = read_imperative(words, low, high)
    if imperative.norm.split()[:1] and imperative.norm.split()[0] in lexicon():
        at_operator = (imperative.start, imperative.end)
        return _Asked(
            (low, high), at_operator, imperative.norm, imperative.strength, imperative.rule, imperative.actions, ()
        )
    return None


def _after_title(report: Report, text: _Text, low: int, high: int) -> int:
    """Index after a title that a blank line parts from the text and that asks nothing."""
    clean = text.clean
    for i in range(low + 1, high):
        if clean.text[i - 1] == " " and _blank_line(report, text, i):
            words = clean.text[low:i].rstrip()
            asks = _FINISHED.search(words) or find_operators(clean.text, low, i)
            return low if asks else trimmed(clean.text, i, high)[0]
    return low


def _blank_line(report: Report, text: _Text, at: int) -> bool:
    """Does a blank line part the word before from the one that begins at ``at``?"""
    offsets = text.clean.offsets
    return report.source.text[offsets[max(0, at - 2)] : offsets[at]].count("\n") > 1


def _actions(words: str, clause: Clause, high: int) -> tuple[str, ...]:
    """The verbs of a clause, or of the list that completes it."""
    if clause.operator.actions:
        return clause.operator.actions
    found: list[str] = []
    for match in _LISTED.finditer(words, clause.operator.end - 1, high):
        lowered = words[: match.end()] + words[match.end()].lower() + words[match.end() + 1 :]
        found += base_actions(lowered, match.end(), high)
    return tuple(found)


def _unit(report: Report, text: _Text, number: str, asked: _Asked) -> UnitMention:
    clean, part = text.clean, text.part
    span, at = clean.span(*asked.at), clean.span(*asked.operator)
    paragraph = report.paragraph(part)
    return UnitMention(
        part=report.innermost(part, span),
        span=span,
        words=clean.text[slice(*asked.at)],
        rule=load_patterns("units")["labelled/number"].rule,
        number=number,
        paragraph=part,
        section=report.section_at(paragraph, span.start) if paragraph is not None else text.section,
        at=asked.at,
        operator=OperatorMention(
            part=report.innermost(part, at),
            span=at,
            words=clean.text[slice(*asked.operator)],
            rule=asked.rule,
            norm=asked.norm,
            strength=asked.strength,
        ),
        subject="own" if asked.actors else "none",
        addressees=tuple(actor.mention(report, part, clean) for actor in asked.actors),
        actions=asked.actions,
    )
