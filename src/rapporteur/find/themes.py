"""Themes: units → what each is about, with the words or the heading it rests on.

Words of the unit and its chapeau come first. A unit that opens by pointing back ("In doing so") goes on with the
leading theme of the unit before it, and so does a second operator of a sentence whose own words give fewer than two
themes. With fewer than two the innermost heading may add its own; a unit with no theme at all has that of the nearest
heading that names one. Names of treaties and bodies are no cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rapporteur.model import CleanText, PartKind, PartRef, Report, Rule
from rapporteur.model.units import ThemeMention, UnitMention, UnitMentions
from rapporteur.patterns import Pattern, load_patterns

ENOUGH = 2
"""With so many themes from its words a unit asks no heading."""
MANY = 5
"""Beyond so many themes the general ones give way to the narrower."""

HEADING = Rule("theme/heading", "A heading that names a theme gives it to what stands under it.")
SHARED = Rule("theme/shared", "A second operator of a sentence goes on with the leading theme of the unit before it.")
RESUMED = Rule("theme/resumed", "A unit that points back goes on with the leading theme of the unit before it.")


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that show a theme, at a place of one clean text."""

    theme: str
    start: int
    end: int
    pattern: Pattern


def find_themes(report: Report, units: UnitMentions) -> tuple[ThemeMention, ...]:
    """The themes of all units, in reading order of the units."""
    found: list[ThemeMention] = []
    headings: dict[str, tuple[_Cue, ...]] = {}
    before: tuple[ThemeMention, ...] = ()
    section_before = ""
    for unit in units.units:
        for section in report.section_chain(unit.section):
            if section.path not in headings:
                headings[section.path] = _of_heading(section.title)
        own = _from_words(report, unit)
        if before and unit.section == section_before and _points_back(unit):
            own += _new(own, _goes_on(unit, before, RESUMED))
        elif before and len(own) < ENOUGH and unit.subject == "shared":
            own += _new(own, _goes_on(unit, before, SHARED))
        if len(own) < ENOUGH:
            own += _from_heading(report, unit, own, headings)
        found += own
        before, section_before = own, unit.section
    return tuple(found)


def themes_in(text: str) -> tuple[str, ...]:
    """Ids of the themes that the words show, in reading order.

    >>> themes_in("Ports should consider training pilots and sharing information.")
    ('training', 'information-sharing')
    """
    return tuple(cue.theme for cue in _narrow(_cues(text, "cue")))


def _from_words(report: Report, unit: UnitMention) -> tuple[ThemeMention, ...]:
    clean = _text_of(report, unit.paragraph)
    found: dict[str, tuple[_Cue, int]] = {}
    for at in (unit.at, unit.chapeau_at):
        if at is not None:
            for cue in _cues(clean.text[at[0] : at[1]], "cue"):
                found.setdefault(cue.theme, (cue, at[0]))
    kept = {cue.theme for cue in _narrow(tuple(cue for cue, _ in found.values()))}
    return tuple(
        _mention(report, unit, unit.paragraph, clean, cue, offset)
        for cue, offset in found.values()
        if cue.theme in kept
    )


def _text_of(report: Report, part: PartRef) -> CleanText:
    """The words of the paragraph, or of the section without paragraph numbers, in which a unit stands."""
    if part.kind is PartKind.SECTION:
        return report.section_by_path[part.path[0]].words
    paragraph = report.paragraph(part)
    assert paragraph is not None, "a unit stands in a paragraph or a section of its report"
    return paragraph.body


def _points_back(unit: UnitMention) -> bool:
    return any(pattern.regex.match(unit.words) for pattern in _group("resume"))


def _goes_on(unit: UnitMention, before: tuple[ThemeMention, ...], rule: Rule) -> ThemeMention:
    """The leading theme of the unit before: the one whose words are complete first."""
    worded = [mention for mention in before if mention.basis == "words"]
    leading = min(worded, key=lambda mention: mention.span.end) if worded else before[0]
    return replace(leading, unit=unit.number, rule=rule, basis="shared")


