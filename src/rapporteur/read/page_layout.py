"""Printed lines → `Layout`: the order in which a text on pages is understood.

Takes a `Sheet`, sets aside what belongs to the page, finds notes and headings, and hands over the lines that are left.
Text and PDF share all of it.
"""

from __future__ import annotations

import re

from rapporteur.model import Furniture, Span
from rapporteur.read.contents import set_aside_contents
from rapporteur.read.display import find_headings, labelled
from rapporteur.read.end_notes import set_aside_end_notes
from rapporteur.read.feet import set_aside_notes
from rapporteur.read.hyphens import soft_hyphens
from rapporteur.read.layout import Layout, Line, LineKind, Mark
from rapporteur.read.printed import Printed, Role, Sheet
from rapporteur.read.running import set_aside_running

_RULE = re.compile(r"([-=*_~─—–])(?:[ \t]*\1){2,}\s*\Z")
_BULLET = re.compile(r"[•‣▪◦●○■□➢✓\uf0b7\uf0a7][ \t\u00a0]*(?=\S)|[-–—*·][ \t\u00a0]+(?=\S)")
_SURE_BULLET = re.compile(r"[•‣▪◦●○■□➢✓\uf0b7\uf0a7]")
_BEFORE_BULLET = re.compile(r"(?:[:;.,]|\b(?:and|or))\s*\Z")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?!\S)")
_KINDS = {Role.HEADING: LineKind.HEADING, Role.NOTE: LineKind.NOTE, Role.RULE: LineKind.RULE}


def layout_of(sheet: Sheet, before: tuple[Furniture, ...] = ()) -> Layout:
    """The layout of a text on pages.

    :param before: furniture that stands before the first line.
    """
    for line in sheet.lines:
        if _RULE.match(sheet.words(line)):
            line.role = Role.RULE
    set_aside_running(sheet)
    set_aside_contents(sheet)
    set_aside_notes(sheet)
    set_aside_end_notes(sheet)
    find_headings(sheet)
    _join_headings(sheet)
    furniture = [*before]
    lines: list[Line] = []
    for printed in sheet.lines:
        if printed.role.furniture:
            furniture.append(Furniture(printed.role.value, printed.span))
        if not printed.role.furniture or printed.role is Role.RULE:
            lines.append(_line(sheet, printed, lines, furniture))
    marks = sorted([*sheet.marks, *soft_hyphens(sheet), *_letter_spacing(sheet)], key=lambda mark: mark.span)
    return Layout(sheet.text, tuple(lines), tuple(marks), tuple(sheet.italics), tuple(furniture))


def _line(sheet: Sheet, printed: Printed, lines: list[Line], furniture: list[Furniture]) -> Line:
    before = lines[-1] if lines else None
    turn = sheet.paged and before is not None and before.page != printed.page
    gap = before is None or printed.above >= 1 or turn or before.kind is not LineKind.TEXT
    start, bullet = printed.span.start, False
    if printed.role is Role.BODY and (match := _BULLET.match(sheet.text, start, printed.span.end)):
        bullet = bool(_SURE_BULLET.match(match[0])) or gap or _may_list(sheet, before)
        if bullet:
            furniture.append(Furniture("bullet", Span(start, start + 1)))
            start = match.end()
    kind = _KINDS.get(printed.role, LineKind.TEXT)
    page = printed.page if sheet.paged else None
    return Line(Span(start, printed.span.end), kind, gap, printed.depth, bullet, page, turn)


def _join_headings(sheet: Sheet) -> None:
    """Make one line of a heading that was wrapped, unless its next line has a label of its own."""
    joined: list[Printed] = []
    for line in sheet.lines:
        before = joined[-1] if joined else line
        goes_on = before.role is line.role is Role.HEADING and before.depth == line.depth and not line.above
        if joined and goes_on and before.page == line.page and not labelled(sheet.words(line)):
            before.span = Span(before.span.start, line.span.end)
        else:
            joined.append(line)
    sheet.lines[:] = joined


def _may_list(sheet: Sheet, before: Line | None) -> bool:
    """May a dash that begins a line be a bullet there? Else it belongs to a sentence that was wrapped."""
    if before is None or before.bullet or before.kind is not LineKind.TEXT:
        return True
    return bool(_BEFORE_BULLET.search(sheet.text, max(before.span.start, before.span.end - 8), before.span.end))


def _letter_spacing(sheet: Sheet) -> list[Mark]:
    """The spaces between the letters of a word that was spaced out for display: "S u m m a r y"."""
    found = []
    for line in sheet.lines:
        if not line.role.furniture:
            for match in _SPACED.finditer(sheet.text, line.span.start, line.span.end):
                found += [Mark("letter-spacing", Span(i, i + 1)) for i in range(*match.span()) if sheet.text[i] == " "]
    return found
