"""Texts that must not be read as one report: those that hold two, or one twice, and those that are none.

Takes a text as read and the walk's drafts, raises `UnusableInput`; silence here would give links that are wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from rapporteur.errors import UnusableInput
from rapporteur.read.drafts import Drafts, ParagraphDraft
from rapporteur.read.layout import Layout

_DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution)\s*:", re.IGNORECASE)
_ORIGINAL = re.compile(r"\bOriginal\s*:", re.IGNORECASE)
_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z0-9.]{0,11}(?:/[A-Z0-9][A-Za-z0-9.()-]{0,23}){1,8}")
_LONG = 50
"""Characters from which on a line that is printed twice tells of a second copy."""
_IN_A_ROW = 4
_COPIED = 0.35
"""Share of the long lines that were there before, from which on a text holds a second copy; it is half in two."""
_NAMELESS = "one without a symbol"
_MASTHEAD = 600
"""Characters around a distribution line in which its masthead prints the symbol."""


def require_paragraphs(layout: Layout, drafts: Drafts, name: str) -> None:
    """Refuse a text in which no numbered paragraph was found, nor text under a heading with a label.

    :raises UnusableInput: then; it quotes the first words of the text.
    """
    if not drafts.paragraphs and not any(draft.place.label and draft.text for draft in drafts.sections):
        start = " ".join(layout.text[:200].split())[:60]
        raise UnusableInput(
            f"No numbered paragraph; the text begins “{start}”.",
            where=name,
            expected="a report whose paragraphs begin with a number and a full stop, as “1. The Committee met …”, or a "
            "document without numbers that bears its symbol or its title, as “Final Act of the Conference …”.",
            remedy="Of a part of a report give the report's symbol: `rapporteur build` with --symbol A/HRC/43/15 and "
            'with --style, as `rapporteur styles` lists them, or symbol = "A/HRC/43/15" and style = "…" in a record '
            "NAME.toml beside NAME; it is then read as text of sections. Else check that this is the report, and that "
            "the conversion kept the paragraph numbers.",
        )


def require_one_report(layout: Layout, drafts: Drafts, name: str) -> None:
    """Refuse a text that holds one report twice, or the mastheads of two, each before numbered paragraphs of its own.

    An annex may reproduce a distribution line; only one that tells its original language too begins another document.

    :raises UnusableInput: then; it names the line where the second begins.
    """
    text = layout.text
    starts = [paragraph.start for paragraph in drafts.paragraphs]
    annexes = [section.start for section in drafts.sections if section.place.path.startswith("annex")]
    known: str | None = None
    for match in _DISTRIBUTION.finditer(text):
        whole = _ORIGINAL.search(text, match.start(), match.start() + _MASTHEAD) is not None
        if annexes and annexes[0] < match.start() and not whole:
            continue
        symbol = _symbol_near(text, match.start())
        if known is None:
            known = symbol or _NAMELESS
            continue
        if symbol is None:
            continue
        i = bisect_left(starts, match.start())
        anew = 0 < i < len(starts) and drafts.paragraphs[i].number == "1"
        if anew or (whole and i and _goes_on(drafts.paragraphs[i - 1], match.start() + _MASTHEAD)):
            again = " again" if symbol == known else ""
            line = _line(text, match.start())
            raise _two(
                f"Two documents in one file: {known}, and from line {line} {symbol}{again}.", text, match.start(), name
            )

    if (copy := _second_copy(layout)) is not None:
        raise _two(
            f"The same report twice in one file: from line {_line(text, copy)} its words come again.", text, copy, name
        )


def _goes_on(paragraph: ParagraphDraft, at: int) -> bool:
    """Does a paragraph reach beyond a place?"""
    return any(lines and lines[-1].end > at for lines in paragraph.segments)


def _second_copy(layout: Layout) -> int | None:
    """Where the second copy of a text begins whose long lines come twice, several in a row; None in a single one."""
    text = layout.text
    long = [line.span for line in layout.lines if len(line.span) >= _LONG]
    first: dict[str, int] = {}
    same = [first.setdefault(" ".join(text[span.start : span.end].split()), i) for i, span in enumerate(long)]
    if sum(at != i for i, at in enumerate(same)) < _COPIED * len(long):
        return None
    for i in range(len(same) - _IN_A_ROW + 1):
        if same[i] != i and all(same[i + k] == same[i] + k for k in range(_IN_A_ROW)):
            return long[i].start
    return None


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _two(seen: str, text: str, at: int, name: str) -> UnusableInput:
    return UnusableInput(
        seen,
        where=f"{name}, line {_line(text, at)}",
        expected="one report, so that its paragraphs are not taken for those of another.",
        remedy="Cut the file there and build each report by itself.",
    )


def _symbol_near(text: str, at: int) -> str | None:
    """The document symbol nearest to a distribution line."""
    found = [
        (abs(match.start() - at), match[0].rstrip("."))
        for match in _SYMBOL.finditer(text, max(0, at - _MASTHEAD), at + _MASTHEAD)
        if any(character.isdigit() for character in match[0])
    ]
    return min(found)[1] if found else None
