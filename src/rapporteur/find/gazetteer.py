"""Many names at once: a gazetteer in, each place of a text where one of its names stands out, in one linear pass.

Typography does not count: apostrophes, spaces and dashes of any form, letters written as letter and accent, ligatures,
soft hyphens and words broken at the end of a line are read as the plain letters they print. Offsets are those of the
text as given. Where a name begins and ends is judged by what stands around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from rapporteur.patterns import load_patterns
from rapporteur.patterns.scan import SCANS

_PLAIN = (
    *((sign, "'") for sign in "’‘ʼ`´′"),
    *((sign, " ") for sign in "\u00a0\u2007\u2009\u202f\t\n\r"),
    *((sign, "-") for sign in "\u2010\u2011\u2012\u2013\u2212"),
)
_PLAIN_ASCII = tuple((sign, letter) for sign, letter in _PLAIN if sign.isascii())
_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06]")
_BROKEN = re.compile("-(?<=[^\\W\\d_]-) [^\\W\\d_]|  |'(?<=\\w') s\\b|'(?<=\\bd') [A-Z]")
_SAME = re.compile("(?:[^ \\-\\x80-\\U0010ffff]|(?<![ '-]) |-(?! ))+(?![^\\x00-\\x7f])")
"""Signs that stay as they are: plain letters, a space or hyphen that breaks no word, no accent behind them."""
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_CLEAR_BEFORE = frozenset(' (;:"“')
_CLEAR_AFTER = frozenset(' ,;:)"”')
_ENDS_IN_OF = (" of", " of the")


def plain_text(text: str) -> tuple[str, Sequence[int] | None]:
    """``text`` in plain letters, and for each of its characters the index it came from; None where none moved.

    >>> plain_text("Co\u0302te d’Azur")[0]
    "Côte d'Azur"
    >>> plain_text("Guinea- Bissau, Liech- tenstein")[0]
    'Guinea-Bissau, Liechtenstein'
    """
    plain = text
    for sign, letter in _PLAIN if not text.isascii() else _PLAIN_ASCII:
        if sign in plain:
            plain = plain.replace(sign, letter)
    broken = ("- " in plain or "' " in plain or "  " in plain) and _BROKEN.search(plain) is not None
    if not broken and (plain.isascii() or _MARKS.search(plain) is None):
        return plain, None
    letters: list[str] = []
    places: list[int] = []
    at, end = 0, len(plain)
    while at < end:
        same = _SAME.match(plain, at)
        if same is not None:
            letters.append(same[0])
            places.extend(range(at, same.end()))
            at = same.end()
            continue
        stop = at + 1
        while stop < end and unicodedata.combining(plain[stop]):
            stop += 1
        if plain[at] not in _UNSEEN and not _is_dropped(plain, at):
            for letter in unicodedata.normalize("NFKC" if "\ufb00" <= plain[at] <= "\ufb06" else "NFC", plain[at:stop]):
                letters.append(letter)
                places.append(at)
        at = stop
    return "".join(letters), (*places, end)


def _plain(text: str) -> tuple[str, Sequence[int] | None]:
    """`plain_text`, made once of a text that is read again and again."""
    scan = SCANS.get(id(text))
    if scan is None:
        return plain_text(text)
    if "plain" not in scan.kept:
        scan.kept["plain"] = plain_text(text)
    known: tuple[str, Sequence[int] | None] = scan.kept["plain"]
    return known


def _is_dropped(plain: str, at: int) -> bool:
    """Is this the space after the hyphen or apostrophe of a broken word, or its hyphen, or a second space?"""
    sign, before, after = plain[at], plain[at - 1 : at], plain[at + 1 : at + 3]
    if sign == "-" and after[:1] == " " and before.isalpha():
        return after[1:].islower()
    if sign != " " or not after[:1]:
        return False
    if before == " ":
        return True
    if before == "-":
        return plain[at - 2 : at - 1].isalpha() and after[0].isalpha()
    return before == "'" and (
        (after[0] == "s" and not after[1:].isalnum() and plain[at - 2 : at - 1].isalpha())
        or (after[0].isupper() and re.search(r"\bd'$", plain[max(0, at - 3) : at]) is not None)
    )


@dataclass(frozen=True)
class Gazetteer:
    """Names and an automaton that finds them all at once.

    :ivar names: in the order of the automaton, in plain letters.
    """

    names: tuple[str, ...]
    automaton: AhoCorasick

    @classmethod
    def of(cls, names: Iterable[str]) -> Gazetteer:
        """A gazetteer of the names, each once."""
        ordered = tuple(sorted({plain_text(name)[0] for name in names if name}))
        return cls(ordered, AhoCorasick(list(ordered)))

    def matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and name of each match, leftmost longest among those that begin and end with a word.

        All overlapping matches are looked at, so that a long name that breaks off inside a word does not hide a
        shorter one that does not.
        """
        plain, places = _plain(text)
        found = self.automaton.find_matches_as_indexes(plain, overlapping=True)
        if not found:
            return
        printed = text if places is None else "".join(map(text.__getitem__, places[:-1]))
        names = self.names
        whole = [
            (start, -end, names[index])
            for index, start, end in found
            if _stands_alone(printed, start, end, names[index])
        ]
        whole.sort()
        reached = 0
        for start, minus_end, name in whole:
            if start >= reached:
                reached = -minus_end
                if places is None:
                    yield start, reached, name
                else:
                    yield places[start], _end(text, places, reached), name


def _end(text: str, places: Sequence[int], reached: int) -> int:
    """Where a match ends in the text as given: accents of its last letter belong to it, what is not seen does not."""
    end = places[reached - 1] + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _stands_alone(text: str, start: int, end: int, name: str) -> bool:
    """Does a name printed at ``text[start:end]`` begin and end where a word does, and not run on into another name?"""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before not in _CLEAR_BEFORE or after not in _CLEAR_AFTER:
        patterns = load_patterns("names")
        if patterns["name/no-boundary-before"].regex.search(text[max(0, start - 2) : start]):
            return False
        if patterns["name/no-boundary-after"].regex.search(text[end : end + 5]) and not (
            not name.isupper() and patterns["name/note-number"].regex.match(text[end : end + 5])
        ):
            return False
    if after == " " and name.endswith(_ENDS_IN_OF):
        return load_patterns("names")["name/runs-on"].regex.match(text[end : end + 12]) is None
    return True
