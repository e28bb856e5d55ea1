"""Invented reports, and how they are printed: as Markdown, as text on pages with running heads, as an HTML page.

A report is its headings and paragraphs in order, each with what the reader should give back.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

SYMBOL = "A/CONF.999/7"
TITLE = "Report of the Committee on Lamps"
_WORDS = (
    *(
        "lamps",
        "reefs",
        "harbours",
        "keepers",
        "were",
        "lit",
        "along",
        "every",
        "coast",
        "at",
        "night",
        "and",
        "in",
        "fog",
    ),
    *("so", "that", "ships", "could", "pass", "the", "wrecks", "safely", "while", "pilots", "kept", "watch", "over"),
    *("tides,", "buoys;", "ropes", "(old", "ones)", "and", "their", "“own”", "signals"),
)
_TITLES = ("Lamps", "Reefs and wrecks", "Opening of the session", "Keeping of buoys", "Other matters", "Pilots", "Fog")
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its label as printed, its depth from 1, its path and its title."""

    label: str
    depth: int
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note under its number."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph: its words, its lettered parts, and the note called at the end of its words, if any."""

    number: str
    words: str
    items: tuple[str, ...] = ()
    note: Note | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple("abcdefgh"[: len(self.items)])

    @property
    def whole(self) -> str:
        """The words of the paragraph with its parts inline, as the reader joins them."""
        return " ".join([self.words, *(f"({c}) {w}" for c, w in zip(self.labels, self.items, strict=True))])


Report = tuple[Heading | Numbered, ...]


@st.composite
def _sentence(draw: st.DrawFn, least: int = 3, most: int = 40) -> str:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=least, max_size=most))
    return "The " + " ".join(words) + " remained lit."


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of one to four chapters, some with sections, paragraphs numbered through, some with parts and notes."""
    made: list[Heading | Numbered] = []
    numbers = iter(range(1, 200))
    notes = iter(range(1, 200))

    def paragraphs() -> None:
        for _ in range(draw(st.integers(1, 3))):
            items = tuple(
                f"{word.capitalize()} them;"
                for word in draw(st.lists(st.sampled_from(_WORDS[:3]), min_size=2, max_size=4))
            )
            parts = items if draw(st.integers(0, 4)) == 0 else ()
            words = draw(_sentence())
            note = (
                Note(str(next(notes)), draw(_sentence(3, 12))) if not parts and draw(st.integers(0, 3)) == 0 else None
            )
            made.append(Numbered(str(next(numbers)), words[:-1] + ":" if parts else words, parts, note))

    for roman in _ROMAN[: draw(st.integers(1, 4))]:
        made.append(Heading(roman, 1, roman, draw(st.sampled_from(_TITLES))))
        letters = "ABC"[: draw(st.integers(0, 3))]
        if len(letters) != 1:
            for letter in letters:
                made.append(Heading(letter, 2, f"{roman}.{letter}", draw(st.sampled_from(_TITLES))))
                paragraphs()
        if len(letters) < 2:
            paragraphs()
    return tuple(made)


def as_markdown(report: Report, turns: frozenset[int] = frozenset()) -> str:
    """The report in Markdown; behind the parts numbered in ``turns`` a page turns, with the notes called so far."""
    text = f"# {TITLE}\n\n"
    waiting: list[Note] = []

    def foot() -> str:
        notes = "\n\n".join(f"<sup>{n.number}</sup> {n.words}" for n in waiting)
        waiting.clear()
        return f"---\n\n{notes}\n\n" if notes else "---\n\n"

    for place, part in enumerate(report):
        if isinstance(part, Heading):
            text += f"{'#' * (part.depth + 1)} {part.label}. {part.title}\n\n"
            continue
        call = f"<sup>{part.note.number}</sup>" if part.note else ""
        text += f"{part.number}. {part.words}{call}\n\n"
        text += "".join(f"({c}) {words}\n\n" for c, words in zip(part.labels, part.items, strict=True))
        waiting += [part.note] if part.note else []
        if place in turns:
            text += foot()
    return text + (foot() if waiting else "")


def as_pages(report: Report, lines_a_page: int = 40) -> str:
    """The report as text on pages: indented, wrapped, each page with a running head and its number; no notes."""
    lines: list[str] = []
    for part in report:
        if isinstance(part, Heading):
            lines += ["", f"{part.label + '.':>11}    {part.title}", ""]
            continue
        first, *more = textwrap.wrap(part.words, 70)
        lines += ["", f"               {part.number + '.':<8}{first}", *(f"            {line}" for line in more), ""]
        for label, words in zip(part.labels, part.items, strict=True):
            lines += [f"{'(' + label + ')':>22}   {words}", ""]
    front = [
        f"United Nations{SYMBOL:>66}",
        "",
        "                 General Assembly                           Distr.: General",
        f"{'3 March 2008':>72}",
        "",
        f"{'Original: English':>77}",
        "",
        "",
        f"             {TITLE}",
        "",
        "",
    ]
    pages = [front]
    for start in range(0, len(lines), lines_a_page):
        pages.append([f"{SYMBOL:>{80 if len(pages) % 2 else 12}}", "", *lines[start : start + lines_a_page], ""])
    numbered = [[*page, f"{number:>{80 if number % 2 else 5}}"] for number, page in enumerate(pages, 1)]
    return "\n\f".join("\n".join(page) for page in numbered) + "\n"


def as_page(report: Report) -> str:
    """The report as an HTML page; no notes."""
    body = f"<h1>{TITLE}</h1>\n"
    for part in report:
        if isinstance(part, Heading):
            body += f"<h{part.depth + 1}>{part.label}. {escape(part.title)}</h{part.depth + 1}>\n"
            continue
        body += f"<p>{part.number}. {escape(part.words)}</p>\n"
        body += "".join(f"<p>({c}) {escape(words)}</p>\n" for c, words in zip(part.labels, part.items, strict=True))
    return f'<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body>{body}</body></html>'
