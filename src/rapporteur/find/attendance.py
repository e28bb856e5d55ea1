"""Attendance: "The following States parties … were represented: A, B and C." → one mention a name, with its capacity.

Takes a sentence, gives an `AttendanceMention` for each name in it, or nothing where the sentence tells of no
attendance; a sentence that does and cannot be read comes back as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapporteur.find.cues import Cue
from rapporteur.find.lists import ListPiece, piece, read_list
from rapporteur.find.parties_present import as_party
from rapporteur.find.passages import Passage
from rapporteur.find.printed_lists import read_printed
from rapporteur.find.scenes import Sentence, names_in, place
from rapporteur.find.side_by_side import ran_together, read_counted, read_side_by_side
from rapporteur.model import Rule
from rapporteur.model.actors import ActorMention, AttendanceMention, Expected
from rapporteur.patterns import load_patterns

_CUE = Cue(("represented", "attend", "Attend", " part", "present", "invitation", "bserver", "delegations"))


def find_attendance(sentence: Sentence) -> tuple[tuple[AttendanceMention, ...], ActorMention | None]:
    """The names that a sentence records as present, and the sentence itself where it could not be read."""
    if not sentence.cues & _CUE.bit:
        return (), None
    text = sentence.text
    patterns = sentence.patterns("attendance")
    cue = patterns["attendance/cue"].regex.search(text)
    if cue is None:
        return (), None
    ways = (_listed, _named, _came, _groups)
    found = next((mentions for way in ways if (mentions := tuple(way(sentence)))), ())
    if found:
        return found, unread(sentence) if _in_part(sentence) else None
    heads = [
        "list",
        "colon",
        "were",
        "accepted",
        "came",
        "named",
        *(["group"] if patterns["attendance/by"].regex.search(text) else []),
    ]
    listed = [patterns[f"attendance/{head}"] for head in heads]
    if "represented" not in cue[0] and not any(pattern.regex.search(text) for pattern in listed):
        return (), None
    return (), unread(sentence)


def find_unread_attendance(sentence: Sentence) -> ActorMention | None:
    """A sentence of a section on attendance that says who was there or was not, names a State and was not read."""
    patterns = sentence.patterns("attendance")
    if not any(name.kind == "state" for name in sentence.names):
        return None
    if not patterns["attendance/tells"].regex.search(sentence.text):
        return None
    report = sentence.passage.report
    paragraph = report.paragraph(sentence.passage.part)
    section = report.section_by_path.get(paragraph.section) if paragraph is not None else None
    titled = section is not None and patterns["attendance/section"].regex.search(section.title.text)
    return unread(sentence) if titled else None


def unread(sentence: Sentence) -> ActorMention:
    """The sentence, to be said unread."""
    rule = sentence.patterns("attendance")["attendance/cue"].rule
    return ActorMention(**place(sentence.passage, sentence.start, sentence.end, rule))


def read_capacity(words: str) -> tuple[str, str]:
    """The capacity that words such as "States signatories to the Convention" give, and the kind of such bodies."""
    for form in (words, words[:1].lower() + words[1:]):
        for pattern in load_patterns("attendance").group("capacity"):
            if pattern.regex.search(form):
                return pattern.field("capacity"), pattern.field("kind")
    return "represented", ""


def read_expected(words: str) -> Expected:
    """What the head of a list announces: States, organizations, or "" where it does not say or says both."""
    patterns = load_patterns("attendance")
    for form in (words, words[:1].lower() + words[1:]):
        if patterns["attendance/expects-state"].regex.search(form):
            return "state"
        if patterns["attendance/expects-organization"].regex.search(form):
            return "organization"
    return ""


def _listed(sentence: Sentence) -> Iterator[AttendanceMention]:
    """The lists that "the following …:" opens, each running to the next such head or to the end of the sentence.

    Without these words a colon opens a list where the words before it say who was present. A list of several names
    that nothing divides is not read.
    """
    pattern = sentence.patterns("attendance")["attendance/list"]
    heads = list(pattern.regex.finditer(sentence.text))
    for further in ("colon", "were", "accepted") if not heads else ():
        if not heads:
            pattern = sentence.patterns("attendance")[f"attendance/{further}"]
            heads = list(pattern.regex.finditer(sentence.text))
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        if head is heads[0]:
            yield from _before_list(sentence, head)
        start = sentence.start + head.end()
        end = sentence.start + after.start() if after else sentence.end
        expects = read_expected(head["subject"])
        around = (
            head["subject"]
            if "represented" in head["subject"]
            else f"{sentence.text[: head.start()]} {head['subject']}"
        )
        several = sentence.patterns("attendance")["attendance/several"].regex.search(head["subject"]) is not None
        pieces = read_printed(sentence.passage, start, end, expects, last=after is None)
        pieces = pieces or read_list(sentence.passage, start, end, expects, several)
        if len(pieces) == 1 and pieces[0].name is None and expects == "state":
            pieces = _one_a_line(sentence, start, end) or pieces
        counted = sentence.patterns("attendance")["attendance/counted"].regex.search(head["subject"])
        if counted is not None and expects == "state" and any(one.name is None for one in pieces):
            count = load_patterns("attendance").words["counts"].index(counted["count"]) + 2
            pieces = read_counted(sentence.passage, start, end, count) or pieces
        if _in_one(sentence.passage, pieces):
            pieces = read_side_by_side(sentence.passage, start, end, expects) if expects == "organization" else ()
        observed = sentence.patterns("attendance")["attendance/observers"].regex.match(head["subject"]) is not None
        if pattern.rule.id == "attendance/accepted":  # the sentence before says to what they were invited
            observed = "bserver" in sentence.passage.text[: sentence.start].rstrip(" .").rpartition(". ")[2]
        if not expects and observed:
            for what, those in known_bodies(pieces, True):
                yield from _mentions(sentence, those, f"{what} by observers", "", pattern.rule)
            continue
        yield from _mentions(sentence, pieces, around, expects, pattern.rule)


def _in_one(passage: Passage, pieces: Sequence[ListPiece]) -> bool:
    """Did names of a list run together, so that one of its items holds several?"""
    return ran_together(passage, pieces) or any(undivided(passage, one) for one in pieces)


def _in_part(sentence: Sentence) -> bool:
    """Was a list of names that ran together read only in part?"""
    for head in sentence.patterns("attendance")["attendance/list"].regex.finditer(sentence.text):
        start, expects = sentence.start + head.end(), read_expected(head["subject"])
        if expects == "organization" and _in_one(
            sentence.passage, read_list(sentence.passage, start, sentence.end, expects, several=True)
        ):
            known = read_side_by_side(sentence.passage, start, sentence.end, expects)
            edges = [start, *(at for one in known for at in one.at), sentence.end]
            between = (sentence.passage.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
            return any(_names_a_body(words) for words in between)
    return False


def _names_a_body(words: str) -> bool:
    return load_patterns("attendance")["attendance/organization-name"].regex.search(words) is not None


def undivided(passage: Passage, one: ListPiece) -> bool:
    """Do two known names stand side by side in what a list gives as one unknown name?"""
    known = pairwise(one.partial) if one.name is None else ()
    return any(not passage.text[a.at[1] : b.at[0]].strip() for a, b in known if a.at[1] <= b.at[0])


def _one_a_line(sentence: Sentence, start: int, end: int) -> tuple[ListPiece, ...]:
    """The names of a list that was printed one name a line, so that nothing but a space divides them; else none."""
    passage, at, found = sentence.passage, start, []
    for name in names_in(passage, start, end):
        if passage.text[at : name.at[0]].strip() or name.kind == "instrument":
            break
        single = piece(passage, *name.at, (name,))
        found += [single] if single is not None else []
        at = name.at[1]
    rest = load_patterns("attendance")["attendance/next-head"].regex.match(passage.text[at:end])
    return tuple(found) if len(found) > 1 and rest is not None else ()


def _before_list(sentence: Sentence, head: re.Match[str]) -> Iterator[AttendanceMention]:
    """Those named directly before "and the following …:", if every one of them is known."""
    patterns = sentence.patterns("attendance")
    opening = patterns["attendance/opening"].regex.match(sentence.text)
    skipped = opening.end() if opening and opening.end() < head.start() else 0
    match = patterns["attendance/and-following"].regex.match(sentence.text[skipped : head.start()])
    if match is None:
        return
    pieces = read_list(sentence.passage, sentence.start + skipped, sentence.start + skipped + match.end("list"))
    if pieces and all(piece.name for piece in pieces):
        yield from _mentions(sentence, pieces, head["subject"], "", patterns["attendance/and-following"].rule)


def _named(sentence: Sentence) -> Iterator[AttendanceMention]:
    """Those named before "was represented", if every one of them is known or an apposition says what it is.

    Of observers one may be unknown whose name is built as an organization's, if there are as many as the verb says.
    """
    patterns = sentence.patterns("attendance")
    opening = patterns["attendance/opening"].regex.match(sentence.text)
    skipped = opening.end() if opening else 0
    apart = patterns["attendance/represented-by"].regex.match(sentence.text[skipped:])
    if apart is not None:
        pieces = read_list(sentence.passage, sentence.start + skipped, sentence.start + skipped + apart.end("list"))
        known = bool(pieces) and all(piece.name for piece in pieces)
        yield from _mentions(sentence, pieces if known else (), "", "", patterns["attendance/represented-by"].rule)
        return
    match = patterns["attendance/named"].regex.search(sentence.text[skipped:])
    if match is None:
        return
    start, manner, rule = (
        sentence.start + skipped + match.start("list"),
        match["manner"],
        patterns["attendance/named"].rule,
    )
    apposed = list(patterns["attendance/apposition"].regex.finditer(match["list"]))
    for each in apposed if apposed and apposed[0].start() == 0 else ():
        pieces = read_list(sentence.passage, start + each.start("list"), start + each.end("list"))
        about = f"{each['subject']} {manner}"
        yield from _mentions(sentence, pieces, about, read_expected(each["subject"]), rule)
    if apposed:
        return
    pieces = read_list(sentence.passage, start, start + len(match["list"]))
    observed = "bserver" in manner
    one = re.search(r"\bwas\b", match[0][match.end("list") - match.start() : -len(manner) or None]) is not None
    if not pieces or not all(piece.name or (observed and _may_be_body(sentence.passage, piece)) for piece in pieces):
        return
    if all(piece.name for piece in pieces) or one == (len(pieces) == 1):
        for what, those in known_bodies(pieces, observed):
            yield from _mentions(
                sentence, those, f"{what} by observers{manner}" if observed else what + manner, "", rule
            )


def _came(sentence: Sentence) -> Iterator[AttendanceMention]:
    """Those named before "attended", whose experts, delegations or observers came, if every one of them is known.

    Of observers one may be unknown whose name is built as an organization's.
    """
    pattern = sentence.patterns("attendance")["attendance/came"]
    match = pattern.regex.search(sentence.text)
    if match is None:
        return
    pieces = read_list(sentence.passage, sentence.start + match.start("list"), sentence.start + match.end("list"))
    observers = "by observers" if "bserver" in f"{match['who']} {match['manner']}" else ""
    if pieces and all(piece.name or (observers and _may_be_body(sentence.passage, piece)) for piece in pieces):
        for what, those in known_bodies(pieces, bool(observers)):
            about = " ".join((match["subject"] or what, observers, match[0][match.end("list") :]))
            yield from _mentions(sentence, those, about, "", pattern.rule)


def _may_be_body(passage: Passage, one: ListPiece) -> bool:
    """Is an unknown item of a list built as one organization's name, without remarks, brackets or a State in it?"""
    words = passage.text[one.at[0] : one.at[1]]
    if load_patterns("lists")["list/description"].regex.match(words):
        return True
    return one.institution and not one.partial and words[0].isupper() and " " in words and "(" not in words


