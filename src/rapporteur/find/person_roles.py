"""Roles of persons: what stands around a name in, out the role that the words give its bearer and the rule for it.

Officers in lists and those told by an office are read by `rapporteur.find.offices`.
"""

from __future__ import annotations

import re

from rapporteur.find.around import Seen, behind_name, of_state, told_before
from rapporteur.find.committees import body_role, chair_of
from rapporteur.find.elsewhere import done_before, presented_elsewhere
from rapporteur.find.introducing import opens
from rapporteur.find.offices import office_of, role_of
from rapporteur.find.passages import covered
from rapporteur.find.person_lists import COURTESY_BEHIND
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import PatternFile, load_patterns

_LIST_BEHIND = 3000
"""Characters behind a name in which words that tell of a presentation may stand."""


def role_of_name(patterns: PatternFile, seen: Seen, panel: bool) -> tuple[PersonRole, str, bool]:
    """The role that the words give, the pattern that says so, and whether they leave no doubt of a person."""
    chair = patterns["person/chair-before"].regex.search(seen.before)
    behind, title = behind_name(patterns, seen), seen.sentence.passage.report.title_words
    if not behind.startswith(",") and patterns["person/chair-of-adjunct"].regex.search(seen.before):
        chair = None
    if patterns["person/chaired-by"].regex.search(seen.before) and office_of(seen.before, "") != "vice-chair":
        return "chair", "person/chaired-by", True
    if chair is not None:
        return _presides(patterns, seen, chair, title), "person/chair-before", True
    if patterns["person/chair-after"].regex.search(behind):
        return "chair", "person/chair-after", True
    was = _held(patterns, seen, title)
    if was:
        return was, "person/office-was", True
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


def _presides(patterns: PatternFile, seen: Seen, chair: re.Match[str], title: str) -> PersonRole:
    """What the words "the Chair", or "the Chair of" a body, directly before a name make of its bearer."""
    body = (chair["of"] or "").removeprefix(" of ").removeprefix("the ")
    own = not body or body.casefold() in title.casefold()
    vice, shared = chair["office"].startswith("Vice-"), chair["office"].startswith("Co-")
    other = chair_of(body, title) if body and not own and not vice else None
    if other:
        return other
    may = other is None and not vice and (own or patterns["person/meeting-itself"].regex.match(body) is not None)
    if may and ((own and not shared) or patterns["person/meeting-business"].regex.search(seen.sentence.text)):
        return "chair"
    return "speaker" if body and _says(patterns, seen, behind_name(patterns, seen)) else ""


def _says(patterns: PatternFile, seen: Seen, behind: str) -> bool:
    """Is the bearer of the office before a name told to have said something to the meeting?"""
    says = patterns["person/says"].regex.match(behind) is not None
    return says and patterns["person/office-says"].regex.search(seen.before) is not None


def _held(patterns: PatternFile, seen: Seen, title: str) -> PersonRole:
    """The role of the office that the name is told to have held: "The President was Ms. Ada Zedd"; "" for none.

    A name without a courtesy title and a State may be no person's: "The President was Supreme Commander".
    """
    was = patterns["person/office-was"].regex.match(told_before(seen))
    courtesy = patterns["person/courtesy-before"].regex.search(seen.before[-COURTESY_BEHIND:])
    state = (seen.brackets is not None and seen.brackets.name is not None) or of_state(seen) is not None
    if was is None or not (courtesy or state):
        return ""
    other = body_role(was["body"], title) if was["body"] else ""
    if was["body"] and not other and patterns["person/meeting-itself"].regex.match(was["body"]) is None:
        return ""
    return role_of(was["office"], other or "chair")


def _on_panel(patterns: PatternFile, seen: Seen, behind: str) -> bool:
    """May somebody named in a sentence that tells of a panel have sat on it, and did not thank, ask or moderate it?"""
    for id, words in (("behind", behind), ("before", seen.before)):
        if patterns[f"person/off-panel-{id}"].regex.search(words):
            return False
    text, start = seen.sentence.text, seen.at[0] - seen.sentence.start
    panels = list(patterns["person/panel"].regex.finditer(text))
    if _beside_panel(seen, panels, behind):
        return False
    addressed = list(patterns["person/panel-addressed"].regex.finditer(text))
    if not addressed or any(not covered(panel.span(), [m.span() for m in addressed]) for panel in panels):
        return True
    last = next((m for m in reversed(addressed) if m.end() <= start), None)
    if last is None or patterns["person/answers-panel"].regex.match(text):
        return False
    return patterns["person/in-apposition"].regex.match(text[last.end() : start]) is not None


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
