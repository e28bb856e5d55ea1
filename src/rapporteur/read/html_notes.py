"""Notes of a page: which links call a note, which elements hold one, and what of the page is only page.

Takes the stream of a page, goes through it once before its words are read. A link calls a note if it points forward,
its words have the form of a note number, and it is raised, in brackets, or named as a note; a link to a paragraph has
the number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from rapporteur.read.blocks import Words
from rapporteur.read.html_signs import raised, without_text
from rapporteur.read.html_source import End, Event, Start

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4}|[*†‡]{1,3}|[a-z]|[ivxl]{1,6})\s*[\])]?")
_NOTE_NAME = re.compile(
    r"_?(?:ftn|edn|fn|footnote|endnote|cite_note|note)[-_:.]?(?:ref)?[-_:.]?\w{0,12}", re.IGNORECASE
)
_NOTE_CLASS = re.compile(r"foot-?note|end-?note|note-?ref", re.IGNORECASE)
_HOLDER = re.compile(r"mso-element\s*:\s*(?:foot|end)note(?![\w-])", re.IGNORECASE)
_LEAST_MAIN = 0.4
"""Share of a page's words that its ``<main>`` holds at least; else the mark is a mistake."""


@dataclass(slots=True)
class _Link:
    place: int
    target: str
    own: frozenset[str]
    raised: bool
    named: bool
    words: list[str] = field(default_factory=list)

    @property
    def number(self) -> str | None:
        match = _NUMBER.fullmatch("".join(self.words).strip())
        return match[1] if match else None

    @property
    def bracketed(self) -> bool:
        return "".join(self.words).strip()[:1] in ("[", "(")


@dataclass
class Notes:
    """What the first pass found.

    :ivar calls: place in the stream of an element that calls a note → the note's number.
    :ivar bodies: id of the element that holds a note, or begins one → its number.
    :ivar returns: places of the links that lead from a note back to its call.
    :ivar main: the page marks its main part, and it holds most of the words.
    :ivar kept: places of page headers and footers that hold the title, a note, or nothing but the report.
    """

    calls: dict[int, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    returns: set[int] = field(default_factory=set)
    main: bool = False
    kept: set[int] = field(default_factory=set)


def is_holder(start: Start) -> bool:
    """Does an element hold one note, all of whose blocks belong to it?"""
    id = start.attributes.get("id", "")
    return bool(_HOLDER.search(start.attributes.get("style", ""))) or (
        start.name in ("div", "aside", "section") and bool(re.fullmatch(r"_?(?:ftn|edn|fn|footnote)[-_]?\d+", id))
    )


def is_main(start: Start) -> bool:
    """Does the page mark this as its main part?"""
    return start.name == "main" or start.attributes.get("role") == "main"


def find_notes(events: Iterator[Event]) -> Notes:
    """Go through a page once."""
    walk = _Walk()
    for place, event in enumerate(events):
        walk.take(place, event)
    return walk.result()


@dataclass(slots=True)
class _Open:
    start: Start
    place: int
    raised: bool
    silent: bool
    main: bool


class _Walk:
    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.links: list[_Link] = []
        self.link: _Link | None = None
        self.places: dict[str, int] = {}
        self.authorial: dict[str, str] = {}
        self.notes = Notes()
        self.titles: list[tuple[int, ...]] = []
        self.size = self.main_size = self.mains = 0
        self.holders: dict[str, tuple[int, ...]] = {}

    def take(self, place: int, event: Event) -> None:
        if isinstance(event, str):
            self._words(event)
        elif isinstance(event, Start):
            self._start(place, event)
        elif isinstance(event, End):
            closed = self.open.pop()
            if self.link is not None and closed.place == self.link.place:
                self.links.append(self.link)
                self.link = None

    def _words(self, words: str) -> None:
        around = self.open[-1] if self.open else None
        if around is None or around.silent:
            return
        count = len(words.split())
        self.size += count
        self.main_size += count if around.main else 0
        if self.link is not None:
            self.link.words.append(words)
            self.link.raised = self.link.raised or around.raised

    def _start(self, place: int, start: Start) -> None:
        around = self.open[-1] if self.open else None
        silent = without_text(start) or (around is not None and around.silent)
        self.mains += is_main(start) and not silent
        high = raised(start) or (around is not None and around.raised)
        main = is_main(start) or (around is not None and around.main)
        self.open.append(_Open(start, place, high, silent, main))
        at = start.attributes
        chain = tuple(each.place for each in self.open if each.start.name in ("header", "footer"))
        for id in {at.get("id"), at.get("eid"), at.get("name") if start.name == "a" else None} - {None, ""}:
            self.places.setdefault(str(id), place)
            self.holders.setdefault(str(id), chain)
        if start.name == "h1" and chain:
            self.titles.append(chain)
        if start.akn == "authorialnote":
            self.authorial[at.get("eid") or at.get("id") or f"#{place}"] = at.get("marker", "")
        if start.akn == "noteref" and at.get("marker"):
            self.notes.calls[place] = at["marker"]
            self.notes.bodies[at.get("href", "").removeprefix("#")] = at["marker"]
        elif start.name == "a" and at.get("href", "").startswith("#") and not silent:
            role = f"{at.get('role', '')} {at.get('type', '')} {at.get('class', '')}"
            named = "noteref" in role or bool(_NOTE_CLASS.search(role)) or _is_name(at["href"][1:])
            own = frozenset(filter(None, (at.get("id"), at.get("name"))))
            self.link = _Link(place, at["href"][1:], own, high, named)

    def result(self) -> Notes:
        notes = self.notes
        for link in self.links:
            place = self.places.get(link.target)
            number = link.number
            if place is None:
                continue
            if place > link.place:
                note_like = link.raised or link.bracketed or link.named or link.target in self.authorial
                if number is not None and note_like:
                    notes.calls[link.place] = number
                    notes.bodies.setdefault(link.target, number)
            elif number is not None or not any(c.isalnum() for c in "".join(link.words)):
                notes.returns.add(link.place)
        notes.main = self.mains == 1 and self.main_size >= _LEAST_MAIN * max(self.size, 1)
        notes.kept = {place for chain in self.titles for place in chain}
        notes.kept |= {place for id in notes.bodies for place in self.holders.get(id, ())}
        return notes


def _is_name(target: str) -> bool:
    return bool(_NOTE_NAME.fullmatch(target))


def take_off(words: list[Words], number: str) -> None:
    """Take a note's own number off its first words, where it is printed there."""
    form = re.compile(rf"\s*(?:[\[(]\s*{re.escape(number)}\s*[\])]\.?|{re.escape(number)}(?:[.)]|\s*\Z))\s*")
    first = list(takewhile(lambda part: not part.notes, words))
    raised = len(first) > 1 and first[0].raised and first[0].text.strip() == number
    match = form.match(first[0].text if raised else "".join(part.text for part in first))
    left = match.end() if match else 0
    for place, part in enumerate(first):
        words[place] = replace(part, text=part.text[left:])
        left = max(0, left - len(part.text))