def _groups(sentence: Sentence) -> Iterator[AttendanceMention]:
    """Group by group: "attended by delegates from Azuria and by observers for the Isles", if all are known."""
    patterns = sentence.patterns("attendance")
    by = patterns["attendance/by"].regex.search(sentence.text)
    heads = list(patterns["attendance/group"].regex.finditer(sentence.text, by.end())) if by is not None else []
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        end = sentence.start + after.start() if after else sentence.end
        pieces = read_list(sentence.passage, sentence.start + head.end(), end)
        kinds = {piece.name.kind if piece.name else "" for piece in pieces}
        if pieces and "" not in kinds:
            observed = "observer" in head["who"] or (by is not None and "as observers" in by[0])
            for what, those in known_bodies(pieces, observed):
                about = f"{what} by observers" if observed else what
                yield from _mentions(sentence, those, about, "", patterns["attendance/group"].rule)


def known_bodies(pieces: Sequence[ListPiece], observed: bool) -> Iterator[tuple[str, tuple[ListPiece, ...]]]:
    """What those named are: as observers States and organizations apart; else a list of both is of neither kind."""
    states = tuple(one for one in pieces if one.name is not None and one.name.kind == "state")
    others = tuple(one for one in pieces if one not in states)
    if states and others and not observed:
        yield "represented", tuple(pieces)
        return
    if states:
        yield "States", states
    if others:
        yield "organizations", others


