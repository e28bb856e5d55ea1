"""Roles of persons: what stands around a name in, out the role that the words give its bearer and the rule for it.

Officers in lists and those told by an office are read by `rapporteur.find.offices`.
"""

from __future__ import annotations

import re

from rapporteur.find.around import Seen, behind_name, told_before
from rapporteur.find.beside import is_told_by_panellist
from rapporteur.find.elsewhere import done_before, presented_elsewhere
from rapporteur.find.introducing import opens
from rapporteur.find.passages import covered
from rapporteur.find.person_lists import COURTESY_BEHIND
from rapporteur.find.presiding import presides
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import PatternFile, load_patterns

_LIST_BEHIND = 3000
"""Characters behind a name in which words that tell of a presentation may stand."""


def role_of_name(patterns: PatternFile, seen: Seen, panel: bool) -> tuple[PersonRole, str, bool]:
    """The role that the words give, the pattern that says so, and whether they leave no doubt of a person."""
    if patterns["person/inside-office"].regex.search(seen.before):
        return "", "", False
    behind = behind_name(patterns, seen)
    presiding, rule = presides(patterns, seen, behind)
    if rule:
        guest = rule == "person/chair-before" and not presiding and _says(patterns, seen, behind)
        return "speaker" if guest else presiding, rule, True
    panel = panel and _on_panel(patterns, seen, behind)
    if panel and (seen.brackets is not None or _opens_item(patterns, seen)):
        return "panellist", "person/panel", True
    if panel and _gave_presentation(patterns, seen):
        return "panellist", "person/gave-presentation", True
    if _says(patterns, seen, behind):
        return "speaker", "person/office-says", True
    if patterns["person/says-by-office"].regex.match(behind):
        return "speaker", "person/says-by-office", True
    if patterns["person/courtesy-before"].regex.search(seen.before[-COURTESY_BEHIND:]):
        return "", "person/courtesy-before", True
    for rule in ("person/office-before", "person/mandate-before"):
        if patterns[rule].regex.search(seen.before):
            return "", rule, True
    if patterns["person/office-follows"].regex.match(behind) and patterns["person/told-by"].regex.search(
        told_before(seen)
    ):
        return "speaker", "person/told-by", True
    if patterns["person/office-after"].regex.search(behind) and not seen.before.endswith(("the ", "The ")):
        return "", "person/office-after", False
    text = seen.sentence.passage.text
    if patterns["person/noble"].regex.match(text[seen.at[0] : seen.at[1]]):
        return "", "person/noble", False
    if patterns["person/of-whom"].regex.search(seen.before) and seen.after.startswith(" of "):
        whose = seen.at[1] + 4
        if any(n.at[0] in (whose, whose + 4) for n in seen.sentence.names):
            return "", "person/of-whom", False
    return "", "", False


def _says(patterns: PatternFile, seen: Seen, behind: str) -> bool:
    """Is the bearer of the office before a name told to have said something to the meeting?"""
    says = patterns["person/says"].regex.match(behind) is not None
    return says and patterns["person/office-says"].regex.search(seen.before) is not None


def _on_panel(patterns: PatternFile, seen: Seen, behind: str) -> bool:
    """May somebody named in a sentence that tells of a panel have sat on it, and did not thank, ask or moderate it?"""
    for id, words in (("behind", behind), ("before", seen.before)):
        if patterns[f"person/off-panel-{id}"].regex.search(words):
            return False
    text, start = seen.sentence.text, seen.at[0] - seen.sentence.start
    panels = list(patterns["person/panel"].regex.finditer(text))
    if _beside_panel(seen, panels, behind) or is_told_by_panellist(
        text[_list_start(patterns, seen, panels) : start], seen.after
    ):
        return False
    addressed = list(patterns["person/panel-addressed"].regex.finditer(text))
    if not addressed or any(not covered(panel.span(), [m.span() for m in addressed]) for panel in panels):
        return True
    last = next((m for m in reversed(addressed) if m.end() <= start), None)
    if last is None or patterns["person/answers-panel"].regex.match(text):
        return False
    return patterns["person/in-apposition"].regex.match(text[last.end() : start]) is not None


def _list_start(patterns: PatternFile, seen: Seen, panels: list[re.Match[str]]) -> int:
    """The index of the sentence at which the list of a panel begins before a name; that of the name for none."""
    start = seen.at[0] - seen.sentence.start
    openings = (*patterns["person/panel-list"].regex.finditer(seen.sentence.text), *panels)
    return max((match.end() for match in openings if match.end() <= start), default=start)


def _beside_panel(seen: Seen, panels: list[re.Match[str]], behind: str) -> bool:
    """Had somebody named beside those on a panel died or left, presented elsewhere, or done something else, told of
    behind a semicolon?"""
    elsewhere, report = load_patterns("elsewhere"), seen.sentence.passage.report
    text, start = seen.sentence.text, seen.at[0] - seen.sentence.start
    gone = any(elsewhere[f"elsewhere/{id}"].regex.search(seen.before) for id in ("late", "replaced"))
    if gone or presented_elsewhere(text[start:], report):
        return True
    last = next((panel for panel in reversed(panels) if panel.end() <= start), None)
    if last is None:
        return False
    between = text[last.end() : start]
    apart = ";" in between and ":" not in between and elsewhere["elsewhere/verb"].regex.match(behind) is not None
    return apart or done_before(text[: last.start()], report)


def _gave_presentation(patterns: PatternFile, seen: Seen) -> bool:
    """Does the name, or an office before it, open a paragraph that tells of its bearer's presentation?"""
    passage = seen.sentence.passage
    if presented_elsewhere(passage.text[seen.at[1] : seen.sentence.end], passage.report):
        return False
    office = patterns["person/by-office"].regex.match(passage.text[: seen.at[0]]) is not None
    after = passage.text[seen.at[1] : seen.at[1] + _LIST_BEHIND]
    return (office or opens(passage, seen.at[0])) and patterns["person/gave-presentation"].regex.match(
        after
    ) is not None


def _opens_item(patterns: PatternFile, seen: Seen) -> bool:
    """Does the name stand where an item of the list of panellists begins?"""
    opening = patterns["person/panel-list"].regex.search(seen.sentence.text)
    if opening is None:
        return False
    first = seen.sentence.start + opening.end()
    courtesy = patterns["person/courtesy-before"].regex.search(seen.before)
    before = seen.before[: courtesy.start()] + " " if courtesy is not None else seen.before
    start = seen.at[0] - (len(seen.before) - len(before))
    joints = ("; ", "; and ") if ";" in seen.sentence.text[opening.end() :] else (", ", "; ", " and ")
    return start <= first <= seen.at[0] or (start > first and before.endswith(joints))
