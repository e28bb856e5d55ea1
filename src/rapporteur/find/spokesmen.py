"""Spokesmen: "representatives of 9 Parties spoke, two of them for the Isles Group".

Takes a sentence that tells of statements and counts the speakers without naming them; gives a `StatementMention` for
each of those who were spoken for, and one for the speakers who stay unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapporteur.find.lists import ListPiece, piece, read_list
from rapporteur.find.passages import covered
from rapporteur.find.scenes import Range, Sentence, names_in, place
from rapporteur.model.actors import ActorMention, ListedName, StatementMention
from rapporteur.patterns import load_patterns

_OPENED = re.compile(r"\((?:also\s|speaking\s)?$")
_SPEAKING = re.compile(r",?\s(?:also\s)?(?:speaking\s|acting\s)?")
_JOINT = re.compile(r"(?:[,;]?\s(?:and|as\swell\sas)|[,;])?\s(?:by\s)?(?:the\s)?$")
"""What stands between those spoken for and the next speaker."""
_ENDS = re.compile(r"(?:[\s.;,]|\band)+\Z")
"""What stands behind the last of those spoken for."""
_AND = re.compile(r"\s(?:and|as\swell\sas)\s(?:by\s)?(?:the\s)?\Z")
_NEXT_NAME = re.compile(r"(?:\s\([\w./-]+\))?\)?(?:(?P<comma>,)(?:\sand)?|\sand)\s(?:of\s)?(?:the\s)?")
"""What stands between two names of a list: a comma, or the "and" that closes it; an acronym in brackets before it."""

_UNKNOWN = re.compile(r"(?:the\s)?(?:[A-Z][\w’'-]*(?:\sof(?:\sthe)?|\sand)?,?\s)*")
"""A name in capitals that nobody bears, or nothing, before the first that is known."""


def find_counted(sentence: Sentence, item: str) -> tuple[StatementMention, ...]:
    """The statements of a sentence whose speakers are counted; none where it counts nobody.

    :param item: number of the agenda item that the sentence names, or "".
    """
    patterns = load_patterns("spokesmen")
    counted = patterns["spokesmen/counted"].regex.search(sentence.text)
    if counted is None:
        return ()
    spoken = tuple(_spoken_for(sentence, counted.end(), item))
    number = int(counted["digits"]) if counted["digits"] else _numeral((counted["numeral"] or "").lower())
    if number is not None and number == len(spoken):
        return spoken
    at = (sentence.start + counted.start("set"), sentence.start + counted.end("set"))
    unnamed = StatementMention(
        **place(sentence.passage, *at, patterns["spokesmen/counted"].rule),
        name=None,
        expects="state",
        capacity="representative",
        item=item,
        is_set=True,
    )
    return (unnamed, *spoken)


def spoken_for(sentence: Sentence, start: int, end: int) -> tuple[ListedName, ...]:
    """Those for whom somebody named before index ``start`` of the sentence spoke, by the words before ``end``.

    A number of States that are not named, "a group of countries", is one name that nobody bears.
    """
    patterns, text = load_patterns("spokesmen"), sentence.text
    match = patterns["spokesmen/for"].regex.search(text, start, end)
    if match is None:
        return ()
    closed = text.find(")", match.end(), end) if "(" in text[start : match.start()] else -1
    stop = _closing(text, match.end(), end) if closed >= 0 else _end(sentence, match.end(), end)
    goes_on = patterns["spokesmen/goes-on"].regex.search(text, match.end(), stop)
    stop = goes_on.start() if goes_on is not None and closed < 0 else stop
    if not text[match.end()].isupper():
        low, high = sentence.start + match.end(), sentence.start + stop
        words = re.match(r"[^,;:()]*[^,;:()\s.]", sentence.passage.text[low:high])
        at = (low, low + words.end()) if words else (low, high)
        return (ListedName(**place(sentence.passage, *at, patterns["spokesmen/for"].rule), name=None, expects="state"),)
    return tuple(_listed(sentence, p) for p in _names(sentence, match.end(), stop))


def find_turns(sentence: Sentence, start: int, end: int) -> tuple[tuple[Range, Range], ...]:
    """Where a list names each speaker with those spoken for, "Azuria on behalf of the Isles and Zenda on behalf of …".

    Indexes of the sentence, one pair a turn: those of the speakers, then from "on behalf of" to where the turn ends.
    Nothing where fewer than two spoke for others, where brackets say for whom, or where a speaker is no known name.
    """
    text, form = sentence.text, load_patterns("spokesmen")["spokesmen/for"].regex
    behalf = list(form.finditer(text, start, end))
    if any(_OPENED.search(text, start, match.start()) for match in behalf):
        return ()
    if len(behalf) == 1 and ";" not in text[start:end]:
        return _among_others(sentence, start, behalf[0], end)
    if len(behalf) < 2:
        return ()
    if ";" in text[start:end]:
        cuts = [start - 1, *(m.start() for m in re.finditer(";", text[:end]) if m.start() >= start), end]
        found = [(form.search(text, a + 1, b), a + 1, b) for a, b in pairwise(cuts)]
        return tuple(((a, m.start() if m else b), (m.start() if m else b, b)) for m, a, b in found)
    edges = [start]
    for match in behalf[1:]:
        names = [n for n in sentence.names if n.kind != "instrument" and n.at[0] - sentence.start >= edges[-1]]
        before = [n for n in names if n.at[1] - sentence.start <= match.start()]
        if not before or not _SPEAKING.fullmatch(text, before[-1].at[1] - sentence.start, match.start()):
            return ()
        edges.append(before[-1].at[0] - sentence.start)
    joined = any(_AND.search(text, 0, edge) for edge in edges[1:])
    edges[1:] = [_first_after(sentence, m.end(), edge) for m, edge in zip(behalf, edges[1:], strict=False)]
    last = len(text) if joined else _first_after(sentence, behalf[-1].end(), end, closes=True)
    stops = [_JOINT.sub("", text[:edge]) for edge in [*edges[1:], last]]
    ends = [*(len(stop) for stop in stops[:-1]), len(stops[-1]) if last < end else end]
    turns = tuple(((a, m.start()), (m.start(), b)) for a, m, b in zip(edges, behalf, ends, strict=True))
    return (*turns, ((last, end), (end, end))) if last < end else turns


def _first_after(sentence: Sentence, start: int, edge: int, closes: bool = False) -> int:
    """Where the speakers begin that follow the one who is spoken for from index ``start``; ``edge`` where none do.

    A list of those spoken for has an "and" before its last: names behind commas alone are the next speakers, and so are
    those up to an "and" that closes the turns, as no other does.

    :param closes: does the "and" behind them close the turns?
    """
    text = sentence.text
    bounds = [(n.at[0] - sentence.start, n.at[1] - sentence.start) for n in sentence.names if n.kind != "instrument"]
    inside = [(a, b) for a, b in bounds if start <= a and b <= edge]
    comma = text.find(",", start, edge)
    if comma > start and (not inside or comma < inside[0][0]):
        inside.insert(0, (start, comma))
    followers = inside if closes else [*inside, (edge, edge)]
    joints = [_NEXT_NAME.fullmatch(text, b, a) for (_, b), (a, _) in pairwise(followers)]
    ands = ["and" in joint[0] for joint in joints if joint is not None]
    if len(inside) == 1 or not joints or len(ands) < len(joints) or any(ands[:-1]) or (closes and not ands[-1]):
        return edge
    return inside[1][0]


def find_left_over(sentence: Sentence, spoke: Sequence[StatementMention]) -> ActorMention | None:
    """The sentence, where names of the list behind "on behalf of" are neither speakers nor those spoken for.

    "Azuria on behalf of the Isles Group, Zenda, Ruritania": without an "and" nothing tells who speaks and who is
    spoken for.

    :param spoke: the statements that were read in the sentence.
    """
    patterns, text = load_patterns("spokesmen"), sentence.text
    behalf = patterns["spokesmen/for"].regex.search(text)
    if behalf is None or not spoke:
        return None
    names = [n for n in sentence.names if n.kind != "instrument" and n.at[0] - sentence.start >= behalf.end()]
    if not names or not _UNKNOWN.fullmatch(text, behalf.end(), names[0].at[0] - sentence.start):
        return None
    chain = names[:1]
    for before, name in pairwise(names):
        if not _NEXT_NAME.fullmatch(text, before.at[1] - sentence.start, name.at[0] - sentence.start):
            break
        chain.append(name)
    listed = [who for one in spoke for who in (one, one.on_behalf_of, *one.also_for) if who is not None]
    read = [who.at for who in listed]
    if all(covered(name.at, read) for name in chain):
        return None
    return ActorMention(**place(sentence.passage, sentence.start, sentence.end, patterns["spokesmen/for"].rule))


def _among_others(sentence: Sentence, start: int, behalf: re.Match[str], end: int) -> tuple[tuple[Range, Range], ...]:
    """The turns of a list in which one speaker of several spoke for two: "Azuria, Zenda on behalf of A and B, and C".

    The "and" before the comma closes the names of those spoken for; without it, who follows may be one of them.
    """
    text = sentence.text
    if "," not in text[start : behalf.start()]:
        return ()
    names = [n for n in sentence.names if n.kind != "instrument" and n.at[0] - sentence.start >= behalf.end()]
    edges = [(n.at[0] - sentence.start, n.at[1] - sentence.start) for n in names]
    closed = False
    for (_, after), (begin, _) in pairwise(edges):
        joint = _NEXT_NAME.fullmatch(text, after, begin)
        if joint is None:
            if re.fullmatch(r"\s\(|\s?\)?(?:\s\()?", text[after:begin]):
                continue
            return ()
        if joint["comma"] and closed and begin < end:
            last, stop = after + text.startswith(")", after), _end(sentence, begin, end)
            return ((start, behalf.start()), (behalf.start(), last)), ((begin, stop), (stop, stop))
        if joint["comma"]:
            return ()
        closed = True
    return ()


def _closing(text: str, start: int, end: int) -> int:
    """Where the bracket closes that was open at ``start``."""
    depth = 1
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
    return end


def _numeral(word: str) -> int | None:
    numerals = load_patterns("spokesmen").words["numerals"]
    return numerals.index(word) + 1 if word in numerals else None


def _spoken_for(sentence: Sentence, after: int, item: str) -> Iterator[StatementMention]:
    """A statement for each of those on whose behalf somebody spoke; several names share one where one spoke for all."""
    patterns = load_patterns("spokesmen")
    text, behalf = sentence.text, list(patterns["spokesmen/behalf"].regex.finditer(sentence.text, after))
    for match, following in zip(behalf, [*behalf[1:], None], strict=False):
        end = _end(sentence, match.end(), following.start() if following else len(text))
        if match["listed"]:
            parts = _parts(sentence, match.end(), end)
        elif patterns["spokesmen/one"].regex.search(text[: match.start()]):
            parts = [(match.end(), end)]
        else:
            parts = [(p.at[0] - sentence.start, p.end - sentence.start) for p in _names(sentence, match.end(), end)]
        for start, stop in parts:
            names = _names(sentence, start, stop)
            if names:
                first = names[0].at[0] if match["listed"] or len(parts) > 1 else sentence.start + match.start()
                yield _statement(sentence, first, names, item)


def _end(sentence: Sentence, start: int, limit: int) -> int:
    """Where the names end: before what leads to the next of those spoken for, before "by", or before the verb."""
    words = sentence.text[start:limit]
    lead = load_patterns("spokesmen")["spokesmen/next"].regex.search(words) if limit < len(sentence.text) else None
    words = words[: lead.start()] if lead else words
    stop = re.search(r",?\s(?:also\s|then\s)?(?:made|delivered|took)\s|,?\sby\s|,\s(?:who|which)\s", words)
    return start + (stop.start() if stop else len(words))


def _parts(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list that a colon opens: those between semicolons, else each name."""
    text = sentence.text[start:end]
    if ";" not in text:
        names = _names(sentence, start, end)
        return [(p.at[0] - sentence.start, p.end - sentence.start) for p in names]
    cuts = [m.start() for m in re.finditer(";", text)]
    bounds = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)
    return [(start + a, start + b) for a, b in bounds]


