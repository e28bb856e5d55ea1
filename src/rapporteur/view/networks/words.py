"""Words around a quote, and what of a label fits into a node: texts in, pieces of them out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from textwrap import shorten

LONGEST = 60
"""Characters of a short label."""

_TAIL = 20
"""Characters of the last words of a label that begins as another does."""

_UNIT_WORDS = r"(?:annex|article|chapter|note|paragraph|rule|section|recommendation)\b"
_PARTED = re.compile(rf"(?P<whole>.+?), (?P<part>{_UNIT_WORDS}.*)")
_MARKUP = re.compile(r"<sup>.*?</sup>|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_SENTENCE_END = re.compile(r"[.;:?!]\s+(?=[A-Z“(])")
_PUBLISHERS = ("United Nations publication, ", "United Nations, ")


def part_of(label: str) -> tuple[str, str]:
    """The whole a label names and the part of it.

    >>> part_of("Ferry Convention, article 9, paragraph 2")
    ('Ferry Convention', 'article 9, paragraph 2')
    >>> part_of("decision 7/2")
    ('', 'decision 7/2')
    """
    match = _PARTED.fullmatch(label)
    return (match["whole"], match["part"]) if match else ("", label)


def short_of(kind: str, part: str) -> str:
    """What fits into a node: the number of a paragraph, a document without its publisher, at most two lines.

    >>> short_of("provision", "Rules of Procedure of the Assembly of the Parties to the Ferry Convention, rule 15")
    'Rules of Procedure of the Assembly of the Parties…, rule 15'
    """
    if kind == "paragraph":
        part = part.removeprefix("paragraph ")
    if kind == "document":
        for publisher in _PUBLISHERS:
            part = part.removeprefix(publisher)
    whole, inner = part_of(part)
    if whole and len(part) > LONGEST and len(inner) < LONGEST // 2:
        return f"{shorten(whole, LONGEST - len(inner) - 2, placeholder='…')}, {inner}"
    return shorten(part, LONGEST, placeholder="…")


def told_apart(shorts: Mapping[str, str], labels: Mapping[str, str], seen: int) -> dict[str, str]:
    """Short labels that begin as others do, by their first word and their last words, which a box does not cut off.

    One that the others only go on from stays as it is.

    :param shorts: by node; ``labels`` whole, of the same nodes.
    :param seen: characters of a label that fit into its box.

    >>> labels = {"a": "Board of the Northern Lamp Keepers for Fog", "b": "Board of the Northern Lamp Keepers for Ice"}
    >>> told_apart(labels, labels, 30)
    {'a': 'Board… Lamp Keepers for Fog', 'b': 'Board… Lamp Keepers for Ice'}
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for node, short in shorts.items():
        if len(short) > seen:
            alike[short[:seen]].append(node)
    found = {}
    for nodes in alike.values():
        for node in nodes:
            label = labels[node]
            if len(nodes) > 1 and not all(labels[other].startswith(label) for other in nodes):
                first, *words = label.split()
                while len(" ".join(words)) > _TAIL and len(words) > 1:
                    words = words[1:]
                found[node] = f"{first}… {' '.join(words)}"
    return found


def words_in_context(text: str, quote: str, near: int) -> tuple[str, str, str]:
    """The sentence of ``text`` around ``quote``, in three pieces: before it, the quote, after it.

    :param text: normalised words of the text part.
    :param quote: the words as they stand in the source, with its markup and line ends.
    :param near: about where in the text they stand; of several places the nearest is taken.

    >>> words_in_context("Piers were lit. The Group thanked Fiji. It rose.", "*Fiji*", 30)
    ('The Group thanked ', 'Fiji', '.')
    """
    words = " ".join(_MARKUP.sub("", quote).split())
    places = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if not places:
        return "", quote, ""
    start = min(places, key=lambda place: (abs(place - near), place))
    end = start + len(words)
    from_ = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start + 1) if m.end() <= start), default=0)
    stop = _SENTENCE_END.search(text, max(end - 1, start))
    to = stop.start() + 1 if stop else len(text)
    return text[from_:start], text[start:end], text[end : max(to, end)]


def natural(label: str) -> tuple[tuple[int, str], ...]:
    """A key that puts article 9 before article 10.

    >>> sorted(["article 10", "article 9"], key=natural)
    ['article 9', 'article 10']
    """
    pieces: list[tuple[int, str]] = []
    for word in re.sub(r"[().,:]", " ", label).split():
        pieces.append((int(word), "") if word.isdecimal() else (-1, word))
    return tuple(pieces)
