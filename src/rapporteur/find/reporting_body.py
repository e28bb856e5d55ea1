"""The body whose report it is: its title in, out whether "the Council" in the text means that body or another.

A title may name the body above it too, "Report of the Working Group on Lamps of the Conference of Keepers": the first
body named, which no "to the" addresses, is the one that reports. Its name may be cut short from either end, "the
Working Group", and it may go by letters. A short name behind another body of its kind in the text may mean that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapporteur.authorities import Authorities
from rapporteur.model import Report
from rapporteur.patterns import PatternFile, load_patterns

Meant = Literal["own", "other", "unclear"]
"""Whose a name is: the body's own, another's, or nobody can tell."""


@dataclass(frozen=True, slots=True)
class OwnBody:
    """The body whose report it is.

    :ivar before: the words of its name before the noun, small letters: ("human", "rights") of "Human Rights Council".
    :ivar noun: the noun, "council"; of a body that the title calls by its letters "".
    :ivar behind: the words behind the noun to the end of the name: ("of", "the", "parties").
    :ivar called: its letters and its names in full, as the authorities and the house know it.
    :ivar anybody: the document is itself a decision, so that whoever decides in it is its body.
    """

    before: tuple[str, ...] = ()
    noun: str = ""
    behind: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()
    anybody: bool = False

    def means(self, name: str, told: str = "") -> Meant:
        """Whose name is it?

        :param name: as the text gives it, with or without "the".
        :param told: the text before it: a short name may mean the one of its kind that was named last.

        >>> council = OwnBody(("lamp",), "council")
        >>> [council.means(name) for name in ("the Council", "the Fog Council", "the Board", "the Council of Keepers")]
        ['own', 'other', 'other', 'unclear']
        >>> council.means("the Council", "The Fog Council met.")
        'unclear'
        """
        bare = re.sub(r"^[Tt]he\s", "", name)
        if self.anybody or bare in self.called:
            return "own"
        match = _patterns()["own/name"].regex.match(bare)
        if match is None or match["letters"]:
            return "other"
        before, noun, behind = _words(match["before"]), match["noun"].casefold(), _words(match["behind"] or "")
        if noun != self.noun:
            return "unclear" if noun == "parties" or (self.noun.endswith(" " + noun) and not before) else "other"
        whose = self._compared(before, behind)
        return "unclear" if whose == "own" and not (before or behind) and self._is_another(told) else whose

    def _compared(self, before: Sequence[str], behind: Sequence[str]) -> Meant:
        """Whose a name with the noun is; one that says more is unclear, unless the title seems cut short."""
        short = min(len(before), len(self.before))
        if short and tuple(before[-short:]) != self.before[-short:]:
            return "other"
        short = min(len(behind), len(self.behind))
        if tuple(behind[:short]) != self.behind[:short]:
            return "other"
        cut = bool(self.behind) and tuple(behind[short : short + 1]) == ("and",)
        return "own" if len(before) <= len(self.before) and (len(behind) <= short or cut) else "unclear"

    def _is_another(self, told: str) -> bool:
        """Is the body of this kind that a text names last by more than its noun another one?"""
        if self.noun.rpartition(" ")[2] not in told.casefold():
            return False
        for match in reversed(list(_patterns()["own/mention"].regex.finditer(told))):
            if match["noun"].casefold() not in (self.noun, self.noun.rpartition(" ")[2]):
                continue
            before, behind = _leading(match["before"]), _words(match["behind"] or "")
            if before or behind:
                return self._compared(before, behind) != "own" and match["noun"] not in self.called
        return False


def reporting_body(report: Report, authorities: Authorities) -> OwnBody | None:
    """The body whose report the title says it is; None where it names none.

    :param authorities: know by which letters a body goes.
    """
    title, patterns = report.title_text, _patterns()
    if patterns["own/document"].regex.match(title):
        return OwnBody(anybody=True)
    if patterns["own/official"].regex.search(title):
        return None
    bodies = (*load_patterns("conclusions", report.house.style).words["bodies"], *patterns.words["titled"])
    addressed = patterns["own/addressed"].regex
    found = next((m for m in _titled(bodies).finditer(title) if not addressed.search(title[: m.start()])), None)
    if found is None:
        return None
    noun = _noun().search(title, found.start(), found.end())
    if noun is None:
        return OwnBody(called=_called(report, authorities, found[0]) | {found[0]})
    longer = patterns["own/goes-on"].regex.match(title, noun.start())
    low, high = longer.span("noun") if longer is not None else noun.span()
    before = _leading(title[:low])
    whole = re.search(rf"(?:\S+\s+){{{len(before)}}}$", title[:low])
    name = (whole[0] if whole is not None else "") + title[low:]
    ends = patterns["own/name-ends"].regex.search(title, high)
    behind = _words(title[high : ends.start() if ends is not None else len(title)])
    return OwnBody(before, title[low:high].casefold(), behind, _called(report, authorities, name))


def _called(report: Report, authorities: Authorities, name: str) -> frozenset[str]:
    """How the body goes whose name, in the authorities or in its house, is the longest that words begin with."""
    bare = name.casefold()
    names = [(each.label, id) for id, body in authorities.organizations.items() for each in body.names]
    names += [(short, id.partition("/")[2]) for short, id in report.house.style.names if id.startswith("organization/")]
    _, body = max(((len(label), id) for label, id in names if bare.startswith(label.casefold())), default=(0, ""))
    return frozenset(label for label, id in names if id == body and (" " in label or label.isupper()))


def _leading(words: str) -> tuple[str, ...]:
    """The last words, small letters, that belong to the name of a body whose noun stands behind them."""
    small, parts = _patterns().words["small"], words.split()
    start = len(parts)
    while start and parts[start - 1][-1].isalnum():
        joined = parts[start - 1] == "and" and start > 1 and parts[start - 2][0].isupper() and start < len(parts)
        if parts[start - 1].casefold() in small and not joined:
            break
        start -= 1
    return _words(" ".join(parts[start:]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().split())


def _patterns() -> PatternFile:
    return load_patterns("reporting_body")


@cache
def _titled(bodies: tuple[str, ...]) -> re.Pattern[str]:
    """One of the names, the longest first, in capitals too."""
    names = sorted({*bodies, *(name.upper() for name in bodies)}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


@cache
def _noun() -> re.Pattern[str]:
    nouns = sorted(_patterns().words["nouns"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE)