def _names(sentence: Sentence, start: int, end: int) -> tuple[ListPiece, ...]:
    """The names of a stretch, the words "and its member States" left out, whether or not others follow them."""
    within = load_patterns("spokesmen")["spokesmen/members-within"].regex.search(sentence.text, start, end)
    if within is not None:
        before = _names(sentence, start, within.start())
        return before + _names(sentence, within.end(), end) if before else ()
    members = load_patterns("spokesmen")["spokesmen/members"].regex.search(_ENDS.sub("", sentence.text[start:end]))
    end = start + members.start() if members else end
    low, high = sentence.start + start, sentence.start + end
    whole = piece(sentence.passage, low, high, names_in(sentence.passage, low, high))
    if whole is None:
        return ()
    if whole.name is not None and whole.name.kind == "organization" and not whole.tail.strip(" ."):
        return (whole,)
    inside = [name.at for name in names_in(sentence.passage, *whole.at)]
    joints = load_patterns("lists")["list/and"].regex.finditer(sentence.passage.text, *whole.at)
    apart = [joint for joint in joints if not covered(joint.span(), inside)]
    known = read_list(sentence.passage, low, high)
    if len(known) > 1 and all(one.name for one in known):
        return known
    if whole.name is None and "," not in sentence.passage.text[slice(*whole.at)] and len(apart) > 1:
        return (whole,)
    return known if len(known) > 1 or whole.name is not None else (whole,)


def _statement(sentence: Sentence, start: int, names: tuple[ListPiece, ...], item: str) -> StatementMention:
    rule = load_patterns("spokesmen")["spokesmen/behalf"].rule
    return StatementMention(
        **place(sentence.passage, start, names[-1].at[1], rule),
        name=None,
        expects="",
        capacity="representative",
        item=item,
        spoken_for=tuple(_listed(sentence, p) for p in names),
    )


def _listed(sentence: Sentence, name: ListPiece) -> ListedName:
    """One of those spoken for: a group that no authority holds is one, words that only describe States are none, and
    nor are an office or words that may be two names."""
    patterns = load_patterns("spokesmen")
    at = place(sentence.passage, *name.at, patterns["spokesmen/behalf"].rule)
    described = name.name is None and patterns["spokesmen/described"].regex.search(at["words"]) is not None
    two = name.name is None and patterns["spokesmen/two"].regex.search(at["words"]) is not None
    office = name.name is None and patterns["spokesmen/office"].regex.match(at["words"]) is not None
    return ListedName(
        **at,
        name=name.name,
        partial=name.partial,
        institution=not described and not two and not office,
        expects="" if name.name or two or office else "state" if described else "organization",
    )
