"""Statements: "heard statements from the representatives of A and B" → one mention a speaker.

Takes a sentence, gives a `StatementMention` for each speaker in it, with the capacity in which each spoke and the
agenda item that the sentence names; a sentence that tells of statements and cannot be read comes back as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapporteur.find.attendance import read_expected
from rapporteur.find.cues import Cue
from rapporteur.find.inverted import find_inverted, several_by, spoken_for_before
from rapporteur.find.lists import ListPiece, read_list
from rapporteur.find.observing import as_observers, shared, spoken_until
from rapporteur.find.officers_heard import find_left_out, is_office, of_states
from rapporteur.find.passages import covered
from rapporteur.find.scenes import Range, Sentence, names_in, place
from rapporteur.find.seats import before_seat
from rapporteur.find.spokesmen import find_counted, find_turns, spoken_for
from rapporteur.model import PartRef, Report, Rule
from rapporteur.model.actors import ActorMention, Expected, ListedName, StatementMention
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

_ITEM = re.compile(r"\d{1,2}(?:\s?\([a-z]\))?")
_MINISTERS = re.compile(r"[\w\s-]*?(?:Ministers|Attorneys|Prosecutors)\b")
_CUE = Cue(
    (
        "tatement",
        "floor",
        "ntervention",
        "remarks",
        "of reply",
        "epresentative",
        "elegation",
        "bserver",
        "comments",
    )
)


def find_statements(sentence: Sentence) -> tuple[tuple[StatementMention, ...], ActorMention | None]:
    """The speakers of a sentence, and the sentence itself where it tells of statements and could not be read."""
    patterns = sentence.patterns("statements")
    if not sentence.cues & _CUE.bit and patterns is load_patterns("statements"):
        return (), None
    text = sentence.text
    cue = patterns["statement/cue"].regex.search(text)
    if cue is None:
        return (), None
    item = read_items(text)
    item = item if len(item) == 1 else ()
    said = cue.start("said") if cue.groupdict().get("said") else len(text)
    found = find_counted(sentence, item[0] if item else "") or tuple(_groups(sentence, item, said))
    if found:
        return in_capacity(found, text), find_left_out(sentence, found)
    return (), ActorMention(**place(sentence.passage, sentence.start, sentence.end, patterns["statement/cue"].rule))


def in_capacity(mentions: Iterable[StatementMention], text: str) -> tuple[StatementMention, ...]:
    """The mentions, in the capacity that the words around them say: the State concerned, a reply, observers."""
    for id in ("statement/right-of-reply", "statement/concerned", "statement/all-observers"):
        pattern = load_patterns("statements")[id]
        if pattern.regex.search(text):
            return tuple(replace(mention, capacity=pattern.field("capacity")) for mention in mentions)
    return tuple(mentions)


def read_items(text: str) -> tuple[str, ...]:
    """The numbers of the agenda items that a text names: "agenda items 3 and 4 (a)" → ("3", "4(a)")."""
    found: list[str] = []
    for match in load_patterns("statements")["statement/item"].regex.finditer(text):
        found += [number.replace(" ", "") for number in _ITEM.findall(match["items"])]
    return tuple(dict.fromkeys(found))


def carry_items(report: Report, mentions: Sequence[StatementMention]) -> list[StatementMention]:
    """The mentions; one in a paragraph that opens with further statements has the item that all of those told of in the
    paragraph before it have."""
    of_part: dict[PartRef, set[str]] = {}
    found = []
    before_it = {here.ref: before for before, here in pairwise(report.paragraphs)}
    for mention in mentions:
        here = report.paragraph(mention.text_part)
        before = before_it.get(here.ref) if here is not None else None
        items = of_part.get(before.ref, set()) if before is not None else set()
        if not mention.item and here is not None and before is not None and len(items) == 1:
            further = load_patterns("statements")["statement/also"].regex.search(here.body.text) is not None
            if further and before.section == here.section:
                mention = replace(mention, item=next(iter(items)))
        of_part.setdefault(mention.text_part, set()).add(mention.item)
        found.append(mention)
    return found


def _groups(sentence: Sentence, item: tuple[str, ...], said: int) -> Iterator[StatementMention]:
    """Group by group: each runs to the next group, to the verb, or to the end of the sentence.

    :param said: the index of a verb of saying, behind which only the subject of another clause speaks.
    """
    patterns = sentence.patterns("statements")
    text = sentence.text
    heads = list(patterns["statement/group"].regex.finditer(text))
    within = [head.span() for head in heads]
    following = patterns["statement/following"].regex.finditer(text)
    heads += [head for head in following if not covered(head.span(), within)]
    ministers = [
        head for head in patterns["statement/minister"].regex.finditer(text) if not covered(head.span(), within)
    ]
    heads += ministers
    clause = patterns["statement/clause"].regex
    heads = [head for head in heads if head.start() < said or clause.search(text, said, head.start())]
    answered = _answered(sentence)
    governed = patterns["statement/governed"].regex
    heads = [head for head in heads if not any(head.start() == stop for _, stop in answered)]
    heads = [head for head in heads if not governed.search(text[: head.start()])]
    heads.sort(key=lambda head: head.start())
    if not heads:
        yield from _bare(sentence, item)
        return
    yield from _before_groups(sentence, spoken_for_before(sentence, heads[0].start())[0], item)
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        limit = spoken_for_before(sentence, after.start())[0] if after else len(text)
        limit = min([limit, *(begin for begin, _ in answered if begin >= head.end())])
        subject = head["subject"] or ""
        expects = read_expected(subject) if subject else ""
        named = head.groupdict().get("who")
        form = "minister" if head in ministers else "group" if named else "following"
        rule = patterns[f"statement/{form}"].rule
        who = f"{named or ''} {subject}"
        capacity = "observer" if "bserver" in who else "representative"
        several = "s " in f"{who} " if head not in ministers else _MINISTERS.match(who) is not None
        if turns := find_inverted(sentence, head.end(), limit) or find_turns(sentence, head.end(), limit):
            yield from in_turn(sentence, turns, capacity, expects, item, rule)
            continue
        for start, stop, observers in as_observers(sentence, head.end(), limit):
            end = _before_person(sentence, start, stop if subject else spoken_until(sentence, start, stop))
            end = before_seat(sentence, start, end)
            pieces = read_list(sentence.passage, sentence.start + start, sentence.start + end, expects, several)
            if not several and not observers:
                pieces = _without_bearer(sentence, pieces)
            if head in ministers and not of_states(sentence, pieces):
                continue
            one = len(pieces) == 1 or patterns["statement/joint"].regex.search(text) is not None
            behalf, others = (on_behalf(sentence, end, limit), spoken_for(sentence, end, limit)) if one else (None, ())
            if one and behalf is None and not others:
                lead = spoken_for_before(sentence, head.start())
                behalf, others = on_behalf(sentence, *lead), spoken_for(sentence, *lead)
            if several and not sentence.text[end:limit].lstrip().startswith("("):
                others = others[:1]  # several spoke: those behind the first may be the others
            for part, role in shared(pieces, capacity, observers):
                yield from speakers(sentence, part, role, expects, item, behalf, rule, others)


def _before_person(sentence: Sentence, start: int, end: int) -> int:
    """Where a list of speakers ends before a person with a courtesy title, if it names nobody else behind it."""
    match = sentence.patterns("statements")["statement/person"].regex.search(sentence.text, start, end)
    if match is None:
        return end
    behind = names_in(sentence.passage, sentence.start + match.end(), sentence.start + end)
    return end if any(name.kind != "instrument" for name in behind) else match.start()


def _without_bearer(sentence: Sentence, pieces: tuple[ListPiece, ...]) -> tuple[ListPiece, ...]:
    """The one who spoke, without the person behind it who did: "the representative of Azuria, Ms. Ada Zedd"."""
    person = load_patterns("lettered")["lettered/person"].regex
    if len(pieces) != 2 or pieces[0].name is None or person.match(sentence.passage.text[slice(*pieces[1].at)]) is None:
        return pieces
    return pieces[:1]


def _answered(sentence: Sentence) -> tuple[Range, ...]:
    """Where the sentence leads to a statement that is answered in it: its speaker stands right behind."""
    return tuple(m.span() for m in sentence.patterns("statements")["statement/answered"].regex.finditer(sentence.text))


def _before_groups(sentence: Sentence, end: int, item: tuple[str, ...]) -> Iterator[StatementMention]:
    """Speakers named after "made by" before the first group, if each of them is a known name."""
    pattern = sentence.patterns("statements")["statement/by"]
    match = pattern.regex.search(sentence.text)
    answered = {stop for _, stop in _answered(sentence)}
    if match is not None and match.start("list") < end and match.start("list") not in answered:
        pieces = read_list(sentence.passage, sentence.start + match.start("list"), sentence.start + end)
        lead = match.span("for") if len(pieces) == 1 and match["for"] else (end, end)
        behalf, others = on_behalf(sentence, *lead), spoken_for(sentence, *lead)
        if pieces and all(piece.name or is_office(sentence, piece) for piece in pieces):
            yield from speakers(sentence, pieces, "representative", "", item, behalf, pattern.rule, others)


def _bare(sentence: Sentence, item: tuple[str, ...]) -> Iterator[StatementMention]:
    """Speakers without "the representative of", if each of them is a known name."""
    patterns = sentence.patterns("statements")
    for id in ("statement/by", "statement/subject"):
        match = patterns[id].regex.search(sentence.text)
        if match is None or any(stop == match.start("list") for _, stop in _answered(sentence)):
            continue
        start, end = match.span("list")
        passive = several_by(sentence, match)
        turns = find_inverted(sentence, passive, end) or find_turns(sentence, start, end)
        if passive < start and not turns:
            return
        if turns and (found := tuple(in_turn(sentence, turns, "representative", "", item, patterns[id].rule))):
            yield from found if all(mention.name for mention in found) else ()
            return
        yield from _bare_list(sentence, start, end, item, patterns[id].rule)
        return


def _bare_list(
    sentence: Sentence, first: int, last: int, item: tuple[str, ...], rule: Rule
) -> Iterator[StatementMention]:
    """The speakers named between two indexes of the sentence, if each of them is a known name."""
    joint = sentence.patterns("statements")["statement/joint"].regex.search(sentence.text) is not None
    read, end = [], last
    for start, stop, observers in as_observers(sentence, first, last):
        end = spoken_until(sentence, start, stop)
        pieces = read_list(sentence.passage, sentence.start + start, sentence.start + end, several=joint)
        read.append((pieces, observers))
    pieces = tuple(piece for part, _ in read for piece in part)
    if not pieces or not all(piece.name or is_speaker(sentence, piece) for piece in pieces):
        return
    rest, one = (end, len(sentence.text)), len(pieces) == 1 or joint
    behalf, others = (on_behalf(sentence, *rest), spoken_for(sentence, *rest)) if one else (None, ())
    if one and behalf is None and not others:
        lead = spoken_for_before(sentence, first)
        behalf, others = on_behalf(sentence, *lead), spoken_for(sentence, *lead)
    if not joint and sentence.patterns("statements")["statement/several"].regex.search(sentence.text):
        others = others[:1]  # several spoke: those behind the first may be the others
    behind = next(iter(as_observers(sentence, *rest)))[2]
    for part, observers in read:
        for some, role in shared(part, "representative", observers or (behind if one or behind == "all" else "")):
            yield from speakers(sentence, some, role, "", item, behalf, rule, others)


def is_speaker(sentence: Sentence, piece: ListPiece) -> bool:
    """Is a name that nobody bears built as an organization's, and not that of an officer or of a body that decides?"""
    words = sentence.passage.text[slice(*piece.at)]
    patterns = load_patterns("statements")
    named = piece.institution and patterns["statement/named"].regex.match(words) is not None
    two = load_patterns("spokesmen")["spokesmen/two"].regex.match(words) or " and the " in words
    return named and not two and patterns["statement/no-speaker"].regex.search(words) is None


