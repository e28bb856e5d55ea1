"""Lists by group: "the following made statements: (a) Representatives of States …: A, B; (b) Observers for …: C".

Takes a passage, gives who spoke or was present in each of its lettered lists, with the capacity that the head of each
part says, and the stretch of text that was read so. A part whose head or names cannot be read comes back as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.find.attendance import attending, read_capacity, read_expected, undivided
from rapporteur.find.by_office import find_by_office
from rapporteur.find.group_lists import by_line, find_groups, names_by_line
from rapporteur.find.inverted import find_inverted
from rapporteur.find.lists import ListPiece, read_list
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.find.scenes import Sentence, place
from rapporteur.find.spokesmen import find_left_over
from rapporteur.find.statements import find_statements, in_capacity, in_turn, read_items, speakers
from rapporteur.model.actors import ActorMention, AttendanceMention, Expected, StatementMention
from rapporteur.patterns import PatternFile, load_patterns

_ORDER = "abcdefghijklmnopqrstuvwxyz"

_OBSERVING = {"state": "observer-state", "organization": "observer-organization"}
"""The capacity of those that a part of a list of observers names."""
_LONGEST_CHAPEAU = 2_000
"""Characters before a colon that are looked at for what it announces: a sentence may hold thousands of colons."""


@dataclass
class Lettered:
    """What the lists by group of one passage say.

    :ivar taken: index ranges of the chapeaus and lists that were read here.
    """

    statements: list[StatementMention] = field(default_factory=list)
    attendance: list[AttendanceMention] = field(default_factory=list)
    unread: list[ActorMention] = field(default_factory=list)
    taken: list[Range] = field(default_factory=list)


@dataclass(frozen=True)
class _Part:
    """One part of a list: its head, and where its names stand.

    :ivar at: of the part without its label; ``names`` of what follows the head.
    :ivar known: the head says of what kind those listed are.
    :ivar expects: what they are, where more than the words of the head tell it.
    """

    at: Range
    names: Range
    who: str
    subject: str
    known: bool
    expects: Expected = ""


def find_lettered(passage: Passage) -> Lettered:
    """The lists of speakers and of those present that are told group by group."""
    found = Lettered()
    text = passage.text
    if ":" not in text:
        return found
    patterns = load_patterns("lettered")
    found.taken += find_by_office(passage)[1]
    for colon in (m.start() for m in re.finditer(":", text)):
        if covered((colon, colon + 1), found.taken):
            continue
        start = max(passage.sentence_range(colon)[0], colon - _LONGEST_CHAPEAU)
        chapeau = text[start:colon]
        speaks = patterns["lettered/statements"].regex.search(chapeau) is not None
        present = not speaks and load_patterns("attendance")["attendance/cue"].regex.search(f"{chapeau}:") is not None
        if not speaks and not present:
            continue
        groups = () if _headed_otherwise(text, colon + 1, patterns) else find_groups(passage, colon + 1, len(text))
        parts = [_Part(group.at, group.names, "", group.subject, True, group.expects) for group in groups]
        parts += [_part(passage, at, patterns) for at in _ranges(passage, colon + 1, patterns)] if not parts else []
        plain = _plain(passage, chapeau, colon + 1, patterns) if speaks and not parts else None
        parts += [plain] if plain is not None else []
        if not any(part.known for part in parts):
            continue
        found.taken.append((start, parts[-1].at[1]))
        if speaks:
            _read_statements(passage, Sentence.of(passage, start, colon), parts, found)
        else:
            _read_attendance(passage, chapeau, parts, found)
    return found


def _ranges(passage: Passage, start: int, patterns: PatternFile) -> list[Range]:
    """Where the parts of the list stand that begins at ``start``; none where it is no list by group."""
    text, wanted = passage.text, 0
    labels: list[Range] = []
    for match in patterns["lettered/label"].regex.finditer(text, start):
        opens = not labels and not text[start : match.start()].strip()
        if match["letter"] == _ORDER[wanted] and (labels or opens):
            labels.append(match.span())
            wanted += 1
            if wanted == len(_ORDER):
                break
    if labels:
        starts = [b for _, b in labels]
        ends = [a for a, _ in labels[1:]] + [_end(passage, labels[-1][1])]
        return list(zip(starts, ends, strict=True))
    first = start + len(text[start:]) - len(text[start:].lstrip())
    head = patterns["lettered/who"].regex.match(text[first:])
    if head is None:
        return _headed(passage, first, patterns)
    end = _end(passage, first)
    cuts = list(patterns["lettered/group"].regex.finditer(text, first, end))
    return list(zip([first, *(m.end() for m in cuts)], [*(m.start() for m in cuts), end], strict=True))


def _headed_otherwise(text: str, start: int, patterns: PatternFile) -> bool:
    """Does a letter, or a head such as "Observers for …:", open the list that begins at ``start``?"""
    rest = text[start:].lstrip()
    return any(patterns[id].regex.match(rest) is not None for id in ("lettered/label", "lettered/who"))


def _headed(passage: Passage, start: int, patterns: PatternFile) -> list[Range]:
    """The parts of a list whose heads stand one after another, each with its sentence: "Members: A. Guests: B."."""
    found: list[Range] = []
    while (head := patterns["lettered/headed"].regex.match(passage.text, start)) and _of_a_kind(head["subject"]):
        end = _end(passage, head.end())
        found.append((head.start("subject"), end))
        start = end
    return found


def _end(passage: Passage, start: int) -> int:
    """Where the last part of a list ends: with its sentence."""
    return passage.sentence_range(start)[1]


def _part(passage: Passage, at: Range, patterns: PatternFile) -> _Part:
    """The part of a list that ``at`` is, white space and the "and" before the next part left out."""
    start, end = at
    text = passage.text[start:end]
    end = start + len(re.sub(r"[\s;,.]*(?:\b(?:and|or)\b)?\s*$", "", text))
    text = passage.text[start:end]
    head = patterns["lettered/who"].regex.match(text)
    if head is not None:
        return _Part((start, end), (start + head.end(), end), head["who"], head["subject"], True)
    head = patterns["lettered/subject"].regex.match(text)
    if head is not None:
        subject = head["subject"]
        return _Part((start, end), (start + head.end(), end), "", subject, _of_a_kind(subject))
    head = patterns["lettered/one"].regex.match(text)
    if head is not None:
        return _Part((start, end), (start + head.end(), end), head["who"], "", True)
    pieces = read_list(passage, start, end)
    return _Part((start, end), (start, end), "", "", bool(pieces) and all(p.name for p in pieces))


def _plain(passage: Passage, chapeau: str, start: int, patterns: PatternFile) -> _Part | None:
    """The whole list behind a chapeau that needs no parts: "the following States took the floor: A, B"."""
    head = patterns["lettered/following"].regex.search(chapeau)
    if head is None:
        return None
    part = _part(passage, (start, _end(passage, start)), patterns)
    subject = part.subject or head["subject"] or ""
    observer = patterns["lettered/observer-of"].regex.search(chapeau[: head.start()])
    return replace(
        part,
        who=part.who or ("observers" if observer else ""),
        subject=subject,
        known=part.known or _of_a_kind(subject),
    )


def _of_a_kind(subject: str) -> bool:
    """Does a head say whether States or organizations follow, or in what capacity?"""
    return bool(read_expected(subject)) or read_capacity(subject)[0] != "represented"


def _expected(part: _Part) -> Expected:
    return part.expects or (read_expected(part.subject) if part.subject else "")


def _pieces(passage: Passage, part: _Part, joined: bool) -> tuple[ListPiece, ...]:
    """The names of a part; persons named behind them are none."""
    person = load_patterns("lettered")["lettered/person"].regex
    several = part.who.endswith("s") if part.who else True
    found = read_list(passage, *part.names, _expected(part), several, joined=joined)
    if any(undivided(passage, one) for one in found) or (several and part.expects and by_line(passage, *part.names)):
        found = names_by_line(passage, *part.names) or found
    return tuple(piece for piece in found if not person.match(passage.text[slice(*piece.at)]))


def _joined(passage: Passage, parts: Sequence[_Part]) -> bool:
    """Do the lists join their last two names by "and"? One of known names that does not shows that none does."""
    joint = load_patterns("lists")["list/and"].regex
    for part in parts:
        pieces = read_list(passage, *part.names, "state", True)
        if len(pieces) > 2 and all(piece.name for piece in pieces):
            return joint.search(passage.text, pieces[-2].end, pieces[-1].at[0] + 1) is not None
    return True


def _read_statements(passage: Passage, chapeau: Sentence, parts: Sequence[_Part], found: Lettered) -> None:
    """The speakers named in the chapeau, and those of each part."""
    patterns = load_patterns("lettered")
    items = read_items(chapeau.text)
    item = items if len(items) == 1 else ()
    found.statements += [mention for mention in find_statements(chapeau)[0] if mention.name is not None]
    joined = _joined(passage, parts)
    for part in parts:
        pieces = _pieces(passage, part, joined) if part.known else ()
        if not pieces:
            found.unread.append(_unread(passage, part, patterns))
            continue
        observes = "bserver" in part.who or patterns["lettered/observers"].regex.search(part.subject)
        sentence = Sentence.of(passage, *part.at)
        rule = patterns["lettered/who" if part.subject else "lettered/one"].rule
        capacity = "observer" if observes else "representative"
        turns = find_inverted(sentence, part.names[0] - part.at[0], part.names[1] - part.at[0])
        if turns:
            mentions = tuple(in_turn(sentence, turns, capacity, _expected(part), item, rule))
        else:
            mentions = tuple(speakers(sentence, pieces, capacity, _expected(part), item, None, rule))
        found.statements += in_capacity(mentions, chapeau.text)
        left_over = find_left_over(sentence, mentions)
        found.unread += [left_over] if left_over is not None else []


def _read_attendance(passage: Passage, chapeau: str, parts: Sequence[_Part], found: Lettered) -> None:
    """Those present of each part, in the capacity that its head says, or else the chapeau."""
    patterns = load_patterns("lettered")
    joined = _joined(passage, parts)
    for part in parts:
        pieces = _pieces(passage, part, joined) if part.known else ()
        if not pieces or any(undivided(passage, piece) for piece in pieces):
            found.unread.append(_unread(passage, part, patterns))
            continue
        found.attendance += _present(passage, chapeau, part, pieces, patterns)


def _present(
    passage: Passage, chapeau: str, part: _Part, pieces: Sequence[ListPiece], patterns: PatternFile
) -> Iterator[AttendanceMention]:
    about = f"{part.who} {part.subject}".strip()
    capacity, kind = read_capacity(about)
    if capacity == "represented":
        capacity, kind = read_capacity(f"{chapeau} {about}")
    if capacity == "represented" and part.known and patterns["lettered/observers"].regex.search(chapeau):
        capacity = _OBSERVING.get(_expected(part), capacity)
    rule = patterns["lettered/who" if part.who else "lettered/subject"].rule
    yield from attending(passage, pieces, capacity, kind, _expected(part), rule)


def _unread(passage: Passage, part: _Part, patterns: PatternFile) -> ActorMention:
    return ActorMention(**place(passage, *part.at, patterns["lettered/label"].rule))
