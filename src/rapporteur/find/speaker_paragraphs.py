"""Statements in a dialogue, one paragraph a speaker: "Azuria welcomed …" → a mention of who speaks.

Takes the passages of a report, gives a `StatementMention` for each paragraph of a dialogue that opens with its speaker.
The State under review presents and answers: its paragraphs run on until another speaker opens one, and count as a
statement where they begin with its name. A paragraph of nobody's comes back as unread, and so does the sentence that
counts the speakers where another number of them was read. Where it counts more than there are paragraphs, those who
open later sentences of a paragraph are speakers as well; where nothing counts them, the sentence comes back as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapporteur.find.cut_off import cut_sections
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import place
from rapporteur.model import PartKind, Report, Rule, StateRef
from rapporteur.model.actors import ActorMention, ListedName, StatementMention
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.patterns import load_patterns

CONCERNED = "concerned-state"
CUT = "cut"
"""The kind of paragraphs that stand before the first heading of a text which begins in the midst of a report."""
_LONGEST_ADJUNCT = 220
"""Characters of a paragraph in which the adjunct before its speaker must end."""
_NAME_BEGINS = 8
"""Characters behind the comma that show that a name begins there."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph opens.

    :ivar own: it speaks for the State under review, by name or as "the delegation".
    :ivar speakers: those it names as its subject; of the State under review only where it is named.
    """

    own: bool
    speakers: tuple[StatementMention, ...]


def find_speaker_paragraphs(
    report: Report, passages: Sequence[Passage], under_review: frozenset[StateRef]
) -> tuple[tuple[StatementMention, ...], tuple[ActorMention, ...]]:
    """The statements of a dialogue, and the paragraphs of it that could not be read."""
    found: list[StatementMention] = []
    unread: list[ActorMention] = []
    counted: list[tuple[Passage, int]] = []
    later: list[StatementMention] = []
    own_floor = False
    where = ""
    rule = load_patterns("statements")["dialogue/speaker"].rule
    for passage, kind in _dialogue(report, passages):
        if kind != where:
            own_floor, where = kind in ("presentation", CUT), kind
        if kind == CUT and not under_review:
            unread += _unclear(passage)
            continue
        number = _counted(passage)
        if number is not None:
            counted.append((passage, number))
            continue
        opening = opening_of(passage, under_review)
        if opening is None:
            if not own_floor:
                unread.append(ActorMention(**place(passage, 0, len(passage.text), rule)))
            continue
        if not (opening.own and own_floor and any(s.capacity == CONCERNED for s in found[-1:])):
            found += opening.speakers
        own_floor = opening.own
        later += _later(passage, under_review, opening.speakers) if opening.speakers and not opening.own else ()
    if len(counted) == 1 and counted[0][1] not in _numbers(found):
        together = sorted([*found, *later], key=lambda mention: mention.span)
        found = together if min(_numbers(together)) <= counted[0][1] else found
    if not counted:
        unread += _left(passages, later, rule)
    spoke = _numbers(found)
    unread += [
        ActorMention(**place(passage, 0, len(passage.text), rule)) for passage, number in counted if number not in spoke
    ]
    return tuple(found), tuple(sorted(unread, key=lambda mention: mention.span))


def _numbers(found: Sequence[StatementMention]) -> set[int]:
    """The numbers of speakers that a report may give for these statements: of statements, of names, of paragraphs."""
    others = [s for s in found if s.capacity != CONCERNED]
    return {len(others), len({s.words for s in others}), len({s.text_part for s in others})}


def _later(
    passage: Passage, under_review: frozenset[StateRef], opened: Sequence[StatementMention]
) -> Iterator[StatementMention]:
    """Who else opens a later sentence of a paragraph, as its subject before a verb of speaking.

    :param opened: who opened the paragraph: what they go on to say is no further statement.
    """
    speaks = load_patterns("statements")["dialogue/verb"].regex
    spoke = {s.name.candidates for s in opened if s.name is not None}
    for start in passage.sentence_starts[1:]:
        names = _subject(passage, start)
        if names and speaks.match(passage.text[names[-1].at[1] :]) and set(names[0].candidates) != under_review:
            behalf = _on_behalf(passage, names[-1].at[1]) if len(names) == 1 else None
            others = [n for n in names if n.candidates not in spoke]
            yield from (mention_of(passage, n.at, n, "representative", behalf) for n in others)
            spoke |= {n.candidates for n in others}


def _left(passages: Sequence[Passage], later: Sequence[StatementMention], rule: Rule) -> Iterator[ActorMention]:
    """The sentences of a paragraph that a second speaker opens, where nothing says whether it is a statement too."""
    texts = {passage.part: passage for passage in passages}
    for mention in later:
        passage = texts[mention.text_part]
        yield ActorMention(**place(passage, mention.at[0], passage.sentence_range(mention.at[0])[1], rule))


def _dialogue(report: Report, passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """The paragraphs of the sections that hold a presentation or a dialogue, each with which of the two, or `CUT`."""
    patterns = load_patterns("statements")
    kinds: dict[str, str] = {path: CUT for path in cut_sections(report) if not path}
    for passage in passages:
        paragraph = report.paragraph(passage.part) if passage.part.kind is PartKind.PARAGRAPH else None
        if paragraph is None or paragraph.annex or not passage.text or "." in paragraph.number:
            continue
        kind = kinds.setdefault(paragraph.section, _kind(report, paragraph))
        if kind and patterns["dialogue/chapeau"].regex.search(passage.text) is None:
            yield passage, kind


def _unclear(passage: Passage) -> Iterator[ActorMention]:
    """A paragraph that a speaker opens, where nothing tells which State is under review and answers."""
    opening = opening_of(passage, frozenset())
    if opening is not None and opening.speakers:
        rule = load_patterns("statements")["dialogue/speaker"].rule
        yield ActorMention(**place(passage, 0, len(passage.text), rule))


def _kind(report: Report, paragraph: Paragraph) -> str:
    patterns = load_patterns("statements")
    for heading in reversed(report.section_chain(paragraph.section)):
        for kind in ("dialogue", "presentation"):
            if patterns[f"section/{kind}"].regex.search(heading.title.text):
                return kind
    return ""


def _counted(passage: Passage) -> int | None:
    """The number of speakers that a paragraph about the dialogue itself gives."""
    patterns = load_patterns("statements")
    match = patterns["dialogue/count"].regex.search(passage.text)
    return int(match["number"]) if match is not None else None


def opening_of(passage: Passage, under_review: frozenset[StateRef]) -> Opening | None:
    """Who opens the paragraph; None where its first words are no speaker's."""
    patterns = load_patterns("statements")
    text = passage.text
    lead = patterns["dialogue/lead"].regex.match(text)
    start = lead.end() if lead is not None else 0
    names = _subject(passage, start)
    if names:
        end = names[-1].at[1]
        if under_review and set(names[0].candidates) == under_review:
            speaks = patterns["dialogue/verb"].regex.match(text[end:])
            return Opening(True, (mention_of(passage, names[0].at, names[0], CONCERNED),) if speaks else ())
        behalf = _on_behalf(passage, end) if len(names) == 1 else None
        return Opening(False, tuple(mention_of(passage, n.at, n, "representative", behalf) for n in names))
    if patterns["dialogue/own"].regex.match(text):
        return Opening(True, ())
    if (others := _behind_adjunct(passage, under_review)) is not None:
        return others
    unknown = patterns["dialogue/speaker"].regex.match(text)
    if unknown is None or patterns["dialogue/no-speaker"].regex.search(unknown["who"]):
        return None
    at = unknown.span("who")
    return Opening(False, (mention_of(passage, at, None, "representative"),))


