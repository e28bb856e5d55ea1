"""Who decided a list over which nobody is named: "It was agreed that: (a) …" → is it the body whose report it is?

Takes the text that holds the words over a list and where they stand. They are the body's own where they open their
paragraph, or where the sentence before them has the body itself, its Chair or those present as its subject. What a
State's representative, another meeting or an earlier year stands before is somebody else's doing, or may be: such a
list comes back as nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.find.conclusions import Unnumbered
from rapporteur.find.decided_clauses import DecisionList
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.model import Report
from rapporteur.model.report import Paragraph
from rapporteur.patterns import load_patterns

_PRESENT = "participants"
"""Those who are present decide too where a meeting has no other body."""


def is_own_name(name: str, own: Sequence[str], title: str) -> bool:
    """Does a name mean the body whose report has the title, or those present?

    :param own: the short names of that body.
    """
    named = name in own or name.casefold() in title.casefold() or name == _PRESENT
    return named or load_patterns("decided")["decided/document"].regex.match(title) is not None


def is_named(decisions: DecisionList) -> bool:
    """Do the words over a list name the body that decided? Those present may be those of any gathering."""
    return decisions.name not in ("", _PRESENT)


def decides_unnamed(report: Report, decisions: DecisionList, own: Sequence[str]) -> bool:
    """Is a list of decisions the body's own whose words over it name nobody, or say "it" or "the participants"?"""
    patterns, title = load_patterns("decided"), report.title_text
    if patterns["decided/document"].regex.match(title):
        return True
    over = decisions.over
    before = _sentences(over.body.text, decisions.begins, decisions.chapeau[0])
    above = before or _above(report, over)
    elsewhere = patterns["decided/elsewhere"].regex
    if decisions.name == _PRESENT:
        return not elsewhere.search(decisions.words_over) and not (above and elsewhere.search(above[-1]))
    passive = patterns["decided/passive"].regex.match(decisions.words_over)
    if passive is None:
        return not above or _subject_is_own(above, own, title)
    where = passive["where"]
    if where and not patterns["decided/here"].regex.match(where):
        return False
    if not above:
        return True
    if elsewhere.search(above[-1]):
        return False
    if passive["done"] and patterns["decided/audience"].regex.search(above[-1]):
        return False
    plain = not before and not passive["done"]
    return plain or _subject_is_own(above, own, title)


def _subject_is_own(sentences: Sequence[str], own: Sequence[str], title: str) -> bool:
    """Is the body the subject of the last sentence, by its name, or by a pronoun for one in a sentence before?"""
    form = load_patterns("decided")["decided/subject"].regex
    for sentence in reversed(sentences):
        match = form.match(sentence)
        if match is None:
            return False
        if match["officer"]:
            return True
        if match["name"]:
            return is_own_name(match["name"], own, title)
    return False


def _sentences(words: str, low: int, high: int) -> list[str]:
    at: Range = trimmed(words, low, high)
    return [words[slice(*sentence)] for sentence in sentence_ranges(words, *at)] if at[0] < at[1] else []


def _above(report: Report, text: Paragraph | Unnumbered) -> list[str]:
    """The sentences of the paragraph above in the same section, if there is one."""
    if isinstance(text, Unnumbered):
        return []
    held = [p for p in report.paragraphs if p.section == text.section and p.annex == text.annex]
    before = [p for p in held if p.order < text.order]
    return _sentences(before[-1].body.text, 0, len(before[-1].body)) if before else []