def _from_heading(
    report: Report, unit: UnitMention, own: tuple[ThemeMention, ...], headings: dict[str, tuple[_Cue, ...]]
) -> tuple[ThemeMention, ...]:
    """What the innermost heading adds; for a unit without any theme, what the nearest telling heading gives."""
    covered = {theme for mention in own for theme in _covered_by(mention.theme)}
    for section in reversed(report.section_chain(unit.section)):
        cues = [cue for cue in headings[section.path] if cue.theme not in covered]
        if cues:
            added = tuple(
                ThemeMention(
                    part=section.ref,
                    span=section.span,
                    words=section.title.text,
                    rule=HEADING,
                    unit=unit.number,
                    theme=cue.theme,
                    basis="heading",
                )
                for cue in cues
            )
            return tuple(mention for mention in added if _new(own, mention))
        if own:
            break
    return ()


def _new(own: tuple[ThemeMention, ...], mention: ThemeMention) -> tuple[ThemeMention, ...]:
    return () if any(mention.theme == one.theme for one in own) else (mention,)


def _of_heading(title: CleanText) -> tuple[_Cue, ...]:
    """The themes a heading names: of "Good practices in X" X, of a narrow and a general one the narrow."""
    cues = {cue.theme: cue for cue in (*_cues(title.text, "cue"), *_cues(title.text, "heading"))}
    telling = [c for c in cues.values() if not c.pattern.field("general") and c.theme != "good-practices-tools"]
    return tuple(telling or cues.values())


@cache
def _group(name: str) -> tuple[Pattern, ...]:
    return load_patterns("themes").group(name)


def _cues(text: str, group: str) -> tuple[_Cue, ...]:
    """The first cue of each theme, in reading order, names blotted out and hidden stretches respected."""
    for mask in _group("mask"):
        text = mask.regex.sub(lambda name: "·" * len(name[0]), text)
    text = _lowered(text)
    hidden: dict[str, list[tuple[int, int]]] = {}
    cues: list[_Cue] = []
    for pattern in _group(group):
        for match in pattern.regex.finditer(text):
            cues.append(_Cue(pattern.field("theme"), match.start(), match.end(), pattern))
            for theme in pattern.field("hides").split():
                hidden.setdefault(theme, []).append(match.span())
    first: dict[str, _Cue] = {}
    for cue in sorted(cues, key=lambda cue: (cue.start, cue.end)):
        if not any(start <= cue.start and cue.end <= end for start, end in hidden.get(cue.theme, ())):
            first.setdefault(cue.theme, cue)
    return tuple(first.values())


def _lowered(text: str) -> str:
    """The text in lower case, character by character: the few letters that would become two stay as they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _narrow(cues: tuple[_Cue, ...]) -> tuple[_Cue, ...]:
    """Without the general themes where there are many."""
    if len(cues) <= MANY:
        return cues
    return tuple(cue for cue in cues if not cue.pattern.field("general"))


@cache
def _covered_by(theme: str) -> tuple[str, ...]:
    """The themes that a heading does not add beside ``theme``."""
    covers: Iterator[str] = (
        covered
        for pattern in _group("cue")
        if pattern.field("theme") == theme
        for covered in pattern.field("covers").split()
    )
    return tuple(dict.fromkeys(covers))


def _mention(
    report: Report, unit: UnitMention, paragraph: PartRef, clean: CleanText, cue: _Cue, offset: int
) -> ThemeMention:
    span = clean.span(offset + cue.start, offset + cue.end)
    return ThemeMention(
        part=report.innermost(paragraph, span),
        span=span,
        words=clean.text[offset + cue.start : offset + cue.end],
        rule=cue.pattern.rule,
        unit=unit.number,
        theme=cue.theme,
        basis="words",
    )
