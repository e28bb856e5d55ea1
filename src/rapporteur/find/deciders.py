"""Who decided a list: "The Council decided: (a) …", "It was agreed that: (a) …" → the body that reports, or another?

Takes a list of decisions with the text that stands before it. Where nobody is named over it, or those present, it is
the body's own if it opens its paragraph, or if the sentence before has the body itself or its Chair as its subject.
What a State's representative, another gathering or an earlier year stands before may be another's doing: of such
a list nobody can tell whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.find.conclusions import Unnumbered
from rapporteur.find.decided_clauses import DecisionList
from rapporteur.find.reporting_body import Meant, OwnBody
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.model import Report
from rapporteur.model.report import Paragraph
from rapporteur.patterns import load_patterns


def whose(report: Report, decisions: DecisionList, own: OwnBody) -> Meant:
    """Whose is a list of decisions: of whoever is named over it, else of whom the sentences before it tell?"""
    if own.anybody:
        return "own"
    over = decisions.over
    before = over.body.text[decisions.begins : decisions.chapeau[0]]
    present = load_patterns("decided").words["present"]
    if any(decisions.name.casefold().startswith(f"{word} ") for word in present):
        return "unclear"
    if decisions.name and not is_present(decisions.name):
        return own.means(decisions.name, before)
    return "own" if _decides_unnamed(report, decisions, own) else "unclear"


def is_present(name: str) -> bool:
    """Does a name mean those who are present, which may be those of any gathering?"""
    return name.casefold() in load_patterns("decided").words["present"]


def _decides_unnamed(report: Report, decisions: DecisionList, own: OwnBody) -> bool:
    """Is a list the body's own whose words over it name nobody, or say "it" or "the participants"?"""
    patterns, title = load_patterns("decided"), report.title_text
    over = decisions.over
    before = _sentences(over.body.text, decisions.begins, decisions.chapeau[0])
    above = before or _above(report, over)
    elsewhere = patterns["decided/elsewhere"].regex
    passive = patterns["decided/passive"].regex.match(decisions.words_over)
    told = passive or patterns["decided/chapeau"].regex.match(decisions.words_over)
    where = told["where"] if told is not None and (passive is not None or decisions.name) else None
    if where and not patterns["decided/here"].regex.match(where):
        return False
    if not above:
        return True
    if passive is None:
        return _subject_is_own(above, own, title)
    if elsewhere.search(above[-1]):
        return False
    if passive["done"] and patterns["decided/audience"].regex.search(above[-1]):
        return False
    plain = not before and not passive["done"]
    return plain or _subject_is_own(above, own, title)


def _subject_is_own(sentences: Sequence[str], own: OwnBody, title: str) -> bool:
    """Is the body the subject of the last sentence, by its name, or by a pronoun for one in a sentence before?"""
    form = load_patterns("decided")["decided/subject"].regex
    for last in range(len(sentences) - 1, -1, -1):
        match = form.match(sentences[last])
        if match is None:
            return False
        if match["officer"]:
            return True
        if match["gathering"]:
            return match["gathering"] in title.casefold()
        if match["name"] and not (is_present(match["name"]) and last):
            told = " ".join(sentences[:last])
            return is_present(match["name"]) or own.means(match["name"], told) == "own"
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