def _behind_adjunct(passage: Passage, under_review: frozenset[StateRef]) -> Opening | None:
    """Who opens the paragraph behind an adjunct: "Having thanked the keeper, Azuria noted".

    The State under review answers there, whatever its verb; another State is read before a verb of speaking only.
    """
    patterns, text = load_patterns("statements"), passage.text
    for comma in re.finditer(", ", text[:_LONGEST_ADJUNCT]):
        if patterns["dialogue/adjunct"].regex.match(text[: comma.end() + _NAME_BEGINS]) is None:
            continue
        names = _subject(passage, comma.end())
        if names and under_review and set(names[0].candidates) == under_review:
            return Opening(True, ())
        if names and patterns["dialogue/verb"].regex.match(text[names[-1].at[1] :]):
            return Opening(False, tuple(mention_of(passage, n.at, n, "representative") for n in names))
    return None


def _subject(passage: Passage, start: int) -> tuple[NameMention, ...]:
    """The names that open a paragraph, joined by "and" or commas."""
    text = passage.text
    found: list[NameMention] = []
    at = start + (len("the ") if text[start : start + 4].lower() == "the " else 0)
    while (name := _name_at(passage, at)) is not None:
        found.append(name)
        joint = load_patterns("statements")["dialogue/joint"].regex.match(text[name.at[1] :])
        if joint is None:
            break
        at = name.at[1] + joint.end()
    return tuple(found)


def _name_at(passage: Passage, at: int) -> NameMention | None:
    """The longest name of a State or organization that begins at ``at``, or that holds an article before it."""
    found = [n for n in passage.names if n.kind != "instrument" and n.at[0] <= at < n.at[1] and at - n.at[0] <= 4]
    return max(found, key=lambda name: name.at[1], default=None)


def mention_of(
    passage: Passage, at: Range, name: NameMention | None, capacity: str, behalf: NameMention | None = None
) -> StatementMention:
    rule = load_patterns("statements")["dialogue/speaker"].rule
    listed = ListedName(**place(passage, *at, rule), name=name, expects="state")
    return StatementMention(
        part=listed.part,
        span=listed.span,
        words=listed.words,
        rule=listed.rule,
        text_part=listed.text_part,
        at=listed.at,
        name=listed.name,
        expects=listed.expects,
        capacity=capacity,
        on_behalf_of=behalf,
    )


def _on_behalf(passage: Passage, end: int) -> NameMention | None:
    """The State or organization that "on behalf of" names right behind the speaker."""
    match = load_patterns("statements")["dialogue/on-behalf"].regex.match(passage.text[end : end + 60])
    if match is None:
        return None
    at = end + match.end()
    return next((n for n in passage.names if n.at[0] == at and n.kind != "instrument"), None)
