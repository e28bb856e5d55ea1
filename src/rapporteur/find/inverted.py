"""Those spoken for before who spoke: "on behalf of the Isles Group, Azuria; Zenda" → where each of them stands.

Takes a stretch of a sentence that lists speakers, gives the turns in it as `rapporteur.find.spokesmen.find_turns` does.
A list reads so where a "on behalf of" opens it, or an item of it; where it stands between two names behind commas alone
nothing tells which of them spoke for others, and nothing is given.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rapporteur.find.scenes import Range, Sentence
from rapporteur.patterns import load_patterns

Turn = tuple[Range, Range]
"""Indexes of a sentence: where the speakers are named, and where those for whom the last of them spoke."""

_OPENS = re.compile(r"(?:^|;)(?:\s?and)?[\s:]*$|\sand,?\s$")
_SPEAKER = re.compile(
    r"(?:\s\([\w./-]+\))?(?:,\s(?:by\s)?|\sby\s)(?:the\s(?:representative\sof\s)?)?(?:the\s)?(?=[A-ZÀ-Þ])"
)
_BEHALF = re.compile(r"\bon\s(?:the\s)?behalf\sof\b")
_LEAD = re.compile(r"[\s,;:]*(?:and\s)?")
_TRAIL = re.compile(r"[\s,;]*(?:\sand)?[\s,]*$")


def find_inverted(sentence: Sentence, start: int, end: int) -> tuple[Turn, ...]:
    """The turns of a list in which a group stands before its speaker; none where none does, or one cannot be read."""
    text, form = sentence.text, load_patterns("spokesmen")["spokesmen/for"].regex
    if not any(_opens(text, start, match.start()) for match in form.finditer(text, start, end)):
        return ()
    cuts = [start - 1, *(m.start() + start for m in re.finditer(";", text[start:end])), end]
    found: list[Turn] = []
    for first, last in pairwise(cuts):
        turns = _of_item(sentence, first + 1, last)
        if not turns:
            return ()
        found += turns
    return tuple(found)


def spoken_for_before(sentence: Sentence, speaker: int) -> Range:
    """Where the words stand that say, before the only speaker of a sentence, for whom; an empty range for none."""
    match = load_patterns("spokesmen")["spokesmen/before"].regex.search(sentence.text[:speaker])
    return match.span(match.lastgroup or 0) if match is not None else (speaker, speaker)


def several_by(sentence: Sentence, match: re.Match[str]) -> int:
    """Where a list of speakers begins, before the first "on behalf of" where it opens the first of several such turns:
    "made on behalf of the Isles by Azuria and on behalf of the Reef by Zenda".

    :param match: of the form "statement/by", or one without the group "for".
    """
    start = match.start("list")
    if not match.groupdict().get("for"):
        return start
    again = _BEHALF.search(sentence.text, start, match.end("list"))
    return match.start("for") if again is not None else start


def _opens(text: str, start: int, at: int) -> bool:
    return _OPENS.search(_spoken(text[start:at])) is not None


def _spoken(lead: str) -> str:
    """Words before "on behalf of", without "speaking"."""
    return re.sub(r"(?:also\s)?(?:speaking|acting)\s$", "", lead)


def _of_item(sentence: Sentence, start: int, end: int) -> list[Turn]:
    """The turns of a list without semicolons, or of an item between two."""
    text, form = sentence.text, load_patterns("spokesmen")["spokesmen/for"].regex
    behalf = list(form.finditer(text, start, end))
    plain, inverted = start, False
    found: list[Turn] = []
    for match in behalf:
        lead = _spoken(text[plain : match.start()])
        if not inverted and not _OPENS.search(lead):
            return [((start, match.start()), (match.start(), end))] if len(behalf) == 1 else []
        bare = not lead.strip(" ,:") or lead.strip(" ,") == "and"
        if not bare and (inverted or not _OPENS.search(lead)):
            return []
        group = _name_at(sentence, match.end()) or _unknown_until(text, match.end(), end)
        joint = _SPEAKER.match(text, group, end) if group > match.end() else None
        speaker = _name_at(sentence, joint.end()) if joint is not None else 0
        if joint is None or not speaker or speaker > end:
            return []
        if not bare:
            found.append(_plain(text, plain, match.start()))
        found.append(((joint.end(), speaker), (match.start(), group)))
        plain, inverted = speaker, True
    rest = _plain(text, plain, end)
    return [*found, rest] if text[slice(*rest[0])].strip(" .,") else found


def _unknown_until(text: str, start: int, end: int) -> int:
    """Where a name ends that nobody bears: before a comma or "by"; -1 for nowhere."""
    close = re.compile(r",|\sby\s").search(text, start, end)
    return close.start() if close is not None else -1


def _plain(text: str, start: int, end: int) -> Turn:
    """Speakers who spoke for nobody, without what joins them to those before and behind."""
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead is not None else start
    last = first + len(_TRAIL.sub("", text[first:end]))
    return (first, last), (last, last)


def _name_at(sentence: Sentence, start: int) -> int:
    """Where the longest name ends that begins at an index of the sentence; 0 for none."""
    at = start + sentence.start
    names = (n.at[1] for n in sentence.names if n.kind != "instrument" and n.at[0] == at)
    return max(names, default=sentence.start) - sentence.start
