"""Numbers of paragraphs and chapters: lists, ranges and letters read from a place on.

Takes a passage and a place behind the unit word, gives one path a target and where reading stopped: "4 to 7", "15 (a)
and (b)", "122.17-18, 122.30-33", "IV.B". Each number of a range is a target of its own; a range that runs backwards is
not read as one.
"""

from __future__ import annotations

from rapporteur.find.passages import Passage

Path = tuple[str, ...]
"""("17",), ("15", "a"), ("122.17",)."""

_LONGEST_RANGE = 200
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def read_paragraphs(passage: Passage, at: int, plural: bool) -> tuple[list[Path], int]:
    """Numbers, lists and ranges of paragraph numbers; all dotted ("122.7") or none."""
    paths: list[Path] = []
    end = at
    joined_last = ranged = False
    while (number := passage.take("paragraph/number", at)) is not None:
        value = number["value"]
        if ranged:
            between = _range(paths[-1][0], value)
            if between is None:
                break
            paths += [(inner,) for inner in between]
            end = at + number.end()
        elif paths and ("." in value) != ("." in paths[-1][0]):
            break
        else:
            letters, end = _letters(passage, at + number.end())
            paths += [(value, *path) for path in letters]
        if not plural:
            again = _again(passage, end, paths[-1])
            if again is None:
                break
            at = again
            continue
        joined = passage.take("provision/and", end)
        comma = passage.take("paragraph/comma", end)
        span = passage.take("provision/range", end)
        if joined is not None and not joined_last:
            at, joined_last, ranged = end + joined.end(), True, False
        elif comma is not None and not joined_last:
            at, ranged = end + comma.end(), False
        elif span is not None and len(paths[-1]) == 1 and not ranged:
            at, ranged = end + span.end(), True
        else:
            break
    return paths, end


def _again(passage: Passage, at: int, last: Path) -> int | None:
    """Where the same paragraph is cited again with other letters, "paragraph 8 (a) and 8 (b)"; None where it is not."""
    joined = passage.take("provision/and", at) if len(last) > 1 else None
    number = passage.take("paragraph/number", at + joined.end()) if joined is not None else None
    if joined is None or number is None or number["value"] != last[0]:
        return None
    begin = at + joined.end()
    return begin if passage.take("paragraph/letter", begin + number.end()) is not None else None


def _letters(passage: Passage, at: int) -> tuple[list[Path], int]:
    """The letters after a number, "(b) (ii)", and those joined to the last, "(a) and (b)", "(a)–(c)"; [()] for none."""
    path: Path = ()
    end = at
    while (bracket := passage.take("paragraph/letter", end)) is not None:
        path = (*path, bracket["letter"])
        end += bracket.end()
    inner = passage.take("paragraph/letter-range", end)
    between = _between_letters(inner["first"], inner["last"], below=bool(path)) if inner is not None else []
    if inner is not None and between:
        return [(*path, letter) for letter in between], end + inner.end()
    found = [path]
    while path:
        joint = passage.take("provision/and", end) or passage.take("provision/comma", end)
        span = passage.take("provision/range", end) if joint is None else None
        lead = joint or span
        begin = end + (lead.end() if lead is not None else 0)
        letter = passage.take("paragraph/letter", begin)
        if lead is None or letter is None:
            break
        if span is not None:
            first, last = found[-1][-1], letter["letter"]
            if not (len(first) == len(last) == 1 and first < last):
                break
            found += [(*path[:-1], chr(code)) for code in range(ord(first) + 1, ord(last))]
        found.append((*path[:-1], letter["letter"]))
        end = begin + letter.end()
    return found, end


def _between_letters(first: str, last: str, *, below: bool) -> list[str]:
    """The letters or small roman numbers from one to another, the ends with them; [] where they run backwards."""
    roman = below and first in _ROMAN and last in _ROMAN
    row = _ROMAN if roman else _LETTERS
    if first not in row or last not in row or row.index(first) >= row.index(last):
        return []
    return list(row[row.index(first) : row.index(last) + 1])


def _range(first: str, last: str) -> list[str] | None:
    """What a range adds to its first number, its end in full: 116 and 117 for "115-17"; None if it runs backwards."""
    head, _, low = first.rpartition(".")
    last_head, _, high = last.rpartition(".")
    if last_head and last_head != head:
        return [last] if last_head > head else None
    if len(high) < len(low):
        high = low[: len(low) - len(high)] + high
    if not 0 < int(high) - int(low) <= _LONGEST_RANGE:
        return None
    prefix = f"{head}." if head else ""
    return [f"{prefix}{number}" for number in range(int(low) + 1, int(high) + 1)]


def read_chapters(passage: Passage, at: int, plural: bool) -> tuple[list[str], int]:
    """Section paths: "III", "IV.B"; a letter that follows in a list stands under the same chapter."""
    paths: list[str] = []
    end = at
    joined_last = False
    while (number := passage.take("section/number", at)) is not None:
        paths.append(f"{number['value']}.{number['below']}" if number["below"] else number["value"])
        end = at + number.end()
        joined = passage.take("provision/and", end)
        comma = passage.take("provision/comma", end)
        if plural and joined is not None and not joined_last:
            at, joined_last = end + joined.end(), True
        elif plural and comma is not None and not joined_last:
            at = end + comma.end()
        else:
            break
    return paths, end


def between_ends(first: str, last: str) -> list[str]:
    """What lies between the ends of a range of numbers or letters, the ends apart."""
    if first.isdigit() and last.isdigit() and int(last) - int(first) < 100:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []
