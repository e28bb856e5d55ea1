"""The body whose report it is: its title in, out whether "the Council" in the text means that body or another.

A title may name the body above it too, "Report of the Working Group on Lamps of the Conference of Keepers": the first
body named, which no "to the" addresses, is the one that reports. Its name may be cut short from either end, "the
Working Group", and it may go by letters. A short name behind another body of its kind in the text may mean that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from rapporteur.authorities import Authorities
from rapporteur.model import Report
from rapporteur.patterns import PatternFile, load_patterns

Meant = Literal["own", "other", "unclear"]
"""Whose a name is: the body's own, another's, or nobody can tell."""
LETTERS = re.compile(r"\b[A-Z]{2,8}\b")
"""Letters that a body may go by."""


@dataclass(frozen=True, slots=True)
class OwnBody:
    """The body whose report it is.

    :ivar before: the words of its name before the noun, small letters: ("human", "rights") of "Human Rights Council".
    :ivar noun: the noun, "council"; of a body that the title calls by its letters "".
    :ivar behind: the words behind the noun to the end of the name: ("of", "the", "parties").
    :ivar called: its letters and its names in full, as the authorities and the house know it.
    :ivar anybody: the document is itself a decision, so that whoever decides in it is its body.
    :ivar title: of its report; "" where nothing gives one.
    :ivar whole: the body whose plenary this is; an officer of the one is an officer of the other.
    """

    before: tuple[str, ...] = ()
    noun: str = ""
    behind: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()
    anybody: bool = False
    title: str = ""
    whole: OwnBody | None = None

    @property
    def is_named(self) -> bool:
        """Does the title name a body at all?"""
        return bool(self.noun or self.called)

    def leads(self, words: str) -> bool:
        """Is it the body whose name or letters words begin with, "the" before them or not?

        Of a document that names none, any body that goes by its noun alone.

        >>> board = OwnBody(("lamp",), "board")
        >>> [board.leads(words) for words in ("the Board from 3 May on", "Lamp Board", "LB Chair", "Fog Board")]
        [True, True, True, False]
        """
        bare = re.sub(r"^[Tt]he\s", "", words)
        letters = LETTERS.match(bare)
        if letters is not None and (letters[0] in self.called or self._is_spelled(letters[0])):
            return True
        match = _patterns()["own/named"].regex.match(bare)
        return match is not None and self._is_meant(match)

    def _is_meant(self, match: re.Match[str]) -> bool:
        """Is the body meant by a name of `own/named`, further words behind it told apart from the name?"""
        before, noun, behind = _words(match["before"]), match["noun"].casefold(), match["behind"]
        if not self.is_named:
            return not (before or behind)
        tail = _patterns()["own/tail"].regex.search(behind)
        said = _words(behind[: tail.start()] if tail is not None else behind)
        if noun == self.noun and self._compared(before, said) == "own":
            return True
        return self.whole is not None and self.whole._is_meant(match)

    def is_called(self, words: str) -> bool:
        """Are the words nothing but its name or letters, "the" before them or not, and the session that is meant?

        A second body may stand beside it, "the Board and the Fog Council".

        >>> board = OwnBody(("lamp",), "board")
        >>> [board.is_called(words) for words in ("the Board at its ninth session", "Board thanked the Keeper")]
        [True, False]
        """
        tail = _patterns()["own/whole-tail"].regex.search(words)
        bare = re.sub(r"^[Tt]he\s", "", words[: tail.start()] if tail is not None else words)
        numbered = re.fullmatch(r"(.+) (?:[IVX]{1,4}|\d{1,2})", bare)
        if numbered is not None and re.search(rf"\b{re.escape(bare)}\b", self.title) is not None:
            return self.is_called(numbered[1])
        first, _, second = bare.partition(" and the ")
        if second and any(_patterns()[f"own/{id}"].regex.fullmatch(second) for id in ("named", "letters-whole")):
            return self.is_called(first)
        match = _patterns()["own/named"].regex.fullmatch(bare)
        if match is not None:
            return self._is_meant(match)
        return _patterns()["own/letters-whole"].regex.fullmatch(bare) is not None and self.leads(bare)

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

    def _is_spelled(self, letters: str) -> bool:
        """Are the letters the first ones of all words of the name: "SBL" of "Subsidiary Body on Lamps"?

        Small words may count or not. Nobody guesses at the letters of a body whose letters are known.
        """
        if not self.noun or any(LETTERS.fullmatch(name) for name in self.called):
            return False
        small, words = _patterns().words["small"], (*self.before, *self.noun.split(), *self.behind)
        form = "".join(re.escape(word[0]) + ("?" if word in small else "") for word in words)
        return re.fullmatch(form, letters.casefold()) is not None

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


NO_BODY = OwnBody()
"""What a title is of that names none."""


def reporting_body(report: Report, authorities: Authorities) -> OwnBody | None:
    """The body whose report the title says it is; None where it names none.

    :param authorities: know by which letters a body goes.
    """
    title, patterns = report.title_text, _patterns()
    if patterns["own/document"].regex.match(title):
        return OwnBody(anybody=True)
    if patterns["own/official"].regex.search(title):
        return None
    found = _named_first(title, _titled(_bodies(report)))
    return _known(report, authorities, title, found) if found is not None else None


def body_of(report: Report, authorities: Authorities) -> OwnBody:
    """The body whose officers are those of the report; one without a name where the title names none.

    Asked of whoever presides or meets: an official's report tells of those too, and so does that of a gathering.
    """
    title, words = report.title_words, _patterns().words
    found = _named_first(title, _titled(_bodies(report)))
    found = found or _named_first(title, _titled((*words["nouns"], *words["rarer"])))
    return _known(report, authorities, title, found) if found is not None else replace(NO_BODY, title=title)


def _known(report: Report, authorities: Authorities, title: str, found: re.Match[str]) -> OwnBody:
    """The body that words of a title name, and how the authorities and the house call it."""
    own, name = _body_at(title, found)
    return replace(own, called=own.called | _called(report, authorities, name, len(" ".join(own.before))), title=title)


def _bodies(report: Report) -> tuple[str, ...]:
    """What a body is called in a title of the house."""
    return (*load_patterns("conclusions", report.house.style).words["bodies"], *_patterns().words["titled"])


def _named_first(title: str, names: re.Pattern[str]) -> re.Match[str] | None:
    """The first of the names in a title that is no body to which the report goes."""
    addressed = _patterns()["own/addressed"].regex
    return next((m for m in names.finditer(title) if not addressed.search(title[: m.start()])), None)


def _body_at(title: str, found: re.Match[str]) -> tuple[OwnBody, str]:
    """The body of which words of a title are the noun, or the letters, and its name with all that stands behind."""
    patterns = _patterns()
    noun = _noun().search(title, found.start(), found.end())
    if noun is None:
        return OwnBody(called=frozenset((found[0],))), found[0]
    longer = patterns["own/goes-on"].regex.match(title, noun.start())
    low, high = longer.span("noun") if longer is not None else noun.span()
    before = _leading(title[:low])
    whole = re.search(rf"(?:\S+\s+){{{len(before)}}}$", title[:low])
    name = (whole[0] if whole is not None else "") + title[low:]
    ends = patterns["own/name-ends"].regex.search(title, high)
    behind = _words(title[high : ends.start() if ends is not None else len(title)])
    own = OwnBody(before, title[low:high].casefold(), behind)
    within = _noun().search(title, high) if own.noun == "plenary" else None
    return (replace(own, whole=_body_at(title, within)[0]) if within is not None else own), name


def _called(report: Report, authorities: Authorities, name: str, least: int) -> frozenset[str]:
    """How the body goes whose name, in the authorities or in its house, is the longest that words begin with.

    :param least: characters that the words before the noun take: "United Nations" names no United Nations Conference.
    """
    bare = name.casefold()
    names = [(each.label, id) for id, body in authorities.organizations.items() for each in body.names]
    names += [(short, id.partition("/")[2]) for short, id in report.house.style.names if id.startswith("organization/")]
    told = ((len(label), id) for label, id in names if len(label) > least and bare.startswith(label.casefold()))
    _, body = max(told, default=(0, ""))
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
    nouns = sorted(
        (noun for kind in ("nouns", "loose", "rarer") for noun in _patterns().words[kind]), key=len, reverse=True
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE)