def _mentions(
    sentence: Sentence, pieces: tuple[ListPiece, ...], about: str, expects: Expected, rule: Rule
) -> Iterator[AttendanceMention]:
    capacity, kind = read_capacity(about)
    return attending(sentence.passage, pieces, capacity, kind, expects, rule)


def attending(
    passage: Passage, pieces: Sequence[ListPiece], capacity: str, kind: str, expects: Expected, rule: Rule
) -> Iterator[AttendanceMention]:
    """A mention of each name of a list of those present.

    :param kind: what an organization is that no authority holds, id of the scheme "kind", or "".
    """
    described = load_patterns("lists")["list/description"].regex
    words = [passage.text[item.at[0] : item.at[1]] for item in pieces]
    for item, own_words, next_words in zip(pieces, words, [*words[1:], ""], strict=False):
        if len(pieces) > 1 and described.match(own_words):
            continue
        said = read_capacity(next_words)[0] if described.match(next_words) else "represented"
        own = as_party(capacity, own_words, expects) if item.name and item.name.kind == "organization" else capacity
        yield AttendanceMention(
            **place(passage, *item.at, rule),
            name=item.name,
            partial=item.partial,
            institution=item.institution,
            **item.letters(passage),
            expects=expects,
            capacity=own if said == "represented" else said,
            kind=kind,
        )