def in_turn(
    sentence: Sentence,
    turns: tuple[tuple[Range, Range], ...],
    capacity: str,
    expects: Expected,
    item: tuple[str, ...],
    rule: Rule,
) -> Iterator[StatementMention]:
    """The speakers of a list that tells of each for whom the speaker spoke; of several in one turn it was the last."""
    for named, rest in turns:
        pieces = read_list(sentence.passage, sentence.start + named[0], sentence.start + named[1], expects, True)
        yield from speakers(sentence, pieces[:-1], capacity, expects, item, None, rule)
        behalf, others = on_behalf(sentence, *rest), spoken_for(sentence, *rest)
        yield from speakers(sentence, pieces[-1:], capacity, expects, item, behalf, rule, others)


def speakers(
    sentence: Sentence,
    pieces: tuple[ListPiece, ...],
    capacity: str,
    expects: Expected,
    item: tuple[str, ...],
    behalf: NameMention | None,
    rule: Rule,
    others: tuple[ListedName, ...] = (),
) -> Iterator[StatementMention]:
    """A mention of each speaker of a list that stands in a sentence, or in a part of one.

    :param item: the number of the agenda item, or nothing.
    :param behalf: for whom they all spoke; what stands behind a name goes before it.
    :param others: all for whom they spoke, where the words name more, or no known name.
    """
    a_set = load_patterns("lists")["list/set"].regex
    described = load_patterns("lists")["list/description"].regex
    for speaker in pieces:
        at = place(sentence.passage, *speaker.at, rule)
        own = on_behalf(sentence, *_tail(sentence, speaker))
        spoken = spoken_for(sentence, *_tail(sentence, speaker)) or others
        if at["words"].startswith("on behalf of "):
            continue
        if len(pieces) > 1 and described.match(at["words"]) and not a_set.search(at["words"]):
            continue
        yield StatementMention(
            **at,
            name=speaker.name,
            partial=speaker.partial,
            institution=speaker.institution and not is_office(sentence, speaker),
            **speaker.letters(sentence.passage),
            expects=expects,
            capacity=capacity,
            item=item[0] if item else "",
            on_behalf_of=own or behalf,
            also_for=tuple(name for name in spoken if name.name is None or name.name != (own or behalf)),
            is_set=speaker.name is None and (at["words"][0].islower() or a_set.search(at["words"]) is not None),
        )


def _tail(sentence: Sentence, speaker: ListPiece) -> tuple[int, int]:
    return speaker.at[1] - sentence.start, speaker.end - sentence.start


def on_behalf(sentence: Sentence, start: int, end: int) -> NameMention | None:
    """The State or organization that "on behalf of" names between two indexes of the sentence."""
    match = load_patterns("statements")["statement/on-behalf"].regex.search(sentence.text, start, end)
    if match is None:
        return None
    at = sentence.start + match.end()
    return next((n for n in sentence.names if n.at[0] == at and n.kind != "instrument"), None)
